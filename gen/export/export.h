/* gen/export/export.h — outputs: each one C file out_*.c that defines one zt_output. */
#ifndef ZT_EXPORT_H
#define ZT_EXPORT_H

#include "base/diag.h"
#include "scene/scene.h"

typedef enum zt_profile { ZT_PROFILE_SCREEN, ZT_PROFILE_PRESS } zt_profile;
typedef enum zt_svg_text { ZT_SVG_TEXT, ZT_SVG_PATHS } zt_svg_text;
typedef enum zt_pdf_writer { ZT_PDF_OWN, ZT_PDF_CAIRO } zt_pdf_writer;

typedef struct zt_export_options {
    zt_profile profile;
    double ppi; /* of PNG */
    zt_svg_text svg_text;
    zt_pdf_writer pdf_writer;
    const char *version; /* of zhitu, for Producer */
} zt_export_options;

typedef struct zt_output {
    const char *name; /* "pdf", also the file's extension */
    bool one_page;    /* writes one file a page */
    /* Appends the whole file to `out`; false after a report. `page` matters if one_page. */
    bool (*write)(zt_arena *arena, zt_diags *diags, const zt_book *book, size_t page,
                  const zt_export_options *options, zt_buf *out);
} zt_output;

/* Made by CMake from out_*.c: NULL-terminated. */
extern const zt_output *const zt_outputs[];
const zt_output *zt_output_find(zt_str name);

#endif
