/* A line chart: values over categories, each line labelled at its end, a few round ticks. A missing
   value breaks its line; the way to an estimate or forecast is dashed. */
#include "chart/line_draw_imp.h"

#include "chart/grid.h"
#include "labels/spread.h"

#include <math.h>

static const double LINE_REST = ZT_MM(0.6); /* weight of the other lines, points */

const zt_param zt_line_rows[] = {
    {"height-ratio", ZT_PARAM(zt_line_params, height, NUMBER), NULL, "0.46", "图高与图宽之比",
     "height of the plot, of its width"},
    {"height-ratio-max", ZT_PARAM(zt_line_params, height_max, NUMBER), NULL, "0.9", "最大高宽比",
     "height up to which spare is used"},
    {"ticks", ZT_PARAM(zt_line_params, ticks, COUNT), "2..50", "5", "刻度最多个数", "most ticks"},
    {"lead", ZT_PARAM(zt_line_params, lead, WORD), "auto first last", "auto",
     "用重点墨的系列：auto 为最近一年或第一个",
     "series in the accent; auto: the latest year, else the first"},
    {0}};

/* y of a value, for guides. */
static double value_y(const void *context, double value)
{
    const zt_line_drawing *d = context;
    return zt_scale_at(&d->y, value);
}

/* The square about the dot of a value. */
static zt_rect dot_box(zt_point p)
{
    double r = ZT_LINE_DOT;
    return (zt_rect){p.x - r, p.y - r, 2 * r, 2 * r};
}

/* The mark of a series at an item: its dot, or nothing on the base line where it has none. */
static zt_rect mark_at(const void *context, size_t item, size_t series)
{
    const zt_line_drawing *d = context;
    const zt_quantity *q = zt_line_value(d->plan, series, item);
    return q ? dot_box(zt_line_point(d, item, q))
             : (zt_rect){zt_line_x(d->plan, item), d->base, 0, 0};
}

/* What the guides are told of this drawing, which must outlive it. */
static zt_guide_place guide_place(const zt_line_drawing *d)
{
    return (zt_guide_place){.foot = d->base,
                            .left = d->plan->plot_left,
                            .right = d->plan->plot_right,
                            .context = d,
                            .y = value_y,
                            .mark = mark_at};
}

/* The accent, then the companions by weight, so that neighbours differ in grey too. */
static const zt_ink *series_ink(const zt_line_plan *plan, size_t series)
{
    const zt_chart_params *shared = plan->chart->params;
    const zt_ink *const others[] = {shared->second, shared->rest, plan->chart->axis_ink};
    const zt_ink *own = zt_chart_key_ink(plan->chart, plan->chart->data->series[series], NULL);
    if (own || series == plan->lead)
        return own ? own : shared->accent;
    size_t order = series < plan->lead ? series : series - 1;
    return others[order % 3];
}

/* Weight of a line: that of the lead is heavier. */
static double series_line(const zt_line_plan *plan, size_t series)
{
    return series == plan->lead ? ZT_LINE_LEAD_WEIGHT : LINE_REST;
}

/* Two slanted strokes through the foot of the axis: the scale does not begin at zero. */
static void draw_break(const zt_line_drawing *d)
{
    double x = d->plan->plot_left, r = ZT_LINE_DOT;
    for (int i = 0; i < 2; i++) {
        double y = d->base - (2 + i) * r;
        zt_mark_rule(d->plan->chart, d->axis, (zt_point){x - r, y + r / 2},
                     (zt_point){x + r, y - r / 2}, ZT_CHART_AXIS_LINE);
    }
    zt_mark_rule(d->plan->chart, d->axis, (zt_point){x, d->base}, (zt_point){x, d->base - 2 * r},
                 ZT_CHART_AXIS_LINE);
}

/* The unit has no room over the ticks. */
static bool is_wide(const zt_line_plan *plan)
{
    return plan->unit.width > plan->plot_left - ZT_LINE_VALUE_GAP;
}

/* y of the top of such a unit: under what stands over the plot, or over all of it. */
static double unit_top(const zt_line_plan *plan)
{
    return plan->guides.unit > 0 ? 0 : zt_guides_height(&plan->guides);
}

/* Where such a unit stands; no width where it stands elsewhere. */
static zt_rect unit_over_plot(const zt_line_plan *plan)
{
    if (!is_wide(plan))
        return (zt_rect){0};
    return (zt_rect){0, unit_top(plan), plan->unit.width, 1.2 * plan->unit.look.text.size};
}

/* Over the highest tick where it is no wider than the ticks, else at the very top. */
static void draw_unit(const zt_line_drawing *d)
{
    const zt_line_plan *plan = d->plan;
    double size = plan->unit.look.text.size;
    double edge = plan->plot_left - ZT_LINE_VALUE_GAP;
    double y = zt_scale_at(&d->y, plan->ticks.high) - 0.97 * size;
    if (!is_wide(plan))
        zt_mark_text_baseline(plan->chart, &plan->unit, d->axis, ZT_ALIGN_END, edge, y);
    else
        zt_mark_text_baseline(plan->chart, &plan->unit, d->axis, ZT_ALIGN_START, 0,
                              unit_top(plan) + ZT_EM_TOP * size);
}

/* What the grid gives way to: the words and values at points, and annotations. */
static zt_grid_type type_in_plot(const zt_line_drawing *d)
{
    size_t texts = d->texts.count;
    zt_rect *boxes = ZT_ARRAY(d->plan->chart->setting->arena, texts + d->ties.count, zt_rect);
    for (size_t i = 0; i < texts; i++)
        boxes[i] = d->texts.items[i].lost ? (zt_rect){0} : d->texts.items[i].box;
    for (size_t i = 0; i < d->ties.count; i++)
        boxes[texts + i] = d->ties.items[i].place;
    return (zt_grid_type){boxes, texts + d->ties.count};
}

/* A fine line at every tick; that at zero, and the lowest at the foot of the plot, has the weight
   of a base line. */
static void draw_ticks(const zt_line_drawing *d)
{
    const zt_line_plan *plan = d->plan;
    zt_grid_type type = type_in_plot(d);
    const bool *kept = zt_tick_texts_kept(plan->chart, &plan->ticks, &d->y);
    for (size_t i = 0; i < plan->ticks.ticks.count; i++) {
        zt_num tick = zt_ticks_at(&plan->ticks.ticks, i);
        double y = zt_scale_at(&d->y, zt_num_double(tick));
        bool grid = tick.scaled != 0 && y < d->base;
        zt_grid_level(plan->chart, d->axis, plan->plot_left, plan->plot_right, y,
                      grid ? ZT_CHART_GRID_LINE : ZT_CHART_ZERO_LINE, &type);
        if (kept[i])
            zt_mark_text_centre(plan->chart, &plan->ticks.texts[i], d->axis, ZT_ALIGN_END,
                                plan->plot_left - ZT_LINE_VALUE_GAP, y);
    }
    if (plan->unit.width > 0)
        draw_unit(d);
    if (plan->ticks.ticks.first > 0)
        draw_break(d);
}

/* A name under its mark, in one line or in several. */
static void draw_category(const zt_line_drawing *d, size_t item, double x, double top)
{
    const zt_line_plan *plan = d->plan;
    const zt_line_category *category = &plan->categories[item];
    double size = category->text.look.text.size;
    if (!category->lines) {
        zt_mark_text_baseline(plan->chart, &category->text, d->labels, ZT_ALIGN_CENTRE, x,
                              top + ZT_EM_TOP * size);
        return;
    }
    double blank = (category->text.look.para.leading - size) / 2;
    zt_para_place(category->lines, plan->chart->setting->scene, d->labels,
                  x - category->lines->width / 2, top - blank, 0, SIZE_MAX);
}

/* Even steps on purpose: a break where time is left out. */
static void draw_jumps(const zt_line_drawing *d)
{
    const zt_chart_data *data = d->plan->chart->data;
    for (size_t i = 1; data->time && data->even && i < data->item_count; i++)
        if (data->time->jumps[i])
            zt_time_break(d->plan->chart, d->axis,
                          (zt_line_x(d->plan, i - 1) + zt_line_x(d->plan, i)) / 2, d->base);
}

/* Every category keeps its mark; the labels are thinned where they would meet. */
static void draw_categories(const zt_line_drawing *d)
{
    const zt_line_plan *plan = d->plan;
    size_t count = plan->chart->data->item_count;
    zt_arena *arena = plan->chart->setting->arena;
    zt_label *labels = ZT_ARRAY(arena, count, zt_label);
    bool *keep = ZT_ARRAY(arena, count, bool);
    double tick = ZT_CHART_TICK;
    for (size_t i = 0; i < count; i++) {
        double x = zt_line_x(plan, i), half = plan->categories[i].width / 2;
        labels[i] = (zt_label){.wanted = zt_clamp(x, half, plan->width - half), .size = 2 * half};
        zt_mark_rule(plan->chart, d->axis, (zt_point){x, d->base}, (zt_point){x, d->base + tick},
                     ZT_CHART_AXIS_LINE);
    }
    double size = zt_chart_look(plan->chart, "label").text.size;
    zt_labels_thin(labels, count, size / 2, keep);
    for (size_t i = 0; i < count; i++)
        if (keep[i])
            draw_category(d, i, labels[i].wanted, d->base + tick + 0.1 * size);
}

/* The way to an estimate, a forecast or a target is dashed, for it is not known. */
static bool is_dashed(const zt_quantity *q)
{
    return zt_mark_fill_of(q) != ZT_MARK_SOLID;
}

/* One stretch of a line without a gap and of one kind, from item `first`; the item it ends at. */
static size_t draw_stretch(const zt_line_drawing *d, size_t series, size_t first)
{
    const zt_line_plan *plan = d->plan;
    size_t count = plan->chart->data->item_count, last = first;
    bool dashed = is_dashed(zt_line_value(plan, series, first + 1));
    zt_path *path = zt_scene_add_path(plan->chart->setting->scene, d->marks,
                                      plan->chart->data->items[first].at);
    zt_point p = zt_line_point(d, first, zt_line_value(plan, series, first));
    zt_path_move(path, p.x, p.y);
    for (size_t i = first + 1; i < count; i++) {
        const zt_quantity *q = zt_line_value(plan, series, i);
        if (!q || is_dashed(q) != dashed)
            break;
        zt_point corner = {zt_line_x(plan, i), p.y};
        p = zt_line_point(d, i, q);
        if (plan->way == ZT_LINE_STEPS)
            zt_path_line(path, corner.x, corner.y);
        zt_path_line(path, p.x, p.y);
        last = i;
    }
    zt_mark_line_done(path, series_ink(plan, series), series_line(plan, series), dashed);
    return last;
}

/* All stretches of one line. A missing value leaves a gap; one value between gaps is a dot alone.
 */
static void draw_line(const zt_line_drawing *d, size_t series)
{
    size_t count = d->plan->chart->data->item_count;
    for (size_t i = 0; i + 1 < count;) {
        bool goes_on = zt_line_value(d->plan, series, i) && zt_line_value(d->plan, series, i + 1);
        i = goes_on ? draw_stretch(d, series, i) : i + 1;
    }
}

/* Whether a disc or a ring stands at the value. */
static bool has_dot(const zt_line_plan *plan, size_t series, size_t item)
{
    const zt_chart_data *data = plan->chart->data;
    const zt_quantity *q = zt_line_value(plan, series, item);
    if (!q)
        return false;
    bool before = item > 0 && zt_line_value(plan, series, item - 1);
    bool after = item + 1 < data->item_count && zt_line_value(plan, series, item + 1);
    return zt_chart_is_open(q) || (!before && !after) || item == plan->ends[series].item ||
           data->items[item].highlight || zt_line_is_labelled(plan, series, item);
}

/* Points that a reader must find: the last, highlighted ones, those without neighbours, and the
   approximate ones, which are open. */
static void draw_dots(const zt_line_drawing *d, size_t series)
{
    const zt_line_plan *plan = d->plan;
    const zt_chart_data *data = plan->chart->data;
    double r = ZT_LINE_DOT;
    const zt_ink *ink = series_ink(plan, series);
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_quantity *q = zt_line_value(plan, series, i);
        if (!q)
            continue;
        if (zt_chart_is_open(q))
            zt_mark_open_end(plan->chart, d->marks, q->at, zt_line_point(d, i, q), 0.9 * r, ink);
        else if (has_dot(plan, series, i))
            zt_scene_disc(plan->chart->setting->scene, d->marks, q->at, zt_line_point(d, i, q), r,
                          ZT_SOLID(ink));
    }
}

/* A fine line that ties a label to its point. */
static void leader(const zt_line_drawing *d, zt_point from, zt_point to)
{
    zt_mark_rule(d->plan->chart, d->axis, from, to, ZT_CHART_AXIS_LINE);
}

/* All pieces of all lines and guides, dots, and the unit where it reaches over the plot. */
static zt_obstacles find_lines(const zt_line_drawing *d)
{
    const zt_line_plan *plan = d->plan;
    const zt_chart_data *data = plan->chart->data;
    zt_arena *arena = plan->chart->setting->arena;
    zt_guide_place place = guide_place(d);
    zt_piece *pieces = ZT_ARRAY(
        arena, data->series_count * (2 * data->item_count + 1) + 3 * plan->guides.count + 1,
        zt_piece);
    zt_rect *rects = ZT_ARRAY(arena, data->series_count * data->item_count + 1, zt_rect);
    zt_obstacles lines = {.rects = rects, .pieces = pieces};
    lines.piece_count = zt_guides_pieces(&plan->guides, &place, pieces);
    zt_rect unit = unit_over_plot(plan);
    if (unit.w > 0)
        rects[lines.rect_count++] = unit;
    for (size_t s = 0; s < data->series_count;
         s++) { /* the level leader of a line that ends early */
        size_t end = plan->ends[s].item;
        if (end >= data->item_count)
            continue;
        zt_point p = zt_line_point(d, end, zt_line_value(plan, s, end));
        if (p.x < plan->plot_right)
            pieces[lines.piece_count++] = (zt_piece){p, {plan->plot_right, p.y}};
    }
    for (size_t s = 0; s < data->series_count; s++)
        for (size_t i = 0; i < data->item_count; i++) {
            const zt_quantity *a = zt_line_value(plan, s, i);
            const zt_quantity *b = i + 1 < data->item_count ? zt_line_value(plan, s, i + 1) : NULL;
            if (has_dot(plan, s, i))
                rects[lines.rect_count++] = dot_box(zt_line_point(d, i, a));
            if (!a || !b)
                continue;
            zt_point from = zt_line_point(d, i, a), to = zt_line_point(d, i + 1, b),
                     corner = {to.x, from.y};
            bool steps = plan->way == ZT_LINE_STEPS;
            pieces[lines.piece_count++] = (zt_piece){from, steps ? corner : to};
            if (steps)
                pieces[lines.piece_count++] = (zt_piece){corner, to};
        }
    return lines;
}

/* ---- labels at the ends ---- */

/* Head and value of a series with the middle of the whole at `y`. */
static void draw_end(const zt_line_drawing *d, size_t series, double y)
{
    const zt_line_plan *plan = d->plan;
    const zt_line_end *end = &plan->ends[series];
    double x = plan->ends_x, gap = ZT_LINE_VALUE_GAP / 2, value_y = y;
    if (end->head) {
        double top = y - (end->head->ink_top + end->head->ink_foot) / 2;
        if (end->stacked) {
            top = y - end->height / 2;
            value_y = top + end->head->height + end->descent + end->value.look.text.size / 2;
        }
        zt_para_place(end->head, plan->chart->setting->scene, d->labels, x, top, 0, SIZE_MAX);
        x += end->stacked ? 0 : end->head->max_width + gap;
    }
    zt_mark_text_centre(plan->chart, &end->value, d->labels, ZT_ALIGN_START, x, value_y);
    zt_mark_text_centre(plan->chart, &end->word, d->labels, ZT_ALIGN_START,
                        x + end->value.width + gap, value_y);
}

static void draw_end_leader(const zt_line_drawing *d, size_t series, double y)
{
    const zt_line_plan *plan = d->plan;
    const zt_line_end *end = &plan->ends[series];
    if (end->item == plan->chart->data->item_count)
        return;
    zt_point point = zt_line_point(d, end->item, zt_line_value(plan, series, end->item));
    double gap = ZT_LINE_VALUE_GAP / 2;
    bool moved = fabs(point.y - y) > 0.45 * end->height;
    if (!moved && point.x > plan->plot_right - 4 * gap)
        return;
    zt_point to = {plan->ends_x - gap, y};
    zt_point bend = {zt_max(point.x, plan->plot_right), point.y};
    if (bend.x > point.x)
        leader(d, point, bend);
    leader(d, bend, to);
}

/* The words of thresholds, among those of the series; `labels` begins with the first of them. */
static void draw_threshold_words(const zt_line_drawing *d, const zt_label *labels)
{
    const zt_guides *guides = &d->plan->guides;
    zt_guide_place place = guide_place(d);
    for (size_t i = 0, next = 0; guides->has_column && i < guides->count; i++)
        if (guides->boxes[i].guide->kind == ZT_GUIDE_THRESHOLD)
            zt_guide_draw_words(guides, i, &place, d->axis, d->labels, d->plan->ends_x,
                                labels[next++].centre);
}

static void draw_ends(const zt_line_drawing *d)
{
    const zt_line_plan *plan = d->plan;
    const zt_chart_data *data = plan->chart->data;
    zt_arena *arena = plan->chart->setting->arena;
    const zt_guides *guides = &plan->guides;
    zt_label *labels = ZT_ARRAY(arena, data->series_count + guides->count, zt_label);
    size_t count = data->series_count;
    for (size_t s = 0; s < data->series_count; s++) {
        const zt_line_end *end = &plan->ends[s];
        bool any = end->item < data->item_count;
        labels[s] = (zt_label){
            .wanted =
                any ? zt_line_point(d, end->item, zt_line_value(plan, s, end->item)).y : d->base,
            .size = end->height,
        };
    }
    for (size_t i = 0; guides->has_column && i < guides->count; i++)
        if (guides->boxes[i].guide->kind == ZT_GUIDE_THRESHOLD)
            labels[count++] = (zt_label){.wanted = value_y(d, guides->boxes[i].guide->value),
                                         .size = guides->boxes[i].height};
    double gap = 0.1 * zt_chart_look(plan->chart, "label").text.size;
    zt_labels_spread(arena, labels, count, gap, 0, d->base);
    for (size_t s = 0; s < data->series_count; s++) {
        draw_end_leader(d, s, labels[s].centre);
        draw_end(d, s, labels[s].centre);
    }
    draw_threshold_words(d, labels + data->series_count);
}

/* ---- annotations at their points ---- */

/* The point of the lead where it has one, else of another series; on the base line where all are
   missing. */
static zt_rect tied_mark(const void *context, size_t item)
{
    const zt_line_drawing *d = context;
    const zt_line_plan *plan = d->plan;
    size_t series = plan->lead;
    for (size_t s = 0; !zt_line_value(plan, series, item) && s < plan->chart->data->series_count;
         s++)
        series = s;
    return mark_at(d, item, series);
}

/* Returns how many are numbered. */
static size_t place_ties(zt_line_drawing *d)
{
    const zt_line_plan *plan = d->plan;
    zt_arena *arena = plan->chart->setting->arena;
    size_t count = plan->ties.count;
    double over = zt_guides_height(&plan->guides);
    zt_rect *marks = ZT_ARRAY(arena, count, zt_rect);
    zt_piece *pieces = ZT_ARRAY(arena, d->drawn.piece_count + d->texts.count, zt_piece);
    zt_tie_field field = {
        .frame = {plan->plot_left, over, plan->plot_right - plan->plot_left, d->base - over},
        .rects = ZT_ARRAY(arena, d->texts.count + count + d->drawn.rect_count, zt_rect),
        .pieces = pieces,
        .marks = marks};
    for (size_t i = 0; i < d->drawn.piece_count; i++)
        pieces[field.piece_count++] = d->drawn.pieces[i];
    for (size_t i = 0; i < d->texts.count; i++)
        field.piece_count += zt_line_text_leader(&d->texts.items[i], &pieces[field.piece_count]);
    for (size_t i = 0; i < d->texts.count; i++)
        if (!d->texts.items[i].lost)
            field.rects[field.rect_count++] = d->texts.items[i].box;
    for (size_t i = 0; i < d->drawn.rect_count; i++) /* dots, and a unit over the plot */
        field.rects[field.rect_count++] = d->drawn.rects[i];
    d->ties = zt_ties_at(plan->chart, &plan->ties, marks, d, tied_mark);
    return zt_ties_place(plan->chart, &d->ties, &field);
}

/* All that stands in a plot of that height, with nothing drawn; `numbered` of the annotations have
   no room in it. */
static zt_line_drawing arrange(const zt_line_plan *plan, double plot, size_t *numbered)
{
    zt_line_drawing d = {.plan = plan, .base = plot - plan->category_height};
    d.y = zt_tick_scale(&plan->ticks, d.base, plan->top);
    d.y.high = plan->high;
    zt_line_texts_set(&d);
    d.unit = unit_over_plot(plan);
    d.drawn = find_lines(&d);
    zt_line_texts_place(&d);
    *numbered = plan->ties.count > 0 ? place_ties(&d) : 0;
    return d;
}

/* Where they, or the numbers of some, have no room between the lines, some is made over all of
   them; those that have none there either are numbered and stand under the plot. */
static void plan_ties(zt_line_plan *plan)
{
    const zt_chart *chart = plan->chart;
    size_t numbered, lifted;
    zt_line_drawing d = arrange(plan, plan->height, &numbered);
    double band = zt_ties_height(chart, &plan->ties);
    if (numbered > 0) {
        zt_line_plan higher = *plan;
        higher.top += band;
        higher.height += band;
        higher.height_max += band;
        zt_line_drawing with_band = arrange(&higher, higher.height, &lifted);
        if (lifted < numbered || with_band.ties.touching < d.ties.touching) {
            *plan = higher;
            d = with_band;
            numbered = lifted;
        }
    }
    zt_ties_promise(&plan->ties, &d.ties);
    plan->notes = zt_ties_rest(chart, &plan->ties, plan->width);
}

/* What was promised at the least height holds: where a higher plot has less room by chance, the
   least one is drawn. */
static zt_line_drawing arrange_as_planned(const zt_line_plan *plan, double plot)
{
    size_t numbered;
    zt_line_drawing d = arrange(plan, plot, &numbered);
    bool worse = numbered > zt_ties_numbered(&plan->ties) || d.ties.touching > 0;
    return worse ? arrange(plan, plan->height, &numbered) : d;
}

/* All places are known before anything is drawn, since grid and lines keep clear of words. Labels
   at the ends come last. */
void zt_line_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_line_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double width = plan->width;
    double plot = zt_clamp(height - plan->notes.height, plan->height, plan->height_max);
    zt_line_drawing d = arrange_as_planned(plan, plot);
    zt_guide_place place = guide_place(&d);
    zt_group *behind = NULL;
    if (plan->guides.count > 0)
        behind = zt_mark_layer(chart, into, "guides", width, height);
    d.axis = zt_mark_layer(chart, into, "axis", width, height);
    d.marks = zt_mark_layer(chart, into, "lines", width, height);
    d.labels = zt_mark_layer(chart, into, "labels", width, height);
    zt_guides_draw_behind(&plan->guides, &place, behind, d.labels);
    draw_ticks(&d);
    if (plan->categories)
        draw_categories(&d);
    else
        zt_time_axis_draw(&plan->axis, d.axis, d.labels, d.base);
    draw_jumps(&d);
    for (size_t i = 0; i < chart->data->series_count; i++) {
        /* The lead comes last, over the others. */
        size_t s = i < plan->lead ? i : i + 1 < chart->data->series_count ? i + 1 : plan->lead;
        draw_line(&d, s);
        draw_dots(&d, s);
    }
    zt_grid_type type = type_in_plot(&d);
    zt_guides_draw(&plan->guides, &place, d.axis, d.labels, &type);
    zt_line_texts_draw(&d);
    draw_ends(&d);
    zt_ties_draw(chart, &d.ties, d.axis, d.labels);
    zt_note_list_place(chart, &plan->notes, d.labels, plot);
}

/* What has no place in the least plot: the note names missing values then, all of them, and a
   finding counts the values that were to stand at their points. */
static const bool *find_unsaid(const zt_line_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    bool *unsaid = zt_chart_unsaid(chart, true);
    size_t numbered, values = 0, missing = 0;
    zt_line_drawing d = arrange(plan, plan->height, &numbered);
    for (size_t i = 0; i < d.texts.count; i++)
        if (d.texts.items[i].lost)
            (*(d.texts.items[i].is_value ? &values : &missing))++;
    for (size_t i = 0; missing > 0 && i < data->item_count * data->series_count; i++)
        unsaid[i] =
            unsaid[i] || zt_line_is_missing(plan, i % data->series_count, i / data->series_count);
    if (values > 0)
        zt_report(chart->setting->diags, ZT_NOTE, "values-unprinted", chart->block->at,
                  "%zu 个要标的数值在图中排不下，由刻度说明；要印就加宽，或少标几个",
                  "%zu values have no room at their points, where the axis tells them; to print "
                  "them make it wider or label fewer",
                  values);
    return unsaid;
}

/* Only the plot grows, notes keep their height. */
zt_chart_plan zt_line_plan_chart(const zt_chart *chart, double width, zt_line_way way)
{
    zt_line_plan *plan = zt_line_plan_new(chart, width);
    plan->way = way;
    if (plan->ties.count > 0)
        plan_ties(plan);
    return (zt_chart_plan){
        .extent = {plan->height + plan->notes.height, plan->height_max + plan->notes.height},
        .own = plan,
        .unsaid = find_unsaid(plan),
        .has_arrows = true};
}

/* Reports should-be-bars (error): one point makes no line. */
bool zt_line_check(const zt_chart_data *data, zt_diags *diags, const char *kind)
{
    if (!zt_chart_check_items(data, diags, kind))
        return false;
    if (data->item_count > 1)
        return true;
    zt_report(diags, ZT_ERROR, "should-be-bars", data->kind_at,
              "折线图至少要两个时点，这里只有 %zu 个，连不成线；应改用 column",
              "a line needs at least two points in time, here is %zu; use column",
              data->item_count);
    return false;
}

static bool line_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_line_check(data, diags, "line");
}

static zt_chart_plan line_plan(const zt_chart *chart, double width)
{
    return zt_line_plan_chart(chart, width, ZT_LINE_STRAIGHT);
}

const zt_chart_kind zt_chart_kind_line = {
    .name = "line",
    .spans = {4, 3, 12},
    .params = {zt_line_rows, sizeof(zt_line_params)},
    .zh = "折线图：线端直接标注，末点标数值，缺值断线，预测用虚线",
    .en = "Lines labelled at their ends, the last point with its value; a gap where one is "
          "missing, forecasts dashed",
    .tells_head = true,
    .ties_notes = true,
    .check = line_check,
    .plan = line_plan,
    .draw = zt_line_draw,
};
