/* The amounts of a change: where one stands behind its time, and what it means for the quantity
   with the sign of its verb. */
#include "model/change_imp.h"

#include "base/ratio.h"
#include "base/utf8.h"
#include "model/calc.h"

/* direction-contradicts: 下降−5% says the decline twice, and could mean a growth. */
static bool refuse_sign(zt_change_reader *r, zt_str word, const zt_amount *a)
{
    zt_str figure = zt_str_slice(r->q->text, a->p.figure_first, a->p.figure_end);
    zt_str bare = figure;
    size_t first = 0;
    zt_utf8_next(figure, &first);
    bare = zt_str_slice(figure, first, figure.len);
    zt_report(r->diags, ZT_ERROR, "direction-contradicts", r->q->at,
              "“%.*s”：“%.*s”已说是减少，数前又有正负号；写“%.*s%.*s%.*s”",
              "\"%.*s\": \"%.*s\" says decline already and the number has a sign; write "
              "\"%.*s%.*s%.*s\"",
              ZT_ARG(r->q->text), ZT_ARG(word), ZT_ARG(word), ZT_ARG(bare), ZT_ARG(a->p.unit));
    return false;
}

/* Whether the figure is written with a sign. */
bool zt_change_is_signed(zt_str text, const zt_phrase *p)
{
    char first = p->figure_first < text.len ? text.data[p->figure_first] : '\0';
    return p->printed.scaled < 0 || first == '+';
}

/* Whether either end of the amount is below zero. */
static bool is_negative(const zt_amount *a)
{
    return a->p.printed.scaled < 0 || (a->range && a->to.printed.scaled < 0);
}

/* More than all of it cannot go: 下降2倍 is 下降三分之二 or nothing. */
static bool refuse_times(zt_change_reader *r, const zt_amount *a)
{
    zt_num one = {1, 0, ZT_NUM_GIVEN};
    if (!zt_str_is(a->p.unit, "倍") || zt_num_compare(a->p.printed, one) < 0)
        return false;
    zt_report(
        r->diags, ZT_ERROR, "direction-contradicts", r->q->at,
        "“%.*s”：减少不能用倍数，最多减去全部；写减少百分之几，或“减至原来的几分之一”",
        "\"%.*s\": a decline cannot be told in 倍, no more than all can go; write per cent, or "
        "减至原来的几分之一",
        ZT_ARG(r->q->text));
    r->refused = true;
    return true;
}

/* Takes an amount with its sign as what the phrase says. A decline is stored as a negative number.
 */
bool zt_change_put(zt_change_reader *r, zt_saying says, const zt_amount *a, int sign, zt_str word)
{
    if (sign < 0 && (zt_change_is_signed(r->q->text, &a->p) ||
                     (a->range && zt_change_is_signed(r->q->text, &a->to)))) {
        r->refused = true;
        return refuse_sign(r, word, a);
    }
    if (sign < 0 && says == ZT_SAYS_PLAIN && refuse_times(r, a))
        return false;
    if (!zt_fill_amount(r->arena, r->diags, r->q, a, sign)) {
        r->refused = true;
        return false;
    }
    r->q->says = says;
    r->q->decrease = says != ZT_SAYS_LEVEL && (sign < 0 || is_negative(a));
    return true;
}

/* 的 behind a time: 2025年底的24600元. A date is no amount. */
bool zt_change_dated_amount(zt_cursor *c, zt_amount *a, bool single, zt_when *when, bool *dated)
{
    zt_cursor here = *c;
    *dated = zt_take_time(&here, when);
    if (*dated) {
        zt_take(&here, "的");
        if (single ? zt_take_single(&here, a) : zt_take_amount(&here, a)) {
            *c = here;
            return true;
        }
    }
    *dated = false;
    return single ? zt_take_single(c, a) : zt_take_amount(c, a);
}

/* 2025年 is a date, 3年 may be what something grew by. */
bool zt_change_is_year(const zt_amount *a)
{
    return zt_str_is(a->p.unit, "年") && a->p.printed.scaled >= 1000;
}

/* 3倍, 85%, 三分之一 of what it was. */
bool zt_change_put_ratio(zt_change_reader *r, const zt_amount *a)
{
    zt_ratio times, less;
    int64_t factor = zt_calc_factor(a->p.unit);
    zt_num growth;
    if (factor == 0 || a->range || is_negative(a) || a->p.fault != ZT_PHRASE_SOUND)
        return false;
    if (!zt_change_put(r, ZT_SAYS_RATIO, a, 1, (zt_str){0}) || !zt_ratio_of(a->p.value, &times) ||
        !zt_ratio_subtract(times, (zt_ratio){factor, 1}, &less) ||
        !zt_ratio_round(less, 0, a->p.value.decimals, ZT_ROUND_HALF_UP, &growth))
        return false;
    r->q->value = growth;
    r->q->decrease = growth.scaled < 0;
    return true;
}

/* 至, 到, 为 make a level of a verb. */
bool zt_change_level_word(zt_cursor *c)
{
    return zt_take_any(c, "至 到 到了 为 成 至约 为约 抵", NULL);
}
