#include "unit/model/read.h"

/* A chart of one series: values blank-separated under keys 2001年, 2002年 … */
static reading read_values(const char *kind, const char *unit, const char *values)
{
    zt_arena *arena = zt_arena_new();
    zt_buf body;
    zt_str rest = zt_str_from(values), value;
    zt_buf_init(&body, arena);
    zt_buf_printf(&body, "<chart kind=\"%s\"><data unit=\"%s\">", kind, unit);
    for (int year = 2001; zt_str_word(&rest, &value); year++)
        zt_buf_printf(&body, "<item key=\"%d年\"><v>%.*s</v></item>", year, ZT_ARG(value));
    zt_buf_puts(&body, "</data></chart>");
    reading r = read_body(body.data, NULL);
    zt_arena_drop(arena);
    return r;
}

static size_t count_code(const reading *r, const char *code)
{
    size_t count = 0;
    for (size_t i = 0; i < zt_diags_count(r->diags); i++)
        count += strcmp(zt_diags_at(r->diags, i)->code, code) == 0;
    return count;
}

static void assert_says(const char *kind, const char *values, const char *code, size_t times)
{
    reading r = read_values(kind, "家", values);
    if (count_code(&r, code) != times)
        fail_msg("%s of %s: %s %zu times", kind, values, code, count_code(&r, code));
    drop(&r);
}

static void test_twins_that_look_equal(void **state)
{
    (void)state;
    assert_says("column", "117 122", "small-difference", 1);
    assert_says("column", "122 117", "small-difference", 1);
    assert_says("column", "100 112", "small-difference", 0); /* 10.7 % of the larger */
    assert_says("column", "117 117", "small-difference", 0); /* equal is what it says */
    assert_says("column", "117 -117", "small-difference", 0);
    assert_says("column", "117 122 125", "small-difference", 0);
    assert_says("rank", "117 122", "small-difference", 0);
}

/* In panels of their own nothing stands side by side. */
static void test_twins_in_panels(void **state)
{
    (void)state;
    static const char *const form =
        "<chart kind=\"bar\"%s><data unit=\"家\">"
        "<series head=\"甲\"><item key=\"东\"><v>100</v></item><item key=\"西\"><v>50</v></item>"
        "</series>"
        "<series head=\"乙\"><item key=\"东\"><v>95</v></item><item key=\"西\"><v>48</v></item>"
        "</series></data></chart>";
    zt_arena *arena = zt_arena_new();
    reading r = read_body(zt_arena_printf(arena, form, ""), NULL);
    assert_int_equal(count_code(&r, "small-difference"), 1);
    drop(&r);
    r = read_body(zt_arena_printf(arena, form, " facet=\"series\""), NULL);
    assert_int_equal(count_code(&r, "small-difference"), 0);
    drop(&r);
    zt_arena_drop(arena);
}

static void test_slices(void **state)
{
    (void)state;
    assert_says("donut", "30 25 20 15 10", "thin-slice", 0);
    assert_says("donut", "30 20 15 15 10 10", "many-slices", 1);
    assert_says("donut", "30 25 20 15 10", "many-slices", 0);
    assert_says("bar", "30 20 15 15 10 10", "many-slices", 0);
    assert_says("donut", "60 37 3", "thin-slice", 1);
    assert_says("donut", "60 36 4", "thin-slice", 0);
    assert_says("stacked", "60 37 3", "thin-slice", 1);
    assert_says("bar", "60 37 3", "thin-slice", 0);
}

static void test_series(void **state)
{
    (void)state;
    static const char *const form =
        "<chart kind=\"%s\"><data unit=\"家\">"
        "<series head=\"甲\"><item key=\"2001\"><v>80</v></item><item key=\"2002\"><v>5</v></item>"
        "</series>"
        "<series head=\"乙\"><item key=\"2001\"><v>%s</v></item><item key=\"2002\"><v>7</v></item>"
        "</series></data></chart>";
    static const struct {
        const char *kind, *value;
        size_t times;
    } cases[] = {{"line", "10", 1}, {"line", "11", 0}, {"column", "9", 1}, {"ladder", "9", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_arena *arena = zt_arena_new();
        reading r = read_body(zt_arena_printf(arena, form, cases[i].kind, cases[i].value), NULL);
        assert_int_equal(count_code(&r, "series-apart"), cases[i].times);
        drop(&r);
        zt_arena_drop(arena);
    }
}

/* `series` series alike but for the last, of three values each, the greatest `last` and `first`. */
static void assert_says_of_series(const char *kind, size_t series, double first, double last,
                                  const char *code, size_t times)
{
    zt_arena *arena = zt_arena_new();
    zt_buf body;
    zt_buf_init(&body, arena);
    zt_buf_printf(&body, "<chart kind=\"%s\"><data unit=\"家\">", kind);
    for (size_t s = 0; s < series; s++) {
        double most = s + 1 < series ? first : last;
        zt_buf_printf(&body, "<series head=\"第%zu\">", s + 1);
        for (int year = 2001; year <= 2003; year++)
            zt_buf_printf(&body, "<item key=\"%d年\"><v>%.1f</v></item>", year,
                          most - (2003 - year) * most / 4);
        zt_buf_puts(&body, "</series>");
    }
    zt_buf_puts(&body, "</data></chart>");
    reading r = read_body(body.data, NULL);
    if (count_code(&r, code) != times)
        fail_msg("%s of %zu series, %g and %g: %s %zu times", kind, series, first, last, code,
                 count_code(&r, code));
    drop(&r);
    zt_arena_drop(arena);
}

/* Each limit just under, at and just over it. */
static void test_both_sides_of_each_limit(void **state)
{
    (void)state;
    static const char *const side_by_side[] = {"line", "step", "column", "grouped", "bar"};
    static const char *const stacked[] = {"stacked", "stacked100", "stacked-area", "marimekko"};
    const zt_form_limits limits = ZT_FORM_LIMITS;
    assert_true(limits.difference == 10 && limits.slices == 5 && limits.slice == 4 &&
                limits.apart == 8);
    assert_says("column", "100 90.1", "small-difference", 1);
    assert_says("column", "100 90", "small-difference", 0);
    assert_says("column", "-100 -90.1", "small-difference", 1);
    assert_says_of_series("grouped", 2, 100, 90.4, "small-difference", 1);
    assert_says_of_series("bar", 2, 100, 90.4, "small-difference", 1);
    assert_says_of_series("bar", 2, 100, 89.2, "small-difference", 0);
    assert_says("waterfall", "1000 +99.9 1099.9", "small-steps", 1);
    assert_says("waterfall", "1000 +100 1100", "small-steps", 0);
    assert_says("pie", "60 36.1 3.9", "thin-slice", 1);
    assert_says("pie", "60 36 4", "thin-slice", 0);
    for (size_t i = 0; i < sizeof side_by_side / sizeof *side_by_side; i++) {
        bool is_line = i < 2;
        size_t most = (size_t)(is_line ? limits.lines : limits.columns);
        assert_says_of_series(side_by_side[i], 2, 80, 10.2, "series-apart", 0);
        assert_says_of_series(side_by_side[i], 2, 80, 10, "series-apart", 1);
        assert_says_of_series(side_by_side[i], 2, 10, 80.4, "series-apart", 1);
        assert_says_of_series(side_by_side[i], most, 80, 60, "many-series", 0);
        assert_says_of_series(side_by_side[i], most + 1, 80, 60, "many-series", 1);
    }
    for (size_t i = 0; i < sizeof stacked / sizeof *stacked; i++) {
        assert_says_of_series(stacked[i], 5, 80, 1, "many-series", 0);
        assert_says_of_series(stacked[i], 6, 80, 60, "many-series", 1);
        assert_says_of_series(stacked[i], 3, 80, 1, "series-apart", 0);
    }
}

static void test_scales_under_one_unit(void **state)
{
    (void)state;
    reading r = read_values("bar", "元", "1.2万亿 9800亿 350亿");
    const zt_chart_data *chart = zt_content_of(&r.doc->blocks[0], "chart");
    assert_silent(r);
    assert_true(chart->mixed_scales);
    assert_str(chart->unit, "万亿元");
    assert_str(chart->items[2].values[0]->text, "350亿元");
    assert_int_equal(chart->items[2].values[0]->value.scaled, 35000000000);
    drop(&r);
    r = read_values("bar", "元", "1.2万亿 9800亿 35");
    assert_int_equal(count_code(&r, "unit-mismatch"), 1); /* is 亿 missing? */
    drop(&r);
    r = read_values("bar", "万元", "1.2万亿 9800");
    assert_int_equal(count_code(&r, "unit-mismatch"), 1);
    drop(&r);
}

static void test_the_theme_states_the_limits(void **state)
{
    (void)state;
    zt_form_limits own = ZT_FORM_LIMITS;
    own.slices = 2;
    zt_model_options options = {.forms = &own};
    reading r = read_body("<chart kind=\"donut\"><data unit=\"家\"><item key=\"甲\"><v>5</v></item>"
                          "<item key=\"乙\"><v>4</v></item><item key=\"丙\"><v>3</v></item></data>"
                          "</chart>",
                          &options);
    assert_int_equal(count_code(&r, "many-slices"), 1);
    drop(&r);
}

static void test_cut_lengths_and_parts_of_symbols(void **state)
{
    (void)state;
    assert_says("waterfall", "1000 +50 −20 1030", "small-steps", 1);
    assert_says("waterfall", "1000 +150 −20 1130", "small-steps", 0);
    assert_says("waterfall", "100000 +50 −20 100030", "scale-jump", 0);
    assert_says("pictogram", "30 20", "symbol-fraction", 0);
    assert_says("pictogram", "30 20.5 1.5", "symbol-fraction", 1);
    reading r =
        read_body("<chart kind=\"column\" broken=\"yes\"><data unit=\"家\"><item key=\"甲\">"
                  "<v>90</v></item><item key=\"乙\"><v>120</v></item></data></chart>",
                  NULL);
    assert_int_equal(count_code(&r, "axis-cut"), 1);
    drop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_twins_that_look_equal),
        cmocka_unit_test(test_twins_in_panels),
        cmocka_unit_test(test_slices),
        cmocka_unit_test(test_series),
        cmocka_unit_test(test_both_sides_of_each_limit),
        cmocka_unit_test(test_scales_under_one_unit),
        cmocka_unit_test(test_the_theme_states_the_limits),
        cmocka_unit_test(test_cut_lengths_and_parts_of_symbols),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
