/* Routes: lines level, upright or at 45 degrees, a station for each stop, no name lost. */
#include "chart_ask.h"

#include "labels/meet.h"

static const double widths[] = {46, 52, 97, 107, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths, STOPS = 40 };

/* A line through the stations of these numbers. */
typedef struct course {
    size_t count, items[STOPS];
} course;

static chart_case route_chart(board *b, const char *const *heads, const char *const *keys,
                              const course *courses)
{
    chart_case c = chart_new(b, "route", "天", 0, heads);
    const char *none[8] = {NULL};
    for (size_t i = 0; keys[i]; i++)
        chart_item(&c, keys[i], none);
    c.data.courses = ZT_ARRAY(b->arena, c.data.series_count, zt_chart_course);
    for (size_t s = 0; s < c.data.series_count; s++) {
        c.data.courses[s].items = ZT_ARRAY(b->arena, STOPS, size_t);
        c.data.courses[s].count = courses[s].count;
        memcpy(c.data.courses[s].items, courses[s].items, sizeof courses[s].items);
    }
    return c;
}

/* Straight pieces of the lines; the bends between them are curves. */
static void assert_octilinear(const zt_group *group)
{
    paths lines = paths_of(group, "lines");
    size_t pieces = 0;
    for (size_t i = 0; i < lines.count; i++) {
        const zt_path *path = lines.items[i];
        zt_point at = path->segs[0].p[0];
        for (size_t k = 1; k < path->seg_count; k++) {
            const zt_seg *seg = &path->segs[k];
            zt_point to = seg->p[seg->kind == ZT_SEG_CURVE ? 2 : 0];
            double dx = fabs(to.x - at.x), dy = fabs(to.y - at.y);
            if (seg->kind == ZT_SEG_LINE && dx > 0.05 && dy > 0.05)
                assert_near(dx, dy, 0.05);
            pieces += seg->kind == ZT_SEG_LINE;
            at = to;
        }
    }
    assert_true(pieces > 0);
}

/* No line runs through a name. */
static void assert_clear(const zt_group *group)
{
    paths lines = paths_of(group, "lines");
    boxes words = {.count = 0};
    zt_visitor visitor = {.self = &words, .enter = collect_glyphs};
    zt_scene_walk(board_find(group, "labels").items[0].group, &visitor);
    for (size_t i = 0; i < lines.count; i++) {
        const zt_path *path = lines.items[i];
        zt_point at = path->segs[0].p[0];
        for (size_t k = 1; k < path->seg_count; k++) {
            const zt_seg *seg = &path->segs[k];
            zt_point to = seg->p[seg->kind == ZT_SEG_CURVE ? 2 : 0];
            for (size_t w = 0; w < words.count; w++)
                if (zt_piece_meets(at, to, words.items[w]))
                    fail_msg("a line runs through “%.*s”", ZT_ARG(words.texts[w]));
            at = to;
        }
    }
}

static const char *const four[] = {"西向 中欧班列", "北向 渝满俄班列", "东向 长江水运",
                                   "南向 陆海新通道", NULL};
static const char *const places[] = {"成都",   "兰州",   "阿拉山口", "杜伊斯堡", "重庆",
                                     "西安",   "满洲里", "莫斯科",   "万州",     "武汉",
                                     "上海港", "贵阳",   "钦州港",   "新加坡",   NULL};
static const course ways[] = {
    {4, {0, 1, 2, 3}}, {4, {4, 5, 6, 7}}, {4, {4, 8, 9, 10}}, {5, {0, 4, 11, 12, 13}}};

/* How many sizes the names of stations are set in: those of lines are as large as most. */
static size_t sizes_of(const zt_group *group)
{
    boxes words = {.count = 0};
    zt_visitor visitor = {.self = &words, .enter = collect_glyphs};
    zt_scene_walk(board_find(group, "labels").items[0].group, &visitor);
    double least = INFINITY, most = 0;
    for (size_t i = 0; i < words.count; i++) {
        least = fmin(least, words.items[i].h);
        most = fmax(most, words.items[i].h);
    }
    return most > 1.45 * least ? 2 : 1;
}

static void test_a_net(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = route_chart(*state, four, places, ways);
        c.data.items[3].values[0] = chart_quantity(c.board, "12");
        c.data.items[13].values[3] = chart_quantity(c.board, "");
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_octilinear(group);
        assert_clear(group);
        assert_all_said(&c, group);
        zt_str said = board_text(c.board, group);
        for (size_t s = 0; four[s]; s++)
            assert_int_equal(occurrences(said, four[s]), 1);
        /* in a net every station stands once; in strips the two hubs stand twice and thrice */
        size_t stations = paths_of(group, "dots").count;
        assert_int_equal(stations, widths[w] < 60 ? 17 : 14);
        /* from 150 mm on the two are poles, with their names larger than all others */
        assert_int_equal(paths_of(group, "poles").count, widths[w] < 150 ? 0 : 2);
        assert_int_equal(sizes_of(group), widths[w] < 150 ? 1 : 2);
        assert_true(zt_chart_check(&c.data, c.board->diags));
    }
}

/* Six lines from one station. */
static void test_crowded_nets(void **state)
{
    static const char *const six[] = {"0号线", "1号线", "2号线", "3号线", "4号线", "5号线", NULL};
    board *b = *state;
    for (size_t w = 0; w < WIDTHS; w++) {
        const char *keys[32] = {"共站"};
        course courses[6];
        for (size_t l = 0; l < 6; l++) {
            courses[l] = (course){.count = 6};
            for (size_t i = 0; i < 5; i++) {
                keys[1 + 5 * l + i] = zt_arena_printf(b->arena, "站%zu%zu", l, i);
                courses[l].items[i + 1] = 1 + 5 * l + i;
            }
        }
        chart_case c = route_chart(b, six, keys, courses);
        const zt_group *group = assert_sound(&c, widths[w]);
        assert_octilinear(group);
        assert_clear(group);
        assert_all_said(&c, group);
        assert_int_equal(paths_of(group, "dots").count, widths[w] < 60 ? 36 : 31);
    }
}

/* Lines that run in a circle, apart, twice through one station: strips. */
static void test_what_is_no_net(void **state)
{
    static const char *const three[] = {"甲线", "乙线", "丙线", NULL};
    static const char *const keys[] = {"甲", "乙", "丙", "丁", NULL};
    static const course circles[] = {{3, {0, 1, 2}}, {3, {2, 0, 3}}, {4, {3, 1, 0, 3}}};
    static const course apart[] = {{2, {0, 1}}, {1, {2}}, {1, {3}}};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = route_chart(*state, three, keys, circles);
        assert_all_said(&c, assert_sound(&c, widths[w]));
        chart_case d = route_chart(*state, three, keys, apart);
        assert_all_said(&d, assert_sound(&d, widths[w]));
    }
}

static void test_many_and_long_names(void **state)
{
    static const char *const two[] = {"线路名字很长的一号线", "二号线", NULL};
    board *b = *state;
    for (size_t w = 0; w < WIDTHS; w++) {
        const char *keys[33] = {NULL};
        course courses[2] = {{31, {0}}, {3, {5, 31, 9}}};
        for (size_t i = 0; i < 32; i++)
            keys[i] = zt_arena_printf(b->arena, "国家级经济技术开发区%d站", (int)i);
        for (size_t i = 0; i < 31; i++)
            courses[0].items[i] = i;
        chart_case c = route_chart(b, two, keys, courses);
        c.data.items[4].values[0] = chart_quantity(b, "约98000.25");
        assert_all_said(&c, assert_sound(&c, widths[w]));
    }
}

/* Places of the document hold; what lies between two of them is spread. */
static void test_given_places(void **state)
{
    static const char *const two[] = {"横线", "斜线", NULL};
    static const char *const keys[] = {"西", "中", "东", "东北", "间", NULL};
    static const course courses[] = {{3, {0, 1, 2}}, {3, {1, 4, 3}}};
    static const int at[][2] = {{0, 3}, {3, 3}, {8, 3}, {7, 0}};
    chart_case c = route_chart(*state, two, keys, courses);
    for (size_t i = 0; i < 4; i++) {
        c.data.items[i].has_place = true;
        c.data.items[i].column = at[i][0];
        c.data.items[i].row = at[i][1];
    }
    assert_true(zt_chart_check(&c.data, c.board->diags));
    const zt_group *group = assert_sound(&c, 156);
    paths dots = paths_of(group, "dots");
    assert_octilinear(group);
    assert_clear(group);
    assert_int_equal(dots.count, 5);
    double step = (dots.items[2]->item.box.x - dots.items[0]->item.box.x) / 8;
    double hub = dots.items[1]->item.box.x + dots.items[1]->item.box.w / 2;
    double west = dots.items[0]->item.box.x + dots.items[0]->item.box.w / 2;
    assert_near(hub - west, 3 * step, 0.05);
    c.data.items[3].has_place = false;
    assert_false(zt_chart_check(&c.data, c.board->diags));
}

/* How far a point is from the nearest ring of an item: in strips it has one in each of its lines.
 */
static double from_ring(const chart_case *c, const zt_group *group, size_t item, zt_point p)
{
    paths rings = paths_of(group, "dots");
    double least = INFINITY;
    for (size_t i = 0; i < rings.count; i++) {
        const zt_rect *box = &rings.items[i]->item.box;
        if (rings.items[i]->item.at.line == c->data.items[item].at.line)
            least = zt_min(least, hypot(box->x + box->w / 2 - p.x, box->y + box->h / 2 - p.y));
    }
    return least;
}

/* Each leg of each line by turns: one dashed stroke that runs from station to station, another in
   the key, whose words are printed once; all else is solid. */
static void test_legs(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++)
        for (size_t line = 0; line < 4; line++)
            for (size_t stop = 1; stop < ways[line].count; stop++) {
                chart_case c = route_chart(*state, four, places, ways);
                for (size_t i = 0; i < c.data.item_count; i++)
                    c.data.items[i].at.line = (int)i + 1;
                for (size_t s = 0; s < 4; s++)
                    c.data.courses[s].legs = ZT_ARRAY(c.board->arena, STOPS, zt_str);
                c.data.courses[line].legs[stop] = ZT_STR("在建");
                c.data.legs = &c.data.courses[line].legs[stop];
                c.data.leg_count = 1;
                const zt_group *group = assert_sound(&c, widths[w]);
                assert_int_equal(occurrences(board_text(c.board, group), "在建"), 1);
                paths lines = paths_of(group, "lines");
                size_t dashed = 0;
                for (size_t i = 0; i < lines.count; i++) {
                    const zt_path *path = lines.items[i];
                    if (path->dash[0] <= 0 || dashed++ > 0)
                        continue;
                    size_t from = ways[line].items[stop - 1], to = ways[line].items[stop];
                    zt_point first = path->segs[0].p[0],
                             last = path->segs[path->seg_count - 1].p[0];
                    double there =
                        zt_max(from_ring(&c, group, from, first), from_ring(&c, group, to, last));
                    double back =
                        zt_max(from_ring(&c, group, from, last), from_ring(&c, group, to, first));
                    assert_true(zt_min(there, back) < zt_pt_from_mm(2.2));
                }
                assert_int_equal(dashed, 2);
            }
}

#define ROUTE_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROUTE_TEST(test_a_net),          ROUTE_TEST(test_crowded_nets),
        ROUTE_TEST(test_what_is_no_net), ROUTE_TEST(test_many_and_long_names),
        ROUTE_TEST(test_given_places),   ROUTE_TEST(test_legs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
