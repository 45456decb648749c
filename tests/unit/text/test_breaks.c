/* tests/unit/text/test_breaks.c — R15 to R18 and R30 to R37: where a line may end. The strings
   give the gap before the second, third … character: / may, p only if nothing else fits, x not. */
#include "unit/text/para_help.h"

static void test_r15_between_han(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "重庆成都"), "///");
    assert_string_equal(breaks(b, "双核“联动发展的”新"), "//x////x/"); /* before “, after ” */
    assert_string_equal(breaks(b, "在GDP中"), "/xx/");
}

static void test_r16_levels(void **state)
{
    zt_bench *b = *state;
    const char *text = "文，文·文/文—文（文";
    b->para.level = ZT_BREAK_NONE;
    assert_string_equal(breaks(b, text), "///p///p//");
    b->para.level = ZT_BREAK_LOOSE;
    assert_string_equal(breaks(b, text), "x//p///p/x");
    b->para.level = ZT_BREAK_NORMAL;
    assert_string_equal(breaks(b, text), "x/xpxxxp/x");
    assert_string_equal(breaks(b, "文——文……文"), "/x/px/");
    b->para.level = ZT_BREAK_STRICT;
    assert_string_equal(breaks(b, "文——文……文"), "xx/xx/");
}

static void test_r17_after_marks(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "他说：“一二三四五。”“六"), "/x/x////xx/x");
    assert_string_equal(breaks(b, "文，“文"), "x/x");
    assert_string_equal(breaks(b, "文？）。文"), "xxx/");
}

/* R18: only marks are left, more than a line holds: the rule is dropped there, with a warning. */
static void test_r18_last_resort(void **state)
{
    zt_bench *b = *state;
    b->para.align = ZT_ALIGN_START;
    zt_para *para = set_text(b, "——文？！）”。", 2);
    assert_true(para->line_count >= 2);
    assert_int_equal(zt_diags_count(b->diags), 1);
    assert_string_equal(zt_diags_at(b->diags, 0)->code, "line-start-rule");
    assert_int_equal(zt_diags_at(b->diags, 0)->severity, ZT_WARNING);
    set_text(b, "文字（文）。", 3);
    assert_int_equal(zt_diags_count(b->diags), 1);
}

static void test_r30_dash_and_ellipsis(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "这——那"), "/x/");
    assert_string_equal(breaks(b, "……人"), "x/");
    assert_string_equal(breaks(b, "………………"), "xpxpx"); /* parts only between whole ones */
}

static void test_r31_inside_numbers(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "1054.5"), "xxxxx");
    assert_string_equal(breaks(b, "12 500"), "xxxxx");
    assert_string_equal(breaks(b, "于2022-06-24到"), "/xxxxxxxxx/");
    assert_string_equal(breaks(b, "15:40开"), "xxxx/");
}

static void test_r32_signs_of_numbers(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "长212%的"), "/xxx/");
    assert_string_equal(breaks(b, "温−8℃是"), "/xx/");
    assert_string_equal(breaks(b, "价¥30整"), "/xx/");
}

static void test_r33_words_and_codes(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "在PH-3000上"), "/xxxxxx/");
    assert_string_equal(breaks(b, "the map"), "xxx/xx");
    assert_string_equal(breaks(b, "a(b)在"), "xxx/");
    assert_string_equal(breaks(b, "运歼-20机"), "/pxx/"); /* a code that begins in Han */
    assert_string_equal(breaks(b, "射长征-5号"), "//pxp");
    assert_string_equal(breaks(b, "用Wi-Fi连"), "/xxxx/");
}

/* R33: a note's marker keeps with its word; what stands free or opens a line does not. */
static void test_r33_note_markers(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "增速*为"), "/x/");
    assert_string_equal(breaks(b, "口径²计"), "/x/");
    assert_string_equal(breaks(b, "口径〔1〕计"), "/pxx/");
    zt_text_style raised = b->text;
    raised.size = 6;
    raised.rise = 3;
    zt_run runs[] = {{.text = ZT_STR("口径"), .style = &b->text},
                     {.text = ZT_STR("①"), .style = &raised},
                     {.text = ZT_STR("计①"), .style = &b->text}};
    zt_trace trace = zt_para_trace(zt_para_break(b->arena, b->diags, runs, 3, &b->para, 1000));
    assert_string_equal(trace.breaks + 1, "/x//");
}

/* Straight quotes have no sides of their own: in turn they open and close. */
static void test_r17_straight_quotes(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "说\"好的\"就"), "/x/x/");
    assert_string_equal(breaks(b, "用'双核'和\"中心\"计"), "/x/x//x/x/");
    assert_string_equal(breaks(b, "用don't计"), "/xxxx/");
    assert_string_equal(breaks(b, "高5'6\"的"), "/xxx/");
}

static void test_r31_wide_digits(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "共２０个"), "pxp"); /* R130: bound like 20 */
    assert_string_equal(breaks(b, "共20个"), "pxp");
    assert_string_equal(breaks(b, "48 200 000人"), "xxxxxxxxxp");
}

/* Signs that follow a number stay with it and with a letter behind; full-width digits, points and
   signs are bound as ASCII ones are. */
static void test_r130_signs_and_wide_digits(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "地处北纬45°N"), "////xxx");
    assert_string_equal(breaks(b, "满分100%A档"), "//xxxx/");
    assert_string_equal(breaks(b, "北纬45°30′N"), "//xxxxxx");
    assert_string_equal(breaks(b, "约１２３．５％"), "pxxxxx");
    assert_string_equal(breaks(b, "面积约120㎡"), "//pxxx");
    assert_string_equal(breaks(b, "重5㎏铁"), "/x/");
    assert_string_equal(breaks(b, "共1.2万㎡地"), "pxxpp/");
    assert_string_equal(breaks(b, "２０２６年"), "xxxp");
    assert_string_equal(breaks(b, "１，０５４人"), "xxxxp");
    assert_string_equal(breaks(b, "１５：４０到"), "xxxx/");
    assert_string_equal(breaks(b, "￥３０元"), "xxp");
    assert_string_equal(breaks(b, "－８℃以"), "xx/");
    /* a comma between two numbers parts them */
    assert_string_equal(breaks(b, "选１，２０项"), "/x/xp");
}

/* A mark belongs to its base, whatever stands behind or before. */
static void test_r133_combining_marks(void **state)
{
    zt_bench *b = *state;
    b->para.spacing = ZT_SPACING_BOOK;
    assert_string_equal(breaks(b, "念m\xCC\x84在"), "/x/");
    assert_string_equal(breaks(b, "汉\xCC\x81字"), "x/");
    assert_string_equal(breaks(b, "“e\xCC\x81”读"), "xxx/");
    zt_trace trace = zt_para_trace(set_text(b, "念m\xCC\x84在", 100));
    assert_near(trace.gaps[1], 0.25, 1e-9); /* both borders of the letter take their gap */
    assert_near(trace.gaps[2], 0, 1e-9);
    assert_near(trace.gaps[3], 0.25, 1e-9);
    trace = zt_para_trace(set_text(b, "汉\xCC\x81m", 100));
    assert_near(trace.gaps[2], 0.25, 1e-9);
}

static void test_r34_number_and_unit(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "投1054.5亿元建"), "/xxxxxpp/");
    assert_string_equal(breaks(b, "有440辆车"), "/xxp/");
    assert_string_equal(breaks(b, "达46.3万人次的"), "pxxxppp/");
    assert_string_equal(breaks(b, "在前5个月里"), "/ppp/");

    assert_string_equal(breaks(b, "的300余家企"), "/xxpp/");
    assert_string_equal(breaks(b, "升5个百分点以上"), "/pppppp");
    assert_string_equal(breaks(b, "在三百余家企"), "/ppp/"); /* in Han digits, for less */
    assert_string_equal(breaks(b, "把第一批车"), "/pp/");
    assert_string_equal(breaks(b, "他十分好"), "///"); /* an adverb */
    assert_string_equal(breaks(b, "为38微克/立方米的"), "/xppxxpp/");
    b->para.units = "标兵 卷";
    assert_string_equal(breaks(b, "共3标兵来"), "ppp/");
}

static void test_r35_dates(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "于1月17日在"), "/ppxp/");
    assert_string_equal(breaks(b, "2022年6月"), "xxxppp");
    assert_string_equal(breaks(b, "于二〇二二年六月在"), "/pppppp/");
    assert_string_equal(breaks(b, "于2022年底在"), "/xxxpp/");
    assert_string_equal(breaks(b, "11月下旬的"), "xppp/");
}

static void test_r36_ranges(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "今1—5月"), "/xpp");
    assert_string_equal(breaks(b, "约5～8万"), "pxpp");
    assert_string_equal(breaks(b, "12月17日—18日"), "xppxpxpxp");
    assert_string_equal(breaks(b, "17日-18日"), "xpxpxp"); /* typed as a hyphen */
    assert_string_equal(breaks(b, "5万元-8万元"), "ppxppp");
}

static void test_r37_terms_and_names(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "的“双核”与"), "/xpx/");
    assert_string_equal(breaks(b, "阿·里在"), "xp/");
    assert_string_equal(breaks(b, "省（市）级"), "pxx/");
    assert_string_equal(breaks(b, "省［市］级"), "pxx/");
    assert_string_equal(breaks(b, "省〔市〕级"), "pxx/");
    assert_string_equal(breaks(b, "省｛市｝级"), "/xx/");
    assert_string_equal(breaks(b, "“一二三四五”"), "x////x");
    assert_string_equal(breaks(b, "按《纲要》办"), "/xpx/");
    assert_string_equal(breaks(b, "买买提·阿卜在"), "//xp//");
}

static void test_hints_speak_last(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "双\xE2\x81\xA0核"), "xx");
    assert_string_equal(breaks(b, "440\xE2\x80\x8B辆"), "xxx/");
    zt_run run = {.text = ZT_STR("46.3万人"), .style = &b->text, .bound = true};
    zt_trace trace = zt_para_trace(zt_para_break(b->arena, b->diags, &run, 1, &b->para, 1000));
    assert_string_equal(trace.breaks + 1, "xxxxx");
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_r15_between_han),
                                       BENCH_TEST(test_r16_levels),
                                       BENCH_TEST(test_r17_after_marks),
                                       BENCH_TEST(test_r18_last_resort),
                                       BENCH_TEST(test_r30_dash_and_ellipsis),
                                       BENCH_TEST(test_r31_inside_numbers),
                                       BENCH_TEST(test_r32_signs_of_numbers),
                                       BENCH_TEST(test_r33_words_and_codes),
                                       BENCH_TEST(test_r33_note_markers),
                                       BENCH_TEST(test_r17_straight_quotes),
                                       BENCH_TEST(test_r31_wide_digits),
                                       BENCH_TEST(test_r130_signs_and_wide_digits),
                                       BENCH_TEST(test_r133_combining_marks),
                                       BENCH_TEST(test_r34_number_and_unit),
                                       BENCH_TEST(test_r35_dates),
                                       BENCH_TEST(test_r36_ranges),
                                       BENCH_TEST(test_r37_terms_and_names),
                                       BENCH_TEST(test_hints_speak_last)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
