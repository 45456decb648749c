/* gen/text/bonds.c — what an editor would not part: a number and its unit (R34), a date (R35), a
   range (R36), short quoted terms and names (R37). Such a break is taken only when no other fits.
 */
#include "base/unit.h"
#include "text/para_imp.h"

/* On the breaker's scale a line stretched by 0.25 em a gap, the worst still bearable, costs about
   700 (R43): these lie above it. A whole date may part after its year sooner than elsewhere. */
#define BOND_UNIT 2000.0f
#define BOND_DATE 2000.0f
#define BOND_YEAR 900.0f
#define BOND_RANGE 1500.0f
#define BOND_WORD 1200.0f
#define BOND_ABOUT 150.0f /* 约 近 共 …: rather parted than a line stretched by 0.2 em a gap */
#define BOND_TERM 1500.0f
#define BOND_HAN_NUMBER 250.0f /* 三百余家: no figure, so the eye does not need it whole */
#define AVOID_ELLIPSIS 30.0f   /* at a line's start: allowed, not liked (house style, no rule) */

/* Makes an allowed break soft and dearer; what a rule forbids or an editor asked for stays. */
static void bind_at(zt_para_imp *imp, size_t i, float penalty)
{
    zt_char *c = &imp->chars[i];
    if (c->brk != ZT_BRK_MAY || c->preferred)
        return;
    c->brk = ZT_BRK_SOFT;
    if (c->penalty < penalty)
        c->penalty = penalty;
}

/* The gaps before each of first .. end - 1, but not before `first` itself. */
static void bind_within(zt_para_imp *imp, zt_char_span part, float penalty)
{
    for (size_t i = part.first + 1; i < part.end; i++)
        bind_at(imp, i, penalty);
}

/* The joined text from that character on. */
static zt_str text_from(const zt_para_imp *imp, size_t i)
{
    return zt_str_slice(imp->text, i < imp->count ? imp->chars[i].offset : imp->text.len,
                        imp->text.len);
}

/* The index of the character `bytes` further on. */
static size_t skip_bytes(const zt_para_imp *imp, size_t i, size_t bytes)
{
    size_t stop = i < imp->count ? imp->chars[i].offset + bytes : 0;
    while (i < imp->count && imp->chars[i].offset < stop)
        i++;
    return i;
}

/* Digits with the signs that stand before and behind them. */
static bool is_numeric(const zt_char *c)
{
    return c->figure || c->cls == ZT_C_SUFF || c->cls == ZT_C_PREF;
}

/* Behind the number that begins at `i`, its combining marks included; `i` when none does. */
static size_t number_end(const zt_para_imp *imp, size_t i)
{
    if (i >= imp->count || !is_numeric(&imp->chars[i]))
        return i; /* a mark upon a Han is no number */
    while (i < imp->count && (is_numeric(&imp->chars[i]) || imp->chars[i].tail))
        i++;
    return i;
}

/* What makes the number before it part of a date or a time. */
static bool is_date_word(uint32_t cp)
{
    return cp == 0x5E74 || cp == 0x6708 || cp == 0x65E5 || cp == 0x65F6 || cp == 0x5206 ||
           cp == 0x53F7 || cp == 0x79D2; /* 年 月 日 时 分 号 秒 */
}

/* 〇 一 … 九 十 百 零 元 (for 元年) */
static bool is_han_digit(uint32_t cp)
{
    static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D,
                                      0x4E03, 0x516B, 0x4E5D, 0x5341, 0x96F6, 0x5EFF};
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if (digits[i] == cp)
            return true;
    return false;
}

/* A longer run of numerals is no number; without a bound each of its characters would look through
   all that follow. */
enum { HAN_NUMBER_LONGEST = 24 };

/* A number in Han digits that a date word follows: 二〇二二年六月. */
static size_t han_date_end(const zt_para_imp *imp, size_t i)
{
    size_t end = i;
    while (end < imp->count && end - i <= HAN_NUMBER_LONGEST && is_han_digit(imp->chars[end].cp))
        end++;
    bool dated = end > i && end < imp->count && is_date_word(imp->chars[end].cp) &&
                 imp->chars[end].cp != 0x5206; /* 十分 is an adverb */
    return dated ? end : i;
}

/* 年初 月末 年底 5月份 11月下旬: a date and its part are one word. Returns where that ends. */
static size_t date_part_end(const zt_para_imp *imp, size_t i)
{
    uint32_t cp = i < imp->count ? imp->chars[i].cp : 0;
    uint32_t next = i + 1 < imp->count ? imp->chars[i + 1].cp : 0;
    if (cp == 0x521D || cp == 0x672B || cp == 0x5E95 || cp == 0x4EFD)
        return i + 1;
    bool third = next == 0x65EC && (cp == 0x4E0A || cp == 0x4E2D || cp == 0x4E0B); /* 旬 */
    return third ? i + 2 : i;
}

/* 余 多 … and the scale and unit words: the end of what belongs to the number that ends at i. */
static size_t unit_end(const zt_para_imp *imp, size_t i)
{
    size_t at = skip_bytes(imp, i, zt_unit_end(text_from(imp, i), imp->style.units));
    bool sign = at < imp->count && zt_is_unit_sign(imp->chars[at].cp); /* one the table lacks */
    return sign ? at + 1 : at;
}

/* The words 约 近 第 … before a number: where they begin, or i. */
static size_t before_word(const zt_para_imp *imp, size_t i)
{
    enum { LONGEST = 2 };
    for (size_t n = LONGEST; n >= 1; n--) {
        if (i < n)
            continue;
        size_t bytes = zt_before_prefix(text_from(imp, i - n));
        if (bytes && skip_bytes(imp, i - n, bytes) == i)
            return i - n;
    }
    return i;
}

/* 第 前 每 make one word with their number; 约 近 超过 only stand before it. */
static void bind_before(zt_para_imp *imp, size_t head, size_t number)
{
    if (head == number)
        return;
    uint32_t cp = imp->chars[head].cp;
    bool one_word = cp == 0x7B2C || cp == 0x524D || cp == 0x6BCF;
    bind_within(imp, (zt_char_span){head, number}, BOND_WORD);
    bind_at(imp, number, one_word ? BOND_WORD : BOND_ABOUT);
}

/* R34: returns where the bound phrase ends. */
static size_t bind_quantity(zt_para_imp *imp, zt_char_span number)
{
    size_t end = unit_end(imp, number.end), head = before_word(imp, number.first);
    bind_within(imp, (zt_char_span){number.first, end}, BOND_UNIT);
    bind_before(imp, head, number.first);
    size_t after = skip_bytes(imp, end, zt_after_prefix(text_from(imp, end)));
    if (after > end)
        bind_within(imp, (zt_char_span){end - 1, after}, BOND_WORD);
    return after;
}

/* R35: number 年 number 月 number 日, in Arabic or Han digits; returns where it ends. */
static size_t bind_date(zt_para_imp *imp, zt_char_span number)
{
    size_t end = number.end;
    for (;;) {
        uint32_t word = end < imp->count ? imp->chars[end].cp : 0;
        if (!is_date_word(word))
            return end;
        bind_within(imp, (zt_char_span){number.first, end + 1}, BOND_DATE);
        size_t next = end + 1, stop = number_end(imp, next);
        size_t part = date_part_end(imp, next);
        if (part > next) {
            bind_within(imp, (zt_char_span){end, part}, BOND_WORD);
            return part;
        }
        if (stop == next)
            stop = han_date_end(imp, next);
        if (stop == next || stop >= imp->count || !is_date_word(imp->chars[stop].cp))
            return next;
        bind_at(imp, next, word == 0x5E74 ? BOND_YEAR : BOND_DATE);
        number = (zt_char_span){next, stop};
        end = stop;
    }
}

/* 两 几 半 百 千 万 亿, besides the digits: numbers that are words. */
static bool is_han_number(uint32_t cp)
{
    return is_han_digit(cp) || cp == 0x4E24 || cp == 0x51E0 || cp == 0x534A || cp == 0x767E ||
           cp == 0x5343 || cp == 0x4E07 || cp == 0x4EBF;
}

/* R34 for numbers in Han digits: 三百余家, 五个百分点, 第一批; returns where it ends, or i. */
static size_t bind_han_quantity(zt_para_imp *imp, size_t i)
{
    size_t end = i;
    while (end < imp->count && end - i <= HAN_NUMBER_LONGEST && is_han_number(imp->chars[end].cp))
        end++;
    if (end == i)
        return i;
    size_t stop = unit_end(imp, end);
    bool adverb = stop == end + 1 && imp->chars[end].cp == 0x5206; /* 十分 */
    if (adverb || stop == end)
        return i;
    bind_within(imp, (zt_char_span){i, stop}, BOND_HAN_NUMBER);
    if (i > 0 && imp->chars[i - 1].cp == 0x7B2C) /* 第 */
        bind_at(imp, i, BOND_HAN_NUMBER);
    return stop;
}

/* Each number once, with the words around it: as a date when a date word follows, else as a
   quantity. */
static void bind_numbers(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count;) {
        size_t end = number_end(imp, i);
        if (end == i)
            end = han_date_end(imp, i);
        if (end == i) {
            size_t counted = bind_han_quantity(imp, i);
            i = counted > i ? counted : i + 1;
            continue;
        }
        zt_char_span number = {i, end};
        bool dated = end < imp->count && is_date_word(imp->chars[end].cp);
        size_t stop = dated ? bind_date(imp, number) : bind_quantity(imp, number);
        if (dated)
            bind_before(imp, before_word(imp, i), i);
        i = stop > end ? stop : end;
    }
}

/* 歼-20, 长征-5: a code that begins in Han (R33); before a minus the same does no harm. */
static void bind_codes(zt_para_imp *imp)
{
    for (size_t i = 1; i < imp->count; i++)
        if (imp->chars[i].cp == '-' && imp->chars[i].cls == ZT_C_PREF &&
            imp->chars[i - 1].cls == ZT_C_HAN)
            bind_at(imp, i, BOND_TERM);
}

/* R36: after the connector of a range; and after an interpunct, which parts a name (R37). */
static void bind_connectors(zt_para_imp *imp)
{
    for (size_t i = 0; i + 1 < imp->count; i++) {
        size_t next = zt_chars_after(imp, i);
        if (next == SIZE_MAX)
            continue;
        if (imp->chars[i].cls == ZT_C_CONN)
            bind_at(imp, next, BOND_RANGE);
        else if (imp->chars[i].cls == ZT_C_DOT)
            bind_at(imp, next, BOND_TERM);
    }
}

enum { SHORT_TERM = 4, SHORT_ASIDE = 2 }; /* R37: characters between the marks */

/* （ 〔 ［: an aside, or the number of a note. */
static bool opens_aside(uint32_t cp)
{
    return cp == 0xFF08 || cp == 0x3014 || cp == 0xFF3B;
}

/* R37: short quoted terms, and short notes in brackets, with the word they explain. */
static void bind_term(zt_para_imp *imp, size_t open)
{
    size_t end = open + 1, inside = 0;
    while (end < imp->count && imp->chars[end].cls != ZT_C_CLOSE) {
        zt_class cls = (zt_class)imp->chars[end].cls;
        if (cls == ZT_C_LINE || cls == ZT_C_OPEN || ++inside > SHORT_TERM)
            return;
        end++;
    }
    if (end >= imp->count)
        return;
    bind_within(imp, (zt_char_span){open, end + 1}, BOND_TERM);
    /* 省（市）: a short aside belongs to the word before it. */
    if (opens_aside(imp->chars[open].cp) && inside <= SHORT_ASIDE)
        bind_at(imp, open, BOND_TERM);
}

/* Bonds never join a break that is already dearer to one that is cheaper: bind_at keeps the
   greater price. */
void zt_chars_bind(zt_para_imp *imp)
{
    bind_numbers(imp);
    bind_codes(imp);
    bind_connectors(imp);
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        if (c->cls == ZT_C_OPEN)
            bind_term(imp, i);
        if (c->cls == ZT_C_ELL && c->brk == ZT_BRK_MAY)
            c->penalty = AVOID_ELLIPSIS;
    }
}
