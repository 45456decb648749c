/* Annotations of kinds that list them under the plot: a number beside what each is about, or its
   name before the words; never neither, never on other type. */
#include "chart_ask.h"

#include "labels/meet.h"
#include "text/run_ink.h"

static const double widths[] = {40, 52, 97, 170, 300};
enum { WIDTHS = sizeof widths / sizeof *widths };

static const char *const two[] = {"2019年", "2024年", NULL};

static const struct noted_kind {
    const char *name, *unit;
    const char *const *series;
} kinds[] = {{"donut", "亿元", NULL},  {"pie", "亿元", NULL},       {"waffle", "%", NULL},
             {"dot", "%", two},        {"slope", "%", two},         {"dumbbell", "%", two},
             {"heatmap", "%", two},    {"waterfall", "亿元", NULL}, {"gauge", "%", NULL},
             {"stacked", "%", NULL},   {"pyramid", "%", two},       {"treemap", "%", NULL},
             {"funnel", "亿元", NULL}, {"lollipop", "亿元", NULL}};

/* Three items, and a remark of so many of them, from the first one on. */
static chart_case noted(board *b, const struct noted_kind *kind, size_t count)
{
    static zt_str keys[] = {{"两江新区", 12}, {"高新区", 9}, {"甲乙两地合计", 18}};
    static const char *const values[][2] = {{"48", "21"}, {"32", "16"}, {"20", "7"}};
    static const char *const words[] = {"第一句话", "第二句话", "第三句话"};
    chart_case c = chart_new(b, kind->name, kind->unit, 0, kind->series);
    c.data.annotations = ZT_ARRAY(b->arena, 3, zt_annotation);
    c.data.annotation_count = count;
    for (size_t i = 0; i < 3; i++) {
        chart_item(&c, keys[i].data, values[i])->at = (zt_pos){"t", 5 + (int)i, 3};
        c.data.annotations[i] = (zt_annotation){
            .of = keys[i], .keys = &keys[i], .key_count = 1, .text = board_rich(b, words[i])};
    }
    return c;
}

/* How often a run says just this. */
typedef struct run_count {
    const char *text;
    size_t count;
} run_count;

static void count_run(void *self, const zt_item *item, double dx, double dy)
{
    run_count *wanted = self;
    (void)dx, (void)dy;
    wanted->count +=
        item->kind == ZT_ITEM_GLYPHS && zt_str_is(((const zt_glyphs *)item)->text, wanted->text);
}

static size_t runs_of(const zt_group *group, const char *text)
{
    run_count count = {text, 0};
    zt_scene_walk(group, &(zt_visitor){.self = &count, .enter = count_run});
    return count.count;
}

/* Each is numbered twice, in the plot and before its words, or named before them; numbers run on
   without a gap. */
static void test_every_remark_is_tied(void **state)
{
    static const char *const digits[] = {"1", "2", "3"};
    static const char *const named[] = {"两江新区：第一句话", "高新区：第二句话",
                                        "甲乙两地合计：第三句话"};
    size_t numbers = 0;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (size_t w = 0; w < WIDTHS; w++)
            for (size_t count = 1; count <= 3; count++) {
                chart_case c = noted(*state, &kinds[k], count);
                const zt_group *group = assert_sound_by(&c, widths[w], ASK_BY_INK);
                zt_str said = board_text(c.board, group);
                size_t names = 0, tied = 0;
                for (size_t i = 0; i < count; i++)
                    names += occurrences(said, named[i]);
                for (size_t i = 0; i < 3; i++) {
                    size_t times = runs_of(group, digits[i]);
                    if (times != 0 && (times != 2 || i != tied))
                        fail_msg("%s at %g: %s stands %zu times in “%.*s”", kinds[k].name,
                                 widths[w], digits[i], times, ZT_ARG(said));
                    tied += times / 2;
                }
                bool in_plot = strcmp(kinds[k].name, "funnel") == 0;
                if (!in_plot && names + tied != count)
                    fail_msg("%s at %g: %zu named, %zu numbered of %zu in “%.*s”", kinds[k].name,
                             widths[w], names, tied, count, ZT_ARG(said));
                numbers += tied;
            }
    assert_true(numbers > 250); /* of 450: most have room */
}

/* The number stands beside the name of its item: nearer to it than to any other's. */
static void test_a_number_is_at_its_name(void **state)
{
    chart_case c = noted(*state, &kinds[4], 3);
    const zt_group *group = assert_sound(&c, 120);
    boxes all = {.count = 0};
    static const char *const keys[] = {"两江新区", "高新区", "甲乙两地合计"};
    zt_scene_walk(group, &(zt_visitor){.self = &all, .enter = collect_glyphs});
    for (size_t n = 0; n < 3; n++) {
        double own = 1e9, other = 1e9;
        char digit[] = {(char)('1' + n), '\0'};
        for (size_t i = 0; i < all.count; i++)
            for (size_t k = 0; k < all.count; k++) {
                if (!zt_str_is(all.texts[i], digit))
                    continue;
                double way = hypot(all.items[i].x - zt_rect_right(all.items[k]),
                                   all.items[i].y - all.items[k].y);
                for (size_t name = 0; name < 3; name++)
                    if (zt_str_is(all.texts[k], keys[name]))
                        *(name == n ? &own : &other) = fmin(name == n ? own : other, way);
            }
        assert_true(own < other && own < 12);
    }
}

/* Of a remark of all, of none, and of a figure set large nothing is numbered or named. */
static void test_what_names_no_item_is_left(void **state)
{
    chart_case c = noted(*state, &kinds[0], 3);
    c.data.annotations[0].key_count = 0;
    c.data.annotations[1].key_count = 2;
    c.data.annotations[2].figure = c.data.items[0].values[0];
    const zt_group *group = assert_sound_by(&c, 97, ASK_BY_INK);
    assert_int_equal(runs_of(group, "1"), 0);
    assert_int_equal(occurrences(board_text(c.board, group), "："), 0);
}

/* Words that say the name need it no second time. */
static void test_a_name_is_not_said_twice(void **state)
{
    chart_case c = noted(*state, &kinds[9], 1);
    c.data.annotations[0].text = board_rich(*state, "两江新区最多");
    for (size_t w = 0; w < WIDTHS; w++)
        assert_int_equal(
            occurrences(board_text(c.board, assert_sound_by(&c, widths[w], ASK_BY_INK)), "："), 0);
}

/* What a ring may touch, and the ring; in the frame of the block. */
typedef struct letters {
    boxes type, rings;
    bool in_numbers;
} letters;

static void collect_letters(void *self, const zt_item *item, double dx, double dy)
{
    letters *l = self;
    if (item->kind == ZT_ITEM_GROUP) {
        const char *part = ((const zt_group *)item)->part;
        l->in_numbers = l->in_numbers || (part && strcmp(part, "numbers") == 0);
        return;
    }
    bool glyphs = item->kind == ZT_ITEM_GLYPHS;
    boxes *into = l->in_numbers ? &l->rings : &l->type;
    zt_rect box = glyphs ? zt_run_ink((const zt_glyphs *)item) : item->box;
    if (glyphs == !l->in_numbers && into->count < sizeof into->items / sizeof *into->items)
        into->items[into->count++] = (zt_rect){box.x + dx, box.y + dy, box.w, box.h};
}

/* Letters reach below the em box of their line: a ring keeps off them. */
static void test_a_ring_keeps_off_letters(void **state)
{
    static zt_str names[] = {{"Los Angeles", 11}, {"Pjqgy", 5}, {"gyp", 3}};
    static const char *const series[] = {"share", "stacked", "dot", "slope"};
    size_t rings = 0;
    for (size_t k = 0; k < 4; k++)
        for (size_t w = 1; w < WIDTHS; w++)
            for (size_t i = 0; i < 3; i++) {
                const struct noted_kind kind = {series[k], "%", k > 1 ? two : NULL};
                chart_case c = noted(*state, &kind, 1);
                c.data.items[0].key = names[i];
                c.data.annotations[0].keys = &names[i];
                letters l = {.in_numbers = false};
                zt_scene_walk(assert_sound_by(&c, widths[w], ASK_BY_INK),
                              &(zt_visitor){.self = &l, .enter = collect_letters});
                rings += l.rings.count;
                for (size_t r = 0; r < l.rings.count; r++)
                    for (size_t t = 0; t < l.type.count; t++)
                        assert_false(zt_rects_meet(l.rings.items[r], l.type.items[t]));
            }
    assert_true(rings > 20);
}

#define NOTE_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        NOTE_TEST(test_every_remark_is_tied),     NOTE_TEST(test_a_number_is_at_its_name),
        NOTE_TEST(test_a_ring_keeps_off_letters), NOTE_TEST(test_what_names_no_item_is_left),
        NOTE_TEST(test_a_name_is_not_said_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
