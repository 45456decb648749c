/* Numbers as written in Han numerals. */
#include "model/quantity_imp.h"

#include "base/utf8.h"

static uint32_t peek(zt_str text, size_t at, size_t *next)
{
    *next = at;
    return at < text.len ? zt_utf8_next(text, next) : 0;
}

/* 0 to 9, or -1. */
static int han_digit(uint32_t c)
{
    static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                      0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    if (c == 0x96F6) /* 零 */
        return 0;
    if (c == 0x4E24) /* 两 */
        return 2;
    for (int i = 0; i < 10; i++)
        if (digits[i] == c)
            return i;
    return -1;
}

/* 10, 100, 1000 of 十 百 千; 10^4 and 10^8 of 万 亿; 0 otherwise. */
static long long han_power(uint32_t c)
{
    switch (c) {
    case 0x5341:
        return 10;
    case 0x767E:
        return 100;
    case 0x5343:
        return 1000;
    case 0x4E07:
        return 10000;
    case 0x4EBF:
        return 100000000;
    default:
        return 0;
    }
}

size_t zt_han_end(zt_str text, size_t at)
{
    size_t next;
    for (;;) {
        uint32_t c = peek(text, at, &next);
        if (han_digit(c) < 0 && han_power(c) == 0)
            return at;
        at = next;
    }
}

/* Digits alone: 二〇二一. */
static bool positional(zt_str text, long long *out)
{
    long long value = 0;
    size_t count = 0;
    for (size_t at = 0; at < text.len; count++) {
        int digit = han_digit(zt_utf8_next(text, &at));
        if (digit < 0 || count == 18)
            return false;
        value = value * 10 + digit;
    }
    *out = value;
    return count > 0;
}

/* The state of a spelled number: 一百零五 is read digit, power, digit … */
typedef struct spelled {
    long long done, section; /* closed by 亿 and 万; below that */
    int digit;               /* waiting for its power; -1 if none */
    long long last_power;    /* powers must fall within a section */
} spelled;

static bool take_power(spelled *s, long long power)
{
    if (power >= 10000) {
        long long part = s->section + (s->digit > 0 ? s->digit : 0);
        if (part + s->done == 0 || s->done + part > 1000000000LL)
            return false;
        s->done = power == 100000000 ? (s->done + part) * power : s->done + part * power;
        *s = (spelled){.done = s->done, .digit = -1};
        return true;
    }
    if (s->last_power && power >= s->last_power)
        return false;
    if (s->digit < 0 && !(power == 10 && s->section == 0))
        return false; /* only 十 may stand without a digit before it */
    s->section += (s->digit < 0 ? 1 : s->digit) * power;
    s->last_power = power;
    s->digit = -1;
    return true;
}

bool zt_han_number(zt_str text, long long *out)
{
    if (positional(text, out))
        return true;
    spelled s = {.digit = -1};
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        int digit = han_digit(c);
        long long power = han_power(c);
        if (digit < 0 && power == 0)
            return false;
        if (power ? !take_power(&s, power) : s.digit > 0)
            return false;
        if (!power)
            s.digit = digit > 0 ? digit : s.digit;
    }
    *out = s.done + s.section + (s.digit > 0 ? s.digit : 0);
    return text.len > 0;
}

/* 点五六 behind a spelled number: its digits one by one. */
static size_t take_places(zt_str text, size_t at, zt_num *num)
{
    enum { MOST = 6 };
    static const char point[] = "点";
    size_t end = at, next;
    zt_num whole = *num;
    if (!zt_str_starts(zt_str_slice(text, at, text.len), point))
        return at;
    for (size_t i = at + sizeof point - 1; han_digit(peek(text, i, &next)) >= 0; i = next) {
        if (num->decimals == MOST || !zt_num_round(num, num->decimals + 1, ZT_ROUND_HALF_UP)) {
            *num = whole;
            return at;
        }
        num->scaled += han_digit(peek(text, i, &next));
        end = next;
    }
    return end;
}

size_t zt_han_decimal(zt_str text, size_t at, zt_num *out)
{
    size_t end = zt_han_end(text, at);
    long long value;
    if (end == at || !zt_han_number(zt_str_slice(text, at, end), &value))
        return at;
    *out = (zt_num){value, 0, ZT_NUM_GIVEN};
    return take_places(text, end, out);
}
