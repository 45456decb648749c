/* Reading photographs: every form that comes in, every way of being broken. */
#include "cmocka_all.h"

#include <math.h>
#include <stdio.h>

#include "base/arena.h"
#include "image/picture_imp.h"
#include "tools/pictures.h"

typedef struct bench {
    zt_arena *arena;
    zt_diags *diags;
    file_bytes file;
} bench;

static int begin(void **state)
{
    bench *b = calloc(1, sizeof *b);
    b->arena = zt_arena_new();
    b->diags = zt_diags_new(b->arena);
    *state = b;
    return 0;
}

static int end(void **state)
{
    bench *b = *state;
    free(b->file.data);
    zt_arena_drop(b->arena);
    free(b);
    return 0;
}

static const zt_picture *parse_named(bench *b, file_bytes file, const char *name)
{
    free(b->file.data);
    b->file = file;
    return zt_picture_parse(b->arena, b->diags, ZT_NOWHERE, name,
                            (zt_str){(const char *)file.data, file.len});
}

static const zt_picture *parse(bench *b, file_bytes file)
{
    return parse_named(b, file, file.len > 1 && file.data[0] == 0x89 ? "a.png" : "a.JPG");
}

/* The last finding. */
static const zt_diag *last(const bench *b)
{
    assert_true(zt_diags_count(b->diags) > 0);
    return zt_diags_at(b->diags, zt_diags_count(b->diags) - 1);
}

static void assert_refused(bench *b, file_bytes file, const char *code)
{
    size_t before = zt_diags_count(b->diags);
    assert_null(parse(b, file));
    assert_int_equal(zt_diags_count(b->diags), before + 1);
    assert_string_equal(last(b)->code, code);
    assert_int_equal(last(b)->severity, ZT_ERROR);
}

/* The card's five colours where they are surely not mixed with their neighbours. */
static void assert_card(bench *b, const zt_picture *p, int tolerance)
{
    static const int spots[5][2] = {{6, 6}, {30, 10}, {80, 10}, {20, 50}, {80, 50}};
    zt_pixels pixels;
    assert_true(zt_picture_screen_pixels(b->arena, b->diags, ZT_NOWHERE, p, &pixels));
    assert_int_equal(pixels.width, CARD_WIDTH);
    assert_int_equal(pixels.height, CARD_HEIGHT);
    for (int i = 0; i < 5; i++) {
        unsigned char rgb[3];
        card_pixel(spots[i][0], spots[i][1], rgb);
        const unsigned char *found =
            pixels.samples + (spots[i][1] * CARD_WIDTH + spots[i][0]) * pixels.channels;
        for (int k = 0; k < 3; k++) {
            int wanted = pixels.channels == 3 ? rgb[k] : rgb[1];
            int got = found[pixels.channels == 3 ? k : 0];
            if (abs(wanted - got) > tolerance)
                fail_msg("spot %d, channel %d: %d, not %d", i, k, got, wanted);
        }
    }
}

static void test_png_forms(void **state)
{
    bench *b = *state;
    static const struct {
        int type, depth, interlace;
        zt_picture_colour colour;
        bool alpha;
    } forms[] = {
        {PNG_COLOR_TYPE_RGB, 8, 0, ZT_PICTURE_RGB, false},
        {PNG_COLOR_TYPE_RGB, 16, 0, ZT_PICTURE_RGB, false},
        {PNG_COLOR_TYPE_RGB, 8, 1, ZT_PICTURE_RGB, false},
        {PNG_COLOR_TYPE_PALETTE, 8, 0, ZT_PICTURE_RGB, false},
        {PNG_COLOR_TYPE_GRAY, 8, 0, ZT_PICTURE_GREY, false},
        {PNG_COLOR_TYPE_RGB_ALPHA, 8, 0, ZT_PICTURE_RGB, true},
        {PNG_COLOR_TYPE_GRAY_ALPHA, 16, 0, ZT_PICTURE_GREY, true},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const zt_picture *p = parse(b, png_card(forms[i].type, forms[i].depth, forms[i].interlace));
        assert_non_null(p);
        assert_int_equal(p->format, ZT_PICTURE_PNG);
        assert_int_equal(p->colour, forms[i].colour);
        assert_int_equal(p->alpha, forms[i].alpha);
        assert_card(b, p, 0);
    }
    assert_int_equal(zt_diags_count(b->diags), 0);
}

static void test_alpha_is_its_own_plane(void **state)
{
    bench *b = *state;
    const zt_picture *p = parse(b, png_card(PNG_COLOR_TYPE_RGB_ALPHA, 8, 0));
    zt_pixels pixels;
    assert_true(zt_picture_pixels(b->arena, b->diags, ZT_NOWHERE, p, &pixels));
    assert_int_equal(pixels.alpha[0], 255);
    assert_int_equal(pixels.alpha[CARD_WIDTH * 3 + 40], 255 - 2 * 40);
}

static void test_jpeg_forms(void **state)
{
    bench *b = *state;
    const zt_picture *p = parse(b, jpeg_card(TJPF_RGB, 1, 0));
    assert_int_equal(p->format, ZT_PICTURE_JPEG);
    assert_int_equal(p->colour, ZT_PICTURE_RGB);
    assert_card(b, p, 8);
    p = parse(b, jpeg_card(TJPF_RGB, 1, TJFLAG_PROGRESSIVE));
    assert_card(b, p, 8);
    p = parse(b, jpeg_card(TJPF_GRAY, 1, 0));
    assert_int_equal(p->colour, ZT_PICTURE_GREY);
    zt_pixels pixels;
    assert_true(zt_picture_pixels(b->arena, b->diags, ZT_NOWHERE, p, &pixels));
    assert_int_equal(pixels.channels, 1);
    file_bytes letters = jpeg_card(TJPF_RGB, 1, 0);
    jpeg_call_rgb(&letters);
    p = parse(b, letters);
    assert_true(p->untransformed);
    assert_int_equal(zt_diags_count(b->diags), 0);
}

/* Adobe writes 255 for no ink, others write 0. */
static void test_cmyk(void **state)
{
    bench *b = *state;
    zt_pixels pixels;
    const zt_picture *p = parse(b, jpeg_card(TJPF_CMYK, 1, 0));
    assert_int_equal(p->colour, ZT_PICTURE_CMYK);
    assert_true(p->inverted);
    assert_true(zt_picture_pixels(b->arena, b->diags, ZT_NOWHERE, p, &pixels));
    assert_int_equal(pixels.channels, 4);
    assert_in_range(pixels.samples[0], 0, 8); /* the white corner has hardly any ink */
    assert_in_range(pixels.samples[3], 0, 2);
    assert_true(zt_picture_screen_pixels(b->arena, b->diags, ZT_NOWHERE, p, &pixels));
    assert_int_equal(pixels.channels, 3);
    assert_in_range(pixels.samples[0], 240, 255);

    file_bytes plain = jpeg_card_with(TJPF_CMYK, 1, 0, 40);
    jpeg_drop(&plain, 0xee);
    p = parse(b, plain);
    assert_false(p->inverted);
    assert_true(zt_picture_pixels(b->arena, b->diags, ZT_NOWHERE, p, &pixels));
    assert_in_range(pixels.samples[3], 38, 42);
}

/* The matrix carries each stored pixel to the place that it has on the card. */
static void test_all_eight_orientations(void **state)
{
    bench *b = *state;
    for (int turn = 1; turn <= 8; turn++) {
        file_bytes file = jpeg_card(TJPF_RGB, turn, 0);
        jpeg_add_exif(&file, turn, turn % 2);
        const zt_picture *p = parse(b, file);
        assert_non_null(p);
        assert_int_equal(p->orientation, turn);
        assert_int_equal(zt_picture_upright(p).x, CARD_WIDTH);
        assert_int_equal(zt_picture_upright(p).y, CARD_HEIGHT);
        zt_affine m = zt_picture_affine(p, (zt_rect){0, 0, CARD_WIDTH, CARD_HEIGHT});
        for (int i = 0; i < 9; i++) {
            int u = i % 3 * (p->width - 1) / 2, v = i / 3 * (p->height - 1) / 2, x, y;
            turned(turn, u, v, &x, &y);
            double s = (u + 0.5) / p->width, t = (v + 0.5) / p->height;
            assert_true(fabs(m.a * s + m.c * t + m.e - (x + 0.5)) < 1e-6);
            assert_true(fabs(m.b * s + m.d * t + m.f - (y + 0.5)) < 1e-6);
        }
    }
}

/* A file that ends anywhere is refused, and said why. */
static void test_cut_anywhere(void **state)
{
    bench *b = *state;
    for (int form = 0; form < 2; form++) {
        file_bytes whole = form ? png_card(PNG_COLOR_TYPE_PALETTE, 8, 0)
                                : jpeg_card(TJPF_RGB, 1, TJFLAG_PROGRESSIVE);
        for (size_t len = 0; len < whole.len; len++)
            assert_refused(b, file_copy(whole.data, len), "image-unreadable");
        free(whole.data);
    }
}

static void test_damage_is_found(void **state)
{
    bench *b = *state;
    file_bytes file = png_card(PNG_COLOR_TYPE_RGB, 8, 0);
    file.data[file.len / 2] ^= 0x40;
    assert_refused(b, file, "image-unreadable");
    file = jpeg_card(TJPF_RGB, 1, 0);
    for (size_t i = jpeg_marker(&file, 0xda) + 40; i < file.len - 2; i += 3)
        file.data[i] = 0x55;
    assert_refused(b, file, "image-unreadable");
    assert_refused(b, file_copy("GIF89a", 6), "image-unreadable");
    assert_refused(b, file_copy("", 0), "image-unreadable");
}

/* Before anything is decoded: by the sides, by the sum, and by what the bytes cannot hold. */
static void test_limits(void **state)
{
    bench *b = *state;
    file_bytes file = png_card(PNG_COLOR_TYPE_RGB, 8, 0);
    file.data[18] = file.data[22] = 0xea; /* 60000 and more each way */
    assert_refused(b, file, "image-too-large");
    file = jpeg_card(TJPF_RGB, 1, 0);
    size_t frame = jpeg_marker(&file, 0xc0);
    memcpy(file.data + frame + 5, "\xea\x60\xea\x60", 4);
    assert_refused(b, file, "image-too-large");
    file = jpeg_card(TJPF_RGB, 1, 0);
    memcpy(file.data + frame + 5, "\x1f\x40\x1f\x40", 4); /* 8000 × 8000 */
    assert_refused(b, file, "image-unreadable");
    file = png_card(PNG_COLOR_TYPE_RGB, 8, 0);
    memcpy(file.data + 16, "\0\0\x1f\x40\0\0\x1f\x40", 8);
    assert_refused(b, file, "image-unreadable");
    /* A hundred scans of nothing. */
    file = jpeg_card(TJPF_GRAY, 1, 0);
    size_t scan = jpeg_marker(&file, 0xda);
    for (int i = 0; i < 101; i++)
        file_splice(&file, scan, 0, "\xff\xda\0\x08\1\1\0\0\x3f\0", 10);
    assert_refused(b, file, "image-unreadable");
}

static void test_codings_that_no_press_takes(void **state)
{
    bench *b = *state;
    file_bytes file = jpeg_card(TJPF_RGB, 1, 0);
    file.data[jpeg_marker(&file, 0xc0) + 1] = 0xc9; /* arithmetic */
    assert_refused(b, file, "image-unreadable");
    file = jpeg_card(TJPF_RGB, 1, 0);
    file.data[jpeg_marker(&file, 0xc0) + 4] = 12; /* bits a sample */
    assert_refused(b, file, "image-unreadable");
}

static void test_name_and_content(void **state)
{
    bench *b = *state;
    assert_non_null(parse_named(b, png_card(PNG_COLOR_TYPE_RGB, 8, 0), "dir/a.jpg"));
    assert_string_equal(last(b)->code, "image-extension");
    assert_int_equal(last(b)->severity, ZT_WARNING);
    assert_non_null(strstr(last(b)->en, "PNG"));
}

/* Directories of EXIF that point outside, or into themselves. */
static void test_exif_within_its_bytes(void **state)
{
    (void)state;
    char tiff[] = "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0";
    zt_str whole = {tiff, sizeof tiff - 1 + 1};
    assert_int_equal(zt_exif_orientation(whole), 6);
    for (size_t len = 0; len < whole.len; len++)
        zt_exif_orientation((zt_str){tiff, len}); /* the sanitizer judges */
    tiff[19] = 9;
    assert_int_equal(zt_exif_orientation(whole), 1);
    tiff[7] = (char)0xff;
    assert_int_equal(zt_exif_orientation(whole), 1);
    tiff[4] = (char)0xff;
    assert_int_equal(zt_exif_orientation(whole), 1);
}

static void test_profiles_by_name(void **state)
{
    bench *b = *state;
    char icc[128 + 4 + 12 + 28] = {0};
    memcpy(icc + 128, "\0\0\0\1desc\0\0\0\x90\0\0\0\x1c", 16);
    memcpy(icc + 144,
           "desc\0\0\0\0\0\0\0\x0b"
           "Adobe RGB (",
           23);
    assert_string_equal(zt_icc_name(b->arena, (zt_str){icc, sizeof icc}), "Adobe RGB (");
    memcpy(icc + 156, "sRGB IEC619", 11);
    assert_null(zt_icc_name(b->arena, (zt_str){icc, sizeof icc}));
    for (size_t len = 0; len < sizeof icc; len++)
        zt_icc_name(b->arena, (zt_str){icc, len});
}

/* What is embedded keeps its pixels and loses what a viewer might turn it by. */
static void test_bare_files(void **state)
{
    bench *b = *state;
    file_bytes file = jpeg_card(TJPF_RGB, 6, 0);
    jpeg_add_exif(&file, 6, 0);
    const zt_picture *p = parse(b, file);
    zt_str bare = zt_picture_bare_file(b->arena, p);
    assert_int_equal(bare.len, file.len - 36);
    p = zt_picture_parse(b->arena, b->diags, ZT_NOWHERE, "a.jpg", bare);
    assert_non_null(p);
    assert_int_equal(p->orientation, 1);
    p = parse(b, png_card(PNG_COLOR_TYPE_PALETTE, 8, 0));
    bare = zt_picture_bare_file(b->arena, p);
    p = zt_picture_parse(b->arena, b->diags, ZT_NOWHERE, "a.png", bare);
    assert_card(b, p, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_png_forms),
        TEST(test_alpha_is_its_own_plane),
        TEST(test_jpeg_forms),
        TEST(test_cmyk),
        TEST(test_all_eight_orientations),
        TEST(test_cut_anywhere),
        TEST(test_damage_is_found),
        TEST(test_limits),
        TEST(test_codings_that_no_press_takes),
        TEST(test_name_and_content),
        TEST(test_exif_within_its_bytes),
        TEST(test_profiles_by_name),
        TEST(test_bare_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
