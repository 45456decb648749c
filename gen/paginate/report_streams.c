/* gen/paginate/report_streams.c — the parts of a report as streams of units. Each chapter is a
   stream of its own, for chapters begin pages; contents and lists are one, sources follow an
   appendix. */
#include "paginate/paginate_imp.h"

#include <string.h>

static void add_parts(zt_paginator *p, zt_stream *s, const zt_report_part *parts, size_t count);

/* ---- sections on one page ---- */

/* Where a stream ended before a section was added. */
typedef struct stream_place {
    size_t segment, heads, units;
} stream_place;

static stream_place end_of(const zt_stream *s)
{
    size_t count = s->segments.count;
    const zt_segment *last = count ? s->segments.items[count - 1] : NULL;
    return (stream_place){count ? count - 1 : 0, last ? last->heads.count : 0,
                          last ? last->units.count : 0};
}

/* Lines that units take in columns. */
static int rows_of(const zt_unit *units, size_t first, size_t count, int columns)
{
    int rows = 0;
    for (size_t i = first; i < count; i++)
        rows += units[i].rows;
    return (rows + columns - 1) / columns;
}

/* Lines of a page that all behind a place takes, but for what floats. */
static int rows_behind(const zt_stream *s, stream_place from)
{
    int rows = 0;
    for (size_t i = from.segment; i < s->segments.count; i++) {
        const zt_segment *g = s->segments.items[i];
        bool first = i == from.segment;
        rows += rows_of(g->heads.items, first ? from.heads : 0, g->heads.count, 1);
        rows += rows_of(g->units.items, first ? from.units : 0, g->units.count,
                        g->columns > 0 ? g->columns : 1);
    }
    return rows;
}

/* All but the first of some units stand on the page of that. */
static void keep_units(zt_unit *units, size_t first, size_t count, const zt_report_part *part,
                       bool *begun)
{
    for (size_t i = first; i < count; i++) {
        units[i].kept = *begun ? part : units[i].kept;
        *begun = true;
    }
}

/* keep="yes" of a section that was added behind a place. Reports keep-torn where no page holds it.
 */
static void keep_section(zt_paginator *p, zt_stream *s, const zt_report_part *part,
                         stream_place from)
{
    int rows = rows_behind(s, from);
    if (!part->keep)
        return;
    if (rows > p->rows) {
        zt_report(
            p->setting->diags, ZT_WARNING, "keep-torn", part->at,
            "这一节约 %d 行，一页只有 %d 行，排不到一页上；请删去 keep=\"yes\"，或分成几节",
            "this section takes about %d lines, a page has %d: it cannot stand on one; delete "
            "keep=\"yes\", or part it into several",
            rows, p->rows);
        return;
    }
    bool begun = false;
    for (size_t i = from.segment; i < s->segments.count; i++) {
        zt_segment *g = s->segments.items[i];
        bool first = i == from.segment;
        keep_units(g->heads.items, first ? from.heads : 0, g->heads.count, part, &begun);
        keep_units(g->units.items, first ? from.units : 0, g->units.count, part, &begun);
    }
}

/* ---- parts ---- */

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
    stream_place before = end_of(s);
    switch (part->kind) {
    case ZT_REPORT_SECTION:
    case ZT_REPORT_APPENDIX:
        zt_add_heading(p, s, part);
        add_parts(p, s, part->parts, part->part_count);
        keep_section(p, s, part, before);
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
        stream_place before = end_of(s);
        if (s->opener)
            add_parts(p, s, part->parts, part->part_count);
        else
            add_part(p, s, part);
        if (s->opener)
            keep_section(p, s, part, before);
    }
}
