/* The cells that a chart uses: what may stand in them, and where what the sheet shows is not what
   it stores. */
#include "import/import_imp.h"

#include <string.h>

#include "base/utf8.h"

/* ---- footnote marks ---- */

/* Superscript digits and signs of Unicode. */
static bool is_raised(uint32_t c)
{
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x207F);
}

/* Footnote marks as tables print them. */
static bool is_mark(uint32_t c)
{
    return is_raised(c) || (c >= 0x2460 && c <= 0x2473) || /* ① to ⑳ */
           (c >= 0x2776 && c <= 0x277F) ||                 /* ❶ to ❿ */
           c == '*' || c == 0xFF0A || c == 0x2020 || c == 0x2021 || c == 0x203B;
}

/* The byte where the last character begins. */
static size_t last_at(zt_str text)
{
    size_t at = text.len;
    while (at > 0 && ((unsigned char)text.data[--at] & 0xC0) == 0x80) {
    }
    return at;
}

/* The last character; 0 of an empty text. */
static uint32_t last_of(zt_str text)
{
    size_t at = last_at(text);
    return at < text.len ? zt_utf8_next(text, &at) : 0;
}

/* [1], ［注1］, 〔1〕 at the end: where they open, else the length. */
static size_t bracketed(zt_str text)
{
    static const char *const pairs[][2] = {{"[", "]"}, {"［", "］"}, {"〔", "〕"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t close = strlen(pairs[i][1]), open = strlen(pairs[i][0]), digits = 0;
        if (text.len < close || memcmp(text.data + text.len - close, pairs[i][1], close) != 0)
            continue;
        size_t at = text.len - close;
        for (; at > 0 && text.data[at - 1] >= '0' && text.data[at - 1] <= '9'; at--)
            digits++;
        if (at >= 3 && memcmp(text.data + at - 3, "注", 3) == 0) {
            at -= 3;
            digits++;
        }
        if (digits && digits < 4 && at >= open &&
            memcmp(text.data + at - open, pairs[i][0], open) == 0)
            return at - open;
    }
    return text.len;
}

/* m², km³, 10⁸: the raised figure belongs to what it stands behind. */
static bool is_power(zt_str before, uint32_t c)
{
    size_t n = before.len;
    if (!is_raised(c) || n == 0)
        return false;
    if (before.data[n - 1] == 'm')
        return true;
    bool ten = n >= 2 && memcmp(before.data + n - 2, "10", 2) == 0;
    return ten && (n == 2 || before.data[n - 3] < '0' || before.data[n - 3] > '9');
}

/* Marks are taken off one by one from the end, with blanks between them. */
zt_str zt_cell_unmarked(zt_str text)
{
    zt_str rest = text;
    while (rest.len) {
        size_t at = bracketed(rest);
        if (at == rest.len) {
            at = last_at(rest);
            zt_str before = zt_str_slice(rest, 0, at);
            if (!is_mark(last_of(rest)) || is_power(before, last_of(rest)))
                break;
        }
        rest = zt_cell_trim(zt_str_slice(rest, 0, at));
    }
    return rest.len ? rest : text;
}

/* ---- kinds ---- */

/* Reports import-cell with the column's name and the cell's text; returns false. */
static bool refuse(zt_diags *diags, const zt_grid_cell *cell, zt_str column, const char *zh,
                   const char *en)
{
    zt_report(diags, ZT_ERROR, "import-cell", cell->at, "“%.*s”一列这格是“%.*s”，%s%.0s",
              "this cell of the column \"%.*s\" holds \"%.*s\", %.0s%s", ZT_ARG(column),
              ZT_ARG(cell->text), zh, en);
    return false;
}

/* Reports import-shown, a warning: what is taken is not what the sheet shows. */
static void note_cell(zt_diags *diags, const zt_grid_cell *cell, zt_str value, const char *zh,
                      const char *en)
{
    zt_report(diags, ZT_WARNING, "import-shown", cell->at, "“%.*s”：%s%.0s", "\"%.*s\": %.0s%s",
              ZT_ARG(value), zh, en);
}

zt_cell_extra zt_cell_extra_of(const zt_grid_cell *cell)
{
    return cell->extra ? *cell->extra : (zt_cell_extra){0};
}

bool zt_cell_is_missing(zt_str text)
{
    static const char words[] =
        "- -- — —— – − － ― ─ … …… / \\ 待补 暂无 缺 N/A n/a NA NaN nan null "
        "NULL None .. ... : ：";
    if (text.len > 0 && text.data[0] >= '0' && text.data[0] <= '9') /* as most cells begin */
        return false;
    return text.len == 0 || zt_str_in_words(text, words);
}

bool zt_cell_is_key(zt_diags *diags, const zt_grid_cell *cell, zt_str column)
{
    return cell->kind != ZT_CELL_ERROR ||
           refuse(diags, cell, column, "是错误值，或读不出来；请在表里改正",
                  "an error value or unreadable; mend it in the sheet");
}

/* One message for each way in which shown and stored differ. */
static void note_quirk(zt_diags *diags, const zt_grid_cell *cell)
{
    if (cell->quirk == ZT_QUIRK_SIGN)
        note_cell(diags, cell, cell->text, "表里的数字格式不显示负号，这里按存的值取负数",
                  "the number format hides the minus; the stored value is taken");
    else if (cell->quirk == ZT_QUIRK_BLANK)
        note_cell(diags, cell, zt_cell_extra_of(cell).exact,
                  "表里的数字格式什么也不显示，按没有数处理",
                  "the number format shows nothing for it; taken as no value");
    else if (cell->quirk == ZT_QUIRK_POWER)
        note_cell(diags, cell, cell->text, "表里显示成科学记数，这里取存的全部数字",
                  "the sheet shows a power of ten; all digits stored are taken");
}

/* So that a mark behind it is a footnote's and no part of a name. */
static bool starts_as_number(zt_str text)
{
    return text.len && zt_number_end(text, 0) > 0;
}

/* 1.23E+05: what Excel writes of 123456 in a narrow column. */
static bool is_power_of_ten(zt_str text)
{
    size_t end = text.len ? zt_number_end(text, 0) : 0, digits = 0;
    if (end == 0 || end >= text.len || (text.data[end] != 'E' && text.data[end] != 'e'))
        return false;
    size_t at = end + 1;
    at += at < text.len && (text.data[at] == '+' || text.data[at] == '-');
    for (; at < text.len && text.data[at] >= '0' && text.data[at] <= '9'; at++)
        digits++;
    return digits > 0 && at == text.len;
}

/* A mark that is found in the text is handled as one that stood raised: the same message. */
bool zt_cell_is_value(zt_diags *diags, const zt_grid_cell *cell, zt_str column)
{
    if (!zt_cell_is_key(diags, cell, column))
        return false;
    if (cell->kind == ZT_CELL_DATE)
        return refuse(diags, cell, column, "是日期或时间，不能作数值；该列若本是数，请改单元格格式",
                      "a date or time, which is no value; if it is meant as a number, change the "
                      "format of the cell");
    if (cell->kind == ZT_CELL_BOOL)
        return refuse(diags, cell, column, "是真假值，不是数", "true or false, which is no number");
    zt_str bare = zt_cell_unmarked(cell->text);
    zt_cell_extra extra = zt_cell_extra_of(cell);
    if (extra.mark.len == 0 && bare.len < cell->text.len && starts_as_number(bare)) {
        zt_grid_cell marked = *cell;
        marked.text = bare;
        extra.mark = zt_str_slice(cell->text, bare.len, cell->text.len);
        marked.extra = &extra;
        return zt_cell_is_value(diags, &marked, column);
    }
    if (extra.mark.len) {
        zt_report(diags, ZT_ERROR, "import-cell", cell->at,
                  "“%.*s”后的“%.*s”看来是脚注号，数里不能有；请在表里删去",
                  "behind \"%.*s\" stands \"%.*s\", a footnote mark it seems; take it out of the "
                  "table",
                  ZT_ARG(cell->text), ZT_ARG(extra.mark));
        return false;
    }
    if (cell->quirk == ZT_QUIRK_COMMA)
        return refuse(diags, cell, column,
                      "其中的逗号和点是小数点还是千分位，说不清；小数点请写成“.”，千分位不写",
                      "whose commas and points may be those of decimals or of thousands; write a "
                      "point for decimals and nothing for thousands");
    if (cell->kind == ZT_CELL_TEXT && is_power_of_ten(cell->text))
        return refuse(diags, cell, column,
                      "是科学记数，后面的数字多半已经丢了；请在表里把格式改成“数值”再导出",
                      "a power of ten, whose further digits are likely lost; give the cell the "
                      "format of numbers and export it again");
    if (cell->kind == ZT_CELL_NOT_COUNTED)
        zt_report(diags, ZT_WARNING, "import-not-counted", cell->at,
                  "“%.*s”一列这格的公式没有存结果；请用表格软件打开、重算并保存",
                  "the formula in this cell of the column \"%.*s\" has no stored result; open the "
                  "file in a spreadsheet program, recalculate and save it",
                  ZT_ARG(column));
    note_quirk(diags, cell);
    return true;
}

/* ---- lines in a cell ---- */

/* The character at a byte; 0 behind the end. */
static uint32_t first_of(zt_str text, size_t at)
{
    return at < text.len ? zt_utf8_next(text, &at) : 0;
}

/* Blanks within a line stay as they are; only runs that hold a line end are judged, by the
   characters on both sides. */
zt_str zt_cell_in_line(zt_arena *arena, zt_str text)
{
    zt_buf out;
    if (!text.len || (!memchr(text.data, '\n', text.len) && !memchr(text.data, '\r', text.len)))
        return text;
    zt_buf_init(&out, arena);
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        bool feed = false;
        for (; end < text.len && zt_is_blank(text.data[end]); end++)
            feed |= text.data[end] == '\n' || text.data[end] == '\r';
        if (!feed) {
            zt_buf_putc(&out, text.data[at++]);
            continue;
        }
        if (last_of(zt_buf_view(&out)) < 0x2E80 && first_of(text, end) < 0x2E80)
            zt_buf_putc(&out, ' ');
        at = end;
    }
    return zt_cell_trim(zt_buf_view(&out));
}

/* ---- decimals ---- */

/* The first number of a text: its bytes, and how many decimals it has. */
static bool find_number(zt_str text, size_t *first, size_t *end, size_t *decimals)
{
    for (size_t at = 0; at < text.len; zt_utf8_next(text, &at)) {
        *end = zt_number_end(text, at);
        if (*end == at)
            continue;
        *first = at;
        *decimals = 0;
        bool point = false;
        while (at < *end) {
            uint32_t c = zt_utf8_next(text, &at);
            *decimals += point;
            point |= c == '.' || c == 0xFF0E;
        }
        return true;
    }
    return false;
}

/* Decimals are cut one by one until a zt_num holds the rest: only the digits that decimals= rounds
   away anyway. */
zt_str zt_cell_shorten(zt_arena *arena, zt_str text)
{
    size_t first, end, decimals;
    zt_num num;
    if (!find_number(text, &first, &end, &decimals))
        return text;
    zt_str number = zt_str_slice(text, first, end);
    while (decimals > 1 && !zt_num_parse(number, &num)) {
        number.len = last_at(number);
        decimals--;
    }
    if (number.len == end - first)
        return text;
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_str(&out, zt_str_slice(text, 0, first));
    zt_buf_str(&out, number);
    zt_buf_str(&out, zt_str_slice(text, end, text.len));
    return zt_buf_view(&out);
}

/* What is computed has fifteen decimals or more; measured figures have few. */
bool zt_cell_decimals(zt_diags *diags, const zt_grid_cell *cell, bool rounded_here)
{
    enum { MOST_DECIMALS = 6, USUAL = 1 };
    size_t first, end, decimals;
    if (!find_number(cell->text, &first, &end, &decimals) || decimals <= MOST_DECIMALS)
        return true;
    if (!rounded_here) {
        zt_report(diags, ZT_ERROR, "import-decimals", cell->at,
                  "“%.*s”有 %zu 位小数，最多 %d 位；请在表里四舍五入，或给这格设数字格式（如 0.0）",
                  "\"%.*s\" has %zu decimals, at most %d are printed; round it in the table, or "
                  "give the cell a number format such as 0.0",
                  ZT_ARG(cell->text), decimals, MOST_DECIMALS);
        return false;
    }
    zt_report(diags, ZT_ERROR, "import-decimals", cell->at,
              "“%.*s”有 %zu 位小数，最多 %d 位；要四舍五入，请在 <import> 里写 decimals=\"%d\"",
              "\"%.*s\" has %zu decimals, at most %d are printed; to round it write "
              "decimals=\"%d\" in <import>",
              ZT_ARG(cell->text), decimals, MOST_DECIMALS, USUAL);
    return false;
}

bool zt_column_is_whole(zt_diags *diags, const zt_table *table, size_t column)
{
    if (!table->beyond || column >= ZT_TABLE_COLUMNS || !table->beyond[column].file)
        return true;
    zt_report(diags, ZT_ERROR, "limit-cells", table->beyond[column],
              "超过上限 %d 行；请用 range= 指明要用的部分，如 range=\"A1:F200\"",
              "more than the limit of %d lines; name the part that is used with range=\"A1:F200\"",
              ZT_TABLE_ROWS);
    return false;
}

/* ---- what is hidden ---- */

/* What is hidden, once for the whole sheet. */
typedef struct hidden_count {
    bool column[ZT_TABLE_COLUMNS];
    zt_buf names; /* the first words of the columns */
    size_t lines, columns;
    zt_pos first_line, first_column;
} hidden_count;

/* The first word of each hidden column is what an editor knows it by. */
static void count_hidden(hidden_count *h, const zt_grid_line *l)
{
    bool filled = false;
    for (size_t k = 0; k < l->count && k < ZT_TABLE_COLUMNS; k++) {
        const zt_grid_cell *cell = l->cells + k;
        if (!cell->hidden)
            continue;
        zt_pos *first = l->hidden ? &h->first_line : &h->first_column;
        *first = first->file ? *first : cell->at;
        filled = true;
        if (l->hidden || h->column[k])
            continue;
        h->column[k] = true;
        h->columns++;
        zt_buf_printf(&h->names, "%s%.*s", h->names.len ? "、" : "",
                      ZT_ARG(zt_cell_extra_of(cell).exact));
    }
    h->lines += l->hidden && filled;
}

/* A hidden line may hold what an office did not want to publish: it is left out, and said. */
void zt_hidden_report(zt_arena *arena, zt_diags *diags, const zt_table *table)
{
    hidden_count *h = ZT_NEW(arena, hidden_count);
    zt_buf_init(&h->names, arena);
    for (size_t i = 0; i < table->lines.count; i++)
        count_hidden(h, table->lines.items + i);
    zt_str names = zt_buf_view(&h->names);
    if (h->lines)
        zt_report(diags, ZT_NOTE, "import-hidden", h->first_line,
                  "表里隐藏的 %zu 行没有取；要用就在表里取消隐藏或筛选",
                  "%zu lines hidden in the sheet are left out; unhide them to use them", h->lines);
    if (h->columns)
        zt_report(diags, ZT_NOTE, "import-hidden", h->first_column,
                  "表里隐藏的 %zu 列（%.*s）没有取；要用就在表里取消隐藏",
                  "%zu columns hidden in the sheet (%.*s) are left out; unhide them to use them",
                  h->columns, ZT_ARG(names));
}
