/* gen/chart/grid.h — lines of a grid, which give way to type: what stands in their way is known
   before they are drawn. A kind collects the boxes of its figures and words first, whatever
   layer they are drawn in. */
#ifndef ZT_GRID_H
#define ZT_GRID_H

#include "chart/chart_imp.h"

/* Figures and words that no line may run through: boxes of their ink, frame of the plot, owned by
   the caller. */
typedef struct zt_grid_type {
    const zt_rect *boxes;
    size_t count;
} zt_grid_type;

/* A piece of a line of the grid: dotted at ZT_CHART_GRID_LINE, solid at the greater weight of a
   zero or base line. Points of `into`. */
void zt_grid_piece(const zt_chart *chart, zt_group *into, zt_point from, zt_point to,
                   double weight);

/* How a line is drawn, in points; in the ink of the axes. */
typedef struct zt_grid_stroke {
    double weight;
    double dash[2]; /* dash and gap; 0 for a solid one */
    zt_pos at;      /* what it was drawn for */
} zt_grid_stroke;

/* A level line from x `from` to x `to` (from < to) at y, open with a little white on both sides
   where it would meet type. */
void zt_grid_level(const zt_chart *chart, zt_group *into, double from, double to, double y,
                   double weight, const zt_grid_type *type);
/* The same from the top down, at x between two y; grids of lying bars and both ways of a scatter.
 */
void zt_grid_upright_line(const zt_chart *chart, zt_group *into, double from, double to, double x,
                          const zt_grid_stroke *line, const zt_grid_type *type);
/* The same as the first, drawn as `line` says. */
void zt_grid_level_line(const zt_chart *chart, zt_group *into, double from, double to, double y,
                        const zt_grid_stroke *line, const zt_grid_type *type);

/* Paper under a line where it runs over a bar, so that it is seen there; nothing where it does not,
   nor on a ground that is not paper. `line` is its x if it is upright, else its y. */
void zt_grid_clear(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect bar, double line,
                   bool upright);

#endif
