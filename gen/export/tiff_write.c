/* TIFF 6.0 as every make-up system and every plate setter reads it: baseline greyscale, packed by
   PackBits, for some of them take no LZW and no deflate. */
#include "export/tiff_imp.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"

/* Bytes of a strip before it is packed (section 7 advises 8 K); of a header and of an entry. */
enum { STRIP_BYTES = 8192, HEADER_BYTES = 8, ENTRY_BYTES = 12 };
/* Fields of the directory and their types (section 8). */
enum {
    IMAGE_WIDTH = 256,
    IMAGE_LENGTH = 257,
    BITS_PER_SAMPLE = 258,
    COMPRESSION = 259,
    PHOTOMETRIC = 262,
    STRIP_OFFSETS = 273,
    SAMPLES_PER_PIXEL = 277,
    ROWS_PER_STRIP = 278,
    STRIP_BYTE_COUNTS = 279,
    X_RESOLUTION = 282,
    Y_RESOLUTION = 283,
    RESOLUTION_UNIT = 296
};
typedef enum field_type { SHORT = 3, LONG = 4, RATIONAL = 5 } field_type;
enum { BLACK_IS_ZERO = 1, PACK_BITS = 32773, INCH = 2 };

/* ---- numbers, the least byte first ---- */

static void put_16(zt_buf *out, uint32_t value)
{
    zt_buf_putc(out, (char)(unsigned char)(value & 0xff));
    zt_buf_putc(out, (char)(unsigned char)(value >> 8 & 0xff));
}

static void put_32(zt_buf *out, uint32_t value)
{
    put_16(out, value & 0xffff);
    put_16(out, value >> 16);
}

/* ---- rows (section 9) ---- */

/* How many bytes from `at` are alike, up to 128. */
static int run_at(const unsigned char *row, int width, int at)
{
    int end = at + 1;
    while (end < width && end - at < 128 && row[end] == row[at])
        end++;
    return end - at;
}

/* How many bytes from `at` stand before a run that is worth a code of its own, up to 128. */
static int literal_at(const unsigned char *row, int width, int at)
{
    int end = at;
    while (end < width && end - at < 128 && run_at(row, width, end) < 3)
        end++;
    return end - at;
}

/* Runs go within a row, never over its end. */
static void pack_row(const unsigned char *row, int width, zt_buf *out)
{
    for (int at = 0; at < width;) {
        int run = run_at(row, width, at);
        if (run >= 3) {
            zt_buf_putc(out, (char)(unsigned char)(257 - run));
            zt_buf_putc(out, (char)row[at]);
            at += run;
        } else {
            int literal = literal_at(row, width, at);
            zt_buf_putc(out, (char)(unsigned char)(literal - 1));
            zt_buf_add(out, row + at, (size_t)literal);
            at += literal;
        }
    }
}

/* ---- the file ---- */

/* A file on its way: strips are packed before the directory can say where they begin. */
typedef struct tiff_writer {
    const zt_tiff *tiff;
    zt_buf packed;
    size_t *begins; /* of each strip within `packed`, and the end of the last */
    uint32_t strips, rows;
} tiff_writer;

static void pack_strips(tiff_writer *w, zt_arena *scratch)
{
    const zt_tiff *tiff = w->tiff;
    unsigned char *grey = zt_arena_alloc(scratch, (size_t)tiff->width);
    w->begins = ZT_ARRAY(scratch, w->strips + 1, size_t);
    for (int y = 0; y < tiff->height; y++) {
        const unsigned char *from = tiff->shares + (size_t)y * (size_t)tiff->stride;
        if ((uint32_t)y % w->rows == 0)
            w->begins[(uint32_t)y / w->rows] = w->packed.len;
        for (int x = 0; x < tiff->width; x++)
            grey[x] = (unsigned char)(255 - from[x]);
        pack_row(grey, tiff->width, &w->packed);
    }
    w->begins[w->strips] = w->packed.len;
}

/* An entry whose value is a number, or the place of its values. */
static void put_entry(zt_buf *out, uint32_t tag, field_type type, uint32_t count, uint32_t value)
{
    put_16(out, tag);
    put_16(out, type);
    put_32(out, count);
    if (type == SHORT) {
        put_16(out, value);
        put_16(out, 0);
    } else {
        put_32(out, value);
    }
}

/* Where the parts of the file lie, one behind the other. */
typedef struct tiff_places {
    uint32_t resolution, offsets, counts, pixels;
} tiff_places;

static const uint32_t entries = 12;

static tiff_places places_of(const tiff_writer *w)
{
    tiff_places at;
    at.resolution = HEADER_BYTES + 2 + entries * ENTRY_BYTES + 4;
    at.offsets = at.resolution + 8;
    at.counts = at.offsets + 4 * w->strips;
    at.pixels = at.counts + 4 * w->strips;
    return at;
}

/* The one value of a single strip stands in the entry itself. */
static void put_directory(const tiff_writer *w, const tiff_places *at, zt_buf *out)
{
    bool one = w->strips == 1;
    put_16(out, entries);
    put_entry(out, IMAGE_WIDTH, LONG, 1, (uint32_t)w->tiff->width);
    put_entry(out, IMAGE_LENGTH, LONG, 1, (uint32_t)w->tiff->height);
    put_entry(out, BITS_PER_SAMPLE, SHORT, 1, 8);
    put_entry(out, COMPRESSION, SHORT, 1, PACK_BITS);
    put_entry(out, PHOTOMETRIC, SHORT, 1, BLACK_IS_ZERO);
    put_entry(out, STRIP_OFFSETS, LONG, w->strips, one ? at->pixels : at->offsets);
    put_entry(out, SAMPLES_PER_PIXEL, SHORT, 1, 1);
    put_entry(out, ROWS_PER_STRIP, LONG, 1, w->rows);
    put_entry(out, STRIP_BYTE_COUNTS, LONG, w->strips, one ? (uint32_t)w->packed.len : at->counts);
    put_entry(out, X_RESOLUTION, RATIONAL, 1, at->resolution);
    put_entry(out, Y_RESOLUTION, RATIONAL, 1, at->resolution);
    put_entry(out, RESOLUTION_UNIT, SHORT, 1, INCH);
    put_32(out, 0); /* no further picture */
}

/* Pixels an inch in thousandths. */
static void put_resolution(double ppi, zt_buf *out)
{
    put_32(out, (uint32_t)lround(ppi * 1000));
    put_32(out, 1000);
}

static void put_file(const tiff_writer *w, zt_buf *out)
{
    tiff_places at = places_of(w);
    zt_buf_add(out, "II*\0", 4);
    put_32(out, HEADER_BYTES);
    put_directory(w, &at, out);
    put_resolution(w->tiff->ppi, out);
    for (uint32_t i = 0; i < w->strips; i++)
        put_32(out, at.pixels + (uint32_t)w->begins[i]);
    for (uint32_t i = 0; i < w->strips; i++)
        put_32(out, (uint32_t)(w->begins[i + 1] - w->begins[i]));
    zt_buf_str(out, zt_buf_view(&w->packed));
}

void zt_tiff_write(const zt_tiff *tiff, zt_buf *out)
{
    zt_arena *scratch = zt_arena_beside(out->arena);
    tiff_writer w = {.tiff = tiff};
    w.rows = tiff->width < STRIP_BYTES ? (uint32_t)(STRIP_BYTES / tiff->width) : 1;
    w.strips = ((uint32_t)tiff->height + w.rows - 1) / w.rows;
    zt_buf_init(&w.packed, scratch);
    pack_strips(&w, scratch);
    zt_assert(w.packed.len + places_of(&w).pixels <= UINT32_MAX);
    put_file(&w, out);
    zt_arena_drop(scratch);
}
