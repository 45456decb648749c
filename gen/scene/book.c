/* gen/scene/book.c — what a book says of its pages: their printed numbers and the places that links
   lead to. */
#include <string.h>

#include "scene/scene.h"

/* Roman numbers as they are written, subtractive: 4 is iv. Larger ones than 3,999 would need signs
   that no book has. */
static void roman(zt_buf *out, int number, bool capitals)
{
    static const struct {
        int value;
        const char *small, *capitals;
    } signs[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"},
                 {100, "c", "C"},  {90, "xc", "XC"},  {50, "l", "L"},  {40, "xl", "XL"},
                 {10, "x", "X"},   {9, "ix", "IX"},   {5, "v", "V"},   {4, "iv", "IV"},
                 {1, "i", "I"}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (; number >= signs[i].value; number -= signs[i].value)
            zt_buf_puts(out, capitals ? signs[i].capitals : signs[i].small);
}

/* The last numbering that begins at the page or before it; NULL before the first. */
static const zt_page_labels *labels_of(const zt_book *book, size_t page)
{
    const zt_page_labels *found = NULL;
    for (size_t i = 0; i < book->label_count && book->labels[i].first <= page; i++)
        found = book->labels + i;
    return found;
}

/* As PDF viewers print what /PageLabels says (ISO 32000-1, 12.4.2). */
void zt_page_label(zt_buf *out, const zt_book *book, size_t page)
{
    const zt_page_labels *labels = labels_of(book, page);
    if (!labels) {
        zt_buf_printf(out, "%zu", page + 1);
        return;
    }
    int number = labels->start + (int)(page - labels->first);
    zt_buf_puts(out, labels->prefix ? labels->prefix : "");
    switch (labels->style) {
    case ZT_PAGE_DECIMAL:
        zt_buf_printf(out, "%d", number);
        break;
    case ZT_PAGE_ROMAN:
    case ZT_PAGE_ROMAN_CAPITALS:
        roman(out, number, labels->style == ZT_PAGE_ROMAN_CAPITALS);
        break;
    case ZT_PAGE_UNNUMBERED:
        break;
    }
}

/* A book has a few hundred places at most. */
zt_lang zt_book_language(const zt_book *book)
{
    zt_str lang = zt_str_from(book->lang ? book->lang : "");
    bool english = zt_str_starts(lang, "en") && (lang.len == 2 || lang.data[2] == '-');
    return english ? ZT_LANG_EN : ZT_LANG_ZH;
}

const zt_dest *zt_book_dest(const zt_book *book, const char *id)
{
    for (size_t i = 0; i < book->dest_count; i++)
        if (strcmp(book->dests[i].id, id) == 0)
            return book->dests + i;
    return NULL;
}

/* A book with its findings, while its links are followed. */
typedef struct link_check {
    const zt_book *book;
    zt_diags *diags;
} link_check;

static void check_link(void *self, const zt_item *item, double dx, double dy)
{
    link_check *c = self;
    const zt_link *link = (const zt_link *)item;
    (void)dx;
    (void)dy;
    if (item->kind == ZT_ITEM_LINK && link->dest && !zt_book_dest(c->book, link->dest))
        zt_report(c->diags, ZT_ERROR, "dest-unknown", item->at,
                  "链接所指的“%s”没有排在任何一页上；这是程序的错误，请报告",
                  "a link leads to “%s”, which stands on no page; this is a mistake of the "
                  "program, please report it",
                  link->dest);
}

void zt_book_check(const zt_book *book, zt_diags *diags)
{
    link_check c = {book, diags};
    zt_visitor visitor = {.self = &c, .enter = check_link};
    for (size_t i = 0; i < book->page_count; i++)
        zt_scene_walk(book->pages[i]->root, &visitor);
}
