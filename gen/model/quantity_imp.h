/* gen/model/quantity_imp.h — private to model/: pieces of the grammar of quantities. */
#ifndef ZT_QUANTITY_IMP_H
#define ZT_QUANTITY_IMP_H

#include "model/quantity.h"

/* Why a phrase that looks like a number is none. */
typedef enum zt_phrase_fault {
    ZT_PHRASE_SOUND,
    ZT_PHRASE_TOO_LONG, /* more digits than we carry */
    ZT_PHRASE_SPOKEN,   /* 三万五: 35000 or 30005 */
    /* 3/4: a fraction, a date, a score? */
    ZT_PHRASE_SLASH,
    /* 零下10—5℃: does 零下 hold for both? */
    ZT_PHRASE_OPEN_SIGN,
    ZT_PHRASE_UNITS,  /* 5公里—800米 */
    ZT_PHRASE_NESTED, /* 七八—十个: a range of ranges */
} zt_phrase_fault;

/* One quantity as read from a phrase, before it gets the meaning of its element. */
typedef struct zt_phrase {
    zt_num printed, value;
    /* 七八个, 50±2: printed and value are the lower end, these the upper. */
    bool has_high;
    zt_num high_printed, high;
    /* ZT_PHRASE_SPOKEN: the second reading, the first is `printed`. */
    zt_num other;
    /* Bytes of the text, prefix and suffix included. */
    size_t first, end;
    size_t figure_first, figure_end;
    int scale;
    bool has_scale;
    zt_str unit, per;
    zt_bound bound;
    bool approx;
    zt_status status; /* 预计, 推算; else actual */
    /* 约 近 超 逾 before, 余 多 左右 behind: how many. */
    int hedges;
    bool has_infix; /* 余 多 几 */
    /* The number is written in Han numerals. */
    bool han;
    /* 三分之一, 一半, 3/4: a part of one. */
    bool fraction;
    bool sign_word;            /* 负, 零下 */
    bool plus_word;            /* 零上, 正 */
    bool order;                /* 百亿级 */
    bool little_word;          /* 个把 */
    size_t per_first, per_end; /* of 每人每天 */
    zt_phrase_fault fault;
} zt_phrase;

/* Whether Han numerals are read: where one may be part of a word only digits are. */
typedef enum zt_numerals { ZT_DIGITS_ONLY, ZT_DIGITS_OR_HAN } zt_numerals;

/* Reads prefix* number infix? scale? infix? unit? suffix* at byte `at`; false when no number
   follows there. Look at `fault` before anything else is used. */
bool zt_phrase_read(zt_str text, size_t at, zt_numerals numerals, const char *units,
                    zt_phrase *out);
/* The same, and a second one behind a dash: 5—6万, also 七八个 as 7 to 8. Returns the end; `at` if
   there is no number. *to is what `from` runs to when *range is set. */
size_t zt_phrase_span(zt_str text, size_t at, zt_numerals numerals, const char *units,
                      zt_phrase *from, zt_phrase *to, bool *range);
/* Reports what is wrong with a phrase of `q`; false when it is sound. */
bool zt_phrase_refuse(zt_arena *arena, zt_diags *diags, zt_quantity *q, const zt_phrase *p);
/* refuse_value.c: `rest` stands behind a value that was read. True when the finding could say what
   was meant: the nearest unit or the way to make the unit known, whichever then reads the whole, or
   the slip in the number. The value has no number then or otherwise. */
bool zt_phrase_refuse_behind(zt_arena *arena, zt_diags *diags, zt_quantity *q, const char *units,
                             zt_str rest);
/* 3:2, 15:30, 15时30分: printed and no quantity. */
bool zt_phrase_is_stated(zt_str text);
/* Bytes of a dash that connects a range at `at` (— – - ~ 至 …); 0 if there is none. */
size_t zt_range_dash(zt_str text, size_t at);
/* The range `from`dash`to`: what the first part leaves unsaid it takes from the second. */
void zt_phrase_share(zt_phrase *from, const zt_phrase *to);
/* phrase_tidy.c: the phrase as it is printed: digits, points, commas and per cent signs half-width,
   every minus U+2212, no sign on nought. Reports what was changed. */
zt_str zt_phrase_tidy(zt_arena *arena, zt_diags *diags, zt_str text, zt_pos at, const char *units);

/* Whether the line at byte `at` joins two numbers: a number with its unit ends right before it. */
bool zt_joins_numbers(zt_str text, size_t at, const char *units);

/* A number in Han numerals: a pair of neighbours has two values (七八), a spoken one can be read
   in another way (三万五). */
typedef struct zt_han {
    long long low, high;
    bool spoken;
    long long other;
} zt_han;
/* The number at `at`: its end, or `at` if none stands there. */
size_t zt_han_read(zt_str text, size_t at, zt_han *out);
/* The end of the run of Han numerals at `at`. */
size_t zt_han_end(zt_str text, size_t at);
/* A number with its decimals at `at`, 二十五点五; *out is its lower end. Its end, or `at`. */
size_t zt_han_decimal(zt_str text, size_t at, zt_han *han, zt_num *out);

/* derive.c: sets `bare` and, with the word of its standing behind it, `text`: 14.8万人次（推算）. A
   unit that is a piece of `bare` becomes one of `text`. */
void zt_quantity_label(zt_arena *arena, zt_quantity *q, zt_str bare);

/* hedges.c: R118, warnings approx-twice and approx-decimal. Both ends of a range, else the same
   phrase twice. */
void zt_check_hedges(zt_diags *diags, const zt_quantity *q, const zt_phrase *first,
                     const zt_phrase *last);
/* A number that is neither 约 nor 超 nor a range, and not missing (or NULL). */
bool zt_is_exact(const zt_quantity *q);

#endif
