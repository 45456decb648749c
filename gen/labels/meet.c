/* Whether rectangles and straight pieces meet. Given boxes and pieces of one frame, it says yes
   or no; what to do then is the caller's. */
#include "labels/meet.h"

#include <math.h>

/* Edges that touch do not meet. */
bool zt_rects_meet(zt_rect a, zt_rect b)
{
    return a.x < zt_rect_right(b) && b.x < zt_rect_right(a) && a.y < zt_rect_foot(b) &&
           b.y < zt_rect_foot(a);
}

/* Clips the piece to the four edges in turn (Liang and Barsky 1984): the parts of its way at which
   it comes in and goes out; false where it stays outside. */
static bool clip(zt_point a, zt_point b, zt_rect rect, double *from, double *to)
{
    double dx = b.x - a.x, dy = b.y - a.y;
    const double p[4] = {-dx, dx, -dy, dy};
    const double q[4] = {a.x - rect.x, zt_rect_right(rect) - a.x, a.y - rect.y,
                         zt_rect_foot(rect) - a.y};
    *from = 0;
    *to = 1;
    for (int i = 0; i < 4; i++) {
        if (p[i] == 0 && q[i] < 0)
            return false;
        if (p[i] < 0)
            *from = zt_max(*from, q[i] / p[i]);
        else if (p[i] > 0)
            *to = zt_min(*to, q[i] / p[i]);
    }
    return *from < *to;
}

bool zt_piece_meets(zt_point a, zt_point b, zt_rect rect)
{
    double from, to;
    return clip(a, b, rect, &from, &to);
}

double zt_piece_within(zt_point a, zt_point b, zt_rect rect)
{
    double from, to;
    return clip(a, b, rect, &from, &to) ? (to - from) * hypot(b.x - a.x, b.y - a.y) : 0;
}
