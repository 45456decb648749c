/* tests/unit/text/test_run_ink.c — where a run paints: letters that reach below the em box, digits
   that do not fill it, blanks, and runs that are turned. */
#include "text/run_ink.h"

#include "unit/text/para_help.h"

static const zt_glyphs *first_run(zt_bench *b, const char *text)
{
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    zt_para_place(set_text(b, text, 40), scene, scene->root, 100, 50, 0, SIZE_MAX);
    for (const zt_item *item = scene->root->first; item; item = item->next)
        if (item->kind == ZT_ITEM_GLYPHS)
            return (const zt_glyphs *)item;
    fail_msg("no run of %s", text);
    return NULL;
}

static void test_ink_and_em_box(void **state)
{
    zt_bench *b = *state;
    b->para.align = ZT_ALIGN_START;
    const zt_glyphs *high = first_run(b, "Hx"), *low = first_run(b, "Hxg");
    zt_rect above = zt_run_ink(high), below = zt_run_ink(low);
    double size = high->size;
    assert_true(fabs(zt_rect_foot(above) - high->origin.y) < 0.02 * size);
    assert_true(zt_rect_foot(below) > zt_rect_foot(low->item.box) + 0.05 * size);
    assert_true(above.y > high->item.box.y && above.y < high->origin.y - 0.6 * size);
    assert_true(above.x >= high->item.box.x && above.x < high->item.box.x + 0.2 * size);
    assert_true(below.w > above.w);
}

/* Turned clockwise the letters below the line reach to the left of it. */
static void test_a_turned_run(void **state)
{
    zt_bench *b = *state;
    b->para.align = ZT_ALIGN_START;
    zt_rect level = zt_run_ink(first_run(b, "Hxg"));
    zt_glyphs run = *first_run(b, "Hxg");
    run.rotated = true;
    zt_rect turned = zt_run_ink(&run);
    assert_true(fabs(turned.w - level.h) < 1e-6 && fabs(turned.h - level.w) < 1e-6);
    assert_true(fabs((run.origin.x - turned.x) - (zt_rect_foot(level) - run.origin.y)) < 1e-6);
    assert_true(fabs((turned.y - run.origin.y) - (level.x - run.origin.x)) < 1e-6);
}

/* Glyphs that are set narrower paint narrower; a run of blanks paints nothing. */
static void test_narrower_and_blank(void **state)
{
    zt_bench *b = *state;
    b->para.align = ZT_ALIGN_START;
    zt_glyphs run = *first_run(b, "H");
    zt_rect wide = zt_run_ink(&run);
    run.condense = 0.9;
    zt_rect narrow = zt_run_ink(&run);
    assert_true(fabs(narrow.w - 0.9 * wide.w) < 1e-6 && narrow.h == wide.h);
    run.glyph_count = 0;
    zt_rect none = zt_run_ink(&run);
    assert_true(none.w == 0 && none.h == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(test_ink_and_em_box),
        BENCH_TEST(test_a_turned_run),
        BENCH_TEST(test_narrower_and_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
