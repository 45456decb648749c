/* Numbers in Han numerals, and places in an order. */
#include "base/format_imp.h"

#include "base/arena.h"
#include "base/han.h"
#include "base/unit.h"

/* The words before and the unit stay as written, only the number becomes Han. */
static void print_count(zt_buf *buf, const zt_measure *m)
{
    zt_buf_str(buf, m->before);
    /* 18.5% is 百分之十八点五. */
    bool percent = zt_str_is(m->unit, "%") || zt_str_is(m->unit, "％");
    if (percent)
        zt_buf_puts(buf, "百分之");
    zt_han_print_num(buf, m->num);
    zt_buf_puts(buf, zt_scale_word(m->scale));
    if (!percent)
        zt_buf_str(buf, m->unit);
}

/* 第2, 第二, 第2位: `detail` of the style says which. */
static void print_place(const zt_format *style, zt_buf *buf, const zt_measure *m)
{
    zt_buf_puts(buf, "第");
    if (style->detail == ZT_HAN_ORDINAL)
        zt_han_print_count(buf, (uint64_t)m->num.scaled);
    else
        zt_num_print(buf, m->num, false);
    if (style->detail == ZT_RANK && m->unit.len == 0)
        zt_buf_puts(buf, "位");
    zt_buf_str(buf, m->unit);
}

/* 第2 and 2 alike. */
static bool is_place(const zt_measure *m)
{
    return m->num.decimals == 0 && m->num.scaled > 0 && m->scale == 0 &&
           (m->before.len == 0 || zt_str_is(m->before, "第"));
}

/* What a style cannot express is refused, never rounded or dropped: decimals in numbering, zero as
   a place. */
bool zt_format_han(const zt_format *style, zt_buf *buf, zt_diags *diags, zt_str value,
                   const zt_format_how *how)
{
    zt_measure m;
    if (!zt_measure_parse(value, &m))
        return zt_format_refuse(diags, value, "不是数", "is no number");
    if (style->detail == ZT_HAN_COUNT) {
        if (how->decimals >= 0 && !zt_num_round(&m.num, how->decimals, how->rounding))
            return zt_format_refuse(diags, value, "位数太多", "takes too many digits");
        print_count(buf, &m);
        return true;
    }
    if (style->detail == ZT_HAN_DIGITS) {
        if (m.num.decimals > 0 || m.num.scaled < 0 || m.scale || m.before.len)
            return zt_format_refuse(
                diags, value, "不是编号：应为不带符号和小数的数",
                "is no number to be read digit by digit: without sign and decimals");
        zt_han_print_digits(buf, (uint64_t)m.num.scaled);
        zt_buf_str(buf, m.unit);
        return true;
    }
    if (!is_place(&m))
        return zt_format_refuse(diags, value, "不是名次：应为 1 起的整数",
                                "is no place in an order: a whole number from 1");
    print_place(style, buf, &m);
    return true;
}
