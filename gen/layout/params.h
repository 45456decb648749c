/* gen/layout/params.h — what templates may <set> of a block or of a kind of chart: one table a
   kind, one struct of typed fields that is filled once, when the block gets its place. The check of
   a value, the lists and the gallery read the same rows. */
#ifndef ZT_PARAMS_H
#define ZT_PARAMS_H

#include <stddef.h>

#include "template/template.h"

/* What a value may be, and the C type of its field. */
typedef enum zt_param_type {
    ZT_PARAM_POINTS, /* double: 12mm, 9.5pt, 小五, 4Q */
    /* zt_length: also em and per cent, of the size of a part. */
    ZT_PARAM_LENGTH,
    /* zt_gap: steps of the theme's scale, or lengths; natural and ceiling. */
    ZT_PARAM_GAP,
    ZT_PARAM_NUMBER, /* double */
    ZT_PARAM_COUNT,  /* int */
    ZT_PARAM_YES,    /* bool */
    /* An enum in the order of `values`. */
    ZT_PARAM_WORD,
    /* unsigned: bit i for word i of `values`. */
    ZT_PARAM_WORDS,
    ZT_PARAM_TEXT, /* zt_str */
    /* const zt_ink *; NULL when the initial is NULL and nothing is set. */
    ZT_PARAM_INK,
    ZT_PARAM_INKS, /* zt_inks, at least one */
    /* zt_numbers; none when the initial is NULL and nothing is set. */
    ZT_PARAM_NUMBERS
} zt_param_type;

/* Several inks, in the order written. */
typedef struct zt_inks {
    const zt_ink *const *items;
    size_t count;
} zt_inks;

/* Several numbers, in the order written. */
typedef struct zt_numbers {
    const double *items;
    size_t count;
    /* Place of the value in the template; line 0: nothing is set. */
    zt_pos at;
} zt_numbers;

/* A row of a table: one parameter. The table is constant. */
typedef struct zt_param {
    const char *name;
    zt_param_type type;
    size_t field; /* offset in the struct */
    /* What qualifies the type. */
    const char *em; /* of LENGTH: the part whose size an em is; else NULL */
    /* Of WORD and WORDS the words, blank-separated; of COUNT, NUMBER, POINTS and LENGTH the range
       "1..60", in points, or NULL for the usual one; of INK the initial on a reversed ground, or
       NULL for the same. */
    const char *values;
    const char *initial; /* NULL: none */
    /* Printed by `zhitu list blocks --verbose`, by the reference and by the gallery. */
    const char *zh, *en; /* one line for the lists */
} zt_param;

/* The parameters of a kind, with the size of the struct that they fill. */
typedef struct zt_param_table {
    const zt_param *rows; /* ends with {0}; NULL: none */
    size_t size;          /* of the struct */
} zt_param_table;

/* The second to fourth members of a row: ZT_PARAM(strip_params, gap, GAP). It does not compile when
   the field has not the C type of the parameter. */
#define ZT_PARAM(S, field, TYPE) ZT_PARAM_##TYPE, ZT_FIELD_##TYPE(S, field), NULL
/* The same of a LENGTH, with the part whose size an em is. */
#define ZT_PARAM_EM(S, field, part) ZT_PARAM_LENGTH, ZT_FIELD(S, field, zt_length), (part)
#define ZT_FIELD(S, field, T) (offsetof(S, field) + 0 * _Generic(((S *)0)->field, T : 1))
#define ZT_FIELD_POINTS(S, field) ZT_FIELD(S, field, double)
#define ZT_FIELD_GAP(S, field) ZT_FIELD(S, field, zt_gap)
#define ZT_FIELD_NUMBER(S, field) ZT_FIELD(S, field, double)
#define ZT_FIELD_COUNT(S, field) ZT_FIELD(S, field, int)
#define ZT_FIELD_YES(S, field) ZT_FIELD(S, field, bool)
#define ZT_FIELD_WORD(S, field)                                                                    \
    (offsetof(S, field) + 0 * _Generic(((S *)0)->field, int : 1, unsigned : 1))
#define ZT_FIELD_WORDS(S, field) ZT_FIELD(S, field, unsigned)
#define ZT_FIELD_TEXT(S, field) ZT_FIELD(S, field, zt_str)
#define ZT_FIELD_INK(S, field) ZT_FIELD(S, field, const zt_ink *)
#define ZT_FIELD_INKS(S, field) ZT_FIELD(S, field, zt_inks)
#define ZT_FIELD_NUMBERS(S, field) ZT_FIELD(S, field, zt_numbers)

/* The row of that name, or NULL. */
const zt_param *zt_param_find(const zt_param *rows, const char *name);
/* What a value may be, ends included. */
zt_range zt_param_range(const zt_param *row);
/* Reads a value as the row asks, into the row's field of `params`, or nowhere when that is NULL.
   False, and nothing written, when it does not suit: this is the whole check of a <set>. */
bool zt_param_read(zt_arena *arena, const zt_theme *theme, const zt_param *row, zt_str value,
                   void *params);
/* The <set> of a place (NULL: none) for a parameter; NULL where the kind's initial holds. */
const zt_set *zt_place_set(const zt_box_spec *place, const char *param);
/* Where a struct is filled from. */
typedef struct zt_params_source {
    const zt_theme *theme;
    const zt_box_spec *place; /* its <set>s; NULL: none */
    /* It stands on a ground that asks for paper-coloured type. */
    bool reversed;
    /* The block's name, and where it stands, for messages. */
    const char *of;
    zt_pos at;
} zt_params_source;
/* The struct of the table: what the place sets and suits, else the initial of the row. An initial
   ink or gap that the theme lacks is reported (unknown-ink, bad-gap). */
void *zt_params_load(zt_arena *arena, zt_diags *diags, const zt_params_source *from,
                     zt_param_table table);

/* The ink of thing `i`: from the first again when there are more things than inks. */
static inline const zt_ink *zt_inks_at(zt_inks inks, size_t i)
{
    return inks.items[i % inks.count];
}

/* In points, when an em is so large. */
static inline double zt_points(zt_length length, double em)
{
    double points = 0;
    zt_length_points(length, em, &points);
    return points;
}

#endif
