/* gen/base/num.h — a decimal number that keeps the digits it came with. */
#ifndef ZT_NUM_H
#define ZT_NUM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

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
/* Multiplies by 10^power (万 = 4); false on overflow. Trailing decimals are taken up first. */
bool zt_num_scale(zt_num *num, int power);
/* <0, 0, >0 by value; both must be given. */
int zt_num_compare(zt_num a, zt_num b);
bool zt_num_add(zt_num a, zt_num b, zt_num *sum); /* false on overflow */
/* With its own decimals, minus as U+2212; `group` puts commas from the fifth digit up (R112). */
void zt_num_print(zt_buf *buf, zt_num num, bool group);
/* For positions and lengths only, never to print. */
double zt_num_double(zt_num num);

#endif
