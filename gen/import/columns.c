/* Columns by name: map= says which are wanted, the head of the table where they are. */
#include "import/import_imp.h"

#include <string.h>

#include "base/near.h"
#include "base/unit.h"
#include "base/utf8.h"

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

zt_cell zt_table_cell(const zt_table *table, size_t line, size_t column)
{
    if (line >= table->lines.count)
        return (zt_cell){0};
    const zt_line *l = table->lines.items + line;
    if (column < l->count)
        return l->cells[column];
    return (zt_cell){.at = l->count ? l->cells[l->count - 1].at : ZT_NOWHERE};
}

/* ---- map= ---- */

static bool map_word(zt_diags *diags, zt_pos at, zt_str word, zt_columns *columns)
{
    size_t sign = 0, target = 0;
    while (sign < word.len && word.data[sign] != '=')
        sign++;
    zt_str name = zt_str_slice(word, 0, sign);
    while (target < ZT_TARGETS && !zt_str_is(name, target_names[target]))
        target++;
    if (sign + 1 < word.len && target < ZT_TARGETS && columns->of[target].name.len == 0) {
        columns->of[target].name = zt_str_slice(word, sign + 1, word.len);
        return true;
    }
    zt_report(diags, ZT_ERROR, "bad-map", at,
              "map 里的“%.*s”不对；应为 key=列名 v=列名，另可有 change、rank、share，各一次",
              "\"%.*s\" in map is wrong; write key=COLUMN v=COLUMN, and change, rank, share, once "
              "each",
              ZT_ARG(word));
    return false;
}

bool zt_columns_map(zt_diags *diags, const zt_node *import, zt_columns *columns)
{
    zt_str rest = zt_node_attr(import, "map", ""), word;
    zt_pos at = zt_node_attr_at(import, "map");
    bool ok = true;
    while (zt_str_word(&rest, &word))
        ok &= map_word(diags, at, word, columns);
    if (!ok)
        return false;
    if (columns->of[ZT_TO_KEY].name.len &&
        (columns->of[ZT_TO_V].name.len || columns->of[ZT_TO_RANK].name.len))
        return true;
    zt_report(diags, ZT_ERROR, "bad-map", at, "map 要说 key 和 v（或 rank）是哪一列",
              "map must say which columns are key and v (or rank)");
    return false;
}

/* ---- the head ---- */

/* Blanks and line feeds inside a head's name are for its look. */
static zt_str tight(zt_arena *arena, zt_str text)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = zt_utf8_next(text, &at);
        if (c > ' ' && c != 0x3000 && c != 0xA0)
            zt_buf_add(&out, text.data + from, at - from);
    }
    return zt_buf_view(&out);
}

/* 旅客（万人次）: where the bracket at the end opens, and what it holds. */
static size_t bracket(zt_str text, zt_str *held)
{
    static const char *const pairs[][2] = {{"（", "）"}, {"(", ")"}, {"[", "]"}, {"【", "】"}};
    *held = (zt_str){0};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t close = strlen(pairs[i][1]), open = strlen(pairs[i][0]);
        if (text.len < close || memcmp(text.data + text.len - close, pairs[i][1], close) != 0)
            continue;
        for (size_t at = text.len - close; at-- > 0;)
            if (zt_str_starts(zt_str_slice(text, at, text.len), pairs[i][0])) {
                *held = zt_str_slice(text, at + open, text.len - close);
                return at;
            }
    }
    return text.len;
}

static zt_str without_word(zt_str text)
{
    static const char *const words[] = {"单位：", "单位:", "单位"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_str_starts(text, words[i]))
            return zt_str_slice(text, strlen(words[i]), text.len);
    return text;
}

static bool is_unit(zt_str text)
{
    int scale;
    zt_str unit;
    return text.len && zt_unit_split(text, NULL, &scale, &unit) == text.len;
}

/* True when the head is the name, with its unit in brackets or without. */
static bool fits(zt_str head, zt_str name, zt_str *unit)
{
    zt_str held;
    size_t open = bracket(head, &held);
    *unit = without_word(held);
    if (zt_str_equal(zt_str_slice(head, 0, open), name))
        return true;
    if (!is_unit(*unit))
        *unit = (zt_str){0};
    return zt_str_equal(head, name);
}

typedef struct search {
    zt_arena *arena;
    const zt_table *table;
    size_t line, lines; /* the head: its first line, one or two */
} search;

/* Of a head over two lines: a cell that is empty above belongs to the one on its left. */
static zt_str upper(const search *s, size_t column)
{
    for (size_t i = column + 1; i-- > 0;) {
        zt_str text = zt_table_cell(s->table, s->line, i).text;
        if (text.len)
            return text;
    }
    return (zt_str){0};
}

static zt_str head_at(const search *s, size_t column, zt_cell *cell)
{
    *cell = zt_table_cell(s->table, s->line, column);
    if (s->lines == 1)
        return tight(s->arena, cell->text);
    zt_cell lower = zt_table_cell(s->table, s->line + 1, column);
    if (lower.text.len == 0 || zt_str_equal(lower.text, cell->text))
        return tight(s->arena, cell->text);
    *cell = lower;
    zt_str above = tight(s->arena, upper(s, column));
    zt_buf out;
    zt_buf_init(&out, s->arena);
    zt_buf_str(&out, above);
    zt_buf_putc(&out, '/');
    zt_buf_str(&out, tight(s->arena, lower.text));
    return zt_buf_view(&out);
}

static size_t width_of(const search *s)
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

/* How many columns of the head carry the name; the first goes to *column. */
static size_t count_named(const search *s, zt_str name, zt_column *column)
{
    size_t count = 0, width = width_of(s);
    zt_str unit, upper_unit;
    for (size_t i = 0; i < width; i++) {
        zt_cell cell;
        zt_str head = head_at(s, i, &cell);
        if (!fits(head, name, &unit) && !(s->lines == 2 && fits(last_part(head), name, &unit)))
            continue;
        if (s->lines == 2 && unit.len == 0 && bracket(upper(s, i), &upper_unit) < upper(s, i).len)
            unit = without_word(upper_unit);
        if (count++ == 0) {
            column->index = i;
            column->head = head;
            column->unit = unit;
            column->at = cell.at;
        }
    }
    return count;
}

/* 单位：万人次 above the table or beside its title. */
static zt_str unit_above(const search *s)
{
    for (size_t i = 0; i < s->line; i++)
        for (size_t k = 0; k < s->table->lines.items[i].count; k++) {
            zt_str text = tight(s->arena, s->table->lines.items[i].cells[k].text), held;
            size_t open = bracket(text, &held);
            zt_str said = open < text.len ? held : text;
            if (zt_str_starts(said, "单位"))
                return without_word(said);
        }
    return (zt_str){0};
}

typedef enum hit { ALL_FOUND, NOT_FOUND, NAMED_TWICE } hit;

static hit match(const search *s, zt_columns *columns, const zt_column **fault)
{
    zt_columns tried = *columns;
    for (size_t i = 0; i < ZT_TARGETS; i++) {
        if (tried.of[i].name.len == 0)
            continue;
        size_t count = count_named(s, tried.of[i].name, tried.of + i);
        *fault = columns->of + i;
        if (count != 1)
            return count ? NAMED_TWICE : NOT_FOUND;
    }
    zt_str unit = unit_above(s);
    for (size_t i = ZT_TO_V; i <= ZT_TO_V; i++)
        if (tried.of[i].unit.len == 0)
            tried.of[i].unit = unit;
    tried.first_line = s->line + s->lines;
    tried.width = width_of(s);
    *columns = tried;
    return ALL_FOUND;
}

/* The line with the most texts among the first: what an editor takes for the head. */
static size_t likely_head(const zt_table *table, size_t last)
{
    size_t best = 0, most = 0;
    for (size_t i = 0; i < last; i++) {
        size_t count = 0;
        for (size_t k = 0; k < table->lines.items[i].count; k++)
            count += table->lines.items[i].cells[k].text.len > 0;
        if (count > most) {
            most = count;
            best = i;
        }
    }
    return best;
}

static void report_missing(zt_arena *arena, zt_diags *diags, zt_pos at, const char *path,
                           const search *s, zt_str name)
{
    ZT_VEC(const char *) names = {0};
    zt_buf all;
    zt_buf_init(&all, arena);
    for (size_t i = 0; i < width_of(s); i++) {
        zt_cell cell;
        zt_str held, head = head_at(s, i, &cell);
        const char *bare = zt_str_copy(arena, zt_str_slice(head, 0, bracket(head, &held))).data;
        if (!*bare)
            continue;
        ZT_PUSH(arena, &names, bare);
        zt_buf_printf(&all, "%s%.*s", all.len ? "、" : "", ZT_ARG(head));
    }
    const char *near = zt_nearest(name, names.items, names.count);
    zt_report(diags, ZT_ERROR, "import-column", at, "%s 里没有名为“%.*s”的列；表头是：%.*s%s%s",
              "%s has no column named \"%.*s\"; its head is: %.*s%s%s", path, ZT_ARG(name),
              ZT_ARG(zt_buf_view(&all)), near ? " → " : "", near ? near : "");
}

bool zt_columns_find(zt_arena *arena, zt_diags *diags, const zt_node *import, const char *path,
                     const zt_table *table, zt_columns *columns)
{
    enum { HEAD_WITHIN = 30 };
    size_t last = table->lines.count < HEAD_WITHIN ? table->lines.count : HEAD_WITHIN;
    const zt_column *fault = NULL, *twice = NULL;
    for (size_t lines = 1; lines <= 2; lines++)
        for (size_t i = 0; i < last; i++) {
            search s = {arena, table, i, lines};
            hit result = match(&s, columns, &fault);
            if (result == ALL_FOUND)
                return true;
            twice = result == NAMED_TWICE ? fault : twice;
        }
    zt_pos at = zt_node_attr_at(import, "map");
    search s = {arena, table, likely_head(table, last), 1};
    if (twice) {
        zt_report(diags, ZT_ERROR, "import-column", at,
                  "%s 里有几列都叫“%.*s”；表头有两层时写作 上层/下层",
                  "several columns of %s are named \"%.*s\"; under a head of two lines write "
                  "UPPER/LOWER",
                  path, ZT_ARG(twice->name));
        return false;
    }
    match(&s, columns, &fault);
    report_missing(arena, diags, at, path, &s, fault->name);
    return false;
}
