/* gen/model/quantity_imp.h — private to model/: pieces of the grammar of quantities. */
#ifndef ZT_QUANTITY_IMP_H
#define ZT_QUANTITY_IMP_H

#include "model/quantity.h"

/* One quantity as read from a phrase, before it gets the meaning of its element. */
typedef struct zt_phrase {
    zt_num printed, value;
    size_t first, end; /* bytes of the text, prefix and suffix included */
    size_t figure_first, figure_end;
    int scale;
    bool has_scale;
    zt_str unit, per;
    zt_bound bound;
    bool approx;
    zt_status status; /* 预计, 推算; else actual */
    int hedges;       /* 约 近 超 逾 before, 余 多 左右 behind: how many */
    bool has_infix;   /* 余 多 几 */
    bool han;         /* the number is written in Han numerals */
    bool too_long;    /* a number stands there, but of more digits than we carry */
} zt_phrase;

typedef enum zt_numerals { ZT_DIGITS_ONLY, ZT_DIGITS_OR_HAN } zt_numerals;

/* Reads prefix* number infix? scale? infix? unit? suffix? at byte `at`; false when no number
   follows there. */
bool zt_phrase_read(zt_str text, size_t at, zt_numerals numerals, const char *units,
                    zt_phrase *out);
/* Bytes of a dash that connects a range at `at` (— – - ~ 至 …); 0 if there is none. */
size_t zt_range_dash(zt_str text, size_t at);
/* The range `from`dash`to`: what the first part leaves unsaid it takes from the second. */
void zt_phrase_share(zt_phrase *from, const zt_phrase *to);

/* The end of the run of Han numerals at `at`. */
size_t zt_han_end(zt_str text, size_t at);
/* A spelled number with its decimals at `at`, 二十五点五: its end, or `at` if none stands there. */
size_t zt_han_decimal(zt_str text, size_t at, zt_num *out);

/* derive.c: sets `bare` and, with the label 推算 behind it, `text`. */
void zt_quantity_label(zt_arena *arena, zt_quantity *q, zt_str bare);

/* wording.c: R118, warnings approx-twice and approx-decimal. Both ends of a range, else the same
   phrase twice. */
void zt_check_hedges(zt_diags *diags, const zt_quantity *q, const zt_phrase *first,
                     const zt_phrase *last);

#endif
