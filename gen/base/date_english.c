/* Dates of documents in English: 24 June 2022, 28 May – 3 June 2022, June 2022, 24 June 2022, 08:30
   (New Hart's Rules, 11.4 and 11.5). Months have their names, so no order of digits is guessed. */
#include "base/arena.h"
#include "base/date_imp.h"

enum { YEAR, MONTH, DAY, HOUR };

const char *zt_month_name(int month, bool brief)
{
    static const char *const names[][2] = {
        {"January", "Jan"},   {"February", "Feb"}, {"March", "Mar"},    {"April", "Apr"},
        {"May", "May"},       {"June", "Jun"},     {"July", "Jul"},     {"August", "Aug"},
        {"September", "Sep"}, {"October", "Oct"},  {"November", "Nov"}, {"December", "Dec"}};
    return names[month - 1][brief];
}

const char *zt_weekday_name(int weekday)
{
    static const char *const names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                        "Thursday", "Friday", "Saturday"};
    return names[weekday];
}

zt_date_style zt_date_style_english(zt_date_style style)
{
    bool brief = style == ZT_DATE_ARABIC_SHORT || style == ZT_DATE_HAN_SHORT;
    return style == ZT_DATE_ISO ? style : brief ? ZT_DATE_ENGLISH_SHORT : ZT_DATE_ENGLISH;
}

/* Of the parts that the day has, those from `from` to `last`, both of them parts as above; day,
   month and year parted by blanks, the hour behind a comma. */
static void print_parts(zt_buf *buf, zt_day day, int from, int last)
{
    bool has_day = day.day && from <= DAY && last >= DAY;
    bool has_month = day.month && from <= MONTH && last >= MONTH, has_year = from <= YEAR;
    if (has_day)
        zt_buf_printf(buf, "%d", day.day);
    if (has_month)
        zt_buf_printf(buf, "%s%s", has_day ? " " : "", zt_month_name(day.month, false));
    if (has_year)
        zt_buf_printf(buf, "%s%d", has_day || has_month ? " " : "", day.year);
    if (day.minute && last >= HOUR)
        zt_buf_printf(buf, "%s%02d:%02d", has_day || has_month || has_year ? ", " : "",
                      (day.minute - 1) / 60, (day.minute - 1) % 60);
}

/* How many parts both ends share, from the year on: 3 when they lie on one day. */
static int shared_parts(zt_date date)
{
    if (date.from.year != date.to.year)
        return YEAR;
    if (date.from.month != date.to.month)
        return MONTH;
    return date.from.day != date.to.day ? DAY : HOUR;
}

/* What both ends share stands behind the second, 28 May – 3 June 2022; ends of one word each are
   joined without blanks, 17–18 December 2021. */
static void print_interval(zt_buf *buf, zt_date date, int from)
{
    int shared = shared_parts(date);
    if (shared == HOUR) { /* 24 June 2022, 08:30–10:00 */
        print_parts(buf, date.from, from, HOUR);
        zt_buf_puts(buf, "–");
        print_parts(buf, date.to, HOUR, HOUR);
        return;
    }
    size_t begin = buf->len;
    int told = from < MONTH ? from : MONTH; /* the month that changes is said at both ends */
    print_parts(buf, date.from, shared >= from ? shared : told, HOUR);
    bool words = zt_str_holds(zt_str_slice(zt_buf_view(buf), begin, buf->len), ZT_STR(" "));
    zt_buf_puts(buf, words ? " – " : "–");
    print_parts(buf, date.to, shared < from ? shared : from, HOUR);
}

void zt_date_print_english(zt_buf *buf, zt_date date, int from)
{
    if (date.range)
        print_interval(buf, date, from);
    else
        print_parts(buf, date.from, from, HOUR);
}
