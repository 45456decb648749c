/* A timeline drawn: head, axis, bands, nodes, and the entries that hang from their dates. */
#include "block/timeline/timeline_draw.h"

#include "block/timeline/timeline_across.h"
#include "block/timeline/timeline_beside.h"
#include "block/timeline/timeline_calendar.h"
#include "block/timeline/timeline_grid.h"
#include "block/words/lines.h"

/* Between the head and a calendar on its line, in steps of the theme's scale. */
static const double CALENDAR_GAP = 5;

/* What is drawn and where to; `height` is that of the frame, in points. */
typedef struct drawing {
    const zt_tl_plan *plan;
    zt_scene *scene;
    zt_group *into;
    double height;
} drawing;

/* A group of the drawing that a reader of the tagged PDF does not hear. */
static zt_group *decoration(const drawing *d, zt_pos at, const char *part, zt_rect box)
{
    return zt_tl_decoration(d->plan, d->into, at, part, box);
}

/* ---- head ---- */

/* A calendar on the head's line, from `x` to the right edge, about its middle. */
static zt_tl_calendar strip_from(const zt_tl_plan *plan, double x, double middle)
{
    double height = ZT_TL_CALENDAR_HEIGHT;
    zt_rect box = {x, middle - height / 2, plan->width - x, height};
    return zt_tl_calendar_make(plan, false, box);
}

/* Where marks leave no room for the names of years, the span is told before the strip. */
static void draw_strip(const drawing *d, double head_width, double middle)
{
    const zt_tl_plan *plan = d->plan;
    const zt_look *look = &plan->year;
    double gap = zt_setting_gap(plan->setting, CALENDAR_GAP);
    double x = head_width + gap, least = ZT_TL_CALENDAR_HEIGHT;
    zt_tl_calendar calendar = strip_from(plan, x, middle);
    zt_para *span = zt_lines_plain(plan->setting, zt_tl_calendar_span(&calendar), plan->block->at,
                                   look, plan->width);
    bool named = plan->width - x > least && zt_tl_calendar_names(&calendar) > 0;
    if (!named)
        calendar = strip_from(plan, x + span->max_width + gap / 2, middle);
    if (calendar.length <= least) {
        zt_report(plan->setting->diags, ZT_WARNING, "strip-crowded", plan->block->at,
                  "“%.*s”的题旁放不下日历带，没有画",
                  "no room for a strip beside the head “%.*s”; it is not drawn",
                  ZT_ARG(plan->content->head));
        return;
    }
    if (!named) {
        zt_rect box = {x, middle - look->text.size / 2, span->max_width, look->text.size};
        zt_group *group =
            zt_scene_add_part(d->scene, d->into, plan->block->at, "year", ZT_ROLE_P, box);
        zt_lines_place(plan->setting, span, look, group, (zt_point){0, 0}, look->para.leading);
    }
    zt_tl_calendar_draw(&calendar, true, d->into);
}

/* Rule, head and, where one is asked for, the calendar strip beside the head on its axis. */
static void draw_head(const drawing *d)
{
    const zt_tl_plan *plan = d->plan;
    zt_pos at = plan->block->at;
    if (!plan->title)
        return;
    if (plan->rule > 0) {
        zt_group *rule = decoration(d, at, "rule", (zt_rect){0, 0, plan->width, plan->rule});
        zt_group_rule_place(plan->setting, at, rule, (zt_rect){0, 0, plan->width, plan->rule},
                            plan->line_ink);
    }
    zt_rect box = zt_tl_title_box(plan);
    zt_group *head = zt_scene_add_part(d->scene, d->into, at, "head", ZT_ROLE_H2, box);
    zt_lines_place(plan->setting, plan->title, &plan->section, head, (zt_point){0, 0},
                   plan->section.para.leading);
    if (plan->strip)
        draw_strip(d, box.w, box.y + box.h / 2);
}

/* ---- axis, bands, nodes ---- */

/* The middle of an entry's node, in the block's frame. */
static zt_point node_of(const zt_tl_plan *plan, const zt_tl_entry *entry)
{
    double y = zt_tl_is_across(plan) ? entry->node_y : entry->top + zt_tl_node_drop(plan, entry);
    return (zt_point){entry->x + plan->axis_x, y};
}

/* The foot of all columns: where a line that goes on in the next column ends. */
static double lowest_foot(const zt_tl_plan *plan)
{
    double foot = 0;
    for (size_t i = 0; i < plan->count; i++)
        foot = zt_max(foot, zt_tl_entry_foot(plan, &plan->entries[i]));
    return foot;
}

/* From the first node (or the middle of the band above it, which hides the end) to the last line of
   text; where the line goes on in the next column, to the foot of all columns. */
static void draw_axis(const drawing *d, size_t first, size_t end)
{
    const zt_tl_plan *plan = d->plan;
    const zt_tl_entry *top = &plan->entries[first];
    double from = top->band ? top->band_top + plan->band_height / 2 : node_of(plan, top).y;
    double to =
        end == plan->count ? zt_tl_entry_foot(plan, &plan->entries[end - 1]) : lowest_foot(plan);
    double weight = plan->params->axis;
    double x = top->x + plan->axis_x;
    zt_rect box = {x - weight / 2, from, weight, to - from};
    zt_group *group = decoration(d, plan->block->at, "axis", box);
    zt_scene_rule(d->scene, group, plan->block->at, (zt_point){weight / 2, 0},
                  (zt_point){weight / 2, to - from}, weight, ZT_SOLID(plan->axis_ink));
}

/* One axis a column of entries. */
static void draw_axes(const drawing *d)
{
    const zt_tl_plan *plan = d->plan;
    for (size_t first = 0, end; first < plan->count; first = end) {
        for (end = first; end < plan->count; end++)
            if (plan->entries[end].column != plan->entries[first].column)
                break;
        draw_axis(d, first, end);
    }
}

/* An open node is a ring: its line lies wholly inside the diameter. */
static void draw_disc(const drawing *d, zt_group *group, zt_pos at, zt_point centre,
                      double diameter, bool key)
{
    if (key) {
        zt_scene_disc(d->scene, group, at, centre, diameter / 2, ZT_SOLID(d->plan->key_ink));
        return;
    }
    double line = ZT_TL_NODE_LINE;
    zt_path *path = zt_scene_add_path(d->scene, group, at);
    zt_path_circle(path, centre.x, centre.y, (diameter - line) / 2);
    path->fill = ZT_SOLID(&zt_ink_paper);
    path->stroke = ZT_SOLID(d->plan->axis_ink);
    path->width = line;
    zt_path_done(path);
}

/* A range of days is two discs, the first at its date, the second further along the axis. */
static void draw_node(const drawing *d, const zt_tl_entry *entry)
{
    const zt_tl_plan *plan = d->plan;
    const zt_event *event = entry->event;
    bool range = event->date.range, grid = plan->form == ZT_TL_GRID;
    bool across = plan->form == ZT_TL_ACROSS || grid;
    double diameter = range ? ZT_TL_RANGE_NODE : event->key ? ZT_TL_KEY_NODE : ZT_TL_NODE;
    double apart = !range ? 0 : grid ? ZT_TL_GRID_APART : ZT_TL_RANGE_APART, r = diameter / 2;
    double right = across ? apart : 0, down = across ? 0 : apart;
    zt_point at = node_of(plan, entry);
    if (plan->form == ZT_TL_ACROSS_TIME && entry->above)
        at.y -= apart; /* away from the leader */
    zt_rect box = {at.x - r, at.y - r, diameter + right, diameter + down};
    zt_group *group = decoration(d, event->at, "node", box);
    draw_disc(d, group, event->at, (zt_point){r, r}, diameter, event->key);
    if (range)
        draw_disc(d, group, event->at, (zt_point){r + right, r + down}, diameter, event->key);
}

/* The ground of a year's heading in a column; the heading itself is drawn with the words. */
static void draw_band_ground(const drawing *d, const zt_tl_entry *entry)
{
    const zt_tl_plan *plan = d->plan;
    zt_rect box = {entry->band_x, entry->band_top, plan->column, plan->band_height};
    zt_group *band = decoration(d, plan->block->at, "band", box);
    zt_scene_fill_rect(d->scene, band, plan->block->at, (zt_rect){0, 0, box.w, box.h},
                       plan->ground);
}

/* ---- words ---- */

/* The heading of a year in the middle of its band's height, aligned with the texts below where
   these hang in a column. */
static void draw_year(const drawing *d, const zt_tl_entry *entry)
{
    const zt_tl_plan *plan = d->plan;
    const zt_look *look = &plan->year;
    double x = entry->band_x + (plan->form == ZT_TL_DOWN   ? plan->indent
                                : plan->form == ZT_TL_GRID ? ZT_TL_GRID_INSET
                                                           : 0);
    zt_rect box = {x, entry->band_top, plan->measure, plan->band_height};
    zt_group *group = zt_scene_add_part(d->scene, d->into, plan->block->at, "year",
                                        entry->band_again ? ZT_ROLE_ARTIFACT : ZT_ROLE_H3, box);
    zt_lines_place(plan->setting, entry->band, look, group,
                   (zt_point){0, zt_tl_name_drop(plan, entry)}, look->para.leading);
}

/* Date, head and text below one another; only the text takes the leading that was found for the
   height. */
static void draw_entry(const drawing *d, const zt_tl_entry *entry, zt_group *list)
{
    const zt_tl_plan *plan = d->plan;
    const zt_event *event = entry->event;
    double x = entry->x + plan->indent, y = 0, w = plan->measure;
    zt_rect box = {x, entry->top, w, zt_tl_entry_height(plan, entry, plan->leading)};
    zt_group *item = zt_scene_add_part(d->scene, list, event->at, "entry", ZT_ROLE_LI, box);
    const zt_look *looks[] = {&plan->date, &plan->head, &plan->text};
    const zt_para *paras[] = {entry->date, entry->head, entry->text};
    const char *names[] = {"date", "event-head", "text"};
    for (size_t i = 0; i < 3; i++) {
        if (!paras[i])
            continue;
        double leading = i == 2 ? plan->leading : looks[i]->para.leading;
        double h = zt_em_height(paras[i]->line_count, looks[i]->text.size, leading);
        double left = i == 0 ? plan->date_indent : 0;
        zt_group *part = zt_scene_add_part(d->scene, item, event->at, names[i],
                                           i == 0 ? ZT_ROLE_LBL : ZT_ROLE_LBODY,
                                           (zt_rect){left, y, w - left, h});
        zt_lines_place(plan->setting, paras[i], looks[i], part, (zt_point){0, 0}, leading);
        y += h + plan->date_gap;
    }
}

/* One list from band to band, so that each year's heading stands over its own. */
static void draw_words(const drawing *d)
{
    const zt_tl_plan *plan = d->plan;
    zt_group *list = NULL;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_tl_entry *entry = &plan->entries[i];
        if (entry->band)
            draw_year(d, entry);
        if ((entry->band && !entry->band_again) || !list) {
            zt_rect box = {0, 0, plan->width, d->height};
            list = zt_scene_add_part(d->scene, d->into, plan->block->at, "events", ZT_ROLE_L, box);
        }
        draw_entry(d, entry, list);
    }
}

/* Axes first, so that bands cover their ends. */
static void draw_down(const drawing *d)
{
    const zt_tl_plan *plan = d->plan;
    draw_axes(d);
    for (size_t i = 0; i < plan->count; i++)
        if (plan->entries[i].band)
            draw_band_ground(d, &plan->entries[i]);
}

/* Head and axis first, then nodes, then words in the order of time as the document has it. */
void zt_tl_draw(const zt_tl_plan *plan, double height, zt_group *into)
{
    drawing d = {plan, plan->setting->scene, into, height};
    into->role = ZT_ROLE_SECT;
    draw_head(&d);
    switch (plan->form) {
    case ZT_TL_DOWN:
        draw_down(&d);
        break;
    case ZT_TL_DOWN_TIME:
        zt_tl_beside_draw(plan, height, into);
        break;
    case ZT_TL_ACROSS:
    case ZT_TL_ACROSS_TIME:
        zt_tl_across_draw(plan, into);
        break;
    case ZT_TL_GRID:
        zt_tl_grid_draw(plan, into);
        break;
    }
    for (size_t i = 0; i < plan->count && !zt_tl_is_spine(plan); i++)
        draw_node(&d, &plan->entries[i]);
    draw_words(&d);
}
