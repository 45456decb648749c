/* gen/chart/chart.h — chart kinds: each one C file kind_*.c that defines one zt_chart_kind. */
#ifndef ZT_CHART_H
#define ZT_CHART_H

#include "layout/block.h"
#include "model/chart_data.h"

/* How an estimate or a forecast is told from what is known. */
typedef struct zt_mark_params {
    zt_length outline, hatch_line, hatch_pitch;
} zt_mark_params;

/* What a template sets of every chart; block_chart.c says what each is. */
typedef struct zt_chart_params {
    const zt_ink *accent, *rest, *second, *third;
    zt_mark_params marks;
} zt_chart_params;

/* What a kind is planned and drawn with; nothing in it belongs to the kind. */
typedef struct zt_chart {
    const zt_chart_data *data;
    const zt_block *block; /* for looks */
    /* Of all charts; NULL where a block draws marks alone. */
    const zt_chart_params *params;
    const zt_mark_params *marks;
    const zt_ink *axis_ink; /* of axes, ticks, leaders */
    const void *own;        /* the struct of the kind's table */
    /* Size of the part “label” in points, of which lengths in em are. */
    double em;
    const zt_setting *setting;
    /* How each annotation of the data is tied where its kind lists them all (note_marks.h): its
       number, or ZT_NOTE_NAMED, or 0 for one that is not. NULL: not at all, or by the kind. */
    const size_t *ties;
    /* Which annotations are arrows from mark to mark that have no way in the plot, item by item of
       the data: their words say both names instead (arrow_marks.h). NULL: none. */
    const bool *lost;
    /* In a panel of one series: the data of all, which share one scale; else NULL. */
    const zt_chart_data *all;
    bool has_lead; /* the plot prints the lead figure itself: those of annotations are further ones
                    */
} zt_chart;

/* A plot arranged at a width under one fit. Points, from the plot's top left. */
typedef struct zt_chart_plan {
    zt_extent extent;
    const void *own; /* the kind's arrangement, in setting->arena */
    /* Values whose standing (估计, 推算 …) has no word in the plot, item by item, series within;
       NULL: all have. The note says it of them. */
    const bool *unsaid;
    bool has_arrows; /* draws arrows from mark to mark itself; else they are drawn over the plot
                        (arrow_marks.h) */
} zt_chart_plan;
/* What the note says of them: 估计：2021年、2022年；预测：2023年. Empty when the plot says all. */
zt_str zt_chart_unsaid_words(const zt_chart *chart, const zt_chart_plan *plan);

/* A kind of chart: how it judges data, arranges them and draws them. */
typedef struct zt_chart_kind {
    const char *name;      /* the XML value: kind="rank" */
    zt_param_table params; /* what <set> accepts besides those of the chart block */
    const char *zh, *en;   /* what it shows, in a sentence */
    bool tells_head;       /* prints the head of a single series itself */
    /* Has places of its own for annotations of one item (tie.h); else the chart numbers them in
       what was drawn (note_marks.h). */
    bool ties_notes;
    /* Of a kind that draws one series: the least width in mm of a panel for each of several
       (multiples.h); 0: it has none. Always, or where facet= asks for it. */
    double panel_mm;
    bool always_panels;
    bool key_heads; /* the key of the data stands at the head or in the middle of its plot */
    /* Columns of twelve when blocks are packed; preferred 0: 4, 3 at least. */
    zt_spans spans;
    /* Does the data suit this kind? Reports should-be-bars, rank-without-values, too-many-slices …
     */
    bool (*check)(const zt_chart_data *data, zt_diags *diags);
    /* Arranges the plot alone: title, deck and note are the block's. `chart` lives as long as the
       plan, which may point to it. */
    zt_chart_plan (*plan)(const zt_chart *chart, double width);
    /* Draws what was planned into `into`, origin at its top left; spare height is the kind's to
       share out. May be called again for the same plan, which it leaves as it is. */
    void (*draw)(const zt_chart_plan *plan, double height, zt_group *into);
    /* Gives panels of several series what they share, so that equal heights are equal values; NULL
       where nothing is. */
    void (*make_alike)(zt_chart_plan *panels, size_t count);
} zt_chart_kind;

/* Made by CMake from kind_*.c: NULL-terminated. */
extern const zt_chart_kind *const zt_chart_kinds[];
const zt_chart_kind *zt_chart_kind_find(zt_str name); /* NULL if unknown */
/* What plans and draws the data: their kind, or panels of it; NULL if unknown. */
const zt_chart_kind *zt_chart_kind_drawing(const zt_chart_data *data);

/* Finds the kind of the data and asks it. Reports unknown-chart-kind at kind_at, with the nearest
   and all known ones, else what the kind reports: no-items, too-many-series, should-be-bars,
   rank-without-values, too-many-slices (errors), share-over-100, share-under-100 (warnings). */
bool zt_chart_check(const zt_chart_data *data, zt_diags *diags);

/* A chart ready for its kind, on a block that has its place. */
zt_chart zt_chart_host(const zt_block *block, const zt_setting *setting, const zt_chart_data *data);

#endif
