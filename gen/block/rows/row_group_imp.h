/* gen/block/rows/row_group_imp.h — what the files of the rows share: groups whose lead figure
   stands alone over its label, all others below it in rows figure │ label. Above all is
   block_groups_rows.c; it uses rows_entries.c (what stands where in a group), which uses
   rows_figures.c (entries that hold figures). Points, from the group's top left; y down. */
#ifndef ZT_ROW_GROUP_IMP_H
#define ZT_ROW_GROUP_IMP_H

#include "block/groups/arrangement.h"
#include "block/cells/cell_figure.h"
#include "block/cells/parts.h"
#include "chart/form_heat.h"
#include "chart/form_target.h"
#include "chart/form_trend.h"
#include "chart/marks.h"

/* bars=: which figures of a group are drawn to one scale. */
typedef enum zt_rows_bars { ZT_ROWS_NO_BARS, ZT_ROWS_SERIES, ZT_ROWS_UNIT } zt_rows_bars;
/* pictures=: bits in the order of its words. */
enum { ZT_ROWS_TARGET = 1, ZT_ROWS_HEAT = 2 };
/* icon-at=: where the icon of a group stands. */
typedef enum zt_rows_icon_at { ZT_ROWS_ICON_MARGIN, ZT_ROWS_ICON_HEAD } zt_rows_icon_at;

/* What a template sets; block_groups_rows.c says what each is. */
typedef struct zt_rows_params {
    zt_group_params groups;
    zt_length label_gap;
    zt_length icon, icon_column, icon_line;
    zt_rows_icon_at icon_at;
    zt_length lead_gap, row_pitch, figure_column, column_gap;
    zt_rows_bars bars;
    zt_length bar, bar_gap, strip;
    unsigned pictures;
} zt_rows_params;

/* Looks and lengths at the fit in force. */
typedef struct zt_rows_style {
    const zt_setting *setting; /* the plan's */
    const zt_block *block;
    zt_look figure, missing, label; /* of the lead */
    /* Looks of the other figures and their labels, and of a head over several of them. */
    zt_look row, row_label, row_head;
    zt_look statement;
    zt_parts_style parts;
    zt_rows_bars bars;
    unsigned pictures;
    zt_form_heat heat; /* of the figures of all groups; set when these are read */
    /* From the lead's baseline to the ink of its label. */
    double label_gap;
    /* From the lead's label to the first row. */
    double lead_gap;
    /* From row to row: natural and at most. */
    double pitch, pitch_max;
    /* Width of the column of figures, shared by all groups. */
    double figure_column;
    /* Between figures and labels; before a second column. */
    double column_gap, second_gap;
    /* Thickness of a bar; white between words and bars. */
    double bar, bar_gap;
    double hairline; /* above a row */
    const zt_ink *hairline_ink, *bar_ink;
    zt_mark_params marks; /* hatching of estimates */
    /* One factor for all lead figures, at most 1. */
    double shrink;
} zt_rows_style;

/* What an entry is; it decides how it is set and whether it can grow. */
typedef enum zt_row_kind {
    ZT_ROW_FIGURE,
    ZT_ROW_STATEMENT,
    ZT_ROW_HEAD,
    ZT_ROW_WHOLE,
    ZT_ROW_SIDE_BY_SIDE /* several figures over their labels */
} zt_row_kind;

/* A figure of several side by side; from the entry's top left. */
typedef struct zt_row_slot {
    double x, y;
    const zt_figure *figure;
    zt_wording words;
    double picture; /* height of the words over a picture */
} zt_row_slot;

/* What stands in a row of a group, in the order of printing. Filled by zt_row_group_read, measures
   by zt_row_group_plan; x and y from the group's body. */
typedef struct zt_row_entry {
    zt_row_kind kind;
    /* Of SIDE_BY_SIDE all of them, else one. */
    const zt_point_cell *cells;
    size_t cell_count;
    const zt_figure *figure; /* of FIGURE */
    bool bar;                /* of FIGURE */
    zt_rect picture;         /* of FIGURE, from the entry's top left; w 0 without one */
    zt_row_slot *slots;      /* of SIDE_BY_SIDE, one a cell */
    zt_parts parts;          /* of WHOLE */
    zt_wording words;        /* label, statement or head */
    /* Of STATEMENT, HEAD and WHOLE: white above them. */
    double top;
    bool rule; /* a hairline above */
    /* wide: below the lead, over all columns; else right of the lead. */
    bool full;
    double x, y, width, height;
} zt_row_entry;

/* One group. */
typedef struct zt_row_group {
    const zt_point_cell *cells;
    size_t cell_count;
    size_t figures; /* all figures of the group */
    /* What stands at the top of the group. */
    const zt_point_cell *lead; /* NULL without any figure */
    const zt_figure *lead_figure;
    zt_wording lead_label;
    bool has_whole, lead_bar;
    /* Of a group that goes over all columns; 0 and false of others. */
    bool wide; /* over all columns of the grid */
    /* Where its second column begins; 0: it has one column. */
    double right;
    /* How far above the lead the second column begins, beside the head. */
    double rise;
    /* The scale of the bars: `most` is `bar_width` long. */
    double most; /* the largest of the comparable figures, for the bars; 0 = none */
    /* Width of that figure's bar, whichever column it stands in. */
    double bar_width;
    double lead_height;
    zt_row_entry *entries;
    /* Number of the entries, and of those of kind FIGURE, which can grow. */
    size_t count, rows;
    double width, height;
} zt_row_group;

/* ---- words and figures of a cell ---- */
/* In one of the looks. */
static inline zt_wording zt_row_words(const zt_rows_style *style, const zt_point_cell *cell,
                                      const zt_look *look, double width)
{
    return zt_wording_plain(style->setting, zt_point_cell_text(style->setting->arena, cell),
                            cell->point->at, look, width);
}

/* ---- rows_entries.c ---- */
/* The cells of a group, its lead, and the entries that the others become. */
void zt_row_group_read(const zt_rows_style *style, zt_row_group *group, const zt_group_unit *unit);
/* At the width of `group`, whose right and rise are set. */
void zt_row_group_plan(const zt_rows_style *style, zt_row_group *group);
/* `extra` goes to the pitch of the rows. */
void zt_row_group_draw(const zt_rows_style *style, const zt_row_group *group, double y,
                       double extra, zt_group *into);
/* The lead figure in its look, `shrink` times its size. */
const zt_figure *zt_row_lead_figure(const zt_rows_style *style, const zt_row_group *group);

/* ---- rows_figures.c ---- */
/* Height of a course with the white above it, below what stands there; 0 without one. */
double zt_row_picture_height(const zt_rows_style *style, const zt_point_cell *cell);
/* The course of a cell, the bar towards its target, or its step among the others, in this order;
   `box` is as high as a course. */
void zt_row_picture_draw(const zt_rows_style *style, const zt_point_cell *cell, const zt_ink *ink,
                         zt_group *into, zt_rect box);
/* The widest figure that stands in a row. */
double zt_row_figures_width(const zt_rows_style *style, const zt_row_group *group);
/* White below a bar, beyond that over the next row. */
double zt_row_air(const zt_rows_style *style);
/* Entries of the kinds FIGURE and SIDE_BY_SIDE, whose width is known. */
void zt_row_figure_plan(const zt_rows_style *style, zt_row_entry *entry);
void zt_row_slots_plan(const zt_rows_style *style, zt_row_entry *entry, double right);
void zt_row_figure_draw(const zt_rows_style *style, const zt_row_group *group,
                        const zt_row_entry *entry, double extra, zt_group *into);
void zt_row_slots_draw(const zt_rows_style *style, const zt_row_entry *entry, zt_group *into);
/* The bar of a figure from the left, upper edge at `y`, on the group's scale. */
void zt_row_bar_draw(const zt_rows_style *style, const zt_row_group *group, const zt_quantity *q,
                     double y, zt_group *into);

#endif
