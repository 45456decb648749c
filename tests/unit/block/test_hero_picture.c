/* Pictures that are counted: as many symbols as were asked for, whole, in cells that newsprint
   holds, near the height that is wished. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "block/hero/hero_picture.h"

static const char *const names[] = {"train", "container", "people", "road", "car",
                                    "house", "tree",      "sheet",  "cell", "dot"};

static void test_lines(void **state)
{
    (void)state;
    static const size_t counts[] = {1, 3, 7, 10, 37, 61, 100, 128, 240, 500};
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
            for (double width = ZT_MM(46); width < ZT_MM(340); width *= 1.37) {
                zt_figure_picture content = {.kind = zt_str_from(names[k]), .count = counts[i]};
                zt_hero_picture p = zt_hero_picture_plan(&content, width, 0.3 * width);
                if (p.per_line * p.lines < counts[i] || p.per_line * (p.lines - 1) >= counts[i])
                    fail_msg("%s: %zu lines of %zu for %zu", names[k], p.lines, p.per_line,
                             counts[i]);
                assert_true(p.width <= width + 0.01);
                assert_true(p.cell_w >= ZT_MM(1.9) || p.per_line <= 10);
                /* lines of a number that is counted at a glance, or all in one */
                assert_true(p.per_line % 5 == 0 || p.per_line < 10);
            }
}

static void test_height(void **state)
{
    (void)state;
    zt_figure_picture content = {.kind = ZT_STR("dot"), .count = 500};
    zt_hero_picture p = zt_hero_picture_plan(&content, ZT_MM(88), ZT_MM(70));
    assert_int_equal(p.per_line, 25);
    assert_int_equal(p.lines, 20);
    content = (zt_figure_picture){.kind = ZT_STR("train"), .count = 100, .lit = 37};
    p = zt_hero_picture_plan(&content, ZT_MM(202), ZT_MM(60));
    assert_int_equal(p.per_line, 20);
    assert_int_equal(p.lines, 5);
    assert_null(zt_hero_picture_plan(NULL, 100, 100).content);
}

/* Outlines stay in their cells, so that neighbours do not touch. */
static void test_symbols_stay_in_their_cells(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_scene *scene = zt_scene_new(arena, 400, 400);
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        const zt_symbol *symbol = zt_symbol_find(zt_str_from(names[k]));
        assert_string_equal(symbol->name, names[k]);
        zt_rect cell = {100, 100, 50, 50 * symbol->aspect};
        for (int layer = ZT_SYMBOL_BODY; layer <= ZT_SYMBOL_DARK; layer++) {
            bool has = layer == ZT_SYMBOL_BODY ||
                       (layer == ZT_SYMBOL_HOLES ? symbol->holes : symbol->dark);
            if (!has)
                continue;
            zt_path *path = zt_scene_add_path(scene, scene->root, ZT_NOWHERE);
            path->fill = ZT_SOLID(&zt_ink_paper);
            symbol->draw(path, (zt_symbol_layer)layer, cell);
            zt_path_done(path);
            zt_rect ink = path->item.box;
            bool within = ink.x >= cell.x - 0.01 && ink.y >= cell.y - 0.01 &&
                          zt_rect_right(ink) <= zt_rect_right(cell) + 0.01 &&
                          zt_rect_foot(ink) <= zt_rect_foot(cell) + 0.01;
            if (!within || ink.w <= 0)
                fail_msg("%s leaves its cell in layer %d", names[k], layer);
        }
    }
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_height),
        cmocka_unit_test(test_symbols_stay_in_their_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
