/* gen/block/photo/photo_imp.h — a photograph as it will stand: picture, caption, credit. Points,
   from the block's top left. */
#ifndef ZT_PHOTO_IMP_H
#define ZT_PHOTO_IMP_H

#include "block/words/rich.h"

/* What the template asks of the caption; AUTO leaves it to the document. */
typedef enum zt_photo_writing {
    ZT_PHOTO_AUTO,
    ZT_PHOTO_HORIZONTAL,
    ZT_PHOTO_VERTICAL
} zt_photo_writing;
/* Whether all of the picture is seen, or it is cut to the shape that the template gives. */
typedef enum zt_photo_fit { ZT_PHOTO_WHOLE, ZT_PHOTO_FILL } zt_photo_fit;
/* What a template may <set> of a photograph; block_photo.c says what each is. */
typedef struct zt_photo_params {
    zt_photo_writing writing;
    zt_photo_fit fit;
    double ratio;
    /* Width to height up to which spare height makes the picture higher; 0: it does not. */
    double tallest;
    zt_gap gap;
    bool alike, bar;
    zt_length credit_gap;
} zt_photo_params;

/* A photograph at a width: boxes in points from the block's top left. */
typedef struct zt_photo_plan {
    const zt_photo *photo;
    zt_look caption, date, credit, placeholder;
    /* What stands on the ground of a picture that is missing; empty: nothing. */
    zt_str label;
    /* The caption runs down at the picture's right. */
    bool vertical;
    /* The picture: its shape, its place, and what of it is seen. */
    double ratio; /* width to height of the picture */
    /* Where it stands: of the picture's own shape, or of the one asked for. */
    zt_rect picture;
    /* The part of the upright picture that is shown, of 0 .. 1. */
    zt_rect crop;
    /* Less is shown than the document leaves: the place asks for another shape. */
    bool cut;
    /* Room of the caption: its columns beside the picture, or the lines under it. */
    zt_rect strip;
    /* Height of the bar over a vertical caption; bar and the gap below it. */
    double bar, above;
    /* The words, broken for the room that the picture leaves. */
    zt_para *text; /* NULL without caption and date */
    /* The credit, one line where it fits; NULL when there is none. */
    zt_para *by;
    /* Room in the strip, in columns. */
    double columns;
    /* The credit has a column or a line of its own. */
    bool by_alone;
    /* The caption does not fit beside the picture. */
    bool over;
    double height;
    /* With a caption under it: what the gap and the longest caption of the document take there, so
       that the pictures of a row end on one line, and the height up to which it can be used. */
    double below, most;
} zt_photo_plan;

/* Never fails; `over` tells that the caption has no room beside the picture. */
zt_photo_plan zt_photo_plan_of(const zt_block *block, const zt_setting *setting, double width);

/* What is spare in that height goes to the picture, which shows less at its sides then; the caption
   stands where those of its neighbours do. */
void zt_photo_grow(const zt_block *block, const zt_setting *setting, zt_photo_plan *plan,
                   double height);

#endif
