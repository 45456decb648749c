/* The PNG's chunks, check sums and pixels, read without our writer. */
#include "outside.h"

#include <libdeflate.h>

typedef struct chunk {
    const unsigned char *data;
    size_t len;
} chunk;

static size_t number_at(const unsigned char *p)
{
    return (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
}

/* The first chunk of a name; checks every check sum on the way. */
static chunk find_chunk(zt_str file, const char *name)
{
    const unsigned char *bytes = (const unsigned char *)file.data;
    assert_memory_equal(bytes, "\x89PNG\r\n\x1a\n", 8);
    for (size_t at = 8; at + 12 <= file.len;) {
        size_t len = number_at(bytes + at);
        assert_true(at + 12 + len <= file.len);
        assert_int_equal(libdeflate_crc32(0, bytes + at + 4, len + 4),
                         number_at(bytes + at + 8 + len));
        if (memcmp(bytes + at + 4, name, 4) == 0)
            return (chunk){bytes + at + 8, len};
        at += 12 + len;
    }
    fail_msg("no chunk %s", name);
    return (chunk){0};
}

typedef struct picture {
    size_t width, height;
    unsigned char *rows;
} picture;

static picture decode(zt_str file)
{
    chunk header = find_chunk(file, "IHDR"), data = find_chunk(file, "IDAT");
    assert_int_equal(header.len, 13);
    assert_memory_equal(header.data + 8, "\x08\x02\0\0\0", 5);
    picture p = {number_at(header.data), number_at(header.data + 4), NULL};
    size_t size = p.height * (1 + 3 * p.width), got;
    p.rows = malloc(size);
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    assert_int_equal(libdeflate_zlib_decompress(inflater, data.data, data.len, p.rows, size, &got),
                     0);
    libdeflate_free_decompressor(inflater);
    assert_int_equal(got, size);
    return p;
}

static void assert_pixel(const picture *p, double x_pt, double y_pt, unsigned rgb)
{
    size_t x = (size_t)(x_pt * 150 / 72), y = (size_t)(y_pt * 150 / 72);
    const unsigned char *row = p->rows + y * (1 + 3 * p->width);
    assert_int_equal(row[0], 0);
    const unsigned char *at = row + 1 + 3 * x;
    assert_int_equal((unsigned)at[0] << 16 | (unsigned)at[1] << 8 | at[2], rgb);
}

static zt_str write_png(outside *o, int ppi)
{
    char text[24];
    snprintf(text, sizeof text, "%d", ppi);
    const zt_option_value value = {"--ppi", text};
    zt_export_options options = sample_options("screen");
    options.values = &value;
    options.value_count = 1;
    return sample_write(o->sample, "png", &options);
}

static void it_says_its_resolution_and_colours(void **state)
{
    outside *o = *state;
    zt_str file = write_png(o, 150);
    chunk physical = find_chunk(file, "pHYs");
    assert_int_equal(physical.len, 9);
    assert_int_equal(number_at(physical.data), 5906);
    assert_int_equal(number_at(physical.data + 4), 5906);
    assert_int_equal(physical.data[8], 1);
    chunk space = find_chunk(file, "sRGB");
    assert_int_equal(space.len, 1);
    chunk title = find_chunk(file, "iTXt");
    assert_memory_equal(title.data, "Title\0\0\0\0\0", 10);
    assert_memory_equal(title.data + 10, o->sample->book.title, title.len - 10);
}

static void it_is_as_large_as_the_trim(void **state)
{
    outside *o = *state;
    picture p = decode(write_png(o, 150));
    assert_int_equal(p.width, 542); /* 260 pt = 541.67 */
    assert_int_equal(p.height, 458);
    free(p.rows);
}

static void pixels_have_the_colours_of_the_inks(void **state)
{
    outside *o = *state;
    picture p = decode(write_png(o, 150));
    assert_pixel(&p, 2, 2, 0xc8102e);     /* the band */
    assert_pixel(&p, 2, 200, 0xffffff);   /* paper */
    assert_pixel(&p, 190, 145, 0xcc9933); /* the spot ink's disc */
    assert_pixel(&p, 160, 145, 0xbcbbbb); /* 30 % black */
    assert_pixel(&p, 60, 107, 0xffffff);  /* just above the clip of the hatching */
    free(p.rows);
}

/* 0.1 pt is a fifth of a pixel: whole-pixel glyphs would not move. */
static void glyphs_stand_between_pixels(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    picture p[2];
    for (int i = 0; i < 2; i++) {
        s->page = zt_scene_new(s->arena, 40, 20);
        sample_text(s, s->page->root, s->serif, 12, (zt_point){10 + 0.1 * i, 15}, "国",
                    ZT_SOLID(&sample_black));
        s->book.pages[0] = s->page;
        p[i] = decode(write_png(o, 150));
    }
    size_t size = p[0].height * (1 + 3 * p[0].width);
    assert_memory_not_equal(p[0].rows, p[1].rows, size);
    free(p[0].rows);
    free(p[1].rows);
}

static void two_writes_are_equal(void **state)
{
    outside *o = *state;
    zt_str a = write_png(o, 150), b = write_png(o, 150);
    assert_int_equal(a.len, b.len);
    assert_memory_equal(a.data, b.data, a.len);
}

static void an_absurd_resolution_is_reported(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    static const char *const resolutions[] = {"1000000", "99999999999999999", "0.01"};
    for (size_t i = 0; i < 3; i++) {
        const zt_option_value value = {"--ppi", resolutions[i]};
        zt_export_options options = sample_options("screen");
        options.values = &value;
        options.value_count = 1;
        const zt_export e = {
            .arena = s->arena, .diags = s->diags, .book = &s->book, .options = &options};
        zt_buf out;
        zt_buf_init(&out, s->arena);
        assert_false(zt_output_write(zt_output_find(ZT_STR("png")), &e, 0, &out));
        assert_string_equal(zt_diags_at(s->diags, i)->code, "png-size");
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, outside_begin, outside_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(it_says_its_resolution_and_colours),
        TEST(it_is_as_large_as_the_trim),
        TEST(pixels_have_the_colours_of_the_inks),
        TEST(glyphs_stand_between_pixels),
        TEST(two_writes_are_equal),
        TEST(an_absurd_resolution_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
