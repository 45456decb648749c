/* keep=, rest= and sort= of an import: how many of the rows are taken, what becomes of the
   others, and in which order they stand. */
#include "import/items_imp.h"

#include <stdlib.h>

#include "base/keep.h"

/* For sorting, `direction` 1 from the least up, -1 from the greatest down, by the first series.
   Rows without a figure come last either way; equal ones keep their order in the table. */
static int compare_numbers(const zt_item_row *x, const zt_item_row *y, int direction)
{
    const zt_item_value *a = x->values, *b = y->values;
    int by_value = 0;
    if (a->has_number && b->has_number)
        by_value = zt_num_compare(a->number, b->number) * direction;
    else if (a->has_number || b->has_number)
        by_value = a->has_number ? -1 : 1;
    return by_value ? by_value : (x->index > y->index) - (x->index < y->index);
}

/* For qsort. */
static int by_value_up(const void *a, const void *b)
{
    return compare_numbers(a, b, 1);
}

static int by_value_down(const void *a, const void *b)
{
    return compare_numbers(a, b, -1);
}

/* In the order of the table. */
static int by_place(const void *a, const void *b)
{
    const zt_item_row *x = a, *y = b;
    return (x->index > y->index) - (x->index < y->index);
}

/* Stable, by the index of each row. */
static void sort_rows(zt_item_filler *f, int (*compare)(const void *, const void *))
{
    if (f->rows.count)
        qsort(f->rows.items, f->rows.count, sizeof *f->rows.items, compare);
}

/* The sum, in one series, of the rows that keep= left out (`left`), with the decimals of the
   most exact. False after bad-rest when one of them is missing or no plain number: a sum without
   it would be wrong. */
static bool sum_rest(zt_item_filler *f, const bool *left, size_t series, zt_item_value *sum)
{
    *sum = (zt_item_value){
        .given = true, .has_number = true, .at = zt_node_attr_at(f->import, "rest")};
    sum->number = (zt_num){0, 0, ZT_NUM_GIVEN};
    for (size_t i = 0; i < f->rows.count; i++) {
        const zt_item_value *v = f->rows.items[i].values + series;
        zt_num plain;
        if (!left[i])
            continue;
        bool ok = v->given && !v->missing && zt_num_parse(v->text, &plain) &&
                  zt_num_add(sum->number, plain, &sum->number);
        if (ok)
            continue;
        zt_report(f->diags, ZT_ERROR, "bad-rest", v->at.file ? v->at : sum->at,
                  "“%.*s”的值“%.*s”不是一个单独的数，不能加进“%.*s”",
                  "the value of \"%.*s\", \"%.*s\", is no plain number and cannot be added to "
                  "\"%.*s\"",
                  ZT_ARG(f->rows.items[i].key), ZT_ARG(v->text),
                  ZT_ARG(zt_node_attr(f->import, "rest", "")));
        return false;
    }
    zt_buf text;
    zt_buf_init(&text, f->arena);
    zt_num_print(&text, sum->number, false);
    sum->text = zt_buf_view(&text);
    return true;
}

/* Growth rates have no sum, so that rest= of them is bad-rest; shares of one whole may be added,
   which the kind of chart tells. */
static bool may_add(zt_item_filler *f)
{
    zt_str canon = zt_unit_canon(f->arena, f->conversion.unit);
    const zt_node *chart = f->import->parent;
    while (chart && !zt_node_is(chart, "chart"))
        chart = chart->parent;
    zt_str kind = chart ? zt_node_attr(chart, "kind", "") : (zt_str){0};
    if (!zt_is_rate_unit(canon) || zt_kind_has_parts(kind))
        return true;
    zt_report(f->diags, ZT_ERROR, "bad-rest", zt_node_attr_at(f->import, "rest"),
              "“%.*s”不能相加，rest 只用于能相加的数",
              "figures in \"%.*s\" have no sum, so "
              "there is no rest of them",
              ZT_ARG(f->conversion.unit));
    return false;
}

/* The row that sums up what keep= left out. Reports duplicate-key when the table has a row of that
   name. */
static void add_rest(zt_item_filler *f, const bool *left)
{
    zt_str name = zt_name_unquoted(f->arena, zt_node_attr(f->import, "rest", ""));
    ptrdiff_t same = zt_keys_find(&f->keys, name);
    zt_item_row r = {.key = name, .index = SIZE_MAX};
    if (name.len == 0 || f->others == 0)
        return;
    for (size_t i = 0; same != ZT_NO_KEY && i < f->rows.count; i++)
        if (zt_str_equal(f->rows.items[i].key, name) && !left[i]) {
            zt_report(f->diags, ZT_ERROR, "duplicate-key", f->rows.items[i].at,
                      "表里已有“%.*s”这一行，rest= 要另取一名",
                      "the table has a row \"%.*s\" of its own; give rest= another name",
                      ZT_ARG(name));
            f->failed = true;
            return;
        }
    r.at = zt_node_attr_at(f->import, "rest");
    r.values = ZT_ARRAY(f->arena, f->series_count, zt_item_value);
    bool ok = may_add(f);
    for (size_t i = 0; i < f->series_count && ok; i++)
        ok = sum_rest(f, left, i, r.values + i);
    f->failed |= !ok;
    f->rest = f->others;
    f->others = 0;
    if (ok)
        ZT_PUSH(f->arena, &f->rows, r);
}

/* keep="top 10", "bottom 3" or "first 5": marks the rows beyond it as taken and lists their keys at
   the import. With rest= they become one row; a row 其他 of the table itself belongs to it. Reports
   bad-keep and bad-rest. */
void zt_items_keep(zt_item_filler *f)
{
    zt_str rest = zt_name_unquoted(f->arena, zt_node_attr(f->import, "rest", ""));
    zt_keep keep;
    size_t most, kept = 0;
    if (!zt_keep_read(f->diags, zt_node_attr(f->import, "keep", ""),
                      zt_node_attr_at(f->import, "keep"), &keep, &most)) {
        f->failed = true;
        return;
    }
    if (keep == ZT_KEEP_ALL) {
        if (rest.len == 0)
            return;
        zt_report(f->diags, ZT_ERROR, "bad-rest", zt_node_attr_at(f->import, "rest"),
                  "rest= 是 keep= 之外的各项之和，要和 keep= 同写",
                  "rest= adds up what keep= leaves out and needs it");
        f->failed = true;
        return;
    }
    if (keep != ZT_KEEP_FIRST)
        sort_rows(f, keep == ZT_KEEP_TOP ? by_value_down : by_value_up);
    bool *left = ZT_ARRAY(f->arena, f->rows.count + 1, bool);
    for (size_t i = 0; i < f->rows.count; i++) {
        zt_item_row *r = f->rows.items + i;
        if (r->taken)
            continue;
        bool belongs = rest.len && zt_str_equal(r->key, rest);
        left[i] = kept >= most || belongs;
        kept += !left[i];
        f->others += left[i];
    }
    size_t count = f->rows.count;
    f->import->left_out = ZT_ARRAY(f->made, count + 1, zt_str);
    add_rest(f, left);
    for (size_t i = 0; i < count; i++) {
        f->rows.items[i].taken |= left[i];
        if (left[i])
            f->import->left_out[f->import->left_out_count++] = f->rows.items[i].key;
    }
    sort_rows(f, by_place);
}

/* The rest stays last. */
void zt_items_order(zt_item_filler *f)
{
    zt_str sort = zt_node_attr(f->import, "sort", "none");
    bool rest = f->rows.count && f->rows.items[f->rows.count - 1].index == SIZE_MAX;
    f->rows.count -= rest;
    if (zt_str_is(sort, "desc"))
        sort_rows(f, by_value_down);
    else if (zt_str_is(sort, "asc"))
        sort_rows(f, by_value_up);
    f->rows.count += rest;
}
