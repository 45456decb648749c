/* gen/text/justify.c — a line brought to its measure: shrink in the order of R41, stretch in that
   of R42, each step shared equally by all its places before the next begins. */
#include "text/para_imp.h"

/* What a line does in each place, as shares of that place's play. */
typedef struct play {
    double shrink[ZT_STEP_COUNT]; /* 0..1 */
    double blank, gap;            /* 0..1 of R42 steps 1 and 2 */
    zt_each_gap each;             /* points at the places of step 3 */
} play;

/* Each step is used up before the next begins (R41). */
static void shrink_by(play *p, const zt_line_fit *fit, double need)
{
    for (int k = 0; k < ZT_STEP_COUNT && need > 0; k++) {
        if (fit->shrink[k] <= 1e-9)
            continue;
        double used = zt_min(need, fit->shrink[k]);
        p->shrink[k] = used / fit->shrink[k];
        need -= used;
    }
}

/* The share of `spare` that covers *need, which becomes what is left of it. */
static double take(double *need, double spare)
{
    if (spare <= 1e-9)
        return 0;
    double used = zt_min(*need, spare);
    *need -= used;
    return used / spare;
}

/* R42: word spaces, gaps between Han and Latin, then all gaps. */
static void stretch_by(play *p, const zt_line_fit *fit, double need, double em)
{
    p->blank = take(&need, fit->stretch_blank);
    p->gap = take(&need, fit->stretch_gap);
    if (fit->places > 0.5)
        p->each = zt_share_of_gaps(fit, need, em);
}

/* Nothing changes in a line that is not filled: aligned, or the last one. */
static play play_of(const zt_line_fit *fit, double available, double em, zt_align align, bool last)
{
    play p = {{0}, 0, 0, {0, 0}};
    double spare = available - fit->natural;
    bool fill = align == ZT_ALIGN_SPREAD || (align == ZT_ALIGN_JUSTIFY && !last);
    if (spare < 0 && align == ZT_ALIGN_JUSTIFY)
        shrink_by(&p, fit, -spare);
    else if (spare > 0 && fill && align == ZT_ALIGN_SPREAD && fit->places > 0.5)
        /* R44: even, whatever stands there. */
        p.each = (zt_each_gap){spare / fit->places, spare / fit->places};
    else if (spare > 0 && fill)
        stretch_by(&p, fit, spare, em);
    return p;
}

/* Points before the character, as this line has it. */
static double gap_before(const zt_char *c, const play *p)
{
    double gap = c->gap - p->shrink[ZT_STEP_GAP] * (c->gap - c->gap_min);
    gap += p->gap * (c->gap_max - c->gap);
    if (c->no_stretch)
        return gap;
    return gap + (c->most_given > 0 ? p->each.capped : p->each.free);
}

/* Points that a typed blank gains or gives in this line. */
static double blank_change(const zt_char *c, const play *p)
{
    const double least = 0.25, most = 0.5; /* em: R41, R42 */
    if (c->cls != ZT_C_BLANK)
        return 0;
    if (c->advance > least && p->shrink[ZT_STEP_BLANK] > 0)
        return -p->shrink[ZT_STEP_BLANK] * (c->advance - least) * c->style->size;
    return c->advance < most ? p->blank * (most - c->advance) * c->style->size : 0;
}

/* Points off the mark's blank side. */
static double taken_off(const zt_line_fit *fit, const zt_char *c, size_t i, size_t last,
                        const play *p)
{
    if (i == fit->ink.first && c->first_trim != 0)
        return c->first_trim;
    if (i == last && c->last_trim > 0)
        return c->last_trim;
    return c->blank > 0 ? c->blank * p->shrink[zt_step_of_mark(c)] : 0;
}

/* Tracking is not added behind the last character, which would move a centred line. */
double zt_line_justify(zt_para_imp *imp, const zt_line_fit *fit, double available, zt_align align,
                       bool last)
{
    play p = play_of(fit, available, imp->chars[0].style->size, align, last);
    double x = 0;
    if (fit->ink.end <= fit->ink.first)
        return 0;
    size_t end = zt_last_of(imp, fit->ink);
    for (size_t i = fit->ink.first; i < fit->ink.end; i++) {
        zt_char *c = &imp->chars[i];
        if (i > fit->ink.first)
            x += gap_before(c, &p);
        c->x = x;
        c->set = 0;
        c->ink = c->shift * c->style->size;
        if (c->tail || c->cls == ZT_C_ZERO || c->cls == ZT_C_LINE)
            continue;
        double off = taken_off(fit, c, i, end, &p);
        c->set = c->advance * c->style->size + blank_change(c, &p) - off;
        if (c->gives == ZT_BLANK_BEFORE)
            c->ink -= off;
        x += c->set + (i + 1 < fit->ink.end ? c->style->tracking * c->style->size : 0);
    }
    zt_line_reorder(imp, fit->ink);
    return x;
}
