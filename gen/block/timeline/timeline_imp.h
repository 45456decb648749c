/* gen/block/timeline/timeline_imp.h — what every part of a timeline starts from: its parameters and
   constants, its entries, the plan that they stand in, and the few measures that follow from one
   entry alone. The other headers of the room each name one C file: timeline_calendar.h,
   timeline_down.h, timeline_across.h and timeline_beside.h (how entries stand), timeline_plan.h
   (which of these, and how high), timeline_draw.h. Points; y down from the block's top. */
#ifndef ZT_TIMELINE_IMP_H
#define ZT_TIMELINE_IMP_H

#include "block/words/rich.h"
#include "model/doc.h"

/* Discs on the axis, by their diameter: an ordinary event, a key event, the two of a range of days
   and the distance of their middles; the line of an open one. */
static const double ZT_TL_NODE = ZT_MM(2.6);
static const double ZT_TL_KEY_NODE = ZT_MM(3.8);
static const double ZT_TL_RANGE_NODE = ZT_MM(2.6);
static const double ZT_TL_RANGE_APART = ZT_MM(3.2);
/* The same distance where nodes stand in the line of their dates; from the edge of a band to the
   name of its year there. */
static const double ZT_TL_GRID_APART = ZT_MM(2.2);
static const double ZT_TL_GRID_INSET = ZT_MM(1.4);
static const double ZT_TL_NODE_LINE = ZT_MM(0.5);
/* Leaders: the room that they have between calendar and nodes, and their weight. */
static const double ZT_TL_LEADER_LENGTH = ZT_MM(9);
static const double ZT_TL_LEADER_LINE = ZT_MM(0.15);
/* Of a spine: width of the strip, room of the leaders, from a leader to its date, the weight of a
   leader of a key event. */
static const double ZT_TL_SPINE_WIDTH = ZT_MM(6.4), ZT_TL_SPINE_LEADER = ZT_MM(3.4);
static const double ZT_TL_SPINE_GAP = ZT_MM(0.7), ZT_TL_SPINE_KEY_LINE = ZT_MM(0.5);
/* A calendar that runs across: its height, the white between two of its parts, and the least width
   of a block that gets one without asking. */
static const double ZT_TL_CALENDAR_HEIGHT = ZT_MM(6);
static const double ZT_TL_CALENDAR_CUT = ZT_MM(0.6);
static const double ZT_TL_CALENDAR_LEAST = ZT_MM(150);

/* An event with its texts broken at the measure. The fields below `once arranged` are set for a
   height, in a copy of the entries (zt_tl_arranged). */
typedef struct zt_tl_entry {
    const zt_event *event;
    /* Head and text NULL when there is none. */
    zt_para *date, *head, *text;
    /* The name of the band of its year (quarter, month) that begins with it; NULL: none begins. */
    zt_para *band;
    /* The period went on before this row: seen anew, heard once. */
    bool band_again;
    /* Height of date, head and text at the natural leading, without the band. */
    double height;
    int column, row;
    /* once arranged: */
    double x;   /* of what it hangs in: its column, or the pole beside a horizontal axis */
    double top; /* of the date's em box */
    /* Middle of the node on a horizontal axis. */
    double node_y;
    double band_x, band_top;
    bool above; /* over a horizontal axis */
} zt_tl_entry;

/* How entries stand, by the block's variant and by whether distances are true to time. */
typedef enum zt_tl_form {
    /* axis-left: entries below each other, perhaps in columns. */
    ZT_TL_DOWN,
    /* Beside a calendar that runs down, true to the day. */
    ZT_TL_DOWN_TIME,
    /* horizontal: over and under an axis, in as many rows as are needed. */
    ZT_TL_ACROSS,
    ZT_TL_ACROSS_TIME,
    /* grid: on columns, row by row. */
    ZT_TL_GRID
} zt_tl_form;

/* rows=: whether entries side by side in columns begin at one height. */
typedef enum zt_tl_rows { ZT_TL_ROWS_FREE, ZT_TL_ROWS_ALIGNED } zt_tl_rows;
/* scale=: AUTO leaves it to the document. */
typedef enum zt_tl_scale {
    ZT_TL_SCALE_AUTO,
    ZT_TL_SCALE_EVEN,
    ZT_TL_SCALE_TIME,
    ZT_TL_SCALE_HYBRID
} zt_tl_scale;
/* Whether a calendar stands on the head's line; AUTO: where distances are even and the width
   suffices. */
typedef enum zt_tl_strip { ZT_TL_STRIP_AUTO, ZT_TL_STRIP_YES, ZT_TL_STRIP_NO } zt_tl_strip;
/* group=: AUTO leaves it to the document; the others as zt_time_group. */
typedef enum zt_tl_group {
    ZT_TL_GROUP_AUTO,
    ZT_TL_GROUP_YEAR,
    ZT_TL_GROUP_QUARTER,
    ZT_TL_GROUP_MONTH,
    ZT_TL_GROUP_NONE,
    ZT_TL_GROUP_DAY
} zt_tl_group;
/* What a template sets; block_timeline.c says what each is. */
typedef struct zt_tl_params {
    zt_gap gap;
    double indent;
    bool bands;
    double band_height;
    const zt_ink *band_ink;
    double axis, axis_at;
    zt_tl_rows rows;
    double head_height;
    zt_tl_scale scale;
    zt_tl_strip calendar;
    zt_str calendar_text;
    zt_tl_group group;
    /* The calendar that runs down is the picture: a narrow strip with its years turned, no nodes,
       key events tied to it by strong leaders. */
    bool spine;
} zt_tl_params;

/* A timeline at a width, in the arena of the setting. Filled by zt_tl_plan_make; which of its
   measures are read depends on the form. */
typedef struct zt_tl_plan {
    const zt_block *block;
    const zt_tl_params *params;
    const zt_setting *setting;
    const zt_timeline *content;
    zt_tl_form form;
    zt_time_scale scale;
    /* Looks under the fit in force; `section` is that of the block's head, `head` that of an
       event's. */
    zt_look section, year, date, key_date, head, text, strong, note;
    zt_tl_entry *entries;
    size_t count;
    int columns;
    bool rows_aligned;
    /* Width of the block, of one column, and between columns. */
    double width, column, gutter;
    /* Where nodes and texts stand, from the left edge of their column. */
    double indent, measure; /* the text edge in its column; the measure of the text */
    double axis_x;          /* in its column */
    double date_indent;     /* of the date from the text edge; 0 but in a grid */
    /* Width of a calendar that runs down; 0 without one. */
    double calendar;
    /* Room of the leaders between a calendar and the nodes. */
    double leader;
    double band_height, date_gap; /* the highest band's, of which all are */
    zt_paint ground;              /* of bands and calendar */
    const zt_ink *key_ink;        /* of key events */
    /* Ink of the axis and of open nodes. */
    const zt_ink *axis_ink;
    /* Ink of the head's rule and of leaders. */
    const zt_ink *line_ink;
    /* Distances, each with its ceiling; which of them are read depends on the form. */
    zt_gap gap; /* between entries, and between entries and bands */
    /* Gaps of a horizontal timeline: from text to axis, from row to row. */
    zt_gap axis_gap, row_gap;
    /* From node to node of a horizontal one. */
    double pitch;
    size_t per_row; /* its entries in one row */
    zt_para *title; /* the block's head; NULL: none */
    /* 0 when there is no head. */
    double rule, rule_gap, head_height;
    /* A day scale stands on the head's line. */
    bool strip;
    double leading; /* of the text in force */
} zt_tl_plan;

/* Set horizontally, evenly or true to time. */
bool zt_tl_is_across(const zt_tl_plan *plan);
/* Beside a calendar that is the picture. */
bool zt_tl_is_spine(const zt_tl_plan *plan);
/* A gap of the theme's scale, from its natural width to the most that it grows to, in steps. */
zt_gap zt_tl_gap(const zt_tl_plan *plan, double natural, double ceiling);
/* What stands above the entries: rule, gap and head; 0 without a head. */
double zt_tl_head_height(const zt_tl_plan *plan);
/* The lines of the head, in the middle of its height. */
zt_rect zt_tl_title_box(const zt_tl_plan *plan);
/* From the top of an entry's band to the first em box of its name, in the middle of its height. */
double zt_tl_name_drop(const zt_tl_plan *plan, const zt_tl_entry *entry);
/* Date, head and text with the gaps between, the text's lines `leading` apart; without a band.
   Points. */
double zt_tl_entry_height(const zt_tl_plan *plan, const zt_tl_entry *entry, double leading);
/* The foot of the last line of an entry that has its place. */
double zt_tl_entry_foot(const zt_tl_plan *plan, const zt_tl_entry *entry);
/* From the top of an entry to the middle of its date's first line, where a node stands. */
double zt_tl_node_drop(const zt_tl_plan *plan, const zt_tl_entry *entry);
/* The value between `low` and `high` with which a height that grows evenly from `least` to `most`
   becomes `wanted`. */
double zt_tl_between(double low, double high, double least, double most, double wanted);
/* A group for what only decorates. */
zt_group *zt_tl_decoration(const zt_tl_plan *plan, zt_group *into, zt_pos at, const char *part,
                           zt_rect box);

#endif
