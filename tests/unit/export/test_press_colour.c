/* The ink of photographs: measured, taken back; RGB by the profile of newsprint. */
#include "cmocka_all.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "export/press_colour.h"

static zt_pixels pixels_of(unsigned char *samples, int count, int channels)
{
    return (zt_pixels){count, 1, channels, samples, NULL};
}

static void ink_is_the_sum_of_a_pixel(void **state)
{
    (void)state;
    unsigned char samples[] = {255, 0, 0, 0, 51, 51, 51, 255, 0, 0, 0, 0};
    zt_pixels pixels = pixels_of(samples, 3, 4);
    assert_float_equal(zt_press_most_ink(&pixels), 160, 1e-9);
    samples[0] = 0;
    pixels = pixels_of(samples, 1, 4);
    assert_float_equal(zt_press_most_ink(&pixels), 0, 1e-9);
}

static void colours_are_taken_back_and_black_stays(void **state)
{
    (void)state;
    unsigned char samples[] = {255, 255, 255, 255, 255, 255, 102, 0, 200, 100, 0, 255};
    zt_pixels pixels = pixels_of(samples, 3, 4);
    zt_press_limit_ink(&pixels, 240);
    assert_int_equal(samples[3], 255);
    assert_int_equal(samples[0], samples[1]);
    assert_int_equal(samples[0], 119); /* 140 % between three */
    assert_int_equal(samples[4], 255); /* 240 % just */
    assert_int_equal(samples[6], 102);
    assert_int_equal(samples[8], 200); /* 218 % */
    assert_int_equal(samples[9], 100);
    assert_true(zt_press_most_ink(&pixels) <= 240 + 1e-6);
    zt_press_limit_ink(&pixels, 160);
    assert_true(zt_press_most_ink(&pixels) <= 160 + 1e-6);
    assert_int_equal(samples[8], 2 * samples[9]); /* in proportion */
    assert_int_equal(samples[11], 255);
}

static void rgb_by_the_profile_of_newsprint(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_printing printing = {.icc = "templates/newsprint-240.icc", .black_point = true};
    bool ok;
    zt_str icc = zt_file_read(arena, diags, ZT_NOWHERE, printing.icc, 0, &ok);
    unsigned char samples[] = {255, 255, 255, 0, 0, 0, 255, 0, 0, 128, 128, 128};
    zt_pixels pixels = pixels_of(samples, 4, 3);
    assert_true(ok && zt_press_convert(arena, diags, &printing, icc, (zt_str){0}, &pixels));
    assert_int_equal(pixels.channels, 4);
    for (int k = 0; k < 4; k++)
        assert_int_equal(pixels.samples[k], 0); /* paper */
    assert_true(pixels.samples[7] > 240);       /* black is mostly K */
    assert_true(pixels.samples[9] > 200 && pixels.samples[10] > 200 && pixels.samples[8] < 20);
    assert_true(pixels.samples[15] > 120 && pixels.samples[12] < 40); /* greys are mostly K */
    assert_true(zt_press_most_ink(&pixels) <= 240 + 1e-6);
    printing.rendering = ZT_RENDERING_PERCEPTUAL;
    zt_pixels other = pixels_of(samples, 4, 3);
    assert_true(zt_press_convert(arena, diags, &printing, icc, (zt_str){0}, &other));
    assert_memory_not_equal(other.samples, pixels.samples, 16);
    zt_pixels third = pixels_of(samples, 4, 3);
    assert_false(
        zt_press_convert(arena, diags, &printing, (zt_str){icc.data, 400}, (zt_str){0}, &third));
    assert_string_equal(zt_diags_at(diags, 0)->code, "bad-icc");
    zt_arena_drop(arena);
}

/* ---- a profile of RGB, made here: primaries of sRGB, their order as asked ---- */

static void put_number(unsigned char *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(value >> (24 - 8 * i));
}

enum { TAGS = 7, ICC_SIZE = 128 + 4 + 12 * TAGS + 4 * 20 + 16 };

/* ICC.1:2001-12: header, tag table, four XYZ values, one curve of gamma 2.2 for all. */
static zt_str make_profile(unsigned char icc[ICC_SIZE], const char *order)
{
    static const uint32_t xyz[4][3] = {{0x6fa2, 0x38f5, 0x0390}, /* red, green, blue, D50 */
                                       {0x6299, 0xb785, 0x18da},
                                       {0x24a0, 0x0f84, 0xb6cf},
                                       {0xf6d6, 0x10000, 0xd32d}};
    const char names[TAGS][5] = {{order[0], 'X', 'Y', 'Z', 0},
                                 {order[1], 'X', 'Y', 'Z', 0},
                                 {order[2], 'X', 'Y', 'Z', 0},
                                 "wtpt",
                                 "rTRC",
                                 "gTRC",
                                 "bTRC"};
    memset(icc, 0, ICC_SIZE);
    put_number(icc, ICC_SIZE);
    put_number(icc + 8, 0x02100000);
    memcpy(icc + 12, "mntrRGB XYZ ", 12);
    memcpy(icc + 36, "acsp", 4);
    for (int i = 0; i < 3; i++)
        put_number(icc + 68 + 4 * i, xyz[3][i]);
    put_number(icc + 128, TAGS);
    for (int i = 0; i < TAGS; i++) {
        unsigned char *row = icc + 132 + 12 * i;
        uint32_t at = 132 + 12 * TAGS + 20 * (i < 4 ? (uint32_t)i : 4);
        memcpy(row, names[i], 4);
        put_number(row + 4, at);
        put_number(row + 8, i < 4 ? 20 : 14);
        memcpy(icc + at, i < 4 ? "XYZ " : "curv", 4);
        for (int k = 0; k < 3 && i < 4; k++)
            put_number(icc + at + 8 + 4 * k, xyz[i][k]);
        if (i >= 4) {
            put_number(icc + at + 8, 1);
            icc[at + 12] = 2;
            icc[at + 13] = 0x33;
        }
    }
    return (zt_str){(const char *)icc, ICC_SIZE};
}

/* The inks of one pixel of RGB. */
static void inks_of(zt_str press, zt_str from, const unsigned char rgb[3], unsigned char inks[4])
{
    zt_arena *arena = zt_arena_new();
    zt_printing printing = {.icc = "newsprint-240.icc", .black_point = true};
    unsigned char samples[3] = {rgb[0], rgb[1], rgb[2]};
    zt_pixels pixels = pixels_of(samples, 1, 3);
    assert_true(zt_press_convert(arena, zt_diags_new(arena), &printing, press, from, &pixels));
    memcpy(inks, pixels.samples, 4);
    zt_arena_drop(arena);
}

/* Where red and blue have changed places, red is what blue is otherwise. */
static void from_a_profile_of_its_own(void **state)
{
    (void)state;
    static const unsigned char red[] = {230, 20, 40}, blue[] = {40, 20, 230};
    zt_arena *arena = zt_arena_new();
    bool ok;
    zt_str press =
        zt_file_read(arena, zt_diags_new(arena), ZT_NOWHERE, "templates/newsprint-240.icc", 0, &ok);
    unsigned char plain[ICC_SIZE], turned[ICC_SIZE], a[4], b[4], c[4];
    zt_str usual = make_profile(plain, "rgb"), other = make_profile(turned, "bgr");
    assert_true(ok && zt_icc_is_rgb(usual));
    inks_of(press, usual, blue, a);
    inks_of(press, other, red, b);
    inks_of(press, (zt_str){0}, blue, c);
    for (int k = 0; k < 4; k++) {
        assert_in_range(a[k] + 4 - b[k], 0, 8);
        assert_in_range(a[k] + 12 - c[k], 0, 24); /* gamma 2.2 is nearly that of sRGB */
    }
    assert_true(b[0] > b[2] + 60); /* and blue it is */
    /* What is no profile of RGB is passed over. */
    memcpy(turned + 16, "CMYK", 4);
    assert_false(zt_icc_is_rgb(other) || zt_icc_is_rgb((zt_str){other.data, 100}));
    inks_of(press, other, red, b);
    inks_of(press, (zt_str){0}, red, c);
    assert_memory_equal(b, c, 4);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ink_is_the_sum_of_a_pixel),
        cmocka_unit_test(colours_are_taken_back_and_black_stays),
        cmocka_unit_test(rgb_by_the_profile_of_newsprint),
        cmocka_unit_test(from_a_profile_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
