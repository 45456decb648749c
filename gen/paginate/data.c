/* gen/paginate/data.c — the numbers of every chart of a report as a table, for its appendix. */
#include "paginate/paginate_imp.h"

#include "block/blocks.h"
#include "model/chart_data.h"

/* A cell that holds a value; nothing of one that there is not. */
static zt_table_entry entry_of(zt_paginator *p, const zt_quantity *q, size_t column, zt_pos at)
{
    zt_table_entry entry = {.column = column, .span = 1, .at = at};
    if (!q)
        return entry;
    zt_span *span = ZT_NEW(p->arena, zt_span);
    *span = (zt_span){.kind = ZT_SPAN_QUANTITY, .text = q->text, .quantity = q, .at = at};
    entry.text = (zt_rich){span, 1, at};
    entry.value = q;
    entry.bare = q->labelled ? q->bare : q->text;
    return entry;
}

/* What items may say besides their values. */
static const zt_quantity *extra_of(const zt_chart_data *chart, const zt_chart_item *item, int which)
{
    const zt_quantity *const all[] = {item->change, item->rank, item->share, item->target};
    for (size_t i = 0; item->values && i < chart->series_count; i++)
        if (item->values[i] == all[which])
            return NULL; /* it is what the chart draws */
    return all[which];
}
enum { EXTRAS = 4 };
static const char *const extra_heads[EXTRAS][2] = {
    {"变化", "Change"}, {"位次", "Rank"}, {"占比", "Share"}, {"目标", "Target"}};

static bool has_extra(const zt_chart_data *chart, int which)
{
    for (size_t i = 0; i < chart->item_count; i++)
        if (extra_of(chart, &chart->items[i], which))
            return true;
    return false;
}

/* Whether any item has a value of the series. */
static bool has_values(const zt_chart_data *chart, size_t series)
{
    for (size_t i = 0; i < chart->item_count; i++)
        if (chart->items[i].values && chart->items[i].values[series])
            return true;
    return false;
}

/* A column for each series; a single one without a head is called 数值. */
static void set_columns(zt_paginator *p, zt_table_content *table, const zt_chart_data *chart)
{
    zt_pos at = chart->kind_at;
    zt_lang language = chart->language;
    size_t count = 0;
    table->language = language;
    table->columns = ZT_ARRAY(p->arena, 1 + chart->series_count + EXTRAS, zt_table_head);
    table->columns[count++].head = zt_rich_of(
        p->arena,
        chart->key_name.len ? chart->key_name : zt_str_from(ZT_IN(language, "项目", "Item")), at);
    for (size_t i = 0; i < chart->series_count; i++) {
        if (!has_values(chart, i))
            continue;
        zt_str head =
            chart->series[i].len ? chart->series[i] : zt_str_from(ZT_IN(language, "数值", "Value"));
        table->columns[count].unit = chart->unit;
        table->columns[count++].head = zt_rich_of(p->arena, head, at);
    }
    for (int k = 0; k < EXTRAS; k++)
        if (has_extra(chart, k))
            table->columns[count++].head = zt_rich_of(
                p->arena, zt_str_from(ZT_IN(language, extra_heads[k][0], extra_heads[k][1])), at);
    table->column_count = count;
    table->headed = table->titled = true;
}

static zt_table_line line_of(zt_paginator *p, const zt_chart_data *chart, const zt_chart_item *item)
{
    zt_table_line line = {.head = zt_rich_of(p->arena, item->key, item->at), .at = item->at};
    line.cells = ZT_ARRAY(p->arena, chart->series_count + EXTRAS, zt_table_entry);
    for (size_t i = 0; i < chart->series_count; i++) {
        if (!has_values(chart, i))
            continue;
        const zt_quantity *q = item->values ? item->values[i] : NULL;
        line.cells[line.count] = entry_of(p, q, line.count + 1, item->at);
        line.count++;
    }
    for (int k = 0; k < EXTRAS; k++)
        if (has_extra(chart, k)) {
            line.cells[line.count] =
                entry_of(p, extra_of(chart, item, k), line.count + 1, item->at);
            line.count++;
        }
    return line;
}

static const zt_block *block_of(zt_paginator *p, const zt_report_part *part,
                                const zt_chart_data *chart)
{
    zt_table_content *table = ZT_NEW(p->arena, zt_table_content);
    set_columns(p, table, chart);
    table->rows = ZT_ARRAY(p->arena, chart->item_count, zt_table_line);
    for (size_t i = 0; i < chart->item_count; i++)
        table->rows[table->count++] = line_of(p, chart, &chart->items[i]);
    zt_block *block = ZT_NEW(p->arena, zt_block);
    *block = (zt_block){.kind = zt_block_kind_find(ZT_STR("table")),
                        .name = "table",
                        .at = part->at,
                        .content = table,
                        .place = p->report->blocks[part->block]->place,
                        .units = table->count,
                        .variant = "grid"};
    zt_block_load(p->arena, p->setting->diags, p->setting->template_->theme, block);
    return block;
}

/* 三个占比（图4-1） */
static zt_str caption_of(zt_paginator *p, const zt_part_info *info)
{
    return zt_str_from(zt_arena_printf(p->arena,
                                       ZT_IN(p->setting->language, "%.*s（%.*s）", "%.*s (%.*s)"),
                                       ZT_ARG(info->title), ZT_ARG(info->label)));
}

void zt_add_data(zt_paginator *p, zt_stream *s)
{
    zt_str form = zt_form_in(p->setting->language, p->style->number.appendix,
                             p->setting->template_->theme->english.appendix);
    size_t number = 0;
    for (size_t i = 0; i < p->part_count; i++) {
        const zt_report_part *part = p->parts[i];
        const zt_chart_data *chart =
            part->kind == ZT_REPORT_BLOCK
                ? zt_content_of(&p->report->doc->blocks[part->block], "chart")
                : NULL;
        if (!chart || chart->courses || chart->item_count == 0)
            continue;
        zt_str count = zt_str_from(zt_arena_printf(p->arena, "%zu", ++number));
        zt_add_made_table(p, s, block_of(p, part, chart), zt_fill_in(p->arena, form, count),
                          caption_of(p, zt_info_of(p, part)));
    }
}
