/* The parts of a report described: heads, leads, the collected ones; texts and blocks by the number
   of their block in the list of all. */
#include "model/describe_report.h"

#include "model/report.h"

/* The element of a part, for dumps. */
static const char *element_of(zt_report_kind kind)
{
    static const char *const names[] = {
        [ZT_REPORT_SECTION] = "section", [ZT_REPORT_APPENDIX] = "appendix",
        [ZT_REPORT_LEAD] = "lead",       [ZT_REPORT_BLOCK] = "block",
        [ZT_REPORT_TOC] = "toc",         [ZT_REPORT_LIST] = "list",
        [ZT_REPORT_DATA] = "data",       [ZT_REPORT_SOURCES] = "sources",
        [ZT_REPORT_INDEX] = "index"};
    return names[kind];
}

static void describe_parts(zt_describer *t, const zt_report_part *parts, size_t count)
{
    static const char *const wishes[] = {[ZT_FLOAT_AS_TEMPLATE] = NULL,
                                         [ZT_FLOAT_HERE] = "no",
                                         [ZT_FLOAT_PAGE] = "page",
                                         [ZT_FLOAT_HEAD] = "head",
                                         [ZT_FLOAT_FOOT] = "foot"};
    for (size_t i = 0; i < count; i++) {
        const zt_report_part *part = &parts[i];
        bool block = part->kind == ZT_REPORT_BLOCK;
        zt_describe_open(t, element_of(part->kind), part->at);
        zt_describe_word(t, "id", part->id);
        zt_describe_int(t, "block", block ? (int)part->block + 1 : 0);
        zt_describe_word(t, "float", wishes[part->placing]);
        zt_describe_flag(t, "wide", part->wide);
        zt_describe_flag(t, "keep", part->keep);
        zt_describe_flag(t, "split", part->split);
        if (!block)
            zt_describe_text(t, "head", part->head);
        if (part->kind == ZT_REPORT_LEAD)
            zt_describe_rich(t, "text", &part->lead);
        describe_parts(t, part->parts, part->part_count);
        zt_describe_close(t);
    }
}

void zt_report_describe(zt_describer *t, const zt_doc *doc)
{
    const zt_report_doc *report = doc->report;
    if (!report)
        return;
    zt_describe_list(t, "parts");
    describe_parts(t, report->parts, report->part_count);
    zt_describe_list_end(t);
}
