/* gen/text/breaks.c — where a line may end: line-start and line-end rules (R15 to R18) and what
   must stay together (R30 to R33). Soft bonds are in bonds.c. */
#include "text/para_imp.h"

/* R16; the levels in ascending order of what they forbid. */
static bool forbidden_at_start(const zt_char *c, zt_break_level level)
{
    switch ((zt_class)c->cls) {
    case ZT_C_CLOSE:
    case ZT_C_COMMA:
    case ZT_C_STOP:
    case ZT_C_EXQ:
        return level >= ZT_BREAK_LOOSE;
    case ZT_C_CONN:
    case ZT_C_DOT:
    case ZT_C_SOL:
        return level >= ZT_BREAK_BASIC;
    case ZT_C_DASH:
    case ZT_C_ELL:
        return level >= ZT_BREAK_STRICT;
    case ZT_C_HAN: /* 々 and ー repeat or lengthen what stands before them */
        return level >= ZT_BREAK_BASIC && (c->cp == 0x3005 || c->cp == 0x30FC);
    case ZT_C_SYM:
    case ZT_C_OPEN:
    case ZT_C_PREF:
    case ZT_C_SUFF:
    case ZT_C_DIG:
    case ZT_C_LAT:
    case ZT_C_BLANK:
    case ZT_C_WIDE_BLANK:
    case ZT_C_STIFF:
    case ZT_C_ZERO:
    case ZT_C_LINE:
        return false;
    }
    return false;
}

/* R16, the other half. */
static bool forbidden_at_end(const zt_char *c, zt_break_level level)
{
    if (c->cls == ZT_C_OPEN)
        return level >= ZT_BREAK_LOOSE;
    return c->cls == ZT_C_SOL && level >= ZT_BREAK_NORMAL;
}

/* Whether the zero-terminated list holds the character. */
static bool is_one_of(uint32_t cp, const uint32_t *list)
{
    while (*list && *list != cp)
        list++;
    return *list != 0;
}

/* Western marks that hug what follows, or what precedes. */
static bool hugs_right(const zt_char *c)
{
    static const uint32_t list[] = {'(', '[', '{', '$', 0x201C, 0x2018, 0xBF, 0xA1, 0xAB, 0};
    return c->cls == ZT_C_LAT && is_one_of(c->cp, list);
}

/* Western marks that stay with what stands before them. */
static bool hugs_left(const zt_char *c)
{
    static const uint32_t list[] = {')', ']', '}',    ',',    '.',    ';',  ':', '!',
                                    '?', '%', 0x201D, 0x2019, 0x2026, 0xBB, 0};
    return c->cls == ZT_C_LAT && is_one_of(c->cp, list);
}

/* The ASCII quotes; an apostrophe between letters is none. */
static bool is_straight_quote(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    if (c->cp == '"')
        return true;
    bool inside = i > 0 && i + 1 < imp->count && zt_is_letter(c[-1].cp) && zt_is_letter(c[1].cp);
    return c->cp == '\'' && !inside; /* else an apostrophe */
}

/* " and ' have no sides of their own: in turn they open and close, anew in each forced line. */
static bool opens_quote(const zt_para_imp *imp, size_t i)
{
    size_t before = 0;
    bool prime = i > 0 && imp->chars[i - 1].cls == ZT_C_DIG; /* 5'6": feet and inches */
    for (size_t k = i; k-- > 0 && imp->chars[k].cls != ZT_C_LINE;)
        before += imp->chars[k].cp == imp->chars[i].cp && is_straight_quote(imp, k);
    return before % 2 == 0 && !prime;
}

/* R33: what refers to a note keeps with its word: raised figures, * † ‡ ¹ ² ³. */
static bool is_note_marker(const zt_para_imp *imp, size_t a, size_t b)
{
    static const uint32_t list[] = {'*', 0x2020, 0x2021, 0xB9, 0xB2, 0xB3, 0};
    const zt_char *x = &imp->chars[a], *y = &imp->chars[b];
    if (x->cls == ZT_C_BLANK || x->cls == ZT_C_WIDE_BLANK || x->cls == ZT_C_LINE)
        return false;
    if (y->style->rise > x->style->rise && y->style->size < x->style->size)
        return true;
    return is_one_of(y->cp, list) || (y->cp >= 0x2070 && y->cp <= 0x2079);
}

/* Latin letters, digits and their signs. */
static bool is_word_part(const zt_char *c)
{
    return c->cls == ZT_C_LAT || c->cls == ZT_C_DIG;
}

/* state-of-the-art may part after a hyphen, PH-3000 and Wi-Fi may not (R33). */
static bool parts_at_hyphen(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = imp->chars;
    return i >= 4 && c[i - 1].cp == '-' && zt_is_letter(c[i].cp) && zt_is_letter(c[i - 2].cp) &&
           zt_is_letter(c[i - 3].cp) && zt_is_letter(c[i - 4].cp);
}

/* R30: inside a dash, inside an ellipsis; …… …… may part in the middle. */
static bool is_inside_double(const zt_para_imp *imp, size_t i)
{
    zt_class cls = (zt_class)imp->chars[i].cls;
    size_t run = 0;
    if ((cls != ZT_C_DASH && cls != ZT_C_ELL) || i == 0 || imp->chars[i - 1].cls != cls)
        return false;
    while (i > run && imp->chars[i - 1 - run].cls == cls)
        run++;
    return cls == ZT_C_DASH || run % 2 == 1;
}

/* R30 to R33 and R130 between two neighbours: no search may ever part them. */
static bool is_hard(const zt_para_imp *imp, size_t a, size_t b)
{
    const zt_char *x = &imp->chars[a], *y = &imp->chars[b];
    if (y->tail || y->joins || is_inside_double(imp, b))
        return true;
    if (x->cls == ZT_C_PREF || y->cls == ZT_C_SUFF)
        return true;
    if (x->cls == ZT_C_STIFF || y->cls == ZT_C_STIFF)
        return true;
    if (is_straight_quote(imp, a) && opens_quote(imp, a))
        return true;
    if (is_straight_quote(imp, b) && !opens_quote(imp, b))
        return true;
    if (is_word_part(x) && is_word_part(y))
        return !parts_at_hyphen(imp, b);
    /* R130: 45°N, 100%A, and 45°30′: what follows a sign at once belongs to it as well. */
    if (x->cls == ZT_C_SUFF && (zt_is_letter(y->cp) || y->figure))
        return true;
    if ((x->figure && y->figure) || is_note_marker(imp, a, b))
        return true;
    return hugs_right(x) || hugs_left(y);
}

/* Both in one run that was marked as bound. */
static bool is_bound(const zt_para_imp *imp, size_t a, size_t b)
{
    return imp->chars[a].run == imp->chars[b].run && imp->runs[imp->chars[a].run].bound;
}

/* From the strongest to the weakest: forced line, blank, hard bond, R16. */
static zt_brk break_between(const zt_para_imp *imp, size_t a, size_t b)
{
    const zt_char *x = &imp->chars[a], *y = &imp->chars[b];
    bool blank_before = x->cls == ZT_C_BLANK || x->cls == ZT_C_WIDE_BLANK;
    if (x->cls == ZT_C_LINE)
        return ZT_BRK_MUST;
    if (y->cls == ZT_C_LINE || y->cls == ZT_C_BLANK || y->cls == ZT_C_WIDE_BLANK)
        return ZT_BRK_HARD; /* the line ends after it, where it vanishes */
    if (is_hard(imp, a, b) || is_bound(imp, a, b))
        return ZT_BRK_HARD;
    if (forbidden_at_start(y, imp->style.level))
        return ZT_BRK_RULE;
    if (blank_before)
        return ZT_BRK_MAY;
    return forbidden_at_end(x, imp->style.level) ? ZT_BRK_RULE : ZT_BRK_MAY;
}

/* U+200B and U+2060 between a and b overrule the rest, but not against a cluster or a bound run. */
static zt_brk with_hints(const zt_para_imp *imp, size_t a, size_t b, zt_brk brk, bool *preferred)
{
    for (size_t k = a + 1; k < b; k++) {
        if (imp->chars[k].cp == 0x2060 || imp->chars[k].cp == 0xFEFF)
            return ZT_BRK_HARD;
        if (imp->chars[k].cp == 0x200B && !is_bound(imp, a, b)) {
            *preferred = true;
            brk = ZT_BRK_MAY;
        }
    }
    return brk;
}

/* HARD everywhere first, so that characters without width keep to what stands before them; then
   the rules, and the price of each soft break. */
void zt_chars_break(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++)
        imp->chars[i].brk = ZT_BRK_HARD;
    for (size_t a = 0; a < imp->count; a++) {
        size_t b = imp->chars[a].cls == ZT_C_ZERO ? SIZE_MAX : zt_chars_after(imp, a);
        if (b == SIZE_MAX)
            continue;
        zt_char *y = &imp->chars[b];
        zt_brk brk = break_between(imp, y->joins ? a : zt_base_of(imp, a), b);
        y->brk = (uint8_t)with_hints(imp, a, b, brk, &y->preferred);
    }
    zt_items_break(imp);
    zt_chars_bind(imp);
    zt_addresses_break(imp);
}
