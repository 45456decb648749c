/* A ramp of one ink. With type on it no step is so dark that black could not be read, without any
   the last one is solid. */
#include "chart/ramp.h"

#include <math.h>
#include <string.h>

/* In points. */
static const double NEAR = ZT_MM(1.5);     /* above the key, and from the unit to its cells */
static const double KEY = ZT_MM(2.6);      /* height of its cells */
static const double KEY_CELL = ZT_MM(9.6); /* width of one, at most */
static const double STANDING = ZT_MM(1.5); /* height of the hatching at the foot of an estimate */
enum { STEPS = 5, STEPS_LEAST = 4 };

/* Shares of the ink. */
static const double TINT_LEAST = 0.1, TINT_TYPE = 0.59, TINT_BOLD = 0.39;
/* Grey of 0 to 100: the darkest that black type is read on, and from which on it is bold. */
static const double GREY_TYPE = 42, GREY_BOLD = 28;

/* Steps between round limits that cover all values. */
zt_ramp zt_ramp_of(const zt_chart *chart, bool typed)
{
    const zt_chart_data *data = chart->data;
    zt_ramp ramp = {.chart = chart, .setting = chart->setting, .typed = typed};
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < data->item_count * data->series_count; i++) {
        const zt_chart_item *item = &data->items[i / data->series_count];
        const zt_quantity *q = item->values ? item->values[i % data->series_count] : NULL;
        if (!zt_chart_has_value(q))
            continue;
        low = zt_min(low, zt_chart_value(data, q));
        high = zt_max(high, zt_chart_value(data, q));
    }
    if (low > high)
        return ramp;
    ramp.limits = zt_tick_texts_new(chart, low, high, STEPS + 1);
    /* The simplest limits; but two or three shades tell little of many values. */
    if (ramp.limits.ticks.count - 1 < STEPS_LEAST && low < high)
        ramp.limits = zt_tick_texts_of(chart, zt_ticks_classes(low, high, STEPS), (zt_str){0});
    ramp.steps = ramp.limits.ticks.count - 1;
    for (size_t i = 0; low < 0 && high > 0 && i < ramp.steps; i++)
        ramp.below += zt_ticks_at(&ramp.limits.ticks, i).scaled < 0;
    return ramp;
}

/* The small amount added keeps a value on a limit from falling below it by the error of a division;
   the highest value belongs to the last step. */
size_t zt_ramp_step(const zt_ramp *ramp, const zt_quantity *quantity)
{
    double step = zt_num_double(ramp->limits.ticks.step);
    double value = zt_chart_value(ramp->chart->data, quantity);
    if (ramp->steps == 0)
        return 0;
    return (size_t)zt_clamp(floor((value - ramp->limits.low) / step + 1e-9), 0,
                            (double)ramp->steps - 1);
}

/* The steps of the theme, unless a template has chosen an ink for the series: NULL then. */
static const zt_ramp_look *look_of(const zt_ramp *ramp)
{
    const zt_theme *theme = ramp->setting->template_->theme;
    const zt_ramp_look *look = ramp->below > 0 ? &theme->look.diverging : &theme->look.ramp;
    const zt_chart_params *p = ramp->chart ? ramp->chart->params : NULL;
    bool usual = p == NULL || strcmp(p->second->name, "companion") == 0;
    return look->count > 0 && usual ? look : NULL;
}

/* The ink of a step: above zero that of a rise, below it the other. */
static const zt_ink *ink_of(const zt_ramp *ramp, size_t step)
{
    const zt_ramp_look *look = look_of(ramp);
    bool above = ramp->below == 0 || step >= ramp->below;
    if (look)
        return above ? look->ink : look->minus;
    if (ramp->chart == NULL)
        return zt_setting_ink(ramp->setting, "companion");
    const zt_chart_params *p = ramp->chart->params;
    return ramp->below > 0 && above ? p->accent : p->second;
}

/* `part` of the way from the lightest to the darkest step, 0 to 1, as a share of the ink. Where
   type stands on the steps all are lighter, so that black is read on the darkest. */
static double themed(const zt_ramp *ramp, const zt_ramp_look *look, size_t step, double part)
{
    double at = part * (double)(look->count - 1);
    size_t i = (size_t)at < look->count - 1 ? (size_t)at : look->count - 1;
    double next = i + 1 < look->count ? look->steps[i + 1] : look->steps[i];
    double tint = look->steps[i] + (at - (double)i) * (next - look->steps[i]);
    double most = zt_paint_grey((zt_paint){ink_of(ramp, step), look->steps[look->count - 1]});
    return ramp->typed && most > GREY_TYPE ? tint * GREY_TYPE / most : tint;
}

double zt_ramp_tint(const zt_ramp *ramp, size_t step)
{
    double most = ramp->typed ? TINT_TYPE : 1, part = 0;
    const zt_ramp_look *look = look_of(ramp);
    size_t above = ramp->steps - ramp->below, from = step, last = ramp->steps - 1;
    if (ramp->below > 0) { /* counted from zero, both sides on one scale */
        from = step < ramp->below ? ramp->below - 1 - step : step - ramp->below;
        last = (above > ramp->below ? above : ramp->below) - 1;
    }
    if (ramp->steps > 1 && last > 0)
        part = (double)from / (double)last;
    if (look)
        return themed(ramp, look, step, part);
    return TINT_LEAST + (most - TINT_LEAST) * part;
}

zt_paint zt_ramp_paint(const zt_ramp *ramp, size_t step)
{
    return (zt_paint){ink_of(ramp, step), zt_ramp_tint(ramp, step)};
}

bool zt_ramp_is_dark(const zt_ramp *ramp, size_t step)
{
    if (look_of(ramp))
        return zt_paint_grey(zt_ramp_paint(ramp, step)) > GREY_BOLD;
    return zt_ramp_tint(ramp, step) > TINT_BOLD;
}

void zt_ramp_plan_key(zt_ramp *ramp, double width, double left)
{
    const zt_chart *chart = ramp->chart;
    zt_look look = zt_chart_look(chart, "tick");
    if (!zt_chart_unit_is_told(chart->setting->arena, chart->data))
        ramp->unit = zt_mark_text_new(chart, chart->data->unit, &look, chart->data->kind_at);
    double before = ramp->unit.width > 0 ? ramp->unit.width + NEAR : 0;
    ramp->left = zt_max(before, left);
    if (ramp->steps > 0)
        ramp->cell = zt_min(KEY_CELL, (width - ramp->left) / (double)ramp->steps);
    ramp->height = ramp->steps > 0 || before > 0 ? NEAR + KEY + 1.3 * look.text.size : 0;
}

/* The steps with their limits under the joints; limits that would meet the one before are left out.
   The outer ends have none, since all values lie within. */
void zt_ramp_draw_key(const zt_ramp *ramp, zt_group *cells, zt_group *labels, double y)
{
    const zt_chart *chart = ramp->chart;
    double size = ramp->limits.size, end = -ramp->left;
    if (ramp->height <= 0)
        return;
    y += NEAR;
    zt_mark_text_centre(chart, &ramp->unit, labels, ZT_ALIGN_START, 0, y + KEY / 2);
    for (size_t i = 0; i < ramp->steps; i++) {
        zt_rect box = {ramp->left + (double)i * ramp->cell, y, ramp->cell - ZT_RAMP_GAP, KEY};
        zt_scene_fill_rect(chart->setting->scene, cells, chart->data->kind_at, box,
                           zt_ramp_paint(ramp, i));
        const zt_mark_text *text = &ramp->limits.texts[i];
        if (i == 0 || box.x - text->width / 2 < end + size / 4)
            continue;
        zt_mark_text_centre(chart, text, labels, ZT_ALIGN_CENTRE, box.x, y + KEY + 0.7 * size);
        end = box.x + text->width / 2;
    }
}

void zt_ramp_outline(const zt_chart *chart, zt_group *into, zt_rect cells, double line)
{
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, chart->data->kind_at);
    double in = line / 2 - ZT_RAMP_GAP / 2;
    zt_path_rect(path, (zt_rect){cells.x + in, cells.y + in, cells.w - 2 * in, cells.h - 2 * in});
    const zt_ink *accent = chart->params->accent;
    const zt_ramp_look *look = &chart->setting->template_->theme->look.ramp;
    path->stroke = ZT_SOLID(
        look->count > 0 && look->ink == accent ? zt_setting_ink(chart->setting, "key") : accent);
    path->width = line;
    zt_path_done(path);
}

double zt_ramp_standing_height(const zt_quantity *quantity)
{
    bool hatched = zt_chart_has_value(quantity) && zt_mark_fill_of(quantity) == ZT_MARK_HATCHED;
    return hatched ? STANDING : 0;
}

void zt_ramp_standing(const zt_chart *chart, zt_group *into, const zt_quantity *quantity,
                      zt_rect cell)
{
    zt_mark_fill fill = zt_mark_fill_of(quantity);
    double height = zt_ramp_standing_height(quantity);
    if (fill == ZT_MARK_HATCHED)
        cell = (zt_rect){cell.x, zt_rect_foot(cell) - height, cell.w, height};
    if (fill != ZT_MARK_SOLID)
        zt_mark_bar(chart, into, quantity->at, cell, fill, chart->axis_ink);
}
