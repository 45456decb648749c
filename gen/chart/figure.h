/* gen/chart/figure.h — a key figure set apart: digits large, words around them smaller on the same
 * baseline. Used by charts and blocks. */
#ifndef ZT_FIGURE_H
#define ZT_FIGURE_H

#include "layout/block.h"
#include "model/quantity.h"

/* A key figure, measured: points. It may be placed any number of times. */
typedef struct zt_figure {
    double width;  /* from the first ink to the last advance */
    double ascent; /* ink above the baseline: digit height, or the Han top of 第二 */
    const struct zt_figure_imp *imp;
} zt_figure;

/* How its digits and the words around them look. All distances and the other ratios are the theme's
   (<figure>), the same in every block and chart. */
typedef struct zt_figure_style {
    zt_look look; /* of the digits: face, size, ink */
    /* Size of unit, scale, 余, 约 by that of the digits, where a template sets it; 0: the theme's.
     */
    double unit_ratio;
    double least; /* of signs and words, points, as far as the digits are larger; 0: the theme's */
    const zt_ink *small_ink; /* ink of units that are small, when look.ink is not K; NULL = same */
    zt_look missing;         /* of 待补 in its dashed box */
} zt_figure_style;

/* Shapes the phrase of `quantity` without its line ever breaking. A missing value becomes 待补 in a
   dashed box as high as the digits. */
zt_figure *zt_figure_new(const zt_setting *setting, const zt_quantity *quantity,
                         const zt_figure_style *style);
/* The same, in proportion smaller where it would be wider than `width` (points), but no digit below
   `least` points: there it stays wider, which whoever places it has to see. */
zt_figure *zt_figure_within(const zt_setting *setting, const zt_quantity *quantity,
                            const zt_figure_style *style, double width, double least);
/* Places it with its first ink at x (the side bearing taken off) and its baseline at y. */
void zt_figure_place(const zt_figure *figure, const zt_setting *setting, zt_group *into, double x,
                     double baseline);

/* The slot of what is still to come: a dashed edge, all of it within the box. */
void zt_dashed_box(zt_scene *scene, zt_group *into, zt_pos at, zt_rect box, double line,
                   const zt_ink *ink);

#endif
