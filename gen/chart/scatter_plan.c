/* Planning points: both axes, the radius of the circles, the place of each name, and in words
   what has no place. The plot has one height, so that the names, whose search is dear, are
   placed once and not at every height that is tried. No axis has to hold zero: positions are
   compared, not lengths. */
#include "chart/scatter_imp.h"

#include "labels/positions.h"
#include "model/prints.h"

#include <math.h>
#include <string.h>

/* In points, or shares of what is named. */
static const double HEIGHT = 0.66; /* of the plot, of the width */
static const double HEIGHT_LEAST = ZT_MM(34), HEIGHT_MOST = ZT_MM(110);
static const double DOT = ZT_MM(0.8), DOT_LIT = ZT_MM(1); /* radius without a third value */
static const double DOT_DENSE = ZT_MM(0.45);              /* of more than DENSE points */
static const double CIRCLE = 0.045;                       /* largest radius, of the width */
static const double CIRCLE_LEAST = ZT_MM(2), CIRCLE_MOST = ZT_MM(6);
static const double CLEAR = ZT_MM(0.8); /* from a circle to its name */
static const double DESCENT = 0.1;      /* of g and p below the box of a name, of its size */
static const double KEY = 0.6; /* circles of the key are about so large, of the greatest value */
static const double NARROW = ZT_MM(70);
/* More points than this are not all named; names of so many are looked for at once; and told below.
 */
enum { DENSE = ZT_POINTS_NAMED, NAMED = 80 };
static const double MEETS = 1000; /* cost of a name over another circle: it does not stand there */

double zt_scatter_radius(const zt_scatter_plan *plan, double value)
{
    return plan->unit * sqrt(zt_max(0, value));
}

/* What the data say of an item on an axis; NULL when nothing. */
static const zt_quantity *value_of(const zt_chart_item *item, zt_scatter_axis axis)
{
    return item->values ? item->values[axis] : NULL;
}

/* The same as a number in the unit of the data; 0 when there is none. */
static double number_of(const zt_scatter_plan *plan, const zt_chart_item *item,
                        zt_scatter_axis axis)
{
    return zt_chart_value(plan->chart->data, value_of(item, axis));
}

/* ---- points ---- */

/* Whether all values that place and size the point are known; other items are told in words. */
static bool is_whole(const zt_scatter_plan *plan, const zt_chart_item *item)
{
    return zt_chart_has_value(value_of(item, ZT_SCATTER_X)) &&
           zt_chart_has_value(value_of(item, ZT_SCATTER_Y)) &&
           (!plan->sized || zt_chart_has_value(value_of(item, ZT_SCATTER_AREA)));
}

/* Whether label= asks for the name of an item. */
static bool is_wanted(const zt_chart_data *data, size_t item)
{
    return data->wanted && (data->wanted[item * data->series_count + ZT_SCATTER_X] ||
                            data->wanted[item * data->series_count + ZT_SCATTER_Y]);
}

/* One point for each whole item, in the order of the data, its name measured: bold when it is
   highlighted. Of a crowd only those are named that are asked for, DENSE of them at most beside the
   highlighted ones. */
static void find_points(zt_scatter_plan *plan)
{
    const zt_chart *chart = plan->chart;
    size_t asked = 0;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    plan->points = ZT_ARRAY(chart->setting->arena, chart->data->item_count, zt_scatter_point);
    for (size_t i = 0; i < chart->data->item_count; i++) {
        const zt_chart_item *item = &chart->data->items[i];
        if (!is_whole(plan, item))
            continue;
        zt_scatter_point *p = &plan->points[plan->count++];
        p->item = item;
        if (chart->data->item_count > DENSE && !item->highlight &&
            (!is_wanted(chart->data, i) || asked++ >= DENSE))
            continue;
        zt_mark_text *name = ZT_NEW(chart->setting->arena, zt_mark_text);
        *name = zt_mark_text_new(chart, item->key, item->highlight ? &strong : &look, item->at);
        p->name = name;
    }
}

/* ---- axes ---- */

/* Ticks that cover all values on an axis. Areas begin at zero, since they are in proportion. */
static zt_tick_texts ticks_of(const zt_scatter_plan *plan, zt_scatter_axis axis, size_t wanted)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < plan->count; i++) {
        low = zt_min(low, number_of(plan, plan->points[i].item, axis));
        high = zt_max(high, number_of(plan, plan->points[i].item, axis));
    }
    zt_scatter_reach(plan, axis, &low, &high);
    if (axis == ZT_SCATTER_AREA || low > high)
        low = 0;
    if (axis == ZT_SCATTER_AREA)
        high *= KEY; /* the ticks cover it: the greatest circles of the key are round ones */
    if (axis == ZT_SCATTER_AREA)
        return zt_tick_texts_new(plan->chart, low, zt_max(low, high), wanted);
    return zt_tick_texts_spread(plan->chart, (int)axis, low, zt_max(low, high), wanted);
}

/* The head of an axis; one that is logarithmic where the other is not says so. */
static zt_str axis_head(const zt_chart *chart, size_t axis)
{
    const zt_chart_data *data = chart->data;
    zt_spread spread = zt_chart_spread_of(data, axis);
    if (axis == ZT_SCATTER_AREA || spread == data->spread)
        return data->series[axis];
    return zt_str_from(
        zt_arena_printf(chart->setting->arena, ZT_CHART_IN(chart, "%.*s（%s）", "%.*s (%s)"),
                        ZT_ARG(data->series[axis]), zt_chart_spread_word(spread, data->language)));
}

/* Ticks, heads and the four sides of the plot; fewer ticks in narrow columns. */
static void plan_axes(zt_scatter_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "tick");
    bool narrow = plan->width < NARROW;
    plan->x = ticks_of(plan, ZT_SCATTER_X, narrow ? 4 : 6);
    plan->y = ticks_of(plan, ZT_SCATTER_Y, narrow ? 4 : 5);
    for (size_t i = 0; i < (plan->sized ? 3u : 2u); i++) {
        zt_align align = i == ZT_SCATTER_X ? ZT_ALIGN_END : ZT_ALIGN_START;
        zt_str head = axis_head(chart, i);
        if (i == ZT_SCATTER_AREA)
            head = zt_str_from(zt_arena_printf(chart->setting->arena,
                                               ZT_CHART_IN(chart, "圆面积：%.*s", "Area: %.*s"),
                                               ZT_ARG(head)));
        plan->heads[i] = zt_words_new(chart, head, &look, chart->data->kind_at, plan->width, align);
    }
    double last = plan->x.texts[plan->x.ticks.count - 1].width;
    plan->left = zt_max(plan->y.widest + ZT_SCATTER_GAP + ZT_CHART_TICK,
                        plan->x.texts[0].width / 2); /* the first number of the axis below */
    plan->right = plan->width - last / 2;
    plan->top = plan->heads[ZT_SCATTER_Y].height + ZT_SCATTER_GAP;
    plan->base = plan->top + zt_clamp(HEIGHT * plan->width, HEIGHT_LEAST, HEIGHT_MOST);
}

/* The circle of the greatest value has the greatest radius, areas are in proportion. */
static void plan_radii(zt_scatter_plan *plan)
{
    double most = 0;
    if (plan->sized) {
        plan->size = ticks_of(plan, ZT_SCATTER_AREA, 4);
        for (size_t i = 0; i < plan->count; i++)
            most = zt_max(most, number_of(plan, plan->points[i].item, ZT_SCATTER_AREA));
        if (most > 0)
            plan->unit = zt_clamp(CIRCLE * plan->width, CIRCLE_LEAST, CIRCLE_MOST) / sqrt(most);
    }
    for (size_t i = 0; i < plan->count; i++) {
        zt_scatter_point *p = &plan->points[i];
        double dot = plan->count > DENSE ? DOT_DENSE : DOT;
        p->radius = p->item->highlight ? DOT_LIT : dot;
        if (plan->sized)
            p->radius = zt_scatter_radius(plan, number_of(plan, p->item, ZT_SCATTER_AREA));
    }
}

/* Scales with the radius of the largest circle left free on all sides, so that no circle leaves
   the plot. */
static void place_points(zt_scatter_plan *plan)
{
    double pad = DOT_LIT;
    for (size_t i = 0; i < plan->count; i++)
        pad = zt_max(pad, plan->points[i].radius);
    plan->across = zt_tick_scale(&plan->x, plan->left + pad, plan->right - pad);
    plan->up = zt_tick_scale(&plan->y, plan->base - pad, plan->top + pad);
    for (size_t i = 0; i < plan->count; i++) {
        zt_scatter_point *p = &plan->points[i];
        p->at.x = zt_scale_at(&plan->across, number_of(plan, p->item, ZT_SCATTER_X));
        p->at.y = zt_scale_at(&plan->up, number_of(plan, p->item, ZT_SCATTER_Y));
    }
}

/* ---- names ---- */

/* The boxes of all circles, and of the words of lines: a name may lie over none of them, its own
   included. */
static zt_obstacles circles_of(const zt_scatter_plan *plan)
{
    zt_rect *rects = ZT_ARRAY(plan->chart->setting->arena,
                              plan->count + plan->line_count + plan->quadrant_count + 1, zt_rect);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_scatter_point *p = &plan->points[i];
        rects[i] =
            (zt_rect){p->at.x - p->radius, p->at.y - p->radius, 2 * p->radius, 2 * p->radius};
    }
    size_t count = plan->count;
    for (size_t i = 0; i < plan->line_count; i++)
        if (plan->lines[i].box.w > 0)
            rects[count++] = plan->lines[i].box;
    for (size_t i = 0; i < plan->quadrant_count; i++)
        if (plan->quadrants[i].box.w > 0)
            rects[count++] = plan->quadrants[i].box;
    return (zt_obstacles){.rects = rects, .rect_count = count};
}

/* How far a circle lies from the middle line of a name's box: less than nought where they meet. */
static double distance(const zt_scatter_point *p, zt_rect box)
{
    double x = zt_clamp(p->at.x, box.x, zt_rect_right(box)) - p->at.x;
    return hypot(x, box.y + box.h / 2 - p->at.y) - p->radius;
}

/* False where another circle lies nearer to the box than the point itself, or as near: the name
   would be read as its. Points at one place share their names. */
static bool is_own(const zt_scatter_plan *plan, const zt_scatter_point *own, zt_rect box)
{
    const double same = CLEAR / 4, slack = 1e-6; /* mm; slack: the roots are rounded */
    const double limit = distance(own, box) + same, middle = box.y + box.h / 2;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_scatter_point *p = &plan->points[i];
        if (fabs(middle - p->at.y) - p->radius > limit + slack) /* most of them, without a root */
            continue;
        if (distance(p, box) < limit && hypot(p->at.x - own->at.x, p->at.y - own->at.y) > same)
            return false;
    }
    return true;
}

/* Whether g and p, which reach below the box of a name, keep off all circles too. */
static bool clears_below(const zt_scatter_point *p, const zt_obstacles *circles, zt_rect box)
{
    double descent = 0;
    for (size_t i = 0; i < p->name->text.len; i++)
        if (strchr("gjpqy", p->name->text.data[i]))
            descent = DESCENT * p->name->look.text.size;
    box.h += descent;
    return descent <= 0 || zt_room_is_free(circles, box, 0);
}

/* The positions about a point at which its name is in the plot, over no circle and nearest to its
   own. */
static size_t free_positions(const zt_scatter_plan *plan, const zt_scatter_point *p,
                             const zt_obstacles *circles, zt_position *positions)
{
    double below = 0.1 * p->name->look.text.size; /* of g and p, over the axis */
    zt_rect frame = {plan->left, plan->top, plan->width - plan->left,
                     plan->base - plan->top - below};
    zt_rect size = {0, 0, p->name->width, 1.1 * p->name->look.text.size};
    zt_positions_round(positions, p->at, size, p->radius + CLEAR);
    size_t count = zt_positions_weigh(positions, ZT_POSITIONS_ROUND, frame, circles, MEETS, 0),
           free = 0;
    for (size_t i = 0; i < count; i++)
        if (positions[i].cost < MEETS && is_own(plan, p, positions[i].box) &&
            clears_below(p, circles, positions[i].box))
            positions[free++] = positions[i];
    return free;
}

/* The points furthest to the four sides of the plot; each a point, where there are any. */
static void find_extremes(const zt_scatter_plan *plan, const zt_scatter_point *extremes[4])
{
    for (int side = 0; side < 4; side++)
        extremes[side] = plan->points;
    for (size_t i = 1; i < plan->count; i++) {
        const zt_scatter_point *p = &plan->points[i];
        extremes[0] = p->at.x < extremes[0]->at.x ? p : extremes[0];
        extremes[1] = p->at.x > extremes[1]->at.x ? p : extremes[1];
        extremes[2] = p->at.y < extremes[2]->at.y ? p : extremes[2];
        extremes[3] = p->at.y > extremes[3]->at.y ? p : extremes[3];
    }
}

/* Whether label= asks for the point by its place on either axis; all are named without it, of more
   than NAMED the outermost ones alone. Highlighted ones are named in any case. */
static bool is_named(const zt_scatter_plan *plan, const zt_scatter_point *p,
                     const zt_scatter_point *const extremes[4])
{
    const zt_chart_data *data = plan->chart->data;
    size_t item = (size_t)(p->item - data->items);
    if (p->item->highlight)
        return true;
    for (int side = 0; !data->wanted && side < 4; side++)
        if (extremes[side] == p)
            return true;
    return data->wanted ? is_wanted(data, item) : plan->count <= NAMED;
}

/* All names at once, a highlighted one worth a hundred others. A name without a place keeps a box
 * of no width and is told below. */
static void place_names(zt_scatter_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    zt_obstacles circles = circles_of(plan);
    zt_point_label *labels = ZT_ARRAY(arena, plan->count + 1, zt_point_label);
    size_t *points = ZT_ARRAY(arena, plan->count + 1, size_t), count = 0;
    const zt_scatter_point *extremes[4];
    find_extremes(plan, extremes);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_scatter_point *p = &plan->points[i];
        if (!p->name || !is_named(plan, p, extremes))
            continue;
        zt_position *positions = ZT_ARRAY(arena, ZT_POSITIONS_ROUND, zt_position);
        labels[count] = (zt_point_label){.positions = positions,
                                         .count = free_positions(plan, p, &circles, positions),
                                         .loss = p->item->highlight ? 100 : 1};
        points[count++] = i;
    }
    zt_positions_choose(arena, labels, count);
    for (size_t i = 0; i < count; i++)
        if (labels[i].count > 0 && labels[i].chosen != ZT_POSITION_NONE)
            plan->points[points[i]].box = labels[i].positions[labels[i].chosen].box;
}

/* ---- in words ---- */

/* A value as written, for the list at the foot; 无数 when the data have none. */
static zt_str phrase(const zt_scatter_plan *plan, const zt_chart_item *item, zt_scatter_axis axis)
{
    const zt_chart *chart = plan->chart;
    const zt_quantity *q = value_of(item, axis);
    return q ? zt_chart_phrase(chart->setting->arena, chart->data, q, ZT_CHART_BARE)
             : zt_str_from(ZT_CHART_IN(chart, "无数", "no figure"));
}

/* 云阳（6.3，6.8）: by its values the reader finds the point. */
static void tell(zt_scatter_plan *plan, const zt_chart_item *item, const char *before)
{
    zt_str x = phrase(plan, item, ZT_SCATTER_X), y = phrase(plan, item, ZT_SCATTER_Y);
    zt_str area = plan->sized ? phrase(plan, item, ZT_SCATTER_AREA) : (zt_str){0};
    const char *words = zt_arena_printf(
        plan->chart->setting->arena,
        ZT_CHART_IN(plan->chart, "%s%.*s（%.*s，%.*s%s%.*s）", "%s%.*s (%.*s, %.*s%s%.*s)"), before,
        ZT_ARG(item->key), ZT_ARG(x), ZT_ARG(y),
        area.len ? ZT_CHART_IN(plan->chart, "，", ", ") : "", ZT_ARG(area));
    zt_foot_list_add(&plan->told, zt_str_from(words), item->at);
}

/* A line whose words have no room in the plot. */
static void tell_line(zt_scatter_plan *plan, const zt_scatter_line *line)
{
    const zt_chart *chart = plan->chart;
    const char *words = zt_arena_printf(
        chart->setting->arena, ZT_CHART_IN(chart, "%s%s虚线：%.*s", "%s%s dashed line: %.*s"),
        zt_foot_list_mark(chart, &plan->told),
        line->upright ? ZT_CHART_IN(chart, "竖", "upright") : ZT_CHART_IN(chart, "横", "level"),
        ZT_ARG(line->words.text));
    zt_foot_list_add(&plan->told, zt_str_from(words), line->guide->at);
}

/* A panel whose name has no room in it. */
static void tell_quadrant(zt_scatter_plan *plan, const zt_scatter_quadrant *q)
{
    static const char *const names[2][2][2] = {{{"左下", "lower left"}, {"左上", "upper left"}},
                                               {{"右下", "lower right"}, {"右上", "upper right"}}};
    const zt_chart *chart = plan->chart;
    const char *const *name = names[q->guide->is_right][q->guide->is_upper];
    const char *words = zt_arena_printf(
        chart->setting->arena, ZT_CHART_IN(chart, "%s%s浅底：%.*s", "%s%s panel: %.*s"),
        zt_foot_list_mark(chart, &plan->told), ZT_CHART_IN(chart, name[0], name[1]),
        ZT_ARG(q->words.text));
    zt_foot_list_add(&plan->told, zt_str_from(words), q->guide->at);
}

/* Lines first, then items that lack a value, then points whose names found no place, DENSE of these
   at most; how many more there are is said. */
static void plan_told(zt_scatter_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    size_t left_out = 0;
    plan->told =
        zt_foot_list_new(chart, data->item_count + plan->line_count + plan->quadrant_count + 1);
    for (size_t i = 0; i < plan->line_count; i++)
        if (plan->lines[i].box.w <= 0)
            tell_line(plan, &plan->lines[i]);
    for (size_t i = 0; i < plan->quadrant_count; i++)
        if (plan->quadrants[i].box.w <= 0)
            tell_quadrant(plan, &plan->quadrants[i]);
    size_t lines = plan->told.count;
    for (size_t i = 0; i < data->item_count; i++)
        if (!is_whole(plan, &data->items[i]))
            tell(plan, &data->items[i],
                 plan->told.count > lines ? ZT_CHART_IN(chart, "、", ", ")
                 : lines > 0              ? ZT_CHART_IN(chart, "；未画出：", "; not drawn: ")
                                          : ZT_CHART_IN(chart, "未画出：", "Not drawn: "));
    size_t missing = plan->told.count;
    for (size_t i = 0; i < plan->count; i++) {
        if (plan->points[i].box.w > 0)
            continue;
        bool first = plan->told.count == missing;
        bool asked = plan->count <= DENSE || plan->points[i].name;
        if (asked && plan->told.count - missing < DENSE)
            tell(plan, plan->points[i].item,
                 !first    ? ZT_CHART_IN(chart, "、", ", ")
                 : missing ? ZT_CHART_IN(chart, "；未标名：", "; without a name: ")
                           : ZT_CHART_IN(chart, "未标名：", "Without a name: "));
        else
            left_out++;
    }
    if (left_out > 0)
        zt_foot_list_add(&plan->told,
                         zt_str_from(zt_arena_printf(
                             chart->setting->arena,
                             ZT_CHART_IN(chart, "%s%zu个点未标名", "%s%zu points without a name"),
                             plan->told.count ? ZT_CHART_IN(chart, "；另有", "; ")
                                              : ZT_CHART_IN(chart, "共", ""),
                             left_out)),
                         data->kind_at);
    zt_foot_list_set(chart, &plan->told, plan->width);
}

/* The greater circle is that of the last tick whose circle is no larger than the largest drawn
   one, the lesser that of a tick about half of it. */
size_t zt_scatter_key_tick(const zt_scatter_plan *plan, size_t which)
{
    size_t last = plan->size.ticks.count;
    double most = zt_clamp(CIRCLE * plan->width, CIRCLE_LEAST, CIRCLE_MOST);
    while (last > 1 && zt_scatter_radius(plan, zt_tick_value(&plan->size, last - 1)) > most * 1.001)
        last--;
    if (last < 2 || plan->unit <= 0)
        return 0;
    size_t middle = last / 2;
    return which == 0 ? middle == last - 1 ? 0 : middle : last - 1;
}

/* The height of the head of the areas with the circles under it; 0 for points of one size. */
static void plan_key(zt_scatter_plan *plan)
{
    double radius = 0;
    if (!plan->sized)
        return;
    size_t last = zt_scatter_key_tick(plan, 1);
    if (last > 0)
        radius = zt_scatter_radius(plan, zt_tick_value(&plan->size, last));
    plan->key = plan->heads[ZT_SCATTER_AREA].height + ZT_SCATTER_GAP;
    if (radius > 0)
        plan->key += zt_max(2 * radius, 1.2 * plan->size.size) + ZT_SCATTER_GAP;
}

/* Names are placed last but for the words, when circles and axes are final. Reports
   chart-too-narrow when the plot is narrower than four ems of the ticks. */
zt_scatter_plan *zt_scatter_plan_new(const zt_chart *chart, double width, bool sized)
{
    zt_scatter_plan *plan = ZT_NEW(chart->setting->arena, zt_scatter_plan);
    *plan = (zt_scatter_plan){.chart = chart, .width = width, .sized = sized};
    find_points(plan);
    zt_scatter_find_lines(plan);
    plan_axes(plan);
    plan_radii(plan);
    place_points(plan);
    zt_obstacles circles = circles_of(plan);
    zt_scatter_place_lines(plan, &circles);
    place_names(plan);
    plan_told(plan);
    plan_key(plan);
    plan->notes = zt_note_list_new(chart, width);
    plan->foot = plan->base + ZT_CHART_TICK + 1.3 * plan->x.size + ZT_SCATTER_GAP / 2 +
                 plan->heads[ZT_SCATTER_X].height;
    if (plan->across.to - plan->across.from < 4 * plan->x.size)
        zt_report(chart->setting->diags, ZT_ERROR, "chart-too-narrow", chart->block->at,
                  "宽 %.0f 毫米放不下这张散点图：刻度已占满；应加宽或改用 bar",
                  "a width of %.0f mm leaves this chart no room beside its ticks; make it wider "
                  "or use bar",
                  zt_mm_from_pt(width));
    return plan;
}

zt_chart_plan zt_scatter_plan_chart(const zt_chart *chart, double width, bool sized)
{
    const zt_scatter_plan *plan = zt_scatter_plan_new(chart, width, sized);
    double height = plan->foot + plan->key + plan->told.height + plan->notes.height;
    return (zt_chart_plan){
        .extent = {height, height}, .own = plan, .unsaid = zt_chart_unsaid(chart, false)};
}
