/* Drawing small multiples from their plan. */
#include "chart/facet_values.h"

#include <math.h>

#include "chart/grid.h"
#include "labels/spread.h"

static const double RULE = ZT_MM(0.25), LINE = ZT_MM(0.5);
static const double NUMBERS_APART = ZT_MM(0.3); /* from ring to ring */
/* Of the pitch of lying bars, which counts up to so many sizes of their names: what is inked. */
static const double BAR_SHARE = 0.6, BAR_PITCH = 1.6;

/* One panel while it is drawn: its layers are those of the chart, in its own frame. */
typedef struct panel_drawing {
    const zt_facets_plan *plan;
    size_t index;
    const zt_facet_panel *panel;
    zt_group *behind, *axis, *marks, *labels;
    zt_scale y;
    double base, foot; /* y of zero and of the lowest tick */
    zt_facet_texts texts;
} panel_drawing;

static const zt_quantity *value_at(const panel_drawing *d, size_t item)
{
    return zt_facet_value_of(d->plan, d->index, item);
}

static double y_of(const panel_drawing *d, const zt_quantity *q)
{
    return zt_scale_at(&d->y, zt_chart_value(d->plan->chart->data, q));
}

static const zt_ink *line_ink(const panel_drawing *d)
{
    return zt_facet_ink(d->plan, d->index, SIZE_MAX);
}

static double line_weight(const panel_drawing *d)
{
    bool heavy = d->plan->combined || zt_chart_series_is_lit(d->plan->chart->data, d->index);
    return heavy ? ZT_FACET_LINE_ACCENT : LINE;
}

/* ---- head ---- */

/* The rule begins over the ticks of the first panel of a row; a name where its rule does. */
static void draw_head(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    bool over_left = plan->left_each || d->index % plan->columns == 0;
    double from = over_left ? -plan->left : 0, to = plan->plot + plan->beside;
    zt_mark_rule(plan->chart, d->axis, (zt_point){from, RULE / 2}, (zt_point){to, RULE / 2}, RULE);
    zt_words_place(plan->chart, &d->panel->name, d->labels, from, ZT_FACET_HEAD_GAP);
    if (plan->value_at == ZT_FACET_BESIDE || d->panel->value.width <= 0)
        return;
    double size = d->panel->value.look.text.size, y = ZT_FACET_HEAD_GAP + ZT_EM_TOP * size;
    if (plan->value_at == ZT_FACET_BELOW_HEAD)
        y += d->panel->name.height + 0.2 * size;
    zt_mark_text_baseline(plan->chart, &d->panel->value, d->labels, ZT_ALIGN_END, to, y);
}

/* ---- axes ---- */

/* x of the value of the last item with one, right of its mark or of the plot, within the panel. */
static double beside_x(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    double x = plan->xs[d->panel->last] + ZT_FACET_GAP +
               (plan->mark == ZT_FACET_COLUMN ? plan->band / 2 : ZT_FACET_DOT);
    bool is_last = d->panel->last + 1 == plan->chart->data->item_count;
    x = is_last ? x : plan->plot + ZT_FACET_GAP;
    return zt_min(x, plan->plot + plan->beside - d->panel->value.width);
}

/* Where the value of the last column stands, beside it in the plot; nothing where it stands
   elsewhere. */
static zt_rect beside_box(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    const zt_mark_text *value = &d->panel->value;
    size_t last = d->panel->last, items = plan->chart->data->item_count;
    bool here = plan->value_at == ZT_FACET_BESIDE && plan->mark == ZT_FACET_COLUMN &&
                !plan->combined && value->width > 0 && last + 1 == items;
    if (!here)
        return (zt_rect){0};
    double high = value->look.text.size, y = y_of(d, value_at(d, last));
    return (zt_rect){beside_x(d), y - high / 2, value->width, high};
}

/* The middle of a value over its column, or below one that hangs. */
static double column_value_y(const panel_drawing *d, size_t item)
{
    const zt_facets_plan *plan = d->plan;
    const zt_mark_text *value = &plan->bars[item * plan->count + d->index].value;
    const zt_quantity *q = value_at(d, item);
    double y = q ? y_of(d, q) : d->base;
    double half = plan->reach + 0.65 * zt_mark_text_height(value);
    return y > d->base ? y + half : y - half;
}

/* The values in the plot, to which lines give way. */
static zt_grid_type type_in_panel(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    size_t over = plan->bars ? plan->chart->data->item_count : 0, count = 0;
    zt_rect *boxes = ZT_ARRAY(plan->chart->setting->arena, over + d->texts.count + 1, zt_rect);
    boxes[count++] = beside_box(d);
    for (size_t i = 0; i < over; i++) {
        const zt_mark_text *value = &plan->bars[i * plan->count + d->index].value;
        double high = zt_mark_text_height(value), middle = column_value_y(d, i);
        boxes[count++] =
            (zt_rect){plan->xs[i] - value->width / 2, middle - high / 2, value->width, high};
    }
    for (size_t i = 0; i < d->texts.count; i++)
        boxes[count++] = d->texts.items[i].box;
    return (zt_grid_type){boxes, count};
}

/* A fine line at every tick; of columns that have their values only the line at zero. */
static void draw_ticks(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    const zt_tick_texts *ticks = &d->panel->ticks;
    bool words = plan->left_each || d->index % plan->columns == 0;
    zt_grid_type type = type_in_panel(d);
    for (size_t i = 0; i < ticks->ticks.count; i++) {
        bool zero = zt_ticks_at(&ticks->ticks, i).scaled == 0;
        double y = zt_scale_at(&d->y, zt_tick_value(ticks, i));
        if (!zero && plan->bars)
            continue;
        zt_grid_level(plan->chart, d->axis, 0, plan->plot, y,
                      zero ? ZT_CHART_ZERO_LINE : ZT_CHART_GRID_LINE, &type);
        if (words && !plan->bars)
            zt_mark_text_centre(plan->chart, &ticks->texts[i], d->axis, ZT_ALIGN_END, -ZT_FACET_GAP,
                                y);
    }
}

/* Labels of time, or keys as written, below the lowest tick. */
static void draw_foot(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    const zt_chart_data *data = plan->chart->data;
    if (!zt_facet_has_foot(plan, d->index) || (!plan->timed && !plan->names))
        return;
    if (plan->timed) {
        zt_time_axis_draw(&plan->axis, d->axis, d->labels, d->foot);
        return;
    }
    double size = zt_chart_look(plan->chart, "label").text.size;
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_words *name = &plan->names[i];
        if (plan->kept[i])
            zt_words_place(plan->chart, name, d->labels, plan->name_xs[i],
                           d->foot + ZT_CHART_TICK + 0.2 * size);
    }
    for (size_t i = 1; data->time && data->even && i < data->item_count; i++)
        if (data->time->jumps[i])
            zt_time_break(plan->chart, d->axis, (plan->xs[i - 1] + plan->xs[i]) / 2, d->foot);
}

/* ---- lines and areas ---- */

/* The way to what is not known for certain is dashed. */
static bool is_dashed(const zt_quantity *q)
{
    return zt_mark_fill_of(q) != ZT_MARK_SOLID;
}

/* On to an item: straight, or level up to it and then to its height. */
static void go_to(const panel_drawing *d, zt_path *path, size_t item, double before)
{
    double x = d->plan->xs[item], y = y_of(d, value_at(d, item));
    if (d->plan->mark == ZT_FACET_STEP)
        zt_path_line(path, x, before);
    zt_path_line(path, x, y);
}

/* A piece without a gap and of one kind, from item `first`; where it ends. */
static size_t draw_stretch(const panel_drawing *d, size_t first)
{
    const zt_chart_data *data = d->plan->chart->data;
    bool dashed = is_dashed(value_at(d, first + 1));
    size_t last = first;
    zt_path *path =
        zt_scene_add_path(d->plan->chart->setting->scene, d->marks, data->items[first].at);
    zt_path_move(path, d->plan->xs[first], y_of(d, value_at(d, first)));
    for (size_t i = first + 1; i < data->item_count; i++) {
        const zt_quantity *q = value_at(d, i);
        if (!q || is_dashed(q) != dashed)
            break;
        go_to(d, path, i, y_of(d, value_at(d, last)));
        last = i;
    }
    zt_mark_line_done(path, line_ink(d), line_weight(d), dashed);
    return last;
}

/* The area between a stretch without gaps and zero; a gap has upright edges. */
static size_t fill_stretch(const panel_drawing *d, size_t first)
{
    const zt_chart_data *data = d->plan->chart->data;
    size_t last = first;
    zt_path *path =
        zt_scene_add_path(d->plan->chart->setting->scene, d->marks, data->items[first].at);
    zt_path_move(path, d->plan->xs[first], d->base);
    for (size_t i = first; i < data->item_count && value_at(d, i); i++) {
        zt_path_line(path, d->plan->xs[i], y_of(d, value_at(d, i)));
        last = i;
    }
    zt_path_line(path, d->plan->xs[last], d->base);
    zt_path_close(path);
    path->fill = ZT_SOLID(line_ink(d));
    zt_path_done(path);
    return last;
}

static bool goes_on(const panel_drawing *d, size_t item)
{
    return item + 1 < d->plan->chart->data->item_count && value_at(d, item) &&
           value_at(d, item + 1);
}

static void draw_dots(const panel_drawing *d)
{
    for (size_t i = 0; i < d->plan->chart->data->item_count; i++) {
        const zt_quantity *q = value_at(d, i);
        if (zt_facet_has_dot(d->plan, d->index, i))
            zt_mark_dot(d->plan->chart, d->marks, q, (zt_point){d->plan->xs[i], y_of(d, q)},
                        ZT_FACET_DOT, zt_facet_ink(d->plan, d->index, i));
    }
}

static void draw_line(const panel_drawing *d)
{
    size_t count = d->plan->chart->data->item_count;
    for (size_t i = 0; d->plan->mark == ZT_FACET_AREA && i < count; i++)
        if (goes_on(d, i))
            i = fill_stretch(d, i);
    for (size_t i = 0; i + 1 < count;)
        i = goes_on(d, i) ? draw_stretch(d, i) : i + 1;
    draw_dots(d);
}

/* ---- columns and bars ---- */

/* The column of a series at an item; no height without a value. */
static zt_rect column_box(const panel_drawing *d, size_t item)
{
    const zt_quantity *q = value_at(d, item);
    zt_rect rect = zt_facet_column(d->plan, d->index, item);
    double y = q ? y_of(d, q) : d->base;
    rect.y = zt_min(y, d->base);
    rect.h = y < d->base ? d->base - y : y - d->base;
    return rect;
}

static void draw_columns(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    for (size_t i = 0; i < plan->chart->data->item_count; i++) {
        const zt_quantity *q = value_at(d, i);
        if (!q)
            continue;
        double y = y_of(d, q);
        zt_rect rect = column_box(d, i);
        const zt_ink *ink = zt_facet_ink(plan, d->index, i);
        if (rect.h > 0)
            zt_mark_value_bar(plan->chart, d->marks, q->at, rect,
                              y > d->base ? ZT_MARK_END_FOOT : ZT_MARK_END_TOP, zt_mark_fill_of(q),
                              ink);
        if (zt_chart_is_open(q))
            zt_mark_open_end(plan->chart, d->marks, q->at, (zt_point){rect.x + rect.w / 2, y},
                             zt_min(rect.w / 3, ZT_FACET_DOT), ink);
    }
}

/* Over the value; over a column that hangs the base line. */
static double column_value_top(const panel_drawing *d, size_t item)
{
    const zt_facets_plan *plan = d->plan;
    double height = zt_mark_text_height(&plan->bars[item * plan->count + d->index].value);
    return zt_min(d->base, column_value_y(d, item) - 0.65 * height);
}

/* Over a column, below one that hangs; a slot on the base line for what is missing. */
static void draw_column_values(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    for (size_t i = 0; plan->bars && i < plan->chart->data->item_count; i++) {
        const zt_mark_text *value = &plan->bars[i * plan->count + d->index].value;
        zt_mark_text_centre(plan->chart, value, d->labels, ZT_ALIGN_CENTRE, plan->xs[i],
                            column_value_y(d, i));
    }
}

/* The value of the last item at its height, over the foot of the plot where labels stand below. */
static void draw_value(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    if (plan->value_at != ZT_FACET_BESIDE || d->panel->value.width <= 0)
        return;
    double y = y_of(d, value_at(d, d->panel->last));
    if (zt_facet_has_foot(plan, d->index))
        y = zt_min(y, d->foot + ZT_CHART_TICK - 0.5 * d->panel->value.look.text.size);
    zt_mark_text_centre(plan->chart, &d->panel->value, d->labels, ZT_ALIGN_START, beside_x(d), y);
}

/* The value and the word of its standing at the end of a bar; over it, at the right edge. */
static void draw_bar_words(const panel_drawing *d, const zt_facet_bar *bar, double end, bool left,
                           double y)
{
    const zt_facets_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    double way = left ? -1 : 1, at = end + way * (plan->reach + ZT_FACET_GAP);
    zt_align align = left ? ZT_ALIGN_END : ZT_ALIGN_START;
    if (plan->words > 0) {
        zt_mark_text_centre(chart, &bar->word, d->labels, ZT_ALIGN_END, plan->plot, y);
        double word = bar->word.width > 0 ? bar->word.width + ZT_FACET_GAP / 2 : 0;
        zt_mark_text_centre(chart, &bar->value, d->labels, ZT_ALIGN_END, plan->plot - word, y);
        return;
    }
    zt_mark_text_centre(chart, &bar->value, d->labels, align, at, y);
    if (bar->word.width > 0)
        zt_mark_text_centre(chart, &bar->word, d->labels, align,
                            at + way * (bar->value.width + ZT_FACET_GAP / 2), y);
}

/* The bar of an item in a row that begins at y. */
static void draw_bar(const panel_drawing *d, size_t item, double y)
{
    const zt_facets_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    const zt_facet_bar *bar = &plan->bars[item * plan->count + d->index];
    const zt_quantity *q = value_at(d, item);
    const zt_bar_scale *x = &d->panel->bars;
    double length = q ? x->unit * zt_chart_value(chart->data, q) : 0, end = x->zero + length;
    double size = zt_chart_look(chart, "label").text.size;
    double thick = BAR_SHARE * zt_min(plan->pitch, BAR_PITCH * size), top = y + plan->pitch / 2;
    const zt_ink *ink = zt_facet_ink(plan, d->index, item);
    if (plan->words > 0) {
        thick = ZT_FACET_BAR_BELOW * size;
        top = y + plan->words + thick / 2;
    }
    if (length != 0)
        zt_mark_value_bar(chart, d->marks, q->at,
                          (zt_rect){zt_min(x->zero, end), top - thick / 2, fabs(length), thick},
                          length < 0 ? ZT_MARK_END_LEFT : ZT_MARK_END_RIGHT, zt_mark_fill_of(q),
                          ink);
    if (q && zt_chart_is_open(q))
        zt_mark_open_end(chart, d->marks, q->at, (zt_point){end, top}, zt_facet_ring(thick), ink);
    double line = plan->words > 0 ? y + plan->words - (ZT_FACET_WORDS_GAP + 0.5) * size : top;
    draw_bar_words(d, bar, end, length < 0, line);
}

/* Rows of bars with their names at the left of the first panel of a row, the zero line over them.
 */
static void draw_bars(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    size_t count = plan->chart->data->item_count;
    double x = d->panel->bars.zero, size = zt_chart_look(plan->chart, "label").text.size;
    for (size_t i = 0; i < count; i++) {
        double y = plan->head + plan->pitch * (double)i;
        draw_bar(d, i, y);
        if (plan->words > 0)
            zt_words_place(plan->chart, &plan->names[i], d->labels, 0,
                           y + plan->words - ZT_FACET_WORDS_GAP * size - plan->names[i].height);
        else if (d->index % plan->columns == 0)
            zt_words_centre(plan->chart, &plan->names[i], d->labels, -ZT_FACET_GAP,
                            y + plan->pitch / 2);
    }
    if (plan->words <= 0)
        zt_mark_rule(plan->chart, d->axis, (zt_point){x, plan->head},
                     (zt_point){x, plan->head + plan->pitch * (double)count}, ZT_CHART_ZERO_LINE);
    /* Where all bars begin at the edge none is needed. */
    for (size_t i = 0; plan->words > 0 && x > 1 && i < count; i++) {
        double top = plan->head + plan->pitch * (double)i + plan->words;
        zt_mark_rule(plan->chart, d->axis, (zt_point){x, top},
                     (zt_point){x, top + ZT_FACET_BAR_BELOW * size}, ZT_CHART_ZERO_LINE);
    }
}

/* ---- the whole ---- */

/* A series of which nothing is known keeps its panel: its name, and 待补 in the middle. */
static void draw_missing(const panel_drawing *d, double row)
{
    const zt_chart *chart = d->plan->chart;
    zt_quantity missing = {.status = ZT_MISSING,
                           .text = zt_missing_word(chart->data->language),
                           .at = chart->data->kind_at};
    zt_look look = zt_chart_look(chart, "missing");
    zt_mark_text text = zt_mark_value_new(chart, &missing, missing.text, &look, missing.at);
    zt_mark_text_centre(chart, &text, d->labels, ZT_ALIGN_CENTRE, d->plan->plot / 2,
                        d->plan->head + row / 2);
}

/* Centres of the numbers over a panel: at their items, apart from each other and within the panel;
   those of one item stand side by side about it. */
static zt_label *spread_numbers(const zt_facets_plan *plan, double size)
{
    zt_arena *arena = plan->chart->setting->arena;
    zt_label *numbers = ZT_ARRAY(arena, plan->ties.count, zt_label);
    for (size_t i = 0; i < plan->ties.count; i++)
        numbers[i] = (zt_label){.wanted = plan->xs[plan->ties.items[i].item],
                                .size = plan->ties.items[i].is_bare ? 0 : size};
    zt_labels_spread(arena, numbers, plan->ties.count, NUMBERS_APART, 0, plan->plot + plan->beside);
    return numbers;
}

/* A fine line from the ring of a number down to its item; a ring moved off its item by more than
   its radius has a slanted piece first. */
static void draw_number_line(const panel_drawing *d, double centre, double radius, double x,
                             double foot)
{
    double off = x - centre, top = d->plan->head + radius;
    if (fabs(off) > radius) {
        zt_point bend = {x, top + 2 * radius};
        double side = off < 0 ? -1 : 1;
        zt_mark_rule(d->plan->chart, d->axis,
                     (zt_point){centre + side * radius * sqrt(0.5), top + radius * sqrt(0.5)}, bend,
                     ZT_CHART_GRID_LINE);
        top = bend.y;
    } else {
        top += sqrt(radius * radius - off * off);
    }
    if (foot > top)
        zt_mark_rule(d->plan->chart, d->axis, (zt_point){x, top}, (zt_point){x, foot},
                     ZT_CHART_GRID_LINE);
}

/* The number of an annotation over its item, with a fine line down to the base. */
static void draw_numbers(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    double size = zt_note_number_size(plan->chart);
    const zt_label *numbers = spread_numbers(plan, size);
    for (size_t i = 0; i < plan->ties.count; i++) {
        const zt_tie *tie = &plan->ties.items[i];
        if (tie->is_bare)
            continue;
        double x = plan->xs[tie->item], centre = numbers[i].centre;
        double foot = plan->bars ? column_value_top(d, tie->item) : d->foot;
        draw_number_line(d, centre, size / 2, x, foot);
        zt_note_number_place(plan->chart, d->labels, tie->annotation->at, tie->number,
                             (zt_rect){centre - size / 2, plan->head, size, size});
    }
}

/* ---- guides ---- */

/* y of a value, for guides. */
static double value_y(const void *context, double value)
{
    const panel_drawing *d = context;
    return zt_scale_at(&d->y, value);
}

/* The mark of a series at an item: its column, with the value over it where values stand there, or
   its dot. */
static zt_rect mark_box(const void *context, size_t item, size_t series)
{
    panel_drawing d = *(const panel_drawing *)context;
    d.index = series;
    const zt_quantity *q = value_at(&d, item);
    double r = ZT_FACET_DOT, y = q ? y_of(&d, q) : d.base;
    if (d.plan->mark != ZT_FACET_COLUMN || zt_facet_is_line(d.plan, series))
        return (zt_rect){d.plan->xs[item] - r, y - r, 2 * r, 2 * r};
    zt_rect rect = column_box(&d, item);
    rect.y -= d.plan->over;
    rect.h += d.plan->over;
    return rect;
}

/* The guides of a panel, or of all where they are combined; the key is not theirs. */
static zt_guides guides_of(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    unsigned all = 1U << ZT_GUIDE_SPAN | 1U << ZT_GUIDE_THRESHOLD | 1U << ZT_GUIDE_BRACKET;
    zt_guides guides =
        zt_guides_pick(&plan->guides, all, plan->combined ? ZT_GUIDES_OF_ALL : d->index);
    guides.keys = 0;
    return guides;
}

/* Where they stand in a panel: brackets between its head and its plot. */
static zt_guide_place guide_place(const panel_drawing *d)
{
    return (zt_guide_place){.top = d->plan->head - d->plan->brackets,
                            .foot = d->foot,
                            .right = d->plan->plot,
                            .context = d,
                            .y = value_y,
                            .mark = mark_box};
}

/* Panels of spans; before the marks. */
static void draw_behind(const panel_drawing *d)
{
    zt_guides guides = guides_of(d);
    zt_guide_place place = guide_place(d);
    zt_guides_draw_behind(&guides, &place, d->behind, d->labels);
}

/* Lines and brackets; after the marks, on paper where they run over columns. */
static void draw_guides(const panel_drawing *d)
{
    const zt_facets_plan *plan = d->plan;
    zt_guides guides = guides_of(d);
    zt_guide_place place = guide_place(d);
    zt_grid_type type = type_in_panel(d);
    panel_drawing own = *d;
    for (size_t g = 0; g < guides.count; g++)
        for (size_t k = 0; k < plan->count * plan->chart->data->item_count; k++) {
            const zt_guide *guide = guides.boxes[g].guide;
            own.index = k % plan->count;
            bool here = plan->combined ? !zt_facet_is_line(plan, own.index) : own.index == d->index;
            if (here && plan->mark == ZT_FACET_COLUMN && guide->kind == ZT_GUIDE_THRESHOLD)
                zt_grid_clear(plan->chart, d->marks, guide->at, column_box(&own, k / plan->count),
                              value_y(d, guide->value), false);
        }
    zt_guides_draw(&guides, &place, d->marks, d->labels, &type);
}

/* ---- panels ---- */

/* The scale and the axes of a panel. */
static void draw_axes(panel_drawing *d, double row)
{
    const zt_facets_plan *plan = d->plan;
    d->y = zt_facet_scale(plan, d->index, row);
    d->base = zt_scale_at(&d->y, 0);
    d->foot = plan->head + row;
    d->texts = zt_facet_texts_place(plan, d->index, row);
    if (plan->guides.count > 0)
        draw_behind(d);
    draw_ticks(d);
    draw_foot(d);
    draw_numbers(d);
}

static void draw_panel(panel_drawing *d, double row)
{
    const zt_facets_plan *plan = d->plan;
    draw_head(d);
    if (plan->mark == ZT_FACET_BAR) {
        draw_bars(d);
        return;
    }
    if (d->panel->last >= plan->chart->data->item_count) {
        draw_missing(d, row);
        return;
    }
    draw_axes(d, row);
    if (plan->mark == ZT_FACET_COLUMN)
        draw_columns(d);
    else
        draw_line(d);
    if (plan->guides.count > 0)
        draw_guides(d);
    draw_column_values(d);
    draw_value(d);
    zt_facet_texts_draw(plan, &d->texts, d->labels);
}

/* The last values of lines right of the plot, apart from each other. */
static void draw_line_values(const panel_drawing *d, double row)
{
    const zt_facets_plan *plan = d->plan;
    zt_arena *arena = plan->chart->setting->arena;
    zt_label *labels = ZT_ARRAY(arena, plan->count, zt_label);
    size_t *series = ZT_ARRAY(arena, plan->count, size_t), count = 0;
    for (size_t s = 0; s < plan->count; s++) {
        const zt_facet_panel *panel = &plan->panels[s];
        if (panel->value.width <= 0)
            continue;
        series[count] = s;
        labels[count++] = (zt_label){.wanted = y_of(d, zt_facet_value_of(plan, s, panel->last)),
                                     .size = panel->value.look.text.size};
    }
    zt_labels_spread(arena, labels, count, 0, plan->head, plan->head + row);
    for (size_t i = 0; i < count; i++)
        zt_mark_text_centre(plan->chart, &plan->panels[series[i]].value, d->labels, ZT_ALIGN_START,
                            plan->plot + ZT_FACET_GAP, labels[i].centre);
}

/* All series in one plot: columns first, lines over them. */
static void draw_combined(panel_drawing *d, double row)
{
    const zt_facets_plan *plan = d->plan;
    zt_facet_key(plan, d->labels);
    draw_axes(d, row);
    for (size_t k = 0; k < 2 * plan->count; k++) {
        d->index = k % plan->count;
        d->panel = &plan->panels[d->index];
        if (zt_facet_is_line(plan, d->index) != (k >= plan->count))
            continue;
        if (k >= plan->count)
            draw_line(d);
        else
            draw_columns(d);
    }
    if (plan->guides.count > 0)
        draw_guides(d);
    draw_line_values(d, row);
    zt_facet_texts_draw(plan, &d->texts, d->labels);
}

/* x of a panel's plot in the frame of all. */
static double panel_x(const zt_facets_plan *plan, size_t index)
{
    double column = (double)(index % plan->columns);
    double step = plan->plot + plan->beside + plan->gap + (plan->left_each ? plan->left : 0);
    return plan->left + column * step;
}

/* The group of a panel in a layer. */
static zt_group *frame(const zt_facets_plan *plan, zt_group *layer, double x, double y)
{
    return zt_scene_add_group(plan->chart->setting->scene, layer, plan->chart->data->kind_at, x, y);
}

/* The height of a plot in that room. What was promised at the least height holds: where values have
   less room in a higher plot by chance, the least one is drawn. */
static double row_of(const zt_facets_plan *plan, double room)
{
    double row = zt_clamp(room, plan->row, plan->row_max);
    size_t lost = 0;
    for (size_t i = 0; i < (plan->combined ? 1 : plan->count); i++)
        lost += zt_facet_texts_place(plan, i, row).lost;
    return lost > plan->lost ? plan->row : row;
}

void zt_facets_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_facets_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double rows = (double)zt_facets_rows(plan), y = plan->unit_height;
    double row = row_of(plan, (height - zt_facets_fixed_height(plan)) / rows);
    zt_group *behind = NULL;
    if (plan->guides.count > 0)
        behind = zt_mark_layer(chart, into, "guides", plan->width, height);
    zt_group *axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    zt_group *marks = zt_mark_layer(chart, into, "marks", plan->width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    if (plan->unit.width > 0)
        zt_mark_text_centre(chart, &plan->unit, labels, ZT_ALIGN_START, 0,
                            0.55 * plan->unit.look.text.size);
    zt_guides_draw_key(&plan->guides, axis, labels, plan->key_y);
    for (size_t i = 0; i < (plan->combined ? 1 : plan->count); i++) {
        if (i > 0 && i % plan->columns == 0)
            y += plan->head + row + ZT_FACET_ROW_GAP +
                 (zt_facet_has_foot(plan, i - 1) ? plan->foot : 0);
        double x = panel_x(plan, i);
        panel_drawing d = {.plan = plan,
                           .index = i,
                           .panel = &plan->panels[i],
                           .behind = behind ? frame(plan, behind, x, y) : NULL,
                           .axis = frame(plan, axis, x, y),
                           .marks = frame(plan, marks, x, y),
                           .labels = frame(plan, labels, x, y)};
        if (plan->combined)
            draw_combined(&d, row);
        else
            draw_panel(&d, row);
    }
    double last = y + plan->head + row + plan->foot;
    zt_note_list_place(chart, &plan->notes, labels, last);
}
