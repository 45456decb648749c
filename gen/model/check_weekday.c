/* weekday: 2021年12月15日 星期四, where the calendar says 星期三. */
#include "model/check_imp.h"
#include "model/quantity_imp.h"

#include <string.h>

#include "base/utf8.h"

/* The byte behind the word if it stands at `at`, else `at`. */
static size_t skip(zt_str text, size_t at, const char *word)
{
    return zt_str_starts(zt_rest_of(text, at), word) ? at + strlen(word) : at;
}

/* 12, １２ or 十二, then the word; the byte behind it, or `at`. */
static size_t read_part(zt_str text, size_t at, const char *word, int *out)
{
    size_t end = zt_number_end(text, at);
    long long value = -1;
    zt_num num;
    if (end > at && zt_num_parse(zt_str_slice(text, at, end), &num) && num.decimals == 0)
        value = num.scaled;
    if (end == at) {
        end = zt_han_end(text, at);
        if (end == at || !zt_han_number(zt_str_slice(text, at, end), &value))
            return at;
    }
    size_t behind = skip(text, end, word);
    if (value < 0 || value > 9999 || behind == end)
        return at;
    *out = (int)value;
    return behind;
}

/* The year of a day that is written without one: the nearest to the issue. */
static bool complete(const zt_doc *doc, zt_day *day)
{
    if (day->year)
        return true;
    if (!doc->has_issue)
        return false;
    long issue = zt_day_number(doc->issue), best = 0;
    for (int year = doc->issue.year - 1; year <= doc->issue.year + 1; year++) {
        zt_day try = {year, day->month, day->day, 0};
        long off = zt_day_number(try) - issue;
        off = off < 0 ? -off : off;
        if (day->year == 0 || off < best) {
            best = off;
            day->year = year;
        }
    }
    return true;
}

/* 0 for 日 and 天, 1 to 6; -1 when no weekday stands here. */
static int read_weekday(zt_str text, size_t at, size_t *end)
{
    static const char *const leads[] = {"星期", "礼拜", "周"};
    static const char *const days[] = {"日", "一", "二", "三", "四", "五", "六", "天"};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        size_t from = skip(text, at, leads[i]);
        for (int d = 0; from > at && d < 8; d++) {
            *end = skip(text, from, days[d]);
            if (*end > from)
                return d % 7;
        }
    }
    return -1;
}

/* Over blanks, brackets and commas between a date and its weekday. */
static size_t past_marks(zt_str text, size_t at)
{
    static const char *const marks[] = {" ", "　", "（", "(", "，", ",", "、"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t next = skip(text, at, marks[i]);
        if (next > at)
            return past_marks(text, next);
    }
    return at;
}

/* weekday: an error, because one of the two is wrong and a reader will turn up on the wrong day.
   The date must be complete once the year of the issue is supplied. */
static void judge(zt_doc_reader *r, const zt_node *text, zt_day day, size_t at)
{
    static const char *const names[] = {"日", "一", "二", "三", "四", "五", "六"};
    size_t end;
    int said = read_weekday(text->text, at, &end), is;
    if (said < 0 || !complete(r->doc, &day) || day.month < 1 || day.month > 12 || day.day < 1 ||
        day.day > 31)
        return;
    is = zt_day_weekday(day);
    if (is != said)
        zt_report(r->diags, ZT_ERROR, "weekday", zt_place_in(text, at),
                  "%d年%d月%d日是星期%s，这里写的是“%.*s”",
                  "%d-%02d-%02d is a 星期%s, \"%.*s\" is written here", day.year, day.month,
                  day.day, names[is], ZT_ARG(zt_str_slice(text->text, at, end)));
}

/* Finds dates of the form 2021年12月15日 and 12月15日. Numbers are skipped as a whole, so that the
   tail of one is not read as a month. */
static void read_text(void *context, const zt_node *text)
{
    zt_str t = text->text;
    for (size_t at = 0; at < t.len;) {
        size_t number = zt_number_end(t, at);
        if (number == at && zt_han_end(t, at) == at) { /* no number, so no date */
            zt_utf8_next(t, &at);
            continue;
        }
        zt_day day = {0};
        size_t from = read_part(t, at, "年", &day.year);
        size_t month = read_part(t, from, "月", &day.month);
        size_t end = month > from ? read_part(t, month, "日", &day.day) : from;
        if (end > month) {
            judge(context, text, day, past_marks(t, end));
            at = end;
            continue;
        }
        /* behind a whole number, so that its tail is not read as another */
        if (number == at)
            zt_utf8_next(t, &at);
        else
            at = number;
    }
}

/* Every text of the document. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    zt_each_text(root, read_text, r);
}

const zt_doc_check zt_doc_check_weekday = {run};
