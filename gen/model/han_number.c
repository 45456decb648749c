/* Numbers as written in Han numerals: 二〇二二, 一百零五, 三点五; pairs of neighbours that leave a
   number open, 七八 and 三四十 (GB/T 15835-2011, 4.2.2); and the spoken 三万五, which can be 35000
   and 30005 and is reported with both readings. */
#include "model/quantity_imp.h"

#include "base/utf8.h"

/* The character at byte `at` and where the next begins; 0 at the end. */
static uint32_t peek(zt_str text, size_t at, size_t *next)
{
    *next = at;
    return at < text.len ? zt_utf8_next(text, next) : 0;
}

/* 0 to 9, or -1. The second row is written on cheques. */
static int han_digit(uint32_t c)
{
    static const uint32_t digits[2][10] = {
        {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D},
        {0x96F6, 0x58F9, 0x8D30, 0x53C1, 0x8086, 0x4F0D, 0x9646, 0x67D2, 0x634C, 0x7396}};
    if (c == 0x4E24) /* 两 */
        return 2;
    for (int i = 0; i < 10; i++)
        if (digits[0][i] == c || digits[1][i] == c)
            return i;
    return -1;
}

/* 10, 100, 1000 of 十 百 千; 10^4 and 10^8 of 万 亿; 0 otherwise. */
static long long han_power(uint32_t c)
{
    switch (c) {
    case 0x5341:
    case 0x62FE:
        return 10;
    case 0x767E:
    case 0x4F70:
        return 100;
    case 0x5343:
    case 0x4EDF:
        return 1000;
    case 0x4E07:
        return 10000;
    case 0x4EBF:
        return 100000000;
    default:
        return 0;
    }
}

/* 20 and 30 of 廿 卅; 0 otherwise. */
static int han_tens(uint32_t c)
{
    return c == 0x5EFF ? 20 : c == 0x5345 ? 30 : 0;
}

/* No number is as long as LONGEST; a text of nothing but numerals is asked about at each of them.
 */
size_t zt_han_end(zt_str text, size_t at)
{
    enum { LONGEST = 64 };
    size_t next;
    for (int i = 0; i < LONGEST; i++) {
        uint32_t c = peek(text, at, &next);
        if (han_digit(c) < 0 && han_power(c) == 0 && han_tens(c) == 0)
            break;
        at = next;
    }
    return at;
}

/* ---- digits side by side ---- */

/* 二〇二二, 一二〇. Two and three digits without a nought are no number: 七八 is a pair, 三五 too.
 */
static size_t read_positional(zt_str text, size_t at, zt_han *out)
{
    enum { MOST = 18, LEAST = 4 };
    long long value = 0;
    size_t next, count = 0;
    bool nought = false;
    for (int digit; (digit = han_digit(peek(text, at, &next))) >= 0; at = next, count++) {
        if (count == MOST)
            return 0;
        value = value * 10 + digit;
        nought |= digit == 0;
    }
    if (han_power(peek(text, at, &next)) > 0 || count < 2 || (count < LEAST && !nought))
        return 0;
    *out = (zt_han){.low = value, .high = value};
    return at;
}

/* ---- numbers in Han numerals ---- */

/* A number while it is read, section by section (a section lies below 万). */
typedef struct spelled {
    zt_str text;
    size_t at;
    /* Of the section that is being read. */
    long long low, high;
    long long last; /* its lowest power so far */
    /* 三四: nothing may follow below it. */
    bool pair;
    /* A bare digit right behind a power, 一百五. */
    bool spoken;
    /* How much the other reading is above this one. */
    long long spoken_by;
    /* 零 stands before what is read next. */
    bool gap;
} spelled;

/* Two digits that stand for “one or the other”: neighbours, and 三五. */
static bool is_pair(int a, int b)
{
    return a > 0 && b > 0 && (b == a + 1 || (a == 3 && b == 5));
}

/* A digit, or two neighbours; false if there is none. */
static bool take_digit(spelled *s, int *low, int *high)
{
    size_t next, behind;
    uint32_t c = peek(s->text, s->at, &next), d = peek(s->text, next, &behind);
    *low = *high = han_digit(c);
    if (*low <= 0)
        return false;
    s->at = next;
    if (is_pair(*low, han_digit(d))) {
        *high = han_digit(d);
        s->at = behind;
    } else if (*low == 3 && d == 0x4E24 && behind < s->text.len) { /* 三两天, but 三两 of gold */
        *low = 2;
        *high = 3;
        s->at = behind;
    }
    s->pair |= *low != *high;
    return true;
}

/* 千, 百 or 十 below the last power; 1 if none stands there. */
static long long take_small_power(spelled *s)
{
    size_t next;
    long long power = han_power(peek(s->text, s->at, &next));
    if (power == 0 || power >= s->last || power >= 10000)
        return 1;
    s->at = next;
    return power;
}

/* 十五 begins without a digit. */
static bool take_bare_ten(spelled *s, int *low, int *high)
{
    size_t next;
    if (han_power(peek(s->text, s->at, &next)) != 10 || s->last <= 10)
        return false;
    *low = *high = 1;
    return true;
}

/* 零 inside a number: a digit follows that has no power. */
static void take_gap(spelled *s)
{
    size_t next;
    int digit = han_digit(peek(s->text, s->at, &next));
    int after = han_digit(peek(s->text, next, &next));
    s->gap = digit == 0 && after > 0;
    if (s->gap)
        peek(s->text, s->at, &s->at);
}

/* One digit with its power; false at the end of the section. `above`: the power of the section
   before it, 0 at the head of the number. */
static bool take_place(spelled *s, long long above)
{
    int low, high, tens;
    size_t next, from = s->at;
    bool began = s->last < 10000;
    take_gap(s);
    if ((tens = han_tens(peek(s->text, s->at, &next))) > 0 && s->last > 10) {
        s->at = next;
        s->low += tens;
        s->high += tens;
        s->last = 10;
        return true;
    }
    if (s->pair || (!take_bare_ten(s, &low, &high) && !take_digit(s, &low, &high))) {
        s->at = from;
        return false;
    }
    long long power = take_small_power(s);
    long long over = began ? s->last : above;
    if (power == 1 && !s->gap && over > 10) {
        s->spoken = true;
        s->spoken_by = low * (over / 10 - 1);
    }
    s->low += low * power;
    s->high += high * power;
    s->last = power;
    return power > 1;
}

/* Below 万; false when no section stands there. */
static bool take_section(spelled *s, long long above)
{
    size_t from = s->at;
    s->low = s->high = 0;
    s->last = 10000;
    while (!s->spoken && take_place(s, above))
        ;
    return s->at > from;
}

/* 万 or 亿 behind a section. */
static bool take_great_power(spelled *s, long long power)
{
    size_t next;
    if (han_power(peek(s->text, s->at, &next)) != power)
        return false;
    s->at = next;
    return true;
}

/* [section 万] [section] below `above`; low and high are set. */
static bool take_below_yi(spelled *s, long long above)
{
    const long long wan = 10000;
    if (!take_section(s, above))
        return false;
    if (!take_great_power(s, wan))
        return true;
    if (s->spoken) /* 一百五万 */
        return false;
    long long low = s->low * wan, high = s->high * wan;
    bool pair = s->pair;
    bool more = !pair && take_section(s, wan);
    s->low = low + (more ? s->low : 0);
    s->high = high + (more ? s->high : 0);
    return true;
}

/* A number with its powers, 三亿二千万; the byte behind it, or 0. */
static size_t read_spelled(zt_str text, size_t at, zt_han *out)
{
    const long long yi = 100000000;
    spelled s = {.text = text, .at = at};
    if (!take_below_yi(&s, 0))
        return 0;
    if (!s.spoken && take_great_power(&s, yi)) {
        long long low = s.low * yi, high = s.high * yi;
        bool more = !s.pair && take_below_yi(&s, yi);
        s.low = low + (more ? s.low : 0);
        s.high = high + (more ? s.high : 0);
    }
    *out = (zt_han){s.low, s.high, s.spoken, s.low + s.spoken_by};
    return s.at;
}

/* A number in Han numerals from byte `at`; the byte behind it, or `at`. A nought alone is read as
   0. */
size_t zt_han_read(zt_str text, size_t at, zt_han *out)
{
    size_t next, end = read_positional(text, at, out);
    if (end > 0 || (end = read_spelled(text, at, out)) > 0)
        return end;
    if (han_digit(peek(text, at, &next)) != 0)
        return at;
    *out = (zt_han){0};
    return next;
}

/* Whether the whole text is one number that can be read in one way only. */
bool zt_han_number(zt_str text, long long *out)
{
    zt_han han;
    size_t end = zt_han_read(text, 0, &han);
    *out = han.low;
    return text.len > 0 && end == text.len && han.low == han.high && !han.spoken;
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

/* A number that may go on behind 点; the byte behind it, or `at`. */
size_t zt_han_decimal(zt_str text, size_t at, zt_han *han, zt_num *out)
{
    size_t end = zt_han_read(text, at, han);
    if (end == at)
        return at;
    *out = (zt_num){han->low, 0, ZT_NUM_GIVEN};
    if (han->low == han->high && !han->spoken)
        end = take_places(text, end, out);
    /* 零件, 零星: a nought alone is the beginning of a word. */
    return out->scaled == 0 && out->decimals == 0 ? at : end;
}
