/* gen/scene/magnify.h — a page seen through a lens: all of it larger in one ratio. */
#ifndef ZT_MAGNIFY_H
#define ZT_MAGNIFY_H

#include "scene/scene.h"

/* Paper, type, lines and pictures `ratio` times as large; the bleed stays, for it is of the press.
 */
void zt_scene_magnify(zt_scene *scene, double ratio);

#endif
