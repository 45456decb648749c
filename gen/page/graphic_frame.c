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

/* Columns from `cols` on with which so many lines do; 0: none. */
static int columns_of(const zt_edition_plan *plan, const zt_edition_item *item, int cols, int lines)
{
    for (; cols <= plan->grid.columns; cols++)
        if (fits(plan, item, cols, lines))
            return cols;
    return 0;
}

void zt_edition_tell_frame(const zt_edition_plan *plan, const zt_setting *setting,
                           const zt_inset *inset)
{
    const zt_edition_item *item = inset->item;
    zt_grid_rect f = inset->frame;
    int lines = zt_graphic_lines(plan, item, f.cols, f.lines + 1, plan->grid.lines);
    int cols = lines ? 0 : columns_of(plan, item, f.cols + 1, f.lines);
    if (lines)
        zt_report(setting->diags, ZT_ERROR, "graphic-frame", item->at,
                  "图在 %d 栏 %d 行里排不下；%d 栏至少要 %d 行，写 lines=\"%d\"，或删短图里的文字",
                  "the graphic does not go into %d columns and %d lines; at %d columns it takes %d "
                  "lines: write lines=\"%d\", or shorten its words",
                  f.cols, f.lines, f.cols, lines, lines);
    else if (cols)
        zt_report(setting->diags, ZT_ERROR, "graphic-frame", item->at,
                  "图在 %d 栏 %d 行里排不下；%d 行至少要 %d 栏，写 cols=\"%d\"，或删短图里的文字",
                  "the graphic does not go into %d columns and %d lines; in %d lines it takes %d "
                  "columns: write cols=\"%d\", or shorten its words",
                  f.cols, f.lines, f.lines, cols, cols);
}
