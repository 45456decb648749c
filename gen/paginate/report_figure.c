/* gen/paginate/report_figure.c — charts, photographs, tables and all other blocks in a report:
   planned at the width of their columns, with number and caption, floating or in the stream. Long
   tables are torn between rows, with their heads repeated. */
#include "paginate/paginate_imp.h"

#include <string.h>

#include "model/chart_data.h"

static const double SOURCE_GAP = ZT_MM(1.2); /* from the foot of a caption up to its source */
static const double CAPTION_GAP = ZT_MM(2), RULE = ZT_MM(0.5), HAIRLINE = ZT_MM(0.12);
enum { AIR = 1 };                   /* lines above and below a figure in the stream */
static const double NUMBER_GAP = 1; /* em, between number and caption */
static const char RULE_INK[] = "key";

/* A block with its caption, at the width of its columns. Points. */
typedef struct figure_piece {
    zt_stream_piece piece;
    const zt_plan *plan;
    zt_torn_block *torn; /* entries over pages; NULL: whole, or the kind itself parts its rows */
    bool table, above;   /* a table; its caption stands above it, as that of what is torn does */
    double width;
    bool in_columns; /* of several: what goes on may do so on the same page */
    double bar;      /* above the figure, with the gap below it */
    /* Number and caption on one line or several; empty without. */
    zt_str number;
    zt_look number_look, caption_look;
    zt_para *caption;
    double number_room, caption_height; /* with its rules and gaps */
    /* Where the data of a chart come from, below the caption; NULL: it is not said. */
    zt_look source_look;
    zt_para *source;
    zt_look continued;
    size_t count; /* units of what is torn; 0: whole */
    int *lines;   /* of its first 0, 1, ... units in one part, which never fall */
} figure_piece;

/* ---- captions ---- */

/* source= of a chart's data. */
static zt_str source_of(const zt_paginator *p, const zt_report_part *part)
{
    const zt_chart_data *chart = zt_content_of(&p->report->doc->blocks[part->block], "chart");
    return chart ? chart->source : (zt_str){0};
}

/* 资料来源：…, as the theme words it. */
static void set_source(zt_paginator *p, figure_piece *f, const zt_report_part *part)
{
    zt_str source = source_of(p, part);
    const char *pattern = p->setting->template_->theme->credit_source;
    if (source.len == 0)
        return;
    f->source_look = zt_setting_look(p->setting, p->style->styles.source->name);
    zt_str words = zt_fill_in(p->arena, zt_str_from(pattern), source);
    f->source = zt_lines_plain(p->setting, words, part->at, &f->source_look, f->width);
    f->caption_height += f->source->height;
}

/* The words of a caption behind its number, in looks that are set. */
static void set_number(zt_paginator *p, figure_piece *f, zt_str words)
{
    double size = f->caption_look.text.size;
    f->number_room = zt_number_room(p, f->number, &f->number_look, NUMBER_GAP * size, f->piece.at);
    f->caption =
        zt_lines_plain(p->setting, words, f->piece.at, &f->caption_look, f->width - f->number_room);
    size_t lines = f->caption->line_count ? f->caption->line_count : 1;
    f->caption_height =
        zt_em_height(lines, size, f->caption_look.para.leading) + (f->above ? 1 : 2) * CAPTION_GAP;
}

/* Blocks without number print as in graphics. */
static void set_caption(zt_paginator *p, figure_piece *f, const zt_report_part *part)
{
    const zt_report_styles *styles = &p->style->styles;
    f->number = zt_info_of(p, part)->label;
    f->continued = zt_setting_look(p->setting, styles->continued->name);
    if (f->number.len == 0)
        return;
    const zt_style *style = f->above ? styles->table_caption : styles->caption;
    f->caption_look = zt_setting_look(p->setting, style->name);
    f->number_look = f->above ? f->caption_look : zt_setting_look(p->setting, styles->number->name);
    set_number(p, f, zt_block_head(&p->report->doc->blocks[part->block]));
    if (!f->table)
        set_source(p, f, part);
}

/* Number and words at y, the words as far right of it as they need. */
static void draw_caption(zt_paginator *p, const figure_piece *f, zt_group *into, double y,
                         bool again)
{
    double height = f->caption_height;
    zt_group *part = zt_scene_add_part(p->scene, into, f->piece.at, "caption", ZT_ROLE_CAPTION,
                                       (zt_rect){0, y, f->width, height});
    double base = ZT_EM_TOP * f->caption_look.text.size;
    zt_text_place(p->setting->diags, p->scene, part, f->number, &f->number_look.text,
                  &f->number_look.para, ZT_ALIGN_START, 0, base, f->piece.at);
    zt_lines_place(p->setting, f->caption, &f->caption_look, part, (zt_point){f->number_room, 0},
                   f->caption_look.para.leading);
    if (f->source)
        zt_lines_place(p->setting, f->source, &f->source_look, part,
                       (zt_point){0, height - f->source->height - SOURCE_GAP},
                       f->source_look.para.leading);
    if (again) {
        double x = f->number_room + f->caption->max_width;
        zt_text_place(p->setting->diags, p->scene, part,
                      zt_str_from(ZT_IN(p->setting->language, "（续）", " (continued)")),
                      &f->caption_look.text, &f->caption_look.para, ZT_ALIGN_START, x, base,
                      f->piece.at);
    }
}

/* A horizontal rule over the width. */
static void draw_rule(zt_paginator *p, const figure_piece *f, zt_group *into, double y,
                      double weight)
{
    zt_group *part = zt_scene_add_part(p->scene, into, f->piece.at, "rule", ZT_ROLE_ARTIFACT,
                                       (zt_rect){0, y, f->width, weight});
    zt_scene_rule(p->scene, part, f->piece.at, (zt_point){0, weight / 2},
                  (zt_point){f->width, weight / 2}, weight,
                  ZT_SOLID(zt_setting_ink(p->setting, RULE_INK)));
}

/* Of the notes below some rows of a table: the rule that closes these stands above them. */
static double notes_height(const figure_piece *f, size_t first, size_t end)
{
    const zt_plan *plan = f->plan;
    const zt_block_kind *kind = plan->block->kind;
    if (!f->table || plan->unit_count == 0)
        return 0;
    double height = kind->part_height(plan, first, end) - kind->part_height(plan, 0, 0);
    for (size_t i = first; i < end; i++)
        height -= plan->units[i];
    return height;
}

/* ---- whole blocks ---- */

/* The lines above and below a figure are air, as far as the frame has them: one of two stands
 * above. */
static zt_rect without_air(const zt_paginator *p, zt_rect frame, double height)
{
    const double near = 1e-3;
    double line = p->style->line, spare = frame.h - height;
    double above = spare > 2 * line - near ? line : 0, below = spare > line - near ? line : 0;
    return (zt_rect){frame.x, frame.y + above, frame.w, frame.h - above - below};
}

/* Bar, block, and below a hairline its number and caption, closed by another. */
static void draw_figure(zt_paginator *p, const zt_stream_piece *piece, size_t first, size_t end,
                        zt_rect frame, zt_group *into)
{
    const figure_piece *f = piece->own;
    (void)first;
    (void)end;
    frame = without_air(p, frame, f->bar + f->caption_height + f->plan->extent.height);
    double above = f->bar + (f->table ? f->caption_height : 0);
    double below = f->table ? 0 : f->caption_height, height = f->plan->extent.height;
    double spare = zt_max(frame.h - above - below - height, 0);
    height = zt_min(height + spare, f->plan->extent.ceiling);
    const zt_setting *s = p->setting;
    zt_group *around = zt_scene_add_group(p->scene, into, piece->at, frame.x, frame.y);
    around->item.box = frame;
    around->role = ZT_ROLE_SECT;
    around->flow = piece->flow;
    if (f->bar > 0)
        zt_scene_fill_rect(p->scene,
                           zt_scene_add_part(p->scene, around, piece->at, "bar", ZT_ROLE_ARTIFACT,
                                             (zt_rect){0, 0, f->width, p->style->floats.bar}),
                           piece->at, (zt_rect){0, 0, f->width, p->style->floats.bar},
                           ZT_SOLID(p->style->floats.bar_ink));
    if (f->table && f->number.len) {
        draw_caption(p, f, around, f->bar, false);
        draw_rule(p, f, around, above - RULE, RULE);
    }
    zt_plan_place_block(f->plan, s, (zt_rect){0, above, f->width, height}, around);
    if (f->table && f->number.len)
        draw_rule(p, f, around, above + height - notes_height(f, 0, f->plan->unit_count), RULE);
    if (f->table || f->number.len == 0)
        return;
    double y = above + height + CAPTION_GAP / 2;
    draw_rule(p, f, around, y, HAIRLINE);
    draw_caption(p, f, around, y + CAPTION_GAP, false);
}

/* ---- torn tables and lines of code ---- */

/* Of some units with the heads that are repeated above them. */
static double units_height(zt_paginator *p, const figure_piece *f, size_t first, size_t end)
{
    return f->torn ? zt_torn_block_height(p, f->torn, first, end)
                   : f->plan->block->kind->part_height(f->plan, first, end);
}

/* From the rule of a caption to a block that is no table. */
static double white_above(const figure_piece *f)
{
    return f->torn && f->number.len > 0 ? CAPTION_GAP : 0;
}

/* Of a part: caption and heads, some units, and below those of all but code a rule, below all of
   its parts but the last the words that it goes on. */
static double part_height(zt_paginator *p, const figure_piece *f, size_t first, size_t end,
                          bool goes_on)
{
    double height = f->caption_height + units_height(p, f, first, end) + white_above(f);
    height += f->torn ? CAPTION_GAP : 0; /* to the rule below */
    return height + (f->above ? RULE : 0) + (f->above && goes_on ? f->continued.para.leading : 0);
}

static int part_rows(zt_paginator *p, const figure_piece *f, size_t first, size_t end)
{
    return zt_rows_of(p, part_height(p, f, first, end, true));
}

/* What each unit adds to the part before it. */
static void count_lines(zt_paginator *p, figure_piece *f)
{
    f->lines = ZT_ARRAY(p->arena, f->count + 1, int);
    for (size_t i = 0; i < f->count; i++) {
        size_t from = f->torn ? zt_torn_block_window(i) : 0;
        int before = i > from ? part_rows(p, f, from, i) : 0;
        int more = part_rows(p, f, from, i + 1) - before;
        int least = f->torn ? 1 : 0;
        f->lines[i + 1] = f->lines[i] + (more > least ? more : least);
    }
}

/* Lines of a row where a part begins with it: as many as the part needs above what its further rows
   add, wherever it ends. */
static int rows_at_top(zt_paginator *p, const figure_piece *f, size_t row)
{
    int most = 1, before = f->lines[row + 1];
    for (size_t end = row + 1; end <= f->count; end++) {
        int lines = part_rows(p, f, row, end);
        bool over = lines > p->rows && end > row + 1; /* it is enough that it does not fit */
        int needed = (over ? p->rows + 1 : lines) - (f->lines[end] - before);
        most = needed > most ? needed : most;
        if (lines > p->rows)
            break;
    }
    return most;
}

/* The rule that closes a part, above its notes; 下页续 below all but the last. */
static void close_part(zt_paginator *p, const figure_piece *f, zt_group *around, double y,
                       double notes, bool last)
{
    if (!last || f->table || f->number.len > 0)
        draw_rule(p, f, around, y - notes, last ? RULE : HAIRLINE);
    if (last)
        return;
    zt_pos at = f->piece.at;
    zt_group *foot = zt_scene_add_part(p->scene, around, at, "continued", ZT_ROLE_ARTIFACT,
                                       (zt_rect){0, y, f->width, f->continued.para.leading});
    zt_text_place(
        p->setting->diags, p->scene, foot,
        zt_str_from(f->in_columns
                        ? ZT_IN(p->setting->language, "下栏续", "continued in the next column")
                        : ZT_IN(p->setting->language, "下页续", "continued overleaf")),
        &f->continued.text, &f->continued.para, ZT_ALIGN_END, f->width,
        (f->continued.para.leading + f->continued.text.size) / 2, at);
}

/* The element of which a part's group holds a piece: not the ground that it lies on. */
static zt_group *element_of(zt_group *part)
{
    for (zt_item *item = part->first; item; item = item->next)
        if (item->kind == ZT_ITEM_GROUP && ((zt_group *)item)->role != ZT_ROLE_ARTIFACT)
            return (zt_group *)item;
    return part;
}

/* The line above what begins behind text, where the frame has it. */
static zt_rect below_air(const zt_paginator *p, zt_rect frame, double height)
{
    const double near = 1e-3;
    double air = AIR * p->style->line, above = frame.h - height > air - near ? air : 0;
    return (zt_rect){frame.x, frame.y + above, frame.w, frame.h - above};
}

/* Caption, heads and some rows. */
static void draw_rows(zt_paginator *p, const zt_stream_piece *piece, size_t first, size_t end,
                      zt_rect frame, zt_group *into)
{
    const figure_piece *f = piece->own;
    double height = units_height(p, f, first, end), y = f->caption_height;
    double foot = y + white_above(f) + height + (f->torn ? CAPTION_GAP : 0);
    if (first == 0)
        frame = below_air(p, frame, part_height(p, f, first, end, true));
    zt_group *around = zt_scene_add_group(p->scene, into, piece->at, frame.x, frame.y);
    around->item.box = frame;
    around->role = ZT_ROLE_SECT;
    if (f->number.len) {
        draw_caption(p, f, around, 0, first > 0);
        draw_rule(p, f, around, y - RULE, RULE);
    }
    around->flow = piece->flow;
    zt_rect box = {0, y + white_above(f), f->width, height};
    zt_group *part = f->torn ? zt_torn_block_place(p, f->torn, first, end, box, around)
                             : zt_plan_place_part(f->plan, p->setting, first, end, box, around);
    part->flow = piece->flow + 1;
    if (!f->torn)
        element_of(part)->flow = piece->flow + 2;
    if (f->above)
        close_part(p, f, around, foot, notes_height(f, first, end), end == f->count);
}

/* Two rows stay at each end, in a table a band with the two rows below it. */
static bool row_keeps(const figure_piece *f, size_t i)
{
    const zt_table_content *table = f->table ? f->plan->block->content : NULL;
    bool ends = i == 1 || i + 1 == f->count;
    bool below =
        table && ((i > 0 && table->rows[i - 1].band) || (i > 1 && table->rows[i - 2].band));
    return i > 0 && (ends || below);
}

/* Reports table-row-high for a row that no page can hold. */
static void check_row(zt_paginator *p, const figure_piece *f, size_t i)
{
    const zt_table_content *table = f->plan->block->content;
    if (!f->above || part_rows(p, f, i, i + 1) <= p->rows)
        return;
    if (f->table)
        zt_report(p->setting->diags, ZT_ERROR, "table-row-high", table->rows[i].at,
                  "表的这一行比一页还高；请把文字分成几行",
                  "this row is higher than a page; part its words over several rows");
    else
        zt_report(p->setting->diags, ZT_ERROR, "block-too-high", f->piece.at,
                  "其中第 %zu 项比一页还高；请把它分成几项",
                  "its item %zu is higher than a page; part it into several",
                  zt_torn_block_entry(f->torn, i) + 1);
}

/* Heads have their white below them. */
static int air_above(const zt_stream *s)
{
    return s->after_head && !s->after_words ? 0 : AIR;
}

static void add_rows(zt_paginator *p, zt_stream *s, figure_piece *f, int columns)
{
    enum { GROUPS = 3 }; /* the figure, its block, the table or the code in it */
    f->piece.draw = draw_rows;
    f->piece.flow = p->flows + 1;
    p->flows += GROUPS;
    f->count = f->torn ? zt_torn_block_units(f->torn) : f->plan->unit_count;
    count_lines(p, f);
    for (size_t i = 0; i < f->count; i++) {
        int rows = f->lines[i + 1] - f->lines[i];
        int at_top = rows_at_top(p, f, i);
        check_row(p, f, i);
        zt_add_unit(p, s,
                    (zt_unit){.piece = &f->piece,
                              .index = i,
                              .rows = i ? rows : at_top + air_above(s),
                              .rows_at_top = at_top,
                              .columns = columns,
                              .figure = true,
                              .torn = i > 0,
                              .with_previous = row_keeps(f, i) || (i == 0 && s->after_head)});
    }
    s->after_head = false;
}

/* ---- blocks of the document ---- */

/* The head of a numbered block is its caption: it is not printed a second time. */
static const zt_block *uncaptioned(zt_paginator *p, const zt_report_part *part)
{
    zt_block *block = ZT_NEW(p->arena, zt_block);
    *block = *p->report->blocks[part->block];
    if (zt_info_of(p, part)->label.len > 0)
        block->content = zt_with_head(p->arena, block->name, block->content, ZT_STR(""));
    return block;
}

/* Lines that a plan takes with its caption, roughly: what decides whether it has to be set smaller.
 */
static int plan_rows(const zt_paginator *p, const zt_plan *plan)
{
    const double caption = 2; /* lines of the grid */
    return zt_rows_of(p, plan->extent.height + caption * p->style->line);
}

/* A block higher than a page is set with less leading, then in smaller sizes, down to the floors of
   its styles, as a graphic is on a full page. */
static const zt_plan *fitted_plan(zt_paginator *p, const zt_block *block, double width)
{
    enum { STEPS_MOST = 24 }; /* of a quarter point */
    const zt_plan *plan = zt_block_plan(p->setting, block, width);
    bool torn = block->kind->part_height != NULL;
    zt_setting tight = *p->setting;
    tight.fit.leading = 0;
    for (int step = 0; step <= STEPS_MOST && !torn && plan_rows(p, plan) > p->rows; step++) {
        tight.fit.size_steps = step;
        plan = zt_block_plan(&tight, block, width);
    }
    return plan;
}

/* Planned once for all passes. */
static const zt_plan *plan_of(zt_paginator *p, const zt_report_part *part, int columns)
{
    zt_part_info *info = zt_info_of(p, part);
    if (!info->plan || info->plan_columns != columns) {
        info->plan = fitted_plan(p, uncaptioned(p, part), zt_text_column(p, columns));
        info->plan_columns = columns;
        info->torn = NULL;
    }
    return info->plan;
}

static bool floats(const zt_paginator *p, const zt_report_part *part, const zt_block *block)
{
    if (part->placing == ZT_FLOAT_HEAD || part->placing == ZT_FLOAT_FOOT)
        return true;
    return part->placing == ZT_FLOAT_AS_TEMPLATE &&
           zt_str_in_words(zt_str_from(block->name), p->style->floats.select);
}

/* Reports block-too-high for what no page can hold. */
static void check_height(zt_paginator *p, const figure_piece *f, const zt_report_part *part,
                         int rows)
{
    const zt_block *block = f->plan->block;
    bool parts = block->kind->part_height || zt_entry_count(block->name, block->content) > 1;
    if (rows <= p->rows)
        return;
    if (part->keep && parts)
        zt_report(p->setting->diags, ZT_ERROR, "block-too-high", part->at,
                  "这里要 %d 行，一页只有 %d 行；请删去 keep=\"yes\"，让它排到几页",
                  "this takes %d lines, a page has %d; delete keep=\"yes\" to let it go over pages",
                  rows, p->rows);
    else
        zt_report(
            p->setting->diags, ZT_ERROR, "block-too-high", part->at,
            "这里要 %d 行，一页只有 %d 行；请加 wide=\"yes\"、减少内容或换一种形式",
            "this takes %d lines, a page has %d; use wide=\"yes\", less content or another form",
            rows, p->rows);
}

/* In the order of mentions, which the solver asks for; a mention in an earlier segment lets it
   stand anywhere in this one. */
static void add_float(zt_paginator *p, zt_segment *segment, figure_piece *f,
                      const zt_report_part *part, int least)
{
    int rows = least + AIR <= p->rows ? least + AIR : least;
    const zt_part_info *info = zt_info_of(p, part);
    size_t mention = segment->units.count - 1;
    if (info->mention != ZT_NO_UNIT)
        mention = info->mention_in == segment ? info->mention : 0;
    zt_float one = {.piece = &f->piece,
                    .rows = rows,
                    .air = rows > least ? AIR : 0,
                    .head = part->placing == ZT_FLOAT_HEAD,
                    .foot = part->placing == ZT_FLOAT_FOOT,
                    .mention = mention,
                    .across =
                        segment->columns > 1 && f->width > zt_text_column(p, segment->columns)};
    f->piece.flow = ++p->flows;
    ZT_PUSH(p->arena, &segment->floats, one);
    for (size_t i = segment->floats.count - 1; i > 0; i--) {
        zt_float *a = &segment->floats.items[i - 1], *b = &segment->floats.items[i], swap = *a;
        if (a->mention <= b->mention)
            break;
        *a = *b;
        *b = swap;
    }
}

/* Figures float in text, not among figures and heads alone. */
static bool has_text(const zt_segment *segment)
{
    for (size_t i = 0; i < segment->units.count; i++)
        if (!segment->units.items[i].figure && !segment->units.items[i].head)
            return true;
    return false;
}

/* Reports float-wide: what goes over all columns stands below what is written before it, or at the
   head of the next page. */
static void check_wide(zt_paginator *p, const zt_report_part *part)
{
    if (part->placing == ZT_FLOAT_HEAD || part->placing == ZT_FLOAT_FOOT)
        zt_report(p->setting->diags, ZT_WARNING, "float-wide", part->at,
                  "横跨各栏的图表排在前文之下，或下页之首；float=\"%s\" 不起作用，请删去",
                  "what goes over all columns stands below what is before it, or heads the next "
                  "page; float=\"%s\" does nothing, delete it",
                  part->placing == ZT_FLOAT_HEAD ? "head" : "foot");
}

/* A figure stands where it is written, or floats from its first mention, else from there. */
static void add_whole(zt_paginator *p, zt_stream *s, figure_piece *f, const zt_report_part *part,
                      int columns)
{
    f->piece.draw = draw_figure;
    int least = zt_rows_of(p, f->bar + f->caption_height + f->plan->extent.height);
    int rows = least + AIR;
    check_height(p, f, part, least);
    zt_segment *segment = s->segments.count ? s->segments.items[s->segments.count - 1] : NULL;
    bool stands = segment && segment->columns == columns && has_text(segment);
    bool wide = s->columns > 1 && columns == 1, floating = floats(p, part, f->plan->block);
    if (wide)
        check_wide(p, part);
    if (stands && floating && !wide) {
        add_float(p, segment, f, part, least);
        return;
    }
    zt_add_unit(p, s,
                (zt_unit){.piece = &f->piece,
                          .rows = rows + air_above(s),
                          .rows_at_top = rows < p->rows ? rows : least,
                          .columns = columns,
                          .figure = true,
                          .alone = part->placing == ZT_FLOAT_PAGE,
                          .may_wait = wide && floating && !s->after_head,
                          .with_previous = s->after_head});
    s->after_head = false;
}

/* Over all columns as the document, the template or, of a graphic, its own template wants it. */
static bool is_wide(const zt_paginator *p, const zt_stream *s, const zt_report_part *part)
{
    const double near = 0.5; /* points: millimetres are rounded */
    const zt_content_block *block = &p->report->doc->blocks[part->block];
    const zt_set_graphic *graphic = zt_setting_graphic(p->setting, block->content);
    return part->wide || part->placing == ZT_FLOAT_PAGE ||
           zt_str_in_words(zt_str_from(block->name), p->style->wide) ||
           (graphic && graphic->own_width > zt_text_column(p, s->columns) + near);
}

/* Whether a block of so many lines is parted: what is higher than a page, or long and split="yes".
 */
static bool is_parted(const zt_paginator *p, const zt_report_part *part, int rows)
{
    return !part->keep && (rows > p->rows || (part->split && rows > p->rows / 2));
}

/* Whether the kind itself parts it: code always. Fewer than four units stay whole, for two stay at
   either end. */
static bool has_torn_rows(const zt_paginator *p, const figure_piece *f, const zt_report_part *part,
                          int rows)
{
    enum { UNITS_LEAST = 4 };
    bool parts = f->plan->block->kind->part_height && f->plan->unit_count >= UNITS_LEAST;
    return parts && !part->keep && (!f->table || is_parted(p, part, rows));
}

/* The entries of a block that is parted, kept from pass to pass; NULL: it stays whole. */
static zt_torn_block *torn_of(zt_paginator *p, const figure_piece *f, const zt_report_part *part,
                              int rows)
{
    zt_part_info *info = zt_info_of(p, part);
    if (f->plan->block->kind->part_height || !is_parted(p, part, rows))
        return NULL;
    if (!info->torn)
        info->torn = zt_torn_block_make(p, f->plan->block, f->width, rows / p->rows + 1);
    return info->torn;
}

/* Whether a table that is higher than a page runs in the columns of the text though the template
   sets tables over all: none of its rows is higher there. Found once for all passes. */
static bool suits_columns(zt_paginator *p, const zt_stream *s, const zt_report_part *part)
{
    const double near = 1e-3;
    zt_part_info *info = zt_info_of(p, part);
    bool table = strcmp(p->report->doc->blocks[part->block].name, "table") == 0;
    bool asks = part->wide || part->keep || part->placing != ZT_FLOAT_AS_TEMPLATE;
    if (!table || asks || s->columns == 1 || info->in_columns != 0)
        return info->in_columns > 0;
    const zt_plan *wide = plan_of(p, part, 1), *narrow = NULL;
    bool suits = plan_rows(p, wide) > p->rows;
    if (suits)
        narrow = zt_block_plan(p->setting, wide->block, zt_text_column(p, s->columns));
    suits = suits && !narrow->cramped && narrow->unit_count == wide->unit_count;
    for (size_t i = 0; suits && i < wide->unit_count; i++)
        suits = narrow->units[i] <= wide->units[i] + near;
    info->in_columns = suits ? 1 : -1;
    return suits;
}

void zt_add_block(zt_paginator *p, zt_stream *s, const zt_report_part *part)
{
    bool wide = is_wide(p, s, part) && !suits_columns(p, s, part);
    int columns = wide ? 1 : s->columns;
    zt_lift_heads(p, s, columns);
    figure_piece *f = ZT_NEW(p->arena, figure_piece);
    f->plan = plan_of(p, part, columns);
    f->table = strcmp(f->plan->block->name, "table") == 0;
    f->width = zt_text_column(p, columns);
    f->in_columns = columns > 1;
    f->piece =
        (zt_stream_piece){.kind = f->plan->block->name, .own = f, .at = part->at, .part = part};
    if (strcmp(f->plan->block->name, "chart") == 0 && p->style->floats.bar > 0)
        f->bar = p->style->floats.bar + CAPTION_GAP;
    f->above = f->table;
    set_caption(p, f, part);
    int rows = zt_rows_of(p, f->caption_height + f->plan->extent.height);
    f->torn = torn_of(p, f, part, rows);
    if (f->torn) {
        f->above = true;
        set_caption(p, f, part);
    }
    if (f->torn || has_torn_rows(p, f, part, rows))
        add_rows(p, s, f, columns);
    else
        add_whole(p, s, f, part, columns);
}

/* ---- tables that the program makes ---- */

void zt_add_made_table(zt_paginator *p, zt_stream *s, const zt_block *block, zt_str number,
                       zt_str caption)
{
    figure_piece *f = ZT_NEW(p->arena, figure_piece);
    const zt_style *style = p->style->styles.table_caption;
    f->table = f->above = true;
    f->width = zt_text_column(p, s->columns);
    f->in_columns = s->columns > 1;
    f->plan = zt_block_plan(p->setting, block, f->width);
    f->piece = (zt_stream_piece){.kind = "data", .own = f, .at = block->at};
    f->number = number;
    f->caption_look = f->number_look = zt_setting_look(p->setting, style->name);
    f->continued = zt_setting_look(p->setting, p->style->styles.continued->name);
    set_number(p, f, caption);
    double height = f->caption_height + f->plan->extent.height + AIR * p->style->line;
    if (zt_rows_of(p, height) > p->rows / 2 && f->plan->unit_count > 3) {
        add_rows(p, s, f, s->columns);
        return;
    }
    f->piece.draw = draw_figure;
    zt_add_unit(p, s,
                (zt_unit){.piece = &f->piece,
                          .rows = zt_rows_of(p, height),
                          .rows_at_top = zt_rows_of(p, height),
                          .columns = s->columns,
                          .figure = true,
                          .with_previous = s->after_head});
    s->after_head = false;
}
