/* The grammar of a share: around* [占 name | noun] amount tail, from nothing to the whole:
   占全国37%, 占比达九成五, 过半, 每10人有3人. */
#include "model/phrase_words_imp.h"

#include "base/arena.h"
#include "base/ratio.h"
#include "base/utf8.h"
#include "model/calc.h"
#include "model/directions.h"

/* State while one phrase is read. */
typedef struct share_reader {
    zt_arena *arena;
    zt_diags *diags;
    zt_quantity *q;
    zt_cursor c;
    /* Refused in words of its own. */
    bool refused;
} share_reader;

/* Names of shares. What is named by one is a part of a whole even where no 占 stands. */
static const char nouns[] =
    "占比 比重 份额 市场份额 市场占有率 占有率 贡献率 覆盖率 普及率 渗透率 完成率 城镇化率 利用率 "
    "入住率 合格率 优良率 达标率 优良天数比例 比例 比率 就业率 满意度 满意率 正点率 准点率 自给率 "
    "国产化率 森林覆盖率 参保率 入学率 巩固率 毛入学率 采纳率 办结率 使用率 开工率 上座率 客座率 "
    "本地化率 机械化率 综合机械化率 回收率 网办率 全程网办率 好评率 检出率 中签率 出勤率 占有量";
/* Words that may stand before the amount; only 约 and 大约 change it, and only before 占. */
static const char adverbs[] =
    "其余 剩余 余下 另有 还有 有 约 仅 共 已 均 都 将 大约 只 就 合计 累计 总计 分别 其 其中 仍 还 "
    "已经 高达 达 达到 达到了 为 是 "
    "超过 保持在 稳定在 维持在 占到 合";

/* A time or a noun before the share. */
static bool take_around(share_reader *r)
{
    zt_cursor here = r->c;
    zt_when when;
    if (zt_take_time(&here, &when) && !zt_cursor_done(&here)) {
        r->c = here;
        return true;
    }
    return zt_take_any(&r->c, nouns, NULL);
}

/* share-out-of-range: a part is not below nothing nor above the whole. */
static bool refuse_size(share_reader *r)
{
    r->refused = true;
    zt_report(r->diags, ZT_ERROR, "share-out-of-range", r->q->at,
              "“%.*s”不能是占比：占比在 0 到 100%% 之间",
              "\"%.*s\" can be no share: it lies between 0 and 100%%", ZT_ARG(r->q->text));
    return r->q->has_number = false;
}

/* not-a-share: percentage points and multiples are changes, other units are values. */
static bool refuse_unit(share_reader *r, const zt_phrase *p)
{
    bool change = zt_unit_among(p, "个百分点 百分点 个基点 基点 倍");
    r->refused = true;
    zt_report(r->diags, ZT_ERROR, "not-a-share", r->q->at,
              "“%.*s”不是占比：“%.*s”不是整体的一部分；%s写 <%s>",
              "\"%.*s\" is no share: \"%.*s\" is no part of a whole; %.0swrite <%s>",
              ZT_ARG(r->q->text), ZT_ARG(p->unit), change ? "变化" : "数量",
              change ? "change" : "v");
    return false;
}

/* Between nothing and all; 超过100% is beyond it. */
static bool in_range(const zt_phrase *p)
{
    int64_t whole = p->unit.len == 0 ? 100 : zt_calc_factor(p->unit);
    int order = zt_num_compare(p->value, (zt_num){whole, 0, ZT_NUM_GIVEN});
    return p->value.scaled >= 0 && (order < 0 || (order == 0 && p->bound != ZT_ABOVE));
}

/* Takes the amount as the share if its unit and size allow it. */
static bool put(share_reader *r, const zt_amount *a)
{
    const zt_phrase *last = a->range ? &a->to : &a->p;
    if (last->unit.len > 0 && !zt_unit_among(last, "% ‰ 成"))
        return refuse_unit(r, last);
    if (a->p.fault == ZT_PHRASE_SOUND && (!in_range(&a->p) || !in_range(last)))
        return refuse_size(r);
    r->refused = !zt_fill_amount(r->arena, r->diags, r->q, a, 1);
    return !r->refused;
}

/* ---- 每10人有3人 ---- */

/* What is counted, behind its measure word: 每3辆车就有1辆. */
static void take_counted_name(zt_cursor *c)
{
    for (size_t end = c->at; end < c->text.len; zt_utf8_next(c->text, &end)) {
        zt_cursor there = {c->units, c->text, end};
        if (end == c->at || zt_see_any(&there, "中 里 当中 就 有 约有").len == 0)
            continue;
        if (zt_is_slot_name(c->text, c->at, end))
            c->at = end;
        return;
    }
}

/* A whole number of what is counted, with its measure word. */
static bool take_count(zt_cursor *c, zt_amount *a)
{
    bool counted = zt_take_single(c, a) && !a->spelled && a->p.printed.decimals == 0 &&
                   a->p.printed.scaled > 0;
    if (counted && zt_str_is(a->p.unit, "个"))
        zt_take(c, "人"); /* 三个人 */
    return counted;
}

/* 每10人有3人 becomes 30%, in per cent to four decimals; the printed words stay. */
static bool read_each(share_reader *r)
{
    zt_cursor here = r->c;
    zt_amount whole, part;
    zt_ratio share;
    if (!zt_take_any(&here, "每 平均每", NULL))
        return false;
    size_t first = here.at;
    if (!take_count(&here, &whole))
        return false;
    if (zt_see_any(&here, "中 里 当中 就 有 约有").len == 0)
        take_counted_name(&here);
    zt_take_any(&here, "中 里 当中", NULL);
    zt_take_any(&here, "就有 有 约有 就 占", NULL);
    if (!take_count(&here, &part) || !zt_str_equal(whole.p.unit, part.p.unit))
        return false;
    if (zt_num_compare(part.p.value, whole.p.value) > 0)
        return refuse_size(r);
    share = (zt_ratio){100 * part.p.value.scaled, whole.p.value.scaled};
    zt_amount a = {.p = part.p, .spelled = true};
    a.p.figure_first = first;
    a.p.figure_end = here.at;
    a.p.unit = ZT_STR("%");
    a.p.scale = 0;
    a.p.per = (zt_str){0};
    if (part.p.value.scaled > 1000000000 || !zt_ratio_multiply(share, (zt_ratio){1, 1}, &share) ||
        !zt_ratio_round(share, 0, 4, ZT_ROUND_HALF_UP, &a.p.printed))
        return false;
    zt_num_trim(&a.p.printed);
    a.p.value = a.p.printed;
    if (!put(r, &a))
        return false;
    r->c = here;
    return true;
}

/* ---- 由35%提高到37% ---- */

/* From 35% to 37%: read as a change, and the second is the share. */
static bool read_course(share_reader *r)
{
    zt_cursor here = r->c;
    if (zt_see_any(&here, "由 从 自").len == 0)
        return false;
    zt_quantity probe = *r->q;
    probe.text = zt_str_slice(r->q->text, here.at, r->q->text.len);
    if (!zt_read_change(r->arena, r->diags, here.units, &probe)) {
        r->refused = true;
        return false;
    }
    zt_amount a = {.p = {.unit = probe.unit, .value = probe.value, .bound = probe.bound}};
    if (probe.says != ZT_SAYS_FROM_TO)
        return false;
    if (!zt_unit_among(&a.p, "% ‰ 成"))
        return refuse_unit(r, &a.p);
    if (!in_range(&a.p))
        return refuse_size(r);
    probe.figure_first += here.at;
    probe.figure_end += here.at;
    probe.text = r->q->text;
    probe.basis = r->q->basis;
    *r->q = probe;
    r->c.at = r->c.text.len;
    return true;
}

/* ---- 占全国37% ---- */

/* What may stand between a part and its verb of level: 占比提高到37%. */
static bool take_level_verb(zt_cursor *c)
{
    zt_cursor here = *c;
    zt_direction verb;
    if (!zt_direction_at(zt_cursor_rest(&here), &verb))
        return false;
    here.at += verb.word.len;
    zt_take(&here, "了");
    if (!zt_take_any(&here, "至 到 为", NULL))
        return false;
    *c = here;
    return true;
}

/* Behind the number: 占据37%的市场份额. */
static void take_tail(zt_cursor *c)
{
    zt_take_any(c,
                "的份额 的市场份额 的比重 的比例 份额 的占比 的贡献率 的市场 的股份 的产量 的人口",
                NULL);
}

/* A bare Han numeral is no share: it may be part of a word. */
static bool is_apt(const zt_amount *a)
{
    return !a->p.han || a->spelled || a->p.unit.len > 0;
}

/* The amount itself, perhaps behind 达到 or a time. */
static bool read_amount(share_reader *r)
{
    zt_cursor here = r->c;
    zt_amount a;
    zt_when when;
    bool spelled = zt_take_amount(&here, &a) && is_apt(&a);
    if (!spelled) { /* 占比已提高到2025年底的37% */
        here = r->c;
        while (zt_take_any(&here, adverbs, NULL) || take_level_verb(&here))
            ;
        if (zt_take_time(&here, &when))
            zt_take(&here, "的");
        spelled = zt_take_amount(&here, &a) && is_apt(&a);
    }
    if (!spelled || !put(r, &a))
        return false;
    r->c = here;
    take_tail(&r->c);
    return true;
}

/* The name of the whole ends where the number begins. */
static bool read_named(share_reader *r)
{
    for (size_t end = r->c.at; end < r->c.text.len && !r->refused; zt_utf8_next(r->c.text, &end)) {
        zt_cursor there = {r->c.units, r->c.text, end};
        zt_amount a;
        if (end > r->c.at && !zt_is_slot_name(r->c.text, r->c.at, end))
            continue;
        if (!zt_take_amount(&there, &a) || !is_apt(&a) || (end > r->c.at && a.p.unit.len == 0))
            continue;
        if (!put(r, &a))
            return false;
        r->c = there;
        take_tail(&r->c);
        return true;
    }
    return false;
}

/* 占全国37%: the verb, the whole, the amount. */
static bool read_part_of(share_reader *r)
{
    zt_cursor here = r->c;
    zt_str word;
    bool about = false; /* 约占37% */
    while (zt_take_any(&here, adverbs, &word))
        about |= zt_str_in_words(word, "约 大约");
    if (!zt_take_any(&here, "占 占到 占了 占据 占据了 占有 占全部", NULL))
        return false;
    share_reader rest = *r;
    rest.c = here;
    if (read_named(&rest)) {
        r->c = rest.c;
        if (about && r->q->bound == ZT_EXACT)
            r->q->bound = ZT_ABOUT;
        r->q->approx |= about;
        return true;
    }
    r->refused = rest.refused;
    return false;
}

/* 全国占比37%: the whole before the noun. */
static bool read_whole_first(share_reader *r)
{
    for (size_t end = r->c.at; end < r->c.text.len && !r->refused; zt_utf8_next(r->c.text, &end)) {
        share_reader rest = *r;
        rest.c.at = end;
        if (end == r->c.at || !zt_is_slot_name(r->c.text, r->c.at, end) ||
            !zt_take_any(&rest.c, nouns, NULL))
            continue;
        if (read_amount(&rest)) {
            r->c = rest.c;
            return true;
        }
        r->refused = rest.refused;
    }
    return false;
}

/* 占比提高2个百分点 is a change, not a share. */
static bool refuse_change(share_reader *r)
{
    zt_quantity probe;
    if (!zt_reads_as_change(r->arena, r->c.units, r->q, &probe) ||
        (probe.says != ZT_SAYS_PLAIN && probe.says != ZT_SAYS_RATE))
        return false;
    zt_report(r->diags, ZT_ERROR, "not-a-share", r->q->at,
              "“%.*s”是变化，不是占比；写 <change>%.*s</change>",
              "\"%.*s\" is a change and no share; write <change>%.*s</change>", ZT_ARG(r->q->text),
              ZT_ARG(r->q->text));
    return true;
}

/* Reads the phrase of a <share>, trying each form in turn. False after a report. */
bool zt_read_share(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q)
{
    share_reader r = {.arena = arena, .diags = diags, .q = q, .c = {units, q->text, 0}};
    while (take_around(&r))
        ;
    bool good = read_each(&r) || (!r.refused && read_course(&r)) ||
                (!r.refused && read_part_of(&r)) || (!r.refused && read_amount(&r)) ||
                (!r.refused && read_whole_first(&r));
    if (!good && (r.refused || refuse_change(&r)))
        return false;
    if (!good)
        return zt_refuse_unread(arena, diags, q, &r.c);
    return zt_cursor_done(&r.c) || zt_refuse_rest(arena, diags, q, &r.c);
}
