/* tests/unit/text/test_spacing.c — R60 to R66: Han beside letters and digits, sizes in one line. */
#include "unit/text/para_help.h"

static double gap_at(zt_bench *b, const char *text, size_t i)
{
    return zt_para_trace(set_text(b, text, 100)).gaps[i];
}

static void test_r60_profiles(void **state)
{
    zt_bench *b = *state;
    const char *text = "共有440辆";
    assert_near(gap_at(b, text, 2), 0, 1e-9); /* news: none until a line is stretched */
    b->para.spacing = ZT_SPACING_SPACED;
    assert_near(gap_at(b, text, 2), 0.125, 1e-9);
    assert_near(gap_at(b, text, 5), 0.125, 1e-9);
    b->para.spacing = ZT_SPACING_BOOK;
    assert_near(gap_at(b, "用GDP计", 1), 0.25, 1e-9);
    b->para.spacing = ZT_SPACING_OFF;
    assert_near(gap_at(b, "用GDP计", 1), 0, 1e-9);
}

static void test_r61_what_takes_a_gap(void **state)
{
    zt_bench *b = *state;
    b->para.spacing = ZT_SPACING_BOOK;
    assert_near(gap_at(b, "占5%的", 3), 0.25, 1e-9);
    assert_near(gap_at(b, "温8℃时", 3), 0, 1e-9);
    assert_near(gap_at(b, "第①条", 1), 0, 1e-9);
    assert_near(gap_at(b, "价¥30元", 1), 0, 1e-9);
    assert_near(gap_at(b, "价¥30元", 4), 0.25, 1e-9);
}

static void test_r62_none_beside_marks(void **state)
{
    zt_bench *b = *state;
    b->para.spacing = ZT_SPACING_BOOK;
    const char *text = "增长212%。";
    assert_near(gap_at(b, text, 2), 0.25, 1e-9); /* the one place */
    assert_near(gap_at(b, text, 6), 0, 1e-9);
    assert_near(gap_at(b, "（5个", 1), 0, 1e-9);
    /* Nor at a line's start: 440 begins the second line at its very edge. */
    b->para.align = ZT_ALIGN_START;
    zt_para *para = set_text(b, "一二三四440辆", 4);
    assert_int_equal(para->lines[1].first, 4);
    assert_near(para->lines[0].width, 40, 1e-6);
}

static void test_r63_typed_blank_is_the_gap(void **state)
{
    zt_bench *b = *state;
    assert_near(width_em(b, "共 440 辆"), width_em(b, "共440辆"), 1e-9);
    b->para.spacing = ZT_SPACING_BOOK;
    assert_near(width_em(b, "共 440 辆"), width_em(b, "共440辆"), 1e-9);
    assert_true(width_em(b, "the map") > width_em(b, "themap") + 0.1);
}

static void test_r64_digits_are_narrow(void **state)
{
    zt_bench *b = *state;
    zt_trace trace = zt_para_trace(set_text(b, "在2022年", 100));
    for (size_t i = 1; i < 5; i++)
        assert_near(trace.advances[i], 0.5, 0.07);
    /* R125: no kerning inside a number. */
    double seven = zt_face_advance(b->sans.face, zt_face_glyph(b->sans.face, '7'));
    b->text = b->sans;
    assert_near(zt_para_trace(set_text(b, "7.7", 100)).advances[0], seven, 1e-9);
}

/* R65: one baseline, whatever the size; another face's digits come up to the text's own height. */
static void test_r65_shared_baseline(void **state)
{
    zt_bench *b = *state;
    const zt_face *latin = zt_fonts_find(b->fonts, b->diags, ZT_NOWHERE, "DejaVu Sans", 400);
    if (!latin)
        skip();
    b->text.face = latin; /* has digits and letters, no Han */
    bench_fall_back(b, "Noto Serif CJK SC", 400);
    zt_scene *scene = zt_scene_new(b->arena, 100, 100);
    zt_para_place(set_text(b, "共40个", 20), scene, scene->root, 0, 0, 0, SIZE_MAX);
    double baseline = 0;
    size_t runs = 0;
    for (const zt_item *item = scene->root->first; item; item = item->next, runs++) {
        const zt_glyphs *run = (const zt_glyphs *)item;
        if (runs > 0)
            assert_near(run->origin.y, baseline, 1e-9);
        baseline = run->origin.y;
    }
    assert_int_equal(runs, 3);
}

static void test_r66_figure_in_a_line(void **state)
{
    zt_bench *b = *state;
    zt_text_style big = b->sans;
    big.size = 15;
    zt_run runs[] = {
        {.text = ZT_STR("重大项目"), .style = &b->text},
        {.text = ZT_STR("40"), .style = &big, .bound = true},
        {.text = ZT_STR("个，科技创新中心项目的总投资额还在继续增加之中"), .style = &b->text}};
    b->para.leading = 20;
    zt_para *para = zt_para_break(b->arena, b->diags, runs, 3, &b->para, 120);
    zt_trace trace = zt_para_trace(para);
    assert_near(trace.gaps[6], 0.08, 1e-9); /* between 0.05 and 0.1 em of the text */
    for (size_t i = 1; i < para->line_count; i++)
        assert_near(para->lines[i].baseline - para->lines[i - 1].baseline, 20, 1e-9);
    assert_near(para->lines[0].width, 120, 0.01);
    /* the first baseline comes from the text, not from the figure */
    assert_near(para->lines[0].baseline, 5 + 8.8, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(test_r60_profiles),          BENCH_TEST(test_r61_what_takes_a_gap),
        BENCH_TEST(test_r62_none_beside_marks), BENCH_TEST(test_r63_typed_blank_is_the_gap),
        BENCH_TEST(test_r64_digits_are_narrow), BENCH_TEST(test_r65_shared_baseline),
        BENCH_TEST(test_r66_figure_in_a_line)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
