/* What a book says, as HTML: the structure that the tags of its PDF have, so that whoever hears or
   searches the page gets the same. */
#include "export/web_imp.h"

#include <string.h>

#include "base/utf8.h"
#include "scene/heard.h"

/* The article while it is written. */
typedef struct web_writer {
    zt_arena *arena;
    zt_buf *out;
    zt_heard heard;
} web_writer;

static void put_element(const web_writer *w, const zt_element *element);

static void open(const web_writer *w, const char *tag, const zt_element *element)
{
    zt_buf_printf(w->out, "<%s", tag);
    if (element->group && element->group->lang)
        zt_svg_attribute(w->out, "lang", element->group->lang);
    zt_buf_putc(w->out, '>');
}

static void close(const web_writer *w, const char *tag)
{
    zt_buf_printf(w->out, "</%s>\n", tag);
}

/* Characters that are never seen are marks for lines that the page has not. */
static void put_words(const web_writer *w, zt_str text)
{
    zt_buf_xml(w->out, zt_utf8_seen(w->arena, zt_str_trim(text)));
}

static void put_whole(const web_writer *w, const char *tag, const zt_element *element)
{
    zt_str words = zt_heard_words(&w->heard, element);
    if (zt_str_trim(words).len == 0)
        return;
    open(w, tag, element);
    put_words(w, words);
    close(w, tag);
}

static void put_kids(const web_writer *w, const zt_element *element)
{
    for (size_t i = 0; i < element->kids.count; i++) {
        const zt_element_kid *kid = &element->kids.items[i];
        if (kid->kind == ZT_KID_ELEMENT) {
            put_element(w, kid->element);
        } else if (kid->kind == ZT_KID_CONTENT) {
            zt_buf_puts(w->out, "<p>");
            put_words(w, zt_buf_view(w->heard.texts.items[kid->number]));
            zt_buf_puts(w->out, "</p>\n");
        }
    }
}

/* ---- tables ---- */

static void put_cell(const web_writer *w, const zt_element *cell)
{
    const char *tag = cell->scope ? "th" : "td";
    zt_buf_printf(w->out, "<%s", tag);
    if (cell->scope)
        zt_svg_attribute(w->out, "scope", strcmp(cell->scope, "Row") == 0 ? "row" : "col");
    if (cell->span > 1)
        zt_buf_printf(w->out, " colspan=\"%zu\"", cell->span);
    zt_buf_putc(w->out, '>');
    put_words(w, zt_heard_words(&w->heard, cell));
    zt_buf_printf(w->out, "</%s>", tag);
}

/* Wider tables than the window are moved by themselves; a keyboard reaches what moves. */
static void put_table(const web_writer *w, const zt_element *table, const char *name)
{
    zt_heard_rows rows = zt_heard_table(w->arena, table);
    if (rows.count == 0)
        return;
    zt_buf_puts(w->out, "<div class=\"wide\" tabindex=\"0\" role=\"group\"");
    zt_svg_attribute(w->out, "aria-label", name);
    zt_buf_puts(w->out, "><table>\n");
    for (size_t i = 0; i < rows.count; i++) {
        zt_buf_puts(w->out, "<tr>");
        for (size_t k = 0; k < rows.items[i]->kids.count; k++)
            put_cell(w, rows.items[i]->kids.items[k].element);
        zt_buf_puts(w->out, "</tr>\n");
    }
    zt_buf_puts(w->out, "</table></div>\n");
}

static const char *name_of_table(const web_writer *w, const zt_element *around)
{
    const zt_data_table *data = around->group ? around->group->table : NULL;
    if (data && data->title.len)
        return zt_str_copy(w->arena, zt_utf8_seen(w->arena, data->title)).data;
    return ZT_IN(zt_book_language(w->heard.tree->book), "表格", "table");
}

/* ---- elements ---- */

/* The words for a picture, and its data below. */
static void put_figure(const web_writer *w, const zt_element *figure)
{
    open(w, "figure", figure);
    zt_buf_puts(w->out, "<figcaption>");
    put_words(w, zt_heard_words(&w->heard, figure));
    zt_buf_puts(w->out, "</figcaption>\n");
    for (size_t i = 0; i < figure->kids.count; i++)
        if (figure->kids.items[i].kind == ZT_KID_ELEMENT &&
            figure->kids.items[i].element->role == ZT_ROLE_TABLE)
            put_table(w, figure->kids.items[i].element, name_of_table(w, figure));
    close(w, "figure");
}

static void put_list(const web_writer *w, const zt_element *list)
{
    open(w, "ul", list);
    for (size_t i = 0; i < list->kids.count; i++) {
        const zt_element_kid *kid = &list->kids.items[i];
        if (kid->kind != ZT_KID_ELEMENT)
            continue;
        zt_buf_puts(w->out, "<li>");
        bool deep = false;
        for (size_t k = 0; k < kid->element->kids.count; k++)
            deep |= kid->element->kids.items[k].kind == ZT_KID_ELEMENT &&
                    zt_heard_holds_blocks(kid->element->kids.items[k].element);
        if (deep)
            put_kids(w, kid->element);
        else
            put_words(w, zt_heard_words(&w->heard, kid->element));
        zt_buf_puts(w->out, "</li>\n");
    }
    close(w, "ul");
}

static void put_element(const web_writer *w, const zt_element *element)
{
    int level = zt_role_head_level(element->role);
    if (level)
        put_whole(w, zt_arena_printf(w->arena, "h%d", level), element);
    else if (element->role == ZT_ROLE_FIGURE)
        put_figure(w, element);
    else if (element->role == ZT_ROLE_TABLE)
        put_table(w, element, name_of_table(w, element));
    else if (element->role == ZT_ROLE_L)
        put_list(w, element);
    else if (zt_heard_holds_blocks(element) || !zt_role_holds_text(element->role))
        put_kids(w, element);
    else
        put_whole(w, "p", element);
}

void zt_web_words(zt_arena *arena, zt_buf *out, const zt_book *book)
{
    web_writer w = {arena, out, zt_heard_book(arena, book)};
    put_kids(&w, w.heard.tree->document);
}
