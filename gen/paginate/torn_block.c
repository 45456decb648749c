/* gen/paginate/torn_block.c — a block of entries that is higher than a page, as a row of blocks
   that each hold some of them.
 */
#include "paginate/paginate_imp.h"

enum {
    UNITS_A_PAGE = 12, /* steps that are fine enough to fill a page */
    MOST = 36          /* units of a part whose height is kept */
};

struct zt_torn_block {
    const zt_block *block;
    double width;
    size_t entries, step; /* of one unit */
    size_t units;
    double *heights; /* of the MOST parts that begin with each unit; below 0: not known */
};

zt_torn_block *zt_torn_block_make(zt_paginator *p, const zt_block *block, double width, int pages)
{
    size_t entries = zt_entry_count(block->name, block->content);
    size_t fine = (size_t)(pages > 0 ? pages : 1) * UNITS_A_PAGE;
    if (entries < 2)
        return NULL;
    zt_torn_block *torn = ZT_NEW(p->arena, zt_torn_block);
    *torn = (zt_torn_block){
        .block = block, .width = width, .entries = entries, .step = (entries + fine - 1) / fine};
    torn->units = (entries + torn->step - 1) / torn->step;
    torn->heights = ZT_ARRAY(p->arena, torn->units * MOST, double);
    for (size_t i = 0; i < torn->units * MOST; i++)
        torn->heights[i] = -1;
    return torn;
}

size_t zt_torn_block_units(const zt_torn_block *torn)
{
    return torn->units;
}

size_t zt_torn_block_entry(const zt_torn_block *torn, size_t unit)
{
    size_t entry = unit * torn->step;
    return entry < torn->entries ? entry : torn->entries;
}

/* The block with those units alone; its head says that it goes on. */
static const zt_block *part_of(zt_arena *arena, zt_lang language, const zt_torn_block *torn,
                               size_t first, size_t end)
{
    zt_block *part = ZT_NEW(arena, zt_block);
    *part = *torn->block;
    size_t begin = zt_torn_block_entry(torn, first), stop = zt_torn_block_entry(torn, end);
    part->content = zt_with_entries(arena, part->name, part->content, begin, stop);
    part->units = stop - begin;
    zt_str head = zt_block_head(&(zt_content_block){.name = part->name, .content = part->content});
    if (first > 0 && head.len > 0) {
        const char *again =
            zt_arena_printf(arena, ZT_IN(language, "%.*s（续）", "%.*s (continued)"), ZT_ARG(head));
        part->content = zt_with_head(arena, part->name, part->content, zt_str_from(again));
    }
    return part;
}

/* Of a plan that is dropped. */
static double measure(zt_paginator *p, const zt_torn_block *torn, size_t first, size_t end)
{
    zt_setting setting = *p->setting;
    setting.arena = zt_arena_beside(p->arena);
    setting.plans = NULL;
    const zt_block *part = part_of(setting.arena, setting.language, torn, first, end);
    double height = zt_block_plan(&setting, part, torn->width)->extent.height;
    zt_arena_drop(setting.arena);
    return height;
}

double zt_torn_block_height(zt_paginator *p, zt_torn_block *torn, size_t first, size_t end)
{
    if (end - first > MOST)
        return measure(p, torn, first, end);
    double *height = &torn->heights[first * MOST + end - first - 1];
    if (*height < 0)
        *height = measure(p, torn, first, end);
    return *height;
}

size_t zt_torn_block_window(size_t unit)
{
    size_t window = unit / UNITS_A_PAGE;
    return window > 0 ? (window - 1) * UNITS_A_PAGE : 0;
}

zt_group *zt_torn_block_place(zt_paginator *p, zt_torn_block *torn, size_t first, size_t end,
                              zt_rect frame, zt_group *into)
{
    const zt_block *part = part_of(p->arena, p->setting->language, torn, first, end);
    const zt_plan *plan = zt_block_plan(p->setting, part, torn->width);
    frame.h = zt_min(zt_max(frame.h, plan->extent.height), plan->extent.ceiling);
    return zt_plan_place_block(plan, p->setting, frame, into);
}
