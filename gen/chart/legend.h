/* gen/chart/legend.h — heads of several series over the plot, with swatches in their inks; and the
   unit, when nothing else tells it. */
#ifndef ZT_LEGEND_H
#define ZT_LEGEND_H

#include "chart/fills.h"
#include "chart/marks.h"

/* One series: highlighted items in the accent, the others muted. Several: a highlighted series in
   the accent, else the last, which is the latest. Needs the parameters second and third. */
const zt_ink *zt_series_ink(const zt_chart *chart, const zt_chart_item *item, size_t series);
/* What the areas of a series are covered with: its ink; of more series than there are inks a fill
   of its own (fills.h). */
zt_part_fill zt_series_fill(const zt_chart *chart, const zt_chart_item *item, size_t series);
/* Reports too-many-series when there are more than ZT_FILLS_MOST; false then. */
bool zt_series_check(const zt_chart_data *data, zt_diags *diags);
/* Unit and heads in rows at most `width` wide from the top down, or only measured when `into` is
   NULL. Their height with the gap under them; 0 when there is nothing to tell. */
double zt_legend(const zt_chart *chart, zt_group *into, double width);
/* The unit alone, once, over the plot, or only measured when `into` is NULL; its height with the
   gap under it, 0 when the deck or every value tells it. */
double zt_unit_line(const zt_chart *chart, zt_group *into);

#endif
