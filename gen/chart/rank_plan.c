/* Planning a ranking: labels and values measured, columns, the common scale, the pitch, the axis,
   and where annotations find room. */
#include "chart/rank_imp.h"

#include "labels/room.h"

/* In points, or shares of what is named. */
static const double PITCH_LEAST = ZT_MM(4.8);       /* when the page is full */
static const double THICKNESS = 0.61;               /* of a bar, of the pitch */
static const double VALUE_GAP = ZT_MM(1.5);         /* from a bar's end to its value */
static const double LABEL_GAP = ZT_MM(2);           /* from the labels to the zero line */
static const double LEAD = 0.3, LEAD_DESCENT = 0.6; /* from a label to its bar, of its size */
static const double ORDINAL_GAP = ZT_MM(3);         /* from place numbers to labels */

static const double LABEL_SMALL = 0.85;   /* size of labels that break, of the others */
static const double LABEL_LEADING = 1.15; /* of labels that break, by their size */
static const double LABELS_MOST = 0.28;   /* widest column of labels, of the width */
static const double STACK_BELOW =
    0.22; /* a longest bar shorter than this part of the width has its label above */
static const double NARROW = ZT_MM(60); /* below it labels stand over the bars */
static const double ABOVE_PITCH = ZT_MM(4.8), ABOVE_SHARE = 0.5; /* of bars with all words above */
static const double ABOVE_LEAD = ZT_MM(0.8);                     /* from those words to the bar */
static const double LABEL_LEAST = 6;    /* of a label beside its value, ems */
static const double QUARTER_MOST = 0.5; /* widest annotation in a free quarter, of the bars' room */

/* Places are printed where the template asks for them or, left to itself, where no value is above
   the one before it: numbers before an unordered list would be wrong. */
static bool wants_ordinals(const zt_chart *chart)
{
    const zt_rank_params *p = chart->own;
    const zt_chart_data *data = chart->data;
    if (p->ordinal != ZT_ORDINAL_AUTO)
        return p->ordinal == ZT_ORDINAL_YES;
    const zt_quantity *before = NULL;
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_quantity *q = zt_chart_first_value(&data->items[i]);
        if (!zt_chart_has_value(q))
            continue;
        if (before && zt_chart_value(data, q) > zt_chart_value(data, before))
            return false;
        before = q;
    }
    return data->item_count > 1 && before;
}

/* Equal values share their place: 1 2 2 4. A row without a value has none. */
static zt_str ordinal_text(const zt_rank_plan *plan, size_t row)
{
    size_t place = row;
    if (!zt_chart_has_value(plan->rows[row].quantity))
        return (zt_str){0};
    while (place > 0 && zt_chart_has_value(plan->rows[place - 1].quantity) &&
           plan->rows[place - 1].length == plan->rows[row].length)
        place--;
    return zt_str_from(zt_arena_printf(plan->chart->setting->arena, "%zu", place + 1));
}

/* Value and word of a row as they stand after the bar, and the room they ask beyond its end. */
static void plan_value(zt_rank_plan *plan, size_t i)
{
    const zt_chart *chart = plan->chart;
    zt_rank_row *row = &plan->rows[i];
    zt_mark_said(chart, i, 0, row->item->highlight ? chart->params->accent : NULL, &row->value,
                 &row->word);
    row->beyond = plan->value_gap + row->value.width;
    if (row->word.width > 0)
        row->beyond += plan->word_gap + row->word.width;
}

/* Name of a row, bold where it is highlighted, with its place before it where places are printed.
 */
static void plan_label(zt_rank_plan *plan, size_t i, bool ordinals)
{
    const zt_chart *chart = plan->chart;
    zt_rank_row *row = &plan->rows[i];
    zt_look plain = zt_chart_look(chart, "label"), look = plain;
    if (row->item->highlight)
        look = zt_chart_strong(chart, &plain);
    if (ordinals)
        row->ordinal = zt_mark_text_new(chart, ordinal_text(plan, i), &plain, row->item->at);
    row->label = zt_mark_text_new(chart, row->item->key, &look, row->item->at);
}

/* Reads the rows. `length` is the value less what a break of the axis leaves out; missing values
   keep a length of 0. */
static void plan_rows(zt_rank_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    plan->count = data->item_count;
    plan->cut = zt_mark_cut(data);
    plan->rows = ZT_ARRAY(plan->chart->setting->arena, plan->count, zt_rank_row);
    const zt_chart *chart = plan->chart;
    const zt_rank_params *p = chart->own;
    plan->value_gap =
        VALUE_GAP + zt_mark_reach(chart->setting, THICKNESS * zt_chart_points(chart, p->pitch_max));
    plan->word_gap = VALUE_GAP / 2;
    for (size_t i = 0; i < plan->count; i++) {
        zt_rank_row *row = &plan->rows[i];
        row->item = &data->items[i];
        row->quantity = zt_chart_first_value(row->item);
        row->length = zt_chart_value(data, row->quantity);
        if (zt_chart_has_value(row->quantity))
            row->length -= plan->cut;
    }
    bool ordinals = wants_ordinals(plan->chart);
    for (size_t i = 0; i < plan->count; i++) {
        plan_label(plan, i, ordinals);
        plan_value(plan, i);
    }
}

/* A label too long for its column in lines of a smaller size, never below the least of its style;
   it ends at the bars, or begins at the left where labels stand over them. */
static const zt_para *break_label(const zt_rank_plan *plan, const zt_rank_row *row, double width)
{
    const zt_chart *chart = plan->chart;
    zt_look *small = ZT_NEW(chart->setting->arena, zt_look);
    double size = row->label.look.text.size;
    double least = zt_min(size, row->label.look.style->size_min);
    size = zt_max(least, size * LABEL_SMALL);
    *small = zt_look_at_size(&row->label.look, size);
    small->para.leading = size * LABEL_LEADING;
    small->para.at_sense = true;
    small->para.align = plan->stacked ? ZT_ALIGN_START : ZT_ALIGN_END;
    small->para.indent = 0;
    zt_run run = {.text = row->item->key, .style = &small->text, .at = row->item->at};
    return zt_para_break(chart->setting->arena, chart->setting->diags, &run, 1, &small->para,
                         width);
}

/* Breaks the labels wider than `width`; the most lines that one takes. */
static size_t break_labels(zt_rank_plan *plan, double width)
{
    size_t most = 1;
    plan->lines_width = width;
    for (size_t i = 0; i < plan->count; i++) {
        zt_rank_row *row = &plan->rows[i];
        row->lines = row->label.width > width ? break_label(plan, row, width) : NULL;
        if (row->lines && row->lines->line_count > most)
            most = row->lines->line_count;
    }
    return most;
}

/* As wide as the longest label up to label-max of the width; then long labels break, and the column
   widens by half as much again before it takes a third line. */
static double label_column(zt_rank_plan *plan)
{
    double longest = 0, limit = LABELS_MOST * plan->width;
    for (size_t i = 0; i < plan->count; i++)
        longest = zt_max(longest, plan->rows[i].label.width);
    if (longest <= limit)
        return longest;
    double widest = 1.5 * limit, step = (widest - limit) / 8, column = limit;
    while (break_labels(plan, column) > 2 && column < widest)
        column += step;
    double used = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_rank_row *row = &plan->rows[i];
        used = zt_max(used, row->lines ? row->lines->max_width : row->label.width);
    }
    return zt_max(used, zt_min(column, longest));
}

/* Height that the words of a row need within its pitch; stacked labels stand above it and are not
   counted, nor values beside them. */
static double row_text_height(const zt_rank_plan *plan, const zt_rank_row *row)
{
    double value = row->value.slot ? zt_mark_text_height(&row->value) : row->value.look.text.size;
    if (plan->above)
        return 0;
    if (plan->stacked)
        return value;
    double height = zt_max(row->label.look.text.size, value);
    if (row->lines)
        height = zt_max(height, row->lines->height);
    return height;
}

/* Rows are as high as their text asks; a full page takes them towards pitch-min. */
static void plan_pitch(zt_rank_plan *plan)
{
    const zt_rank_params *p = plan->chart->own;
    const zt_chart *chart = plan->chart;
    double least = plan->above ? ABOVE_PITCH : PITCH_LEAST, text = 0;
    double natural = plan->above ? least : zt_max(least, zt_chart_points(chart, p->pitch));
    for (size_t i = 0; i < plan->count; i++)
        text = zt_max(text, row_text_height(plan, &plan->rows[i]));
    plan->share = plan->above ? ABOVE_SHARE : THICKNESS;
    plan->pitch =
        zt_max(least + (natural - least) * zt_setting_squeeze(chart->setting), 1.05 * text);
    plan->pitch_max = zt_max(plan->pitch, zt_chart_points(chart, p->pitch_max));
    double overhang = ZT_RANK_OVERHANG;
    plan->top = plan->foot =
        zt_max(overhang, text / 2 - plan->share * plan->pitch / 2 + 0.05 * text);
    plan->top += plan->guides.over;
}

/* Ticks only where they add something: not with values of mixed scales, not under stacked labels,
   and not where their texts would meet. Their values are those printed, with the cut added back. */
static void plan_axis(zt_rank_plan *plan)
{
    const zt_rank_params *p = plan->chart->own;
    const zt_chart *chart = plan->chart;
    double low = 0, high = 0;
    for (size_t i = 0; i < plan->count; i++) {
        low = zt_min(low, plan->rows[i].length);
        high = zt_max(high, plan->rows[i].length);
    }
    plan->has_axis = p->axis && !chart->data->mixed_scales && !plan->stacked && high > low &&
                     plan->scale.unit > 0;
    if (!plan->has_axis)
        return;
    plan->ticks = zt_tick_texts_of(
        chart, zt_ticks_choose(low + plan->cut, high + plan->cut, 4, ZT_TICKS_INSIDE), (zt_str){0});
    plan->axis_height = ZT_CHART_TICK + 1.1 * plan->ticks.size;
    /* The values are printed; ticks that cannot all stay apart say nothing more. */
    plan->has_axis = !zt_tick_texts_meet(&plan->ticks, plan->scale.unit);
}

double zt_rank_ring(const zt_rank_plan *plan, double pitch)
{
    return zt_min(0.2 * plan->share * pitch, 0.5 * plan->value_gap);
}

/* Half of the ring about an open end at its largest, where it could leave the frame: over a zero
   before which no labels stand, or over one at the right. */
static double ring_about(const zt_rank_plan *plan, size_t i, double left)
{
    const zt_rank_row *row = &plan->rows[i];
    if (row->length == 0 || !zt_chart_is_open(row->quantity) || (left > 0 && row->length > 0))
        return 0;
    return zt_rank_ring(plan, plan->pitch_max) + zt_mark_ring_edge(plan->chart);
}

/* The largest common scale at which bars and values stay between `left` and the right edge. */
static void plan_scale(zt_rank_plan *plan, double left)
{
    size_t count = plan->count;
    zt_bar *bars = ZT_ARRAY(plan->chart->setting->arena, count + plan->guides.count, zt_bar);
    for (size_t i = 0; i < plan->count; i++)
        bars[i] = (zt_bar){.value = plan->rows[i].length,
                           .beyond = plan->rows[i].beyond,
                           .about = ring_about(plan, i, left)};
    for (size_t i = 0; i < plan->guides.count; i++)
        if (plan->guides.boxes[i].guide->kind == ZT_GUIDE_THRESHOLD)
            bars[count++] = (zt_bar){.value = plan->guides.boxes[i].guide->value - plan->cut};
    plan->scale = zt_bar_scale_fit(bars, count, left, plan->right);
}

/* The right end of what a row draws. */
static double row_right(const zt_rank_plan *plan, size_t i)
{
    const zt_rank_row *row = &plan->rows[i];
    double end = plan->scale.zero + zt_max(0, row->length) * plan->scale.unit;
    return row->length < 0 ? end : end + row->beyond;
}

/* A row with its value; one that the annotation names reaches across, for its bracket. */
static zt_rect row_box(const zt_rank_plan *plan, const zt_annotation *annotation, size_t i)
{
    double step = plan->pitch + plan->lead;
    /* Stacked labels and values lie over the bars, all along the row. */
    bool named = plan->stacked || zt_annotation_names(annotation, plan->rows[i].item->key);
    return (zt_rect){0, (double)i * step, named ? plan->width : row_right(plan, i), step};
}

/* True when the annotation has room in the corner at the foot, two gaps right of all rows there and
   half a pitch below those over it. */
static bool quarter_is_free(const zt_rank_plan *plan, const zt_note_box *box)
{
    zt_rect *rows = ZT_ARRAY(plan->chart->setting->arena, plan->count, zt_rect);
    double foot =
        (double)plan->count * (plan->pitch + plan->lead) - (1 - plan->share) * plan->pitch;
    double w = box->width + 2 * plan->value_gap, h = box->height + plan->pitch / 2;
    for (size_t i = 0; i < plan->count; i++)
        rows[i] = row_box(plan, box->annotation, i);
    zt_obstacles obstacles = {.rects = rows, .rect_count = plan->count};
    return h <= foot && zt_room_is_free(&obstacles, (zt_rect){plan->width - w, foot - h, w, h}, 0);
}

/* The numbers of a row take room behind its value (sign 1), or give it back (-1). */
static void make_room(zt_rank_plan *plan, int sign)
{
    for (size_t i = 0; i < plan->count && !plan->above; i++)
        plan->rows[i].beyond +=
            sign * zt_ties_numbers_width(plan->chart, &plan->ties, i, plan->word_gap);
}

/* Those that name one row get a number, which stands behind its value, but not where the numbers
   would leave the bars no room: then they stand untied under the plot. Sets the scale. */
static void number_notes(zt_rank_plan *plan, double left)
{
    plan->ties = zt_ties_new(plan->chart);
    zt_ties_number(&plan->ties);
    make_room(plan, 1);
    plan_scale(plan, left);
    if (plan->scale.unit <= 0) {
        make_room(plan, -1);
        plan->ties.count = 0;
        plan_scale(plan, left);
    }
    plan->notes = zt_ties_rest(plan->chart, &plan->ties, plan->width);
}

/* Words of one row are numbered there, and all stand under the plot. Else the first annotation
   takes the empty quarter when there is one, narrower if need be; the others, and it when there is
   none, stand under the plot. */
static void plan_notes(zt_rank_plan *plan, double left)
{
    const zt_chart *chart = plan->chart;
    plan->notes = zt_note_list_new(chart, plan->width);
    if (plan->notes.count == 0)
        return;
    bool numbered = zt_ties_new(chart).count > 0;
    if (numbered || plan->guides.count > 0) { /* the right edge is theirs */
        number_notes(plan, left);
        return;
    }
    plan->bracket = plan->value_gap;
    plan->right = plan->width - 2 * plan->bracket;
    plan_scale(plan, left);
    double widest = QUARTER_MOST * (plan->width - left);
    for (int i = 0; i < 4 && !plan->quarter; i++, widest *= 0.85) {
        size_t mark = zt_diags_mark(chart->setting->diags);
        zt_note_box box = zt_note_box_new(chart, &chart->data->annotations[0], widest);
        plan->quarter = box.width <= widest + 0.01 && quarter_is_free(plan, &box);
        plan->corner = box;
        if (!plan->quarter)
            zt_diags_rewind(chart->setting->diags, mark); /* a try that is not taken */
    }
    if (plan->quarter) {
        zt_note_list_shift(chart, &plan->notes);
    } else {
        plan->right = plan->width;
        number_notes(plan, left);
    }
}

/* Reports chart-too-narrow when there are values but no scale is left for their bars. */
static void check_room(const zt_rank_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->rows[i].length != 0 && plan->scale.unit > 0)
            return;
    for (size_t i = 0; i < plan->count; i++)
        if (plan->rows[i].length != 0) {
            zt_report(
                plan->chart->setting->diags, ZT_ERROR, "chart-too-narrow", plan->chart->block->at,
                "宽 %.0f "
                "毫米放不下这张排行图：标签和数值已占满，条没有位置；应加宽或缩短标签、数值%s%.0s",
                "a width of %.0f mm leaves this ranking no room for bars beside labels and "
                "values; make it wider, or shorten labels and values%.0s%s",
                zt_mm_from_pt(plan->width), plan->guides.right > 0 ? "，或去掉 <bracket>" : "",
                plan->guides.right > 0 ? ", or take the <bracket> out" : "");
            return;
        }
}

/* Whether even the longest bar is too short for lengths to be compared. */
static bool bars_are_cramped(const zt_rank_plan *plan)
{
    double longest = 0;
    for (size_t i = 0; i < plan->count; i++) {
        double length = plan->rows[i].length;
        longest = zt_max(longest, length < 0 ? -length : length);
    }
    double least = STACK_BELOW * plan->width;
    return longest > 0 && longest * plan->scale.unit < least;
}

/* The widest that stands at the right over a bar: value, words, and a number for each annotation.
 */
static double widest_at_right(const zt_rank_plan *plan)
{
    double widest = 0;
    for (size_t i = 0; i < plan->count; i++)
        widest = zt_max(widest, plan->rows[i].beyond);
    return widest + (double)plan->chart->data->annotation_count *
                        (zt_note_number_size(plan->chart) + plan->word_gap);
}

/* Values move up beside the labels where both have room and all bars run to the right. What of a
   row still lies beyond its bar is the teeth of an open end. */
static void move_values_above(zt_rank_plan *plan)
{
    double em = zt_chart_look(plan->chart, "label").text.size, right = widest_at_right(plan);
    double longest = 0;
    for (size_t i = 0; i < plan->count; i++)
        longest = zt_max(longest, plan->rows[i].label.width);
    plan->above = plan->width - plan->guides.right - plan->label_left - right >=
                  zt_min(LABEL_LEAST * em, longest);
    for (size_t i = 0; i < plan->count; i++)
        plan->above = plan->above && plan->rows[i].length >= 0;
    for (size_t i = 0; i < plan->count && plan->above; i++)
        plan->rows[i].beyond = zt_chart_is_open(plan->rows[i].quantity) ? plan->value_gap / 2 : 0;
    if (plan->above)
        plan->label_room = plan->width - plan->guides.right - plan->label_left - right;
}

/* From labels to the bars below them: what stands beside a bar, the number of an annotation, a
   slot, is higher than the bar, and letters such as g reach down to it. */
static double lead_over_bars(const zt_rank_plan *plan, double size)
{
    bool descends = false;
    for (size_t i = 0; i < plan->count; i++)
        descends = descends || zt_words_descend(plan->rows[i].item->key);
    return (descends ? LEAD_DESCENT : LEAD) * size;
}

/* Labels over their bars, which then have the whole width. */
static void stack_labels(zt_rank_plan *plan)
{
    double size = 0, lines = 0;
    plan->stacked = true;
    plan->label_room = plan->width - plan->guides.right - plan->label_left;
    move_values_above(plan);
    break_labels(plan, plan->label_room);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_rank_row *row = &plan->rows[i];
        size = zt_max(size, row->label.look.text.size);
        lines = zt_max(lines, row->lines ? row->lines->height : size);
        if (plan->above)
            lines = zt_max(lines, zt_mark_text_height(&row->value));
    }
    plan->lead = lines + (plan->above ? ABOVE_LEAD : lead_over_bars(plan, size));
    plan_pitch(plan);
    plan_scale(plan, 0);
}

/* The order follows what depends on what: labels fix the left edge, this the scale; the width or
   the scale tells whether labels must move over the bars; annotations may then take room at the
   right, which sets the scale anew; ticks come last. */
zt_rank_plan *zt_rank_plan_new(const zt_chart *chart, double width)
{
    zt_rank_plan *plan = ZT_NEW(chart->setting->arena, zt_rank_plan);
    plan->chart = chart;
    plan->width = width;
    plan->guides = zt_lying_guides_new(chart, width);
    plan->right = width - plan->guides.right;
    plan_rows(plan);
    double ordinal = 0;
    for (size_t i = 0; i < plan->count; i++)
        ordinal = zt_max(ordinal, plan->rows[i].ordinal.width);
    if (ordinal > 0)
        ordinal += ORDINAL_GAP;
    plan->label_left = ordinal;
    plan->label_right = ordinal + label_column(plan);
    double left = plan->label_right + LABEL_GAP;
    plan_pitch(plan);
    plan_scale(plan, left);
    if (plan->width < NARROW || bars_are_cramped(plan)) {
        stack_labels(plan);
        left = 0;
    }
    plan_notes(plan, left);
    plan_axis(plan);
    check_room(plan);
    return plan;
}
