/* gen/block/ring/counts.h — the counts of a structure: a disc with each count, the word beside it,
   names below where there are any. In a row, in columns, or as a list where it is narrow. Points.
 */
#ifndef ZT_COUNTS_H
#define ZT_COUNTS_H

#include "block/words/entry.h"

/* The lines of a list. */
static const double ZT_COUNTS_HAIRLINE = ZT_MM(0.12);

/* Looks, gaps and inks of counts, filled by zt_counts_looks_of and borrowed by zt_counts. */
typedef struct zt_counts_looks {
    zt_look head, count, word, label, name;
    /* Between the texts of one thing. */
    double gap;
    double head_gap; /* below the head */
    /* Between counts side by side; between rows. */
    zt_gap apart, row;
    const zt_ink *ink; /* of the discs */
    const zt_ink *rule_ink;
    bool centred; /* as the head is */
} zt_counts_looks;
/* What a template may <set> of counts. */
typedef struct zt_counts_params {
    /* The block's own: between the texts of one thing. */
    zt_gap gap;
    zt_gap apart;
} zt_counts_params;
/* Rows for the table of a block that sets counts, its struct S holding them as `in`, beside its
   own for gap. */
/* clang-format off */
#define ZT_COUNTS_PARAMS(S, in) \
    {"counts-apart", ZT_PARAM(S, in.apart, GAP), NULL, "4mm..12mm", "并排的两个个数之间", \
     "between two counts side by side"}
/* clang-format on */
/* Parts "count", "word", "label", "name" and, for the head, `head`. */
zt_counts_looks zt_counts_looks_of(const zt_block *block, const zt_setting *setting,
                                   const zt_counts_params *params, const char *head);

/* A count where it stands, in points from the top left of all cells. */
typedef struct zt_count_cell {
    zt_rect box; /* from below the head */
    /* label: only when it stands behind the word. */
    zt_wording word, label;
    zt_entry names;
    zt_point names_at; /* in the box */
} zt_count_cell;
/* Counts arranged at a width; the cells lie in the arena of the setting. All zero when there is no
   structure. */
typedef struct zt_counts {
    const zt_structure *structure;
    const zt_counts_looks *looks;
    zt_wording head;
    zt_count_cell *cells;
    double width, head_height, height;
    size_t rows;
    bool list; /* hairlines between the rows */
} zt_counts;
/* `as_list`: one a row, whatever room there is. Height 0 when there is no structure. */
zt_counts zt_counts_plan(const zt_setting *setting, const zt_structure *structure,
                         const zt_counts_looks *looks, double width, bool as_list);
/* `more` goes between the rows. Nothing when there is no structure. */
void zt_counts_place(const zt_setting *setting, const zt_counts *counts, zt_group *into,
                     zt_point top_left, double more);
/* What the gaps between the rows can take. */
double zt_counts_room(const zt_counts *counts);
/* Names in one text: 成都、重庆; descriptions are left as they are. */
zt_rich zt_names_joined(const zt_setting *setting, const zt_rich *items, size_t count);

#endif
