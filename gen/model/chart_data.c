/* The data of a chart: series, items by key. Given the checked element after its imports; hands on
   zt_chart_data in the order to draw, with computations, sort= and keep= done, so that kinds of
   chart, checks and dumps all see the same items. What points at them is read in chart_pointing.c.
 */
#include "model/doc_imp.h"

#include "model/chart_derive_imp.h"
#include "model/chart_labels.h"
#include "model/chart_legs_imp.h"
#include "model/chart_order_imp.h"
#include "model/chart_pointing_imp.h"
#include "model/chart_time_imp.h"
#include "model/chart_tree_imp.h"
#include "model/chart_unit_imp.h"
#include "model/quantity_imp.h"

/* Every item has room for every series, so their product must stay small. */
enum { MAX_SERIES = 64 };

/* An item where a series names it. */
typedef struct stop {
    size_t series;
    zt_str key, leg;
} stop;

/* What is needed while one chart is read. The arrays grow here and are handed to `chart` at the
   end. */
typedef struct chart_reader {
    zt_doc_reader *r;
    zt_chart_data *chart;
    zt_chart_names names;
    ZT_VEC(zt_chart_item) items;
    ZT_VEC(zt_str) heads;
    ZT_VEC(stop) stops; /* of kinds with courses, in the order of the file */
    zt_chart_unit_reader unit;
    /* Of kinds whose series are axes: the first value of each that has a unit; NULL: none yet. */
    const zt_quantity *of_axis[MAX_SERIES];
    bool series_reported; /* limit-series has been reported */
} chart_reader;

/* The tables of names hold pointers; an index is kept in the arena to have one. */
static size_t *new_index(zt_arena *arena, size_t index)
{
    size_t *kept = ZT_NEW(arena, size_t);
    *kept = index;
    return kept;
}

/* ---- series ---- */

/* The index of a series, a new one for a new head; MAX_SERIES when there are too many. */
static size_t series_index(chart_reader *c, zt_str head, zt_pos at)
{
    const zt_named *found = zt_names_find(&c->names.series, head);
    if (found)
        return *(const size_t *)found->value;
    if (c->heads.count == MAX_SERIES) {
        if (!c->series_reported)
            zt_report(c->r->diags, ZT_ERROR, "limit-series", at, "一张图最多 %d 个系列",
                      "a chart has at most %d series", MAX_SERIES);
        c->series_reported = true;
        return MAX_SERIES;
    }
    zt_names_add(c->r->arena, &c->names.series, head, at, new_index(c->r->arena, c->heads.count));
    ZT_PUSH(c->r->arena, &c->heads, head);
    return c->heads.count - 1;
}

/* The series that holds the item; empty when items stand in <data>. */
static zt_str series_of_item(const zt_node *item)
{
    return zt_node_is(item->parent, "series") ? zt_node_attr(item->parent, "head", NULL)
                                              : (zt_str){0};
}

/* Of a <v>: the head of the <series> around it, else its own series= attribute, empty for none. */
static zt_str series_of(const zt_node *v)
{
    if (zt_node_is(v->parent->parent, "series"))
        return series_of_item(v->parent);
    return zt_node_attr(v, "series", NULL);
}

/* Values of an item: <v>, and <ref> to one that is written elsewhere. */
static const zt_node *value_from(const zt_node *node)
{
    while (node && !(zt_node_is(node, "v") || zt_node_is(node, "ref")))
        node = zt_known_sibling(node, NULL);
    return node;
}

/* The first value of an item: <v> or <ref>, other children are skipped. */
static const zt_node *first_value_of(const zt_node *item)
{
    return value_from(zt_known_child(item, NULL));
}

/* The value behind v in the same item, or NULL. */
static const zt_node *next_value(const zt_node *v)
{
    return value_from(zt_known_sibling(v, NULL));
}

/* Kinds whose items are places on a way or in a tree: they need no value. */
static bool has_courses(zt_str kind)
{
    return zt_str_in_words(kind, "route tree hub");
}

/* All heads first, so that every item has room for each; a series without items keeps its head. */
static void collect_heads(chart_reader *c, const zt_node *items)
{
    if (zt_node_is(items, "series"))
        series_index(c, zt_node_attr(items, "head", NULL), items->at);
    for (const zt_node *item = zt_known_child(items, "item"); item;
         item = zt_known_sibling(item, "item"))
        for (const zt_node *v = first_value_of(item); v; v = next_value(v))
            series_index(c, series_of(v), v->at);
}

/* ---- items ---- */

/* The item with the key of this node, a new one if none has it. The pointer is valid until the
   next item is added. Series that stand one behind the other name the same keys again; their
   values come together here. */
static zt_chart_item *item_of(chart_reader *c, const zt_node *node, bool *is_new)
{
    zt_str key = zt_node_attr(node, "key", NULL);
    const zt_named *found = zt_names_find(&c->names.keys, key);
    *is_new = !found;
    if (found)
        return c->items.items + *(const size_t *)found->value;
    zt_chart_item item = {.key = key, .at = node->at};
    item.values = ZT_ARRAY(c->r->arena, c->chart->series_count, const zt_quantity *);
    zt_names_add(c->r->arena, &c->names.keys, key, node->at,
                 new_index(c->r->arena, c->items.count));
    ZT_PUSH(c->r->arena, &c->items, item);
    return c->items.items + c->items.count - 1;
}

/* The quantity that was read for a child element, such as <change>; NULL without one. */
static const zt_quantity *quantity_child(chart_reader *c, const zt_node *item, const char *name)
{
    const zt_node *node = zt_known_child(item, name);
    return node ? zt_quantity_of(c->r, node) : NULL;
}

/* duplicate-key, with the line where the key was used first: in a series of the same head it is the
   head that was meant to differ. */
static void report_key(chart_reader *c, const zt_node *node, zt_pos earlier)
{
    zt_str head = series_of_item(node);
    const zt_named *series = zt_names_find(&c->names.series, head);
    bool twin = head.len > 0 && series && series->at.line != node->parent->at.line;
    if (twin)
        zt_report(c->r->diags, ZT_ERROR, "duplicate-key", zt_node_attr_at(node, "key"),
                  "系列“%.*s”里已有 key=“%.*s”（第 %d 行）；两个系列不能同名，改一个 head=",
                  "the series \"%.*s\" has key=\"%.*s\" in line %d already; two series of one "
                  "name: change one head=",
                  ZT_ARG(head), ZT_ARG(zt_node_attr(node, "key", NULL)), earlier.line);
    else
        zt_report(c->r->diags, ZT_ERROR, "duplicate-key", zt_node_attr_at(node, "key"),
                  "key=“%.*s” 已用在第 %d 行", "key=\"%.*s\" is used in line %d already",
                  ZT_ARG(zt_node_attr(node, "key", NULL)), earlier.line);
}

/* A value quoted from the text. Where it is in the unit of the chart it prints as the others do,
   without it. */
static zt_quantity *quoted(chart_reader *c, const zt_node *ref)
{
    const zt_quantity *there = zt_ref_resolve(c->r, ref);
    if (!there)
        return NULL;
    zt_quantity *q = ZT_NEW(c->r->arena, zt_quantity);
    *q = *there;
    q->at = ref->at;
    q->id = NULL;
    zt_str text = zt_bare_phrase(q);
    zt_str behind = zt_str_slice(text, q->figure_end, text.len);
    if (!q->has_number || !c->unit.unit_given || behind.len == 0 ||
        !zt_str_equal(behind, c->chart->unit))
        return q;
    text = zt_str_copy(c->r->arena, zt_str_slice(text, 0, q->figure_end));
    if (q->labelled)
        zt_quantity_label(c->r->arena, q, text);
    else
        q->text = text;
    q->value = q->printed;
    q->unit = (zt_str){0};
    q->unit_given = false;
    q->scale = 0;
    return q;
}

/* Each value is measured by its own target, whatever the units of the others. */
static bool has_own_units(const zt_chart_data *chart)
{
    return zt_str_is(chart->kind, "bullet");
}

/* Values of one axis have one unit and scale; a bare one is in that of the head. Reports
   unit-mismatch. */
static void fit_to_axis(chart_reader *c, size_t series, const zt_quantity *q)
{
    const zt_quantity *first = c->of_axis[series];
    if (!q->has_number || (q->unit.len == 0 && q->scale == 0))
        return;
    if (!first)
        c->of_axis[series] = q;
    else if (first->scale != q->scale || !zt_str_equal(first->unit, q->unit))
        zt_report(c->r->diags, ZT_ERROR, "unit-mismatch", q->at,
                  "“%.*s”与同一系列的“%.*s”单位或量级不同；一条轴只能有一种",
                  "the unit or scale of \"%.*s\" differs from \"%.*s\" of its series; an axis "
                  "has one",
                  ZT_ARG(q->text), ZT_ARG(first->text));
}

/* The values of an item, one for each series. A second value for the same series is a duplicate
   key, reported once an item. Every value is fitted to the unit of the chart, or of its axis. */
static void read_values(chart_reader *c, const zt_node *node, zt_chart_item *item)
{
    bool said = false;
    for (const zt_node *v = first_value_of(node); v; v = next_value(v)) {
        size_t series = series_index(c, series_of(v), v->at);
        zt_quantity *q = zt_node_is(v, "ref") ? quoted(c, v) : zt_quantity_of(c->r, v);
        if (series == MAX_SERIES || !q)
            continue;
        if (item->values[series]) {
            if (!said)
                report_key(c, node, item->values[series]->at);
            said = true;
            continue;
        }
        if (zt_chart_has_axis_units(c->chart))
            fit_to_axis(c, series, q);
        else if (!has_own_units(c->chart))
            zt_chart_unit_fit(&c->unit, q);
        item->values[series] = q;
    }
}

/* True when any series has a value for the item, though it may be a missing one. */
static bool has_value(const zt_chart_data *chart, const zt_chart_item *item)
{
    for (size_t i = 0; i < chart->series_count; i++)
        if (item->values[i])
            return true;
    return false;
}

/* Parts of a whole are written as what they are: <share among="全国">占全国37%</share>. */
static bool draws_shares(zt_str kind)
{
    return zt_str_is(kind, "share") || zt_str_is(kind, "waffle");
}

/* Charts of parts take a <share> for the value when no other is given, so that the author need not
   write the same percentage twice. */
static void take_share(chart_reader *c, const zt_node *node, zt_chart_item *item)
{
    const zt_node *share = zt_known_child(node, "share");
    size_t series = series_index(c, series_of_item(node), node->at);
    if (!share || !draws_shares(c->chart->kind) || series >= c->chart->series_count ||
        item->values[series])
        return;
    zt_quantity *q = zt_quantity_of(c->r, share);
    zt_chart_unit_fit(&c->unit, q);
    item->values[series] = q;
}

/* item-empty: nothing to draw; rank-without-values: places alone are drawn by a ladder only. */
static void check_item(chart_reader *c, const zt_node *node, const zt_chart_item *item)
{
    /* A ref to nothing has been said, and so has an import that failed: its values are to come. */
    if (has_value(c->chart, item) || zt_known_child(node, "ref") || c->chart->incomplete ||
        has_courses(c->chart->kind))
        return;
    if (!item->rank)
        zt_report(c->r->diags, ZT_ERROR, "item-empty", node->at,
                  "“%.*s”没有值；若暂缺，写 <v status=\"missing\"/>",
                  "\"%.*s\" has no value; write <v status=\"missing\"/> while it is not known",
                  ZT_ARG(item->key));
    else if (!zt_str_is(c->chart->kind, "ladder"))
        zt_report(c->r->diags, ZT_ERROR, "rank-without-values", node->at,
                  "“%.*s”只有名次没有值，画不出长度；用 kind=\"ladder\"",
                  "\"%.*s\" has a rank but no value, so it has no length; use kind=\"ladder\"",
                  ZT_ARG(item->key));
}

/* The item as a stop of the series around it, else of those that its values name. */
static void add_stops(chart_reader *c, const zt_node *node)
{
    zt_str key = zt_node_attr(node, "key", NULL);
    zt_str leg = zt_str_trim(zt_node_attr(node, "leg", NULL));
    const zt_node *v = zt_node_is(node->parent, "series") ? NULL : first_value_of(node);
    do {
        zt_str head = v ? series_of(v) : series_of_item(node);
        stop s = {series_index(c, head, node->at), key, leg};
        if (s.series < c->chart->series_count)
            ZT_PUSH(c->r->arena, &c->stops, s);
        v = v ? next_value(v) : NULL;
    } while (v);
}

/* A whole number that the grammar or an import has checked, at most as large as a grid can be. */
static int count_of(const zt_node *node, const char *attr)
{
    enum { MOST = 99 };
    zt_num num;
    if (!zt_num_parse(zt_node_attr(node, attr, NULL), &num) || num.decimals > 0)
        return 0;
    return num.scaled > MOST ? MOST : (int)num.scaled;
}

/* A place on a grid; the first one that is written holds. */
static void read_place(const zt_node *node, zt_chart_item *item)
{
    if (item->has_place || !zt_node_find(node, "column") || !zt_node_find(node, "row"))
        return;
    item->has_place = true;
    item->column = count_of(node, "column");
    item->row = count_of(node, "row");
}

/* One <item>. The same key again is right in another <series> and an error in the same list. */
static void read_item(chart_reader *c, const zt_node *node)
{
    bool is_new;
    zt_chart_item *item = item_of(c, node, &is_new);
    if (!is_new && !zt_node_is(node->parent, "series")) {
        report_key(c, node, item->at);
        return;
    }
    read_values(c, node, item);
    read_place(node, item);
    if (has_courses(c->chart->kind))
        add_stops(c, node);
    item->change = item->change ? item->change : quantity_child(c, node, "change");
    item->rank = item->rank ? item->rank : quantity_child(c, node, "rank");
    item->share = item->share ? item->share : quantity_child(c, node, "share");
    item->target = item->target ? item->target : quantity_child(c, node, "target");
    if (!has_value(c->chart, item))
        take_share(c, node, item);
    check_item(c, node, item);
}

/* All items of <data> or of one <series>, in the order written. */
static void read_items(chart_reader *c, const zt_node *items)
{
    for (const zt_node *item = zt_known_child(items, "item"); item;
         item = zt_known_sibling(item, "item"))
        read_item(c, item);
}

/* ---- order ---- */

/* sort="asc" or "desc" puts the items in order of the first series; without it they stay as
   written, since the order of periods or places is a statement. */
static void sort_items(chart_reader *c, const zt_node *data)
{
    zt_str sort = zt_node_attr(data, "sort", "none");
    size_t count = c->items.count;
    if (!zt_str_is(sort, "asc") && !zt_str_is(sort, "desc"))
        return;
    zt_chart_item *sorted = ZT_ARRAY(c->r->arena, count, zt_chart_item);
    const size_t *order =
        zt_chart_order(c->r->arena, c->items.items, count, zt_str_is(sort, "asc"));
    for (size_t i = 0; i < count; i++)
        sorted[i] = c->items.items[order[i]];
    c->items.items = sorted;
}

/* ---- keys without an item ---- */

static zt_absence not_kept = {"在数据里，但 keep= 没有取它；放宽 keep=",
                              "is in the data, but left out by keep=; let keep= take more"};
static zt_absence not_computed = {
    "在数据里，但图上所算的还没有它的值；换一项",
    "is in the data, but what the chart computes has no value for it yet; take another"};

/* A key without an item: pointing at it is understood, so that it is no unknown one, but an error.
 */
static void leave_out(chart_reader *c, zt_str key, zt_pos at, zt_absence *why)
{
    if (!zt_names_find(&c->names.left_out, key))
        zt_names_add(c->r->arena, &c->names.left_out, key, at, why);
}

/* What keep= of an import did not take. */
static void collect_left_out(chart_reader *c, const zt_node *node)
{
    for (size_t i = 0; i < node->left_out_count; i++)
        leave_out(c, node->left_out[i], node->at, &not_kept);
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL))
        collect_left_out(c, n);
}

/* Whether the keys are those of the first `count` items already, in their order. */
static bool are_settled(const chart_reader *c, size_t count)
{
    const zt_names *keys = &c->names.keys;
    for (size_t i = 0; i < keys->list.count && i < count; i++)
        if (!zt_str_equal(keys->list.items[i].key, c->items.items[i].key))
            return false;
    return keys->list.count == count;
}

/* The keys are those of the first `count` items from now on: some have gone, and a rest has come.
 */
static void settle_items(chart_reader *c, size_t count, zt_absence *why)
{
    zt_names before = c->names.keys;
    c->items.count = count;
    if (are_settled(c, count))
        return;
    c->names.keys = (zt_names){0};
    for (size_t i = 0; i < count; i++)
        zt_names_add(c->r->arena, &c->names.keys, c->items.items[i].key, c->items.items[i].at,
                     new_index(c->r->arena, i));
    for (size_t i = 0; i < before.list.count; i++)
        if (!zt_names_find(&c->names.keys, before.list.items[i].key))
            leave_out(c, before.list.items[i].key, before.list.items[i].at, why);
}

/* ---- a chart ---- */

/* Items that should have come from a file: if they did not, that has been said. */
static bool imports(const zt_node *data)
{
    if (zt_node_child(data, "import"))
        return true;
    for (const zt_node *s = zt_known_child(data, "series"); s; s = zt_known_sibling(s, "series"))
        if (zt_node_child(s, "import"))
            return true;
    return false;
}

/* False when an <import> below the data has failed; the diagnostic of that came earlier. */
static bool imported(const zt_node *data)
{
    for (const zt_node *n = data->first; n; n = n->next)
        if ((zt_node_is(n, "import") && !n->known) || (zt_node_is(n, "series") && !imported(n)))
            return false;
    return true;
}

/* no-items, and series-mixed: items are either in the data or in series, so that no key is
   ambiguous. */
static void check_shape(chart_reader *c, const zt_node *data)
{
    const zt_node *item = zt_known_child(data, "item"), *series = zt_known_child(data, "series");
    if (!item && !series && !imports(data))
        zt_report(c->r->diags, ZT_ERROR, "no-items", data->at, "<data> 里没有 <item>",
                  "<data> holds no <item>");
    if (item && series)
        zt_report(c->r->diags, ZT_ERROR, "series-mixed", item->at,
                  "<data> 里或者全是 <item>，或者全是 <series>，不能混用",
                  "<data> holds either <item> or <series>, not both");
}

/* as="line" of the series; nothing where none has it. */
static void read_as(chart_reader *c, const zt_node *data)
{
    bool *as_line = ZT_ARRAY(c->r->arena, c->chart->series_count, bool), any = false;
    for (const zt_node *s = zt_known_child(data, "series"); s; s = zt_known_sibling(s, "series")) {
        const zt_named *found = zt_names_find(&c->names.series, zt_node_attr(s, "head", NULL));
        if (!found || !zt_str_is(zt_node_attr(s, "as", NULL), "line"))
            continue;
        as_line[*(const size_t *)found->value] = any = true;
    }
    c->chart->as_line = any ? as_line : NULL;
}

/* axis= of a chart or of a series. */
static zt_spread spread_of(const zt_node *node)
{
    zt_str axis = zt_node_attr(node, "axis", NULL);
    return zt_str_is(axis, "log")      ? ZT_SPREAD_LOG
           : zt_str_is(axis, "symlog") ? ZT_SPREAD_SYMLOG
                                       : ZT_SPREAD_EVEN;
}

/* That of the chart, but where a series has its own. */
static void read_spreads(chart_reader *c, const zt_node *node, const zt_node *data)
{
    zt_chart_data *chart = c->chart;
    zt_spread *spreads = ZT_ARRAY(c->r->arena, chart->series_count, zt_spread);
    bool any = false;
    chart->spread = spread_of(node);
    chart->spread_at = chart->spread ? zt_node_attr_at(node, "axis") : chart->kind_at;
    for (size_t i = 0; i < chart->series_count; i++)
        spreads[i] = chart->spread;
    for (const zt_node *s = zt_known_child(data, "series"); s; s = zt_known_sibling(s, "series")) {
        const zt_named *found = zt_names_find(&c->names.series, zt_node_attr(s, "head", NULL));
        if (!found || !spread_of(s))
            continue;
        spreads[*(const size_t *)found->value] = spread_of(s);
        if (!any && !chart->spread)
            chart->spread_at = zt_node_attr_at(s, "axis");
        any = true;
    }
    chart->spreads = any ? spreads : NULL;
}

/* <data>: attributes first, since the unit decides how values are read; then all heads, so that
   each item has room for each series; then the items. */
static void read_data(chart_reader *c, const zt_node *data)
{
    zt_chart_data *chart = c->chart;
    zt_date asof;
    chart->key_name = zt_node_attr(data, "key", NULL);
    chart->period = zt_node_attr(data, "period", NULL);
    chart->asof = zt_node_attr(data, "asof", NULL);
    chart->source = zt_str_trim(zt_node_attr(data, "source", NULL));
    if (zt_date_parse(chart->asof, &asof, NULL))
        zt_check_asof(c->r, asof, zt_node_attr_at(data, "asof"));
    chart->incomplete = !imported(data);
    chart->total = zt_quantity_or_id(c->r, data, "total");
    chart->total_at = zt_node_attr_at(data, "total");
    zt_chart_unit_read(&c->unit, data);
    check_shape(c, data);
    collect_heads(c, data);
    for (const zt_node *s = zt_known_child(data, "series"); s; s = zt_known_sibling(s, "series"))
        collect_heads(c, s);
    if (c->heads.count == 0)
        series_index(c, ZT_STR(""), data->at);
    chart->series = c->heads.items;
    chart->series_count = c->heads.count;
    chart->series_highlight = ZT_ARRAY(c->r->arena, c->heads.count, bool);
    read_as(c, data);
    read_items(c, data);
    for (const zt_node *s = zt_known_child(data, "series"); s; s = zt_known_sibling(s, "series"))
        read_items(c, s);
    zt_chart_time_merge(c->r->arena, c->r->doc, c->items.items, c->items.count, c->heads.count);
    zt_chart_unit_choose(&c->unit, c->items.items, c->items.count);
    settle_items(c, zt_chart_derive(&c->unit, data, c->items.items, c->items.count), &not_computed);
    sort_items(c, data);
    settle_items(c, zt_chart_keep(&c->unit, data, c->items.items, c->items.count), &not_kept);
}

/* each=: a number above zero; reports bad-each for anything else, which then counts as not written.
 */
static void read_each(chart_reader *c, const zt_node *node)
{
    zt_chart_data *chart = c->chart;
    zt_str text = zt_str_trim(zt_node_attr(node, "each", NULL));
    chart->each_at = text.len ? zt_node_attr_at(node, "each") : chart->kind_at;
    chart->has_each = zt_num_parse(text, &chart->each) && chart->each.scaled > 0;
    if (text.len > 0 && !chart->has_each)
        zt_report(c->r->diags, ZT_ERROR, "bad-each", chart->each_at,
                  "each=“%.*s”应是大于零的数，不带单位，如 200",
                  "each=\"%.*s\" should be a number above zero without a unit, such as 200",
                  ZT_ARG(text));
}

/* The places of a grid, which the import of grid= put into the chart. */
static void read_tiles(chart_reader *c, const zt_node *node)
{
    ZT_VEC(zt_chart_tile) tiles = {0};
    c->chart->grid_at = zt_node_attr_at(node, "grid");
    for (size_t i = 0; i < zt_diags_count(c->r->diags); i++) {
        const zt_diag *said = zt_diags_at(c->r->diags, i);
        c->chart->grid_failed |= said->severity == ZT_ERROR && c->chart->grid_at.line > 0 &&
                                 said->pos.line == c->chart->grid_at.line &&
                                 said->pos.column == c->chart->grid_at.column;
    }
    for (const zt_node *t = zt_known_child(node, "tile"); t; t = zt_known_sibling(t, "tile")) {
        zt_chart_tile tile = {zt_node_attr(t, "name", NULL), count_of(t, "row"),
                              count_of(t, "column"), t->at};
        ZT_PUSH(c->r->arena, &tiles, tile);
    }
    c->chart->tiles = tiles.items;
    c->chart->tile_count = tiles.count;
}

/* The stops of each series, as the items stand now; those that keep= left out are gone. */
static void set_courses(chart_reader *c)
{
    zt_chart_data *chart = c->chart;
    if (!has_courses(chart->kind))
        return;
    chart->courses = ZT_ARRAY(c->r->arena, chart->series_count, zt_chart_course);
    for (size_t s = 0; s < chart->series_count; s++) {
        chart->courses[s].items = ZT_ARRAY(c->r->arena, c->stops.count, size_t);
        chart->courses[s].legs = ZT_ARRAY(c->r->arena, c->stops.count, zt_str);
    }
    for (size_t i = 0; i < c->stops.count; i++) {
        zt_chart_course *course = &chart->courses[c->stops.items[i].series];
        const zt_named *found = zt_names_find(&c->names.keys, c->stops.items[i].key);
        if (!found)
            continue;
        course->legs[course->count] = c->stops.items[i].leg;
        course->items[course->count++] = *(const size_t *)found->value;
    }
}

/* The text of a child that may be absent; empty then. */
static zt_rich read_optional(zt_doc_reader *r, const zt_node *node, const char *name)
{
    const zt_node *child = zt_known_child(node, name);
    return child ? zt_rich_read(r, child) : (zt_rich){0};
}

/* Reads <chart> into the arena. Mistakes in the data are reported and what is readable stays, so
   that one run reports as much as possible. */
zt_chart_data *zt_chart_read(zt_doc_reader *r, const zt_node *node)
{
    zt_chart_data *chart = ZT_NEW(r->arena, zt_chart_data);
    chart_reader c = {.r = r, .chart = chart, .unit = {.r = r, .chart = chart}};
    chart->kind = zt_node_attr(node, "kind", NULL);
    chart->language = r->doc->language;
    chart->kind_at = zt_node_attr_at(node, "kind");
    chart->broken = zt_attr_yes(node, "broken");
    chart->head = zt_node_attr(node, "head", NULL);
    chart->icon = zt_node_attr(node, "icon", NULL);
    chart->icon_at = zt_node_attr_at(node, "icon");
    read_each(&c, node);
    read_tiles(&c, node);
    chart->title = read_optional(r, node, "title");
    chart->deck = read_optional(r, node, "deck");
    chart->note = read_optional(r, node, "note");
    const zt_node *data = zt_known_child(node, "data");
    if (data)
        read_data(&c, data);
    if (data)
        read_spreads(&c, node, data);
    chart->items = c.items.items;
    chart->item_count = c.items.count;
    set_courses(&c);
    if (data) {
        zt_chart_tree_read(r, chart, &c.names, data);
        zt_chart_legs_read(r, chart, data);
    }
    chart->even = zt_str_is(zt_node_attr(node, "axis", NULL), "even");
    chart->facet = zt_str_in_words(zt_node_attr(node, "facet", "no"), "series yes");
    bool panels = chart->facet || zt_str_is(chart->kind, "histogram");
    chart->own_scales = panels && zt_str_is(zt_node_attr(node, "scale", NULL), "own");
    chart->times_fall = zt_chart_time_read(r->arena, r->doc, chart) == ZT_TIME_FALLS;
    zt_check_series(r->diags, chart);
    if (data)
        collect_left_out(&c, data);
    zt_chart_pointing_read(r, chart, &c.names, node);
    return chart;
}
