/* gen/chart/pictogram_imp.h — the plan of a pictogram. Points, frame of the plot. Made by
   pictogram_plan.c, drawn by kind_pictogram.c. */
#ifndef ZT_PICTOGRAM_IMP_H
#define ZT_PICTOGRAM_IMP_H

#include "chart/chart_words.h"
#include "chart/legend.h"
#include "chart/tie.h"

static const double ZT_PICTOGRAM_GAP = ZT_MM(0.6);  /* from icon to icon */
static const double ZT_PICTOGRAM_NEAR = ZT_MM(1.6); /* between icons and words */

/* A value: its name, its icons, the value behind them or, over the icons, at the right. */
typedef struct zt_pictogram_row {
    const zt_quantity *quantity; /* NULL: the item is not in the series */
    size_t item, series;
    /* The item, or of several the series; over the first series its item. */
    zt_words name, head;
    zt_mark_text value, word;
    size_t icons;
} zt_pictogram_row;

/* A pictogram at a width, in the arena of the setting. */
typedef struct zt_pictogram_plan {
    const zt_chart *chart;
    double width;
    zt_pictogram_row *rows;
    size_t count;
    zt_words key; /* what an icon stands for; may be empty */
    double lead;  /* height of the key with the gap under it */
    /* Names stand over their icons. */
    bool stacked;
    double left;     /* of the icons */
    double icon;     /* side of one */
    size_t per_line; /* icons of a line */
    /* White over a row, natural: over an item, and over a further series of it. */
    double between, within;
    zt_ties ties; /* annotations of one item: numbered behind its first value */
    zt_note_list notes;
} zt_pictogram_plan;

/* Planned under the fit in force; keeps `chart`. */
zt_pictogram_plan *zt_pictogram_plan_new(const zt_chart *chart, double width);
/* Value, word and numbers of a row, side by side. */
double zt_pictogram_said_width(const zt_pictogram_plan *plan, const zt_pictogram_row *row);
/* Places the numbers of a row from x on. */
void zt_pictogram_numbers_place(const zt_pictogram_plan *plan, const zt_pictogram_row *row,
                                zt_group *into, double x, double y);
/* Height of the line of these. */
double zt_pictogram_line(const zt_pictogram_plan *plan, const zt_pictogram_row *row);
/* Points from the top of a row to its first line of icons. */
double zt_pictogram_row_lead(const zt_pictogram_plan *plan, const zt_pictogram_row *row);
/* Points that a row takes, with its head. */
double zt_pictogram_row_height(const zt_pictogram_plan *plan, const zt_pictogram_row *row);
/* White over row i, natural. */
double zt_pictogram_gap(const zt_pictogram_plan *plan, size_t i);
/* Lines of icons of a row; at least one. */
size_t zt_pictogram_lines(const zt_pictogram_plan *plan, const zt_pictogram_row *row);

#endif
