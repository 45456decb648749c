/* A phrase becomes a quantity. That of a value must be a quantity and nothing else; those of
   change, rank, share and target have grammars of their own (read_*.c). A sentence is never
   searched. */
#include "model/quantity_imp.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/english_words_imp.h"
#include "model/phrase_words_imp.h"

/* ---- a value: the whole phrase ---- */

/* A value: the whole text must be one quantity. Scores and times of the day are accepted as text
   without a number. */
static bool parse_value(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q)
{
    zt_amount amount = {0};
    if (zt_phrase_is_stated(q->text))
        return true;
    size_t end =
        zt_phrase_span(q->text, 0, ZT_DIGITS_OR_HAN, units, &amount.p, &amount.to, &amount.range);
    if (end == 0 && zt_refuse_outside(arena, diags, q, units))
        return false;
    if (end == 0)
        return zt_refuse(diags, q, "not-a-number", "不是数量，应如 46.3万人次、6万余件",
                         "is no quantity, write it like 46.3万人次");
    if (!zt_fill_amount(arena, diags, q, &amount, 1))
        return false;
    zt_str rest = zt_str_trim(zt_rest_of(q->text, end));
    if (rest.len == 0)
        return true;
    if (!zt_phrase_refuse_behind(arena, diags, q, units, rest) &&
        !zt_refuse_outside(arena, diags, q, units))
        zt_report(diags, ZT_ERROR, "not-a-number", q->at,
                  "“%.*s”只有前面一部分是数量，余下“%.*s”；只把数量放在元素里",
                  "only the beginning of \"%.*s\" is a quantity, \"%.*s\" is left; put nothing "
                  "else into the element",
                  ZT_ARG(q->text), ZT_ARG(rest));
    return false;
}

/* ---- all kinds ---- */

/* Characters. The grammars try a name at each place where one may end, which is for phrases and
   not for pages: 2000 characters took half a minute. */
enum { LONGEST_PHRASE = 100 };

/* Chooses the grammar by the kind of quantity. */
static bool parse_kind(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q)
{
    switch (q->kind) {
    case ZT_Q_CHANGE:
        return zt_read_change(arena, diags, units, q);
    case ZT_Q_RANK:
        return zt_read_rank(arena, diags, units, q);
    case ZT_Q_SHARE:
        return zt_read_share(arena, diags, units, q);
    case ZT_Q_TARGET:
        return zt_read_target(arena, diags, units, q);
    case ZT_Q_VALUE:
        break;
    }
    return parse_value(arena, diags, units, q);
}

/* Reads a phrase of the given kind into *out, whose place and attributes are set already. False
   after a report; *out then keeps the text and has no number. */
bool zt_quantity_parse(zt_arena *arena, zt_diags *diags, zt_quantity_kind kind, zt_str text,
                       const char *units, zt_quantity *out)
{
    out->kind = kind;
    out->text = text = zt_phrase_tidy(arena, diags, text, out->at, units);
    out->has_number = false;
    if (kind == ZT_Q_TARGET && out->status == ZT_ACTUAL)
        out->status = ZT_TARGET;
    if (zt_str_trim(text).len == 0)
        return zt_refuse(diags, out, "not-a-number", "是空的：应写数量，暂缺时写 status=missing",
                         "is empty: write a quantity, or status=missing while it is not known");
    if (zt_utf8_count(text) > LONGEST_PHRASE)
        return zt_refuse(
            diags, out, "not-a-number", "太长（最多 100 字）：元素里只放一个数和它的说法",
            "is too long (at most 100 characters): an element holds one figure and its "
            "own words");
    bool english = out->language == ZT_LANG_EN && !zt_utf8_holds_han(text);
    if (english ? zt_english_read(arena, diags, out) : parse_kind(arena, diags, units, out))
        return true;
    /* What was not understood whole says nothing: 由400家增加到470家下降1%. */
    out->has_number = false;
    out->says = ZT_SAYS_PLAIN;
    out->from = out->range_to = NULL;
    return false;
}
