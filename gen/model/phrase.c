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
    {"人均", ZT_EXACT, false, "人", false}, {"余", ZT_ABOVE, true, NULL, true},
    {"多", ZT_ABOVE, true, NULL, true},     {"几", ZT_ABOVE, true, NULL, false},
    {"以上", ZT_ABOVE, false, NULL, false}, {"以下", ZT_BELOW, false, NULL, false},
    {"以内", ZT_BELOW, false, NULL, false}, {"左右", ZT_ABOUT, true, NULL, true},
    {"上下", ZT_ABOUT, true, NULL, true},
};

static void apply_word(zt_phrase *p, zt_str word)
{
    if (zt_str_is(word, "预计"))
        p->forecast = true;
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

/* 几十, 数百: the power with an open upper end. */
static bool read_several(zt_phrase *p, zt_str text, size_t at)
{
    zt_str rest = rest_of(text, at);
    if (!zt_str_starts(rest, "几") && !zt_str_starts(rest, "数"))
        return false;
    const size_t first_len = sizeof "几" - 1;
    size_t end = zt_han_end(text, at + first_len);
    zt_str power = zt_str_slice(text, at + first_len, end);
    if (!zt_str_is(power, "十") && !zt_str_is(power, "百") && !zt_str_is(power, "千"))
        return false;
    p->printed = (zt_num){zt_str_is(power, "十")   ? 10
                          : zt_str_is(power, "百") ? 100
                                                   : 1000,
                          0, ZT_NUM_GIVEN};
    p->bound = ZT_ABOVE;
    p->approx = p->han = true;
    p->figure_first = at;
    p->figure_end = end;
    return true;
}

static bool read_han(zt_phrase *p, zt_str text, size_t at)
{
    if (read_several(p, text, at))
        return true;
    size_t end = zt_han_end(text, at);
    long long value;
    if (end == at || !zt_han_number(zt_str_slice(text, at, end), &value))
        return false;
    p->printed = (zt_num){value, 0, ZT_NUM_GIVEN};
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
    take_infix(out, text, &at);
    take_word(out, text, &at, zt_after_prefix);
    tidy_unit(out);
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

void zt_phrase_share(zt_phrase *from, const zt_phrase *to)
{
    if (from->unit.len > 0)
        return;
    from->unit = to->unit;
    from->figure_end = to->figure_end;
    if (!from->has_scale) {
        from->scale = to->scale;
        from->has_scale = to->has_scale;
    }
    set_value(from);
}
