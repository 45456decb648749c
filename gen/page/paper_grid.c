/* The grid of a paper: whole characters across, whole lines down. */
#include <math.h>

#include "page/page.h"

zt_page_grid zt_page_grid_of(const zt_paper *paper, const double margin[4], double size)
{
    const double near = 1e-6;
    double width = paper->page_w - margin[1] - margin[3];
    double height = paper->page_h - margin[0] - margin[2];
    zt_char_columns even = zt_columns_of_characters(width, size, paper->columns, paper->gutter);
    return (zt_page_grid){.x = margin[3],
                          .y = margin[0],
                          .column = even.column,
                          .gutter = even.gutter,
                          .line = paper->line,
                          .columns = paper->columns,
                          .lines = (int)floor(height / paper->line + near),
                          .characters = even.characters};
}

double zt_page_grid_width(const zt_page_grid *grid, int columns)
{
    return columns * grid->column + (columns - 1) * grid->gutter;
}

zt_rect zt_grid_rect_on(const zt_page_grid *grid, zt_grid_rect r)
{
    return (zt_rect){grid->x + r.column * (grid->column + grid->gutter),
                     grid->y + r.line * grid->line, zt_page_grid_width(grid, r.cols),
                     r.lines * grid->line};
}

/* Lines are higher than the em boxes of the body in them, as much above as below. */
zt_rect zt_grid_type_rect_on(const zt_page_grid *grid, zt_grid_rect r)
{
    zt_rect all = zt_grid_rect_on(grid, r);
    double edge = (grid->line - grid->column / grid->characters) / 2;
    return (zt_rect){all.x, all.y + edge, all.w, all.h - 2 * edge};
}

bool zt_grid_rect_meets(zt_grid_rect a, zt_grid_rect b)
{
    return a.column < b.column + b.cols && b.column < a.column + a.cols &&
           a.line < b.line + b.lines && b.line < a.line + a.lines;
}

bool zt_grid_rect_holds(zt_grid_rect a, zt_grid_rect b)
{
    return a.column <= b.column && b.column + b.cols <= a.column + a.cols && a.line <= b.line &&
           b.line + b.lines <= a.line + a.lines;
}
