/* gen/block/groups/arrangement.h — the groups of a block below and beside one another, whatever is
   printed in each: in columns, balanced and never torn, or in rows; and how spare height is shared
   among the gaps between them and inside them. A kind of block plans with it in this order:
   zt_groups_begin; where each group stands; of each group its head, then its body, which is the
   kind's; zt_groups_end. Points, from the block's top left; y down. */
#ifndef ZT_ARRANGEMENT_H
#define ZT_ARRANGEMENT_H

#include "block/groups/group_head.h"

/* What stands below the head of a group. */
typedef struct zt_group_body {
    double height;
    /* More height that its inner gaps can take. */
    double stretch;
    /* From its top to the baseline of its first figures; 0 for text. */
    double ascent;
    /* Baseline of its first line of type, from its top; negative without any. */
    double baseline;
} zt_group_body;

/* A group where it stands. Filled step by step by the functions below; `body` by the kind, before
   zt_groups_end. */
typedef struct zt_group_unit {
    const zt_group_content *group;
    /* Number of its first optional point in the document. */
    size_t optional_first;
    /* How many of its optional points stay under the fit in force. */
    size_t optional_kept;
    /* The column of icons is within the width. */
    double x, width;
    /* The column, or of groups in rows the row, that it stands in. */
    int line;
    /* Stands on a ground of its own, as high as its row. */
    bool panel;
    zt_group_head head;
    zt_group_body body;
    /* From the head to the body. */
    double body_gap;
    /* What is added to that gap so that the bodies of groups in one row align. */
    double lead_in;
    double natural; /* height */
    double head_stretch;
} zt_group_unit;

/* Gaps and inks of the arrangement, in points, under the fit in force. */
typedef struct zt_groups_style {
    zt_group_head_style head;
    /* Below the block's head; between a group's head and its body. */
    double title_gap, head_gap;
    /* Between groups: natural and at most. */
    double group_gap, group_gap_max;
    double foot;         /* white below each group */
    const zt_ink *panel; /* of grounds */
} zt_groups_style;

/* What templates set of every look of groups; their struct S holds them as `in`. */
typedef struct zt_group_params {
    zt_gap rule_gap;
    zt_length head_gap, group_gap, group_gap_max;
} zt_group_params;
/* clang-format off */
#define ZT_GROUP_PARAMS(S, in, em_) \
    {"rule-gap", ZT_PARAM(S, in.rule_gap, GAP), NULL, "3mm", "粗线到组题的距离", \
     "from the rule to the head line"}, \
    {"group-gap", ZT_PARAM_EM(S, in.group_gap, em_), NULL, "7mm", "两组的距离", \
     "between two groups"}, \
    {"group-gap-max", ZT_PARAM_EM(S, in.group_gap_max, em_), NULL, "12mm", "两组距离的上限", \
     "the most of that gap"}
#define ZT_GROUP_HEAD_GAP(S, in, em_) \
    {"head-gap", ZT_PARAM_EM(S, in.head_gap, em_), NULL, "6mm", "组题到数字的距离", \
     "from the head to the figures"}
/* clang-format on */
/* The style with what they set; the rest as no template sets it. An em is of `em` points. */
zt_groups_style zt_groups_style_of(const zt_setting *setting, const zt_block *block,
                                   const zt_group_params *params, double em, bool numerals);

/* Draws the body of unit `i`, its top at y of `into`; `extra` of its stretch is used. */
typedef void zt_draw_body(const void *own, size_t i, double y, double extra, zt_group *into);

/* All groups of a block at a width. The units lie in the arena of the setting; the kind keeps the
   arrangement in its own plan. */
typedef struct zt_groups_arrangement {
    const zt_setting *setting; /* the plan's */
    const zt_block *block;
    const zt_groups *content;
    zt_groups_style style;
    /* The column of icons at the left of each group. */
    double margin;
    zt_group_unit *units;
    size_t count;
    bool in_rows;
    int line_count; /* columns, or rows */
    zt_look title_look;
    /* Head of the whole block, or NULL. */
    zt_para *title;
    double top; /* where the groups begin */
    double natural, ceiling;
    /* The look's: its body of a group is drawn by this, of its own plan. */
    zt_draw_body *draw_body;
    const void *own;
} zt_groups_arrangement;

/* Gaps inside groups grow to so many times their height when there is room. */
#define ZT_GROUP_SPARE 1.5

/* One unit a group, with the points that the fit keeps. The style's head must be filled. */
void zt_groups_begin(zt_groups_arrangement *a, const zt_setting *setting, const zt_block *block,
                     const zt_groups_style *style);
/* As many equal columns as the place has, filled down. */
void zt_groups_in_columns(zt_groups_arrangement *a, double width);
/* Rows on a grid of 12 columns; the groups take `spans` of them in turn. Reports bad-span. */
void zt_groups_in_rows(zt_groups_arrangement *a, const zt_numbers *spans, double width);
/* Width of the unit's body. */
double zt_group_inner_width(const zt_groups_arrangement *a, const zt_group_unit *unit);
/* At the width of the unit's body, which must have its place. */
void zt_group_plan_head(const zt_groups_arrangement *a, zt_group_unit *unit);
/* When all bodies are known: heights, columns, ceilings; and the plan of the block, which holds the
   arrangement. Bodies will be drawn by draw_body, which is given `own`. */
zt_plan zt_groups_end(zt_groups_arrangement *a, double width, zt_draw_body *draw_body,
                      const void *own);

/* `place` of every look of groups: shares what is spare in `height`, first among the gaps between
   groups. */
void zt_groups_place(const zt_plan *plan, const zt_setting *setting, double height, zt_group *into);

/* Optional points of all groups: the kind's optional_count. */
size_t zt_groups_optional_count(const zt_block *block);

#endif
