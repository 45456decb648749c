/* A table turned on its side: columns become rows. */
#include "model/table_transpose.h"

/* transpose-impossible: what the columns have in common is lost when they become rows. */
static bool refuse(zt_diags *diags, zt_pos at, const char *what)
{
    zt_report(diags, ZT_ERROR, "transpose-impossible", at,
              "转置（transpose=）之后 %s 没有着落 → 删去 %s，或者删去 transpose=",
              "%s has no place in a table that is turned (transpose=) → delete %s, or transpose=",
              what, what);
    return false;
}

/* Columns that draw lengths or grounds compare their own values; those of a row are of many kinds.
 */
static bool check_columns(const zt_table_content *table, zt_diags *diags)
{
    if (table->span_count > 0)
        return refuse(diags, table->spans[0].head.at, "<columns>");
    for (size_t i = 0; i < table->column_count; i++) {
        const zt_table_head *column = table->columns + i;
        if (column->bars)
            return refuse(diags, column->at, "bar=");
        if (column->heat)
            return refuse(diags, column->at, "heat=");
        if (column->align != ZT_TABLE_ALIGN_AUTO)
            return refuse(diags, column->at, "align=");
    }
    return true;
}

static bool check_rows(const zt_table_content *table, zt_diags *diags)
{
    for (size_t i = 0; i < table->count; i++) {
        const zt_table_line *row = table->rows + i;
        if (row->band)
            return refuse(diags, row->at, "<row head=> without <cell>");
        for (size_t k = 0; k < row->count; k++)
            if (row->cells[k].span > 1)
                return refuse(diags, row->cells[k].at, "span=");
    }
    return true;
}

/* The cell of a column; an empty one where the row, which has been complained about, has none. */
static zt_table_entry cell_of(const zt_table_line *row, size_t column)
{
    for (size_t k = 0; k < row->count; k++)
        if (row->cells[k].column == column)
            return row->cells[k];
    return (zt_table_entry){.span = 1, .at = row->at};
}

/* 旅客（万人次）: head and unit of a column, as they head a row. */
static zt_rich head_of(zt_arena *arena, zt_lang language, const zt_table_head *column)
{
    if (column->unit.len == 0)
        return column->head;
    zt_str unit = zt_str_from(
        zt_arena_printf(arena, ZT_IN(language, "（%.*s）", " (%.*s)"), ZT_ARG(column->unit)));
    zt_rich text = zt_rich_of(arena, unit, column->at);
    return zt_rich_join(arena, &column->head, NULL, &text);
}

/* A column heads a row if columns have heads; its cells in the rows' order. */
static zt_table_line row_of(zt_arena *arena, const zt_table_content *table, size_t column,
                            bool headed)
{
    const zt_table_head *head = table->columns + column;
    zt_table_line row = {
        .head = head_of(arena, table->language, head), .count = table->count, .at = head->at};
    row.cells = ZT_ARRAY(arena, table->count + 1, zt_table_entry);
    for (size_t i = 0; i < table->count; i++) {
        row.cells[i] = cell_of(table->rows + i, column);
        row.cells[i].column = i + headed;
    }
    return row;
}

/* The heads of the rows head columns. What headed their column stands over all of them. */
static void turn_heads(zt_arena *arena, const zt_table_content *table, zt_table_content *out)
{
    out->columns = ZT_ARRAY(arena, out->column_count + 1, zt_table_head);
    out->columns[0].at = table->columns[0].at;
    for (size_t i = 0; i < table->count; i++) {
        const zt_table_line *row = table->rows + i;
        out->columns[i + out->headed] =
            (zt_table_head){.head = row->head, .key = row->key, .at = row->at};
    }
    if (!table->headed || zt_rich_is_empty(&table->columns[0].head))
        return;
    out->spans = ZT_NEW(arena, zt_table_span);
    out->spans[0] = (zt_table_span){table->columns[0].head, out->headed, out->column_count};
    out->span_count = 1;
}

bool zt_table_transpose(zt_arena *arena, zt_diags *diags, zt_table_content *table)
{
    if (table->count == 0 || table->column_count == 0)
        return true; /* which has been reported */
    if (!check_columns(table, diags) || !check_rows(table, diags))
        return false;
    size_t first = table->headed ? 1 : 0;
    bool unit = false;
    for (size_t i = 0; i < table->column_count; i++)
        unit = unit || table->columns[i].unit.len > 0;
    zt_table_content out = *table;
    out.headed = table->titled || unit;
    out.titled = table->headed;
    out.turned = true;
    out.column_count = table->count + out.headed;
    out.count = table->column_count - first;
    turn_heads(arena, table, &out);
    out.rows = ZT_ARRAY(arena, out.count + 1, zt_table_line);
    for (size_t i = 0; i < out.count; i++)
        out.rows[i] = row_of(arena, table, i + first, out.headed);
    *table = out;
    return true;
}
