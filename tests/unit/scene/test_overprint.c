/* What lies on what on a page, and how much ink that makes. */
#include "cmocka_all.h"

#include "scene/overprint.h"

static const zt_ink red = {.name = "red", .cmyk = {0, 0.92, 0.82, 0}};
static const zt_ink black = {.name = "black", .cmyk = {0, 0, 0, 1}, .overprint = true};
static const zt_ink deep = {.name = "deep", .cmyk = {0.6, 0, 0, 0.8}, .overprint = true};

static zt_scene *page_new(zt_arena *arena)
{
    return zt_scene_new(arena, 200, 100);
}

static zt_path *area(zt_scene *page, zt_rect box, zt_paint paint)
{
    zt_path *path = zt_scene_add_path(page, page->root, ZT_NOWHERE);
    zt_path_rect(path, box);
    path->fill = paint;
    zt_path_done(path);
    return path;
}

static zt_path *rule(zt_scene *page, double x, double top, double foot, const zt_ink *ink)
{
    zt_path *path = zt_scene_add_path(page, page->root, ZT_NOWHERE);
    zt_path_move(path, x, top);
    zt_path_line(path, x, foot);
    path->stroke = ZT_SOLID(ink);
    path->width = 0.6;
    zt_path_done(path);
    return path;
}

/* Where the rule at `x` stands on a red bar from 10 to 60, one that ends at 40 being painted over
   what the bar has beyond. */
static bool knocks_out(double x, double limit, const zt_ink *ink, bool covered)
{
    zt_arena *arena = zt_arena_new();
    zt_scene *page = page_new(arena);
    area(page, (zt_rect){10, 10, 50, 10}, ZT_SOLID(&red));
    if (covered)
        area(page, (zt_rect){40, 0, 100, 50}, ZT_SOLID(&zt_ink_paper));
    zt_path *axis = rule(page, x, 0, 50, ink);
    zt_scene_knock_out(arena, page, 24, limit);
    bool out = axis->knocks_out;
    zt_arena_drop(arena);
    return out;
}

static void a_rule_on_too_much_ink_knocks_out(void **state)
{
    (void)state;
    assert_true(knocks_out(30, 240, &black, false));
    assert_true(knocks_out(10, 240, &black, false)); /* half of it stands on the bar */
    assert_true(knocks_out(30, 273.9, &black, false));
    assert_false(knocks_out(30, 274, &black, false));
    assert_false(knocks_out(30, 0, &black, false)); /* no limit */
    assert_false(knocks_out(9, 240, &black, false));
    assert_false(knocks_out(61, 240, &black, false));
}

static void what_is_painted_over_does_not_count(void **state)
{
    (void)state;
    assert_true(knocks_out(30, 240, &black, true));
    assert_false(knocks_out(50, 240, &black, true));
}

static void only_black_overprints(void **state)
{
    (void)state;
    assert_true(zt_paint_overprints(ZT_SOLID(&black)));
    assert_true(zt_paint_overprints((zt_paint){&black, 0.3}));
    assert_false(zt_paint_overprints((zt_paint){&black, 0}));
    assert_false(zt_paint_overprints(ZT_SOLID(&deep)));
    assert_false(zt_paint_overprints(ZT_SOLID(&red)));
    assert_false(zt_paint_overprints(ZT_SOLID(&zt_ink_paper)));
    assert_false(zt_paint_overprints(ZT_NO_PAINT));
    static const zt_ink spot = {
        .name = "spot", .cmyk = {0, 0, 0, 1}, .overprint = true, .spot = "PANTONE Black C"};
    assert_false(zt_paint_overprints(ZT_SOLID(&spot)));
    assert_false(knocks_out(30, 240, &red, false));
}

static void type_overprints_below_a_size(void **state)
{
    (void)state;
    zt_glyphs run = {.size = 23.99, .paint = ZT_SOLID(&black)};
    assert_true(zt_glyphs_overprint(&run, 24));
    run.size = 24;
    assert_false(zt_glyphs_overprint(&run, 24));
    assert_true(zt_glyphs_overprint(&run, 0));
}

static void black_takes_the_place_of_black(void **state)
{
    (void)state;
    static const zt_item item = {.kind = ZT_ITEM_PATH};
    zt_inked over = {.item = &item, .paint = {&black, 0.5}, .stroke = true, .over = true};
    zt_inked below = {.item = &item, .paint = {&deep, 0.5}};
    assert_float_equal(zt_inked_ink(&over, NULL), 50, 1e-9);
    assert_float_equal(zt_inked_ink(&over, &below), 80, 1e-9);
}

static void areas_are_held_by_their_outlines(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_scene *page = page_new(arena);
    zt_path *ring = zt_scene_add_path(page, page->root, ZT_NOWHERE);
    zt_path_circle(ring, 50, 50, 20);
    ring->fill = ZT_SOLID(&red);
    zt_path_done(ring);
    static const zt_rect clip = {30, 30, 20, 40};
    zt_path *half = zt_scene_add_path(page, page->root, ZT_NOWHERE);
    zt_path_circle(half, 50, 50, 20);
    half->fill = ZT_SOLID(&red);
    half->clip = &clip;
    zt_path_done(half);
    zt_inked_list list = zt_inked_of(arena, page, 24);
    assert_int_equal(list.count, 2);
    assert_true(zt_inked_holds(&list.items[0], (zt_point){50, 31}));
    assert_true(zt_inked_holds(&list.items[0], (zt_point){64, 64}));
    assert_false(zt_inked_holds(&list.items[0], (zt_point){65, 65})); /* in the box alone */
    assert_true(zt_inked_holds(&list.items[1], (zt_point){49, 50}));
    assert_false(zt_inked_holds(&list.items[1], (zt_point){51, 50})); /* clipped */
    assert_false(zt_inked_is_seen(&list, 0, 0, (zt_point){49, 50}));
    assert_true(zt_inked_is_seen(&list, 0, 0, (zt_point){51, 50}));
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_on_too_much_ink_knocks_out),
        cmocka_unit_test(what_is_painted_over_does_not_count),
        cmocka_unit_test(only_black_overprints),
        cmocka_unit_test(type_overprints_below_a_size),
        cmocka_unit_test(black_takes_the_place_of_black),
        cmocka_unit_test(areas_are_held_by_their_outlines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
