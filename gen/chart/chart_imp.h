/* gen/chart/chart_imp.h — what the chart kinds share: values of the data as lengths, looks and
   parameters of the hosting block, and the few checks that several kinds make. */
#ifndef ZT_CHART_IMP_H
#define ZT_CHART_IMP_H

#include "chart/chart.h"
#include "model/chart_labels.h"

/* Which way bars go in kinds that know both, as a template sets it: by itself the way that the data
   suit and the width has room for. */
typedef enum zt_chart_direction { ZT_BARS_AUTO, ZT_BARS_UPRIGHT, ZT_BARS_LYING } zt_chart_direction;
#define ZT_CHART_DIRECTIONS "auto upright lying"
/* Reports direction-lost (note): names or values have no room upright, and the bars lie. */
void zt_chart_report_direction(const zt_chart *chart, double width);

/* In points: weight of the zero line, of axes, ticks and leaders, of a grid; length of ticks. */
static const double ZT_CHART_ZERO_LINE = ZT_MM(0.2), ZT_CHART_AXIS_LINE = ZT_MM(0.2);
static const double ZT_CHART_GRID_LINE = ZT_MM(0.12);
static const double ZT_CHART_TICK = ZT_MM(1.2);

/* For kinds that draw values by an axis: all values are unsaid, but for the last of each series
   where its end is labelled. */
bool *zt_chart_unsaid(const zt_chart *chart, bool ends_say);
/* The same where missing values have no slot in the plot either. */
bool *zt_chart_unsaid_all(const zt_chart *chart);
/* True for 约, 近, 余, 以上: such a mark has an open end. */
bool zt_chart_is_open(const zt_quantity *quantity);
/* Of a pair of texts or formats the one in the language of the chart's document. */
#define ZT_CHART_IN(chart, zh, en) ZT_IN((chart)->data->language, zh, en)
/* One text behind the other, in English with a blank between them; either may be empty. */
zt_str zt_chart_joined(const zt_chart *chart, zt_str first, zt_str second);
/* What stands at the mark of a value (model/chart_labels.h). */
zt_chart_label zt_chart_label_at(const zt_chart *chart, size_t item, size_t series);
/* The same of the first series, for one of the data's items. */
zt_chart_label zt_chart_item_label(const zt_chart *chart, const zt_chart_item *item);
/* The first series' value of an item; may be NULL. Of kinds that draw one series. Borrowed from the
   data, as all quantities are. */
const zt_quantity *zt_chart_first_value(const zt_chart_item *item);
/* True when some item is highlighted: then the others are muted, else all may be the message. */
bool zt_chart_has_highlight(const zt_chart_data *data);
/* Whether items stand at the true distances of their times: several that have them, unless the data
   ask for even steps (axis="even"). */
bool zt_chart_is_timed(const zt_chart_data *data);
/* Whether highlight= names the series. */
bool zt_chart_series_is_lit(const zt_chart_data *data, size_t series);

/* The look of a part of the chart block under the fit in force; `part` must be in the block's table
   of parts. */
zt_look zt_chart_look(const zt_chart *chart, const char *part);
/* Em and per cent are of the labels. */
double zt_chart_points(const zt_chart *chart, zt_length length);
/* The ink that the theme gives a key or a series in all charts (<ink key=>); `usual` where it gives
   none. */
const zt_ink *zt_chart_key_ink(const zt_chart *chart, zt_str key, const zt_ink *usual);
/* The look of a value that leads: in the accent, but not where its key has an ink of its own, which
   the accent would contradict. */
zt_look zt_chart_lead_look(const zt_chart *chart, zt_look look, zt_str key);
/* The look painted in another ink. */
zt_look zt_chart_inked(zt_look look, const zt_ink *ink);
/* The bold face of label-strong at the size and in the ink of `base`. */
zt_look zt_chart_strong(const zt_chart *chart, const zt_look *base);

/* Report no-items and too-many-series; false if they did. `kind` is the kind's name. */
bool zt_chart_check_items(const zt_chart_data *data, zt_diags *diags, const char *kind);
bool zt_chart_check_one_series(const zt_chart_data *data, zt_diags *diags, const char *kind);
/* Reports rank-without-values when items have ranks and none has a value; false then. */
bool zt_chart_check_values(const zt_chart_data *data, zt_diags *diags, const char *kind);
/* Of shares: report share-out-of-range for one that is not from 0 to 100 %, share-bases for one of
   another whole (share among=) than the first; false if they did. */
bool zt_chart_check_shares(const zt_chart_data *data, zt_diags *diags);

#endif
