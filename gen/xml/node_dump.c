/* The tree as text and as JSON, for `zhitu dump --stage=xml` and the tests. */
#include "base/json.h"
#include "xml/node.h"

/* Two blanks a level. */
static void indent(zt_buf *out, int depth)
{
    for (int i = 0; i < depth; i++)
        zt_buf_puts(out, "  ");
}

/* name="value"@line:column of the value. */
static void dump_attr(zt_buf *out, const zt_attr_value *attr)
{
    zt_buf_printf(out, " %s=", attr->name);
    zt_buf_json(out, attr->value);
    zt_buf_printf(out, "@%d:%d", attr->value_at.line, attr->value_at.column);
}

/* A node and what is below it, deep first. */
static void dump(zt_buf *out, const zt_node *node, int depth)
{
    indent(out, depth);
    zt_buf_printf(out, "%d:%d ", node->at.line, node->at.column);
    if (!node->name) {
        zt_buf_json(out, node->text);
    } else {
        zt_buf_puts(out, node->name);
        for (size_t i = 0; i < node->attr_count; i++)
            dump_attr(out, node->attrs + i);
    }
    zt_buf_putc(out, '\n');
    for (const zt_node *child = node->first; child; child = child->next)
        dump(out, child, depth + 1);
}

void zt_node_dump(zt_buf *out, const zt_node *node)
{
    if (node)
        dump(out, node, 0);
}

/* A place as "line:column". */
static void json_pos(zt_buf *out, const char *key, zt_pos at)
{
    zt_json_key(out, key);
    zt_buf_printf(out, "\"%d:%d\"", at.line, at.column);
}

/* An attribute with both of its places. */
static void json_attr(zt_buf *out, const zt_attr_value *attr)
{
    zt_json_open(out, NULL, '{');
    zt_json_word(out, "name", attr->name);
    zt_json_string(out, "value", attr->value);
    json_pos(out, "at", attr->at);
    json_pos(out, "value_at", attr->value_at);
    zt_json_close(out, '}');
}

/* The members of a node's object; the caller opens and closes it. */
static void json(zt_buf *out, const zt_node *node)
{
    json_pos(out, "at", node->at);
    if (!node->name) {
        zt_json_string(out, "text", node->text);
        return;
    }
    zt_json_word(out, "name", node->name);
    zt_json_open(out, "attrs", '[');
    for (size_t i = 0; i < node->attr_count; i++)
        json_attr(out, node->attrs + i);
    zt_json_close(out, ']');
    zt_json_open(out, "children", '[');
    for (const zt_node *child = node->first; child; child = child->next) {
        if (child == node->first)
            zt_json_open(out, NULL, '{');
        else
            zt_json_open_line(out, NULL, '{');
        json(out, child);
        zt_json_close(out, '}');
    }
    zt_json_close(out, ']');
}

void zt_node_dump_json(zt_buf *out, const zt_node *node)
{
    if (!node) {
        zt_json_word(out, NULL, NULL);
        return;
    }
    zt_json_open(out, NULL, '{');
    json(out, node);
    zt_json_close(out, '}');
}
