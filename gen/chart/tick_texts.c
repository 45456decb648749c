/* Ticks printed and measured. */
#include "chart/tick_texts.h"

#include "chart/legend.h"

#include "model/number_style.h"

#include <math.h>

double zt_tick_value(const zt_tick_texts *ticks, size_t i)
{
    return zt_num_double(zt_ticks_at(&ticks->ticks, i));
}

zt_str zt_tick_unit(const zt_chart *chart)
{
    const zt_chart_data *data = chart->data;
    bool told = zt_chart_unit_is_told(chart->setting->arena, data) || zt_unit_line(chart, NULL) > 0;
    return !told || data->mixed_scales ? data->unit : (zt_str){0};
}

/* Numbers are parted as the values are written. */
zt_tick_texts zt_tick_texts_of(const zt_chart *chart, zt_ticks ticks, zt_str unit)
{
    zt_arena *arena = chart->setting->arena;
    zt_look look = zt_chart_look(chart, "tick");
    zt_tick_texts t = {.ticks = ticks, .size = look.text.size};
    zt_grouping grouping = zt_number_grouping(chart->data); /* by all values: asked once */
    t.texts = ZT_ARRAY(arena, ticks.count, zt_mark_text);
    for (size_t i = 0; i < ticks.count; i++) {
        zt_str text = zt_ticks_print(arena, &ticks, i, grouping);
        if (unit.len > 0)
            text = zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(text), ZT_ARG(unit)));
        t.texts[i] = zt_mark_text_new(chart, text, &look, chart->data->kind_at);
        t.widest = zt_max(t.widest, t.texts[i].width);
    }
    if (ticks.count > 0) {
        t.low = zt_tick_value(&t, 0);
        t.high = zt_tick_value(&t, ticks.count - 1);
    }
    return t;
}

/* Without any span a zero and a one, so that a scale never divides by nothing. */
zt_tick_texts zt_tick_texts_new(const zt_chart *chart, double low, double high, size_t wanted)
{
    zt_ticks ticks = {.step = {.scaled = 1}, .count = 2};
    if (low != 0 || high != 0)
        ticks = zt_ticks_choose(low, high, wanted, ZT_TICKS_COVER);
    return zt_tick_texts_of(chart, ticks, (zt_str){0});
}

/* The least size but zero among the values of a series, or of all; 0 without any. */
static double least_size(const zt_chart_data *data, int series)
{
    double least = 0;
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++) {
            bool counts = series == ZT_ALL_SERIES || s == (size_t)series;
            const zt_quantity *q = data->items[i].values ? data->items[i].values[s] : NULL;
            double size = zt_chart_has_value(q) && counts ? fabs(zt_chart_value(data, q)) : 0;
            least = size > 0 && (least <= 0 || size < least) ? size : least;
        }
    return least;
}

zt_scale zt_tick_scale_round(const zt_chart *chart, int series, double low, double high)
{
    static const zt_scale_kind kinds[] = {
        [ZT_SPREAD_EVEN] = ZT_SCALE_LINEAR,
        [ZT_SPREAD_LOG] = ZT_SCALE_LOG,
        [ZT_SPREAD_SYMLOG] = ZT_SCALE_SYMLOG,
    };
    const zt_chart_data *data = chart->data;
    zt_scale scale = {.low = low, .high = high};
    scale.kind =
        kinds[series == ZT_ALL_SERIES ? data->spread : zt_chart_spread_of(data, (size_t)series)];
    if (scale.kind == ZT_SCALE_LOG && low <= 0)
        scale.low = scale.high = 1; /* no values at all: others were refused */
    if (scale.kind != ZT_SCALE_LINEAR)
        zt_scale_round(&scale, scale.low, scale.high, least_size(data, series));
    return scale;
}

zt_tick_texts zt_tick_texts_spread(const zt_chart *chart, int series, double low, double high,
                                   size_t wanted)
{
    zt_scale scale = zt_tick_scale_round(chart, series, low, high);
    if (scale.kind == ZT_SCALE_LINEAR)
        return zt_tick_texts_new(chart, low, high, wanted);
    zt_tick_texts t = zt_tick_texts_of(
        chart, zt_ticks_spread(chart->setting->arena, &scale, wanted), (zt_str){0});
    t.low = scale.low;
    t.high = scale.high;
    t.kind = scale.kind;
    t.bend = scale.bend;
    return t;
}

zt_scale zt_tick_scale(const zt_tick_texts *ticks, double from, double to)
{
    return (zt_scale){.low = ticks->low,
                      .high = ticks->high,
                      .from = from,
                      .to = to,
                      .kind = ticks->kind,
                      .bend = ticks->bend};
}

/* Points from a tick to the next. */
static double tick_pitch(const zt_tick_texts *ticks, size_t i, double unit)
{
    zt_scale scale = zt_tick_scale(ticks, 0, 1);
    if (!ticks->ticks.uneven)
        return zt_num_double(ticks->ticks.step) * unit;
    return (zt_scale_even(&scale, zt_tick_value(ticks, i + 1)) -
            zt_scale_even(&scale, zt_tick_value(ticks, i))) *
           unit;
}

/* Half of the type has to stay between two neighbours. */
bool zt_tick_texts_meet(const zt_tick_texts *ticks, double unit)
{
    for (size_t i = 0; i + 1 < ticks->ticks.count; i++)
        if (tick_pitch(ticks, i, unit) - ticks->size / 2 <
            (ticks->texts[i].width + ticks->texts[i + 1].width) / 2)
            return true;
    return false;
}

/* About zero the powers of a symlog lie close; from the outermost inwards each keeps off those that
   stand, zero before all. */
bool *zt_tick_texts_kept(const zt_chart *chart, const zt_tick_texts *ticks, const zt_scale *up)
{
    size_t count = ticks->ticks.count;
    bool *kept = ZT_ARRAY(chart->setting->arena, count + 1, bool);
    for (int pass = 0; pass < 2; pass++)
        for (size_t k = 0; k < count; k++) {
            size_t i = k % 2 == 0 ? k / 2 : count - 1 - k / 2;
            bool zero = zt_ticks_at(&ticks->ticks, i).scaled == 0, free = true;
            double y = zt_scale_at(up, zt_tick_value(ticks, i));
            for (size_t n = 0; ticks->ticks.uneven && n < count; n++)
                if (kept[n] && n != i &&
                    fabs(y - zt_scale_at(up, zt_tick_value(ticks, n))) < 1.1 * ticks->size)
                    free = false;
            kept[i] = kept[i] || (free && zero == (pass == 0)) || !ticks->ticks.uneven;
        }
    return kept;
}
