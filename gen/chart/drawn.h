/* gen/chart/drawn.h — reading a drawn plot, for what is added to it afterwards: for which element
   an item was drawn, where its type, marks and lines lie. Points, frame of the plot. */
#ifndef ZT_DRAWN_H
#define ZT_DRAWN_H

#include "labels/room.h"
#include "scene/scene.h"

typedef ZT_VEC(zt_piece) zt_drawn_pieces;

/* One place of one file: what was drawn there was drawn for the same element. */
bool zt_drawn_same_place(zt_pos a, zt_pos b);
zt_rect zt_drawn_moved(zt_rect box, double dx, double dy);
/* Whether `inner` lies in `outer`, but for a tenth of a point. */
bool zt_drawn_holds(zt_rect outer, zt_rect inner);
/* The em boxes of a run with the ink of letters that reach out of them. */
zt_rect zt_drawn_type(const zt_glyphs *run, double dx, double dy);
/* Adds the straight pieces of a stroke; a curve is taken by its ends. */
void zt_drawn_add_pieces(zt_arena *arena, zt_drawn_pieces *pieces, const zt_path *path, double dx,
                         double dy);

#endif
