/* The sRGB profile of a screen file, built here from the numbers of IEC 61966-2-1: a matrix and one
   curve (ICC.1:2004-10, version 4.2), some 500 bytes. */
#include <string.h>

#include "export/pdf_imp.h"

enum { HEADER = 128, TAG_ROW = 12 };

/* Four bytes. */
static void big_endian(zt_buf *buf, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        zt_buf_putc(buf, (char)(unsigned char)(value >> shift & 0xff));
}

/* s15Fixed16: a number times 65536, two's complement. */
static void fixed(zt_buf *buf, double value)
{
    big_endian(buf, (uint32_t)(int32_t)(value * 65536 + (value < 0 ? -0.5 : 0.5)));
}

/* Reserved fields and fill. */
static void zeros(zt_buf *buf, size_t count)
{
    for (size_t i = 0; i < count; i++)
        zt_buf_putc(buf, 0);
}

/* Type signature, four reserved bytes, numbers. */
static void numbers(zt_buf *buf, const char *type, const double *values, size_t count)
{
    zt_buf_add(buf, type, 4);
    zeros(buf, 4);
    for (size_t i = 0; i < count; i++)
        fixed(buf, values[i]);
}

/* One text in US English, two bytes a character, filled up to a multiple of four. */
static void text(zt_buf *buf, const char *ascii)
{
    size_t len = strlen(ascii);
    zt_buf_add(buf, "mluc\0\0\0\0\0\0\0\1\0\0\0\14enUS", 20);
    big_endian(buf, (uint32_t)len * 2);
    big_endian(buf, 28);
    for (size_t i = 0; i < len; i++) {
        zt_buf_putc(buf, 0);
        zt_buf_putc(buf, ascii[i]);
    }
    zeros(buf, len % 2 * 2);
}

/* The curve of IEC 61966-2-1 as a parametric curve of type 3: exponent, a, b, c, d. */
static void curve(zt_buf *buf)
{
    static const double values[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    zt_buf_add(buf, "para\0\0\0\0\0\3\0\0", 12);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        fixed(buf, values[i]);
}

/* The primaries and the white of IEC 61966-2-1, carried from D65 to the D50 of a profile by the
   Bradford matrix that stands in chad (ICC.1:2004-10, annex E). */
static void tag(zt_buf *buf, const char *name)
{
    static const double white[] = {0.9642, 1.0, 0.8249}, red[] = {0.43607, 0.22249, 0.01392},
                        green[] = {0.38515, 0.71687, 0.09708}, blue[] = {0.14307, 0.06061, 0.71410},
                        adapt[] = {1.04788,  0.02292,  -0.05022, 0.02959, 0.99048,
                                   -0.01707, -0.00925, 0.01508,  0.75168};
    if (strcmp(name, "desc") == 0)
        text(buf, "sRGB");
    else if (strcmp(name, "cprt") == 0)
        text(buf, "No copyright, use freely");
    else if (strcmp(name, "chad") == 0)
        numbers(buf, "sf32", adapt, 9);
    else if (strcmp(name + 1, "TRC") == 0)
        curve(buf);
    else
        numbers(buf, "XYZ ",
                *name == 'w'   ? white
                : *name == 'r' ? red
                : *name == 'g' ? green
                               : blue,
                3);
}

/* The 128 bytes of ICC.1:2004-10, 7.2. */
static void header(zt_buf *buf, size_t size)
{
    big_endian(buf, (uint32_t)size);
    zeros(buf, 4);
    big_endian(buf, 0x04200000);
    zt_buf_add(buf, "mntrRGB XYZ ", 12);
    /* A date is asked for; that of the standard, so that files are equal. */
    zt_buf_add(buf, "\x07\xcf\0\1\0\1\0\0\0\0\0\0acsp", 16);
    zeros(buf, 28);
    fixed(buf, 0.9642);
    fixed(buf, 1.0);
    fixed(buf, 0.8249);
    zeros(buf, HEADER - 80);
}

/* Tag table, then the tags' data. */
zt_str zt_pdf_srgb_profile(zt_arena *arena)
{
    static const char *const names[] = {"desc", "cprt", "wtpt", "chad", "rXYZ",
                                        "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    enum { COUNT = sizeof names / sizeof *names, OWN = COUNT - 2 };
    zt_buf table, data, out;
    zt_buf_init(&table, arena);
    zt_buf_init(&data, arena);
    zt_buf_init(&out, arena);
    size_t begin = HEADER + 4 + COUNT * TAG_ROW, at = 0, len = 0;
    big_endian(&table, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        if (i < OWN) { /* the green and blue curves share the red one's data */
            at = data.len;
            tag(&data, names[i]);
            len = data.len - at;
        }
        zt_buf_add(&table, names[i], 4);
        big_endian(&table, (uint32_t)(begin + at));
        big_endian(&table, (uint32_t)len);
    }
    header(&out, begin + data.len);
    zt_buf_str(&out, zt_buf_view(&table));
    zt_buf_str(&out, zt_buf_view(&data));
    return zt_buf_view(&out);
}
