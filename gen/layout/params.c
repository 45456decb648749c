/* gen/layout/params.c — a table of parameters read into its struct. */
#include "layout/params.h"

#include <string.h>

#include "base/num.h"

/* The row of a name, NULL where the table has none. */
const zt_param *zt_param_find(const zt_param *rows, const char *name)
{
    while (rows != NULL && rows->name != NULL && strcmp(rows->name, name) != 0)
        rows++;
    return rows != NULL && rows->name != NULL ? rows : NULL;
}

/* Kinds of numbers are ranged as attributes of the same type are. */
zt_range zt_param_range(const zt_param *row)
{
    zt_attr attr = {.type = ZT_ATTR_LENGTH, .values = row->values};
    if (row->type == ZT_PARAM_COUNT)
        attr.type = ZT_ATTR_COUNT;
    else if (row->type == ZT_PARAM_NUMBER || row->type == ZT_PARAM_NUMBERS)
        attr.type = ZT_ATTR_NUMBER;
    return zt_attr_range(&attr);
}

/* One value while it is read for one row. */
typedef struct param_reader {
    zt_arena *arena;
    const zt_theme *theme;
    const zt_param *row;
    void *field; /* NULL: nothing is written */
} param_reader;

/* Whether a number is in the range of the row, ends included. */
static bool in_range(const param_reader *r, double value)
{
    zt_range range = zt_param_range(r->row);
    return value >= range.low && value <= range.high;
}

/* Writes the value into its field, or nowhere when it is only checked. */
static bool put(const param_reader *r, const void *value, size_t size)
{
    if (r->field != NULL)
        memcpy(r->field, value, size);
    return true;
}

/* A number within the range of the row. */
static bool number_of(const param_reader *r, zt_str text, zt_num *num, double *out)
{
    if (!zt_num_parse(text, num) || num->state != ZT_NUM_GIVEN)
        return false;
    *out = zt_num_double(*num);
    return in_range(r, *out);
}

/* A decimal. */
static bool read_number(const param_reader *r, zt_str text)
{
    zt_num num;
    double value = 0;
    return number_of(r, text, &num, &value) && put(r, &value, sizeof value);
}

/* A whole number. */
static bool read_count(const param_reader *r, zt_str text)
{
    zt_num num;
    double value = 0;
    if (!number_of(r, text, &num, &value) || num.decimals != 0)
        return false;
    int count = (int)value;
    return put(r, &count, sizeof count);
}

/* One or several numbers. */
static bool read_numbers(const param_reader *r, zt_str text)
{
    ZT_VEC(double) list = {0};
    zt_num num;
    double value = 0;
    for (zt_str word; zt_str_word(&text, &word);) {
        if (!number_of(r, word, &num, &value))
            return false;
        ZT_PUSH(r->arena, &list, value);
    }
    zt_numbers numbers = {.items = list.items, .count = list.count};
    return list.count > 0 && put(r, &numbers, sizeof numbers);
}

/* An absolute length. */
static bool read_points(const param_reader *r, zt_str text)
{
    zt_length length;
    return zt_length_parse(text, &length) && length.unit == ZT_PT && in_range(r, length.value) &&
           put(r, &length.value, sizeof length.value);
}

/* Of em and per cent the number is judged: what they are of is not known before the fit. */
static bool read_length(const param_reader *r, zt_str text)
{
    zt_length length;
    return zt_length_parse(text, &length) && length.unit != ZT_AUTO && in_range(r, length.value) &&
           put(r, &length, sizeof length);
}

/* A gap of the theme's scale or in lengths. */
static bool read_gap(const param_reader *r, zt_str text)
{
    zt_gap gap;
    return zt_theme_gap(r->theme, text, &gap) && put(r, &gap, sizeof gap);
}

/* yes or no. */
static bool read_yes(const param_reader *r, zt_str text)
{
    bool yes = zt_str_is(text, "yes");
    return (yes || zt_str_is(text, "no")) && put(r, &yes, sizeof yes);
}

/* The place of a word in the row's list, or -1. */
static int index_of(const param_reader *r, zt_str text)
{
    zt_str rest = zt_str_from(r->row->values), word;
    for (int i = 0; zt_str_word(&rest, &word); i++)
        if (zt_str_equal(word, text))
            return i;
    return -1;
}

/* One of the row's words, by its place in the list. */
static bool read_word(const param_reader *r, zt_str text)
{
    int index = index_of(r, text);
    return index >= 0 && put(r, &index, sizeof index);
}

/* Several of the row's words, as bits. */
static bool read_words(const param_reader *r, zt_str text)
{
    unsigned bits = 0;
    for (zt_str word; zt_str_word(&text, &word);) {
        int index = index_of(r, word);
        if (index < 0)
            return false;
        bits |= 1U << (unsigned)index;
    }
    return put(r, &bits, sizeof bits);
}

/* An ink of the theme. */
static bool read_ink(const param_reader *r, zt_str text)
{
    const zt_ink *ink = zt_theme_ink(r->theme, text);
    return ink != NULL && put(r, &ink, sizeof(const zt_ink *));
}

/* One or several inks of the theme. */
static bool read_inks(const param_reader *r, zt_str text)
{
    ZT_VEC(const zt_ink *) list = {0};
    for (zt_str word; zt_str_word(&text, &word);) {
        const zt_ink *ink = zt_theme_ink(r->theme, word);
        if (ink == NULL)
            return false;
        ZT_PUSH(r->arena, &list, ink);
    }
    zt_inks inks = {.items = list.items, .count = list.count};
    return list.count > 0 && put(r, &inks, sizeof inks);
}

/* Reads a value by the type of its row. False leaves the field as it was. */
bool zt_param_read(zt_arena *arena, const zt_theme *theme, const zt_param *row, zt_str value,
                   void *params)
{
    param_reader r = {.arena = arena, .theme = theme, .row = row};
    if (params != NULL)
        r.field = (char *)params + row->field;
    switch (row->type) {
    case ZT_PARAM_POINTS:
        return read_points(&r, value);
    case ZT_PARAM_LENGTH:
        return read_length(&r, value);
    case ZT_PARAM_GAP:
        return read_gap(&r, value);
    case ZT_PARAM_NUMBER:
        return read_number(&r, value);
    case ZT_PARAM_COUNT:
        return read_count(&r, value);
    case ZT_PARAM_YES:
        return read_yes(&r, value);
    case ZT_PARAM_WORD:
        return read_word(&r, value);
    case ZT_PARAM_WORDS:
        return read_words(&r, value);
    case ZT_PARAM_TEXT:
        return put(&r, &value, sizeof value);
    case ZT_PARAM_INK:
        return read_ink(&r, value);
    case ZT_PARAM_INKS:
        return read_inks(&r, value);
    case ZT_PARAM_NUMBERS:
        return read_numbers(&r, value);
    }
    return false;
}

const zt_set *zt_place_set(const zt_box_spec *place, const char *param)
{
    for (size_t i = 0; place != NULL && i < place->set_count; i++)
        if (strcmp(place->sets[i].name, param) == 0)
            return &place->sets[i];
    return NULL;
}

/* Where numbers were set: what is wrong among several is reported there. */
static void keep_position(const zt_param *row, void *params, zt_pos at)
{
    if (row->type == ZT_PARAM_NUMBERS)
        memcpy((char *)params + row->field + offsetof(zt_numbers, at), &at, sizeof at);
}

/* The theme lacks what the kind takes by itself: an ink, or a step of the scale of gaps. */
static void report_initial(zt_diags *diags, const zt_params_source *from, const zt_param *row,
                           const char *initial)
{
    if (row->type == ZT_PARAM_GAP)
        zt_report(diags, ZT_ERROR, "bad-gap", from->at,
                  "主题“%s”的间距级里没有“%s”（%s 的参数 %s）；请加上，或在 place 里用 <set> 另定",
                  "the theme “%s” has no gap “%s” (parameter of %s: %s); add it, or <set> another "
                  "in the place",
                  from->theme->name, initial, from->of, row->name);
    else
        zt_report(diags, ZT_ERROR, "unknown-ink", from->at,
                  "主题“%s”里没有油墨“%s”（%s 的参数 %s）",
                  "the theme “%s” has no ink “%s” (parameter of %s: %s)", from->theme->name,
                  initial, from->of, row->name);
}

/* The initial value; for an ink another one may hold on a reversed ground. */
static const char *initial_of(const zt_param *row, const zt_params_source *from)
{
    bool own = row->type == ZT_PARAM_INK && row->values != NULL && from->reversed;
    return own ? row->values : row->initial;
}

/* Fills a struct row by row. A value that does not suit falls back to the initial one: the check
   of the place has reported it. */
void *zt_params_load(zt_arena *arena, zt_diags *diags, const zt_params_source *from,
                     zt_param_table table)
{
    void *params = zt_arena_alloc(arena, table.size);
    for (const zt_param *row = table.rows; row != NULL && row->name != NULL; row++) {
        const zt_set *set = zt_place_set(from->place, row->name);
        const char *initial = initial_of(row, from);
        if (set != NULL && zt_param_read(arena, from->theme, row, set->value, params))
            keep_position(row, params, set->value_at);
        else if (initial != NULL &&
                 !zt_param_read(arena, from->theme, row, zt_str_from(initial), params))
            report_initial(diags, from, row, initial);
    }
    return params;
}
