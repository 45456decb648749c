/* Alternative text drafted from the data, for readers who do not see the picture. It says nothing
   that the data do not say. */
#include "model/chart_labels.h"
#include "model/chart_table.h"
#include "model/content_imp.h"

#include "base/utf8.h"

/* Up to so many items all values are read out, and of several series so many values in all; beyond,
   the first, the last, the highest and the lowest. */
enum { READ_ALL = 12, READ_MOST = 48 };

/* What a kind of chart is called in the alternative text: the word for what is seen, so several
   kinds share one. A kind that is not listed is 图表, a chart; nothing is refused. */
static const char *kind_words(zt_str kind, zt_lang language)
{
    static const struct {
        const char *kind, *zh, *en;
    } names[] = {
        {"rank", "柱状图", "Bar chart"},
        {"bar", "柱状图", "Bar chart"},
        {"column", "柱状图", "Column chart"},
        {"line", "折线图", "Line chart"},
        {"area", "面积图", "Area chart"},
        {"donut", "环形图", "Ring chart"},
        {"pie", "饼图", "Pie chart"},
        {"ladder", "名次图", "Chart of places"},
        {"share", "占比图", "Chart of shares"},
        {"dot", "点图", "Dot plot"},
        {"scatter", "散点图", "Scatter plot"},
        {"waffle", "方格图", "Waffle chart"},
        {"slope", "斜率图", "Slope chart"},
        {"dumbbell", "哑铃图", "Dumbbell chart"},
        {"arrow", "箭头图", "Arrow chart"},
        {"range", "区间图", "Range chart"},
        {"bump", "位次图", "Chart of places"},
        {"lollipop", "棒棒糖图", "Lollipop chart"},
        {"grouped", "分组柱状图", "Grouped column chart"},
        {"diverging", "正负柱状图", "Diverging bar chart"},
        {"stacked", "堆叠图", "Stacked chart"},
        {"stacked100", "百分比图", "Chart of percentages"},
        {"pictogram", "象形图", "Pictogram"},
        {"stacked-area", "堆叠面积图", "Stacked area chart"},
        {"heatmap", "热力图", "Heat map"},
        {"bubble", "气泡图", "Bubble chart"},
        {"waterfall", "瀑布图", "Waterfall chart"},
        {"bullet", "子弹图", "Bullet chart"},
        {"pyramid", "金字塔图", "Pyramid chart"},
        {"step", "阶梯图", "Step chart"},
        {"sparkline", "走势图", "Small line charts"},
        {"calendar", "日历图", "Calendar chart"},
        {"treemap", "矩形树图", "Treemap"},
        {"marimekko", "马赛克图", "Mosaic chart"},
        {"histogram", "直方图", "Histogram"},
        {"box", "箱线图", "Box plot"},
        {"strip-plot", "散布图", "Strip plot"},
        {"sankey", "流向图", "Flow diagram"},
        {"funnel", "漏斗图", "Funnel chart"},
        {"gauge", "进度图", "Progress chart"},
        {"tree", "树状图", "Tree diagram"},
        {"hub", "枢纽图", "Hub diagram"},
        {"route", "线路图", "Route map"},
        {"tiles", "格子图", "Tile map"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (zt_str_is(kind, names[i].kind))
            return ZT_IN(language, names[i].zh, names[i].en);
    return ZT_IN(language, "图表", "Chart");
}

/* A letter or digit that would join with its neighbour into one word when read aloud. */
static bool is_ascii_word(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool ends_in_digit(zt_str text)
{
    return text.len > 0 && text.data[text.len - 1] >= '0' && text.data[text.len - 1] <= '9';
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

/* In English words are always parted, and two numbers by more than a blank. */
static void separate(zt_buf *out, zt_lang language, zt_str next)
{
    zt_str before = zt_buf_view(out);
    bool together = runs_together(before, next);
    if (language == ZT_LANG_ZH)
        zt_buf_puts(out, together ? "，" : "");
    else if (before.len > 0 && next.len > 0 && before.data[before.len - 1] != ' ')
        zt_buf_puts(out, together && ends_in_digit(before) ? ": " : " ");
}

void zt_alt_separate(const zt_alt *alt, zt_str next)
{
    separate(alt->out, alt->language, next);
}

void zt_alt_say(const zt_alt *alt, const char *zh, const char *en)
{
    zt_buf_puts(alt->out, ZT_IN(alt->language, zh, en));
}

/* In English a blank parts a sentence from the one before it. */
static void next_sentence(zt_buf *out, zt_lang language)
{
    if (language == ZT_LANG_EN && out->len > 0 && out->data[out->len - 1] != ' ')
        zt_buf_putc(out, ' ');
}

/* A text of the chart in the language of its document. */
static void put_in(zt_buf *out, const zt_chart_data *chart, const char *zh, const char *en)
{
    zt_buf_puts(out, ZT_IN(chart->language, zh, en));
}

/* A phrase behind the value, after a comma where another stands before it. */
static void put_clause(zt_buf *out, const zt_chart_data *chart, size_t *said, zt_str words)
{
    if (words.len == 0)
        return;
    if ((*said)++)
        put_in(out, chart, "，", ", ");
    else
        put_in(out, chart, "（", " (");
    zt_buf_str(out, words);
}

/* The words of a quantity that the item says besides the one that is read already. */
static zt_str words_besides(const zt_quantity *q, const zt_quantity *read)
{
    return q && q != read ? q->text : (zt_str){0};
}

/* The value as a reader says it: 612.4万人次（推算，同比增长5%）, though the axis carries the unit;
   in the brackets first whose it is (天府), when that is not said before. */
static void put_value(zt_buf *out, const zt_chart_data *chart, const zt_chart_item *item,
                      size_t series, zt_str whose)
{
    const zt_quantity *q = item->values[series] ? item->values[series] : item->rank;
    size_t said = 0;
    if (!q)
        return;
    zt_buf_str(out, item->values[series] ? zt_chart_phrase(out->arena, chart, q, ZT_CHART_WITH_UNIT)
                                         : q->text);
    put_clause(out, chart, &said, whose);
    put_clause(out, chart, &said, zt_status_word(q));
    if (series == 0) { /* of the item, whatever the series */
        put_clause(out, chart, &said, words_besides(item->change, q));
        put_clause(out, chart, &said, words_besides(item->share, q));
        put_clause(out, chart, &said, words_besides(item->rank, q));
    }
    if (said)
        put_in(out, chart, "）", ")");
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
    separate(out, chart->language, value_text(item, series));
    put_value(out, chart, item, series, (zt_str){0});
    if (item->target) {
        if (item->target->figure_first > 0)
            put_in(out, chart, "、", ", ");
        else
            put_in(out, chart, "、目标", ", target ");
        zt_buf_str(out, zt_chart_phrase(out->arena, chart, item->target, ZT_CHART_WITH_UNIT));
    }
}

/* The item with the greatest (sign 1) or the least (sign -1) number of a series, the first of
   equals, and how many are equal. NULL when no item has a number. */
static const zt_chart_item *extreme(const zt_chart_data *chart, size_t series, int sign,
                                    size_t *equals)
{
    const zt_chart_item *best = NULL;
    *equals = 0;
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_quantity *q = chart->items[i].values[series];
        if (!q || !q->has_number)
            continue;
        int order = best ? zt_num_compare(q->value, best->values[series]->value) * sign : 1;
        *equals = order > 0 ? 1 : *equals + (order == 0);
        best = order > 0 ? chart->items + i : best;
    }
    return best;
}

/* 天府, or 天府等3项 where several are equal. */
static zt_str whose_words(zt_arena *arena, const zt_chart_data *chart, const zt_chart_item *item,
                          size_t equals)
{
    if (equals <= 1)
        return item->key;
    return zt_str_from(
        zt_arena_printf(arena, ZT_IN(chart->language, "%.*s等%zu项", "%.*s and %zu more"),
                        ZT_ARG(item->key), chart->language == ZT_LANG_EN ? equals - 1 : equals));
}

/* “，最高612.4万人次（天府）”: the extreme of a series and whose it is. */
static void put_extreme(zt_buf *out, const zt_chart_data *chart, size_t series, int sign)
{
    size_t equals;
    const zt_chart_item *item = extreme(chart, series, sign, &equals);
    if (!item)
        return;
    if (sign > 0)
        put_in(out, chart, "，最高", "; the highest is ");
    else
        put_in(out, chart, "，最低", ", the lowest ");
    put_value(out, chart, item, series, whose_words(out->arena, chart, item, equals));
}

/* Whether the words of an item need a comma of their own, or hold one; in English a blank parts a
   name from its number, though not a year. */
static bool needs_comma(const zt_chart_data *chart, const zt_chart_item *item, size_t series)
{
    bool parted = chart->language == ZT_LANG_EN && !ends_in_digit(item->key);
    return (!parted && runs_together(item->key, value_text(item, series))) ||
           zt_str_holds(item->key, ZT_STR("，")) || zt_str_holds(item->key, ZT_STR(","));
}

/* Every item of a series in the order of the data. The items are parted by commas, by semicolons
   as soon as one of them needs a comma inside. */
static void put_all(zt_buf *out, const zt_chart_data *chart, size_t series)
{
    size_t said = 0;
    bool apart = false;
    for (size_t i = 0; i < chart->item_count; i++)
        apart = apart || needs_comma(chart, chart->items + i, series);
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_chart_item *item = chart->items + i;
        if (!item->values[series] && !item->rank)
            continue;
        if (said++)
            put_in(out, chart, apart ? "；" : "，", apart ? "; " : ", ");
        put_item(out, chart, item, series);
    }
}

/* Whether the series has the item at all. */
static bool is_member(const zt_chart_data *chart, size_t item, size_t series)
{
    return chart->items[item].values[series] || chart->items[item].rank;
}

/* How many items are in the series; and how many of them have a number. */
static size_t member_count(const zt_chart_data *chart, size_t series)
{
    size_t count = 0;
    for (size_t i = 0; i < chart->item_count; i++)
        count += is_member(chart, i, series);
    return count;
}

static size_t known_count(const zt_chart_data *chart, size_t series)
{
    size_t count = 0;
    for (size_t i = 0; i < chart->item_count; i++)
        count += zt_chart_has_value(chart->items[i].values[series]);
    return count;
}

/* The first item that has something to say in the series, or from the end the last; one there is.
 */
static const zt_chart_item *end_item(const zt_chart_data *chart, size_t series, bool last)
{
    const zt_chart_item *end = NULL;
    for (size_t i = 0; i < chart->item_count && (last || !end); i++)
        if (zt_chart_has_value(chart->items[i].values[series]) ||
            (!chart->items[i].values[series] && chart->items[i].rank))
            end = chart->items + i;
    return end;
}

/* From the first to the last, unless that is from the highest to the lowest anyway. */
static void put_course(zt_buf *out, const zt_chart_data *chart, size_t series)
{
    size_t equals;
    const zt_chart_item *first = end_item(chart, series, false);
    const zt_chart_item *last = end_item(chart, series, true);
    if (!first || first == last ||
        (first == extreme(chart, series, 1, &equals) &&
         last == extreme(chart, series, -1, &equals)))
        return;
    put_in(out, chart, "，从", ", from ");
    put_item(out, chart, first, series);
    put_in(out, chart, "到", " to ");
    put_item(out, chart, last, series);
}

/* How many there are, how many of them are to come, the course, the extremes; one value where all
   are the same. */
static void put_summary(zt_buf *out, const zt_chart_data *chart, size_t series)
{
    size_t equals, known = known_count(chart, series), members = member_count(chart, series);
    zt_buf_printf(out, ZT_IN(chart->language, "共%zu项", "%zu items"), members);
    if (known > 0 && known < members)
        zt_buf_printf(out, ZT_IN(chart->language, "（%zu项无数据）", " (%zu without data)"),
                      members - known);
    const zt_chart_item *highest = extreme(chart, series, 1, &equals);
    if (highest && equals == known) {
        put_in(out, chart, "，均为", ", all of them ");
        zt_buf_str(out,
                   zt_chart_phrase(out->arena, chart, highest->values[series], ZT_CHART_WITH_UNIT));
        return;
    }
    put_course(out, chart, series);
    put_extreme(out, chart, series, 1);
    put_extreme(out, chart, series, -1);
}

/* Of stations of a line, leaves of a branch: their names in order, with a value where one has it.
 */
static void put_way(zt_buf *out, const zt_chart_data *chart, size_t series)
{
    const zt_chart_course *course = &chart->courses[series];
    for (size_t i = 0; i < course->count; i++) {
        const zt_chart_item *item = &chart->items[course->items[i]];
        if (i)
            put_in(out, chart, "、", ", ");
        if (item->has_parent)
            zt_buf_printf(out, ZT_IN(chart->language, "%.*s的", "%.*s: "),
                          ZT_ARG(chart->items[item->parent].key));
        put_item(out, chart, item, series);
        if (course->legs && course->legs[i].len > 0)
            zt_buf_printf(out, ZT_IN(chart->language, "（此段%.*s）", " (on the way there: %.*s)"),
                          ZT_ARG(course->legs[i]));
    }
}

/* How many values all series have together. */
static size_t values_count(const zt_chart_data *chart)
{
    size_t all = 0;
    for (size_t s = 0; s < chart->series_count; s++)
        all += member_count(chart, s);
    return all;
}

/* One sentence for a series, of a chart with so many values in all. */
static void put_series(zt_buf *out, const zt_chart_data *chart, size_t series, size_t all)
{
    next_sentence(out, chart->language);
    zt_buf_str(out, chart->series[series]);
    zt_str whole = zt_chart_common_whole(chart, series);
    if (whole.len)
        zt_buf_printf(out, ZT_IN(chart->language, "占%.*s", "Of %.*s"), ZT_ARG(whole));
    if (chart->series[series].len || whole.len)
        put_in(out, chart, "：", ": ");
    if (chart->courses)
        put_way(out, chart, series);
    else if (member_count(chart, series) <= READ_ALL && all <= READ_MOST)
        put_all(out, chart, series);
    else
        put_summary(out, chart, series);
    put_in(out, chart, "。", ".");
}

/* What the items are parts of, where the data say it: total= with its unit. */
static void put_whole(zt_buf *out, const zt_chart_data *chart)
{
    if (!zt_chart_has_value(chart->total))
        return;
    next_sentence(out, chart->language);
    put_in(out, chart, "总计", "Total: ");
    zt_buf_str(out, zt_chart_phrase(out->arena, chart, chart->total, ZT_CHART_WITH_UNIT));
    put_in(out, chart, "。", ".");
}

/* ---- what stands beside the data ---- */

/* The item of a key, as it is said. */
static void put_keys(zt_buf *out, const zt_chart_data *chart, const zt_str *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            put_in(out, chart, "、", ", ");
        zt_buf_str(out, keys[i]);
    }
}

/* An annotation with the items that it points at: “2月：春节前后最少”. */
static void put_annotation(zt_buf *out, const zt_chart_data *chart, const zt_annotation *annotation)
{
    zt_str label = zt_rich_plain(out->arena, &annotation->label),
           text = zt_rich_plain(out->arena, &annotation->text);
    put_keys(out, chart, annotation->keys, annotation->key_count);
    if (annotation->key_count)
        put_in(out, chart, "：", ": ");
    zt_buf_str(out, label);
    if (label.len && text.len && !annotation->figure)
        put_in(out, chart, "，", ", ");
    else
        separate(out, chart->language, text);
    zt_buf_str(out, text);
}

/* Names of the two items that a guide is over. */
static void put_ends(zt_buf *out, const zt_chart_data *chart, const zt_guide *guide)
{
    if (guide->in_days || guide->from >= chart->item_count || guide->to >= chart->item_count)
        return;
    zt_buf_str(out, chart->items[guide->from].key);
    if (guide->to != guide->from) {
        put_in(out, chart, "到", " to ");
        zt_buf_str(out, chart->items[guide->to].key);
    }
    if (guide->name.len || guide->figure.len)
        put_in(out, chart, "：", ": ");
}

/* A line at a value, a stretch, a difference, in the words that are printed. */
static void put_guide(zt_buf *out, const zt_chart_data *chart, const zt_guide *guide)
{
    if (guide->kind == ZT_GUIDE_SPAN || guide->kind == ZT_GUIDE_BRACKET)
        put_ends(out, chart, guide);
    zt_buf_str(out, guide->name);
    separate(out, chart->language, guide->figure);
    zt_buf_str(out, guide->figure);
    if (ends_in_digit(guide->figure)) /* which the axis says to the eye */
        zt_buf_str(out, zt_unit_behind(out->arena, chart->language, chart->unit));
    if (guide->is_computed || (guide->kind == ZT_GUIDE_BRACKET && guide->figure.len))
        zt_buf_printf(out, ZT_IN(chart->language, "（%s）", " (%s)"),
                      zt_computed_word(chart->language));
}

/* Before each of them, after so many. */
static void put_mark_lead(zt_buf *out, const zt_chart_data *chart, size_t said)
{
    if (said) {
        put_in(out, chart, "；", "; ");
        return;
    }
    next_sentence(out, chart->language);
    put_in(out, chart, "图上标出：", "Marked in the chart: ");
}

/* A sentence with all that points at the data or that they are read by. */
static void put_marks(zt_buf *out, const zt_chart_data *chart)
{
    size_t said = 0;
    for (size_t i = 0; i < chart->annotation_count; i++) {
        put_mark_lead(out, chart, said++);
        put_annotation(out, chart, chart->annotations + i);
    }
    for (size_t i = 0; i < chart->guide_count; i++) {
        if (chart->guides[i].name.len == 0 && chart->guides[i].figure.len == 0)
            continue;
        put_mark_lead(out, chart, said++);
        put_guide(out, chart, chart->guides + i);
    }
    if (said && !zt_ends_sentence(zt_buf_view(out)))
        put_in(out, chart, "。", ".");
}

/* The draft for a chart without <alt>: kind, subject, deck, the whole, then a sentence for each
   series. The text is kept in the arena; hints for line breaks are removed, since they mean
   nothing to the ear. */
zt_str zt_alt_of_chart(zt_arena *arena, const zt_chart_data *chart, zt_str subject)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_str deck = zt_rich_plain(arena, &chart->deck);
    zt_buf_puts(&out, kind_words(chart->kind, chart->language));
    put_in(&out, chart, "：", ": ");
    zt_buf_str(&out, subject);
    if (deck.len) {
        put_in(&out, chart, "（", " (");
        zt_buf_str(&out, deck);
        put_in(&out, chart, "）", ")");
    }
    if (subject.len || deck.len)
        put_in(&out, chart, "。", ".");
    put_whole(&out, chart);
    size_t all = values_count(chart);
    for (size_t i = 0; i < chart->series_count && chart->item_count; i++)
        put_series(&out, chart, i, all);
    put_marks(&out, chart);
    return zt_utf8_seen(arena, zt_buf_view(&out));
}

/* ---- the whole graphic ---- */

void zt_alt_open(const zt_alt *alt, const zt_alt_words *words, zt_str head, size_t count)
{
    next_sentence(alt->out, alt->language);
    zt_alt_say(alt, words->zh, words->en);
    if (head.len) {
        zt_alt_say(alt, "“", " “");
        zt_buf_str(alt->out, head);
        zt_alt_say(alt, "”", "”");
    }
    if (alt->language == ZT_LANG_EN)
        zt_buf_printf(alt->out, ", %zu %s", count, count == 1 ? words->one : words->many);
    else
        zt_buf_printf(alt->out, "，%zu%s", count, words->counted);
}

void zt_alt_rich(const zt_alt *alt, const zt_rich *rich)
{
    zt_buf_str(alt->out, zt_utf8_seen(alt->arena, zt_rich_plain(alt->arena, rich)));
}

/* A text as a sentence with its full stop. */
static void put_sentence(const zt_alt *alt, zt_str text)
{
    if (text.len == 0)
        return;
    next_sentence(alt->out, alt->language);
    zt_buf_str(alt->out, text);
    if (!zt_ends_sentence(text))
        zt_alt_say(alt, "。", ".");
}

/* What the author wrote of the block, as a sentence, else what its kind says of the data. */
static void alt_block(const zt_alt *alt, const zt_content_block *block)
{
    bool given = !block->alt_drafted && !zt_rich_is_empty(&block->alt);
    if (block->kind->alt && !given) {
        next_sentence(alt->out, alt->language);
        block->kind->alt(alt, block->content);
        return;
    }
    put_sentence(alt, zt_rich_plain(alt->arena, &block->alt));
}

/* The alternative text of the whole graphic: kicker, title and deck as sentences, then each block
   in the order of the document. */
zt_str zt_alt_of_doc(zt_arena *arena, const zt_doc *doc)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    const zt_alt alt = {arena, &out, doc->language};
    const zt_rich *heads[] = {&doc->kicker, &doc->title, &doc->deck};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        put_sentence(&alt, zt_rich_plain(arena, heads[i]));
    for (size_t i = 0; i < doc->block_count; i++)
        alt_block(&alt, doc->blocks + i);
    return zt_utf8_seen(arena, zt_buf_view(&out));
}
