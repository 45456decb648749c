/* gen/paginate/resolved_text.c — inline text of a report made ready to be set: references say what
   they refer to, notes are marked by their number on the page. */
#include "paginate/paginate_imp.h"

/* ① to ⑳, then ㉑ to ㊿; beyond them a plain number in brackets. In English plain numbers. */
static zt_str mark_of(const zt_paginator *p, int number)
{
    zt_buf out;
    zt_buf_init(&out, p->arena);
    if (p->setting->language == ZT_LANG_EN)
        zt_buf_printf(&out, "%d", number);
    else if (number <= 20)
        zt_buf_utf8(&out, 0x2460 + (uint32_t)number - 1);
    else if (number <= 35)
        zt_buf_utf8(&out, 0x3251 + (uint32_t)number - 21);
    else
        zt_buf_printf(&out, "(%d)", number);
    return zt_buf_view(&out);
}

/* The record of a note; made when the note is met first. A mark that repeats another has that of
   the other. */
zt_note_info *zt_note_of(zt_paginator *p, const zt_footnote *note)
{
    for (size_t i = 0; i < p->notes.count; i++) {
        const zt_footnote *other = p->notes.items[i]->note;
        if (other == note || (note->ref.len && other->id && zt_str_is(note->ref, other->id)))
            return p->notes.items[i];
    }
    zt_note_info *info = ZT_NEW(p->arena, zt_note_info);
    *info = (zt_note_info){.note = note, .number = 1, .page = ZT_NO_PAGE, .flow = ++p->flows};
    ZT_PUSH(p->arena, &p->notes, info);
    return info;
}

/* A text span in the look of the one that it stands for. */
static zt_span text_span(const zt_span *span, zt_str text)
{
    zt_span out = *span;
    out.kind = ZT_SPAN_TEXT;
    out.text = text;
    return out;
}

/* Copies the spans; what has no references and notes is given back as it is. */
zt_rich zt_resolve(zt_paginator *p, const zt_rich *rich, zt_note_list *called)
{
    bool plain = true;
    for (size_t i = 0; i < rich->count; i++)
        plain = plain && rich->spans[i].kind != ZT_SPAN_SEE && rich->spans[i].kind != ZT_SPAN_NOTE;
    if (plain)
        return *rich;
    zt_rich out = {ZT_ARRAY(p->arena, rich->count, zt_span), rich->count, rich->at};
    for (size_t i = 0; i < rich->count; i++) {
        const zt_span *span = &rich->spans[i];
        out.spans[i] = *span;
        if (span->kind == ZT_SPAN_SEE)
            out.spans[i] = text_span(span, zt_see_words(p, span->see));
        if (span->kind != ZT_SPAN_NOTE)
            continue;
        zt_note_info *note = zt_note_of(p, span->note);
        out.spans[i] = text_span(span, mark_of(p, note->number));
        out.spans[i].sup = true;
        if (called && span->note->ref.len == 0)
            ZT_PUSH(p->arena, called, note);
    }
    return out;
}

bool zt_is_late(const zt_rich *rich)
{
    for (size_t i = 0; i < rich->count; i++) {
        const zt_span *span = &rich->spans[i];
        bool page = span->kind == ZT_SPAN_SEE &&
                    (span->see->show == ZT_SEE_PAGE || span->see->show == ZT_SEE_BOTH);
        if (page || span->kind == ZT_SPAN_NOTE)
            return true;
    }
    return false;
}

/* Slots of one width: one below the other, or all on the first row, for lines that are placed one
   by one. */
static zt_slot *slots_of(zt_arena *arena, size_t count, double width, bool whole)
{
    zt_slot *slots = ZT_ARRAY(arena, count, zt_slot);
    for (size_t i = 0; i < count; i++)
        slots[i] = (zt_slot){.width = width, .row = whole ? (uint16_t)i : 0};
    return slots;
}

zt_para *zt_set_in_lines(zt_paginator *p, const zt_rich *words, const zt_look *look,
                         const zt_look *strong, double width, size_t lines, bool whole)
{
    zt_para *para = zt_lines_rich(p->setting, words, look, strong, width);
    if (para->line_count == lines || lines == 0)
        return para;
    zt_look *kept = ZT_NEW(p->arena, zt_look); /* runs keep their looks */
    *kept = *look;
    zt_rich_style style = {.base = kept, .strong = strong};
    zt_run *runs = NULL;
    size_t count = zt_rich_runs(p->setting, words, &style, &runs);
    zt_text *text = zt_text_shape(p->arena, p->setting->diags, runs, count, &kept->para);
    if (!zt_text_flows(text))
        return para;
    zt_para *set = zt_text_set(p->arena, p->setting->diags, text,
                               slots_of(p->arena, lines, width, whole), 0, lines);
    return set ? set : para;
}

/* The words of a note behind its number, which hangs. They take the lines that they were planned to
   take. */
static zt_para *set_note(zt_paginator *p, zt_note_info *info, const zt_look *look, double width)
{
    zt_rich words = zt_resolve(p, &info->note->text, NULL);
    double room = width - p->style->note.hanging;
    if (p->settled)
        return zt_set_in_lines(p, &words, look, NULL, room, info->lines, true);
    zt_para *para = zt_lines_rich(p->setting, &words, look, NULL, room);
    info->lines = para->line_count;
    return para;
}

static zt_look note_look(const zt_paginator *p)
{
    return zt_setting_look(p->setting, p->style->styles.note->name);
}

/* Sets a note once in each pass and for each width. */
static void measure_note(zt_paginator *p, zt_note_info *info, double width)
{
    if (info->width == width)
        return;
    zt_look look = note_look(p);
    const zt_para *para = set_note(p, info, &look, width);
    info->lines = para->line_count;
    info->height = para->height;
    info->width = width;
}

size_t zt_note_lines(zt_paginator *p, zt_note_info *info, double width)
{
    measure_note(p, info, width);
    return info->lines;
}

/* Of the lines of a part. */
static double part_height(zt_paginator *p, const zt_note_part *part, double width)
{
    size_t lines = zt_note_lines(p, part->info, width);
    size_t end = part->end < lines ? part->end : lines;
    return part->info->height * (double)(end - part->first) / (double)lines;
}

int zt_note_rows(zt_paginator *p, const zt_note_part *notes, size_t count, double width)
{
    double height = 0;
    if (count == 0)
        return 0;
    for (size_t i = 0; i < count; i++)
        height += part_height(p, &notes[i], width);
    return zt_rows_of(p, height);
}

/* The lines of a part, the first of the note behind its number. */
static void place_part(zt_paginator *p, const zt_note_part *part, const zt_para *para,
                       const zt_look *look, zt_group *into)
{
    zt_pos at = part->info->note->at;
    if (part->first == 0)
        zt_text_place(p->setting->diags, p->scene, into, mark_of(p, part->info->number),
                      &look->text, &look->para, ZT_ALIGN_START, 0, para->lines[0].baseline, at);
    zt_para_place(para, p->scene, into, p->style->note.hanging, 0, part->first, part->end);
}

/* From the foot of the frame upwards: notes end on its last line. */
void zt_place_notes(zt_paginator *p, const zt_note_part *notes, size_t count, zt_rect frame,
                    zt_group *into)
{
    zt_look look = note_look(p);
    const zt_note_style *style = &p->style->note;
    double y = frame.y + frame.h;
    for (size_t i = 0; i < count; i++)
        y -= part_height(p, &notes[i], frame.w);
    double rule = y - style->gap;
    zt_pos at = notes[0].info->note->at;
    zt_group *line = zt_scene_add_part(p->scene, into, at, "note-rule", ZT_ROLE_ARTIFACT,
                                       (zt_rect){frame.x, rule, style->rule, style->weight});
    zt_scene_rule(p->scene, line, at, (zt_point){0, style->weight / 2},
                  (zt_point){style->rule, style->weight / 2}, style->weight,
                  ZT_SOLID(zt_setting_ink(p->setting, "key")));
    for (size_t i = 0; i < count; i++) {
        zt_para *para = set_note(p, notes[i].info, &look, frame.w);
        double height = part_height(p, &notes[i], frame.w);
        zt_group *note = zt_scene_add_part(p->scene, into, notes[i].info->note->at, "note",
                                           ZT_ROLE_NOTE, (zt_rect){frame.x, y, frame.w, height});
        note->flow = notes[i].info->flow;
        place_part(p, &notes[i], para, &look, note);
        y += height;
    }
}
