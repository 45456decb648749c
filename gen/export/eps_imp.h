/* gen/export/eps_imp.h — the parts of our EPS writer: one page as PostScript of Language Level 3 in
   the inks of the press. References to sections are to the PostScript Language Reference, third
   edition. Private to export/. */
#ifndef ZT_EPS_IMP_H
#define ZT_EPS_IMP_H

#include "export/outline_imp.h"
#include "export/plates_imp.h"

/* A page on its way. */
typedef struct zt_eps {
    const zt_export *e;
    const zt_scene *page;
    zt_press press;
    zt_plates plates; /* the spots are those from the fifth on */
    bool to_process;
    zt_outlines outlines;
    /* Procedures of glyphs, which stand before the page; of which faces and glyphs, in their order.
     */
    zt_buf glyphs;
    ZT_VEC(zt_outline) defined;
    zt_buf ops;
    /* What colour and line are in force, as they were written. */
    zt_str colour, line;
    bool failed; /* after a report */
} zt_eps;

/* eps_write.c: numbers of a line, each with a blank behind it; a string of bytes, in ASCII alone.
 */
void zt_eps_numbers(zt_buf *out, const double *values, size_t count, int decimals);
void zt_eps_string(zt_buf *out, const char *text);
/* eps_paint.c: paths and type. `dx`, `dy` carry the frame of the item to that of the page. */
void zt_eps_path(zt_eps *eps, const zt_path *path, double dx, double dy);
/* Marks for the press, solid on all plates. */
void zt_eps_marks(zt_eps *eps, const zt_path *marks);
void zt_eps_run(zt_eps *eps, const zt_glyphs *run, double dx, double dy);
/* The procedures that the page stands on: colours, paths, glyphs, pictures. */
void zt_eps_procedures(const zt_eps *eps, zt_buf *out);
/* eps_image.c: a photograph. */
void zt_eps_image(zt_eps *eps, const zt_image *image, double dx, double dy);

#endif
