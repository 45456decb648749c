/* Inks of series and keys: one key, one ink; neighbours that a grey plate tells apart. */
#include "chart_ask.h"

#include "chart/fills.h"
#include "chart/legend.h"
#include "chart/ramp.h"

/* The inks of the chart block as the theme has them. */
static zt_chart_params theme_inks(const chart_case *c)
{
    return (zt_chart_params){.accent = zt_setting_ink(&c->board->setting, "accent"),
                             .rest = zt_setting_ink(&c->board->setting, "companion-mid"),
                             .second = zt_setting_ink(&c->board->setting, "companion"),
                             .third = zt_setting_ink(&c->board->setting, "companion-light")};
}

static double grey_of(const zt_ink *ink)
{
    return zt_fill_grey((zt_part_fill){ink, ZT_FILL_PLAIN});
}

/* A chart of so many series, 甲 乙 丙 丁, one item. */
static chart_case with_series(void *state, size_t count)
{
    static const char *const heads[] = {"甲", "乙", "丙", "丁"};
    chart_case c = chart_new(state, "column", "天", 0, NULL);
    chart_one(&c, "2021", "1");
    chart_use(&c);
    c.data.series_count = count;
    c.data.series = ZT_ARRAY(c.board->arena, count, zt_str);
    c.data.series_highlight = ZT_ARRAY(c.board->arena, count, bool);
    for (size_t i = 0; i < count; i++)
        c.data.series[i] = zt_str_from(heads[i]);
    return c;
}

/* Two to four columns side by side, whichever of them leads. */
static void test_series_side_by_side(void **state)
{
    for (size_t count = 2; count <= 4; count++)
        for (size_t lead = 0; lead < count; lead++) {
            chart_case c = with_series(*state, count);
            const zt_chart_params params = theme_inks(&c);
            const zt_chart chart = {
                .setting = &c.board->setting, .params = &params, .data = &c.data};
            c.data.series_highlight[lead] = true;
            for (size_t s = 0; s < count; s++) {
                const zt_ink *ink = zt_series_ink(&chart, c.data.items, s);
                assert_true((ink == params.accent) == (s == lead));
                if (s > 0 &&
                    fabs(grey_of(ink) - grey_of(zt_series_ink(&chart, c.data.items, s - 1))) < 12)
                    fail_msg("%zu series, lead %zu: %zu and the one before are alike in grey",
                             count, lead, s);
            }
        }
}

/* A key has its ink as a series and as an item, and no other series gets it. */
static void test_one_key_one_ink(void **state)
{
    chart_case c = with_series(*state, 4);
    const zt_chart_params params = theme_inks(&c);
    zt_theme *theme = c.board->setting.template_->theme;
    zt_key_ink own[] = {{.key = "乙", .ink = params.third}, {.key = "2021", .ink = params.second}};
    theme->key_inks = own;
    theme->key_ink_count = 2;
    const zt_chart chart = {.setting = &c.board->setting, .params = &params, .data = &c.data};
    for (size_t s = 0; s < 4; s++)
        assert_true((zt_series_ink(&chart, c.data.items, s) == params.third) == (s == 1));
    const zt_part_fill *fills = zt_fills_new(&chart, 4, NULL);
    for (size_t s = 0; s < 4; s++) {
        assert_true((fills[s].ink == params.third) == (s == 1));
        if (s > 0)
            assert_true(fabs(zt_fill_grey(fills[s]) - zt_fill_grey(fills[s - 1])) >= 12);
    }
    c.data.series_count = 1;
    assert_ptr_equal(zt_series_ink(&chart, c.data.items, 0), params.second);
    theme->key_ink_count = 0;
}

/* The same in areas: a part of a treemap by its key, a series of a marimekko by its head; the
   others keep off these inks. */
static void test_keys_in_areas(void **state)
{
    static const char *const heads[] = {"乙", "戊", NULL};
    static const char *const kinds[] = {"treemap", "marimekko"};
    for (size_t k = 0; k < 2; k++) {
        chart_case c = chart_new(*state, kinds[k], "亿元", 0, k == 0 ? NULL : heads);
        const char *const values[3][2] = {{"60", "50"}, {"30", "20"}, {"25", "10"}};
        static const char *const keys[] = {"甲", "乙", "丙"};
        for (size_t i = 0; i < 3; i++)
            chart_item(&c, keys[i], (const char *[]){values[i][0], values[i][1]});
        c.data.series_highlight = ZT_ARRAY(c.board->arena, 2, bool);
        const zt_chart_params params = theme_inks(&c);
        zt_theme *theme = c.board->setting.template_->theme;
        zt_key_ink own[] = {{.key = "乙", .ink = params.accent}};
        theme->key_inks = own;
        theme->key_ink_count = 1;
        paths tiles = paths_of(assert_sound(&c, 97), "tiles");
        size_t in_own = 0;
        for (size_t i = 0; i < tiles.count; i++)
            in_own += tiles.items[i]->fill.ink == params.accent;
        assert_int_equal(in_own, k == 0 ? 1 : 3);
        theme->key_ink_count = 0;
    }
}

/* Values on both sides of zero: two inks, the lightest steps next to zero, one scale for both. */
static void test_diverging_ramp(void **state)
{
    chart_case c = chart_new(*state, "heatmap", "%", 0, NULL);
    chart_one(&c, "甲", "−30");
    chart_one(&c, "乙", "20");
    chart_use(&c);
    const zt_chart_params params = theme_inks(&c);
    const zt_chart chart = {
        .setting = &c.board->setting, .params = &params, .data = &c.data, .block = &c.board->block};
    const zt_ramp ramp = zt_ramp_of(&chart, false);
    assert_true(ramp.below > 0 && ramp.below < ramp.steps);
    for (size_t i = 0; i < ramp.steps; i++) {
        bool above = i >= ramp.below;
        assert_ptr_equal(zt_ramp_paint(&ramp, i).ink, above ? params.accent : params.second);
        size_t from = above ? i - ramp.below : ramp.below - 1 - i;
        if (from == 0)
            assert_near(zt_ramp_paint(&ramp, i).tint, 0.1, 1e-9);
    }
    assert_near(zt_ramp_paint(&ramp, 0).tint, 1, 1e-9);
}

#define ON_BOARD(test_) cmocka_unit_test_setup_teardown(test_, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOARD(test_series_side_by_side),
        ON_BOARD(test_one_key_one_ink),
        ON_BOARD(test_keys_in_areas),
        ON_BOARD(test_diverging_ramp),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
