/* Recursive descent over the text of calc=, evaluating as it reads. The values that names stand for
   are the caller's to find (zt_calc_find); what comes out is an exact fraction with its unit, which
   is rounded only where it is printed. */
#include "model/calc.h"

#include <string.h>

#include "base/unit.h"
#include "base/utf8.h"

/* Brackets may nest so deep; the evaluator recurses once for each, so this bounds the stack. */
enum { DEEPEST = 32 };

/* The text of one calc= attribute and how far it is read. `start` is the place of its first byte
   in the file; `at` counts bytes of `text`, `depth` open brackets. */
typedef struct calc_parser {
    const zt_calc *calc;
    zt_str text;
    zt_pos start;
    size_t at;
    int depth;
} calc_parser;

static zt_str rest(const calc_parser *p)
{
    return zt_str_slice(p->text, p->at, p->text.len);
}

static void skip_blanks(calc_parser *p)
{
    while (p->at < p->text.len && (p->text.data[p->at] == ' ' || p->text.data[p->at] == '\t' ||
                                   p->text.data[p->at] == '\n' || p->text.data[p->at] == '\r'))
        p->at++;
}

/* The place of byte `at`, for an attribute on one line. */
static zt_pos place(const calc_parser *p, size_t at)
{
    zt_pos pos = p->start;
    pos.column += (int)zt_utf8_count(zt_str_slice(p->text, 0, at));
    return pos;
}

/* ---- units ---- */

/* By how much a number in this unit must be divided to be a pure number: 100 for %, 1 for 倍; 0
   for every other unit. */
int64_t zt_calc_factor(zt_str unit)
{
    static const struct {
        const char *unit;
        int64_t factor;
    } table[] = {{"%", 100},
                 {"‰", 1000},
                 {"个百分点", 100},
                 {"百分点", 100},
                 {"成", 10},
                 {"倍", 1},
                 {"per cent", 100},
                 {"percent", 100},
                 {"percentage points", 100},
                 {"percentage point", 100},
                 {"points", 100},
                 {"times", 1}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (zt_str_is(unit, table[i].unit))
            return table[i].factor;
    return 0;
}

/* Turns 212% into 2.12 without a unit, so that 1 + 212% means what it says. False when the
   quotient has too many digits. */
bool zt_calc_plain(zt_calc_value *value)
{
    int64_t factor = zt_calc_factor(value->unit);
    if (factor == 0)
        return true;
    value->unit = (zt_str){0};
    return zt_ratio_divide(value->value, (zt_ratio){factor, 1}, &value->value);
}

/* Sums need the same unit and the same denominator, 元/人 with 元/人. */
static bool same_unit(const zt_calc_value *a, const zt_calc_value *b)
{
    return zt_str_equal(a->unit, b->unit) && zt_str_equal(a->per, b->per);
}

/* calc-units: the two units and the sign between them, at the sign. Always false, so that a caller
   may return it. */
static bool refuse_units(calc_parser *p, size_t at, const zt_calc_value *a, const zt_calc_value *b,
                         const char *sign)
{
    bool left = a->unit.len > 0, right = b->unit.len > 0;
    zt_report(p->calc->diags, ZT_ERROR, "calc-units", place(p, at),
              "“%.*s%s%.0s” %s “%.*s%s%.0s”：单位不合",
              "\"%.*s%.0s%s\" %s \"%.*s%.0s%s\": these units do not go together", ZT_ARG(a->unit),
              left ? "" : "无单位", left ? "" : "no unit", sign, ZT_ARG(b->unit),
              right ? "" : "无单位", right ? "" : "no unit");
    return false;
}

/* Without a value there is no unit to judge either. */
static bool inherit(zt_calc_value *a, const zt_calc_value *b)
{
    a->approx |= b->approx;
    a->missing |= b->missing;
    return a->missing;
}

/* calc-limit: more digits than a ratio of two 64-bit numbers holds exactly. Nothing is rounded
   inside an expression. */
static bool refuse_size(calc_parser *p, size_t at)
{
    zt_report(p->calc->diags, ZT_ERROR, "calc-limit", place(p, at),
              "算到这里位数太多，或嵌套太深：分子分母各最多 18 位，括号最多 %d 层",
              "too many digits here, at most 18 in numerator and denominator, or nested deeper "
              "than %d",
              DEEPEST);
    return false;
}

/* a ± b into a. A number without unit takes that of the other side (inherit). */
static bool add(calc_parser *p, size_t at, char sign, zt_calc_value *a, const zt_calc_value *b)
{
    bool fits;
    if (inherit(a, b))
        return true;
    if (!same_unit(a, b))
        return refuse_units(p, at, a, b, sign == '+' ? "+" : "−");
    if (sign == '+')
        fits = zt_ratio_add(a->value, b->value, &a->value);
    else
        fits = zt_ratio_subtract(a->value, b->value, &a->value);
    return fits || refuse_size(p, at);
}

/* The unit of a product: of one side, or 元/人次 times 人次. */
static bool multiply_units(zt_calc_value *a, const zt_calc_value *b)
{
    zt_calc_value left = *a;
    if (b->unit.len == 0)
        return true;
    *a = *b;
    a->value = left.value;
    if (left.unit.len == 0)
        return true;
    if (left.per.len && b->per.len == 0 && zt_str_equal(left.per, b->unit)) {
        *a = left;
        a->per = (zt_str){0};
        return true;
    }
    if (b->per.len == 0 || left.per.len || !zt_str_equal(b->per, left.unit))
        return false;
    a->per = (zt_str){0};
    return true;
}

/* a × b into a; the units must cancel or one side must be a pure number. */
static bool multiply(calc_parser *p, size_t at, zt_calc_value *a, const zt_calc_value *b)
{
    if (inherit(a, b))
        return true;
    zt_calc_value left = *a;
    if (!multiply_units(a, b))
        return refuse_units(p, at, &left, b, "×");
    a->approx = left.approx;
    return zt_ratio_multiply(a->value, b->value, &a->value) || refuse_size(p, at);
}

/* 元 by 人次 is 元/人次; equal units cancel. */
static bool divide_units(zt_calc_value *a, const zt_calc_value *b)
{
    if (b->unit.len == 0)
        return true;
    if (same_unit(a, b)) {
        a->unit = a->per = (zt_str){0};
        a->scale = 0;
        return true;
    }
    if (a->unit.len == 0 || a->per.len || b->per.len)
        return false;
    a->per = b->unit;
    a->scale = 0;
    return true;
}

/* a ÷ b into a; equal units cancel, others become a denominator. calc-zero when b is zero. */
static bool divide(calc_parser *p, size_t at, zt_calc_value *a, const zt_calc_value *b)
{
    if (inherit(a, b))
        return true;
    zt_calc_value left = *a;
    if (!divide_units(a, b))
        return refuse_units(p, at, &left, b, "÷");
    if (b->value.num == 0) {
        zt_report(p->calc->diags, ZT_ERROR, "calc-zero", place(p, at), "除数是零",
                  "division by zero");
        return false;
    }
    return zt_ratio_divide(a->value, b->value, &a->value) || refuse_size(p, at);
}

/* ---- the grammar ---- */

/* Takes one of the blank-separated signs. */
static bool take(calc_parser *p, const char *signs)
{
    zt_str left = zt_str_from(signs), sign;
    skip_blanks(p);
    while (zt_str_word(&left, &sign))
        if (sign.len <= rest(p).len && memcmp(rest(p).data, sign.data, sign.len) == 0) {
            p->at += sign.len;
            return true;
        }
    return false;
}

/* calc-syntax at the place where reading stopped, with what is left of the text. */
static bool refuse_syntax(calc_parser *p, const char *zh, const char *en)
{
    zt_str left = rest(p);
    zt_report(p->calc->diags, ZT_ERROR, "calc-syntax", place(p, p->at),
              "算式里的“%.*s”：%s%.0s；应如 settle / (1 + 212%%)",
              "in the expression, \"%.*s\": %.0s%s; write it like settle / (1 + 212%%)",
              ZT_ARG(left), zh, en);
    return false;
}

/* A number written in the expression, with scale and unit: 612.4万人次. It keeps its decimals,
   since the result may be asked for to the same number of places. */
static bool read_number(calc_parser *p, size_t end, zt_calc_value *out)
{
    zt_num num;
    size_t from = p->at;
    *out = (zt_calc_value){0};
    if (!zt_num_parse(zt_str_slice(p->text, p->at, end), &num))
        return refuse_size(p, from);
    out->decimals = num.decimals;
    p->at = end;
    size_t len = zt_unit_split(rest(p), p->calc->units, &out->scale, &out->unit);
    p->at += len;
    if (out->scale && !zt_num_scale(&num, out->scale))
        return refuse_size(p, from);
    if (zt_str_is(out->unit, "％"))
        out->unit = ZT_STR("%");
    return (zt_ratio_of(num, &out->value) && zt_calc_plain(out)) || refuse_size(p, from);
}

/* Blanks, brackets and the signs of arithmetic, half-width and full-width, end the id of a
   quantity; ids may hold any other letter, Han characters too. */
static bool ends_name(uint32_t c)
{
    static const uint32_t ends[] = {' ',    '\t',   '\n',   '\r',   '+',    '*',
                                    '/',    '(',    ')',    0x00D7, 0x00F7, 0x2212,
                                    0xFF0B, 0xFF08, 0xFF09, 0xFF0F, 0xFF0A};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends[i] == c)
            return true;
    return false;
}

/* An id: the caller's find() gives its value and reports an unknown one. */
static bool read_name(calc_parser *p, zt_calc_value *out)
{
    size_t from = p->at, at = p->at;
    while (at < p->text.len) {
        size_t next = at;
        if (ends_name(zt_utf8_next(p->text, &next)))
            break;
        at = next;
    }
    if (at == from)
        return refuse_syntax(p, "这里缺一个数、一个 id 或括号",
                             "a number, an id or a bracket is missing");
    p->at = at;
    *out = (zt_calc_value){0};
    if (!p->calc->find(p->calc->context, zt_str_slice(p->text, from, at), place(p, from), out))
        return false;
    return zt_calc_plain(out) || refuse_size(p, from);
}

static bool read_sum(calc_parser *p, zt_calc_value *out);

/* Behind “(” or “（”, up to the bracket that closes it. */
static bool read_bracket(calc_parser *p, zt_calc_value *out)
{
    if (++p->depth > DEEPEST)
        return refuse_size(p, p->at);
    if (!read_sum(p, out))
        return false;
    p->depth--;
    return take(p, ") ）") || refuse_syntax(p, "这里缺右括号", "a bracket is not closed");
}

/* A number, a name or a bracket, behind any number of minus signs. */
static bool read_factor(calc_parser *p, zt_calc_value *out)
{
    bool minus = false;
    while (take(p, "- −"))
        minus = !minus;
    if (take(p, "( （")) {
        if (!read_bracket(p, out))
            return false;
    } else {
        skip_blanks(p);
        size_t end = zt_number_end(p->text, p->at);
        if (!(end > p->at ? read_number(p, end, out) : read_name(p, out)))
            return false;
    }
    if (minus)
        out->value.num = -out->value.num;
    return true;
}

/* Factors joined by × and ÷, from left to right. */
static bool read_product(calc_parser *p, zt_calc_value *out)
{
    if (!read_factor(p, out))
        return false;
    for (;;) {
        size_t at;
        zt_calc_value next;
        skip_blanks(p);
        at = p->at;
        if (take(p, "* × ＊")) {
            if (!read_factor(p, &next) || !multiply(p, at, out, &next))
                return false;
        } else if (take(p, "/ ÷ ／")) {
            if (!read_factor(p, &next) || !divide(p, at, out, &next))
                return false;
        } else {
            return true;
        }
    }
}

/* Products joined by + and −, from left to right. The place of each sign is kept for the
   diagnostic about units. */
static bool read_sum(calc_parser *p, zt_calc_value *out)
{
    if (!read_product(p, out))
        return false;
    for (;;) {
        zt_calc_value next;
        skip_blanks(p);
        size_t at = p->at;
        bool plus = take(p, "+ ＋");
        if (!plus && !take(p, "- − －"))
            return true;
        if (!read_product(p, &next) || !add(p, at, plus ? '+' : '-', out, &next))
            return false;
    }
}

/* Evaluates all of `text`; `at` is the place of its first byte. False after a diagnostic. What is
   behind a complete expression is refused as well. */
bool zt_calc_eval(const zt_calc *calc, zt_str text, zt_pos at, zt_calc_value *out)
{
    calc_parser p = {.calc = calc, .text = text, .start = at};
    if (!read_sum(&p, out))
        return false;
    skip_blanks(&p);
    return p.at == text.len ||
           refuse_syntax(&p, "前面已经是一个完整的算式", "the expression is complete before it");
}
