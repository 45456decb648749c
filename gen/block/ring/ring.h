/* gen/block/ring/ring.h — a gear whose sectors carry numbers, words hanging from hairline leaders
   at both sides, a goal in its hole, counts at its foot (docs/look.md, 17). Shared by tasks and
   structure. Points, y down. */
#ifndef ZT_RING_H
#define ZT_RING_H

#include "block/ring/counts.h"
#include "block/ring/goal_pile.h"

/* What stands on one sector. */
typedef struct zt_ring_mark {
    zt_str no; /* or empty */
    zt_pos at;
    size_t teeth;
} zt_ring_mark;

typedef struct zt_ring_params {
    zt_gap radius;
    double least, inner;
    const zt_ink *ink;
    double tooth, cut;
    zt_gap gap;
    double side, side_least, leader, leader_gap;
    zt_gap counts_gap;
    double counts_width;
} zt_ring_params;

typedef struct zt_ring {
    const zt_block *block;
    const zt_ring_params *params;
    double apart; /* least between the words of one item and the leader below them */
    const zt_ink *leader_ink;
    const zt_setting *setting;
    double width;
    size_t count;
    double start; /* degrees from 12 o'clock to the first sector's middle */
    bool beside;  /* words stay beside the gear, as far as their leaders still meet their sectors */
    const void *self;
    zt_ring_mark (*mark)(const void *self, size_t i);
    zt_entry (*entry)(const void *self, size_t i, double width, zt_align align);
    const char *part; /* of one entry in the scene: "task" */
    zt_look no;
    const zt_goal_text *goal;
    const zt_goal_looks *goal_looks;
    const zt_counts_looks *counts_looks;
    const zt_structure *counts; /* at the foot; or NULL */
} zt_ring;

/* Rows for the table of a block that may be set as a ring, its struct S holding them as `in`. */
/* clang-format off */
#define ZT_RING_PARAMS(S, in) \
    {"ring", ZT_PARAM(S, in.radius, GAP), NULL, "52mm..56mm", "环的外半径，高有余时的上限；窄处自行缩小", \
     "outer radius of the ring and its ceiling; it shrinks in a narrow place"}, \
    {"ring-least", ZT_PARAM(S, in.least, POINTS), NULL, "36mm", "最小的外半径，再小就改排成列", \
     "least radius; below it another variant is set"}, \
    {"ring-inner", ZT_PARAM(S, in.inner, NUMBER), NULL, "0.715", "内半径与外半径之比", "inner by outer radius"}, \
    {"ring-ink", ZT_PARAM(S, in.ink, INK), NULL, "companion", "环的油墨", "ink of the ring"}, \
    {"tooth", ZT_PARAM(S, in.tooth, POINTS), NULL, "3.6mm", "齿高，0 不画", "height of a tooth; 0: none"}, \
    {"ring-cut", ZT_PARAM(S, in.cut, POINTS), NULL, "1.1mm", "两段之间的平行缝", "gap between two sectors"}, \
    {"ring-gap", ZT_PARAM(S, in.gap, GAP), NULL, "4mm..10mm", "环与上方文字之间", \
     "between the ring and the words above"}, \
    {"side", ZT_PARAM(S, in.side, POINTS), NULL, "4.8mm", "环与两侧文字之间", "between ring and words beside"}, \
    {"side-least", ZT_PARAM(S, in.side_least, POINTS), NULL, "30mm", "两侧文字的最小宽", "least width of those words"}, \
    {"leader-line", ZT_PARAM(S, in.leader, POINTS), NULL, "0.12mm", "引线", "weight of a leader"}, \
    {"leader-gap", ZT_PARAM(S, in.leader_gap, POINTS), NULL, "2mm", "引线与文字之间", "from a leader to its words"}, \
    {"counts-gap", ZT_PARAM(S, in.counts_gap, GAP), NULL, "4.5mm..8mm", "环与下方个数之间", \
     "between the ring and the counts at its foot"}, \
    {"counts-width", ZT_PARAM(S, in.counts_width, POINTS), NULL, "92mm", "下方个数的总宽", "width of those counts"}
/* clang-format on */

/* False when it cannot be drawn at this width: too narrow, or the goal does not stand in it. */
bool zt_ring_fits(const zt_ring *ring);
/* What it takes with its natural gaps and radius; the extent tries larger ones as well. */
double zt_ring_height(const zt_ring *ring);
zt_extent zt_ring_measure(const zt_ring *ring);
/* In a frame of the ring's width and this height, its top at `top` of `into`. */
void zt_ring_place(const zt_ring *ring, double top, double height, zt_group *into);

#endif
