/* Ticks printed and measured. */
#include "chart/tick_texts.h"

#include "chart/legend.h"

#include "model/number_style.h"

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

/* Half of the type has to stay between two neighbours. */
bool zt_tick_texts_meet(const zt_tick_texts *ticks, double unit)
{
    double room = zt_num_double(ticks->ticks.step) * unit - ticks->size / 2;
    for (size_t i = 0; i + 1 < ticks->ticks.count; i++)
        if (room < (ticks->texts[i].width + ticks->texts[i + 1].width) / 2)
            return true;
    return false;
}
