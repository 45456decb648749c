/* gen/text/uax14.c — the plain Unicode line breaking algorithm (UAX #14, Unicode 16.0.0), for
   comparison with ours. The text is first cut into units, a character with its combining marks
   (LB9); each rule then looks at the units on both sides of a gap and says keep, part or nothing;
   the first that speaks decides. */
#include <stdbool.h>

#include "base/arena.h"
#include "text/para_imp.h"
#include "text/unicode_imp.h"

typedef struct unit {
    uint8_t cls;   /* zt_line_class */
    bool wide;     /* East_Asian_Width F, W or H */
    bool joins;    /* ends with a ZWJ */
    bool number;   /* ends NU (SY | IS)* */
    bool odd_flag; /* the last of an odd count of RI in a row */
    size_t solid;  /* index of the last unit up to here that is no space; SIZE_MAX = none */
} unit;

typedef struct text {
    const unit *units;
    size_t count;
} text;

typedef enum verdict { SILENT, KEEP, PART } verdict;

static bool is_hard_end(uint8_t cls)
{
    return cls == ZT_LB_BK || cls == ZT_LB_CR || cls == ZT_LB_LF || cls == ZT_LB_NL;
}

static bool is_letter(uint8_t cls)
{
    return cls == ZT_LB_AL || cls == ZT_LB_CIRCLE || cls == ZT_LB_FUTURE_AL || cls == ZT_LB_HL;
}

static bool is_quote(uint8_t cls)
{
    return cls == ZT_LB_QU || cls == ZT_LB_QU_PI || cls == ZT_LB_QU_PF;
}

static bool is_ideograph(uint8_t cls)
{
    return cls == ZT_LB_ID || cls == ZT_LB_FUTURE_ID || cls == ZT_LB_EB || cls == ZT_LB_EM;
}

static bool is_hangul(uint8_t cls)
{
    return cls == ZT_LB_JL || cls == ZT_LB_JV || cls == ZT_LB_JT || cls == ZT_LB_H2 ||
           cls == ZT_LB_H3;
}

static bool is_aksara(uint8_t cls)
{
    return cls == ZT_LB_AK || cls == ZT_LB_CIRCLE || cls == ZT_LB_AS;
}

/* The class of unit i; LB2 and LB3 as BK before the text, and after it. */
static uint8_t class_at(const text *t, size_t i)
{
    return i < t->count ? t->units[i].cls : ZT_LB_BK;
}

/* LB4 to LB8a; before these the forced breaks are known. */
static verdict by_controls(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    if (is_hard_end(b->cls) || b->cls == ZT_LB_SP || b->cls == ZT_LB_ZW)
        return KEEP; /* LB6, LB7 */
    if (a->solid != SIZE_MAX && t->units[a->solid].cls == ZT_LB_ZW)
        return PART; /* LB8 */
    return a->joins ? KEEP : SILENT;
}

/* LB11 to LB14. */
static verdict by_glue(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    if (b->cls == ZT_LB_WJ || a->cls == ZT_LB_WJ || a->cls == ZT_LB_GL)
        return KEEP;
    if (b->cls == ZT_LB_GL && a->cls != ZT_LB_SP && a->cls != ZT_LB_BA && a->cls != ZT_LB_HYPHEN &&
        a->cls != ZT_LB_HY)
        return KEEP;
    if (b->cls == ZT_LB_CL || b->cls == ZT_LB_CP || b->cls == ZT_LB_EX || b->cls == ZT_LB_SY)
        return KEEP;
    return a->solid != SIZE_MAX && t->units[a->solid].cls == ZT_LB_OP ? KEEP : SILENT;
}

/* LB15a: an initial quote at the beginning of something, before unit `i`. */
static bool opens_quotation(const text *t, size_t i)
{
    uint8_t before = i == 0 ? ZT_LB_BK : t->units[i - 1].cls;
    return t->units[i].cls == ZT_LB_QU_PI &&
           (is_hard_end(before) || before == ZT_LB_OP || is_quote(before) || before == ZT_LB_GL ||
            before == ZT_LB_SP || before == ZT_LB_ZW);
}

/* LB15b: a final quote at the end of something. */
static bool closes_quotation(const text *t, size_t i)
{
    uint8_t after = class_at(t, i + 1);
    return t->units[i].cls == ZT_LB_QU_PF &&
           (is_hard_end(after) || after == ZT_LB_SP || after == ZT_LB_GL || after == ZT_LB_WJ ||
            after == ZT_LB_CL || is_quote(after) || after == ZT_LB_CP || after == ZT_LB_EX ||
            after == ZT_LB_IS || after == ZT_LB_SY || after == ZT_LB_ZW);
}

/* LB15a to LB18. */
static verdict across_spaces(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    uint8_t solid = a->solid == SIZE_MAX ? ZT_LB_SP : t->units[a->solid].cls;
    if (a->solid != SIZE_MAX && opens_quotation(t, a->solid))
        return KEEP;
    if (closes_quotation(t, i))
        return KEEP;
    if (b->cls == ZT_LB_IS)
        return a->cls == ZT_LB_SP && class_at(t, i + 1) == ZT_LB_NU ? PART : KEEP;
    if (b->cls == ZT_LB_NS && (solid == ZT_LB_CL || solid == ZT_LB_CP))
        return KEEP;
    if (b->cls == ZT_LB_B2 && solid == ZT_LB_B2)
        return KEEP;
    return a->cls == ZT_LB_SP ? PART : SILENT;
}

/* LB19, LB19a. */
static verdict by_quotes(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    if (is_quote(b->cls)) {
        bool next_wide = i + 1 < t->count && t->units[i + 1].wide;
        if (b->cls != ZT_LB_QU_PI || !a->wide || !next_wide)
            return KEEP;
    }
    if (is_quote(a->cls)) {
        bool before_wide = i >= 2 && t->units[i - 2].wide;
        if (a->cls != ZT_LB_QU_PF || !b->wide || !before_wide)
            return KEEP;
    }
    return SILENT;
}

/* LB20a: a hyphen that begins a word. */
static bool is_leading_hyphen(const text *t, size_t i)
{
    uint8_t cls = t->units[i].cls, before = i == 0 ? ZT_LB_BK : t->units[i - 1].cls;
    return (cls == ZT_LB_HY || cls == ZT_LB_HYPHEN) &&
           (is_hard_end(before) || before == ZT_LB_SP || before == ZT_LB_ZW || before == ZT_LB_CB ||
            before == ZT_LB_GL);
}

/* LB21a: the hyphen of a Hebrew word. */
static bool is_hebrew_hyphen(const text *t, size_t i)
{
    const unit *u = &t->units[i];
    bool hyphen =
        u->cls == ZT_LB_HY || (!u->wide && (u->cls == ZT_LB_BA || u->cls == ZT_LB_HYPHEN));
    return hyphen && i > 0 && t->units[i - 1].cls == ZT_LB_HL;
}

/* LB20 to LB22. */
static verdict by_hyphens(const text *t, size_t i)
{
    uint8_t a = t->units[i - 1].cls, b = t->units[i].cls;
    if (a == ZT_LB_CB || b == ZT_LB_CB)
        return PART;
    if (is_leading_hyphen(t, i - 1) && is_letter(b) && b != ZT_LB_HL)
        return KEEP;
    if (b == ZT_LB_BA || b == ZT_LB_HYPHEN || b == ZT_LB_HY || b == ZT_LB_NS || a == ZT_LB_BB)
        return KEEP;
    if (is_hebrew_hyphen(t, i - 1) && b != ZT_LB_HL)
        return KEEP;
    if ((a == ZT_LB_SY && b == ZT_LB_HL) || b == ZT_LB_IN)
        return KEEP;
    return SILENT;
}

/* LB23 to LB24. */
static verdict by_words(const text *t, size_t i)
{
    uint8_t a = t->units[i - 1].cls, b = t->units[i].cls;
    bool affix_a = a == ZT_LB_PR || a == ZT_LB_PO, affix_b = b == ZT_LB_PR || b == ZT_LB_PO;
    if ((is_letter(a) && b == ZT_LB_NU) || (a == ZT_LB_NU && is_letter(b)))
        return KEEP;
    if ((a == ZT_LB_PR && is_ideograph(b)) || (is_ideograph(a) && b == ZT_LB_PO))
        return KEEP;
    return (affix_a && is_letter(b)) || (is_letter(a) && affix_b) ? KEEP : SILENT;
}

/* LB25: a number with its signs, brackets and units. */
static verdict by_numbers(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    bool affix = b->cls == ZT_LB_PR || b->cls == ZT_LB_PO;
    bool closed = (a->cls == ZT_LB_CL || a->cls == ZT_LB_CP) && i >= 2 && t->units[i - 2].number;
    if (affix && (a->number || closed))
        return KEEP;
    if (b->cls == ZT_LB_NU)
        return a->cls == ZT_LB_PR || a->cls == ZT_LB_PO || a->cls == ZT_LB_HY ||
                       a->cls == ZT_LB_IS || a->number
                   ? KEEP
                   : SILENT;
    if ((a->cls == ZT_LB_PR || a->cls == ZT_LB_PO) && b->cls == ZT_LB_OP) {
        size_t next = class_at(t, i + 1) == ZT_LB_IS ? i + 2 : i + 1;
        return class_at(t, next) == ZT_LB_NU ? KEEP : SILENT;
    }
    return SILENT;
}

/* LB26, LB27. */
static verdict by_hangul(const text *t, size_t i)
{
    uint8_t a = t->units[i - 1].cls, b = t->units[i].cls;
    if (a == ZT_LB_JL && is_hangul(b) && b != ZT_LB_JT)
        return KEEP;
    if ((a == ZT_LB_JV || a == ZT_LB_H2) && (b == ZT_LB_JV || b == ZT_LB_JT))
        return KEEP;
    if ((a == ZT_LB_JT || a == ZT_LB_H3) && b == ZT_LB_JT)
        return KEEP;
    return (is_hangul(a) && b == ZT_LB_PO) || (a == ZT_LB_PR && is_hangul(b)) ? KEEP : SILENT;
}

/* LB28, LB28a. */
static verdict by_syllables(const text *t, size_t i)
{
    uint8_t a = t->units[i - 1].cls, b = t->units[i].cls;
    if (is_letter(a) && is_letter(b))
        return KEEP;
    if (a == ZT_LB_AP && is_aksara(b))
        return KEEP;
    if (is_aksara(a) && (b == ZT_LB_VF || b == ZT_LB_VI))
        return KEEP;
    if (i >= 2 && is_aksara(t->units[i - 2].cls) && a == ZT_LB_VI &&
        (b == ZT_LB_AK || b == ZT_LB_CIRCLE))
        return KEEP;
    return is_aksara(a) && is_aksara(b) && class_at(t, i + 1) == ZT_LB_VF ? KEEP : SILENT;
}

/* LB29 to LB30b. */
static verdict by_rest(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    bool word_a = is_letter(a->cls) || a->cls == ZT_LB_NU;
    bool word_b = is_letter(b->cls) || b->cls == ZT_LB_NU;
    if (a->cls == ZT_LB_IS && is_letter(b->cls))
        return KEEP;
    if (word_a && b->cls == ZT_LB_OP && !b->wide)
        return KEEP;
    if (a->cls == ZT_LB_CP && !a->wide && word_b)
        return KEEP;
    if (b->cls == ZT_LB_RI && a->odd_flag)
        return KEEP;
    bool hand = a->cls == ZT_LB_EB || a->cls == ZT_LB_FUTURE_ID || a->cls == ZT_LB_FUTURE_AL;
    return hand && b->cls == ZT_LB_EM ? KEEP : SILENT;
}

/* LB4, LB5, then the rules in their order; LB31 when all are silent. */
static zt_brk break_before(const text *t, size_t i)
{
    static verdict (*const rules[])(const text *, size_t) = {
        by_controls, by_glue,    across_spaces, by_quotes,    by_hyphens,
        by_words,    by_numbers, by_hangul,     by_syllables, by_rest};
    uint8_t a = t->units[i - 1].cls, b = t->units[i].cls;
    if (is_hard_end(a))
        return a == ZT_LB_CR && b == ZT_LB_LF ? ZT_BRK_HARD : ZT_BRK_MUST;
    for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
        verdict v = rules[r](t, i);
        if (v != SILENT)
            return v == KEEP ? ZT_BRK_HARD : ZT_BRK_MAY;
    }
    return ZT_BRK_MAY;
}

/* LB9: marks join what stands before them, but for spaces and line ends. */
static bool takes_marks(uint8_t cls)
{
    return !is_hard_end(cls) && cls != ZT_LB_SP && cls != ZT_LB_ZW;
}

/* LB10: a mark that has nothing to join is a letter. */
static unit unit_of(uint8_t property)
{
    unit u = {.cls = property & (uint8_t)~ZT_WIDE_BIT, .wide = property & ZT_WIDE_BIT};
    u.joins = u.cls == ZT_LB_ZWJ;
    if (u.cls == ZT_LB_CM || u.cls == ZT_LB_ZWJ) {
        u.cls = ZT_LB_AL;
        u.wide = false;
    }
    return u;
}

static void follow(unit *u, const unit *before, size_t at)
{
    u->number = u->cls == ZT_LB_NU ||
                (before && before->number && (u->cls == ZT_LB_SY || u->cls == ZT_LB_IS));
    u->odd_flag = u->cls == ZT_LB_RI && !(before && before->odd_flag);
    u->solid = u->cls != ZT_LB_SP ? at : before ? before->solid : SIZE_MAX;
}

void zt_uax14_breaks(zt_arena *scratch, const uint32_t *code_points, size_t count, uint8_t *breaks)
{
    unit *units = ZT_ARRAY(scratch, count, unit);
    size_t *starts = ZT_ARRAY(scratch, count, size_t);
    text t = {units, 0};
    for (size_t i = 0; i < count; i++) {
        uint8_t property = zt_unicode_break(code_points[i]);
        uint8_t cls = property & (uint8_t)~ZT_WIDE_BIT;
        bool mark = cls == ZT_LB_CM || cls == ZT_LB_ZWJ;
        breaks[i] = ZT_BRK_HARD;
        if (mark && t.count > 0 && takes_marks(units[t.count - 1].cls)) {
            units[t.count - 1].joins = cls == ZT_LB_ZWJ;
            continue;
        }
        units[t.count] = unit_of(property);
        follow(&units[t.count], t.count ? &units[t.count - 1] : NULL, t.count);
        starts[t.count++] = i;
    }
    for (size_t u = 1; u < t.count; u++)
        breaks[starts[u]] = (uint8_t)break_before(&t, u);
}
