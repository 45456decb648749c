/* gen/import/items.c — entries become items of the chart, merged by key with those that the
   document holds: its items decide order and names, the table supplies values. It is given the
   entries that entries.c or across.c have read, converts and rounds their figures exactly, and
   hands on <item> nodes that the model cannot tell from written ones. Whatever of the table is
   not taken is named in a finding. */
#include "import/items_imp.h"

/* ---- entries to rows ---- */

/* Reports import-cell: a merged figure belongs to none of its rows for certain. */
static bool check_merged(zt_item_filler *f, const zt_mapped_column *column,
                         const zt_grid_cell *cell)
{
    if (!cell->merged)
        return true;
    zt_report(f->diags, ZT_ERROR, "import-cell", cell->at,
              "“%.*s”一列的这格与别的格合并了，说不清值属于哪一行",
              "this cell of the column \"%.*s\" is merged with others: whose is the value?",
              ZT_ARG(column->name));
    return false;
}

/* A bare number takes the sign that its column's head holds. */
static zt_str with_unit(zt_item_filler *f, zt_str text, zt_str unit)
{
    zt_num num;
    if (!zt_num_parse(text, &num))
        return text;
    zt_buf out;
    zt_buf_init(&out, f->arena);
    zt_num_print(&out, num, false);
    zt_buf_str(&out, unit);
    return zt_buf_view(&out);
}

/* What stands beside the value, made when there is something. */
static zt_item_words *words_of(zt_item_filler *f, zt_item_row *r)
{
    if (!r->words)
        r->words = ZT_ARRAY(f->arena, ZT_TARGETS, zt_item_words);
    return r->words;
}

/* Converts the figure to the unit of the chart; one that is missing stays missing. A text whose
   number cannot be told takes no part in order and sums. */
static void read_value(zt_item_filler *f, const zt_import_entry *entry, zt_item_value *v)
{
    const zt_grid_cell *cell = entry->of[ZT_TO_V];
    v->at = cell->at;
    v->given = true;
    v->missing = zt_cell_is_missing(cell->text);
    if (!v->missing && !zt_convert(&f->conversion, entry, &v->text, &v->own_unit))
        f->failed = true;
    v->has_number = !v->missing && zt_figure_number(&f->conversion, v->text, &v->number);
}

/* The value goes through conversion; change, rank and share are taken as they are written, with
   the sign that the head of their column holds. Reports import-cell and import-decimals. */
static void read_cells(zt_item_filler *f, const zt_import_entry *entry, zt_item_row *r,
                       zt_item_value *v)
{
    for (int i = ZT_TO_V; i < ZT_TARGETS; i++) {
        const zt_mapped_column *column = f->columns->of + i;
        const zt_grid_cell *cell = entry->of[i];
        if (!column->wanted)
            continue;
        if (!check_merged(f, column, cell) || !zt_cell_is_value(f->diags, cell, column->name) ||
            (i != ZT_TO_V && !zt_cell_decimals(f->diags, cell, false))) {
            f->failed = true;
            continue;
        }
        if (i == ZT_TO_V)
            read_value(f, entry, v);
        else if (!zt_cell_is_missing(cell->text)) {
            bool in_units = i == ZT_TO_CHANGE || i == ZT_TO_SHARE;
            words_of(f, r)[i] = (zt_item_words){
                in_units ? with_unit(f, cell->text, column->unit) : cell->text, cell->at};
        }
    }
}

/* Decides which marks behind names are no footnotes: where two different keys would become one
   without them, as 方案① and 方案②, the marks are part of the names. */
static void settle_marks(zt_item_filler *f)
{
    size_t count = f->entries.list.count;
    zt_str *seen = ZT_ARRAY(f->arena, count, zt_str);
    f->bare.arena = f->arena;
    f->are_names = ZT_ARRAY(f->arena, count, bool);
    for (size_t i = 0; i < count; i++) {
        zt_str key = f->entries.list.items[i].key.text;
        bool is_new;
        size_t at = zt_keys_of(&f->bare, zt_cell_unmarked(key), &is_new);
        if (is_new)
            seen[at] = key;
        f->are_names[at] |= !zt_str_equal(seen[at], key);
    }
}

/* The key as the page shows it: without the mark of a footnote that is not on the page. */
static zt_str key_of(zt_item_filler *f, const zt_grid_cell *cell)
{
    zt_str key = zt_cell_unmarked(cell->text);
    ptrdiff_t at = zt_keys_find(&f->bare, key);
    if (at != ZT_NO_KEY && f->are_names[at])
        key = cell->text;
    if (key.len < cell->text.len || zt_cell_extra_of(cell).mark.len)
        ZT_PUSH(f->arena, &f->marked, *cell);
    return key;
}

/* The column in which two rows of one name differ, and that nothing is taken from: where= or
   series= can tell them apart. The width of the head if there is none. */
static size_t differing_column(const zt_item_filler *f, size_t a, size_t b)
{
    const zt_columns *columns = f->columns;
    for (size_t i = 0; i < columns->width; i++) {
        bool used = columns->across && !columns->labels[i];
        for (int t = 0; t < ZT_TARGETS; t++)
            used |= !columns->across && columns->of[t].wanted && columns->of[t].index == i;
        zt_str one = zt_table_cell(f->table, a, i).text, two = zt_table_cell(f->table, b, i).text;
        zt_str head = zt_head_text(f->arena, f->table, columns, i);
        if (!used && one.len && two.len && head.len && !zt_str_equal(one, two))
            return i;
    }
    return columns->width;
}

/* Reports duplicate-key, once an import, for a long table holds every name many times. When some
   other column tells the two rows apart, the message says how to use it. */
static void report_twice(zt_item_filler *f, const zt_item_row *r, const zt_import_entry *entry)
{
    size_t column = differing_column(f, r->line, entry->line);
    if (f->twice++)
        return;
    f->failed = true;
    if (column == f->columns->width) {
        zt_report(f->diags, ZT_ERROR, "duplicate-key", entry->key.at,
                  "“%.*s”在表里出现了两次，值不知取哪个",
                  "\"%.*s\" stands in the table twice, which one is right?", ZT_ARG(r->key));
        return;
    }
    const char *head =
        zt_name_written(f->arena, zt_head_text(f->arena, f->table, f->columns, column));
    const char *text = zt_name_written(f->arena, zt_table_cell(f->table, entry->line, column).text);
    zt_report(f->diags, ZT_ERROR, "duplicate-key", entry->key.at,
              "“%.*s”在表里出现了两次，%s 不同；用 where=\"%s=%s\" 选定，或用 series=\"%s\" "
              "分成几个系列",
              "\"%.*s\" stands in the table twice, with a different %s; choose with "
              "where=\"%s=%s\", or part them with series=\"%s\"",
              ZT_ARG(r->key), head, head, text, head);
}

/* The row of that key, made when it is new. Lent until the next one is made: the list may move. */
static zt_item_row *row_of(zt_item_filler *f, zt_str key, const zt_import_entry *entry)
{
    bool is_new;
    size_t at = zt_keys_of(&f->keys, key, &is_new);
    if (is_new) {
        zt_item_row r = {.key = key, .index = at, .whole = entry->whole, .line = entry->line};
        r.at = entry->key.at;
        r.values = ZT_ARRAY(f->arena, f->series_count, zt_item_value);
        ZT_PUSH(f->arena, &f->rows, r);
    }
    return f->rows.items + at;
}

/* A second value for one key and series is reported, not added. */
static void add_entry(zt_item_filler *f, const zt_import_entry *entry)
{
    const zt_mapped_column *column = f->columns->of + ZT_TO_KEY;
    ptrdiff_t series = 0;
    if (!zt_cell_is_key(f->diags, &entry->key, column->name)) {
        f->failed = true;
        return;
    }
    if (f->columns->series.wanted)
        series = zt_keys_find(&f->series, zt_cell_unmarked(entry->series->text));
    zt_str key = key_of(f, &entry->key);
    zt_item_row *r = row_of(f, key, entry);
    zt_item_value *v = r->values + series;
    if (v->given || (!f->columns->of[ZT_TO_V].wanted && r->words && r->words[ZT_TO_RANK].at.file)) {
        report_twice(f, r, entry);
        return;
    }
    read_cells(f, entry, r, v);
}

/* The series are counted before any row is made, as each row has room for all. Reports
   limit-series. */
static bool collect_series(zt_item_filler *f)
{
    enum { MOST = 100000 };
    bool is_new;
    f->keys.arena = f->series.arena = f->arena;
    f->series_count = 1;
    if (!f->columns->series.wanted)
        return true;
    zt_keys keys = {.arena = f->arena};
    for (size_t i = 0; i < f->entries.list.count; i++) {
        const zt_import_entry *entry = f->entries.list.items + i;
        zt_keys_of(&f->series, zt_cell_unmarked(entry->series->text), &is_new);
        zt_keys_of(&keys, zt_cell_unmarked(entry->key.text), &is_new);
    }
    f->series_count = f->series.names.count;
    if (f->series_count <= MOST / keys.names.count)
        return true;
    zt_report(f->diags, ZT_ERROR, "limit-series", zt_node_attr_at(f->import, "series"),
              "“%.*s”一列有 %zu 个不同的值，太多了，不能各作一个系列",
              "the column \"%.*s\" has %zu different values, too many for a series each",
              ZT_ARG(f->columns->series.name), f->series_count);
    return false;
}

/* ---- what is reported ---- */

/* "what 5: a, b, c …": the first three are enough to know which are meant. */
static void name_some(zt_buf *out, const char *what, const zt_grid_cell *cells, size_t count)
{
    enum { SHOWN = 3 };
    if (count == 0)
        return;
    zt_buf_printf(out, "%s%s%zu", out->len ? "; " : "", what, count);
    for (size_t i = 0; i < count && i < SHOWN; i++)
        zt_buf_printf(out, "%s\"%.*s\"", i ? ", " : ": ", ZT_ARG(cells[i].text));
    if (count > SHOWN)
        zt_buf_puts(out, " …");
}

/* One note for all of it: what is not taken of the table, with names. */
static void note_left_out(zt_item_filler *f)
{
    zt_buf zh, en;
    const zt_entries *e = &f->entries;
    zt_buf_init(&zh, f->arena);
    zt_buf_init(&en, f->arena);
    name_some(&zh, "表注 ", e->remarks.items, e->remarks.count);
    name_some(&en, "remarks ", e->remarks.items, e->remarks.count);
    name_some(&zh, "合计 ", e->totals.items, e->totals.count);
    name_some(&en, "totals ", e->totals.items, e->totals.count);
    name_some(&zh, "名后的注号 ", f->marked.items, f->marked.count);
    name_some(&en, "marks behind names ", f->marked.items, f->marked.count);
    if (f->others) {
        zt_buf_printf(&zh, "%skeep 之外 %zu", zh.len ? "; " : "", f->others);
        zt_buf_printf(&en, "%sbeyond keep %zu", en.len ? "; " : "", f->others);
    }
    if (zh.len == 0)
        return;
    zt_pos at = e->remarks.count  ? e->remarks.items[0].at
                : e->totals.count ? e->totals.items[0].at
                : f->marked.count ? f->marked.items[0].at
                                  : zt_node_attr_at(f->import, "href");
    zt_report(f->diags, ZT_NOTE, "import-left-out", at, "没有取：%s%.0s", "left out: %.0s%s",
              zh.data, en.data);
}

/* Notes on what is no longer exactly the table's. */
static void note_rest(zt_item_filler *f)
{
    zt_pos at = zt_node_attr_at(f->import, "href");
    if (f->rest)
        zt_report(f->diags, ZT_NOTE, "import-rest", zt_node_attr_at(f->import, "rest"),
                  "keep 之外的 %zu 项合为一项“%.*s”",
                  "%zu rows beyond keep are added up as \"%.*s\"", f->rest,
                  ZT_ARG(zt_node_attr(f->import, "rest", "")));
    if (f->conversion.rounded)
        zt_report(f->diags, ZT_NOTE, "import-rounded", at,
                  "按 decimals 四舍五入，%zu 个值与原表不全等",
                  "rounded half up by decimals: %zu values are not exactly those of the table",
                  f->conversion.rounded);
}

/* A series that lacks a key which another has: drawn as missing, and reported. */
static void note_gaps(zt_item_filler *f)
{
    size_t gaps = 0;
    const zt_item_row *first = NULL;
    size_t series = 0;
    for (size_t i = 0; i < f->rows.count; i++)
        for (size_t k = 0; k < f->series_count && f->columns->series.wanted; k++)
            if (!f->rows.items[i].values[k].given && !f->rows.items[i].taken && !f->dropped[k]) {
                if (gaps++ == 0) {
                    first = f->rows.items + i;
                    series = k;
                }
            }
    if (gaps)
        zt_report(f->diags, ZT_WARNING, "series-gap", first->at,
                  "系列“%.*s”没有“%.*s”的值，共缺 %zu 处，作待补",
                  "the series \"%.*s\" has no value for \"%.*s\": %zu such gaps, drawn as missing",
                  ZT_ARG(f->series.names.items[series]), ZT_ARG(first->key), gaps);
}

/* The order matters: sums are checked while all rows are there, totals go before the rows are
   counted for keep=, and only what is still free becomes an item. */
static void take_rows(zt_item_filler *f)
{
    zt_inline_items in = zt_items_inline(f);
    zt_item_totals_check(f);
    zt_item_totals_leave_out(f);
    if (!in.closed)
        zt_item_totals_suspect(f);
    zt_items_merge(f, &in);
    zt_items_keep(f);
    zt_items_order(f);
    note_gaps(f);
    for (size_t i = 0; i < f->rows.count; i++)
        if (!f->rows.items[i].taken)
            zt_item_add(f, &f->rows.items[i]);
}

/* Reports where-nothing. */
static bool has_entries(zt_item_filler *f)
{
    if (f->entries.list.count)
        return true;
    zt_report(f->diags, ZT_ERROR, "where-nothing", zt_node_attr_at(f->import, "href"),
              "表头下没有可取的行", "there is no row to take below the head");
    note_left_out(f);
    return false;
}

/* Nothing is put into the document when any cell is wrong: a chart of half its items would look
   complete. */
static bool fill(zt_item_filler *f, zt_columns *columns)
{
    bool read =
        columns->across
            ? zt_entries_across(f->made, f->diags, f->import, f->table, columns, &f->entries)
            : zt_entries_down(f->arena, f->diags, f->import, f->table, columns, &f->entries);
    if (!read || !zt_conversion_read(f->arena, f->diags, f->import, columns, &f->conversion) ||
        !has_entries(f) || !collect_series(f))
        return false;
    settle_marks(f);
    f->rows.capacity = f->entries.list.count;
    f->rows.items = ZT_ARRAY(f->arena, f->rows.capacity, zt_item_row);
    for (size_t i = 0; i < f->entries.list.count; i++)
        add_entry(f, f->entries.list.items + i);
    if (f->failed)
        return false;
    take_rows(f);
    if (!f->failed)
        zt_conversion_close(&f->conversion);
    note_left_out(f);
    note_rest(f);
    return !f->failed;
}

/* Entries and rows of a long table take a kilobyte a line: they have an arena of their own, which
   ends here, and only nodes are made in the document's. */
bool zt_items_fill(zt_arena *arena, zt_diags *diags, zt_node *import, const zt_table *table,
                   zt_columns *columns)
{
    zt_item_filler f = {
        .made = arena, .diags = diags, .import = import, .table = table, .columns = columns};
    f.arena = zt_arena_beside(arena);
    bool filled = fill(&f, columns);
    zt_arena_drop(f.arena);
    return filled;
}
