/* gen/base/unit.c — the words around a number; the units themselves are a table in unit_table.c.
   Both the model, which reads quantities, and the text engine, which keeps number and unit in one
   line, ask here. */
#include "base/unit.h"

#include <string.h>

#include "base/near.h"
#include "base/unit_table.h"

/* Tells most words apart by two bytes, before their length is counted. */
static bool may_start(zt_str text, const char *word)
{
    return text.len > 0 && text.data[0] == word[0] &&
           (word[1] == 0 || (text.len > 1 && text.data[1] == word[1]));
}

/* The longest of `words` that `text` begins with, in bytes, 0 if none does; *index is which. */
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
    /* Powers of ten that are written behind a number (R111). */
} scales[] = {{"百", 2}, {"千", 3},   {"万", 4},    {"十万", 5},  {"百万", 6}, {"千万", 7},
              {"亿", 8}, {"十亿", 9}, {"百亿", 10}, {"千亿", 11}, {"万亿", 12}},
  english_scales[] = {{"thousand", 3}, {"million", 6}, {"billion", 9}, {"trillion", 12}};
enum {
    SCALE_COUNT = sizeof scales / sizeof *scales,
    ENGLISH_COUNT = sizeof english_scales / sizeof *english_scales
};

/* A word of its own: millions is none. The blank behind it parts it from the unit. */
static size_t english_prefix(zt_str text, int *power)
{
    for (size_t i = 0; i < ENGLISH_COUNT; i++) {
        size_t len = strlen(english_scales[i].word);
        bool whole = zt_str_starts(text, english_scales[i].word) &&
                     (text.len == len || text.data[len] == ' ');
        if (whole)
            *power = english_scales[i].power;
        if (whole)
            return len + (text.len > len);
    }
    return 0;
}

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

size_t zt_unit_scale(zt_str unit, int *power)
{
    size_t len = zt_scale_prefix(unit, power);
    return len ? len : english_prefix(unit, power);
}

const char *zt_scale_name(int power)
{
    for (size_t i = 0; i < ENGLISH_COUNT; i++)
        if (english_scales[i].power == power)
            return english_scales[i].word;
    return "";
}

const char *zt_scale_word(int power)
{
    for (size_t i = 0; i < SCALE_COUNT; i++)
        if (scales[i].power == power)
            return scales[i].word;
    return "";
}

static bool is_latin(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* 4.6 million is no 4.6 m: a sign of letters ends where the letters end. */
static bool splits_word(zt_str text, size_t len)
{
    return len < text.len && is_latin((unsigned char)text.data[len - 1]) &&
           is_latin((unsigned char)text.data[len]);
}

/* `word` is not NUL-terminated: the tables part their words by blanks. */
static bool begins_with(zt_str text, const char *word, size_t len)
{
    return len <= text.len && text.data[0] == word[0] && memcmp(text.data, word, len) == 0 &&
           !splits_word(text, len);
}

size_t zt_unit_prefix(zt_str text, const char *extra)
{
    size_t best = 0;
    zt_unit_row row = {0};
    zt_str rest = zt_str_from(extra), word;
    if (text.len == 0)
        return 0;
    while (zt_units_next_like(&row, text))
        if (row.len > best && begins_with(text, row.word, row.len))
            best = row.len;
    while (zt_str_word(&rest, &word))
        if (word.len > best && begins_with(text, word.data, word.len))
            best = word.len;
    return best;
}

/* 百帕 and 千瓦 are units of their own though 帕 and 瓦 are units too; 万人次 is a scale and a
   unit (SI prefixes go up to 千). */
static bool is_prefixed_unit(int power)
{
    return power == 2 || power == 3;
}

/* A word that is in the table as it stands wins over scale and unit: 千瓦 is a unit, but 万人次 is
   scale 4 and unit 人次. */
size_t zt_unit_split(zt_str text, const char *extra, int *power, zt_str *unit)
{
    *power = 0;
    size_t scale_len = zt_scale_prefix(text, power);
    size_t whole = zt_unit_prefix(text, extra);
    size_t behind =
        scale_len ? zt_unit_prefix(zt_str_slice(text, scale_len, text.len), extra) : whole;
    bool is_unit = whole > scale_len + behind ||
                   (whole == scale_len + behind && scale_len > 0 && is_prefixed_unit(*power));
    if (is_unit || scale_len == 0) {
        *power = 0;
        *unit = zt_str_slice(text, 0, whole);
        return whole;
    }
    *unit = zt_str_slice(text, scale_len, scale_len + behind);
    return scale_len + behind;
}

/* One number's words: 余 or 多 may stand before the scale or behind it (20余万人, 20万余人). */
static size_t unit_end(zt_str text, const char *extra)
{
    size_t at = zt_infix_prefix(text);
    int power;
    zt_str unit;
    at += zt_unit_split(zt_str_slice(text, at, text.len), extra, &power, &unit);
    if (unit.len > 0)
        return at;
    size_t infix = zt_infix_prefix(zt_str_slice(text, at, text.len));
    if (infix == 0) /* no unit stands here, as was just seen */
        return at;
    at += infix;
    return at + zt_unit_prefix(zt_str_slice(text, at, text.len), extra);
}

size_t zt_unit_end(zt_str text, const char *extra)
{
    size_t at = unit_end(text, extra);
    while (at > 0 && at < text.len && text.data[at] == '/') {
        size_t len = zt_unit_prefix(zt_str_slice(text, at + 1, text.len), extra);
        if (len == 0)
            return at;
        at += 1 + len;
    }
    return at;
}

zt_unit_class zt_unit_class_of(zt_str word)
{
    zt_unit_row row = {0};
    while (zt_units_next_like(&row, word))
        if (zt_str_equal(word, (zt_str){row.word, row.len}))
            return row.measures;
    return ZT_UNIT_UNKNOWN;
}

/* What a hand or an input method puts for the right character: same sound or nearly same shape. */
static const char *const mistaken[][2] = {
    {"量", "辆"},
    {"俩", "辆"},
    {"良", "辆"},
    {"坐", "座"},
    {"做", "座"},
    {"作", "座"},
    {"撞", "幢"},
    {"冻", "栋"},
    {"课", "棵"},
    {"科", "棵"},
    {"躺", "趟"},
    {"烫", "趟"},
    {"付", "副"},
    {"福", "幅"},
    {"加", "家"},
    {"佳", "家"},
    {"嫁", "家"},
    {"明", "名"},
    {"铭", "名"},
    {"建", "件"},
    {"健", "件"},
    {"相", "项"},
    {"向", "项"},
    {"象", "项"},
    {"启", "起"},
    {"气", "起"},
    {"烈", "列"},
    {"立", "例"},
    {"利", "例"},
    {"亨", "亩"},
    {"母", "亩"},
    {"墩", "吨"},
    {"顿", "吨"},
    {"敦", "吨"},
    {"盾", "吨"},
    {"园", "元"},
    {"圆", "元"},
    {"原", "元"},
    {"为", "位"},
    {"未", "位"},
    {"伟", "位"},
    {"仁", "人"},
    {"入", "人"},
    {"乎", "户"},
    {"护", "户"},
    {"沪", "户"},
    {"毕", "笔"},
    {"杆", "根"},
    {"跟", "根"},
    {"掉", "条"},
    {"跳", "条"},
    {"涛", "套"},
    {"桃", "套"},
    {"抬", "台"},
    {"嗖", "艘"},
    {"搜", "艘"},
    {"投", "头"},
    {"偷", "头"},
    {"长", "场"},
    {"常", "场"},
    {"厂", "场"},
    {"借", "届"},
    {"介", "届"},
    {"平方", "平方米"},
    {"立方公尺", "立方米"},
    {"公理", "公里"},
    {"工里", "公里"},
    {"公力", "公里"},
    {"公尺", "米"},
    {"公分", "厘米"},
    {"分种", "分钟"},
    {"小是", "小时"},
    {"小十", "小时"},
    {"公近", "公斤"},
    {"工斤", "公斤"},
    {"百分比", "百分点"},
    {"百份点", "百分点"},
    {"个百分比", "个百分点"},
    {"个百份点", "个百分点"},
    {"个点", "个百分点"},
    {"标相", "标箱"},
    {"千瓦是", "千瓦时"},
    {"摄式度", "℃"},
    {"丛", "种"},
    {"磨", "亩"},
};

/* A word of two or more characters that differs in one of them. */
static bool differs_in_one(zt_str a, zt_str b)
{
    enum { SHORTEST = 6 }; /* bytes of two Han characters */
    return a.len >= SHORTEST && b.len >= SHORTEST && zt_edit_distance(a, b) == 1;
}

const char *zt_unit_nearest(zt_arena *arena, zt_str word)
{
    for (size_t i = 0; i < sizeof mistaken / sizeof *mistaken; i++)
        if (zt_str_is(word, mistaken[i][0]))
            return mistaken[i][1];
    zt_unit_row row = {0};
    while (zt_units_next(&row)) {
        zt_str known = {row.word, row.len};
        if (differs_in_one(word, known))
            return zt_str_copy(arena, known).data;
    }
    return NULL;
}

/* The signs ≥ ＜ ≈ stand among the words: tables write them. */
size_t zt_before_prefix(zt_str text)
{
    static const char *const words[] = {
        "约",     "近",     "超",     "超过",   "逾",     "达",   "达到", "不足",   "至少",
        "最多",   "预计",   "共",     "日均",   "年均",   "月均", "累计", "第",     "前",
        "每",     "人均",   "将近",   "不到",   "突破",   "高达", "每年", "每月",   "每周",
        "每日",   "每天",   "每人",   "推算",   "估计",   "预测", "周均", "大约",   "大概",
        "约为",   "接近",   "近乎",   "多达",   "仅",     "只有", "仅有", "仅为",   "只",
        "共计",   "合计",   "总计",   "总共",   "一共",   "平均", "户均", "亩均",   "季均",
        "时均",   "多于",   "高于",   "大于",   "低于",   "少于", "小于", "不低于", "不少于",
        "不小于", "不超过", "不高于", "不多于", "不大于", "起码", "最少", "最低",   "最高",
        "至多",   "顶多",   "未满",   "不满",   "未到",   "超出", "已达", "满",     "≥",
        "≤",      "＞",     "＜",     ">",      "<",      "≧",    "≦",    "⩾",      "⩽",
        "≈",      "≒",      "约合",   "折合",   "相当于", "净",   "达约"};
    size_t i = 0;
    if (text.len == 0 || (text.data[0] >= '0' && text.data[0] <= '9')) /* none begins so */
        return 0;
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
    static const char *const words[] = {"及以上", "及以下", "以上", "以下", "以内", "左右",
                                        "上下",   "之内",   "之上", "之下", "开外", "不等",
                                        "大关",   "起步",   "封顶", "有余", "出头"};
    size_t i = 0;
    return LONGEST(text, words, &i);
}
