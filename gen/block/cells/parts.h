/* gen/block/cells/parts.h — a whole in a card or in rows: the marks of its parts
   (chart/form_whole.h) and a value for each, 住院 5700家, in a line above or below them. Points, y
   down. */
#ifndef ZT_PARTS_H
#define ZT_PARTS_H

#include "block/words/wording.h"
#include "chart/form_whole.h"
#include "model/point_cells.h"

typedef struct zt_parts_style {
    const zt_setting *setting;  /* the plan's */
    zt_look name, value;        /* of a part and of its value */
    double unit_size;           /* of the unit behind a value */
    zt_look missing;            /* of a value that is still to come */
    zt_form_whole_params marks; /* all but the parts themselves */
} zt_parts_style;

/* The sizes and inks that no template sets. */
zt_parts_style zt_parts_style_of(const zt_setting *setting, const zt_block *block);

zt_form_whole zt_parts_marks(const zt_parts_style *style, const zt_point_cell *whole, double width);

/* A part's name and its value side by side. */
typedef struct zt_part_value {
    double name_width, width, x;
    size_t line;
    const zt_figure *figure;
} zt_part_value;
typedef struct zt_part_values {
    zt_part_value *items;
    size_t lines;   /* one, or one a part where they find no room side by side */
    double digits;  /* height of a value above its baseline */
    double leading; /* from line to line */
} zt_part_values;
/* Spread over the width of the marks, if that leaves them room. */
zt_part_values zt_part_values_plan(const zt_parts_style *style, const zt_point_cell *whole,
                                   const zt_form_whole *marks);
/* Each on the first line over the marks of its own part, where all find room there. */
void zt_part_values_over_marks(const zt_parts_style *style, const zt_point_cell *whole,
                               const zt_form_whole *marks, zt_part_values *values);
/* Which of the two stands first. */
typedef enum zt_part_order { ZT_PART_NAME_FIRST, ZT_PART_VALUE_FIRST } zt_part_order;
/* First baseline at y; the box of each part reaches down to `foot`, or a line's foot when that is
   negative. */
void zt_part_values_draw(const zt_parts_style *style, const zt_point_cell *whole,
                         const zt_part_values *values, zt_part_order order, double y, double foot,
                         zt_group *into);

#endif
