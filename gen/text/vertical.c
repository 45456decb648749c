/* gen/text/vertical.c — orientation in columns (R70 to R73): Han upright, Latin words and longer
   numbers turned, two digits side by side. */
#include "text/para_imp.h"

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

/* Blanks are as long as they are wide; a solidus turns with the column (R71). */
static bool lies_down(const zt_char *c)
{
    return c->cls == ZT_C_BLANK || c->cls == ZT_C_STIFF || c->cls == ZT_C_SOL;
}

void zt_chars_turn(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count;) {
        size_t end = i;
        while (end < imp->count && zt_is_run_part(&imp->chars[end]))
            end++;
        zt_turn turn = end > i ? turn_of_run(imp, (zt_span){i, end}) : ZT_TURN_UPRIGHT;
        if (end == i && lies_down(&imp->chars[end++]))
            turn = ZT_TURN_ROTATED;
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

static bool is_pair(const zt_para_imp *imp, size_t i)
{
    return i + 1 < imp->count && imp->chars[i].turn == ZT_TURN_COMBINED &&
           imp->chars[i + 1].turn == ZT_TURN_COMBINED && !imp->chars[i].tail;
}

/* R72: the pair is shaped with narrow figures; where the face has none it is set smaller. */
void zt_chars_combine(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *a = &imp->chars[i], *b = a + 1;
        if (!is_pair(imp, i))
            continue;
        double width = a->natural + b->natural;
        double scale = width > 1.0 ? 1.0 / width : 1.0;
        for (size_t k = 0; k < 2; k++) {
            zt_char *c = &imp->chars[i + k];
            c->scale *= scale;
            c->natural *= scale;
            for (uint32_t g = 0; g < c->glyph_count; g++)
                imp->glyphs.items[c->glyph + g].advance *= scale;
        }
        b->tail = true;
        b->shift = a->natural - 1.0; /* drawn beside the first, not after its em */
        a->advance = 1.0;
        b->advance = 0;
        i++;
    }
}

double zt_combined_width(const zt_para_imp *imp, const zt_char *head)
{
    size_t i = (size_t)(head - imp->chars);
    double em = head->natural;
    if (i + 1 < imp->count && imp->chars[i + 1].turn == ZT_TURN_COMBINED)
        em += imp->chars[i + 1].natural;
    return em * head->style->size;
}
