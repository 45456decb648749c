/* The grammar of a change:

     change  := around* core tail
     around  := a base (同比, 比上年同期, 较年初), a time, a subject (增速, 占比), an adverb (大幅)
     core    := verb amount                 增长5.2%
              | verb 至|到|为 [time 的] amount        降至5.2%: a level
              | 由 amount verb 至|到 amount           由5%降至3%
              | 比 name verb amount | 高于 name amount  against another thing
              | 是 time 的 n 倍                       times its base
              | 完成 plan 的 n%
              | words that are a number (持平, 翻番) or a statement (两位数增长)
              | amount                                212%

   Every character is taken by one of these, or the phrase is refused. */
#include "model/phrase_words_imp.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "model/calc.h"
#include "model/directions.h"

/* What the words before the number have said so far. */
typedef struct change_reader {
    zt_arena *arena;
    zt_diags *diags;
    zt_quantity *q;
    zt_cursor c;
    /* The base that the phrase names. */
    zt_when when;
    bool dated; /* it names one */
    bool about; /* 基本 */
    /* 年 of 年均: a growth for each of several years. */
    zt_str average;
    /* 比全国: another thing stands for the base. */
    bool other;
    /* 增速 +1, 降幅 −1: the number is a growth, or the size of a decline. */
    int noun;
    bool loss; /* 亏损, 逆差 */
    /* What it grows by is refused in words of its own, already reported. */
    bool refused;
} change_reader;

/* Units in which a growth may be written without a verb. */
static const char ratio_units[] = "% ‰ 个百分点 百分点 个基点 基点 倍 成";

/* ---- around the verb ---- */

/* 增速 and its like make the number a growth; decline_nouns make it the size of a decline;
   loss_nouns turn growth into bad news; plain_nouns only say what changed. */
static const char growth_nouns[] =
    "增速 增幅 涨幅 升幅 增长率 增长速度 增长幅度 涨速 上涨幅度 上升幅度 提升幅度 提高幅度 "
    "同比增速 环比增速 同比增幅 同比涨幅 环比涨幅 增加幅度 回升幅度";
static const char decline_nouns[] =
    "降幅 跌幅 减幅 降速 下降幅度 下跌幅度 减少幅度 回落幅度 下滑幅度 下降率 同比降幅 环比降幅 "
    "同比跌幅 环比跌幅 降低幅度 跌速 缩水幅度";
static const char loss_nouns[] =
    "亏损 亏损额 逆差 贸易逆差 赤字 财政赤字 缺口 资金缺口 净亏损 亏损面";
static const char plain_nouns[] =
    "占比 比重 份额 失业率 城镇化率 利润率 收入 利润 净利润 营业收入 营收 产值 总产值 产量 销量 "
    "销售额 销售收入 价格 成本 人口 总量 总额 规模 数量 面积 投资 投资额 出口 进口 进出口 出口额 "
    "进口额 进出口额 消费 消费量 均价 单价 客流 客流量 客运量 货运量 运量 指数 CPI PPI GDP PMI "
    "占有率 市场占有率 覆盖率 完成率 优良率 就业率 浓度 能耗 单位能耗 用电量 发电量 排名 位次 名次 "
    "增加值 工业增加值 税收 存款 贷款 余额 贷款余额 存款余额 客座率 入住率 顺差 贸易顺差 总值 "
    "交易额 成交量 成交额 订单 库存 流量 吞吐量 旅客吞吐量 货物吞吐量 人次 件数 户数 家数 人数 "
    "里程 时间 用时 平均用时 时长 事故 事故起数 死亡人数 报案数 发案率 合格率 准点率 正点率 "
    "满意度 满意率 参保率 入学率 升学率 森林覆盖率 排放量 排放强度 强度 水位 气温 降水量 平均气温";
/* Words that say how a change went. They change nothing but what take_adverb picks out. */
static const char adverbs[] =
    "大幅 大幅度 小幅 小幅度 较大幅度 稳步 稳定 持续 继续 明显 显著 快速 较快 平稳 略微 略 略有 稍 "
    "只 仅仅 逆势 逆市 不降反 不升反 不减反 不增反 不跌反 不涨反 微 微幅 进一步 仅 共 累计 合计 "
    "总计 逐年 逐步 逐月 实际 名义 可比 又 再 也 仍 均 都 已 将 "
    "有望 "
    "迅速 急剧 迅猛 恢复性 基本 大体 大致 大约 由此 整体 总体 同步 双双 直接 有所 预计 平均 "
    "按可比价格计算 按可比价计算 按可比价 按可比价格 按不变价格计算 按不变价计算 按不变价 "
    "按不变价格 扣除价格因素 扣除价格因素后 扣除价格因素影响 剔除价格因素 同口径 按可比口径 "
    "可比口径 按同口径 按美元计 按人民币计 按人民币计价 按美元计价 分别 则 反而 实现 力争 首次 "
    "再次 双双 一举";
/* The number is then a growth of each year, month or day, from which no base follows. */
static const char averages[] =
    "年均 月均 日均 周均 季均 年均复合 年平均 月平均 平均每年 每年 平均每月 每月";

/* The noun that names what is measured: the longest one that stands here. Where a verb of change
   is as long it is taken for the verb, except before another verb (亏损扩大). */
static bool take_noun(change_reader *r)
{
    static const struct {
        const char *words;
        int noun;
        bool loss;
    } nouns[] = {{growth_nouns, 1, false},
                 {decline_nouns, -1, false},
                 {loss_nouns, 0, true},
                 {plain_nouns, 0, false}};
    size_t best = 0, length = 0;
    zt_direction verb = {0};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        zt_str word = zt_see_any(&r->c, nouns[i].words);
        if (word.len > length) {
            length = word.len;
            best = i;
        }
    }
    zt_cursor here = r->c;
    zt_skip_blanks(&here);
    zt_direction_at(zt_cursor_rest(&here), &verb);
    here.at += length;
    zt_direction behind;
    bool is_noun =
        length > verb.word.len || /* 亏损 is a verb before a number, in 亏损扩大 a noun */
        (nouns[best].loss && zt_direction_at(zt_cursor_rest(&here), &behind));
    if (length == 0 || !is_noun)
        return false;
    r->c = here;
    r->noun = nouns[best].noun ? nouns[best].noun : r->noun;
    r->loss |= nouns[best].loss;
    return true;
}

/* An adverb that changes nothing but 基本 (about), 预计 (forecast) and 年均 (each year). */
static bool take_adverb(change_reader *r)
{
    zt_direction verb = {0};
    zt_cursor here = r->c;
    zt_skip_blanks(&here);
    zt_direction_at(zt_cursor_rest(&here), &verb);
    zt_str word = zt_see_any(&here, adverbs), mean = zt_see_any(&here, averages);
    zt_str longest = mean.len > word.len ? mean : word;
    if (longest.len <= verb.word.len)
        return false;
    if (mean.len > word.len)
        r->average = zt_see_any(&here, "年 月 日 周 季 平均每年 每年 平均每月 每月");
    r->about |= zt_str_in_words(longest, "基本 大体 大致 大约");
    if (zt_str_is(longest, "预计") && r->q->status == ZT_ACTUAL)
        r->q->status = ZT_FORECAST;
    here.at += longest.len;
    r->c = here;
    return true;
}

/* What the change is measured against, as the phrase says. */
static void set_when(change_reader *r, zt_when when)
{
    r->when = when;
    r->dated = true;
}

/* 比上年同期, 与2019年相比, 同比. */
static bool take_base(change_reader *r)
{
    zt_cursor here = r->c;
    zt_when when;
    if (zt_take_any(&r->c, "同比 按年", NULL)) {
        set_when(r, (zt_when){ZT_BASIS_YOY, false});
        return true;
    }
    if (zt_take_any(&r->c, "环比 季调环比 按月", NULL)) {
        set_when(r, (zt_when){ZT_BASIS_MOM, false});
        return true;
    }
    if (zt_take_any(&r->c, "定基比 两年平均", NULL)) {
        set_when(r, (zt_when){ZT_BASIS_NONE, true});
        return true;
    }
    if (zt_take_any(&here, "比 较 相比 相较于 相较 对比 较之", NULL) &&
        zt_take_time(&here, &when)) {
        zt_take_any(&here, "相比 的", NULL);
        set_when(r, when);
        r->c = here;
        return true;
    }
    here = r->c;
    if (zt_take_any(&here, "与 和 同 跟", NULL) && zt_take_time(&here, &when) &&
        (zt_take_any(&here, "相比 比 相较", NULL) ||
         zt_see_any(&here, "持平 基本持平 大体持平 大致持平").len > 0)) {
        set_when(r, when);
        r->c = here;
        return true;
    }
    return false;
}

/* 今年1—5月, 五年来: when it happened. */
static bool take_period(change_reader *r)
{
    zt_cursor here = r->c;
    zt_when when;
    bool since = false;
    bool from = zt_take_any(&here, "自 从", NULL); /* 自2012年以来 */
    bool span = !from && zt_take_span(&here, &since);
    if (!span && !zt_take_time(&here, &when))
        return false;
    static const char open[] = "以来";
    size_t len = sizeof open - 1;
    if (from &&
        !(here.at >= len && zt_str_is(zt_str_slice(here.text, here.at - len, here.at), open)))
        return false;
    since |= from;
    if (zt_cursor_done(&here) || zt_see_any(&here, "的").len > 0)
        return false;
    if (since)
        set_when(r, (zt_when){ZT_BASIS_NONE, true});
    r->c = here;
    return true;
}

/* Everything before the core, in any order, with commas between. */
static void take_around(change_reader *r)
{
    while (take_base(r) || take_noun(r) || take_adverb(r) || take_period(r))
        zt_take_any(&r->c, "， ,", NULL);
}

/* ---- what is read becomes the quantity ---- */

/* direction-contradicts: 下降−5% says the decline twice, and could mean a growth. */
static bool refuse_sign(change_reader *r, zt_str word, const zt_amount *a)
{
    zt_str figure = zt_str_slice(r->q->text, a->p.figure_first, a->p.figure_end);
    zt_str bare = figure;
    size_t first = 0;
    zt_utf8_next(figure, &first);
    bare = zt_str_slice(figure, first, figure.len);
    zt_report(r->diags, ZT_ERROR, "direction-contradicts", r->q->at,
              "“%.*s”：“%.*s”已说是减少，数前又有正负号；写“%.*s%.*s%.*s”",
              "\"%.*s\": \"%.*s\" says decline already and the number has a sign; write "
              "\"%.*s%.*s%.*s\"",
              ZT_ARG(r->q->text), ZT_ARG(word), ZT_ARG(word), ZT_ARG(bare), ZT_ARG(a->p.unit));
    return false;
}

/* Whether the figure is written with a sign. */
static bool is_signed(zt_str text, const zt_phrase *p)
{
    char first = p->figure_first < text.len ? text.data[p->figure_first] : '\0';
    return p->printed.scaled < 0 || first == '+';
}

/* Whether either end of the amount is below zero. */
static bool is_negative(const zt_amount *a)
{
    return a->p.printed.scaled < 0 || (a->range && a->to.printed.scaled < 0);
}

/* More than all of it cannot go: 下降2倍 is 下降三分之二 or nothing. */
static bool refuse_times(change_reader *r, const zt_amount *a)
{
    zt_num one = {1, 0, ZT_NUM_GIVEN};
    if (!zt_str_is(a->p.unit, "倍") || zt_num_compare(a->p.printed, one) < 0)
        return false;
    zt_report(
        r->diags, ZT_ERROR, "direction-contradicts", r->q->at,
        "“%.*s”：减少不能用倍数，最多减去全部；写减少百分之几，或“减至原来的几分之一”",
        "\"%.*s\": a decline cannot be told in 倍, no more than all can go; write per cent, or "
        "减至原来的几分之一",
        ZT_ARG(r->q->text));
    r->refused = true;
    return true;
}

/* Takes an amount with its sign as what the phrase says. A decline is stored as a negative number.
 */
static bool put(change_reader *r, zt_saying says, const zt_amount *a, int sign, zt_str word)
{
    if (sign < 0 && (is_signed(r->q->text, &a->p) || (a->range && is_signed(r->q->text, &a->to)))) {
        r->refused = true;
        return refuse_sign(r, word, a);
    }
    if (sign < 0 && says == ZT_SAYS_PLAIN && refuse_times(r, a))
        return false;
    if (!zt_fill_amount(r->arena, r->diags, r->q, a, sign)) {
        r->refused = true;
        return false;
    }
    r->q->says = says;
    r->q->decrease = says != ZT_SAYS_LEVEL && (sign < 0 || is_negative(a));
    return true;
}

/* Of the verb and what stood around it. */
static zt_saying saying_of(const change_reader *r, const zt_direction *verb)
{
    if (r->other)
        return ZT_SAYS_COMPARISON;
    if (verb->kind == ZT_DIR_RATE || verb->kind == ZT_DIR_LOSS || r->loss || r->noun)
        return ZT_SAYS_RATE;
    if (verb->kind == ZT_DIR_COMPARE && !r->dated && verb->takes_name)
        return ZT_SAYS_COMPARISON;
    return ZT_SAYS_PLAIN;
}

/* A growing loss is bad news whatever the verb says. */
static int sign_of(const change_reader *r, const zt_direction *verb)
{
    return r->loss ? -verb->sign : verb->sign;
}

/* ---- the core ---- */

/* 的 behind a time: 2025年底的24600元. A date is no amount. */
static bool take_dated_amount(zt_cursor *c, zt_amount *a, bool single, zt_when *when, bool *dated)
{
    zt_cursor here = *c;
    *dated = zt_take_time(&here, when);
    if (*dated) {
        zt_take(&here, "的");
        if (single ? zt_take_single(&here, a) : zt_take_amount(&here, a)) {
            *c = here;
            return true;
        }
    }
    *dated = false;
    return single ? zt_take_single(c, a) : zt_take_amount(c, a);
}

/* 2025年 is a date, 3年 may be what something grew by. */
static bool is_year(const zt_amount *a)
{
    return zt_str_is(a->p.unit, "年") && a->p.printed.scaled >= 1000;
}

/* 3倍, 85%, 三分之一 of what it was. */
static bool put_ratio(change_reader *r, const zt_amount *a)
{
    zt_ratio times, less;
    int64_t factor = zt_calc_factor(a->p.unit);
    zt_num growth;
    if (factor == 0 || a->range || is_negative(a) || a->p.fault != ZT_PHRASE_SOUND)
        return false;
    if (!put(r, ZT_SAYS_RATIO, a, 1, (zt_str){0}) || !zt_ratio_of(a->p.value, &times) ||
        !zt_ratio_subtract(times, (zt_ratio){factor, 1}, &less) ||
        !zt_ratio_round(less, 0, a->p.value.decimals, ZT_ROUND_HALF_UP, &growth))
        return false;
    r->q->value = growth;
    r->q->decrease = growth.scaled < 0;
    return true;
}

/* 是去年的1.2倍, 相当于2012年的85%, 为上年同期的三分之一. */
static bool read_ratio(change_reader *r)
{
    zt_cursor here = r->c;
    zt_amount a;
    zt_when when;
    zt_str verb;
    if (!zt_take_any(&here,
                     "是 为 约为 相当于 等于 达 达到 达到了 已达 约是 已是 占 恢复到 恢复至 "
                     "已恢复到 已恢复至 回到 仅为 仅相当于 不足 不到 超过",
                     &verb) ||
        !zt_take_time(&here, &when) || !zt_take(&here, "的") || !zt_take_amount(&here, &a))
        return false;
    if (when.basis == ZT_BASIS_PLAN) /* 为年度计划的52% */
        return false;
    if (!zt_unit_among(&a.p, "倍 % 成") || !put_ratio(r, &a))
        return false;
    if (r->q->bound == ZT_EXACT) /* 不足去年的一半 */
        r->q->bound = zt_str_in_words(verb, "不足 不到")   ? ZT_BELOW
                      : zt_str_is(verb, "超过")            ? ZT_ABOVE
                      : zt_str_in_words(verb, "约为 约是") ? ZT_ABOUT
                                                           : ZT_EXACT;
    set_when(r, when);
    r->c = here;
    return true;
}

/* 完成年度计划的52%, 占全年目标任务的52%. */
static bool read_progress(change_reader *r)
{
    zt_cursor here = r->c;
    zt_amount a;
    zt_str word;
    if (!zt_take_any(&here, "完成 已完成 完成了 达到 达 占 为 达成 实现", &word))
        return false;
    if (!zt_take_any(&here,
                     "年度计划 全年计划 计划 年计划 年度目标 全年目标 目标 年度任务 全年任务 任务 "
                     "年度目标任务 全年目标任务 目标任务 年度投资计划 计划投资 年度计划投资 预算 "
                     "年度预算 年初预算 全年预算 时序进度",
                     NULL))
        return false;
    zt_take(&here, "的");
    if (!zt_take_amount(&here, &a) || !zt_unit_among(&a.p, "% ‰ 成") ||
        !put(r, ZT_SAYS_PROGRESS, &a, 1, word))
        return false;
    if (!r->dated)
        set_when(r, (zt_when){ZT_BASIS_PLAN, false});
    r->c = here;
    return true;
}

/* 至, 到, 为 make a level of a verb. */
static bool take_level_word(zt_cursor *c)
{
    return zt_take_any(c, "至 到 到了 为 成 至约 为约 抵", NULL);
}

/* The amount behind 至 or 到. Against a named base it is a ratio (降至去年的85%), otherwise a
   level. */
static bool put_level(change_reader *r, zt_cursor *here, zt_str word)
{
    zt_amount a;
    zt_when when;
    bool dated;
    if (!take_dated_amount(here, &a, false, &when, &dated) || is_year(&a))
        return false;
    bool reference = dated && (when.basis != ZT_BASIS_NONE || when.other);
    if (reference && zt_str_is(a.p.unit, "倍")) {
        set_when(r, when);
        return put_ratio(r, &a);
    }
    /* 降至去年的85% and 减至原来的三分之一 are parts of what it was. */
    if (reference && (a.spelled || zt_str_is(a.p.unit, "%")) && when.basis != ZT_BASIS_NONE &&
        when.basis != ZT_BASIS_PLAN) {
        set_when(r, when);
        return put_ratio(r, &a);
    }
    return put(r, ZT_SAYS_LEVEL, &a, 1, word);
}

/* 增长 [了] 5.2%; 降 至 5.2%; 高于 全国 2.1个百分点. */
static bool read_compared(change_reader *r, zt_cursor *here, const zt_direction *verb)
{
    zt_cursor start = *here, named = *here;
    zt_amount a;
    zt_when when;
    if (zt_take_time(&named, &when)) {
        zt_take(&named, "的");
        if (zt_take_amount(&named, &a) &&
            put(r, r->noun ? ZT_SAYS_RATE : ZT_SAYS_PLAIN, &a, verb->sign, verb->word)) {
            set_when(r, when);
            *here = named;
            return true;
        }
    }
    if (r->refused)
        return false;
    if (zt_take_amount(&start, &a)) { /* 高于5%, but 领先2个百分点 */
        bool than =
            zt_str_starts(zt_str_slice(verb->word, verb->word.len - 3, verb->word.len), "于");
        if (than && !r->dated && !r->other) {
            if (!put(r, ZT_SAYS_LEVEL, &a, 1, verb->word))
                return false;
            r->q->bound = verb->sign > 0 ? ZT_ABOVE : ZT_BELOW;
        } else if (!put(r, saying_of(r, verb), &a, verb->sign, verb->word)) {
            return false;
        }
        *here = start;
        return true;
    }
    for (size_t end = here->at; end < here->text.len && !r->refused;
         zt_utf8_next(here->text, &end)) {
        zt_cursor there = {here->units, here->text, end};
        if (end == here->at || !zt_is_slot_name(here->text, here->at, end) ||
            !zt_take_amount(&there, &a) || (a.p.han && !a.spelled && a.p.unit.len == 0))
            continue;
        if (!put(r, ZT_SAYS_COMPARISON, &a, verb->sign, verb->word))
            return false;
        *here = there;
        return true;
    }
    return false;
}

/* A word of growth or decline with its amount, its level (降至5.2%), or a comparison
   (高于全国2个百分点). */
static bool read_verb(change_reader *r)
{
    zt_cursor here = r->c;
    zt_direction verb;
    zt_amount a;
    zt_skip_blanks(&here);
    if (!zt_direction_at(zt_cursor_rest(&here), &verb))
        return false;
    here.at += verb.word.len;
    zt_cursor level = here;
    zt_take(&level, "了");
    bool done = false;
    if (take_level_word(&level) && put_level(r, &level, verb.word)) {
        here = level;
        done = true;
    } else if (r->refused) {
        return false;
    } else if (verb.takes_name) {
        done = read_compared(r, &here, &verb);
    } else {
        zt_take_any(&here, "了 幅度 幅度达 幅度达到 幅度为 约为 仅 仅为 仅有 只有", NULL);
        done = zt_take_amount(&here, &a) && !is_year(&a) &&
               put(r, saying_of(r, &verb), &a, sign_of(r, &verb), verb.word);
    }
    if (done)
        r->c = here;
    return done;
}

/* ---- from A to B ---- */

/* direction-contradicts: the verb says the opposite of the two figures. */
static bool refuse_course(change_reader *r, const zt_direction *verb)
{
    zt_report(r->diags, ZT_ERROR, "direction-contradicts", r->q->at,
              "“%.*s”：前后两个数的大小与“%.*s”相反；改数，或改这个词",
              "\"%.*s\": the two figures run against \"%.*s\"; mend the figures or the word",
              ZT_ARG(r->q->text), ZT_ARG(verb->word));
    r->refused = true;
    return false;
}

/* direction-contradicts: from a figure to the same one is no change. */
static bool refuse_equal(change_reader *r)
{
    r->refused = true;
    return zt_refuse(r->diags, r->q, "direction-contradicts", "：起讫两个数相同，没有变化",
                     "goes from one figure to the same");
}

/* Both ends are of one unit; the first may leave it to the second. */
static bool share_unit(change_reader *r, zt_amount *a, const zt_amount *b)
{
    if (a->p.unit.len == 0 && a->p.scale == 0)
        zt_phrase_share(&a->p, &b->p);
    if (a->p.unit.len == 0 || zt_str_equal(a->p.unit, b->p.unit))
        return true;
    r->refused = true;
    zt_report(r->diags, ZT_ERROR, "unit-mismatch", r->q->at,
              "“%.*s”：起讫两个数单位不同，“%.*s”和“%.*s”",
              "\"%.*s\": the figures have different units, \"%.*s\" and \"%.*s\"",
              ZT_ARG(r->q->text), ZT_ARG(a->p.unit), ZT_ARG(b->p.unit));
    return false;
}

/* Places, 位 and 名, are better when they are lower. */
static bool is_place(const zt_amount *a)
{
    return zt_unit_among(&a->p, "位 名");
}

/* Compares the two ends with the verb; the second becomes the quantity and the first `from`. */
static bool finish_course(change_reader *r, zt_amount *a, const zt_amount *b,
                          const zt_direction *verb)
{
    if (!share_unit(r, a, b) || a->p.fault != ZT_PHRASE_SOUND)
        return false;
    int order = zt_num_compare(b->p.value, a->p.value);
    /* 由−5%收窄至−3%: a decline, a distance or a loss gets smaller though the number grows. */
    if (verb && verb->kind != ZT_DIR_MOVE && b->p.value.scaled <= 0 && a->p.value.scaled <= 0)
        order = -order;
    if (is_place(b))
        order = -order; /* a place is better when it is lower */
    if (order == 0)
        return refuse_equal(r);
    if (verb && order * verb->sign < 0)
        return refuse_course(r, verb);
    if (!put(r, ZT_SAYS_FROM_TO, b, 1, (zt_str){0}))
        return false;
    zt_fill_from(r->arena, r->q, a);
    r->q->decrease = order < 0;
    return true;
}

/* 由12.41%提高到13.84%, 从去年的5%降至3%, 从5%到8%. */
static bool read_course(change_reader *r)
{
    zt_cursor here = r->c;
    zt_amount a, b;
    zt_when when;
    zt_direction verb;
    bool dated;
    if (!zt_take_any(&here, "由 从 自", NULL) ||
        !take_dated_amount(&here, &a, true, &when, &dated) || is_year(&a))
        return false;
    zt_take_any(&here, "， ,", NULL);
    change_reader behind = *r;
    behind.c = here;
    while (take_base(&behind) || take_adverb(&behind) || take_period(&behind))
        ;
    here = behind.c;
    bool named = zt_direction_at(zt_cursor_rest(&here), &verb);
    if (named)
        here.at += verb.word.len;
    if (!take_level_word(&here) && !(named && zt_take(&here, "了")))
        return false;
    if (!take_dated_amount(&here, &b, false, &when, &dated) || is_year(&b))
        return false;
    if (!finish_course(r, &a, &b, named ? &verb : NULL))
        return false;
    r->c = here;
    return true;
}

/* ---- words ---- */

/* A change that is said without a number, as a percentage: 翻番 is 100%, 持平 is 0%. */
static void put_number(change_reader *r, size_t from, int64_t scaled, zt_bound bound, bool approx)
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
static bool read_doubling(change_reader *r)
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
static bool read_said_number(change_reader *r)
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

/* 比全国高15个百分点: a name, then a verb. The name ends where the rest can be read. */
static bool read_against(change_reader *r)
{
    zt_cursor here = r->c;
    if (!zt_take_any(&here, "比 较 相比 相较于 与 和 同 跟", NULL))
        return false;
    for (size_t end = here.at; end < here.text.len && !r->refused; zt_utf8_next(here.text, &end)) {
        if (end == here.at || !zt_is_slot_name(here.text, here.at, end))
            continue;
        change_reader rest = *r;
        rest.c.at = end;
        rest.other = true;
        zt_take(&rest.c, "相比");
        while (take_adverb(&rest))
            ;
        if (read_verb(&rest) || (!rest.refused && read_said_number(&rest))) {
            r->c = rest.c;
            return true;
        }
        r->refused = rest.refused;
    }
    return false;
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
static bool read_statement(change_reader *r)
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

/* ---- a number alone ---- */

/* 达, 突破 before it: where it stands, unless a noun says that it is a growth. */
static bool says_reached(const zt_quantity *q, const zt_amount *a)
{
    zt_cursor c = {NULL, q->text, a->p.first};
    return zt_see_any(&c, "达 达到 高达 突破 超过").len > 0 && zt_see_any(&c, "超过").len == 0;
}

/* 5.2%的增长: the noun behind the number says which way. */
static int take_noun_behind(change_reader *r)
{
    zt_cursor here = r->c;
    if (!zt_take(&here, "的"))
        return 0;
    zt_take_any(&here, "同比 环比 年均 较快 平稳 稳定", NULL);
    int sign = 0;
    if (zt_take_any(&here, growth_nouns, NULL) || zt_take_any(&here, "增长 涨幅 增量 提升", NULL))
        sign = 1;
    else if (zt_take_any(&here, decline_nouns, NULL) || zt_take_any(&here, "下降 跌幅 回落", NULL))
        sign = -1;
    if (sign)
        r->c = here;
    return sign;
}

/* A number alone: 212%. Without a unit of ratio, a sign or a noun nobody can say whether it is
   more or less, and it is refused. */
static bool read_bare(change_reader *r)
{
    zt_cursor here = r->c;
    zt_amount a;
    bool level =
        zt_take_any(&here, "为 是 在 维持在 保持在 稳定在 保持 维持 升破 跌破 逼近 站上", NULL);
    if (!zt_take_amount(&here, &a) || is_year(&a))
        return false;
    change_reader behind = *r;
    behind.c = here;
    int sign = take_noun_behind(&behind);
    if (sign == 0 && r->noun)
        sign = r->noun;
    bool typed = a.p.printed.scaled < 0 || r->q->text.data[a.p.figure_first] == '+';
    bool ratio = a.p.unit.len == 0 || zt_unit_among(&a.p, ratio_units) || a.spelled;
    if (sign == 0 && (level || says_reached(r->q, &a))) {
        if (!put(r, ZT_SAYS_LEVEL, &a, 1, (zt_str){0}))
            return false;
    } else if (sign == 0 && !ratio && !typed) {
        return false; /* 300家: more or less? */
    } else if (!put(r, r->loss ? ZT_SAYS_RATE : ZT_SAYS_PLAIN, &a, sign < 0 ? -1 : 1,
                    sign < 0 ? ZT_STR("降幅") : (zt_str){0})) {
        return false;
    }
    r->c = behind.c;
    return true;
}

/* ---- all ---- */

/* The forms in the order in which they exclude each other; the first that reads wins. */
static bool read_core(change_reader *r)
{
    return read_course(r) || (!r->refused && read_progress(r)) || (!r->refused && read_ratio(r)) ||
           (!r->refused && read_statement(r)) || (!r->refused && read_verb(r)) ||
           (!r->refused && read_against(r)) || (!r->refused && read_said_number(r)) ||
           (!r->refused && read_bare(r));
}

/* unknown-direction, with the nearest known word. */
static bool refuse_unknown(change_reader *r, zt_str word)
{
    if (zt_refuse_outside(r->arena, r->diags, r->q, r->c.units))
        return false;
    zt_str near = zt_direction_nearest(word);
    if (near.len > 0)
        zt_report(
            r->diags, ZT_ERROR, "unknown-direction", r->q->at,
            "“%.*s”里的“%.*s”不认识，不知是增是减；是否想写“%.*s”？",
            "\"%.*s\": \"%.*s\" is no known word of growth or decline; did you mean \"%.*s\"?",
            ZT_ARG(r->q->text), ZT_ARG(word), ZT_ARG(near));
    else
        zt_report(
            r->diags, ZT_ERROR, "unknown-direction", r->q->at,
            "“%.*s”里的“%.*s”不认识，不知是增是减；用“增长”“下降”这样的词，别的话写在元素外",
            "\"%.*s\": \"%.*s\" is no known word of growth or decline; use one such as 增长 or "
            "下降, and put other words outside the element",
            ZT_ARG(r->q->text), ZT_ARG(word));
    return false;
}

/* The word before the next number is none that we know. */
static bool refuse_word(change_reader *r)
{
    zt_cursor c = r->c;
    zt_skip_blanks(&c);
    size_t first = c.at;
    zt_next_number(&c);
    zt_str word = zt_str_trim(zt_str_slice(c.text, first, c.at));
    if (word.len == 0)
        return zt_refuse(
            r->diags, r->q, "unknown-direction", "没有说是增是减；写“增加…”“减少…”，或带上正负号",
            "does not say whether that is more or less; write 增加… or 减少…, or a sign");
    return refuse_unknown(r, word);
}

/* The base of basis= and that of the phrase are one. */
static bool settle_basis(change_reader *r)
{
    zt_quantity *q = r->q;
    if (r->average.len > 0 && q->per.len == 0)
        q->per = zt_str_in_words(r->average, "平均每年 每年")   ? ZT_STR("年")
                 : zt_str_in_words(r->average, "平均每月 每月") ? ZT_STR("月")
                                                                : r->average;
    if (!r->dated)
        return true;
    q->other_basis = r->when.other;
    if (r->when.basis == ZT_BASIS_NONE)
        return true;
    if (q->basis != ZT_BASIS_NONE && q->basis != r->when.basis) {
        static const char *const names[] = {"", "yoy", "mom", "ytd", "plan"};
        zt_report(r->diags, ZT_ERROR, "basis-mismatch", q->at,
                  "basis=\"%s\" 与“%.*s”的说法不合，应是 basis=\"%s\"",
                  "basis=\"%s\" contradicts \"%.*s\", which is basis=\"%s\"", names[q->basis],
                  ZT_ARG(q->text), names[r->when.basis]);
        return q->has_number = false;
    }
    q->basis = r->when.basis;
    return true;
}

/* Reads the phrase of a <change>. Every character is taken by some rule; false after a report. */
bool zt_read_change(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q)
{
    change_reader r = {.arena = arena, .diags = diags, .q = q, .c = {units, q->text, 0}};
    take_around(&r);
    if (!read_core(&r)) {
        if (r.refused)
            return false;
        return zt_number_ahead(&r.c) ? refuse_word(&r) : zt_refuse_number(diags, q);
    }
    if (!zt_cursor_done(&r.c))
        return zt_refuse_rest(arena, diags, q, &r.c);
    return settle_basis(&r);
}

/* Whether a phrase reads as a change, without a report; *probe is what it would be. */
bool zt_reads_as_change(zt_arena *arena, const char *units, const zt_quantity *q,
                        zt_quantity *probe)
{
    *probe = (zt_quantity){.kind = ZT_Q_CHANGE, .text = q->text, .at = q->at};
    return zt_read_change(arena, zt_diags_new_trial(arena), units, probe) && probe->has_number;
}
