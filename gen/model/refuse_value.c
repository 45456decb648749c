/* What stands behind a value that was read: a unit that is nearly known or new, a slip in the
   number. A unit is only proposed when the phrase then reads as a whole. */
#include "model/phrase_imp.h"

#include "base/arena.h"
#include "base/unit.h"
#include "base/utf8.h"
#include "model/phrase_words_imp.h"

/* A word and nothing else: a unit that no table knows, rather than a sentence. */
static bool is_word(zt_str text)
{
    enum { LONGEST = 6 };
    if (text.len == 0 || zt_utf8_count(text) > LONGEST)
        return false;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        bool latin = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!latin && !zt_is_han(c))
            return false;
    }
    return true;
}

/* Whether the text is one quantity and nothing else. */
static bool reads_whole(zt_str text, const char *units)
{
    zt_phrase from, to;
    bool range;
    size_t end = zt_phrase_span(text, 0, ZT_DIGITS_OR_HAN, units, &from, &to, &range);
    return end > 0 && from.fault == ZT_PHRASE_SOUND && zt_str_trim(zt_rest_of(text, end)).len == 0;
}

/* 锭 of 锭以上: what suffixes leave. */
static zt_str without_suffix(zt_str word)
{
    for (size_t at = 0; at < word.len;) {
        if (at > 0 && zt_after_prefix(zt_rest_of(word, at)) == word.len - at)
            return zt_str_slice(word, 0, at);
        zt_utf8_next(word, &at);
    }
    return word;
}

/* 辆 for 量. */
static bool propose_known(zt_arena *arena, zt_diags *diags, const zt_quantity *q, const char *units,
                          zt_str word)
{
    const char *near = zt_han_end(word, 0) > 0 ? NULL : zt_unit_nearest(arena, word);
    int power;
    zt_str unit;
    size_t known = zt_unit_split(word, units, &power, &unit);
    const char *own = zt_str_copy(arena, zt_str_slice(word, 0, known)).data;
    if (near && known > 0 && known < word.len && zt_str_starts(zt_str_from(near), own))
        near = own; /* 吨 of 吨粮, not 吨碳 */
    if (!near)
        return false;
    size_t from = (size_t)(word.data - q->text.data);
    zt_str before = zt_str_slice(q->text, 0, from), after = zt_rest_of(q->text, from + word.len);
    const char *right = zt_arena_printf(arena, "%.*s%s%.*s", ZT_ARG(before), near, ZT_ARG(after));
    if (!reads_whole(zt_str_from(right), units))
        return false;
    zt_report(diags, ZT_ERROR, "unknown-unit", q->at, "“%.*s”里的单位“%.*s”不认识；是否想写“%s”？",
              "unknown unit in \"%.*s\": \"%.*s\"; did you mean \"%s\"?", ZT_ARG(q->text),
              ZT_ARG(word), right);
    return true;
}

/* unit="锭", when the phrase is understood with it. */
static bool propose_new(zt_arena *arena, zt_diags *diags, const zt_quantity *q, const char *units,
                        zt_str word)
{
    int power;
    if (!is_word(word) || zt_scale_prefix(word, &power) > 0 || zt_han_end(word, 0) > 0)
        return false;
    const char *more = zt_arena_printf(arena, "%s %.*s", units ? units : "", ZT_ARG(word));
    if (!reads_whole(q->text, more))
        return false;
    zt_report(diags, ZT_ERROR, "unknown-unit", q->at,
              "“%.*s”里的单位“%.*s”不认识；若没有写错，加 unit=\"%.*s\" 或写进主题的 <units>",
              "unknown unit in \"%.*s\": \"%.*s\"; if it is right add unit=\"%.*s\" or put it into "
              "the theme's <units>",
              ZT_ARG(q->text), ZT_ARG(word), ZT_ARG(word));
    return true;
}

/* Whether one text is a slice of the other, by address. */
static bool lies_in(zt_str part, zt_str whole)
{
    uintptr_t from = (uintptr_t)whole.data, at = (uintptr_t)part.data;
    return part.len > 0 && at >= from && at < from + whole.len;
}

/* 1米8, 5块3: said, and not written. */
static bool refuse_digit_behind(zt_diags *diags, const zt_quantity *q, zt_str rest)
{
    zt_num part;
    if (!lies_in(q->unit, q->text) || !zt_num_parse(rest, &part) || rest.data[0] < '0' ||
        rest.data[0] > '9')
        return false;
    zt_report(diags, ZT_ERROR, "not-a-number", q->at,
              "“%.*s”的单位后面又有数字“%.*s”：小数写在单位前面，如“%.*s.%.*s%.*s”",
              "\"%.*s\" has digits behind its unit, \"%.*s\": decimals stand before it, as in "
              "\"%.*s.%.*s%.*s\"",
              ZT_ARG(q->text), ZT_ARG(rest),
              ZT_ARG(zt_str_slice(q->text, q->figure_first, q->figure_end)), ZT_ARG(rest),
              ZT_ARG(q->unit));
    return true;
}

/* 7O万平方米, 1l5家: a letter where a digit is meant. */
static bool refuse_letter(zt_arena *arena, zt_diags *diags, const zt_quantity *q, const char *units)
{
    zt_buf out;
    size_t letters = 0;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < q->text.len; i++) {
        char c = q->text.data[i], before = i > 0 ? q->text.data[i - 1] : ' ';
        bool behind = before >= '0' && before <= '9';
        char digit = c == 'O' || c == 'o' ? '0' : c == 'l' || c == 'I' ? '1' : '\0';
        letters += behind && digit;
        zt_buf_str(&out, (zt_str){behind && digit ? &digit : q->text.data + i, 1});
    }
    if (letters == 0 || !reads_whole(zt_buf_view(&out), units))
        return false;
    zt_report(
        diags, ZT_ERROR, "not-a-number", q->at,
        "“%.*s”的数里有字母（O 不是 0，l 不是 1）；是否想写“%.*s”？",
        "\"%.*s\" has a letter in its number (O is not 0, l is not 1); did you mean \"%.*s\"?",
        ZT_ARG(q->text), ZT_ARG(zt_buf_view(&out)));
    return true;
}

/* Each proposal was tried before it is made: a unit that is nearly known, a new one by unit=. */
bool zt_phrase_refuse_behind(zt_arena *arena, zt_diags *diags, zt_quantity *q, const char *units,
                             zt_str rest)
{
    zt_str words[2] = {without_suffix(rest), without_suffix(rest)};
    q->has_number = false;
    if (refuse_digit_behind(diags, q, rest) || refuse_letter(arena, diags, q, units))
        return true;
    /* The unit may be longer than we know: 班列 and not 班. */
    if (lies_in(q->unit, q->text))
        words[0] =
            without_suffix(zt_str_trim(zt_rest_of(q->text, (size_t)(q->unit.data - q->text.data))));
    for (int i = 0; i < 2; i++)
        if (propose_known(arena, diags, q, units, words[i]) ||
            propose_new(arena, diags, q, units, words[i]))
            return true;
    return false;
}
