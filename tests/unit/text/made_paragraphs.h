/* tests/unit/text/made_paragraphs.h — paragraphs by lot, the same in every run: sentences of our
   own with random figures, marks and Western words; and nonsense, in which anything may stand
   beside anything. */
#ifndef ZT_MADE_PARAGRAPHS_H
#define ZT_MADE_PARAGRAPHS_H

#include <stdio.h>

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
static inline uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    return *state ^= *state << 5;
}

static inline const char *pick(uint32_t *seed, const char *const *list, size_t count)
{
    return list[next_random(seed) % count];
}
#define PICK(seed, list) pick((seed), (list), sizeof(list) / sizeof *(list))

/* A figure with its words, never the same twice: 约37.2万人次. */
static inline void add_figure(zt_buf *text, uint32_t *seed)
{
    static const char *const before[] = {"",     "约", "近",   "共", "达",
                                         "超过", "第", "日均", "−",  "¥"};
    static const char *const after[] = {"%", "亿元", "万人次", "个百分点", "辆", "余家",
                                        "℃", "月底", "年1月",  "公里左右", "项", "米/秒"};
    char digits[24];
    uint32_t r = next_random(seed);
    int n = r % 3 == 0   ? snprintf(digits, sizeof digits, "%u.%u", r / 3 % 2000, r / 6000 % 10)
            : r % 3 == 1 ? snprintf(digits, sizeof digits, "%u", r / 3 % 500)
                         : snprintf(digits, sizeof digits, "%u～%u", r / 3 % 50, r / 150 % 90);
    assert_true(n > 0);
    zt_buf_puts(text, PICK(seed, before));
    zt_buf_puts(text, digits);
    zt_buf_puts(text, PICK(seed, after));
}

/* A few plain words; then, often, a term in marks or something Western. */
static inline void add_words(zt_buf *text, uint32_t *seed)
{
    static const char *const words[] = {"沿江", "城市", "的",   "产业园", "与",   "运输",
                                        "持续", "回升", "其中", "新增",   "企业", "建成",
                                        "投用", "了",   "在",   "先后",   "市民", "通勤",
                                        "票价", "时间", "缩短", "到",     "由",   "提高"};
    static const char *const marks[] = {"“", "”", "《", "》", "（", "）", "‘", "’", "【", "】"};
    static const char *const west[] = {"5G",    "PH-3000",    "AI",    "Wi-Fi", "R&D",
                                       "PM2.5", "Smart City", "歼-20", "C919"};
    for (size_t i = 2 + next_random(seed) % 4; i-- > 0;)
        zt_buf_puts(text, PICK(seed, words));
    uint32_t r = next_random(seed) % 8;
    if (r < 2) {
        size_t pair = next_random(seed) % 5 * 2;
        zt_buf_puts(text, marks[pair]);
        for (size_t i = 1 + next_random(seed) % 3; i-- > 0;)
            zt_buf_puts(text, PICK(seed, words));
        zt_buf_puts(text, marks[pair + 1]);
    } else if (r == 2) {
        zt_buf_puts(text, PICK(seed, west));
    } else if (r < 6) {
        add_figure(text, seed);
    }
}

static inline const char *make_paragraph(zt_bench *b, uint32_t *seed)
{
    static const char *const joints[] = {"，", "。", "；", "，", "。", "、",
                                         "：", "！", "？", "——", "……"};
    zt_buf text;
    zt_buf_init(&text, b->arena);
    size_t count = 3 + next_random(seed) % 6;
    for (size_t i = 0; i < count; i++) {
        if (next_random(seed) % 2)
            zt_buf_puts(&text, PICK(seed, clauses));
        else
            add_words(&text, seed);
        zt_buf_puts(&text, i + 1 < count ? PICK(seed, joints) : "。");
    }
    return text.data;
}

/* Marks, blanks, controls, hints, broken UTF-8 in any order, in any style. */
static inline const char *make_nonsense(zt_bench *b, uint32_t *seed)
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

#endif
