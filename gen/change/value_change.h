/* gen/change/value_change.h — what became of a figure. Computed only from phrases that were
   understood whole; of all others it is said why nothing is. */
#ifndef ZT_VALUE_CHANGE_H
#define ZT_VALUE_CHANGE_H

#include "model/quantity.h"

/* From one figure to the next. */
typedef struct zt_value_change {
    /* Numbers and units say the same, only written otherwise: 4630 and 0.463万. */
    bool same;
    /* The difference was computed: in units of 10^scale. */
    bool counted;
    zt_num difference;
    int scale;
    zt_str unit; /* behind its number: 万人次, 个百分点, 位 */
    bool places; /* of a rank: less is up */
    /* A figure is round (约, 余, 超 …), so the difference is. */
    bool about;
    /* Of a range the same for its upper end; else not given. */
    bool has_upper;
    zt_num upper;
    /* To the former value, in per cent with one place. */
    bool has_percent;
    zt_num percent;
    /* Which scale or unit it had and has, where they differ: 万, 人次. */
    bool scale_changed, unit_changed;
    zt_str unit_before, unit_after;
    /* Computed in both documents (calc=): it follows from another figure. */
    bool follows;
    /* Ten times the former or more, or a tenth or less. `times` is how many, rounded. */
    bool jump;
    long long times;
    /* Why there is no difference; "" otherwise. */
    const char *why_zh, *why_en;
} zt_value_change;

/* From `before` to `after`; texts live in `arena`. */
zt_value_change zt_value_change_of(zt_arena *arena, const zt_quantity *before,
                                   const zt_quantity *after);
/* "+2.6万人次", "约−3个百分点"; empty where it was not computed. */
zt_str zt_value_change_words(zt_arena *arena, const zt_value_change *change, zt_lang lang);
/* "+5.6%"; empty without. */
zt_str zt_value_change_percent(zt_arena *arena, const zt_value_change *change);

#endif
