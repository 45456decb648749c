/* gen/layout/layout.h — from a tree of boxes to a page: widths from the top down, heights from the
   bottom up, the fit ladder when it is too much, spare height distributed when it is not. */
#ifndef ZT_LAYOUT_H
#define ZT_LAYOUT_H

#include "layout/block.h"

/* A template's box with the blocks that compose/ bound to it. A place holds the blocks it selected,
   stacked like a column; boxes without any block in them have been taken out of the tree. */
typedef struct zt_box zt_box;
/* Boxes are made by compose/ and not changed by layout/. */
struct zt_box {
    const zt_box_spec *spec;
    /* Part of the width that it takes inside a row, by the row's share=; default 1. */
    double share;
    zt_block **blocks;
    size_t block_count;
    zt_box **children;
    size_t child_count;
};

/* What became of a page. */
typedef struct zt_layout_result {
    zt_fit fit;
    /* Points of height that the worst column could not use. */
    double slack;
    bool overset;
} zt_layout_result;

/* Finds the faces of all parts of the placed blocks; false after reports of font-missing or
   lock-mismatch. Nothing can be measured without them. */
bool zt_layout_has_faces(const zt_setting *setting, zt_block *const *blocks, size_t count);

/* Sets one page: makes setting->scene and fills it. Page height `auto` follows the content up to
   the template's max. Reports optional-dropped and fit-used (notes) and overset (error, with the
   characters over and the place); the scene is complete in any case. */
zt_layout_result zt_layout_page(zt_setting *setting, const zt_box *root);

/* ---- a box in a frame that is given, as on a page of an edition; of setting->fit ---- */

/* Natural height in points at that width, and the most it can use. */
zt_extent zt_layout_box_extent(const zt_setting *setting, const zt_box *box, double width);
/* Draws it into the setting's scene; less than the natural height is asked only of a page that is
   told to be overset. `frame` in the frame of `into`. */
void zt_layout_box_place(const zt_setting *setting, const zt_box *box, zt_rect frame,
                         zt_group *into);
/* Large type stands with its ink on the edge of its block: the boxes of its runs leave out the
   bearings that hang out. Of a block that stands in no box. */
void zt_layout_hang_bearings(const zt_group *group);

#endif
