/* Parts of a whole as a hundred square cells, one per cent each, filled row by row from the top
   left; the share of the lead part is printed large beside them. */
#include "chart/annotation.h"
#include "chart/marks.h"
#include "chart/chart_words.h"
#include "chart/whole.h"

#include <math.h>

/* In points, or shares of what is named. */
static const double SIZE_LEAST = ZT_MM(24);    /* side of the square when the page is full */
static const double CELL_GAP = ZT_MM(0.6);     /* from cell to cell */
static const double SIDE_GAP = ZT_MM(6);       /* from the square to the words beside it */
static const char EMPTY[] = "companion-light"; /* ink: empty cells */

typedef struct waffle_params {
    zt_length size, size_max;
    double digits;
    zt_inks part_inks;
} waffle_params;

enum { SIDE = 10, CELLS = SIDE * SIDE, MOST_PARTS = 4 };

static const zt_param rows[] = {{"size", ZT_PARAM_EM(waffle_params, size, "label"), NULL, "36mm",
                                 "方格边长", "side of the square"},
                                {"size-max", ZT_PARAM_EM(waffle_params, size_max, "label"), NULL,
                                 "50mm", "最大边长", "side up to which spare height is used"},
                                {"digits", ZT_PARAM(waffle_params, digits, NUMBER), NULL, "1.5",
                                 "占比的字号占关键数字", "size of the lead share, of the figure"},
                                {"part-inks", ZT_PARAM(waffle_params, part_inks, INKS), NULL,
                                 "companion companion-mid key", "其余各份依次用墨",
                                 "inks of the parts that do not lead, in order"},
                                {0}};

typedef struct waffle_part {
    const zt_chart_item *item;
    const zt_quantity *quantity;
    double value;
    size_t cells;
    const zt_ink *ink;
    zt_words words; /* of a part that does not lead: its name and value */
} waffle_part;

typedef struct waffle_plan {
    const zt_chart *chart;
    double width;
    waffle_part *parts;
    size_t count, lead;
    double size, size_max;           /* of the square */
    const struct waffle_plan *grown; /* the same at size_max; NULL where it cannot grow */
    bool below;                      /* the words stand over the square, not beside it */
    double words_x, words_width;
    const zt_figure *figure;
    zt_mark_text standing; /* 推算 … */
    zt_words label, key;   /* name of the lead part; what a cell stands for */
    double headroom;       /* of the figure's em box over its ink */
    double words_height;
    double swatch;
    bool side; /* annotations stand at the right of the words, not under the plot */
    double notes_x;
    zt_note_list notes;
} waffle_plan;

/* ---- cells ---- */

/* The largest remainders get the cells that rounding down leaves (Hare and Niemeyer), so that the
   cells add up to the rounded sum; equal remainders in data order. */
static void share_cells(waffle_plan *plan)
{
    double sum = 0;
    size_t given = 0;
    for (size_t i = 0; i < plan->count; i++) {
        sum += plan->parts[i].value;
        plan->parts[i].cells = (size_t)floor(plan->parts[i].value + 1e-9);
        given += plan->parts[i].cells;
    }
    size_t wanted = (size_t)zt_min(CELLS, floor(sum + 0.5 + 1e-9));
    for (; given < wanted; given++) {
        size_t best = plan->count;
        double most = -1;
        for (size_t i = 0; i < plan->count; i++) {
            double rest = plan->parts[i].value - (double)plan->parts[i].cells;
            if (rest > most + 1e-9) {
                most = rest;
                best = i;
            }
        }
        if (best == plan->count)
            break;
        plan->parts[best].cells++;
    }
}

/* The inks of part-inks in turn, the lead left out. */
static const zt_ink *part_ink(const waffle_plan *plan, size_t order)
{
    const waffle_params *p = plan->chart->own;
    return zt_inks_at(p->part_inks, order);
}

/* The first highlighted part leads, the first of all when none is: it stands in the accent and its
   share is printed large. */
static void plan_parts(waffle_plan *plan)
{
    const zt_chart_data *data = plan->chart->data;
    size_t order = 0;
    plan->parts = ZT_ARRAY(plan->chart->setting->arena, plan->count, waffle_part);
    for (size_t i = plan->count; i-- > 0;)
        if (data->items[i].highlight)
            plan->lead = i;
    for (size_t i = 0; i < plan->count; i++) {
        waffle_part *p = &plan->parts[i];
        p->item = &data->items[i];
        p->quantity = zt_chart_first_value(p->item);
        p->value = zt_chart_value(data, p->quantity);
        p->ink = i == plan->lead ? plan->chart->params->accent : part_ink(plan, order++);
        p->ink = zt_chart_key_ink(plan->chart, p->item->key, p->ink);
    }
    share_cells(plan);
}

/* ---- words ---- */

/* The lead's share as a key figure in the accent, no wider than the words' column with its word of
   standing. */
static void plan_lead(waffle_plan *plan)
{
    const waffle_params *p = plan->chart->own;
    const zt_chart *chart = plan->chart;
    const waffle_part *lead = &plan->parts[plan->lead];
    zt_look look = zt_chart_look(chart, "figure"), plain = zt_chart_look(chart, "label");
    double size = look.text.size * p->digits;
    zt_look large = zt_look_at_size(&look, size);
    zt_figure_style style =
        zt_chart_figure_style(chart, large, zt_chart_lead_look(chart, large, lead->item->key).ink);
    static const zt_quantity none = {.text = {"—", 3}};
    const zt_quantity *quantity = lead->quantity ? lead->quantity : &none;
    plan->standing = zt_mark_text_new(chart, zt_chart_item_label(chart, lead->item).words, &plain,
                                      lead->item->at);
    double room = plan->words_width;
    if (plan->standing.width > 0)
        room -= plan->standing.width + plain.text.size / 2;
    plan->figure = zt_chart_figure_within(chart, quantity, style, room);
    plan->headroom = zt_chart_figure_headroom(&large);
}

/* Sets all words in their column and adds up their height: figure, its name, the other parts with
   swatches, the key. */
static void plan_words(waffle_plan *plan)
{
    const zt_chart *chart = plan->chart;
    zt_look name = zt_chart_look(chart, "name"), label = zt_chart_look(chart, "label");
    double gap = zt_setting_gap(chart->setting, 1);
    plan_lead(plan);
    plan->label =
        zt_words_within(chart, plan->parts[plan->lead].item->key, &name,
                        plan->parts[plan->lead].item->at, plan->words_width, ZT_ALIGN_START);
    plan->key = zt_words_within(chart, zt_chart_squares_words(chart->data), &label,
                                chart->data->kind_at, plan->words_width, ZT_ALIGN_START);
    plan->swatch = 0.8 * label.text.size;
    plan->words_height = plan->headroom + plan->figure->ascent + 1.5 * gap + plan->label.height +
                         2 * gap + plan->key.height;
    for (size_t i = 0; i < plan->count; i++) {
        waffle_part *p = &plan->parts[i];
        if (i == plan->lead)
            continue;
        zt_chart_label said = zt_chart_item_label(chart, p->item);
        zt_str value = p->quantity ? said.value : ZT_STR("—");
        zt_str text =
            zt_str_from(zt_arena_printf(chart->setting->arena, "%.*s %.*s", ZT_ARG(p->item->key),
                                        ZT_ARG(zt_chart_joined(chart, value, said.words))));
        p->words = zt_words_within(chart, text, &label, p->item->at,
                                   plan->words_width - 1.4 * plan->swatch, ZT_ALIGN_START);
        plan->words_height += gap + p->words.height;
    }
}

/* Square and words side by side; where less than nine characters a line are left to the words, they
   stand over the square in the whole width. */
static void plan_columns(waffle_plan *plan, double size)
{
    const zt_chart *chart = plan->chart;
    double gap = SIDE_GAP;
    plan->size = zt_min(size, plan->width);
    plan->words_x = plan->size + gap;
    plan->words_width = plan->width - plan->words_x;
    plan->below = plan->words_width < 9 * zt_chart_look(chart, "name").text.size;
    if (plan->below) {
        plan->words_x = 0;
        plan->words_width = plan->width;
    }
    plan_words(plan);
}

/* A wide place leaves a third column for the annotations, on the middle of the width or further
   right. */
static void plan_notes(waffle_plan *plan)
{
    const zt_chart *chart = plan->chart;
    double gap = SIDE_GAP;
    double words = zt_max(plan->figure->width, zt_max(plan->label.width, plan->key.width));
    for (size_t i = 0; i < plan->count; i++)
        words = zt_max(words, 1.4 * plan->swatch + plan->parts[i].words.width);
    plan->notes_x = plan->words_x + words + 2 * gap;
    double room = plan->width - plan->notes_x;
    plan->side = !plan->below && chart->data->annotation_count > 0 &&
                 room >= 14 * zt_chart_look(chart, "annotation").text.size;
    zt_chart further = *chart;
    further.has_lead = true;
    plan->notes = zt_note_list_new(&further, plan->side ? room : plan->width);
    if (!plan->side)
        zt_note_list_spread(&further, &plan->notes, plan->width);
}

/* With a square of this size, but at least of the natural one. */
static waffle_plan *waffle_plan_new(const zt_chart *chart, double width, double size)
{
    const waffle_params *p = chart->own;
    waffle_plan *plan = ZT_NEW(chart->setting->arena, waffle_plan);
    *plan = (waffle_plan){.chart = chart, .width = width, .count = chart->data->item_count};
    double least = SIZE_LEAST;
    double natural = zt_max(least, zt_chart_points(chart, p->size));
    natural = least + (natural - least) * zt_setting_squeeze(chart->setting);
    plan_parts(plan);
    plan_columns(plan, zt_max(natural, size));
    plan->size_max = plan->size;
    /* It grows only while the words keep their place beside it. */
    double most = zt_min(zt_chart_points(chart, p->size_max), width);
    double words = 9 * zt_chart_look(chart, "name").text.size;
    if (!plan->below)
        most = zt_min(most, width - SIDE_GAP - words);
    plan->size_max = zt_max(plan->size, most);
    plan_notes(plan);
    return plan;
}

/* Height of the plot with a square of this size, the words and notes as they are. */
static double height_at(const waffle_plan *plan, double size)
{
    double words = plan->words_height;
    double gap = zt_setting_gap(plan->chart->setting, 2);
    double plot = plan->below ? size + gap + words : zt_max(size, words);
    return plan->side ? zt_max(plot, plan->notes.height) : plot + plan->notes.height;
}

/* The ceiling needs a plan of its own: beside a larger square the words have another width and
   another height. */
static zt_chart_plan waffle_plan_chart(const zt_chart *chart, double width)
{
    waffle_plan *plan = waffle_plan_new(chart, width, 0);
    if (plan->size_max > plan->size)
        plan->grown = waffle_plan_new(chart, width, plan->size_max);
    double natural = height_at(plan, plan->size);
    double most = plan->grown ? height_at(plan->grown, plan->grown->size) : natural;
    return (zt_chart_plan){.extent = {natural, zt_max(natural, most)}, .own = plan};
}

/* With the square that the height allows: the words beside a larger one are set anew. */
static const waffle_plan *with_spare(const waffle_plan *plan, double height)
{
    double spare = height - height_at(plan, plan->size);
    double size = plan->below ? plan->size + spare : height - (plan->side ? 0 : plan->notes.height);
    size = zt_clamp(size, plan->size, plan->size_max);
    if (size <= plan->size)
        return plan;
    const waffle_plan *larger =
        size >= plan->size_max ? plan->grown : waffle_plan_new(plan->chart, plan->width, size);
    return height_at(larger, larger->size) > height + 0.01 ? plan : larger;
}

/* ---- drawing ---- */

/* The part that owns a cell, counted row by row from the top left in the order of the data; NULL
   for one left to the rest. */
static const waffle_part *part_of_cell(const waffle_plan *plan, size_t cell)
{
    size_t end = 0;
    for (size_t i = 0; i < plan->count; i++) {
        end += plan->parts[i].cells;
        if (cell < end)
            return &plan->parts[i];
    }
    return NULL;
}

/* A hundred cells with their top left at 0, y; those of the rest in the ground's ink. */
static void draw_cells(const waffle_plan *plan, zt_group *into, double y)
{
    const zt_chart *chart = plan->chart;
    double gap = zt_min(CELL_GAP, 0.03 * plan->size);
    double cell = (plan->size - (SIDE - 1) * gap) / SIDE;
    for (size_t i = 0; i < CELLS; i++) {
        const waffle_part *p = part_of_cell(plan, i);
        zt_rect rect = {(double)(i % SIDE) * (cell + gap), y + (double)(i / SIDE) * (cell + gap),
                        cell, cell};
        if (p)
            zt_mark_bar(chart, into, p->item->at, rect, zt_mark_fill_of(p->quantity), p->ink);
        else
            zt_scene_fill_rect(chart->setting->scene, into, chart->data->kind_at, rect,
                               ZT_SOLID(zt_setting_ink(chart->setting, EMPTY)));
    }
}

/* One part that does not lead: a swatch on its first line, then name and value. Returns the foot.
 */
static double draw_other(const waffle_plan *plan, zt_group *into, const waffle_part *p, double y)
{
    const zt_chart *chart = plan->chart;
    double middle = y + zt_min(p->words.height, 1.25 * plan->swatch) / 2;
    zt_rect rect = {plan->words_x, middle - plan->swatch / 2, plan->swatch, plan->swatch};
    zt_mark_bar(chart, into, p->item->at, rect, zt_mark_key_of(p->quantity), p->ink);
    zt_words_place(chart, &p->words, into, plan->words_x + 1.4 * plan->swatch, y);
    return y + p->words.height;
}

/* The figure hangs from the top, the key of a cell stands at the foot. */
static void draw_words(const waffle_plan *plan, zt_group *into, double y, double height)
{
    const zt_chart *chart = plan->chart;
    double gap = zt_setting_gap(chart->setting, 1), foot = y + height;
    y += plan->headroom + plan->figure->ascent;
    zt_figure_place(plan->figure, chart->setting, into, plan->words_x, y);
    zt_mark_text_baseline(chart, &plan->standing, into, ZT_ALIGN_START,
                          plan->words_x + plan->figure->width + plan->standing.look.text.size / 2,
                          y);
    y += 1.5 * gap;
    zt_words_place(chart, &plan->label, into, plan->words_x, y);
    y += plan->label.height;
    for (size_t i = 0; i < plan->count; i++)
        if (i != plan->lead)
            y = draw_other(plan, into, &plan->parts[i], y + gap);
    zt_words_place(chart, &plan->key, into, plan->words_x, foot - plan->key.height);
}

/* At the right the first figure hangs where the share hangs, else all stand at the foot. */
static void draw_notes(const waffle_plan *plan, zt_group *into, double foot)
{
    const zt_chart *chart = plan->chart;
    double gap = zt_setting_gap(chart->setting, 3), y = plan->headroom;
    if (!plan->side) {
        zt_note_list_place(chart, &plan->notes, into, foot);
        return;
    }
    for (size_t i = 0; i < plan->notes.count; i++) {
        zt_note_box_place(chart, &plan->notes.boxes[i], into, plan->notes_x, y);
        y += plan->notes.boxes[i].height + gap;
    }
}

/* Square, words, notes. With the words over the square, the key of a cell stands below it, at the
   foot of both. */
static void waffle_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const waffle_plan *plan = with_spare(planned->own, height);
    const zt_chart *chart = plan->chart;
    double width = plan->width;
    zt_group *cells = zt_mark_layer(chart, into, "cells", width, height);
    zt_group *labels = zt_mark_layer(chart, into, "labels", width, height);
    double room = zt_max(plan->size, plan->words_height), top = 0;
    if (plan->below) {
        /* The share, the square, what a cell stands for. */
        double gap = zt_setting_gap(chart->setting, 2);
        top = plan->words_height - plan->key.height;
        room = plan->words_height + gap + plan->size;
    }
    draw_cells(plan, cells, top);
    draw_words(plan, labels, 0, room);
    draw_notes(plan, labels, room);
}

/* Reports too-many-slices (error); shares and their sum are judged as those of all wholes are. */
static bool waffle_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good = zt_chart_check_items(data, diags, "waffle") &&
                zt_chart_check_one_series(data, diags, "waffle");
    if (!good)
        return false;
    if (data->item_count > MOST_PARTS) {
        zt_report(diags, ZT_ERROR, "too-many-slices", data->kind_at,
                  "方格图有 %zu 份，多于 %d 份就分不清；应合并小项或改用 bar",
                  "a waffle of %zu parts; more than %d cannot be told apart: merge the small ones "
                  "or use bar",
                  data->item_count, MOST_PARTS);
        return false;
    }
    return zt_chart_check_shares(data, diags) && zt_whole_check(data, diags, true);
}

const zt_chart_kind zt_chart_kind_waffle = {
    .name = "waffle",
    .spans = {3, 3, 6},
    .params = {rows, sizeof(waffle_params)},
    .zh = "方格图：一百个格，每格百分之一，占比大字印在旁边",
    .en = "A hundred squares, one per cent each, the share large beside them",
    .panel_mm = 40,
    .check = waffle_check,
    .plan = waffle_plan_chart,
    .draw = waffle_draw,
};
