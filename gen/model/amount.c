/* One number with its unit inside a phrase of change, rank, share or target, and how it becomes a
   quantity. */
#include "model/phrase_words_imp.h"

#include <string.h>

#include "base/arena.h"
#include "base/ratio.h"
#include "base/utf8.h"

bool zt_unit_among(const zt_phrase *p, const char *units)
{
    return p->unit.len > 0 && zt_str_in_words(p->unit, units);
}

/* ---- 一半, 三分之二, 3/4 ---- */

/* The numerator or denominator of a spelled part: figures (3), Han numerals (三), or 千 and 万
   alone, as in 千分之五. Refuses 七八, which is an estimate (“seven or eight”) and no number, and
   anything past 10000, so that no product of two overflows. */
static bool take_whole(zt_cursor *c, int64_t *out)
{
    size_t from = c->at, end = zt_number_end(c->text, from);
    zt_num num;
    long long spelled;
    if (end > from && zt_num_parse(zt_str_slice(c->text, from, end), &num) && num.decimals == 0) {
        *out = num.scaled;
    } else {
        end = zt_han_end(c->text, from);
        zt_str word = zt_str_slice(c->text, from, end);
        if (zt_str_is(word, "千") || zt_str_is(word, "万")) { /* 千分之五 */
            c->at = end;
            *out = zt_str_is(word, "千") ? 1000 : 10000;
            return true;
        }
        bool powers = false; /* 七八 is no 78 */
        for (zt_cursor k = {NULL, word, 0}; k.at < word.len; zt_utf8_next(word, &k.at))
            powers |= zt_see_any(&k, "十 百 千 万").len > 0;
        if (end == from || !zt_han_number(word, &spelled) || (zt_utf8_count(word) > 1 && !powers))
            return false;
        *out = spelled;
    }
    c->at = end;
    return *out > 0 && *out <= 10000;
}

/* 三分之二, 3/4. */
static bool take_fraction(zt_cursor *c, zt_ratio *out)
{
    zt_cursor here = *c;
    int64_t a, b;
    if (!take_whole(&here, &a))
        return false;
    bool spelled = zt_take(&here, "分之");
    if (!spelled && !zt_take_any(&here, "/ ／", NULL))
        return false;
    if (!take_whole(&here, &b))
        return false;
    *c = here;
    *out = spelled ? (zt_ratio){b, a} : (zt_ratio){a, b};
    return true;
}

/* 一半 and its like, or a fraction. 百分之五 is refused: it is read elsewhere as 5%. */
static bool take_part_word(zt_cursor *c, zt_ratio *out)
{
    if (zt_take_any(c, "一半 半数 对半", NULL)) {
        *out = (zt_ratio){1, 2};
        return true;
    }
    zt_cursor here = *c; /* 百分之 is read as %, which is what it means */
    if (zt_see_any(&here, "百分之").len > 0 || !take_fraction(&here, out))
        return false;
    *c = here;
    return true;
}

/* In per cent: exact where that ends within four places, else rounded to four. */
static bool set_ratio(zt_phrase *p, zt_ratio part)
{
    zt_ratio percent;
    if (!zt_ratio_multiply(part, (zt_ratio){100, 1}, &percent) ||
        !zt_ratio_round(percent, 0, 4, ZT_ROUND_HALF_UP, &p->printed))
        return false;
    zt_num_trim(&p->printed);
    p->value = p->printed;
    p->unit = ZT_STR("%");
    return true;
}

/* Records what a hedging word claims: about (约), below (近, 不足) or above (超, 多). 近 and 多
   also make the figure approximate, for the claim is that it is close. Each word counts in
   `hedges`, so that contradictory ones are reported later (zt_check_hedges). */
static void apply_hedge(zt_phrase *p, zt_str word)
{
    if (zt_str_in_words(word, "约 大约 大概 约为 左右 上下")) {
        p->bound = ZT_ABOUT;
        p->approx = true;
    } else if (zt_str_in_words(word, "近 将近 接近 近乎 不足 不到 以下 不超过 最多 至多")) {
        p->bound = ZT_BELOW;
        p->approx |= zt_str_in_words(word, "近 将近 接近 近乎");
    } else if (zt_str_in_words(word, "超 超过 超出 逾 过 至少 不低于 不少于 以上 多 强")) {
        p->bound = ZT_ABOVE;
        p->approx |= zt_str_is(word, "多");
    }
    p->hedges++;
}

/* A part of one with the words around it: 近一半, 超过三分之二, 过半. Bare 半 counts only behind a
   hedge, since it stands in many words. The amount is in per cent, and `spelled` keeps the printed
   words from being recomputed. The cursor moves only when all of it is read. */
static bool take_part(zt_cursor *c, zt_amount *out)
{
    static const char before[] =
        "约 大约 大概 约为 近 将近 接近 近乎 不足 不到 超 超过 超出 逾 过 至少 "
        "不低于 不少于 不超过 最多 至多 达 达到 高达 仅";
    zt_cursor here = *c;
    zt_ratio part;
    zt_str word;
    zt_skip_blanks(&here);
    *out = (zt_amount){.spelled = true};
    out->p.first = here.at;
    while (zt_take_any(&here, before, &word))
        if (!zt_str_in_words(word, "达 达到 高达 仅"))
            apply_hedge(&out->p, word);
    out->p.figure_first = here.at;
    if (out->p.hedges > 0 && zt_take_any(&here, "半 半数", NULL))
        part = (zt_ratio){1, 2}; /* 过半, 近半 */
    else if (here.at > out->p.figure_first || !take_part_word(&here, &part))
        return false;
    out->p.figure_end = here.at;
    if (zt_take_any(&here, "以上 以下 左右 上下 多 强", &word))
        apply_hedge(&out->p, word);
    out->p.end = here.at;
    out->p.han = true;
    if (!set_ratio(&out->p, part))
        return false;
    *c = here;
    return true;
}

/* ---- a number with its unit ---- */

/* 第 and 前 make a place of a number: they are the words of a rank. */
static bool holds_place_word(zt_str text, const zt_phrase *p)
{
    zt_cursor c = {NULL, zt_str_slice(text, 0, p->figure_end), p->first};
    while (c.at < c.text.len) {
        if (zt_see_any(&c, "第 前").len > 0)
            return true;
        zt_utf8_next(c.text, &c.at);
    }
    return false;
}

/* Parts of one have been tried before, as per cent. */
static bool is_apt(zt_str text, const zt_phrase *p)
{
    return !holds_place_word(text, p) && !(p->fraction && p->unit.len == 0);
}

/* One amount and no range: a spelled part first, since 三分之二 would be read as 三 otherwise,
   then a number with scale and unit. The cursor moves only on success. */
bool zt_take_single(zt_cursor *c, zt_amount *out)
{
    zt_cursor here = *c;
    if (take_part(c, out))
        return true;
    *out = (zt_amount){0};
    zt_skip_blanks(&here);
    if (!zt_phrase_read(here.text, here.at, ZT_DIGITS_OR_HAN, here.units, &out->p) ||
        !is_apt(here.text, &out->p) || out->p.has_high)
        return false;
    here.at = out->p.end;
    *c = here;
    return true;
}

/* An amount or a range of two, 4—6%. Where two numbers carry units that do not go together they
   are no range but “by so much, to so much”; then only the first is taken. */
bool zt_take_amount(zt_cursor *c, zt_amount *out)
{
    zt_cursor here = *c;
    if (take_part(c, out))
        return true;
    *out = (zt_amount){0};
    zt_skip_blanks(&here);
    size_t end = zt_phrase_span(here.text, here.at, ZT_DIGITS_OR_HAN, here.units, &out->p, &out->to,
                                &out->range);
    if (end > here.at && out->p.fault == ZT_PHRASE_UNITS) /* 下降0.25个百分点至3.1% is no range */
        return zt_take_single(c, out);
    if (end == here.at || !is_apt(here.text, &out->p) ||
        (out->range && !is_apt(here.text, &out->to)))
        return false;
    here.at = end;
    *c = here;
    return true;
}

/* Han numerals stand in ordinary words too: only 第二, 前十 or one with a unit is a number. */
static bool is_number_at(zt_cursor here)
{
    zt_amount amount;
    zt_phrase p;
    if (zt_take_amount(&here, &amount))
        return !amount.p.han || amount.spelled || amount.p.unit.len > 0;
    return zt_phrase_read(here.text, here.at, ZT_DIGITS_OR_HAN, here.units, &p) &&
           holds_place_word(here.text, &p);
}

/* Moves the cursor to the next number, or to the end of the text. */
void zt_next_number(zt_cursor *c)
{
    while (c->at < c->text.len && !is_number_at(*c))
        zt_utf8_next(c->text, &c->at);
}

bool zt_number_ahead(const zt_cursor *c)
{
    zt_cursor here = *c;
    zt_next_number(&here);
    return here.at < here.text.len;
}

/* ---- into a quantity ---- */

/* Takes over what a phrase says; attributes that were written (per=, status=) win over its words.
 */
static void take_phrase(zt_quantity *q, const zt_phrase *p)
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

/* Turns a decrease into a negative number; one that is negative already stays so. */
static void negate(zt_num *num, int sign)
{
    if (sign < 0 && num->scaled > 0)
        num->scaled = -num->scaled;
}

/* Copies a phrase into a quantity, negative where the words say that it fell. */
static void fill(zt_quantity *q, const zt_amount *amount, const zt_phrase *p, int sign)
{
    take_phrase(q, p);
    q->spelled = amount->spelled;
    negate(&q->value, sign);
}

/* Another figure of the phrase as a quantity of its own: no id, so that it cannot be referred to.
 */
static zt_quantity *beside(zt_arena *arena, const zt_quantity *q, const zt_amount *amount,
                           const zt_phrase *p, int sign)
{
    zt_quantity *other = ZT_NEW(arena, zt_quantity);
    *other = *q;
    other->id = NULL;
    other->main = false;
    other->from = other->range_to = NULL;
    fill(other, amount, p, sign);
    return other;
}

/* Fills a quantity from an amount, with the upper end in range_to. False, with a diagnostic, when
   the phrase cannot be a quantity. `sign` is -1 for a decrease. The second quantity belongs to the
   arena and has no id, so that it cannot be referred to. */
bool zt_fill_amount(zt_arena *arena, zt_diags *diags, zt_quantity *q, const zt_amount *amount,
                    int sign)
{
    if (zt_phrase_refuse(arena, diags, q, &amount->p))
        return false;
    fill(q, amount, &amount->p, sign);
    zt_check_hedges(diags, q, &amount->p, amount->range ? &amount->to : &amount->p);
    if (amount->range)
        q->range_to = beside(arena, q, amount, &amount->to, sign);
    return true;
}

/* The earlier figure of “from 5% to 3%”, as a quantity of its own behind `from`. */
void zt_fill_from(zt_arena *arena, zt_quantity *q, const zt_amount *amount)
{
    q->from = beside(arena, q, amount, &amount->p, 1);
}
