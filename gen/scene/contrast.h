/* gen/scene/contrast.h — text that is read on screens: its colours against what lies below. */
#ifndef ZT_CONTRAST_H
#define ZT_CONTRAST_H

#include "scene/scene.h"

/* (lighter + 0.05) / (darker + 0.05) of relative luminances (WCAG 2.1, 1.4.3). */
double zt_contrast(zt_rgb a, zt_rgb b);
/* Gives each run whose screen colour has less contrast than `least` with the area that it stands on
   a darker or a lighter one, whichever is nearer; runs on photographs keep theirs. Inks of the page
   are not touched: the run gets one of its own. Returns how many had too little. */
size_t zt_scene_raise_contrast(zt_scene *scene, double least);

#endif
