/* gen/solve/flow.c — units that are never torn, in order, over columns of like height. Given their
   heights in points and the gap between two; hands on the column of each and the height of the
   tallest. The height is settled first, then the most even filling that keeps to it. */
#include "solve/flow.h"

#include <float.h>

#include "base/geom.h"

/* A run of units under one column head to foot; sums[i] is the height of the units before i. */
static double run_height(const double *sums, double gap, size_t first, size_t end)
{
    return end > first ? sums[end] - sums[first] + gap * (double)(end - first - 1) : 0;
}

/* Fewest columns in which nothing is higher than `limit`. */
static size_t columns_needed(const double *sums, size_t count, double gap, double limit)
{
    size_t columns = 0;
    for (size_t first = 0; first < count; columns++) {
        size_t end = first + 1;
        while (end < count && run_height(sums, gap, first, end + 1) <= limit)
            end++;
        first = end;
    }
    return columns;
}

/* The least height of the tallest column. Bisection closes in; the exact height is then that of a
   run, which the greedy filling finds. */
static double least_height(const double *sums, size_t count, double gap, size_t columns)
{
    double low = 0, high = run_height(sums, gap, 0, count);
    for (size_t i = 0; i < count; i++)
        low = zt_max(low, run_height(sums, gap, i, i + 1));
    if (columns_needed(sums, count, gap, low) <= columns)
        return low;
    enum { HALVINGS = 60 };
    for (int step = 0; step < HALVINGS; step++) {
        double middle = (low + high) / 2;
        if (columns_needed(sums, count, gap, middle) <= columns)
            high = middle;
        else
            low = middle;
    }
    return high;
}

/* The search for the best distribution; tables are indexed by columns left and first unit. */
typedef struct flow {
    const double *sums;
    size_t count, columns;
    double gap, limit;
    /* [columns left][first unit]: least sum of squares from there on. */
    double *cost;
    /* Where the column that begins there ends. */
    size_t *end;
} flow;

/* Squares prefer columns of like height among all fillings with the least tallest one. A tie goes
   to the filling whose earlier columns are fuller. */
static void fill_cell(const flow *f, size_t left, size_t first)
{
    size_t width = f->count + 1, best_end = first;
    double best = DBL_MAX;
    for (size_t end = first; end <= f->count; end++) {
        double height = run_height(f->sums, f->gap, first, end);
        if (end > first + 1 && height > f->limit)
            break;
        double rest = f->cost[(left - 1) * width + end];
        double cost = rest < DBL_MAX ? height * height + rest : DBL_MAX;
        if (cost < DBL_MAX && cost <= best * (1 + 1e-12)) {
            best = zt_min(best, cost);
            best_end = end;
        }
    }
    f->cost[left * width + first] = best;
    f->end[left * width + first] = best_end;
}

/* Fills the tables from the last unit on. */
static void solve(flow *f, zt_arena *arena)
{
    size_t width = f->count + 1;
    f->cost = ZT_ARRAY(arena, (f->columns + 1) * width, double);
    f->end = ZT_ARRAY(arena, (f->columns + 1) * width, size_t);
    for (size_t first = 0; first < f->count; first++)
        f->cost[first] = DBL_MAX; /* units left, but no column */
    for (size_t left = 1; left <= f->columns; left++)
        for (size_t first = 0; first <= f->count; first++)
            fill_cell(f, left, first);
}

/* The least height of the tallest column, and among those the most even columns. */
double zt_flow_columns(zt_arena *arena, const double *heights, size_t count, double gap,
                       int columns, int *column)
{
    zt_assert(columns > 0);
    if (count == 0)
        return 0;
    double *sums = ZT_ARRAY(arena, count + 1, double);
    for (size_t i = 0; i < count; i++)
        sums[i + 1] = sums[i] + heights[i];
    flow f = {.sums = sums, .count = count, .columns = (size_t)columns, .gap = gap};
    /* Sums of doubles differ in the last place with where they begin. */
    f.limit = least_height(sums, count, gap, f.columns) * (1 + 1e-9);
    solve(&f, arena);
    double tallest = 0;
    for (size_t k = 0, first = 0; k < f.columns; k++) {
        size_t end = f.end[(f.columns - k) * (count + 1) + first];
        for (size_t i = first; i < end; i++)
            column[i] = (int)k;
        tallest = zt_max(tallest, run_height(sums, gap, first, end));
        first = end;
    }
    return tallest;
}
