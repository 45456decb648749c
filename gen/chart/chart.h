/* gen/chart/chart.h — chart kinds: each one C file kind_*.c that defines one zt_chart_kind. */
#ifndef ZT_CHART_H
#define ZT_CHART_H

#include "layout/block.h"
#include "model/doc.h"

typedef struct zt_chart {
    const zt_chart_data *data;
    const zt_block *block; /* for looks and parameters */
    const zt_setting *setting;
    bool has_lead; /* the plot prints the lead figure itself: those of annotations are further ones
                    */
} zt_chart;

typedef struct zt_chart_kind {
    const char *name;      /* the XML value: kind="rank" */
    zt_param_table params; /* what <set> accepts besides those of the chart block */
    const char *zh, *en;   /* what it shows, in a sentence */
    /* Does the data suit this kind? Reports should-be-bars, rank-without-values, too-many-slices …
     */
    bool (*check)(const zt_chart_data *data, zt_diags *diags);
    zt_extent (*measure)(const zt_chart *chart, double width);
    /* Draws the plot alone (title, deck and note are the block's) into `into`, origin at top left.
     */
    void (*draw)(const zt_chart *chart, double width, double height, zt_group *into);
} zt_chart_kind;

/* Made by CMake from kind_*.c: NULL-terminated. */
extern const zt_chart_kind *const zt_chart_kinds[];
const zt_chart_kind *zt_chart_kind_find(zt_str name); /* NULL if unknown */

/* Finds the kind of the data and asks it. Reports unknown-chart-kind at kind_at, with the nearest
   and all known ones, else what the kind reports: no-items, too-many-series, should-be-bars,
   rank-without-values, too-many-slices (errors), share-over-100, share-under-100 (warnings). */
bool zt_chart_check(const zt_chart_data *data, zt_diags *diags);

/* A chart ready for its kind: `block` in it is a copy that knows the kind's params beside its own,
   so that zt_block_length and its like find both. Lives in the setting's arena. */
zt_chart zt_chart_host(const zt_block *block, const zt_setting *setting, const zt_chart_data *data,
                       const zt_chart_kind *kind);

#endif
