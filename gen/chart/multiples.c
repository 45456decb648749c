/* Panels of whole charts: each series as data of its own, side by side in columns of one width,
   rows as high as their highest panel. */
#include "chart/multiples.h"

#include <math.h>

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/marks.h"

/* In points: between panels side by side, from row to row, from the rule to the name, from the name
   to the plot; the rule over a panel. */
static const double GAP = ZT_MM(5), ROW_GAP = ZT_MM(4), HEAD_GAP = ZT_MM(0.9);
static const double HEAD_FOOT = ZT_MM(1.6), RULE = ZT_MM(0.25);
enum { MOST_PANELS = 24 };

/* A row of panels: the height of its plots, and up to which they use spare height. */
typedef struct panel_row {
    double height, most;
} panel_row;

/* The panels at a width, in the arena of the setting. */
typedef struct multiples_plan {
    const zt_chart *chart;
    const zt_chart_kind *kind;
    zt_chart *charts;     /* one a panel, of its series alone */
    zt_chart_plan *plans; /* of their plots */
    zt_words *heads;
    size_t count, columns, row_count;
    panel_row *rows;
    double width, panel;
    double head; /* from the rule over a panel to its plot; 0: the plots name the series */
    zt_note_list notes;
} multiples_plan;

/* ---- one series ---- */

/* The series as it was written, with the items that it has; `of` gives the index that each of them
   has among all, and `to` the other way round. */
static void keep_items(zt_arena *arena, const zt_chart_data *data, size_t series,
                       zt_chart_data *one, size_t *to)
{
    one->items = ZT_ARRAY(arena, data->item_count + 1, zt_chart_item);
    one->item_count = 0;
    bool *has = ZT_ARRAY(arena, data->item_count + 1, bool);
    const zt_chart_course *course = data->courses ? &data->courses[series] : NULL;
    for (size_t i = 0; i < data->item_count; i++)
        has[i] = data->items[i].values && data->items[i].values[series];
    for (size_t i = 0; course && i < course->count; i++)
        has[course->items[i]] = true;
    for (size_t i = 0; i < data->item_count; i++) {
        to[i] = one->item_count;
        if (!has[i])
            continue;
        zt_chart_item *item = &one->items[one->item_count++];
        *item = data->items[i];
        item->values = data->items[i].values ? data->items[i].values + series : NULL;
        item->has_parent = false;
    }
}

/* The data of one series. A kind whose centre or head is the key of the data has the name of the
   series there where the data have no key. */
static zt_chart_data *series_data(zt_arena *arena, const zt_chart_kind *kind,
                                  const zt_chart_data *data, size_t series)
{
    zt_chart_data *one = ZT_NEW(arena, zt_chart_data);
    size_t *to = ZT_ARRAY(arena, data->item_count + 1, size_t);
    *one = *data;
    one->facet = one->own_scales = false;
    one->series = data->series + series;
    one->series_highlight = data->series_highlight ? data->series_highlight + series : NULL;
    one->series_count = 1;
    one->annotation_count = one->guide_count = 0;
    one->wanted = NULL;
    if (kind->key_heads && data->key_name.len == 0)
        one->key_name = data->series[series];
    keep_items(arena, data, series, one, to);
    if (!data->courses)
        return one;
    one->courses = ZT_NEW(arena, zt_chart_course);
    *one->courses = data->courses[series];
    one->courses->items = ZT_ARRAY(arena, one->courses->count + 1, size_t);
    for (size_t i = 0; i < one->courses->count; i++)
        one->courses->items[i] = to[data->courses[series].items[i]];
    return one;
}

/* ---- planning ---- */

/* As many side by side as their least width allows, then as few as give no more rows. */
static size_t columns_of(const multiples_plan *plan)
{
    double fit = floor((plan->width + GAP) / (plan->kind->panel_mm * ZT_MM(1) + GAP));
    size_t most = fit < 1 ? 1 : (size_t)zt_min(fit, (double)plan->count);
    size_t rows = (plan->count + most - 1) / most;
    return (plan->count + rows - 1) / rows;
}

/* The names of the series over their panels, unless the plots have them. */
static void plan_heads(multiples_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label");
    look = zt_chart_strong(chart, &look);
    double tallest = 0;
    plan->heads = ZT_ARRAY(chart->setting->arena, plan->count, zt_words);
    bool in_plots = plan->kind->key_heads && chart->data->key_name.len == 0;
    for (size_t i = 0; i < plan->count && in_plots; i++)
        in_plots = plan->charts[i].data->item_count > 0; /* nothing is drawn of an empty one */
    if (in_plots)
        return;
    for (size_t i = 0; i < plan->count; i++) {
        plan->heads[i] = zt_words_new(chart, chart->data->series[i], &look, chart->data->kind_at,
                                      plan->panel, ZT_ALIGN_START);
        tallest = zt_max(tallest, plan->heads[i].height);
    }
    plan->head = HEAD_GAP + tallest + HEAD_FOOT;
}

/* Each row as high as its highest panel. */
static void plan_rows(multiples_plan *plan)
{
    plan->row_count = (plan->count + plan->columns - 1) / plan->columns;
    plan->rows = ZT_ARRAY(plan->chart->setting->arena, plan->row_count, panel_row);
    for (size_t i = 0; i < plan->count; i++) {
        panel_row *r = &plan->rows[i / plan->columns];
        r->height = zt_max(r->height, plan->plans[i].extent.height);
        r->most = zt_max(r->most, plan->plans[i].extent.ceiling);
    }
}

/* Of the items of all what the panels say of theirs; NULL where all is said. */
static const bool *unsaid_of(const multiples_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    bool *all = ZT_ARRAY(plan->chart->setting->arena, data->item_count * plan->count + 1, bool);
    bool any = false;
    for (size_t s = 0; s < plan->count; s++) {
        const zt_chart_data *one = plan->charts[s].data;
        const bool *unsaid = plan->plans[s].unsaid;
        size_t k = 0;
        for (size_t i = 0; unsaid && i < data->item_count; i++) {
            if (k >= one->item_count || one->items[k].at.line != data->items[i].at.line ||
                one->items[k].at.column != data->items[i].at.column)
                continue;
            all[i * plan->count + s] = unsaid[k++];
            any = any || all[i * plan->count + s];
        }
    }
    return any ? all : NULL;
}

static double all_heights(const multiples_plan *plan, bool most)
{
    double height = plan->notes.height + (double)plan->row_count * plan->head +
                    (double)(plan->row_count - 1) * ROW_GAP;
    for (size_t r = 0; r < plan->row_count; r++)
        height += most ? plan->rows[r].most : plan->rows[r].height;
    return height;
}

static zt_chart_plan multiples_make(const zt_chart *chart, double width)
{
    zt_arena *arena = chart->setting->arena;
    multiples_plan *plan = ZT_NEW(arena, multiples_plan);
    *plan = (multiples_plan){.chart = chart,
                             .kind = zt_chart_kind_find(chart->data->kind),
                             .count = chart->data->series_count,
                             .width = width};
    plan->columns = columns_of(plan);
    plan->panel = (width - GAP * (double)(plan->columns - 1)) / (double)plan->columns;
    plan->charts = ZT_ARRAY(arena, plan->count, zt_chart);
    plan->plans = ZT_ARRAY(arena, plan->count, zt_chart_plan);
    for (size_t i = 0; i < plan->count; i++) {
        plan->charts[i] = *chart;
        plan->charts[i].ties = NULL;
        plan->charts[i].data = series_data(arena, plan->kind, chart->data, i);
        plan->charts[i].all = chart->data->own_scales ? NULL : chart->data;
        if (plan->charts[i].data->item_count > 0)
            plan->plans[i] = plan->kind->plan(&plan->charts[i], plan->panel);
    }
    if (plan->kind->make_alike)
        plan->kind->make_alike(plan->plans, plan->count);
    plan_heads(plan);
    plan_rows(plan);
    plan->notes = zt_note_list_new(chart, width);
    return (zt_chart_plan){.extent = {all_heights(plan, false), all_heights(plan, true)},
                           .own = plan,
                           .unsaid = unsaid_of(plan)};
}

/* ---- drawing ---- */

/* A panel in its frame: the rule with the name, and the plot at its height. */
static void draw_panel(const multiples_plan *plan, size_t i, double height, zt_group *into)
{
    const zt_chart *chart = plan->chart;
    zt_rect box = {0, 0, plan->panel, height};
    if (plan->head > 0) {
        zt_mark_rule(chart, into, (zt_point){0, RULE / 2}, (zt_point){plan->panel, RULE / 2}, RULE);
        zt_words_place(chart, &plan->heads[i], into, 0, HEAD_GAP);
        box.y = plan->head;
    }
    zt_group *plot = zt_scene_add_part(chart->setting->scene, into, chart->data->kind_at, "panel",
                                       ZT_ROLE_NONE, box);
    if (plan->plans[i].own)
        plan->kind->draw(&plan->plans[i], height, plot);
}

/* Spare height goes to the rows as each can use it. */
static void multiples_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const multiples_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double least = all_heights(plan, false), more = all_heights(plan, true) - least;
    double part = more > 0 ? zt_clamp((height - least) / more, 0, 1) : 0, y = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const panel_row *r = &plan->rows[i / plan->columns];
        double plot = r->height + part * (r->most - r->height);
        size_t column = i % plan->columns;
        zt_group *panel = zt_scene_add_group(chart->setting->scene, into, chart->data->kind_at,
                                             (double)column * (plan->panel + GAP), y);
        draw_panel(plan, i, plot, panel);
        if (column + 1 == plan->columns || i + 1 == plan->count)
            y += plan->head + plot + (i + 1 < plan->count ? ROW_GAP : 0);
    }
    zt_note_list_place(chart, &plan->notes, into, y);
}

/* ---- checking ---- */

/* Each series as the kind judges it alone; one without items keeps its panel, which has its name.
 */
static bool multiples_check(const zt_chart_data *data, zt_diags *diags)
{
    const zt_chart_kind *kind = zt_chart_kind_find(data->kind);
    bool good = data->series_count <= MOST_PANELS;
    if (!good)
        zt_report(diags, ZT_ERROR, "facet-count", data->kind_at,
                  "分图每个系列一幅，最多 %d 个系列，这里有 %zu 个；应减少系列，或拆成几张图",
                  "there is a panel a series, of at most %d, and here are %zu; take fewer, or make "
                  "several charts",
                  MOST_PANELS, data->series_count);
    zt_arena *scratch = zt_diags_scratch(diags);
    for (size_t i = 0; good && i < data->series_count; i++) {
        const zt_chart_data *one = series_data(scratch, kind, data, i);
        good = (one->item_count == 0 && data->item_count > 0) || kind->check(one, diags);
    }
    zt_arena_drop(scratch);
    return good;
}

const zt_chart_kind zt_chart_multiples = {
    .name = "multiples",
    .spans = {6, 4, 12},
    .zh = "分图：每个系列一幅",
    .en = "a panel for each series",
    .check = multiples_check,
    .plan = multiples_make,
    .draw = multiples_draw,
};
