/* gen/page/found_report.c — what is said of a page that no layout fills. */
#include <limits.h>
#include <string.h>

#include "base/utf8.h"
#include "page/found_imp.h"

/* What has to go, or is wanting: no layout does with less. */
static void report_copy(const zt_page_search *f, const zt_slice_answer *answer, zt_copy_play play)
{
    zt_arena *arena = f->d->setting->arena;
    zt_buf zh, en;
    zt_buf_init(&zh, arena);
    zt_buf_init(&en, arena);
    if (play == ZT_COPY_CUT) {
        zt_buf_printf(&zh, "第 %d 版排不下：最少须删 %d 行，即", f->page->no, answer->cut);
        zt_buf_printf(&en, "page %d does not hold its copy: at least %d lines have to go, ",
                      f->page->no, answer->cut);
    } else {
        zt_buf_printf(&zh, "第 %d 版排不满：最少还差 %d 行，即", f->page->no, answer->cut);
        zt_buf_printf(&en, "page %d is not filled: at least %d lines are wanting, ", f->page->no,
                      answer->cut);
    }
    zt_found_list_stories(f, answer, &zh, &en);
    zt_buf_puts(&zh, "（已证明没有更少的办法）");
    zt_buf_puts(&en, " (no layout does with less)");
    if (play == ZT_COPY_CUT)
        zt_found_list_sentences(f, answer, &zh, &en);
    const char *code = play == ZT_COPY_CUT ? "page-overset" : "page-underset";
    zt_report(f->d->setting->diags, ZT_ERROR, code, f->page->at, "%s%.0s", "%.0s%s", zh.data,
              en.data);
    if (play == ZT_COPY_CUT)
        zt_found_fix_sentences(f, answer, code);
}

/* A wish of the desk without which the page would be filled. */
static bool report_bound(zt_page_search *f)
{
    for (size_t i = 0; i < f->count; i++) {
        zt_slice_item kept = f->items[i];
        const zt_edition_item *item = f->forms[i].item;
        if (item->where == ZT_AT_ANYWHERE && kept.with < 0)
            continue;
        f->items[i].at = 0;
        f->items[i].with = -1;
        bool fills = zt_found_lay_out(f, ZT_COPY_SHORT).found;
        f->items[i].at = kept.at;
        f->items[i].with = kept.with;
        if (!fills)
            continue;
        const char *which = item->where == ZT_AT_ANYWHERE ? "with" : "at";
        zt_report(f->d->setting->diags, ZT_ERROR, "page-bound", item->at,
                  "有 <%s> 的 %s=，第 %d 版排不满；没有它就排得下、排得满",
                  "<%s> has %s=, and with it page %d cannot be filled; without it, it can",
                  item->name, which, f->page->no);
        return true;
    }
    return false;
}

/* An item that fits no frame of the page: its pictures are too large for it, as a rule. */
static bool report_formless(const zt_page_search *f)
{
    for (size_t i = 0; i < f->count; i++) {
        if (f->forms[i].count > 0)
            continue;
        const zt_edition_item *item = f->forms[i].item;
        zt_report(
            f->d->setting->diags, ZT_ERROR, "page-bound", item->at,
            "<%s> 在它可占的任何栏宽都排不成：题、图和文字高过版心；请放宽 "
            "cols，或把图片和图表改小、移到稿外",
            "<%s> cannot be set at any width that it may take: its heads, pictures and text are "
            "higher than the page; widen cols, or make its pictures smaller or put them beside it",
            item->name);
        return true;
    }
    return false;
}

/* Whether the copy is about as long as the page; else says by how much it is not, and false. */
static bool room_suits(zt_page_search *f)
{
    int page = f->d->plan->grid.lines + f->between;
    int room = page * f->d->plan->grid.columns, least = 0, most = 0;
    for (size_t i = 0; i < f->fixed_count; i++)
        room -= f->fixed[i].width * f->fixed[i].height;
    for (size_t i = 0; i < f->count; i++) {
        int low = INT_MAX, high = 0;
        for (size_t k = 0; k < f->forms[i].count; k++) {
            const zt_shape *s = &f->forms[i].shapes[k];
            int area = s->width * s->height + s->cut; /* as much as its copy takes */
            if (s->width == 0)                        /* struck off */
                continue;
            low = area < low ? area : low;
            high = area > high ? area : high;
        }
        least += low < INT_MAX ? low : 0;
        most += high;
    }
    if (least <= room && most >= room)
        return true;
    if (least > room && zt_found_report_over(f, least - room))
        return false;
    zt_report(f->d->setting->diags, ZT_ERROR, least > room ? "page-overset" : "page-underset",
              f->page->at,
              least > room ? "第 %d 版排不下：至少多出 %d 行栏宽的稿件；请撤下或删短"
                           : "第 %d 版排不满：至少还差 %d 行栏宽的稿件；请加稿，或放大图片",
              least > room
                  ? "page %d does not hold its copy: at least %d lines of a column are over; "
                    "take items away or cut them"
                  : "page %d is not filled: at least %d lines of a column are wanting; add "
                    "copy, or larger pictures",
              f->page->no, least > room ? least - room : room - most);
    return false;
}

/* Nothing fills the page: what is nearest. */
void zt_found_report(zt_page_search *f)
{
    zt_slice_answer cut = zt_found_lay_out(f, ZT_COPY_CUT),
                    wants = zt_found_lay_out(f, ZT_COPY_WANTS);
    bool over = cut.found && (!wants.found || cut.cut <= wants.cut);
    if (cut.found || wants.found)
        report_copy(f, over ? &cut : &wants, over ? ZT_COPY_CUT : ZT_COPY_WANTS);
    else if (!report_formless(f) && room_suits(f) && !report_bound(f) &&
             !zt_found_report_over(f, 0))
        zt_report(f->d->setting->diags, ZT_ERROR, "page-bound", f->page->at,
                  "第 %d 版排不出来：增减 %d 行文字也填不满；请放宽 cols、lines 或 at，或增减稿件",
                  "page %d cannot be laid out: %d lines more or less do not fill it; widen cols, "
                  "lines or at, or add or take away items",
                  f->page->no, ZT_FOUND_CUT);
}

static bool is_briefs(const zt_edition_item *item)
{
    return strcmp(item->name, "briefs") == 0;
}

/* Characters of a story's paragraphs; SIZE_MAX of what is none, or has pictures: it is no brief. */
static size_t brief_length(const zt_page_drawing *d, const zt_edition_item *item)
{
    const zt_article *article = item->article;
    if (!article || article->text == SIZE_MAX || article->item_count > 0 || is_briefs(item))
        return SIZE_MAX;
    const zt_story *story = d->plan->doc->blocks[article->text].content;
    size_t count = 0;
    for (size_t i = 0; i < story->count; i++)
        count += zt_utf8_count(zt_rich_plain(d->setting->arena, &story->items[i].text));
    return count;
}

/* The shortest story that is not in the list; NULL when there is none. */
static const zt_edition_item *next_brief(const zt_page_drawing *d, const zt_page_plan *out,
                                         const zt_edition_item *const *list, size_t count)
{
    const zt_edition_item *found = NULL;
    for (size_t i = 0; i < out->page->item_count; i++) {
        const zt_edition_item *item = &out->page->items[i];
        bool taken = zt_found_is_placed(out, item) || brief_length(d, item) == SIZE_MAX;
        for (size_t k = 0; k < count; k++)
            taken = taken || list[k] == item;
        if (!taken && (!found || brief_length(d, item) < brief_length(d, found)))
            found = item;
    }
    return found;
}

/* The shortest stories, as many as have to become one item; none when there are not so many. */
static size_t name_briefs(const zt_page_drawing *d, const zt_page_plan *out, size_t wanted,
                          zt_buf *names)
{
    const zt_edition_item **list = ZT_ARRAY(d->setting->arena, wanted, const zt_edition_item *);
    for (size_t i = 0; i < wanted; i++) {
        list[i] = next_brief(d, out, list, i);
        if (!list[i])
            return 0;
        zt_str name = zt_article_name(d->setting->arena, d->plan->doc, list[i]->article);
        zt_buf_printf(names, "%s《%.*s》", i ? "、" : "", ZT_ARG(name));
    }
    return wanted;
}

bool zt_found_report_items(const zt_page_drawing *d, const zt_page_plan *out, size_t free)
{
    zt_buf names;
    zt_buf_init(&names, d->setting->arena);
    if (free <= ZT_SLICE_MOST)
        return false;
    size_t wanted = free - ZT_SLICE_MOST + 1; /* become one */
    for (size_t i = 0; i < out->page->item_count; i++)
        if (is_briefs(&out->page->items[i])) {
            wanted = free - ZT_SLICE_MOST; /* go into it */
            break;
        }
    if (name_briefs(d, out, wanted, &names))
        zt_report(d->setting->diags, ZT_ERROR, "page-items", out->page->at,
                  "第 %d 版有 %zu 样东西没有框，最多找得出 %d 样的版式；请把最短的几篇并入一个 "
                  "<briefs>：%s",
                  "page %d has %zu items without a frame, and layouts are found for at most %d; "
                  "put the shortest stories into one <briefs>: %s",
                  out->page->no, free, ZT_SLICE_MOST, names.data);
    else
        zt_report(d->setting->diags, ZT_ERROR, "page-items", out->page->at,
                  "第 %d 版有 %zu 样东西没有框，最多找得出 %d 样的版式；请给其中 %zu 样写上框",
                  "page %d has %zu items without a frame, and layouts are found for at most %d; "
                  "give frames to %zu of them",
                  out->page->no, free, ZT_SLICE_MOST, free - ZT_SLICE_MOST);
    return true;
}

void zt_found_report_crowded(const zt_page_search *f)
{
    zt_report(
        f->d->setting->diags, ZT_ERROR, "page-items", f->page->at,
        "第 %d 版写定的框多于 %d 个，其余的找不出版式；请给余下的也写上框",
        "page %d has more than %d frames by hand, and no layout is looked for round them; give "
        "frames to the others as well",
        f->page->no, ZT_SLICE_FIXED);
}
