/* gen/paginate/segment_pages.c — a segment broken into pages by the solver of solve/, from the line
   of a page on which what stands before it ends; columns that end within a page are made level.
 */
#include "paginate/paginate_imp.h"

#include <string.h>

enum {
    ROWS_AFTER_HEAD = 3, /* of text that stay with a head at the foot of a page */
    THIN = 50            /* a chapter whose last page holds hardly anything */
};

static zt_pages_unit unit_for(zt_paginator *p, const zt_segment *g, size_t i)
{
    const zt_unit *u = &g->units.items[i];
    double width = zt_text_column(p, g->columns);
    zt_pages_unit out = {.rows = (int16_t)u->rows, .rows_at_top = (int16_t)u->rows_at_top};
    out.group = u->group;
    out.inner = u->inner;
    out.note = (int16_t)zt_note_rows(p, u->notes, u->note_count, width);
    out.tear = u->begins && i > 0          ? ZT_TEAR_COLUMN
               : u->with_previous && i > 0 ? ZT_TEAR_NEVER
               : u->kept && i > 0          ? ZT_TEAR_INSIDE
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
                             .note_rule = zt_rows_of(p, 2 * p->style->note.gap),
                             .most = p->style->floats.most,
                             .score = {.room = score->shortness,
                                       .late = score->late,
                                       .alone = score->alone,
                                       .split = score->split,
                                       .thin = g->last ? THIN : 0}};
}

int zt_segment_head_rows(const zt_segment *g, bool at_top)
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

/* The part of a stream that the columns hold, without notes. */
static zt_pages_stream part_of(zt_paginator *p, const zt_pages_stream *s,
                               const zt_pages_column *columns, size_t count)
{
    zt_pages_stream part = *s;
    size_t unit = columns[0].first, figure = columns[0].first_figure;
    part.unit_count = columns[count - 1].end - unit;
    zt_pages_unit *units = ZT_ARRAY(p->arena, part.unit_count, zt_pages_unit);
    for (size_t i = 0; i < part.unit_count; i++)
        units[i] = s->units[unit + i], units[i].note = 0;
    for (size_t i = 0;
         unit > 0 && i < part.unit_count && units[i].group == s->units[unit - 1].group; i++)
        units[i].group = 0; /* of a paragraph that began before */
    part.units = units;
    part.first_rows = 0;
    part.first_taken = NULL;
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

/* Lines that the notes of a column take, with those above them. */
static int note_rows(const zt_pages_stream *s, const zt_pages_column *column)
{
    int rows = 0;
    for (size_t i = column->first; i < column->end; i++)
        rows += s->units[i].note;
    return rows > 0 ? rows + s->note_rule : 0;
}

/* Adds them to what the feet of the page's columns hold already; returns the most of one. */
static int add_note_rows(const zt_pages_stream *s, const zt_pages_column *columns, size_t count,
                         int *foot)
{
    int most = 0;
    for (size_t i = 0; i < count; i++)
        foot[columns[i].column] += note_rows(s, &columns[i]);
    for (int i = 0; i < s->columns; i++)
        most = foot[i] > most ? foot[i] : most;
    return most;
}

/* Without the notes, which stand at the foot of the page whatever comes between. */
static int text_rows(const zt_pages_stream *s, const zt_band *band)
{
    int most = 0, across = 0;
    for (size_t i = 0; i < band->count; i++) {
        const zt_pages_column *column = &band->columns[i];
        int rows = column->used - note_rows(s, column);
        most = rows > most ? rows : most;
        for (size_t k = column->first_figure; k < column->end_figure; k++)
            across += s->columns > 1 && s->figures[k].across ? s->figures[k].rows : 0;
    }
    return most + across;
}

/* Sets the last page of a segment anew in the fewest of `rows` that hold it, so that its columns
   end level and its notes stand at the foot of the page, on those that are there already (`foot`).
 */
static void level(zt_paginator *p, const zt_pages_stream *s, zt_segment_page *page, int rows,
                  const int *foot)
{
    zt_band *band = &page->band;
    zt_pages_stream part = part_of(p, s, band->columns, band->count);
    size_t unit = band->columns[0].first, figure = band->columns[0].first_figure;
    int low = 1;
    for (size_t i = 0; i < part.unit_count; i++)
        low += part.units[i].rows;
    low = low / s->columns > 0 ? low / s->columns : 1;
    for (int k = low; k < rows && s->columns > 1; k++) {
        part.rows = k;
        zt_pages_answer a = zt_pages_solve(p->arena, &part);
        if (!a.found || a.pages != 1 || a.torn > 0)
            continue;
        shift(a.columns, a.column_count, unit, figure);
        memcpy(page->foot, foot, sizeof page->foot);
        if (k + add_note_rows(s, a.columns, a.column_count, page->foot) > rows)
            continue;
        band->columns = a.columns;
        band->count = a.column_count;
        band->changes = a.change;
        band->notes = false;
        page->used = band->row + k;
        return;
    }
    memcpy(page->foot, foot, sizeof page->foot);
    int text = text_rows(s, band);
    bool apart = text + add_note_rows(s, band->columns, band->count, page->foot) <= rows;
    band->to_foot = !apart;
    page->used = band->row + (apart ? text : rows); /* else notes stand beside text: a full page */
    if (!apart)
        memset(page->foot, 0, sizeof page->foot);
}

/* ---- ways of a segment ---- */

/* Whether the first page of an answer is left with a column of nothing. */
static bool ends_bare(const zt_pages_answer *a)
{
    const zt_pages_column *last = &a->columns[page_end(a, 0) - 1];
    return last->end == last->first && last->end_figure == last->first_figure;
}

/* Where a segment begins: heads on the page that is being filled, or at the head of a new one. A
   head with fewer lines below it than stay with one may stand where the whole segment does: what
   follows has to stand there too. None stands over a column of nothing before the page turns. */
static void solve_from(zt_paginator *p, zt_segment_way *way, zt_pages_stream *stream)
{
    const zt_segment *g = way->segment;
    int used = way->used;
    int rows = p->rows - used - zt_segment_head_rows(g, used == 0) - air_above(g, used);
    if (rows < 1)
        return;
    *stream = stream_for(p, g, rows, keeps_white(g, used));
    stream->first_taken = way->foot;
    for (int i = 0; i < g->columns; i++)
        if (way->foot[i] > rows)
            return;
    way->answer = zt_pages_solve(p->arena, stream);
    const zt_pages_answer *a = &way->answer;
    bool begins = a->found && a->columns[0].page == 0 && a->columns[0].end > a->columns[0].first;
    bool few = used > 0 && g->heads.count > 0 && begins && a->columns[0].used < ROWS_AFTER_HEAD;
    bool bare = used > 0 && g->heads.count > 0 && begins && ends_bare(a);
    way->found =
        a->found && (used == 0 || (begins && a->torn == 0 && !((few || bare) && a->pages > 1)));
    way->keeps = few;
}

/* What stands on one page, from the columns `first` to `end`. */
static zt_segment_page page_of(zt_paginator *p, const zt_segment_way *way,
                               const zt_pages_stream *stream, size_t first, size_t end)
{
    const zt_segment *g = way->segment;
    int used = first == 0 ? way->used : 0, above = 0;
    if (first == 0)
        above = zt_segment_head_rows(g, used == 0) + air_above(g, used);
    zt_segment_page page = {.band = {.segment = g,
                                     .heads = first == 0,
                                     .at_top = used == 0,
                                     .below = first == 0 && keeps_white(g, used),
                                     .head_row = used,
                                     .row = used + above,
                                     .to_foot = true,
                                     .notes = true,
                                     .columns = way->answer.columns + first,
                                     .count = end - first,
                                     .changes = way->answer.change}};
    static const int none[ZT_COLUMNS_MOST] = {0};
    int rows = p->rows - page.band.row;
    page.used = p->rows;
    if (end == way->answer.column_count)
        level(p, stream, &page, rows, first == 0 ? way->foot : none);
    return page;
}

const zt_segment_way *zt_segment_way_from(zt_paginator *p, const zt_segment *g, int used,
                                          const int *foot)
{
    zt_segment_way *way = ZT_NEW(p->arena, zt_segment_way);
    zt_pages_stream stream;
    *way = (zt_segment_way){.segment = g, .used = used};
    memcpy(way->foot, foot, sizeof way->foot);
    solve_from(p, way, &stream);
    if (!way->found)
        return way;
    size_t first = 0, count = way->answer.column_count;
    way->pages = ZT_ARRAY(p->arena, count, zt_segment_page);
    do { /* a segment of heads alone has one page and no column */
        size_t end = page_end(&way->answer, first);
        way->pages[way->page_count++] = page_of(p, way, &stream, first, end);
        first = end;
    } while (first < count);
    return way;
}
