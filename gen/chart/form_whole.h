/* gen/chart/form_whole.h — a small form: the parts of a whole as one strip of 100 %, or as a square
   for each unit. It draws marks alone; their values and names stand where its host wants them.
   Points, y down. */
#ifndef ZT_FORM_WHOLE_H
#define ZT_FORM_WHOLE_H

#include "layout/block.h"
#include "model/quantity.h"

/* How the parts are drawn. */
typedef enum zt_whole_form {
    ZT_WHOLE_AUTO,    /* squares where a reader can count them, else a strip */
    ZT_WHOLE_FIGURES, /* no marks */
    ZT_WHOLE_STRIP,
    ZT_WHOLE_SQUARES
} zt_whole_form;

/* What it is drawn with; lengths in points. */
typedef struct zt_form_whole_params {
    const zt_quantity *const *parts;
    size_t count;
    zt_whole_form form;        /* what is asked for */
    double strip;              /* thickness of the strip */
    double square, square_gap; /* side of a square, white between two */
    /* How narrow squares may become to stand in one row; 0 for never. */
    double square_least;
    const zt_ink *first, *second, *further; /* of the parts: the first stands out */
} zt_form_whole_params;

/* The marks at a width. It points into its params' parts. */
typedef struct zt_form_whole {
    zt_form_whole_params params;
    zt_whole_form form; /* what is drawn: FIGURES where the parts are no lengths */
    double width;       /* that it was planned for */
    double height;      /* 0 of FIGURES */
    /* That the marks really take: squares may end earlier. */
    double marks_width;
    /* Left edge of each part's marks, or of its share of the width. */
    double *x;
    int rows, columns;  /* of squares, filled down, then across */
    double pitch, side; /* from square to square along the row; width of one */
} zt_form_whole;

/* Which form the parts get: squares only for whole numbers of at most 60 in all, no marks where a
   part has no number or all are zero. */
zt_whole_form zt_form_whole_choose(const zt_form_whole_params *params);
/* At most `width` wide, unless a single square is wider. */
zt_form_whole zt_form_whole_plan(zt_arena *arena, const zt_form_whole_params *params, double width);
/* A part “parts” with its top left at x, y of `into`; nothing of FIGURES. */
void zt_form_whole_draw(const zt_form_whole *whole, const zt_setting *setting, zt_pos at,
                        zt_group *into, double x, double y);

#endif
