/* gen/block/words/story_flow.c — the text of a story in its legs: shaped once, then the lines are
   found that end each leg on its last one (layout/stream.h). Subheads take whole lines of the grid
   and keep two lines of text below them; of the optional paragraphs as many stand as fill the legs.
 */
#include "block/words/story_flow.h"

#include <math.h>

#include "block/words/byline.h"
#include "block/words/wording.h"

/* Blank of a subhead above and below together, of a line; its part above at the head of a column.
 */
static const double SUBHEAD_SPACE = 0.6, ABOVE_AT_TOP = 0.42;
enum { BELOW = 2 };               /* lines of text below a subhead */
static const double JOIN_GAP = 1; /* em before 下转5版 at the end of a line */

/* A part of the text: lines that flow, or words in whole lines. */
typedef struct flow_piece {
    const zt_story_item *item;
    zt_look look;
    const char *part;
    zt_role role;
    zt_para *words; /* of whole lines; NULL: they flow */
    /* Of a jump from another page: its words stand left, the page right. */
    zt_para *beside;
    zt_look beside_look;
    bool joins;   /* at the end of the last line where there is room */
    bool on_grid; /* its lines stand on those of the text */
} flow_piece;

struct zt_story_flow {
    double line, column;  /* points */
    zt_story_looks looks; /* paragraphs keep pointers to them */
    flow_piece *pieces;
    zt_stream_item *stream; /* one a piece */
    size_t count;
    const zt_story_flow *like;  /* at another column; NULL: none */
    const zt_stream_fill *fill; /* NULL: nothing of it can be set */
    int spare;                  /* lines; negative: over */
};

/* ---- pieces ---- */

zt_story_looks zt_story_looks_of(const zt_setting *setting, const zt_block *block)
{
    zt_story_looks looks = {.text = zt_block_look(setting, block, "text"),
                            .subhead = zt_block_look(setting, block, "subhead"),
                            .byline = zt_block_look(setting, block, "byline"),
                            .jump = zt_block_look(setting, block, "jump")};
    zt_look strong = zt_block_look(setting, block, "strong");
    looks.strong = zt_strong_in(&strong, &looks.text);
    looks.text.para.indent = looks.strong.para.indent = ZT_STORY_INDENT;
    return looks;
}

/* On the grid. */
static zt_story_looks looks_of(const zt_setting *setting, const zt_block *block, double line)
{
    zt_story_looks looks = zt_story_looks_of(setting, block);
    looks.text.para.leading = looks.byline.para.leading = line;
    return looks;
}

/* Lines of the grid that words with their white take. */
static int words_rows(const zt_story_flow *t, double height)
{
    const double near = 0.02;
    return (int)zt_max(ceil((height + SUBHEAD_SPACE * t->line) / t->line - near), 1);
}

static double words_height(const flow_piece *piece)
{
    return zt_em_height(piece->words->line_count, piece->look.text.size, piece->look.para.leading);
}

/* Whole lines for the piece's words. */
static zt_stream_item whole_lines(int rows, int stretch, int below)
{
    return (zt_stream_item){.rows = rows, .rows_at_top = rows, .stretch = stretch, .below = below};
}

/* Inline text shaped for lines that flow. */
static zt_text *shape(const zt_setting *setting, const zt_rich *rich, const zt_look *look,
                      const zt_look *strong)
{
    zt_rich_style *style = ZT_NEW(setting->arena, zt_rich_style);
    *style = (zt_rich_style){.base = look, .strong = strong};
    zt_run *runs = NULL;
    size_t count = zt_rich_runs(setting, rich, style, &runs);
    return zt_text_shape(setting->arena, setting->diags, runs, count, &look->para);
}

static void add_subhead(const zt_setting *setting, zt_story_flow *t, const zt_story_item *item,
                        bool first)
{
    zt_wording words = zt_wording_rich(setting, &item->text, &t->looks.subhead, t->column);
    flow_piece piece = {.item = item,
                        .words = words.para,
                        .look = words.look,
                        .part = "subhead",
                        .role = ZT_ROLE_H2};
    if (!words.para)
        return;
    t->stream[t->count] = whole_lines(words_rows(t, words_height(&piece)), first ? 0 : 1, BELOW);
    t->pieces[t->count++] = piece;
}

/* The text of the next piece as it was shaped for another column; NULL: it was not. */
static const zt_text *shaped_before(const zt_story_flow *t, const zt_story_item *item)
{
    const zt_story_flow *like = t->like;
    bool same = like && t->count < like->count && like->pieces[t->count].item == item;
    return same ? like->stream[t->count].text : NULL;
}

/* Lines that flow; what cannot, as ruby that takes a step of the grid, stands in whole lines. */
static void add_lines(const zt_setting *setting, zt_story_flow *t, flow_piece piece,
                      const zt_rich *rich, const zt_look *strong)
{
    zt_look *look = ZT_NEW(setting->arena, zt_look);
    *look = piece.look;
    const zt_text *text = shaped_before(t, piece.item);
    text = text ? text : shape(setting, rich, look, strong);
    t->stream[t->count] = (zt_stream_item){.text = text, .optional = piece.item->optional};
    if (!zt_text_flows(text)) {
        piece.words = zt_lines_rich(setting, rich, look, strong, t->column);
        t->stream[t->count] = whole_lines((int)piece.words->line_count, 0, 0);
    }
    t->pieces[t->count++] = piece;
}

/* Names that just fill a line are not broken for the indent's sake. */
static void add_byline(const zt_setting *setting, zt_story_flow *t, const zt_story_item *item)
{
    zt_rich *rich = ZT_NEW(setting->arena, zt_rich);
    *rich = zt_byline_words(setting, ZT_STR(ZT_BYLINE_ORNAMENT), &item->text);
    zt_look look = t->looks.byline;
    double indent = ZT_STORY_INDENT * t->looks.text.text.size;
    zt_para *line = zt_lines_rich(setting, rich, &look, NULL, INFINITY);
    if (indent + line->max_width <= t->column || line->max_width > t->column)
        look.para.indent = look.para.hanging = indent / look.text.size;
    flow_piece piece = {.item = item,
                        .words = zt_lines_rich(setting, rich, &look, NULL, t->column),
                        .look = look,
                        .part = "byline",
                        .role = ZT_ROLE_P,
                        .on_grid = true};
    t->stream[t->count] = whole_lines((int)piece.words->line_count, 0, 1);
    t->pieces[t->count++] = piece;
    t->stream[t->count - 1].keep_next = true;
}

/* 上接: the words that lead on at the left, the page at the right of their first line. */
static void add_from(const zt_setting *setting, zt_story_flow *t, const zt_story_item *item)
{
    zt_look jump = t->looks.jump;
    jump.para.align = ZT_ALIGN_END;
    zt_para *page = zt_lines_plain(setting, item->jump, item->at, &jump, INFINITY);
    double room = t->column - page->max_width - jump.text.size;
    zt_wording words =
        zt_wording_rich(setting, &item->text, &t->looks.subhead, zt_max(room, jump.text.size));
    flow_piece piece = {.item = item,
                        .words = words.para,
                        .look = t->looks.subhead,
                        .part = "jump",
                        .role = ZT_ROLE_H2,
                        .beside = zt_lines_plain(setting, item->jump, item->at, &jump, t->column),
                        .beside_look = jump};
    if (words.para)
        piece.look = words.look;
    else
        piece.words = zt_lines_plain(setting, (zt_str){0}, item->at, &piece.look, t->column);
    double height = zt_max(words_height(&piece), jump.text.size);
    t->stream[t->count] = whole_lines(words_rows(t, height), 1, BELOW);
    t->pieces[t->count++] = piece;
}

static void add_to(const zt_setting *setting, zt_story_flow *t, const zt_story_item *item)
{
    zt_look look = t->looks.jump;
    look.para.align = ZT_ALIGN_END;
    flow_piece piece = {.item = item,
                        .words = zt_lines_plain(setting, item->jump, item->at, &look, t->column),
                        .look = look,
                        .part = "jump",
                        .role = ZT_ROLE_P,
                        .joins = true};
    t->stream[t->count] = whole_lines(1, 0, 0);
    t->stream[t->count].joins =
        zt_lines_plain(setting, item->jump, item->at, &look, INFINITY)->max_width +
        JOIN_GAP * look.text.size;
    t->pieces[t->count++] = piece;
}

static void add_piece(const zt_setting *setting, zt_story_flow *t, const zt_story_item *item)
{
    switch (item->kind) {
    case ZT_STORY_SUBHEAD:
        add_subhead(setting, t, item, t->count == 0);
        break;
    case ZT_STORY_BYLINE:
        add_byline(setting, t, item);
        break;
    case ZT_STORY_JUMP:
        if (item->from.len)
            add_from(setting, t, item);
        else
            add_to(setting, t, item);
        break;
    case ZT_STORY_P:
        add_lines(
            setting, t,
            (flow_piece){.item = item, .look = t->looks.text, .part = "text", .role = ZT_ROLE_P},
            &item->text, &t->looks.strong);
        break;
    }
}

/* ---- filling ---- */

zt_story_flow *zt_story_flow_of(const zt_setting *setting, const zt_block *block, double line,
                                double column, const zt_story_flow *like)
{
    const zt_story *content = block->content;
    zt_arena *arena = setting->arena;
    zt_story_flow *t = ZT_NEW(arena, zt_story_flow);
    t->line = line;
    t->column = column;
    t->like = like;
    t->looks = looks_of(setting, block, line);
    t->pieces = ZT_ARRAY(arena, content->count + 1, flow_piece);
    t->stream = ZT_ARRAY(arena, content->count + 1, zt_stream_item);
    for (size_t i = 0; i < content->count; i++)
        add_piece(setting, t, &content->items[i]);
    return t;
}

/* Lines that the pieces need at least, when no leg could hold any. */
static int lines_wanted(const zt_story_flow *t)
{
    int lines = 0;
    for (size_t i = 0; i < t->count; i++)
        lines += t->stream[i].text ? 1 : t->stream[i].rows;
    return lines;
}

int zt_story_flow_fill(const zt_setting *setting, zt_story_flow *t, const zt_slot *slots,
                       size_t count)
{
    t->fill = zt_stream_fill_slots(setting->arena, t->stream, t->count, slots, count);
    if (!t->fill)
        t->spare = t->count > 0 ? -lines_wanted(t) : 0;
    else
        t->spare = t->fill->over > 0 ? -t->fill->over : t->fill->empty - t->fill->over;
    return t->spare;
}

/* ---- counts, for those who choose frames ---- */

uint32_t zt_story_flow_cost(const zt_story_flow *text)
{
    return text->fill ? text->fill->cost : ZT_NEVER;
}

zt_stream_ways zt_story_flow_ways(const zt_setting *setting, const zt_story_flow *text)
{
    return zt_stream_ways_of(setting->arena, text->stream, text->count, text->column);
}

int zt_story_lines_of(const zt_setting *setting, const zt_block *block, zt_str words, double line,
                      double measure)
{
    zt_story_looks looks = looks_of(setting, block, line);
    zt_para *para = zt_lines_plain(setting, words, block->at, &looks.text, measure);
    return para ? (int)para->line_count : 0;
}

/* ---- findings ---- */

/* Optional paragraphs that took no line. */
static void report_dropped(const zt_setting *s, const zt_story_flow *t)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->stream[i].optional && t->fill->spans[i].count == 0)
            zt_report(s->diags, ZT_NOTE, "paragraph-dropped", t->pieces[i].item->at,
                      "这一段可省，没有排：省去它，各栏才排得下或排得满",
                      "this optional paragraph is left out: without it the columns are filled");
}

/* ---- drawing ---- */

/* Of the slots that the piece takes, in the frame of the story. */
static zt_rect piece_box(const zt_story_flow *t, size_t i)
{
    const zt_stream_span *span = &t->fill->spans[i];
    zt_rect box = {0};
    for (size_t k = span->first; k < span->first + span->count; k++) {
        const zt_slot *slot = &t->fill->slots[k];
        box = zt_rect_union(box, (zt_rect){slot->x, slot->row * t->line, slot->width, t->line});
    }
    return box;
}

/* How far words stand below the top of so many lines within a column: of the white between their em
   boxes and those of the text around them two thirds are above, as in graphics. */
static double drop_within(const zt_story_flow *t, const flow_piece *piece, size_t rows)
{
    double own = t->looks.text.text.size, between = t->line - own;
    double white = (double)rows * t->line + between - words_height(piece);
    return zt_max(2 * white / 3 - between / 2, 0);
}

/* Nearer to the text below it. */
static void place_words(const zt_setting *setting, const zt_story_flow *t, const flow_piece *piece,
                        const zt_stream_span *span, zt_group *part)
{
    bool top = t->fill->slots[span->first].flags & ZT_SLOT_FIRST;
    double spare = (double)span->count * t->line - words_height(piece);
    double y = piece->on_grid ? 0.5 * spare
               : top          ? ABOVE_AT_TOP * spare
                              : drop_within(t, piece, span->count);
    zt_lines_place(setting, piece->words, &piece->look, part, (zt_point){0, y},
                   piece->look.para.leading);
    if (!piece->beside)
        return;
    double baseline = zt_lines_baseline(piece->words, &piece->look);
    baseline = baseline < 0 ? ZT_EM_TOP * piece->look.text.size : baseline;
    double own = zt_lines_baseline(piece->beside, &piece->beside_look);
    zt_lines_place(setting, piece->beside, &piece->beside_look, part,
                   (zt_point){0, y + baseline - own}, piece->beside_look.para.leading);
}

/* The slot that the jump stands in: its own, or that of the last line of all. */
static const zt_slot *jump_slot(const zt_story_flow *t, size_t i)
{
    const zt_stream_span *span = &t->fill->spans[i];
    if (span->count > 0)
        return &t->fill->slots[span->first];
    for (size_t k = i; k-- > 0;)
        if (t->fill->spans[k].count > 0)
            return &t->fill->slots[t->fill->spans[k].first + t->fill->spans[k].count - 1];
    return NULL;
}

/* On the baseline of the text beside it. */
static void place_jump(const zt_setting *setting, const zt_story_flow *t, size_t i, zt_group *into)
{
    const flow_piece *piece = &t->pieces[i];
    const zt_slot *slot = jump_slot(t, i);
    if (!slot)
        return;
    double size = t->looks.text.text.size;
    zt_rect box = {slot->x, slot->row * t->line, slot->width, t->line};
    zt_group *part =
        zt_scene_add_part(setting->scene, into, piece->item->at, piece->part, piece->role, box);
    zt_para_place(piece->words, setting->scene, part, 0,
                  (t->line - size) / 2 + ZT_EM_TOP * size - piece->words->lines[0].baseline, 0,
                  SIZE_MAX);
}

static void place_piece(const zt_setting *setting, const zt_story_flow *t, size_t i,
                        const zt_para *para, zt_group *into)
{
    const flow_piece *piece = &t->pieces[i];
    if (piece->joins) {
        place_jump(setting, t, i, into);
        return;
    }
    if (t->fill->spans[i].count == 0)
        return;
    zt_group *part = zt_scene_add_part(setting->scene, into, piece->item->at, piece->part,
                                       piece->role, piece_box(t, i));
    if (piece->words)
        place_words(setting, t, piece, &t->fill->spans[i], part);
    else if (para)
        zt_para_place(para, setting->scene, part, -part->dx, -part->dy, 0, SIZE_MAX);
}

void zt_story_flow_place(const zt_setting *setting, const zt_story_flow *t, zt_group *into)
{
    if (!t->fill)
        return;
    report_dropped(setting, t);
    zt_para **paras = zt_stream_set(setting->arena, setting->diags, t->stream, t->count, t->fill);
    for (size_t i = 0; i < t->count; i++)
        place_piece(setting, t, i, paras[i], into);
}
