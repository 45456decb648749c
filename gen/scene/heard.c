/* gen/scene/heard.c — what the elements of a book say, gathered from its pages. */
#include "scene/heard.h"

/* ---- hearing ---- */

static bool is_letter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Whether a line ends and the next begins with words of letters: a headline has its lines set one
   by one, without the blank at which it was broken. */
static bool parts_words(zt_str before, zt_str after)
{
    if (before.len == 0 || after.len == 0 || !is_letter(after.data[0]))
        return false;
    char last = before.data[before.len - 1];
    return is_letter(last) || last == ',' || last == '.' || last == ':' || last == ';';
}

/* The words of a run go on with what the element has said last. */
static void hear_run(zt_heard *r, const zt_glyphs *run)
{
    zt_element *element = zt_tag_tree_of(r->tree, &run->item);
    if (!element || run->text.len == 0)
        return;
    const zt_element_kid *last =
        element->kids.count ? &element->kids.items[element->kids.count - 1] : NULL;
    if (!last || last->kind != ZT_KID_CONTENT) {
        zt_buf *text = ZT_NEW(r->arena, zt_buf);
        zt_buf_init(text, r->arena);
        zt_element_hold(r->tree, element, ZT_KID_CONTENT, (int)r->texts.count);
        ZT_PUSH(r->arena, &r->texts, text);
        last = &element->kids.items[element->kids.count - 1];
    }
    zt_buf *said = r->texts.items[last->number];
    if (run->line != r->line && parts_words(zt_buf_view(said), run->text))
        zt_buf_putc(said, ' ');
    r->line = run->line;
    zt_buf_str(said, run->text);
}

static void hear(void *self, const zt_item *item, double dx, double dy)
{
    zt_heard *r = self;
    switch (item->kind) {
    case ZT_ITEM_GROUP:
        zt_tag_tree_enter(r->tree, (const zt_group *)item, dx, dy);
        break;
    case ZT_ITEM_GLYPHS:
        hear_run(r, (const zt_glyphs *)item);
        break;
    case ZT_ITEM_LINK:
        zt_tag_tree_link(r->tree);
        break;
    case ZT_ITEM_PATH:
    case ZT_ITEM_IMAGE:
        /* What is painted makes its figure known, though it says nothing. */
        zt_tag_tree_of(r->tree, item);
        break;
    }
}

static void heard(void *self, const zt_group *group, double dx, double dy)
{
    (void)group;
    (void)dx;
    (void)dy;
    zt_tag_tree_leave(((zt_heard *)self)->tree);
}

/* ---- words ---- */

/* All words inside an element in order; different elements are parted by a blank. */
static void words_of(const zt_heard *r, const zt_element *element, zt_buf *into)
{
    if (element->text.len) {
        zt_buf_str(into, element->text);
        return;
    }
    if (element->group && element->group->said) {
        zt_buf_puts(into, element->group->said);
        return;
    }
    if (element->role == ZT_ROLE_FIGURE && element->group && element->group->alt) {
        zt_buf_puts(into, element->group->alt);
        return;
    }
    for (size_t i = 0; i < element->kids.count; i++) {
        const zt_element_kid *kid = &element->kids.items[i];
        if (kid->kind == ZT_KID_CONTENT) {
            if (i && into->len && into->data[into->len - 1] != ' ')
                zt_buf_putc(into, ' ');
            zt_buf_str(into, zt_buf_view(r->texts.items[kid->number]));
        } else if (kid->kind == ZT_KID_ELEMENT) {
            size_t before = into->len;
            if (before && into->data[before - 1] != ' ')
                zt_buf_putc(into, ' ');
            size_t start = into->len;
            words_of(r, kid->element, into);
            if (into->len == start)
                into->len = before;
        }
    }
}

zt_str zt_heard_words(const zt_heard *r, const zt_element *element)
{
    zt_buf text;
    zt_buf_init(&text, r->arena);
    words_of(r, element, &text);
    return zt_buf_view(&text);
}

bool zt_heard_holds_blocks(const zt_element *element)
{
    for (size_t i = 0; i < element->kids.count; i++)
        if (element->kids.items[i].kind == ZT_KID_ELEMENT &&
            !zt_role_is_inline(element->kids.items[i].element->role))
            return true;
    return false;
}

static void collect_rows(zt_arena *arena, const zt_element *element, zt_heard_rows *all)
{
    for (size_t i = 0; i < element->kids.count; i++) {
        if (element->kids.items[i].kind != ZT_KID_ELEMENT)
            continue;
        zt_element *kid = element->kids.items[i].element;
        if (kid->role == ZT_ROLE_TR)
            ZT_PUSH(arena, all, kid);
        else
            collect_rows(arena, kid, all);
    }
}

zt_heard_rows zt_heard_table(zt_arena *arena, const zt_element *table)
{
    zt_heard_rows rows = {0};
    collect_rows(arena, table, &rows);
    return rows;
}

zt_heard zt_heard_book(zt_arena *arena, const zt_book *book)
{
    zt_heard r = {.arena = arena, .tree = zt_tag_tree_new(arena, book)};
    zt_visitor visitor = {&r, hear, heard};
    for (size_t i = 0; i < book->page_count; i++) {
        zt_tag_tree_page(r.tree, i);
        zt_scene_walk(book->pages[i]->root, &visitor);
    }
    zt_tag_tree_end(r.tree);
    return r;
}
