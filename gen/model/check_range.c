/* range-reversed: 5—3万元, whose upper end is below its lower one. Days and months may run over the
   end of theirs: 30日—2日. */
#include "model/check_imp.h"

/* Ranges of days, months and hours may begin high and end low: 30日—2日 is three days. */
static bool turns_over(const zt_quantity *q)
{
    const zt_quantity *to = q->range_to;
    if (zt_str_is(q->unit, "日") || zt_str_is(q->unit, "号"))
        return q->printed.scaled >= 20 && to->printed.scaled <= 12;
    if (zt_str_is(q->unit, "月"))
        return q->printed.scaled >= 7 && to->printed.scaled <= 6;
    return zt_str_is(q->unit, "时") || zt_str_is(q->unit, "点");
}

/* A decrease of 4—6% is stored as −4 to −6; its order is turned before it is judged. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    (void)root;
    for (size_t i = 0; i < r->doc->quantity_count; i++) {
        const zt_quantity *q = r->doc->quantities[i], *to = q->range_to;
        /* 下降4—6% runs from −4 to −6, which is right. */
        int order = to ? zt_num_compare(q->value, to->value) : 0;
        order = q->decrease ? -order : order;
        if (order <= 0 || !zt_str_equal(q->unit, to->unit) || turns_over(q))
            continue;
        zt_report(
            r->diags, ZT_WARNING, "range-reversed", q->at,
            "“%.*s”从大到小：起讫写反了，或少写了一个量级",
            "\"%.*s\" runs from large to small: are its ends exchanged, or is a scale missing?",
            ZT_ARG(q->text));
    }
}

const zt_doc_check zt_doc_check_range = {run};
