/* Rows of a table: texts broken in their columns, or records one below the other. */
#include "block/table/table_imp.h"

#include "chart/form_rank.h"

static const double INNER = 0.6; /* of the pad: between a label, its text and its bar */

/* The look of a row's head: that of bands where the row is one. */
static const zt_look *row_look(const zt_table_plan *plan, const zt_table_row *row)
{
    return row->line->band ? &plan->looks->band : &plan->looks->row;
}

/* ---- grid ---- */

/* Width that a cell's text may take: of its column, of all that it spans, or of the whole row where
   it is a band. */
static double width_of(const zt_table_plan *plan, const zt_table_row *row,
                       const zt_table_cell *cell)
{
    size_t count = plan->table->column_count;
    if (row->line->band)
        return plan->width - 2 * plan->inset;
    size_t first = cell->entry ? cell->entry->column : 0;
    size_t last = first + (cell->entry ? cell->entry->span : 1) - 1;
    if (last >= count)
        last = count - 1;
    return plan->tracks[last].x + plan->tracks[last].width - plan->tracks[first].x;
}

/* Breaks the text of a cell; values are measured with their column. The baseline of the row goes
   down to that of the largest type in it. */
static void set_grid_cell(const zt_table_plan *plan, zt_table_row *row, zt_table_cell *cell)
{
    const zt_setting *setting = plan->setting;
    const zt_table_entry *entry = cell->entry;
    double width = width_of(plan, row, cell);
    double size = plan->looks->value.text.size;
    zt_look look = entry ? *zt_table_text_look(plan, row, cell) : *row_look(plan, row);
    size_t column = entry ? entry->column : 0;
    bool asked = plan->table->columns[column].align != ZT_TABLE_ALIGN_AUTO;
    /* a word among values stands at its column's start, unless it is asked elsewhere */
    if (!row->line->band && (asked || (plan->table->turned && entry)))
        look.para.align = plan->tracks[column].align;
    if (!entry)
        cell->text =
            zt_wording_strong(setting, &row->line->head, &look, &plan->looks->strong, width);
    else if (!entry->value && !zt_rich_is_empty(&entry->text))
        cell->text = zt_wording_strong(setting, &entry->text, &look, &plan->looks->strong, width);
    if (cell->text.para)
        size = cell->text.look.text.size;
    row->first = zt_max(row->first, ZT_EM_TOP * size);
}

/* All cells stand on one first baseline. */
static void set_grid_row(const zt_table_plan *plan, zt_table_row *row)
{
    for (size_t k = 0; k < row->count; k++)
        set_grid_cell(plan, row, row->cells + k);
    for (size_t k = 0; k < row->count; k++) {
        zt_table_cell *cell = row->cells + k;
        double size = cell->text.para ? cell->text.look.text.size : plan->looks->value.text.size;
        double height = cell->text.para ? cell->text.height : size;
        if (cell->entry && cell->entry->trend)
            height = zt_max(height, ZT_FORM_TREND_HEIGHT);
        cell->y = row->first - ZT_EM_TOP * size;
        row->content = zt_max(row->content, cell->y + height);
    }
}

/* ---- list ---- */

double zt_table_label_room(const zt_table_plan *plan, const zt_table_cell *cell)
{
    return cell->label.para ? cell->label.para->max_width + plan->gap : 0;
}

/* Label left, value right on one line; a text that has no room beside its label goes below it. */
static double pair_width(const zt_table_plan *plan, const zt_table_row *row,
                         const zt_table_cell *cell)
{
    const zt_setting *setting = plan->setting;
    const zt_table_entry *entry = cell->entry;
    if (entry->trend)
        return ZT_FORM_TREND_WIDTH;
    if (!entry->value)
        return zt_rich_is_empty(&entry->text)
                   ? plan->looks->empty.text.size
                   : zt_wording_natural(setting, &entry->text, zt_table_text_look(plan, row, cell));
    zt_value value = zt_table_value(plan, row, cell);
    zt_value_extent e = zt_value_measure(setting->diags, setting->arena, &value);
    double ground = plan->tracks[entry->column].heat_steps ? 2 * ZT_TABLE_HEAT : 0;
    return e.before + e.after + ground + cell->tail;
}

/* Points that one cell of a record takes: label and value on one line or one below the other, and
   below them the bar or the places of a rank where the column has any. */
static double pair_height(const zt_table_plan *plan, const zt_table_cell *cell, bool beside)
{
    double height = zt_max(cell->label.height, plan->looks->value.text.size);
    if (cell->entry->trend)
        height = zt_max(height, ZT_FORM_TREND_HEIGHT);
    if (cell->text.para && beside)
        height = zt_max(height, cell->text.height);
    else if (cell->text.para)
        height =
            cell->text.height + (cell->label.para ? cell->label.height + INNER * plan->pad : 0);
    const zt_quantity *value = cell->entry->value;
    if (plan->table->columns[cell->entry->column].bars && value &&
        (zt_table_has_length(cell->entry) || zt_form_rank_shows(value)))
        height += INNER * plan->pad + ZT_TABLE_BAR;
    return height;
}

/* Label left, value right on one line; a text that has no room beside its label goes below it. */
static void set_pair(const zt_table_plan *plan, const zt_table_row *row, zt_table_cell *cell)
{
    const zt_setting *setting = plan->setting;
    const zt_table_entry *entry = cell->entry;
    zt_rich head = zt_table_label(setting->arena, plan->table, entry->column);
    double all = plan->width - 2 * plan->inset, width = pair_width(plan, row, cell);
    double label = zt_wording_natural(setting, &head, &plan->looks->cell);
    bool beside = label + plan->gap + width <= all || entry->value;
    double least = plan->looks->cell.text.size;
    cell->label = zt_wording_rich(setting, &head, &plan->looks->cell,
                                  beside ? zt_max(all - width - plan->gap, least) : all);
    zt_look look = *zt_table_text_look(plan, row, cell);
    look.para.align = beside && cell->label.para ? ZT_ALIGN_END : ZT_ALIGN_START;
    if (!entry->value && !zt_rich_is_empty(&entry->text))
        cell->text = zt_wording_strong(setting, &entry->text, &look, &plan->looks->strong, all);
    cell->height = pair_height(plan, cell, beside);
}

/* The head of a record, in bold over its pairs, or that of a band. Where the column of heads has
   one itself, that stands at the left and the record's at the right, as in the pairs. */
static void set_title(const zt_table_plan *plan, const zt_table_row *row, zt_table_cell *cell)
{
    zt_look look = row->line->band ? plan->looks->band : plan->looks->strong;
    double width = plan->width - 2 * plan->inset;
    const zt_rich *head = &plan->table->columns[0].head;
    if (!row->line->band && !zt_rich_is_empty(head)) {
        cell->label = zt_wording_rich(plan->setting, head, &plan->looks->cell, width / 2);
        width -= zt_table_label_room(plan, cell);
        look.para.align = ZT_ALIGN_END;
    }
    cell->text = zt_wording_strong(plan->setting, &row->line->head, &look, &plan->looks->strong,
                                   zt_max(width, look.text.size));
    cell->height = zt_max(cell->text.height, cell->label.height);
}

/* The cells of a row one below the other, each with its column's head before it. */
static void set_record(const zt_table_plan *plan, zt_table_row *row)
{
    double y = 0;
    for (size_t k = 0; k < row->count; k++) {
        zt_table_cell *cell = row->cells + k;
        y += k ? plan->pad : 0;
        cell->y = y;
        if (cell->entry)
            set_pair(plan, row, cell);
        else
            set_title(plan, row, cell);
        y += cell->height;
    }
    row->content = y;
}

/* In a grid rows have a least height, so that a table of numbers reads line by line; records are as
   high as their pairs. */
void zt_table_set_rows(zt_table_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        zt_table_row *row = plan->rows + i;
        if (plan->form == ZT_TABLE_GRID)
            set_grid_row(plan, row);
        else
            set_record(plan, row);
        double least = plan->form == ZT_TABLE_GRID ? plan->row.natural : 0;
        row->height = zt_max(row->content + 2 * plan->pad, least);
    }
}
