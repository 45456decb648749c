/* gen/model/chart_pointing_imp.h — private to model/: what points at items and series of a chart by
   their names. */
#ifndef ZT_CHART_POINTING_IMP_H
#define ZT_CHART_POINTING_IMP_H

#include "model/doc_imp.h"

/* Why a key that is written has no item. The words continue “key”. */
typedef struct zt_absence {
    const char *zh, *en;
} zt_absence;

/* The names that a chart is pointed at by. */
typedef struct zt_chart_names {
    /* value: a size_t, the index, in the arena of the document. */
    zt_names keys, series;
    /* Keys that the chart has no item of; value: the zt_absence. */
    zt_names left_out;
} zt_chart_names;

/* highlight=, label=, annotations and guides of <chart>, into a chart whose items, series and times
   are as they are drawn. Reports unknown-key, unknown-highlight, arrow-bare and what the guides
   report. */
void zt_chart_pointing_read(zt_doc_reader *r, zt_chart_data *chart, const zt_chart_names *names,
                            const zt_node *node);

#endif
