/* gen/model/chart_unit_imp.h — private to model/: the unit and the scale of a chart, found while
   its values are read. */
#ifndef ZT_CHART_UNIT_IMP_H
#define ZT_CHART_UNIT_IMP_H

#include "model/doc_imp.h"

/* State while the values of one chart are read; it lives as long as the reading does. */
typedef struct zt_chart_unit_reader {
    zt_doc_reader *r;
    zt_chart_data *chart;
    zt_str unit; /* without its scale word */
    /* unit= has a scale word: every value is in it. */
    bool scale_given;
    /* unit= names a unit without a scale: values may say theirs alone, 350亿. */
    bool plain_unit;
    /* unit= stands on data, or the first value has set it. */
    bool unit_given;
    /* A value without a unit of its own has been read. */
    bool bare_seen;
} zt_chart_unit_reader;

/* unit= of <data>. */
void zt_chart_unit_read(zt_chart_unit_reader *u, const zt_node *data);
/* A value without a unit takes that of the chart; one with a unit must agree with it, or reports
   unit-mismatch. */
void zt_chart_unit_fit(zt_chart_unit_reader *u, zt_quantity *q);
/* Once all values are there: the scale of lengths and ticks, where values came in several. */
void zt_chart_unit_choose(zt_chart_unit_reader *u, const zt_chart_item *items, size_t count);

#endif
