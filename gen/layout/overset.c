/* gen/layout/overset.c — what is over when a page cannot hold its texts: which block would have to
   give way, and which of its entries by how many characters and lines. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/origin.h"
#include "base/utf8.h"
#include "layout/layout_imp.h"

/* An entry of a block with lines below the place where the block has to end. */
typedef struct over_entry {
    /* Of its first words; NULL when they have no place. */
    const zt_origin *origin;
    zt_pos begins; /* of its first words, */
    /* Of the first that are over. */
    zt_pos at;
    size_t length;     /* all its characters, */
    size_t characters; /* and those that are over */
    size_t lines, lines_over;
    const zt_group *group; /* of the line met last, */
    double baseline;       /* and its baseline */
} over_entry;

/* A block that would have to end higher, with its entries. */
typedef struct over_block {
    const zt_block *block;
    /* y on the page where it has to end so that all fits. */
    double limit;
    ZT_VEC(over_entry) entries;
    size_t characters;
    /* Points by which a picture alone is over: no words cut would help. */
    double picture;
} over_block;

/* The page while it is searched. */
typedef struct over_page {
    const zt_setting *setting;
    ZT_VEC(over_block) blocks;
    /* while walking */
    over_block *block;
    ZT_VEC(const zt_group *) groups; /* open ones */
} over_page;

/* ---- where each block has to end ---- */

/* `limit` is where the cell's foot has to be, `top` where it stands. All of the overset is taken
   off each block in turn: what is below keeps its height. */
static void find_blocks(over_page *o, const zt_cell *cell, double top, double limit);

/* In a column each block could give way: what stands below it keeps its height. */
static void find_below(over_page *o, const zt_cell *cell, double top, double limit)
{
    double below = 0;
    for (size_t i = 1; i < cell->child_count; i++)
        below += cell->children[i]->extent.height + zt_cell_gap(cell, i).natural;
    for (size_t i = 0; i < cell->child_count; i++) {
        top += zt_cell_gap(cell, i).natural;
        find_blocks(o, cell->children[i], top, limit - below);
        top += cell->children[i]->extent.height;
        if (i + 1 < cell->child_count)
            below -= cell->children[i + 1]->extent.height + zt_cell_gap(cell, i + 1).natural;
    }
}

/* In a row every child must end where the row does. */
static void find_beside(over_page *o, const zt_cell *cell, double top, double limit)
{
    for (size_t i = 0; i < cell->child_count; i++)
        find_blocks(o, cell->children[i], top + (cell->drops ? cell->drops[i] : 0), limit);
}

/* In a grid each row must end higher by all that is over. */
static void find_in_grid(over_page *o, const zt_cell *cell, double top, double limit)
{
    double spare = top + cell->extent.height - limit; /* negative when it has room */
    for (size_t first = 0, end; first < cell->child_count; first = end) {
        double height = zt_cell_grid_row(cell, first, &end).height;
        for (size_t i = first; i < end; i++)
            find_blocks(o, cell->children[i], top, top + height - spare);
        top += height + cell->gap.natural;
    }
}

/* Collects the blocks that end below where they have to. */
static void find_blocks(over_page *o, const zt_cell *cell, double top, double limit)
{
    if (top + cell->extent.height <= limit + 0.01)
        return;
    if (cell->plan) {
        over_block block = {.block = cell->plan->block, .limit = limit};
        ZT_PUSH(o->setting->arena, &o->blocks, block);
        return;
    }
    const zt_box_spec *spec = cell->box->spec;
    switch (spec->kind) {
    case ZT_BOX_COLUMN:
    case ZT_BOX_PLACE:
        find_below(o, cell, top, limit);
        break;
    case ZT_BOX_ROW:
        find_beside(o, cell, top, limit);
        break;
    case ZT_BOX_GRID:
        find_in_grid(o, cell, top, limit);
        break;
    case ZT_BOX_BOX:
        find_below(o, cell, top + spec->inset[0], limit - spec->inset[2]);
        break;
    case ZT_BOX_RULE:
    case ZT_BOX_OMIT:
    case ZT_BOX_WHEN:
        break;
    }
}

/* ---- what is over in each ---- */

/* The block that a group was drawn for, if it is one of those. */
static over_block *block_of(over_page *o, const zt_group *group)
{
    for (size_t i = 0; i < o->blocks.count; i++) {
        over_block *b = &o->blocks.items[i];
        if (b->block->name == group->block && b->block->at.line == group->item.at.line &&
            b->block->at.column == group->item.at.column)
            return b;
    }
    return NULL;
}

/* The entry that a run belongs to, by its name. */
static over_entry *entry_of(over_page *o, const zt_glyphs *run)
{
    const zt_origins *origins = o->setting->origins;
    const zt_origin *origin = origins ? zt_origin_at(origins, run->item.at) : NULL;
    const char *name = origin ? origin->zh.data : NULL;
    for (size_t i = 0; i < o->block->entries.count; i++) {
        const zt_origin *known = o->block->entries.items[i].origin;
        if ((known ? known->zh.data : NULL) == name)
            return &o->block->entries.items[i];
    }
    over_entry entry = {.origin = origin, .begins = run->item.at};
    ZT_PUSH(o->setting->arena, &o->block->entries, entry);
    return &o->block->entries.items[o->block->entries.count - 1];
}

/* Counts the characters and lines of a run, and those below the limit. */
static void count_run(over_page *o, const zt_glyphs *run, double dy)
{
    const double near = 0.5; /* points */
    over_entry *entry = entry_of(o, run);
    const zt_group *group = o->groups.items[o->groups.count - 1];
    double baseline = run->origin.y + dy;
    bool over = run->item.box.y + dy + run->item.box.h > o->block->limit + near;
    bool fresh =
        entry->lines == 0 || group != entry->group || fabs(baseline - entry->baseline) > near;
    entry->group = group;
    entry->baseline = baseline;
    entry->lines += fresh;
    size_t characters = zt_utf8_count(run->text);
    entry->length += characters;
    if (!over)
        return;
    if (entry->characters == 0)
        entry->at = run->item.at;
    entry->lines_over += fresh || entry->lines_over == 0;
    entry->characters += characters;
    o->block->characters += characters;
}

/* A photograph keeps its shape, so that it is as high as its width asks. */
static void note_picture(over_page *o, const zt_group *group, double dy)
{
    const double near = 0.5; /* points */
    if (!o->block || !group->part || strcmp(group->part, "picture") != 0)
        return;
    double over = group->item.box.y + dy + group->item.box.h - o->block->limit;
    if (over > near && over > o->block->picture)
        o->block->picture = over;
}

/* Follows the groups, so that lines of one entry can be told apart. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    over_page *o = self;
    (void)dx;
    if (item->kind == ZT_ITEM_GROUP) {
        const zt_group *group = (const zt_group *)item;
        ZT_PUSH(o->setting->arena, &o->groups, group);
        if (group->block)
            o->block = block_of(o, group);
        note_picture(o, group, dy);
    } else if (item->kind == ZT_ITEM_GLYPHS && o->block) {
        count_run(o, (const zt_glyphs *)item, dy);
    }
}

/* Leaves a group again. */
static void leave(void *self, const zt_group *group, double dx, double dy)
{
    over_page *o = self;
    (void)dx;
    (void)dy;
    o->groups.count--;
    if (group->block)
        o->block = NULL;
}

/* ---- who is to blame ---- */

/* For qsort. */
static int by_length(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* Whether the entry can be named in a message. */
static bool has_name(const over_entry *e)
{
    return e->origin && e->origin->zh.len > 0;
}

/* What an entry of the block is usually long, by its named entries but `but`; 0 with too few to
   say. */
static size_t usual_length(const zt_setting *setting, const over_block *b, const over_entry *but)
{
    const size_t enough = 2;
    size_t count = 0, *lengths = ZT_ARRAY(setting->arena, b->entries.count + 1, size_t);
    for (size_t i = 0; i < b->entries.count; i++)
        if (has_name(&b->entries.items[i]) && &b->entries.items[i] != but)
            lengths[count++] = b->entries.items[i].length;
    qsort(lengths, count, sizeof *lengths, by_length);
    return count < enough ? 0 : lengths[count / 2];
}

/* The entry that is to blame, if one is. */
typedef struct culprit {
    const over_block *block;
    const over_entry *entry; /* NULL: none stands out */
    size_t usual;
} culprit;

/* The entry that grew: far longer than its like, and its surplus makes up most of what is over.
   What stands behind it was only pushed off the page, and the blocks beside and above it could
   give way but were not changed. */
static culprit find_culprit(const over_page *o)
{
    const size_t far_longer = 3;
    culprit found = {0};
    size_t most = 0;
    for (size_t i = 0; i < o->blocks.count; i++) {
        const over_block *b = &o->blocks.items[i];
        for (size_t k = 0; k < b->entries.count; k++) {
            const over_entry *e = &b->entries.items[k];
            size_t usual = has_name(e) ? usual_length(o->setting, b, e) : 0;
            if (usual == 0 || e->length < far_longer * usual)
                continue;
            size_t surplus = e->length - usual;
            if (surplus <= most || 2 * surplus < b->characters)
                continue;
            most = surplus;
            found = (culprit){b, e, usual};
        }
    }
    return found;
}

/* ---- the message ---- */

/* Any of the blocks could give way: the one with most to give is named. */
static const over_block *longest(const over_page *o)
{
    const over_block *found = NULL;
    for (size_t i = 0; i < o->blocks.count; i++)
        if (!found || o->blocks.items[i].characters > found->characters)
            found = &o->blocks.items[i];
    return found;
}

/* overset, for one entry: how much of it is over. */
static void report_entry(const zt_setting *setting, const over_block *b, const over_entry *e)
{
    bool named = e->origin && e->origin->zh.len > 0;
    zt_report(setting->diags, ZT_ERROR, "overset", e->at,
              "版面放不下：<%s> %s%.0s超出 %zu 字（需 %zu 行，余 %zu 行）",
              "does not fit: <%s> %.0s%sis over by %zu characters (%zu lines needed, %zu left)",
              b->block->name,
              named ? zt_arena_printf(setting->arena, "%s ", e->origin->zh.data) : "",
              named ? zt_arena_printf(setting->arena, "%s ", e->origin->en.data) : "",
              e->characters, e->lines, e->lines - e->lines_over);
}

/* overset, for an entry that is far longer than its like. */
static void report_culprit(const zt_setting *setting, const culprit *c)
{
    const over_entry *e = c->entry;
    zt_report(
        setting->diags, ZT_ERROR, "overset", e->begins,
        "版面放不下：<%s> %s%.0s 有 %zu 字，其余各条一般 %zu 字；请先删减这一条",
        "does not fit: <%s> %.0s%s has %zu characters where the others have about %zu; shorten "
        "it first",
        c->block->block->name, e->origin->zh.data, e->origin->en.data, e->length, c->usual);
}

/* Heads between the entries go with them, and are not told beside them. */
static bool is_over(const over_entry *e, bool named)
{
    return e->characters > 0 && (!named || has_name(e));
}

/* The whole, for who would rather take a larger template than cut. */
static void report_height(const zt_setting *setting, const over_block *b, double needed)
{
    int over_mm = (int)ceil(zt_mm_from_pt(needed - setting->scene->type_area.h));
    zt_report(setting->diags, ZT_ERROR, "overset", b ? b->block->at : ZT_NOWHERE,
              "版面放不下：<%s> 共超出 %zu 字，整版高出约 %d 毫米；请删减文字，或换用更大的模板",
              "does not fit: <%s> is over by %zu characters in all, the page about %d mm too high; "
              "shorten the text or use a larger template",
              b ? b->block->name : "graphic", b ? b->characters : 0, over_mm);
}

/* The picture, not the words: to shorten them would leave it as high, or make it higher. */
static void report_picture(const zt_setting *setting, const over_block *b)
{
    int over_mm = (int)ceil(zt_mm_from_pt(b->picture));
    zt_report(
        setting->diags, ZT_ERROR, "overset", b->block->at,
        "版面放不下：<%s> 的照片高出约 %d 毫米，不是文字太长，删减无用；裁去上下（crop=，要有 "
        "src），或换用更高的模板",
        "does not fit: the picture of <%s> is about %d mm too high; its words are not too "
        "long, and to cut them does not help: crop it (crop=, which needs src), or use a "
        "template with a higher page",
        b->block->name, over_mm);
}

/* Names what an editor has to shorten: one long entry, a picture, or the entries that are over. */
void zt_overset_report(const zt_setting *setting, const zt_cell *root, double needed)
{
    const zt_scene *scene = setting->scene;
    over_page o = {.setting = setting};
    find_blocks(&o, root, scene->type_area.y, zt_rect_foot(scene->type_area));
    zt_visitor visitor = {.self = &o, .enter = enter, .leave = leave};
    zt_scene_walk(scene->root, &visitor);
    culprit who = find_culprit(&o);
    const over_block *b = who.entry ? who.block : longest(&o);
    if (!who.entry && b && b->picture > 0) {
        report_picture(setting, b);
        return;
    }
    report_height(setting, b, needed);
    if (who.entry) {
        report_culprit(setting, &who);
        return;
    }
    bool some_named = false;
    for (size_t i = 0; b && i < b->entries.count; i++)
        some_named = some_named || is_over(&b->entries.items[i], true);
    for (size_t i = 0; b && i < b->entries.count; i++)
        if (is_over(&b->entries.items[i], some_named))
            report_entry(setting, b, &b->entries.items[i]);
}
