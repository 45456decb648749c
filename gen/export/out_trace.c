/* The scenes as text, for tests and for looking closely. */
#include "export/export.h"
#include "font/font.h"

static bool trace_write(zt_arena *arena, zt_diags *diags, const zt_book *book, size_t page,
                        const zt_export_options *options, zt_buf *out)
{
    (void)arena;
    (void)diags;
    (void)page;
    (void)options;
    zt_book_dump(out, book, zt_face_ps_name);
    return true;
}

extern const zt_output zt_output_trace;
const zt_output zt_output_trace = {"trace", false, trace_write};
