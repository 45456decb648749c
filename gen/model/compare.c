/* <compare of= as=>: what a value is a day, a head, a piece, or how many times another: exact to
   the last step, rounded once, said in one sentence with 约 where it is not exact. A result that
   rests on a round or computed figure is 推算, any other 据此计算. */
#include "model/content_imp.h"

#include "base/ratio.h"
#include "base/unit.h"

#include <math.h>

typedef enum compare_as { PER_DAY, PER_PERSON, PER_EACH, TIMES } compare_as;

/* What is computed, and what has been found out about it. */
typedef struct comparison {
    zt_doc_reader *r;
    const zt_node *node;
    const zt_quantity *value;
    compare_as as;
    const zt_quantity *of; /* NULL of a period */
    zt_ratio base;         /* what the value is divided by */
    bool rough;            /* one of the two is round */
    bool computed;         /* or computed itself */
} comparison;

/* compare-impossible, with what is wanted; always false. */
static bool refuse(const comparison *c, const char *zh, const char *en)
{
    zt_report(c->r->diags, ZT_ERROR, "compare-impossible", c->node->at, "无法比：%s%.0s",
              "nothing to compare: %.0s%s", zh, en);
    return false;
}

/* ---- what it is divided by ---- */

static bool is_rough(const zt_quantity *q)
{
    return q->approx || q->bound != ZT_EXACT || q->range_to;
}

/* Days from the first of an interval to its last; a month and a year are whole. */
static long days_of(zt_date date)
{
    zt_day from = date.from, end = date.to;
    if (end.month == 0) {
        end.year++;
    } else if (end.day == 0) {
        end.month++;
        end.year += end.month > 12;
        end.month = end.month > 12 ? 1 : end.month;
    }
    return zt_day_number(end) - zt_day_number(from) + (date.to.day > 0);
}

/* of= as an interval, 2021-01/2021-04; without of= the period= of the value. */
static bool read_period(comparison *c, zt_str text)
{
    zt_date date;
    if (text.len == 0 || !zt_date_parse(text, &date, NULL))
        return false;
    c->base = (zt_ratio){days_of(date), 1};
    return true;
}

/* of= as a value of the document, by its id, or as a quantity, 120天. */
static bool read_quantity(comparison *c)
{
    c->of = zt_quantity_or_id(c->r, c->node, "of");
    if (!c->of)
        return false;
    if (!c->of->has_number)
        return refuse(c, "of 所指的值没有数；换一个有数值的", "of= has no number; name a value");
    c->rough |= is_rough(c->of);
    c->computed |= c->of->derived;
    return zt_ratio_of(c->of->value, &c->base);
}

static bool fits_days(const comparison *c)
{
    bool days = zt_str_in_words(c->of->unit, "天 日 days day");
    return days || refuse(c, "按天比，of 应是天数或起讫，如 of=\"120天\"、of=\"2021-01/2021-04\"",
                          "a day needs a count of days or a period: of=\"120天\", "
                          "of=\"2021-01/2021-04\"");
}

static bool fits_people(const comparison *c)
{
    bool people = zt_str_in_words(c->of->unit,
                                  "人 名 人次 位 people persons inhabitants residents passengers");
    return people || refuse(c, "人均要除以人数，of 应是以“人”计的值，如 of=\"3212.4万人\"",
                            "a head needs a number of people: of=\"3212.4万人\"");
}

static bool fits_times(const comparison *c)
{
    bool same = zt_str_equal(c->of->unit, c->value->unit);
    return same || refuse(c, "倍数要两个单位相同的值；of 换成同单位的值，或改 as=\"per-each\"",
                          "times needs two values of one unit: take another of=, or "
                          "as=\"per-each\"");
}

static bool read_base(comparison *c)
{
    zt_str of = zt_str_trim(zt_node_attr(c->node, "of", NULL));
    bool period = c->as == PER_DAY && read_period(c, of.len ? of : c->value->period);
    if (!period && of.len == 0)
        return refuse(c,
                      c->as == PER_DAY
                          ? "要知道有多少天：写 of=\"120天\"、of=\"2021-01/2021-04\"，或在值上写 "
                            "period="
                          : "没有写 of=：与哪个值比",
                      c->as == PER_DAY ? "how many days? write of=\"120天\", "
                                         "of=\"2021-01/2021-04\", or period= on the value"
                                       : "of= is missing: compared with which value?");
    if (!period && !read_quantity(c))
        return false;
    if (!period && !(c->as == PER_DAY      ? fits_days(c)
                     : c->as == PER_PERSON ? fits_people(c)
                     : c->as == TIMES      ? fits_times(c)
                                           : true))
        return false;
    if (c->base.num <= 0)
        return refuse(c, "of 应大于零", "of= must be above zero");
    return true;
}

/* ---- the result ---- */

/* As many decimals as three figures have, below one two more than zero. */
static int decimals_for(double size, int power)
{
    if (size >= 100)
        return 0;
    if (size >= 10)
        return power > 0 ? 1 : 0;
    return size >= 1 ? (power > 0 ? 2 : 1) : size >= 0.1 ? 2 : 3;
}

/* The scale in which it is said: 亿, 万, ones. */
static int power_for(double size, zt_lang language)
{
    if (language == ZT_LANG_EN)
        return size >= 1e9 ? 9 : size >= 1e6 ? 6 : 0;
    return size >= 1e8 ? 8 : size >= 1e4 ? 4 : 0;
}

/* Rounds to at most two decimals without loss, else to what is enough; four figures to tens. False
   when nothing is left of it. */
static bool round_result(zt_ratio result, zt_lang language, zt_num *out, int *power, bool *exact)
{
    double size = (double)result.num / (double)result.den;
    zt_num back;
    zt_ratio again;
    *power = power_for(size, language);
    *exact = zt_ratio_round(result, *power, 2, ZT_ROUND_HALF_UP, out);
    back = *out;
    *exact = *exact && zt_num_scale(&back, *power) && zt_ratio_of(back, &again) &&
             again.num == result.num && again.den == result.den;
    if (*exact) {
        zt_num_trim(out);
        return out->scaled > 0;
    }
    double shown = size / pow(10, *power);
    int coarse = shown >= 1000 ? 1 : 0;
    if (!zt_ratio_round(result, *power + coarse, decimals_for(shown, *power), ZT_ROUND_HALF_UP,
                        out))
        return false;
    if (coarse)
        out->scaled *= 10;
    else
        zt_num_trim(out);
    return out->scaled > 0;
}

/* The unit of what it is divided by, as it is counted: 每家, 每个; label= says of what. */
static void put_subject(const comparison *c, zt_buf *out)
{
    zt_str label = zt_node_attr(c->node, "label", NULL);
    if (c->as == PER_DAY) {
        zt_buf_puts(out, "相当于每天");
    } else if (c->as == PER_PERSON) {
        zt_buf_puts(out, "相当于人均");
    } else if (c->as == PER_EACH) {
        zt_buf_puts(out, "相当于每");
        zt_buf_str(out, c->of->unit);
        zt_buf_str(out, label);
    } else {
        zt_buf_puts(out, "是");
        zt_buf_str(out, label.len ? label : zt_bare_phrase(c->of));
        zt_buf_puts(out, "的");
    }
}

/* About 16 trains a day (over 120 days, computed from the data): the subject stands behind. */
static zt_str english_sentence(const comparison *c, zt_num result, int power, bool exact)
{
    zt_arena *arena = c->r->arena;
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_str label = zt_node_attr(c->node, "label", NULL);
    zt_buf_puts(&out, !exact || c->rough ? "about " : "");
    zt_num_print(&out, result, true);
    zt_buf_str(&out, zt_scale_behind(arena, ZT_LANG_EN, power));
    if (c->as == TIMES) {
        zt_buf_puts(&out, " times ");
        zt_buf_str(&out, label.len ? label : zt_bare_phrase(c->of));
    } else {
        zt_buf_str(&out, zt_unit_behind(arena, ZT_LANG_EN, c->value->unit));
        zt_buf_puts(&out, c->as == PER_DAY      ? " a day"
                          : c->as == PER_PERSON ? " a head"
                                                : " for each ");
        if (c->as == PER_EACH)
            zt_buf_str(&out, label.len ? label : c->of->unit);
    }
    zt_buf_puts(&out, " (");
    if (c->as == PER_DAY && !c->of)
        zt_buf_printf(&out, "over %lld days, ", (long long)c->base.num);
    zt_buf_puts(&out, c->rough || c->computed ? "computed)" : "computed from the data)");
    return zt_buf_view(&out);
}

/* 相当于每天约16列（按120天计，据此计算）. */
static zt_str sentence(const comparison *c, zt_num result, int power, bool exact)
{
    if (c->r->doc->language == ZT_LANG_EN)
        return english_sentence(c, result, power, exact);
    zt_buf out;
    zt_buf_init(&out, c->r->arena);
    put_subject(c, &out);
    if (!exact || c->rough)
        zt_buf_puts(&out, "约");
    zt_num_print(&out, result, false);
    zt_buf_puts(&out, zt_scale_word(power));
    zt_buf_str(&out, c->as == TIMES ? ZT_STR("倍") : c->value->unit);
    zt_buf_puts(&out, "（");
    if (c->as == PER_DAY && !c->of)
        zt_buf_printf(&out, "按%lld天计，", (long long)c->base.num);
    zt_buf_puts(&out, c->rough || c->computed ? "推算）" : "据此计算）");
    return zt_buf_view(&out);
}

static const zt_comparison *compute(comparison *c)
{
    zt_ratio value, result;
    zt_num rounded;
    int power;
    bool exact;
    c->rough |= is_rough(c->value);
    c->computed |= c->value->derived;
    if (!read_base(c))
        return NULL;
    if (!zt_ratio_of(c->value->value, &value) || !zt_ratio_divide(value, c->base, &result) ||
        !round_result(result, c->r->doc->language, &rounded, &power, &exact)) {
        refuse(c, "除下来不到千分之一，或位数太多；换一个 of，或用 as=\"times\"",
               "less than a thousandth is left, or too many digits: take another of=, or "
               "as=\"times\"");
        return NULL;
    }
    zt_comparison *made = ZT_NEW(c->r->arena, zt_comparison);
    *made = (zt_comparison){.words = sentence(c, rounded, power, exact), .at = c->node->at};
    return made;
}

/* A value that is still to come is compared when it is there. */
const zt_comparison *zt_comparison_read(zt_doc_reader *r, const zt_node *node,
                                        const zt_quantity *value)
{
    const zt_node *child = zt_known_child(node, "compare");
    if (!child || value->status == ZT_MISSING)
        return NULL;
    comparison c = {.r = r, .node = child, .value = value};
    c.as = (compare_as)zt_attr_index(child, "as", "per-day per-person per-each times");
    bool plain = value->has_number && value->value.scaled > 0 && value->kind != ZT_Q_RANK &&
                 value->kind != ZT_Q_CHANGE;
    if (!plain) {
        refuse(&c, "只有大于零的数值可比，名次和增减不行；把 compare 移到有数值的数字里",
               "only a value above zero can be compared, no rank and no change: move <compare> to "
               "a figure with a value");
        return NULL;
    }
    return compute(&c);
}
