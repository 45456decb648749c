/* Planning two values an item on one axis: where the names stand, which value stands at the
   left, the scale that leaves room for the words on both sides, and whether the columns are
   named over the first row or in a key. The axis always holds zero. */
#include "chart/pairs_imp.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double NARROW = ZT_MM(60);    /* below it names stand over their marks */
static const double NAMES_MOST = 0.34;     /* widest column of names, of the width */
static const double NAME_GAP = ZT_MM(2.5); /* from the names to the leftmost value */
static const double NAME_OVER = 0.25;      /* from a name to the marks under it, of the type */
static const double STACK_BELOW = 0.3;     /* an axis shorter than this, of the width, takes the
                                              room of the names too */
static const double ROW_STEP = ZT_MM(6.2); /* from row to row, and at most */
static const double ROW_STEP_MOST = ZT_MM(8.5);
static const double GAP_LEAST = 0.3;       /* between two rows, of the type size */
static const double TICK_GAP = 0.35;       /* from the axis to its numbers, of their size */
static const double KEY_WIDTH = ZT_MM(12); /* the marks of the key with the gaps beside them */
static const double KEY_GAP = 0.5;         /* more under a key than under heads, in em */
enum { TICKS = 5, TICKS_NARROW = 3 };

/* ---- rows ---- */

/* The later of two moments is bold; of a range neither is, since none came first. */
static zt_mark_text value_text(const zt_pairs_plan *plan, size_t row, size_t column)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label");
    if (column == 1 && plan->mark != ZT_PAIRS_RANGE)
        look = zt_chart_strong(chart, &look);
    return zt_moments_text(chart, &plan->moments, row, column, &look);
}

/* Widens a range to the thresholds. */
static void reach_lines(const zt_pairs_plan *plan, double *low, double *high)
{
    for (size_t i = 0; i < plan->guides.count; i++) {
        const zt_guide *guide = plan->guides.boxes[i].guide;
        if (guide->kind != ZT_GUIDE_THRESHOLD)
            continue;
        *low = zt_min(*low, guide->value);
        *high = zt_max(*high, guide->value);
    }
}

/* A logarithmic axis ends at round values about all of its own; an even one grows with the rows. */
static void begin_axis(zt_pairs_plan *plan)
{
    double low = plan->chart->data->spread == ZT_SPREAD_LOG ? INFINITY : 0, high = -low;
    if (!plan->chart->data->spread)
        return;
    for (size_t i = 0; i < 2 * plan->count; i++) {
        const zt_quantity *q = zt_moments_number(&plan->moments, i / 2, i % 2);
        low = q ? zt_min(low, zt_chart_value(plan->chart->data, q)) : low;
        high = q ? zt_max(high, zt_chart_value(plan->chart->data, q)) : high;
    }
    reach_lines(plan, &low, &high);
    plan->scale = zt_tick_scale_round(plan->chart, ZT_ALL_SERIES, zt_min(low, high), high);
    plan->low = plan->scale.low;
    plan->high = plan->scale.high;
}

/* The lesser value stands at the left; what is missing at the right of what is known. Widens the
   range of the axis, which begins as zero. */
static void plan_row(zt_pairs_plan *plan, size_t index)
{
    zt_pairs_row *row = &plan->rows[index];
    for (size_t c = 0; c < 2; c++) {
        row->numbers[c] = zt_moments_number(&plan->moments, index, c);
        row->values[c] = zt_chart_value(plan->chart->data, row->numbers[c]);
    }
    bool both = row->numbers[0] && row->numbers[1];
    row->left = both ? row->values[1] < row->values[0] : row->numbers[1] != NULL;
    const zt_quantity *known = row->numbers[row->left];
    row->least = known ? row->values[row->left] : 0;
    row->most = both ? row->values[1 - row->left] : row->least;
    row->texts[0] = value_text(plan, index, row->left);
    row->texts[1] = value_text(plan, index, 1 - row->left);
    if (!known && plan->scale.kind == ZT_SCALE_LOG) /* at the left, where no mark is drawn */
        row->least = row->most = plan->scale.low;
    if (plan->scale.kind == ZT_SCALE_LINEAR) {
        plan->low = zt_min(plan->low, row->least);
        plan->high = zt_max(plan->high, row->most);
    }
}

/* Breaks all names at `limit` points, highlighted ones in bold; returns the width of the widest. */
static double set_names(zt_pairs_plan *plan, double limit, zt_align align)
{
    zt_look look = zt_chart_look(plan->chart, "label");
    zt_look strong = zt_chart_strong(plan->chart, &look);
    double widest = 0;
    for (size_t i = 0; i < plan->count; i++) {
        bool lit = zt_moments_is_highlit(&plan->moments, i);
        plan->rows[i].name =
            zt_words_within(plan->chart, zt_moments_row(&plan->moments, i), lit ? &strong : &look,
                            zt_moments_row_at(&plan->moments, i), limit, align);
        widest = zt_max(widest, plan->rows[i].name.width);
    }
    return widest;
}

/* ---- the scale ---- */

/* Round ticks within the values, at most `most`; every value is printed, so the axis need not
   reach a tick beyond them. */
static void plan_ticks(zt_pairs_plan *plan, size_t most)
{
    if (plan->low == plan->high)
        plan->high = plan->low + 1; /* zero alone: nothing has a length */
    if (plan->chart->data->spread) {
        plan->ticks = zt_tick_texts_spread(plan->chart, ZT_ALL_SERIES, plan->low, plan->high, most);
        return;
    }
    plan->ticks = zt_tick_texts_of(
        plan->chart, zt_ticks_choose(plan->low, plan->high, most, ZT_TICKS_INSIDE), (zt_str){0});
}

/* The value as the axis spreads it. */
static double even(const zt_pairs_plan *plan, double value)
{
    return zt_scale_even(&plan->scale, value);
}

/* What a row or a tick asks beside the axis: from `least` to the left and from `most` to the right.
 */
typedef struct side_needs {
    double least, left, most, right;
} side_needs;

/* Those of a guide, or behind these of the whole axis, which is longer than its values where it is
   not even. */
static side_needs bare_needs(const zt_pairs_plan *plan, size_t index)
{
    double low = even(plan, plan->low), high = even(plan, plan->high);
    if (index >= plan->guides.count)
        return (side_needs){.least = low, .most = high};
    const zt_guide *guide = plan->guides.boxes[index].guide;
    double level = guide->kind == ZT_GUIDE_THRESHOLD ? even(plan, guide->value) : low;
    return (side_needs){.least = level, .most = level};
}

/* The needs of a row, or, from `count` on, of a tick, whose number is centred on it, or behind
   these of a guide. Values in the unit of the data, widths in points. */
static side_needs needs_of(const zt_pairs_plan *plan, size_t index)
{
    if (index < plan->count) {
        const zt_pairs_row *row = &plan->rows[index];
        return (side_needs){even(plan, row->least), ZT_PAIRS_CLEAR + row->texts[0].width,
                            even(plan, row->most), ZT_PAIRS_CLEAR + row->texts[1].width};
    }
    size_t tick = index - plan->count;
    if (tick >= plan->ticks.ticks.count) /* a line, whose name stands over the rows; the end */
        return bare_needs(plan, tick - plan->ticks.ticks.count);
    double half = plan->ticks.texts[tick].width / 2;
    double at = even(plan, zt_tick_value(&plan->ticks, tick));
    return (side_needs){at, half, at, half};
}

/* The largest unit at which what each asks at the left leaves room for what each asks at the
   right; every pair is tried, as the outermost value need not have the widest words. A unit of 0
   says that there is no room. */
static void plan_scale(zt_pairs_plan *plan, double left)
{
    size_t count = plan->count + plan->ticks.ticks.count + plan->guides.count +
                   (plan->scale.kind == ZT_SCALE_LINEAR ? 0 : 1);
    double low = even(plan, plan->low), high = even(plan, plan->high);
    double edge = plan->width - plan->guides.right;
    plan->unit = (edge - left) / (high - low);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++) {
            side_needs a = needs_of(plan, i), b = needs_of(plan, k);
            double room = edge - left - a.left - b.right;
            if (b.most > a.least)
                plan->unit = fmin(plan->unit, room / (b.most - a.least));
            else if (room < 0)
                plan->unit = 0;
        }
    plan->unit = fmax(plan->unit, 0);
    plan->zero = left - low * plan->unit;
    for (size_t i = 0; i < count; i++) {
        side_needs a = needs_of(plan, i);
        plan->zero = fmax(plan->zero, left + a.left - a.least * plan->unit);
    }
}

/* Beside the marks; over them in a narrow column, or where they would leave these too little. */
static void plan_names(zt_pairs_plan *plan)
{
    double widest = set_names(plan, NAMES_MOST * plan->width, ZT_ALIGN_START);
    plan_scale(plan, widest + NAME_GAP);
    double axis = (even(plan, plan->high) - even(plan, plan->low)) * plan->unit;
    plan->stacked = plan->width < NARROW || axis < STACK_BELOW * plan->width;
    if (!plan->stacked)
        return;
    set_names(plan, plan->width - plan->guides.right, ZT_ALIGN_START); /* brackets stand there */
    plan_scale(plan, 0);
}

/* As many ticks as stay apart; one where no two do, since all values are printed. Names, ticks
   and scale depend on each other and are set anew at each try. Reports chart-too-narrow. */
static void plan_axis(zt_pairs_plan *plan)
{
    const zt_chart *chart = plan->chart;
    size_t most = plan->width < NARROW ? TICKS_NARROW : TICKS;
    do {
        plan_ticks(plan, most);
        plan_names(plan);
    } while (zt_tick_texts_meet(&plan->ticks, plan->unit) && most-- > 2);
    if (zt_tick_texts_meet(&plan->ticks, plan->unit))
        plan->ticks.ticks.count = 1;
    if (plan->unit <= 0)
        zt_report(chart->setting->diags, ZT_ERROR, "chart-too-narrow", chart->block->at,
                  "宽 %.0f 毫米放不下这张图：数值已占满，线没有位置；应加宽或缩短数值",
                  "a width of %.0f mm leaves no room for lines between their values; make it wider "
                  "or shorten the values",
                  zt_mm_from_pt(plan->width));
}

double zt_pairs_x(const zt_pairs_plan *plan, double value)
{
    return plan->zero + even(plan, value) * plan->unit;
}

/* ---- heads ---- */

double zt_pairs_key_width(void)
{
    return KEY_WIDTH;
}

/* Over the value of the first row, moved inwards where the head would leave the plot. */
double zt_pairs_head_x(const zt_pairs_plan *plan, size_t column)
{
    double half = plan->heads[column].width / 2;
    double x = zt_pairs_x(plan, plan->rows[0].values[column]);
    return zt_clamp(x, half, plan->width - half);
}

/* The names of the two columns, broken at `limit` points, and their height with the gap under
   them. */
static void set_heads(zt_pairs_plan *plan, double limit, zt_align align)
{
    zt_look look = zt_chart_look(plan->chart, "label");
    plan->head_height = 0;
    for (size_t c = 0; c < 2; c++) {
        plan->heads[c] = zt_words_within(plan->chart, zt_moments_column(&plan->moments, c), &look,
                                         zt_moments_column_at(&plan->moments, c), limit, align);
        plan->head_height = zt_max(plan->head_height, plan->heads[c].height);
    }
    if (plan->head_height > 0)
        plan->head_height += 0.4 * look.text.size;
}

/* Over the ends of the first row; in a key where they would meet there, or in a narrow column. */
static void plan_heads(zt_pairs_plan *plan)
{
    const zt_pairs_row *first = &plan->rows[0];
    double em = zt_chart_look(plan->chart, "label").text.size;
    set_heads(plan, plan->width, ZT_ALIGN_CENTRE);
    double apart = fabs(zt_pairs_head_x(plan, 0) - zt_pairs_head_x(plan, 1));
    bool known = first->numbers[0] && first->numbers[1];
    plan->has_key = plan->stacked || plan->guides.over > 0 || !known ||
                    apart < (plan->heads[0].width + plan->heads[1].width) / 2 + em;
    if (plan->has_key)
        set_heads(plan, (plan->width - KEY_WIDTH) / 2, ZT_ALIGN_START);
    if (plan->has_key && plan->head_height > 0)
        plan->head_height += KEY_GAP * em;
}

/* ---- heights ---- */

/* The height of the taller of the two values of a row: a missing one stands in a slot. */
static double marks_height(const zt_pairs_plan *plan, size_t row)
{
    const zt_pairs_row *r = &plan->rows[row];
    return zt_max(zt_mark_text_height(&r->texts[0]), zt_mark_text_height(&r->texts[1]));
}

double zt_pairs_row_height(const zt_pairs_plan *plan, size_t row)
{
    const zt_words *name = &plan->rows[row].name;
    double size = zt_chart_look(plan->chart, "label").text.size;
    if (plan->stacked && name->height > 0)
        return name->height + NAME_OVER * size + marks_height(plan, row);
    return zt_max(name->height, marks_height(plan, row));
}

/* Marks stand below a name over them, else in the middle of the row. */
double zt_pairs_row_middle(const zt_pairs_plan *plan, size_t row)
{
    double height = zt_pairs_row_height(plan, row);
    return plan->stacked ? height - marks_height(plan, row) / 2 : height / 2;
}

/* All rows with this gap after each. */
static double rows_height(const zt_pairs_plan *plan, double gap)
{
    double height = gap * (double)plan->count;
    for (size_t i = 0; i < plan->count; i++)
        height += zt_pairs_row_height(plan, i);
    return height;
}

/* The gap between rows follows from the wished step from row to row, less when the page is full;
   names of several lines keep at least a part of the type size. */
static void plan_heights(zt_pairs_plan *plan)
{
    double size = zt_chart_look(plan->chart, "label").text.size;
    double ticks = zt_chart_look(plan->chart, "tick").text.size;
    double least = GAP_LEAST * size, natural = zt_max(least, ROW_STEP - 1.1 * size);
    plan->gap = least + (natural - least) * zt_setting_squeeze(plan->chart->setting);
    plan->gap_max = zt_max(plan->gap, ROW_STEP_MOST - 1.1 * size);
    plan->unit_line = zt_unit_line(plan->chart, NULL);
    plan->foot_height = ZT_CHART_TICK + (1 + TICK_GAP) * ticks;
    plan->notes = zt_note_list_new(plan->chart, plan->width);
    zt_note_list_spread(plan->chart, &plan->notes, plan->width);
}

double zt_pairs_fixed_height(const zt_pairs_plan *plan)
{
    return plan->unit_line + plan->head_height + plan->guides.over + plan->foot_height +
           plan->notes.height;
}

/* Rows fix the range, the range the axis with the names beside it; heads need the place of the
   first row on it. */
zt_pairs_plan *zt_pairs_plan_new(const zt_chart *chart, double width, zt_pairs_mark mark)
{
    zt_pairs_plan *plan = ZT_NEW(chart->setting->arena, zt_pairs_plan);
    plan->chart = chart;
    plan->mark = mark;
    plan->width = width;
    plan->moments = zt_moments_of_pairs(chart->data);
    plan->count = plan->moments.row_count;
    plan->rows = ZT_ARRAY(chart->setting->arena, plan->count, zt_pairs_row);
    plan->guides = zt_lying_guides_new(chart, width);
    begin_axis(plan);
    for (size_t i = 0; i < plan->count; i++)
        plan_row(plan, i);
    reach_lines(plan, &plan->low, &plan->high);
    plan_axis(plan);
    plan_heads(plan);
    plan_heights(plan);
    return plan;
}

zt_chart_plan zt_pairs_plan_chart(const zt_chart *chart, double width, zt_pairs_mark mark)
{
    const zt_pairs_plan *plan = zt_pairs_plan_new(chart, width, mark);
    double fixed = zt_pairs_fixed_height(plan);
    return (zt_chart_plan){
        .extent = {fixed + rows_height(plan, plan->gap), fixed + rows_height(plan, plan->gap_max)},
        .own = plan};
}
