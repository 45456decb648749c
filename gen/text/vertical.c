/* gen/text/vertical.c — orientation in columns (R70 to R73): Han upright, Latin words and longer
   numbers turned, two digits side by side. */
#include "text/para_imp.h"

static bool is_run_part(const zt_char *c)
{
    return c->cls == ZT_C_DIG || c->cls == ZT_C_LAT || c->cls == ZT_C_SUFF || c->cls == ZT_C_PREF;
}

static bool are_digits(const zt_para_imp *imp, zt_span part)
{
    for (size_t i = part.first; i < part.end; i++)
        if (imp->chars[i].cp < '0' || imp->chars[i].cp > '9')
            return false;
    return true;
}

/* R72, R73: one digit or letter upright, two digits side by side, anything longer turned. */
static zt_turn turn_of_run(const zt_para_imp *imp, zt_span part)
{
    size_t count = part.end - part.first;
    if (count == 1 && (are_digits(imp, part) || zt_is_letter(imp->chars[part.first].cp)))
        return ZT_TURN_UPRIGHT;
    return count == 2 && are_digits(imp, part) ? ZT_TURN_COMBINED : ZT_TURN_ROTATED;
}

void zt_chars_turn(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count;) {
        size_t end = i;
        while (end < imp->count && is_run_part(&imp->chars[end]))
            end++;
        zt_turn turn = end > i ? turn_of_run(imp, (zt_span){i, end}) : ZT_TURN_UPRIGHT;
        if (end == i)
            end++;
        for (; i < end; i++)
            imp->chars[i].turn = (uint8_t)turn;
    }
}

/* R71: quotes take the corner forms of a column; the text keeps its own code points. */
uint32_t zt_vertical_form(const zt_char *c)
{
    if (!c->chinese)
        return c->cp;
    switch (c->cp) {
    case 0x201C:
    case 0x300E:
        return 0xFE43;
    case 0x201D:
    case 0x300F:
        return 0xFE44;
    case 0x2018:
    case 0x300C:
        return 0xFE41;
    case 0x2019:
    case 0x300D:
        return 0xFE42;
    default:
        return c->cp;
    }
}
