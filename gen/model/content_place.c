/* A graphic that stands in a report: a document of its own, which app/ sets before the pages. */
#include "model/content_imp.h"

/* <place>: which document, by which template. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_placed *placed = ZT_NEW(r->arena, zt_placed);
    *placed = (zt_placed){.graphic = zt_attr_text(node, "graphic"),
                          .graphic_at = zt_node_attr_at(node, "graphic"),
                          .template_name = zt_attr_text(node, "template")};
    block->content = placed;
    block->count = 1;
}

/* Names of files are no words that are printed. */
static void describe(zt_describer *t, const void *content)
{
    const zt_placed *placed = content;
    zt_describe_word(t, "graphic", placed->graphic);
    zt_describe_word(t, "template", placed->template_name);
}

/* What it shows says its own document. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"图", "幅", "Graphic", "picture", "pictures"};
    (void)content;
    zt_alt_open(alt, &words, (zt_str){0}, 1);
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_place = {
    .name = "place",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
