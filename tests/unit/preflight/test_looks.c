/* Checks of the look, on pages drawn for each: one that fails and one beside it that does not. */
#include "cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "preflight/look.h"

typedef struct page {
    zt_arena *arena;
    zt_diags *diags;
    zt_doc doc;
    zt_scene *scene;
    zt_ink dark, alike, light;
} page;

static zt_ink ink(const char *name, double grey)
{
    double v = 1 - grey / 100;
    return (zt_ink){.name = name, .rgb = {v, v, v}};
}

/* 400 by 300 points, all of it type area. */
static int open_page(void **state)
{
    zt_arena *arena = zt_arena_new();
    page *p = ZT_NEW(arena, page);
    p->arena = arena;
    p->diags = zt_diags_new(arena);
    p->doc.template_at = (zt_pos){"a.xml", 1, 1};
    p->scene = zt_scene_new(arena, 400, 300);
    p->scene->type_area = (zt_rect){0, 0, 400, 300};
    p->dark = ink("dark", 80);
    p->alike = ink("alike", 70);
    p->light = ink("light", 40);
    *state = p;
    return 0;
}

static int close_page(void **state)
{
    zt_arena_drop(((page *)*state)->arena);
    return 0;
}

static zt_group *block(page *p, const char *name, zt_rect box, int line)
{
    zt_group *group = zt_scene_add_part(p->scene, p->scene->root, (zt_pos){"a.xml", line, 1}, NULL,
                                        ZT_ROLE_NONE, box);
    group->block = name;
    return group;
}

static void fill(page *p, zt_group *group, zt_rect rect, const zt_ink *with)
{
    zt_scene_fill_rect(p->scene, group, group->item.at, rect, ZT_SOLID(with));
}

/* Looks at the page and counts the findings of that code; those before are forgotten. */
static size_t count(page *p, const char *code)
{
    zt_diags_rewind(p->diags, 0);
    const zt_scene *pages[] = {p->scene};
    zt_inspection in = {.diags = p->diags, .doc = &p->doc, .pages = pages, .page_count = 1};
    zt_look_at_pages(p->arena, &in);
    size_t found = 0;
    for (size_t i = 0; i < zt_diags_count(p->diags); i++)
        found += strcmp(zt_diags_at(p->diags, i)->code, code) == 0;
    return found;
}

/* Stripes over all of the page, 20 points apart, but for a hole of that width at its right foot. */
static void stripes(page *p, double hole)
{
    zt_group *group = block(p, "chart", (zt_rect){0, 0, 400, 300}, 3);
    for (int y = 0; y < 300; y += 20)
        fill(p, group, (zt_rect){0, y, y > 140 ? 400 - hole : 400, 12}, &p->light);
}

static void an_empty_quarter_is_told(void **state)
{
    page *p = *state;
    stripes(p, 180);
    assert_int_equal(count(p, "look-empty"), 1);
    const zt_diag *d = zt_diags_at(p->diags, 0);
    assert_int_equal(d->pos.line, 3);
    assert_non_null(strstr(d->en, "x 81 y 56, 60×49 mm"));
}

static void a_tenth_may_be_empty(void **state)
{
    page *p = *state;
    stripes(p, 60);
    assert_int_equal(count(p, "look-empty"), 0);
}

static void a_panel_does_not_fill_a_hole(void **state)
{
    page *p = *state;
    zt_ink pale = ink("panel", 7);
    zt_group *ground = block(p, "ground", (zt_rect){0, 0, 400, 300}, 2);
    fill(p, ground, (zt_rect){0, 0, 400, 300}, &pale);
    stripes(p, 180);
    assert_int_equal(count(p, "look-empty"), 1);
}

static void two_dark_areas_of_like_weight_are_told(void **state)
{
    page *p = *state;
    fill(p, block(p, "figures", (zt_rect){20, 20, 100, 100}, 2), (zt_rect){0, 0, 100, 100},
         &p->dark);
    fill(p, block(p, "figures", (zt_rect){250, 160, 100, 98}, 5), (zt_rect){0, 0, 100, 98},
         &p->dark);
    assert_int_equal(count(p, "look-entry"), 1);
    for (size_t i = 0; i < zt_diags_count(p->diags); i++)
        if (strcmp(zt_diags_at(p->diags, i)->code, "look-entry") == 0)
            assert_int_equal(zt_diags_at(p->diags, i)->pos.line, 5);
}

static void one_that_is_larger_leads(void **state)
{
    page *p = *state;
    fill(p, block(p, "figures", (zt_rect){20, 20, 100, 100}, 2), (zt_rect){0, 0, 100, 100},
         &p->dark);
    fill(p, block(p, "figures", (zt_rect){250, 160, 70, 70}, 5), (zt_rect){0, 0, 70, 70}, &p->dark);
    assert_int_equal(count(p, "look-entry"), 0);
}

/* The white between them parts the lines of a headline, which are one place to begin; elsewhere two
   alike are two. */
static void lines_of_a_headline_are_one(void **state)
{
    page *p = *state;
    zt_group *title = block(p, "title", (zt_rect){20, 20, 300, 120}, 2);
    fill(p, title, (zt_rect){0, 0, 300, 40}, &p->dark);
    fill(p, title, (zt_rect){0, 80, 300, 40}, &p->dark);
    assert_int_equal(count(p, "look-entry"), 0);
}

static void a_headline_may_have_a_rival(void **state)
{
    page *p = *state;
    zt_group *title = block(p, "title", (zt_rect){20, 20, 300, 120}, 2);
    fill(p, title, (zt_rect){0, 0, 300, 40}, &p->dark);
    fill(p, title, (zt_rect){0, 80, 300, 40}, &p->dark);
    fill(p, block(p, "figures", (zt_rect){20, 180, 100, 60}, 5), (zt_rect){0, 0, 100, 60},
         &p->dark);
    assert_int_equal(count(p, "look-entry"), 0);
    fill(p, block(p, "figures", (zt_rect){150, 170, 230, 105}, 9), (zt_rect){0, 0, 230, 105},
         &p->dark);
    assert_int_equal(count(p, "look-entry"), 1);
}

/* Three areas side by side in an order of painting in which the neighbours are not successive. */
static void neighbours_alike_in_grey_are_told(void **state)
{
    page *p = *state;
    zt_group *group = block(p, "chart", (zt_rect){0, 0, 400, 300}, 4);
    fill(p, group, (zt_rect){0, 0, 100, 50}, &p->dark);
    fill(p, group, (zt_rect){200, 0, 100, 50}, &p->light);
    fill(p, group, (zt_rect){100, 0, 100, 50}, &p->alike);
    assert_int_equal(count(p, "look-grey"), 1);
}

static void white_between_them_is_enough(void **state)
{
    page *p = *state;
    zt_group *group = block(p, "chart", (zt_rect){0, 0, 400, 300}, 4);
    fill(p, group, (zt_rect){0, 0, 100, 50}, &p->dark);
    fill(p, group, (zt_rect){104, 0, 100, 50}, &p->alike);
    fill(p, group, (zt_rect){0, 60, 100, 50}, &p->light);
    fill(p, group, (zt_rect){100, 60, 100, 50}, &p->dark);
    assert_int_equal(count(p, "look-grey"), 0);
}

/* Blocks of that many gaps down the page, each `more` larger than the one before. */
static void ladder(page *p, int gaps, double more)
{
    double y = 0;
    for (int i = 0; i <= gaps; i++) {
        block(p, "text", (zt_rect){10, y, 380, 20}, 2 + i);
        y += 20 + 6 + more * i;
    }
}

static void four_sizes_of_gaps_are_told(void **state)
{
    page *p = *state;
    ladder(p, 4, 5);
    assert_int_equal(count(p, "look-gaps"), 1);
}

static void three_sizes_or_many_alike_are_not(void **state)
{
    page *p = *state;
    ladder(p, 3, 5);
    assert_int_equal(count(p, "look-gaps"), 0);
    p->scene = zt_scene_new(p->arena, 400, 300);
    p->scene->type_area = (zt_rect){0, 0, 400, 300};
    ladder(p, 7, 0.2);
    assert_int_equal(count(p, "look-gaps"), 0);
}

static void edges_off_the_columns_are_told(void **state)
{
    page *p = *state;
    p->scene->grid = (zt_scene_grid){.columns = 4, .gutter = 0};
    block(p, "text", (zt_rect){0, 0, 100, 20}, 2);
    assert_int_equal(count(p, "look-grid"), 0);
    block(p, "text", (zt_rect){110, 0, 90, 20}, 3);
    assert_int_equal(count(p, "look-grid"), 1);
}

/* All rectangles of a field, plainly. */
static int largest_by_trial(const bool *taken, int across, int down)
{
    int best = 0;
    for (int y = 0; y < down; y++)
        for (int x = 0; x < across; x++)
            for (int h = 1; y + h <= down; h++)
                for (int w = 1; x + w <= across; w++) {
                    bool free = true;
                    for (int i = 0; i < w * h; i++)
                        free = free && !taken[(y + i / w) * across + x + i % w];
                    best = free && w * h > best ? w * h : best;
                }
    return best;
}

static void the_largest_free_rectangle_is_found(void **state)
{
    (void)state;
    unsigned seed = 7;
    for (int trial = 0; trial < 300; trial++) {
        bool taken[8 * 9];
        int across = 1 + trial % 8, down = 1 + trial % 9;
        for (int i = 0; i < across * down; i++) {
            seed = seed * 1103515245u + 12345u;
            taken[i] = (seed >> 16) % 10 < (unsigned)(trial % 11);
        }
        zt_squares q = zt_largest_free(taken, across, down);
        assert_int_equal(q.w * q.h, largest_by_trial(taken, across, down));
        for (int i = 0; i < q.w * q.h; i++)
            assert_false(taken[(q.y + i / q.w) * across + q.x + i % q.w]);
    }
}

int main(void)
{
#define PAGE(test) cmocka_unit_test_setup_teardown(test, open_page, close_page)
    const struct CMUnitTest tests[] = {
        PAGE(an_empty_quarter_is_told),
        PAGE(a_tenth_may_be_empty),
        PAGE(a_panel_does_not_fill_a_hole),
        PAGE(two_dark_areas_of_like_weight_are_told),
        PAGE(one_that_is_larger_leads),
        PAGE(lines_of_a_headline_are_one),
        PAGE(a_headline_may_have_a_rival),
        PAGE(neighbours_alike_in_grey_are_told),
        PAGE(white_between_them_is_enough),
        PAGE(four_sizes_of_gaps_are_told),
        PAGE(three_sizes_or_many_alike_are_not),
        PAGE(edges_off_the_columns_are_told),
        cmocka_unit_test(the_largest_free_rectangle_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
