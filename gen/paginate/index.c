/* gen/paginate/index.c — the index of indicators: every name= of a value with the pages on which it
   is printed, under the letters of their readings. It comes last, when all other pages are made. */
#include "paginate/paginate_imp.h"

#include <stdlib.h>
#include <string.h>

#include "paginate/readings.h"

static const double PAGES_MOST = 0.5; /* of a column, for the pages of an entry beside its words */
static const double DOT = ZT_MM(0.36), DOT_STEP = ZT_MM(2), DOT_GAP = ZT_MM(1.5);

/* A name with its pages. */
typedef struct index_entry {
    zt_str name;
    zt_reading reading; /* by which entries are sorted */
    ZT_VEC(int) pages;
    zt_pos at;
    size_t order; /* in which names were met: equal keys keep it */
} index_entry;
typedef ZT_VEC(index_entry) entry_list;

static int by_reading(const void *left, const void *right)
{
    const index_entry *a = left, *b = right;
    int order = zt_reading_compare(&a->reading, &b->reading);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

/* ---- pages of values ---- */

/* A page that is looked through for what was painted for a place. */
typedef struct page_search {
    zt_paginator *p;
    entry_list *list;
    int page;
} page_search;

static bool is_at(zt_pos a, zt_pos b)
{
    return a.line == b.line && a.column == b.column &&
           (a.file == b.file || (a.file && b.file && strcmp(a.file, b.file) == 0));
}

static void add_page(page_search *s, index_entry *e)
{
    if (e->pages.count == 0 || e->pages.items[e->pages.count - 1] != s->page)
        ZT_PUSH(s->p->arena, &e->pages, s->page);
}

/* A run of a value's place is that value. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    page_search *s = self;
    (void)dx;
    (void)dy;
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    const zt_report_doc *report = s->p->report->doc->report;
    for (size_t i = 0; i < report->indicator_count; i++) {
        if (!is_at(report->indicators[i].value->at, item->at) &&
            !is_at(report->indicators[i].around, item->at))
            continue;
        for (size_t k = 0; k < s->list->count; k++)
            if (zt_str_equal(s->list->items[k].name, report->indicators[i].name))
                add_page(s, &s->list->items[k]);
    }
}

static entry_list entries_of(zt_paginator *p)
{
    const zt_report_doc *report = p->report->doc->report;
    entry_list list = {0};
    for (size_t i = 0; i < report->indicator_count; i++) {
        size_t k = 0;
        while (k < list.count && !zt_str_equal(list.items[k].name, report->indicators[i].name))
            k++;
        index_entry e = {
            .name = report->indicators[i].name, .at = report->indicators[i].at, .order = k};
        if (k == list.count)
            ZT_PUSH(p->arena, &list, e);
    }
    page_search search = {p, &list, 0};
    zt_visitor visitor = {.self = &search, .enter = enter};
    for (size_t i = 0; i < p->drawn.count; i++) {
        search.page = (int)i;
        zt_scene_walk(p->drawn.items[i]->root, &visitor);
    }
    return list;
}

static void sort_entries(zt_paginator *p, entry_list *list)
{
    const zt_reading_order *order = zt_reading_order_of(p->arena);
    for (size_t i = 0; i < list->count; i++)
        list->items[i].reading = zt_reading_of(order, list->items[i].name);
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, by_reading);
}

/* ---- units ---- */

/* An entry or a letter as it stands in a column. */
typedef struct index_piece {
    zt_stream_piece piece;
    zt_look look;
    bool letter;
    zt_str pages; /* at the end of the last line; empty: they stand behind the words */
    zt_para *para;
    double width;
    uint32_t list; /* the element of all its entries */
} index_piece;

static void draw_index(zt_paginator *p, const zt_stream_piece *piece, size_t first, size_t end,
                       zt_rect frame, zt_group *into)
{
    const index_piece *e = piece->own;
    (void)first;
    (void)end;
    bool letter = e->letter;
    zt_group *list = into;
    if (!letter)
        list = zt_scene_add_part(p->scene, into, piece->at, "list", ZT_ROLE_L, frame);
    if (!letter)
        list->flow = e->list;
    zt_rect box = letter ? frame : (zt_rect){0, 0, frame.w, frame.h};
    zt_group *part = zt_scene_add_part(p->scene, list, piece->at, letter ? "letter" : "entry",
                                       letter ? ZT_ROLE_H3 : ZT_ROLE_LI, box);
    double line = p->style->line, height = (double)e->para->line_count * line;
    double y = frame.h - height + (line - e->look.text.size) / 2;
    double base = y + (double)(e->para->line_count - 1) * line + ZT_EM_TOP * e->look.text.size;
    zt_lines_place(p->setting, e->para, &e->look, part, (zt_point){0, y}, line);
    if (e->pages.len > 0) {
        double room = zt_text_place(p->setting->diags, p->scene, part, e->pages, &e->look.text,
                                    &e->look.para, ZT_ALIGN_END, e->width, base, piece->at);
        const zt_line *last = &e->para->lines[e->para->line_count - 1];
        double from = last->x + last->width;
        for (double x = e->width - room - DOT_GAP; x > from + DOT_GAP; x -= DOT_STEP)
            zt_scene_disc(p->scene, part, piece->at, (zt_point){x, base - 0.3 * e->look.text.size},
                          DOT / 2, ZT_SOLID(e->look.ink));
    }
}

static void add_unit(zt_paginator *p, zt_stream *s, const zt_style *style, zt_str words,
                     zt_str pages, zt_pos at)
{
    index_piece *e = ZT_NEW(p->arena, index_piece);
    bool letter = e->letter = pages.len == 0;
    e->piece = (zt_stream_piece){
        .kind = letter ? "letter" : "entry", .draw = draw_index, .own = e, .at = at};
    e->look = zt_setting_look(p->setting, style->name);
    e->look.para.align = ZT_ALIGN_START;
    e->pages = pages;
    if (letter)
        p->list = ++p->flows; /* a list for each letter */
    e->list = p->list;
    e->width = zt_text_column(p, s->columns);
    double room = letter ? 0
                         : zt_text_width(p->setting->diags, p->arena, pages, &e->look.text,
                                         &e->look.para, at) +
                               2 * DOT_GAP;
    if (room > PAGES_MOST * e->width) { /* more pages than stand beside the words: behind them */
        e->look.para.hanging = 1;
        words = zt_str_from(zt_arena_printf(p->arena,
                                            ZT_IN(p->setting->language, "%.*s　%.*s", "%.*s  %.*s"),
                                            ZT_ARG(words), ZT_ARG(pages)));
        e->pages = (zt_str){0};
        room = 0;
    }
    e->para = zt_lines_plain(p->setting, words, at, &e->look, e->width - room);
    int rows = (int)e->para->line_count;
    zt_add_unit(p, s,
                (zt_unit){.piece = &e->piece,
                          .rows = rows + letter,
                          .rows_at_top = rows,
                          .columns = s->columns,
                          .with_previous = s->after_head});
    s->after_head = letter;
}

/* 18，21 */
static zt_str page_list(zt_paginator *p, const index_entry *e)
{
    zt_buf out;
    zt_buf_init(&out, p->arena);
    for (size_t i = 0; i < e->pages.count; i++) {
        zt_buf_puts(&out, i ? ZT_IN(p->setting->language, "，", ", ") : "");
        zt_buf_str(&out, zt_page_number(p, e->pages.items[i]));
    }
    return e->pages.count ? zt_buf_view(&out) : ZT_STR("—");
}

void zt_add_index(zt_paginator *p, zt_stream *s)
{
    const zt_report_styles *styles = &p->style->styles;
    entry_list list = entries_of(p);
    char letter = '?';
    sort_entries(p, &list);
    for (size_t i = 0; i < list.count; i++) {
        const index_entry *e = &list.items[i];
        if (e->reading.letter && e->reading.letter != letter)
            add_unit(p, s, styles->letter,
                     zt_str_from(zt_arena_printf(p->arena, "%c", e->reading.letter)), (zt_str){0},
                     e->at);
        letter = e->reading.letter;
        add_unit(p, s, styles->entry, e->name, page_list(p, e), e->at);
    }
}
