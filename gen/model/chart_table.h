/* gen/model/chart_table.h — the data of a chart as a table: keys down, series across. */
#ifndef ZT_CHART_TABLE_H
#define ZT_CHART_TABLE_H

#include "model/chart_data.h"

/* Head of the keys, series with their unit, values as written; a column with the words of their
   standing (待补, 估计, 推算) behind a series that has any, and one each for the changes, ranks and
   shares that items carry. A column of values that no item has is left out where another says
   something; of a route it says which stop the item is. In the order drawn. `name` is the id of the
   chart or empty, `subject` what it is about. The words lie in the arena or in the document. */
const zt_data_table *zt_chart_table(zt_arena *arena, const zt_chart_data *chart, zt_str name,
                                    zt_str subject);
/* What the values of a series are all shares of (全国), where neither they nor their keys say it
   and the series has no name; else empty. */
zt_str zt_chart_common_whole(const zt_chart_data *chart, size_t series);

#endif
