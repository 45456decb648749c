/* gen/block/ring/ring.h — a gear whose sectors carry numbers, words hanging from hairline leaders
   at both sides, a goal in its hole, counts at its foot. Shared by tasks and structure. Points, y
   down. */
#ifndef ZT_RING_H
#define ZT_RING_H

#include "block/ring/counts.h"
#include "block/ring/goal_words.h"

/* What stands on one sector. */
typedef struct zt_ring_mark {
    zt_str no; /* or empty */
    zt_pos at;
    size_t teeth;
} zt_ring_mark;

/* What a template may <set> of a ring: the outer radius and the gap below words that stand above
   it, each with its ceiling. */
typedef struct zt_ring_params {
    zt_gap radius, gap;
} zt_ring_params;

/* Beside a ring, in points: from its teeth to the words at both sides, the least width of these,
   the weight of a leader, and from a leader to its words. */
static const double ZT_RING_SIDE = ZT_MM(4.8), ZT_RING_SIDE_LEAST = ZT_MM(30);
static const double ZT_RING_LEADER = ZT_MM(0.12), ZT_RING_LEADER_GAP = ZT_MM(2);
/* Between a ring, or cards, and the counts at its foot. */
static const zt_gap ZT_RING_COUNTS_GAP = {ZT_MM(4.5), ZT_MM(8)};

/* What a ring is made of, filled by the block. It asks `mark` and `entry` for each item with
   `self`; both may be asked more than once, at other widths. */
typedef struct zt_ring {
    const zt_block *block;
    const zt_ring_params *params;
    /* Least between the words of one item and the leader below them. */
    double apart;
    const zt_ink *leader_ink;
    const zt_setting *setting;
    double width;
    size_t count;
    /* Degrees from 12 o'clock to the first sector's middle. */
    double start;
    /* Words stay beside the gear, as far as their leaders still meet their sectors. */
    bool beside;
    const void *self;
    zt_ring_mark (*mark)(const void *self, size_t i);
    zt_entry (*entry)(const void *self, size_t i, double width, zt_align align);
    /* Name of one entry's part in the scene: "task". */
    const char *part;
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
    {"ring-gap", ZT_PARAM(S, in.gap, GAP), NULL, "4mm..10mm", "环与上方文字之间", \
     "between the ring and the words above"}
/* clang-format on */

/* Where everything of a ring stands at its natural radius; in the arena of the setting. */
typedef struct zt_ring_plan zt_ring_plan;

/* False when it cannot be drawn at this width: too narrow, or the goal does not stand in it. */
bool zt_ring_fits(const zt_ring *ring);
/* Breaks all words, and finds where everything stands at the natural radius; `ring` lives as long
   as the plan. */
const zt_ring_plan *zt_ring_plan_make(const zt_ring *ring);
/* At the natural gaps and radius; and the most, with the largest radius that breaks no line anew.
 */
zt_extent zt_ring_extent(const zt_ring_plan *plan);
/* In a frame of the ring's width and this height, its top at `top` of `into`. Spare height goes to
   the radius, up to its ceiling, then to the gap above, then to that over the counts. */
void zt_ring_place(const zt_ring_plan *plan, double top, double height, zt_group *into);

#endif
