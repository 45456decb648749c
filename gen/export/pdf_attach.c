/* gen/export/pdf_attach.c — the data of figures as CSV in the file (7.11.4), so that who reckons on
   with them need not type them off. Each is an associated file of its figure and of the document
   with the relationship Data (ISO 32000-2, 14.13); readers of PDF 1.7 list it as attached. */
#include "export/pdf_imp.h"

/* The bytes of the file; how long they are says its dictionary. */
static bool embed(zt_pdf *pdf, const zt_export *e, const zt_data_table *table, int object)
{
    zt_buf csv;
    zt_buf_init(&csv, pdf->arena);
    if (!zt_output_find(ZT_STR("csv"))->write_table(e, table, &csv))
        return false;
    const char *entries = zt_arena_printf(
        pdf->arena, "/Type/EmbeddedFile/Subtype/text#2Fcsv/Params<</Size %zu>>", csv.len);
    zt_pdf_stream(pdf, object, entries, zt_buf_view(&csv), ZT_PDF_DEFLATED);
    return true;
}

/* F is for readers that know no UF: a name of plain letters. */
static void specification(zt_pdf *pdf, const zt_pdf_attachment *file, size_t number, int stream)
{
    zt_buf *body = zt_pdf_begin(pdf, file->object);
    zt_buf_printf(body, "<</Type/Filespec/F(data-%zu.csv)/UF", number);
    zt_pdf_text_string(body, zt_str_from(file->name));
    if (file->table->title.len) {
        zt_buf_puts(body, "/Desc");
        zt_pdf_text_string(body, file->table->title);
    }
    zt_buf_printf(body, "/AFRelationship/Data/EF<</F %d 0 R/UF %d 0 R>>>>", stream, stream);
    zt_pdf_end(pdf);
}

bool zt_pdf_attach(zt_pdf *pdf)
{
    if (!pdf->has_files)
        return true;
    const zt_export e = {
        .arena = pdf->arena, .diags = pdf->diags, .book = pdf->book, .options = pdf->options};
    zt_data_tables tables = zt_book_tables(pdf->arena, pdf->book);
    for (size_t i = 0; i < tables.count; i++) {
        const char *name =
            zt_arena_printf(pdf->arena, "%s.csv", zt_table_file_name(pdf->arena, &tables, i));
        zt_pdf_attachment file = {tables.items[i], name, zt_pdf_reserve(pdf)};
        int stream = zt_pdf_reserve(pdf);
        if (!embed(pdf, &e, file.table, stream))
            return false;
        specification(pdf, &file, i + 1, stream);
        ZT_PUSH(pdf->arena, &pdf->attachments, file);
    }
    return true;
}

void zt_pdf_attached_to(const zt_pdf *pdf, zt_buf *body, const zt_data_table *table)
{
    for (size_t i = 0; i < pdf->attachments.count; i++)
        if (pdf->attachments.items[i].table == table)
            zt_buf_printf(body, "/AF[%d 0 R]", pdf->attachments.items[i].object);
}
