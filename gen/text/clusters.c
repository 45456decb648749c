/* gen/text/clusters.c — characters that belong together: conjoining Hangul becomes the syllable
   that it spells, and combining marks are found (R133). The text keeps the code points that were
   typed.
 */
#include <hb.h>

#include "text/para_imp.h"

/* Unicode 16, section 3.12: L V and L V T, as Hangul typed on some systems is decomposed. */
enum { L_FIRST = 0x1100, V_FIRST = 0x1161, T_FIRST = 0x11A8 };
enum { L_COUNT = 19, V_COUNT = 21, T_COUNT = 27, SYLLABLE = 0xAC00 };

/* The blocks of conjoining Hangul, old letters too. */
static bool is_conjoining(uint32_t cp)
{
    return (cp >= 0x1100 && cp <= 0x11FF) || (cp >= 0xA960 && cp <= 0xA97C) ||
           (cp >= 0xD7B0 && cp <= 0xD7FB);
}

/* One of `count` code points from `first` on. */
static bool is_within(uint32_t cp, uint32_t first, uint32_t count)
{
    return cp >= first && cp - first < count;
}

/* 0 behind the end. */
static uint32_t cp_of(const zt_para_imp *imp, size_t i)
{
    return i < imp->count ? imp->chars[i].cp : 0;
}

/* The syllable that begins at `i` and how many code points spell it; 0 = none. A precomposed one
   may still take its final. */
static uint32_t syllable_at(const zt_para_imp *imp, size_t i, size_t *length)
{
    uint32_t lead = cp_of(imp, i), vowel = cp_of(imp, i + 1);
    uint32_t syllable = 0;
    *length = 1;
    if (is_within(lead, L_FIRST, L_COUNT) && is_within(vowel, V_FIRST, V_COUNT)) {
        syllable = SYLLABLE + ((lead - L_FIRST) * V_COUNT + (vowel - V_FIRST)) * (T_COUNT + 1);
        *length = 2;
    } else if (is_within(lead, SYLLABLE, L_COUNT * V_COUNT * (T_COUNT + 1)) &&
               (lead - SYLLABLE) % (T_COUNT + 1) == 0) {
        syllable = lead;
    }
    uint32_t final = cp_of(imp, i + *length);
    if (syllable && is_within(final, T_FIRST, T_COUNT)) {
        syllable += final - T_FIRST + 1;
        ++*length;
    }
    return *length > 1 ? syllable : 0;
}

/* Mn, Mc and Me: what is written over, under or round the character before it. Selectors and
   joiners are none of them here: they have a class of their own. */
static bool is_mark(const zt_char *c)
{
    if (c->cp < 0x300 || c->cls == ZT_C_ZERO)
        return false;
    hb_unicode_general_category_t category =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), c->cp);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

/* A composed syllable is one wide character to all rules; its other letters become tails without
   width, so that the text keeps its own code points. A letter that makes no syllable is marked
   `loose`. */
void zt_chars_compose(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        size_t length;
        uint32_t syllable = syllable_at(imp, i, &length);
        if (syllable) {
            c->cp = syllable;
            c->cls = ZT_C_HAN;
            while (--length > 0) { /* part of the syllable, set with it */
                imp->chars[++i].cls = ZT_C_ZERO;
                imp->chars[i].tail = true;
            }
        } else {
            c->loose = is_conjoining(c->cp);
            c->joins = i > 0 && c[-1].cls != ZT_C_LINE && is_mark(c);
        }
    }
}

/* Marks may be stacked: all of them lead to the same base. */
size_t zt_base_of(const zt_para_imp *imp, size_t i)
{
    while (i > 0 && imp->chars[i].joins)
        i--;
    return i;
}

bool zt_is_selector(uint32_t cp)
{
    return (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF);
}

/* Counts characters back to the beginning of the run. Behind a forced line the run's own place
   is given, for columns of a later line are not known; so is it when the run has no column. */
zt_pos zt_pos_of_char(const zt_para_imp *imp, size_t i)
{
    zt_pos pos = imp->runs[imp->chars[i].run].at;
    int columns = 0;
    while (i-- > 0 && imp->chars[i].run == imp->chars[i + 1].run) {
        if (imp->chars[i].cp == '\n')
            return pos;
        columns++;
    }
    if (pos.column > 0)
        pos.column += columns;
    return pos;
}
