/* gen/paginate/report_parts.c — what is asked of the parts of a report. */
#include "paginate/paginate_imp.h"

#include <stddef.h>
#include <string.h>

#include "model/chart_data.h"

zt_part_info *zt_info_of(zt_paginator *p, const zt_report_part *part)
{
    return &p->infos[part->index];
}

const zt_report_part *zt_part_named(const zt_paginator *p, zt_str id)
{
    for (size_t i = 0; i < p->part_count; i++)
        if (p->parts[i]->id && zt_str_is(id, p->parts[i]->id))
            return p->parts[i];
    return NULL;
}

const char *zt_dest_id(zt_paginator *p, const zt_report_part *part)
{
    if (part->id)
        return part->id;
    return zt_arena_printf(p->arena, "part-%zu", part->index);
}

const char *zt_part_word(const zt_report_part *part)
{
    switch (part->kind) {
    case ZT_REPORT_APPENDIX:
        return "appendix";
    case ZT_REPORT_TOC:
        return "toc";
    case ZT_REPORT_LIST:
        return "list";
    case ZT_REPORT_SOURCES:
        return "sources";
    case ZT_REPORT_INDEX:
        return "index";
    case ZT_REPORT_DATA:
        return "data";
    case ZT_REPORT_SECTION:
    case ZT_REPORT_LEAD:
    case ZT_REPORT_BLOCK:
        break;
    }
    return "section";
}

/* The first <figures> of the chapter that no text stands before. */
const zt_report_part *zt_opener_figures(const zt_paginator *p, const zt_report_part *chapter)
{
    for (size_t i = 0; i < chapter->part_count; i++) {
        const zt_report_part *part = &chapter->parts[i];
        if (part->kind == ZT_REPORT_LEAD)
            continue;
        bool figures = part->kind == ZT_REPORT_BLOCK &&
                       strcmp(p->report->doc->blocks[part->block].name, "figures") == 0;
        return figures ? part : NULL;
    }
    return NULL;
}

/* A content with a head= of its own, and where its struct keeps that; `entry` is the size of what
   it lists and may part over pages, 0: nothing. */
typedef struct headed_content {
    const char *name;
    size_t size, head, entry, entries, count;
} headed_content;
#define HEADED(name, type)                                                                         \
    {                                                                                              \
        name, sizeof(type), offsetof(type, head), 0, 0, 0                                          \
    }
#define LISTED(name, type, list)                                                                   \
    {                                                                                              \
        name, sizeof(type), offsetof(type, head), sizeof(*((type *)0)->list),                      \
            offsetof(type, list), offsetof(type, count)                                            \
    }
static const headed_content headed[] = {HEADED("chart", zt_chart_data),
                                        HEADED("table", zt_table_content),
                                        LISTED("timeline", zt_timeline, events),
                                        HEADED("tasks", zt_tasks),
                                        HEADED("steps", zt_steps),
                                        HEADED("structure", zt_structure),
                                        LISTED("ledger", zt_ledger, rows),
                                        LISTED("names", zt_name_list, names),
                                        LISTED("groups", zt_groups, groups),
                                        LISTED("quotes", zt_quotes, quotes)};

static const headed_content *headed_named(const char *name)
{
    for (size_t i = 0; i < sizeof headed / sizeof *headed; i++)
        if (strcmp(headed[i].name, name) == 0)
            return &headed[i];
    return NULL;
}

zt_str zt_block_head(const zt_content_block *block)
{
    const headed_content *h = headed_named(block->name);
    zt_str head = {0};
    if (h)
        memcpy(&head, (const char *)block->content + h->head, sizeof head);
    return head;
}

const void *zt_with_head(zt_arena *arena, const char *name, const void *content, zt_str head)
{
    const headed_content *h = headed_named(name);
    if (!h)
        return content;
    char *copy = zt_arena_alloc(arena, h->size);
    memcpy(copy, content, h->size);
    memcpy(copy + h->head, &head, sizeof head);
    return copy;
}

size_t zt_entry_count(const char *name, const void *content)
{
    const headed_content *h = headed_named(name);
    size_t count = 0;
    if (h && h->entry)
        memcpy(&count, (const char *)content + h->count, sizeof count);
    return count;
}

const void *zt_with_entries(zt_arena *arena, const char *name, const void *content, size_t first,
                            size_t end)
{
    const headed_content *h = headed_named(name);
    size_t count = end - first;
    char *copy = zt_arena_alloc(arena, h->size), *entries;
    memcpy(copy, content, h->size);
    memcpy(&entries, copy + h->entries, sizeof entries);
    entries += first * h->entry;
    memcpy(copy + h->entries, &entries, sizeof entries);
    memcpy(copy + h->count, &count, sizeof count);
    return copy;
}
