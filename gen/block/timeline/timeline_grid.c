/* Entries of a timeline in rows on columns. All baselines are whole lines apart: the band's name,
   the dates, the texts; a line is the leading of the text. */
#include "block/timeline/timeline_grid.h"

#include <math.h>

#include "block/timeline/timeline_calendar.h"
#include "block/words/lines.h"

/* Columns where the place asks for none; height of the calendar in empty cells. */
enum { COLUMNS = 4 };
static const double STRIP = ZT_MM(5);

/* One line of the grid. */
static double line_of(const zt_tl_plan *plan)
{
    return plan->text.para.leading;
}

void zt_tl_grid_measure(zt_tl_plan *plan)
{
    const zt_box_spec *place = plan->block->place;
    plan->columns = place->columns > 1 ? place->columns : COLUMNS;
    if ((size_t)plan->columns > plan->count)
        plan->columns = (int)plan->count;
    plan->gutter = zt_setting_gutter(plan->setting, place);
    plan->column = zt_column_width(plan->width, plan->columns, plan->gutter);
    plan->measure = plan->column;
    plan->indent = 0;
    plan->date_indent = plan->params->indent;
    plan->axis_x = ZT_TL_KEY_NODE / 2;
    plan->per_row = (size_t)plan->columns;
    /* A line from the date's baseline to the text's. */
    plan->date_gap = zt_max(0, line_of(plan) - ZT_EM_FOOT * plan->date.text.size -
                                   ZT_EM_TOP * plan->text.text.size);
}

static size_t row_count(const zt_tl_plan *plan)
{
    return (plan->count + plan->per_row - 1) / plan->per_row;
}

/* From the top of a row to the baseline of its bands' names; 0 without bands. */
static double name_baseline(const zt_tl_plan *plan)
{
    const zt_tl_entry *first = &plan->entries[0];
    return first->band ? zt_tl_name_drop(plan, first) + ZT_EM_TOP * plan->year.text.size : 0;
}

/* From the top of a row to the first em box of its dates. */
static double date_top(const zt_tl_plan *plan)
{
    double baseline = name_baseline(plan);
    return baseline > 0 ? baseline + line_of(plan) - ZT_EM_TOP * plan->date.text.size : 0;
}

/* From the top of a row to the foot of its longest text. */
static double row_height(const zt_tl_plan *plan, size_t row)
{
    double height = 0;
    for (size_t i = row * plan->per_row; i < (row + 1) * plan->per_row && i < plan->count; i++)
        height = zt_max(height, zt_tl_entry_height(plan, &plan->entries[i], line_of(plan)));
    return date_top(plan) + height;
}

/* From the top of a row to that of the next: whole lines, so that all rows stand on one grid. */
static double pitch_of(const zt_tl_plan *plan, size_t row)
{
    const double near = 1e-6;
    double line = line_of(plan);
    return ceil((row_height(plan, row) + plan->gap.natural) / line - near) * line;
}

/* Where the rows begin: the first baseline of a row is whole lines below the head's. */
static double rows_top(const zt_tl_plan *plan)
{
    const double near = 1e-6;
    double line = line_of(plan);
    if (!plan->title)
        return 0;
    double head = zt_tl_title_box(plan).y + ZT_EM_TOP * plan->section.text.size;
    double first = name_baseline(plan);
    if (first <= 0)
        first = ZT_EM_TOP * plan->date.text.size;
    double natural = zt_tl_head_height(plan) + plan->gap.natural + first - head;
    return head + ceil(natural / line - near) * line - first;
}

double zt_tl_grid_height(const zt_tl_plan *plan, bool widest)
{
    size_t rows = row_count(plan);
    double height = rows_top(plan) + row_height(plan, rows - 1);
    for (size_t row = 0; row + 1 < rows; row++)
        height += pitch_of(plan, row);
    double most = zt_max(0, plan->gap.ceiling - plan->gap.natural);
    return widest ? height + most * (double)(rows - 1) : height;
}

/* Entries of the row from `i` on that stand under one band. */
static int band_columns(const zt_tl_plan *plan, size_t i)
{
    size_t end = i + 1;
    while (end < plan->count && end % plan->per_row != 0 && !plan->entries[end].band)
        end++;
    return (int)(end - i);
}

void zt_tl_grid_arrange(zt_tl_plan *plan, double height)
{
    size_t rows = row_count(plan);
    double spare = height - zt_tl_grid_height(plan, false), y = rows_top(plan);
    double most = zt_max(0, plan->gap.ceiling - plan->gap.natural);
    double more = rows > 1 ? zt_clamp(spare / (double)(rows - 1), 0, most) : 0;
    /* Rows move by whole lines where the page has lines. */
    double line = plan->setting->page.grid.line;
    if (line > 0)
        more = floor(more / line) * line;
    plan->leading = line_of(plan);
    for (size_t i = 0; i < plan->count; i++) {
        zt_tl_entry *entry = &plan->entries[i];
        entry->column = (int)(i % plan->per_row);
        entry->row = (int)(i / plan->per_row);
        if (entry->column == 0 && entry->row > 0)
            y += pitch_of(plan, (size_t)entry->row - 1) + more;
        entry->x = entry->band_x = entry->column * (plan->column + plan->gutter);
        entry->band_top = y;
        entry->top = y + date_top(plan);
    }
}

/* The ground of a band, over all entries of its year in the row. */
static void draw_band(const zt_tl_plan *plan, size_t i, zt_group *into)
{
    const zt_tl_entry *entry = &plan->entries[i];
    int columns = band_columns(plan, i);
    zt_rect box = {entry->band_x, entry->band_top,
                   columns * plan->column + (columns - 1) * plan->gutter, plan->band_height};
    zt_group *band = zt_tl_decoration(plan, into, plan->block->at, "band", box);
    zt_scene_fill_rect(plan->setting->scene, band, plan->block->at, (zt_rect){0, 0, box.w, box.h},
                       plan->ground);
}

/* Days as they are, in the cells that are left over; without room for it they stay white. */
static void draw_strip(const zt_tl_plan *plan, zt_group *into)
{
    size_t last = plan->count - 1;
    int left = plan->columns - 1 - plan->entries[last].column;
    if (left == 0 || plan->params->calendar == ZT_TL_STRIP_NO || plan->count < 3)
        return;
    double x = plan->entries[last].x + plan->column + plan->gutter;
    double width = left * plan->column + (left - 1) * plan->gutter;
    double top = plan->entries[last].band_top;
    zt_rect box = {x, top + date_top(plan) + line_of(plan) - STRIP / 2, width, STRIP};
    zt_tl_calendar calendar = zt_tl_calendar_make(plan, false, box);
    zt_str words = zt_tl_calendar_words(plan);
    zt_para *note = zt_lines_plain(plan->setting, words, plan->block->at, &plan->note, width);
    zt_rect note_box = {x, top + date_top(plan) - plan->note.text.size, width, note->height};
    zt_group *part = zt_scene_add_part(plan->setting->scene, into, plan->block->at, "strip-note",
                                       ZT_ROLE_P, note_box);
    zt_lines_place(plan->setting, note, &plan->note, part, (zt_point){0, 0},
                   plan->note.para.leading);
    zt_tl_calendar_draw(&calendar, false, into);
}

void zt_tl_grid_draw(const zt_tl_plan *plan, zt_group *into)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->entries[i].band)
            draw_band(plan, i, into);
    draw_strip(plan, into);
}
