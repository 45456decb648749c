/* gen/export/pdf_layers.c — layers as optional content (ISO 32000-1, 8.11): a group for each layer
   that some page uses, and a marked-content sequence around the items of one. Sequences of the
   structure lie inside those of layers, so a layer changes only where nothing else is open. */
#include "export/pdf_imp.h"

static void enter_layer(zt_pdf_page *page, zt_layer layer)
{
    zt_pdf *pdf = page->pdf;
    if (page->layer_open == (int)layer + 1)
        return;
    zt_pdf_layers_close(page);
    if (!pdf->layers[layer])
        pdf->layers[layer] = zt_pdf_reserve(pdf);
    zt_buf_printf(&page->ops, "/OC/L%d BDC\n", (int)layer);
    page->layer_open = (int)layer + 1;
}

void zt_pdf_layers_close(zt_pdf_page *page)
{
    if (!page->layer_open)
        return;
    zt_pdf_tags_close(page);
    zt_buf_puts(&page->ops, "EMC\n");
    page->layer_open = 0;
}

void zt_pdf_layers_enter(zt_pdf_page *page, const zt_group *group)
{
    zt_layer above =
        page->layer_depth ? page->layer_stack.items[page->layer_depth - 1] : ZT_LAYER_GROUNDS;
    zt_layer own = zt_layer_of(group, above);
    if (page->layer_depth == page->layer_stack.count)
        ZT_PUSH(page->pdf->arena, &page->layer_stack, own);
    page->layer_stack.items[page->layer_depth++] = own;
}

void zt_pdf_layers_leave(zt_pdf_page *page)
{
    page->layer_depth--;
}

/* The first sequence of a page closes what the page has begun without one. */
void zt_pdf_layers_content(zt_pdf_page *page)
{
    if (!page->pdf->has_layers || page->layer_depth == 0)
        return;
    if (!page->layer_open)
        zt_pdf_tags_close(page);
    enter_layer(page, page->layer_stack.items[page->layer_depth - 1]);
}

void zt_pdf_layers_resources(const zt_pdf *pdf, zt_buf *body)
{
    if (!pdf->has_layers)
        return;
    zt_buf_puts(body, "/Properties<<");
    for (int i = 0; i < ZT_LAYER_COUNT; i++)
        if (pdf->layers[i])
            zt_buf_printf(body, "/L%d %d 0 R", i, pdf->layers[i]);
    zt_buf_puts(body, ">>");
}

/* " 7 0 R 8 0 R": all that are used. */
static void list(const zt_pdf *pdf, zt_buf *body, bool from_above)
{
    for (int i = 0; i < ZT_LAYER_COUNT; i++) {
        int layer = from_above ? ZT_LAYER_COUNT - 1 - i : i;
        if (pdf->layers[layer])
            zt_buf_printf(body, " %d 0 R", pdf->layers[layer]);
    }
}

/* All layers are shown until a reader hides one; the list begins with the uppermost. */
const char *zt_pdf_layers_write(zt_pdf *pdf)
{
    if (!pdf->has_layers)
        return "";
    for (int i = 0; i < ZT_LAYER_COUNT; i++)
        if (pdf->layers[i]) {
            zt_buf *body = zt_pdf_begin(pdf, pdf->layers[i]);
            zt_buf_puts(body, "<</Type/OCG/Name");
            zt_pdf_text_string(
                body, zt_str_from(zt_layer_title((zt_layer)i, zt_book_language(pdf->book))));
            zt_buf_puts(body, ">>");
            zt_pdf_end(pdf);
        }
    zt_buf entry;
    zt_buf_init(&entry, pdf->arena);
    zt_buf_puts(&entry, "/OCProperties<</OCGs[");
    list(pdf, &entry, false);
    zt_buf_puts(&entry, "]/D<</Name");
    zt_pdf_text_string(&entry, zt_str_from(ZT_IN(zt_book_language(pdf->book), "图层", "Layers")));
    zt_buf_puts(&entry, "/BaseState/ON/Order[");
    list(pdf, &entry, true);
    zt_buf_puts(&entry, "]>>>>");
    return entry.data;
}
