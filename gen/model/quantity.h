/* gen/model/quantity.h — a printed phrase such as 6万余件 understood as a quantity. It prints
   verbatim; the meaning is beside it (docs/vocabulary.md, Figures). */
#ifndef ZT_QUANTITY_H
#define ZT_QUANTITY_H

#include "base/date.h"
#include "base/diag.h"
#include "base/num.h"
#include "base/str.h"

/* On which side of the printed figure the true one lies: it is the figure, near it, below it or
   above it. */
typedef enum zt_bound { ZT_EXACT, ZT_ABOUT, ZT_BELOW, ZT_ABOVE } zt_bound;
/* How the figure came about (status=, or words such as 预计). */
typedef enum zt_status {
    ZT_ACTUAL,
    ZT_ESTIMATE,
    ZT_FORECAST,
    ZT_TARGET,
    ZT_MISSING,
    ZT_REVISED,
    /* Computed here from calc=, while an estimate is the author's. */
    ZT_COMPUTED
} zt_status;
/* The element that the phrase stands in; each has a grammar of its own. */
typedef enum zt_quantity_kind {
    ZT_Q_VALUE,
    ZT_Q_CHANGE,
    ZT_Q_RANK,
    ZT_Q_SHARE,
    ZT_Q_TARGET
} zt_quantity_kind;
/* What a change is measured against: the same period a year ago, the period before, the beginning
   of the year, a plan. */
typedef enum zt_basis {
    ZT_BASIS_NONE,
    ZT_BASIS_YOY,
    ZT_BASIS_MOM,
    ZT_BASIS_YTD,
    ZT_BASIS_PLAN
} zt_basis;

/* What the phrase of a change, rank, share or target says. Only ZT_SAYS_PLAIN and ZT_SAYS_RATIO may
   be computed with: the rest is printed, and what is understood of it stands in the dump. */
typedef enum zt_saying {
    /* A place, a share; of a change: the value itself grew or fell by so much. */
    ZT_SAYS_PLAIN,
    /* 是去年的1.2倍: so many times its base; `value` is the growth, 0.2倍. */
    ZT_SAYS_RATIO,
    ZT_SAYS_LEVEL, /* 降至5.2%: where it stands now */
    /* 由5%降至3%: where it stands now, and in `from` where it stood. */
    ZT_SAYS_FROM_TO,
    /* 增速放缓0.3个百分点: a change of a growth, not of the value. */
    ZT_SAYS_RATE,
    ZT_SAYS_COMPARISON, /* 高于全国2.1个百分点: against another thing */
    ZT_SAYS_PROGRESS,   /* 完成年度计划的52% */
    /* 两位数增长, 前10%, 倒数第二: words without a number to reckon with. */
    ZT_SAYS_STATEMENT
} zt_saying;

typedef struct zt_quantity zt_quantity;
/* A phrase and what was understood of it. All texts point into the source or into the arena of the
   document. Numbers are exact decimals; nothing here is a double. */
struct zt_quantity {
    /* What was written. */
    zt_quantity_kind kind;
    const char *id; /* or NULL */
    /* Of the document: in which the words of its standing are, 推算 or computed. */
    zt_lang language;
    /* Place of the phrase; of the element when it is empty. */
    zt_pos at;
    /* As printed; "待补" for a missing value in a draft. */
    zt_str text;
    size_t figure_first,
        figure_end; /* bytes of text: the digits (or Han numeral) that may be set large */
    /* What it means, where has_number holds. Of a plain value `value` is `printed` times ten to the
       power of `scale`, exactly; of a change it is the growth. */
    zt_num printed; /* 46.3, with its precision */
    zt_num value;   /* 463000 */
    /* Power of ten of the scale word: 万 = 4. */
    int scale;
    zt_str unit; /* "人次", "%"; empty if none */
    /* How exact it is; `bound` is what counts, from bound= or else from the words. */
    zt_bound bound;
    /* What the words of the phrase itself say, whatever bound= says. */
    zt_bound own_bound;
    bool bound_given; /* bound= is written */
    bool approx;
    zt_status status;
    /* The phrase itself has a unit: 46.3万人次, 9秒83, 百分之五. */
    bool unit_given;
    /* False for a missing value, and for 3:2 and 15:30. */
    bool has_number;
    bool main; /* main="yes" */
    /* A share outside charts that is all the data of one of the document. */
    bool charted;
    /* The words under it when it is set apart; or empty. */
    zt_str label;
    /* The upper end of a range 1—5月; or NULL. */
    zt_quantity *range_to;
    /* of change, rank, share, target */
    zt_saying says;
    zt_quantity *from; /* of ZT_SAYS_FROM_TO; else NULL */
    /* The figure says its unit itself: 三分之二, 一半, 持平. */
    bool spelled;
    /* basis=, else what the phrase says. */
    zt_basis basis;
    /* 比2019年: the phrase names a base that basis= has no word for. */
    bool other_basis;
    zt_str of, vs, among, within, by, per, period, asof, source, note;
    /* unit= of the chart's data, for a bare number; else empty. */
    zt_str shared_unit;
    /* The expression it comes from; empty for a value that was given. */
    zt_str calc;
    bool derived; /* it was computed from calc= */
    /* A chart computed it of its items (share=, index= …), or of those that it leaves out. */
    bool of_chart;
    /* Text carries the word of its standing, 推算 or 估计; `bare` does not. */
    bool labelled;
    zt_str bare;
    const zt_quantity *of_value; /* resolved; or NULL */
    /* The base, by id or as a phrase; or NULL. */
    const zt_quantity *vs_value;
    /* tie= of a rank, and whether it is written. */
    bool tie, tie_given;
    /* 下降, 减少, −: `value` is negative then. */
    bool decrease;
};

/* Parses the phrase of one element and accounts for every character of it: a value by the grammar
   of one quantity, a change, rank, share or target by its own (docs/vocabulary.md, Figures).
   Reports at `at` what is not understood and returns false. `units` further units or NULL. */
bool zt_quantity_parse(zt_arena *arena, zt_diags *diags, zt_quantity_kind kind, zt_str text,
                       const char *units, zt_quantity *out);
/* Whether the base of a change may be computed from it and its value, and 去年同期约… be drawn:
   only from a growth that was understood whole, is exact, and is against a base that has a name.
   Else false, with the reason in both languages. */
bool zt_change_gives_base(const zt_quantity *change, const zt_quantity *value, const char **zh,
                          const char **en);
/* What a change is against, as it is printed beside its value: 去年同期约14.8万人次（推算）. */
typedef struct zt_change_base {
    /* In the unit and scale of the value: 148000. */
    double value;
    /* Printed nowhere else: it follows from the change, or is only said in vs=. */
    bool derived;
    zt_str words;
} zt_change_base;
/* Only of a change for which zt_change_gives_base holds. */
zt_change_base zt_change_base_of(zt_arena *arena, const zt_quantity *value,
                                 const zt_quantity *change);
/* The element that a quantity of this kind stands in: "v", "change". */
const char *zt_quantity_element(zt_quantity_kind kind);
/* The value of basis=; empty for none. */
const char *zt_basis_word(zt_basis basis);
/* Stands where a value is still to come: 待补. */
zt_str zt_missing_word(zt_lang language);
/* Of a figure that no source states, but was computed: 推算. */
const char *zt_computed_word(zt_lang language);
/* A unit as it stands behind a number: a word of English behind a blank. */
zt_str zt_unit_behind(zt_arena *arena, zt_lang language, zt_str unit);
/* The word of a power of ten as it stands behind a number: 万, and in English " million". One that
   English has no word for keeps that of Chinese, which the author wrote. */
zt_str zt_scale_behind(zt_arena *arena, zt_lang language, int power);
/* Percentage points, in which two rates differ. */
zt_str zt_points_unit(zt_lang language);
bool zt_unit_is_points(zt_str unit);
/* Whose figure the base is: 去年同期, last year's. */
const char *zt_basis_name(zt_basis basis, zt_lang lang);
/* The word that an estimate, forecast or target carries beside its value: 估计, 预测, 目标, and
   推算 of one that was computed; empty for the others, for NULL, and when the phrase says it itself
   (预计). */
zt_str zt_status_word(const zt_quantity *quantity);
/* The phrase without the word of its standing: where that stands beside it. */
zt_str zt_bare_phrase(const zt_quantity *quantity);
/* Whether a rank says only that it is among the first: 前十, within="10". */
bool zt_rank_is_within(const zt_quantity *rank);
/* Whether a rank says no more than the place in the order that a ranking prints itself. */
bool zt_rank_is_place(const zt_quantity *rank, size_t place);
/* 二 = 2, 十二 = 12, 二十 = 20, 一百零五 = 105; false if it is none. */
bool zt_han_number(zt_str text, long long *out);

#endif
