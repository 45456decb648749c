/* gen/export/out_csv.c — the data of each chart as CSV (RFC 4180): UTF-8 behind a byte order mark,
   without which Excel takes Han for another encoding; records end with CR LF. Cells stand as they
   are written in the document. */
#include "export/export.h"

#include <string.h>

/* Quoted where it holds what parts cells, or blanks at an end, which some readers take off. */
static bool wants_quotes(zt_str cell)
{
    bool blank = cell.len > 0 && (cell.data[0] == ' ' || cell.data[cell.len - 1] == ' ');
    for (size_t i = 0; i < cell.len; i++)
        if (strchr(",\"\r\n", cell.data[i]) && cell.data[i])
            return true;
    return blank;
}

/* A quote within quotes is doubled. */
static void put_cell(zt_buf *out, zt_str cell)
{
    bool quoted = wants_quotes(cell);
    zt_buf_puts(out, quoted ? "\"" : "");
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.data[i] == '"')
            zt_buf_putc(out, '"');
        zt_buf_putc(out, cell.data[i]);
    }
    zt_buf_puts(out, quoted ? "\"" : "");
}

static void put_record(zt_buf *out, const zt_str *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        zt_buf_puts(out, i ? "," : "");
        put_cell(out, cells[i]);
    }
    zt_buf_puts(out, "\r\n");
}

static bool write_table(const zt_export *e, const zt_data_table *table, zt_buf *out)
{
    (void)e;
    zt_buf_puts(out, "\xEF\xBB\xBF");
    put_record(out, table->heads, table->column_count);
    for (size_t i = 0; i < table->row_count; i++)
        put_record(out, table->cells + i * table->column_count, table->column_count);
    return true;
}

extern const zt_output zt_output_csv;
const zt_output zt_output_csv = {
    .name = "csv",
    .zh = "每图一个表，为图中数据",
    .en = "the data of each chart as a table",
    .write_table = write_table,
};
