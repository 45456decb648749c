/* gen/chart/observations.h — items as observations of one quantity: their order by value, and the
   figures that describe them all. */
#ifndef ZT_OBSERVATIONS_H
#define ZT_OBSERVATIONS_H

#include "chart/chart_imp.h"

/* One value; all borrowed from the data. */
typedef struct zt_observation {
    const zt_chart_item *item;
    size_t index; /* of the item */
    const zt_quantity *quantity;
    double value; /* in the unit of the data */
} zt_observation;

/* The known values of a series from the least to the greatest, equal ones as written. */
typedef struct zt_observations {
    zt_observation *values;
    size_t count;
    int decimals; /* the most of any value */
} zt_observations;

/* In the arena of the setting. */
zt_observations zt_observations_new(const zt_chart *chart, size_t series);
/* The value below which a part of 0 to 1 of them lies, between two where it must (type 7 of
   Hyndman and Fan 1996, as spreadsheets have it). There must be one. */
double zt_observations_quantile(const zt_observations *all, double part);
/* A computed value as it is printed, with at most one decimal more than the observations. */
zt_str zt_observations_print(const zt_chart *chart, const zt_observations *all, double value);
/* Values whose standing is not printed: all estimates, forecasts … and those to come. */
const bool *zt_observations_unsaid(const zt_chart *chart);

#endif
