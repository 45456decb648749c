/* Areas are laid in strips along the shorter side of what is left of the box. A strip takes the
   next area as long as that makes its worst area no worse. */
#include "chart/squarify.h"

#include "base/num.h"

/* A strip while it is filled: its areas `first` up to `end`, and what they add up to. */
typedef struct strip {
    size_t first, end;
    double sum, least, most;
} strip;

/* The sides' ratio of the worst area of a strip along a side; 1 is a square. */
static double worst(const strip *s, double side)
{
    double square = s->sum * s->sum, across = side * side;
    return zt_max(across * s->most / square, square / (across * s->least));
}

/* The strip with one more area. */
static strip grown(strip s, double area)
{
    bool empty = s.sum <= 0;
    s.sum += area;
    s.least = empty ? area : zt_min(s.least, area);
    s.most = empty ? area : zt_max(s.most, area);
    s.end++;
    return s;
}

/* The next strip along a side of this length; values of nought go along with it. */
static strip next_strip(const double *values, size_t count, size_t first, double unit, double side)
{
    strip s = {.first = first, .end = first};
    while (s.end < count) {
        double area = values[s.end] * unit;
        if (area <= 0) {
            s.end++;
            continue;
        }
        strip longer = grown(s, area);
        if (s.sum > 0 && worst(&longer, side) > worst(&s, side))
            break;
        s = longer;
    }
    return s;
}

/* Lays a strip at the left edge of what is left (upright) or along its top, and takes it off. */
static void lay(const double *values, const strip *s, double unit, bool upright, zt_rect *left,
                zt_rect *areas)
{
    double side = upright ? left->h : left->w, thick = s->sum / side, at = 0;
    for (size_t i = s->first; i < s->end; i++) {
        double length = values[i] * unit / thick;
        if (values[i] <= 0)
            continue;
        areas[i] = upright ? (zt_rect){left->x, left->y + at, thick, length}
                           : (zt_rect){left->x + at, left->y, length, thick};
        at += length;
    }
    *left = upright ? (zt_rect){left->x + thick, left->y, zt_max(0, left->w - thick), left->h}
                    : (zt_rect){left->x, left->y + thick, left->w, zt_max(0, left->h - thick)};
}

void zt_squarify(const double *values, size_t count, zt_rect box, zt_rect *areas)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        areas[i] = (zt_rect){box.x, box.y, 0, 0};
        sum += values[i];
    }
    if (sum <= 0 || box.w <= 0 || box.h <= 0)
        return;
    double unit = box.w * box.h / sum;
    zt_rect left = box;
    for (size_t i = 0; i < count && left.w > 0 && left.h > 0;) {
        bool upright = left.w >= left.h;
        strip s = next_strip(values, count, i, unit, upright ? left.h : left.w);
        if (s.sum > 0)
            lay(values, &s, unit, upright, &left, areas);
        i = s.end;
    }
}
