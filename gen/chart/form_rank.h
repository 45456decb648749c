/* gen/chart/form_rank.h — a small form: the ten first places as a strip of cells with the place
   lit, 1 and 10 below its ends. Points, y down. */
#ifndef ZT_FORM_RANK_H
#define ZT_FORM_RANK_H

#include "layout/block.h"
#include "model/quantity.h"

/* What the form is drawn with, filled by its host; all pointers are borrowed. */
typedef struct zt_form_rank_params {
    const zt_quantity *rank;
    /* Side of a cell, where the width allows it. */
    double cell;
    /* Of the numbers below; must live until it is drawn; NULL for no numbers. */
    const zt_look *tick;
    /* Of the place; of the ten of 前十; of the other cells. */
    const zt_ink *lit, *within, *empty;
} zt_form_rank_params;

/* The strip at a width, by value: nothing in it is allocated. */
typedef struct zt_form_rank {
    zt_form_rank_params params;
    double cell, pitch; /* side of a cell, from one to the next */
    double width, height;
} zt_form_rank;

/* Whether the strip can show it: a rank, one place or 前n, from 1 to 10. */
bool zt_form_rank_shows(const zt_quantity *rank);
/* Cells become smaller where ten do not find room in `width`. */
zt_form_rank zt_form_rank_plan(const zt_form_rank_params *params, double width);
/* A part “rank” with its top left at x, y of `into`. */
void zt_form_rank_draw(const zt_form_rank *form, const zt_setting *setting, zt_group *into,
                       double x, double y);

#endif
