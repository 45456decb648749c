/* gen/chart/facet_imp.h — small multiples: each series in a panel of its own, all panels alike
   (facet="series"); or all in one, columns below lines (as="line"). Planned in facet_plan.c, drawn
   in facet_draw.c. Points; a panel's frame has its origin at the top of its head, at the left edge
   of its plot. */
#ifndef ZT_FACET_IMP_H
#define ZT_FACET_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/facet.h"
#include "chart/guides.h"
#include "chart/tick_texts.h"
#include "chart/tie.h"
#include "chart/time_axis.h"

static const double ZT_FACET_GAP = ZT_MM(1.2); /* between a mark and its value, ticks and plot */
static const double ZT_FACET_DOT = ZT_MM(0.85);
/* From row to row of panels, and from the rule over a head to its name. */
static const double ZT_FACET_ROW_GAP = ZT_MM(3.2), ZT_FACET_HEAD_GAP = ZT_MM(0.9);
/* Of lying bars below their names, by the size of these: from the name to the bar, its thickness.
 */
static const double ZT_FACET_WORDS_GAP = 0.2, ZT_FACET_BAR_BELOW = 0.55;
static const double ZT_FACET_LINE_ACCENT = ZT_MM(0.7); /* weight of a line in the accent */

/* How values are drawn in a panel. */
typedef enum zt_facet_mark {
    ZT_FACET_LINE,
    ZT_FACET_STEP,
    ZT_FACET_AREA,
    ZT_FACET_COLUMN,
    ZT_FACET_BAR /* lying, items down */
} zt_facet_mark;

/* Where the value of the last point stands. */
typedef enum zt_facet_value {
    ZT_FACET_BESIDE,  /* right of the plot, at the height of its point */
    ZT_FACET_ON_HEAD, /* flush right on the line of the panel's name */
    ZT_FACET_BELOW_HEAD
} zt_facet_value;

/* A series. */
typedef struct zt_facet_panel {
    zt_words name;
    /* The last item with a value; the count of items where none has any. */
    size_t last;
    zt_mark_text value;
    zt_tick_texts ticks; /* those of all panels, or with own scales of this one */
    /* The values at the ends of the plot, where columns have their values over them; else it goes
       from tick to tick, or above the last one. */
    double low, high;
    zt_bar_scale bars; /* lying bars: x of values */
} zt_facet_panel;

/* What stands at the end of a bar, item by item, series within. */
typedef struct zt_facet_bar {
    zt_mark_text value, word;
} zt_facet_bar;

/* The panels at a width, in the arena of the setting. */
typedef struct zt_facets_plan {
    const zt_chart *chart;
    zt_facet_mark mark;
    double width;
    /* Series, and panels side by side. Combined ones lie in one panel, whose key is its head. */
    size_t count, columns;
    bool combined;
    zt_facet_panel *panels;
    /* Of a panel: what stands left of its plot (ticks, names of bars), the plot, what stands right
       of it; the gap to the next panel. */
    double left, plot, beside, gap;
    /* Every panel has the part left of the plot, not only the first of a row. */
    bool left_each;
    zt_facet_value value_at;
    /* From the rule over the head to the plot, which is the same in all panels. */
    double head;
    zt_mark_text unit;         /* over all panels; empty when something else tells it */
    double key_y, unit_height; /* where the key of guides begins; height of unit and key */
    double *xs;                /* of the items in the plot; their middle */
    double band;               /* width of a column */
    bool timed;
    zt_time_axis axis;
    zt_words *names; /* of the items where the axis is not timed, or of lying bars */
    double *name_xs; /* middles of those below a plot */
    bool *kept;      /* which of them are printed */
    double foot;     /* from the base line to the foot of the labels */
    /* Below every panel, not only the lowest of each column. */
    bool foot_each;
    /* Of lying bars, and of columns of names, which have their values over them and no ticks. */
    zt_facet_bar *bars;
    double over, under; /* room for these values in the plot, above and below */
    /* Lying bars of narrow places: name and value stand over the bar, which has the whole width;
       the height of these words. */
    double words;
    double pitch;        /* of lying bars */
    double reach;        /* of what the theme draws at the end of a bar, beyond it */
    double row, row_max; /* height of a plot */
    /* A key once over all panels; over each plot the brackets of its series, `brackets` high. */
    zt_guides guides;
    double brackets;
    /* Annotations of one item are numbered over it in every panel; their words stand below all. */
    zt_ties ties;
    zt_note_list notes;
    const bool *unsaid;
    size_t lost; /* values that label= asks for and that have no room in the least plots */
} zt_facets_plan;

/* Under the fit in force; keeps `chart`. Reports chart-too-narrow. */
zt_facets_plan *zt_facets_plan_new(const zt_chart *chart, double width);
/* Points of all that is not plot, and how many plots stand one over the other. */
double zt_facets_fixed_height(const zt_facets_plan *plan);
size_t zt_facets_rows(const zt_facets_plan *plan);
/* y of the values of a panel whose plot is `row` high, in its frame. */
zt_scale zt_facet_scale(const zt_facets_plan *plan, size_t panel, double row);
/* x and width of the column of a series at an item: combined ones stand side by side. */
zt_rect zt_facet_column(const zt_facets_plan *plan, size_t series, size_t item);
/* Radius of the ring about the open end of a lying bar of this thickness. */
double zt_facet_ring(double thick);
/* Whether labels stand below the panel. */
bool zt_facet_has_foot(const zt_facets_plan *plan, size_t panel);
/* The value of a panel at an item where there is a number; else NULL. */
const zt_quantity *zt_facet_value_of(const zt_facets_plan *plan, size_t panel, size_t item);
/* The series whose mark stands for an item in a panel: that of the panel, of combined ones the
   first line with a value, else the first column; the count of series where there is no value. */
size_t zt_facet_series_at(const zt_facets_plan *plan, size_t panel, size_t item);
/* The accent where the series or the item is highlighted. */
const zt_ink *zt_facet_ink(const zt_facets_plan *plan, size_t panel, size_t item);
/* Of combined series: whether it is a line; the columns of an item stand side by side. */
bool zt_facet_is_line(const zt_facets_plan *plan, size_t series);
/* The key of combined series in rows from the top down, or only measured when `into` is NULL; its
   height with the gap below. */
double zt_facet_key(const zt_facets_plan *plan, zt_group *into);
/* Whether panels draw their arrows themselves; over bars and columns they are drawn by others
   (arrow_marks.h), clear of the values. */
bool zt_facets_draw_arrows(const zt_facets_plan *plan);
/* For zt_chart_kind. */
void zt_facets_draw(const zt_chart_plan *planned, double height, zt_group *into);

#endif
