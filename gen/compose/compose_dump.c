/* gen/compose/compose_dump.c — the composed tree as text and JSON. */
#include "base/json.h"
#include "compose/compose.h"

/* The element's name. */
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

/* Two blanks a level. */
static void indent(zt_buf *out, int depth)
{
    for (int i = 0; i < depth; i++)
        zt_buf_puts(out, "  ");
}

/* One line; what is usual is left out. */
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
    if (block->is_hero)
        zt_buf_puts(out, " hero");
    if (block->reversed)
        zt_buf_puts(out, " reversed");
    if (block->vertical)
        zt_buf_puts(out, " vertical");
    zt_buf_printf(out, " @%d:%d\n", block->at.line, block->at.column);
}

/* The box, its blocks, then its children. */
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

/* "line:column" */
static void json_at(zt_buf *out, zt_pos at)
{
    zt_json_word(out, "at", zt_arena_printf(out->arena, "%d:%d", at.line, at.column));
}

/* All members, whatever their value. */
static void json_block(zt_buf *out, const zt_block *block)
{
    zt_json_open(out, NULL, '{');
    zt_json_word(out, "block", block->name);
    zt_json_word(out, "kind", block->subkind);
    zt_json_word(out, "id", block->id);
    zt_json_word(out, "variant", block->variant);
    zt_json_open(out, "units", '[');
    zt_json_int(out, NULL, 0);
    zt_json_int(out, NULL, (long long)block->units);
    zt_json_close(out, ']');
    zt_json_flag(out, "reversed", block->reversed);
    zt_json_flag(out, "vertical", block->vertical);
    json_at(out, block->at);
    zt_json_close(out, '}');
}

/* `key` NULL in a list. */
static void json_box(zt_buf *out, const char *key, const zt_box *box)
{
    zt_json_open(out, key, '{');
    zt_json_word(out, "box", kind_name(box->spec->kind));
    json_at(out, box->spec->at);
    zt_json_number(out, "share", box->share, 3);
    zt_json_open(out, "children", '[');
    for (size_t i = 0; i < box->block_count; i++)
        json_block(out, box->blocks[i]);
    for (size_t i = 0; i < box->child_count; i++)
        json_box(out, NULL, box->children[i]);
    zt_json_close(out, ']');
    zt_json_close(out, '}');
}

void zt_composition_dump_json(zt_buf *out, const zt_composition *composition)
{
    zt_json_open(out, NULL, '{');
    json_box(out, "root", composition->root);
    zt_json_int(out, "optional", (long long)composition->optional_total);
    zt_json_close(out, '}');
    zt_buf_putc(out, '\n');
}
