/* compare_png A B: fails when more than 0.01 % of the pixels of A are unlike every pixel of B
   within one of them: ink that is missing or stands elsewhere, not an edge painted a shade
   otherwise. */
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct picture {
    int width, height;
    unsigned char *pixels; /* RGB */
} picture;

static picture load(const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&image, path)) {
        fprintf(stderr, "%s: %s\n", path, image.message);
        exit(2);
    }
    image.format = PNG_FORMAT_RGB;
    picture p = {(int)image.width, (int)image.height, malloc(PNG_IMAGE_SIZE(image))};
    const png_color white = {255, 255, 255};
    if (!p.pixels || !png_image_finish_read(&image, &white, p.pixels, 0, NULL))
        exit(2);
    return p;
}

static int difference(const picture *a, const picture *b, int x, int y, int dx, int dy)
{
    const unsigned char *p = a->pixels + 3 * ((size_t)y * (size_t)a->width + (size_t)x);
    const unsigned char *q =
        b->pixels + 3 * ((size_t)(y + dy) * (size_t)b->width + (size_t)(x + dx));
    int most = 0;
    for (int i = 0; i < 3; i++)
        most = abs(p[i] - q[i]) > most ? abs(p[i] - q[i]) : most;
    return most;
}

static int is_unlike(const picture *a, const picture *b, int x, int y)
{
    const int limit = 96;
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
            if (difference(a, b, x, y, dx, dy) <= limit)
                return 0;
    return 1;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    picture a = load(argv[1]), b = load(argv[2]);
    if (a.width != b.width || a.height != b.height) {
        fprintf(stderr, "%dx%d and %dx%d\n", a.width, a.height, b.width, b.height);
        return 1;
    }
    long unlike = 0;
    for (int y = 1; y < a.height - 1; y++)
        for (int x = 1; x < a.width - 1; x++)
            unlike += is_unlike(&a, &b, x, y);
    double share = (double)unlike / ((double)a.width * a.height);
    printf("%.5f of the pixels are elsewhere (at most 0.00010)\n", share);
    return share > 0.0001;
}
