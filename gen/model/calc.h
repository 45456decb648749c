/* gen/model/calc.h — expressions over printed values: settle / (1 + 212%). Exact fractions with
   units; nothing is rounded before the end (docs/vocabulary.md, Figures). */
#ifndef ZT_CALC_H
#define ZT_CALC_H

#include "base/diag.h"
#include "base/ratio.h"

/* What an operand is and what comes out. A share or a growth in % is a plain number: 37% is 0.37.
 */
typedef struct zt_calc_value {
    zt_ratio value;
    /* 元 and 人次 of 元/人次; empty for a plain number. */
    zt_str unit, per;
    /* Power of ten of the phrase that gave the unit, by which the value would be printed. */
    int scale;
    int decimals; /* the same */
    /* Some operand is 约, 余, 超 … */
    bool approx;
    /* Some operand is still to come: there is no result. */
    bool missing;
} zt_calc_value;

/* Finds the operand of that name and writes it to *out; false after reporting at `at`. The unit is
   brought to a plain number by the evaluator, not by this function. */
typedef bool zt_calc_find(void *context, zt_str name, zt_pos at, zt_calc_value *out);

/* What an evaluation needs from outside: where to report, which units are known, and how an id is
   found. `context` is handed to `find` unchanged. */
typedef struct zt_calc {
    zt_diags *diags;
    /* Further units of theme and document, or NULL. */
    const char *units;
    zt_calc_find *find;
    void *context;
} zt_calc;

/* expression := term ((+ | −) term)*; term := factor ((× | ÷) factor)*; factor := −* (number scale?
   unit? | name | "(" expression ")"). Also * and /. A hyphen within a name belongs to it; as a
   minus it stands between blanks. `at` is the place of the first character. Reports calc-syntax,
   calc-units, calc-zero, calc-limit, or what `find` reports, and returns false. */
bool zt_calc_eval(const zt_calc *calc, zt_str text, zt_pos at, zt_calc_value *out);

/* Brings a number in %, ‰, 个百分点, 成 or 倍 to a plain one; leaves other units alone. False when
   that takes too many digits. */
bool zt_calc_plain(zt_calc_value *value);
/* 100 of %, 1000 of ‰, 10 of 成, 1 of 倍: what such a unit multiplies a plain number by; else 0. */
int64_t zt_calc_factor(zt_str unit);

#endif
