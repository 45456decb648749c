/* tests/unit/text/test_sense.c — labels and headlines: lines alike, parted at sense (R37, R91,
   R92). */
#include "text/para_imp.h"
#include "unit/text/para_help.h"

static int open_sense(void **state)
{
    int failed = bench_open(state);
    zt_bench *b = *state;
    b->para.at_sense = true;
    b->para.align = ZT_ALIGN_START;
    b->para.punctuation = ZT_KAIMING;
    return failed;
}
#define SENSE_TEST(f) cmocka_unit_test_setup_teardown(f, open_sense, bench_close)

static void test_r92_lines_alike(void **state)
{
    zt_bench *b = *state;
    /* first come first served would give 8 and 6, 10 and 4 */
    assert_string_equal(lines(b, "三甲公立综合医院协同开展临床检验", 14),
                        "三甲公立综合医院|协同开展临床检验");
    assert_string_equal(lines(b, "零部件企业参与对方整车配套", 10), "零部件企业参与|对方整车配套");
    zt_para *para = set_text(b, "重庆江北机场旅客吞吐量全国位次", 12);
    assert_int_equal(para->line_count, 2);
    assert_true(fabs(para->lines[0].width - para->lines[1].width) <= 20.001);
}

static void test_one_line_where_it_fits(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(lines(b, "“双核”联动　成效显著", 10), "“双核”联动　成效显著");
    assert_string_equal(lines(b, "重大项目", 4), "重大项目");
}

static void test_r91_breaks_at_the_blank(void **state)
{
    zt_bench *b = *state;
    zt_para *para = set_text(b, "“双核”联动　成效显著", 8);
    assert_string_equal(lines(b, "“双核”联动　成效显著", 8), "“双核”联动　|成效显著");
    assert_near(para->lines[0].width, 50, 1e-6); /* the blank vanished: “ and ” 0.5, four Han */
    assert_string_equal(lines(b, "外债便利化试点，两地共同争取落地", 10),
                        "外债便利化试点，|两地共同争取落地");
}

static void test_numbers_and_terms_stay_whole(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(lines(b, "科技创新中心项目涉及总投资1054.5亿元", 8),
                        "科技创新中心|项目涉及总投资|1054.5亿元");
    assert_true(strstr(lines(b, "参与“双核”联动建设的企业", 5), "“双核”") != NULL);
    assert_true(strstr(lines(b, "今年1—5月完成投资", 5), "1—5月") != NULL);
}

static void test_no_stumps(void **state)
{
    zt_bench *b = *state;
    const char *labels[] = {"川渝通办政务服务", "跨省异地就医直接结算", "氢燃料电池汽车投入运营",
                            "协同创新战略联盟"};
    for (size_t i = 0; i < 4; i++) {
        zt_para *para = set_text(b, labels[i], 7);
        for (size_t k = 0; k < para->line_count; k++)
            assert_true(para->lines[k].end - para->lines[k].first > 2);
    }
}

static void test_hints_are_taken(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(lines(b, "推动功能性金融机构\xE2\x80\x8B布局成渝", 10),
                        "推动功能性金融机构\xE2\x80\x8B|布局成渝");
    assert_string_equal(lines(b, "重庆\n成都江北", 10), "重庆\n|成都江北");
}

/* 重庆 and 成都 stand side by side in the table; 庆成 is no word for that. */
static void test_words_stay_whole(void **state)
{
    zt_bench *b = *state;
    zt_run *run = ZT_NEW(b->arena, zt_run);
    *run = (zt_run){.text = ZT_STR("重庆成都增长"), .style = &b->text};
    zt_para_imp *imp = zt_para_prepare(b->arena, b->diags, run, 1, &b->para);
    for (size_t i = 1; i < 6; i += 2)
        assert_true(zt_sense_penalty(imp, i) > 0);
    for (size_t i = 2; i < 6; i += 2)
        assert_true(zt_sense_penalty(imp, i) <= 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {SENSE_TEST(test_r92_lines_alike),
                                       SENSE_TEST(test_one_line_where_it_fits),
                                       SENSE_TEST(test_r91_breaks_at_the_blank),
                                       SENSE_TEST(test_numbers_and_terms_stay_whole),
                                       SENSE_TEST(test_no_stumps),
                                       SENSE_TEST(test_hints_are_taken),
                                       SENSE_TEST(test_words_stay_whole)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
