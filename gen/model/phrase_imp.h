/* gen/model/phrase_imp.h — private to phrase.c and phrase_number.c. */
#ifndef ZT_PHRASE_IMP_H
#define ZT_PHRASE_IMP_H

#include "model/quantity_imp.h"

/* The number itself: digits, Han numerals, 1亿2000, 三分之二, 百分之五, 半, 几十, ±2. Sets printed,
   the figure, and what belongs to it; false if none stands there. */
bool zt_phrase_number(zt_phrase *p, zt_str text, size_t at, zt_numerals numerals,
                      const char *units);
/* 一个半月: half of the unit more; false on overflow. */
bool zt_add_half(zt_phrase *p);
/* 1小时25分, 9秒83, 2年3个月: the same in the smaller unit. */
void zt_take_smaller_unit(zt_phrase *p, zt_str text, size_t *at);
/* 50±2℃: from 48 to 52. */
void zt_take_tolerance(zt_phrase *p, zt_str text, size_t *at, const char *units);

#endif
