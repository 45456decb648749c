/* gen/block/cells/parts.h — a whole in a card or in rows: the marks of its parts
   (chart/form_whole.h) and a value for each, 住院 5700家, in a line above or below them. Points, y
   down. */
#ifndef ZT_PARTS_H
#define ZT_PARTS_H

#include "block/words/wording.h"
#include "chart/figure.h"
#include "chart/form_whole.h"
#include "model/point_cells.h"

typedef struct zt_parts_style {
    const zt_setting *setting; /* the plan's */
    /* Looks of a part's name and of its value. */
    zt_look name, value;
    /* Size of the unit behind a value, points. */
    double unit_size;
    /* Look of a value that is still to come. */
    zt_look missing;
    zt_form_whole_params marks; /* all but the parts themselves */
} zt_parts_style;

/* The sizes and inks that no template sets. */
zt_parts_style zt_parts_style_of(const zt_setting *setting, const zt_block *block);

/* ---- a whole in one piece: name, marks, and a value for each part, 住院 5700家 ---- */

/* What stands first. In rows the name stands over the marks and the values below them, a part's
   name before its value; in cards values stand over marks and the name below, as figures stand over
   their labels everywhere there. */
typedef enum zt_parts_order { ZT_PARTS_NAME_FIRST, ZT_PARTS_VALUES_FIRST } zt_parts_order;

/* Name and value of one part in their line; widths in points, x from the whole's left edge. */
typedef struct zt_part_value {
    double name_width, width, x;
    size_t line;
    const zt_figure *figure;
} zt_part_value;

/* A whole in one piece at a width, from its top left; values in the arena of the setting. */
typedef struct zt_parts {
    const zt_point_cell *whole;
    zt_parts_order order;
    zt_wording name;
    double name_top;
    zt_form_whole marks;
    double marks_top;
    zt_part_value *values;
    /* Lines of values: one, or one a part where they find no room side by side. */
    size_t lines;
    double first; /* baseline of the first line */
    double width, height;
} zt_parts;

/* `name`: look of the whole's name; gap: white between marks and words. */
zt_parts zt_parts_plan(const zt_parts_style *style, const zt_point_cell *whole,
                       zt_parts_order order, const zt_look *name, double gap, double width);
/* A part “whole” with its top at y, the name in a part called `name`. */
void zt_parts_draw(const zt_parts_style *style, const zt_parts *parts, const char *name, double y,
                   zt_group *into);

/* ---- large figures over the marks of their parts, each with its name below it ---- */

/* A whole whose parts have large figures; its arrays in the arena of the setting, the figures
   borrowed. */
typedef struct zt_large_parts {
    const zt_point_cell *whole;
    const zt_figure *const *figures;
    zt_wording *names; /* in one line each */
    double names_height;
    zt_form_whole marks;
    double *x; /* left edges of the figures */
} zt_large_parts;

/* Names in `look`; figures as set. */
zt_large_parts zt_large_parts_new(const zt_parts_style *style, const zt_point_cell *whole,
                                  const zt_figure *const *figures, const zt_look *look);
/* The width that figures and names take when they stand close, `gap` apart. */
double zt_large_parts_least(const zt_large_parts *parts, double gap);
/* Marks of this width, with each figure over its own, where all find room so. */
void zt_large_parts_plan(const zt_parts_style *style, zt_large_parts *parts, double gap,
                         double width);
/* Figures with their baseline at y in parts called `first` and `others`, names with their first ink
   label_gap below it. The marks are left to the caller. */
typedef struct zt_large_parts_place {
    const char *first, *others;
    double baseline, label_gap;
    /* How far the figures' boxes reach below the baseline. */
    double foot;
} zt_large_parts_place;
void zt_large_parts_draw(const zt_parts_style *style, const zt_large_parts *parts,
                         const zt_large_parts_place *at, zt_group *into);

#endif
