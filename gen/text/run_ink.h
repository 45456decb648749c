/* gen/text/run_ink.h — where a run of glyphs paints. */
#ifndef ZT_RUN_INK_H
#define ZT_RUN_INK_H

#include "scene/scene.h"

/* The box of the ink of all its glyphs, in the frame of its group; without ink nothing. Latin
   letters reach below the em box of the line, which is the box of the run. */
zt_rect zt_run_ink(const zt_glyphs *run);

#endif
