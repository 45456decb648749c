/* gen/app/score.c — the score of a page: one walk over its scene, then a term after another. All in
   whole numbers, so that every machine chooses alike. */
#include "app/score.h"

#include <stdlib.h>

#include "preflight/squint.h"

/* A point of each term, by what it is counted in. */
enum {
    EMPTY_FREE = 40,      /* per mille of the type area that may stay empty in one piece */
    EMPTY_MUCH = 120,     /* from here on each counts three times */
    PAPER_MM = 2,         /* millimetres of height a point */
    CONTRAST_LEAST = 150, /* per cent: the largest size to the next */
    SIZES_FREE = 7,
    SIZES_POINTS = 12,
    EDGES_FREE = 8,
    EDGES_POINTS = 3,
    LINES_POINTS = 15,
    STEP_POINTS = 8, /* a quarter point of size */
    DROPPED_POINTS = 60,
    ORDER_POINTS = 40,
    GENERAL_POINTS = 60,
    OMITTED_POINTS = 150,
    HERO_POINTS = 120
};

/* Rows of squares at the most. */
enum { DOWN_MOST = 400 };

static const struct {
    const char *name, *zh;
} terms[ZT_SCORE_TERMS] = {
    [ZT_SCORE_EMPTY] = {"empty", "空块"},     [ZT_SCORE_SLACK] = {"slack", "余高"},
    [ZT_SCORE_PAPER] = {"paper", "占地"},     [ZT_SCORE_CONTRAST] = {"contrast", "主次"},
    [ZT_SCORE_SIZES] = {"sizes", "字号"},     [ZT_SCORE_EDGES] = {"edges", "对齐"},
    [ZT_SCORE_LINES] = {"lines", "断行"},     [ZT_SCORE_FIT] = {"fit", "压缩"},
    [ZT_SCORE_ORDER] = {"order", "次序"},     [ZT_SCORE_GENERAL] = {"general", "通用"},
    [ZT_SCORE_OMITTED] = {"omitted", "不刊"}, [ZT_SCORE_HERO] = {"hero", "主角"},
    [ZT_SCORE_SQUINT] = {"squint", "眯眼"},
};

const char *zt_score_term_name(zt_score_term term)
{
    return terms[term].name;
}

const char *zt_score_term_zh(zt_score_term term)
{
    return terms[term].zh;
}

typedef ZT_VEC(int) numbers;

/* What one walk over the page finds. Lengths in points, sizes in tenths of a point. */
typedef struct tally {
    zt_arena *arena;
    zt_squint squint; /* of the type area; of it `said` alone: any item at all */
    numbers sizes;
    numbers edges; /* millimetres */
    /* The line in hand: its number, left end and right end; what it is compared with. */
    uint32_t line;
    const zt_group *paragraph;
    double line_left, line_right, line_size;
    size_t lines_before;
    long short_ends;
    /* Tops and lefts of the blocks, in document order. */
    ZT_VEC(zt_point) blocks;
    ZT_VEC(zt_pos) block_ats;
} tally;

/* ---- type ---- */

static void add_once(zt_arena *arena, numbers *list, int value)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == value)
            return;
    ZT_PUSH(arena, list, value);
}

/* A last line of less than two characters, of a paragraph of several lines. */
static void end_paragraph(tally *t)
{
    if (t->lines_before > 1 && t->line_right - t->line_left < 1.6 * t->line_size)
        t->short_ends++;
    t->lines_before = 0;
    t->line = 0;
}

static void take_run(tally *t, const zt_glyphs *run, zt_rect box)
{
    add_once(t->arena, &t->sizes, (int)(run->size * 10 + 0.5));
    bool on = run->line > 0 && run->line == t->line;
    if (!on) {
        t->line = run->line;
        t->line_left = box.x;
        t->line_size = run->size;
        t->lines_before++;
        /* Millimetres: nobody sees less. */
        add_once(t->arena, &t->edges, (int)(zt_mm_from_pt(box.x) + 0.5));
    }
    t->line_right = zt_rect_right(box);
}

static void enter(void *self, const zt_item *item, double dx, double dy)
{
    tally *t = self;
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    const zt_group *group = (const zt_group *)item;
    if (item->kind == ZT_ITEM_GROUP && group->block) {
        ZT_PUSH(t->arena, &t->blocks, ((zt_point){box.x, box.y}));
        ZT_PUSH(t->arena, &t->block_ats, item->at);
    }
    if (item->kind == ZT_ITEM_GROUP && group->role == ZT_ROLE_P) {
        end_paragraph(t);
        t->paragraph = group;
    }
    if (item->kind == ZT_ITEM_GROUP || item->kind == ZT_ITEM_LINK)
        return;
    zt_squint_say(&t->squint, box);
    if (item->kind == ZT_ITEM_GLYPHS)
        take_run(t, (const zt_glyphs *)item, box);
}

static void leave(void *self, const zt_group *group, double dx, double dy)
{
    tally *t = self;
    (void)dx;
    (void)dy;
    if (group == t->paragraph)
        end_paragraph(t);
}

/* ---- terms ---- */

static int rising(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* The largest size in per cent of the next that is smaller by a twentieth at least. */
static long contrast(const tally *t)
{
    if (t->sizes.count < 2)
        return CONTRAST_LEAST;
    int largest = t->sizes.items[t->sizes.count - 1];
    for (size_t i = t->sizes.count - 1; i-- > 0;)
        if (20 * t->sizes.items[i] <= 19 * largest)
            return 100L * largest / t->sizes.items[i];
    return 100;
}

/* Sizes that differ by a twentieth at least. */
static long sizes_apart(const tally *t)
{
    long count = t->sizes.count > 0;
    int last = t->sizes.count > 0 ? t->sizes.items[0] : 0;
    for (size_t i = 1; i < t->sizes.count; i++)
        if (20 * last <= 19 * t->sizes.items[i]) {
            count++;
            last = t->sizes.items[i];
        }
    return count;
}

/* Earlier in the document: by line, then column. */
static bool stands_before(zt_pos a, zt_pos b)
{
    return a.line < b.line || (a.line == b.line && a.column < b.column);
}

/* Pairs of which the one that comes first in the document stands lower and not to the left, or
   beside the other at its right. */
static long out_of_order(const tally *t)
{
    const double near = 6; /* points: tops of one row */
    long pairs = 0;
    for (size_t i = 0; i < t->blocks.count; i++)
        for (size_t k = 0; k < t->blocks.count; k++) {
            zt_point a = t->blocks.items[i], b = t->blocks.items[k];
            if (!stands_before(t->block_ats.items[i], t->block_ats.items[k]))
                continue;
            bool lower = a.y > b.y + near, beside = !lower && a.y > b.y - near;
            pairs += (lower && a.x > b.x - near) || (beside && a.x > b.x + near);
        }
    return pairs;
}

static long over(long value, long free)
{
    return value > free ? value - free : 0;
}

static long empty_points(const tally *t)
{
    const zt_squint *s = &t->squint;
    zt_squares free = zt_largest_free(s->said, s->across, s->down);
    long per_mille = 1000L * free.w * free.h / ((long)s->across * s->down);
    return over(per_mille, EMPTY_FREE) + 2 * over(per_mille, EMPTY_MUCH);
}

static long fit_points(const zt_layout_result *layout)
{
    double tight = layout->fit.leading < 1 ? 100 * (1 - layout->fit.leading) : 0;
    double steps = layout->fit.size_steps > 0 ? layout->fit.size_steps : 0;
    return (long)(tight + 0.5) + (long)steps * STEP_POINTS +
           (long)layout->fit.dropped * DROPPED_POINTS;
}

bool zt_block_is_furniture(const zt_block *block)
{
    return zt_str_in_words(zt_str_from(block->name),
                           "kicker title deck lead asof note credits hint");
}

/* "chart" of chart:rank and chart[2]; "#id" as it is. */
static zt_str plain_word(zt_str word)
{
    size_t end = 0;
    while (end < word.len && word.data[end] != ':' && word.data[end] != '[')
        end++;
    return zt_str_slice(word, 0, end);
}

bool zt_block_is_named(const zt_block *block)
{
    zt_str rest = zt_str_from(block->place ? block->place->select : ""), word;
    while (zt_str_word(&rest, &word)) {
        zt_str plain = plain_word(word);
        if (word.data[0] == '#' || zt_str_is(plain, block->name) ||
            (block->is_hero && zt_str_is(plain, "hero")))
            return true;
    }
    return false;
}

/* A block that the author made the hero, and that the template treats as any other. Places that
   pack blocks make it larger. */
static bool is_slighted(const zt_block *block)
{
    zt_str rest = zt_str_from(block->place ? block->place->select : ""), word;
    while (block->key && zt_str_word(&rest, &word))
        if (zt_str_is(plain_word(word), "hero"))
            return false;
    return block->key && !(block->place && block->place->pack);
}

static void count_blocks(const zt_composition *composition, zt_look_score *score)
{
    for (size_t i = 0; i < composition->block_count; i++) {
        const zt_block *block = composition->blocks[i];
        if (!block->place)
            score->terms[ZT_SCORE_OMITTED] += OMITTED_POINTS;
        else if (!zt_block_is_furniture(block) && !zt_block_is_named(block))
            score->terms[ZT_SCORE_GENERAL] += GENERAL_POINTS;
        score->terms[ZT_SCORE_HERO] += is_slighted(block) ? HERO_POINTS : 0;
    }
}

static tally look_at(zt_arena *arena, const zt_scene *page)
{
    tally t = {.arena = arena, .squint = {.area = page->type_area, .across = ZT_SQUINT_ACROSS}};
    zt_squint *s = &t.squint;
    s->side = s->area.w / s->across;
    s->down = (int)(s->area.h / s->side);
    s->down = s->down < 1 ? 1 : s->down > DOWN_MOST ? DOWN_MOST : s->down;
    s->said = ZT_ARRAY(arena, (size_t)s->across * (size_t)s->down, bool);
    zt_visitor visitor = {.self = &t, .enter = enter, .leave = leave};
    zt_scene_walk(page->root, &visitor);
    if (t.sizes.count > 1)
        qsort(t.sizes.items, t.sizes.count, sizeof *t.sizes.items, rising);
    return t;
}

void zt_score_add(zt_look_score *score, zt_score_term term, long points)
{
    score->terms[term] += points;
    score->total += points;
}

void zt_score_page(zt_arena *arena, const zt_scene *page, const zt_composition *composition,
                   const zt_layout_result *layout, bool automatic, zt_look_score *out)
{
    *out = (zt_look_score){0};
    tally t = look_at(arena, page);
    long *terms_of = out->terms;
    terms_of[ZT_SCORE_EMPTY] = empty_points(&t);
    terms_of[ZT_SCORE_SLACK] = (long)(1000 * layout->slack / page->height + 0.5);
    if (automatic)
        terms_of[ZT_SCORE_PAPER] = (long)(zt_mm_from_pt(page->height) + 0.5) / PAPER_MM;
    terms_of[ZT_SCORE_CONTRAST] = over(CONTRAST_LEAST, contrast(&t));
    terms_of[ZT_SCORE_SIZES] = SIZES_POINTS * over(sizes_apart(&t), SIZES_FREE);
    terms_of[ZT_SCORE_EDGES] = EDGES_POINTS * over((long)t.edges.count, EDGES_FREE);
    terms_of[ZT_SCORE_LINES] = LINES_POINTS * t.short_ends;
    terms_of[ZT_SCORE_FIT] = fit_points(layout);
    terms_of[ZT_SCORE_ORDER] = ORDER_POINTS * out_of_order(&t);
    count_blocks(composition, out);
    for (size_t i = 0; i < ZT_SCORE_TERMS; i++)
        out->total += terms_of[i];
}
