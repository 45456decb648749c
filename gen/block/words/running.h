/* gen/block/words/running.h — running text in columns on one line grid: paragraphs that go on from
   column to column, heads that take whole lines between them. The one flow of hint and text. */
#ifndef ZT_RUNNING_H
#define ZT_RUNNING_H

#include "block/words/lines.h"

/* A paragraph or a head, broken for the column it stands in. */
typedef struct zt_running_item {
    zt_para *para;
    zt_look look;     /* in which it was broken */
    const char *part; /* of the scene's group */
    zt_role role;
    zt_pos at;
    /* Takes whole lines; at least two lines of text stay below it. */
    bool head;
    /* Least blank above and below a head together, points. */
    double space;
    /* Lines more that a head may take, so that columns end on one line. */
    int stretch;
    bool alike; /* to the other heads in that (zt_flow_unit) */
    /* Set at the end of the line before where there is room for it. */
    bool joins;
    bool begins_column;
} zt_running_item;

/* Running text arranged over columns: where each unit stands, in lines of the grid. */
typedef struct zt_running {
    const zt_running_item *items;
    size_t count;
    /* What the grid is made of. */
    zt_look text;
    int columns;
    double column, gutter;
    zt_flow_unit *units; /* of all items in order */
    zt_flow_slot *slots;
    /* Unit that each item begins with; count + 1 entries. */
    size_t *first;
    int rows; /* lines of the longest column */
} zt_running;

/* `columns`: their count and widths. Keeps `items`. */
zt_running zt_running_plan(const zt_setting *setting, const zt_running_item *items, size_t count,
                           const zt_look *text, int columns, double column, double gutter);
/* From the first em box to the last with the lines `leading` apart. */
double zt_running_height(const zt_running *running, double leading);
/* From the first em box to the baseline of the first item; negative without text. */
double zt_running_baseline(const zt_running *running);
/* The leading, up to the style's most, with which lines that need `rows` fill the height. */
double zt_running_leading(const zt_look *text, int rows, double height);
/* Whole lines of the grid for a head as high as that, with `space` above and below together. */
int zt_running_head_rows(const zt_look *text, double height, double space);
/* How far below the top of its lines it stands: nearer to what it heads. */
double zt_running_head_drop(const zt_look *text, int rows, double leading, double height);
/* The first em boxes at `origin`. */
void zt_running_place(const zt_setting *setting, const zt_running *running, zt_group *into,
                      zt_point origin, double leading);

#endif
