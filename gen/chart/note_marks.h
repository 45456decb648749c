/* gen/chart/note_marks.h — annotations of kinds that list them all under the plot and have no
   places of their own for them: a number beside the name or the mark of the item in what was drawn,
   the same before the words; where there is no room for a number, the item's name before the words.
   Points, frame of the plot. */
#ifndef ZT_NOTE_MARKS_H
#define ZT_NOTE_MARKS_H

#include "chart/annotation.h"

/* How each annotation of the chart is tied, in the arena of the setting: found by planning it
   once at this width and drawing it at its least and greatest height, on a page of its own and
   without findings. NULL where the kind
   ties them itself or none names one item or series. For zt_chart.ties. */
const size_t *zt_note_marks_plan(const zt_chart *chart, const zt_chart_kind *kind, double width);
/* Draws the numbers into the plot that was drawn with chart->ties. */
void zt_note_marks_draw(const zt_chart *chart, zt_group *plot, double width, double height);

#endif
