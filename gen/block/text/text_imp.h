/* gen/block/text/text_imp.h — running text round a photograph: private to this room. Points, from
   the top left of the columns. */
#ifndef ZT_TEXT_IMP_H
#define ZT_TEXT_IMP_H

#include "block/words/story_flow.h"
#include "block/words/wording.h"

/* At which side a photograph of the same place stands in the text; none: apart from it. */
typedef enum zt_text_photo {
    ZT_TEXT_PHOTO_NONE,
    ZT_TEXT_PHOTO_LEFT,
    ZT_TEXT_PHOTO_RIGHT
} zt_text_photo;

/* Columns of one width on one grid. */
typedef struct zt_text_columns {
    int count;
    double width, gutter;
    double all; /* of the block */
    double line, em;
} zt_text_columns;

/* The text with the photograph at the head of its columns. */
typedef struct zt_text_round {
    const zt_plan *photo; /* NULL: there is none */
    double photo_x;
    int photo_row; /* lines above it */
    zt_text_columns columns;
    zt_story_flow *flow;
    int rows; /* lines of the columns */
} zt_text_round;
/* The photograph takes one column, two of four and more, half of a single one; where less than
   eight characters would stand beside it, the whole width above the text. */
zt_text_round zt_text_round_plan(const zt_block *block, const zt_setting *setting,
                                 const zt_text_columns *columns, zt_text_photo side);
/* From the top of the photograph, or the first em box, to the foot of the last. */
double zt_text_round_height(const zt_text_round *round);
void zt_text_round_place(const zt_text_round *round, const zt_setting *setting, zt_pos at, double y,
                         zt_group *into);

#endif
