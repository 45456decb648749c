/* The words around the verb of a change: its base (比上年同期), its subject (增速, 占比), adverbs
   (大幅) and when it happened. The word lists are closed. */
#include "model/change_imp.h"

#include "model/directions.h"

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
/* Words that say how a change went. They change nothing but what zt_change_take_adverb picks out.
 */
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
static bool take_noun(zt_change_reader *r)
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
bool zt_change_take_adverb(zt_change_reader *r)
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
void zt_change_against(zt_change_reader *r, zt_when when)
{
    r->when = when;
    r->dated = true;
}

/* 比上年同期, 与2019年相比, 同比. */
bool zt_change_take_base(zt_change_reader *r)
{
    zt_cursor here = r->c;
    zt_when when;
    if (zt_take_any(&r->c, "同比 按年", NULL)) {
        zt_change_against(r, (zt_when){ZT_BASIS_YOY, false});
        return true;
    }
    if (zt_take_any(&r->c, "环比 季调环比 按月", NULL)) {
        zt_change_against(r, (zt_when){ZT_BASIS_MOM, false});
        return true;
    }
    if (zt_take_any(&r->c, "定基比 两年平均", NULL)) {
        zt_change_against(r, (zt_when){ZT_BASIS_NONE, true});
        return true;
    }
    if (zt_take_any(&here, "比 较 相比 相较于 相较 对比 较之", NULL) &&
        zt_take_time(&here, &when)) {
        zt_take_any(&here, "相比 的", NULL);
        zt_change_against(r, when);
        r->c = here;
        return true;
    }
    here = r->c;
    if (zt_take_any(&here, "与 和 同 跟", NULL) && zt_take_time(&here, &when) &&
        (zt_take_any(&here, "相比 比 相较", NULL) ||
         zt_see_any(&here, "持平 基本持平 大体持平 大致持平").len > 0)) {
        zt_change_against(r, when);
        r->c = here;
        return true;
    }
    return false;
}

/* 今年1—5月, 五年来: when it happened. */
bool zt_change_take_period(zt_change_reader *r)
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
        zt_change_against(r, (zt_when){ZT_BASIS_NONE, true});
    r->c = here;
    return true;
}

/* Everything before the core, in any order, with commas between. */
void zt_change_take_around(zt_change_reader *r)
{
    while (zt_change_take_base(r) || take_noun(r) || zt_change_take_adverb(r) ||
           zt_change_take_period(r))
        zt_take_any(&r->c, "， ,", NULL);
}
/* 5.2%的增长: the noun behind the number says which way. */
int zt_change_noun_behind(zt_change_reader *r)
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
