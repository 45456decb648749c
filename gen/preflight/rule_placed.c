/* gen/preflight/rule_placed.c — what the document says stands on the page. The words are those that
   the model lists (model/prints.h), the page is read as a reader would; what is neither there nor
   was left out with a finding is an error at its place. No block and no chart can lose a word by
   itself: whatever it draws is judged here. */
#include <string.h>

#include "model/chart_labels.h"
#include "model/prints.h"
#include "preflight/page_text.h"
#include "preflight/preflight.h"

/* The document's words and the page's text while one is held against the other. */
typedef struct search_for_prints {
    const zt_inspection *in;
    zt_arena *arena;
    zt_prints prints;
    zt_page_text page;
    zt_str heads; /* what the page's heads say, plain */
    /* of the part that is judged */
    const zt_print_part *part;
    zt_str block;
} search_for_prints;

/* ---- is it there? ---- */

/* What was painted for the element and all that it holds. A text that is all of its element stands
   for it: the place of a pair's number is that of the number. */
static zt_str painted_for(const search_for_prints *p, zt_pos element)
{
    const zt_origins *origins = &p->in->doc->origins;
    const zt_origin *origin = zt_origin_at(origins, element);
    if (!origin) /* in a table that was imported */
        return zt_page_text_from(&p->page, element, element);
    if (origin->end == (size_t)(origin - origins->items) + 1)
        origin = &origins->items[origin->parent];
    zt_pos to = origin->end < origins->count ? origins->items[origin->end].at : ZT_NOWHERE;
    if (to.line && strcmp(to.file ? to.file : "", element.file ? element.file : "") != 0)
        to = ZT_NOWHERE; /* the next is in another file: up to the end of this one */
    return zt_page_text_from(&p->page, origin->at, to);
}

/* 估计：2021年、2022年: the note of a chart may say the standing of values that have no room for
 * it. */
static bool is_noted(const search_for_prints *p, const zt_print *print, zt_str words)
{
    if (print->sort != ZT_PRINT_FIGURE || strcmp(print->what, "words") != 0)
        return false;
    static const char *const colons[] = {"：", ":"}; /* of Chinese, of English */
    for (size_t i = 0; i < sizeof colons / sizeof *colons; i++) {
        const char *lead = zt_arena_printf(p->arena, "%.*s%s", ZT_ARG(words), colons[i]);
        if (zt_page_text_holds(p->block, zt_page_plain(p->arena, zt_str_from(lead))))
            return true;
    }
    return false;
}

/* Words stand at their own place, or at that of their element; what several marks share (a unit,
   the head of a series) and what is gathered (the names of one role) anywhere in the block. */
static bool is_found(const search_for_prints *p, const zt_print *print, zt_str words)
{
    zt_str plain = zt_page_plain(p->arena, words);
    if (zt_page_text_holds(zt_page_text_from(&p->page, print->at, print->at), plain) ||
        zt_page_text_holds(painted_for(p, print->element), plain))
        return true;
    bool shared = print->sort == ZT_PRINT_UNIT || print->sort == ZT_PRINT_SERIES ||
                  strcmp(p->part->name, "credits") == 0;
    return (shared && zt_page_text_holds(p->block, plain)) || is_noted(p, print, words) ||
           (print->sort == ZT_PRINT_UNIT && zt_page_text_holds(p->heads, plain));
}

/* Whether a band of the block says the month, or the day, that a date below it leaves out. */
static bool is_told(const search_for_prints *p, zt_day day, zt_date_told told)
{
    zt_buf said;
    if (told <= ZT_TOLD_YEAR)
        return true;
    zt_buf_init(&said, p->arena);
    zt_day month = {day.year, day.month, told == ZT_TOLD_DAY ? day.day : 0, 0};
    zt_date_print(&said, (zt_date){month, month, false}, ZT_DATE_ARABIC_SHORT);
    if (zt_page_text_holds(p->block, zt_page_plain(p->arena, zt_buf_view(&said))))
        return true;
    zt_buf_init(&said, p->arena); /* Mar, March or 7 March */
    if (month.day)
        zt_date_print(&said, (zt_date){month, month, false}, ZT_DATE_ENGLISH_SHORT);
    else
        zt_buf_puts(&said, zt_month_name(month.month, true));
    return zt_page_text_holds(p->block, zt_page_plain(p->arena, zt_buf_view(&said)));
}

/* Templates choose how a date is printed, so any form counts; and a band over it may have said its
   year, its month, its day. */
static bool is_date_found(const search_for_prints *p, const zt_print *print)
{
    static const zt_date_style styles[] = {ZT_DATE_ARABIC, ZT_DATE_HAN, ZT_DATE_ISO,
                                           ZT_DATE_ENGLISH};
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        for (zt_date_told told = ZT_TOLD_NOTHING; told <= ZT_TOLD_DAY; told++) {
            zt_buf form;
            zt_buf_init(&form, p->arena);
            zt_date_print_rest(&form, print->date, styles[i], told);
            if (form.len > 0 && is_told(p, print->date.from, told) &&
                is_found(p, print, zt_buf_view(&form)))
                return true;
        }
    return false;
}

/* As it is written, as a date, or in the short form below a head that names the unit. */
static bool is_printed(const search_for_prints *p, const zt_print *print)
{
    if (print->sort == ZT_PRINT_DATE)
        return is_date_found(p, print);
    if (is_found(p, print, print->text) ||
        (print->short_text.len > 0 && is_found(p, print, print->short_text)))
        return true;
    /* The words before a figure that is set apart may stand under it: 212%, 同比增长. */
    size_t figure = print->figure;
    return figure > 0 && is_found(p, print, zt_str_slice(print->text, 0, figure)) &&
           is_found(p, print, zt_str_slice(print->text, figure, print->text.len));
}

/* ---- was it left out with a finding? ---- */

/* By line and column alone: a page is made from one document. */
static bool is_reported(const search_for_prints *p, const char *code, zt_pos at)
{
    for (size_t i = 0; i < zt_diags_count(p->in->diags); i++) {
        const zt_diag *d = zt_diags_at(p->in->diags, i);
        if (strcmp(d->code, code) == 0 && d->pos.line == at.line && d->pos.column == at.column)
            return true;
    }
    return false;
}

/* The last optional parts of the document are dropped first; layout says how many. Which paragraphs
   of a story are left out is said of each. */
static bool is_dropped(const search_for_prints *p, const zt_print *print)
{
    return (print->optional > 0 && print->optional + p->in->dropped > p->prints.optional_count) ||
           (strcmp(print->what, "p") == 0 && is_reported(p, "paragraph-dropped", print->element)) ||
           (strcmp(print->what, "deck") == 0 && is_reported(p, "deck-dropped", print->element)) ||
           (strcmp(print->what, "title") == 0 && is_reported(p, "title-short", print->element));
}

/* ---- what is not ---- */

/* The words, as far as a message may be long. */
static const char *named(const search_for_prints *p, const zt_print *const *missing, size_t count)
{
    enum { MOST = 8 };
    zt_buf out;
    zt_buf_init(&out, p->arena);
    for (size_t i = 0; i < count && i < MOST; i++) {
        zt_buf_puts(&out, i ? "、" : "");
        zt_buf_str(&out, missing[i]->text);
    }
    zt_buf_puts(&out, count > MOST ? "……" : "");
    return out.data;
}

/* The head of a point sums up its figures; lists print them with their words and without it. */
static bool stands_over_figures(const zt_print *print)
{
    return print->choice > 0 && strcmp(print->what, "head") == 0;
}

/* A chart prints its note whatever its kind is; a template what it has places for. */
static void report_words(const search_for_prints *p, const zt_print *print, const char *words)
{
    if (p->part->block && strcmp(p->part->name, "chart") == 0)
        zt_report(p->in->diags, ZT_ERROR, "not-placed", print->at,
                  "图表“%s”没有印出 <%s> 的“%s”；请移到图的 <note> 里",
                  "chart “%s” does not print <%s>, “%s”; move it into the chart's <note>",
                  p->part->block->variant, print->what, words);
    else
        zt_report(p->in->diags, stands_over_figures(print) ? ZT_NOTE : ZT_ERROR, "not-placed",
                  print->at,
                  "<%s> 中的“%s”（%s）没有印出，模板“%s”没有给它位置；请换一个模板，或写进会印出的"
                  "文字",
                  "in <%s>, “%s” (%s) is not printed: template “%s” has no place for it; use "
                  "another template, or write it in a text that is printed",
                  p->part->name, words, print->what, p->in->template_->name);
}

/* Whether values of a chart lie on both sides of zero: bars print them at both sides then. */
static bool has_both_signs(const zt_chart_data *data)
{
    bool above = false, below = false;
    for (size_t k = 0; k < data->item_count * data->series_count; k++) {
        const zt_chart_item *item = &data->items[k / data->series_count];
        const zt_quantity *q = item->values ? item->values[k % data->series_count] : NULL;
        double value = q && zt_chart_has_value(q) ? zt_chart_value(data, q) : 0;
        above = above || value > 0;
        below = below || value < 0;
    }
    return above && below;
}

/* Whether the document of a chart can be drawn as bars as well, in the same width: these have no
   place for a <span>, and values at both sides take more than those over columns. */
static bool could_be_bars(const zt_print_part *part)
{
    const zt_chart_data *data = part->block ? zt_content_of(part->block, "chart") : NULL;
    if (data && has_both_signs(data))
        return false;
    for (size_t i = 0; data && i < data->guide_count; i++)
        if (data->guides[i].kind == ZT_GUIDE_SPAN)
            return false;
    return true;
}

/* Reports not-placed in the words that fit what is missing: names, values, a unit, a text. */
static void report(const search_for_prints *p, const zt_print *const *missing, size_t count)
{
    const zt_print *first = missing[0];
    const char *words = named(p, missing, count);
    bool bars = could_be_bars(p->part);
    switch (first->sort) {
    case ZT_PRINT_KEY:
    case ZT_PRINT_SERIES:
        zt_report(p->in->diags, ZT_ERROR, "not-placed", first->at,
                  "图中有 %zu 个名称没有印出：%s；请%s换较宽的模板或缩短名称%.0s",
                  "%zu names of the chart are not printed: %s; use %.0s%sa wider template, or "
                  "shorter names",
                  count, words, bars ? "改用 kind=\"bar\"、" : "", bars ? "kind=\"bar\", " : "");
        break;
    case ZT_PRINT_FIGURE:
        zt_report(p->in->diags, ZT_ERROR, "not-placed", first->at,
                  "图中有 %zu 个数值没有印出：%s；请%s换较宽的模板%.0s",
                  "%zu values of the chart are not printed: %s; use %.0s%sa wider template", count,
                  words, bars ? "改用 kind=\"bar\" 或" : "", bars ? "kind=\"bar\" or " : "");
        break;
    case ZT_PRINT_UNIT:
        zt_report(p->in->diags, ZT_ERROR, "not-placed", first->at,
                  "单位“%s”没有印出；请写进图的 <deck>（单位：%s），或写在数值里",
                  "the unit “%s” is not printed; write it in the chart's <deck> (单位：%s) or in "
                  "the values",
                  words, words);
        break;
    case ZT_PRINT_WORDS:
    case ZT_PRINT_DATE:
        report_words(p, first, words);
        break;
    }
}

typedef ZT_VEC(const zt_print *) print_list;

/* Names and values of one chart are reported together, everything else at its own place. */
static void report_all(const search_for_prints *p, const print_list *missing)
{
    static const zt_print_sort together[] = {ZT_PRINT_KEY, ZT_PRINT_FIGURE, ZT_PRINT_SERIES};
    enum { COUNT = sizeof together / sizeof *together };
    print_list of[COUNT] = {0};
    for (size_t i = 0; i < missing->count; i++) {
        size_t k = 0;
        while (k < COUNT && together[k] != missing->items[i]->sort)
            k++;
        if (k < COUNT)
            ZT_PUSH(p->arena, &of[k], missing->items[i]);
        else
            report(p, missing->items + i, 1);
    }
    for (size_t k = 0; k < COUNT; k++)
        if (of[k].count > 0)
            report(p, of[k].items, of[k].count);
}

/* What is missing of one point, by the ways in which it may be printed. A way without a word to be
   seen is none: a point that is only a figure has no sentence. */
typedef struct point_state {
    size_t choice; /* 0: none is open */
    bool offered[ZT_PRINT_WAYS];
    print_list missing[ZT_PRINT_WAYS];
} point_state;

/* The way that lacks least is what the template meant to print. */
static void close_point(const search_for_prints *p, point_state *point, print_list *missing)
{
    const print_list *meant = NULL;
    for (size_t way = 0; way < ZT_PRINT_WAYS; way++)
        if (point->offered[way] && (!meant || point->missing[way].count < meant->count))
            meant = &point->missing[way];
    for (size_t i = 0; meant && i < meant->count; i++)
        ZT_PUSH(p->arena, missing, meant->items[i]);
    *point = (point_state){0};
}

/* Break hints and marks alone need not be found. */
static bool has_seen_words(const search_for_prints *p, const zt_print *print)
{
    return zt_page_plain(p->arena, print->text).len > 0;
}

/* One print: found, excused, or put on the list of what is missing; prints with a choice wait
   until their point is complete. */
static void look_for(const search_for_prints *p, const zt_print *print, point_state *point,
                     print_list *missing)
{
    if (print->choice != point->choice && print->choice > 0) {
        close_point(p, point, missing);
        point->choice = print->choice;
    }
    if (print->choice > 0 && (print->way != ZT_PRINT_SENTENCE || has_seen_words(p, print)))
        point->offered[print->way] = true;
    if (is_dropped(p, print) || is_printed(p, print))
        return;
    if (print->sort == ZT_PRINT_FIGURE && is_reported(p, "values-unprinted", p->part->at))
        return;
    ZT_PUSH(p->arena, print->choice > 0 ? &point->missing[print->way] : missing, print);
}

/* A head, block or foot against what its block on the page says. */
static void inspect_part(search_for_prints *p, const zt_print_part *part)
{
    point_state point = {0};
    print_list missing = {0};
    p->part = part;
    p->block = (zt_str){0};
    if (!zt_page_text_block(&p->page, part->at, &p->block) && is_reported(p, "omitted", part->at))
        return;
    for (size_t i = part->first; i < part->end; i++)
        look_for(p, &p->prints.items[i], &point, &missing);
    close_point(p, &point, &missing);
    report_all(p, &missing);
}

/* The heads of the page, which may be printed in each other's place. */
static bool is_head(const zt_print_part *part)
{
    return zt_str_in_words(zt_str_from(part->name), "kicker title deck lead");
}

/* Reports not-placed; only on pages without errors. */
static void inspect(const zt_inspection *in)
{
    if (zt_diags_failed(in->diags))
        return; /* overset is said already, with a count */
    search_for_prints p = {.in = in, .arena = zt_arena_beside(in->scene->arena)};
    p.prints = zt_doc_prints(p.arena, in->doc);
    p.page = in->pages ? zt_page_text_of(p.arena, in->pages, in->page_count)
                       : zt_page_text_of(p.arena, &in->scene, 1);
    zt_buf heads;
    zt_buf_init(&heads, p.arena);
    for (size_t i = 0; i < p.prints.part_count; i++)
        if (is_head(&p.prints.parts[i]) &&
            zt_page_text_block(&p.page, p.prints.parts[i].at, &p.block))
            zt_buf_str(&heads, p.block);
    p.heads = zt_buf_view(&heads);
    for (size_t i = 0; i < p.prints.part_count; i++)
        inspect_part(&p, &p.prints.parts[i]);
    zt_arena_drop(p.arena);
}

const zt_rule zt_rule_placed = {"not-placed",
                                "文稿里的话都印出来了",
                                "what the document says is printed",
                                "what is lost is never a success",
                                inspect,
                                true};
