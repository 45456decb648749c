/* gen/export/pdf_tags.c — the structure tree (14.7, 14.8): elements from the roles of groups,
   marked content from what they hold, artifacts from what only decorates. It is told of groups
   and items in the order of painting, which is the order of reading, and writes the tree when
   all pages are done. */
#include "export/pdf_imp.h"

/* Roles that hold elements, not text: what text straight inside them is taken for. */
static zt_role implied_role(zt_role role)
{
    switch (role) {
    case ZT_ROLE_DOCUMENT:
    case ZT_ROLE_ART:
    case ZT_ROLE_SECT:
    case ZT_ROLE_TOCI:
    case ZT_ROLE_INDEX:
    case ZT_ROLE_TABLE:
    case ZT_ROLE_THEAD:
    case ZT_ROLE_TBODY:
        return ZT_ROLE_P;
    case ZT_ROLE_TOC:
        return ZT_ROLE_TOCI;
    case ZT_ROLE_L:
        return ZT_ROLE_LI;
    case ZT_ROLE_LI:
        return ZT_ROLE_LBODY;
    case ZT_ROLE_TR:
        return ZT_ROLE_TD;
    case ZT_ROLE_NONE:
    case ZT_ROLE_H1:
    case ZT_ROLE_H2:
    case ZT_ROLE_H3:
    case ZT_ROLE_H4:
    case ZT_ROLE_H5:
    case ZT_ROLE_H6:
    case ZT_ROLE_P:
    case ZT_ROLE_LBL:
    case ZT_ROLE_LBODY:
    case ZT_ROLE_TH:
    case ZT_ROLE_TD:
    case ZT_ROLE_FIGURE:
    case ZT_ROLE_CAPTION:
    case ZT_ROLE_NOTE:
    case ZT_ROLE_REFERENCE:
    case ZT_ROLE_CODE:
    case ZT_ROLE_SPAN:
    case ZT_ROLE_LINK:
    case ZT_ROLE_ARTIFACT:
        return ZT_ROLE_NONE;
    }
    return ZT_ROLE_NONE;
}

/* NONE for groups that only carry a frame: their content belongs to the group around them. */
static zt_role own_role(const zt_group *group)
{
    /* An alternative text makes a figure of what has no role of its own. */
    return group->role == ZT_ROLE_NONE && group->alt ? ZT_ROLE_FIGURE : group->role;
}

/* An element with its number, in the list of all. */
static zt_pdf_element *element_new(zt_pdf *pdf, zt_role role, int parent, size_t page)
{
    zt_pdf_element *element = ZT_NEW(pdf->arena, zt_pdf_element);
    element->object = zt_pdf_reserve(pdf);
    element->parent = parent;
    element->role = role;
    element->page = page;
    ZT_PUSH(pdf->arena, &pdf->elements, element);
    return element;
}

/* Kids stand in reading order; `page` is where content and links are painted. */
static void add_kid(zt_pdf *pdf, zt_pdf_element *element, zt_pdf_kid_kind kind, int number,
                    size_t page)
{
    zt_pdf_kid kid = {kind, number, page};
    ZT_PUSH(pdf->arena, &element->kids, kid);
}

/* A new element as the last kid of `parent`, on a page. */
static zt_pdf_element *child_on(zt_pdf *pdf, size_t page, zt_pdf_element *parent, zt_role role)
{
    zt_pdf_element *element = element_new(pdf, role, parent->object, page);
    add_kid(pdf, parent, ZT_PDF_KID_ELEMENT, element->object, page);
    return element;
}

/* The same on the page that is being painted. */
static zt_pdf_element *child(zt_pdf_page *page, zt_pdf_element *parent, zt_role role)
{
    return child_on(page->pdf, page->index, parent, role);
}

static zt_pdf_element *element_at(zt_pdf_page *page, size_t depth);

/* ---- elements of several pieces ---- */

/* Hangs the element of a flow, which may hold content already, on the one it belongs to. */
static void flow_place(zt_pdf *pdf, zt_pdf_flow *flow, zt_pdf_element *parent)
{
    flow->element->parent = parent->object;
    flow->placed = true;
    add_kid(pdf, parent, ZT_PDF_KID_ELEMENT, flow->element->object, parent->page);
}

/* An anchor: here the element stands for a reader, wherever it is painted. Only the first counts;
   one of a flow that is nowhere painted leaves nothing. */
static void flow_anchor(zt_pdf_page *page, const zt_group *group)
{
    zt_pdf *pdf = page->pdf;
    zt_pdf_flow *flow = pdf->flows.items + group->flow;
    if (!flow->filled || flow->placed)
        return;
    if (!flow->element)
        flow->element = element_new(pdf, group->role, 0, page->index);
    flow_place(pdf, flow, element_at(page, page->depth - 1));
}

/* How an element is painted first: that says which role it has, on which page it is, where a figure
   lies. */
static void painted_as(const zt_pdf_page *page, const zt_pdf_context *context,
                       zt_pdf_element *element)
{
    zt_rect box = context->group->item.box;
    element->group = context->group;
    element->role = context->role;
    element->page = page->index;
    element->box = (zt_rect){zt_pdf_x(page, box.x + context->dx),
                             zt_pdf_y(page, zt_rect_foot(box) + context->dy), box.w, box.h};
}

/* The element of a piece, that of all pieces: the first of them makes it. */
static zt_pdf_element *flow_element(zt_pdf_page *page, size_t depth)
{
    const zt_pdf_context *context = &page->contexts.items[depth];
    zt_pdf_flow *flow = page->pdf->flows.items + context->group->flow;
    if (!flow->element)
        flow->element = element_new(page->pdf, context->role, 0, page->index);
    if (!flow->element->group)
        painted_as(page, context, flow->element);
    if (!flow->placed && !flow->anchored)
        flow_place(page->pdf, flow, element_at(page, depth - 1));
    return flow->element;
}

/* What there is of flows, before anything is painted. */
static void hear_flow(void *self, const zt_item *item, double dx, double dy)
{
    zt_pdf *pdf = self;
    const zt_group *group = (const zt_group *)item;
    (void)dx;
    (void)dy;
    if (item->kind != ZT_ITEM_GROUP || !group->flow)
        return;
    while (pdf->flows.count <= group->flow)
        ZT_PUSH(pdf->arena, &pdf->flows, ((zt_pdf_flow){0}));
    pdf->flows.items[group->flow].anchored |= !group->first;
    pdf->flows.items[group->flow].filled |= group->first != NULL;
}

static void hear_flows(zt_pdf *pdf)
{
    zt_visitor visitor = {.self = pdf, .enter = hear_flow};
    for (size_t i = 0; i < pdf->book->page_count; i++)
        zt_scene_walk(pdf->book->pages[i]->root, &visitor);
}

/* An element whose anchor lies in an artifact is read at the end. */
static void place_the_rest(zt_pdf *pdf)
{
    for (size_t i = 0; i < pdf->flows.count; i++)
        if (pdf->flows.items[i].element && !pdf->flows.items[i].placed)
            flow_place(pdf, pdf->flows.items + i, pdf->document);
}

/* ---- groups and what they hold ---- */

/* The outermost group of a page is the document itself. Whatever lies inside an artifact is one,
   its own role or not. */
void zt_pdf_tags_enter(zt_pdf_page *page, const zt_group *group, double dx, double dy)
{
    zt_role role = own_role(group);
    zt_pdf_context context = {.group = group, .role = role, .owner = page->depth};
    context.dx = dx;
    context.dy = dy;
    if (page->depth > 0) {
        zt_pdf_context *above = &page->contexts.items[page->depth - 1];
        if (role == ZT_ROLE_NONE) {
            context.role = above->role;
            context.owner = above->owner;
        } else {
            /* Text after this element must not join the text before it. */
            above->implied = NULL;
        }
        context.artifact = above->artifact || role == ZT_ROLE_ARTIFACT;
        context.page_part = group->page_part ? group->page_part : above->page_part;
        if (group->flow && !group->first && !context.artifact)
            flow_anchor(page, group);
    } else {
        context.role = ZT_ROLE_DOCUMENT;
        context.element = page->pdf->document;
    }
    /* A stack: entries above the depth are dead and are written over. */
    page->contexts.count = page->depth++;
    ZT_PUSH(page->pdf->arena, &page->contexts, context);
}

void zt_pdf_tags_leave(zt_pdf_page *page)
{
    page->depth--;
}

/* The element of the group at a depth; made now, with those above it, if it is the first call. */
static zt_pdf_element *element_at(zt_pdf_page *page, size_t depth)
{
    zt_pdf_context *context = &page->contexts.items[depth];
    if (context->owner != depth)
        return element_at(page, context->owner);
    if (context->element)
        return context->element;
    zt_assert(depth > 0);
    if (context->group->flow) {
        zt_pdf_element *element = flow_element(page, depth);
        return page->contexts.items[depth].element = element;
    }
    context->element = child(page, element_at(page, depth - 1), context->role);
    painted_as(page, context, context->element);
    return context->element;
}

/* What the item belongs to; NULL for an artifact. */
static zt_pdf_element *element_for(zt_pdf_page *page, const zt_item *item)
{
    size_t depth = page->depth - 1;
    zt_pdf_context *context = &page->contexts.items[depth];
    bool is_text = item->kind == ZT_ITEM_GLYPHS && ((const zt_glyphs *)item)->text.len > 0;
    if (context->artifact || (!is_text && context->role != ZT_ROLE_FIGURE))
        return NULL;
    zt_role implied = implied_role(context->role);
    if (implied == ZT_ROLE_NONE)
        return element_at(page, depth);
    if (!context->implied)
        context->implied = child(page, element_at(page, depth), implied);
    return context->implied;
}

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
static int next_mcid(zt_pdf_page *page, zt_pdf_element *element)
{
    zt_pdf *pdf = page->pdf;
    zt_pdf_elements *by_mcid = &pdf->by_mcid[page->index];
    int mcid = (int)by_mcid->count;
    ZT_PUSH(pdf->arena, by_mcid, element);
    add_kid(pdf, element, ZT_PDF_KID_CONTENT, mcid, page->index);
    return mcid;
}

/* Goes on with the sequence that is open when the item belongs to the same element. */
void zt_pdf_tags_content(zt_pdf_page *page, const zt_item *item)
{
    zt_pdf_element *element = element_for(page, item);
    zt_page_part part = element ? ZT_PAGE_NO_PART : page->contexts.items[page->depth - 1].page_part;
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
    zt_pdf_element *element = element_for(page, item);
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
    size_t depth = page->depth - 1;
    zt_pdf_element *element = element_at(page, depth);
    if (element->role != ZT_ROLE_LINK)
        element = child(page, element, ZT_ROLE_LINK);
    add_kid(pdf, element, ZT_PDF_KID_OBJECT, annotation, page->index);
    ZT_PUSH(pdf->arena, &pdf->linked, element->object);
    return (int)(pdf->book->page_count + pdf->linked.count - 1);
}

/* /K: one kid alone, or a list (14.7.2). Content on another page than the element's names its page
   (14.7.4.2). */
static void kids(zt_pdf *pdf, zt_buf *body, const zt_pdf_element *element)
{
    bool list = element->kids.count != 1;
    zt_buf_puts(body, list ? "/K[" : "/K ");
    for (size_t i = 0; i < element->kids.count; i++) {
        const zt_pdf_kid *kid = &element->kids.items[i];
        zt_buf_puts(body, i ? " " : "");
        switch (kid->kind) {
        case ZT_PDF_KID_CONTENT:
            if (kid->page == element->page)
                zt_buf_printf(body, "%d", kid->number);
            else
                zt_buf_printf(body, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pdf->page_objects[kid->page],
                              kid->number);
            break;
        case ZT_PDF_KID_ELEMENT:
            zt_buf_printf(body, "%d 0 R", kid->number);
            break;
        case ZT_PDF_KID_OBJECT:
            zt_buf_printf(body, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>", kid->number,
                          pdf->page_objects[kid->page]);
            break;
        }
    }
    zt_buf_puts(body, list ? "]" : "");
}

/* Where a figure stands (14.8.5.4), so that a reader can show it. */
static void figure_place(zt_buf *body, zt_rect box)
{
    const double values[] = {box.x, box.y, zt_rect_right(box), zt_rect_foot(box)};
    zt_buf_puts(body, "/A<</O/Layout/Placement/Block/BBox[");
    for (int i = 0; i < 4; i++)
        zt_pdf_op_number(body, values[i], 2);
    zt_buf_puts(body, "]>>");
}

/* The element with alternative text, language, for figures its place, for heads of a table what
   they are over (14.8.5.7). */
static void element_write(zt_pdf *pdf, const zt_pdf_element *element)
{
    zt_buf *body = zt_pdf_begin(pdf, element->object);
    zt_buf_printf(body, "<</S/%s/P %d 0 R/Pg %d 0 R", zt_role_name(element->role), element->parent,
                  pdf->page_objects[element->page]);
    const zt_group *group = element->group;
    if (group && group->alt) {
        zt_buf_puts(body, "/Alt");
        zt_pdf_text_string(body, zt_str_from(group->alt));
    }
    if (group && group->lang) {
        zt_buf_puts(body, "/Lang");
        zt_pdf_text_string(body, zt_str_from(group->lang));
    }
    if (element->text.len) {
        zt_buf_puts(body, "/ActualText");
        zt_pdf_text_string(body, element->text);
    }
    if (element->scope)
        zt_buf_printf(body, "/A<</O/Table/Scope/%s>>", element->scope);
    if (element->role == ZT_ROLE_FIGURE && element->box.w > 0)
        figure_place(body, element->box);
    if (group && group->table)
        zt_pdf_attached_to(pdf, body, group->table);
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
        zt_buf_printf(body, "%zu %d 0 R ", pdf->book->page_count + i, pdf->linked.items[i]);
    zt_buf_puts(body, "]>>");
    zt_pdf_end(pdf);
    return object;
}

/* Root and document element, which all others hang on. */
void zt_pdf_tags_begin(zt_pdf *pdf)
{
    pdf->by_mcid = ZT_ARRAY(pdf->arena, pdf->book->page_count, zt_pdf_elements);
    pdf->tree = zt_pdf_reserve(pdf);
    pdf->document = element_new(pdf, ZT_ROLE_DOCUMENT, pdf->tree, 0);
    hear_flows(pdf);
}

/* ---- the data of a figure ---- */

/* A table with more cells is not tagged: its figure has the alternative text. */
enum { MOST_CELLS = 1000 };

/* A new element as the last kid of one on the same page. */
static zt_pdf_element *kid_of(zt_pdf *pdf, zt_pdf_element *parent, zt_role role)
{
    return child_on(pdf, parent->page, parent, role);
}

/* A cell says its words as its actual text (14.9.4): nothing on the page is its content. */
static void add_cell(zt_pdf *pdf, zt_pdf_element *row, zt_str text, const char *scope)
{
    zt_pdf_element *cell = kid_of(pdf, row, scope ? ZT_ROLE_TH : ZT_ROLE_TD);
    cell->text = text;
    cell->scope = scope;
}

/* The table below its figure: for readers that go into a figure; to the others the figure's
   alternative text says the same. */
static void add_table(zt_pdf *pdf, zt_pdf_element *figure, const zt_data_table *data)
{
    if (data->row_count == 0 || (data->row_count + 1) * data->column_count > MOST_CELLS)
        return;
    zt_pdf_element *table = kid_of(pdf, figure, ZT_ROLE_TABLE);
    zt_pdf_element *row = kid_of(pdf, table, ZT_ROLE_TR);
    for (size_t k = 0; k < data->column_count; k++)
        add_cell(pdf, row, data->heads[k], "Column");
    for (size_t i = 0; i < data->row_count; i++) {
        row = kid_of(pdf, table, ZT_ROLE_TR);
        for (size_t k = 0; k < data->column_count; k++)
            add_cell(pdf, row, zt_data_table_cell(data, i, k), k == 0 ? "Row" : NULL);
    }
}

/* Only of figures that were painted. */
static void add_tables(zt_pdf *pdf)
{
    size_t painted = pdf->elements.count;
    for (size_t i = 0; i < painted; i++) {
        const zt_group *group = pdf->elements.items[i]->group;
        if (group && group->table)
            add_table(pdf, pdf->elements.items[i], group->table);
    }
}

/* ---- heads and bodies of tables ---- */

/* Elements by their object numbers. */
static zt_pdf_element **by_object(const zt_pdf *pdf)
{
    int most = 0;
    for (size_t i = 0; i < pdf->elements.count; i++)
        most = pdf->elements.items[i]->object > most ? pdf->elements.items[i]->object : most;
    zt_pdf_element **list = ZT_ARRAY(pdf->arena, (size_t)most + 1, zt_pdf_element *);
    for (size_t i = 0; i < pdf->elements.count; i++)
        list[pdf->elements.items[i]->object] = pdf->elements.items[i];
    return list;
}

/* Whether all kids of an element are elements of that role. */
static bool holds_only(zt_pdf_element *const *all, const zt_pdf_element *element, zt_role role)
{
    for (size_t i = 0; i < element->kids.count; i++)
        if (element->kids.items[i].kind != ZT_PDF_KID_ELEMENT ||
            all[element->kids.items[i].number]->role != role)
            return false;
    return element->kids.count > 0;
}

/* Kids `first` to `end` of a table go into a new element of its own. */
static zt_pdf_element *group_rows(zt_pdf *pdf, zt_pdf_element *const *all,
                                  const zt_pdf_element *table, size_t first, size_t end,
                                  zt_role role)
{
    const zt_pdf_element *row = all[table->kids.items[first].number];
    zt_pdf_element *group = element_new(pdf, role, table->object, row->page);
    for (size_t i = first; i < end; i++) {
        all[table->kids.items[i].number]->parent = group->object;
        ZT_PUSH(pdf->arena, &group->kids, table->kids.items[i]);
    }
    return group;
}

/* Rows of heads alone that lead a table are its THead, all others its TBody: where it holds other
   things than rows, or no such row, it stays as it is (14.8.4.3.4). */
static void add_row_groups(zt_pdf *pdf)
{
    zt_pdf_element **all = by_object(pdf);
    size_t count = pdf->elements.count;
    for (size_t i = 0; i < count; i++) {
        zt_pdf_element *table = pdf->elements.items[i];
        size_t heads = 0, rows = table->kids.count;
        if (table->role != ZT_ROLE_TABLE || !holds_only(all, table, ZT_ROLE_TR))
            continue;
        while (heads < rows && holds_only(all, all[table->kids.items[heads].number], ZT_ROLE_TH))
            heads++;
        if (heads == 0 || heads == rows)
            continue;
        zt_pdf_element *head = group_rows(pdf, all, table, 0, heads, ZT_ROLE_THEAD);
        zt_pdf_element *body = group_rows(pdf, all, table, heads, rows, ZT_ROLE_TBODY);
        table->kids.count = 0;
        add_kid(pdf, table, ZT_PDF_KID_ELEMENT, head->object, table->page);
        add_kid(pdf, table, ZT_PDF_KID_ELEMENT, body->object, table->page);
    }
}

/* The tree is written last, when every element knows its kids. */
void zt_pdf_tags_write(zt_pdf *pdf)
{
    place_the_rest(pdf);
    add_tables(pdf);
    add_row_groups(pdf);
    for (size_t i = 0; i < pdf->elements.count; i++)
        element_write(pdf, pdf->elements.items[i]);
    int parents = parent_tree(pdf);
    zt_buf *body = zt_pdf_begin(pdf, pdf->tree);
    zt_buf_printf(body, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %zu>>",
                  pdf->document->object, parents, pdf->book->page_count + pdf->linked.count);
    zt_pdf_end(pdf);
}
