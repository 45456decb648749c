/* gen/block/table/table_imp.h — a table measured: private to block_table.c and table_*.c. */
#ifndef ZT_TABLE_IMP_H
#define ZT_TABLE_IMP_H

#include "block/words/wording.h"
#include "chart/form_trend.h"
#include "chart/marks.h"

/* What a template sets; block_table.c says what each is. */
typedef struct zt_table_params {
    zt_mark_params marks;
    double gap_most; /* between columns, points; 0: no limit */
} zt_table_params;

static const double ZT_TABLE_HEAT = ZT_MM(1.6); /* ground at both sides of a value, points */
static const double ZT_TABLE_BAR = ZT_MM(2.4);  /* thickness of bars, points */

/* grid: columns side by side; list: a record a row, for places too narrow for the columns. */
typedef enum zt_table_form { ZT_TABLE_GRID, ZT_TABLE_LIST } zt_table_form;

/* The looks of all parts under one fit. */
typedef struct zt_table_looks {
    zt_look head, column, unit, row, cell, strong, value, key, word, missing, empty, band, note;
} zt_table_looks;

/* A column as wide as it is; x from the left edge of a row. */
typedef struct zt_table_track {
    /* Found before the width is known (zt_table_ask_tracks). */
    double least, natural; /* what it needs, what it would like */
    /* Found for the width (zt_table_set_tracks). */
    double x, width;
    /* All of its values share one axis. */
    zt_value_extent values;
    /* Holds values: they and the head stand at its right edge. */
    bool numeric;
    /* Where its texts, heads and dashes stand, and within it the widest of its values. */
    zt_align align;
    bool bars;
    /* Cells are as dark as their value is great: the lowest limit and the width of a step, in the
       unit of the values, and how many there are; 0 without. */
    double heat_low, heat_step;
    size_t heat_steps;
    /* Where the bars of a column stand, if it has any; all of them have one scale. */
    double bar_x, bar_width; /* from the column's left edge */
    /* Place of naught from bar_x on; points of one. */
    double zero, scale;
    zt_wording head, unit;
    double head_height; /* of head and unit */
} zt_table_track;

/* One cell of a row. Heights and offsets in points from the top of the row's content. */
typedef struct zt_table_cell {
    /* NULL: the head of the row. */
    const zt_table_entry *entry;
    /* `para` is NULL for values and empty cells. */
    zt_wording text;
    /* list: the column's head before it. */
    zt_wording label;
    zt_str word; /* 估计 behind an estimate */
    double word_width;
    zt_wording mark;  /* of a note, behind value and word */
    double tail;      /* what stands behind the value, with its gaps */
    double y, height; /* list: from the record's top */
} zt_table_cell;

/* A row with its cells; `height` has the pads, `content` has not. */
typedef struct zt_table_row {
    const zt_table_line *line;
    /* The row's head, if it has one, then its cells. */
    zt_table_cell *cells;
    size_t count;
    /* From the content's top to the first baseline. */
    double first;
    double content; /* without pads */
    /* With pads, at least the row's least height. */
    double height;
} zt_table_row;

/* A note below the rows, and by their indices, which rise, the rows whose cells call it; none: it
   is about the whole table. */
typedef struct zt_table_note {
    zt_wording text;
    size_t *callers;
    size_t caller_count;
} zt_table_note;

/* A table at a width. Lengths in points; `width` is that of one text column. */
typedef struct zt_table_plan {
    const zt_block *block;
    const zt_setting *setting;
    const zt_table_content *table;
    zt_table_form form;
    const zt_table_looks *looks;
    double pad, gap, bar_gap, word_gap;
    /* Left and right of what stands on the ground of key rows; 0 without any. */
    double inset;
    zt_gap row;
    double width; /* of one text column */
    /* Text columns that the rows run over. */
    int columns;
    double gutter; /* between them */
    /* One a column of the table. */
    zt_table_track *tracks;
    zt_wording *spans; /* heads over several columns */
    /* Height of these heads with the rule below; 0 without any. */
    double span_height;
    /* All heads with their pads; repeated in each text column. */
    double heads_height;
    zt_table_row *rows;
    size_t count;
    int *column; /* text column of each row */
    /* Height of the rows of the tallest text column, without heads. */
    double rows_height;
    /* Rows of the longest text column. */
    size_t rows_most;
    zt_wording title;
    double title_height; /* with what stands below it */
    zt_table_note *notes;
    double notes_height; /* with what stands above them */
} zt_table_plan;

/* In the arena of the setting, which the plan keeps. */
zt_table_plan zt_table_plan_make(const zt_block *block, const zt_setting *setting, double width);
/* Of the title, else of the highest head of a column, else of the first row. */
double zt_table_first_baseline(const zt_table_plan *plan);
/* Points of title, heads, rows and notes. */
double zt_table_natural(const zt_table_plan *plan);
/* Draws into `into`, origin at the block's top left; spare height goes to the rows. */
void zt_table_draw(const zt_table_plan *plan, double height, zt_group *into);
/* Rows `first` to `end` below the heads, which are heard once, and the notes that they call; those
   about the whole table follow the last row. A note that a part before called is heard once. */
double zt_table_part_height(const zt_table_plan *plan, size_t first, size_t end);
void zt_table_draw_part(const zt_table_plan *plan, size_t first, size_t end, zt_group *into);

/* table_tracks.c: what the columns need, whatever the width. */
void zt_table_ask_tracks(zt_table_plan *plan);
/* Their widths in plan->width; false when they do not stand side by side. */
bool zt_table_set_tracks(zt_table_plan *plan);
/* The steps of all columns of heat. */
void zt_table_scale_heat(zt_table_plan *plan);
/* Bars of all columns that have them, in `width` from `x` of their column on. */
void zt_table_scale_bars(zt_table_plan *plan, size_t column, double x, double width);
/* table_rows.c: what the label takes left of the head of a record, with the gap; 0 without. */
double zt_table_label_room(const zt_table_plan *plan, const zt_table_cell *cell);
/* Texts and heights of the rows. */
void zt_table_set_rows(zt_table_plan *plan);
/* The value of an entry with its look: highlighted rows are bold, a missing value is marked. */
zt_value zt_table_value(const zt_table_plan *plan, const zt_table_row *row,
                        const zt_table_cell *cell);
/* The look of a text cell: strong in a key row, and in a column to stress. */
const zt_look *zt_table_text_look(const zt_table_plan *plan, const zt_table_row *row,
                                  const zt_table_cell *cell);
/* From the left edge of a track to where its widest value ends, the ground of heat left out. */
double zt_table_values_end(const zt_table_track *track);
/* Whether the entry's value has a length. */
bool zt_table_has_length(const zt_table_entry *entry);

#endif
