/* gen/block/timeline/timeline_imp.h — a timeline measured: its entries, their heights, where they
   stand. Private to block/. Points; y down from the block's top. */
#ifndef ZT_TIMELINE_IMP_H
#define ZT_TIMELINE_IMP_H

#include "block/words/rich.h"
#include "block/timeline/timeline_periods.h"

typedef struct zt_tl_entry {
    const zt_event *event;
    zt_para *date, *head, *text; /* head and text NULL when there is none */
    bool band;                   /* a band of its year (quarter, month) begins with it */
    zt_str band_name;
    double height; /* at the natural leading, without the band */
    int column, row;
    /* once arranged: */
    double x;      /* of what it hangs in: its column, or the pole beside a horizontal axis */
    double top;    /* of the date's em box */
    double node_y; /* of the node on a horizontal axis */
    double band_x, band_top;
    bool above; /* over a horizontal axis */
} zt_tl_entry;

typedef enum zt_tl_form {
    ZT_TL_DOWN,      /* axis-left: entries below each other, perhaps in columns */
    ZT_TL_DOWN_TIME, /* beside a calendar that runs down, true to the day */
    ZT_TL_ACROSS,    /* horizontal: over and under an axis, in as many rows as are needed */
    ZT_TL_ACROSS_TIME
} zt_tl_form;

typedef enum zt_tl_rows { ZT_TL_ROWS_FREE, ZT_TL_ROWS_ALIGNED } zt_tl_rows;
typedef enum zt_tl_scale {
    ZT_TL_SCALE_AUTO,
    ZT_TL_SCALE_EVEN,
    ZT_TL_SCALE_TIME,
    ZT_TL_SCALE_HYBRID
} zt_tl_scale;
typedef enum zt_tl_strip { ZT_TL_STRIP_AUTO, ZT_TL_STRIP_YES, ZT_TL_STRIP_NO } zt_tl_strip;
/* What a template sets; block_timeline.c says what each is. */
typedef struct zt_tl_params {
    zt_gap gap, date_gap;
    double indent;
    bool bands;
    double band_height;
    const zt_ink *band_ink;
    double band_tint, axis_line, axis_at;
    const zt_ink *axis_ink;
    double node, node_line;
    const zt_ink *node_ground;
    double key_node;
    const zt_ink *key_ink;
    double range_node, range_apart;
    zt_tl_rows rows;
    double rule;
    const zt_ink *rule_ink;
    zt_gap rule_gap;
    double head_height;
    zt_tl_scale scale;
    double leader_length, leader_line;
    const zt_ink *leader_ink;
    zt_gap axis_gap, fold_gap, pole_gap, entry_gap;
    zt_length measure, measure_most;
    zt_tl_strip calendar;
    double calendar_least, calendar_height;
    zt_gap calendar_gap;
    double calendar_mark, calendar_key, calendar_cut;
    zt_str calendar_text;
} zt_tl_params;

typedef struct zt_tl_plan {
    const zt_block *block;
    const zt_tl_params *params;
    const zt_setting *setting;
    const zt_timeline *content;
    zt_tl_form form;
    zt_time_scale scale;
    zt_look section, year, date, key_date, head, text, strong, note;
    zt_tl_entry *entries;
    size_t count;
    int columns;
    bool rows_aligned;
    double width, column, gutter; /* of the block, of one column, between columns */
    double indent, measure;       /* the text edge in its column; the measure of the text */
    double axis_x;                /* in its column */
    double calendar;              /* width of a calendar that runs down; 0 without one */
    double leader;                /* between a calendar and the nodes */
    double band_height, date_gap;
    zt_paint ground;                    /* of bands and strip */
    zt_gap gap;                         /* between entries, and between entries and bands */
    zt_gap axis_gap, row_gap;           /* of a horizontal one: text to axis, row to row */
    double pitch;                       /* from node to node of a horizontal one */
    size_t per_row;                     /* its entries in one row */
    double rule, rule_gap, head_height; /* 0 when there is no head */
    bool strip;                         /* a day scale stands on the head's line */
    double leading;                     /* of the text in force */
} zt_tl_plan;

/* Set horizontally, evenly or true to time. */
bool zt_tl_is_across(const zt_tl_plan *plan);
/* Breaks all texts; arranges nothing yet. */
zt_tl_plan zt_tl_plan_make(const zt_block *block, const zt_setting *setting, double width);
/* What stands above the entries: rule, gap and head; 0 without a head. */
double zt_tl_head_height(const zt_tl_plan *plan);
/* Head and entries at their natural gaps and leading, or at their widest. */
double zt_tl_natural_height(const zt_tl_plan *plan);
double zt_tl_widest_height(const zt_tl_plan *plan);
double zt_tl_entry_height(const zt_tl_plan *plan, const zt_tl_entry *entry, double leading);
/* Gives each entry its place, and the leading, for a block of this height: spare height goes to the
   gaps up to their ceiling, then to the leading. */
void zt_tl_arrange(zt_tl_plan *plan, double height);
/* The foot of the last line of an entry. */
double zt_tl_entry_foot(const zt_tl_plan *plan, const zt_tl_entry *entry);
/* From the top of an entry to the middle of its date's first line, where a node stands. */
double zt_tl_node_drop(const zt_tl_plan *plan, const zt_tl_entry *entry);
/* The value between `low` and `high` with which a height that grows evenly from `least` to `most`
   becomes `wanted`. */
double zt_tl_between(double low, double high, double least, double most, double wanted);

/* timeline_across.c: the same of a horizontal one. */
void zt_tl_across_measure(zt_tl_plan *plan);
double zt_tl_across_height(const zt_tl_plan *plan, bool widest);
void zt_tl_across_arrange(zt_tl_plan *plan, double height);
/* Axis or bands or calendar, poles and leaders. */
void zt_tl_across_draw(const zt_tl_plan *plan, zt_group *into);

/* timeline_time.c: beside a calendar that runs down. */
void zt_tl_time_arrange(zt_tl_plan *plan, double height);
void zt_tl_time_draw(const zt_tl_plan *plan, double height, zt_group *into);

/* ---- timeline_calendar.c: days as lengths ---- */

typedef struct zt_tl_calendar {
    const zt_tl_plan *plan;
    bool down;               /* runs down; else to the right */
    bool backwards;          /* the last day comes first */
    double from, length;     /* along its direction */
    double across, thick;    /* its edge and thickness in the other */
    long first_day, end_day; /* end exclusive */
    zt_months months;        /* of one part: each has its name, and a cut before it */
} zt_tl_calendar;

/* Parts as fine as their names have room, but not finer than the entries are grouped. */
zt_tl_calendar zt_tl_calendar_make(const zt_tl_plan *plan, bool down, zt_rect box);
/* The middle of the date's mark, along the direction. */
double zt_tl_calendar_place(const zt_tl_calendar *calendar, zt_date date);
/* How many of its parts have room for their names between the marks. */
size_t zt_tl_calendar_names(const zt_tl_calendar *calendar);
/* Ground, marks, names; and the words of strip-text where there is room for them. */
void zt_tl_calendar_draw(const zt_tl_calendar *calendar, bool noted, zt_group *into);
/* 2020年—2022年: its first and last part. */
zt_str zt_tl_calendar_span(const zt_tl_calendar *calendar);
/* Widest of the names that a calendar running down may need. */
double zt_tl_calendar_width(const zt_tl_plan *plan);

void zt_tl_draw(const zt_tl_plan *plan, double height, zt_group *into);
/* A group for what only decorates. */
zt_group *zt_tl_decoration(const zt_tl_plan *plan, zt_group *into, zt_pos at, const char *part,
                           zt_rect box);

#endif
