/* gen/layout/box_measure.c — widths from the top down, natural heights and ceilings from the bottom
   up.
 */
#include <math.h>

#include "layout/layout_imp.h"

/* A cell of a box with room for its children. */
static zt_cell *cell_new(const zt_setting *setting, const zt_box *box, double width, size_t count)
{
    zt_cell *cell = ZT_NEW(setting->arena, zt_cell);
    cell->box = box;
    cell->width = width;
    cell->child_count = count;
    cell->children = ZT_ARRAY(setting->arena, count, zt_cell *);
    return cell;
}

/* R103, 占行: what stands on a line grid takes whole lines and does not stretch between them, so
   that text further down in neighbouring columns falls on the same lines again. */
static double whole_lines(const zt_setting *setting, double length)
{
    const double near = 1e-6;
    if (setting->line_grid <= 0)
        return length;
    return ceil(length / setting->line_grid - near) * setting->line_grid;
}

/* An extent in whole lines of the grid, where there is one; it does not stretch then. */
static zt_extent snapped(const zt_setting *setting, zt_extent e)
{
    if (setting->line_grid <= 0)
        return e;
    double height = whole_lines(setting, e.height);
    return (zt_extent){height, height};
}

/* A gap in whole lines of the grid. */
static zt_gap snapped_gap(const zt_setting *setting, zt_gap gap)
{
    if (setting->line_grid <= 0)
        return gap;
    double natural = whole_lines(setting, gap.natural);
    return (zt_gap){natural, natural};
}

/* The setting in force below a box that may bring a line grid of its own. */
static zt_setting below(const zt_setting *setting, const zt_box_spec *spec)
{
    zt_setting inner = *setting;
    if (spec->baseline > 0)
        inner.line_grid = spec->baseline;
    return inner;
}

/* The plan of a block and its extent. */
static zt_cell *measure_block(const zt_setting *setting, const zt_block *block, double width)
{
    zt_cell *cell = ZT_NEW(setting->arena, zt_cell);
    cell->plan = zt_block_plan(setting, block, width);
    cell->width = width;
    cell->extent = snapped(setting, cell->plan->extent);
    return cell;
}

/* Children below each other: the sum of all, gaps between them. */
static void sum_down(zt_cell *cell)
{
    cell->extent = (zt_extent){cell->foot, cell->foot};
    for (size_t i = 0; i < cell->child_count; i++) {
        zt_gap gap = zt_cell_gap(cell, i);
        cell->extent.height += gap.natural + cell->children[i]->extent.height;
        cell->extent.ceiling += gap.ceiling + cell->children[i]->extent.ceiling;
    }
}

/* The last block of a place, which may leave a cell empty. */
static zt_cell *last_block(const zt_cell *place)
{
    bool ends = place->box->spec->kind == ZT_BOX_PLACE && place->child_count > 0;
    zt_cell *last = ends ? place->children[place->child_count - 1] : NULL;
    return last && last->plan ? last : NULL;
}

/* True when the box went into an empty cell of the block before it: then it takes no room. */
static bool tuck(const zt_setting *setting, const zt_cell *before, const zt_box *box)
{
    zt_cell *last = box->spec->tuck ? last_block(before) : NULL;
    zt_rect room;
    if (!last || last->tucked || !zt_plan_empty_cell(last->plan, last->extent.height, &room))
        return false;
    zt_cell *cell = zt_cell_measure(setting, box, room.w);
    if (cell->extent.height > room.h)
        return false;
    last->tucked = cell;
    return true;
}

/* lines="yes": white above a child puts its first line on a line of the page; the first of all is
   line 0. */
static void drop_to_lines(const zt_setting *setting, zt_cell *cell)
{
    const double near = 0.01; /* points */
    double line = setting->page.grid.line, origin = -1, y = 0;
    cell->drops = ZT_ARRAY(setting->arena, cell->child_count, double);
    for (size_t i = 0; i < cell->child_count; i++) {
        double first = zt_cell_baseline(cell->children[i]);
        if (first >= 0 && origin < 0)
            origin = y + first;
        else if (first >= 0)
            cell->drops[i] = ceil((y + first - origin) / line - near) * line - (y + first - origin);
        cell->drops[i] = zt_max(cell->drops[i], 0);
        cell->extent.height += cell->drops[i];
        cell->extent.ceiling += cell->drops[i];
        y += cell->drops[i] + cell->children[i]->extent.height + cell->gap.natural;
    }
}

/* Boxes below each other; one that finds room in the empty cell of the block before it takes none.
 */
static void measure_column(const zt_setting *setting, zt_cell *cell, double width)
{
    cell->gap = snapped_gap(setting, cell->box->spec->gap);
    size_t count = 0;
    for (size_t i = 0; i < cell->child_count; i++) {
        const zt_box *child = cell->box->children[i];
        if (count == 0 || !tuck(setting, cell->children[count - 1], child))
            cell->children[count++] = zt_cell_measure(setting, child, width);
    }
    cell->child_count = count;
    bool lines = cell->box->spec->lines && setting->page.grid.line > 0;
    if (!lines) /* there lines say how far boxes stand apart */
        zt_cell_own_gaps(setting, cell);
    sum_down(cell);
    if (lines)
        drop_to_lines(setting, cell);
}

/* The blocks of a place below each other. */
static void measure_place(const zt_setting *setting, zt_cell *cell, double width)
{
    cell->gap = snapped_gap(setting, cell->box->spec->gap);
    for (size_t i = 0; i < cell->child_count; i++)
        cell->children[i] = measure_block(setting, cell->box->blocks[i], width);
    sum_down(cell);
}

/* R103: all children drop to the lowest of their first baselines. */
static void drop_to_baseline(const zt_setting *setting, zt_cell *cell)
{
    double *drops = ZT_ARRAY(setting->arena, cell->child_count, double), lowest = 0;
    for (size_t i = 0; i < cell->child_count; i++) {
        drops[i] = zt_cell_baseline(cell->children[i]);
        lowest = zt_max(lowest, drops[i]);
    }
    cell->extent = (zt_extent){0, 0};
    for (size_t i = 0; i < cell->child_count; i++) {
        zt_extent e = cell->children[i]->extent;
        drops[i] = drops[i] < 0 ? 0 : lowest - drops[i];
        cell->extent.height = zt_max(cell->extent.height, e.height + drops[i]);
        cell->extent.ceiling =
            zt_max(cell->extent.ceiling, zt_min(e.ceiling + drops[i], ZT_ENDLESS));
    }
    cell->extent.ceiling = zt_max(cell->extent.ceiling, cell->extent.height);
    cell->drops = drops;
}

/* Children of a row on columns of the page: what a document leaves out goes to the others. Where
   the row itself is no whole columns wide, as on an inset ground, it has as many of its own. */
static void measure_spans(const zt_setting *setting, zt_cell *cell, double width)
{
    const zt_box *row = cell->box;
    zt_setting inner = below(setting, row->spec);
    double gutter = setting->page.grid.gutter, x = 0, one = 0;
    int columns = zt_columns_in(&setting->page, width, &one);
    if (row->spec->columns > 0)
        columns = row->spec->columns; /* of a last row that leaves some empty */
    double *shares = ZT_ARRAY(setting->arena, row->child_count, double);
    int *spans = ZT_ARRAY(setting->arena, row->child_count, int);
    for (size_t i = 0; i < row->child_count; i++)
        shares[i] = row->children[i]->share;
    zt_share_columns(shares, row->child_count, columns, spans);
    cell->xs = ZT_ARRAY(setting->arena, row->child_count, double);
    for (size_t i = 0; i < row->child_count; i++) {
        double w = spans[i] * one + (spans[i] - 1) * gutter;
        cell->children[i] = zt_cell_measure(&inner, row->children[i], w);
        cell->xs[i] = x;
        x += w + gutter;
    }
}

/* Width of each child of a row that has one of its own: fixed, or that of its longest line; 0 for
   those that share the rest. A single box takes all that there is. */
static double *own_widths(const zt_setting *setting, const zt_box *row, double width)
{
    double *widths = ZT_ARRAY(setting->arena, row->child_count, double);
    for (size_t i = 0; i < row->child_count; i++) {
        const zt_box *child = row->children[i];
        widths[i] = child->spec->width;
        if (child->spec->hugs && row->child_count > 1)
            widths[i] =
                zt_min(zt_cell_line_width(zt_cell_measure(setting, child, width)) + 0.01, width);
    }
    return widths;
}

/* Points of a character of the style that widths in em are counted in. */
static double body_size(const zt_setting *setting)
{
    return zt_setting_look(setting, "body").text.size;
}

/* Gives the boxes of a row that share `free_width` widths of whole characters; what is over. */
static double whole_shares(const zt_setting *setting, const zt_box *row, double *widths,
                           double free_width, double shares)
{
    double over = 0, em = body_size(setting);
    for (size_t i = 0; i < row->child_count; i++) {
        if (widths[i] > 0)
            continue;
        double share = zt_max(free_width, 0) * row->children[i]->share / shares;
        widths[i] = zt_columns_of_characters(share, em, 1, 0).column;
        over += share - widths[i];
    }
    return over;
}

/* Boxes side by side: fixed widths first, the rest by their shares. */
static void measure_shares(const zt_setting *setting, zt_cell *cell, double width)
{
    const zt_box *row = cell->box;
    zt_setting inner = below(setting, row->spec);
    double gap = row->spec->gap.natural, fixed = 0, shares = 0, x = 0;
    double *own = own_widths(&inner, row, width);
    cell->xs = ZT_ARRAY(setting->arena, row->child_count, double);
    for (size_t i = 0; i < row->child_count; i++) {
        fixed += own[i];
        shares += own[i] > 0 ? 0 : row->children[i]->share;
    }
    double free_width = width - fixed - gap * (double)(row->child_count - 1);
    if (row->spec->whole && row->child_count > 1)
        gap += whole_shares(&inner, row, own, free_width, shares) / (double)(row->child_count - 1);
    for (size_t i = 0; i < row->child_count; i++) {
        const zt_box *child = row->children[i];
        double w = own[i] > 0 ? own[i] : zt_max(free_width, 0) * child->share / shares;
        cell->children[i] = zt_cell_measure(&inner, child, w);
        cell->xs[i] = x;
        x += w + gap;
    }
}

/* Boxes side by side; the row is as high as the tallest. */
static void measure_row(const zt_setting *setting, zt_cell *cell, double width)
{
    const zt_box_spec *spec = cell->box->spec;
    (spec->in_columns ? measure_spans : measure_shares)(setting, cell, width);
    if (spec->row_set)
        zt_row_set_align(setting, cell, setting->page.grid.line);
    cell->extent = zt_cells_beside(cell->children, cell->child_count);
    if (spec->align == ZT_BASELINE)
        drop_to_baseline(setting, cell);
}

/* The rows of a grid with the gaps between them. */
static void sum_grid_rows(zt_cell *cell)
{
    size_t rows = 0;
    zt_extent sum = {0, 0};
    for (size_t first = 0, end; first < cell->child_count; first = end) {
        zt_extent e = zt_cell_grid_row(cell, first, &end);
        sum.height += e.height;
        sum.ceiling += zt_min(e.ceiling, ZT_ENDLESS);
        rows++;
    }
    if (rows > 1) {
        sum.height += (double)(rows - 1) * cell->gap.natural;
        sum.ceiling += (double)(rows - 1) * cell->gap.ceiling;
    }
    cell->extent = sum;
}

/* Boxes in equal columns; one that spans more than are left begins a row. */
static void measure_grid(const zt_setting *setting, zt_cell *cell, double width)
{
    const zt_box_spec *spec = cell->box->spec;
    int columns = spec->columns > 0 ? spec->columns : 1, at = 0, row = 0;
    double gutter = spec->in_columns ? setting->page.grid.gutter : spec->gutter.natural;
    if (spec->in_columns && zt_page_columns_of(&setting->page, width) > 0)
        columns = zt_page_columns_of(&setting->page, width);
    double one = zt_column_width(width, columns, gutter);
    if (spec->whole && columns > 1) {
        zt_char_columns even = zt_columns_of_characters(width, body_size(setting), columns, gutter);
        one = even.column;
        gutter = even.gutter;
    }
    zt_setting inner = below(setting, spec);
    cell->gap = snapped_gap(&inner, spec->gap);
    cell->xs = ZT_ARRAY(setting->arena, cell->child_count, double);
    cell->rows = ZT_ARRAY(setting->arena, cell->child_count, int);
    for (size_t i = 0; i < cell->child_count; i++) {
        const zt_box *child = cell->box->children[i];
        int span = child->spec->span > 0 ? child->spec->span : 1;
        span = span > columns ? columns : span;
        if (at + span > columns) {
            at = 0;
            row++;
        }
        cell->xs[i] = at * (one + gutter);
        cell->rows[i] = row;
        double w = span * one + (span - 1) * gutter;
        cell->children[i] = zt_cell_measure(&inner, child, w);
        at += span;
    }
    sum_grid_rows(cell);
}

/* min= and max= of the box; a box is never lower than its content. */
static void apply_limits(zt_cell *cell)
{
    const zt_box_spec *spec = cell->box->spec;
    zt_extent *e = &cell->extent;
    e->height = zt_max(e->height, spec->min);
    if (spec->max > 0)
        e->ceiling = zt_min(e->ceiling, spec->max);
    e->ceiling = zt_max(e->ceiling, e->height);
}

/* Widths go down, heights come up. The extent of a ground is that of its column with the insets;
   min= and max= count last, as they are of the whole box. */
zt_cell *zt_cell_measure(const zt_setting *setting, const zt_box *box, double width)
{
    const zt_box *packed = box->spec->pack ? zt_pack_place(setting, box, width) : NULL;
    box = packed ? packed : box;
    const zt_box_spec *spec = box->spec;
    bool place = spec->kind == ZT_BOX_PLACE;
    zt_cell *cell = cell_new(setting, box, width, place ? box->block_count : box->child_count);
    switch (spec->kind) {
    case ZT_BOX_COLUMN:
        measure_column(setting, cell, width);
        break;
    case ZT_BOX_ROW:
        measure_row(setting, cell, width);
        break;
    case ZT_BOX_GRID:
        measure_grid(setting, cell, width);
        break;
    case ZT_BOX_BOX:
        measure_column(setting, cell, width - spec->inset[1] - spec->inset[3]);
        cell->extent.height += spec->inset[0] + spec->inset[2];
        cell->extent.ceiling += spec->inset[0] + spec->inset[2];
        break;
    case ZT_BOX_PLACE:
        measure_place(setting, cell, width);
        break;
    case ZT_BOX_RULE:
        cell->extent = (zt_extent){spec->rule, spec->rule};
        break;
    case ZT_BOX_OMIT:
    case ZT_BOX_WHEN:
        zt_assert_failed(__FILE__, __LINE__, "compose/ resolves omit and when");
    }
    apply_limits(cell);
    return cell;
}
