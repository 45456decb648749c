/* gen/model/chart_order_imp.h — private to model/: items by value. */
#ifndef ZT_CHART_ORDER_IMP_H
#define ZT_CHART_ORDER_IMP_H

#include "base/arena.h"
#include "model/chart_data.h"

/* The indices of the items by the values of the first series, the greatest first, or the least with
   `rising`. Items without a number come last either way; equal ones stay as written. */
size_t *zt_chart_order(zt_arena *arena, const zt_chart_item *items, size_t count, bool rising);

#endif
