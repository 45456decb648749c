/* Places over time: a line for each row that steps from place to place, the first at the top. It is
   given places (whole numbers from 1 on); the scale of y runs downwards from the best to the worst
   of them. Slots of missing values find their room between the lines. */
#include "chart/bump_imp.h"
#include "chart/scale.h"

#include <math.h>

#include "labels/spread.h"

/* In points, or shares of what is named. */
static const double LINE = ZT_MM(0.9), LINE_LIT = ZT_MM(1.5); /* weights */
static const double HALO = ZT_MM(0.4); /* paper at each side of a line where it crosses others */
static const double LEVEL = 0.45;      /* how far the handles of a step reach, of its width */
enum { MOST_PLACE = 999 };

/* ---- drawing ---- */

/* What one drawing needs beside the plan; points, frame of the plot, y down. */
typedef struct bump_drawing {
    const zt_bump_plan *plan;
    zt_scale y;
    double top, foot; /* of the plot */
    zt_group *behind, *lines, *labels;
} bump_drawing;

/* The dot of a row at a moment that has a place. */
static zt_point point_of(const bump_drawing *d, size_t row, size_t column)
{
    return (zt_point){zt_bump_dot_x(d->plan, row, column),
                      zt_scale_at(&d->y, zt_bump_place(d->plan, row, column))};
}

/* The accent for highlighted rows; the lightest of the inks of series for the others, of which
   many cross. */
static const zt_ink *ink_of(const zt_bump_plan *plan, size_t row)
{
    const zt_chart_params *p = plan->chart->params;
    return zt_moments_is_highlit(&plan->moments, row) ? p->accent : p->third;
}

/* True for an estimate or a forecast: the step that leads there is dashed and its dot open. */
static bool is_dashed(const zt_bump_plan *plan, size_t row, size_t column)
{
    return zt_mark_fill_of(zt_moments_number(&plan->moments, row, column)) != ZT_MARK_SOLID;
}

/* An S that leaves and reaches its places level. */
static void stroke_step(const bump_drawing *d, size_t row, size_t column, double width,
                        const zt_ink *ink, bool dashed)
{
    zt_point a = point_of(d, row, column), b = point_of(d, row, column + 1);
    double level = LEVEL * (b.x - a.x);
    zt_path *path = zt_scene_add_path(d->plan->chart->setting->scene, d->lines,
                                      zt_moments_number(&d->plan->moments, row, column + 1)->at);
    zt_path_move(path, a.x, a.y);
    zt_path_curve(path, (zt_point){a.x + level, a.y}, (zt_point){b.x - level, b.y}, b);
    path->stroke = ZT_SOLID(ink);
    path->width = width;
    path->dash[0] = path->dash[1] = dashed ? 2 * width : 0;
    zt_path_done(path);
}

/* On paper where it changes its place, so that crossings can be followed; dashed to what is not
   known for certain. */
static void draw_step(const bump_drawing *d, size_t row, size_t column)
{
    const zt_bump_plan *plan = d->plan;
    double width = zt_moments_is_highlit(&plan->moments, row) ? LINE_LIT : LINE;
    bool moves = zt_bump_place(plan, row, column) != zt_bump_place(plan, row, column + 1);
    if (moves && !plan->chart->block->reversed)
        stroke_step(d, row, column, width + 2 * HALO, &zt_ink_paper, false);
    stroke_step(d, row, column, width, ink_of(plan, row), is_dashed(plan, row, column + 1));
}

/* The place in a ring about its dot: type in paper on an ink would fill in at this size. */
static void draw_number(const bump_drawing *d, size_t row, size_t column)
{
    const zt_bump_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    const zt_quantity *q = zt_moments_number(&plan->moments, row, column);
    bool lit = zt_moments_is_highlit(&plan->moments, row);
    zt_mark_text text = zt_bump_number(plan, row, column);
    zt_point at = point_of(d, row, column);
    double r = zt_bump_number_radius(&text);
    zt_path *ring = zt_scene_add_path(chart->setting->scene, d->lines, q->at);
    zt_path_circle(ring, at.x, at.y, r);
    ring->fill = ZT_SOLID(&zt_ink_paper);
    ring->stroke = ZT_SOLID(ink_of(plan, row));
    ring->width = lit ? ZT_BUMP_RING_LINE : LINE / 2;
    ring->dash[0] = ring->dash[1] = is_dashed(plan, row, column) ? 2 * ring->width : 0;
    zt_path_done(ring);
    zt_mark_text_centre(chart, &text, d->labels, ZT_ALIGN_CENTRE, at.x, at.y);
}

/* The dot of a place; the caller has made sure that there is one. */
static void draw_dot(const bump_drawing *d, size_t row, size_t column)
{
    const zt_bump_plan *plan = d->plan;
    double r = zt_moments_is_highlit(&plan->moments, row) ? ZT_BUMP_DOT_LIT : ZT_BUMP_DOT;
    zt_mark_dot(plan->chart, d->lines, zt_moments_number(&plan->moments, row, column),
                point_of(d, row, column), r, ink_of(plan, row));
}

static bool is_numbered(const bump_drawing *d, size_t row, size_t column)
{
    return d->plan->numbered[row * d->plan->moments.column_count + column];
}

/* A gap where nothing is known; a row that comes later begins at its first moment. */
static void draw_row(const bump_drawing *d, size_t row)
{
    const zt_moments *m = &d->plan->moments;
    for (size_t c = 0; c + 1 < m->column_count; c++)
        if (zt_moments_number(m, row, c) && zt_moments_number(m, row, c + 1))
            draw_step(d, row, c);
    for (size_t c = 0; c < m->column_count; c++)
        if (zt_moments_number(m, row, c) && !is_numbered(d, row, c))
            draw_dot(d, row, c);
}

/* Rings lie over the lines of all rows, so that none runs through a number. */
static void draw_numbers(const bump_drawing *d)
{
    const zt_moments *m = &d->plan->moments;
    for (size_t i = 0; i < m->row_count * m->column_count; i++)
        if (is_numbered(d, i / m->column_count, i % m->column_count))
            draw_number(d, i / m->column_count, i % m->column_count);
}

/* y of the moment that is nearest to this one and known; the foot without any. */
static double nearest_y(const bump_drawing *d, size_t row, size_t column)
{
    const zt_moments *m = &d->plan->moments;
    for (size_t away = 0; away < m->column_count; away++) {
        if (column >= away && zt_moments_number(m, row, column - away))
            return point_of(d, row, column - away).y;
        if (column + away < m->column_count && zt_moments_number(m, row, column + away))
            return point_of(d, row, column + away).y;
    }
    return d->foot - d->plan->inset;
}

/* Labels stand at the height of their row, which for one without a place at the end is that of
   its nearest known moment. */
static void draw_ends(const bump_drawing *d, size_t side)
{
    const zt_bump_plan *plan = d->plan;
    zt_end_labels ends = plan->ends[side];
    size_t column = side == 0 ? 0 : plan->moments.column_count - 1;
    ends.items = ZT_ARRAY(plan->chart->setting->arena, ends.count, zt_end_label);
    for (size_t row = 0; row < ends.count; row++) {
        ends.items[row] = plan->ends[side].items[row];
        ends.items[row].wanted = nearest_y(d, row, column);
    }
    zt_end_labels_spread(plan->chart, &ends, d->top - ZT_BUMP_HEAD_GAP / 2,
                         d->foot - plan->inset / 8);
    zt_end_labels_place(plan->chart, &ends, d->labels, zt_bump_x(plan, column));
}

/* A missing value between the ends: its slot, and the moment at which it stands. */
typedef struct bump_slot {
    zt_mark_text text;
    double x;
} bump_slot;

/* Whether a row, or one of the slots, stands on the place at that moment. */
static bool is_taken(const bump_drawing *d, size_t column, double place, const zt_label *slots,
                     size_t count)
{
    const zt_moments *m = &d->plan->moments;
    for (size_t row = 0; row < m->row_count; row++)
        if (zt_moments_number(m, row, column) && zt_bump_place(d->plan, row, column) == place)
            return true;
    for (size_t i = 0; i < count; i++)
        if (slots[i].wanted == zt_scale_at(&d->y, place))
            return true;
    return false;
}

/* Height of the free place that is nearest to where the row would go on: that of others would be
   hidden by a slot. Where no place is free, the row's own height. `slots` are those of the moment.
 */
static double free_y(const bump_drawing *d, size_t row, size_t column, const zt_label *slots,
                     size_t count)
{
    double own = nearest_y(d, row, column), best = INFINITY, found = own;
    for (int place = (int)d->plan->low; place <= (int)d->plan->high; place++) {
        double y = zt_scale_at(&d->y, place), away = fabs(y - own);
        if (away < best && !is_taken(d, column, place, slots, count)) {
            best = away;
            found = y;
        }
    }
    return found;
}

/* The slots of some moments that follow each other, where the rows would go on. */
static size_t find_slots(const bump_drawing *d, size_t from, size_t end, bump_slot *slots,
                         zt_label *labels)
{
    const zt_bump_plan *plan = d->plan;
    const zt_moments *m = &plan->moments;
    size_t count = 0, before = 0; /* slots, and those of earlier moments */
    for (size_t i = 0; i < (end - from) * m->row_count; i++) {
        size_t column = from + i / m->row_count, row = i % m->row_count;
        const zt_quantity *q = zt_moments_value(m, row, column);
        before = row == 0 ? count : before;
        if (!q || zt_chart_has_value(q))
            continue;
        slots[count].text = zt_bump_slot_text(plan, q);
        slots[count].x = zt_max(slots[count].text.width / 2, zt_bump_x(plan, column));
        labels[count] =
            (zt_label){.wanted = free_y(d, row, column, labels + before, count - before),
                       .size = zt_mark_text_height(&slots[count].text)};
        count++;
    }
    return count;
}

/* On paper, since other rows pass behind it. */
static void draw_slot(const bump_drawing *d, const bump_slot *slot, const zt_label *label)
{
    const zt_chart *chart = d->plan->chart;
    double width = slot->text.width;
    zt_rect box = {slot->x - width / 2, label->centre - label->size / 2, width, label->size};
    if (!chart->block->reversed)
        zt_scene_fill_rect(chart->setting->scene, d->labels, slot->text.at, box,
                           ZT_SOLID(&zt_ink_paper));
    zt_mark_text_centre(chart, &slot->text, d->labels, ZT_ALIGN_CENTRE, slot->x, label->centre);
}

/* 待补 at each moment at which the labels do not say it, apart from each other: those of one
   moment, or all of them where the moments lie closer than a slot is wide. */
static void draw_missing(const bump_drawing *d)
{
    const zt_bump_plan *plan = d->plan;
    const zt_moments *m = &plan->moments;
    zt_arena *arena = plan->chart->setting->arena;
    size_t most = m->row_count * m->column_count;
    bump_slot *slots = ZT_ARRAY(arena, most, bump_slot);
    zt_label *labels = ZT_ARRAY(arena, most, zt_label);
    size_t last = m->column_count - 1, first = plan->has_left ? 1 : 0;
    size_t count = find_slots(d, first, last, slots, labels);
    double widest = 0;
    for (size_t i = 0; i < count; i++)
        widest = zt_max(widest, slots[i].text.width);
    size_t step = zt_bump_slot_moments(plan, first, last, widest);
    for (size_t c = first; c < last; c += step) {
        count = find_slots(d, c, c + step, slots, labels);
        zt_labels_spread(arena, labels, count, ZT_BUMP_SLOT_GAP, d->top, d->foot);
        for (size_t i = 0; i < count; i++)
            draw_slot(d, &slots[i], &labels[i]);
    }
}

/* The names of the moments that were not thinned out. */
static void draw_heads(const bump_drawing *d)
{
    const zt_bump_plan *plan = d->plan;
    for (size_t c = 0; c < plan->moments.column_count; c++)
        if (plan->is_kept[c])
            zt_words_place(plan->chart, &plan->heads[c], d->labels, zt_bump_head_x(plan, c),
                           plan->unit + zt_guides_height(&plan->guides));
}

/* y of the line under a place: 前三 ends between the third and the fourth. */
static double under_place(const void *context, double place)
{
    const bump_drawing *d = context;
    return zt_scale_at(&d->y, place + ZT_BUMP_UNDER);
}

/* Panels of spans, lines under places, their names over the heads. */
static void draw_guides(const bump_drawing *d)
{
    const zt_bump_plan *plan = d->plan;
    zt_guide_place place = {.top = plan->unit,
                            .foot = d->foot,
                            .left = plan->left,
                            .right = plan->right,
                            .context = d,
                            .y = under_place};
    zt_grid_type none = {0};
    zt_guides_draw_behind(&plan->guides, &place, d->behind, d->labels);
    zt_guides_draw(&plan->guides, &place, d->behind, d->labels, &none);
}

/* Highlighted rows are drawn last, so that they pass over the others; slots and labels stand
   over all lines. */
static void bump_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_bump_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    const zt_moments *m = &plan->moments;
    double plot = zt_clamp(height - zt_bump_fixed_height(plan), plan->plot, plan->plot_max);
    bump_drawing d = {.plan = plan,
                      .top = plan->unit + zt_guides_height(&plan->guides) + plan->head_height +
                             ZT_BUMP_HEAD_GAP};
    d.foot = d.top + plot;
    d.y = (zt_scale){.low = plan->low,
                     .high = plan->high,
                     .from = d.top + plan->inset,
                     .to = d.foot - plan->inset};
    if (plan->guides.count > 0)
        d.behind = zt_mark_layer(chart, into, "guides", plan->width, height);
    d.lines = zt_mark_layer(chart, into, "lines", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    zt_unit_line(chart, d.labels);
    if (plan->guides.count > 0)
        draw_guides(&d);
    draw_heads(&d);
    for (int lit = 0; lit < 2; lit++)
        for (size_t row = 0; row < m->row_count; row++)
            if (zt_moments_is_highlit(m, row) == (lit == 1))
                draw_row(&d, row);
    draw_numbers(&d);
    draw_missing(&d);
    for (size_t side = plan->has_left ? 0 : 1; side < 2; side++)
        draw_ends(&d, side);
    zt_note_list_place(chart, &plan->notes, d.labels, d.foot);
}

/* ---- data ---- */

/* A whole number from 1 on, within three digits. */
static bool is_place(const zt_chart_data *data, const zt_quantity *q)
{
    double value = zt_chart_value(data, q);
    return value >= 1 && value <= MOST_PLACE && value == (double)(int)value;
}

/* Reports place-expected at the first value that is no place; one finding is enough to tell that
   the data are of another kind. */
static bool check_places(const zt_moments *m, zt_diags *diags)
{
    for (size_t row = 0; row < m->row_count; row++)
        for (size_t c = 0; c < m->column_count; c++) {
            const zt_quantity *q = zt_moments_number(m, row, c);
            if (!q || is_place(m->data, q))
                continue;
            zt_report(
                diags, ZT_ERROR, "place-expected", q->at,
                "位次图的值是名次（1、2、3……），“%.*s”不是；数值本身的变化应改用 line 或 slope",
                "values of a bump chart are places (1, 2, 3 …), “%.*s” is none; for values "
                "themselves use line or slope",
                ZT_ARG(q->text));
            return false;
        }
    return true;
}

/* Reports no-items, should-be-bars for a single moment, place-expected. */
static bool bump_check(const zt_chart_data *data, zt_diags *diags)
{
    if (!zt_chart_check_items(data, diags, "bump"))
        return false;
    zt_moments m = zt_moments_of_times(data);
    if (m.column_count >= 2)
        return check_places(&m, diags);
    zt_report(diags, ZT_ERROR, "should-be-bars", data->kind_at,
              "位次图至少要两个时点（系列），这里只有 %zu 个；应改用 rank",
              "a bump chart needs at least two moments (series), here is %zu; use rank",
              m.column_count);
    return false;
}

static zt_chart_plan bump_make(const zt_chart *chart, double width)
{
    zt_bump_plan *plan = zt_bump_plan_new(chart, width);
    double fixed = zt_bump_fixed_height(plan);
    return (zt_chart_plan){.extent = {fixed + plan->plot, fixed + plan->plot_max},
                           .own = plan,
                           .unsaid = zt_chart_unsaid(chart, true)};
}

const zt_chart_kind zt_chart_kind_bump = {
    .name = "bump",
    .zh = "位次图：名次随时间升降，第一名在上，两端标名称和名次",
    .en = "Places over time, the first at the top, names and places at both ends",
    .check = bump_check,
    .plan = bump_make,
    .draw = bump_draw,
};
