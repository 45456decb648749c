/* gen/block/groups_imp.h — what the files of the block groups share. A unit is one group of the
   document; it is measured at a width and drawn at a place, whatever the variant. */
#ifndef ZT_GROUPS_IMP_H
#define ZT_GROUPS_IMP_H

#include "block/groups_pack_imp.h"
#include "block/rich.h"
#include "chart/figure.h"

/* The em box of a Chinese character about its baseline (docs/typesetting.md, R126). */
#define ZT_EM_TOP 0.88
#define ZT_EM_FOOT 0.12

typedef enum zt_groups_variant {
    ZT_GROUPS_CARDS,
    ZT_GROUPS_BANDS,
    ZT_GROUPS_LIST
} zt_groups_variant;

typedef struct zt_groups_looks {
    zt_look title, head, badge, period, numeral;
    zt_look figure, second, missing, label, label_strong, statement;
    zt_look body, strong, inline_figure;
} zt_groups_looks;

/* Parameters, in points where they are lengths. */
typedef struct zt_groups_sizes {
    double rule, rule_gap, badge, badge_gap, numeral_gap;
    double head_gap, text_gap, row_gap, label_gap, point_gap, group_gap, group_gap_max;
    double cell_width, cell_gap, label_measure, statement_measure;
    double bullet, indent;
    double unit_ratio, figure_gap, han_ratio, spare;
    int cells;
    bool equal;
    const zt_ink *rule_ink, *badge_ink, *number_ink, *bullet_ink;
} zt_groups_sizes;

/* Everything a group needs to know of its block, at the fit in force. */
typedef struct zt_groups_env {
    const zt_setting *setting;
    const zt_block *block;
    const zt_groups *content;
    size_t first, end; /* groups shown */
    zt_groups_variant variant;
    zt_groups_looks looks;
    zt_groups_sizes sizes;
    double shrink;        /* one factor for all key figures of the block, at most 1 */
    double numeral_width; /* bands: of the widest number */
} zt_groups_env;

void zt_groups_env_init(zt_groups_env *env, const zt_setting *setting, const zt_block *block);

/* ---- the line above a group: rule, badge, head, period ---- */
typedef struct zt_groups_head {
    zt_para *para;   /* NULL without head text */
    zt_str period;   /* as printed; empty if none */
    double text_x;   /* of the head, from the group's left */
    double top;      /* of the head line, below the rule */
    double baseline; /* of its first line, from the group's top */
    double period_baseline;
    double height; /* from the group's top, rule included */
    double below;  /* of it, what a period below the head takes */
} zt_groups_head;

zt_groups_head zt_groups_head_measure(const zt_groups_env *env, const zt_group_content *group,
                                      double width);
/* `into` has its origin at the group's top left. */
void zt_groups_head_draw(const zt_groups_env *env, const zt_group_content *group,
                         const zt_groups_head *head, double width, zt_group *into);
double zt_groups_numeral_width(const zt_groups_env *env);

/* ---- cells of a card ---- */
typedef struct zt_group_cell_para {
    double width;
    zt_para *para;
} zt_group_cell_para;

/* The figures of a cell, set at one size. */
typedef struct zt_cell_figures {
    const zt_figure **figures; /* NULL: not yet set */
    double width, ascent;
    double shrink; /* with which they were set */
} zt_cell_figures;

typedef struct zt_group_cell {
    const zt_entry_point *point;
    bool leads; /* holds the lead figure of its group, or a rank that shares the lead */
    const zt_quantity **figures; /* side by side; none in a statement */
    size_t figure_count;
    zt_run *runs; /* label or statement */
    size_t run_count;
    zt_cell_figures sizes[2];         /* as set at its own size and at the lead's, when asked for */
    const zt_cell_figures *set;       /* the size in force */
    ZT_VEC(zt_group_cell_para) paras; /* by width: broken once each */
} zt_group_cell;

/* The glyphs of a figure begin at its first ink: the side bearing is taken off the first advance,
   so that no box stands out of the part. */
void zt_groups_trim_bearing(const zt_groups_env *env, zt_group *part);

/* The cells of one group, its lead first; optional points that the fit drops are left out. */
size_t zt_groups_cells(const zt_groups_env *env, const zt_group_content *group,
                       size_t optional_first, zt_group_cell **out);
/* Sets the figures of a cell anew: all at the lead's size with `at_lead_size`, times env->shrink.
 */
void zt_group_cell_set(const zt_groups_env *env, zt_group_cell *cell, bool at_lead_size);
zt_para *zt_group_cell_para_at(const zt_groups_env *env, zt_group_cell *cell, double width);

typedef struct zt_card_row {
    size_t first, end;
    double ascent; /* from the row's top to the baseline of its figures; 0 without figures */
    double height;
} zt_card_row;

typedef struct zt_card {
    zt_group_cell *cells;
    size_t cell_count;
    int columns;
    double column_width;
    zt_pack_slot *slots; /* of each cell */
    zt_card_row *rows;
    size_t row_count;
    double height; /* of all rows with their gaps */
    double cost;   /* height and what is ugly about the arrangement */
} zt_card;

/* Arranges the cells on `columns` equal columns of `width`. */
void zt_card_arrange(const zt_groups_env *env, zt_card *card, double width, int columns);
/* As many columns as the least width of a cell allows, or what the template asks for. */
int zt_card_columns_max(const zt_groups_env *env, double width);
/* `extra` points are spread over the gaps between rows. */
void zt_card_draw(const zt_groups_env *env, zt_card *card, double y, double extra, zt_group *into);

/* ---- running points of a list or band ---- */
typedef struct zt_bullets {
    zt_para **paras;
    const zt_entry_point **points;
    size_t count;
    double x, height;
} zt_bullets;

zt_bullets zt_bullets_measure(const zt_groups_env *env, const zt_group_content *group,
                              size_t optional_first, double x, double width);
void zt_bullets_draw(const zt_groups_env *env, const zt_bullets *bullets, double y, double extra,
                     zt_group *into);

/* ---- one group ---- */
typedef struct zt_groups_unit {
    const zt_group_content *group;
    size_t optional_first;
    double x, width;
    int line; /* the column, or with spans= the row, that it stands in */
    zt_groups_head head;
    zt_card card;
    zt_bullets bullets;
    double body_gap;                   /* below the head */
    double lead_in;                    /* more of it, so that groups of one row align */
    double natural;                    /* height */
    double head_stretch, body_stretch; /* what the gaps below the head and in the body can take */
} zt_groups_unit;

void zt_groups_unit_cells(const zt_groups_env *env, zt_groups_unit *unit);
void zt_groups_unit_measure(const zt_groups_env *env, zt_groups_unit *unit);
/* `factor` of its stretch, 0 to 1, is used. */
void zt_groups_unit_draw(const zt_groups_env *env, zt_groups_unit *unit, double y, double factor,
                         zt_group *into);
double zt_groups_unit_stretch(const zt_groups_unit *unit);
/* Ascent of the figures in the first row of a card; 0 for text. */
double zt_groups_unit_ascent(const zt_groups_unit *unit);
/* Counts the optional points of a group. */
size_t zt_groups_optional(const zt_group_content *group);

/* ---- all groups of the block ---- */
typedef struct zt_groups_arrangement {
    zt_groups_env env;
    zt_groups_unit *units;
    size_t count;
    bool in_rows;
    int line_count; /* columns, or rows */
    zt_para *title; /* of the whole block, or NULL */
    double top;     /* where the groups begin */
    double natural, ceiling;
} zt_groups_arrangement;

void zt_groups_arrange(zt_groups_arrangement *a, const zt_setting *setting, const zt_block *block,
                       double width);
/* Shares what is spare in `height`, first among the gaps between groups. */
void zt_groups_arrangement_draw(zt_groups_arrangement *a, double height, zt_group *into);

#endif
