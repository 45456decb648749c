/* Linear scales; the common scale of bars that share their room with the labels at their ends. */
#include "chart/scale.h"

#include <math.h>
#include <stdbool.h>

double zt_scale_at(const zt_scale *scale, double value)
{
    if (scale->high == scale->low)
        return scale->from;
    return scale->from +
           (value - scale->low) * (scale->to - scale->from) / (scale->high - scale->low);
}

/* The scale that two bars on the two sides of zero allow; `left` or `right` may be NULL. */
static double pair_limit(const zt_bar *left, const zt_bar *right, double room)
{
    double length = 0;
    if (left) {
        length += fabs(left->value);
        room -= left->beyond;
    }
    if (right) {
        length += right->value;
        room -= right->beyond;
    }
    return length > 0 ? room / length : INFINITY;
}

/* Each bar on the left can meet each bar on the right, and each stands alone too. */
static double largest_unit(const zt_bar *bars, size_t count, double room)
{
    double unit = INFINITY;
    for (size_t i = 0; i < count; i++) {
        bool negative = bars[i].value < 0;
        unit = fmin(unit, pair_limit(negative ? &bars[i] : NULL, negative ? NULL : &bars[i], room));
        if (!negative)
            continue;
        for (size_t k = 0; k < count; k++)
            if (bars[k].value >= 0)
                unit = fmin(unit, pair_limit(&bars[i], &bars[k], room));
    }
    return isfinite(unit) && unit > 0 ? unit : 0;
}

zt_bar_scale zt_bar_scale_fit(const zt_bar *bars, size_t count, double left, double right)
{
    zt_bar_scale scale = {left, largest_unit(bars, count, right - left)};
    for (size_t i = 0; i < count; i++)
        if (bars[i].value < 0)
            scale.zero = fmax(scale.zero, left - bars[i].value * scale.unit + bars[i].beyond);
    return scale;
}
