/* Planning a marimekko: columns as wide as their sums, parts as high as their shares, so that areas
   are in proportion to values; and what is said where. */
#include "chart/marimekko_imp.h"

/* In points, or shares of what is named. */
static const double HEIGHT = 0.5;                                         /* of the width */
static const double LEAST = ZT_MM(34), LOW = ZT_MM(44), HIGH = ZT_MM(84); /* of the columns */
static const double GAP = ZT_MM(0.5);                                     /* between columns */
static const double INSET = ZT_MM(0.8), VALUE = 0.9;
enum { LINES = 3 };

/* ---- areas ---- */

/* The cell of an item in a series. */
static zt_marimekko_cell *cell_of(const zt_marimekko_plan *plan, size_t item, size_t series)
{
    return &plan->cells[item * plan->series + series];
}

/* Reads the values; gives the sum of all. */
static double collect(zt_marimekko_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    double all = 0;
    for (size_t i = 0; i < plan->items; i++) {
        zt_marimekko_column *column = &plan->columns[i];
        for (size_t s = 0; s < plan->series; s++) {
            const zt_chart_item *item = &data->items[i];
            cell_of(plan, i, s)->quantity = item->values ? item->values[s] : NULL;
            column->sum += zt_chart_value(data, cell_of(plan, i, s)->quantity);
        }
        all += column->sum;
    }
    return all;
}

/* Columns that have a sum share the width, white between them; their parts share the height. */
static void set_areas(zt_marimekko_plan *plan, double all, double height)
{
    size_t shown = 0;
    for (size_t i = 0; i < plan->items; i++)
        shown += plan->columns[i].sum > 0;
    plan->field = all > 0 ? height : 0;
    double gap = shown > 1 ? zt_min(GAP, 0.1 * plan->width / (double)(shown - 1)) : 0;
    double room = plan->width - gap * (double)(shown > 1 ? shown - 1 : 0), x = 0;
    for (size_t i = 0; i < plan->items; i++) {
        zt_marimekko_column *column = &plan->columns[i];
        double y = height;
        if (column->sum <= 0)
            continue;
        column->x = x;
        column->width = room * column->sum / all;
        for (size_t s = 0; s < plan->series; s++) {
            zt_marimekko_cell *cell = cell_of(plan, i, s);
            double value = zt_chart_value(plan->chart->data, cell->quantity);
            double part = height * value / column->sum;
            y -= part;
            cell->rect = (zt_rect){x, y, column->width, part};
        }
        x += column->width + gap;
    }
}

/* ---- words ---- */

/* The value in its part, where it can be read there. */
static void set_cell(zt_marimekko_plan *plan, size_t item, size_t series)
{
    zt_marimekko_cell *cell = cell_of(plan, item, series);
    if (!zt_chart_has_value(cell->quantity) || cell->rect.w <= 0 || cell->rect.h <= 0)
        return;
    zt_area_wish wish = {.item = item, .series = series, .fill = plan->fills[series]};
    wish.way = zt_mark_fill_of(cell->quantity);
    wish.area = cell->rect;
    wish.value_share = VALUE;
    wish.inset = INSET;
    cell->said = zt_area_words_fit(plan->chart, &wish, &cell->words);
    if (!cell->said) {
        wish.inset = INSET / 4;
        cell->said = zt_area_words_fit(plan->chart, &wish, &cell->words);
    }
}

/* The name under a column in a few lines; false when one breaks within a word, which breaking
   reports and is taken back. */
static bool set_name(const zt_marimekko_plan *plan, size_t item, const zt_look *look)
{
    const zt_chart *chart = plan->chart;
    zt_diags *diags = chart->setting->diags;
    zt_marimekko_column *column = &plan->columns[item];
    const zt_chart_item *of = &chart->data->items[item];
    size_t mark = zt_diags_mark(diags);
    if (column->width < look->text.size)
        return false;
    column->name = zt_words_new(chart, of->key, look, of->at, column->width, ZT_ALIGN_CENTRE);
    bool good = zt_diags_mark(diags) == mark && column->name.width <= column->width + 0.01 &&
                column->name.para->line_count <= LINES;
    zt_diags_rewind(diags, mark);
    return good;
}

/* Names under the columns; numbers where these have no room, nothing where a number has none. */
static void set_names(zt_marimekko_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look plain = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &plain);
    size_t number = 0;
    for (size_t i = 0; i < plan->items; i++) {
        zt_marimekko_column *column = &plan->columns[i];
        const zt_chart_item *item = &chart->data->items[i];
        const zt_look *look = item->highlight ? &strong : &plain;
        if (!set_name(plan, i, look)) {
            const char *text = zt_arena_printf(chart->setting->arena, "%zu", number + 1);
            double wide = zt_mark_text_new(chart, zt_str_from(text), look, item->at).width;
            column->name = (zt_words){0};
            column->number = wide <= column->width ? ++number : SIZE_MAX;
            if (column->number != SIZE_MAX)
                column->name = zt_words_new(chart, zt_str_from(text), look, item->at, wide + 0.01,
                                            ZT_ALIGN_CENTRE);
        }
        plan->names = zt_max(plan->names, column->name.height);
    }
    plan->names += plan->names > 0 ? ZT_MARIMEKKO_NEAR : 0;
}

/* Adds to `out` what a column does not say: values with the names of their series. */
static size_t unsaid(const zt_marimekko_plan *plan, size_t item, zt_buf *out)
{
    const zt_chart_data *data = plan->chart->data;
    size_t count = 0;
    for (size_t s = 0; s < plan->series; s++) {
        const zt_marimekko_cell *cell = cell_of(plan, item, s);
        if (cell->said || (!cell->quantity && plan->series > 1))
            continue;
        zt_chart_label said = zt_chart_label_at(plan->chart, item, s);
        zt_buf_puts(out, count++ ? ZT_IN(data->language, "、", ", ") : "");
        if (plan->series > 1)
            zt_buf_printf(out, ZT_IN(data->language, "%.*s：", "%.*s: "), ZT_ARG(data->series[s]));
        zt_str value = cell->quantity ? said.value : ZT_STR("—");
        zt_buf_str(out, zt_chart_joined(plan->chart, value, said.words));
    }
    return count;
}

/* Columns without their name, and values that have no room, in the order of the data. */
static void set_told(zt_marimekko_plan *plan)
{
    const zt_chart *chart = plan->chart;
    plan->told = zt_foot_list_new(chart, plan->items);
    for (size_t i = 0; i < plan->items; i++) {
        const zt_chart_item *item = &chart->data->items[i];
        size_t number = plan->columns[i].number;
        zt_buf values, text;
        zt_buf_init(&values, chart->setting->arena);
        zt_buf_init(&text, chart->setting->arena);
        if (unsaid(plan, i, &values) == 0 && number == 0)
            continue;
        zt_buf_puts(&text, zt_foot_list_mark(chart, &plan->told));
        if (number > 0 && number != SIZE_MAX)
            zt_buf_printf(&text, ZT_CHART_IN(chart, "（%zu）", "(%zu) "), number);
        zt_buf_str(&text, item->key);
        bool several = plan->series > 1;
        if (values.len > 0)
            zt_buf_printf(&text, "%s%s%s",
                          several ? ZT_CHART_IN(chart, "（", " (") : ZT_CHART_IN(chart, "：", ": "),
                          values.data, several ? ZT_CHART_IN(chart, "）", ")") : "");
        zt_foot_list_add(&plan->told, zt_buf_view(&text), item->at);
    }
    zt_foot_list_set(chart, &plan->told, plan->width);
}

/* A fill for each series: a highlighted one in the accent, else the first, at the base. */
static const zt_part_fill *fills_of(const zt_chart *chart)
{
    const zt_chart_data *data = chart->data;
    bool any = false;
    for (size_t s = 0; s < data->series_count && data->series_highlight; s++)
        any = any || data->series_highlight[s];
    return zt_fills_new(chart, data->series_count, any ? data->series_highlight : NULL);
}

zt_marimekko_plan *zt_marimekko_plan_new(const zt_chart *chart, double width)
{
    zt_arena *arena = chart->setting->arena;
    const zt_chart_data *data = chart->data;
    zt_marimekko_plan *plan = ZT_NEW(arena, zt_marimekko_plan);
    *plan = (zt_marimekko_plan){.chart = chart, .width = width};
    plan->items = data->item_count;
    plan->series = data->series_count;
    plan->columns = ZT_ARRAY(arena, plan->items, zt_marimekko_column);
    plan->cells = ZT_ARRAY(arena, plan->items * plan->series, zt_marimekko_cell);
    plan->fills = fills_of(chart);
    double natural = zt_clamp(HEIGHT * width, LOW, HIGH);
    natural = LEAST + (natural - LEAST) * zt_setting_squeeze(chart->setting);
    set_areas(plan, collect(plan), natural);
    for (size_t i = 0; i < plan->items; i++)
        for (size_t s = 0; s < plan->series; s++)
            set_cell(plan, i, s);
    set_names(plan);
    set_told(plan);
    plan->lead = zt_unit_line(chart, NULL);
    if (plan->series > 1) {
        plan->legend =
            zt_part_names_new(chart, data->series, NULL, plan->series, plan->fills, width);
        plan->lead += plan->legend.height;
    }
    plan->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
