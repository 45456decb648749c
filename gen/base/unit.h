/* gen/base/unit.h — scales, units, measure words, and the words around a quantity. Needed by the
   model (to parse a value) and by the text engine (to keep number and unit together, R34). */
#ifndef ZT_UNIT_H
#define ZT_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* What a number of the unit measures. */
typedef enum zt_unit_class {
    ZT_UNIT_UNKNOWN,
    ZT_UNIT_COUNT,
    ZT_UNIT_TIME,
    ZT_UNIT_LENGTH,
    ZT_UNIT_AREA,
    ZT_UNIT_VOLUME,
    ZT_UNIT_MASS,
    ZT_UNIT_TRANSPORT,
    ZT_UNIT_MONEY,
    ZT_UNIT_RATIO,
    ZT_UNIT_ENERGY,
    ZT_UNIT_POWER,
    ZT_UNIT_FORCE,
    ZT_UNIT_TEMPERATURE,
    ZT_UNIT_SPEED,
    ZT_UNIT_ANGLE,
    ZT_UNIT_SOUND,
    ZT_UNIT_DATA,
    ZT_UNIT_OTHER
} zt_unit_class;
/* The class of a whole word of the table. */
zt_unit_class zt_unit_class_of(zt_str word);

/* The longest scale word at the start of `text` (千 万 十万 百万 千万 亿 万亿); its bytes, or 0.
 *power gets the power of ten. */
size_t zt_scale_prefix(zt_str text, int *power);
/* The same at the start of a unit as it is written apart, where it may be one of English with the
   blank behind it: million tonnes. */
size_t zt_unit_scale(zt_str unit, int *power);
/* The scale word of a power of ten: 万 of 4; "" when there is none. */
const char *zt_scale_word(int power);
/* The same in English: million of 6; "" when there is none. */
const char *zt_scale_name(int power);
/* The longest unit or measure word at the start of `text`; its bytes, or 0. `extra` holds
   blank-separated units of a theme or document, may be NULL. */
size_t zt_unit_prefix(zt_str text, const char *extra);
/* A known unit that the word was probably meant to be: 辆 of 量, 人次 of 人此; NULL if none. Lives
   in the arena. */
const char *zt_unit_nearest(zt_arena *arena, zt_str word);
/* The end of what belongs to the number that ends where `text` begins: 余 多, a scale, its unit, or
   the unit alone (百帕 is one), and what it is per (/吨); bytes. */
size_t zt_unit_end(zt_str text, const char *extra);
/* Splits 万人次 into 4 and 人次. Returns bytes of scale and unit that were understood. */
size_t zt_unit_split(zt_str text, const char *extra, int *power, zt_str *unit);
/* Words before a number: 约 近 超 超过 逾 达 不足 至少 预计 共 日均 累计 第 前 每 …; bytes or 0. */
size_t zt_before_prefix(zt_str text);
/* 余 多 几; bytes or 0. */
size_t zt_infix_prefix(zt_str text);
/* 以上 以下 以内 左右 上下 …; bytes or 0. */
size_t zt_after_prefix(zt_str text);

#endif
