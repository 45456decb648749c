/* gen/preflight/page_ink.h — how much ink lies on one spot of a page, and what puts it there. What
   overprints is reckoned on what it lies on, outline on outline. */
#ifndef ZT_PAGE_INK_H
#define ZT_PAGE_INK_H

#include "scene/overprint.h"

/* The most ink in one place of a page. */
typedef struct zt_page_ink {
    double sum;                   /* per cent, all inks together */
    const zt_inked *over, *below; /* below: NULL where `over` alone makes it */
    zt_point where;               /* in the frame of the page */
} zt_page_ink;

/* Whether list[over], which overprints, lies somewhere on what is seen of list[below]. */
bool zt_page_ink_meets(const zt_inked_list *list, size_t over, size_t below, zt_point *where);
/* The most of a page; type overprints below `size` points. Pictures are not looked into. */
zt_page_ink zt_page_ink_most(zt_arena *arena, const zt_scene *page, double size);

#endif
