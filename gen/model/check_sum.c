/* sum-mismatch: parts that are said to make a whole, in a chart (data total=) or in the text
   (v parts="a b"). Counts must meet it exactly, rounded figures within their rounding. */
#include "model/calc.h"
#include "model/check_imp.h"
#include "model/quantity_imp.h"

/* The sum of the parts so far, exact, and by how much rounding may have moved it. */
typedef struct parts_sum {
    /* And how far rounding may lead it off. */
    zt_ratio value, open;
    zt_str unit;
    bool known; /* all parts are exact figures */
} parts_sum;

/* A count, 12家, has no rounding. */
static bool rounding_of(const zt_quantity *q, int scale, zt_ratio *out)
{
    bool counted = scale == 0 && q->printed.decimals == 0 && zt_calc_factor(q->unit) == 0;
    if (counted)
        return zt_ratio_of((zt_num){0, 0, ZT_NUM_GIVEN}, out);
    zt_num half = {5, q->printed.decimals + 1, ZT_NUM_GIVEN};
    return zt_num_scale(&half, scale) && zt_ratio_of(half, out);
}

/* Adds one part with its rounding. False when it is not exact, in another unit, or too large: then
   no sum is judged. */
static bool add_part(parts_sum *s, const zt_quantity *q, int scale)
{
    zt_ratio value, open;
    if (!zt_is_exact(q))
        return false;
    s->unit = s->unit.len ? s->unit : q->unit;
    return zt_str_equal(s->unit, q->unit) && zt_ratio_of(q->value, &value) &&
           rounding_of(q, scale, &open) && zt_ratio_add(s->value, value, &s->value) &&
           zt_ratio_add(s->open, open, &s->open);
}

/* The scale of a bare number is its chart's. */
static int scale_of(const zt_quantity *q, int shared)
{
    return q->scale ? q->scale : shared;
}

/* True when no rounding explains the difference. */
static bool differs(const parts_sum *s, const zt_quantity *total, zt_num whole, int scale)
{
    zt_ratio value, open, off;
    if (!zt_ratio_of(whole, &value) || !rounding_of(total, scale, &open) ||
        !zt_ratio_add(s->open, open, &open) || !zt_ratio_subtract(s->value, value, &off))
        return false;
    if (off.num < 0)
        off.num = -off.num;
    return zt_ratio_subtract(off, open, &off) && off.num > 0;
}

/* sum-mismatch, with the sum in the scale and to the decimals of the total. */
static void report(zt_doc_reader *r, zt_pos at, const parts_sum *s, const zt_quantity *total,
                   int scale)
{
    zt_buf is;
    zt_num num;
    int decimals = total->printed.decimals;
    zt_buf_init(&is, r->arena);
    if (zt_ratio_round(s->value, scale, decimals, ZT_ROUND_HALF_UP, &num))
        zt_num_print(&is, num, false);
    zt_report(r->diags, ZT_ERROR, "sum-mismatch", at, "各部分加起来是 %s，总数写的是“%.*s”",
              "the parts add up to %s, the total is \"%.*s\"", is.len ? is.data : "?",
              ZT_ARG(total->text));
}

/* ---- charts ---- */

/* One series against total=. A total without scale and unit is in those of the chart; one in
   another unit is unit-mismatch. */
static void check_series(zt_doc_reader *r, const zt_chart_data *chart, size_t series)
{
    parts_sum s = {.value = {0, 1}, .open = {0, 1}};
    const zt_quantity *total = chart->total;
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_quantity *q = chart->items[i].values[series];
        if (q && !add_part(&s, q, scale_of(q, chart->scale)))
            return;
    }
    bool bare = total->scale == 0 && total->unit.len == 0;
    int scale = bare ? chart->scale : total->scale;
    zt_num whole = total->value;
    if (bare && !zt_num_scale(&whole, chart->scale))
        return;
    if (total->unit.len && s.unit.len && !zt_str_equal(total->unit, s.unit))
        zt_report(r->diags, ZT_ERROR, "unit-mismatch", chart->total_at,
                  "总数“%.*s”与各项的单位“%.*s”不同",
                  "the total \"%.*s\" is not in the unit of the items, \"%.*s\"",
                  ZT_ARG(total->text), ZT_ARG(s.unit));
    else if (zt_is_exact(total) && differs(&s, total, whole, scale))
        report(r, chart->total_at, &s, total, scale);
}

/* ---- text ---- */

/* parts="a b" on a value in the text: the ids of what it is the sum of. An unknown id is reported,
   and the sum is then not judged. */
static void check_parts(zt_doc_reader *r, const zt_node *node, const zt_quantity *total)
{
    zt_str rest = zt_node_attr(node, "parts", NULL), word;
    zt_pos at = zt_node_attr_at(node, "parts");
    parts_sum s = {.value = {0, 1}, .open = {0, 1}, .known = true};
    while (zt_str_word(&rest, &word)) {
        const zt_quantity *q = zt_find_quantity(r, word);
        if (!q)
            zt_report_unknown_id(r, "parts", word, at);
        s.known = s.known && q && add_part(&s, q, q->scale);
    }
    if (s.known && s.unit.len && zt_is_exact(total) && zt_str_equal(s.unit, total->unit) &&
        differs(&s, total, total->value, total->scale))
        report(r, total->at, &s, total, total->scale);
}

/* Looks for parts= on every quantity below the node. */
static void walk(zt_doc_reader *r, const zt_node *node)
{
    const zt_quantity *q = zt_quantity_of(r, node);
    if (q && zt_node_find(node, "parts"))
        check_parts(r, node, q);
    for (const zt_node *child = zt_known_child(node, NULL); child;
         child = zt_known_sibling(child, NULL))
        walk(r, child);
}

/* Each series of each chart with a total, then the text. A chart whose import failed is not
   judged. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    for (size_t i = 0; i < r->doc->block_count; i++) {
        const zt_chart_data *chart = zt_content_of(&r->doc->blocks[i], "chart");
        if (!chart)
            continue;
        for (size_t k = 0; chart->total && !chart->incomplete && k < chart->series_count; k++)
            check_series(r, chart, k);
    }
    walk(r, root);
}

const zt_doc_check zt_doc_check_sum = {run};
