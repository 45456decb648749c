/* gen/layout/box_ink.c — distances that belong to single boxes, and those that go from ink to ink,
   as the heads of a theme have them (template/head_boxes.c). Points. */
#include "layout/layout_imp.h"

/* The last block of a place, or the first. */
static const zt_cell *end_child(const zt_cell *cell, bool last)
{
    return cell->child_count > 0 ? cell->children[last ? cell->child_count - 1 : 0] : NULL;
}

static bool is_row(const zt_cell *cell)
{
    return cell->box && cell->box->spec->kind == ZT_BOX_ROW;
}

/* Columns that go by ink have been drawn together already, and grounds are ink. */
static bool is_tight(const zt_cell *cell)
{
    const zt_box_spec *spec = cell->box ? cell->box->spec : NULL;
    return spec != NULL && spec->kind != ZT_BOX_ROW && spec->kind != ZT_BOX_PLACE;
}

double zt_cell_blank_top(const zt_cell *cell)
{
    if (cell->plan)
        return cell->plan->blank_top;
    const zt_cell *first = end_child(cell, false);
    if (is_tight(cell) || first == NULL)
        return 0;
    double blank = zt_cell_blank_top(first);
    for (size_t i = 1; is_row(cell) && i < cell->child_count; i++)
        blank = zt_min(blank, zt_cell_blank_top(cell->children[i]));
    return blank;
}

double zt_cell_blank_foot(const zt_cell *cell)
{
    if (cell->plan)
        return cell->plan->blank_foot;
    const zt_cell *last = end_child(cell, true);
    if (is_tight(cell) || last == NULL)
        return 0;
    double blank = cell->extent.height - last->extent.height + zt_cell_blank_foot(last);
    if (!is_row(cell))
        return zt_cell_blank_foot(last);
    for (size_t i = 0; i + 1 < cell->child_count; i++)
        blank = zt_min(blank, cell->extent.height - cell->children[i]->extent.height +
                                  zt_cell_blank_foot(cell->children[i]));
    return blank;
}

double zt_cell_line_width(const zt_cell *cell)
{
    if (cell->plan)
        return cell->plan->line_width;
    double width = 0;
    for (size_t i = 0; i < cell->child_count; i++)
        width = zt_max(width, zt_cell_line_width(cell->children[i]));
    const zt_box_spec *spec = cell->box->spec;
    bool inset = spec->kind == ZT_BOX_BOX;
    return width + (inset ? spec->inset[1] + spec->inset[3] : 0);
}

zt_gap zt_cell_gap(const zt_cell *column, size_t i)
{
    if (column->gaps)
        return column->gaps[i];
    return i > 0 ? column->gap : (zt_gap){0, 0};
}

/* A child of a column with what its template says of it; blocks of a place have none. */
static const zt_box_spec *spec_of(const zt_cell *cell)
{
    return cell->box ? cell->box->spec : NULL;
}

/* The distance that belongs to the lower of two boxes, else to the upper one, else the column's. */
static zt_gap between(const zt_cell *column, size_t i)
{
    const zt_box_spec *upper = spec_of(column->children[i - 1]),
                      *lower = spec_of(column->children[i]);
    if (lower && lower->own_above)
        return (zt_gap){lower->above, lower->above_open ? lower->above + ZT_ENDLESS : lower->above};
    /* Grounds that run to the edges are one plane when one follows the other. */
    if (upper && upper->own_below && upper->bleed && lower && lower->bleed)
        return (zt_gap){0, 0};
    if (upper && upper->own_below)
        return (zt_gap){upper->below, upper->below};
    return column->gap;
}

/* Whether anything of the column has a distance of its own. */
static bool is_plain(const zt_cell *column)
{
    if (column->box->spec->by_ink)
        return false;
    for (size_t i = 0; i < column->child_count; i++) {
        const zt_box_spec *spec = spec_of(column->children[i]);
        if (spec && (spec->own_above || spec->own_below))
            return false;
    }
    return true;
}

void zt_cell_own_gaps(const zt_setting *setting, zt_cell *column)
{
    if (column->child_count == 0 || is_plain(column))
        return;
    bool ink = column->box->spec->by_ink;
    column->gaps = ZT_ARRAY(setting->arena, column->child_count, zt_gap);
    for (size_t i = 0; i < column->child_count; i++) {
        double blank = ink ? zt_cell_blank_top(column->children[i]) : 0;
        if (i == 0) /* into the inset, never out of the box */
            blank = zt_min(blank, column->box->spec->inset[0]);
        if (ink && i > 0)
            blank += zt_cell_blank_foot(column->children[i - 1]);
        if (i > 0)
            column->gaps[i] = between(column, i);
        column->gaps[i].natural -= blank;
        column->gaps[i].ceiling -= blank;
    }
    if (ink)
        column->foot = -zt_cell_blank_foot(column->children[column->child_count - 1]);
}
