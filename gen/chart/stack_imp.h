/* gen/chart/stack_imp.h — the plan of stacked bars. Points, frame of the plot. Of lying ones made
   by stack_plan.c and drawn by stack_draw.c, of upright ones by stack_upright_plan.c and
   stack_upright_draw.c, both from stack_parts.c; stack.c chooses. */
#ifndef ZT_STACK_IMP_H
#define ZT_STACK_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/end_labels.h"
#include "chart/fills.h"
#include "chart/legend.h"
#include "chart/column_slots.h"
#include "chart/stack.h"
#include "chart/tick_texts.h"

static const double ZT_STACK_SEAM = ZT_MM(0.35); /* paper between two segments, points */

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

/* What columns have besides: bars that stand on slots. */
typedef struct zt_stack_upright {
    zt_column_slots slots;
    double column; /* thickness */
    /* One cell for each segment, by row: levels between which it lies, in the unit of the data or,
       of hundreds, of the whole. */
    double *from, *to;
    double low, high; /* of all levels; zero within */
    /* Height of the sums, or of the slots of missing parts, over the columns; else 0. */
    double above;
    /* Values that have no room in their segments are read off it. */
    bool has_axis;
    zt_tick_texts ticks;
    bool *unsaid;
    /* Names of the parts with the last column's values at its right; none in narrow places. */
    bool has_ends;
    zt_end_labels ends;
    double plot, plot_most; /* height of the columns with what stands over them */
} zt_stack_upright;

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
    zt_stack_upright *upright; /* NULL: the bars lie */
} zt_stack;

/* An empty plan with its arrays and measures, in the arena of the setting. */
zt_stack *zt_stack_new(const zt_chart *chart, double width, zt_stack_scale scale);
/* Whether a single series is one whole, whose parts are the items. */
bool zt_stack_is_one_bar(const zt_chart_data *data);
/* Of a part: its value, NULL when the item is not in the series; the same in the unit of the data,
   0 when there is none; its name, and the look of that. */
const zt_quantity *zt_stack_quantity(const zt_stack *s, size_t row, size_t part);
double zt_stack_value(const zt_stack *s, size_t row, size_t part);
zt_str zt_stack_head(const zt_stack *s, size_t part);
zt_look zt_stack_head_look(const zt_stack *s, size_t part);
/* The item that a part of a bar belongs to. */
const zt_chart_item *zt_stack_item(const zt_stack *s, size_t row, size_t part);
/* What the length of a bar stands for; 0 while a part is to come. */
double zt_stack_whole(const zt_stack *s, size_t row);
/* The sum of a bar as printed; empty where the data do not give it exactly. */
zt_str zt_stack_total(const zt_stack *s, size_t row);
/* Reads a value with its word. */
zt_stack_cell *zt_stack_set_cell(zt_stack *s, size_t row, size_t part);
/* Sets the value in type for its segment, which has room for so much; false, with the value as it
   was, where it cannot be read there. */
bool zt_stack_set_inside(const zt_stack *s, zt_stack_cell *c, size_t part, double wide,
                         double high);
/* Names of the parts with swatches over all bars, and drawing them. */
void zt_stack_set_legend(zt_stack *s);
void zt_stack_draw_heads(const zt_stack *s, zt_group *into);

/* One below the other; sums are printed when `sums` asks. */
zt_chart_plan zt_stack_lying_plan(const zt_chart *chart, double width, zt_stack_scale scale,
                                  bool sums);
void zt_stack_lying_draw(const zt_chart_plan *planned, double height, zt_group *into);
/* Whether the bars of the data stand: wholes of several times, all of them known. */
bool zt_stack_stands(const zt_chart *chart, zt_stack_scale scale, bool asked);
zt_chart_plan zt_stack_upright_plan(const zt_chart *chart, double width, zt_stack_scale scale,
                                    bool total);
/* Whether it is better than lying bars. */
bool zt_stack_upright_serves(const zt_chart_plan *planned);
/* The same of columns that were asked for: no name is lost. */
bool zt_stack_upright_holds(const zt_chart_plan *planned);
void zt_stack_upright_draw(const zt_stack *s, double height, zt_group *into);

#endif
