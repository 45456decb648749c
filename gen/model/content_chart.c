/* A chart: its words and its data. */
#include "model/chart_icons.h"
#include "model/chart_labels.h"
#include "model/chart_steps.h"
#include "model/chart_tiles.h"
#include "model/chart_table.h"
#include "model/content_imp.h"

/* Whether a head of the document has the unit, as `has` asks for it. */
static bool heads_have(zt_doc_reader *r, zt_str unit, bool (*has)(zt_str text, zt_str unit))
{
    const zt_rich *heads[] = {&r->doc->kicker, &r->doc->title, &r->doc->deck};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (has(zt_rich_plain(r->arena, heads[i]), unit))
            return true;
    return false;
}

/* A head that names the unit: the chart then need not repeat it. One that states it, 单位：万人、%,
   states that of what stands under it; a mere mention states nothing. */
static void read_heads(zt_doc_reader *r, zt_chart_data *chart)
{
    chart->unit_in_heads = heads_have(r, chart->unit, zt_str_holds);
    chart->unit_stated = chart->unit.len > 0 && heads_have(r, chart->unit, zt_unit_stands_in);
}

/* Its own title, else the head of the block, else what the document is about: a chart alone on its
   page is headed by the document. */
static zt_str subject_of(zt_doc_reader *r, const zt_chart_data *chart)
{
    zt_str title = zt_rich_plain(r->arena, &chart->title);
    if (title.len || chart->head.len)
        return title.len ? title : chart->head;
    return zt_headline_blanks(r->arena, zt_rich_plain(r->arena, &r->doc->title));
}

/* A chart is read in chart_data.c; here its data are laid out as a table, and its alternative text
   is taken from <alt> or drafted. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_chart_data *chart = zt_chart_read(r, node);
    read_heads(r, chart);
    chart->table =
        zt_chart_table(r->arena, chart, zt_node_attr(node, "id", NULL), subject_of(r, chart));
    block->content = chart;
    block->count = 1;
    block->variant = zt_attr_text(node, "kind");
    const zt_node *alt = zt_known_child(node, "alt");
    block->alt_drafted = !alt;
    block->alt =
        alt ? zt_rich_read(r, alt)
            : zt_rich_of(r->arena, zt_alt_of_chart(r->arena, chart, chart->table->title), node->at);
}

/* The title of the document stands before the text of the whole, so that it is not said again. */
static void write_alt(const zt_alt *alt, const void *content)
{
    const zt_chart_data *chart = content;
    zt_str title = zt_rich_plain(alt->arena, &chart->title);
    zt_buf_str(alt->out, zt_alt_of_chart(alt->arena, chart, title.len ? title : chart->head));
}

/* Series with a head; a chart with one nameless series lists none. */
static void describe_series(zt_describer *t, const zt_chart_data *chart)
{
    zt_describe_list(t, "series");
    for (size_t i = 0; i < chart->series_count; i++) {
        if (!chart->series[i].len)
            continue;
        zt_describe_open(t, "series", (zt_pos){0});
        zt_describe_text(t, "head", chart->series[i]);
        zt_describe_flag(t, "highlight", chart->series_highlight[i]);
        zt_describe_flag(t, "as-line", chart->as_line && chart->as_line[i]);
        zt_describe_close(t);
    }
    zt_describe_list_end(t);
}

/* A value names its series where there are several: items may lack some. */
static void describe_values(zt_describer *t, const zt_chart_data *chart, size_t index)
{
    const zt_chart_item *item = &chart->items[index];
    zt_describe_list(t, "values");
    for (size_t i = 0; i < chart->series_count; i++) {
        if (!item->values[i])
            continue;
        zt_chart_label label = zt_chart_label_of(t->out->arena, chart, index, i);
        zt_describe_open(t, "value", (zt_pos){0});
        zt_describe_text(t, "series", chart->series[i]);
        if (label.quantity == item->values[i] && !zt_str_equal(label.value, label.quantity->text))
            zt_describe_text_at(t, "label", label.value, label.quantity->at);
        zt_describe_text_at(t, "words", label.words, item->values[i]->at);
        zt_describe_quantity(t, NULL, item->values[i]);
        zt_describe_close(t);
    }
    zt_describe_list_end(t);
}

/* One item with its values and what is said of it. */
static void describe_item(zt_describer *t, const zt_chart_data *chart, size_t index)
{
    const zt_chart_item *item = &chart->items[index];
    zt_describe_open(t, "item", item->at);
    zt_describe_text(t, "key", item->key);
    if (item->has_parent)
        zt_describe_text(t, "of", chart->items[item->parent].key);
    zt_describe_flag(t, "highlight", item->highlight);
    describe_values(t, chart, index);
    zt_describe_quantity(t, NULL, item->change);
    zt_describe_quantity(t, NULL, item->rank);
    zt_describe_quantity(t, NULL, item->share);
    zt_describe_quantity(t, NULL, item->target);
    zt_describe_close(t);
}

/* One annotation: what it points at, text, short label. */
static void describe_annotation(zt_describer *t, const zt_annotation *annotation)
{
    zt_describe_open(t, "annotation", annotation->at);
    zt_describe_text(t, "of", annotation->of);
    zt_describe_rich(t, "text", &annotation->text);
    zt_describe_rich(t, "label", &annotation->label);
    zt_describe_close(t);
}

/* One span, threshold or bracket: its words, and in days a span that no item ends. */
static void describe_guide(zt_describer *t, const zt_chart_data *chart, const zt_guide *guide)
{
    static const char *const names[] = {"span", "threshold", "bracket", "quadrant"};
    zt_describe_open(t, names[guide->kind], guide->at);
    zt_describe_text(t, "name", guide->name);
    zt_describe_text(t, "figure", guide->figure);
    bool has_ends = guide->kind == ZT_GUIDE_SPAN || guide->kind == ZT_GUIDE_BRACKET;
    if (has_ends && !guide->in_days) {
        zt_describe_text(t, "from", chart->items[guide->from].key);
        zt_describe_text(t, "to", chart->items[guide->to].key);
    }
    zt_describe_close(t);
}

/* The finest unit of the keys; nothing when they are not laid out as times. */
static void describe_time(zt_describer *t, const zt_chart_time *time)
{
    static const char *const units[] = {"minute",  "day",  "week", "month",
                                        "quarter", "half", "year"};
    if (time)
        zt_describe_text(t, "time", zt_str_from(units[time->unit]));
}

/* What stands over plots whose values are bare. */
static zt_str unit_line(const zt_describer *t, const zt_chart_data *chart)
{
    return zt_str_in_words(chart->kind, "bar column diverging slope grouped")
               ? zt_chart_unit_line(t->out->arena, chart)
               : (zt_str){0};
}

/* What dashed legs of a route are: the key says it. */
static void describe_legs(zt_describer *t, const zt_chart_data *chart)
{
    zt_describe_list(t, "legs");
    for (size_t i = 0; i < chart->leg_count; i++) {
        zt_describe_open(t, "leg", (zt_pos){0});
        zt_describe_text(t, "name", chart->legs[i]);
        zt_describe_close(t);
    }
    zt_describe_list_end(t);
}

/* The data below their own name, as in the file. */
static void describe_data(zt_describer *t, const zt_chart_data *chart)
{
    zt_describe_open(t, "data", (zt_pos){0});
    zt_describe_text(t, "key", chart->key_name);
    zt_describe_text(t, "unit", chart->unit);
    zt_describe_text(t, "period", chart->period);
    zt_describe_text(t, "asof", chart->asof);
    zt_describe_int(t, "scale", chart->scale);
    describe_time(t, chart->time);
    zt_describe_text(t, "unit-line", unit_line(t, chart));
    if (zt_str_is(chart->kind, "waffle"))
        zt_describe_text(t, "squares", zt_chart_squares_words(chart));
    if (zt_str_is(chart->kind, "funnel"))
        zt_describe_text(t, "steps", zt_chart_steps_note(t->out->arena, chart));
    if (zt_str_is(chart->kind, "tiles"))
        zt_describe_text(t, "tiles", zt_chart_tiles_words(t->out->arena, chart));
    if (zt_str_is(chart->kind, "pictogram"))
        zt_describe_text(t, "icons", zt_chart_icon_words(t->out->arena, chart));
    if (zt_str_is(chart->kind, "stacked"))
        zt_describe_text(t, "sum", zt_chart_sum_words(t->out->arena, chart));
    zt_describe_text(t, "total", chart->total ? chart->total->text : (zt_str){0});
    describe_series(t, chart);
    if (chart->leg_count > 0)
        describe_legs(t, chart);
    zt_describe_list(t, "items");
    for (size_t i = 0; i < chart->item_count; i++)
        describe_item(t, chart, i);
    zt_describe_list_end(t);
    zt_describe_close(t);
}

/* A chart as dump --stage=model prints it, in the order of the file. */
static void describe(zt_describer *t, const void *content)
{
    const zt_chart_data *chart = content;
    zt_describe_text(t, "kind", chart->kind);
    zt_describe_text(t, "head", chart->head);
    zt_describe_text(t, "icon", chart->icon);
    zt_describe_flag(t, "broken", chart->broken);
    zt_describe_flag(t, "even", chart->even);
    zt_describe_flag(t, "log", chart->spread == ZT_SPREAD_LOG);
    zt_describe_flag(t, "symlog", chart->spread == ZT_SPREAD_SYMLOG);
    zt_describe_flag(t, "facet", chart->facet);
    zt_describe_flag(t, "combined", chart->as_line != NULL);
    zt_describe_flag(t, "before", zt_str_is(chart->kind, "pyramid") && chart->series_count > 2);
    zt_describe_flag(t, "own-scales", chart->own_scales);
    zt_describe_rich(t, "title", &chart->title);
    zt_describe_rich(t, "deck", &chart->deck);
    describe_data(t, chart);
    zt_describe_list(t, "annotations");
    for (size_t i = 0; i < chart->annotation_count; i++)
        describe_annotation(t, chart->annotations + i);
    zt_describe_list_end(t);
    if (chart->guide_count > 0) {
        zt_describe_list(t, "guides");
        for (size_t i = 0; i < chart->guide_count; i++)
            describe_guide(t, chart, chart->guides + i);
        zt_describe_list_end(t);
    }
    zt_describe_rich(t, "note", &chart->note);
}

const zt_content_kind zt_content_kind_chart = {
    .name = "chart",
    .read = read,
    .describe = describe,
    .alt = write_alt,
};
