/* Ticks are whole multiples of a decimal step, so that what is printed is exact. */
#include "chart/ticks.h"

#include <math.h>

#include "base/arena.h"

/* Tenths of the leading digit, from the simplest on: Q of Talbot, Lin and Hanrahan, 4.1, without
   their 4 and 3, which no newspaper counts by. */
static const int shapes[] = {10, 50, 20, 25};
enum { SHAPES = sizeof shapes / sizeof *shapes };

/* Weights of simplicity, coverage, density and legibility, 4.5 of the same. */
static const double W_SIMPLE = 0.25, W_COVER = 0.2, W_DENSE = 0.5, W_LEGIBLE = 0.05;
static const double FEWER = 0.12; /* what one tick fewer costs of the density */
/* What must not be unless nothing else is left, worse than any score. */
static const double REFUSED = -1000;
enum { MOST_DIGITS = 4 }; /* significant ones of a label */

/* A step of so many tenths of its leading digit times a power of ten, as an exact decimal: 25 and 0
   make 2.5, 10 and -2 make 0.01. */
static zt_num make_step(int tenths, int power)
{
    zt_num step = {tenths, 1, ZT_NUM_GIVEN};
    if (tenths % 10 == 0) {
        step.scaled /= 10;
        step.decimals = 0;
    }
    for (; power > 0; power--) {
        if (step.decimals > 0)
            step.decimals--;
        else
            step.scaled *= 10;
    }
    step.decimals += -power;
    return step;
}

/* All ticks from `first` to `last`, both counted in steps; none where these are the wrong way
   round. */
static zt_ticks between(zt_num step, double first, double last)
{
    zt_ticks ticks = {.step = step, .first = (int64_t)first};
    if (last >= first)
        ticks.count = (size_t)(last - first) + 1;
    return ticks;
}

/* ---- how good ---- */

/* A tick at zero is worth as much as a shape is. */
static double simplicity(const zt_ticks *ticks, int shape)
{
    bool zero = ticks->first <= 0 && ticks->first + (int64_t)ticks->count > 0;
    return 1 - shape / (SHAPES - 1.0) - 1 + (zero ? 1 : 0);
}

/* A last tick above all values presses these together: the worse of two equal distances. */
static double coverage(double low, double high, double first, double last)
{
    double tenth = 0.1 * (high - low), above = high - last, below = low - first;
    if (above < 0)
        above *= 1.2;
    return 1 - 0.5 * (above * above + below * below) / (tenth * tenth);
}

/* From three ticks to as many as are wished each one fewer is a small loss: within these the
   simplest step is the best. Otherwise the ratio of ticks a length to those wished. */
static double density(const zt_ticks_wish *wish, const zt_ticks *ticks, double first, double last)
{
    double have = ((double)ticks->count - 1) / (last - first);
    double want = ((double)wish->most - 1) / (fmax(last, wish->high) - fmin(first, wish->low));
    if (ticks->count >= 3 && ticks->count <= wish->most)
        return 1 - FEWER * ((double)wish->most - (double)ticks->count);
    return 2 - fmax(have / want, want / have);
}

/* Digits of a number without the zeros at its end: 1200 has two. */
static int significant_digits(zt_num num)
{
    int64_t n = num.scaled < 0 ? -num.scaled : num.scaled;
    int count = 0;
    while (n > 0 && n % 10 == 0)
        n /= 10;
    for (; n > 0; n /= 10)
        count++;
    return count;
}

/* The least blank between neighbouring labels, in gaps wished; negative when some meet. */
static double least_blank(const zt_ticks_wish *wish, const zt_ticks *ticks, double pitch)
{
    double least = INFINITY, before = 0;
    for (size_t i = 0; i < ticks->count; i++) {
        double room =
            wish->room(wish->context, zt_ticks_print(wish->arena, ticks, i, ZT_GROUP_COMMA));
        if (i > 0)
            least = fmin(least, pitch - (room + before) / 2);
        before = room;
    }
    return least / fmax(wish->gap, 1e-6);
}

/* Labels of more than four significant digits, and worse, labels that meet, are refused unless
   nothing else is left; narrow gaps cost by how narrow they are. Without a room function labels
   never meet. */
static double legibility(const zt_ticks_wish *wish, const zt_ticks *ticks)
{
    for (size_t i = 0; i < ticks->count; i++)
        if (significant_digits(zt_ticks_at(ticks, i)) > MOST_DIGITS)
            return REFUSED;
    if (!wish->room)
        return 1;
    double pitch = zt_num_double(ticks->step) * wish->length / (wish->high - wish->low);
    double blank = least_blank(wish, ticks, pitch);
    if (blank < 0)
        return 10 * REFUSED;
    return blank >= 1 ? 1 : 2 - 1 / fmax(blank, 0.02);
}

/* Worth of some ticks, the weighted sum of the paper. Too few or too many lie below all that are
   allowed, yet in order, so that the least evil still wins. */
static double score(const zt_ticks_wish *wish, const zt_ticks *ticks, int shape)
{
    if (ticks->count < 2)
        return 100 * REFUSED + (double)ticks->count;
    if (ticks->count > wish->most)
        return wish->most >= 3 ? 10 * REFUSED * ((double)ticks->count - (double)wish->most)
                               : REFUSED * (double)ticks->count;
    double step = zt_num_double(ticks->step), first = (double)ticks->first * step;
    double last = first + step * ((double)ticks->count - 1);
    return W_SIMPLE * simplicity(ticks, shape) +
           W_COVER * coverage(wish->low, wish->high, first, last) +
           W_DENSE * density(wish, ticks, first, last) + W_LEGIBLE * legibility(wish, ticks);
}

/* ---- the search ---- */

typedef struct tick_search {
    const zt_ticks_wish *wish;
    zt_ticks best;
    double most;
} tick_search;

/* Keeps the better one; of equal ones the first, which is the simpler. */
static void try_ticks(tick_search *s, int shape, zt_ticks ticks)
{
    double good = score(s->wish, &ticks, shape);
    if (good > s->most) {
        s->most = good;
        s->best = ticks;
    }
}

/* Divisions of decimal fractions are off by some ulp: 0.6 / 0.2 must not cover one step more. */
static void try_step(tick_search *s, int shape, zt_num step)
{
    static const double slip = 1e-9;
    double size = zt_num_double(step), low = s->wish->low / size, high = s->wish->high / size;
    double below = floor(low + slip), above = ceil(high - slip);
    if (s->wish->reach == ZT_TICKS_INSIDE) {
        try_ticks(s, shape, between(step, ceil(low - slip), floor(high + slip)));
        return;
    }
    try_ticks(s, shape, between(step, below, above));
    if (s->wish->reach == ZT_TICKS_FOOT)
        try_ticks(s, shape, between(step, below, floor(high + slip)));
}

/* A range of one value gets its own size around it. Steps of four powers of ten about the one that
   divides the range are tried. */
zt_ticks zt_ticks_find(const zt_ticks_wish *asked)
{
    zt_ticks_wish wish = *asked;
    wish.most = wish.most < 2 ? 2 : wish.most;
    if (wish.high <= wish.low) {
        double half = wish.low != 0 ? fabs(wish.low) / 2 : 0.5;
        wish.high = wish.low + half;
        wish.low -= half;
    }
    tick_search s = {.wish = &wish, .most = -INFINITY};
    int middle = (int)floor(log10((wish.high - wish.low) / (double)wish.most));
    for (int power = middle - 1; power <= middle + 2; power++)
        for (int shape = 0; shape < SHAPES && power >= -10 && power <= 16; shape++)
            try_step(&s, shape, make_step(shapes[shape], power));
    return s.best;
}

zt_ticks zt_ticks_choose(double low, double high, size_t most, zt_ticks_reach reach)
{
    return zt_ticks_find(&(zt_ticks_wish){.low = low, .high = high, .most = most, .reach = reach});
}

/* How far a number of classes is from the one that is wanted. */
static size_t off_by(const zt_ticks *ticks, size_t wanted)
{
    size_t classes = ticks->count - 1;
    return classes > wanted ? classes - wanted : wanted - classes;
}

zt_ticks zt_ticks_classes(double low, double high, size_t wanted)
{
    static const double slip = 1e-9; /* as in try_step */
    zt_ticks best = zt_ticks_choose(low, high, wanted + 1, ZT_TICKS_COVER);
    double reach = INFINITY;
    if (high <= low || wanted == 0)
        return best;
    int middle = (int)floor(log10((high - low) / (double)wanted));
    for (int power = middle - 1; power <= middle + 1; power++)
        for (int shape = 0; shape < SHAPES && power >= -10 && power <= 16; shape++) {
            zt_num step = make_step(shapes[shape], power);
            double size = zt_num_double(step);
            zt_ticks ticks = between(step, floor(low / size + slip), ceil(high / size - slip));
            if (ticks.count < 2 || off_by(&ticks, wanted) > off_by(&best, wanted))
                continue;
            double reaches = size * (double)(ticks.count - 1);
            if (off_by(&ticks, wanted) == off_by(&best, wanted) && reaches >= reach)
                continue;
            best = ticks;
            reach = reaches;
        }
    return best;
}

/* Exact: a whole multiple of the step. */
zt_num zt_ticks_at(const zt_ticks *ticks, size_t i)
{
    zt_num num = ticks->step;
    if (ticks->uneven)
        return ticks->uneven[i];
    num.scaled *= ticks->first + (int64_t)i;
    return num;
}

/* Zero is printed without the decimals of the step. */
zt_str zt_ticks_print(zt_arena *arena, const zt_ticks *ticks, size_t i, zt_grouping grouping)
{
    zt_num num = zt_ticks_at(ticks, i);
    zt_buf buf;
    zt_buf_init(&buf, arena);
    if (num.scaled == 0)
        num.decimals = 0;
    zt_num_print_grouped(&buf, num, grouping);
    return zt_buf_view(&buf);
}

/* ---- logarithms ---- */

typedef ZT_VEC(zt_num) num_list;

/* Leads times powers of ten between the ends, in order; of the powers every `each`-th. A tick at an
   end belongs to it, but for the error of a double. */
static size_t collect(zt_arena *arena, double low, double high, const int *leads, size_t count,
                      int each, num_list *out)
{
    *out = (num_list){0};
    for (int power = -10; power <= 16; power++)
        for (size_t i = 0; i < count; i++) {
            zt_num num = make_step(leads[i] * 10, power);
            double value = zt_num_double(num);
            if (power % each == 0 && value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9))
                ZT_PUSH(arena, out, num);
        }
    return out->count;
}

/* First 1, 2 and 5 in each power; then the powers alone, every second, every third, until there are
   few enough. A range without two powers has 1 and 5. */
size_t zt_ticks_log(zt_arena *arena, double low, double high, size_t most, zt_num **out)
{
    static const int leads[] = {1, 2, 5}, ends[] = {1, 5};
    num_list list;
    size_t count = collect(arena, low, high, leads, 3, 1, &list);
    for (int each = 1; count > most && each < 27; each++)
        count = collect(arena, low, high, leads, 1, each, &list);
    if (count < 2)
        count = collect(arena, low, high, ends, 2, 1, &list);
    *out = list.items;
    return count;
}

/* The nearest of 1, 2 and 5 times a power of ten below (way -1) or above a size above zero. */
static double round_size(double size, int way)
{
    static const double leads[] = {1, 2, 5, 10};
    const double slip = 1e-9, power = pow(10, floor(log10(size) + slip));
    double below = power;
    for (int i = 0; i < 4; i++) {
        double lead = leads[i] * power;
        if (way > 0 && lead >= size * (1 - slip))
            return lead;
        if (lead <= size * (1 + slip))
            below = lead;
    }
    return below;
}

/* A symlog turns at the power of ten below the least size but zero, and spreads no more than five
   powers on a side. */
void zt_scale_round(zt_scale *scale, double low, double high, double least)
{
    const double powers = 5;
    double most = fmax(fabs(low), fabs(high));
    if (scale->kind == ZT_SCALE_LOG) {
        scale->low = round_size(low, -1);
        scale->high = round_size(high, 1);
        if (scale->low == scale->high) {
            scale->low /= 2;
            scale->high *= 2;
        }
        return;
    }
    if (most <= 0 || least <= 0)
        most = least = 1; /* nothing but zeros */
    scale->bend = pow(10, fmax(floor(log10(least) + 1e-9), ceil(log10(most) - powers)));
    scale->low = low < 0 ? -round_size(-low, 1) : 0;
    scale->high = high > 0 || low >= 0 ? round_size(fmax(high, scale->bend), 1) : 0;
}

/* Every `each`-th power of ten from the bend on, on both sides of zero, in order. */
static size_t collect_sides(zt_arena *arena, const zt_scale *scale, int each, num_list *out)
{
    const int bend = (int)lround(log10(scale->bend)), last = 16;
    *out = (num_list){0};
    for (int i = bend - last - 1; i <= last - bend + 1; i++) { /* 0 is zero, ±1 the bend */
        int beyond = (i < 0 ? -i : i) - 1;
        zt_num num = i == 0 ? (zt_num){0, 0, ZT_NUM_GIVEN} : make_step(10, bend + beyond);
        num.scaled = i < 0 ? -num.scaled : num.scaled;
        double value = zt_num_double(num);
        bool counts = i == 0 || beyond % each == 0;
        if (counts && value >= scale->low * (1 + 1e-9) && value <= scale->high * (1 + 1e-9))
            ZT_PUSH(arena, out, num);
    }
    return out->count;
}

zt_ticks zt_ticks_spread(zt_arena *arena, const zt_scale *scale, size_t most)
{
    zt_num *nums;
    zt_ticks ticks = {.step = {1, 0, ZT_NUM_GIVEN}};
    num_list list;
    if (scale->kind == ZT_SCALE_LOG) {
        ticks.count = zt_ticks_log(arena, scale->low, scale->high, most, &nums);
        ticks.uneven = nums;
        return ticks;
    }
    for (int each = 1; each < 27; each++) {
        ticks.count = collect_sides(arena, scale, each, &list);
        if (ticks.count <= most)
            break;
    }
    ticks.uneven = list.items;
    return ticks;
}
