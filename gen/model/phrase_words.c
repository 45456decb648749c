/* What the grammars of change, rank, share and target share: words, times, names. */
#include "model/phrase_words_imp.h"

#include <string.h>

#include "base/utf8.h"
#include "model/directions.h"

/* ---- words ---- */

/* The text from the cursor on. */
zt_str zt_cursor_rest(const zt_cursor *c)
{
    return zt_str_slice(c->text, c->at, c->text.len);
}

void zt_skip_blanks(zt_cursor *c)
{
    while (c->at < c->text.len && c->text.data[c->at] == ' ')
        c->at++;
}

/* True when only blanks are left. */
bool zt_cursor_done(const zt_cursor *c)
{
    return zt_str_trim(zt_cursor_rest(c)).len == 0;
}

/* Whether the text begins with the word. */
static bool begins(zt_str text, zt_str word)
{
    return word.len <= text.len && zt_str_equal(zt_str_slice(text, 0, word.len), word);
}

/* The longest of the words, parted by blanks, that stands at the cursor; empty for none. The
   cursor does not move. */
zt_str zt_see_any(const zt_cursor *c, const char *words)
{
    zt_cursor here = *c;
    zt_str rest = zt_str_from(words), word, best = {0};
    zt_skip_blanks(&here);
    while (zt_str_word(&rest, &word))
        if (word.len > best.len && begins(zt_cursor_rest(&here), word))
            best = word;
    return best;
}

/* The same, and moves the cursor behind it; *word may be NULL. */
bool zt_take_any(zt_cursor *c, const char *words, zt_str *word)
{
    zt_str found = zt_see_any(c, words);
    if (found.len == 0)
        return false;
    zt_skip_blanks(c);
    c->at += found.len;
    if (word)
        *word = found;
    return true;
}

/* Takes exactly this word. */
bool zt_take(zt_cursor *c, const char *word)
{
    return zt_take_any(c, word, NULL);
}

/* ---- times ---- */

/* From `least` to `most` digits, ASCII or full-width, or as many Han numerals. */
static bool take_digits(zt_cursor *c, size_t least, size_t most)
{
    size_t at = c->at, count = 0;
    while (at < c->text.len && count <= most) {
        size_t next = at;
        uint32_t k = zt_utf8_next(c->text, &next);
        if (!(k >= '0' && k <= '9') && !(k >= 0xFF10 && k <= 0xFF19))
            break;
        at = next;
        count++;
    }
    if (count < least || count > most)
        return false;
    c->at = at;
    return true;
}

/* A year in four Han digits, 二〇二五. */
static bool take_han_year(zt_cursor *c)
{
    static const char digits[] = "〇 零 一 二 三 四 五 六 七 八 九 ○";
    zt_cursor here = *c;
    for (int i = 0; i < 4; i++)
        if (!zt_take_any(&here, digits, NULL))
            return false;
    *c = here;
    return true;
}

/* Four digits and 年. */
static bool take_year(zt_cursor *c)
{
    zt_cursor here = *c;
    if (!(take_digits(&here, 4, 4) || take_han_year(&here)) || !zt_take(&here, "年"))
        return false;
    *c = here;
    return true;
}

/* A count up to `most`, as it stands in a date. */
static bool take_up_to(zt_cursor *c, int most)
{
    size_t from = c->at;
    zt_num number;
    if (!take_digits(c, 1, 2))
        return false;
    if (zt_num_parse(zt_str_slice(c->text, from, c->at), &number) && number.scaled >= 1 &&
        number.scaled <= most)
        return true;
    c->at = from;
    return false;
}

/* 5月, 1—5月, 5月份, 5月30日. */
static bool take_months(zt_cursor *c)
{
    zt_cursor here = *c;
    if (!take_up_to(&here, 12))
        return false;
    size_t dash = zt_range_dash(here.text, here.at);
    here.at += dash;
    if ((dash > 0 && !take_up_to(&here, 12)) || !zt_take_any(&here, "月份 月", NULL))
        return false;
    *c = here;
    if (take_up_to(&here, 31) && zt_take(&here, "日"))
        *c = here;
    return true;
}

/* Quarters, halves and plan periods. */
static bool take_part_of_year(zt_cursor *c)
{
    return zt_take_any(c,
                       "一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 "
                       "前两季度 上半年 下半年 全年 1季度 2季度 3季度 4季度 "
                       "“十二五” “十三五” “十四五” “十五五” 十二五 十三五 十四五 十五五",
                       NULL);
}

/* 前5个月, 前三季度; 十年前, 3个月前 */
static bool take_counted(zt_cursor *c)
{
    zt_cursor here = *c;
    bool first = zt_take(&here, "前");
    long long count;
    if (!take_up_to(&here, 31)) {
        size_t end = zt_han_end(here.text, here.at);
        if (!zt_han_number(zt_str_slice(here.text, here.at, end), &count))
            return false;
        here.at = end;
    }
    if (!zt_take_any(&here, first ? "个月 月 季度 个季度 周 天 日 旬" : "年前 个月前 周前 天前",
                     NULL))
        return false;
    *c = here;
    return true;
}

/* Words for an earlier time, by what a change against it is called. */
static const struct {
    zt_basis basis;
    bool other;
    const char *words;
} earlier[] = {
    {ZT_BASIS_YOY, false,
     "上年同期 去年同期 上年同月 去年同月 上年同季 去年同季 上年 去年 上一年 前一年 上年度 "
     "上一年度"},
    {ZT_BASIS_MOM, false,
     "上月 上个月 前一月 前一个月 上季度 上季 上个季度 上一季度 前一季度 上周 前一周 上一周 上期 "
     "前期 上旬 前一日 前日 上一交易日 前一交易日 昨日 前一天 前一天"},
    {ZT_BASIS_YTD, false, "年初 今年初 今年年初 上年末 去年末 去年底 上年底 去年年底 上年年末"},
    {ZT_BASIS_PLAN, false, "计划 年度计划 全年计划 原计划 预算 年初预算 年度预算"},
    {ZT_BASIS_NONE, true,
     "当月 当季 当年 当期 当日 当周 单月 上周一 上周二 上周三 上周四 上周五 上周六 上周日 上周末 "
     "今年 本年 本月 本季度 本周 目前 当前 现在 现有 原来 过去 以往 往年 往年同期 历史同期 常年 "
     "常年同期 多年平均 前年 前年同期 同期 疫情前 节前 此前 最高点 最低点 峰值 起初 最初 开始时 "
     "目标 预期 年度目标 全年目标 目标值 预期值 改造前 改革前 开通前 建成前 期初 期末 明年 后年 "
     "上届 首届 上次 上轮 上一轮"},
};

/* The longest of the words for an earlier time, with what a change against it is called. */
static bool take_earlier(zt_cursor *c, zt_when *when)
{
    size_t best = 0, length = 0;
    for (size_t i = 0; i < sizeof earlier / sizeof *earlier; i++) {
        zt_str word = zt_see_any(c, earlier[i].words);
        if (word.len > length) {
            length = word.len;
            best = i;
        }
    }
    if (length == 0)
        return false;
    zt_skip_blanks(c);
    c->at += length;
    *when = (zt_when){earlier[best].basis, earlier[best].other};
    return true;
}

/* What may end a time: 底, 末, 期间. */
static bool take_time_end(zt_cursor *c)
{
    return zt_take_any(c, "同期 同月 同季 年底 年末 年初 底 末 初 以来 时期 期间 之前 前 后", NULL);
}

/* A time of any form, as long as it goes on. A single word for an earlier time decides the basis
   (上年同期 is yoy); a time that goes on is some other one. */
bool zt_take_time(zt_cursor *c, zt_when *when)
{
    const zt_when other = {ZT_BASIS_NONE, true};
    zt_when next;
    *when = other;
    if (!take_earlier(c, when) && !take_year(c) && !take_months(c) && !take_part_of_year(c) &&
        !take_counted(c))
        return false;
    /* 去年1—5月 are the same months a year ago, which is what 同比 compares with. */
    if (when->basis == ZT_BASIS_YOY)
        take_months(c);
    while (take_year(c) || take_months(c) || take_part_of_year(c) || take_time_end(c) ||
           take_earlier(c, &next))
        *when = other;
    return true;
}

/* A span of several periods: 近五年, 连续三个月, 十年来. *since is false where the periods run on
   one by one. */
bool zt_take_span(zt_cursor *c, bool *since)
{
    zt_cursor here = *c;
    bool past = zt_take_any(&here, "近 过去 最近", NULL);
    bool running = !past && zt_take_any(&here, "已连续 连续", NULL);
    size_t from = (zt_skip_blanks(&here), here.at);
    long long count;
    if (!take_digits(&here, 1, 2)) {
        here.at = zt_han_end(here.text, from);
        if (!zt_han_number(zt_str_slice(here.text, from, here.at), &count))
            return false;
    }
    if (!zt_take_any(&here, "年 个月 个季度 季度 周 天 届", NULL))
        return false;
    zt_direction verb;
    bool behind = zt_take_any(&here, "来 间 内 中 以来", NULL) || /* 十年增长3倍 */
                  zt_direction_at(zt_cursor_rest(&here), &verb) ||
                  zt_see_any(&here, "累计 年均 平均 共 合计").len > 0; /* 5年累计增长3倍 */
    if (!past && !running && !behind)
        return false;
    *since = !running;
    *c = here;
    return true;
}

/* ---- names ---- */

/* Characters of a name: Han and Latin letters and a few marks. */
static bool may_stand_in_name(uint32_t k)
{
    static const char marks[] = "·、“”‘’《》（）()&";
    if (zt_is_han(k) || (k >= 'A' && k <= 'Z') || (k >= 'a' && k <= 'z'))
        return true;
    for (size_t at = 0; at < sizeof marks - 1;)
        if (zt_utf8_next((zt_str){marks, sizeof marks - 1}, &at) == k)
            return true;
    return false;
}

/* Compounds that hold a verb of change and are none. */
static const char compounds[] = "工业增加值 增加值 增值税 增值服务 增长极 增长率 减排量 压缩机 "
                                "减速机 扩大内需 减值准备 升降机 缩微 高速公路 损失额";
static const char own_words[] = "同比 环比 分别 其中 居 位居 位列 排名 倒数 并列 第 前十 前三 占";

/* Whether bytes first up to end may be the name of a thing in a phrase: no longer than LONGEST
   characters and free of words that have a meaning of their own in the grammars. */
bool zt_is_slot_name(zt_str text, size_t first, size_t end)
{
    enum { LONGEST = 20 };
    zt_cursor c = {NULL, zt_str_slice(text, first, end), 0};
    zt_direction found;
    size_t count = 0;
    while (c.at < c.text.len) {
        if (zt_take_any(&c, compounds, NULL)) {
            count += 3;
            continue;
        }
        zt_str rest = zt_cursor_rest(&c);
        if (zt_see_any(&c, own_words).len > 0 ||
            (zt_direction_at(rest, &found) && zt_utf8_count(found.word) > 1) ||
            !may_stand_in_name(zt_utf8_next(c.text, &c.at)))
            return false;
        count++;
    }
    return count > 0 && count <= LONGEST;
}
