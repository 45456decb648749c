/* tests/unit/text/test_pairs.c — R10 to R13 over all pairs of all marks, in the three styles: the
   widths are told by the table of R12 alone, not by the program's classes. */
#include <stdio.h>

#include "unit/text/para_help.h"

typedef struct mark {
    const char *text;
    char kind;    /* ( open, ) close, comma: , stop: . ！？: ! blank: _ else - */
    double width; /* em, quanjiao */
} mark;

static const mark marks[] = {
    {"“", '(', 1},    {"‘", '(', 1},  {"（", '(', 1}, {"《", '(', 1}, {"〈", '(', 1},
    {"【", '(', 1},   {"〔", '(', 1}, {"〖", '(', 1}, {"［", '(', 1}, {"｛", '(', 1},
    {"「", '(', 1},   {"『", '(', 1}, {"”", ')', 1},  {"’", ')', 1},  {"）", ')', 1},
    {"》", ')', 1},   {"〉", ')', 1}, {"】", ')', 1}, {"〕", ')', 1}, {"〗", ')', 1},
    {"］", ')', 1},   {"｝", ')', 1}, {"」", ')', 1}, {"』", ')', 1}, {"，", ',', 1},
    {"、", ',', 1},   {"；", ',', 1}, {"：", ',', 1}, {"。", '.', 1}, {"．", '.', 1},
    {"！", '!', 1},   {"？", '!', 1}, {"　", '_', 1}, {"——", '-', 2}, {"⸺", '-', 2},
    {"……", '-', 2},   {"⋯⋯", '-', 2}, {"—", '-', 1},  {"～", '-', 1}, {"·", '-', 0.5},
    {"／", '-', 0.5},
};
enum { MARK_COUNT = sizeof marks / sizeof *marks };

static bool is_closing(const mark *m)
{
    return m->kind == ')' || m->kind == ',' || m->kind == '.' || m->kind == '!';
}

/* R13 */
static bool halved_by_style(const mark *m, zt_punctuation style)
{
    bool stop = m->kind == '.' || m->kind == '!';
    if (m->kind == '-' || m->kind == '_')
        return false;
    return style == ZT_BANJIAO || (style == ZT_KAIMING && !stop);
}

/* R11, R12: which of the two is halved. */
static void halved_by_pair(const mark *a, const mark *b, bool *half_a, bool *half_b)
{
    if (a->kind == '!' && b->kind == '!')
        *half_a = *half_b = true;
    if (is_closing(a) && (is_closing(b) || b->kind == '_'))
        *half_a = true;
    if (b->kind == '(' && (is_closing(a) || a->kind == '(' || a->kind == '_'))
        *half_b = true;
}

static double wanted_width(const mark *a, const mark *b, zt_punctuation style)
{
    bool half_a = halved_by_style(a, style), half_b = halved_by_style(b, style);
    halved_by_pair(a, b, &half_a, &half_b);
    return a->width + b->width - (half_a ? 0.5 : 0) - (half_b ? 0.5 : 0);
}

/* Two of these make another mark together. */
static bool merge(const mark *a, const mark *b)
{
    bool dash_a = strncmp(a->text, "—", 3) == 0, dash_b = strncmp(b->text, "—", 3) == 0;
    return dash_a && dash_b;
}

static double got_width(zt_bench *b, const char *text)
{
    zt_trace trace = zt_para_trace(set_text(b, text, 1000));
    double sum = 0;
    for (size_t i = 1; i + 1 < trace.count; i++)
        sum += trace.advances[i];
    return sum;
}

static size_t wrong_pairs(zt_bench *b, zt_punctuation style)
{
    size_t wrong = 0;
    b->para.punctuation = style;
    for (size_t i = 0; i < MARK_COUNT; i++)
        for (size_t k = 0; k < MARK_COUNT; k++) {
            char text[64];
            if (merge(&marks[i], &marks[k]))
                continue;
            snprintf(text, sizeof text, "文%s%s文", marks[i].text, marks[k].text);
            double got = got_width(b, text), wanted = wanted_width(&marks[i], &marks[k], style);
            if (fabs(got - wanted) > 1e-6) {
                print_error("%s: %g em, wanted %g (style %d)\n", text, got, wanted, (int)style);
                wrong++;
            }
        }
    return wrong;
}

static void test_r12_all_pairs_quanjiao(void **state)
{
    assert_int_equal(wrong_pairs(*state, ZT_QUANJIAO), 0);
}

static void test_r12_all_pairs_kaiming(void **state)
{
    assert_int_equal(wrong_pairs(*state, ZT_KAIMING), 0);
}

static void test_r12_all_pairs_banjiao(void **state)
{
    assert_int_equal(wrong_pairs(*state, ZT_BANJIAO), 0);
}

/* R20, R21: every mark alone at a line's start and end, as the lines set it. */
static void test_r20_r21_every_mark_at_the_ends(void **state)
{
    zt_bench *b = *state;
    for (size_t i = 0; i < MARK_COUNT; i++) {
        char text[64];
        bool open = marks[i].kind == '(', close = is_closing(&marks[i]);
        if (!open && !close)
            continue;
        snprintf(text, sizeof text, open ? "%s文" : "文%s", marks[i].text);
        zt_para *para = set_text(b, text, 20);
        zt_trace trace = zt_para_trace_lines(para);
        assert_near(trace.advances[0] + trace.advances[1], 1.5, 1e-6);
        assert_near(para->lines[0].natural, 15, 1e-6);
    }
}

/* The sums of zhitu typeset: natural width of each line = its advances and gaps. */
static void test_lines_add_up(void **state)
{
    zt_bench *b = *state;
    const char *text =
        "“双核”联动　成效显著：2022年1—5月，全市GDP 增长7.5%，达1054.5亿元（含区县）。"
        "他说：“《规划》《纲要》都要落实……”——这是 PH-3000 型号的第40个。";
    b->para.spacing = ZT_SPACING_SPACED;
    for (double em = 7; em < 24; em += 1) {
        zt_para *para = set_text(b, text, em);
        zt_trace trace = zt_para_trace_lines(para);
        for (size_t i = 0; i < para->line_count; i++) {
            double sum = 0;
            for (size_t k = para->lines[i].first; k < para->lines[i].end; k++)
                sum += trace.advances[k] + trace.gaps[k];
            assert_near(sum * 10, para->lines[i].natural, 1e-6);
            assert_near(sum * 10 + para->lines[i].adjust, para->lines[i].width, 1e-6);
        }
    }
}

static void test_r16_clreq_basic(void **state)
{
    zt_bench *b = *state;
    b->para.level = ZT_BREAK_BASIC;
    assert_string_equal(breaks(b, "甲／乙"), "x/");
    assert_string_equal(breaks(b, "甲·乙"), "xp");
    assert_string_equal(breaks(b, "（甲）"), "xx");
    b->para.level = ZT_BREAK_NORMAL;
    assert_string_equal(breaks(b, "甲／乙"), "xx");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(test_r12_all_pairs_quanjiao), BENCH_TEST(test_r12_all_pairs_kaiming),
        BENCH_TEST(test_r12_all_pairs_banjiao),  BENCH_TEST(test_r20_r21_every_mark_at_the_ends),
        BENCH_TEST(test_lines_add_up),           BENCH_TEST(test_r16_clreq_basic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
