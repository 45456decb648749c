/* gen/text/line_report.c — what there is to say about the lines that were chosen: rules that had to
   be dropped, lines too wide, lines too loose. */
#include "text/para_imp.h"

/* Lines with the room that each was given. */
typedef struct told_lines {
    zt_para_imp *imp;
    const zt_char_span *lines;
    size_t count;
    const double *rooms;
} told_lines;

/* Reports line-start-rule for each line that begins where R16 forbids it. */
static void report_dropped_rules(const told_lines *t)
{
    for (size_t i = 1; i < t->count; i++) {
        const zt_char *c = &t->imp->chars[t->lines[i].first];
        if (c->brk == ZT_BRK_RULE)
            zt_report(t->imp->diags, ZT_WARNING, "line-start-rule", t->imp->runs[c->run].at,
                      "“%.*s”处只得违反避头尾规则：这一行排不下（R18）",
                      "the line start and end rules had to be dropped at “%.*s”: nothing else fits",
                      ZT_ARG(zt_str_slice(t->imp->text, c->offset, c->offset + c->bytes)));
    }
}

/* Reports line-too-wide with what is over after all shrinking, in points. */
static void report_wide(const told_lines *t)
{
    zt_para_imp *imp = t->imp;
    for (size_t i = 0; i < t->count; i++) {
        zt_line_fit fit = zt_line_measure(imp, t->lines[i]);
        double over = fit.natural - t->rooms[i];
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
static void report_loose(const told_lines *t)
{
    zt_para_imp *imp = t->imp;
    double em = imp->chars[0].style->size;
    for (size_t i = 0; i + 1 < t->count && imp->style.align == ZT_ALIGN_JUSTIFY; i++) {
        zt_line_fit fit = zt_line_measure(imp, t->lines[i]);
        double spare = t->rooms[i] - fit.natural;
        bool forced = zt_ends_text(imp, t->lines[i]);
        if (forced || fit.ink.end <= fit.ink.first ||
            zt_line_looseness(&fit, spare, em) <= ZT_WORST_STRETCH)
            continue;
        const zt_char *a = &imp->chars[fit.ink.first], *b = &imp->chars[fit.ink.end - 1];
        zt_report(imp->diags, ZT_NOTE, "loose-line", imp->runs[a->run].at,
                  "“%.*s”这一行字距过疏，没有更好的断法；改动几个字，或把栏放宽",
                  "the line “%.*s” is set too loose, and no other break is better; change some "
                  "words or widen the column",
                  ZT_ARG(zt_str_slice(imp->text, a->offset, b->offset + b->bytes)));
    }
}

void zt_lines_report(zt_para_imp *imp, const zt_char_span *lines, size_t count, const double *rooms,
                     zt_yield yield)
{
    told_lines told = {imp, lines, count, rooms};
    if (yield >= ZT_YIELD_RULES)
        report_dropped_rules(&told);
    if (yield >= ZT_YIELD_WIDTH)
        report_wide(&told);
    report_loose(&told);
}

double zt_para_loosest(const zt_para *para)
{
    const zt_para_imp *imp = para->imp;
    double loosest = 0;
    for (size_t i = 0; i < para->line_count && imp->style.align == ZT_ALIGN_JUSTIFY; i++) {
        const zt_line *line = &para->lines[i];
        zt_char_span span = {line->first, line->end};
        zt_line_fit fit = zt_line_measure(imp, span);
        if (!zt_ends_text(imp, span) && fit.ink.end > fit.ink.first)
            loosest =
                zt_max(loosest, zt_line_looseness(&fit, line->adjust, imp->chars[0].style->size));
    }
    return loosest;
}
