/* tests/tools/uax14/uax14.h — the plain Unicode line breaking algorithm, with which tests compare
   ours. */
#ifndef UAX14_H
#define UAX14_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Line_Break after LB1, with the parts that single rules name. scripts/generate-unicode reads the
   order from here: write the tables anew when it changes. */
typedef enum line_class {
    LB_AL,
    LB_CIRCLE,    /* AL, U+25CC */
    LB_FUTURE_AL, /* AL, unassigned and Extended_Pictographic (LB30b) */
    LB_HL,
    LB_NU,
    LB_ID,
    LB_FUTURE_ID, /* ID, the same */
    LB_EB,
    LB_EM,
    LB_BA,
    LB_HYPHEN, /* BA, U+2010 (LB20a) */
    LB_HY,
    LB_BB,
    LB_B2,
    LB_CB,
    LB_BK,
    LB_CR,
    LB_LF,
    LB_NL,
    LB_SP,
    LB_ZW,
    LB_ZWJ,
    LB_CM,
    LB_WJ,
    LB_GL,
    LB_CL,
    LB_CP,
    LB_EX,
    LB_SY,
    LB_OP,
    LB_QU,
    LB_QU_PI, /* QU, Initial_Punctuation */
    LB_QU_PF, /* QU, Final_Punctuation */
    LB_IS,
    LB_NS,
    LB_IN,
    LB_PR,
    LB_PO,
    LB_JL,
    LB_JV,
    LB_JT,
    LB_H2,
    LB_H3,
    LB_RI,
    LB_AK,
    LB_AP,
    LB_AS,
    LB_VF,
    LB_VI
} line_class;

/* Added to the class: East_Asian_Width is F, W or H. */
#define WIDE_BIT 0x80

/* A line_class, with WIDE_BIT. */
uint8_t unicode_break(uint32_t cp);

/* UAX #14, version 16.0.0, LB1 to LB31 without tailoring. Sets breaks[i], for the gap before code
   point i, to a zt_brk of para_imp.h: ZT_BRK_HARD, ZT_BRK_MAY or ZT_BRK_MUST; breaks[0] is
   ZT_BRK_HARD. */
void uax14_breaks(zt_arena *scratch, const uint32_t *code_points, size_t count, uint8_t *breaks);

#endif
