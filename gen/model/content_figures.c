/* A panel of key figures. */
#include "model/content_imp.h"

/* Whether some figure is to be drawn as symbols: select="figures:pictures" of a template. */
static bool has_pictures(const zt_figures *figures)
{
    for (size_t i = 0; i < figures->count; i++)
        if (figures->figures[i].picture)
            return true;
    return false;
}

/* <figures>: its entries; declared= is compared with how many there are. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_figures *figures = ZT_NEW(r->arena, zt_figures);
    figures->head = zt_node_attr(node, "head", NULL);
    figures->figures = zt_read_figure_entries(r, node, &figures->count);
    zt_check_declared(r, node, "declared", figures->count, "个数", "figures");
    figures->key = zt_figures_key(r->arena, figures);
    if (has_pictures(figures))
        block->variant = "pictures";
    block->content = figures;
    block->count = figures->count;
}

/* A panel of key figures as dump --stage=model prints it. */
static void describe(zt_describer *t, const void *content)
{
    const zt_figures *figures = content;
    zt_describe_text(t, "head", figures->head);
    zt_describe_figure_entries(t, figures->figures, figures->count);
}

/* All figures with their labels, in one sentence. */
static void write_alt(const zt_alt *alt, const void *content)
{
    static const zt_alt_words words = {"数字", "个", "Figures", "figure", "figures"};
    const zt_figures *figures = content;
    zt_alt_open(alt, &words, figures->head, figures->count);
    zt_alt_say(alt, "：", ": ");
    zt_alt_figure_entries(alt, figures->figures, figures->count);
    zt_alt_say(alt, "。", ".");
}

const zt_content_kind zt_content_kind_figures = {
    .name = "figures",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
