/* gen/paginate/page_scene.c — a page as a scene: heads and columns of its bands, figures at the
   heads of columns, notes at their feet. */
#include "paginate/paginate_imp.h"

/* A column of a band while it is drawn. */
typedef struct column_drawing {
    zt_paginator *p;
    zt_group *into;
    const zt_segment *segment;
    const zt_band *band;
    bool below;         /* its first unit keeps the white above it */
    double x, y, width; /* y of its top on the page */
    int row;            /* lines taken so far */
} column_drawing;

static void draw_piece(column_drawing *d, const zt_stream_piece *piece, size_t first, size_t end,
                       int rows)
{
    double line = d->p->style->line;
    zt_rect frame = {d->x, d->y + d->row * line, d->width, rows * line};
    if (piece->part && first == 0)
        zt_info_of(d->p, piece->part)->y = frame.y;
    piece->draw(d->p, piece, first, end, frame, d->into);
    d->row += rows;
}

/* Notes and figures that stand elsewhere are read behind what calls them. */
static void add_anchors(column_drawing *d, size_t first, size_t end)
{
    const zt_segment *segment = d->segment;
    for (size_t i = first; i < end; i++)
        for (size_t k = 0; k < segment->units.items[i].note_count; k++)
            zt_scene_add_group(d->p->scene, d->into, ZT_NOWHERE, 0, 0)->flow =
                segment->units.items[i].notes[k].info->flow;
    for (size_t i = 0; i < segment->floats.count; i++) {
        const zt_float *f = &segment->floats.items[i];
        if (f->mention >= first && f->mention < end)
            zt_scene_add_group(d->p->scene, d->into, ZT_NOWHERE, 0, 0)->flow = f->piece->flow;
    }
}

int zt_unit_change(const zt_band *band, const zt_unit *unit)
{
    bool may = band->changes && unit->group > 0 && unit->index == 0;
    return may ? band->changes[unit->group - 1] : 0;
}

/* Units of one piece that stand together are drawn at once. */
static void draw_units(column_drawing *d, size_t first, size_t end)
{
    const zt_unit *units = d->segment->units.items;
    for (size_t i = first, next; i < end; i = next) {
        bool at_top = i == first && !(i == 0 && d->below && !units[i].torn);
        int rows = at_top ? units[i].rows_at_top : units[i].rows;
        for (next = i + 1; next < end && units[next].piece == units[i].piece; next++)
            rows += units[next].rows;
        int change = zt_unit_change(d->band, &units[i]);
        const zt_stream_piece *piece = change > 0   ? units[i].piece->longer
                                       : change < 0 ? units[i].piece->shorter
                                                    : units[i].piece;
        size_t last = units[next - 1].index + 1 + (size_t)change; /* wraps back for a line less */
        draw_piece(d, piece, units[i].index, last, rows + change);
        add_anchors(d, i, next);
    }
}

/* Rows of the figures across that stand above the columns of a band. */
static int draw_across(column_drawing *d, const zt_pages_column *column, double width)
{
    column_drawing across = *d;
    across.width = width;
    for (size_t i = column->first_figure; i < column->end_figure; i++)
        if (d->segment->floats.items[i].across)
            draw_piece(&across, d->segment->floats.items[i].piece, 0, 1,
                       d->segment->floats.items[i].rows);
    return across.row;
}

static int columns_of(const zt_band *band)
{
    return band->segment->columns > 0 ? band->segment->columns : 1;
}

/* The last of several goes to the foot, and one that is mentioned in the lower half of its column.
 */
bool zt_float_at_foot(const zt_paginator *p, const zt_band *band, const zt_pages_column *column,
                      size_t figure)
{
    const zt_float *f = &band->segment->floats.items[figure];
    bool last = figure + 1 == column->end_figure, several = last && figure > column->first_figure;
    if (f->across || f->head || column->end == column->first)
        return false;
    bool below =
        f->mention < column->end && f->mention > column->first + (column->end - column->first) / 2;
    return f->foot || (p->style->floats.at_foot && last && (several || below));
}

int zt_column_end(zt_paginator *p, const zt_band *band, const zt_pages_column *column, int across)
{
    double width = zt_text_column(p, columns_of(band));
    int rows = across + column->used + (band->to_foot ? column->spare : 0), notes = 0;
    for (size_t i = column->first; i < column->end && band->notes; i++) {
        const zt_unit *u = &band->segment->units.items[i];
        notes += zt_note_rows(p, u->notes, u->note_count, width);
    }
    return rows - notes - (notes > 0 ? zt_rows_of(p, 2 * p->style->note.gap) : 0);
}

/* The figures of a column that stand at its head, or those at its foot, whose air is above them. */
static void draw_floats(column_drawing *d, const zt_pages_column *column, bool foot)
{
    const zt_float *floats = d->segment->floats.items;
    double line = d->p->style->line;
    for (size_t i = column->first_figure; i < column->end_figure; i++) {
        if (floats[i].across || zt_float_at_foot(d->p, d->band, column, i) != foot)
            continue;
        column_drawing at = *d;
        at.y += foot ? floats[i].air * line : 0;
        draw_piece(&at, floats[i].piece, 0, 1, floats[i].rows - (foot ? floats[i].air : 0));
        d->row += floats[i].rows;
    }
}

static void draw_column(column_drawing *d, const zt_pages_column *column)
{
    int across = d->row, feet = 0;
    draw_floats(d, column, false);
    draw_units(d, column->first, column->end);
    for (size_t i = column->first_figure; i < column->end_figure; i++)
        if (zt_float_at_foot(d->p, d->band, column, i))
            feet += d->segment->floats.items[i].rows;
    d->row = zt_column_end(d->p, d->band, column, across) - feet;
    draw_floats(d, column, true);
}

/* The heads of a band over all columns. */
static void draw_heads(zt_paginator *p, const zt_band *band, zt_rect area, zt_group *into)
{
    column_drawing d = {p,      into,   band->segment, band,          false,
                        area.x, area.y, area.w,        band->head_row};
    for (size_t i = 0; i < band->segment->heads.count; i++) {
        const zt_unit *u = &band->segment->heads.items[i];
        draw_piece(&d, u->piece, u->index, u->index + 1,
                   i == 0 && band->at_top ? u->rows_at_top : u->rows);
    }
}

static void draw_band(zt_paginator *p, const zt_band *band, zt_rect area, zt_group *into)
{
    if (band->heads)
        draw_heads(p, band, area, into);
    int columns = columns_of(band);
    double width = zt_text_column(p, columns), gutter = zt_column_gutter(p, columns);
    int above = 0;
    for (size_t i = 0; i < band->count; i++) {
        const zt_pages_column *column = &band->columns[i];
        double x = area.x + column->column * (width + gutter);
        column_drawing d = {
            p,     into, band->segment, band, band->below, x, area.y + band->row * p->style->line,
            width, above};
        if (i == 0)
            d.row = above = draw_across(&d, column, area.w);
        draw_column(&d, column);
    }
}

/* ---- notes ---- */

/* Notes that stand below each other in one column of a page. */
typedef struct foot_column {
    zt_note_parts notes;
    int rows;
} foot_column;

/* Parts of one note that follow each other are one. */
static void add_note(zt_paginator *p, zt_note_parts *notes, zt_note_part part)
{
    zt_note_part *last = notes->count ? &notes->items[notes->count - 1] : NULL;
    if (last && last->info == part.info && last->end == part.first)
        last->end = part.end;
    else
        ZT_PUSH(p->arena, notes, part);
}

/* Those that the units of a band call, to the columns in which they are called. */
static void collect_notes(zt_paginator *p, const zt_band *band, foot_column *foot)
{
    double width = zt_text_column(p, columns_of(band));
    for (size_t i = 0; i < band->count; i++)
        for (size_t k = band->columns[i].first; k < band->columns[i].end; k++) {
            const zt_unit *u = &band->segment->units.items[k];
            foot_column *column = &foot[band->columns[i].column];
            column->rows += zt_note_rows(p, u->notes, u->note_count, width);
            for (size_t n = 0; n < u->note_count; n++)
                add_note(p, &column->notes, u->notes[n]);
        }
}

/* Above the last line of the page. */
static void place_notes(zt_paginator *p, const foot_column *columns, int count, zt_rect area)
{
    double line = p->style->line, width = zt_text_column(p, count);
    int rule = zt_rows_of(p, 2 * p->style->note.gap);
    for (int i = 0; i < count; i++) {
        const foot_column *column = &columns[i];
        if (column->notes.count == 0)
            continue;
        int rows = column->rows + rule;
        zt_rect frame = {area.x + i * (width + zt_column_gutter(p, count)),
                         area.y + (p->rows - rows) * line, width, rows * line};
        zt_place_notes(p, column->notes.items, column->notes.count, frame, p->scene->root);
    }
}

static bool calls_notes(const zt_band *band)
{
    for (size_t i = 0; i < band->count; i++)
        for (size_t k = band->columns[i].first; k < band->columns[i].end; k++)
            if (band->segment->units.items[k].note_count > 0)
                return true;
    return false;
}

/* All notes of a page at its foot, whatever stands between. Bands of one page that call notes have
   columns of one count. */
static void draw_notes(zt_paginator *p, const zt_page *page, zt_rect area)
{
    foot_column columns[ZT_COLUMNS_MOST] = {{{0}, 0}};
    int count = 0;
    for (size_t i = 0; i < page->bands.count; i++)
        if (calls_notes(&page->bands.items[i])) {
            collect_notes(p, &page->bands.items[i], columns);
            count = columns_of(&page->bands.items[i]);
        }
    place_notes(p, columns, count, area);
}

/* ---- the page ---- */

static zt_scene *new_scene(zt_paginator *p, size_t index)
{
    const zt_template *t = p->setting->template_;
    zt_scene *scene = zt_scene_new(p->arena, t->page_w, t->page_h);
    scene->bleed = t->bleed;
    scene->marks = t->marks;
    scene->type_area = zt_type_area(p, index);
    return scene;
}

zt_scene *zt_draw_page(zt_paginator *p, const zt_page *page, size_t index)
{
    if (page->cover)
        return page->cover;
    p->scene = new_scene(p, index);
    p->drawing->scene = p->scene;
    if (page->stream)
        p->gutter = zt_report_master(p->style, page->stream->kind, page->first)->gutter;
    if (page->opener)
        zt_draw_opener(p, page, index);
    for (size_t i = 0; i < page->bands.count; i++)
        draw_band(p, &page->bands.items[i], p->scene->type_area, p->scene->root);
    draw_notes(p, page, p->scene->type_area);
    return p->scene;
}
