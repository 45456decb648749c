/* gen/chart/area_imp.h — the plan of areas, one or several on each other: what follows from the
   data and the width alone. Points, frame of the plot. Made by area_plan.c, drawn by
   area_draw.c; the kinds area and stacked-area differ only in the data that they take. */
#ifndef ZT_AREA_IMP_H
#define ZT_AREA_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/foot_list.h"
#include "chart/guides.h"
#include "chart/tick_texts.h"
#include "chart/tie.h"
#include "chart/time_axis.h"
#include "labels/leaders.h"

static const double ZT_AREA_GAP = ZT_MM(1.5);   /* between marks and their labels */
static const double ZT_AREA_ALONE = ZT_MM(0.8); /* width of a value without neighbours */

/* What stands at the right of a layer: the head of its series and its value at the last whole
   item. */
typedef struct zt_area_end {
    zt_words head; /* without a paragraph when the series has none */
    /* The value and the word of its standing (估计); empty when no item is whole. */
    zt_mark_text value, word;
    bool stacked; /* the value under the head, not beside it */
    double width, height;
} zt_area_end;

/* What a highlighted item says, over the plot. */
typedef struct zt_area_remark {
    size_t item;
    zt_mark_text text;
} zt_area_remark;

/* Areas at a width, in the arena of the setting. x is final; y is scaled when the height is
   known. Layers are counted from the base up, series as in the data. */
typedef struct zt_area_plan {
    const zt_chart *chart;
    double width;
    size_t items, layers;
    /* The series of each layer from the base up: the one of the story first. */
    size_t *order;
    /* Of item i up to and with layer k at [i * layers + k], in the unit of the data. */
    double *sums;
    /* One for each item: all series have a value there; elsewhere the area has a gap. */
    bool *whole;
    size_t last; /* the last whole item; `items` when there is none */
    zt_tick_texts ticks;
    zt_mark_text unit;
    double *xs; /* of the items */
    /* x of the edges of the plot, and of the labels at its right. */
    double plot_left, plot_right, ends_x;
    /* y of the highest tick, and the height of the remarks over it. */
    double top, head;
    /* Height of a line at the very top, for the unit or the sum where a leader of a remark would
       run through it in its usual place over the ticks; else 0. */
    double crown;
    bool unit_in_crown, total_in_crown;
    zt_area_end *ends;
    /* The sum of the last whole item, told as computed; or empty. */
    zt_mark_text total;
    /* The axis of time has labels of its own; else `names` has the keys as written and `kept`
       says which of them are printed. */
    bool timed;
    zt_time_axis axis;
    /* One for each item; NULL where the axis is timed. */
    zt_mark_text *names;
    bool *kept;
    zt_area_remark *remarks;
    zt_hung_label *hung;
    size_t remark_count;
    /* From line to line of the remarks. */
    double row;
    /* From the base line to the foot of what names the times. */
    double foot;
    zt_foot_list missing;
    zt_guides guides;
    /* Annotations at the top of the areas; over the plot they have room of `ties_height`. */
    zt_ties ties;
    double ties_height;
    double height, height_max; /* without the notes */
    zt_note_list notes;        /* the other annotations, and those numbered */
} zt_area_plan;

/* What one drawing needs beside the plan; points, frame of the plot, y down. */
typedef struct zt_area_place {
    const zt_area_plan *plan;
    zt_scale y;
    double base; /* y of the foot of the plot */
    zt_ties ties;
} zt_area_place;
/* The plan with a plot of that height, or with the least one where more annotations would have to
   be numbered than the plan has promised. In the arena of the setting. */
zt_area_place zt_area_place_new(const zt_area_plan *plan, double plot);
/* The same at exactly that height; `numbered` of the annotations have no room. */
zt_area_place zt_area_place_at(const zt_area_plan *plan, double plot, size_t *numbered);
/* What the guides are told of it; the place must outlive it. */
zt_guide_place zt_area_guide_place(const zt_area_place *place);
/* y of the top of what lies below `layer`: the foot of the layer, or with layer + 1 its top. */
double zt_area_sum_y(const zt_area_place *place, size_t layer, size_t item);
/* y of the line from a layer to its label at the right: at its middle, of an area alone at its top.
 */
double zt_area_end_y(const zt_area_place *place, size_t layer);

/* Planned under the fit in force; keeps `chart`. Reports chart-too-narrow. */
zt_area_plan *zt_area_plan_new(const zt_chart *chart, double width);
/* Values whose standing has no word in the plot (zt_chart_plan.unsaid). */
const bool *zt_area_find_unsaid(const zt_area_plan *plan);
/* The value of layer `layer` at an item; NULL where there is none. */
const zt_quantity *zt_area_value(const zt_area_plan *plan, size_t layer, size_t item);
/* The sum of all layers below `layer` at an item; of layer 0 zero. */
double zt_area_sum(const zt_area_plan *plan, size_t layer, size_t item);
/* The ink of a layer; borrowed from the parameters of the chart. */
const zt_ink *zt_area_ink(const zt_area_plan *plan, size_t layer);

/* For zt_chart_kind: what kinds of areas share, plan and draw. */
zt_chart_plan zt_area_plan_chart(const zt_chart *chart, double width);
void zt_area_draw(const zt_chart_plan *planned, double height, zt_group *into);
/* At least two items: reports no-items and should-be-bars. */
bool zt_area_check_items(const zt_chart_data *data, zt_diags *diags, const char *kind);

#endif
