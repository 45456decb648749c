/* Figures that charts compute, by the elements that they stand for. */
#include "change/computed.h"

#include <string.h>

#include "model/chart_labels.h"
#include "model/chart_steps.h"

/* A chart while its figures are listed. */
typedef struct lister {
    zt_arena *arena;
    const zt_chart_data *data;
    const zt_fact *chart;
    zt_computed_figures list;
} lister;

static bool same_place(zt_pos a, zt_pos b)
{
    return a.line == b.line && a.column == b.column && a.line > 0 && a.file && b.file &&
           strcmp(a.file, b.file) == 0;
}

static const zt_chart_data *chart_at(const zt_doc *doc, zt_pos at)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        const zt_content_block *block = &doc->blocks[i];
        if (strcmp(block->name, "chart") == 0 && same_place(block->at, at))
            return block->content;
    }
    return NULL;
}

/* The first at or in the fact that stands there; NULL when none does. */
static const zt_fact *fact_at(const zt_fact *fact, zt_pos at)
{
    if (same_place(fact->node->at, at))
        return fact;
    for (size_t i = 0; i < fact->kid_count; i++) {
        const zt_fact *found = fact_at(fact->kids[i], at);
        if (found)
            return found;
    }
    return NULL;
}

/* The element of the data or of the chart; what stands nowhere is the chart's own. */
static const zt_fact *fact_of(const lister *l, zt_pos at)
{
    const zt_fact *found = fact_at(l->chart, at);
    return found ? found : l->chart;
}

static void add(lister *l, zt_computed_figure figure)
{
    if (figure.text.len > 0)
        ZT_PUSH(l->arena, &l->list, figure);
}

/* In the unit of the chart, so that differences have it. */
static const zt_quantity *in_unit(const lister *l, const zt_quantity *q)
{
    zt_quantity *own = ZT_NEW(l->arena, zt_quantity);
    *own = *q;
    if (own->shared_unit.len == 0)
        own->shared_unit = l->data->unit;
    own->text = zt_chart_phrase(l->arena, l->data, q, ZT_CHART_WITH_UNIT);
    return own;
}

static void add_items(lister *l)
{
    const zt_chart_data *data = l->data;
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_chart_item *item = &data->items[i];
        const zt_fact *fact = fact_of(l, item->at);
        for (size_t s = 0; item->values && s < data->series_count; s++) {
            if (!item->values[s])
                continue;
            const zt_quantity *q = in_unit(l, item->values[s]);
            add(l,
                (zt_computed_figure){.fact = fact,
                                     .part = data->series_count > 1 ? data->series[s] : (zt_str){0},
                                     .text = q->text,
                                     .quantity = q,
                                     .computed = item->values[s]->of_chart,
                                     .at = q->at.line ? q->at : item->at});
        }
    }
}

/* A number that the author wrote in at= is told as his. */
static void add_guides(lister *l)
{
    for (size_t i = 0; i < l->data->guide_count; i++) {
        const zt_guide *guide = &l->data->guides[i];
        if (guide->is_computed || guide->kind == ZT_GUIDE_BRACKET)
            add(l, (zt_computed_figure){.fact = fact_of(l, guide->at),
                                        .text = guide->figure,
                                        .computed = true,
                                        .at = guide->at});
    }
}

static void add_steps(lister *l)
{
    for (size_t i = 0; i < l->data->item_count; i++)
        add(l, (zt_computed_figure){.fact = fact_of(l, l->data->items[i].at),
                                    .part = ZT_STR("%"),
                                    .text = zt_chart_step_words(l->arena, l->data, i),
                                    .computed = true,
                                    .at = l->data->items[i].at});
}

static void add_sum(lister *l)
{
    add(l, (zt_computed_figure){.fact = l->chart,
                                .text = zt_chart_sum_words(l->arena, l->data),
                                .computed = true,
                                .at = l->chart->node->at});
}

zt_computed_figures zt_computed_figures_of(zt_arena *arena, const zt_doc *doc, const zt_fact *chart)
{
    lister l = {.arena = arena, .chart = chart};
    l.data = zt_node_is(chart->node, "chart") ? chart_at(doc, chart->node->at) : NULL;
    if (!l.data)
        return l.list;
    add_items(&l);
    add_guides(&l);
    if (zt_str_is(l.data->kind, "funnel"))
        add_steps(&l);
    if (zt_str_is(l.data->kind, "stacked"))
        add_sum(&l);
    return l.list;
}
