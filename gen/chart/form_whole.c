/* The parts of a whole: a strip of 100 %, or a square for each unit. */
#include "chart/form_whole.h"

#include <math.h>

/* Squares stand for what a reader can count. */
static const double SQUARES_MOST = 60;
/* White between two parts of a strip, of its height. */
static const double STRIP_GAP = 0.13;
/* Widths that were summed up may miss one more square by a rounding, in points. */
static const double SLACK = 0.01;

/* The value as a length; missing and negative ones are 0. */
static double value_of(const zt_quantity *q)
{
    return q->has_number ? zt_max(0, zt_num_double(q->value)) : 0;
}

/* What the parts before part `end` add up to. */
static double sum_before(const zt_form_whole_params *params, size_t end)
{
    double sum = 0;
    for (size_t i = 0; i < end; i++)
        sum += value_of(params->parts[i]);
    return sum;
}

/* Squares where all parts can be counted, a strip where they are known, figures alone otherwise.
 */
zt_whole_form zt_form_whole_choose(const zt_form_whole_params *params)
{
    double total = sum_before(params, params->count);
    bool known = total > 0, counted = total <= SQUARES_MOST;
    for (size_t i = 0; i < params->count; i++) {
        double value = value_of(params->parts[i]);
        known = known && params->parts[i]->has_number;
        counted = counted && !params->parts[i]->approx && floor(value) >= value;
    }
    if (!known || params->form == ZT_WHOLE_FIGURES)
        return ZT_WHOLE_FIGURES;
    return counted && params->form != ZT_WHOLE_STRIP ? ZT_WHOLE_SQUARES : ZT_WHOLE_STRIP;
}

/* As few rows as the width allows; one row of the full width where squares may be narrower than
   high. */
static void plan_squares(zt_form_whole *whole)
{
    const zt_form_whole_params *p = &whole->params;
    double pitch = p->square + p->square_gap, width = whole->width;
    int count = (int)sum_before(p, p->count);
    int room = (int)zt_clamp((width + p->square_gap + SLACK) / pitch, 1, zt_max(count, 1));
    double narrow = count > 0 ? (width + p->square_gap) / count : 0;
    if (p->square_least > 0 && narrow <= pitch && narrow - p->square_gap >= p->square_least) {
        whole->rows = 1;
        whole->columns = count;
        whole->pitch = narrow;
        whole->side = narrow - p->square_gap;
    } else {
        whole->rows = (count + room - 1) / room;
        whole->columns = (count + whole->rows - 1) / whole->rows;
        whole->pitch = pitch;
        whole->side = p->square;
    }
    whole->height = whole->rows * pitch - p->square_gap;
    whole->marks_width = whole->columns * whole->pitch - p->square_gap;
}

/* The left edge of a part's marks, where its figure stands. */
static double left_of(const zt_form_whole *whole, size_t part)
{
    const zt_form_whole_params *p = &whole->params;
    double before = sum_before(p, part);
    if (whole->form == ZT_WHOLE_FIGURES)
        return whole->width * (double)part / (double)p->count;
    if (whole->form == ZT_WHOLE_STRIP)
        return whole->width * before / sum_before(p, p->count);
    return floor(before / whole->rows) * whole->pitch;
}

/* Arranges the marks of the parts at a width; x[i] is where part i begins. */
zt_form_whole zt_form_whole_plan(zt_arena *arena, const zt_form_whole_params *params, double width)
{
    zt_form_whole whole = {.params = *params,
                           .form = zt_form_whole_choose(params),
                           .width = width,
                           .marks_width = width};
    if (whole.form == ZT_WHOLE_STRIP)
        whole.height = params->strip;
    if (whole.form == ZT_WHOLE_SQUARES)
        plan_squares(&whole);
    whole.x = ZT_ARRAY(arena, params->count, double);
    for (size_t i = 0; i < params->count; i++)
        whole.x[i] = left_of(&whole, i);
    return whole;
}

/* The first part stands out, the others are the rest of the whole. */
static zt_paint part_paint(const zt_form_whole_params *p, size_t part)
{
    return ZT_SOLID(part == 0 ? p->first : part == 1 ? p->second : p->further);
}

/* Two parts meet, their inks part them; of three and more white does, taken from the left of each.
 */
static void draw_strip(const zt_form_whole *whole, const zt_setting *setting, zt_group *into)
{
    const zt_form_whole_params *p = &whole->params;
    double total = sum_before(p, p->count), gap = STRIP_GAP * whole->height;
    for (size_t i = 0; i < p->count; i++) {
        double left = whole->x[i], right = whole->width * sum_before(p, i + 1) / total;
        if (i > 0 && right - left > 2 * gap && p->count > 2)
            left += gap;
        zt_scene_fill_rect(setting->scene, into, p->parts[i]->at,
                           (zt_rect){left, 0, right - left, whole->height}, part_paint(p, i));
    }
}

/* Squares fill column by column, so that a part is a block of them. */
static void draw_squares(const zt_form_whole *whole, const zt_setting *setting, zt_group *into)
{
    const zt_form_whole_params *p = &whole->params;
    int at = 0;
    for (size_t i = 0; i < p->count; i++)
        for (int end = at + (int)value_of(p->parts[i]); at < end; at++) {
            zt_rect square = {at / whole->rows * whole->pitch,
                              at % whole->rows * (p->square + p->square_gap), whole->side,
                              p->square};
            zt_scene_fill_rect(setting->scene, into, p->parts[i]->at, square, part_paint(p, i));
        }
}

/* Draws the marks with their top left at x, y; nothing where figures alone stand. */
void zt_form_whole_draw(const zt_form_whole *whole, const zt_setting *setting, zt_pos at,
                        zt_group *into, double x, double y)
{
    if (whole->form == ZT_WHOLE_FIGURES)
        return;
    zt_rect box = {x, y, whole->width, whole->height};
    zt_group *part = zt_scene_add_part(setting->scene, into, at, "parts", ZT_ROLE_ARTIFACT, box);
    if (whole->form == ZT_WHOLE_STRIP)
        draw_strip(whole, setting, part);
    else
        draw_squares(whole, setting, part);
}
