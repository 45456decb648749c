/* Inline text flattened to spans; white space as in running text, across elements. Given an element
   of the tree; hands on a zt_rich whose spans know their look, their place in the file and the
   quantity that they print. */
#include "model/doc_imp.h"

#include <string.h>

#include "base/utf8.h"
#include "xml/collapse.h"

/* Inline text while it is flattened. `look` is what the open elements ask for, `blanks` carries
   white space from one text to the next, as CSS Text 3, 4.1, collapses it across inline boxes. */
typedef struct inline_flow {
    zt_doc_reader *r;
    ZT_VEC(zt_span) spans;
    zt_collapse blanks;
    /* What the elements around the text ask for. */
    zt_span look;
    size_t items; /* marked ems so far */
} inline_flow;

/* Adds a span with what the open elements ask for. */
static void push(inline_flow *f, zt_span_kind kind, zt_str text, zt_pos at)
{
    zt_span span = f->look;
    span.kind = kind;
    span.text = text;
    span.at = at;
    ZT_PUSH(f->r->arena, &f->spans, span);
}

/* A text node with its white space collapsed; nothing when only blanks are left. */
static void add_text(inline_flow *f, const zt_node *node)
{
    zt_buf out;
    zt_buf_init(&out, f->r->arena);
    zt_collapse_add(&f->blanks, node->text, &out);
    if (out.len)
        push(f, ZT_SPAN_TEXT, zt_buf_view(&out), zt_text_at(node));
}

/* The last character of a text, 0 for none: it decides whether a blank behind it stays. */
static uint32_t last_character(zt_str text)
{
    size_t at = text.len;
    while (at > 0 && ((unsigned char)text.data[--at] & 0xC0) == 0x80)
        ;
    return at < text.len ? zt_utf8_next(text, &at) : 0;
}

/* A quantity as a span of its own; the blank before it, if one is wanted, is a text span. */
static void add_quantity(inline_flow *f, const zt_quantity *q, zt_pos at)
{
    if (!q || q->text.len == 0)
        return;
    size_t first = 0;
    if (zt_collapse_space_before(&f->blanks, zt_utf8_next(q->text, &first)))
        push(f, ZT_SPAN_TEXT, ZT_STR(" "), at);
    push(f, ZT_SPAN_QUANTITY, q->text, at);
    f->spans.items[f->spans.count - 1].quantity = q;
    f->blanks.before = last_character(q->text);
}

/* <br/>: white space around it is dropped. */
static void add_break(inline_flow *f, zt_pos at)
{
    f->blanks = (zt_collapse){0};
    push(f, ZT_SPAN_BREAK, (zt_str){0}, at);
}

static void add_children(inline_flow *f, const zt_node *node);

/* mark= of <em>: dots below, a line for proper names or for titles (GB/T 15834-2011, 4.12, 4.15 and
   4.16). Each such <em> has a number, so that two beside each other keep their lines apart. */
static void read_marks(inline_flow *f, const zt_node *node)
{
    zt_str rest = zt_node_attr(node, "mark", NULL), word;
    while (zt_str_word(&rest, &word)) {
        f->look.dots |= zt_str_is(word, "dots");
        if (zt_str_is(word, "proper"))
            f->look.em_line = ZT_EM_PROPER;
        else if (zt_str_is(word, "title"))
            f->look.em_line = ZT_EM_TITLE;
    }
    if (f->look.dots || f->look.em_line != ZT_EM_NO_LINE)
        f->look.item = ++f->items;
}

/* Elements that change how text looks and may hold more text. */
static bool is_styled(const zt_node *node)
{
    return zt_node_is(node, "em") || zt_node_is(node, "sub") || zt_node_is(node, "sup") ||
           zt_node_is(node, "tcy") || zt_node_is(node, "ruby");
}

/* Sets what the element asks for while its children are read, then restores it. */
static void add_styled(inline_flow *f, const zt_node *node)
{
    zt_span before = f->look;
    f->look.em |= zt_node_is(node, "em");
    f->look.sub |= zt_node_is(node, "sub");
    f->look.sup |= zt_node_is(node, "sup");
    f->look.tcy |= zt_node_is(node, "tcy");
    if (zt_node_is(node, "em"))
        read_marks(f, node);
    if (zt_node_is(node, "ruby"))
        f->look.ruby = zt_str_trim(zt_node_attr(node, "rt", NULL));
    add_children(f, node);
    f->look = before;
}

/* <em> without marks is set bold or in colour; with marks the marks are the emphasis. */
bool zt_span_is_strong(const zt_span *span)
{
    return span->em && span->item == 0;
}

/* <see/>: what it prints is known when pages are. */
static void add_see(inline_flow *f, const zt_node *node)
{
    static const zt_see_show shows[] = {ZT_SEE_NUMBER, ZT_SEE_PAGE, ZT_SEE_BOTH, ZT_SEE_TITLE};
    zt_see *see = ZT_NEW(f->r->arena, zt_see);
    *see = (zt_see){.to = zt_node_attr(node, "to", NULL),
                    .show = shows[zt_attr_index(node, "show", "number page both title")],
                    .at = node->at,
                    .to_at = zt_node_attr_at(node, "to")};
    bool english = f->r->doc->language == ZT_LANG_EN;
    if (english && zt_collapse_space_before(&f->blanks, 'F'))
        push(f, ZT_SPAN_TEXT, ZT_STR(" "), node->at);
    push(f, ZT_SPAN_SEE, (zt_str){0}, node->at);
    f->spans.items[f->spans.count - 1].see = see;
    f->blanks.before = english ? '1' : 0x56FE; /* a digit or a Han, as its words will end */
    ZT_PUSH(f->r->arena, &f->r->sees, see);
}

/* <fn>: its mark here, its words at the foot. */
static void add_note(inline_flow *f, const zt_node *node)
{
    zt_footnote *note = ZT_NEW(f->r->arena, zt_footnote);
    *note = (zt_footnote){.id = zt_attr_text(node, "id"),
                          .ref = zt_node_attr(node, "ref", NULL),
                          .text = zt_rich_read(f->r, node),
                          .at = node->at};
    bool again = note->ref.len > 0, empty = zt_rich_is_empty(&note->text);
    if (again != empty)
        zt_report(f->r->diags, ZT_ERROR, "empty-text", node->at,
                  again ? "<fn ref> 只重复标号，不写文字" : "这个 <fn> 里没有文字",
                  again ? "<fn ref> repeats a mark and has no words of its own"
                        : "this <fn> has no text");
    ZT_PUSH(f->r->arena, &f->r->notes, note);
    zt_collapse before = f->blanks;
    push(f, ZT_SPAN_NOTE, (zt_str){0}, node->at);
    f->spans.items[f->spans.count - 1].note = note;
    f->blanks = before;
}

/* A quantity, a reference, a break or a styled element; others are not inline. */
static void add_element(inline_flow *f, const zt_node *node)
{
    zt_quantity *q = zt_quantity_of(f->r, node);
    if (q)
        add_quantity(f, q, q->at);
    else if (zt_node_is(node, "ref"))
        add_quantity(f, zt_ref_resolve(f->r, node), node->at);
    else if (zt_node_is(node, "br"))
        add_break(f, node->at);
    else if (zt_node_is(node, "see"))
        add_see(f, node);
    else if (zt_node_is(node, "fn"))
        add_note(f, node);
    else if (is_styled(node))
        add_styled(f, node);
}

/* All children in order. */
static void add_children(inline_flow *f, const zt_node *node)
{
    for (const zt_node *child = node->first; child; child = child->next)
        if (!child->name)
            add_text(f, child);
        else if (child->known)
            add_element(f, child);
}

/* The inline content of a node as spans. Texts are kept in the arena or point into the tree. */
zt_rich zt_rich_read(zt_doc_reader *r, const zt_node *node)
{
    inline_flow f = {.r = r};
    add_children(&f, node);
    return (zt_rich){f.spans.items, f.spans.count, node->at};
}

/* Turns “|” of a headline into the full-width blank that parts its halves on one line. */
zt_str zt_headline_blanks(zt_arena *arena, zt_str text)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '|')
            zt_buf_utf8(&out, 0x3000);
        else
            zt_buf_putc(&out, text.data[i]);
    }
    return zt_buf_view(&out);
}
