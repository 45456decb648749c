/* gen/base/format_imp.h — the print functions of the styles, private to base/. */
#ifndef ZT_FORMAT_IMP_H
#define ZT_FORMAT_IMP_H

#include "base/format.h"

/* Prints a value in one style at the end of `buf`. False after a report; `buf` may then hold a part
   of it. */
typedef bool zt_format_print(const zt_format *style, zt_buf *buf, zt_diags *diags, zt_str value,
                             const zt_format_how *how);

/* Reports bad-value; returns false. */
bool zt_format_refuse(zt_diags *diags, zt_str value, const char *zh, const char *en);

/* format_number.c: `detail` is one of these. */
enum {
    ZT_AS_PLAIN,
    ZT_AS_COMMA,
    ZT_AS_GAP,
    ZT_AS_WAN,
    ZT_AS_YI,
    ZT_AS_SCALED,
    ZT_AS_PERCENT,
    ZT_AS_POINTS,
    ZT_AS_SIGNED
};
zt_format_print zt_format_number;
zt_format_print zt_format_range;  /* the same as plain, but both ends must be there */
zt_format_print zt_format_change; /* 增长3.2%, 下降0.5个百分点, 持平 */

/* format_han.c: `detail` is one of these. */
enum { ZT_HAN_COUNT, ZT_HAN_DIGITS, ZT_HAN_ORDINAL, ZT_ORDINAL, ZT_RANK };
/* A number in Han numerals, 十二 or 一二, or as a place. */
zt_format_print zt_format_han;

/* format_date.c: `detail` is a zt_date_style, or for names and times whether in Han numerals or
   words. Dates of any precision, names of days and months, times of day. */
zt_format_print zt_format_date;
zt_format_print zt_format_date_name;
zt_format_print zt_format_time;
zt_format_print zt_format_span; /* — between places, pages, years */

#endif
