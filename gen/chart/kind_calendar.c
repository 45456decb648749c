/* A calendar: a cell for each day, the darker the more; weeks side by side, or a sheet of each
   month with the values in it. */
#include "chart/calendar_imp.h"

#include "base/time_key.h"

enum { WEEK = 7 };
static const double STEP_LINE = ZT_MM(0.25); /* between months of a strip */

/* What one drawing needs beside the plan. */
typedef struct calendar_drawing {
    const zt_calendar_plan *plan;
    zt_group *cells, *frame, *labels;
} calendar_drawing;

/* Strips print no value, so that the note says the standing of all that have one, and which are to
   come. */
static const bool *unsaid_days(const zt_calendar_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    bool *unsaid =
        ZT_ARRAY(plan->chart->setting->arena, data->item_count * data->series_count, bool);
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++)
            unsaid[i * data->series_count + s] = plan->days[s * data->item_count + i].quantity;
    return unsaid;
}

/* Days are square in strips and as high as their words in sheets, so that there is one height. */
static zt_chart_plan calendar_plan(const zt_chart *chart, double width)
{
    const zt_calendar_plan *plan = zt_calendar_plan_new(chart, width);
    double height = plan->ramp.height + plan->told.height + plan->notes.height;
    for (size_t s = 0; s < chart->data->series_count; s++)
        height += zt_calendar_series_height(plan, s) + (s > 0 ? plan->between : 0);
    return (zt_chart_plan){
        .extent = {height, height}, .own = plan, .unsaid = plan->sheets ? NULL : unsaid_days(plan)};
}

/* The tint of a day; the accent where it is highlighted, in sheets as a frame about its tint. */
static void draw_day(const calendar_drawing *d, const zt_calendar_day *day, zt_rect box)
{
    const zt_calendar_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    zt_paint paint = zt_ramp_paint(&plan->ramp, zt_ramp_step(&plan->ramp, day->quantity));
    bool lit = day->item->highlight;
    if (lit && !plan->sheets)
        paint = ZT_SOLID(chart->params->accent);
    if (zt_chart_has_value(day->quantity)) {
        zt_scene_fill_rect(chart->setting->scene, d->cells, day->quantity->at, box, paint);
        zt_ramp_standing(chart, d->frame, day->quantity, box);
    } else if (day->quantity) {
        zt_mark_bar(chart, d->frame, day->quantity->at, box, ZT_MARK_OUTLINED, chart->axis_ink);
    }
    if (lit && plan->sheets)
        zt_ramp_outline(chart, d->frame, box, ZT_RAMP_OUTLINE);
    box.h -= zt_ramp_standing_height(day->quantity);
    if (plan->sheets)
        zt_area_words_place(chart, &day->words, d->frame, d->labels, box);
}

/* Where a month begins in a strip: down from the top, back one week at its first day, down again.
 */
static void draw_step(const calendar_drawing *d, const zt_calendar_day *day, double y)
{
    const zt_calendar_plan *plan = d->plan;
    double left = plan->left + (double)day->week * plan->pitch, foot = y + WEEK * plan->pitch;
    double level = y + (double)day->weekday * plan->pitch, right = left + plan->pitch;
    zt_path *path =
        zt_scene_add_path(plan->chart->setting->scene, d->frame, plan->chart->data->kind_at);
    if (day->weekday > 0) {
        zt_path_move(path, right, y);
        zt_path_line(path, right, level);
        zt_path_line(path, left, level);
    } else {
        zt_path_move(path, left, y);
    }
    zt_path_line(path, left, foot);
    path->stroke = ZT_SOLID(plan->chart->axis_ink);
    path->width = STEP_LINE;
    zt_path_done(path);
}

/* Names of months over a row, and of weekdays left of a strip. */
static void draw_heads(const calendar_drawing *d, size_t row, double y)
{
    const zt_calendar_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    for (size_t i = 0; i < plan->head_count; i++)
        if (plan->heads[i].row == row)
            zt_mark_text_centre(chart, &plan->heads[i].text, d->labels, ZT_ALIGN_START,
                                plan->heads[i].x, y + 0.4 * plan->lead);
    for (size_t i = 0; i < WEEK && !plan->sheets; i += 2)
        zt_mark_text_centre(chart, &plan->weekdays[i], d->labels, ZT_ALIGN_START, 0,
                            y + plan->lead + ((double)i + 0.5) * plan->pitch);
}

/* One series from y down; gives where it ends. */
static double draw_series(const calendar_drawing *d, size_t series, double y)
{
    const zt_calendar_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    size_t count = chart->data->item_count, at = 0;
    const zt_calendar_day *days = plan->days + series * count;
    zt_words_place(chart, &plan->series[series], d->labels, 0, y);
    y += plan->series_lead[series];
    for (size_t i = 0; i < WEEK && plan->sheets; i++)
        zt_mark_text_centre(chart, &plan->weekdays[i], d->labels, ZT_ALIGN_CENTRE,
                            ((double)i + 0.5) * plan->pitch,
                            y - 0.7 * plan->weekdays[i].look.text.size);
    for (size_t r = 0; r < plan->row_count; r++) {
        double cells = y + plan->lead;
        draw_heads(d, r, y);
        size_t first = at;
        for (; at < count && days[at].row == r; at++)
            draw_day(d, &days[at], zt_calendar_cell(plan, &days[at], cells));
        for (size_t i = first + 1; i < at && !plan->sheets; i++)
            if (days[i].first)
                draw_step(d, &days[i], cells);
        y = cells + zt_calendar_row_height(plan, r) + plan->between;
    }
    return y - plan->between;
}

/* Series, key, extremes in words, annotations. */
static void calendar_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_calendar_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    calendar_drawing d = {.plan = plan};
    d.cells = zt_mark_layer(chart, into, "cells", plan->width, height);
    d.frame = zt_mark_layer(chart, into, "frame", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    double y = 0;
    for (size_t s = 0; s < chart->data->series_count; s++)
        y = draw_series(&d, s, y + (s > 0 ? plan->between : 0));
    zt_ramp_draw_key(&plan->ramp, d.frame, d.labels, y);
    zt_foot_list_place(chart, &plan->told, d.labels, y + plan->ramp.height);
    zt_note_list_place(chart, &plan->notes, d.labels, y + plan->ramp.height + plan->told.height);
}

/* Reports no-items, rank-without-values, not-days when the keys are not days that rise. */
static bool calendar_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good = zt_chart_check_items(data, diags, "calendar") &&
                zt_chart_check_values(data, diags, "calendar");
    if (!good || (data->time && data->time->unit == ZT_TIME_DAY))
        return good;
    zt_report(
        diags, ZT_ERROR, "not-days", data->kind_at,
        "日历图一天一格，key 要是从早到晚的日期，如 2022-06-24；别的应改用 column",
        "a calendar has a cell for each day: keys must be days that rise, such as 2022-06-24; "
        "use column for others");
    return false;
}

const zt_chart_kind zt_chart_kind_calendar = {
    .name = "calendar",
    .spans = {12, 8, 12},
    .zh = "日历图：一天一格，越深越大；一周一列，三个月以内放得下时每月一页、数值印在格里",
    .en = "A cell for each day, the darker the more: weeks side by side, or up to three months as "
          "sheets with the values in them",
    .check = calendar_check,
    .plan = calendar_plan,
    .draw = calendar_draw,
};
