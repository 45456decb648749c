/* From A to B: 由12.41%提高到13.84%. The two figures and the verb have to agree. */
#include "model/change_imp.h"

#include "model/directions.h"

/* direction-contradicts: the verb says the opposite of the two figures. */
static bool refuse_course(zt_change_reader *r, const zt_direction *verb)
{
    zt_report(r->diags, ZT_ERROR, "direction-contradicts", r->q->at,
              "“%.*s”：前后两个数的大小与“%.*s”相反；改数，或改这个词",
              "\"%.*s\": the two figures run against \"%.*s\"; mend the figures or the word",
              ZT_ARG(r->q->text), ZT_ARG(verb->word));
    r->refused = true;
    return false;
}

/* direction-contradicts: from a figure to the same one is no change. */
static bool refuse_equal(zt_change_reader *r)
{
    r->refused = true;
    return zt_refuse(r->diags, r->q, "direction-contradicts", "：起讫两个数相同，没有变化",
                     "goes from one figure to the same");
}

/* Both ends are of one unit; the first may leave it to the second. */
static bool share_unit(zt_change_reader *r, zt_amount *a, const zt_amount *b)
{
    if (a->p.unit.len == 0 && a->p.scale == 0)
        zt_phrase_share(&a->p, &b->p);
    if (a->p.unit.len == 0 || zt_str_equal(a->p.unit, b->p.unit))
        return true;
    r->refused = true;
    zt_report(r->diags, ZT_ERROR, "unit-mismatch", r->q->at,
              "“%.*s”：起讫两个数单位不同，“%.*s”和“%.*s”",
              "\"%.*s\": the figures have different units, \"%.*s\" and \"%.*s\"",
              ZT_ARG(r->q->text), ZT_ARG(a->p.unit), ZT_ARG(b->p.unit));
    return false;
}

/* Places, 位 and 名, are better when they are lower. */
static bool is_place(const zt_amount *a)
{
    return zt_unit_among(&a->p, "位 名");
}

/* Compares the two ends with the verb; the second becomes the quantity and the first `from`. */
static bool finish_course(zt_change_reader *r, zt_amount *a, const zt_amount *b,
                          const zt_direction *verb)
{
    if (!share_unit(r, a, b) || a->p.fault != ZT_PHRASE_SOUND)
        return false;
    int order = zt_num_compare(b->p.value, a->p.value);
    /* 由−5%收窄至−3%: a decline, a distance or a loss gets smaller though the number grows. */
    if (verb && verb->kind != ZT_DIR_MOVE && b->p.value.scaled <= 0 && a->p.value.scaled <= 0)
        order = -order;
    if (is_place(b))
        order = -order; /* a place is better when it is lower */
    if (order == 0)
        return refuse_equal(r);
    if (verb && order * verb->sign < 0)
        return refuse_course(r, verb);
    if (!zt_change_put(r, ZT_SAYS_FROM_TO, b, 1, (zt_str){0}))
        return false;
    zt_fill_from(r->arena, r->q, a);
    r->q->decrease = order < 0;
    return true;
}

/* 由12.41%提高到13.84%, 从去年的5%降至3%, 从5%到8%. */
bool zt_change_read_course(zt_change_reader *r)
{
    zt_cursor here = r->c;
    zt_amount a, b;
    zt_when when;
    zt_direction verb;
    bool dated;
    if (!zt_take_any(&here, "由 从 自", NULL) ||
        !zt_change_dated_amount(&here, &a, true, &when, &dated) || zt_change_is_year(&a))
        return false;
    zt_take_any(&here, "， ,", NULL);
    zt_change_reader behind = *r;
    behind.c = here;
    while (zt_change_take_base(&behind) || zt_change_take_adverb(&behind) ||
           zt_change_take_period(&behind))
        ;
    here = behind.c;
    bool named = zt_direction_at(zt_cursor_rest(&here), &verb);
    if (named)
        here.at += verb.word.len;
    if (!zt_change_level_word(&here) && !(named && zt_take(&here, "了")))
        return false;
    if (!zt_change_dated_amount(&here, &b, false, &when, &dated) || zt_change_is_year(&b))
        return false;
    if (!finish_course(r, &a, &b, named ? &verb : NULL))
        return false;
    r->c = here;
    return true;
}
