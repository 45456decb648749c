/* Lines and columns over random times: nothing meets or leaves the frame, and distances are those
   of time. */
#include "chart_ask.h"

#include "model/chart_time_imp.h"

/* Pseudo-random numbers that are the same everywhere (Park and Miller, "minimal standard"). */
static unsigned next(unsigned *seed, unsigned below)
{
    *seed = (unsigned)((unsigned long long)*seed * 48271 % 2147483647);
    return *seed % below;
}

typedef struct clock {
    int kind; /* years, months, quarters, days */
    int at;   /* of the kind, since 1950 */
} clock;

static char *name_of(zt_arena *arena, const clock *c)
{
    int year = 1950 + c->at;
    if (c->kind == 0)
        return zt_arena_printf(arena, "%d年", year);
    if (c->kind == 1)
        return zt_arena_printf(arena, "%d-%02d", 1990 + c->at / 12, c->at % 12 + 1);
    if (c->kind == 2)
        return zt_arena_printf(arena, "%dQ%d", 1990 + c->at / 4, c->at % 4 + 1);
    zt_day day = zt_day_from_number(10000 + c->at);
    return zt_arena_printf(arena, "%d年%d月%d日", day.year, day.month, day.day);
}

/* Open ends, so that a ring stands at each point; every step is one of the kind, or a few. */
static chart_case random_case(board *b, const char *kind, unsigned *seed, size_t most)
{
    chart_case c = chart_new(b, kind, "家", 0, NULL);
    clock at = {(int)next(seed, 4), (int)next(seed, 70)};
    size_t count = 2 + next(seed, (unsigned)most - 1);
    bool gaps = next(seed, 2);
    for (size_t i = 0; i < count; i++) {
        chart_one(&c, name_of(b->arena, &at),
                  zt_arena_printf(b->arena, "约%u", 10 + next(seed, 90)));
        at.at += 1 + (gaps && next(seed, 4) == 0 ? (int)next(seed, 6) : 0);
    }
    zt_doc doc = {0};
    assert_int_equal(zt_chart_time_read(b->arena, &doc, &c.data), ZT_TIME_RISES);
    return c;
}

/* The middles of the rings in the layer, from left to right, against the days. */
static void assert_true_distances(const chart_case *c, const zt_group *group)
{
    paths all = paths_of(group, "lines");
    const zt_chart_time *time = c->data.time;
    double x[64], size = all.items[all.count - 1]->item.box.w;
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        zt_rect box = all.items[i]->item.box;
        if (fabs(box.w - size) < 1e-6 && fabs(box.h - size) < 1e-6)
            x[count++] = box.x + box.w / 2 + all.dx[i];
    }
    assert_int_equal(count, c->data.item_count);
    for (size_t i = 1; i < count; i++) {
        double wanted = (time->at[i] - time->at[0]) / (time->at[count - 1] - time->at[0]);
        assert_near((x[i] - x[0]) / (x[count - 1] - x[0]), wanted, 1e-3);
    }
}

static void test_lines(void **state)
{
    static const double widths[] = {52, 80, 107, 170};
    unsigned seed = 20261129;
    (void)state;
    for (int i = 0; i < 400; i++) {
        void *b;
        board_open(&b);
        chart_case c = random_case(b, "line", &seed, 31);
        const zt_group *group = assert_sound(&c, widths[i % 4]);
        assert_true_distances(&c, group);
        board_close(&b);
    }
}

/* Columns are of one width, and no nearer than one step of time. */
static void test_columns(void **state)
{
    static const double widths[] = {80, 107, 170};
    unsigned seed = 4711;
    (void)state;
    for (int i = 0; i < 300; i++) {
        void *b;
        board_open(&b);
        chart_case c = random_case(b, "column", &seed, 20);
        assert_sound(&c, widths[i % 3]);
        board_close(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines),
                                       cmocka_unit_test(test_columns)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
