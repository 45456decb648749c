/* tests/unit/text/test_face_rules.c — what the engine makes of faces: R122 to R127, with Noto Sans
   and Serif CJK SC and with a TrueType face that has neither halt nor fwid. */
#include "unit/text/para_help.h"

static const zt_glyphs *nth_run(const zt_scene *scene, size_t n)
{
    const zt_item *item = scene->root->first;
    while (item && n-- > 0)
        item = item->next;
    return (const zt_glyphs *)item;
}

static zt_scene *place(zt_bench *b, const char *text, double em)
{
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    zt_para_place(set_text(b, text, em), scene, scene->root, 0, 0, 0, SIZE_MAX);
    return scene;
}

/* Left and right end of a glyph's ink on the line, em. */
static zt_rect ink_of(const zt_glyphs *run, size_t i)
{
    zt_rect ink = {0};
    assert_true(zt_face_ink(run->face, run->glyphs[i].id, &ink));
    ink.x += run->glyphs[i].x / run->size;
    return ink;
}

static void use_face(zt_bench *b, const char *family, int weight)
{
    b->text.face = zt_fonts_try(b->fonts, b->diags, ZT_NOWHERE, family, weight);
    if (!b->text.face)
        skip();
}

/* A TrueType face of Han and Latin without halt, vhal and fwid: Debian's fonts-wqy-microhei. */
static void use_truetype(zt_bench *b)
{
    use_face(b, "WenQuanYi Micro Hei", 400);
    assert_false(zt_face_is_cff(b->text.face));
}

/* R122: marks are halved by the pen, so a face without halt is squeezed like one that has it where
   the halves of its marks are blank (R129). */
static void test_r122_squeeze_without_halt(void **state)
{
    zt_bench *b = *state;
    static const char *const texts[] = {"：“文”，《字》", "“《文》”", "文”。", "：“"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *with = widths(b, texts[i]);
        const zt_face *own = b->text.face;
        use_truetype(b);
        assert_string_equal(widths(b, texts[i]), with);
        b->text.face = own;
    }
}

/* The ink of a halved opening mark moves with it: nothing overlaps, nothing leaves the line. */
static void test_r122_ink_stays_in_its_box(void **state)
{
    zt_bench *b = *state;
    for (int truetype = 0; truetype < 2; truetype++) {
        if (truetype)
            use_truetype(b);
        const zt_glyphs *run = nth_run(place(b, "（文）《字》，", 20), 0);
        double before = 0;
        for (size_t i = 0; i < run->glyph_count; i++) {
            zt_rect ink = ink_of(run, i);
            assert_true(ink.x >= before - 0.01);
            before = ink.x + ink.w;
        }
    }
}

/* R123: two em, one stroke; a single one 1 em. */
static void assert_dash(zt_bench *b)
{
    assert_near(width_em(b, "他——我") - width_em(b, "他我"), 2, 1e-6);
    assert_near(width_em(b, "他—我") - width_em(b, "他我"), 1, 1e-6);
    const zt_glyphs *run = nth_run(place(b, "他——我", 20), 0);
    zt_rect first = ink_of(run, 1), last = ink_of(run, run->glyph_count - 2);
    assert_true(last.x <= first.x + first.w + 0.001); /* they meet */
    assert_true(first.x >= 1 - 0.01 && last.x + last.w <= 3 + 0.01);
    assert_near((first.x + last.x + last.w) / 2, 2, 0.02);
}

static void test_r123_dash_is_one_stroke(void **state)
{
    zt_bench *b = *state;
    assert_dash(b);
    b->text = b->sans;
    assert_dash(b);
    use_face(b, "Noto Serif CJK SC", 900);
    assert_dash(b);
}

static void test_r123_dash_beside_latin(void **state)
{
    zt_bench *b = *state;
    /* Chinese by its other neighbour: still 2 em, from the face's wide form. */
    assert_near(width_em(b, "GDP——产值") - width_em(b, "GDP产值"), 2, 1e-6);
    b->text = b->sans;
    assert_near(width_em(b, "CPI——物价") - width_em(b, "CPI物价"), 2, 1e-6);
}

/* R124: the ink of the interpunct in the middle of its half em. */
static void assert_dot(zt_bench *b, const char *text)
{
    assert_near(width_em(b, text), 4.5, 1e-6);
    const zt_glyphs *run = nth_run(place(b, text, 20), 0);
    zt_rect ink = ink_of(run, 2);
    assert_near(ink.x + ink.w / 2, 2.25, 0.005);
}

static void test_r124_interpunct_is_centred(void **state)
{
    zt_bench *b = *state;
    assert_dot(b, "重庆·成都");
    assert_dot(b, "重庆•成都"); /* variants are drawn alike */
    assert_dot(b, "重庆・成都");
    b->text = b->sans;
    assert_dot(b, "重庆·成都");
    use_truetype(b);
    assert_dot(b, "重庆·成都");
}

static void test_r124_ellipsis(void **state)
{
    zt_bench *b = *state;
    for (int sans = 0; sans < 2; sans++) {
        assert_near(width_em(b, "等……了") - width_em(b, "等了"), 2, 1e-6);
        const zt_glyphs *run = nth_run(place(b, "等……了", 20), 0);
        zt_rect first = ink_of(run, 1), last = ink_of(run, run->glyph_count - 2);
        assert_near((first.x + last.x + last.w) / 2, 2, 0.02);
        b->text = b->sans;
    }
}

static void test_r124_short_connectors(void **state)
{
    zt_bench *b = *state;
    assert_near(width_em(b, "京–沪"), 2.5, 1e-6);
    assert_near(width_em(b, "省/市"), 2.5, 1e-6);
    b->text = b->sans;
    assert_near(width_em(b, "京–沪"), 2.5, 1e-6);
}

/* R125: the digits of Sans are of one width, those of Serif are not. */
static void test_r125_digit_widths(void **state)
{
    zt_bench *b = *state;
    assert_true(width_em(b, "1111") < width_em(b, "8888") - 0.2);
    static const struct {
        int weight;
        double width;
    } sans[] = {{400, 0.555}, {700, 0.590}, {900, 0.609}};
    for (size_t i = 0; i < 3; i++) {
        use_face(b, "Noto Sans CJK SC", sans[i].weight);
        assert_near(width_em(b, "1111"), 4 * sans[i].width, 0.005);
        assert_near(width_em(b, "8888"), 4 * sans[i].width, 0.005);
    }
}

/* R125: a face that kerns 11 does not do so in a number. */
static void test_r125_no_kerning_in_numbers(void **state)
{
    zt_bench *b = *state;
    use_face(b, "Liberation Sans", 400);
    double one = zt_face_advance(b->text.face, zt_face_glyph(b->text.face, '1'));
    assert_near(width_em(b, "11"), 2 * one, 1e-6);
    assert_near(width_em(b, "1117"), width_em(b, "1") * 3 + width_em(b, "7"), 1e-6);
    assert_near(width_em(b, "74%"), width_em(b, "7") + width_em(b, "4") + width_em(b, "%"), 1e-6);
    /* words are kerned */
    assert_true(width_em(b, "AV") < width_em(b, "A") + width_em(b, "V") - 0.02);
}

/* R126: the line's first baseline by the em box, whatever hhea says. */
static void test_r126_em_box(void **state)
{
    zt_bench *b = *state;
    b->para.leading = 15;
    assert_near(set_text(b, "国", 10)->lines[0].baseline, 2.5 + 8.8, 1e-9);
    zt_para *para = set_text(b, "国", 10);
    assert_near(para->lines[0].baseline - para->ink_top, 8.34, 0.15);
    use_truetype(b);
    assert_near(set_text(b, "国", 10)->lines[0].baseline, 2.5 + 8.8, 1e-9);
}

/* R127: HarfBuzz leaves Latin upright in columns; words and long numbers are turned by us. */
static void test_r127_words_are_turned(void **state)
{
    zt_bench *b = *state;
    b->para.vertical = true;
    b->para.leading = 20;
    b->para.align = ZT_ALIGN_START;
    zt_scene *scene = place(b, "增Logistics年2022", 30);
    const zt_glyphs *word = nth_run(scene, 1), *year = nth_run(scene, 3);
    assert_true(nth_run(scene, 0)->vertical);
    assert_true(word->rotated && !word->vertical);
    assert_true(year->rotated && !year->vertical);
    for (size_t i = 0; i + 1 < word->glyph_count; i++) /* along the column, by widths */
        assert_near(word->glyphs[i + 1].x - word->glyphs[i].x, word->glyphs[i].advance, 1e-6);
    double upright = nth_run(place(b, "增", 30), 0)->origin.y;
    assert_near(word->origin.y - upright, 10, 0.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(test_r122_squeeze_without_halt),  BENCH_TEST(test_r122_ink_stays_in_its_box),
        BENCH_TEST(test_r123_dash_is_one_stroke),    BENCH_TEST(test_r123_dash_beside_latin),
        BENCH_TEST(test_r124_interpunct_is_centred), BENCH_TEST(test_r124_ellipsis),
        BENCH_TEST(test_r124_short_connectors),      BENCH_TEST(test_r125_digit_widths),
        BENCH_TEST(test_r125_no_kerning_in_numbers), BENCH_TEST(test_r126_em_box),
        BENCH_TEST(test_r127_words_are_turned)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
