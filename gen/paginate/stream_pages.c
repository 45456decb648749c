/* gen/paginate/stream_pages.c — a stream on pages: the cheapest way through its segments. Each may
   begin where the one before it ends or on the next page; wide figures may wait for the head of
   that. A state is how far the page is filled and what waits; the cheapest way to each is kept.
 */
#include "paginate/paginate_imp.h"

#include <string.h>

enum {
    LEAST_ROWS = 2,  /* left on a page: less begins the next */
    STATES_MOST = 8, /* that are followed behind a segment: the cheapest */
    KEPT = 1 << 24   /* a page that begins with what keeps to the page before: the last resort */
};

/* What a segment adds: a page that begins, what stands on it. */
typedef struct page_step {
    const struct page_step *before;
    bool turns, has_band;
    zt_band band;
    int used, foot; /* lines of the page after it, of notes at its foot */
} page_step;

/* Segments over all columns that wait for the head of the next page. */
typedef struct waiting_list {
    const zt_segment *const *items;
    size_t count;
} waiting_list;

/* The pages of a stream as far as they are filled. */
typedef struct page_state {
    const page_step *steps; /* the last first */
    int used;               /* lines of the page that are taken from its head */
    /* Those that notes take at the feet of its columns, of which there are so many; 0: none yet. */
    int foot[ZT_COLUMNS_MOST], foot_columns;
    bool opener; /* the page is the opener of a chapter, full */
    bool keeps;  /* what comes next has to stand on this page */
    waiting_list waiting;
    int64_t cost;
} page_state;

/* While a stream is broken. */
typedef struct course {
    zt_paginator *p;
    const zt_stream *stream;
    ZT_VEC(page_state) states, next; /* before and behind the segment in turn */
    /* What did not go onto a page of its own, to be named. */
    const zt_segment *stuck;
    size_t stuck_unit;
} course;

/* ---- steps ---- */

/* The most that notes take at the foot of a column. */
static int most_foot(const page_state *s)
{
    int most = 0;
    for (int i = 0; i < ZT_COLUMNS_MOST; i++)
        most = s->foot[i] > most ? s->foot[i] : most;
    return most;
}

/* Lines of the page that are not taken. */
static int left_on(const course *c, const page_state *s)
{
    int left = c->p->rows - s->used - most_foot(s);
    return left > 0 ? left : 0; /* a segment that goes on fills its page, notes and all */
}

/* The feet as columns of another count see them: all as high as the highest. */
static page_state seen_by(const page_state *s, const zt_segment *g)
{
    page_state seen = *s;
    int most = most_foot(s);
    for (int i = 0; i < ZT_COLUMNS_MOST && s->foot_columns != g->columns; i++)
        seen.foot[i] = i < g->columns ? most : 0;
    return seen;
}

static page_step *add_step(course *c, page_state *s)
{
    page_step *step = ZT_NEW(c->p->arena, page_step);
    step->before = s->steps;
    s->steps = step;
    return step;
}

static void add_band(course *c, page_state *s, zt_band band, int used)
{
    page_step *step = add_step(c, s);
    step->has_band = true;
    step->band = band;
    step->used = s->used = used;
    step->foot = most_foot(s);
}

/* The one unit of a segment over all columns at the next free line of the page. */
static void add_block_band(course *c, page_state *s, const zt_segment *g)
{
    zt_pages_column *column = ZT_NEW(c->p->arena, zt_pages_column);
    int rows = s->used == 0 ? g->units.items[0].rows_at_top : g->units.items[0].rows;
    *column = (zt_pages_column){.end = 1, .used = rows};
    zt_band band = {.segment = g,
                    .at_top = s->used == 0,
                    .below = s->used > 0,
                    .head_row = s->used,
                    .row = s->used,
                    .columns = column,
                    .count = 1};
    add_band(c, s, band, s->used + rows);
}

/* Lines that a page lacks cost as in the columns of a segment, in each of them. */
static int64_t short_price(const course *c, int lines)
{
    return (int64_t)c->p->style->score.shortness * lines * lines * c->stream->columns;
}

/* A page with what waited for it at its head; what has no room there goes on waiting, but for the
   first, which a page can hold. */
static void turn_page(course *c, page_state *s)
{
    if (!s->opener)
        s->cost += short_price(c, left_on(c, s));
    s->cost += (int64_t)c->p->style->score.late * (int64_t)s->waiting.count;
    page_step *step = add_step(c, s);
    step->turns = true;
    s->used = s->foot_columns = 0;
    memset(s->foot, 0, sizeof s->foot);
    s->opener = s->keeps = false;
    size_t placed = 0;
    while (placed < s->waiting.count &&
           (placed == 0 || s->used + s->waiting.items[placed]->units.items[0].rows <= c->p->rows))
        add_block_band(c, s, s->waiting.items[placed++]);
    s->waiting.items += placed;
    s->waiting.count -= placed;
}

static void let_wait(course *c, page_state *s, const zt_segment *g)
{
    const zt_segment **items = ZT_ARRAY(c->p->arena, s->waiting.count + 1, const zt_segment *);
    for (size_t i = 0; i < s->waiting.count; i++)
        items[i] = s->waiting.items[i];
    items[s->waiting.count] = g;
    s->waiting = (waiting_list){items, s->waiting.count + 1};
}

/* ---- states ---- */

/* Whether what follows finds the same. */
static bool alike(const page_state *a, const page_state *b)
{
    if (a->used != b->used || memcmp(a->foot, b->foot, sizeof a->foot) != 0 ||
        a->foot_columns != b->foot_columns || a->keeps != b->keeps || a->opener != b->opener ||
        a->waiting.count != b->waiting.count)
        return false;
    return a->waiting.count == 0 || a->waiting.items[0] == b->waiting.items[0];
}

/* Into the states behind the segment, by rising cost; of equals the first stays. */
static void keep_state(course *c, const page_state *s)
{
    size_t at = c->next.count;
    for (size_t i = 0; i < c->next.count; i++)
        if (alike(&c->next.items[i], s)) {
            if (c->next.items[i].cost <= s->cost)
                return;
            at = i;
            break;
        }
    if (at == c->next.count) {
        if (at == STATES_MOST && c->next.items[--at].cost <= s->cost)
            return;
        if (at == c->next.count)
            ZT_PUSH(c->p->arena, &c->next, *s);
    }
    for (; at > 0 && c->next.items[at - 1].cost > s->cost; at--)
        c->next.items[at] = c->next.items[at - 1];
    c->next.items[at] = *s;
}

/* ---- a segment ---- */

static void advance(course *c, page_state s, const zt_segment *g);

/* What a segment holds from a column on, as a segment of its own. */
static const zt_segment *rest_of(zt_paginator *p, const zt_segment *g,
                                 const zt_pages_column *column)
{
    zt_segment *rest = ZT_NEW(p->arena, zt_segment);
    rest->columns = g->columns;
    rest->last = g->last;
    rest->groups.items = g->groups.items;
    rest->groups.count = g->groups.count;
    bool torn = true; /* the paragraph that began before */
    for (size_t i = column->first; i < g->units.count; i++) {
        zt_unit unit = g->units.items[i];
        torn = torn && unit.index > 0;
        unit.group = torn ? 0 : unit.group;
        ZT_PUSH(p->arena, &rest->units, unit);
    }
    for (size_t i = column->first_figure; i < g->floats.count; i++) {
        zt_float one = g->floats.items[i];
        one.mention = one.mention > column->first ? one.mention - column->first : 0;
        ZT_PUSH(p->arena, &rest->floats, one);
    }
    return rest;
}

/* The way of a segment from so many lines on, found once. */
static const zt_segment_way *way_from(course *c, const zt_segment *g, const page_state *s)
{
    zt_segment *list = (zt_segment *)(uintptr_t)g;
    for (size_t i = 0; i < g->ways.count; i++)
        if (g->ways.items[i]->used == s->used &&
            memcmp(g->ways.items[i]->foot, s->foot, sizeof s->foot) == 0)
            return g->ways.items[i];
    const zt_segment_way *way = zt_segment_way_from(c->p, g, s->used, s->foot);
    ZT_PUSH(c->p->arena, &list->ways, way);
    return way;
}

/* Lines that the columns of the first page of a way lack. */
static int64_t first_price(const course *c, const zt_segment_way *way)
{
    int64_t cost = 0;
    for (size_t i = 0; i < way->pages[0].band.count; i++) {
        int spare = way->answer.columns[i].spare;
        cost += (int64_t)c->p->style->score.shortness * spare * spare;
    }
    return cost;
}

static bool calls_notes(const zt_segment *g)
{
    for (size_t i = 0; i < g->units.count; i++)
        if (g->units.items[i].note_count > 0)
            return true;
    return false;
}

/* What is left of a segment without its text: figures, below those that waited, on the first page
   that has room for them. */
static void add_figures(course *c, page_state *s, const zt_segment_page *page)
{
    int rows = page->used - page->band.row;
    while (s->used > 0 && s->used + rows > c->p->rows)
        turn_page(c, s);
    zt_band band = page->band;
    band.at_top = s->used == 0;
    band.head_row = band.row = s->used;
    add_band(c, s, band, s->used + rows);
}

/* Where a segment came to stand: it could not begin there; on this page; on this and further ones.
 */
typedef enum segment_placing { STUCK, STANDS, FLOWS } segment_placing;

/* Puts a segment below what stands on the page. Where blocks wait for the next page its rest is
   broken anew below them. */
static segment_placing place(course *c, page_state s, const zt_segment *g)
{
    page_state seen = seen_by(&s, g);
    if (calls_notes(g) && most_foot(&s) > 0 && s.foot_columns != g->columns)
        return STUCK; /* notes in columns of two counts: those that come later would not be below */
    const zt_segment_way *way = way_from(c, g, &seen);
    if (!way->found) {
        if (s.used == 0 && !c->stuck) {
            c->stuck = g;
            c->stuck_unit = way->answer.stuck;
        }
        return STUCK;
    }
    bool waited = s.waiting.count > 0 && way->page_count > 1;
    s.cost += waited ? first_price(c, way) : way->answer.cost;
    for (size_t i = 0; i < way->page_count; i++) {
        const zt_segment_page *page = &way->pages[i];
        if (i > 0)
            turn_page(c, &s);
        if (i > 0 && waited && page->band.columns[0].first < g->units.count) {
            advance(c, s, rest_of(c->p, g, &page->band.columns[0]));
            return FLOWS;
        }
        if (calls_notes(g)) {
            memcpy(s.foot, page->foot, sizeof s.foot);
            s.foot_columns = g->columns;
        }
        if (i > 0 && waited)
            add_figures(c, &s, page);
        else
            add_band(c, &s, page->band, page->used);
    }
    s.keeps = way->keeps;
    s.used = g->alone ? c->p->rows : s.used;
    keep_state(c, &s);
    return way->page_count > 1 ? FLOWS : STANDS;
}

/* Heads without anything below them. */
static void place_heads(course *c, page_state s, const zt_segment *g)
{
    zt_band band = {.segment = g, .heads = true, .at_top = s.used == 0, .head_row = s.used};
    band.row = s.used + zt_segment_head_rows(g, s.used == 0);
    add_band(c, &s, band, band.row);
    s.keeps = true;
    keep_state(c, &s);
}

/* A table that may go over pages. */
static bool is_torn(const zt_segment *g)
{
    return g->units.count > 1 && g->units.items[1].torn;
}

/* Whether it stands on the page of what comes before it. */
static bool keeps_to_page(const zt_segment *g)
{
    if (g->heads.count > 0)
        return g->heads.items[0].kept != NULL;
    return g->units.items[0].with_previous || g->units.items[0].kept;
}

/* On a new page, or the one behind that when what waited fills it. Lines left empty that what may
   be torn would have filled cost three times as much. */
static void place_anew(course *c, page_state s, const zt_segment *g, bool fills)
{
    bool kept = s.keeps || keeps_to_page(g);
    if (s.used > 0 || s.opener) {
        s.cost += kept && !s.opener ? KEPT : 0;
        s.cost += fills ? 2 * short_price(c, left_on(c, &s)) : 0;
        turn_page(c, &s);
    }
    if (g->units.count == 0) {
        place_heads(c, s, g);
        return;
    }
    while (place(c, s, g) == STUCK && s.used > 0)
        turn_page(c, &s); /* what waited for this page fills it */
}

/* A wide figure waits for the head of the next page where it has no room, or may do so. */
static bool must_wait(const course *c, const page_state *s, const zt_segment *g)
{
    return g->units.count == 1 && g->units.items[0].may_wait && !s->opener &&
           (s->waiting.count > 0 || left_on(c, s) < g->units.items[0].rows);
}

/* All that a state becomes with a segment more. */
static void advance(course *c, page_state s, const zt_segment *g)
{
    int left = left_on(c, &s);
    if (must_wait(c, &s, g)) {
        let_wait(c, &s, g);
        keep_state(c, &s);
        return;
    }
    while (s.waiting.count > 0 && is_torn(g))
        turn_page(c, &s); /* figures do not come between the parts of a table */
    bool anew = g->alone ? s.used > 0 : left < LEAST_ROWS + zt_segment_head_rows(g, false);
    if (s.opener || anew) {
        place_anew(c, s, g, false);
        return;
    }
    bool fills = false;
    if (g->units.count == 0)
        place_heads(c, s, g);
    else
        fills = place(c, s, g) == FLOWS;
    if (s.used > 0)
        place_anew(c, s, g, fills);
}

/* Reports what no page can hold; the part that it belongs to is named by its place. */
static void report_stuck(const course *c)
{
    const zt_segment *g = c->stuck;
    size_t count = g->units.count, unit = c->stuck_unit;
    const zt_stream_piece *piece = unit < count ? g->units.items[unit].piece
                                   : unit - count < g->floats.count
                                       ? g->floats.items[unit - count].piece
                                       : g->units.items[0].piece;
    zt_report(c->p->setting->diags, ZT_ERROR, "page-overset", piece->at,
              "这里在一页的 %d 行里排不下；请减少内容、脚注，或拆成几块",
              "this does not go into the %d lines of a page; use less content or notes, or part it",
              c->p->rows);
}

/* A segment more; what no page holds is told and left out, nothing is then written. */
static void follow(course *c, const zt_segment *g)
{
    if (g->units.count + g->heads.count == 0)
        return; /* its heads stand over the next */
    c->next.count = 0;
    c->stuck = NULL;
    for (size_t i = 0; i < c->states.count; i++)
        advance(c, c->states.items[i], g);
    if (c->next.count == 0) {
        if (c->stuck)
            report_stuck(c);
        return;
    }
    c->states.count = 0;
    for (size_t i = 0; i < c->next.count; i++)
        ZT_PUSH(c->p->arena, &c->states, c->next.items[i]);
}

/* ---- a stream ---- */

static zt_page *add_page(zt_paginator *p, const zt_stream *s)
{
    zt_page page = {.stream = s};
    const zt_page *before = p->pages.count ? &p->pages.items[p->pages.count - 1] : NULL;
    page.first = s && (!before || before->stream != s);
    ZT_PUSH(p->arena, &p->pages, page);
    return &p->pages.items[p->pages.count - 1];
}

/* Chapters begin on the side that the template wants; an empty page is put before them. */
static void begin_side(zt_paginator *p, const zt_stream *s)
{
    zt_page_begin side = s->part->kind == ZT_REPORT_SECTION || s->part->kind == ZT_REPORT_APPENDIX
                             ? p->style->headings[0].begin
                             : ZT_BEGIN_ANY;
    bool left = zt_is_left(p, p->pages.count);
    if (p->style->facing && ((side == ZT_BEGIN_LEFT && !left) || (side == ZT_BEGIN_RIGHT && left)))
        add_page(p, NULL);
}

/* The cheapest of the states behind all segments, with what still waits. */
static page_state cheapest(course *c)
{
    page_state best = {.cost = INT64_MAX};
    for (size_t i = 0; i < c->states.count; i++) {
        page_state s = c->states.items[i];
        while (s.waiting.count > 0)
            turn_page(c, &s);
        if (s.cost < best.cost)
            best = s;
    }
    return best;
}

/* Adds pages and bands as the steps say, from the first on. */
static void take_steps(course *c, const page_step *last)
{
    ZT_VEC(const page_step *) steps = {0};
    for (const page_step *step = last; step; step = step->before)
        ZT_PUSH(c->p->arena, &steps, step);
    for (size_t i = steps.count; i-- > 0;) {
        if (steps.items[i]->turns)
            add_page(c->p, c->stream);
        zt_page *page = &c->p->pages.items[c->p->pages.count - 1];
        page->used = steps.items[i]->used;
        page->foot = steps.items[i]->foot;
        if (steps.items[i]->has_band)
            ZT_PUSH(c->p->arena, &page->bands, steps.items[i]->band);
    }
}

/* The last segment that holds anything. */
static void mark_last(const zt_stream *s)
{
    size_t i = s->segments.count;
    while (i > 0 && s->segments.items[i - 1]->units.count == 0)
        i--;
    if (i > 0)
        s->segments.items[i - 1]->last = true;
}

void zt_break_stream(zt_paginator *p, const zt_stream *s)
{
    course c = {.p = p, .stream = s};
    begin_side(p, s);
    zt_page *page = add_page(p, s);
    if (s->opener)
        page->opener = s->part;
    page_state start = {.opener = s->opener};
    ZT_PUSH(p->arena, &c.states, start);
    mark_last(s);
    for (size_t i = 0; i < s->segments.count; i++)
        if (calls_notes(s->segments.items[i]))
            zt_part_notes(p, s->segments.items[i]);
    for (size_t i = 0; i < s->segments.count; i++)
        follow(&c, s->segments.items[i]);
    take_steps(&c, cheapest(&c).steps);
}
