/* gen/layout/layout_imp.h — boxes with their measures, between measuring and placing. */
#ifndef ZT_LAYOUT_IMP_H
#define ZT_LAYOUT_IMP_H

#include "layout/layout.h"

/* Ceilings from here on mean "as much as there is": vertical heads take the height they get. */
#define ZT_ENDLESS 1e5

/* plan.c: the plans of one page while it is fitted, each in an arena of its own. */
typedef struct zt_plans zt_plans;
/* In the arena; the plans have arenas of their own. */
zt_plans *zt_plans_new(zt_arena *arena);
/* Drops what neither the last trial nor the best one used. */
void zt_plans_begin_trial(zt_plans *plans);
/* The trial that ends now is the best so far. */
void zt_plans_mark_best(zt_plans *plans);
/* Drops all plans but those of the best trial, which live as long as `owner` from now on. */
void zt_plans_settle(zt_plans *plans, zt_arena *owner);

/* One box or block at one width under one fit. A tree of these is measured at each trial; it lives
   in the arena of the trial's setting. */
typedef struct zt_cell zt_cell;
struct zt_cell {
    const zt_box *box; /* NULL for a block */
    /* The plan of a block; NULL for a box. */
    const zt_plan *plan;
    double width;
    zt_extent extent;
    zt_gap gap; /* between children, downwards */
    /* Of a column in which boxes have distances of their own or ink counts: what lies above each
       child, the first one's before it; NULL: `gap` between all. Natural distances may be negative,
       where em boxes overlap. */
    zt_gap *gaps;
    double foot; /* the same below the last child; 0 or negative */
    zt_cell **children;
    /* Left edge of each child of a row or grid, from that of the cell. */
    double *xs;
    /* How far each child of a row on one baseline stands below its top; how much white is put above
       each child of a column on lines; NULL for others. */
    double *drops;
    /* Of a block in a row set: how far what begins at each of the plan's shared lines moves down;
       never less than above. NULL: nowhere. */
    double *shifts;
    /* Row of each child of a grid, from 0. */
    int *rows;
    size_t child_count;
    /* What stands in the empty cell of a block; else NULL. */
    zt_cell *tucked;
};

/* column_widths.c: how many columns stand in a width, and how wide each is: those of the page where
   it is so many of them, else as many as come nearest to theirs. 0 on a page without columns. */
int zt_columns_in(const zt_page_across *page, double width, double *one);
/* column_widths.c: shares `columns` out in whole columns, as near to the shares as can be, one at
   least each. */
void zt_share_columns(const double *shares, size_t count, int columns, int *spans);

/* Measures a box with all that is in it, in the arena of the setting. */
zt_cell *zt_cell_measure(const zt_setting *setting, const zt_box *box, double width);
/* What lies above child `i` of a column, downwards; nothing above the first of most. */
zt_gap zt_cell_gap(const zt_cell *column, size_t i);
/* Of cells whose distances go by ink: the blank between the edges of a cell and the ink in it. */
double zt_cell_blank_top(const zt_cell *cell);
double zt_cell_blank_foot(const zt_cell *cell);
/* The width of its longest line with the insets around it; 0 when it says none. */
double zt_cell_line_width(const zt_cell *cell);
/* box_ink.c: gaps of a column whose boxes have distances of their own; leaves `gaps` NULL where
   none has. */
void zt_cell_own_gaps(const zt_setting *setting, zt_cell *column);
/* The height of measured cells side by side, which is that of the tallest. */
zt_extent zt_cells_beside(zt_cell *const *cells, size_t count);
/* The row of a measured grid that begins with child `first`: as high as its tallest child. `end` is
   past its last one. */
zt_extent zt_cell_grid_row(const zt_cell *grid, size_t first, size_t *end);

/* row_set.c: shares heads and rows of baselines among measured neighbours, whose heights grow by
   it. With a line above 0 rows come to stand whole lines below the first. */
void zt_row_set_align(const zt_setting *setting, zt_cell *row, double line);
/* How far the foot of a block moves down by its shifts. */
double zt_cell_shift(const zt_cell *block);
/* Moves down what was painted below each shared line of the block. `into` is its group. */
void zt_row_set_shift(const zt_cell *block, zt_group *into);
/* True when the rows of the block are held by its neighbours: spare height is theirs, not its own.
 */
bool zt_cell_is_held(const zt_cell *block);

/* packed.c: the blocks of a place as rows of boxes on the columns of the page. */
const zt_box *zt_pack_place(const zt_setting *setting, const zt_box *place, double width);

/* A page while it is placed. */
typedef struct zt_placing {
    /* NULL: nothing is drawn, only the slack is found. */
    const zt_setting *setting;
    double slack; /* the worst so far */
    /* Without a setting: the highest first baseline so far; < 0: none. */
    double baseline;
    /* Distance of the lines of the page; 0: none. */
    double line;
    /* First line of the page's grid, from the trim's top; 0: no column stands on lines. */
    double first_line;
} zt_placing;
/* `frame` in the frame of `into`; frame.h >= cell->extent.height unless the page is overset. */
void zt_cell_place(zt_placing *placing, const zt_cell *cell, zt_rect frame, zt_group *into);
/* The height that the worst of all columns could not use of a page so high; points. */
double zt_cell_slack(const zt_cell *cell, double height);
/* From the top of a cell to the first baseline of what stands in it at its natural height, as the
   plans say it; negative when it holds no text. */
double zt_cell_baseline(const zt_cell *cell);

/* overset.c: the errors about a placed page that is `needed` high and has no room for it, with the
   entries that are over. */
void zt_overset_report(const zt_setting *setting, const zt_cell *root, double needed);

/* hanging_quotes.c: the lines of the page that begin with a large quotation mark stand out to the
   left by it, block by block, where nothing stands in their way. */
void zt_quotes_hang(const zt_scene *scene);

/* adjust.c: gives the groups of the page the id of the element that they were painted for; nested
   groups of one element: the outermost. */
void zt_painted_name(const zt_setting *setting);
/* Moves what the template's <adjust> name. Reports adjust-unknown. */
void zt_painted_adjust(const zt_setting *setting);

#endif
