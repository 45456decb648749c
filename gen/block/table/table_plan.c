/* A table planned: its form, its columns, its rows, and how they run over text columns. */
#include "block/table/table_imp.h"

#include <string.h>

#include "chart/marks.h"

static const zt_gap ROW = {ZT_MM(6), ZT_MM(8.5)}; /* least height of a row, and its ceiling */
static const double PAD = 1;               /* over and under it, steps of the theme's scale */
static const double COLUMN_GAP = ZT_MM(4); /* least, between columns */
static const double BAR_GAP = ZT_MM(2);    /* from values to bars */
static const double INSET = ZT_MM(1.5);    /* of the text where a row stands on a ground */

/* Looks of all parts, in the arena of the setting. Bold inside cells keeps the size of its cell. */
static const zt_table_looks *looks_of(const zt_block *block, const zt_setting *setting)
{
    zt_table_looks *looks = ZT_NEW(setting->arena, zt_table_looks);
    looks->head = zt_block_look(setting, block, "head");
    looks->column = zt_block_look(setting, block, "column");
    looks->unit = zt_block_look(setting, block, "unit");
    looks->row = zt_block_look(setting, block, "row");
    looks->cell = zt_block_look(setting, block, "cell");
    looks->strong = zt_block_look(setting, block, "strong");
    looks->strong = zt_strong_in(&looks->strong, &looks->cell);
    looks->value = zt_block_look(setting, block, "value");
    looks->key = zt_block_look(setting, block, "key");
    looks->word = zt_block_look(setting, block, "word");
    looks->missing = zt_block_look(setting, block, "missing");
    looks->empty = zt_block_look(setting, block, "empty");
    looks->band = zt_block_look(setting, block, "band");
    looks->note = zt_block_look(setting, block, "note");
    return looks;
}

/* ---- rows ---- */

/* The mark of a note keeps its blank whatever the value ends with. */
static void set_tail(const zt_table_plan *plan, zt_table_cell *cell)
{
    const double gap = 0.1; /* em, before a mark */
    const zt_look *look = &plan->looks->value;
    zt_span span = {.kind = ZT_SPAN_TEXT,
                    .text = cell->entry->mark,
                    .sup = true,
                    .mark = true,
                    .at = cell->entry->at};
    zt_rich mark = {&span, 1, cell->entry->at};
    cell->tail = cell->word.len ? plan->word_gap + cell->word_width : 0;
    if (span.text.len == 0)
        return;
    double width = zt_wording_natural(plan->setting, &mark, look);
    cell->mark = zt_wording_rich(plan->setting, &mark, look, width);
    cell->tail += gap * look->text.size + width;
}

/* The row's head, if it has one, then its cells. The word of an estimate or forecast is measured
   here, since the column has to leave it room. */
static void add_cells(zt_table_plan *plan, zt_table_row *row)
{
    const zt_table_line *line = row->line;
    const zt_look *look = &plan->looks->word;
    row->cells = ZT_ARRAY(plan->setting->arena, line->count + 1, zt_table_cell);
    if (!zt_rich_is_empty(&line->head))
        row->count++;
    for (size_t i = 0; i < line->count; i++) {
        zt_table_cell *cell = row->cells + row->count++;
        cell->entry = line->cells + i;
        if (cell->entry->value)
            cell->word = zt_status_word(cell->entry->value);
        if (cell->word.len)
            cell->word_width = zt_text_width(plan->setting->diags, plan->setting->arena, cell->word,
                                             &look->text, &look->para, cell->entry->at);
        set_tail(plan, cell);
    }
}

/* One row of the plan for each row of the table, cells not yet broken. */
static void add_rows(zt_table_plan *plan)
{
    plan->count = plan->table->count;
    plan->rows = ZT_ARRAY(plan->setting->arena, plan->count + 1, zt_table_row);
    for (size_t i = 0; i < plan->count; i++) {
        plan->rows[i].line = plan->table->rows + i;
        add_cells(plan, plan->rows + i);
    }
}

/* ---- heads ---- */

/* From the left edge of the first column that a head stands over to the right edge of the last. */
static double span_width(const zt_table_plan *plan, const zt_table_span *span)
{
    const zt_table_track *last = plan->tracks + span->end - 1;
    return last->x + last->width - plan->tracks[span->first].x;
}

/* Height of the column heads: the tallest plain head, or the tallest one under a common head with
   that on top. A list has none: it repeats heads before each value. */
static void set_heads(zt_table_plan *plan)
{
    const zt_table_content *table = plan->table;
    double tallest = 0, plain = 0;
    plan->spans = ZT_ARRAY(plan->setting->arena, table->span_count + 1, zt_wording);
    if (!table->titled || plan->form == ZT_TABLE_LIST)
        return;
    for (size_t i = 0; i < table->span_count; i++) {
        zt_look look = plan->looks->column;
        look.para.align = ZT_ALIGN_CENTRE;
        plan->spans[i] = zt_wording_rich(plan->setting, &table->spans[i].head, &look,
                                         span_width(plan, table->spans + i));
        plan->span_height = zt_max(plan->span_height, plan->spans[i].height + plan->pad);
    }
    for (size_t i = 0; i < table->column_count; i++)
        plain = zt_max(plain, plan->tracks[i].head_height);
    for (size_t i = 0; i < table->span_count; i++)
        for (size_t k = table->spans[i].first; k < table->spans[i].end; k++)
            tallest = zt_max(tallest, plan->tracks[k].head_height);
    tallest = zt_max(plain, tallest + (table->span_count ? plan->span_height + plan->pad / 2 : 0));
    plan->heads_height = tallest + 2 * plan->pad;
}

/* ---- text columns ---- */

/* A band stays with the row below it: both are of one unit. */
static size_t units_of(const zt_table_plan *plan, size_t *unit, double *heights)
{
    size_t count = 0;
    bool open = false;
    for (size_t i = 0; i < plan->count; i++) {
        count += !open;
        unit[i] = count - 1;
        heights[count - 1] += plan->rows[i].height;
        open = plan->rows[i].line->band;
    }
    return count;
}

/* Deals the rows out over the text columns so that these balance; their order stays. */
static void run_over_columns(zt_table_plan *plan)
{
    zt_arena *arena = plan->setting->arena;
    double *heights = ZT_ARRAY(arena, plan->count + 1, double);
    size_t *unit = ZT_ARRAY(arena, plan->count + 1, size_t);
    int *of_unit = ZT_ARRAY(arena, plan->count + 1, int);
    size_t *lengths = ZT_ARRAY(arena, (size_t)plan->columns, size_t);
    size_t units = units_of(plan, unit, heights);
    plan->rows_height = zt_flow_columns(arena, heights, units, 0, plan->columns, of_unit);
    plan->column = ZT_ARRAY(arena, plan->count + 1, int);
    for (size_t i = 0; i < plan->count; i++) {
        int column = plan->column[i] = of_unit[unit[i]];
        if (++lengths[column] > plan->rows_most)
            plan->rows_most = lengths[column];
    }
}

/* One text column fewer, then a list, when the columns do not stand side by side. */
static void choose_form(zt_table_plan *plan, double width)
{
    const zt_block *block = plan->block;
    int most = block->place && block->place->columns > 1 ? block->place->columns : 1;
    plan->gutter = block->place ? block->place->gutter.natural : 0;
    bool list = strcmp(block->variant, "list") == 0;
    zt_table_scale_heat(plan);
    if (!list)
        zt_table_ask_tracks(plan);
    for (plan->columns = most; plan->columns > 0 && !list; plan->columns--) {
        plan->width = zt_column_width(width, plan->columns, plan->gutter);
        if (zt_table_set_tracks(plan))
            return;
    }
    plan->columns = list ? most : 1;
    plan->form = ZT_TABLE_LIST;
    plan->width = zt_column_width(width, plan->columns, plan->gutter);
    for (size_t i = 0; i < plan->table->column_count; i++)
        zt_table_scale_bars(plan, i, 0, plan->width - 2 * plan->inset);
}

enum { BEHIND_MARK = sizeof "\u2002" - 1 }; /* bytes of the blank between a mark and its note */

/* The mark that a note below the rows begins with; empty: it is about the whole table. */
static zt_str mark_of(const zt_rich *note)
{
    const zt_span *first = note->count > 0 ? note->spans : NULL;
    return first && first->note ? zt_str_slice(first->text, 0, first->text.len - BEHIND_MARK)
                                : (zt_str){0};
}

/* Whether marks parted by commas hold one. */
static bool has_mark(zt_str marks, zt_str mark)
{
    for (size_t first = 0, i = 0; i <= marks.len; i++) {
        if (i < marks.len && marks.data[i] != ',')
            continue;
        if (zt_str_equal(zt_str_slice(marks, first, i), mark))
            return true;
        first = i + 1;
    }
    return false;
}

/* Whether a cell calls the note of a mark. */
static bool calls(const zt_table_entry *cell, zt_str mark)
{
    for (size_t i = 0; i < cell->text.count; i++)
        if (cell->text.spans[i].mark && zt_str_equal(cell->text.spans[i].text, mark))
            return true;
    return has_mark(cell->mark, mark);
}

/* The rows that call a note, in order. */
static void find_callers(const zt_table_plan *plan, const zt_rich *note, zt_table_note *out)
{
    const zt_table_content *table = plan->table;
    zt_str mark = mark_of(note);
    if (mark.len == 0)
        return;
    out->callers = ZT_ARRAY(plan->setting->arena, table->count, size_t);
    for (size_t i = 0; i < table->count; i++) {
        bool called = false;
        for (size_t k = 0; k < table->rows[i].count; k++)
            called = called || calls(&table->rows[i].cells[k], mark);
        if (called)
            out->callers[out->caller_count++] = i;
    }
}

/* Notes take the width of the whole block, below all text columns. */
static void set_notes(zt_table_plan *plan, double width)
{
    const zt_table_content *table = plan->table;
    plan->notes = ZT_ARRAY(plan->setting->arena, table->note_count + 1, zt_table_note);
    for (size_t i = 0; i < table->note_count; i++) {
        zt_wording *text = &plan->notes[i].text;
        *text = zt_wording_rich(plan->setting, table->notes + i, &plan->looks->note, width);
        plan->notes_height += plan->pad + text->height;
        find_callers(plan, table->notes + i, plan->notes + i);
    }
}

/* The form is chosen by width before rows are broken, because a list breaks them otherwise. Rows on
   a ground bring the inset for all, so that columns align. */
zt_table_plan zt_table_plan_make(const zt_block *block, const zt_setting *setting, double width)
{
    zt_table_plan plan = {.block = block,
                          .setting = setting,
                          .table = block->content,
                          .looks = looks_of(block, setting),
                          .pad = zt_setting_gap(setting, PAD),
                          .gap = COLUMN_GAP,
                          .bar_gap = BAR_GAP,
                          .row = ROW};
    for (size_t i = 0; i < plan.table->count; i++)
        if (plan.table->rows[i].key)
            plan.inset = INSET;
    plan.word_gap = plan.looks->word.text.size / 4;
    plan.tracks = ZT_ARRAY(setting->arena, plan.table->column_count + 1, zt_table_track);
    add_rows(&plan);
    choose_form(&plan, width);
    zt_table_set_rows(&plan);
    set_heads(&plan);
    run_over_columns(&plan);
    set_notes(&plan, width);
    plan.title = zt_wording_plain(setting, plan.table->head, block->at, &plan.looks->head, width);
    if (plan.title.para)
        plan.title_height = plan.title.height + 2 * plan.pad;
    return plan;
}

double zt_table_natural(const zt_table_plan *plan)
{
    return plan->title_height + plan->heads_height + plan->rows_height + plan->notes_height;
}

/* Heads over several columns stand at the top, the others on the foot of the heads. */
static double heads_baseline(const zt_table_plan *plan)
{
    zt_first_line first = ZT_NO_LINE;
    double foot = plan->heads_height - plan->pad;
    if (plan->heads_height <= 0)
        return -1;
    for (size_t i = 0; i < plan->table->span_count; i++)
        zt_wording_first(&first, &plan->spans[i], plan->pad);
    for (size_t i = 0; i < plan->table->column_count; i++) {
        const zt_table_track *track = &plan->tracks[i];
        zt_wording_first(&first, &track->head, foot - track->head_height);
        zt_wording_first(&first, &track->unit, foot - track->unit.height);
    }
    return first.baseline;
}

/* A grid row has one baseline; a record begins with its head, or with its first pair. */
static double row_baseline(const zt_table_plan *plan, const zt_table_row *row)
{
    double top = (row->height - row->content) / 2;
    if (plan->form == ZT_TABLE_GRID)
        return top + row->first;
    const zt_table_cell *cell = row->cells;
    if (!cell->entry)
        return zt_wording_baseline(&cell->text, top + cell->y);
    return top + cell->y + ZT_EM_TOP * plan->looks->value.text.size;
}

double zt_table_first_baseline(const zt_table_plan *plan)
{
    double first = zt_wording_baseline(&plan->title, 0), heads = heads_baseline(plan);
    if (first < 0 && heads >= 0)
        first = heads + plan->title_height;
    if (first < 0 && plan->count > 0 && plan->rows[0].count > 0)
        first = plan->title_height + plan->heads_height + row_baseline(plan, plan->rows);
    return first;
}
