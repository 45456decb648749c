/* Planning a heat map: which way round the names have room, whether the values stand in the
   cells, the steps of the ramp, and in words what the cells cannot say. Given data and a width
   it fixes all widths; the height of a row has a least and a most, between which the drawing
   chooses. */
#include "chart/heatmap_imp.h"

#include "labels/spread.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double ROW = ZT_MM(5.2);          /* height of a cell in a full page */
static const double ROW_MOST = ZT_MM(8.6);     /* with height to spare */
static const double NAMES_MOST = 0.3;          /* widest names beside the rows, of the width */
static const double INSET = 0.15;              /* beside a value in its cell, of its size */
static const double OUTLINE_FINE = ZT_MM(0.4); /* the finest outline of a highlight */
static const double OUTLINE_NEAR = ZT_MM(0.1); /* from an outline to a value */
enum { LINES_MOST = 6 };

/* ---- names ---- */

/* The item of a cell, whichever way round the map is. */
static size_t item_of(const zt_heatmap_plan *plan, size_t row, size_t column)
{
    return plan->across ? column : row;
}

/* The series of a cell, whichever way round the map is. */
static size_t series_of(const zt_heatmap_plan *plan, size_t row, size_t column)
{
    return plan->across ? row : column;
}

/* Whether item i, or series i, is highlighted. */
static bool is_lit(const zt_heatmap_plan *plan, bool item, size_t i)
{
    const zt_chart_data *data = plan->chart->data;
    if (item)
        return data->items[i].highlight;
    return zt_chart_series_is_lit(data, i);
}

bool zt_heatmap_row_is_lit(const zt_heatmap_plan *plan, size_t row)
{
    return is_lit(plan, !plan->across, row);
}

bool zt_heatmap_column_is_lit(const zt_heatmap_plan *plan, size_t column)
{
    return is_lit(plan, plan->across, column);
}

/* The name of item i, or of series i, broken at `limit` points. Centred ones are those of
   columns and take the size found for these. */
static zt_words name_of(const zt_heatmap_plan *plan, bool item, size_t i, double limit,
                        zt_align align)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_look look = zt_chart_look(chart, "label");
    if (is_lit(plan, item, i))
        look = zt_chart_strong(chart, &look);
    if (align == ZT_ALIGN_CENTRE)
        look = zt_look_at_size(&look, plan->column_share * look.text.size);
    zt_str text = item ? data->items[i].key : data->series[i];
    zt_pos at = item ? data->items[i].at : data->kind_at;
    if (align == ZT_ALIGN_CENTRE) /* whether it breaks well is asked by what is reported */
        return zt_words_new(chart, text, &look, at, limit, align);
    return zt_words_within(chart, text, &look, at, limit, align);
}

/* Names beside the rows where they take 0.3 of the width at most, else over them; and from them
   the width of a cell. */
static void plan_rows(zt_heatmap_plan *plan)
{
    double widest = 0, size = zt_chart_look(plan->chart, "label").text.size;
    plan->row_names = ZT_ARRAY(plan->chart->setting->arena, plan->rows, zt_words);
    for (size_t r = 0; r < plan->rows; r++) {
        plan->row_names[r] = name_of(plan, !plan->across, r, INFINITY, ZT_ALIGN_START);
        widest = zt_max(widest, plan->row_names[r].width);
    }
    plan->stacked = widest > NAMES_MOST * plan->width;
    plan->left = plan->stacked || widest == 0 ? 0 : widest + ZT_HEATMAP_NEAR;
    plan->name_gap = 0.14 * size; /* that of g and p below the em box */
    plan->lead = plan->stacked ? 1.3 * size : 0;
    for (size_t r = 0; plan->stacked && r < plan->rows; r++) {
        plan->row_names[r] = name_of(plan, !plan->across, r, plan->width, ZT_ALIGN_START);
        plan->lead = zt_max(plan->lead, plan->row_names[r].height + 0.3 * size);
    }
    plan->cell = (plan->width - plan->left) / (double)plan->columns;
}

/* Names a little too wide for their columns are set smaller before they break, all alike and not
   below the least size of their style. */
static void shrink_columns(zt_heatmap_plan *plan, double limit)
{
    zt_look look = zt_chart_look(plan->chart, "label");
    double widest = 0;
    plan->column_share = 1;
    for (size_t c = 0; c < plan->columns; c++)
        widest = zt_max(widest, name_of(plan, plan->across, c, INFINITY, ZT_ALIGN_CENTRE).width);
    if (widest > limit && limit / widest * look.text.size >= look.style->size_min)
        plan->column_share = limit / widest;
}

/* Names over the columns, broken at sense; false when one breaks within a word or takes too many
   lines. What breaking reported is taken back then: it was a try. */
static bool set_columns(zt_heatmap_plan *plan)
{
    zt_diags *diags = plan->chart->setting->diags;
    size_t mark = zt_diags_mark(diags), errors = zt_diags_severity_count(diags, ZT_ERROR);
    size_t warnings = zt_diags_severity_count(diags, ZT_WARNING);
    double size = zt_chart_look(plan->chart, "label").text.size, limit = plan->cell - size / 4;
    bool good = limit >= size;
    plan->head = 0;
    shrink_columns(plan, limit);
    plan->column_names = ZT_ARRAY(plan->chart->setting->arena, plan->columns, zt_words);
    for (size_t c = 0; good && c < plan->columns; c++) {
        plan->column_names[c] = name_of(plan, plan->across, c, limit, ZT_ALIGN_CENTRE);
        const zt_words *name = &plan->column_names[c];
        good = !name->para || (name->width <= limit && name->para->line_count <= LINES_MOST);
        plan->head = zt_max(plan->head, name->height);
    }
    good = good && zt_diags_severity_count(diags, ZT_ERROR) == errors &&
           zt_diags_severity_count(diags, ZT_WARNING) == warnings;
    if (!good)
        zt_diags_rewind(diags, mark);
    plan->head += plan->head > 0 ? ZT_HEATMAP_NEAR : 0;
    return good;
}

/* Times may be thinned, the first and the last stay; names never are. Their measure is the plot:
   what is centred needs one that ends. */
static bool thin_columns(zt_heatmap_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    zt_label *labels = ZT_ARRAY(arena, plan->columns, zt_label);
    bool *keep = ZT_ARRAY(arena, plan->columns, bool);
    double size = zt_chart_look(plan->chart, "label").text.size;
    if (!plan->across || !plan->chart->data->time)
        return false;
    for (size_t c = 0; c < plan->columns; c++) {
        plan->column_names[c] = name_of(plan, true, c, plan->width, ZT_ALIGN_CENTRE);
        double half = plan->column_names[c].width / 2;
        double x = plan->left + ((double)c + 0.5) * plan->cell;
        labels[c] = (zt_label){.wanted = zt_clamp(x, half, plan->width - half), .size = 2 * half};
    }
    zt_labels_thin(labels, plan->columns, size / 2, keep);
    for (size_t c = 0; c < plan->columns; c++)
        if (!keep[c])
            plan->column_names[c] = (zt_words){0};
    plan->head = 0;
    for (size_t c = 0; c < plan->columns; c++)
        plan->head = zt_max(plan->head, plan->column_names[c].height);
    plan->head += ZT_HEATMAP_NEAR;
    return true;
}

/* Names that run down over their columns; false where they would touch. */
static bool set_names_down(zt_heatmap_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look plain = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &plain);
    plan->head = 0;
    for (size_t c = 0; c < plan->columns; c++) {
        bool item = plan->across;
        zt_str text = item ? chart->data->items[c].key : chart->data->series[c];
        zt_pos at = item ? chart->data->items[c].at : chart->data->kind_at;
        plan->column_names[c] =
            zt_words_down(chart, text, is_lit(plan, item, c) ? &strong : &plain, at, plan->cell);
        if (!plan->column_names[c].para && text.len > 0)
            return false;
        plan->head = zt_max(plan->head, plan->column_names[c].height);
    }
    plan->head += ZT_HEATMAP_NEAR;
    return true;
}

/* ---- cells ---- */

/* A missing value is a word in a dashed cell, not a slot of its own. */
static zt_mark_text value_of(const zt_heatmap_plan *plan, const zt_quantity *q, const zt_look *look,
                             zt_pos at)
{
    const zt_chart *chart = plan->chart;
    zt_look tick = zt_chart_look(chart, "tick");
    if (q && q->status == ZT_MISSING)
        return zt_mark_text_new(chart, q->text, &tick, q->at);
    zt_str text = {0};
    if (q)
        text = zt_chart_phrase(chart->setting->arena, chart->data, q, ZT_CHART_BARE);
    return zt_mark_value_new(chart, q, text, look, at);
}

/* Measured in the bold face, which the dark cells need. */
static void set_cells(zt_heatmap_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look value = zt_chart_look(chart, "label"), word = zt_chart_look(chart, "tick");
    value = zt_chart_strong(chart, &value);
    plan->cells = ZT_ARRAY(chart->setting->arena, plan->rows * plan->columns, zt_heatmap_cell);
    for (size_t i = 0; i < plan->rows * plan->columns; i++) {
        size_t row = i / plan->columns, column = i % plan->columns;
        const zt_chart_item *item = &chart->data->items[item_of(plan, row, column)];
        const zt_quantity *q = item->values ? item->values[series_of(plan, row, column)] : NULL;
        plan->cells[i] =
            (zt_heatmap_cell){.quantity = q,
                              .value = value_of(plan, q, &value, item->at),
                              .word = zt_mark_text_new(chart, zt_status_word(q), &word, item->at)};
    }
}

/* Whether the outline of what is highlighted runs down beside the words of a cell: about a column
   or a row as a whole, or about the cells at which both cross. */
static bool is_outlined(const zt_heatmap_plan *plan, size_t row, size_t column)
{
    bool row_lit = zt_heatmap_row_is_lit(plan, row);
    if (!plan->has_lit_column)
        return row_lit && (column == 0 || column + 1 == plan->columns);
    return zt_heatmap_column_is_lit(plan, column) && (!plan->has_lit_row || row_lit);
}

/* Whether what is never set smaller has no room: the words of a standing and of what is missing. */
static bool is_too_wide(const zt_heatmap_cell *cell, double room)
{
    bool missing = cell->quantity && cell->quantity->status == ZT_MISSING;
    return cell->word.width > room || (missing && cell->value.width > room);
}

/* Height of value and word, with the hatching under them. */
static double cell_height(const zt_heatmap_cell *cell)
{
    return zt_mark_text_height(&cell->value) +
           (cell->word.width > 0 ? 1.1 * cell->word.look.text.size : 0) +
           zt_ramp_standing_height(cell->quantity);
}

/* True when every value has room in its cell. Values a little too wide are set smaller, all
   alike, down to the floor of their style; the words of a standing and of what is missing are
   not. Sets the least height of a row either way. */
static bool fit_values(zt_heatmap_plan *plan)
{
    zt_look look = zt_chart_look(plan->chart, "label");
    double size = look.text.size, widest = 0, line = 0;
    double room = plan->cell - 2 * zt_max(INSET * size, OUTLINE_FINE);
    bool wide = false;
    for (size_t i = 0; i < plan->rows * plan->columns; i++) {
        const zt_heatmap_cell *cell = &plan->cells[i];
        widest = zt_max(widest, zt_max(cell->value.width, cell->word.width));
        wide = wide || is_too_wide(cell, room);
        line = zt_max(line, cell_height(cell));
    }
    plan->row = zt_max(ROW, line + 2 * ZT_RAMP_GAP + 0.3 * size);
    if (widest <= room)
        return true;
    double share = room / widest;
    if (wide || share * size < look.style->size_min)
        return false;
    for (size_t i = 0; i < plan->rows * plan->columns; i++)
        zt_mark_text_resize(&plan->cells[i].value, share * plan->cells[i].value.look.text.size);
    return true;
}

/* Outlines are finer where the usual ones would touch a value that they run beside. */
static void plan_outline(zt_heatmap_plan *plan)
{
    double room = plan->cell - 2 * (ZT_RAMP_OUTLINE + OUTLINE_NEAR);
    plan->outline = ZT_RAMP_OUTLINE;
    for (size_t i = 0; plan->printed && i < plan->rows * plan->columns; i++) {
        const zt_heatmap_cell *cell = &plan->cells[i];
        if (is_outlined(plan, i / plan->columns, i % plan->columns) &&
            zt_max(cell->value.width, cell->word.width) > room)
            plan->outline = OUTLINE_FINE;
    }
}

/* Whether any row, any column is highlighted. */
static void find_lit(zt_heatmap_plan *plan)
{
    plan->has_lit_row = plan->has_lit_column = false;
    for (size_t r = 0; r < plan->rows; r++)
        plan->has_lit_row = plan->has_lit_row || zt_heatmap_row_is_lit(plan, r);
    for (size_t c = 0; c < plan->columns; c++)
        plan->has_lit_column = plan->has_lit_column || zt_heatmap_column_is_lit(plan, c);
}

/* Plans names and cells one way round. Returns 2 when names and values have room, 1 for the
   names alone, 0 when not even these have. */
static int arrange(zt_heatmap_plan *plan, bool across)
{
    const zt_chart_data *data = plan->chart->data;
    plan->across = across;
    plan->rows = across ? data->series_count : data->item_count;
    plan->columns = across ? data->item_count : data->series_count;
    find_lit(plan);
    plan_rows(plan);
    plan->named = set_columns(plan) || thin_columns(plan) || set_names_down(plan);
    set_cells(plan);
    plan->printed = fit_values(plan);
    return plan->named ? 1 + plan->printed : 0;
}

/* Times run across where they have room, names down. The other way is taken only where it holds
   more; the plan is left as the better way made it. */
static void choose_way(zt_heatmap_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    bool wish = data->time && data->series_count > 1;
    int wished = arrange(plan, wish);
    if (wished == 2)
        return;
    int other = arrange(plan, !wish);
    if (wished >= other)
        arrange(plan, wish);
}

/* ---- the ramp ---- */

/* In light cells the values stand in the plain face. */
static void lighten(zt_heatmap_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look plain = zt_chart_look(chart, "label");
    for (size_t i = 0; i < plan->rows * plan->columns; i++) {
        zt_heatmap_cell *cell = &plan->cells[i];
        if (!zt_chart_has_value(cell->quantity) ||
            zt_ramp_is_dark(&plan->ramp, zt_ramp_step(&plan->ramp, cell->quantity)))
            continue;
        zt_look look = zt_look_at_size(&plain, cell->value.look.text.size);
        cell->value = zt_mark_text_new(chart, cell->value.text, &look, cell->value.at);
    }
}

/* ---- in words ---- */

/* Adds cell i to what is told at the foot: `what` (最高, or nothing), series and item, value.
   The caller has made sure that the cell has a quantity. */
static void tell(zt_heatmap_plan *plan, const char *what, size_t i)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    const zt_heatmap_cell *cell = &plan->cells[i];
    size_t row = i / plan->columns, column = i % plan->columns;
    const zt_chart_item *item = &data->items[item_of(plan, row, column)];
    zt_str head = data->series[series_of(plan, row, column)];
    zt_str whose = zt_chart_joined(chart, head, item->key);
    const char *text = zt_arena_printf(
        chart->setting->arena, ZT_CHART_IN(chart, "%s%s%.*s：%.*s", "%s%s%.*s: %.*s"),
        zt_foot_list_mark(chart, &plan->told), what, ZT_ARG(whose), ZT_ARG(cell->value.text));
    zt_foot_list_add(&plan->told, zt_str_from(text), cell->quantity->at);
}

/* Without values in the cells: what is missing, and the highest and the lowest. */
static void plan_told(zt_heatmap_plan *plan)
{
    size_t count = plan->rows * plan->columns, low = count, high = count;
    plan->told = zt_foot_list_new(plan->chart, count + 2);
    for (size_t i = 0; !plan->printed && i < count; i++) {
        const zt_quantity *q = plan->cells[i].quantity;
        if (q && !zt_chart_has_value(q))
            tell(plan, "", i);
        if (!zt_chart_has_value(q))
            continue;
        double value = zt_chart_value(plan->chart->data, q);
        if (low == count || value < zt_chart_value(plan->chart->data, plan->cells[low].quantity))
            low = i;
        if (high == count || value > zt_chart_value(plan->chart->data, plan->cells[high].quantity))
            high = i;
    }
    if (high < count)
        tell(plan, ZT_CHART_IN(plan->chart, "最高", "Highest, "), high);
    if (low < count && low != high)
        tell(plan, ZT_CHART_IN(plan->chart, "最低", "Lowest, "), low);
    zt_foot_list_set(plan->chart, &plan->told, plan->width);
}

/* The way round is chosen by the names and the values; steps, tints and faces follow from
   whether values are printed. */
zt_heatmap_plan *zt_heatmap_plan_new(const zt_chart *chart, double width)
{
    zt_heatmap_plan *plan = ZT_NEW(chart->setting->arena, zt_heatmap_plan);
    *plan = (zt_heatmap_plan){.chart = chart, .width = width};
    choose_way(plan);
    plan->row_max = zt_max(plan->row, ROW_MOST);
    plan->ramp = zt_ramp_of(chart, plan->printed);
    lighten(plan);
    plan_outline(plan);
    zt_ramp_plan_key(&plan->ramp, width, plan->left);
    plan_told(plan);
    plan->notes = zt_note_list_new(chart, width);
    if (!plan->named)
        zt_report(chart->setting->diags, ZT_ERROR, "chart-too-narrow", chart->block->at,
                  "宽 %.0f 毫米放不下热力图各列的名称；应加宽、缩短名称，或改用 bar",
                  "a width of %.0f mm leaves no room for the names over the columns of this heat "
                  "map; make it wider, shorten them, or use bar",
                  zt_mm_from_pt(width));
    return plan;
}
