/* gen/model/number_style.h — one way of writing numbers in one chart: figures that the program
   makes, ticks and sums, are parted as the desk wrote its values, which are printed as they are; so
   36,110 never stands beside a tick of 40 000 (R112: one way throughout). */
#ifndef ZT_NUMBER_STYLE_H
#define ZT_NUMBER_STYLE_H

#include "model/chart_data.h"

/* How thousands are parted in the values as written: 36,110, 36 110 or 36110; by commas where no
   value is long enough to tell. */
zt_grouping zt_number_grouping(const zt_chart_data *data);

#endif
