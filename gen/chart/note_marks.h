/* gen/chart/note_marks.h — annotations of kinds that list them all under the plot and have no
   places of their own for them: a number beside the name or the mark of the item in what was drawn,
   the same before the words; where there is no room for a number, the item's name before the words.
   Points, frame of the plot. */
#ifndef ZT_NOTE_MARKS_H
#define ZT_NOTE_MARKS_H

#include "chart/annotation.h"

/* Sets chart->ties, how each annotation is tied where the kind lists them all, and chart->lost, the
   arrows that find no way (arrow_marks.h); both in the arena of the setting, and left as they are
   where nothing is to be found. The kind is planned once at this width and drawn at its least and
   greatest height, on a page of its own and without findings. */
void zt_note_marks_plan(zt_chart *chart, const zt_chart_kind *kind, double width);
/* Draws the numbers into the plot that was drawn with chart->ties. */
void zt_note_marks_draw(const zt_chart *chart, zt_group *plot, double width, double height);

#endif
