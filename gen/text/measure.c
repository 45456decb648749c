/* gen/text/measure.c — what a candidate line measures, from sums over the paragraph: any span in
   constant time, since the breaker asks for thousands of them. It is given characters whose
   advances and gaps are final, and tells of a span its natural width and what R41 and R42 may
   take from it or add to it, all in points. */
#include "text/para_imp.h"

/* Sums over the characters before an index; gaps count with the character they precede. */
typedef struct zt_sums {
    double width;
    double shrink[ZT_STEP_COUNT];
    double stretch_blank, stretch_gap, places, capped, most_given;
} zt_sums;

/* R41, R42: a word space lies between these, em. */
#define BLANK_LEAST 0.25
#define BLANK_MOST 0.5

/* Points along the line, tracking included; 0 for what is set with its neighbour. */
static double width_of(const zt_char *c)
{
    bool set = !c->tail && c->cls != ZT_C_ZERO && c->cls != ZT_C_LINE;
    return set ? (c->advance + c->style->tracking) * c->style->size : 0;
}

/* Points that a typed blank may give (R41). */
static double shrink_of_blank(const zt_char *c)
{
    double spare = (c->advance - BLANK_LEAST) * c->style->size;
    return c->cls == ZT_C_BLANK && spare > 0 ? spare : 0;
}

/* Points that it may take (R42). */
static double stretch_of_blank(const zt_char *c)
{
    double spare = (BLANK_MOST - c->advance) * c->style->size;
    return c->cls == ZT_C_BLANK && spare > 0 ? spare : 0;
}

/* In which step of R41 the blank half of this mark is taken: brackets first, then commas, stops
   last. */
int zt_step_of_mark(const zt_char *c)
{
    if (c->cls == ZT_C_OPEN || c->cls == ZT_C_CLOSE)
        return ZT_STEP_BRACKET;
    return c->cls == ZT_C_COMMA ? ZT_STEP_COMMA : ZT_STEP_STOP;
}

/* R43: no place beside these, or inside numbers and words. */
static bool is_stiff(const zt_char *c)
{
    return c->cls == ZT_C_CONN || c->cls == ZT_C_DOT || c->cls == ZT_C_SOL;
}

/* R43 for two neighbours. */
static bool forbids_stretch(const zt_para_imp *imp, size_t a, size_t b)
{
    const zt_char *x = &imp->chars[a], *y = &imp->chars[b];
    if (y->tail || y->joins || is_stiff(x) || is_stiff(y) || y->cls == ZT_C_LINE ||
        y->cls == ZT_C_BLANK)
        return true;
    if ((x->cls == ZT_C_DASH || x->cls == ZT_C_ELL) && x->cls == y->cls)
        return true;
    if (x->cls == ZT_C_STIFF || y->cls == ZT_C_STIFF)
        return true;
    return (zt_is_run_part(x) && zt_is_run_part(y)) || (x->figure && y->figure) ||
           (x->figure && y->cls == ZT_C_SUFF) || (x->cls == ZT_C_PREF && y->figure);
}

/* Where R42's last step may add; all other gaps are closed to it. */
static void mark_places(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count; i++)
        imp->chars[i].no_stretch = true;
    for (size_t a = 0; a < imp->count; a++) {
        size_t b = imp->chars[a].cls == ZT_C_ZERO ? SIZE_MAX : zt_chars_after(imp, a);
        if (b != SIZE_MAX)
            imp->chars[b].no_stretch = forbids_stretch(imp, zt_base_of(imp, a), b);
    }
}

/* Of the places of R42's last step one that takes only so much. */
static bool is_capped(const zt_char *c)
{
    return !c->no_stretch && c->most_given > 0;
}

/* Adds to the sums before the next character. */
static void add_char(const zt_para_imp *imp, size_t i, zt_sums *s)
{
    const zt_char *c = &imp->chars[i];
    s->width += c->gap + width_of(c);
    s->shrink[ZT_STEP_BLANK] += shrink_of_blank(c);
    s->stretch_blank += stretch_of_blank(c);
    s->shrink[ZT_STEP_GAP] += c->gap - c->gap_min;
    s->stretch_gap += c->gap_max - c->gap;
    s->places += c->no_stretch ? 0 : 1;
    s->capped += is_capped(c) ? 1 : 0;
    s->most_given += is_capped(c) ? c->most_given : 0;
    if (c->blank > 0)
        s->shrink[zt_step_of_mark(c)] += c->blank;
}

/* Also settles, for each character, what it would give up at the beginning or end of a line, so
   that a candidate needs to ask only its two ends. */
void zt_sums_build(zt_para_imp *imp)
{
    mark_places(imp);
    imp->sums = ZT_ARRAY(imp->arena, imp->count + 1, zt_sums);
    for (size_t i = 0; i < imp->count; i++) {
        zt_char *c = &imp->chars[i];
        c->blank = zt_mark_blank(imp, i);
        c->first_trim = zt_start_trim(imp, i);
        c->last_trim = zt_end_trim(imp, i);
        imp->sums[i + 1] = imp->sums[i];
        add_char(imp, i, &imp->sums[i + 1]);
    }
}

/* What is not set at either end of a line. */
static bool vanishes(const zt_char *c)
{
    return c->cls == ZT_C_BLANK || c->cls == ZT_C_WIDE_BLANK || c->cls == ZT_C_ZERO ||
           c->cls == ZT_C_LINE;
}

/* Blanks vanish where a line breaks; those typed at the very beginning of a text stay. */
static zt_char_span ink_of(const zt_para_imp *imp, zt_char_span line)
{
    while (line.end > line.first && vanishes(&imp->chars[line.end - 1]))
        line.end--;
    while (line.first > 0 && line.first < line.end && vanishes(&imp->chars[line.first]))
        line.first++;
    return line;
}

/* The character whose advance ends the line. */
size_t zt_last_of(const zt_para_imp *imp, zt_char_span ink)
{
    size_t last = ink.end - 1;
    while (last > ink.first && imp->chars[last].tail)
        last--;
    return last;
}

/* The first and last character give up their play: their blanks are trimmed or stay (R20, R21). */
static void trim_ends(const zt_para_imp *imp, zt_line_fit *fit)
{
    const zt_char *first = &imp->chars[fit->ink.first];
    const zt_char *last = &imp->chars[zt_last_of(imp, fit->ink)];
    fit->natural -= first->gap + first->first_trim + last->last_trim +
                    last->style->tracking * last->style->size;
    fit->shrink[ZT_STEP_GAP] -= first->gap - first->gap_min;
    fit->stretch_gap -= first->gap_max - first->gap;
    fit->places -= first->no_stretch ? 0 : 1;
    fit->capped -= is_capped(first) ? 1 : 0;
    fit->most_given -= is_capped(first) ? first->most_given : 0;
    if (first->first_trim > 0)
        fit->shrink[ZT_STEP_BRACKET] -= first->blank;
    if (last->last_trim > 0)
        fit->shrink[zt_step_of_mark(last)] -= last->blank;
}

/* Such a line is not stretched to the measure. */
bool zt_ends_text(const zt_para_imp *imp, zt_char_span line)
{
    return line.end == imp->count ||
           (line.end > line.first && imp->chars[line.end - 1].cls == ZT_C_LINE);
}

double zt_span_width(const zt_para_imp *imp, zt_char_span span)
{
    return imp->sums[span.end].width - imp->sums[span.first].width;
}

/* Differences of sums, then what differs at the two ends of a line. All zero for a line that
   holds nothing but blanks. */
zt_line_fit zt_line_measure(const zt_para_imp *imp, zt_char_span line)
{
    zt_line_fit fit = {.ink = ink_of(imp, line)};
    if (fit.ink.end <= fit.ink.first)
        return fit;
    const zt_sums *a = &imp->sums[fit.ink.first], *b = &imp->sums[fit.ink.end];
    fit.natural = b->width - a->width;
    for (int k = 0; k < ZT_STEP_COUNT; k++)
        fit.shrink[k] = b->shrink[k] - a->shrink[k];
    fit.stretch_blank = b->stretch_blank - a->stretch_blank;
    fit.stretch_gap = b->stretch_gap - a->stretch_gap;
    fit.places = b->places - a->places;
    fit.capped = b->capped - a->capped;
    fit.most_given = b->most_given - a->most_given;
    trim_ends(imp, &fit);
    return fit;
}
