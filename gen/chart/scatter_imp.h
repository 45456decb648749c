/* gen/chart/scatter_imp.h — points by two values, and by the area of their circle by a third one.
   Points, frame of the plot. */
#ifndef ZT_SCATTER_IMP_H
#define ZT_SCATTER_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/foot_list.h"
#include "chart/tick_texts.h"

static const double ZT_SCATTER_GAP = ZT_MM(1.2); /* between axes, ticks and words */

/* The series: what they are is their place. */
typedef enum zt_scatter_axis { ZT_SCATTER_X, ZT_SCATTER_Y, ZT_SCATTER_AREA } zt_scatter_axis;

typedef struct zt_scatter_point {
    const zt_chart_item *item;
    zt_point at;
    double radius;
    zt_mark_text name;
    zt_rect box; /* of the name; w 0 when it has no room in the plot */
} zt_scatter_point;

typedef struct zt_scatter_plan {
    const zt_chart *chart;
    double width;
    bool sized; /* circles by the third series */
    zt_scatter_point *points;
    size_t count;
    zt_tick_texts x, y, size;
    zt_scale across, up;
    double unit; /* radius of a circle of value 1 */
    zt_words heads[3];
    double left, right, top, base; /* of the plot */
    double key;                    /* height of the key of areas */
    double foot;                   /* y below all that belongs to the axes */
    zt_foot_list told;             /* names without room, items without a value */
    zt_note_list notes;
} zt_scatter_plan;

/* Reports chart-too-narrow. */
zt_scatter_plan *zt_scatter_plan_new(const zt_chart *chart, double width, bool sized);
/* The two circles of the key: the tick of the size axis, or 0 when there is none. */
size_t zt_scatter_key_tick(const zt_scatter_plan *plan, size_t which);
double zt_scatter_radius(const zt_scatter_plan *plan, double value);

zt_chart_plan zt_scatter_plan_chart(const zt_chart *chart, double width, bool sized);
void zt_scatter_draw(const zt_chart_plan *planned, double height, zt_group *into);
/* Exactly so many series: reports no-items, axes-needed. */
bool zt_scatter_check(const zt_chart_data *data, zt_diags *diags, const char *kind, size_t series);

#endif
