/* First pass over a document: every value, change, rank, share and target, with its id; then what
   they say about each other. References may point forward, so this comes before all text. */
#include "model/doc_imp.h"

#include <string.h>

#include "base/unit.h"
#include "base/utf8.h"
#include "model/quantity_imp.h"

/* Whether an element is a quantity, and of which kind. */
static bool kind_of(const zt_node *node, zt_quantity_kind *kind)
{
    static const zt_quantity_kind kinds[] = {ZT_Q_VALUE, ZT_Q_CHANGE, ZT_Q_RANK, ZT_Q_SHARE,
                                             ZT_Q_TARGET};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(node->name, zt_quantity_element(kinds[i])) == 0) {
            *kind = kinds[i];
            return true;
        }
    return false;
}

/* ---- the quantity of a node ---- */

/* The slot of the node, or the free one where it belongs; Fibonacci hashing (Knuth, volume 3, 6.4)
   of the address. The order of slots shows nowhere. */
static zt_node_quantity *slot_of(const zt_node_quantities *of, const zt_node *node)
{
    uint64_t hash = (uint64_t)(uintptr_t)node * 0x9E3779B97F4A7C15u;
    size_t mask = of->slot_count - 1, slot = (size_t)(hash >> 32) & mask;
    while (of->slots[slot].node && of->slots[slot].node != node)
        slot = (slot + 1) & mask;
    return &of->slots[slot];
}

/* Doubles the slots and puts all quantities in again. */
static void grow(zt_arena *arena, zt_node_quantities *of)
{
    zt_node_quantities old = *of;
    of->slot_count = old.slot_count ? old.slot_count * 2 : 64;
    of->slots = ZT_ARRAY(arena, of->slot_count, zt_node_quantity);
    for (size_t i = 0; i < old.slot_count; i++)
        if (old.slots[i].node)
            *slot_of(of, old.slots[i].node) = old.slots[i];
}

/* Notes what was read for a node. The table is never more than half full. */
static void keep_quantity(zt_doc_reader *r, const zt_node *node, zt_quantity *q)
{
    if (++r->elements.count * 2 > r->elements.slot_count)
        grow(r->arena, &r->elements);
    *slot_of(&r->elements, node) = (zt_node_quantity){node, q};
}

/* The quantity that was read for a node, NULL for any other node. */
zt_quantity *zt_quantity_of(const zt_doc_reader *r, const zt_node *node)
{
    return r->elements.slot_count > 0 ? slot_of(&r->elements, node)->quantity : NULL;
}

const zt_quantity *zt_doc_quantity(const zt_doc *doc, const zt_node *node)
{
    const zt_node_quantities *of = doc->by_element;
    return of && of->slot_count > 0 ? slot_of(of, node)->quantity : NULL;
}

/* ---- units ---- */

/* The node itself or the nearest one around it that has the name. */
static const zt_node *ancestor(const zt_node *node, const char *name)
{
    while (node && !zt_node_is(node, name))
        node = node->parent;
    return node;
}

/* A unit that the tables do not know becomes known, without its scale word: of 万趟 it is 趟. */
static void add_unit(zt_buf *out, zt_str unit)
{
    int scale;
    zt_str base;
    if (zt_unit_split(unit, NULL, &scale, &base) == unit.len)
        return;
    zt_buf_putc(out, ' ');
    zt_buf_str(out, zt_str_slice(unit, zt_unit_scale(unit, &scale), unit.len));
}

/* unit= of the <data> around a node, as written; empty without. */
static zt_str shared_unit(const zt_node *node)
{
    const zt_node *data = ancestor(node, "data");
    return data ? zt_node_attr(data, "unit", NULL) : (zt_str){0};
}

/* Units known at a node: those of the tables, of its unit= and of its data. A list of words parted
   by blanks, kept in the arena. */
const char *zt_units_at(zt_doc_reader *r, const zt_node *node)
{
    zt_str own = zt_node_attr(node, "unit", NULL), shared = shared_unit(node);
    if (own.len == 0 && shared.len == 0)
        return r->options.units;
    if (r->units_at.list && zt_str_equal(own, r->units_at.own) &&
        zt_str_equal(shared, r->units_at.shared)) /* as from row to row of a table */
        return r->units_at.list;
    zt_buf units;
    zt_buf_init(&units, r->arena);
    zt_buf_puts(&units, r->options.units ? r->options.units : "");
    add_unit(&units, own);
    add_unit(&units, shared);
    r->units_at.own = own;
    r->units_at.shared = shared;
    r->units_at.list = zt_buf_view(&units).data;
    return r->units_at.list;
}

/* Bytes of the scale word that the unit of a document in English begins with, million tonnes. */
static size_t english_scale(const zt_doc_reader *r, zt_str unit, int *scale)
{
    return r->doc->language == ZT_LANG_EN ? zt_unit_scale(unit, scale) : 0;
}

/* unit="万人次" beside <v>612.4</v>: what the phrase leaves unsaid. */
static void apply_unit(zt_doc_reader *r, const zt_node *node, zt_quantity *q)
{
    zt_str given = zt_node_attr(node, "unit", NULL), unit;
    int scale;
    if (given.len == 0 || !q->has_number)
        return;
    if (zt_unit_split(given, zt_units_at(r, node), &scale, &unit) < given.len) {
        scale = 0;
        unit = zt_str_slice(given, english_scale(r, given, &scale), given.len);
    }
    if (q->unit.len > 0 && !zt_str_equal(q->unit, unit)) {
        zt_report(r->diags, ZT_ERROR, "unit-mismatch", zt_node_attr_at(node, "unit"),
                  "unit=“%.*s” 与文中的“%.*s”不一致",
                  "unit=\"%.*s\" contradicts \"%.*s\" in the text", ZT_ARG(given), ZT_ARG(q->unit));
        return;
    }
    q->unit = unit;
    if (q->scale == 0 && scale && zt_num_scale(&q->value, scale))
        q->scale = scale;
}

/* 分别超23万人次、200万人次: the word stands at the first value and holds for the second. */
static void apply_bound(const zt_node *node, zt_quantity *q)
{
    if (!zt_node_find(node, "bound") || !q->has_number)
        return;
    q->bound_given = true;
    q->bound = (zt_bound)zt_attr_index(node, "bound", "exact about below above");
    q->approx |= q->bound == ZT_ABOUT;
}

/* ---- one quantity ---- */

/* Attributes that say what a figure is of, when, by whom, against what. Here they are only taken
   over; ids are resolved when all are known. */
static void read_circumstances(zt_quantity *q, const zt_node *node)
{
    q->of = zt_node_attr(node, "of", NULL);
    q->vs = zt_node_attr(node, "vs", NULL);
    q->among = zt_node_attr(node, "among", NULL);
    q->within = zt_node_attr(node, "within", NULL);
    q->by = zt_node_attr(node, "by", NULL);
    q->per = zt_node_attr(node, "per", NULL);
    q->period = zt_node_attr(node, "period", NULL);
    q->asof = zt_node_attr(node, "asof", NULL);
    q->source = zt_node_attr(node, "source", NULL);
    q->note = zt_node_attr(node, "note", NULL);
    q->basis = (zt_basis)zt_attr_index(node, "basis", "none yoy mom ytd plan");
    q->status =
        (zt_status)zt_attr_index(node, "status", "actual estimate forecast target missing revised");
    q->main = zt_attr_yes(node, "main");
    q->tie = zt_attr_yes(node, "tie");
    q->tie_given = zt_node_find(node, "tie") != NULL;
    q->label = zt_node_attr(node, "label", NULL);
}

/* A missing value is not zero; a draft shows that it is still to come. */
static void read_missing(zt_doc_reader *r, zt_quantity *q, zt_str text)
{
    q->text = text.len ? text : zt_missing_word(q->language);
    if (r->options.final)
        zt_report(r->diags, ZT_ERROR, "value-missing", q->at,
                  "这个值还缺（status=\"missing\"，排作“%.*s”），定稿前要补上",
                  "this value is still missing (printed \"%.*s\"), a final version needs it",
                  ZT_ARG(q->text));
}

/* Whether a text has no ASCII white space, which would be collapsed. */
static bool is_one_word(zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] <= ' ')
            return false;
    return true;
}

/* The phrase of a quantity. Most are one word, which need not be copied. */
static zt_str phrase_of(zt_arena *arena, const zt_node *node)
{
    const zt_node *only = node->first;
    if (only && !only->next && !only->name && is_one_word(only->text))
        return only->text;
    return zt_str_trim(zt_node_text(arena, node));
}

/* One quantity, read when the tree is walked for the first time. One with calc= and no text gets
   its number later. */
static void read_quantity(zt_doc_reader *r, const zt_node *node, zt_quantity_kind kind)
{
    zt_quantity *q = ZT_NEW(r->arena, zt_quantity);
    zt_str text = phrase_of(r->arena, node);
    q->kind = kind;
    q->language = r->doc->language;
    q->id = zt_attr_text(node, "id");
    q->at = zt_text_at(node);
    read_circumstances(q, node);
    q->shared_unit = shared_unit(node);
    q->calc = zt_str_trim(zt_node_attr(node, "calc", NULL));
    if (q->status == ZT_MISSING)
        read_missing(r, q, text);
    else if (text.len > 0 || q->calc.len == 0)
        zt_quantity_parse(r->arena, r->diags, kind, text, zt_units_at(r, node), q);
    apply_unit(r, node, q);
    apply_bound(node, q);
    if (q->calc.len > 0 && q->status != ZT_MISSING)
        zt_calc_announce(r, node, q);
    keep_quantity(r, node, q);
    const zt_quantity *kept = q;
    ZT_PUSH(r->arena, &r->quantities, kept);
}

/* ---- ids ---- */

/* Registers an id; duplicate-id, with the line where it was used first, since two figures of one
   name could not be told apart. */
static void read_id(zt_doc_reader *r, const zt_node *node)
{
    const zt_attr_value *id = zt_node_find(node, "id");
    if (!id || !node->parent || id->value.len == 0)
        return;
    const zt_named *earlier = zt_names_find(&r->ids, id->value);
    if (earlier)
        zt_report(r->diags, ZT_ERROR, "duplicate-id", id->value_at,
                  "id=“%.*s” 已用在第 %d 行；每个 id 只能用一次",
                  "id=\"%.*s\" is used in line %d already", ZT_ARG(id->value), earlier->at.line);
    else
        zt_names_add(r->arena, &r->ids, id->value, id->value_at, zt_quantity_of(r, node));
}

/* Walks the tree in the order of the document. */
static void collect(zt_doc_reader *r, const zt_node *node)
{
    zt_quantity_kind kind;
    if (kind_of(node, &kind))
        read_quantity(r, node, kind);
    read_id(r, node);
    for (const zt_node *child = zt_known_child(node, NULL); child;
         child = zt_known_sibling(child, NULL))
        collect(r, child);
}

/* ---- what they say about each other ---- */

/* asof-after-issue: figures cannot hold from a day after the paper appears. Without the date of
   the issue nothing is compared. */
void zt_check_asof(zt_doc_reader *r, zt_date date, zt_pos at)
{
    zt_day last = date.to;
    if (!r->doc->has_issue)
        return;
    /* A month or a year is compared by its beginning: 2022-06 is fine in a paper of 2022-06-26. */
    if (zt_day_compare(last, r->doc->issue) <= 0)
        return;
    zt_report(r->diags, ZT_WARNING, "asof-after-issue", at,
              "“截至”的日期晚于见报日期 %04d-%02d-%02d",
              "the as-of date lies after the issue, %04d-%02d-%02d", r->doc->issue.year,
              r->doc->issue.month, r->doc->issue.day);
}

/* The quantity with an id, NULL when none has it. */
zt_quantity *zt_find_quantity(const zt_doc_reader *r, zt_str id)
{
    const zt_named *found = zt_names_find(&r->ids, id);
    return found ? found->value : NULL;
}

/* unknown-ref at the attribute, with the nearest id when one is near. */
void zt_report_unknown_id(zt_doc_reader *r, const char *attr, zt_str id, zt_pos at)
{
    const char *near = zt_names_nearest(r->arena, &r->ids, id);
    if (near) {
        zt_report(r->diags, ZT_ERROR, "unknown-ref", at, "%s=“%.*s” 没有这个值；是否想写 %s？",
                  "%s=\"%.*s\" names no value; did you mean %s?", attr, ZT_ARG(id), near);
        zt_diags_add_change(r->diags, "unknown-ref", at, id, zt_str_from(near));
    } else {
        zt_report(r->diags, ZT_ERROR, "unknown-ref", at, "%s=“%.*s” 没有这个值；要引用的值须有 id",
                  "%s=\"%.*s\" names no value that has this id", attr, ZT_ARG(id));
    }
}

/* Ids begin with an ASCII letter or an underscore; anything else in such an attribute is a number.
 */
static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* An attribute that holds an id or a quantity, vs="q1" or vs="22%". NULL when it is not written,
   or after a report. */
const zt_quantity *zt_quantity_or_id(zt_doc_reader *r, const zt_node *node, const char *attr)
{
    zt_str text = zt_node_attr(node, attr, NULL);
    const zt_quantity *found = text.len ? zt_find_quantity(r, text) : NULL;
    if (text.len == 0 || found)
        return found;
    zt_quantity *given = ZT_NEW(r->arena, zt_quantity);
    given->language = r->doc->language;
    given->at = zt_node_attr_at(node, attr);
    if (is_letter(text.data[0])) { /* an id, and not one of ours */
        zt_report_unknown_id(r, attr, text, given->at);
        return NULL;
    }
    bool good =
        zt_quantity_parse(r->arena, r->diags, ZT_Q_VALUE, text, zt_units_at(r, node), given);
    return good ? given : NULL;
}

/* The rank or the change of a value, as a key. */
typedef struct companion_key {
    const zt_quantity *of;
    size_t kind;
} companion_key;

/* The rank or change that was kept for a value, or NULL. */
static const zt_quantity *companion(const zt_doc_reader *r, const zt_quantity *of,
                                    zt_quantity_kind kind)
{
    companion_key key = {of, (size_t)kind};
    const zt_named *found = zt_names_find(&r->companions, (zt_str){(const char *)&key, sizeof key});
    return found ? found->value : NULL;
}

/* The first that names a value is the one that <ref show="rank"> prints. */
static void keep_companion(zt_doc_reader *r, zt_quantity *q)
{
    companion_key key = {q->of_value, (size_t)q->kind};
    if (!q->of_value || companion(r, q->of_value, q->kind))
        return;
    zt_str name = {zt_arena_copy(r->arena, (const char *)&key, sizeof key), sizeof key};
    zt_names_add(r->arena, &r->companions, name, q->at, q);
}

/* The end of what a text says before its last full stop, or of what it says up to the first. */
static zt_str sentence_part(zt_str text, bool before)
{
    size_t from = 0, end = text.len;
    for (size_t at = 0; at < text.len && end == text.len;) {
        size_t first = at;
        zt_utf8_next(text, &at);
        if (!zt_str_in_words(zt_str_slice(text, first, at), "。 ！ ？ ! ?") &&
            !zt_str_starts(zt_str_slice(text, first, text.len), ". "))
            continue;
        if (before)
            from = at;
        else
            end = first;
    }
    return zt_str_slice(text, from, end);
}

/* The words of the sentence around a node within its parent. */
static zt_str sentence_around(zt_doc_reader *r, const zt_node *node)
{
    zt_buf before, after;
    bool passed = false;
    zt_buf_init(&before, r->arena);
    zt_buf_init(&after, r->arena);
    for (const zt_node *n = node->parent->first; n; n = n->next) {
        passed |= n == node;
        zt_buf_str(passed ? &after : &before, zt_node_text(r->arena, n));
    }
    zt_buf whole;
    zt_buf_init(&whole, r->arena);
    zt_buf_str(&whole, sentence_part(zt_buf_view(&before), true));
    zt_buf_str(&whole, sentence_part(zt_buf_view(&after), false));
    return zt_buf_view(&whole);
}

/* The sentence or the label around it says itself that this is no count. */
static bool is_hedged(zt_doc_reader *r, const zt_node *node)
{
    static const char *const words[] = {"估计",     "估算",     "推算",     "测算",
                                        "预计",     "预测",     "据此计算", "estimate",
                                        "Estimate", "expected", "forecast", NULL};
    return zt_str_holds_any(sentence_around(r, node), words) ||
           zt_str_holds_any(zt_node_attr(node->parent, "label", NULL), words);
}

/* Whether 估计 belongs behind an estimate that is written or quoted at this node. Charts and tables
   print that word beside the mark or in the cell, in a type of its own. */
static bool wants_standing(zt_doc_reader *r, const zt_node *node, const zt_quantity *q)
{
    bool beside = zt_node_is(node->parent, "item") || zt_node_is(node->parent, "cell") ||
                  zt_node_is(node->parent, "trend");
    return q->status == ZT_ESTIMATE && q->has_number && !beside && !is_hedged(r, node);
}

/* An estimate says 估计 behind it. */
static void label_estimate(zt_doc_reader *r, const zt_node *node, zt_quantity *q)
{
    if (!q->labelled && wants_standing(r, node, q))
        zt_quantity_label(r->arena, q, q->text);
}

/* What a quantity says about another: of= and vs= by id, or by the item in which both stand. */
static void resolve(zt_doc_reader *r, const zt_node *node, zt_quantity *q)
{
    zt_date asof;
    if (q->of.len > 0) {
        q->of_value = zt_find_quantity(r, q->of);
        if (!q->of_value)
            zt_report_unknown_id(r, "of", q->of, zt_node_attr_at(node, "of"));
    } else if (q->kind != ZT_Q_VALUE && zt_node_is(node->parent, "item")) {
        const zt_node *v = zt_known_child(node->parent, "v");
        const zt_node *ref = zt_known_child(node->parent, "ref");
        if (v)
            q->of_value = zt_quantity_of(r, v);
        else if (ref)
            q->of_value = zt_find_quantity(r, zt_node_attr(ref, "v", NULL));
    }
    keep_companion(r, q);
    label_estimate(r, node, q);
    q->vs_value = zt_quantity_or_id(r, node, "vs");
    if (q->asof.len > 0 && zt_date_parse(q->asof, &asof, NULL))
        zt_check_asof(r, asof, zt_node_attr_at(node, "asof"));
}

/* Resolves every quantity below the node. */
static void resolve_all(zt_doc_reader *r, const zt_node *node)
{
    zt_quantity *q = zt_quantity_of(r, node);
    if (q)
        resolve(r, node, q);
    for (const zt_node *child = zt_known_child(node, NULL); child;
         child = zt_known_sibling(child, NULL))
        resolve_all(r, child);
}

/* First pass: collect all, compute those with calc=, then resolve references, which may point
   forward or to computed values. */
void zt_read_quantities(zt_doc_reader *r, const zt_node *root)
{
    collect(r, root);
    zt_calc_all(r);
    resolve_all(r, root);
    r->doc->quantities = r->quantities.items;
    r->doc->quantity_count = r->quantities.count;
}

/* ---- references in text ---- */

/* A value quoted in a text says 估计 there or not by the sentence that quotes it, whatever the
   place says where it is written. */
static const zt_quantity *with_standing(zt_doc_reader *r, const zt_node *ref, const zt_quantity *q)
{
    bool wanted = wants_standing(r, ref, q);
    if (q->status != ZT_ESTIMATE || q->derived || wanted == q->labelled)
        return q;
    zt_quantity *quoted = ZT_NEW(r->arena, zt_quantity);
    *quoted = *q;
    if (wanted) {
        zt_quantity_label(r->arena, quoted, q->text);
        return quoted;
    }
    quoted->text = zt_str_slice(q->text, 0, q->bare.len); /* the word stands behind it */
    quoted->labelled = false;
    return quoted;
}

/* A bare number of a chart, 612.4 beside unit="万人次": elsewhere it needs its unit, or at least
   the scale of it. */
static const zt_quantity *with_unit(zt_doc_reader *r, const zt_quantity *q, bool whole)
{
    zt_str bare = zt_bare_phrase(q), unit = q->shared_unit;
    bool stands_apart = q->figure_end == bare.len && !q->unit_given;
    if (unit.len == 0 || !stands_apart || !q->has_number)
        return q;
    int power;
    if (!whole)
        unit = zt_str_trim(zt_str_slice(unit, 0, zt_unit_scale(unit, &power)));
    zt_quantity *full = ZT_NEW(r->arena, zt_quantity);
    *full = *q;
    unit = zt_unit_behind(r->arena, q->language, unit);
    full->text = zt_str_from(zt_arena_printf(r->arena, "%.*s%.*s", ZT_ARG(bare), ZT_ARG(unit)));
    if (q->labelled)
        zt_quantity_label(r->arena, full, full->text);
    if (full->unit.len == 0 && full->scale == 0) { /* the chart has not been read yet */
        zt_unit_split(q->shared_unit, r->options.units, &full->scale, &full->unit);
        if (full->unit.len == 0)
            full->unit = zt_rest_of(q->shared_unit, english_scale(r, q->shared_unit, &full->scale));
        if (!zt_num_scale(&full->value, full->scale))
            full->scale = 0; /* which the chart reports */
    }
    return full;
}

/* 46.3万 of 46.3万人次: the phrase without its unit and what follows. */
static const zt_quantity *without_unit(zt_doc_reader *r, const zt_quantity *q)
{
    uintptr_t from = (uintptr_t)q->text.data, unit = (uintptr_t)q->unit.data;
    if (q->unit.len == 0 || unit < from || unit >= from + q->text.len)
        return with_unit(r, q, false); /* the unit stands in an attribute */
    if (unit - from < q->figure_end)
        return q; /* 9秒83 has its unit within */
    zt_quantity *bare = ZT_NEW(r->arena, zt_quantity);
    *bare = *q;
    bare->text = zt_str_copy(r->arena, zt_str_slice(q->text, 0, unit - from));
    if (q->labelled)
        zt_quantity_label(r->arena, bare, bare->text);
    return bare;
}

/* What <ref> prints: the phrase, its number without unit, or the rank or change of the value. NULL
   after unknown-ref. A copy is made where the unit must be added or removed. */
const zt_quantity *zt_ref_resolve(zt_doc_reader *r, const zt_node *ref)
{
    enum { TEXT, NUMBER, RANK, CHANGE };
    zt_str id = zt_node_attr(ref, "v", NULL);
    zt_pos at = zt_node_attr_at(ref, "v");
    const zt_quantity *q = zt_find_quantity(r, id);
    if (!q) {
        if (id.len > 0)
            zt_report_unknown_id(r, "v", id, at);
        return NULL;
    }
    int show = zt_attr_index(ref, "show", "text number rank change");
    if (show == TEXT || (show == NUMBER && !q->has_number))
        return with_unit(r, with_standing(r, ref, q), true);
    if (show == NUMBER)
        return without_unit(r, q->labelled ? with_standing(r, ref, q) : q);
    const zt_quantity *other = companion(r, q, show == RANK ? ZT_Q_RANK : ZT_Q_CHANGE);
    if (!other)
        zt_report(r->diags, ZT_ERROR, "unknown-ref", zt_node_attr_at(ref, "show"),
                  "值 %.*s 没有 <%s of=\"%.*s\">，不能用 show=\"%s\"",
                  "the value %.*s has no <%s of=\"%.*s\">, so show=\"%s\" is impossible",
                  ZT_ARG(id), show == RANK ? "rank" : "change", ZT_ARG(id),
                  show == RANK ? "rank" : "change");
    return other;
}
