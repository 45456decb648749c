/* A page: its content stream, painted item by item in the order of the scene, and its page object
   with boxes, resources and links. */
#include "export/pdf_imp.h"
#include "scene/press_marks.h"

/* Where it leads, with words for who cannot see it: an address, or a page of the book. */
static void link_target(zt_pdf *pdf, zt_buf *body, const zt_link *link, const zt_dest *dest)
{
    if (link->uri) {
        zt_buf_puts(body, "/A<</S/URI/URI");
        zt_pdf_literal(body, link->uri, zt_str_from(link->uri).len);
        zt_buf_puts(body, ">>/Contents");
        zt_pdf_text_string(body, zt_str_from(link->uri));
        return;
    }
    bool zh = zt_book_language(pdf->book) == ZT_LANG_ZH;
    zt_buf words;
    zt_buf_init(&words, pdf->arena);
    zt_buf_puts(&words, zh ? "第" : "page ");
    zt_page_label(&words, pdf->book, dest->page);
    zt_buf_puts(&words, zh ? "页" : "");
    zt_buf_puts(body, "/Dest");
    zt_pdf_dest_name(body, dest);
    zt_buf_puts(body, "/Contents");
    zt_pdf_text_string(body, zt_buf_view(&words));
}

/* A link annotation (12.5.6.5) where the profile allows any. */
static void link_annotation(zt_pdf_page *page, const zt_link *link, double dx, double dy)
{
    zt_pdf *pdf = page->pdf;
    const zt_dest *dest = link->dest ? zt_book_dest(pdf->book, link->dest) : NULL;
    if (!pdf->options->profile->links || (!link->uri && !dest))
        return;
    int object = zt_pdf_reserve(pdf);
    int key = zt_pdf_tags_link(page, object);
    zt_rect box = link->item.box;
    double left = zt_pdf_x(page, box.x + dx), foot = zt_pdf_y(page, zt_rect_foot(box) + dy);
    zt_buf *body = zt_pdf_begin(pdf, object);
    zt_buf_puts(body, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
    zt_pdf_op_number(body, left, 2);
    zt_pdf_op_number(body, foot, 2);
    zt_pdf_op_number(body, left + box.w, 2);
    zt_buf_number(body, foot + box.h, 2);
    zt_buf_printf(body, "]/StructParent %d", key);
    link_target(pdf, body, link, dest);
    zt_buf_puts(body, ">>");
    zt_pdf_end(pdf);
    ZT_PUSH(pdf->arena, &page->annotations, object);
}

/* Text objects are closed before anything else is painted (9.4.1). */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    zt_pdf_page *page = self;
    if (item->kind != ZT_ITEM_GROUP && item->kind != ZT_ITEM_LINK)
        zt_pdf_layers_content(page);
    switch (item->kind) {
    case ZT_ITEM_GROUP:
        zt_pdf_layers_enter(page, (const zt_group *)item);
        zt_tag_tree_enter(page->pdf->structure, (const zt_group *)item, dx, dy);
        break;
    case ZT_ITEM_PATH:
        zt_pdf_tags_content(page, item);
        zt_pdf_text_end(page);
        zt_pdf_paint_path(page, (const zt_path *)item, dx, dy);
        break;
    case ZT_ITEM_GLYPHS:
        zt_pdf_paint_glyphs(page, (const zt_glyphs *)item, dx, dy);
        break;
    case ZT_ITEM_IMAGE:
        zt_pdf_tags_content(page, item);
        zt_pdf_text_end(page);
        zt_pdf_paint_image(page, (const zt_image *)item, dx, dy);
        break;
    case ZT_ITEM_LINK:
        link_annotation(page, (const zt_link *)item, dx, dy);
        break;
    }
}

/* Only the structure and the layers have to know that a group ends. */
static void leave(void *self, const zt_group *group, double dx, double dy)
{
    zt_pdf_page *page = self;
    (void)group;
    (void)dx;
    (void)dy;
    zt_tag_tree_leave(page->pdf->structure);
    zt_pdf_layers_leave(page);
}

/* Left, foot, right, top. */
static void box(zt_buf *body, const char *key, zt_rect r)
{
    zt_buf_printf(body, "/%s[", key);
    zt_pdf_op_number(body, r.x, 3);
    zt_pdf_op_number(body, r.y, 3);
    zt_pdf_op_number(body, zt_rect_right(r), 3);
    zt_buf_number(body, zt_rect_foot(r), 3);
    zt_buf_putc(body, ']');
}

/* Media box with bleed, trim box, annotations, and the key into the parent tree. */
static void page_object(const zt_pdf_page *page, int contents)
{
    zt_pdf *pdf = page->pdf;
    const zt_scene *scene = page->scene;
    double more = -zt_pdf_media(pdf, scene).x, bleed = scene->bleed;
    zt_buf *body = zt_pdf_begin(pdf, pdf->page_objects[page->index]);
    zt_buf_printf(body, "<</Type/Page/Parent %d 0 R/Resources %d 0 R/Contents %d 0 R", pdf->pages,
                  pdf->resources, contents);
    box(body, "MediaBox", (zt_rect){0, 0, scene->width + 2 * more, scene->height + 2 * more});
    if (bleed > 0)
        box(body, "BleedBox",
            (zt_rect){more - bleed, more - bleed, scene->width + 2 * bleed,
                      scene->height + 2 * bleed});
    box(body, "TrimBox", (zt_rect){more, more, scene->width, scene->height});
    zt_buf_printf(body, "/Tabs/S/StructParents %zu", page->index);
    for (size_t i = 0; i < page->annotations.count; i++)
        zt_buf_printf(body, "%s%d 0 R", i ? " " : "/Annots[", page->annotations.items[i]);
    zt_buf_puts(body, page->annotations.count ? "]>>" : ">>");
    zt_pdf_end(pdf);
}

/* Solid on all plates (8.6.6.4), nothing to a reader (14.8.2.2). */
static void paint_marks(zt_pdf_page *page)
{
    zt_pdf *pdf = page->pdf;
    const zt_path *marks =
        pdf->options->profile->plates ? zt_press_marks(pdf->arena, page->scene) : NULL;
    if (!marks)
        return;
    zt_buf_puts(&page->ops, "/Artifact BMC\n/All CS 1 SCN\n");
    zt_pdf_stroke_marks(page, marks);
    zt_buf_puts(&page->ops, "EMC\n");
    pdf->has_marks = true;
}

/* The stream is written in one piece once the page is painted. */
void zt_pdf_page_write(zt_pdf *pdf, size_t index)
{
    zt_pdf_page page = {.pdf = pdf, .index = index, .scene = pdf->book->pages[index]};
    /* The graphics state that a page begins with (8.4.1); colours are always set. */
    page.now.width = 1;
    page.scale = 100;
    zt_buf_init(&page.ops, pdf->arena);
    zt_visitor visitor = {&page, enter, leave};
    zt_tag_tree_page(pdf->structure, index);
    zt_scene_walk(page.scene->root, &visitor);
    zt_pdf_tags_close(&page);
    zt_pdf_layers_close(&page);
    paint_marks(&page);
    int contents = zt_pdf_reserve(pdf);
    zt_pdf_stream(pdf, contents, "", zt_buf_view(&page.ops), ZT_PDF_DEFLATED);
    page_object(&page, contents);
}
