/* Styles of numbers and of ranges of them. */
#include "base/format_imp.h"

#include "base/arena.h"

/* The value, then why: `zh` and `en` continue the sentence. */
bool zt_format_refuse(zt_diags *diags, zt_str value, const char *zh, const char *en)
{
    zt_report(diags, ZT_ERROR, "bad-value", ZT_NOWHERE, "“%.*s”%s%.0s", "“%.*s” %.0s%s",
              ZT_ARG(value), zh, en);
    return false;
}

/* Powers of ten of 万 and 亿. */
enum { WAN = 4, YI = 8 };

/* Reports bad-value: more digits than zt_num holds. Returns false. */
static bool refuse_length(zt_diags *diags, zt_str value)
{
    return zt_format_refuse(diags, value, "位数太多：最多 18 位有效数字、12 位小数",
                            "takes too many digits: at most 18, 12 of them decimals");
}

/* Decimals of the result, exact: at most two read well behind 万 and 亿. */
static int decimals_at(const zt_measure *m, int power)
{
    enum { HOPELESS = 99 };
    zt_measure scaled = *m;
    return zt_measure_rescale(&scaled, power) ? scaled.num.decimals : HOPELESS;
}

/* By magnitude, the sign apart. */
static bool is_below(const zt_measure *m, int64_t limit)
{
    zt_num num = m->num, most = {limit, 0, ZT_NUM_GIVEN};
    if (num.scaled < 0)
        num.scaled = -num.scaled;
    return zt_num_compare(num, most) < 0;
}

/* R111: five digits and more that end in zeros take 亿 or 万, one of them; 2.17亿, not 2亿1700万.
   An exact count such as 48213 stays. When it is rounded anyway, what counts is its size. */
static bool scale_by_size(zt_measure *m, const zt_format_how *how)
{
    enum { READ_WELL = 2 };
    if (!zt_measure_rescale(m, 0))
        return false;
    bool rounded = how->decimals >= 0;
    if (is_below(m, 10000))
        return true;
    if (!is_below(m, 100000000) && (rounded || decimals_at(m, YI) <= READ_WELL))
        return zt_measure_rescale(m, YI);
    if (rounded || decimals_at(m, WAN) <= READ_WELL)
        return zt_measure_rescale(m, WAN);
    return true;
}

/* A value without a unit gets the one that its style prints; false when it has another, `also`
   being a second spelling. */
static bool take_unit(zt_measure *m, const char *unit, const char *also)
{
    if (m->unit.len > 0 && !zt_str_is(m->unit, unit) && !zt_str_is(m->unit, also))
        return false;
    m->unit = zt_str_from(unit);
    return true;
}

/* Brings the number into the unit of its style, then to the decimals that were asked for; in this
   order, so that what is printed is rounded once. False after bad-value. */
static bool fit(const zt_format *style, zt_measure *m, zt_diags *diags, zt_str value,
                const zt_format_how *how)
{
    bool fine = true;
    switch (style->detail) {
    case ZT_AS_COMMA:
    case ZT_AS_GAP:
        fine = zt_measure_rescale(m, 0);
        break;
    case ZT_AS_WAN:
        fine = zt_measure_rescale(m, WAN);
        break;
    case ZT_AS_YI:
        fine = zt_measure_rescale(m, YI);
        break;
    case ZT_AS_SCALED:
        fine = scale_by_size(m, how);
        break;
    case ZT_AS_PERCENT:
        if (!take_unit(m, "%", "％"))
            return zt_format_refuse(diags, value, "的单位不是 %", "has a unit other than %");
        break;
    case ZT_AS_POINTS:
        if (!take_unit(m, "个百分点", "百分点") && !take_unit(m, "个百分点", "%"))
            return zt_format_refuse(diags, value, "的单位不是百分点",
                                    "has a unit other than 百分点");
        break;
    }
    if (fine && how->decimals >= 0)
        fine = zt_num_round(&m->num, how->decimals, how->rounding);
    return fine || refuse_length(diags, value);
}

/* `scaled` groups as well: what 万 and 亿 leave above 9999 would be hard to read. */
static zt_grouping grouping_of(const zt_format *style)
{
    if (style->detail == ZT_AS_GAP)
        return ZT_GROUP_GAP;
    return style->detail == ZT_AS_COMMA || style->detail == ZT_AS_SCALED ? ZT_GROUP_COMMA
                                                                         : ZT_GROUP_NONE;
}

/* Reports bad-value with the accepted forms; returns false. */
static bool refuse_number(zt_diags *diags, zt_str value)
{
    return zt_format_refuse(diags, value,
                            "不是数，也不是范围：应如 46.3、−8、2.17亿元、12%..18%、40..55千克",
                            "is no number nor a range: write it like 46.3, −8, 2.17亿元, 12%..18%, "
                            "40..55千克");
}

/* Both ends, the first with what it takes from the second; false after a report. */
static bool parse_range(zt_diags *diags, zt_str value, zt_measure *a, zt_measure *b, bool *range)
{
    zt_str from, to;
    *range = zt_range_split(value, &from, &to);
    if (!*range)
        return zt_measure_parse(value, a) || refuse_number(diags, value);
    if (!zt_measure_parse(from, a) || !zt_measure_parse(to, b))
        return refuse_number(diags, value);
    zt_measure_share(a, b);
    zt_measure low = *a, high = *b;
    bool comparable = zt_str_equal(low.unit, high.unit) && zt_measure_rescale(&low, 0) &&
                      zt_measure_rescale(&high, 0);
    if (!comparable || zt_num_compare(low.num, high.num) <= 0)
        return true;
    zt_report(diags, ZT_ERROR, "bad-range", ZT_NOWHERE, "“%.*s”从大到小；范围应从小到大",
              "“%.*s” falls; a range rises", ZT_ARG(value));
    return false;
}

bool zt_format_number(const zt_format *style, zt_buf *buf, zt_diags *diags, zt_str value,
                      const zt_format_how *how)
{
    zt_measure a, b;
    bool range;
    if (!parse_range(diags, value, &a, &b, &range) || !fit(style, &a, diags, value, how) ||
        (range && !fit(style, &b, diags, value, how)))
        return false;
    if (range) {
        zt_measure_print_range(buf, a, &b, grouping_of(style));
        return true;
    }
    if (style->detail == ZT_AS_SIGNED && a.num.scaled > 0)
        zt_buf_putc(buf, '+');
    zt_measure_print(buf, &a, grouping_of(style));
    return true;
}

bool zt_format_range(const zt_format *style, zt_buf *buf, zt_diags *diags, zt_str value,
                     const zt_format_how *how)
{
    zt_str from, to;
    if (!zt_range_split(value, &from, &to))
        return zt_format_refuse(diags, value, "不是范围：两端之间写 ..，如 12%..18%",
                                "is no range: write .. between its ends, as in 12%..18%");
    return zt_format_number(style, buf, diags, value, how);
}

/* R119: a change between two percentages is said in points, and rises or falls. */
bool zt_format_change(const zt_format *style, zt_buf *buf, zt_diags *diags, zt_str value,
                      const zt_format_how *how)
{
    zt_measure m;
    if (!zt_measure_parse(value, &m))
        return refuse_number(diags, value);
    if (m.unit.len == 0)
        m.unit = ZT_STR("%");
    if (!fit(style, &m, diags, value, how))
        return false;
    bool points = zt_str_is(m.unit, "个百分点") || zt_str_is(m.unit, "百分点");
    bool falls = m.num.scaled < 0;
    if (m.num.scaled == 0) {
        zt_buf_puts(buf, "持平");
        return true;
    }
    zt_buf_puts(buf, falls ? "下降" : points ? "上升" : "增长");
    if (falls)
        m.num.scaled = -m.num.scaled;
    zt_measure_print(buf, &m, ZT_GROUP_NONE);
    return true;
}
