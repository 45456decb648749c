/* A trend: the values of a <trend>, which are drawn small and not printed. */
#include "model/content_imp.h"

#include "model/chart_labels.h"

/* unit-mismatch: a line goes from one value to the next, so that all must be of one unit. */
static void check_unit(zt_doc_reader *r, const zt_quantity *first, const zt_quantity *q)
{
    if (!q->has_number || zt_str_equal(first->unit, q->unit))
        return;
    zt_report(r->diags, ZT_ERROR, "unit-mismatch", q->at, "“%.*s”与“%.*s”单位不同，不能连成一条线",
              "the unit of \"%.*s\" is not that of \"%.*s\": no line can join them",
              ZT_ARG(q->text), ZT_ARG(first->text));
}

const zt_trend *zt_trend_read(zt_doc_reader *r, const zt_node *node)
{
    const zt_node *trend = zt_known_child(node, "trend");
    ZT_VEC(const zt_quantity *) values = {0};
    const zt_quantity *first = NULL;
    for (const zt_node *v = trend ? zt_known_child(trend, "v") : NULL; v;
         v = zt_known_sibling(v, "v")) {
        const zt_quantity *q = zt_quantity_of(r, v);
        if (!q)
            continue;
        first = first || !q->has_number ? first : q;
        if (first)
            check_unit(r, first, q);
        ZT_PUSH(r->arena, &values, q);
    }
    if (values.count == 0)
        return NULL;
    zt_trend *made = ZT_NEW(r->arena, zt_trend);
    *made = (zt_trend){values.items, values.count, trend->at};
    return made;
}

zt_str zt_trend_words(zt_arena *arena, const zt_trend *trend)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; trend && i < trend->count; i++) {
        zt_buf_puts(&out, i ? "、" : "");
        zt_buf_str(&out, zt_bare_phrase(trend->values[i]));
    }
    return zt_buf_view(&out);
}
