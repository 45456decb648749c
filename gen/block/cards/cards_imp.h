/* gen/block/cards/cards_imp.h — what the files of the cards share: groups as key figures over their
   labels, side by side in rows. block_groups_cards.c plans the block; card.c packs the cells of one
   group into rows; card_cells.c sets a cell in type; card_pictures.c draws what stands below its
   label. Each uses only those after it. Points, from the group's top left; y down. */
#ifndef ZT_CARDS_IMP_H
#define ZT_CARDS_IMP_H

#include "block/cells/cell_figure.h"
#include "block/cells/parts.h"
#include "block/groups/arrangement.h"
#include "block/words/rich.h"
#include "chart/form_change.h"
#include "chart/form_heat.h"
#include "chart/form_rank.h"
#include "chart/form_target.h"
#include "chart/form_trend.h"
#include "layout/pack.h"

/* Size of figures inside labels, by the label. */
#define ZT_CARD_STRONG 1.15

/* pictures=: bits in the order of its words. */
enum {
    ZT_CARDS_RANK = 1,
    ZT_CARDS_CHANGE = 2,
    ZT_CARDS_TARGET = 4,
    ZT_CARDS_SHARE = 8,
    ZT_CARDS_HEAT = 16
};
/* part-figures=: figures of a whole's parts large over their marks, or small in a line. */
typedef enum zt_cards_part_figures { ZT_CARDS_LARGE, ZT_CARDS_SMALL } zt_cards_part_figures;

/* rows=: whether groups side by side share the rows of their figures. */
typedef enum zt_cards_rows { ZT_CARDS_ROWS_FREE, ZT_CARDS_ROWS_SET } zt_cards_rows;

/* What a template sets; block_groups_cards.c says what each is. */
typedef struct zt_cards_params {
    zt_group_params groups;
    zt_length badge, badge_gap, row_gap, label_gap;
    int cells;
    zt_length cell_width;
    zt_numbers spans;
    zt_cards_part_figures part_figures;
    zt_length square_least;
    const zt_ink *part_ink, *rest_ink, *within_ink;
    unsigned pictures;
    zt_length picture_gap, picture_bar;
    double lead_ratio;
    zt_length hatch_pitch;
    zt_cards_rows rows;
    double row_rule;
} zt_cards_params;

/* Looks and lengths at the fit in force. */
typedef struct zt_cards_style {
    const zt_setting *setting; /* the plan's */
    const zt_cards_params *params;
    /* Lead figures, others, values to come. */
    zt_look figure, second, missing;
    /* A figure that a label names is strong. */
    zt_look label, label_strong, statement;
    /* Numbers below the places of a rank. */
    zt_look tick;
    zt_parts_style parts;
    zt_form_heat heat; /* of the figures of all cards; set when these are read */
    /* Figures of a whole's parts are small: as asked, or because large ones have no room. */
    bool parts_small;
    double row_gap; /* between two rows of cells */
    /* From the figures' baseline to the ink of the labels. */
    double label_gap;
    /* Least width of a cell; between two. */
    double cell_width, cell_gap;
    /* From a label to its picture; white beside its bars. */
    double picture_gap, bar_gap;
    /* Thickness of the two bars of a change. */
    double picture_bar;
    /* Ink of the bar of the value before; of places that are not lit. */
    const zt_ink *base_ink, *empty_ink;
    zt_mark_params marks; /* hatching of estimates */
    double line_gap;      /* between two lines of figures in one cell */
    /* Figures and labels of groups side by side stand on one height; from a figure's baseline to
       that of its label, and whole lines from row to row. 0: each group for itself. */
    double line;
    /* One factor for all figures of the block, at most 1. */
    double shrink;
} zt_cards_style;

/* ---- cells: card_cells.c ---- */

/* The figures of a cell, set at one size. */
typedef struct zt_cell_figures {
    const zt_figure **figures; /* NULL: not yet set */
    double width;              /* of all side by side */
    double widest;             /* of one */
    double ascent;             /* of one line of them */
    double shrink;             /* with which they were set */
} zt_cell_figures;

/* Words broken at a width. */
typedef struct zt_cell_lines {
    double width;
    const zt_para *para;
} zt_cell_lines;

/* What stands below a label, planned at a width. */
typedef struct zt_cell_picture {
    double width; /* 0: not yet planned */
    double height;
    zt_form_rank rank;
    zt_form_change change;
    zt_form_target_params target;
    /* Of a share: a part and the rest of the whole. */
    const zt_quantity *share;
    /* The parts of a whole whose figures are small. */
    zt_parts parts;
    /* Of a whole whose figures are large: its name, below its marks. */
    double name_top;
} zt_cell_picture;

/* A cell of the model set in type. What was tried stays with it, since arrangements ask for the
   same sizes and widths again and again. */
typedef struct zt_card_cell {
    const zt_point_cell *content;
    /* Set large: none of a statement and of small parts. */
    size_t figure_count;
    zt_run *runs; /* the words */
    size_t run_count;
    /* The words name a place to break. */
    bool breaks_at_will;
    /* All sizes and widths that were tried, so that each is set once; then what holds. */
    zt_cell_figures sizes[2]; /* its own size, the lead's */
    ZT_VEC(zt_cell_lines) lines;
    zt_cell_picture picture;
    /* Of a whole with large figures; its names once these are set. */
    zt_large_parts parts;
    /* Of its words, where the labels of its row ask for less; 0 = none. */
    double measure;
    /* What holds in the arrangement that was made last. */
    const zt_cell_figures *set;
    const zt_para *words;
} zt_card_cell;

/* The cells of one group, its lead first. */
zt_card_cell *zt_card_cells(const zt_cards_style *style, const zt_group_unit *unit, size_t *count);
/* Sets the figures of a cell anew: at the lead's size with `at_lead_size`, times style->shrink. */
void zt_card_cell_set(const zt_cards_style *style, zt_card_cell *cell, bool at_lead_size);
/* Past the last of the figures that stand side by side in the line that begins with `first`. */
size_t zt_card_line_end(const zt_cards_style *style, const zt_card_cell *cell, size_t first,
                        double width);
/* From the cell's top to the baseline of its last line of figures; 0 without figures. */
double zt_card_cell_ascent(const zt_cards_style *style, const zt_card_cell *cell, double width);
/* Its words at most so wide. */
const zt_para *zt_card_cell_words(const zt_cards_style *style, zt_card_cell *cell, double width);
static inline bool zt_card_cell_is_whole(const zt_card_cell *cell)
{
    return cell->content->kind == ZT_CELL_WHOLE;
}

/* ---- pictures: card_pictures.c ---- */

/* Whether something stands below the label: ten places with a rank lit, two bars for a change, the
   marks of a whole. */
bool zt_card_has_picture(const zt_cards_style *style, const zt_card_cell *cell);
/* Least width that figures and picture want. */
double zt_card_picture_width(const zt_cards_style *style, zt_card_cell *cell);
/* Plans the picture at the width, if it is not the one it has; its height. Of a whole with large
   figures that of its marks and its name, with small ones that of all. */
double zt_card_picture_plan(const zt_cards_style *style, zt_card_cell *cell, double width);
/* As planned last; y: its top. */
void zt_card_picture_draw(const zt_cards_style *style, const zt_card_cell *cell, double y,
                          zt_group *into);
/* ---- one group: card.c ---- */

/* A row of a card. Points from the row's top. */
typedef struct zt_card_row {
    /* Cells of the row, end exclusive. */
    size_t first, end;
    /* From the row's top to the baseline of its figures, of their last lines; 0 without figures. */
    double ascent;
    /* Baseline of the figures beside it in other cards, for statements; 0: none. */
    double level;
    /* Height of the labels over pictures, so that these stand in one line. */
    double label;
    double height;
    /* Of one missing value that stands on its label's line; else NULL. */
    const zt_figure *box;
} zt_card_row;

/* The cells of one group arranged in rows; in the arena of the setting. */
typedef struct zt_card zt_card;
struct zt_card {
    zt_card_cell *cells;
    size_t cell_count;
    int columns;
    double column_width;
    zt_pack_slot *slots; /* of each cell */
    zt_card_row *rows;
    size_t row_count;
    /* Height of all rows with their gaps. */
    double height;
    /* Points; arrangements of the same cells are compared by it. */
    double cost; /* height and what is ugly about the arrangement */
    /* The cells beside a lead with the picture of its change; else NULL. */
    zt_card *rest;
};

/* Arranges the cells on `columns` equal columns of `width`. */
void zt_card_arrange(const zt_cards_style *style, zt_card *card, double width, int columns);
/* As many columns as the least width of a cell allows, or what the template asks for. */
int zt_card_columns_max(const zt_cards_style *style, double width);
/* Brings the rows of cards side by side to one height each: figures on one baseline, labels at one
   height, on lines of style->line. `above`: from the baseline of the lowest first line of their
   heads to the tops of the cards. */
void zt_cards_level(const zt_cards_style *style, zt_card *const *cards, size_t count, double above);
/* `extra` points are spread over the gaps between rows. */
void zt_card_draw(const zt_cards_style *style, const zt_card *card, double y, double extra,
                  zt_group *into);

#endif
