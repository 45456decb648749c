/* The tree as text and as JSON, for `zhitu dump --stage=xml` and the tests. */
#include "xml/node.h"

static void indent(zt_buf *out, int depth)
{
    for (int i = 0; i < depth; i++)
        zt_buf_puts(out, "  ");
}

static void dump_attr(zt_buf *out, const zt_attr_value *attr)
{
    zt_buf_printf(out, " %s=", attr->name);
    zt_buf_json(out, attr->value);
    zt_buf_printf(out, "@%d:%d", attr->value_at.line, attr->value_at.column);
}

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

static void json_pos(zt_buf *out, const char *key, zt_pos at)
{
    zt_buf_printf(out, "\"%s\":\"%d:%d\"", key, at.line, at.column);
}

static void json_attr(zt_buf *out, const zt_attr_value *attr)
{
    zt_buf_puts(out, "{\"name\":");
    zt_buf_json(out, zt_str_from(attr->name));
    zt_buf_puts(out, ",\"value\":");
    zt_buf_json(out, attr->value);
    zt_buf_putc(out, ',');
    json_pos(out, "at", attr->at);
    zt_buf_putc(out, ',');
    json_pos(out, "value_at", attr->value_at);
    zt_buf_putc(out, '}');
}

static void json(zt_buf *out, const zt_node *node)
{
    zt_buf_putc(out, '{');
    json_pos(out, "at", node->at);
    if (!node->name) {
        zt_buf_puts(out, ",\"text\":");
        zt_buf_json(out, node->text);
        zt_buf_putc(out, '}');
        return;
    }
    zt_buf_puts(out, ",\"name\":");
    zt_buf_json(out, zt_str_from(node->name));
    zt_buf_puts(out, ",\"attrs\":[");
    for (size_t i = 0; i < node->attr_count; i++) {
        zt_buf_puts(out, i ? "," : "");
        json_attr(out, node->attrs + i);
    }
    zt_buf_puts(out, "],\"children\":[");
    for (const zt_node *child = node->first; child; child = child->next) {
        zt_buf_puts(out, child == node->first ? "" : ",\n");
        json(out, child);
    }
    zt_buf_puts(out, "]}");
}

void zt_node_dump_json(zt_buf *out, const zt_node *node)
{
    if (node)
        json(out, node);
    else
        zt_buf_puts(out, "null");
}
