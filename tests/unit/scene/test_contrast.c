/* Contrast of text with what it stands on. */
#include "scene/contrast.h"

#include <math.h>

#include "cmocka_all.h"

static const zt_ink black = {.name = "black", .rgb = {0, 0, 0}};
static const zt_ink white = {.name = "white", .rgb = {1, 1, 1}};
static const zt_ink grey = {.name = "grey", .rgb = {0.7, 0.7, 0.7}};
static const zt_ink blue = {.name = "blue", .rgb = {0.1, 0.2, 0.6}};

/* A run of one glyph whose box has its middle there. */
static zt_glyphs *run_at(zt_scene *scene, zt_group *group, double x, double y, zt_paint paint)
{
    zt_glyph *glyph = ZT_NEW(scene->arena, zt_glyph);
    zt_glyphs *run = zt_scene_add_glyphs(scene, group, ZT_NOWHERE, NULL, 10, (zt_point){x, y},
                                         glyph, 1, ZT_STR("5"), paint);
    run->item.box = (zt_rect){x - 5, y - 5, 10, 10};
    return run;
}

static double contrast_of(const zt_glyphs *run, zt_rgb below)
{
    return zt_contrast(zt_paint_rgb(run->paint), below);
}

static void ratios(void **state)
{
    (void)state;
    assert_true(fabs(zt_contrast((zt_rgb){0, 0, 0}, (zt_rgb){1, 1, 1}) - 21) < 0.01);
    assert_true(fabs(zt_contrast((zt_rgb){1, 1, 1}, (zt_rgb){1, 1, 1}) - 1) < 0.01);
    /* #767676 is the lightest grey of enough contrast with white (WCAG 2.1). */
    double g = 0x76 / 255.0, h = 0x77 / 255.0;
    assert_true(zt_contrast((zt_rgb){g, g, g}, (zt_rgb){1, 1, 1}) >= 4.5);
    assert_true(zt_contrast((zt_rgb){h, h, h}, (zt_rgb){1, 1, 1}) < 4.5);
}

static void grounds(void **state)
{
    zt_arena *arena = zt_arena_new();
    zt_scene *scene = zt_scene_new(arena, 400, 400);
    (void)state;
    zt_group *group = zt_scene_add_group(scene, scene->root, ZT_NOWHERE, 100, 0);
    zt_scene_fill_rect(scene, group, ZT_NOWHERE, (zt_rect){0, 0, 100, 100}, ZT_SOLID(&blue));
    zt_path *ring = zt_scene_add_path(scene, group, ZT_NOWHERE);
    zt_path_sector(ring, (zt_point){50, 250}, 40, 50, 0, 270);
    ring->fill = ZT_SOLID(&blue);
    zt_path_done(ring);
    zt_glyphs *on_paper = run_at(scene, scene->root, 50, 50, ZT_SOLID(&grey)),
              *on_blue = run_at(scene, group, 50, 50, ZT_SOLID(&grey)),
              *black_on_blue = run_at(scene, group, 20, 20, ZT_SOLID(&black)),
              *in_hole = run_at(scene, group, 50, 250, ZT_SOLID(&blue)),
              *on_ring = run_at(scene, group, 82, 282, ZT_SOLID(&blue)),
              *beside = run_at(scene, group, 18, 218, ZT_SOLID(&white)),
              *faint = run_at(scene, scene->root, 50, 90, (zt_paint){&black, 0.3});
    assert_int_equal(zt_scene_raise_contrast(scene, 4.5), 5);
    assert_true(contrast_of(on_paper, white.rgb) >= 4.5);
    assert_true(contrast_of(on_paper, white.rgb) < 4.8); /* no more than it takes */
    assert_ptr_equal(on_blue->paint.ink, &grey);
    assert_true(contrast_of(black_on_blue, blue.rgb) >= 4.5);
    assert_ptr_equal(in_hole->paint.ink, &blue);
    assert_true(contrast_of(on_ring, blue.rgb) >= 4.5);
    assert_true(contrast_of(beside, white.rgb) >= 4.5);
    assert_true(contrast_of(faint, white.rgb) >= 4.5);
    assert_true(grey.rgb.r > 0.69); /* inks of the page stay */
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(ratios), cmocka_unit_test(grounds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
