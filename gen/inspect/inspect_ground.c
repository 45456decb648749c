/* gen/inspect/inspect_ground.c — areas are rectangles, filled outlines, pictures and gradients;
   type and lines are none. */
#include "inspect/inspect_ground.h"

#include <math.h>

#include "inspect/painted_imp.h"

/* Areas that are kept of a page: the later ones are those that show. Steps of work on a page. */
enum { AREAS_MOST = 20000, STEPS_MOST = 400000000 };
/* Points across and down a net; along a line. */
enum { NET = 7, LINE_POINTS = 24 };

/* ---- stacks ---- */

void zt_ink_stack_add(zt_ink_stack *stack, const zt_colour *colour, bool over)
{
    bool spot = colour->space == ZT_SPACE_SPOT, grey = colour->space == ZT_SPACE_GREY;
    for (size_t i = 0; spot && i < colour->count; i++)
        stack->spots += zt_clamp(colour->value[i], 0, 1);
    for (size_t i = 0; i < 4; i++) {
        double value = 0;
        if (!spot && !grey)
            value = colour->value[i];
        else if (grey && i == 3)
            value = 1 - colour->value[0];
        if (stack->set[i] || (over && (spot || value <= 0)))
            continue;
        stack->process[i] = zt_clamp(value, 0, 1);
        stack->set[i] = true;
    }
}

double zt_ink_stack_sum(const zt_ink_stack *s)
{
    return 100 * (s->process[0] + s->process[1] + s->process[2] + s->process[3] + s->spots);
}

/* Luma of ITU-R BT.601 of inks that each take away their own colour. */
double zt_ink_stack_darkness(const zt_ink_stack *s)
{
    static const double weight[3] = {0.299, 0.587, 0.114};
    double luma = 0;
    for (int i = 0; i < 3; i++)
        luma += weight[i] * (1 - s->process[i]) * (1 - s->process[3]);
    return 1 - luma;
}

bool zt_ink_is_known(const zt_colour *colour)
{
    return colour->count > 0 && (colour->space == ZT_SPACE_CMYK || colour->space == ZT_SPACE_SPOT ||
                                 colour->space == ZT_SPACE_GREY);
}

/* ---- areas ---- */

void zt_inspect_remember(zt_inspector *in, const zt_painted *p)
{
    bool picture = p->kind == ZT_PAINTED_IMAGE;
    bool area = picture || p->kind == ZT_PAINTED_SHADING ||
                (p->kind == ZT_PAINTED_FILL && (p->size > 0 || p->outlines));
    /* Several outlines of one path are one area. */
    if (p->outlines && in->areas.count > 0 &&
        in->areas.items[in->areas.count - 1].outlines == p->outlines)
        return;
    zt_inspect_area one = {
        p->box,      p->colour, p->overprint && !picture, p->outlines, picture ? p->fields : NULL,
        p->from_page};
    if (p->outlines)
        one.box = p->outlines->box;
    if (area && in->areas.count < AREAS_MOST)
        ZT_PUSH(in->arena, &in->areas, one);
}

static bool meet(zt_rect a, zt_rect b)
{
    return a.x <= zt_rect_right(b) && b.x <= zt_rect_right(a) && a.y <= zt_rect_foot(b) &&
           b.y <= zt_rect_foot(a);
}

void zt_ground_gather(zt_inspector *in, const zt_painted *p)
{
    in->below.count = 0;
    in->steps += in->areas.count;
    in->tired = in->tired || in->steps > STEPS_MOST;
    for (size_t i = 0; !in->tired && i < in->areas.count; i++)
        if (meet(in->areas.items[i].box, p->box))
            ZT_PUSH(in->arena, &in->below, &in->areas.items[i]);
}

static bool holds(zt_inspector *in, const zt_inspect_area *area, zt_point at)
{
    zt_rect box = area->box;
    in->steps++;
    if (at.x < box.x || at.x > zt_rect_right(box) || at.y < box.y || at.y > zt_rect_foot(box))
        return false;
    if (!area->outlines)
        return true;
    in->steps += area->outlines->ends[area->outlines->count - 1];
    return zt_painted_outlines_hold(area->outlines, at);
}

/* A picture has the inks of the field that lies there. */
static zt_colour colour_at(const zt_inspect_area *area, zt_point at)
{
    const zt_picture_fields *f = area->fields;
    if (!f)
        return area->colour;
    zt_point unit = zt_matrix_apply(area->from_page, at.x, at.y);
    int x = (int)zt_clamp(floor(unit.x * f->wide), 0, f->wide - 1),
        y = (int)zt_clamp(floor((1 - unit.y) * f->high), 0, f->high - 1);
    zt_colour colour = {.space = ZT_SPACE_CMYK, .count = 4};
    for (int k = 0; k < 4; k++)
        colour.value[k] = f->inks[4 * (y * f->wide + x) + k] / 255.0;
    return colour;
}

const zt_inspect_area *zt_ground_below(zt_inspector *in, zt_point at, zt_ink_stack *stack,
                                       zt_colour *colour, bool *known)
{
    const zt_inspect_area *found = NULL;
    *known = true;
    for (size_t i = in->below.count; i > 0; i--) {
        const zt_inspect_area *area = in->below.items[i - 1];
        if (!holds(in, area, at))
            continue;
        zt_colour there = colour_at(area, at);
        *known = zt_ink_is_known(&there);
        if (!*known)
            return found;
        zt_ink_stack_add(stack, &there, area->over);
        if (!found) {
            found = area;
            *colour = there;
        }
        if (!area->over)
            return found;
    }
    return found;
}

/* ---- points ---- */

static size_t along_middle(const zt_painted *p, zt_point *out)
{
    bool down = p->box.h > p->box.w;
    double length = down ? p->box.h : p->box.w;
    size_t count = (size_t)zt_clamp(length / zt_max(p->size, 1), 1, 32);
    for (size_t i = 0; i < count; i++) {
        double share = ((double)i + 0.5) / (double)count;
        out[i] = (zt_point){p->box.x + p->box.w * (down ? 0.5 : share),
                            p->box.y + p->box.h * (down ? share : 0.5)};
    }
    return count;
}

/* The pieces of all outlines one after another, up to `until` of their length: the point there, and
   their whole length where they end before. */
static double walk_along(const zt_painted_outlines *o, double until, zt_point *at)
{
    double length = 0;
    for (size_t i = 0, k = 1; i < o->count; k = o->ends[i++] + 1)
        for (; k < o->ends[i]; k++) {
            zt_point a = o->points[k - 1], b = o->points[k];
            double piece = hypot(b.x - a.x, b.y - a.y);
            double share = piece > 0 ? (until - length) / piece : 0;
            *at = (zt_point){a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
            length += piece;
            if (length >= until)
                return length;
        }
    return length;
}

/* Of a line of no known course, such as an upright rectangle, the middle of its box. */
static size_t along_line(const zt_painted *p, zt_point *out)
{
    const zt_painted_outlines *o = p->outlines;
    double length = o ? walk_along(o, INFINITY, &out[0]) : 0;
    size_t count = 0;
    for (int i = 0; length > 0 && i < LINE_POINTS; i++)
        walk_along(o, length * (i + 0.5) / LINE_POINTS, &out[count++]);
    if (count == 0)
        out[count++] = (zt_point){p->box.x + p->box.w / 2, p->box.y + p->box.h / 2};
    return count;
}

static size_t net(const zt_painted *p, zt_point *out)
{
    size_t count = 0;
    for (int i = 0; i < NET * NET; i++) {
        zt_point at = {p->box.x + p->box.w * (i % NET + 0.5) / NET,
                       p->box.y + p->box.h * (i / NET + 0.5) / NET};
        if (!p->outlines || zt_painted_outlines_hold(p->outlines, at))
            out[count++] = at;
    }
    return count;
}

size_t zt_ground_points(zt_inspector *in, const zt_painted *p, zt_point *out)
{
    if (p->outlines)
        in->steps += NET * NET * p->outlines->ends[p->outlines->count - 1];
    switch (p->kind) {
    case ZT_PAINTED_TEXT:
        return along_middle(p, out);
    case ZT_PAINTED_STROKE:
        return along_line(p, out);
    case ZT_PAINTED_FILL:
    case ZT_PAINTED_IMAGE:
    case ZT_PAINTED_SHADING:
        return net(p, out);
    }
    return 0;
}
