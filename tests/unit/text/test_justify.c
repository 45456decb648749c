/* tests/unit/text/test_justify.c — R40 to R47: lines brought to their measure, and last lines. */
#include "text/para_imp.h"
#include "unit/text/para_help.h"

/* Where the characters of a line stand, em from the line's start. */
static double x_of(const zt_para *para, size_t i)
{
    return para->imp->chars[i].x / 10;
}

static double set_of(const zt_para *para, size_t i)
{
    return para->imp->chars[i].set / 10;
}

/* A line forced to `em` by itself: the text up to the line feed is what is set. */
static zt_para *forced(zt_bench *b, const char *text, double em)
{
    zt_para_imp *imp;
    zt_run *run = ZT_NEW(b->arena, zt_run);
    *run = (zt_run){.text = zt_str_from(text), .style = &b->text};
    imp = zt_para_prepare(b->arena, b->diags, run, 1, &b->para);
    zt_chars_break(imp);
    zt_sums_build(imp);
    zt_line_fit fit = zt_line_measure(imp, (zt_char_span){0, imp->count});
    zt_para *para = ZT_NEW(b->arena, zt_para);
    para->imp = imp;
    para->width = zt_line_justify(imp, &fit, em * 10, ZT_ALIGN_JUSTIFY, false);
    return para;
}

static void test_r40_all_but_the_last(void **state)
{
    zt_bench *b = *state;
    const char *text = "成渝地区双城经济圈建设，明确两地携手打造增长极。中部崛起的步伐加快";
    zt_para *para = set_text(b, text, 12);
    assert_int_equal(para->line_count, 3);
    assert_near(para->lines[0].width, 120, 0.001);
    assert_near(para->lines[1].width, 120, 0.001);
    assert_true(para->lines[2].width < 119);
    assert_near(para->lines[2].adjust, 0, 1e-9);
    b->para.align = ZT_ALIGN_CENTRE;
    para = set_text(b, "居中", 10);
    assert_near(para->lines[0].x, 40, 1e-6);
    b->para.align = ZT_ALIGN_END;
    assert_near(set_text(b, "居右", 10)->lines[0].x, 80, 1e-6);
}

/* R41: brackets before commas, commas before stops, and each step finished first. */
static void test_r41_shrink_order(void **state)
{
    zt_bench *b = *state;
    const char *text = "一（二）三，四。五"; /* 9 em, play 0.5 at each of the four marks */
    zt_para *para = forced(b, text, 8.5);
    assert_near(set_of(para, 1), 0.75, 1e-6);
    assert_near(set_of(para, 3), 0.75, 1e-6);
    assert_near(set_of(para, 5), 1.0, 1e-6);
    para = forced(b, text, 7.75);
    assert_near(set_of(para, 1), 0.5, 1e-6);
    assert_near(set_of(para, 5), 0.75, 1e-6);
    assert_near(set_of(para, 7), 1.0, 1e-6);
    para = forced(b, text, 7.25); /* 。 gives nothing unless the theme says so */
    assert_near(set_of(para, 7), 1.0, 1e-6);
    b->para.shrink_stops = true;
    para = forced(b, text, 7.25);
    assert_near(set_of(para, 5), 0.5, 1e-6);
    assert_near(set_of(para, 7), 0.75, 1e-6);
    assert_near(para->width, 72.5, 1e-6);
}

static void test_r41_word_spaces_first(void **state)
{
    zt_bench *b = *state;
    b->para.spacing = ZT_SPACING_BOOK;
    const char *text = "用GDP，计";
    zt_para *para = forced(b, text, 3.9); /* natural 2 Han + 1 + GDP + one gap of 0.25 */
    double gdp = x_of(para, 4) - x_of(para, 1);
    double natural = 3 + 0.25 + gdp;
    para = forced(b, text, natural - 0.5); /* the comma gives its half, the gap stays */
    assert_near(set_of(para, 4), 0.5, 1e-6);
    assert_near(x_of(para, 1), 1.25, 1e-6);
    para = forced(b, text, natural - 0.6); /* then the gap, not below 0.125 */
    assert_near(x_of(para, 1), 1.15, 1e-6);
}

/* R42: gaps to the profile's most, only then every place alike. */
static void test_r42_stretch_order(void **state)
{
    zt_bench *b = *state;
    const char *text = "共有GDP辆车";
    b->para.spacing = ZT_SPACING_SPACED; /* 0.125 to 0.25 */
    zt_para *para = forced(b, text, 0);  /* nothing to take: natural */
    double figure = x_of(para, 5) - x_of(para, 2) - 0.125;
    double natural = 4.25 + figure;
    para = forced(b, text, natural + 0.15);
    assert_near(x_of(para, 2), 2.2, 1e-6);
    assert_near(x_of(para, 1), 1.0, 1e-6);
    para = forced(b, text, natural + 0.25 + 0.8); /* 0.125 twice, then 4 places of 0.2 */
    assert_near(x_of(para, 1), 1.2, 1e-6);
    assert_near(x_of(para, 2), 2.65, 1e-6);
    assert_near(x_of(para, 6) - x_of(para, 5), 1.2, 1e-6);
}

/* House style on R42: in the news profile, which sets Han and figures tight, their gaps open with
   all others, before the figure and behind it, and by an eighth of an em at most. */
static void test_r42_news_gaps_together(void **state)
{
    zt_bench *b = *state;
    static const char *const texts[] = {"投运440辆车", "共有GDP辆车"};
    for (size_t k = 0; k < 2; k++) {
        zt_para *para = forced(b, texts[k], 0);
        double figure = x_of(para, 5) - x_of(para, 2);
        double natural = 4 + figure;
        para = forced(b, texts[k], natural + 0.4); /* four places of 0.1 */
        assert_near(x_of(para, 1), 1.1, 1e-6);
        assert_near(x_of(para, 2), 2.2, 1e-6);
        assert_near(x_of(para, 5) - x_of(para, 2), figure + 0.1, 1e-6);
        assert_near(x_of(para, 6) - x_of(para, 5), 1.1, 1e-6);
        para = forced(b, texts[k], natural + 0.25 + 0.4); /* 0.125 twice, the others 0.2 */
        assert_near(x_of(para, 1), 1.2, 1e-6);
        assert_near(x_of(para, 2), 2.325, 1e-6);
        assert_near(x_of(para, 5) - x_of(para, 2), figure + 0.125, 1e-6);
        assert_near(x_of(para, 6) - x_of(para, 5), 1.2, 1e-6);
        assert_near(para->width, 10 * (natural + 0.65), 1e-6);
        para = forced(b, texts[k], natural + 0.25 + 0.5 + 0.4); /* 0.25, then 0.1 for all */
        assert_near(x_of(para, 1), 1.35, 1e-6);
        assert_near(x_of(para, 5) - x_of(para, 2), figure + 0.225, 1e-6);
        assert_near(para->width, 10 * (natural + 1.15), 1e-6);
    }
    double two = forced(b, "投4", 0)->width;
    assert_near(forced(b, "投4", 4)->width, 40, 1e-6); /* no other gap: it takes all */
    assert_true(two < 20);
}

/* What a line with capped gaps counts as loose is what its other gaps get. */
static void test_r43_looseness_of_capped_gaps(void **state)
{
    (void)state;
    zt_line_fit fit = {.places = 4, .capped = 2, .most_given = 2.5};
    assert_near(zt_line_looseness(&fit, 5, 10), 0.125, 1e-9);
    assert_near(zt_line_looseness(&fit, 7, 10), 0.225, 1e-9);
    assert_near(zt_line_looseness(&fit, 8.5, 10), 0.275, 1e-9);
    assert_near(zt_share_of_gaps(&fit, 4, 10).capped, 1, 1e-9);
    assert_near(zt_share_of_gaps(&fit, 8.5, 10).capped, 1.5, 1e-9);
    fit.capped = 4;
    fit.most_given = 5;
    assert_near(zt_line_looseness(&fit, 8, 10), 0.2, 1e-9); /* nothing else to give it to */
}

/* R43: nothing inside numbers, dashes, names, between number and %. */
static void test_r43_never_stretched(void **state)
{
    zt_bench *b = *state;
    b->para.spacing = ZT_SPACING_OFF;
    zt_para *para = forced(b, "增212%——阿·里", 12);
    double two = zt_face_advance(b->text.face, zt_face_glyph(b->text.face, '2'));
    assert_near(x_of(para, 2) - x_of(para, 1), two, 1e-6);
    assert_near(x_of(para, 4) - x_of(para, 3), two, 1e-6); /* before % */
    assert_near(set_of(para, 5), 2, 1e-6);                 /* the dash */
    assert_near(x_of(para, 8) - x_of(para, 7), 1.0, 1e-6); /* 阿·: no place */
    assert_near(x_of(para, 9) - x_of(para, 8), 0.5, 1e-6); /* ·里 */
    assert_near(para->width, 120, 1e-6);
}

static void test_r44_even_spread(void **state)
{
    zt_bench *b = *state;
    b->para.align = ZT_ALIGN_SPREAD;
    zt_para *para = set_text(b, "张三\n李小四", 3);
    assert_near(x_of(para, 1), 2, 1e-6); /* one em between */
    assert_near(x_of(para, 4), 1, 1e-6);
    assert_near(para->lines[0].width, 30, 1e-6);
    assert_near(set_text(b, "资料来源", 7)->imp->chars[1].x, 20, 1e-6);
}

static void test_r45_no_single_last_character(void **state)
{
    zt_bench *b = *state;
    /* Greedy lines would leave 。 with 展 alone on the third. */
    const char *text = "成渝地区双城经济圈建设和协同发展的新进展。";
    zt_para *para = set_text(b, text, 10);
    const zt_line *last = &para->lines[para->line_count - 1];
    assert_true(last->end - last->first >= 3);
    assert_true(strstr(lines(b, "同比增长的幅度仍将保持在百分之7%。", 15), "|7%。") == NULL);
    assert_true(strstr(lines(b, "全线建成以后每年将会惠及两地群众5万。", 16), "|5万。") == NULL);
    assert_true(strstr(lines(b, "沿线各个站点一二三四五六七八九了！”", 16), "|了！”") == NULL);
}

static void test_r46_whole_em(void **state)
{
    zt_bench *b = *state;
    const char *text = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八";
    zt_para *para = set_text(b, text, 20.37);
    assert_near(para->lines[0].width, 200, 1e-6);
    assert_near(para->lines[0].adjust, 0, 1e-6);
    para = set_text(b, text, 9.4); /* too narrow to spare any */
    assert_near(para->lines[0].width, 94, 1e-6);
    b->para.align = ZT_ALIGN_START;
    assert_near(set_text(b, text, 20.99)->lines[0].width, 200, 1e-6);
}

static void test_r47_indent(void **state)
{
    zt_bench *b = *state;
    b->para.indent = 2;
    const char *text = "一二三四五六七八九十一二三四五六七八九十一二三四";
    zt_para *para = set_text(b, text, 12);
    assert_near(para->lines[0].x, 20, 1e-6);
    assert_int_equal(para->lines[0].end, 10);
    assert_near(para->lines[1].x, 0, 1e-6);
    assert_int_equal(para->lines[1].end, 22);
    b->para.indent = 0;
    b->para.hanging = 1;
    para = set_text(b, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八", 12);
    assert_int_equal(para->lines[0].end, 12);
    assert_near(para->lines[1].x, 10, 1e-6);
    assert_near(para->lines[1].x + para->lines[1].width, 120, 1e-3);
}

/* R22, off by default: one stop or comma beyond the measure, not in a run of marks. */
static void test_r22_hanging(void **state)
{
    zt_bench *b = *state;
    b->para.hang = true;
    assert_near(width_em(b, "到此为止。"), 4, 1e-6);
    assert_near(width_em(b, "到此。”"), 3, 1e-6);
    assert_near(width_em(b, "到此！"), 2.5, 1e-6);
    assert_string_equal(lines(b, "一二三四五六七八九十，一二三四五六", 10),
                        "一二三四五六七八九十，|一二三四五六");
}

/* R43: a line that nothing keeps below 0.25 em a gap is said, and only then: that before the long
   word, and the word with the two Han behind it. */
static void test_r43_loose_line_is_said(void **state)
{
    zt_bench *b = *state;
    set_text(b, "这一条线路的起点是Chongqingjiangbei国际机场的三号航站楼", 12);
    assert_int_equal(zt_diags_count(b->diags), 2);
    assert_string_equal(zt_diags_at(b->diags, 0)->code, "loose-line");
    assert_int_equal(zt_diags_at(b->diags, 0)->severity, ZT_NOTE);
    set_text(b, "这一条线路的起点是重庆江北国际机场的三号航站楼", 12);
    b->para.align = ZT_ALIGN_START;
    set_text(b, "这一条线路的起点是Chongqingjiangbei国际机场的三号航站楼", 12);
    assert_int_equal(zt_diags_count(b->diags), 2);
}

static void test_too_wide_is_said(void **state)
{
    zt_bench *b = *state;
    zt_para *para = set_text(b, "型号PH-300000000000的", 4);
    assert_true(para->line_count >= 2);
    assert_int_equal(zt_diags_severity_count(b->diags, ZT_ERROR), 1);
    assert_string_equal(zt_diags_at(b->diags, 0)->code, "line-too-wide");
    assert_int_equal(zt_diags_at(b->diags, 0)->pos.line, 3);
}

static void test_no_text_no_lines(void **state)
{
    zt_bench *b = *state;
    zt_para *para = set_text(b, "", 10);
    assert_int_equal(para->line_count, 0);
    para = zt_para_break(b->arena, b->diags, NULL, 0, &b->para, 100);
    assert_int_equal(para->line_count, 0);
    assert_int_equal(set_text(b, "\n", 10)->line_count, 1);
    assert_int_equal(set_text(b, "一\n\n二", 10)->line_count, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_r40_all_but_the_last),
                                       BENCH_TEST(test_r41_shrink_order),
                                       BENCH_TEST(test_r41_word_spaces_first),
                                       BENCH_TEST(test_r42_stretch_order),
                                       BENCH_TEST(test_r42_news_gaps_together),
                                       BENCH_TEST(test_r43_looseness_of_capped_gaps),
                                       BENCH_TEST(test_r43_never_stretched),
                                       BENCH_TEST(test_r44_even_spread),
                                       BENCH_TEST(test_r45_no_single_last_character),
                                       BENCH_TEST(test_r46_whole_em),
                                       BENCH_TEST(test_r47_indent),
                                       BENCH_TEST(test_r22_hanging),
                                       BENCH_TEST(test_too_wide_is_said),
                                       BENCH_TEST(test_r43_loose_line_is_said),
                                       BENCH_TEST(test_no_text_no_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
