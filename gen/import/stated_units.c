/* Where a table says its units: in heads, in a line above or below, in its title, in the heads of
   its rows. Statistics offices use them all: 增速(%), GDP/亿元, 单位：亿元、%,
   指标：地区生产总值(亿元), 计量单位：亿元, a line of units below the head. */
#include "import/rows_imp.h"

#include <string.h>

#include "base/unit.h"
#include "base/utf8.h"

/* ---- one spelling ---- */

/* True when it was there. */
static bool cut_prefix(zt_str *text, const char *prefix)
{
    if (!zt_str_starts(*text, prefix))
        return false;
    *text = zt_str_slice(*text, strlen(prefix), text->len);
    return true;
}

/* True when it was there. */
static bool cut_suffix(zt_str *text, const char *suffix)
{
    size_t len = strlen(suffix);
    if (text->len < len || memcmp(text->data + text->len - len, suffix, len) != 0)
        return false;
    *text = zt_str_slice(*text, 0, text->len - len);
    return true;
}

/* Other spellings of what unit.c knows, and what it is written as. GB 3100, 3101. */
static const char *const spellings[][2] = {
    {"百分点", "个百分点"},   {"百分比", "%"},     {"km²", "平方公里"}, {"km2", "平方公里"},
    {"平方千米", "平方公里"}, {"m²", "平方米"},    {"m2", "平方米"},    {"㎡", "平方米"},
    {"m³", "立方米"},         {"m3", "立方米"},    {"千米", "公里"},    {"km", "公里"},
    {"千克", "公斤"},         {"kg", "公斤"},      {"㎏", "公斤"},      {"kWh", "千瓦时"},
    {"千瓦小时", "千瓦时"},   {"MWh", "兆瓦时"},   {"元人民币", "元"},  {"人民币元", "元"},
    {"台套", "台(套)"},       {"台/套", "台(套)"}, {"t", "吨"},         {"percent", "%"},
    {"标准箱", "标箱"},       {"TEU", "标箱"},
};

/* English yearbooks: 100 million yuan, 10 000 persons. */
static const char *const english_scales[][2] = {
    {"100million", "亿"},  {"100m", "亿"},           {"10,000", "万"},     {"10000", "万"},
    {"tenthousand", "万"}, {"1,000", "千"},          {"1000", "千"},       {"thousand", "千"},
    {"million", "百万"},   {"billion", "十亿"},      {"trillion", "万亿"}, {"mn", "百万"},
    {"bn", "十亿"},        {"hundredmillion", "亿"},
};
static const char *const english_units[][2] = {
    {"yuan", "元"},
    {"rmb", "元"},
    {"cny", "元"},
    {"rmbyuan", "元"},
    {"yuanrmb", "元"},
    {"us$", "美元"},
    {"$", "美元"},
    {"€", "欧元"},
    {"¥", "元"},
    {"￥", "元"},
    {"usd", "美元"},
    {"usdollars", "美元"},
    {"dollars", "美元"},
    {"persons", "人"},
    {"people", "人"},
    {"person", "人"},
    {"persontimes", "人次"},
    {"person-times", "人次"},
    {"tons", "吨"},
    {"tonnes", "吨"},
    {"ton", "吨"},
    {"kwh", "千瓦时"},
    {"mwh", "兆瓦时"},
    {"gwh", "吉瓦时"},
    {"hectares", "公顷"},
    {"ha", "公顷"},
    {"sqkm", "平方公里"},
    {"sq.km", "平方公里"},
    {"km2", "平方公里"},
    {"households", "户"},
    {"percent", "%"},
    {"pct", "%"},
    {"percentagepoints", "个百分点"},
    {"vehicles", "辆"},
    {"units", "台"},
    {"teu", "标箱"},
    {"euros", "欧元"},
    {"euro", "欧元"},
    {"eur", "欧元"},
    {"years", "年"},
    {"pieces", "件"},
};

enum {
    ENGLISH_SCALES = sizeof english_scales / sizeof *english_scales,
    ENGLISH_UNITS = sizeof english_units / sizeof *english_units
};

/* The longest of the words at the start, or with `whole` that is all of the text. */
static const char *english(const char *const words[][2], size_t count, zt_str text, bool whole,
                           size_t *size)
{
    const char *best = NULL;
    *size = 0;
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(words[i][0]);
        if (len > *size && zt_str_starts(text, words[i][0]) && (!whole || len == text.len)) {
            *size = len;
            best = words[i][1];
        }
    }
    return best;
}

/* The units of English yearbooks, scale and unit in either order: 100 million yuan, US$ million.
   The text itself when it is neither. */
static zt_str from_english(zt_arena *arena, zt_str unit)
{
    size_t size;
    zt_str rest = zt_str_lower(arena, unit);
    cut_prefix(&rest, "in");
    const char *scale = english(english_scales, ENGLISH_SCALES, rest, false, &size);
    zt_str behind = zt_str_slice(rest, size, rest.len);
    const char *base = english(english_units, ENGLISH_UNITS, behind, true, &size);
    if (!base) { /* US$ million */
        base = english(english_units, ENGLISH_UNITS, rest, false, &size);
        behind = zt_str_slice(rest, size, rest.len);
        scale = english(english_scales, ENGLISH_SCALES, behind, true, &size);
        base = scale ? base : NULL;
    }
    if (base)
        return zt_str_from(zt_arena_printf(arena, "%s%s", scale ? scale : "", base));
    return unit;
}

/* The house's spelling of a unit, NULL when it has no other. */
static const char *spelling_of(zt_str base)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (zt_str_is(base, spellings[i][0]))
            return spellings[i][1];
    return NULL;
}

/* Of the unit alone, then of the unit behind its scale. */
static zt_str respell(zt_arena *arena, zt_str unit)
{
    int power;
    const char *known = spelling_of(unit);
    if (known)
        return zt_str_from(known);
    size_t scale = zt_scale_prefix(unit, &power);
    known = scale ? spelling_of(zt_str_slice(unit, scale, unit.len)) : NULL;
    if (!known)
        return from_english(arena, unit);
    return zt_str_from(zt_arena_printf(arena, "%.*s%s", (int)scale, unit.data, known));
}

/* Words that lead it (单位：), brackets round it and dots inside go, then other spellings become
   the usual one, so that units are compared as texts. Whether it is a unit at all is not judged. */
zt_str zt_unit_canon(zt_arena *arena, zt_str text)
{
    static const char *const dots[] = {"·", "•", "・", "‧", "∙", "⋅"};
    static const char *const leads[] = {"计量单位", "单位", ":", "人民币", "±"};
    static const char *const brackets[][2] = {{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}};
    if (text.len == 0)
        return text;
    zt_str tight = zt_tight(arena, text);
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        zt_str inner = tight;
        if (cut_prefix(&inner, brackets[i][0]) && cut_suffix(&inner, brackets[i][1]))
            tight = inner;
    }
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        cut_prefix(&tight, leads[i]);
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t at = 0; at < tight.len;) {
        size_t i = 0, count = sizeof dots / sizeof *dots;
        zt_str here = zt_str_slice(tight, at, tight.len);
        while (i < count && !zt_str_starts(here, dots[i]))
            i++;
        if (i < count)
            at += strlen(dots[i]);
        else
            zt_buf_putc(&out, tight.data[at++]);
    }
    return respell(arena, zt_buf_view(&out));
}

/* Measure words that stand in brackets behind a name or a time and are no unit there. */
static const char no_units[] =
    "市 县 区 省 州 镇 乡 村 国 者 号 站 组 点 期 级 层 大 成 年 月 日 周 "
    "季度 支 部 集 首 字 页 门 班 场 届 方面";

/* A known unit with its scale or without, also a flow, one unit per another. A scale alone is
   none, nor are measure words that stand in brackets behind names. */
bool zt_is_unit(zt_str canon)
{
    int scale;
    zt_str unit;
    if (canon.len == 0 || zt_str_in_words(canon, no_units))
        return false;
    if (zt_unit_split(canon, NULL, &scale, &unit) == canon.len)
        return unit.len > 0;
    /* Flows and rates: 元/吨, 万人/年. */
    for (size_t i = 1; i + 1 < canon.len; i++)
        if (canon.data[i] == '/') /* 亿元/% is two units */
            return zt_is_unit(zt_str_slice(canon, 0, i)) &&
                   !zt_is_rate_unit(zt_str_slice(canon, i + 1, canon.len)) &&
                   zt_unit_prefix(zt_str_slice(canon, i + 1, canon.len), NULL) == canon.len - i - 1;
    return false;
}

bool zt_is_scale(zt_str canon)
{
    int power;
    return canon.len > 0 && zt_scale_prefix(canon, &power) == canon.len;
}

bool zt_is_rate_unit(zt_str canon)
{
    return zt_str_in_words(canon, "% ‰ 个百分点 百分点 个基点 成");
}

/* ---- heads ---- */

/* The last bracket: where it opens, and what it holds; text.len if the text does not end with one.
 */
static size_t bracket(zt_str text, zt_str *held)
{
    static const char *const pairs[][2] = {{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}};
    *held = (zt_str){0};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        zt_str before = text;
        size_t depth = 1, size = strlen(pairs[i][0]);
        if (!cut_suffix(&before, pairs[i][1]))
            continue;
        for (size_t at = before.len; at-- > 0;) {
            zt_str here = zt_str_slice(text, at, before.len);
            depth += zt_str_starts(here, pairs[i][1]);
            depth -= zt_str_starts(here, pairs[i][0]);
            if (depth == 0) {
                *held = zt_str_slice(text, at + size, before.len);
                return at;
            }
        }
    }
    return text.len;
}

/* Cuts the next part off `rest`, up to 、 , ; 和 or 及. */
static bool next_part(zt_str *rest, zt_str *part)
{
    static const char *const marks[] = {"、", ",", ";", "和", "及", "与"};
    size_t at = 0, mark = 0;
    for (; at < rest->len && !mark; at += mark == 0)
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (zt_str_starts(zt_str_slice(*rest, at, rest->len), marks[i]))
                mark = strlen(marks[i]);
    *part = zt_str_slice(*rest, 0, at);
    bool any = rest->len > 0;
    *rest = zt_str_slice(*rest, at + mark, rest->len);
    return any;
}

/* ASCII. */
static bool has_digit(zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

/* ASCII. */
static bool has_letter(zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((text.data[i] >= 'a' && text.data[i] <= 'z') ||
            (text.data[i] >= 'A' && text.data[i] <= 'Z'))
            return true;
    return false;
}

/* Words in brackets that say how a figure was found, not in what it is given. */
static bool is_plain_remark(zt_str held)
{
    static const char *const words[] = {"价",   "初步", "快报", "预计", "预测", "累计", "当",
                                        "年",   "月",   "季",   "期",   "含",   "个数", "修订",
                                        "户籍", "常住", "估",   "左",   "右",   NULL};
    /* (2市), (2022), (1—5月): digits and Han characters that are no unit. */
    bool counted = has_digit(held) && !has_letter(held) && !zt_is_unit(held);
    return held.len == 0 || zt_str_in_words(held, no_units) || counted ||
           zt_str_holds_any(held, words);
}

/* The one unit among the parts of what a bracket holds. */
static void read_bracket(zt_arena *arena, zt_str held, zt_head *head)
{
    zt_str canon = zt_unit_canon(arena, held), rest = held, part;
    size_t units = 0;
    if (zt_is_unit(canon) || zt_is_scale(canon)) {
        head->unit = canon;
        return;
    }
    while (next_part(&rest, &part)) {
        canon = zt_unit_canon(arena, part);
        if (!zt_is_unit(canon))
            continue;
        head->unit = canon;
        units++;
    }
    if (units != 1)
        head->unit = (zt_str){0};
    if (units > 1 || (units == 0 && !is_plain_remark(held)))
        head->remark = held;
}

/* One Latin letter is a unit only where the table says so in brackets. */
static bool is_letter(zt_str text)
{
    return text.len == 1 && (unsigned char)text.data[0] < 0x80 && text.data[0] != '%';
}

/* GDP/亿元, GDP_亿元, GDP 亿元: behind the last mark stands a unit. */
static void read_tail(zt_arena *arena, zt_str text, zt_head *head)
{
    static const char marks[] = "/,:_-|; \t\n";
    zt_str trimmed = zt_cell_trim(text);
    for (size_t at = trimmed.len; at-- > 1;) {
        unsigned char byte = (unsigned char)trimmed.data[at];
        bool wide = byte >= 0x80;
        if (wide ? !zt_str_starts(zt_str_slice(trimmed, at, trimmed.len), "／")
                 : !strchr(marks, trimmed.data[at]))
            continue;
        zt_str canon =
            zt_unit_canon(arena, zt_str_slice(trimmed, at + (wide ? 3 : 1), trimmed.len));
        if (!zt_is_unit(canon) || is_letter(canon))
            continue; /* 元/吨 has a mark of its own: the one before it may part the name */
        head->unit = canon;
        head->bare = zt_tight(arena, zt_str_slice(trimmed, 0, at));
        zt_str end = head->bare;
        if (end.len && strchr(marks, end.data[end.len - 1]))
            head->bare = zt_str_slice(end, 0, end.len - 1);
    }
}

/* 增速%: a sign needs no mark before it. */
static void read_sign(zt_head *head)
{
    static const char *const signs[] = {"%", "‰", "℃"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        zt_str before = head->whole;
        if (!cut_suffix(&before, signs[i]) || before.len == 0)
            continue;
        char last = before.data[before.len - 1];
        if ((last >= '0' && last <= '9') || last == '.')
            return;
        cut_suffix(&before, "±");
        head->bare = before;
        head->unit = zt_str_from(signs[i]);
    }
}

/* Brackets at the end first, then a mark, then a sign: in the order in which people use them. */
zt_head zt_head_part(zt_arena *arena, zt_str text)
{
    zt_head head = {.whole = zt_tight(arena, text)};
    zt_str held;
    head.bare = head.whole;
    size_t open = bracket(head.whole, &held);
    /* 产值(亿元)(现价): each bracket at the end is looked at. */
    while (open > 0 && open < head.bare.len) {
        zt_head inner = {0};
        read_bracket(arena, held, &inner);
        if (head.unit.len == 0)
            head.unit = inner.unit;
        if (head.remark.len == 0)
            head.remark = inner.remark;
        head.bare = zt_str_slice(head.whole, 0, open);
        open = bracket(head.bare, &held);
    }
    if (head.bare.len < head.whole.len) {
        if (head.unit.len)
            head.remark = (zt_str){0};
        head.bare = zt_cell_unmarked(head.bare); /* 产值①（亿元） */
        return head;
    }
    read_tail(arena, text, &head);
    if (head.unit.len == 0)
        read_sign(&head);
    head.bare = zt_cell_unmarked(head.bare);
    return head;
}

/* ---- lines around the table ---- */

/* Each claim once. */
static void claim(zt_arena *arena, zt_claims *claims, zt_str of, zt_str unit, zt_pos at)
{
    zt_claim stated = {of, unit, at};
    for (size_t i = 0; i < claims->list.count; i++)
        if (zt_str_equal(claims->list.items[i].unit, unit) &&
            zt_str_equal(claims->list.items[i].of, of))
            return;
    if (unit.len)
        ZT_PUSH(arena, &claims->list, stated);
}

/* 总量亿元, 总量：亿元: the longest unit at the end. 亿元 % of a line without marks is two. */
static void claim_part(zt_arena *arena, zt_claims *claims, zt_str part, zt_pos at)
{
    static const char *const marks[] = {":", "/", "(", "|"};
    zt_str canon = zt_unit_canon(arena, part), held, of = {0};
    size_t open = bracket(part, &held);
    zt_str front = zt_unit_canon(arena, zt_str_slice(part, 0, open));
    if (!zt_is_unit(canon) && open < part.len && zt_is_unit(front) &&
        !zt_is_unit(zt_unit_canon(arena, held)))
        canon = front; /* 万元（人民币） */
    for (size_t i = 1; i < part.len && !zt_is_unit(canon); i++) {
        if (((unsigned char)part.data[i] & 0xC0) == 0x80)
            continue;
        zt_str end = zt_unit_canon(arena, zt_str_slice(part, i, part.len));
        if (!zt_is_unit(end))
            continue;
        of = zt_str_slice(part, 0, i);
        for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
            cut_suffix(&of, marks[k]);
        canon = end;
    }
    zt_str other = zt_unit_canon(arena, of);
    if (zt_is_unit(other)) {
        claim(arena, claims, (zt_str){0}, other, at);
        of = (zt_str){0};
    }
    claim(arena, claims, of, canon, at);
}

/* A list of units, or one that has a mark in it. */
static void claim_list(zt_arena *arena, zt_claims *claims, zt_str list, zt_pos at)
{
    zt_str part, whole = zt_unit_canon(arena, list);
    if (zt_is_unit(whole)) {
        claim(arena, claims, (zt_str){0}, whole, at);
        return;
    }
    while (next_part(&list, &part))
        claim_part(arena, claims, part, at);
}

/* Up to the bracket that closes one opened before `at`: （2021年，单位：亿元）. */
static zt_str within_bracket(zt_str text, size_t at, zt_str rest)
{
    int depth = 0;
    for (size_t i = 0; i < at; i++)
        depth += (text.data[i] == '(') - (text.data[i] == ')');
    for (size_t k = 0; k < rest.len && depth > 0; k++) {
        depth += (rest.data[k] == '(') - (rest.data[k] == ')');
        if (depth == 0)
            return zt_str_slice(rest, 0, k);
    }
    return rest;
}

/* Behind 单位：, up to the end of its bracket; false when the text names no unit. */
static bool behind_word(zt_str text, zt_str *list)
{
    static const char *const words[] = {"单位",  "unit", "units", "Unit",
                                        "Units", "UNIT", "UNITS", NULL};
    for (size_t at = 0; at < text.len; at++)
        for (size_t i = 0; words[i]; i++) {
            zt_str rest = zt_str_slice(text, at, text.len);
            bool first = at == 0 || zt_str_starts(text, "计量");
            if (!cut_prefix(&rest, words[i]))
                continue;
            zt_str is = rest;
            bool told = cut_prefix(&rest, ":");
            if (!told && (cut_prefix(&is, "为") || cut_prefix(&is, "是")) && zt_is_unit(is)) {
                rest = is;
                told = true;
            }
            if (!told && !(first && rest.len == 0) && !(first && zt_is_unit(rest)))
                continue;
            *list = within_bracket(text, at, rest);
            return true;
        }
    return false;
}

/* Each bracket of a title: 各市生产总值（亿元）及增速（%）. */
static void claim_brackets(zt_arena *arena, zt_claims *claims, zt_str text, zt_pos at)
{
    for (size_t i = 0; i < text.len; i++) {
        size_t end = i + 1;
        if (text.data[i] != '(' && text.data[i] != '[')
            continue;
        while (end < text.len && text.data[end] != ')' && text.data[end] != ']')
            end++;
        zt_head head = {0};
        read_bracket(arena, zt_str_slice(text, i + 1, end), &head);
        if (head.unit.len && !is_letter(head.unit))
            claim(arena, claims, (zt_str){0}, head.unit, at);
    }
}

/* Cell by cell: 单位： may have its unit in the next cell. */
void zt_claims_read(zt_arena *arena, const zt_grid_line *line, zt_claims *claims)
{
    for (size_t i = 0; i < line->count; i++) {
        const zt_grid_cell *cell = line->cells + i;
        zt_str text = zt_tight(arena, cell->text), list;
        if (text.len == 0 || cell->merged)
            continue;
        if (behind_word(text, &list)) {
            /* 单位： in a cell, 亿元 in the next */
            while (list.len == 0 && ++i < line->count)
                list = zt_tight(arena, line->cells[i].text);
            claim_list(arena, claims, list, cell->at);
            continue;
        }
        zt_str canon = zt_unit_canon(arena, text);
        if (zt_is_unit(canon) && !is_letter(canon))
            claim(arena, claims, (zt_str){0}, canon, cell->at);
        else
            claim_brackets(arena, claims, text, cell->at);
    }
}

/* By what the name says; the ending decides, for 增长额 is an amount. */
bool zt_is_rate_name(zt_str name)
{
    static const char *const words[] = {"增速",   "增长",    "增幅", "降幅", "同比",  "环比",
                                        "比上年", "占比",    "比重", "比例", "份额",  "率",
                                        "百分",   "percent", "rate", "Rate", "share", NULL};
    static const char *const amounts[] = {"额", "量", "数", "值", "汇率"};
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        zt_str before = name;
        if (cut_suffix(&before, amounts[i]))
            return false;
    }
    return zt_str_holds_any(name, words);
}

/* Two units are enough for most tables: one for amounts and one for rates. */
bool zt_claims_for(zt_arena *arena, const zt_claims *claims, zt_str head, zt_str *unit)
{
    zt_str bare = zt_head_part(arena, head).bare, last[2] = {{0}};
    size_t count[2] = {0}; /* amounts, rates */
    *unit = (zt_str){0};
    for (size_t i = 0; i < claims->list.count; i++) {
        const zt_claim *c = claims->list.items + i;
        if (c->of.len) {
            const char *const of[] = {zt_str_copy(arena, c->of).data, NULL};
            if (zt_str_holds_any(bare, of))
                *unit = c->unit;
            continue;
        }
        bool rate = zt_is_rate_unit(c->unit);
        last[rate] = c->unit;
        count[rate]++;
    }
    if (unit->len || count[0] + count[1] == 0)
        return true;
    bool rate = zt_is_rate_name(bare);
    if (!rate && count[0] == 0)
        rate = true; /* all of the table is in per cent */
    if (count[rate] == 1)
        *unit = last[rate];
    return count[rate] <= 1;
}

/* For messages. */
zt_str zt_claims_all(zt_arena *arena, const zt_claims *claims)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < claims->list.count; i++)
        zt_buf_printf(&out, "%s%.*s", i ? "、" : "", ZT_ARG(claims->list.items[i].unit));
    return zt_buf_view(&out);
}
