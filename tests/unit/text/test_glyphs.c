/* tests/unit/text/test_glyphs.c — what reaches the scene: runs, text, clusters, missing glyphs,
   fallback faces, columns. */
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
    zt_para_place(set_text(b, text, em), scene, scene->root, 100, 50, 0, SIZE_MAX);
    return scene;
}

static void test_runs_and_clusters(void **state)
{
    zt_bench *b = *state;
    const zt_glyphs *run = nth_run(place(b, "共 40 个", 20), 0);
    assert_int_equal(run->text.len, strlen("共40个")); /* the blanks are not drawn */
    assert_memory_equal(run->text.data, "共40个", run->text.len);
    assert_int_equal(run->glyph_count, 4);
    assert_int_equal(run->glyphs[1].cluster, 3);
    assert_int_equal(run->glyphs[3].cluster, 5);
    assert_near(run->origin.x, 100, 1e-9);
    assert_near(run->origin.y, 50 + (13.5 - 10) / 2 + 8.8, 1e-9);
    for (size_t i = 0; i + 1 < run->glyph_count; i++)
        assert_near(run->glyphs[i].x + run->glyphs[i].advance, run->glyphs[i + 1].x, 1e-9);
}

static void test_lines_from_to(void **state)
{
    zt_bench *b = *state;
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    zt_para *para = set_text(b, "一二三四五六七八九十一二三四五六七八九十一二三四五", 10);
    zt_para_place(para, scene, scene->root, 0, 0, 1, 2);
    assert_null(nth_run(scene, 1));
    assert_near(nth_run(scene, 0)->origin.y, para->lines[0].baseline, 1e-9);
    assert_int_equal(nth_run(scene, 0)->glyph_count, 10);
}

static void test_glyph_missing(void **state)
{
    zt_bench *b = *state;
    place(b, "好𓀀的", 20);
    assert_int_equal(zt_diags_count(b->diags), 1);
    const zt_diag *d = zt_diags_at(b->diags, 0);
    assert_string_equal(d->code, "glyph-missing");
    assert_int_equal(d->severity, ZT_ERROR);
    assert_int_equal(d->pos.line, 3);
    assert_int_equal(d->pos.column, 8); /* the run begins in column 7 */
    assert_non_null(strstr(d->en, "U+13000"));
    assert_non_null(strstr(d->zh, "𓀀"));
    assert_non_null(strstr(d->en, "Noto Serif CJK SC 400"));
}

static void test_glyph_fallback(void **state)
{
    zt_bench *b = *state;
    const zt_face *dejavu = zt_fonts_find(b->fonts, b->diags, ZT_NOWHERE, "DejaVu Sans", 400);
    if (!dejavu)
        skip();
    const zt_face *own = b->text.face;
    bench_fall_back(b, "Noto Serif CJK SC", 400);
    b->text.face = dejavu;
    zt_scene *scene = place(b, "ab重c", 20);
    assert_int_equal(zt_diags_count(b->diags), 1);
    assert_string_equal(zt_diags_at(b->diags, 0)->code, "glyph-fallback");
    assert_int_equal(zt_diags_at(b->diags, 0)->severity, ZT_NOTE);
    assert_ptr_equal(nth_run(scene, 1)->face, own);
    assert_memory_equal(nth_run(scene, 1)->text.data, "重", 3);
    assert_int_equal(nth_run(scene, 2)->glyph_count, 1);
}

static void test_label_placing(void **state)
{
    zt_bench *b = *state;
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    double width = zt_text_place(b->diags, scene, scene->root, ZT_STR("（文字）"), &b->text,
                                 &b->para, ZT_ALIGN_END, 200, 80, ZT_NOWHERE);
    assert_near(width, 30, 1e-6);
    assert_near(nth_run(scene, 0)->origin.x, 170, 1e-6);
    zt_text_place(b->diags, scene, scene->root, ZT_STR("文字"), &b->text, &b->para, ZT_ALIGN_CENTRE,
                  200, 80, ZT_NOWHERE);
    assert_near(nth_run(scene, 1)->origin.x, 190, 1e-6);
    assert_true(zt_text_bearing(&b->text, ZT_STR("国")) > 0.3);
    assert_near(zt_text_width(b->diags, b->arena, ZT_STR(""), &b->text, &b->para, ZT_NOWHERE), 0,
                1e-9);
}

static void test_columns(void **state)
{
    zt_bench *b = *state;
    b->para.vertical = true;
    b->para.align = ZT_ALIGN_START;
    b->para.leading = 20;
    zt_scene *scene = place(b, "“双”第12名2022年", 30);
    const zt_glyphs *run = nth_run(scene, 0);
    assert_true(run->vertical && !run->rotated);
    assert_memory_equal(run->text.data, "“双”第", run->text.len);
    /* ﹃ instead of “, and below it the Han half an em down, centred on the column */
    assert_near(run->origin.x, 110, 1e-9);
    assert_near(run->origin.y, 50, 1e-9);
    assert_near(run->glyphs[1].x, -5, 0.01);
    assert_near(run->glyphs[1].y, 5 + 8.8, 0.01);
    const zt_glyphs *pair = nth_run(scene, 1); /* 12 upright within one em */
    assert_false(pair->vertical || pair->rotated);
    assert_int_equal(pair->glyph_count, 2);
    assert_true(pair->glyphs[1].x + pair->glyphs[1].advance <= 10.001);
    const zt_glyphs *year = nth_run(scene, 3);
    assert_true(year->rotated);
    assert_memory_equal(year->text.data, "2022", 4);
}

/* The second column lies to the left of the first. */
static void test_columns_run_leftwards(void **state)
{
    zt_bench *b = *state;
    b->para.vertical = true;
    b->para.leading = 20;
    zt_scene *scene = place(b, "一二三四五六七八九十一二三四五", 10);
    assert_near(nth_run(scene, 0)->origin.x, 130, 1e-9);
    assert_near(nth_run(scene, 1)->origin.x, 110, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(test_runs_and_clusters),    BENCH_TEST(test_lines_from_to),
        BENCH_TEST(test_glyph_missing),        BENCH_TEST(test_glyph_fallback),
        BENCH_TEST(test_label_placing),        BENCH_TEST(test_columns),
        BENCH_TEST(test_columns_run_leftwards)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
