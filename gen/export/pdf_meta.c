/* What the file says about itself: catalog, document information, XMP, output intent. */
#include <string.h>

#include "base/utf8.h"
#include "export/pdf_imp.h"

/* The program's name and version. */
static const char *producer(const zt_pdf *pdf)
{
    const char *version = pdf->options->version;
    return zt_arena_printf(pdf->arena, "zhitu %s", version ? version : "");
}

/* A key with its text string; nothing for an empty one. */
static void text_entry(zt_buf *body, const char *key, const char *value)
{
    if (!value || !*value)
        return;
    zt_buf_printf(body, "/%s", key);
    zt_pdf_text_string(body, zt_str_from(value));
}

/* D:20220112 from 2022-01-12; a shorter date stays shorter (7.9.4). */
static const char *info_date(zt_arena *arena, const char *iso)
{
    char *out = zt_arena_strdup(arena, iso);
    size_t len = 0;
    for (const char *p = iso; *p && *p != 'T'; p++)
        if (*p >= '0' && *p <= '9')
            out[len++] = *p;
    out[len] = 0;
    return zt_arena_printf(arena, "D:%s", out);
}

/* No clock is asked: without a date in the document there is none in the file. */
int zt_pdf_info_write(zt_pdf *pdf)
{
    int object = zt_pdf_reserve(pdf);
    zt_buf *body = zt_pdf_begin(pdf, object);
    zt_buf_puts(body, "<<");
    text_entry(body, "Title", pdf->book->title);
    text_entry(body, "Subject", pdf->book->subject);
    text_entry(body, "Creator", producer(pdf));
    text_entry(body, "Producer", producer(pdf));
    if (pdf->book->date) {
        text_entry(body, "CreationDate", info_date(pdf->arena, pdf->book->date));
        text_entry(body, "ModDate", info_date(pdf->arena, pdf->book->date));
    }
    if (pdf->options->profile->says_untrapped)
        zt_buf_puts(body, "/Trapped/False");
    zt_buf_puts(body, ">>");
    zt_pdf_end(pdf);
    return object;
}

/* An element of the metadata; nothing for an empty value. */
static void xmp_text(zt_buf *xmp, const char *before, const char *value, const char *after)
{
    if (!value || !*value)
        return;
    zt_buf_puts(xmp, before);
    zt_buf_xml(xmp, zt_utf8_seen(xmp->arena, zt_str_from(value)));
    zt_buf_puts(xmp, after);
}

/* Left uncompressed, so that programs that know no PDF find it (14.3.2). */
static int metadata(zt_pdf *pdf)
{
    const zt_book *book = pdf->book;
    zt_buf xmp;
    zt_buf_init(&xmp, pdf->arena);
    zt_buf_puts(&xmp, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                      "<rdf:Description rdf:about=\"\" "
                      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                      "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">"
                      "<dc:format>application/pdf</dc:format>");
    xmp_text(&xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", book->title,
             "</rdf:li></rdf:Alt></dc:title>");
    xmp_text(&xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", book->subject,
             "</rdf:li></rdf:Alt></dc:description>");
    xmp_text(&xmp, "<dc:language><rdf:Bag><rdf:li>", book->lang,
             "</rdf:li></rdf:Bag></dc:language>");
    xmp_text(&xmp, "<xmp:CreateDate>", book->date, "</xmp:CreateDate>");
    xmp_text(&xmp, "<xmp:ModifyDate>", book->date, "</xmp:ModifyDate>");
    xmp_text(&xmp, "<xmp:CreatorTool>", producer(pdf), "</xmp:CreatorTool>");
    xmp_text(&xmp, "<pdf:Producer>", producer(pdf), "</pdf:Producer>");
    if (pdf->options->profile->says_untrapped)
        zt_buf_puts(&xmp, "<pdf:Trapped>False</pdf:Trapped>");
    zt_buf_puts(&xmp, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    int object = zt_pdf_reserve(pdf);
    zt_pdf_stream(pdf, object, "/Type/Metadata/Subtype/XML", zt_buf_view(&xmp), ZT_PDF_PLAIN);
    return object;
}

/* An output intent (14.11.5), as one entry of the catalog. */
static const char *output_intent(zt_pdf *pdf)
{
    const char *space = "";
    if (pdf->options->profile->embeds_srgb) {
        int profile = zt_pdf_reserve(pdf);
        zt_pdf_stream(pdf, profile, "/N 3", zt_pdf_srgb_profile(pdf->arena), ZT_PDF_DEFLATED);
        space = zt_arena_printf(pdf->arena, "/DestOutputProfile %d 0 R", profile);
    }
    return zt_arena_printf(pdf->arena, "/OutputIntents[<</Type/OutputIntent%s%s>>]",
                           pdf->options->profile->intent, space);
}

/* Marked as tagged, with the title for the window. Pages that face each other are shown so. */
int zt_pdf_catalog_write(zt_pdf *pdf)
{
    const char *colours = output_intent(pdf), *names = zt_pdf_names_write(pdf),
               *layers = zt_pdf_layers_write(pdf);
    int outline = zt_pdf_outline_write(pdf), about = metadata(pdf), object = zt_pdf_reserve(pdf);
    zt_buf *body = zt_pdf_begin(pdf, object);
    zt_buf_printf(body,
                  "<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/StructTreeRoot %d 0 R"
                  "/MarkInfo<</Marked true>>",
                  pdf->pages, about, pdf->tree);
    text_entry(body, "Lang", pdf->book->lang);
    if (pdf->book->title && *pdf->book->title)
        zt_buf_puts(body, "/ViewerPreferences<</DisplayDocTitle true>>");
    zt_buf_puts(body, colours);
    zt_buf_puts(body, names);
    zt_buf_puts(body, layers);
    zt_buf_puts(body, zt_pdf_labels_write(pdf));
    if (pdf->book->facing)
        zt_buf_puts(body, "/PageLayout/TwoPageRight");
    if (outline)
        zt_buf_printf(body, "/Outlines %d 0 R/PageMode/UseOutlines", outline);
    zt_buf_puts(body, ">>");
    zt_pdf_end(pdf);
    return object;
}
