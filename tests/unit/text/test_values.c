/* Numbers as they are set: R112, R113 and R125 of docs/typesetting.md. */
#include "unit/text/para_help.h"

static zt_value value_of(zt_bench *b, const char *text, const zt_text_style *style)
{
    return (zt_value){zt_str_from(text), style, &b->para, {"t.xml", 1, 1}};
}

static zt_value_extent measured(zt_bench *b, const char *text)
{
    zt_value value = value_of(b, text, &b->text);
    return zt_value_measure(b->diags, b->arena, &value);
}

static void test_r112_gap_is_a_quarter_em(void **state)
{
    zt_bench *b = *state;
    static const char *const numbers[] = {"48\u2009200\u2009000", "12\u2009500", "3.141\u200959"};
    static const char *const tight[] = {"48200000", "12500", "3.14159"};
    static const double gaps[] = {2, 1, 1};
    for (size_t i = 0; i < 3; i++)
        assert_near(width_em(b, numbers[i]) - width_em(b, tight[i]), gaps[i] * 0.25, 0.001);
    /* Kept together like one number (R31): nowhere a break. */
    const char *found = breaks(b, "12\u2009500");
    assert_string_equal(found, "xxxxx");
    assert_null(strpbrk(breaks(b, "48\u2009200\u2009000"), "/p"));
}

static void test_r113_minus_is_as_wide_as_plus(void **state)
{
    zt_bench *b = *state;
    static const char *const minus[] = {"−8", "−38.2%", "−0.5"};
    static const char *const plus[] = {"+8", "+38.2%", "+0.5"};
    for (size_t i = 0; i < 3; i++) {
        assert_near(width_em(b, minus[i]), width_em(b, plus[i]), 0.001);
        assert_int_equal(breaks(b, minus[i])[0], 'x');
    }
}

/* In Noto Serif 1 is narrower than 0: set as text they differ, in cells they do not. */
static void test_r125_digits_are_equally_wide(void **state)
{
    zt_bench *b = *state;
    double cell = zt_face_metrics_of(b->text.face)->digit_width * b->text.size;
    assert_true(width_em(b, "1") < width_em(b, "0") - 0.02);
    for (char digit = '0'; digit <= '9'; digit++) {
        const char text[] = {digit, 0};
        assert_near(measured(b, text).before, cell, 0.001);
        assert_near(measured(b, text).after, 0, 0.001);
    }
    assert_near(measured(b, "1111").before, measured(b, "2000").before, 0.001);
    assert_near(measured(b, "11.11").after, measured(b, "38.20").after, 0.001);
}

static void test_r125_axis_is_the_point(void **state)
{
    zt_bench *b = *state;
    double cell = zt_face_metrics_of(b->text.face)->digit_width * b->text.size;
    assert_near(measured(b, "1054.5").before, 4 * cell, 0.001);
    assert_near(measured(b, "612亿元").before, 3 * cell, 0.001);
    assert_near(measured(b, "612亿元").after, 20, 0.001);
    assert_near(measured(b, "48\u2009200").before, 5 * cell + 2.5, 0.001);
    /* What has no digits ends where whole numbers end. */
    assert_near(measured(b, "待补").before, 20, 0.001);
    assert_near(measured(b, "待补").after, 0, 0.001);
    zt_value_extent column = zt_value_join(measured(b, "7.25"), measured(b, "1054.5"));
    assert_near(column.before, 4 * cell, 0.001);
    assert_near(column.after, measured(b, "7.25").after, 0.001);
}

typedef struct found {
    double point; /* pen of the decimal point, from the group's left */
    double digits[16];
    size_t count;
} found;

static void see(void *self, const zt_item *item, double dx, double dy)
{
    found *f = self;
    (void)dy;
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    const zt_glyphs *run = (const zt_glyphs *)item;
    for (size_t i = 0; i < run->glyph_count; i++) {
        char c = run->text.data[run->glyphs[i].cluster];
        double x = run->origin.x + dx + run->glyphs[i].x;
        if (c == '.')
            f->point = x;
        else if (c >= '0' && c <= '9')
            f->digits[f->count++] = x;
    }
}

static found placed(zt_bench *b, const char *text)
{
    zt_scene *scene = zt_scene_new(b->arena, 200, 200);
    zt_value value = value_of(b, text, &b->text);
    zt_value_place(b->diags, scene, scene->root, &value, 100, 50);
    found f = {0};
    zt_visitor visitor = {.self = &f, .enter = see};
    zt_scene_walk(scene->root, &visitor);
    return f;
}

static void test_r125_points_stand_in_one_line(void **state)
{
    zt_bench *b = *state;
    double cell = zt_face_metrics_of(b->text.face)->digit_width * b->text.size;
    static const char *const column[] = {"38.2", "1111.1", "−7.05%", "10.0"};
    for (size_t i = 0; i < 4; i++)
        assert_near(placed(b, column[i]).point, 100, 0.001);
    /* Ink in the middle of its cell: the narrow 1 moves, whole cells apart. */
    found ones = placed(b, "1111.1"), noughts = placed(b, "2000.0");
    assert_int_equal(ones.count, 5);
    for (size_t i = 1; i < 4; i++)
        assert_near(ones.digits[i] - ones.digits[i - 1], cell, 0.001);
    uint32_t one = zt_face_glyph(b->text.face, '1'), nought = zt_face_glyph(b->text.face, '0');
    double narrow = zt_face_advance(b->text.face, one),
           wide = zt_face_advance(b->text.face, nought);
    assert_near(ones.digits[1] - noughts.digits[1], (wide - narrow) / 2 * b->text.size, 0.001);
}

/* Sans has digits of one width: cells change nothing. */
static void test_r125_sans_stays(void **state)
{
    zt_bench *b = *state;
    static const char *const values[] = {"1054.5", "−38.2%", "46.3万人次"};
    for (size_t i = 0; i < 3; i++) {
        zt_value value = value_of(b, values[i], &b->sans);
        zt_value_extent e = zt_value_measure(b->diags, b->arena, &value);
        double plain = zt_text_width(b->diags, b->arena, value.text, &b->sans, &b->para, value.at);
        assert_near(e.before + e.after, plain, 0.001);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(test_r112_gap_is_a_quarter_em),
        BENCH_TEST(test_r113_minus_is_as_wide_as_plus),
        BENCH_TEST(test_r125_digits_are_equally_wide),
        BENCH_TEST(test_r125_axis_is_the_point),
        BENCH_TEST(test_r125_points_stand_in_one_line),
        BENCH_TEST(test_r125_sans_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
