/* gen/base/totals.h — how the head of a row or column says that it is a total: 合计, 小计, Total.
   Needed by the readers of tables (which leave totals out) and by the model (which adds them up).
 */
#ifndef ZT_TOTALS_H
#define ZT_TOTALS_H

#include "base/str.h"

/* What the head of a row or column says of it. */
typedef enum zt_total_word {
    ZT_NO_TOTAL,
    ZT_TOTAL_ALL,     /* 合计, 总计, 全市合计, Total */
    ZT_TOTAL_SUB,     /* 小计: of the lines next to it */
    ZT_TOTAL_OF_WHICH /* 其中: a part of the line above, and not the only one */
} zt_total_word;

/* `bare`: without blanks, brackets at the end and marks, ASCII for full-width forms. What stands
   before the word is free: 全市合计, 一、合计. */
zt_total_word zt_total_word_of(zt_arena *arena, zt_str bare);
/* The same of words with blanks between: Asia total. */
zt_total_word zt_total_words_of(zt_arena *arena, zt_str words);

#endif
