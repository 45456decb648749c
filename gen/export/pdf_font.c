/* gen/export/pdf_font.c — fonts (9.7): Type 0 with Identity-H for rows and Identity-V for
   columns, over one subset that keeps the glyph ids, so CID = glyph id. While a book is read,
   each face gathers the glyphs in use with the text that they stand for; after the pages they
   become subset, widths and ToUnicode. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/content_hash.h"
#include "base/utf8.h"
#include "export/pdf_imp.h"

/* A book has a handful of faces, so they are looked through one by one. Numbers are given in the
   order of first use, which makes equal documents equal files. */
zt_pdf_font *zt_pdf_font_of(zt_pdf *pdf, const zt_face *face, size_t *index)
{
    for (size_t i = 0; i < pdf->fonts.count; i++) {
        if (pdf->fonts.items[i]->face == face) {
            *index = i;
            return pdf->fonts.items[i];
        }
    }
    zt_pdf_font *font = ZT_NEW(pdf->arena, zt_pdf_font);
    font->face = face;
    *index = pdf->fonts.count;
    ZT_PUSH(pdf->arena, &pdf->fonts, font);
    return font;
}

/* The place of the glyph in the font's hash table, or the free one where it belongs. */
static zt_pdf_used_glyph *slot_of(const zt_pdf_font *font, uint32_t glyph)
{
    size_t mask = font->slot_count - 1;
    size_t at = (glyph * 2654435761u) & mask; /* Knuth's multiplicative hash */
    while (font->slots[at].id && font->slots[at].id != glyph)
        at = (at + 1) & mask;
    return &font->slots[at];
}

/* At most half full. */
static void make_room(zt_pdf *pdf, zt_pdf_font *font)
{
    if (font->used * 2 < font->slot_count)
        return;
    zt_pdf_used_glyph *old = font->slots;
    size_t old_count = font->slot_count;
    font->slot_count = old_count ? old_count * 2 : 64;
    font->slots = ZT_ARRAY(pdf->arena, font->slot_count, zt_pdf_used_glyph);
    for (size_t i = 0; i < old_count; i++)
        if (old[i].id)
            *slot_of(font, old[i].id) = old[i];
}

/* Characters kept for other encodings' sake beside the one that people type: radicals that look
   like ideographs, compatibility ideographs, ligatures and forms. */
static bool is_double(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE10 && c <= 0xFEFF) || c >= 0x2F800;
}

/* Which of two texts a search is more likely to ask for. */
static bool is_plainer(zt_str a, zt_str b)
{
    if (a.len == 0 || b.len == 0)
        return a.len > 0;
    size_t a_count = zt_utf8_count(a), b_count = zt_utf8_count(b), at = 0;
    uint32_t a_first = zt_utf8_next(a, &at);
    at = 0;
    uint32_t b_first = zt_utf8_next(b, &at);
    if (is_double(a_first) != is_double(b_first))
        return is_double(b_first);
    if (a_count != b_count)
        return a_count < b_count;
    /* The order of UTF-8 is that of code points: a blank before a no-break space, Ω before Ohm. */
    int order = memcmp(a.data, b.data, a.len < b.len ? a.len : b.len);
    return order != 0 ? order < 0 : a.len < b.len;
}

/* One glyph may stand for several texts, as faces draw Ω and the sign of ohm with one outline,
   but ToUnicode can give only one. `text` is borrowed from the book. */
void zt_pdf_font_hear(zt_pdf *pdf, zt_pdf_font *font, uint32_t glyph, zt_str text)
{
    zt_assert(glyph > 0 && glyph <= 0xffff);
    make_room(pdf, font);
    zt_pdf_used_glyph *slot = slot_of(font, glyph);
    if (!slot->id) {
        *slot = (zt_pdf_used_glyph){glyph, text};
        font->used++;
    } else if (!zt_str_equal(slot->text, text) && is_plainer(text, slot->text)) {
        slot->text = text;
    }
}

/* Where it does not, the text has to be written beside the glyph as /ActualText. */
bool zt_pdf_font_says(const zt_pdf_font *font, uint32_t glyph, zt_str text)
{
    return text.len > 0 && zt_str_equal(slot_of(font, glyph)->text, text);
}

/* Reserves the object at the first use; both directions share one subset. */
void zt_pdf_font_need(zt_pdf *pdf, zt_pdf_font *font, bool down)
{
    int *object = down ? &font->down : &font->across;
    if (*object == 0)
        *object = zt_pdf_reserve(pdf);
}

double zt_pdf_font_width(const zt_pdf_font *font, uint32_t glyph)
{
    /* Hundredths of 1/1000 em: whole for fonts of 1000 units, exact enough for 2048. */
    return round(zt_face_advance(font->face, glyph) * 1e5) / 100;
}

/* Ascending. */
static int by_id(const void *a, const void *b)
{
    const zt_pdf_used_glyph *left = a, *right = b;
    return (left->id > right->id) - (left->id < right->id);
}

/* All glyphs in use by their ids: widths and maps want them ascending. */
static zt_pdf_used_glyph *sorted_glyphs(zt_pdf *pdf, const zt_pdf_font *font)
{
    zt_pdf_used_glyph *glyphs = ZT_ARRAY(pdf->arena, font->used, zt_pdf_used_glyph);
    size_t count = 0;
    for (size_t i = 0; i < font->slot_count; i++)
        if (font->slots[i].id)
            glyphs[count++] = font->slots[i];
    qsort(glyphs, count, sizeof *glyphs, by_id);
    return glyphs;
}

/* The commonest width of a CJK face; /W names all others. */
#define DEFAULT_WIDTH 1000

/* The array /W (9.7.4.3): runs of ids with their widths. */
static void widths(zt_buf *body, const zt_pdf_font *font, const zt_pdf_used_glyph *glyphs)
{
    uint32_t next = 0; /* the id that would continue the open array */
    zt_buf_printf(body, "/DW %d/W[", DEFAULT_WIDTH);
    for (size_t i = 0; i < font->used; i++) {
        double width = zt_pdf_font_width(font, glyphs[i].id);
        if (width == DEFAULT_WIDTH)
            continue;
        if (next != glyphs[i].id)
            zt_buf_printf(body, "%s%u[", next ? "]" : "", (unsigned)glyphs[i].id);
        else
            zt_buf_putc(body, ' ');
        zt_buf_number(body, width, 2);
        next = glyphs[i].id + 1;
    }
    zt_buf_puts(body, next ? "]]" : "]");
}

/* ToUnicode (9.10.3), in blocks of at most 100 entries. Glyphs without text are left out. */
static int to_unicode(zt_pdf *pdf, const zt_pdf_font *font, const zt_pdf_used_glyph *glyphs)
{
    zt_buf map;
    zt_buf_init(&map, pdf->arena);
    zt_buf_puts(&map, "/CIDInit/ProcSet findresource begin 12 dict begin begincmap"
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def"
                      "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
                      "1 begincodespacerange<0000><ffff>endcodespacerange\n");
    for (size_t from = 0; from < font->used; from += 100) {
        size_t end = font->used - from > 100 ? from + 100 : font->used, named = 0;
        for (size_t i = from; i < end; i++)
            named += glyphs[i].text.len > 0;
        if (named == 0)
            continue;
        zt_buf_printf(&map, "%zu beginbfchar\n", named);
        for (size_t i = from; i < end; i++) {
            if (glyphs[i].text.len == 0)
                continue;
            zt_buf_printf(&map, "<%04x><", (unsigned)glyphs[i].id);
            zt_pdf_utf16_hex(&map, glyphs[i].text);
            zt_buf_puts(&map, ">\n");
        }
        zt_buf_puts(&map, "endbfchar\n");
    }
    zt_buf_puts(&map, "endcmap CMapName currentdict/CMap defineresource pop end end\n");
    int object = zt_pdf_reserve(pdf);
    zt_pdf_stream(pdf, object, "", zt_buf_view(&map), ZT_PDF_DEFLATED);
    return object;
}

/* Six capitals that differ when the subset does (9.6.4). */
static const char *subset_name(zt_pdf *pdf, const zt_pdf_font *font, zt_str subset)
{
    uint64_t hash = zt_content_hash_of(subset.data, subset.len).lane[0];
    char tag[7] = {0};
    for (int i = 0; i < 6; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return zt_arena_printf(pdf->arena, "%s+%s", tag, zt_face_ps_name(font->face));
}

/* The subset as a stream; what was packed for an earlier document is taken as it is. */
static int font_file(zt_pdf *pdf, const zt_face *face, const zt_subset *subset)
{
    int object = zt_pdf_reserve(pdf);
    const char *entries = subset->cff
                              ? "/Subtype/CIDFontType0C"
                              : zt_arena_printf(pdf->arena, "/Length1 %zu", subset->data.len);
    zt_str packed = subset->packed;
    if (packed.len == 0) {
        packed = zt_pdf_packed(pdf, subset->data);
        zt_subset_keep(face, subset, packed);
    }
    zt_pdf_stream(pdf, object, entries, packed, ZT_PDF_READY);
    return object;
}

/* The font descriptor (9.8), in 1/1000 em. */
static int descriptor(zt_pdf *pdf, const zt_pdf_font *font, const char *name,
                      const zt_subset *subset)
{
    const zt_face_metrics *m = zt_face_metrics_of(font->face);
    int file = font_file(pdf, font->face, subset), object = zt_pdf_reserve(pdf);
    zt_buf *body = zt_pdf_begin(pdf, object);
    /* Flag 4: symbolic, as for every font whose glyphs are not all of Adobe's Latin set (9.8.2). */
    zt_buf_printf(body, "<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[", name);
    for (int i = 0; i < 4; i++)
        zt_pdf_op_number(body, m->bbox[i] * 1000, 0);
    zt_buf_puts(body, "]/ItalicAngle ");
    zt_buf_number(body, m->italic_angle, 2);
    zt_buf_puts(body, "/Ascent ");
    zt_buf_number(body, m->ascent * 1000, 0);
    zt_buf_puts(body, "/Descent ");
    zt_buf_number(body, m->descent * 1000, 0);
    zt_buf_puts(body, "/CapHeight ");
    zt_buf_number(body, m->cap_height * 1000, 0);
    zt_buf_puts(body, "/StemV ");
    zt_buf_number(body, m->stem_v, 0);
    zt_buf_printf(body, "/%s %d 0 R>>", subset->cff ? "FontFile3" : "FontFile2", file);
    zt_pdf_end(pdf);
    return object;
}

/* The CIDFont (9.7.4) whose CIDs are glyph ids. */
static int cid_font(zt_pdf *pdf, const zt_pdf_font *font, const zt_pdf_used_glyph *glyphs,
                    const char *name, const zt_subset *subset)
{
    int about = descriptor(pdf, font, name, subset), object = zt_pdf_reserve(pdf);
    zt_buf *body = zt_pdf_begin(pdf, object);
    zt_buf_printf(body,
                  "<</Type/Font/Subtype/%s/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"
                  "/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R",
                  subset->cff ? "CIDFontType0" : "CIDFontType2/CIDToGIDMap/Identity", name, about);
    widths(body, font, glyphs);
    zt_buf_puts(body, ">>");
    zt_pdf_end(pdf);
    return object;
}

/* What fonts for rows and columns share. */
typedef struct type_0_parts {
    const char *name;
    bool cff;
    int below, map; /* objects */
} type_0_parts;

/* `way`: H or V, of the CMap. 9.7.6.2: the name of a font over a CFF one ends with it. */
static void type_0(zt_pdf *pdf, int object, char way, const type_0_parts *parts)
{
    const char *tail = parts->cff ? zt_arena_printf(pdf->arena, "-Identity-%c", way) : "";
    zt_buf *body = zt_pdf_begin(pdf, object);
    zt_buf_printf(body,
                  "<</Type/Font/Subtype/Type0/BaseFont/%s%s/Encoding/Identity-%c"
                  "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
                  parts->name, tail, way, parts->below, parts->map);
    zt_pdf_end(pdf);
}

/* Reports font-subset when a face gives none. */
bool zt_pdf_font_write(zt_pdf *pdf, zt_diags *diags, const zt_pdf_font *font)
{
    zt_pdf_used_glyph *glyphs = sorted_glyphs(pdf, font);
    uint32_t *ids = ZT_ARRAY(pdf->arena, font->used, uint32_t);
    for (size_t i = 0; i < font->used; i++)
        ids[i] = glyphs[i].id;
    zt_subset subset;
    if (!zt_face_subset(pdf->arena, font->face, ids, font->used, &subset)) {
        zt_report_env(diags, "font-subset", ZT_NOWHERE,
                      "字体 %s（%s）不能取子集，无法嵌入 PDF：请检查字体文件是否完整",
                      "the font %s (%s) gives no subset to embed in a PDF: is its file complete?",
                      zt_face_ps_name(font->face), zt_face_path(font->face));
        return false;
    }
    const char *name = subset_name(pdf, font, subset.data);
    int below = cid_font(pdf, font, glyphs, name, &subset);
    int map = to_unicode(pdf, font, glyphs);
    if (font->across)
        type_0(pdf, font->across, 'H', &(type_0_parts){name, subset.cff, below, map});
    if (font->down)
        type_0(pdf, font->down, 'V', &(type_0_parts){name, subset.cff, below, map});
    return true;
}
