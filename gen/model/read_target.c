/* The grammar of a target: by when*, verb, amount: 到2025年达到三百家, 力争下降10%, 降至3%以下.
   Words of intention and of what is aimed at are closed lists as in the other grammars. A target
   that is said as a change is left to the grammar of changes (read_change.c). */
#include "model/phrase_words_imp.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/directions.h"

/* Times, intentions, verbs and what is aimed at, in one list: before an amount they may stand in
   any order, and none of them changes it. Words of growth and decline are in directions.h. */
static const char words[] = "到 至 力争 争取 确保 预计 计划 将 要 拟 规划 目标 目标为 目标是 基本 "
                            "全面 每年 分别 底前 前 同比 比上年 "
                            "达到 达 超过 突破 建成 完成 实现 新增 培育 引进 开行 开通 节约 覆盖 "
                            "服务 投放 建设 改造 新建 累计 年产 "
                            "年产值 总投资 投资 总产值 产值 规模 总规模 总量 数量 营业收入 营收 "
                            "收入 人口 形成 打造 培养 发展 培育出 "
                            "带动就业 带动 吸引 接待 游客量 客流量 吞吐量 运量 里程 通车里程 面积 "
                            "产能 产量 装机 装机容量 供应 供给 "
                            "保持 保持在 稳定在 控制在 维持在 不低于 不少于 不超过 占比 比重 增速 "
                            "增幅 增长率 覆盖率 城镇化率 失业率 "
                            "森林覆盖率 率 用时 时间 平均 年均 全年 总额 进出口 进出口总额 增加值 "
                            "GDP 地区生产总值 生产总值 扩大 "
                            "总人口 常住人口 户籍人口 聚集 集聚 入驻 孵化 招引 落户 签约 投产 开工 "
                            "处理 办理 减排 替代 推广 种植 "
                            "造林 治理 修复 惠及 服务人次 约为 为 是 再";

/* State while one phrase is read; sign is -1 behind a word of decline, so that 下降10% is
   negative. */
typedef struct target_reader {
    zt_cursor c;
    int sign;
} target_reader;

/* A word of growth or decline; with 至 or 到 it says a level and no change. */
static bool take_direction(target_reader *t)
{
    zt_cursor here = t->c;
    zt_direction d;
    zt_skip_blanks(&here);
    zt_str word = zt_see_any(&here, words);
    if (!zt_direction_at(zt_cursor_rest(&here), &d) || d.word.len <= word.len ||
        zt_utf8_count(d.word) < 1)
        return false;
    here.at += d.word.len;
    zt_take(&here, "了");
    bool level = zt_take_any(&here, "至 到 为", NULL) || d.kind == ZT_DIR_COMPARE;
    t->sign = level ? 1 : d.sign;
    t->c = here;
    return true;
}

/* One word before the amount: a time, a word of intention, a verb, a direction. */
static bool take_word(target_reader *t)
{
    zt_cursor here = t->c;
    zt_when when;
    bool since;
    zt_amount a;
    if (zt_take_time(&here, &when) || zt_take_span(&here, &since)) {
        zt_take_any(&here, "， , 的", NULL);
        if (!zt_cursor_done(&here)) {
            t->c = here;
            return true;
        }
    }
    /* A word before a number may be its own: 超过, 达到, 累计. */
    here = t->c;
    if (zt_take_amount(&here, &a) && (!a.p.han || a.spelled || a.p.unit.len > 0))
        return false;
    return zt_take_any(&t->c, words, NULL) || take_direction(t);
}

/* The figure lies `by` bytes further on in the whole phrase than in the part that was read. */
static void place_in(zt_str text, size_t by, zt_quantity *q)
{
    if (!q)
        return;
    q->text = text;
    q->figure_first += by;
    q->figure_end += by;
}

/* 由5%提高到8%, 比2020年下降13.5%: said as a change. */
static bool read_as_change(zt_arena *arena, const char *units, zt_quantity *q, size_t from)
{
    zt_quantity change = *q;
    change.text = zt_str_slice(q->text, from, q->text.len);
    zt_diags *unheard = zt_diags_new_trial(arena);
    if (!zt_read_change(arena, unheard, units, &change) || zt_diags_count(unheard) > 0 ||
        !change.has_number)
        return false;
    place_in(q->text, from, &change);
    place_in(q->text, from, change.range_to);
    place_in(q->text, from, change.from);
    change.basis = q->basis;
    change.status = q->status;
    *q = change;
    return true;
}

/* Reads the phrase of a <target>. Forms of a change (由5%提高到8%) are read by that grammar. False
   after a report. */
bool zt_read_target(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q)
{
    target_reader t = {.c = {units, q->text, 0}, .sign = 1};
    zt_amount a;
    while (take_word(&t))
        ;
    zt_cursor here = t.c;
    if (!zt_take_amount(&here, &a) &&
        (read_as_change(arena, units, q, 0) || read_as_change(arena, units, q, t.c.at)))
        return true;
    here = t.c;
    if (!zt_take_amount(&here, &a))
        return zt_refuse_unread(arena, diags, q, &t.c);
    if (!zt_fill_amount(arena, diags, q, &a, t.sign))
        return false;
    q->decrease = t.sign < 0;
    return zt_cursor_done(&here) || zt_refuse_rest(arena, diags, q, &here);
}
