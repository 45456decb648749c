/* Long pictures: pieces end between blocks, none is higher than asked but for a block that is, and
   all are of like height. */
#include "cmocka_all.h"

#include <math.h>

#include "scene/slices.h"

static const zt_ink black = {.name = "key", .cmyk = {0, 0, 0, 1}};

typedef struct fixture {
    zt_arena *arena;
    zt_scene *page;
} fixture;

static int begin(void **state)
{
    zt_arena *arena = zt_arena_new();
    fixture *f = ZT_NEW(arena, fixture);
    f->arena = arena;
    f->page = zt_scene_new(arena, 100, 1000);
    *state = f;
    return 0;
}

static int end(void **state)
{
    zt_arena_drop(((fixture *)*state)->arena);
    return 0;
}

/* A block from a height to another, with ink in all of it. */
static void add_block(fixture *f, double top, double foot)
{
    zt_rect box = {10, top, 80, foot - top};
    zt_group *block = zt_scene_add_part(f->page, f->page->root, ZT_NOWHERE, NULL, ZT_ROLE_P, box);
    block->block = "text";
    zt_scene_fill_rect(f->page, block, ZT_NOWHERE, (zt_rect){0, 0, 80, foot - top},
                       ZT_SOLID(&black));
}

static void add_rule(fixture *f, double y)
{
    zt_scene_rule(f->page, f->page->root, ZT_NOWHERE, (zt_point){0, y}, (zt_point){100, y}, 1,
                  ZT_SOLID(&black));
}

static void expect(fixture *f, double most, size_t count, const double *feet)
{
    zt_page_slices slices = zt_scene_slices(f->arena, f->page, most);
    assert_int_equal(slices.count, count);
    double top = 0;
    for (size_t i = 0; i < count; i++) {
        assert_true(fabs(slices.items[i].top - top) < 1e-9);
        assert_true(fabs(slices.items[i].foot - feet[i]) < 1e-9);
        top = slices.items[i].foot;
    }
    assert_true(fabs(top - f->page->height) < 1e-9);
}

static void test_one_piece(void **state)
{
    fixture *f = *state;
    add_block(f, 20, 480);
    add_block(f, 500, 990);
    expect(f, 0, 1, (double[]){1000});
    expect(f, 1000, 1, (double[]){1000});
    expect(f, 999, 2, (double[]){490, 1000});
}

static void test_even_pieces(void **state)
{
    fixture *f = *state;
    for (int i = 0; i < 10; i++)
        add_block(f, i * 100 + 10, i * 100 + 90);
    /* 900 and 100 would do for 900; halves are as few. */
    expect(f, 900, 2, (double[]){500, 1000});
    expect(f, 400, 3, (double[]){400, 800, 1000});
    expect(f, 100, 10, (double[]){100, 200, 300, 400, 500, 600, 700, 800, 900, 1000});
}

static void test_rules_go_with_what_is_below(void **state)
{
    fixture *f = *state;
    add_block(f, 10, 400);
    add_rule(f, 440);
    add_block(f, 460, 900);
    expect(f, 600, 2, (double[]){(400 + 439.5) / 2, 1000});
}

static void test_tall_block(void **state)
{
    fixture *f = *state;
    add_block(f, 10, 90);
    add_block(f, 110, 890);
    add_block(f, 910, 990);
    expect(f, 300, 3, (double[]){100, 900, 1000});
}

/* A ground under several blocks parts nothing and ties nothing; blocks side by side are cut
 * together. */
static void test_grounds_and_neighbours(void **state)
{
    fixture *f = *state;
    zt_scene_fill_rect(f->page, f->page->root, ZT_NOWHERE, (zt_rect){0, 0, 100, 1000},
                       ZT_SOLID(&black));
    add_block(f, 10, 300);
    add_block(f, 100, 500);
    add_block(f, 520, 980);
    expect(f, 700, 2, (double[]){510, 1000});
}

static void seen(void *self, const zt_item *item, double dx, double dy)
{
    (void)dx;
    if (item->kind == ZT_ITEM_PATH)
        *(double *)self = item->box.y + dy;
}

static void test_slice_is_a_page(void **state)
{
    fixture *f = *state;
    add_block(f, 600, 700);
    zt_scene *slice = zt_scene_slice(f->arena, f->page, (zt_page_slice){550, 800});
    assert_true(fabs(slice->height - 250) < 1e-9);
    assert_true(fabs(slice->width - 100) < 1e-9);
    double y = 0;
    const zt_visitor visitor = {&y, seen, NULL};
    zt_scene_walk(slice->root, &visitor);
    assert_true(fabs(y - 50) < 1e-9);
    zt_scene_walk(f->page->root, &visitor);
    assert_true(fabs(y - 600) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_one_piece, begin, end),
        cmocka_unit_test_setup_teardown(test_even_pieces, begin, end),
        cmocka_unit_test_setup_teardown(test_rules_go_with_what_is_below, begin, end),
        cmocka_unit_test_setup_teardown(test_tall_block, begin, end),
        cmocka_unit_test_setup_teardown(test_grounds_and_neighbours, begin, end),
        cmocka_unit_test_setup_teardown(test_slice_is_a_page, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
