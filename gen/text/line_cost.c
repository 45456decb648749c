/* gen/text/line_cost.c — what a line costs that begins at one character and ends before another.
   The two searches stand on it: that of one measure (breaker.c) and that over slots (line_slots.c).
 */
#include <math.h>

#include "text/para_imp.h"

/* Costs: 10 is a line stretched by 0.08 em a gap, which is good; 700 one by 0.25, which is not
   (R43). Shrinking a step fully costs less than stretching well: in before out, as R41 and
   R42 have it. */
static const double shrink_cost[ZT_STEP_COUNT] = {[ZT_STEP_BLANK] = 3,
                                                  [ZT_STEP_BRACKET] = 4,
                                                  [ZT_STEP_COMMA] = 6,
                                                  [ZT_STEP_GAP] = 4,
                                                  [ZT_STEP_STOP] = 20};
#define COST_GOOD_STRETCH 10.0
#define GOOD_STRETCH 0.08
#define TOLERABLE_STRETCH 0.15 /* beyond it readers see the holes */
#define COST_SEEN 4000.0       /* an em beyond that */
#define COST_TOO_LOOSE 3000.0  /* above R34-R37: rather part a unit than a line full of holes */
#define COST_LOOSEST 12000.0   /* from about 0.7 em a gap on, holes are holes (R132) */
#define COST_ORPHAN 4000.0     /* R45 */
#define COST_STUB 3e4          /* R132: a line of one or two characters; above the loosest */
#define COST_RULE 1e5          /* R18 */
#define COST_TOO_WIDE 1e7      /* nothing fits */
#define SLACK 1e-6             /* points: rounding of sums */

/* R46: justified text is set to whole em; what is left goes to the margin. */
double zt_measure_of(const zt_para_imp *imp, double width)
{
    const double least = 10; /* em: a narrower column cannot spare any */
    double em = imp->chars[0].style->size;
    if (imp->style.align != ZT_ALIGN_JUSTIFY || imp->style.at_sense || width < least * em)
        return width;
    return floor(width / em + 1e-6) * em;
}

/* One very loose line is worse than several a little loose: Knuth and Plass, too, take the third
   power. */
static double cube(double x)
{
    return x * x * x;
}

/* Steps in their order, each by the cube of the share that is used; INFINITY when all of them are
   not enough. */
static double cost_of_shrink(const zt_line_fit *fit, double need)
{
    double cost = 0;
    for (int k = 0; k < ZT_STEP_COUNT && need > SLACK; k++) {
        if (fit->shrink[k] <= SLACK)
            continue;
        double used = zt_min(need, fit->shrink[k]);
        cost += shrink_cost[k] * cube(used / fit->shrink[k]);
        need -= used;
    }
    return need > SLACK ? INFINITY : cost;
}

zt_each_gap zt_share_of_gaps(const zt_line_fit *fit, double spare, double em)
{
    double each = spare / fit->places, free = fit->places - fit->capped;
    bool full = fit->capped > 0.5 && each * fit->capped > fit->most_given;
    if (!full || free < 0.5)
        return (zt_each_gap){each, each};
    double most = ZT_WORST_STRETCH * em, rest = spare - fit->most_given - free * most;
    if (rest <= 0)
        return (zt_each_gap){most + rest / free, fit->most_given / fit->capped};
    return (zt_each_gap){most + rest / fit->places,
                         fit->most_given / fit->capped + rest / fit->places};
}

/* The gaps of R42 step 3 share what its first two steps leave. */
double zt_line_looseness(const zt_line_fit *fit, double spare, double em)
{
    spare -= zt_max(fit->stretch_blank, 0) + zt_max(fit->stretch_gap, 0);
    if (spare <= SLACK)
        return 0;
    return fit->places < 0.5 ? INFINITY : zt_share_of_gaps(fit, spare, em).free / em;
}

/* Soft gaps first, which cost little, then all gaps alike; the price per gap rises steeply beyond
   what readers see. */
static double cost_of_stretch(const zt_line_fit *fit, double spare, double em)
{
    double soft = zt_max(fit->stretch_blank, 0) + zt_max(fit->stretch_gap, 0);
    double used = zt_min(spare, soft);
    double cost = soft > SLACK ? 3 * cube(used / soft) : 0;
    spare -= used;
    if (spare <= SLACK)
        return cost;
    if (fit->places < 0.5)
        return cost + 3 * COST_TOO_LOOSE + spare / em;
    double each = zt_share_of_gaps(fit, spare, em).free / em;
    cost += COST_GOOD_STRETCH * cube(each / GOOD_STRETCH);
    if (each > TOLERABLE_STRETCH)
        cost += COST_SEEN * (each - TOLERABLE_STRETCH);
    if (each > ZT_WORST_STRETCH)
        cost += COST_TOO_LOOSE;
    /* Of two lines beyond it the tighter one is still the better. */
    return cost > COST_LOOSEST ? COST_LOOSEST + each : cost;
}

/* R132: nothing but one or two characters, with their marks, for the sake of what follows. */
static bool is_stub(const zt_para_imp *imp, zt_char_span ink)
{
    enum { STUB = 2 };
    size_t count = 0;
    for (size_t i = ink.first; i < ink.end && count <= STUB; i++) {
        const zt_char *c = &imp->chars[i];
        count += !c->tail && !c->joins &&
                 (c->cls == ZT_C_HAN || c->cls == ZT_C_SYM || zt_is_run_part(c));
    }
    return count <= STUB;
}

/* R45: one Han alone, or a number tail such as 7%。, may not be the last line. Digits and letters
   count as half. */
static bool is_orphan(const zt_para_imp *imp, zt_char_span ink)
{
    size_t han = 0, other = 0;
    for (size_t i = ink.first; i < ink.end; i++) {
        const zt_char *c = &imp->chars[i];
        if (c->cls == ZT_C_HAN || c->cls == ZT_C_SYM)
            han++;
        else if (c->cls == ZT_C_LAT && zt_is_letter(c->cp))
            other += 5; /* a word is a line */
        else if (c->cls == ZT_C_DIG)
            other++;
    }
    return han <= 1 && 2 * han + other <= 4; /* two em: 7%。 5万。 2022。 */
}

/* The last line keeps its natural width, so only being too long costs, and being too short to look
   like a line. */
static double cost_of_last(const zt_para_imp *imp, zt_char_span line, const zt_line_fit *fit,
                           double room)
{
    bool only = line.first == 0;
    double cost = !only && is_orphan(imp, fit->ink) ? COST_ORPHAN : 0;
    if (fit->natural <= room + SLACK)
        return cost;
    return cost + cost_of_shrink(fit, fit->natural - room);
}

double zt_line_cost(const zt_para_imp *imp, zt_char_span line, const zt_line_fit *fit, double room,
                    zt_yield yield)
{
    double em = imp->chars[0].style->size, spare = room - fit->natural;
    bool last = zt_ends_text(imp, line);
    bool justified = imp->style.align == ZT_ALIGN_JUSTIFY;
    if (spare < -SLACK && (!justified || isinf(cost_of_shrink(fit, -spare))))
        return yield >= ZT_YIELD_WIDTH ? COST_TOO_WIDE * (1 - spare / em) : INFINITY;
    if (justified && last)
        return cost_of_last(imp, line, fit, room);
    if (justified && spare < 0)
        return cost_of_shrink(fit, -spare);
    if (justified)
        return cost_of_stretch(fit, spare, em) + (is_stub(imp, fit->ink) ? COST_STUB : 0);
    if (last)
        return line.first > 0 && is_orphan(imp, fit->ink) ? COST_ORPHAN : 0;
    return (spare / em) * (spare / em); /* ragged: even lines */
}

/* Whether a line may begin before this character when so much has been given up. */
static bool is_place(const zt_para_imp *imp, size_t i, zt_yield yield)
{
    zt_brk brk = (zt_brk)imp->chars[i].brk;
    return brk == ZT_BRK_MAY || brk == ZT_BRK_SOFT || brk == ZT_BRK_MUST ||
           (brk == ZT_BRK_RULE && yield >= ZT_YIELD_RULES);
}

size_t zt_break_places(const zt_para_imp *imp, zt_yield yield, size_t *places)
{
    size_t count = 0;
    places[count++] = 0;
    for (size_t i = 1; i < imp->count; i++)
        if (is_place(imp, i, yield))
            places[count++] = i;
    places[count++] = imp->count;
    return count;
}

double zt_break_cost(const zt_para_imp *imp, size_t at)
{
    if (at >= imp->count)
        return 0;
    const zt_char *c = &imp->chars[at];
    /* In square em, as the rag is: a clause's end is worth two em of it, no more. */
    const double clause = -4;
    double words = imp->style.by_words ? zt_max(zt_sense_penalty(imp, at), clause) : 0;
    return (double)c->penalty + words + (c->brk == ZT_BRK_RULE ? COST_RULE : 0);
}
