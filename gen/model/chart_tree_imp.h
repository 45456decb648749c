/* gen/model/chart_tree_imp.h — private to model/: what hangs on what in a tree. */
#ifndef ZT_CHART_TREE_IMP_H
#define ZT_CHART_TREE_IMP_H

#include "model/chart_pointing_imp.h"

/* of= of the items, into a chart whose items and courses are as they are drawn. Reports of-refused,
   unknown-key, of-elsewhere, of-circle and of-deep; such an item hangs on its series. */
void zt_chart_tree_read(zt_doc_reader *r, zt_chart_data *chart, const zt_chart_names *names,
                        const zt_node *data);

#endif
