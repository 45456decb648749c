/* tests/unit/text/test_para_property.c — what must hold for any paragraph, over a few hundred made
   from sentences of our own: no forbidden line start or end, flush lines, sums that agree, gaps
   within their limits where another break could have kept them. */
#include "text/para_imp.h"
#include "unit/text/para_help.h"

static const char *const clauses[] = {"今年1—5月，两地货物周转量同比增长212%",
                                      "“双核”联动进入第三个年头",
                                      "江北机场旅客吞吐量达1054.5万人次",
                                      "《成渝地区双城经济圈建设规划纲要》印发",
                                      "市民说：“下班回家，二十分钟就够了！”",
                                      "这条线路——全长46.3公里——九月底通车",
                                      "首批440辆氢燃料电池汽车投入运营",
                                      "GDP增速为6.1%，高于全国平均水平0.8个百分点",
                                      "省（市）级高新区共26家，国家级12家",
                                      "从2021年12月17日到18日，代表团先后走访了重庆·成都两地的企业",
                                      "5G基站、数据中心、充电桩……新型基础设施加快落地",
                                      "项目总投资约3亿元～5亿元（含征地费用）",
                                      "真的有这么快？！不少人起初并不相信",
                                      "西部陆海新通道班列全年开行5～8万标箱",
                                      "会议听取了《实施方案》《行动计划》起草情况的汇报",
                                      "每万元能耗下降3.5%，空气优良天数多了12天",
                                      "他把PH-3000型设备运到永川区的实验室里",
                                      "渝、川、蓉三方建立了联席会议制度",
                                      "二〇二二年六月，第五次会议以视频方式召开",
                                      "降水量-8.2毫米？显然是记错了"};
enum { CLAUSE_COUNT = sizeof clauses / sizeof *clauses };

/* A small generator of our own (xorshift, Marsaglia 2003): the same paragraphs every time. */
static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    return *state ^= *state << 5;
}

static const char *make_paragraph(zt_bench *b, uint32_t *seed)
{
    static const char *const joints[] = {"，", "。", "；", "，", "。"};
    zt_buf text;
    zt_buf_init(&text, b->arena);
    size_t count = 3 + next_random(seed) % 6;
    for (size_t i = 0; i < count; i++) {
        zt_buf_puts(&text, clauses[next_random(seed) % CLAUSE_COUNT]);
        zt_buf_puts(&text, i + 1 < count ? joints[next_random(seed) % 5] : "。");
    }
    return text.data;
}

static void check_ends(const zt_para *para, const zt_line *line)
{
    const zt_char *c = para->imp->chars;
    const zt_char *first = &c[line->first], *last = &c[line->end - 1];
    if (line->first > 0) {
        assert_false(zt_is_close(first) && first->chinese);
        assert_false(first->cls == ZT_C_CONN || first->cls == ZT_C_DOT || first->cls == ZT_C_SOL);
        assert_false(first->cls == ZT_C_SUFF || first->tail);
        assert_false(first->cls == ZT_C_DIG && c[line->first - 1].cls == ZT_C_DIG);
    }
    if (line->end < para->imp->count)
        assert_false(last->cls == ZT_C_OPEN || last->cls == ZT_C_PREF);
}

/* Advances and gaps add up to the width; no two characters overlap. */
static void check_sums(const zt_para *para, const zt_line *line)
{
    const zt_char *c = para->imp->chars;
    zt_fit fit = zt_line_measure(para->imp, (zt_span){line->first, line->end});
    double furthest = 0;
    for (size_t i = fit.ink.first; i < fit.ink.end; i++) {
        assert_true(c[i].set >= -1e-9);
        assert_true(c[i].x >= furthest - 1e-6);
        if (!c[i].tail)
            furthest = c[i].x + c[i].set;
    }
    assert_near(furthest, line->width, 1e-6);
    assert_near(line->width, line->natural + line->adjust, 1e-6);
}

/* Points that the line was stretched at each place beyond blanks and Han-Western gaps, em. */
static double stretch_of(const zt_para *para, const zt_line *line)
{
    zt_fit fit = zt_line_measure(para->imp, (zt_span){line->first, line->end});
    double spare = line->adjust - fit.stretch_blank - fit.stretch_gap;
    return spare > 0 && fit.places > 0 ? spare / fit.places / 10 : 0;
}

static void check_paragraph(zt_bench *b, const zt_para *para, double measure, size_t *loose)
{
    for (size_t i = 0; i < para->line_count; i++) {
        const zt_line *line = &para->lines[i];
        check_ends(para, line);
        check_sums(para, line);
        bool last = i + 1 == para->line_count;
        double room = measure - (i == 0 ? b->para.indent * 10 : 0);
        if (!last)
            assert_near(line->width, room, 0.1); /* 0.01 em */
        else
            assert_true(line->width <= room + 1e-6);
        *loose += !last && stretch_of(para, line) > 0.25;
    }
}

static void set_many(zt_bench *b, uint32_t seed, size_t *line_count, size_t *loose)
{
    static const double measures[] = {13, 16, 20, 24};
    for (size_t n = 0; n < 60; n++) {
        const char *text = make_paragraph(b, &seed);
        b->para.indent = n % 3 == 0 ? 0 : 2;
        for (size_t k = 0; k < 4; k++) {
            zt_para *para = set_text(b, text, measures[k]);
            check_paragraph(b, para, measures[k] * 10, loose);
            *line_count += para->line_count;
        }
    }
}

static void test_many_paragraphs(void **state)
{
    static const zt_punctuation styles[] = {ZT_QUANJIAO, ZT_KAIMING, ZT_BANJIAO};
    zt_bench *b = *state;
    size_t line_count = 0, loose = 0;
    for (size_t k = 0; k < 3; k++) {
        b->para.punctuation = styles[k];
        b->para.spacing = k == 1 ? ZT_SPACING_BOOK : ZT_SPACING_NEWS;
        set_many(b, 2463534242u + (uint32_t)k, &line_count, &loose);
    }
    assert_int_equal(zt_diags_count(b->diags), 0);
    assert_true(line_count > 3000);
    print_message("%zu of %zu lines stretched by more than 0.25 em a gap\n", loose, line_count);
    assert_true(loose * 500 < line_count); /* two in a thousand, in columns of 13 characters */
}

/* The end of the line that takes as much as fits, soft bonds kept. */
static size_t greedy_end(const zt_para *para, size_t first, double measure)
{
    size_t end = first;
    for (size_t i = first + 1; i <= para->imp->count; i++) {
        if (i < para->imp->count && para->imp->chars[i].brk != ZT_BRK_MAY)
            continue;
        if (end > first && zt_line_measure(para->imp, (zt_span){first, i}).natural > measure)
            break;
        end = i;
    }
    return end;
}

static double greedy_stretch(const zt_para *para, double measure)
{
    double worst = 0;
    for (size_t first = 0; first < para->imp->count;) {
        size_t end = greedy_end(para, first, measure);
        zt_fit fit = zt_line_measure(para->imp, (zt_span){first, end});
        double spare = measure - fit.natural - fit.stretch_blank - fit.stretch_gap;
        if (end < para->imp->count && fit.places > 0)
            worst = zt_max(worst, spare / fit.places / 10);
        first = end;
    }
    return worst;
}

/* The optimum's loosest line is no looser than that of lines filled one after the other. */
static void test_no_looser_than_greedy(void **state)
{
    zt_bench *b = *state;
    uint32_t seed = 88172645u;
    for (size_t n = 0; n < 40; n++) {
        zt_para *para = set_text(b, make_paragraph(b, &seed), 16);
        double worst = 0;
        for (size_t i = 0; i + 1 < para->line_count; i++)
            worst = zt_max(worst, stretch_of(para, &para->lines[i]));
        assert_true(worst <= greedy_stretch(para, 160) + 0.02 || worst < 0.15);
    }
}

/* Marks, blanks, controls, hints, broken UTF-8 in any order, in any style. */
static const char *make_nonsense(zt_bench *b, uint32_t *seed)
{
    static const char *const bits[] = {"重",
                                       "“",
                                       "”",
                                       "——",
                                       "…",
                                       "·",
                                       " ",
                                       "　",
                                       "\n",
                                       "1",
                                       "9.5",
                                       "%",
                                       "年",
                                       "（",
                                       "）",
                                       "。",
                                       "！",
                                       "\xE2\x80\x8B",
                                       "-",
                                       "/",
                                       "a",
                                       "ffi",
                                       "é",
                                       "−",
                                       "¥",
                                       "～",
                                       "—",
                                       "\xE2\x81\xA0",
                                       "’",
                                       "\xFF",
                                       "《",
                                       "e\xCC\x81",
                                       "々",
                                       "①",
                                       "\xC2\xA0",
                                       "\t",
                                       "葛\xF3\xA0\x84\x80"};
    zt_buf text;
    zt_buf_init(&text, b->arena);
    for (size_t i = next_random(seed) % 40; i-- > 0;)
        zt_buf_puts(&text, bits[next_random(seed) % (sizeof bits / sizeof *bits)]);
    return text.data ? text.data : "";
}

static void check_cover(const zt_para *para)
{
    size_t at = 0;
    for (size_t i = 0; i < para->line_count; i++) {
        assert_int_equal(para->lines[i].first, at);
        assert_true(para->lines[i].end > at);
        assert_true(isfinite(para->lines[i].width) && isfinite(para->lines[i].x));
        at = para->lines[i].end;
    }
    assert_int_equal(at, para->char_count);
}

static void test_any_text_in_any_style(void **state)
{
    zt_bench *b = *state;
    zt_scene *scene = zt_scene_new(b->arena, 500, 500);
    uint32_t seed = 521288629u;
    for (size_t n = 0; n < 1500; n++) {
        const char *text = make_nonsense(b, &seed);
        uint32_t r = next_random(&seed);
        b->para.punctuation = (zt_punctuation)(r % 3);
        b->para.level = (zt_break_level)(r / 3 % 4);
        b->para.spacing = (zt_spacing)(r / 12 % 4);
        b->para.align = (zt_align)(r / 48 % 5);
        b->para.at_sense = r / 240 % 2;
        b->para.vertical = r / 480 % 2;
        b->para.hang = r / 960 % 2;
        b->para.trim_start = r / 1920 % 2;
        b->para.indent = r / 3840 % 3;
        b->text.tracking = r / 11520 % 2 ? 0.1 : 0;
        zt_para *para = set_text(b, text, 1 + r % 17);
        check_cover(para);
        zt_para_place(para, scene, scene->root, 0, 0, 0, SIZE_MAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_many_paragraphs),
                                       BENCH_TEST(test_no_looser_than_greedy),
                                       BENCH_TEST(test_any_text_in_any_style)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
