/* gen/model/change_imp.h — private to model/: the grammar of a change (read_change.c) in its parts.
   Each rule moves the cursor only when it takes what stands there. */
#ifndef ZT_CHANGE_IMP_H
#define ZT_CHANGE_IMP_H

#include "model/phrase_words_imp.h"

/* What the words before the number have said so far. */
typedef struct zt_change_reader {
    zt_arena *arena;
    zt_diags *diags;
    zt_quantity *q;
    zt_cursor c;
    /* The base that the phrase names. */
    zt_when when;
    bool dated; /* it names one */
    bool about; /* 基本 */
    /* 年 of 年均: a growth for each of several years. */
    zt_str average;
    /* 比全国: another thing stands for the base. */
    bool other;
    /* 增速 +1, 降幅 −1: the number is a growth, or the size of a decline. */
    int noun;
    bool loss; /* 亏损, 逆差 */
    /* What it grows by is refused in words of its own, already reported. */
    bool refused;
} zt_change_reader;

/* ---- change_around.c: before and behind the verb ---- */

/* The base that the phrase names from here on. */
void zt_change_against(zt_change_reader *r, zt_when when);
/* 同比, 比上年同期, 与2019年相比. */
bool zt_change_take_base(zt_change_reader *r);
/* 大幅; keeps 基本, 预计 and 年均 in the reader. */
bool zt_change_take_adverb(zt_change_reader *r);
/* 今年1—5月, 五年来. */
bool zt_change_take_period(zt_change_reader *r);
/* All of these and nouns, in any order. */
void zt_change_take_around(zt_change_reader *r);
/* 的增长, 的降幅 behind an amount: 1, -1, or 0 without one. */
int zt_change_noun_behind(zt_change_reader *r);

/* ---- change_amount.c ---- */

/* An amount with a time before it, 2025年底的24600元; `single` takes no range. */
bool zt_change_dated_amount(zt_cursor *c, zt_amount *a, bool single, zt_when *when, bool *dated);
/* 2025年 is a date, 3年 may be what something grew by. */
bool zt_change_is_year(const zt_amount *a);
/* 至, 到, 为: what follows is a level. */
bool zt_change_level_word(zt_cursor *c);
/* Whether the figure is written with a sign. */
bool zt_change_is_signed(zt_str text, const zt_phrase *p);
/* The amount becomes the quantity, with the sign of its verb `word`. False after a report, and then
   `refused` is set, or when it cannot be meant. */
bool zt_change_put(zt_change_reader *r, zt_saying says, const zt_amount *a, int sign, zt_str word);
/* The same of 3倍, 85%, 三分之一 of what it was. */
bool zt_change_put_ratio(zt_change_reader *r, const zt_amount *a);

/* ---- change_course.c, change_said.c ---- */

/* 由5%降至3%. */
bool zt_change_read_course(zt_change_reader *r);
/* 持平, 减半, 翻番: a number in words. */
bool zt_change_read_number(zt_change_reader *r);
/* 两位数增长, 由负转正: no number at all. */
bool zt_change_read_statement(zt_change_reader *r);

#endif
