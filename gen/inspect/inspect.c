/* gen/inspect/inspect.c — the inspection: the file, then its pages, mark by mark. */
#include "inspect/inspect_imp.h"

#include <math.h>

/* docs/preflight.md says where each comes from. */
const zt_inspect_limits zt_inspect_usual = {
    .ink = 240, .type = 7.5, .colour_type = 10.5, .reversed_type = 10.5, .rule = 0.1, .ppi = 150};

/* A box of the page with its corners in order; `otherwise` where there is none. */
static zt_rect page_box(zt_pdf_source *source, zt_pdf_object page, const char *key,
                        zt_rect otherwise)
{
    zt_pdf_object array = zt_pdf_inherited(source, page, key);
    double v[4];
    if (zt_pdf_count(source, array) != 4)
        return otherwise;
    for (size_t i = 0; i < 4; i++)
        v[i] = zt_pdf_number(source, zt_pdf_item(source, array, i), 0);
    return (zt_rect){zt_min(v[0], v[2]), zt_min(v[1], v[3]), fabs(v[2] - v[0]), fabs(v[3] - v[1])};
}

static void inspect_page(zt_inspector *in, size_t index)
{
    zt_pdf_source *source = in->out->source;
    zt_pdf_object page = zt_pdf_page_at(source, index);
    zt_rect media = page_box(source, page, "/MediaBox", (zt_rect){0, 0, 612, 792});
    in->page = index + 1;
    in->first = in->out->findings.count;
    in->told_transparency = false;
    in->trim = page_box(source, page, "/TrimBox", media);
    zt_inspect_page shown = {in->trim, zt_mm_from_pt(in->trim.w), zt_mm_from_pt(in->trim.h)};
    ZT_PUSH(in->arena, &in->out->pages, shown);
    zt_inspect_page_object(in, page);
    zt_pdf_paint(source, in->arena, page, zt_inspect_mark, in);
}

zt_pdf_report *zt_inspect(zt_arena *arena, zt_diags *diags, const char *path, zt_purpose purpose,
                          const zt_inspect_limits *limits)
{
    zt_pdf_source *source = zt_pdf_source_open(arena, diags, path);
    if (!source)
        return NULL;
    zt_pdf_report *out = ZT_NEW(arena, zt_pdf_report);
    out->source = source;
    out->version = zt_pdf_source_version(source);
    zt_inspector in = {.arena = arena, .out = out, .purpose = purpose, .limits = limits};
    zt_inspect_file(&in);
    for (size_t i = 0; i < zt_pdf_page_count(source); i++)
        inspect_page(&in, i);
    return out;
}
