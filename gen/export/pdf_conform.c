/* gen/export/pdf_conform.c — what a profile demands of a document and its theme: a printing
   condition, its ICC profile, a date. A file that lacks one is written all the same, as a draft,
   but then claims no conformance; a final version is refused (app/verdict.c). */
#include "export/pdf_imp.h"

/* Reports profile-unmet with what is missing and what to write. */
static void unmet(zt_pdf *pdf, zt_pos at, const char *zh, const char *en)
{
    zt_report(pdf->diags, ZT_WARNING, "profile-unmet", at, "还不是 %s：%s%.0s",
              "not yet %s: %.0s%s", pdf->options->profile->pdfx, zh, en);
}

/* The first thing that is missing, in the order in which it would be mended. */
static bool is_met(zt_pdf *pdf)
{
    const zt_book *book = pdf->book;
    zt_pos document = book->page_count ? book->pages[0]->root->item.at : ZT_NOWHERE;
    if (!book->printing)
        unmet(pdf, document, "主题没有写印刷条件，加 <printing-condition>",
              "the theme names no printing condition; add a <printing-condition>");
    else if (pdf->options->profile->embeds_press && !book->printing->icc)
        unmet(pdf, book->printing->at, "印刷条件没有 ICC 特性文件，加 icc=，或改用 pdfx1a",
              "the printing condition has no ICC profile; add icc=, or take pdfx1a");
    else if (!book->date)
        unmet(pdf, document, "要写明日期，加 issue=，如 issue=\"2022-06-26\"",
              "it needs a date; add issue=, as in issue=\"2022-06-26\"");
    else
        return true;
    return false;
}

bool zt_pdf_conform(zt_pdf *pdf)
{
    const zt_profile *profile = pdf->options->profile;
    if (!profile->pdfx)
        return true;
    if (!zt_press_open(&pdf->press))
        return false;
    pdf->pdfx = is_met(pdf) ? profile->pdfx : NULL;
    return true;
}

/* Reports profile-omits, a note. */
static void omits(const zt_pdf *pdf, const char *zh, const char *en)
{
    zt_report(
        pdf->diags, ZT_NOTE, "profile-omits", pdf->book->pages[0]->root->item.at,
        "profile %s 的文件不能带%s%.0s，已省去；要它请用 screen 或 pdfx4",
        "a file of profile %s holds no %.0s%s, so they are left out; take screen or pdfx4 for them",
        pdf->options->profile->name, zh, en);
}

/* PDF 1.4 knows no layers (8.11 is of 1.5); PDF/A-2 takes no files that are not PDF/A themselves
   (ISO 19005-2, 6.8). */
void zt_pdf_omit(zt_pdf *pdf)
{
    const zt_profile *profile = pdf->options->profile;
    if (pdf->has_layers && profile->plain_objects) {
        pdf->has_layers = false;
        omits(pdf, "图层", "layers");
    }
    pdf->has_files = pdf->book->attaches_data && !profile->plain_objects && !profile->archive;
    if (pdf->book->attaches_data && !pdf->has_files)
        omits(pdf, "数据附件", "files of data");
}

/* ---- what a file says of itself, as the profile wants it ---- */

const char *zt_pdf_producer(const zt_pdf *pdf)
{
    const char *version = pdf->options->version;
    return zt_arena_printf(pdf->arena, "zhitu %s", version ? version : "");
}

/* A file that claims a standard has a title: a document without a headline is called by its id. */
const char *zt_pdf_title(const zt_pdf *pdf)
{
    const zt_profile *profile = pdf->options->profile;
    const zt_book *book = pdf->book;
    bool named = book->title && *book->title;
    return !named && (profile->plates || profile->archive) ? book->id : book->title;
}

/* PDF/X and PDF/A files say the whole of a date: midnight of the day, in the time of Beijing.
   Others say what the document says. */
const char *zt_pdf_date_iso(const zt_pdf *pdf)
{
    const zt_profile *profile = pdf->options->profile;
    const char *date = pdf->book->date;
    if (!date || !(profile->plates || profile->archive))
        return date;
    return zt_arena_printf(pdf->arena, "%sT00:00:00+08:00", date);
}
