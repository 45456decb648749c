/* gen/chart/calendar_imp.h — the plan of a calendar. Points, frame of the plot. Made by
   calendar_plan.c, drawn by kind_calendar.c. */
#ifndef ZT_CALENDAR_IMP_H
#define ZT_CALENDAR_IMP_H

#include "chart/annotation.h"
#include "chart/area_words.h"
#include "chart/foot_list.h"
#include "chart/ramp.h"

/* A day of a series. */
typedef struct zt_calendar_day {
    const zt_chart_item *item;
    const zt_quantity *quantity; /* NULL: the day is not in the series */
    size_t row, week;            /* week 0 begins the row */
    size_t weekday;              /* 0 is Monday */
    bool first;                  /* of its month in the row */
    zt_area_words words;         /* in sheets */
} zt_calendar_day;

/* 6月 or 2022年6月 over the first week that has a day of it. */
typedef struct zt_calendar_head {
    zt_mark_text text;
    double x; /* of its left edge */
    size_t row;
} zt_calendar_head;

/* Some months side by side; in sheets one. */
typedef struct zt_calendar_row {
    long monday; /* days since 1970-01-01 of its first week */
    size_t weeks;
} zt_calendar_row;

/* A calendar at a width, in the arena of the setting. In strips a column is a week and Monday
   stands on top; in sheets a line is a week and the values stand in it. */
typedef struct zt_calendar_plan {
    const zt_chart *chart;
    double width;
    bool sheets;
    zt_calendar_day *days; /* of the first series, then of the next */
    zt_calendar_row *rows;
    size_t row_count;
    zt_calendar_head *heads;
    size_t head_count;
    /* 一 to 日: at the left of strips every second one, over sheets all. */
    zt_mark_text weekdays[7];
    zt_words *series;    /* names of several series; NULL for one */
    double left;         /* of the cells */
    double pitch, line;  /* from week to week or day to day across, and down */
    double lead;         /* height of the heads of a row */
    double between;      /* under a row */
    double *series_lead; /* height over the first row of each series */
    zt_ramp ramp;
    zt_foot_list told;
    zt_note_list notes;
} zt_calendar_plan;

/* Planned under the fit in force; keeps `chart`. */
zt_calendar_plan *zt_calendar_plan_new(const zt_chart *chart, double width);
/* The cell of a day, its row's cells beginning at y. */
zt_rect zt_calendar_cell(const zt_calendar_plan *plan, const zt_calendar_day *day, double y);
/* Height of the cells of a row. */
double zt_calendar_row_height(const zt_calendar_plan *plan, size_t row);
/* Height of all rows of a series, with its name. */
double zt_calendar_series_height(const zt_calendar_plan *plan, size_t series);

#endif
