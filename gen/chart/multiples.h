/* gen/chart/multiples.h — several series of a kind that draws one: a panel for each, drawn by the
   kind itself under the name of the series. Always of a hub and a histogram, of rings and squares
   where facet= asks for it. Line, step, area, column and bar have panels of their own (facet.h). */
#ifndef ZT_MULTIPLES_H
#define ZT_MULTIPLES_H

#include "chart/chart.h"

/* Plans and draws as a kind does; its check reports facet-count and what the kind says of each
   series. */
extern const zt_chart_kind zt_chart_multiples;

#endif
