/* A waterfall: from one total to the next by steps, each from the level where the last one
   ended. The plan has decided levels and whether the bars stand or lie; here the scale is found
   for the height in force and bars, levels and words are drawn. Which values are totals is told
   by their sign, and a total that its steps do not make is an error. */
#include "chart/waterfall_imp.h"

#include "chart/grid.h"

#include <math.h>

static const double THIN = ZT_MM(0.4); /* a shorter bar has no outline, only its ink */
static const double THICKNESS = 0.62;  /* width of upright bars, of the slot */

/* What one drawing needs beside the plan; points, frame of the plot. `levels` gives y of
   standing bars, x of lying ones. */
typedef struct waterfall_drawing {
    const zt_waterfall_plan *plan;
    zt_scale levels;
    double top, slot; /* y of all; from bar to bar */
    zt_group *bars, *ends, *axis, *labels;
} waterfall_drawing;

/* Legend and notes keep their height, the bars take what is spare. */
static zt_chart_plan waterfall_plan(const zt_chart *chart, double width)
{
    const zt_waterfall_plan *plan = zt_waterfall_plan_new(chart, width);
    double fixed = plan->legend + plan->notes.height;
    return (zt_chart_plan){.extent = {fixed + plan->height, fixed + plan->height_max}, .own = plan};
}

/* The box between the two levels of a bar, whichever way it goes. */
static zt_rect bar_box(const waterfall_drawing *d, size_t i)
{
    const zt_waterfall_plan *plan = d->plan;
    double a = zt_scale_at(&d->levels, plan->bars[i].from);
    double b = zt_scale_at(&d->levels, plan->bars[i].to), low = zt_min(a, b), size = fabs(a - b);
    if (plan->lying)
        return (zt_rect){low, d->top + d->slot * (double)i + plan->lead, size,
                         d->slot - plan->lead - ZT_WATERFALL_GAP};
    double thick = THICKNESS * d->slot;
    return (zt_rect){d->slot * ((double)i + 0.5) - thick / 2, low, thick, size};
}

/* Totals darkest, rises, falls lightest; the decisive step in the accent. */
static const zt_ink *bar_ink(const zt_waterfall_plan *plan, const zt_waterfall_bar *b)
{
    const zt_chart_params *p = plan->chart->params;
    if (b->item->highlight)
        return p->accent;
    if (!b->is_step)
        return p->second;
    return b->to >= b->from ? p->rest : p->third;
}

/* A bar by the standing of its value, and a ring at its end where that is approximate. What is
   missing or nothing has no bar, only its words. */
static void draw_bar(const waterfall_drawing *d, size_t i)
{
    const zt_waterfall_plan *plan = d->plan;
    const zt_waterfall_bar *b = &plan->bars[i];
    zt_rect box = bar_box(d, i);
    if (!zt_chart_has_value(b->quantity) || b->from == b->to)
        return;
    zt_mark_fill fill = zt_mark_fill_of(b->quantity);
    if ((plan->lying ? box.w : box.h) < THIN)
        fill = ZT_MARK_SOLID;
    zt_mark_bar(plan->chart, d->bars, b->quantity->at, box, fill, bar_ink(plan, b));
    double end = zt_scale_at(&d->levels, b->to);
    zt_point tip =
        plan->lying ? (zt_point){end, box.y + box.h / 2} : (zt_point){box.x + box.w / 2, end};
    if (zt_chart_is_open(b->quantity))
        zt_mark_open_end(plan->chart, d->ends, b->quantity->at, tip,
                         zt_min(0.3 * ZT_WATERFALL_GAP, 0.15 * (plan->lying ? box.h : box.w)),
                         bar_ink(plan, b));
}

/* The level that a bar hands on to the next one. Between lying bars it runs down through the
   words of the next one, and ends above them where these stand in its way. */
static void draw_level(const waterfall_drawing *d, size_t i)
{
    const zt_waterfall_plan *plan = d->plan;
    const zt_waterfall_bar *next = &plan->bars[i + 1];
    double at = zt_scale_at(&d->levels, plan->bars[i].to);
    zt_rect a = bar_box(d, i), b = bar_box(d, i + 1);
    if (!plan->lying) {
        zt_mark_rule(d->plan->chart, d->axis, (zt_point){zt_rect_right(a), at}, (zt_point){b.x, at},
                     ZT_CHART_AXIS_LINE);
        return;
    }
    at = zt_clamp(at, ZT_CHART_AXIS_LINE / 2, plan->width - ZT_CHART_AXIS_LINE / 2);
    double words = next->value.width + next->word.width + 2 * ZT_WATERFALL_GAP;
    bool free = at > next->name.width + ZT_WATERFALL_GAP && at < plan->width - words;
    double foot = free ? b.y : b.y - plan->lead;
    zt_mark_rule(d->plan->chart, d->axis, (zt_point){at, zt_rect_foot(a)}, (zt_point){at, foot},
                 ZT_CHART_AXIS_LINE);
}

/* Value and word of an upright bar: above a rise or a total, below a fall. */
static zt_rect words_box(const waterfall_drawing *d, size_t i)
{
    const zt_waterfall_plan *plan = d->plan;
    const zt_waterfall_bar *b = &plan->bars[i];
    zt_rect bar = bar_box(d, i);
    double width = zt_max(b->value.width, b->word.width);
    double height = zt_mark_text_height(&b->value) + (b->word.width > 0 ? plan->word : 0);
    double y = b->to < b->from ? zt_rect_foot(bar) + ZT_WATERFALL_GAP / 2
                               : bar.y - ZT_WATERFALL_GAP / 2 - height;
    return (zt_rect){bar.x + bar.w / 2 - width / 2, y, width, height};
}

/* The value, and under it the word of its standing. */
static void draw_upright_words(const waterfall_drawing *d, size_t i)
{
    const zt_waterfall_bar *b = &d->plan->bars[i];
    zt_rect box = words_box(d, i);
    double x = box.x + box.w / 2, line = zt_mark_text_height(&b->value);
    zt_mark_text_centre(d->plan->chart, &b->value, d->labels, ZT_ALIGN_CENTRE, x, box.y + line / 2);
    zt_mark_text_centre(d->plan->chart, &b->word, d->labels, ZT_ALIGN_CENTRE, x,
                        box.y + (line + box.h) / 2);
}

/* The zero line, which values of bars that end near it would else stand on. A line of type is
   1.1 em high, its figures three quarters of one: a line that only touches it meets no ink. */
static void draw_zero(const waterfall_drawing *d)
{
    const zt_waterfall_plan *plan = d->plan;
    zt_rect *boxes = ZT_ARRAY(plan->chart->setting->arena, plan->count, zt_rect);
    for (size_t i = 0; i < plan->count; i++) {
        double white = 0.15 * plan->bars[i].value.look.text.size;
        boxes[i] = words_box(d, i);
        boxes[i].y += white;
        boxes[i].h -= 2 * white;
    }
    zt_grid_level(plan->chart, d->axis, 0, plan->width, zt_scale_at(&d->levels, 0),
                  ZT_CHART_AXIS_LINE, &(zt_grid_type){boxes, plan->count});
}

/* Over the bar: the name at the left, the value at the right with the word of its standing
   behind it. */
static void draw_lying_words(const waterfall_drawing *d, size_t i)
{
    const zt_waterfall_plan *plan = d->plan;
    const zt_waterfall_bar *b = &plan->bars[i];
    double foot = d->top + d->slot * (double)i + plan->lead - ZT_WATERFALL_GAP / 2;
    double middle = foot - plan->line / 2, right = plan->width;
    zt_words_place(plan->chart, &b->name, d->labels, 0, foot - b->name.height);
    zt_mark_text_centre(plan->chart, &b->word, d->labels, ZT_ALIGN_END, right, middle);
    if (b->word.width > 0)
        right -= b->word.width + ZT_WATERFALL_GAP / 2;
    zt_mark_text_centre(plan->chart, &b->value, d->labels, ZT_ALIGN_END, right, middle);
}

/* The scale of the levels in a field of this height. Standing bars leave room for values over
   and under them: under the foot only as far as a fall ends so low, which is found in two
   passes, as the scale itself moves with that room. */
static void set_levels(waterfall_drawing *d, double height)
{
    const zt_waterfall_plan *plan = d->plan;
    double high = plan->high > plan->low ? plan->high : plan->low + 1;
    double words = plan->line + plan->word + ZT_WATERFALL_GAP / 2;
    d->levels = (zt_scale){.low = plan->low, .high = high, .from = 0, .to = plan->width};
    d->slot = plan->lying ? height / (double)plan->count : plan->slot;
    if (plan->lying)
        return;
    bool falls = false;
    for (size_t i = 0; i < plan->count; i++)
        falls = falls || plan->bars[i].to < plan->bars[i].from;
    double foot = d->top + height - plan->names;
    d->levels.to = d->top + words;
    d->levels.from = falls ? foot - words : foot;
    /* Falls that end high above the foot need no room under it. */
    for (int pass = 0; pass < 2 && falls; pass++) {
        double lowest = d->top;
        for (size_t i = 0; i < plan->count; i++)
            if (plan->bars[i].to < plan->bars[i].from)
                lowest = zt_max(lowest, zt_scale_at(&d->levels, plan->bars[i].to) + words);
        d->levels.from = zt_min(foot, d->levels.from + zt_max(0, foot - lowest));
        if (lowest > foot)
            d->levels.from -= lowest - foot;
    }
}

/* The names of standing bars in their slots, from y down. */
static void draw_names(const waterfall_drawing *d, double y)
{
    for (size_t i = 0; i < d->plan->count; i++)
        zt_words_place(d->plan->chart, &d->plan->bars[i].name, d->labels,
                       d->slot * ((double)i + 0.5), y);
}

/* Bars, words and levels in the order of the data. Standing bars have a zero line over the whole
   width, lying ones none: their levels tell it. */
static void waterfall_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_waterfall_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double room =
        zt_clamp(height - plan->legend - plan->notes.height, plan->height, plan->height_max);
    waterfall_drawing d = {.plan = plan, .top = plan->legend};
    d.bars = zt_mark_layer(chart, into, "bars", plan->width, height);
    d.ends = zt_mark_layer(chart, into, "ends", plan->width, height);
    d.axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    zt_legend(chart, d.labels, plan->width);
    set_levels(&d, room);
    for (size_t i = 0; i < plan->count; i++) {
        draw_bar(&d, i);
        if (plan->lying)
            draw_lying_words(&d, i);
        else
            draw_upright_words(&d, i);
        if (i + 1 < plan->count)
            draw_level(&d, i);
    }
    if (!plan->lying) {
        draw_zero(&d);
        draw_names(&d, d.top + room - plan->names + ZT_WATERFALL_GAP);
    }
    zt_note_list_place(chart, &plan->notes, d.labels, d.top + room);
}

/* A total has to be what the steps before it make of the one before, within their rounding of a
   unit of the last place each; behind a missing value nothing is known until the next total.
   Reports sum-mismatch for each that is not. */
static bool check_totals(const zt_chart_data *data, zt_diags *diags)
{
    double level = 0, slip = 1e-9;
    bool known = false, good = true;
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_quantity *q = zt_chart_first_value(&data->items[i]);
        double value = zt_chart_value(data, q);
        bool step = zt_chart_is_step(q);
        if (zt_chart_has_value(q))
            slip += pow(10, -q->printed.decimals);
        if (!step && known && fabs(value - level) > slip) {
            zt_report(diags, ZT_ERROR, "sum-mismatch", q->at,
                      "“%.*s”没有正负号，是总数，但前面各步合起来是 %g；增减要写 + 或 −",
                      "“%.*s” has no sign and is a total, but the steps before it make %g; write "
                      "steps with + or −",
                      ZT_ARG(q->text), level);
            good = false;
        }
        known = (known || !step || i == 0) && (zt_chart_has_value(q) || !step);
        level = step ? level + value : value;
        slip = step ? slip : 1e-9 + pow(10, -q->printed.decimals);
    }
    return good;
}

/* Reports no-items, too-many-series, rank-without-values, sum-mismatch. */
static bool waterfall_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_chart_check_items(data, diags, "waterfall") &&
           zt_chart_check_one_series(data, diags, "waterfall") &&
           zt_chart_check_values(data, diags, "waterfall") && check_totals(data, diags);
}

const zt_chart_kind zt_chart_kind_waterfall = {
    .name = "waterfall",
    .zh = "瀑布图：从一个总数一步步到下一个总数；带正负号的是增减，不带的是总数",
    .en = "From one total to the next by steps: values with a sign are steps, those without are "
          "totals",
    .check = waterfall_check,
    .plan = waterfall_plan,
    .draw = waterfall_draw,
};
