/* gen/model/quantity.h — a printed phrase such as 6万余件 understood as a quantity. It prints
   verbatim; the meaning is beside it (docs/vocabulary.md, 3). */
#ifndef ZT_QUANTITY_H
#define ZT_QUANTITY_H

#include "base/date.h"
#include "base/diag.h"
#include "base/num.h"
#include "base/str.h"

typedef enum zt_bound { ZT_EXACT, ZT_ABOUT, ZT_BELOW, ZT_ABOVE } zt_bound;
typedef enum zt_status {
    ZT_ACTUAL,
    ZT_ESTIMATE,
    ZT_FORECAST,
    ZT_TARGET,
    ZT_MISSING,
    ZT_REVISED
} zt_status;
typedef enum zt_quantity_kind {
    ZT_Q_VALUE,
    ZT_Q_CHANGE,
    ZT_Q_RANK,
    ZT_Q_SHARE,
    ZT_Q_TARGET
} zt_quantity_kind;
typedef enum zt_basis {
    ZT_BASIS_NONE,
    ZT_BASIS_YOY,
    ZT_BASIS_MOM,
    ZT_BASIS_YTD,
    ZT_BASIS_PLAN
} zt_basis;

typedef struct zt_quantity zt_quantity;
struct zt_quantity {
    zt_quantity_kind kind;
    const char *id; /* or NULL */
    zt_pos at;      /* of the phrase; of the element when it is empty */
    zt_str text;    /* as printed; "待补" for a missing value in a draft */
    size_t figure_first,
        figure_end; /* bytes of text: the digits (or Han numeral) that may be set large */
    zt_num printed; /* 46.3, with its precision */
    zt_num value;   /* 463000 */
    int scale;      /* power of ten of the scale word: 万 = 4 */
    zt_str unit;    /* "人次", "%"; empty if none */
    zt_bound bound;
    bool approx;
    zt_status status;
    bool unit_said;        /* the phrase itself has a unit: 46.3万人次, 9秒83, 百分之五 */
    bool has_number;       /* false for a missing value, and for 3:2 and 15:30 */
    bool main;             /* main="yes" */
    zt_str label;          /* the words under it when it is set apart; or empty */
    zt_quantity *range_to; /* of a range 1—5月; or NULL */
    /* of change, rank, share, target */
    zt_basis basis;
    zt_str of, vs, among, within, by, per, period, asof, source, note;
    zt_str shared_unit; /* unit= of the chart's data, for a bare number; else empty */
    zt_str calc;        /* the expression it comes from; empty for a value that was given */
    bool derived;       /* text carries the label 推算; `bare` is the phrase without it */
    zt_str bare;
    const zt_quantity *of_value; /* resolved; or NULL */
    const zt_quantity *vs_value; /* the base, by id or as a phrase; or NULL */
    bool tie, tie_said;          /* tie= of a rank, and whether it is written */
    bool decrease;               /* 下降, 减少, − */
};

/* Parses the phrase of one element. Reports not-a-number (with what is left over) at `at`. Fills
   figure, printed, value, scale, unit, bound, approx. `units` further units or NULL. The phrase of
   change, rank, share or target may hold words (同比增长212%, 占全国37%): the first number counts.
 */
bool zt_quantity_parse(zt_arena *arena, zt_diags *diags, zt_quantity_kind kind, zt_str text,
                       const char *units, zt_quantity *out);
/* 二 = 2, 十二 = 12, 二十 = 20, 一百零五 = 105; false if it is none. */
bool zt_han_number(zt_str text, long long *out);

#endif
