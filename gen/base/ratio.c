/* Exact fractions on 64-bit integers, reduced before they are multiplied so that they stay small.
 */
#include "base/ratio.h"

#include "base/arena.h"

/* Never of INT64_MIN, which no ratio holds. */
static int64_t magnitude(int64_t a)
{
    return a < 0 ? -a : a;
}

/* Greatest common divisor, by Euclid; of 0 and b it is |b|. */
static int64_t divisor(int64_t a, int64_t b)
{
    a = magnitude(a);
    b = magnitude(b);
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* INT64_MIN is never a result, so that every magnitude is a number. */
static bool multiply(int64_t a, int64_t b, int64_t *out)
{
    if (a != 0 && magnitude(b) > INT64_MAX / magnitude(a))
        return false;
    *out = a * b;
    return true;
}

/* The counterpart of multiply: false when the sum leaves 64 bits or would be INT64_MIN. */
static bool add(int64_t a, int64_t b, int64_t *out)
{
    if ((b > 0 && a > INT64_MAX - b) || (b < 0 && a < -INT64_MAX - b))
        return false;
    *out = a + b;
    return true;
}

/* In lowest terms; `den` is positive. */
static zt_ratio reduced(int64_t num, int64_t den)
{
    int64_t common = divisor(num, den);
    return (zt_ratio){num / common, den / common};
}

bool zt_ratio_of(zt_num value, zt_ratio *out)
{
    int64_t den = 1;
    if (value.scaled < -INT64_MAX)
        return false;
    for (int i = 0; i < value.decimals; i++)
        den *= 10;
    *out = reduced(value.scaled, den);
    return true;
}

/* Over the least common denominator, which keeps the numbers small. */
bool zt_ratio_add(zt_ratio a, zt_ratio b, zt_ratio *out)
{
    int64_t common = divisor(a.den, b.den), left, right, num, den;
    if (!multiply(a.num, b.den / common, &left) || !multiply(b.num, a.den / common, &right) ||
        !add(left, right, &num) || !multiply(a.den / common, b.den, &den))
        return false;
    *out = reduced(num, den);
    return true;
}

bool zt_ratio_subtract(zt_ratio a, zt_ratio b, zt_ratio *out)
{
    return zt_ratio_add(a, (zt_ratio){-b.num, b.den}, out);
}

/* Reduced crosswise before multiplying: the product is in lowest terms already. */
bool zt_ratio_multiply(zt_ratio a, zt_ratio b, zt_ratio *out)
{
    int64_t first = divisor(a.num, b.den), second = divisor(b.num, a.den), num, den;
    if (!multiply(a.num / first, b.num / second, &num) ||
        !multiply(a.den / second, b.den / first, &den))
        return false;
    *out = (zt_ratio){num, den};
    return true;
}

bool zt_ratio_divide(zt_ratio a, zt_ratio b, zt_ratio *out)
{
    if (b.num == 0)
        return false;
    zt_ratio upside_down = {b.num < 0 ? -b.den : b.den, magnitude(b.num)};
    return zt_ratio_multiply(a, upside_down, out);
}

/* `rest == den - rest` is "exactly half" without doubling, which could overflow. */
bool zt_ratio_round(zt_ratio a, int power, int decimals, zt_rounding rounding, zt_num *out)
{
    enum { MAX_DECIMALS = 12 };
    const int64_t largest = INT64_C(999999999999999999); /* 18 digits, as zt_num_parse */
    zt_assert(decimals >= 0 && decimals <= MAX_DECIMALS);
    int shift = decimals - power;
    for (int i = 0; i < magnitude(shift); i++)
        if (!zt_ratio_multiply(a, shift > 0 ? (zt_ratio){10, 1} : (zt_ratio){1, 10}, &a))
            return false;
    int64_t whole = magnitude(a.num) / a.den, rest = magnitude(a.num) % a.den;
    bool half = rest == a.den - rest;
    if (half ? rounding == ZT_ROUND_HALF_UP || whole % 2 : rest > a.den - rest)
        whole++;
    if (whole > largest)
        return false;
    *out = (zt_num){a.num < 0 ? -whole : whole, decimals, ZT_NUM_GIVEN};
    return true;
}
