/* Inline text as runs: which characters stand in which look. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "block/words/rich.h"

static const zt_look base = {.text = {.size = 9}};
static const zt_look strong = {.text = {.size = 10}};
static const zt_look figure = {.text = {.size = 13}};

typedef struct fixture {
    zt_arena *arena;
    zt_theme theme;
    zt_template template_;
    zt_setting setting;
    zt_run *runs;
    size_t count;
} fixture;

static void set(fixture *f, zt_span *spans, size_t count, zt_rich_style style)
{
    zt_rich rich = {.spans = spans, .count = count};
    f->count = zt_rich_runs(&f->setting, &rich, &style, &f->runs);
}

static void expect(const fixture *f, size_t i, const char *text, double size)
{
    assert_true(i < f->count);
    zt_str got = f->runs[i].text;
    assert_int_equal(got.len, zt_str_from(text).len);
    assert_memory_equal(got.data, text, got.len);
    assert_true(f->runs[i].style->size > size - 1e-9 && f->runs[i].style->size < size + 1e-9);
}

static int open_fixture(void **state)
{
    zt_arena *arena = zt_arena_new();
    fixture *f = ZT_NEW(arena, fixture);
    f->arena = arena;
    f->setting.arena = arena;
    f->template_.theme = &f->theme;
    f->setting.template_ = &f->template_;
    *state = f;
    return 0;
}
static int close_fixture(void **state)
{
    zt_arena_drop(((fixture *)*state)->arena);
    return 0;
}

static zt_span quantity_span(const zt_quantity *q)
{
    return (zt_span){.kind = ZT_SPAN_QUANTITY, .text = q->text, .quantity = q};
}

static void test_only_the_digits_take_the_figure_look(void **state)
{
    fixture *f = *state;
    zt_quantity q = {
        .text = ZT_STR("同比增长212%"), .figure_first = 12, .figure_end = 15, .has_number = true};
    zt_span spans[] = {{.kind = ZT_SPAN_TEXT, .text = ZT_STR("结算，")}, quantity_span(&q)};
    set(f, spans, 2, (zt_rich_style){.base = &base, .strong = &strong, .figure = &figure});
    assert_int_equal(f->count, 4);
    expect(f, 0, "结算，", 9);
    expect(f, 1, "同比增长", 9);
    expect(f, 2, "212", 13);
    expect(f, 3, "%", 9);
    assert_true(f->runs[2].bound);
    assert_false(f->runs[1].bound);
}

static void test_without_a_figure_look_number_and_unit_are_strong(void **state)
{
    fixture *f = *state;
    zt_quantity q = {
        .text = ZT_STR("6万余件以上"), .figure_first = 0, .figure_end = 1, .has_number = true};
    zt_span spans[] = {quantity_span(&q)};
    set(f, spans, 1, (zt_rich_style){.base = &base, .strong = &strong});
    assert_int_equal(f->count, 2);
    expect(f, 0, "6万余件", 10);
    expect(f, 1, "以上", 9);
}

static void test_missing_value_is_strong_and_unbroken(void **state)
{
    fixture *f = *state;
    zt_quantity q = {.text = ZT_STR("待补"), .has_number = false, .status = ZT_MISSING};
    zt_span spans[] = {quantity_span(&q)};
    set(f, spans, 1, (zt_rich_style){.base = &base, .strong = &strong, .figure = &figure});
    assert_int_equal(f->count, 1);
    expect(f, 0, "待补", 10);
    assert_true(f->runs[0].bound);
}

static void test_emphasis_scripts_and_breaks(void **state)
{
    fixture *f = *state;
    zt_span spans[] = {{.kind = ZT_SPAN_TEXT, .text = ZT_STR("PM")},
                       {.kind = ZT_SPAN_TEXT, .text = ZT_STR("2.5"), .sub = true},
                       {.kind = ZT_SPAN_BREAK},
                       {.kind = ZT_SPAN_TEXT, .text = ZT_STR("下降"), .em = true},
                       {.kind = ZT_SPAN_TEXT, .text = ZT_STR("2"), .sup = true}};
    set(f, spans, 5, (zt_rich_style){.base = &base, .strong = &strong});
    assert_int_equal(f->count, 5);
    expect(f, 0, "PM", 9);
    expect(f, 1, "2.5", 9 * 0.62);
    assert_true(f->runs[1].style->rise < 0);
    expect(f, 2, "\n", 9);
    expect(f, 3, "下降", 10);
    assert_true(f->runs[4].style->rise > 0);
    f->theme.limits.type = 6.5; /* nothing smaller is printed, as far as it stays an inferior */
    set(f, spans, 2, (zt_rich_style){.base = &base, .strong = &strong});
    expect(f, 1, "2.5", 6.5);
    f->theme.limits.type = 8;
    set(f, spans, 2, (zt_rich_style){.base = &base, .strong = &strong});
    expect(f, 1, "2.5", 9 * 0.75);
}

static void test_strong_may_be_absent(void **state)
{
    fixture *f = *state;
    zt_quantity q = {
        .text = ZT_STR("40个"), .figure_first = 0, .figure_end = 2, .has_number = true};
    zt_span spans[] = {{.kind = ZT_SPAN_TEXT, .text = ZT_STR("共"), .em = true}, quantity_span(&q)};
    set(f, spans, 2, (zt_rich_style){.base = &base});
    assert_int_equal(f->count, 2);
    expect(f, 0, "共", 9);
    expect(f, 1, "40个", 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_only_the_digits_take_the_figure_look, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(test_without_a_figure_look_number_and_unit_are_strong,
                                        open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(test_missing_value_is_strong_and_unbroken, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(test_emphasis_scripts_and_breaks, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(test_strong_may_be_absent, open_fixture, close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
