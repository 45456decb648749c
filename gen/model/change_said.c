/* Changes that words say without an amount: 持平, 翻番, 两位数增长, 由负转正. */
#include "model/change_imp.h"

#include "model/directions.h"

/* A change that is said without a number, as a percentage: 翻番 is 100%, 持平 is 0%. */
static void put_number(zt_change_reader *r, size_t from, int64_t scaled, zt_bound bound,
                       bool approx)
{
    zt_quantity *q = r->q;
    zt_cursor start = {NULL, q->text, from};
    zt_skip_blanks(&start);
    q->figure_first = start.at;
    q->figure_end = r->c.at;
    q->printed = q->value = (zt_num){scaled, 0, ZT_NUM_GIVEN};
    q->unit = ZT_STR("%");
    q->bound = bound;
    q->approx = approx;
    q->spelled = q->has_number = true;
    q->decrease = scaled < 0;
    q->says = r->noun || r->loss ? ZT_SAYS_RATE : r->other ? ZT_SAYS_COMPARISON : ZT_SAYS_PLAIN;
}

/* 翻番, 翻了近一番, 翻两番: doubled once, twice. */
static bool read_doubling(zt_change_reader *r)
{
    size_t from = r->c.at;
    zt_cursor here = r->c;
    zt_str hedge = {0}, times;
    int64_t growth = 100;
    if (zt_take_any(&here, "翻倍 翻了倍 成倍增长 倍增", NULL)) {
        r->c = here;
        put_number(r, from, growth, ZT_EXACT, false);
        return true;
    }
    if (!zt_take_any(&here, "翻了 翻", NULL))
        return false;
    zt_take_any(&here, "近 约 将近 超 超过 逾 不止", &hedge);
    if (zt_take_any(&here, "一 两 二 三 四 1 2 3 4", &times))
        growth = zt_str_in_words(times, "一 1")      ? 100
                 : zt_str_in_words(times, "两 二 2") ? 300
                 : zt_str_in_words(times, "三 3")    ? 700
                                                     : 1500;
    if (!zt_take(&here, "番"))
        return false;
    bool more = zt_take_any(&here, "以上 多 有余", NULL); /* 翻一番以上 */
    bool below = zt_str_in_words(hedge, "近 将近"), about = zt_str_is(hedge, "约");
    r->c = here;
    put_number(r, from, growth,
               more             ? ZT_ABOVE
               : hedge.len == 0 ? ZT_EXACT
               : below          ? ZT_BELOW
               : about          ? ZT_ABOUT
                                : ZT_ABOVE,
               below || about);
    return true;
}

/* 持平, 减半, 翻番 … */
bool zt_change_read_number(zt_change_reader *r)
{
    static const struct {
        const char *words;
        int value;
    } said[] = {{"持平 零增长 不变 保持不变 没有变化 无变化 没有增长", 0}, {"减半 腰斩 砍半", -50}};
    size_t from = r->c.at;
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (zt_take_any(&r->c, said[i].words, NULL)) {
            put_number(r, from, said[i].value, r->about ? ZT_ABOUT : ZT_EXACT, r->about);
            return true;
        }
    return read_doubling(r);
}

/* 由涨转跌, 从减转增 */
static bool take_turn(zt_cursor *c)
{
    static const char ways[] = "升 增 涨 正 盈 降 减 跌 负 亏 快 慢 强 弱 热 冷";
    zt_cursor here = *c;
    if (!zt_take_any(&here, "由 从", NULL) || !zt_take_any(&here, ways, NULL) ||
        !zt_take_any(&here, "转 变 转为 变为", NULL) || !zt_take_any(&here, ways, NULL))
        return false;
    *c = here;
    return true;
}

/* Nothing to reckon with, but true news. */
bool zt_change_read_statement(zt_change_reader *r)
{
    static const char counted[] = "两位数 个位数 三位数 双位数 2位数 1位数";
    static const char tails[] =
        "增长 增速 增幅 涨幅 下降 降幅 水平 跌幅 以上增长 以上的增长 正增长 较快增长";
    static const char signs[] = "负增长 正增长";
    static const char turns[] = "由负转正 由正转负 由降转升 由升转降 由减转增 由增转减 扭亏为盈 "
                                "由盈转亏 止跌回升 止降回升 增速转正 由亏转盈 由跌转涨 转正 转负";
    zt_cursor here = r->c;
    bool down = false;
    zt_take_any(&here, "实现 保持 呈现 呈 保持了 实现了 转为 出现 为 达到 达 取得", NULL);
    size_t first = (zt_skip_blanks(&here), here.at);
    zt_direction verb;
    zt_cursor verbed = here;
    if (zt_take_any(&here, counted, NULL)) {
        zt_take(&here, "的");
        down = zt_see_any(&here, "下降 降幅 跌幅").len > 0;
        zt_take_any(&here, tails, NULL);
    } else if (zt_direction_at(zt_cursor_rest(&verbed), &verb) &&
               (verbed.at += verb.word.len, zt_take_any(&verbed, counted, NULL))) {
        down = verb.sign < 0; /* 增长两位数 */
        here = verbed;
    } else if (zt_take_any(&here, turns, NULL) || take_turn(&here)) {
        down = false;
    } else {
        down = zt_see_any(&here, "负增长").len > 0;
        if (!zt_take_any(&here, signs, NULL))
            return false;
    }
    if (!zt_cursor_done(&here))
        return false;
    r->q->says = ZT_SAYS_STATEMENT;
    r->q->decrease = down;
    r->q->figure_first = first;
    r->q->figure_end = here.at;
    r->c = here;
    return true;
}
