/* gen/page/graphic_frame.c — how many lines a graphic takes at a width of columns: who sets
   graphics is asked, as often as it takes to halve the range. */
#include "page/page_imp.h"

static bool fits(const zt_edition_plan *plan, const zt_edition_item *item, int cols, int lines)
{
    zt_rect r = zt_page_graphic_rect(&plan->grid, item, (zt_grid_rect){0, 0, cols, lines});
    return plan->setter->fits(plan->setter->self, item, r.w, r.h);
}

int zt_graphic_lines(const zt_edition_plan *plan, const zt_edition_item *item, int cols, int low,
                     int high)
{
    if (low > high || !plan->setter || fits(plan, item, cols, low))
        return low <= high ? low : 0;
    if (low == high || !fits(plan, item, cols, high))
        return 0;
    while (low + 1 < high) { /* low does not do, high does */
        int middle = (low + high) / 2;
        if (fits(plan, item, cols, middle))
            high = middle;
        else
            low = middle;
    }
    return high;
}

/* Columns from `cols` up to `most` with which so many lines do; 0: none. */
static int columns_of(const zt_edition_plan *plan, const zt_edition_item *item, int cols, int most,
                      int lines)
{
    for (; cols <= most; cols++)
        if (fits(plan, item, cols, lines))
            return cols;
    return 0;
}

/* ---- a frame that does not hold its graphic ---- */

/* The page that the item stands on, and the story whose part it is. */
static const zt_page_plan *page_of(const zt_edition_plan *plan, const zt_edition_item *item,
                                   const zt_item_plan **story)
{
    for (size_t p = 0; p < plan->page_count; p++)
        for (size_t i = 0; i < plan->pages[p].item_count; i++) {
            const zt_item_plan *own = &plan->pages[p].items[i];
            *story = own;
            if (own->item == item)
                return &plan->pages[p];
            for (size_t k = 0; k < own->part_count; k++)
                if (own->parts[k].item == item)
                    return &plan->pages[p];
        }
    return NULL;
}

/* Whether a frame of the item would lie on the page and on nothing else there. */
static bool is_clear(const zt_edition_plan *plan, const zt_edition_item *item, zt_grid_rect frame)
{
    const zt_item_plan *story = NULL;
    const zt_page_plan *page = page_of(plan, item, &story);
    bool clear = page && frame.column + frame.cols <= plan->grid.columns &&
                 frame.line + frame.lines <= plan->grid.lines;
    for (size_t i = 0; clear && i < page->item_count; i++)
        clear = &page->items[i] == story || !zt_grid_rect_meets(page->items[i].frame, frame);
    for (size_t k = 0; clear && k < story->part_count; k++)
        clear = story->parts[k].item == item || !zt_grid_rect_meets(story->parts[k].frame, frame);
    return clear;
}

/* How far a frame may grow: the page is laid out anew for one that is found, another ends where it
   meets something. */
static zt_grid_rect room_of(const zt_edition_plan *plan, const zt_inset *inset)
{
    zt_grid_rect room = inset->frame, more = inset->frame;
    if (!zt_frame_is_fixed(&inset->item->frame))
        return (zt_grid_rect){room.column, room.line, plan->grid.columns, plan->grid.lines};
    for (more.lines++; is_clear(plan, inset->item, more); more.lines++)
        room.lines = more.lines;
    more.lines = inset->frame.lines;
    for (more.cols++; is_clear(plan, inset->item, more); more.cols++)
        room.cols = more.cols;
    return room;
}

/* The number takes the place of what the attribute says. */
static void fix_count(const zt_setting *setting, const zt_count_range *said, int count)
{
    if (said->words.len)
        zt_diags_add_change(setting->diags, "graphic-frame", said->words_at, said->words,
                            zt_str_from(zt_arena_printf(setting->arena, "%d", count)));
}

/* A frame of more columns and more lines from the same corner; 0 columns: none. */
static zt_grid_rect larger_of(const zt_edition_plan *plan, const zt_edition_item *item,
                              zt_grid_rect frame, int most)
{
    for (frame.cols++; frame.cols <= most; frame.cols++) {
        zt_grid_rect more = frame;
        for (more.lines++; is_clear(plan, item, more);)
            more.lines++;
        int lines = zt_graphic_lines(plan, item, frame.cols, frame.lines + 1, more.lines - 1);
        if (lines)
            return (zt_grid_rect){frame.column, frame.line, frame.cols, lines};
    }
    return (zt_grid_rect){0};
}

static void tell_larger(const zt_setting *setting, const zt_inset *inset, zt_grid_rect larger)
{
    zt_grid_rect f = inset->frame;
    zt_report(setting->diags, ZT_ERROR, "graphic-frame", inset->item->at,
              "图在 %d 栏 %d 行里排不下；这里排得下的是 %d 栏 %d 行，写 cols=\"%d\" "
              "lines=\"%d\"，或删短图里的文字",
              "the graphic does not go into %d columns and %d lines; %d columns and %d lines hold "
              "it here: write cols=\"%d\" lines=\"%d\", or shorten its words",
              f.cols, f.lines, larger.cols, larger.lines, larger.cols, larger.lines);
    fix_count(setting, &inset->item->frame.cols, larger.cols);
    fix_count(setting, &inset->item->frame.lines, larger.lines);
}

/* No frame in the room does: what it would take, and what is in the way. */
static void tell_crowded(const zt_edition_plan *plan, const zt_setting *setting,
                         const zt_inset *inset, int free)
{
    zt_grid_rect f = inset->frame;
    int lines = zt_graphic_lines(plan, inset->item, f.cols, free + 1, plan->grid.lines);
    if (lines)
        zt_report(setting->diags, ZT_ERROR, "graphic-frame", inset->item->at,
                  "图在 %d 栏 %d 行里排不下；%d 栏至少要 %d 行，到别的框或版心的边只有 %d 行；"
                  "请移开别的框，或删短图里的文字",
                  "the graphic does not go into %d columns and %d lines; at %d columns it takes "
                  "%d lines, and there are %d up to another frame or the end of the page: move "
                  "that, or shorten its words",
                  f.cols, f.lines, f.cols, lines, free);
}

void zt_edition_tell_frame(const zt_edition_plan *plan, const zt_setting *setting,
                           const zt_inset *inset)
{
    const zt_edition_item *item = inset->item;
    zt_grid_rect f = inset->frame, room = room_of(plan, inset);
    int lines = zt_graphic_lines(plan, item, f.cols, f.lines + 1, room.lines);
    int cols = lines ? 0 : columns_of(plan, item, f.cols + 1, room.cols, f.lines);
    zt_grid_rect larger = {0};
    if (!lines && !cols && zt_frame_is_fixed(&item->frame))
        larger = larger_of(plan, item, f, room.cols);
    if (lines) {
        zt_report(setting->diags, ZT_ERROR, "graphic-frame", item->at,
                  "图在 %d 栏 %d 行里排不下；%d 栏至少要 %d 行，写 lines=\"%d\"，或删短图里的文字",
                  "the graphic does not go into %d columns and %d lines; at %d columns it takes %d "
                  "lines: write lines=\"%d\", or shorten its words",
                  f.cols, f.lines, f.cols, lines, lines);
        fix_count(setting, &item->frame.lines, lines);
    } else if (cols) {
        zt_report(setting->diags, ZT_ERROR, "graphic-frame", item->at,
                  "图在 %d 栏 %d 行里排不下；%d 行至少要 %d 栏，写 cols=\"%d\"，或删短图里的文字",
                  "the graphic does not go into %d columns and %d lines; in %d lines it takes %d "
                  "columns: write cols=\"%d\", or shorten its words",
                  f.cols, f.lines, f.lines, cols, cols);
        fix_count(setting, &item->frame.cols, cols);
    } else if (larger.cols)
        tell_larger(setting, inset, larger);
    else
        tell_crowded(plan, setting, inset, room.lines);
}
