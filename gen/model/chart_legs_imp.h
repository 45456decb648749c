/* gen/model/chart_legs_imp.h — private to model/: what the legs of a route are. */
#ifndef ZT_CHART_LEGS_IMP_H
#define ZT_CHART_LEGS_IMP_H

#include "model/doc_imp.h"

/* The words of leg= in the courses of the chart, each once. Reports leg-refused where an item has
   no leg, and where there are more kinds of legs than can be told apart. */
void zt_chart_legs_read(zt_doc_reader *r, zt_chart_data *chart, const zt_node *data);

#endif
