/* tests/tools/pdf_cairo.h — a second opinion on what our PDF paints. */
#ifndef PDF_CAIRO_H
#define PDF_CAIRO_H

#include "scene/scene.h"

/* Appends the whole file to `out`; false after a report. */
bool pdf_by_cairo(zt_arena *arena, zt_diags *diags, const zt_book *book, zt_buf *out);

#endif
