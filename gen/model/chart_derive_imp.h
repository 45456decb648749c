/* gen/model/chart_derive_imp.h — private to model/: what a chart computes of its items before it is
   drawn. */
#ifndef ZT_CHART_DERIVE_IMP_H
#define ZT_CHART_DERIVE_IMP_H

#include "model/chart_unit_imp.h"

/* index=, running=, average=, difference=, share= of <data>: all values at once, exactly, and what
   was done in chart->note. Reports derive-twice, unknown-key, bad-number, calc-operand, calc-zero.
 */
size_t zt_chart_derive(zt_chart_unit_reader *u, const zt_node *data, zt_chart_item *items,
                       size_t count);
/* keep= and rest= of <data>: how many items are left, in their order. A rest comes last. Reports
   bad-keep and bad-rest. */
size_t zt_chart_keep(zt_chart_unit_reader *u, const zt_node *data, zt_chart_item *items,
                     size_t count);

#endif
