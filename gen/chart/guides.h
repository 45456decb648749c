/* gen/chart/guides.h — what a plot with upright values shows to read its data by: panels behind a
   stretch of time, dashed lines at values, brackets with a difference (zt_guide). A kind asks for
   them before it fixes the sides of its plot, tells where its items lie, adds their height over its
   plot, and has them drawn. Points, frame of the plot, y down. */
#ifndef ZT_GUIDES_H
#define ZT_GUIDES_H

#include "chart/chart_words.h"
#include "chart/grid.h"
#include "chart/marks.h"
#include "labels/room.h"

/* From the plot to the column of words beside it, in points. */
static const double ZT_GUIDE_COLUMN_GAP = ZT_MM(1.2);

/* One guide, measured and placed along x. */
typedef struct zt_guide_box {
    const zt_guide *guide;
    /* Of a span its name, of a threshold its name and number. */
    zt_words words;
    /* Of a bracket: its words, and the difference behind them. */
    zt_mark_text name, figure;
    /* Of the words with their gaps. */
    double width, height;
    /* x of the panel's sides, or of the hooks; from < to. */
    double from, to;
    double x; /* of the middle of the words that stand over the plot */
    /* Row over the plot, of its own sort; 0 is next to the plot. */
    size_t level;
    /* Words over the line of a bracket that is too short to have them in it. */
    bool over_line;
    bool stacked; /* the words of a bracket over its difference, in narrow places */
} zt_guide_box;

/* All guides of a chart; the boxes lie in the arena of the setting. */
typedef struct zt_guides {
    const zt_chart *chart;
    zt_guide_box *boxes;
    size_t count;
    /* Thresholds are named in a column beside the plot, `column` wide and at least `column_height`
       high in all; else in a key over it. Naught without thresholds. */
    bool has_column;
    /* Spans are named in the key too, which stands once over several plots. */
    bool keyed;
    double column, column_height;
    /* Rows over the plot, from above: key, names of spans, brackets. Heights in all. */
    double keys, names, brackets;
    /* Height of the unit of the data over all of them, where it would stand in the way of hooks;
       set by zt_guides_lift_unit. */
    double unit;
} zt_guides;

/* Measures all. `limit`: widest words in a column beside the plot; where a threshold's number alone
   is wider, or the limit is 0, there is a key and no column. */
zt_guides zt_guides_new(const zt_chart *chart, double limit, double width);
/* The same for several plots, all in a key that zt_guides_draw_key draws once over them. */
zt_guides zt_guides_new_keyed(const zt_chart *chart, double width);
/* Those of some kinds (1 << ZT_GUIDE_…) alone, in boxes of their own; of thresholds that are
   computed and of brackets only those of a series, unless it is ZT_GUIDES_OF_ALL. */
#define ZT_GUIDES_OF_ALL SIZE_MAX
zt_guides zt_guides_pick(const zt_guides *guides, unsigned kinds, size_t series);
/* A unit over the ticks that reaches into the plot goes over the rows, where brackets would run
   through it. True then: its line is the first `guides->unit` points. `room`: what lies left of the
   plot. */
bool zt_guides_lift_unit(zt_guides *guides, const zt_mark_text *unit, double room);
/* Widens the range of values to that of the thresholds. */
void zt_guides_reach(const zt_guides *guides, double *low, double *high);

/* Where the items lie along x; owned by the kind. */
typedef struct zt_guide_axis {
    double left, right; /* of the plot */
    const double *xs;   /* of the middle of each item, rising */
    bool is_timed;      /* xs are at true distances of time */
} zt_guide_axis;
/* Places all along x and fills the heights over the plot. */
void zt_guides_plan(zt_guides *guides, const zt_guide_axis *axis);
/* Height of all that stands over the plot. */
double zt_guides_height(const zt_guides *guides);

/* Where values lie, once the height is known; filled by the kind. */
typedef struct zt_guide_place {
    double top;          /* of what stands over the plot */
    double foot;         /* of the plot, where panels end */
    double left, right;  /* of dashed lines */
    const void *context; /* handed to the two below */
    double (*y)(const void *context, double value);
    /* The mark of an item in a series with the words over it. */
    zt_rect (*mark)(const void *context, size_t item, size_t series);
} zt_guide_place;
/* What words must keep clear of: the lines of brackets, written to `pieces`, which has room for 3 a
   guide; lines of thresholds give way to type. Returns how many there are. */
size_t zt_guides_pieces(const zt_guides *guides, const zt_guide_place *place, zt_piece *pieces);
/* Panels and the names over them; before anything else is drawn. */
void zt_guides_draw_behind(const zt_guides *guides, const zt_guide_place *place, zt_group *into,
                           zt_group *labels);
/* Lines, brackets and the key; lines give way to the type. The words of the column are drawn by
   zt_guides_draw_words. */
void zt_guides_draw(const zt_guides *guides, const zt_guide_place *place, zt_group *axis,
                    zt_group *labels, const zt_grid_type *type);
/* The key from y on; zt_guides_draw draws it where it belongs to one plot. */
void zt_guides_draw_key(const zt_guides *guides, zt_group *axis, zt_group *labels, double y);
/* Those of one threshold in the column, their middle at y, tied to the line where they were moved
   off it. */
void zt_guide_draw_words(const zt_guides *guides, size_t i, const zt_guide_place *place,
                         zt_group *axis, zt_group *labels, double x, double y);
/* All of them in a column of their own from x on, moved apart. */
void zt_guides_draw_column(const zt_guides *guides, const zt_guide_place *place, zt_group *axis,
                           zt_group *labels, double x);

#endif
