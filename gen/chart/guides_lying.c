/* Guides of lying bars. The names of lines stand in one row over the bars while they have room side
   by side, else each in a row of its own; brackets stand side by side, the shortest next to the
   bars, so that no hook crosses another's line. */
#include "chart/guides_lying.h"

#include "chart/marks.h"
#include "labels/spread.h"

#include <math.h>

/* In points. */
static const double LINE = ZT_MM(0.25), DASH = ZT_MM(1.6), DASH_GAP = ZT_MM(0.8);
static const double WORDS_GAP = ZT_MM(1); /* from words to their line, and between words */
static const double HOOK = ZT_MM(1.3);    /* shortest hook */
static const double CLEAR = ZT_MM(0.9);   /* from a hook to the words of its bar */
static const double WIDEST = 0.2;         /* words of a bracket, of the width */
static const double LEADING = 1.15;       /* of words in several lines, by their size */
static const double IN_LINE = ZT_MM(1);   /* white about words in a line */
static const double ROW_LEAST = 1.5;      /* from row to row at the least, by their size */

/* The look of the words. */
static zt_look words_look(const zt_chart *chart)
{
    zt_look look = zt_chart_look(chart, "annotation");
    look.para.leading = LEADING * look.text.size;
    return look;
}

/* +13.5 over 个百分点, where both on one line are wider than the limit. */
static zt_str figure_within(const zt_chart *chart, const zt_guide *guide, const zt_look *look,
                            double limit)
{
    zt_str figure = guide->figure, points = zt_points_unit(chart->data->language);
    if (!zt_str_ends(figure, points.data) ||
        zt_mark_text_new(chart, figure, look, guide->at).width <= limit)
        return figure;
    zt_str number = zt_str_trim(zt_str_slice(figure, 0, figure.len - points.len));
    return zt_str_from(
        zt_arena_printf(chart->setting->arena, "%.*s\n%.*s", ZT_ARG(number), ZT_ARG(points)));
}

/* Of a threshold on one line, of a bracket the difference under its name. */
static zt_words words_of(const zt_chart *chart, const zt_guide *guide, double width, zt_align align)
{
    zt_look look = words_look(chart);
    bool bracket = guide->kind == ZT_GUIDE_BRACKET;
    const char *between = guide->name.len == 0 ? "" : bracket ? "\n" : " ";
    double limit = bracket ? WIDEST * width : width;
    zt_str figure = bracket ? figure_within(chart, guide, &look, limit) : guide->figure;
    zt_str text = zt_str_from(zt_arena_printf(chart->setting->arena, "%.*s%s%.*s",
                                              ZT_ARG(guide->name), between, ZT_ARG(figure)));
    return zt_words_within(chart, text, &look, guide->at, limit, align);
}

/* How many items a bracket spans. */
static size_t length_of(const zt_guide *guide)
{
    return guide->from > guide->to ? guide->from - guide->to : guide->to - guide->from;
}

/* Rows are at least a line high, and so is the gap after each: a bracket over enough of them is
   longer than its words with the white about these. */
static bool has_room_in_line(const zt_guide *guide, const zt_words *words, const zt_look *look)
{
    double least = (double)length_of(guide) * ROW_LEAST * look->text.size;
    return words->height + 2 * IN_LINE + 2 * HOOK <= least;
}

/* What the words of a bracket take at the left and at the right of its line. */
static void sides_of(const zt_lying_box *box, double *left, double *right)
{
    *left = box->in_line ? zt_max(0, box->words.width / 2 + IN_LINE - HOOK) : 0;
    *right = box->in_line ? box->words.width / 2 : WORDS_GAP + box->words.width;
}

/* x of the bracket's line from the right edge of the bars' room: the shorter ones come first. */
static double offset_of(const zt_lying_guides *guides, size_t own)
{
    double left, right, offset = CLEAR + HOOK;
    sides_of(&guides->boxes[own], &left, &right);
    offset += left;
    for (size_t i = 0; i < guides->count; i++) {
        const zt_lying_box *box = &guides->boxes[i];
        size_t length = length_of(box->guide), mine = length_of(guides->boxes[own].guide);
        bool before = length < mine || (length == mine && i < own);
        sides_of(box, &left, &right);
        if (i != own && box->guide->kind == ZT_GUIDE_BRACKET && before)
            offset += HOOK + WORDS_GAP + left + right;
    }
    return offset;
}

/* Whether the names of all lines stand side by side, whatever their values are. */
static double row_width(const zt_lying_guides *guides)
{
    double sum = 0;
    for (size_t i = 0; i < guides->count; i++)
        if (guides->boxes[i].guide->kind == ZT_GUIDE_THRESHOLD)
            sum += guides->boxes[i].words.width + WORDS_GAP;
    return sum;
}

/* One guide with its words; those in a line are centred on it. */
static zt_lying_box box_of(const zt_chart *chart, const zt_guide *guide, double width)
{
    zt_look look = words_look(chart);
    zt_lying_box box = {.guide = guide, .words = words_of(chart, guide, width, ZT_ALIGN_START)};
    box.in_line = guide->kind == ZT_GUIDE_BRACKET && has_room_in_line(guide, &box.words, &look);
    if (box.in_line)
        box.words = words_of(chart, guide, width, ZT_ALIGN_CENTRE);
    return box;
}

zt_lying_guides zt_lying_guides_new(const zt_chart *chart, double width)
{
    const zt_chart_data *data = chart->data;
    zt_lying_guides guides = {
        .chart = chart, .boxes = ZT_ARRAY(chart->setting->arena, data->guide_count, zt_lying_box)};
    double sum = 0, highest = 0;
    for (size_t i = 0; i < data->guide_count; i++)
        if (data->guides[i].kind != ZT_GUIDE_SPAN)
            guides.boxes[guides.count++] = box_of(chart, &data->guides[i], width);
    for (size_t i = 0; i < guides.count; i++) {
        zt_lying_box *box = &guides.boxes[i];
        if (box->guide->kind == ZT_GUIDE_BRACKET) {
            double left, right;
            sides_of(box, &left, &right);
            box->at = offset_of(&guides, i);
            guides.right = zt_max(guides.right, box->at + right);
        } else {
            sum += box->words.height + WORDS_GAP / 2;
            highest = zt_max(highest, box->words.height);
        }
    }
    guides.over = row_width(&guides) <= width ? highest : sum;
    guides.over += guides.over > 0 ? WORDS_GAP : 0;
    return guides;
}

/* x of a threshold. */
static double line_x(const zt_lying_place *place, const zt_guide *guide)
{
    return place->zero + (zt_scale_even(&place->scale, guide->value) - place->cut) * place->unit;
}

/* Paper under a line on the bars that reach past it. */
static void draw_clearings(const zt_lying_guides *guides, const zt_lying_place *place,
                           const zt_guide *guide, zt_group *axis)
{
    const zt_chart_data *data = guides->chart->data;
    for (size_t i = 0; !place->marks && i < data->item_count * place->series; i++) {
        const zt_quantity *q = data->items[i / place->series].values[i % place->series];
        if (!zt_chart_has_value(q))
            continue;
        double end = place->zero + (zt_chart_value(data, q) - place->cut) * place->unit;
        zt_rect bar = {zt_min(place->zero, end), place->rows[i].y, fabs(end - place->zero),
                       place->rows[i].h};
        zt_grid_clear(guides->chart, axis, guide->at, bar, line_x(place, guide), true);
    }
}

/* The lines, their names over them, moved apart or in rows of their own. */
static void draw_thresholds(const zt_lying_guides *guides, const zt_lying_place *place,
                            zt_group *axis, zt_group *labels)
{
    const zt_chart *chart = guides->chart;
    zt_arena *arena = chart->setting->arena;
    zt_label *spread = ZT_ARRAY(arena, guides->count, zt_label);
    size_t *which = ZT_ARRAY(arena, guides->count, size_t), count = 0;
    for (size_t i = 0; i < guides->count; i++) {
        const zt_lying_box *box = &guides->boxes[i];
        double w = box->words.width;
        if (box->guide->kind != ZT_GUIDE_THRESHOLD)
            continue;
        spread[count] = (zt_label){
            .wanted = zt_clamp(line_x(place, box->guide), w / 2, place->width - w / 2), .size = w};
        spread[count].centre = spread[count].wanted;
        which[count] = i;
        /* in the order of the lines, which names moved in from an edge may have lost */
        for (size_t k = count++; k > 0; k--) {
            zt_label label = spread[k];
            size_t index = which[k];
            if (line_x(place, guides->boxes[which[k - 1]].guide) <=
                line_x(place, guides->boxes[index].guide))
                break;
            spread[k] = spread[k - 1];
            which[k] = which[k - 1];
            spread[k - 1] = label;
            which[k - 1] = index;
        }
    }
    bool in_row = row_width(guides) <= place->width;
    if (in_row)
        zt_labels_spread_in_order(arena, spread, count, WORDS_GAP, 0, place->width);
    double y = place->top - guides->over;
    for (size_t n = 0; n < count; n++) {
        const zt_lying_box *box = &guides->boxes[which[n]];
        double x = line_x(place, box->guide), foot = y + box->words.height + WORDS_GAP / 3;
        zt_grid_stroke look = {.weight = LINE, .dash = {DASH, DASH_GAP}, .at = box->guide->at};
        draw_clearings(guides, place, box->guide, axis);
        zt_words_place(chart, &box->words, labels, spread[n].centre - box->words.width / 2, y);
        double top = in_row ? place->top - WORDS_GAP / 3 : foot;
        if (fabs(spread[n].centre - x) > box->words.width / 2)
            zt_mark_rule(chart, axis, (zt_point){spread[n].centre, foot}, (zt_point){x, top},
                         ZT_MM(0.12));
        zt_grid_upright_line(chart, axis, top, place->foot, x, &look, &place->type);
        y += in_row ? 0 : box->words.height + WORDS_GAP / 2;
    }
}

/* The line of a bracket, open where its words stand in it; their middle there, as near to its own
   as the plot lets them. */
static double draw_stem(const zt_lying_guides *guides, const zt_lying_place *place,
                        const zt_lying_box *box, zt_group *axis, double x, double top, double foot)
{
    const zt_chart *chart = guides->chart;
    double half = box->words.height / 2;
    double y = zt_clamp((top + foot) / 2, place->top + half,
                        zt_max(place->top + half, place->foot - half));
    if (!box->in_line) {
        zt_mark_rule(chart, axis, (zt_point){x, top}, (zt_point){x, foot}, LINE);
        return y;
    }
    zt_mark_rule(chart, axis, (zt_point){x, top}, (zt_point){x, y - half - IN_LINE}, LINE);
    zt_mark_rule(chart, axis, (zt_point){x, y + half + IN_LINE}, (zt_point){x, foot}, LINE);
    return y;
}

/* A line from row to row with a hook to the words of each, and its words in it or at its right. */
static void draw_bracket(const zt_lying_guides *guides, const zt_lying_place *place,
                         const zt_lying_box *box, zt_group *axis, zt_group *labels)
{
    const zt_chart *chart = guides->chart;
    const size_t items[] = {box->guide->from, box->guide->to};
    double x = place->width - guides->right + box->at, y[2];
    for (int i = 0; i < 2; i++) {
        zt_rect row = place->rows[items[i] * place->series + box->guide->series];
        y[i] = row.y + row.h / 2;
        double end = zt_min(x - HOOK, zt_rect_right(row) + CLEAR);
        zt_mark_rule(chart, axis, (zt_point){end, y[i]}, (zt_point){x, y[i]}, LINE);
    }
    double middle = draw_stem(guides, place, box, axis, x, zt_min(y[0], y[1]), zt_max(y[0], y[1]));
    zt_words_place(chart, &box->words, labels, box->in_line ? x : x + WORDS_GAP,
                   middle - box->words.height / 2);
}

void zt_lying_guides_draw(const zt_lying_guides *guides, const zt_lying_place *place,
                          zt_group *axis, zt_group *labels)
{
    draw_thresholds(guides, place, axis, labels);
    for (size_t i = 0; i < guides->count; i++)
        if (guides->boxes[i].guide->kind == ZT_GUIDE_BRACKET)
            draw_bracket(guides, place, &guides->boxes[i], axis, labels);
}
