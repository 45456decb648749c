/* The differences of two documents, from their facts bound to each other. */
#include "change/change.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "change/computed.h"

/* The list while it grows. */
typedef struct collector {
    zt_arena *arena;
    const zt_doc *before, *after;
    zt_changes *out;
} collector;

static zt_change *add(const collector *c, zt_change change)
{
    ZT_PUSH(c->arena, &c->out->list, change);
    c->out->counts[change.kind]++;
    return &c->out->list.items[c->out->list.count - 1];
}

static zt_change change_of(zt_change_kind kind, const zt_fact *before, const zt_fact *after)
{
    return (zt_change){.kind = kind,
                       .before = before,
                       .after = after,
                       .at_before = before ? before->node->at : ZT_NOWHERE,
                       .at_after = after ? after->node->at : ZT_NOWHERE,
                       .said = before ? before->full : (zt_str){0},
                       .says = after ? after->full : (zt_str){0}};
}

/* ---- figures ---- */

static void compare_values(const collector *c, const zt_fact *before, const zt_fact *after)
{
    const zt_quantity *was = before->quantity, *is = after->quantity;
    zt_value_change value = zt_value_change_of(c->arena, was, is);
    bool written_so = zt_str_equal(was->text, is->text);
    if (written_so && (value.same || (!value.counted && !value.unit_changed)))
        return;
    zt_change change = change_of(ZT_CHANGE_VALUE, before, after);
    change.at_before = was->at.line ? was->at : change.at_before;
    change.at_after = is->at.line ? is->at : change.at_after;
    change.said = was->text;
    change.says = is->text;
    change.was = was;
    change.is = is;
    change.value = value;
    c->out->jumps += value.jump;
    add(c, change);
}

/* A reference repeats what is told where it stands. */
static bool has_value(const zt_fact *fact)
{
    return fact->quantity && !zt_node_is(fact->node, "ref");
}

/* ---- figures of charts ---- */

/* The same figure of the former state, the likeliest first at that place of the list: both are in
   one order for the most part. */
static const zt_computed_figure *former(const zt_computed_figures *list, size_t place,
                                        const zt_computed_figure *now)
{
    for (size_t i = 0; i < list->count; i++) {
        const zt_computed_figure *was = &list->items[(place + i) % list->count];
        if (was->fact == now->fact->twin && zt_str_equal(was->part, now->part))
            return was;
    }
    return NULL;
}

/* Whatever jumps, the figure that it follows from is told. */
static zt_value_change value_of(const collector *c, const zt_computed_figure *was,
                                const zt_computed_figure *is)
{
    zt_value_change value = {.why_zh = "图上算出，只比所印的字",
                             .why_en = "computed by the chart: compared as printed"};
    if (was->quantity && is->quantity)
        value = zt_value_change_of(c->arena, was->quantity, is->quantity);
    value.follows = true;
    value.jump = false;
    return value;
}

static void compare_computed(const collector *c, const zt_computed_figure *was,
                             const zt_computed_figure *is)
{
    if (zt_str_equal(was->text, is->text) || !(was->computed || is->computed))
        return;
    zt_change change = change_of(ZT_CHANGE_VALUE, was->fact, is->fact);
    change.at_before = was->at;
    change.at_after = is->at;
    change.part = is->part;
    change.said = was->text;
    change.says = is->text;
    change.was = was->quantity;
    change.is = is->quantity;
    change.value = value_of(c, was, is);
    add(c, change);
}

/* What a chart computes changes with any of its items. An item that is new is told with all that it
   says; one that has a figure in one state alone has it told against none. */
static void compare_chart(const collector *c, const zt_fact *before, const zt_fact *after)
{
    zt_computed_figures was = zt_computed_figures_of(c->arena, c->before, before),
                        is = zt_computed_figures_of(c->arena, c->after, after);
    for (size_t i = 0; i < is.count; i++) {
        const zt_computed_figure *now = &is.items[i], *then = former(&was, i, now);
        zt_computed_figure none = {.fact = now->fact->twin, .part = now->part};
        if (now->fact->twin)
            compare_computed(c, then ? then : &none, now);
    }
    for (size_t i = 0; i < was.count; i++) {
        zt_computed_figure gone = {.fact = was.items[i].fact, .part = was.items[i].part};
        gone.fact = gone.fact->twin;
        bool there = !gone.fact;
        for (size_t k = 0; k < is.count && !there; k++)
            there = is.items[k].fact == gone.fact && zt_str_equal(is.items[k].part, gone.part);
        if (!there)
            compare_computed(c, &was.items[i], &gone);
    }
}

/* ---- words ---- */

static zt_change_kind kind_of_words(const zt_fact *fact)
{
    zt_str name = zt_str_from(fact->node->name);
    if (zt_str_in_words(name, "title kicker deck"))
        return ZT_CHANGE_TITLE;
    if (zt_str_is(name, "asof"))
        return ZT_CHANGE_DATE;
    return zt_str_is(name, "source") ? ZT_CHANGE_SOURCE : ZT_CHANGE_TEXT;
}

/* Whether two texts differ in their digits alone. */
static bool differs_in_digits(zt_str a, zt_str b)
{
    size_t i = 0, k = 0;
    while (i < a.len || k < b.len) {
        bool digit = false;
        for (; i < a.len && strchr("0123456789.,", a.data[i]); i++)
            digit = true;
        for (; k < b.len && strchr("0123456789.,", b.data[k]); k++)
            digit = true;
        if (i < a.len && k < b.len && a.data[i] == b.data[k]) {
            i++;
            k++;
        } else if (!digit || i < a.len || k < b.len) {
            return false;
        }
    }
    return true;
}

static void compare_words(const collector *c, const zt_fact *before, const zt_fact *after)
{
    if (zt_str_equal(before->words, after->words)) {
        if (!zt_str_equal(before->marked, after->marked)) {
            zt_change *change = add(c, change_of(ZT_CHANGE_MARKUP, before, after));
            change->said = before->marked;
            change->says = after->marked;
        }
        return;
    }
    zt_change_kind kind = kind_of_words(after);
    if (kind == ZT_CHANGE_TEXT && differs_in_digits(before->words, after->words))
        kind = ZT_CHANGE_NUMBER;
    add(c, change_of(kind, before, after));
}

/* ---- attributes ---- */

static zt_change_kind kind_of_attr(const zt_fact *fact, const char *name)
{
    zt_str attr = zt_str_from(name);
    const zt_attr *rows = fact->node->row ? fact->node->row->attrs : NULL;
    if (zt_str_is(attr, "source") ||
        (zt_str_is(attr, "by") && zt_node_is(fact->node->parent, "credits")))
        return ZT_CHANGE_SOURCE;
    for (; rows && rows->name; rows++) {
        if (strcmp(rows->name, name) != 0)
            continue;
        if (rows->type >= ZT_ATTR_DATE && rows->type <= ZT_ATTR_TIMES)
            return ZT_CHANGE_DATE;
        break;
    }
    return zt_str_in_words(attr, "key head label series name no short ear by before parts")
               ? ZT_CHANGE_TEXT
               : ZT_CHANGE_SETTING;
}

static zt_pos attr_at(const zt_fact *fact, const char *name)
{
    return zt_node_attr_at(fact->node, name);
}

static void compare_attr(const collector *c, const zt_fact *before, const zt_fact *after,
                         const char *name)
{
    zt_str was = zt_node_attr(before->node, name, ""), is = zt_node_attr(after->node, name, "");
    if (zt_str_equal(was, is))
        return;
    zt_change_kind kind = kind_of_attr(after, name);
    if (kind == ZT_CHANGE_TEXT && was.len > 0 && differs_in_digits(was, is))
        kind = ZT_CHANGE_NUMBER;
    zt_change change = change_of(kind, before, after);
    change.attr = name;
    change.at_before = attr_at(before, name);
    change.at_after = attr_at(after, name);
    change.said = was;
    change.says = is;
    add(c, change);
}

/* Those of the new element first, then those that it has no more. */
static void compare_attrs(const collector *c, const zt_fact *before, const zt_fact *after)
{
    for (size_t i = 0; i < after->node->attr_count; i++)
        if (strncmp(after->node->attrs[i].name, "xmlns", 5) != 0)
            compare_attr(c, before, after, after->node->attrs[i].name);
    for (size_t i = 0; i < before->node->attr_count; i++)
        if (!zt_node_find(after->node, before->node->attrs[i].name) &&
            strncmp(before->node->attrs[i].name, "xmlns", 5) != 0)
            compare_attr(c, before, after, before->node->attrs[i].name);
}

/* ---- order ---- */

/* Where each kid of `after` stood in `before`, SIZE_MAX of one that did not. True when all that did
   rise. */
static bool former_order(const zt_fact *before, const zt_fact *after, size_t *was)
{
    size_t last = 0;
    bool rises = true;
    for (size_t i = 0; i < after->kid_count; i++) {
        const zt_fact *twin = after->kids[i]->twin;
        was[i] = twin && twin->parent == before ? twin->order : SIZE_MAX;
        rises = rises && (was[i] == SIZE_MAX || was[i] >= last);
        last = was[i] == SIZE_MAX ? last : was[i];
    }
    return rises;
}

/* Kids of `after` whose twins are kids of `before`: those of the longest row that keeps its order;
   the others have moved. */
static bool *kept_in_order(zt_arena *arena, const zt_fact *before, const zt_fact *after)
{
    size_t n = after->kid_count, *was = ZT_ARRAY(arena, n + 1, size_t),
           *length = ZT_ARRAY(arena, n + 1, size_t), *link = ZT_ARRAY(arena, n + 1, size_t);
    bool *kept = ZT_ARRAY(arena, n + 1, bool);
    bool all = former_order(before, after, was);
    size_t best = n;
    for (size_t i = 0; i < n; i++) {
        kept[i] = all && was[i] != SIZE_MAX;
        link[i] = n;
        length[i] = was[i] != SIZE_MAX;
        for (size_t k = 0; k < i && !all; k++)
            if (length[i] > 0 && length[k] + 1 > length[i] && was[k] < was[i]) {
                length[i] = length[k] + 1;
                link[i] = k;
            }
        if (length[i] > 0 && (best == n || length[i] > length[best]))
            best = i;
    }
    for (size_t i = all ? n : best; i < n; i = link[i])
        kept[i] = true;
    return kept;
}

static void tell_move(const collector *c, const zt_fact *after)
{
    zt_change change = change_of(ZT_CHANGE_MOVED, after->twin, after);
    change.from = after->twin->place + 1;
    change.to = after->place + 1;
    add(c, change);
}

/* ---- the tree ---- */

static size_t figures_in(const zt_fact *fact)
{
    size_t count = has_value(fact);
    for (size_t i = 0; i < fact->kid_count; i++)
        count += figures_in(fact->kids[i]);
    return count;
}

static void compare(const collector *c, const zt_fact *after);

/* What has gone, where it stood: before the kid that followed it. */
static void tell_gone(const collector *c, const zt_fact *before, size_t *next, const zt_fact *until)
{
    for (; *next < before->kid_count && before->kids[*next] != until; (*next)++)
        if (!before->kids[*next]->twin)
            add(c, change_of(ZT_CHANGE_GONE, before->kids[*next], NULL));
}

static void compare_kids(const collector *c, const zt_fact *before, const zt_fact *after)
{
    zt_arena *scratch = zt_arena_beside(c->arena);
    bool *kept = kept_in_order(scratch, before, after);
    size_t next = 0;
    for (size_t i = 0; i < after->kid_count; i++) {
        const zt_fact *kid = after->kids[i];
        if (kept[i])
            tell_gone(c, before, &next, kid->twin);
        if (!kid->twin) {
            add(c, change_of(ZT_CHANGE_ADDED, NULL, kid));
            continue;
        }
        if (!kept[i] && !zt_fact_is_figure(kid))
            tell_move(c, kid);
        compare(c, kid);
    }
    tell_gone(c, before, &next, NULL);
    zt_arena_drop(scratch);
}

static void compare(const collector *c, const zt_fact *after)
{
    const zt_fact *before = after->twin;
    compare_attrs(c, before, after);
    if (has_value(before) && has_value(after))
        compare_values(c, before, after);
    else
        compare_words(c, before, after);
    compare_kids(c, before, after);
    if (zt_node_is(after->node, "chart"))
        compare_chart(c, before, after);
}

/* ---- photographs ---- */

static const zt_picture *picture_of(const zt_doc *doc, const char *name)
{
    for (size_t i = 0; i < doc->picture_count; i++) {
        const char *path = doc->pictures[i]->path;
        size_t n = path ? strlen(path) : 0, m = strlen(name);
        if (n >= m && strcmp(path + n - m, name) == 0)
            return doc->pictures[i];
    }
    return NULL;
}

/* Another picture in a file of the same name, which the text of the document cannot tell. */
static void compare_pictures(const collector *c, const zt_fact *fact, const zt_doc *was,
                             const zt_doc *is)
{
    zt_str src = zt_node_attr(fact->node, "src", "");
    if (src.len > 0 && fact->twin && zt_str_equal(src, zt_node_attr(fact->twin->node, "src", ""))) {
        const char *name = zt_str_copy(c->arena, src).data;
        const zt_picture *a = picture_of(was, name), *b = picture_of(is, name);
        if (a && b && !zt_str_equal(a->bytes, b->bytes)) {
            zt_change *change = add(c, change_of(ZT_CHANGE_PICTURE, fact->twin, fact));
            change->said = change->says = src;
        }
    }
    for (size_t i = 0; i < fact->kid_count; i++)
        compare_pictures(c, fact->kids[i], was, is);
}

zt_changes *zt_changes_of(zt_arena *arena, const zt_doc *before, const zt_doc *after)
{
    zt_changes *out = ZT_NEW(arena, zt_changes);
    collector c = {arena, before, after, out};
    out->before = zt_fact_tree(arena, before, before->source->root);
    out->after = zt_fact_tree(arena, after, after->source->root);
    zt_facts_pair(arena, out->before, out->after);
    compare(&c, out->after);
    compare_pictures(&c, out->after, before, after);
    out->figures = figures_in(out->after);
    return out;
}
