/* gen/model/chart_derive_imp.h — private to model/: what a chart computes of its items before it is
   drawn. */
#ifndef ZT_CHART_DERIVE_IMP_H
#define ZT_CHART_DERIVE_IMP_H

#include "base/ratio.h"
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
/* A value as a fraction of ones, and its decimals in the scale of the chart, 0 to 6: 5700家 in 万家
   is 5700 with four. False where it has too many digits. */
bool zt_chart_operand(const zt_chart_data *chart, const zt_quantity *q, zt_ratio *value,
                      int *decimals);
/* Adds a sentence to the note of the chart, behind what the author wrote there. */
void zt_chart_tell(zt_arena *arena, zt_chart_data *chart, zt_str words);

#endif
