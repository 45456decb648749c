/* gen/inspect/picture_ink.c — how much ink the samples of a picture lay down (8.9.5). */
#include <math.h>

#include "inspect/painted_imp.h"

/* Sums of eight inks at 255 each; pixels of a picture that is looked into. */
enum { SUMS = 8 * 255 + 1, PIXELS_MOST = 64 << 20 };

/* A picture while its samples are gone over. */
typedef struct samples {
    const unsigned char *bytes;
    size_t wide, high, row; /* row: bytes of one */
    size_t components;      /* of a pixel; 1 of an indexed one */
    size_t bits;
    /* What a sample, of its first eight bits, adds to the ink: 0 .. 255 of one component, of an
       index all of its colour. */
    int adds[8][256];
} samples;

/* Decode maps samples to the range of the space (8.9.5.2); without it they fill 0 .. 1. */
static double decoded(zt_pdf_source *source, zt_pdf_object decode, size_t component, double share)
{
    double low = zt_pdf_number(source, zt_pdf_item(source, decode, 2 * component), 0),
           high = zt_pdf_number(source, zt_pdf_item(source, decode, 2 * component + 1), 1);
    return zt_clamp(low + share * (high - low), 0, 1);
}

static void fill_direct(zt_pdf_source *source, zt_pdf_object decode, const zt_space *space,
                        samples *s)
{
    int most = s->bits >= 8 ? 255 : (1 << s->bits) - 1;
    for (size_t k = 0; k < s->components; k++)
        for (int v = 0; v <= most; v++) {
            double value = decoded(source, decode, k, (double)v / most);
            s->adds[k][v] = (int)lround(255 * (space->family == ZT_SPACE_GREY ? 1 - value : value));
        }
}

static void fill_indexed(zt_pdf_source *source, zt_arena *arena, const zt_space *space, samples *s)
{
    int most = s->bits >= 8 ? 255 : (1 << s->bits) - 1;
    for (int v = 0; v <= most; v++) {
        zt_colour colour = zt_space_indexed(source, arena, space, v);
        s->adds[0][v] = colour.count ? (int)lround(2.55 * zt_colour_ink(&colour)) : 0;
    }
}

/* The first eight bits of a sample. */
static int sample_at(const samples *s, size_t y, size_t index)
{
    const unsigned char *row = s->bytes + y * s->row;
    if (s->bits == 16)
        return row[2 * index];
    if (s->bits == 8)
        return row[index];
    size_t bit = index * s->bits;
    return row[bit / 8] >> (8 - s->bits - bit % 8) & ((1 << s->bits) - 1);
}

/* Up to one pixel in a thousand may have more: noise of JPEG at edges. */
static double most_of(const samples *s, size_t *counts)
{
    for (size_t y = 0; y < s->high; y++)
        for (size_t x = 0; x < s->wide; x++) {
            int sum = 0;
            for (size_t k = 0; k < s->components; k++)
                sum += s->adds[k][sample_at(s, y, x * s->components + k)];
            counts[sum < SUMS ? sum : SUMS - 1]++;
        }
    size_t above = 0;
    int sum = SUMS - 1;
    while (sum > 0 && (above += counts[sum]) <= s->wide * s->high / 1000)
        sum--;
    return sum / 2.55;
}

/* Its size and coding, where they are ones that can be gone over. */
static bool begin(zt_pdf_source *source, zt_pdf_object image, const zt_space *space, samples *s)
{
    double wide = zt_pdf_number(source, zt_pdf_get(source, image, "/Width"), 0),
           high = zt_pdf_number(source, zt_pdf_get(source, image, "/Height"), 0);
    int bits = zt_pdf_whole(source, zt_pdf_get(source, image, "/BitsPerComponent"), 8);
    bool whole = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
    if (!(wide >= 1 && high >= 1 && wide * high <= PIXELS_MOST) || !whole || space->count == 0)
        return false;
    s->wide = (size_t)wide;
    s->high = (size_t)high;
    s->bits = (size_t)bits;
    s->components = space->indexed ? 1 : space->count;
    s->row = (s->wide * s->components * s->bits + 7) / 8;
    return true;
}

double zt_pdf_picture_ink(zt_pdf_source *source, zt_arena *arena, zt_pdf_object image,
                          const zt_space *space)
{
    samples s = {0};
    zt_str data;
    bool inks = space->family == ZT_SPACE_CMYK || space->family == ZT_SPACE_SPOT ||
                space->family == ZT_SPACE_GREY;
    if (!inks || !begin(source, image, space, &s))
        return 0;
    zt_arena *scratch = zt_arena_beside(arena);
    double most = 0;
    if (zt_pdf_picture_data(source, scratch, image, &data) && data.len >= s.row * s.high) {
        s.bytes = (const unsigned char *)data.data;
        if (space->indexed)
            fill_indexed(source, scratch, space, &s);
        else
            fill_direct(source, zt_pdf_get(source, image, "/Decode"), space, &s);
        most = most_of(&s, ZT_ARRAY(scratch, SUMS, size_t));
    }
    zt_arena_drop(scratch);
    return most;
}
