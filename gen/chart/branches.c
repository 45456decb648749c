/* Names tied by lines: measured, added one by one, drawn. */
#include "chart/branches.h"

#include "chart/legend.h"

static const double LINE = ZT_MM(0.35);

zt_branch_label zt_branch_name(const zt_chart *chart, zt_str name, double limit, bool strong,
                               zt_align align)
{
    zt_look look = zt_chart_look(chart, "label");
    if (strong)
        look = zt_chart_strong(chart, &look);
    zt_branch_label label = {.align = align};
    label.name = zt_words_new(chart, name, &look, chart->data->kind_at, limit, align);
    label.width = label.name.width;
    label.height = label.name.height;
    return label;
}

/* The value stands behind the name where at least four characters of that have room beside it. */
zt_branch_label zt_branch_item(const zt_chart *chart, size_t item, size_t series, double limit,
                               bool lit, zt_align align)
{
    const zt_chart_item *from = &chart->data->items[item];
    zt_look look = zt_chart_look(chart, "label"), name = look;
    if (lit)
        name = zt_chart_strong(chart, &look);
    zt_branch_label label = {.align = align};
    double least = 4 * look.text.size, figure = 0, line = 0;
    if (from->values && from->values[series]) {
        zt_mark_said(chart, item, series, lit ? chart->params->accent : NULL, &label.value,
                     &label.word);
        figure = label.value.width + label.word.width;
        line = zt_mark_text_height(&label.value);
    }
    double beside = limit - figure - ZT_BRANCHES_GAP;
    label.stacked = figure > 0 && beside < least;
    label.name = zt_words_new(chart, from->key, &name, from->at,
                              figure > 0 && !label.stacked ? beside : limit, align);
    if (label.stacked) {
        label.width = zt_max(label.name.width, figure);
        label.height = label.name.height + line;
    } else {
        label.width = label.name.width + (figure > 0 ? ZT_BRANCHES_GAP + figure : 0);
        label.height = zt_max(label.name.height, line);
    }
    return label;
}

void zt_branches_label(zt_branches *b, const zt_branch_label *label, double x, double y)
{
    zt_branch_label placed = *label;
    placed.at = (zt_point){x, y};
    ZT_PUSH(b->chart->setting->arena, &b->labels, placed);
}

void zt_branches_line(zt_branches *b, zt_point from, zt_point to, bool lit)
{
    zt_branch_tie tie = {.from = from, .to = to, .lit = lit};
    ZT_PUSH(b->chart->setting->arena, &b->ties, tie);
}

void zt_branches_disc(zt_branches *b, zt_point centre, double radius, bool lit)
{
    zt_branch_tie tie = {.from = centre, .to = centre, .radius = radius, .lit = lit};
    ZT_PUSH(b->chart->setting->arena, &b->ties, tie);
}

void zt_branches_ring(zt_branches *b, zt_point centre, double radius)
{
    zt_branch_tie tie = {.from = centre, .to = centre, .radius = radius, .ring = true};
    ZT_PUSH(b->chart->setting->arena, &b->ties, tie);
}

zt_chart_plan zt_branches_plan(zt_branches *b)
{
    double unit = zt_unit_line(b->chart, NULL);
    for (size_t i = 0; i < b->labels.count; i++)
        b->labels.items[i].at.y += unit;
    for (size_t i = 0; i < b->ties.count; i++) {
        b->ties.items[i].from.y += unit;
        b->ties.items[i].to.y += unit;
    }
    b->height += unit;
    b->notes = zt_note_list_new(b->chart, b->width);
    double height = b->height + b->notes.height;
    return (zt_chart_plan){.extent = {height, height}, .own = b};
}

/* The name, and the value behind it or under it; flush right the value stands last as well. */
static void draw_label(const zt_branches *b, const zt_branch_label *label, zt_group *into)
{
    const zt_chart *chart = b->chart;
    double figure = label->value.width + label->word.width;
    double x = label->at.x, right = x + label->width, middle = label->at.y + label->height / 2;
    bool end = label->align == ZT_ALIGN_END;
    double own = label->name.width, name = end ? right : x;
    if (label->align == ZT_ALIGN_CENTRE)
        name = x + label->width / 2;
    if (end && figure > 0 && !label->stacked)
        name = right - figure - ZT_BRANCHES_GAP;
    double top = label->stacked ? label->at.y : middle - label->name.height / 2;
    zt_words_place(chart, &label->name, into, name, top);
    double value = end || !label->stacked ? right - figure : x;
    if (label->stacked)
        middle = label->at.y + label->name.height + (label->height - label->name.height) / 2;
    else if (!end)
        value = x + own + ZT_BRANCHES_GAP;
    zt_mark_text_centre(chart, &label->value, into, ZT_ALIGN_START, value, middle);
    zt_mark_text_centre(chart, &label->word, into, ZT_ALIGN_START, value + label->value.width,
                        middle);
}

/* Lit lines over the others, words over all. */
void zt_branches_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_branches *b = planned->own;
    const zt_chart *chart = b->chart;
    zt_scene *scene = chart->setting->scene;
    zt_pos at = chart->data->kind_at;
    zt_group *lines = zt_mark_layer(chart, into, "lines", b->width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", b->width, height);
    zt_unit_line(chart, labels);
    for (int lit = 0; lit < 2; lit++)
        for (size_t i = 0; i < b->ties.count; i++) {
            const zt_branch_tie *tie = &b->ties.items[i];
            const zt_ink *ink = tie->lit ? chart->params->accent : chart->params->rest;
            if (tie->lit != (lit == 1))
                continue;
            if (tie->ring)
                zt_mark_open_end(chart, lines, at, tie->from,
                                 tie->radius - zt_chart_points(chart, chart->marks->outline) / 2,
                                 chart->params->second);
            else if (tie->radius > 0)
                zt_scene_disc(scene, lines, at, tie->from, tie->radius, ZT_SOLID(ink));
            else
                zt_scene_rule(scene, lines, at, tie->from, tie->to, LINE, ZT_SOLID(ink));
        }
    for (size_t i = 0; i < b->labels.count; i++)
        draw_label(b, &b->labels.items[i], labels);
    zt_note_list_place(chart, &b->notes, labels, b->height);
}
