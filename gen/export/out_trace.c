/* The scenes as text, for tests and for looking closely. */
#include "export/export.h"
#include "font/font.h"

/* The dump that tests compare. */
static bool write_book(const zt_export *e, zt_buf *out)
{
    zt_book_dump(out, e->book, zt_face_ps_name);
    return true;
}

extern const zt_output zt_output_trace;
const zt_output zt_output_trace = {
    .name = "trace",
    .zh = "版面的文字清单，供测试",
    .en = "the scenes as text, for tests",
    .write_book = write_book,
};
