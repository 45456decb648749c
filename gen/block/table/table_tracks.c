/* Widths of a table's columns: values take what they need, texts share the rest. */
#include "block/table/table_imp.h"

#include "chart/ticks.h"

#include <math.h>

static const double HEAD_LEAST = 4; /* characters of a head that stay in one line */

bool zt_table_has_length(const zt_table_entry *entry)
{
    const zt_quantity *q = entry ? entry->value : NULL;
    if (!q || !q->has_number)
        return false;
    if (q->kind == ZT_Q_RANK) /* the second place is not twice the first */
        return false;
    /* 降至5.2% in a column of growth is where it stands, no growth: a length would lie. */
    return q->kind != ZT_Q_CHANGE || q->says == ZT_SAYS_PLAIN || q->says == ZT_SAYS_RATIO;
}

/* What is printed of a value: in a grid the bare number, as the column's head has the unit; in a
   list the whole phrase, with the column's unit behind a number that has none. */
zt_value zt_table_value(const zt_table_plan *plan, const zt_table_row *row,
                        const zt_table_cell *cell)
{
    const zt_table_looks *looks = plan->looks;
    const zt_table_entry *entry = cell->entry;
    bool key = row->line->key || plan->table->columns[entry->column].key;
    const zt_look *look = key ? &looks->key : &looks->value;
    zt_str text = entry->bare;
    if (plan->form == ZT_TABLE_LIST) {
        zt_str unit = plan->table->columns[entry->column].unit;
        text = zt_bare_phrase(entry->value);
        bool told = !entry->value->has_number || entry->bare.len < text.len ||
                    entry->value->figure_end < text.len;
        if (!told && unit.len)
            text = zt_str_from(zt_arena_printf(
                plan->setting->arena, "%.*s%.*s", ZT_ARG(text),
                ZT_ARG(zt_unit_behind(plan->setting->arena, plan->setting->language, unit))));
    }
    if (entry->value->status == ZT_MISSING)
        look = &looks->missing;
    return (zt_value){text, &look->text, &look->para, entry->at};
}

/* The look of a text cell: bold in a key row. */
static const zt_look *cell_look(const zt_table_plan *plan, const zt_table_row *row)
{
    return row->line->key ? &plan->looks->strong : &plan->looks->cell;
}

/* The same in a column to stress. */
const zt_look *zt_table_text_look(const zt_table_plan *plan, const zt_table_row *row,
                                  const zt_table_cell *cell)
{
    bool key = plan->table->columns[cell->entry->column].key;
    return key ? &plan->looks->strong : cell_look(plan, row);
}

/* ---- what each column needs ---- */

/* Points that the longest line takes within a width, as the text will be set. */
static double extent_of(const zt_setting *setting, const zt_rich *text, const zt_look *look,
                        const zt_look *strong, double width)
{
    zt_look plain = *look;
    plain.para.align = ZT_ALIGN_START;
    zt_wording set = zt_wording_strong(setting, text, &plain, strong, width);
    return set.para ? set.para->max_width : 0;
}

/* A text may break, but not inside a word or a figure. */
static void ask_text(const zt_table_plan *plan, zt_table_track *track, const zt_rich *text,
                     const zt_look *look, const zt_look *strong, double least)
{
    double natural = extent_of(plan->setting, text, look, strong, INFINITY);
    track->natural = zt_max(track->natural, natural);
    if (natural <= least) {
        track->least = zt_max(track->least, natural);
        return;
    }
    zt_setting trial = *plan->setting; /* a word wider than that is what is asked for */
    trial.diags = zt_diags_new(trial.arena);
    double broken = extent_of(&trial, text, look, strong, least);
    track->least = zt_max(track->least, zt_max(least, broken));
}

/* Adds one cell to what its column needs. A cell over several columns asks for nothing: it takes
   the width they have. */
static void ask_cell(const zt_table_plan *plan, const zt_table_row *row, const zt_table_cell *cell,
                     double least)
{
    const zt_table_entry *entry = cell->entry;
    const zt_table_looks *looks = plan->looks;
    if (entry && entry->span > 1)
        return; /* it takes the width of its columns */
    zt_table_track *track = plan->tracks + (entry ? entry->column : 0);
    if (entry && entry->trend) {
        track->least = zt_max(track->least, ZT_FORM_TREND_LEAST);
        track->natural = zt_max(track->natural, ZT_FORM_TREND_WIDTH);
    } else if (!entry) {
        ask_text(plan, track, &row->line->head, &looks->row, &looks->strong, least);
    } else if (entry->value) {
        zt_value value = zt_table_value(plan, row, cell);
        zt_value_extent e = zt_value_measure(plan->setting->diags, plan->setting->arena, &value);
        e.after += cell->tail;
        if (plan->table->turned) /* unlike values have no point in common */
            e = (zt_value_extent){.before = e.before + e.after};
        track->values = zt_value_join(track->values, e);
        track->numeric = true;
    } else {
        ask_text(plan, track, &entry->text, zt_table_text_look(plan, row, cell), &looks->strong,
                 least);
    }
}

/* A head breaks like a text, but keeps HEAD_LEAST characters in a line. */
static void ask_head(const zt_table_plan *plan, size_t i)
{
    const zt_table_looks *looks = plan->looks;
    const zt_table_head *head = plan->table->columns + i;
    zt_table_track *track = plan->tracks + i;
    zt_rich unit = {0};
    zt_span span = {.kind = ZT_SPAN_TEXT, .text = head->unit, .at = head->at};
    if (head->unit.len)
        unit = (zt_rich){&span, 1, head->at};
    ask_text(plan, track, &head->head, &looks->column, &looks->column,
             HEAD_LEAST * looks->column.text.size);
    ask_text(plan, track, &unit, &looks->unit, &looks->unit, HEAD_LEAST * looks->unit.text.size);
}

/* What the column says; else values stand at its end, but left of their bars, and texts at its
   start. */
static zt_align align_of(const zt_table_head *head, const zt_table_track *track)
{
    switch (head->align) {
    case ZT_TABLE_ALIGN_START:
        return ZT_ALIGN_START;
    case ZT_TABLE_ALIGN_CENTRE:
        return ZT_ALIGN_CENTRE;
    case ZT_TABLE_ALIGN_END:
        return ZT_ALIGN_END;
    case ZT_TABLE_ALIGN_AUTO:
        break;
    }
    return track->numeric && !track->bars ? ZT_ALIGN_END : ZT_ALIGN_START;
}

double zt_table_values_end(const zt_table_track *track)
{
    double values = track->values.before + track->values.after;
    double ground = track->heat_steps && !track->bars ? ZT_TABLE_HEAT : 0;
    double spare = track->width - values - 2 * ground;
    if (track->bars || track->align == ZT_ALIGN_START)
        return ground + values;
    return ground + values + (track->align == ZT_ALIGN_CENTRE ? spare / 2 : spare);
}

static const double CELL_LEAST = 6;        /* characters that a column of text holds at least */
static const double BAR = ZT_MM(30);       /* natural length of the longest bar */
static const double BAR_LEAST = ZT_MM(10); /* and its least */
enum { HEAT_STEPS = 5 };

/* About five steps between round limits over all values of a column. */
static void scale_heat(zt_table_plan *plan, size_t column)
{
    zt_table_track *track = plan->tracks + column;
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < plan->count; i++)
        for (size_t k = 0; k < plan->rows[i].count; k++) {
            const zt_table_entry *entry = plan->rows[i].cells[k].entry;
            if (!zt_table_has_length(entry) || entry->column != column)
                continue;
            low = zt_min(low, zt_num_double(entry->value->value));
            high = zt_max(high, zt_num_double(entry->value->value));
        }
    if (low > high || !plan->table->columns[column].heat)
        return;
    zt_ticks limits = zt_ticks_choose(low, high, HEAT_STEPS + 1, ZT_TICKS_COVER);
    track->heat_low = zt_num_double(zt_ticks_at(&limits, 0));
    track->heat_step = zt_num_double(limits.step);
    track->heat_steps = limits.count - 1;
}

void zt_table_scale_heat(zt_table_plan *plan)
{
    for (size_t i = 0; i < plan->table->column_count; i++)
        scale_heat(plan, i);
}

/* Least and natural width of every column, from all rows and its head. Values never break, so their
   least width is their whole extent; bars ask for more. */
void zt_table_ask_tracks(zt_table_plan *plan)
{
    const double least = CELL_LEAST * plan->looks->cell.text.size;
    for (size_t i = 0; i < plan->count; i++)
        for (size_t k = 0; k < plan->rows[i].count; k++)
            ask_cell(plan, plan->rows + i, plan->rows[i].cells + k, least);
    for (size_t i = 0; i < plan->table->column_count; i++) {
        zt_table_track *track = plan->tracks + i;
        double values = track->values.before + track->values.after;
        track->bars = track->numeric && plan->table->columns[i].bars;
        track->align = align_of(plan->table->columns + i, track);
        ask_head(plan, i);
        if (track->bars) {
            track->least = zt_max(track->least, values + plan->bar_gap + BAR_LEAST);
            track->natural = zt_max(track->natural, values + plan->bar_gap + BAR);
        }
        track->least = zt_max(track->least, values + (track->heat_steps ? 2 * ZT_TABLE_HEAT : 0));
        track->natural = zt_max(track->natural, track->least);
    }
}

/* ---- who gets what ---- */

/* Deals what the columns do not need out to the gaps between them, up to their limit. Beyond it a
   last column of text is wider, so that values stay near what they belong to; values end at the
   right edge, and what precedes them is further off. */
static void space_out(zt_table_plan *plan, double spare)
{
    const zt_table_params *params = plan->block->params;
    size_t count = plan->table->column_count;
    double each = count < 2 ? 0 : spare / (double)(count - 1), x = plan->inset;
    if (params->gap_most > 0)
        each = zt_min(each, zt_max(0, params->gap_most - plan->gap));
    double rest = count < 2 ? 0 : spare - each * (double)(count - 1);
    bool to_text = count > 1 && !plan->tracks[count - 1].numeric;
    for (size_t i = 0; i < count; i++) {
        plan->tracks[i].x = x;
        x += plan->tracks[i].width + plan->gap + each + (i == 0 && !to_text ? rest : 0);
    }
    if (to_text)
        plan->tracks[count - 1].width += rest;
}

/* Widths between least and natural grow in one proportion; what is left beyond that goes to the
   bars, and without any to the gaps between columns. A single column takes all of the room. */
static void share_out(zt_table_plan *plan, double room, double least, double natural)
{
    size_t count = plan->table->column_count, bars = 0;
    double part = natural > least ? zt_clamp((room - least) / (natural - least), 0, 1) : 1;
    for (size_t i = 0; i < count; i++) {
        zt_table_track *track = plan->tracks + i;
        track->width = track->least + part * (track->natural - track->least);
        bars += track->bars;
    }
    double spare = zt_max(0, room - natural);
    for (size_t i = 0; bars && i < count; i++)
        plan->tracks[i].width += plan->tracks[i].bars ? spare / (double)bars : 0;
    space_out(plan, bars ? 0 : spare);
    if (count == 1)
        plan->tracks[0].width = room;
}

/* One scale for all bars of the column from its lowest to its highest value, naught included:
   lengths stay in proportion and negative values run left of naught. */
void zt_table_scale_bars(zt_table_plan *plan, size_t column, double x, double width)
{
    zt_table_track *track = plan->tracks + column;
    double low = 0, high = 0;
    for (size_t i = 0; i < plan->count; i++)
        for (size_t k = 0; k < plan->rows[i].count; k++) {
            const zt_table_entry *entry = plan->rows[i].cells[k].entry;
            if (!zt_table_has_length(entry) || entry->column != column)
                continue;
            low = zt_min(low, zt_num_double(entry->value->value));
            high = zt_max(high, zt_num_double(entry->value->value));
        }
    track->bar_x = x;
    track->bar_width = zt_max(0, width);
    track->scale = high > low ? track->bar_width / (high - low) : 0;
    track->zero = -low * track->scale;
}

/* Heads of values stand at the right edge, as their values do; over bars they stand left, where the
   values are. */
static void set_heads(zt_table_plan *plan)
{
    const zt_table_looks *looks = plan->looks;
    for (size_t i = 0; i < plan->table->column_count; i++) {
        zt_table_track *track = plan->tracks + i;
        const zt_table_head *head = plan->table->columns + i;
        zt_look column = looks->column, unit = looks->unit;
        if (track->align != ZT_ALIGN_START)
            column.para.align = unit.para.align = track->align;
        track->head = zt_wording_rich(plan->setting, &head->head, &column, track->width);
        track->unit = zt_wording_plain(plan->setting, head->unit, head->at, &unit, track->width);
        track->head_height = track->head.height + track->unit.height;
        if (track->head.para && track->unit.para)
            track->head_height += plan->pad / 3;
    }
}

/* Shares the width out and breaks the heads; false, with nothing set, when not even the least
   widths find room. */
bool zt_table_set_tracks(zt_table_plan *plan)
{
    size_t count = plan->table->column_count;
    double least = 0, natural = 0;
    double room = plan->width - 2 * plan->inset - plan->gap * (double)(count ? count - 1 : 0);
    for (size_t i = 0; i < count; i++) {
        least += plan->tracks[i].least;
        natural += plan->tracks[i].natural;
    }
    if (least > room + 0.01)
        return false;
    share_out(plan, room, least, natural);
    for (size_t i = 0; i < count; i++) {
        zt_table_track *track = plan->tracks + i;
        double values = track->values.before + track->values.after + plan->bar_gap;
        if (track->bars)
            zt_table_scale_bars(plan, i, values, track->width - values);
    }
    set_heads(plan);
    return true;
}
