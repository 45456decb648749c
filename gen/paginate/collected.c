/* gen/paginate/collected.c — what the program puts together: contents, lists of figures and tables,
   sources, tables of data. Entries are as many as the report has, whatever their pages: so contents
   are as long in the first pass as in the last. */
#include "paginate/paginate_imp.h"

#include <string.h>

#include "model/chart_data.h"

/* Where words begin, in em of the entry: behind 第十章 and 1.1, behind 图1-10. */
static const double CHAPTER_ROOM = 3.8, SECTION_ROOM = 3.2, LIST_ROOM = 4.4;
static const double DOT = ZT_MM(0.44), DOT_STEP = ZT_MM(2.2), DOT_GAP = ZT_MM(3);

/* A line of contents or of a list. */
typedef struct entry_piece {
    zt_stream_piece piece;
    zt_look look;
    zt_str label, words;
    zt_para *para;
    double indent, room; /* of the label; the words begin behind both */
    double width, page_room;
    const zt_report_part *leads_to; /* NULL: no page is printed */
    uint32_t list;                  /* the element of all its entries */
} entry_piece;

/* A link over an entry, where its target has a name. */
static void add_link(zt_paginator *p, zt_group *into, const entry_piece *e, zt_rect box)
{
    zt_link *link = zt_scene_add_link(p->scene, into, e->piece.at, box);
    link->dest = zt_dest_id(p, e->leads_to);
}

/* Dots on one raster for all lines, counted from the right edge of the column. */
static void draw_leader(zt_paginator *p, const entry_piece *e, zt_group *into, double from,
                        double to, double y)
{
    zt_group *part =
        zt_scene_add_part(p->scene, into, e->piece.at, "leader", ZT_ROLE_ARTIFACT,
                          (zt_rect){from, y - DOT, to > from ? to - from : 0, 2 * DOT});
    double last = e->width - e->page_room - DOT_GAP;
    for (double x = last; x > from + DOT_GAP; x -= DOT_STEP)
        zt_scene_disc(p->scene, part, e->piece.at, (zt_point){x - from, DOT}, DOT / 2,
                      (zt_paint){e->look.ink, e->look.style->tint});
}

/* The page that an entry leads to, flush right on its last line. */
static void draw_page(zt_paginator *p, const entry_piece *e, zt_group *into, double y)
{
    const zt_part_info *info = zt_info_of(p, e->leads_to);
    zt_str page = info->page == ZT_NO_PAGE ? ZT_STR("0") : zt_page_number(p, info->page);
    zt_text_place(p->setting->diags, p->scene, into, page, &e->look.text, &e->look.para,
                  ZT_ALIGN_END, e->width, y, e->piece.at);
    const zt_line *last = &e->para->lines[e->para->line_count - 1];
    draw_leader(p, e, into, e->indent + e->room + last->x + last->width, e->width,
                y - 0.3 * e->look.text.size);
}

/* An entry within its list; that which leads to a page is a link for a reader. */
static zt_group *entry_group(zt_paginator *p, const entry_piece *e, zt_rect frame, zt_group *into)
{
    zt_rect inner = {0, 0, frame.w, frame.h};
    zt_group *list = zt_scene_add_part(p->scene, into, e->piece.at, "list",
                                       e->leads_to ? ZT_ROLE_TOC : ZT_ROLE_L, frame);
    list->flow = e->list;
    zt_group *entry = zt_scene_add_part(p->scene, list, e->piece.at, "entry",
                                        e->leads_to ? ZT_ROLE_TOCI : ZT_ROLE_LI, inner);
    if (!e->leads_to)
        return entry;
    return zt_scene_add_part(p->scene, entry, e->piece.at, NULL, ZT_ROLE_LINK, inner);
}

/* The first line at the foot of what is spare, so that a chapter has its white above. */
static void draw_entry(zt_paginator *p, const zt_stream_piece *piece, size_t first, size_t end,
                       zt_rect frame, zt_group *into)
{
    const entry_piece *e = piece->own;
    (void)first;
    (void)end;
    zt_group *part = entry_group(p, e, frame, into);
    double line = p->style->line, height = (double)e->para->line_count * line;
    double y = frame.h - height + (line - e->look.text.size) / 2;
    double base = y + ZT_EM_TOP * e->look.text.size;
    if (e->label.len)
        zt_text_place(p->setting->diags, p->scene, part, e->label, &e->look.text, &e->look.para,
                      ZT_ALIGN_START, e->indent, base, piece->at);
    zt_lines_place(p->setting, e->para, &e->look, part, (zt_point){e->indent + e->room, y}, line);
    if (e->leads_to)
        draw_page(p, e, part, base + (double)(e->para->line_count - 1) * line);
    if (e->leads_to)
        add_link(p, part, e, (zt_rect){0, frame.h - height, e->width, height});
}

/* What an entry says and how. */
typedef struct entry_words {
    zt_str label, words;
    const zt_style *style;
    const zt_report_part *leads_to;
    double indent, room;
    int above; /* lines of white over it */
    zt_pos at;
} entry_words;

static void add_entry(zt_paginator *p, zt_stream *s, const entry_words *words, int columns)
{
    entry_piece *e = ZT_NEW(p->arena, entry_piece);
    e->piece = (zt_stream_piece){.kind = "entry", .draw = draw_entry, .own = e, .at = words->at};
    e->look = zt_setting_look(p->setting, words->style->name);
    e->label = words->label;
    e->indent = words->indent;
    e->room = words->room;
    e->width = zt_text_column(p, columns);
    e->leads_to = words->leads_to;
    e->list = p->list;
    e->page_room = words->leads_to ? 2 * e->look.text.size : 0;
    e->look.para.align = ZT_ALIGN_START;
    e->para = zt_lines_plain(p->setting, words->words, words->at, &e->look,
                             e->width - e->indent - e->room - e->page_room);
    if (e->para->line_count == 0)
        return;
    int rows = (int)e->para->line_count;
    zt_add_unit(p, s,
                (zt_unit){.piece = &e->piece,
                          .rows = rows + words->above,
                          .rows_at_top = rows,
                          .columns = columns,
                          .with_previous = s->after_head && !words->above});
    s->after_head = false;
}

/* Where the words of entries begin: `usual` em from their labels, more for all where one of these
   would touch its words. */
static double widened(zt_paginator *p, const zt_style *style, const zt_report_part *part,
                      double usual, double room)
{
    const double gap = 0.5; /* em, of white at least */
    zt_look look = zt_setting_look(p->setting, style->name);
    double label =
        zt_number_room(p, zt_info_of(p, part)->label, &look, gap * style->size, part->at);
    return zt_max(zt_max(usual * style->size, label), room);
}

/* ---- contents ---- */

/* Front matter is left out, and what has no head. */
static bool is_in_contents(const zt_report_part *part, int depth)
{
    bool front = part->kind == ZT_REPORT_TOC || part->kind == ZT_REPORT_LIST;
    return !front && part->kind != ZT_REPORT_BLOCK && part->head.len > 0 && part->level <= depth;
}

static void add_contents(zt_paginator *p, zt_stream *s, int depth)
{
    const zt_style *chapter_style = p->style->styles.toc_chapter,
                   *section_style = p->style->styles.toc_section;
    double chapter_room = 0, section_room = 0;
    for (size_t i = 0; i < p->part_count; i++)
        if (!is_in_contents(p->parts[i], depth))
            continue;
        else if (p->parts[i]->level == 1)
            chapter_room = widened(p, chapter_style, p->parts[i], CHAPTER_ROOM, chapter_room);
        else
            section_room = widened(p, section_style, p->parts[i], SECTION_ROOM, section_room);
    for (size_t i = 0; i < p->part_count; i++) {
        const zt_report_part *part = p->parts[i];
        if (!is_in_contents(part, depth))
            continue;
        zt_str label = zt_info_of(p, part)->label;
        bool chapter = part->level == 1;
        entry_words words = {.label = label,
                             .words = zt_headline_blanks(p->arena, part->brief),
                             .style = chapter ? chapter_style : section_style,
                             .leads_to = part,
                             .indent = chapter ? 0 : chapter_room,
                             .room = !chapter    ? section_room
                                     : label.len ? chapter_room
                                                 : 0,
                             .above = chapter,
                             .at = part->brief_at};
        add_entry(p, s, &words, s->columns);
        s->after_head = chapter; /* the first of its sections stays with it */
    }
    s->after_head = false;
}

/* ---- lists ---- */

/* Whether a list is of such a block. */
static bool is_listed(const zt_paginator *p, const zt_report_part *list, const zt_report_part *part)
{
    unsigned of = list->of;
    bool photo = part->kind == ZT_REPORT_BLOCK &&
                 strcmp(p->report->doc->blocks[part->block].name, "photo") == 0;
    switch (zt_report_counts(p->report->doc, part)) {
    case ZT_COUNTED_FIGURE:
        return (of & (photo ? (unsigned)ZT_LIST_PHOTOS : (unsigned)ZT_LIST_CHARTS)) != 0;
    case ZT_COUNTED_TABLE:
        return (of & (unsigned)ZT_LIST_TABLES) != 0;
    case ZT_COUNTED_NOT:
        break;
    }
    return false;
}

/* All figures or tables of the report in order. */
static void add_list(zt_paginator *p, zt_stream *s, const zt_report_part *list)
{
    const zt_style *style = p->style->styles.entry;
    double room = 0;
    for (size_t i = 0; i < p->part_count; i++)
        if (is_listed(p, list, p->parts[i]))
            room = widened(p, style, p->parts[i], LIST_ROOM, room);
    for (size_t i = 0; i < p->part_count; i++) {
        const zt_report_part *part = p->parts[i];
        const zt_part_info *info = zt_info_of(p, part);
        if (!is_listed(p, list, part))
            continue;
        entry_words words = {.label = info->label,
                             .words = zt_headline_blanks(p->arena, info->title),
                             .style = style,
                             .leads_to = part,
                             .room = room,
                             .at = part->at};
        add_entry(p, s, &words, s->columns);
    }
}

/* ---- sources ---- */

typedef ZT_VEC(zt_credit) source_list;

/* Each once, in the order in which they are met. */
static void add_source(zt_paginator *p, source_list *list, zt_str text, zt_pos at)
{
    if (text.len == 0)
        return;
    for (size_t i = 0; i < list->count; i++)
        if (zt_str_equal(list->items[i].text, text))
            return;
    zt_credit source = {.role = "source", .text = text, .at = at};
    ZT_PUSH(p->arena, list, source);
}

/* Those of the credits, of single figures, and those written in the part. */
static source_list sources_of(zt_paginator *p, const zt_report_part *part)
{
    const zt_doc *doc = p->report->doc;
    source_list list = {0};
    for (size_t i = 0; i < part->source_count; i++)
        add_source(p, &list, part->sources[i].text, part->sources[i].at);
    for (size_t i = 0; i < doc->credit_count; i++)
        if (strcmp(doc->credits[i].role, "source") == 0)
            add_source(p, &list, doc->credits[i].text, doc->credits[i].at);
    for (size_t i = 0; i < doc->block_count; i++) {
        const zt_chart_data *chart = zt_content_of(&doc->blocks[i], "chart");
        if (chart)
            add_source(p, &list, chart->source, doc->blocks[i].at);
    }
    for (size_t i = 0; i < doc->quantity_count; i++)
        add_source(p, &list, doc->quantities[i]->source, doc->quantities[i]->at);
    return list;
}

/* How the theme words a credit: 制图：丁龙. */
static zt_str credit_words(const zt_paginator *p, const zt_credit *credit)
{
    const zt_theme *theme = p->setting->template_->theme;
    const struct {
        const char *role, *pattern;
    } patterns[] = {{"compiled", theme->credit_compiled},
                    {"art", theme->credit_art},
                    {"photo", theme->credit_photo},
                    {"edit", theme->credit_edit}};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (strcmp(patterns[i].role, credit->role) == 0)
            return zt_fill_in(p->arena, zt_str_from(patterns[i].pattern), credit->text);
    return credit->text;
}

/* Who made the report, below its sources. */
static void add_credits(zt_paginator *p, zt_stream *s)
{
    const zt_doc *doc = p->report->doc;
    bool first = true;
    for (size_t i = 0; i < doc->credit_count; i++) {
        if (strcmp(doc->credits[i].role, "source") == 0)
            continue;
        entry_words words = {.words = credit_words(p, &doc->credits[i]),
                             .style = p->style->styles.entry,
                             .above = first,
                             .at = doc->credits[i].at};
        add_entry(p, s, &words, s->columns);
        first = false;
    }
}

static void add_sources(zt_paginator *p, zt_stream *s, const zt_report_part *part)
{
    source_list list = sources_of(p, part);
    for (size_t i = 0; i < list.count; i++) {
        entry_words words = {.label = zt_str_from(zt_arena_printf(p->arena, "%zu", i + 1)),
                             .words = list.items[i].text,
                             .style = p->style->styles.entry,
                             .room = 2 * p->style->styles.entry->size,
                             .at = list.items[i].at};
        add_entry(p, s, &words, s->columns);
    }
    add_credits(p, s);
}

/* ---- heads ---- */

typedef struct head_piece {
    zt_stream_piece piece;
    zt_look look;
    zt_para *para;
} head_piece;

static void draw_part_head(zt_paginator *p, const zt_stream_piece *piece, size_t first, size_t end,
                           zt_rect frame, zt_group *into)
{
    const head_piece *h = piece->own;
    (void)first;
    (void)end;
    double height = zt_em_height(h->para->line_count, h->look.text.size, h->look.para.leading);
    zt_group *part = zt_scene_add_part(p->scene, into, piece->at, "heading", ZT_ROLE_H1, frame);
    zt_lines_place(p->setting, h->para, &h->look, part,
                   (zt_point){0, zt_max(frame.h - height - p->style->line, 0) / 2},
                   h->look.para.leading);
}

/* Whether a list stands beside another, each in columns of its own. */
static bool is_beside_list(const zt_paginator *p, const zt_report_part *part)
{
    const zt_report_doc *report = p->report->doc->report;
    for (size_t i = 0; i + 1 < report->part_count; i++) {
        const zt_report_part *a = &report->parts[i], *b = a + 1;
        if ((a == part || b == part) && a->kind == ZT_REPORT_LIST && b->kind == ZT_REPORT_LIST)
            return true;
    }
    return false;
}

/* The head of a collected part, over all columns; of sources, and of lists that stand beside each
   other, in their column. */
static void add_part_head(zt_paginator *p, zt_stream *s, const zt_report_part *part)
{
    bool large = part->kind == ZT_REPORT_TOC || part->kind == ZT_REPORT_INDEX;
    if (part->kind == ZT_REPORT_LIST)
        s->columns = zt_report_master(p->style, "list", false)->columns;
    const zt_style *style = large ? p->style->styles.toc_head : p->style->styles.part;
    head_piece *h = ZT_NEW(p->arena, head_piece);
    bool list = part->kind == ZT_REPORT_LIST, beside = list && is_beside_list(p, part);
    bool spans = (large || (list && !beside)) && s->columns > 1;
    int columns = large || spans ? 1 : s->columns;
    h->piece = (zt_stream_piece){
        .kind = "head", .draw = draw_part_head, .own = h, .at = part->head_at, .part = part};
    h->look = zt_setting_look(p->setting, style->name);
    h->para = zt_lines_plain(p->setting, zt_headline_blanks(p->arena, part->head), part->head_at,
                             &h->look, zt_text_column(p, columns));
    int rows = zt_rows_of(p, h->para->height + (large ? 2 : 1) * p->style->line);
    zt_add_unit(p, s,
                (zt_unit){.piece = &h->piece,
                          .rows = rows + (large ? 0 : 2),
                          .rows_at_top = rows,
                          .columns = columns,
                          .begins = beside && columns > 1,
                          .spans = spans});
    s->after_head = true;
    s->after_words = false;
}

static size_t unit_count(const zt_stream *s)
{
    size_t count = 0;
    for (size_t i = 0; i < s->segments.count; i++)
        count += s->segments.items[i]->units.count;
    return count;
}

/* Reports list-empty: a head stands alone, or nothing where something was asked for. */
static void report_empty(const zt_paginator *p, const zt_report_part *part)
{
    bool index = part->kind == ZT_REPORT_INDEX;
    zt_report(p->setting->diags, ZT_WARNING, "list-empty", part->at,
              "报告里没有可列在这里的内容；请删去 <%s>%s%.0s",
              "the report has nothing to list here; take out <%s>%.0s%s", zt_part_word(part),
              index ? "，或给 <v> 写 name=" : "", index ? ", or give a <v> a name=" : "");
}

void zt_add_collected(zt_paginator *p, zt_stream *s, const zt_report_part *part)
{
    p->list = ++p->flows;
    if (part->kind != ZT_REPORT_DATA)
        add_part_head(p, s, part);
    size_t before = unit_count(s);
    switch (part->kind) {
    case ZT_REPORT_TOC:
        add_contents(p, s, part->depth);
        break;
    case ZT_REPORT_LIST:
        add_list(p, s, part);
        break;
    case ZT_REPORT_SOURCES:
        add_sources(p, s, part);
        break;
    case ZT_REPORT_INDEX:
        zt_add_index(p, s);
        break;
    case ZT_REPORT_DATA:
        zt_add_data(p, s);
        break;
    case ZT_REPORT_SECTION:
    case ZT_REPORT_APPENDIX:
    case ZT_REPORT_LEAD:
    case ZT_REPORT_BLOCK:
        break;
    }
    if (unit_count(s) == before)
        report_empty(p, part);
}
