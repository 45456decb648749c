/* gen/base/ratio.h — exact fractions, for what is computed from printed numbers: 46.3万 / 312%. */
#ifndef ZT_RATIO_H
#define ZT_RATIO_H

#include "base/num.h"

/* num / den in lowest terms, den > 0. All functions return false when a result takes more than 64
   bits (and division by zero), and leave *out alone then. */
typedef struct zt_ratio {
    int64_t num, den;
} zt_ratio;

/* The exact fraction of a decimal. */
bool zt_ratio_of(zt_num value, zt_ratio *out);
/* Exact arithmetic; the result is in lowest terms. Dividing by zero is false. */
bool zt_ratio_add(zt_ratio a, zt_ratio b, zt_ratio *out);
bool zt_ratio_subtract(zt_ratio a, zt_ratio b, zt_ratio *out);
bool zt_ratio_multiply(zt_ratio a, zt_ratio b, zt_ratio *out);
bool zt_ratio_divide(zt_ratio a, zt_ratio b, zt_ratio *out);
/* In units of 10^power with exactly `decimals` places (0 to 12): 463000 * 100/312 at power 4 with
   one place is 14.8. */
bool zt_ratio_round(zt_ratio a, int power, int decimals, zt_rounding rounding, zt_num *out);

#endif
