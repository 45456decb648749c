/* Reading names of times. A name is a year, or what stands in a year, or both; two of them make a
   period. Each reader below takes what it knows from the text or leaves the place where it was. */
#include "base/time_key.h"

#include <string.h>

#define COUNT_OF(list) (sizeof(list) / sizeof *(list))

/* A text and the byte at which the next reader begins. Readers work on a copy and write it back
   when they have understood their piece, so that the next one may try the same place. */
typedef struct scan {
    zt_str text;
    size_t at;
} scan;

/* ---- words and numbers ---- */

/* Passes over the word when it stands here; else nothing moves. */
static bool take(scan *s, const char *word)
{
    if (!zt_str_starts(zt_rest_of(s->text, s->at), word))
        return false;
    s->at += strlen(word);
    return true;
}

/* Its index, or -1. */
static int take_one(scan *s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (take(s, words[i]))
            return (int)i;
    return -1;
}

static bool at_end(const scan *s)
{
    return s->at >= s->text.len;
}

/* ASCII digits, at most four of them; their count. */
static int take_digits(scan *s, int *value)
{
    int count = 0;
    *value = 0;
    for (; s->at < s->text.len && count < 4; count++, s->at++) {
        char c = s->text.data[s->at];
        if (c < '0' || c > '9')
            break;
        *value = *value * 10 + (c - '0');
    }
    return count;
}

/* 1 to 9, or 0 when no Han digit stands here; 〇 and 零 do not count anything. */
static int take_han_digit(scan *s)
{
    static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
    return take_one(s, digits, COUNT_OF(digits)) + 1;
}

/* 3, 03, 三, 十二, 三十一: what counts months, days, quarters and weeks. */
static bool take_number(scan *s, int *value)
{
    size_t start = s->at;
    int digits = take_digits(s, value);
    if (digits > 0) {
        if (digits > 2)
            s->at = start;
        return digits <= 2;
    }
    int tens = take_han_digit(s);
    if (take(s, "十"))
        *value = (tens ? tens : 1) * 10 + take_han_digit(s);
    else
        *value = tens;
    return *value > 0;
}

/* The dashes of a range, the longest first, and the two words that say the same. */
static bool take_mark(scan *s)
{
    static const char *const marks[] = {"——", "—", "–", "-", "~", "～", "至", "到"};
    return take_one(s, marks, COUNT_OF(marks)) >= 0;
}

/* `unit` behind a number, or behind two with a mark between them: 5月, 1—5月. */
static bool take_counted(scan *s, const char *const *units, size_t count, int least, int most,
                         int *from, int *to)
{
    scan t = *s;
    int first, last;
    if (!take_number(&t, &first))
        return false;
    last = first;
    if (take_mark(&t) && !take_number(&t, &last))
        return false;
    if (take_one(&t, units, count) < 0 || first < least || last > most || last < first)
        return false;
    *from = first;
    *to = last;
    *s = t;
    return true;
}

/* ---- what stands in a year ---- */

/* Quarters, halves and months all become months of the year, from 1: number `from` to `to` of a
   unit that has so many months. */
static void set_months(zt_time_key *key, zt_time_unit unit, int from, int to, int months)
{
    key->unit = unit;
    key->from.month = (from - 1) * months + 1;
    key->to.month = to * months;
    key->several |= to > from;
}

/* 第一季度, 一季度, 1—3季度, Q3. 前三季度 runs from the first quarter on. */
static bool read_quarter(scan *s, zt_time_key *key)
{
    static const char *const units[] = {"季度", "季"};
    scan t = *s;
    int from, to;
    bool to_date = take(&t, "前");
    if (take(&t, "Q") || take(&t, "q")) {
        if (!take_number(&t, &from) || from > 4)
            return false;
        to = from;
    } else {
        take(&t, "第");
        if (!take_counted(&t, units, COUNT_OF(units), 1, 4, &from, &to))
            return false;
    }
    set_months(key, ZT_TIME_QUARTER, to_date ? 1 : from, to, 3);
    *s = t;
    return true;
}

/* The year's halves: months 1 to 6 and 7 to 12. */
static bool read_half(scan *s, zt_time_key *key)
{
    static const char *const halves[] = {"上半年", "下半年", "H1", "H2"};
    int which = take_one(s, halves, COUNT_OF(halves));
    if (which < 0)
        return false;
    set_months(key, ZT_TIME_HALF, which % 2 + 1, which % 2 + 1, 6);
    return true;
}

/* 第12周, 第12—14周, W12, and -W12 as ISO 8601 writes it behind the year. Weeks go up to 53, which
   not every year has. */
static bool read_week(scan *s, zt_time_key *key)
{
    static const char *const units[] = {"周"}, *const none[] = {""};
    scan t = *s;
    bool iso = take(&t, "-W") || take(&t, "W");
    if (!iso && !take(&t, "第"))
        return false;
    if (!take_counted(&t, iso ? none : units, 1, 1, 53, &key->from.week, &key->to.week))
        return false;
    key->unit = ZT_TIME_WEEK;
    key->several = key->to.week > key->from.week;
    *s = t;
    return true;
}

/* 8时, 8点, 8:30, 8时30分; 8—10时 is a period. */
static bool read_minutes(scan *s, zt_time_key *key)
{
    static const char *const units[] = {"时", "点"};
    scan t = *s;
    int hour, to, minute = 0, last = -1;
    if (take_counted(&t, units, COUNT_OF(units), 0, 24, &hour, &to)) {
        last = to * 60;
        scan u = t;
        if (to == hour && take_number(&u, &minute) && take(&u, "分") && minute < 60)
            t = u;
        else
            minute = 0;
    } else if (!take_number(&t, &hour) || !take(&t, ":") || take_digits(&t, &minute) != 2 ||
               hour > 24 || minute > 59) {
        return false;
    }
    key->unit = ZT_TIME_MINUTE;
    key->from.minute = hour * 60 + minute + 1;
    key->to.minute = last > hour * 60 ? last + 1 : key->from.minute;
    key->several = key->to.minute > key->from.minute;
    *s = t;
    return true;
}

/* 24日, 24—26号; behind a single day its hour may follow. 31 is let through in any month:
   is_real_day looks at the month once it is known. */
static bool read_day(scan *s, zt_time_key *key)
{
    static const char *const units[] = {"日", "号"};
    if (!take_counted(s, units, COUNT_OF(units), 1, 31, &key->from.day, &key->to.day))
        return false;
    key->unit = ZT_TIME_DAY;
    key->several = key->to.day > key->from.day;
    if (!key->several)
        read_minutes(s, key);
    return true;
}

/* 上旬, 中旬, 下旬: ten days each, the last to the end of the month. */
static bool read_ten_days(scan *s, zt_time_key *key)
{
    static const char *const names[] = {"上旬", "中旬", "下旬"};
    int which = take_one(s, names, COUNT_OF(names));
    if (which < 0)
        return false;
    key->unit = ZT_TIME_DAY;
    key->several = true;
    key->from.day = which * 10 + 1;
    key->to.day = which < 2 ? which * 10 + 10 : 0;
    return true;
}

/* 月末, 年底, 年初: the last or the first day of the month or year that was read. */
static void read_edge(scan *s, zt_time_key *key)
{
    if (take(s, "末") || take(s, "底"))
        key->edge = 1;
    else if (take(s, "初"))
        key->edge = -1;
}

/* 3月, 1—5月, 前5个月, and behind a single month its day, its ten days or its end. */
static bool read_month(scan *s, zt_time_key *key)
{
    static const char *const units[] = {"月份", "个月", "月"};
    scan t = *s;
    int from, to;
    bool to_date = take(&t, "前");
    if (!take_counted(&t, units, COUNT_OF(units), 1, 12, &from, &to))
        return false;
    /* 5个月 alone is a length of time, 前5个月 are the first five. */
    bool length = zt_str_holds(zt_str_slice(t.text, s->at, t.at), ZT_STR("个月"));
    if (length && !to_date)
        return false;
    set_months(key, ZT_TIME_MONTH, to_date ? 1 : from, to, 1);
    if (!key->several && !read_day(&t, key) && !read_ten_days(&t, key))
        read_edge(&t, key);
    *s = t;
    return true;
}

/* 周一, 星期日, 礼拜天. Its week is given number 1, so that names of one cycle compare as days do.
 */
static bool read_weekday(scan *s, zt_time_key *key)
{
    static const char *const names[] = {"周", "星期", "礼拜"};
    scan t = *s;
    if (take_one(&t, names, COUNT_OF(names)) < 0)
        return false;
    int day = take_han_digit(&t);
    if (day == 0 && (take(&t, "日") || take(&t, "天")))
        day = 7;
    if (day < 1 || day > 7)
        return false;
    key->unit = ZT_TIME_DAY;
    key->from.week = key->to.week = 1;
    key->from.weekday = key->to.weekday = day;
    *s = t;
    return true;
}

/* What needs no year before it. */
static bool read_in_year(scan *s, zt_time_key *key)
{
    if (!read_quarter(s, key) && !read_half(s, key) && !read_month(s, key) && !read_week(s, key))
        return false;
    if (key->unit >= ZT_TIME_MONTH)
        take(s, "累计");
    return true;
}

/* ---- in English ---- */

/* June, Jun, Jun.; 0 where no month stands. */
static int take_month_name(scan *s)
{
    for (int month = 1; month <= 12; month++)
        for (int brief = 0; brief < 2; brief++) {
            scan t = *s;
            if (!take(&t, zt_month_name(month, brief)))
                continue;
            if (brief)
                take(&t, ".");
            char next = at_end(&t) ? ' ' : t.text.data[t.at];
            if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))
                continue; /* Marketing is no March */
            *s = t;
            return month;
        }
    return 0;
}

/* Four digits behind a blank or at once: the year that closes the name. */
static bool take_closing_year(scan *s, int *year)
{
    scan t = *s;
    take(&t, ",");
    take(&t, " ");
    if (take_digits(&t, year) != 4 || *year < 1700 || *year > 2199)
        return false;
    *s = t;
    return true;
}

/* 24 June 2022, 24 June, June 2022, June, Q1 2022, H1 2022. */
static bool read_english(scan *s, zt_time_key *out)
{
    scan t = *s;
    zt_time_key read = *out, *key = &read;
    int day = 0, year;
    bool has_day = take_number(&t, &day) && take(&t, " ") && day >= 1 && day <= 31;
    if (!has_day)
        t = *s;
    int month = take_month_name(&t);
    if (month > 0) {
        set_months(key, ZT_TIME_MONTH, month, month, 1);
        key->from.day = key->to.day = has_day ? day : 0;
        key->unit = has_day ? ZT_TIME_DAY : ZT_TIME_MONTH;
    } else if (has_day || (!read_quarter(&t, key) && !read_half(&t, key))) {
        return false;
    }
    bool named = month > 0;
    key->cycle = ZT_CYCLE_YEAR;
    if (take_closing_year(&t, &year)) {
        key->from.year = key->to.year = year;
        key->cycle = ZT_CYCLE_NONE;
    } else if (!named) {
        return false; /* Q1 alone is read as ever */
    }
    *s = t;
    *out = read;
    return true;
}

/* ---- years ---- */

/* −06, −06-24, and the same with points or strokes behind four digits. */
static bool read_numeric(scan *s, zt_time_key *key)
{
    static const char *const marks[] = {"-", ".", "/"};
    scan t = *s;
    int which = take_one(&t, marks, COUNT_OF(marks)), month, day;
    if (which < 0)
        return false;
    int digits = take_digits(&t, &month);
    if (digits == 0 || digits > 2 || (which < 2 && digits != 2) || month < 1 || month > 12)
        return false;
    set_months(key, ZT_TIME_MONTH, month, month, 1);
    scan u = t;
    if (take(&u, marks[which])) {
        digits = take_digits(&u, &day);
        if (digits == 0 || digits > 2 || (which < 2 && digits != 2) || day < 1 || day > 31)
            return false;
        key->unit = ZT_TIME_DAY;
        key->from.day = key->to.day = day;
        if (take(&u, " ") || take(&u, "T"))
            read_minutes(&u, key);
        t = u;
    }
    *s = t;
    return true;
}

/* 2021/22, 2021-22: a season, from the middle of a year to that of the next. */
static bool read_season(scan *s, zt_time_key *key)
{
    scan t = *s;
    int next;
    if (!take(&t, "/") && !take_mark(&t))
        return false;
    int digits = take_digits(&t, &next), year = key->from.year + 1;
    if (digits != 2 || next != year % 100)
        return false;
    /* 2011-12 is a December. */
    if (next <= 12 && s->text.data[s->at] != '/')
        return false;
    key->from.month = 7;
    key->to.month = 6;
    key->to.year = year;
    key->several = true;
    *s = t;
    return true;
}

/* What a year may say of itself: 年度, 财年, and A, E, F, P of reports behind bare digits. */
static bool read_year_word(scan *s, zt_time_key *key)
{
    static const char *const whole[] = {"年全年", "年度", "财政年度", "财年"};
    if (take_one(s, whole, COUNT_OF(whole)) >= 0)
        return true;
    if (take(s, "学年")) {
        key->from.month = 9;
        key->to.month = 8;
        key->to.year++;
        return true;
    }
    return take(s, "年");
}

/* Four digits, with a word that makes them a year or without. FY, 年 and its like settle it for any
   year, bare digits are one only where a year is likely. */
static bool read_said_year(scan *s, zt_time_key *key)
{
    static const char *const standing[] = {"A", "E", "F", "P", "e", "f"};
    scan t = *s;
    int year;
    bool fiscal = take(&t, "FY") && (take(&t, " ") || true);
    if (take_digits(&t, &year) != 4 || year == 0)
        return false;
    key->unit = ZT_TIME_YEAR;
    key->from.year = key->to.year = year;
    if (fiscal || read_year_word(&t, key)) {
        *s = t;
        return true;
    }
    /* Bare digits are a year only where one is likely: 1500 may be a price. */
    if (year < 1700 || year > 2199)
        return false;
    if (!read_season(&t, key) && !read_numeric(&t, key))
        take_one(&t, standing, COUNT_OF(standing));
    *s = t;
    return true;
}

/* `from.year` and `to.year` are then offsets, −2 to 2, and not years: the reader of a name does not
   know the day of the issue. */
static bool read_relative_year(scan *s, zt_time_key *key)
{
    static const struct {
        const char *word;
        int offset;
    } words[] = {{"前年", -2}, {"去年", -1}, {"上年", -1}, {"今年", 0},
                 {"本年", 0},  {"明年", 1},  {"后年", 2}};
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (take(s, words[i].word)) {
            key->relative = true;
            key->unit = ZT_TIME_YEAR;
            key->from.year = key->to.year = words[i].offset;
            return true;
        }
    return false;
}

/* Whether the piece read so far ends with 年 (three bytes of UTF-8): a mark behind it then belongs
   to a period, and an edge may follow. */
static bool ends_in_year(const scan *s)
{
    return s->at >= 3 && memcmp(s->text.data + s->at - 3, "年", 3) == 0;
}

/* What stands behind a year: 2022年3月, 2022 Q1, 2022-Q1, 2021年末. Nothing is taken when it is not
   understood; the caller then sees that text is left. */
static void read_rest_of_year(scan *s, zt_time_key *key)
{
    bool bare = !ends_in_year(s);
    scan t = *s;
    if (!take(&t, " ") && bare)
        take(&t, "-");
    int month = take_month_name(&t); /* 2022 June */
    if (month > 0)
        set_months(key, ZT_TIME_MONTH, month, month, 1);
    if (month > 0 || read_in_year(&t, key))
        *s = t;
    else if (!bare)
        read_edge(s, key);
}

/* ---- one name ---- */

/* False for 2月30日 and 2023年2月29日. A day without a month is judged as one of January, which has
   all of them. */
static bool is_real_day(const zt_time_point *p, bool has_year)
{
    int year = has_year ? p->year : 2000; /* a leap year: 2月29日 comes in some */
    zt_day day = {year, p->month ? p->month : 1, p->day, 0};
    zt_day back;
    if (p->day == 0)
        return true;
    back = zt_day_from_number(zt_day_number(day));
    return back.day == day.day && back.month == day.month;
}

/* One name from its first character on, with the cycle in which it comes again. A year is tried
   first: what stands in a year may follow it, while nothing follows a weekday. */
static bool read_point(scan *s, zt_time_key *key)
{
    *key = (zt_time_key){.cycle = ZT_CYCLE_YEAR};
    if (read_english(s, key)) {
        ; /* with its cycle */
    } else if (read_said_year(s, key) || read_relative_year(s, key)) {
        if (key->unit == ZT_TIME_YEAR && !key->several)
            read_rest_of_year(s, key);
        key->cycle = ZT_CYCLE_NONE;
    } else if (read_in_year(s, key)) {
        key->cycle = ZT_CYCLE_YEAR;
    } else if (read_day(s, key)) {
        key->cycle = ZT_CYCLE_MONTH;
    } else if (read_weekday(s, key)) {
        key->cycle = ZT_CYCLE_WEEK;
    } else if (read_minutes(s, key)) {
        key->cycle = ZT_CYCLE_DAY;
    } else {
        return false;
    }
    bool has_year = key->cycle == ZT_CYCLE_NONE && !key->relative;
    return is_real_day(&key->from, has_year) && is_real_day(&key->to, has_year);
}

/* What the second of two names leaves unsaid it has from the first: 2021年11月—12月, 24日—26日. */
static void join(zt_time_key *key, const zt_time_key *second)
{
    zt_time_point to = second->to;
    if (second->cycle != ZT_CYCLE_NONE)
        to.year = key->to.year;
    if (second->cycle == ZT_CYCLE_MONTH)
        to.month = key->to.month;
    if (second->cycle == ZT_CYCLE_DAY) {
        int minute = to.minute;
        to = key->to;
        to.minute = minute;
    }
    key->to = to;
    key->several = true;
    key->unit = second->unit < key->unit ? second->unit : key->unit;
}

static bool read_period(scan *s, zt_time_key *key)
{
    zt_time_key second;
    if (!take(s, "/") && !take_mark(s))
        return false;
    if (!read_point(s, &second) || key->several || second.several)
        return false;
    bool known = second.cycle == key->cycle || second.cycle == ZT_CYCLE_MONTH ||
                 second.cycle == ZT_CYCLE_DAY ||
                 (second.cycle == ZT_CYCLE_YEAR && key->unit <= ZT_TIME_HALF);
    if (!known || second.relative != key->relative)
        return false;
    join(key, &second);
    double first, end;
    zt_time_key_span(key, 2000, 0, &first, &end);
    return end > first || key->cycle != ZT_CYCLE_NONE;
}

/* A bracket behind the name that tells how sure its values are: 2025年（预计）. */
static zt_str without_standing(zt_str text)
{
    static const char *const words[] = {"预计", "预测", "估计", "初步", "目标", "计划",
                                        "推算", "快报", "E",    "F",    "P"};
    for (size_t at = 0; at < text.len; at++) {
        scan s = {text, at};
        if (!take(&s, "（") && !take(&s, "("))
            continue;
        if (take_one(&s, words, COUNT_OF(words)) >= 0 && (take(&s, "）") || take(&s, ")")) &&
            at_end(&s))
            return zt_str_trim(zt_str_slice(text, 0, at));
        break;
    }
    return text;
}

bool zt_time_key_parse(zt_str text, zt_time_key *out)
{
    scan s = {without_standing(zt_str_trim(text)), 0};
    if (!read_point(&s, out))
        return false;
    if (!at_end(&s) && !read_period(&s, out))
        return false;
    return at_end(&s);
}

bool zt_is_time_name(zt_str text)
{
    zt_time_key key;
    return zt_time_key_parse(text, &key);
}

/* ---- days ---- */

/* The day number of the 1st; month 13 is January of the next year, so that the end of a December is
   the begin of what follows it. */
static long first_of_month(int year, int month)
{
    return zt_day_number((zt_day){year + (month - 1) / 12, (month - 1) % 12 + 1, 1, 0});
}

/* The Monday of an ISO week. */
static long monday_of(int year, int week)
{
    zt_day fourth = {year, 1, 4, 0};
    return zt_day_number(fourth) - (zt_day_weekday(fourth) + 6) % 7 + 7L * (week - 1);
}

/* In days since 1970-01-01, hours as parts of a day. What a point does not say is the first of its
   kind: no month is January, no day the 1st. */
static double begin_of(const zt_time_point *p, int year)
{
    double at;
    if (p->week)
        at = (double)monday_of(year, p->week) + (p->weekday ? p->weekday - 1 : 0);
    else
        at = (double)first_of_month(year, p->month ? p->month : 1) + (p->day ? p->day - 1 : 0);
    return at + (p->minute ? (p->minute - 1) / 1440.0 : 0);
}

/* The midnight after the last day that the point covers. An hour is a moment and ends where it
   begins. */
static double end_of(const zt_time_point *p, int year)
{
    if (p->minute)
        return begin_of(p, year);
    if (p->week && !p->weekday)
        return (double)monday_of(year, p->week + 1);
    if (p->day || p->weekday)
        return begin_of(p, year) + 1;
    return (double)first_of_month(year, (p->month ? p->month : 12) + 1);
}

void zt_time_key_span(const zt_time_key *key, int year, int turn, double *first, double *end)
{
    bool said = key->cycle == ZT_CYCLE_NONE;
    int base = said && !key->relative ? 0 : year;
    int from = base + (said ? key->from.year : 0), to = base + (said ? key->to.year : 0);
    if (key->cycle == ZT_CYCLE_YEAR) {
        from += turn;
        to += turn;
    }
    *first = begin_of(&key->from, from);
    *end = end_of(&key->to, to);
    if (*end < *first && !said) /* 11月—2月 runs into the next year */
        *end = end_of(&key->to, to + 1);
    static const double rounds[] = {0, 0, 31, 7, 1};
    *first += turn * rounds[key->cycle];
    *end += turn * rounds[key->cycle];
    if (key->edge > 0)
        *first = *end - 1;
    else if (key->edge < 0)
        *end = *first + 1;
}
