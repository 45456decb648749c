/* gen/chart/branches.h — names with their values, tied by straight lines: what trees and hubs are
   made of. A kind adds all pieces while it plans, in the frame of the plot, and draws them as often
   as it is asked. */
#ifndef ZT_BRANCHES_H
#define ZT_BRANCHES_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/marks.h"

static const double ZT_BRANCHES_GAP = ZT_MM(1.2); /* beside text */

/* A name and what stands with it, measured: the value behind the name, or under it. */
typedef struct zt_branch_label {
    zt_words name;
    zt_mark_text value, word; /* no width without a value */
    bool stacked;
    double width, height;
    zt_align align;
    zt_point at; /* top left of its box; set by the kind */
} zt_branch_label;

/* A line, or a disc about `from` where it has a radius. */
typedef struct zt_branch_tie {
    zt_point from, to;
    double radius;
    bool ring; /* paper within */
    bool lit;
} zt_branch_tie;

/* All pieces; arrays in the arena of the setting. */
typedef struct zt_branches {
    const zt_chart *chart;
    double width, height; /* without the annotations */
    ZT_VEC(zt_branch_label) labels;
    ZT_VEC(zt_branch_tie) ties;
    zt_note_list notes;
    bool is_list; /* a hub whose centre stands over its items */
} zt_branches;

/* An item in a series, at most `limit` wide; bold where it is lit. */
zt_branch_label zt_branch_item(const zt_chart *chart, size_t item, size_t series, double limit,
                               bool lit, zt_align align);
/* A name without a value. */
zt_branch_label zt_branch_name(const zt_chart *chart, zt_str name, double limit, bool strong,
                               zt_align align);
/* Adds a piece. */
void zt_branches_label(zt_branches *b, const zt_branch_label *label, double x, double y);
void zt_branches_line(zt_branches *b, zt_point from, zt_point to, bool lit);
void zt_branches_disc(zt_branches *b, zt_point centre, double radius, bool lit);
/* A ring on paper, over all lines. */
void zt_branches_ring(zt_branches *b, zt_point centre, double radius);
/* The last step: the unit over all, annotations under it, and the plan as the kind's own. */
zt_chart_plan zt_branches_plan(zt_branches *b);
void zt_branches_draw(const zt_chart_plan *planned, double height, zt_group *into);

#endif
