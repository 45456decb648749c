/* gen/export/pdf_xmp.c — the metadata stream (ISO 32000-1, 14.3.2): what the file says of itself in
   XMP, with the identification that PDF/X, PDF/A and PDF/UA want. No clock and no chance: dates are
   the document's, identifiers are hashes. */
#include <string.h>

#include "base/content_hash.h"
#include "base/utf8.h"
#include "export/pdf_imp.h"

/* An element of the metadata; nothing for an empty value. */
static void text(zt_buf *xmp, const char *before, const char *value, const char *after)
{
    if (!value || !*value)
        return;
    zt_buf_puts(xmp, before);
    zt_buf_xml(xmp, zt_utf8_seen(xmp->arena, zt_str_from(value)));
    zt_buf_puts(xmp, after);
}

/* A UUID by name (RFC 4122, 4.1): 128 bits of a hash in its form. */
static const char *uuid(zt_pdf *pdf, zt_str of)
{
    zt_content_hash hash = zt_content_hash_of(of.data, of.len);
    unsigned long long high = hash.lane[0], low = hash.lane[1];
    return zt_arena_printf(pdf->arena, "uuid:%08llx-%04llx-5%03llx-8%03llx-%012llx", high >> 32,
                           high >> 16 & 0xffff, high & 0xfff, low >> 48 & 0xfff,
                           low & 0xffffffffffff);
}

/* The same document keeps its identifier, each state of it has its own instance. */
static void identifiers(zt_pdf *pdf, zt_buf *xmp)
{
    const zt_book *book = pdf->book;
    zt_str name = zt_str_from(zt_arena_printf(pdf->arena, "zhitu %s", book->id ? book->id : ""));
    zt_str state = {pdf->out->data + pdf->start, pdf->out->len - pdf->start};
    text(xmp, "<xmpMM:DocumentID>", uuid(pdf, name), "</xmpMM:DocumentID>");
    text(xmp, "<xmpMM:InstanceID>", uuid(pdf, state), "</xmpMM:InstanceID>");
    zt_buf_puts(xmp, "<xmpMM:VersionID>1</xmpMM:VersionID>"
                     "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>");
}

/* PDF/A wants a description of every schema that XMP itself does not have (ISO 19005-2,
   6.6.2.3.3). */
static const char ua_schema[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of ISO 14289</pdfaProperty:description></rdf:li>"
    "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>";

/* Which standards the file says it conforms to. */
static void conformance(zt_pdf *pdf, zt_buf *xmp)
{
    if (pdf->pdfx && !pdf->options->profile->plain_objects)
        text(xmp, "<pdfxid:GTS_PDFXVersion>", pdf->pdfx, "</pdfxid:GTS_PDFXVersion>");
    if (pdf->options->profile->archive)
        zt_buf_puts(xmp, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>");
    if (pdf->options->profile->plates || !zt_pdf_tags_hold(pdf))
        return;
    zt_buf_puts(xmp, "<pdfuaid:part>1</pdfuaid:part>");
    if (pdf->options->profile->archive)
        zt_buf_puts(xmp, ua_schema);
}

/* Prefixes that only some profiles use stand in those alone. */
static void namespaces(const zt_pdf *pdf, zt_buf *xmp)
{
    const zt_profile *profile = pdf->options->profile;
    if (profile->plates || profile->archive)
        zt_buf_puts(xmp, " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"");
    if (pdf->pdfx)
        zt_buf_puts(xmp, " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\"");
    if (!profile->plates)
        zt_buf_puts(xmp, " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"");
    if (profile->archive)
        zt_buf_puts(xmp, " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                         " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                         " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                         " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"");
}

static void description(zt_pdf *pdf, zt_buf *xmp)
{
    const zt_book *book = pdf->book;
    const zt_profile *profile = pdf->options->profile;
    const char *date = zt_pdf_date_iso(pdf), *producer = zt_pdf_producer(pdf);
    zt_buf_puts(xmp, "<dc:format>application/pdf</dc:format>");
    text(xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", zt_pdf_title(pdf),
         "</rdf:li></rdf:Alt></dc:title>");
    text(xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", book->subject,
         "</rdf:li></rdf:Alt></dc:description>");
    text(xmp, "<dc:language><rdf:Bag><rdf:li>", book->lang, "</rdf:li></rdf:Bag></dc:language>");
    text(xmp, "<xmp:CreateDate>", date, "</xmp:CreateDate>");
    text(xmp, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>");
    if (profile->plates || profile->archive) {
        text(xmp, "<xmp:MetadataDate>", date, "</xmp:MetadataDate>");
        identifiers(pdf, xmp);
    }
    text(xmp, "<xmp:CreatorTool>", producer, "</xmp:CreatorTool>");
    text(xmp, "<pdf:Producer>", producer, "</pdf:Producer>");
    if (profile->plates)
        zt_buf_puts(xmp, "<pdf:Trapped>False</pdf:Trapped>");
    conformance(pdf, xmp);
}

/* Left uncompressed, so that programs that know no PDF find it (14.3.2). */
int zt_pdf_metadata_write(zt_pdf *pdf)
{
    zt_buf xmp;
    zt_buf_init(&xmp, pdf->arena);
    zt_buf_puts(&xmp, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                      "<rdf:Description rdf:about=\"\" "
                      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                      "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"");
    namespaces(pdf, &xmp);
    zt_buf_puts(&xmp, ">");
    description(pdf, &xmp);
    zt_buf_puts(&xmp, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    int object = zt_pdf_reserve(pdf);
    zt_pdf_stream(pdf, object, "/Type/Metadata/Subtype/XML", zt_buf_view(&xmp), ZT_PDF_PLAIN);
    return object;
}
