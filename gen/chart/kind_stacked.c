/* Parts that make up one number: one strip, each part as long as its value, figures over the parts,
   the sum told as computed. In a narrow place the figures stand below, each after its swatch. */
#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/fills.h"
#include "chart/marks.h"
#include "chart/legend.h"
#include "chart/stack.h"
#include "chart/whole.h"

/* In points, or shares of what is named. */
static const double STRIP_MOST = ZT_MM(8); /* height when there is some to spare */
static const double SEAM = ZT_MM(0.5);     /* paper between two parts */
static const double PART_GAP = ZT_MM(2);   /* between figures, their words and the strip */

static const double PART_FIGURE = 0.76; /* figures of the parts, by the key figure */

typedef struct stacked_params {
    zt_length strip;
    bool total;
    zt_chart_direction direction;
} stacked_params;

enum { MOST_PARTS = ZT_FILLS_MOST }; /* more cannot be told apart */

static const zt_param rows[] = {{"strip", ZT_PARAM_EM(stacked_params, strip, "label"), NULL, "5mm",
                                 "条高", "height of the strip"},
                                {"total", ZT_PARAM(stacked_params, total, YES), NULL, "yes",
                                 "印出合计，注明推算", "print the sum, as computed"},
                                {"direction", ZT_PARAM(stacked_params, direction, WORD),
                                 ZT_CHART_DIRECTIONS, "auto",
                                 "upright 竖柱，lying 横条，auto 由数据和宽度定",
                                 "upright columns or lying bars; auto: as data and width suit"},
                                {0}};

typedef struct segment {
    const zt_chart_item *item;
    const zt_quantity *quantity; /* NULL: the item has none */
    const zt_figure *figure;
    double size; /* of its digits */
    zt_words words;
    zt_mark_text word;      /* 推算 */
    double value, x, width; /* of the segment */
    double y, words_y;      /* below: of the line's top; of its words from there */
    bool under;             /* below: the words have no room beside the figure */
} segment;

typedef struct stacked_plan {
    /* Of several series: a bar for each item (stack.h), and nothing else here is set; of one series
       without `own`. */
    zt_chart_plan bars;
    const zt_chart *chart;
    double width, seam, gap, strip, strip_max, swatch;
    segment *parts;
    const zt_part_fill *fills; /* one a part */
    size_t count;
    bool below;        /* figures under the strip, one a line */
    double lead, list; /* height over the strip with its gap; under it with its gap */
    zt_mark_text total;
    double foot; /* room of the total */
    zt_note_list notes;
} stacked_plan;

/* The highlighted part in the accent, the first when none is. */
static const zt_part_fill *part_fills(const zt_chart *chart)
{
    const zt_chart_data *data = chart->data;
    bool *lead = ZT_ARRAY(chart->setting->arena, data->item_count + 1, bool);
    for (size_t i = 0; i < data->item_count; i++)
        lead[i] = data->items[i].highlight;
    if (!zt_chart_has_highlight(data))
        lead[0] = true;
    return zt_fills_new(chart, data->item_count, lead);
}

/* Reads one part and sets its figure; a missing value has a figure (待补) but no length. Negative
   values have been refused by the check. */
static void set_part(stacked_plan *plan, size_t i)
{
    const zt_chart *chart = plan->chart;
    segment *p = &plan->parts[i];
    zt_look look = zt_chart_look(chart, "figure"), label = zt_chart_look(chart, "label");
    p->item = &chart->data->items[i];
    p->quantity = zt_chart_first_value(p->item);
    p->value = zt_max(0, zt_chart_value(chart->data, p->quantity));
    look = zt_look_at_size(&look, PART_FIGURE * look.text.size);
    zt_figure_style style = zt_chart_figure_style(chart, look, look.ink);
    if (p->quantity) {
        p->figure = zt_chart_figure_within(chart, p->quantity, style, plan->width);
        p->size = look.text.size;
        p->word = zt_mark_text_new(chart, zt_chart_item_label(chart, p->item).words, &label,
                                   p->quantity->at);
    }
}

/* Lengths in proportion to the values over the width less the white seams between them, so that
   seams take nothing from a small part. */
static void set_segments(stacked_plan *plan)
{
    double sum = 0, x = 0, room = plan->width - plan->seam * (double)(plan->count - 1);
    for (size_t i = 0; i < plan->count; i++)
        sum += plan->parts[i].value;
    for (size_t i = 0; i < plan->count; i++) {
        segment *p = &plan->parts[i];
        p->x = x;
        p->width = sum > 0 ? zt_max(0, room) * p->value / sum : 0;
        x += p->width + plan->seam;
    }
}

/* Figure with its word of standing; 0 where there is no value. */
static double figure_width(const segment *p)
{
    return p->figure ? p->figure->width + p->word.width : 0;
}

/* Figure and words over their own segment, the words in two lines at most. */
static bool set_over(stacked_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look label = zt_chart_look(chart, "label");
    for (size_t i = 0; i < plan->count; i++) {
        segment *p = &plan->parts[i];
        double room = p->width - figure_width(p) - 2 * plan->gap;
        if (!p->figure || room < 2 * label.text.size ||
            room < zt_words_least(chart, p->item->key, &label, p->item->at))
            return false;
        p->words = zt_words_new(chart, p->item->key, &label, p->item->at, room, ZT_ALIGN_START);
        if (p->words.width > room || p->words.para->line_count > 2)
            return false;
        plan->lead = zt_max(plan->lead, zt_max(p->words.height, ZT_EM_TOP * p->size));
    }
    plan->lead += plan->gap;
    return true;
}

/* A figure that is wider than the whole chart. */
static void shrink_figure(stacked_plan *plan, segment *p, double room)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "figure");
    look = zt_look_at_size(&look, p->size);
    zt_figure_style style = zt_chart_figure_style(chart, look, look.ink);
    p->figure = zt_chart_figure_within(chart, p->quantity, style, room);
}

/* The other way: a list below the strip, a swatch in the part's ink before each figure. Words take
   what the figures leave of the width. */
static void set_below(stacked_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look label = zt_chart_look(chart, "label");
    double y = plan->gap;
    plan->below = true;
    plan->lead = 0;
    for (size_t i = 0; i < plan->count; i++) {
        segment *p = &plan->parts[i];
        double begin = plan->swatch + plan->gap;
        if (begin + figure_width(p) > plan->width)
            shrink_figure(plan, p, plan->width - begin - p->word.width);
        double room = plan->width - begin - figure_width(p) - plan->gap;
        p->under = room < zt_words_least(chart, p->item->key, &label, p->item->at);
        p->words = zt_words_within(chart, p->item->key, &label, p->item->at,
                                   p->under ? plan->width - begin : room, ZT_ALIGN_START);
        p->y = y;
        p->words_y = p->under ? 1.1 * p->size : ZT_EM_TOP * (p->size - label.text.size);
        y += zt_max(p->words_y + p->words.height, p->size) + plan->gap / 2;
    }
    plan->list = y - plan->gap / 2;
}

/* The sum, where the template asks for it and it can be told. */
static zt_str total_text(const stacked_plan *plan)
{
    const stacked_params *p = plan->chart->own;
    zt_arena *arena = plan->chart->setting->arena;
    return p->total ? zt_chart_sum_words(arena, plan->chart->data) : (zt_str){0};
}

/* Over the segments if all parts find room there, else all in the list: both ways mixed would have
   to be read twice. */
static stacked_plan *plan_new(const zt_chart *chart, double width)
{
    const stacked_params *p = chart->own;
    stacked_plan *plan = ZT_NEW(chart->setting->arena, stacked_plan);
    *plan = (stacked_plan){.chart = chart, .width = width, .count = chart->data->item_count};
    zt_look label = zt_chart_look(chart, "label");
    plan->seam = SEAM;
    plan->gap = PART_GAP;
    plan->strip = zt_chart_points(chart, p->strip);
    plan->strip_max = zt_max(plan->strip, STRIP_MOST);
    plan->swatch = 0.8 * label.text.size;
    plan->parts = ZT_ARRAY(chart->setting->arena, plan->count + 1, segment);
    plan->fills = part_fills(chart);
    for (size_t i = 0; i < plan->count; i++)
        set_part(plan, i);
    set_segments(plan);
    if (!set_over(plan))
        set_below(plan);
    plan->total = zt_mark_text_new(chart, total_text(plan), &label, chart->data->kind_at);
    if (plan->total.text.len)
        plan->foot = plan->gap + zt_mark_text_height(&plan->total);
    plan->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}

/* All but the strip itself. */
static double fixed_height(const stacked_plan *plan)
{
    return plan->lead + plan->list + plan->foot + plan->notes.height;
}

/* Only the strip grows. */
static zt_chart_plan stacked_plan_chart(const zt_chart *chart, double width)
{
    const stacked_params *p = chart->own;
    if (chart->data->series_count > 1) {
        stacked_plan *several = ZT_NEW(chart->setting->arena, stacked_plan);
        several->bars = zt_stack_plan(chart, width, ZT_STACK_SHARED, p->total, p->direction);
        return (zt_chart_plan){
            .extent = several->bars.extent, .own = several, .unsaid = several->bars.unsaid};
    }
    const stacked_plan *plan = plan_new(chart, width);
    double fixed = fixed_height(plan);
    return (zt_chart_plan){.extent = {fixed + plan->strip, fixed + plan->strip_max}, .own = plan};
}

/* Figure and its word of standing; gives where the words begin. */
static double draw_figure(const stacked_plan *plan, const segment *p, zt_group *into, double x,
                          double baseline)
{
    const zt_chart *chart = plan->chart;
    if (p->figure)
        zt_figure_place(p->figure, chart->setting, into, x, baseline);
    if (p->word.width > 0)
        zt_mark_text_baseline(chart, &p->word, into, ZT_ALIGN_START, x + p->figure->width,
                              baseline);
    return x + figure_width(p) + (p->figure ? plan->gap : 0);
}

/* The last line of the words stands on the figure's foot. */
static void draw_over(const stacked_plan *plan, const segment *p, zt_group *into)
{
    double baseline = plan->lead - plan->gap;
    double x = draw_figure(plan, p, into, p->x, baseline);
    zt_look label = zt_chart_look(plan->chart, "label");
    zt_words_place(plan->chart, &p->words, into, x,
                   baseline + 0.08 * label.text.size - p->words.height);
}

/* The first line of the words stands on the figure's foot. */
static void draw_list(const stacked_plan *plan, zt_group *into, double top)
{
    for (size_t i = 0; i < plan->count; i++) {
        const segment *p = &plan->parts[i];
        double foot = top + p->y + ZT_EM_TOP * p->size;
        zt_fill_bar(plan->chart, into, p->item->at,
                    (zt_rect){0, foot - plan->swatch, plan->swatch, plan->swatch},
                    zt_mark_key_of(p->quantity), plan->fills[i]);
        double x = draw_figure(plan, p, into, plan->swatch + plan->gap, foot);
        zt_words_place(plan->chart, &p->words, into, p->under ? plan->swatch + plan->gap : x,
                       top + p->y + p->words_y);
    }
}

/* Strip, figures over it or in a list below it, the total at the right, then the notes. */
static void stacked_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const stacked_plan *plan = planned->own;
    if (plan->bars.own) {
        zt_stack_draw(&plan->bars, height, into);
        return;
    }
    const zt_chart *chart = plan->chart;
    double width = plan->width;
    double strip = zt_clamp(height - fixed_height(plan), plan->strip, plan->strip_max);
    zt_group *bars = zt_mark_layer(chart, into, "bars", width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", width, height);
    for (size_t i = 0; i < plan->count; i++) {
        const segment *p = &plan->parts[i];
        if (p->width > 0)
            zt_fill_bar(chart, bars, p->item->at, (zt_rect){p->x, plan->lead, p->width, strip},
                        zt_mark_fill_of(p->quantity), plan->fills[i]);
        if (!plan->below)
            draw_over(plan, p, labels);
    }
    double y = plan->lead + strip;
    if (plan->below)
        draw_list(plan, labels, y);
    y += plan->list + plan->foot;
    if (plan->foot > 0)
        zt_mark_text_baseline(chart, &plan->total, labels, ZT_ALIGN_END, width,
                              y - 0.22 * plan->total.look.text.size);
    zt_note_list_place(chart, &plan->notes, labels, y);
}

/* Reports too-many-slices and should-be-bars (errors): more than a few parts cannot be told apart,
   and a negative number is no part of a whole. The sum is judged by zt_whole_check. */
static bool stacked_check(const zt_chart_data *data, zt_diags *diags)
{
    if (data->series_count > 1)
        return zt_stack_check(data, diags, "stacked", ZT_STACK_SHARED);
    bool good = zt_chart_check_items(data, diags, "stacked") &&
                zt_chart_check_values(data, diags, "stacked");
    if (data->item_count > MOST_PARTS) {
        zt_report(diags, ZT_ERROR, "too-many-slices", data->kind_at,
                  "一条分成 %zu 段，多于 %d 段就分不清；应合并小项或改用 bar",
                  "a strip of %zu parts; more than %d cannot be told apart: merge the small ones "
                  "or use bar",
                  data->item_count, MOST_PARTS);
        good = false;
    }
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_quantity *q = zt_chart_first_value(&data->items[i]);
        if (zt_chart_value(data, q) >= 0)
            continue;
        zt_report(diags, ZT_ERROR, "should-be-bars", q->at,
                  "“%.*s”是负数，不能是一个整体的一段；应改用 bar 或 diverging",
                  "“%.*s” is negative and cannot be a part of a whole; use bar or diverging",
                  ZT_ARG(q->text));
        good = false;
    }
    return good && zt_whole_check(data, diags, zt_unit_is_per_cent(data));
}

const zt_chart_kind zt_chart_kind_stacked = {
    .name = "stacked",
    .params = {rows, sizeof(stacked_params)},
    .zh = "合成条：几部分合成一个数，一段一长，数字在段上，合计注明推算；几个系列时一项一条",
    .en = "Parts that make one sum, one length each, the figure on it; the total is marked as "
          "computed; several series: a bar for each item",
    .check = stacked_check,
    .plan = stacked_plan_chart,
    .draw = stacked_draw,
};
