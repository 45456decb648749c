/* compare_ppm A B [SHARE [STEP [SLACK]]]: reads two binary PPM pictures and fails when more than
   SHARE of the pixels (0.005) differ by more than STEP (32 of 255) in a channel, or their sizes by
   more than SLACK pixels (0). Prints the share that differs. */
#include <stdio.h>
#include <stdlib.h>

typedef struct picture {
    int width, height;
    unsigned char *rgb;
} picture;

static int read_number(FILE *file)
{
    int c = fgetc(file), value = 0;
    while (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '#') {
        if (c == '#')
            while (c != '\n' && c != EOF)
                c = fgetc(file);
        c = fgetc(file);
    }
    for (; c >= '0' && c <= '9'; c = fgetc(file))
        value = value * 10 + (c - '0');
    return value; /* the one blank after the number is read too */
}

static int read_ppm(const char *path, picture *out)
{
    FILE *file = fopen(path, "rb");
    if (!file || fgetc(file) != 'P' || fgetc(file) != '6') {
        fprintf(stderr, "%s: not a binary PPM\n", path);
        if (file)
            fclose(file);
        return 0;
    }
    out->width = read_number(file);
    out->height = read_number(file);
    int most = read_number(file);
    size_t size = (size_t)out->width * (size_t)out->height * 3;
    out->rgb = malloc(size ? size : 1);
    int whole = most == 255 && out->rgb && fread(out->rgb, 1, size, file) == size;
    fclose(file);
    if (!whole)
        fprintf(stderr, "%s: cut off, or not 8 bits a channel\n", path);
    return whole;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Over what both have: where a page ends within a pixel, programs differ in a row or a column. */
static size_t differing(const picture *a, const picture *b, int step)
{
    size_t count = 0;
    for (int y = 0; y < least(a->height, b->height); y++)
        for (int x = 0; x < least(a->width, b->width); x++) {
            const unsigned char *p = a->rgb + 3 * ((size_t)y * (size_t)a->width + (size_t)x);
            const unsigned char *q = b->rgb + 3 * ((size_t)y * (size_t)b->width + (size_t)x);
            count += abs(p[0] - q[0]) > step || abs(p[1] - q[1]) > step || abs(p[2] - q[2]) > step;
        }
    return count;
}

int main(int argc, char **argv)
{
    picture a = {0}, b = {0};
    if (argc < 3 || !read_ppm(argv[1], &a) || !read_ppm(argv[2], &b))
        return 2;
    double share = argc > 3 ? atof(argv[3]) : 0.005;
    int step = argc > 4 ? atoi(argv[4]) : 32;
    int slack = argc > 5 ? atoi(argv[5]) : 0;
    if (abs(a.width - b.width) > slack || abs(a.height - b.height) > slack) {
        printf("sizes differ: %d x %d, %d x %d\n", a.width, a.height, b.width, b.height);
        return 1;
    }
    size_t count = differing(&a, &b, step);
    double found = (double)count / ((double)a.width * a.height);
    printf("%.5f of the pixels differ by more than %d (at most %.5f)\n", found, step, share);
    free(a.rgb);
    free(b.rgb);
    return found > share;
}
