/* compare_ppm A B [SHARE [STEP]]: reads two binary PPM pictures and fails when more than SHARE of
   the pixels (0.005) differ by more than STEP (32 of 255) in a channel. Prints the share that
   differs. */
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

static size_t differing(const picture *a, const picture *b, int step)
{
    size_t count = 0, pixels = (size_t)a->width * (size_t)a->height;
    for (size_t i = 0; i < pixels; i++) {
        for (size_t k = 0; k < 3; k++) {
            if (abs(a->rgb[3 * i + k] - b->rgb[3 * i + k]) > step) {
                count++;
                break;
            }
        }
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
    if (a.width != b.width || a.height != b.height) {
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
