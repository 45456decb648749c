/* A table as text and as JSON. */
#include "model/doc_imp.h"
#include "model/dump_imp.h"

/* ---- text ---- */

static void dump_cell(zt_buf *out, const zt_table_entry *cell)
{
    zt_buf_printf(out, "    cell column=%zu", cell->column + 1);
    if (cell->span > 1)
        zt_buf_printf(out, " span=%zu", cell->span);
    if (cell->value && !zt_str_equal(cell->bare, cell->value->text))
        zt_dump_if(out, "bare", cell->bare);
    zt_buf_putc(out, '\n');
    zt_dump_rich(out, 3, "text", &cell->text);
}

static void dump_row(zt_buf *out, const zt_table_line *row)
{
    zt_buf_printf(out, "  %s %d:%d%s\n", row->band ? "band" : "row", row->at.line, row->at.column,
                  row->key ? " key" : "");
    zt_dump_rich(out, 2, "head", &row->head);
    for (size_t i = 0; i < row->count; i++)
        dump_cell(out, row->cells + i);
}

void zt_dump_table(zt_buf *out, const zt_table_content *table)
{
    zt_dump_if(out, "head", table->head);
    zt_buf_putc(out, '\n');
    for (size_t i = 0; i < table->span_count; i++) {
        const zt_table_span *span = table->spans + i;
        zt_buf_printf(out, "  columns %zu-%zu\n", span->first + 1, span->end);
        zt_dump_rich(out, 2, "head", &span->head);
    }
    for (size_t i = 0; i < table->column_count; i++) {
        zt_buf_printf(out, "  column %zu", i + 1);
        zt_dump_if(out, "unit", table->columns[i].unit);
        zt_buf_puts(out, table->columns[i].bars ? " bar\n" : "\n");
        zt_dump_rich(out, 2, "head", &table->columns[i].head);
    }
    for (size_t i = 0; i < table->count; i++)
        dump_row(out, table->rows + i);
    for (size_t i = 0; i < table->note_count; i++)
        zt_dump_rich(out, 1, "note", table->notes + i);
}

/* ---- JSON ---- */

static void json_flag(zt_buf *out, const char *name, bool yes)
{
    if (yes)
        zt_buf_printf(out, ",\"%s\":true", name);
}

static void json_columns(zt_buf *out, const zt_table_content *table)
{
    zt_json_list_open(out, "columns");
    for (size_t i = 0; i < table->column_count; i++) {
        zt_json_open(out, i);
        zt_json_at(out, table->columns[i].at);
        zt_json_rich(out, "head", &table->columns[i].head);
        zt_json_text(out, "unit", table->columns[i].unit);
        json_flag(out, "bar", table->columns[i].bars);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
    zt_json_list_open(out, "spans");
    for (size_t i = 0; i < table->span_count; i++) {
        zt_json_open(out, i);
        zt_buf_printf(out, "\"first\":%zu,\"last\":%zu", table->spans[i].first + 1,
                      table->spans[i].end);
        zt_json_rich(out, "head", &table->spans[i].head);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

static void json_cells(zt_buf *out, const zt_table_line *row)
{
    zt_json_list_open(out, "cells");
    for (size_t i = 0; i < row->count; i++) {
        const zt_table_entry *cell = row->cells + i;
        zt_json_open(out, i);
        zt_json_at(out, cell->at);
        zt_buf_printf(out, ",\"column\":%zu,\"span\":%zu", cell->column + 1, cell->span);
        zt_json_rich(out, "text", &cell->text);
        zt_json_text(out, "bare", cell->bare);
        zt_json_quantity(out, "value", cell->value);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}

void zt_json_table(zt_buf *out, const zt_table_content *table)
{
    zt_json_text(out, "head", table->head);
    json_columns(out, table);
    zt_json_list_open(out, "rows");
    for (size_t i = 0; i < table->count; i++) {
        zt_json_open(out, i);
        zt_json_at(out, table->rows[i].at);
        json_flag(out, "key", table->rows[i].key);
        zt_json_rich(out, "head", &table->rows[i].head);
        json_cells(out, table->rows + i);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
    zt_json_list_open(out, "notes");
    for (size_t i = 0; i < table->note_count; i++) {
        zt_json_open(out, i);
        zt_json_rich(out, "text", table->notes + i);
        zt_buf_putc(out, '}');
    }
    zt_buf_putc(out, ']');
}
