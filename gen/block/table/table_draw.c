/* A table drawn: heads and rules, rows of texts, values on their points, bars. */
#include "block/table/table_imp.h"

#include "chart/form_rank.h"
#include "chart/form_heat.h"

#include <math.h>

static const double RULE = 0.5;             /* points, below the column heads */
static const double HAIRLINE = ZT_MM(0.12); /* between rows */
static const double ZERO_LINE = ZT_MM(0.2);
static const double HEAT_WHITE = ZT_MM(0.35); /* over and under the ground of a value */
static const char RULE_INK[] = "key", PANEL_INK[] = "panel";
static const char BAR_INK[] = "companion-mid", KEY_INK[] = "accent"; /* of bars; of a key row's */

/* A horizontal rule with its middle at y; none of weight 0. */
static void rule(const zt_table_plan *plan, zt_group *into, double weight, double x, double y,
                 double width)
{
    if (weight > 0)
        zt_scene_rule(plan->setting->scene, into, plan->block->at, (zt_point){x, y},
                      (zt_point){x + width, y}, weight,
                      ZT_SOLID(zt_setting_ink(plan->setting, RULE_INK)));
}

/* ---- heads ---- */

/* A column's head and unit stand on the foot of the heads; a header cell of the tagged PDF. */
static void draw_track_head(const zt_table_plan *plan, const zt_table_track *track, zt_group *row,
                            double foot)
{
    const zt_setting *setting = plan->setting;
    double y = foot - track->head_height;
    if (track->head_height <= 0)
        return;
    zt_group *head = zt_scene_add_part(setting->scene, row, track->head.at, "column", ZT_ROLE_TH,
                                       (zt_rect){track->x, y, track->width, track->head_height});
    zt_wording_place(setting, &track->head, head, "text", ZT_ROLE_SPAN, 0, 0);
    zt_wording_place(setting, &track->unit, head, "unit", ZT_ROLE_SPAN, 0,
                     track->head_height - track->unit.height);
}

/* The heads once more at the top of each text column; `repeated` ones are heard once. */
static void draw_heads(const zt_table_plan *plan, zt_group *into, double x, double y, bool repeated)
{
    const zt_table_content *table = plan->table;
    double foot = plan->heads_height - plan->pad;
    if (plan->heads_height <= 0)
        return;
    zt_group *row = zt_scene_add_part(plan->setting->scene, into, plan->block->at, "heads",
                                      repeated ? ZT_ROLE_ARTIFACT : ZT_ROLE_TR,
                                      (zt_rect){x, y, plan->width, plan->heads_height});
    for (size_t i = 0; i < table->span_count; i++) {
        const zt_table_track *first = plan->tracks + table->spans[i].first;
        zt_wording_place(plan->setting, plan->spans + i, row, "span", ZT_ROLE_TH, first->x,
                         plan->pad);
        rule(plan, row, HAIRLINE, first->x, plan->pad + plan->span_height - plan->pad / 2,
             plan->spans[i].para ? plan->spans[i].para->width : 0);
    }
    for (size_t i = 0; i < table->column_count; i++)
        draw_track_head(plan, plan->tracks + i, row, foot);
    rule(plan, row, RULE, 0, plan->heads_height, plan->width);
}

/* ---- cells ---- */

/* The value with its axis at x and what it is to a reader beside it. */
static void draw_value(const zt_table_plan *plan, const zt_table_row *row,
                       const zt_table_cell *cell, zt_group *into, double x, double baseline)
{
    const zt_setting *setting = plan->setting;
    zt_value value = zt_table_value(plan, row, cell);
    zt_value_extent e = zt_value_place(setting->diags, setting->scene, into, &value, x, baseline);
    if (cell->word.len)
        zt_text_place(setting->diags, setting->scene, into, cell->word, &plan->looks->word.text,
                      &plan->looks->word.para, ZT_ALIGN_START, x + e.after + plan->word_gap,
                      baseline, cell->entry->at);
    if (!cell->mark.para)
        return;
    double mark = x + e.after + cell->tail - cell->mark.para->max_width;
    zt_wording_place(setting, &cell->mark, into, "mark", ZT_ROLE_SPAN, mark,
                     baseline - zt_wording_baseline(&cell->mark, 0));
}

/* From the axis of a value to where it ends, with what stands behind it. */
static double value_after(const zt_table_plan *plan, const zt_table_row *row,
                          const zt_table_cell *cell)
{
    zt_value value = zt_table_value(plan, row, cell);
    zt_value_extent e = zt_value_measure(plan->setting->diags, plan->setting->arena, &value);
    return e.after + cell->tail;
}

/* `x` is the left edge of the bars' room. */
static void draw_bar(const zt_table_plan *plan, const zt_table_row *row, const zt_table_cell *cell,
                     zt_group *into, double x, double middle)
{
    const zt_table_params *p = plan->block->params;
    const zt_table_track *track = plan->tracks + cell->entry->column;
    const zt_quantity *q = cell->entry->value;
    const double height = ZT_TABLE_BAR;
    double length = zt_num_double(q->value) * track->scale, zero = x + track->zero;
    /* The marks of charts ask the hosting block for the look of estimates. */
    zt_chart host = {.block = plan->block,
                     .setting = plan->setting,
                     .marks = &p->marks,
                     .em = zt_block_look(plan->setting, plan->block, "label").text.size};
    const zt_ink *ink = zt_setting_ink(plan->setting, row->line->key ? KEY_INK : BAR_INK);
    zt_rect bar = {zt_min(zero, zero + length), middle - height / 2, length < 0 ? -length : length,
                   height};
    zt_group *part =
        zt_scene_add_part(plan->setting->scene, into, q->at, "bar", ZT_ROLE_ARTIFACT, bar);
    if (length != 0)
        zt_mark_value_bar(&host, part, q->at, (zt_rect){0, 0, bar.w, bar.h},
                          length < 0 ? ZT_MARK_END_LEFT : ZT_MARK_END_RIGHT, zt_mark_fill_of(q),
                          ink);
    if (length != 0 && zt_chart_is_open(q))
        zt_mark_open_end(&host, part, q->at, (zt_point){length < 0 ? 0 : bar.w, bar.h / 2},
                         0.2 * height, ink);
    if (track->zero > 0)
        zt_scene_rule(plan->setting->scene, part, q->at, (zt_point){zero - bar.x, -0.3 * height},
                      (zt_point){zero - bar.x, 1.3 * height}, ZERO_LINE,
                      ZT_SOLID(zt_setting_ink(plan->setting, RULE_INK)));
}

/* A rank in a column of bars: the ten first places, this one lit. */
static void draw_rank(const zt_table_plan *plan, const zt_table_row *row, const zt_table_cell *cell,
                      zt_group *into, double x, double middle)
{
    const zt_setting *setting = plan->setting;
    const zt_table_track *track = plan->tracks + cell->entry->column;
    const zt_quantity *rank = cell->entry->value;
    bool key = row->line->key; /* it stands on the panel */
    const zt_form_rank_params params = {
        .rank = rank,
        .cell = ZT_TABLE_BAR,
        .lit = key ? zt_setting_ink(setting, KEY_INK) : plan->looks->value.ink,
        .within = zt_setting_ink(setting, BAR_INK),
        .empty = key ? &zt_ink_paper : zt_setting_ink(setting, PANEL_INK)};
    zt_form_rank form = zt_form_rank_plan(&params, track->bar_width);
    zt_form_rank_draw(&form, plan->setting, into, x, middle - form.height / 2);
}

/* What stands in a column of bars. */
static void draw_form(const zt_table_plan *plan, const zt_table_row *row, const zt_table_cell *cell,
                      zt_group *into, double x, double middle)
{
    if (zt_table_has_length(cell->entry))
        draw_bar(plan, row, cell, into, x, middle);
    else if (zt_form_rank_shows(cell->entry->value))
        draw_rank(plan, row, cell, into, x, middle);
}

/* The ground of a value in a column of heat, `box` in the frame of `into`; none of what has no
   length. */
static void draw_heat(const zt_table_plan *plan, const zt_table_cell *cell, zt_group *into,
                      zt_rect box)
{
    const zt_table_track *track = plan->tracks + cell->entry->column;
    if (track->heat_steps == 0 || !zt_table_has_length(cell->entry))
        return;
    zt_form_heat heat = {track->heat_low, track->heat_step, track->heat_steps, {0}};
    zt_form_heat_draw(&heat, cell->entry->value, cell->entry->at, plan->setting, into, box);
}

/* The small line of a cell, its middle at `middle`; bold rows have it in their ink. */
static void draw_trend(const zt_table_plan *plan, const zt_table_row *row,
                       const zt_table_cell *cell, zt_group *into, double x, double width,
                       double middle)
{
    const zt_ink *ink = zt_setting_ink(plan->setting, row->line->key ? KEY_INK : BAR_INK);
    double height = ZT_FORM_TREND_HEIGHT;
    zt_form_trend_draw(cell->entry->trend, plan->setting, ink, into,
                       (zt_rect){x, middle - height / 2, width, height});
}

/* The middle of digits on that baseline: bars are centred on it. */
static double digits_middle(const zt_look *look, double baseline)
{
    return baseline - zt_digit_height(look) / 2;
}

/* The dash of a cell without anything: a reader says that the cell is empty. */
static void draw_dash(const zt_table_plan *plan, zt_group *cell, zt_align align, double x,
                      double baseline, zt_pos at)
{
    const zt_look *look = &plan->looks->empty;
    zt_group *dash =
        zt_scene_add_part(plan->setting->scene, cell, at, NULL, ZT_ROLE_ARTIFACT, (zt_rect){0});
    zt_text_place(plan->setting->diags, plan->setting->scene, dash, ZT_STR("—"), &look->text,
                  &look->para, align, x, baseline, at);
}

/* The ground of a value over the height of its row, which begins `top` above the content: over the
   whole column, or round its values where these have bars. */
static zt_rect heat_box(const zt_table_track *track, double content, double top)
{
    double above = top - HEAT_WHITE;
    double values = track->values.before + track->values.after;
    return (zt_rect){track->bars ? -ZT_TABLE_HEAT / 2 : 0, -above,
                     track->bars ? values + ZT_TABLE_HEAT : track->width, content + 2 * above};
}

/* Where the dash of an empty cell stands in a column of texts. */
static double dash_x(const zt_table_track *track)
{
    if (track->align == ZT_ALIGN_CENTRE)
        return track->width / 2;
    return track->align == ZT_ALIGN_END ? track->width : 0;
}

/* A text where its column has its texts; a value with its axis (decimal point or end of digits)
   where the column's widest extent puts it; a dash for nothing. */
static void draw_grid_cell(const zt_table_plan *plan, const zt_table_row *row,
                           const zt_table_cell *cell, zt_group *into, double top)
{
    const zt_table_entry *entry = cell->entry;
    const zt_table_track *track = plan->tracks + (entry ? entry->column : 0);
    double baseline = top + row->first;
    if (cell->text.para) {
        zt_wording_place(plan->setting, &cell->text, into, entry ? "cell" : "row-head",
                         entry ? ZT_ROLE_TD : ZT_ROLE_TH, track->x, top + cell->y);
        return;
    }
    zt_rect box = {track->x, top, track->width, row->content};
    zt_group *part =
        zt_scene_add_part(plan->setting->scene, into, entry->at, "value", ZT_ROLE_TD, box);
    double end = zt_table_values_end(track);
    if (track->heat_steps && entry->value)
        draw_heat(plan, cell, part, heat_box(track, row->content, top));
    double axis = end - track->values.after;
    if (entry->trend) {
        draw_trend(plan, row, cell, part, 0, track->width,
                   digits_middle(&plan->looks->value, baseline - top));
        return;
    }
    if (entry->value) {
        if (plan->table->turned)
            axis = end - value_after(plan, row, cell);
        draw_value(plan, row, cell, part, axis, baseline - top);
        double middle = digits_middle(&plan->looks->value, baseline - top);
        if (track->bars)
            draw_form(plan, row, cell, part, track->bar_x, middle);
        return;
    }
    draw_dash(plan, part, track->numeric ? ZT_ALIGN_END : track->align,
              track->numeric ? axis : dash_x(track), baseline - top, entry->at);
}

/* A pair of a record: label at the left edge, value or text at the right one or below, bar or
   places under both over the whole width. */
static void draw_pair(const zt_table_plan *plan, const zt_table_row *row, const zt_table_cell *cell,
                      zt_group *into, double top)
{
    const zt_setting *setting = plan->setting;
    const zt_table_entry *entry = cell->entry;
    double size = plan->looks->value.text.size, y = top + cell->y, baseline = y + ZT_EM_TOP * size;
    double all = plan->width - 2 * plan->inset;
    double label_y = baseline - ZT_EM_TOP * cell->label.look.text.size;
    zt_wording_place(setting, &cell->label, into, "label", ZT_ROLE_TH, plan->inset,
                     zt_max(y, label_y));
    if (cell->text.para) {
        bool beside = cell->text.look.para.align == ZT_ALIGN_END;
        zt_wording_place(setting, &cell->text, into, "cell", ZT_ROLE_TD, plan->inset,
                         beside ? zt_max(y, label_y) : y + cell->height - cell->text.height);
        return;
    }
    zt_group *part = zt_scene_add_part(setting->scene, into, entry->at, "value", ZT_ROLE_TD,
                                       (zt_rect){plan->inset, y, all, cell->height});
    if (entry->trend) {
        draw_trend(
            plan, row, cell, part, all - ZT_FORM_TREND_WIDTH, ZT_FORM_TREND_WIDTH,
            zt_max(ZT_FORM_TREND_HEIGHT / 2, digits_middle(&plan->looks->value, baseline - y)));
        return;
    }
    if (!entry->value) {
        draw_dash(plan, part, ZT_ALIGN_END, all, baseline - y, entry->at);
        return;
    }
    zt_value value = zt_table_value(plan, row, cell);
    zt_value_extent e = zt_value_measure(setting->diags, setting->arena, &value);
    double word = cell->tail;
    double ground = plan->tracks[entry->column].heat_steps ? ZT_TABLE_HEAT : 0;
    if (ground > 0)
        draw_heat(plan, cell, part,
                  (zt_rect){all - e.before - e.after - word - 2 * ground, -0.1 * size,
                            e.before + e.after + word + 2 * ground, 1.2 * size});
    draw_value(plan, row, cell, part, all - word - e.after - ground, baseline - y);
    const double bar = ZT_TABLE_BAR;
    if (plan->table->columns[entry->column].bars)
        draw_form(plan, row, cell, part, 0, cell->height - bar / 2);
}

/* The head of a record on one baseline with the label left of it, where it has one. */
static void draw_title(const zt_table_plan *plan, const zt_table_cell *cell, zt_group *into,
                       double y)
{
    double down = ZT_EM_TOP * (cell->text.look.text.size - cell->label.look.text.size);
    if (cell->label.para)
        zt_wording_place(plan->setting, &cell->label, into, "label", ZT_ROLE_SPAN, plan->inset,
                         y + zt_max(down, 0));
    zt_wording_place(plan->setting, &cell->text, into, "row-head", ZT_ROLE_TH,
                     plan->inset + zt_table_label_room(plan, cell), y);
}

/* Ground of a key row, cells, and the rule above: a hairline between rows, a full one above a band;
   above the first row the heads have drawn theirs, so it has a full one only where there are no
   heads. */
static void draw_row(const zt_table_plan *plan, const zt_table_row *row, zt_group *into,
                     zt_rect box, bool first)
{
    zt_pos at = row->line->at;
    zt_group *group = zt_scene_add_part(plan->setting->scene, into, at, "row", ZT_ROLE_TR, box);
    if (row->line->key)
        zt_scene_fill_rect(plan->setting->scene, group, at, (zt_rect){0, 0, box.w, box.h},
                           ZT_SOLID(zt_setting_ink(plan->setting, PANEL_INK)));
    double top = (box.h - row->content) / 2;
    for (size_t k = 0; k < row->count; k++) {
        const zt_table_cell *cell = row->cells + k;
        if (plan->form == ZT_TABLE_GRID)
            draw_grid_cell(plan, row, cell, group, top);
        else if (cell->entry)
            draw_pair(plan, row, cell, group, top);
        else
            draw_title(plan, cell, group, top + cell->y);
    }
    if (first ? plan->heads_height <= 0 : row->line->band)
        rule(plan, group, RULE, 0, 0, box.w);
    else if (!first)
        rule(plan, group, HAIRLINE, 0, 0, box.w);
}

/* ---- all ---- */

/* Each text column from its head to its last row. */
static void draw_columns(const zt_table_plan *plan, zt_group *table, double each)
{
    double y = 0;
    for (size_t i = 0; i < plan->count; i++) {
        bool first = i == 0 || plan->column[i] != plan->column[i - 1];
        double x = plan->column[i] * (plan->width + plan->gutter);
        if (first) {
            draw_heads(plan, table, x, 0, i > 0);
            y = plan->heads_height;
        }
        double h = plan->rows[i].height + each;
        draw_row(plan, plan->rows + i, table, (zt_rect){x, y, plan->width, h}, first);
        y += h;
    }
}

/* Whether a note stands below a part of the rows. */
static bool is_called(const zt_table_plan *plan, const zt_table_note *note, size_t first,
                      size_t end)
{
    if (note->caller_count == 0)
        return end == plan->count;
    for (size_t i = 0; i < note->caller_count; i++)
        if (note->callers[i] >= first && note->callers[i] < end)
            return true;
    return false;
}

/* The notes of some rows, which end at y. */
static void draw_notes(const zt_table_plan *plan, size_t first, size_t end, double y,
                       zt_group *into)
{
    for (size_t i = 0; i < plan->table->note_count; i++) {
        const zt_table_note *note = &plan->notes[i];
        if (!is_called(plan, note, first, end))
            continue;
        bool again = note->caller_count > 0 && note->callers[0] < first;
        y += plan->pad;
        zt_wording_place(plan->setting, &note->text, into, "note",
                         again ? ZT_ROLE_ARTIFACT : ZT_ROLE_NOTE, 0, y);
        y += note->text.height;
    }
}

/* Spare height goes evenly to the rows of the longest text column, up to the ceiling of a row;
   other columns take as much a row. */
void zt_table_draw(const zt_table_plan *plan, double height, zt_group *into)
{
    double natural = zt_table_natural(plan);
    double most = zt_max(0, plan->row.ceiling - plan->row.natural);
    double each = plan->rows_most ? (height - natural) / (double)plan->rows_most : 0;
    each = zt_clamp(each, 0, most);
    double y = plan->title_height;
    double rows = plan->heads_height + plan->rows_height + each * (double)plan->rows_most;
    zt_wording_place(plan->setting, &plan->title, into, "head", ZT_ROLE_H2, 0, 0);
    double width = plan->columns * (plan->width + plan->gutter) - plan->gutter;
    zt_group *table = zt_scene_add_part(plan->setting->scene, into, plan->block->at, "table",
                                        ZT_ROLE_TABLE, (zt_rect){0, y, width, rows});
    draw_columns(plan, table, each);
    draw_notes(plan, 0, plan->count, y + rows, into);
}

/* Points of the notes of some rows, with what stands above each. */
static double part_notes(const zt_table_plan *plan, size_t first, size_t end)
{
    double height = 0;
    for (size_t i = 0; i < plan->table->note_count; i++)
        if (is_called(plan, &plan->notes[i], first, end))
            height += plan->pad + plan->notes[i].text.height;
    return height;
}

double zt_table_part_height(const zt_table_plan *plan, size_t first, size_t end)
{
    double height = plan->heads_height + part_notes(plan, first, end);
    for (size_t i = first; i < end; i++)
        height += plan->rows[i].height;
    return height;
}

void zt_table_draw_part(const zt_table_plan *plan, size_t first, size_t end, zt_group *into)
{
    double height = zt_table_part_height(plan, first, end), y = plan->heads_height;
    double notes = part_notes(plan, first, end);
    zt_group *table =
        zt_scene_add_part(plan->setting->scene, into, plan->block->at, "table", ZT_ROLE_TABLE,
                          (zt_rect){0, 0, plan->width, height - notes});
    draw_heads(plan, table, 0, 0, first > 0);
    for (size_t i = first; i < end; i++) {
        draw_row(plan, plan->rows + i, table, (zt_rect){0, y, plan->width, plan->rows[i].height},
                 i == first);
        y += plan->rows[i].height;
    }
    draw_notes(plan, first, end, y, into);
}
