/* Styles of dates, times and spans. */
#include "base/format_imp.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/han.h"

/* ---- dates ---- */

/* Reports bad-date with the accepted forms; returns false. */
static bool refuse_date(zt_diags *diags, zt_str value)
{
    zt_report(
        diags, ZT_ERROR, "bad-date", ZT_NOWHERE,
        "“%.*s”不是日期：应如 2022-06-24、2022-06-24T08:30、2022-06、2022，或两个用 / 或 .. 相连",
        "“%.*s” is no date: 2022-06-24, 2022-06-24T08:30, 2022-06, 2022, or two of one kind "
        "with / or .. between them",
        ZT_ARG(value));
    return false;
}

/* ISO 8601, or two of them with any connector of zt_range_split, which are joined by the slash of
   ISO 8601 first. Reports bad-date or date-reversed. */
static bool parse_date(zt_diags *diags, zt_buf *buf, zt_str value, zt_date *date)
{
    zt_str from, to;
    zt_str text = zt_str_trim(value);
    bool reversed;
    if (zt_range_split(text, &from, &to)) {
        zt_buf joined;
        zt_buf_init(&joined, buf->arena);
        zt_buf_str(&joined, from);
        zt_buf_putc(&joined, '/');
        zt_buf_str(&joined, to);
        text = zt_buf_view(&joined);
    }
    if (!zt_moment_parse(text, date, &reversed))
        return refuse_date(diags, value);
    if (!reversed)
        return true;
    zt_report(diags, ZT_ERROR, "date-reversed", ZT_NOWHERE, "“%.*s”的终点早于起点",
              "“%.*s” ends before it begins", ZT_ARG(value));
    return false;
}

bool zt_format_date(const zt_format *style, zt_buf *buf, zt_diags *diags, zt_str value,
                    const zt_format_how *how)
{
    (void)how;
    zt_date date;
    if (!parse_date(diags, buf, value, &date))
        return false;
    zt_date_print(buf, date, (zt_date_style)style->detail);
    return true;
}

/* 5-27 or 2008-05-12. */
static bool parse_month_day(zt_str value, int *month, int *day)
{
    value = zt_str_trim(value);
    zt_date date;
    if (zt_date_parse(value, &date, NULL)) {
        *month = date.from.month;
        *day = date.from.day;
        return !date.range && *day > 0;
    }
    size_t dash = 0;
    while (dash < value.len && value.data[dash] != '-')
        dash++;
    zt_num m, d;
    if (dash > 2 || value.len - dash > 3 || !zt_num_parse(zt_str_slice(value, 0, dash), &m) ||
        !zt_num_parse(zt_str_slice(value, dash + 1, value.len), &d))
        return false;
    /* Of a leap year, so that 2-29 is one. */
    char text[] = {'2', '0', '0', '0', '-', 0, 0, '-', 0, 0};
    if (m.decimals || d.decimals || m.scaled < 1 || m.scaled > 12 || d.scaled < 1 || d.scaled > 31)
        return false;
    text[5] = (char)('0' + m.scaled / 10);
    text[6] = (char)('0' + m.scaled % 10);
    text[8] = (char)('0' + d.scaled / 10);
    text[9] = (char)('0' + d.scaled % 10);
    *month = (int)m.scaled;
    *day = (int)d.scaled;
    return zt_date_parse((zt_str){text, sizeof text}, &date, NULL);
}

/* GB/T 15835-2011, 5.1.6 and 5.2.3: “5·27”; in Han numerals a dot, and quotes, only where month and
   day would run together: 一·二八, 一二·九, but 七七. */
bool zt_format_date_name(const zt_format *style, zt_buf *buf, zt_diags *diags, zt_str value,
                         const zt_format_how *how)
{
    int month, day;
    (void)how;
    if (!parse_month_day(value, &month, &day)) {
        zt_report(diags, ZT_ERROR, "bad-date", ZT_NOWHERE,
                  "“%.*s”不是月日：应如 5-27 或 2008-05-12",
                  "“%.*s” is no month and day: write it like 5-27 or 2008-05-12", ZT_ARG(value));
        return false;
    }
    if (!style->detail) {
        zt_buf_printf(buf, "“%d·%d”", month, day);
        return true;
    }
    bool dot = month == 1 || month == 11 || month == 12;
    zt_buf_puts(buf, dot ? "“" : "");
    if (month == 10)
        zt_han_print_count(buf, (uint64_t)month);
    else
        zt_han_print_digits(buf, (uint64_t)month);
    zt_buf_puts(buf, dot ? "·" : "");
    zt_han_print_digits(buf, (uint64_t)day);
    zt_buf_puts(buf, dot ? "”" : "");
    return true;
}

/* ---- times ---- */

typedef struct clock_time {
    int part[3]; /* hour, minute, second */
    int count;
} clock_time;

/* 9:00, 15:40, 15:40:30; 24:00 ends a day. */
static bool parse_time(zt_str text, clock_time *out)
{
    static const int most[] = {24, 59, 59};
    *out = (clock_time){0};
    for (size_t at = 0; at <= text.len; out->count++) {
        size_t end = at;
        while (end < text.len && text.data[end] >= '0' && text.data[end] <= '9')
            end++;
        size_t digits = end - at;
        if (out->count == 3 || digits > 2 || digits < (out->count ? 2 : 1))
            return false;
        for (; at < end; at++)
            out->part[out->count] = out->part[out->count] * 10 + (text.data[at] - '0');
        if (out->part[out->count] > most[out->count] || (end < text.len && text.data[end] != ':'))
            return false;
        at = end + 1;
    }
    bool past_midnight = out->part[0] == 24 && (out->part[1] || out->part[2]);
    return out->count >= 2 && !past_midnight;
}

/* R116: 15:40 or 15时40分. */
static void print_time(zt_buf *buf, const clock_time *t, bool words)
{
    if (!words) {
        zt_buf_printf(buf, "%d:%02d", t->part[0], t->part[1]);
        if (t->count == 3)
            zt_buf_printf(buf, ":%02d", t->part[2]);
        return;
    }
    zt_buf_printf(buf, "%d时", t->part[0]);
    if (t->part[1] || (t->count == 3 && t->part[2]))
        zt_buf_printf(buf, "%d分", t->part[1]);
    if (t->count == 3 && t->part[2])
        zt_buf_printf(buf, "%d秒", t->part[2]);
}

bool zt_format_time(const zt_format *style, zt_buf *buf, zt_diags *diags, zt_str value,
                    const zt_format_how *how)
{
    zt_str from = zt_str_trim(value), to = {0};
    clock_time a, b = {0};
    (void)how;
    bool range = zt_range_split(from, &from, &to);
    if (!parse_time(from, &a) || (range && !parse_time(to, &b))) {
        zt_report(diags, ZT_ERROR, "bad-value", ZT_NOWHERE,
                  "“%.*s”不是时刻：应如 15:40、9:00..17:30",
                  "“%.*s” is no time: write it like 15:40, 9:00..17:30", ZT_ARG(value));
        return false;
    }
    print_time(buf, &a, style->detail);
    if (range) {
        zt_buf_puts(buf, "—");
        print_time(buf, &b, style->detail);
    }
    return true;
}

/* ---- spans ---- */

/* R114: of time, place and pages the connector is a dash of one em. */
bool zt_format_span(const zt_format *style, zt_buf *buf, zt_diags *diags, zt_str value,
                    const zt_format_how *how)
{
    zt_str from, to;
    (void)style;
    (void)how;
    if (!zt_range_split(value, &from, &to)) {
        zt_report(diags, ZT_ERROR, "bad-value", ZT_NOWHERE,
                  "“%.*s”没有两端：中间写 ..，如 重庆..成都、3..5页",
                  "“%.*s” has no two ends: write .. between them, as in 重庆..成都, 3..5页",
                  ZT_ARG(value));
        return false;
    }
    zt_buf_str(buf, from);
    zt_buf_puts(buf, "—");
    zt_buf_str(buf, to);
    return true;
}
