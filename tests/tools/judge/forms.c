/* What is measured of forms that are no plain lengths or places: icons, strips with a stroke, small
   lines each with a scale of its own, cells of days. */
#include <math.h>
#include <string.h>

#include "judge.h"
#include "model/chart_labels.h"

/* ---- icons ---- */

/* Each icon stands for one number, the same for all: there is one for which every count is its
   value, rounded. */
void judge_icons(const judge_page *page, const judge_seen_list *list)
{
    double low = 0, high = INFINITY;
    for (size_t i = 0; i < list->count; i++) {
        const judge_seen *s = &list->items[i];
        double count = (double)judge_squares(page, s->quantity->at), value = fabs(s->value);
        if (value == 0 || s->quantity->status != ZT_ACTUAL)
            continue;
        low = zt_max(low, value / (count + 0.5));
        high = zt_min(high, count > 0 ? value / (count - 0.5) : INFINITY);
    }
    if (low > high * 1.001)
        judge_say(page, "false-count", "an icon is more than %g and less than %g", low, high);
}

/* ---- strips ---- */

/* The stroke of what is due stands on the scale of the bar: both begin at one edge. */
void judge_strips(const judge_page *page, const judge_seen_list *list)
{
    for (size_t i = 0; i + 1 < list->count; i++) {
        const judge_seen *bar = &list->items[i], *due = &list->items[i + 1];
        if (due->item != bar->item || bar->series != 0 || due->series != 1 || bar->value <= 0 ||
            due->value <= 0 || bar->marks == 0 || due->marks == 0 ||
            bar->quantity->status != ZT_ACTUAL)
            continue;
        double at = due->middle.x - bar->box.x, right = bar->box.w * due->value / bar->value;
        if (right < 1) /* the stroke keeps in the strip at its beginning */
            continue;
        if (fabs(at - right) > 0.001 * right + 0.06)
            judge_say(page, "false-place", "%g is at %.2f, due %.2f by %g", due->value, at, right,
                      bar->value);
    }
}

/* ---- small lines ---- */

/* Whether the corners of a line stand as the values of a series from the item `first` on do, on
   some scale. */
static bool is_line_of(const judge_page *page, const judge_lines *line, size_t series, size_t first)
{
    const zt_chart_data *data = page->data;
    double low = INFINITY, high = -INFINITY, top = INFINITY, foot = -INFINITY;
    size_t corners = line->count + 1;
    if (first + corners > data->item_count)
        return false;
    for (size_t i = 0; i < corners; i++) {
        const zt_quantity *q = data->items[first + i].values[series];
        double y = i < line->count ? line->items[i].a.y : line->items[i - 1].b.y;
        if (!zt_chart_has_value(q))
            return false;
        low = zt_min(low, zt_chart_value(data, q));
        high = zt_max(high, zt_chart_value(data, q));
        top = zt_min(top, y);
        foot = zt_max(foot, y);
    }
    for (size_t i = 0; i < corners; i++) {
        double value = zt_chart_value(data, data->items[first + i].values[series]);
        double y = i < line->count ? line->items[i].a.y : line->items[i - 1].b.y;
        double due = high > low ? foot - (value - low) / (high - low) * (foot - top) : foot;
        if (fabs(y - due) > 0.001 * (foot - top) + 0.06)
            return false;
    }
    return true;
}

/* Every line is that of a stretch of some series. */
void judge_small_lines(const judge_page *page)
{
    judge_lines line = {0};
    for (size_t i = 0; i < page->marks.count; i++) {
        const judge_mark *m = &page->marks.items[i];
        if (strcmp(m->layer, "lines") != 0 || m->path->fill.ink || !m->path->stroke.ink)
            continue;
        judge_flatten(page->arena, m, false, &line);
        bool found = line.count == 0;
        for (size_t s = 0; s < page->data->series_count; s++)
            for (size_t k = 0; k < page->data->item_count; k++)
                found = found || is_line_of(page, &line, s, k);
        if (!found)
            judge_say(page, "false-height", "a line of line %d is that of no series",
                      m->path->item.at.line);
    }
}

/* ---- days ---- */

/* A day stands beside the one before it, one step across or one down, or begins a new row or
   column; all steps are of one length. */
void judge_days(const judge_page *page, const judge_seen_list *list)
{
    const zt_chart_time *time = page->data->time;
    double step = 0;
    for (size_t i = 1; time && i < list->count; i++) {
        const judge_seen *a = &list->items[i - 1], *b = &list->items[i];
        double dx = b->box.x - a->box.x, dy = b->box.y - a->box.y;
        bool level = fabs(dy) < 0.05, upright = fabs(dx) < 0.05;
        if (a->marks == 0 || b->marks == 0 || time->first[b->item] != time->first[a->item] + 1)
            continue;
        if (dx < -0.05 || dy < -0.05) /* a new one */
            continue;
        if (level == upright)
            judge_say(page, "false-time", "a day is %.2f across and %.2f down of the one before",
                      dx, dy);
        else if (step > 0 && fabs(dx + dy - step) > 0.1)
            judge_say(page, "false-time", "a day is a step of %.2f, others of %.2f", dx + dy, step);
        step = step > 0 ? step : dx + dy;
    }
}
