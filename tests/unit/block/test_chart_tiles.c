/* Tiles: equal, at the places of the grid, darker the more; nothing of the data is lost. */
#include "chart_ask.h"

#include "model/chart_tiles.h"

static const double widths[] = {46, 97, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

static chart_case tiles(board *b)
{
    chart_case c = chart_new(b, "tiles", "%", 0, NULL);
    c.data.tiles = ZT_ARRAY(b->arena, 64, zt_chart_tile);
    return c;
}

static void tile(chart_case *c, const char *name, int row, int column)
{
    c->data.tiles[c->data.tile_count++] = (zt_chart_tile){zt_str_from(name), row, column, {0}};
}

static void test_places_and_tints(void **state)
{
    const double values[] = {2, 7.4, 5.1, 3.9};
    const int rows[] = {3, 3, 4, 6}, columns[] = {2, 4, 2, 5};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = tiles(*state);
        for (int i = 0; i < 4; i++) {
            const char *name = zt_arena_printf(c.board->arena, "渝%d", i);
            tile(&c, name, rows[i], columns[i]);
            chart_one(&c, name, zt_arena_printf(c.board->arena, "%g", values[i]));
        }
        const zt_group *group = assert_sound(&c, widths[w]);
        paths drawn = paths_of(group, "tiles");
        assert_int_equal(drawn.count, 4);
        double pitch = (drawn.items[1]->item.box.x - drawn.items[0]->item.box.x) / 2;
        assert_true(pitch > 0);
        for (size_t i = 0; i < 4; i++) {
            zt_rect box = drawn.items[i]->item.box, first = drawn.items[0]->item.box;
            assert_near(box.x - first.x, pitch * (columns[i] - 2), 0.001);
            assert_near(box.y - first.y, pitch * (rows[i] - 3), 0.001);
            assert_near(box.w, box.h, 0.001);
            assert_near(box.w, first.w, 0.001);
            for (size_t k = 0; k < 4; k++)
                if (values[i] > values[k])
                    assert_true(drawn.items[i]->fill.tint >= drawn.items[k]->fill.tint);
        }
        assert_all_said(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "不表示面积和边界"), 1);
    }
}

static void test_thirty_one_long_names(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = tiles(*state);
        for (int i = 0; i < 31; i++) {
            const char *name = zt_arena_printf(c.board->arena, "川渝高竹新区北部第%d片", i + 1);
            tile(&c, name, i / 10, i % 10);
            chart_one(&c, name, zt_arena_printf(c.board->arena, "%d", (i * 37) % 100));
        }
        c.data.items[3].highlight = true;
        chart_status(&c.data.items[4], 0, ZT_ESTIMATE);
        chart_status(&c.data.items[5], 0, ZT_FORECAST);
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_all_said(&c, group);
        assert_int_equal(occurrences(board_text(c.board, group), "估计"), 1);
        assert_int_equal(occurrences(board_text(c.board, group), "预测"), 1);
    }
}

static void test_missing_one_and_below_zero(void **state)
{
    chart_case c = tiles(*state);
    tile(&c, "万州", 0, 0);
    tile(&c, "开州", 0, 1);
    tile(&c, "梁平", 2, 1);
    chart_one(&c, "万州区", "");
    chart_one(&c, "开州", "-3.5");
    const zt_group *group = assert_sound(&c, 97);
    assert_all_said(&c, group);
    assert_int_equal(paths_of(group, "tiles").count, 1);
    assert_int_equal(occurrences(board_text(c.board, group), "梁平"), 1);
}

/* The same name, or the only one of which one is the beginning of the other. */
static void test_tiles_by_name(void **state)
{
    chart_case c = tiles(*state);
    tile(&c, "江", 0, 0);
    tile(&c, "江北", 0, 1);
    tile(&c, "石柱土家族自治县", 0, 2);
    assert_int_equal(zt_chart_tile_of(&c.data, ZT_STR("江北")), 1);
    assert_int_equal(zt_chart_tile_of(&c.data, ZT_STR("江北区")), 3);
    assert_int_equal(zt_chart_tile_of(&c.data, ZT_STR("石柱")), 2);
    assert_int_equal(zt_chart_tile_of(&c.data, ZT_STR("江津")), 0);
    assert_int_equal(zt_chart_tile_of(&c.data, ZT_STR("渝北")), 3);
}

static void test_what_is_refused(void **state)
{
    chart_case c = tiles(*state);
    chart_one(&c, "万州", "5");
    assert_check_refuses(&c, "no-tiles");
    tile(&c, "开州", 0, 0);
    assert_check_refuses(&c, "unknown-tile");
    chart_case two = tiles(*state);
    tile(&two, "万州", 0, 0);
    chart_one(&two, "万州区", "5");
    chart_one(&two, "万州港", "5");
    assert_check_refuses(&two, "tile-shared");
}

#define TILES_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TILES_TEST(test_places_and_tints),
        TILES_TEST(test_thirty_one_long_names),
        TILES_TEST(test_missing_one_and_below_zero),
        TILES_TEST(test_tiles_by_name),
        TILES_TEST(test_what_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
