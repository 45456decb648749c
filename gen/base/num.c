/* gen/base/num.c — exact decimals on a scaled 64-bit integer. A number keeps the decimals that it
   was written with, and no step of it goes through a double. */
#include "base/num.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/utf8.h"

/* What fits into 64 bits with its sign and can still be scaled by zt_num_scale checks. */
enum { MAX_DIGITS = 18, MAX_DECIMALS = 12 };

/* ASCII and full-width digits; -1 for all else. */
static int digit_of(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return (int)(c - '0');
    if (c >= 0xFF10 && c <= 0xFF19)
        return (int)(c - 0xFF10);
    return -1;
}

/* ASCII, U+2212 and full-width signs; true for a minus. `*at` moves behind it. */
static bool read_sign(zt_str text, size_t *at)
{
    size_t next = *at;
    uint32_t c = zt_utf8_next(text, &next);
    bool minus = c == '-' || c == 0x2212 || c == 0xFF0D;
    if (minus || c == '+' || c == 0xFF0B)
        *at = next;
    return minus;
}

/* One pass with the count of digits since the last comma (-1: none yet), so that 1,23 and 1234,567
   are no numbers. */
bool zt_num_parse(zt_str text, zt_num *out)
{
    size_t at = 0;
    if (text.len == 0)
        return false;
    bool minus = read_sign(text, &at);
    int64_t scaled = 0;
    int digits = 0, decimals = 0, since_comma = -1;
    bool point = false;
    while (at < text.len) {
        uint32_t c = zt_utf8_next(text, &at);
        int d = digit_of(c);
        if (d >= 0) {
            if (++digits > MAX_DIGITS || (point && ++decimals > MAX_DECIMALS))
                return false;
            scaled = scaled * 10 + d;
            if (!point && since_comma >= 0)
                since_comma++;
        } else if ((c == '.' || c == 0xFF0E) && !point && digits > 0) {
            if (since_comma >= 0 && since_comma != 3)
                return false;
            point = true;
        } else if ((c == ',' || c == 0xFF0C) && !point && digits > 0) {
            if ((since_comma < 0 && digits > 3) || (since_comma >= 0 && since_comma != 3))
                return false;
            since_comma = 0;
        } else {
            return false;
        }
    }
    if (digits == 0 || (point && decimals == 0) || (!point && since_comma >= 0 && since_comma != 3))
        return false;
    *out = (zt_num){minus ? -scaled : scaled, decimals, ZT_NUM_GIVEN};
    return true;
}

/* The character at `at`, 0 at the end; *next is behind it. */
static uint32_t peek(zt_str text, size_t at, size_t *next)
{
    *next = at;
    return at < text.len ? zt_utf8_next(text, next) : 0;
}

/* Behind the digits at `at`; their count goes to *count. */
static size_t past_digits(zt_str text, size_t at, size_t *count)
{
    size_t next;
    *count = 0;
    while (digit_of(peek(text, at, &next)) >= 0) {
        at = next;
        ++*count;
    }
    return at;
}

/* Behind ",123" groups; a comma that no three digits follow belongs to the sentence. */
static size_t past_groups(zt_str text, size_t at)
{
    for (;;) {
        size_t next, count;
        uint32_t c = peek(text, at, &next);
        if (c != ',' && c != 0xFF0C)
            return at;
        size_t end = past_digits(text, next, &count);
        if (count != 3)
            return at;
        at = end;
    }
}

/* The same signs as read_sign. */
static bool is_sign(uint32_t c)
{
    return c == '+' || c == '-' || c == 0x2212 || c == 0xFF0B || c == 0xFF0D;
}

size_t zt_number_end(zt_str text, size_t at)
{
    size_t first = at, next, count;
    if (is_sign(peek(text, at, &next)))
        at = next;
    size_t end = past_digits(text, at, &count);
    if (count == 0)
        return first;
    if (count <= 3)
        end = past_groups(text, end);
    uint32_t point = peek(text, end, &next);
    if (point != '.' && point != 0xFF0E)
        return end;
    size_t places_end = past_digits(text, next, &count);
    return count ? places_end : end;
}

/* Upwards decimals are used up first, so that 46.3 by 10^4 is 463000 and not 463000.0. Downwards
   they grow, which loses nothing. */
bool zt_num_scale(zt_num *num, int power)
{
    while (power > 0 && num->decimals > 0) {
        num->decimals--;
        power--;
    }
    for (; power > 0; power--) {
        if (num->scaled > INT64_MAX / 10 || num->scaled < INT64_MIN / 10)
            return false;
        num->scaled *= 10;
    }
    for (; power < 0; power++)
        if (++num->decimals > MAX_DECIMALS)
            return false;
    return true;
}

/* Brings both to the same decimals; false on overflow. */
static bool align(zt_num *a, zt_num *b)
{
    while (a->decimals != b->decimals) {
        zt_num *less = a->decimals < b->decimals ? a : b;
        if (less->scaled > INT64_MAX / 10 || less->scaled < INT64_MIN / 10)
            return false;
        less->scaled *= 10;
        less->decimals++;
    }
    return true;
}

/* Two numbers so far apart that they have no common decimals are compared as doubles, which is
   exact enough for them. */
int zt_num_compare(zt_num a, zt_num b)
{
    if (!align(&a, &b)) {
        double x = zt_num_double(a), y = zt_num_double(b);
        return (x > y) - (x < y);
    }
    return (a.scaled > b.scaled) - (a.scaled < b.scaled);
}

bool zt_num_add(zt_num a, zt_num b, zt_num *sum)
{
    if (!align(&a, &b))
        return false;
    if ((b.scaled > 0 && a.scaled > INT64_MAX - b.scaled) ||
        (b.scaled < 0 && a.scaled < INT64_MIN - b.scaled))
        return false;
    *sum = (zt_num){a.scaled + b.scaled, a.decimals, ZT_NUM_GIVEN};
    return true;
}

/* By the digits that are cut, on integers: no result depends on binary fractions. */
bool zt_num_round(zt_num *num, int decimals, zt_rounding rounding)
{
    zt_assert(decimals >= 0 && decimals <= MAX_DECIMALS);
    for (; num->decimals < decimals; num->decimals++) {
        if (num->scaled > INT64_MAX / 10 || num->scaled < INT64_MIN / 10)
            return false;
        num->scaled *= 10;
    }
    if (num->decimals == decimals)
        return true;
    int64_t power = 1;
    for (; num->decimals > decimals; num->decimals--)
        power *= 10;
    int64_t kept = num->scaled / power, cut = num->scaled % power;
    cut = cut < 0 ? -cut : cut;
    bool half = cut * 2 == power;
    bool away = half ? rounding == ZT_ROUND_HALF_UP || kept % 2 != 0 : cut * 2 > power;
    if (away)
        kept += num->scaled < 0 ? -1 : 1;
    num->scaled = kept;
    return true;
}

void zt_num_trim(zt_num *num)
{
    for (; num->decimals > 0 && num->scaled % 10 == 0; num->decimals--)
        num->scaled /= 10;
}

/* U+2009 is a quarter em in the text engine (R112). */
static void put_separator(zt_buf *buf, zt_grouping grouping)
{
    if (grouping == ZT_GROUP_COMMA)
        zt_buf_putc(buf, ',');
    else
        zt_buf_utf8(buf, 0x2009);
}

void zt_num_print_grouped(zt_buf *buf, zt_num num, zt_grouping grouping)
{
    enum { LONGEST_UNGROUPED = 4 };
    zt_assert(num.state == ZT_NUM_GIVEN);
    char digits[32];
    uint64_t magnitude = num.scaled < 0 ? 0 - (uint64_t)num.scaled : (uint64_t)num.scaled;
    int len =
        snprintf(digits, sizeof digits, "%0*llu", num.decimals + 1, (unsigned long long)magnitude);
    int whole = len - num.decimals;
    if (num.scaled < 0)
        zt_buf_utf8(buf, 0x2212);
    for (int i = 0; i < whole; i++) {
        if (grouping != ZT_GROUP_NONE && whole > LONGEST_UNGROUPED && i > 0 && (whole - i) % 3 == 0)
            put_separator(buf, grouping);
        zt_buf_putc(buf, digits[i]);
    }
    if (num.decimals > 0)
        zt_buf_putc(buf, '.');
    for (int i = 0; i < num.decimals; i++) {
        /* A comma parts whole numbers only. */
        if (grouping == ZT_GROUP_GAP && num.decimals > LONGEST_UNGROUPED && i > 0 && i % 3 == 0)
            put_separator(buf, grouping);
        zt_buf_putc(buf, digits[whole + i]);
    }
}

void zt_num_print(zt_buf *buf, zt_num num, bool group)
{
    zt_num_print_grouped(buf, num, group ? ZT_GROUP_COMMA : ZT_GROUP_NONE);
}

double zt_num_double(zt_num num)
{
    double power = 1;
    for (int i = 0; i < num.decimals; i++)
        power *= 10;
    return (double)num.scaled / power;
}
