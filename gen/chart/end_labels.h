/* gen/chart/end_labels.h — labels at the ends of lines: a value and a name beside it for each row,
   in a column left or right of the plot. Points, frame of the plot. */
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

/* One label; nothing where the row has none on this side. */
typedef struct zt_end_label {
    zt_mark_text value; /* with the word of its standing */
    zt_words name;
    double width, height;
    bool is_tied;     /* there is a mark to tie it to, where it has to be moved */
    double wanted, y; /* where its middle would stand, and does */
} zt_end_label;

/* All labels of a side, one a row. */
typedef struct zt_end_labels {
    zt_ends_side side;
    bool stacked;
    zt_end_label *items;
    size_t count;
    double width; /* of the widest */
    double room;  /* height that they need, one under the other */
} zt_end_labels;

/* Which labels are wished. */
typedef struct zt_ends_wish {
    size_t column; /* whose values they tell */
    zt_ends_side side;
    double limit; /* names break at it; none where it is 0 */
    bool stacked; /* the name under its value, not beside it */
    bool skip;    /* rows without a value there have no label either */
} zt_ends_wish;

/* The labels of a side, measured, in the arena of the setting. */
zt_end_labels zt_end_labels_new(const zt_chart *chart, const zt_moments *moments,
                                zt_ends_wish wish);
/* Moves them apart about what they want, between `top` and `foot`. */
void zt_end_labels_spread(const zt_chart *chart, zt_end_labels *labels, double top, double foot);
/* Draws them with their marks at x; one that was moved is tied to its mark. */
void zt_end_labels_place(const zt_chart *chart, const zt_end_labels *labels, zt_group *into,
                         double x);
/* Whether one of them lies on this height. */
bool zt_end_labels_meet(const zt_end_labels *labels, double y);

#endif
