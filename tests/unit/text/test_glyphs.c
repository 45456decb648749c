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

static const zt_diag *only_finding(zt_bench *b, const char *text)
{
    b->diags = zt_diags_new(b->arena);
    place(b, text, 30);
    assert_int_equal(zt_diags_count(b->diags), 1);
    return zt_diags_at(b->diags, 0);
}

/* R134: told with the character, its selector and its place; an error where names must be exact. */
static void test_r134_variation_missing(void **state)
{
    zt_bench *b = *state;
    const zt_diag *d = only_finding(b, "葛\xF3\xA0\x84\x81某到会"); /* U+E0101 */
    assert_string_equal(d->code, "variation-missing");
    assert_int_equal(d->severity, ZT_NOTE);
    assert_int_equal(d->pos.column, 7);
    assert_non_null(strstr(d->en, "U+E0101"));
    assert_non_null(strstr(d->zh, "葛"));
    b->text.exact = true;
    assert_int_equal(only_finding(b, "到会的辻\xF3\xA0\x84\x80某")->severity, ZT_ERROR);
    /* Noto has this one: the comma in the middle of its em. */
    b->diags = zt_diags_new(b->arena);
    zt_scene *scene = place(b, "文，\xEF\xB8\x81文", 20);
    assert_int_equal(zt_diags_count(b->diags), 0);
    assert_int_not_equal(nth_run(scene, 0)->glyphs[1].id, zt_face_glyph(b->text.face, 0xFF0C));
}

/* R133: decomposed Hangul is set as its syllable and says what was typed. */
static void test_r133_hangul(void **state)
{
    zt_bench *b = *state;
    static const struct {
        const char *typed;
        uint32_t syllable;
    } cases[] = {{"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 0xD55C}, /* ㅎ ㅏ ㄴ */
                 {"\xE1\x84\x80\xE1\x85\xA1", 0xAC00},             /* ㄱ ㅏ */
                 {"\xEA\xB0\x80\xE1\x86\xA8", 0xAC01}};            /* 가 ㄱ */
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_buf text;
        zt_buf_init(&text, b->arena);
        zt_buf_printf(&text, "名%s城", cases[i].typed);
        const zt_glyphs *run = nth_run(place(b, text.data, 20), 0);
        assert_int_equal(zt_diags_count(b->diags), 0);
        assert_int_equal(run->glyph_count, 3);
        assert_int_equal(run->glyphs[1].id, zt_face_glyph(b->text.face, cases[i].syllable));
        assert_true(zt_str_equal(run->text, zt_buf_view(&text)));
        assert_near(width_em(b, text.data), 2 + zt_face_advance(b->text.face, run->glyphs[1].id),
                    1e-6);
    }
    assert_string_equal(only_finding(b, "名\xE1\x86\xAB")->code, "glyph-missing");
}

/* One emoji, one finding, with all of its code points. */
static void test_pictures_are_named_whole(void **state)
{
    zt_bench *b = *state;
    static const char *const pictures[][2] = {
        {"1\xEF\xB8\x8F\xE2\x83\xA3", "U+0031 U+FE0F U+20E3"},
        {"🇨🇳", "U+1F1E8 U+1F1F3"},
        {"👨\xE2\x80\x8D👩\xE2\x80\x8D👧", "U+1F468 U+200D U+1F469 U+200D U+1F467"},
        {"👍🏽", "U+1F44D U+1F3FD"},
        {"☎\xEF\xB8\x8F", "U+260E U+FE0F"}};
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
        const char *text = zt_arena_printf(b->arena, "看%s吧", pictures[i][0]);
        const zt_diag *d = only_finding(b, text);
        assert_string_equal(d->code, "glyph-missing");
        assert_non_null(strstr(d->en, zt_arena_printf(b->arena, "(%s)", pictures[i][1])));
    }
}

/* Raised and lowered signs that the face lacks can be written with an element. */
static void test_scripts_are_advised(void **state)
{
    zt_bench *b = *state;
    assert_non_null(strstr(only_finding(b, "10⁶")->en, "<sup>6</sup>"));
    assert_non_null(strstr(only_finding(b, "CO₂")->en, "<sub>2</sub>"));
    assert_non_null(strstr(only_finding(b, "10⁻")->en, "<sup>−</sup>"));
}

/* A figure that no face has says so and nothing else. */
static void test_missing_side_by_side(void **state)
{
    zt_bench *b = *state;
    b->text.face = zt_fonts_try(b->fonts, b->diags, ZT_NOWHERE, "Noto Sans Tifinagh", 400);
    if (!b->text.face)
        skip();
    b->para.vertical = true;
    place(b, "12", 30);
    for (size_t i = 0; i < zt_diags_count(b->diags); i++)
        assert_string_equal(zt_diags_at(b->diags, i)->code, "glyph-missing");
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
    const struct CMUnitTest tests[] = {BENCH_TEST(test_runs_and_clusters),
                                       BENCH_TEST(test_lines_from_to),
                                       BENCH_TEST(test_glyph_missing),
                                       BENCH_TEST(test_glyph_fallback),
                                       BENCH_TEST(test_r134_variation_missing),
                                       BENCH_TEST(test_r133_hangul),
                                       BENCH_TEST(test_pictures_are_named_whole),
                                       BENCH_TEST(test_scripts_are_advised),
                                       BENCH_TEST(test_missing_side_by_side),
                                       BENCH_TEST(test_label_placing),
                                       BENCH_TEST(test_columns),
                                       BENCH_TEST(test_columns_run_leftwards)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
