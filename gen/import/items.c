/* Rows become items of the chart, merged by key with those that the document holds. */
#include "import/import_imp.h"

#include <stdlib.h>
#include <string.h>

#include "base/near.h"

typedef struct row {
    zt_str key, text[ZT_TARGETS];
    zt_pos at[ZT_TARGETS];
    bool missing, has_number, taken;
    zt_num number; /* of v, for order */
    size_t index;
} row;

typedef struct filler {
    zt_arena *arena;
    zt_diags *diags;
    zt_node *import;
    const zt_table *table;
    const zt_columns *columns;
    zt_conversion conversion;
    ZT_VEC(row) rows;
    size_t notes, totals, others; /* lines that are no rows; rows not wanted */
    zt_cell first_note;
    bool failed;
} filler;

/* ---- lines ---- */

static bool is_one_of(zt_str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (zt_str_is(text, words[i]))
            return true;
    return false;
}

static bool is_missing(zt_str text)
{
    static const char *const words[] = {"",   "-", "--",   "—",    "——",  "–", "…",
                                        "……", "/", "待补", "暂无", "N/A", "…", "缺"};
    return is_one_of(text, words, sizeof words / sizeof *words);
}

static bool is_total(zt_str key)
{
    static const char *const words[] = {"合计", "总计", "小计", "合 计", "总 计"};
    return is_one_of(key, words, sizeof words / sizeof *words);
}

/* 注：…, or a sentence that stands alone in its line, or one cell across the table. */
static bool is_note(const filler *f, size_t line, zt_cell key)
{
    static const char *const heads[] = {"注",       "备注",     "说明", "来源",
                                        "数据来源", "资料来源", "※",    "*"};
    const zt_line *l = f->table->lines.items + line;
    size_t filled = 0;
    for (size_t i = 0; i < l->count; i++)
        filled += l->cells[i].text.len > 0 && !l->cells[i].merged;
    zt_cell v = zt_table_cell(f->table, line, f->columns->of[ZT_TO_V].index);
    if (v.merged && f->columns->of[ZT_TO_V].index != f->columns->of[ZT_TO_KEY].index &&
        zt_str_equal(v.text, key.text))
        return true;
    if (filled > 1)
        return false;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (zt_str_starts(key.text, heads[i]))
            return true;
    static const char *const marks[] = {"。", "：", "；"};
    for (size_t at = 0; at < key.text.len; at++)
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (zt_str_starts(zt_str_slice(key.text, at, key.text.len), marks[i]))
                return true;
    return false;
}

/* The first cell with words in the line. */
static zt_cell first_cell(const filler *f, size_t line)
{
    const zt_line *l = f->table->lines.items + line;
    for (size_t i = 0; i < l->count; i++)
        if (l->cells[i].text.len)
            return l->cells[i];
    return (zt_cell){0};
}

static bool check_cell(filler *f, const zt_column *column, const zt_cell *cell)
{
    if (!cell->merged)
        return true;
    zt_report(f->diags, ZT_ERROR, "import-cell", cell->at,
              "“%.*s”一列的这格与别的格合并了，说不清值属于哪一行",
              "this cell of the column \"%.*s\" is merged with others: whose is the value?",
              ZT_ARG(column->name));
    f->failed = true;
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

static void read_value(filler *f, const zt_cell *cell, row *r)
{
    size_t first, end;
    r->missing = is_missing(cell->text);
    if (r->missing)
        return;
    if (!zt_convert(f->arena, f->diags, &f->conversion, cell, &r->text[ZT_TO_V]))
        f->failed = true;
    r->has_number = zt_first_number(r->text[ZT_TO_V], &r->number, &first, &end);
}

static void read_cells(filler *f, size_t line, row *r)
{
    for (int i = ZT_TO_V; i < ZT_TARGETS; i++) {
        const zt_column *column = f->columns->of + i;
        if (column->name.len == 0)
            continue;
        zt_cell cell = zt_table_cell(f->table, line, column->index);
        r->at[i] = cell.at;
        if (!check_cell(f, column, &cell))
            continue;
        if (!zt_cell_is_value(f->diags, &cell, column->name)) {
            f->failed = true;
            continue;
        }
        if (i == ZT_TO_V)
            read_value(f, &cell, r);
        else if (!is_missing(cell.text))
            r->text[i] = with_unit(f, cell.text, column->unit);
    }
}

/* 1,234 without quotes is two cells: everything behind it would stand one column further. */
static void check_width(filler *f, size_t line)
{
    const zt_line *l = f->table->lines.items + line;
    for (size_t i = f->columns->width; i < l->count; i++)
        if (l->cells[i].text.len) {
            zt_report(f->diags, ZT_ERROR, "import-cell", l->cells[i].at,
                      "这一行比表头多一格“%.*s”；数里的逗号要加引号",
                      "the line has a cell more than the head, \"%.*s\"; quote numbers with commas",
                      ZT_ARG(l->cells[i].text));
            f->failed = true;
            return;
        }
}

static void read_line(filler *f, size_t line)
{
    const zt_column *key_column = f->columns->of + ZT_TO_KEY;
    zt_cell key = zt_table_cell(f->table, line, key_column->index), first = first_cell(f, line);
    if (first.text.len == 0 || zt_str_equal(key.text, key_column->name))
        return; /* blank, or the head once more */
    if (is_note(f, line, first)) {
        if (f->notes++ == 0)
            f->first_note = first;
        return;
    }
    check_width(f, line);
    if (is_total(key.text)) {
        f->totals++;
        return;
    }
    if (key.text.len == 0) {
        zt_report(f->diags, ZT_ERROR, "import-cell", key.at.file ? key.at : first.at,
                  "“%.*s”一列这里是空的，这一行没有 key",
                  "the column \"%.*s\" is empty here, so the line has no key",
                  ZT_ARG(key_column->name));
        f->failed = true;
        return;
    }
    if (!zt_cell_is_key(f->diags, &key, key_column->name)) {
        f->failed = true;
        return;
    }
    row r = {.key = key.text, .index = f->rows.count};
    r.at[ZT_TO_KEY] = key.at;
    read_cells(f, line, &r);
    ZT_PUSH(f->arena, &f->rows, r);
}

/* ---- nodes ---- */

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

static void set_attr(filler *f, zt_node *node, const char *name, zt_str value)
{
    zt_attr_value *attrs = ZT_ARRAY(f->arena, node->attr_count + 1, zt_attr_value);
    if (node->attr_count)
        memcpy(attrs, node->attrs, node->attr_count * sizeof *attrs);
    attrs[node->attr_count++] =
        (zt_attr_value){name, zt_str_copy(f->arena, value), node->at, node->at};
    node->attrs = attrs;
}

static void add_text(filler *f, zt_node *node, zt_str text)
{
    zt_node *child = new_node(f, node, NULL, node->at);
    child->known = false;
    child->text = zt_str_copy(f->arena, text);
}

static bool holds(zt_str text, const char *word)
{
    for (size_t at = 0; at < text.len; at++)
        if (zt_str_starts(zt_str_slice(text, at, text.len), word))
            return true;
    return false;
}

/* 同比 in the head of a column is a change against last year. */
static void set_basis(filler *f, zt_node *change)
{
    static const char *const words[][2] = {
        {"同比", "yoy"}, {"环比", "mom"}, {"比年初", "ytd"}, {"比计划", "plan"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (holds(f->columns->of[ZT_TO_CHANGE].head, words[i][0])) {
            set_attr(f, change, "basis", zt_str_from(words[i][1]));
            return;
        }
}

static void add_value(filler *f, zt_node *item, const row *r)
{
    if (f->columns->of[ZT_TO_V].name.len == 0 || zt_node_child(item, "v") ||
        zt_node_child(item, "ref"))
        return;
    zt_node *v = new_node(f, item, "v", r->at[ZT_TO_V]);
    if (r->missing)
        set_attr(f, v, "status", ZT_STR("missing"));
    else
        add_text(f, v, r->text[ZT_TO_V]);
    if (!r->missing && !f->conversion.shared && f->conversion.unit.len)
        set_attr(f, v, "unit", f->conversion.unit);
}

/* What the document says of an item itself counts; the file gives the rest. */
static void fill_item(filler *f, zt_node *item, const row *r)
{
    static const char *const names[ZT_TARGETS] = {"", "", "change", "rank", "share"};
    add_value(f, item, r);
    for (int i = ZT_TO_CHANGE; i < ZT_TARGETS; i++) {
        if (r->text[i].len == 0 || zt_node_child(item, names[i]))
            continue;
        zt_node *node = new_node(f, item, names[i], r->at[i]);
        add_text(f, node, r->text[i]);
        if (i == ZT_TO_CHANGE)
            set_basis(f, node);
    }
}

static void add_item(filler *f, const row *r)
{
    zt_node *item = new_node(f, f->import->parent, "item", r->at[ZT_TO_KEY]);
    set_attr(f, item, "key", r->key);
    fill_item(f, item, r);
}

/* ---- merging ---- */

typedef struct inline_items {
    zt_node **items;
    const char **keys;
    size_t count;
    bool closed; /* some wait for their values: only those listed are wanted */
} inline_items;

static inline_items find_inline(filler *f)
{
    ZT_VEC(zt_node *) items = {0};
    ZT_VEC(const char *) keys = {0};
    inline_items in = {0};
    for (zt_node *n = zt_node_child(f->import->parent, "item"); n; n = zt_node_sibling(n, "item")) {
        const char *key = zt_str_copy(f->arena, zt_node_attr(n, "key", "")).data;
        if (!n->known)
            continue;
        ZT_PUSH(f->arena, &items, n);
        ZT_PUSH(f->arena, &keys, key);
        in.closed |=
            !zt_node_child(n, "v") && !zt_node_child(n, "ref") && !zt_node_child(n, "rank");
    }
    in.items = items.items;
    in.keys = keys.items;
    in.count = items.count;
    return in;
}

static void report_extra(filler *f, const row *r, const inline_items *in, const char *near)
{
    zt_report(f->diags, ZT_WARNING, "key-extra", r->at[ZT_TO_KEY],
              "“%.*s”不在本图列出的各项里%s%s%s%s",
              "\"%.*s\" is none of the items listed in the chart%.0s%s%s%s", ZT_ARG(r->key),
              in->closed ? "，没有取" : "，另作一项", near ? " → " : "", near ? near : "",
              near ? " ?" : "");
}

static void merge_row(filler *f, row *r, const inline_items *in)
{
    for (size_t i = 0; i < in->count; i++)
        if (zt_str_is(r->key, in->keys[i])) {
            fill_item(f, in->items[i], r);
            r->taken = true;
            return;
        }
    const char *near = zt_nearest(r->key, in->keys, in->count);
    if (in->closed || near)
        report_extra(f, r, in, near);
    r->taken = in->closed;
}

static bool is_row(const filler *f, const char *key)
{
    for (size_t i = 0; i < f->rows.count; i++)
        if (zt_str_is(f->rows.items[i].key, key))
            return true;
    return false;
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

static void check_twice(filler *f)
{
    enum { COMPARED_MOST = 2000 }; /* beyond it the model finds them by their hash */
    for (size_t i = 0; i < f->rows.count && i < COMPARED_MOST; i++)
        for (size_t k = 0; k < i; k++)
            if (zt_str_equal(f->rows.items[i].key, f->rows.items[k].key)) {
                zt_report(f->diags, ZT_ERROR, "duplicate-key", f->rows.items[i].at[ZT_TO_KEY],
                          "“%.*s”在表里出现了两次，值不知取哪个",
                          "\"%.*s\" stands in the table twice, which one is right?",
                          ZT_ARG(f->rows.items[i].key));
                f->rows.items[i].taken = true;
                f->failed = true;
                break;
            }
}

/* ---- keep= and sort= ---- */

static int compare_numbers(const row *x, const row *y, int direction)
{
    int by_value = 0;
    if (x->has_number && y->has_number)
        by_value = zt_num_compare(x->number, y->number) * direction;
    else if (x->has_number || y->has_number)
        by_value = x->has_number ? -1 : 1;
    return by_value ? by_value : (x->index > y->index) - (x->index < y->index);
}

static int by_value_up(const void *a, const void *b)
{
    return compare_numbers(a, b, 1);
}

static int by_value_down(const void *a, const void *b)
{
    return compare_numbers(a, b, -1);
}

static int by_place(const void *a, const void *b)
{
    const row *x = a, *y = b;
    return (x->index > y->index) - (x->index < y->index);
}

static void sort_rows(filler *f, int (*compare)(const void *, const void *))
{
    if (f->rows.count)
        qsort(f->rows.items, f->rows.count, sizeof *f->rows.items, compare);
}

/* top 10, bottom 3, first 5. */
static void keep_rows(filler *f)
{
    zt_str rest = zt_node_attr(f->import, "keep", ""), which, count, more;
    zt_num number;
    if (zt_str_trim(rest).len == 0)
        return;
    bool ok = zt_str_word(&rest, &which) && zt_str_word(&rest, &count) &&
              !zt_str_word(&rest, &more) && zt_num_parse(count, &number) && !number.decimals &&
              number.scaled > 0;
    bool top = ok && zt_str_is(which, "top"), bottom = ok && zt_str_is(which, "bottom");
    if (!ok || !(top || bottom || zt_str_is(which, "first"))) {
        zt_report(f->diags, ZT_ERROR, "bad-keep", zt_node_attr_at(f->import, "keep"),
                  "keep 应如 top 10、bottom 10 或 first 10",
                  "write keep=\"top 10\", \"bottom 10\" or \"first 10\"");
        f->failed = true;
        return;
    }
    if (top || bottom)
        sort_rows(f, top ? by_value_down : by_value_up);
    for (size_t i = (size_t)number.scaled; i < f->rows.count; i++) {
        f->others += !f->rows.items[i].taken;
        f->rows.items[i].taken = true;
    }
    sort_rows(f, by_place);
}

static void order_rows(filler *f)
{
    zt_str sort = zt_node_attr(f->import, "sort", "none");
    if (zt_str_is(sort, "desc"))
        sort_rows(f, by_value_down);
    else if (zt_str_is(sort, "asc"))
        sort_rows(f, by_value_up);
}

/* ---- all ---- */

static void say_left_out(filler *f, size_t rounded)
{
    zt_pos at = zt_node_attr_at(f->import, "href");
    if (f->notes)
        zt_report(f->diags, ZT_NOTE, "import-left-out", f->first_note.at,
                  "“%.*s”：看作表注，没有取（共 %zu 行）",
                  "\"%.*s\" is taken for a note of the table and left out (%zu lines)",
                  ZT_ARG(f->first_note.text), f->notes);
    if (f->totals)
        zt_report(f->diags, ZT_NOTE, "import-left-out", at, "合计、小计没有取（%zu 行）",
                  "lines of totals are left out (%zu)", f->totals);
    if (f->others)
        zt_report(f->diags, ZT_NOTE, "import-left-out", at, "按 keep 没有取的有 %zu 行",
                  "%zu rows are left out by keep", f->others);
    if (rounded)
        zt_report(
            f->diags, ZT_NOTE, "import-rounded", at, "按 decimals 四舍五入，%zu 个值与原表不全等",
            "rounded half up by decimals: %zu values are not exactly those of the table", rounded);
}

static void take_rows(filler *f, const inline_items *in)
{
    for (size_t i = 0; i < f->rows.count; i++)
        if (!f->rows.items[i].taken)
            merge_row(f, &f->rows.items[i], in);
    for (size_t i = 0; i < in->count; i++)
        if (!zt_node_child(in->items[i], "v") && !zt_node_child(in->items[i], "ref") &&
            !zt_node_child(in->items[i], "rank") && !is_row(f, in->keys[i]))
            report_missing(f, in->items[i], in->keys[i]);
    keep_rows(f);
    order_rows(f);
    for (size_t i = 0; i < f->rows.count; i++)
        if (!f->rows.items[i].taken)
            add_item(f, &f->rows.items[i]);
}

bool zt_items_fill(zt_arena *arena, zt_diags *diags, zt_node *import, const zt_table *table,
                   const zt_columns *columns)
{
    filler f = {.arena = arena, .diags = diags, .import = import};
    size_t rounded = 0;
    f.table = table;
    f.columns = columns;
    f.conversion.rounded = &rounded;
    if (!zt_conversion_read(diags, import, &columns->of[ZT_TO_V], &f.conversion))
        return false;
    for (size_t i = columns->first_line; i < table->lines.count; i++)
        read_line(&f, i);
    if (f.failed)
        return false;
    check_twice(&f);
    inline_items in = find_inline(&f);
    take_rows(&f, &in);
    say_left_out(&f, rounded);
    return !f.failed;
}
