/* The data of a chart as a table. Columns are planned first, then every item fills a row. */
#include "model/chart_table.h"

#include "base/utf8.h"
#include "model/chart_labels.h"

/* What the cells of a column say. */
typedef enum data_column_kind {
    COLUMN_KEY,
    COLUMN_PARENT, /* what the item hangs on */
    COLUMN_VALUE,
    COLUMN_STANDING, /* of the values of a series: 估计 */
    COLUMN_CHANGE,
    COLUMN_RANK,
    COLUMN_SHARE
} data_column_kind;

typedef struct data_column {
    data_column_kind kind;
    size_t series; /* of values and their standing */
} data_column;

typedef struct table_maker {
    zt_arena *arena;
    const zt_chart_data *chart;
    ZT_VEC(data_column) columns;
    ZT_VEC(zt_str) heads;
} table_maker;

/* A missing value has a word here, for its own cell stays empty. */
static zt_str standing(const zt_quantity *q)
{
    return q && q->status == ZT_MISSING ? zt_missing_word(q->language) : zt_status_word(q);
}

/* What an item says besides its values, or NULL: a share may be its value itself. */
static const zt_quantity *besides(const zt_chart_data *chart, const zt_chart_item *item,
                                  data_column_kind kind)
{
    const zt_quantity *q = kind == COLUMN_CHANGE ? item->change
                           : kind == COLUMN_RANK ? item->rank
                                                 : item->share;
    for (size_t i = 0; i < chart->series_count; i++)
        if (q == item->values[i])
            return NULL;
    return q;
}

/* Whether any item has words for the column: one that stays empty is left out. */
static bool is_needed(const zt_chart_data *chart, data_column of)
{
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_chart_item *item = &chart->items[i];
        bool has = of.kind == COLUMN_STANDING ? standing(item->values[of.series]).len > 0
                   : of.kind == COLUMN_PARENT ? item->has_parent
                                              : besides(chart, item, of.kind) != NULL;
        if (has)
            return true;
    }
    return false;
}

/* Lines with stations, whose items need no value: a cell says which stop it is. */
static bool is_route(const zt_chart_data *chart)
{
    return chart->courses && zt_str_is(chart->kind, "route");
}

/* Whether any item has a value in the series, or stands in its course. */
static bool is_filled(const zt_chart_data *chart, size_t series)
{
    if (is_route(chart))
        return true;
    for (size_t i = 0; i < chart->item_count; i++)
        if (chart->items[i].values[series])
            return true;
    return false;
}

/* Whether something else stands in for values that are nowhere: 名次, 占比. */
static bool says_more(const zt_chart_data *chart)
{
    return is_needed(chart, (data_column){.kind = COLUMN_PARENT}) ||
           is_needed(chart, (data_column){.kind = COLUMN_CHANGE}) ||
           is_needed(chart, (data_column){.kind = COLUMN_RANK}) ||
           is_needed(chart, (data_column){.kind = COLUMN_SHARE});
}

zt_str zt_chart_common_whole(const zt_chart_data *chart, size_t series)
{
    zt_str whole = {0};
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_chart_item *item = &chart->items[i];
        const zt_quantity *q = item->values[series];
        if (!q || q->kind != ZT_Q_SHARE || q->among.len == 0 ||
            (i > 0 && !zt_str_equal(q->among, whole)) || zt_str_holds(q->text, q->among) ||
            zt_str_holds(item->key, q->among))
            return (zt_str){0};
        whole = q->among;
    }
    return chart->series[series].len == 0 ? whole : (zt_str){0};
}

/* The column with its head, which is one line without break hints. */
static void add_column(table_maker *t, data_column of, zt_str head)
{
    ZT_PUSH(t->arena, &t->columns, of);
    ZT_PUSH(t->arena, &t->heads, zt_utf8_seen(t->arena, head));
}

/* Whether the cells of a series leave the unit to their head; those that say it need none there. */
static bool leaves_unit_to_head(const zt_chart_data *chart, size_t series)
{
    for (size_t i = 0; i < chart->item_count; i++) {
        const zt_quantity *q = chart->items[i].values[series];
        if (zt_chart_has_value(q) && !zt_names_its_unit(q))
            return chart->unit.len > 0;
    }
    return false;
}

/* 出港（万人次）: the series with the unit of the data; 数值 where the chart has but one and that
   has no name. */
static zt_str value_head(const table_maker *t, size_t series)
{
    zt_lang language = t->chart->language;
    zt_str whole = zt_chart_common_whole(t->chart, series);
    zt_str name = t->chart->series[series].len ? t->chart->series[series]
                                               : zt_str_from(ZT_IN(language, "数值", "Value"));
    if (whole.len)
        return zt_str_from(
            zt_arena_printf(t->arena, ZT_IN(language, "占%.*s", "Share of %.*s"), ZT_ARG(whole)));
    if (is_route(t->chart))
        return zt_str_from(zt_arena_printf(
            t->arena, ZT_IN(language, "%.*s（第几站）", "%.*s (number of the stop)"),
            ZT_ARG(name)));
    if (!leaves_unit_to_head(t->chart, series))
        return name;
    return zt_str_from(zt_arena_printf(t->arena, ZT_IN(language, "%.*s（%.*s）", "%.*s (%.*s)"),
                                       ZT_ARG(name), ZT_ARG(t->chart->unit)));
}

/* 出港状态. */
static zt_str standing_head(const table_maker *t, size_t series)
{
    zt_str name = t->chart->series[series];
    if (t->chart->language == ZT_LANG_EN && name.len == 0)
        return ZT_STR("Standing");
    return zt_str_from(zt_arena_printf(
        t->arena, ZT_IN(t->chart->language, "%.*s状态", "%.*s, standing"), ZT_ARG(name)));
}

/* What the keys are: as the data say it, else time or items. */
static zt_str key_head(const zt_chart_data *chart)
{
    if (chart->key_name.len)
        return chart->key_name;
    return zt_str_from(chart->time ? ZT_IN(chart->language, "时间", "Time")
                                   : ZT_IN(chart->language, "项目", "Item"));
}

static void plan_columns(table_maker *t)
{
    static const struct {
        data_column_kind kind;
        const char *zh, *en;
    } more[] = {{COLUMN_CHANGE, "变化", "Change"},
                {COLUMN_RANK, "名次", "Rank"},
                {COLUMN_SHARE, "占比", "Share"}};
    zt_lang language = t->chart->language;
    data_column parent = {.kind = COLUMN_PARENT};
    add_column(t, (data_column){.kind = COLUMN_KEY}, key_head(t->chart));
    if (is_needed(t->chart, parent))
        add_column(t, parent, zt_str_from(ZT_IN(language, "上级", "Part of")));
    for (size_t i = 0; i < t->chart->series_count; i++) {
        data_column words = {COLUMN_STANDING, i};
        if (is_filled(t->chart, i) || !says_more(t->chart))
            add_column(t, (data_column){COLUMN_VALUE, i}, value_head(t, i));
        if (is_needed(t->chart, words))
            add_column(t, words, standing_head(t, i));
    }
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        data_column of = {.kind = more[i].kind};
        if (is_needed(t->chart, of))
            add_column(t, of, zt_str_from(ZT_IN(language, more[i].zh, more[i].en)));
    }
}

/* A value as written; one to come leaves its cell empty. */
static zt_str value_words(const zt_quantity *q)
{
    return q && q->status != ZT_MISSING ? zt_bare_phrase(q) : (zt_str){0};
}

/* Which stops of a course the item is, from 1, a ring having its first at the end again; behind it
   the value, such as the days to get there. */
static zt_str stop_words(zt_arena *arena, const zt_chart_data *chart, const zt_chart_item *item,
                         size_t series)
{
    const zt_chart_course *course = &chart->courses[series];
    const zt_quantity *q = item->values[series];
    zt_buf out;
    zt_buf_init(&out, arena);
    for (size_t i = 0; i < course->count; i++)
        if (&chart->items[course->items[i]] == item)
            zt_buf_printf(&out, "%s%zu", out.len ? ZT_IN(chart->language, "、", ", ") : "", i + 1);
    if (zt_chart_has_value(q))
        zt_buf_printf(&out, ZT_IN(chart->language, "（%.*s）", " (%.*s)"),
                      ZT_ARG(zt_chart_phrase(arena, chart, q, ZT_CHART_WITH_UNIT)));
    return zt_buf_view(&out);
}

static zt_str cell_words(zt_arena *arena, const zt_chart_data *chart, const zt_chart_item *item,
                         data_column of)
{
    switch (of.kind) {
    case COLUMN_KEY:
        return item->key;
    case COLUMN_PARENT:
        return item->has_parent ? chart->items[item->parent].key : (zt_str){0};
    case COLUMN_VALUE:
        return is_route(chart) ? stop_words(arena, chart, item, of.series)
                               : value_words(item->values[of.series]);
    case COLUMN_STANDING:
        return standing(item->values[of.series]);
    case COLUMN_CHANGE:
    case COLUMN_RANK:
    case COLUMN_SHARE:
        break;
    }
    const zt_quantity *q = besides(chart, item, of.kind);
    return q ? q->text : (zt_str){0};
}

const zt_data_table *zt_chart_table(zt_arena *arena, const zt_chart_data *chart, zt_str name,
                                    zt_str subject)
{
    table_maker t = {.arena = arena, .chart = chart};
    zt_data_table *table = ZT_NEW(arena, zt_data_table);
    plan_columns(&t);
    *table = (zt_data_table){.name = name,
                             .title = zt_utf8_seen(arena, subject),
                             .heads = t.heads.items,
                             .column_count = t.columns.count,
                             .row_count = chart->item_count};
    table->cells = ZT_ARRAY(arena, table->row_count * table->column_count + 1, zt_str);
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t k = 0; k < table->column_count; k++)
            table->cells[i * table->column_count + k] =
                zt_utf8_seen(arena, cell_words(arena, chart, &chart->items[i], t.columns.items[k]));
    return table;
}
