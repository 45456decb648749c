/* gen/base/han.h — numbers written in Han numerals (GB/T 15835-2011, 4.2 and 5.2). */
#ifndef ZT_HAN_H
#define ZT_HAN_H

#include <stdint.h>

#include "base/num.h"
#include "base/str.h"

/* Numbering, digit by digit with 〇: 2022 is 二〇二二, 28 is 二八. */
void zt_han_print_digits(zt_buf *buf, uint64_t n);
/* Counting, with 零: 12 is 十二, 105 is 一百零五, 120000 is 十二万. */
void zt_han_print_count(zt_buf *buf, uint64_t n);
/* Counting with sign and decimals: 负三点零五. */
void zt_han_print_num(zt_buf *buf, zt_num num);

#endif
