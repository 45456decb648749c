/* What hangs on what in a tree: an item with of= on the item of that key, any other on its series.
 */
#include "model/chart_tree_imp.h"

enum { DEEPEST = 12 }; /* levels of items: deeper ones have no room on paper */

typedef struct tree_reader {
    zt_doc_reader *r;
    zt_chart_data *chart;
    const zt_chart_names *names;
    const bool *in; /* of each item, series within: whether it is in the series */
} tree_reader;

static const bool *items_in(zt_arena *arena, const zt_chart_data *chart)
{
    bool *in = ZT_ARRAY(arena, chart->item_count * chart->series_count, bool);
    for (size_t s = 0; chart->courses && s < chart->series_count; s++)
        for (size_t i = 0; i < chart->courses[s].count; i++)
            in[chart->courses[s].items[i] * chart->series_count + s] = true;
    return in;
}

/* On how many items the item hangs, one on the other, up to DEEPEST; `passes` where the other item
   is one of them. */
static int depth_of(const zt_chart_data *chart, size_t item, size_t other, bool *passes)
{
    int depth = 0;
    *passes = item == other;
    for (; depth < DEEPEST && chart->items[item].has_parent; depth++) {
        item = chart->items[item].parent;
        *passes |= item == other;
    }
    return depth;
}

/* Reports of-elsewhere or of-circle; true if it did. */
static bool is_wrong(const tree_reader *t, const zt_node *node, size_t item, size_t parent)
{
    const zt_chart_data *chart = t->chart;
    zt_str own = chart->items[item].key, above = chart->items[parent].key;
    zt_pos at = zt_node_attr_at(node, "of");
    for (size_t s = 0; s < chart->series_count; s++)
        if (t->in[item * chart->series_count + s] && !t->in[parent * chart->series_count + s]) {
            zt_report(t->r->diags, ZT_ERROR, "of-elsewhere", at,
                      "“%.*s”在系列“%.*s”里，“%.*s”不在；写进同一个 <series>",
                      "\"%.*s\" is in the series \"%.*s\", \"%.*s\" is not; write both into one "
                      "<series>",
                      ZT_ARG(own), ZT_ARG(chart->series[s]), ZT_ARG(above));
            return true;
        }
    bool circle;
    depth_of(chart, parent, item, &circle);
    if (!circle)
        return false;
    zt_report(t->r->diags, ZT_ERROR, "of-circle", at,
              "“%.*s”已经挂在“%.*s”之下，不能又在其上；去掉一个 of=",
              "\"%.*s\" hangs on \"%.*s\" already and cannot be above it; take one of= out",
              ZT_ARG(above), ZT_ARG(own));
    return true;
}

/* of= of one item; the first that is written holds. */
static void read_item(const tree_reader *t, const zt_node *node)
{
    if (!zt_node_find(node, "of"))
        return;
    zt_chart_data *chart = t->chart;
    zt_str of = zt_str_trim(zt_node_attr(node, "of", NULL));
    const zt_named *own = zt_names_find(&t->names->keys, zt_node_attr(node, "key", NULL));
    const zt_named *above = zt_names_find(&t->names->keys, of);
    zt_pos at = zt_node_attr_at(node, "of");
    if (!own)
        return;
    size_t item = *(const size_t *)own->value;
    if (!zt_str_is(chart->kind, "tree"))
        zt_report(t->r->diags, ZT_ERROR, "of-refused", at,
                  "“%.*s”图里各项不分层，of= 只在 tree 里有意义；去掉它，或用 kind=\"tree\"",
                  "items of a \"%.*s\" hang on nothing: of= is of a tree; take it out, or use "
                  "kind=\"tree\"",
                  ZT_ARG(chart->kind));
    else if (!above)
        zt_report_no_key(t->r, "unknown-key", "of", of, at, &t->names->keys, NULL);
    else if (!chart->items[item].has_parent &&
             !is_wrong(t, node, item, *(const size_t *)above->value)) {
        chart->items[item].has_parent = true;
        chart->items[item].parent = *(const size_t *)above->value;
    }
}

/* All items of <data> or of one <series>. */
static void read_items(const tree_reader *t, const zt_node *items)
{
    for (const zt_node *n = zt_known_child(items, "item"); n; n = zt_known_sibling(n, "item"))
        read_item(t, n);
}

/* Reports of-deep once and lets the item hang on its series. */
static void check_depth(const tree_reader *t)
{
    zt_chart_data *chart = t->chart;
    bool said = false, passes;
    for (size_t i = 0; i < chart->item_count; i++) {
        if (depth_of(chart, i, i, &passes) < DEEPEST)
            continue;
        if (!said)
            zt_report(t->r->diags, ZT_ERROR, "of-deep", chart->items[i].at,
                      "“%.*s”在第 %d 层以下，纸面排不下；分成几张图",
                      "\"%.*s\" hangs below level %d, for which paper has no room; make several "
                      "charts of it",
                      ZT_ARG(chart->items[i].key), DEEPEST);
        said = true;
        chart->items[i].has_parent = false;
    }
}

void zt_chart_tree_read(zt_doc_reader *r, zt_chart_data *chart, const zt_chart_names *names,
                        const zt_node *data)
{
    const tree_reader t = {r, chart, names, items_in(r->arena, chart)};
    read_items(&t, data);
    for (const zt_node *s = zt_known_child(data, "series"); s; s = zt_known_sibling(s, "series"))
        read_items(&t, s);
    check_depth(&t);
}
