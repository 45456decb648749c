/* gen/import/xlsx_sheet.c — the grid of a sheet (ECMA-376 part 1, 18.3): cells with what they
   show, merged ranges, what is hidden. It is given the root of a sheet's part and fills the
   table, within the area that is wanted and a limit of cells. Places are names of cells (B7),
   for a spreadsheet has no lines of text. */
#include <string.h>

#include "import/xlsx_imp.h"

/* Cells of a sheet, merged ones counted again. */
enum { MOST_CELLS = 400000 };

/* Letters count from A as 1 without a nought; at most three of them. */
bool zt_cell_name(zt_str name, size_t *line, size_t *column)
{
    size_t at = 0, letters = 0, number = 0;
    for (; at < name.len && name.data[at] >= 'A' && name.data[at] <= 'Z' && at < 3; at++)
        letters = letters * 26 + (size_t)(name.data[at] - 'A') + 1;
    size_t first = at;
    for (; at < name.len && name.data[at] >= '0' && name.data[at] <= '9' && at - first < 7; at++)
        number = number * 10 + (size_t)(name.data[at] - '0');
    *line = number - 1;
    *column = letters - 1;
    return at == name.len && letters > 0 && number > 0;
}

/* The name of a cell as its place: spreadsheets have no lines of text. */
static zt_pos cell_at(zt_xlsx *r, size_t line, size_t column)
{
    char letters[4] = "";
    int count = 0;
    for (size_t n = column + 1; n > 0 && count < 3; n = (n - 1) / 26)
        letters[count++] = (char)('A' + (n - 1) % 26);
    zt_buf out;
    zt_buf_init(&out, r->arena);
    zt_buf_printf(&out, "%s!%.*s!", r->zip.path, ZT_ARG(r->sheet));
    while (count > 0)
        zt_buf_putc(&out, letters[--count]);
    zt_buf_printf(&out, "%zu", line + 1);
    return (zt_pos){zt_buf_view(&out).data, 0, 0};
}

/* ---- contents ---- */

/* Empty when there is no such child. */
static zt_str child_text(zt_arena *arena, const zt_node *node, const char *name)
{
    const zt_node *child = zt_node_child(node, name);
    return child ? zt_node_text(arena, child) : (zt_str){0};
}

/* A style that the file does not have is the first one. */
static const zt_numfmt *format_of(const zt_xlsx *r, const zt_node *c)
{
    size_t style;
    if (!zt_xlsx_index(zt_node_attr(c, "s", "0"), &style) || style >= r->formats.count)
        style = 0;
    return r->formats.items[style];
}

/* What few cells have, in a place of its own. */
static void set_extra(zt_xlsx *r, zt_grid_cell *cell, zt_cell_extra extra)
{
    zt_cell_extra *kept = ZT_NEW(r->arena, zt_cell_extra);
    *kept = extra;
    cell->extra = kept;
}

/* A text that is no number is an error value. */
static void read_number(zt_xlsx *r, const zt_numfmt *format, zt_str stored, zt_grid_cell *cell)
{
    zt_shown shown;
    if (!zt_numfmt_show(r->arena, format, r->from_1904, stored, &shown)) {
        cell->kind = ZT_CELL_ERROR;
        return;
    }
    cell->text = shown.text;
    if (shown.exact.len || shown.currency.len)
        set_extra(r, cell, (zt_cell_extra){.exact = shown.exact, .currency = shown.currency});
    cell->kind = shown.kind;
    cell->quirk = shown.quirk;
}

/* Dates stored as ISO 8601; a cell without a date format shows them so. */
static void read_date(zt_xlsx *r, const zt_numfmt *format, zt_str stored, zt_grid_cell *cell)
{
    static const char *const codes[][2] = {{"yyyy-mm-dd", "hh:mm:ss"},
                                           {"yyyy-mm-dd hh:mm:ss", "hh:mm:ss"}};
    zt_numfmt usual;
    zt_numfmt_class class;
    double days;
    if (!zt_days_read(zt_str_trim(stored), r->from_1904, &days, &class))
        return; /* a text */
    zt_numfmt_class shown = format->sections[0].class;
    if (shown != ZT_FORMAT_DATE && shown != ZT_FORMAT_TIME) {
        bool time = stored.len > strlen("2022-06-01");
        zt_numfmt_read(r->arena, zt_str_from(codes[time][class == ZT_FORMAT_TIME]), &usual);
        format = &usual;
    }
    cell->kind = ZT_CELL_DATE;
    if (!zt_numfmt_date(r->arena, format->sections, r->from_1904, days, &cell->text))
        cell->text = stored;
}

/* A number beyond the shared texts is an error value. */
static void read_shared(const zt_xlsx *r, zt_str stored, zt_grid_cell *cell)
{
    size_t index;
    if (zt_xlsx_index(zt_str_trim(stored), &index) && index < r->shared.count) {
        cell->text = r->shared.items[index].text;
        cell->extra = r->shared.items[index].extra;
    } else {
        cell->kind = ZT_CELL_ERROR;
    }
}

/* By the cell's type (ECMA-376 part 1, 18.18.11). */
static void read_content(zt_xlsx *r, const zt_node *c, zt_grid_cell *cell)
{
    zt_str type = zt_node_attr(c, "t", "n"), stored = child_text(r->arena, c, "v");
    const zt_numfmt *format = format_of(r, c);
    cell->text = stored;
    if (zt_str_is(type, "s"))
        read_shared(r, stored, cell);
    else if (zt_str_is(type, "inlineStr") && zt_node_child(c, "is"))
        zt_xlsx_text(r->arena, zt_node_child(c, "is"), cell);
    else if (zt_str_is(type, "e"))
        cell->kind = ZT_CELL_ERROR;
    else if (stored.len == 0 && zt_node_child(c, "f") && !zt_str_is(type, "str"))
        cell->kind = ZT_CELL_NOT_COUNTED;
    else if (stored.len == 0)
        cell->text = (zt_str){0};
    else if (zt_str_is(type, "b")) {
        cell->kind = ZT_CELL_BOOL;
        cell->text = zt_str_is(zt_str_trim(stored), "0") ? ZT_STR("FALSE") : ZT_STR("TRUE");
    } else if (zt_str_is(type, "d"))
        read_date(r, format, stored, cell);
    else if (zt_str_is(type, "n"))
        read_number(r, format, stored, cell);
    else
        cell->text = zt_xlsx_unescape(r->arena, stored);
    if (cell->kind == ZT_CELL_TEXT && cell->text.len)
        cell->text = zt_numfmt_show_text(r->arena, format, cell->text);
    cell->text = zt_cell_trim(cell->text);
}

/* Whether the cell has a value, a text or a formula: one that has but a look, far from all
   others, would only make the table larger. */
static bool is_filled(const zt_node *c)
{
    const zt_node *v = zt_node_child(c, "v");
    return (v && v->first) || zt_node_child(c, "is") || zt_node_child(c, "f");
}

/* ---- the grid ---- */

/* Reports limit-cells; returns false. */
static bool limit(zt_xlsx *r, zt_pos at)
{
    zt_report(r->diags, ZT_ERROR, "limit-cells", at,
              "工作表太大：上限 %d 格；请用 range= 指明要用的部分，如 range=\"A1:F200\"",
              "the sheet is too large, the limit is %d cells; name the part that is used with "
              "range=\"A1:F200\"",
              MOST_CELLS);
    return false;
}

/* Lines grow as cells are met: a sheet names only those that hold something. */
static zt_grid_cell *cell_of(zt_xlsx *r, size_t line, size_t column)
{
    while (r->table->lines.count <= line) {
        zt_grid_line none = {0};
        ZT_PUSH(r->arena, &r->table->lines, none);
    }
    zt_grid_line *l = &r->table->lines.items[line];
    if (l->count <= column) {
        zt_grid_cell *wider = ZT_ARRAY(r->arena, column + 1, zt_grid_cell);
        if (l->count)
            memcpy(wider, l->cells, l->count * sizeof *wider);
        r->spent += column + 1 - l->count;
        for (size_t i = l->count; i <= column; i++)
            wider[i].at = cell_at(r, line, i);
        l->cells = wider;
        l->count = column + 1;
    }
    return l->cells + column;
}

/* Within the area; lines above it are read in their whole width, for they may say units. */
static bool is_wanted(const zt_xlsx *r, size_t line, size_t column)
{
    const zt_area *a = r->area;
    return line <= a->bottom && (line < a->top || (column >= a->left && column <= a->right));
}

/* Cells beyond the limits matter if a column that is used has them: its first one is kept. */
static bool is_beyond(zt_xlsx *r, size_t line, size_t column)
{
    if (column >= ZT_TABLE_COLUMNS) {
        if (line >= r->area->top && !r->limit_noted)
            zt_report(r->diags, ZT_NOTE, "import-left-out", cell_at(r, line, column),
                      "第 %d 列以后的没有取", "columns beyond %d are not read", ZT_TABLE_COLUMNS);
        r->limit_noted |= line >= r->area->top;
        return true;
    }
    if (line < ZT_TABLE_ROWS)
        return false;
    if (!r->table->beyond)
        r->table->beyond = ZT_ARRAY(r->arena, ZT_TABLE_COLUMNS, zt_pos);
    if (!r->table->beyond[column].file)
        r->table->beyond[column] = cell_at(r, line, column);
    return true;
}

/* The column that the cell names, or the one behind the last. */
static size_t column_of(const zt_node *c, size_t next)
{
    size_t line, column;
    return zt_cell_name(zt_node_attr(c, "r", ""), &line, &column) ? column : next;
}

/* The last column of the line that is taken, so that the line's room is made once; *any is false
   when there is none. */
static size_t last_column(zt_xlsx *r, const zt_node *row, size_t line, bool *any)
{
    size_t column = 0, last = 0;
    *any = false;
    for (const zt_node *c = zt_node_child(row, "c"); c; c = zt_node_sibling(c, "c"), column++) {
        column = column_of(c, column);
        if (!is_filled(c) || !is_wanted(r, line, column) || is_beyond(r, line, column))
            continue;
        last = column > last ? column : last;
        *any = true;
    }
    return last;
}

/* The last cell of a line first: its room is made once. */
static bool read_row(zt_xlsx *r, const zt_node *row, size_t line)
{
    bool any;
    size_t column = 0, last = last_column(r, row, line, &any);
    if (!any)
        return true;
    if (r->spent > MOST_CELLS)
        return limit(r, cell_at(r, line, 0));
    cell_of(r, line, last);
    for (const zt_node *c = zt_node_child(row, "c"); c; c = zt_node_sibling(c, "c"), column++) {
        column = column_of(c, column);
        if (column <= last && is_filled(c) && is_wanted(r, line, column))
            read_content(r, c, cell_of(r, line, column));
    }
    zt_str height = zt_node_attr(row, "ht", "");
    r->table->lines.items[line].hidden = zt_xlsx_true(row, "hidden") || zt_str_is(height, "0");
    return true;
}

/* Rows may skip numbers, and some writers leave them out. */
static bool read_rows(zt_xlsx *r, const zt_node *data)
{
    size_t line = 0, number;
    for (const zt_node *row = zt_node_child(data, "row"); row;
         row = zt_node_sibling(row, "row"), line++) {
        if (zt_xlsx_index(zt_node_attr(row, "r", ""), &number) && number > 0)
            line = number - 1;
        if (!read_row(r, row, line))
            return false;
    }
    return true;
}

/* Every cell of a merged range shows the first one's text; what lies outside the lines that were
   read shows nothing to anyone. */
static void merge(zt_xlsx *r, zt_str range)
{
    size_t colon = 0, top, left, bottom, right;
    while (colon < range.len && range.data[colon] != ':')
        colon++;
    if (!zt_cell_name(zt_str_slice(range, 0, colon), &top, &left) ||
        !zt_cell_name(zt_str_slice(range, colon + 1, range.len), &bottom, &right) ||
        top >= r->table->lines.count || right >= ZT_TABLE_COLUMNS)
        return;
    zt_grid_cell shown = zt_table_cell(r->table, top, left);
    for (size_t i = top; i <= bottom && i < r->table->lines.count; i++)
        for (size_t k = left; k <= right && r->spent <= MOST_CELLS; k++) {
            if (i == top && k == left)
                continue;
            r->spent++;
            zt_grid_cell *cell = cell_of(r, i, k);
            zt_pos at = cell->at;
            *cell = shown;
            cell->at = at;
            cell->merged = true;
        }
}

/* At most 5,000 ranges: merging costs as many cells as the ranges have, whatever the file's
   size. */
static void merge_all(zt_xlsx *r, const zt_node *root)
{
    enum { MOST_MERGED = 5000 };
    const zt_node *merged = zt_node_child(root, "mergeCells");
    int count = 0;
    for (const zt_node *m = merged ? zt_node_child(merged, "mergeCell") : NULL;
         m && count < MOST_MERGED; m = zt_node_sibling(m, "mergeCell"), count++)
        merge(r, zt_node_attr(m, "ref", ""));
}

/* ---- what is hidden ---- */

/* By the attribute or by a width of nought. */
static void find_hidden(zt_xlsx *r, const zt_node *root)
{
    const zt_node *cols = zt_node_child(root, "cols");
    r->hidden = ZT_ARRAY(r->arena, ZT_TABLE_COLUMNS, bool);
    for (const zt_node *c = cols ? zt_node_child(cols, "col") : NULL; c;
         c = zt_node_sibling(c, "col")) {
        size_t first, last;
        zt_str width = zt_node_attr(c, "width", "");
        bool hidden = zt_xlsx_true(c, "hidden") || zt_str_is(width, "0");
        if (!hidden || !zt_xlsx_index(zt_node_attr(c, "min", ""), &first) ||
            !zt_xlsx_index(zt_node_attr(c, "max", ""), &last) || first == 0)
            continue;
        for (size_t i = first - 1; i < last && i < ZT_TABLE_COLUMNS; i++)
            r->hidden[i] = true;
    }
}

/* A merged range shows its text in what is left of it: only cells of their own are missing. */
static void hide(zt_xlsx *r)
{
    for (size_t i = 0; i < r->table->lines.count; i++) {
        zt_grid_line *l = r->table->lines.items + i;
        for (size_t k = 0; k < l->count; k++) {
            zt_grid_cell *c = l->cells + k;
            if (!l->hidden && !r->hidden[k])
                continue;
            bool filled = c->text.len > 0 && !c->merged;
            zt_str text = c->text;
            *c = (zt_grid_cell){.at = c->at, .hidden = filled};
            if (filled)
                set_extra(r, c, (zt_cell_extra){.exact = text});
        }
    }
}

/* The grid, then what lies over it. */
bool zt_xlsx_sheet(zt_xlsx *r, const zt_node *root)
{
    const zt_node *data = zt_node_child(root, "sheetData");
    if (!data) {
        zt_xlsx_refuse(r, "sheetData");
        return false;
    }
    if (!read_rows(r, data))
        return false;
    merge_all(r, root);
    find_hidden(r, root);
    hide(r);
    return r->spent <= MOST_CELLS || limit(r, cell_at(r, 0, 0));
}
