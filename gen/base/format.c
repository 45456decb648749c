/* A number with its unit, and two of them as a range. */
#include "base/format.h"

#include <string.h>

#include "base/arena.h"
#include "base/unit.h"
#include "base/utf8.h"

/* ASCII digits; full-width ones were read as part of the number. */
static bool holds_digit(zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

/* R113: .38 is read as 0.38; returns where it ends, `at` if none stands there. */
static size_t read_number(zt_str text, size_t at, zt_num *out)
{
    char whole[40];
    size_t end = zt_number_end(text, at);
    if (end > at)
        return zt_num_parse(zt_str_slice(text, at, end), out) ? end : at;
    bool sign = at < text.len && (text.data[at] == '-' || text.data[at] == '+');
    size_t point = at + sign, len = 0;
    if (point >= text.len || text.data[point] != '.')
        return at;
    end = zt_number_end(text, point + 1);
    if (sign)
        whole[len++] = text.data[at];
    whole[len++] = '0';
    for (size_t i = point; i < end && len < sizeof whole; i++)
        whole[len++] = text.data[i];
    return zt_num_parse((zt_str){whole, len}, out) ? end : at;
}

/* Words before (约 近 第 …), number, scale word, unit; the texts lend from `text`. */
bool zt_measure_parse(zt_str text, zt_measure *out)
{
    *out = (zt_measure){0};
    text = zt_str_trim(text);
    size_t at = 0;
    for (size_t len; (len = zt_before_prefix(zt_rest_of(text, at))) > 0;)
        at += len;
    out->before = zt_str_slice(text, 0, at);
    size_t end = read_number(text, at, &out->num);
    if (end == at)
        return false;
    zt_str rest = zt_str_trim(zt_rest_of(text, end)), known;
    zt_unit_split(rest, NULL, &out->scale, &known);
    out->unit = zt_rest_of(rest, strlen(zt_scale_word(out->scale)));
    /* 12 34 and 1,23 are no numbers with a unit. */
    return !holds_digit(out->unit) && (out->unit.len == 0 || !strchr(".,-+", out->unit.data[0]));
}

/* The first connector wins; one at the very start is a sign, not a connector. */
bool zt_range_split(zt_str text, zt_str *from, zt_str *to)
{
    static const char *const connectors[] = {"..", "～", "—", "–", "至"};
    for (size_t at = 1; at < text.len; at++)
        for (size_t i = 0; i < sizeof connectors / sizeof *connectors; i++) {
            if (!zt_str_starts(zt_rest_of(text, at), connectors[i]))
                continue;
            *from = zt_str_trim(zt_str_slice(text, 0, at));
            *to = zt_str_trim(zt_rest_of(text, at + strlen(connectors[i])));
            return from->len > 0 && to->len > 0;
        }
    return false;
}

/* Zeros that only came from the scaling are cut again: 482000 in 万 is 48.2, not 48.2000. */
bool zt_measure_rescale(zt_measure *m, int power)
{
    if (m->scale == power)
        return true;
    if (!zt_num_scale(&m->num, m->scale - power))
        return false;
    m->scale = power;
    zt_num_trim(&m->num);
    return true;
}

void zt_measure_print(zt_buf *buf, const zt_measure *m, zt_grouping grouping)
{
    zt_buf_str(buf, m->before);
    zt_num_print_grouped(buf, m->num, grouping);
    zt_buf_puts(buf, zt_scale_word(m->scale));
    zt_buf_str(buf, m->unit);
}

/* 3..5亿 means 3亿..5亿; in 8000..2万 the 8000 is what it says. */
void zt_measure_share(zt_measure *from, const zt_measure *to)
{
    bool bare = from->unit.len == 0;
    if (bare && from->scale == 0 && zt_num_compare(from->num, to->num) <= 0)
        from->scale = to->scale;
    if (bare)
        from->unit = to->unit;
}

/* R114: what belongs to the number itself (%, ‰, 万, 亿) is repeated in a range. */
static bool stands_on_both_ends(const zt_measure *m)
{
    static const char *const signs[] = {"%", "％", "‰"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (zt_str_starts(m->unit, signs[i]))
            return true;
    return m->scale != 0;
}

void zt_measure_print_range(zt_buf *buf, zt_measure from, const zt_measure *to,
                            zt_grouping grouping)
{
    zt_measure_share(&from, to);
    bool once = zt_str_equal(from.unit, to->unit) && !stands_on_both_ends(&from) &&
                !stands_on_both_ends(to);
    if (once)
        from.unit = (zt_str){0};
    zt_measure_print(buf, &from, grouping);
    zt_buf_puts(buf, "～");
    zt_measure_print(buf, to, grouping);
}
