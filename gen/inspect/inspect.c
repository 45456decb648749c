/* gen/inspect/inspect.c — the inspection: the file, then its pages, mark by mark. */
#include "inspect/inspect_imp.h"
#include "inspect/painted_imp.h"

/* docs/preflight.md says where each comes from. */
const zt_inspect_limits zt_inspect_usual = {.ink = 240,
                                            .type = 7.5,
                                            .colour_type = 10.5,
                                            .reversed_type = 10.5,
                                            .rule = 0.1,
                                            .ppi = 150,
                                            .ground = 30};

static void inspect_page(zt_inspector *in, size_t index)
{
    zt_pdf_source *source = in->out->source;
    zt_pdf_object page = zt_pdf_page_at(source, index);
    in->page = index + 1;
    in->first = in->out->findings.count;
    in->told_transparency = false;
    in->areas.count = in->steps = 0;
    in->tired = false;
    in->trim = zt_pdf_page_trim(source, page);
    zt_inspect_page shown = {in->trim, zt_mm_from_pt(in->trim.w), zt_mm_from_pt(in->trim.h)};
    ZT_PUSH(in->arena, &in->out->pages, shown);
    zt_inspect_page_object(in, page);
    bool whole = zt_pdf_paint(source, in->arena, page, zt_inspect_mark, in);
    if (!whole || in->tired)
        zt_inspect_report(in, ZT_ERROR, "pdf-unseen", NULL, 0, "ISO 32000-1, 7.8",
                          "这一页没有看全：有的内容解不开，或超过了检查的上限；别的都看过了",
                          "the page was not looked at whole: some of its contents cannot be "
                          "unpacked or are beyond the limits of this check; all else was");
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
