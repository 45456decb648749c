/* The grammar of one quantity: prefix* number infix? scale? infix? unit? suffix* . The number
   itself is read in phrase_number.c, the words around it here. */
#include "model/phrase_imp.h"

#include <string.h>

#include "base/unit.h"
#include "base/utf8.h"

/* What a word says of the number beside it. */
typedef struct word_sense {
    const char *word;
    zt_bound bound;
    bool approx;
    const char *per;
    /* R118: one of these is enough. */
    bool hedge;
} word_sense;

/* What the words before, within and behind a number say about it. Words not listed are neutral. */
static const word_sense senses[] = {
    {"约", ZT_ABOUT, true, NULL, true},       {"约为", ZT_ABOUT, true, NULL, true},
    {"约合", ZT_ABOUT, true, NULL, true},     {"达约", ZT_ABOUT, true, NULL, true},
    {"大约", ZT_ABOUT, true, NULL, true},     {"大概", ZT_ABOUT, true, NULL, true},
    {"≈", ZT_ABOUT, true, NULL, true},        {"≒", ZT_ABOUT, true, NULL, true},
    {"近", ZT_BELOW, true, NULL, true},       {"将近", ZT_BELOW, true, NULL, true},
    {"接近", ZT_BELOW, true, NULL, true},     {"近乎", ZT_BELOW, true, NULL, true},
    {"超", ZT_ABOVE, false, NULL, true},      {"超过", ZT_ABOVE, false, NULL, true},
    {"超出", ZT_ABOVE, false, NULL, true},    {"逾", ZT_ABOVE, false, NULL, true},
    {"突破", ZT_ABOVE, false, NULL, true},    {"多于", ZT_ABOVE, false, NULL, false},
    {"高于", ZT_ABOVE, false, NULL, false},   {"大于", ZT_ABOVE, false, NULL, false},
    {"至少", ZT_ABOVE, false, NULL, false},   {"起码", ZT_ABOVE, false, NULL, false},
    {"最少", ZT_ABOVE, false, NULL, false},   {"不低于", ZT_ABOVE, false, NULL, false},
    {"不少于", ZT_ABOVE, false, NULL, false}, {"不小于", ZT_ABOVE, false, NULL, false},
    {"≥", ZT_ABOVE, false, NULL, false},      {"≧", ZT_ABOVE, false, NULL, false},
    {"⩾", ZT_ABOVE, false, NULL, false},      {"＞", ZT_ABOVE, false, NULL, false},
    {">", ZT_ABOVE, false, NULL, false},      {"不足", ZT_BELOW, false, NULL, true},
    {"不到", ZT_BELOW, false, NULL, true},    {"未到", ZT_BELOW, false, NULL, true},
    {"不满", ZT_BELOW, false, NULL, true},    {"未满", ZT_BELOW, false, NULL, true},
    {"低于", ZT_BELOW, false, NULL, false},   {"少于", ZT_BELOW, false, NULL, false},
    {"小于", ZT_BELOW, false, NULL, false},   {"不超过", ZT_BELOW, false, NULL, false},
    {"不高于", ZT_BELOW, false, NULL, false}, {"不多于", ZT_BELOW, false, NULL, false},
    {"不大于", ZT_BELOW, false, NULL, false}, {"最多", ZT_BELOW, false, NULL, false},
    {"至多", ZT_BELOW, false, NULL, false},   {"顶多", ZT_BELOW, false, NULL, false},
    {"≤", ZT_BELOW, false, NULL, false},      {"≦", ZT_BELOW, false, NULL, false},
    {"⩽", ZT_BELOW, false, NULL, false},      {"＜", ZT_BELOW, false, NULL, false},
    {"<", ZT_BELOW, false, NULL, false},      {"日均", ZT_EXACT, false, "日", false},
    {"月均", ZT_EXACT, false, "月", false},   {"年均", ZT_EXACT, false, "年", false},
    {"季均", ZT_EXACT, false, "季", false},   {"时均", ZT_EXACT, false, "小时", false},
    {"人均", ZT_EXACT, false, "人", false},   {"户均", ZT_EXACT, false, "户", false},
    {"亩均", ZT_EXACT, false, "亩", false},   {"周均", ZT_EXACT, false, "周", false},
    {"余", ZT_ABOVE, true, NULL, true},       {"多", ZT_ABOVE, true, NULL, true},
    {"几", ZT_ABOVE, true, NULL, false},      {"以上", ZT_ABOVE, false, NULL, false},
    {"及以上", ZT_ABOVE, false, NULL, false}, {"及以下", ZT_BELOW, false, NULL, false},
    {"之上", ZT_ABOVE, false, NULL, false},   {"开外", ZT_ABOVE, true, NULL, true},
    {"大关", ZT_EXACT, false, NULL, false},   {"起步", ZT_ABOVE, false, NULL, false},
    {"有余", ZT_ABOVE, true, NULL, true},     {"出头", ZT_ABOVE, true, NULL, true},
    {"起", ZT_ABOVE, false, NULL, false},     {"封顶", ZT_BELOW, false, NULL, false},
    {"以下", ZT_BELOW, false, NULL, false},   {"之下", ZT_BELOW, false, NULL, false},
    {"以内", ZT_BELOW, false, NULL, false},   {"之内", ZT_BELOW, false, NULL, false},
    {"左右", ZT_ABOUT, true, NULL, true},     {"上下", ZT_ABOUT, true, NULL, true},
    {"来", ZT_ABOUT, true, NULL, true},       {"把", ZT_ABOUT, true, NULL, true},
    {"强", ZT_ABOVE, true, NULL, true},       {"弱", ZT_BELOW, true, NULL, true},
};

/* Takes over what a word says; words that are not listed change nothing. Of two bounds the later
   one counts, and R118 reports them. */
static void apply_word(zt_phrase *p, zt_str word)
{
    static const char *const forecasts[] = {"预计", "预测"}, *const estimates[] = {"推算", "估计"};
    for (size_t i = 0; i < 2; i++) {
        if (zt_str_is(word, forecasts[i]))
            p->status = ZT_FORECAST;
        if (zt_str_is(word, estimates[i]))
            p->status = ZT_ESTIMATE;
    }
    for (size_t i = 0; i < sizeof senses / sizeof *senses; i++) {
        if (!zt_str_is(word, senses[i].word))
            continue;
        if (senses[i].bound != ZT_EXACT)
            p->bound = senses[i].bound;
        p->approx |= senses[i].approx;
        p->hedges += senses[i].hedge;
        if (senses[i].per)
            p->per = zt_str_from(senses[i].per);
    }
}

/* The byte behind blanks. */
static size_t past_blanks(zt_str text, size_t at)
{
    while (at < text.len && text.data[at] == ' ')
        at++;
    return at;
}

/* Takes a word if `find` sees one at *at. */
static bool take_word(zt_phrase *p, zt_str text, size_t *at, size_t (*find)(zt_str))
{
    size_t from = past_blanks(text, *at);
    size_t len = find(zt_rest_of(text, from));
    if (len == 0)
        return false;
    apply_word(p, zt_str_slice(text, from, from + len));
    *at = from + len;
    return true;
}

/* Takes exactly this word at *at. */
static bool take_literal(zt_phrase *p, zt_str text, size_t *at, const char *word)
{
    if (!zt_str_starts(zt_rest_of(text, *at), word))
        return false;
    apply_word(p, zt_str_slice(text, *at, *at + strlen(word)));
    *at += strlen(word);
    return true;
}

/* 余, 多, 来 between number and unit: “and some more”. */
static bool take_infix(zt_phrase *p, zt_str text, size_t *at)
{
    bool taken = take_word(p, text, at, zt_infix_prefix);
    /* 十来个, 百把人: only behind Han numerals. */
    if (!taken && p->han)
        taken = take_literal(p, text, at, "来") || take_literal(p, text, at, "把");
    p->has_infix |= taken;
    return taken;
}

/* ---- before the number ---- */

/* 每吨, 每人每天, 每平方公里: what the number holds for. A number must follow, or 每 belongs to it,
   as in 每3天. */
static bool take_per_prefix(zt_phrase *p, zt_str text, size_t *at, const char *units)
{
    static const char each[] = "每";
    zt_str unit;
    int power;
    size_t from = *at + sizeof each - 1;
    if (!zt_str_starts(zt_rest_of(text, *at), each))
        return false;
    size_t len = zt_unit_split(zt_rest_of(text, from), units, &power, &unit);
    if (unit.len == 0)
        return false;
    /* 每人每天: one behind the other. */
    size_t first = p->per_end == *at && p->per_end > 0 ? p->per_first : from;
    *at = from + len;
    p->per_first = first;
    p->per_end = *at;
    p->per = zt_str_slice(text, first, *at);
    return true;
}

/* 100元每人 */
static void take_per_behind(zt_phrase *p, zt_str text, size_t *at, const char *units)
{
    if (p->unit.len > 0 && p->per.len == 0)
        take_per_prefix(p, text, at, units);
}

/* 人民币, ¥, $: the unit stands first. */
static bool take_currency(zt_phrase *p, zt_str text, size_t *at)
{
    static const char *const signs[][2] = {{"人民币", "元"}, {"US$", "美元"}, {"HK$", "港元"},
                                           {"¥", "元"},      {"￥", "元"},    {"$", "美元"},
                                           {"＄", "美元"},   {"€", "欧元"},   {"£", "英镑"}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (p->unit.len == 0 && zt_str_starts(zt_rest_of(text, *at), signs[i][0])) {
            p->unit = zt_str_from(signs[i][1]);
            *at += strlen(signs[i][0]);
            return true;
        }
    return false;
}

/* 负, 零下; 零上, 正 */
static bool take_sign_word(zt_phrase *p, zt_str text, size_t *at)
{
    static const char *const words[] = {"零下", "负", "零上", "正"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (p->sign_word || p->plus_word || !zt_str_starts(zt_rest_of(text, *at), words[i]))
            continue;
        p->sign_word = i < 2;
        p->plus_word = !p->sign_word;
        *at += strlen(words[i]);
        return true;
    }
    return false;
}

/* ～5%: about; not behind a number, where it joins a range. */
static bool take_wave(zt_phrase *p, zt_str text, size_t *at)
{
    static const char *const waves[] = {"～", "〜", "~"};
    for (size_t i = 0; i < sizeof waves / sizeof *waves && *at == 0; i++)
        if (zt_str_starts(zt_rest_of(text, *at), waves[i])) {
            p->bound = ZT_ABOUT;
            p->approx = true;
            *at += strlen(waves[i]);
            return true;
        }
    return false;
}

/* All words before a number, in any order; returns where the number must begin. */
static size_t take_prefixes(zt_phrase *p, zt_str text, size_t at, const char *units)
{
    for (;;) {
        size_t from = past_blanks(text, at);
        if (take_per_prefix(p, text, &from, units) || take_word(p, text, &from, zt_before_prefix) ||
            take_sign_word(p, text, &from) || take_currency(p, text, &from) ||
            take_wave(p, text, &from))
            at = from;
        else
            return from;
    }
}

/* ---- behind the number ---- */

/* Spellings of one unit. */
static void tidy_unit(zt_phrase *p)
{
    static const char *const same[][2] = {
        {"％", "%"},  {"﹪", "%"},  {"㎞", "km"},       {"㎝", "cm"},         {"㎜", "mm"},
        {"㎚", "nm"}, {"㎡", "m²"}, {"㎢", "km²"},      {"㎏", "kg"},         {"㎎", "mg"},
        {"㎍", "μg"}, {"µm", "μm"}, {"平米", "平方米"}, {"千瓦·时", "千瓦时"}};
    for (size_t i = 1; i + 1 < p->unit.len; i++)
        if (p->unit.data[i] == '/' && !memchr(p->unit.data, '(', p->unit.len) &&
            !zt_str_is(p->unit, "台/套")) {
            p->per = zt_rest_of(p->unit, i + 1);
            p->unit = zt_str_slice(p->unit, 0, i);
            break;
        }
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (zt_str_is(p->unit, same[i][0]))
            p->unit = zt_str_from(same[i][1]);
}

/* 元/吨, 吨/公顷, 元/人·天 where the table holds but the first of them. */
static void take_per(zt_phrase *p, zt_str text, size_t *at, const char *units)
{
    bool goes_on = p->per.len > 0 && p->per.data + p->per.len == text.data + *at &&
                   zt_str_starts(zt_rest_of(text, *at), "·");
    size_t from = *at + 1, end = from, len;
    if (goes_on) {
        end = *at + sizeof "·" - 1;
        from = *at - p->per.len;
    } else if (p->unit.len == 0 || *at >= text.len || text.data[*at] != '/') {
        return;
    }
    while ((len = zt_unit_prefix(zt_rest_of(text, end), units)) > 0) {
        end += len;
        p->per = zt_str_slice(text, from, end);
        *at = end;
        if (zt_str_starts(zt_rest_of(text, end), "·"))
            end += sizeof "·" - 1;
        else if (end < text.len && text.data[end] == '/')
            end++;
        else
            return;
    }
}

/* 个多月, 个半小时: 多 and 半 stand within the unit. */
static bool take_split_unit(zt_phrase *p, zt_str text, size_t *at, const char *units)
{
    static const char *const words[] = {"多", "余", "来", "半"};
    const size_t len = sizeof "个" - 1;
    if (!zt_str_starts(zt_rest_of(text, *at), "个"))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        zt_str rest = zt_rest_of(text, *at + len);
        if (!zt_str_starts(rest, words[i]))
            continue;
        size_t from = *at + len + strlen(words[i]);
        size_t unit = zt_unit_prefix(zt_rest_of(text, from), units);
        if (unit == 0)
            return false;
        p->unit = zt_str_slice(text, from, from + unit);
        if (zt_str_is(p->unit, "月"))
            p->unit = ZT_STR("个月");
        if (zt_str_is(p->unit, "百分点"))
            p->unit = ZT_STR("个百分点");
        apply_word(p, zt_str_slice(rest, 0, strlen(words[i])));
        p->has_infix |= zt_str_is(zt_str_slice(rest, 0, strlen(words[i])), "多");
        *at = from + unit;
        if (zt_str_starts(rest, "半"))
            return zt_add_half(p);
        return true;
    }
    return false;
}

/* Scale and unit behind a number, 4457.2万人次, with the 余 that may stand between them. */
static void take_unit(zt_phrase *p, zt_str text, size_t *at, const char *units)
{
    size_t from = past_blanks(text, *at);
    int scale;
    zt_str unit;
    if (take_split_unit(p, text, at, units))
        return;
    size_t len = zt_unit_split(zt_rest_of(text, from), units, &scale, &unit);
    /* 一百百: Han numerals hold their scale, unless 余 or a decimal parts them from it. */
    bool whole = p->han && !p->has_infix && p->printed.decimals == 0 && !p->order;
    if (len == 0 || (whole && len > unit.len))
        return;
    p->has_scale = len > unit.len;
    p->scale = scale;
    *at = from + len - unit.len;
    /* 6万余件: the infix between scale and unit. */
    if (unit.len == 0 && take_infix(p, text, at)) {
        size_t behind = past_blanks(text, *at);
        unit = zt_str_slice(zt_rest_of(text, behind), 0,
                            zt_unit_prefix(zt_rest_of(text, behind), units));
        *at = unit.len ? behind : *at;
    }
    p->unit = unit;
    *at += unit.len;
    if (p->little_word && zt_str_is(unit, "月")) /* 个把月 */
        p->unit = ZT_STR("个月");
}

/* 人民币100亿: the scale behind a number whose unit is said. */
static void take_scale(zt_phrase *p, zt_str text, size_t *at)
{
    int power;
    size_t len = zt_scale_prefix(zt_rest_of(text, *at), &power);
    if (len == 0)
        return;
    p->scale = power;
    p->has_scale = true;
    *at += len;
    take_infix(p, text, at);
    if (zt_str_starts(zt_rest_of(text, *at), p->unit.data)) /* 人民币100亿元 */
        *at += p->unit.len;
}

/* 两年半, 3天半, 一倍半; 两点半 is a time of the day. */
static void take_half_behind(zt_phrase *p, zt_str text, size_t *at)
{
    static const char half[] = "半";
    if (p->unit.len == 0 || p->has_scale || p->printed.decimals > 0 || p->fraction ||
        p->has_infix || zt_str_is(p->unit, "点") || !zt_str_starts(zt_rest_of(text, *at), half))
        return;
    if (!zt_add_half(p))
        return;
    *at += sizeof half - 1;
    p->figure_end = *at;
}

/* 九成五: the digit behind 成 is its tenth. */
static void take_tenths(zt_phrase *p, zt_str text, size_t *at)
{
    zt_han han;
    size_t end = zt_han_read(text, *at, &han);
    if (!zt_str_is(p->unit, "成") || p->printed.decimals > 0 || p->has_high || end == *at ||
        han.low < 1 || han.high > 9 || !zt_num_round(&p->printed, 1, ZT_ROUND_HALF_UP))
        return;
    p->high_printed = p->printed;
    p->high_printed.scaled += han.high;
    p->printed.scaled += han.low;
    p->has_high = han.low != han.high;
    *at = p->figure_end = end;
}

/* 万亿级, 5000亿元级, 3000吨级: of that order, no less. 8级 has a unit of its own. */
static void take_order(zt_phrase *p, zt_str text, size_t *at)
{
    static const char *const words[] = {"量级", "级"};
    bool scaled = p->has_scale || p->order, apt = scaled || p->unit.len > 0;
    bool swallowed = scaled && zt_str_is(p->unit, "级"); /* 100亿级 */
    for (size_t i = 0; i < sizeof words / sizeof *words && apt && !swallowed; i++)
        if (zt_str_starts(zt_rest_of(text, *at), words[i])) {
            *at += strlen(words[i]);
            swallowed = true;
            break;
        }
    if (!swallowed)
        return;
    if (scaled && zt_str_is(p->unit, "级"))
        p->unit = (zt_str){0};
    p->bound = ZT_ABOVE;
    p->approx = true;
}

/* At most two words behind the unit: 以上, 左右, 起; 强 and 弱 only behind a unit or fraction. 整
   behind money says that the figure is exact, which it is without it. */
static void take_suffixes(zt_phrase *p, zt_str text, size_t *at)
{
    enum { MOST = 2 };
    static const char *const words[] = {"起", "强", "弱"};
    bool closed = p->unit.len > 0 || p->fraction;
    take_order(p, text, at);
    for (int i = 0; i < MOST; i++) {
        bool taken = take_word(p, text, at, zt_after_prefix);
        for (size_t k = 0; k < sizeof words / sizeof *words && !taken && closed; k++)
            taken = take_literal(p, text, at, words[k]);
        if (!taken && zt_unit_class_of(p->unit) == ZT_UNIT_MONEY &&
            zt_str_starts(zt_rest_of(text, *at), "整"))
            *at += sizeof "整" - 1;
    }
}

/* 100亿元人民币 */
static void take_currency_behind(zt_phrase *p, zt_str text, size_t *at)
{
    static const char *const names[] = {"人民币", "RMB"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (zt_str_is(p->unit, "元") && zt_str_starts(zt_rest_of(text, *at), names[i]))
            *at += strlen(names[i]);
}

/* The number as meant: the printed one times ten to the scale. False when it has too many digits.
 */
static bool set_value_of(zt_num printed, int scale, zt_num *value)
{
    *value = printed;
    return scale == 0 || zt_num_scale(value, scale);
}

/* Applies sign and scale to the number and to the upper end of a range. */
static void set_value(zt_phrase *p)
{
    if (p->sign_word) {
        p->printed.scaled = -p->printed.scaled;
        p->high_printed.scaled = -p->high_printed.scaled;
        p->sign_word = p->printed.scaled != 0;
    }
    if (p->sign_word && p->has_high) { /* −7 to −8: the lower end first */
        zt_num low = p->high_printed;
        p->high_printed = p->printed;
        p->printed = low;
    }
    if (p->fault == ZT_PHRASE_SOUND &&
        (!set_value_of(p->printed, p->scale, &p->value) ||
         (p->has_high && !set_value_of(p->high_printed, p->scale, &p->high))))
        p->fault = ZT_PHRASE_TOO_LONG;
}

/* In 第二 and 前十 the word is part of the figure; beside digits it is not. */
static void widen_figure(zt_phrase *p, zt_str text)
{
    const size_t len = sizeof "第" - 1;
    if (!p->han || p->figure_first < p->first + len)
        return;
    zt_str before = zt_str_slice(text, p->figure_first - len, p->figure_first);
    if (zt_str_is(before, "第") || zt_str_is(before, "前"))
        p->figure_first -= len;
}

/* What may stand behind the figure, in the only order in which it is looked for. */
static void read_behind(zt_phrase *p, zt_str text, const char *units)
{
    size_t at = p->figure_end;
    take_infix(p, text, &at);
    if (p->unit.len == 0)
        take_unit(p, text, &at, units);
    else if (zt_unit_class_of(p->unit) == ZT_UNIT_MONEY)
        take_scale(p, text, &at);
    tidy_unit(p);
    take_tenths(p, text, &at);
    zt_take_smaller_unit(p, text, &at);
    take_half_behind(p, text, &at);
    take_currency_behind(p, text, &at);
    take_per(p, text, &at, units);
    take_per_behind(p, text, &at, units);
    take_infix(p, text, &at);
    zt_take_tolerance(p, text, &at, units);
    take_suffixes(p, text, &at);
    p->end = at;
}

/* Reads one quantity of `text` from byte `at`. False when no number stands there. When one does,
   its extent is in `out`, and `fault` tells why it may still be no sound quantity. */
bool zt_phrase_read(zt_str text, size_t at, zt_numerals numerals, const char *units, zt_phrase *out)
{
    *out = (zt_phrase){.first = at};
    at = take_prefixes(out, text, at, units);
    if (!zt_phrase_number(out, text, at, numerals, units))
        return false;
    widen_figure(out, text);
    if (out->figure_end == text.len && out->unit.len == 0) /* nothing is behind the figure */
        out->end = text.len;
    else
        read_behind(out, text, units);
    set_value(out);
    return true;
}

/* ---- ranges ---- */

/* The length in bytes of a sign or word that joins the ends of a range, 0 for none. */
size_t zt_range_dash(zt_str text, size_t at)
{
    static const char *const dashes[] = {"——", "—", "–", "-",  "―",  "─",  "－",
                                         "‐",  "−", "~", "～", "〜", "至", "到"};
    zt_str rest = zt_rest_of(text, at);
    for (size_t i = 0; rest.len > 0 && i < sizeof dashes / sizeof *dashes; i++)
        if (zt_str_starts(rest, dashes[i]))
            return strlen(dashes[i]);
    return 0;
}

/* Of 5—6万 the 5 is in 万 too; of 5000—1万 it is not, or the range would run backwards. */
static bool shares_scale(const zt_phrase *from, const zt_phrase *to)
{
    zt_num one = {1, 0, ZT_NUM_GIVEN};
    bool runs_on = zt_num_compare(from->printed, to->printed) <= 0;
    return !from->has_scale && (runs_on || !zt_num_scale(&one, to->scale - 1) ||
                                zt_num_compare(from->printed, one) < 0);
}

/* Gives the first end of a range the unit and, where that makes sense, the scale of the second:
   5—6万元. */
void zt_phrase_share(zt_phrase *from, const zt_phrase *to)
{
    if (from->unit.len > 0)
        return;
    from->unit = to->unit;
    if (from->per.len == 0)
        from->per = to->per;
    from->figure_end = to->figure_end;
    if (shares_scale(from, to)) {
        from->scale = to->scale;
        from->has_scale = to->has_scale;
    }
    if (from->fault == ZT_PHRASE_SOUND && !set_value_of(from->printed, from->scale, &from->value))
        from->fault = ZT_PHRASE_TOO_LONG;
}

/* What makes two phrases no range, or none that can be read in one way only. */
static zt_phrase_fault fault_of_range(const zt_phrase *from, const zt_phrase *to)
{
    if (from->fault != ZT_PHRASE_SOUND)
        return from->fault;
    if (to->fault != ZT_PHRASE_SOUND)
        return to->fault;
    if (from->has_high || to->has_high)
        return ZT_PHRASE_NESTED;
    if (from->sign_word && !to->sign_word && !to->plus_word && to->printed.scaled > 0)
        return ZT_PHRASE_OPEN_SIGN;
    if (from->unit.len > 0 && to->unit.len > 0 && !zt_str_equal(from->unit, to->unit))
        return ZT_PHRASE_UNITS;
    return ZT_PHRASE_SOUND;
}

/* 七八个 is the range of 7 and 8. */
static void split_pair(zt_phrase *from, zt_phrase *to)
{
    *to = *from;
    to->printed = from->high_printed;
    to->value = from->high;
    from->has_high = to->has_high = false;
}

/* Reads one quantity or a range of two from byte `at` and returns the byte behind, or `at` when no
   number stands there. *range tells which; a pair like 七八个 is a range too. Mistakes in a range
   are in from->fault. */
size_t zt_phrase_span(zt_str text, size_t at, zt_numerals numerals, const char *units,
                      zt_phrase *from, zt_phrase *to, bool *range)
{
    *range = false;
    if (!zt_phrase_read(text, at, numerals, units, from))
        return at;
    size_t dash = zt_range_dash(text, from->end);
    if (dash > 0 && zt_phrase_read(text, from->end + dash, numerals, units, to)) {
        from->fault = fault_of_range(from, to);
        zt_phrase_share(from, to);
        *range = true;
        return to->end;
    }
    if (from->has_high) {
        split_pair(from, to);
        *range = true;
    }
    return from->end;
}
