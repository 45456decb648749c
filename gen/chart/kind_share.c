/* Shares of one base: a strip each, all on one scale from 0 to 100 %, the value after the fill, the
   base named once at the 100 % end. */
#include "chart/annotation.h"
#include "chart/marks.h"
#include "chart/chart_words.h"

/* In points, or shares of what is named. */
static const double STRIP_LEAST = ZT_MM(7);      /* height when the page is full */
static const double STRIP_LEAST_MANY = ZT_MM(4); /* the same of more than MANY strips */
enum { MANY = 14 };
static const double STRIP_MOST = ZT_MM(14); /* when there is height to spare */
static const double STRIP_GAP = ZT_MM(2.1); /* from strip to strip */
static const double VALUE_GAP = ZT_MM(2);   /* from the fill to its value */
static const double LABEL_GAP = ZT_MM(3);   /* from the names to the strips */
static const char PANEL[] = "panel";        /* ink: what is left to 100 % */
static const double SCALE_GAP = ZT_MM(0.8); /* from strips to ticks */

static const double LABELS_MOST = 0.28; /* widest column of names, of the width */
static const double STACK_BELOW =
    0.6; /* strips shorter than this part of the width have their names above */
static const double INSIDE_ABOVE = 80; /* per cent: a larger share has its value in the fill */

typedef struct share_params {
    zt_length strip;
    double digits;
} share_params;

static const zt_param rows[] = {
    {"strip", ZT_PARAM_EM(share_params, strip, "label"), NULL, "10mm", "条高", "height of a strip"},
    {"digits", ZT_PARAM(share_params, digits, NUMBER), NULL, "0.82", "数字字号占条高",
     "size of the digits, of the strip"},
    {0}};

typedef struct share_strip {
    const zt_chart_item *item;
    const zt_quantity *quantity; /* NULL: the item is not in the series */
    zt_words label;
    const zt_figure *figure; /* NULL when there is no quantity */
    zt_mark_text word;
    double value;  /* per cent */
    double beyond; /* width of figure and word of standing */
    bool inside;   /* the value stands within the fill, */
    bool plated;   /* and there on a plate of the ground */
    const zt_ink *ink;
} share_strip;

typedef struct share_plan {
    const zt_chart *chart;
    double width, left; /* of the whole; left edge of the strips */
    bool stacked;       /* names over their strips */
    double lead;        /* height of a name over its strip */
    share_strip *strips;
    size_t count;
    double height, height_max; /* of a strip */
    double gap, value_gap, word_gap;
    zt_mark_text words[3]; /* under the scale: 0, 50, the base; no text where there is no room */
    double base_drop;      /* the base on a second line, when it is long */
    double axis;           /* from the last strip to the foot of the words */
    zt_note_list notes;
} share_plan;

/* Points that stand for 100 %: the same for all strips. */
static double strip_width(const share_plan *plan)
{
    return plan->width - plan->left;
}

/* Length of the fill, exactly in proportion to the share. */
static double fill_width(const share_plan *plan, const share_strip *s)
{
    return s->value / 100 * strip_width(plan);
}

/* One highlighted share in the accent, the others muted; without any, all are the message. */
static const zt_ink *strip_ink(const share_plan *plan, const share_strip *s)
{
    bool accent = s->item->highlight || !zt_chart_has_highlight(plan->chart->data);
    const zt_chart_params *p = plan->chart->params;
    return zt_chart_key_ink(plan->chart, s->item->key, accent ? p->accent : p->rest);
}

/* Breaks all names at `limit` and finds the left edge that the widest of them leaves to the strips,
   and the height of the tallest. */
static void plan_labels(share_plan *plan, double limit)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "name");
    double longest = 0;
    plan->lead = 0;
    for (size_t i = 0; i < plan->count; i++) {
        share_strip *s = &plan->strips[i];
        s->label = zt_words_within(chart, s->item->key, &look, s->item->at, limit, ZT_ALIGN_START);
        longest = zt_max(longest, s->label.width);
        plan->lead = zt_max(plan->lead, s->label.height);
    }
    plan->left = longest + LABEL_GAP;
}

/* Beside the strips, as wide as the longest name; over them in a narrow column. */
static void plan_columns(share_plan *plan)
{
    const zt_chart *chart = plan->chart;
    plan_labels(plan, LABELS_MOST * plan->width);
    plan->stacked = strip_width(plan) < STACK_BELOW * plan->width || plan->lead > plan->height;
    if (!plan->stacked) {
        plan->lead = 0;
        return;
    }
    plan_labels(plan, plan->width);
    plan->left = 0;
    plan->lead += 0.3 * zt_chart_look(chart, "name").text.size;
}

/* Digits as high as the strip allows, in the strip's ink. Within the fill they are white; on
   hatching, and where they are too small for that, they stand on a plate of the ground. */
static void set_value(share_plan *plan, share_strip *s, double room)
{
    const share_params *p = plan->chart->own;
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "figure");
    double size = zt_min(look.text.size, p->digits * plan->height);
    zt_look sized = zt_look_at_size(&look, size);
    const zt_ink *muted = look.ink;
    const zt_ink *ink = s->ink == chart->params->accent ? s->ink : muted;
    double least = chart->setting->template_->theme->limits.reversed_multi;
    s->plated = s->inside && (zt_mark_fill_of(s->quantity) != ZT_MARK_SOLID || size < least);
    bool reversed = s->inside && !s->plated;
    zt_figure_style style = zt_chart_figure_style(chart, sized, reversed ? &zt_ink_paper : ink);
    if (reversed) {
        style.small_ink = NULL;
        style.least = least;
    }
    double word = s->word.width > 0 ? plan->word_gap + s->word.width : 0;
    s->figure = zt_chart_figure_within(chart, s->quantity, style, room - word);
    s->beyond = s->figure->width + word;
}

/* What is left between the fill and the end of the strip, less a gap on both sides. */
static double room_outside(const share_plan *plan, const share_strip *s)
{
    return strip_width(plan) - fill_width(plan, s) - 2 * plan->value_gap;
}

/* After the fill; within it when it leaves too little, or above 80 %. */
static void plan_value(share_plan *plan, share_strip *s)
{
    const zt_chart *chart = plan->chart;
    double outside = room_outside(plan, s), within = fill_width(plan, s) - 2 * plan->value_gap;
    zt_look plain = zt_chart_look(chart, "label");
    s->ink = strip_ink(plan, s);
    if (!s->quantity)
        return;
    s->word =
        zt_mark_text_new(chart, zt_chart_item_label(chart, s->item).words, &plain, s->quantity->at);
    set_value(plan, s, strip_width(plan));
    bool much = s->value > INSIDE_ABOVE;
    if ((much || s->beyond > outside) && (s->beyond <= within || within > outside))
        s->inside = true;
    set_value(plan, s, s->inside ? within : outside);
    if (s->beyond > (s->inside ? within : outside) + 0.01)
        zt_report(chart->setting->diags, ZT_ERROR, "chart-too-narrow", chart->block->at,
                  "宽 %.0f 毫米放不下“%.*s”的占比条和数值；应加宽或缩短数值",
                  "a width of %.0f mm is too little for the strip and the value of “%.*s”; make "
                  "it wider or shorten the value",
                  zt_mm_from_pt(plan->width), ZT_ARG(s->item->key));
}

/* What the 100 % are: the whole that the first share with among= names, else only 100%. All shares
   have one whole (zt_chart_check_shares). */
static zt_str base_name(const share_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_chart_item *item = plan->strips[i].item;
        const zt_quantity *share = item->share ? item->share : plan->strips[i].quantity;
        if (share && share->among.len > 0)
            return zt_str_from(zt_arena_printf(arena, "%.*s100%%", ZT_ARG(share->among)));
    }
    return ZT_STR("100%");
}

/* 0, 50 and the base under the scale: 50 gives way first, then the base takes a line of its own. */
static void plan_axis(share_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label");
    zt_str texts[3] = {ZT_STR("0"), ZT_STR("50"), base_name(plan)};
    for (int i = 0; i < 3; i++)
        plan->words[i] = zt_mark_text_new(chart, texts[i], &look, chart->data->kind_at);
    double wide = strip_width(plan), apart = look.text.size, base = plan->words[2].width;
    if (wide / 2 + plan->words[1].width / 2 + apart > wide - base)
        plan->words[1].text.len = 0;
    double line = 1.1 * look.text.size;
    if (plan->words[0].width + apart > wide - base)
        plan->base_drop = line;
    plan->axis = SCALE_GAP + ZT_CHART_TICK + line + plan->base_drop;
}

/* The height of the strips, and the values in the type that it allows. */
static void set_height(share_plan *plan, double height)
{
    plan->height = height;
    for (size_t i = 0; i < plan->count; i++)
        plan_value(plan, &plan->strips[i]);
}

/* Names, then values at the natural height of a strip; on a full page strips are lower, as far as
   the squeeze of the fit goes. */
static share_plan *share_plan_new(const zt_chart *chart, double width)
{
    const share_params *p = chart->own;
    share_plan *plan = ZT_NEW(chart->setting->arena, share_plan);
    *plan = (share_plan){.chart = chart, .width = width, .count = chart->data->item_count};
    double least = chart->data->item_count > MANY ? STRIP_LEAST_MANY : STRIP_LEAST;
    double natural = zt_max(least, zt_chart_points(chart, p->strip));
    plan->height = least + (natural - least) * zt_setting_squeeze(chart->setting);
    plan->height_max = zt_max(plan->height, STRIP_MOST);
    plan->gap = STRIP_GAP;
    plan->value_gap = VALUE_GAP;
    plan->word_gap = plan->value_gap / 2;
    plan->strips = ZT_ARRAY(chart->setting->arena, plan->count, share_strip);
    for (size_t i = 0; i < plan->count; i++) {
        plan->strips[i].item = &chart->data->items[i];
        plan->strips[i].quantity = zt_chart_first_value(plan->strips[i].item);
        plan->strips[i].value = zt_chart_value(chart->data, plan->strips[i].quantity);
    }
    plan_columns(plan);
    set_height(plan, plan->height);
    plan_axis(plan);
    plan->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}

/* Height of all that does not grow: names over strips, gaps, scale and notes. */
static double fixed_height(const share_plan *plan)
{
    double count = (double)plan->count;
    return count * plan->lead + (count - 1) * plan->gap + plan->axis + plan->notes.height;
}

/* Only strips grow, and with them the digits in them. */
static zt_chart_plan share_plan_chart(const zt_chart *chart, double width)
{
    const share_plan *plan = share_plan_new(chart, width);
    double fixed = fixed_height(plan), count = (double)plan->count;
    return (zt_chart_plan){
        .extent = {fixed + count * plan->height, fixed + count * plan->height_max}, .own = plan};
}

/* Top of a strip in the plot; its name, where it stands above, ends there. */
static double strip_top(const share_plan *plan, size_t i)
{
    return plan->lead + (double)i * (plan->height + plan->gap + plan->lead);
}

/* The ground stands for the whole 100 %, the fill for the share. An approximate share has an open
   end. */
static void draw_strip(const share_plan *plan, zt_group *into, zt_group *ground, size_t i)
{
    const zt_chart *chart = plan->chart;
    const share_strip *s = &plan->strips[i];
    double fill = fill_width(plan, s), top = strip_top(plan, i);
    zt_rect whole = {plan->left, top, strip_width(plan), plan->height};
    zt_scene_fill_rect(chart->setting->scene, ground, s->item->at, whole,
                       ZT_SOLID(zt_setting_ink(plan->chart->setting, PANEL)));
    if (fill <= 0)
        return;
    zt_rect rect = {plan->left, top, fill, plan->height};
    zt_mark_bar(chart, into, s->quantity->at, rect, zt_mark_fill_of(s->quantity), s->ink);
    if (zt_chart_is_open(s->quantity))
        zt_mark_open_end(chart, into, s->quantity->at,
                         (zt_point){plan->left + fill, top + plan->height / 2},
                         zt_min(0.2 * plan->height, 0.4 * plan->value_gap), s->ink);
}

/* Hatching would run through the value, and small white type fill in: a plate of the ground parts
   them. */
static void draw_plate(const share_plan *plan, zt_group *into, const share_strip *s, double middle)
{
    if (!s->plated)
        return;
    double pad = plan->value_gap / 2, right = plan->left + fill_width(plan, s) - pad;
    double half = zt_min(s->figure->ascent / 2 + pad, plan->height / 2);
    zt_scene_fill_rect(
        plan->chart->setting->scene, into, s->item->at,
        (zt_rect){right - s->beyond - 2 * pad, middle - half, s->beyond + 2 * pad, 2 * half},
        ZT_SOLID(zt_setting_ink(plan->chart->setting, PANEL)));
}

/* Name and value of a strip; a dash where the item has none. */
static void draw_texts(const share_plan *plan, zt_group *into, size_t i)
{
    const zt_chart *chart = plan->chart;
    const share_strip *s = &plan->strips[i];
    double top = strip_top(plan, i), middle = top + plan->height / 2;
    if (plan->stacked)
        zt_words_place(chart, &s->label, into, 0, top - plan->lead);
    else
        zt_words_centre(chart, &s->label, into, 0, middle);
    double end = plan->left + fill_width(plan, s);
    double x = s->inside ? end - plan->value_gap - s->beyond : end + plan->value_gap;
    if (!s->quantity) {
        zt_look look = zt_chart_look(chart, "value");
        zt_mark_text none = zt_mark_text_new(chart, ZT_STR("—"), &look, s->item->at);
        zt_mark_text_centre(chart, &none, into, ZT_ALIGN_START, x, middle);
        return;
    }
    draw_plate(plan, into, s, middle);
    double baseline = middle + s->figure->ascent / 2;
    zt_figure_place(s->figure, chart->setting, into, x, baseline);
    zt_mark_text_baseline(chart, &s->word, into, ZT_ALIGN_START,
                          x + s->figure->width + plan->word_gap, baseline);
}

/* Ticks at every quarter under the last strip, words at 0, 50 and the base. */
static void draw_scale(const share_plan *plan, zt_group *into, zt_group *labels, double y)
{
    const zt_chart *chart = plan->chart;
    double tick = ZT_CHART_TICK, line = ZT_CHART_AXIS_LINE;
    y += SCALE_GAP;
    for (int i = 0; i <= 4; i++) {
        /* the outer ticks lie within the strips' edges */
        double x = plan->left + line / 2 + (strip_width(plan) - line) * i / 4;
        zt_mark_rule(chart, into, (zt_point){x, y}, (zt_point){x, y + tick}, line);
    }
    double baseline = y + tick + 0.98 * plan->words[0].look.text.size;
    zt_mark_text_baseline(chart, &plan->words[0], labels, ZT_ALIGN_START, plan->left, baseline);
    zt_mark_text_baseline(chart, &plan->words[1], labels, ZT_ALIGN_CENTRE,
                          plan->left + strip_width(plan) / 2, baseline);
    zt_mark_text_baseline(chart, &plan->words[2], labels, ZT_ALIGN_END, plan->width,
                          baseline + plan->base_drop);
}

/* Higher strips hold larger figures: those are set anew, on a copy. */
static share_plan *with_spare(const share_plan *plan, double height)
{
    share_plan *higher = ZT_NEW(plan->chart->setting->arena, share_plan);
    double each = (height - fixed_height(plan)) / (double)plan->count;
    *higher = *plan;
    each = zt_clamp(each, plan->height, plan->height_max);
    if (each <= plan->height)
        return higher;
    higher->strips = ZT_ARRAY(plan->chart->setting->arena, plan->count, share_strip);
    for (size_t i = 0; i < plan->count; i++) {
        higher->strips[i] = plan->strips[i];
        higher->strips[i].inside = false;
    }
    set_height(higher, each);
    return higher;
}

/* Layers from below: grounds, fills, scale, words, so that words stand over all marks. */
static void share_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const share_plan *plan = with_spare(planned->own, height);
    const zt_chart *chart = plan->chart;
    double width = plan->width;
    zt_group *ground = zt_mark_layer(chart, into, "ground", width, height);
    zt_group *bars = zt_mark_layer(chart, into, "bars", width, height);
    zt_group *axis = zt_mark_layer(chart, into, "axis", width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", width, height);
    for (size_t i = 0; i < plan->count; i++) {
        draw_strip(plan, bars, ground, i);
        draw_texts(plan, labels, i);
    }
    double foot = strip_top(plan, plan->count - 1) + plan->height;
    draw_scale(plan, axis, labels, foot);
    zt_note_list_place(chart, &plan->notes, labels, foot + plan->axis);
}

/* One series, shares from 0 to 100 % of one whole. Their sum is not asked: shares of one whole need
   not be all of it. */
static bool share_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good = zt_chart_check_items(data, diags, "share") &&
                zt_chart_check_one_series(data, diags, "share");
    return good && zt_chart_check_shares(data, diags);
}

const zt_chart_kind zt_chart_kind_share = {
    .name = "share",
    .spans = {4, 3, 12},
    .params = {rows, sizeof(share_params)},
    .zh = "占比图：同一总体的几个占比，一条一个，同一把 0 到 100% 的尺",
    .en = "Shares of one whole, one a row, all on one scale from 0 to 100%",
    .check = share_check,
    .plan = share_plan_chart,
    .draw = share_draw,
};
