/* Refusals of phrases that were not understood whole. Each hint is tried before it is given. */
#include "model/phrase_words_imp.h"

#include "base/arena.h"
#include "base/utf8.h"

/* The kind of element that reads this phrase without a finding: the one wished for, or another;
   false when none does. */
static bool find_kind(zt_arena *arena, const char *units, zt_str text, zt_quantity_kind wished,
                      zt_quantity_kind *out)
{
    static const zt_quantity_kind kinds[] = {ZT_Q_CHANGE, ZT_Q_RANK, ZT_Q_SHARE, ZT_Q_VALUE};
    for (size_t i = 0; i <= sizeof kinds / sizeof *kinds; i++) {
        zt_quantity_kind kind = i == 0 ? wished : kinds[i - 1];
        zt_quantity probe = {0};
        zt_diags *unheard = zt_diags_new_trial(arena);
        if (zt_quantity_parse(arena, unheard, kind, text, units, &probe) &&
            zt_diags_count(unheard) == 0) {
            *out = kind;
            return true;
        }
    }
    return false;
}

/* Two phrases in one element and what stands between them; `kind` is that of the second. */
typedef struct halves {
    zt_str first, between, second;
    zt_quantity_kind kind;
} halves;

/* 分别增长22%和14%: the words before the first number hold for the second. */
static zt_str completed(zt_arena *arena, const zt_quantity *q, zt_str second)
{
    zt_cursor c = {NULL, q->text, 0};
    zt_take(&c, "分别");
    zt_str words = zt_str_slice(q->text, c.at, q->figure_first);
    return zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(words), ZT_ARG(second)));
}

/* Whether the text is two phrases, each of which reads on its own: then the message can say how to
   write them. The second may need the words before the first number (分别增长22%和14%). */
static bool split(zt_arena *arena, const zt_quantity *q, const zt_cursor *c, halves *out)
{
    zt_cursor behind = *c, front = {NULL, q->text, 0};
    zt_quantity_kind kind;
    zt_take(&front, "分别");
    if (!zt_take_any(&behind, "， , 、 ； ; 和 与 及 以及 且 并 至 到", &out->between))
        return false;
    out->first = zt_str_trim(zt_str_slice(q->text, front.at, c->at));
    out->second = zt_str_trim(zt_cursor_rest(&behind));
    if (!find_kind(arena, c->units, out->first, q->kind, &kind) || kind != q->kind)
        return false;
    zt_str whole = completed(arena, q, out->second);
    zt_quantity alone = {0};
    if (zt_quantity_parse(arena, zt_diags_new_trial(arena), q->kind, out->second, c->units,
                          &alone) &&
        alone.figure_first > 0) { /* it has words of its own */
        out->kind = q->kind;
        return true;
    }
    if (q->figure_first > 0 && find_kind(arena, c->units, whole, q->kind, &out->kind) &&
        out->kind == q->kind)
        out->second = whole;
    else if (!find_kind(arena, c->units, out->second, q->kind, &out->kind))
        return false;
    return true;
}

/* What a grammar left over from its cursor on: two-figures when another number follows, otherwise
   left-over. Always false, and the quantity has no number. */
bool zt_refuse_rest(zt_arena *arena, zt_diags *diags, zt_quantity *q, const zt_cursor *c)
{
    halves h = {0};
    zt_cursor number = *c;
    bool two = q->has_number && zt_number_ahead(c);
    if (!q->has_number && !zt_cursor_done(c))
        zt_next_number(&number); /* what stands before it is what is not understood */
    if (number.at == c->at)
        number.at = c->text.len;
    zt_str rest = zt_str_trim(zt_str_slice(c->text, c->at, number.at));
    q->range_to = q->from = NULL;
    if (two && !zt_diags_is_trial(diags) && split(arena, q, c, &h))
        zt_report(diags, ZT_ERROR, "two-figures", q->at,
                  "“%.*s”里有两个数；写成两个元素：<%s>%.*s</%s>%.*s<%s>%.*s</%s>",
                  "\"%.*s\" holds two figures; write two elements: "
                  "<%s>%.*s</%s>%.*s<%s>%.*s</%s>",
                  ZT_ARG(q->text), zt_quantity_element(q->kind), ZT_ARG(h.first),
                  zt_quantity_element(q->kind), ZT_ARG(h.between), zt_quantity_element(h.kind),
                  ZT_ARG(h.second), zt_quantity_element(h.kind));
    else if (!two && zt_refuse_outside(arena, diags, q, c->units))
        return false;
    else if (two)
        zt_report(
            diags, ZT_ERROR, "two-figures", q->at,
            "“%.*s”里余下的“%.*s”还有一个数；一个 <%s> 只放一个数，另一个写成另一个元素",
            "\"%.*s\": \"%.*s\", which is left over, holds a second figure; one <%s> holds one, "
            "put the other into an element of its own",
            ZT_ARG(q->text), ZT_ARG(rest), zt_quantity_element(q->kind));
    else
        zt_report(diags, ZT_ERROR, "left-over", q->at,
                  "“%.*s”里余下“%.*s”没有读懂；<%s> 里只放数和它的说法，别的话写在元素外",
                  "\"%.*s\": \"%.*s\" is left over; <%s> holds a figure and its own words, put the "
                  "rest outside",
                  ZT_ARG(q->text), ZT_ARG(rest), zt_quantity_element(q->kind));
    q->has_number = false;
    return false;
}

/* What no rule has taken: a number that is not understood, or none at all. */
bool zt_refuse_unread(zt_arena *arena, zt_diags *diags, zt_quantity *q, const zt_cursor *c)
{
    return zt_number_ahead(c) ? zt_refuse_rest(arena, diags, q, c) : zt_refuse_number(diags, q);
}
