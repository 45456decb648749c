/* gen/scene/hatch.h — areas in inks that are hatched: outline and lines instead of a fill. Kinds
   and blocks paint areas and need not know which inks are solid. */
#ifndef ZT_HATCH_H
#define ZT_HATCH_H

#include "scene/scene.h"

/* Turns every area of the page whose ink has a hatch into paper within a fine edge, with lines at
   45 degrees that fall to the right, cut at the outline and about type that stands on it. Areas too
   thin to hold a line stay solid, as lines do. Call when all is placed; a second call changes
   nothing. */
void zt_scene_hatch(zt_scene *scene);

#endif
