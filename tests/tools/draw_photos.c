/* draw_photos DIR: the four pictures of data/jiangan.xml, drawn: hills on a river at four hours. A
   JPEG in RGB, one in CMYK, a grey one, and a PNG of 16 bits with alpha, so that each kind of
   picture goes through every output. The same program gives the same bytes with the same
   libraries. */
#include <math.h>
#include <png.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

typedef struct colour {
    double r, g, b;
} colour;

/* An hour: the sky above and at the horizon, the hills near and far, the sun. */
typedef struct hour {
    colour high, low, far_hill, near_hill, sun;
    double sun_x, sun_y;
} hour;

static const hour hours[4] = {
    {{.45, .62, .80}, {.98, .84, .66}, {.62, .66, .72}, {.16, .34, .24}, {1, .93, .70}, .70, .44},
    {{.20, .50, .78}, {.78, .90, .94}, {.42, .62, .60}, {.10, .40, .16}, {1, 1, .92}, .30, .14},
    {{.70, .70, .70}, {.92, .92, .92}, {.66, .66, .66}, {.24, .24, .24}, {1, 1, 1}, .55, .30},
    {{.03, .05, .16},
     {.24, .20, .34},
     {.12, .13, .24},
     {.02, .03, .06},
     {.96, .95, .86},
     .62,
     .20}};

static colour mix(colour a, colour b, double t)
{
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return (colour){a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t};
}

/* The same for the same pixel, 0 .. 1. */
static double grain(uint32_t x, uint32_t y)
{
    uint32_t n = x * 374761393u + y * 668265263u;
    n = (n ^ (n >> 13)) * 1274126177u;
    return (double)((n ^ (n >> 16)) & 0xffff) / 65535;
}

/* The outline of a row of hills, from the top of the picture; 0 near .. 3 far. */
static double hill(int row, double x)
{
    double base = .62 - .07 * row, step = 3.1 + 1.7 * row;
    return base + (.06 - .01 * row) * sin(step * x * 2 + row) +
           .03 * sin(2.3 * step * x + 2 * row) + .008 * sin(31 * x + 5 * row);
}

/* What is seen above the water at that place. */
static colour land(const hour *h, double x, double y)
{
    double far_from = hypot((x - h->sun_x) * 1.5, y - h->sun_y);
    colour c = mix(h->high, h->low, y / .55);
    c = mix(c, h->sun, far_from < .05 ? 1 : .35 * exp(-9 * far_from));
    for (int row = 3; row >= 0; row--)
        if (y > hill(row, x))
            c = mix(h->near_hill, h->far_hill, row / 3.0);
    return c;
}

static colour pixel(const hour *h, int px, int py, int width, int height, double grains)
{
    const double shore = .68;
    double x = (double)px / width, y = (double)py / height;
    colour c = land(h, x, y);
    if (y > shore) { /* the river has the land upside down, in waves */
        double depth = y - shore, wave = .012 * sin(160 * depth / (.1 + depth) + 9 * x);
        c = mix(land(h, x + wave, 2 * shore - y - .4 * depth), h->low, .25 + .3 * depth);
    }
    double noise = grains * (grain((uint32_t)px, (uint32_t)py) - .5);
    return (colour){c.r + noise, c.g + noise, c.b + noise};
}

static unsigned char byte_of(double v)
{
    return (unsigned char)(255 * (v < 0 ? 0 : v > 1 ? 1 : v) + .5);
}

static void save(const char *folder, const char *name, const void *bytes, size_t len)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, len, file) != len || fclose(file) != 0) {
        perror(path);
        exit(1);
    }
}

/* Inks of a colour with its grey in black; as Adobe writes them, 255 being none. */
static void put_inks(unsigned char *to, colour c)
{
    double most = fmax(c.r, fmax(c.g, c.b)), black = .8 * (1 - most);
    const double inks[4] = {1 - c.r - black, 1 - c.g - black, 1 - c.b - black, black};
    for (int k = 0; k < 4; k++)
        to[k] = (unsigned char)(255 - byte_of(.85 * inks[k]));
}

static void draw_jpeg(const char *folder, const char *name, int index, int format)
{
    enum { WIDTH = 960, HEIGHT = 640 };
    int step = format == TJPF_CMYK ? 4 : format == TJPF_GRAY ? 1 : 3;
    unsigned char *pixels = malloc((size_t)WIDTH * HEIGHT * (size_t)step), *out = NULL;
    unsigned long len = 0;
    for (int y = 0; pixels && y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) {
            unsigned char *to = pixels + ((size_t)y * WIDTH + (size_t)x) * (size_t)step;
            colour c = pixel(&hours[index], x, y, WIDTH, HEIGHT, .03);
            if (step == 4) {
                put_inks(to, c);
                continue;
            }
            to[0] = byte_of(c.r);
            if (step == 3) {
                to[1] = byte_of(c.g);
                to[2] = byte_of(c.b);
            }
        }
    tjhandle jpeg = tjInitCompress();
    if (!pixels || !jpeg ||
        tjCompress2(jpeg, pixels, WIDTH, 0, HEIGHT, format, &out, &len,
                    step == 1 ? TJSAMP_GRAY : TJSAMP_420, 76, TJFLAG_ACCURATEDCT) != 0)
        exit(1);
    save(folder, name, out, len);
    tjFree(out);
    tjDestroy(jpeg);
    free(pixels);
}

/* An oval: beyond it the paper is seen. Without grain, which would be most of the file. */
static void draw_png(const char *folder, const char *name, int index)
{
    enum { WIDTH = 840, HEIGHT = 560 };
    uint16_t *pixels = malloc((size_t)WIDTH * HEIGHT * 4 * sizeof *pixels);
    for (int y = 0; pixels && y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) {
            uint16_t *to = pixels + 4 * ((size_t)y * WIDTH + (size_t)x);
            colour c = pixel(&hours[index], x, y, WIDTH, HEIGHT, 0);
            double out = hypot(x - WIDTH / 2.0, 1.5 * (y - HEIGHT / 2.0)) - .48 * WIDTH,
                   alpha = out < -3  ? 1
                           : out > 3 ? 0
                                     : (3 - out) / 6;
            const double values[4] = {c.r, c.g, c.b, alpha};
            for (int k = 0; k < 4; k++) /* nine bits: what lies below them is noise in a file */
                to[k] = (uint16_t)((int)(511 * fmin(fmax(values[k], 0), 1)) * 65535 / 511);
        }
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!pixels || !file || !info)
        exit(1);
    png_init_io(png, file);
    png_set_compression_level(png, 9);
    png_set_IHDR(png, info, WIDTH, HEIGHT, 16, PNG_COLOR_TYPE_RGBA, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_write_info(png, info);
    png_set_swap(png); /* rows are of this machine, files have the high byte first */
    for (int y = 0; y < HEIGHT; y++)
        png_write_row(png, (png_const_bytep)(pixels + (size_t)y * WIDTH * 4));
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    fclose(file);
    free(pixels);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return fprintf(stderr, "usage: draw_photos DIR\n"), 2;
    draw_jpeg(argv[1], "jiangan-1.jpg", 0, TJPF_RGB);
    draw_jpeg(argv[1], "jiangan-2.jpg", 1, TJPF_CMYK);
    draw_jpeg(argv[1], "jiangan-3.jpg", 2, TJPF_GRAY);
    draw_png(argv[1], "jiangan-4.png", 3);
    return 0;
}
