/* 全国 among its parts: rows, series and lines of the table that are the total of the
   others, and what they add up to. */
#include "import/items_imp.h"

/* Figures below nought are no parts of a whole. */
static void add_part(zt_num *sum, size_t *parts, const zt_item_value *v)
{
    if (v->has_number && v->number.scaled >= 0 && zt_num_add(*sum, v->number, sum))
        ++*parts;
}

/* Goes to the list that one note names. */
static void leave_out(zt_item_filler *f, zt_str text, zt_pos at)
{
    zt_grid_cell cell = {.text = text, .at = at};
    ZT_PUSH(f->arena, &f->entries.totals, cell);
}

/* A row named 全国 whose figure is no less than all the others together is their total, and no
   item beside them; among rates or averages it is one of them, to be compared. Judged by the
   first series. */
static void leave_rows_out(zt_item_filler *f)
{
    for (size_t i = 0; i < f->rows.count; i++) {
        zt_item_row *r = f->rows.items + i;
        zt_num sum = {0, 0, ZT_NUM_GIVEN};
        size_t parts = 0;
        if (!r->whole || !r->values[0].has_number)
            continue;
        for (size_t k = 0; k < f->rows.count; k++)
            if (k != i && !f->rows.items[k].taken && !f->rows.items[k].whole)
                add_part(&sum, &parts, f->rows.items[k].values);
        if (parts < 2 || zt_num_compare(r->values[0].number, sum) < 0)
            continue;
        leave_out(f, r->key, r->at);
        r->taken = true;
    }
}

/* Whether a total differs from the sum of its parts by more than rounding can explain: each
   rounded figure may be off by half a digit of its last place. */
static bool is_off(zt_num total, zt_num sum, size_t parts)
{
    zt_num off, most = {(long long)(parts + 1) * 5, total.decimals + 1, ZT_NUM_GIVEN};
    total.scaled = -total.scaled;
    if (!zt_num_add(sum, total, &off))
        return false;
    if (off.scaled < 0)
        off.scaled = -off.scaled;
    /* Whole numbers are counts, or were rounded to thousands by nobody: they add up exactly. */
    return total.decimals > 0 ? zt_num_compare(off, most) > 0 : off.scaled != 0;
}

/* What a table says of all its rows has to be what they add up to, though the total itself is
   left out: a difference is import-sum, a warning, as either figure may be wrong. Rates are not
   added, nor is a table of which where= takes a part. */
void zt_item_totals_check(zt_item_filler *f)
{
    zt_num sum = {0, 0, ZT_NUM_GIVEN};
    if (f->columns->where.count || zt_is_rate_unit(zt_unit_canon(f->arena, f->conversion.unit)))
        return;
    size_t parts = 0;
    for (size_t i = 0; i < f->rows.count; i++) {
        const zt_item_row *r = f->rows.items + i;
        if (r->whole)
            continue;
        if (!r->values[0].has_number || !zt_num_add(sum, r->values[0].number, &sum))
            return;
        parts++;
    }
    zt_conversion conversion = f->conversion; /* whose counts tell of what is taken */
    for (size_t i = 0; i < f->entries.sums.count && parts > 1; i++) {
        const zt_import_entry *e = f->entries.sums.items + i;
        zt_item_value v = {0};
        size_t mark = zt_diags_mark(f->diags);
        zt_buf is;
        zt_buf_init(&is, f->arena);
        bool known = !zt_cell_is_missing(e->of[ZT_TO_V]->text) &&
                     zt_convert(&conversion, e, &v.text, &v.own_unit) &&
                     zt_figure_number(&conversion, v.text, &v.number);
        zt_diags_rewind(f->diags, mark); /* the cell is not taken: whatever it is, is no fault */
        if (!known || !is_off(v.number, sum, parts))
            continue;
        zt_num_print(&is, sum, false);
        zt_report(f->diags, ZT_WARNING, "import-sum", e->of[ZT_TO_V]->at,
                  "“%.*s”写的是 %.*s，各行加起来是 %s；请核对是哪一个数错了",
                  "\"%.*s\" says %.*s, the rows add up to %s; which of the figures is wrong?",
                  ZT_ARG(e->key.text), ZT_ARG(v.text), is.data);
    }
}

/* A first or last row that is the sum of all the others to the last digit, under a name that is no
   word for a total: 成渝地区. By chance small numbers do the same, so that three digits are asked
   for. */
void zt_item_totals_suspect(zt_item_filler *f)
{
    size_t last = f->rows.count - 1;
    bool kept = zt_str_is(zt_node_attr(f->import, "totals", "no"), "yes");
    if (f->rows.count < 4 || kept || zt_is_rate_unit(zt_unit_canon(f->arena, f->conversion.unit)))
        return;
    for (size_t i = 0; i <= last; i += last) {
        const zt_item_row *r = f->rows.items + i;
        zt_num sum = {0, 0, ZT_NUM_GIVEN};
        size_t parts = 0;
        for (size_t k = 0; k <= last; k++)
            if (k != i && !f->rows.items[k].taken)
                add_part(&sum, &parts, f->rows.items[k].values);
        if (r->taken || !r->values[0].has_number || r->values[0].number.scaled < 100 || parts < 3 ||
            zt_num_compare(r->values[0].number, sum) != 0)
            continue;
        zt_report(
            f->diags, ZT_WARNING, "import-total", r->at,
            "“%.*s”正好是其余各行之和，像是合计；若是，在表里改名为“合计”就不取它；若确是一项，写 "
            "totals=\"yes\"",
            "\"%.*s\" is exactly the sum of the other rows, a total it seems; name it 合计 in "
            "the table and it is left out, or write totals=\"yes\" if it is an item",
            ZT_ARG(r->key));
    }
}

/* Whether a series is no less than all the others together under every key where at least two of
   them have figures. */
static bool is_total_series(const zt_item_filler *f, size_t series)
{
    size_t compared = 0;
    for (size_t i = 0; i < f->rows.count; i++) {
        const zt_item_value *v = f->rows.items[i].values;
        zt_num sum = {0, 0, ZT_NUM_GIVEN};
        size_t parts = 0;
        for (size_t k = 0; k < f->series_count; k++)
            if (k != series)
                add_part(&sum, &parts, v + k);
        if (!v[series].has_number || parts < 2)
            continue;
        if (zt_num_compare(v[series].number, sum) < 0)
            return false;
        compared++;
    }
    return compared > 0;
}

/* Likewise among series: 全国 beside the regions. */
static void leave_series_out(zt_item_filler *f)
{
    bool kept = zt_str_is(zt_node_attr(f->import, "totals", "no"), "yes");
    f->dropped = ZT_ARRAY(f->arena, f->series_count, bool);
    for (size_t i = 0; i < f->columns->where.count; i++) /* chosen by name */
        kept |= f->columns->where.items[i].column.index == f->columns->series.index;
    for (size_t i = 0; i < f->series_count && f->columns->series.wanted && !kept; i++) {
        if (!zt_is_whole(f->arena, f->series.names.items[i]) || !is_total_series(f, i))
            continue;
        f->dropped[i] = true;
        leave_out(f, f->series.names.items[i], f->columns->series.at);
    }
}

/* Rows by the first series, then whole series. */
void zt_item_totals_leave_out(zt_item_filler *f)
{
    leave_rows_out(f);
    leave_series_out(f);
}
