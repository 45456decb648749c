/* gen/block/timeline/timeline_calendar.h — the calendar of a timeline: a strip of days, true to the
   day, that runs down or across. Private to the room. */
#ifndef ZT_TIMELINE_CALENDAR_H
#define ZT_TIMELINE_CALENDAR_H

#include "block/timeline/timeline_imp.h"
#include "block/timeline/timeline_periods.h"

/* A calendar in a box of the block's frame, by value. It borrows the plan and computes places from
   the days alone. */
typedef struct zt_tl_calendar {
    const zt_tl_plan *plan;
    /* The days run down; else to the right. */
    bool down;
    bool backwards;      /* the last day comes first */
    double from, length; /* along its direction */
    /* Its edge and thickness in the other. */
    double across, thick;
    long first_day, end_day; /* end exclusive */
    /* Length of one part; each part has its name, and a cut before it. */
    zt_months months;
} zt_tl_calendar;

/* Parts as fine as their names have room, but not finer than the entries are grouped. */
zt_tl_calendar zt_tl_calendar_make(const zt_tl_plan *plan, bool down, zt_rect box);
/* The middle of the date's mark, along the direction. */
double zt_tl_calendar_place(const zt_tl_calendar *calendar, zt_date date);
/* How many of its parts have room for their names between the marks. */
size_t zt_tl_calendar_names(const zt_tl_calendar *calendar);
/* The template's words that distances are true, in the language of the document. */
zt_str zt_tl_calendar_words(const zt_tl_plan *plan);
/* Ground, marks, names; and the words of strip-text where there is room for them. */
void zt_tl_calendar_draw(const zt_tl_calendar *calendar, bool noted, zt_group *into);
/* 2020年—2022年: its first and last part. */
zt_str zt_tl_calendar_span(const zt_tl_calendar *calendar);
/* Widest of the names that a calendar running down may need. */
double zt_tl_calendar_width(const zt_tl_plan *plan);

#endif
