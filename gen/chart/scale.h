/* gen/chart/scale.h — from values to points, in exact proportion, and back. All types are values
   that the caller fills; nothing is allocated and nothing is reported. */
#ifndef ZT_SCALE_H
#define ZT_SCALE_H

#include <stdbool.h>
#include <stddef.h>

/* How values are spread over an axis. */
typedef enum zt_scale_kind {
    ZT_SCALE_LINEAR, /* numbers, and time in days: equal differences are equal lengths */
    ZT_SCALE_LOG,    /* equal ratios are equal lengths; values above zero only */
    ZT_SCALE_SYMLOG  /* linear about zero, logarithmic beyond `bend` on both sides */
} zt_scale_kind;

/* Value `low` lies at `from`, `high` at `to`, in points. `from` may be greater (y down). */
typedef struct zt_scale {
    double low, high, from, to;
    zt_scale_kind kind;
    double bend; /* of a symlog: the size of value where it turns, above 0 */
} zt_scale;

/* The place of a value in points; `from` when low equals high. Values outside lie outside. */
double zt_scale_at(const zt_scale *scale, double value);
/* The value at a place: the inverse. `low` when both ends are at one place. */
double zt_scale_value(const zt_scale *scale, double at);
/* The value as it is spread evenly over the axis: itself, its logarithm … */
double zt_scale_even(const zt_scale *scale, double value);
/* Whether a logarithm can tell these values: all above zero. */
bool zt_scale_takes_log(double low, double high);

/* Names side by side: `count` equal bands between two places. */
typedef struct zt_bands {
    size_t count;
    double from, to;
} zt_bands;
/* Points of one band; 0 without any. */
double zt_band_width(const zt_bands *bands);
/* The middle of band i, in points. */
double zt_band_middle(const zt_bands *bands, size_t i);
/* The band at a place; the first or the last for places outside, 0 where there is none. */
size_t zt_band_of(const zt_bands *bands, double at);

/* A bar with what stands beyond its end: its label and the gap before it, in points. */
typedef struct zt_bar {
    double value;
    double beyond;
    /* Half of a mark about its end, as the ring of an open one: with a bar shorter than that it
       reaches over zero, to the other side. */
    double about;
} zt_bar;

/* One scale for all bars, in points from the left edge of the plot. */
typedef struct zt_bar_scale {
    double zero; /* x of the zero line */
    double unit; /* points of one unit of value; 0 when no bar has a length or there is no room */
} zt_bar_scale;

/* The largest scale at which every bar, its label and its mark lie between `left` and `right`, bars
   below zero running left of the zero line with their labels at their left. */
zt_bar_scale zt_bar_scale_fit(const zt_bar *bars, size_t count, double left, double right);

#endif
