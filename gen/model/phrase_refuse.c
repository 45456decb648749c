/* Why a phrase that looks like a number is none, and what to write instead; and the phrases that
   are printed as they stand. */
#include "model/phrase_imp.h"

#include <string.h>

#include "base/han.h"
#include "model/phrase_words_imp.h"

/* A number as the message proposes it, in Han numerals where the phrase uses them. */
static zt_str written(zt_arena *arena, zt_num num, bool han)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    if (han)
        zt_han_print_num(&out, num);
    else
        zt_num_print(&out, num, false);
    return zt_buf_view(&out);
}

/* 三万五: 三万五千 or 三万零五? */
static void refuse_spoken(zt_arena *arena, zt_diags *diags, const zt_quantity *q,
                          const zt_phrase *p)
{
    zt_str behind = zt_rest_of(q->text, p->figure_end);
    zt_str one = written(arena, p->other, p->han), two = written(arena, p->printed, p->han);
    zt_report(diags, ZT_ERROR, "number-ambiguous", q->at,
              "“%.*s”有两种读法，%.*s 或 %.*s；写“%.*s%.*s”或“%.*s%.*s”",
              "\"%.*s\" can be read as %.*s and as %.*s; write \"%.*s%.*s\" or \"%.*s%.*s\"",
              ZT_ARG(q->text), ZT_ARG(written(arena, p->other, false)),
              ZT_ARG(written(arena, p->printed, false)), ZT_ARG(one), ZT_ARG(behind), ZT_ARG(two),
              ZT_ARG(behind));
}

/* A refusal with a code and a reason in both languages. Always false. */
bool zt_refuse(zt_diags *diags, zt_quantity *q, const char *code, const char *zh, const char *en)
{
    q->has_number = false;
    zt_report(diags, ZT_ERROR, code, q->at, "“%.*s”%s%.0s", "\"%.*s\" %.0s%s", ZT_ARG(q->text), zh,
              en);
    return false;
}

/* not-a-number for a phrase without any number. */
bool zt_refuse_number(zt_diags *diags, zt_quantity *q)
{
    return zt_refuse(diags, q, "not-a-number", "里没有数", "holds no number");
}

/* not-a-number with a reason in both languages. */
static void refuse_plainly(zt_diags *diags, zt_quantity *q, const char *zh, const char *en)
{
    zt_refuse(diags, q, "not-a-number", zh, en);
}

/* Reports the fault of a phrase; false when it has none. */
bool zt_phrase_refuse(zt_arena *arena, zt_diags *diags, zt_quantity *q, const zt_phrase *p)
{
    switch (p->fault) {
    case ZT_PHRASE_SOUND:
        return false;
    case ZT_PHRASE_SPOKEN:
        refuse_spoken(arena, diags, q, p);
        return true;
    case ZT_PHRASE_TOO_LONG:
        refuse_plainly(diags, q, "位数太多：最多 18 位有效数字", "has too many digits, at most 18");
        return true;
    case ZT_PHRASE_SLASH:
        refuse_plainly(diags, q, "可以是分数、日期或比分：分数写如“四分之三”",
                       "may be a fraction, a date or a score: write a fraction like 四分之三");
        return true;
    case ZT_PHRASE_OPEN_SIGN:
        refuse_plainly(
            diags, q, "里零下、负管到哪里不清楚：两头都写，如“零下10℃至零下5℃”",
            "leaves open how far 零下 or 负 holds: write it at both ends, 零下10℃至零下5℃");
        return true;
    case ZT_PHRASE_UNITS:
        refuse_plainly(diags, q, "两头的单位不同：用一个单位写",
                       "has two units: use one for both ends");
        return true;
    case ZT_PHRASE_NESTED:
        refuse_plainly(diags, q, "的起讫本身又是约数：写成一个范围，如 7—10个",
                       "runs between numbers that are open themselves: write one range, 7—10个");
        return true;
    }
    return true;
}

/* ---- scores and times of the day ---- */

/* The byte behind ASCII digits. */
static size_t past_number(zt_str text, size_t at)
{
    while (at < text.len && text.data[at] >= '0' && text.data[at] <= '9')
        at++;
    return at;
}

/* The byte behind the first of the words that stands there, or `at`. */
static size_t past_one_of(zt_str text, size_t at, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (zt_str_starts(zt_rest_of(text, at), words[i]))
            return at + strlen(words[i]);
    return at;
}

/* Scores and times of the day, 3:2 and 15时30分, are printed as they stand: they have no number to
   calculate with. */
bool zt_phrase_is_stated(zt_str text)
{
    static const char *const colons[] = {":", "：", "∶"}, *const hours[] = {"时", "点"};
    static const char *const parts[] = {"整", "半", "许"};
    size_t at = past_number(text, 0), from = at;
    if (at == 0)
        return false;
    if ((at = past_one_of(text, from, colons, 3)) > from) {
        size_t end = past_number(text, at);
        from = end > at ? past_one_of(text, end, colons, 3) : end;
        return end > at && (from == end ? end : past_number(text, from)) == text.len &&
               (from == end || from < text.len);
    }
    at = past_one_of(text, from, hours, 2);
    if (at == from)
        return false;
    if (past_one_of(text, at, parts, 3) == text.len && at < text.len)
        return true;
    from = past_number(text, at);
    return from > at && zt_str_is(zt_rest_of(text, from), "分");
}
