/* Histograms: how many observations lie in each class, columns without gaps over a scale. */
#include "chart/histogram_imp.h"

#include "chart/grid.h"
#include "labels/leaders.h"

static const double SEAM = ZT_MM(0.4);    /* paper between two columns */
static const double MEDIAN = ZT_MM(0.25); /* its line; paper about it on columns: */
static const double MEDIAN_EDGE = ZT_MM(0.9);
static const double LEADER = ZT_MM(0.15);

/* What one drawing needs beside the plan; points, frame of the plot. */
typedef struct histogram_drawing {
    const zt_histogram_plan *plan;
    zt_scale up; /* of heights */
    double top;  /* foot of the lowest level of names */
    double base;
    zt_group *bars, *axis, *labels;
} histogram_drawing;

static zt_chart_plan histogram_plan(const zt_chart *chart, double width)
{
    const zt_histogram_plan *plan = zt_histogram_plan_new(chart, width, (zt_histogram_alike){0});
    return (zt_chart_plan){
        .extent = {plan->height, plan->height_max}, .own = plan, .unsaid = plan->unsaid};
}

/* The top of what stands over a column. */
static double value_top(const histogram_drawing *d, const zt_histogram_class *c)
{
    double top = zt_scale_at(&d->up, c->height);
    if (c->value.text.len > 0)
        top -= ZT_HISTOGRAM_GAP / 4 + zt_mark_text_height(&c->value);
    return top - (c->word.width > 0 ? zt_mark_text_height(&c->word) : 0);
}

/* The column with its value over it; what is missing has a slot on the base line. */
static void draw_class(const histogram_drawing *d, const zt_histogram_class *c)
{
    const zt_chart *chart = d->plan->chart;
    const zt_quantity *q = c->item ? zt_chart_first_value(c->item) : NULL;
    double top = zt_scale_at(&d->up, c->height), middle = (c->left + c->right) / 2;
    zt_rect box = {c->left, top, c->right - c->left, d->base - top};
    zt_pos at = c->item ? c->item->at : chart->data->kind_at;
    if (c->height > 0)
        zt_mark_bar(chart, d->bars, at, box, q ? zt_mark_fill_of(q) : ZT_MARK_SOLID,
                    c->lit ? chart->params->accent : chart->params->rest);
    double y = top - ZT_HISTOGRAM_GAP / 4, height = zt_mark_text_height(&c->value);
    zt_mark_text_centre(chart, &c->value, d->labels, ZT_ALIGN_CENTRE, middle, y - height / 2);
    zt_mark_text_centre(chart, &c->word, d->labels, ZT_ALIGN_CENTRE, middle,
                        y - height - zt_mark_text_height(&c->word) / 2);
}

/* Paper between two columns, as high as the lower one: so all are seen apart, and each has its
   true width. */
static void draw_seam(const histogram_drawing *d, const zt_histogram_class *a,
                      const zt_histogram_class *b)
{
    const zt_chart *chart = d->plan->chart;
    double low = zt_min(a->height, b->height), x = a->right;
    if (low > 0 && zt_min(a->right - a->left, b->right - b->left) > 3 * SEAM)
        zt_scene_rule(chart->setting->scene, d->axis, chart->data->kind_at,
                      (zt_point){x, zt_scale_at(&d->up, low)}, (zt_point){x, d->base}, SEAM,
                      ZT_SOLID(&zt_ink_paper));
}

/* Names under the columns, or strokes and numbers at the limits. */
static void draw_feet(const histogram_drawing *d)
{
    const zt_histogram_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    zt_mark_rule(chart, d->axis, (zt_point){plan->across.from, d->base},
                 (zt_point){plan->across.to, d->base}, ZT_CHART_AXIS_LINE);
    for (size_t i = 0; i <= plan->count; i++) {
        const zt_histogram_class *c = &plan->classes[i < plan->count ? i : i - 1];
        double x = i < plan->count ? c->left : c->right;
        if (!plan->keep) {
            if (i < plan->count)
                zt_words_place(chart, &c->name, d->labels, (c->left + c->right) / 2,
                               d->base + ZT_HISTOGRAM_GAP);
            continue;
        }
        zt_mark_rule(chart, d->axis, (zt_point){x, d->base}, (zt_point){x, d->base + ZT_CHART_TICK},
                     ZT_CHART_AXIS_LINE);
        if (plan->keep[i])
            zt_mark_text_centre(chart, &plan->x.texts[i], d->labels, ZT_ALIGN_CENTRE, x,
                                d->base + ZT_CHART_TICK + 0.7 * plan->x.size);
    }
}

/* Lines of the counts under the columns, their numbers at the left. */
static void draw_axis(const histogram_drawing *d)
{
    const zt_histogram_plan *plan = d->plan;
    zt_grid_type none = {0};
    for (size_t i = 0; plan->has_axis && i < plan->up.ticks.count; i++) {
        double y = zt_scale_at(&d->up, zt_tick_value(&plan->up, i));
        if (i > 0)
            zt_grid_level(plan->chart, d->axis, plan->across.from, plan->across.to, y,
                          ZT_CHART_GRID_LINE, &none);
        zt_mark_text_centre(plan->chart, &plan->up.texts[i], d->labels, ZT_ALIGN_END,
                            plan->up.widest, y);
    }
}

/* A piece of the line of the median, on paper of its own where it runs over a column. */
static void draw_dashes(const histogram_drawing *d, double x, double from, double to, bool on_ink)
{
    const zt_chart *chart = d->plan->chart;
    if (to - from < 1)
        return;
    if (on_ink)
        zt_scene_rule(chart->setting->scene, d->labels, chart->data->kind_at, (zt_point){x, from},
                      (zt_point){x, to}, MEDIAN_EDGE, ZT_SOLID(&zt_ink_paper));
    zt_path *path = zt_scene_add_path(chart->setting->scene, d->labels, chart->data->kind_at);
    zt_path_move(path, x, from);
    zt_path_line(path, x, to);
    path->stroke = ZT_SOLID(chart->axis_ink);
    path->width = MEDIAN;
    path->dash[0] = ZT_MM(1.6);
    path->dash[1] = ZT_MM(0.8);
    zt_path_done(path);
}

/* The line of the median, open where the value of its class stands. */
static void draw_median(const histogram_drawing *d, const zt_histogram_name *name, double from)
{
    const zt_histogram_class *c = &d->plan->classes[name->of];
    double top = zt_scale_at(&d->up, c->height), above = value_top(d, c);
    bool meets = name->x > (c->left + c->right - c->value.width) / 2 - ZT_HISTOGRAM_GAP / 2 &&
                 name->x < (c->left + c->right + c->value.width) / 2 + ZT_HISTOGRAM_GAP / 2;
    draw_dashes(d, name->x, from, meets ? above : top, false);
    draw_dashes(d, name->x, top, d->base, true);
}

/* A named observation or the median on its level, with its line. */
static void draw_name(const histogram_drawing *d, const zt_histogram_name *name)
{
    const zt_chart *chart = d->plan->chart;
    if (name->level == ZT_LEVEL_NONE)
        return;
    double middle = d->top - ((double)name->level + 0.5) * d->plan->level;
    double foot = middle + d->plan->level / 2;
    /* Where neither side of its line has room for them the words stand over it. */
    bool covers = name->left < name->x && name->x < name->left + name->text.width;
    zt_mark_text_centre(chart, &name->text, d->labels, ZT_ALIGN_START, name->left, middle);
    if (name->median)
        draw_median(d, name, covers ? foot : middle - d->plan->level / 2);
    else
        zt_mark_rule(chart, d->axis, (zt_point){name->x, foot},
                     (zt_point){name->x, zt_max(foot, value_top(d, &d->plan->classes[name->of]) -
                                                          ZT_HISTOGRAM_GAP / 4)},
                     LEADER);
}

/* Names over the columns, columns over the lines of the axis; seams and the median over all. */
static void histogram_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_histogram_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double under = plan->feet + plan->told.height + plan->notes.height;
    height = zt_clamp(height, plan->height, plan->height_max);
    histogram_drawing d = {.plan = plan, .base = height - under};
    d.top = plan->head_height + (double)plan->levels * plan->level;
    d.up = (zt_scale){.low = 0,
                      .high = plan->most > 0 ? plan->most : 1,
                      .from = d.base,
                      .to = d.top + plan->value + ZT_HISTOGRAM_GAP / 2};
    zt_group *grid = zt_mark_layer(chart, into, "axis", plan->width, height);
    d.bars = zt_mark_layer(chart, into, "bars", plan->width, height);
    zt_group *marks = zt_mark_layer(chart, into, "marks", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    d.axis = grid;
    if (plan->count > 0) {
        zt_mark_text_centre(chart, &plan->head, d.labels, ZT_ALIGN_START, 0, plan->head_height / 2);
        draw_axis(&d);
        for (size_t i = 0; i < plan->count; i++)
            draw_class(&d, &plan->classes[i]);
        d.axis = marks;
        for (size_t i = 0; i + 1 < plan->count; i++)
            draw_seam(&d, &plan->classes[i], &plan->classes[i + 1]);
        draw_feet(&d);
        for (size_t i = 0; i < plan->name_count; i++)
            draw_name(&d, &plan->names[i]);
    }
    zt_foot_list_place(chart, &plan->told, d.labels, d.base + plan->feet);
    zt_note_list_place(chart, &plan->notes, d.labels, d.base + plan->feet + plan->told.height);
}

/* Reports should-be-bars for a class with less than nothing in it. */
static bool check_counts(const zt_chart_data *data, zt_diags *diags)
{
    zt_arena *scratch = zt_diags_scratch(diags);
    double *limits = ZT_ARRAY(scratch, data->item_count + 1, double);
    bool open, given = zt_histogram_limits(data, limits, &open);
    zt_arena_drop(scratch);
    for (size_t i = 0; given && i < data->item_count; i++) {
        const zt_quantity *q = zt_chart_first_value(&data->items[i]);
        if (zt_chart_value(data, q) >= 0)
            continue;
        zt_report(diags, ZT_ERROR, "should-be-bars", q->at,
                  "“%.*s”是负数，不能是一段里的个数；应改用 column",
                  "“%.*s” is negative and cannot be a count of a class; use column",
                  ZT_ARG(q->text));
        return false;
    }
    return true;
}

/* Reports no-items, rank-without-values, should-be-bars. */
static bool histogram_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "histogram") &&
           zt_chart_check_values(data, diags, "histogram") && check_counts(data, diags);
}

const zt_chart_kind zt_chart_kind_histogram = {
    .name = "histogram",
    .zh = "直方图：条目是一个个观测值，自动分段计数；key 是段（0—14岁、60岁以上）时，值就是个数；"
          "几个系列是几幅，分段和标尺相同",
    .en =
        "How many lie in each class: items are observations, counted here in round classes; where "
        "keys are classes (0—14, 60 and over) values are the counts; several series are a panel "
        "each, of the same classes and scale",
    .panel_mm = 46,
    .always_panels = true,
    .make_alike = zt_histogram_make_alike,
    .check = histogram_check,
    .plan = histogram_plan,
    .draw = histogram_draw,
};
