/* A ranking: one bar a row, place number and label before the zero line, the value at the bar's
   end. One plan, made from the width alone, serves measuring and drawing, so that they cannot
   differ. */
#include "chart/annotation.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/ticks.h"

static const zt_attr rank_params[] = {
    {"pitch", ZT_ATTR_LENGTH, NULL, "6.1mm", "行距", "from bar to bar"},
    {"pitch-min", ZT_ATTR_LENGTH, NULL, "4.8mm", "最小行距", "least pitch when the page is full"},
    {"pitch-max", ZT_ATTR_LENGTH, NULL, "8mm", "最大行距",
     "pitch up to which spare height is used"},
    {"thickness", ZT_ATTR_NUMBER, NULL, "0.61", "条宽占行距", "thickness of a bar, of the pitch"},
    {"value-gap", ZT_ATTR_LENGTH, NULL, "1.5mm", "数值与条端的间隔",
     "from a bar's end to its value"},
    {"label-gap", ZT_ATTR_LENGTH, NULL, "2mm", "标签与零线的间隔",
     "from the labels to the zero line"},
    {"label-max", ZT_ATTR_NUMBER, NULL, "0.28", "标签栏最宽占图宽",
     "widest label column, of the width"},
    {"label-small", ZT_ATTR_NUMBER, NULL, "0.85", "折行标签的字号比", "size of labels that break"},
    {"label-leading", ZT_ATTR_NUMBER, NULL, "1.15", "折行标签的行距",
     "leading of labels that break"},
    {"ordinal", ZT_ATTR_ENUM, "auto yes no", "auto", "名次号：auto 在数值由大到小时打印",
     "place numbers; auto: when the values go down"},
    {"ordinal-gap", ZT_ATTR_LENGTH, NULL, "3mm", "名次号与标签的间隔",
     "from place numbers to labels"},
    {"axis", ZT_ATTR_YES, NULL, "yes", "刻度", "an axis with a few ticks"},
    {"overhang", ZT_ATTR_LENGTH, NULL, "1.2mm", "零线伸出", "the zero line beyond the bars"},
    {"quarter", ZT_ATTR_NUMBER, NULL, "0.42", "空角注解最宽占条区",
     "widest annotation, of the bars' room"},
    {0}};

typedef struct rank_row {
    const zt_chart_item *item;
    const zt_quantity *quantity;
    zt_mark_text ordinal, label, value, word;
    const zt_para *lines; /* of a label too long for its column, else NULL */
    double length;        /* the value, in the data's unit */
    double beyond;        /* from the bar's end to the end of its value, points */
} rank_row;

typedef struct rank_plan {
    const zt_chart *chart;
    double width;
    rank_row *rows;
    size_t count;
    double label_right, lines_width; /* right edge of the labels; measure of those that break */
    double value_gap, word_gap;
    zt_bar_scale scale;
    double right; /* where values must end */
    double pitch, pitch_max, share, top, foot;
    zt_ticks ticks;
    bool has_axis;
    zt_mark_text *tick_texts;
    double axis_height; /* from the axis line to the foot of the tick labels */
    zt_note_box *notes;
    size_t note_count;
    bool quarter; /* notes[0] stands in the empty quarter, tied by a bracket */
    double bracket;
} rank_plan;

static bool wants_ordinals(const zt_chart *chart)
{
    const zt_chart_data *data = chart->data;
    zt_str word = zt_block_word(chart->block, "ordinal");
    if (!zt_str_is(word, "auto"))
        return zt_str_is(word, "yes");
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
static zt_str ordinal_text(const rank_plan *plan, size_t row)
{
    size_t place = row;
    if (!zt_chart_has_value(plan->rows[row].quantity))
        return (zt_str){0};
    while (place > 0 && zt_chart_has_value(plan->rows[place - 1].quantity) &&
           plan->rows[place - 1].length == plan->rows[row].length)
        place--;
    return zt_str_from(zt_arena_printf(plan->chart->setting->arena, "%zu", place + 1));
}

static void plan_row_texts(rank_plan *plan, size_t i, bool ordinals)
{
    const zt_chart *chart = plan->chart;
    rank_row *row = &plan->rows[i];
    zt_look label = zt_chart_look(chart, "label"), value = zt_chart_look(chart, "value");
    zt_look strong = zt_chart_look(chart, "label-strong");
    if (row->item->highlight) {
        const zt_ink *own = label.ink;
        label = zt_chart_inked(zt_look_at_size(&strong, label.text.size), own);
        value = zt_chart_inked(value, zt_chart_ink(chart, "accent"));
    }
    zt_look plain = zt_chart_look(chart, "label");
    if (ordinals)
        row->ordinal = zt_mark_text_new(chart, ordinal_text(plan, i), &plain, row->item->at);
    row->label = zt_mark_text_new(chart, row->item->key, &label, row->item->at);
    zt_str text = row->quantity ? zt_chart_phrase(chart->setting->arena, chart->data, row->quantity,
                                                  ZT_CHART_BARE)
                                : ZT_STR("—");
    zt_pos at = row->quantity ? row->quantity->at : row->item->at;
    row->value = zt_mark_text_new(chart, text, &value, at);
    row->word = zt_mark_text_new(chart, zt_chart_status_word(row->quantity), &plain, at);
    row->beyond = plan->value_gap + row->value.width;
    if (row->word.width > 0)
        row->beyond += plan->word_gap + row->word.width;
}

static void plan_rows(rank_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    plan->count = data->item_count;
    plan->rows = ZT_ARRAY(plan->chart->setting->arena, plan->count, rank_row);
    plan->value_gap = zt_chart_length(plan->chart, "value-gap");
    plan->word_gap = plan->value_gap / 2;
    for (size_t i = 0; i < plan->count; i++) {
        rank_row *row = &plan->rows[i];
        row->item = &data->items[i];
        row->quantity = zt_chart_first_value(row->item);
        row->length = zt_chart_value(data, row->quantity);
    }
    bool ordinals = wants_ordinals(plan->chart);
    for (size_t i = 0; i < plan->count; i++)
        plan_row_texts(plan, i, ordinals);
}

static const zt_para *break_label(const rank_plan *plan, const rank_row *row, double width)
{
    const zt_chart *chart = plan->chart;
    zt_look *small = ZT_NEW(chart->setting->arena, zt_look);
    double size = row->label.look.text.size;
    double least = zt_min(size, row->label.look.style->size_min);
    size = zt_max(least, size * zt_chart_number(chart, "label-small"));
    *small = zt_look_at_size(&row->label.look, size);
    small->para.leading = size * zt_chart_number(chart, "label-leading");
    small->para.at_sense = true;
    small->para.align = ZT_ALIGN_END;
    small->para.indent = 0;
    zt_run run = {row->item->key, &small->text, row->item->at, false};
    return zt_para_break(chart->setting->arena, chart->setting->diags, &run, 1, &small->para,
                         width);
}

/* Breaks the labels wider than `width`; the most lines that one takes. */
static size_t break_labels(rank_plan *plan, double width)
{
    size_t most = 1;
    plan->lines_width = width;
    for (size_t i = 0; i < plan->count; i++) {
        rank_row *row = &plan->rows[i];
        row->lines = row->label.width > width ? break_label(plan, row, width) : NULL;
        if (row->lines && row->lines->line_count > most)
            most = row->lines->line_count;
    }
    return most;
}

/* As wide as the longest label up to label-max of the width; then long labels break, and the column
   widens by half as much again before it takes a third line. */
static double label_column(rank_plan *plan)
{
    double longest = 0, limit = zt_chart_number(plan->chart, "label-max") * plan->width;
    for (size_t i = 0; i < plan->count; i++)
        longest = zt_max(longest, plan->rows[i].label.width);
    if (longest <= limit)
        return longest;
    double widest = 1.5 * limit, step = (widest - limit) / 8, column = limit;
    while (break_labels(plan, column) > 2 && column < widest)
        column += step;
    double used = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const rank_row *row = &plan->rows[i];
        used = zt_max(used, row->lines ? row->lines->max_width : row->label.width);
    }
    return zt_max(used, zt_min(column, longest));
}

static double row_text_height(const rank_row *row)
{
    double height = zt_max(row->label.look.text.size, row->value.look.text.size);
    if (row->lines)
        height = zt_max(height, row->lines->height);
    return height;
}

/* Rows are as high as their text asks; a full page takes them towards pitch-min. */
static void plan_pitch(rank_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double least = zt_chart_length(chart, "pitch-min"), text = 0;
    double natural = zt_max(least, zt_chart_length(chart, "pitch"));
    for (size_t i = 0; i < plan->count; i++)
        text = zt_max(text, row_text_height(&plan->rows[i]));
    plan->share = zt_clamp(zt_chart_number(chart, "thickness"), 0.1, 1);
    plan->pitch = zt_max(least + (natural - least) * chart->setting->fit.leading, 1.05 * text);
    plan->pitch_max = zt_max(plan->pitch, zt_chart_length(chart, "pitch-max"));
    double overhang = zt_chart_length(chart, "overhang");
    plan->top = plan->foot =
        zt_max(overhang, text / 2 - plan->share * plan->pitch / 2 + 0.05 * text);
}

static void plan_axis(rank_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double low = 0, high = 0;
    for (size_t i = 0; i < plan->count; i++) {
        low = zt_min(low, plan->rows[i].length);
        high = zt_max(high, plan->rows[i].length);
    }
    plan->has_axis = zt_block_yes(chart->block, "axis") && high > low && plan->scale.unit > 0;
    if (!plan->has_axis)
        return;
    zt_look look = zt_chart_look(chart, "tick");
    plan->ticks = zt_ticks_choose(low, high, 4, ZT_TICKS_INSIDE);
    plan->tick_texts = ZT_ARRAY(chart->setting->arena, plan->ticks.count, zt_mark_text);
    for (size_t i = 0; i < plan->ticks.count; i++)
        plan->tick_texts[i] =
            zt_mark_text_new(chart, zt_ticks_print(chart->setting->arena, &plan->ticks, i), &look,
                             chart->data->kind_at);
    plan->axis_height = zt_chart_length(chart, "tick-length") + 1.1 * look.text.size;
}

static void plan_scale(rank_plan *plan, double left)
{
    zt_bar *bars = ZT_ARRAY(plan->chart->setting->arena, plan->count, zt_bar);
    for (size_t i = 0; i < plan->count; i++)
        bars[i] = (zt_bar){plan->rows[i].length, plan->rows[i].beyond};
    plan->scale = zt_bar_scale_fit(bars, plan->count, left, plan->right);
}

/* The right end of what a row draws. */
static double row_right(const rank_plan *plan, size_t i)
{
    const rank_row *row = &plan->rows[i];
    double end = plan->scale.zero + zt_max(0, row->length) * plan->scale.unit;
    return row->length < 0 ? end : end + row->beyond;
}

/* True when the rows below those that the annotation names leave room for it, at the foot. */
static bool quarter_is_free(const rank_plan *plan, const zt_note_box *box)
{
    double left = plan->width - box->width - 2 * plan->value_gap;
    size_t first = plan->count;
    while (first > 0 && row_right(plan, first - 1) <= left &&
           !zt_annotation_names(box->annotation, plan->rows[first - 1].item->key))
        first--;
    for (size_t i = first; i < plan->count; i++)
        if (zt_annotation_names(box->annotation, plan->rows[i].item->key))
            return false;
    double room = ((double)(plan->count - first) - (1 - plan->share)) * plan->pitch;
    return plan->count > first && box->height + plan->pitch / 2 <= room;
}

/* The first annotation takes the empty quarter when there is one, narrower if need be; the others,
   and it when there is none, stand under the plot. */
static void plan_notes(rank_plan *plan, double left)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    plan->note_count = data->annotation_count;
    if (plan->note_count == 0)
        return;
    plan->notes = ZT_ARRAY(chart->setting->arena, plan->note_count, zt_note_box);
    for (size_t i = 0; i < plan->note_count; i++)
        plan->notes[i] = zt_note_box_new(chart, &data->annotations[i], plan->width);
    plan->bracket = plan->value_gap;
    plan->right = plan->width - 2 * plan->bracket;
    plan_scale(plan, left);
    double widest = zt_chart_number(chart, "quarter") * (plan->width - left);
    for (int i = 0; i < 4 && !plan->quarter; i++, widest *= 0.85) {
        zt_note_box box = zt_note_box_new(chart, &data->annotations[0], widest);
        plan->quarter = box.width <= widest + 0.01 && quarter_is_free(plan, &box);
        if (plan->quarter)
            plan->notes[0] = box;
    }
    if (!plan->quarter) {
        plan->right = plan->width;
        plan_scale(plan, left);
    }
}

static void check_room(const rank_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->rows[i].length != 0 && plan->scale.unit > 0)
            return;
    for (size_t i = 0; i < plan->count; i++)
        if (plan->rows[i].length != 0) {
            zt_report(
                plan->chart->setting->diags, ZT_ERROR, "chart-too-narrow", plan->chart->block->at,
                "宽 %.0f 点放不下这张排行图：标签和数值已占满，条没有位置；应加宽、缩短标签或改用 "
                "ladder",
                "a width of %.0f pt leaves this ranking no room for bars beside labels and "
                "values; make it wider, shorten the labels or use ladder",
                plan->width);
            return;
        }
}

static rank_plan *rank_plan_new(const zt_chart *chart, double width)
{
    rank_plan *plan = ZT_NEW(chart->setting->arena, rank_plan);
    plan->chart = chart;
    plan->width = plan->right = width;
    plan_rows(plan);
    double ordinal = 0;
    for (size_t i = 0; i < plan->count; i++)
        ordinal = zt_max(ordinal, plan->rows[i].ordinal.width);
    if (ordinal > 0)
        ordinal += zt_chart_length(chart, "ordinal-gap");
    plan->label_right = ordinal + label_column(plan);
    double left = plan->label_right + zt_chart_length(chart, "label-gap");
    plan_pitch(plan);
    plan_scale(plan, left);
    plan_notes(plan, left);
    plan_axis(plan);
    check_room(plan);
    return plan;
}

static double notes_below(const rank_plan *plan)
{
    double height = 0;
    for (size_t i = plan->quarter ? 1 : 0; i < plan->note_count; i++)
        height += zt_setting_gap(plan->chart->setting, 3) + plan->notes[i].height;
    return height;
}

/* All that does not grow with the pitch. */
static double fixed_height(const rank_plan *plan)
{
    double axis = plan->has_axis ? plan->axis_height : 0;
    return plan->top + plan->foot + axis + notes_below(plan);
}

static double pitches(const rank_plan *plan)
{
    return (double)plan->count - 1 + plan->share;
}

static zt_extent rank_measure(const zt_chart *chart, double width)
{
    const rank_plan *plan = rank_plan_new(chart, width);
    double fixed = fixed_height(plan);
    return (zt_extent){fixed + pitches(plan) * plan->pitch,
                       fixed + pitches(plan) * plan->pitch_max};
}

static double row_centre(const rank_plan *plan, size_t i)
{
    return plan->top + plan->pitch * (plan->share / 2 + (double)i);
}

static double bars_foot(const rank_plan *plan)
{
    return plan->top + pitches(plan) * plan->pitch;
}

static const zt_ink *row_ink(const rank_plan *plan, const rank_row *row)
{
    return zt_chart_ink(plan->chart, row->item->highlight ? "accent" : "rest");
}

static void draw_bars(const rank_plan *plan, zt_group *into)
{
    double thick = plan->share * plan->pitch;
    for (size_t i = 0; i < plan->count; i++) {
        const rank_row *row = &plan->rows[i];
        double length = row->length * plan->scale.unit;
        if (length == 0)
            continue;
        zt_rect bar = {zt_min(plan->scale.zero, plan->scale.zero + length),
                       row_centre(plan, i) - thick / 2, length < 0 ? -length : length, thick};
        const zt_ink *ink = row_ink(plan, row);
        zt_mark_bar(plan->chart, into, row->quantity->at, bar, zt_mark_fill_of(row->quantity), ink);
        if (zt_chart_is_open(row->quantity))
            zt_mark_open_end(plan->chart, into, row->quantity->at,
                             (zt_point){plan->scale.zero + length, row_centre(plan, i)},
                             zt_min(0.2 * thick, 0.5 * plan->value_gap), ink);
    }
}

static void draw_row_texts(const rank_plan *plan, zt_group *into, size_t i)
{
    const zt_chart *chart = plan->chart;
    const rank_row *row = &plan->rows[i];
    double y = row_centre(plan, i), end = plan->scale.zero + row->length * plan->scale.unit;
    double ordinal_right = 0;
    for (size_t k = 0; k < plan->count; k++)
        ordinal_right = zt_max(ordinal_right, plan->rows[k].ordinal.width);
    zt_mark_text_centre(chart, &row->ordinal, into, ZT_ALIGN_END, ordinal_right, y);
    if (row->lines)
        zt_para_place(row->lines, chart->setting->scene, into,
                      plan->label_right - plan->lines_width,
                      y - (row->lines->ink_top + row->lines->ink_foot) / 2, 0, SIZE_MAX);
    else
        zt_mark_text_centre(chart, &row->label, into, ZT_ALIGN_END, plan->label_right, y);
    double way = row->length < 0 ? -1 : 1;
    zt_align align = row->length < 0 ? ZT_ALIGN_END : ZT_ALIGN_START;
    double x = end + way * plan->value_gap;
    zt_mark_text_centre(chart, &row->value, into, align, x, y);
    zt_mark_text_centre(chart, &row->word, into, align,
                        x + way * (row->value.width + plan->word_gap), y);
}

static void rule(const rank_plan *plan, zt_group *into, zt_point from, zt_point to,
                 const char *width)
{
    zt_scene_rule(plan->chart->setting->scene, into, plan->chart->data->kind_at, from, to,
                  zt_chart_length(plan->chart, width),
                  ZT_SOLID(zt_chart_ink(plan->chart, "axis-ink")));
}

static double tick_x(const rank_plan *plan, size_t i)
{
    return plan->scale.zero + zt_num_double(zt_ticks_at(&plan->ticks, i)) * plan->scale.unit;
}

static void draw_tick_labels(const rank_plan *plan, zt_group *into, double y)
{
    zt_arena *arena = plan->chart->setting->arena;
    zt_label *labels = ZT_ARRAY(arena, plan->ticks.count, zt_label);
    bool *keep = ZT_ARRAY(arena, plan->ticks.count, bool);
    for (size_t i = 0; i < plan->ticks.count; i++)
        labels[i] = (zt_label){.wanted = tick_x(plan, i), .size = plan->tick_texts[i].width};
    zt_labels_thin(labels, plan->ticks.count, plan->tick_texts[0].look.text.size / 2, keep);
    for (size_t i = 0; i < plan->ticks.count; i++)
        if (keep[i])
            zt_mark_text_baseline(plan->chart, &plan->tick_texts[i], into, ZT_ALIGN_CENTRE,
                                  labels[i].wanted, y);
}

static void draw_axis(const rank_plan *plan, zt_group *into)
{
    double foot = bars_foot(plan) + plan->foot, zero = plan->scale.zero;
    rule(plan, into, (zt_point){zero, plan->top - zt_chart_length(plan->chart, "overhang")},
         (zt_point){zero, foot}, "zero-line");
    if (!plan->has_axis)
        return;
    double tick = zt_chart_length(plan->chart, "tick-length");
    double first = tick_x(plan, 0), last = tick_x(plan, plan->ticks.count - 1);
    rule(plan, into, (zt_point){zt_min(first, zero), foot}, (zt_point){zt_max(last, zero), foot},
         "axis-line");
    for (size_t i = 0; i < plan->ticks.count; i++)
        rule(plan, into, (zt_point){tick_x(plan, i), foot},
             (zt_point){tick_x(plan, i), foot + tick}, "axis-line");
    draw_tick_labels(plan, into, foot + tick + 0.98 * plan->tick_texts[0].look.text.size);
}

/* The bracket on the right edge embraces the rows that the annotation names and leads down to it.
 */
static void draw_bracket(const rank_plan *plan, zt_group *into, double y)
{
    const zt_annotation *annotation = plan->notes[0].annotation;
    double half = plan->share * plan->pitch / 2, first = -1, last = -1;
    double right = plan->width - zt_chart_length(plan->chart, "axis-line") / 2;
    double left = right - plan->bracket;
    size_t named = 0, before = 0;
    bool together = true;
    for (size_t i = 0; i < plan->count; i++) {
        if (!zt_annotation_names(annotation, plan->rows[i].item->key))
            continue;
        together = together && (named == 0 || before + 1 == i);
        first = named++ == 0 ? row_centre(plan, i) : first;
        last = row_centre(plan, i);
        before = i;
    }
    if (named == 0)
        return;
    if (named > 1 && together) {
        first -= half;
        last += half;
    }
    rule(plan, into, (zt_point){right, first}, (zt_point){right, y}, "axis-line");
    for (size_t i = 0; i < plan->count && !together; i++)
        if (zt_annotation_names(annotation, plan->rows[i].item->key))
            rule(plan, into, (zt_point){left, row_centre(plan, i)},
                 (zt_point){right, row_centre(plan, i)}, "axis-line");
    if (together) {
        rule(plan, into, (zt_point){left, first}, (zt_point){right, first}, "axis-line");
        rule(plan, into, (zt_point){left, last}, (zt_point){right, last}, "axis-line");
    }
}

static void draw_notes(const rank_plan *plan, zt_group *into, zt_group *axis)
{
    double y = bars_foot(plan) + plan->foot + (plan->has_axis ? plan->axis_height : 0);
    for (size_t i = 0; i < plan->note_count; i++) {
        const zt_note_box *box = &plan->notes[i];
        if (i == 0 && plan->quarter) {
            double top = bars_foot(plan) - box->height;
            zt_note_box_place(plan->chart, box, into, plan->width - box->width, top);
            draw_bracket(plan, axis, top - plan->value_gap);
            continue;
        }
        y += zt_setting_gap(plan->chart->setting, 3);
        zt_note_box_place(plan->chart, box, into, 0, y);
        y += box->height;
    }
}

static void rank_draw(const zt_chart *chart, double width, double height, zt_group *into)
{
    rank_plan *plan = rank_plan_new(chart, width);
    double pitch = (height - fixed_height(plan)) / pitches(plan);
    plan->pitch = zt_clamp(pitch, plan->pitch, plan->pitch_max);
    draw_bars(plan, zt_mark_layer(chart, into, "bars", width, height));
    zt_group *axis = zt_mark_layer(chart, into, "axis", width, height);
    draw_axis(plan, axis);
    zt_group *labels = zt_mark_layer(chart, into, "labels", width, height);
    for (size_t i = 0; i < plan->count; i++)
        draw_row_texts(plan, labels, i);
    draw_notes(plan, labels, axis);
}

static bool rank_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good =
        zt_chart_check_items(data, diags, "rank") && zt_chart_check_one_series(data, diags, "rank");
    size_t ranks = 0, values = 0;
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_quantity *q = zt_chart_first_value(&data->items[i]);
        ranks += data->items[i].rank && !q;
        values += q != NULL;
    }
    if (ranks > 0 && values == 0) {
        zt_report(diags, ZT_ERROR, "rank-without-values", data->kind_at,
                  "%zu 个条目只有名次没有数值，画不出有长度的条；应改用 ladder",
                  "%zu items have a rank but no value, a bar would have no length; use ladder",
                  ranks);
        return false;
    }
    return good;
}

extern const zt_chart_kind zt_chart_kind_rank;
const zt_chart_kind zt_chart_kind_rank = {
    .name = "rank",
    .params = rank_params,
    .doc = "排行图：一行一条，名次和名称在零线前，数值在条端",
    .check = rank_check,
    .measure = rank_measure,
    .draw = rank_draw,
};
