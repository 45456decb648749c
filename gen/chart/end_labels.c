/* Labels at the ends of lines: measured, moved apart, drawn. Given rows and moments and what a
   side wishes, it hands back labels with sizes; where each wants to stand the kind says once it
   knows its scale, and only then are they moved apart. */
#include "chart/end_labels.h"

#include <math.h>

#include "labels/spread.h"

/* Between two labels, of the type size; a label moved further than this, of its height, is tied. */
static const double LABELS_APART = 0.12, TIED_FROM = 0.25;
static const double STACKED_FOOT = 0.3; /* white under a name that stands under its value, in em */
static const double TIE_LINE = ZT_MM(0.12); /* weight of what ties a label to its mark */

/* One label, measured but not yet placed. A highlighted row has a bold name and the look of
   values, never smaller than its name. */
static zt_end_label label_new(const zt_chart *chart, const zt_moments *m, size_t row,
                              const zt_ends_wish *wish)
{
    zt_end_label label = {0};
    zt_pos at = zt_moments_row_at(m, row);
    zt_look plain = zt_chart_look(chart, "label"), value = plain;
    if (zt_moments_is_highlit(m, row)) {
        plain = zt_chart_strong(chart, &plain);
        value = zt_chart_look(chart, "value");
        value = zt_look_at_size(&value, zt_max(plain.text.size, value.text.size));
    }
    label.value = zt_moments_text(chart, m, row, wish->column, &value);
    label.height = zt_mark_text_height(&label.value);
    label.is_tied = zt_moments_number(m, row, wish->column) != NULL;
    label.width = label.value.width;
    zt_str name = wish->limit > 0 ? zt_moments_row(m, row) : (zt_str){0};
    if (name.len == 0)
        return label;
    label.name = zt_words_within(chart, name, &plain, at, wish->limit,
                                 wish->side == ZT_ENDS_LEFT ? ZT_ALIGN_END : ZT_ALIGN_START);
    if (wish->stacked) {
        label.height += label.name.height + STACKED_FOOT * plain.text.size;
        label.width = zt_max(label.width, label.name.width);
    } else {
        label.height = zt_max(label.height, label.name.height);
        label.width += ZT_ENDS_GAP + label.name.width;
    }
    return label;
}

/* White from label to label, points. */
static double gap_of(const zt_chart *chart)
{
    return LABELS_APART * zt_chart_look(chart, "label").text.size;
}

zt_end_labels zt_end_labels_new(const zt_chart *chart, const zt_moments *m, zt_ends_wish wish)
{
    zt_end_labels labels = {.side = wish.side, .stacked = wish.stacked, .count = m->row_count};
    labels.items = ZT_ARRAY(chart->setting->arena, labels.count, zt_end_label);
    for (size_t row = 0; row < labels.count; row++) {
        if (wish.skip && !zt_moments_value(m, row, wish.column))
            continue;
        zt_end_label *label = &labels.items[row];
        *label = label_new(chart, m, row, &wish);
        labels.width = zt_max(labels.width, label->width);
        labels.room += label->height + gap_of(chart);
    }
    return labels;
}

/* Labels without a height are left out and take no gap. */
void zt_end_labels_spread(const zt_chart *chart, zt_end_labels *labels, double top, double foot)
{
    zt_arena *arena = chart->setting->arena;
    zt_label *along = ZT_ARRAY(arena, labels->count, zt_label);
    size_t count = 0;
    for (size_t i = 0; i < labels->count; i++)
        if (labels->items[i].height > 0)
            along[count++] =
                (zt_label){.wanted = labels->items[i].wanted, .size = labels->items[i].height};
    zt_labels_spread(arena, along, count, gap_of(chart), top, foot);
    count = 0;
    for (size_t i = 0; i < labels->count; i++)
        if (labels->items[i].height > 0)
            labels->items[i].y = along[count++].centre;
}

/* A fine line from the mark to a label that had to be moved; a small move is seen without it. It
   keeps off both, within the white between mark and label. */
static void draw_tie(const zt_chart *chart, const zt_end_label *label, zt_group *into, double x,
                     double way)
{
    if (!label->is_tied || fabs(label->y - label->wanted) <= TIED_FROM * label->height)
        return;
    double from = x + way * 0.6 * ZT_ENDS_CLEAR, to = x + way * 0.88 * ZT_ENDS_CLEAR;
    zt_scene_rule(chart->setting->scene, into, label->value.at, (zt_point){from, label->wanted},
                  (zt_point){to, label->y}, TIE_LINE, ZT_SOLID(chart->axis_ink));
}

/* Values stand nearest to their marks on both sides, names beyond them or, stacked, below. */
void zt_end_labels_place(const zt_chart *chart, const zt_end_labels *labels, zt_group *into,
                         double x)
{
    double way = labels->side == ZT_ENDS_LEFT ? -1 : 1;
    zt_align align = labels->side == ZT_ENDS_LEFT ? ZT_ALIGN_END : ZT_ALIGN_START;
    for (size_t i = 0; i < labels->count; i++) {
        const zt_end_label *label = &labels->items[i];
        if (label->height <= 0)
            continue;
        double edge = x + way * ZT_ENDS_CLEAR;
        draw_tie(chart, label, into, x, way);
        if (labels->stacked) {
            double top = label->y - label->height / 2;
            double value = zt_mark_text_height(&label->value);
            zt_mark_text_centre(chart, &label->value, into, align, edge, top + value / 2);
            zt_words_place(chart, &label->name, into, edge, top + value);
            continue;
        }
        zt_mark_text_centre(chart, &label->value, into, align, edge, label->y);
        zt_words_centre(chart, &label->name, into, edge + way * (label->value.width + ZT_ENDS_GAP),
                        label->y);
    }
}

/* A label that was left out has no height and meets nothing. */
bool zt_end_labels_meet(const zt_end_labels *labels, double y)
{
    for (size_t i = 0; i < labels->count; i++)
        if (fabs(labels->items[i].y - y) < labels->items[i].height / 2)
            return true;
    return false;
}
