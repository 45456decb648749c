/* A table: columns with their heads and units, rows of cells; rows may come from items. */
#include "model/content_imp.h"
#include "model/table_transpose.h"

#include <string.h>

#include "base/unit.h"

/* What of an item stands in a column. */
static const char align_names[] = "auto start centre end"; /* in the order of zt_table_align */
static const char from_names[] = "key v change rank share";
enum { FROM_KEY = 1, FROM_COUNT = 5 }; /* 0: not said */

/* A cell that is a value, and the value to give a unit to; NULL when the cell repeats another's. */
typedef struct table_value {
    zt_table_entry *cell;
    zt_quantity *own;
} table_value;

/* What is needed while a table is read. The arrays grow here and are handed to `table` at the end;
   from[i] is which child of an <item> fills column i. */
typedef struct table_reader {
    zt_doc_reader *r;
    zt_table_content *table;
    ZT_VEC(zt_table_head) columns;
    ZT_VEC(int) from; /* of each column */
    ZT_VEC(zt_table_span) spans;
    ZT_VEC(zt_table_line) rows;
    ZT_VEC(zt_rich) notes;
    ZT_VEC(const zt_footnote *) marked; /* those of cells, in the order of reading */
    ZT_VEC(table_value) values;
} table_reader;

/* An attribute as inline text, with the place of the attribute for diagnostics. */
static zt_rich attr_rich(table_reader *t, const zt_node *node, const char *name)
{
    return zt_rich_of(t->r->arena, zt_node_attr(node, name, NULL), zt_node_attr_at(node, name));
}

/* ---- columns ---- */

/* One <column>. A head makes the table titled, so that a row of heads is set. */
static void add_column(table_reader *t, const zt_node *node)
{
    zt_table_head column = {.head = attr_rich(t, node, "head"),
                            .unit = zt_node_attr(node, "unit", NULL),
                            .bars = zt_attr_yes(node, "bar"),
                            .heat = zt_attr_yes(node, "heat"),
                            .align = (zt_table_align)zt_attr_index(node, "align", align_names),
                            .at = node->at};
    int from = zt_node_find(node, "from") ? FROM_KEY + zt_attr_index(node, "from", from_names) : 0;
    t->table->titled |= !zt_rich_is_empty(&column.head);
    if (column.bars && column.align != ZT_TABLE_ALIGN_AUTO)
        zt_report(t->r->diags, ZT_ERROR, "conflicting-attributes", zt_node_attr_at(node, "align"),
                  "栏里有条（bar=），数值在条的左边；请删去 align",
                  "values stand left of the bars of this column (bar=); delete align");
    ZT_PUSH(t->r->arena, &t->columns, column);
    ZT_PUSH(t->r->arena, &t->from, from);
}

/* <column> alone or in <columns>, whose head stands over all of its columns. */
static void read_columns(table_reader *t, const zt_node *node)
{
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL)) {
        if (zt_node_is(n, "column"))
            add_column(t, n);
        if (!zt_node_is(n, "columns"))
            continue;
        zt_table_span span = {.head = attr_rich(t, n, "head"), .first = t->columns.count};
        for (const zt_node *c = zt_known_child(n, "column"); c; c = zt_known_sibling(c, "column"))
            add_column(t, c);
        span.end = t->columns.count;
        t->table->titled = true;
        ZT_PUSH(t->r->arena, &t->spans, span);
    }
}

/* Columns that do not say what they take take what is next. */
static void number_columns(table_reader *t)
{
    int next = FROM_KEY;
    for (size_t i = 0; i < t->from.count; i++) {
        if (t->from.items[i] == 0 && next < FROM_KEY + FROM_COUNT)
            t->from.items[i] = next;
        next = t->from.items[i] + 1;
    }
}

/* ---- rows ---- */

/* How many columns a cell takes: span=, 1 without it or when it is no number. */
static size_t span_of(const zt_node *cell)
{
    zt_num span;
    enum { MOST = 10000 }; /* more is a slip of the pen, which cell-count reports */
    if (!zt_num_parse(zt_node_attr(cell, "span", "1"), &span) || span.scaled < 1)
        return 1;
    return span.scaled < MOST ? (size_t)span.scaled : MOST;
}

/* The one quantity that is all of a cell, or NULL. */
static const zt_quantity *value_of(const zt_rich *text)
{
    bool value = text->count > 0 && text->spans[0].kind == ZT_SPAN_QUANTITY;
    for (size_t i = 1; i < text->count; i++)
        value = value && text->spans[i].kind == ZT_SPAN_NOTE;
    return value ? text->spans[0].quantity : NULL;
}

/* White space before a note, or behind one at the end. */
static bool is_blank_at_note(const zt_rich *text, size_t i)
{
    if (text->spans[i].kind != ZT_SPAN_TEXT || zt_str_trim(text->spans[i].text).len > 0)
        return false;
    return i + 1 < text->count ? text->spans[i + 1].kind == ZT_SPAN_NOTE
                               : i > 0 && text->spans[i - 1].kind == ZT_SPAN_NOTE;
}

/* The inline content of a cell. Its notes belong to the table, not to the foot of a page, and white
   space between a value and its note is none. */
static zt_rich read_cell(table_reader *t, const zt_node *node)
{
    size_t before = t->r->notes.count;
    zt_rich text = zt_rich_read(t->r, node);
    if (t->r->notes.count == before)
        return text;
    t->r->notes.count = before;
    size_t count = 0;
    zt_span *spans = ZT_ARRAY(t->r->arena, text.count, zt_span);
    for (size_t i = 0; i < text.count; i++)
        if (!is_blank_at_note(&text, i))
            spans[count++] = text.spans[i];
    return (zt_rich){spans, count, text.at};
}

/* Remembers a cell with a value until all units are known. `own` is the quantity that may be
   changed; a <ref> has none, since its quantity belongs to where it was written. */
static void note_value(table_reader *t, zt_table_entry *cell, const zt_node *node)
{
    table_value value = {cell, node ? zt_quantity_of(t->r, node) : NULL};
    ZT_PUSH(t->r->arena, &t->values, value);
}

/* The cells of a <row>; each stands behind the one before by its span. Where the rows have heads
   the first column is that of the heads. */
static void read_cells(table_reader *t, const zt_node *node, zt_table_line *row)
{
    ZT_VEC(zt_table_entry) cells = {0};
    size_t column = zt_rich_is_empty(&row->head) && !t->table->headed ? 0 : 1;
    for (const zt_node *n = zt_known_child(node, "cell"); n; n = zt_known_sibling(n, "cell")) {
        zt_table_entry cell = {
            .text = read_cell(t, n), .column = column, .span = span_of(n), .at = n->at};
        cell.value = value_of(&cell.text);
        cell.trend = zt_trend_read(t->r, n);
        column += cell.span;
        ZT_PUSH(t->r->arena, &cells, cell);
    }
    row->cells = cells.items;
    row->count = cells.count;
    const zt_node *n = zt_known_child(node, "cell");
    for (size_t i = 0; i < row->count; i++, n = zt_known_sibling(n, "cell"))
        if (row->cells[i].value)
            note_value(t, row->cells + i, zt_known_child(n, NULL));
}

/* One <row>; with a head and no cell it is a band across the table. */
static void read_row(table_reader *t, const zt_node *node)
{
    zt_table_line row = {.head = attr_rich(t, node, "head"),
                         .key = zt_str_is(zt_node_attr(node, "weight", NULL), "key"),
                         .at = node->at};
    read_cells(t, node, &row);
    row.band = row.count == 0 && !zt_rich_is_empty(&row.head);
    ZT_PUSH(t->r->arena, &t->rows, row);
}

/* The cell of an <item> for a column: the first child of the kind that the column asks for, such
   as <change>; empty where the item has none. */
static void entry_from(table_reader *t, const zt_node *item, size_t column, zt_table_entry *cell)
{
    static const char *const names[] = {NULL, NULL, "v", "change", "rank", "share"};
    int from = t->from.items[column];
    const zt_node *node = from ? zt_known_child(item, names[from] ? names[from] : "") : NULL;
    *cell = (zt_table_entry){.column = column, .span = 1, .at = item->at};
    cell->value = node ? zt_quantity_of(t->r, node) : NULL;
    if (!cell->value)
        return;
    zt_span *span = ZT_NEW(t->r->arena, zt_span);
    *span = (zt_span){.kind = ZT_SPAN_QUANTITY,
                      .text = cell->value->text,
                      .quantity = cell->value,
                      .at = cell->value->at};
    cell->at = node->at;
    cell->text = (zt_rich){span, 1, node->at};
    note_value(t, cell, node);
}

/* An item as in a chart: its key heads the row. */
static void read_item(table_reader *t, const zt_node *node)
{
    zt_table_line row = {.head = attr_rich(t, node, "key"), .at = node->at};
    size_t count = t->columns.count > 1 ? t->columns.count - 1 : 0;
    row.cells = ZT_ARRAY(t->r->arena, count + 1, zt_table_entry);
    for (; row.count < count; row.count++)
        entry_from(t, node, row.count + 1, row.cells + row.count);
    ZT_PUSH(t->r->arena, &t->rows, row);
}

/* Whether any row has a head beside cells: then all rows keep a column for it. */
static bool has_row_heads(const zt_node *node)
{
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL))
        if (zt_node_is(n, "item") ||
            (zt_node_is(n, "row") && zt_node_find(n, "head") && zt_known_child(n, "cell")))
            return true;
    return false;
}

/* Rows, items and notes, in the order of the file. */
static void read_rows(table_reader *t, const zt_node *node)
{
    t->table->headed = has_row_heads(node);
    for (const zt_node *n = zt_known_child(node, NULL); n; n = zt_known_sibling(n, NULL)) {
        if (zt_node_is(n, "row"))
            read_row(t, n);
        else if (zt_node_is(n, "item"))
            read_item(t, n);
        else if (zt_node_is(n, "note")) {
            zt_rich note = zt_rich_read(t->r, n);
            ZT_PUSH(t->r->arena, &t->notes, note);
        }
    }
}

/* ---- notes of cells ---- */

/* a, b … z, aa …: letters, for numbers are those of the notes of a text. */
static zt_str mark_of(zt_arena *arena, size_t index)
{
    const size_t letters = 26;
    zt_buf out;
    zt_buf_init(&out, arena);
    if (index >= letters)
        zt_buf_putc(&out, (char)('a' + (index / letters - 1) % letters));
    zt_buf_putc(&out, (char)('a' + index % letters));
    return zt_buf_view(&out);
}

/* All notes of cells, so that a mark may repeat one that stands below it. */
static void gather_notes(table_reader *t, const zt_rich *text)
{
    for (size_t i = 0; i < text->count; i++)
        if (text->spans[i].kind == ZT_SPAN_NOTE && text->spans[i].note->ref.len == 0)
            ZT_PUSH(t->r->arena, &t->marked, text->spans[i].note);
}

/* Reports unknown-ref for a mark that repeats no note of the table; it is empty then. */
static zt_str find_mark(const table_reader *t, const zt_footnote *note)
{
    for (size_t i = 0; i < t->marked.count; i++) {
        const zt_footnote *other = t->marked.items[i];
        if (other == note || (note->ref.len && other->id && zt_str_is(note->ref, other->id)))
            return mark_of(t->r->arena, i);
    }
    zt_report(t->r->diags, ZT_ERROR, "unknown-ref", note->at, "这张表里没有 id=“%.*s”的 <fn>",
              "there is no <fn> with id=\"%.*s\" in this table", ZT_ARG(note->ref));
    return (zt_str){0};
}

static zt_span mark_span(zt_str mark, zt_pos at)
{
    return (zt_span){.kind = ZT_SPAN_TEXT, .text = mark, .sup = true, .mark = true, .at = at};
}

/* Marks in the place of notes; of a value they stand behind it. */
static void mark_cell(const table_reader *t, zt_table_entry *cell)
{
    zt_buf marks;
    zt_buf_init(&marks, t->r->arena);
    for (size_t i = 0; i < cell->text.count; i++) {
        zt_span *span = &cell->text.spans[i];
        if (span->kind != ZT_SPAN_NOTE)
            continue;
        zt_str mark = find_mark(t, span->note);
        zt_buf_printf(&marks, "%s%.*s", marks.len ? "," : "", ZT_ARG(mark));
        *span = mark_span(mark, span->at);
    }
    if (!cell->value || marks.len == 0)
        return;
    cell->mark = zt_buf_view(&marks);
    cell->text.count = 1;
}

/* A note below the table, half an em behind its mark, which knows whose it is. */
static zt_rich note_below(const table_reader *t, size_t index)
{
    const zt_footnote *note = t->marked.items[index];
    zt_span *spans = ZT_ARRAY(t->r->arena, note->text.count + 1, zt_span);
    zt_str mark = mark_of(t->r->arena, index);
    mark = zt_str_from(zt_arena_printf(t->r->arena, "%.*s\u2002", ZT_ARG(mark)));
    spans[0] = (zt_span){.kind = ZT_SPAN_TEXT, .text = mark, .note = note, .at = note->at};
    for (size_t i = 0; i < note->text.count; i++)
        spans[i + 1] = note->text.spans[i];
    return (zt_rich){spans, note->text.count + 1, note->at};
}

/* They follow the notes of the table as a whole. */
static void set_notes(table_reader *t)
{
    for (size_t i = 0; i < t->rows.count; i++)
        for (size_t k = 0; k < t->rows.items[i].count; k++)
            gather_notes(t, &t->rows.items[i].cells[k].text);
    for (size_t i = 0; i < t->rows.count; i++)
        for (size_t k = 0; k < t->rows.items[i].count; k++)
            mark_cell(t, &t->rows.items[i].cells[k]);
    for (size_t i = 0; i < t->marked.count; i++) {
        zt_rich note = note_below(t, i);
        ZT_PUSH(t->r->arena, &t->notes, note);
    }
}

/* ---- what they must agree in ---- */

/* How many columns a row takes, its head included. */
static size_t width_of(const zt_table_line *row)
{
    size_t width = zt_rich_is_empty(&row->head) ? 0 : 1;
    for (size_t i = 0; i < row->count; i++)
        width = row->cells[i].column + row->cells[i].span;
    return width;
}

/* Without <column> the widest row says how many there are. */
static void supply_columns(table_reader *t)
{
    enum { WIDEST = 256 };
    size_t widest = 0;
    bool none = t->columns.count == 0;
    for (size_t i = 0; i < t->rows.count; i++)
        if (!t->rows.items[i].band && width_of(t->rows.items + i) > widest)
            widest = width_of(t->rows.items + i);
    while (none && t->columns.count < widest && t->columns.count < WIDEST) {
        zt_table_head column = {.at = t->rows.items[0].at};
        ZT_PUSH(t->r->arena, &t->columns, column);
    }
}

/* cell-count: a row must fill all columns, or figures would stand under the wrong head. */
static void check_width(table_reader *t, const zt_table_line *row)
{
    size_t width = width_of(row);
    if (row->band || width == t->columns.count)
        return;
    zt_report(t->r->diags, ZT_ERROR, "cell-count", row->at,
              "这一行占 %zu 栏，表有 %zu 栏；缺数写 <cell/>，并栏写 span",
              "this row takes %zu columns, the table has %zu; write <cell/> for what is not known, "
              "span for a cell over several",
              width, t->columns.count);
}

/* unit-mismatch in a column. */
static void report_unit(table_reader *t, const zt_quantity *q, zt_str unit)
{
    zt_report(t->r->diags, ZT_ERROR, "unit-mismatch", q->at,
              "“%.*s”的单位与这一栏的“%.*s”不同；一栏只能有一种单位和一种量级",
              "the unit of \"%.*s\" differs from \"%.*s\" of the column; a column has one unit and "
              "one scale",
              ZT_ARG(q->text), ZT_ARG(unit));
}

/* What follows the figure is the unit of the head: it is not printed again. */
static zt_str bare_of(const zt_quantity *q, zt_str unit)
{
    zt_str text = zt_bare_phrase(q), after = zt_str_slice(text, q->figure_end, text.len);
    bool told = q->has_number && unit.len > 0 && zt_str_equal(after, unit);
    return told ? zt_str_slice(text, 0, q->figure_end) : text;
}

/* What the values of a column have in common: its unit, or that of the first. */
typedef struct column_unit {
    /* As the head or the first value says it. */
    zt_str said;
    int scale;
    zt_str unit;
    bool known;
} column_unit;

/* The unit in the head of a column; a unit that no table knows is taken as it is. */
static column_unit unit_of(const table_reader *t, const zt_table_head *head)
{
    column_unit c = {.said = head->unit, .known = head->unit.len > 0};
    if (c.known && zt_unit_split(head->unit, t->r->options.units, &c.scale, &c.unit) == 0)
        c.unit = head->unit;
    return c;
}

/* A value without a unit takes that of its column; one with a unit must agree with it. */
static void fit_unit(table_reader *t, zt_quantity *q, column_unit *c, const zt_table_head *head)
{
    bool bare = q->unit.len == 0 && q->scale == 0;
    if (!q->has_number || (!c->known && !head->bars && !head->heat))
        return;
    if (!c->known)
        *c = (column_unit){zt_str_slice(q->text, q->figure_end, q->text.len), q->scale, q->unit,
                           true};
    else if (!bare && (q->scale != c->scale || !zt_str_equal(q->unit, c->unit)))
        report_unit(t, q, c->said);
    else if (bare) {
        q->unit = c->unit;
        if (c->scale && !zt_num_scale(&q->value, c->scale))
            zt_report(t->r->diags, ZT_ERROR, "not-a-number", q->at, "“%.*s”乘以单位的量级后太大",
                      "\"%.*s\" is too large in the unit of the column", ZT_ARG(q->text));
    }
}

/* Gives each value the unit of its column and notes what remains to be printed of it. */
static void fit_units(table_reader *t)
{
    column_unit *units = ZT_ARRAY(t->r->arena, t->columns.count + 1, column_unit);
    for (size_t i = 0; i < t->columns.count; i++)
        units[i] = unit_of(t, t->columns.items + i);
    for (size_t i = 0; i < t->values.count; i++) {
        table_value *v = t->values.items + i;
        size_t column = v->cell->column;
        if (column >= t->columns.count)
            continue;
        v->cell->bare = bare_of(v->cell->value, t->columns.items[column].unit);
        if (v->own)
            fit_unit(t, v->own, units + column, t->columns.items + column);
    }
}

/* <table>: columns first, since they decide how cells are read, then rows, then the checks that
   need both. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    table_reader t = {.r = r, .table = ZT_NEW(r->arena, zt_table_content)};
    t.table->language = r->doc->language;
    read_columns(&t, node);
    number_columns(&t);
    read_rows(&t, node);
    supply_columns(&t);
    for (size_t i = 0; i < t.rows.count; i++)
        check_width(&t, t.rows.items + i);
    fit_units(&t);
    set_notes(&t);
    if (t.rows.count == 0 && !zt_known_child(node, "import"))
        zt_report(r->diags, ZT_ERROR, "no-items", node->at, "表里没有一行",
                  "the table has no rows");
    t.table->head = zt_node_attr(node, "head", NULL);
    t.table->columns = t.columns.items;
    t.table->column_count = t.columns.count;
    t.table->spans = t.spans.items;
    t.table->span_count = t.spans.count;
    t.table->rows = t.rows.items;
    t.table->count = t.rows.count;
    t.table->notes = t.notes.items;
    t.table->note_count = t.notes.count;
    size_t bands = 0;
    for (size_t i = 0; i < t.rows.count; i++)
        bands += t.rows.items[i].band;
    zt_check_declared(r, node, "declared", t.rows.count - bands, "行", "rows");
    if (zt_attr_yes(node, "transpose"))
        zt_table_transpose(r->arena, r->diags, t.table);
    block->content = t.table;
    block->count = t.table->count;
}

/* A head over several columns, its first and last counted from 1 as a reader counts. */
static void describe_span(zt_describer *t, const zt_table_span *span)
{
    zt_describe_open(t, "columns", (zt_pos){0});
    zt_describe_int(t, "first", (int)span->first + 1);
    zt_describe_int(t, "last", (int)span->end);
    zt_describe_rich(t, "head", &span->head);
    zt_describe_close(t);
}

/* One column as dump --stage=model prints it. */
static void describe_column(zt_describer *t, const zt_table_head *column)
{
    zt_describe_open(t, "column", column->at);
    zt_describe_text(t, "unit", column->unit);
    zt_describe_flag(t, "bar", column->bars);
    zt_describe_flag(t, "heat", column->heat);
    static const char *const aligns[] = {NULL, "start", "centre", "end"};
    zt_describe_word(t, "align", aligns[column->align]);
    zt_describe_flag(t, "key", column->key);
    zt_describe_rich(t, "head", &column->head);
    zt_describe_close(t);
}

/* One cell; `bare` is shown only where less is printed than was written. */
static void describe_cell(zt_describer *t, const zt_table_entry *cell)
{
    zt_describe_open(t, "cell", cell->at);
    zt_describe_int(t, "column", (int)cell->column + 1);
    if (cell->span > 1)
        zt_describe_int(t, "span", (int)cell->span);
    if (cell->value && !zt_str_equal(cell->bare, cell->value->text))
        zt_describe_text(t, "bare", cell->bare);
    zt_describe_text(t, "mark", cell->mark);
    zt_describe_text(t, "trend", zt_trend_words(t->out->arena, cell->trend));
    zt_describe_rich(t, "text", &cell->text);
    zt_describe_close(t);
}

/* One row with its cells. */
static void describe_row(zt_describer *t, const zt_table_line *row)
{
    zt_describe_open(t, "row", row->at);
    zt_describe_flag(t, "band", row->band);
    zt_describe_flag(t, "key", row->key);
    zt_describe_rich(t, "head", &row->head);
    zt_describe_list(t, "cells");
    for (size_t i = 0; i < row->count; i++)
        describe_cell(t, row->cells + i);
    zt_describe_list_end(t);
    zt_describe_close(t);
}

/* Heads over several columns, then the columns. */
static void describe_heads(zt_describer *t, const zt_table_content *table)
{
    zt_describe_list(t, "spans");
    for (size_t i = 0; i < table->span_count; i++)
        describe_span(t, table->spans + i);
    zt_describe_list_end(t);
    zt_describe_list(t, "columns");
    for (size_t i = 0; i < table->column_count; i++)
        describe_column(t, table->columns + i);
    zt_describe_list_end(t);
}

/* The whole table. */
static void describe(zt_describer *t, const void *content)
{
    const zt_table_content *table = content;
    zt_describe_text(t, "head", table->head);
    describe_heads(t, table);
    zt_describe_list(t, "rows");
    for (size_t i = 0; i < table->count; i++)
        describe_row(t, table->rows + i);
    zt_describe_list_end(t);
    zt_describe_list(t, "notes");
    for (size_t i = 0; i < table->note_count; i++)
        zt_describe_rich(t, "note", table->notes + i);
    zt_describe_list_end(t);
}

/* A reader who cannot see the table hears how large it is and what its columns are. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"表", "行", "Table", "row", "rows"};
    const zt_table_content *table = content;
    zt_alt_open(alt, &words, table->head, table->count);
    for (size_t i = 0; table->titled && i < table->column_count; i++) {
        if (i)
            zt_alt_say(alt, "、", ", ");
        else
            zt_alt_say(alt, "：", ": ");
        zt_alt_rich(alt, &table->columns[i].head);
    }
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_table = {
    .name = "table",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
