/* gen/chart/stack.h — parts of several wholes: a lying bar for each item, a segment for each
   series, in a scale all bars share or each bar as a hundred per cent. One series is one bar, its
   items the parts. */
#ifndef ZT_STACK_H
#define ZT_STACK_H

#include "chart/chart_imp.h"

/* What the whole length of a bar means. */
typedef enum zt_stack_scale {
    ZT_STACK_SHARED, /* lengths compare from bar to bar; the sum stands at the right */
    ZT_STACK_HUNDRED /* every bar is a whole */
} zt_stack_scale;

/* Reports no-items, rank-without-values, too-many-series; of bars of a hundred should-be-bars,
   nothing-to-part and share-over-100 too. `kind` is the kind's name. */
bool zt_stack_check(const zt_chart_data *data, zt_diags *diags, const char *kind,
                    zt_stack_scale scale);
/* Arranges the bars in the arena of the setting; sums are printed when `total` asks. Bars that
   cannot stand as asked lie, which is reported. */
zt_chart_plan zt_stack_plan(const zt_chart *chart, double width, zt_stack_scale scale, bool total,
                            zt_chart_direction direction);
/* Draws what zt_stack_plan() made. */
void zt_stack_draw(const zt_chart_plan *planned, double height, zt_group *into);

#endif
