/* gen/layout/stream.h — a story in columns of one line grid: paragraphs, subheads in whole lines,
   bylines, round photographs, so that the columns end exactly on their last line. Points and rows
   are those of one frame, the story's; a row is as high as the leading of its text. */
#ifndef ZT_STREAM_H
#define ZT_STREAM_H

#include "text/para.h"

/* A column of text: rows `row` … `row + rows - 1`. */
typedef struct zt_leg {
    double x, width;
    int row, rows;
} zt_leg;
/* What text keeps clear of, with the blank that it wants about it: a photograph, a box. */
typedef struct zt_obstacle {
    double x, width;
    int row, rows;
} zt_obstacle;

/* Slots for lines, leg after leg, each from its top down. */
typedef struct zt_stream_room {
    zt_slot *slots;
    size_t count;
    /* Rows beside an obstacle that are too narrow for a line (slot-narrow), and the leg with the
       first of them. */
    size_t dropped, dropped_leg;
} zt_stream_room;
/* Legs in the order of reading. Beside an obstacle the wider side is taken, in whole em (points of
   the text's size), when it holds `least` of them; lines on the right of it end with the leg. What
   is parted by dropped rows begins and ends like a column. No more than 65535 rows and legs. */
zt_stream_room zt_stream_room_of(zt_arena *arena, const zt_leg *legs, size_t leg_count,
                                 const zt_obstacle *obstacles, size_t obstacle_count, double em,
                                 double least);

/* What a story is made of, in the order of reading. */
typedef struct zt_stream_item {
    /* Lines that flow (zt_text_flows), shaped with the leading of the grid: paragraph, byline.
       NULL: whole lines that the caller fills, a subhead. */
    const zt_text *text;
    /* Whole lines that it takes in a column, and as the first of a column. */
    int rows, rows_at_top;
    /* Blank lines more that it may take so that columns end well. */
    int stretch;
    /* So many lines of text stand below whole lines in the same column: 2 below a subhead. */
    int below;
    /* The next item begins in the column where this one ends: a byline. */
    bool keep_next;
    /* It begins in the column where the item before ended. */
    bool keep_previous;
    /* A paragraph that may go; it does for a little less than two lines stretched by 0.12 em a gap.
     */
    bool optional;
    /* Of the last item, 下转5版: points that it needs at the end of the last line before it, its
       distance included. Where they are free it takes no slot, else its whole lines. */
    double joins;
} zt_stream_item;

/* The slots that an item takes: none of a text without characters, of an optional one that went, of
   one that joins the last line. */
typedef struct zt_stream_span {
    size_t first, count;
} zt_stream_span;
/* A story in its slots. */
typedef struct zt_stream_fill {
    /* Every slot is taken. */
    bool exact;
    /* Lines that are too many (+) or wanting (-) at the end of the last leg. It is stretched and
       shrunk for each as far as three lines with gaps of more than 0.25 em are worth; no line
       becomes nothing but holes for it. */
    int over;
    /* The fewest with which it could be set at all. */
    int over_least;
    /* Slots left empty at the feet of columns, where nothing else was possible: a byline that would
       be parted from its text. Then it is not exact. */
    int empty;
    /* On the scale of zt_text_flow. */
    uint32_t cost;
    /* Those given, and below the last leg as many more as are over. */
    const zt_slot *slots;
    size_t slot_count;
    zt_stream_span *spans; /* one an item */
} zt_stream_fill;
/* The cheapest way to fill the slots exactly, or to end early with all that is optional; else the
   best that is over, without what is optional; else one that leaves feet of columns empty. NULL
   when there is none: no slots, or whole lines that no column holds. */
zt_stream_fill *zt_stream_fill_slots(zt_arena *arena, const zt_stream_item *items, size_t count,
                                     const zt_slot *slots, size_t slot_count);

/* The lines of each item where they were found, in the frame of the slots; NULL for whole lines and
   for items that take no slots. Reports as zt_para_break. */
zt_para **zt_stream_set(zt_arena *arena, zt_diags *diags, const zt_stream_item *items, size_t count,
                        const zt_stream_fill *fill);
/* Characters on lines in slots from `slot` on: what is over. */
size_t zt_stream_characters_from(zt_para *const *paras, size_t count, size_t slot);

/* What a story costs in every count of lines of one width, in one endless column. */
typedef struct zt_stream_ways {
    /* Of costs[0]. */
    int least;
    /* ZT_NEVER where no way was found. */
    uint32_t *costs;
    size_t count;
} zt_stream_ways;
/* From the fewest lines on, as many as the ways of its items add up to. Column breaks are not in
   it: each may cost a line. */
zt_stream_ways zt_stream_ways_of(zt_arena *arena, const zt_stream_item *items, size_t count,
                                 double width);

#endif
