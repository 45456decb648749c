/* tests/tools/uax14/uax14.c — the plain Unicode line breaking algorithm (UAX #14, Unicode 16.0.0),
   for comparison with ours. The text is first cut into units, a character with its combining marks
   (LB9); each rule then looks at the units on both sides of a gap and says keep, part or nothing;
   the first that speaks decides. */
#include <stdbool.h>

#include "base/arena.h"
#include "text/para_imp.h"
#include "uax14.h"

typedef struct unit {
    uint8_t cls;   /* line_class */
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
    return cls == LB_BK || cls == LB_CR || cls == LB_LF || cls == LB_NL;
}

static bool is_letter(uint8_t cls)
{
    return cls == LB_AL || cls == LB_CIRCLE || cls == LB_FUTURE_AL || cls == LB_HL;
}

static bool is_quote(uint8_t cls)
{
    return cls == LB_QU || cls == LB_QU_PI || cls == LB_QU_PF;
}

static bool is_ideograph(uint8_t cls)
{
    return cls == LB_ID || cls == LB_FUTURE_ID || cls == LB_EB || cls == LB_EM;
}

static bool is_hangul(uint8_t cls)
{
    return cls == LB_JL || cls == LB_JV || cls == LB_JT || cls == LB_H2 || cls == LB_H3;
}

static bool is_aksara(uint8_t cls)
{
    return cls == LB_AK || cls == LB_CIRCLE || cls == LB_AS;
}

/* The class of unit i; LB2 and LB3 as BK before the text, and after it. */
static uint8_t class_at(const text *t, size_t i)
{
    return i < t->count ? t->units[i].cls : LB_BK;
}

/* LB4 to LB8a; before these the forced breaks are known. */
static verdict by_controls(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    if (is_hard_end(b->cls) || b->cls == LB_SP || b->cls == LB_ZW)
        return KEEP; /* LB6, LB7 */
    if (a->solid != SIZE_MAX && t->units[a->solid].cls == LB_ZW)
        return PART; /* LB8 */
    return a->joins ? KEEP : SILENT;
}

/* LB11 to LB14. */
static verdict by_glue(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    if (b->cls == LB_WJ || a->cls == LB_WJ || a->cls == LB_GL)
        return KEEP;
    if (b->cls == LB_GL && a->cls != LB_SP && a->cls != LB_BA && a->cls != LB_HYPHEN &&
        a->cls != LB_HY)
        return KEEP;
    if (b->cls == LB_CL || b->cls == LB_CP || b->cls == LB_EX || b->cls == LB_SY)
        return KEEP;
    return a->solid != SIZE_MAX && t->units[a->solid].cls == LB_OP ? KEEP : SILENT;
}

/* LB15a: an initial quote at the beginning of something, before unit `i`. */
static bool opens_quotation(const text *t, size_t i)
{
    uint8_t before = i == 0 ? LB_BK : t->units[i - 1].cls;
    return t->units[i].cls == LB_QU_PI &&
           (is_hard_end(before) || before == LB_OP || is_quote(before) || before == LB_GL ||
            before == LB_SP || before == LB_ZW);
}

/* LB15b: a final quote at the end of something. */
static bool closes_quotation(const text *t, size_t i)
{
    uint8_t after = class_at(t, i + 1);
    return t->units[i].cls == LB_QU_PF &&
           (is_hard_end(after) || after == LB_SP || after == LB_GL || after == LB_WJ ||
            after == LB_CL || is_quote(after) || after == LB_CP || after == LB_EX ||
            after == LB_IS || after == LB_SY || after == LB_ZW);
}

/* LB15a to LB18. */
static verdict across_spaces(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    uint8_t solid = a->solid == SIZE_MAX ? LB_SP : t->units[a->solid].cls;
    if (a->solid != SIZE_MAX && opens_quotation(t, a->solid))
        return KEEP;
    if (closes_quotation(t, i))
        return KEEP;
    if (b->cls == LB_IS)
        return a->cls == LB_SP && class_at(t, i + 1) == LB_NU ? PART : KEEP;
    if (b->cls == LB_NS && (solid == LB_CL || solid == LB_CP))
        return KEEP;
    if (b->cls == LB_B2 && solid == LB_B2)
        return KEEP;
    return a->cls == LB_SP ? PART : SILENT;
}

/* LB19, LB19a. */
static verdict by_quotes(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    if (is_quote(b->cls)) {
        bool next_wide = i + 1 < t->count && t->units[i + 1].wide;
        if (b->cls != LB_QU_PI || !a->wide || !next_wide)
            return KEEP;
    }
    if (is_quote(a->cls)) {
        bool before_wide = i >= 2 && t->units[i - 2].wide;
        if (a->cls != LB_QU_PF || !b->wide || !before_wide)
            return KEEP;
    }
    return SILENT;
}

/* LB20a: a hyphen that begins a word. */
static bool is_leading_hyphen(const text *t, size_t i)
{
    uint8_t cls = t->units[i].cls, before = i == 0 ? LB_BK : t->units[i - 1].cls;
    return (cls == LB_HY || cls == LB_HYPHEN) &&
           (is_hard_end(before) || before == LB_SP || before == LB_ZW || before == LB_CB ||
            before == LB_GL);
}

/* LB21a: the hyphen of a Hebrew word. */
static bool is_hebrew_hyphen(const text *t, size_t i)
{
    const unit *u = &t->units[i];
    bool hyphen = u->cls == LB_HY || (!u->wide && (u->cls == LB_BA || u->cls == LB_HYPHEN));
    return hyphen && i > 0 && t->units[i - 1].cls == LB_HL;
}

/* LB20 to LB22. */
static verdict by_hyphens(const text *t, size_t i)
{
    uint8_t a = t->units[i - 1].cls, b = t->units[i].cls;
    if (a == LB_CB || b == LB_CB)
        return PART;
    if (is_leading_hyphen(t, i - 1) && is_letter(b) && b != LB_HL)
        return KEEP;
    if (b == LB_BA || b == LB_HYPHEN || b == LB_HY || b == LB_NS || a == LB_BB)
        return KEEP;
    if (is_hebrew_hyphen(t, i - 1) && b != LB_HL)
        return KEEP;
    if ((a == LB_SY && b == LB_HL) || b == LB_IN)
        return KEEP;
    return SILENT;
}

/* LB23 to LB24. */
static verdict by_words(const text *t, size_t i)
{
    uint8_t a = t->units[i - 1].cls, b = t->units[i].cls;
    bool affix_a = a == LB_PR || a == LB_PO, affix_b = b == LB_PR || b == LB_PO;
    if ((is_letter(a) && b == LB_NU) || (a == LB_NU && is_letter(b)))
        return KEEP;
    if ((a == LB_PR && is_ideograph(b)) || (is_ideograph(a) && b == LB_PO))
        return KEEP;
    return (affix_a && is_letter(b)) || (is_letter(a) && affix_b) ? KEEP : SILENT;
}

/* LB25: a number with its signs, brackets and units. */
static verdict by_numbers(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    bool affix = b->cls == LB_PR || b->cls == LB_PO;
    bool closed = (a->cls == LB_CL || a->cls == LB_CP) && i >= 2 && t->units[i - 2].number;
    if (affix && (a->number || closed))
        return KEEP;
    if (b->cls == LB_NU)
        return a->cls == LB_PR || a->cls == LB_PO || a->cls == LB_HY || a->cls == LB_IS || a->number
                   ? KEEP
                   : SILENT;
    if ((a->cls == LB_PR || a->cls == LB_PO) && b->cls == LB_OP) {
        size_t next = class_at(t, i + 1) == LB_IS ? i + 2 : i + 1;
        return class_at(t, next) == LB_NU ? KEEP : SILENT;
    }
    return SILENT;
}

/* LB26, LB27. */
static verdict by_hangul(const text *t, size_t i)
{
    uint8_t a = t->units[i - 1].cls, b = t->units[i].cls;
    if (a == LB_JL && is_hangul(b) && b != LB_JT)
        return KEEP;
    if ((a == LB_JV || a == LB_H2) && (b == LB_JV || b == LB_JT))
        return KEEP;
    if ((a == LB_JT || a == LB_H3) && b == LB_JT)
        return KEEP;
    return (is_hangul(a) && b == LB_PO) || (a == LB_PR && is_hangul(b)) ? KEEP : SILENT;
}

/* LB28, LB28a. */
static verdict by_syllables(const text *t, size_t i)
{
    uint8_t a = t->units[i - 1].cls, b = t->units[i].cls;
    if (is_letter(a) && is_letter(b))
        return KEEP;
    if (a == LB_AP && is_aksara(b))
        return KEEP;
    if (is_aksara(a) && (b == LB_VF || b == LB_VI))
        return KEEP;
    if (i >= 2 && is_aksara(t->units[i - 2].cls) && a == LB_VI && (b == LB_AK || b == LB_CIRCLE))
        return KEEP;
    return is_aksara(a) && is_aksara(b) && class_at(t, i + 1) == LB_VF ? KEEP : SILENT;
}

/* LB29 to LB30b. */
static verdict by_rest(const text *t, size_t i)
{
    const unit *a = &t->units[i - 1], *b = &t->units[i];
    bool word_a = is_letter(a->cls) || a->cls == LB_NU;
    bool word_b = is_letter(b->cls) || b->cls == LB_NU;
    if (a->cls == LB_IS && is_letter(b->cls))
        return KEEP;
    if (word_a && b->cls == LB_OP && !b->wide)
        return KEEP;
    if (a->cls == LB_CP && !a->wide && word_b)
        return KEEP;
    if (b->cls == LB_RI && a->odd_flag)
        return KEEP;
    bool hand = a->cls == LB_EB || a->cls == LB_FUTURE_ID || a->cls == LB_FUTURE_AL;
    return hand && b->cls == LB_EM ? KEEP : SILENT;
}

/* LB4, LB5, then the rules in their order; LB31 when all are silent. */
static zt_brk break_before(const text *t, size_t i)
{
    static verdict (*const rules[])(const text *, size_t) = {
        by_controls, by_glue,    across_spaces, by_quotes,    by_hyphens,
        by_words,    by_numbers, by_hangul,     by_syllables, by_rest};
    uint8_t a = t->units[i - 1].cls, b = t->units[i].cls;
    if (is_hard_end(a))
        return a == LB_CR && b == LB_LF ? ZT_BRK_HARD : ZT_BRK_MUST;
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
    return !is_hard_end(cls) && cls != LB_SP && cls != LB_ZW;
}

/* LB10: a mark that has nothing to join is a letter. */
static unit unit_of(uint8_t property)
{
    unit u = {.cls = property & (uint8_t)~WIDE_BIT, .wide = property & WIDE_BIT};
    u.joins = u.cls == LB_ZWJ;
    if (u.cls == LB_CM || u.cls == LB_ZWJ) {
        u.cls = LB_AL;
        u.wide = false;
    }
    return u;
}

static void follow(unit *u, const unit *before, size_t at)
{
    u->number =
        u->cls == LB_NU || (before && before->number && (u->cls == LB_SY || u->cls == LB_IS));
    u->odd_flag = u->cls == LB_RI && !(before && before->odd_flag);
    u->solid = u->cls != LB_SP ? at : before ? before->solid : SIZE_MAX;
}

void uax14_breaks(zt_arena *scratch, const uint32_t *code_points, size_t count, uint8_t *breaks)
{
    unit *units = ZT_ARRAY(scratch, count, unit);
    size_t *starts = ZT_ARRAY(scratch, count, size_t);
    text t = {units, 0};
    for (size_t i = 0; i < count; i++) {
        uint8_t property = unicode_break(code_points[i]);
        uint8_t cls = property & (uint8_t)~WIDE_BIT;
        bool mark = cls == LB_CM || cls == LB_ZWJ;
        breaks[i] = ZT_BRK_HARD;
        if (mark && t.count > 0 && takes_marks(units[t.count - 1].cls)) {
            units[t.count - 1].joins = cls == LB_ZWJ;
            continue;
        }
        units[t.count] = unit_of(property);
        follow(&units[t.count], t.count ? &units[t.count - 1] : NULL, t.count);
        starts[t.count++] = i;
    }
    for (size_t u = 1; u < t.count; u++)
        breaks[starts[u]] = (uint8_t)break_before(&t, u);
}
