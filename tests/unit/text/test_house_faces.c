/* tests/unit/text/test_house_faces.c — faces that do not say where their marks have their blank
   (R129): whatever the face, marks are whole, in order, at their own word and on the page. A face
   that is not installed is passed over. */
#include "text/para_imp.h"
#include "unit/text/para_help.h"

static const struct {
    const char *family;
    int weight;
} faces[] = {{"WenQuanYi Micro Hei", 400}, {"WenQuanYi Zen Hei", 500}, {"AR PL UKai CN", 400},
             {"AR PL KaitiM GB", 400},     {"AR PL SungtiL GB", 400},  {"LXGW WenKai", 400},
             {"Noto Serif CJK SC", 400},   {"Noto Sans CJK SC", 700}};
enum { FACE_COUNT = sizeof faces / sizeof *faces };

static bool use_face(zt_bench *b, size_t f)
{
    b->diags = zt_diags_new(b->arena);
    b->text.face = zt_fonts_try(b->fonts, b->diags, ZT_NOWHERE, faces[f].family, faces[f].weight);
    return b->text.face != NULL;
}

/* Where the ink of the i-th character stands along its line, em. */
static bool ink_at(const zt_para_imp *imp, size_t i, zt_ink_reach *ink)
{
    const zt_char *c = &imp->chars[i];
    zt_char moved = *c;
    moved.shift = (c->x + c->ink) / c->style->size;
    return !c->tail && zt_ink_along(imp, &moved, ink);
}

/* No two marks or characters stand on each other, none before the line or behind its end. */
static void check_order(zt_bench *b, const char *text, double em, const char *family)
{
    const double touch = 0.06; /* em: R129 lets a little ink stand in the half that is taken */
    zt_para *para = set_text(b, text, em);
    for (size_t k = 0; k < para->line_count; k++) {
        double furthest = -touch;
        for (size_t i = para->lines[k].first; i < para->lines[k].end; i++) {
            zt_ink_reach ink;
            if (!ink_at(para->imp, i, &ink))
                continue;
            bool stroke = para->imp->chars[i].cls == ZT_C_DASH;
            if (ink.from < furthest - touch && !stroke)
                fail_msg("%s: U+%04X of “%s” stands %.3f em on what is before it", family,
                         (unsigned int)para->imp->chars[i].cp, text, furthest - ink.from);
            furthest = ink.to;
        }
        if (furthest > para->lines[k].width / 10 + touch && para->lines[k].end > 1)
            fail_msg("%s: “%s” ends %.3f em behind its line", family, text,
                     furthest - para->lines[k].width / 10);
    }
    if (zt_diags_severity_count(b->diags, ZT_ERROR) > 0)
        fail_msg("%s: “%s”: %s", family, text, zt_diags_at(b->diags, 0)->en);
}

/* Every pair of marks between two Han, in lines and in columns. */
static void test_r129_all_pairs(void **state)
{
    static const char *const marks[] = {"“",  "”",  "‘",  "’",  "（", "）", "《", "》", "，",
                                        "。", "、", "：", "；", "！", "？", "——", "……", "·"};
    enum { MARKS = sizeof marks / sizeof *marks };
    static const zt_punctuation styles[] = {ZT_QUANJIAO, ZT_KAIMING, ZT_BANJIAO};
    zt_bench *b = *state;
    size_t used = 0;
    for (size_t f = 0; f < FACE_COUNT; f++) {
        if (!use_face(b, f))
            continue;
        used++;
        for (size_t n = 0; n < MARKS * MARKS * 2; n++) {
            zt_arena *kept = b->arena;
            b->arena = zt_arena_new();
            b->diags = zt_diags_new(b->arena);
            b->para.vertical = n % 2;
            b->para.punctuation = styles[n / 2 % 3];
            const char *text = zt_arena_printf(b->arena, "国%s%s国%s国国", marks[n / 2 % MARKS],
                                               marks[n / 2 / MARKS], marks[n / 2 % MARKS]);
            check_order(b, text, n % 5 ? 20 : 6, faces[f].family);
            zt_arena_drop(b->arena);
            b->arena = kept;
        }
    }
    print_message("%zu faces\n", used);
    assert_true(used >= 3);
}

/* A mark that stands in the middle of its em stays whole; one in a half gives the other. */
static void test_r129_centred_marks_stay_whole(void **state)
{
    zt_bench *b = *state;
    if (use_face(b, 0)) /* Micro Hei: brackets in the middle, quotes and commas at their sides */
        assert_string_equal(widths(b, "文（字）。"), "1 1 1 1 1");
    if (use_face(b, 2)) { /* UKai: comma, colon, ！ and ？ in the middle, quotes not */
        assert_string_equal(widths(b, "真！？文，《字》"), "1 1 1 1 1 0.5 1 1");
        assert_string_equal(widths(b, "：“文”，"), "1 0.5 1 0.5 1");
        assert_near(width_em(b, "文，"), 2, 1e-9);
    }
    if (use_face(b, 3)) /* KaitiM: all of them in a half */
        assert_string_equal(widths(b, "真！？文，《字》。"), "1 0.5 0.5 1 1 0.5 1 0.5 1");
}

/* A closing mark is nearer to its word than to the next, an opening one the other way round. */
static void test_r129_at_their_own_word(void **state)
{
    zt_bench *b = *state;
    for (size_t f = 0; f < FACE_COUNT; f++) {
        if (!use_face(b, f))
            continue;
        b->para.punctuation = ZT_BANJIAO;
        zt_para *para = set_text(b, "国“国”国，国；国", 20);
        for (size_t i = 1; i < 9; i += 2) {
            zt_ink_reach before, mark, after;
            assert_true(ink_at(para->imp, i - 1, &before) && ink_at(para->imp, i, &mark) &&
                        ink_at(para->imp, i + 1, &after));
            double left = mark.from - before.to, right = after.from - mark.to;
            bool opens = para->imp->chars[i].cls == ZT_C_OPEN;
            if (opens ? right > left + 0.2 : left > right + 0.2)
                fail_msg("%s: U+%04X: %.3f em before it, %.3f behind", faces[f].family,
                         (unsigned int)para->imp->chars[i].cp, left, right);
        }
    }
}

/* Vertical forms without an outline: the horizontal one is turned, or the mark is missing. */
static void test_r129_marks_have_ink(void **state)
{
    zt_bench *b = *state;
    b->para.vertical = true;
    for (size_t f = 0; f < FACE_COUNT; f++) {
        if (!use_face(b, f))
            continue;
        zt_para *para = set_text(b, "“文”‘字’（国）《国》——……～，。：；！？", 40);
        for (size_t i = 0; i < para->char_count; i++) {
            const zt_char *c = &para->imp->chars[i];
            zt_rect ink;
            if (!c->tail && !c->missing)
                assert_true(c->glyph_count > 0 &&
                            zt_face_ink(c->face, para->imp->glyphs.items[c->glyph].id, &ink));
        }
        assert_int_equal(zt_diags_count(b->diags), 0);
    }
}

/* A column's characters are an em apart and within their ems, whatever vmtx says. */
static void test_r129_columns_keep_their_ems(void **state)
{
    zt_bench *b = *state;
    b->para.vertical = true;
    for (size_t f = 0; f < FACE_COUNT; f++) {
        if (!use_face(b, f))
            continue;
        zt_para *para = set_text(b, "国国国", 40);
        for (size_t i = 0; i < 3; i++) {
            zt_ink_reach ink;
            assert_true(ink_at(para->imp, i, &ink));
            assert_near(para->imp->chars[i].advance, 1, 1e-9);
            assert_true(ink.from > (double)i - 0.05 && ink.to < (double)i + 1.05);
        }
    }
}

/* The two strokes of a dash are one. */
static void test_r129_one_stroke(void **state)
{
    zt_bench *b = *state;
    for (size_t n = 0; n < 2 * FACE_COUNT; n++) {
        if (!use_face(b, n / 2))
            continue;
        b->para.vertical = n % 2;
        zt_para *para = set_text(b, "国——国", 20);
        zt_ink_reach first, second;
        if (ink_at(para->imp, 1, &first) && ink_at(para->imp, 2, &second))
            assert_true(second.from <= first.to);
        assert_near(para->lines[0].width, 40, 1e-6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_r129_all_pairs),
                                       BENCH_TEST(test_r129_centred_marks_stay_whole),
                                       BENCH_TEST(test_r129_at_their_own_word),
                                       BENCH_TEST(test_r129_marks_have_ink),
                                       BENCH_TEST(test_r129_columns_keep_their_ems),
                                       BENCH_TEST(test_r129_one_stroke)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
