/* tests/unit/text/test_vertical.c — columns: which way each character stands, the mainland forms of
   the marks, digits side by side, and the same text in both directions (R70 to R75). */
#include "text/para_imp.h"
#include "unit/text/para_help.h"

static void go_down(zt_bench *b)
{
    b->para.vertical = true;
    b->para.align = ZT_ALIGN_START;
    b->para.leading = 20;
}

/* U upright, R turned, T side by side: one letter a code point. */
static const char *turns(zt_bench *b, const char *text)
{
    static const char letters[] = {[ZT_TURN_NONE] = '-',
                                   [ZT_TURN_UPRIGHT] = 'U',
                                   [ZT_TURN_ROTATED] = 'R',
                                   [ZT_TURN_COMBINED] = 'T'};
    go_down(b);
    zt_para *para = set_text(b, text, 100);
    char *out = zt_arena_alloc(b->arena, para->char_count + 1);
    for (size_t i = 0; i < para->char_count; i++)
        out[i] = letters[para->imp->chars[i].turn];
    return out;
}

static zt_scene *place(zt_bench *b, const char *text, double em)
{
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    zt_para_place(set_text(b, text, em), scene, scene->root, 100, 50, 0, SIZE_MAX);
    return scene;
}

/* The run that says `text`, or NULL. */
static const zt_glyphs *run_of(const zt_scene *scene, const char *text)
{
    for (const zt_item *item = scene->root->first; item; item = item->next)
        if (item->kind == ZT_ITEM_GLYPHS && zt_str_is(((const zt_glyphs *)item)->text, text))
            return (const zt_glyphs *)item;
    return NULL;
}

static const char *said(zt_bench *b, const zt_scene *scene)
{
    zt_buf out;
    zt_buf_init(&out, b->arena);
    for (const zt_item *item = scene->root->first; item; item = item->next)
        if (item->kind == ZT_ITEM_GLYPHS)
            zt_buf_str(&out, ((const zt_glyphs *)item)->text);
    return zt_buf_view(&out).data;
}

static zt_rect ink_of(const zt_glyphs *run, size_t i)
{
    zt_rect em;
    assert_true(zt_face_ink(run->face, run->glyphs[i].id, &em));
    double s = run->size;
    zt_rect r = {run->glyphs[i].x + em.x * s, run->glyphs[i].y - (em.y + em.h) * s, em.w * s,
                 em.h * s};
    if (run->rotated)
        r = (zt_rect){-(r.y + r.h), r.x, r.h, r.w};
    return (zt_rect){r.x + run->origin.x, r.y + run->origin.y, r.w, r.h};
}

static void test_r70_orientation(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(turns(b, "汉字《规划》，①℃％Ａ"), "UUUUUUUUUUU");
    assert_string_equal(turns(b, "川A、(一)"), "UUURUR"); /* ASCII brackets turn */
    assert_string_equal(turns(b, "甲→乙①"), "URUU");      /* and arrows */
    assert_string_equal(turns(b, "使用Word文档"), "UURRRRUU");
    /* The glyph of a bracket is another one than in a line. */
    go_down(b);
    const zt_glyphs *run = run_of(place(b, "（文）", 20), "（文）");
    assert_non_null(run);
    assert_true(run->glyphs[0].id != zt_face_glyph(run->face, 0xFF08));
    assert_true(run->glyphs[1].id == zt_face_glyph(run->face, 0x6587));
}

static void test_r71_widths_of_marks(void **state)
{
    zt_bench *b = *state;
    go_down(b);
    /* ：；！？ keep 1 em, whatever the style; ，。、 and brackets are squeezed as in a line. */
    assert_string_equal(widths(b, "说：“好”"), "1 1 0.5 1 1");
    assert_string_equal(widths(b, "真？！”"), "1 1 1 1");
    assert_string_equal(widths(b, "（文）。"), "1 1 0.5 1");
    assert_string_equal(widths(b, "重庆·成都"), "1 1 0.5 1 1");
    assert_string_equal(widths(b, "摄/视觉"), "1 0.5 1 1");
    assert_string_equal(widths(b, "一—五～六"), "1 1 1 1 1");
    b->para.punctuation = ZT_KAIMING;
    assert_string_equal(widths(b, "一，二：三；四"), "1 0.5 1 1 1 1 1");
}

/* The blank half of a comma is the lower one, of an opening bracket the upper one. */
static void test_r71_halves(void **state)
{
    zt_bench *b = *state;
    go_down(b);
    b->para.punctuation = ZT_KAIMING;
    b->para.trim_start = false;
    const zt_glyphs *run = run_of(place(b, "国，国（国", 20), "国，国（国");
    assert_non_null(run);
    double top = run->origin.y; /* 国 0..10, comma 10..15, 国 15..25, bracket 25..30 */
    zt_rect comma = ink_of(run, 1), open = ink_of(run, 3);
    assert_true(comma.y >= top + 10 && comma.y + comma.h <= top + 15.2);
    assert_true(open.y >= top + 24.8 && open.y + open.h <= top + 30.2);
    assert_true(comma.x > run->origin.x); /* right of the axis */
}

static void test_r71_quotes_keep_their_text(void **state)
{
    zt_bench *b = *state;
    go_down(b);
    const zt_glyphs *run = run_of(place(b, "“双‘核’城”", 20), "“双‘核’城”");
    assert_non_null(run);
    /* ﹃ and ﹄ outside, ﹁ and ﹂ inside; the text still says U+201C. */
    assert_int_equal(run->glyphs[0].id, zt_face_glyph(run->face, 0xFE43));
    assert_int_equal(run->glyphs[2].id, zt_face_glyph(run->face, 0xFE41));
    assert_int_equal(run->glyphs[6].id, zt_face_glyph(run->face, 0xFE44));
    b->para.column_quotes = ZT_QUOTES_SINGLE_OUTER;
    run = run_of(place(b, "“双‘核’城”", 20), "“双‘核’城”");
    assert_int_equal(run->glyphs[0].id, zt_face_glyph(run->face, 0xFE41));
    assert_int_equal(run->glyphs[4].id, zt_face_glyph(run->face, 0xFE44));
}

/* Dash, ellipsis, connectors, interpunct and solidus have their ink on the column's axis. */
static void test_r71_centre_line(void **state)
{
    zt_bench *b = *state;
    static const char *const texts[] = {"一——二", "一……二", "一—二", "一～二",
                                        "一–二",  "一-二",  "一·二", "一/二"};
    go_down(b);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        zt_scene *scene = place(b, texts[i], 20);
        for (const zt_item *item = scene->root->first; item; item = item->next) {
            const zt_glyphs *run = (const zt_glyphs *)item;
            double axis = 110;
            for (size_t g = 0; g < run->glyph_count; g++) {
                zt_rect ink = ink_of(run, g);
                assert_near(ink.x + ink.w / 2, axis, 0.75);
            }
        }
    }
    zt_rect dash = ink_of(run_of(place(b, "一–二", 20), "–"), 0);
    assert_true(dash.h > 3 * dash.w); /* runs down */
    zt_rect slash = ink_of(run_of(place(b, "摄/视觉", 20), "/"), 0);
    assert_near(slash.x + slash.w / 2, 110, 0.01);
    assert_true(slash.w > slash.h); /* lies across the column */
    assert_near(slash.y + slash.h / 2, 50 + 12.5, 0.05);
}

static void test_r72_digits(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(turns(b, "第5名"), "UUU");
    assert_string_equal(turns(b, "12月14日"), "TTUTTU");
    assert_string_equal(turns(b, "共311项"), "URRRU"); /* three do not fit in this face */
    assert_string_equal(turns(b, "2022年"), "RRRRU");
    assert_string_equal(turns(b, "占37%"), "URRR");
    assert_string_equal(turns(b, "46.3万"), "RRRRU");
    assert_string_equal(turns(b, "1—5月"), "UUUU");
    assert_string_equal(widths(b, "12月"), "1 0 1");
}

static void test_r72_two_digits_fill_one_em(void **state)
{
    zt_bench *b = *state;
    go_down(b);
    const zt_glyphs *run = run_of(place(b, "第12名", 20), "12");
    assert_non_null(run);
    zt_rect first = ink_of(run, 0), second = ink_of(run, 1);
    assert_true(first.x >= 105 && second.x + second.w <= 115);
    assert_true(first.x + first.w < second.x);
    assert_near(run->size, 10, 1e-9); /* narrow figures, not squeezed ones */
    assert_near((first.x + second.x + second.w) / 2, 110, 0.3);
}

static const char *turns_of_runs(zt_bench *b, const char *left, const char *tcy, const char *right)
{
    zt_run runs[] = {{.text = zt_str_from(left), .style = &b->text},
                     {.text = zt_str_from(tcy), .style = &b->text, .tcy = true},
                     {.text = zt_str_from(right), .style = &b->text}};
    go_down(b);
    zt_para *para = zt_para_break(b->arena, b->diags, runs, 3, &b->para, 1000);
    char *out = zt_arena_alloc(b->arena, para->char_count + 1);
    for (size_t i = 0; i < para->char_count; i++)
        out[i] = "-URT"[para->imp->chars[i].turn];
    return out;
}

static void test_r72_tcy(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(turns_of_runs(b, "共", "100", "家"), "UTTTU");
    assert_int_equal(zt_diags_count(b->diags), 0);
    assert_string_equal(turns_of_runs(b, "12", "34", "56"), "TTTTTT"); /* three pairs, not one */
    assert_string_equal(turns_of_runs(b, "图", "3A", "中"), "UTTU");
    assert_string_equal(turns_of_runs(b, "在", "2022", "年"), "UTTTTU");
    assert_int_equal(zt_diags_count(b->diags), 1);
    assert_string_equal(zt_diags_at(b->diags, 0)->code, "tcy-too-wide");
}

static void test_r73_letters(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(turns(b, "甲A股"), "UUU");
    assert_string_equal(turns(b, "增长GDP"), "UUUUU");
    assert_string_equal(turns(b, "5G基站"), "UUUU");
    assert_string_equal(turns(b, "读WIFI码"), "URRRRU");
    assert_string_equal(turns(b, "PM2.5"), "RRRRR");
}

static void test_r73_words_on_the_axis(void **state)
{
    zt_bench *b = *state;
    go_down(b);
    const zt_glyphs *run = run_of(place(b, "用Hall前", 20), "Hall");
    assert_non_null(run);
    assert_true(run->rotated);
    zt_rect h = ink_of(run, 0);
    assert_near(h.x + h.w / 2, 110, 0.2);
}

/* R63: digits that stand upright take no gap, turned ones do. */
static void test_r63_upright_digits(void **state)
{
    zt_bench *b = *state;
    go_down(b);
    b->para.spacing = ZT_SPACING_SPACED;
    zt_trace trace = zt_para_trace(set_text(b, "第5名共12家有2022人", 100));
    assert_near(trace.gaps[1], 0, 1e-9);     /* 5 */
    assert_near(trace.gaps[4], 0, 1e-9);     /* 12 */
    assert_near(trace.gaps[8], 0.125, 1e-9); /* 2022 */
    assert_near(trace.gaps[12], 0.125, 1e-9);
}

/* Column heads and feet keep the rules of lines, and the end mark is half as long. */
static void test_r74_heads_and_feet(void **state)
{
    zt_bench *b = *state;
    static const char text[] = "一二三四五六七八九，一二三四五六七（八）九。";
    go_down(b);
    b->para.align = ZT_ALIGN_JUSTIFY;
    zt_para *para = set_text(b, text, 10);
    assert_int_equal(para->lines[0].end, 10); /* the comma closes the first column */
    assert_near(para->lines[0].natural, 95, 0.01);
    assert_near(para->lines[0].width, 100, 0.01);
    b->para.vertical = false;
    zt_para *across = set_text(b, text, 10);
    b->para.vertical = true;
    zt_para *down = set_text(b, text, 10);
    assert_int_equal(across->line_count, down->line_count);
    for (size_t i = 0; i < down->line_count; i++) {
        assert_int_equal(across->lines[i].end, down->lines[i].end);
        assert_near(across->lines[i].width, down->lines[i].width, 1e-6);
    }
}

static void test_r75_western_quotation(void **state)
{
    zt_bench *b = *state;
    go_down(b);
    zt_scene *scene = place(b, "Hello “open” world", 40);
    const zt_glyphs *run = (const zt_glyphs *)scene->root->first;
    assert_null(run->item.next); /* one turned run, quotes and all */
    assert_true(run->rotated);
    for (size_t i = 0; i < run->glyph_count; i++)
        assert_true(run->glyphs[i].id != zt_face_glyph(run->face, 0xFE43));
    assert_string_equal(turns(b, "Don’t (“ok”)"), "RRRRRRRRRRRR");
}

/* What is said does not depend on the direction. */
static void test_r70_same_text_both_ways(void **state)
{
    zt_bench *b = *state;
    static const char *const texts[] = {"记者苏思摄/视觉重庆",
                                        "“双核”联动：12月17日—18日，《规划》（2022年）发布！",
                                        "第5名占37%，PM2.5达46.3；川A·渝A——“GDP”……"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        b->para.vertical = false;
        const char *across = said(b, place(b, texts[i], 30));
        go_down(b);
        assert_string_equal(said(b, place(b, texts[i], 30)), across);
        assert_string_equal(across, texts[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_r70_orientation),
                                       BENCH_TEST(test_r70_same_text_both_ways),
                                       BENCH_TEST(test_r71_widths_of_marks),
                                       BENCH_TEST(test_r71_halves),
                                       BENCH_TEST(test_r71_quotes_keep_their_text),
                                       BENCH_TEST(test_r71_centre_line),
                                       BENCH_TEST(test_r72_digits),
                                       BENCH_TEST(test_r72_two_digits_fill_one_em),
                                       BENCH_TEST(test_r72_tcy),
                                       BENCH_TEST(test_r73_letters),
                                       BENCH_TEST(test_r73_words_on_the_axis),
                                       BENCH_TEST(test_r63_upright_digits),
                                       BENCH_TEST(test_r74_heads_and_feet),
                                       BENCH_TEST(test_r75_western_quotation)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
