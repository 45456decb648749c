/* gen/text/trace.c — what was decided about a paragraph, for tests and zhitu typeset: breaks,
   advances, gaps, orientation and lines, one entry a code point. */
#include "text/para_imp.h"

/* Before an ellipsis a line may part, but is not liked to, where no level forbids it:
   house style, which no rule of docs/typesetting.md names. */
static char sign_of(const zt_para_imp *imp, const zt_char *c)
{
    bool usual = imp->style.level == ZT_BREAK_NORMAL || imp->style.level == ZT_BREAK_BASIC;
    switch ((zt_brk)c->brk) {
    case ZT_BRK_MAY:
        return usual && c->cls == ZT_C_ELL && !c->preferred ? 'p' : '/';
    case ZT_BRK_SOFT:
        return 'p';
    case ZT_BRK_RULE:
    case ZT_BRK_HARD:
        return 'x';
    case ZT_BRK_MUST:
        return '/';
    }
    return 'x';
}

/* Em; 0 for what has no width of its own. */
static double advance_of(const zt_char *c)
{
    return c->tail || c->cls == ZT_C_ZERO || c->cls == ZT_C_LINE ? 0 : c->advance;
}

/* The arrays of a trace while they are filled. */
typedef struct columns {
    uint32_t *code_points;
    char *breaks, *orient;
    double *advances, *gaps;
} columns;

/* What was decided about each character, lines not looked at. */
static columns columns_of(const zt_para_imp *imp)
{
    columns t = {.code_points = ZT_ARRAY(imp->arena, imp->count, uint32_t),
                 .breaks = zt_arena_alloc(imp->arena, imp->count + 1),
                 .orient = zt_arena_alloc(imp->arena, imp->count + 1),
                 .advances = ZT_ARRAY(imp->arena, imp->count, double),
                 .gaps = ZT_ARRAY(imp->arena, imp->count, double)};
    for (size_t i = 0; i < imp->count; i++) {
        const zt_char *c = &imp->chars[i];
        t.code_points[i] = c->cp;
        t.breaks[i] = sign_of(imp, c);
        t.advances[i] = advance_of(c);
        t.gaps[i] = c->gap / c->style->size;
        t.orient[i] = zt_orient_letter(imp, i);
    }
    return t;
}

/* The arrays as the interface lends them. */
static zt_trace trace_of(const zt_para_imp *imp, const columns *t)
{
    return (zt_trace){imp->count, t->code_points, t->breaks, t->advances, t->gaps, t->orient};
}

zt_trace zt_para_trace(const zt_para *para)
{
    columns t = columns_of(para->imp);
    return trace_of(para->imp, &t);
}

/* What the ends of one line give up. */
static void trim_line(const zt_para_imp *imp, zt_char_span line, columns *t)
{
    zt_char_span ink = zt_line_measure(imp, line).ink;
    for (size_t i = line.first; i < line.end; i++) {
        if (i >= ink.first && i < ink.end)
            continue;
        t->advances[i] = 0;
        t->gaps[i] = 0;
    }
    if (ink.end <= ink.first)
        return;
    const zt_char *first = &imp->chars[ink.first];
    size_t last = zt_last_of(imp, ink);
    t->gaps[ink.first] = 0;
    t->advances[ink.first] -= first->first_trim / first->style->size;
    t->advances[last] -= imp->chars[last].last_trim / imp->chars[last].style->size;
}

zt_trace zt_para_trace_lines(const zt_para *para)
{
    columns t = columns_of(para->imp);
    for (size_t i = 0; i < para->line_count; i++)
        trim_line(para->imp, (zt_char_span){para->lines[i].first, para->lines[i].end}, &t);
    return trace_of(para->imp, &t);
}
