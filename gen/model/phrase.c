/* The grammar of one quantity: prefix* number infix? scale? infix? unit? suffix? */
#include "model/quantity_imp.h"

#include <string.h>

#include "base/unit.h"
#include "base/utf8.h"

typedef struct word_sense {
    const char *word;
    zt_bound bound;
    bool approx;
    const char *per;
    bool hedge; /* R118: one of these is enough */
} word_sense;

/* What the words before, within and behind a number say about it. Words not listed are neutral. */
static const word_sense senses[] = {
    {"约", ZT_ABOUT, true, NULL, true},     {"近", ZT_BELOW, true, NULL, true},
    {"将近", ZT_BELOW, true, NULL, true},   {"超", ZT_ABOVE, false, NULL, true},
    {"超过", ZT_ABOVE, false, NULL, true},  {"逾", ZT_ABOVE, false, NULL, true},
    {"突破", ZT_ABOVE, false, NULL, true},  {"至少", ZT_ABOVE, false, NULL, false},
    {"不足", ZT_BELOW, false, NULL, true},  {"不到", ZT_BELOW, false, NULL, true},
    {"最多", ZT_BELOW, false, NULL, false}, {"日均", ZT_EXACT, false, "日", false},
    {"月均", ZT_EXACT, false, "月", false}, {"年均", ZT_EXACT, false, "年", false},
    {"人均", ZT_EXACT, false, "人", false}, {"周均", ZT_EXACT, false, "周", false},
    {"每年", ZT_EXACT, false, "年", false}, {"每月", ZT_EXACT, false, "月", false},
    {"每周", ZT_EXACT, false, "周", false}, {"每日", ZT_EXACT, false, "日", false},
    {"每天", ZT_EXACT, false, "日", false}, {"每人", ZT_EXACT, false, "人", false},
    {"余", ZT_ABOVE, true, NULL, true},     {"多", ZT_ABOVE, true, NULL, true},
    {"几", ZT_ABOVE, true, NULL, false},    {"以上", ZT_ABOVE, false, NULL, false},
    {"以下", ZT_BELOW, false, NULL, false}, {"以内", ZT_BELOW, false, NULL, false},
    {"左右", ZT_ABOUT, true, NULL, true},   {"上下", ZT_ABOUT, true, NULL, true},
};

static void apply_word(zt_phrase *p, zt_str word)
{
    if (zt_str_is(word, "预计") || zt_str_is(word, "预测"))
        p->status = ZT_FORECAST;
    if (zt_str_is(word, "推算") || zt_str_is(word, "估计"))
        p->status = ZT_ESTIMATE;
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

static zt_str rest_of(zt_str text, size_t at)
{
    return zt_str_slice(text, at, text.len);
}

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
    size_t len = find(rest_of(text, from));
    if (len == 0)
        return false;
    apply_word(p, zt_str_slice(text, from, from + len));
    *at = from + len;
    return true;
}

static bool take_infix(zt_phrase *p, zt_str text, size_t *at)
{
    bool taken = take_word(p, text, at, zt_infix_prefix);
    p->has_infix |= taken;
    return taken;
}

/* 对/日 is 对 per 日; ％ is %. */
static void tidy_unit(zt_phrase *p)
{
    for (size_t i = 1; i + 1 < p->unit.len; i++)
        if (p->unit.data[i] == '/' && !memchr(p->unit.data, '(', p->unit.len) &&
            !zt_str_is(p->unit, "台/套")) {
            p->per = rest_of(p->unit, i + 1);
            p->unit = zt_str_slice(p->unit, 0, i);
            break;
        }
    if (zt_str_is(p->unit, "％"))
        p->unit = ZT_STR("%");
}

/* 元/吨, 列/日 where the table holds but the first of them. */
static void take_per(zt_phrase *p, zt_str text, size_t *at, const char *units)
{
    if (p->unit.len == 0 || *at >= text.len || text.data[*at] != '/')
        return;
    zt_str rest = rest_of(text, *at + 1);
    size_t len = zt_unit_prefix(rest, units);
    if (len == 0)
        return;
    p->per = zt_str_slice(rest, 0, len);
    *at += 1 + len;
}

static void take_unit(zt_phrase *p, zt_str text, size_t *at, const char *units)
{
    size_t from = past_blanks(text, *at);
    int scale;
    zt_str unit;
    size_t len = zt_unit_split(rest_of(text, from), units, &scale, &unit);
    if (len == 0)
        return;
    p->has_scale = len > unit.len;
    p->scale = scale;
    *at = from + len - unit.len;
    /* 6万余件: the infix between scale and unit. */
    if (unit.len == 0 && take_infix(p, text, at)) {
        size_t behind = past_blanks(text, *at);
        unit = zt_str_slice(rest_of(text, behind), 0, zt_unit_prefix(rest_of(text, behind), units));
        *at = unit.len ? behind : *at;
    }
    p->unit = unit;
    *at += unit.len;
}

static void set_value(zt_phrase *p)
{
    p->value = p->printed;
    if (!p->too_long && p->scale)
        p->too_long = !zt_num_scale(&p->value, p->scale);
}

static bool is_scale_alone(zt_str word)
{
    int power;
    return zt_scale_prefix(word, &power) == word.len && word.len > 0;
}

/* 几十, 数百, 数十万; 百余, 近千, 上百, 超百亿: a power without a digit, with an open upper end
   when a word for several leads it. In 近千 the word before has said which way it is open. */
static bool read_power(zt_phrase *p, zt_str text, size_t at)
{
    const size_t len = sizeof "几" - 1;
    static const char *const several[] = {"几", "数", "上", "过"};
    size_t from = at, end;
    bool open = false;
    for (size_t i = 0; i < sizeof several / sizeof *several && !open; i++)
        open = zt_str_starts(rest_of(text, at), several[i]);
    from += open ? len : 0;
    end = zt_han_end(text, from);
    zt_str power = zt_str_slice(text, from, end);
    bool ten = zt_str_starts(power, "十");
    bool alone =
        open || p->hedges > 0 || p->bound != ZT_EXACT || zt_infix_prefix(rest_of(text, end)) > 0;
    int scale;
    if (!alone || !(zt_str_is(power, "十") || is_scale_alone(power)) || (ten && !open))
        return false;
    if (zt_str_is(power, "十"))
        scale = 1;
    else
        zt_scale_prefix(power, &scale);
    p->printed = (zt_num){1, 0, ZT_NUM_GIVEN};
    if (!zt_num_scale(&p->printed, scale))
        return false;
    if (open) {
        p->bound = ZT_ABOVE;
        p->approx = true;
    }
    p->han = true;
    p->figure_first = at;
    p->figure_end = end;
    return true;
}

/* 三分之一 is no decimal; who means it writes the share in per cent. */
static bool is_fraction(zt_str text, size_t end)
{
    return zt_str_starts(rest_of(text, end), "分之");
}

static bool read_han(zt_phrase *p, zt_str text, size_t at)
{
    if (read_power(p, text, at))
        return true;
    size_t end = zt_han_decimal(text, at, &p->printed);
    if (end == at || is_fraction(text, end))
        return false;
    p->han = true;
    p->figure_first = at;
    p->figure_end = end;
    return true;
}

static bool read_number(zt_phrase *p, zt_str text, size_t at, zt_numerals numerals)
{
    size_t end = zt_number_end(text, at);
    if (end == at)
        return numerals == ZT_DIGITS_OR_HAN && read_han(p, text, at);
    p->too_long = !zt_num_parse(zt_str_slice(text, at, end), &p->printed);
    p->figure_first = at;
    p->figure_end = end;
    return true;
}

/* 百分之三十七: the unit stands first. */
static size_t take_percent_word(zt_phrase *p, zt_str text, size_t at)
{
    static const char word[] = "百分之";
    if (!zt_str_starts(rest_of(text, at), word))
        return at;
    p->unit = ZT_STR("%");
    return at + sizeof word - 1;
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

bool zt_phrase_read(zt_str text, size_t at, zt_numerals numerals, const char *units, zt_phrase *out)
{
    *out = (zt_phrase){.first = at};
    while (take_word(out, text, &at, zt_before_prefix))
        ;
    at = past_blanks(text, at);
    size_t percent = at;
    at = take_percent_word(out, text, at);
    if (!read_number(out, text, at, numerals))
        return false;
    widen_figure(out, text);
    if (at > percent && out->han)
        out->figure_first = percent;
    at = out->figure_end;
    take_infix(out, text, &at);
    if (out->unit.len == 0)
        take_unit(out, text, &at, units);
    tidy_unit(out);
    take_per(out, text, &at, units);
    take_infix(out, text, &at);
    take_word(out, text, &at, zt_after_prefix);
    out->end = at;
    set_value(out);
    return true;
}

size_t zt_range_dash(zt_str text, size_t at)
{
    static const char *const dashes[] = {"—", "–", "-",  "―",  "─",  "－",
                                         "‐", "~", "～", "〜", "至", "到"};
    zt_str rest = rest_of(text, at);
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
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

void zt_phrase_share(zt_phrase *from, const zt_phrase *to)
{
    if (from->unit.len > 0)
        return;
    from->unit = to->unit;
    from->figure_end = to->figure_end;
    if (shares_scale(from, to)) {
        from->scale = to->scale;
        from->has_scale = to->has_scale;
    }
    set_value(from);
}
