/* gen/export/pdf_tags.c — the structure tree (14.7, 14.8) in PDF: marked content for what the
   elements hold, artifacts for what only decorates, and the tree, when all pages are done. */
#include "export/pdf_imp.h"

/* Text objects and marked content must nest (14.6.1), so the text object ends first. */
void zt_pdf_tags_close(zt_pdf_page *page)
{
    zt_pdf_text_end(page);
    if (page->mark != ZT_PDF_MARK_NONE)
        zt_buf_puts(&page->ops, "EMC\n");
    page->mark = ZT_PDF_MARK_NONE;
    page->marked = NULL;
    page->marked_part = ZT_PAGE_NO_PART;
}

/* A number on the page for what the element is about to hold. */
static int next_mcid(zt_pdf_page *page, zt_element *element)
{
    zt_pdf *pdf = page->pdf;
    zt_elements *by_mcid = &pdf->by_mcid[page->index];
    int mcid = (int)by_mcid->count;
    ZT_PUSH(pdf->arena, by_mcid, element);
    zt_element_hold(pdf->structure, element, ZT_KID_CONTENT, mcid);
    return mcid;
}

/* Goes on with the sequence that is open when the item belongs to the same element. */
void zt_pdf_tags_content(zt_pdf_page *page, const zt_item *item)
{
    zt_tag_tree *structure = page->pdf->structure;
    zt_element *element = zt_tag_tree_of(structure, item);
    zt_page_part part = element ? ZT_PAGE_NO_PART : zt_tag_tree_part(structure);
    if (page->mark != ZT_PDF_MARK_NONE && page->marked == element && page->marked_part == part)
        return;
    zt_pdf_tags_close(page);
    page->mark = element ? ZT_PDF_MARK_CONTENT : ZT_PDF_MARK_ARTIFACT;
    page->marked = element;
    page->marked_part = part;
    if (element)
        zt_buf_printf(&page->ops, "/%s<</MCID %d>>BDC\n", zt_role_name(element->role),
                      next_mcid(page, element));
    else if (part)
        zt_buf_printf(&page->ops, "/Artifact<</Type/Pagination/Subtype/%s>>BDC\n",
                      part == ZT_PAGE_HEADER ? "Header" : "Footer");
    else
        zt_buf_puts(&page->ops, "/Artifact BMC\n");
}

/* In an artifact the sequence has no MCID and stands inside that of the artifact. */
void zt_pdf_tags_actual_text(zt_pdf_page *page, const zt_item *item, zt_str text)
{
    zt_element *element = zt_tag_tree_of(page->pdf->structure, item);
    if (!element) {
        zt_pdf_tags_content(page, item);
        zt_pdf_text_begin(page);
        zt_buf_puts(&page->ops, "/Span<</ActualText<FEFF");
    } else {
        zt_pdf_tags_close(page);
        page->mark = ZT_PDF_MARK_CONTENT;
        page->marked = element;
        zt_buf_printf(&page->ops, "/Span<</MCID %d/ActualText<FEFF", next_mcid(page, element));
    }
    zt_pdf_utf16_hex(&page->ops, text);
    zt_buf_puts(&page->ops, ">>>BDC\n");
}

/* Inside an artifact only the inner sequence is ended. */
void zt_pdf_tags_said(zt_pdf_page *page)
{
    if (page->mark == ZT_PDF_MARK_ARTIFACT)
        zt_buf_puts(&page->ops, "EMC\n");
    else
        zt_pdf_tags_close(page);
}

/* Link elements hold the annotation as an object (14.7.4.3). */
int zt_pdf_tags_link(zt_pdf_page *page, int annotation)
{
    zt_pdf *pdf = page->pdf;
    zt_element *element = zt_tag_tree_link(pdf->structure);
    zt_element_hold(pdf->structure, element, ZT_KID_ANNOTATION, annotation);
    ZT_PUSH(pdf->arena, &pdf->linked, element);
    return (int)(pdf->book->page_count + pdf->linked.count - 1);
}

/* /K: one kid alone, or a list (14.7.2). Content on another page than the element's names its page
   (14.7.4.2). */
static void kids(zt_pdf *pdf, zt_buf *body, const zt_element *element)
{
    bool list = element->kids.count != 1;
    zt_buf_puts(body, list ? "/K[" : "/K ");
    for (size_t i = 0; i < element->kids.count; i++) {
        const zt_element_kid *kid = &element->kids.items[i];
        zt_buf_puts(body, i ? " " : "");
        switch (kid->kind) {
        case ZT_KID_CONTENT:
            if (kid->page == element->page)
                zt_buf_printf(body, "%d", kid->number);
            else
                zt_buf_printf(body, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pdf->page_objects[kid->page],
                              kid->number);
            break;
        case ZT_KID_ELEMENT:
            zt_buf_printf(body, "%d 0 R", kid->element->object);
            break;
        case ZT_KID_ANNOTATION:
            zt_buf_printf(body, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>", kid->number,
                          pdf->page_objects[kid->page]);
            break;
        }
    }
    zt_buf_puts(body, list ? "]" : "");
}

/* Where a figure stands (14.8.5.4), so that a reader can show it: from its lower left corner, y up
   from the foot of the media box. */
static void figure_place(const zt_pdf *pdf, zt_buf *body, const zt_element *element)
{
    const zt_rect media = zt_pdf_media(pdf, pdf->book->pages[element->page]);
    double left = element->box.x - media.x, foot = zt_rect_foot(media) - zt_rect_foot(element->box);
    const double values[] = {left, foot, left + element->box.w, foot + element->box.h};
    zt_buf_puts(body, "/A<</O/Layout/Placement/Block/BBox[");
    for (int i = 0; i < 4; i++)
        zt_pdf_op_number(body, values[i], 2);
    zt_buf_puts(body, "]>>");
}

/* What a cell is over and covers (14.8.5.7). */
static void cell_attributes(zt_buf *body, const zt_element *element)
{
    if (!element->scope && element->span < 2)
        return;
    zt_buf_puts(body, "/A<</O/Table");
    if (element->scope)
        zt_buf_printf(body, "/Scope/%s", element->scope);
    if (element->span > 1)
        zt_buf_printf(body, "/ColSpan %zu", element->span);
    zt_buf_puts(body, ">>");
}

/* What the group says: only of a figure an alternative text, for instead of all others it would
   stand a second time beside the words that they hold. */
static void group_entries(zt_buf *body, const zt_element *element)
{
    const zt_group *group = element->group;
    if (group->alt && element->role == ZT_ROLE_FIGURE) {
        zt_buf_puts(body, "/Alt");
        zt_pdf_text_string(body, zt_str_from(group->alt));
    }
    if (group->said) {
        zt_buf_puts(body, "/ActualText");
        zt_pdf_text_string(body, zt_str_from(group->said));
    }
    if (group->lang) {
        zt_buf_puts(body, "/Lang");
        zt_pdf_text_string(body, zt_str_from(group->lang));
    }
}

/* The element with alternative text, language, for figures its place, for cells of a table what
   they cover; a note has a name (ISO 14289-1, 7.9). */
static void element_write(zt_pdf *pdf, const zt_element *element)
{
    zt_buf *body = zt_pdf_begin(pdf, element->object);
    int parent = element->parent ? element->parent->object : pdf->tree;
    zt_buf_printf(body, "<</S/%s/P %d 0 R/Pg %d 0 R", zt_role_name(element->role), parent,
                  pdf->page_objects[element->page]);
    if (element->role == ZT_ROLE_NOTE)
        zt_buf_printf(body, "/ID(note-%d)", ++pdf->notes);
    if (element->group)
        group_entries(body, element);
    if (element->text.len) {
        zt_buf_puts(body, "/ActualText");
        zt_pdf_text_string(body, element->text);
    }
    cell_attributes(body, element);
    if (element->role == ZT_ROLE_FIGURE && element->box.w > 0)
        figure_place(pdf, body, element);
    if (element->group && element->group->table)
        zt_pdf_attached_to(pdf, body, element->group->table);
    kids(pdf, body, element);
    zt_buf_puts(body, ">>");
    zt_pdf_end(pdf);
}

/* From each page's MCIDs and each annotation back to its element (14.7.4.4). */
static int parent_tree(zt_pdf *pdf)
{
    int object = zt_pdf_reserve(pdf);
    zt_buf *body = zt_pdf_begin(pdf, object);
    zt_buf_puts(body, "<</Nums[");
    for (size_t page = 0; page < pdf->book->page_count; page++) {
        zt_buf_printf(body, "%zu[", page);
        for (size_t i = 0; i < pdf->by_mcid[page].count; i++)
            zt_buf_printf(body, "%s%d 0 R", i ? " " : "", pdf->by_mcid[page].items[i]->object);
        zt_buf_putc(body, ']');
    }
    for (size_t i = 0; i < pdf->linked.count; i++)
        zt_buf_printf(body, "%zu %d 0 R ", pdf->book->page_count + i, pdf->linked.items[i]->object);
    zt_buf_puts(body, "]>>");
    zt_pdf_end(pdf);
    return object;
}

/* Root and document element, which all others hang on. */
void zt_pdf_tags_begin(zt_pdf *pdf)
{
    pdf->by_mcid = ZT_ARRAY(pdf->arena, pdf->book->page_count, zt_elements);
    pdf->structure = zt_tag_tree_new(pdf->arena, pdf->book);
    pdf->tree = zt_pdf_reserve(pdf);
}

/* The tree is written last, when every element knows its kids. */
void zt_pdf_tags_write(zt_pdf *pdf)
{
    zt_tag_tree *structure = pdf->structure;
    zt_tag_tree_end(structure);
    for (size_t i = 0; i < structure->elements.count; i++)
        structure->elements.items[i]->object = zt_pdf_reserve(pdf);
    for (size_t i = 0; i < structure->elements.count; i++)
        element_write(pdf, structure->elements.items[i]);
    int parents = parent_tree(pdf);
    zt_buf *body = zt_pdf_begin(pdf, pdf->tree);
    zt_buf_printf(body, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %zu>>",
                  structure->document->object, parents, pdf->book->page_count + pdf->linked.count);
    zt_pdf_end(pdf);
}

bool zt_pdf_tags_hold(const zt_pdf *pdf)
{
    zt_tag_tree_fault fault;
    if (zt_tag_tree_holds(pdf->structure, &fault))
        return true;
    const zt_element *element = fault.element;
    const zt_group *group = element && element->group ? element->group : pdf->book->pages[0]->root;
    zt_report(pdf->diags, ZT_NOTE, "tags-short", group->item.at,
              "标签还不合 PDF/UA-1，文件里不写明它：%s%.0s",
              "the tags fall short of PDF/UA-1, which the file does not claim: %.0s%s", fault.zh,
              fault.en);
    return false;
}
