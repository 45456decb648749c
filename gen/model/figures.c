/* Key figures set apart, in a panel of their own or in the rows of a ledger. */
#include "model/content_imp.h"

/* What is compared is the last line of the words below the figure, in every look. */
static void add_comparison(zt_doc_reader *r, const zt_node *node, zt_figure_entry *entry)
{
    static const zt_span line_end = {.kind = ZT_SPAN_BREAK};
    entry->compare = entry->value ? zt_comparison_read(r, node, entry->value) : NULL;
    if (!entry->compare)
        return;
    zt_rich words = zt_rich_of(r->arena, entry->compare->words, entry->compare->at);
    entry->label = zt_rich_join(r->arena, &entry->label, &line_end, &words);
}

/* One <figure>: its label, its value, and a second quantity such as a change. item-empty when it
   holds nothing. */
static zt_figure_entry read_figure(zt_doc_reader *r, const zt_node *node)
{
    zt_figure_entry entry = {
        .label =
            zt_rich_of(r->arena, zt_node_attr(node, "label", NULL), zt_node_attr_at(node, "label")),
        .before = zt_node_attr(node, "before", NULL),
        .trend = zt_trend_read(r, node),
        .at = node->at,
    };
    for (const zt_node *q = zt_known_child(node, NULL); q; q = zt_known_sibling(q, NULL)) {
        if (zt_node_is(q, "compare") || zt_node_is(q, "trend"))
            continue;
        const zt_quantity *quantity =
            zt_node_is(q, "ref") ? zt_ref_resolve(r, q) : zt_quantity_of(r, q);
        if (!entry.value)
            entry.value = quantity;
        else if (!entry.more)
            entry.more = quantity;
    }
    entry.picture = zt_figure_picture_read(r, node, &entry);
    add_comparison(r, node, &entry);
    if (!zt_known_child(node, NULL))
        zt_report(r->diags, ZT_ERROR, "item-empty", node->at,
                  "这个 <figure> 里没有数；缺数写 <v status=\"missing\"/>",
                  "this <figure> has no value; write <v status=\"missing\"/> if it is not known");
    return entry;
}

/* All <figure> children with a value; *count is how many. Those that hold none have been reported.
 */
zt_figure_entry *zt_read_figure_entries(zt_doc_reader *r, const zt_node *node, size_t *count)
{
    ZT_VEC(zt_figure_entry) figures = {0};
    for (const zt_node *f = zt_known_child(node, "figure"); f; f = zt_known_sibling(f, "figure")) {
        zt_figure_entry entry = read_figure(r, f);
        if (entry.value)
            ZT_PUSH(r->arena, &figures, entry);
    }
    *count = figures.count;
    return figures.items;
}

/* One figure as dump --stage=model prints it. */
static void describe_entry(zt_describer *t, const zt_figure_entry *figure)
{
    zt_describe_open(t, "figure", figure->at);
    zt_describe_text(t, "before", figure->before);
    zt_describe_text(t, "trend", zt_trend_words(t->out->arena, figure->trend));
    zt_describe_word(t, "compare", figure->compare ? figure->compare->words.data : NULL);
    zt_describe_quantity(t, NULL, figure->value);
    zt_describe_quantity(t, "more", figure->more);
    if (figure->picture) {
        zt_describe_open(t, "picture", figure->picture->at);
        zt_describe_word(t, "kind", zt_str_copy(t->out->arena, figure->picture->kind).data);
        zt_describe_int(t, "count", (int)figure->picture->count);
        zt_describe_int(t, "lit", (int)figure->picture->lit);
        zt_describe_word(t, "key", figure->picture->key.data);
        zt_describe_close(t);
    }
    zt_describe_rich(t, "label", &figure->label);
    zt_describe_close(t);
}

/* The list under the name “figures”. */
void zt_describe_figure_entries(zt_describer *t, const zt_figure_entry *figures, size_t count)
{
    zt_describe_list(t, "figures");
    for (size_t i = 0; i < count; i++)
        describe_entry(t, figures + i);
    zt_describe_list_end(t);
}

/* “旅客4457.2万人次，货运40.6万吨”: labels and values; 由半年调整为1年 where the earlier value is
 * given.
 */
void zt_alt_figure_entries(const zt_alt *alt, const zt_figure_entry *figures, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            zt_alt_say(alt, "，", ", ");
        zt_alt_rich(alt, &figures[i].label);
        if (figures[i].before.len) {
            zt_alt_say(alt, "由", " changed from ");
            zt_buf_str(alt->out, figures[i].before);
            zt_alt_say(alt, "调整为", " to ");
        }
        zt_alt_separate(alt, figures[i].value->text);
        zt_buf_str(alt->out, figures[i].value->text);
        if (figures[i].more) {
            zt_alt_say(alt, "，", ", ");
            zt_buf_str(alt->out, figures[i].more->text);
        }
        if (figures[i].trend) {
            zt_alt_say(alt, "（走势：", " (course: ");
            zt_buf_str(alt->out, zt_trend_words(alt->arena, figures[i].trend));
            zt_alt_say(alt, "）", ")");
        }
    }
}
