/* Ticks are whole multiples of a decimal step, so that what is printed is exact. */
#include "chart/ticks.h"

#include <math.h>

/* Tenths of the leading digit, and how much worse than 1 each reads (Heckbert, Nice numbers for
   graph labels, Graphics Gems 1990, uses 1, 2 and 5; 2.5 for quarters). */
static const struct {
    int tenths;
    double cost;
} shapes[] = {{10, 0}, {20, 0.1}, {25, 0.45}, {50, 0.2}};

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

static zt_ticks with_step(zt_num step, double low, double high, zt_ticks_reach reach)
{
    /* Divisions of decimal fractions are off by some ulp: 0.6 / 0.2 must not cover one step more.
     */
    static const double slip = 1e-9;
    double size = zt_num_double(step), first = low / size, last = high / size;
    if (reach == ZT_TICKS_COVER) {
        first = floor(first + slip);
        last = ceil(last - slip);
    } else {
        first = ceil(first - slip);
        last = floor(last + slip);
    }
    zt_ticks ticks = {step, (int64_t)first, 0};
    if (last >= first)
        ticks.count = (size_t)(last - first) + 1;
    return ticks;
}

/* Fewer ticks are a lesser evil than more: they only say less. */
static double badness(const zt_ticks *ticks, size_t wanted, double cost)
{
    double off = (double)ticks->count - (double)wanted;
    if (ticks->count < 2)
        return 1000 - (double)ticks->count;
    return cost + (off > 0 ? (wanted >= 3 ? 100 : 2) * off : -off);
}

zt_ticks zt_ticks_choose(double low, double high, size_t wanted, zt_ticks_reach reach)
{
    if (wanted < 2)
        wanted = 2;
    if (high <= low) {
        double half = low != 0 ? fabs(low) / 2 : 0.5;
        high = low + half;
        low -= half;
    }
    int middle = (int)floor(log10((high - low) / (double)wanted));
    zt_ticks best = {0};
    double least = INFINITY;
    for (int power = middle - 1; power <= middle + 2; power++) {
        if (power < -10 || power > 16)
            continue;
        for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++) {
            zt_ticks ticks = with_step(make_step(shapes[k].tenths, power), low, high, reach);
            double bad = badness(&ticks, wanted, shapes[k].cost);
            if (bad < least) {
                least = bad;
                best = ticks;
            }
        }
    }
    return best;
}

zt_num zt_ticks_at(const zt_ticks *ticks, size_t i)
{
    zt_num num = ticks->step;
    num.scaled *= ticks->first + (int64_t)i;
    return num;
}

zt_str zt_ticks_print(zt_arena *arena, const zt_ticks *ticks, size_t i)
{
    zt_num num = zt_ticks_at(ticks, i);
    zt_buf buf;
    zt_buf_init(&buf, arena);
    if (num.scaled == 0)
        num.decimals = 0;
    zt_num_print(&buf, num, true);
    return zt_buf_view(&buf);
}
