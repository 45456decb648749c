/* Planning areas: layers on each other, times along the foot, heads and last values at the
   right, remarks over the plot, and in words what is missing. Given data and a width, it decides
   the order of the layers, their sums and all that stands left, right, over and under the plot;
   only y inside the plot waits for the height. */
#include "chart/area_imp.h"

#include "labels/spread.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double HEIGHT_LEAST = 0.36; /* of the plot when the page is full, of its width */
static const double HEIGHT = 0.5;        /* as wished */
static const double PLOT_LEAST = ZT_MM(24), PLOT = ZT_MM(46); /* of the same in narrow places */
static const double HEIGHT_MOST = 0.9;                        /* with height to spare */
static const double ENDS_MOST = 0.28; /* widest labels at the right, of the width */
static const double ENDS_MOST_NARROW = 0.36;
static const double NARROW = ZT_MM(60);
static const double LINE = 1.2;        /* from remark to remark, of their size */
static const double REMARK_MOST = 0.5; /* widest remark with the head of its series, of the width */
enum { TICKS = 5, ROWS = 5 };          /* most ticks, most rows of remarks */

const zt_quantity *zt_area_value(const zt_area_plan *plan, size_t layer, size_t item)
{
    const zt_chart_item *row = &plan->chart->data->items[item];
    return row->values ? row->values[plan->order[layer]] : NULL;
}

double zt_area_sum(const zt_area_plan *plan, size_t layer, size_t item)
{
    return layer == 0 ? 0 : plan->sums[item * plan->layers + layer - 1];
}

/* The layer of the story in the accent, the others so that neighbours differ in grey. */
const zt_ink *zt_area_ink(const zt_area_plan *plan, size_t layer)
{
    const zt_chart_params *p = plan->chart->params;
    const zt_ink *const others[] = {p->third, p->second, p->rest};
    const zt_chart_data *data = plan->chart->data;
    bool lit = zt_chart_series_is_lit(data, plan->order[layer]);
    const zt_ink *own = zt_chart_key_ink(plan->chart, data->series[plan->order[layer]], NULL);
    if (own)
        return own;
    if (plan->layers == 1)
        return lit ? p->accent : p->rest;
    return layer == 0 ? p->accent : others[(layer - 1) % 3];
}

/* ---- layers ---- */

/* The highlighted series stands on the base line, where its form can be read; else the first. */
static void plan_order(zt_area_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    size_t lead = 0;
    plan->order = ZT_ARRAY(plan->chart->setting->arena, plan->layers, size_t);
    for (size_t s = plan->layers; s > 0; s--)
        lead = zt_chart_series_is_lit(data, s - 1) ? s - 1 : lead;
    plan->order[0] = lead;
    for (size_t s = 0, next = 1; s < plan->layers; s++)
        if (s != lead)
            plan->order[next++] = s;
}

/* Sums from the base line up for each item. A stack with a part unknown has no true top: such an
   item is not whole, and all layers have a gap there. */
static void plan_sums(zt_area_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    plan->sums = ZT_ARRAY(arena, plan->items * plan->layers, double);
    plan->whole = ZT_ARRAY(arena, plan->items, bool);
    plan->last = plan->items;
    for (size_t i = 0; i < plan->items; i++) {
        double sum = 0;
        plan->whole[i] = true;
        for (size_t k = 0; k < plan->layers; k++) {
            const zt_quantity *q = zt_area_value(plan, k, i);
            sum += zt_chart_value(plan->chart->data, q);
            plan->sums[i * plan->layers + k] = sum;
            plan->whole[i] = plan->whole[i] && zt_chart_has_value(q);
        }
        if (plan->whole[i])
            plan->last = i;
    }
}

/* An axis from zero, since an area compares by its size; the unit stands over the ticks unless
   the deck tells it. */
static void plan_ticks(zt_area_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double low = 0, high = 0;
    for (size_t i = 0; i < plan->items; i++)
        if (plan->whole[i]) {
            low = zt_min(low, zt_area_sum(plan, plan->layers, i));
            high = zt_max(high, zt_area_sum(plan, plan->layers, i));
        }
    zt_guides_reach(&plan->guides, &low, &high);
    plan->ticks = zt_tick_texts_new(chart, low, high, TICKS);
    if (!zt_chart_unit_is_told(chart->setting->arena, chart->data)) {
        zt_look look = zt_chart_look(chart, "tick");
        plan->unit = zt_mark_text_new(chart, chart->data->unit, &look, chart->data->kind_at);
    }
}

/* ---- labels at the right ---- */

/* Head and last value of a layer; the value is that of the last whole item, and there is none
   when no item is whole. In a stack the layer of the story is bold and in the accent. */
static void set_end(zt_area_plan *plan, size_t layer, double most)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_area_end *end = &plan->ends[layer];
    zt_look label = zt_chart_look(chart, "label"), value = zt_chart_look(chart, "value");
    zt_look plain = label;
    if (layer == 0 && plan->layers > 1) {
        label = zt_chart_strong(chart, &label);
        value = zt_chart_lead_look(chart, value, data->series[plan->order[layer]]);
    }
    end->head = zt_words_within(chart, data->series[plan->order[layer]], &label, data->kind_at,
                                most, ZT_ALIGN_START);
    if (plan->last == plan->items ||
        !zt_chart_wants_value(data, plan->last, plan->order[layer], true))
        return;
    const zt_quantity *q = zt_area_value(plan, layer, plan->last);
    end->value = zt_mark_value_new(
        chart, q, zt_chart_phrase(chart->setting->arena, data, q, ZT_CHART_BARE), &value, q->at);
    end->word = zt_mark_text_new(chart, zt_status_word(q), &plain, q->at);
}

/* Head and value side by side, or one under the other where that is wider than `most` or the
   head has several lines. */
static void size_end(zt_area_end *end, double most)
{
    double gap = ZT_AREA_GAP / 2;
    double value = end->value.width + (end->word.width > 0 ? gap + end->word.width : 0);
    double line = 1.2 * zt_max(end->value.look.text.size, end->word.look.text.size);
    double both = end->head.width + (end->head.para && value > 0 ? gap : 0) + value;
    end->stacked = end->head.para && value > 0 && (both > most || end->head.para->line_count > 1);
    end->width = end->stacked ? zt_max(end->head.width, value) : both;
    end->height = end->stacked ? end->head.height + line : zt_max(end->head.height, line);
}

/* 合计, of the layers at the last item; it is marked as computed, since the desk did not write it.
   Nothing for a single layer, or where one is estimated. */
static zt_str total_text(const zt_area_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    const zt_chart_data *data = plan->chart->data;
    if (plan->layers < 2 || plan->last == plan->items)
        return (zt_str){0};
    zt_str sum = zt_chart_sum(arena, data, data->items[plan->last].values, plan->layers);
    if (sum.len == 0)
        return sum;
    return zt_str_from(
        zt_arena_printf(arena, ZT_CHART_IN(plan->chart, "合计%.*s（%s）", "Total %.*s (%s)"),
                        ZT_ARG(sum), zt_computed_word(data->language)));
}

/* The labels of all layers at the right, and from the widest of them and of the ticks where the
   plot begins and ends. */
static void plan_ends(zt_area_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double most = plan->width * (plan->width < NARROW ? ENDS_MOST_NARROW : ENDS_MOST), widest = 0;
    zt_look label = zt_chart_look(chart, "label");
    plan->ends = ZT_ARRAY(chart->setting->arena, plan->layers, zt_area_end);
    for (size_t k = 0; k < plan->layers; k++) {
        set_end(plan, k, most);
        size_end(&plan->ends[k], most);
        widest = zt_max(widest, plan->ends[k].width);
    }
    widest = zt_max(widest, plan->guides.column);
    plan->ends_x = plan->width - widest;
    plan->plot_right = plan->ends_x - 2 * ZT_AREA_GAP;
    plan->plot_left = plan->ticks.widest + ZT_AREA_GAP;
    plan->total = zt_mark_text_new(chart, total_text(plan), &label, chart->data->kind_at);
}

/* ---- times ---- */

/* The place of an item as a part of the plot's width, 0 to 1: true distances of times; even
   steps where the keys are none or the data ask for them. */
static double along(const zt_area_plan *plan, size_t item)
{
    const zt_chart_time *time = plan->chart->data->time;
    size_t last = plan->items - 1;
    if (!zt_chart_is_timed(plan->chart->data) || time->at[last] <= time->at[0])
        return (double)item / (double)last;
    return (time->at[item] - time->at[0]) / (time->at[last] - time->at[0]);
}

/* x of all items between two edges, points. */
static void place_items(zt_area_plan *plan, double left, double right)
{
    plan->xs = ZT_ARRAY(plan->chart->setting->arena, plan->items, double);
    for (size_t i = 0; i < plan->items; i++)
        plan->xs[i] = left + (right - left) * along(plan, i);
}

/* Round times along the foot; false where the keys have to stand as written. */
static bool plan_axis(zt_area_plan *plan)
{
    const zt_chart *chart = plan->chart;
    if (!zt_chart_is_timed(chart->data) || plan->plot_right <= plan->plot_left)
        return false;
    place_items(plan, plan->plot_left, plan->plot_right);
    plan->axis = (zt_time_axis){.chart = chart,
                                .left = plan->plot_left,
                                .right = plan->plot_right,
                                .reach_end = plan->width,
                                .at = chart->data->time->at,
                                .xs = plan->xs,
                                .points = plan->items};
    plan->timed = zt_time_axis_plan(&plan->axis);
    plan->foot = plan->axis.height;
    return plan->timed;
}

/* Keys as written under the plot, thinned where they would meet. The first and the last lie
   inside the width, so the plot is drawn in where half of one would leave it. */
static void plan_names(zt_area_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    zt_label *labels = ZT_ARRAY(arena, plan->items, zt_label);
    plan->names = ZT_ARRAY(arena, plan->items, zt_mark_text);
    plan->kept = ZT_ARRAY(arena, plan->items, bool);
    for (size_t i = 0; i < plan->items; i++) {
        const zt_chart_item *item = &chart->data->items[i];
        plan->names[i] =
            zt_mark_text_new(chart, item->key, item->highlight ? &strong : &look, item->at);
    }
    double left = zt_max(plan->plot_left, plan->names[0].width / 2);
    double right = zt_min(plan->plot_right, plan->width - plan->names[plan->items - 1].width / 2);
    place_items(plan, left, right);
    for (size_t i = 0; i < plan->items; i++)
        labels[i] = (zt_label){.wanted = plan->xs[i], .size = plan->names[i].width};
    zt_labels_thin(labels, plan->items, look.text.size / 2, plan->kept);
    plan->foot = ZT_CHART_TICK + 1.2 * look.text.size;
}

/* ---- remarks ---- */

/* A highlighted item with the value of its first layer, 2016年：269; that it is of this layer the
   dot shows, and its head where there is room for it. */
static zt_mark_text remark_of(const zt_area_plan *plan, size_t item, const zt_look *look)
{
    const zt_chart *chart = plan->chart;
    const zt_quantity *q = zt_area_value(plan, 0, item);
    zt_arena *arena = chart->setting->arena;
    zt_str value = zt_chart_phrase(arena, chart->data, q, ZT_CHART_BARE);
    zt_str key = chart->data->items[item].key, word = zt_status_word(q);
    zt_str head = plan->layers > 1 ? chart->data->series[plan->order[0]] : (zt_str){0};
    zt_mark_text text = {0};
    for (int i = 0; i < 2; i++, head.len = 0) {
        zt_str whose = zt_chart_joined(chart, key, head);
        zt_str said = zt_chart_joined(chart, value, word);
        zt_str words = zt_str_from(zt_arena_printf(
            arena, ZT_CHART_IN(chart, "%.*s：%.*s", "%.*s: %.*s"), ZT_ARG(whose), ZT_ARG(said)));
        text = zt_mark_text_new(chart, words, look, q->at);
        if (text.width < REMARK_MOST * plan->width)
            break;
    }
    return text;
}

/* Guides along x, which remarks keep clear of. */
static void plan_guides(zt_area_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    zt_guide_axis axis = {plan->plot_left, plan->plot_right, plan->xs, zt_chart_is_timed(data)};
    zt_guides_plan(&plan->guides, &axis);
}

/* Room over the remarks for the guides and for annotations. */
static void plan_over(zt_area_plan *plan)
{
    plan->ties = zt_ties_new(plan->chart);
    plan->ties_height = zt_ties_height(plan->chart, &plan->ties);
    plan->head += zt_guides_height(&plan->guides) + plan->ties_height;
}

/* Whether a hook of a bracket runs down between two x, or nearer to them than `gap`. */
static bool hook_meets(const zt_area_plan *plan, double from, double to, double gap)
{
    const double slack = 1e-6; /* a place beside a hook is rounded */
    for (size_t i = 0; i < 2 * plan->guides.count; i++) {
        const zt_guide_box *box = &plan->guides.boxes[i / 2];
        double hook = i % 2 == 0 ? box->from : box->to;
        if (box->guide->kind == ZT_GUIDE_BRACKET && hook > from - gap + slack &&
            hook < to + gap - slack)
            return true;
    }
    return false;
}

/* x of the left end of a remark, moved off the hooks of brackets: the nearest place beside one of
   them that lies in the frame and meets no other. NAN where there is none, or no room at all. */
static double off_hooks(const zt_area_plan *plan, double from, double width, double gap)
{
    double best = NAN;
    if (width > plan->width)
        return NAN;
    if (!hook_meets(plan, from, from + width, gap))
        return from;
    for (size_t i = 0; i < 4 * plan->guides.count; i++) {
        const zt_guide_box *box = &plan->guides.boxes[i / 4];
        double hook = i % 2 == 0 ? box->from : box->to;
        double x = i % 4 < 2 ? hook - gap - width : hook + gap;
        if (box->guide->kind != ZT_GUIDE_BRACKET || x < 0 || x + width > plan->width ||
            hook_meets(plan, x, x + width, gap))
            continue;
        if (isnan(best) || fabs(x - from) < fabs(best - from))
            best = x;
    }
    return best;
}

/* The remarks that have a place over the plot, or else those that have none: told at the foot. */
static void add_remarks(zt_area_plan *plan, bool with_place)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label");
    for (size_t i = 0; i < plan->items; i++) {
        bool usual = chart->data->items[i].highlight;
        if (!zt_chart_wants_value(chart->data, i, plan->order[0], usual) || !plan->whole[i] ||
            i == plan->last)
            continue;
        zt_mark_text text = remark_of(plan, i, &look);
        double x = zt_clamp(plan->xs[i], text.width / 2, plan->width - text.width / 2);
        double from = off_hooks(plan, x - text.width / 2, text.width, look.text.size / 4);
        if (isnan(from) == with_place)
            continue;
        plan->hung[plan->remark_count] = (zt_hung_label){
            .anchor = plan->xs[i], .from = from, .to = from + text.width, .level = ZT_LEVEL_NONE};
        plan->remarks[plan->remark_count++] = (zt_area_remark){i, text};
    }
}

/* A remark for each highlighted item, or those that label= asks for, hung over the plot in rows so
   that no leader runs through another's words. The last item needs none: its values stand at the
   right. */
static void plan_remarks(zt_area_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    zt_look look = zt_chart_look(chart, "label");
    plan->remarks = ZT_ARRAY(arena, plan->items, zt_area_remark);
    plan->hung = ZT_ARRAY(arena, plan->items, zt_hung_label);
    plan->row = LINE * look.text.size;
    add_remarks(plan, true);
    size_t hung = plan->remark_count;
    add_remarks(plan, false);
    size_t rows = zt_labels_hang(arena, plan->hung, hung, look.text.size / 2, ROWS);
    plan->head = (double)rows * plan->row;
}

/* ---- what is missing ---- */

/* Remarks that cannot stand over the plot, as each would hide the leader of another. */
static void list_remarks(zt_area_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    for (size_t n = 0; n < plan->remark_count; n++) {
        const zt_mark_text *text = &plan->remarks[n].text;
        if (plan->hung[n].level == ZT_LEVEL_NONE)
            zt_foot_list_add(&plan->missing,
                             zt_str_from(zt_arena_printf(
                                 arena, "%s%.*s", zt_foot_list_mark(plan->chart, &plan->missing),
                                 ZT_ARG(text->text))),
                             text->at);
    }
}

/* 2020年东站待补；2020年西站待补, behind the remarks without a place. */
static void plan_missing(zt_area_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    plan->missing = zt_foot_list_new(chart, plan->items * (plan->layers + 1));
    list_remarks(plan);
    for (size_t i = 0; i < plan->items; i++)
        for (size_t k = 0; k < plan->layers; k++) {
            const zt_quantity *q = zt_area_value(plan, k, i);
            if (zt_chart_has_value(q))
                continue;
            zt_str head = chart->data->series[plan->order[k]], key = chart->data->items[i].key;
            zt_str text = q ? q->text : zt_str_from(ZT_CHART_IN(chart, "无数", "no figure"));
            zt_str whose = zt_chart_joined(chart, key, head);
            zt_str words = zt_str_from(zt_arena_printf(
                arena, ZT_CHART_IN(chart, "%s%.*s%.*s", "%s%.*s: %.*s"),
                zt_foot_list_mark(chart, &plan->missing), ZT_ARG(whose), ZT_ARG(text)));
            zt_foot_list_add(&plan->missing, words, q ? q->at : chart->data->items[i].at);
        }
    zt_foot_list_set(chart, &plan->missing, plan->width);
}

/* Whether the leader of a remark runs through what stands from x `from` to x `to` over the plot. */
static bool leader_meets(const zt_area_plan *plan, double from, double to)
{
    for (size_t n = 0; n < plan->remark_count; n++)
        if (plan->hung[n].level != ZT_LEVEL_NONE && plan->hung[n].anchor > from - ZT_AREA_GAP / 2 &&
            plan->hung[n].anchor < to + ZT_AREA_GAP / 2)
            return true;
    return false;
}

/* Unit and sum give way to leaders: up, over all remarks. */
static void plan_crown(zt_area_plan *plan)
{
    double unit = plan->unit.width, total = plan->total.width, gap = plan->ticks.size / 4;
    double left = plan->width - total;
    plan->unit_in_crown =
        unit > 0 && (leader_meets(plan, 0, unit) || hook_meets(plan, 0, unit, gap));
    /* It would leave annotations no room beside it. */
    bool covers =
        plan->ties.count > 0 && left <= plan->plot_left + 2 * zt_note_number_size(plan->chart);
    plan->total_in_crown = total > 0 && (covers || leader_meets(plan, left, plan->width) ||
                                         hook_meets(plan, left, plan->width, gap));
    if (plan->unit_in_crown)
        plan->crown += 1.4 * plan->unit.look.text.size;
    if (plan->total_in_crown)
        plan->crown += 1.2 * plan->total.look.text.size;
    plan->head += plan->crown;
}

/* A share of the width, less when the page is full, never less than the labels at the right or
   the ticks need one under the other. */
static void plan_height(zt_area_plan *plan)
{
    double least = zt_max(PLOT_LEAST, HEIGHT_LEAST * plan->width);
    double natural = zt_max(PLOT, HEIGHT * plan->width), room = 1.1 * plan->guides.column_height;
    for (size_t k = 0; k < plan->layers; k++)
        room += 1.1 * plan->ends[k].height;
    room = zt_max(room, 1.6 * plan->ticks.size * (double)plan->ticks.ticks.count);
    plan->top = plan->head + plan->ticks.size / 2;
    if (plan->unit.width > 0 && !plan->unit_in_crown)
        plan->top += 1.6 * plan->ticks.size;
    if (plan->total.width > 0 && !plan->total_in_crown)
        plan->top = zt_max(plan->top, plan->head + 1.2 * plan->total.look.text.size);
    double fixed = plan->top + plan->foot + plan->missing.height;
    plan->height =
        fixed + zt_max(room, least + (natural - least) * zt_setting_squeeze(plan->chart->setting) -
                                 plan->foot);
    plan->height_max = zt_max(plan->height, HEIGHT_MOST * plan->width + plan->ties_height +
                                                zt_guides_height(&plan->guides));
}

/* Whether a stretch of times is shown, for which bars have no place. */
static bool has_spans(const zt_chart_data *data)
{
    for (size_t i = 0; i < data->guide_count; i++)
        if (data->guides[i].kind == ZT_GUIDE_SPAN)
            return true;
    return false;
}

/* Sums fix the ticks, ticks and ends the sides of the plot; only then items have an x, on which
   remarks hang. Reports chart-too-narrow when the first and the last item lie within two ems of the
   ticks of each other. */
zt_area_plan *zt_area_plan_new(const zt_chart *chart, double width)
{
    zt_area_plan *plan = ZT_NEW(chart->setting->arena, zt_area_plan);
    *plan = (zt_area_plan){.chart = chart,
                           .width = width,
                           .items = chart->data->item_count,
                           .layers = chart->data->series_count};
    plan->guides =
        zt_guides_new(chart, width * (width < NARROW ? ENDS_MOST_NARROW : ENDS_MOST), width);
    plan_order(plan);
    plan_sums(plan);
    plan_ticks(plan);
    plan_ends(plan);
    if (!plan_axis(plan))
        plan_names(plan);
    plan_guides(plan);
    plan_remarks(plan);
    plan_over(plan);
    plan_crown(plan);
    plan_missing(plan);
    plan_height(plan);
    if (plan->xs[plan->items - 1] - plan->xs[0] < 2 * plan->ticks.size)
        zt_report(chart->setting->diags, ZT_ERROR, "chart-too-narrow", chart->block->at,
                  "宽 %.0f 毫米放不下这张面积图：刻度和右侧的标签已占满；应加宽、缩短标签%s%.0s",
                  "a width of %.0f mm leaves this area chart no room between its ticks and the "
                  "labels at the right; make it wider, shorten the labels%.0s%s",
                  zt_mm_from_pt(width), has_spans(chart->data) ? "" : "或改用 bar",
                  has_spans(chart->data) ? "" : " or use bar");
    return plan;
}

/* The labels at the right say those of the last whole item alone, which a series may go beyond. */
const bool *zt_area_find_unsaid(const zt_area_plan *plan)
{
    bool *unsaid = zt_chart_unsaid(plan->chart, false);
    for (size_t k = 0; k < plan->layers && plan->last < plan->items; k++)
        if (zt_chart_wants_value(plan->chart->data, plan->last, k, true))
            unsaid[plan->last * plan->layers + k] = false;
    return unsaid;
}

bool zt_area_check_items(const zt_chart_data *data, zt_diags *diags, const char *kind)
{
    if (!zt_chart_check_items(data, diags, kind))
        return false;
    if (data->item_count > 1)
        return true;
    zt_report(diags, ZT_ERROR, "should-be-bars", data->kind_at,
              "面积图至少要有两个时点，这里只有 %zu 个；应改用 column",
              "an area needs at least two points in time, here is %zu; use column",
              data->item_count);
    return false;
}
