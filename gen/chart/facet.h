/* gen/chart/facet.h — small multiples, which take the place of the plot of a kind. */
#ifndef ZT_FACET_H
#define ZT_FACET_H

#include "chart/chart_imp.h"

/* Plans and draws as a kind does; not registered, for it is asked for by facet= of any kind that
   suits: line, step, area, column, bar. Its check reports facet-kind, facet-count and
   broken-refused; what the kind finds in a panel is asked by who asks it. */
extern const zt_chart_kind zt_chart_facets;
/* Columns with lines over them on one scale, <series as="line"> of a column chart: one panel in
   which all series lie. Its check reports combined-refused. */
extern const zt_chart_kind zt_chart_combined;

#endif
