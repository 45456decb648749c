/* The table of named styles. */
#include "base/format_imp.h"

#include "base/date.h"
#include "base/near.h"

const zt_format zt_formats[] = {
    {"plain", "-46.30", "照原样的精度；负号用 −，小数点前有 0", "precision kept, minus −",
     zt_format_number, ZT_AS_PLAIN},
    {"comma", "48200000", "五位起用逗号分节", "groups of three by commas from the fifth digit",
     zt_format_number, ZT_AS_COMMA},
    {"gap", "48200000", "五位起用四分之一字空分节",
     "groups of three by quarter-em gaps from the fifth digit", zt_format_number, ZT_AS_GAP},
    {"wan", "482000人次", "以万为单位", "in 万 (ten thousands)", zt_format_number, ZT_AS_WAN},
    {"yi", "217000000元", "以亿为单位", "in 亿 (hundred millions)", zt_format_number, ZT_AS_YI},
    {"scaled", "217000000", "大数末尾为零时用万或亿，只用一个",
     "万 or 亿 where zeros allow it, one only", zt_format_number, ZT_AS_SCALED},
    {"percent", "18.5", "百分数", "per cent", zt_format_number, ZT_AS_PERCENT},
    {"points", "3.2", "百分点", "percentage points", zt_format_number, ZT_AS_POINTS},
    {"signed", "3.2%", "带正负号", "with its sign", zt_format_number, ZT_AS_SIGNED},
    {"change", "-3.2%", "增长、下降、持平；百分点用上升", "rise, fall or no change in words",
     zt_format_change, ZT_AS_PLAIN},
    {"range", "12%..18%", "数值范围：%、万、亿两端都写，其他单位写一次",
     "range of values: %, 万, 亿 on both ends, other units once", zt_format_range, ZT_AS_PLAIN},
    {"span", "重庆..成都", "地点、页码、年份的起止", "span of places, pages, years", zt_format_span,
     0},
    {"han", "105人", "汉字数字，计数用零", "Han numerals, counting", zt_format_han, ZT_HAN_COUNT},
    {"han-digits", "2022年", "汉字数字，编号用〇", "Han numerals, digit by digit", zt_format_han,
     ZT_HAN_DIGITS},
    {"ordinal", "2", "序数", "ordinal", zt_format_han, ZT_ORDINAL},
    {"han-ordinal", "12", "汉字序数", "ordinal in Han numerals", zt_format_han, ZT_HAN_ORDINAL},
    {"rank", "2", "名次", "place in a ranking", zt_format_han, ZT_RANK},
    {"date", "2022-06-24", "年月日，也可为区间、月、年", "date or interval in words",
     zt_format_date, ZT_DATE_ARABIC},
    {"date-short", "2021-12-17/2021-12-18", "不写年", "date without its year", zt_format_date,
     ZT_DATE_ARABIC_SHORT},
    {"date-iso", "2022-06-24", "全数字", "all digits", zt_format_date, ZT_DATE_ISO},
    {"date-han", "2022-06-24", "汉字数字的年月日", "date in Han numerals", zt_format_date,
     ZT_DATE_HAN},
    {"date-han-short", "2022-06-24", "汉字数字的月日", "month and day in Han numerals",
     zt_format_date, ZT_DATE_HAN_SHORT},
    {"date-name", "5-27", "作名称的日期", "date as a name", zt_format_date_name, 0},
    {"date-name-han", "1-28", "作名称的日期，汉字数字：一、十一、十二月才有间隔号",
     "date as a name in Han numerals", zt_format_date_name, 1},
    {"time", "15:40", "时刻，可为起止", "time or span of times", zt_format_time, 0},
    {"time-words", "15:40", "时刻，用时、分", "time in words", zt_format_time, 1},
    {0},
};

const zt_format *zt_format_find(zt_diags *diags, zt_str name)
{
    enum { COUNT = sizeof zt_formats / sizeof *zt_formats - 1 };
    const char *names[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        names[i] = zt_formats[i].name;
        if (zt_str_is(name, names[i]))
            return &zt_formats[i];
    }
    const char *near = zt_nearest(name, names, COUNT);
    zt_report(diags, ZT_ERROR, "unknown-format", ZT_NOWHERE,
              near ? "没有名为“%.*s”的格式；是否想写 %s？" : "没有名为“%.*s”的格式；%s",
              near ? "no format “%.*s”; did you mean %s?" : "no format “%.*s”; %s", ZT_ARG(name),
              near ? near : "zhitu format --list");
    return NULL;
}
