/* Dates and times of a spreadsheet: days since the end of 1899, or since 1904 began (ECMA-376 part
   1, 18.17.4.1). What a format shows with 年 月 日 is kept, all other orders become ISO 8601:
   6/1/22 is read one way here and another there. */
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "import/numfmt.h"

enum { MS_A_DAY = 86400000, LAST_DAY = 2958465, DAYS_1904 = 1462, LEAP_BUG = 60 };

/* A time as the calendar has it. */
typedef struct moment {
    int64_t ms; /* since the beginning of the calendar */
    int year, month, day, weekday, hour, minute, second, milli;
} moment;

enum { DAYS_TO_1970 = 25569 }; /* from 1899-12-30 */

/* The calendar of 1900 has a 29th of February in that year, which never was: sheets show it. */
static void set_date(moment *m, int64_t day)
{
    zt_day date = zt_day_from_number((long)(day - DAYS_TO_1970 + (day < LEAP_BUG)));
    m->year = date.year, m->month = date.month, m->day = date.day;
    m->weekday = (int)((day + 6) % 7);
    if (day == LEAP_BUG)
        m->year = 1900, m->month = 2, m->day = 29;
    if (day == 0)
        m->year = 1900, m->month = 1, m->day = 0;
}

/* ---- what a section needs ---- */

/* Whether the section has such a token. */
static bool has(const zt_section *s, zt_token_kind kind)
{
    for (size_t i = 0; i < s->tokens.count; i++)
        if (s->tokens.items[i].kind == kind)
            return true;
    return false;
}

/* Whether the format shows 年 月 日 or their like. */
static bool says_units(const zt_section *s)
{
    static const char *const words[] = {"年", "月", "日", "时", "分", "秒", "号", "点", NULL};
    for (size_t i = 0; i < s->tokens.count; i++)
        if (s->tokens.items[i].kind == ZT_TOKEN_LITERAL &&
            zt_str_holds_any(s->tokens.items[i].text, words))
            return true;
    return false;
}

/* Digits of a second behind the point. */
static int fraction(const zt_section *s)
{
    return has(s, ZT_TOKEN_SECOND) || has(s, ZT_TOKEN_ELAPSED_SECONDS)
               ? s->decimals < 3 ? s->decimals : 3
               : 0;
}

/* Rounded to what the format shows, before it is parted: 59.9996 seconds are the next minute. */
static bool moment_of(const zt_section *s, bool from_1904, double days, moment *m)
{
    bool seconds = has(s, ZT_TOKEN_SECOND) || has(s, ZT_TOKEN_ELAPSED_SECONDS);
    int64_t step = 1;
    if (!(days >= 0) || days >= LAST_DAY + 1.0)
        return false;
    for (int i = seconds ? fraction(s) : 3; i < 3; i++)
        step *= 10;
    m->ms = (int64_t)llround(days * MS_A_DAY);
    m->ms = (m->ms + step / 2) / step * step;
    int64_t day = m->ms / MS_A_DAY, left = m->ms % MS_A_DAY;
    set_date(m, day + (from_1904 ? DAYS_1904 : 0));
    m->milli = (int)(left % 1000);
    m->second = (int)(left / 1000 % 60);
    m->minute = (int)(left / 60000 % 60);
    m->hour = (int)(left / 3600000);
    return m->year <= 9999;
}

/* ---- printing ---- */

/* Two digits where the format has two letters. */
static void put_two(zt_buf *out, int number, size_t width)
{
    zt_buf_printf(out, width > 1 ? "%02d" : "%d", number);
}

/* Of the second. */
static void put_fraction(zt_buf *out, const zt_section *s, const moment *m)
{
    if (fraction(s))
        zt_buf_printf(out, ".%.*s", fraction(s), zt_arena_printf(out->arena, "%03d", m->milli));
}

/* 日 to 六. */
static const char *weekday(const moment *m)
{
    static const char *const names[] = {"日", "一", "二", "三", "四", "五", "六"};
    return names[m->weekday];
}

/* Of twelve, when the format says the half of the day. */
static int hour_of(const zt_section *s, const moment *m)
{
    if (!has(s, ZT_TOKEN_NOON))
        return m->hour;
    return m->hour % 12 ? m->hour % 12 : 12;
}

/* One part in the order of the format. */
static void put_token(zt_buf *out, const zt_section *s, const zt_token *t, const moment *m)
{
    switch (t->kind) {
    case ZT_TOKEN_YEAR:
        zt_buf_printf(out, "%0*d", t->text.len == 2 ? 2 : 4,
                      t->text.len == 2 ? m->year % 100 : m->year);
        return;
    case ZT_TOKEN_MONTH:
        put_two(out, m->month, t->text.len == 2 ? 2 : 1);
        return;
    case ZT_TOKEN_DAY:
        put_two(out, m->day, t->text.len);
        return;
    case ZT_TOKEN_WEEKDAY:
        zt_buf_printf(out, "%s%s", t->text.len == 3 && t->text.data[0] == 'a' ? "" : "星期",
                      weekday(m));
        return;
    case ZT_TOKEN_HOUR:
        put_two(out, hour_of(s, m), t->text.len);
        return;
    case ZT_TOKEN_MINUTE:
        put_two(out, m->minute, t->text.len);
        return;
    case ZT_TOKEN_SECOND:
        put_two(out, m->second, t->text.len);
        put_fraction(out, s, m);
        return;
    case ZT_TOKEN_NOON:
        zt_buf_puts(out, m->hour < 12 ? "上午" : "下午");
        return;
    case ZT_TOKEN_ELAPSED_HOURS:
        zt_buf_printf(out, "%lld", (long long)(m->ms / 3600000));
        return;
    case ZT_TOKEN_ELAPSED_MINUTES:
        zt_buf_printf(out, "%lld", (long long)(m->ms / 60000));
        return;
    case ZT_TOKEN_ELAPSED_SECONDS:
        zt_buf_printf(out, "%lld", (long long)(m->ms / 1000));
        put_fraction(out, s, m);
        return;
    case ZT_TOKEN_DIGIT: /* of the second, printed with it */
    case ZT_TOKEN_POINT:
        return;
    case ZT_TOKEN_LITERAL:
    case ZT_TOKEN_PERCENT:
    case ZT_TOKEN_GENERAL:
    case ZT_TOKEN_TEXT:
    case ZT_TOKEN_FRACTION:
    case ZT_TOKEN_POWER:
        zt_buf_str(out, t->text);
    }
}

/* The parts that the format shows, in the order of ISO 8601. */
static void put_iso_date(zt_buf *out, const zt_section *s, const moment *m)
{
    bool year = has(s, ZT_TOKEN_YEAR), month = has(s, ZT_TOKEN_MONTH), day = has(s, ZT_TOKEN_DAY);
    if (year)
        zt_buf_printf(out, "%04d", m->year);
    if (year && (month || day))
        zt_buf_printf(out, "-%02d", m->month);
    else if (month)
        zt_buf_printf(out, "%d月", m->month);
    if (year && day)
        zt_buf_printf(out, "-%02d", m->day);
    else if (day)
        zt_buf_printf(out, "%d日", m->day);
    if (!year && !month && !day && has(s, ZT_TOKEN_WEEKDAY))
        zt_buf_printf(out, "星期%s", weekday(m));
}

/* Likewise; elapsed time beyond a day stays what it is. */
static void put_iso_time(zt_buf *out, const zt_section *s, const moment *m)
{
    bool second = has(s, ZT_TOKEN_SECOND), minute = has(s, ZT_TOKEN_MINUTE);
    if (has(s, ZT_TOKEN_ELAPSED_SECONDS)) {
        zt_buf_printf(out, "%lld", (long long)(m->ms / 1000));
        put_fraction(out, s, m);
        return;
    }
    if (has(s, ZT_TOKEN_ELAPSED_HOURS))
        zt_buf_printf(out, "%lld", (long long)(m->ms / 3600000));
    else if (has(s, ZT_TOKEN_ELAPSED_MINUTES))
        zt_buf_printf(out, "%lld", (long long)(m->ms / 60000));
    else if (has(s, ZT_TOKEN_HOUR))
        zt_buf_printf(out, "%02d", m->hour);
    bool before = out->len > 0;
    if (minute || (has(s, ZT_TOKEN_HOUR) && !second))
        zt_buf_printf(out, "%s%02d", before ? ":" : "", m->minute);
    if (second) {
        zt_buf_printf(out, "%s%02d", out->len ? ":" : "", m->second);
        put_fraction(out, s, m);
    }
}

/* In the format's own words when it has any, else ISO. */
bool zt_numfmt_date(zt_arena *arena, const zt_section *section, bool from_1904, double days,
                    zt_str *text)
{
    moment m = {0};
    zt_buf out, time;
    zt_buf_init(&out, arena);
    zt_buf_init(&time, arena);
    if (!moment_of(section, from_1904, days, &m))
        return false;
    if (says_units(section)) {
        for (size_t i = 0; i < section->tokens.count; i++)
            put_token(&out, section, section->tokens.items + i, &m);
    } else {
        put_iso_date(&out, section, &m);
        put_iso_time(&time, section, &m);
        if (out.len && time.len)
            zt_buf_putc(&out, ' ');
        zt_buf_str(&out, zt_buf_view(&time));
    }
    *text = zt_cell_trim(zt_buf_view(&out));
    return true;
}

/* ---- cells of type d ---- */

/* A fixed number of digits and the mark behind them. */
static bool read_part(zt_str *rest, size_t width, const char *mark, int most, int *number)
{
    zt_num num;
    if (rest->len < width || !zt_num_parse(zt_str_slice(*rest, 0, width), &num) || num.decimals ||
        num.scaled < 0 || num.scaled > most)
        return false;
    *number = (int)num.scaled;
    *rest = zt_str_slice(*rest, width, rest->len);
    if (mark && zt_str_starts(*rest, mark))
        *rest = zt_str_slice(*rest, 1, rest->len);
    return true;
}

/* hh:mm[:ss], as the share of a day. */
static bool read_clock(zt_str rest, double *day)
{
    int hour = 0, minute = 0;
    zt_num second = {0};
    while (rest.len && rest.data[rest.len - 1] == 'Z')
        rest.len--;
    if (!read_part(&rest, 2, ":", 24, &hour) ||
        (rest.len && !read_part(&rest, 2, ":", 59, &minute)))
        return false;
    if (rest.len && (!zt_num_parse(rest, &second) || second.scaled < 0))
        return false;
    *day = (hour * 3600.0 + minute * 60.0 + zt_num_double(second)) / 86400.0;
    return true;
}

/* Serial numbers count a 29 February 1900: before it they are one less. */
bool zt_days_read(zt_str iso, bool from_1904, double *days, zt_numfmt_class *class)
{
    int year, month, day;
    double clock = 0;
    *class = ZT_FORMAT_TIME;
    if (zt_str_starts(iso, "T")) {
        *days = 0;
        return read_clock(zt_str_slice(iso, 1, iso.len), days);
    }
    if (!read_part(&iso, 4, "-", 9999, &year) || !read_part(&iso, 2, "-", 12, &month) ||
        !read_part(&iso, 2, NULL, 31, &day) || month < 1 || day < 1)
        return false;
    *class = ZT_FORMAT_DATE;
    if (iso.len && !read_clock(zt_str_slice(iso, 1, iso.len), &clock))
        return false;
    int64_t serial = zt_day_number((zt_day){year, month, day, 0}) + DAYS_TO_1970;
    *days = (double)(serial - (serial <= LEAP_BUG) - (from_1904 ? DAYS_1904 : 0)) + clock;
    return true;
}
