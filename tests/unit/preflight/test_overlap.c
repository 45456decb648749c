/* Text over text: judged by ink, not by the em boxes that large figures fill by half. */
#include "cmocka_all.h"

#include <string.h>

#include "base/utf8.h"
#include "font/font.h"
#include "preflight/preflight.h"

extern const zt_rule zt_rule_overlap;

typedef struct page {
    zt_arena *arena;
    zt_diags *diags;
    const zt_face *face;
    zt_scene *scene;
    zt_ink ink;
} page;

static int open_page(void **state)
{
    zt_arena *arena = zt_arena_new();
    page *p = ZT_NEW(arena, page);
    p->arena = arena;
    p->diags = zt_diags_new(arena);
    zt_fonts *fonts = zt_fonts_new(arena, &(zt_font_options){0});
    p->face = zt_fonts_find(fonts, p->diags, ZT_NOWHERE, "Noto Sans CJK SC", 700);
    p->scene = zt_scene_new(arena, 400, 400);
    p->ink = (zt_ink){.name = "key", .cmyk = {0, 0, 0, 1}};
    *state = p;
    return p->face ? 0 : -1;
}

static int close_page(void **state)
{
    page *p = *state;
    zt_arena_drop(p->arena);
    return 0;
}

static zt_glyphs *set(page *p, zt_group *group, const char *words, double size, double x, double y)
{
    zt_str text = zt_str_from(words);
    size_t count = zt_utf8_count(text), at = 0;
    zt_glyph *glyphs = ZT_ARRAY(p->arena, count, zt_glyph);
    double pen = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t cluster = (uint32_t)at, id = zt_face_glyph(p->face, zt_utf8_next(text, &at));
        double advance = zt_face_advance(p->face, id) * size;
        glyphs[i] = (zt_glyph){id, pen, 0, advance, cluster};
        pen += advance;
    }
    return zt_scene_add_glyphs(p->scene, group, (zt_pos){"a.xml", 1, 1}, p->face, size,
                               (zt_point){x, y}, glyphs, count, text, ZT_SOLID(&p->ink));
}

static size_t overlaps(page *p)
{
    zt_inspection in = {.diags = p->diags, .scene = p->scene};
    zt_rule_overlap.inspect(&in);
    for (size_t i = 0; i < zt_diags_count(p->diags); i++)
        assert_string_equal(zt_diags_at(p->diags, i)->code, "text-overlap");
    return zt_diags_count(p->diags);
}

static void test_text_on_text(void **state)
{
    page *p = *state;
    set(p, p->scene->root, "双核联动", 20, 100, 100);
    set(p, p->scene->root, "成效", 20, 150, 108);
    assert_int_equal(overlaps(p), 1);
    assert_non_null(strstr(zt_diags_at(p->diags, 0)->en, "“成效” and “双核联动”"));
}

/* The digits of a key figure are 0.73 em high: a label just above them lies in the em box alone. */
static void test_label_above_a_figure(void **state)
{
    page *p = *state;
    set(p, p->scene->root, "46.3", 60, 100, 200);
    set(p, p->scene->root, "万人次", 9, 100, 153);
    assert_int_equal(overlaps(p), 0);
    set(p, p->scene->root, "万人次", 9, 100, 166);
    assert_int_equal(overlaps(p), 1);
}

/* Side by side and line below line is no overlap, in one frame or in two. */
static void test_neighbours(void **state)
{
    page *p = *state;
    zt_group *moved = zt_scene_add_group(p->scene, p->scene->root, ZT_NOWHERE, 50, 20);
    set(p, p->scene->root, "双核", 20, 100, 100);
    set(p, p->scene->root, "联动", 20, 140, 100);
    set(p, moved, "成效", 20, 50, 100);
    assert_int_equal(overlaps(p), 0);
    set(p, moved, "显著", 20, 50, 78);
    assert_int_equal(overlaps(p), 1);
}

/* A run that is turned lies below its origin, not beside it. */
static void test_turned(void **state)
{
    page *p = *state;
    zt_glyphs *run = set(p, p->scene->root, "双核联动", 20, 100, 100);
    run->rotated = true;
    zt_glyphs_done(run);
    set(p, p->scene->root, "成效", 20, 125, 100);
    assert_int_equal(overlaps(p), 0);
    set(p, p->scene->root, "成效", 20, 95, 160);
    assert_int_equal(overlaps(p), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_text_on_text, open_page, close_page),
        cmocka_unit_test_setup_teardown(test_label_above_a_figure, open_page, close_page),
        cmocka_unit_test_setup_teardown(test_neighbours, open_page, close_page),
        cmocka_unit_test_setup_teardown(test_turned, open_page, close_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
