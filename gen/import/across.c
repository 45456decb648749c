/* gen/import/across.c — tables with time across the columns and indicators down, as statistics
   offices publish them: a row is what a column is elsewhere, and the heads of the other columns
   are its keys. It decides which columns name rows and which hold values, then which rows are
   wanted, and hands on an entry for each value, the oldest time first. */
#include "import/rows_imp.h"

#include "base/time_key.h"
#include "base/near.h"
#include "base/utf8.h"

/* One import while its rows are chosen. */
typedef struct across_reader {
    zt_arena *arena;
    zt_diags *diags;
    const zt_node *import;
    const zt_table *table;
    zt_columns *columns;
    zt_entries *entries;
    size_t corner; /* the column whose texts name the rows */
    ZT_VEC(size_t) values;
    bool totals;
} across_reader;

/* ---- which columns name rows, which hold values ---- */

/* Also with its brackets: 2019 [YR2019]. */
bool zt_is_time(zt_arena *arena, zt_str head)
{
    return zt_is_time_name(zt_head_part(arena, head).bare);
}

/* Whether map=, series=, where= or a head 单位 speak of the column. */
static bool is_named(const zt_columns *columns, size_t index)
{
    bool named = (columns->series.wanted && columns->series.index == index) ||
                 (columns->units.wanted && columns->units.index == index) ||
                 (columns->of[ZT_TO_KEY].wanted && columns->of[ZT_TO_KEY].index == index);
    for (size_t i = 0; i < columns->where.count; i++)
        named |= columns->where.items[i].column.index == index;
    return named;
}

/* The head's text, joined over two lines. */
static zt_str head_of(const across_reader *r, size_t index)
{
    return zt_head_text(r->arena, r->table, r->columns, index);
}

/* Which columns name the rows and which hold values. Named columns name the rows; where two
   heads are times, all that are none do as well, else all up to the last named one. `corner` is
   the column by whose texts rows are chosen. */
static void part_columns(across_reader *r)
{
    size_t width = r->columns->width, times = 0, last = 0;
    bool *labels = ZT_ARRAY(r->arena, width + 1, bool), any = false;
    for (size_t i = 0; i < width; i++) {
        labels[i] = is_named(r->columns, i);
        any |= labels[i];
        times += !labels[i] && zt_is_time(r->arena, head_of(r, i));
    }
    for (size_t i = 0; i < width && !any; i++) /* nothing is named: the first one names the rows */
        labels[i] = any = head_of(r, i).len > 0 || i == 0;
    for (size_t i = 0; i < width; i++) {
        bool time = zt_is_time(r->arena, head_of(r, i));
        labels[i] |= (times >= 2 && !time) || head_of(r, i).len == 0;
        last = labels[i] && head_of(r, i).len ? i : last;
    }
    for (size_t i = 0; i < width; i++) {
        if (times < 2 && i < last)
            labels[i] = true;
        if (!labels[i])
            ZT_PUSH(r->arena, &r->values, i);
    }
    r->columns->labels = labels;
    r->corner = r->columns->of[ZT_TO_KEY].index;
    if (r->columns->of[ZT_TO_KEY].wanted)
        return;
    for (r->corner = 0; r->corner < width; r->corner++)
        if (labels[r->corner] &&
            !(r->columns->units.wanted && r->columns->units.index == r->corner))
            return;
    r->corner = 0;
}

/* ---- time runs forward ---- */

/* The cell of the head in that column. */
static const zt_grid_cell *head_cell(const across_reader *r, size_t index)
{
    return r->table->lines.items[r->columns->head_line].cells + index;
}

/* The first two numbers of 2023年1月, 2023Q1; quarters in Han numerals as well. */
static void time_numbers(zt_str text, long numbers[2])
{
    static const char *const han[] = {"一", "二", "三", "四"};
    size_t found = 0;
    numbers[0] = numbers[1] = 0;
    for (size_t at = 0; at < text.len && found < 2;) {
        zt_str rest = zt_str_slice(text, at, text.len);
        size_t digits = 0;
        while (digits < rest.len && digits < 6 && rest.data[digits] >= '0' &&
               rest.data[digits] <= '9')
            numbers[found] = numbers[found] * 10 + (rest.data[digits++] - '0');
        for (long i = 0; i < 4 && digits == 0; i++)
            if (zt_str_starts(rest, han[i]))
                numbers[found] = i + 1;
        found += numbers[found] > 0;
        at += digits ? digits : 1;
    }
}

/* Whether all heads of values are times and each is before the one on its left. Offices put the
   newest first; a line is drawn from the oldest on. */
static bool runs_backward(const across_reader *r)
{
    long before[2] = {0}, now[2];
    for (size_t i = 0; i < r->values.count; i++) {
        zt_str head = zt_tight(r->arena, head_of(r, r->values.items[i]));
        if (!zt_is_time(r->arena, head))
            return false;
        time_numbers(head, now);
        if (i > 0 && !(now[0] < before[0] || (now[0] == before[0] && now[1] < before[1])))
            return false;
        before[0] = now[0];
        before[1] = now[1];
    }
    return r->values.count > 1;
}

/* Turned round as a whole: offices order strictly. */
static void order_values(across_reader *r)
{
    if (!runs_backward(r))
        return;
    for (size_t i = 0, k = r->values.count - 1; i < k; i++, k--) {
        size_t held = r->values.items[i];
        r->values.items[i] = r->values.items[k];
        r->values.items[k] = held;
    }
}

/* ---- which rows ---- */

typedef ZT_VEC(size_t) line_list;

/* A row of figures that fulfils where=. */
static bool is_row(const across_reader *r, size_t line)
{
    return zt_line_is(r->arena, r->table, r->columns, line) == ZT_LINE_ROW &&
           zt_row_fits(r->arena, r->table, r->columns, line);
}

/* Adds the rows whose text in that column is the name: as a whole if there is such a row, else
   without their unit. */
static void rows_named(const across_reader *r, size_t column, zt_str name, line_list *lines)
{
    zt_str tight = zt_tight(r->arena, name);
    for (int whole = 1; whole >= 0 && lines->count == 0; whole--)
        for (size_t i = r->columns->first_line; i < r->table->lines.count; i++) {
            zt_head parts = zt_head_part(r->arena, zt_table_cell(r->table, i, column).text);
            if (zt_str_equal(whole ? parts.whole : parts.bare, tight) && is_row(r, i))
                ZT_PUSH(r->arena, lines, i);
        }
}

/* Reports import-column with the rows there are, the nearest first in mind. */
static void report_no_row(const across_reader *r, const zt_mapped_column *column)
{
    ZT_VEC(const char *) names = {0};
    ZT_VEC(zt_str) rows = {0};
    for (size_t i = r->columns->first_line; i < r->table->lines.count; i++) {
        zt_str text = zt_table_cell(r->table, i, r->corner).text;
        if (!is_row(r, i) || text.len == 0)
            continue;
        const char *bare = zt_str_copy(r->arena, zt_head_part(r->arena, text).bare).data;
        ZT_PUSH(r->arena, &rows, text);
        ZT_PUSH(r->arena, &names, bare);
    }
    zt_str wanted = zt_tight(r->arena, column->name);
    const char *near = zt_nearest(wanted, names.items, names.count);
    zt_report(r->diags, ZT_ERROR, "import-column", zt_node_attr_at(r->import, "map"),
              "across=\"yes\" 时 v 是一行的名字，没有名为“%.*s”的行；有：%s%s%s",
              "with across=\"yes\" v names a row, and none is named \"%.*s\"; there are: %s%s%s",
              ZT_ARG(column->name), zt_names_shown(r->arena, rows.items, rows.count),
              near ? " → " : "", near ? near : "");
}

/* Reports where-several with two of the rows, and what would choose between them. */
static void report_several(const across_reader *r, const line_list *lines)
{
    zt_grid_cell one = zt_table_cell(r->table, lines->items[0], r->corner);
    zt_grid_cell two = zt_table_cell(r->table, lines->items[1], r->corner);
    zt_str head = head_of(r, r->corner);
    zt_report(r->diags, ZT_ERROR, "where-several", two.at,
              "有 %zu 行都符合（“%.*s”“%.*s”……）；用 where= 选定一行，或写 series=\"%s\" "
              "每行作一个系列",
              "%zu rows fit (\"%.*s\", \"%.*s\" …); choose one with where=, or make each a series: "
              "series=\"%s\"",
              lines->count, ZT_ARG(one.text), ZT_ARG(two.text), zt_name_written(r->arena, head));
}

/* Words for the values that name no row: where= or series= says which rows they are. */
static bool is_any_value(zt_str name)
{
    return zt_str_in_words(name, "值 数值 数据 数 指标值 value Value VALUE values v 本值");
}

/* Every row; totals and remarks go to the lists of what was left out. */
static void all_rows(across_reader *r, line_list *lines)
{
    for (size_t i = r->columns->first_line; i < r->table->lines.count; i++) {
        zt_grid_cell first = zt_first_cell(r->table, i);
        if (zt_line_is(r->arena, r->table, r->columns, i) == ZT_LINE_REMARK)
            ZT_PUSH(r->arena, &r->entries->remarks, first);
        if (!is_row(r, i))
            continue;
        zt_grid_cell label = zt_table_cell(r->table, i, r->corner);
        if (!r->totals && r->columns->where.count == 0 && zt_is_total(r->arena, label.text))
            ZT_PUSH(r->arena, &r->entries->totals, label);
        else
            ZT_PUSH(r->arena, lines, i);
    }
}

/* The rows that map= names, else all that where= leaves; more than one are only wanted as
   series. False after import-column, where-several or where-nothing. */
static bool choose(across_reader *r, zt_mapped_column *column, line_list *lines)
{
    bool free = r->columns->where.count > 0 || r->columns->series.wanted;
    if (column->wanted) {
        rows_named(r, r->corner, column->name, lines);
        for (size_t i = 0; i < r->columns->width && lines->count == 0; i++)
            if (r->columns->labels[i])
                rows_named(r, i, column->name, lines);
        if (lines->count == 0 && !(free && is_any_value(column->name))) {
            report_no_row(r, column);
            return false;
        }
    }
    if (lines->count == 0)
        all_rows(r, lines);
    if (lines->count > 1 && !r->columns->series.wanted) {
        report_several(r, lines);
        return false;
    }
    if (lines->count)
        return true;
    zt_report(r->diags, ZT_ERROR, "where-nothing", zt_node_attr_at(r->import, "href"),
              "表头下没有可取的行", "there is no row to take below the head");
    return false;
}

/* ---- entries ---- */

/* The unit of one value and where it is said, from the nearest to the farthest: the row's own,
   that of its name, the column's head, the lines around the table. Empty when none says it. */
static zt_str unit_of(across_reader *r, size_t line, size_t column, zt_pos *at)
{
    const zt_mapped_column *units = &r->columns->units;
    zt_grid_cell cell = zt_table_cell(r->table, line, units->index);
    zt_str unit = units->wanted ? zt_unit_canon(r->arena, cell.text) : (zt_str){0};
    *at = cell.at;
    for (size_t i = 0; !zt_is_unit(unit) && i < r->columns->width; i++) {
        if (!r->columns->labels[i])
            continue;
        cell = zt_table_cell(r->table, line, i);
        unit = zt_head_part(r->arena, cell.text).unit;
        *at = cell.at;
    }
    if (zt_is_unit(unit))
        return unit;
    *at = head_cell(r, column)->at;
    unit = zt_head_part(r->arena, head_of(r, column)).unit;
    if (unit.len)
        return unit;
    zt_mapped_column *v = r->columns->of + ZT_TO_V;
    cell = zt_table_cell(r->table, line, r->corner);
    v->in_doubt |= !zt_claims_for(r->arena, &r->columns->claims, cell.text, &unit);
    *at = cell.at;
    return unit;
}

/* Under a head of two lines only the first of its columns has a name: the others would be lost. */
static bool check_headless(const across_reader *r, size_t line)
{
    const zt_grid_line *l = r->table->lines.items + line;
    size_t last = r->values.count ? r->values.items[0] : 0;
    for (size_t i = 0; i < r->values.count; i++)
        last = r->values.items[i] < last ? r->values.items[i] : last;
    for (size_t i = last; i < l->count; i++) {
        bool named = i < r->columns->width && head_of(r, i).len;
        if (named || l->cells[i].text.len == 0)
            continue;
        zt_report(r->diags, ZT_ERROR, "import-cell", l->cells[i].at,
                  "“%.*s”上面的表头是空的，说不清是哪一年的；across=\"yes\" 的表头只能有一行",
                  "there is no head over \"%.*s\", so it is of no time; with across=\"yes\" the "
                  "head has one line",
                  ZT_ARG(l->cells[i].text));
        return false;
    }
    return true;
}

/* The row becomes the column of the target, for messages about its values. */
static void note_column(across_reader *r, zt_target target, size_t line)
{
    zt_mapped_column *column = r->columns->of + target;
    zt_grid_cell label = zt_table_cell(r->table, line, r->corner);
    column->head = label.text;
    column->at = label.at;
    if (column->name.len == 0)
        column->name = label.text;
    column->wanted = true;
}

/* Reports limit-cells: a few lines may be wide enough to make more values than any chart shows. */
static bool limit(across_reader *r, size_t rows)
{
    if (rows * r->values.count <= ZT_TABLE_ROWS)
        return true;
    zt_report(r->diags, ZT_ERROR, "limit-cells", zt_node_attr_at(r->import, "href"),
              "%zu 行 × %zu 列，超过上限 %d 个值", "%zu rows × %zu columns: more than %d values",
              rows, r->values.count, ZT_TABLE_ROWS);
    return false;
}

/* One entry for each column of values. */
static void add_row(across_reader *r, const size_t line_of[ZT_TARGETS],
                    const bool wanted[ZT_TARGETS])
{
    size_t line = wanted[ZT_TO_V] ? line_of[ZT_TO_V] : line_of[ZT_TO_RANK];
    for (size_t i = 0; i < r->values.count; i++) {
        size_t column = r->values.items[i];
        const zt_grid_cell *head = head_cell(r, column);
        zt_import_entry entry = {.key = *head, .line = line};
        if (!r->totals && zt_is_total(r->arena, head->text))
            continue;
        for (int t = ZT_TO_V; t < ZT_TARGETS; t++)
            if (wanted[t])
                entry.of[t] = zt_table_cell_kept(r->arena, r->table, line_of[t], column);
        if (r->columns->series.wanted)
            entry.series = zt_table_cell_kept(r->arena, r->table, line, r->columns->series.index);
        entry.unit = unit_of(r, line, column, &entry.unit_at);
        entry.unit_of = zt_table_cell(r->table, line, r->corner).text;
        entry.whole = !r->totals && zt_is_whole(r->arena, head->text);
        ZT_PUSH(r->arena, &r->entries->list, entry);
    }
}

/* Columns of totals are left out once, not once a row. */
static void note_totals(across_reader *r)
{
    for (size_t i = 0; i < r->values.count && !r->totals; i++) {
        const zt_grid_cell *head = head_cell(r, r->values.items[i]);
        if (zt_is_total(r->arena, head->text))
            ZT_PUSH(r->arena, &r->entries->totals, *head);
    }
}

/* Each row is a series. */
static bool add_series(across_reader *r, const line_list *lines)
{
    const bool wanted[ZT_TARGETS] = {[ZT_TO_V] = true};
    if (!limit(r, lines->count))
        return false;
    for (size_t i = 0; i < lines->count; i++) {
        if (!check_headless(r, lines->items[i]))
            return false;
        size_t line_of[ZT_TARGETS] = {[ZT_TO_V] = lines->items[i]};
        add_row(r, line_of, wanted);
    }
    note_column(r, ZT_TO_V, lines->items[0]);
    return true;
}

/* v and rank may name different rows, which stand side by side in each entry. */
bool zt_entries_across(zt_arena *arena, zt_diags *diags, const zt_node *import,
                       const zt_table *table, zt_columns *columns, zt_entries *entries)
{
    across_reader r = {arena, diags, import, table, columns, entries, 0, {0}, false};
    size_t line_of[ZT_TARGETS] = {0};
    bool wanted[ZT_TARGETS] = {false};
    r.totals = zt_str_is(zt_node_attr(import, "totals", "no"), "yes");
    part_columns(&r);
    order_values(&r);
    if (!zt_where_check(arena, diags, import, table, columns))
        return false;
    bool v = columns->of[ZT_TO_V].wanted || !columns->of[ZT_TO_RANK].wanted;
    for (int t = ZT_TO_V; t < ZT_TARGETS; t++) {
        line_list lines = {0};
        if (!columns->of[t].wanted && !(t == ZT_TO_V && v))
            continue;
        if (!choose(&r, columns->of + t, &lines))
            return false;
        if (columns->series.wanted) {
            note_totals(&r);
            return add_series(&r, &lines);
        }
        if (!check_headless(&r, lines.items[0]))
            return false;
        line_of[t] = lines.items[0];
        wanted[t] = true;
    }
    if (!limit(&r, 1))
        return false;
    note_totals(&r);
    add_row(&r, line_of, wanted);
    for (int t = ZT_TO_V; t < ZT_TARGETS; t++)
        if (wanted[t])
            note_column(&r, (zt_target)t, line_of[t]);
    return true;
}
