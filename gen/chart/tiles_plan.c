/* Planning tiles: places, size, and whether names and values stand in them or are listed. */
#include "chart/tiles_imp.h"

#include "labels/room.h"
#include "model/chart_tiles.h"

#include <stdlib.h>

/* In points, or shares of what is named. */
static const double PITCH_MOST = ZT_MM(13);
static const double INSET = ZT_MM(0.2), NUMBER_INSET = ZT_MM(0.1);
static const double LIT_INSET = ZT_MM(0.7); /* about words in a frame */
static const double VALUE = 0.95;           /* size of values, of labels */
static const double NEAR = ZT_MM(1.5);

/* By rows, then columns. */
static int by_place(const void *a, const void *b)
{
    const zt_chart_tile *one = *(const zt_chart_tile *const *)a;
    const zt_chart_tile *other = *(const zt_chart_tile *const *)b;
    return one->row != other->row ? one->row - other->row : one->column - other->column;
}

/* A cell for each tile, in the order of reading. */
static void set_cells(zt_tiles_plan *plan)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    plan->count = data->tile_count;
    plan->cells = ZT_ARRAY(chart->setting->arena, plan->count + 1, zt_tiles_cell);
    const zt_chart_tile **order =
        ZT_ARRAY(chart->setting->arena, plan->count + 1, const zt_chart_tile *);
    for (size_t i = 0; i < plan->count; i++)
        order[i] = &data->tiles[i];
    qsort(order, plan->count, sizeof *order, by_place);
    for (size_t i = 0; i < plan->count; i++)
        plan->cells[i].tile = order[i];
    for (size_t i = 0; i < data->item_count; i++) {
        size_t tile = zt_chart_tile_of(data, data->items[i].key);
        for (size_t k = 0; k < plan->count && tile < data->tile_count; k++)
            if (order[k] == &data->tiles[tile]) {
                plan->cells[k].item = &data->items[i];
                plan->cells[k].quantity = zt_chart_first_value(&data->items[i]);
            }
    }
}

/* Equal squares over the width, no larger than need be. */
static void set_boxes(zt_tiles_plan *plan)
{
    int left = INT32_MAX, right = 0, top = INT32_MAX, foot = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_chart_tile *tile = plan->cells[i].tile;
        left = tile->column < left ? tile->column : left;
        right = tile->column > right ? tile->column : right;
        top = tile->row < top ? tile->row : top;
        foot = tile->row > foot ? tile->row : foot;
    }
    if (plan->count == 0)
        return;
    double pitch = zt_min(PITCH_MOST, plan->width / (double)(right - left + 1));
    double side = pitch - zt_min(ZT_RAMP_GAP, 0.1 * pitch);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_chart_tile *tile = plan->cells[i].tile;
        plan->cells[i].box = (zt_rect){pitch * (tile->column - left) + (pitch - side) / 2,
                                       pitch * (tile->row - top) + (pitch - side) / 2, side, side};
    }
    plan->field = pitch * (foot - top + 1);
}

/* The key in the largest free part of the grid that holds it, in its top left; else under the
 * tiles. */
static void place_key(zt_tiles_plan *plan)
{
    zt_arena *arena = plan->chart->setting->arena;
    zt_rect *boxes = ZT_ARRAY(arena, plan->count + 1, zt_rect);
    zt_obstacles tiles = {.rects = boxes, .rect_count = plan->count};
    double width = plan->ramp.left + plan->ramp.cell * (double)plan->ramp.steps;
    zt_rect frame = {0, 0, plan->width, plan->field};
    zt_rect least = {0, 0, width + 2 * NEAR, plan->ramp.height + NEAR};
    for (size_t i = 0; i < plan->count; i++)
        boxes[i] = plan->cells[i].box;
    zt_rect free = zt_room_largest(arena, &tiles, frame, least);
    bool found = plan->ramp.height > 0 && free.w > 0;
    double x = free.x > NEAR ? free.x + NEAR : 0; /* flush with the edge of the plot */
    plan->key = found ? (zt_rect){x, free.y, width, plan->ramp.height}
                      : (zt_rect){0, plan->field, plan->width, plan->ramp.height};
    plan->below = found ? 0 : plan->ramp.height;
}

double zt_tiles_edge(const zt_chart *chart)
{
    return zt_max(chart->setting->template_->theme->limits.tint_rule, ZT_CHART_GRID_LINE);
}

/* White from the edge of a tile to its words, which keep `least` off the line that runs within it.
 */
static double inset_of(const zt_tiles_plan *plan, const zt_tiles_cell *cell, double least)
{
    const zt_chart *chart = plan->chart;
    if (cell->item && cell->item->highlight)
        return LIT_INSET;
    if (!cell->quantity)
        return zt_tiles_edge(chart) + least;
    if (!zt_chart_has_value(cell->quantity))
        return zt_chart_points(chart, chart->marks->outline) + least;
    return least;
}

/* Name over value on a tint on which black can be read. */
static bool set_words(const zt_tiles_plan *plan, zt_tiles_cell *cell)
{
    const zt_chart *chart = plan->chart;
    bool dark =
        cell->quantity && zt_ramp_is_dark(&plan->ramp, zt_ramp_step(&plan->ramp, cell->quantity));
    zt_area_wish wish = {.name = cell->item->key, .name_part = "tick", .name_share = 1};
    wish.item = (size_t)(cell->item - chart->data->items);
    wish.fill = (zt_part_fill){zt_setting_ink(chart->setting, "panel"), ZT_FILL_PLAIN};
    wish.value_part = dark ? "label-strong" : "label";
    wish.value_share = VALUE;
    wish.area = cell->box;
    wish.area.h -= zt_ramp_standing_height(cell->quantity);
    wish.inset = inset_of(plan, cell, INSET);
    wish.centred = true;
    for (wish.lines = 1; wish.lines <= 3; wish.lines++) {
        wish.anywhere = wish.lines == 3;
        if (zt_area_words_fit(chart, &wish, &cell->words))
            return true;
    }
    return false;
}

/* One text alone. */
static zt_area_wish wish_of(const zt_tiles_plan *plan, const zt_tiles_cell *cell)
{
    const zt_chart *chart = plan->chart;
    zt_area_wish wish = {.name_part = "tick", .name_share = 1, .centred = true};
    wish.fill = (zt_part_fill){zt_setting_ink(chart->setting, "panel"), ZT_FILL_PLAIN};
    wish.area = cell->box;
    wish.area.h -= zt_ramp_standing_height(cell->quantity);
    wish.inset = inset_of(plan, cell, NUMBER_INSET);
    return wish;
}

/* A number in place of name and value. */
static bool set_number(const zt_tiles_plan *plan, zt_tiles_cell *cell, zt_str text)
{
    zt_area_wish wish = wish_of(plan, cell);
    return zt_area_line_fit(plan->chart, &wish, text, cell->tile->at, &cell->words);
}

/* The name of a tile of which the data say nothing, in up to three lines. */
static bool set_name(const zt_tiles_plan *plan, zt_tiles_cell *cell)
{
    zt_area_wish wish = wish_of(plan, cell);
    wish.name = cell->tile->name;
    if (zt_area_line_fit(plan->chart, &wish, wish.name, cell->tile->at, &cell->words))
        return true;
    for (wish.lines = 2; wish.lines <= 3; wish.lines++) {
        wish.anywhere = wish.lines == 3;
        if (zt_area_name_fit(plan->chart, &wish, cell->tile->at, &cell->words))
            return true;
    }
    return false;
}

/* Adds a tile to the list at the foot: number, name, value. */
static void tell(zt_tiles_plan *plan, const zt_tiles_cell *cell, size_t number)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    const char *before =
        number ? zt_arena_printf(arena, ZT_CHART_IN(chart, "（%zu）", "(%zu) "), number) : "";
    zt_str value = ZT_STR("—"), words = {0};
    if (cell->quantity) {
        zt_chart_label said = zt_chart_item_label(chart, cell->item);
        value = said.value;
        words = said.words;
    }
    const char *text =
        zt_arena_printf(arena, ZT_CHART_IN(chart, "%s%s%.*s：%.*s", "%s%s%.*s: %.*s"),
                        zt_foot_list_mark(chart, &plan->told), before, ZT_ARG(cell->item->key),
                        ZT_ARG(zt_chart_joined(chart, value, words)));
    zt_foot_list_add(&plan->told, zt_str_from(text), cell->item->at);
}

/* Words where they have room, else a number; what has room for neither is listed all the same. Of
   tiles without an item the data say nothing, so that they need not be named. */
static void set_all_words(zt_tiles_plan *plan)
{
    size_t number = 0;
    plan->told = zt_foot_list_new(plan->chart, plan->count);
    for (size_t i = 0; i < plan->count; i++) {
        zt_tiles_cell *cell = &plan->cells[i];
        cell->said = cell->item ? set_words(plan, cell) : set_name(plan, cell);
        if (cell->said || !cell->item)
            continue;
        const char *text = zt_arena_printf(plan->chart->setting->arena, "%zu", number + 1);
        cell->numbered = set_number(plan, cell, zt_str_from(text));
        number += cell->numbered;
        tell(plan, cell, cell->numbered ? number : 0);
    }
    zt_foot_list_set(plan->chart, &plan->told, plan->width);
}

zt_tiles_plan *zt_tiles_plan_new(const zt_chart *chart, double width)
{
    zt_tiles_plan *plan = ZT_NEW(chart->setting->arena, zt_tiles_plan);
    *plan = (zt_tiles_plan){.chart = chart, .width = width};
    zt_look look = zt_chart_look(chart, "tick");
    set_cells(plan);
    set_boxes(plan);
    plan->ramp = zt_ramp_of(chart, true);
    zt_ramp_plan_key(&plan->ramp, width, 0);
    place_key(plan);
    set_all_words(plan);
    zt_str words = zt_chart_tiles_words(chart->setting->arena, chart->data);
    plan->note = zt_words_new(chart, words, &look, chart->data->grid_at, width, ZT_ALIGN_START);
    plan->note_gap = plan->note.height > 0 ? NEAR : 0;
    plan->notes = zt_note_list_new(chart, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
