/* gen/export/pdf_names.c — what the catalog knows by name or number: places that links lead to
   (12.3.2.3), attached files (7.11.4), printed numbers of pages (12.4.2). Names stand in one sorted
   list each (7.9.6): a book has a few hundred. */
#include <stdlib.h>
#include <string.h>

#include "export/pdf_imp.h"

/* A name with what it stands for. Sorted by the bytes of the string, as the file has them. */
typedef struct pdf_name {
    zt_str key; /* as it is written, with its brackets */
    const char *value;
} pdf_name;

/* The bytes of two keys are in the order of what is written of them: (a) before <FEFF…>, digits of
   hexadecimal numbers in their order, and the shorter of two that begin alike first, for which the
   closing bracket is left aside. */
static int compare_keys(const void *a, const void *b)
{
    const pdf_name *x = a, *y = b;
    size_t left = x->key.len - 1, right = y->key.len - 1;
    int order = memcmp(x->key.data, y->key.data, left < right ? left : right);
    return order ? order : (left > right) - (left < right);
}

/* The tree as one object of sorted pairs. */
static int name_tree(zt_pdf *pdf, pdf_name *names, size_t count)
{
    qsort(names, count, sizeof *names, compare_keys);
    int object = zt_pdf_reserve(pdf);
    zt_buf *body = zt_pdf_begin(pdf, object);
    zt_buf_puts(body, "<</Names[");
    for (size_t i = 0; i < count; i++) {
        zt_buf_str(body, names[i].key);
        zt_buf_puts(body, names[i].value);
    }
    zt_buf_puts(body, "]>>");
    zt_pdf_end(pdf);
    return object;
}

/* A key in the arena. */
static zt_str key_of(zt_pdf *pdf, const char *name)
{
    zt_buf key;
    zt_buf_init(&key, pdf->arena);
    zt_pdf_text_string(&key, zt_str_from(name));
    return zt_buf_view(&key);
}

void zt_pdf_dest_name(zt_buf *body, const zt_dest *dest)
{
    zt_pdf_text_string(body, zt_str_from(dest->id));
}

/* What the reader has set of left and zoom stays. */
const char *zt_pdf_destination(zt_pdf *pdf, size_t page, double y)
{
    const zt_scene *scene = pdf->book->pages[page];
    zt_buf value;
    zt_buf_init(&value, pdf->arena);
    zt_buf_printf(&value, "[%d 0 R/XYZ null ", pdf->page_objects[page]);
    zt_pdf_op_number(&value, zt_rect_foot(zt_pdf_media(pdf, scene)) - y, 2);
    zt_buf_puts(&value, "null]");
    return value.data;
}

static int dests_write(zt_pdf *pdf)
{
    const zt_book *book = pdf->book;
    pdf_name *names = ZT_ARRAY(pdf->arena, book->dest_count, pdf_name);
    for (size_t i = 0; i < book->dest_count; i++) {
        const zt_dest *dest = book->dests + i;
        names[i] = (pdf_name){key_of(pdf, dest->id), zt_pdf_destination(pdf, dest->page, dest->y)};
    }
    return name_tree(pdf, names, book->dest_count);
}

static int files_write(zt_pdf *pdf)
{
    size_t count = pdf->attachments.count;
    pdf_name *names = ZT_ARRAY(pdf->arena, count, pdf_name);
    for (size_t i = 0; i < count; i++) {
        const zt_pdf_attachment *file = pdf->attachments.items + i;
        names[i] = (pdf_name){key_of(pdf, file->name),
                              zt_arena_printf(pdf->arena, "%d 0 R", file->object)};
    }
    return name_tree(pdf, names, count);
}

/* The associated files of the whole document stand beside the names (ISO 32000-2, 14.13). */
const char *zt_pdf_names_write(zt_pdf *pdf)
{
    zt_buf entry;
    zt_buf_init(&entry, pdf->arena);
    if (!pdf->book->dest_count && !pdf->attachments.count)
        return "";
    zt_buf_puts(&entry, "/Names<<");
    if (pdf->book->dest_count)
        zt_buf_printf(&entry, "/Dests %d 0 R", dests_write(pdf));
    if (pdf->attachments.count)
        zt_buf_printf(&entry, "/EmbeddedFiles %d 0 R", files_write(pdf));
    zt_buf_puts(&entry, ">>");
    for (size_t i = 0; i < pdf->attachments.count; i++)
        zt_buf_printf(&entry, "%s%d 0 R", i ? " " : "/AF[", pdf->attachments.items[i].object);
    zt_buf_puts(&entry, pdf->attachments.count ? "]" : "");
    return entry.data;
}

/* One numbering from a page on. */
static void labels(zt_buf *entry, const zt_page_labels *l)
{
    static const char *const styles[] = {"/S/D", "/S/r", "/S/R", ""};
    zt_buf_printf(entry, "%zu<<%s", l->first, styles[l->style]);
    if (l->start != 1 && l->style != ZT_PAGE_UNNUMBERED)
        zt_buf_printf(entry, "/St %d", l->start);
    if (l->prefix && *l->prefix) {
        zt_buf_puts(entry, "/P");
        zt_pdf_text_string(entry, zt_str_from(l->prefix));
    }
    zt_buf_puts(entry, ">>");
}

/* The tree must begin at page 0 (12.4.2); pages before the first numbering count from 1. */
const char *zt_pdf_labels_write(zt_pdf *pdf)
{
    const zt_book *book = pdf->book;
    zt_buf entry;
    zt_buf_init(&entry, pdf->arena);
    if (!book->label_count)
        return "";
    zt_buf_puts(&entry, "/PageLabels<</Nums[");
    if (book->labels[0].first > 0)
        labels(&entry, &(zt_page_labels){.start = 1});
    for (size_t i = 0; i < book->label_count; i++)
        labels(&entry, book->labels + i);
    zt_buf_puts(&entry, "]>>");
    return entry.data;
}
