/* gen/block/groups/groups_imp.h — what the files of the block groups share. A unit is one group of
   the document; it is measured at a width and drawn at a place, whatever the variant. */
#ifndef ZT_GROUPS_IMP_H
#define ZT_GROUPS_IMP_H

#include "block/groups/groups_pack_imp.h"
#include "block/words/wording.h"
#include "chart/figure.h"
#include "chart/form_whole.h"
#include "chart/marks.h"
#include "model/point_cells.h"

typedef enum zt_groups_variant {
    ZT_GROUPS_CARDS,
    ZT_GROUPS_BANDS,
    ZT_GROUPS_LIST
} zt_groups_variant;

/* bars=: which figures of a group are drawn to one scale. */
typedef enum zt_groups_bars { ZT_BARS_NONE, ZT_BARS_SERIES, ZT_BARS_UNIT } zt_groups_bars;
typedef enum zt_groups_points { ZT_POINTS_CELLS, ZT_POINTS_ROWS } zt_groups_points;
typedef enum zt_groups_icon_at { ZT_ICON_AT_MARGIN, ZT_ICON_AT_HEAD } zt_groups_icon_at;
typedef enum zt_groups_part_figures {
    ZT_PART_FIGURES_LARGE,
    ZT_PART_FIGURES_SMALL
} zt_groups_part_figures;
/* pictures=: bits in the order of its words. */
enum { ZT_PICTURE_RANK = 1, ZT_PICTURE_CHANGE = 2 };

/* What a template sets; block_groups.c says what each is. */
typedef struct zt_groups_params {
    zt_length rule;
    const zt_ink *rule_ink;
    zt_gap rule_gap;
    zt_str count;
    zt_length badge;
    const zt_ink *badge_ink;
    zt_length badge_gap, numeral_gap, head_gap, text_gap, row_gap, label_gap, point_gap, group_gap,
        group_gap_max;
    double spare;
    int cells;
    zt_length cell_width, cell_gap;
    bool equal;
    double unit_ratio;
    zt_length bullet;
    const zt_ink *bullet_ink;
    zt_length indent;
    zt_numbers spans;
    int grid;
    zt_groups_points points;
    zt_length icon;
    zt_groups_icon_at icon_at;
    zt_length icon_column, icon_line;
    const zt_ink *icon_ink;
    int wide_above;
    const zt_ink *panel;
    bool bleed;
    zt_length foot, lead_gap, hairline;
    const zt_ink *hairline_ink;
    zt_length row_pitch, row_pitch_max, figure_column, column_gap;
    zt_groups_bars bars;
    zt_length bar, bar_gap;
    const zt_ink *bar_ink;
    zt_whole_form parts;
    zt_groups_part_figures part_figures;
    zt_length strip, square, square_gap, square_least;
    const zt_ink *part_ink, *rest_ink, *further_ink;
    unsigned pictures;
    zt_length picture_gap, picture_bar;
    const zt_ink *base_ink;
    double lead_ratio;
    zt_length rank_cell;
    const zt_ink *empty_ink, *within_ink;
    zt_mark_params marks;
} zt_groups_params;

typedef struct zt_groups_looks {
    zt_look title, head, badge, period, numeral;
    zt_look figure, second, missing, label, label_strong, statement;
    zt_look row, row_label, row_head, part, tick;
    zt_look body, strong, inline_figure;
} zt_groups_looks;

/* The lengths among the parameters in points at the fit in force, and what follows from others. */
typedef struct zt_groups_sizes {
    double rule, rule_gap, badge, badge_gap, numeral_gap;
    double head_gap, text_gap, row_gap, label_gap, point_gap, group_gap, group_gap_max;
    double cell_width, cell_gap, label_measure, statement_measure;
    double bullet, indent;
    double unit_ratio, figure_gap, han_ratio, spare;
    double icon, icon_column, icon_line;
    double hairline, row_pitch, row_pitch_max, figure_column, column_gap, lead_gap;
    double row_unit_ratio, lead_ratio, bar, bar_gap, strip, unit, unit_gap, picture_gap,
        picture_bar;
    double rank_cell, foot, unit_least;
    int cells, wide_above;
    bool equal, small_parts, icon_at_head, picture_rank, picture_change;
    zt_groups_bars bars;
    zt_whole_form parts;
    const zt_ink *rule_ink, *badge_ink, *number_ink, *bullet_ink;
} zt_groups_sizes;

/* Everything a group needs to know of its block, at the fit in force. */
typedef struct zt_groups_env {
    const zt_setting *setting;
    const zt_block *block;
    const zt_groups_params *params;
    const zt_groups *content;
    zt_groups_variant variant;
    bool rows;            /* cards: a lead, then rows figure │ label, instead of cells */
    bool icons;           /* drawn: all groups have one */
    double margin;        /* column of icons at the left of each group; 0 without */
    double figure_column; /* rows: width of the column of figures, shared by all groups */
    zt_groups_looks looks;
    zt_groups_sizes sizes;
    double shrink;        /* one factor for all key figures of the block, at most 1 */
    double numeral_width; /* bands: of the widest number */
} zt_groups_env;

void zt_groups_env_init(zt_groups_env *env, const zt_setting *setting, const zt_block *block);

/* ---- the line above a group: rule, badge, head, period ---- */
typedef struct zt_groups_head {
    zt_para *para;   /* NULL without head text */
    zt_str period;   /* as printed; empty if none */
    double text_x;   /* of the head, from the group's left */
    double top;      /* of the head line, below the rule */
    double baseline; /* of its first line, from the group's top */
    double period_baseline;
    double height; /* from the group's top, rule included */
    double below;  /* of it, what a period below the head takes */
} zt_groups_head;

zt_groups_head zt_groups_head_measure(const zt_groups_env *env, const zt_group_content *group,
                                      double width);
/* `into` has its origin at the group's top left. */
void zt_groups_head_draw(const zt_groups_env *env, const zt_group_content *group,
                         const zt_groups_head *head, double width, zt_group *into);
double zt_groups_numeral_width(const zt_groups_env *env);
/* All groups of the block have an icon, and icons are drawn. */
bool zt_groups_icons(const zt_groups_env *env);

/* ---- cells of a card ---- */
typedef struct zt_group_cell_para {
    double width;
    zt_para *para;
} zt_group_cell_para;

/* The figures of a cell, set at one size. */
typedef struct zt_cell_figures {
    const zt_figure **figures; /* NULL: not yet set */
    double width, ascent;
    double shrink; /* with which they were set */
} zt_cell_figures;

/* A whole with its parts, which a point names: one figure for each part. */
typedef struct zt_whole {
    const zt_entry_point *point;
    zt_str name;                 /* or empty */
    const zt_quantity **figures; /* as set apart */
    size_t count;
} zt_whole;

typedef struct zt_group_cell {
    const zt_entry_point *point;
    bool leads;     /* holds the lead figure of its group, or a rank that shares the lead */
    bool as_large;  /* a further rank where ranks lead: of their size, not of their ink */
    double measure; /* of its label, where the labels of its row ask for less; 0 = none */
    const zt_quantity **figures; /* side by side; none in a statement */
    size_t figure_count;
    const zt_whole *whole;     /* then the figures stand over their parts; else NULL */
    const zt_quantity *change; /* drawn as two bars below the label; else NULL */
    zt_run *runs;              /* label or statement; of a whole its name */
    size_t run_count;
    zt_cell_figures sizes[2];         /* as set at its own size and at the lead's, when asked for */
    const zt_cell_figures *set;       /* the size in force */
    ZT_VEC(zt_group_cell_para) paras; /* by width: broken once each */
} zt_group_cell;

#define zt_groups_apart zt_figure_apart

/* The cells of one group, its lead first; optional points that the fit drops are left out. */
size_t zt_groups_cells(const zt_groups_env *env, const zt_group_content *group,
                       size_t optional_first, zt_group_cell **out);
/* Sets the figures of a cell anew: all at the lead's size with `at_lead_size`, times env->shrink.
 */
void zt_group_cell_set(const zt_groups_env *env, zt_group_cell *cell, bool at_lead_size);
zt_para *zt_group_cell_para_at(const zt_groups_env *env, zt_group_cell *cell, double width);

typedef struct zt_card_row {
    size_t first, end;
    double ascent; /* from the row's top to the baseline of its figures; 0 without figures */
    double label;  /* height of the labels over pictures, so that these stand in one line */
    double height;
    bool aside; /* one missing value after its label, on the label's line */
} zt_card_row;

typedef struct zt_card zt_card;
struct zt_card {
    zt_group_cell *cells;
    size_t cell_count;
    int columns;
    double column_width;
    zt_pack_slot *slots; /* of each cell */
    zt_card_row *rows;
    size_t row_count;
    double height; /* of all rows with their gaps */
    double cost;   /* height and what is ugly about the arrangement */
    zt_card *rest; /* the cells beside a lead with the picture of its change; else NULL */
};

/* Arranges the cells on `columns` equal columns of `width`. */
void zt_card_arrange(const zt_groups_env *env, zt_card *card, double width, int columns);
/* As many columns as the least width of a cell allows, or what the template asks for. */
int zt_card_columns_max(const zt_groups_env *env, double width);
/* `extra` points are spread over the gaps between rows. */
void zt_card_draw(const zt_groups_env *env, zt_card *card, double y, double extra, zt_group *into);

/* ---- small pictures in cells ---- */

bool zt_picture_has(const zt_groups_env *env, const zt_group_cell *cell);
/* Least width that the picture wants. */
double zt_picture_width(const zt_groups_env *env, const zt_group_cell *cell);
double zt_picture_height(const zt_groups_env *env, zt_group_cell *cell, double width);
/* `y` in the frame of `into`, the cell's. */
void zt_picture_draw(const zt_groups_env *env, zt_group_cell *cell, double width, double y,
                     zt_group *into);

/* ---- parts of a whole ---- */

const zt_whole *zt_whole_new(const zt_groups_env *env, const zt_entry_point *point, size_t index);
/* Its marks, a strip or squares. */
zt_form_whole zt_whole_marks(const zt_groups_env *env, const zt_whole *whole, double width);
/* On its own: name over the marks, the parts' values below them. */
double zt_whole_height(const zt_groups_env *env, const zt_whole *whole, double width);
void zt_whole_draw(const zt_groups_env *env, const zt_whole *whole, double width, double y,
                   zt_group *into);
/* In a cell: each figure over its own marks, the part's name below it. */
double zt_whole_cell_width(const zt_groups_env *env, const zt_group_cell *cell);
double zt_whole_names_height(const zt_groups_env *env, const zt_group_cell *cell);
void zt_whole_cell_draw(const zt_groups_env *env, const zt_group_cell *cell, double baseline,
                        double width, zt_group *into);

/* ---- a sheet: the lead figure, then rows figure │ label on a hairline pitch ---- */
typedef enum zt_sheet_kind {
    ZT_SHEET_ROW,
    ZT_SHEET_STATEMENT,
    ZT_SHEET_HEAD,
    ZT_SHEET_WHOLE,
    ZT_SHEET_FIGURES /* several cells side by side, labels below */
} zt_sheet_kind;
/* One of several side by side, from the entry's top left. */
typedef struct zt_sheet_beside {
    double x, y;
    const zt_figure *figure;
    zt_wording words;
} zt_sheet_beside;
typedef struct zt_sheet_entry {
    zt_sheet_kind kind;
    const zt_entry_point *point;
    zt_group_cell *cells; /* of FIGURES all of them, of ROW one */
    size_t cell_count;
    const zt_figure *figure; /* of ROW */
    double shift;            /* of ROW: digits of comparable figures align on the point */
    bool bar;                /* of ROW */
    zt_sheet_beside *beside; /* of FIGURES, one a cell */
    zt_wording words;        /* label, statement or head */
    double top;              /* of STATEMENT, HEAD and WHOLE: white above them */
    bool rule;               /* a hairline above */
    int zone;                /* wide: 0 right of the lead, 1 below */
    double x, y, width, height;
} zt_sheet_entry;
typedef struct zt_sheet {
    zt_group_cell *cells;
    size_t cell_count;
    size_t figures; /* all figures of the group */
    const zt_figure *lead;
    const zt_group_cell *lead_cell; /* NULL without any figure */
    zt_wording lead_label;
    bool has_whole, lead_bar;
    double lift;      /* wide: how far above the lead the second column begins, beside the head */
    double most;      /* the largest of the comparable figures, for the bars; 0 = none */
    double bar_width; /* of that figure's bar, whichever column it stands in */
    double lead_height;
    zt_sheet_entry *entries;
    size_t count, rows;  /* of the entries, and those of kind ROW that can grow */
    double width, right; /* as measured; right 0 = one column */
    double height;
} zt_sheet;

void zt_sheet_read(const zt_groups_env *env, zt_sheet *sheet, const zt_group_content *group,
                   size_t optional_first);
/* `right` where a second column begins when the sheet is wide, else 0. */
void zt_sheet_measure(const zt_groups_env *env, zt_sheet *sheet, double width, double right);
/* `extra` goes to the pitch of the rows. */
void zt_sheet_draw(const zt_groups_env *env, const zt_sheet *sheet, double y, double extra,
                   zt_group *into);

/* The widest figure that stands in a row. */
double zt_sheet_figure_width(const zt_groups_env *env, const zt_sheet *sheet);
/* Shifts comparable figures of one scale so that their decimal points stand below one another. */
void zt_sheet_align_digits(const zt_groups_env *env, zt_sheet *sheet);
/* The words of a cell in a look of the sheet's. */
zt_wording zt_sheet_words(const zt_groups_env *env, const zt_group_cell *cell, const zt_look *look,
                          double width);
/* Its bar from the left, upper edge at `y`, on the sheet's scale. */
void zt_sheet_bar_draw(const zt_groups_env *env, const zt_sheet *sheet, const zt_quantity *q,
                       double y, zt_group *into);
/* Entries of the kinds ROW and FIGURES, whose width is known. */
void zt_sheet_row_measure(const zt_groups_env *env, zt_sheet_entry *entry);
void zt_sheet_row_draw(const zt_groups_env *env, const zt_sheet *sheet, const zt_sheet_entry *entry,
                       double extra, zt_group *into);
void zt_sheet_beside_measure(const zt_groups_env *env, zt_sheet_entry *entry, double right);
void zt_sheet_beside_draw(const zt_groups_env *env, const zt_sheet_entry *entry, zt_group *into);

/* ---- running points of a list or band ---- */
typedef struct zt_bullets {
    zt_para **paras;
    const zt_entry_point **points;
    size_t count;
    double x, height;
} zt_bullets;

zt_bullets zt_bullets_measure(const zt_groups_env *env, const zt_group_content *group,
                              size_t optional_first, double x, double width);
void zt_bullets_draw(const zt_groups_env *env, const zt_bullets *bullets, double y, double extra,
                     zt_group *into);

/* ---- one group ---- */
typedef struct zt_groups_unit {
    const zt_group_content *group;
    size_t optional_first;
    double x, width;
    int line;     /* the column, or with spans= the row, that it stands in */
    double inset; /* of all but the rule: the column of icons */
    bool wide;    /* over all columns of the grid */
    double right; /* wide: where the second column begins, within the inset */
    double panel; /* height of the panel behind it; 0 = none */
    zt_groups_head head;
    zt_card card;
    zt_sheet sheet;
    zt_bullets bullets;
    double body_gap;                   /* below the head */
    double lead_in;                    /* more of it, so that groups of one row align */
    double natural;                    /* height */
    double head_stretch, body_stretch; /* what the gaps below the head and in the body can take */
} zt_groups_unit;

void zt_groups_unit_cells(const zt_groups_env *env, zt_groups_unit *unit);
void zt_groups_unit_measure(const zt_groups_env *env, zt_groups_unit *unit);
/* `factor` of its stretch, 0 to 1, is used. */
void zt_groups_unit_draw(const zt_groups_env *env, zt_groups_unit *unit, double y, double factor,
                         zt_group *into);
double zt_groups_unit_stretch(const zt_groups_unit *unit);
/* Ascent of the figures in the first row of a card; 0 for text. */
double zt_groups_unit_ascent(const zt_groups_unit *unit);

/* ---- all groups of the block ---- */
typedef struct zt_groups_arrangement {
    zt_groups_env env;
    zt_groups_unit *units;
    size_t count;
    bool in_rows;
    int line_count; /* columns, or rows */
    zt_para *title; /* of the whole block, or NULL */
    double top;     /* where the groups begin */
    double natural, ceiling;
} zt_groups_arrangement;

void zt_groups_arrange(zt_groups_arrangement *a, const zt_setting *setting, const zt_block *block,
                       double width);
/* Shares what is spare in `height`, first among the gaps between groups. */
void zt_groups_arrangement_draw(zt_groups_arrangement *a, double height, zt_group *into);

#endif
