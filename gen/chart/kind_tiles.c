/* Equal tiles by a grid, the darker the more: which region has what, without borders and areas. */
#include "chart/tiles_imp.h"

#include "model/chart_tiles.h"

#include "base/near.h"

/* Tiles are square, so that there is one height. */
static zt_chart_plan tiles_plan(const zt_chart *chart, double width)
{
    const zt_tiles_plan *plan = zt_tiles_plan_new(chart, width);
    double height = plan->field + plan->below + plan->told.height + plan->note_gap +
                    plan->note.height + plan->notes.height;
    return (zt_chart_plan){.extent = {height, height}, .own = plan};
}

/* A drawing of the plan: tints, then frames, then words. */
typedef struct tiles_drawing {
    const zt_tiles_plan *plan;
    zt_group *tiles, *frame, *labels;
} tiles_drawing;

/* A fine light edge about a tile of which the data say nothing. */
static void draw_empty(const zt_chart *chart, zt_group *into, zt_rect box)
{
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, chart->data->grid_at);
    double line = zt_tiles_edge(chart);
    zt_path_rect(path, (zt_rect){box.x + line / 2, box.y + line / 2, box.w - line, box.h - line});
    path->stroke = ZT_SOLID(chart->params->third);
    path->width = line;
    zt_path_done(path);
}

/* A tint for a number; a dashed frame where it is missing. */
static void draw_cell(const tiles_drawing *d, const zt_tiles_cell *cell)
{
    const zt_tiles_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    if (zt_chart_has_value(cell->quantity)) {
        zt_scene_fill_rect(chart->setting->scene, d->tiles, cell->quantity->at, cell->box,
                           zt_ramp_paint(&plan->ramp, zt_ramp_step(&plan->ramp, cell->quantity)));
        zt_ramp_standing(chart, d->frame, cell->quantity, cell->box);
    } else if (cell->quantity) {
        zt_mark_bar(chart, d->frame, cell->quantity->at, cell->box, ZT_MARK_OUTLINED,
                    chart->axis_ink);
    } else {
        draw_empty(chart, d->frame, cell->box);
    }
    if (cell->item && cell->item->highlight)
        zt_ramp_outline(chart, d->frame, cell->box, ZT_RAMP_OUTLINE);
    zt_rect box = cell->box;
    box.h -= zt_ramp_standing_height(cell->quantity);
    if (cell->said && cell->item)
        zt_area_words_place(chart, &cell->words, d->frame, d->labels, box);
    else if (cell->said || cell->numbered)
        zt_area_line_place(chart, &cell->words, d->frame, d->labels, box);
}

/* Tiles, key, what has no room in them, what they do not mean, annotations. */
static void tiles_draw(const zt_chart_plan *planned, double height, zt_group *into)
{
    const zt_tiles_plan *plan = planned->own;
    const zt_chart *chart = plan->chart;
    tiles_drawing d = {.plan = plan};
    d.tiles = zt_mark_layer(chart, into, "tiles", plan->width, height);
    d.frame = zt_mark_layer(chart, into, "frame", plan->width, height);
    d.labels = zt_mark_layer(chart, into, "labels", plan->width, height);
    for (size_t i = 0; i < plan->count; i++)
        draw_cell(&d, &plan->cells[i]);
    zt_group *key = zt_scene_add_part(chart->setting->scene, into, chart->block->at, "key",
                                      ZT_ROLE_NONE, plan->key);
    zt_ramp_draw_key(&plan->ramp, key, key, 0);
    double y = plan->field + plan->below;
    zt_foot_list_place(chart, &plan->told, d.labels, y);
    y += plan->told.height + plan->note_gap;
    zt_words_place(chart, &plan->note, d.labels, 0, y);
    zt_note_list_place(chart, &plan->notes, d.labels, y + plan->note.height);
}

/* The item before that has the same tile; NULL for none. */
static const zt_chart_item *sharer(const zt_chart_data *data, size_t item, size_t tile)
{
    for (size_t i = 0; i < item; i++)
        if (zt_chart_tile_of(data, data->items[i].key) == tile)
            return &data->items[i];
    return NULL;
}

/* Reports unknown-tile for items that the grid has no place for, with the nearest name, and
   tile-shared for those that would lie on another one. */
static bool check_items(const zt_chart_data *data, zt_diags *diags)
{
    bool good = true;
    zt_arena *scratch = zt_diags_scratch(diags);
    const char **names = ZT_ARRAY(scratch, data->tile_count + 1, const char *);
    for (size_t i = 0; i < data->tile_count; i++)
        names[i] = zt_str_copy(scratch, data->tiles[i].name).data;
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_chart_item *item = &data->items[i];
        size_t tile = zt_chart_tile_of(data, item->key);
        const zt_chart_item *other = tile < data->tile_count ? sharer(data, i, tile) : NULL;
        if (other)
            zt_report(diags, ZT_ERROR, "tile-shared", item->at,
                      "“%.*s”和“%.*s”同在一格“%.*s”；应改名，或在 grid= 的文件里各写一行",
                      "“%.*s” and “%.*s” have one tile, “%.*s”; rename one, or give each a line in "
                      "the file of grid=",
                      ZT_ARG(item->key), ZT_ARG(other->key), ZT_ARG(data->tiles[tile].name));
        good = good && !other;
        if (tile < data->tile_count)
            continue;
        const char *near = zt_nearest(item->key, names, data->tile_count);
        zt_report(diags, ZT_ERROR, "unknown-tile", item->at,
                  "格子里没有“%.*s”%s%s；在 grid= 的文件里加一行，或改名",
                  "no tile is called “%.*s”%s%s; add a line to the file of grid=, or rename it",
                  ZT_ARG(item->key), near ? " → " : "", near ? near : "");
        good = false;
    }
    zt_arena_drop(scratch);
    return good;
}

/* Reports no-items, too-many-series, rank-without-values, no-tiles, unknown-tile. */
static bool tiles_check(const zt_chart_data *data, zt_diags *diags)
{
    bool good = zt_chart_check_items(data, diags, "tiles") &&
                zt_chart_check_one_series(data, diags, "tiles") &&
                zt_chart_check_values(data, diags, "tiles");
    if (!good || data->tile_count > 0)
        return good && check_items(data, diags);
    if (data->grid_failed)
        return false;
    zt_report(diags, ZT_ERROR, "no-tiles", data->grid_at.line ? data->grid_at : data->kind_at,
              "格子图要写 grid=：一个文件，每行写“名称 行 列”；没有这样的文件，改用 rank",
              "tiles need grid=, a file with NAME ROW COLUMN on each line; without one use rank");
    return false;
}

const zt_chart_kind zt_chart_kind_tiles = {
    .name = "tiles",
    .spans = {6, 4, 12},
    .zh = "格子图：各地一格（grid=），大小相同，越深越大；放不下字的编号，列在图下",
    .en = "A tile of equal size for each region (grid=), the darker the more; those too small for "
          "words are numbered and listed",
    .check = tiles_check,
    .plan = tiles_plan,
    .draw = tiles_draw,
};
