/* gen/chart/fills.h — fills that tell the parts of a whole apart, in colour and on a grey plate.
   Kinds that stack parts ask for all fills of a chart at once, since each depends on its
   neighbours. */
#ifndef ZT_FILLS_H
#define ZT_FILLS_H

#include "chart/chart_words.h"
#include "chart/marks.h"

/* How an area is covered: all of it, or a pattern on paper within a fine outline. Patterns keep
   parts apart where inks are alike. */
typedef enum zt_fill_pattern {
    ZT_FILL_PLAIN,
    ZT_FILL_HATCH,
    ZT_FILL_DOTS,
    ZT_FILL_CROSS
} zt_fill_pattern;

/* The fill of one part, by value; the ink is borrowed from the chart's parameters or the theme. */
typedef struct zt_part_fill {
    const zt_ink *ink;
    zt_fill_pattern pattern;
} zt_part_fill;

/* As many parts as have a fill of their own. */
enum { ZT_FILLS_MOST = 8 };

/* What a grey plate shows of the fill, 0 (black) to 100 (paper): luma of Rec. 601, a pattern by
   the share that it covers. */
double zt_fill_grey(zt_part_fill fill);
/* A fill for each of `count` parts, which lie in this order, no two alike up to ZT_FILLS_MOST; then
   they begin again. lead[i] (or lead NULL: the first) asks for the accent, which one part gets.
   Neighbours are at least 12 points of grey apart as long as a fill that is left allows it. Lives
   in the arena of the setting. */
zt_part_fill *zt_fills_new(const zt_chart *chart, size_t count, const bool *lead);
/* Turns `look` into that of type on an area: white on a dark one, at least as large as reversed
   type prints; on a light one as it is, in the ink of the axes where it was white. False, with the
   look as it was, where neither can be read: on middle greys, patterns and hatching. The area of a
   forecast is bare ground. */
bool zt_fill_look(const zt_chart *chart, zt_part_fill fill, zt_mark_fill way, zt_look *look);
/* The area of a part by the standing of its value: what is known in its fill, the rest as
   zt_mark_bar() has it. */
void zt_fill_bar(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect, zt_mark_fill way,
                 zt_part_fill fill);

/* The same of a bar that ends at its value, as the theme draws bars (zt_mark_value_bar). */
void zt_fill_value_bar(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect,
                       zt_mark_end end, zt_mark_fill way, zt_part_fill fill);

/* Names of parts behind swatches of their fills, line by line; a name wider than the place is
   broken. Points, from the top left of the list; in the arena of the setting. */
typedef struct zt_part_names {
    const zt_part_fill *fills;
    zt_words *names;
    zt_point *at; /* top left of each swatch */
    size_t count;
    double swatch; /* edge of one */
    double height; /* with the gap under the last line; 0 without any */
} zt_part_names;
/* at[i] is where the name stands in the document; NULL: all at the kind. The part in the accent has
   its name in bold type, so that grey keeps it. */
zt_part_names zt_part_names_new(const zt_chart *chart, const zt_str *names, const zt_pos *at,
                                size_t count, const zt_part_fill *fills, double width);
/* Places them with their top at y. */
void zt_part_names_place(const zt_chart *chart, const zt_part_names *names, zt_group *into,
                         double y);

#endif
