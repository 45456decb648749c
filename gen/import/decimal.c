/* Decimals as a spreadsheet stores them: more digits than a zt_num takes, and an exponent. */
#include <string.h>

#include "import/numfmt.h"

/* Of ten, of either sign: no figure of a page is larger. */
enum { MOST_POWER = 40 };

/* The exponent, added to the point. */
static bool read_power(zt_str text, zt_decimal *d)
{
    zt_num power;
    if (!zt_num_parse(text, &power) || power.decimals || power.scaled > MOST_POWER ||
        power.scaled < -MOST_POWER)
        return false;
    d->point += (int)power.scaled;
    return true;
}

/* Digits beyond the room are dropped, for no cell stores as many. */
bool zt_decimal_read(zt_str text, zt_decimal *d)
{
    *d = (zt_decimal){.minus = zt_str_starts(text, "-")};
    bool point = false, any = false;
    size_t at = d->minus || zt_str_starts(text, "+");
    for (; at < text.len; at++) {
        char c = text.data[at];
        bool digit = c >= '0' && c <= '9';
        if (!digit && (c != '.' || point))
            break;
        any |= digit;
        point |= c == '.';
        if (!digit)
            continue;
        if (d->count || c != '0') {
            if (d->count < (int)sizeof d->digits)
                d->digits[d->count++] = c;
            d->point += !point;
        } else {
            d->point -= point;
        }
    }
    if (!any)
        return false;
    if (at == text.len)
        return true;
    return (text.data[at] == 'E' || text.data[at] == 'e') &&
           read_power(zt_str_slice(text, at + 1, text.len), d);
}

/* At the end; nought has no digits. */
static void cut_zeros(zt_decimal *d)
{
    while (d->count && d->digits[d->count - 1] == '0')
        d->count--;
    if (d->count == 0)
        d->point = 0;
}

/* Half goes away from nought, as spreadsheets round for display. */
void zt_decimal_keep(zt_decimal *d, int keep)
{
    if (keep < 0)
        d->count = 0;
    if (d->count > keep && keep >= 0) {
        bool up = d->digits[keep] >= '5';
        d->count = keep;
        int i = keep - 1;
        while (up && i >= 0 && d->digits[i] == '9')
            d->digits[i--] = '0';
        if (up && i >= 0) {
            d->digits[i]++;
        } else if (up) {
            d->digits[0] = '1'; /* 9.99 becomes 10: the nines behind it are zeros by now */
            d->count = 1;
            d->point++;
        }
    }
    cut_zeros(d);
}

void zt_decimal_round(zt_decimal *d, int decimals)
{
    zt_decimal_keep(d, d->point + decimals);
}

char zt_decimal_digit(const zt_decimal *d, int place)
{
    int at = d->point - 1 - place;
    return at >= 0 && at < d->count ? d->digits[at] : '0';
}

/* Through zt_decimal_digit, which gives zeros on both sides. */
void zt_decimal_print(zt_buf *out, const zt_decimal *d)
{
    int whole = d->point > 0 && d->count ? d->point : 1;
    for (int place = whole - 1; place >= 0; place--)
        zt_buf_putc(out, zt_decimal_digit(d, place));
    if (d->count <= d->point || d->count == 0)
        return;
    zt_buf_putc(out, '.');
    for (int place = -1; place >= d->point - d->count; place--)
        zt_buf_putc(out, zt_decimal_digit(d, place));
}

/* The power of ten is made by multiplying, without the mathematics library, so that the result
   is the same on every machine. */
double zt_decimal_double(const zt_decimal *d)
{
    double value = 0, unit = 1;
    for (int i = 0; i < d->count; i++)
        value = value * 10 + (d->digits[i] - '0');
    int power = d->point - d->count;
    for (int i = power < 0 ? -power : power; i > 0; i--)
        unit *= 10;
    value = power < 0 ? value / unit : value * unit;
    return d->minus ? -value : value;
}
