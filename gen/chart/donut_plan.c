/* Planning a ring: exact angles, labels of one or more lines, and the largest ring that leaves them
   their room. */
#include "chart/donut_imp.h"
#include "chart/chart_words.h"
#include "chart/whole.h"
#include <math.h>

#include "labels/leaders.h"
#include "labels/meet.h"
#include "labels/spread.h"

/* In points, or shares of what is named. */
static const double DIAMETER_LEAST = ZT_MM(24); /* down to which labels push the ring */
static const double LEADER_LENGTH = ZT_MM(5);   /* from the ring to labels in a column */
static const double VALUE_GAP = ZT_MM(1.5);     /* between leaders, ring and labels */

static const double LISTED = 0.8; /* diameter of a ring over a list, of the width */
/* Labels that leave a ring less than this part of the diameter which it has over a list give way to
   the list: a ring that small shows no shares. */
static const double SMALL = 0.55;
static const double LABEL_LEADING = 1.15; /* of labels that break, by their size */

static const double pi = 3.14159265358979323846;
/* Leaders that leave the ring at nearly one level are parted by so many times their gap. */
static const double level_step = 0.7;
static const double IN_HOLE = 0.88; /* of the hole's radius, up to which its share reaches */
enum { SIZES_TRIED = 200 };         /* of that share: from 72 pt down to 2 pt */
static const int trials = 12;       /* diameters tried between the least and the natural one */

/* Degrees run clockwise from 12 o'clock and y runs down. */
zt_point zt_donut_point(double angle_deg, double radius)
{
    double a = angle_deg * pi / 180;
    return (zt_point){radius * sin(a), -radius * cos(a)};
}

/* Whether the values are per cent, of which a full turn is 100. */
bool zt_donut_is_percent(const zt_chart_data *data)
{
    return zt_str_is(data->unit, "%");
}

/* The angle in the middle of a slice, where its leader leaves. */
static double middle(const zt_slice *s)
{
    return (s->from + s->to) / 2;
}

/* Shares in per cent fill a turn at 100; what rounding left over is spread over all. */
static void plan_slices(zt_donut_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    plan->count = data->item_count;
    plan->slices = ZT_ARRAY(plan->chart->setting->arena, plan->count, zt_slice);
    plan->sum = zt_whole_sum(data);
    bool open = zt_donut_is_percent(data) && plan->sum < 100 - zt_whole_rounding(data);
    plan->whole = open ? 100 : plan->sum;
    double before = 0, turn = plan->whole > 0 ? 360 / plan->whole : 0;
    for (size_t i = 0; i < plan->count; i++) {
        zt_slice *s = &plan->slices[i];
        s->item = &data->items[i];
        s->quantity = zt_chart_first_value(s->item);
        s->from = before * turn;
        before += zt_chart_value(data, s->quantity);
        s->to = before * turn;
        s->right = zt_donut_point(middle(s), 1).x >= -1e-9;
        if (s->item->highlight && !plan->hole && !plan->full && zt_chart_has_value(s->quantity))
            plan->hole = s;
    }
}

/* ---- labels ---- */

/* How a key may break: in one line up to `whole` em, else into `lines` of like length; and what
   that is worth against a larger ring. */
typedef struct key_shape {
    double whole;
    int lines;
    double worth;
} key_shape;
static const key_shape shapes[] = {
    {12.5, 2, 1}, {6.5, 2, 0.95}, {4.5, 2, 0.85}, {4.5, 3, 0.65}, {2.5, 4, 0.5}};
enum { shape_count = sizeof shapes / sizeof *shapes };
/* A ring of this part of its natural diameter is large enough: more is worth no broken key. */
static const double large_enough = 0.75;

static void set_key(zt_donut_plan *plan, zt_slice *s, key_shape shape)
{
    const zt_chart *chart = plan->chart;
    zt_look plain = zt_chart_look(chart, "label");
    zt_look *look = ZT_NEW(chart->setting->arena, zt_look);
    *look = s->item->highlight ? zt_chart_strong(chart, &plain) : plain;
    look->para.align = s->right ? ZT_ALIGN_START : ZT_ALIGN_END;
    look->para.at_sense = true;
    look->para.indent = 0;
    look->para.leading = look->text.size * LABEL_LEADING;
    double size = look->text.size;
    double natural = zt_mark_text_new(chart, s->item->key, look, s->item->at).width;
    double most = natural;
    if (natural > shape.whole * size)
        most = zt_max(zt_max(2, ceil(natural / size / shape.lines)) * size,
                      zt_words_least(chart, s->item->key, look, s->item->at));
    zt_run run = {.text = s->item->key, .style = &look->text, .at = s->item->at};
    s->key = zt_para_break(chart->setting->arena, chart->setting->diags, &run, 1, &look->para,
                           most + 0.01);
    s->width = s->key->max_width;
    s->height = s->key->height;
}

/* The value of the slice in the hole is not said twice. */
static void set_label(zt_donut_plan *plan, zt_slice *s, key_shape shape)
{
    const zt_chart *chart = plan->chart;
    zt_look value = zt_chart_look(chart, "value"), plain = zt_chart_look(chart, "label");
    set_key(plan, s, shape);
    zt_chart_label label = zt_chart_item_label(chart, s->item);
    /* Said in the hole already, but for 推算, which must stand beside it. */
    if (s == plan->hole && label.words.len == 0)
        return;
    if (s->item->highlight)
        value = zt_chart_lead_look(chart, value, s->item->key);
    s->value = zt_mark_value_new(chart, s->quantity, label.value, &value, s->item->at);
    s->word = zt_mark_text_new(chart, label.words, &plain, s->value.at);
    double word = s->word.width > 0 ? plan->gap + s->word.width : 0;
    s->width = zt_max(s->width, s->value.width + word);
    s->height += zt_mark_text_height(&s->value);
}

/* Sets all labels with their keys broken in one way. */
static void set_labels(zt_donut_plan *plan, key_shape shape)
{
    for (size_t i = 0; i < plan->count; i++)
        set_label(plan, &plan->slices[i], shape);
}

/* ---- arranging ---- */

/* The slices of one side, from the top down. */
static size_t side_slices(const zt_donut_plan *plan, bool right, zt_slice **side)
{
    size_t count = 0;
    for (size_t k = 0; k < plan->count; k++) {
        size_t i = right ? k : plan->count - 1 - k;
        if (plan->slices[i].right == right)
            side[count++] = &plan->slices[i];
    }
    return count;
}

static zt_rect label_box(const zt_slice *s)
{
    double x = s->right ? s->near : -s->near - s->width;
    return (zt_rect){x, s->y - s->height / 2, s->width, s->height};
}

/* As near to the ring as its height lets it. */
static void hug(const zt_donut_plan *plan, zt_slice *s, double radius)
{
    double edge = fabs(s->y) - s->height / 2, half = radius;
    if (edge > 0)
        half = edge < radius ? sqrt(radius * radius - edge * edge) : 0;
    double start = fabs(zt_donut_point(middle(s), radius).x);
    s->near = zt_max(half, start) + 1.5 * plan->gap;
    s->straight = true;
}

/* True when a straight leader reaches the label and meets neither the ring nor another label. */
static bool reaches(const zt_donut_plan *plan, zt_slice *const *side, size_t count, size_t i,
                    double radius)
{
    const zt_slice *s = side[i];
    zt_point from = zt_donut_point(middle(s), radius + plan->gap / 2);
    zt_point out = zt_donut_point(middle(s), 1);
    zt_point to = {(s->right ? 1 : -1) * (s->near - plan->gap / 2), s->y};
    if ((to.x - from.x) * out.x + (to.y - from.y) * out.y < -1e-6)
        return false;
    for (size_t k = 0; k < count; k++)
        if (k != i && zt_piece_meets(from, to, label_box(side[k])))
            return false;
    return true;
}

/* The levels on which leaders leave towards a column, parted from each other away from 3 and 9
   o'clock. */
static void set_levels(const zt_donut_plan *plan, zt_slice **side, size_t count, double radius)
{
    double *levels = ZT_ARRAY(plan->chart->setting->arena, count, double);
    for (size_t i = 0; i < count; i++) {
        levels[i] = zt_donut_point(middle(side[i]), radius + plan->gap / 2).y;
        side[i]->near = radius + plan->leader + plan->gap;
        side[i]->straight = false;
    }
    zt_leaders_part(levels, count, level_step * plan->gap);
    for (size_t i = 0; i < count; i++)
        side[i]->level = levels[i];
}

/* Least white between two labels of one side, a quarter of their size. */
static double label_gap(const zt_donut_plan *plan)
{
    return 0.25 * zt_chart_look(plan->chart, "label").text.size;
}

/* One side; the height that it needs, 0 when a label leaves the width. */
static double arrange_side(zt_donut_plan *plan, bool right, double radius, double height)
{
    zt_arena *arena = plan->chart->setting->arena;
    zt_slice **side = ZT_ARRAY(arena, plan->count, zt_slice *);
    size_t count = side_slices(plan, right, side);
    zt_label *labels = ZT_ARRAY(arena, count, zt_label);
    for (size_t i = 0; i < count; i++)
        labels[i].size = side[i]->height;
    double need = zt_max(2 * radius, zt_labels_room(labels, count, label_gap(plan)));
    height = zt_max(height, need);
    /* In a field higher than the ring labels move above and below it, where there is more width. */
    for (size_t i = 0; i < count; i++) {
        double reach = zt_max(radius, (height - side[i]->height) / 2);
        labels[i].wanted = zt_donut_point(middle(side[i]), reach).y;
    }
    zt_labels_spread(arena, labels, count, label_gap(plan), -height / 2, height / 2);
    double line = ZT_CHART_AXIS_LINE;
    bool straight = true;
    for (size_t i = 0; i < count; i++) {
        side[i]->y = labels[i].centre;
        hug(plan, side[i], radius);
    }
    for (size_t i = 0; i < count; i++)
        straight = straight && reaches(plan, side, count, i, radius);
    if (!straight)
        set_levels(plan, side, count, radius);
    for (size_t i = 0; i < count; i++) {
        zt_point out = zt_donut_point(middle(side[i]), radius + plan->gap / 2);
        need = zt_max(need, 2 * fabs(out.y) + line);
        if (!straight)
            need = zt_max(need, 2 * (fabs(side[i]->level) + line));
        if (side[i]->near + side[i]->width > plan->width / 2 + 0.01)
            return 0;
    }
    return need;
}

/* Both sides take the height given; it has to suffice for the taller. */
double zt_donut_arrange(zt_donut_plan *plan, double diameter, double height)
{
    double left = arrange_side(plan, false, diameter / 2, height);
    double right = arrange_side(plan, true, diameter / 2, height);
    return left > 0 && right > 0 ? zt_max(left, right) : 0;
}

/* ---- the share in the hole ---- */

/* A copy of the value that prints its unit: 14.6 in a chart of unit % stands as 14.6%. */
static const zt_quantity *with_unit(const zt_chart *chart, const zt_quantity *quantity)
{
    zt_quantity *copy = ZT_NEW(chart->setting->arena, zt_quantity);
    *copy = *quantity;
    copy->text = zt_chart_phrase(chart->setting->arena, chart->data, quantity, ZT_CHART_WITH_UNIT);
    return copy;
}

/* Units have a least size, so a figure does not shrink in proportion: it is set again until it is
   inside, each time smaller by 2 % or more. */
const zt_figure *zt_donut_figure(const zt_donut_plan *plan, double inner)
{
    const zt_chart *chart = plan->chart;
    if (!plan->hole)
        return NULL;
    zt_look look = zt_chart_look(chart, "figure");
    zt_figure_style style = {.look = zt_chart_lead_look(chart, look, plan->hole->item->key),
                             .small_ink = look.ink,
                             .missing = zt_chart_look(chart, "missing")};
    const zt_quantity *share = with_unit(chart, plan->hole->quantity);
    double room = 2 * IN_HOLE * inner, least = chart->setting->template_->theme->limits.type;
    for (int i = 0; i < SIZES_TRIED && style.look.text.size >= least; i++) {
        const zt_figure *figure = zt_figure_new(chart->setting, share, &style);
        double diagonal = hypot(figure->width, figure->ascent);
        if (diagonal <= room)
            return figure;
        double size = style.look.text.size * zt_min(0.98, room / diagonal);
        style.look = zt_look_at_size(&style.look, size);
    }
    return NULL;
}

/* ---- the ring ---- */

/* The largest diameter up to `natural` at which the labels keep their room in a field higher by
   `over` than the ring; 0 if there is none. */
static double largest_ring(zt_donut_plan *plan, double least, double natural, double over)
{
    for (int i = 0; i <= trials; i++) {
        double diameter = natural - (natural - least) * i / trials;
        if (zt_donut_arrange(plan, diameter, diameter + over) > 0)
            return diameter;
    }
    return 0;
}

/* Keys stay whole unless breaking them makes the ring a good deal larger. */
static double choose_shape(zt_donut_plan *plan, double least, double natural)
{
    double best = 0, chosen_diameter = 0;
    int chosen = shape_count - 1;
    for (int i = 0; i < shape_count; i++) {
        set_labels(plan, shapes[i]);
        double diameter = largest_ring(plan, least, natural, 0);
        double worth = zt_min(diameter, large_enough * natural) * shapes[i].worth;
        if (worth > best) {
            best = worth;
            chosen = i;
            chosen_diameter = diameter;
        }
    }
    set_labels(plan, shapes[chosen]);
    return chosen_diameter;
}

/* Only the keys that stand in the way stay broken: each takes the first shape that the ring allows.
 */
static void mend_labels(zt_donut_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        for (int k = 0; k < shape_count; k++) {
            zt_slice kept = plan->slices[i];
            if (kept.key->line_count == 1)
                break;
            set_label(plan, &plan->slices[i], shapes[k]);
            bool fewer = plan->slices[i].key->line_count < kept.key->line_count;
            if (fewer && zt_donut_arrange(plan, plan->diameter, 0) > 0)
                break;
            plan->slices[i] = kept;
        }
}

/* What the ring can grow to when there is height to spare. */
static void plan_growth(zt_donut_plan *plan)
{
    const zt_donut_params *p = plan->chart->own;
    double most = zt_min(zt_chart_points(plan->chart, p->diameter_max), plan->width), tallest = 0;
    for (size_t i = 0; i < plan->count; i++)
        tallest = zt_max(tallest, plan->slices[i].height);
    plan->diameter_max = plan->diameter;
    if (most > plan->diameter)
        plan->diameter_max =
            zt_max(plan->diameter, largest_ring(plan, plan->diameter, most, 2 * tallest));
    plan->height_max = zt_max(plan->height, plan->diameter_max + 2 * tallest);
}

/* A row without a value of its own, which stands in the hole, is as high as the others. */
double zt_donut_row(const zt_donut_plan *plan, const zt_slice *slice)
{
    double value = zt_mark_text_height(&slice->value), name = slice->name.height;
    for (size_t i = 0; i < plan->count && !plan->stacked; i++)
        value = zt_max(value, zt_mark_text_height(&plan->slices[i].value));
    return (plan->stacked ? name + value : zt_max(name, value)) + 0.3 * plan->swatch;
}

/* Value and word of a slice, side by side. */
static double said_width(const zt_donut_plan *plan, const zt_slice *s)
{
    return s->value.width + (s->word.width > 0 ? plan->gap + s->word.width : 0);
}

/* All labels in a list as wide as the place; values at the right, or under their names where these
   would have less than three characters. */
static void set_list(zt_donut_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    plan->listed = true;
    plan->swatch = 0.8 * look.text.size;
    plan->list = 2 * plan->gap; /* the ring's borders reach a little beyond it */
    double room = plan->width - 1.4 * plan->swatch, widest = 0;
    for (size_t i = 0; i < plan->count; i++)
        widest = zt_max(widest, said_width(plan, &plan->slices[i]));
    plan->stacked = room - plan->gap - widest < 3 * look.text.size;
    for (size_t i = 0; i < plan->count; i++) {
        zt_slice *s = &plan->slices[i];
        double words = plan->stacked ? 0 : plan->gap + said_width(plan, s);
        s->name = zt_words_new(chart, s->item->key, s->item->highlight ? &strong : &look,
                               s->item->at, zt_max(room - words, look.text.size), ZT_ALIGN_START);
        plan->list += zt_donut_row(plan, s);
    }
    if (widest > room)
        zt_report(chart->setting->diags, ZT_ERROR, "chart-too-narrow", chart->block->at,
                  "宽 %.0f 毫米放不下这张环形图的标签；应加宽或缩短标签",
                  "a width of %.0f mm is too little for the labels of this ring; make it wider or "
                  "shorten the labels",
                  zt_mm_from_pt(plan->width));
}

/* Finds shape and diameter, then mends keys and asks how far the ring can grow. Labels that find no
   room, or leave the ring too little, stand in a list under a ring of the natural size; where
   height is short the ring may be smaller, since a list needs more of it. */
static void plan_ring(zt_donut_plan *plan)
{
    const zt_donut_params *p = plan->chart->own;
    const zt_chart *chart = plan->chart;
    double least = zt_min(DIAMETER_LEAST, plan->width / 4);
    double natural = zt_clamp(zt_chart_points(chart, p->diameter), least, plan->width);
    double squeeze = zt_setting_squeeze(chart->setting);
    natural = least + (natural - least) * (0.4 + 0.6 * squeeze);
    double over_list = zt_min(natural, LISTED * plan->width);
    size_t mark = zt_diags_mark(chart->setting->diags);
    plan->diameter = choose_shape(plan, least, natural);
    if (plan->diameter <= 0 || plan->diameter < SMALL * squeeze * over_list) {
        zt_diags_rewind(chart->setting->diags, mark);
        set_list(plan);
        plan->diameter = plan->diameter_max = over_list;
        plan->height = plan->height_max = plan->diameter + plan->list;
        return;
    }
    mend_labels(plan);
    plan->height = zt_max(plan->diameter, zt_donut_arrange(plan, plan->diameter, 0));
    plan_growth(plan);
}

/* The share has left the hole of a ring that is too small for it, and stands at its label; what was
   reported since `mark` is of the plan that is given up. */
static void leave_hole(zt_donut_plan *plan, size_t mark)
{
    zt_diags_rewind(plan->chart->setting->diags, mark);
    plan->hole = NULL;
    plan->height_max = plan->list = 0;
    plan->listed = plan->stacked = false;
    plan_ring(plan);
}

/* Slices first: their angles follow from the data alone and never change with the labels. */
zt_donut_plan *zt_donut_plan_new(const zt_chart *chart, double width, bool full)
{
    zt_donut_plan *plan = ZT_NEW(chart->setting->arena, zt_donut_plan);
    plan->chart = chart;
    plan->width = width;
    plan->full = full;
    plan->leader = LEADER_LENGTH;
    plan->gap = VALUE_GAP;
    plan_slices(plan);
    size_t mark = zt_diags_mark(chart->setting->diags);
    plan_ring(plan);
    if (plan->hole && !zt_donut_figure(plan, plan->diameter / 2 * ZT_DONUT_HOLE))
        leave_hole(plan, mark);
    plan->notes = zt_note_list_new(chart, width);
    return plan;
}
