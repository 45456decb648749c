/* gen/inspect/inspect_report.c — findings, those alike told once with their count. */
#include <stdarg.h>
#include <string.h>

#include "inspect/inspect_imp.h"

/* More findings of a file tell nobody anything. */
enum { FINDINGS_MOST = 2000 };

/* From points of the page to mm from the trim's top left. */
static zt_rect place_of(const zt_inspector *in, const zt_rect *box)
{
    if (!box)
        return (zt_rect){0};
    return (zt_rect){zt_mm_from_pt(box->x - in->trim.x),
                     zt_mm_from_pt(zt_rect_foot(in->trim) - zt_rect_foot(*box)),
                     zt_mm_from_pt(box->w), zt_mm_from_pt(box->h)};
}

/* The finding of this page that says the same. */
static zt_inspect_finding *same(const zt_inspector *in, const char *code, int object,
                                const char *zh)
{
    for (size_t i = in->first; i < in->out->findings.count; i++) {
        zt_inspect_finding *f = &in->out->findings.items[i];
        if (f->object == object && strcmp(f->code, code) == 0 && strcmp(f->zh, zh) == 0)
            return f;
    }
    return NULL;
}

void zt_inspect_report(zt_inspector *in, zt_severity severity, const char *code, const zt_rect *box,
                       int object, const char *source, const char *zh, const char *en, ...)
{
    va_list args, again;
    va_start(args, en);
    va_copy(again, args);
    zt_inspect_finding f = {.severity = severity,
                            .code = code,
                            .page = in->page,
                            .place = place_of(in, box),
                            .count = 1,
                            .object = object,
                            .source = source,
                            .zh = zt_arena_vprintf(in->arena, zh, args),
                            .en = zt_arena_vprintf(in->arena, en, again)};
    va_end(again);
    va_end(args);
    zt_inspect_finding *before = same(in, code, object, f.zh);
    if (before)
        before->count++;
    else if (in->out->findings.count < FINDINGS_MOST)
        ZT_PUSH(in->arena, &in->out->findings, f);
}
