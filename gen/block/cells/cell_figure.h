/* gen/block/cells/cell_figure.h — key figures as cards and rows set them. */
#ifndef ZT_CELL_FIGURE_H
#define ZT_CELL_FIGURE_H

#include "chart/chart.h"
#include "chart/figure.h"

/* Digits in `look`, a missing value in `missing`; units as large as the theme has them where
   unit_ratio is 0. */
zt_figure_style zt_cell_figure_style(const zt_look *look, double unit_ratio,
                                     const zt_look *missing);
/* The same with small words in the ink of labels, where the digits have an ink of their own. */
zt_figure_style zt_cell_inked_style(const zt_look *look, double unit_ratio, const zt_look *missing,
                                    const zt_look *label);
/* A box for a missing value is as high as a Han figure would be, not as high as digits. */
const zt_figure *zt_cell_figure(const zt_setting *setting, const zt_quantity *q,
                                const zt_figure_style *style);
/* How estimates are drawn in the bars of cells; `pitch` of their hatching. */
zt_mark_params zt_cell_marks(zt_length pitch);
/* "missing", or the part that the figure is of. */
const char *zt_cell_figure_part(const zt_quantity *q, const char *part);

#endif
