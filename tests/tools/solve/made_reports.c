/* tests/tools/solve/made_reports.c — reports by lot, as streams of units. */
#include "solve_tools.h"

enum { ROWS = 42, HEAD = 6 };

int lot(lots *l, int n)
{
    l->state = l->state * 6364136223846793005u + 1442695040888963407u;
    return n < 2 ? 0 : (int)((l->state >> 33) % (uint64_t)n);
}

typedef struct draft {
    lots lots;
    zt_arena *arena;
    ZT_VEC(zt_pages_unit) units;
    ZT_VEC(zt_pages_group) groups;
    ZT_VEC(zt_pages_figure) figures;
    int rows;
    bool after_head;
} draft;

static void add(draft *d, int rows, int at_top, zt_tear tear)
{
    zt_pages_unit unit = {
        .rows = (int16_t)rows, .rows_at_top = (int16_t)at_top, .tear = (uint8_t)tear};
    ZT_PUSH(d->arena, &d->units, unit);
    d->rows += rows;
}

static void add_paragraph(draft *d)
{
    int n = 1 + lot(&d->lots, 4) + lot(&d->lots, 6);
    zt_pages_group group = {ZT_PAGES_NEVER, ZT_PAGES_NEVER};
    if (n > 2 && lot(&d->lots, 100) < 3)
        group.less = 8 + lot(&d->lots, 6);
    if (n > 2 && lot(&d->lots, 100) < 30)
        group.more = 5 + lot(&d->lots, 8);
    ZT_PUSH(d->arena, &d->groups, group);
    for (int i = 0; i < n; i++) {
        bool held = i == 1 || (i > 0 && i == n - 1) || (d->after_head && i < 2);
        add(d, 1, 1, held ? ZT_TEAR_NEVER : ZT_TEAR_FREE);
        zt_pages_unit *unit = &d->units.items[d->units.count - 1];
        unit->group = (uint32_t)d->groups.count;
        if (lot(&d->lots, 60) == 0)
            unit->note = (int16_t)(1 + lot(&d->lots, 3));
    }
    d->after_head = false;
}

static void add_table(draft *d)
{
    enum { HEADS = 2 };
    int n = 6 + lot(&d->lots, 40);
    add(d, 1 + HEADS, 1 + HEADS, ZT_TEAR_FREE);
    for (int i = 1; i < n; i++)
        add(d, 1, 1 + HEADS, i == 1 || i == n - 1 ? ZT_TEAR_NEVER : ZT_TEAR_SPLIT);
}

static void add_figure(draft *d, int columns)
{
    zt_pages_figure figure = {.rows = (int16_t)(10 + lot(&d->lots, 14)),
                              .across = columns > 1 && lot(&d->lots, 2),
                              .mention = d->units.count - 1};
    ZT_PUSH(d->arena, &d->figures, figure);
}

zt_pages_stream make_report(zt_arena *arena, uint64_t seed, int pages, int columns)
{
    draft d = {.lots = {seed * 7919 + 1}, .arena = arena};
    int goal = 0, begun = 0;
    while (d.rows < pages * columns * ROWS * 85 / 100) {
        if (d.rows >= goal) {
            add(&d, HEAD, HEAD, ZT_TEAR_PAGE);
            d.after_head = true;
            begun = d.rows;
            goal = begun + (6 + lot(&d.lots, 8)) * ROWS * columns / 2;
        }
        if (!d.after_head && lot(&d.lots, 7) == 0) {
            add(&d, 3, 2, ZT_TEAR_FREE);
            d.after_head = true;
        }
        if (!d.after_head && lot(&d.lots, 9) == 0)
            add_figure(&d, columns);
        if (!d.after_head && lot(&d.lots, 22) == 0)
            add_table(&d);
        else
            add_paragraph(&d);
    }
    return (zt_pages_stream){.units = d.units.items,
                             .unit_count = d.units.count,
                             .groups = d.groups.items,
                             .group_count = d.groups.count,
                             .figures = d.figures.items,
                             .figure_count = d.figures.count,
                             .rows = ROWS,
                             .columns = columns,
                             .note_rule = 1,
                             .score = {.room = 4, .late = 25, .alone = 30, .split = 6, .thin = 50}};
}

/* One chapter of a report: units first .. end, groups and mentions counted anew. */
static zt_pages_stream chapter(zt_arena *arena, const zt_pages_stream *whole, size_t first,
                               size_t end)
{
    zt_pages_stream s = *whole;
    zt_pages_unit *units = ZT_ARRAY(arena, end - first, zt_pages_unit);
    for (size_t i = first; i < end; i++)
        units[i - first] = whole->units[i];
    size_t f = 0, g = 0;
    while (f < whole->figure_count && whole->figures[f].mention < first)
        f++;
    for (g = f; g < whole->figure_count && whole->figures[g].mention < end;)
        g++;
    zt_pages_figure *figures = ZT_ARRAY(arena, g - f, zt_pages_figure);
    for (size_t i = f; i < g; i++) {
        figures[i - f] = whole->figures[i];
        figures[i - f].mention -= first;
    }
    s.units = units;
    s.unit_count = end - first;
    s.figures = figures;
    s.figure_count = g - f;
    return s;
}

size_t report_chapters(zt_arena *arena, const zt_pages_stream *whole, zt_pages_stream **out)
{
    ZT_VEC(zt_pages_stream) all = {0};
    for (size_t first = 0, end; first < whole->unit_count; first = end) {
        for (end = first + 1; end < whole->unit_count && whole->units[end].tear < ZT_TEAR_PAGE;)
            end++;
        ZT_PUSH(arena, &all, chapter(arena, whole, first, end));
    }
    *out = all.items;
    return all.count;
}
