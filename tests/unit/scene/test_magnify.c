/* A page made larger: every length of every kind of item, each once, and nothing of the press. */
#include "cmocka_all.h"

#include <math.h>

#include "scene/magnify.h"

static const zt_ink black = {.name = "key", .cmyk = {0, 0, 0, 1}};

static void near(double found, double wanted)
{
    assert_true(fabs(found - wanted) < 1e-9);
}

static void near_rect(zt_rect found, zt_rect wanted)
{
    near(found.x, wanted.x);
    near(found.y, wanted.y);
    near(found.w, wanted.w);
    near(found.h, wanted.h);
}

static void test_page(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_scene *page = zt_scene_new(arena, 100, 60);
    page->bleed = 3;
    page->type_area = (zt_rect){10, 8, 80, 40};
    page->grid = (zt_scene_grid){.columns = 4, .gutter = 2, .line = 5, .first = 9};
    zt_scene_magnify(page, 1.5);
    near(page->width, 150);
    near(page->height, 90);
    near(page->bleed, 3);
    near_rect(page->type_area, (zt_rect){15, 12, 120, 60});
    assert_int_equal(page->grid.columns, 4);
    near(page->grid.gutter, 3);
    near(page->grid.line, 7.5);
    near(page->grid.first, 13.5);
    zt_arena_drop(arena);
}

static void test_groups_and_paths(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_scene *page = zt_scene_new(arena, 100, 60);
    zt_group *group =
        zt_scene_add_part(page, page->root, ZT_NOWHERE, "a", ZT_ROLE_P, (zt_rect){4, 6, 20, 10});
    zt_path *path = zt_scene_add_path(page, group, ZT_NOWHERE);
    zt_path_move(path, 1, 2);
    zt_path_curve(path, (zt_point){3, 4}, (zt_point){5, 6}, (zt_point){7, 8});
    path->stroke = ZT_SOLID(&black);
    path->width = 0.5;
    path->dash[0] = 2;
    path->dash[1] = 1;
    zt_rect clip = {0, 0, 9, 7};
    path->clip = &clip;
    zt_path_done(path);
    zt_rect box = path->item.box;
    zt_scene_magnify(page, 2);
    near(group->dx, 8);
    near(group->dy, 12);
    near_rect(group->item.box, (zt_rect){8, 12, 40, 20});
    near(path->segs[0].p[0].y, 4);
    near(path->segs[1].p[0].x, 6);
    near(path->segs[1].p[1].y, 12);
    near(path->segs[1].p[2].x, 14);
    near(path->width, 1);
    near(path->dash[0], 4);
    near(path->dash[1], 2);
    near_rect(*path->clip, (zt_rect){0, 0, 18, 14});
    near(clip.w, 9); /* it was borrowed */
    near_rect(path->item.box, (zt_rect){2 * box.x, 2 * box.y, 2 * box.w, 2 * box.h});
    zt_arena_drop(arena);
}

/* Two runs that borrow the same glyphs are each made larger once. */
static void test_glyphs(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_scene *page = zt_scene_new(arena, 100, 60);
    static const zt_glyph glyphs[] = {{.id = 3, .x = 0, .y = 1, .advance = 9},
                                      {.id = 4, .x = 9, .y = -1, .advance = 8}};
    zt_glyphs *runs[2];
    for (int i = 0; i < 2; i++) {
        runs[i] = zt_scene_add_glyphs(page, page->root, ZT_NOWHERE, NULL, 9, (zt_point){10, 20},
                                      glyphs, 2, ZT_STR("ab"), ZT_SOLID(&black));
        runs[i]->beside = 12;
        runs[i]->rise = -2;
        runs[i]->may_hang = 4;
        runs[i]->condense = 0.95;
    }
    zt_scene_magnify(page, 3);
    for (int i = 0; i < 2; i++) {
        near(runs[i]->size, 27);
        near(runs[i]->beside, 36);
        near(runs[i]->rise, -6);
        near(runs[i]->may_hang, 12);
        near(runs[i]->condense, 0.95);
        near(runs[i]->origin.x, 30);
        near(runs[i]->origin.y, 60);
        near(runs[i]->glyphs[0].y, 3);
        near(runs[i]->glyphs[1].x, 27);
        near(runs[i]->glyphs[1].advance, 24);
        assert_int_equal(runs[i]->glyphs[1].id, 4);
    }
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_groups_and_paths),
        cmocka_unit_test(test_glyphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
