/* gen/block/ring/counts.h — the counts of a structure: a disc with each count, the word beside it,
   names below where there are any. In a row, in columns, or as a list where it is narrow. Points.
 */
#ifndef ZT_COUNTS_H
#define ZT_COUNTS_H

#include "block/words/entry.h"

typedef struct zt_counts_looks {
    zt_look head, count, word, label, name;
    double disc, word_gap, gap; /* diameter; disc to word; disc to names */
    double head_gap, hairline;  /* below the head; weight of the lines of a list */
    zt_gap apart, row;          /* between counts side by side; between rows */
    const zt_ink *ink, *rule_ink;
    bool centred; /* as the head is */
} zt_counts_looks;
typedef struct zt_counts_params {
    double disc, disc_gap;
    const zt_ink *ink;
    zt_gap apart, row;
    zt_gap gap;      /* the block's own: between the texts of one thing */
    double hairline; /* likewise */
    const zt_ink *rule_ink;
} zt_counts_params;
/* Rows for the table of a block that sets counts, its struct S holding them as `in`, beside its
   own for gap, hairline and rule-ink. */
/* clang-format off */
#define ZT_COUNTS_PARAMS(S, in) \
    {"disc", ZT_PARAM(S, in.disc, POINTS), NULL, "9mm", "圆的直径", "diameter of a disc"}, \
    {"disc-ink", ZT_PARAM(S, in.ink, INK), NULL, "companion", "圆的油墨", "ink of the discs"}, \
    {"disc-gap", ZT_PARAM(S, in.disc_gap, POINTS), NULL, "1.2mm", "圆与字之间", "between a disc and its word"}, \
    {"counts-apart", ZT_PARAM(S, in.apart, GAP), NULL, "4mm..12mm", "并排的两个个数之间", \
     "between two counts side by side"}, \
    {"counts-row", ZT_PARAM(S, in.row, GAP), NULL, "3mm..4.5mm", "上下两行个数之间", "between rows of counts"}
/* clang-format on */
/* Parts "count", "word", "label", "name" and, for the head, `head`. */
zt_counts_looks zt_counts_looks_of(const zt_block *block, const zt_setting *setting,
                                   const zt_counts_params *params, const char *head);

typedef struct zt_count_cell {
    zt_rect box;            /* from below the head */
    zt_wording word, label; /* label: only when it stands behind the word */
    zt_entry names;
    zt_point names_at; /* in the box */
} zt_count_cell;
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
zt_rich zt_names_joined(zt_arena *arena, const zt_rich *items, size_t count);

#endif
