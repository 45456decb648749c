/* misplaced-attribute: what only reports understand, elsewhere: float=, wide=, keep=, split= of
   blocks, name= of values. */
#include "model/check_imp.h"

/* name= belongs to other elements as well; of a value it is for the index. */
static const zt_attr_value *report_attr(const zt_doc_reader *r, const zt_node *node)
{
    static const char *const attrs[] = {"float", "wide", "keep", "split"};
    for (size_t i = 0; i < sizeof attrs / sizeof *attrs; i++)
        if (zt_node_find(node, attrs[i]))
            return zt_node_find(node, attrs[i]);
    return zt_quantity_of(r, node) ? zt_node_find(node, "name") : NULL;
}

/* keep= of data and imports says which items are kept: not these. */
static bool is_of_data(const zt_node *node)
{
    return zt_node_is(node, "data") || zt_node_is(node, "import") || zt_node_is(node, "series");
}

static void look(zt_doc_reader *r, const zt_node *node)
{
    const zt_attr_value *found = is_of_data(node) ? NULL : report_attr(r, node);
    if (found)
        zt_report(r->diags, ZT_ERROR, "misplaced-attribute", found->at,
                  "%s 只用于报告（<report>），这里不起作用；请删去",
                  "%s is for reports alone and does nothing here; delete it", found->name);
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL))
        look(r, n);
}

static void run(zt_doc_reader *r, const zt_node *root)
{
    if (r->doc->root != ZT_ROOT_REPORT)
        look(r, root);
}

extern const zt_doc_check zt_doc_check_in_report;
const zt_doc_check zt_doc_check_in_report = {run};
