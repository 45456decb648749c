/* gen/change/side_by_side.h — two states of a page side by side, with what changed ringed. */
#ifndef ZT_SIDE_BY_SIDE_H
#define ZT_SIDE_BY_SIDE_H

#include "change/say.h"

/* The page of that number (from 0) of both books, the old one at the left; one that a book lacks is
   a blank place. Words that changed are ringed, blocks that moved or changed their size framed by
   dashes. The pages become part of the picture: nothing else may be made of them afterwards. */
zt_scene *zt_change_picture(zt_arena *arena, const zt_diff *diff, const zt_book *before,
                            const zt_book *after, size_t page);

#endif
