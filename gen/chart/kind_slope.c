/* Slopes: two moments as two axes, a line for each item between its two values, for a change
   that twin columns of nearly equal length would hide. The plan decides where names and values
   stand, how far the axes lie apart and whether the first annotation becomes a bracket at the
   right; drawing only shares out the height. The scale runs from the least to the greatest value
   and need not hold zero, since slopes and not lengths are compared. */
#include "chart/annotation.h"
#include "chart/end_labels.h"
#include "chart/foot_list.h"
#include "chart/guides.h"
#include "chart/scale.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double AXIS_LINE = ZT_MM(0.25);  /* weight of the two axes */
static const double HALO = ZT_MM(0.3);        /* paper beside a highlit line */
static const double HEIGHT_LEAST = ZT_MM(42); /* of the axes */
static const double SPARE = 1.3;          /* height up to which spare is used, of the natural one */
static const double APART_LEAST = 0.28;   /* from axis to axis, of the width */
static const double APART_TIGHT = 0.18;   /* the same where names have to break for it */
static const double APART_BRACKET = 0.28; /* the same beside a bracket */
static const double APART_WEDGE = 0.2;    /* and of one whose number is the hero */
static const double NAMES_MOST = 0.3;     /* widest names, of the width */
static const double NAMES_BESIDE = 4; /* narrowest measure of names beside their values, in em */
static const double NAMES_LEAST = 2;  /* narrowest measure of names, in em */
static const double HEAD_GAP = ZT_MM(1.6); /* from the heads to the axes */
static const double HOOK = ZT_MM(1.3);     /* of the bracket */

/* What a template may set: weights of the lines, radii of their ends, the height of the axes by the
   width and its ceiling, the widest that may stand at the bracket. With a wedge the stretch between
   the two lines that the bracket spans is a panel, and the axes are no lines. */
typedef struct slope_params {
    double line, line_lit, dot, dot_lit;
    double height_ratio, height_most, bracket_share;
    bool wedge;
} slope_params;

/* All that follows from the data and the width, in the arena of the setting; points, frame of
   the plot. Nothing in it changes while it is drawn, so that one plan can be drawn twice. */
typedef struct slope_plan {
    const zt_chart *chart;
    const slope_params *params;
    zt_moments moments;
    double width, unit; /* of the whole; height of the unit's line */
    double x[2];        /* of the axes */
    zt_words heads[2];
    double head_height;
    /* Labels left of the first axis and right of the second; their heights are final only in the
       copy that draw_ends makes for the height in force. */
    zt_end_labels ends[2];
    double low, high;      /* least and greatest value */
    double axis, axis_max; /* heights of the axes */
    /* From the ends of the axes to the outermost values, so that their labels stay within. */
    double inset;
    /* The row whose two values the bracket spans; the count of rows when there is none. */
    size_t bracket_row;
    zt_note_box bracket; /* what stands beside it */
    /* A <bracket> in place of the annotation: NULL without one. */
    const zt_guide *gap;
    zt_guides guides;   /* thresholds, named in a key over the heads */
    zt_foot_list told;  /* brackets without room at the right */
    zt_note_list notes; /* the others */
} slope_plan;

/* ---- planning ---- */

/* The least and the greatest of the values that have a number, in the unit of the data; both
   stay 0 where there is none. */
static void find_range(slope_plan *plan)
{
    bool any = false;
    for (size_t row = 0; row < plan->moments.row_count; row++)
        for (size_t c = 0; c < 2; c++) {
            const zt_quantity *q = zt_moments_number(&plan->moments, row, c);
            if (!q)
                continue;
            double value = zt_chart_value(plan->chart->data, q);
            plan->low = any ? zt_min(plan->low, value) : value;
            plan->high = any ? zt_max(plan->high, value) : value;
            any = true;
        }
}

/* The labels of one axis with names at most `limit` points wide; a limit of 0 leaves the values
   alone. */
static zt_end_labels side_labels(const slope_plan *plan, size_t side, double limit, bool stacked)
{
    return zt_end_labels_new(plan->chart, &plan->moments,
                             (zt_ends_wish){.column = side,
                                            .side = side == 0 ? ZT_ENDS_LEFT : ZT_ENDS_RIGHT,
                                            .limit = limit,
                                            .stacked = stacked});
}

/* Labels keep clear of dots of the usual size; of larger ones by so much more. */
static double dot_over(const slope_plan *plan)
{
    return zt_max(0, plan->params->dot_lit - ZT_MM(1.2));
}

/* Points from axis to axis when both sides have their labels and a bracket takes `right` points. */
static double apart(const slope_plan *plan, double right)
{
    return plan->width - right - plan->ends[0].width - plan->ends[1].width -
           2 * (ZT_ENDS_CLEAR + dot_over(plan));
}

/* Whether bars have room where slopes have none: values on both sides of zero take as much at the
   ends of bars as at those of slopes. */
static bool bars_would_serve(const slope_plan *plan)
{
    return plan->low >= 0 || plan->high <= 0;
}

/* Reports chart-too-narrow. */
static void report_narrow(const slope_plan *plan)
{
    bool bars = bars_would_serve(plan);
    zt_report(plan->chart->setting->diags, ZT_ERROR, "chart-too-narrow", plan->chart->block->at,
              "宽 %.0f 毫米放不下这张斜率图：两端的数值和名称已占满；应加宽，或%s%.0s",
              "a width of %.0f mm leaves this slope chart no room between the values and names "
              "at its ends; make it wider or %.0s%s",
              zt_mm_from_pt(plan->width), bars ? "改用 bar" : "缩短数值（如改用较大的单位）",
              bars ? "use bar" : "shorten the values, as by a larger unit");
}

/* Whether all lines begin at one value. */
static bool is_one_start(const slope_plan *plan)
{
    const zt_moments *m = &plan->moments;
    const zt_quantity *first = zt_moments_number(m, 0, 0);
    for (size_t row = 1; first && row < m->row_count; row++) {
        const zt_quantity *q = zt_moments_number(m, row, 0);
        if (!q || zt_num_compare(q->value, first->value) != 0)
            return false;
    }
    return first != NULL;
}

/* Beside a wedge names stand over their values at the right alone, and a value that all lines begin
   at is said once. */
static void plan_wedge_ends(slope_plan *plan)
{
    double most = NAMES_MOST * plan->width;
    plan->ends[0] = side_labels(plan, 0, 0, false);
    plan->ends[1] = side_labels(plan, 1, most, true);
    if (is_one_start(plan))
        plan->ends[0].count = 1;
    if (apart(plan, 0) < zt_chart_look(plan->chart, "label").text.size)
        report_narrow(plan);
}

/* Names on both sides; where these leave the lines no room, right of them alone, in a measure
   that does, and under the values where that would be too narrow. Reports chart-too-narrow when
   even then the axes come nearer to each other than one em. */
static void plan_ends(slope_plan *plan)
{
    if (plan->params->wedge) {
        plan_wedge_ends(plan);
        return;
    }
    double most = NAMES_MOST * plan->width;
    double em = zt_chart_look(plan->chart, "label").text.size;
    double least = APART_LEAST * plan->width;
    plan->ends[0] = side_labels(plan, 0, most, false);
    plan->ends[1] = side_labels(plan, 1, most, false);
    if (apart(plan, 0) >= least)
        return;
    plan->ends[0] = side_labels(plan, 0, 0, false);
    plan->ends[1] = side_labels(plan, 1, 0, false);
    double values = plan->ends[1].width, tight = APART_TIGHT * plan->width;
    double beside = apart(plan, 0) - tight - ZT_ENDS_GAP;
    bool stacked = beside < NAMES_BESIDE * em;
    double room = stacked ? apart(plan, 0) - tight + values : beside;
    most = stacked ? zt_max(most, values) : most;
    plan->ends[1] = side_labels(plan, 1, zt_max(NAMES_LEAST * em, zt_min(most, room)), stacked);
    if (apart(plan, 0) < em)
        report_narrow(plan);
}

/* The row that the first annotation names alone, with a key figure, when both its values are known;
   else the count of rows. */
static size_t bracket_row(const slope_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    const zt_moments *m = &plan->moments;
    const zt_annotation *note = data->annotations;
    if (data->annotation_count == 0 || note->key_count != 1 || m->turned)
        return m->row_count;
    for (size_t row = 0; row < m->row_count; row++)
        if (zt_annotation_names(note, data->items[row].key) && zt_moments_number(m, row, 0) &&
            zt_moments_number(m, row, 1))
            return row;
    return m->row_count;
}

/* A difference as an annotation: its number as a key figure, then 个百分点 where it is of per
   cents, and the author's words; `bare` with a small plus, where the words say which is more. */
static const zt_annotation *note_of(const zt_chart *chart, const zt_guide *gap, bool bare)
{
    zt_str points = zt_points_unit(chart->data->language);
    zt_arena *arena = chart->setting->arena;
    zt_annotation *note = ZT_NEW(arena, zt_annotation);
    zt_quantity *figure = ZT_NEW(arena, zt_quantity);
    bool parted = zt_str_ends(gap->figure, points.data);
    size_t sign = bare && zt_str_starts(gap->figure, "+") ? 1 : 0;
    zt_str number =
        zt_str_trim(zt_str_slice(gap->figure, 0, gap->figure.len - (parted ? points.len : 0)));
    zt_rich unit = zt_rich_of(arena, parted ? points : (zt_str){0}, gap->at);
    zt_rich name = zt_rich_of(arena, gap->name, gap->at);
    zt_span line_end = {.kind = ZT_SPAN_BREAK, .at = gap->at};
    *figure = (zt_quantity){.text = number,
                            .figure_first = sign,
                            .figure_end = number.len,
                            .has_number = true,
                            .unit = parted ? points : chart->data->unit,
                            .unit_given = true, /* it is said elsewhere */
                            .kind = ZT_Q_VALUE,
                            .language = chart->data->language,
                            .at = gap->at};
    *note = (zt_annotation){.text = zt_rich_of(arena, number, gap->at),
                            .label = zt_rich_join(arena, &unit, &line_end, &name),
                            .figure = figure,
                            .at = gap->at};
    return note;
}

/* The first <bracket> stands at the right where that leaves the axes room, its difference under its
   words. */
static double plan_gap(slope_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    for (size_t i = 0; i < data->guide_count && !plan->gap; i++)
        plan->gap = data->guides[i].kind == ZT_GUIDE_BRACKET ? &data->guides[i] : NULL;
    if (!plan->gap)
        return 0;
    plan->bracket = zt_note_box_new(
        plan->chart,
        note_of(plan->chart, plan->gap, plan->params->wedge && plan->gap->name.len > 0),
        plan->params->bracket_share * plan->width);
    double right = 3 * HOOK + ZT_ENDS_GAP + plan->bracket.width;
    double least = plan->params->wedge ? APART_WEDGE : APART_BRACKET;
    /* a figure that was shrunk to the room is as wide but for its gaps */
    double most = plan->params->bracket_share * plan->width + (plan->params->wedge ? HOOK : 0);
    if (plan->bracket.width <= most && apart(plan, right) >= least * plan->width)
        return right;
    plan->gap = NULL;
    return 0;
}

/* The other ones in words under the axes: 差距 +15；… */
static void plan_told(slope_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    plan->told = zt_foot_list_new(plan->chart, data->guide_count);
    for (size_t i = 0; i < data->guide_count; i++) {
        const zt_guide *guide = &data->guides[i];
        if (guide->kind != ZT_GUIDE_BRACKET || guide == plan->gap)
            continue;
        const char *words =
            zt_arena_printf(plan->chart->setting->arena, "%s%.*s%s%.*s",
                            zt_foot_list_mark(plan->chart, &plan->told), ZT_ARG(guide->name),
                            guide->name.len > 0 ? " " : "", ZT_ARG(guide->figure));
        zt_foot_list_add(&plan->told, zt_str_from(words), guide->at);
    }
    zt_foot_list_set(plan->chart, &plan->told, plan->width);
}

/* What the bracket and its words take at the right; 0 where they do not fit: then the annotation
   stands under the chart with the others. */
static double plan_bracket(slope_plan *plan)
{
    plan->notes = zt_note_list_new(plan->chart, plan->width);
    size_t row = bracket_row(plan), none = plan->moments.row_count;
    plan->bracket_row = none;
    double gap = plan_gap(plan);
    plan_told(plan);
    if (row == none || gap > 0)
        return gap;
    plan->bracket = zt_note_box_new(plan->chart, plan->chart->data->annotations,
                                    plan->params->bracket_share * plan->width);
    double right = 3 * HOOK + ZT_ENDS_GAP + plan->bracket.width;
    if (!plan->bracket.figure || plan->bracket.width > plan->params->bracket_share * plan->width ||
        apart(plan, right) < APART_BRACKET * plan->width)
        return 0;
    plan->bracket_row = row;
    zt_note_list_shift(plan->chart, &plan->notes);
    return right;
}

/* Each head has its half of the width, so that the two never meet. */
static void plan_heads(slope_plan *plan, double right)
{
    double middle = (plan->x[0] + plan->x[1]) / 2;
    zt_look look = zt_chart_look(plan->chart, "label");
    double limits[2] = {middle - ZT_ENDS_GAP, plan->width - right - middle - ZT_ENDS_GAP};
    for (size_t c = 0; c < 2; c++) {
        plan->heads[c] =
            zt_words_within(plan->chart, zt_moments_column(&plan->moments, c), &look,
                            zt_moments_column_at(&plan->moments, c), limits[c], ZT_ALIGN_CENTRE);
        plan->head_height = zt_max(plan->head_height, plan->heads[c].height);
    }
    if (plan->head_height > 0)
        plan->head_height += HEAD_GAP;
}

/* The height of the axes: a share of the width within bounds, less when the page is full, never
   less than what the labels of one side or the words at the bracket need. */
static void plan_height(slope_plan *plan)
{
    double natural = zt_clamp(plan->params->height_ratio * plan->width, HEIGHT_LEAST,
                              zt_max(HEIGHT_LEAST, plan->params->height_most));
    double least = zt_min(natural, HEIGHT_LEAST);
    double labels = zt_max(plan->ends[0].room, plan->ends[1].room);
    plan->inset = zt_chart_look(plan->chart, "label").text.size;
    plan->axis = least + (natural - least) * zt_setting_squeeze(plan->chart->setting);
    plan->axis = zt_max(plan->axis, labels);
    plan->axis_max = SPARE * zt_max(natural, labels);
    if (plan->bracket_row < plan->moments.row_count || plan->gap)
        plan->axis = zt_max(plan->axis, plan->bracket.height);
}

/* What stands over and under the axes and does not grow with them. */
static double fixed_height(const slope_plan *plan)
{
    return plan->unit + zt_guides_height(&plan->guides) + plan->head_height + plan->told.height +
           plan->notes.height;
}

/* Labels fix where the axes stand, the bracket may take room at the right, and only then the
   heads know their halves. */
static zt_chart_plan slope_make(const zt_chart *chart, double width)
{
    slope_plan *plan = ZT_NEW(chart->setting->arena, slope_plan);
    plan->chart = chart;
    plan->params = chart->own;
    plan->moments = zt_moments_of_pairs(chart->data);
    plan->width = width;
    plan->unit = zt_unit_line(chart, NULL);
    plan->guides = zt_guides_new(chart, 0, width);
    plan->guides = zt_guides_pick(&plan->guides, 1U << ZT_GUIDE_THRESHOLD, ZT_GUIDES_OF_ALL);
    find_range(plan);
    zt_guides_reach(&plan->guides, &plan->low, &plan->high);
    plan_ends(plan);
    double right = plan_bracket(plan);
    plan->x[0] = plan->ends[0].width + ZT_ENDS_CLEAR + dot_over(plan);
    plan->x[1] = width - right - plan->ends[1].width - ZT_ENDS_CLEAR - dot_over(plan);
    plan_heads(plan, right);
    plan_height(plan);
    double fixed = fixed_height(plan);
    return (zt_chart_plan){.extent = {fixed + plan->axis, fixed + plan->axis_max}, .own = plan};
}

/* ---- drawing ---- */

/* What one drawing needs beside the plan; points, frame of the plot, y down. */
typedef struct slope_drawing {
    const slope_plan *plan;
    zt_scale y;
    double top, foot; /* of the axes */
    zt_group *axis, *lines, *labels;
} slope_drawing;

/* The mark of a row at an axis. The caller has made sure that there is a number. */
static zt_point point_of(const slope_drawing *d, size_t row, size_t column)
{
    const slope_plan *plan = d->plan;
    const zt_quantity *q = zt_moments_number(&plan->moments, row, column);
    return (zt_point){plan->x[column], zt_scale_at(&d->y, zt_chart_value(plan->chart->data, q))};
}

/* A line in the weight of the axes; a `dash` of 0 is a solid one. */
static void rule(const slope_drawing *d, zt_group *into, zt_point from, zt_point to, double dash)
{
    const zt_chart *chart = d->plan->chart;
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, chart->data->kind_at);
    zt_path_move(path, from.x, from.y);
    zt_path_line(path, to.x, to.y);
    path->stroke = ZT_SOLID(chart->axis_ink);
    path->width = AXIS_LINE;
    path->dash[0] = dash;
    path->dash[1] = dash / 2;
    zt_path_done(path);
}

/* The axes with their heads, which end at one height; zero, where values lie on both sides of it,
 * as a dashed line. */
static void draw_axes(const slope_drawing *d)
{
    const slope_plan *plan = d->plan;
    for (size_t c = 0; c < 2; c++) {
        double half = plan->heads[c].width / 2, middle = (plan->x[0] + plan->x[1]) / 2;
        double x = c == 0 ? zt_clamp(plan->x[0], half, zt_max(half, middle - ZT_ENDS_GAP - half))
                          : zt_max(plan->x[1], middle + ZT_ENDS_GAP + half);
        double edge = plan->width - half;
        if (!plan->params->wedge)
            rule(d, d->axis, (zt_point){plan->x[c], d->top}, (zt_point){plan->x[c], d->foot}, 0);
        zt_words_place(plan->chart, &plan->heads[c], d->labels, zt_min(x, edge),
                       d->top - HEAD_GAP - plan->heads[c].height);
    }
    double zero = zt_scale_at(&d->y, 0);
    if (plan->low < 0 && plan->high > 0)
        rule(d, d->axis, (zt_point){plan->x[0], zero}, (zt_point){plan->x[1], zero}, ZT_MM(1.6));
}

/* One end of a row, which without a number there has no mark. */
static void draw_dot(const slope_drawing *d, size_t row, size_t column)
{
    const slope_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    const zt_quantity *q = zt_moments_number(&plan->moments, row, column);
    if (!q)
        return;
    bool lit = zt_moments_is_highlit(&plan->moments, row);
    double r = lit ? plan->params->dot_lit : plan->params->dot;
    zt_mark_dot(chart, d->lines, q, point_of(d, row, column), r,
                zt_moments_ink(chart, &plan->moments, row));
}

/* The line from the first value to the second; both are known to the caller. Dashes are of the
   weight, so that thick and thin lines look alike. */
static void stroke_line(const slope_drawing *d, size_t row, double width, const zt_ink *ink,
                        bool dashed)
{
    zt_path *path = zt_scene_add_path(d->plan->chart->setting->scene, d->lines,
                                      zt_moments_row_at(&d->plan->moments, row));
    zt_point a = point_of(d, row, 0), b = point_of(d, row, 1);
    zt_path_move(path, a.x, a.y);
    zt_path_line(path, b.x, b.y);
    path->stroke = ZT_SOLID(ink);
    path->width = width;
    path->dash[0] = path->dash[1] = dashed ? 2 * width : 0;
    zt_path_done(path);
}

/* A row with two values is a line, on a halo of paper when it is highlit; the way from or to what
   is not known for certain is dashed. */
static void draw_row(const slope_drawing *d, size_t row)
{
    const slope_plan *plan = d->plan;
    const zt_quantity *a = zt_moments_number(&plan->moments, row, 0);
    const zt_quantity *b = zt_moments_number(&plan->moments, row, 1);
    bool lit = zt_moments_is_highlit(&plan->moments, row);
    if (a && b) {
        bool dashed = zt_mark_fill_of(a) != ZT_MARK_SOLID || zt_mark_fill_of(b) != ZT_MARK_SOLID;
        if (lit && !plan->chart->block->reversed)
            stroke_line(d, row, plan->params->line_lit + 2 * HALO, &zt_ink_paper, false);
        stroke_line(d, row, lit ? plan->params->line_lit : plan->params->line,
                    zt_moments_ink(plan->chart, &plan->moments, row), dashed);
    }
    draw_dot(d, row, 0);
    draw_dot(d, row, 1);
}

/* The muted rows first, the highlit ones over them. */
static void draw_rows(const slope_drawing *d)
{
    const zt_moments *m = &d->plan->moments;
    for (int lit = 0; lit < 2; lit++)
        for (size_t row = 0; row < m->row_count; row++)
            if (zt_moments_is_highlit(m, row) == (lit == 1))
                draw_row(d, row);
}

/* Labels stand at their values; one of a missing value at the height of the row's other one.
   Returns them as they stand, in the arena of the setting: the bracket asks which heights they
   take. */
static zt_end_labels draw_ends(const slope_drawing *d, size_t side)
{
    const slope_plan *plan = d->plan;
    const zt_moments *m = &plan->moments;
    const zt_chart *chart = plan->chart;
    zt_end_labels ends = plan->ends[side];
    ends.items = ZT_ARRAY(chart->setting->arena, ends.count, zt_end_label);
    for (size_t row = 0; row < ends.count; row++) {
        ends.items[row] = plan->ends[side].items[row];
        ends.items[row].wanted = d->foot;
        for (size_t c = 0; c < 2; c++) {
            size_t column = c == 0 ? 1 - side : side;
            if (zt_moments_number(m, row, column))
                ends.items[row].wanted = point_of(d, row, column).y;
        }
    }
    /* Ink that is centred on a height reaches a little beyond its line. */
    zt_end_labels_spread(chart, &ends, d->top - plan->inset / 2, d->foot - plan->inset / 8);
    zt_end_labels_place(chart, &ends, d->labels,
                        plan->x[side] + (side == 0 ? -dot_over(plan) : dot_over(plan)));
    return ends;
}

/* The two marks that the bracket spans: the values of a row, or of a <bracket> those of two items
   in a series. False without one. */
static bool find_gap(const slope_drawing *d, zt_point marks[2])
{
    const slope_plan *plan = d->plan;
    size_t rows[2] = {plan->bracket_row, plan->bracket_row}, columns[2] = {0, 1};
    const zt_guide *gap = plan->gap;
    bool turned = plan->moments.turned;
    if (!gap && plan->bracket_row == plan->moments.row_count)
        return false;
    for (int i = 0; gap && i < 2; i++) {
        size_t item = i == 0 ? gap->from : gap->to;
        rows[i] = turned ? gap->series : item;
        columns[i] = turned ? item : gap->series;
    }
    for (int i = 0; i < 2; i++)
        marks[i] = point_of(d, rows[i], columns[i]);
    return true;
}

/* The panel between the lines of the two items that a <bracket> spans, from their first values on.
 */
static void draw_wedge(const slope_drawing *d)
{
    const slope_plan *plan = d->plan;
    const zt_guide *gap = plan->gap;
    zt_point ends[2];
    if (!plan->params->wedge || !gap || plan->moments.turned || !find_gap(d, ends))
        return;
    if (!zt_moments_number(&plan->moments, gap->from, 0) ||
        !zt_moments_number(&plan->moments, gap->to, 0))
        return;
    zt_point from = point_of(d, gap->from, 0), to = point_of(d, gap->to, 0);
    zt_path *path = zt_scene_add_path(plan->chart->setting->scene, d->axis, gap->at);
    zt_path_move(path, from.x, from.y);
    zt_path_line(path, ends[0].x, ends[0].y);
    zt_path_line(path, ends[1].x, ends[1].y);
    zt_path_line(path, to.x, to.y);
    zt_path_close(path);
    path->fill = ZT_SOLID(zt_setting_ink(plan->chart->setting, "panel"));
    zt_path_done(path);
}

/* Spans two values, its words beside it. A dotted guide leads there from a value at the first axis
   as far as no label is in its way. */
static void draw_bracket(const slope_drawing *d, const zt_end_labels *right)
{
    const slope_plan *plan = d->plan;
    zt_point marks[2];
    if (!find_gap(d, marks))
        return;
    zt_point a = marks[0], b = marks[1];
    double x =
        plan->x[1] + dot_over(plan) + ZT_ENDS_CLEAR + plan->ends[1].width + ZT_ENDS_GAP + HOOK;
    double middle = (a.y + b.y) / 2;
    for (int i = 0; i < 2; i++) {
        bool free = !zt_end_labels_meet(right, marks[i].y);
        if (marks[i].x < plan->x[1])
            rule(d, d->axis, marks[i], (zt_point){free ? x - HOOK : plan->x[1], marks[i].y},
                 ZT_MM(0.25));
    }
    rule(d, d->axis, (zt_point){x - HOOK, a.y}, (zt_point){x, a.y}, 0);
    rule(d, d->axis, (zt_point){x - HOOK, b.y}, (zt_point){x, b.y}, 0);
    rule(d, d->axis, (zt_point){x, a.y}, (zt_point){x, b.y}, 0);
    rule(d, d->axis, (zt_point){x, middle}, (zt_point){x + HOOK, middle}, 0);
    double high = plan->bracket.height;
    double half = plan->bracket.figure ? plan->bracket.figure->ascent / 2 : high / 2;
    double y = zt_clamp(middle - half, d->top, zt_max(d->top, d->foot - high));
    zt_note_box_place(plan->chart, &plan->bracket, d->labels, x + 2 * HOOK, y);
}

/* y of a value, for guides. */
static double value_y(const void *context, double value)
{
    const slope_drawing *d = context;
    return zt_scale_at(&d->y, value);
}

/* From axis to axis, under the lines of the rows. */
static void draw_thresholds(const slope_drawing *d)
{
    const slope_plan *plan = d->plan;
    zt_guide_place place = {.top = plan->unit,
                            .foot = d->foot,
                            .left = plan->x[0],
                            .right = plan->x[1],
                            .context = d,
                            .y = value_y};
    zt_grid_type none = {0};
    zt_guides_draw(&plan->guides, &place, d->axis, d->labels, &none);
}

/* The scale is made for the height in force. The right labels are drawn before the bracket,
   whose guide has to keep clear of them. */
static void slope_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const slope_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    double axis = zt_clamp(height - fixed_height(plan), plan->axis, plan->axis_max);
    slope_drawing d = {.plan = plan,
                       .top = plan->unit + zt_guides_height(&plan->guides) + plan->head_height};
    d.foot = d.top + axis;
    d.y = (zt_scale){.low = plan->low,
                     .high = plan->high,
                     .from = d.foot - plan->inset,
                     .to = d.top + plan->inset};
    d.axis = zt_mark_layer(chart, into, "axis", plan->width, height);
    d.lines = zt_mark_layer(chart, into, "lines", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    zt_unit_line(chart, d.labels);
    draw_wedge(&d);
    draw_axes(&d);
    draw_thresholds(&d);
    draw_rows(&d);
    draw_ends(&d, 0);
    zt_end_labels right = draw_ends(&d, 1);
    draw_bracket(&d, &right);
    zt_foot_list_place(chart, &plan->told, d.labels, d.foot);
    zt_note_list_place(chart, &plan->notes, d.labels, d.foot + plan->told.height);
}

/* Reports no-items, pairs-needed. */
static bool slope_check(const zt_chart_data *data, zt_diags *diags)
{
    return zt_moments_check_pairs(data, diags, "slope");
}

static const zt_param params[] = {
    {"line", ZT_PARAM(slope_params, line, POINTS), NULL, "0.6mm", "线宽", "weight of a line"},
    {"line-lit", ZT_PARAM(slope_params, line_lit, POINTS), NULL, "1.2mm", "突出的线宽",
     "weight of a highlighted line"},
    {"dot", ZT_PARAM(slope_params, dot, POINTS), NULL, "0.8mm", "端点的半径",
     "radius of the ends of a line"},
    {"dot-lit", ZT_PARAM(slope_params, dot_lit, POINTS), NULL, "1.2mm", "突出的端点的半径",
     "radius of the ends of a highlighted line"},
    {"height-ratio", ZT_PARAM(slope_params, height_ratio, NUMBER), "0.1..2", "0.5", "高，比图的宽",
     "height by the width of the chart"},
    {"height-most", ZT_PARAM(slope_params, height_most, POINTS), NULL, "64mm", "高至多",
     "its ceiling"},
    {"bracket-share", ZT_PARAM(slope_params, bracket_share, NUMBER), "0.1..0.6", "0.22",
     "括线旁的数字和文字至多占的宽", "widest that may stand at the bracket, of the width"},
    {"wedge", ZT_PARAM(slope_params, wedge, YES), NULL, "no", "括线所跨的两线之间铺底，不画轴",
     "a panel between the two lines that the bracket spans, and no axes"},
    {0},
};

const zt_chart_kind zt_chart_kind_slope = {
    .name = "slope",
    .params = {params, sizeof(slope_params)},
    .zh = "斜率图：两个时点各为一轴，每项一线，两端标名称和数值",
    .en = "Slopes: two moments as two axes, a line for each item with its values at both ends",
    .check = slope_check,
    .plan = slope_make,
    .draw = slope_draw,
};
