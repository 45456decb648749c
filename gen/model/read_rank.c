/* The grammar of a place: around* [verb] [field] place tail.

     place := 第 n [位]  |  前 n [位]  |  n [位]  |  首位 榜首 冠军 …
            | words without a place to reckon with: 前10%, 前1/3, 倒数第二, 前列

   居全国第2位, 世界500强第10, 从第34位升至第10位. A place is a whole number from one up. */
#include "model/phrase_words_imp.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/calc.h"
#include "model/directions.h"

/* One place as read: number 1 for 首位, `range` when there is an upper end, `statement` when it
   has no number to calculate with. */
typedef struct rank_place {
    /* Bytes of the text, for the figure. */
    size_t first, end;
    zt_num number;
    zt_str unit;
    zt_bound bound;
    bool statement;
    bool range;
    zt_num to;
    size_t to_first, to_end;
} rank_place;

/* State while one phrase is read. refused: it was refused with a message of its own, so no other is
   given. */
typedef struct rank_reader {
    zt_arena *arena;
    zt_diags *diags;
    zt_quantity *q;
    zt_cursor c;
    /* Refused in words of its own. */
    bool refused;
} rank_reader;

/* What is ranked, and adverbs: they may stand before a place in any number and say nothing about
   it. */
static const char subjects[] =
    "总量 增速 规模 产量 产值 数量 人均 排名 位次 名次 综合排名 总数 总额 旅客吞吐量 货物吞吐量 "
    "吞吐量 "
    "货邮量 货邮吞吐量 经济总量 增幅 涨幅 GDP 增量 占比 综合实力 竞争力 销量 出口额 进出口 "
    "进出口总额 "
    "投资增速 满意度 增加值 降幅 密度 里程 通车里程 面积 人口 得分 总分 成绩 均 双双 分别 也 又 "
    "再次 再 "
    "首次 继续 持续 仍 仍然 已 已经 将 一直 始终 稳定 共同 并 还 依然 历史性地 历史性 双双 总体";
/* Verbs of having or reaching a place. Those of reaching do not make it a change: where it came
   from is said with 由 or 从 (read_course). */
static const char verbs[] =
    "居 位居 位列 列 排 排名 排在 排到 排列 名列 稳居 跃居 居于 位于 处于 处在 处 在 列于 占据 "
    "稳坐 重返 "
    "夺得 夺 摘得 获得 获 荣获 荣登 登上 跻身 进入 挺进 迈入 闯入 迈进 挤进 步入 入围 入选 保持 "
    "保持在 "
    "蝉联 退居 分列 分居 雄踞 高居 升到 升至 跃升至 跃升到 上升到 上升至 提升到 提升至 进位到 "
    "进位至 "
    "前移至 前移到 降至 降到 下降到 下降至 滑落至 跌至 退至 攀升至 攀升到 晋升至 晋升到 跃至 跃上 "
    "排名升至 是 为 达到 拿下 取得 领跑 问鼎 勇夺 高踞 列居 排居";
/* Measure words of a place. Only 位 and 名 are kept as its unit: 强 says how many are counted. */
static const char places[] = "位 名 席 位次 名次 个 强 等";
/* What may follow a place and leaves it as it is; 左右 alone makes it approximate. */
static const char tails[] = "左右 之位 的位置 位置 的好成绩 的成绩 的水平 以内 之内 大经济体 大省 "
                            "大市 大城市 大贸易伙伴 大出口国 "
                            "大进口国 大出口市场 大港 大产区 大市场 大国 大户 大投资来源地 大枢纽 "
                            "大机场 方阵前列 大贸易国 的名次 大 "
                            "大支柱产业 大产业 大来源国 大口岸 行列 之列";
/* Behind a number these count the competitors (世界500强, 全国31个省区市), so the number is no
   place. */
static const char counted_field[] =
    "强 个省份 个省 省区市 个省区市 个省（区、市） 省（区、市） 个省、自治区、直辖市 个城市 个国家 "
    "个经济体 家企业 个区县 个县 个县区 个市州 个市县 个试点城市 所高校 个机场 个港口";

/* ---- the field: 全国, 世界500强, 全国31个省区市中 ---- */

/* Whether bytes first up to end name a field, with a number of competitors perhaps: 世界500强. */
static bool is_field(zt_str text, size_t first, size_t end)
{
    size_t from = first;
    for (size_t at = first; at < end;) {
        size_t digits = zt_number_end(zt_str_slice(text, 0, end), at);
        if (digits == at) {
            zt_utf8_next(text, &at);
            continue;
        }
        zt_cursor c = {NULL, zt_str_slice(text, 0, end), digits};
        if ((at > from && !zt_is_slot_name(text, from, at)) ||
            !zt_take_any(&c, counted_field, NULL))
            return false;
        from = at = c.at;
    }
    return from == end || zt_is_slot_name(text, from, end);
}

/* ---- one place ---- */

/* The number of a place with its sign and decimals, so that 第1.5 and -1 are seen and refused. */
static bool take_number(zt_cursor *c, zt_num *out)
{
    size_t end = zt_number_end(c->text, c->at);
    long long spelled;
    if (end > c->at) {
        if (!zt_num_parse(zt_str_slice(c->text, c->at, end), out))
            return false;
        c->at = end;
        return true;
    }
    end = zt_han_end(c->text, c->at);
    zt_str word = zt_str_slice(c->text, c->at, end);
    if (zt_str_is(word, "百") || zt_str_is(word, "千")) /* 前百 */
        spelled = zt_str_is(word, "百") ? 100 : 1000;
    else if (!zt_han_number(word, &spelled))
        return false;
    bool powers = zt_utf8_count(word) == 1; /* 二三 is no 23 */
    for (zt_cursor k = {NULL, word, 0}; k.at < word.len; zt_utf8_next(word, &k.at))
        powers |= zt_see_any(&k, "十 百 千 万").len > 0;
    if (!powers)
        return false;
    *out = (zt_num){spelled, 0, ZT_NUM_GIVEN};
    c->at = end;
    return true;
}

/* bad-rank: places are whole numbers from 1. */
static bool refuse_number(rank_reader *r)
{
    r->refused = true;
    zt_report(r->diags, ZT_ERROR, "bad-rank", r->q->at,
              "“%.*s”不是名次：名次是从 1 起的整数，如“第2”“前十”",
              "\"%.*s\" is no place: places are whole numbers from 1 on, as in 第2 or 前十",
              ZT_ARG(r->q->text));
    return false;
}

/* A whole number from 1 on; otherwise reported. */
static bool check_number(rank_reader *r, zt_num number)
{
    return (number.decimals == 0 && number.scaled >= 1) || refuse_number(r);
}

/* 前10%, 前1/3, 前三分之一: a part of the field, not the tenth place. */
static bool take_part(zt_cursor *c, rank_place *out)
{
    zt_cursor here = *c;
    zt_amount a;
    if (!zt_take_single(&here, &a) || !(a.spelled || zt_unit_among(&a.p, "% ‰ 成")))
        return false;
    zt_num all = {zt_calc_factor(a.p.unit), 0, ZT_NUM_GIVEN};
    if (a.p.value.scaled <= 0 || zt_num_compare(a.p.value, all) > 0)
        return false;
    *out = (rank_place){.first = a.p.figure_first, .end = a.p.figure_end, .statement = true};
    *c = here;
    return true;
}

/* Places in words: 榜首 is 1, 季军 is 3, 前列 is none in particular. */
static bool take_said(zt_cursor *c, rank_place *out)
{
    static const struct {
        const char *words;
        int number;
    } said[] = {
        {"首 之首 首位 榜首 首席 头名 冠军 魁首 头把交椅 第一名 头位 状元", 1},
        {"亚军 次席", 2},
        {"季军", 3},
        {"前列 前茅 第一方阵 第一梯队 第二梯队 第二方阵 末位 末尾 末席 中游 上游 下游 中上游 "
         "中下游 垫底 倒数 "
         "第一阵营 头部 领先地位 领先位置 领先 后列 榜单前列 第三梯队",
         0},
    };
    zt_skip_blanks(c);
    size_t first = c->at, length = 0, best = 0;
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        zt_str word = zt_see_any(c, said[i].words);
        if (word.len > length) {
            length = word.len;
            best = i;
        }
    }
    if (length == 0 || zt_see_any(c, "第一名").len == length)
        return false;
    c->at += length;
    *out = (rank_place){.first = first,
                        .end = c->at,
                        .number = {said[best].number, 0, ZT_NUM_GIVEN},
                        .statement = said[best].number == 0};
    return true;
}

/* 倒数第二: a place counted from the end; its number would mislead and is not kept. */
static bool take_from_foot(zt_cursor *c, rank_place *out)
{
    zt_cursor here = *c;
    zt_num number;
    if (!zt_take(&here, "倒数"))
        return false;
    size_t first = here.at;
    zt_take_any(&here, "第 前", NULL);
    if (!take_number(&here, &number) || number.decimals > 0 || number.scaled < 1)
        return false;
    *out = (rank_place){.first = first, .end = here.at, .statement = true};
    zt_take_any(&here, places, NULL);
    *c = here;
    return true;
}

/* Whether no ASCII number stands here, so that Han numerals are tried. */
static bool is_spelled(const zt_cursor *c)
{
    return zt_number_end(c->text, c->at) == c->at;
}

/* The upper end of 第3至5位. */
static void take_end(zt_cursor *c, rank_place *out)
{
    zt_cursor here = *c;
    zt_num to;
    size_t dash = zt_range_dash(here.text, here.at);
    here.at += dash;
    if (dash == 0)
        return;
    zt_take_any(&here, "第 前", NULL);
    size_t first = here.at;
    if (!take_number(&here, &to))
        return;
    out->range = true;
    out->to = to;
    out->to_first = first;
    out->to_end = here.at;
    *c = here;
}

/* 第2位, 前十, 2; `word` says that 第 or 前 must be there. */
static bool take_counted(rank_reader *r, zt_cursor *c, bool word, rank_place *out)
{
    zt_cursor here = *c;
    zt_str said = {0};
    *out = (rank_place){0};
    zt_skip_blanks(&here);
    size_t start = here.at;
    zt_take_any(&here, "第 前", &said);
    zt_skip_blanks(&here);
    if ((word && said.len == 0) || (zt_str_is(said, "前") && take_part(&here, out))) {
        *c = here;
        return out->statement;
    }
    out->first = is_spelled(&here) && said.len > 0 ? start : here.at;
    if (!take_number(&here, &out->number))
        return false;
    out->end = here.at;
    zt_str unit = {0};
    zt_take_any(&here, places, &unit);
    take_end(&here, out);
    if (unit.len == 0)
        zt_take_any(&here, places, &unit);
    /* 强 and 个 are no unit of a place: 前500强 */
    out->unit = zt_str_in_words(unit, "位 名")
                    ? zt_str_slice(here.text, here.at - unit.len, here.at)
                    : (zt_str){0};
    bool within = zt_str_is(said, "前") || zt_str_is(unit, "强");
    if (said.len == 0 && unit.len > 0 && !zt_str_in_words(unit, "位 名 强"))
        return false;
    if (said.len == 0 && zt_str_is(unit, "强") && !zt_cursor_done(&here))
        return false; /* 500强第10: the field */
    out->bound = within ? ZT_BELOW : ZT_EXACT;
    if (!check_number(r, out->number) || (out->range && !check_number(r, out->to)))
        return false;
    *c = here;
    return true;
}

/* 并列 says that the place is shared. */
static bool take_place(rank_reader *r, zt_cursor *c, bool word, rank_place *out)
{
    zt_cursor here = *c;
    if (zt_take_any(&here, "并列", NULL))
        r->q->tie = r->q->tie_given = true;
    if (!take_from_foot(&here, out) && !take_said(&here, out) &&
        (r->refused || !take_counted(r, &here, word, out)))
        return false;
    *c = here;
    return true;
}

/* A field, then a place. The field ends where a place begins. */
static bool take_in_field(rank_reader *r, zt_cursor *c, rank_place *out)
{
    for (size_t end = c->at; end < c->text.len && !r->refused; zt_utf8_next(c->text, &end)) {
        zt_cursor there = {c->units, c->text, end};
        if (end > c->at && !is_field(c->text, c->at, end))
            continue;
        zt_take_any(&there, verbs, NULL);
        if (!take_place(r, &there, end > c->at, out))
            continue;
        /* 全国城市第3: 第 is seen as soon as it comes, but 第一方阵 must be read whole */
        *c = there;
        return true;
    }
    return false;
}

/* ---- into the quantity ---- */

/* The place as the quantity of the element. */
static void put(rank_reader *r, const rank_place *p)
{
    zt_quantity *q = r->q;
    q->figure_first = p->first;
    q->figure_end = p->end;
    q->unit = p->unit;
    if (p->statement) {
        q->says = ZT_SAYS_STATEMENT;
        return;
    }
    q->printed = q->value = p->number;
    q->bound = p->bound;
    q->has_number = true;
    if (!p->range)
        return;
    zt_quantity *to = ZT_NEW(r->arena, zt_quantity);
    *to = *q;
    to->id = NULL;
    to->main = false;
    to->printed = to->value = p->to;
    to->figure_first = p->to_first;
    to->figure_end = p->to_end;
    q->range_to = to;
}

/* Words behind a place; 左右 makes it approximate. */
static void take_tail(rank_reader *r)
{
    zt_str word;
    if (!zt_take_any(&r->c, tails, &word))
        return;
    if (zt_str_is(word, "左右")) {
        r->q->bound = ZT_ABOUT;
        r->q->approx = true;
    }
}

/* ---- 从第34位上升到第10位 ---- */

/* direction-contradicts: from tenth to third is no fall. */
static bool refuse_course(rank_reader *r, zt_str verb)
{
    r->refused = true;
    zt_report(r->diags, ZT_ERROR, "direction-contradicts", r->q->at,
              "“%.*s”：前后两个名次与“%.*s”相反；改数，或改这个词",
              "\"%.*s\": the two places run against \"%.*s\"; mend the figures or the word",
              ZT_ARG(r->q->text), ZT_ARG(verb));
    return false;
}

/* Compares two places with the verb between them. A lower number is a better place. */
static bool check_course(rank_reader *r, const rank_place *a, const rank_place *b, zt_str verb)
{
    zt_direction d;
    int order = zt_num_compare(a->number, b->number); /* a lower place is a rise */
    bool named = zt_direction_at(verb, &d);
    if (!named && zt_see_any(&(zt_cursor){NULL, verb, 0}, "跃居 跃至 跃升").len > 0) {
        d.sign = 1;
        named = true;
    }
    return order != 0 && (!named || order * d.sign > 0) ? true : refuse_course(r, verb);
}

/* A time and 的 before a place: 2020年的第34位. */
static void take_dated(zt_cursor *c)
{
    zt_cursor here = *c;
    zt_when when;
    if (!zt_take_time(&here, &when))
        return;
    zt_take(&here, "的");
    *c = here;
}

/* From one place to another: the second is the place, the first is kept behind `from`. */
static bool read_course(rank_reader *r)
{
    zt_cursor here = r->c;
    rank_place a, b;
    if (!zt_take_any(&here, "由 从 自", NULL))
        return false;
    take_dated(&here);
    if (!take_in_field(r, &here, &a) || a.statement || a.range)
        return false;
    zt_take_any(&here, "， ,", NULL);
    while (zt_take_any(&here, subjects, NULL) ||
           zt_take_any(&here, "大幅 逐步 稳步 快速 一举", NULL))
        ;
    zt_str verb = zt_str_slice(here.text, here.at, here.text.len);
    zt_direction d;
    if (!zt_take_any(&here, verbs, NULL)) {
        if (!zt_direction_at(verb, &d))
            return false;
        here.at += d.word.len;
        if (!zt_take_any(&here, "至 到 为 居", NULL))
            return false;
    }
    verb = zt_str_slice(here.text, (size_t)(verb.data - here.text.data), here.at);
    take_dated(&here);
    if (!take_in_field(r, &here, &b) || b.statement || b.range || !check_course(r, &a, &b, verb))
        return false;
    put(r, &b);
    r->q->says = ZT_SAYS_FROM_TO;
    r->q->from = ZT_NEW(r->arena, zt_quantity);
    *r->q->from = *r->q;
    r->q->from->from = NULL;
    r->q->from->id = NULL;
    r->q->from->main = false;
    r->q->from->printed = r->q->from->value = a.number;
    r->q->from->figure_first = a.first;
    r->q->from->figure_end = a.end;
    r->c = here;
    return true;
}

/* ---- all ---- */

/* A subject or a time before the place. */
static bool take_around(rank_reader *r)
{
    zt_cursor here = r->c;
    zt_when when;
    bool since;
    if (zt_take_any(&r->c, subjects, NULL))
        return true;
    if ((zt_take_span(&here, &since) || zt_take_time(&here, &when)) && !zt_cursor_done(&here)) {
        r->c = here;
        return true;
    }
    return false;
}

/* 居 [field] place; 全国第二. */
static bool read_plain(rank_reader *r)
{
    zt_cursor here = r->c;
    rank_place p;
    zt_direction d;
    if (!zt_take_any(&here, verbs, NULL) && zt_direction_at(zt_cursor_rest(&here), &d)) {
        zt_cursor level = here;
        level.at += d.word.len;
        if (zt_take_any(&level, "至 到 为", NULL))
            here = level;
    }
    if (!take_in_field(r, &here, &p))
        return false;
    put(r, &p);
    r->c = here;
    take_tail(r);
    return true;
}

/* 上升3位 is a change, not a place. */
static bool refuse_change(rank_reader *r)
{
    zt_quantity probe;
    if (!zt_reads_as_change(r->arena, r->c.units, r->q, &probe))
        return false;
    zt_report(r->diags, ZT_ERROR, "bad-rank", r->q->at,
              "“%.*s”是变化，不是名次；写 <change>%.*s</change>",
              "\"%.*s\" is a change and no place; write <change>%.*s</change>", ZT_ARG(r->q->text),
              ZT_ARG(r->q->text));
    return true;
}

/* Reads the phrase of a <rank>. False after a report. */
bool zt_read_rank(zt_arena *arena, zt_diags *diags, const char *units, zt_quantity *q)
{
    rank_reader r = {.arena = arena, .diags = diags, .q = q, .c = {units, q->text, 0}};
    while (take_around(&r))
        ;
    if (!read_course(&r) && (r.refused || !read_plain(&r))) {
        if (r.refused || refuse_change(&r))
            return false;
        return zt_refuse_unread(arena, diags, q, &r.c);
    }
    return zt_cursor_done(&r.c) || zt_refuse_rest(arena, diags, q, &r.c);
}
