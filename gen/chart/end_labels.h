/* gen/chart/end_labels.h — labels at the ends of lines: a value and a name beside it for each
   row, in a column left or right of the plot. Points, frame of the plot. A kind measures them
   first, since their width fixes the plot; it sets `wanted` once y is scaled, moves them apart,
   and draws them. */
#ifndef ZT_END_LABELS_H
#define ZT_END_LABELS_H

#include "chart/chart_words.h"
#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/moments.h"

/* From the middle of a mark to its label, and from a value to its name. */
static const double ZT_ENDS_CLEAR = ZT_MM(2), ZT_ENDS_GAP = ZT_MM(1.3);

/* Left: the name, then the value, flush right at the plot. Right: the value, then the name. */
typedef enum zt_ends_side { ZT_ENDS_LEFT, ZT_ENDS_RIGHT } zt_ends_side;

/* One label; all zero where the row has none on this side. */
typedef struct zt_end_label {
    /* With the word of its standing behind it: 23.4 估计. */
    zt_mark_text value;
    zt_words name;
    double width, height;
    /* There is a mark to tie it to where it has to be moved; not so for a missing value. */
    bool is_tied;
    /* Where its middle would stand, set by the kind; and where it does, set by
       zt_end_labels_spread. */
    double wanted, y;
} zt_end_label;

/* All labels of a side, one a row. The array lies in the arena of the setting; a drawing takes a
   copy of it, as each height has its own places. */
typedef struct zt_end_labels {
    zt_ends_side side;
    bool stacked;
    zt_end_label *items;
    size_t count;
    double width; /* of the widest */
    /* The height that they need one under the other, with a gap after each. */
    double room;
} zt_end_labels;

/* Which labels are wished, by value from the kind. */
typedef struct zt_ends_wish {
    /* The moment whose values they tell. */
    size_t column;
    zt_ends_side side;
    /* Points at which names break; 0 leaves the names out. */
    double limit;
    bool stacked; /* the name under its value, not beside it */
    /* Rows of which the data say nothing there have no label either; else they have a dash. */
    bool skip;
} zt_ends_wish;

/* The labels of a side, measured, in the arena of the setting. */
zt_end_labels zt_end_labels_new(const zt_chart *chart, const zt_moments *moments,
                                zt_ends_wish wish);
/* Moves them apart about what they want, between `top` and `foot`, with the least sum of squared
   moves; where they do not fit they stand edge to edge from `top` on. */
void zt_end_labels_spread(const zt_chart *chart, zt_end_labels *labels, double top, double foot);
/* Draws them with their marks at x; one that was moved is tied to its mark. */
void zt_end_labels_place(const zt_chart *chart, const zt_end_labels *labels, zt_group *into,
                         double x);
/* Whether one of them lies on this height; asked after they are moved apart. */
bool zt_end_labels_meet(const zt_end_labels *labels, double y);

#endif
