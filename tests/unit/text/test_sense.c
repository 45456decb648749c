/* tests/unit/text/test_sense.c — labels and headlines: lines alike, parted at sense (R37, R91,
   R92). */
#include "text/para_imp.h"
#include "unit/text/para_help.h"

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

/* Running text that is ragged: words stay whole, clauses end lines, the last is as it comes. */
static void test_ragged_text_keeps_words(void **state)
{
    zt_bench *b = *state;
    const char *text = "中央财经委员会第六次会议上作出重大决策部署，推动成渝地区双城经济圈建设。";
    b->para.at_sense = false;
    b->para.align = ZT_ALIGN_START;
    assert_string_equal(lines(b, text, 11), "中央财经委员会第六次会|议上作出重大决策部署，|"
                                            "推动成渝地区双城经济圈|建设。");
    b->para.by_words = true;
    assert_string_equal(lines(b, text, 11), "中央财经委员会第六次|会议上作出重大决策|"
                                            "部署，推动成渝地区双城|经济圈建设。");
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

/* Of four characters 2 and 2, though 1 and 3 have one short line fewer. */
static void test_no_single_first(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(lines(b, "规上工业", 3), "规上|工业");
    assert_string_equal(lines(b, "辖区工业", 3), "辖区|工业");
    assert_string_equal(lines(b, "新村街道", 3.5), "新村|街道");
}

static void test_hints_are_taken(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(lines(b, "推动功能性金融机构\xE2\x80\x8B布局成渝", 10),
                        "推动功能性金融机构\xE2\x80\x8B|布局成渝");
    assert_string_equal(lines(b, "重庆\n成都江北", 10), "重庆\n|成都江北");
}

static zt_para_imp *with_words(zt_bench *b, const char *text)
{
    zt_run *run = ZT_NEW(b->arena, zt_run);
    *run = (zt_run){.text = zt_str_from(text), .style = &b->text};
    zt_para_imp *imp = zt_para_prepare(b->arena, b->diags, run, 1, &b->para);
    zt_chars_break(imp);
    zt_chars_find_words(imp);
    return imp;
}

/* The words that a text is parted into: "汽车/摩托车". */
static const char *words_of(zt_bench *b, const char *text)
{
    zt_para_imp *imp = with_words(b, text);
    zt_buf out;
    zt_buf_init(&out, b->arena);
    for (size_t i = 0; i < imp->count; i++) {
        if (i && imp->chars[i].word != ZT_WORD_INSIDE && imp->chars[i].word != ZT_WORD_COMPOUND)
            zt_buf_putc(&out, '/');
        zt_buf_str(&out, zt_str_slice(imp->text, imp->chars[i].offset,
                                      imp->chars[i].offset + imp->chars[i].bytes));
    }
    return out.data;
}

/* R91: by maximum probability, not by the longest word first (研究生/命). */
static void test_r91_words(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(words_of(b, "汽车摩托车"), "汽车/摩托车");
    assert_string_equal(words_of(b, "研究生命起源"), "研究/生命/起源");
    assert_string_equal(words_of(b, "重庆江北机场旅客吞吐量"), "重庆/江北/机场/旅客/吞吐量");
    assert_string_equal(words_of(b, "零部件企业参与整车配套"), "零部件/企业/参与/整车/配套");
    assert_string_equal(words_of(b, "双城\xE2\x80\x8B经济"), "双城/\xE2\x80\x8B/经济");
}

/* Never inside a word while another break fits, though it balances worse. */
static void test_r91_no_break_inside_words(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(lines(b, "汽车摩托车", 4), "汽车|摩托车");
    assert_string_equal(lines(b, "汽车摩托车", 3), "汽车|摩托车");
    assert_string_equal(lines(b, "旅客吞吐量", 4), "旅客|吞吐量");
    assert_string_equal(lines(b, "创新驱动和绿色发展", 7), "创新驱动|和绿色发展");
    assert_string_equal(lines(b, "吞吐量", 2), "吞吐|量"); /* nothing else fits */
}

static void test_r91_hints_beat_words_and_balance(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(lines(b, "汽\xE2\x80\x8B车摩托车", 4), "汽\xE2\x80\x8B|车摩托车");
    assert_string_equal(lines(b, "两地\xE2\x80\x8B协同开展临床检验互认", 11),
                        "两地\xE2\x80\x8B|协同开展临床检验互认");
    assert_string_equal(lines(b, "共建\xE2\x81\xA0共享合作机制", 5),
                        "共建\xE2\x81\xA0共享|合作机制");
    assert_string_equal(lines(b, "合作\xE2\x81\xA0机制建设", 4), "合作\xE2\x81\xA0机制|建设");
}

/* R37, R91: a name with interpuncts is parted after one of them, or not at all; no list has it. */
static void test_names_stay_whole(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(lines(b, "习近平同卡塔尔埃米尔塔米姆·本·哈马德·阿勒萨尼举行会谈", 16),
                        "习近平同卡塔尔埃米尔|塔米姆·本·哈马德·阿勒萨尼|举行会谈");
    /* What stands before it is no part of it. */
    assert_string_equal(lines(b, "重庆市领导会见塔米姆·本·哈马德", 9),
                        "重庆市领导会见|塔米姆·本·哈马德");
    static const char *const names[] = {"会见巴西总统路易斯·伊纳西奥·卢拉·达席尔瓦一行",
                                        "阿卜杜勒·哈利德部长率团访问重庆并出席开幕式",
                                        "让·皮埃尔·拉法兰在成都谈合作与发展"};
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        for (double em = 10; em <= 20; em++) {
            zt_para *para = set_text(b, names[k], em);
            for (size_t i = 1; i < para->line_count; i++)
                if (para->imp->chars[para->lines[i].first].word == ZT_WORD_NAME)
                    fail_msg("%g: %s", em, lines(b, names[k], em));
        }
}

static const char *const headlines[] = {
    "成渝地区双城经济圈建设取得明显成效", "两地携手推进重大项目落地见效",
    "西部陆海新通道班列开行突破三千列",   "重庆成都共建具有全国影响力的科技创新中心",
    "川渝高竹新区税费征管服务一体化",     "轨道交通公交一卡通行惠及两地市民",
    "“双核”联动　带动沿线城市群协同发展", "外贸进出口总值同比增长21.7%创历史新高",
    "氢燃料电池汽车摩托车产业链加快成形", "前5个月中欧班列运输货物46.3万标箱",
    "两省市签署《合作协议》共护长江生态", "跨省通办事项再增加300余项"};

/* R91, R92 over headlines and measures: no word, figure or term parted, no stump at the end, and
   two lines apart by more than two characters only where the sense asks for it. */
static void test_r92_headlines(void **state)
{
    zt_bench *b = *state;
    size_t uneven = 0, two_lines = 0;
    for (size_t k = 0; k < sizeof headlines / sizeof *headlines; k++) {
        for (double em = 9; em <= 14; em++) {
            zt_para *para = set_text(b, headlines[k], em);
            const zt_line *last = &para->lines[para->line_count - 1];
            for (size_t i = 1; i < para->line_count; i++) {
                const zt_char *c = &para->imp->chars[para->lines[i].first];
                if (c->word == ZT_WORD_INSIDE || c->brk != ZT_BRK_MAY)
                    fail_msg("%g: %s", em, lines(b, headlines[k], em));
            }
            assert_true(para->line_count == 1 || last->width >= 25);
            if (para->line_count == 2) {
                two_lines++;
                uneven += fabs(para->lines[0].width - last->width) > 25;
            }
        }
    }
    print_message("%zu of %zu headlines on two lines are stairs\n", uneven, two_lines);
    assert_true(uneven * 3 < two_lines);
}

/* Without words.bin the list built in serves, and the caller can tell. */
static void test_r91_without_the_file(void **state)
{
    zt_bench *b = *state;
    b->para.lexicon = zt_lexicon_new(b->arena, "no/such/words.bin");
    assert_string_equal(words_of(b, "重庆成都增长"), "重庆/成都/增长");
    assert_false(zt_lexicon_is_whole(b->para.lexicon));
    b->para.lexicon = zt_lexicon_new(b->arena, ZT_SOURCE_DIR "/templates/chongqing.xml");
    assert_string_equal(words_of(b, "旅客机场"), "旅客/机场");
    assert_false(zt_lexicon_is_whole(b->para.lexicon));
    b->para.lexicon = zt_lexicon_new(b->arena, ZT_SOURCE_DIR "/templates/words.bin");
    assert_string_equal(lines(b, "一行排得下", 6), "一行排得下"); /* never opened */
    assert_true(zt_lexicon_is_whole(b->para.lexicon));
    assert_in_range(zt_lexicon_cost(b->para.lexicon, ZT_STR("的")), 1, 80);
    assert_int_equal(zt_lexicon_cost(b->para.lexicon, ZT_STR("旅客吞吐")), ZT_WORD_UNKNOWN);
    assert_int_equal(zt_lexicon_cost(b->para.lexicon, ZT_STR("abc")), ZT_WORD_UNKNOWN);
}

/* However narrow the measure and wherever the hints, each line holds something and all of them hold
   the whole text. */
static void test_no_empty_line(void **state)
{
    zt_bench *b = *state;
    static const char *const texts[] = {"推动公共服务\xE2\x80\x8B“一卡通”",
                                        "推动\xE2\x80\x8B功能性\xE2\x80\x8B金融机构布局",
                                        "总投资1054.5亿元\xE2\x80\x8B的项目",
                                        "“双核”联动　成效显著",
                                        ("12月\xE2\x80\x8B"
                                         "31日"),
                                        "电\n“一网通办”覆盖川渝"};
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
        for (double em = 1.5; em < 13; em += 0.25) {
            zt_para *para = set_text(b, texts[t], em);
            size_t at = 0;
            for (size_t i = 0; i < para->line_count; i++) {
                assert_int_equal(para->lines[i].first, at);
                assert_true(para->lines[i].end > at);
                at = para->lines[i].end;
            }
            assert_int_equal(at, para->char_count);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {SENSE_TEST(test_r92_lines_alike),
                                       SENSE_TEST(test_ragged_text_keeps_words),
                                       SENSE_TEST(test_one_line_where_it_fits),
                                       SENSE_TEST(test_r91_breaks_at_the_blank),
                                       SENSE_TEST(test_numbers_and_terms_stay_whole),
                                       SENSE_TEST(test_no_stumps),
                                       SENSE_TEST(test_no_single_first),
                                       SENSE_TEST(test_hints_are_taken),
                                       SENSE_TEST(test_r91_words),
                                       SENSE_TEST(test_r91_no_break_inside_words),
                                       SENSE_TEST(test_r91_hints_beat_words_and_balance),
                                       SENSE_TEST(test_r92_headlines),
                                       SENSE_TEST(test_names_stay_whole),
                                       SENSE_TEST(test_r91_without_the_file),
                                       SENSE_TEST(test_no_empty_line)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
