/* Planning lying stacked bars: lengths, which values stand in their segments, where the parts are
   named. All x are final here, the heights of bars are the least ones. */
#include "chart/stack_imp.h"

#include "labels/spread.h"

#include <math.h>

static const double BETWEEN_MOST = ZT_MM(4.3); /* from bar to bar, with spare height */
static const double NAMES_SHARE = 0.28;        /* of the width, for names at the left */
static const double TYPE_SHARE = 0.8;          /* of the bar's height, for type in it */

/* ---- lengths ---- */

/* Points for one of the data's unit, which all bars share; 0 when all values are nought. Sets
   the zero line and whether parts lie on both sides of it. */
static double shared_unit(zt_stack *s, double room)
{
    double low = 0, high = 0;
    for (size_t row = 0; row < s->rows_count; row++) {
        double down = 0, up = 0;
        for (size_t i = 0; i < s->parts; i++) {
            double value = zt_stack_value(s, row, i);
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
    double seams = low < 0 ? ZT_STACK_SEAM * (double)(s->parts - 1) : 0;
    s->zero = s->left + (low < 0 ? -low * unit + (high > 0 ? seams / 2 : seams) : 0);
    return unit;
}

/* Segments from the zero line outwards in the order of the parts, paper between them. */
static void set_lengths(zt_stack *s)
{
    double seams = ZT_STACK_SEAM * (double)(s->parts - 1);
    double room = zt_max(1, s->right - s->left - seams), shared = shared_unit(s, room);
    for (size_t row = 0; row < s->rows_count; row++) {
        double whole = s->scale == ZT_STACK_HUNDRED ? zt_stack_whole(s, row) : 1;
        double unit = s->scale == ZT_STACK_SHARED ? shared : whole > 0 ? room / whole : 0;
        double up = s->zero, down = s->zero;
        s->rows[row].whole = whole > 0;
        for (size_t i = 0; i < s->parts; i++) {
            zt_stack_cell *c = &s->cells[row * s->parts + i];
            double length = unit * zt_stack_value(s, row, i);
            c->rect.w = fabs(length);
            c->rect.x = length < 0 ? down - c->rect.w : up;
            if (length < 0)
                down = c->rect.x - ZT_STACK_SEAM;
            else if (length > 0)
                up = c->rect.x + c->rect.w + ZT_STACK_SEAM;
        }
        s->rows[row].known = up;
    }
}

/* ---- values ---- */

/* The value in its segment where it can be read there, else below with its word. */
static void set_cell(zt_stack *s, size_t row, size_t part)
{
    zt_stack_cell *c = zt_stack_set_cell(s, row, part);
    c->below = !zt_stack_set_inside(s, c, part, c->rect.w - 1.5 * s->gap, TYPE_SHARE * s->bar);
    if (c->below && c->value.slot)
        s->line = zt_max(s->line, 1.1 * zt_mark_text_height(&c->value));
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
    s->rows[row].list = count > 0 ? y + zt_max(s->gap / 2, slot) : 0;
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

/* Sums for all bars, with a line at the foot that says they are computed, where there is any.
   Gives the widest, points. */
static double set_totals(zt_stack *s)
{
    const zt_chart *chart = s->chart;
    zt_look look = zt_chart_look(chart, "value"), label = zt_chart_look(chart, "label");
    double widest = 0;
    for (size_t row = 0; row < s->rows_count; row++) {
        zt_mark_text *total = &s->rows[row].total;
        *total = zt_mark_text_new(chart, zt_stack_total(s, row), &look, chart->data->kind_at);
        widest = zt_max(widest, total->width);
    }
    if (widest > 0) {
        s->foot = zt_mark_text_new(chart,
                                   zt_str_from(ZT_CHART_IN(chart, "右侧为合计（推算）",
                                                           "At the right, totals (computed)")),
                                   &label, chart->data->kind_at);
        s->foot_height = s->gap + zt_mark_text_height(&s->foot);
    }
    return widest;
}

/* The widest name on one line, points. */
static double name_width(const zt_stack *s, const zt_look *look)
{
    double widest = 0;
    for (size_t row = 0; row < s->rows_count; row++) {
        const zt_chart_item *item = zt_stack_item(s, row, 0);
        widest = zt_max(widest, zt_mark_text_new(s->chart, item->key, look, item->at).width);
    }
    return widest;
}

/* Names left of the bars, or over them in narrow places; sums right of both. */
static void set_names(zt_stack *s, bool total)
{
    const zt_chart *chart = s->chart;
    zt_look look = zt_chart_look(chart, "label"), strong = zt_chart_strong(chart, &look);
    double sums = total ? set_totals(s) : 0, room = s->width - (sums > 0 ? sums + s->gap : 0);
    s->right = s->narrow ? s->width : room;
    if (zt_stack_is_one_bar(chart->data)) {
        s->right = room;
        return;
    }
    double names = s->narrow ? room : zt_min(name_width(s, &strong), NAMES_SHARE * s->width);
    if (!s->narrow)
        s->left = names + s->gap;
    for (size_t row = 0; row < s->rows_count; row++) {
        const zt_chart_item *item = zt_stack_item(s, row, 0);
        zt_stack_row *r = &s->rows[row];
        r->name = zt_words_within(chart, item->key, item->highlight ? &strong : &look, item->at,
                                  names + 0.01, ZT_ALIGN_START);
        if (s->narrow)
            r->head = r->name.height + s->gap / 2;
    }
}

/* ---- names of the parts ---- */

/* Each name over its segment of the first bar, in two lines at most, all ending at one height;
   false where one has no room there. */
static bool set_over(zt_stack *s)
{
    const zt_chart *chart = s->chart;
    double height = 0;
    for (size_t i = 0; i < s->parts; i++) {
        zt_look look = zt_stack_head_look(s, i);
        const zt_stack_cell *c = &s->cells[i];
        double limit = c->rect.w - s->gap / 2;
        if (c->rect.w <= 0 || c->rect.x < s->zero || limit < 2 * look.text.size)
            return false;
        double plain = zt_mark_text_new(chart, zt_stack_head(s, i), &look, c->at).width;
        if (plain > 1.9 * limit)
            return false;
        s->heads[i] =
            zt_words_within(chart, zt_stack_head(s, i), &look, c->at, limit, ZT_ALIGN_START);
        if (s->heads[i].width > limit || s->heads[i].para->line_count > 2)
            return false;
        height = zt_max(height, s->heads[i].height);
    }
    for (size_t i = 0; i < s->parts; i++)
        s->heads_at[i] = (zt_point){s->cells[i].rect.x, s->unit + height - s->heads[i].height};
    s->lead = s->unit + height + s->gap / 2;
    return true;
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
    zt_stack_set_legend(s);
}

/* ---- the whole ---- */

/* Bars one below the other. Lengths are found before values, since these look for room on their
   segments. */
zt_chart_plan zt_stack_lying_plan(const zt_chart *chart, double width, zt_stack_scale scale,
                                  bool sums)
{
    zt_stack *s = zt_stack_new(chart, width, scale);
    set_names(s, sums);
    set_lengths(s);
    for (size_t i = 0; i < s->rows_count * s->parts; i++)
        set_cell(s, i / s->parts, i % s->parts);
    for (size_t row = 0; row < s->rows_count; row++)
        set_list(s, row);
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
                   (double)(s->rows_count - 1) * (BETWEEN_MOST - s->between);
    return (zt_chart_plan){.extent = {height, height + spare}, .own = s};
}
