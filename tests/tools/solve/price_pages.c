/* tests/tools/solve/price_pages.c — what pages cost, from the outside; pages filled in turn; all
   pages tried. */
#include "solve_tools.h"

#include <string.h>

static zt_tear tear_before(const zt_pages_stream *s, size_t unit)
{
    return unit < s->unit_count ? (zt_tear)s->units[unit].tear : ZT_TEAR_PAGE;
}

/* Pages of one column: neither begins one. */
static bool holds_on(const zt_pages_stream *s, size_t unit)
{
    return tear_before(s, unit) == ZT_TEAR_NEVER || tear_before(s, unit) == ZT_TEAR_INSIDE;
}

/* A line that has others of its paragraph before and behind it, and no other in its column. */
static bool stands_alone(const zt_pages_stream *s, const zt_pages_column *c)
{
    return c->end - c->first == 1 && s->units[c->first].inner;
}

/* Lines of the units first .. end in one column, with their notes. */
static int lines_of(const zt_pages_stream *s, size_t first, size_t end)
{
    int lines = 0, notes = 0;
    for (size_t i = first; i < end; i++) {
        lines += i == first ? s->units[i].rows_at_top : s->units[i].rows;
        notes += s->units[i].note;
    }
    return lines + notes + (notes ? s->note_rule : 0);
}

/* What the changed paragraphs of a column add and cost; false where one does not lie whole in it.
 */
static bool changes_of(const zt_pages_stream *s, const int8_t *change, size_t first, size_t end,
                       int *lines, int64_t *cost)
{
    for (size_t i = first; i < end; i++) {
        uint32_t g = s->units[i].group;
        if (g == 0 || !change || change[g - 1] == 0)
            continue;
        bool begins = i > 0 && s->units[i - 1].group == g && i == first;
        bool goes_on = i + 1 == end && end < s->unit_count && s->units[end].group == g;
        if (begins || goes_on)
            return false;
        if (i > first && s->units[i - 1].group == g)
            continue; /* counted with its first line */
        *lines += change[g - 1];
        *cost += change[g - 1] < 0 ? s->groups[g - 1].less : s->groups[g - 1].more;
    }
    return true;
}

/* Figures that are mentioned by units before `end` and do not stand yet. */
static int64_t waiting(const zt_pages_stream *s, size_t end, size_t placed)
{
    size_t mentioned = 0;
    while (mentioned < s->figure_count && s->figures[mentioned].mention < end)
        mentioned++;
    return (int64_t)mentioned - (int64_t)placed;
}

/* One column of a page with one column; -1 when it does not hold. */
static int64_t price_column(const zt_pages_stream *s, const zt_pages_column *c,
                            const int8_t *change)
{
    int lines = lines_of(s, c->first, c->end), plain = lines, figures = 0;
    int64_t cost = 0;
    if (!changes_of(s, change, c->first, c->end, &lines, &cost))
        return -1;
    for (size_t i = c->first_figure; i < c->end_figure; i++)
        figures += s->figures[i].rows;
    lines += figures;
    bool done = c->end == s->unit_count && c->end_figure == s->figure_count;
    bool ended = done || (c->end > c->first && tear_before(s, c->end) >= ZT_TEAR_COLUMN);
    int64_t room = s->rows - lines, late = waiting(s, c->end, c->end_figure);
    if (room < 0 || late < 0 || holds_on(s, c->end) || stands_alone(s, c))
        return -1;
    for (size_t i = c->first + 1; i < c->end; i++)
        if (s->units[i].tear >= ZT_TEAR_COLUMN)
            return -1;
    if (c->first == c->end && c->first_figure == c->end_figure)
        return -1;
    cost += c->first == c->end ? s->score.alone : 0;
    cost += tear_before(s, c->end) == ZT_TEAR_SPLIT ? s->score.split : 0;
    cost += ended ? 0 : s->score.room * room * room;
    cost += done && plain + figures < ZT_PAGES_THIN ? s->score.thin : 0;
    return cost + s->score.late * late;
}

int64_t price_pages(const zt_pages_stream *s, const zt_pages_answer *answer)
{
    int64_t cost = 0;
    size_t unit = 0, figure = 0;
    for (size_t i = 0; i < answer->column_count; i++) {
        const zt_pages_column *c = &answer->columns[i];
        int64_t one = price_column(s, c, answer->change);
        if (one < 0 || c->first != unit || c->first_figure != figure)
            return -1;
        cost += one;
        unit = c->end;
        figure = c->end_figure;
    }
    return unit == s->unit_count && figure == s->figure_count ? cost : -1;
}

/* ---- in turn ---- */

static bool fits(const zt_pages_stream *s, const zt_pages_column *c)
{
    int lines = lines_of(s, c->first, c->end);
    for (size_t i = c->first_figure; i < c->end_figure; i++)
        lines += s->figures[i].rows;
    return lines <= s->rows;
}

/* A page: figures that wait first, then units as far as they go, each figure where it is mentioned
   when it fits. The last break that may be is where the page ends. */
static zt_pages_column greedy_page(const zt_pages_stream *s, size_t unit, size_t figure)
{
    zt_pages_column c = {unit, unit, figure, figure, 0, 0, 0, 0}, best = c;
    while (waiting(s, unit, c.end_figure) > 0 && c.end_figure - figure < ZT_PAGES_FIGURES) {
        c.end_figure++;
        if (!fits(s, &c)) {
            c.end_figure--;
            break;
        }
    }
    best.end_figure = c.end_figure;
    while (c.end < s->unit_count && (c.end == c.first || tear_before(s, c.end) < ZT_TEAR_COLUMN)) {
        c.end++;
        if (!fits(s, &c))
            break;
        if (waiting(s, c.end, c.end_figure) > 0 && c.end_figure - figure < ZT_PAGES_FIGURES) {
            c.end_figure++;
            c.end_figure -= !fits(s, &c);
        }
        if (!holds_on(s, c.end) && !stands_alone(s, &c))
            best = c;
    }
    return best;
}

zt_pages_answer greedy_pages(zt_arena *arena, const zt_pages_stream *s)
{
    ZT_VEC(zt_pages_column) all = {0};
    size_t unit = 0, figure = 0;
    zt_pages_answer answer = {0};
    while (unit < s->unit_count || figure < s->figure_count) {
        zt_pages_column c = greedy_page(s, unit, figure);
        if (c.end == unit && c.end_figure == figure)
            return answer;
        ZT_PUSH(arena, &all, c);
        unit = c.end;
        figure = c.end_figure;
    }
    answer.found = true;
    answer.columns = all.items;
    answer.column_count = all.count;
    answer.pages = (int)all.count;
    answer.change = ZT_ARRAY(arena, s->group_count, int8_t);
    return answer;
}

/* ---- all ---- */

typedef struct trial {
    const zt_pages_stream *s;
    int8_t change[64];
    int64_t best;
} trial;

static void try_from(trial *t, size_t unit, size_t figure, int64_t cost);

/* Every choice of a paragraph's lines within a page, then the page's price. */
static void try_changes(trial *t, const zt_pages_column *c, size_t at, int64_t cost)
{
    while (at < c->end && (t->s->units[at].group == 0 ||
                           (at > c->first && t->s->units[at - 1].group == t->s->units[at].group)))
        at++;
    if (at == c->end) {
        int64_t one = price_column(t->s, c, t->change);
        if (one >= 0)
            try_from(t, c->end, c->end_figure, cost + one);
        return;
    }
    uint32_t g = t->s->units[at].group - 1;
    for (int by = -1; by <= 1; by++) {
        int price = by < 0 ? t->s->groups[g].less : by > 0 ? t->s->groups[g].more : 0;
        if (price >= ZT_PAGES_NEVER || cost + price >= t->best)
            continue;
        t->change[g] = (int8_t)by;
        try_changes(t, c, at + 1, cost);
        t->change[g] = 0;
    }
}

static void try_from(trial *t, size_t unit, size_t figure, int64_t cost)
{
    const zt_pages_stream *s = t->s;
    if (cost >= t->best)
        return;
    if (unit == s->unit_count && figure == s->figure_count) {
        t->best = cost;
        return;
    }
    for (size_t g = figure; g <= s->figure_count && g - figure <= ZT_PAGES_FIGURES; g++)
        for (size_t end = unit; end <= s->unit_count; end++) {
            zt_pages_column c = {unit, end, figure, g, 0, 0, 0, 0};
            if (lines_of(s, unit, end) > s->rows + ZT_PAGES_FIGURES * 2)
                break;
            try_changes(t, &c, unit, cost);
        }
}

int64_t try_pages(const zt_pages_stream *s, int64_t bound)
{
    trial t = {.s = s, .best = bound};
    if (s->group_count > sizeof t.change)
        return -1;
    try_from(&t, 0, 0, 0);
    return t.best < bound ? t.best : -1;
}
