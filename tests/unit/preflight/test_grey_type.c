/* Type against the area it stands on, in greys: 0 paper, 100 black. */
#include "cmocka_all.h"

#include <math.h>
#include <string.h>

#include "preflight/preflight.h"

extern const zt_rule zt_rule_grey_type;

typedef struct page {
    zt_arena *arena;
    zt_diags *diags;
    zt_scene *scene;
} page;

static int open_page(void **state)
{
    zt_arena *arena = zt_arena_new();
    page *p = ZT_NEW(arena, page);
    p->arena = arena;
    p->diags = zt_diags_new(arena);
    p->scene = zt_scene_new(arena, 400, 300);
    *state = p;
    return 0;
}

static int close_page(void **state)
{
    zt_arena_drop(((page *)*state)->arena);
    return 0;
}

static const zt_ink *ink(page *p, const char *name, double grey)
{
    double v = 1 - grey / 100;
    zt_ink *made = ZT_NEW(p->arena, zt_ink);
    *made = (zt_ink){.name = name, .cmyk = {0, 0, 0, grey / 100}, .rgb = {v, v, v}};
    return made;
}

static void fill(page *p, zt_rect box, const zt_ink *ground)
{
    zt_scene_fill_rect(p->scene, p->scene->root, (zt_pos){"a.xml", 7, 1}, box, ZT_SOLID(ground));
}

/* Words of 60 x 10 points at 100 100: no glyphs, for only their box is asked. */
static void type(page *p, const zt_ink *ink)
{
    zt_glyphs *run =
        zt_scene_add_glyphs(p->scene, p->scene->root, (zt_pos){"a.xml", 2, 1}, NULL, 9,
                            (zt_point){100, 108}, NULL, 0, ZT_STR("words"), ZT_SOLID(ink));
    run->item.box = (zt_rect){100, 100, 60, 10};
}

static size_t found(page *p)
{
    zt_diags_rewind(p->diags, 0);
    zt_inspection in = {.diags = p->diags, .scene = p->scene};
    zt_rule_grey_type.inspect(&in);
    return zt_diags_count(p->diags);
}

static size_t found_on(page *p, double own, double below)
{
    fill(p, (zt_rect){90, 90, 100, 30}, ink(p, "below", below));
    type(p, ink(p, "own", own));
    return found(p);
}

static void black_on_a_dark_tint(void **state)
{
    assert_int_equal(found_on(*state, 89, 60), 1);
}

static void thirty_points_are_enough(void **state)
{
    assert_int_equal(found_on(*state, 89, 58.9), 0);
}

static void less_is_told(void **state)
{
    assert_int_equal(found_on(*state, 89, 59.1), 1);
}

static void light_type_on_a_light_ground(void **state)
{
    assert_int_equal(found_on(*state, 0, 29), 1);
}

static void light_type_on_paper_has_no_ground(void **state)
{
    page *p = *state;
    type(p, ink(p, "own", 20));
    assert_int_equal(found(p), 0);
}

/* What covers the dark area is the ground. */
static void the_upper_area_counts(void **state)
{
    page *p = *state;
    fill(p, (zt_rect){0, 0, 300, 300}, ink(p, "dark", 80));
    assert_int_equal(found_on(p, 89, 5), 0);
}

/* What is painted later lies above the words and is no ground of theirs. */
static void areas_before_the_words_count(void **state)
{
    page *p = *state;
    type(p, ink(p, "own", 89));
    fill(p, (zt_rect){90, 90, 100, 30}, ink(p, "later", 80));
    assert_int_equal(found(p), 0);
}

/* Words that go over the edge of a bar stand on it with their greater part, or they do not. */
static void the_greater_part_counts(void **state)
{
    page *p = *state;
    const zt_ink *dark = ink(p, "dark", 80);
    fill(p, (zt_rect){90, 90, 30, 30}, dark);
    type(p, ink(p, "own", 89));
    assert_int_equal(found(p), 0);
    fill(p, (zt_rect){90, 90, 60, 30}, dark);
    type(p, ink(p, "own", 89));
    assert_int_equal(found(p), 1);
}

static void hatching_is_told_by_its_form(void **state)
{
    page *p = *state;
    zt_ink hatched = *ink(p, "hatched", 89);
    hatched.hatch = 1;
    hatched.pitch = 1.2;
    fill(p, (zt_rect){90, 90, 100, 30}, &hatched);
    type(p, ink(p, "own", 89));
    assert_int_equal(found(p), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_page, close_page)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(black_on_a_dark_tint),
        TEST(thirty_points_are_enough),
        TEST(less_is_told),
        TEST(light_type_on_a_light_ground),
        TEST(light_type_on_paper_has_no_ground),
        TEST(the_upper_area_counts),
        TEST(areas_before_the_words_count),
        TEST(the_greater_part_counts),
        TEST(hatching_is_told_by_its_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
