/* Scales of numbers and of time; bands for names; the common scale of bars that share their room
   with the labels at their ends. */
#include "chart/scale.h"

#include <math.h>

double zt_scale_even(const zt_scale *scale, double value)
{
    if (scale->kind == ZT_SCALE_LOG)
        return log(value);
    if (scale->kind == ZT_SCALE_SYMLOG)
        return copysign(log1p(fabs(value) / scale->bend), value);
    return value;
}

/* The inverse of zt_scale_even: the value that lies there. */
static double gather(const zt_scale *scale, double even)
{
    if (scale->kind == ZT_SCALE_LOG)
        return exp(even);
    if (scale->kind == ZT_SCALE_SYMLOG)
        return copysign(scale->bend * expm1(fabs(even)), even);
    return even;
}

/* With one value for both ends everything lies at the beginning: there is no length to divide. */
double zt_scale_at(const zt_scale *scale, double value)
{
    double low = zt_scale_even(scale, scale->low), high = zt_scale_even(scale, scale->high);
    if (scale->high == scale->low)
        return scale->from;
    return scale->from +
           (zt_scale_even(scale, value) - low) * (scale->to - scale->from) / (high - low);
}

double zt_scale_value(const zt_scale *scale, double at)
{
    double low = zt_scale_even(scale, scale->low), high = zt_scale_even(scale, scale->high);
    if (scale->to == scale->from)
        return scale->low;
    return gather(scale, low + (at - scale->from) * (high - low) / (scale->to - scale->from));
}

/* Zero and negative values have no logarithm; symlog takes them. */
bool zt_scale_takes_log(double low, double high)
{
    return low > 0 && high > 0;
}

double zt_band_width(const zt_bands *bands)
{
    return bands->count ? (bands->to - bands->from) / (double)bands->count : 0;
}

double zt_band_middle(const zt_bands *bands, size_t i)
{
    return bands->from + ((double)i + 0.5) * zt_band_width(bands);
}

/* Places left of the first band belong to it, those right of the last to the last. */
size_t zt_band_of(const zt_bands *bands, double at)
{
    double width = zt_band_width(bands);
    if (width == 0 || (at - bands->from) / width < 0)
        return 0;
    double band = floor((at - bands->from) / width);
    return band < (double)bands->count ? (size_t)band : bands->count - 1;
}

/* What a bar asks of one side of zero: so much in points, and so much a unit of value. */
typedef struct side_need {
    double points, slope;
} side_need;

/* A bar with its label on its own side; on the other one what a mark about its end reaches over
   zero, the less the longer the bar is. */
static side_need need_of(const zt_bar *bar, bool left)
{
    if (left == (bar->value < 0))
        return (side_need){fmax(bar->beyond, bar->about), fabs(bar->value)};
    return (side_need){bar->about, bar->about > 0 ? -fabs(bar->value) : 0};
}

/* The scale that what stands on the two sides of zero allows. */
static double pair_limit(side_need left, side_need right, double room)
{
    double slope = left.slope + right.slope;
    return slope > 0 ? (room - left.points - right.points) / slope : INFINITY;
}

/* What each bar asks at the left leaves room for what each asks at the right, and stands alone too.
 */
static double largest_unit(const zt_bar *bars, size_t count, double room)
{
    const side_need none = {0, 0};
    double unit = INFINITY;
    for (size_t i = 0; i < count; i++) {
        side_need left = need_of(&bars[i], true);
        unit = fmin(unit, pair_limit(left, none, room));
        unit = fmin(unit, pair_limit(none, need_of(&bars[i], false), room));
        for (size_t k = 0; k < count; k++)
            unit = fmin(unit, pair_limit(left, need_of(&bars[k], false), room));
    }
    return isfinite(unit) && unit > 0 ? unit : 0;
}

/* The scale is limited by the tightest pair of what stands left and what stands right of zero; then
   zero moves right until all on its left has room. */
zt_bar_scale zt_bar_scale_fit(const zt_bar *bars, size_t count, double left, double right)
{
    zt_bar_scale scale = {left, largest_unit(bars, count, right - left)};
    for (size_t i = 0; i < count; i++) {
        side_need need = need_of(&bars[i], true);
        scale.zero = fmax(scale.zero, left + need.slope * scale.unit + need.points);
    }
    return scale;
}
