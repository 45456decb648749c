/* What readers ask of checked nodes. */
#include "model/doc_imp.h"

#include <string.h>

/* The node itself or the next sibling that passed the grammar and has the name; name NULL takes
   any. */
static const zt_node *known(const zt_node *node, const char *name)
{
    while (node && !(node->known && node->name && (!name || strcmp(node->name, name) == 0)))
        node = node->next;
    return node;
}

/* The first child that passed the grammar. Unknown elements were reported by the grammar and are
   passed over everywhere. */
const zt_node *zt_known_child(const zt_node *node, const char *name)
{
    return known(node->first, name);
}

/* The next sibling of the name that passed the grammar. */
const zt_node *zt_known_sibling(const zt_node *node, const char *name)
{
    return known(node->next, name);
}

/* True for "yes"; the grammar allows no other word but "no". */
bool zt_attr_yes(const zt_node *node, const char *attr)
{
    return zt_str_is(zt_node_attr(node, attr, NULL), "yes");
}

/* The value of an attribute as a C string of the tree, NULL when it is not written. */
const char *zt_attr_text(const zt_node *node, const char *attr)
{
    const zt_attr_value *found = zt_node_find(node, attr);
    return found ? found->value.data : NULL;
}

/* The place of an attribute's value in a list of words parted by blanks; 0 when it is not written
   or not listed, so the first word is the default. */
int zt_attr_index(const zt_node *node, const char *attr, const char *list)
{
    zt_str value = zt_node_attr(node, attr, NULL), rest = zt_str_from(list), word;
    for (int i = 0; zt_str_word(&rest, &word); i++)
        if (zt_str_equal(word, value))
            return i;
    return 0;
}

/* The place of the first printed character of a node, past the line ends and blanks that lay out
   the file; the node itself when it is empty. */
zt_pos zt_text_at(const zt_node *node)
{
    const zt_node *text = node->name ? node->first : node;
    while (text && (text->name || zt_str_trim(text->text).len == 0))
        text = text->next;
    if (!text)
        return node->at;
    zt_pos at = text->at;
    for (size_t i = 0; i < text->text.len && zt_is_blank(text->text.data[i]); i++) {
        bool line = text->text.data[i] == '\n';
        at.line += line;
        at.column = line ? 1 : at.column + 1;
    }
    return at;
}
