/* A chart made by hand on a board: items from phrases, as the model would read them. */
#ifndef CHART_FIXTURE_H
#define CHART_FIXTURE_H

#include "board.h"
#include "chart/chart.h"

extern const zt_block_kind zt_block_kind_chart;

typedef struct chart_case {
    board *board;
    zt_chart_data data;
} chart_case;

/* "" is a missing value, NULL an item that is not in the series. */
static inline const zt_quantity *chart_quantity(board *b, const char *phrase)
{
    if (!phrase)
        return NULL;
    zt_quantity *q = ZT_NEW(b->arena, zt_quantity);
    if (phrase[0] == '\0') {
        *q = (zt_quantity){.text = ZT_STR("待补"), .status = ZT_MISSING};
        return q;
    }
    assert_true(zt_quantity_parse(b->arena, b->diags, ZT_Q_VALUE, zt_str_from(phrase), NULL, q));
    q->has_number = true;
    return q;
}

static inline chart_case chart_new(board *b, const char *kind, const char *unit, int scale,
                                   const char *const *series)
{
    chart_case c = {.board = b};
    c.data = (zt_chart_data){.kind = zt_str_from(kind), .unit = zt_str_from(unit), .scale = scale};
    while (series && series[c.data.series_count])
        c.data.series_count++;
    size_t count = c.data.series_count ? c.data.series_count : 1;
    c.data.series = ZT_ARRAY(b->arena, count, zt_str);
    for (size_t i = 0; i < c.data.series_count; i++)
        c.data.series[i] = zt_str_from(series[i]);
    c.data.series_count = count;
    c.data.items = ZT_ARRAY(b->arena, 64, zt_chart_item);
    board_set_style(b, "chart-title", 3, 14, 1.3);
    board_set_style(b, "chart-label", 2, 9, 1.3);
    board_set_style(b, "chart-value", 3, 10.5, 1.2);
    board_set_style(b, "tick", 2, 7.5, 1.3);
    board_set_style(b, "figure-second", 3, 34, 1.1);
    board_set_style(b, "missing", 3, 12, 1.2);
    return c;
}

/* One value a series, in order. */
static inline zt_chart_item *chart_item(chart_case *c, const char *key, const char *const *values)
{
    zt_chart_item *item = &c->data.items[c->data.item_count++];
    item->key = zt_str_from(key);
    item->values = ZT_ARRAY(c->board->arena, c->data.series_count, const zt_quantity *);
    for (size_t i = 0; i < c->data.series_count; i++)
        item->values[i] = chart_quantity(c->board, values[i]);
    return item;
}

static inline zt_chart_item *chart_one(chart_case *c, const char *key, const char *value)
{
    return chart_item(c, key, &value);
}

static inline void chart_status(zt_chart_item *item, size_t series, zt_status status)
{
    zt_quantity *copy = (zt_quantity *)(uintptr_t)item->values[series];
    copy->status = status;
}

static inline void chart_use(chart_case *c)
{
    board_use(c->board, &zt_block_kind_chart, NULL, &c->data);
    c->board->block.subkind = "chart";
}

#endif
