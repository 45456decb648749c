/* gen/import/line_kind.c — what a line below the head is: a row, a total, or a remark. Words
   without blanks are judged, since tables set 合 计 wide. A figure in a wanted column makes a row
   of any line, since a row that was lost would not be noticed. */
#include "import/rows_imp.h"

#include <string.h>

#include "base/totals.h"
#include "base/utf8.h"

/* An empty cell without a place when the line is blank, or there is no such line. */
zt_grid_cell zt_first_cell(const zt_table *table, size_t line)
{
    if (line >= table->lines.count)
        return (zt_grid_cell){0};
    const zt_grid_line *l = table->lines.items + line;
    for (size_t i = 0; i < l->count; i++)
        if (l->cells[i].text.len)
            return l->cells[i];
    return (zt_grid_cell){0};
}

/* ---- totals ---- */

/* Without blanks, brackets at the end, and the colon behind it: 合计（2市）： is 合计. */
static zt_str bare_key(zt_arena *arena, zt_str key)
{
    zt_str bare = zt_tight(arena, key);
    for (size_t before = bare.len + 1; before != bare.len;) {
        before = bare.len;
        while (zt_str_ends(bare, ":") || zt_str_ends(bare, "-") || zt_str_ends(bare, "*"))
            bare.len--;
        if (zt_str_ends(bare, ")") || zt_str_ends(bare, "]"))
            bare = zt_head_part(arena, bare).bare;
    }
    return bare;
}

/* Yearbooks say it twice: 总 计 Total. */
static zt_str without_latin(zt_str text)
{
    zt_str bare = text;
    while (bare.len && (unsigned char)bare.data[bare.len - 1] < 0x80 &&
           !(bare.data[bare.len - 1] >= '0' && bare.data[bare.len - 1] <= '9'))
        bare.len--;
    return bare.len ? bare : text;
}

/* 点12, A0037: no word for a total or a whole ends in a digit, but for those that begin one (其中,
   eu27). Most names of a long table that are numbered need not be compared with any. */
static bool ends_in_digit(zt_str key)
{
    return key.len > 0 && key.data[key.len - 1] >= '0' && key.data[key.len - 1] <= '9';
}

/* With blanks for English (Asia total), without them for Chinese (合　计). */
bool zt_is_total(zt_arena *arena, zt_str key)
{
    if (ends_in_digit(key) && !zt_str_holds(key, ZT_STR("其")))
        return false;
    return zt_total_word_of(arena, without_latin(bare_key(arena, key))) != ZT_NO_TOTAL ||
           zt_total_words_of(arena, zt_cell_trim(key)) != ZT_NO_TOTAL;
}

/* Words for what holds all the others; whether the row is their total its figure says. */
bool zt_is_whole(zt_arena *arena, zt_str key)
{
    static const char words[] =
        "全国 全省 全市 全区 全县 全州 全盟 全旗 全球 世界 全世界 中国 全部 全体 全行业 "
        "全年 累计 所有 全域 全镇 全乡 全校 全院 全厂 all world china "
        "nationwide national";
    static const char *const starts[] = {"eu27",     "eu28", "europeanunion",
                                         "euroarea", "oecd", "g20"};
    zt_str bare = zt_str_lower(arena, without_latin(bare_key(arena, key)));
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (zt_str_starts(bare, starts[i]))
            return true;
    return bare.len > 0 && !ends_in_digit(bare) && zt_str_in_words(bare, words);
}

/* ---- remarks ---- */

/* Of either width. */
static bool has_digit(zt_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        if ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19))
            return true;
    }
    return false;
}

/* Words that begin a remark, whatever else stands in its line, as long as no figure does. */
static bool starts_remark(zt_str text)
{
    static const char *const heads[] = {
        "注:",      "注1",      "注2",    "备注",  "说明:",    "来源",     "数据来源",
        "资料来源", "数据出处", "※",      "单位:", "指标:",    "计量单位", "制表",
        "填表",     "审核",     "注释",   "附注",  "Note",     "note",     "NOTE",
        "Source",   "source",   "SOURCE", "Data",  "Footnote", "数据库:",  "时间:"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (zt_str_starts(text, heads[i]))
            return true;
    return zt_str_is(text, "注") || zt_str_is(text, "说明");
}

/* 1.以上…, 2、…, （1）…, ①…, a)…: the number of a remark. */
static bool starts_numbered(zt_str text)
{
    static const char *const signs[] = {"*", "#", "†", "‡", "★", "△", "▲", "●", "■"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (zt_str_starts(text, signs[i]))
            return true;
    size_t at = 0;
    bool open = zt_str_starts(text, "(") || zt_str_starts(text, "[");
    size_t from = at = open ? 1 : 0;
    while (at < text.len && text.data[at] >= '0' && text.data[at] <= '9')
        at++;
    zt_str rest = zt_str_slice(text, at, text.len);
    if (at > from && at - from <= 2 && rest.len > 1) {
        bool mark = open
                        ? (rest.data[0] == ')' || rest.data[0] == ']')
                        : (rest.data[0] == '.' || rest.data[0] == ')' || zt_str_starts(rest, "、"));
        if (mark && !(rest.data[1] >= '0' && rest.data[1] <= '9'))
            return true;
    }
    size_t next = 0;
    uint32_t c = text.len ? zt_utf8_next(text, &next) : 0;
    return (c >= 0x2460 && c <= 0x249B) && next < text.len; /* ① ⑴ ⒈ */
}

/* Words of sentences about figures, which no name of a row holds. */
static bool speaks_of_figures(zt_str text)
{
    static const char *const words[] = {
        "。",     "；",        ";",        "，",       "以上",     "上述",   "本表",     "上表",
        "下同",   "四舍五入",  "口径",     "快报数",   "初步数",   "核算数", "初步核算", "均为",
        "不含",   "不包括",    "截至",     "数据来源", "可比价",   "现价",   "不变价",   "估算数",
        "推算数", "according", "includes", "excludes", "estimate", "prelim", "updated",  NULL};
    static const char *const starts[] = {"包括", "含", "其余", "因",  "由",
                                         "按",   "见", "参见", "暂无"};
    if (zt_str_holds_any(text, words))
        return true;
    size_t count = zt_utf8_count(text);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (zt_str_starts(text, starts[i]) && count > 5)
            return true;
    return count > 40;
}

/* 一、东部地区: heads the rows below it. */
static bool heads_rows(zt_str text)
{
    static const char *const numbers[] = {"一", "二", "三", "四", "五",
                                          "六", "七", "八", "九", "十"};
    if (text.len > 0 && text.data[text.len - 1] == ':')
        return true;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        size_t size = strlen(numbers[i]);
        if (zt_str_starts(text, numbers[i]) &&
            zt_str_starts(zt_str_slice(text, size, text.len), "、"))
            return true;
    }
    return false;
}

/* In any column that values are taken from. */
static bool has_figure(const zt_table *table, const zt_columns *columns, size_t line)
{
    for (size_t i = 0; columns->labels && i < columns->width; i++)
        if (!columns->labels[i] && has_digit(zt_table_cell(table, line, i).text))
            return true;
    for (int i = ZT_TO_V; i < ZT_TARGETS && !columns->across; i++)
        if (columns->of[i].wanted && columns->of[i].index != columns->of[ZT_TO_KEY].index &&
            has_digit(zt_table_cell(table, line, columns->of[i].index).text))
            return true;
    return false;
}

/* One cell across the table. */
static bool is_spread(const zt_table *table, const zt_columns *columns, size_t line,
                      zt_grid_cell first)
{
    const zt_mapped_column *key = columns->of + ZT_TO_KEY, *v = columns->of + ZT_TO_V;
    if (columns->across || !v->wanted || v->index == key->index)
        return false;
    zt_grid_cell cell = zt_table_cell(table, line, v->index);
    return cell.merged && zt_str_equal(cell.text, first.text);
}

/* A line with a figure is a row, whatever its words; words alone may be remarks. */
zt_line_kind zt_line_is(zt_arena *arena, const zt_table *table, const zt_columns *columns,
                        size_t line)
{
    const zt_grid_line *l = table->lines.items + line;
    const zt_mapped_column *key = columns->of + ZT_TO_KEY;
    zt_grid_cell first = zt_first_cell(table, line);
    size_t filled = 0;
    for (size_t i = 0; i < l->count; i++)
        filled += l->cells[i].text.len > 0 && !l->cells[i].merged;
    if (first.text.len == 0)
        return ZT_LINE_BLANK;
    if (key->wanted && zt_str_equal(zt_table_cell(table, line, key->index).text, key->head))
        return ZT_LINE_BLANK;
    if (is_spread(table, columns, line, first))
        return ZT_LINE_REMARK;
    if (has_figure(table, columns, line))
        return ZT_LINE_ROW;
    zt_str text = zt_tight(arena, first.text);
    if (starts_remark(text))
        return ZT_LINE_REMARK;
    bool remark =
        filled == 1 && (starts_numbered(text) || speaks_of_figures(text) || heads_rows(text));
    return remark && !zt_is_total(arena, first.text) ? ZT_LINE_REMARK : ZT_LINE_ROW;
}
