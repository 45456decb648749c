/* What the file says about itself: catalog, document information, output intent. */
#include <string.h>

#include "export/pdf_imp.h"

/* A key with its text string; nothing for an empty one. */
static void text_entry(zt_buf *body, const char *key, const char *value)
{
    if (!value || !*value)
        return;
    zt_buf_printf(body, "/%s", key);
    zt_pdf_text_string(body, zt_str_from(value));
}

/* D:20220112 from 2022-01-12; a shorter date stays shorter, a time has its zone (7.9.4). */
static const char *info_date(const zt_pdf *pdf)
{
    const char *iso = zt_pdf_date_iso(pdf), *time = strchr(iso, 'T');
    zt_buf out;
    zt_buf_init(&out, pdf->arena);
    zt_buf_puts(&out, "D:");
    for (const char *p = iso; *p && *p != '+'; p++)
        if (*p >= '0' && *p <= '9')
            zt_buf_putc(&out, *p);
    zt_buf_puts(&out, time ? "+08'00'" : "");
    return out.data;
}

/* No clock is asked: without a date in the document there is none in the file. */
int zt_pdf_info_write(zt_pdf *pdf)
{
    int object = zt_pdf_reserve(pdf);
    zt_buf *body = zt_pdf_begin(pdf, object);
    zt_buf_puts(body, "<<");
    text_entry(body, "Title", zt_pdf_title(pdf));
    text_entry(body, "Subject", pdf->book->subject);
    text_entry(body, "Creator", zt_pdf_producer(pdf));
    text_entry(body, "Producer", zt_pdf_producer(pdf));
    if (pdf->book->date) {
        text_entry(body, "CreationDate", info_date(pdf));
        text_entry(body, "ModDate", info_date(pdf));
    }
    if (pdf->options->profile->plates)
        zt_buf_puts(body, "/Trapped/False");
    text_entry(body, "GTS_PDFXVersion", pdf->pdfx);
    zt_buf_puts(body, ">>");
    zt_pdf_end(pdf);
    return object;
}

/* What RGB means, with its profile; 14.11.5 lets PDF/A's intent serve any file. */
static void srgb_intent(zt_pdf *pdf, zt_buf *body)
{
    int object = zt_pdf_reserve(pdf);
    zt_pdf_stream(pdf, object, "/N 3", zt_pdf_srgb_profile(pdf->arena), ZT_PDF_DEFLATED);
    zt_buf_printf(body,
                  "/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB "
                  "IEC61966-2.1)/DestOutputProfile %d 0 R",
                  object);
}

/* The printing condition of the theme. Info is wanted where no registry knows the identifier, and
   never hurts (ISO 15930-7, 6.2.2). The profile stands as it is: its tables, 200 KB and more,
   hardly shrink, and packing them took as long as all the rest of a page. */
static void press_intent(zt_pdf *pdf, zt_buf *body)
{
    const zt_printing *printing = pdf->book->printing;
    int object = pdf->press.icc.len ? zt_pdf_reserve(pdf) : 0;
    if (object)
        zt_pdf_stream(pdf, object, "/N 4", pdf->press.icc, ZT_PDF_PLAIN);
    zt_buf_puts(body, "/S/GTS_PDFX");
    text_entry(body, "OutputConditionIdentifier", printing->identifier);
    text_entry(body, "RegistryName", printing->registry);
    text_entry(body, "Info", printing->info ? printing->info : printing->identifier);
    if (object)
        zt_buf_printf(body, "/DestOutputProfile %d 0 R", object);
}

/* An output intent (14.11.5), as one entry of the catalog. */
static const char *output_intent(zt_pdf *pdf)
{
    bool press = pdf->options->profile->plates;
    zt_buf body;
    zt_buf_init(&body, pdf->arena);
    if (press && !pdf->book->printing)
        return "";
    zt_buf_puts(&body, "/OutputIntents[<</Type/OutputIntent");
    if (press)
        press_intent(pdf, &body);
    else
        srgb_intent(pdf, &body);
    zt_buf_puts(&body, ">>]");
    return body.data;
}

/* Marked as tagged, with the title for the window. Pages that face each other are shown so. */
int zt_pdf_catalog_write(zt_pdf *pdf)
{
    const char *colours = output_intent(pdf), *names = zt_pdf_names_write(pdf),
               *layers = zt_pdf_layers_write(pdf);
    int outline = zt_pdf_outline_write(pdf), about = zt_pdf_metadata_write(pdf),
        object = zt_pdf_reserve(pdf);
    zt_buf *body = zt_pdf_begin(pdf, object);
    zt_buf_printf(body,
                  "<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/StructTreeRoot %d 0 R"
                  "/MarkInfo<</Marked true>>",
                  pdf->pages, about, pdf->tree);
    text_entry(body, "Lang", pdf->book->lang);
    if (zt_pdf_title(pdf) && *zt_pdf_title(pdf))
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
