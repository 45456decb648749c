/* compare_plates PLATE.png SEPARATION.tif [LIMIT]: a plate of ours and that of Ghostscript's
   tiffsep
   (-sCompression=none), both solid ink black. Fails when more than LIMIT, 0.02 %, of the pixels of
   either have another shade than all of the other within one of them, and other ink around them:
   ink that is missing or stands elsewhere, not an edge painted a shade otherwise. Prints the share
   of such pixels and the mean difference of ink, both in per cent. */
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct plate {
    int width, height;
    unsigned char *pixels; /* grey */
} plate;

static void give_up(const char *path, const char *why)
{
    fprintf(stderr, "%s: %s\n", path, why);
    exit(2);
}

static plate load_png(const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&image, path))
        give_up(path, image.message);
    if (image.format & PNG_FORMAT_FLAG_COLOR)
        give_up(path, "is not grey");
    /* As numbers: a grey PNG without a colour space is taken as it is. */
    image.format = PNG_FORMAT_GRAY;
    plate p = {(int)image.width, (int)image.height, malloc(PNG_IMAGE_SIZE(image))};
    if (!p.pixels || !png_image_finish_read(&image, NULL, p.pixels, 0, NULL))
        exit(2);
    return p;
}

static unsigned long number(const unsigned char *p, int bytes, int big)
{
    unsigned long value = 0;
    for (int i = 0; i < bytes; i++)
        value |= (unsigned long)p[big ? bytes - 1 - i : i] << 8 * i;
    return value;
}

/* TIFF 6.0 without compression: width, height and the first strip, behind which the others lie. */
static plate load_tiff(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        give_up(path, "cannot be read");
    long size = ftell(file);
    rewind(file);
    unsigned char *bytes = malloc((size_t)size);
    if (!bytes || size < 8 || fread(bytes, 1, (size_t)size, file) != (size_t)size)
        give_up(path, "cannot be read");
    fclose(file);
    int big = bytes[0] == 'M';
    unsigned long at = number(bytes + 4, 4, big), tags[3] = {0};
    for (unsigned long i = 0, count = number(bytes + at, 2, big); i < count; i++) {
        const unsigned char *entry = bytes + at + 2 + 12 * i;
        unsigned long tag = number(entry, 2, big), many = number(entry + 4, 4, big),
                      value = number(entry + 8, number(entry + 2, 2, big) == 3 ? 2 : 4, big);
        if (tag == 259 && value != 1)
            give_up(path, "is compressed");
        if (tag == 256 || tag == 257)
            tags[tag - 256] = value;
        if (tag == 273)
            tags[2] = many > 1 ? number(bytes + value, 4, big) : value;
    }
    if (tags[2] + tags[0] * tags[1] > (unsigned long)size)
        give_up(path, "is cut");
    return (plate){(int)tags[0], (int)tags[1], bytes + tags[2]};
}

static int shade(const plate *p, int x, int y)
{
    return p->pixels[(size_t)y * (size_t)p->width + (size_t)x];
}

/* Whether one shade lies outside those of the other within a pixel of it. */
static int is_outside(const plate *a, const plate *b, int x, int y)
{
    const int near = 64; /* a quarter */
    int least = 255, most = 0, own = shade(a, x, y);
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++) {
            int v = shade(b, x + dx, y + dy);
            least = v < least ? v : least;
            most = v > most ? v : most;
        }
    return own < least - near || own > most + near;
}

/* A hairline may fall into one row of pixels or into two: around it there is as much ink. */
static int has_other_ink(const plate *a, const plate *b, int x, int y)
{
    const int near = 25 * 26; /* a tenth of 5 x 5 pixels */
    int sum = 0;
    for (int dy = -2; dy <= 2; dy++)
        for (int dx = -2; dx <= 2; dx++)
            sum += shade(a, x + dx, y + dy) - shade(b, x + dx, y + dy);
    return abs(sum) > near;
}

int main(int argc, char **argv)
{
    if (argc < 3 || argc > 4)
        return fprintf(stderr, "usage: compare_plates PLATE.png SEPARATION.tif [LIMIT]\n"), 2;
    plate a = load_png(argv[1]), b = load_tiff(argv[2]);
    if (abs(a.width - b.width) > 1 || abs(a.height - b.height) > 1)
        return fprintf(stderr, "%dx%d and %dx%d\n", a.width, a.height, b.width, b.height), 1;
    int width = (a.width < b.width ? a.width : b.width) - 1,
        height = (a.height < b.height ? a.height : b.height) - 1;
    long unlike = 0, sum = 0;
    for (int y = 2; y < height - 1; y++)
        for (int x = 2; x < width - 1; x++) {
            unlike += (is_outside(&a, &b, x, y) || is_outside(&b, &a, x, y)) &&
                      has_other_ink(&a, &b, x, y);
            sum += abs(a.pixels[(size_t)y * (size_t)a.width + (size_t)x] -
                       b.pixels[(size_t)y * (size_t)b.width + (size_t)x]);
        }
    double pixels = (double)width * height, share = 100 * (double)unlike / pixels;
    printf("%.4f %.3f\n", share, 100 * (double)sum / 255 / pixels);
    return share > (argc > 3 ? strtod(argv[3], NULL) : 0.02);
}
