/* gen/chart/facet_values.h — values at points of small multiples and of combined series, as label=
   asks for them; the last one of a panel stands at its edge and is none of these. Points, frame of
   the panel. */
#ifndef ZT_FACET_VALUES_H
#define ZT_FACET_VALUES_H

#include "chart/facet_imp.h"

/* A value and where it stands. */
typedef struct zt_facet_text {
    zt_mark_text text;
    zt_rect box;
    bool lost; /* it has no room near its mark */
} zt_facet_text;

/* Those of a panel, in the arena of the setting. */
typedef struct zt_facet_texts {
    zt_facet_text *items;
    size_t count, lost;
} zt_facet_texts;

/* Whether label= asks for the value of a series at an item, beside what stands at the edge. */
bool zt_facet_is_labelled(const zt_facets_plan *plan, size_t series, size_t item);
/* Whether a dot or a ring stands at the value of a line: at the last one, at highlighted, labelled
   and approximate ones, at those without neighbours, and where an arrow begins or ends. */
bool zt_facet_has_dot(const zt_facets_plan *plan, size_t series, size_t item);
/* The places of all in a panel whose plot is `row` high: each the nearest to its mark that is free
   of lines, columns, other values and numbers. */
zt_facet_texts zt_facet_texts_place(const zt_facets_plan *plan, size_t panel, double row);
/* How many have no room in the least plots. */
size_t zt_facet_texts_lost(const zt_facets_plan *plan);
void zt_facet_texts_draw(const zt_facets_plan *plan, const zt_facet_texts *texts, zt_group *into);

#endif
