/* gen/export/pdf_write.c — objects, streams and cross-references. Every object but streams goes
   to one object stream (7.5.7): a structure tree of a hundred elements then costs 1 KB instead
   of 12; files of PDF 1.4, which has none, get them one by one. Offsets are counted from the start
   of this file, for `out` may hold others before it. */
#include <libdeflate.h>
#include <stdio.h>

#include "base/content_hash.h"
#include "base/utf8.h"
#include "export/pdf_imp.h"

/* Fonts are six sevenths of a file and hardly shrink: a dense board (W2) takes 119.0 KB and
   1.8 ms at level 1, 116.8 KB and 3.6 ms at level 6. */
enum { DEFLATE_LEVEL = 1 };

/* The finaliser of the document's arena. */
static void free_deflater(void *deflater)
{
    libdeflate_free_compressor(deflater);
}

/* `header` is the first line, "%PDF-1.7" without its line end. The compressor is freed with the
   document's arena. */
void zt_pdf_open(zt_pdf *pdf, const char *header)
{
    pdf->deflater = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (!pdf->deflater)
        zt_arena_exhausted(pdf->arena);
    zt_arena_on_drop(pdf->arena, free_deflater, pdf->deflater);
    zt_buf_init(&pdf->packed, pdf->arena);
    zt_pdf_reserve(pdf); /* object 0 is never used */
    pdf->start = pdf->out->len;
    zt_buf_puts(pdf->out, header);
    /* Four bytes above 127 tell transfer programs that the file is binary (7.5.2). */
    zt_buf_puts(pdf->out, "\n%\xe7\xbb\x87\xe5\x9b\xbe\n");
}

int zt_pdf_reserve(zt_pdf *pdf)
{
    zt_pdf_place place = {0};
    ZT_PUSH(pdf->arena, &pdf->objects, place);
    return (int)pdf->objects.count - 1;
}

/* Every object is written exactly once. */
static zt_pdf_place *place_of(zt_pdf *pdf, int object)
{
    zt_assert(object > 0 && (size_t)object < pdf->objects.count);
    zt_pdf_place *place = &pdf->objects.items[object];
    zt_assert(!place->written);
    place->written = true;
    return place;
}

/* Objects do not nest: each is ended before the next begins. Streams may not stand in an object
   stream (7.5.7), hence zt_pdf_stream. */
zt_buf *zt_pdf_begin(zt_pdf *pdf, int object)
{
    zt_pdf_place *place = place_of(pdf, object);
    place->packed = true;
    place->offset = pdf->packed.len;
    place->index = pdf->packed_objects.count;
    ZT_PUSH(pdf->arena, &pdf->packed_objects, object);
    pdf->body = &pdf->packed;
    return pdf->body;
}

void zt_pdf_end(zt_pdf *pdf)
{
    zt_buf_putc(pdf->body, '\n');
    pdf->body = NULL;
}

/* As zlib data, which is what FlateDecode reads. */
zt_str zt_pdf_packed(zt_pdf *pdf, zt_str data)
{
    size_t bound = libdeflate_zlib_compress_bound(pdf->deflater, data.len);
    char *bytes = zt_arena_alloc(pdf->arena, bound);
    size_t len = libdeflate_zlib_compress(pdf->deflater, data.data, data.len, bytes, bound);
    zt_assert(len > 0);
    return (zt_str){bytes, len};
}

/* Goes straight to the file, with its length known beforehand. */
void zt_pdf_stream(zt_pdf *pdf, int object, const char *entries, zt_str data,
                   zt_pdf_packing packing)
{
    zt_pdf_place *place = place_of(pdf, object);
    place->offset = pdf->out->len - pdf->start;
    zt_buf *out = pdf->out;
    zt_str stored = packing == ZT_PDF_DEFLATED ? zt_pdf_packed(pdf, data) : data;
    zt_buf_printf(out, "%d 0 obj\n<<%s/Length %zu%s>>stream\n", object, entries, stored.len,
                  packing == ZT_PDF_PLAIN ? "" : "/Filter/FlateDecode");
    zt_buf_str(out, stored);
    zt_buf_puts(out, "\nendstream\nendobj\n");
}

/* 7.5.7: pairs of number and offset, then the bodies. */
static int object_stream(zt_pdf *pdf)
{
    zt_buf whole;
    zt_buf_init(&whole, pdf->arena);
    size_t count = pdf->packed_objects.count;
    for (size_t i = 0; i < count; i++) {
        int number = pdf->packed_objects.items[i];
        zt_buf_printf(&whole, "%d %zu ", number, pdf->objects.items[number].offset);
    }
    size_t first = whole.len;
    zt_buf_str(&whole, zt_buf_view(&pdf->packed));
    int object = zt_pdf_reserve(pdf);
    zt_pdf_stream(pdf, object,
                  zt_arena_printf(pdf->arena, "/Type/ObjStm/N %zu/First %zu", count, first),
                  zt_buf_view(&whole), ZT_PDF_DEFLATED);
    return object;
}

/* `bytes` bytes, the highest first. */
static void big_endian(zt_buf *buf, size_t value, int bytes)
{
    for (int i = bytes - 1; i >= 0; i--)
        zt_buf_putc(buf, (char)(unsigned char)(value >> (8 * i) & 0xff));
}

/* Rows of type, place, index (7.5.8): /W [1 4 2]. */
static zt_str reference_rows(zt_pdf *pdf, int stream)
{
    zt_buf rows;
    zt_buf_init(&rows, pdf->arena);
    big_endian(&rows, 0, 5);
    big_endian(&rows, 65535, 2);
    for (size_t i = 1; i < pdf->objects.count; i++) {
        const zt_pdf_place *place = &pdf->objects.items[i];
        zt_assert(place->written);
        big_endian(&rows, place->packed ? 2 : 1, 1);
        big_endian(&rows, place->packed ? (size_t)stream : place->offset, 4);
        big_endian(&rows, place->packed ? place->index : 0, 2);
    }
    return zt_buf_view(&rows);
}

/* The identifier is a hash of the content, so equal documents are equal files. */
static const char *trailer(zt_pdf *pdf, int catalog, int info)
{
    zt_content_hash id =
        zt_content_hash_of(pdf->out->data + pdf->start, pdf->out->len - pdf->start);
    char hex[33];
    snprintf(hex, sizeof hex, "%016llx%016llx", (unsigned long long)id.lane[0],
             (unsigned long long)id.lane[1]);
    return zt_arena_printf(pdf->arena, "/Size %zu/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]",
                           pdf->objects.count, catalog, info, hex, hex);
}

/* A cross-reference stream (7.5.8). Its own row names the place that it is about to take. */
static void close_packed(zt_pdf *pdf, int catalog, int info)
{
    int stream = object_stream(pdf), references = zt_pdf_reserve(pdf);
    size_t offset = pdf->out->len - pdf->start;
    const char *entries = trailer(pdf, catalog, info);
    pdf->objects.items[references] = (zt_pdf_place){.offset = offset, .written = true};
    zt_str rows = reference_rows(pdf, stream);
    pdf->objects.items[references].written = false;
    zt_pdf_stream(pdf, references, zt_arena_printf(pdf->arena, "/Type/XRef%s/W[1 4 2]", entries),
                  rows, ZT_PDF_DEFLATED);
    zt_buf_printf(pdf->out, "startxref\n%zu\n%%%%EOF\n", offset);
}

/* The objects that were kept for a stream, each by itself. */
static void unpack(zt_pdf *pdf)
{
    for (size_t i = 0; i < pdf->packed_objects.count; i++) {
        int number = pdf->packed_objects.items[i];
        zt_pdf_place *place = &pdf->objects.items[number];
        size_t end = i + 1 < pdf->packed_objects.count
                         ? pdf->objects.items[pdf->packed_objects.items[i + 1]].offset
                         : pdf->packed.len;
        zt_str body = {pdf->packed.data + place->offset, end - place->offset};
        place->offset = pdf->out->len - pdf->start;
        zt_buf_printf(pdf->out, "%d 0 obj\n", number);
        zt_buf_str(pdf->out, body);
        zt_buf_puts(pdf->out, "endobj\n");
    }
}

/* A table of twenty bytes a row, as all versions of PDF read it (7.5.4). */
static void close_plain(zt_pdf *pdf, int catalog, int info)
{
    unpack(pdf);
    const char *entries = trailer(pdf, catalog, info);
    size_t offset = pdf->out->len - pdf->start;
    zt_buf_printf(pdf->out, "xref\n0 %zu\n0000000000 65535 f \n", pdf->objects.count);
    for (size_t i = 1; i < pdf->objects.count; i++) {
        zt_assert(pdf->objects.items[i].written);
        zt_buf_printf(pdf->out, "%010zu 00000 n \n", pdf->objects.items[i].offset);
    }
    zt_buf_printf(pdf->out, "trailer\n<<%s>>\nstartxref\n%zu\n%%%%EOF\n", entries, offset);
}

void zt_pdf_close(zt_pdf *pdf, int catalog, int info)
{
    if (pdf->options->profile->plain_objects)
        close_plain(pdf, catalog, info);
    else
        close_packed(pdf, catalog, info);
}

/* Four hexadecimal digits. */
static void put_hex16(zt_buf *buf, uint32_t unit)
{
    static const char digits[] = "0123456789ABCDEF";
    char hex[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15],
                   digits[unit & 15]};
    zt_buf_add(buf, hex, sizeof hex);
}

/* Characters above U+FFFF as surrogates. */
void zt_pdf_utf16_hex(zt_buf *buf, zt_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = zt_utf8_next(text, &at);
        if (zt_is_ignorable(c))
            continue;
        if (c > 0xffff) {
            c -= 0x10000;
            put_hex16(buf, 0xd800 + (c >> 10));
            c = 0xdc00 + (c & 0x3ff);
        }
        put_hex16(buf, c);
    }
}

/* Parentheses and the backslash are escaped always, balanced or not (7.3.4.2); bytes above 127
   stand as they are. */
void zt_pdf_literal(zt_buf *buf, const char *data, size_t len)
{
    zt_buf_putc(buf, '(');
    for (size_t i = 0; i < len; i++) {
        char c = data[i];
        if (c == '(' || c == ')' || c == '\\')
            zt_buf_putc(buf, '\\');
        /* A bare carriage return inside a string would be read as a line feed (7.3.4.2). */
        if (c == '\r')
            zt_buf_puts(buf, "\\r");
        else
            zt_buf_putc(buf, c);
    }
    zt_buf_putc(buf, ')');
}

/* What needs no escape in PDFDocEncoding. */
static bool is_plain_ascii(zt_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] < 0x20 || text.data[i] > 0x7e)
            return false;
    return true;
}

/* FEFF, the mark of UTF-16BE, tells a reader which of the two it is. */
void zt_pdf_text_string(zt_buf *buf, zt_str text)
{
    if (is_plain_ascii(text)) {
        zt_pdf_literal(buf, text.data, text.len);
        return;
    }
    zt_buf_puts(buf, "<FEFF");
    zt_pdf_utf16_hex(buf, text);
    zt_buf_putc(buf, '>');
}
