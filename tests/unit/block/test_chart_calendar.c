/* Calendars: every day in the week and on the weekday that it is, darker the more. */
#include "chart_ask.h"

#include "base/date.h"

static const double widths[] = {46, 97, 156, 350};
enum { WIDTHS = sizeof widths / sizeof *widths };

/* Days from one on, each `step` days after the one before, as the model would have laid them out.
 */
static chart_case calendar(board *b, const char *const *series, const char *from, int count,
                           int step)
{
    chart_case c = chart_new(b, "calendar", "列", 0, series);
    zt_chart_time *time = ZT_NEW(b->arena, zt_chart_time);
    zt_date date;
    c.data.items = ZT_ARRAY(b->arena, (size_t)count, zt_chart_item);
    *time = (zt_chart_time){.unit = ZT_TIME_DAY, .has_year = true};
    time->at = ZT_ARRAY(b->arena, (size_t)count, double);
    time->first = ZT_ARRAY(b->arena, (size_t)count, double);
    time->end = ZT_ARRAY(b->arena, (size_t)count, double);
    time->jumps = ZT_ARRAY(b->arena, (size_t)count, bool);
    assert_true(zt_date_parse(zt_str_from(from), &date, NULL));
    for (int i = 0; i < count; i++) {
        long day = zt_day_number(date.from) + i * step;
        zt_day d = zt_day_from_number(day);
        const char *values[4];
        for (size_t s = 0; s < c.data.series_count; s++)
            values[s] = zt_arena_printf(b->arena, "%d", 20 + (i * 37 + (int)s * 11) % 97);
        chart_item(&c, zt_arena_printf(b->arena, "%04d-%02d-%02d", d.year, d.month, d.day), values);
        time->first[i] = (double)day;
        time->end[i] = (double)day + 1;
        time->at[i] = (double)day + 0.5;
    }
    c.data.time = time;
    return c;
}

/* 2022-01-01 was a Saturday: in strips rows from Monday down, a column for each week. */
static void test_days_of_strips(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = calendar(*state, NULL, "2022-01-01", 365, 1);
        const zt_group *group = assert_sound(&c, widths[w]);
        paths cells = paths_of(group, "cells");
        assert_int_equal(cells.count, 365);
        double pitch = cells.items[2]->item.box.x - cells.items[1]->item.box.x;
        for (size_t i = 1; i < 28; i++) { /* January stands in the first row at any width */
            zt_rect box = cells.items[i]->item.box, first = cells.items[2]->item.box;
            assert_near(box.x, first.x + pitch * ((double)((i + 5) / 7) - 1), 0.001);
            assert_near(box.y, first.y + pitch * (double)((i + 5) % 7), 0.001);
        }
        for (size_t i = 0; i < 365; i++)
            assert_near(cells.items[i]->item.box.w, cells.items[i]->item.box.h, 0.001);
        zt_str said = board_text(c.board, group);
        for (int month = 1; month <= 12; month++)
            assert_true(occurrences(said, zt_arena_printf(c.board->arena, "%d月", month)) >= 1);
        assert_int_equal(occurrences(said, "2022年"), 1);
        assert_int_equal(occurrences(said, "最高"), 1);
    }
}

/* A month as a sheet: weekdays across, all values printed. */
static void test_days_of_sheets(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = calendar(*state, NULL, "2022-06-01", 31, 1);
        const zt_group *group = assert_sound(&c, widths[w]);
        paths cells = paths_of(group, "cells");
        assert_int_equal(cells.count, 31);
        assert_near(cells.items[1]->item.box.y, cells.items[0]->item.box.y, 0.001);
        assert_near(cells.items[7]->item.box.x, cells.items[0]->item.box.x, 0.001);
        zt_str said = board_text(c.board, group);
        for (size_t i = 0; i < 31; i++)
            assert_true(occurrences(said, c.data.items[i].values[0]->text.data) >= 1);
        assert_int_equal(occurrences(said, "2022年6月"), 1);
        assert_int_equal(occurrences(said, "7月"), 1);
    }
}

static void test_tints_and_standing(void **state)
{
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case c = calendar(*state, NULL, "2022-06-01", 12, 3);
        c.data.items[2].values[0] = chart_quantity(c.board, "");
        c.data.items[3].values[0] = NULL;
        c.data.items[4].values[0] = chart_quantity(c.board, "-3.5");
        chart_status(&c.data.items[5], 0, ZT_ESTIMATE);
        const zt_group *group = assert_sound(&c, widths[w]);
        paths cells = paths_of(group, "cells");
        assert_int_equal(cells.count, 10);
        assert_true(cells.items[2]->fill.tint <= cells.items[0]->fill.tint);
        assert_true(occurrences(board_text(c.board, group), "估计") >= 1);
        assert_true(occurrences(board_text(c.board, group), "待补") >= 1);
    }
}

static void test_series_years_and_one_day(void **state)
{
    static const char *const heads[] = {"渝中区", "成渝地区双城经济圈", "江北区", "北碚区", NULL};
    for (size_t w = 0; w < WIDTHS; w++) {
        chart_case several = calendar(*state, heads, "2021-12-20", 31, 1);
        several.data.items[3].highlight = true;
        const zt_group *group = assert_sound(&several, widths[w]);
        for (size_t s = 0; s < 4; s++)
            assert_int_equal(occurrences(board_text(several.board, group), heads[s]), 1);
        assert_int_equal(paths_of(group, "cells").count, 124);
        chart_case far = calendar(*state, NULL, "2001-12-20", 3, 4000);
        group = assert_sound(&far, widths[w]);
        assert_int_equal(paths_of(group, "cells").count, 3);
        assert_int_equal(occurrences(board_text(far.board, group), "2001年"), 1);
        chart_case one = calendar(*state, NULL, "2022-06-24", 1, 1);
        assert_int_equal(paths_of(assert_sound(&one, widths[w]), "cells").count, 1);
    }
}

static void test_what_is_refused(void **state)
{
    chart_case c = calendar(*state, NULL, "2022-06-24", 3, 1);
    c.data.time = NULL;
    assert_check_refuses(&c, "not-days");
}

#define CALENDAR_TEST(name) cmocka_unit_test_setup_teardown(name, board_open, board_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CALENDAR_TEST(test_days_of_strips),     CALENDAR_TEST(test_days_of_sheets),
        CALENDAR_TEST(test_tints_and_standing), CALENDAR_TEST(test_series_years_and_one_day),
        CALENDAR_TEST(test_what_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
