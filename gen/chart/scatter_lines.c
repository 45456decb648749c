/* Lines of averages and limits in a scatter: each through the whole plot, named at one of its ends
   where no circle is; with one on each axis they part the plot in quadrants. */
#include "chart/scatter_imp.h"

#include "labels/meet.h"

/* In points: of a line; from it to its words, and from those to the edge of the plot. */
static const double LINE = ZT_MM(0.25), DASH = ZT_MM(1.6), DASH_GAP = ZT_MM(0.8);
static const double TO_WORDS = ZT_MM(0.7), TO_EDGE = ZT_MM(0.8);
enum { PLACES = 4 };

/* 全市 9.4: name and number. */
static zt_mark_text words_of(const zt_chart *chart, const zt_guide *guide)
{
    zt_look look = zt_chart_look(chart, "annotation");
    zt_str text =
        zt_str_from(zt_arena_printf(chart->setting->arena, "%.*s%s%.*s", ZT_ARG(guide->name),
                                    guide->name.len > 0 ? " " : "", ZT_ARG(guide->figure)));
    return zt_mark_text_new(chart, text, &look, guide->at);
}

void zt_scatter_find_lines(zt_scatter_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    plan->lines = ZT_ARRAY(plan->chart->setting->arena, data->guide_count, zt_scatter_line);
    plan->quadrants = ZT_ARRAY(plan->chart->setting->arena, data->guide_count, zt_scatter_quadrant);
    for (size_t i = 0; i < data->guide_count; i++) {
        const zt_guide *guide = &data->guides[i];
        if (guide->kind == ZT_GUIDE_THRESHOLD && guide->series <= ZT_SCATTER_Y)
            plan->lines[plan->line_count++] =
                (zt_scatter_line){.guide = guide,
                                  .upright = guide->series == ZT_SCATTER_X,
                                  .words = words_of(plan->chart, guide)};
        else if (guide->kind == ZT_GUIDE_QUADRANT)
            plan->quadrants[plan->quadrant_count++] =
                (zt_scatter_quadrant){.guide = guide, .words = words_of(plan->chart, guide)};
    }
}

void zt_scatter_reach(const zt_scatter_plan *plan, zt_scatter_axis axis, double *low, double *high)
{
    for (size_t i = 0; i < plan->line_count; i++) {
        if (plan->lines[i].guide->series != axis)
            continue;
        *low = zt_min(*low, plan->lines[i].guide->value);
        *high = zt_max(*high, plan->lines[i].guide->value);
    }
}

/* The places of the words, the best one first: at the foot of an upright line and over the left end
   of a level one, then at the other side and the other end. */
static void places_of(const zt_scatter_plan *plan, const zt_scatter_line *line,
                      zt_rect places[PLACES])
{
    double w = line->words.width, h = 1.1 * line->words.look.text.size;
    for (int i = 0; i < PLACES; i++) {
        bool other_side = i % 2 == 1, other_end = i > 1;
        double off = other_side ? -1 : 1;
        zt_rect box = {0, 0, w, h};
        if (line->upright) {
            box.x = line->at + (off > 0 ? TO_WORDS : -TO_WORDS - w);
            box.y = other_end ? plan->top + TO_EDGE : plan->base - TO_EDGE - h;
        } else {
            box.x = other_end ? plan->right - TO_EDGE - w : plan->left + TO_EDGE;
            box.y = line->at + (off > 0 ? -TO_WORDS - h : TO_WORDS);
        }
        places[i] = box;
    }
}

/* Whether the box lies in the plot and off all other lines. */
static bool has_room(const zt_scatter_plan *plan, const zt_scatter_line *own, zt_rect box)
{
    if (box.x < plan->left || zt_rect_right(box) > plan->width || box.y < plan->top ||
        zt_rect_foot(box) > plan->base)
        return false;
    for (size_t i = 0; i < plan->line_count; i++) {
        const zt_scatter_line *line = &plan->lines[i];
        double low = line->upright ? box.x : box.y, size = line->upright ? box.w : box.h;
        if (line != own && line->at > low - TO_WORDS && line->at < low + size + TO_WORDS)
            return false;
        if (line != own && line->box.w > 0 && zt_rects_meet(box, line->box))
            return false;
    }
    return true;
}

/* x of the first upright line (upright), or y of the first level one. */
static double first_line(const zt_scatter_plan *plan, bool upright)
{
    for (size_t i = 0; i < plan->line_count; i++)
        if (plan->lines[i].upright == upright)
            return plan->lines[i].at;
    return upright ? plan->left : plan->base;
}

/* Whether the box keeps clear of the words of all lines and of the other panels. */
static bool is_clear_of_words(const zt_scatter_plan *plan, zt_rect box)
{
    for (size_t i = 0; i < plan->line_count; i++)
        if (plan->lines[i].box.w > 0 && zt_rects_meet(box, plan->lines[i].box))
            return false;
    for (size_t i = 0; i < plan->quadrant_count; i++)
        if (plan->quadrants[i].box.w > 0 && zt_rects_meet(box, plan->quadrants[i].box))
            return false;
    return true;
}

/* The panel from the lines to the outer sides; its words in the outer corner, else in the other
   corners where no circle is. */
static void place_quadrant(const zt_scatter_plan *plan, zt_scatter_quadrant *q,
                           const zt_obstacles *circles)
{
    double x = first_line(plan, true), y = first_line(plan, false);
    double w = q->words.width, h = 1.1 * q->words.look.text.size;
    bool right = q->guide->is_right, upper = q->guide->is_upper;
    double left = right ? x : plan->left, edge = right ? plan->right : x;
    double top = upper ? plan->top : y, foot = upper ? y : plan->base;
    q->panel = (zt_rect){left, top, edge - left, foot - top};
    for (int i = 0; i < PLACES && q->box.w <= 0; i++) {
        bool outer = i % 2 == 0, far = i < 2;
        bool at_right = right == outer, at_top = upper == far;
        zt_rect box = {at_right ? edge - TO_EDGE - w : left + TO_EDGE,
                       at_top ? top + TO_EDGE : foot - TO_EDGE - h, w, h};
        bool fits = w + 2 * TO_EDGE <= q->panel.w && h + 2 * TO_EDGE <= q->panel.h;
        if (fits && is_clear_of_words(plan, box) && zt_room_is_free(circles, box, TO_WORDS))
            q->box = box;
    }
}

void zt_scatter_place_lines(zt_scatter_plan *plan, const zt_obstacles *circles)
{
    for (size_t i = 0; i < plan->line_count; i++) {
        zt_scatter_line *line = &plan->lines[i];
        line->at = zt_scale_at(line->upright ? &plan->across : &plan->up, line->guide->value);
    }
    for (size_t i = 0; i < plan->line_count; i++) {
        zt_scatter_line *line = &plan->lines[i];
        zt_rect places[PLACES];
        places_of(plan, line, places);
        for (int k = 0; k < PLACES && line->box.w <= 0; k++)
            if (has_room(plan, line, places[k]) && zt_room_is_free(circles, places[k], TO_WORDS))
                line->box = places[k];
    }
    for (size_t i = 0; i < plan->quadrant_count; i++)
        place_quadrant(plan, &plan->quadrants[i], circles);
}

/* On a dark ground type in white would be lost on a panel: its words alone stand there. */
void zt_scatter_draw_quadrants(const zt_scatter_plan *plan, zt_group *behind, zt_group *labels)
{
    const zt_chart *chart = plan->chart;
    for (size_t i = 0; i < plan->quadrant_count; i++) {
        const zt_scatter_quadrant *q = &plan->quadrants[i];
        if (!chart->block->reversed)
            zt_scene_fill_rect(chart->setting->scene, behind, q->guide->at, q->panel,
                               ZT_SOLID(zt_setting_ink(chart->setting, "panel")));
        if (q->box.w > 0)
            zt_mark_text_baseline(chart, &q->words, labels, ZT_ALIGN_START, q->box.x,
                                  q->box.y + (0.05 + ZT_EM_TOP) * q->words.look.text.size);
    }
}

/* What lines give way to: the names of points, and their own words. */
static zt_grid_type type_in_plot(const zt_scatter_plan *plan)
{
    zt_rect *boxes = ZT_ARRAY(plan->chart->setting->arena,
                              plan->count + plan->line_count + plan->quadrant_count + 1, zt_rect);
    size_t count = 0;
    for (size_t i = 0; i < plan->quadrant_count; i++)
        if (plan->quadrants[i].box.w > 0)
            boxes[count++] = plan->quadrants[i].box;
    for (size_t i = 0; i < plan->count; i++)
        if (plan->points[i].box.w > 0)
            boxes[count++] = plan->points[i].box;
    return (zt_grid_type){boxes, count};
}

void zt_scatter_draw_lines(const zt_scatter_plan *plan, zt_group *axis, zt_group *labels)
{
    const zt_chart *chart = plan->chart;
    zt_grid_type type = type_in_plot(plan);
    for (size_t i = 0; i < plan->line_count; i++) {
        const zt_scatter_line *line = &plan->lines[i];
        zt_grid_stroke look = {.weight = LINE, .dash = {DASH, DASH_GAP}, .at = line->guide->at};
        if (line->upright)
            zt_grid_upright_line(chart, axis, plan->top, plan->base, line->at, &look, &type);
        else
            zt_grid_level_line(chart, axis, plan->left, plan->right, line->at, &look, &type);
        if (line->box.w > 0)
            zt_mark_text_baseline(chart, &line->words, labels, ZT_ALIGN_START, line->box.x,
                                  line->box.y + (0.05 + ZT_EM_TOP) * line->words.look.text.size);
    }
}
