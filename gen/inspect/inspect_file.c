/* gen/inspect/inspect_file.c — what is said of a file and of its pages as objects. */
#include "inspect/inspect_imp.h"

/* ---- the file ---- */

/* What runs by itself when the file is opened, or waits in it. */
static void find_scripts(zt_inspector *in)
{
    zt_pdf_source *source = in->out->source;
    zt_pdf_object root = zt_pdf_root(source), names = zt_pdf_get(source, root, "/Names"),
                  action = zt_pdf_get(source, root, "/OpenAction");
    zt_str kind = zt_pdf_name(source, zt_pdf_get(source, action, "/S"));
    bool script = zt_pdf_get(source, names, "/JavaScript") || zt_str_is(kind, "JavaScript") ||
                  zt_pdf_get(source, action, "/JS");
    if (script)
        zt_inspect_report(in, ZT_ERROR, "pdf-javascript", NULL, 0, "PDF/X-4 (ISO 15930-7)",
                          "文件里有 JavaScript；印刷和存档的文件不可以有",
                          "the file holds JavaScript, which files for press and archive must not");
    if (zt_pdf_get(source, root, "/AA"))
        zt_inspect_report(in, ZT_ERROR, "pdf-actions", NULL, 0, "PDF/X-4 (ISO 15930-7)",
                          "文件带有自己会运行的动作（AA）",
                          "the file has actions that run by themselves (AA)");
}

/* The output intent for press: which plates the colours are for. */
static void find_intent(zt_inspector *in)
{
    zt_pdf_source *source = in->out->source;
    zt_pdf_object list = zt_pdf_get(source, zt_pdf_root(source), "/OutputIntents");
    for (size_t i = 0; i < zt_pdf_count(source, list); i++) {
        zt_pdf_object intent = zt_pdf_item(source, list, i);
        if (!zt_str_is(zt_pdf_name(source, zt_pdf_get(source, intent, "/S")), "GTS_PDFX"))
            continue;
        if (!zt_pdf_get(source, intent, "/OutputConditionIdentifier"))
            zt_inspect_report(in, ZT_ERROR, "pdf-intent", NULL, 0, "PDF/X-4 (ISO 15930-7)",
                              "输出意图没有写印刷条件（OutputConditionIdentifier）",
                              "the output intent names no printing condition "
                              "(OutputConditionIdentifier)");
        return;
    }
    zt_inspect_report(
        in, ZT_ERROR, "pdf-intent", NULL, 0, "PDF/X-4 (ISO 15930-7)",
        "没有印刷的输出意图（GTS_PDFX）：不知道颜色按哪种纸和机器分色",
        "there is no output intent for press (GTS_PDFX): nobody knows which paper and "
        "press the colours are for");
}

static void find_identity(zt_inspector *in)
{
    zt_pdf_source *source = in->out->source;
    zt_pdf_object trailer = zt_pdf_trailer(source), info = zt_pdf_get(source, trailer, "/Info");
    if (!zt_pdf_get(source, trailer, "/ID"))
        zt_inspect_report(in, ZT_WARNING, "pdf-identity", NULL, 0, "PDF/X-4 (ISO 15930-7)",
                          "文件没有标识（ID）", "the file has no identifier (ID)");
    if (!zt_pdf_get(source, info, "/Trapped"))
        zt_inspect_report(in, ZT_WARNING, "pdf-identity", NULL, 0, "PDF/X-4 (ISO 15930-7)",
                          "没有说明有没有做过陷印（Trapped）",
                          "the file does not say whether it is trapped");
    if (in->purpose == ZT_PURPOSE_PDFX1A && in->out->version > 1.41)
        zt_inspect_report(in, ZT_WARNING, "pdf-version", NULL, 0, "PDF/X-1a (ISO 15930-4)",
                          "PDF %.1f：PDF/X-1a 最多用 1.4", "PDF %.1f: PDF/X-1a is 1.4 at most",
                          in->out->version);
}

void zt_inspect_file(zt_inspector *in)
{
    zt_pdf_source *source = in->out->source;
    const char *damage = zt_pdf_source_damage(source);
    if (damage)
        zt_inspect_report(in, ZT_WARNING, "pdf-damaged", NULL, 0, "ISO 32000-1, 7.5",
                          "文件有损坏，是边修边读的：%s",
                          "the file is damaged and was mended while it was read: %s", damage);
    if (zt_pdf_source_encrypted(source))
        zt_inspect_report(in, ZT_ERROR, "pdf-encrypted", NULL, 0, "PDF/X-4 (ISO 15930-7)",
                          "文件加了密；印刷和存档的文件不可以加密",
                          "the file is encrypted, which files for press and archive must not be");
    if (zt_pdf_page_count(source) == 0)
        zt_inspect_report(in, ZT_ERROR, "pdf-empty", NULL, 0, "ISO 32000-1, 7.7.3",
                          "文件一页也没有", "the file has no page");
    find_scripts(in);
    if (in->purpose == ZT_PURPOSE_SCREEN)
        return;
    find_intent(in);
    find_identity(in);
}

/* ---- a page ---- */

/* A box that is there and has an area. */
static bool read_box(zt_pdf_source *source, zt_pdf_object page, const char *key, zt_rect *out)
{
    return zt_pdf_box(source, zt_pdf_inherited(source, page, key), out) && out->w > 0 && out->h > 0;
}

/* To a hundredth of a point, which is less than any program rounds. */
static bool lies_in(zt_rect inner, zt_rect outer)
{
    const double off = 0.01;
    return inner.x >= outer.x - off && inner.y >= outer.y - off &&
           zt_rect_right(inner) <= zt_rect_right(outer) + off &&
           zt_rect_foot(inner) <= zt_rect_foot(outer) + off;
}

static void find_boxes(zt_inspector *in, zt_pdf_object page)
{
    zt_pdf_source *source = in->out->source;
    static const char clause[] = "PDF/X-4 (ISO 15930-7)";
    zt_rect media, trim, bleed;
    if (!read_box(source, page, "/MediaBox", &media)) {
        zt_inspect_report(in, ZT_ERROR, "pdf-box", NULL, 0, clause, "页没有 MediaBox",
                          "the page has no MediaBox");
        return;
    }
    bool has_trim =
        read_box(source, page, "/TrimBox", &trim) || read_box(source, page, "/ArtBox", &trim);
    if (!has_trim)
        zt_inspect_report(in, ZT_ERROR, "pdf-box", NULL, 0, clause,
                          "页没有 TrimBox：不知道成品裁在哪里",
                          "the page has no TrimBox: nobody knows where it is cut");
    else if (!lies_in(trim, media))
        zt_inspect_report(in, ZT_ERROR, "pdf-box", NULL, 0, clause, "TrimBox 超出 MediaBox",
                          "the TrimBox reaches beyond the MediaBox");
    if (has_trim && read_box(source, page, "/BleedBox", &bleed) &&
        (!lies_in(trim, bleed) || !lies_in(bleed, media)))
        zt_inspect_report(in, ZT_ERROR, "pdf-box", NULL, 0, clause,
                          "BleedBox 应在 TrimBox 和 MediaBox 之间",
                          "the BleedBox has to lie between TrimBox and MediaBox");
}

/* Scripts in annotations, and annotations that would print. */
static void find_annotations(zt_inspector *in, zt_pdf_object page)
{
    zt_pdf_source *source = in->out->source;
    zt_pdf_object list = zt_pdf_get(source, page, "/Annots");
    enum { HIDDEN = 2, PRINT = 4 };
    for (size_t i = 0; i < zt_pdf_count(source, list); i++) {
        zt_pdf_object annotation = zt_pdf_item(source, list, i),
                      action = zt_pdf_get(source, annotation, "/A");
        int flags = zt_pdf_whole(source, zt_pdf_get(source, annotation, "/F"), 0);
        zt_str kind = zt_pdf_name(source, zt_pdf_get(source, annotation, "/Subtype"));
        if (zt_str_is(zt_pdf_name(source, zt_pdf_get(source, action, "/S")), "JavaScript"))
            zt_inspect_report(in, ZT_ERROR, "pdf-javascript", NULL, 0, "PDF/X-4 (ISO 15930-7)",
                              "注释里有 JavaScript", "an annotation runs JavaScript");
        bool seen = (flags & PRINT) && !(flags & HIDDEN) &&
                    !zt_str_in_words(kind, "Link Popup TrapNet PrinterMark");
        if (seen && in->purpose != ZT_PURPOSE_SCREEN)
            zt_inspect_report(in, ZT_WARNING, "pdf-annotation", NULL, 0, "PDF/X-4 (ISO 15930-7)",
                              "注释（%.*s）会印在版心里", "an annotation (%.*s) would print",
                              ZT_ARG(kind));
    }
}

/* A group that blends the page as a whole. */
static void find_group(zt_inspector *in, zt_pdf_object page)
{
    zt_pdf_source *source = in->out->source;
    zt_pdf_object group = zt_pdf_get(source, page, "/Group");
    if (in->purpose == ZT_PURPOSE_PDFX1A &&
        zt_str_is(zt_pdf_name(source, zt_pdf_get(source, group, "/S")), "Transparency"))
        zt_inspect_report(in, ZT_ERROR, "pdf-transparency", NULL, 0, "PDF/X-1a (ISO 15930-4)",
                          "页有透明度组；PDF/X-1a 里不可以有透明",
                          "the page has a transparency group, which PDF/X-1a must not have");
}

void zt_inspect_page_object(zt_inspector *in, zt_pdf_object page)
{
    find_annotations(in, page);
    if (in->purpose == ZT_PURPOSE_SCREEN)
        return;
    find_boxes(in, page);
    find_group(in, page);
}
