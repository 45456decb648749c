/* The kinds by their names in the XML. */
#include "chart/chart.h"

const zt_chart_kind *zt_chart_kind_find(zt_str name)
{
    for (const zt_chart_kind *const *kind = zt_chart_kinds; *kind; kind++)
        if (zt_str_is(name, (*kind)->name))
            return *kind;
    return NULL;
}
