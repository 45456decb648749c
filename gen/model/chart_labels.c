/* What a chart prints at its marks. */
#include "model/chart_labels.h"

#include "model/number_style.h"
#include "model/quantity_imp.h"

#include "base/time_key.h"

#include <math.h>

/* How the kinds tell units and further words. One that is not named prints the unit with every
   value and has room for the word of its standing alone. */
typedef enum unit_way {
    UNIT_EACH, /* after every value */
    UNIT_NONE, /* an axis tells it */
    /* Per cent after every value, another one in a line of its own. */
    UNIT_PER_CENT,
    /* Of one whole after every value; of several as UNIT_PER_CENT. */
    UNIT_PARTS,
    /* After the first value; per cent after every one (R120). */
    UNIT_FIRST,
    /* After each value of the first series, and after those of items that have none there; per cent
       after every one. */
    UNIT_LEAD
} unit_way;
static const struct kind_way {
    const char *kind;
    unit_way unit;
    bool beside; /* what an item says besides its value stands behind it */
} ways[] = {
    {"rank", UNIT_FIRST, true},           {"bar", UNIT_PER_CENT, true},
    {"grouped", UNIT_PER_CENT, false},    {"bullet", UNIT_NONE, false},
    {"step", UNIT_NONE, false},           {"pyramid", UNIT_PER_CENT, false},
    {"dot", UNIT_PER_CENT, false},        {"sparkline", UNIT_PER_CENT, false},
    {"column", UNIT_PER_CENT, true},      {"diverging", UNIT_PER_CENT, true},
    {"line", UNIT_NONE, false},           {"slope", UNIT_PER_CENT, false},
    {"dumbbell", UNIT_PER_CENT, false},   {"arrow", UNIT_PER_CENT, false},
    {"range", UNIT_PER_CENT, false},      {"bump", UNIT_PER_CENT, false},
    {"lollipop", UNIT_PER_CENT, true},    {"area", UNIT_NONE, false},
    {"stacked-area", UNIT_NONE, false},   {"heatmap", UNIT_NONE, false},
    {"scatter", UNIT_NONE, false},        {"bubble", UNIT_NONE, false},
    {"waterfall", UNIT_PER_CENT, true},   {"stacked", UNIT_PARTS, false},
    {"stacked100", UNIT_PARTS, false},    {"sankey", UNIT_PER_CENT, false},
    {"treemap", UNIT_PER_CENT, true},     {"pictogram", UNIT_PER_CENT, true},
    {"tiles", UNIT_NONE, false},          {"calendar", UNIT_NONE, false},
    {"marimekko", UNIT_PER_CENT, false},  {"funnel", UNIT_PER_CENT, true},
    {"histogram", UNIT_PER_CENT, false},  {"box", UNIT_PER_CENT, false},
    {"strip-plot", UNIT_PER_CENT, false}, {"tree", UNIT_PER_CENT, false},
    {"hub", UNIT_PER_CENT, false},        {"gauge", UNIT_LEAD, false},
};

/* The row of the kind; one that no row names prints the unit with every value. */
static const struct kind_way *way_of(const zt_chart_data *data)
{
    static const struct kind_way others = {NULL, UNIT_EACH, false};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (zt_str_is(data->kind, ways[i].kind))
            return &ways[i];
    return &others;
}

/* ---- units ---- */

/* A missing value is known by its status: its phrase (待补) may hold anything. */
bool zt_chart_has_value(const zt_quantity *quantity)
{
    return quantity && quantity->has_number && quantity->status != ZT_MISSING;
}

/* The sign as written decides, in full width or half width: a total is written without one. A
   word of falling counts as a sign, and nought changes nothing either way. */
bool zt_chart_is_step(const zt_quantity *quantity)
{
    static const char *const signs[] = {"+", "＋", "-", "−", "－"};
    if (!quantity)
        return true;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (zt_str_starts(quantity->text, signs[i]))
            return true;
    return quantity->decrease || quantity->status == ZT_MISSING || quantity->printed.scaled == 0;
}

/* Whether a phrase says its unit or scale itself, in the figure (百分之五) or behind it; adding the
   unit of the data would say it twice. */
bool zt_names_its_unit(const zt_quantity *q)
{
    zt_str text = zt_bare_phrase(q), after = zt_str_slice(text, q->figure_end, text.len);
    bool in_figure = q->unit_given && q->unit.len > 0 && q->figure_end == text.len; /* 百分之五 */
    return in_figure || (q->figure_end <= text.len &&
                         (q->scale != 0 || zt_str_holds(after, q->unit)) && after.len > 0);
}

/* A unit= of the data holds for both axes. */
bool zt_chart_has_axis_units(const zt_chart_data *data)
{
    return data->unit.len == 0 && zt_str_in_words(data->kind, "scatter bubble");
}

/* For lengths alone: printed numbers keep their own digits, and along an axis with a unit of its
   own all values are in that. 6124000人次 in a chart of 万人次 is 612.4.
 */
double zt_chart_value(const zt_chart_data *data, const zt_quantity *quantity)
{
    if (!zt_chart_has_value(quantity))
        return 0;
    if (zt_chart_has_axis_units(data) || !zt_names_its_unit(quantity))
        return zt_num_double(quantity->printed);
    return zt_num_double(quantity->value) / pow(10, data->scale);
}

/* Only a bare number gets the unit of the data. */
zt_str zt_chart_phrase(zt_arena *arena, const zt_chart_data *data, const zt_quantity *quantity,
                       zt_chart_unit unit)
{
    if (unit == ZT_CHART_BARE || data->unit.len == 0 || !zt_chart_has_value(quantity) ||
        zt_names_its_unit(quantity))
        return zt_bare_phrase(quantity);
    return zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(zt_bare_phrase(quantity)),
                                       ZT_ARG(zt_unit_behind(arena, data->language, data->unit))));
}

/* These stand after each value; other units are said once. */
bool zt_unit_is_per_cent(const zt_chart_data *data)
{
    return zt_str_is(data->unit, "%") || zt_str_is(data->unit, "‰");
}

/* Whether the unit stands by itself in the text, between its ends or marks: 生产总值，亿元 and
   （%） state a unit, 增长3% and 万人大会 do not. */
bool zt_unit_stands_in(zt_str text, zt_str unit)
{
    static const char *const marks[] = {"，", "、", "：", "；", "。", "（", "）", ",",
                                        ":",  ";",  "(",  ")",  "/",  " ",  "　", NULL};
    for (size_t at = 0; at + unit.len <= text.len; at++) {
        zt_str before = zt_str_slice(text, 0, at), rest = zt_rest_of(text, at);
        if (!zt_str_equal(zt_str_slice(rest, 0, unit.len), unit))
            continue;
        zt_str after = zt_rest_of(rest, unit.len);
        bool begins = before.len == 0, ends = after.len == 0;
        for (size_t i = 0; marks[i]; i++) {
            begins = begins || zt_str_ends(before, marks[i]);
            ends = ends || zt_str_starts(after, marks[i]);
        }
        if (begins && ends)
            return true;
    }
    return false;
}

/* By the words of the deck, or by 单位：万人次 in a head of the document: that is enough. A rate in
   the deck (增长3%) is no unit. */
bool zt_chart_unit_is_told(zt_arena *arena, const zt_chart_data *data)
{
    if (data->unit.len == 0 || data->unit_stated)
        return true;
    zt_str deck = zt_rich_plain(arena, &data->deck);
    return zt_unit_is_per_cent(data) ? zt_unit_stands_in(deck, data->unit)
                                     : zt_str_holds(deck, data->unit);
}

/* An annotation prints the unit of the data after its figure, unless that has one of its own. */
static bool annotation_tells_unit(zt_arena *arena, const zt_chart_data *data)
{
    for (size_t i = 0; i < data->annotation_count; i++) {
        const zt_quantity *q = data->annotations[i].figure;
        if (q && zt_chart_has_value(q) && q->kind == ZT_Q_VALUE &&
            zt_str_holds(zt_chart_phrase(arena, data, q, ZT_CHART_WITH_UNIT), data->unit))
            return true;
    }
    return false;
}

/* True when every value prints the unit itself; without a value nothing tells it. Observations are
   marks and not printed. */
static bool values_tell_unit(zt_arena *arena, const zt_chart_data *data)
{
    bool any = false;
    if (zt_str_in_words(data->kind, "histogram box strip-plot"))
        return false;
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++) {
            const zt_quantity *q = data->items[i].values[s];
            if (!zt_chart_has_value(q))
                continue;
            any = true;
            if (!zt_str_equal(zt_chart_phrase(arena, data, q, ZT_CHART_WITH_UNIT), q->text))
                return false;
        }
    return any;
}

zt_str zt_chart_unit_words(zt_arena *arena, const zt_chart_data *data)
{
    return zt_str_from(zt_arena_printf(arena, ZT_IN(data->language, "单位：%.*s", "Unit: %.*s"),
                                       ZT_ARG(data->unit)));
}

/* Only where nothing else tells the unit: no deck, no annotation, not the values themselves. */
zt_str zt_chart_unit_line(zt_arena *arena, const zt_chart_data *data)
{
    if (zt_chart_unit_is_told(arena, data) || zt_unit_is_per_cent(data) ||
        annotation_tells_unit(arena, data) || values_tell_unit(arena, data))
        return (zt_str){0};
    return zt_chart_unit_words(arena, data);
}

/* ---- one value ---- */

bool zt_chart_wants_value(const zt_chart_data *data, size_t item, size_t series, bool usual)
{
    return data->wanted ? data->wanted[item * data->series_count + series] : usual;
}

/* With the sign of per cent unless the deck tells it; other units are left out. */
zt_str zt_chart_value_phrase(zt_arena *arena, const zt_chart_data *data,
                             const zt_quantity *quantity)
{
    bool after = zt_unit_is_per_cent(data) && !zt_chart_unit_is_told(arena, data);
    return zt_chart_phrase(arena, data, quantity, after ? ZT_CHART_WITH_UNIT : ZT_CHART_BARE);
}

/* Whether an earlier item of the series has a value, so that the unit has been said with it. */
static bool has_value_before(const zt_chart_data *data, size_t item, size_t series)
{
    for (size_t i = 0; i < item; i++)
        if (zt_chart_has_value(data->items[i].values[series]))
            return true;
    return false;
}

/* A chart without a title of its own may be told by the heads of the document. */
static zt_chart_unit unit_of(zt_arena *arena, const zt_chart_data *data, size_t item, size_t series)
{
    unit_way way = way_of(data)->unit;
    if (way == UNIT_EACH || (way == UNIT_PARTS && data->series_count == 1))
        return ZT_CHART_WITH_UNIT;
    if (way == UNIT_LEAD) {
        bool leads = series == 0 || !zt_chart_has_value(data->items[item].values[0]);
        return leads || zt_unit_is_per_cent(data) ? ZT_CHART_WITH_UNIT : ZT_CHART_BARE;
    }
    if (way == UNIT_NONE || zt_chart_unit_is_told(arena, data))
        return ZT_CHART_BARE;
    if (zt_unit_is_per_cent(data))
        return ZT_CHART_WITH_UNIT;
    bool in_heads = zt_rich_is_empty(&data->title) && data->unit_in_heads;
    return way != UNIT_FIRST || in_heads || has_value_before(data, item, series)
               ? ZT_CHART_BARE
               : ZT_CHART_WITH_UNIT;
}

/* Adds a phrase of the item that its kind does not draw. */
static void add_words(zt_buf *out, const zt_quantity *words, const zt_quantity *drawn)
{
    if (!words || words == drawn || words->text.len == 0)
        return;
    zt_buf_puts(out, out->len ? ZT_IN(words->language, "，", ", ") : "");
    zt_buf_str(out, words->text);
}

/* A target that does not say that it is one would be read as a second value. */
static void add_target(zt_buf *out, const zt_quantity *target)
{
    if (!target || target->text.len == 0)
        return;
    zt_buf_puts(out, out->len ? ZT_IN(target->language, "，", ", ") : "");
    zt_buf_puts(out, target->figure_first > 0 ? "" : ZT_IN(target->language, "目标", "target "));
    zt_buf_str(out, target->text);
}

/* A ranking prints places of its own: a rank that says no more is not said again. */
static zt_str words_behind(zt_arena *arena, const zt_chart_data *data, size_t at,
                           const zt_quantity *drawn)
{
    const zt_chart_item *item = &data->items[at];
    zt_str status = zt_status_word(drawn);
    if (!way_of(data)->beside || data->series_count > 1)
        return status;
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_str(&out, status);
    add_words(&out, item->change, drawn);
    add_words(&out, item->share, drawn);
    add_target(&out, item->target);
    bool ranking = zt_str_is(data->kind, "rank");
    if (item->rank && !(ranking && zt_rank_is_place(item->rank, at + 1)))
        add_words(&out, item->rank, drawn);
    return zt_buf_view(&out);
}

/* A ladder prints the rank of an item, every other kind its value. Without a quantity the label has
   words at most. */
zt_chart_label zt_chart_label_of(zt_arena *arena, const zt_chart_data *data, size_t item,
                                 size_t series)
{
    const zt_chart_item *from = &data->items[item];
    const zt_quantity *q = from->values ? from->values[series] : NULL;
    if (zt_str_is(data->kind, "ladder") && from->rank)
        q = from->rank;
    zt_chart_label label = {.quantity = q, .words = words_behind(arena, data, item, q)};
    if (q)
        label.value = zt_chart_phrase(arena, data, q, unit_of(arena, data, item, series));
    return label;
}

/* ---- the whole chart ---- */

/* The item that all series end at; NULL where they end at several, or there is none. */
static const zt_chart_item *common_end(const zt_chart_data *data)
{
    size_t common = data->item_count;
    for (size_t s = 0; s < data->series_count; s++)
        for (size_t i = data->item_count; i-- > 0;) {
            if (!zt_chart_has_value(data->items[i].values[s]))
                continue;
            if (common != data->item_count && common != i)
                return NULL;
            common = i;
            break;
        }
    return common < data->item_count ? &data->items[common] : NULL;
}

bool zt_chart_items_are_times(const zt_chart_data *data)
{
    for (size_t i = 0; i < data->item_count; i++)
        if (!zt_is_time_name(data->items[i].key))
            return false;
    return data->item_count > 0;
}

zt_spread zt_chart_spread_of(const zt_chart_data *data, size_t series)
{
    return data->spreads ? data->spreads[series] : data->spread;
}

const char *zt_chart_spread_word(zt_spread spread, zt_lang language)
{
    static const char *const words[][2] = {
        [ZT_SPREAD_EVEN] = {NULL, NULL},
        [ZT_SPREAD_LOG] = {"对数刻度", "logarithmic scale"},
        [ZT_SPREAD_SYMLOG] = {"对数刻度，近零处均匀", "logarithmic scale, even near nought"},
    };
    return words[spread][language == ZT_LANG_EN];
}

/* Of bars and of columns of names every value is printed, so that no end has to be named. */
zt_str zt_chart_facet_words(zt_arena *arena, const zt_chart_data *data)
{
    const char *scale =
        data->own_scales ? ZT_IN(data->language, "各图标尺不同，高低不能互比",
                                 "Each panel has a scale of its own: heights cannot be compared")
                         : ZT_IN(data->language, "各图同一标尺", "All panels have the same scale");
    const zt_chart_item *end = common_end(data);
    bool counted = zt_str_is(data->kind, "histogram") && data->series_count > 1;
    bool wholes = zt_str_in_words(data->kind, "pie donut waffle hub");
    if (wholes || (!data->facet && !counted))
        return (zt_str){0};
    if (counted)
        return zt_str_from(scale);
    if (!end || !data->time || data->wanted || zt_str_is(data->kind, "bar"))
        return zt_str_from(scale);
    return zt_str_from(zt_arena_printf(
        arena,
        ZT_IN(data->language, "%s；标出的数值为%.*s的", "%s; the values shown are those of %.*s"),
        scale, ZT_ARG(end->key)));
}

/* Where values are no whole per cent the hundred squares are rounded, and that is said. */
zt_str zt_chart_squares_words(const zt_chart_data *data)
{
    bool whole = true;
    for (size_t i = 0; i < data->item_count; i++) {
        double value = data->items[i].values ? zt_chart_value(data, data->items[i].values[0]) : 0;
        whole = whole && fabs(value - floor(value + 0.5)) < 1e-9;
    }
    return zt_str_from(whole ? ZT_IN(data->language, "每格1%", "Each square is 1%")
                             : ZT_IN(data->language, "每格1%，按最大余数取整",
                                     "Each square is 1%, rounded by largest remainders"));
}

/* In the scale of the data, with the digits it came with: 5700家 beside 5.56万家 is 0.57. */
static bool in_scale(const zt_chart_data *data, const zt_quantity *q, zt_num *out)
{
    *out = q->printed;
    if (!data->mixed_scales)
        return true;
    *out = q->value;
    if (!zt_num_scale(out, -data->scale))
        return false;
    zt_num_trim(out);
    return true;
}

/* Approximate and one-sided values and ranges cannot be added up to a figure that looks exact.
   Exact decimals, so that no digit of the sum is an artefact of doubles. */
zt_str zt_chart_sum(zt_arena *arena, const zt_chart_data *data, const zt_quantity *const *values,
                    size_t count)
{
    zt_num sum = {0}, term;
    for (size_t i = 0; i < count; i++) {
        const zt_quantity *q = values[i];
        if (!zt_is_exact(q) || q->status != ZT_ACTUAL || !in_scale(data, q, &term) ||
            !zt_num_add(sum, term, &sum))
            return (zt_str){0};
    }
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_num_print_grouped(&out, sum, zt_number_grouping(data));
    return zt_buf_view(&out);
}

/* A sum of one value would say nothing. */
zt_str zt_chart_sum_words(zt_arena *arena, const zt_chart_data *data)
{
    const zt_quantity **values = ZT_ARRAY(arena, data->item_count, const zt_quantity *);
    for (size_t i = 0; i < data->item_count; i++)
        values[i] = data->items[i].values ? data->items[i].values[0] : NULL;
    zt_str sum = zt_chart_sum(arena, data, values, data->item_count);
    if (data->item_count < 2 || sum.len == 0)
        return (zt_str){0};
    return zt_str_from(
        zt_arena_printf(arena, ZT_IN(data->language, "合计%.*s%.*s（%s）", "Total %.*s%.*s (%s)"),
                        ZT_ARG(sum), ZT_ARG(zt_unit_behind(arena, data->language, data->unit)),
                        zt_computed_word(data->language)));
}
