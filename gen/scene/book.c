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
const zt_dest *zt_book_dest(const zt_book *book, const char *id)
{
    for (size_t i = 0; i < book->dest_count; i++)
        if (strcmp(book->dests[i].id, id) == 0)
            return book->dests + i;
    return NULL;
}
