/* gen/layout/layout.h — from a tree of boxes to pages: widths from the top down, heights from the
   bottom up, the fit ladder when it is too much, spare height distributed when it is not. */
#ifndef ZT_LAYOUT_H
#define ZT_LAYOUT_H

#include "layout/block.h"

/* A template's box with the blocks that compose/ bound to it. A place holds the blocks it selected,
   stacked like a column; a place without blocks has been taken out of the tree. */
typedef struct zt_box zt_box;
struct zt_box {
    const zt_box_spec *spec;
    zt_block **blocks;
    size_t block_count;
    zt_box **children;
    size_t child_count;
};

typedef struct zt_layout_result {
    zt_fit fit;
    double slack;   /* points of height that nothing used, at the foot of the tallest column */
    bool overset;
} zt_layout_result;

/* Sets one page: fills setting->scene. Reports optional-dropped (note), overset (error, with the
   characters over and the place). */
zt_layout_result zt_layout_page(zt_setting *setting, zt_box *root);

#endif
