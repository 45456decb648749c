/* tests/unit/text/test_squeeze.c — R10 to R14, R20, R21: what marks take. */
#include "text/para_imp.h"
#include "unit/text/para_help.h"

static void test_r10_fixed_widths(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(widths(b, "重庆·成都"), "1 1 0.5 1 1");
    assert_near(width_em(b, "重庆·成都"), 4.5, 1e-6);
    assert_near(width_em(b, "山——水"), 4, 1e-6);
    assert_near(width_em(b, "等等……人"), 5, 1e-6);
    assert_string_equal(widths(b, "京—沪～杭-甬–温/台"), "1 1 1 1 1 0.5 1 0.5 1 0.5 1");
}

/* Ink of the interpunct in the middle of its half em, measured on the glyphs that are placed. */
static void test_r10_ink_is_centred(void **state)
{
    zt_bench *b = *state;
    zt_scene *scene = zt_scene_new(b->arena, 100, 100);
    zt_text_place(b->diags, scene, scene->root, ZT_STR("重·庆"), &b->text, &b->para, ZT_ALIGN_START,
                  0, 20, ZT_NOWHERE);
    const zt_glyphs *run = (const zt_glyphs *)scene->root->first;
    zt_rect ink;
    assert_int_equal(run->glyph_count, 3);
    assert_true(zt_face_ink(b->text.face, run->glyphs[1].id, &ink));
    assert_near(run->glyphs[1].x / 10 + ink.x + ink.w / 2, 1.25, 0.005);
    assert_near(run->glyphs[2].x, 15, 1e-6);
}

static void test_r11_exclamations(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(widths(b, "真的？！"), "1 1 0.5 0.5");
    assert_string_equal(widths(b, "好！！！"), "1 0.5 0.5 1");
    assert_string_equal(widths(b, "好！啊"), "1 1 1");
}

/* R93: in display sizes ‘ and ’ give up what “ and ” need of their box, at their outer sides. */
static void test_r93_single_quotes_close_up(void **state)
{
    zt_bench *b = *state;
    const char *text = "在‘线下’见到“了”吧";
    b->para.punctuation = ZT_KAIMING;
    assert_string_equal(widths(b, text), "1 0.5 1 1 0.5 1 1 0.5 1 0.5 1");
    b->para.hang_quotes = 14;
    assert_string_equal(widths(b, text), "1 0.5 1 1 0.5 1 1 0.5 1 0.5 1"); /* 10 pt is text */
    b->para.hang_quotes = 10;
    zt_para *para = set_text(b, text, 100);
    zt_trace trace = zt_para_trace(para);
    for (size_t i = 1; i <= 4; i += 3) {
        assert_true(trace.advances[i] > 0.2 && trace.advances[i] < 0.4);
        const zt_char *c = &para->imp->chars[i];
        zt_ink_reach ink;
        assert_true(zt_ink_along(para->imp, c, &ink));
        assert_near(i == 1 ? ink.from : c->advance - ink.to, 0.1, 1e-6);
    }
    assert_near(trace.advances[7], 0.5, 1e-6); /* “ as it was */
    assert_near(zt_para_trace(set_text(b, "‘线下’", 100)).advances[0], 0.5, 1e-6);
    b->para.punctuation = ZT_QUANJIAO; /* whole marks stay whole */
    assert_near(zt_para_trace(set_text(b, text, 100)).advances[1], 1, 1e-6);
}

static void test_r12_neighbouring_marks(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(widths(b, "文）。文"), "1 0.5 1 1");
    assert_string_equal(widths(b, "说：“好"), "1 1 0.5 1");
    assert_string_equal(widths(b, "的“《双"), "1 1 0.5 1");
    assert_string_equal(widths(b, "文（？）文"), "1 1 0.5 1 1");
    assert_string_equal(widths(b, "文。　文"), "1 0.5 1 1");
    assert_string_equal(widths(b, "文　（文"), "1 1 0.5 1");
    /* three in a row: each blank goes once */
    assert_string_equal(widths(b, "好。”）文"), "1 0.5 0.5 1 1");
    assert_string_equal(widths(b, "书》——《书"), "1 1 2 0 1 1"); /* one stroke of 2 em */
}

/* The pair is one even when a style run ends between its marks. */
static void test_r12_across_style_runs(void **state)
{
    zt_bench *b = *state;
    zt_run runs[] = {{.text = ZT_STR("（文）"), .style = &b->sans},
                     {.text = ZT_STR("。"), .style = &b->text}};
    zt_trace trace = zt_para_trace(zt_para_break(b->arena, b->diags, runs, 2, &b->para, 1000));
    assert_near(trace.advances[2], 0.5, 1e-9);
    assert_near(trace.advances[3], 1.0, 1e-9);
}

static void test_r13_styles(void **state)
{
    zt_bench *b = *state;
    b->para.punctuation = ZT_KAIMING;
    assert_string_equal(widths(b, "他说：“好，走。”"), "1 1 0.5 0.5 1 0.5 1 0.5 0.5");
    assert_string_equal(widths(b, "走！吧。好"), "1 1 1 1 1");
    b->para.punctuation = ZT_BANJIAO;
    assert_string_equal(widths(b, "走！吧。好"), "1 0.5 1 0.5 1");
    b->para.punctuation = ZT_QUANJIAO;
    assert_string_equal(widths(b, "好，走。“去"), "1 1 1 1 0.5 1");
}

/* R14: the glyph is the full-width one; an opening mark's pen stands half an em before its box. */
static void test_r14_moves_the_pen(void **state)
{
    zt_bench *b = *state;
    zt_scene *scene = zt_scene_new(b->arena, 100, 100);
    zt_text_place(b->diags, scene, scene->root, ZT_STR("：“好，”啊"), &b->text, &b->para,
                  ZT_ALIGN_START, 0, 20, ZT_NOWHERE);
    const zt_glyphs *run = (const zt_glyphs *)scene->root->first;
    assert_int_equal(run->glyph_count, 6);
    assert_near(zt_face_advance(b->text.face, run->glyphs[1].id), 1.0, 1e-9);
    assert_near(run->glyphs[1].x, 5, 1e-6); /* box 10..15, its ink in 10..15 */
    assert_near(run->glyphs[2].x, 15, 1e-6);
    assert_near(run->glyphs[3].advance, 5, 1e-6); /* ， before ” */
    assert_near(run->glyphs[5].x, 40, 1e-6);
}

static void test_r20_line_end(void **state)
{
    zt_bench *b = *state;
    assert_near(width_em(b, "到此为止。"), 4.5, 1e-6);
    assert_near(width_em(b, "到此”。"), 3, 1e-6); /* a closing pair: 0.5 + 0.5 */
    assert_near(width_em(b, "如此——"), 4, 1e-6);  /* a dash keeps its 2 em */
    assert_near(width_em(b, "如此……"), 4, 1e-6);
    zt_para *para = set_text(b, "一行。\n二行", 20); /* before a forced break too */
    assert_near(para->lines[0].width, 25, 1e-6);
    /* A line full of Han but for its last mark is squeezed no further: 9.5 fits into 10. */
    assert_string_equal(lines(b, "一二三四五六七八九，一二三四五六", 10),
                        "一二三四五六七八九，|一二三四五六");
}

static void test_r21_line_start(void **state)
{
    zt_bench *b = *state;
    assert_near(width_em(b, "“好”"), 2, 1e-6);
    b->para.indent = 2;
    zt_para *para = set_text(b, "“双核”联动的成效十分显著", 20);
    assert_near(para->lines[0].x, 20, 1e-6);
    zt_scene *scene = zt_scene_new(b->arena, 100, 100);
    zt_para_place(para, scene, scene->root, 0, 0, 0, SIZE_MAX);
    const zt_glyphs *run = (const zt_glyphs *)scene->root->first;
    assert_near(run->origin.x + run->glyphs[1].x, 25, 1e-6); /* first Han at 2.5 em */
    b->para.trim_start = false;
    assert_near(width_em(b, "“好”"), 2.5, 1e-6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_r10_fixed_widths),
                                       BENCH_TEST(test_r10_ink_is_centred),
                                       BENCH_TEST(test_r11_exclamations),
                                       BENCH_TEST(test_r93_single_quotes_close_up),
                                       BENCH_TEST(test_r12_neighbouring_marks),
                                       BENCH_TEST(test_r12_across_style_runs),
                                       BENCH_TEST(test_r13_styles),
                                       BENCH_TEST(test_r14_moves_the_pen),
                                       BENCH_TEST(test_r20_line_end),
                                       BENCH_TEST(test_r21_line_start)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
