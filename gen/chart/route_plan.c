/* Planning routes: a net where all names have room in it, else a strip for each line: across where
   the names of its stations stand side by side, down in columns where they do not. So every set of
   stations has a picture at every width. */
#include "chart/route_imp.h"

#include <math.h>

/* In points, or of the size of the labels. */
static const double NARROW = ZT_MM(60);         /* below it lines are strips */
static const double COLUMN = ZT_MM(44);         /* least width of strips that run down */
static const double BETWEEN = ZT_MM(4);         /* between strips */
static const double NAME_LIMITS[] = {12, 7, 5}; /* widths of names that nets try, em */
enum { LINES_MOST = 2, NET_LINES = 6 };         /* of a name in a strip across; of a net */

/* ---- lines ---- */

/* Lit ones in the accent; the others by ink and by a paper core. */
static zt_route_style style_of(const zt_chart *chart, size_t line, bool lit)
{
    const zt_chart_params *p = chart->params;
    const zt_route_style styles[] = {{p->second, false}, {p->rest, false},  {p->rest, true},
                                     {p->third, false},  {p->second, true}, {p->third, true}};
    if (lit)
        return (zt_route_style){p->accent, false};
    return styles[line % (sizeof styles / sizeof *styles)];
}

/* Names and styles; a line without a head has none. */
static void set_lines(zt_route_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    plan->line_count = data->series_count;
    plan->lines = ZT_ARRAY(chart->setting->arena, plan->line_count + 1, zt_route_line);
    size_t muted = 0;
    for (size_t i = 0; i < plan->line_count; i++) {
        zt_route_line *line = &plan->lines[i];
        line->lit = data->series[i].len > 0 && zt_chart_series_is_lit(data, i);
        line->style = style_of(chart, line->lit ? i : muted++, line->lit);
        line->name = zt_mark_text_new(chart, data->series[i], &strong, data->kind_at);
    }
}

/* ---- strips ---- */

/* Whether several lines stop at an item. */
static bool is_hub(const zt_chart_data *data, size_t item)
{
    size_t count = 0;
    for (size_t s = 0; s < data->series_count; s++)
        for (size_t i = 0; i < data->courses[s].count; i++)
            if (data->courses[s].items[i] == item) {
                count++;
                break;
            }
    return count > 1;
}

/* The next station of a strip, without its place. */
static zt_route_station *add_station(zt_route_plan *plan, size_t line, size_t at)
{
    const zt_chart_data *data = plan->chart->data;
    zt_route_station *station = &plan->stations[plan->station_count++];
    *station = (zt_route_station){.item = data->courses[line].items[at], .line = line};
    station->hub = is_hub(data, station->item);
    station->lit = plan->lines[line].lit;
    return station;
}

/* The way of a strip, which is straight. */
static void set_way(zt_route_plan *plan, size_t line, zt_point from, zt_point to)
{
    zt_route_line *l = &plan->lines[line];
    l->way = ZT_ARRAY(plan->chart->setting->arena, 2, zt_point);
    l->way[0] = from;
    l->way[1] = to;
    l->way_count = 2;
}

/* The height of a line's name over its strip. */
static double head_height(const zt_route_plan *plan, size_t line)
{
    const zt_mark_text *name = &plan->lines[line].name;
    return name->width > 0 ? zt_mark_text_height(name) + ZT_ROUTE_GAP / 2 : 0;
}

/* The steps between stations whose names are so wide, those of the ends flush: even ones as far as
   each has what its two names need. False where all together need more than the width. */
static bool set_steps(const zt_route_plan *plan, const double *widths, size_t count, double *steps)
{
    double room = plan->width - 2 * ZT_ROUTE_HUB, all = 0, low = 0, high = room;
    for (size_t i = 0; i + 1 < count; i++) {
        double before = i == 0 ? widths[i] - ZT_ROUTE_HUB : widths[i] / 2;
        double behind = i + 2 == count ? widths[i + 1] - ZT_ROUTE_HUB : widths[i + 1] / 2;
        steps[i] = zt_max(2 * ZT_ROUTE_HUB, before + behind + ZT_ROUTE_GAP);
        all += steps[i];
    }
    if (all > room)
        return false;
    for (int round = 0; round < 40; round++) {
        double least = (low + high) / 2, sum = 0;
        for (size_t i = 0; i + 1 < count; i++)
            sum += zt_max(steps[i], least);
        *(sum <= room ? &low : &high) = least;
    }
    for (size_t i = 0; i + 1 < count; i++)
        steps[i] = zt_max(steps[i], low);
    return true;
}

/* The names of a line's stations at most `limit` wide; false where one takes too many lines. */
static bool set_names(const zt_route_plan *plan, size_t line, double limit, zt_route_label *labels,
                      double *widths)
{
    const zt_chart_course *course = &plan->chart->data->courses[line];
    for (size_t i = 0; i < course->count; i++) {
        zt_align align = i == 0                   ? ZT_ALIGN_START
                         : i + 1 == course->count ? ZT_ALIGN_END
                                                  : ZT_ALIGN_CENTRE;
        labels[i] = zt_route_label_new(plan->chart, course->items[i], line, limit, align);
        widths[i] = labels[i].width;
        if (labels[i].name.para->line_count > LINES_MOST)
            return false;
    }
    return true;
}

/* A strip across from `top` down, its names in one line, else in two; its foot, or -1 where they
   have no room side by side. What broken names report is taken back. */
static double set_across(zt_route_plan *plan, size_t line, double top)
{
    const zt_chart_course *course = &plan->chart->data->courses[line];
    zt_arena *arena = plan->chart->setting->arena;
    zt_diags *diags = plan->chart->setting->diags;
    zt_route_label *labels = ZT_ARRAY(arena, course->count + 1, zt_route_label);
    double *widths = ZT_ARRAY(arena, 2 * course->count + 1, double);
    double *steps = widths + course->count, size = zt_chart_look(plan->chart, "label").text.size;
    double even = plan->width / (double)(course->count > 1 ? course->count - 1 : 1);
    size_t mark = zt_diags_mark(diags);
    bool good = set_names(plan, line, plan->width, labels, widths) &&
                set_steps(plan, widths, course->count, steps);
    if (!good)
        good = even > 3 * size && set_names(plan, line, even - 2 * ZT_ROUTE_GAP, labels, widths) &&
               set_steps(plan, widths, course->count, steps);
    if (!good || zt_diags_mark(diags) != mark) {
        zt_diags_rewind(diags, mark);
        return -1;
    }
    double y = top + head_height(plan, line) + ZT_ROUTE_HUB, foot = y + ZT_ROUTE_HUB;
    double x = ZT_ROUTE_HUB;
    plan->lines[line].name_at =
        (zt_point){0, top + zt_mark_text_height(&plan->lines[line].name) / 2};
    for (size_t i = 0; i < course->count; i++) {
        zt_route_station *station = add_station(plan, line, i);
        bool first = i == 0, last = i + 1 == course->count && !first;
        station->at = (zt_point){x, y};
        station->label = labels[i];
        station->label.at.x = first ? 0 : last ? plan->width - widths[i] : x - widths[i] / 2;
        station->label.at.y = foot + ZT_ROUTE_GAP / 2;
        x += last || course->count == 1 ? 0 : steps[i];
    }
    set_way(plan, line, (zt_point){ZT_ROUTE_HUB, y}, (zt_point){x, y});
    double tall = 0;
    for (size_t i = 0; i < course->count; i++)
        tall = zt_max(tall, labels[i].height);
    return foot + ZT_ROUTE_GAP / 2 + tall;
}

/* All strips across; false where one of them has no room. */
static bool set_all_across(zt_route_plan *plan)
{
    double y = 0;
    plan->station_count = 0;
    for (size_t line = 0; line < plan->line_count; line++) {
        y = set_across(plan, line, y > 0 ? y + BETWEEN : 0);
        if (y < 0)
            return false;
    }
    plan->height = y;
    return true;
}

/* A strip down at x, `width` wide, from `top`; its foot. */
static double set_down(zt_route_plan *plan, size_t line, zt_point at, double width)
{
    const zt_chart_course *course = &plan->chart->data->courses[line];
    double y = at.y + head_height(plan, line), first = 0, last = 0;
    double left = 2 * ZT_ROUTE_HUB + ZT_ROUTE_GAP;
    plan->lines[line].name_at =
        (zt_point){at.x, at.y + zt_mark_text_height(&plan->lines[line].name) / 2};
    for (size_t i = 0; i < course->count; i++) {
        zt_route_station *station = add_station(plan, line, i);
        zt_route_label label =
            zt_route_label_new(plan->chart, station->item, line, width - left, ZT_ALIGN_START);
        double row = zt_max(label.height, 2 * ZT_ROUTE_HUB) + ZT_ROUTE_GAP;
        station->at = (zt_point){at.x + ZT_ROUTE_HUB, y + row / 2};
        label.at = (zt_point){at.x + left, y + (row - label.height) / 2};
        station->label = label;
        last = station->at.y;
        first = i == 0 ? last : first;
        y += row;
    }
    set_way(plan, line, (zt_point){at.x + ZT_ROUTE_HUB, first},
            (zt_point){at.x + ZT_ROUTE_HUB, last});
    return y;
}

/* Strips down, in as many columns as are wide enough, each in the shortest. */
static void set_all_down(zt_route_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    size_t columns = (size_t)zt_max(1, floor(plan->width / COLUMN));
    columns = columns > plan->line_count ? plan->line_count : columns;
    double step = plan->width / (double)columns, *feet = ZT_ARRAY(arena, columns, double);
    plan->station_count = 0;
    for (size_t line = 0; line < plan->line_count; line++) {
        size_t to = 0;
        for (size_t i = 1; i < columns; i++)
            if (feet[i] < feet[to])
                to = i;
        double top = feet[to] > 0 ? feet[to] + BETWEEN : 0;
        feet[to] = set_down(plan, line, (zt_point){step * (double)to, top}, step - ZT_ROUTE_GAP);
    }
    plan->height = 0;
    for (size_t i = 0; i < columns; i++)
        plan->height = zt_max(plan->height, feet[i]);
}

/* ---- the whole ---- */

/* All stops of all lines. */
static size_t stop_count(const zt_chart_data *data)
{
    size_t count = 0;
    for (size_t s = 0; s < data->series_count; s++)
        count += data->courses[s].count;
    return count;
}

/* A net of wide names, else of narrower ones; what a try reported is taken back. */
static bool try_nets(zt_route_plan *plan)
{
    zt_diags *diags = plan->chart->setting->diags;
    double em = zt_chart_look(plan->chart, "label").text.size;
    if (plan->width < NARROW || plan->line_count < 2 || plan->line_count > NET_LINES)
        return false;
    for (size_t i = 0; i < sizeof NAME_LIMITS / sizeof *NAME_LIMITS; i++) {
        size_t mark = zt_diags_mark(diags);
        if (zt_route_net(plan, NAME_LIMITS[i] * em) && zt_diags_mark(diags) == mark)
            return true;
        zt_diags_rewind(diags, mark);
    }
    return false;
}

zt_route_plan *zt_route_plan_new(const zt_chart *chart, double width)
{
    zt_route_plan *plan = ZT_NEW(chart->setting->arena, zt_route_plan);
    *plan = (zt_route_plan){.chart = chart, .width = width};
    set_lines(plan);
    plan->stations = ZT_ARRAY(chart->setting->arena, stop_count(chart->data) + 1, zt_route_station);
    plan->net = try_nets(plan);
    if (!plan->net && !set_all_across(plan))
        set_all_down(plan);
    zt_route_set_key(plan);
    plan->notes = zt_note_list_new(chart, width);
    return plan;
}
