/* The number formats of a spreadsheet's cells (ECMA-376 part 1, 18.8.10 and 18.8.31). */
#include <stdlib.h>

#include "import/xlsx_imp.h"

/* A format that the file defines itself. */
typedef struct known_format {
    size_t id, order;
    zt_str code;
    const zt_numfmt *format; /* read when a cell format first asks for it */
} known_format;

/* Formats are read when a cell asks for them. */
typedef struct style_reader {
    zt_xlsx *xlsx;
    ZT_VEC(known_format) own;
    const zt_numfmt *builtin[64];
} style_reader;

/* The last of one id counts, so its order is kept. */
static int by_id(const void *a, const void *b)
{
    const known_format *x = a, *y = b;
    if (x->id != y->id)
        return x->id < y->id ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* The list numFmts. */
static void read_own(style_reader *s, const zt_node *styles)
{
    const zt_node *formats = zt_node_child(styles, "numFmts");
    for (const zt_node *f = formats ? zt_node_child(formats, "numFmt") : NULL; f;
         f = zt_node_sibling(f, "numFmt")) {
        known_format known = {.order = s->own.count, .code = zt_node_attr(f, "formatCode", "")};
        if (zt_xlsx_index(zt_node_attr(f, "numFmtId", ""), &known.id))
            ZT_PUSH(s->xlsx->arena, &s->own, known);
    }
    if (s->own.count)
        qsort(s->own.items, s->own.count, sizeof *s->own.items, by_id);
}

/* Kept in the file's arena. */
static const zt_numfmt *read_code(style_reader *s, zt_str code)
{
    zt_numfmt *format = ZT_NEW(s->xlsx->arena, zt_numfmt);
    zt_numfmt_read(s->xlsx->arena, code, format);
    return format;
}

/* What the file says of a number counts, also of a built-in one. */
static const zt_numfmt *format_of(style_reader *s, size_t id)
{
    size_t low = 0, high = s->own.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (s->own.items[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < s->own.count && s->own.items[low].id == id) {
        known_format *known = s->own.items + low;
        if (!known->format)
            known->format = read_code(s, known->code);
        return known->format;
    }
    id = id < sizeof s->builtin / sizeof *s->builtin ? id : 0;
    if (!s->builtin[id])
        s->builtin[id] = read_code(s, zt_str_from(zt_numfmt_builtin((unsigned)id)));
    return s->builtin[id];
}

/* One format for each cell format; without any all numbers are General. */
void zt_xlsx_styles(zt_xlsx *r, const zt_node *styles)
{
    style_reader s = {.xlsx = r};
    const zt_node *formats = styles ? zt_node_child(styles, "cellXfs") : NULL;
    if (styles)
        read_own(&s, styles);
    for (const zt_node *xf = formats ? zt_node_child(formats, "xf") : NULL; xf;
         xf = zt_node_sibling(xf, "xf")) {
        size_t id = 0;
        zt_xlsx_index(zt_node_attr(xf, "numFmtId", "0"), &id);
        const zt_numfmt *format = format_of(&s, id);
        ZT_PUSH(r->arena, &r->formats, format);
    }
    if (r->formats.count == 0) {
        const zt_numfmt *format = format_of(&s, 0);
        ZT_PUSH(r->arena, &r->formats, format);
    }
}
