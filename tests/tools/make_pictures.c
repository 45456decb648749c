/* make_pictures DIR: every form of the tests' card as a file in DIR. */
#include <stdio.h>

#include "pictures.h"

static const char *folder;

static void save(const char *name, file_bytes f)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(f.data, 1, f.len, out) != f.len || fclose(out) != 0) {
        perror(path);
        exit(1);
    }
    free(f.data);
}

static void save_turned(void)
{
    for (int turn = 1; turn <= 8; turn++) {
        char name[32];
        snprintf(name, sizeof name, "turn%d.jpg", turn);
        file_bytes f = jpeg_card(TJPF_RGB, turn, 0);
        jpeg_add_exif(&f, turn, turn % 2);
        save(name, f);
    }
}

static void save_cmyk(void)
{
    save("ycck.jpg", jpeg_card(TJPF_CMYK, 1, 0));
    file_bytes f = jpeg_card(TJPF_CMYK, 1, 0);
    jpeg_set_transform(&f, 0);
    save("cmyk-adobe.jpg", f);
    f = jpeg_card_with(TJPF_CMYK, 1, 0, 0);
    jpeg_drop(&f, 0xee);
    save("cmyk-plain.jpg", f);
}

static void save_broken(void)
{
    file_bytes f = jpeg_card(TJPF_RGB, 1, 0);
    f.len /= 2;
    save("cut.jpg", f);
    f = jpeg_card(TJPF_RGB, 1, 0);
    for (size_t i = jpeg_marker(&f, 0xda) + 40; i < f.len - 2; i += 3)
        f.data[i] = 0x55;
    save("garbled.jpg", f);
    f = png_card(PNG_COLOR_TYPE_RGB, 8, 0);
    f.len /= 2;
    save("cut.png", f);
    f = png_card(PNG_COLOR_TYPE_RGB, 8, 0);
    f.data[f.len / 2] ^= 0x40;
    save("garbled.png", f);
    f = png_card(PNG_COLOR_TYPE_RGB, 8, 0);
    f.data[18] = f.data[22] = 0xea; /* 60000 and more each way */
    save("huge.png", f);
    f = file_copy("\xff\xd8\xff\xc0\0\x11\x08\xea\x60\xea", 10);
    save("huge.jpg", f);
    save("empty.jpg", file_copy("", 0));
    save("words.jpg", file_copy("照片还没有来\n", 19));
    save("really-png.jpg", png_card(PNG_COLOR_TYPE_RGB, 8, 0));
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: make_pictures DIR\n");
        return 2;
    }
    folder = argv[1];
    save_turned();
    save_cmyk();
    save_broken();
    save("grey.jpg", jpeg_card(TJPF_GRAY, 1, 0));
    save("progressive.jpg", jpeg_card(TJPF_RGB, 1, TJFLAG_PROGRESSIVE));
    file_bytes f = jpeg_card(TJPF_RGB, 1, 0);
    jpeg_call_rgb(&f);
    save("letters.jpg", f);
    save("rgb.png", png_card(PNG_COLOR_TYPE_RGB, 8, PNG_INTERLACE_NONE));
    save("rgb16.png", png_card(PNG_COLOR_TYPE_RGB, 16, PNG_INTERLACE_NONE));
    save("interlaced.png", png_card(PNG_COLOR_TYPE_RGB, 8, PNG_INTERLACE_ADAM7));
    save("palette.png", png_card(PNG_COLOR_TYPE_PALETTE, 8, PNG_INTERLACE_NONE));
    save("grey.png", png_card(PNG_COLOR_TYPE_GRAY, 8, PNG_INTERLACE_NONE));
    save("line.png", png_card(PNG_COLOR_TYPE_GRAY, 1, PNG_INTERLACE_NONE));
    save("alpha.png", png_card(PNG_COLOR_TYPE_RGB_ALPHA, 8, PNG_INTERLACE_NONE));
    save("grey-alpha.png", png_card(PNG_COLOR_TYPE_GRAY_ALPHA, 16, PNG_INTERLACE_NONE));
    return 0;
}
