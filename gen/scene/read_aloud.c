/* gen/scene/read_aloud.c — a book as a screen reader says it: element after element in the order of
   reading, each with the word that says what it is. */
#include "scene/heard.h"

#include <string.h>

#include "base/utf8.h"

/* A book that is being read. */
typedef struct listener {
    zt_arena *arena;
    zt_buf *out;
    bool zh;
    zt_heard heard;
} listener;

static zt_str words(const listener *r, const zt_element *element)
{
    return zt_heard_words(&r->heard, element);
}

/* A line of its own, deeper ones further right. */
static void line_begin(const listener *r, int depth)
{
    for (int i = 0; i < depth; i++)
        zt_buf_puts(r->out, "  ");
}

static void say(const listener *r, int depth, const char *zh, const char *en, zt_str text)
{
    line_begin(r, depth);
    zt_buf_puts(r->out, r->zh ? zh : en);
    zt_buf_str(r->out, text);
    zt_buf_putc(r->out, '\n');
}

static void say_element(const listener *r, const zt_element *element, int depth);

static void say_kids(const listener *r, const zt_element *element, int depth)
{
    for (size_t i = 0; i < element->kids.count; i++) {
        const zt_element_kid *kid = &element->kids.items[i];
        if (kid->kind == ZT_KID_ELEMENT)
            say_element(r, kid->element, depth);
        else if (kid->kind == ZT_KID_CONTENT)
            say(r, depth, "", "", zt_buf_view(r->heard.texts.items[kid->number]));
    }
}

/* ---- tables ---- */

static size_t width_of(const zt_element *row)
{
    size_t width = 0;
    for (size_t k = 0; k < row->kids.count; k++)
        width += row->kids.items[k].element->span ? row->kids.items[k].element->span : 1;
    return width;
}

/* The head over a column, of rows before: the nearest. */
static zt_str head_over(const listener *r, const zt_heard_rows *all, size_t row, size_t column)
{
    while (row-- > 0) {
        size_t at = 0;
        for (size_t k = 0; k < all->items[row]->kids.count; k++) {
            const zt_element *cell = all->items[row]->kids.items[k].element;
            size_t end = at + (cell->span ? cell->span : 1);
            if (column >= at && column < end && cell->scope && strcmp(cell->scope, "Column") == 0)
                return words(r, cell);
            at = end;
        }
    }
    return (zt_str){0};
}

/* A reader names the head of a column before each cell. */
static void say_row(const listener *r, const zt_heard_rows *all, size_t i, int depth)
{
    const zt_element *row = all->items[i];
    size_t column = 0;
    line_begin(r, depth);
    for (size_t k = 0; k < row->kids.count; k++) {
        const zt_element *cell = row->kids.items[k].element;
        zt_str text = words(r, cell), head = head_over(r, all, i, column);
        zt_buf_puts(r->out, k ? (r->zh ? "；" : "; ") : "");
        if (k && head.len && !cell->scope) {
            zt_buf_str(r->out, head);
            zt_buf_puts(r->out, " ");
        }
        if (text.len)
            zt_buf_str(r->out, text);
        else
            zt_buf_puts(r->out, r->zh ? "空" : "blank");
        column += cell->span ? cell->span : 1;
    }
    zt_buf_putc(r->out, '\n');
}

static void say_table(const listener *r, const zt_element *table, int depth)
{
    zt_heard_rows all = zt_heard_table(r->arena, table);
    if (all.count == 0)
        return;
    line_begin(r, depth);
    zt_buf_printf(r->out, r->zh ? "表格，%zu行%zu列\n" : "table, %zu rows, %zu columns\n",
                  all.count, width_of(all.items[0]));
    for (size_t i = 0; i < all.count; i++)
        say_row(r, &all, i, depth + 1);
}

/* ---- elements ---- */

static void say_head(const listener *r, const zt_element *element, int depth)
{
    int level = zt_role_head_level(element->role);
    line_begin(r, depth);
    zt_buf_printf(r->out, r->zh ? "标题%d " : "heading %d ", level);
    zt_buf_str(r->out, words(r, element));
    zt_buf_putc(r->out, '\n');
}

/* The data of a figure stand below it. */
static void say_figure(const listener *r, const zt_element *figure, int depth)
{
    say(r, depth, "图 ", "graphic ", words(r, figure));
    for (size_t i = 0; i < figure->kids.count; i++)
        if (figure->kids.items[i].kind == ZT_KID_ELEMENT &&
            figure->kids.items[i].element->role == ZT_ROLE_TABLE)
            say_table(r, figure->kids.items[i].element, depth + 1);
}

static void say_list(const listener *r, const zt_element *list, int depth)
{
    line_begin(r, depth);
    zt_buf_printf(r->out, r->zh ? "列表，%zu项\n" : "list, %zu items\n", list->kids.count);
    say_kids(r, list, depth + 1);
}

/* In one line, unless its body holds blocks of its own. */
static void say_item(const listener *r, const zt_element *item, int depth)
{
    bool deep = false;
    for (size_t i = 0; i < item->kids.count; i++)
        deep |= item->kids.items[i].kind == ZT_KID_ELEMENT &&
                zt_heard_holds_blocks(item->kids.items[i].element);
    if (!deep) {
        say(r, depth, "· ", "- ", words(r, item));
        return;
    }
    say(r, depth, "·", "-", (zt_str){0});
    say_kids(r, item, depth + 1);
}

static void say_element(const listener *r, const zt_element *element, int depth)
{
    if (zt_role_head_level(element->role))
        say_head(r, element, depth);
    else if (element->role == ZT_ROLE_FIGURE)
        say_figure(r, element, depth);
    else if (element->role == ZT_ROLE_TABLE)
        say_table(r, element, depth);
    else if (element->role == ZT_ROLE_L)
        say_list(r, element, depth);
    else if (element->role == ZT_ROLE_LI)
        say_item(r, element, depth);
    else if (element->role == ZT_ROLE_NOTE)
        say(r, depth, "注 ", "note ", words(r, element));
    else if (element->role == ZT_ROLE_LINK)
        say(r, depth, "链接 ", "link ", words(r, element));
    else if (zt_heard_holds_blocks(element) || !zt_role_holds_text(element->role))
        say_kids(r, element, depth);
    else
        say(r, depth, "", "", words(r, element));
}

void zt_book_read_aloud(zt_buf *out, const zt_book *book)
{
    listener r = {.arena = out->arena, .out = out, .heard = zt_heard_book(out->arena, book)};
    r.zh = zt_book_language(book) == ZT_LANG_ZH;
    if (book->title && *book->title)
        say(&r, 0, "文档 ", "document ", zt_utf8_seen(r.arena, zt_str_from(book->title)));
    say_kids(&r, r.heard.tree->document, 0);
}
