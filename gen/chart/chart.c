/* What charts share: values as lengths, what a chart is drawn with. */
#include "chart/chart_imp.h"

/* Borrows everything. The block must have its place, for its params are read. */
zt_chart zt_chart_host(const zt_block *block, const zt_setting *setting, const zt_chart_data *data)
{
    const zt_chart_params *params = block->params;
    return (zt_chart){.data = data,
                      .block = block,
                      .params = params,
                      .marks = &params->marks,
                      .axis_ink = zt_setting_ink(setting, "key"),
                      .own = block->more,
                      .em = zt_block_look(setting, block, "label").text.size,
                      .setting = setting};
}

bool *zt_chart_unsaid(const zt_chart *chart, bool ends_say)
{
    const zt_chart_data *data = chart->data;
    bool *unsaid = ZT_ARRAY(chart->setting->arena, data->item_count * data->series_count, bool);
    for (size_t s = 0; s < data->series_count; s++) {
        bool is_end = ends_say;
        for (size_t i = data->item_count; i-- > 0;) {
            bool has_value = zt_chart_has_value(data->items[i].values[s]);
            bool is_said = is_end && zt_chart_wants_value(data, i, s, true);
            unsaid[i * data->series_count + s] = has_value && !is_said;
            is_end = is_end && !has_value;
        }
    }
    return unsaid;
}

bool *zt_chart_unsaid_all(const zt_chart *chart)
{
    size_t count = chart->data->item_count * chart->data->series_count;
    bool *unsaid = ZT_ARRAY(chart->setting->arena, count, bool);
    for (size_t i = 0; i < count; i++)
        unsaid[i] = true;
    return unsaid;
}

/* 估计 and the like; of a missing value what stands for it. */
static zt_str standing_of(const zt_quantity *q)
{
    return q && !zt_chart_has_value(q) ? q->text : zt_status_word(q);
}

/* A value that the plot does not say, and what is to be said of it. */
typedef struct unsaid_value {
    const zt_chart_item *item;
    size_t series;
    zt_str word;
} unsaid_value;

typedef struct unsaid_values {
    ZT_VEC(unsaid_value) list; /* in the order of the data */
} unsaid_values;

/* All of them; of thousands of values most have no word. */
static unsaid_values find_unsaid(const zt_chart *chart, const bool *unsaid)
{
    const zt_chart_data *data = chart->data;
    unsaid_values found = {0};
    for (size_t i = 0; unsaid && i < data->item_count * data->series_count; i++) {
        const zt_chart_item *item = &data->items[i / data->series_count];
        size_t series = i % data->series_count;
        unsaid_value value = {item, series, {0}};
        if (unsaid[i])
            value.word = standing_of(item->values[series]);
        if (value.word.len > 0)
            ZT_PUSH(chart->setting->arena, &found.list, value);
    }
    return found;
}

/* One behind the other, in English with a blank between them. */
static zt_str joined(zt_arena *arena, const zt_chart_data *data, zt_str first, zt_str second)
{
    bool parted = data->language == ZT_LANG_EN && first.len > 0 && second.len > 0;
    return zt_str_from(
        zt_arena_printf(arena, "%.*s%s%.*s", ZT_ARG(first), parted ? " " : "", ZT_ARG(second)));
}

zt_str zt_chart_joined(const zt_chart *chart, zt_str first, zt_str second)
{
    return joined(chart->setting->arena, chart->data, first, second);
}

/* Adds the names of the values that have this word, as many as can be read, then their count. */
static void add_names(zt_buf *out, const zt_chart_data *data, const unsaid_values *found,
                      zt_str word)
{
    enum { MOST = 8 };
    size_t count = 0;
    for (size_t i = 0; i < found->list.count; i++) {
        const unsaid_value *value = &found->list.items[i];
        if (!zt_str_equal(value->word, word) || ++count > MOST)
            continue;
        if (count > 1)
            zt_buf_puts(out, ZT_IN(data->language, "、", ", "));
        else if (out->len > 0)
            zt_buf_puts(out, ZT_IN(data->language, "；", "; "));
        if (count == 1)
            zt_buf_printf(out, ZT_IN(data->language, "%.*s：", "%.*s: "), ZT_ARG(word));
        zt_str head = data->series_count > 1 ? data->series[value->series] : (zt_str){0};
        zt_buf_str(out, joined(out->arena, data, head, value->item->key));
    }
    if (count > MOST && data->language == ZT_LANG_EN)
        zt_buf_printf(out, " and %zu more", count - MOST);
    else if (count > MOST)
        zt_buf_printf(out, "等%zu项", count);
}

zt_str zt_chart_unsaid_words(const zt_chart *chart, const zt_chart_plan *plan)
{
    static const char *const words[][2] = {{"估计", "estimate"},
                                           {"推算", "computed"},
                                           {"预测", "forecast"},
                                           {"目标", "target"},
                                           {"待补", "to come"}};
    unsaid_values found = find_unsaid(chart, plan->unsaid);
    zt_buf out;
    zt_buf_init(&out, chart->setting->arena);
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        add_names(&out, chart->data, &found,
                  zt_str_from(ZT_CHART_IN(chart, words[w][0], words[w][1])));
    return zt_buf_view(&out);
}

/* Approximate and one-sided values have no exact end. */
bool zt_chart_is_open(const zt_quantity *quantity)
{
    return quantity && (quantity->approx || quantity->bound != ZT_EXACT);
}

zt_chart_label zt_chart_label_at(const zt_chart *chart, size_t item, size_t series)
{
    return zt_chart_label_of(chart->setting->arena, chart->data, item, series);
}

zt_chart_label zt_chart_item_label(const zt_chart *chart, const zt_chart_item *item)
{
    return zt_chart_label_at(chart, (size_t)(item - chart->data->items), 0);
}

/* NULL for an item that is not in the first series. */
const zt_quantity *zt_chart_first_value(const zt_chart_item *item)
{
    return item->values ? item->values[0] : NULL;
}

bool zt_chart_has_highlight(const zt_chart_data *data)
{
    for (size_t i = 0; i < data->item_count; i++)
        if (data->items[i].highlight)
            return true;
    return false;
}

bool zt_chart_is_timed(const zt_chart_data *data)
{
    return data->time && !data->even && data->item_count > 1;
}

bool zt_chart_series_is_lit(const zt_chart_data *data, size_t series)
{
    return data->series_highlight && data->series_highlight[series];
}

zt_look zt_chart_look(const zt_chart *chart, const char *part)
{
    return zt_block_look(chart->setting, chart->block, part);
}

const zt_ink *zt_chart_key_ink(const zt_chart *chart, zt_str key, const zt_ink *usual)
{
    const zt_theme *theme = chart->setting->template_->theme;
    for (size_t i = 0; key.len > 0 && i < theme->key_ink_count; i++)
        if (zt_str_is(key, theme->key_inks[i].key))
            return theme->key_inks[i].ink;
    return usual;
}

double zt_chart_points(const zt_chart *chart, zt_length length)
{
    return zt_points(length, chart->em);
}

/* Ink and paint of a look go together. */
zt_look zt_chart_inked(zt_look look, const zt_ink *ink)
{
    look.ink = ink;
    look.text.paint = ZT_SOLID(ink);
    return look;
}

zt_look zt_chart_lead_look(const zt_chart *chart, zt_look look, zt_str key)
{
    bool keyed = zt_chart_key_ink(chart, key, NULL) != NULL;
    return keyed ? look : zt_chart_inked(look, chart->params->accent);
}

/* Bold without a change of size or ink: a highlight by weight alone. */
zt_look zt_chart_strong(const zt_chart *chart, const zt_look *base)
{
    zt_look strong = zt_chart_look(chart, "label-strong");
    strong = zt_look_at_size(&strong, base->text.size);
    strong.ink = base->ink;
    strong.text.paint = base->text.paint;
    return strong;
}

bool zt_chart_check_items(const zt_chart_data *data, zt_diags *diags, const char *kind)
{
    if (data->item_count > 0)
        return true;
    zt_report(diags, ZT_ERROR, "no-items", data->kind_at,
              "图表“%s”没有数据：<data> 中至少要有一个 <item>",
              "chart “%s” has no data: <data> needs at least one <item>", kind);
    return false;
}

bool zt_chart_check_one_series(const zt_chart_data *data, zt_diags *diags, const char *kind)
{
    if (data->series_count <= 1)
        return true;
    zt_report(diags, ZT_ERROR, "too-many-series", data->kind_at,
              "图表“%s”只画一个系列，这里有 %zu 个；应改用 bar 或拆成几张图",
              "chart “%s” draws one series, here are %zu; use bar, or a chart for each", kind,
              data->series_count);
    return false;
}

bool zt_chart_check_values(const zt_chart_data *data, zt_diags *diags, const char *kind)
{
    size_t ranks = 0, values = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        bool has = false;
        for (size_t s = 0; s < data->series_count; s++)
            has = has || data->items[i].values[s];
        ranks += data->items[i].rank && !has;
        values += has;
    }
    if (ranks == 0 || values > 0)
        return true;
    zt_report(diags, ZT_ERROR, "rank-without-values", data->kind_at,
              "%zu 个条目只有名次没有数值，图表“%s”画不出长度；应改用 ladder",
              "%zu items have a rank but no value, chart “%s” has no lengths to draw; use ladder",
              ranks, kind);
    return false;
}

/* What the item is a share of: among= of its share, else of its value; empty when nothing is said.
 */
static zt_str base_of(const zt_chart_item *item)
{
    const zt_quantity *q = item->share ? item->share : zt_chart_first_value(item);
    return q ? q->among : (zt_str){0};
}

/* Reports share-bases (error). An item that names no whole is taken to be of the same as the first.
 */
static bool check_base(const zt_chart_item *item, zt_str first, zt_diags *diags)
{
    zt_str base = base_of(item);
    if (first.len == 0 || base.len == 0 || zt_str_equal(base, first))
        return true;
    zt_report(diags, ZT_ERROR, "share-bases", item->at,
              "“%.*s”是“%.*s”的一部分，别的条目却是“%.*s”的一部分；总体不同，不能排在一把尺上",
              "“%.*s” is a share of “%.*s”, others are of “%.*s”; shares of different wholes do "
              "not share a scale",
              ZT_ARG(item->key), ZT_ARG(base), ZT_ARG(first));
    return false;
}

/* Goes on after the first mistake, so that all items are judged in one run. */
bool zt_chart_check_shares(const zt_chart_data *data, zt_diags *diags)
{
    bool good = true;
    zt_str first = {0};
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_chart_item *item = &data->items[i];
        const zt_quantity *q = zt_chart_first_value(item);
        double value = zt_chart_value(data, q);
        if (value < 0 || value > 100) {
            zt_report(diags, ZT_ERROR, "share-out-of-range", q->at,
                      "“%.*s”的占比“%.*s”不在 0 到 100%% 之间",
                      "the share of “%.*s”, “%.*s”, is not between 0 and 100%%", ZT_ARG(item->key),
                      ZT_ARG(q->text));
            good = false;
        }
        good = check_base(item, first, diags) && good;
        first = first.len ? first : base_of(item);
    }
    return good;
}

void zt_chart_report_direction(const zt_chart *chart, double width)
{
    zt_report(chart->setting->diags, ZT_NOTE, "direction-lost", chart->block->at,
              "宽 %.0f 毫米竖着排不下名称和数值，改为横条；要竖着就加宽或缩短名称",
              "at a width of %.0f mm names and values have no room over upright columns, and the "
              "bars lie; for columns make it wider, or shorten the names",
              zt_mm_from_pt(width));
}
