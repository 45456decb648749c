/* A marimekko: columns as wide as the sums of items, parted by series, so that every area is in
   proportion to its value. */
#include "chart/marimekko_imp.h"

#include "chart/whole.h"

static const double GROWTH = 1.3;      /* of the columns, where there is height to spare */
static const double SEAM = ZT_MM(0.5); /* paper between the parts of a column */
static const double RING = ZT_MM(0.7); /* radius of an open end */

/* A drawing of the plan, its columns grown by a factor. */
typedef struct marimekko_drawing {
    const zt_marimekko_plan *plan;
    double grown, top;
    zt_group *tiles, *seams, *labels;
} marimekko_drawing;

/* Height of all that does not grow. */
static double fixed_height(const zt_marimekko_plan *plan)
{
    return plan->lead + plan->names + plan->told.height + plan->notes.height;
}

/* Columns grow, words do not. */
static zt_chart_plan marimekko_plan(const zt_chart *chart, double width)
{
    const zt_marimekko_plan *plan = zt_marimekko_plan_new(chart, width);
    double fixed = fixed_height(plan);
    return (zt_chart_plan){.extent = {fixed + plan->field, fixed + GROWTH * plan->field},
                           .own = plan};
}

/* Paper over the lower edge of a part that lies on another one; thin parts still show. */
static void draw_seam(const marimekko_drawing *d, const zt_marimekko_cell *cell, zt_rect box,
                      double below)
{
    const zt_chart *chart = d->plan->chart;
    double seam = zt_min(SEAM, 0.6 * zt_min(box.h, below));
    if (seam < chart->setting->template_->theme->limits.tint_rule)
        return;
    zt_scene_fill_rect(chart->setting->scene, d->seams, cell->quantity->at,
                       (zt_rect){box.x, zt_rect_foot(box) - seam / 2, box.w, seam},
                       ZT_SOLID(&zt_ink_paper));
}

/* The parts of a column, from the base up. */
static void draw_column(const marimekko_drawing *d, size_t item)
{
    const zt_marimekko_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    double below = 0;
    for (size_t s = 0; s < plan->series; s++) {
        const zt_marimekko_cell *cell = &plan->cells[item * plan->series + s];
        zt_rect box = {cell->rect.x, d->top + d->grown * cell->rect.y, cell->rect.w,
                       d->grown * cell->rect.h};
        if (box.h <= 0)
            continue;
        zt_fill_bar(chart, d->tiles, cell->quantity->at, box, zt_mark_fill_of(cell->quantity),
                    plan->fills[s]);
        if (below > 0)
            draw_seam(d, cell, box, below);
        if (zt_chart_is_open(cell->quantity) && box.w > 6 * RING && box.h > 6 * RING &&
            (!cell->said || zt_area_words_clear(&cell->words, box, 4 * RING)))
            zt_mark_open_end(
                chart, d->seams, cell->quantity->at,
                (zt_point){zt_rect_right(box) - 2 * RING, zt_rect_foot(box) - 2 * RING}, RING,
                plan->fills[s].ink);
        if (cell->said)
            zt_area_words_place(chart, &cell->words, d->seams, d->labels, box);
        below = box.h;
    }
}

/* Unit and legend, columns with their names, what has no room there, annotations. */
static void marimekko_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_marimekko_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    marimekko_drawing d = {.plan = plan, .grown = 1, .top = plan->lead};
    if (plan->field > 0)
        d.grown = zt_clamp((height - fixed_height(plan)) / plan->field, 1, GROWTH);
    d.tiles = zt_mark_layer(chart, into, "tiles", plan->width, height);
    d.seams = zt_mark_layer(chart, into, "seams", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    double unit = zt_unit_line(chart, d.labels), y = d.top + d.grown * plan->field;
    zt_part_names_place(chart, &plan->legend, d.labels, unit);
    for (size_t i = 0; i < plan->items; i++) {
        const zt_marimekko_column *column = &plan->columns[i];
        draw_column(&d, i);
        zt_words_place(chart, &column->name, d.labels, column->x + column->width / 2,
                       y + ZT_MARIMEKKO_NEAR);
    }
    y += plan->names;
    zt_foot_list_place(chart, &plan->told, d.labels, y);
    zt_note_list_place(chart, &plan->notes, d.labels, y + plan->told.height);
}

/* Reports too-many-series when there are more parts than fills. */
static bool check_series(const zt_chart_data *data, zt_diags *diags)
{
    if (data->series_count <= ZT_FILLS_MOST)
        return true;
    zt_report(diags, ZT_ERROR, "too-many-series", data->kind_at,
              "每列分成 %zu 段，多于 %d 段就分不清；应合并小的系列，或改用 heatmap",
              "columns of %zu parts; more than %d cannot be told apart: merge small series, or use "
              "heatmap",
              data->series_count, ZT_FILLS_MOST);
    return false;
}

/* Reports no-items, rank-without-values, too-many-series, should-be-bars. */
static bool marimekko_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "marimekko") &&
           zt_chart_check_values(data, diags, "marimekko") && check_series(data, diags) &&
           zt_whole_check_signs(data, diags);
}

const zt_chart_kind zt_chart_kind_marimekko = {
    .name = "marimekko",
    .zh = "不等宽百分比柱：柱宽是各项合计，柱内按系列分段，面积合于数值；放不下字的编号，列在图下",
    .en = "Columns as wide as the sums of items, parted by series, areas in proportion; those too "
          "small for words are numbered and listed",
    .check = marimekko_check,
    .plan = marimekko_plan,
    .draw = marimekko_draw,
};
