/* gen/chart/stack_imp.h — the plan of stacked bars. Points, frame of the plot. */
#ifndef ZT_STACK_IMP_H
#define ZT_STACK_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/fills.h"
#include "chart/legend.h"
#include "chart/stack.h"

/* One value: a segment of its bar. */
typedef struct zt_stack_cell {
    const zt_quantity *quantity; /* NULL: the item is not in the series */
    zt_pos at;
    zt_rect rect;             /* y and height are of the bar */
    zt_mark_text value, word; /* the word of its standing: 估计 */
    bool below;               /* the value stands under the bar, after its swatch */
    double x, y;              /* below: of its swatch, y from the top of the list */
} zt_stack_cell;

/* One whole. */
typedef struct zt_stack_row {
    zt_words name;
    zt_mark_text total;
    double head;  /* height of the name's line over the bar, in narrow places; else 0 */
    double list;  /* height of the values below with their gap; 0: none */
    bool whole;   /* false: a part of a hundred is not known, so the bar has no lengths */
    double known; /* x of the end of its last segment */
} zt_stack_row;

typedef struct zt_stack {
    const zt_chart *chart; /* first, so that a kind may look (kind_stacked.c) */
    zt_stack_scale scale;
    double width;
    size_t rows_count, parts; /* bars; segments of each */
    zt_stack_row *rows;
    zt_stack_cell *cells; /* row by row */
    const zt_part_fill *fills;
    double left, right; /* of the bars' room */
    double zero;        /* x of the zero line */
    bool has_negative;
    double swatch, gap, line; /* edge of a swatch, gap beside text, height of a line below */
    bool over;                /* names of the parts over the first bar; else in the legend */
    zt_words *heads;
    zt_point *heads_at;
    double unit, lead; /* heights: of the unit's line, and of all over the first bar */
    zt_mark_text foot;
    double foot_height;
    zt_note_list notes;
    double bar, between; /* least height of a bar, and between bars */
    bool narrow;
} zt_stack;

#endif
