/* The number of a phrase, without the words around it. */
#include "model/phrase_imp.h"

#include <string.h>

#include "base/unit.h"
#include "base/utf8.h"

/* Notes the bytes of the figure itself, which blocks may set larger than its unit. */
static void set_figure(zt_phrase *p, size_t first, size_t end)
{
    p->figure_first = first;
    p->figure_end = end;
}

/* A whole number as written, without decimals. */
static zt_num whole(long long n)
{
    return (zt_num){n, 0, ZT_NUM_GIVEN};
}

/* ---- parts of one ---- */

/* To six places: more than any phrase means. */
static void set_ratio(zt_phrase *p, int64_t num, int64_t den)
{
    enum { PLACES = 6, MILLION = 1000000 };
    int64_t scaled = num * MILLION;
    p->approx |= scaled % den != 0;
    p->printed = (zt_num){(scaled + den / 2) / den, PLACES, ZT_NUM_GIVEN};
    zt_num_trim(&p->printed);
    p->fraction = true;
}

/* A whole number from 1 to 10000, in digits or Han numerals; its end, or `at`. */
static size_t read_small(zt_str text, size_t at, int64_t *out)
{
    enum { MOST = 10000 };
    zt_han han;
    zt_num num;
    size_t end = zt_number_end(text, at);
    if (end > at) {
        if (!zt_num_parse(zt_str_slice(text, at, end), &num) || num.decimals > 0)
            return at;
        *out = num.scaled;
    } else {
        end = zt_han_read(text, at, &han);
        if (end == at || han.low != han.high || han.spoken)
            return at;
        *out = han.low;
    }
    return *out >= 1 && *out <= MOST ? end : at;
}

/* 三分之二, 5分之2 */
static bool read_fraction(zt_phrase *p, zt_str text, size_t at)
{
    static const char of[] = "分之";
    int64_t den, num;
    size_t end = read_small(text, at, &den);
    if (end == at || den < 2 || !zt_str_starts(zt_rest_of(text, end), of))
        return false;
    size_t from = end + sizeof of - 1;
    end = read_small(text, from, &num);
    if (end == from || num > den)
        return false;
    set_ratio(p, num, den);
    set_figure(p, at, end);
    p->han = true;
    return true;
}

/* 3/4 is understood where a share stands; as a value it may be a date or a score. */
static bool read_slash(zt_phrase *p, zt_str text, size_t at)
{
    enum { MOST = 100 };
    int64_t den, num;
    size_t end = zt_number_end(text, at);
    if (end == at || end >= text.len || text.data[end] != '/' || text.data[at] < '0' ||
        text.data[at] > '9' || zt_number_end(text, end + 1) == end + 1)
        return false;
    if (read_small(text, at, &num) != end)
        return false;
    size_t stop = read_small(text, end + 1, &den);
    if (stop == end + 1 || den > MOST || den < 2 || num > den)
        return false;
    set_ratio(p, num, den);
    set_figure(p, at, stop);
    p->fault = ZT_PHRASE_SLASH;
    return true;
}

/* 一半; 半年, 半个小时: the unit stands behind. */
static bool read_half(zt_phrase *p, zt_str text, size_t at, const char *units)
{
    static const char half[] = "半";
    bool alone = zt_str_starts(zt_rest_of(text, at), "一半");
    size_t end = at + (alone ? 2 : 1) * (sizeof half - 1);
    if (!alone) {
        zt_str rest = zt_rest_of(text, end);
        if (!zt_str_starts(zt_rest_of(text, at), half) ||
            (zt_unit_prefix(rest, units) == 0 && !zt_str_starts(rest, "个")))
            return false;
    }
    set_ratio(p, 1, 2);
    set_figure(p, at, end);
    p->fraction = alone;
    p->han = true;
    return true;
}

/* Adds one half: 两年半 is 2.5 years. Only a plain whole number can take it. */
bool zt_add_half(zt_phrase *p)
{
    if (p->printed.decimals > 0 || p->has_high || !zt_num_round(&p->printed, 1, ZT_ROUND_HALF_UP))
        return false;
    p->printed.scaled += 5;
    return true;
}

/* ---- Han numerals ---- */

/* Whether the word is nothing but a power of ten, 万 or 亿. */
static bool is_scale_alone(zt_str word)
{
    int power;
    return zt_scale_prefix(word, &power) == word.len && word.len > 0;
}

/* 万亿级, 百亿元级 */
static bool says_order(zt_str rest, const char *units)
{
    if (zt_str_starts(rest, "级") || zt_str_starts(rest, "量级"))
        return true;
    size_t len = zt_unit_prefix(rest, units);
    return len > 0 && zt_str_starts(zt_rest_of(rest, len), "级");
}

/* 几十, 数百, 数十万; 百余, 近千, 上百, 超百亿, 百把, 万亿级: a power without a digit, with an open
   upper end when a word for several leads it. In 近千 the word before has said which way it is
   open. */
static bool read_power(zt_phrase *p, zt_str text, size_t at, const char *units)
{
    const size_t len = sizeof "几" - 1;
    static const char *const several[] = {"几", "数", "上", "过"};
    size_t from = at, end;
    bool open = false;
    for (size_t i = 0; i < sizeof several / sizeof *several && !open; i++)
        open = zt_str_starts(zt_rest_of(text, at), several[i]);
    from += open ? len : 0;
    end = zt_han_end(text, from);
    zt_str power = zt_str_slice(text, from, end), rest = zt_rest_of(text, end);
    bool ten = zt_str_starts(power, "十"), order = says_order(rest, units);
    bool alone = open || order || p->hedges > 0 || p->bound != ZT_EXACT ||
                 zt_infix_prefix(rest) > 0 || zt_str_starts(rest, "把");
    int scale;
    if (!alone || !(zt_str_is(power, "十") || is_scale_alone(power)) || (ten && !open))
        return false;
    if (zt_str_is(power, "十"))
        scale = 1;
    else
        zt_scale_prefix(power, &scale);
    p->printed = whole(1);
    if (!zt_num_scale(&p->printed, scale))
        return false;
    if (open) {
        p->bound = ZT_ABOVE;
        p->approx = true;
    }
    p->han = true;
    p->order = order;
    set_figure(p, at, end);
    return true;
}

/* 个多月, 个把小时: 一 is left out. */
static bool read_left_out_one(zt_phrase *p, zt_str text, size_t at)
{
    static const char *const words[] = {"个多", "个把"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_str_starts(zt_rest_of(text, at), words[i])) {
            p->printed = whole(1);
            p->han = true;
            p->bound = ZT_ABOUT;
            p->approx = true;
            p->little_word = true;
            set_figure(p, at, i == 0 ? at : at + strlen(words[i]));
            return true;
        }
    return false;
}

/* A number in Han numerals, whichever form it has. Neighbours like 七八 make a range, about 7 to
   8. A number that can be heard two ways (三万五) keeps both readings and is refused later. */
static bool read_han(zt_phrase *p, zt_str text, size_t at, const char *units)
{
    zt_han han;
    if (read_half(p, text, at, units) || read_fraction(p, text, at) ||
        read_power(p, text, at, units) || read_left_out_one(p, text, at))
        return true;
    size_t end = zt_han_decimal(text, at, &han, &p->printed);
    if (end == at || zt_str_starts(zt_rest_of(text, end), "分之"))
        return false;
    p->han = true;
    p->has_high = han.low != han.high;
    p->high_printed = whole(han.high);
    p->approx |= p->has_high;
    p->bound = p->has_high ? ZT_ABOUT : p->bound;
    if (han.spoken) {
        p->fault = ZT_PHRASE_SPOKEN;
        p->other = whole(han.other);
    }
    set_figure(p, at, end);
    return true;
}

/* ---- digits ---- */

/* Digits between two bytes; points and commas do not count. */
static int digit_count(zt_str text, size_t from, size_t end)
{
    int count = 0;
    for (size_t i = from; i < end; i++)
        count += text.data[i] >= '0' && text.data[i] <= '9';
    return count;
}

/* 10^power as a whole number. */
static zt_num ten_to(int power)
{
    zt_num num = whole(1);
    zt_num_scale(&num, power);
    return num;
}

/* first · 10^power + second, both whole. */
static bool join(zt_num first, int power, zt_num second, zt_num *out)
{
    bool minus = first.scaled < 0;
    if (minus)
        second.scaled = -second.scaled;
    return zt_num_scale(&first, power) && zt_num_add(first, second, out);
}

/* The scale word at `at`, unless it begins a unit (千瓦); 0 if there is none. */
static size_t scale_at(zt_str text, size_t at, const char *units, int *power)
{
    zt_str unit;
    size_t len = zt_unit_split(zt_rest_of(text, at), units, power, &unit) - unit.len;
    return *power > 0 ? len : 0;
}

/* 1亿2000 of 1亿2000万元, 3亿5千 of 3亿5千万, 1万500: further digits below a scale. What stands
   behind the last of them is its own scale; without one it must have all its digits, for 1万5 is
   said of 15000 as well. */
static size_t read_compound(zt_phrase *p, zt_str text, size_t end, const char *units)
{
    int above = 0, power, next_power;
    size_t len;
    while ((len = scale_at(text, end, units, &power)) > 0 && p->printed.decimals == 0) {
        size_t from = end + len, stop = zt_number_end(text, from);
        zt_num part, sum;
        if (stop == from || text.data[from] < '0' || text.data[from] > '9' ||
            (above && power >= above) || !zt_num_parse(zt_str_slice(text, from, stop), &part))
            return end;
        int digits = digit_count(text, from, stop);
        /* 1亿2000多万: 多 stands before the last scale. */
        size_t infix = zt_infix_prefix(zt_rest_of(text, stop));
        if (scale_at(text, stop + infix, units, &next_power) == 0)
            next_power = 0;
        if (next_power >= power || part.decimals > 0 ||
            zt_num_compare(part, ten_to(power - next_power)) >= 0)
            return end;
        if (!join(p->printed, power - next_power, part, &sum)) {
            p->fault = ZT_PHRASE_TOO_LONG;
            return stop;
        }
        if (next_power == 0 && digits != power) {
            p->fault = ZT_PHRASE_SPOKEN;
            zt_num_scale(&part, power - digits > 0 ? power - digits : 0);
            join(p->printed, power, part, &p->other);
        }
        p->printed = sum;
        above = power;
        end = stop;
    }
    return end;
}

/* A number in ASCII digits, with what may stand inside it: 3/4, 5分之2, 1亿2000. */
static bool read_digits(zt_phrase *p, zt_str text, size_t at, const char *units)
{
    size_t end = zt_number_end(text, at);
    if (end == at)
        return false;
    if (end < text.len && (read_slash(p, text, at) || read_fraction(p, text, at)))
        return true;
    if (!zt_num_parse(zt_str_slice(text, at, end), &p->printed))
        p->fault = ZT_PHRASE_TOO_LONG;
    else
        end = read_compound(p, text, end, units);
    set_figure(p, at, end);
    return true;
}

/* ---- what leads the number ---- */

/* 百分之三十七, 千分之5: the unit stands first. */
static size_t take_percent_word(zt_phrase *p, zt_str text, size_t at)
{
    static const char *const words[][2] = {{"百分之", "%"}, {"千分之", "‰"}, {"万分之", "‱"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_str_starts(zt_rest_of(text, at), words[i][0])) {
            p->unit = zt_str_from(words[i][1]);
            return at + strlen(words[i][0]);
        }
    return at;
}

/* Behind 百分之 stands the number that it is the unit of; 百分之百 is 100%. */
static bool read_percent_word(zt_phrase *p, zt_str text, size_t at, zt_numerals numerals,
                              const char *units)
{
    static const char hundred[] = "百";
    size_t from = take_percent_word(p, text, at);
    if (from == at)
        return false;
    if (read_digits(p, text, from, units))
        return true;
    if (numerals == ZT_DIGITS_OR_HAN && read_han(p, text, from, units)) {
        p->figure_first = at;
        return true;
    }
    if (zt_str_starts(zt_rest_of(text, from), hundred) && zt_str_is(p->unit, "%")) {
        p->printed = whole(100);
        p->han = true;
        set_figure(p, at, from + sizeof hundred - 1);
        return true;
    }
    p->unit = (zt_str){0};
    return false;
}

/* ±3%: from −3 to 3. */
static bool read_plus_minus(zt_phrase *p, zt_str text, size_t at, const char *units)
{
    static const char sign[] = "±";
    size_t from = at + sizeof sign - 1;
    if (!zt_str_starts(zt_rest_of(text, at), sign) || !read_digits(p, text, from, units) ||
        p->printed.scaled < 0)
        return false;
    p->high_printed = p->printed;
    p->printed.scaled = -p->printed.scaled;
    p->has_high = true;
    p->figure_first = at;
    return true;
}

/* The number of a phrase from byte `at`, in any form that `numerals` allows. False when none
   stands there; p is then to be thrown away. */
bool zt_phrase_number(zt_phrase *p, zt_str text, size_t at, zt_numerals numerals, const char *units)
{
    bool signed_word = p->sign_word || p->plus_word;
    if (signed_word &&
        (zt_str_starts(zt_rest_of(text, at), "−") || zt_str_starts(zt_rest_of(text, at), "-")))
        return false; /* 零下−5℃ */
    return read_percent_word(p, text, at, numerals, units) || read_plus_minus(p, text, at, units) ||
           read_digits(p, text, at, units) ||
           (numerals == ZT_DIGITS_OR_HAN && read_han(p, text, at, units));
}

/* ---- behind the number ---- */

/* A plain whole number of a smaller unit, or the digits behind 秒. */
static size_t read_part(zt_str text, size_t at, zt_num *out, int *digits)
{
    zt_han han;
    size_t from = at;
    if (zt_str_starts(zt_rest_of(text, at), "零"))
        from += sizeof "零" - 1;
    size_t end = zt_number_end(text, from);
    if (end > from && text.data[from] >= '0' && text.data[from] <= '9') {
        *digits = digit_count(text, from, end);
        return zt_num_parse(zt_str_slice(text, from, end), out) ? end : at;
    }
    *digits = 0;
    end = zt_han_read(text, from, &han);
    if (end == from || han.low != han.high || han.spoken)
        return at;
    *out = whole(han.low);
    return end;
}

/* Units that go on in a smaller one, 3小时20分钟, and how many of the smaller make one of the
   greater. */
static const struct smaller {
    const char *great, *small;
    int ratio;
} smaller[] = {
    {"天", "小时", 24},     {"天", "个小时", 24}, {"小时", "分钟", 60}, {"小时", "分", 60},
    {"个小时", "分钟", 60}, {"分钟", "秒", 60},   {"分", "秒", 60},     {"年", "个月", 12},
};

/* The row for a unit and the unit that the text begins with, or NULL. */
static const struct smaller *smaller_at(zt_str unit, zt_str text)
{
    for (size_t i = 0; i < sizeof smaller / sizeof *smaller; i++)
        if (zt_str_is(unit, smaller[i].great) && zt_str_starts(text, smaller[i].small))
            return &smaller[i];
    return NULL;
}

/* Only a plain whole number can go on in a smaller unit. */
static bool can_go_on(const zt_phrase *p)
{
    return p->fault == ZT_PHRASE_SOUND && !p->has_scale && !p->has_infix && !p->has_high &&
           p->printed.decimals == 0 && !p->fraction;
}

/* 9秒83, 1分23秒45: hundredths of a second. */
static bool take_hundredths(zt_phrase *p, size_t *at, size_t end, zt_num part, int digits)
{
    if (!zt_str_is(p->unit, "秒") || digits < 1 || digits > 3 || part.decimals > 0 ||
        !zt_num_round(&p->printed, digits, ZT_ROUND_HALF_UP))
        return false;
    p->printed.scaled += part.scaled;
    *at = p->figure_end = end;
    return true;
}

/* 3小时20分钟 becomes 200 minutes, so that it compares with other times. The printed text is not
   changed. */
void zt_take_smaller_unit(zt_phrase *p, zt_str text, size_t *at)
{
    zt_num part;
    int digits;
    while (can_go_on(p)) {
        size_t end = read_part(text, *at, &part, &digits);
        if (end == *at)
            return;
        const struct smaller *next = smaller_at(p->unit, zt_rest_of(text, end));
        if (!next) {
            take_hundredths(p, at, end, part, digits);
            return;
        }
        zt_num sum = p->printed;
        if (part.decimals > 0 || part.scaled >= next->ratio || sum.scaled > INT64_MAX / 100)
            return;
        sum.scaled = sum.scaled * next->ratio + part.scaled;
        p->printed = sum;
        p->figure_end = end;
        *at = end + strlen(next->small);
        p->unit = zt_str_slice(text, end, *at);
    }
}

/* 50±3 毫米 becomes the range 47 to 53. Nothing is taken where the units differ. */
void zt_take_tolerance(zt_phrase *p, zt_str text, size_t *at, const char *units)
{
    static const char sign[] = "±";
    zt_num off, low, high;
    zt_str unit;
    int power;
    if (!zt_str_starts(zt_rest_of(text, *at), sign) || p->has_high || p->has_infix)
        return;
    size_t from = *at + sizeof sign - 1, end = zt_number_end(text, from);
    if (end == from || !zt_num_parse(zt_str_slice(text, from, end), &off) || off.scaled < 0)
        return;
    size_t len = zt_unit_split(zt_rest_of(text, end), units, &power, &unit);
    if (p->unit.len == 0) {
        p->unit = unit;
        p->scale = power;
        p->has_scale = power > 0;
    } else if (!zt_str_equal(p->unit, unit) || power != p->scale) {
        return;
    }
    high = off;
    off.scaled = -off.scaled;
    if (!zt_num_add(p->printed, off, &low) || !zt_num_add(p->printed, high, &high))
        return;
    p->printed = low;
    p->high_printed = high;
    p->has_high = true;
    p->figure_end = end;
    *at = end + len;
}
