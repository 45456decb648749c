/* gen/base/format.h — numbers, ranges, dates and times in named styles: one place that knows how
   they print in Chinese (docs/typesetting.md, R110 to R117). `zhitu format` and the layout share
   it. Exact decimals throughout, never floating point. */
#ifndef ZT_FORMAT_H
#define ZT_FORMAT_H

#include "base/diag.h"
#include "base/num.h"
#include "base/str.h"

/* A number with what is written around it, as in 约2.17亿元以上. All texts are lent. */
typedef struct zt_measure {
    zt_str before; /* 约 */
    zt_num num;    /* 2.17 */
    int scale;     /* power of ten of the scale word: 亿 = 8; 0 = none */
    zt_str unit;   /* 元以上: all that follows */
} zt_measure;

/* The whole text; false when it is no number with a unit. */
bool zt_measure_parse(zt_str text, zt_measure *out);
/* Where the connector of a range stands (.. ～ — – 至 between two texts), false when there is none;
   both ends come trimmed. */
bool zt_range_split(zt_str text, zt_str *from, zt_str *to);

/* R111: the number in units of 10^power, exactly: 482000 at 4 is 48.2. False on overflow. */
bool zt_measure_rescale(zt_measure *m, int power);
/* R112, R113: number, scale word, unit. */
void zt_measure_print(zt_buf *buf, const zt_measure *m, zt_grouping grouping);
/* R114: ～ between values; %, ‰, 万 and 亿 stand on both ends, a plain unit once. What the first
   leaves unsaid it takes from the second: 12..18% is 12%～18%. */
void zt_measure_print_range(zt_buf *buf, zt_measure from, const zt_measure *to,
                            zt_grouping grouping);
/* Gives the first end of a range the unit and scale that only the second one says. */
void zt_measure_share(zt_measure *from, const zt_measure *to);

/* How a value is rounded before it is printed. */
typedef struct zt_format_how {
    int decimals; /* -1: those that the value has */
    zt_rounding rounding;
} zt_format_how;

typedef struct zt_format zt_format;
/* A named style and the function that prints a value in it. */
struct zt_format {
    const char *name;
    const char *example; /* a value that shows the style */
    const char *zh, *en; /* what it is for */
    /* Reports bad-value, bad-date or bad-range at nowhere and returns false. */
    bool (*print)(const zt_format *style, zt_buf *buf, zt_diags *diags, zt_str value,
                  const zt_format_how *how);
    int detail; /* what the print function makes of it */
};
/* Ends with an all-zero row. */
extern const zt_format zt_formats[];
/* The style of that name; NULL after reporting unknown-format with the nearest name. */
const zt_format *zt_format_find(zt_diags *diags, zt_str name);

#endif
