/* gen/model/chart_guides_imp.h — private to model/: what thresholds and brackets of a chart compute
   of its items. */
#ifndef ZT_CHART_GUIDES_IMP_H
#define ZT_CHART_GUIDES_IMP_H

#include "model/doc_imp.h"

/* The series that marks are about where series= names none: the highlighted one, else the first,
   or the latest where series are years. Asked after highlight= was read. */
size_t zt_guide_series(const zt_chart_data *chart);
/* at= of a threshold whose series and name are set: fills value, figure and, where the author wrote
   none, the name. False after reporting bad-threshold. What is computed is told in the chart's
   note. */
bool zt_guide_threshold(zt_doc_reader *r, zt_chart_data *chart, const zt_node *node,
                        zt_guide *guide);
/* The difference of a bracket whose items and series are set: fills the figure and tells the note.
   False after reporting bad-bracket. */
bool zt_guide_bracket(zt_doc_reader *r, zt_chart_data *chart, const zt_node *node, zt_guide *guide);
/* from= or to= of a span that names a time with its year: fills first or end, true then. */
bool zt_guide_time(const zt_chart_data *chart, zt_str text, bool is_end, zt_guide *guide);

#endif
