/* Planning places over time: at which ends names stand, which moments are named, how high a place
   is, and the room of words for missing values between the moments. */
#include "chart/bump_imp.h"

#include <math.h>

#include "base/time_key.h"
#include "labels/spread.h"

/* In points, or shares of what is named. */
static const double NARROW = ZT_MM(60); /* below it names stand at the right alone */
static const double PITCH = ZT_MM(5.4), PITCH_NARROW = ZT_MM(4.8); /* from place to place */
static const double SPARE = 1.3;       /* height up to which spare is used, of the natural one */
static const double SQUEEZED = 0.8;    /* the same when the page is full */
static const double NAMES_MOST = 0.3;  /* widest names, of the width */
static const double NAMES_TIGHT = 0.2; /* the same where steps are short for it */
static const double STEP_WISHED = 1.5; /* from moment to moment, in em */
static const double HEADS_APART = 0.5; /* between two heads, in em */
static const double TIE_STEP = ZT_MM(1.9); /* between dots that share a place */
/* A ring about a number: its radius, of the type size; from the number to it, and to others. */
static const double NUMBER_SIZE = 0.68, NUMBER_EDGE = ZT_MM(0.5), RING_GAP = ZT_MM(0.3);
enum { YEAR_DIGITS = 4 };

double zt_bump_place(const zt_bump_plan *plan, size_t row, size_t column)
{
    return zt_chart_value(plan->chart->data, zt_moments_number(&plan->moments, row, column));
}

/* The best and the worst place that occurs; places that nobody holds at the ends take no height. */
static void find_places(zt_bump_plan *plan)
{
    bool any = false;
    for (size_t row = 0; row < plan->moments.row_count; row++)
        for (size_t c = 0; c < plan->moments.column_count; c++) {
            if (!zt_moments_number(&plan->moments, row, c))
                continue;
            double place = zt_bump_place(plan, row, c);
            plan->low = any ? zt_min(plan->low, place) : place;
            plan->high = any ? zt_max(plan->high, place) : place;
            any = true;
        }
}

double zt_bump_x(const zt_bump_plan *plan, size_t column)
{
    double steps = (double)(plan->moments.column_count - 1);
    return plan->left + (plan->right - plan->left) * (double)column / steps;
}

double zt_bump_step(const zt_bump_plan *plan)
{
    return zt_bump_x(plan, 1) - zt_bump_x(plan, 0);
}

/* The labels of both ends, or of the right one, with names at most this part of the width, and
   from them x of the first and of the last moment. */
static void set_ends(zt_bump_plan *plan, double share)
{
    const zt_chart *chart = plan->chart;
    double most = share * plan->width;
    plan->ends[1] = zt_end_labels_new(chart, &plan->moments,
                                      (zt_ends_wish){.column = plan->moments.column_count - 1,
                                                     .side = ZT_ENDS_RIGHT,
                                                     .limit = most});
    plan->left = ZT_BUMP_DOT_LIT;
    plan->right = plan->width - plan->ends[1].width - ZT_ENDS_CLEAR;
    if (!plan->has_left)
        return;
    plan->ends[0] = zt_end_labels_new(
        chart, &plan->moments, (zt_ends_wish){.side = ZT_ENDS_LEFT, .limit = most, .skip = true});
    plan->left = zt_max(ZT_BUMP_DOT_LIT, plan->ends[0].width + ZT_ENDS_CLEAR);
}

/* Names break into more lines where they would leave the steps no room. */
static void plan_ends(zt_bump_plan *plan)
{
    double em = zt_chart_look(plan->chart, "label").text.size;
    plan->has_left = plan->width >= NARROW;
    set_ends(plan, NAMES_MOST);
    if (zt_bump_step(plan) < STEP_WISHED * em)
        set_ends(plan, NAMES_TIGHT);
}

/* Four digits, alone or before 年: 2018 or 2018年. */
static bool is_year(zt_str name)
{
    if (name.len > YEAR_DIGITS && !zt_str_is(zt_str_slice(name, YEAR_DIGITS, name.len), "年"))
        return false;
    for (size_t i = 0; i < YEAR_DIGITS; i++)
        if (i >= name.len || name.data[i] < '0' || name.data[i] > '9')
            return false;
    return true;
}

/* True when `is` holds of the name of every moment: years are shortened and times thinned only
   together. */
static bool all_heads(const zt_bump_plan *plan, bool (*is)(zt_str))
{
    for (size_t c = 0; c < plan->moments.column_count; c++)
        if (!is(zt_moments_column(&plan->moments, c)))
            return false;
    return true;
}

/* Years after the first one are named by their last two digits: 2018, 19, 20. */
static zt_str head_text(const zt_bump_plan *plan, size_t column, bool years)
{
    zt_str name = zt_moments_column(&plan->moments, column);
    if (!years)
        return name;
    return zt_str_slice(name, column == 0 ? 0 : YEAR_DIGITS / 2, YEAR_DIGITS);
}

/* Breaks the names of the moments at `limit` points; `years` shortens them. The height is that
   of the tallest. */
static void set_heads(zt_bump_plan *plan, double limit, bool years)
{
    zt_look look = zt_chart_look(plan->chart, "label");
    plan->head_height = 0;
    for (size_t c = 0; c < plan->moments.column_count; c++) {
        plan->heads[c] =
            zt_words_within(plan->chart, head_text(plan, c, years), &look,
                            zt_moments_column_at(&plan->moments, c), limit, ZT_ALIGN_CENTRE);
        plan->is_kept[c] = true;
        plan->head_height = zt_max(plan->head_height, plan->heads[c].height);
    }
}

/* Where not even the first and the last can stand side by side, all run down over their moments. */
static void set_heads_down(zt_bump_plan *plan)
{
    zt_look look = zt_chart_look(plan->chart, "label");
    plan->head_height = 0;
    for (size_t c = 0; c < plan->moments.column_count; c++) {
        plan->heads[c] = zt_words_down(plan->chart, zt_moments_column(&plan->moments, c), &look,
                                       zt_moments_column_at(&plan->moments, c), zt_bump_step(plan));
        plan->is_kept[c] = true;
        plan->head_height = zt_max(plan->head_height, plan->heads[c].height);
    }
}

double zt_bump_head_x(const zt_bump_plan *plan, size_t column)
{
    double half = plan->heads[column].width / 2;
    return zt_clamp(zt_bump_x(plan, column), half, plan->width - half);
}

/* Names of times are thinned out where they would meet; other names break in the room of a step,
   since each says something of its own. May move the first moment to the right, so that its name
   stays in the plot. */
static void plan_heads(zt_bump_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    size_t count = plan->moments.column_count;
    double em = zt_chart_look(plan->chart, "label").text.size;
    plan->heads = ZT_ARRAY(arena, count, zt_words);
    plan->is_kept = ZT_ARRAY(arena, count, bool);
    bool times = all_heads(plan, zt_is_time_name);
    /* The first and the last always stand: together, half of one beyond the axis, they have this.
     */
    double most = (plan->right - HEADS_APART * em) / 1.5;
    set_heads(plan, times ? most : zt_bump_step(plan) - HEADS_APART * em, all_heads(plan, is_year));
    plan->left = zt_max(plan->left, plan->heads[0].width / 2);
    if (!times) {
        set_heads(plan, zt_max(em, zt_bump_step(plan) - HEADS_APART * em), false);
        return;
    }
    zt_label *labels = ZT_ARRAY(arena, count, zt_label);
    for (size_t c = 0; c < count; c++)
        labels[c] = (zt_label){.wanted = zt_bump_head_x(plan, c), .size = plan->heads[c].width};
    zt_labels_thin(labels, count, HEADS_APART * em, plan->is_kept);
    double apart = labels[count - 1].wanted - labels[0].wanted;
    if (apart < (labels[0].size + labels[count - 1].size) / 2 + HEADS_APART * em)
        set_heads_down(plan);
}

zt_mark_text zt_bump_slot_text(const zt_bump_plan *plan, const zt_quantity *q)
{
    zt_look look = zt_chart_look(plan->chart, "tick");
    return zt_mark_value_new(plan->chart, q, q->text, &look, q->at);
}

size_t zt_bump_slot_moments(const zt_bump_plan *plan, size_t first, size_t last, double widest)
{
    return widest + ZT_BUMP_SLOT_GAP > zt_bump_step(plan) ? last - first : 1;
}

/* The height that the slots of one moment, or of all, need one under the other. */
static double slots_room(const zt_bump_plan *plan)
{
    const zt_moments *m = &plan->moments;
    double widest = 0, all = 0, most = 0;
    size_t first = plan->has_left ? 1 : 0, last = m->column_count - 1;
    for (size_t c = first; c < last; c++) {
        double room = 0;
        for (size_t row = 0; row < m->row_count; row++) {
            const zt_quantity *q = zt_moments_value(m, row, c);
            if (!q || zt_chart_has_value(q))
                continue;
            zt_mark_text text = zt_bump_slot_text(plan, q);
            room += zt_mark_text_height(&text) + ZT_BUMP_SLOT_GAP;
            widest = zt_max(widest, text.width);
        }
        all += room;
        most = zt_max(most, room);
    }
    return zt_bump_slot_moments(plan, first, last, widest) == 1 ? most : all;
}

/* ---- places in rings ---- */

/* Points by which a dot is moved aside: rows that share a place at a moment stand side by side
   about its middle, within half a step. */
static double tie_shift(const zt_bump_plan *plan, size_t row, size_t column)
{
    size_t before = 0, all = 0;
    for (size_t i = 0; i < plan->moments.row_count; i++)
        if (zt_moments_number(&plan->moments, i, column) &&
            zt_bump_place(plan, i, column) == zt_bump_place(plan, row, column)) {
            all++;
            before += i < row;
        }
    double step = zt_min(TIE_STEP, 0.5 * zt_bump_step(plan) / (double)all);
    return ((double)before - ((double)all - 1) / 2) * step;
}

double zt_bump_dot_x(const zt_bump_plan *plan, size_t row, size_t column)
{
    return zt_bump_x(plan, column) + tie_shift(plan, row, column);
}

zt_mark_text zt_bump_number(const zt_bump_plan *plan, size_t row, size_t column)
{
    const zt_chart *chart = plan->chart;
    const zt_quantity *q = zt_moments_number(&plan->moments, row, column);
    zt_look look = zt_chart_look(chart, "tick");
    zt_str place = zt_chart_phrase(chart->setting->arena, chart->data, q, ZT_CHART_BARE);
    return zt_mark_text_new(chart, place, &look, q->at);
}

double zt_bump_number_radius(const zt_mark_text *number)
{
    return zt_max(NUMBER_SIZE * number->look.text.size, number->width / 2 + NUMBER_EDGE);
}

/* Whether label= asks for the place at that moment, and no label at an end says it. */
static bool is_wished(const zt_bump_plan *plan, size_t row, size_t column)
{
    const zt_moments *m = &plan->moments;
    if (column + 1 == m->column_count || (column == 0 && plan->has_left))
        return false;
    size_t item = m->turned ? column : row, series = m->turned ? row : column;
    return zt_chart_wants_value(m->data, item, series, false) && zt_moments_number(m, row, column);
}

/* Radius of the widest ring that label= asks for, with its line; 0 without any. */
static double widest_ring(const zt_bump_plan *plan)
{
    const zt_moments *m = &plan->moments;
    double widest = 0;
    for (size_t i = 0; i < m->row_count * m->column_count; i++) {
        size_t row = i / m->column_count, column = i % m->column_count;
        if (!is_wished(plan, row, column))
            continue;
        zt_mark_text number = zt_bump_number(plan, row, column);
        widest = zt_max(widest, zt_bump_number_radius(&number) + ZT_BUMP_RING_LINE / 2);
    }
    return widest;
}

/* Where places lie far apart their steps are smaller, down to what the labels need. */
static void plan_height(zt_bump_plan *plan)
{
    double pitch = plan->width < NARROW ? PITCH_NARROW : PITCH;
    double steps = zt_min(plan->high - plan->low, 2.0 * (double)plan->moments.row_count + 2);
    double labels = zt_max(plan->ends[0].room, plan->ends[1].room);
    double squeeze = SQUEEZED + (1 - SQUEEZED) * zt_setting_squeeze(plan->chart->setting);
    plan->inset = zt_max(0.7 * zt_chart_look(plan->chart, "label").text.size, widest_ring(plan));
    plan->plot = zt_max(pitch * squeeze * steps + 2 * plan->inset,
                        zt_max(labels + plan->inset, slots_room(plan)));
    plan->plot_max = SPARE * zt_max(plan->plot, pitch * steps);
}

double zt_bump_fixed_height(const zt_bump_plan *plan)
{
    return plan->unit + zt_guides_height(&plan->guides) + plan->head_height + ZT_BUMP_HEAD_GAP +
           plan->notes.height;
}

/* Radius of what is drawn at the place of a row: its ring, or its dot. */
static double radius_at(const zt_bump_plan *plan, size_t row, size_t column)
{
    if (!plan->numbered[row * plan->moments.column_count + column])
        return zt_moments_is_highlit(&plan->moments, row) ? ZT_BUMP_DOT_LIT : ZT_BUMP_DOT;
    zt_mark_text number = zt_bump_number(plan, row, column);
    return zt_bump_number_radius(&number);
}

/* Whether a ring keeps off the dots and rings of all others in the least plot; higher ones only
   move them apart. */
static bool has_room(const zt_bump_plan *plan, size_t row, size_t column)
{
    const zt_moments *m = &plan->moments;
    zt_mark_text number = zt_bump_number(plan, row, column);
    double r = zt_bump_number_radius(&number), x = zt_bump_dot_x(plan, row, column);
    double y = zt_bump_place(plan, row, column);
    double place = (plan->plot - 2 * plan->inset) / zt_max(plan->high - plan->low, 1);
    for (size_t i = 0; i < m->row_count * m->column_count; i++) {
        size_t other = i / m->column_count, c = i % m->column_count;
        if ((other == row && c == column) || !zt_moments_number(m, other, c))
            continue;
        double across = zt_bump_dot_x(plan, other, c) - x;
        double down = (zt_bump_place(plan, other, c) - y) * place;
        if (hypot(across, down) < r + radius_at(plan, other, c) + RING_GAP)
            return false;
    }
    return true;
}

/* Whether a missing value has its slot at that moment, or may have it there because all slots stand
   apart from each other. */
static bool has_slots(const zt_bump_plan *plan, size_t column)
{
    const zt_moments *m = &plan->moments;
    size_t first = plan->has_left ? 1 : 0, last = m->column_count - 1;
    bool here = false, any = false;
    double widest = 0;
    for (size_t i = 0; i < m->row_count * m->column_count; i++) {
        size_t c = i % m->column_count;
        const zt_quantity *q = zt_moments_value(m, i / m->column_count, c);
        if (c < first || c >= last || !q || zt_chart_has_value(q))
            continue;
        widest = zt_max(widest, zt_bump_slot_text(plan, q).width);
        any = true;
        here = here || c == column;
    }
    return zt_bump_slot_moments(plan, first, last, widest) == 1 ? here : any;
}

/* Highlighted rows first; none where a slot may lie over it. Reports values-unprinted. */
static void plan_numbers(zt_bump_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_moments *m = &plan->moments;
    size_t all = m->row_count * m->column_count, lost = 0;
    plan->numbered = ZT_ARRAY(chart->setting->arena, all, bool);
    for (size_t i = 0; i < 2 * all; i++) {
        size_t row = i % all / m->column_count, column = i % m->column_count;
        if (zt_moments_is_highlit(m, row) != (i < all) || !is_wished(plan, row, column))
            continue;
        plan->numbered[i % all] = !has_slots(plan, column) && has_room(plan, row, column);
        lost += !plan->numbered[i % all];
    }
    if (lost > 0)
        zt_report(chart->setting->diags, ZT_NOTE, "values-unprinted", chart->block->at,
                  "%zu 个要标的位次在线上排不下，只画点；要印就加宽、少取几个时点，或少标几个",
                  "%zu places have no room at their dots; to print them make it wider, show fewer "
                  "moments or label fewer",
                  lost);
}

/* Reports chart-too-narrow when a step is shorter than one em: then no crossing could be
   followed. */
static void check_room(const zt_bump_plan *plan)
{
    const zt_chart *chart = plan->chart;
    if (zt_bump_step(plan) >= zt_chart_look(chart, "label").text.size)
        return;
    zt_report(chart->setting->diags, ZT_ERROR, "chart-too-narrow", chart->block->at,
              "宽 %.0f 毫米放不下 %zu 个时点的位次图；应加宽、缩短名称或少取几个时点",
              "a width of %.0f mm leaves no room for the steps between %zu moments; make it wider, "
              "shorten the names or show fewer moments",
              zt_mm_from_pt(plan->width), plan->moments.column_count);
}

/* Half a place more where a line lies under the last one. */
static void reach_lines(zt_bump_plan *plan)
{
    double low = plan->low, high = plan->high - ZT_BUMP_UNDER;
    zt_guides_reach(&plan->guides, &low, &high);
    plan->low = zt_min(plan->low, low);
    plan->high = zt_max(plan->high, high + ZT_BUMP_UNDER);
}

/* Spans from half a step before a moment to half a step behind one. */
static void plan_guides(zt_bump_plan *plan)
{
    size_t count = plan->chart->data->item_count;
    double *xs = ZT_ARRAY(plan->chart->setting->arena, count, double);
    for (size_t i = 0; plan->moments.turned && i < count; i++)
        xs[i] = zt_bump_x(plan, i);
    zt_guide_axis axis = {plan->left, plan->right, xs, false};
    zt_guides_plan(&plan->guides, &axis);
}

/* Places fix the height of the plot, labels and heads where the moments stand. Reports
   chart-too-narrow. */
zt_bump_plan *zt_bump_plan_new(const zt_chart *chart, double width)
{
    zt_bump_plan *plan = ZT_NEW(chart->setting->arena, zt_bump_plan);
    plan->chart = chart;
    plan->moments = zt_moments_of_times(chart->data);
    plan->width = width;
    plan->unit = zt_unit_line(chart, NULL);
    plan->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &plan->notes, width);
    plan->guides = zt_guides_new(chart, 0, width);
    find_places(plan);
    reach_lines(plan);
    plan_ends(plan);
    plan_heads(plan);
    plan_height(plan);
    plan_numbers(plan);
    check_room(plan);
    plan_guides(plan);
    return plan;
}
