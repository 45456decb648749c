/* gen/import/columns.c — columns by name: map=, where= and series= say which are wanted, the
   head of the table where they are. It is given a table of cells and finds the line or two that
   are its head, the line of units below it and the units said around it. Without a head that has
   every column wanted nothing is taken. */
#include "import/rows_imp.h"

#include <string.h>

#include "base/near.h"

static const char *const target_names[ZT_TARGETS] = {"key", "v", "change", "rank", "share"};

zt_str zt_cell_trim(zt_str text)
{
    static const char wide_blank[] = "　", hard_blank[] = "\xC2\xA0";
    for (;;) {
        zt_str before = text;
        text = zt_str_trim(text);
        if (zt_str_starts(text, wide_blank))
            text = zt_str_slice(text, 3, text.len);
        if (zt_str_starts(text, hard_blank))
            text = zt_str_slice(text, 2, text.len);
        if (text.len >= 3 && memcmp(text.data + text.len - 3, wide_blank, 3) == 0)
            text.len -= 3;
        if (text.len >= 2 && memcmp(text.data + text.len - 2, hard_blank, 2) == 0)
            text.len -= 2;
        if (text.len == before.len)
            return text;
    }
}

/* Lines may be of different lengths: behind the end of a line every cell is empty, with the
   place of its last cell for messages. */
zt_grid_cell zt_table_cell(const zt_table *table, size_t line, size_t column)
{
    if (line >= table->lines.count)
        return (zt_grid_cell){0};
    const zt_grid_line *l = table->lines.items + line;
    if (column < l->count)
        return l->cells[column];
    return (zt_grid_cell){.at = l->count ? l->cells[l->count - 1].at : ZT_NOWHERE};
}

const zt_grid_cell *zt_table_cell_kept(zt_arena *arena, const zt_table *table, size_t line,
                                       size_t column)
{
    if (line < table->lines.count && column < table->lines.items[line].count)
        return table->lines.items[line].cells + column;
    zt_grid_cell *empty = ZT_NEW(arena, zt_grid_cell);
    *empty = zt_table_cell(table, line, column);
    return empty;
}

/* ---- map=, where=, series= ---- */

/* One NAME=COLUMN of map=; reports bad-map. */
static bool map_pair(zt_diags *diags, zt_pos at, bool read, const zt_name_value *pair,
                     zt_columns *columns)
{
    size_t target = 0;
    while (target < ZT_TARGETS && !zt_str_is(pair->name, target_names[target]))
        target++;
    if (read && target < ZT_TARGETS && !columns->of[target].wanted) {
        columns->of[target].name = pair->value;
        columns->of[target].wanted = true;
        return true;
    }
    zt_report(diags, ZT_ERROR, "bad-map", at,
              "map 里的“%.*s”不对；应为 key=列名 v=列名，另可有 change、rank、share，各一次；"
              "列名里有空格或等号就加引号：v='Passengers total'",
              "\"%.*s\" in map is wrong; write key=COLUMN v=COLUMN, and change, rank, share, once "
              "each; a name with blanks or = is quoted: v='Passengers total'",
              ZT_ARG(pair->whole));
    return false;
}

/* key and one of v and rank are needed, else bad-map; with time across, where= or series= may
   stand for v, as they say which rows are meant. */
static bool read_map(zt_arena *arena, zt_diags *diags, const zt_node *import, zt_columns *columns)
{
    zt_str rest = zt_node_attr(import, "map", "");
    zt_pos at = zt_node_attr_at(import, "map");
    zt_name_value pair = {0};
    zt_paired paired;
    bool ok = true;
    while ((paired = zt_pair_next(arena, &rest, &pair)) != ZT_PAIR_NONE)
        ok &= map_pair(diags, at, paired == ZT_PAIR_READ, &pair, columns);
    if (!ok)
        return false;
    /* Across, a condition may say which row it is. */
    bool chosen = columns->across && (columns->where.count || columns->series.wanted);
    if (columns->of[ZT_TO_KEY].wanted &&
        (columns->of[ZT_TO_V].wanted || columns->of[ZT_TO_RANK].wanted || chosen))
        return true;
    zt_report(diags, ZT_ERROR, "bad-map", at, "map 要说 key 和 v（或 rank）是哪一列",
              "map says which column is key and which is v (or rank)");
    return false;
}

/* The condition of that column, made when it is new. */
static zt_condition *condition_of(zt_arena *arena, zt_columns *columns, zt_str name)
{
    for (size_t i = 0; i < columns->where.count; i++)
        if (zt_same_name(arena, columns->where.items[i].column.name, name))
            return columns->where.items + i;
    zt_condition condition = {.column = {.wanted = true, .name = name}};
    ZT_PUSH(arena, &columns->where, condition);
    return columns->where.items + columns->where.count - 1;
}

/* Several values of one column: any of them. Several columns: all of them. */
static bool read_where(zt_arena *arena, zt_diags *diags, const zt_node *import, zt_columns *columns)
{
    zt_str rest = zt_node_attr(import, "where", "");
    zt_name_value pair = {0};
    zt_paired paired;
    while ((paired = zt_pair_next(arena, &rest, &pair)) == ZT_PAIR_READ) {
        zt_condition *condition = condition_of(arena, columns, pair.name);
        ZT_PUSH(arena, &condition->values, pair.value);
    }
    if (paired == ZT_PAIR_NONE)
        return true;
    zt_report(diags, ZT_ERROR, "bad-where", zt_node_attr_at(import, "where"),
              "where 里的“%.*s”不对；应如 指标=GDP 年份=2023，有空格的加引号：'Country Name'=China",
              "\"%.*s\" in where is wrong; write 指标=GDP 年份=2023, names with blanks in quotes: "
              "'Country Name'=China",
              ZT_ARG(pair.whole));
    return false;
}

/* Only in <data>: an import inside of a <series> fills that one. */
static bool read_series(zt_arena *arena, zt_diags *diags, const zt_node *import,
                        zt_columns *columns)
{
    zt_str name = zt_name_unquoted(arena, zt_node_attr(import, "series", ""));
    if (name.len == 0)
        return true;
    columns->series = (zt_mapped_column){.wanted = true, .name = name};
    if (zt_node_is(import->parent, "data"))
        return true;
    zt_report(diags, ZT_ERROR, "bad-map", zt_node_attr_at(import, "series"),
              "series= 只用于 <data> 里的 import：它把一列的值当作各系列的名字",
              "series= belongs to an import in <data>: the values of that column name its series");
    return false;
}

/* Only what the attributes say; where the columns are is found later. With series= each row is
   one value of one series, so that there is no place for change, rank and share. */
bool zt_columns_map(zt_arena *arena, zt_diags *diags, const zt_node *import, zt_columns *columns)
{
    columns->across = zt_str_is(zt_node_attr(import, "across", "no"), "yes");
    bool ok = read_where(arena, diags, import, columns);
    ok &= read_series(arena, diags, import, columns);
    ok = ok && read_map(arena, diags, import, columns);
    if (!ok || !columns->series.wanted)
        return ok;
    for (int i = ZT_TO_CHANGE; i < ZT_TARGETS; i++)
        if (columns->of[i].wanted) {
            zt_report(diags, ZT_ERROR, "bad-map", zt_node_attr_at(import, "map"),
                      "有 series= 时只取 v，不取 %s", "beside series= only v is taken, not %s",
                      target_names[i]);
            return false;
        }
    return true;
}

/* ---- the head ---- */

/* A line of the table that is tried as the head. */
typedef struct head_search {
    zt_arena *arena;
    const zt_table *table;
    size_t line, lines; /* the head: its first line, one or two */
} head_search;

/* Of a head over two lines: a cell that is empty above belongs to the one on its left. */
static zt_str upper(const head_search *s, size_t column)
{
    for (size_t i = column + 1; i-- > 0;) {
        zt_str text = zt_table_cell(s->table, s->line, i).text;
        if (text.len)
            return text;
    }
    return (zt_str){0};
}

/* The head's text; *cell is where it stands. A lower line equal to the upper one is a merged cell.
 */
static zt_str head_at(const head_search *s, size_t column, zt_grid_cell *cell)
{
    *cell = zt_table_cell(s->table, s->line, column);
    if (s->lines == 1)
        return cell->text;
    zt_grid_cell lower = zt_table_cell(s->table, s->line + 1, column);
    if (lower.text.len == 0 || zt_str_equal(lower.text, cell->text))
        return cell->text;
    *cell = lower;
    zt_str above = upper(s, column);
    return zt_str_from(zt_arena_printf(s->arena, "%.*s/%.*s", ZT_ARG(above), ZT_ARG(lower.text)));
}

/* Cells of the longer of the head's lines. */
static size_t width_of(const head_search *s)
{
    size_t width = 0;
    for (size_t i = 0; i < s->lines && s->line + i < s->table->lines.count; i++) {
        size_t count = s->table->lines.items[s->line + i].count;
        width = count > width ? count : width;
    }
    return width;
}

/* Behind the last slash: of 旅客/5月, 5月. */
static zt_str last_part(zt_str head)
{
    size_t at = head.len;
    while (at > 0 && head.data[at - 1] != '/')
        at--;
    return zt_str_slice(head, at, head.len);
}

/* Blanks and full-width forms make no difference. */
bool zt_head_is(zt_arena *arena, zt_str head, zt_str name)
{
    zt_head parts = zt_head_part(arena, head);
    zt_str tight = zt_tight(arena, name);
    return zt_str_equal(parts.whole, tight) || zt_str_equal(parts.bare, tight);
}

/* What the head says of the column: text, unit, remark, place. */
static void take_column(const head_search *s, size_t index, const zt_grid_cell *cell, zt_str head,
                        bool whole, zt_mapped_column *column)
{
    zt_head parts = zt_head_part(s->arena, head);
    column->index = index;
    column->head = head;
    column->at = cell->at;
    column->unit = parts.unit;
    column->remark = whole ? (zt_str){0} : parts.remark;
    if (s->lines == 2 && column->unit.len == 0)
        column->unit = zt_head_part(s->arena, upper(s, index)).unit;
}

/* How near a head is to a name: 0 not at all, 1 without its unit, 2 as a whole. Of a head of two
   lines, 上层/下层, the lower part will do. */
static int nearness(const head_search *s, zt_str head, zt_str tight)
{
    zt_head parts = zt_head_part(s->arena, head);
    if (zt_str_equal(parts.whole, tight))
        return 2;
    if (zt_str_equal(parts.bare, tight))
        return 1;
    if (s->lines == 1 || last_part(head).len == head.len)
        return 0;
    parts = zt_head_part(s->arena, last_part(head));
    if (zt_str_equal(parts.whole, tight) || zt_str_equal(parts.bare, tight))
        return 1;
    /* 人口（万人）/2022年 is 人口/2022年: each layer without its unit. */
    size_t size = head.len - last_part(head).len - 1;
    zt_head above = zt_head_part(s->arena, zt_str_slice(head, 0, size));
    zt_str bare =
        zt_str_from(zt_arena_printf(s->arena, "%.*s/%.*s", ZT_ARG(above.bare), ZT_ARG(parts.bare)));
    return zt_str_equal(bare, tight);
}

/* How many columns of the head carry the name; one that has all of it counts before those that
   have a unit besides. The first of them goes to *column. More than one cannot be told apart. */
static size_t count_named(const head_search *s, zt_mapped_column *column)
{
    size_t counts[3] = {0}, width = width_of(s);
    zt_str tight = zt_tight(s->arena, column->name);
    for (size_t i = 0; i < width; i++) {
        zt_grid_cell cell;
        zt_str head = head_at(s, i, &cell);
        int near = nearness(s, head, tight);
        if (near == 0 || (head.len == 0 && i > 0))
            continue;
        counts[near]++;
        if (counts[near] == 1 && (near == 2 || counts[2] == 0))
            take_column(s, i, &cell, head, near == 2, column);
    }
    return counts[2] ? counts[2] : counts[1];
}

/* What stands across the columns; none of these need be the head of a column. */
static bool is_time_word(zt_arena *arena, const zt_node *import, zt_str name)
{
    static const char words[] = "年份 年 年度 时间 日期 月份 月 季度 季 时期 期间 期 "
                                "year Year time Time date Date month Month quarter Quarter period "
                                "Period YEAR TIME DATE";
    return zt_str_in_words(name, words) ||
           zt_same_name(arena, name, zt_node_attr(import->parent, "key", ""));
}

typedef enum hit { ALL_FOUND, NOT_FOUND, NAMED_TWICE } hit;

/* Whether the line is a head with all that is needed; *fault is the first column that is missing
   or there twice. `with_key` false: with time across, key says what stands there and names no
   column. */
static hit match(const head_search *s, zt_columns *columns, bool with_key,
                 const zt_mapped_column **fault)
{
    ZT_VEC(zt_mapped_column *) need = {0};
    for (size_t i = 0; i < columns->where.count; i++)
        ZT_PUSH(s->arena, &need, &columns->where.items[i].column);
    if (columns->series.wanted)
        ZT_PUSH(s->arena, &need, &columns->series);
    size_t end = columns->across ? (with_key ? 1 : 0) : ZT_TARGETS;
    for (size_t i = 0; i < end; i++)
        if (columns->of[i].wanted)
            ZT_PUSH(s->arena, &need, columns->of + i);
    if (need.count == 0)
        return NOT_FOUND;
    for (size_t i = 0; i < need.count; i++) {
        size_t count = count_named(s, need.items[i]);
        *fault = need.items[i];
        if (count != 1)
            return count ? NAMED_TWICE : NOT_FOUND;
    }
    return ALL_FOUND;
}

/* Among the first `last` lines the one with the most words: what an editor takes for the head.
   For messages, and for tables whose head names nothing that is asked for. */
static size_t likely_head(const zt_table *table, size_t last)
{
    size_t best = 0, most = 0;
    for (size_t i = 0; i < last; i++) {
        size_t count = 0;
        for (size_t k = 0; k < table->lines.items[i].count; k++) {
            zt_str text = table->lines.items[i].cells[k].text;
            zt_num num;
            count += text.len > 0 && !zt_num_parse(text, &num);
        }
        if (count > most) {
            most = count;
            best = i;
        }
    }
    return best;
}

/* With time across: the first line with two times, else the likely one. */
static size_t time_head(zt_arena *arena, const zt_table *table, size_t last)
{
    for (size_t i = 0; i < last; i++) {
        size_t times = 0;
        for (size_t k = 0; k < table->lines.items[i].count; k++)
            times += zt_is_time(arena, table->lines.items[i].cells[k].text);
        if (times >= 2)
            return i;
    }
    return likely_head(table, last);
}

/* ---- what goes with the head ---- */

/* The heads of a column of units. */
static bool is_unit_word(zt_arena *arena, zt_str text)
{
    static const char words[] = "单位 计量单位 Unit unit UNIT Units units Unitofmeasure";
    return text.len > 0 && zt_str_in_words(zt_tight(arena, text), words);
}

/* A line of units below the head: ,亿元,% */
static bool is_unit_line(const head_search *s, size_t line)
{
    const zt_table *table = s->table;
    size_t units = 0;
    if (line >= table->lines.count)
        return false;
    const zt_grid_line *l = table->lines.items + line;
    for (size_t i = 0; i < l->count; i++) {
        zt_str text = l->cells[i].text;
        if (text.len == 0 || is_unit_word(s->arena, text))
            continue;
        if (!zt_is_unit(zt_unit_canon(s->arena, text)))
            return false;
        units++;
    }
    return units > 0;
}

/* The unit from the line of units, unless the head has one. */
static void unit_below(const head_search *s, zt_columns *columns, zt_mapped_column *column)
{
    zt_str text = zt_table_cell(s->table, columns->first_line, column->index).text;
    if (column->wanted && column->unit.len == 0 && text.len)
        column->unit = zt_unit_canon(s->arena, text);
}

/* Lines above the table and around its range say units; below it those that begin so. */
static void read_claims(const head_search *s, zt_columns *columns)
{
    for (size_t i = 0; i < s->table->around.count; i++)
        zt_claims_read(s->arena, s->table->around.items + i, &columns->claims);
    for (size_t i = 0; i < s->line; i++)
        zt_claims_read(s->arena, s->table->lines.items + i, &columns->claims);
    for (size_t i = columns->first_line; i < s->table->lines.count; i++) {
        zt_str text = zt_tight(s->arena, zt_first_cell(s->table, i).text);
        if (zt_str_starts(text, "单位:") || zt_str_starts(text, "计量单位:") ||
            zt_str_starts(text, "注:单位"))
            zt_claims_read(s->arena, s->table->lines.items + i, &columns->claims);
    }
}

/* Whether the column is one of those that are taken. */
static bool is_mapped(const zt_columns *columns, size_t index)
{
    for (size_t i = 0; i < ZT_TARGETS; i++)
        if (columns->of[i].wanted && !(columns->across && i != ZT_TO_KEY) &&
            columns->of[i].index == index)
            return true;
    return columns->series.wanted && columns->series.index == index;
}

/* A column headed 单位 gives each row its unit. */
static void find_unit_column(const head_search *s, zt_columns *columns)
{
    for (size_t i = 0; i < columns->width && !columns->units.wanted; i++) {
        zt_grid_cell cell;
        zt_str head = head_at(s, i, &cell);
        if (is_unit_word(s->arena, head) && !is_mapped(columns, i))
            columns->units =
                (zt_mapped_column){.wanted = true, .index = i, .head = head, .at = cell.at};
    }
}

/* The head was found: notes where it and the rows begin, then looks for the unit of v, first in
   the head, then in a line of units below it, then in the lines around the table. */
static void settle(const head_search *s, zt_columns *columns)
{
    zt_mapped_column *v = columns->of + ZT_TO_V;
    columns->head_line = s->line;
    columns->first_line = s->line + s->lines;
    columns->width = width_of(s);
    find_unit_column(s, columns);
    if (!columns->across && is_unit_line(s, columns->first_line)) {
        unit_below(s, columns, v);
        columns->first_line++;
    }
    read_claims(s, columns);
    if (!columns->across && v->wanted && v->unit.len == 0)
        v->in_doubt = !zt_claims_for(s->arena, &columns->claims, v->head, &v->unit);
}

zt_str zt_head_text(zt_arena *arena, const zt_table *table, const zt_columns *columns,
                    size_t column)
{
    head_search s = {arena, table, columns->head_line, 1};
    zt_grid_cell cell;
    return head_at(&s, column, &cell);
}

/* ---- what is wrong ---- */

/* Reports import-column with the head as the table writes it. */
static void report_missing(zt_diags *diags, const zt_node *import, const char *path,
                           const head_search *s, const zt_columns *columns,
                           const zt_mapped_column *fault)
{
    ZT_VEC(const char *) names = {0};
    zt_buf all;
    bool where = fault < columns->of || fault >= columns->of + ZT_TARGETS;
    zt_buf_init(&all, s->arena);
    for (size_t i = 0; i < width_of(s); i++) {
        zt_grid_cell cell;
        zt_str head = head_at(s, i, &cell);
        const char *bare = zt_str_copy(s->arena, zt_head_part(s->arena, head).bare).data;
        if (!*bare)
            continue;
        ZT_PUSH(s->arena, &names, bare);
        zt_buf_printf(&all, "%s%s", all.len ? "、" : "", zt_name_written(s->arena, head));
    }
    const char *near = zt_nearest(zt_tight(s->arena, fault->name), names.items, names.count);
    const char *attr = !where ? "map" : fault == &columns->series ? "series" : "where";
    for (size_t i = 0; near && i < width_of(s); i++) {
        zt_grid_cell cell; /* as the table writes it */
        zt_head parts = zt_head_part(s->arena, head_at(s, i, &cell));
        if (zt_str_is(parts.bare, near) && zt_str_equal(parts.whole, parts.bare)) {
            near = zt_name_written(s->arena, head_at(s, i, &cell));
            break;
        }
    }
    zt_report(diags, ZT_ERROR, "import-column", zt_node_attr_at(import, attr),
              "%s 里没有名为“%.*s”的列；表头是：%.*s%s%s",
              "%s has no column named \"%.*s\"; its head is: %.*s%s%s", path, ZT_ARG(fault->name),
              ZT_ARG(zt_buf_view(&all)), near ? " → " : "", near ? near : "");
}

/* Reports import-column: which of several is meant cannot be guessed. */
static void report_twice(zt_diags *diags, const zt_node *import, const char *path,
                         const zt_mapped_column *fault)
{
    zt_report(
        diags, ZT_ERROR, "import-column", zt_node_attr_at(import, "map"),
        "%s 里有几列都叫“%.*s”；连单位一起写全，表头有两层时写作 上层/下层",
        "several columns of %s are named \"%.*s\"; write the whole head with its unit, under a "
        "head of two lines UPPER/LOWER",
        path, ZT_ARG(fault->name));
}

/* The same for tables with time across, where key has another meaning. */
static void report_across(zt_diags *diags, const zt_node *import, const char *path,
                          const head_search *s, const zt_mapped_column *fault)
{
    zt_grid_cell cell = zt_first_cell(s->table, s->line);
    zt_report(
        diags, ZT_ERROR, "import-column", zt_node_attr_at(import, "map"),
        "%s 里没有名为“%.*s”的列；across=\"yes\" 时 key 是首列的列名“%.*s”，或横排着的是什么，"
        "如 key=年份",
        "%s has no column named \"%.*s\"; with across=\"yes\" key names the first column, "
        "\"%.*s\", or what stands across, such as key=年份",
        path, ZT_ARG(fault->name), ZT_ARG(cell.text));
}

/* Each of the first 30 lines is tried as a head of one line, then as the upper of two; the first
   that fits wins. Reports import-column with the names of the likely head. */
bool zt_columns_find(zt_arena *arena, zt_diags *diags, const zt_node *import, const char *path,
                     const zt_table *table, zt_columns *columns)
{
    enum { HEAD_WITHIN = 30 };
    size_t last = table->lines.count < HEAD_WITHIN ? table->lines.count : HEAD_WITHIN;
    const zt_mapped_column *fault = columns->of + ZT_TO_KEY, *twice = NULL;
    zt_str key = columns->of[ZT_TO_KEY].name;
    if (zt_first_cell(table, likely_head(table, last)).text.len == 0) {
        zt_report(diags, ZT_ERROR, "import-column", zt_node_attr_at(import, "href"),
                  "%s 里（或 range= 之内）没有表", "%s (or its range=) holds no table", path);
        return false;
    }
    bool free_key = columns->across && is_time_word(arena, import, key);
    for (int with_key = 1; with_key >= (free_key ? 0 : 1); with_key--)
        for (size_t lines = 1; lines <= (columns->across ? 1 : 2); lines++)
            for (size_t i = 0; i < last; i++) {
                head_search s = {arena, table, i, lines};
                hit result = match(&s, columns, with_key, &fault);
                if (result == ALL_FOUND) {
                    columns->of[ZT_TO_KEY].wanted = with_key || !columns->across;
                    settle(&s, columns);
                    return true;
                }
                twice = result == NAMED_TWICE ? fault : twice;
            }
    head_search s = {arena, table, likely_head(table, last), 1};
    bool alone = free_key && columns->where.count == 0 && !columns->series.wanted;
    if (alone && table->lines.count) {
        columns->of[ZT_TO_KEY].wanted = false; /* no column is named: that of the labels is first */
        s.line = time_head(arena, table, last);
        settle(&s, columns);
        return true;
    }
    if (twice) {
        report_twice(diags, import, path, twice);
        return false;
    }
    match(&s, columns, !free_key, &fault);
    if (columns->across && fault == columns->of + ZT_TO_KEY)
        report_across(diags, import, path, &s, fault);
    else
        report_missing(diags, import, path, &s, columns, fault);
    return false;
}
