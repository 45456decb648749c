/* A comparison as text: a line for each change, with the place in the new file. */
#include "change/say.h"

#include <string.h>

/* What the lines share. */
typedef struct teller {
    zt_arena *arena;
    zt_buf *out;
    const zt_diff *diff;
    zt_lang lang;
} teller;

bool zt_diff_differs(const zt_diff *diff)
{
    const zt_page_changes *pages = diff->pages;
    return diff->changes->list.count > 0 ||
           (pages && (pages->list.count > 0 || pages->pages_before != pages->pages_after));
}

const char *zt_diff_file(zt_arena *arena, const zt_diff *diff, zt_pos at)
{
    size_t len = diff->folder ? strlen(diff->folder) : 0;
    if (!at.file || len == 0 || strncmp(at.file, diff->folder, len) != 0 || at.file[len] != '/')
        return at.file ? at.file : "";
    return zt_arena_printf(arena, "%s%s", diff->shown, at.file + len + 1);
}

/* file:line:column of what is there now; of what has gone, where it was. */
static void put_at(const teller *t, const zt_change *change)
{
    zt_pos at = change->at_after.line ? change->at_after : change->at_before;
    zt_buf_puts(t->out, zt_diff_file(t->arena, t->diff, at));
    if (at.line)
        zt_buf_printf(t->out, ":%d:%d", at.line, at.column);
    zt_buf_puts(t->out, ": ");
}

static void put_quoted(const teller *t, zt_str text)
{
    zt_buf_puts(t->out, ZT_IN(t->lang, "“", "\""));
    zt_buf_str(t->out, text);
    zt_buf_puts(t->out, ZT_IN(t->lang, "”", "\""));
}

/* What a figure lacks stands for it. */
static void put_side(const teller *t, zt_str text)
{
    if (text.len)
        zt_buf_str(t->out, text);
    else
        zt_buf_puts(t->out, ZT_IN(t->lang, "（空）", "(empty)"));
}

static void put_value_remarks(const teller *t, const zt_value_change *v)
{
    if (v->why_zh[0])
        zt_buf_printf(t->out, ZT_IN(t->lang, "（%s）", " (%s)"),
                      ZT_IN(t->lang, v->why_zh, v->why_en));
    if (v->same)
        zt_buf_puts(t->out,
                    ZT_IN(t->lang, "（值未变，写法变了）", " (the same value, written otherwise)"));
    if ((v->scale_changed || v->unit_changed) && !zt_str_equal(v->unit_before, v->unit_after))
        zt_buf_printf(t->out, ZT_IN(t->lang, "（单位 %.*s → %.*s）", " (unit %.*s -> %.*s)"),
                      ZT_ARG(v->unit_before), ZT_ARG(v->unit_after));
    if (v->follows)
        zt_buf_puts(t->out, ZT_IN(t->lang, "（随改）", " (it follows)"));
    if (v->jump)
        zt_buf_printf(t->out, ZT_IN(t->lang, "【相差 %lld 倍】", " [%lld times]"), v->times);
}

static void put_value(const teller *t, const zt_change *change)
{
    const zt_value_change *v = &change->value;
    put_side(t, change->said);
    zt_buf_puts(t->out, " → ");
    put_side(t, change->says);
    zt_str difference = zt_value_change_words(t->arena, v, t->lang),
           percent = zt_value_change_percent(t->arena, v);
    if (difference.len && !v->same)
        zt_buf_printf(t->out, ZT_IN(t->lang, "，%.*s", ", %.*s"), ZT_ARG(difference));
    if (percent.len && !v->same)
        zt_buf_printf(t->out, ZT_IN(t->lang, "，%.*s", ", %.*s"), ZT_ARG(percent));
    put_value_remarks(t, v);
}

/* A list that an entry left or came to is named where both differ. */
static void put_move(const teller *t, const zt_change *change)
{
    zt_str said, says;
    zt_change_excerpts(t->arena, change, &said, &says);
    put_quoted(t, says);
    const zt_fact *was = change->before->parent, *is = change->after->parent;
    if (was->twin == is)
        zt_buf_printf(t->out, ZT_IN(t->lang, " 第%zu → 第%zu", " from %zu to %zu"), change->from,
                      change->to);
    else
        zt_buf_printf(t->out, ZT_IN(t->lang, " 自“%.*s”", " from \"%.*s\""),
                      ZT_ARG(zt_fact_place(t->arena, was, t->lang)));
}

static void put_words(const teller *t, const zt_change *change)
{
    zt_str said, says;
    zt_change_excerpts(t->arena, change, &said, &says);
    if (change->attr)
        zt_buf_printf(t->out, "%s ", change->attr);
    put_quoted(t, said);
    zt_buf_puts(t->out, " → ");
    put_quoted(t, says);
}

static void put_change(const teller *t, const zt_change *change)
{
    zt_str said, says;
    put_at(t, change);
    zt_buf_printf(t->out, ZT_IN(t->lang, "%s：", "%s: "), zt_change_name(change->kind, t->lang));
    zt_buf_printf(t->out, ZT_IN(t->lang, "%.*s：", "%.*s: "),
                  ZT_ARG(zt_change_place(t->arena, change, t->lang)));
    zt_change_excerpts(t->arena, change, &said, &says);
    switch (change->kind) {
    case ZT_CHANGE_VALUE:
        put_value(t, change);
        break;
    case ZT_CHANGE_ADDED:
        put_quoted(t, says);
        break;
    case ZT_CHANGE_GONE:
        put_quoted(t, said);
        break;
    case ZT_CHANGE_MOVED:
        put_move(t, change);
        break;
    case ZT_CHANGE_PICTURE:
        zt_buf_printf(t->out, ZT_IN(t->lang, "%.*s 换了图", "%.*s is another picture"),
                      ZT_ARG(says));
        break;
    case ZT_CHANGE_NUMBER:
    case ZT_CHANGE_TITLE:
    case ZT_CHANGE_TEXT:
    case ZT_CHANGE_DATE:
    case ZT_CHANGE_SOURCE:
    case ZT_CHANGE_SETTING:
    case ZT_CHANGE_MARKUP:
    case ZT_CHANGE_KINDS:
        put_words(t, change);
        break;
    }
    zt_buf_putc(t->out, '\n');
}

/* ---- pages ---- */

static void put_mm(zt_buf *out, double points)
{
    zt_buf_number(out, zt_mm_from_pt(points), 1);
}

static void put_moved(const teller *t, const zt_page_change *c)
{
    const zt_shown_block *a = c->before, *b = c->after;
    if (a->page != b->page)
        zt_buf_printf(t->out, ZT_IN(t->lang, "，第%zu页 → 第%zu页", ", page %zu -> %zu"),
                      a->page + 1, b->page + 1);
    zt_buf_puts(t->out, ZT_IN(t->lang, "，移 ", ", moved "));
    put_mm(t->out, b->box.x - a->box.x);
    zt_buf_puts(t->out, ZT_IN(t->lang, "、", ", "));
    put_mm(t->out, b->box.y - a->box.y);
    zt_buf_puts(t->out, ZT_IN(t->lang, " 毫米", " mm"));
}

static void put_resized(const teller *t, const zt_page_change *c)
{
    zt_buf_puts(t->out, ZT_IN(t->lang, "，大小 ", ", size "));
    put_mm(t->out, c->before->box.w);
    zt_buf_puts(t->out, "×");
    put_mm(t->out, c->before->box.h);
    zt_buf_puts(t->out, " → ");
    put_mm(t->out, c->after->box.w);
    zt_buf_puts(t->out, "×");
    put_mm(t->out, c->after->box.h);
    zt_buf_puts(t->out, ZT_IN(t->lang, " 毫米", " mm"));
}

static void put_lines(const teller *t, const zt_page_change *c)
{
    if (c->before->lines != c->after->lines)
        zt_buf_printf(t->out, ZT_IN(t->lang, "，%zu 行 → %zu 行", ", %zu lines -> %zu"),
                      c->before->lines, c->after->lines);
    if (c->reworded)
        zt_buf_puts(t->out, ZT_IN(t->lang, "，字变了", ", other words"));
    if (c->reflowed)
        zt_buf_puts(t->out, ZT_IN(t->lang, "，重新断行", ", broken anew"));
}

static void put_page_change(const teller *t, const zt_page_change *c)
{
    const zt_shown_block *shown = c->after ? c->after : c->before;
    zt_buf_printf(t->out, ZT_IN(t->lang, "版面：第%zu页 %s", "page: page %zu %s"), shown->page + 1,
                  shown->block);
    if (shown->fact && shown->fact->parent)
        zt_buf_printf(t->out, ZT_IN(t->lang, "（%.*s）", " (%.*s)"),
                      ZT_ARG(zt_fact_place(t->arena, shown->fact, t->lang)));
    if (!c->before)
        zt_buf_puts(t->out, ZT_IN(t->lang, "，新增", ", new"));
    if (!c->after)
        zt_buf_puts(t->out, ZT_IN(t->lang, "，没有了", ", gone"));
    if (c->before && c->after && c->moved)
        put_moved(t, c);
    if (c->before && c->after && c->resized)
        put_resized(t, c);
    if (c->before && c->after)
        put_lines(t, c);
    zt_buf_putc(t->out, '\n');
}

static void put_pages(const teller *t)
{
    const zt_page_changes *pages = t->diff->pages;
    if (!pages) {
        if (t->diff->pages_why_zh)
            zt_buf_printf(t->out,
                          ZT_IN(t->lang, "版面：没有比较，%s\n", "page: not compared, %s\n"),
                          ZT_IN(t->lang, t->diff->pages_why_zh, t->diff->pages_why_en));
        return;
    }
    for (size_t i = 0; i < pages->list.count; i++)
        put_page_change(t, &pages->list.items[i]);
    if (pages->pages_before != pages->pages_after)
        zt_buf_printf(t->out, ZT_IN(t->lang, "版面：%zu 页 → %zu 页\n", "page: %zu pages -> %zu\n"),
                      pages->pages_before, pages->pages_after);
    if (pages->lines_before != pages->lines_after)
        zt_buf_printf(t->out,
                      ZT_IN(t->lang, "版面：共 %zu 行 → %zu 行\n", "page: %zu lines -> %zu\n"),
                      pages->lines_before, pages->lines_after);
}

/* ---- the sum ---- */

static void put_sum(const teller *t)
{
    const zt_changes *changes = t->diff->changes;
    bool any = false;
    zt_buf_printf(t->out, ZT_IN(t->lang, "%s → %s：", "%s -> %s: "), t->diff->before,
                  t->diff->after);
    for (size_t k = 0; k < ZT_CHANGE_KINDS; k++) {
        if (changes->counts[k] == 0)
            continue;
        zt_buf_printf(t->out, ZT_IN(t->lang, "%s%s %zu 处", "%s%s %zu"),
                      any ? ZT_IN(t->lang, "，", ", ") : "",
                      zt_change_name((zt_change_kind)k, t->lang), changes->counts[k]);
        any = true;
    }
    if (!any)
        zt_buf_puts(t->out, ZT_IN(t->lang, "内容没有改动", "nothing that it says has changed"));
    zt_buf_printf(t->out, ZT_IN(t->lang, "；新稿共 %zu 个数\n", "; %zu figures in the new one\n"),
                  changes->figures);
}

void zt_diff_text(zt_arena *arena, zt_buf *out, const zt_diff *diff, zt_lang lang)
{
    teller t = {arena, out, diff, lang};
    for (size_t i = 0; i < diff->changes->list.count; i++)
        put_change(&t, &diff->changes->list.items[i]);
    put_pages(&t);
    put_sum(&t);
}
