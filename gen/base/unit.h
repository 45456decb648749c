/* gen/base/unit.h — scales, units, measure words, and the words around a quantity. Needed by the
   model (to parse a value) and by the text engine (to keep number and unit together, R34). */
#ifndef ZT_UNIT_H
#define ZT_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* The longest scale word at the start of `text` (千 万 十万 百万 千万 亿 万亿); its bytes, or 0.
 *power gets the power of ten. */
size_t zt_scale_prefix(zt_str text, int *power);
/* The scale word of a power of ten: 万 of 4; "" when there is none. */
const char *zt_scale_word(int power);
/* The longest unit or measure word at the start of `text`; its bytes, or 0. `extra` holds
   blank-separated units of a theme or document, may be NULL. */
size_t zt_unit_prefix(zt_str text, const char *extra);
/* Splits 万人次 into 4 and 人次. Returns bytes of scale and unit that were understood. */
size_t zt_unit_split(zt_str text, const char *extra, int *power, zt_str *unit);
/* Words before a number: 约 近 超 超过 逾 达 不足 至少 最多 预计 共 日均 年均 累计 第 前 每; bytes
 * or 0. */
size_t zt_before_prefix(zt_str text);
/* 余 多 几; bytes or 0. */
size_t zt_infix_prefix(zt_str text);
/* 以上 以下 以内 左右 上下; bytes or 0. */
size_t zt_after_prefix(zt_str text);

#endif
