/* Alternative text drafted from the data, for readers who do not see the picture. It says nothing
   that the data do not say. */
#include "model/chart_labels.h"
#include "model/content_imp.h"

#include "base/utf8.h"

/* Up to so many items all values are read out; beyond, the highest and the lowest. */
enum { READ_ALL = 6 };

/* What a kind of chart is called in the alternative text: the Chinese word for what is seen, so
   several kinds share one. A kind that is not listed is 图表, a chart; nothing is refused. */
static const char *kind_words(zt_str kind)
{
    static const struct {
        const char *kind, *words;
    } names[] = {
        {"rank", "柱状图"},        {"bar", "柱状图"},
        {"column", "柱状图"},      {"line", "折线图"},
        {"area", "面积图"},        {"donut", "环形图"},
        {"pie", "饼图"},           {"ladder", "名次图"},
        {"share", "占比图"},       {"dot", "点图"},
        {"scatter", "散点图"},     {"waffle", "方格图"},
        {"slope", "斜率图"},       {"dumbbell", "哑铃图"},
        {"arrow", "箭头图"},       {"range", "区间图"},
        {"bump", "位次图"},        {"lollipop", "棒棒糖图"},
        {"grouped", "分组柱状图"}, {"diverging", "正负柱状图"},
        {"stacked", "堆叠图"},     {"stacked100", "百分比图"},
        {"pictogram", "象形图"},   {"stacked-area", "堆叠面积图"},
        {"heatmap", "热力图"},     {"bubble", "气泡图"},
        {"waterfall", "瀑布图"},   {"sankey", "流向图"},
        {"treemap", "矩形树图"},   {"tiles", "格子图"},
        {"route", "线路图"},       {"calendar", "日历图"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (zt_str_is(kind, names[i].kind))
            return names[i].words;
    return "图表";
}

/* A letter or digit that would join with its neighbour into one word when read aloud. */
static bool is_ascii_word(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Whether the end of `before` and the start of `after` would be heard as one word or number, as
   2023Q1 and 4.8% would; a full-width comma then parts them. */
static bool runs_together(zt_str before, zt_str after)
{
    if (before.len == 0 || after.len == 0)
        return false;
    size_t at = 0;
    uint32_t first = zt_utf8_next(after, &at);
    bool number =
        is_ascii_word(first) || first == '+' || first == '-' || first == 0x2212 || first == '.';
    unsigned char last = (unsigned char)before.data[before.len - 1];
    return number && is_ascii_word(last);
}

void zt_alt_separate(zt_buf *out, zt_str next)
{
    if (runs_together(zt_buf_view(out), next))
        zt_buf_puts(out, "，");
}

/* The value as a reader says it: 612.4万人次（推算）, though the axis carries the unit; in the same
   brackets whose it is, when that is not said before. */
static void put_value(zt_buf *out, const zt_chart_data *chart, const zt_quantity *q, zt_str whose)
{
    zt_str word = zt_status_word(q);
    zt_buf_str(out, zt_chart_phrase(out->arena, chart, q, ZT_CHART_WITH_UNIT));
    if (word.len || whose.len)
        zt_buf_printf(out, "（%.*s%s%.*s）", ZT_ARG(word), word.len && whose.len ? "，" : "",
                      ZT_ARG(whose));
}

/* The text of the item's value in a series, or of its rank where the chart only has places. Empty
   where neither is known. */
static zt_str value_text(const zt_chart_item *item, size_t series)
{
    const zt_quantity *q = item->values[series] ? item->values[series] : item->rank;
    return q ? q->text : ZT_STR("");
}

/* One item as a screen reader says it: key, separator if needed, value with its unit. An item of a
   ladder without value is read with its rank. */
static void put_item(zt_buf *out, const zt_chart_data *chart, const zt_chart_item *item,
                     size_t series)
{
    zt_buf_str(out, item->key);
    zt_alt_separate(out, value_text(item, series));
    if (item->values[series])
        put_value(out, chart, item->values[series], (zt_str){0});
    else if (item->rank)
        zt_buf_str(out, item->rank->text);
}

/* The item with the greatest (sign 1) or the least (sign -1) number of a series; the first of
   equals. NULL when no item has a number. */
static const zt_chart_item *extreme(const zt_chart_data *chart, size_t series, int sign)
{
    const zt_chart_item *best = NULL;
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_quantity *q = chart->items[i].values[series];
        if (q && q->has_number &&
            (!best || zt_num_compare(q->value, best->values[series]->value) * sign > 0))
            best = chart->items + i;
    }
    return best;
}

/* “，最高612.4万人次（天府）”: the extreme of a series and whose it is. */
static void put_extreme(zt_buf *out, const zt_chart_data *chart, size_t series, int sign)
{
    const zt_chart_item *item = extreme(chart, series, sign);
    if (!item)
        return;
    zt_buf_puts(out, sign > 0 ? "，最高" : "，最低");
    put_value(out, chart, item->values[series], item->key);
}

/* Every item of a series in the order of the data. The items are parted by commas, by semicolons
   as soon as one of them needs a comma inside. */
static void put_all(zt_buf *out, const zt_chart_data *chart, size_t series)
{
    size_t said = 0;
    bool apart = false;
    for (size_t i = 0; i < chart->item_count; i++)
        apart = apart || runs_together(chart->items[i].key, value_text(chart->items + i, series));
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_chart_item *item = chart->items + i;
        if (!item->values[series] && !item->rank)
            continue;
        zt_buf_puts(out, said++ ? (apart ? "；" : "，") : "");
        put_item(out, chart, item, series);
    }
}

/* Every stop of a series in its own order. */
static void put_stops(zt_buf *out, const zt_chart_data *chart, size_t series)
{
    const zt_chart_course *course = &chart->courses[series];
    for (size_t i = 0; i < course->count; i++) {
        zt_buf_puts(out, i > 0 ? "，" : "");
        put_item(out, chart, chart->items + course->items[i], series);
    }
}

/* From the first to the last, unless that is from the highest to the lowest anyway. */
static void put_course(zt_buf *out, const zt_chart_data *chart, size_t series)
{
    const zt_chart_item *first = chart->items, *last = first + chart->item_count - 1;
    if (first == extreme(chart, series, 1) && last == extreme(chart, series, -1))
        return;
    zt_buf_puts(out, "，从");
    put_item(out, chart, first, series);
    zt_buf_puts(out, "到");
    put_item(out, chart, last, series);
}

/* One sentence for a series: all values up to READ_ALL items, beyond that the number of items, the
   course from first to last, and the extremes. */
static void put_series(zt_buf *out, const zt_chart_data *chart, size_t series)
{
    zt_buf_str(out, chart->series[series]);
    zt_buf_puts(out, chart->series[series].len ? "：" : "");
    if (chart->courses) {
        put_stops(out, chart, series);
    } else if (chart->item_count <= READ_ALL) {
        put_all(out, chart, series);
    } else {
        zt_buf_printf(out, "共%zu项", chart->item_count);
        put_course(out, chart, series);
        put_extreme(out, chart, series, 1);
        put_extreme(out, chart, series, -1);
    }
    zt_buf_puts(out, "。");
}

/* The draft for a chart without <alt>: kind, title or heading, deck, then a sentence for each
   series. The text is kept in the arena; hints for line breaks are removed, since they mean
   nothing to the ear. */
zt_str zt_alt_of_chart(zt_arena *arena, const zt_chart_data *chart)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_str title = zt_rich_plain(arena, &chart->title), deck = zt_rich_plain(arena, &chart->deck);
    zt_buf_printf(&out, "%s：", kind_words(chart->kind));
    zt_buf_str(&out, title.len ? title : chart->head);
    if (deck.len) {
        zt_buf_puts(&out, "（");
        zt_buf_str(&out, deck);
        zt_buf_puts(&out, "）");
    }
    zt_buf_puts(&out, title.len || deck.len || chart->head.len ? "。" : "");
    for (size_t i = 0; i < chart->series_count && chart->item_count; i++)
        put_series(&out, chart, i);
    return zt_utf8_seen(arena, zt_buf_view(&out));
}

/* ---- the whole graphic ---- */

void zt_alt_open(zt_buf *out, const char *words, zt_str head, size_t count, const char *counted)
{
    zt_buf_puts(out, words);
    if (head.len) {
        zt_buf_puts(out, "“");
        zt_buf_str(out, head);
        zt_buf_puts(out, "”");
    }
    zt_buf_printf(out, "，%zu%s", count, counted);
}

void zt_alt_rich(zt_arena *arena, zt_buf *out, const zt_rich *rich)
{
    zt_buf_str(out, zt_utf8_seen(arena, zt_rich_plain(arena, rich)));
}

/* A kind of content writes its own text from the data; a kind that cannot (the chart) has had its
   text written or drafted when it was read. */
static void alt_block(zt_arena *arena, zt_buf *out, const zt_content_block *block)
{
    if (block->kind->alt)
        block->kind->alt(arena, out, block->content);
    else
        zt_buf_str(out, zt_rich_plain(arena, &block->alt));
}

/* The alternative text of the whole graphic: kicker, title and deck as sentences, then each block
   in the order of the document. */
zt_str zt_alt_of_doc(zt_arena *arena, const zt_doc *doc)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    const zt_rich *heads[] = {&doc->kicker, &doc->title, &doc->deck};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        zt_buf_str(&out, zt_rich_plain(arena, heads[i]));
        zt_buf_puts(&out, zt_rich_is_empty(heads[i]) ? "" : "。");
    }
    for (size_t i = 0; i < doc->block_count; i++)
        alt_block(arena, &out, doc->blocks + i);
    return zt_utf8_seen(arena, zt_buf_view(&out));
}
