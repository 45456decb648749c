/* Where each figure stands and what it comes from, for zhitu verify. */
#include "export/export.h"
#include "scene/record.h"

static bool write_book(const zt_export *e, zt_buf *out)
{
    zt_figure_record_print(out, zt_figure_record_of(e->arena, e->book));
    return true;
}

extern const zt_output zt_output_record;
const zt_output zt_output_record = {
    .name = "record",
    .zh = "每个数、每段文字排在何处、出自何处，供 zhitu verify 核对",
    .en = "where each figure and text stands and comes from, for zhitu verify",
    .write_book = write_book,
};
