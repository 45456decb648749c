/* Planning boxes and strips: one axis for all groups, dots that lie beside one another where their
   values are near, quartiles, and the names of those that matter under their row. */
#include "chart/box_imp.h"

#include "chart/legend.h"
#include "labels/leaders.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double NARROW = ZT_MM(60);
static const double NAMES_SHARE = 0.26; /* of the width, for the names */
/* Radii of dots, the largest first: the first at which none lies over another. */
static const double RADII[] = {ZT_MM(0.78), ZT_MM(0.6), ZT_MM(0.45), ZT_MM(0.35)};
static const double APART = ZT_MM(0.12); /* paper between two dots */
/* Dots of each radius lie at most so far from the middle of their row. */
static const double SWARM[] = {ZT_MM(9), ZT_MM(12), ZT_MM(14), ZT_MM(60)};
static const double BETWEEN = ZT_MM(2.2); /* between two rows */
/* Fewer have no box, more have no dots. */
enum { BOX_LEAST = 8, DOTS_MOST = 150, MEDIAN_LEAST = 3 };
enum { NAMES_MOST = 10, LEVELS_MOST = 4 }; /* of one row */

/* ---- dots ---- */

/* Whether a dot would touch one of those before it. */
static bool touches(const zt_box_row *row, size_t i, zt_point at, double apart)
{
    for (size_t k = i; k-- > 0;) {
        const zt_box_dot *other = &row->dots[k];
        if (at.x - other->at.x >= apart)
            return false; /* those before lie farther left still */
        if (hypot(at.x - other->at.x, at.y - other->at.y) < apart - 1e-9)
            return true;
    }
    return false;
}

/* Each dot as near to the middle of its row as those before it let it, below and above in turn;
   one without room lies over another. Gives how many do. */
static size_t place_dots(const zt_box_plan *plan, zt_box_row *row, double swarm)
{
    size_t hidden = 0;
    double apart = 2 * plan->radius + APART, step = apart / 2;
    int most = (int)(swarm / step);
    row->dot_count = row->all.count > DOTS_MOST ? 0 : row->all.count;
    row->half = 0;
    row->dots = ZT_ARRAY(plan->chart->setting->arena, row->all.count + 1, zt_box_dot);
    for (size_t i = 0; i < row->all.count; i++) {
        zt_box_dot *dot = &row->dots[i];
        dot->of = &row->all.values[i];
        dot->lit = dot->of->item->highlight || row->lit;
        dot->at = (zt_point){zt_scale_at(&plan->across, dot->of->value), 0};
        dot->hidden = true;
        for (int k = 0; row->dot_count > 0 && k <= 2 * most; k++) {
            zt_point at = {dot->at.x, (k % 2 ? step : -step) * ((k + 1) / 2)};
            if (touches(row, i, at, apart))
                continue;
            dot->at = at;
            dot->hidden = false;
            break;
        }
        if (row->dot_count > 0)
            row->half = zt_max(row->half, fabs(dot->at.y) + plan->radius);
        hidden += row->dot_count > 0 && dot->hidden;
    }
    return hidden;
}

/* The dots of all groups, of one size. */
static void place_all(zt_box_plan *plan)
{
    size_t hidden = 1;
    for (size_t r = 0; hidden > 0 && r < sizeof RADII / sizeof *RADII; r++) {
        plan->radius = RADII[r];
        hidden = 0;
        for (size_t i = 0; i < plan->count; i++)
            hidden += place_dots(plan, &plan->rows[i], SWARM[r]);
    }
}

/* ---- one group ---- */

/* Quartiles, box and median, as far as there are enough observations. */
static void set_box(const zt_box_plan *plan, zt_box_row *row)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "value");
    if (row->lit)
        look = zt_chart_inked(look, chart->params->accent);
    if (row->all.count == 0)
        return;
    for (int i = 0; i < 5; i++)
        row->quarter[i] = zt_scale_at(&plan->across, zt_observations_quantile(&row->all, 0.25 * i));
    row->has_median = row->all.count >= MEDIAN_LEAST;
    row->has_box =
        row->all.count >= BOX_LEAST && (plan->look == ZT_BOX_BOXES || row->all.count > DOTS_MOST);
    if (row->has_box)
        row->half = zt_max(row->half, ZT_BOX_HEIGHT / 2);
    if (!row->has_median)
        return;
    row->half = zt_max(row->half, ZT_BOX_MEDIAN / 2);
    zt_str said = zt_observations_print(chart, &row->all, zt_observations_quantile(&row->all, 0.5));
    row->median = zt_mark_text_new(chart, said, &look, chart->data->kind_at);
}

/* Names a dot under its row, once. */
static void add_name(const zt_box_plan *plan, zt_box_row *row, size_t dot)
{
    const zt_chart *chart = plan->chart;
    const zt_observation *o = &row->all.values[dot];
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    for (size_t i = 0; i < row->name_count; i++)
        if (row->names[i].dot == dot)
            return;
    if (row->name_count == NAMES_MOST)
        return;
    size_t series = (size_t)(row - plan->rows);
    zt_str value = zt_chart_label_at(chart, o->index, series).value;
    const char *text =
        zt_arena_printf(chart->setting->arena, "%.*s %.*s", ZT_ARG(o->item->key), ZT_ARG(value));
    row->names[row->name_count++] = (zt_box_name){
        .dot = dot,
        .text = zt_mark_text_new(chart, zt_str_from(text), o->item->highlight ? &strong : &look,
                                 o->quantity->at)};
}

/* Levels under the row; what finds none, or has no room beside the names of the
   groups, is told below. */
static void hang_names(const zt_box_plan *plan, zt_box_row *row)
{
    zt_arena *arena = plan->chart->setting->arena;
    zt_hung_label *labels = ZT_ARRAY(arena, row->name_count + 1, zt_hung_label);
    size_t count = 0, *of = ZT_ARRAY(arena, row->name_count + 1, size_t);
    for (size_t i = 0; i < row->name_count; i++) {
        zt_box_name *name = &row->names[i];
        double x = row->dots[name->dot].at.x, width = name->text.width;
        name->level = ZT_LEVEL_NONE;
        name->left = zt_clamp(x - width / 2, plan->names, zt_max(plan->names, plan->width - width));
        if (width > plan->width - plan->names)
            continue;
        of[count] = i;
        labels[count++] =
            (zt_hung_label){.anchor = x, .from = name->left, .to = name->left + width};
    }
    row->levels = zt_labels_hang(arena, labels, count, ZT_BOX_GAP, LEVELS_MOST);
    for (size_t i = 0; i < count; i++)
        row->names[of[i]].level = labels[i].level;
}

/* Highlighted ones, and the ends: of every group, in narrow places of all groups together. */
static void set_names(const zt_box_plan *plan, zt_box_row *row, double low, double high)
{
    zt_arena *arena = plan->chart->setting->arena;
    size_t count = row->all.count, last = count - 1;
    row->names = ZT_ARRAY(arena, NAMES_MOST, zt_box_name);
    for (size_t i = 0; i < count; i++)
        if (row->all.values[i].item->highlight)
            add_name(plan, row, i);
    if (count > 0 && low < high) {
        if (!plan->narrow || row->all.values[0].value <= low)
            add_name(plan, row, 0);
        if (!plan->narrow || row->all.values[last].value >= high)
            add_name(plan, row, last);
    }
    hang_names(plan, row);
}

/* ---- the axis ---- */

/* The ticks of all groups; the last one says per cent. */
static void set_ticks(zt_box_plan *plan, double low, double high)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    plan->ticks = zt_tick_texts_spread(chart, ZT_ALL_SERIES, low, high, plan->narrow ? 4 : 7);
    zt_mark_text *last = &plan->ticks.texts[plan->ticks.ticks.count - 1];
    if (zt_unit_is_per_cent(chart->data) && !zt_chart_unit_is_told(arena, chart->data))
        *last = zt_mark_text_new(chart,
                                 zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(last->text),
                                                             ZT_ARG(chart->data->unit))),
                                 &last->look, last->at);
}

/* The axis between the names and the right edge, dots at its ends within the plot. */
static void set_across(zt_box_plan *plan)
{
    double first = plan->ticks.texts[0].width / 2;
    double last = plan->ticks.texts[plan->ticks.ticks.count - 1].width / 2;
    plan->across = zt_tick_scale(&plan->ticks, plan->names + zt_max(first, plan->radius),
                                 plan->width - zt_max(last, plan->radius));
}

/* ---- the whole ---- */

/* Names of the groups and how many they hold; gives what these take at the left. */
static double name_rows(zt_box_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    zt_look tick = zt_chart_look(chart, "tick");
    double limit = plan->narrow ? 0.7 * plan->width : NAMES_SHARE * plan->width, widest = 0;
    for (size_t i = 0; i < plan->count; i++) {
        zt_box_row *row = &plan->rows[i];
        if (data->series[i].len == 0)
            continue;
        const char *number = zt_arena_printf(chart->setting->arena, "n=%zu", row->all.count);
        row->name = zt_words_new(chart, data->series[i], row->lit ? &strong : &look, data->kind_at,
                                 limit, ZT_ALIGN_START);
        row->number = zt_mark_text_new(chart, zt_str_from(number), &tick, data->kind_at);
        widest = zt_max(widest, zt_max(row->name.width, row->number.width));
    }
    return plan->narrow || widest <= 0 ? 0 : widest + 2 * ZT_BOX_GAP;
}

/* The rows from the top down: the name where it stands over the dots, the value of the median,
   dots and box, named observations. */
static void stack_rows(zt_box_plan *plan)
{
    double y = plan->head;
    for (size_t i = 0; i < plan->count; i++) {
        zt_box_row *row = &plan->rows[i];
        double median = row->has_median ? zt_mark_text_height(&row->median) : 0;
        double name = plan->narrow && row->name.para ? row->name.height + ZT_BOX_GAP / 2 : 0;
        row->half = zt_max(row->half, plan->radius);
        row->top = y + (i > 0 ? BETWEEN : 0);
        row->middle = row->top + name + median + row->half;
        y = row->middle + row->half + (double)row->levels * plan->level +
            (row->levels > 0 ? ZT_BOX_GAP / 2 : 0);
        if (!plan->narrow && row->name.para) {
            double half = (row->name.height + zt_mark_text_height(&row->number)) / 2;
            double over = zt_max(0, half - (row->middle - row->top));
            row->middle += over;
            y = zt_max(y + over, row->middle + half);
        }
        row->height = y - row->top;
    }
    plan->base = y + BETWEEN;
    plan->foot = plan->base + ZT_CHART_TICK + 1.4 * plan->ticks.size;
}

/* Adds a text behind the others. */
static void tell(zt_box_plan *plan, const char *text, zt_pos at)
{
    const char *parted = zt_arena_printf(plan->chart->setting->arena, "%s%s",
                                         zt_foot_list_mark(plan->chart, &plan->told), text);
    zt_foot_list_add(&plan->told, zt_str_from(parted), at);
}

/* What the marks mean, and what has no mark or name of its own. */
static void plan_told(zt_box_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    zt_pos at = chart->data->kind_at;
    bool boxes = false, medians = false, small = false, large = false;
    size_t hidden = 0;
    plan->told = zt_foot_list_new(chart, plan->count * NAMES_MOST + 6);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_box_row *row = &plan->rows[i];
        boxes = boxes || row->has_box;
        medians = medians || row->has_median;
        small = small || row->all.count < BOX_LEAST;
        large = large || row->all.count > DOTS_MOST;
        for (size_t k = 0; k < row->dot_count; k++)
            hidden += row->dots[k].hidden;
    }
    if (plan->count == 1 && chart->data->series[0].len == 0)
        tell(plan, zt_arena_printf(arena, "n=%zu", plan->rows[0].all.count), at);
    if (boxes)
        tell(plan,
             small ? ZT_CHART_IN(chart, "浅块为中间一半，不足8个不画",
                                 "the light box holds the middle half; none below 8 values")
                   : ZT_CHART_IN(chart, "浅块为中间一半", "the light box holds the middle half"),
             at);
    if (medians)
        tell(plan, ZT_CHART_IN(chart, "竖线为中位数（推算）", "the line is the median (computed)"),
             at);
    if (large)
        tell(plan, ZT_CHART_IN(chart, "超过150个的组不画点", "no dots for groups of more than 150"),
             at);
    if (hidden > 0)
        tell(plan,
             zt_arena_printf(
                 arena,
                 ZT_CHART_IN(chart, "另有%zu点与所画的重叠", "%zu more dots lie under those drawn"),
                 hidden),
             at);
    for (size_t i = 0; i < plan->count; i++)
        for (size_t k = 0; k < plan->rows[i].name_count; k++) {
            const zt_box_name *name = &plan->rows[i].names[k];
            if (name->level == ZT_LEVEL_NONE)
                tell(plan, zt_arena_printf(arena, "%.*s", ZT_ARG(name->text.text)), name->text.at);
        }
    zt_foot_list_set(chart, &plan->told, plan->width);
}

/* The observations of all groups, and the least and the greatest of them. */
static void read_groups(zt_box_plan *plan, double *low, double *high)
{
    const zt_chart_data *data = plan->chart->data;
    plan->count = data->series_count;
    plan->rows = ZT_ARRAY(plan->chart->setting->arena, plan->count, zt_box_row);
    plan->radius = RADII[0];
    *low = INFINITY;
    *high = -INFINITY;
    for (size_t i = 0; i < plan->count; i++) {
        zt_box_row *row = &plan->rows[i];
        row->all = zt_observations_new(plan->chart, i);
        row->lit = data->series[i].len > 0 && zt_chart_series_is_lit(data, i);
        if (row->all.count == 0)
            continue;
        *low = zt_min(*low, row->all.values[0].value);
        *high = zt_max(*high, row->all.values[row->all.count - 1].value);
    }
    if (*low > *high)
        *low = *high = 0;
}

zt_chart_plan zt_box_plan_chart(const zt_chart *chart, double width, zt_box_look look)
{
    zt_box_plan *plan = ZT_NEW(chart->setting->arena, zt_box_plan);
    double low, high;
    *plan = (zt_box_plan){.chart = chart, .width = width, .narrow = width < NARROW, .look = look};
    plan->unsaid = zt_observations_unsaid(chart);
    plan->level = 1.25 * zt_chart_look(chart, "label").text.size;
    plan->head = zt_unit_line(chart, NULL);
    read_groups(plan, &low, &high);
    set_ticks(plan, low, high);
    plan->names = name_rows(plan);
    set_across(plan);
    place_all(plan);
    for (size_t i = 0; i < plan->count; i++) {
        set_box(plan, &plan->rows[i]);
        set_names(plan, &plan->rows[i], low, high);
    }
    stack_rows(plan);
    plan_told(plan);
    plan->notes = zt_note_list_new(chart, width);
    double height = plan->foot + plan->told.height + plan->notes.height;
    return (zt_chart_plan){.extent = {height, height}, .own = plan, .unsaid = plan->unsaid};
}

bool zt_box_check(const zt_chart_data *data, zt_diags *diags, const char *kind)
{
    return zt_chart_check_items(data, diags, kind) && zt_chart_check_values(data, diags, kind);
}
