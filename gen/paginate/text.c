/* gen/paginate/text.c — running text as units: a line each, with the notes that are called in it.
   Heads take whole lines and stay with what follows. */
#include "paginate/paginate_imp.h"

#include "base/utf8.h"

static const double INDENT = 2;        /* em, of a paragraph */
static const double HEAD_ABOVE = 0.58; /* of the height that a head has over; less below it */
enum {
    LEAST_LINES = 3,  /* of a paragraph that may take a line less or more */
    WELL_SET = 40000, /* cost of a paragraph whose gaps nobody sees (zt_way) */
    COST_STEP = 4000  /* of it for one more in the score */
};
static const double NUMBER_GAP = 0.7; /* em, between number and head */

/* A paragraph or a head in its look, at the width of its column. */
typedef struct zt_text_piece {
    zt_stream_piece piece;
    zt_look look;
    zt_para *para;
    const char *part;
    zt_role role;
    /* Of heads: the number before it, and how far the words stand from the edge. */
    zt_str number;
    zt_look number_look;
    double number_room;
    double grid; /* distance of lines */
    /* Of a paragraph whose words wait for pages: what they are made of. */
    const zt_rich *source;
    const zt_look *strong;
    double width;
} zt_text_piece;

/* ---- drawing ---- */

/* Lines stand on the grid whatever their size: in the middle of their row, as the em box of the
   body does. */
static void draw_lines(zt_paginator *p, const zt_stream_piece *piece, size_t first, size_t end,
                       zt_rect frame, zt_group *into)
{
    const zt_text_piece *t = piece->own;
    zt_group *part = zt_scene_add_part(p->scene, into, piece->at, t->part, t->role, frame);
    part->flow = piece->flow;
    double base = (t->grid - t->look.text.size) / 2 + ZT_EM_TOP * t->look.text.size;
    for (size_t i = first; i < end; i++)
        zt_para_place(t->para, p->scene, part, 0,
                      (double)(i - first) * t->grid + base - t->para->lines[0].baseline, i, i + 1);
}

/* A paragraph set in another count of lines stands whole, its lines on the grid by themselves. */
static void draw_variant(zt_paginator *p, const zt_stream_piece *piece, size_t first, size_t end,
                         zt_rect frame, zt_group *into)
{
    const zt_text_piece *t = piece->own;
    (void)first;
    (void)end;
    zt_group *part = zt_scene_add_part(p->scene, into, piece->at, t->part, t->role, frame);
    part->flow = piece->flow;
    double base = (t->grid - t->look.text.size) / 2 + ZT_EM_TOP * t->look.text.size;
    zt_para_place(t->para, p->scene, part, 0, base - t->para->lines[0].baseline, 0, SIZE_MAX);
}

/* More white above a head than below; none above at the top of a column. */
static void draw_head(zt_paginator *p, const zt_stream_piece *piece, size_t first, size_t end,
                      zt_rect frame, zt_group *into)
{
    const zt_text_piece *t = piece->own;
    (void)first;
    (void)end;
    double height = zt_em_height(t->para->line_count, t->look.text.size, t->look.para.leading);
    double spare = zt_max(frame.h - height, 0);
    double y = HEAD_ABOVE * spare;
    zt_group *part = zt_scene_add_part(p->scene, into, piece->at, t->part, t->role, frame);
    if (t->number.len)
        zt_text_place(p->setting->diags, p->scene, part, t->number, &t->number_look.text,
                      &t->number_look.para, ZT_ALIGN_START, 0,
                      y + zt_lines_baseline(t->para, &t->look), piece->at);
    zt_lines_place(p->setting, t->para, &t->look, part, (zt_point){t->number_room, y},
                   t->look.para.leading);
}

/* ---- paragraphs ---- */

/* The code points before a span: lines know theirs. */
static size_t span_start(const zt_rich *rich, size_t span)
{
    size_t count = 0;
    for (size_t i = 0; i < span; i++)
        count += rich->spans[i].kind == ZT_SPAN_BREAK ? 1 : zt_utf8_count(rich->spans[i].text);
    return count;
}

/* The line that a code point stands in. */
static size_t line_of(const zt_para *para, size_t at)
{
    size_t line = 0;
    while (line + 1 < para->line_count && para->lines[line].end <= at)
        line++;
    return line;
}

/* Gives the notes of a paragraph to the units of their lines; `first` is its first unit. `rich` is
   the text as written, `set` as it was set, with the same spans. */
static void share_notes(zt_paginator *p, zt_segment *s, size_t first, const zt_rich *rich,
                        const zt_rich *set, const zt_para *para, const zt_note_list *called)
{
    size_t next = 0;
    for (size_t i = 0; i < rich->count && next < called->count; i++) {
        const zt_span *span = &rich->spans[i];
        if (span->kind != ZT_SPAN_NOTE || span->note->ref.len)
            continue;
        zt_unit *unit = &s->units.items[first + line_of(para, span_start(set, i))];
        unit->notes = zt_arena_grow(p->arena, unit->notes, unit->note_count, unit->note_count + 1,
                                    sizeof *unit->notes);
        unit->notes[unit->note_count++] = (zt_note_part){called->items[next++], 0, SIZE_MAX};
    }
}

/* Figures that a paragraph mentions may float from it on. */
static void note_mentions(zt_paginator *p, const zt_segment *segment, size_t first,
                          const zt_rich *rich, const zt_rich *set, const zt_para *para)
{
    for (size_t i = 0; i < rich->count; i++) {
        const zt_span *span = &rich->spans[i];
        const zt_report_part *part =
            span->kind == ZT_SPAN_SEE ? zt_part_named(p, span->see->to) : NULL;
        zt_part_info *info = part ? zt_info_of(p, part) : NULL;
        if (!info || info->mention != ZT_NO_UNIT)
            continue;
        info->mention = first + line_of(para, span_start(set, i));
        info->mention_in = segment;
    }
}

static zt_text_piece *new_piece(zt_paginator *p, zt_stream_draw *draw, zt_pos at)
{
    zt_text_piece *t = ZT_NEW(p->arena, zt_text_piece);
    t->piece = (zt_stream_piece){.kind = "p", .draw = draw, .own = t, .at = at, .flow = ++p->flows};
    t->grid = p->style->line;
    return t;
}

/* No line of a paragraph alone at the foot or head of a column. */
static bool keeps(const zt_story_item *item, size_t line, size_t lines)
{
    return line > 0 && (item->keep || line == 1 || line + 1 == lines);
}

/* A copy of a piece in another count of lines; NULL when the text cannot take it. */
static const zt_stream_piece *variant_of(zt_paginator *p, const zt_text_piece *t,
                                         const zt_text *text, double width, int lines)
{
    zt_slot *slots = ZT_ARRAY(p->arena, (size_t)lines, zt_slot);
    for (int i = 0; i < lines; i++)
        slots[i] = (zt_slot){.width = width, .row = (uint16_t)i};
    zt_text_piece *other = ZT_NEW(p->arena, zt_text_piece);
    *other = *t;
    other->piece.own = other;
    other->piece.draw = draw_variant;
    other->para = zt_text_set(p->arena, p->setting->diags, text, slots, 0, (size_t)lines);
    return other->para ? &other->piece : NULL;
}

/* What a count of lines costs above the best, in the score's measure; ZT_PAGES_NEVER for lines that
   would look set wide. */
static int price_of(const zt_way *ways, size_t count, int lines, uint32_t best, int least)
{
    for (size_t i = 0; i < count; i++)
        if (ways[i].lines == lines && ways[i].cost <= WELL_SET)
            return least + (int)((ways[i].cost > best ? ways[i].cost - best : 0) / COST_STEP);
    return ZT_PAGES_NEVER;
}

/* Lets a paragraph take a line less or more where that looks well. Returns its place in the list of
   the segment from 1, 0 when it cannot. */
static uint32_t add_group(zt_paginator *p, zt_segment *segment, zt_text_piece *t,
                          const zt_rich *words, const zt_look *strong, double width)
{
    zt_rich_style style = {.base = &t->look, .strong = strong};
    zt_run *runs = NULL;
    int lines = (int)t->para->line_count;
    if (lines < LEAST_LINES)
        return 0;
    size_t count = zt_rich_runs(p->setting, words, &style, &runs);
    zt_text *text = zt_text_shape(p->arena, p->setting->diags, runs, count, &t->look.para);
    zt_way ways[ZT_WAYS_MOST];
    size_t way_count = zt_text_flows(text) ? zt_text_ways(text, width, ways, p->arena) : 0;
    uint32_t best = ZT_NEVER;
    for (size_t i = 0; i < way_count; i++)
        best = ways[i].cost < best ? ways[i].cost : best;
    zt_pages_group group = {
        .less = price_of(ways, way_count, lines - 1, best, p->style->score.line_less),
        .more = price_of(ways, way_count, lines + 1, best, p->style->score.line_more)};
    if (group.less < ZT_PAGES_NEVER)
        t->piece.shorter = variant_of(p, t, text, width, lines - 1);
    if (group.more < ZT_PAGES_NEVER)
        t->piece.longer = variant_of(p, t, text, width, lines + 1);
    group.less = t->piece.shorter ? group.less : ZT_PAGES_NEVER;
    group.more = t->piece.longer ? group.more : ZT_PAGES_NEVER;
    if (!t->piece.shorter && !t->piece.longer)
        return 0;
    ZT_PUSH(p->arena, &segment->groups, group);
    return (uint32_t)segment->groups.count;
}

/* Notes what a paragraph and its variants are to be set of when pages stand. */
static void wait_for_pages(zt_paginator *p, zt_text_piece *t, const zt_rich *source,
                           const zt_look *strong, double width)
{
    const zt_stream_piece *pieces[] = {&t->piece, t->piece.shorter, t->piece.longer};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        zt_text_piece *one = pieces[i] ? (zt_text_piece *)(uintptr_t)pieces[i]->own : NULL;
        if (!one)
            continue;
        one->source = source;
        one->strong = strong;
        one->width = width;
        ZT_PUSH(p->arena, &p->late, one);
    }
}

void zt_finish_text(zt_paginator *p)
{
    for (size_t i = 0; i < p->late.count; i++) {
        zt_text_piece *t = p->late.items[i];
        zt_rich words = zt_resolve(p, t->source, NULL);
        bool whole = t->piece.draw == draw_variant;
        t->para =
            zt_set_in_lines(p, &words, &t->look, t->strong, t->width, t->para->line_count, whole);
    }
}

static void add_paragraph(zt_paginator *p, zt_stream *s, const zt_block *block,
                          const zt_story_item *item, int columns, bool after_head)
{
    zt_text_piece *t = new_piece(p, draw_lines, item->at);
    zt_look strong = zt_block_look(p->setting, block, "strong");
    zt_note_list called = {0};
    zt_rich words = zt_resolve(p, &item->text, &called);
    t->look = zt_block_look(p->setting, block, "text");
    t->look.para.indent = INDENT;
    t->look.para.leading = p->style->line; /* all lines stand on the grid */
    strong = zt_strong_in(&strong, &t->look);
    t->para = zt_lines_rich(p->setting, &words, &t->look, &strong, zt_text_column(p, columns));
    t->part = "text";
    t->role = ZT_ROLE_P;
    zt_segment *segment = zt_segment_for(p, s, columns);
    size_t first = segment->units.count;
    zt_look *bold = ZT_NEW(p->arena, zt_look); /* lines keep their looks */
    *bold = strong;
    uint32_t group = add_group(p, segment, t, &words, bold, zt_text_column(p, columns));
    for (size_t i = 0; i < t->para->line_count; i++)
        zt_add_unit(p, s,
                    (zt_unit){.piece = &t->piece,
                              .index = i,
                              .rows = 1,
                              .rows_at_top = 1,
                              .columns = columns,
                              .group = group,
                              .inner = i > 0 && i + 1 < t->para->line_count,
                              .with_previous =
                                  keeps(item, i, t->para->line_count) || (i == 0 && after_head)});
    if (zt_is_late(&item->text))
        wait_for_pages(p, t, &item->text, bold, zt_text_column(p, columns));
    if (called.count)
        share_notes(p, segment, first, &item->text, &words, t->para, &called);
    note_mentions(p, segment, first, &item->text, &words, t->para);
}

/* A subhead or byline within the text: whole lines, with what follows. */
static void add_inner_head(zt_paginator *p, zt_stream *s, const zt_block *block,
                           const zt_story_item *item, int columns)
{
    bool byline = item->kind == ZT_STORY_BYLINE;
    zt_text_piece *t = new_piece(p, draw_head, item->at);
    t->piece.kind = t->part = byline ? "byline" : "subhead";
    t->look = zt_block_look(p->setting, block, t->part);
    t->para = zt_lines_rich(p->setting, &item->text, &t->look, NULL, zt_text_column(p, columns));
    t->role = byline ? ZT_ROLE_P : ZT_ROLE_H3;
    int rows = zt_rows_of(p, t->para->height) + (byline ? 0 : 1);
    zt_add_unit(p, s,
                (zt_unit){.piece = &t->piece,
                          .rows = rows,
                          .rows_at_top = byline ? rows : zt_rows_of(p, t->para->height),
                          .columns = columns});
}

/* Reports measure-wide: eyes do not find the next line of Han text so wide. Lines of which a
   paragraph has no more than two are read all the same. */
static void check_measure(zt_paginator *p, const zt_report_part *part, const zt_segment *segment,
                          size_t first, int columns)
{
    const double most = 42; /* em: 28 to 36 read well */
    enum { LINES_READ = 2 };
    double size = p->style->styles.body->size, measure = zt_text_column(p, columns) / size;
    if (measure <= most)
        return;
    for (size_t i = first; i < segment->units.count; i++)
        if (segment->units.items[i].index >= LINES_READ) {
            zt_report(
                p->setting->diags, ZT_WARNING, "measure-wide", part->at,
                "这里一行有 %.0f 字，超过 %.0f 字不易找到下一行；请写 columns=\"2\"",
                "a line holds %.0f characters here; beyond %.0f the next one is hard to find: "
                "use columns=\"2\"",
                measure, most);
            return;
        }
}

void zt_add_text(zt_paginator *p, zt_stream *s, const zt_report_part *part)
{
    const zt_block *block = p->report->blocks[part->block];
    const zt_story *story = block->content;
    int columns = story->columns ? (int)story->columns : s->columns;
    bool after_head = s->after_head;
    zt_lift_heads(p, s, columns);
    const zt_segment *segment = zt_segment_for(p, s, columns);
    size_t first = segment->units.count;
    for (size_t i = 0; i < story->count; i++) {
        const zt_story_item *item = &story->items[i];
        if (item->kind == ZT_STORY_P)
            add_paragraph(p, s, block, item, columns, after_head);
        else if (item->kind != ZT_STORY_JUMP)
            add_inner_head(p, s, block, item, columns);
        after_head = item->kind != ZT_STORY_P || item->keep_next;
    }
    check_measure(p, part, segment, first, columns);
    s->after_head = after_head; /* also behind a last paragraph that keeps to what follows */
    s->after_words = story->count > 0 && story->items[story->count - 1].kind == ZT_STORY_P;
}

/* A lead that stands in the stream: over all columns, in the style of leads. */
void zt_add_lead(zt_paginator *p, zt_stream *s, const zt_report_part *part)
{
    zt_text_piece *t = new_piece(p, draw_lines, part->at);
    zt_rich words = zt_resolve(p, &part->lead, NULL);
    t->look = zt_setting_look(p->setting, "lead");
    t->para = zt_lines_rich(p->setting, &words, &t->look, NULL, zt_text_column(p, 1));
    t->piece.kind = t->part = "lead";
    t->role = ZT_ROLE_P;
    for (size_t i = 0; i < t->para->line_count; i++)
        zt_add_unit(p, s,
                    (zt_unit){.piece = &t->piece,
                              .index = i,
                              .rows = 1,
                              .rows_at_top = 1,
                              .columns = 1,
                              .with_previous = i > 0 || s->after_head});
    s->after_head = false;
}

/* ---- heads of parts ---- */

static zt_role role_of(int level)
{
    static const zt_role roles[] = {ZT_ROLE_H1, ZT_ROLE_H2, ZT_ROLE_H3};
    return roles[level < 1 ? 0 : level > 3 ? 2 : level - 1];
}

/* Number and head over all columns, in as many lines as the level asks for. */
void zt_add_heading(zt_paginator *p, zt_stream *s, const zt_report_part *part)
{
    int at = part->level > ZT_HEADINGS ? ZT_HEADINGS - 1 : part->level - 1;
    const zt_heading_style *style = &p->style->headings[at];
    const zt_part_info *info = zt_info_of(p, part);
    zt_text_piece *t = new_piece(p, draw_head, part->head_at);
    t->piece.part = part;
    t->piece.kind = part->kind == ZT_REPORT_APPENDIX ? "appendix" : "section";
    t->part = "heading";
    t->role = role_of(part->level);
    bool plain = part->kind == ZT_REPORT_APPENDIX; /* set as the contents and the index are */
    t->look =
        zt_setting_look(p->setting, plain ? p->style->styles.toc_head->name : style->style->name);
    t->number_look =
        style->number_style ? zt_setting_look(p->setting, style->number_style->name) : t->look;
    t->number = info->label;
    t->number_room = zt_number_room(p, t->number, &t->number_look, NUMBER_GAP * t->look.text.size,
                                    part->head_at);
    bool spans = s->columns > 1 && style->spans;
    int columns = spans ? 1 : s->columns;
    t->para = zt_lines_plain(p->setting, zt_headline_blanks(p->arena, part->head), part->head_at,
                             &t->look, zt_text_column(p, columns) - t->number_room);
    int more = (int)t->para->line_count - 1;
    int least = zt_rows_of(p, t->para->height);
    int rows =
        plain ? least + 3 : style->lines + zt_rows_of(p, more * t->look.para.leading) * (more > 0);
    zt_add_unit(p, s,
                (zt_unit){.piece = &t->piece,
                          .rows = rows > least ? rows : least,
                          .rows_at_top = rows > least + 1 ? rows - 1 : rows,
                          .columns = columns,
                          .head = true,
                          .spans = spans,
                          .with_previous = s->after_head});
    s->after_head = true;
    s->after_words = false;
}
