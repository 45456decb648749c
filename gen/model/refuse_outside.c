/* 逆势增长3%, 第6位（并列）, 里氏6.2级: words that no rule takes stand before or behind a phrase
   that can be read. The message writes them outside the element; what it proposes was read first.
 */
#include "model/phrase_words_imp.h"

#include "base/utf8.h"
#include "model/directions.h"

enum {
    /* Characters; more is a sentence, and nobody wants it spelled out. */
    LONGEST = 40,
    /* Findings; fifty are shown, so nothing is sought for the thousandth. */
    ENOUGH = 200,
};

/* Read without a finding. */
static bool reads(zt_arena *arena, const char *units, const zt_quantity *q, zt_str text)
{
    zt_quantity probe = {.status = q->status};
    zt_diags *unheard = zt_diags_new_trial(arena);
    if (!zt_quantity_parse(arena, unheard, q->kind, text, units, &probe) ||
        zt_diags_severity_count(unheard, ZT_ERROR) > 0)
        return false;
    zt_direction verb;
    /* 蹿<change>升5%</change>, 增<change>涨5%</change>: half of a word; and 下将<change>5%</change>
       would lose the direction that the author gave. */
    bool half = zt_direction_at(text, &verb) && zt_utf8_count(verb.word) < 2;
    return q->kind != ZT_Q_CHANGE || (zt_direction_within(text) && !half);
}

/* Whether the text ends in one of the words. */
static bool ends_in(zt_str text, const char *words)
{
    for (size_t at = 0; at < text.len; zt_utf8_next(text, &at))
        if (zt_str_in_words(zt_str_slice(text, at, text.len), words))
            return true;
    return false;
}

/* Whether the text ends in a Han numeral: a cut there would tear a number. */
static bool ends_in_han_numeral(zt_str text)
{
    for (size_t at = 0; at < text.len; zt_utf8_next(text, &at))
        if (zt_han_end(text, at) == text.len)
            return true;
    return false;
}

/* The end of a word: Han, or a mark between clauses; before a value a Latin letter too
   (GDP8.57万元, but TOP10 is no tenth place). */
static bool ends_a_word(zt_str text, zt_quantity_kind kind)
{
    uint32_t last = 0;
    for (size_t at = 0; at < text.len;)
        last = zt_utf8_next(text, &at);
    bool latin = (last >= 'A' && last <= 'Z') || (last >= 'a' && last <= 'z');
    return zt_is_han(last) || (latin && kind == ZT_Q_VALUE) ||
           ends_in(text, "， 、 ； ： ） 》 ” ’ , ; ) ·");
}

/* A number may not be torn from another, nor from a word that makes something else of it, nor a
   phrase from its negation. */
static bool may_cut_front(zt_str front, zt_str rest, zt_quantity_kind kind)
{
    static const char negations[] = "不 未 没 没有 非 无";
    static const char turning[] = "第 负 零下 倒数 几 数 前 后 半 每 上 大 小 好 末 超 近 约 逾";
    zt_cursor before = {NULL, front, 0}, number = {NULL, rest, 0};
    zt_next_number(&number);
    return !zt_number_ahead(&before) && ends_a_word(front, kind) && !ends_in(front, negations) &&
           !(number.at == 0 && (ends_in(front, turning) || ends_in_han_numeral(front))) &&
           !(ends_in(front, "同 环") && zt_str_starts(rest, "比"));
}

/* A remark in brackets, a clause, 的; anything else may be a unit that is mistyped. */
static bool may_cut_back(zt_str back)
{
    zt_cursor c = {NULL, back, 0};
    return !zt_number_ahead(&c) && zt_see_any(&c, "（ ( ， 。 ； 、 ！ ： 的 《 “ , ;").len > 0;
}

/* The shortest beginning without which the rest is read; then the shortest end. */
static bool find_words(zt_arena *arena, const char *units, const zt_quantity *q, size_t *from,
                       size_t *to)
{
    size_t cuts[LONGEST], count = 0;
    zt_str text = q->text;
    for (size_t at = 0; zt_utf8_next(text, &at), at < text.len;)
        cuts[count++] = at;
    *to = text.len;
    for (size_t i = 0; i < count; i++) {
        *from = cuts[i];
        if (may_cut_front(zt_str_slice(text, 0, *from), zt_str_slice(text, *from, text.len),
                          q->kind) &&
            reads(arena, units, q, zt_str_slice(text, *from, text.len)))
            return true;
    }
    *from = 0;
    for (size_t i = count; i > 0; i--) {
        *to = cuts[i - 1];
        if (may_cut_back(zt_str_slice(text, *to, text.len)) &&
            reads(arena, units, q, zt_str_slice(text, 0, *to)))
            return true;
    }
    return false;
}

/* Proposes to move words before or behind the element. False when no such cut makes the rest
   readable, or when this is a trial itself, so that trials do not nest. */
bool zt_refuse_outside(zt_arena *arena, zt_diags *diags, zt_quantity *q, const char *units)
{
    size_t from, to;
    if (zt_diags_is_trial(diags) || zt_diags_count(diags) > ENOUGH ||
        zt_utf8_count(q->text) > LONGEST || !find_words(arena, units, q, &from, &to))
        return false;
    zt_str front = zt_str_slice(q->text, 0, from), phrase = zt_str_slice(q->text, from, to);
    zt_str back = zt_str_slice(q->text, to, q->text.len);
    zt_str words = front.len > 0 ? front : back;
    q->has_number = false;
    zt_report(diags, ZT_ERROR, q->kind == ZT_Q_VALUE ? "not-a-number" : "left-over", q->at,
              "“%.*s”里多出“%.*s”，写在元素外：%.*s<%s>%.*s</%s>%.*s",
              "\"%.*s\": \"%.*s\" is left over; put it outside: %.*s<%s>%.*s</%s>%.*s",
              ZT_ARG(q->text), ZT_ARG(words), ZT_ARG(front), zt_quantity_element(q->kind),
              ZT_ARG(phrase), zt_quantity_element(q->kind), ZT_ARG(back));
    return true;
}
