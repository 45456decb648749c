/* gen/chart/whole.h — parts of one whole: their sum, and whether they make one. */
#ifndef ZT_WHOLE_H
#define ZT_WHOLE_H

#include "chart/chart_imp.h"

/* The values of the first series added up, in the unit of the data; a missing one counts as
   nothing. */
double zt_whole_sum(const zt_chart_data *data);
/* What rounding may have made of the sum: half a unit of the last place for each value. */
double zt_whole_rounding(const zt_chart_data *data);
/* Reports should-be-bars for the first negative value of any series; false then. */
bool zt_whole_check_signs(const zt_chart_data *data, zt_diags *diags);
/* Reports share-over-100 for parts `of_hundred` that are more than a whole, nothing-to-part for
   parts that are all nought; false then. Less than a whole is the kind's to tell. */
bool zt_whole_check(const zt_chart_data *data, zt_diags *diags, bool of_hundred);

#endif
