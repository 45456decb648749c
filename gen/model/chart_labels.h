/* gen/model/chart_labels.h — the words that a chart prints at its marks, decided once: what a value
   says of its unit and its standing, and what else an item says behind it. Drawn by the kinds of
   chart, dumped, spoken in the alternative text and looked for on the page (prints.h). Where they
   stand and in which type is the kind's. */
#ifndef ZT_CHART_LABELS_H
#define ZT_CHART_LABELS_H

#include "model/chart_data.h"

/* True when there is a number to draw: not NULL, not missing. */
bool zt_chart_has_value(const zt_quantity *quantity);
/* Each series is measured along an axis of its own, in a unit that its head tells: the data name no
   unit for all of them. */
bool zt_chart_has_axis_units(const zt_chart_data *data);
/* The value in the unit of the data (万人次), for lengths only; 0 when there is none. A bare number
   is in that unit already; a phrase with words of its own (6124000人次) is brought to it. */
double zt_chart_value(const zt_chart_data *data, const zt_quantity *quantity);
/* True when the phrase itself names its scale or its unit: 46.3万人次, 百分之五. */
bool zt_names_its_unit(const zt_quantity *quantity);
/* The phrase as printed at a mark, without the word of its standing; with the unit of the data
   after a bare number when `unit` asks. */
typedef enum zt_chart_unit { ZT_CHART_BARE, ZT_CHART_WITH_UNIT } zt_chart_unit;
zt_str zt_chart_phrase(zt_arena *arena, const zt_chart_data *data, const zt_quantity *quantity,
                       zt_chart_unit unit);
/* A value with a sign (+19.5, −8): in a waterfall the way from one total to the next. */
bool zt_chart_is_step(const zt_quantity *quantity);
/* % and ‰ stand after every value; another unit once. */
bool zt_unit_is_per_cent(const zt_chart_data *data);
/* The unit stands in the text between marks or its ends, as in 单位：万人、%. */
bool zt_unit_stands_in(zt_str text, zt_str unit);
/* True when there is no unit to tell, or the chart's deck tells it, or a head of the document. */
bool zt_chart_unit_is_told(zt_arena *arena, const zt_chart_data *data);
/* 单位：万人次, whatever else tells it. */
zt_str zt_chart_unit_words(zt_arena *arena, const zt_chart_data *data);
/* The same over a plot whose values are bare; empty when something else tells the unit: the
   deck, an annotation, or every value itself. */
zt_str zt_chart_unit_line(zt_arena *arena, const zt_chart_data *data);

/* The phrase where a line over the plot tells the unit: with % or ‰ after a bare number, unless the
   deck tells those too. */
zt_str zt_chart_value_phrase(zt_arena *arena, const zt_chart_data *data,
                             const zt_quantity *quantity);

/* Whether the value of an item in a series is asked for at its mark: by label=, else as `usual` of
   the kind. */
bool zt_chart_wants_value(const zt_chart_data *data, size_t item, size_t series, bool usual);

/* What stands at the mark of one value. */
typedef struct zt_chart_label {
    /* The quantity that is drawn; of a ladder it is the rank. NULL when the item has none. */
    const zt_quantity *quantity;
    zt_str value; /* empty without a quantity */
    /* Behind it: 推算, and where the kind has room for them the item's change, share and rank. */
    zt_str words;
} zt_chart_label;
zt_chart_label zt_chart_label_of(zt_arena *arena, const zt_chart_data *data, size_t item,
                                 size_t series);

/* True when the names of all items read as times. */
bool zt_chart_items_are_times(const zt_chart_data *data);
/* How the values of a series lie along their axis. */
zt_spread zt_chart_spread_of(const zt_chart_data *data, size_t series);
/* 对数刻度: of an axis that is not even; NULL for one that is. */
const char *zt_chart_spread_word(zt_spread spread, zt_lang language);
/* 各图同一标尺，末点为2022年: what the note says of a chart in panels; empty for others. */
zt_str zt_chart_facet_words(zt_arena *arena, const zt_chart_data *data);
/* 每格1% beside a hundred squares, and how they were shared out when a value is no whole number. */
zt_str zt_chart_squares_words(const zt_chart_data *data);
/* 85.1: the exact sum of values of the data in the scale of its unit, thousands parted as in the
   values; empty when one is missing (or NULL), open, a range or no actual figure. */
zt_str zt_chart_sum(zt_arena *arena, const zt_chart_data *data, const zt_quantity *const *values,
                    size_t count);
/* 合计85.1万人（推算）: that sum of the first series; empty with fewer than two values too. */
zt_str zt_chart_sum_words(zt_arena *arena, const zt_chart_data *data);

#endif
