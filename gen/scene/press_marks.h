/* gen/scene/press_marks.h — marks of a page for the press, outside its bleed: at each corner two
   lines where it is cut, in the middle of each side a cross with a ring where the plates meet. They
   are solid on all plates. Points, in the frame of the page. */
#ifndef ZT_PRESS_MARKS_H
#define ZT_PRESS_MARKS_H

#include "scene/scene.h"

/* How long a mark is, how far the outermost stays from the edge of the sheet, how thick it is. */
#define ZT_PRESS_MARK_LENGTH ZT_MM(5)
#define ZT_PRESS_MARK_GAP ZT_MM(1)
#define ZT_PRESS_MARK_WIDTH 0.25

/* How far marks begin from the trim: beyond the bleed, and 3 mm at least, so that a knife that
   strays leaves none. */
double zt_press_marks_from(const zt_scene *scene);
/* All that is printed of a page: its trim with the bleed, for the press with its marks too. */
zt_rect zt_scene_media(const zt_scene *scene, bool with_marks);
/* All of them as one path, to be stroked; it stands in no group. NULL where the page has none. */
zt_path *zt_press_marks(zt_arena *arena, const zt_scene *scene);

#endif
