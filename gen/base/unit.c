/* gen/base/unit.c — the tables of words around a number. Sources: the five pages, GB
   3100 names of units, and the measure words that news about economy, transport and health uses. */
#include "base/unit.h"

#include <string.h>

/* Tells most words apart by two bytes, before their length is counted. */
static bool may_start(zt_str text, const char *word)
{
    return text.len > 0 && text.data[0] == word[0] &&
           (word[1] == 0 || (text.len > 1 && text.data[1] == word[1]));
}

static size_t longest(zt_str text, const char *const *words, size_t count, size_t *index)
{
    size_t best = 0;
    for (size_t i = 0; i < count; i++) {
        if (!may_start(text, words[i]))
            continue;
        size_t len = strlen(words[i]);
        if (len > best && zt_str_starts(text, words[i])) {
            best = len;
            *index = i;
        }
    }
    return best;
}

#define LONGEST(text, words, index)                                                                \
    longest((text), (words), sizeof(words) / sizeof *(words), (index))

static const struct {
    const char *word;
    int power;
} scales[] = {{"百", 2}, {"千", 3},   {"万", 4},    {"十万", 5},  {"百万", 6}, {"千万", 7},
              {"亿", 8}, {"十亿", 9}, {"百亿", 10}, {"千亿", 11}, {"万亿", 12}};
enum { SCALE_COUNT = sizeof scales / sizeof *scales };

size_t zt_scale_prefix(zt_str text, int *power)
{
    size_t best = 0;
    for (size_t i = 0; i < SCALE_COUNT; i++) {
        size_t len = strlen(scales[i].word);
        if (len > best && zt_str_starts(text, scales[i].word)) {
            best = len;
            *power = scales[i].power;
        }
    }
    return best;
}

const char *zt_scale_word(int power)
{
    for (size_t i = 0; i < SCALE_COUNT; i++)
        if (scales[i].power == power)
            return scales[i].word;
    return "";
}

size_t zt_unit_prefix(zt_str text, const char *extra)
{
    static const char *const words[] = {
        "人次",     "标箱",   "标准箱",   "台（套）",    "台(套)",      "台/套",     "对",
        "件",       "笔",     "份",       "家",          "户",          "名",        "起",
        "项",       "个",     "辆",       "列",          "亩",          "所",        "元",
        "美元",     "欧元",   "港元",     "个百分点",    "百分点",      "%",         "％",
        "‰",        "人",     "位",       "次",          "趟",          "班",        "架",
        "架次",     "条",     "座",       "处",          "场",          "届",        "批",
        "类",       "种",     "套",       "台",          "艘",          "箱",        "吨",
        "公斤",     "千克",   "克",       "公里",        "千米",        "米",        "厘米",
        "毫米",     "平方米", "平方公里", "平方千米",    "立方米",      "公顷",      "年",
        "月",       "日",     "天",       "小时",        "分钟",        "分",        "秒",
        "岁",       "倍",     "成",       "度",          "℃",           "千瓦",      "千瓦时",
        "千瓦小时", "兆瓦",   "瓦",       "升",          "毫升",        "元/平方米", "元/人",
        "对/日",    "间",     "栋",       "幢",          "套房",        "床",        "张",
        "方面",     "大",     "批次",     "例",          "宗",          "单",        "颗",
        "棵",       "株",     "只",       "头",          "羽",          "页",        "字",
        "篇",       "部",     "集",       "首",          "支",          "枚",        "块",
        "级",       "层",     "期",       "轮",          "桶",          "万人次",    "户次",
        "人份",     "席",     "门",       "课时",        "学时",        "km",        "m",
        "kg",       "t",      "GW",       "MW",          "kW",          "个月",      "周",
        "季度",     "村",     "镇",       "县",          "区",          "市",        "省",
        "国",       "者",     "号",       "站",          "组",          "点",        "亿元",
        "万元",     "微克",   "毫克",     "微克/立方米", "毫克/立方米", "克/千瓦时", "毫秒",
        "纳米",     "微米",   "海里",     "吨公里",      "人公里"};
    size_t i = 0, best = LONGEST(text, words, &i);
    zt_str rest = zt_str_from(extra), word;
    while (zt_str_word(&rest, &word))
        if (word.len > best && word.len <= text.len && memcmp(text.data, word.data, word.len) == 0)
            best = word.len;
    return best;
}

size_t zt_unit_split(zt_str text, const char *extra, int *power, zt_str *unit)
{
    *power = 0;
    size_t scale_len = zt_scale_prefix(text, power);
    size_t behind = zt_unit_prefix(zt_str_slice(text, scale_len, text.len), extra);
    size_t whole = zt_unit_prefix(text, extra);
    /* 千瓦时 and 百分点 are units, 万人次 is a scale and a unit; 千米 is both, and then a unit. */
    bool is_unit =
        whole > scale_len + behind || (whole == scale_len + behind && scale_len > 0 && *power == 3);
    if (is_unit || scale_len == 0) {
        *power = 0;
        *unit = zt_str_slice(text, 0, whole);
        return whole;
    }
    *unit = zt_str_slice(text, scale_len, scale_len + behind);
    return scale_len + behind;
}

size_t zt_before_prefix(zt_str text)
{
    static const char *const words[] = {"约",   "近",   "超",   "超过", "逾",   "达",   "达到",
                                        "不足", "至少", "最多", "预计", "共",   "日均", "年均",
                                        "月均", "累计", "第",   "前",   "每",   "人均", "将近",
                                        "不到", "突破", "高达", "每年", "每月", "每周", "每日",
                                        "每天", "每人", "推算", "估计", "预测", "周均"};
    size_t i = 0;
    return LONGEST(text, words, &i);
}

size_t zt_infix_prefix(zt_str text)
{
    static const char *const words[] = {"余", "多", "几"};
    size_t i = 0;
    return LONGEST(text, words, &i);
}

size_t zt_after_prefix(zt_str text)
{
    static const char *const words[] = {"以上", "以下", "以内", "左右", "上下"};
    size_t i = 0;
    return LONGEST(text, words, &i);
}
