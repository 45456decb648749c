/* gen/chart/stack_imp.h — the plan of stacked bars. Points, frame of the plot. Made by
   stack_plan.c, drawn by stack_draw.c; all other files see the zt_chart_plan
   alone. */
#ifndef ZT_STACK_IMP_H
#define ZT_STACK_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/fills.h"
#include "chart/legend.h"
#include "chart/stack.h"

/* The most that a bar grows to where there is height to spare, points. */
static const double ZT_STACK_BAR_MOST = ZT_MM(7.2);

/* One value: a segment of its bar, and where its words stand. */
typedef struct zt_stack_cell {
    const zt_quantity *quantity; /* NULL: the item is not in the series */
    zt_pos at;
    /* x and width are final; y and height are those of the bar and stay 0 here. */
    zt_rect rect;
    zt_mark_text value, word; /* the word of its standing: 估计 */
    /* The value stands under the bar, after its swatch, as it could not be read on the segment. */
    bool below;
    /* Of the swatch below: x in the plot, y of its line from the top of the list. */
    double x, y;
} zt_stack_cell;

/* One whole: an item, or the only series. */
typedef struct zt_stack_row {
    zt_words name;
    /* The sum at the right; empty where it is not asked for or not exact. */
    zt_mark_text total;
    /* Height of the name's line over the bar in narrow places, with its gap; else 0. */
    double head;
    /* Height of the values below with their gap; 0 for none. */
    double list;
    /* False when a part of a hundred is not known, so that the bar has no lengths. */
    bool whole;
    /* x where the next segment to the right would begin. */
    double known;
} zt_stack_row;

/* Stacked bars at a width, in the arena of the setting; drawing reads it and changes nothing. */
typedef struct zt_stack {
    const zt_chart *chart;
    zt_stack_scale scale;
    double width;
    size_t rows_count, parts; /* bars; segments of each */
    zt_stack_row *rows;
    zt_stack_cell *cells; /* row by row */
    /* One for each part, the same in all bars. */
    const zt_part_fill *fills;
    /* x of the edges of the bars' room, between names and sums. */
    double left, right;
    /* x of the zero line: `left`, unless parts are negative. */
    double zero;
    bool has_negative;
    /* Edge of a swatch, gap beside text, height of a line below. */
    double swatch, gap, line;
    /* Names of the parts stand over the first bar; else in a legend with swatches. */
    bool over;
    zt_words *heads;
    /* Top left of each name, or of its swatch. */
    zt_point *heads_at;
    /* Heights: of the unit's line, and of all that stands over the first bar, that line
       included. */
    double unit, lead;
    /* Says that the sums are computed; empty without any. */
    zt_mark_text foot;
    double foot_height;
    zt_note_list notes;
    double bar, between; /* least height of a bar, and between bars */
    bool narrow;
} zt_stack;

#endif
