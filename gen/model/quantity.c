/* A phrase becomes a quantity. The phrase of a value must be a quantity and nothing else; those of
   change, rank, share and target may have words around it. A sentence is never searched. */
#include "model/quantity_imp.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

static zt_str rest_of(zt_str text, size_t at)
{
    return zt_str_slice(text, at, text.len);
}

/* ---- from phrase to quantity ---- */

static void fill(zt_quantity *q, const zt_phrase *p)
{
    q->figure_first = p->figure_first;
    q->figure_end = p->figure_end;
    q->printed = p->printed;
    q->value = p->value;
    q->scale = p->scale;
    q->unit = p->unit;
    q->unit_said = p->unit.len > 0;
    q->bound = p->bound;
    q->approx = p->approx;
    q->has_number = true;
    if (q->per.len == 0)
        q->per = p->per;
    if (q->status == ZT_ACTUAL)
        q->status = p->status;
}

static void fill_range(zt_arena *arena, zt_quantity *q, const zt_phrase *to)
{
    zt_quantity *other = ZT_NEW(arena, zt_quantity);
    *other = *q;
    other->id = NULL;
    other->main = false;
    fill(other, to);
    q->range_to = other;
}

static bool refuse(zt_diags *diags, zt_quantity *q, const char *zh, const char *en)
{
    zt_report(diags, ZT_ERROR, "not-a-number", q->at, "“%.*s”%s%.0s", "\"%.*s\" %.0s%s",
              ZT_ARG(q->text), zh, en);
    return false;
}

/* ---- a value: the whole phrase ---- */

static bool parse_value(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q)
{
    zt_phrase p, to;
    bool range;
    if (zt_phrase_is_stated(q->text))
        return true;
    size_t end = zt_phrase_span(q->text, 0, ZT_DIGITS_OR_HAN, units, &p, &to, &range);
    if (end == 0)
        return refuse(diags, q, "不是数量，应如 46.3万人次、6万余件",
                      "is no quantity, write it like 46.3万人次");
    if (zt_phrase_refuse(arena, diags, q, &p))
        return false;
    fill(q, &p);
    zt_check_hedges(diags, q, &p, range ? &to : &p);
    if (range)
        fill_range(arena, q, &to);
    if (zt_str_trim(rest_of(q->text, end)).len == 0)
        return true;
    zt_phrase_refuse_rest(arena, diags, q, units, end);
    return false;
}

/* ---- a phrase with words ---- */

/* 节约, 目前: here the word before the number is the tail of another word. */
static bool is_tail_of_word(zt_str text, size_t at)
{
    static const char *const words[] = {"节约", "制约", "预约", "合约", "签约", "条约", "最近",
                                        "附近", "临近", "赶超", "反超", "到达", "抵达", "目前",
                                        "此前", "年前", "月前", "日前", "以前", "总共", "一共"};
    const size_t len = sizeof "约" - 1;
    if (at < len)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (zt_str_starts(rest_of(text, at - len), words[i]))
            return true;
    return false;
}

static bool unit_is_one_of(const zt_phrase *p, const char *list)
{
    return p->unit.len > 0 && zt_str_in_words(p->unit, list);
}

/* A number that is the point of the phrase, and not a date or a count on the way to it. */
static bool is_apt(zt_quantity_kind kind, const zt_phrase *p)
{
    switch (kind) {
    case ZT_Q_CHANGE:
    case ZT_Q_SHARE:
        return unit_is_one_of(p, "% ‰ 个百分点 百分点 倍 成");
    case ZT_Q_TARGET:
        return !unit_is_one_of(p, "年 月 日");
    case ZT_Q_VALUE:
    case ZT_Q_RANK:
        return true;
    }
    return true;
}

/* Han numerals occur in ordinary words (一季度), so they count only as 第二, 前十, 百分之三 or with
   a unit. */
static bool han_counts(zt_str text, const zt_phrase *p)
{
    zt_str figure = rest_of(text, p->figure_first);
    return !p->han || p->unit.len > 0 || zt_str_starts(figure, "第") ||
           zt_str_starts(figure, "前") || (p->first == 0 && p->end == text.len);
}

typedef enum choice { APT_ONLY, ANY_NUMBER } choice;

static bool find_phrase(const zt_quantity *q, choice wanted, zt_numerals numerals,
                        const char *units, zt_phrase *out)
{
    for (size_t at = 0; at < q->text.len;) {
        if (is_tail_of_word(q->text, at) || !zt_phrase_read(q->text, at, numerals, units, out) ||
            !han_counts(q->text, out))
            zt_utf8_next(q->text, &at);
        else if (wanted == ANY_NUMBER || is_apt(q->kind, out))
            return true;
        else
            at = out->end;
    }
    return false;
}

/* The first apt number, in digits before Han numerals; else the first of any kind. */
static bool find_best(const zt_quantity *q, const char *units, zt_phrase *out)
{
    return find_phrase(q, APT_ONLY, ZT_DIGITS_ONLY, units, out) ||
           find_phrase(q, APT_ONLY, ZT_DIGITS_OR_HAN, units, out) ||
           find_phrase(q, ANY_NUMBER, ZT_DIGITS_ONLY, units, out) ||
           find_phrase(q, ANY_NUMBER, ZT_DIGITS_OR_HAN, units, out);
}

static bool holds(zt_str text, const char *word)
{
    for (size_t i = 0; i < text.len; i++)
        if (zt_str_starts(rest_of(text, i), word))
            return true;
    return false;
}

static bool says_decrease(zt_str before)
{
    static const char *const words[] = {"降", "减", "跌", "回落", "下滑", "缩", "低", "负增长"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (holds(before, words[i]) && !holds(before, "最低"))
            return true;
    return false;
}

static void turn_negative(zt_num *num)
{
    if (num->scaled > 0)
        num->scaled = -num->scaled;
}

static void read_direction(zt_quantity *q)
{
    q->decrease = q->printed.scaled < 0 || says_decrease(zt_str_slice(q->text, 0, q->figure_first));
    if (q->decrease)
        turn_negative(&q->value);
}

/* Words that are a number of their own. */
typedef struct said {
    zt_quantity_kind kind;
    const char *word;
    int value;
    const char *unit;
} said;

static bool parse_said(zt_quantity *q)
{
    static const said table[] = {
        {ZT_Q_CHANGE, "持平", 0, "%"},     {ZT_Q_CHANGE, "翻番", 100, "%"},
        {ZT_Q_CHANGE, "翻一番", 100, "%"}, {ZT_Q_CHANGE, "翻两番", 300, "%"},
        {ZT_Q_RANK, "首位", 1, ""},        {ZT_Q_RANK, "榜首", 1, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        for (size_t at = 0; q->kind == table[i].kind && at < q->text.len; at++) {
            if (!zt_str_starts(rest_of(q->text, at), table[i].word))
                continue;
            q->figure_first = at;
            q->figure_end = at + strlen(table[i].word);
            q->printed = q->value = (zt_num){table[i].value, 0, ZT_NUM_GIVEN};
            q->unit = zt_str_from(table[i].unit);
            return q->has_number = true;
        }
    return false;
}

static bool parse_words(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q)
{
    zt_phrase p, to;
    if (parse_said(q))
        return true;
    if (!find_best(q, units, &p))
        return refuse(diags, q, "里没有数", "holds no number");
    bool range;
    zt_phrase_span(q->text, p.first, p.han ? ZT_DIGITS_OR_HAN : ZT_DIGITS_ONLY, units, &p, &to,
                   &range);
    if (p.fault == ZT_PHRASE_SLASH)
        p.fault = ZT_PHRASE_SOUND;
    if (zt_phrase_refuse(arena, diags, q, &p))
        return false;
    fill(q, &p);
    zt_check_hedges(diags, q, &p, range ? &to : &p);
    if (range)
        fill_range(arena, q, &to);
    if (q->kind == ZT_Q_CHANGE)
        read_direction(q);
    if (q->kind == ZT_Q_RANK && zt_str_starts(rest_of(q->text, p.first), "前"))
        q->bound = ZT_BELOW; /* 前十: at most the tenth */
    return true;
}

bool zt_quantity_parse(zt_arena *arena, zt_diags *diags, zt_quantity_kind kind, zt_str text,
                       const char *units, zt_quantity *out)
{
    out->kind = kind;
    out->text = text = zt_phrase_tidy(arena, diags, text, out->at, units);
    out->has_number = false;
    if (kind == ZT_Q_TARGET && out->status == ZT_ACTUAL)
        out->status = ZT_TARGET;
    if (zt_str_trim(text).len == 0)
        return refuse(diags, out, "是空的：应写数量，暂缺时写 status=missing",
                      "is empty: write a quantity, or status=missing while it is not known");
    return kind == ZT_Q_VALUE ? parse_value(arena, diags, units, out)
                              : parse_words(arena, diags, units, out);
}
