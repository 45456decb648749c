/* gen/block/hero/hero_picture.h — the parametric picture of a hero: so many whole symbols of a few
   flat shapes, in two inks. Points, y down, from the picture's top left. */
#ifndef ZT_HERO_PICTURE_H
#define ZT_HERO_PICTURE_H

#include "block/hero/symbols.h"
#include "model/doc.h"

/* Inks of a picture: symbols that count, the others, the heads of lines without any of the first,
   what is cut out, and what stands under them. */
typedef struct zt_hero_inks {
    const zt_ink *lit, *rest, *mid, *hole, *dark;
} zt_hero_inks;

/* Symbols in lines that can be counted; cells of one size, from edge to edge. */
typedef struct zt_hero_picture {
    const zt_figure_picture *content; /* NULL: none */
    const zt_symbol *symbol;
    size_t per_line, lines;
    double cell_w, cell_h;
    double width, height; /* of all */
} zt_hero_picture;

/* As wide as may be, in so many lines that it comes nearest to the height wished. */
zt_hero_picture zt_hero_picture_plan(const zt_figure_picture *content, double width, double wished);
/* With its top left at x, y; `before` and `after` are how far lines run on to both sides. */
void zt_hero_picture_place(const zt_hero_picture *picture, const zt_setting *setting,
                           const zt_hero_inks *inks, zt_group *into, zt_point at, double before,
                           double after);

#endif
