/* gen/scene/overprint.h — what inks lie on each other on a page: fills, strokes, type and pictures
   in the order of painting, which of them overprint, and what they cover. Points, in the frame of
   the page. */
#ifndef ZT_OVERPRINT_H
#define ZT_OVERPRINT_H

#include "scene/scene.h"

/* One painting: the fill or the stroke of a path, a run of type, a picture. Borrows its item. */
typedef struct zt_inked {
    const zt_item *item;
    zt_rect box;    /* of its ink, in the frame of the page, within its clip */
    double dx, dy;  /* from the item's frame to the page's */
    zt_paint paint; /* without ink: a picture */
    bool stroke;
    /* Prints over what lies below (overprint mode 1: its own ink takes the place of that below, all
       others stay); else it knocks out. */
    bool over;
} zt_inked;
typedef ZT_VEC(zt_inked) zt_inked_list;

/* Whether the paint may print over others: black alone that asks for it. A tint of nothing is
   white, and white that overprints vanishes. */
bool zt_paint_overprints(zt_paint paint);
/* Whether the stroke of a path overprints; fills never do, or a panel below would show through. */
bool zt_path_overprints(const zt_path *path);
/* Whether a run does: type below `size` points; 0: of any size. */
bool zt_glyphs_overprint(const zt_glyphs *run, double size);

/* All of a page, from below; type overprints below `size` points. */
zt_inked_list zt_inked_of(zt_arena *arena, const zt_scene *page, double size);
/* All inks together where `over` lies on `below`, per cent; of `over` alone where that is NULL. */
double zt_inked_ink(const zt_inked *over, const zt_inked *below);
/* Whether the painting covers the point: of type its box. */
bool zt_inked_holds(const zt_inked *one, zt_point at);
/* Whether list[below] holds the point and is seen there: nothing painted later knocks it out, but
   for list[except]. */
bool zt_inked_is_seen(const zt_inked_list *list, size_t below, size_t except, zt_point at);
/* A point where the stroke list[over] lies on what is seen of list[below]; false when there is
   none. It is looked for along the middle of the stroke. */
bool zt_inked_meet(const zt_inked_list *list, size_t over, size_t below, zt_point *where);

/* Strokes of black that would make more than `limit` per cent of ink with what lies below knock out
   from now on: an axis on bars of two solid inks. Type is left as it is: its fine strokes would
   open where register slips. */
void zt_scene_knock_out(zt_arena *arena, zt_scene *page, double size, double limit);

#endif
