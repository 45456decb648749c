/* gen/base/geom.c — rectangles joined; what is shorter stands in the header. */
#include "base/geom.h"

zt_rect zt_rect_union(zt_rect a, zt_rect b)
{
    if (a.w <= 0 && a.h <= 0)
        return b;
    if (b.w <= 0 && b.h <= 0)
        return a;
    double x = zt_min(a.x, b.x), y = zt_min(a.y, b.y);
    return (zt_rect){x, y, zt_max(zt_rect_right(a), zt_rect_right(b)) - x,
                     zt_max(zt_rect_foot(a), zt_rect_foot(b)) - y};
}
