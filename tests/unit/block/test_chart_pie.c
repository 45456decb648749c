/* Pies: two or three sectors from the middle, labels about them or in a list where there is no
 * room. */
#include "chart_ask.h"

static const double widths[] = {46, 52, 97, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

static const char *const keys[] = {"成渝地区双城经济圈毗邻区", "川渝高竹新区", "其他"};

/* Parts with long names, one an estimate, one approximate. */
static chart_case pie(board *b, const char *kind)
{
    static const char *const values[] = {"50", "约30", "20"};
    chart_case c = chart_new(b, kind, "亿元", 0, NULL);
    for (int i = 0; i < 3; i++)
        chart_one(&c, keys[i], values[i]);
    chart_status(&c.data.items[2], 0, ZT_ESTIMATE);
    return c;
}

/* The sector of the first part runs from the centre: its box holds the circle's right half. */
static void test_sectors_of_a_pie(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = pie(*state, "pie");
        /* the borders between sectors reach beyond the circle by half their weight */
        const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
        paths bars = paths_of(group, "bars");
        zt_rect half = bars.items[0]->item.box;
        assert_near(half.h, 2 * half.w, half.h / 1000);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "估计"), 1);
    }
}

/* In narrow places a ring keeps its size and its labels stand in a list below. */
static void test_labels_in_a_list(void **state)
{
    const char *const kinds[] = {"pie", "donut"};
    for (size_t k = 0; k < 2; k++) {
        chart_case c = pie(*state, kinds[k]);
        const zt_group *group = assert_sound(&c, 30);
        assert_all_said(&c, group);
        paths bars = paths_of(group, "bars");
        assert_true(bars.items[0]->item.box.h > zt_pt_from_mm(20));
        board_parts labels = board_find(group, "labels");
        assert_int_equal(labels.count, 1);
        assert_true(paths_of(group, "labels").count >= 3); /* the swatches */
    }
}

typedef struct share_run {
    double size, middle; /* of the run that says the share: x of its middle */
} share_run;

static void find_share(void *self, const zt_item *item, double dx, double dy)
{
    (void)dy;
    if (item->kind == ZT_ITEM_GLYPHS && occurrences(((const zt_glyphs *)item)->text, "38.96"))
        *(share_run *)self =
            (share_run){((const zt_glyphs *)item)->size, item->box.x + dx + item->box.w / 2};
}

/* The share stands in the hole or at its label, once and with its unit, at every width, and never
   smaller than the theme's least type: at 3 pt it always fits, at 30 pt it never does. */
static void test_the_share_leaves_a_small_hole(void **state)
{
    const double least_types[] = {3, 9, 30};
    for (size_t l = 0; l < 3; l++)
        for (double width = 30; width <= 120; width += 10) {
            board *b = *state;
            chart_case c = chart_new(b, "donut", "%", 0, NULL);
            chart_one(&c, "川渝高竹新区", "38.96")->highlight = true;
            chart_one(&c, "其他", "61.04");
            double kept = b->theme.limits.type;
            b->theme.limits.type = least_types[l];
            const zt_group *group = assert_sound_by(&c, width, ASK_BY_INK);
            b->theme.limits.type = kept;
            assert_int_equal(occurrences(board_text(b, group), "38.96%"), 1);
            share_run share = {0, 0};
            zt_scene_walk(group, &(zt_visitor){.self = &share, .enter = find_share});
            paths bars = paths_of(group, "bars");
            zt_rect ring = zt_rect_union(bars.items[0]->item.box, bars.items[1]->item.box);
            double off = fabs(share.middle - bars.dx[0] - ring.x - ring.w / 2);
            bool inside = off < ring.w / 5;
            assert_true(inside ? share.size >= least_types[l] : share.size == 10.5);
            assert_true(l == 0 ? inside : l == 1 || !inside);
        }
}

/* Of more parts each kind names the one that takes them. */
static void test_how_many_parts(void **state)
{
    chart_case c = chart_new(*state, "pie", "亿元", 0, NULL);
    for (int i = 0; i < 4; i++)
        chart_one(&c, zt_arena_printf(c.board->arena, "甲%d", i), "5");
    assert_check_refuses(&c, "too-many-slices");
    c.data.kind = ZT_STR("donut");
    assert_true(zt_chart_check(&c.data, c.board->diags));
    for (int i = 4; i < 7; i++)
        chart_one(&c, zt_arena_printf(c.board->arena, "甲%d", i), "5");
    c.data.kind = ZT_STR("pie");
    assert_check_refuses(&c, "too-many-slices");
    c.data.kind = ZT_STR("bar");
    assert_true(zt_chart_check(&c.data, c.board->diags));
}

#define PIE_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PIE_TEST(test_sectors_of_a_pie),
        PIE_TEST(test_labels_in_a_list),
        PIE_TEST(test_the_share_leaves_a_small_hole),
        PIE_TEST(test_how_many_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
