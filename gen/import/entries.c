/* gen/import/entries.c — rows of a table with its items down: those that where= wants, each an
   entry with the cells that map= names. It is given a table whose columns have been found, and
   hands on entries in the order of the lines. Totals, remarks and blank lines are left out, but
   kept in lists, so that they are reported once and the rows can be compared with their total. */
#include "import/rows_imp.h"

#include "base/near.h"

/* ---- where= ---- */

/* Whether the text is one of the condition's values: as it is written if all of them stand so in
   the column, else 产值 is 产值(亿元) as well. */
static bool value_fits(zt_arena *arena, const zt_condition *condition, zt_str text)
{
    for (size_t i = 0; i < condition->values.count; i++)
        if (condition->exact ? zt_same_name(arena, text, condition->values.items[i])
                             : zt_head_is(arena, text, condition->values.items[i]))
            return true;
    return false;
}

bool zt_row_fits(zt_arena *arena, const zt_table *table, const zt_columns *columns, size_t line)
{
    for (size_t i = 0; i < columns->where.count; i++) {
        const zt_condition *condition = columns->where.items + i;
        zt_grid_cell cell = zt_table_cell(table, line, condition->column.index);
        if (!value_fits(arena, condition, cell.text))
            return false;
    }
    return true;
}

/* The different texts of a column, at most so many. */
static void column_values(zt_arena *arena, const zt_table *table, const zt_columns *columns,
                          size_t index, zt_keys *keys)
{
    bool is_new;
    keys->arena = arena;
    for (size_t i = columns->first_line; i < table->lines.count; i++) {
        zt_str text = zt_table_cell(table, i, index).text;
        if (text.len && zt_line_is(arena, table, columns, i) == ZT_LINE_ROW)
            zt_keys_of(keys, text, &is_new);
    }
}

/* Reports where-nothing with the column's values and the nearest one. */
static void report_no_value(zt_arena *arena, zt_diags *diags, const zt_node *import,
                            const zt_table *table, const zt_columns *columns,
                            const zt_condition *condition, zt_str value)
{
    zt_keys keys = {0};
    ZT_VEC(const char *) names = {0};
    column_values(arena, table, columns, condition->column.index, &keys);
    for (size_t i = 0; i < keys.names.count; i++) {
        const char *name = zt_str_copy(arena, keys.names.items[i]).data;
        ZT_PUSH(arena, &names, name);
    }
    const char *near = zt_nearest(value, names.items, names.count);
    near = near ? zt_name_written(arena, zt_str_from(near)) : NULL;
    zt_report(diags, ZT_ERROR, "where-nothing", zt_node_attr_at(import, "where"),
              "“%.*s”一列里没有“%.*s”；有：%s%s%s",
              "the column \"%.*s\" holds no \"%.*s\"; it holds: %s%s%s",
              ZT_ARG(condition->column.name), ZT_ARG(value),
              zt_names_shown(arena, keys.names.items, keys.names.count), near ? " → " : "",
              near ? near : "");
}

/* Each value of the condition must stand in its column, so that a slip of the keyboard is an
   error and not an empty chart. Sets `exact`: only if every value stands there as it is written. */
static bool check_condition(zt_arena *arena, zt_diags *diags, const zt_node *import,
                            const zt_table *table, zt_columns *columns, zt_condition *condition)
{
    bool ok = true;
    condition->exact = true;
    for (size_t k = 0; k < condition->values.count; k++) {
        zt_str value = condition->values.items[k], tight = zt_tight(arena, value);
        bool exact = false, near = false;
        for (size_t i = columns->first_line; i < table->lines.count && !exact; i++) {
            zt_str text = zt_table_cell(table, i, condition->column.index).text;
            exact = zt_str_equal(zt_tight(arena, text), tight);
            near |= zt_str_equal(zt_head_part(arena, text).bare, tight);
        }
        condition->exact &= exact;
        if (exact || near)
            continue;
        report_no_value(arena, diags, import, table, columns, condition, value);
        ok = false;
    }
    return ok;
}

/* Each condition alone, then all together. Both faults are where-nothing, with the values that
   the column holds, or with the hint that no row meets all of them. */
bool zt_where_check(zt_arena *arena, zt_diags *diags, const zt_node *import, const zt_table *table,
                    zt_columns *columns)
{
    bool ok = true;
    for (size_t i = 0; i < columns->where.count; i++)
        ok &= check_condition(arena, diags, import, table, columns, columns->where.items + i);
    if (!ok || columns->where.count < 2)
        return ok;
    for (size_t i = columns->first_line; i < table->lines.count; i++)
        if (zt_row_fits(arena, table, columns, i))
            return true;
    zt_report(diags, ZT_ERROR, "where-nothing", zt_node_attr_at(import, "where"),
              "每个条件各有行符合，但没有一行全都符合",
              "each condition is met by rows, but no row meets all of them");
    return false;
}

/* ---- rows ---- */

/* One import while its rows are read. */
typedef struct entry_reader {
    zt_arena *arena;
    zt_diags *diags;
    const zt_node *import;
    const zt_table *table;
    const zt_columns *columns;
    zt_entries *entries;
    bool totals, failed;
    bool *indicators; /* columns that names_indicators */
} entry_reader;

/* Reports import-cell for a line that is longer than the head: 1,234 without quotes is two
   cells, and the second would be lost without a word. */
static void check_width(entry_reader *r, size_t line)
{
    const zt_grid_line *l = r->table->lines.items + line;
    for (size_t i = r->columns->width; i < l->count; i++)
        if (l->cells[i].text.len) {
            zt_report(r->diags, ZT_ERROR, "import-cell", l->cells[i].at,
                      "这一行比表头多出一格“%.*s”；数字里有逗号的要加引号",
                      "the line has a cell more than the head, \"%.*s\"; quote numbers with commas",
                      ZT_ARG(l->cells[i].text));
            r->failed = true;
            return;
        }
}

/* A value that where= names is wanted, be it a total. */
static bool is_chosen(const entry_reader *r, size_t index)
{
    for (size_t i = 0; i < r->columns->where.count; i++)
        if (r->columns->where.items[i].column.index == index)
            return true;
    return false;
}

/* Whether the cell names a total that is to be left out: not under totals="yes", nor when where=
   chooses rows by this very column. */
static bool is_total_cell(const entry_reader *r, zt_grid_cell cell, size_t index)
{
    return !r->totals && !is_chosen(r, index) && zt_is_total(r->arena, cell.text);
}

/* A column that says of what each row is: 指标 in a long table. */
static bool names_indicators(const entry_reader *r, size_t index)
{
    static const char words[] = "指标 指标名称 项目 项目名称 内容 类别 indicator indicatorname "
                                "variable series seriesname item measure";
    const zt_mapped_column *units = &r->columns->units;
    zt_str head = zt_tight(r->arena, zt_head_text(r->arena, r->table, r->columns, index));
    char *small = zt_arena_copy(r->arena, head.data, head.len);
    for (size_t i = 0; i < head.len; i++)
        if (small[i] >= 'A' && small[i] <= 'Z')
            small[i] = (char)(small[i] - 'A' + 'a');
    return head.len && !(units->wanted && units->index == index) &&
           zt_str_in_words((zt_str){small, head.len}, words);
}

/* Takes the unit from a name such as 产值（亿元）. */
static bool unit_in(entry_reader *r, zt_grid_cell cell, zt_import_entry *entry)
{
    zt_str unit = cell.text.len ? zt_head_part(r->arena, cell.text).unit : cell.text;
    if (unit.len == 0)
        return false;
    entry->unit = unit;
    entry->unit_of = cell.text;
    entry->unit_at = cell.at;
    return true;
}

/* Of the row itself: a column headed 单位, or what stands behind the name of the row, of its
   series or of its indicator. */
static void read_unit(entry_reader *r, size_t line, zt_import_entry *entry)
{
    const zt_columns *columns = r->columns;
    zt_grid_cell cell = zt_table_cell(r->table, line, columns->units.index);
    zt_str canon = columns->units.wanted ? zt_unit_canon(r->arena, cell.text) : (zt_str){0};
    if (zt_is_unit(canon)) {
        entry->unit = canon;
        entry->unit_of = entry->key.text;
        entry->unit_at = cell.at;
        return;
    }
    if (unit_in(r, entry->key, entry) || (entry->series && unit_in(r, *entry->series, entry)))
        return;
    for (size_t i = 0; i < columns->width; i++)
        if ((is_chosen(r, i) || r->indicators[i]) &&
            unit_in(r, zt_table_cell(r->table, line, i), entry))
            return;
}

/* In a table of 指标, 单位, 绝对值, 增速(%) the unit of a row is that of its amounts. When a column
   of rates is taken, the unit goes to `foreign`, where it explains a finding and is not converted
   by. */
static void keep_unit_from_rates(entry_reader *r, zt_import_entry *entry)
{
    const zt_mapped_column *v = r->columns->of + ZT_TO_V;
    if (!v->wanted || entry->unit.len == 0 || zt_is_rate_unit(entry->unit))
        return;
    if (v->unit.len ? !zt_is_rate_unit(v->unit)
                    : !zt_is_rate_name(zt_head_part(r->arena, v->head).bare))
        return;
    entry->foreign = entry->unit;
    entry->unit = (zt_str){0};
}

/* The row as an entry, with its unit. */
static void add_entry(entry_reader *r, size_t line, zt_import_entry *entry)
{
    const zt_columns *columns = r->columns;
    for (int i = ZT_TO_V; i < ZT_TARGETS; i++)
        if (columns->of[i].wanted)
            entry->of[i] = zt_table_cell_kept(r->arena, r->table, line, columns->of[i].index);
    read_unit(r, line, entry);
    keep_unit_from_rates(r, entry);
    entry->whole = !r->totals && !is_chosen(r, columns->of[ZT_TO_KEY].index) &&
                   zt_is_whole(r->arena, entry->key.text);
    ZT_PUSH(r->arena, &r->entries->list, *entry);
}

/* Reports import-cell; an item without a name cannot be placed. */
static void report_no_key(entry_reader *r, const zt_mapped_column *column, zt_grid_cell cell,
                          zt_grid_cell first)
{
    zt_report(r->diags, ZT_ERROR, "import-cell", cell.at.file ? cell.at : first.at,
              "“%.*s”一列这里是空的，这一行没有名字",
              "the column \"%.*s\" is empty here, so the row has no name", ZT_ARG(column->name));
    r->failed = true;
}

/* 小计 and 其中 are of some rows only. */
static bool is_of_all(entry_reader *r, zt_str key)
{
    static const char *const parts[] = {"小计", "其中", "ub-total", "ub_total", "ubtotal"};
    zt_str tight = zt_tight(r->arena, key);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (size_t at = 0; at < tight.len; at++)
            if (zt_str_starts(zt_str_slice(tight, at, tight.len), parts[i]))
                return false;
    return true;
}

/* Left out of the items, but kept to compare the rows with it, when it is the total of all of
   them. */
static void add_total(entry_reader *r, size_t line, zt_import_entry *entry, zt_grid_cell first)
{
    const zt_mapped_column *v = r->columns->of + ZT_TO_V;
    ZT_PUSH(r->arena, &r->entries->totals, first);
    if (!v->wanted || r->columns->series.wanted || !is_of_all(r, first.text))
        return;
    entry->key = first;
    entry->of[ZT_TO_V] = zt_table_cell_kept(r->arena, r->table, line, v->index);
    read_unit(r, line, entry);
    keep_unit_from_rates(r, entry);
    ZT_PUSH(r->arena, &r->entries->sums, *entry);
}

/* A total, a row without a name (import-cell), or an entry. A total may stand in the column of
   keys, in that of series, or in the first cell of a line whose key is empty. */
static void read_row(entry_reader *r, size_t line)
{
    const zt_columns *columns = r->columns;
    const zt_mapped_column *key = columns->of + ZT_TO_KEY, *series = &columns->series;
    zt_import_entry entry = {.key = zt_table_cell(r->table, line, key->index), .line = line};
    zt_grid_cell first = zt_first_cell(r->table, line);
    if (series->wanted)
        entry.series = zt_table_cell_kept(r->arena, r->table, line, series->index);
    check_width(r, line);
    bool total = is_total_cell(r, entry.key, key->index) ||
                 (series->wanted && is_total_cell(r, *entry.series, series->index)) ||
                 (entry.key.text.len == 0 && is_total_cell(r, first, key->index));
    if (total)
        add_total(r, line, &entry, first);
    else if (entry.key.text.len == 0)
        report_no_key(r, key, entry.key, first);
    else if (series->wanted && entry.series->text.len == 0)
        report_no_key(r, series, *entry.series, first);
    else
        add_entry(r, line, &entry);
}

/* Line by line below the head. */
bool zt_entries_down(zt_arena *arena, zt_diags *diags, const zt_node *import, const zt_table *table,
                     zt_columns *columns, zt_entries *entries)
{
    entry_reader r = {arena, diags, import, table, columns, entries, false, false, NULL};
    r.totals = zt_str_is(zt_node_attr(import, "totals", "no"), "yes");
    r.indicators = ZT_ARRAY(arena, columns->width + 1, bool);
    for (size_t i = 0; i < columns->width; i++)
        r.indicators[i] = names_indicators(&r, i);
    if (!zt_where_check(arena, diags, import, table, columns))
        return false;
    if (table->lines.count > columns->first_line) { /* one growth */
        entries->list.capacity = table->lines.count - columns->first_line;
        entries->list.items = ZT_ARRAY(arena, entries->list.capacity, zt_import_entry);
    }
    for (size_t i = columns->first_line; i < table->lines.count; i++) {
        zt_line_kind kind = zt_line_is(arena, table, columns, i);
        if (kind == ZT_LINE_REMARK)
            ZT_PUSH(arena, &entries->remarks, zt_first_cell(table, i));
        else if (kind == ZT_LINE_ROW && zt_row_fits(arena, table, columns, i))
            read_row(&r, i);
    }
    return !r.failed;
}
