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

/* The value of a field; empty for a name that is none, which the template's check reports. */
static zt_str field(zt_paginator *p, const zt_page *page, size_t index, zt_str name)
{
    const zt_report_part *chapter = chapter_of(page);
    if (zt_str_is(name, "page"))
        return zt_page_number(p, (int)index);
    if (zt_str_is(name, "pages"))
        return zt_str_from(zt_arena_printf(p->arena, "%zu", p->pages.count));
    if (zt_str_is(name, "book"))
        return zt_headline_blanks(p->arena, zt_rich_plain(p->arena, &p->report->doc->title));
    if (zt_str_is(name, "chapter"))
        return chapter ? zt_headline_blanks(p->arena, chapter->brief) : (zt_str){0};
    if (zt_str_is(name, "number") && chapter)
        return zt_info_of(p, chapter)->label;
    return (zt_str){0};
}

/* The text of a line with its fields filled in. */
static zt_str filled(zt_paginator *p, const zt_page *page, size_t index, zt_str text)
{
    zt_buf out;
    zt_buf_init(&out, p->arena);
    for (size_t i = 0; i < text.len; i++) {
        size_t end = i;
        while (text.data[i] == '{' && end < text.len && text.data[end] != '}')
            end++;
        if (end == i || end == text.len) {
            zt_buf_putc(&out, text.data[i]);
            continue;
        }
        zt_buf_str(&out, field(p, page, index, zt_str_slice(text, i + 1, end)));
        i = end;
    }
    return zt_str_trim(zt_buf_view(&out));
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

/* Whether the line prints the field, as "{book}". */
static bool prints(const zt_running_line *line, const char *field_name)
{
    size_t len = strlen(field_name);
    for (size_t i = 0; i + len <= line->text.len; i++)
        if (memcmp(line->text.data + i, field_name, len) == 0)
            return true;
    return false;
}

/* Where the words of a line were written: the chapter, the title, else the template. */
static zt_pos words_at(const zt_paginator *p, const zt_page *page, const zt_running_line *line)
{
    const zt_report_part *chapter = chapter_of(page);
    if (chapter && prints(line, "{chapter}"))
        return chapter->head_at;
    return prints(line, "{book}") ? p->report->doc->title.at : line->at;
}

/* A line is never broken: one wider than its room, in points, would run off the paper. */
static void report_wide(const zt_paginator *p, zt_pos at, zt_str text, double over)
{
    if (over > ROOM_TOLERANCE)
        zt_report(p->setting->diags, ZT_ERROR, "line-too-wide", at,
                  "书眉“%.*s”排不进一行，多出 %.1f 点；请改短，章节可用 short= 另写短题",
                  "the running head “%.*s” is %.1f points wider than its page; shorten it, or give "
                  "the chapter a short=",
                  ZT_ARG(text), over);
}

static void draw_line(zt_paginator *p, const zt_page *page, size_t index,
                      const zt_running_line *line)
{
    bool left = zt_is_left(p, index);
    zt_str text = filled(p, page, index, line->text);
    if (text.len == 0 || !(left ? line->on_left : line->on_right))
        return;
    zt_rect area = p->scene->type_area;
    zt_look look = zt_setting_look(p->setting, line->style->name);
    zt_align align = align_of(line, left);
    zt_pos at = words_at(p, page, line);
    double y = line->foot ? p->scene->height - line->baseline : line->baseline;
    double x = align == ZT_ALIGN_START ? area.x + line->inset
               : align == ZT_ALIGN_END ? zt_rect_right(area) - line->inset
                                       : area.x + area.w / 2;
    zt_rect box = {area.x, y - look.text.size, area.w, 1.2 * look.text.size};
    zt_group *part =
        zt_scene_add_part(p->scene, p->scene->root, line->at, "running", ZT_ROLE_ARTIFACT, box);
    double width = zt_text_place(p->setting->diags, p->scene, part, text, &look.text, &look.para,
                                 align, x - box.x, y - box.y, at);
    report_wide(p, at, text, width - (area.w - line->inset));
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
    zt_scene_rule(p->scene, part, part->item.at, (zt_point){0, master->rule / 2},
                  (zt_point){area.w, master->rule / 2}, master->rule,
                  ZT_SOLID(zt_setting_ink(p->setting, "key")));
}
