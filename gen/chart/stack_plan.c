/* Planning stacked bars: lengths, which values stand in their segments, where the parts are
   named. One series is one bar with the items as parts, several are a bar for each item; the
   functions on top hide the difference. All x are final here, the heights of bars are the least
   ones. */
#include "chart/stack_imp.h"

#include "chart/whole.h"

#include "labels/spread.h"

#include <math.h>

static const double NARROW = ZT_MM(60); /* below it names stand over the bars */
static const double BAR = ZT_MM(6.4), BAR_NARROW = ZT_MM(5); /* least heights of a bar */
static const double BETWEEN = ZT_MM(2.4);                    /* least room from bar to bar */
static const double BETWEEN_MOST = ZT_MM(4.3);
static const double SEAM = ZT_MM(0.35); /* paper between two segments */
static const double GAP = ZT_MM(1.4);   /* beside text */
static const double NAMES_SHARE = 0.28; /* of the width, for names at the left */
static const double TYPE_SHARE = 0.8;   /* of the bar's height, for type in it */

/* ---- the data as bars and parts ---- */

/* A single series is one whole, whose parts are the items. */
static bool is_one_bar(const zt_chart_data *data)
{
    return data->series_count == 1;
}

/* The item that a part of a bar belongs to. */
static const zt_chart_item *item_of(const zt_stack *s, size_t row, size_t part)
{
    return &s->chart->data->items[is_one_bar(s->chart->data) ? part : row];
}

/* The value of a part of a bar; NULL when the item is not in the series. */
static const zt_quantity *quantity_of(const zt_stack *s, size_t row, size_t part)
{
    const zt_chart_item *item = item_of(s, row, part);
    return item->values[is_one_bar(s->chart->data) ? 0 : part];
}

/* The name of a part. */
static zt_str head_of(const zt_stack *s, size_t part)
{
    const zt_chart_data *data = s->chart->data;
    return is_one_bar(data) ? data->items[part].key : data->series[part];
}

/* The highlighted part in the accent, else the first, which lies on the base line. */
static const zt_part_fill *fills_of(const zt_stack *s)
{
    const zt_chart_data *data = s->chart->data;
    bool *lead = ZT_ARRAY(s->chart->setting->arena, s->parts + 1, bool), any = false;
    for (size_t i = 0; i < s->parts; i++) {
        lead[i] = is_one_bar(data) ? data->items[i].highlight
                                   : data->series_highlight && data->series_highlight[i];
        any = any || lead[i];
    }
    return zt_fills_new(s->chart, s->parts, any ? lead : NULL);
}

/* ---- lengths ---- */

/* The value of a part in the unit of the data; 0 when there is none. */
static double value_of(const zt_stack *s, size_t row, size_t part)
{
    return zt_chart_value(s->chart->data, quantity_of(s, row, part));
}

/* What the length of a bar stands for: shares are of 100 (‰ of 1000) unless rounding alone is in
   the way, so that a rest which nobody named stays white; amounts are of their sum, which is not
   known while one of them is to come: 0 then. */
static double whole_of(const zt_stack *s, size_t row)
{
    double sum = 0, slip = 1e-9;
    bool missing = false;
    for (size_t i = 0; i < s->parts; i++) {
        const zt_quantity *q = quantity_of(s, row, i);
        sum += value_of(s, row, i);
        missing = missing || (q && !zt_chart_has_value(q));
        if (zt_chart_has_value(q))
            slip += 0.5 * pow(10, -q->printed.decimals);
    }
    if (!zt_unit_is_per_cent(s->chart->data))
        return missing ? 0 : sum;
    double hundred = zt_str_is(s->chart->data->unit, "%") ? 100 : 1000;
    return missing || sum < hundred - slip ? zt_max(sum, hundred) : sum;
}

/* Points for one of the data's unit, which all bars share; 0 when all values are nought. Sets
   the zero line and whether parts lie on both sides of it. */
static double shared_unit(zt_stack *s, double room)
{
    double low = 0, high = 0;
    for (size_t row = 0; row < s->rows_count; row++) {
        double down = 0, up = 0;
        for (size_t i = 0; i < s->parts; i++) {
            double value = value_of(s, row, i);
            *(value < 0 ? &down : &up) += value;
        }
        low = zt_min(low, down);
        high = zt_max(high, up);
    }
    s->has_negative = low < 0;
    s->zero = s->left;
    if (high - low <= 0)
        return 0;
    double unit = room / (high - low);
    double seams = low < 0 ? SEAM * (double)(s->parts - 1) : 0;
    s->zero = s->left + (low < 0 ? -low * unit + (high > 0 ? seams / 2 : seams) : 0);
    return unit;
}

/* Segments from the zero line outwards in the order of the parts, paper between them. */
static void set_lengths(zt_stack *s)
{
    double seams = SEAM * (double)(s->parts - 1);
    double room = zt_max(1, s->right - s->left - seams), shared = shared_unit(s, room);
    for (size_t row = 0; row < s->rows_count; row++) {
        double whole = s->scale == ZT_STACK_HUNDRED ? whole_of(s, row) : 1;
        double unit = s->scale == ZT_STACK_SHARED ? shared : whole > 0 ? room / whole : 0;
        double up = s->zero, down = s->zero;
        s->rows[row].whole = whole > 0;
        for (size_t i = 0; i < s->parts; i++) {
            zt_stack_cell *c = &s->cells[row * s->parts + i];
            double length = unit * value_of(s, row, i);
            c->rect.w = fabs(length);
            c->rect.x = length < 0 ? down - c->rect.w : up;
            if (length < 0)
                down = c->rect.x - SEAM;
            else if (length > 0)
                up = c->rect.x + c->rect.w + SEAM;
        }
        s->rows[row].known = up;
    }
}

/* ---- values ---- */

/* Type on a segment: white on dark fills from the size that prints, black on light ones; false
   where neither can be read, where the fill is a pattern or tells a standing, or where it has no
   room. */
static bool set_inside(const zt_stack *s, zt_stack_cell *c, size_t part)
{
    const zt_chart *chart = s->chart;
    zt_look look = zt_chart_look(chart, "value");
    if (!zt_chart_has_value(c->quantity) || c->word.width > 0 ||
        zt_mark_fill_of(c->quantity) != ZT_MARK_SOLID ||
        !zt_fill_look(chart, s->fills[part], ZT_MARK_SOLID, &look))
        return false;
    zt_mark_text text = zt_mark_value_new(chart, c->quantity, c->value.text, &look, c->at);
    if (text.width + 1.5 * GAP > c->rect.w || look.text.size > TYPE_SHARE * s->bar)
        return false;
    c->value = text;
    return true;
}

/* The value in its segment where it can be read there, else below with its word. */
static void set_cell(zt_stack *s, size_t row, size_t part)
{
    const zt_chart *chart = s->chart;
    zt_look look = zt_chart_look(chart, "label");
    zt_stack_cell *c = &s->cells[row * s->parts + part];
    c->quantity = quantity_of(s, row, part);
    c->at = c->quantity ? c->quantity->at : item_of(s, row, part)->at;
    bool one = is_one_bar(chart->data);
    zt_chart_label text = zt_chart_label_at(chart, one ? part : row, one ? 0 : part);
    c->value = zt_mark_value_new(chart, c->quantity, text.value, &look, c->at);
    c->word = zt_mark_text_new(chart, text.words, &look, c->at);
    c->below = !set_inside(s, c, part);
}

/* One line of values under their bar: as many as it holds, at least one, each at the left edge of
   its segment or as near to it as the others let it. Returns how many it took. */
static size_t set_line(const zt_stack *s, zt_stack_cell **below, size_t count, double y)
{
    zt_arena *arena = s->chart->setting->arena;
    zt_label *labels = ZT_ARRAY(arena, count, zt_label);
    double gap = 1.2 * s->swatch;
    size_t taken = 0;
    for (; taken < count; taken++) {
        const zt_stack_cell *c = below[taken];
        double size = 1.4 * s->swatch + c->value.width + c->word.width;
        labels[taken] = (zt_label){.wanted = c->rect.x + size / 2, .size = size};
        if (taken > 0 && zt_labels_room(labels, taken + 1, gap) > s->width - s->left)
            break;
    }
    zt_labels_spread_in_order(arena, labels, taken, gap, s->left, s->width);
    for (size_t i = 0; i < taken; i++) {
        below[i]->x = zt_label_low(&labels[i]);
        below[i]->y = y;
    }
    return taken;
}

/* Values under their bar, each after its swatch, in as many lines as they need. */
static void set_list(zt_stack *s, size_t row)
{
    zt_stack_cell **below = ZT_ARRAY(s->chart->setting->arena, s->parts + 1, zt_stack_cell *);
    size_t count = 0;
    double y = 0, slot = 0;
    for (size_t i = 0; i < s->parts; i++)
        if (s->cells[row * s->parts + i].below) {
            zt_stack_cell *c = &s->cells[row * s->parts + i];
            below[count++] = c;
            if (c->value.slot) /* its box is higher than a line */
                slot = zt_max(slot, (zt_mark_text_height(&c->value) - s->line) / 2 + 1.2);
        }
    for (size_t i = 0; i < count; y += s->line)
        i += set_line(s, below + i, count - i, y);
    s->rows[row].list = count > 0 ? y + zt_max(GAP / 2, slot) : 0;
}

/* The bars stand at one pitch while the page is not full: under each but the last there is the
   room that the one with the most under it needs. */
static void even_lists(zt_stack *s)
{
    double most = 0;
    for (size_t row = 0; row < s->rows_count; row++)
        most = zt_max(most, s->rows[row].list);
    for (size_t row = 0; row + 1 < s->rows_count; row++)
        s->rows[row].list += (most - s->rows[row].list) * zt_setting_squeeze(s->chart->setting);
}

/* ---- names of the bars, and sums ---- */

/* The sum of a bar of several series, whose parts must not be negative: they would lie on both
   sides of zero. Empty too where the data do not give all parts exactly. */
static zt_str total_of(const zt_stack *s, size_t row)
{
    const zt_chart_data *data = s->chart->data;
    for (size_t i = 0; i < s->parts; i++)
        if (value_of(s, row, i) < 0)
            return (zt_str){0};
    return zt_chart_sum(s->chart->setting->arena, data, data->items[row].values, s->parts);
}

/* Sums for all bars, with a line at the foot that says they are computed, where there is any.
   Gives the widest, points. */
static double set_totals(zt_stack *s)
{
    const zt_chart *chart = s->chart;
    zt_look look = zt_chart_look(chart, "value"), label = zt_chart_look(chart, "label");
    double widest = 0;
    for (size_t row = 0; row < s->rows_count; row++) {
        zt_mark_text *total = &s->rows[row].total;
        *total = zt_mark_text_new(chart, total_of(s, row), &look, chart->data->kind_at);
        widest = zt_max(widest, total->width);
    }
    if (widest > 0) {
        s->foot =
            zt_mark_text_new(chart, ZT_STR("右侧为合计（推算）"), &label, chart->data->kind_at);
        s->foot_height = GAP + zt_mark_text_height(&s->foot);
    }
    return widest;
}

/* The widest name on one line, points. */
static double name_width(const zt_stack *s, const zt_look *look)
{
    double widest = 0;
    for (size_t row = 0; row < s->rows_count; row++) {
        const zt_chart_item *item = item_of(s, row, 0);
        widest = zt_max(widest, zt_mark_text_new(s->chart, item->key, look, item->at).width);
    }
    return widest;
}

/* Names left of the bars, or over them in narrow places; sums right of both. */
static void set_names(zt_stack *s, bool total)
{
    const zt_chart *chart = s->chart;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    double sums = total ? set_totals(s) : 0, room = s->width - (sums > 0 ? sums + GAP : 0);
    s->right = s->narrow ? s->width : room;
    if (is_one_bar(chart->data)) {
        s->right = room;
        return;
    }
    double names = s->narrow ? room : zt_min(name_width(s, &strong), NAMES_SHARE * s->width);
    if (!s->narrow)
        s->left = names + GAP;
    for (size_t row = 0; row < s->rows_count; row++) {
        const zt_chart_item *item = item_of(s, row, 0);
        zt_stack_row *r = &s->rows[row];
        r->name = zt_words_within(chart, item->key, item->highlight ? &strong : &look, item->at,
                                  names + 0.01, ZT_ALIGN_START);
        if (s->narrow)
            r->head = r->name.height + GAP / 2;
    }
}

/* ---- names of the parts ---- */

/* Bold for the part in the accent, so that grey keeps it. */
static zt_look head_look(const zt_stack *s, size_t part)
{
    zt_look look = zt_chart_look(s->chart, "label");
    bool accent = s->fills[part].ink == s->chart->params->accent;
    return accent ? zt_chart_strong(s->chart, &look) : look;
}

/* Each name over its segment of the first bar, in two lines at most, all ending at one height;
   false where one has no room there. */
static bool set_over(zt_stack *s)
{
    const zt_chart *chart = s->chart;
    double height = 0;
    for (size_t i = 0; i < s->parts; i++) {
        zt_look look = head_look(s, i);
        const zt_stack_cell *c = &s->cells[i];
        double limit = c->rect.w - GAP / 2;
        if (c->rect.w <= 0 || c->rect.x < s->zero || limit < 2 * look.text.size)
            return false;
        double plain = zt_mark_text_new(chart, head_of(s, i), &look, c->at).width;
        if (plain > 1.9 * limit)
            return false;
        s->heads[i] = zt_words_within(chart, head_of(s, i), &look, c->at, limit, ZT_ALIGN_START);
        if (s->heads[i].width > limit || s->heads[i].para->line_count > 2)
            return false;
        height = zt_max(height, s->heads[i].height);
    }
    for (size_t i = 0; i < s->parts; i++)
        s->heads_at[i] = (zt_point){s->cells[i].rect.x, s->unit + height - s->heads[i].height};
    s->lead = s->unit + height + GAP / 2;
    return true;
}

/* Swatch and name, line by line. */
static void set_legend(zt_stack *s)
{
    const zt_chart *chart = s->chart;
    zt_str *names = ZT_ARRAY(chart->setting->arena, s->parts + 1, zt_str);
    zt_pos *at = ZT_ARRAY(chart->setting->arena, s->parts + 1, zt_pos);
    double size = zt_chart_look(chart, "label").text.size;
    for (size_t i = 0; i < s->parts; i++) {
        names[i] = head_of(s, i);
        at[i] = s->cells[i].at;
    }
    zt_part_names list = zt_part_names_new(chart, names, at, s->parts, s->fills, s->width);
    s->heads = list.names;
    for (size_t i = 0; i < s->parts; i++)
        s->heads_at[i] =
            (zt_point){list.at[i].x, s->unit + list.at[i].y - (size - list.swatch) / 2};
    s->lead = s->unit + list.height - 0.5 * size + 1.5 * GAP;
}

/* Names over the first bar, unless one would break within a word there, which breaking reports;
   what the try reported is taken back before the legend is set. */
static void name_parts(zt_stack *s)
{
    zt_diags *diags = s->chart->setting->diags;
    size_t mark = zt_diags_mark(diags);
    s->over = !s->narrow && set_over(s);
    if (s->over && zt_diags_mark(diags) == mark)
        return;
    zt_diags_rewind(diags, mark);
    s->over = false;
    set_legend(s);
}

/* ---- the whole ---- */

/* An empty plan with its arrays and measures, in the arena of the setting. */
static zt_stack *stack_new(const zt_chart *chart, double width, zt_stack_scale scale)
{
    zt_arena *arena = chart->setting->arena;
    const zt_chart_data *data = chart->data;
    zt_stack *s = ZT_NEW(arena, zt_stack);
    zt_look label = zt_chart_look(chart, "label");
    *s = (zt_stack){.chart = chart, .scale = scale, .width = width, .narrow = width < NARROW};
    s->rows_count = is_one_bar(data) ? 1 : data->item_count;
    s->parts = is_one_bar(data) ? data->item_count : data->series_count;
    s->rows = ZT_ARRAY(arena, s->rows_count + 1, zt_stack_row);
    s->cells = ZT_ARRAY(arena, s->rows_count * s->parts + 1, zt_stack_cell);
    s->heads = ZT_ARRAY(arena, s->parts + 1, zt_words);
    s->heads_at = ZT_ARRAY(arena, s->parts + 1, zt_point);
    s->fills = fills_of(s);
    s->bar = s->narrow ? BAR_NARROW : BAR;
    s->between = BETWEEN;
    s->gap = GAP;
    s->swatch = 0.8 * label.text.size;
    s->line = 1.35 * label.text.size;
    return s;
}

/* Sums are printed only of amounts on a shared scale: shares have none to tell. Lengths are
   found before values, since these look for room on their segments. */
zt_chart_plan zt_stack_plan(const zt_chart *chart, double width, zt_stack_scale scale, bool total)
{
    zt_stack *s = stack_new(chart, width, scale);
    set_names(s, total && scale == ZT_STACK_SHARED && !zt_unit_is_per_cent(chart->data));
    set_lengths(s);
    for (size_t row = 0; row < s->rows_count; row++) {
        for (size_t i = 0; i < s->parts; i++)
            set_cell(s, row, i);
        set_list(s, row);
    }
    for (size_t row = 0; row < s->rows_count && !s->narrow; row++) {
        /* a name of two lines beside a bar is higher than the bar */
        zt_stack_row *r = &s->rows[row];
        r->list = zt_max(r->list, r->name.height - s->bar);
    }
    even_lists(s);
    s->unit = zt_unit_line(chart, NULL);
    name_parts(s);
    s->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &s->notes, width);
    double height = s->lead + s->foot_height + s->notes.height;
    for (size_t row = 0; row < s->rows_count; row++) {
        const zt_stack_row *r = &s->rows[row];
        height += r->head + s->bar + r->list + (row ? s->between : 0);
    }
    double spare = (double)s->rows_count * (ZT_STACK_BAR_MOST - s->bar) +
                   (double)(s->rows_count - 1) * (BETWEEN_MOST - BETWEEN);
    return (zt_chart_plan){.extent = {height, height + spare}, .own = s};
}

/* ---- is it a chart of parts? ---- */

/* The parts of one bar make a whole: judged as the items of one series are, on data turned for
   it in a scratch arena, which is dropped again. Reports share-over-100 and nothing-to-part at
   the item. */
static bool check_hundred(const zt_chart_data *data, zt_diags *diags, size_t row)
{
    zt_chart_data one = *data;
    if (is_one_bar(data))
        return zt_whole_check(data, diags, zt_str_is(data->unit, "%"));
    zt_arena *scratch = zt_diags_scratch(diags);
    one.items = ZT_ARRAY(scratch, data->series_count, zt_chart_item);
    one.item_count = data->series_count;
    one.series_count = 1;
    one.kind_at = data->items[row].at;
    for (size_t i = 0; i < data->series_count; i++)
        one.items[i].values = &data->items[row].values[i];
    bool good = zt_whole_check(&one, diags, zt_str_is(data->unit, "%"));
    zt_arena_drop(scratch);
    return good;
}

/* Reports should-be-bars at the first negative part: a hundred has none. */
static bool check_negative(const zt_chart_data *data, zt_diags *diags, size_t row)
{
    for (size_t i = 0; i < data->series_count; i++) {
        const zt_quantity *q = data->items[row].values[i];
        if (zt_chart_value(data, q) >= 0)
            continue;
        zt_report(diags, ZT_ERROR, "should-be-bars", q->at,
                  "“%.*s”是负数，不能是百分之百的一份；应改用 bar",
                  "“%.*s” is negative and cannot be a part of a hundred; use bar", ZT_ARG(q->text));
        return false;
    }
    return true;
}

/* Reports too-many-slices, or of several bars too-many-series, when there are more parts than
   fills. */
static bool check_parts(const zt_chart_data *data, zt_diags *diags)
{
    size_t parts = is_one_bar(data) ? data->item_count : data->series_count;
    if (parts <= ZT_FILLS_MOST)
        return true;
    zt_report(diags, ZT_ERROR, is_one_bar(data) ? "too-many-slices" : "too-many-series",
              data->kind_at, "一条分成 %zu 段，多于 %d 段就分不清；应合并小项，或改用 bar",
              "a bar of %zu parts; more than %d cannot be told apart: merge the small ones, or use "
              "bar",
              parts, ZT_FILLS_MOST);
    return false;
}

/* Of a single bar the items are the parts, so that its whole is judged once and not for every
   item. */
bool zt_stack_check(const zt_chart_data *data, zt_diags *diags, const char *kind,
                    zt_stack_scale scale)
{
    bool good = zt_chart_check_items(data, diags, kind) &&
                zt_chart_check_values(data, diags, kind) && check_parts(data, diags);
    for (size_t row = 0; good && scale == ZT_STACK_HUNDRED && row < data->item_count; row++)
        good = check_negative(data, diags, row) &&
               ((is_one_bar(data) && row > 0) || check_hundred(data, diags, row));
    return good;
}
