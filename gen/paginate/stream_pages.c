/* gen/paginate/stream_pages.c — streams on pages. Each segment is broken by the solver of solve/,
   from the line of the page on which the one before it ended; columns that end within a page are
   made level.
 */
#include "paginate/paginate_imp.h"

#include <limits.h>

enum {
    ROWS_AFTER_HEAD = 3, /* of text that stay with a head at the foot of a page */
    LEAST_ROWS = 2       /* left on a page: less begins the next */
};

/* ---- pages ---- */

/* The last page, which is being filled. */
static zt_page *last_page(zt_paginator *p)
{
    return p->pages.count ? &p->pages.items[p->pages.count - 1] : NULL;
}

static zt_page *add_page(zt_paginator *p, const zt_stream *s)
{
    zt_page page = {.stream = s};
    const zt_page *before = last_page(p);
    page.first = s && (!before || before->stream != s);
    ZT_PUSH(p->arena, &p->pages, page);
    return last_page(p);
}

/* The one unit of a segment over all columns at the next free line of the page. */
static void add_block_band(zt_paginator *p, zt_page *page, const zt_segment *g)
{
    zt_pages_column *column = ZT_NEW(p->arena, zt_pages_column);
    int rows = page->used == 0 ? g->units.items[0].rows_at_top : g->units.items[0].rows;
    *column = (zt_pages_column){.end = 1, .used = rows};
    zt_band band = {.segment = g,
                    .at_top = page->used == 0,
                    .below = page->used > 0,
                    .head_row = page->used,
                    .row = page->used,
                    .columns = column,
                    .count = 1};
    page->used += rows;
    ZT_PUSH(p->arena, &page->bands, band);
}

/* A page with what waited for it at its head; what has no room there goes on waiting, but for the
   first, which a page can hold. */
static zt_page *next_page(zt_paginator *p, const zt_stream *s)
{
    zt_page *page = add_page(p, s);
    size_t placed = 0;
    while (placed < p->waiting.count &&
           (placed == 0 || page->used + p->waiting.items[placed]->units.items[0].rows <= p->rows))
        add_block_band(p, page, p->waiting.items[placed++]);
    for (size_t i = placed; i < p->waiting.count; i++)
        p->waiting.items[i - placed] = p->waiting.items[i];
    p->waiting.count -= placed;
    return page;
}

/* ---- a segment for the solver ---- */

static zt_pages_unit unit_for(zt_paginator *p, const zt_segment *g, size_t i)
{
    const zt_unit *u = &g->units.items[i];
    double width = zt_text_column(p, g->columns);
    zt_pages_unit out = {.rows = (int16_t)u->rows, .rows_at_top = (int16_t)u->rows_at_top};
    out.group = u->group;
    out.note = (int16_t)zt_note_rows(p, u->notes, u->note_count, width);
    out.tear = u->begins && i > 0          ? ZT_TEAR_COLUMN
               : u->with_previous && i > 0 ? ZT_TEAR_NEVER
               : u->torn                   ? ZT_TEAR_SPLIT
                                           : ZT_TEAR_FREE;
    return out;
}

static zt_pages_stream stream_for(zt_paginator *p, const zt_segment *g, int first_rows, bool below)
{
    const zt_page_score *score = &p->style->score;
    zt_pages_unit *units = ZT_ARRAY(p->arena, g->units.count, zt_pages_unit);
    zt_pages_figure *figures = ZT_ARRAY(p->arena, g->floats.count, zt_pages_figure);
    for (size_t i = 0; i < g->units.count; i++)
        units[i] = unit_for(p, g, i);
    if (below && !g->units.items[0].torn)
        units[0].rows_at_top = units[0].rows;
    for (size_t i = 0; i < g->floats.count; i++)
        figures[i] = (zt_pages_figure){.rows = (int16_t)g->floats.items[i].rows,
                                       .across = g->floats.items[i].across,
                                       .mention = g->floats.items[i].mention};
    return (zt_pages_stream){.units = units,
                             .unit_count = g->units.count,
                             .groups = g->groups.items,
                             .group_count = g->groups.count,
                             .figures = figures,
                             .figure_count = g->floats.count,
                             .rows = p->rows,
                             .first_rows = first_rows < p->rows ? first_rows : 0,
                             .columns = g->columns,
                             .note_rule = 1,
                             .most = p->style->floats.most,
                             .score = {.room = score->shortness,
                                       .late = score->late,
                                       .alone = score->alone,
                                       .split = score->split,
                                       .thin = 50}};
}

/* Rows of the heads of a segment. */
static int head_rows(const zt_segment *g, bool at_top)
{
    int rows = 0;
    for (size_t i = 0; i < g->heads.count; i++)
        rows += i == 0 && at_top ? g->heads.items[i].rows_at_top : g->heads.items[i].rows;
    return rows;
}

/* Lines of air between what stands on a page and the figures or lists that a segment begins with:
   above all of its columns, so that they begin on one line. */
static int air_above(const zt_segment *g, int used)
{
    return used > 0 && g->heads.count == 0 && g->units.count > 0 &&
           (g->units.items[0].figure || g->units.items[0].begins);
}

/* Whether the first unit keeps its own white below what stands on the page. */
static bool keeps_white(const zt_segment *g, int used)
{
    return used > 0 && g->heads.count == 0 && !air_above(g, used);
}

/* ---- level columns ---- */

/* Columns of one page of an answer: `first` to the end that is returned. */
static size_t page_end(const zt_pages_answer *a, size_t first)
{
    size_t end = first;
    while (end < a->column_count && a->columns[end].page == a->columns[first].page)
        end++;
    return end;
}

/* The same columns with their units and figures counted from `unit` and `figure` on. */
static void shift(zt_pages_column *columns, size_t count, size_t unit, size_t figure)
{
    for (size_t i = 0; i < count; i++) {
        columns[i].first += unit;
        columns[i].end += unit;
        columns[i].first_figure += figure;
        columns[i].end_figure += figure;
    }
}

/* The part of a stream that the columns hold. */
static zt_pages_stream part_of(zt_paginator *p, const zt_pages_stream *s,
                               const zt_pages_column *columns, size_t count)
{
    zt_pages_stream part = *s;
    size_t unit = columns[0].first, figure = columns[0].first_figure;
    part.unit_count = columns[count - 1].end - unit;
    zt_pages_unit *units = ZT_ARRAY(p->arena, part.unit_count, zt_pages_unit);
    for (size_t i = 0; i < part.unit_count; i++)
        units[i] = s->units[unit + i];
    for (size_t i = 0;
         unit > 0 && i < part.unit_count && units[i].group == s->units[unit - 1].group; i++)
        units[i].group = 0; /* of a paragraph that began before */
    part.units = units;
    part.figure_count = 0;
    for (size_t i = 0; i < count; i++)
        if (columns[i].end_figure > figure + part.figure_count)
            part.figure_count = columns[i].end_figure - figure;
    zt_pages_figure *figures = ZT_ARRAY(p->arena, part.figure_count, zt_pages_figure);
    for (size_t i = 0; i < part.figure_count; i++) {
        figures[i] = s->figures[figure + i];
        figures[i].mention = figures[i].mention > unit ? figures[i].mention - unit : 0;
    }
    part.figures = figures;
    return part;
}

/* Sets the last page of a segment anew in the fewest rows that hold it, so that its columns end
   level. Returns those rows. */
static int level(zt_paginator *p, const zt_pages_stream *s, zt_band *band, int rows)
{
    zt_pages_stream part = part_of(p, s, band->columns, band->count);
    size_t unit = band->columns[0].first, figure = band->columns[0].first_figure;
    int low = 1, high = rows;
    for (size_t i = 0; i < part.unit_count; i++)
        low += part.units[i].rows;
    low = low / s->columns > 0 ? low / s->columns : 1;
    for (int k = low; k < high && s->columns > 1; k++) {
        part.rows = k;
        part.first_rows = 0;
        zt_pages_answer a = zt_pages_solve(p->arena, &part);
        if (!a.found || a.pages != 1 || a.torn > 0)
            continue;
        band->columns = a.columns;
        band->count = a.column_count;
        band->changes = a.change;
        shift(a.columns, a.column_count, unit, figure);
        return k;
    }
    int used = 0, across = 0;
    for (size_t i = 0; i < band->count; i++)
        used = band->columns[i].used > used ? band->columns[i].used : used;
    for (size_t i = 0; i < part.figure_count; i++)
        across += part.figures[i].across ? part.figures[i].rows : 0;
    return used + across < rows ? used + across : rows;
}

/* ---- a segment on pages ---- */

/* Where a segment begins: heads on the page that is being filled, or at the head of a new one. */
static zt_pages_answer solve_from(zt_paginator *p, const zt_segment *g, int used,
                                  zt_pages_stream *s)
{
    int rows = p->rows - used - head_rows(g, used == 0) - air_above(g, used);
    if (rows < 1)
        return (zt_pages_answer){0};
    *s = stream_for(p, g, rows, keeps_white(g, used));
    zt_pages_answer a = zt_pages_solve(p->arena, s);
    bool begins = a.found && a.columns[0].page == 0 && a.columns[0].end > a.columns[0].first;
    bool after_head =
        used == 0 || g->heads.count == 0 || (begins && a.columns[0].used >= ROWS_AFTER_HEAD);
    if (used > 0 && (!begins || !after_head || a.torn > 0))
        a.found = false;
    return a;
}

/* Reports what no page can hold; the part that it belongs to is named by its place. */
static void report_stuck(zt_paginator *p, const zt_segment *g, const zt_pages_answer *a)
{
    size_t count = g->units.count;
    const zt_stream_piece *piece = a->stuck < count ? g->units.items[a->stuck].piece
                                   : a->stuck - count < g->floats.count
                                       ? g->floats.items[a->stuck - count].piece
                                       : g->units.items[0].piece;
    zt_report(p->setting->diags, ZT_ERROR, "page-overset", piece->at,
              "这里在一页的 %d 行里排不下；请减少内容、脚注，或拆成几块",
              "this does not go into the %d lines of a page; use less content or notes, or part it",
              p->rows);
}

static void break_segment(zt_paginator *p, const zt_stream *stream, const zt_segment *g);

/* What a segment holds from a column on, as a segment of its own. */
static const zt_segment *rest_of(zt_paginator *p, const zt_segment *g,
                                 const zt_pages_column *column)
{
    zt_segment *rest = ZT_NEW(p->arena, zt_segment);
    rest->columns = g->columns;
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

/* Adds the columns of an answer to pages, from the last page on. Where blocks wait for the next
   page the rest is broken anew below them. */
static void add_bands(zt_paginator *p, const zt_stream *stream, const zt_segment *g,
                      const zt_pages_stream *s, const zt_pages_answer *a)
{
    for (size_t first = 0, end; first < a->column_count; first = end) {
        end = page_end(a, first);
        bool waited = first > 0 && p->waiting.count > 0;
        if (first > 0)
            next_page(p, stream);
        if (waited && a->columns[first].first < g->units.count) {
            break_segment(p, stream, rest_of(p, g, &a->columns[first]));
            return;
        }
        zt_page *page = last_page(p);
        zt_band band = {.segment = g,
                        .heads = first == 0,
                        .at_top = page->used == 0,
                        .below = first == 0 && keeps_white(g, page->used),
                        .head_row = page->used,
                        .columns = a->columns + first,
                        .count = end - first,
                        .changes = a->change};
        band.row = page->used;
        if (first == 0)
            band.row += head_rows(g, page->used == 0) + air_above(g, page->used);
        int rows = p->rows - band.row;
        int taken = end == a->column_count ? level(p, s, &band, rows) : rows;
        page->used = band.row + taken;
        ZT_PUSH(p->arena, &page->bands, band);
    }
}

/* Heads without anything below them. */
static void add_heads(zt_paginator *p, const zt_segment *g)
{
    zt_page *page = last_page(p);
    zt_band band = {.segment = g, .heads = true, .at_top = page->used == 0, .head_row = page->used};
    band.row = page->used + head_rows(g, page->used == 0);
    page->used = band.row;
    ZT_PUSH(p->arena, &page->bands, band);
}

/* A table that may go over pages. */
static bool is_torn(const zt_segment *g)
{
    return g->units.count > 1 && g->units.items[1].torn;
}

static void break_segment(zt_paginator *p, const zt_stream *stream, const zt_segment *g)
{
    zt_pages_stream s;
    zt_page *page = last_page(p);
    if (g->units.count + g->heads.count == 0)
        return; /* its heads stand over the next */
    bool anew = g->alone || page->stream != stream || page->opener ||
                p->rows - page->used < LEAST_ROWS + head_rows(g, false);
    bool waits = g->units.count == 1 && g->units.items[0].may_wait && page->stream == stream;
    if (waits && (p->waiting.count > 0 || p->rows - page->used < g->units.items[0].rows)) {
        ZT_PUSH(p->arena, &p->waiting, g);
        return;
    }
    while (p->waiting.count > 0 && is_torn(g))
        page = next_page(p, stream); /* figures do not come between the parts of a table */
    if (anew && (page->stream != stream || page->used > 0 || page->opener))
        page = next_page(p, stream);
    if (g->units.count == 0) {
        add_heads(p, g);
        return;
    }
    zt_pages_answer a = solve_from(p, g, page->used, &s);
    for (int tries = 0; tries < 2 && !a.found && page->used > 0; tries++) {
        page = next_page(p, stream);
        a = solve_from(p, g, page->used, &s);
    }
    if (a.found)
        add_bands(p, stream, g, &s, &a);
    else
        report_stuck(p, g, &a);
    if (g->alone)
        last_page(p)->used = p->rows;
}

/* ---- a stream ---- */

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

void zt_break_stream(zt_paginator *p, const zt_stream *s)
{
    begin_side(p, s);
    zt_page *page = add_page(p, s);
    if (s->opener)
        page->opener = s->part;
    for (size_t i = 0; i < s->segments.count; i++)
        break_segment(p, s, s->segments.items[i]);
    while (p->waiting.count > 0)
        next_page(p, s);
}
