/* Planning a pictogram: names beside the icons or over them, how large icons are and how many stand
   on a line. */
#include "chart/pictogram_imp.h"

#include "model/chart_icons.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double NARROW = ZT_MM(60); /* below it names stand over the icons */
static const double NAMES_MOST = 0.28;  /* widest names beside the icons, of the width */
static const double ICON = ZT_MM(4.3), ICON_LEAST = ZT_MM(3.4), ICON_MOST = ZT_MM(5.6);
static const double BETWEEN = ZT_MM(2.4), BETWEEN_STACKED = ZT_MM(2);
static const double BETWEEN_LEAST = ZT_MM(1.2), WITHIN = ZT_MM(1);
enum { LINE_LEAST = 5 };

/* ---- words ---- */

/* Value and name of one row. The unit is said with the icon. */
static void set_row(zt_pictogram_plan *plan, size_t index, double names)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_pictogram_row *row = &plan->rows[index];
    row->item = index / data->series_count;
    row->series = index % data->series_count;
    const zt_chart_item *item = &data->items[row->item];
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    bool several = data->series_count > 1;
    row->quantity = item->values ? item->values[row->series] : NULL;
    row->icons = zt_chart_icon_count(data, row->quantity);
    zt_mark_said(chart, row->item, row->series, NULL, &row->value, &row->word);
    row->name = zt_words_new(chart, several ? data->series[row->series] : item->key,
                             item->highlight && !several ? &strong : &look, item->at, names,
                             ZT_ALIGN_START);
    if (several && row->series == 0)
        row->head = zt_words_new(chart, item->key, &strong, item->at, plan->width, ZT_ALIGN_START);
}

/* Sets all rows with names at most so wide; gives the widest name. */
static double set_rows(zt_pictogram_plan *plan, double names)
{
    double widest = 0;
    for (size_t i = 0; i < plan->count; i++) {
        set_row(plan, i, names);
        widest = zt_max(widest, plan->rows[i].name.width);
    }
    return widest;
}

/* Numbers stand at the first series of their item. */
static size_t item_of(const zt_pictogram_plan *plan, const zt_pictogram_row *row)
{
    return row->series == 0 ? row->item : plan->chart->data->item_count;
}

double zt_pictogram_said_width(const zt_pictogram_plan *plan, const zt_pictogram_row *row)
{
    double word = row->word.width > 0 ? ZT_PICTOGRAM_NEAR / 2 + row->word.width : 0;
    return row->value.width + word +
           zt_ties_numbers_width(plan->chart, &plan->ties, item_of(plan, row),
                                 ZT_PICTOGRAM_NEAR / 2);
}

void zt_pictogram_numbers_place(const zt_pictogram_plan *plan, const zt_pictogram_row *row,
                                zt_group *into, double x, double y)
{
    zt_ties_numbers_place(plan->chart, &plan->ties, item_of(plan, row), ZT_PICTOGRAM_NEAR / 2, into,
                          (zt_point){x, y}, 1);
}

double zt_pictogram_line(const zt_pictogram_plan *plan, const zt_pictogram_row *row)
{
    double number = plan->ties.count > 0 ? 1.05 * zt_note_number_size(plan->chart) : 0;
    return zt_max(zt_mark_text_height(&row->value), number);
}

/* What stands behind the icons, with the white before it. */
static double beyond(const zt_pictogram_plan *plan, const zt_pictogram_row *row)
{
    return ZT_PICTOGRAM_NEAR + zt_pictogram_said_width(plan, row);
}

/* ---- icons ---- */

/* Side of an icon when so many stand side by side in the room. */
static double side_of(double room, size_t count)
{
    return (room + ZT_PICTOGRAM_GAP) / (double)count - ZT_PICTOGRAM_GAP;
}

/* How many icons of a line can be counted at a glance: tens, fives, or as many as there is room
   for. */
static size_t countable(size_t fit)
{
    return fit >= 20 ? 20 : fit >= 10 ? 10 : fit >= 8 ? 8 : fit >= 5 ? 5 : fit;
}

/* All icons of the longest row on one line where they have room; else lines of a round number. The
   room of a line is what its value leaves. */
static void set_icons(zt_pictogram_plan *plan)
{
    double squeeze = zt_setting_squeeze(plan->chart->setting);
    double largest = ICON_LEAST + (ICON_MOST - ICON_LEAST) * squeeze;
    double room = plan->width - plan->left, side = largest;
    size_t most = 1;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_pictogram_row *row = &plan->rows[i];
        double taken = plan->stacked ? 0 : beyond(plan, row);
        most = row->icons > most ? row->icons : most;
        if (row->icons > 0)
            side = zt_min(side, side_of(room - taken, row->icons));
    }
    plan->per_line = most;
    plan->icon = side;
    if (side >= ICON_LEAST)
        return;
    double widest = 0;
    for (size_t i = 0; !plan->stacked && i < plan->count; i++)
        widest = zt_max(widest, beyond(plan, &plan->rows[i]));
    double fit = (room - widest + ZT_PICTOGRAM_GAP) / (ICON + ZT_PICTOGRAM_GAP);
    plan->per_line = countable(fit > 1 ? (size_t)fit : 1);
    plan->icon = zt_min(largest, side_of(room - widest, plan->per_line));
}

/* Names beside the icons, unless these have no room there. */
static void set_columns(zt_pictogram_plan *plan)
{
    plan->stacked = plan->width < NARROW;
    if (!plan->stacked) {
        double widest = set_rows(plan, NAMES_MOST * plan->width);
        plan->left = widest > 0 ? widest + ZT_PICTOGRAM_NEAR : 0;
        set_icons(plan);
        plan->stacked = plan->per_line < LINE_LEAST && plan->icon < 1.2 * ICON_LEAST;
    }
    if (!plan->stacked)
        return;
    plan->left = 0;
    set_rows(plan, plan->width);
    for (size_t i = 0; i < plan->count; i++) {
        zt_pictogram_row *row = &plan->rows[i];
        set_row(plan, i, zt_max(plan->width / 4, plan->width - beyond(plan, row)));
    }
    set_icons(plan);
}

/* ---- heights ---- */

size_t zt_pictogram_lines(const zt_pictogram_plan *plan, const zt_pictogram_row *row)
{
    size_t lines = (row->icons + plan->per_line - 1) / plan->per_line;
    return lines > 0 ? lines : 1;
}

/* The head of an item of several series, with the white under it. */
static double head_height(const zt_pictogram_row *row)
{
    return row->head.height > 0 ? row->head.height + ZT_PICTOGRAM_GAP : 0;
}

double zt_pictogram_row_lead(const zt_pictogram_plan *plan, const zt_pictogram_row *row)
{
    double head = head_height(row), value = zt_pictogram_line(plan, row);
    if (!plan->stacked)
        return head;
    return head + zt_max(row->name.height, value) + ZT_PICTOGRAM_GAP;
}

double zt_pictogram_row_height(const zt_pictogram_plan *plan, const zt_pictogram_row *row)
{
    double lines = (double)zt_pictogram_lines(plan, row);
    double icons = lines * (plan->icon + ZT_PICTOGRAM_GAP) - ZT_PICTOGRAM_GAP;
    if (plan->stacked && row->icons == 0)
        icons = ZT_PICTOGRAM_GAP; /* a hairline */
    if (!plan->stacked)
        icons = zt_max(icons, zt_max(row->name.height, zt_pictogram_line(plan, row)));
    return zt_pictogram_row_lead(plan, row) + icons;
}

double zt_pictogram_gap(const zt_pictogram_plan *plan, size_t i)
{
    return i == 0 ? 0 : plan->rows[i].series > 0 ? plan->within : plan->between;
}

/* The key, when the deck does not say it, stands over the plot. */
static void set_key(zt_pictogram_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "tick");
    zt_str words = zt_chart_icon_words(chart->setting->arena, chart->data);
    plan->key =
        zt_words_new(chart, words, &look, chart->data->kind_at, plan->width, ZT_ALIGN_START);
    plan->lead = plan->key.height > 0 ? plan->key.height + ZT_PICTOGRAM_NEAR : 0;
}

zt_pictogram_plan *zt_pictogram_plan_new(const zt_chart *chart, double width)
{
    zt_pictogram_plan *plan = ZT_NEW(chart->setting->arena, zt_pictogram_plan);
    *plan = (zt_pictogram_plan){.chart = chart, .width = width};
    plan->count = chart->data->item_count * chart->data->series_count;
    plan->rows = ZT_ARRAY(chart->setting->arena, plan->count, zt_pictogram_row);
    plan->ties = zt_ties_new(chart);
    zt_ties_number(&plan->ties);
    set_columns(plan);
    set_key(plan);
    double between = plan->stacked ? BETWEEN_STACKED : BETWEEN;
    plan->between = BETWEEN_LEAST + (between - BETWEEN_LEAST) * zt_setting_squeeze(chart->setting);
    plan->within = WITHIN;
    plan->notes = zt_ties_rest(chart, &plan->ties, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
