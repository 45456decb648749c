/* Rows of a table and the items that stand in the document: the document decides order and names,
   the table supplies values. What is made here are nodes as the parser would have made them. */
#include "import/items_imp.h"

#include "base/near.h"

/* ---- nodes ---- */

/* A text node, which the grammar never marks as known. */
static void add_text(zt_item_filler *f, zt_node *node, zt_str text)
{
    zt_node *child = zt_made_node(f->made, node, NULL, node->at);
    child->known = false;
    child->text = zt_str_copy(f->made, text);
}

/* 同比 in the head of a column is a change against last year. */
static void set_basis(zt_item_filler *f, zt_node *change)
{
    static const char *const words[][3] = {{"同比", NULL, "yoy"},
                                           {"环比", NULL, "mom"},
                                           {"比年初", NULL, "ytd"},
                                           {"比计划", NULL, "plan"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_str_holds_any(f->columns->of[ZT_TO_CHANGE].head, words[i])) {
            zt_made_attr(f->made, change, "basis", zt_str_from(words[i][2]));
            return;
        }
}

/* A <v> in the item. A series without a figure under this key gets one too, with
   status="missing": the chart shows the gap. The unit is written only where the chart has none
   for all. */
static void add_value(zt_item_filler *f, zt_node *item, const zt_item_row *r, size_t series)
{
    const zt_item_value *v = r->values + series;
    zt_node *node = zt_made_node(f->made, item, "v", v->at.file ? v->at : r->at);
    if (f->columns->series.wanted)
        zt_made_attr(f->made, node, "series", f->series.names.items[series]);
    if (!v->given || v->missing)
        zt_made_attr(f->made, node, "status", ZT_STR("missing"));
    else
        add_text(f, node, v->text);
    if (v->given && !v->missing && !v->own_unit && !f->conversion.shared && f->conversion.unit.len)
        zt_made_attr(f->made, node, "unit", f->conversion.unit);
}

/* What the document says of an item itself counts; the table gives only what is not there, part
   by part. */
static void fill_item(zt_item_filler *f, zt_node *item, const zt_item_row *r)
{
    static const char *const names[ZT_TARGETS] = {"", "", "change", "rank", "share"};
    bool stated = zt_node_child(item, "v") || zt_node_child(item, "ref");
    for (size_t i = 0; i < f->series_count && f->columns->of[ZT_TO_V].wanted && !stated; i++)
        if (!f->dropped[i])
            add_value(f, item, r, i);
    for (int i = ZT_TO_CHANGE; i < ZT_TARGETS; i++) {
        if (!r->words || r->words[i].text.len == 0 || zt_node_child(item, names[i]))
            continue;
        zt_node *node = zt_made_node(f->made, item, names[i], r->words[i].at);
        add_text(f, node, r->words[i].text);
        if (i == ZT_TO_CHANGE)
            set_basis(f, node);
    }
}

/* An <item> of the import's parent. */
void zt_item_add(zt_item_filler *f, const zt_item_row *r)
{
    zt_node *item = zt_made_node(f->made, f->import->parent, "item", r->at);
    zt_made_attr(f->made, item, "key", r->key);
    fill_item(f, item, r);
}

/* ---- merging ---- */

/* An item without a figure wants that of the table. */
static bool waits(const zt_node *item)
{
    return !zt_node_child(item, "v") && !zt_node_child(item, "ref") && !zt_node_child(item, "rank");
}

/* The items that stand in the document beside the import, the first of each key; the model
   reports those that repeat it. Where one of them waits for a figure the list is closed: the
   table fills it and adds nothing. */
zt_inline_items zt_items_inline(zt_item_filler *f)
{
    ZT_VEC(zt_node *) items = {0};
    ZT_VEC(const char *) keys = {0};
    zt_keys seen = {.arena = f->arena};
    zt_inline_items in = {0};
    bool is_new;
    for (zt_node *n = zt_node_child(f->import->parent, "item"); n; n = zt_node_sibling(n, "item")) {
        const char *key = zt_str_copy(f->arena, zt_node_attr(n, "key", "")).data;
        if (!n->known)
            continue;
        zt_keys_of(&seen, zt_str_from(key), &is_new);
        if (!is_new)
            continue; /* the model says so */
        ZT_PUSH(f->arena, &items, n);
        ZT_PUSH(f->arena, &keys, key);
        in.closed |= waits(n);
    }
    in.items = items.items;
    in.keys = keys.items;
    in.count = items.count;
    return in;
}

/* Reports key-extra, a warning, with the nearest key. */
static void report_extra(zt_item_filler *f, const zt_item_row *r, const zt_inline_items *in,
                         const char *near)
{
    zt_report(f->diags, ZT_WARNING, "key-extra", r->at, "“%.*s”不在本图列出的各项里%s%s%s%s",
              "\"%.*s\" is none of the items listed in the chart%.0s%s%s%s", ZT_ARG(r->key),
              in->closed ? "，没有取" : "，另作一项", near ? " → " : "", near ? near : "",
              near ? " ?" : "");
}

/* The row of an item: by its key, or by the key without blanks and unit: 产值 is 产值（亿元）. */
static ptrdiff_t find_row(zt_item_filler *f, zt_str key)
{
    ptrdiff_t at = zt_keys_find(&f->keys, key), found = ZT_NO_KEY;
    for (size_t i = 0; at == ZT_NO_KEY && i < f->rows.count; i++) {
        if (!zt_head_is(f->arena, f->rows.items[i].key, key))
            continue;
        if (found != ZT_NO_KEY)
            return ZT_NO_KEY; /* two of them: neither is meant */
        found = (ptrdiff_t)i;
    }
    return at == ZT_NO_KEY ? found : at;
}

/* A value that stays missing is still drawn as such: the message is about the key. */
static void report_missing(zt_item_filler *f, zt_node *item, const char *key)
{
    ZT_VEC(const char *) keys = {0};
    for (size_t i = 0; i < f->rows.count; i++) {
        const char *other = zt_str_copy(f->arena, f->rows.items[i].key).data;
        ZT_PUSH(f->arena, &keys, other);
    }
    const char *near = zt_nearest(zt_str_from(key), keys.items, keys.count);
    zt_str href = zt_node_attr(f->import, "href", "");
    zt_report(f->diags, ZT_ERROR, "key-missing", zt_node_attr_at(item, "key"),
              "%.*s 里没有“%s”%s%s%s", "%.*s has no row \"%s\"%s%s%s", ZT_ARG(href), key,
              near ? " → " : "", near ? near : "", near ? " ?" : "");
    zt_made_attr(f->made, zt_made_node(f->made, item, "v", item->at), "status", ZT_STR("missing"));
    f->failed = true;
}

/* Rows that the document lists go to its items; an item that waits for a figure and finds no row is
   key-missing, an error. Other rows are reported as key-extra when the list is closed, or when
   their key is nearly one of the list: a slip would otherwise become an item of its own. */
void zt_items_merge(zt_item_filler *f, const zt_inline_items *in)
{
    for (size_t i = 0; i < in->count; i++) {
        bool waiting = waits(in->items[i]);
        ptrdiff_t at = find_row(f, zt_str_from(in->keys[i]));
        if (at != ZT_NO_KEY) {
            fill_item(f, in->items[i], f->rows.items + at);
            f->rows.items[at].taken = true;
        } else if (waiting) {
            report_missing(f, in->items[i], in->keys[i]);
        }
    }
    for (size_t i = 0; i < f->rows.count && in->count; i++) {
        zt_item_row *r = f->rows.items + i;
        const char *near = r->taken ? NULL : zt_nearest(r->key, in->keys, in->count);
        if (!r->taken && (in->closed || near))
            report_extra(f, r, in, near);
        r->taken |= in->closed;
    }
}
