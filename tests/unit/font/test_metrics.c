/* tests/unit/font/test_metrics.c — measures of Noto CJK SC (typesetting.md R65, R124 to R126),
   outlines and subsets. */
#include "unit/font/font_help.h"

static void assert_near(double got, double wanted, double by)
{
    if (fabs(got - wanted) > by)
        fail_msg("%.4f is not %.4f", got, wanted);
}

static void test_measures(void **state)
{
    zt_session *s = *state;
    zt_fonts *fonts = fonts_with(s, false, false);
    const zt_face *sans = zt_fonts_find(fonts, s->diags, ZT_NOWHERE, "Noto Sans CJK SC", 400);
    const zt_face_metrics *m = zt_face_metrics_of(sans);
    assert_near(m->ascent, 1.160, 1e-9);
    assert_near(m->descent, -0.288, 1e-9);
    assert_near(m->cap_height, 0.733, 1e-9);
    assert_near(m->digit_width, 0.555, 1e-9);
    assert_near(m->han_top, 0.834, 0.05);
    assert_near(m->han_foot, -0.074, 0.05);
    assert_true(m->bbox[0] < 0 && m->bbox[3] > 1);
    assert_near(zt_face_advance(sans, zt_face_glyph(sans, 0x91CD)), 1, 1e-9);
    assert_int_equal(zt_face_glyph(sans, 0x1F600), 0);
    zt_rect ink;
    assert_false(zt_face_ink(sans, zt_face_glyph(sans, ' '), &ink));
    assert_true(zt_face_ink(sans, zt_face_glyph(sans, ','), &ink));
    assert_true(ink.y < 0 && ink.y + ink.h > 0 && ink.h > 0);
}

typedef struct extent {
    double low, high;
    int moves, closes;
} extent;

static void see(void *self, double x, double y)
{
    extent *e = self;
    (void)x;
    e->low = zt_min(e->low, y);
    e->high = zt_max(e->high, y);
}

static void see_move(void *self, double x, double y)
{
    ((extent *)self)->moves++;
    see(self, x, y);
}

static void see_curve(void *self, double x1, double y1, double x2, double y2, double x, double y)
{
    (void)x1, (void)y1, (void)x2, (void)y2;
    see(self, x, y);
}

static void see_close(void *self)
{
    ((extent *)self)->closes++;
}

static void check_outline(const zt_face *face, uint32_t cp, int contours)
{
    extent e = {9, -9, 0, 0};
    zt_rect ink;
    zt_outline_sink sink = {&e, see_move, see, see_curve, see_close};
    zt_face_outline(face, zt_face_glyph(face, cp), &sink);
    assert_int_equal(e.moves, contours);
    assert_int_equal(e.closes, contours);
    assert_true(zt_face_ink(face, zt_face_glyph(face, cp), &ink));
    assert_near(e.low, ink.y, 0.002);
    assert_near(e.high, ink.y + ink.h, 0.002);
}

static void test_outlines(void **state)
{
    zt_session *s = *state;
    zt_fonts *fonts = fonts_with(s, false, false);
    check_outline(find_serif(s, fonts), 'l', 1);
    check_outline(find_serif(s, fonts), '0', 2);
    check_outline(find_serif(s, fonts), 0x65E5, 3); /* 日 */
    const zt_face *truetype = zt_fonts_find(fonts, s->diags, ZT_NOWHERE, "DejaVu Sans", 400);
    if (truetype)
        check_outline(truetype, '0', 2);
}

static void test_cff_subset(void **state)
{
    zt_session *s = *state;
    const zt_face *face = find_serif(s, fonts_with(s, false, false));
    uint32_t glyphs[30];
    for (uint32_t i = 0; i < 30; i++)
        glyphs[i] = zt_face_glyph(face, 0x4E00 + i);
    zt_subset subset;
    assert_true(zt_face_subset(s->arena, face, glyphs, 30, &subset));
    assert_true(subset.cff);
    assert_true(subset.data.len > 1000 && subset.data.len < 12000);
    assert_int_equal(subset.data.data[0], 1); /* major version of a CFF table */
    zt_subset one;
    assert_true(zt_face_subset(s->arena, face, glyphs, 1, &one));
    assert_true(one.data.len < subset.data.len / 4);
    zt_subset again; /* equal bytes for an equal question */
    assert_true(zt_face_subset(s->arena, face, glyphs, 30, &again));
    assert_true(zt_str_equal(again.data, subset.data));
}

/* A session keeps only so many: what it says of a set must not depend on what was asked before. */
static void test_many_subsets(void **state)
{
    zt_session *s = *state;
    const zt_face *face = find_serif(s, fonts_with(s, false, false));
    const zt_face *fresh = find_serif(s, fonts_with(s, false, false));
    assert_ptr_not_equal(face, fresh);
    for (uint32_t i = 0; i < 70; i++) {
        uint32_t glyphs[2] = {zt_face_glyph(face, 0x4E00 + i), zt_face_glyph(face, 0x65E5)};
        zt_subset first, second;
        assert_true(zt_face_subset(s->arena, face, glyphs, 2, &first));
        zt_subset_keep(face, &first, ZT_STR("packed"));
        assert_true(zt_face_subset(s->arena, face, glyphs, 2, &second));
        assert_true(zt_str_equal(first.data, second.data));
        assert_true(second.packed.len == 0 || zt_str_is(second.packed, "packed"));
        if (i == 0)
            assert_true(zt_str_is(second.packed, "packed"));
        if (i % 23 == 0) {
            assert_true(zt_face_subset(s->arena, fresh, glyphs, 2, &second));
            assert_true(zt_str_equal(first.data, second.data));
            assert_int_equal(second.packed.len, 0);
        }
    }
}

static void test_truetype_subset(void **state)
{
    zt_session *s = *state;
    zt_fonts *fonts = fonts_with(s, false, false);
    const zt_face *face = zt_fonts_find(fonts, s->diags, ZT_NOWHERE, "DejaVu Sans", 400);
    if (!face)
        skip();
    uint32_t glyph = zt_face_glyph(face, 'g');
    zt_subset subset;
    assert_true(zt_face_subset(s->arena, face, &glyph, 1, &subset));
    assert_false(subset.cff);
    hb_blob_t *blob = hb_blob_create(subset.data.data, (unsigned int)subset.data.len,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *cut = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(cut);
    hb_glyph_extents_t e;
    assert_true(hb_font_get_glyph_extents(font, glyph, &e)); /* the id is kept */
    assert_true(e.width > 0);
    hb_font_destroy(font);
    hb_face_destroy(cut);
    hb_blob_destroy(blob);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SESSION_TEST(test_measures), SESSION_TEST(test_outlines), SESSION_TEST(test_cff_subset),
        SESSION_TEST(test_many_subsets), SESSION_TEST(test_truetype_subset)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
