/* gen/base/geom.h — points (1/72 inch), origin at the trim's top left, y down. */
#ifndef ZT_GEOM_H
#define ZT_GEOM_H

/* The em box of a Chinese character about its baseline, in em (docs/typesetting.md, R126): Noto's
   and most faces' ideographic box. */
#define ZT_EM_TOP 0.88
#define ZT_EM_FOOT 0.12

/* Millimetres as points, for constants: the same number as where a template says 3mm. */
#define ZT_MM(mm) ((mm) * (72.0 / 25.4))

/* A point in a frame that the context names; points (1/72 inch), y down. */
typedef struct zt_point {
    double x, y;
} zt_point;
/* A rectangle by its top left and its size, in the same frame; w and h are not negative. */
typedef struct zt_rect {
    double x, y, w, h;
} zt_rect;

/* Millimetres are for the public: templates and messages. Everything inside is points. */
static inline double zt_pt_from_mm(double mm)
{
    return mm * 72.0 / 25.4;
}
/* For messages and dumps: nothing is computed with millimetres. */
static inline double zt_mm_from_pt(double pt)
{
    return pt * 25.4 / 72.0;
}
/* The edges that are not stored. */
static inline double zt_rect_right(zt_rect r)
{
    return r.x + r.w;
}
static inline double zt_rect_foot(zt_rect r)
{
    return r.y + r.h;
}
/* The smallest rectangle around both; an empty one (w and h 0) does not count. */
zt_rect zt_rect_union(zt_rect a, zt_rect b);
/* Of two lengths; the order does not matter unless one is not a number, which none is. */
static inline double zt_max(double a, double b)
{
    return a > b ? a : b;
}
static inline double zt_min(double a, double b)
{
    return a < b ? a : b;
}
/* v, but not below `low` nor above `high`, which is not below `low`. */
static inline double zt_clamp(double v, double low, double high)
{
    return v < low ? low : v > high ? high : v;
}

#endif
