/* gen/base/date.c — dates of the proleptic Gregorian calendar (ISO 8601): parsed, compared,
   counted in days, and printed in the styles of GB/T 15835-2011. Days, months, years and intervals
   are one type. */
#include "base/date.h"

#include "base/arena.h"
#include "base/date_imp.h"
#include "base/han.h"

/* `month` from 1 to 12; the leap years of the Gregorian calendar. */
static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* Exactly `count` ASCII digits from byte `at`; false when anything else stands there. */
static bool read_digits(zt_str text, size_t at, size_t count, int *out)
{
    int value = 0;
    if (at + count > text.len)
        return false;
    for (size_t i = 0; i < count; i++) {
        char c = text.data[at + i];
        if (c < '0' || c > '9')
            return false;
        value = value * 10 + (c - '0');
    }
    *out = value;
    return true;
}

/* YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601) of a day that exists; year 0000 does not. */
static bool read_day(zt_str text, zt_day *out)
{
    *out = (zt_day){0};
    if (text.len != 4 && text.len != 7 && text.len != 10)
        return false;
    if (!read_digits(text, 0, 4, &out->year) || out->year == 0)
        return false;
    if (text.len >= 7 && (text.data[4] != '-' || !read_digits(text, 5, 2, &out->month) ||
                          out->month < 1 || out->month > 12))
        return false;
    if (text.len == 10 && (text.data[7] != '-' || !read_digits(text, 8, 2, &out->day) ||
                           out->day < 1 || out->day > days_in_month(out->year, out->month)))
        return false;
    return true;
}

/* A day that may be followed by THH:MM, from 00:00 to 23:59. */
static bool read_moment(zt_str text, zt_day *out)
{
    enum { DATE = 10, WHOLE = 16 };
    int hour, minute;
    if (text.len != WHOLE)
        return read_day(text, out);
    if (!read_day(zt_str_slice(text, 0, DATE), out) || text.data[DATE] != 'T' ||
        text.data[DATE + 3] != ':' || !read_digits(text, DATE + 1, 2, &hour) ||
        !read_digits(text, DATE + 4, 2, &minute) || hour > 23 || minute > 59)
        return false;
    out->minute = 60 * hour + minute + 1;
    return true;
}

int zt_day_compare(zt_day a, zt_day b)
{
    long x = zt_day_number(a), y = zt_day_number(b);
    if (x == y) {
        x = a.minute ? a.minute : 1;
        y = b.minute ? b.minute : 1;
    }
    return (x > y) - (x < y);
}

bool zt_day_is_before(zt_day a, zt_day b)
{
    bool level = zt_day_number(a) == zt_day_number(b) && (a.minute == 0 || b.minute == 0);
    return !level && zt_day_compare(a, b) < 0;
}

/* One or two of what `read` reads, with a slash. */
static bool parse(zt_str text, zt_date *out, bool *reversed, bool (*read)(zt_str, zt_day *))
{
    if (reversed)
        *reversed = false;
    size_t slash = 0;
    while (slash < text.len && text.data[slash] != '/')
        slash++;
    *out = (zt_date){0};
    if (!read(zt_str_slice(text, 0, slash), &out->from))
        return false;
    out->to = out->from;
    if (slash == text.len)
        return true;
    out->range = true;
    if (text.len - slash - 1 != slash || !read(zt_str_slice(text, slash + 1, text.len), &out->to))
        return false;
    int order = zt_day_compare(out->from, out->to);
    if (reversed)
        *reversed = order > 0;
    out->range = order != 0; /* an interval of one day is that day: never 25日—25日 */
    return true;
}

bool zt_date_parse(zt_str text, zt_date *out, bool *reversed)
{
    return parse(text, out, reversed, read_day);
}

bool zt_moment_parse(zt_str text, zt_date *out, bool *reversed)
{
    return parse(text, out, reversed, read_moment);
}

/* Years are numbered, not counted: 二〇二二, never 二千零二十二 (R110). */
static void print_year(zt_buf *buf, int year, bool han)
{
    if (han)
        zt_han_print_digits(buf, (uint64_t)year);
    else
        zt_buf_printf(buf, "%d", year);
}

/* A month or a day with its word; these are counted in Han numerals, 十二月 (R110). */
static void print_part(zt_buf *buf, int n, const char *unit, bool han)
{
    if (han)
        zt_han_print_count(buf, (uint64_t)n);
    else
        zt_buf_printf(buf, "%d", n);
    zt_buf_puts(buf, unit);
}

/* 8时, 8时30分 (GB/T 15835). */
static void print_time(zt_buf *buf, int minute, bool han)
{
    if (minute == 0)
        return;
    print_part(buf, (minute - 1) / 60, "时", han);
    if ((minute - 1) % 60)
        print_part(buf, (minute - 1) % 60, "分", han);
}

/* `from` tells which parts still change against the day before it: 0 year, 1 month, 2 day, 3 hour.
 */
static void print_day(zt_buf *buf, zt_day day, int from, bool han)
{
    if (from <= 0) {
        print_year(buf, day.year, han);
        zt_buf_puts(buf, "年");
    }
    if (from <= 1 && day.month)
        print_part(buf, day.month, "月", han);
    if (from <= 2 && day.day)
        print_part(buf, day.day, "日", han);
    print_time(buf, day.minute, han);
}

/* GB/T 15835 5.1.4: within one month the second day alone, 12月17日—18日; months 1—5月. */
static void print_range(zt_buf *buf, zt_date date, int from, bool han)
{
    bool same_year = date.from.year == date.to.year;
    bool same_month = same_year && date.from.month == date.to.month;
    bool same_day = same_month && date.from.day == date.to.day;
    if (same_year && date.from.month && !date.from.day) {
        if (from <= 0) {
            print_year(buf, date.from.year, han);
            zt_buf_puts(buf, "年");
        }
        print_part(buf, date.from.month, han ? "月" : "", han);
    } else {
        print_day(buf, date.from, from, han);
    }
    zt_buf_puts(buf, "—");
    print_day(buf, date.to, same_day ? 3 : same_month ? 2 : same_year ? 1 : 0, han);
}

/* The precision of the day decides how many parts are printed. */
static void print_iso(zt_buf *buf, zt_day day)
{
    zt_buf_printf(buf, "%04d", day.year);
    if (day.month)
        zt_buf_printf(buf, "-%02d", day.month);
    if (day.day)
        zt_buf_printf(buf, "-%02d", day.day);
    if (day.minute)
        zt_buf_printf(buf, "T%02d:%02d", (day.minute - 1) / 60, (day.minute - 1) % 60);
}

void zt_date_print(zt_buf *buf, zt_date date, zt_date_style style)
{
    bool brief = style == ZT_DATE_ARABIC_SHORT || style == ZT_DATE_HAN_SHORT ||
                 style == ZT_DATE_ENGLISH_SHORT;
    zt_date_print_rest(buf, date, style, brief ? ZT_TOLD_YEAR : ZT_TOLD_NOTHING);
}

/* What is left of the day to say, at least its last part. */
static int first_part(zt_day day, zt_date_told told)
{
    int finest = day.minute ? 3 : day.day ? 2 : day.month ? 1 : 0;
    return (int)told < finest ? (int)told : finest;
}

void zt_date_print_rest(zt_buf *buf, zt_date date, zt_date_style style, zt_date_told told)
{
    if (style == ZT_DATE_ISO) {
        print_iso(buf, date.from);
        if (date.range) {
            zt_buf_putc(buf, '/');
            print_iso(buf, date.to);
        }
        return;
    }
    int from = first_part(date.from, told);
    if (style == ZT_DATE_ENGLISH || style == ZT_DATE_ENGLISH_SHORT) {
        zt_date_print_english(buf, date, from);
        return;
    }
    bool han = style == ZT_DATE_HAN || style == ZT_DATE_HAN_SHORT;
    if (date.range)
        print_range(buf, date, from, han);
    else
        print_day(buf, date.from, from, han);
}

/* Days from civil, H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
long zt_day_number(zt_day day)
{
    long m = day.month ? day.month : 1, d = day.day ? day.day : 1;
    long y = day.year - (m <= 2);
    long era = y / 400, yoe = y - era * 400;
    long doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    long doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

double zt_day_moment(zt_day day)
{
    const double minutes_of_day = 1440;
    return (double)zt_day_number(day) + (day.minute ? day.minute - 1 : 0) / minutes_of_day;
}

/* civil_from_days of the same source. */
zt_day zt_day_from_number(long number)
{
    long z = number + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
    long doe = z - era * 146097;
    long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    long doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    long month = mp < 10 ? mp + 3 : mp - 9;
    return (zt_day){(int)(yoe + era * 400 + (month <= 2)), (int)month,
                    (int)(doy - (153 * mp + 2) / 5 + 1), 0};
}

int zt_day_weekday(zt_day day)
{
    long n = (zt_day_number(day) + 4) % 7; /* 1970-01-01 was a Thursday */
    return (int)(n < 0 ? n + 7 : n);
}
