/* tests/tools/solve/try_layouts.c — all slicing layouts of a small page, tried one by one without
   memory; and what the layout of an answer costs, from its cells alone. */
#include "solve_tools.h"

#include <string.h>

enum { NEVER = 1 << 28, LINE = 1 << 19 };

typedef struct box {
    int column, row, width, height;
} box;

/* ---- what may be ---- */

static bool overlaps(const box *b, int column, int row, int width, int height)
{
    return b->column < column + width && column < b->column + b->width && b->row < row + height &&
           row < b->row + b->height;
}

/* Cells of fixed rectangles in a box; -1 when one is cut by its sides. */
static int fixed_cells(const zt_slice_page *p, const box *b)
{
    int cells = 0;
    for (size_t i = 0; i < p->fixed_count; i++) {
        const zt_slice_fixed *r = &p->fixed[i];
        if (!overlaps(b, r->column, r->row, r->width, r->height))
            continue;
        if (r->column < b->column || r->row < b->row ||
            r->column + r->width > b->column + b->width || r->row + r->height > b->row + b->height)
            return -1;
        cells += r->width * r->height;
    }
    return cells;
}

/* Whether a line is an edge of the page or of something fixed. */
static bool is_edge(const zt_slice_page *p, int line)
{
    bool edge = line == 0 || line == p->height;
    for (size_t i = 0; i < p->fixed_count; i++)
        edge = edge || line == p->fixed[i].row || line == p->fixed[i].row + p->fixed[i].height;
    return edge;
}

static bool has(const zt_slice_page *p, unsigned set, int at)
{
    for (size_t i = 0; i < p->count; i++)
        if (set >> i & 1 && p->items[i].at & at)
            return true;
    return false;
}

/* All that are bound to an item. */
static unsigned bound_to(const zt_slice_page *p, size_t item)
{
    unsigned all = 1u << item;
    for (size_t turn = 0; turn < p->count; turn++)
        for (size_t i = 0; i < p->count; i++) {
            int k = p->items[i].with;
            unsigned pair = k < 0 || (size_t)k >= p->count ? 0 : 1u << i | 1u << k;
            all |= pair & all ? pair : 0;
        }
    return all;
}

static bool together(const zt_slice_page *p, unsigned set, unsigned a)
{
    for (size_t i = 0; i < p->count; i++) {
        unsigned group = bound_to(p, i);
        if ((set & group) == group && set != group && (a & group) && (a & group) != group)
            return false;
    }
    return true;
}

static int butt(const zt_slice_page *p, unsigned a, unsigned b)
{
    bool all_a = true, all_b = true;
    for (size_t i = 0; i < p->count; i++) {
        all_a = all_a && (!(a >> i & 1) || p->items[i].topped);
        all_b = all_b && (!(b >> i & 1) || p->items[i].topped);
    }
    return all_a || all_b ? 0 : p->butt;
}

static int weight(const zt_slice_page *p, unsigned set)
{
    int sum = 0;
    for (size_t i = 0; i < p->count; i++)
        sum += set >> i & 1 ? p->items[i].weight : 0;
    return sum;
}

/* ---- all layouts ---- */

/* A page, with the areas of all sets of its items. */
typedef struct trial_page {
    const zt_slice_page *page;
    int least[16], most[16];
} trial_page;

static void measure_sets(trial_page *t)
{
    for (unsigned set = 0; set < 1u << t->page->count; set++) {
        t->least[set] = t->most[set] = 0;
        for (size_t i = 0; i < t->page->count; i++) {
            int low = NEVER, high = 0;
            for (size_t k = 0; set >> i & 1 && k < t->page->items[i].count; k++) {
                const zt_shape *s = &t->page->items[i].shapes[k];
                int cells = s->width * s->height;
                low = cells < low ? cells : low;
                high = cells > high ? cells : high;
            }
            t->least[set] += set >> i & 1 ? low : 0;
            t->most[set] += high;
        }
    }
}

static bool area_suits(const trial_page *t, unsigned set, const box *b)
{
    int fixed = fixed_cells(t->page, b), area = b->width * b->height - fixed;
    return fixed >= 0 && area >= t->least[set] && area <= t->most[set];
}

static int item_cost(const zt_slice_page *p, unsigned set, const box *b)
{
    size_t i = 0;
    int best = NEVER;
    while (!(set >> i & 1))
        i++;
    for (size_t k = 0; k < p->items[i].count; k++) {
        const zt_shape *s = &p->items[i].shapes[k];
        int cost = (int)s->cost + s->cut * LINE;
        if (s->width == b->width && s->height == b->height && s->cut <= p->most_cut && cost < best)
            best = cost;
    }
    return best;
}

static int try_box(const trial_page *t, unsigned set, box b);

static int lesser(int a, int b)
{
    return a < b ? a : b;
}

static int try_upright(const trial_page *t, unsigned set, const box *b, unsigned a)
{
    const zt_slice_page *p = t->page;
    unsigned c = set & ~a;
    int best = NEVER;
    if ((c && has(p, a, ZT_SLICE_RIGHT)) || (a && has(p, c, ZT_SLICE_LEFT)))
        return NEVER;
    for (int u = 1; u < b->width; u++) {
        box left = {b->column, b->row, u, b->height};
        box right = {b->column + u, b->row, b->width - u, b->height};
        if (!area_suits(t, a, &left) || !area_suits(t, c, &right))
            continue;
        int x = try_box(t, a, left);
        int y = x < NEVER ? try_box(t, c, right) : NEVER;
        if (y < NEVER)
            best = lesser(best, x + y + (a && c ? butt(p, a, c) : 0));
    }
    return best;
}

static int try_across(const trial_page *t, unsigned set, const box *b, unsigned a)
{
    const zt_slice_page *p = t->page;
    unsigned c = set & ~a;
    int best = NEVER;
    if ((a && has(p, c, ZT_SLICE_HEAD)) || (c && has(p, a, ZT_SLICE_FOOT)))
        return NEVER;
    for (int h = 1; h < b->height; h++) {
        box top = {b->column, b->row, b->width, h};
        box foot = {b->column, b->row + h, b->width, b->height - h};
        if (!area_suits(t, a, &top) || !area_suits(t, c, &foot))
            continue;
        int x = try_box(t, a, top);
        int y = x < NEVER ? try_box(t, c, foot) : NEVER;
        if (y < NEVER)
            best = lesser(best, x + y + weight(p, c) * h);
    }
    return best;
}

static int try_box(const trial_page *t, unsigned set, box b)
{
    const zt_slice_page *p = t->page;
    int fixed = fixed_cells(p, &b), best = NEVER;
    if (!area_suits(t, set, &b))
        return NEVER;
    if (fixed && !is_edge(p, b.row) && !is_edge(p, b.row + b.height))
        return NEVER;
    if (!set && fixed == b.width * b.height)
        return 0;
    if (!fixed && set && !(set & (set - 1)))
        return item_cost(p, set, &b);
    for (unsigned a = set;; a = (a - 1) & set) {
        if (together(p, set, a)) {
            best = lesser(best, try_upright(t, set, &b, a));
            best = lesser(best, try_across(t, set, &b, a));
        }
        if (!a)
            return best;
    }
}

int64_t try_layouts(const zt_slice_page *p)
{
    trial_page t = {.page = p};
    measure_sets(&t);
    int cost = try_box(&t, (1u << p->count) - 1, (box){0, 0, p->width, p->height});
    return cost < (p->most_cut + 1) * LINE ? cost : -1;
}

/* ---- from the cells ---- */

/* The least sum of butts over all ways to cut the cells apart, groups last; NEVER when there is
 * none. */
static int cut_cells(const zt_slice_page *p, const zt_slice_cell *cells, unsigned set, box b)
{
    if (!(set & (set - 1)))
        return 0;
    int best = NEVER;
    for (int upright = 0; upright < 2; upright++)
        for (int at = 1; at < (upright ? b.width : b.height); at++) {
            unsigned a = 0, c = 0;
            int line = (upright ? b.column : b.row) + at;
            for (size_t i = 0; i < p->count; i++) {
                if (!(set >> i & 1))
                    continue;
                int from = upright ? cells[i].column : cells[i].row;
                int to = from + (upright ? cells[i].width : cells[i].height);
                a |= to <= line ? 1u << i : 0;
                c |= from >= line ? 1u << i : 0;
            }
            if ((a | c) != set || !together(p, set, a))
                continue;
            box x = b, y = b;
            *(upright ? &x.width : &x.height) = at;
            *(upright ? &y.width : &y.height) -= at;
            *(upright ? &y.column : &y.row) += at;
            if (fixed_cells(p, &x) < 0 || fixed_cells(p, &y) < 0)
                continue;
            int cost = cut_cells(p, cells, a, x) + cut_cells(p, cells, c, y);
            cost += upright && a && c ? butt(p, a, c) : 0;
            best = lesser(best, cost);
        }
    return best;
}

/* Marks a rectangle; false when it leaves the page or lies on another. */
static bool mark(const zt_slice_page *p, char *grid, int column, int row, int width, int height)
{
    if (column < 0 || row < 0 || column + width > p->width || row + height > p->height)
        return false;
    for (int y = row; y < row + height; y++)
        for (int x = column; x < column + width; x++)
            if (grid[y * p->width + x]++)
                return false;
    return true;
}

static bool tiles(const zt_slice_page *p, const zt_slice_answer *answer)
{
    char grid[ZT_SLICE_COLUMNS * ZT_SLICE_LINES] = {0};
    bool holds = true;
    for (size_t i = 0; i < p->fixed_count; i++)
        holds = holds && mark(p, grid, p->fixed[i].column, p->fixed[i].row, p->fixed[i].width,
                              p->fixed[i].height);
    for (size_t i = 0; i < p->count; i++)
        holds = holds && mark(p, grid, answer->cells[i].column, answer->cells[i].row,
                              answer->cells[i].width, answer->cells[i].height);
    return holds && !memchr(grid, 0, (size_t)(p->width * p->height));
}

int64_t price_layout(const zt_slice_page *p, const zt_slice_answer *answer)
{
    int64_t cost = 0;
    if (!tiles(p, answer))
        return -1;
    for (size_t i = 0; i < p->count; i++) {
        const zt_slice_cell *cell = &answer->cells[i];
        if (cell->shape >= p->items[i].count)
            return -1;
        const zt_shape *shape = &p->items[i].shapes[cell->shape];
        if (shape->width != cell->width || shape->height != cell->height ||
            shape->choice != cell->choice)
            return -1;
        cost += (int)shape->cost + (int64_t)shape->cut * LINE + p->items[i].weight * cell->row;
    }
    int butts = cut_cells(p, answer->cells, (1u << p->count) - 1, (box){0, 0, p->width, p->height});
    return butts < NEVER ? cost + butts : -1;
}
