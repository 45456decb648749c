/* One unit and one scale for all values of a chart. Lengths compare only then; the unit is the one
   of <data unit=>, or else that of the first value that has one. Values are handed in one by one as
   they are read, and the scale of lengths is chosen once all are there. */
#include "model/chart_unit_imp.h"

#include "base/unit.h"
#include "model/quantity_imp.h"

/* Whether the quantity is in the unit and the scale of the chart, so that its printed number may
   stand beside the others. */
static bool same_unit(const zt_chart_unit_reader *u, const zt_quantity *q)
{
    bool same_scale = q->scale == u->chart->scale;
    /* 612.4万 in a chart of 万人次: the unit is left out, the scale agrees. */
    return same_scale && (q->unit.len == 0 || zt_str_equal(q->unit, u->unit));
}

/* unit-mismatch: one chart has one unit and one scale, otherwise its lengths do not compare. */
static void report_unit(zt_chart_unit_reader *u, const zt_quantity *q)
{
    zt_report(u->r->diags, ZT_ERROR, "unit-mismatch", q->at,
              "“%.*s”的单位与本图的“%.*s”不同；一张图只能有一种单位和一种量级，"
              "两种单位就写两个 <chart>，并排各画一张",
              "the unit of \"%.*s\" differs from \"%.*s\" of the chart; one chart has one unit and "
              "one scale: write two of them, to stand side by side",
              ZT_ARG(q->text), ZT_ARG(u->chart->unit));
}

/* The words of scale and unit as written, 万人次, from behind the figure. */
static zt_str written_unit(zt_arena *arena, const zt_quantity *q)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_str(&out, zt_scale_behind(arena, q->language, q->scale));
    zt_buf_str(&out, zt_unit_behind(arena, q->language, q->unit));
    return zt_str_trim(zt_buf_view(&out));
}

/* The unit stands in the text of the value, not in an attribute. */
static bool prints_unit(const zt_quantity *q)
{
    uintptr_t from = (uintptr_t)q->text.data, unit = (uintptr_t)q->unit.data;
    return q->unit.len > 0 && unit >= from && unit < from + q->text.len;
}

/* 5700家 beside 5.56万家: each says its scale, so that both can stand in one chart; and so
   do 1.2万亿 and 350亿 under unit="元". Beside a bare number or under unit="万家" a second scale is
   a slip. */
static bool may_mix(const zt_chart_unit_reader *u, const zt_quantity *q)
{
    bool bare_is_scaled = u->bare_seen && u->chart->scale != 0;
    bool scale_alone = u->plain_unit && q->unit.len == 0 && q->scale != 0;
    return !u->scale_given && !bare_is_scaled &&
           (scale_alone || (prints_unit(q) && zt_str_equal(q->unit, u->unit)));
}

/* 350亿 beside 1.2万亿 prints with its unit, 350亿元: no head could name one scale for both. */
static void say_unit(const zt_chart_unit_reader *u, zt_quantity *q)
{
    zt_arena *arena = u->r->arena;
    size_t first = q->text.len;
    zt_str unit = zt_unit_behind(arena, q->language, u->unit);
    q->text = zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(q->text), ZT_ARG(unit)));
    q->unit = zt_str_trim(zt_str_slice(q->text, first, q->text.len));
    q->unit_given = true;
}

/* A value without a unit takes that of the chart; one with a unit must agree with it. */
void zt_chart_unit_fit(zt_chart_unit_reader *u, zt_quantity *q)
{
    if (!q->has_number && q->status != ZT_MISSING && zt_phrase_is_stated(q->text))
        zt_report(
            u->r->diags, ZT_ERROR, "not-a-number", q->at,
            "“%.*s”是比分或时刻，不能画成长短；图里要用数量",
            "\"%.*s\" is a score or a time of the day and has no length to draw; a chart takes "
            "quantities",
            ZT_ARG(q->text));
    if (!q->has_number)
        return;
    bool bare = q->unit.len == 0 && q->scale == 0;
    if (!bare && !u->unit_given && !u->bare_seen) {
        u->unit_given = true;
        u->unit = q->unit;
        u->chart->scale = q->scale;
        u->chart->unit = written_unit(u->r->arena, q);
    }
    u->bare_seen |= bare;
    if (!bare && !same_unit(u, q) && may_mix(u, q)) {
        u->chart->mixed_scales = true;
        if (q->unit.len == 0)
            say_unit(u, q);
        return;
    }
    if ((!bare && !same_unit(u, q)) || (bare && u->chart->mixed_scales && u->chart->scale)) {
        report_unit(u, q);
        return;
    }
    if (q->unit.len == 0)
        q->unit = u->unit;
    if (bare && u->chart->scale && !zt_num_scale(&q->value, u->chart->scale))
        zt_report(u->r->diags, ZT_ERROR, "not-a-number", q->at, "“%.*s”乘以单位的量级后太大",
                  "\"%.*s\" is too large in the unit of the chart", ZT_ARG(q->text));
}

/* The unit= attribute of <data>: 万人次 is the scale 4 and the unit 人次. */
void zt_chart_unit_read(zt_chart_unit_reader *u, const zt_node *data)
{
    zt_str unit = zt_node_attr(data, "unit", NULL);
    u->chart->unit = unit;
    u->unit_given = unit.len > 0;
    if (zt_unit_split(unit, u->r->options.units, &u->chart->scale, &u->unit) < unit.len)
        /* A unit that no table knows is taken as it is, behind its scale word if it has one. */
        u->unit = zt_str_slice(unit, zt_unit_scale(unit, &u->chart->scale), unit.len);
    u->scale_given = u->chart->scale != 0;
    u->plain_unit = u->unit_given && !u->scale_given;
}

/* The size without sign; only it decides how many digits a scale needs. */
static zt_num magnitude(const zt_quantity *q)
{
    zt_num size = q->value;
    size.scaled = size.scaled < 0 ? -size.scaled : size.scaled;
    return size;
}

/* The greatest value (sign 1) or the least but zero (-1), by its magnitude; NULL without any. */
static const zt_quantity *extreme(const zt_chart_unit_reader *u, const zt_chart_item *items,
                                  size_t count, int sign)
{
    const zt_quantity *best = NULL;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < u->chart->series_count; k++) {
            const zt_quantity *q = items[i].values[k];
            if (q && q->has_number && q->value.scaled != 0 &&
                (!best || zt_num_compare(magnitude(q), magnitude(best)) * sign > 0))
                best = q;
        }
    return best;
}

/* One scale for all lengths and ticks, so that none needs more than four digits before its point,
   in English three: of 5700家 and 5.56万家 it is 万. Bare numbers keep that of unit=. */
void zt_chart_unit_choose(zt_chart_unit_reader *u, const zt_chart_item *items, size_t count)
{
    enum { SCALES = 5 };
    static const int both[2][SCALES] = {{0, 4, 8, 12, 12}, {0, 3, 6, 9, 12}};
    zt_chart_data *chart = u->chart;
    const int *scales = both[chart->language == ZT_LANG_EN];
    const zt_quantity *least = extreme(u, items, count, -1),
                      *greatest = extreme(u, items, count, 1);
    if (!chart->mixed_scales || !least)
        return;
    zt_num most = magnitude(greatest), slip = magnitude(least);
    if (least->scale != greatest->scale && zt_num_scale(&slip, 3) && zt_num_compare(most, slip) > 0)
        report_unit(u, least); /* 3万家 beside 4家: a 万 is missing */
    if (u->bare_seen)
        return;
    for (size_t i = 0; i < SCALES; i++) {
        zt_num limit = {chart->language == ZT_LANG_EN ? 1000 : 10000, 0, ZT_NUM_GIVEN};
        if (zt_num_scale(&limit, scales[i]) && zt_num_compare(most, limit) >= 0)
            continue;
        zt_buf unit;
        zt_buf_init(&unit, u->r->arena);
        zt_buf_str(&unit, zt_scale_behind(u->r->arena, chart->language, scales[i]));
        zt_buf_str(&unit, zt_unit_behind(u->r->arena, chart->language, u->unit));
        chart->scale = scales[i];
        chart->unit = zt_str_trim(zt_buf_view(&unit));
        return;
    }
}
