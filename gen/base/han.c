/* Han numerals: numbering puts digits side by side (二〇二二), counting names the powers of ten
   (二千零二十二). The reader of both is in the model, han_number.c. */
#include "base/han.h"

#include <stdio.h>

#include "base/arena.h"

static const char *const digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
static const char zero[] = "零";

void zt_han_print_digits(zt_buf *buf, uint64_t n)
{
    char text[24];
    int len = snprintf(text, sizeof text, "%llu", (unsigned long long)n);
    for (int i = 0; i < len; i++)
        zt_buf_puts(buf, digits[text[i] - '0']);
}

/* 1 to 9999. One 零 for any row of zeros inside, none for those at the end. */
static void print_section(zt_buf *buf, unsigned n, bool leads)
{
    static const char *const powers[] = {"千", "百", "十", ""};
    bool begun = false, gap = false;
    unsigned power = 1000;
    for (int i = 0; i < 4; i++, power /= 10) {
        unsigned digit = n / power % 10;
        if (digit == 0) {
            gap = begun;
            continue;
        }
        if (gap)
            zt_buf_puts(buf, zero);
        /* 十二, but 一百一十二. */
        if (!(power == 10 && digit == 1 && !begun && leads))
            zt_buf_puts(buf, digits[digit]);
        zt_buf_puts(buf, powers[i]);
        begun = true;
        gap = false;
    }
}

/* Parts below 亿: 万 and the rest. `leads`: nothing stands before. */
static void print_below_yi(zt_buf *buf, unsigned n, bool leads)
{
    unsigned wan = n / 10000, rest = n % 10000;
    if (!leads && n > 0 && n < 10000000)
        zt_buf_puts(buf, zero);
    if (wan > 0) {
        print_section(buf, wan, leads);
        zt_buf_puts(buf, "万");
        if (rest > 0 && rest < 1000)
            zt_buf_puts(buf, zero);
    }
    if (rest > 0)
        print_section(buf, rest, leads && wan == 0);
}

/* 亿 by recursion: 一亿二千万亿 is never needed, but any 64-bit number prints. */
void zt_han_print_count(zt_buf *buf, uint64_t n)
{
    const uint64_t yi = 100000000;
    if (n == 0) {
        zt_buf_puts(buf, zero);
        return;
    }
    if (n >= yi) {
        zt_han_print_count(buf, n / yi);
        zt_buf_puts(buf, "亿");
    }
    print_below_yi(buf, (unsigned)(n % yi), n < yi);
}

/* Decimals are read digit by digit with 零 (三点零五), unlike a year's digits. */
void zt_han_print_num(zt_buf *buf, zt_num num)
{
    zt_assert(num.state == ZT_NUM_GIVEN);
    uint64_t magnitude = num.scaled < 0 ? 0 - (uint64_t)num.scaled : (uint64_t)num.scaled;
    uint64_t power = 1;
    for (int i = 0; i < num.decimals; i++)
        power *= 10;
    if (num.scaled < 0)
        zt_buf_puts(buf, "负");
    zt_han_print_count(buf, magnitude / power);
    if (num.decimals > 0)
        zt_buf_puts(buf, "点");
    for (power /= 10; power > 0 && num.decimals > 0; power /= 10) {
        unsigned digit = (unsigned)(magnitude / power % 10);
        zt_buf_puts(buf, digit ? digits[digit] : zero);
    }
}
