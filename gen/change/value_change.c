/* What became of a figure: exact differences of what two phrases mean. */
#include "change/value_change.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/ratio.h"
#include "base/unit.h"

/* A phrase with what its chart says for all its values. */
typedef struct meant {
    zt_ratio value, upper;
    bool has_number, has_upper;
    int scale, decimals;
    zt_str unit;
    zt_unit_class unit_class;
} meant;

static bool ratio_of(const zt_quantity *q, int power, zt_ratio *out)
{
    zt_num value = q->value;
    return zt_num_scale(&value, power) && zt_ratio_of(value, out);
}

/* Whether the value has the scale of its chart already. */
static bool is_scaled(const zt_quantity *q, int scale)
{
    zt_num printed = q->printed;
    return zt_num_scale(&printed, scale) && zt_num_compare(printed, q->value) == 0;
}

/* Bare numbers of a chart are printed in the unit of its data: 598.1 under 万人次. */
static meant meaning_of(const zt_quantity *q)
{
    meant m = {.has_number = q->has_number && q->status != ZT_MISSING,
               .scale = q->scale,
               .decimals = q->printed.decimals,
               .unit = q->unit};
    int shared = 0;
    zt_str unit = {0};
    bool bare = m.has_number && q->scale == 0 && !q->unit_given && q->shared_unit.len > 0;
    if (bare && zt_unit_split(q->shared_unit, NULL, &shared, &unit) < q->shared_unit.len) {
        shared = 0;
        unit = q->shared_unit;
    }
    if (bare && (q->unit.len == 0 || zt_str_equal(q->unit, unit))) {
        m.scale = shared;
        m.unit = unit;
    }
    int power = bare && m.scale != 0 && !is_scaled(q, m.scale) ? m.scale : 0;
    m.unit_class = zt_unit_class_of(m.unit);
    m.has_number = m.has_number && ratio_of(q, power, &m.value);
    m.has_upper = m.has_number && q->range_to && ratio_of(q->range_to, power, &m.upper);
    return m;
}

/* Only what says a value itself is counted with (zt_saying). */
static bool is_plain(const zt_quantity *q)
{
    return q->says == ZT_SAYS_PLAIN || q->says == ZT_SAYS_LEVEL;
}

/* Why nothing can be computed; NULL when it can. */
static const char *obstacle(const zt_quantity *a, const zt_quantity *b, const meant *m,
                            const meant *n, const char **en)
{
    if (a->status == ZT_MISSING || b->status == ZT_MISSING) {
        *en = a->status == ZT_MISSING ? "was missing" : "is missing";
        return a->status == ZT_MISSING ? "原缺，今补" : "今缺";
    }
    if (!m->has_number || !n->has_number) {
        *en = "no number was understood";
        return "没有读出数，不计差";
    }
    if (a->kind != b->kind || a->says != b->says || !is_plain(a)) {
        *en = "the phrases say different things, or no plain value";
        return "说法不同，不计差";
    }
    if (m->has_upper != n->has_upper) {
        *en = "a range against a single value";
        return "一边是范围，不计差";
    }
    if (!zt_str_equal(m->unit, n->unit)) {
        *en = "the units differ";
        return "单位不同，不计差";
    }
    return NULL;
}

/* In units of 10^scale, with as many places as it takes to be exact. */
static bool difference_of(zt_ratio before, zt_ratio after, int scale, int decimals, zt_num *out)
{
    zt_ratio difference;
    if (!zt_ratio_subtract(after, before, &difference))
        return false;
    for (int places = decimals; places <= 12; places++) {
        zt_ratio back, power = {1, 1};
        if (!zt_ratio_round(difference, scale, places, ZT_ROUND_HALF_UP, out))
            return false;
        for (int i = 0; i < scale; i++)
            if (!zt_ratio_multiply(power, (zt_ratio){10, 1}, &power))
                return false;
        if (zt_ratio_of(*out, &back) && zt_ratio_multiply(back, power, &back) &&
            back.num == difference.num && back.den == difference.den)
            return true;
    }
    return true; /* beyond twelve places, rounded there */
}

/* Percentages of a percentage say nothing; nor do those of a temperature or from below nought. */
static bool takes_percent(const zt_quantity *q, const meant *m, const meant *n)
{
    return q->kind != ZT_Q_CHANGE && q->kind != ZT_Q_RANK && m->unit_class != ZT_UNIT_RATIO &&
           m->unit_class != ZT_UNIT_TEMPERATURE && m->value.num > 0 && n->value.num >= 0 &&
           !m->has_upper;
}

static void count_percent(zt_value_change *c, const meant *m, const meant *n)
{
    zt_ratio difference, part;
    c->has_percent = zt_ratio_subtract(n->value, m->value, &difference) &&
                     zt_ratio_divide(difference, m->value, &part) &&
                     zt_ratio_round(part, -2, 1, ZT_ROUND_HALF_UP, &c->percent);
    if (c->has_percent)
        zt_num_trim(&c->percent);
}

/* A slip of a scale or of a point is ten times or more. */
static void find_jump(zt_value_change *c, const meant *m, const meant *n)
{
    zt_ratio times;
    if (m->value.num <= 0 || n->value.num <= 0)
        return;
    bool up = zt_ratio_divide(n->value, m->value, &times) && times.num / times.den >= 10;
    if (!up && !(zt_ratio_divide(m->value, n->value, &times) && times.num / times.den >= 10))
        return;
    c->jump = true;
    c->times = times.num / times.den;
}

static bool same_ratio(zt_ratio a, zt_ratio b)
{
    return a.num == b.num && a.den == b.den;
}

static bool is_round(const zt_quantity *q)
{
    return q->approx || q->bound != ZT_EXACT;
}

static void name_units(zt_arena *arena, zt_value_change *c, const meant *m, const meant *n)
{
    c->scale_changed = m->has_number && n->has_number && m->scale != n->scale;
    c->unit_changed = m->has_number && n->has_number && !zt_str_equal(m->unit, n->unit);
    c->unit_before =
        zt_str_from(zt_arena_printf(arena, "%s%.*s", zt_scale_word(m->scale), ZT_ARG(m->unit)));
    c->unit_after =
        zt_str_from(zt_arena_printf(arena, "%s%.*s", zt_scale_word(n->scale), ZT_ARG(n->unit)));
}

/* What stands behind the difference. */
static zt_str unit_of(zt_arena *arena, const zt_quantity *q, const meant *n)
{
    if (q->kind == ZT_Q_RANK)
        return ZT_STR("位");
    if (n->unit_class == ZT_UNIT_RATIO && (zt_str_is(n->unit, "%") || n->unit.len == 0))
        return ZT_STR("个百分点");
    return zt_str_from(zt_arena_printf(arena, "%s%.*s", zt_scale_word(n->scale), ZT_ARG(n->unit)));
}

static void count(zt_arena *arena, zt_value_change *c, const zt_quantity *after, const meant *m,
                  const meant *n)
{
    int decimals = m->scale == n->scale && m->decimals > n->decimals ? m->decimals : n->decimals;
    c->scale = n->scale;
    c->counted = difference_of(m->value, n->value, n->scale, decimals, &c->difference);
    c->has_upper = c->counted && n->has_upper &&
                   difference_of(m->upper, n->upper, n->scale, decimals, &c->upper);
    c->same = same_ratio(m->value, n->value) && (!n->has_upper || same_ratio(m->upper, n->upper));
    c->unit = unit_of(arena, after, n);
    c->places = after->kind == ZT_Q_RANK;
    if (c->counted && takes_percent(after, m, n))
        count_percent(c, m, n);
    if (after->kind == ZT_Q_VALUE || after->kind == ZT_Q_TARGET)
        find_jump(c, m, n);
}

zt_value_change zt_value_change_of(zt_arena *arena, const zt_quantity *before,
                                   const zt_quantity *after)
{
    meant m = meaning_of(before), n = meaning_of(after);
    zt_value_change c = {.about = is_round(before) || is_round(after),
                         .follows = before->derived && after->derived,
                         .why_zh = "",
                         .why_en = ""};
    const char *en = "", *zh = obstacle(before, after, &m, &n, &en);
    name_units(arena, &c, &m, &n);
    if (zh) {
        c.why_zh = zh;
        c.why_en = en;
        return c;
    }
    count(arena, &c, after, &m, &n);
    c.same = c.same && before->bound == after->bound;
    return c;
}

/* ---- in words ---- */

static void put_signed(zt_buf *out, zt_num num)
{
    if (num.scaled > 0)
        zt_buf_putc(out, '+');
    zt_num_print(out, num, false);
}

/* Chinese measure words have an English name. */
static zt_str unit_in(zt_str unit, zt_lang lang)
{
    if (lang == ZT_LANG_EN && zt_str_is(unit, "个百分点"))
        return ZT_STR(" percentage points");
    return lang == ZT_LANG_EN && zt_str_is(unit, "位") ? ZT_STR(" places") : unit;
}

/* A place up the order is a smaller number. */
static void put_places(zt_buf *out, zt_num places, zt_lang lang)
{
    bool down = places.scaled > 0;
    places.scaled = down ? places.scaled : -places.scaled;
    if (lang == ZT_LANG_ZH)
        zt_buf_puts(out, down ? "降" : "升");
    else
        zt_buf_puts(out, down ? "down " : "up ");
    zt_num_print(out, places, false);
}

zt_str zt_value_change_words(zt_arena *arena, const zt_value_change *change, zt_lang lang)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_puts(&out, "");
    if (!change->counted)
        return zt_buf_view(&out);
    if (change->about)
        zt_buf_puts(&out, ZT_IN(lang, "约", "about "));
    if (change->places)
        put_places(&out, change->difference, lang);
    else
        put_signed(&out, change->difference);
    if (change->has_upper) {
        zt_buf_puts(&out, "/");
        put_signed(&out, change->upper);
    }
    zt_buf_str(&out, unit_in(change->unit, lang));
    return zt_buf_view(&out);
}

zt_str zt_value_change_percent(zt_arena *arena, const zt_value_change *change)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_buf_puts(&out, "");
    if (!change->has_percent)
        return zt_buf_view(&out);
    put_signed(&out, change->percent);
    zt_buf_putc(&out, '%');
    return zt_buf_view(&out);
}
