/* gen/chart/scale.h — from values to points, in exact proportion. */
#ifndef ZT_SCALE_H
#define ZT_SCALE_H

#include <stddef.h>

/* A linear scale: value `low` lies at `from`, `high` at `to`. `from` may be greater (y down). */
typedef struct zt_scale {
    double low, high, from, to;
} zt_scale;
/* The place of a value in points; `from` when low equals high. */
double zt_scale_at(const zt_scale *scale, double value);

/* A bar with what stands beyond its end: its label and the gap before it, in points. */
typedef struct zt_bar {
    double value;
    double beyond;
} zt_bar;

typedef struct zt_bar_scale {
    double zero; /* x of the zero line */
    double unit; /* points of one unit of value; 0 when no bar has a length or there is no room */
} zt_bar_scale;

/* The largest scale at which every bar and its label lie between `left` and `right`, bars below
   zero running left of the zero line with their labels at their left. */
zt_bar_scale zt_bar_scale_fit(const zt_bar *bars, size_t count, double left, double right);

#endif
