/* gen/model/chart_data.h — <chart>: its items and series, and what is said beside them; nothing of
   how a kind draws them. */
#ifndef ZT_CHART_DATA_H
#define ZT_CHART_DATA_H

#include "base/data_table.h"
#include "base/time_key.h"
#include "model/rich_text.h"

/* <item>: one bar, point or sector, by its key. values[i] belongs to series[i] of the chart. */
typedef struct zt_chart_item {
    zt_str key;
    zt_pos at;
    /* One a series; NULL = the item is not in that series. */
    const zt_quantity **values;
    /* What the item says besides; NULL where it says nothing. A kind draws them or prints them
       beside the value. */
    const zt_quantity *change, *rank, *share, *target;
    bool highlight;
    /* column= and row= are given: its place on a grid, from 0. */
    bool has_place;
    int column, row;
    /* of= in a tree: the item that it hangs on. Never in a circle. */
    bool has_parent;
    size_t parent;
} zt_chart_item;
/* The items of one series in the order written there, which may be another than that of the chart.
 */
typedef struct zt_chart_course {
    size_t *items; /* indices */
    zt_str *legs;  /* of a route, leg= of each: what the way to it is, such as 在建; else empty */
    size_t count;
} zt_chart_course;
/* <annotation>: words that point at items. */
typedef struct zt_annotation {
    /* Keys as written, blank-separated; those with blanks in quotes. */
    zt_str of;
    /* The same parted; which items they name is found by comparing. */
    zt_str *keys;
    size_t key_count;
    zt_rich text, label;
    /* The figure that is set apart over its label: there is a label, and the text is this quantity
       alone. NULL otherwise: then the text is printed as a sentence, under its label if any. */
    const zt_quantity *figure;
    zt_pos at;
    /* <arrow>: its leader ends in a point at the mark. With from=, an arrow runs from the mark of
       that item to the mark of the one that of= names, and the words stand at it. */
    bool is_arrow, has_from;
    size_t from;
} zt_annotation;
/* What a chart shows beside its data, to read them by. */
typedef enum zt_guide_kind {
    ZT_GUIDE_SPAN,      /* <span>: a stretch of times or items, as a panel behind the data */
    ZT_GUIDE_THRESHOLD, /* <threshold>: a line at a value */
    ZT_GUIDE_BRACKET,   /* <bracket>: over two marks, with their difference */
    ZT_GUIDE_QUADRANT   /* <quadrant>: one of four parts between two thresholds that cross */
} zt_guide_kind;
/* One of them, in words and numbers; where it stands is the kind's. */
typedef struct zt_guide {
    zt_guide_kind kind;
    zt_pos at;
    /* The author's words, or of a threshold those that say what it is (平均); may be empty. */
    zt_str name;
    /* As printed: the value of a threshold, the difference of a bracket; else empty. */
    zt_str figure;
    /* Of a threshold, in the unit of the data; for its place only. */
    double value;
    size_t series;    /* whose marks it is about */
    bool is_computed; /* from the values of that series */
    /* Items, in the order of the author: of a difference `to` less `from`. */
    size_t from, to;
    bool is_right, is_upper; /* of a quadrant */
    /* Of a span whose ends are times that no item has: days since 1970-01-01. */
    bool in_days;
    double first, end;
} zt_guide;
/* The keys of a chart's items as times that rise in the order drawn. Arrays of one value an item,
   in days since 1970-01-01; a name without a year counts in that of the issue. */
typedef struct zt_chart_time {
    zt_time_unit unit; /* the finest of the keys */
    /* Each key is one of its unit, as 2022年 or 3月: ticks may be named anew. */
    bool plain;
    /* The first key says its year. */
    bool has_year;
    /* The middle of what the key names; of 1—2月, 1—3月 … the end. */
    double *at;
    /* Begin and end of what each key names; the end is the midnight after its last day. */
    double *first, *end;
    /* Whether time is left out between the item and the one before it; false for the first. */
    bool *jumps;
} zt_chart_time;
/* A place in a grid of tiles; rows run down, columns to the right, both from 0. */
typedef struct zt_chart_tile {
    zt_str name;
    int row, column;
    zt_pos at; /* in the file of the grid */
} zt_chart_tile;
/* How values lie along their axis. */
typedef enum zt_spread {
    ZT_SPREAD_EVEN,  /* equal differences are equal lengths */
    ZT_SPREAD_LOG,   /* equal ratios are */
    ZT_SPREAD_SYMLOG /* the same on both sides of zero, about which it is even */
} zt_spread;
/* <chart>: all that its kind may draw. Values are numbers of their own scale; `scale` and `unit`
   say how they are printed. */
typedef struct zt_chart_data {
    zt_str kind;
    zt_pos kind_at;
    zt_lang language; /* of the document */
    zt_rich title, deck, note;
    zt_str head; /* head= of the block */
    /* As written, empty when not given. `unit` holds for every value that has none of its own. */
    zt_str key_name, unit, period, asof;
    zt_str source; /* where the data come from; reports print it below the figure */
    /* The title, kicker or deck of the document says it. */
    bool unit_in_heads;
    /* One of them states it, set apart from other words, for all that stands under it. */
    bool unit_stated;
    /* Power of ten shared by all values of unit= (万人次 = 4). */
    int scale;
    /* 5700家 beside 5.56万家: labels as written, one scale for lengths. */
    bool mixed_scales;
    /* Heads; one empty head when there is only one. */
    zt_str *series;
    /* highlight= may name a series as well. */
    bool *series_highlight;
    size_t series_count;
    /* <series as="line">: over columns, on the same scale. NULL: none is. */
    const bool *as_line;
    /* In the order to draw: sort= applied, stable. */
    zt_chart_item *items;
    size_t item_count;
    /* One a series, in kinds whose items need no value (route); else NULL. */
    zt_chart_course *courses;
    /* What legs of routes are, each word once, in the order of the file. */
    zt_str *legs;
    size_t leg_count;
    /* NULL: the keys are names, or times in another order. */
    const zt_chart_time *time;
    /* Keys that are all times, but do not rise. */
    bool times_fall;
    /* axis="even": at even steps on purpose, with a break where time jumps. */
    bool even;
    /* axis="log", "symlog" of all values. One a series where some has its own (zt_chart_spread_of);
       else NULL. */
    zt_spread spread;
    const zt_spread *spreads;
    zt_pos spread_at; /* where it is asked for first; of the kind where it is not */
    /* facet="series": each series in a panel of its own, with scale="own" on a scale of its own. */
    bool facet, own_scales;
    zt_annotation *annotations;
    size_t annotation_count;
    /* label=: of each item, series within, whether its value is asked for at its mark; NULL where
       the document leaves that to the kind. */
    const bool *wanted;
    /* In the order of the file. */
    zt_guide *guides;
    size_t guide_count;
    /* total=: what the items add up to, by id or as a phrase; or NULL. */
    const zt_quantity *total;
    zt_pos total_at;
    /* broken="yes": the axis may leave out what lies below all values; the kind must be one that
       can. */
    bool broken;
    /* Places of names in a grid of tiles, from the file that grid= names; none without it. */
    zt_chart_tile *tiles;
    size_t tile_count;
    zt_pos grid_at;
    bool grid_failed; /* its file could not be read, which has been said */
    /* icon= of a pictogram, as written; empty without one. */
    zt_str icon;
    zt_pos icon_at;
    /* each=: what one icon stands for in the unit of the data; above zero. */
    bool has_each;
    zt_num each;
    zt_pos each_at; /* of the kind when it is not given */
    /* An import failed: items are not what they should be, which has been said. */
    bool incomplete;
    /* The same data as words in rows and columns (chart_table.h). */
    const zt_data_table *table;
} zt_chart_data;

#endif
