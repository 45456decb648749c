/* Ticks that cover the values, printed and measured. */
#include "chart/tick_texts.h"

#include "chart/number_style.h"

double zt_tick_value(const zt_tick_texts *ticks, size_t i)
{
    return zt_num_double(zt_ticks_at(&ticks->ticks, i));
}

/* Numbers are parted as the values are written. Without any span a zero and a one, so that a
   scale never divides by nothing. */
zt_tick_texts zt_tick_texts_new(const zt_chart *chart, double low, double high, size_t wanted)
{
    zt_arena *arena = chart->setting->arena;
    zt_look look = zt_chart_look(chart, "tick");
    zt_tick_texts t = {.size = look.text.size};
    t.ticks = (zt_ticks){.step = {.scaled = 1}, .count = 2};
    if (low != 0 || high != 0)
        t.ticks = zt_ticks_choose(low, high, wanted, ZT_TICKS_COVER);
    t.texts = ZT_ARRAY(arena, t.ticks.count, zt_mark_text);
    for (size_t i = 0; i < t.ticks.count; i++) {
        zt_str text = zt_ticks_print(arena, &t.ticks, i, zt_number_grouping(chart->data));
        t.texts[i] = zt_mark_text_new(chart, text, &look, chart->data->kind_at);
        t.widest = zt_max(t.widest, t.texts[i].width);
    }
    t.low = zt_tick_value(&t, 0);
    t.high = zt_tick_value(&t, t.ticks.count - 1);
    return t;
}
