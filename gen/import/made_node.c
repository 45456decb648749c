/* Nodes that an import makes, as the parser would have made them, so that the model cannot tell
   them apart. */
#include "import/import_imp.h"

#include <string.h>

zt_node *zt_made_node(zt_arena *arena, zt_node *parent, const char *name, zt_pos at)
{
    zt_node *node = ZT_NEW(arena, zt_node);
    node->name = name;
    node->at = at;
    node->parent = parent;
    node->known = true;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

/* The row of attributes is copied: those of the document are shared. */
void zt_made_attr(zt_arena *arena, zt_node *node, const char *name, zt_str text)
{
    zt_attr_value *attrs = ZT_ARRAY(arena, node->attr_count + 1, zt_attr_value);
    if (node->attr_count)
        memcpy(attrs, node->attrs, node->attr_count * sizeof *attrs);
    attrs[node->attr_count++] =
        (zt_attr_value){name, zt_str_copy(arena, text), node->at, node->at, zt_str_from("")};
    node->attrs = attrs;
}
