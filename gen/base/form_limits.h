/* gen/base/form_limits.h — up to where a form of chart serves. The theme states them (<judgement>),
   the checks of a document weigh its charts by them; neither of the two layers includes the other.
 */
#ifndef ZT_FORM_LIMITS_H
#define ZT_FORM_LIMITS_H

typedef struct zt_form_limits {
    /* Twin columns that differ by less than this part of the larger look equal (Cleveland 1985:
       lengths are told apart by their ratio); per cent. */
    double difference;
    /* Slices of a circle or a strip: how many at most, and the least part of the whole in per cent
       that still shows as a part. */
    double slices, slice;
    /* The greatest value of one series over that of another: beyond it the smaller lies flat. */
    double apart;
    /* Series that can be told apart: lines, and columns side by side. */
    double lines, columns;
} zt_form_limits;

/* Of a theme that states none; also the initial values of <judgement>. */
#define ZT_FORM_DIFFERENCE 10
#define ZT_FORM_SLICES 5
#define ZT_FORM_SLICE 4
#define ZT_FORM_APART 8
#define ZT_FORM_LINES 7
#define ZT_FORM_COLUMNS 3
#define ZT_FORM_LIMITS                                                                             \
    {                                                                                              \
        .difference = ZT_FORM_DIFFERENCE, .slices = ZT_FORM_SLICES, .slice = ZT_FORM_SLICE,        \
        .apart = ZT_FORM_APART, .lines = ZT_FORM_LINES, .columns = ZT_FORM_COLUMNS                 \
    }

#endif
