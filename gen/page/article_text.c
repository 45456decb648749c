/* The text of a story in its legs. Paragraphs are broken for the measure of a leg; subheads take
   whole lines and keep two lines of text below them; of the optional paragraphs as many stand as
   fill the legs to their last line. */
#include <math.h>

#include "base/utf8.h"
#include "block/words/byline.h"
#include "page/page_imp.h"

static const double INDENT = 2; /* em, of a paragraph */
/* Blank of a subhead above and below together, of a line; its part above, in a column and at the
   head of one. */
static const double SUBHEAD_SPACE = 0.6, ABOVE = 0.58, ABOVE_AT_TOP = 0.42;
/* Optional paragraphs of which every choice is counted; of more the last go first. */
enum { CHOICES_MOST = 12, TRIES_MOST = 24, SHORT_MOST = 6 };

/* A part of the text that was set, and its units. */
typedef struct article_piece {
    const zt_story_item *item;
    zt_para *para;
    zt_look look;
    const char *part;
    zt_role role;
    bool head, joins;
    /* Of a jump from another page: its words stand left, the page right. */
    zt_para *beside;
    zt_look beside_look;
    int rows;            /* of all */
    size_t first, count; /* units */
} article_piece;

struct zt_article_text {
    const zt_item_plan *story;
    const zt_story_legs *legs;
    double line, column; /* points */
    zt_look body;
    article_piece *pieces; /* that stand */
    size_t count;
    zt_leg_unit *units;
    zt_leg_slot *slots;
    size_t unit_count;
    int spare; /* lines; negative: over */
    const zt_story_item **dropped;
    size_t dropped_count;
};

typedef struct article_looks {
    zt_look text, strong, subhead, byline, jump;
} article_looks;

/* ---- pieces ---- */

static article_looks looks_of(const zt_page_drawing *d, const zt_block *block)
{
    const zt_setting *s = d->setting;
    article_looks looks = {.text = zt_block_look(s, block, "text"),
                           .subhead = zt_block_look(s, block, "subhead"),
                           .byline = zt_block_look(s, block, "byline"),
                           .jump = zt_block_look(s, block, "jump")};
    zt_look strong = zt_block_look(s, block, "strong");
    looks.strong = zt_strong_in(&strong, &looks.text);
    looks.text.para.indent = looks.strong.para.indent = INDENT;
    return looks;
}

/* Lines of the grid that a head with its white takes. */
static int head_rows(const zt_article_text *t, double height)
{
    const double near = 0.02;
    return (int)zt_max(ceil((height + SUBHEAD_SPACE * t->line) / t->line - near), 1);
}

static double words_height(const article_piece *piece)
{
    return zt_em_height(piece->para->line_count, piece->look.text.size, piece->look.para.leading);
}

static article_piece subhead_of(const zt_page_drawing *d, const zt_article_text *t,
                                const article_looks *looks, const zt_story_item *item)
{
    zt_wording words = zt_wording_rich(d->setting, &item->text, &looks->subhead, t->column);
    article_piece piece = {.item = item,
                           .para = words.para,
                           .look = words.look,
                           .part = "subhead",
                           .role = ZT_ROLE_H2,
                           .head = true};
    if (words.para)
        piece.rows = head_rows(t, words_height(&piece));
    return piece;
}

/* Names that just fill a line are not broken for the indent's sake. */
static article_piece byline_of(const zt_page_drawing *d, const zt_article_text *t,
                               const article_looks *looks, const zt_story_item *item)
{
    zt_rich rich = zt_byline_words(d->setting, ZT_STR(ZT_BYLINE_ORNAMENT), &item->text);
    zt_look look = looks->byline;
    double indent = INDENT * looks->text.text.size;
    zt_para *line = zt_lines_rich(d->setting, &rich, &look, NULL, INFINITY);
    if (indent + line->max_width <= t->column || line->max_width > t->column)
        look.para.indent = look.para.hanging = indent / look.text.size;
    return (article_piece){.item = item,
                           .para = zt_lines_rich(d->setting, &rich, &look, NULL, t->column),
                           .look = look,
                           .part = "byline",
                           .role = ZT_ROLE_P};
}

/* 上接: the words that lead on at the left, the page at the right of their first line. */
static article_piece from_of(const zt_page_drawing *d, const zt_article_text *t,
                             const article_looks *looks, const zt_story_item *item)
{
    article_piece piece = subhead_of(d, t, looks, item);
    zt_look look = looks->jump;
    look.para.align = ZT_ALIGN_END;
    piece.beside_look = look;
    piece.beside = zt_lines_plain(d->setting, item->jump, item->at, &look, t->column);
    if (!piece.para)
        piece.para = zt_lines_plain(d->setting, (zt_str){0}, item->at, &piece.look, t->column);
    piece.rows = head_rows(t, zt_max(words_height(&piece), look.text.size));
    return piece;
}

static article_piece to_of(const zt_page_drawing *d, const zt_article_text *t,
                           const article_looks *looks, const zt_story_item *item)
{
    zt_look look = looks->jump;
    look.para.align = ZT_ALIGN_END;
    return (article_piece){.item = item,
                           .para =
                               zt_lines_plain(d->setting, item->jump, item->at, &look, t->column),
                           .look = look,
                           .part = "jump",
                           .role = ZT_ROLE_P,
                           .joins = true};
}

static article_piece piece_of(const zt_page_drawing *d, const zt_article_text *t,
                              const article_looks *looks, const zt_story_item *item)
{
    switch (item->kind) {
    case ZT_STORY_P:
        break;
    case ZT_STORY_SUBHEAD:
        return subhead_of(d, t, looks, item);
    case ZT_STORY_BYLINE:
        return byline_of(d, t, looks, item);
    case ZT_STORY_JUMP:
        return item->from.len ? from_of(d, t, looks, item) : to_of(d, t, looks, item);
    }
    return (article_piece){
        .item = item,
        .para = zt_lines_rich(d->setting, &item->text, &looks->text, &looks->strong, t->column),
        .look = looks->text,
        .part = "text",
        .role = ZT_ROLE_P};
}

/* ---- units ---- */

/* Whether a jump has room, and a character's blank, after the last line of the paragraph. */
static bool fits_beside(const zt_article_text *t, const article_piece *before,
                        const article_piece *piece)
{
    if (before->head || before->para->line_count == 0 || piece->para->line_count != 1)
        return false;
    const zt_line *line = &before->para->lines[before->para->line_count - 1];
    return line->x + line->width + t->body.text.size + piece->para->max_width <= t->column;
}

/* No first or last line of a paragraph alone at the foot or head of a leg. */
static void add_lines(zt_leg_unit *units, size_t lines, bool after_head)
{
    for (size_t k = 0; k < lines; k++)
        units[k] = (zt_leg_unit){.rows = 1,
                                 .with_previous =
                                     (k == 0 && after_head) || k == 1 || (k > 0 && k + 1 == lines)};
}

/* The units of the pieces that stand. */
static void make_units(zt_article_text *t, zt_leg_unit *units)
{
    size_t count = 0;
    bool after_head = false;
    for (size_t i = 0; i < t->count; i++) {
        article_piece *piece = &t->pieces[i];
        piece->first = count;
        if (piece->head && piece->para) {
            units[count++] = (zt_leg_unit){piece->rows, i > 0 && !after_head, after_head};
        } else if (piece->joins) {
            int rows = i > 0 && fits_beside(t, piece - 1, piece) ? 0 : 1;
            units[count++] = (zt_leg_unit){rows, 0, i > 0};
        } else if (piece->para) {
            add_lines(units + count, piece->para->line_count, after_head);
            count += piece->para->line_count;
        }
        piece->count = count - piece->first;
        after_head = piece->head || (after_head && piece->count == 0);
    }
    t->units = units;
    t->unit_count = count;
}

static int rows_of(const article_piece *piece)
{
    if (!piece->para || piece->joins)
        return 0;
    return piece->head ? piece->rows : (int)piece->para->line_count;
}

/* ---- which optional paragraphs stand ---- */

/* All pieces, and the best choice among them so far. */
typedef struct text_choice {
    const article_piece *all;
    size_t count;
    size_t optional[CHOICES_MOST];
    size_t optional_count;
    zt_arena *arena;
    zt_article_text best;
    bool any;
} text_choice;

/* Takes the pieces without the optional paragraphs whose bit is not set, and fills the legs. */
static void try_choice(text_choice *c, const zt_article_text *base, unsigned kept)
{
    zt_article_text t = *base;
    size_t lines = 0;
    t.pieces = ZT_ARRAY(c->arena, c->count + 1, article_piece);
    t.dropped = ZT_ARRAY(c->arena, CHOICES_MOST, const zt_story_item *);
    for (size_t i = 0, k = 0; i < c->count; i++) {
        bool optional = k < c->optional_count && c->optional[k] == i;
        bool out = optional && !(kept & 1u << k);
        k += optional;
        if (out)
            t.dropped[t.dropped_count++] = c->all[i].item;
        else
            t.pieces[t.count++] = c->all[i];
        lines += c->all[i].para ? c->all[i].para->line_count + 1 : 1;
    }
    make_units(&t, ZT_ARRAY(c->arena, lines, zt_leg_unit));
    t.slots = ZT_ARRAY(c->arena, t.unit_count + 1, zt_leg_slot);
    t.spare = zt_legs_fill(c->arena, t.legs, t.units, t.unit_count, t.slots);
    bool fits = t.spare >= 0;
    bool better = !c->any || (fits && (c->best.spare < 0 || t.spare < c->best.spare)) ||
                  (!fits && c->best.spare < 0 && t.spare > c->best.spare);
    if (better)
        c->best = t;
    c->any = true;
}

/* Rows of the choice. */
static int choice_rows(const text_choice *c, unsigned kept)
{
    int rows = 0;
    for (size_t i = 0, k = 0; i < c->count; i++) {
        bool optional = k < c->optional_count && c->optional[k] == i;
        rows += !optional || kept & 1u << k ? rows_of(&c->all[i]) : 0;
        k += optional;
    }
    return rows;
}

/* Choices whose rows are so many short of the room, those that keep the first paragraphs before
   others. */
static void try_short(text_choice *c, const zt_article_text *base, int rows)
{
    unsigned all = (1u << c->optional_count) - 1;
    int tries = 0;
    for (unsigned i = 0; i <= all && tries < TRIES_MOST && (!c->any || c->best.spare != 0); i++) {
        unsigned kept = 0; /* the bits of ~i in reverse: the last paragraphs go first */
        for (size_t k = 0; k < c->optional_count; k++)
            kept |= i & 1u << k ? 0 : 1u << (c->optional_count - 1 - k);
        if (choice_rows(c, kept) != rows)
            continue;
        try_choice(c, base, kept);
        tries++;
    }
}

/* As full as can be; with nothing optional left in when even that is too much. */
static zt_article_text choose(text_choice *c, const zt_article_text *base)
{
    for (size_t i = 0; i < c->count && c->optional_count < CHOICES_MOST; i++)
        if (c->all[i].item->optional && c->all[i].item->kind == ZT_STORY_P)
            c->optional[c->optional_count++] = i;
    unsigned all = (1u << c->optional_count) - 1;
    int room = base->legs->lines;
    for (int short_by = 0; short_by <= SHORT_MOST && !(c->any && c->best.spare == 0); short_by++)
        try_short(c, base, room - short_by);
    if (!c->any || c->best.spare < 0)
        try_choice(c, base, choice_rows(c, all) < room ? all : 0);
    return c->best;
}

zt_article_text *zt_article_text_of(const zt_page_drawing *d, const zt_item_plan *story,
                                    const zt_story_legs *legs)
{
    const zt_article *article = story->item->article;
    if (article->text == SIZE_MAX || legs->count == 0)
        return NULL;
    const zt_block *block = d->plan->composition->blocks[article->text];
    const zt_story *content = block->content;
    zt_arena *arena = d->setting->arena;
    article_looks looks = looks_of(d, block);
    zt_article_text base = {.story = story,
                            .legs = legs,
                            .line = d->plan->grid.line,
                            .column = legs->items[0].width,
                            .body = looks.text};
    article_piece *pieces = ZT_ARRAY(arena, content->count + 1, article_piece);
    for (size_t i = 0; i < content->count; i++)
        pieces[i] = piece_of(d, &base, &looks, &content->items[i]);
    text_choice choice = {.all = pieces, .count = content->count, .arena = arena};
    zt_article_text *out = ZT_NEW(arena, zt_article_text);
    *out = choose(&choice, &base);
    return out;
}

/* ---- findings ---- */

/* What the lines hold, in characters. */
static int characters_of(const zt_article_text *t, int lines)
{
    return (int)(lines * t->column / t->body.text.size);
}

static void report_dropped(const zt_setting *s, const zt_article_text *t)
{
    for (size_t i = 0; i < t->dropped_count; i++)
        zt_report(s->diags, ZT_NOTE, "paragraph-dropped", t->dropped[i]->at,
                  "这一段可省，没有排：省去它，各栏才排得下或排得满",
                  "this optional paragraph is left out: without it the columns are filled");
}

int zt_article_text_spare(const zt_article_text *text)
{
    return text->spare;
}

void zt_article_text_report(const zt_page_drawing *d, const zt_article_text *t, int frame_lines)
{
    const zt_article *article = t->story->item->article;
    int lines = t->spare < 0 ? -t->spare : t->spare;
    zt_str name = zt_article_name(d->setting->arena, article);
    if (t->spare < 0)
        zt_report(d->setting->diags, ZT_ERROR, "story-overset", article->at,
                  "《%.*s》排不下：多出 %d 行，约 %d 字；删去这些字，或改为 lines=\"%d\"",
                  "“%.*s” does not fit: %d lines, about %d characters, are over; cut them, or give "
                  "it lines=\"%d\"",
                  ZT_ARG(name), lines, characters_of(t, lines), frame_lines);
    else if (t->spare > 0 && frame_lines == t->story->frame.lines)
        zt_report(d->setting->diags, ZT_WARNING, "story-underset", article->at,
                  "《%.*s》没有排满：空 %d 行，约 %d 字；请补写",
                  "“%.*s” does not fill its frame: %d lines, about %d characters, are empty; add "
                  "to it",
                  ZT_ARG(name), lines, characters_of(t, lines));
    else if (t->spare > 0)
        zt_report(d->setting->diags, ZT_WARNING, "story-underset", article->at,
                  "《%.*s》没有排满：空 %d 行，约 %d 字；补写，或改为 lines=\"%d\"",
                  "“%.*s” does not fill its frame: %d lines, about %d characters, are empty; add "
                  "to it, or give it lines=\"%d\"",
                  ZT_ARG(name), lines, characters_of(t, lines), frame_lines);
}

/* ---- drawing ---- */

/* The top left of a line of a leg, from the frame's. */
static zt_point leg_point(const zt_article_text *t, const zt_leg_slot *slot)
{
    const zt_story_leg *leg = &t->legs->items[slot->leg];
    return (zt_point){leg->x, (leg->line + slot->line) * t->line};
}

/* Its own legs' part of the frame when it stands in one, else all that it touches. */
static zt_rect piece_box(const zt_article_text *t, const article_piece *piece)
{
    zt_rect box = {0};
    for (size_t k = 0; k < piece->count; k++) {
        const zt_leg_slot *slot = &t->slots[piece->first + k];
        if (slot->leg < 0)
            continue;
        zt_point at = leg_point(t, slot);
        double rows = slot->rows > 0 ? slot->rows : 1;
        at.y -= slot->rows > 0 ? 0 : t->line;
        box = zt_rect_union(box,
                            (zt_rect){at.x, at.y, t->legs->items[slot->leg].width, rows * t->line});
    }
    return box;
}

/* From the top of a line of the grid to the baseline of the text. */
static double grid_baseline(const zt_article_text *t)
{
    double size = t->body.text.size;
    return (t->line - size) / 2 + ZT_EM_TOP * size;
}

static void place_line(const zt_page_drawing *d, const zt_article_text *t, const zt_para *para,
                       size_t line, zt_group *part, zt_point at)
{
    zt_para_place(para, d->setting->scene, part, at.x - part->dx,
                  at.y - part->dy + grid_baseline(t) - para->lines[0].baseline, line, line + 1);
}

/* Nearer to the text below it. */
static void place_head(const zt_page_drawing *d, const zt_article_text *t,
                       const article_piece *piece, zt_group *part)
{
    const zt_leg_slot *slot = &t->slots[piece->first];
    double spare = slot->rows * t->line - words_height(piece);
    double y = (slot->line == 0 ? ABOVE_AT_TOP : ABOVE) * spare;
    zt_lines_place(d->setting, piece->para, &piece->look, part, (zt_point){0, y},
                   piece->look.para.leading);
    if (!piece->beside)
        return;
    double baseline = piece->para->line_count ? zt_lines_baseline(piece->para, &piece->look)
                                              : ZT_EM_TOP * piece->look.text.size;
    double own = zt_lines_baseline(piece->beside, &piece->beside_look);
    zt_lines_place(d->setting, piece->beside, &piece->beside_look, part,
                   (zt_point){0, y + baseline - own}, piece->beside_look.para.leading);
}

static void place_piece(const zt_page_drawing *d, const zt_article_text *t,
                        const article_piece *piece, zt_group *into)
{
    if (piece->count == 0 || t->slots[piece->first].leg < 0)
        return;
    zt_group *part = zt_scene_add_part(d->setting->scene, into, piece->item->at, piece->part,
                                       piece->role, piece_box(t, piece));
    if (piece->head) {
        place_head(d, t, piece, part);
        return;
    }
    for (size_t k = 0; k < piece->count; k++) {
        const zt_leg_slot *slot = &t->slots[piece->first + k];
        if (slot->leg < 0)
            return;
        zt_point at = leg_point(t, slot);
        at.y -= slot->rows > 0 ? 0 : t->line;
        place_line(d, t, piece->para, k, part, at);
    }
}

void zt_article_text_place(const zt_page_drawing *d, const zt_article_text *t, zt_group *into)
{
    report_dropped(d->setting, t);
    for (size_t i = 0; i < t->count; i++)
        place_piece(d, t, &t->pieces[i], into);
}
