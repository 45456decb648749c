/* The ink of photographs: measured, taken back; RGB by the profile of newsprint. */
#include "cmocka_all.h"

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
    assert_true(ok && zt_press_convert(arena, diags, &printing, icc, &pixels));
    assert_int_equal(pixels.channels, 4);
    for (int k = 0; k < 4; k++)
        assert_int_equal(pixels.samples[k], 0); /* paper */
    assert_true(pixels.samples[7] > 240);       /* black is mostly K */
    assert_true(pixels.samples[9] > 200 && pixels.samples[10] > 200 && pixels.samples[8] < 20);
    assert_true(pixels.samples[15] > 120 && pixels.samples[12] < 40); /* greys are mostly K */
    assert_true(zt_press_most_ink(&pixels) <= 240 + 1e-6);
    printing.rendering = ZT_RENDERING_PERCEPTUAL;
    zt_pixels other = pixels_of(samples, 4, 3);
    assert_true(zt_press_convert(arena, diags, &printing, icc, &other));
    assert_memory_not_equal(other.samples, pixels.samples, 16);
    zt_pixels third = pixels_of(samples, 4, 3);
    assert_false(zt_press_convert(arena, diags, &printing, (zt_str){icc.data, 400}, &third));
    assert_string_equal(zt_diags_at(diags, 0)->code, "bad-icc");
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ink_is_the_sum_of_a_pixel),
        cmocka_unit_test(colours_are_taken_back_and_black_stays),
        cmocka_unit_test(rgb_by_the_profile_of_newsprint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
