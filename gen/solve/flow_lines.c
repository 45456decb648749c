/* gen/solve/flow_lines.c — running text over columns of one line grid. The length of the columns
   is the least with which the text fits, or a line or two more where that makes a better page; the
   breaks are the best under it, found by dynamic programming. */
#include "solve/flow.h"

#include <float.h>
#include <stdint.h>

#include <string.h>

/* Costs, in lines squared. A column in the middle that ends early is a hole in the page, the last
   one may; a head that takes a line more is hardly seen, unless others beside it do not: then the
   last column rather ends two lines early. */
static const double SHORT_COLUMN = 25, SHORT_LAST = 1, WIDER_HEAD = 0.5, LONGER = 0.75;
static const double UNLIKE_HEADS = 4.5;
enum { MORE_ROWS = 2 };

/* The search for the best breaks; tables are indexed by columns left and first unit. */
typedef struct lines_flow {
    const zt_flow_unit *units;
    size_t count, columns;
    int rows; /* of a column */
    /* [columns left][first unit]: least from there on. */
    double *cost;
    /* Where the column that begins there ends. */
    size_t *end;
} lines_flow;

/* Lines that a unit takes in a column that begins with `first`. */
static int rows_in(const zt_flow_unit *units, size_t first, size_t i)
{
    return i == first ? units[i].rows_at_top : units[i].rows;
}

/* Whether a column may begin with the unit. */
static bool may_begin(const lines_flow *f, size_t i)
{
    return i == 0 || i == f->count || f->units[i].begins || !f->units[i].with_previous;
}

/* Of one column that takes `used` lines and could take `stretch` more. */
static double column_cost(const lines_flow *f, int used, int stretch, bool last)
{
    int missing = f->rows - used;
    if (last && missing > stretch) /* it ends early: then its heads stay as they are */
        stretch = 0;
    int taken = missing < stretch ? missing : stretch;
    double left = missing - taken;
    return (last ? SHORT_LAST : SHORT_COLUMN) * left * left + WIDER_HEAD * taken;
}

/* The best end of a column that begins with `first`, when so many columns are left. */
static void fill_lines(const lines_flow *f, size_t left, size_t first)
{
    size_t width = f->count + 1, best_end = first;
    double best = DBL_MAX;
    int used = 0, stretch = 0;
    for (size_t end = first + 1; end <= f->count; end++) {
        const zt_flow_unit *unit = &f->units[end - 1];
        if (end - 1 > first && unit->begins)
            break;
        used += rows_in(f->units, first, end - 1);
        stretch += end - 1 > first ? unit->stretch : 0;
        if (used > f->rows)
            break;
        double rest = f->cost[(left - 1) * width + end];
        if (rest >= DBL_MAX || !may_begin(f, end))
            continue;
        bool forced = end < f->count && f->units[end].begins;
        double cost = rest + column_cost(f, used, stretch, end == f->count || forced);
        if (cost <= best) {
            best = cost;
            best_end = end;
        }
    }
    f->cost[left * width + first] = best;
    f->end[left * width + first] = best_end;
}

/* Least cost of the whole with columns of `rows` lines; DBL_MAX when it does not fit. */
static double solve_lines(lines_flow *f, int rows)
{
    size_t width = f->count + 1;
    f->rows = rows;
    for (size_t first = 0; first < f->count; first++)
        f->cost[first] = DBL_MAX;
    for (size_t left = 0; left <= f->columns; left++) /* empty columns at the end */
        f->cost[left * width + f->count] = SHORT_LAST * (double)left * rows * rows;
    for (size_t left = 1; left <= f->columns; left++)
        for (size_t first = 0; first < f->count; first++)
            fill_lines(f, left, first);
    return f->cost[f->columns * width];
}

/* The columns that filling each as far as it goes would take. */
static size_t columns_taken(const lines_flow *f, int rows)
{
    size_t columns = 0;
    for (size_t first = 0; first < f->count; columns++) {
        size_t end = first, reach = first;
        int used = 0;
        for (; end < f->count; end++) {
            used += rows_in(f->units, first, end);
            if (used > rows || (end > first && f->units[end].begins))
                break;
            if (may_begin(f, end + 1))
                reach = end + 1;
        }
        if (reach == first)
            return SIZE_MAX;
        first = reach;
    }
    return columns;
}

/* The least length of columns into which everything goes. */
static int least_rows(const lines_flow *f, int from, int most)
{
    int low = from;
    while (low < most && columns_taken(f, low) > f->columns)
        low++;
    return low;
}

/* Where each unit stands, spare lines given to heads that may take them. */
static void put_slots(const lines_flow *f, zt_flow_slot *slots)
{
    size_t width = f->count + 1, first = 0;
    for (size_t k = 0; first < f->count; k++) {
        size_t end = f->end[(f->columns - k) * width + first];
        int used = 0, stretch = 0, row = 0;
        for (size_t i = first; i < end; i++) {
            used += rows_in(f->units, first, i);
            stretch += i > first ? f->units[i].stretch : 0;
        }
        int missing = f->rows - used;
        bool last = end == f->count || f->units[end].begins;
        int spare = last && missing > stretch ? 0 : missing;
        for (size_t i = first; i < end; i++) {
            int more = i > first && spare > 0 ? f->units[i].stretch : 0;
            more = more < spare ? more : spare;
            slots[i] = (zt_flow_slot){(int)k, row, rows_in(f->units, first, i) + more};
            row += slots[i].rows;
            spare -= more;
        }
        first = end;
    }
}

/* How the units come to stand best. */
typedef struct flow_result {
    int rows;
    double cost;
} flow_result;

/* Lines of all units, and with each at a column's top. */
static void count_lines(const zt_flow_unit *units, size_t count, int *total, int *at_top)
{
    *total = *at_top = 0;
    for (size_t i = 0; i < count; i++) {
        zt_assert(units[i].rows >= units[i].rows_at_top);
        *total += units[i].rows;
        *at_top += units[i].rows_at_top;
    }
}

/* The best of the least length and what is a little longer; a length is priced from `shortest` on,
   0: from its own least. */
static flow_result best_rows(lines_flow *f, int *shortest)
{
    flow_result best = {0, DBL_MAX};
    int total, at_top;
    count_lines(f->units, f->count, &total, &at_top);
    int least = least_rows(f, at_top / (int)f->columns, total);
    *shortest = *shortest > 0 ? *shortest : least;
    best.rows = least;
    for (int more = 0; more <= MORE_ROWS; more++) {
        double cost = solve_lines(f, least + more);
        if (cost < DBL_MAX)
            cost += LONGER * (least + more - *shortest);
        if (cost < best.cost)
            best = (flow_result){least + more, cost};
    }
    return best;
}

/* The slots of the best way; what was searched last may have been another. */
static void put_best(lines_flow *f, const flow_result *best, zt_flow_slot *slots)
{
    if (best->cost < DBL_MAX)
        solve_lines(f, best->rows);
    put_slots(f, slots);
}

/* Whether of the heads within columns some took more lines and some did not. */
static bool are_unlike(const zt_flow_unit *units, const zt_flow_slot *slots, size_t count)
{
    bool wider = false, plain = false;
    for (size_t i = 0; i < count; i++) {
        bool within = units[i].alike && slots[i].row > 0;
        wider |= within && slots[i].rows > units[i].rows;
        plain |= within && slots[i].rows == units[i].rows;
    }
    return wider && plain;
}

/* The units with their heads of one kind: each a line more, or none. */
static zt_flow_unit *alike_units(zt_arena *arena, const zt_flow_unit *units, size_t count, int more)
{
    zt_flow_unit *out = ZT_ARRAY(arena, count, zt_flow_unit);
    memcpy(out, units, count * sizeof *out);
    for (size_t i = 0; i < count; i++) {
        if (!units[i].alike)
            continue;
        out[i].rows += more < units[i].stretch ? more : units[i].stretch;
        out[i].stretch = 0;
    }
    return out;
}

/* Columns that are begun by units that ask for it. */
static size_t forced_columns(const zt_flow_unit *units, size_t count)
{
    size_t columns = 1;
    for (size_t i = 1; i < count; i++)
        columns += units[i].begins;
    return columns;
}

/* The slots of all units; the lines of the longest column. */
int zt_flow_lines(zt_arena *arena, const zt_flow_unit *units, size_t count, int columns,
                  zt_flow_slot *slots)
{
    zt_assert(columns > 0);
    if (count == 0)
        return 0;
    lines_flow f = {.units = units, .count = count, .columns = (size_t)columns};
    zt_assert(forced_columns(units, count) <= f.columns);
    f.cost = ZT_ARRAY(arena, (f.columns + 1) * (count + 1), double);
    f.end = ZT_ARRAY(arena, (f.columns + 1) * (count + 1), size_t);
    int shortest = 0;
    flow_result best = best_rows(&f, &shortest);
    put_best(&f, &best, slots);
    if (!are_unlike(units, slots, count))
        return best.rows;
    best.cost += UNLIKE_HEADS;
    for (int more = 0; more <= 1; more++) {
        f.units = alike_units(arena, units, count, more);
        flow_result other = best_rows(&f, &shortest);
        if (other.cost >= best.cost)
            continue;
        best = other;
        put_best(&f, &best, slots);
    }
    return best.rows;
}
