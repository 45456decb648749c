/* gen/import/items.c — entries become items of the chart, merged by key with those that the
   document holds: its items decide order and names, the table supplies values. It is given the
   entries that entries.c or across.c have read, converts and rounds their figures exactly, and
   hands on <item> nodes that the model cannot tell from written ones. Whatever of the table is
   not taken is named in a finding. */
#include "import/rows_imp.h"

#include <stdlib.h>
#include <string.h>

#include "base/near.h"

/* One figure of an item: its text in the unit of the chart, and where in the file it comes from.
   `given` means that the table has a cell for it, `missing` that this cell says that there is no
   figure. */
typedef struct item_value {
    zt_str text;
    zt_pos at;
    zt_num number; /* for order and sums */
    bool given, missing, own_unit, has_number;
} item_value;

/* All that the table has under one key, with a value for each series. `taken` rows make no item
   of their own: they were merged into one of the document, or left out. `index` is the place in
   the table, to which equal rows return. */
typedef struct item_row {
    zt_str key, text[ZT_TARGETS];
    zt_pos at[ZT_TARGETS];
    item_value *values; /* one a series */
    bool taken, whole;
    size_t index, line;
} item_row;

/* One import while its entries become items. Lives on the stack of zt_items_fill; after the
   first error (`failed`) reading goes on, so that all faults are found in one run. */
typedef struct filler {
    zt_arena *arena;
    zt_diags *diags;
    zt_node *import;
    const zt_table *table;
    const zt_columns *columns;
    zt_conversion conversion;
    zt_entries entries;
    zt_keys keys, series;
    zt_keys bare;    /* keys without their marks */
    bool *are_names; /* of each of them: the marks tell keys apart, 方案① and 方案② */
    ZT_VEC(item_row) rows;
    size_t series_count;
    ZT_VEC(zt_grid_cell) marked; /* keys that lost a footnote mark */
    size_t others, rest, twice;
    bool *dropped; /* series that are the total of the others */
    bool failed;
} filler;

/* ---- entries to rows ---- */

/* How tables write that there is no figure; also an empty cell. */
static bool is_missing(zt_str text)
{
    static const char words[] =
        "- -- — —— – − － ― ─ … …… / \\ 待补 暂无 缺 N/A n/a NA NaN nan null "
        "NULL None .. ... : ：";
    return text.len == 0 || zt_str_in_words(text, words);
}

/* Reports import-cell: a merged figure belongs to none of its rows for certain. */
static bool check_merged(filler *f, const zt_mapped_column *column, const zt_grid_cell *cell)
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
static zt_str with_unit(filler *f, zt_str text, zt_str unit)
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

/* Converts the figure to the unit of the chart; one that is missing stays missing. A text whose
   number cannot be told takes no part in order and sums. */
static void read_value(filler *f, const zt_import_entry *entry, item_value *v)
{
    const zt_grid_cell *cell = entry->of + ZT_TO_V;
    v->at = cell->at;
    v->given = true;
    v->missing = is_missing(cell->text);
    if (!v->missing && !zt_convert(&f->conversion, entry, &v->text, &v->own_unit))
        f->failed = true;
    v->has_number = !v->missing && zt_figure_number(&f->conversion, v->text, &v->number);
}

/* The value goes through conversion; change, rank and share are taken as they are written, with
   the sign that the head of their column holds. Reports import-cell and import-decimals. */
static void read_cells(filler *f, const zt_import_entry *entry, item_row *r, item_value *v)
{
    for (int i = ZT_TO_V; i < ZT_TARGETS; i++) {
        const zt_mapped_column *column = f->columns->of + i;
        const zt_grid_cell *cell = entry->of + i;
        if (!column->wanted)
            continue;
        if (!check_merged(f, column, cell) || !zt_cell_is_value(f->diags, cell, column->name) ||
            (i != ZT_TO_V && !zt_cell_decimals(f->diags, cell, false))) {
            f->failed = true;
            continue;
        }
        if (i == ZT_TO_V)
            read_value(f, entry, v);
        else if (!is_missing(cell->text)) {
            r->text[i] = i == ZT_TO_CHANGE || i == ZT_TO_SHARE
                             ? with_unit(f, cell->text, column->unit)
                             : cell->text;
            r->at[i] = cell->at;
        }
    }
}

/* Decides which marks behind names are no footnotes: where two different keys would become one
   without them, as 方案① and 方案②, the marks are part of the names. */
static void settle_marks(filler *f)
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
static zt_str key_of(filler *f, const zt_grid_cell *cell)
{
    zt_str key = zt_cell_unmarked(cell->text);
    ptrdiff_t at = zt_keys_find(&f->bare, key);
    if (at != ZT_NO_KEY && f->are_names[at])
        key = cell->text;
    if (key.len < cell->text.len || cell->mark.len)
        ZT_PUSH(f->arena, &f->marked, *cell);
    return key;
}

/* The column in which two rows of one name differ, and that nothing is taken from: where= or
   series= can tell them apart. The width of the head if there is none. */
static size_t differing_column(const filler *f, size_t a, size_t b)
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
static void report_twice(filler *f, const item_row *r, const zt_import_entry *entry)
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
static item_row *row_of(filler *f, zt_str key, const zt_import_entry *entry)
{
    bool is_new;
    size_t at = zt_keys_of(&f->keys, key, &is_new);
    if (is_new) {
        item_row r = {.key = key, .index = at, .whole = entry->whole, .line = entry->line};
        r.at[ZT_TO_KEY] = entry->key.at;
        r.values = ZT_ARRAY(f->arena, f->series_count, item_value);
        ZT_PUSH(f->arena, &f->rows, r);
    }
    return f->rows.items + at;
}

/* A second value for one key and series is reported, not added. */
static void add_entry(filler *f, const zt_import_entry *entry)
{
    const zt_mapped_column *column = f->columns->of + ZT_TO_KEY;
    ptrdiff_t series = 0;
    if (!zt_cell_is_key(f->diags, &entry->key, column->name)) {
        f->failed = true;
        return;
    }
    if (f->columns->series.wanted)
        series = zt_keys_find(&f->series, zt_cell_unmarked(entry->series.text));
    zt_str key = key_of(f, &entry->key);
    item_row *r = row_of(f, key, entry);
    item_value *v = r->values + series;
    if (v->given || (!f->columns->of[ZT_TO_V].wanted && r->at[ZT_TO_RANK].file)) {
        report_twice(f, r, entry);
        return;
    }
    read_cells(f, entry, r, v);
}

/* The series are counted before any row is made, as each row has room for all. Reports
   limit-series. */
static bool collect_series(filler *f)
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
        zt_keys_of(&f->series, zt_cell_unmarked(entry->series.text), &is_new);
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

/* ---- 全国 among its parts ---- */

/* Figures below nought are no parts of a whole. */
static void add_part(zt_num *sum, size_t *parts, const item_value *v)
{
    if (v->has_number && v->number.scaled >= 0 && zt_num_add(*sum, v->number, sum))
        ++*parts;
}

/* Goes to the list that one note names. */
static void leave_out(filler *f, zt_str text, zt_pos at)
{
    zt_grid_cell cell = {.text = text, .at = at};
    ZT_PUSH(f->arena, &f->entries.totals, cell);
}

/* A row named 全国 whose figure is no less than all the others together is their total, and no
   item beside them; among rates or averages it is one of them, to be compared. Judged by the
   first series. */
static void leave_wholes_out(filler *f)
{
    for (size_t i = 0; i < f->rows.count; i++) {
        item_row *r = f->rows.items + i;
        zt_num sum = {0, 0, ZT_NUM_GIVEN};
        size_t parts = 0;
        if (!r->whole || !r->values[0].has_number)
            continue;
        for (size_t k = 0; k < f->rows.count; k++)
            if (k != i && !f->rows.items[k].taken && !f->rows.items[k].whole)
                add_part(&sum, &parts, f->rows.items[k].values);
        if (parts < 2 || zt_num_compare(r->values[0].number, sum) < 0)
            continue;
        leave_out(f, r->key, r->at[ZT_TO_KEY]);
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
static void check_sums(filler *f)
{
    zt_num sum = {0, 0, ZT_NUM_GIVEN};
    if (f->columns->where.count || zt_is_rate_unit(zt_unit_canon(f->arena, f->conversion.unit)))
        return;
    size_t parts = 0;
    for (size_t i = 0; i < f->rows.count; i++) {
        const item_row *r = f->rows.items + i;
        if (r->whole)
            continue;
        if (!r->values[0].has_number || !zt_num_add(sum, r->values[0].number, &sum))
            return;
        parts++;
    }
    zt_conversion conversion = f->conversion; /* whose counts tell of what is taken */
    for (size_t i = 0; i < f->entries.sums.count && parts > 1; i++) {
        const zt_import_entry *e = f->entries.sums.items + i;
        item_value v = {0};
        size_t mark = zt_diags_mark(f->diags);
        zt_buf is;
        zt_buf_init(&is, f->arena);
        bool known = !is_missing(e->of[ZT_TO_V].text) &&
                     zt_convert(&conversion, e, &v.text, &v.own_unit) &&
                     zt_figure_number(&conversion, v.text, &v.number);
        zt_diags_rewind(f->diags, mark); /* the cell is not taken: whatever it is, is no fault */
        if (!known || !is_off(v.number, sum, parts))
            continue;
        zt_num_print(&is, sum, false);
        zt_report(f->diags, ZT_WARNING, "import-sum", e->of[ZT_TO_V].at,
                  "“%.*s”写的是 %.*s，各行加起来是 %s；请核对是哪一个数错了",
                  "\"%.*s\" says %.*s, the rows add up to %s; which of the figures is wrong?",
                  ZT_ARG(e->key.text), ZT_ARG(v.text), is.data);
    }
}

/* A first or last row that is the sum of all the others to the last digit, under a name that is no
   word for a total: 成渝地区. By chance small numbers do the same, so that three digits are asked
   for. */
static void suspect_total(filler *f)
{
    size_t last = f->rows.count - 1;
    bool kept = zt_str_is(zt_node_attr(f->import, "totals", "no"), "yes");
    if (f->rows.count < 4 || kept || zt_is_rate_unit(zt_unit_canon(f->arena, f->conversion.unit)))
        return;
    for (size_t i = 0; i <= last; i += last) {
        const item_row *r = f->rows.items + i;
        zt_num sum = {0, 0, ZT_NUM_GIVEN};
        size_t parts = 0;
        for (size_t k = 0; k <= last; k++)
            if (k != i && !f->rows.items[k].taken)
                add_part(&sum, &parts, f->rows.items[k].values);
        if (r->taken || !r->values[0].has_number || r->values[0].number.scaled < 100 || parts < 3 ||
            zt_num_compare(r->values[0].number, sum) != 0)
            continue;
        zt_report(
            f->diags, ZT_WARNING, "import-total", r->at[ZT_TO_KEY],
            "“%.*s”正好是其余各行之和，像是合计；若是，在表里改名为“合计”就不取它；若确是一项，写 "
            "totals=\"yes\"",
            "\"%.*s\" is exactly the sum of the other rows, a total it seems; name it 合计 in "
            "the table and it is left out, or write totals=\"yes\" if it is an item",
            ZT_ARG(r->key));
    }
}

/* Whether a series is no less than all the others together under every key where at least two of
   them have figures. */
static bool is_total_series(const filler *f, size_t series)
{
    size_t compared = 0;
    for (size_t i = 0; i < f->rows.count; i++) {
        const item_value *v = f->rows.items[i].values;
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
static void leave_total_series_out(filler *f)
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

/* ---- nodes ---- */

/* A node as the parser would have made it, as the last child of `parent`, so that the model
   cannot tell them apart. Its place is in the table, where a mistake in its value has to be
   mended. */
static zt_node *new_node(filler *f, zt_node *parent, const char *name, zt_pos at)
{
    zt_node *node = ZT_NEW(f->arena, zt_node);
    node->name = name;
    node->at = at;
    node->parent = parent;
    node->known = true;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

/* The row of attributes is copied: those of the document are shared. */
static void set_attr(filler *f, zt_node *node, const char *name, zt_str text)
{
    zt_attr_value *attrs = ZT_ARRAY(f->arena, node->attr_count + 1, zt_attr_value);
    if (node->attr_count)
        memcpy(attrs, node->attrs, node->attr_count * sizeof *attrs);
    attrs[node->attr_count++] =
        (zt_attr_value){name, zt_str_copy(f->arena, text), node->at, node->at, zt_str_from("")};
    node->attrs = attrs;
}

/* A text node, which the grammar never marks as known. */
static void add_text(filler *f, zt_node *node, zt_str text)
{
    zt_node *child = new_node(f, node, NULL, node->at);
    child->known = false;
    child->text = zt_str_copy(f->arena, text);
}

/* 同比 in the head of a column is a change against last year. */
static void set_basis(filler *f, zt_node *change)
{
    static const char *const words[][3] = {{"同比", NULL, "yoy"},
                                           {"环比", NULL, "mom"},
                                           {"比年初", NULL, "ytd"},
                                           {"比计划", NULL, "plan"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_holds(f->columns->of[ZT_TO_CHANGE].head, words[i])) {
            set_attr(f, change, "basis", zt_str_from(words[i][2]));
            return;
        }
}

/* A <v> in the item. A series without a figure under this key gets one too, with
   status="missing": the chart shows the gap. The unit is written only where the chart has none
   for all. */
static void add_value(filler *f, zt_node *item, const item_row *r, size_t series)
{
    const item_value *v = r->values + series;
    zt_node *node = new_node(f, item, "v", v->at.file ? v->at : r->at[ZT_TO_KEY]);
    if (f->columns->series.wanted)
        set_attr(f, node, "series", f->series.names.items[series]);
    if (!v->given || v->missing)
        set_attr(f, node, "status", ZT_STR("missing"));
    else
        add_text(f, node, v->text);
    if (v->given && !v->missing && !v->own_unit && !f->conversion.shared && f->conversion.unit.len)
        set_attr(f, node, "unit", f->conversion.unit);
}

/* What the document says of an item itself counts; the table gives only what is not there, part
   by part. */
static void fill_item(filler *f, zt_node *item, const item_row *r)
{
    static const char *const names[ZT_TARGETS] = {"", "", "change", "rank", "share"};
    bool stated = zt_node_child(item, "v") || zt_node_child(item, "ref");
    for (size_t i = 0; i < f->series_count && f->columns->of[ZT_TO_V].wanted && !stated; i++)
        if (!f->dropped[i])
            add_value(f, item, r, i);
    for (int i = ZT_TO_CHANGE; i < ZT_TARGETS; i++) {
        if (r->text[i].len == 0 || zt_node_child(item, names[i]))
            continue;
        zt_node *node = new_node(f, item, names[i], r->at[i]);
        add_text(f, node, r->text[i]);
        if (i == ZT_TO_CHANGE)
            set_basis(f, node);
    }
}

/* An <item> of the import's parent. */
static void add_item(filler *f, const item_row *r)
{
    zt_node *item = new_node(f, f->import->parent, "item", r->at[ZT_TO_KEY]);
    set_attr(f, item, "key", r->key);
    fill_item(f, item, r);
}

/* ---- merging ---- */

/* The items that the document itself holds. */
typedef struct inline_items {
    zt_node **items;
    const char **keys;
    zt_keys index;
    size_t count;
    bool closed; /* some wait for their values: only those listed are wanted */
} inline_items;

/* An item without a figure wants that of the table. */
static bool waits(const zt_node *item)
{
    return !zt_node_child(item, "v") && !zt_node_child(item, "ref") && !zt_node_child(item, "rank");
}

/* The items that stand in the document beside the import, the first of each key; the model
   reports those that repeat it. Where one of them waits for a figure the list is closed: the
   table fills it and adds nothing. */
static inline_items find_inline(filler *f)
{
    ZT_VEC(zt_node *) items = {0};
    ZT_VEC(const char *) keys = {0};
    inline_items in = {.index = {.arena = f->arena}};
    bool is_new;
    for (zt_node *n = zt_node_child(f->import->parent, "item"); n; n = zt_node_sibling(n, "item")) {
        const char *key = zt_str_copy(f->arena, zt_node_attr(n, "key", "")).data;
        if (!n->known)
            continue;
        zt_keys_of(&in.index, zt_str_from(key), &is_new);
        if (!is_new)
            continue; /* the model says so */
        ZT_PUSH(f->arena, &items, n);
        ZT_PUSH(f->arena, &keys, key);
        in.closed |= waits(n);
    }
    in.items = items.items;
    in.keys = keys.items;
    in.count = items.count;
    return in;
}

/* Reports key-extra, a warning, with the nearest key. */
static void report_extra(filler *f, const item_row *r, const inline_items *in, const char *near)
{
    zt_report(f->diags, ZT_WARNING, "key-extra", r->at[ZT_TO_KEY],
              "“%.*s”不在本图列出的各项里%s%s%s%s",
              "\"%.*s\" is none of the items listed in the chart%.0s%s%s%s", ZT_ARG(r->key),
              in->closed ? "，没有取" : "，另作一项", near ? " → " : "", near ? near : "",
              near ? " ?" : "");
}

/* The row of an item: by its key, or by the key without blanks and unit: 产值 is 产值（亿元）. */
static ptrdiff_t find_row(filler *f, zt_str key)
{
    ptrdiff_t at = zt_keys_find(&f->keys, key), found = ZT_NO_KEY;
    for (size_t i = 0; at == ZT_NO_KEY && i < f->rows.count; i++) {
        if (!zt_head_is(f->arena, f->rows.items[i].key, key))
            continue;
        if (found != ZT_NO_KEY)
            return ZT_NO_KEY; /* two of them: neither is meant */
        found = (ptrdiff_t)i;
    }
    return at == ZT_NO_KEY ? found : at;
}

/* A value that stays missing is still drawn as such: the message is about the key. */
static void report_missing(filler *f, zt_node *item, const char *key)
{
    ZT_VEC(const char *) keys = {0};
    for (size_t i = 0; i < f->rows.count; i++) {
        const char *other = zt_str_copy(f->arena, f->rows.items[i].key).data;
        ZT_PUSH(f->arena, &keys, other);
    }
    const char *near = zt_nearest(zt_str_from(key), keys.items, keys.count);
    zt_str href = zt_node_attr(f->import, "href", "");
    zt_report(f->diags, ZT_ERROR, "key-missing", zt_node_attr_at(item, "key"),
              "%.*s 里没有“%s”%s%s%s", "%.*s has no row \"%s\"%s%s%s", ZT_ARG(href), key,
              near ? " → " : "", near ? near : "", near ? " ?" : "");
    set_attr(f, new_node(f, item, "v", item->at), "status", ZT_STR("missing"));
    f->failed = true;
}

/* Rows that the document lists go to its items; an item that waits for a figure and finds no row is
   key-missing, an error. Other rows are reported as key-extra when the list is closed, or when
   their key is nearly one of the list: a slip would otherwise become an item of its own. */
static void merge_rows(filler *f, const inline_items *in)
{
    for (size_t i = 0; i < in->count; i++) {
        bool waiting = waits(in->items[i]);
        ptrdiff_t at = find_row(f, zt_str_from(in->keys[i]));
        if (at != ZT_NO_KEY) {
            fill_item(f, in->items[i], f->rows.items + at);
            f->rows.items[at].taken = true;
        } else if (waiting) {
            report_missing(f, in->items[i], in->keys[i]);
        }
    }
    for (size_t i = 0; i < f->rows.count && in->count; i++) {
        item_row *r = f->rows.items + i;
        const char *near = r->taken ? NULL : zt_nearest(r->key, in->keys, in->count);
        if (!r->taken && (in->closed || near))
            report_extra(f, r, in, near);
        r->taken |= in->closed;
    }
}

/* ---- keep=, rest= and sort= ---- */

/* For sorting, `direction` 1 from the least up, -1 from the greatest down, by the first series.
   Rows without a figure come last either way; equal ones keep their order in the table. */
static int compare_numbers(const item_row *x, const item_row *y, int direction)
{
    const item_value *a = x->values, *b = y->values;
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
    const item_row *x = a, *y = b;
    return (x->index > y->index) - (x->index < y->index);
}

/* Stable, by the index of each row. */
static void sort_rows(filler *f, int (*compare)(const void *, const void *))
{
    if (f->rows.count)
        qsort(f->rows.items, f->rows.count, sizeof *f->rows.items, compare);
}

/* Reports bad-keep. */
static void refuse_keep(filler *f, zt_str which)
{
    static const char *const words[] = {"top", "bottom", "first"};
    const char *near = zt_nearest(which, words, 3);
    zt_report(f->diags, ZT_ERROR, "bad-keep", zt_node_attr_at(f->import, "keep"),
              "keep 应如 top 10、bottom 10 或 first 10%s%s",
              "write keep=\"top 10\", \"bottom 10\" or \"first 10\"%s%s", near ? " → " : "",
              near ? near : "");
    f->failed = true;
}

/* The sum, in one series, of the rows that keep= left out (`left`), with the decimals of the
   most exact. False after bad-rest when one of them is missing or no plain number: a sum without
   it would be wrong. */
static bool sum_rest(filler *f, const bool *left, size_t series, item_value *sum)
{
    *sum =
        (item_value){.given = true, .has_number = true, .at = zt_node_attr_at(f->import, "rest")};
    sum->number = (zt_num){0, 0, ZT_NUM_GIVEN};
    for (size_t i = 0; i < f->rows.count; i++) {
        const item_value *v = f->rows.items[i].values + series;
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
static bool may_add(filler *f)
{
    zt_str canon = zt_unit_canon(f->arena, f->conversion.unit);
    const zt_node *chart = f->import->parent;
    while (chart && !zt_node_is(chart, "chart"))
        chart = chart->parent;
    zt_str kind = chart ? zt_node_attr(chart, "kind", "") : (zt_str){0};
    if (!zt_is_rate_unit(canon) || zt_str_in_words(kind, "share donut waffle stacked"))
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
static void add_rest(filler *f, const bool *left)
{
    zt_str name = zt_name_unquoted(f->arena, zt_node_attr(f->import, "rest", ""));
    ptrdiff_t same = zt_keys_find(&f->keys, name);
    item_row r = {.key = name, .index = SIZE_MAX};
    if (name.len == 0 || f->others == 0)
        return;
    for (size_t i = 0; same != ZT_NO_KEY && i < f->rows.count; i++)
        if (zt_str_equal(f->rows.items[i].key, name) && !left[i]) {
            zt_report(f->diags, ZT_ERROR, "duplicate-key", f->rows.items[i].at[ZT_TO_KEY],
                      "表里已有“%.*s”这一行，rest= 要另取一名",
                      "the table has a row \"%.*s\" of its own; give rest= another name",
                      ZT_ARG(name));
            f->failed = true;
            return;
        }
    r.at[ZT_TO_KEY] = zt_node_attr_at(f->import, "rest");
    r.values = ZT_ARRAY(f->arena, f->series_count, item_value);
    bool ok = may_add(f);
    for (size_t i = 0; i < f->series_count && ok; i++)
        ok = sum_rest(f, left, i, r.values + i);
    f->failed |= !ok;
    f->rest = f->others;
    f->others = 0;
    if (ok)
        ZT_PUSH(f->arena, &f->rows, r);
}

/* The word and the count of keep=; reports bad-keep. */
static bool read_keep(filler *f, zt_str *which, size_t *most)
{
    zt_str rest = zt_node_attr(f->import, "keep", ""), count, more;
    zt_num number;
    *which = (zt_str){0};
    bool ok = zt_str_word(&rest, which) && zt_str_word(&rest, &count) &&
              !zt_str_word(&rest, &more) && zt_num_parse(count, &number) && !number.decimals &&
              number.scaled > 0;
    if (!ok || !zt_str_in_words(*which, "top bottom first")) {
        refuse_keep(f, *which);
        return false;
    }
    *most = (size_t)number.scaled;
    return true;
}

/* keep="top 10", "bottom 3" or "first 5": marks the rows beyond it as taken and lists their keys at
   the import. With rest= they become one row; a row 其他 of the table itself belongs to it. Reports
   bad-keep and bad-rest. */
static void keep_rows(filler *f)
{
    zt_str which, rest = zt_name_unquoted(f->arena, zt_node_attr(f->import, "rest", ""));
    size_t most, kept = 0;
    if (zt_str_trim(zt_node_attr(f->import, "keep", "")).len == 0) {
        if (rest.len == 0)
            return;
        zt_report(f->diags, ZT_ERROR, "bad-rest", zt_node_attr_at(f->import, "rest"),
                  "rest= 是 keep= 之外的各项之和，要和 keep= 同写",
                  "rest= adds up what keep= leaves out and needs it");
        f->failed = true;
        return;
    }
    if (!read_keep(f, &which, &most))
        return;
    if (!zt_str_is(which, "first"))
        sort_rows(f, zt_str_is(which, "top") ? by_value_down : by_value_up);
    bool *left = ZT_ARRAY(f->arena, f->rows.count + 1, bool);
    for (size_t i = 0; i < f->rows.count; i++) {
        item_row *r = f->rows.items + i;
        if (r->taken)
            continue;
        bool belongs = rest.len && zt_str_equal(r->key, rest);
        left[i] = kept >= most || belongs;
        kept += !left[i];
        f->others += left[i];
    }
    size_t count = f->rows.count;
    f->import->left_out = ZT_ARRAY(f->arena, count + 1, zt_str);
    add_rest(f, left);
    for (size_t i = 0; i < count; i++) {
        f->rows.items[i].taken |= left[i];
        if (left[i])
            f->import->left_out[f->import->left_out_count++] = f->rows.items[i].key;
    }
    sort_rows(f, by_place);
}

/* The rest stays last. */
static void order_rows(filler *f)
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
static void note_left_out(filler *f)
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
static void note_rest(filler *f)
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
static void note_gaps(filler *f)
{
    size_t gaps = 0;
    const item_row *first = NULL;
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
        zt_report(f->diags, ZT_WARNING, "series-gap", first->at[ZT_TO_KEY],
                  "系列“%.*s”没有“%.*s”的值，共缺 %zu 处，作待补",
                  "the series \"%.*s\" has no value for \"%.*s\": %zu such gaps, drawn as missing",
                  ZT_ARG(f->series.names.items[series]), ZT_ARG(first->key), gaps);
}

/* The order matters: sums are checked while all rows are there, totals go before the rows are
   counted for keep=, and only what is still free becomes an item. */
static void take_rows(filler *f)
{
    inline_items in = find_inline(f);
    check_sums(f);
    leave_wholes_out(f);
    leave_total_series_out(f);
    if (!in.closed)
        suspect_total(f);
    merge_rows(f, &in);
    keep_rows(f);
    order_rows(f);
    note_gaps(f);
    for (size_t i = 0; i < f->rows.count; i++)
        if (!f->rows.items[i].taken)
            add_item(f, &f->rows.items[i]);
}

/* Reports where-nothing. */
static bool has_entries(filler *f)
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
bool zt_items_fill(zt_arena *arena, zt_diags *diags, zt_node *import, const zt_table *table,
                   zt_columns *columns)
{
    filler f = {.arena = arena, .diags = diags, .import = import, .table = table};
    f.columns = columns;
    bool read = columns->across
                    ? zt_entries_across(arena, diags, import, table, columns, &f.entries)
                    : zt_entries_down(arena, diags, import, table, columns, &f.entries);
    if (!read || !zt_conversion_read(arena, diags, import, columns, &f.conversion) ||
        !has_entries(&f) || !collect_series(&f))
        return false;
    settle_marks(&f);
    for (size_t i = 0; i < f.entries.list.count; i++)
        add_entry(&f, f.entries.list.items + i);
    if (f.failed)
        return false;
    take_rows(&f);
    if (!f.failed)
        zt_conversion_close(&f.conversion);
    note_left_out(&f);
    note_rest(&f);
    return !f.failed;
}
