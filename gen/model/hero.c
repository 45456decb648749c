/* The hero of a graphic: the one block that a reader should see first. The author names it by
   weight="key"; else, in this order, it holds the value that the title names, the largest gap or
   change, the only share. Without any of these a graphic has none. */
#include "model/quantity_imp.h"

#include <math.h>

#include "base/utf8.h"
#include "model/content_imp.h"

/* Blocks with a figure that can be set so large; others are heroes by weight alone. */
static const char ELIGIBLE[] = "figures chart tasks structure";
/* A change smaller than this, in per cent, is no news to build a graphic on. */
static const double LEAST_CHANGE = 10;
/* Han numbers below this are words as often as figures: 一本, 三地. With the unit behind it any
   number counts. */
enum { HAN_LEAST = 20 };

/* The hero_search through the blocks, in the order of the document. */
typedef struct hero_search {
    zt_doc_reader *r;
    zt_str title;
    size_t block; /* looked at just now */
    zt_hero title_hero, change_hero, share_hero;
    double change;
    size_t shares;
} hero_search;

const char *zt_hero_word(zt_hero_cause cause)
{
    static const char *const words[] = {NULL, "weight", "title", "gap", "share"};
    return words[cause];
}

/* ---- what the title names ---- */

/* The figure with its scale and unit, without words such as 约 before it and 以上 behind it. */
static zt_str core_of(const zt_quantity *q)
{
    zt_str bare = zt_bare_phrase(q);
    uintptr_t from = (uintptr_t)q->text.data, unit = (uintptr_t)q->unit.data;
    size_t end = q->figure_end;
    bool own_unit = q->unit.len > 0 && unit >= from && unit + q->unit.len <= from + bare.len;
    if (own_unit)
        end = unit - from + q->unit.len;
    return zt_str_slice(q->text, q->figure_first, end);
}

/* Whether a number in Han of the title is that of the value: 三十七 of 37%, 十件 of 10件. */
static bool is_in_han(zt_str title, const zt_quantity *q)
{
    long long number;
    for (size_t at = 0; at < title.len;) {
        size_t end = zt_han_end(title, at);
        if (end <= at) {
            zt_utf8_next(title, &at);
            continue;
        }
        zt_num said = {0};
        zt_str rest = zt_rest_of(title, end);
        bool known = zt_han_number(zt_str_slice(title, at, end), &number);
        said.scaled = number;
        bool unit = q->unit.len > 0 && zt_str_equal(zt_str_slice(rest, 0, q->unit.len), q->unit);
        if (known && (number >= HAN_LEAST || unit) &&
            zt_num_compare(said, unit ? q->value : q->printed) == 0)
            return true;
        at = end;
    }
    return false;
}

/* A bare number of a chart may be any: it is named with its unit alone. */
static bool is_named(const hero_search *s, const zt_quantity *q)
{
    zt_str core = core_of(q);
    bool digits = core.len > 0 && q->figure_end > q->figure_first;
    bool with_unit = digits && q->figure_first + core.len > q->figure_end;
    return (with_unit && zt_str_holds(s->title, core)) || is_in_han(s->title, q);
}

/* ---- candidates ---- */

/* Only a growth of the value itself; 2.1倍 is 210. */
static double change_of(const zt_quantity *q)
{
    if (q->kind != ZT_Q_CHANGE || q->says != ZT_SAYS_PLAIN || !q->has_number)
        return 0;
    double size = fabs(zt_num_double(q->value));
    return zt_str_is(q->unit, "%") ? size : zt_str_is(q->unit, "倍") ? 100 * size : 0;
}

static void weigh(hero_search *s, const zt_quantity *q)
{
    zt_hero hero = {ZT_NO_HERO, s->block, q};
    if (q->status == ZT_MISSING || !q->has_number)
        return;
    if (!s->title_hero.cause && is_named(s, q)) {
        s->title_hero = hero;
        s->title_hero.cause = ZT_HERO_TITLE;
    }
    double change = change_of(q);
    if (change >= LEAST_CHANGE && change > s->change) {
        s->change = change;
        s->change_hero = hero;
        s->change_hero.cause = ZT_HERO_GAP;
    }
    if (q->kind == ZT_Q_SHARE && s->shares++ == 0) {
        s->share_hero = hero;
        s->share_hero.cause = ZT_HERO_SHARE;
    }
}

/* Every value below the node, those that it repeats among them. */
static void weigh_below(hero_search *s, const zt_node *node)
{
    const zt_quantity *q = zt_node_is(node, "ref")
                               ? zt_find_quantity(s->r, zt_node_attr(node, "v", NULL))
                               : zt_quantity_of(s->r, node);
    if (q)
        weigh(s, q);
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL))
        weigh_below(s, n);
}

/* A bracket is a gap that the author has pointed at: the first chart with one goes before all
   changes. */
static bool has_gap(const zt_content_block *block)
{
    const zt_chart_data *chart = zt_content_of(block, "chart");
    for (size_t i = 0; chart && i < chart->guide_count; i++)
        if (chart->guides[i].kind == ZT_GUIDE_BRACKET)
            return true;
    return false;
}

static zt_hero first_gap(const zt_doc *doc)
{
    for (size_t i = 0; i < doc->block_count; i++)
        if (has_gap(&doc->blocks[i]))
            return (zt_hero){ZT_HERO_GAP, i, NULL};
    return (zt_hero){0};
}

/* ---- weight="key" ---- */

/* The value that stands out in a block that was chosen as a whole: main="yes", else the one that
   the title names, else the first of a block of figures. */
static const zt_quantity *value_of(const hero_search *s, const zt_content_block *block,
                                   size_t index)
{
    const zt_figures *figures = zt_content_of(block, "figures");
    for (size_t i = 0; figures && i < figures->count; i++)
        if (figures->figures[i].value->main)
            return figures->figures[i].value;
    if (s->title_hero.cause && s->title_hero.block == index)
        return s->title_hero.quantity;
    for (size_t i = 0; figures && i < figures->count; i++)
        if (figures->figures[i].value->status != ZT_MISSING)
            return figures->figures[i].value;
    return NULL;
}

/* The first block of weight="key"; two-heroes for every further one. */
static zt_hero weighted(const hero_search *s)
{
    const zt_doc *doc = s->r->doc;
    zt_hero hero = {0};
    for (size_t i = 0; i < doc->block_count; i++) {
        const zt_content_block *block = &doc->blocks[i];
        if (!block->key)
            continue;
        if (hero.cause)
            zt_report(s->r->diags, ZT_ERROR, "two-heroes", block->at,
                      "weight=\"key\" 的版块一张图至多一个，第 %d 行的 <%s> 已是；删去其中一处",
                      "one block of a graphic may have weight=\"key\": line %d has it already, a "
                      "<%s>; delete one of them",
                      doc->blocks[hero.block].at.line, doc->blocks[hero.block].name);
        else
            hero = (zt_hero){ZT_HERO_WEIGHT, i, value_of(s, block, i)};
    }
    return hero;
}

/* misplaced-attribute: stories and reports have no hero. */
static void refuse_weights(zt_doc_reader *r, const zt_node *node)
{
    bool key = zt_attr_index(node, "weight", "normal key") == 1;
    if (key && zt_content_kind_find(node->name))
        zt_report(r->diags, ZT_ERROR, "misplaced-attribute", zt_node_find(node, "weight")->at,
                  "版块的 weight=\"key\" 只用于一张图（<graphic>），这里不起作用；请删去",
                  "weight=\"key\" of a block is for graphics alone and does nothing here; delete "
                  "it");
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL))
        refuse_weights(r, n);
}

/* Blocks are the known children of the root that are of a kind, in the same order. */
void zt_hero_find(zt_doc_reader *r, const zt_node *root)
{
    zt_doc *doc = r->doc;
    if (doc->root != ZT_ROOT_GRAPHIC) {
        refuse_weights(r, root);
        return;
    }
    hero_search s = {.r = r, .title = zt_rich_plain(r->arena, &doc->title)};
    for (const zt_node *n = zt_known_child(root, NULL); n; n = zt_known_sibling(n, NULL)) {
        if (!zt_content_kind_find(n->name))
            continue;
        if (zt_str_in_words(zt_str_from(n->name), ELIGIBLE))
            weigh_below(&s, n);
        s.block++;
    }
    zt_hero gap = first_gap(doc);
    if (gap.cause == ZT_NO_HERO)
        gap = s.change_hero;
    doc->hero = weighted(&s);
    if (doc->hero.cause == ZT_NO_HERO)
        doc->hero = s.title_hero;
    if (doc->hero.cause == ZT_NO_HERO)
        doc->hero = gap;
    if (doc->hero.cause == ZT_NO_HERO && s.shares == 1)
        doc->hero = s.share_hero;
}
