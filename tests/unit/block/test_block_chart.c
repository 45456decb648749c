/* Charts on a board: nothing overlaps, nothing is dropped, nothing leaves the frame, and lengths
   and angles are true. */
#include "chart_ask.h"

static const char *const airports[] = {"重庆江北", "成都双流",   "成都天府", "绵阳南郊",
                                       "万州五桥", "宜宾五粮液", "泸州云龙", "达州金垭",
                                       "南充高坪", "西昌青山"};
static const char *const travellers[] = {"612.4", "598.1", "420.7", "96.3", "38.2",
                                         "35.9",  "33.4",  "28.8",  "21.5", "17.2"};

static chart_case airport_chart(board *b)
{
    chart_case c = chart_new(b, "rank", "万人次", 4, NULL);
    c.data.unit_in_heads = true;
    for (size_t i = 0; i < 10; i++)
        chart_one(&c, airports[i], travellers[i])->highlight = i < 2;
    return c;
}

static void test_rank_of_airports(void **state)
{
    chart_case c = airport_chart(*state);
    const double values[] = {612.4, 598.1, 420.7, 96.3, 38.2, 35.9, 33.4, 28.8, 21.5, 17.2};
    const zt_group *group = assert_sound(&c, 156);
    assert_lengths(group, values, 10);
    assert_all_said(&c, group);
    /* the comp: 612.4 is 112 mm of 156 long; at least as much here */
    assert_true(paths_of(group, "bars").items[0]->item.box.w > zt_pt_from_mm(112));
    assert_int_equal(group->role, ZT_ROLE_FIGURE);
    zt_str said = board_text(c.board, group);
    assert_int_equal(occurrences(said, "10"), 1);
    assert_int_equal(occurrences(said, "600"), 0); /* every value is printed: no ticks */
}

static void test_rank_with_ticks(void **state)
{
    chart_case c = airport_chart(*state);
    assert_sound(&c, 156);
    board_param(c.board, "value-axis", "yes");
    double height = board_measure(c.board, zt_pt_from_mm(156)).height;
    const zt_group *group = board_place(c.board, zt_pt_from_mm(156), height);
    /* the last round tick within the data */
    assert_int_equal(occurrences(board_text(c.board, group), "600"), 1);
}

static void test_narrow_rank_gives_bars_the_whole_width(void **state)
{
    chart_case c = airport_chart(*state);
    const double values[] = {612.4, 598.1, 420.7, 96.3, 38.2, 35.9, 33.4, 28.8, 21.5, 17.2};
    const zt_group *group = assert_sound(&c, 46);
    assert_lengths(group, values, 10);
    assert_all_said(&c, group);
    assert_near(paths_of(group, "bars").items[0]->item.box.w, zt_pt_from_mm(46), 0.1);
}

static void test_rank_narrow_and_tight(void **state)
{
    board *b = *state;
    chart_case c = airport_chart(b);
    double natural = 0;
    for (int leading = 1; leading >= 0; leading--) {
        b->setting.fit.leading = leading;
        assert_all_said(&c, assert_sound(&c, 70));
        double height = board_measure(b, zt_pt_from_mm(70)).height;
        assert_true(leading == 1 || height < 0.85 * natural);
        natural = height;
    }
    b->setting.fit.leading = 1;
}

static void test_rank_spends_spare_height_on_rows(void **state)
{
    chart_case c = airport_chart(*state);
    chart_use(&c);
    double width = zt_pt_from_mm(156);
    zt_extent extent = board_measure(c.board, width);
    paths low = paths_of(board_place(c.board, width, extent.height), "bars");
    paths high = paths_of(board_place(c.board, width, extent.ceiling), "bars");
    double pitch = high.items[1]->item.box.y - high.items[0]->item.box.y;
    assert_near(pitch, zt_pt_from_mm(8), 0.01);
    assert_near(high.items[0]->item.box.h / pitch, 0.61, 0.001);
    assert_near(low.items[1]->item.box.y - low.items[0]->item.box.y, zt_pt_from_mm(6.1), 0.01);
}

static void test_rank_of_thirteen_equal_values(void **state)
{
    chart_case c = chart_new(*state, "rank", "个", 0, NULL);
    double values[13];
    for (int i = 0; i < 13; i++) {
        chart_one(&c, zt_arena_printf(c.board->arena, "第%d名", i + 1), "7");
        values[i] = 7;
    }
    const zt_group *group = assert_sound(&c, 90);
    assert_lengths(group, values, 13);
    assert_all_said(&c, group);
}

static void test_rank_of_one_and_of_forty(void **state)
{
    chart_case one = chart_new(*state, "rank", "家", 0, NULL);
    chart_one(&one, "唯一", "3");
    assert_all_said(&one, assert_sound(&one, 60));
    chart_case forty = chart_new(*state, "rank", "家", 0, NULL);
    double values[40];
    for (int i = 0; i < 40; i++) {
        values[i] = 400 - 9.9 * i;
        zt_buf buf;
        zt_buf_init(&buf, forty.board->arena);
        zt_buf_number(&buf, values[i], 1);
        chart_one(&forty, zt_arena_printf(forty.board->arena, "项%d", i), buf.data);
    }
    const zt_group *group = assert_sound(&forty, 120);
    assert_lengths(group, values, 40);
    assert_all_said(&forty, group);
}

static void test_rank_with_long_labels(void **state)
{
    chart_case c = chart_new(*state, "rank", "万元", 4, NULL);
    chart_one(&c, "成渝地区双城经济圈核心区", "88.8")->highlight = true;
    chart_one(&c, "万达开川渝统筹发展示范区", "5");
    chart_one(&c, "短", "40");
    const zt_group *group = assert_sound(&c, 75);
    const double values[] = {88.8, 5, 40};
    assert_lengths(group, values, 3);
    assert_int_equal(occurrences(board_text(c.board, group), "短"), 1);
}

static void test_rank_below_zero(void **state)
{
    chart_case c = chart_new(*state, "rank", "%", 0, NULL);
    const double values[] = {4, -11.5, -38.2};
    chart_one(&c, "重庆", "4");
    chart_one(&c, "全国", "−11.5");
    chart_one(&c, "其他地区", "−38.2");
    const zt_group *group = assert_sound(&c, 80);
    assert_lengths(group, values, 3);
    paths bars = paths_of(group, "bars");
    double zero = bars.items[0]->item.box.x; /* the positive bar begins where the others end */
    assert_near(zt_rect_right(bars.items[1]->item.box), zero, 0.001);
    assert_near(zt_rect_right(bars.items[2]->item.box), zero, 0.001);
    assert_all_said(&c, group);
}

static void test_rank_in_a_narrow_column_stacks_its_labels(void **state)
{
    chart_case c = chart_new(*state, "rank", "万人次", 4, NULL);
    const double values[] = {421, 300, 120, -80.5};
    chart_one(&c, "成渝地区双城经济圈核心区", "近421万人次");
    chart_one(&c, "成都", "300");
    chart_one(&c, "重庆", "120");
    chart_one(&c, "负数", "−80.5");
    const zt_group *group = assert_sound(&c, 50);
    paths bars = paths_of(group, "bars");
    double longest = bars.items[0]->item.box.w;
    assert_true(longest > 0.25 * zt_pt_from_mm(50));
    assert_near(bars.items[2]->item.box.w / longest, values[1] / values[0], 0.001);
    assert_near(bars.items[4]->item.box.w / longest, -values[3] / values[0], 0.001);
    assert_int_equal(occurrences(board_text(c.board, group), "近421万人次"), 1);
}

static void test_rank_keeps_the_rows_of_missing_values(void **state)
{
    chart_case c = chart_new(*state, "rank", "家", 0, NULL);
    for (int i = 0; i < 4; i++)
        chart_one(&c, zt_arena_printf(c.board->arena, "甲%d", i), "");
    const zt_group *group = assert_sound(&c, 80);
    assert_int_equal(paths_of(group, "bars").count, 0);
    assert_int_equal(occurrences(board_text(c.board, group), "待补"), 4);
}

static void test_rank_tells_the_standing_of_values(void **state)
{
    chart_case c = chart_new(*state, "rank", "万人次", 4, NULL);
    chart_one(&c, "实数", "46.3");
    chart_status(chart_one(&c, "推算数", "14.8"), 0, ZT_COMPUTED);
    chart_status(chart_one(&c, "预测数", "12"), 0, ZT_FORECAST);
    chart_one(&c, "约数", "约9");
    const zt_group *group = assert_sound(&c, 90);
    paths bars = paths_of(group, "bars");
    assert_int_equal(bars.count, 6); /* hatching and outline; bar and open end */
    assert_non_null(bars.items[1]->clip);
    assert_near(bars.items[2]->item.box.w / bars.items[0]->item.box.w, 14.8 / 46.3, 0.0005);
    assert_true(bars.items[3]->dash[0] > 0);
    assert_near(bars.items[3]->item.box.w / bars.items[0]->item.box.w, 12 / 46.3, 0.0005);
    zt_str said = board_text(c.board, group);
    assert_int_equal(occurrences(said, "推算"), 2); /* the key and the word */
    assert_int_equal(occurrences(said, "预测"), 2);
}

static void test_units_of_their_own_share_the_scale(void **state)
{
    chart_case c = chart_new(*state, "rank", "万人次", 4, NULL);
    chart_one(&c, "甲", "50");
    chart_one(&c, "乙", "250000人次");
    chart_one(&c, "丙", "10万余人次");
    const zt_group *group = assert_sound(&c, 100);
    paths bars = paths_of(group, "bars");
    assert_near(bars.items[1]->item.box.w / bars.items[0]->item.box.w, 0.5, 0.0005);
    assert_near(bars.items[2]->item.box.w / bars.items[0]->item.box.w, 0.2, 0.0005);
}

static void add_annotation(chart_case *c)
{
    c->data.annotations = ZT_NEW(c->board->arena, zt_annotation);
    c->data.annotation_count = 1;
    *c->data.annotations =
        (zt_annotation){.of = ZT_STR("重庆江北 成都双流"),
                        .label = board_rich(c->board, "江北、双流两场合计，占十场总量的63.6%"),
                        .figure = chart_quantity(c->board, "1210.5万人次")};
}

static void test_annotation_takes_the_empty_quarter(void **state)
{
    chart_case c = airport_chart(*state);
    chart_use(&c);
    double alone = board_measure(c.board, zt_pt_from_mm(156)).height;
    add_annotation(&c);
    const zt_group *group = assert_sound(&c, 156);
    board_parts found = board_find(group, "annotation");
    assert_int_equal(found.count, 1);
    assert_near(board_measure(c.board, zt_pt_from_mm(156)).height, alone, 0.01);
    assert_near(zt_rect_right(found.items[0].box), zt_pt_from_mm(156), 0.01);
    assert_true(occurrences(board_text(c.board, group), "1210.5") == 1);
}

static void test_annotation_goes_below_a_flat_ranking(void **state)
{
    chart_case c = chart_new(*state, "rank", "万人次", 4, NULL);
    for (size_t i = 0; i < 10; i++)
        chart_one(&c, airports[i], "600");
    chart_use(&c);
    double alone = board_measure(c.board, zt_pt_from_mm(156)).height;
    add_annotation(&c);
    chart_use(&c);
    double width = zt_pt_from_mm(156), height = board_measure(c.board, width).height;
    const zt_group *group = board_place(c.board, width, height);
    /* By ink: the blank before the first digit is taken off, its em box begins further left. */
    board_inside_near(group, width, height, 0.1);
    assert_disjoint(group);
    assert_true(board_find(group, "annotation").items[0].box.y > alone);
}

/* ---- lines ---- */

static chart_case month_chart(board *b, int months)
{
    chart_case c = chart_new(b, "line", "列", 0, NULL);
    for (int i = 0; i < months; i++)
        chart_one(&c, zt_arena_printf(b->arena, "%d月", i + 1),
                  zt_arena_printf(b->arena, "%d", 300 + i * 13 % 170));
    return c;
}

static void test_line_over_months(void **state)
{
    for (int months = 2; months <= 48; months += 23) {
        chart_case c = month_chart(*state, months);
        const zt_group *group = assert_sound(&c, 76);
        zt_str said = board_text(c.board, group);
        assert_true(occurrences(said, "1月") >= 1); /* the first and the last stay */
        assert_true(occurrences(said, zt_arena_printf(c.board->arena, "%d月", months)) >= 1);
        zt_str last = c.data.items[months - 1].values[0]->text;
        assert_true(occurrences(said, zt_arena_copy(c.board->arena, last.data, last.len)) >= 1);
    }
}

static void test_line_of_thirteen_series_that_meet(void **state)
{
    const char *heads[14] = {NULL};
    const char *first[13], *last[13];
    board *b = *state;
    for (int i = 0; i < 13; i++) {
        heads[i] = zt_arena_printf(b->arena, "系列%c", 'A' + i);
        first[i] = zt_arena_printf(b->arena, "%d", 10 * i);
        last[i] = "50";
    }
    chart_case c = chart_new(b, "line", "家", 0, heads);
    chart_item(&c, "去年", first);
    chart_item(&c, "今年", last);
    const zt_group *group = assert_sound(&c, 90);
    zt_str said = board_text(b, group);
    for (int i = 0; i < 13; i++)
        assert_int_equal(occurrences(said, heads[i]), 1);
    assert_true(occurrences(said, "50") >= 13);
}

static void test_line_labels_of_twelve_characters(void **state)
{
    const char *const heads[] = {"成渝地区双城经济圈核心区", "万达开川渝统筹发展示范区", NULL};
    chart_case c = chart_new(*state, "line", "万元", 4, heads);
    const char *const values[][2] = {{"3", "8"}, {"5", "7.5"}, {"7.4", "7.5"}};
    chart_item(&c, "二〇二〇年全年累计统计期", values[0]);
    chart_item(&c, "二〇二一年全年累计统计期", values[1]);
    chart_item(&c, "二〇二二年上半年的统计期", values[2]);
    assert_sound(&c, 80);
}

static size_t strokes(const zt_group *group, bool dashed)
{
    paths lines = paths_of(group, "lines");
    size_t count = 0;
    for (size_t i = 0; i < lines.count; i++)
        count += lines.items[i]->fill.ink == NULL && (lines.items[i]->dash[0] > 0) == dashed;
    return count;
}

static void test_missing_values_break_a_line(void **state)
{
    chart_case c = month_chart(*state, 3);
    chart_one(&c, "4月", "");
    chart_one(&c, "5月", "400");
    chart_one(&c, "6月", "410");
    const zt_group *group = assert_sound(&c, 76);
    assert_int_equal(strokes(group, false), 2);
    assert_int_equal(occurrences(board_text(c.board, group), "待补"), 1);
}

static void test_forecasts_are_dashed(void **state)
{
    chart_case c = month_chart(*state, 4);
    chart_status(&c.data.items[3], 0, ZT_FORECAST);
    const zt_group *group = assert_sound(&c, 76);
    assert_int_equal(strokes(group, false), 1);
    assert_int_equal(strokes(group, true), 1);
    assert_int_equal(occurrences(board_text(c.board, group), "预测"), 1);
}

static void test_points_of_a_line_are_in_proportion(void **state)
{
    chart_case c = chart_new(*state, "line", "列", 0, NULL);
    chart_one(&c, "1月", "100");
    chart_one(&c, "2月", "400");
    chart_one(&c, "3月", "250");
    paths lines = paths_of(assert_sound(&c, 76), "lines");
    const zt_seg *segs = lines.items[0]->segs;
    assert_int_equal(lines.items[0]->seg_count, 3);
    double rise = segs[0].p[0].y - segs[1].p[0].y;
    assert_near((segs[0].p[0].y - segs[2].p[0].y) / rise, 0.5, 0.0005);
}

static void test_line_highlights_and_missing_everywhere(void **state)
{
    chart_case c = month_chart(*state, 12);
    for (size_t i = 0; i < 12; i++)
        c.data.items[i].highlight = true;
    zt_str said = board_text(c.board, assert_sound(&c, 100));
    for (size_t i = 0; i < 12; i++)
        assert_true(occurrences(said, zt_arena_printf(c.board->arena, "%d", 300 + (int)i * 13)) >=
                    1);
    chart_case none = chart_new(*state, "line", "列", 0, NULL);
    chart_one(&none, "1月", "");
    chart_one(&none, "2月", "");
    assert_true(occurrences(board_text(none.board, assert_sound(&none, 76)), "待补") >= 1);
}

/* ---- rings ---- */

static double angle_of(zt_point p, zt_point centre)
{
    double angle = atan2(p.x - centre.x, centre.y - p.y) * 180 / 3.14159265358979323846;
    return angle < -1e-9 ? angle + 360 : angle;
}

static chart_case share_chart(board *b, const char *const *keys, const char *const *values)
{
    chart_case c = chart_new(b, "donut", "%", 0, NULL);
    for (size_t i = 0; keys[i]; i++)
        chart_one(&c, keys[i], values[i])->highlight = i == 0;
    return c;
}

static void test_donut_angles_are_exact(void **state)
{
    const char *const keys[] = {"成渝地区", "其他地区", NULL}, *const values[] = {"14.6", "85.4"};
    chart_case c = share_chart(*state, keys, values);
    const zt_group *group = assert_sound(&c, 57);
    paths sectors = paths_of(group, "bars");
    /* The first sector runs from 12 o'clock to 14.6 per cent, where the second begins. */
    zt_point start = sectors.items[0]->segs[0].p[0], next = sectors.items[1]->segs[0].p[0];
    zt_rect ring = zt_rect_union(sectors.items[0]->item.box, sectors.items[1]->item.box);
    zt_point centre = {ring.x + ring.w / 2, ring.y + ring.h / 2};
    assert_near(ring.w, ring.h, 0.01);
    assert_near(angle_of(start, centre), 0, 0.05);
    assert_near(angle_of(next, centre), 0.146 * 360, 0.05);
    zt_str said = board_text(c.board, group);
    assert_int_equal(occurrences(said, "14.6"), 1); /* in the hole, and not a second time */
    assert_int_equal(occurrences(said, "85.4%"), 1);
}

static void test_donut_shows_one_per_cent(void **state)
{
    const char *const keys[] = {"汽车摩托车产业", "电子信息产业", "装备制造",
                                "消费品工业",     "其他",         NULL};
    const char *const values[] = {"44", "30", "24", "1", "1"};
    for (double width = 60; width <= 120; width += 30) {
        chart_case c = share_chart(*state, keys, values);
        const zt_group *group = assert_sound(&c, width);
        paths sectors = paths_of(group, "bars");
        assert_true(sectors.items[3]->item.box.w > 1 && sectors.items[3]->fill.ink);
        assert_int_equal(occurrences(board_text(c.board, group), "1%"), 2);
    }
}

static void test_donut_labels_of_twelve_characters(void **state)
{
    const char *const keys[] = {"成渝地区双城经济圈核心区", "万达开川渝统筹发展示范区",
                                "川南渝西融合发展的试验区", "高竹新区与遂潼一体先行区",
                                "其余未列出的各市州和区县", NULL};
    const char *const values[] = {"20", "20", "20", "20", "20"};
    chart_case c = share_chart(*state, keys, values);
    assert_sound(&c, 80);
    assert_sound(&c, 130);
}

static void test_donut_odd_data(void **state)
{
    const char *const one[] = {"全部", NULL}, *const all[] = {"100"};
    chart_case c = share_chart(*state, one, all);
    assert_sound(&c, 60);
    const char *const two[] = {"甲", "乙", NULL}, *const missing[] = {"", ""};
    c = share_chart(*state, two, missing);
    assert_int_equal(occurrences(board_text(c.board, assert_sound(&c, 60)), "待补"), 2);
    const char *const half[] = {"40", ""};
    c = share_chart(*state, two, half);
    assert_int_equal(occurrences(board_text(c.board, assert_sound(&c, 60)), "待补"), 1);
}

/* As many inks as a ring may have parts. */
static void test_donut_of_five_inks(void **state)
{
    const char *const five[] = {"甲", "乙", "丙", "丁", "戊", NULL};
    const char *const values[] = {"30", "20", "20", "15", "15"};
    chart_case c = share_chart(*state, five, values);
    c.data.items[0].highlight = false;
    paths ring = paths_of(assert_sound(&c, 90), "bars");
    assert_true(ring.count >= 5);
    for (size_t i = 0; i < 5; i++)
        for (size_t k = 0; k < i; k++)
            assert_ptr_not_equal(ring.items[i]->fill.ink, ring.items[k]->fill.ink);
}

/* ---- checks ---- */

static void assert_reported(chart_case *c, const char *code, bool good)
{
    size_t mark = zt_diags_mark(c->board->diags);
    assert_int_equal(zt_chart_check(&c->data, c->board->diags), good);
    if (!code) {
        assert_int_equal(zt_diags_count(c->board->diags), mark);
        return;
    }
    assert_int_equal(zt_diags_count(c->board->diags), mark + 1);
    assert_string_equal(zt_diags_at(c->board->diags, mark)->code, code);
    zt_diags_rewind(c->board->diags, mark);
}

static void test_checks(void **state)
{
    board *b = *state;
    chart_case c = airport_chart(b);
    assert_reported(&c, NULL, true);
    c.data.kind = ZT_STR("rang");
    assert_reported(&c, "unknown-chart-kind", false);
    c.data.kind = ZT_STR("donut");
    assert_reported(&c, "too-many-slices", false);

    chart_case empty = chart_new(b, "rank", "", 0, NULL);
    assert_reported(&empty, "no-items", false);
    chart_one(&empty, "甲", NULL)->rank = chart_quantity(b, "2");
    assert_reported(&empty, "rank-without-values", false);

    chart_case shares = chart_new(b, "donut", "%", 0, NULL);
    chart_one(&shares, "甲", "66.7");
    chart_one(&shares, "乙", "33.4");
    assert_reported(&shares, NULL, true); /* 100.1 is rounding */
    chart_one(&shares, "丙", "5");
    assert_reported(&shares, "share-over-100", false);
    chart_one(&shares, "丁", "−5");
    assert_reported(&shares, "should-be-bars", false);

    const char *const heads[] = {"2021", "2022", NULL}, *const values[] = {"1", "2"};
    chart_case series = chart_new(b, "rank", "家", 0, heads);
    chart_item(&series, "甲", values);
    assert_reported(&series, "too-many-series", false);
    series.data.kind = ZT_STR("line");
    assert_reported(&series, "should-be-bars", false);
}

static void test_heads_stand_above_the_plot(void **state)
{
    chart_case c = airport_chart(*state);
    c.data.title = board_rich(c.board, "成渝地区机场旅客吞吐量排行");
    c.data.note = board_rich(c.board, "注：不含通用航空。");
    const zt_group *group = assert_sound(&c, 94);
    board_first_line(c.board, zt_pt_from_mm(94));
    board_parts title = board_find(group, "title"), plot = board_find(group, "plot");
    board_parts note = board_find(group, "note");
    assert_true(zt_rect_foot(title.items[0].box) < plot.items[0].box.y);
    assert_true(zt_rect_foot(plot.items[0].box) < note.items[0].box.y);
    /* Without a deck the unit is told once, at the first value. */
    assert_int_equal(occurrences(board_text(c.board, group), "万人次"), 1);
}

#define CHART_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHART_TEST(test_rank_of_airports),
        CHART_TEST(test_rank_with_ticks),
        CHART_TEST(test_narrow_rank_gives_bars_the_whole_width),
        CHART_TEST(test_rank_narrow_and_tight),
        CHART_TEST(test_rank_spends_spare_height_on_rows),
        CHART_TEST(test_rank_of_thirteen_equal_values),
        CHART_TEST(test_rank_of_one_and_of_forty),
        CHART_TEST(test_rank_with_long_labels),
        CHART_TEST(test_rank_below_zero),
        CHART_TEST(test_rank_in_a_narrow_column_stacks_its_labels),
        CHART_TEST(test_rank_keeps_the_rows_of_missing_values),
        CHART_TEST(test_rank_tells_the_standing_of_values),
        CHART_TEST(test_units_of_their_own_share_the_scale),
        CHART_TEST(test_annotation_takes_the_empty_quarter),
        CHART_TEST(test_annotation_goes_below_a_flat_ranking),
        CHART_TEST(test_line_over_months),
        CHART_TEST(test_line_of_thirteen_series_that_meet),
        CHART_TEST(test_line_labels_of_twelve_characters),
        CHART_TEST(test_missing_values_break_a_line),
        CHART_TEST(test_forecasts_are_dashed),
        CHART_TEST(test_points_of_a_line_are_in_proportion),
        CHART_TEST(test_line_highlights_and_missing_everywhere),
        CHART_TEST(test_donut_angles_are_exact),
        CHART_TEST(test_donut_shows_one_per_cent),
        CHART_TEST(test_donut_labels_of_twelve_characters),
        CHART_TEST(test_donut_odd_data),
        CHART_TEST(test_donut_of_five_inks),
        CHART_TEST(test_checks),
        CHART_TEST(test_heads_stand_above_the_plot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
