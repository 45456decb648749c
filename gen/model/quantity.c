/* A phrase becomes a quantity. That of a value must be a quantity and nothing else; those of
   change, rank, share and target have grammars of their own (read_*.c). A sentence is never
   searched. */
#include "model/quantity_imp.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/phrase_words_imp.h"

/* ---- from phrase to quantity ---- */

/* Takes over what a phrase says; attributes that were written (per=, status=) win over its words.
 */
void zt_quantity_fill(zt_quantity *q, const zt_phrase *p)
{
    q->figure_first = p->figure_first;
    q->figure_end = p->figure_end;
    q->printed = p->printed;
    q->value = p->value;
    q->scale = p->scale;
    q->unit = p->unit;
    q->unit_given = p->unit.len > 0;
    q->bound = q->own_bound = p->bound;
    q->approx = p->approx;
    q->has_number = true;
    if (q->per.len == 0)
        q->per = p->per;
    if (q->status == ZT_ACTUAL)
        q->status = p->status;
}

/* The upper end as a quantity of its own, which cannot be referred to. */
static void fill_range(zt_arena *arena, zt_quantity *q, const zt_phrase *to)
{
    zt_quantity *other = ZT_NEW(arena, zt_quantity);
    *other = *q;
    other->id = NULL;
    other->main = false;
    zt_quantity_fill(other, to);
    q->range_to = other;
}

/* not-a-number with a reason in both languages. Always false. */
static bool refuse(zt_diags *diags, zt_quantity *q, const char *zh, const char *en)
{
    zt_report(diags, ZT_ERROR, "not-a-number", q->at, "“%.*s”%s%.0s", "\"%.*s\" %.0s%s",
              ZT_ARG(q->text), zh, en);
    return false;
}

/* ---- a value: the whole phrase ---- */

/* A value: the whole text must be one quantity. Scores and times of the day are accepted as text
   without a number. */
static bool parse_value(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q)
{
    zt_phrase p, to;
    bool range;
    if (zt_phrase_is_stated(q->text))
        return true;
    size_t end = zt_phrase_span(q->text, 0, ZT_DIGITS_OR_HAN, units, &p, &to, &range);
    if (end == 0 && zt_refuse_outside(arena, diags, q, units))
        return false;
    if (end == 0)
        return refuse(diags, q, "不是数量，应如 46.3万人次、6万余件",
                      "is no quantity, write it like 46.3万人次");
    if (zt_phrase_refuse(arena, diags, q, &p))
        return false;
    zt_quantity_fill(q, &p);
    zt_check_hedges(diags, q, &p, range ? &to : &p);
    if (range)
        fill_range(arena, q, &to);
    if (zt_str_trim(zt_rest_of(q->text, end)).len == 0)
        return true;
    zt_phrase_refuse_rest(arena, diags, q, units, end);
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
        return refuse(diags, out, "是空的：应写数量，暂缺时写 status=missing",
                      "is empty: write a quantity, or status=missing while it is not known");
    if (zt_utf8_count(text) > LONGEST_PHRASE)
        return refuse(diags, out, "太长（最多 100 字）：元素里只放一个数和它的说法",
                      "is too long (at most 100 characters): an element holds one figure and its "
                      "own words");
    if (parse_kind(arena, diags, units, out))
        return true;
    /* What was not understood whole says nothing: 由400家增加到470家下降1%. */
    out->has_number = false;
    out->says = ZT_SAYS_PLAIN;
    out->from = out->range_to = NULL;
    return false;
}

zt_str zt_bare_phrase(const zt_quantity *quantity)
{
    return quantity->labelled ? quantity->bare : quantity->text;
}

/* A figure that was computed from calc= is 推算 whatever its status says: readers must see that no
   source states it. */
zt_str zt_status_word(const zt_quantity *quantity)
{
    static const char *const words[] = {[ZT_ESTIMATE] = "估计",
                                        [ZT_COMPUTED] = "推算",
                                        [ZT_FORECAST] = "预测",
                                        [ZT_TARGET] = "目标",
                                        [ZT_REVISED] = NULL};
    static const char *const own[] = {"预计", "预测", "推算", "估计"};
    if (!quantity)
        return (zt_str){0};
    if (quantity->derived)
        return zt_str_holds(quantity->bare, ZT_STR("推算")) ? (zt_str){0} : ZT_STR("推算");
    zt_str text = zt_bare_phrase(quantity);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (zt_str_holds(text, zt_str_from(own[i])))
            return (zt_str){0};
    const char *word = words[quantity->status];
    return word ? zt_str_from(word) : (zt_str){0};
}

bool zt_rank_is_within(const zt_quantity *rank)
{
    return rank->within.len > 0 || zt_str_starts(rank->text, "前");
}

/* Whether a rank is the place that the item has in its list: then it need not be printed beside
   it. */
bool zt_rank_is_place(const zt_quantity *rank, size_t place)
{
    return rank->tie || (rank->has_number && rank->printed.decimals == 0 &&
                         rank->printed.scaled == (long long)place);
}
