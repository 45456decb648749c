/* Areas side by side that a grey plate cannot tell apart: painted one after the other in one group.
   Greys are in points of 100, lengths in points. */
#include "cmocka_all.h"

#include "preflight/preflight.h"

extern const zt_rule zt_rule_grey;

static const double WIDE = ZT_MM(10);

typedef struct page {
    zt_arena *arena;
    zt_diags *diags;
    zt_scene *scene;
    zt_group *group;
} page;

static int open_page(void **state)
{
    zt_arena *arena = zt_arena_new();
    page *p = ZT_NEW(arena, page);
    p->arena = arena;
    p->diags = zt_diags_new(arena);
    p->scene = zt_scene_new(arena, 400, 300);
    p->group = zt_scene_add_group(p->scene, p->scene->root, (zt_pos){"a.xml", 1, 1}, 0, 0);
    *state = p;
    return 0;
}

static int close_page(void **state)
{
    zt_arena_drop(((page *)*state)->arena);
    return 0;
}

static zt_ink ink(const char *name, double grey)
{
    double v = 1 - grey / 100;
    return (zt_ink){.name = name, .cmyk = {0, 0, 0, grey / 100}, .rgb = {v, v, v}};
}

static void fill(page *p, double x, double width, double height, zt_paint paint)
{
    zt_scene_fill_rect(p->scene, p->group, (zt_pos){"a.xml", 2, 1}, (zt_rect){x, 0, width, height},
                       paint);
}

/* Findings of the rule on the page so far. */
static size_t found(page *p)
{
    zt_diags_rewind(p->diags, 0);
    zt_inspection in = {.diags = p->diags, .scene = p->scene};
    zt_rule_grey.inspect(&in);
    return zt_diags_count(p->diags);
}

/* Two parts that touch. */
static size_t found_of(page *p, zt_paint first, zt_paint second)
{
    fill(p, 0, WIDE, WIDE, first);
    fill(p, WIDE, WIDE, WIDE, second);
    return found(p);
}

/* A theme of black alone has its accent in black: two parts of different meaning are one. */
static void inks_of_one_recipe_are_told(void **state)
{
    zt_ink key = ink("key", 89), accent = ink("accent", 89);
    assert_int_equal(found_of(*state, ZT_SOLID(&key), ZT_SOLID(&accent)), 1);
}

static void one_ink_may_go_on(void **state)
{
    zt_ink key = ink("key", 89);
    assert_int_equal(found_of(*state, ZT_SOLID(&key), ZT_SOLID(&key)), 0);
}

static void twelve_points_are_enough(void **state)
{
    zt_ink dark = ink("dark", 60), light = ink("light", 47.9);
    assert_int_equal(found_of(*state, ZT_SOLID(&dark), ZT_SOLID(&light)), 0);
}

static void less_is_told(void **state)
{
    zt_ink dark = ink("dark", 60), light = ink("light", 48.1);
    assert_int_equal(found_of(*state, ZT_SOLID(&light), ZT_SOLID(&dark)), 1);
}

/* Steps of a ramp are told by their order. */
static void tints_are_steps(void **state)
{
    zt_ink dark = ink("dark", 60), other = ink("other", 60);
    assert_int_equal(found_of(*state, ZT_SOLID(&dark), (zt_paint){&other, 0.9}), 0);
}

/* The details of a picture are a group of their own: wheels in key below cars in the accent. */
static void another_group_is_another_layer(void **state)
{
    page *p = *state;
    zt_ink key = ink("key", 89), accent = ink("accent", 89);
    fill(p, 0, WIDE, WIDE, ZT_SOLID(&accent));
    p->group = zt_scene_add_group(p->scene, p->group, (zt_pos){"a.xml", 3, 1}, 0, 0);
    fill(p, 0, WIDE, WIDE, ZT_SOLID(&key));
    assert_int_equal(found(p), 0);
}

/* Found with a second part so far from the first, and so large. */
static size_t found_at(page *p, double away, double width, double height)
{
    zt_ink *inks = ZT_ARRAY(p->arena, 2, zt_ink);
    inks[0] = ink("key", 89);
    inks[1] = ink("accent", 89);
    p->group = zt_scene_add_group(p->scene, p->scene->root, (zt_pos){"a.xml", 1, 1}, 0, 0);
    size_t before = found(p);
    fill(p, 0, WIDE, WIDE, ZT_SOLID(&inks[0]));
    fill(p, WIDE + away, width, height, ZT_SOLID(&inks[1]));
    return found(p) - before;
}

static void white_parts_them(void **state)
{
    page *p = *state;
    assert_int_equal(found_at(p, ZT_MM(0.75), WIDE, WIDE), 1);
    assert_int_equal(found_at(p, ZT_MM(0.85), WIDE, WIDE), 0);
}

/* Lines and dots are told by their form. */
static void what_is_small_is_no_area(void **state)
{
    page *p = *state;
    assert_int_equal(found_at(p, 0, WIDE, ZT_MM(1.05)), 1);
    assert_int_equal(found_at(p, 0, ZT_MM(1.05), WIDE), 1);
    assert_int_equal(found_at(p, 0, WIDE, ZT_MM(0.95)), 0);
    assert_int_equal(found_at(p, 0, ZT_MM(0.95), WIDE), 0);
    assert_int_equal(found_at(p, 0, ZT_MM(2.45), ZT_MM(2.45)), 0);
    assert_int_equal(found_at(p, 0, ZT_MM(2.55), ZT_MM(2.45)), 1);
    assert_int_equal(found_at(p, 0, ZT_MM(2.45), ZT_MM(2.55)), 1);
}

int main(void)
{
#define PAGE(test) cmocka_unit_test_setup_teardown(test, open_page, close_page)
    const struct CMUnitTest tests[] = {
        PAGE(inks_of_one_recipe_are_told),
        PAGE(one_ink_may_go_on),
        PAGE(twelve_points_are_enough),
        PAGE(less_is_told),
        PAGE(tints_are_steps),
        PAGE(another_group_is_another_layer),
        PAGE(white_parts_them),
        PAGE(what_is_small_is_no_area),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
