/* Parts of a whole as a ring: exact sectors clockwise from 12 o'clock, the share of the highlighted
   part large in the hole, every part labelled outside with a leader. */
#include "chart/donut_imp.h"
#include "chart/whole.h"

#include <math.h>
#include <string.h>

/* In points, or shares of what is named. */
static const double SLICE_GAP = ZT_MM(0.5); /* the white line between two parts */
static const char PANEL[] = "panel";        /* ink: what is left to 100 % */

static const size_t most_slices = 5; /* more cannot be told apart */
enum { SIZES_TRIED = 24 };
static const double pi = 3.14159265358979323846;

const zt_param zt_donut_rows[] = {
    {"diameter", ZT_PARAM_EM(zt_donut_params, diameter, "label"), NULL, "44mm", "直径", "diameter"},
    {"diameter-max", ZT_PARAM_EM(zt_donut_params, diameter_max, "label"), NULL, "64mm", "最大直径",
     "diameter up to which spare is used"},
    {"slice-inks", ZT_PARAM(zt_donut_params, slice_inks, INKS), NULL,
     "companion-mid companion-light companion panel key", "其余各份依次用墨",
     "inks of the parts that are not highlighted, in order"},
    {0}};

typedef struct ring {
    const zt_donut_plan *plan;
    zt_point centre;
    double outer, inner, height;
} ring;

/* A point of the ring that is drawn, in the frame of the plot. */
static zt_point on_ring(const ring *r, double radius, double angle_deg)
{
    zt_point p = zt_donut_point(angle_deg, radius);
    return (zt_point){r->centre.x + p.x, r->centre.y + p.y};
}

/* The highlighted parts in the accent, the others in the order of slice-inks. */
static const zt_ink *slice_ink(const zt_donut_plan *plan, size_t index)
{
    const zt_donut_params *p = plan->chart->own;
    const zt_ink *own = zt_chart_key_ink(plan->chart, plan->slices[index].item->key, NULL);
    if (own || plan->slices[index].item->highlight)
        return own ? own : plan->chart->params->accent;
    size_t order = 0;
    for (size_t i = 0; i < index; i++)
        order += !plan->slices[i].item->highlight;
    return zt_inks_at(p->slice_inks, order);
}

/* White lines lie over the borders, so that the sectors keep their exact angles; beside a thin
   slice they grow thin too, lest they hide it. */
static void draw_borders(const ring *r, zt_group *into)
{
    const zt_donut_plan *plan = r->plan;
    double line = SLICE_GAP, thinnest = 360;
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
    /* A white line must still print; where it would eat a slice there is none. */
    double arc = thinnest * pi / 180 * (plan->full ? r->outer / 2 : r->inner);
    double least = plan->chart->setting->template_->theme->limits.tint_rule;
    line = zt_max(zt_min(line, 0.3 * arc), least);
    if (line > 0.6 * arc)
        return;
    for (size_t i = 0; i <= plan->count; i++) {
        double angle = i < plan->count ? plan->slices[i].from : plan->slices[i - 1].to;
        if (i > 0 && i < plan->count && angle == plan->slices[i - 1].from)
            continue;
        zt_scene_rule(plan->chart->setting->scene, into, plan->chart->data->kind_at,
                      on_ring(r, r->inner, angle), on_ring(r, r->outer, angle), line,
                      ZT_SOLID(&zt_ink_paper));
    }
}

/* Approximate shares have an open end where the next one begins; the circle closes at 12. */
static void draw_open_ends(const ring *r, zt_group *into)
{
    const zt_donut_plan *plan = r->plan;
    double middle = (r->inner + r->outer) / 2, radius = 0.09 * (r->outer - r->inner);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_slice *s = &plan->slices[i];
        if (s->to > s->from && zt_chart_is_open(s->quantity))
            zt_mark_open_end(plan->chart, into, s->item->at, on_ring(r, middle, s->to), radius,
                             slice_ink(plan, i));
    }
}

/* Sectors at their exact angles; what the shares leave to 100 % is drawn in the ground's ink. White
   borders and open ends lie over them. */
static void draw_ring(const ring *r, zt_group *into)
{
    const zt_donut_plan *plan = r->plan;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_slice *s = &plan->slices[i];
        zt_mark_sector sector = {r->centre, r->inner, r->outer, s->from, s->to};
        if (s->to > s->from)
            zt_mark_ring(plan->chart, into, s->item->at, &sector, zt_mark_fill_of(s->quantity),
                         slice_ink(plan, i));
    }
    zt_mark_sector rest = {r->centre, r->inner, r->outer, 0, 360};
    if (plan->whole > 0)
        rest.from = 360 * plan->sum / plan->whole;
    if (rest.from < 360 - 1e-6)
        zt_mark_ring(plan->chart, into, plan->chart->data->kind_at, &rest, ZT_MARK_SOLID,
                     zt_setting_ink(plan->chart->setting, PANEL));
    draw_borders(r, into);
    draw_open_ends(r, into);
}

/* The share in the middle of the hole. */
static void draw_hole(const ring *r, zt_group *into)
{
    const zt_figure *figure = zt_donut_figure(r->plan, r->inner);
    if (figure)
        zt_figure_place(figure, r->plan->chart->setting, into, r->centre.x - figure->width / 2,
                        r->centre.y + figure->ascent / 2);
}

/* Value and word of standing, the value at the side of the ring when that is the left one. */
static double draw_value(const ring *r, const zt_slice *s, zt_group *into, double x, double top)
{
    const zt_chart *chart = r->plan->chart;
    double line = zt_mark_text_height(&s->value), way = s->right ? 1 : -1;
    zt_align align = s->right ? ZT_ALIGN_START : ZT_ALIGN_END;
    bool word_first = s->word.width > 0 && !s->right;
    const zt_mark_text *near = word_first ? &s->word : &s->value;
    const zt_mark_text *far = word_first ? &s->value : &s->word;
    zt_mark_text_centre(chart, near, into, align, x, top + line / 2);
    zt_mark_text_centre(chart, far, into, align, x + way * (near->width + r->plan->gap),
                        top + line / 2);
    return line;
}

/* Value over key, at the edge that looks at the ring. */
static void draw_label(const ring *r, const zt_slice *s, zt_group *into)
{
    double x = r->centre.x + (s->right ? s->near : -s->near);
    double top = r->centre.y + s->y - s->height / 2;
    if (s->value.width > 0)
        top += draw_value(r, s, into, x, top);
    zt_para_place(s->key, r->plan->chart->setting->scene, into, s->right ? x : x - s->key->width,
                  top, 0, SIZE_MAX);
}

/* Straight to a label near by; to one in a column first out to the leader's own level, which lies
   outside the ring, then past the ring, then to the label. */
static void draw_leader(const ring *r, const zt_slice *s, zt_group *into)
{
    const zt_chart *chart = r->plan->chart;
    double way = s->right ? 1 : -1, gap = r->plan->gap / 2;
    zt_point from = on_ring(r, r->outer + gap, (s->from + s->to) / 2);
    zt_point to = {r->centre.x + way * (s->near - gap), r->centre.y + s->y};
    double level = r->centre.y + s->level;
    double elbow = r->centre.x + way * (r->outer + r->plan->leader / 2);
    if (s->straight && hypot(to.x - from.x, to.y - from.y) < 2 * gap)
        return;
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, s->item->at);
    zt_path_move(path, from.x, from.y);
    if (!s->straight) {
        if (fabs(level - from.y) > 0.01)
            zt_path_line(path, from.x, level);
        zt_path_line(path, elbow, level);
    }
    zt_path_line(path, to.x, to.y);
    path->stroke = ZT_SOLID(chart->axis_ink);
    path->width = ZT_CHART_AXIS_LINE;
    path->cap = ZT_CAP_ROUND;
    zt_path_done(path);
}

/* Swatch, name and value of a slice, from y down. */
static void draw_row(const ring *r, size_t index, zt_group *into, double y)
{
    const zt_donut_plan *plan = r->plan;
    const zt_chart *chart = plan->chart;
    const zt_slice *s = &plan->slices[index];
    double line = s->name.height / (double)s->name.para->line_count;
    double value = zt_mark_text_height(&s->value), left = 1.4 * plan->swatch;
    double middle = y + (plan->stacked ? line : zt_max(line, value)) / 2;
    zt_mark_bar(chart, into, s->item->at,
                (zt_rect){0, middle - plan->swatch / 2, plan->swatch, plan->swatch},
                zt_mark_key_of(s->quantity), slice_ink(plan, index));
    zt_words_place(chart, &s->name, into, left, middle - line / 2);
    if (plan->stacked) {
        middle = y + s->name.height + value / 2;
        zt_mark_text_centre(chart, &s->value, into, ZT_ALIGN_START, left, middle);
        zt_mark_text_centre(chart, &s->word, into, ZT_ALIGN_START,
                            left + s->value.width + plan->gap, middle);
        return;
    }
    double right = plan->width - (s->word.width > 0 ? s->word.width + plan->gap : 0);
    zt_mark_text_centre(chart, &s->word, into, ZT_ALIGN_END, plan->width, middle);
    zt_mark_text_centre(chart, &s->value, into, ZT_ALIGN_END, right, middle);
}

/* The largest ring for the height given that still leaves the labels their room, in the middle. In
   a higher field labels move, and may then find none beside a ring of any size: the ring that was
   planned has its labels as they were. */
static ring size_ring(zt_donut_plan *plan, double height)
{
    double room = zt_max(plan->height, height - plan->notes.height);
    if (plan->listed) {
        ring above = {.plan = plan, .height = room, .outer = plan->diameter / 2};
        above.centre = (zt_point){plan->width / 2, plan->gap + above.outer};
        above.inner = plan->full ? 0 : above.outer * ZT_DONUT_HOLE;
        return above;
    }
    double field = zt_min(room, plan->height_max);
    double most = zt_clamp(field, plan->diameter, plan->diameter_max), diameter = most;
    bool found = false;
    /* Counted, not compared: a step below the precision of a double would never end. */
    for (int i = 0; i <= SIZES_TRIED && !found; i++) {
        diameter = most - (most - plan->diameter) * i / SIZES_TRIED;
        double need = zt_donut_arrange(plan, diameter, field);
        found = need > 0 && need <= field + 0.01;
    }
    if (!found)
        zt_donut_arrange(plan, diameter, 0);
    ring r = {.plan = plan, .height = room, .outer = diameter / 2};
    r.centre = (zt_point){plan->width / 2, room / 2};
    r.inner = plan->full ? 0 : r.outer * ZT_DONUT_HOLE;
    return r;
}

/* The labels are laid about the ring that is drawn, in slices of the drawing's own. */
void zt_donut_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    zt_donut_plan own = *(const zt_donut_plan *)planned->own, *plan = &own;
    const zt_chart *chart = plan->chart;
    double width = plan->width;
    plan->slices = ZT_ARRAY(chart->setting->arena, plan->count, zt_slice);
    memcpy(plan->slices, ((const zt_donut_plan *)planned->own)->slices,
           plan->count * sizeof *plan->slices);
    ring r = size_ring(plan, height);
    zt_group *bars = zt_mark_layer(chart, into, "bars", width, height);
    zt_group *leaders = zt_mark_layer(chart, into, "axis", width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", width, height);
    draw_ring(&r, bars);
    draw_hole(&r, labels);
    double y = plan->diameter + 2 * plan->gap;
    for (size_t i = 0; i < plan->count && plan->listed; i++) {
        draw_row(&r, i, labels, y);
        y += zt_donut_row(plan, &plan->slices[i]);
    }
    for (size_t i = 0; i < plan->count && !plan->listed; i++) {
        draw_leader(&r, &plan->slices[i], leaders);
        draw_label(&r, &plan->slices[i], labels);
    }
    zt_note_list_place(chart, &plan->notes, labels, r.height);
}

/* Ring and labels grow, notes under them keep their height. */
zt_chart_plan zt_donut_plan_chart(const zt_chart *chart, double width, bool full)
{
    const zt_donut_plan *plan = zt_donut_plan_new(chart, width, full);
    return (zt_chart_plan){
        .extent = {plan->height + plan->notes.height, plan->height_max + plan->notes.height},
        .own = plan};
}

/* With a hole. */
static zt_chart_plan donut_plan(const zt_chart *chart, double width)
{
    return zt_donut_plan_chart(chart, width, false);
}

/* ---- checking ---- */

/* One part is never more than the whole. Several may be, by rounding: check_sum. */
static bool check_shares(const zt_chart_data *data, zt_diags *diags)
{
    for (size_t i = 0; zt_donut_is_percent(data) && i < data->item_count; i++) {
        const zt_quantity *q = zt_chart_first_value(&data->items[i]);
        if (zt_chart_value(data, q) <= 100)
            continue;
        zt_report(diags, ZT_ERROR, "share-out-of-range", q->at,
                  "“%.*s”的占比“%.*s”不在 0 到 100%% 之间",
                  "the share of “%.*s”, “%.*s”, is not between 0 and 100%%",
                  ZT_ARG(data->items[i].key), ZT_ARG(q->text));
        return false;
    }
    return true;
}

/* The rest of a ring that is not full is its ground. */
static void check_rest(const zt_chart_data *data, zt_diags *diags)
{
    double sum = zt_whole_sum(data);
    if (!zt_donut_is_percent(data) || sum >= 100 - zt_whole_rounding(data))
        return;
    zt_buf buf;
    zt_arena *scratch = zt_diags_scratch(diags);
    zt_buf_init(&buf, scratch);
    zt_buf_number(&buf, sum, 2);
    zt_report(diags, ZT_WARNING, "share-under-100", data->kind_at,
              "各份相加为 %s%%，不足 100%%；余下部分画成底色",
              "the shares add up to %s%%, less than 100%%; the rest is drawn as ground", buf.data);
    zt_arena_drop(scratch);
}

/* Values, then number of parts, then their sum: each is judged only where the one before holds,
   since a later one would say the same again. */
bool zt_donut_check(const zt_chart_data *data, zt_diags *diags, const char *kind,
                    zt_donut_count *count)
{
    if (!zt_chart_check_items(data, diags, kind) || !zt_chart_check_one_series(data, diags, kind) ||
        !zt_whole_check_signs(data, diags) || !check_shares(data, diags) || !count(data, diags) ||
        !zt_whole_check(data, diags, zt_donut_is_percent(data)))
        return false;
    check_rest(data, diags);
    return true;
}

/* Reports too-many-slices. */
static bool check_count(const zt_chart_data *data, zt_diags *diags)
{
    if (data->item_count <= most_slices)
        return true;
    zt_report(diags, ZT_ERROR, "too-many-slices", data->kind_at,
              "环形图有 %zu 份，最多 %zu 份才看得清；应合并为“其他”或改用 rank",
              "the ring has %zu parts, at most %zu can be told apart; merge some or use rank",
              data->item_count, most_slices);
    return false;
}

/* A ring tells up to five parts apart. */
static bool donut_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_donut_check(data, diags, "donut", check_count);
}

const zt_chart_kind zt_chart_kind_donut = {
    .name = "donut",
    .spans = {3, 3, 5},
    .params = {zt_donut_rows, sizeof(zt_donut_params)},
    .zh = "环形图：最多五份，重点份额大字放在孔中，各份用引线标注",
    .en = "A ring of at most five parts, the highlighted share large in the hole, each part "
          "labelled by a leader",
    .panel_mm = 46,
    .check = donut_check,
    .plan = donut_plan,
    .draw = zt_donut_draw,
};
