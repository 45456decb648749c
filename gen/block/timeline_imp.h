/* gen/block/timeline_imp.h — a timeline measured: its entries, their heights, their columns.
   Private to block/. Points; y down from the block's top. */
#ifndef ZT_TIMELINE_IMP_H
#define ZT_TIMELINE_IMP_H

#include "block/rich.h"

typedef struct zt_tl_entry {
    const zt_event *event;
    zt_para *date, *head, *text; /* head and text NULL when there is none */
    bool band;                   /* a year band stands above it */
    size_t body_gaps;            /* line pitches of its text: what leading adds to */
    double height;               /* at the natural leading, without the band */
    int column, row;
    double top; /* of the date's em box, once arranged */
    double band_top;
} zt_tl_entry;

typedef struct zt_tl_plan {
    const zt_block *block;
    const zt_setting *setting;
    const zt_timeline *content;
    zt_look section, year, date, key_date, head, text, strong, note;
    zt_tl_entry *entries;
    size_t count;
    int columns;
    bool rows_aligned;
    double width, column, gutter; /* of the block, of one column, between columns */
    double indent, measure;       /* the text edge in its column; the measure of the text */
    double axis_x;                /* in its column */
    double band_height, date_gap;
    zt_paint ground;                    /* of bands and strip */
    zt_gap gap;                         /* between entries, and between entries and bands */
    double rule, rule_gap, head_height; /* 0 when there is no head */
    bool strip;                         /* a day scale stands on the head's line */
    double leading;                     /* of the text in force */
} zt_tl_plan;

/* Breaks all texts; arranges nothing yet. */
zt_tl_plan zt_tl_plan_make(const zt_block *block, const zt_setting *setting, double width);
/* What stands above the entries: rule, gap and head; 0 without a head. */
double zt_tl_head_height(const zt_tl_plan *plan);
/* Height of the first `count` entries with their bands at this gap and leading. */
double zt_tl_entries_height(const zt_tl_plan *plan, size_t count, double gap, double leading);
double zt_tl_entry_height(const zt_tl_plan *plan, const zt_tl_entry *entry, double leading);
/* Gives each entry its column and row, its top, and the leading, for a block of this height:
   spare height goes to the gaps up to their ceiling, then to the leading. */
void zt_tl_arrange(zt_tl_plan *plan, double height);
double zt_tl_column_x(const zt_tl_plan *plan, int column);
/* The foot of the last line of an entry. */
double zt_tl_entry_foot(const zt_tl_plan *plan, const zt_tl_entry *entry);

void zt_tl_draw(const zt_tl_plan *plan, double height, zt_group *into);
/* The day scale from `x` to the right edge, its middle at `middle`. False, and nothing drawn, when
   a year's number finds no room between the marks. */
bool zt_tl_strip_draw(const zt_tl_plan *plan, double x, double middle, zt_group *into);

#endif
