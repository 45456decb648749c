/* gen/paginate/number.c — numbers of chapters, sections, figures and tables; what references print.
 */
#include "paginate/paginate_imp.h"

#include <string.h>

#include "base/han.h"
#include "model/chart_data.h"

/* Counters while the report is walked through. */
typedef struct counters {
    zt_paginator *p;
    int chapter, figures, tables, appendix_tables;
    bool in_appendix;
    zt_str chapter_number; /* empty outside numbered chapters */
} counters;

zt_str zt_fill_in(zt_arena *arena, zt_str pattern, zt_str value)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < pattern.len; i++) {
        if (pattern.data[i] == '{' && i + 1 < pattern.len && pattern.data[i + 1] == '}') {
            zt_buf_str(&out, value);
            i++;
        } else {
            zt_buf_putc(&out, pattern.data[i]);
        }
    }
    return zt_buf_view(&out);
}

double zt_number_room(zt_paginator *p, zt_str number, const zt_look *look, double gap, zt_pos at)
{
    return number.len == 0
               ? 0
               : zt_text_width(p->setting->diags, p->arena, number, &look->text, &look->para, at) +
                     gap;
}

static zt_str decimal(zt_arena *arena, int n)
{
    return zt_str_from(zt_arena_printf(arena, "%d", n));
}

/* 2 as 2 or 二. */
static zt_str in_digits(zt_arena *arena, int n, bool han)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    if (!han)
        return decimal(arena, n);
    zt_han_print_count(&out, (uint64_t)n);
    return zt_buf_view(&out);
}

/* The head style of a level; deeper ones look like the deepest. */
static const zt_heading_style *heading_of(const zt_paginator *p, int level)
{
    int at = level < 1 ? 0 : level > ZT_HEADINGS ? ZT_HEADINGS - 1 : level - 1;
    return &p->style->headings[at];
}

/* The title of a block in lists: its head, else the title of a chart or of another document, else
   the caption. */
static zt_str block_title(const zt_paginator *p, const zt_content_block *block)
{
    const zt_chart_data *chart = zt_content_of(block, "chart");
    const zt_photo *photo = zt_content_of(block, "photo");
    const zt_set_graphic *graphic = zt_setting_graphic(p->setting, block->content);
    zt_str head = zt_block_head(block);
    if (chart && head.len == 0)
        return zt_rich_plain(p->arena, &chart->title);
    if (graphic)
        return graphic->title;
    return photo ? zt_rich_plain(p->arena, &photo->caption) : head;
}

/* 2-1 in chapters, 7 where numbers run through or outside of chapters. */
static zt_str counted(const counters *c, int n)
{
    if (!c->p->style->number.by_section || c->chapter_number.len == 0)
        return decimal(c->p->arena, n);
    return zt_str_from(zt_arena_printf(c->p->arena, "%.*s-%d", ZT_ARG(c->chapter_number), n));
}

/* The form in the language of the report. */
static zt_str form_in(const zt_paginator *p, zt_str form, const char *english)
{
    return zt_form_in(p->setting->language, form, english);
}

/* Charts and photographs are figures; tables of an appendix have their own series. */
static void number_block(counters *c, const zt_report_part *part, zt_part_info *info)
{
    const zt_number_style *style = &c->p->style->number;
    const zt_content_block *block = &c->p->report->doc->blocks[part->block];
    zt_counted counts = zt_report_counts(c->p->report->doc, part);
    bool table = counts == ZT_COUNTED_TABLE;
    info->title = block_title(c->p, block);
    if (counts == ZT_COUNTED_NOT)
        return;
    if (table && c->in_appendix)
        info->number = decimal(c->p->arena, ++c->appendix_tables);
    else
        info->number = counted(c, table ? ++c->tables : ++c->figures);
    const zt_english *english = &c->p->setting->template_->theme->english;
    zt_str pattern = !table           ? form_in(c->p, style->figure, english->figure)
                     : c->in_appendix ? form_in(c->p, style->appendix, english->appendix)
                                      : form_in(c->p, style->table, english->table);
    info->label = zt_fill_in(c->p->arena, pattern, info->number);
}

/* A chapter: its number alone; the counts of figures begin anew. */
static void number_chapter(counters *c, const zt_report_part *part, zt_part_info *info)
{
    const zt_heading_style *heading = heading_of(c->p, 1);
    c->chapter_number = (zt_str){0};
    c->in_appendix = part->kind == ZT_REPORT_APPENDIX;
    if (part->kind != ZT_REPORT_SECTION || !part->numbered)
        return;
    if (c->p->style->number.by_section)
        c->figures = c->tables = 0;
    info->number = decimal(c->p->arena, ++c->chapter);
    c->chapter_number = info->number;
    bool han = heading->han && c->p->setting->language == ZT_LANG_ZH;
    zt_str shown = in_digits(c->p->arena, c->chapter, han);
    zt_str form = form_in(c->p, heading->number, c->p->setting->template_->theme->english.chapter);
    info->label = zt_fill_in(c->p->arena, form, shown);
}

static void number_parts(counters *c, const zt_report_part *parts, size_t count, zt_str before);

/* 2.1: the number of what holds it, a point, its place among its like. */
static void number_part(counters *c, const zt_report_part *part, zt_str before, int place)
{
    zt_part_info *info = zt_info_of(c->p, part);
    bool holds = part->kind == ZT_REPORT_SECTION || part->kind == ZT_REPORT_APPENDIX;
    info->title = part->brief;
    if (part->kind == ZT_REPORT_BLOCK)
        number_block(c, part, info);
    else if (holds && part->level == 1)
        number_chapter(c, part, info);
    else if (holds && part->numbered && before.len && heading_of(c->p, part->level)->number.len) {
        info->number = zt_str_from(zt_arena_printf(c->p->arena, "%.*s.%d", ZT_ARG(before), place));
        info->label = zt_fill_in(c->p->arena, heading_of(c->p, part->level)->number, info->number);
    }
    if (holds)
        number_parts(c, part->parts, part->part_count, info->number);
}

static void number_parts(counters *c, const zt_report_part *parts, size_t count, zt_str before)
{
    int place = 0;
    for (size_t i = 0; i < count; i++) {
        place += parts[i].kind == ZT_REPORT_SECTION && parts[i].numbered;
        number_part(c, &parts[i], before, place);
    }
}

/* Fills the table of parts by their index. */
static void list_parts(zt_paginator *p, const zt_report_part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        p->parts[parts[i].index] = &parts[i];
        p->infos[parts[i].index].page = ZT_NO_PAGE;
        p->infos[parts[i].index].mention = ZT_NO_UNIT;
        p->infos[parts[i].index].digits = 1;
        list_parts(p, parts[i].parts, parts[i].part_count);
    }
}

void zt_number_parts(zt_paginator *p)
{
    const zt_report_doc *report = p->report->doc->report;
    counters c = {.p = p};
    p->part_count = report->all_parts;
    p->parts = ZT_ARRAY(p->arena, p->part_count, const zt_report_part *);
    p->infos = ZT_ARRAY(p->arena, p->part_count, zt_part_info);
    list_parts(p, report->parts, report->part_count);
    number_parts(&c, report->parts, report->part_count, (zt_str){0});
}

/* ---- pages ---- */

/* i, ii, iii, iv … for the few pages before a body. */
static zt_str roman(zt_arena *arena, int n)
{
    static const struct {
        int value;
        const char *letters;
    } steps[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                 {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        for (; n >= steps[i].value; n -= steps[i].value)
            zt_buf_puts(&out, steps[i].letters);
    return zt_buf_view(&out);
}

zt_str zt_page_number(zt_paginator *p, int page)
{
    const zt_number_style *style = &p->style->number;
    if (page < p->front && style->front_roman)
        return roman(p->arena, page + 1);
    bool anew = style->body == 1 && page >= p->front;
    return decimal(p->arena, page + 1 - (anew ? p->front : 0));
}

/* ---- references ---- */

/* No break within 图2-1: word joiners between its characters. */
static void put_bound(zt_buf *out, zt_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool begins = ((unsigned char)text.data[i] & 0xC0) != 0x80;
        if (begins && i > 0)
            zt_buf_utf8(out, 0x2060);
        zt_buf_putc(out, text.data[i]);
    }
}

/* 第12页; while pages are looked for, nines stand for its digits, which are the widest: so the
   lines depend on how many digits a number has, and on nothing else. */
static zt_str page_words(zt_paginator *p, const zt_part_info *info)
{
    zt_buf out;
    zt_buf_init(&out, p->arena);
    zt_buf_puts(&out, ZT_IN(p->setting->language, "第", "page "));
    for (size_t i = 0; !p->settled && i < info->digits; i++)
        zt_buf_putc(&out, '9');
    if (p->settled)
        zt_buf_str(&out, zt_page_number(p, info->page));
    zt_buf_puts(&out, ZT_IN(p->setting->language, "页", ""));
    return zt_buf_view(&out);
}

/* 《交通》 of a section, 图2-1 of a figure, 第二章 of a chapter, 2.1节 of a section. */
static zt_str number_words(zt_paginator *p, const zt_report_part *part, const zt_part_info *info)
{
    bool section = part->kind == ZT_REPORT_SECTION && part->level > 1;
    if (part->kind == ZT_REPORT_APPENDIX)
        return part->brief;
    return section
               ? zt_str_from(zt_arena_printf(p->arena,
                                             ZT_IN(p->setting->language, "%.*s节", "section %.*s"),
                                             ZT_ARG(info->label)))
               : info->label;
}

zt_str zt_see_words(zt_paginator *p, const zt_see *see)
{
    const zt_report_part *part = zt_part_named(p, see->to);
    zt_buf out;
    zt_buf_init(&out, p->arena);
    if (!part)
        return (zt_str){0}; /* see-unknown is said */
    const zt_part_info *info = zt_info_of(p, part);
    switch (see->show) {
    case ZT_SEE_NUMBER:
        put_bound(&out, number_words(p, part, info));
        break;
    case ZT_SEE_PAGE:
        put_bound(&out, page_words(p, info));
        break;
    case ZT_SEE_BOTH:
        put_bound(&out, number_words(p, part, info));
        zt_buf_puts(&out, ZT_IN(p->setting->language, "（", " ("));
        put_bound(&out, page_words(p, info));
        zt_buf_puts(&out, ZT_IN(p->setting->language, "）", ")"));
        break;
    case ZT_SEE_TITLE:
        zt_buf_printf(&out, ZT_IN(p->setting->language, "《%.*s》", "“%.*s”"), ZT_ARG(info->title));
        break;
    }
    return zt_buf_view(&out);
}
