/* gen/compose/compose_dump.c — the composed tree as text and JSON. */
#include "compose/compose.h"

static const char *kind_name(zt_box_kind kind)
{
    switch (kind) {
    case ZT_BOX_COLUMN:
        return "column";
    case ZT_BOX_ROW:
        return "row";
    case ZT_BOX_GRID:
        return "grid";
    case ZT_BOX_BOX:
        return "box";
    case ZT_BOX_PLACE:
        return "place";
    case ZT_BOX_RULE:
        return "rule";
    case ZT_BOX_OMIT:
        return "omit";
    case ZT_BOX_WHEN:
        return "when";
    }
    return "";
}

static void indent(zt_buf *out, int depth)
{
    for (int i = 0; i < depth; i++)
        zt_buf_puts(out, "  ");
}

static void dump_block(zt_buf *out, const zt_block *block, int depth)
{
    indent(out, depth);
    zt_buf_printf(out, "<%s>", block->name);
    if (block->subkind)
        zt_buf_printf(out, " kind=%s", block->subkind);
    if (block->id)
        zt_buf_printf(out, " #%s", block->id);
    if (block->variant)
        zt_buf_printf(out, " variant=%s", block->variant);
    if (block->units > 1)
        zt_buf_printf(out, " units=0..%zu", block->units);
    if (block->reversed)
        zt_buf_puts(out, " reversed");
    if (block->vertical)
        zt_buf_puts(out, " vertical");
    zt_buf_printf(out, " @%d:%d\n", block->at.line, block->at.column);
}

static void dump_box(zt_buf *out, const zt_box *box, int depth)
{
    indent(out, depth);
    zt_buf_printf(out, "%s", kind_name(box->spec->kind));
    if (box->share > 0 && (box->share < 1 || box->share > 1)) {
        zt_buf_puts(out, " share=");
        zt_buf_number(out, box->share, 3);
    }
    zt_buf_printf(out, " @%d:%d\n", box->spec->at.line, box->spec->at.column);
    for (size_t i = 0; i < box->block_count; i++)
        dump_block(out, box->blocks[i], depth + 1);
    for (size_t i = 0; i < box->child_count; i++)
        dump_box(out, box->children[i], depth + 1);
}

void zt_composition_dump(zt_buf *out, const zt_composition *composition)
{
    dump_box(out, composition->root, 0);
    zt_buf_printf(out, "optional %zu\n", composition->optional_total);
}

static void member(zt_buf *out, const char *name, const char *value)
{
    zt_buf_printf(out, ",\"%s\":", name);
    if (value)
        zt_buf_json(out, zt_str_from(value));
    else
        zt_buf_puts(out, "null");
}

static void json_block(zt_buf *out, const zt_block *block)
{
    zt_buf_puts(out, "{\"block\":");
    zt_buf_json(out, zt_str_from(block->name));
    member(out, "kind", block->subkind);
    member(out, "id", block->id);
    member(out, "variant", block->variant);
    zt_buf_printf(out, ",\"units\":[0,%zu],\"reversed\":%s,\"vertical\":%s,\"at\":\"%d:%d\"}",
                  block->units, block->reversed ? "true" : "false",
                  block->vertical ? "true" : "false", block->at.line, block->at.column);
}

static void json_box(zt_buf *out, const zt_box *box)
{
    zt_buf_printf(out, "{\"box\":\"%s\",\"at\":\"%d:%d\",\"share\":", kind_name(box->spec->kind),
                  box->spec->at.line, box->spec->at.column);
    zt_buf_number(out, box->share, 3);
    zt_buf_puts(out, ",\"children\":[");
    for (size_t i = 0; i < box->block_count; i++) {
        zt_buf_puts(out, i ? "," : "");
        json_block(out, box->blocks[i]);
    }
    for (size_t i = 0; i < box->child_count; i++) {
        zt_buf_puts(out, i ? "," : "");
        json_box(out, box->children[i]);
    }
    zt_buf_puts(out, "]}");
}

void zt_composition_dump_json(zt_buf *out, const zt_composition *composition)
{
    zt_buf_puts(out, "{\"root\":");
    json_box(out, composition->root);
    zt_buf_printf(out, ",\"optional\":%zu}\n", composition->optional_total);
}
