/* gen/base/num.h — a decimal number that keeps the digits it came with. */
#ifndef ZT_NUM_H
#define ZT_NUM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Whether there is a number at all; a missing one is neither zero nor comparable. */
typedef enum zt_num_state { ZT_NUM_GIVEN, ZT_NUM_MISSING } zt_num_state;

/* value = scaled / 10^decimals, exact. 46.30 is {4630, 2}. Missing is not zero. */
typedef struct zt_num {
    int64_t scaled;
    int decimals; /* 0..12 */
    zt_num_state state;
} zt_num;

/* Whole text: sign (+ - − －), digits (ASCII or full-width), commas between groups of three, one
   point. False when anything else stands there, or at more than 18 digits. */
bool zt_num_parse(zt_str text, zt_num *out);
/* The end of the number that begins at byte `at` of a longer text; `at` if none does. */
size_t zt_number_end(zt_str text, size_t at);
/* Multiplies by 10^power (万 = 4); false on overflow. Trailing decimals are taken up first. */
bool zt_num_scale(zt_num *num, int power);
/* <0, 0, >0 by value; both must be given. */
int zt_num_compare(zt_num a, zt_num b);
bool zt_num_add(zt_num a, zt_num b, zt_num *sum); /* false on overflow */
/* What is cut off counts by its first digit (四舍五入), or goes to the even neighbour when it is
   exactly half (GB/T 8170-2008, 3.1). */
typedef enum zt_rounding { ZT_ROUND_HALF_UP, ZT_ROUND_HALF_EVEN } zt_rounding;
/* Exactly `decimals` places, 0 to 12: rounds, or adds zeros; false when that takes too many
   digits. */
bool zt_num_round(zt_num *num, int decimals, zt_rounding rounding);
/* Cuts zeros behind the point: they came from scaling, not from a measurement. */
void zt_num_trim(zt_num *num);

/* R112, GB/T 15835-2011, 5.1.1: groups of three from the fifth digit up. The gap, U+2009, is a
   quarter em in the text engine, and parts decimals too. */
typedef enum zt_grouping { ZT_GROUP_NONE, ZT_GROUP_COMMA, ZT_GROUP_GAP } zt_grouping;
/* With its own decimals and a leading zero, minus as U+2212 (R113). */
void zt_num_print_grouped(zt_buf *buf, zt_num num, zt_grouping grouping);
/* The same; `group` puts commas. */
void zt_num_print(zt_buf *buf, zt_num num, bool group);
/* For positions and lengths only, never to print. */
double zt_num_double(zt_num num);

#endif
