/* gen/text/breaker.c — the lines of a whole paragraph at once: the breaks whose sum of costs is
   least (dynamic programme; Knuth and Plass 1981, without boxes and glue of their own). */
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
#define WORST_STRETCH 0.25
#define COST_TOO_LOOSE 3000.0 /* above R34-R37: rather part a unit than a line full of holes */
#define COST_LOOSEST 12000.0  /* from about 0.7 em a gap on, holes are holes (R132) */
#define COST_ORPHAN 4000.0    /* R45 */
#define COST_STUB 3e4         /* R132: a line of one or two characters; above the loosest */
#define COST_RULE 1e5         /* R18 */
#define COST_TOO_WIDE 1e7     /* nothing fits */
#define SLACK 1e-6            /* points: rounding of sums */

/* One paragraph's search. */
typedef struct line_search {
    zt_para_imp *imp;
    double width, em;
    size_t *nodes; /* where lines may begin: character indexes, first and end included */
    size_t node_count;
    double *best;
    size_t *from;
    bool short_lines;   /* second try: lines may be half empty */
    bool rules_dropped; /* third: R16 may be broken */
    bool overfull;      /* last: lines may be too wide */
} line_search;

/* Points for a line that begins at `first`: the measure without its indent. */
static double available_for(const line_search *s, size_t first)
{
    const zt_para_style *style = &s->imp->style;
    return s->width - (first == 0 ? style->indent : style->hanging) * s->em;
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

/* What step 3 of R42 gives to each gap, em; INFINITY when there is none to give it to. */
static double loose_of(const zt_line_fit *fit, double spare, double em)
{
    spare -= zt_max(fit->stretch_blank, 0) + zt_max(fit->stretch_gap, 0);
    if (spare <= SLACK)
        return 0;
    return fit->places < 0.5 ? INFINITY : spare / fit->places / em;
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
    double each = spare / fit->places / em;
    cost += COST_GOOD_STRETCH * cube(each / GOOD_STRETCH);
    if (each > TOLERABLE_STRETCH)
        cost += COST_SEEN * (each - TOLERABLE_STRETCH);
    if (each > WORST_STRETCH)
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
static double cost_of_last(const line_search *s, zt_char_span line, const zt_line_fit *fit,
                           double available)
{
    bool only = line.first == 0;
    double cost = !only && is_orphan(s->imp, fit->ink) ? COST_ORPHAN : 0;
    if (fit->natural <= available + SLACK)
        return cost;
    return cost + cost_of_shrink(fit, fit->natural - available);
}

/* INFINITY when the line cannot be set, unless this is the search of last resort. */
static double cost_of_line(const line_search *s, zt_char_span line, const zt_line_fit *fit)
{
    double available = available_for(s, line.first), spare = available - fit->natural;
    bool last = zt_ends_text(s->imp, line);
    bool justified = s->imp->style.align == ZT_ALIGN_JUSTIFY;
    if (spare < -SLACK && (!justified || isinf(cost_of_shrink(fit, -spare))))
        return s->overfull ? COST_TOO_WIDE * (1 - spare / s->em) : INFINITY;
    if (justified && last)
        return cost_of_last(s, line, fit, available);
    if (justified && spare < 0)
        return cost_of_shrink(fit, -spare);
    if (justified)
        return cost_of_stretch(fit, spare, s->em) + (is_stub(s->imp, fit->ink) ? COST_STUB : 0);
    if (last)
        return line.first > 0 && is_orphan(s->imp, fit->ink) ? COST_ORPHAN : 0;
    return (spare / s->em) * (spare / s->em); /* ragged: even lines */
}

/* Whether a line may begin before this character in this search. */
static bool is_node(const line_search *s, size_t i)
{
    zt_brk brk = (zt_brk)s->imp->chars[i].brk;
    return brk == ZT_BRK_MAY || brk == ZT_BRK_SOFT || brk == ZT_BRK_MUST ||
           (brk == ZT_BRK_RULE && s->rules_dropped);
}

/* The start, all breaks allowed and the end, in their order. */
static void collect_nodes(line_search *s)
{
    s->node_count = 0;
    s->nodes[s->node_count++] = 0;
    for (size_t i = 1; i < s->imp->count; i++)
        if (is_node(s, i))
            s->nodes[s->node_count++] = i;
    s->nodes[s->node_count++] = s->imp->count;
}

/* The price of ending a line before `at`, besides that of the line itself. */
static double cost_of_break(const line_search *s, size_t at)
{
    if (at >= s->imp->count)
        return 0;
    const zt_char *c = &s->imp->chars[at];
    return (double)c->penalty + (c->brk == ZT_BRK_RULE ? COST_RULE : 0);
}

/* A line this short, of its measure, is never set while any other way is left. */
#define SHORTEST 0.5

/* A quick test on sums, before the line is measured. */
static bool is_too_short(const line_search *s, zt_char_span line, double available)
{
    return zt_span_width(s->imp, line) < SHORTEST * available;
}

/* The width of the line when it is shrunk as far as it goes. */
static double least_of(const zt_line_fit *fit)
{
    double least = fit->natural;
    for (int k = 0; k < ZT_STEP_COUNT; k++)
        least -= fit->shrink[k];
    return least;
}

/* The best line that ends at node n. */
static void relax(line_search *s, size_t n)
{
    double price = cost_of_break(s, s->nodes[n]);
    s->best[n] = INFINITY;
    /* All lines that end here end a text, or none does: none of them is empty. */
    bool any_length =
        s->short_lines || zt_ends_text(s->imp, (zt_char_span){s->nodes[n - 1], s->nodes[n]});
    for (size_t m = n; m-- > 0;) {
        zt_char_span line = {s->nodes[m], s->nodes[n]};
        double available = available_for(s, line.first);
        bool forced = line.first > 0 && s->imp->chars[line.first].brk == ZT_BRK_MUST;
        if (any_length || !is_too_short(s, line, available)) {
            zt_line_fit fit = zt_line_measure(s->imp, line);
            double least = least_of(&fit);
            double cost = s->best[m] + cost_of_line(s, line, &fit) + price;
            if (cost < s->best[n]) {
                s->best[n] = cost;
                s->from[n] = m;
            }
            /* An em more than fits: the trims of other ends cannot make up for that. */
            if ((least > available + s->em && s->best[n] < INFINITY) ||
                least > 3 * available + 8 * s->em)
                break;
        }
        if (forced)
            break;
    }
}

/* One dynamic programme over the nodes; false when no chain of lines reaches the end. */
static bool search_once(line_search *s)
{
    collect_nodes(s);
    s->best[0] = 0;
    for (size_t n = 1; n < s->node_count; n++)
        relax(s, n);
    return s->best[s->node_count - 1] < INFINITY;
}

/* The chosen lines from the last to the first, then in their order; in `arena`. */
static size_t read_back(const line_search *s, zt_arena *arena, zt_char_span **lines)
{
    size_t count = 0;
    for (size_t n = s->node_count - 1; n > 0; n = s->from[n])
        count++;
    *lines = ZT_ARRAY(arena, count, zt_char_span);
    size_t at = count;
    for (size_t n = s->node_count - 1; n > 0; n = s->from[n])
        (*lines)[--at] = (zt_char_span){s->nodes[s->from[n]], s->nodes[n]};
    return count;
}

/* Reports line-start-rule for each line that begins where R16 forbids it. */
static void report_dropped_rules(const line_search *s, const zt_char_span *lines, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const zt_char *c = &s->imp->chars[lines[i].first];
        if (c->brk == ZT_BRK_RULE)
            zt_report(s->imp->diags, ZT_WARNING, "line-start-rule", s->imp->runs[c->run].at,
                      "“%.*s”处只得违反避头尾规则：这一行排不下（R18）",
                      "the line start and end rules had to be dropped at “%.*s”: nothing else fits",
                      ZT_ARG(zt_str_slice(s->imp->text, c->offset, c->offset + c->bytes)));
    }
}

/* Reports line-too-wide with what is over after all shrinking, in points. */
static void report_wide(const line_search *s, const zt_char_span *lines, size_t count)
{
    zt_para_imp *imp = s->imp;
    for (size_t i = 0; i < count; i++) {
        zt_line_fit fit = zt_line_measure(imp, lines[i]);
        double over = fit.natural - available_for(s, lines[i].first);
        for (int k = 0; k < ZT_STEP_COUNT && imp->style.align == ZT_ALIGN_JUSTIFY; k++)
            over -= fit.shrink[k];
        if (over <= 0.01 || fit.ink.end <= fit.ink.first)
            continue;
        const zt_char *a = &imp->chars[fit.ink.first], *b = &imp->chars[fit.ink.end - 1];
        zt_buf points;
        zt_buf_init(&points, imp->arena);
        zt_buf_number(&points, over, 1);
        zt_report(imp->diags, ZT_ERROR, "line-too-wide", imp->runs[a->run].at,
                  "“%.*s”排不进一行，多出 %s 点；改短，把栏放宽，或在可断处写 &#x200B;",
                  "“%.*s” does not fit a line, %s pt over; shorten it, widen the column, or write "
                  "&#x200B; where it may break",
                  ZT_ARG(zt_str_slice(imp->text, a->offset, b->offset + b->bytes)), points.data);
    }
}

/* Beyond the limit of R43 although nothing better was found: a word or a bond too long for so
   narrow a column. */
static void report_loose(const line_search *s, const zt_char_span *lines, size_t count)
{
    zt_para_imp *imp = s->imp;
    for (size_t i = 0; i + 1 < count && imp->style.align == ZT_ALIGN_JUSTIFY; i++) {
        zt_line_fit fit = zt_line_measure(imp, lines[i]);
        double spare = available_for(s, lines[i].first) - fit.natural;
        bool forced = zt_ends_text(imp, lines[i]);
        if (forced || fit.ink.end <= fit.ink.first || loose_of(&fit, spare, s->em) <= WORST_STRETCH)
            continue;
        const zt_char *a = &imp->chars[fit.ink.first], *b = &imp->chars[fit.ink.end - 1];
        zt_report(imp->diags, ZT_NOTE, "loose-line", imp->runs[a->run].at,
                  "“%.*s”这一行字距过疏，没有更好的断法；改动几个字，或把栏放宽",
                  "the line “%.*s” is set too loose, and no other break is better; change some "
                  "words or widen the column",
                  ZT_ARG(zt_str_slice(imp->text, a->offset, b->offset + b->bytes)));
    }
}

/* Four searches, each giving up one wish more than that before it. */
size_t zt_lines_choose(zt_para_imp *imp, double width, zt_char_span **lines)
{
    line_search s = {.imp = imp, .width = width, .em = imp->chars[0].style->size};
    s.nodes = ZT_ARRAY(imp->arena, imp->count + 2, size_t);
    s.best = ZT_ARRAY(imp->arena, imp->count + 2, double);
    s.from = ZT_ARRAY(imp->arena, imp->count + 2, size_t);
    if (imp->style.at_sense) {
        size_t count = zt_sense_lines(imp, width, s.em, lines);
        if (count > 0)
            return count;
    }
    bool found = search_once(&s);
    if (!found) { /* short lines may be the way out, before any rule is dropped */
        s.short_lines = true;
        found = search_once(&s);
    }
    if (!found) {
        s.rules_dropped = true;
        found = search_once(&s);
    }
    if (!found) {
        s.overfull = true;
        search_once(&s);
    }
    size_t count = read_back(&s, imp->arena, lines);
    if (s.rules_dropped)
        report_dropped_rules(&s, *lines, count);
    if (s.overfull)
        report_wide(&s, *lines, count);
    report_loose(&s, *lines, count);
    return count;
}
