/* gen/model/point_cells.h — what a group prints when its figures are set apart from their sentences
   (docs/vocabulary.md, <point label=>): a sequence of cells, each a figure with its words. It is
   decided here, once: the dump of the model, the list of what must stand on the page (prints.h) and
   the blocks that draw groups all read these cells, so that none of them can say something else.
   Everything is made in the arena that is given and points into the document. */
#ifndef ZT_POINT_CELLS_H
#define ZT_POINT_CELLS_H

#include "model/doc.h"

/* How a cell says its figures; decides which of its members hold something. */
typedef enum zt_cell_kind {
    /* One figure, or several side by side, with a label or without. */
    ZT_CELL_FIGURES,
    /* A figure, and as its words the sentence that it was taken from. */
    ZT_CELL_SENTENCE,
    ZT_CELL_STATEMENT, /* words without a figure */
    /* The parts of a whole, one figure each; the words name the whole. */
    ZT_CELL_WHOLE
} zt_cell_kind;

/* How prominent a cell is within its group. At least one cell leads wherever the group has a figure
   that can be set large. */
typedef enum zt_cell_role {
    ZT_CELL_FURTHER, /* beside the lead */
    /* Holds the lead figure of its group, or a rank that shares the lead. */
    ZT_CELL_LEAD,
    /* A further rank where ranks lead: as large as the lead, not in its ink. */
    ZT_CELL_RANK
} zt_cell_role;

/* A change that two bars show beside its value, with the value before. */
typedef struct zt_cell_change {
    /* The change; NULL: the cell has none. */
    const zt_quantity *quantity;
    zt_change_base base;
} zt_cell_change;

/* What stands together in one cell of a group. */
typedef struct zt_point_cell {
    zt_cell_kind kind;
    zt_cell_role role;
    /* The point that the cell was made from; a point may make several cells. */
    const zt_entry_point *point;
    /* As they are printed apart; of a whole in the order of its parts. */
    const zt_quantity **figures;
    size_t figure_count;
    /* Names of the parts of a whole, one a figure; else NULL. */
    const zt_str *part_names;
    /* A figure that a label names is a span of its own, printed bold and unbroken. */
    zt_rich words;
    zt_cell_change change;
    const zt_trend *trend; /* of the first cell of its point; or NULL */
} zt_point_cell;

/* The cells of a group in the order in which they stand. Kept in the arena. */
typedef struct zt_point_cells {
    zt_point_cell *items;
    size_t count;
} zt_point_cells;

/* What the look of a group asks of its cells. */
typedef struct zt_cell_options {
    /* A cell holds one figure at most, and cells stand in the order written; else figures that no
       word parts share a cell and the lead stands first. */
    bool one_figure;
    /* A change from which its base follows goes with its value, as two bars. */
    bool change_drawn;
    /* Figures of a whole are too small to lead their group. */
    bool parts_small;
    /* How many of the group's optional points are kept; the last are dropped first. */
    size_t optional_kept;
} zt_cell_options;

/* A figure of the point as it is printed apart from the others: with the words, 超 or 约, that one
   before it says for both. */
const zt_quantity *zt_figure_apart(zt_arena *arena, const zt_entry_point *point,
                                   const zt_quantity *q);
/* The cells of one group. */
zt_point_cells zt_point_cells_of(zt_arena *arena, const zt_group_content *group,
                                 const zt_cell_options *options);
/* The words of a cell in one piece, "\n" where a line has to end. */
zt_str zt_point_cell_text(zt_arena *arena, const zt_point_cell *cell);
/* How many points of the group are optional. */
size_t zt_group_optional(const zt_group_content *group);

/* A point as running text, for looks that set nothing apart: a point that is nothing but figures
   says by its labels what they are (高铁日开行 130对). */
const zt_rich *zt_point_running(zt_arena *arena, const zt_entry_point *point);
/* Whether a point has words beside its figures. */
bool zt_point_has_words(const zt_entry_point *point);

#endif
