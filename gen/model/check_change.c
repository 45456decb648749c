/* A change recomputed from its value and its base. The figures are rounded as printed, so each
   stands for an interval; the change is stale when no figures within them yield it. Exact: whole
   numbers, products of 128 bits. */
#include "model/check_imp.h"

#include "base/arena.h"
#include "base/unit.h"
#include "model/calc.h"

/* figure = scaled * 10^power, printed to one unit of scaled */
typedef struct scaled_figure {
    int64_t scaled;
    int power;
} scaled_figure;

/* Figures above 10^15 are not recomputed: their double must fit into 64 bits with room to spare.
 */
static const int64_t largest = INT64_C(1000000000000000);

/* Only a figure that is written in digits, exact and alone, stands for a known interval of
   rounding. 约, 近, ranges and spelled fractions do not. 0xE2 is the first byte of −, U+2212. */
static bool has_exact_digits(const zt_quantity *q)
{
    char c = q->figure_first < q->text.len ? q->text.data[q->figure_first] : '\0';
    bool digit = (c >= '0' && c <= '9') || c == '-' || c == '+' || (unsigned char)c == 0xE2;
    return q->has_number && !q->approx && q->bound == ZT_EXACT && !q->range_to && !q->spelled &&
           digit;
}

/* The power of ten between what is printed and what it means: its own scale or its chart's. */
static bool read_figure(const zt_quantity *q, scaled_figure *out)
{
    enum { HIGHEST = 12 };
    *out = (scaled_figure){q->printed.scaled, -q->printed.decimals};
    if (q->printed.scaled <= 0 || q->printed.scaled > largest)
        return false;
    for (int power = 0; power <= HIGHEST; power++) {
        zt_num scaled = q->printed;
        if (!zt_num_scale(&scaled, power))
            return false;
        if (zt_num_compare(scaled, q->value) == 0) {
            out->power += power;
            return true;
        }
    }
    return false;
}

/* Multiplies by a power of ten; false on overflow. */
static bool raise(int64_t *number, int power)
{
    for (; power > 0; power--) {
        if (*number > INT64_MAX / 10)
            return false;
        *number *= 10;
    }
    return true;
}

/* A product of two 63-bit numbers, in 128 bits. */
typedef struct product {
    uint64_t high, low;
} product;

/* School multiplication of two halves of 32 bits each. Both factors are ≥ 0. */
static product multiply(int64_t a, int64_t b)
{
    uint64_t x = (uint64_t)a, y = (uint64_t)b, mask = UINT64_C(0xFFFFFFFF);
    uint64_t low = (x & mask) * (y & mask), one = (x >> 32) * (y & mask);
    uint64_t two = (x & mask) * (y >> 32), high = (x >> 32) * (y >> 32);
    uint64_t middle = (low >> 32) + (one & mask) + (two & mask);
    return (product){high + (one >> 32) + (two >> 32) + (middle >> 32),
                     (middle << 32) | (low & mask)};
}

/* Compares as whole numbers, the high half first. */
static bool is_greater(product a, product b)
{
    return a.high != b.high ? a.high > b.high : a.low > b.low;
}

/* What recomputing says of a printed change: it agrees within rounding, it does not, or the
   numbers are too large to tell. */
typedef enum change_verdict { HOLDS, STALE, UNKNOWN } change_verdict;

/* With v and b in halves of their last digit, and 1 + p as r/u: is there any v in (v-1, v+1) and b
   in (b-1, b+1) with v/b between (r-1)/u and (r+1)/u? */
static change_verdict judge(scaled_figure value, scaled_figure base, zt_num percent, int64_t factor)
{
    int64_t u = 2 * factor, p = percent.scaled;
    if (!raise(&u, percent.decimals) || p > largest || p < -largest || u > largest)
        return UNKNOWN;
    int64_t r = u + 2 * p, v_low = 2 * value.scaled - 1, v_high = 2 * value.scaled + 1;
    int64_t b_low = 2 * base.scaled - 1, b_high = 2 * base.scaled + 1;
    int power = value.power - base.power;
    bool fits = raise(&v_low, power) && raise(&v_high, power) && raise(&b_low, -power) &&
                raise(&b_high, -power);
    if (!fits || r < 1)
        return fits ? STALE : UNKNOWN; /* less than nothing cannot be left */
    bool too_much = is_greater(multiply(v_low, u), multiply(r + 1, b_high));
    bool too_little = is_greater(multiply(r - 1, b_low), multiply(v_high, u));
    return too_much || too_little ? STALE : HOLDS;
}

/* The change that follows, to the decimals of the one printed; false when it takes too many
   digits. */
static bool recompute(scaled_figure value, scaled_figure base, int64_t factor, int decimals,
                      zt_num *out)
{
    int64_t v = value.scaled, b = base.scaled, hundred = factor;
    int power = value.power - base.power;
    if (!raise(&v, power) || !raise(&b, -power) || !raise(&hundred, decimals) ||
        v > INT64_MAX / 2 || b > INT64_MAX / 2)
        return false;
    int64_t grown = v - b, size = grown < 0 ? -grown : grown;
    if (size > INT64_MAX / 2 / hundred)
        return false;
    int64_t whole = (2 * size * hundred + b) / (2 * b);
    *out = (zt_num){grown < 0 ? -whole : whole, decimals, ZT_NUM_GIVEN};
    return true;
}

/* 212% of 同比增长212%. */
static zt_str short_form(const zt_quantity *q)
{
    size_t end = q->figure_end + q->unit.len;
    return zt_str_slice(q->text, q->figure_first, end);
}

/* change-stale: an error in a final run and a warning before it (zt_wrong_figure). For “1.2 times
   last year's” the ratio itself is shown, not the growth. A base without scale and unit is shown
   in the scale of the value. */
static void report(zt_doc_reader *r, const zt_quantity *q, const zt_num *now)
{
    const zt_quantity *of = q->of_value, *vs = q->vs_value;
    bool bare = vs->scale == 0 && vs->unit.len == 0;
    zt_buf out, base;
    zt_num of_base = {0};
    zt_buf_init(&out, r->arena);
    zt_buf_init(&base, r->arena);
    if (now && q->says == ZT_SAYS_RATIO) /* 是去年的1.2倍: what it is, not what it grew by */
        zt_num_add(*now, (zt_num){zt_calc_factor(q->unit), 0, ZT_NUM_GIVEN}, &of_base);
    if (now)
        zt_num_print(&out, q->says == ZT_SAYS_RATIO ? of_base : *now, false);
    zt_buf_puts(&out, now ? "" : "?");
    zt_buf_str(&out, q->unit);
    zt_buf_str(&base, vs->text);
    if (bare)
        zt_buf_puts(&base, zt_scale_word(of->scale));
    zt_report(r->diags, zt_wrong_figure(r), "change-stale", q->at,
              "“%.*s”不再能由%s%.0s的 %s 得出：现在是 %.*s，应为 %s",
              "\"%.*s\" no longer follows from %.0s%s %s: %.*s gives %s", ZT_ARG(short_form(q)),
              zt_basis_name(q->basis, ZT_LANG_ZH), zt_basis_name(q->basis, ZT_LANG_EN), base.data,
              ZT_ARG(of->text), out.data);
}

/* 增长212%, 增长2.1倍 against a base. */
static void check_ratio(zt_doc_reader *r, const zt_quantity *q)
{
    const zt_quantity *of = q->of_value, *vs = q->vs_value;
    int64_t factor = zt_calc_factor(q->unit);
    scaled_figure value, base;
    zt_num now;
    if (!read_figure(of, &value) || !read_figure(vs, &base))
        return;
    /* vs="14.8" beside 46.3万人次 is 14.8万人次. */
    if (vs->scale == 0 && vs->unit.len == 0)
        base.power += value.power + of->printed.decimals;
    if (judge(value, base, q->value, factor) == STALE)
        report(r, q, recompute(value, base, factor, q->printed.decimals, &now) ? &now : NULL);
}

/* Half of the last digit printed. */
static bool half_step(zt_num printed, zt_ratio *out)
{
    return zt_ratio_of((zt_num){5, printed.decimals + 1, ZT_NUM_GIVEN}, out);
}

/* 提高15个百分点 of 37% against 22%. */
static void check_points(zt_doc_reader *r, const zt_quantity *q)
{
    const zt_quantity *of = q->of_value, *vs = q->vs_value;
    zt_ratio a, b, p, open, step, over;
    bool per_cent =
        zt_calc_factor(of->unit) == 100 && (zt_calc_factor(vs->unit) == 100 || vs->unit.len == 0);
    if (!per_cent || !zt_ratio_of(of->value, &a) || !zt_ratio_of(vs->value, &b) ||
        !zt_ratio_of(q->value, &p) || !half_step(of->printed, &open) ||
        !half_step(vs->printed, &step) || !zt_ratio_add(open, step, &open) ||
        !half_step(q->printed, &step) || !zt_ratio_add(open, step, &open) ||
        !zt_ratio_subtract(a, b, &a) || !zt_ratio_subtract(a, p, &over))
        return;
    if (over.num < 0)
        over.num = -over.num;
    if (!zt_ratio_subtract(over, open, &over) || over.num <= 0)
        return;
    zt_num now;
    bool known = zt_ratio_round(a, 0, q->printed.decimals, ZT_ROUND_HALF_UP, &now);
    report(r, q, known ? &now : NULL);
}

/* 降至5.2%, 由6%降至5.2% beside the value: they say the same. */
static void check_level(zt_doc_reader *r, const zt_quantity *q, const zt_quantity *stated,
                        const zt_quantity *value)
{
    bool same = value && has_exact_digits(stated) && has_exact_digits(value) &&
                zt_str_equal(stated->unit, value->unit) && stated->unit.len > 0;
    if (!same || zt_num_compare(stated->value, value->value) == 0)
        return;
    zt_report(
        r->diags, zt_wrong_figure(r), "change-stale", q->at, "“%.*s”与它所说的值 %.*s 不是同一个数",
        "\"%.*s\" is not the value that it is about, %.*s", ZT_ARG(q->text), ZT_ARG(value->text));
}

/* Percentage points: the difference of two rates, not a ratio of them. */
static bool is_points(const zt_quantity *q)
{
    return zt_unit_is_points(q->unit);
}

/* Chooses the way to recompute by what the phrase says: a level is compared with the value, a
   growth in per cent or 倍 with the ratio, percentage points with the difference. Different units
   are not compared. */
static void check_change(zt_doc_reader *r, const zt_quantity *q)
{
    const zt_quantity *of = q->of_value, *vs = q->vs_value;
    if (q->kind != ZT_Q_CHANGE)
        return;
    if (q->says == ZT_SAYS_LEVEL || q->says == ZT_SAYS_FROM_TO)
        check_level(r, q, q, of);
    if (q->says == ZT_SAYS_FROM_TO)
        check_level(r, q, q->from, vs);
    if (q->says != ZT_SAYS_PLAIN && q->says != ZT_SAYS_RATIO)
        return;
    if (!of || !vs || !has_exact_digits(q) || !has_exact_digits(of) || !has_exact_digits(vs))
        return;
    if (is_points(q))
        check_points(r, q);
    else if (zt_calc_factor(q->unit) &&
             (!of->unit.len || !vs->unit.len || zt_str_equal(of->unit, vs->unit)))
        check_ratio(r, q);
}

/* Every quantity of the document, wherever it stands; check_change passes over what is no change.
 */
static void run(zt_doc_reader *r, const zt_node *root)
{
    (void)root;
    for (size_t i = 0; i < r->doc->quantity_count; i++)
        check_change(r, r->doc->quantities[i]);
}

const zt_doc_check zt_doc_check_change = {run};
