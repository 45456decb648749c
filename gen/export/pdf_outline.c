/* The document outline (12.3.3): entries below entries, as their levels say; each leads to a place
   on its page. The first level is open, what lies below it is closed. */
#include "export/pdf_imp.h"

/* An entry among the others, by indices; NONE: there is no such. The root is the last. */
typedef struct outline_entry {
    int object;
    size_t parent, previous, next, first, last;
    size_t children;
} outline_entry;

static const size_t NONE = (size_t)-1;

/* The nearest entry before it of a lower level, else the root: a level that is skipped leaves no
   hole. */
static size_t parent_of(const zt_book *book, size_t i)
{
    for (size_t k = i; k-- > 0;)
        if (book->bookmarks[k].level < book->bookmarks[i].level)
            return k;
    return book->bookmark_count;
}

/* As the last child of its parent. */
static void hang(outline_entry *entries, size_t i, size_t parent)
{
    outline_entry *above = entries + parent;
    entries[i].parent = parent;
    entries[i].previous = above->last;
    if (above->last == NONE)
        above->first = i;
    else
        entries[above->last].next = i;
    above->last = i;
    above->children++;
}

/* A reference to another entry; nothing where there is none. */
static void reference(zt_buf *body, const char *key, const outline_entry *entries, size_t i)
{
    if (i != NONE)
        zt_buf_printf(body, "/%s %d 0 R", key, entries[i].object);
}

/* One outline item (12.3.3), linked to its neighbours. A negative count says that it is closed. */
static void entry_write(zt_pdf *pdf, const outline_entry *entries, size_t i)
{
    const outline_entry *entry = entries + i;
    const zt_bookmark *mark = pdf->book->bookmarks + i;
    zt_buf *body = zt_pdf_begin(pdf, entry->object);
    zt_buf_puts(body, "<</Title");
    zt_pdf_text_string(body, zt_str_from(mark->title));
    reference(body, "Parent", entries, entry->parent);
    reference(body, "Prev", entries, entry->previous);
    reference(body, "Next", entries, entry->next);
    reference(body, "First", entries, entry->first);
    reference(body, "Last", entries, entry->last);
    if (entry->children)
        zt_buf_printf(body, "/Count -%zu", entry->children);
    zt_buf_printf(body, "/Dest%s>>", zt_pdf_destination(pdf, mark->page, mark->y));
    zt_pdf_end(pdf);
}

/* Numbers first, since the entries name each other; the root's first, then in their order. */
static outline_entry *entries_of(zt_pdf *pdf)
{
    size_t count = pdf->book->bookmark_count;
    outline_entry *entries = ZT_ARRAY(pdf->arena, count + 1, outline_entry);
    int root = zt_pdf_reserve(pdf);
    for (size_t i = 0; i <= count; i++)
        entries[i] = (outline_entry){.object = i < count ? zt_pdf_reserve(pdf) : root,
                                     .parent = NONE,
                                     .previous = NONE,
                                     .next = NONE,
                                     .first = NONE,
                                     .last = NONE};
    for (size_t i = 0; i < count; i++)
        hang(entries, i, parent_of(pdf->book, i));
    return entries;
}

int zt_pdf_outline_write(zt_pdf *pdf)
{
    size_t count = pdf->book->bookmark_count;
    if (!count)
        return 0;
    const outline_entry *entries = entries_of(pdf), *root = entries + count;
    for (size_t i = 0; i < count; i++)
        entry_write(pdf, entries, i);
    zt_buf *body = zt_pdf_begin(pdf, root->object);
    zt_buf_printf(body, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %zu>>",
                  entries[root->first].object, entries[root->last].object, root->children);
    zt_pdf_end(pdf);
    return root->object;
}
