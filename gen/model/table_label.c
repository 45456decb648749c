/* The words before a cell of a table that is set as records. */
#include "model/doc.h"

typedef ZT_VEC(zt_span) span_list;

/* Appends all spans of a text. */
static void put_rich(zt_arena *arena, span_list *out, const zt_rich *rich)
{
    for (size_t i = 0; i < rich->count; i++)
        ZT_PUSH(arena, out, rich->spans[i]);
}

/* Appends plain text as one span. */
static void put_text(zt_arena *arena, span_list *out, zt_str text, zt_pos at)
{
    zt_span span = {.kind = ZT_SPAN_TEXT, .text = text, .at = at};
    ZT_PUSH(arena, out, span);
}

/* The head over several columns that this one is among; NULL: none. */
static const zt_rich *head_over(const zt_table_content *table, size_t column)
{
    for (size_t i = 0; i < table->span_count; i++)
        if (column >= table->spans[i].first && column < table->spans[i].end)
            return &table->spans[i].head;
    return NULL;
}

/* Whether some cell of the column is a number: then the unit stands behind that, not in the label.
 */
static bool has_value(const zt_table_content *table, size_t column)
{
    for (size_t i = 0; i < table->count; i++)
        for (size_t k = 0; k < table->rows[i].count; k++) {
            const zt_table_entry *cell = &table->rows[i].cells[k];
            if (cell->column == column && cell->value && cell->value->has_number)
                return true;
        }
    return false;
}

/* Head over several columns, then the column's own head, and its unit where no value would print
   it. */
zt_rich zt_table_label(zt_arena *arena, const zt_table_content *table, size_t column)
{
    const zt_table_head *head = &table->columns[column];
    const zt_rich *over = head_over(table, column);
    bool unit = head->unit.len > 0 && !has_value(table, column);
    span_list out = {0};
    if (!over && !unit)
        return head->head;
    if (over)
        put_rich(arena, &out, over);
    if (over && !zt_rich_is_empty(over) && !zt_rich_is_empty(&head->head))
        put_text(arena, &out, ZT_STR("·"), head->at);
    put_rich(arena, &out, &head->head);
    if (unit)
        put_text(arena, &out,
                 zt_str_from(zt_arena_printf(arena, ZT_IN(table->language, "（%.*s）", " (%.*s)"),
                                             ZT_ARG(head->unit))),
                 head->at);
    return (zt_rich){out.items, out.count, head->head.at};
}
