/* gen/text/unicode_imp.h — properties of Unicode 16.0.0 and the plain algorithms on them, which
   the rules of typesetting.md start from and are compared with. */
#ifndef ZT_UNICODE_IMP_H
#define ZT_UNICODE_IMP_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Line_Break after LB1, with the parts that single rules name. scripts/generate-unicode reads the
   order from here: write the tables anew when it changes. */
typedef enum zt_line_class {
    ZT_LB_AL,
    ZT_LB_CIRCLE,    /* AL, U+25CC */
    ZT_LB_FUTURE_AL, /* AL, unassigned and Extended_Pictographic (LB30b) */
    ZT_LB_HL,
    ZT_LB_NU,
    ZT_LB_ID,
    ZT_LB_FUTURE_ID, /* ID, the same */
    ZT_LB_EB,
    ZT_LB_EM,
    ZT_LB_BA,
    ZT_LB_HYPHEN, /* BA, U+2010 (LB20a) */
    ZT_LB_HY,
    ZT_LB_BB,
    ZT_LB_B2,
    ZT_LB_CB,
    ZT_LB_BK,
    ZT_LB_CR,
    ZT_LB_LF,
    ZT_LB_NL,
    ZT_LB_SP,
    ZT_LB_ZW,
    ZT_LB_ZWJ,
    ZT_LB_CM,
    ZT_LB_WJ,
    ZT_LB_GL,
    ZT_LB_CL,
    ZT_LB_CP,
    ZT_LB_EX,
    ZT_LB_SY,
    ZT_LB_OP,
    ZT_LB_QU,
    ZT_LB_QU_PI, /* QU, Initial_Punctuation */
    ZT_LB_QU_PF, /* QU, Final_Punctuation */
    ZT_LB_IS,
    ZT_LB_NS,
    ZT_LB_IN,
    ZT_LB_PR,
    ZT_LB_PO,
    ZT_LB_JL,
    ZT_LB_JV,
    ZT_LB_JT,
    ZT_LB_H2,
    ZT_LB_H3,
    ZT_LB_RI,
    ZT_LB_AK,
    ZT_LB_AP,
    ZT_LB_AS,
    ZT_LB_VF,
    ZT_LB_VI
} zt_line_class;

/* Added to the class: East_Asian_Width is F, W or H. */
#define ZT_WIDE_BIT 0x80

/* Vertical_Orientation (UAX #50). */
typedef enum zt_orientation { ZT_VO_R, ZT_VO_U, ZT_VO_TR, ZT_VO_TU } zt_orientation;

/* A zt_line_class, with ZT_WIDE_BIT. */
uint8_t zt_unicode_break(uint32_t cp);
/* A zt_orientation. */
uint8_t zt_unicode_orient(uint32_t cp);

/* uax14.c: the plain Unicode line breaking algorithm (UAX #14, version 16.0.0, LB1 to LB31 without
   tailoring). Sets breaks[i], for the gap before code point i, to a zt_brk of para_imp.h:
   ZT_BRK_HARD, ZT_BRK_MAY or ZT_BRK_MUST; breaks[0] is ZT_BRK_HARD. */
void zt_uax14_breaks(zt_arena *scratch, const uint32_t *code_points, size_t count, uint8_t *breaks);

#endif
