/* Parts of a whole as a ring: exact sectors clockwise from 12 o'clock, the share of the highlighted
   part large in the hole, every part labelled outside with a leader. */
#include "chart/annotation.h"
#include "chart/labels.h"
#include "chart/marks.h"

#include <math.h>

static const size_t most_slices = 5; /* docs/look.md, 16 */
static const double pi = 3.14159265358979323846;

static const zt_attr donut_params[] = {
    {"diameter", ZT_ATTR_LENGTH, NULL, "44mm", "直径", "diameter"},
    {"diameter-min", ZT_ATTR_LENGTH, NULL, "24mm", "最小直径",
     "diameter down to which labels push"},
    {"diameter-max", ZT_ATTR_LENGTH, NULL, "64mm", "最大直径",
     "diameter up to which spare is used"},
    {"hole", ZT_ATTR_NUMBER, NULL, "0.6", "孔径占直径", "diameter of the hole, of the ring's"},
    {"slice-gap", ZT_ATTR_LENGTH, NULL, "0.5mm", "扇区间的白缝", "white line between parts"},
    {"slice-inks", ZT_ATTR_NAMES, NULL, "companion-mid companion-light companion panel key",
     "其余各份依次用墨", "inks of the parts that are not highlighted, in order"},
    {"panel", ZT_ATTR_NAME, NULL, "panel", "不足一百的余下部分用墨",
     "ink of what is left to 100 %"},
    {"leader", ZT_ATTR_LENGTH, NULL, "5mm", "环与标签的距离", "from the ring to the labels"},
    {"value-gap", ZT_ATTR_LENGTH, NULL, "1.5mm", "标签与引线的间隔", "between leaders and labels"},
    {"label-leading", ZT_ATTR_NUMBER, NULL, "1.15", "折行标签的行距",
     "leading of labels that break"},
    {0}};

typedef struct slice {
    const zt_chart_item *item;
    const zt_quantity *quantity;
    double from, to; /* degrees clockwise from 12 o'clock */
    bool right;      /* its label stands at the right of the ring */
    zt_mark_text value, word;
    const zt_para *key;
    double width, height; /* of the label */
} slice;

typedef struct donut_plan {
    const zt_chart *chart;
    double width;
    slice *slices;
    size_t count;
    double sum, whole; /* of the values given; what a full turn stands for */
    const slice *hole; /* whose share stands in the hole; NULL = none */
    double diameter, diameter_max;
    double height; /* of ring and labels, at `diameter` */
    zt_note_list notes;
} donut_plan;

static bool is_percent(const zt_chart_data *data)
{
    return zt_str_is(data->unit, "%");
}

static double sum_of(const zt_chart_data *data)
{
    double sum = 0;
    for (size_t i = 0; i < data->item_count; i++)
        sum += zt_chart_value(data, zt_chart_first_value(&data->items[i]));
    return sum;
}

/* Half a unit of the last place for each value, as rounding leaves it. */
static double rounding_of(const zt_chart_data *data)
{
    double slip = 1e-9;
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_quantity *q = zt_chart_first_value(&data->items[i]);
        if (zt_chart_has_value(q))
            slip += 0.5 * pow(10, -q->printed.decimals);
    }
    return slip;
}

/* Shares in per cent fill a turn at 100; what rounding left over is spread over all. */
static double whole_of(const zt_chart_data *data, double sum)
{
    bool open = is_percent(data) && sum < 100 - rounding_of(data);
    return open ? 100 : sum;
}

static void plan_slices(donut_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    plan->count = data->item_count;
    plan->slices = ZT_ARRAY(plan->chart->setting->arena, plan->count, slice);
    plan->sum = sum_of(data);
    plan->whole = whole_of(data, plan->sum);
    double before = 0;
    for (size_t i = 0; i < plan->count; i++) {
        slice *s = &plan->slices[i];
        s->item = &data->items[i];
        s->quantity = zt_chart_first_value(s->item);
        double value = zt_chart_value(data, s->quantity);
        s->from = plan->whole > 0 ? 360 * before / plan->whole : 0;
        before += value;
        s->to = plan->whole > 0 ? 360 * before / plan->whole : 0;
        s->right = sin((s->from + s->to) / 2 * pi / 180) >= -1e-9;
        if (s->item->highlight && !plan->hole && zt_chart_has_value(s->quantity))
            plan->hole = s;
    }
}

/* The value of the part in the hole is not said twice. */
static void plan_label(donut_plan *plan, slice *s, double most)
{
    const zt_chart *chart = plan->chart;
    const zt_setting *setting = chart->setting;
    zt_look value = zt_chart_look(chart, "value"), plain = zt_chart_look(chart, "label");
    zt_look *look = ZT_NEW(setting->arena, zt_look);
    *look = s->item->highlight ? zt_chart_strong(chart, &plain) : plain;
    if (s->item->highlight)
        value = zt_chart_inked(value, zt_chart_ink(chart, "accent"));
    look->para.align = s->right ? ZT_ALIGN_START : ZT_ALIGN_END;
    look->para.at_sense = true;
    look->para.indent = 0;
    look->para.leading = look->text.size * zt_chart_number(chart, "label-leading");
    zt_run run = {s->item->key, &look->text, s->item->at, false};
    s->key = zt_para_break(setting->arena, setting->diags, &run, 1, &look->para, most);
    s->width = s->key->max_width;
    s->height = s->key->height;
    if (s == plan->hole)
        return;
    zt_str text =
        s->quantity ? zt_chart_phrase(setting->arena, chart->data, s->quantity, ZT_CHART_WITH_UNIT)
                    : ZT_STR("—");
    zt_pos at = s->quantity ? s->quantity->at : s->item->at;
    s->value = zt_mark_text_new(chart, text, &value, at);
    s->word = zt_mark_text_new(chart, zt_chart_status_word(s->quantity), &plain, at);
    double gap = s->word.width > 0 ? zt_chart_length(chart, "value-gap") / 2 : 0;
    s->width = zt_max(s->width, s->value.width + gap + s->word.width);
    s->height += 1.1 * value.text.size;
}

/* Room of a label beside a ring of this diameter. */
static double label_room(const donut_plan *plan, double diameter)
{
    double leader =
        zt_chart_length(plan->chart, "leader") + zt_chart_length(plan->chart, "value-gap");
    return (plan->width - diameter) / 2 - leader;
}

/* Sets all labels beside a ring of this diameter; the most lines that a key takes, or SIZE_MAX when
   one is wider than its room. */
static size_t set_labels(donut_plan *plan, double diameter)
{
    double room = label_room(plan, diameter);
    size_t most = 1;
    bool fits = true;
    for (size_t i = 0; i < plan->count; i++) {
        slice *s = &plan->slices[i];
        plan_label(plan, s, zt_max(room, zt_chart_look(plan->chart, "label").text.size));
        fits = fits && s->width <= room + 0.01;
        most = s->key->line_count > most ? s->key->line_count : most;
    }
    return fits ? most : SIZE_MAX;
}

/* The ring gives way to its labels, down to diameter-min, before a key takes a third line. */
static void plan_ring(donut_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double least = zt_min(zt_chart_length(chart, "diameter-min"), plan->width / 3);
    double natural = zt_clamp(zt_chart_length(chart, "diameter"), least, plan->width);
    double step = (natural - least) / 12, widest = 0;
    natural = least + (natural - least) * (0.4 + 0.6 * chart->setting->fit.leading);
    plan->diameter = natural;
    size_t lines = set_labels(plan, natural);
    while (lines > 2 && plan->diameter - step >= least - 0.01 && step > 0) {
        plan->diameter -= step;
        lines = set_labels(plan, plan->diameter);
    }
    if (lines == SIZE_MAX)
        zt_report(chart->setting->diags, ZT_ERROR, "chart-too-narrow", chart->block->at,
                  "宽 %.0f 点放不下这张环形图的标签；应加宽或缩短标签",
                  "a width of %.0f pt is too little for the labels of this ring; make it wider or "
                  "shorten the labels",
                  plan->width);
    for (size_t i = 0; i < plan->count; i++)
        widest = zt_max(widest, plan->slices[i].width);
    double most = plan->width - 2 * (widest + (plan->width - plan->diameter) / 2 -
                                     label_room(plan, plan->diameter));
    plan->diameter_max =
        zt_max(plan->diameter, zt_min(most, zt_chart_length(chart, "diameter-max")));
}

static double label_gap(const donut_plan *plan)
{
    return 0.25 * zt_chart_look(plan->chart, "label").text.size;
}

static size_t side_labels(const donut_plan *plan, bool right, zt_label *labels)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->count; i++)
        if (plan->slices[i].right == right)
            labels[count++] = (zt_label){.size = plan->slices[i].height};
    return count;
}

static donut_plan *donut_plan_new(const zt_chart *chart, double width)
{
    donut_plan *plan = ZT_NEW(chart->setting->arena, donut_plan);
    plan->chart = chart;
    plan->width = width;
    plan_slices(plan);
    plan_ring(plan);
    plan->height = plan->diameter;
    zt_label *labels = ZT_ARRAY(chart->setting->arena, plan->count, zt_label);
    for (int right = 0; right < 2; right++) {
        size_t count = side_labels(plan, right, labels);
        plan->height = zt_max(plan->height, zt_labels_room(labels, count, label_gap(plan)));
    }
    plan->notes = zt_note_list_new(chart, width);
    return plan;
}

static zt_extent donut_measure(const zt_chart *chart, double width)
{
    const donut_plan *plan = donut_plan_new(chart, width);
    double most = zt_max(plan->height, plan->diameter_max);
    return (zt_extent){plan->height + plan->notes.height, most + plan->notes.height};
}

/* ---- drawing ---- */

typedef struct ring {
    const donut_plan *plan;
    zt_point centre;
    double outer, inner, height;
} ring;

static zt_point on_ring(const ring *r, double radius, double angle_deg)
{
    double a = angle_deg * pi / 180;
    return (zt_point){r->centre.x + radius * sin(a), r->centre.y - radius * cos(a)};
}

/* The highlighted parts in the accent, the others in the order of slice-inks. */
static const zt_ink *slice_ink(const donut_plan *plan, size_t index)
{
    if (plan->slices[index].item->highlight)
        return zt_chart_ink(plan->chart, "accent");
    size_t order = 0;
    for (size_t i = 0; i < index; i++)
        order += !plan->slices[i].item->highlight;
    zt_str names = zt_block_word(plan->chart->block, "slice-inks"), rest = names, word = {0};
    for (size_t i = 0; i <= order; i++)
        if (!zt_str_word(&rest, &word)) {
            rest = names;
            zt_str_word(&rest, &word);
        }
    return zt_setting_ink(plan->chart->setting,
                          zt_str_copy(plan->chart->setting->arena, word).data);
}

static void fill_sector(const ring *r, zt_group *into, zt_pos at, double from, double to,
                        const zt_ink *ink)
{
    zt_path *path = zt_scene_add_path(r->plan->chart->setting->scene, into, at);
    zt_path_sector(path, r->centre, r->inner, r->outer, from, to);
    path->fill = ZT_SOLID(ink);
    zt_path_done(path);
}

/* White lines lie over the borders, so that the sectors keep their exact angles; beside a thin
   slice they grow thin too, lest they hide it. */
static void draw_borders(const ring *r, zt_group *into)
{
    const donut_plan *plan = r->plan;
    double line = zt_chart_length(plan->chart, "slice-gap"), thinnest = 360;
    size_t shown = plan->sum < plan->whole ? 1 : 0;
    for (size_t i = 0; i < plan->count; i++) {
        double angle = plan->slices[i].to - plan->slices[i].from;
        if (angle <= 0)
            continue;
        thinnest = zt_min(thinnest, angle);
        shown++;
    }
    if (shown < 2)
        return;
    line = zt_min(line, 0.3 * thinnest * pi / 180 * r->inner);
    for (size_t i = 0; i <= plan->count; i++) {
        double angle = i < plan->count ? plan->slices[i].from : plan->slices[i - 1].to;
        if (i > 0 && i < plan->count && angle == plan->slices[i - 1].from)
            continue;
        zt_scene_rule(plan->chart->setting->scene, into, plan->chart->data->kind_at,
                      on_ring(r, r->inner, angle), on_ring(r, r->outer, angle), line,
                      ZT_SOLID(&zt_ink_paper));
    }
}

static void draw_ring(const ring *r, zt_group *into)
{
    const donut_plan *plan = r->plan;
    for (size_t i = 0; i < plan->count; i++) {
        const slice *s = &plan->slices[i];
        if (s->to > s->from)
            fill_sector(r, into, s->item->at, s->from, s->to, slice_ink(plan, i));
    }
    double used = plan->whole > 0 ? 360 * plan->sum / plan->whole : 0;
    if (used < 360 - 1e-6)
        fill_sector(r, into, plan->chart->data->kind_at, used, 360,
                    zt_chart_ink(plan->chart, "panel"));
    draw_borders(r, into);
}

/* A copy of the value that prints its unit: 14.6 in a chart of unit % stands as 14.6%. */
static const zt_quantity *with_unit(const zt_chart *chart, const zt_quantity *quantity)
{
    zt_quantity *copy = ZT_NEW(chart->setting->arena, zt_quantity);
    *copy = *quantity;
    copy->text = zt_chart_phrase(chart->setting->arena, chart->data, quantity, ZT_CHART_WITH_UNIT);
    return copy;
}

/* As large as the part's style, smaller where the hole is: corner to corner inside the circle. */
static void draw_hole(const ring *r, zt_group *into)
{
    const zt_chart *chart = r->plan->chart;
    if (!r->plan->hole)
        return;
    zt_look look = zt_chart_look(chart, "figure");
    zt_figure_style style = {
        .look = zt_chart_inked(look, zt_chart_ink(chart, "accent")),
        .unit_ratio = zt_chart_number(chart, "unit-ratio"),
        .gap = zt_chart_number(chart, "unit-gap"),
        .han_ratio = zt_chart_number(chart, "han-ratio"),
        .small_ink = look.ink,
        .missing = zt_chart_look(chart, "missing"),
    };
    const zt_quantity *share = with_unit(chart, r->plan->hole->quantity);
    const zt_figure *figure = zt_figure_new(chart->setting, share, &style);
    double diagonal = hypot(figure->width, figure->ascent), room = 2 * 0.88 * r->inner;
    if (diagonal > room) {
        style.look = zt_look_at_size(&style.look, style.look.text.size * room / diagonal);
        figure = zt_figure_new(chart->setting, share, &style);
    }
    zt_figure_place(figure, chart->setting, into, r->centre.x - figure->width / 2,
                    r->centre.y + figure->ascent / 2);
}

static void draw_label(const ring *r, const slice *s, zt_group *into, double x, double y)
{
    const zt_chart *chart = r->plan->chart;
    zt_align align = s->right ? ZT_ALIGN_START : ZT_ALIGN_END;
    double top = y - s->height / 2, line = 1.1 * s->value.look.text.size;
    double way = s->right ? 1 : -1;
    if (s->value.width > 0) {
        double gap = zt_chart_length(chart, "value-gap") / 2, middle = top + line / 2;
        bool word_first = s->word.width > 0 && !s->right;
        const zt_mark_text *near = word_first ? &s->word : &s->value;
        const zt_mark_text *far = word_first ? &s->value : &s->word;
        zt_mark_text_centre(chart, near, into, align, x, middle);
        zt_mark_text_centre(chart, far, into, align, x + way * (near->width + gap), middle);
        top += line;
    }
    zt_para_place(s->key, chart->setting->scene, into, s->right ? x : x - s->key->width, top, 0,
                  SIZE_MAX);
}

/* From the ring straight out, then to the label: on the level of its start a line outside the
   circle never meets it. */
static void draw_leader(const ring *r, const slice *s, zt_group *into, double x, double y)
{
    const zt_chart *chart = r->plan->chart;
    double way = s->right ? 1 : -1, gap = zt_chart_length(chart, "value-gap") / 2;
    zt_point from = on_ring(r, r->outer + gap / 2, (s->from + s->to) / 2);
    double elbow = r->centre.x + way * (r->outer + gap + zt_chart_length(chart, "leader") / 3);
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, s->item->at);
    zt_path_move(path, from.x, zt_clamp(from.y, 0, r->height));
    zt_path_line(path, elbow, zt_clamp(from.y, 0, r->height));
    zt_path_line(path, x - way * gap, y);
    path->stroke = ZT_SOLID(zt_chart_ink(chart, "axis-ink"));
    path->width = zt_chart_length(chart, "axis-line");
    zt_path_done(path);
}

static void draw_side(const ring *r, zt_group *labels, zt_group *leaders, bool right)
{
    const donut_plan *plan = r->plan;
    zt_label *places = ZT_ARRAY(plan->chart->setting->arena, plan->count, zt_label);
    size_t count = side_labels(plan, right, places), k = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const slice *s = &plan->slices[i];
        if (s->right == right)
            places[k++].wanted = on_ring(r, r->outer, (s->from + s->to) / 2).y;
    }
    zt_labels_spread(plan->chart->setting->arena, places, count, label_gap(plan), 0, r->height);
    double out = r->outer + zt_chart_length(plan->chart, "leader") +
                 zt_chart_length(plan->chart, "value-gap");
    double x = r->centre.x + (right ? out : -out);
    k = 0;
    for (size_t i = 0; i < plan->count; i++) {
        if (plan->slices[i].right != right)
            continue;
        draw_leader(r, &plan->slices[i], leaders, x, places[k].centre);
        draw_label(r, &plan->slices[i], labels, x, places[k++].centre);
    }
}

static void donut_draw(const zt_chart *chart, double width, double height, zt_group *into)
{
    const donut_plan *plan = donut_plan_new(chart, width);
    double room = zt_max(plan->height, height - plan->notes.height);
    double diameter = zt_clamp(room, plan->diameter, plan->diameter_max);
    ring r = {.plan = plan, .height = zt_max(plan->height, diameter), .outer = diameter / 2};
    r.centre = (zt_point){width / 2, r.height / 2};
    r.inner = r.outer * zt_clamp(zt_chart_number(chart, "hole"), 0, 0.95);
    zt_group *bars = zt_mark_layer(chart, into, "bars", width, height);
    zt_group *leaders = zt_mark_layer(chart, into, "axis", width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", width, height);
    draw_ring(&r, bars);
    draw_hole(&r, labels);
    draw_side(&r, labels, leaders, true);
    draw_side(&r, labels, leaders, false);
    zt_note_list_place(chart, &plan->notes, labels, r.height);
}

/* ---- checking ---- */

static bool check_values(const zt_chart_data *data, zt_diags *diags)
{
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_quantity *q = zt_chart_first_value(&data->items[i]);
        if (zt_chart_value(data, q) >= 0)
            continue;
        zt_report(diags, ZT_ERROR, "should-be-bars", q->at,
                  "“%.*s”的值是 %.*s：负数不能是整体的一部分；应改用 bar 或 diverging",
                  "“%.*s” is %.*s: a part of a whole cannot be negative; use bar or diverging",
                  ZT_ARG(data->items[i].key), ZT_ARG(q->text));
        return false;
    }
    return true;
}

static void check_sum(const zt_chart_data *data, zt_diags *diags)
{
    double sum = sum_of(data), slip = rounding_of(data);
    if (!is_percent(data) || fabs(sum - 100) <= slip)
        return;
    zt_buf buf;
    zt_arena *scratch = zt_arena_new();
    zt_buf_init(&buf, scratch);
    zt_buf_number(&buf, sum, 2);
    if (sum > 100)
        zt_report(diags, ZT_WARNING, "share-over-100", data->kind_at, "各份相加为 %s%%，超过 100%%",
                  "the shares add up to %s%%, more than 100%%", buf.data);
    else
        zt_report(diags, ZT_WARNING, "share-under-100", data->kind_at,
                  "各份相加为 %s%%，不足 100%%；余下部分画成底色",
                  "the shares add up to %s%%, less than 100%%; the rest is drawn as ground",
                  buf.data);
    zt_arena_drop(scratch);
}

static bool donut_check(const zt_chart_data *data, zt_diags *diags)
{
    if (!zt_chart_check_items(data, diags, "donut") ||
        !zt_chart_check_one_series(data, diags, "donut") || !check_values(data, diags))
        return false;
    if (data->item_count > most_slices) {
        zt_report(diags, ZT_ERROR, "too-many-slices", data->kind_at,
                  "环形图有 %zu 份，最多 %zu 份才看得清；应合并为“其他”或改用 rank",
                  "the ring has %zu parts, at most %zu can be told apart; merge some or use rank",
                  data->item_count, most_slices);
        return false;
    }
    check_sum(data, diags);
    return true;
}

const zt_chart_kind zt_chart_kind_donut = {
    .name = "donut",
    .params = donut_params,
    .doc = "环形图：最多五份，重点份额大字放在孔中，各份用引线标注",
    .check = donut_check,
    .measure = donut_measure,
    .draw = donut_draw,
};
