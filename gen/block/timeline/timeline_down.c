/* Where the entries of a timeline stand: down then across, in rows or balanced, with the spare
   height shared out: gaps to their ceiling first, then the leading. */
#include "block/timeline/timeline_down.h"

#include "block/words/lines.h"

/* An entry is never parted from the band above it. */
static double unit_height(const zt_tl_plan *plan, const zt_tl_entry *entry, double gap,
                          double leading)
{
    double height = zt_tl_entry_height(plan, entry, leading);
    return entry->band ? plan->band_height + gap + height : height;
}

/* Entries in one column from top to foot. */
static double run_height(const zt_tl_plan *plan, size_t first, size_t end, double gap,
                         double leading)
{
    double height = 0;
    for (size_t i = first; i < end; i++)
        height += (i > first ? gap : 0) + unit_height(plan, &plan->entries[i], gap, leading);
    return height;
}

/* Rows that so many columns make of all entries: filled down, then across. */
static size_t row_count(const zt_tl_plan *plan)
{
    size_t columns = (size_t)plan->columns;
    return (plan->count + columns - 1) / columns;
}

/* Height of the tallest entry of a row, its band included. */
static double row_height(const zt_tl_plan *plan, size_t row, double gap, double leading)
{
    double height = 0;
    for (size_t i = row; i < plan->count; i += row_count(plan))
        height = zt_max(height, unit_height(plan, &plan->entries[i], gap, leading));
    return height;
}

/* All rows with their gaps: entries of one row share its top. */
static double rows_height(const zt_tl_plan *plan, double gap, double leading)
{
    double height = 0;
    for (size_t row = 0; row < row_count(plan); row++)
        height += (row ? gap : 0) + row_height(plan, row, gap, leading);
    return height;
}

/* Columns of the entries, balanced at the natural gap and leading whatever the
   height, so that an entry does not jump to another column while the page is being fitted. */
static int *balanced_columns(const zt_tl_plan *plan)
{
    size_t count = plan->count;
    int *column = ZT_ARRAY(plan->setting->arena, count, int);
    double *heights = ZT_ARRAY(plan->setting->arena, count, double);
    for (size_t i = 0; i < count; i++)
        heights[i] =
            unit_height(plan, &plan->entries[i], plan->gap.natural, plan->text.para.leading);
    zt_flow_columns(plan->setting->arena, heights, count, plan->gap.natural, plan->columns, column);
    return column;
}

/* Past the last entry of the column that begins with `first`. */
static size_t column_end(const int *column, size_t first, size_t count)
{
    size_t end = first;
    while (end < count && column[end] == column[first])
        end++;
    return end;
}

/* Height of the entries alone at this gap and leading, in whichever of the three ways they stand.
 */
static double entries_height(const zt_tl_plan *plan, double gap, double leading)
{
    size_t count = plan->count;
    if (plan->columns == 1)
        return run_height(plan, 0, count, gap, leading);
    if (plan->rows_aligned)
        return rows_height(plan, gap, leading);
    const int *column = balanced_columns(plan);
    double height = 0;
    for (size_t first = 0, end; first < count; first = end) {
        end = column_end(column, first, count);
        height = zt_max(height, run_height(plan, first, end, gap, leading));
    }
    return height;
}

/* The gap with which the entries from `first` to `end` fill the room, between natural and ceiling.
 */
static double gap_for(const zt_tl_plan *plan, size_t first, size_t end, double room)
{
    double least = run_height(plan, first, end, plan->gap.natural, plan->leading);
    double most = run_height(plan, first, end, plan->gap.ceiling, plan->leading);
    return zt_tl_between(plan->gap.natural, plan->gap.ceiling, least, most, room);
}

/* Gives an entry and its band their places from `top` down; returns the entry's foot. */
static double place_unit(const zt_tl_plan *plan, zt_tl_entry *entry, double top, double gap)
{
    entry->x = entry->column * (plan->column + plan->gutter);
    if (entry->band) {
        entry->band_x = entry->x;
        entry->band_top = top;
        top += plan->band_height + gap;
    }
    entry->top = top;
    return top + zt_tl_entry_height(plan, entry, plan->leading);
}

/* Columns stretch each for itself: all of them begin at `top` and fill `room` as far as their gaps
   allow. */
static void arrange_column(zt_tl_plan *plan, size_t first, size_t end, double top, double room)
{
    double gap = gap_for(plan, first, end, room);
    for (size_t i = first; i < end; i++)
        top = place_unit(plan, &plan->entries[i], top, gap) + gap;
}

/* Each column ends on the last line of the block as far as its gaps allow. */
static void arrange_balanced(zt_tl_plan *plan, double top, double room)
{
    const int *column = balanced_columns(plan);
    for (size_t first = 0, end; first < plan->count; first = end) {
        end = column_end(column, first, plan->count);
        for (size_t i = first; i < end; i++) {
            plan->entries[i].column = column[i];
            plan->entries[i].row = (int)(i - first);
        }
        arrange_column(plan, first, end, top, room);
    }
}

/* Entries of one row begin at one height, and all rows have one gap. */
static void arrange_rows(zt_tl_plan *plan, double top, double gap)
{
    size_t rows = row_count(plan);
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = row; i < plan->count; i += rows) {
            plan->entries[i].column = (int)(i / rows);
            plan->entries[i].row = (int)row;
            place_unit(plan, &plan->entries[i], top, gap);
        }
        top += row_height(plan, row, gap, plan->leading) + gap;
    }
}

/* With the head, under which one more gap stands. */
static double height_at(const zt_tl_plan *plan, double gap, double leading)
{
    double head = zt_tl_head_height(plan);
    return head + (head > 0 ? gap : 0) + entries_height(plan, gap, leading);
}

double zt_tl_down_height(const zt_tl_plan *plan, bool widest)
{
    return widest ? height_at(plan, plan->gap.ceiling, zt_leading_most(&plan->text))
                  : height_at(plan, plan->gap.natural, plan->text.para.leading);
}

/* The gap under the head is found first, then the leading from what all gaps at their widest leave
   over, then each column's own gap. */
void zt_tl_down_arrange(zt_tl_plan *plan, double height)
{
    double low = plan->gap.natural, high = plan->gap.ceiling, head = zt_tl_head_height(plan);
    double lead_low = plan->text.para.leading, lead_high = zt_leading_most(&plan->text);
    double top = head;
    if (head > 0) /* the gap under the head is one of the gaps, and grows with them */
        top = head + zt_tl_between(low, high, head + low + entries_height(plan, low, lead_low),
                                   head + high + entries_height(plan, high, lead_low), height);
    double room = height - top;
    plan->leading = zt_tl_between(lead_low, lead_high, entries_height(plan, high, lead_low),
                                  entries_height(plan, high, lead_high), room);
    if (!plan->rows_aligned) {
        arrange_balanced(plan, top, room);
        return;
    }
    double gap = zt_tl_between(low, high, entries_height(plan, low, plan->leading),
                               entries_height(plan, high, plan->leading), room);
    arrange_rows(plan, top, gap);
}
