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
#include "model/change_imp.h"

#include "base/utf8.h"
#include "model/directions.h"

/* Units in which a growth may be written without a verb. */
static const char ratio_units[] = "% ‰ 个百分点 百分点 个基点 基点 倍 成";
/* ---- the core ---- */

/* Of the verb and what stood around it. */
static zt_saying saying_of(const zt_change_reader *r, const zt_direction *verb)
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
static int sign_of(const zt_change_reader *r, const zt_direction *verb)
{
    return r->loss ? -verb->sign : verb->sign;
}
/* 是去年的1.2倍, 相当于2012年的85%, 为上年同期的三分之一. */
static bool read_ratio(zt_change_reader *r)
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
    if (!zt_unit_among(&a.p, "倍 % 成") || !zt_change_put_ratio(r, &a))
        return false;
    if (r->q->bound == ZT_EXACT) /* 不足去年的一半 */
        r->q->bound = zt_str_in_words(verb, "不足 不到")   ? ZT_BELOW
                      : zt_str_is(verb, "超过")            ? ZT_ABOVE
                      : zt_str_in_words(verb, "约为 约是") ? ZT_ABOUT
                                                           : ZT_EXACT;
    zt_change_against(r, when);
    r->c = here;
    return true;
}

/* 完成年度计划的52%, 占全年目标任务的52%. */
static bool read_progress(zt_change_reader *r)
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
        !zt_change_put(r, ZT_SAYS_PROGRESS, &a, 1, word))
        return false;
    if (!r->dated)
        zt_change_against(r, (zt_when){ZT_BASIS_PLAN, false});
    r->c = here;
    return true;
}

/* The amount behind 至 or 到. Against a named base it is a ratio (降至去年的85%), otherwise a
   level. */
static bool put_level(zt_change_reader *r, zt_cursor *here, zt_str word)
{
    zt_amount a;
    zt_when when;
    bool dated;
    if (!zt_change_dated_amount(here, &a, false, &when, &dated) || zt_change_is_year(&a))
        return false;
    bool reference = dated && (when.basis != ZT_BASIS_NONE || when.other);
    if (reference && zt_str_is(a.p.unit, "倍")) {
        zt_change_against(r, when);
        return zt_change_put_ratio(r, &a);
    }
    /* 降至去年的85% and 减至原来的三分之一 are parts of what it was. */
    if (reference && (a.spelled || zt_str_is(a.p.unit, "%")) && when.basis != ZT_BASIS_NONE &&
        when.basis != ZT_BASIS_PLAN) {
        zt_change_against(r, when);
        return zt_change_put_ratio(r, &a);
    }
    return zt_change_put(r, ZT_SAYS_LEVEL, &a, 1, word);
}

/* 增长 [了] 5.2%; 降 至 5.2%; 高于 全国 2.1个百分点. */
static bool read_compared(zt_change_reader *r, zt_cursor *here, const zt_direction *verb)
{
    zt_cursor start = *here, named = *here;
    zt_amount a;
    zt_when when;
    if (zt_take_time(&named, &when)) {
        zt_take(&named, "的");
        if (zt_take_amount(&named, &a) &&
            zt_change_put(r, r->noun ? ZT_SAYS_RATE : ZT_SAYS_PLAIN, &a, verb->sign, verb->word)) {
            zt_change_against(r, when);
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
            if (!zt_change_put(r, ZT_SAYS_LEVEL, &a, 1, verb->word))
                return false;
            r->q->bound = verb->sign > 0 ? ZT_ABOVE : ZT_BELOW;
        } else if (!zt_change_put(r, saying_of(r, verb), &a, verb->sign, verb->word)) {
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
        if (!zt_change_put(r, ZT_SAYS_COMPARISON, &a, verb->sign, verb->word))
            return false;
        *here = there;
        return true;
    }
    return false;
}

/* A word of growth or decline with its amount, its level (降至5.2%), or a comparison
   (高于全国2个百分点). */
static bool read_verb(zt_change_reader *r)
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
    if (zt_change_level_word(&level) && put_level(r, &level, verb.word)) {
        here = level;
        done = true;
    } else if (r->refused) {
        return false;
    } else if (verb.takes_name) {
        done = read_compared(r, &here, &verb);
    } else {
        zt_take_any(&here, "了 幅度 幅度达 幅度达到 幅度为 约为 仅 仅为 仅有 只有", NULL);
        done = zt_take_amount(&here, &a) && !zt_change_is_year(&a) &&
               zt_change_put(r, saying_of(r, &verb), &a, sign_of(r, &verb), verb.word);
    }
    if (done)
        r->c = here;
    return done;
}
/* 比全国高15个百分点: a name, then a verb. The name ends where the rest can be read. */
static bool read_against(zt_change_reader *r)
{
    zt_cursor here = r->c;
    if (!zt_take_any(&here, "比 较 相比 相较于 与 和 同 跟", NULL))
        return false;
    for (size_t end = here.at; end < here.text.len && !r->refused; zt_utf8_next(here.text, &end)) {
        if (end == here.at || !zt_is_slot_name(here.text, here.at, end))
            continue;
        zt_change_reader rest = *r;
        rest.c.at = end;
        rest.other = true;
        zt_take(&rest.c, "相比");
        while (zt_change_take_adverb(&rest))
            ;
        if (read_verb(&rest) || (!rest.refused && zt_change_read_number(&rest))) {
            r->c = rest.c;
            return true;
        }
        r->refused = rest.refused;
    }
    return false;
}

/* ---- a number alone ---- */

/* 达, 突破 before it: where it stands, unless a noun says that it is a growth. */
static bool says_reached(const zt_quantity *q, const zt_amount *a)
{
    zt_cursor c = {NULL, q->text, a->p.first};
    return zt_see_any(&c, "达 达到 高达 突破 超过").len > 0 && zt_see_any(&c, "超过").len == 0;
}

/* A number alone: 212%. Without a unit of ratio, a sign or a noun nobody can say whether it is
   more or less, and it is refused. */
static bool read_bare(zt_change_reader *r)
{
    zt_cursor here = r->c;
    zt_amount a;
    bool level =
        zt_take_any(&here, "为 是 在 维持在 保持在 稳定在 保持 维持 升破 跌破 逼近 站上", NULL);
    if (!zt_take_amount(&here, &a) || zt_change_is_year(&a))
        return false;
    zt_change_reader behind = *r;
    behind.c = here;
    int sign = zt_change_noun_behind(&behind);
    if (sign == 0 && r->noun)
        sign = r->noun;
    bool typed = zt_change_is_signed(r->q->text, &a.p);
    bool ratio = a.p.unit.len == 0 || zt_unit_among(&a.p, ratio_units) || a.spelled;
    if (sign == 0 && (level || says_reached(r->q, &a))) {
        if (!zt_change_put(r, ZT_SAYS_LEVEL, &a, 1, (zt_str){0}))
            return false;
    } else if (sign == 0 && !ratio && !typed) {
        return false; /* 300家: more or less? */
    } else if (!zt_change_put(r, r->loss ? ZT_SAYS_RATE : ZT_SAYS_PLAIN, &a, sign < 0 ? -1 : 1,
                              sign < 0 ? ZT_STR("降幅") : (zt_str){0})) {
        return false;
    }
    r->c = behind.c;
    return true;
}
/* ---- all ---- */

/* The forms in the order in which they exclude each other; the first that reads wins. */
static bool read_core(zt_change_reader *r)
{
    return zt_change_read_course(r) || (!r->refused && read_progress(r)) ||
           (!r->refused && read_ratio(r)) || (!r->refused && zt_change_read_statement(r)) ||
           (!r->refused && read_verb(r)) || (!r->refused && read_against(r)) ||
           (!r->refused && zt_change_read_number(r)) || (!r->refused && read_bare(r));
}

/* unknown-direction, with the nearest known word. */
static bool refuse_unknown(zt_change_reader *r, zt_str word)
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
static bool refuse_word(zt_change_reader *r)
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
static bool settle_basis(zt_change_reader *r)
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
        zt_report(r->diags, ZT_ERROR, "basis-mismatch", q->at,
                  "basis=\"%s\" 与“%.*s”的说法不合，应是 basis=\"%s\"",
                  "basis=\"%s\" contradicts \"%.*s\", which is basis=\"%s\"",
                  zt_basis_word(q->basis), ZT_ARG(q->text), zt_basis_word(r->when.basis));
        return q->has_number = false;
    }
    q->basis = r->when.basis;
    return true;
}

/* Reads the phrase of a <change>. Every character is taken by some rule; false after a report. */
bool zt_read_change(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q)
{
    zt_change_reader r = {.arena = arena, .diags = diags, .q = q, .c = {units, q->text, 0}};
    zt_change_take_around(&r);
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
