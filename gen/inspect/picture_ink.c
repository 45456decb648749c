/* gen/inspect/picture_ink.c — how much ink the samples of a picture lay down (8.9.5). */
#include <math.h>

#include "inspect/painted_imp.h"

/* Sums of eight inks at 255 each; pixels of a picture that is looked into; fields across and down.
 */
enum { SUMS = 8 * 255 + 1, PIXELS_MOST = 64 << 20, FIELDS_MOST = 128 };

/* A picture while its samples are gone over. */
typedef struct samples {
    const unsigned char *bytes;
    size_t wide, high, row; /* row: bytes of one */
    size_t components;      /* of a pixel; 1 of an indexed one */
    size_t bits;
    /* What a sample, of its first eight bits, adds to the ink: 0 .. 255 of one component, of an
       index all of its colour. */
    int adds[8][256];
    /* Of each index the inks of its colour, and whether they are those of the process. */
    unsigned char parts[256][4];
    bool process;
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
        for (size_t k = 0; colour.count == 4 && k < 4; k++)
            s->parts[v][k] = (unsigned char)lround(255 * zt_clamp(colour.value[k], 0, 1));
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

/* ---- fields ---- */

/* Sums of the inks of a field, and of how many pixels. */
typedef struct field_sum {
    uint32_t inks[4], pixels;
} field_sum;

/* The inks of the process of a pixel: of grey that of black. */
static void add_pixel(const samples *s, size_t y, size_t x, field_sum *sum)
{
    sum->pixels++;
    if (s->components == 4)
        for (size_t k = 0; k < 4; k++)
            sum->inks[k] += (uint32_t)s->adds[k][sample_at(s, y, x * 4 + k)];
    else if (s->process) /* an index */
        for (size_t k = 0; k < 4; k++)
            sum->inks[k] += s->parts[sample_at(s, y, x)][k];
    else
        sum->inks[3] += (uint32_t)s->adds[0][sample_at(s, y, x)];
}

static const zt_picture_fields *fields_of(const samples *s, zt_arena *arena, zt_arena *scratch)
{
    size_t wide = s->wide < FIELDS_MOST ? s->wide : FIELDS_MOST,
           high = s->high < FIELDS_MOST ? s->high : FIELDS_MOST;
    field_sum *sums = ZT_ARRAY(scratch, wide * high, field_sum);
    for (size_t y = 0; y < s->high; y++)
        for (size_t x = 0; x < s->wide; x++)
            add_pixel(s, y, x, &sums[y * high / s->high * wide + x * wide / s->wide]);
    unsigned char *inks = zt_arena_array(arena, wide * high, 4);
    for (size_t i = 0; i < 4 * wide * high; i++)
        inks[i] = (unsigned char)(sums[i / 4].inks[i % 4] / sums[i / 4].pixels);
    zt_picture_fields *fields = ZT_NEW(arena, zt_picture_fields);
    *fields = (zt_picture_fields){(int)wide, (int)high, inks};
    return fields;
}

zt_picture_inks zt_pdf_picture_inks(zt_pdf_source *source, zt_arena *arena, zt_pdf_object image,
                                    const zt_space *space)
{
    samples s = {.process = space->family == ZT_SPACE_CMYK && space->count == 4};
    zt_str data;
    bool inks = space->family == ZT_SPACE_CMYK || space->family == ZT_SPACE_SPOT ||
                space->family == ZT_SPACE_GREY;
    if (!inks || !begin(source, image, space, &s))
        return (zt_picture_inks){0};
    zt_arena *scratch = zt_arena_beside(arena);
    zt_picture_inks found = {0};
    if (zt_pdf_picture_data(source, scratch, image, &data) && data.len >= s.row * s.high) {
        s.bytes = (const unsigned char *)data.data;
        if (space->indexed)
            fill_indexed(source, scratch, space, &s);
        else
            fill_direct(source, zt_pdf_get(source, image, "/Decode"), space, &s);
        found.most = most_of(&s, ZT_ARRAY(scratch, SUMS, size_t));
        if (s.process || space->family == ZT_SPACE_GREY)
            found.fields = fields_of(&s, arena, scratch);
    }
    zt_arena_drop(scratch);
    return found;
}
