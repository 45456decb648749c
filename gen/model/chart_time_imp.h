/* gen/model/chart_time_imp.h — private to model/: the keys of a chart as times. */
#ifndef ZT_CHART_TIME_IMP_H
#define ZT_CHART_TIME_IMP_H

#include "base/arena.h"
#include "model/chart_data.h"
#include "model/doc.h"

/* What the keys of a chart are to an axis: names in any order, or times. */
typedef enum zt_time_order {
    /* Some key is the name of no time. */
    ZT_TIME_NO_TIME,
    /* All are, but they do not rise in the order drawn. */
    ZT_TIME_FALLS,
    ZT_TIME_RISES
} zt_time_order;

/* Items of several series as times: a series that has a time that no series before it had has put
   it behind all others. Puts the items in the order of time when every series has its own in that
   order, as written; else leaves them. */
void zt_chart_time_merge(zt_arena *arena, const zt_doc *doc, zt_chart_item *items, size_t count,
                         size_t series);
/* Fills chart->time when all keys are times that rise, and says which it is. */
zt_time_order zt_chart_time_read(zt_arena *arena, const zt_doc *doc, zt_chart_data *chart);

#endif
