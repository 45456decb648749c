/* gen/paginate/report_streams.c — the parts of a report as streams of units. Each chapter is a
   stream of its own, for chapters begin pages; contents and lists are one, sources follow an
   appendix. */
#include "paginate/paginate_imp.h"

#include <string.h>

/* ---- parts ---- */

static void add_parts(zt_paginator *p, zt_stream *s, const zt_report_part *parts, size_t count);

/* Whether a lead and the first figures of a chapter stand on its opener. */
static bool on_opener(const zt_stream *s, const zt_paginator *p, const zt_report_part *part)
{
    if (!s->opener || part->parent != s->part)
        return false;
    if (part->kind == ZT_REPORT_LEAD)
        return true;
    return part == zt_opener_figures(p, s->part);
}

static void add_part(zt_paginator *p, zt_stream *s, const zt_report_part *part)
{
    if (on_opener(s, p, part))
        return;
    switch (part->kind) {
    case ZT_REPORT_SECTION:
    case ZT_REPORT_APPENDIX:
        zt_add_heading(p, s, part);
        add_parts(p, s, part->parts, part->part_count);
        break;
    case ZT_REPORT_LEAD:
        zt_add_lead(p, s, part);
        break;
    case ZT_REPORT_BLOCK:
        if (strcmp(p->report->doc->blocks[part->block].name, "text") == 0)
            zt_add_text(p, s, part);
        else
            zt_add_block(p, s, part);
        break;
    case ZT_REPORT_TOC:
    case ZT_REPORT_LIST:
    case ZT_REPORT_DATA:
    case ZT_REPORT_SOURCES:
    case ZT_REPORT_INDEX:
        zt_add_collected(p, s, part);
        break;
    }
}

static void add_parts(zt_paginator *p, zt_stream *s, const zt_report_part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_part(p, s, &parts[i]);
}

/* Lists stand behind the contents, sources behind an appendix, without a page of their own. */
static bool follows(const zt_report_part *before, const zt_report_part *part)
{
    if (!before)
        return false;
    bool front = before->kind == ZT_REPORT_TOC || before->kind == ZT_REPORT_LIST;
    return (front && part->kind == ZT_REPORT_LIST) ||
           (before->kind == ZT_REPORT_APPENDIX && part->kind == ZT_REPORT_SOURCES);
}

static zt_stream *new_stream(zt_paginator *p, const zt_report_part *part)
{
    zt_stream *s = ZT_NEW(p->arena, zt_stream);
    s->part = part;
    s->kind = zt_part_word(part);
    s->opener = part->kind == ZT_REPORT_SECTION && p->style->headings[0].opener;
    const zt_master *master = zt_report_master(p->style, s->kind, false);
    s->columns = master->columns;
    p->gutter = master->gutter;
    ZT_PUSH(p->arena, &p->streams, s);
    return s;
}

/* The index is left out: it names the pages of all others. */
void zt_make_streams(zt_paginator *p)
{
    const zt_report_doc *report = p->report->doc->report;
    zt_stream *s = NULL;
    p->streams.count = 0;
    for (size_t i = 0; i < report->part_count; i++) {
        const zt_report_part *part = &report->parts[i];
        if (part->kind == ZT_REPORT_INDEX) {
            s = p->index_stream = new_stream(p, part);
            p->streams.count--;
            continue;
        }
        if (!follows(i ? part - 1 : NULL, part))
            s = new_stream(p, part);
        if (s->opener)
            add_parts(p, s, part->parts, part->part_count);
        else
            add_part(p, s, part);
    }
}
