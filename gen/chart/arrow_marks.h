/* gen/chart/arrow_marks.h — arrows from mark to mark in kinds that have no place of their own for
   them: the drawn plot is searched for both marks and for a way between them that keeps off type
   and other marks. Points, frame of the plot. */
#ifndef ZT_ARROW_MARKS_H
#define ZT_ARROW_MARKS_H

#include "chart/chart_imp.h"

/* Whether some annotation of the data is an arrow from mark to mark. */
bool zt_arrow_marks_asked(const zt_chart_data *data);
/* Draws all that are not in chart->lost into the drawn plot, behind numbers to come. Where `lost`
   is given those that find no way are left out and noted there; else they run straight, since the
   plan had found one. */
void zt_arrow_marks_draw(const zt_chart *chart, zt_group *plot, double width, double height,
                         bool *lost);

/* Notes in `lost` the arrows that the kind itself has not drawn into the plot. */
void zt_arrow_marks_missed(const zt_chart *chart, const zt_group *plot, bool *lost);

#endif
