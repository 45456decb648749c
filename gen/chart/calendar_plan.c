/* Planning a calendar: how many months stand in a row, how large a day is, and whether the values
   stand in the days. */
#include "chart/calendar_imp.h"

#include "base/date.h"
#include "labels/spread.h"

/* In points, or shares of what is named. */
/* Of a day in strips; at the least a quarter of a year, 14 weeks, stands in one column of print. */
static const double PITCH_LEAST = ZT_MM(2.9), PITCH_MOST = ZT_MM(6.4);
static const double SHEET = ZT_MM(13), SHEET_MOST = ZT_MM(22); /* of one in sheets */
static const double INSET = ZT_MM(0.15);                       /* about words in a day */
static const double LIT_INSET = ZT_MM(0.7);                    /* about those in a frame */
static const double LINE_MORE = ZT_MM(0.8); /* height of a day in a sheet over its words */
static const double BETWEEN = ZT_MM(3), NEAR = ZT_MM(1.2);
enum { WEEK = 7, SHEETS_MOST = 3, YEAR = 12 };

/* ---- days and rows ---- */

/* The day that an item names, in days since 1970-01-01. */
static long day_of(const zt_chart_data *data, size_t item)
{
    return (long)data->time->first[item];
}

/* 1970-01-01 was a Thursday. */
static long monday_of(long day)
{
    long since = (day + 3) % WEEK;
    return day - (since < 0 ? since + WEEK : since);
}

/* Months since the year 0. */
static long month_of(long day)
{
    zt_day date = zt_day_from_number(day);
    return (long)date.year * YEAR + date.month - 1;
}

/* The first day of a row: of a group of so many months from January on, so that rows lie alike; the
   first of its days where all stand in one row, and in sheets. */
static long begin_of(long day, long months, bool alone)
{
    long first = month_of(day) / months * months;
    if (alone || months == 1)
        return day;
    return zt_day_number((zt_day){(int)(first / YEAR), (int)(first % YEAR) + 1, 1, 0});
}

/* Rows of so many months each; without months between that have no day. Gives the weeks of the
   longest one. */
static size_t set_rows(zt_calendar_plan *plan, long months)
{
    const zt_chart_data *data = plan->chart->data;
    size_t last = data->item_count - 1, longest = 1;
    bool alone = months > 1 && month_of(day_of(data, last)) - month_of(day_of(data, 0)) < months;
    long group = 0;
    plan->row_count = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        long day = day_of(data, i), own = alone ? 0 : month_of(day) / months;
        if (i == 0 || own != group) {
            long begin = begin_of(day, months, alone);
            plan->rows[plan->row_count++] = (zt_calendar_row){.monday = monday_of(begin)};
        }
        group = own;
        zt_calendar_row *row = &plan->rows[plan->row_count - 1];
        row->weeks = (size_t)((monday_of(day) - row->monday) / WEEK) + 1;
        longest = row->weeks > longest ? row->weeks : longest;
        for (size_t s = 0; s < data->series_count; s++) {
            zt_calendar_day *d = &plan->days[s * data->item_count + i];
            *d = (zt_calendar_day){.item = &data->items[i], .row = plan->row_count - 1};
            d->quantity = data->items[i].values ? data->items[i].values[s] : NULL;
            d->week = row->weeks - 1;
            d->weekday = (size_t)(day - monday_of(day));
            d->first =
                i == 0 || d->row != d[-1].row || month_of(day) != month_of(day_of(data, i - 1));
        }
    }
    return longest;
}

/* As many months in a row as leave a day its least size; few rows are read better than many. */
static void set_strips(zt_calendar_plan *plan)
{
    static const long months[] = {12, 6, 4, 3, 2, 1};
    double room = plan->width - plan->left;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        size_t weeks = set_rows(plan, months[i]);
        plan->pitch = zt_min(PITCH_MOST, room / (double)weeks);
        if (plan->pitch >= PITCH_LEAST)
            break;
    }
    plan->line = plan->pitch;
}

/* ---- sheets ---- */

/* Day and value of a cell; false when they have no room across. Height is taken as it comes. */
static bool set_words(zt_calendar_plan *plan, size_t series, zt_calendar_day *day)
{
    const zt_chart *chart = plan->chart;
    long number = plan->rows[day->row].monday + (long)(day->week * WEEK + day->weekday);
    zt_area_wish wish = {.name_part = "tick", .name_share = 1, .value_share = 1, .lines = 1};
    bool dark = zt_chart_has_value(day->quantity) &&
                zt_ramp_is_dark(&plan->ramp, zt_ramp_step(&plan->ramp, day->quantity));
    wish.name =
        zt_str_from(zt_arena_printf(chart->setting->arena, "%d", zt_day_from_number(number).day));
    wish.item = (size_t)(day->item - chart->data->items);
    wish.series = series;
    wish.fill = (zt_part_fill){zt_setting_ink(chart->setting, "panel"), ZT_FILL_PLAIN};
    wish.value_part = dark ? "label-strong" : "label";
    wish.area = (zt_rect){0, 0, plan->pitch - ZT_RAMP_GAP, plan->width};
    wish.inset = day->item->highlight ? LIT_INSET : INSET;
    wish.centred = true;
    if (!zt_area_words_fit(chart, &wish, &day->words))
        return false;
    double height = day->words.height + zt_ramp_standing_height(day->quantity);
    plan->line = zt_max(plan->line, height + LINE_MORE + ZT_RAMP_GAP);
    return true;
}

/* Days at most so wide; false when a value has no room. */
static bool set_sheets_within(zt_calendar_plan *plan, double most)
{
    const zt_chart_data *data = plan->chart->data;
    plan->pitch = zt_min(most, plan->width / WEEK);
    plan->line = 0.75 * zt_min(plan->pitch, SHEET);
    for (size_t s = 0; s < data->series_count; s++)
        for (size_t i = 0; i < data->item_count; i++)
            if (!set_words(plan, s, &plan->days[s * data->item_count + i]))
                return false;
    return true;
}

/* A few months as sheets with their values, wider ones where these are long. */
static bool set_sheets(zt_calendar_plan *plan)
{
    set_rows(plan, 1);
    return plan->row_count <= SHEETS_MOST &&
           (set_sheets_within(plan, SHEET) || set_sheets_within(plan, SHEET_MOST));
}

/* ---- heads ---- */

/* The name of the month of a day, with the year where that has not been said. */
static zt_str month_name(const zt_chart *chart, long day, int *year)
{
    zt_day date = zt_day_from_number(day);
    bool said = !chart->data->time->has_year || date.year == *year;
    *year = date.year;
    if (chart->data->language == ZT_LANG_EN)
        return zt_str_from(said ? zt_month_name(date.month, true)
                                : zt_arena_printf(chart->setting->arena, "%s %d",
                                                  zt_month_name(date.month, true), date.year));
    return zt_str_from(
        said ? zt_arena_printf(chart->setting->arena, "%d月", date.month)
             : zt_arena_printf(chart->setting->arena, "%d年%d月", date.year, date.month));
}

/* The heads of a row, moved apart where they would meet. */
static void spread_heads(zt_calendar_plan *plan, size_t first)
{
    size_t count = plan->head_count - first;
    zt_label *labels = ZT_ARRAY(plan->chart->setting->arena, count + 1, zt_label);
    for (size_t i = 0; i < count; i++) {
        const zt_calendar_head *head = &plan->heads[first + i];
        labels[i] = (zt_label){.wanted = head->x + head->text.width / 2, .size = head->text.width};
    }
    zt_labels_spread_in_order(plan->chart->setting->arena, labels, count, NEAR, plan->left,
                              plan->width);
    for (size_t i = 0; i < count; i++)
        plan->heads[first + i].x = zt_label_low(&labels[i]);
}

/* A head for each month of each row; in strips over the week in which it begins. */
static void set_heads(zt_calendar_plan *plan)
{
    const zt_chart *chart = plan->chart;
    size_t count = chart->data->item_count, first = 0;
    zt_look look = zt_chart_look(chart, "label");
    int year = 0;
    plan->heads = ZT_ARRAY(chart->setting->arena, count + 1, zt_calendar_head);
    for (size_t i = 0; i < count; i++) {
        const zt_calendar_day *day = &plan->days[i];
        if (!day->first)
            continue;
        if (plan->head_count > 0 && plan->heads[plan->head_count - 1].row != day->row) {
            spread_heads(plan, first);
            first = plan->head_count;
        }
        zt_str name = month_name(chart, day_of(chart->data, i), &year);
        double x = plan->sheets ? 0 : plan->left + (double)day->week * plan->pitch;
        plan->heads[plan->head_count++] = (zt_calendar_head){
            .text = zt_mark_text_new(chart, name, &look, day->item->at), .x = x, .row = day->row};
    }
    spread_heads(plan, first);
    plan->lead = 1.4 * look.text.size;
}

/* 一 to 日, in the type of ticks; their column stands left of strips. */
static void set_weekdays(zt_calendar_plan *plan)
{
    static const char *const names[][WEEK] = {{"一", "二", "三", "四", "五", "六", "日"},
                                              {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"}};
    const char *const *own = names[plan->chart->data->language == ZT_LANG_EN];
    zt_look look = zt_chart_look(plan->chart, "tick");
    for (size_t i = 0; i < WEEK; i++)
        plan->weekdays[i] =
            zt_mark_text_new(plan->chart, zt_str_from(own[i]), &look, plan->chart->data->kind_at);
    plan->left = plan->sheets ? 0 : plan->weekdays[0].width + NEAR;
}

/* Names of several series over their rows, and the line of the weekdays over sheets. */
static void set_series(zt_calendar_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    double weekdays = plan->sheets ? 1.4 * plan->weekdays[0].look.text.size : 0;
    plan->series = ZT_ARRAY(chart->setting->arena, data->series_count, zt_words);
    plan->series_lead = ZT_ARRAY(chart->setting->arena, data->series_count, double);
    for (size_t s = 0; s < data->series_count; s++) {
        if (data->series_count > 1)
            plan->series[s] = zt_words_new(chart, data->series[s], &strong, data->kind_at,
                                           plan->width, ZT_ALIGN_START);
        double name = plan->series[s].height;
        plan->series_lead[s] = (name > 0 ? name + NEAR : 0) + weekdays;
    }
}

/* ---- in words ---- */

/* Adds what (最高) with its day and value to the list at the foot. */
static void tell(zt_calendar_plan *plan, const char *what, size_t series, size_t item)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_chart_label said = zt_chart_label_at(chart, item, series);
    zt_str head = data->series_count > 1 ? data->series[series] : (zt_str){0};
    zt_str whose = zt_chart_joined(chart, head, data->items[item].key);
    const char *text = zt_arena_printf(
        chart->setting->arena, ZT_CHART_IN(chart, "%s%s%.*s：%.*s", "%s%s%.*s: %.*s"),
        zt_foot_list_mark(chart, &plan->told), what, ZT_ARG(whose), ZT_ARG(said.value));
    zt_foot_list_add(&plan->told, zt_str_from(text), data->items[item].at);
}

/* The first highest and the first lowest value of strips, where no value is printed. */
static void set_told(zt_calendar_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    size_t count = data->item_count * data->series_count, low = count, high = count;
    plan->told = zt_foot_list_new(plan->chart, 2);
    for (size_t i = 0; i < count && !plan->sheets; i++) {
        const zt_quantity *q = plan->days[i].quantity;
        double value = zt_chart_value(data, q);
        if (!zt_chart_has_value(q))
            continue;
        if (low == count || value < zt_chart_value(data, plan->days[low].quantity))
            low = i;
        if (high == count || value > zt_chart_value(data, plan->days[high].quantity))
            high = i;
    }
    if (high < count)
        tell(plan, ZT_CHART_IN(plan->chart, "最高", "Highest, "), high / data->item_count,
             high % data->item_count);
    if (low < count && low != high)
        tell(plan, ZT_CHART_IN(plan->chart, "最低", "Lowest, "), low / data->item_count,
             low % data->item_count);
    zt_foot_list_set(plan->chart, &plan->told, plan->width);
}

/* ---- the whole ---- */

zt_rect zt_calendar_cell(const zt_calendar_plan *plan, const zt_calendar_day *day, double y)
{
    double across = (double)(plan->sheets ? day->weekday : day->week);
    double down = (double)(plan->sheets ? day->week : day->weekday);
    return (zt_rect){plan->left + across * plan->pitch + ZT_RAMP_GAP / 2,
                     y + down * plan->line + ZT_RAMP_GAP / 2, plan->pitch - ZT_RAMP_GAP,
                     plan->line - ZT_RAMP_GAP};
}

double zt_calendar_row_height(const zt_calendar_plan *plan, size_t row)
{
    return (double)(plan->sheets ? plan->rows[row].weeks : WEEK) * plan->line;
}

double zt_calendar_series_height(const zt_calendar_plan *plan, size_t series)
{
    double height = plan->series_lead[series];
    for (size_t r = 0; r < plan->row_count; r++)
        height += plan->lead + zt_calendar_row_height(plan, r) + (r > 0 ? plan->between : 0);
    return height;
}

zt_calendar_plan *zt_calendar_plan_new(const zt_chart *chart, double width)
{
    zt_arena *arena = chart->setting->arena;
    const zt_chart_data *data = chart->data;
    zt_calendar_plan *plan = ZT_NEW(arena, zt_calendar_plan);
    *plan = (zt_calendar_plan){.chart = chart, .width = width, .between = BETWEEN};
    plan->days = ZT_ARRAY(arena, data->item_count * data->series_count, zt_calendar_day);
    plan->rows = ZT_ARRAY(arena, data->item_count, zt_calendar_row);
    plan->ramp = zt_ramp_of(chart, true);
    plan->sheets = set_sheets(plan);
    set_weekdays(plan);
    if (!plan->sheets) {
        plan->ramp = zt_ramp_of(chart, false);
        set_strips(plan);
    }
    zt_ramp_plan_key(&plan->ramp, width, plan->left);
    set_heads(plan);
    set_series(plan);
    set_told(plan);
    plan->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
