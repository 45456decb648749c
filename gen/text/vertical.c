/* gen/text/vertical.c — orientation in columns (R70 to R75): Han upright, Latin words and longer
   numbers turned, two digits side by side, mainland forms of the marks. */
#include "text/para_imp.h"
#include "text/unicode_imp.h"

/* ASCII only: full-width digits stand upright like Han. */
static bool is_digit(const zt_char *c)
{
    return c->cp >= '0' && c->cp <= '9';
}

/* All of the part, combining marks aside. */
static bool are_digits(const zt_para_imp *imp, zt_char_span part)
{
    for (size_t i = part.first; i < part.end; i++)
        if (!is_digit(&imp->chars[i]) && !imp->chars[i].joins)
            return false;
    return true;
}

/* Marks stand with their base (R133). */
static size_t bases_in(const zt_para_imp *imp, zt_char_span part)
{
    size_t count = 0;
    for (size_t i = part.first; i < part.end; i++)
        count += !imp->chars[i].joins;
    return count;
}

/* R72: nothing is made narrower than this, so that three figures stand side by side only in a face
   whose figures are a third of an em. */
#define NARROWEST 0.9

/* By the advances in the face, which narrow forms may still lessen. */
static bool fits_an_em(const zt_para_imp *imp, zt_char_span part)
{
    double em = 0;
    for (size_t i = part.first; i < part.end; i++) {
        const zt_char *c = &imp->chars[i];
        em += zt_face_advance(c->face, zt_face_glyph(c->face, c->cp));
    }
    return em * NARROWEST <= 1.0;
}

/* R73: up to three capitals, or a capital and a digit: GDP, 5G. */
static bool is_acronym(const zt_para_imp *imp, zt_char_span part)
{
    size_t count = bases_in(imp, part), capitals = 0;
    for (size_t i = part.first; i < part.end; i++) {
        if (imp->chars[i].joins)
            continue;
        bool capital = imp->chars[i].cp >= 'A' && imp->chars[i].cp <= 'Z';
        if (!capital && !is_digit(&imp->chars[i]))
            return false;
        capitals += capital;
    }
    return count == capitals ? count <= 3 : count == 2 && capitals == 1;
}

/* R72, R73: one digit or letter upright, two digits side by side, anything longer turned. */
static zt_turn turn_of_run(const zt_para_imp *imp, zt_char_span part)
{
    size_t count = bases_in(imp, part);
    const zt_char *head = &imp->chars[part.first];
    bool sign = head->cls == ZT_C_SUFF || head->cls == ZT_C_PREF;
    if (count == 1 && sign) /* beside a full-width digit, which stands upright */
        return zt_unicode_orient(head->cp) == ZT_VO_R ? ZT_TURN_ROTATED : ZT_TURN_UPRIGHT;
    if (count == 1 && (are_digits(imp, part) || zt_is_letter(imp->chars[part.first].cp)))
        return ZT_TURN_UPRIGHT;
    if (are_digits(imp, part) && (count == 2 || (count == 3 && fits_an_em(imp, part))))
        return ZT_TURN_COMBINED;
    return is_acronym(imp, part) ? ZT_TURN_UPRIGHT : ZT_TURN_ROTATED;
}

/* Blanks are as long as they are wide; a solidus and the short connectors, for which faces have no
   vertical form, turn with the column (R71), as do arrows and other symbols that Unicode turns. */
static bool lies_down(const zt_char *c)
{
    bool narrow = c->cls == ZT_C_CONN && (c->cp == '-' || c->cp == 0x2010 || c->cp == 0x2013);
    bool symbol = c->cls == ZT_C_SYM && zt_unicode_orient(c->cp) == ZT_VO_R;
    return c->cls == ZT_C_BLANK || c->cls == ZT_C_STIFF || c->cls == ZT_C_SOL || narrow || symbol;
}

/* False behind the end. */
static bool is_tcy(const zt_para_imp *imp, size_t i)
{
    return i < imp->count && imp->runs[imp->chars[i].run].tcy;
}

/* 纵中横 by <tcy>: as far as its run goes. */
static size_t end_of_tcy(const zt_para_imp *imp, size_t i)
{
    size_t end = i;
    while (is_tcy(imp, end) && imp->chars[end].run == imp->chars[i].run)
        end++;
    return end;
}

/* A run as it turns together: a Latin word, a number with its signs, one <tcy>, else one mark. */
static zt_char_span part_at(const zt_para_imp *imp, size_t i)
{
    zt_char_span part = {i, end_of_tcy(imp, i)};
    if (part.end > i)
        return part;
    while (part.end < imp->count && zt_is_run_part(&imp->chars[part.end]) && !is_tcy(imp, part.end))
        part.end++;
    return part;
}

/* <tcy> goes before all rules; then runs, then single marks. */
static zt_turn turn_of_part(const zt_para_imp *imp, zt_char_span part)
{
    const zt_char *first = &imp->chars[part.first];
    if (is_tcy(imp, part.first))
        return part.end - part.first > 1 ? ZT_TURN_COMBINED : ZT_TURN_UPRIGHT;
    if (part.end > part.first)
        return turn_of_run(imp, part);
    return lies_down(first) ? ZT_TURN_ROTATED : ZT_TURN_UPRIGHT;
}

/* A combining mark turns with its base. */
void zt_chars_turn(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count;) {
        zt_char_span part = part_at(imp, i);
        zt_turn turn = turn_of_part(imp, part);
        size_t end = part.end > i ? part.end : i + 1;
        for (; i < end; i++)
            imp->chars[i].turn =
                imp->chars[i].joins ? imp->chars[zt_base_of(imp, i)].turn : (uint8_t)turn;
    }
}

/* R71: quotes take the corner forms of a column; the text keeps its own code points. */
static uint32_t corner_of(uint32_t cp, bool white)
{
    bool opens = cp == 0x201C || cp == 0x2018 || cp == 0x300C || cp == 0x300E;
    if (white)
        return opens ? 0xFE43 : 0xFE44;
    return opens ? 0xFE41 : 0xFE42;
}

/* Curved quotes become corner brackets, single or double as the theme's column-quotes says;
   corner brackets take their own vertical forms. A quote used the Western way is left as it is. */
uint32_t zt_vertical_form(const zt_para_imp *imp, const zt_char *c)
{
    bool swapped = imp->style.column_quotes == ZT_QUOTES_SINGLE_OUTER;
    if (!c->chinese)
        return c->cp;
    switch (c->cp) {
    case 0x201C:
    case 0x201D:
        return corner_of(c->cp, !swapped);
    case 0x2018:
    case 0x2019:
        return corner_of(c->cp, swapped);
    case 0x300E:
    case 0x300F:
        return corner_of(c->cp, true);
    case 0x300C:
    case 0x300D:
        return corner_of(c->cp, false);
    default:
        return c->cp;
    }
}

/* A face without vertical forms shows the upright glyph of a mark that should turn (R70, Tr). */
static bool wants_turning(const zt_para_imp *imp, const zt_char *c)
{
    bool turns = c->cls == ZT_C_OPEN || c->cls == ZT_C_CLOSE || c->cls == ZT_C_DASH ||
                 c->cls == ZT_C_ELL || c->cls == ZT_C_CONN;
    return turns && c->turn == ZT_TURN_UPRIGHT && c->glyph_count == 1 && !c->missing &&
           imp->glyphs.items[c->glyph].id == zt_face_glyph(c->face, c->cp);
}

/* Only known after shaping. */
bool zt_chars_turn_formless(zt_para_imp *imp)
{
    bool any = false;
    for (size_t i = 0; i < imp->count; i++)
        if (wants_turning(imp, &imp->chars[i])) {
            imp->chars[i].turn = ZT_TURN_ROTATED;
            any = true;
        }
    return any;
}

/* Low and left in a line, high and right in a column: the ink is mirrored in both directions. */
static void lift(zt_para_imp *imp, const zt_char *c)
{
    const double clear = 0.05; /* em, from the character above */
    zt_shaped *g = &imp->glyphs.items[c->glyph];
    zt_rect ink;
    if (!zt_face_ink(c->face, g->id, &ink))
        return;
    double top = g->dy - (ink.y + ink.h) * c->scale, foot = top + ink.h * c->scale;
    double centre = g->dx + (ink.x + ink.w / 2) * c->scale; /* from the column's axis */
    if ((top + foot) / 2 <= 0.5)
        return; /* high enough as it is */
    g->dy += zt_max(1 - foot, clear) - top;
    if (centre < 0)
        g->dx -= 2 * centre;
}

/* Only glyphs that the face has not replaced are lifted: the ideographic and full-width comma
   and stop, standing upright, with the glyph that they have in a line. */
void zt_chars_lift_stops(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++) {
        const zt_char *c = &imp->chars[i];
        bool stop = c->cp == 0xFF0C || c->cp == 0x3001 || c->cp == 0x3002 || c->cp == 0xFF0E;
        if (stop && c->turn == ZT_TURN_UPRIGHT && c->glyph_count == 1 && !c->missing &&
            imp->glyphs.items[c->glyph].id == zt_face_glyph(c->face, c->cp))
            lift(imp, c);
    }
}

/* The characters that stand side by side with the one at `i`; empty when it stands alone. */
static zt_char_span combined_at(const zt_para_imp *imp, size_t i)
{
    zt_char_span part = {i, i};
    while (part.end < imp->count && imp->chars[part.end].turn == ZT_TURN_COMBINED &&
           is_tcy(imp, part.end) == is_tcy(imp, i) &&
           (!is_tcy(imp, i) || imp->chars[part.end].run == imp->chars[i].run))
        part.end++;
    return part;
}

/* Em, side by side. */
static double natural_of(const zt_para_imp *imp, zt_char_span part)
{
    double em = 0;
    for (size_t i = part.first; i < part.end; i++)
        em += imp->chars[i].natural;
    return em;
}

/* Both directions: squashed figures would be of another weight. */
static void scale_char(zt_para_imp *imp, zt_char *c, double scale)
{
    c->scale *= scale;
    c->natural *= scale;
    for (uint32_t g = 0; g < c->glyph_count; g++)
        imp->glyphs.items[c->glyph + g].advance *= scale;
}

/* Three half-width figures come down to two thirds; smaller ones would not be read. */
#define SMALLEST_TCY 0.64

/* Reports tcy-too-wide. */
static void report_crowded(const zt_para_imp *imp, zt_char_span part, double scale)
{
    const zt_char *a = &imp->chars[part.first], *b = &imp->chars[part.end - 1];
    for (size_t i = part.first; i < part.end; i++)
        if (imp->chars[i].missing) /* reported already, and not as wide as it is said to be */
            return;
    if (scale >= SMALLEST_TCY)
        return;
    zt_report(imp->diags, ZT_WARNING, "tcy-too-wide", imp->runs[a->run].at,
              "纵中横“%.*s”要缩到 %.0f%% 才排进一字宽；最多三位数字，其余请去掉 <tcy>",
              "<tcy> “%.*s” must shrink to %.0f%% to fit one em; three figures at most, leave "
              "longer ones without it",
              ZT_ARG(zt_str_slice(imp->text, a->offset, b->offset + b->bytes)), scale * 100);
}

/* R72: shaped with narrow figures; where the face has none they are set smaller, never squashed.
   All but the first are tails, drawn beside it and not after its em. */
static void combine(zt_para_imp *imp, zt_char_span part)
{
    double width = natural_of(imp, part), scale = width > 1.0 ? 1.0 / width : 1.0, pen = 0;
    report_crowded(imp, part, scale);
    for (size_t i = part.first; i < part.end; i++) {
        zt_char *c = &imp->chars[i];
        bool head = i == part.first;
        scale_char(imp, c, scale);
        c->tail = !head;
        c->shift = head ? 0 : pen - 1.0;
        c->advance = head ? 1.0 : 0;
        pen += c->natural;
    }
}

/* Neighbouring runs of 纵中横 stay apart, each in an em of its own. */
void zt_chars_combine(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count;) {
        zt_char_span part = combined_at(imp, i);
        if (part.end > i)
            combine(imp, part);
        i = part.end > i ? part.end : i + 1;
    }
}

double zt_combined_width(const zt_para_imp *imp, const zt_char *head)
{
    size_t i = (size_t)(head - imp->chars);
    return natural_of(imp, combined_at(imp, i)) * head->style->size;
}
