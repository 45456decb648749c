/* Questions to the tree, and its text with white space collapsed as running text needs it. */
#include "xml/node.h"

#include <string.h>

#include "base/utf8.h"
#include "xml/collapse.h"

/* The first letters are compared before the names, for readers ask each node for many attributes
   that it does not have. */
const zt_attr_value *zt_node_find(const zt_node *node, const char *attr)
{
    for (size_t i = 0; i < node->attr_count; i++)
        if (node->attrs[i].name[0] == attr[0] && strcmp(node->attrs[i].name, attr) == 0)
            return node->attrs + i;
    return NULL;
}

zt_str zt_node_attr(const zt_node *node, const char *attr, const char *fallback)
{
    const zt_attr_value *found = zt_node_find(node, attr);
    return found ? found->value : zt_str_from(fallback);
}

zt_pos zt_node_attr_at(const zt_node *node, const char *attr)
{
    const zt_attr_value *found = zt_node_find(node, attr);
    return found ? found->value_at : node->at;
}

bool zt_node_is(const zt_node *node, const char *name)
{
    return node && node->name && node->name[0] == name[0] && strcmp(node->name, name) == 0;
}

/* The first element of that name from `node` on along its siblings; text is passed over. A theme
   has a hundred children and is asked for each, so that the first letter is looked at before the
   word. */
static zt_node *first_of(zt_node *node, const char *name)
{
    for (; node; node = node->next)
        if (node->name && (!name || (node->name[0] == name[0] && strcmp(node->name, name) == 0)))
            return node;
    return NULL;
}

zt_node *zt_node_child(const zt_node *node, const char *name)
{
    return first_of(node->first, name);
}

zt_node *zt_node_sibling(const zt_node *node, const char *name)
{
    return first_of(node->next, name);
}

/* ---- text ---- */

/* S of XML 1.0 (production 3); U+3000 is a character. */
static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool zt_is_wide(uint32_t c)
{
    /* Quotation marks, dashes, ellipses and the middle dot are full-width in Chinese text. */
    return zt_is_han(c) || zt_terminal_width(c) == 2 || (c >= 0x2014 && c <= 0x201D) ||
           c == 0x2026 || c == 0x00B7;
}

/* Decided only now, for whether a line feed is a blank depends on the characters on both sides
   of it. */
bool zt_collapse_space_before(zt_collapse *state, uint32_t next)
{
    bool space = state->blank && state->before != 0 &&
                 !(state->line && zt_is_wide(state->before) && zt_is_wide(next));
    state->blank = state->line = false;
    return space;
}

/* Pieces are the texts around elements: what one piece ends with and the next begins with is one
   run of blanks. */
void zt_collapse_add(zt_collapse *state, zt_str text, zt_buf *out)
{
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = zt_utf8_next(text, &at);
        if (is_blank(c)) {
            state->blank = true;
            state->line |= c == '\n' || c == '\r';
            continue;
        }
        if (zt_collapse_space_before(state, c))
            zt_buf_putc(out, ' ');
        zt_buf_add(out, text.data + from, at - from);
        state->before = c;
    }
}

/* Unlike zt_node_text, a blank at either end is kept as one U+0020, for more text may stand beside
   it. */
zt_str zt_text_collapse(zt_arena *arena, zt_str text)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_collapse state = {0};
    if (text.len && is_blank((unsigned char)text.data[0]))
        zt_buf_putc(&out, ' ');
    zt_collapse_add(&state, text, &out);
    if (state.blank && state.before)
        zt_buf_putc(&out, ' ');
    return zt_buf_view(&out);
}

/* In document order, the state going through all pieces. */
static void add_text(zt_collapse *state, const zt_node *node, zt_buf *out)
{
    if (!node->name)
        zt_collapse_add(state, node->text, out);
    for (const zt_node *child = node->first; child; child = child->next)
        add_text(state, child, out);
}

/* Of all elements below in the order of the document; comments leave no trace. */
zt_str zt_node_text(zt_arena *arena, const zt_node *node)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_collapse state = {0};
    add_text(&state, node, &out);
    return zt_buf_view(&out);
}

/* Lines are counted as zt_xml_cursor_move counts them. */
zt_str zt_source_line(zt_str bytes, int line)
{
    size_t at = 0;
    for (int i = 1; i < line && at < bytes.len; at++) {
        bool lf = bytes.data[at] == '\n', cr = bytes.data[at] == '\r';
        if (lf || (cr && !(at + 1 < bytes.len && bytes.data[at + 1] == '\n')))
            i++;
    }
    size_t end = at;
    while (end < bytes.len && bytes.data[end] != '\n' && bytes.data[end] != '\r')
        end++;
    return zt_str_slice(bytes, at, end);
}
