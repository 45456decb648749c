/* gen/block/text/pulled.h — the figure that a text is about, set apart over it: private to this
   room. Points. */
#ifndef ZT_PULLED_H
#define ZT_PULLED_H

#include "block/words/wording.h"
#include "chart/figure.h"

/* Measured at a width, in the arena of the setting; without a figure all is 0. */
typedef struct zt_pulled {
    const zt_quantity *quantity;
    const zt_figure *figure; /* NULL: the text has none */
    zt_wording words;
    double words_x, words_y; /* words_x 0: below the digits */
    double baseline;         /* of the digits; both from below the gap over them */
    double height;           /* with the gaps above and below */
} zt_pulled;
/* The number with main="yes" of a block of text; its label= beside it, or below it in narrow
   columns. In a text of weight="key" in the accent. */
zt_pulled zt_pulled_plan(const zt_block *block, const zt_setting *setting, double width);
/* From the foot of what is above. */
void zt_pulled_place(const zt_pulled *pulled, const zt_setting *setting, zt_group *into, double y);

#endif
