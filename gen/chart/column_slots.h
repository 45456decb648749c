/* gen/chart/column_slots.h — what upright columns stand on: a slot for each item, true to time, and
   what is written under the plot. Points, frame of the plot. A kind begins the slots, lays them
   once it knows its room, names them, and draws them under a base line. */
#ifndef ZT_COLUMN_SLOTS_H
#define ZT_COLUMN_SLOTS_H

#include "chart/chart_words.h"
#include "chart/time_axis.h"

/* The name of an item under the plot. Where names would meet, as many are printed as keep clear of
   each other. */
typedef struct zt_column_name {
    zt_words words; /* no paragraph when it was thinned out */
    double x;       /* of its middle */
} zt_column_name;

/* Slots side by side. Arrays live in the arena of the setting. */
typedef struct zt_column_slots {
    const zt_chart *chart;
    double whole;       /* width within which names stand */
    double left, width; /* of all slots */
    size_t items;
    /* Those of the items and of what time leaves out between them. */
    size_t count;
    size_t *places; /* the slot of each item */
    double slot;    /* from slot to slot */
    /* What stands under the plot: labels of time, or a name for each item. */
    bool timed; /* the axis of time has its own labels */
    zt_time_axis axis;
    zt_column_name *names;
    double height; /* from the plot's foot to that of the labels */
} zt_column_slots;

/* Counts the slots for the items of the data. */
void zt_column_slots_begin(zt_column_slots *slots, const zt_chart *chart, double whole);
/* The slots begin at x `left`, each `slot` wide. */
void zt_column_slots_lay(zt_column_slots *slots, double left, double slot);
/* Finds what is written under them; highlighted names in bold where `strong` asks. */
void zt_column_slots_name(zt_column_slots *slots, bool strong);
/* Whether no name was thinned out; times may be. */
bool zt_column_slots_all_named(const zt_column_slots *slots);
/* x of the middle of the item's slot, and of the right edge of the last one. */
double zt_column_slots_middle(const zt_column_slots *slots, size_t item);
double zt_column_slots_right(const zt_column_slots *slots);
/* Names below the foot of the plot, and breaks in the base line at y `zero` where time is left out
   and no empty slot shows it. */
void zt_column_slots_draw(const zt_column_slots *slots, zt_group *strokes, zt_group *words,
                          double zero, double foot);

#endif
