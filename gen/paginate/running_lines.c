/* gen/paginate/running_lines.c — running heads and folios: fields filled in, outer and inner
   swapped on left pages. */
#include "paginate/paginate_imp.h"

#include <string.h>

/* Points that rounding may add to a line as wide as its room. */
#define ROOM_TOLERANCE 0.01

/* The chapter that a page is of. */
static const zt_report_part *chapter_of(const zt_page *page)
{
    return page->stream ? page->stream->part : NULL;
}

/* The value of a field with its place; empty for a name that is none, which the template's check
   reports. */
static zt_span field(zt_paginator *p, const zt_page *page, size_t index, zt_str name, zt_pos line)
{
    const zt_report_part *chapter = chapter_of(page);
    const zt_rich *title = &p->report->doc->title;
    zt_span out = {.kind = ZT_SPAN_TEXT, .at = line};
    if (zt_str_is(name, "page"))
        out.text = zt_page_number(p, (int)index);
    else if (zt_str_is(name, "pages"))
        out.text = zt_str_from(zt_arena_printf(p->arena, "%zu", p->pages.count));
    else if (zt_str_is(name, "number") && chapter)
        out.text = zt_info_of(p, chapter)->label;
    else if (zt_str_is(name, "book")) {
        out.text = zt_headline_blanks(p->arena, zt_rich_plain(p->arena, title));
        out.at = title->at;
    } else if (zt_str_is(name, "chapter") && chapter) {
        out.text = zt_headline_blanks(p->arena, chapter->brief);
        out.at = chapter->brief_at;
    }
    return out;
}

/* White of the template, as between two fields. */
static bool is_white(zt_str text)
{
    size_t at = 0;
    while (at < text.len &&
           (zt_is_blank(text.data[at]) || zt_str_starts(zt_rest_of(text, at), "　")))
        at += zt_is_blank(text.data[at]) ? 1 : strlen("　");
    return at == text.len;
}

/* The text of a line with its fields filled in, each at the place where it was written. White
   at the ends, beside a field that is empty, is left out. */
static zt_rich filled(zt_paginator *p, const zt_page *page, size_t index,
                      const zt_running_line *line)
{
    ZT_VEC(zt_span) spans = {0};
    zt_str text = line->text;
    for (size_t i = 0, end; i < text.len; i = end) {
        bool begins = text.data[i] == '{';
        for (end = i + begins; end < text.len && text.data[end] != (begins ? '}' : '{');)
            end++;
        zt_span span = {.kind = ZT_SPAN_TEXT, .text = zt_str_slice(text, i, end), .at = line->at};
        if (begins && end < text.len) {
            span = field(p, page, index, zt_str_slice(text, i + 1, end), line->at);
            end++; /* behind the brace */
        }
        if (spans.count > 0 || !is_white(span.text))
            ZT_PUSH(p->arena, &spans, span);
    }
    while (spans.count > 0 && is_white(spans.items[spans.count - 1].text))
        spans.count--;
    return (zt_rich){spans.items, spans.count, line->at};
}

/* Whether the line stands at the left edge of a page; the centre is neither. */
static zt_align align_of(const zt_running_line *line, bool left)
{
    switch (line->side) {
    case ZT_SIDE_OUTER:
        return left ? ZT_ALIGN_START : ZT_ALIGN_END;
    case ZT_SIDE_INNER:
        return left ? ZT_ALIGN_END : ZT_ALIGN_START;
    case ZT_SIDE_LEFT:
        return ZT_ALIGN_START;
    case ZT_SIDE_RIGHT:
        return ZT_ALIGN_END;
    case ZT_SIDE_CENTRE:
        break;
    }
    return ZT_ALIGN_CENTRE;
}

/* Where the words of a line were written: the chapter, the title, else the template. */
static zt_pos words_at(const zt_rich *words, const zt_running_line *line)
{
    for (size_t i = 0; i < words->count; i++)
        if (words->spans[i].at.line != line->at.line || words->spans[i].at.file != line->at.file)
            return words->spans[i].at;
    return line->at;
}

/* A line is never broken: one wider than its room, in points, would run off the paper. */
static void report_wide(const zt_paginator *p, zt_pos at, zt_str text, double over)
{
    zt_report(p->setting->diags, ZT_ERROR, "line-too-wide", at,
              "书眉“%.*s”排不进一行，多出 %.1f 点；请改短，章节可用 short= 另写短题",
              "the running head “%.*s” is %.1f points wider than its page; shorten it, or give the "
              "chapter a short=",
              ZT_ARG(text), over);
}

static void draw_line(zt_paginator *p, const zt_page *page, size_t index,
                      const zt_running_line *line)
{
    const double endless = 1e6; /* points: it is one line whatever its length */
    bool left = zt_is_left(p, index);
    zt_rich words = filled(p, page, index, line);
    if (words.count == 0 || !(left ? line->on_left : line->on_right))
        return;
    zt_rect area = p->scene->type_area;
    zt_look look = zt_setting_look(p->setting, line->style->name);
    zt_para *para = zt_lines_rich(p->setting, &words, &look, NULL, endless);
    zt_align align = align_of(line, left);
    double y = line->foot ? p->scene->height - line->baseline : line->baseline;
    double room = area.w - line->inset, over = para->max_width - room;
    double x = align == ZT_ALIGN_START ? line->inset
               : align == ZT_ALIGN_END ? room - para->max_width
                                       : (area.w - para->max_width) / 2;
    zt_rect box = {area.x, y - look.text.size, area.w, 1.2 * look.text.size};
    zt_group *part =
        zt_scene_add_part(p->scene, p->scene->root, line->at, "running", ZT_ROLE_ARTIFACT, box);
    part->page_part = line->foot ? ZT_PAGE_FOOTER : ZT_PAGE_HEADER;
    zt_para_place(para, p->scene, part, x, look.text.size - para->lines[0].baseline, 0, SIZE_MAX);
    if (over > ROOM_TOLERANCE)
        report_wide(p, words_at(&words, line), zt_rich_plain(p->arena, &words), over);
}

void zt_draw_running(zt_paginator *p, const zt_page *page, size_t index)
{
    const zt_master *master = zt_report_master(p->style, page->stream->kind, page->first);
    if (page->opener)
        master = zt_report_master(p->style, "opener", true);
    zt_rect area = p->scene->type_area;
    for (size_t i = 0; i < master->line_count; i++)
        draw_line(p, page, index, &master->lines[i]);
    if (master->rule <= 0)
        return;
    zt_group *part = zt_scene_add_part(
        p->scene, p->scene->root, p->setting->template_->report->places->at, "rule",
        ZT_ROLE_ARTIFACT, (zt_rect){area.x, master->rule_at, area.w, master->rule});
    part->page_part = ZT_PAGE_HEADER;
    zt_scene_rule(p->scene, part, part->item.at, (zt_point){0, master->rule / 2},
                  (zt_point){area.w, master->rule / 2}, master->rule,
                  ZT_SOLID(zt_setting_ink(p->setting, "key")));
}
