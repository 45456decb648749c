/* Planning a treemap: groups, tiles, fills by size, and which tiles hold their words. Areas are
   exact: seams are drawn over them. */
#include "chart/treemap_imp.h"

#include "chart/squarify.h"

#include <stdlib.h>

/* In points, or shares of what is named. */
static const double HEIGHT = 0.58;                     /* of the tiles, of the width */
static const double LOW = ZT_MM(46), HIGH = ZT_MM(84); /* least and most of it */
static const double TILE = ZT_MM(11) * ZT_MM(9);       /* wished for a tile, square points */
static const double LEAST = ZT_MM(34);                 /* when the page is full */
static const double BETWEEN = ZT_MM(1.2);              /* from group to group */
static const double NUMBER_INSET = ZT_MM(0.4);         /* about a number in a small tile */

/* Lines of a name that may break anywhere. */
enum { MANY = 6 };
/* Type in tiles, the largest first: from which share of all tiles on, and by how much it grows. */
static const struct tile_type {
    double from, name, value, inset;
    size_t lines;
} types[] = {{0.16, 1.5, 1.8, ZT_MM(2), 1}, {0.07, 1.1, 1.3, ZT_MM(1.6), 1},
             {0, 1, 0.9, ZT_MM(1.1), 1},    {0, 1, 0.9, ZT_MM(0.7), 0},
             {0, 1, 0.9, ZT_MM(0.7), 3},    {0, 1, 0.9, ZT_MM(0.7), MANY}};
enum { TYPES = sizeof types / sizeof *types };

/* ---- groups and areas ---- */

/* The items of one series. Of a single one all, so that none is lost; of several those it has. */
static void collect(zt_treemap_plan *plan, size_t series)
{
    const zt_chart_data *data = plan->chart->data;
    zt_treemap_group *group = &plan->groups[series];
    group->tiles = ZT_ARRAY(plan->chart->setting->arena, data->item_count, zt_treemap_tile);
    for (size_t i = 0; i < data->item_count; i++) {
        const zt_quantity *q = data->items[i].values ? data->items[i].values[series] : NULL;
        if (!q && data->series_count > 1)
            continue;
        group->tiles[group->count++] = (zt_treemap_tile){.item = i, .quantity = q};
        group->sum += zt_chart_value(data, q);
    }
}

/* The series' names, over its tiles or none. */
static void set_head(zt_treemap_plan *plan, size_t series, double limit)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_data *data = chart->data;
    zt_treemap_group *group = &plan->groups[series];
    zt_look look = zt_chart_look(chart, "label");
    if (data->series_count < 2)
        return;
    group->head = zt_words_new(chart, data->series[series], &look, data->kind_at,
                               zt_max(limit, look.text.size), ZT_ALIGN_START);
    group->lead = group->head.height + 0.3 * look.text.size;
}

/* Side by side each head needs the width of its group. */
static bool heads_fit(const zt_treemap_plan *plan, double unit)
{
    const zt_chart *chart = plan->chart;
    zt_look look = zt_chart_look(chart, "label");
    for (size_t s = 0; s < plan->count; s++) {
        zt_mark_text head =
            zt_mark_text_new(chart, chart->data->series[s], &look, chart->data->kind_at);
        if (head.width > unit * plan->groups[s].sum)
            return false;
    }
    return true;
}

/* Groups side by side where their heads have room, else one below the other; both ways a unit of
   the data has one area. */
static void place_groups(zt_treemap_plan *plan, double height)
{
    double sum = 0, across = plan->width - BETWEEN * (double)(plan->count - 1), at = 0, lead = 0;
    for (size_t s = 0; s < plan->count; s++)
        sum += plan->groups[s].sum;
    plan->bands = plan->count > 1 && !heads_fit(plan, sum > 0 ? across / sum : 0);
    plan->field = sum > 0 ? height : 0;
    for (size_t s = 0; s < plan->count; s++) {
        zt_treemap_group *group = &plan->groups[s];
        double share = sum > 0 ? group->sum / sum : 0;
        set_head(plan, s, plan->bands ? plan->width : share * across);
        lead = zt_max(lead, group->lead);
        if (plan->bands) {
            plan->heads += group->lead + (s > 0 ? BETWEEN : 0);
            group->box = (zt_rect){0, 0, plan->width, share * height};
            continue;
        }
        group->box = (zt_rect){at, 0, share * across, height};
        at += share * across + BETWEEN;
    }
    plan->heads = plan->bands ? plan->heads : lead;
}

/* Tiles of a group in the order of the data. */
static void place_tiles(zt_treemap_plan *plan, zt_treemap_group *group)
{
    zt_arena *arena = plan->chart->setting->arena;
    double *values = ZT_ARRAY(arena, group->count + 1, double);
    zt_rect *rects = ZT_ARRAY(arena, group->count + 1, zt_rect);
    for (size_t i = 0; i < group->count; i++)
        values[i] = zt_chart_value(plan->chart->data, group->tiles[i].quantity);
    zt_squarify(values, group->count, (zt_rect){0, 0, group->box.w, group->box.h}, rects);
    for (size_t i = 0; i < group->count; i++)
        group->tiles[i].rect = rects[i];
}

/* ---- fills ---- */

/* How many tiles of the group are larger; of equal ones those before it count. */
static size_t place_of(const zt_treemap_group *group, size_t index)
{
    size_t place = 0;
    double own = group->tiles[index].rect.w * group->tiles[index].rect.h;
    for (size_t i = 0; i < group->count; i++) {
        double other = group->tiles[i].rect.w * group->tiles[i].rect.h;
        place += other > own || (i < index && other == own);
    }
    return place;
}

/* The ink that the theme gives the tile by its key, or by that of its group; NULL for none. */
static const zt_ink *key_ink(const zt_treemap_plan *plan, const zt_treemap_tile *tile,
                             size_t series)
{
    const zt_chart *chart = plan->chart;
    const zt_ink *group =
        plan->count > 1 ? zt_chart_key_ink(chart, chart->data->series[series], NULL) : NULL;
    return zt_chart_key_ink(chart, chart->data->items[tile->item].key, group);
}

/* Whether some tile has this ink by its key, so that no other gets it. */
static bool is_taken(const zt_treemap_plan *plan, const zt_ink *ink)
{
    for (size_t s = 0; s < plan->count; s++)
        for (size_t i = 0; i < plan->groups[s].count; i++)
            if (key_ink(plan, &plan->groups[s].tiles[i], s) == ink)
                return true;
    return false;
}

/* By size: the largest in the accent unless another is highlighted, then ever lighter. */
static const zt_ink *ink_by_size(const zt_chart *chart, size_t place)
{
    if (place == 0)
        return zt_chart_has_highlight(chart->data) ? chart->params->second : chart->params->accent;
    if (place == 1)
        return chart->params->second;
    return place < 5 ? chart->params->third : zt_setting_ink(chart->setting, "panel");
}

/* One ink a group: the highlighted one in the accent, else the first, unless an item is. */
static const zt_ink *ink_of_group(const zt_chart *chart, size_t series)
{
    const zt_chart_data *data = chart->data;
    const zt_ink *const others[] = {chart->params->second, chart->params->third,
                                    zt_setting_ink(chart->setting, "panel")};
    bool any = zt_chart_has_highlight(data);
    for (size_t s = 0; s < data->series_count; s++)
        any = any || zt_chart_series_is_lit(data, s);
    if (any ? zt_chart_series_is_lit(data, series) : series == 0)
        return chart->params->accent;
    return others[series % 3];
}

/* Every tile's fill. */
static void set_fills(zt_treemap_plan *plan, size_t series)
{
    const zt_chart *chart = plan->chart;
    zt_treemap_group *group = &plan->groups[series];
    for (size_t i = 0; i < group->count; i++) {
        zt_treemap_tile *tile = &group->tiles[i];
        const zt_ink *ink = chart->data->items[tile->item].highlight ? chart->params->accent
                            : plan->count > 1                        ? ink_of_group(chart, series)
                                              : ink_by_size(chart, place_of(group, i));
        const zt_ink *own = key_ink(plan, tile, series),
                     *left = zt_setting_ink(chart->setting, "panel");
        ink = !own && is_taken(plan, ink) ? chart->params->third : ink;
        ink = !own && is_taken(plan, ink) ? left : ink;
        tile->fill = (zt_part_fill){own ? own : ink, ZT_FILL_PLAIN};
    }
}

/* ---- words ---- */

/* Name and value as large as the tile's share allows and its room holds. */
static bool set_words(const zt_treemap_plan *plan, size_t series, zt_treemap_tile *tile, double all)
{
    const zt_chart *chart = plan->chart;
    const zt_chart_item *item = &chart->data->items[tile->item];
    double share = tile->rect.w * tile->rect.h / all;
    zt_area_wish wish = {.name = item->key, .item = tile->item, .series = series};
    wish.fill = tile->fill;
    wish.way = zt_mark_fill_of(tile->quantity);
    wish.area = tile->rect;
    wish.area.w -= zt_ties_numbers_width(chart, &plan->ties, tile->item, ZT_TREEMAP_NUMBER);
    for (size_t i = 0; i < TYPES; i++) {
        if (share < types[i].from)
            continue;
        wish.name_share = types[i].name;
        wish.value_share = types[i].value;
        wish.inset = types[i].inset;
        wish.lines = types[i].lines;
        wish.anywhere = types[i].lines == MANY;
        wish.strong = i < 2 || item->highlight;
        if (zt_area_words_fit(chart, &wish, &tile->words))
            return true;
    }
    return false;
}

/* The number of a tile that is listed. */
static bool set_number(const zt_treemap_plan *plan, zt_treemap_tile *tile, size_t number)
{
    const zt_chart *chart = plan->chart;
    zt_area_wish wish = {.fill = tile->fill, .way = zt_mark_fill_of(tile->quantity)};
    const char *text = zt_arena_printf(chart->setting->arena, "%zu", number);
    wish.area = tile->rect;
    wish.inset = NUMBER_INSET;
    wish.name_share = 1;
    return zt_area_line_fit(chart, &wish, zt_str_from(text), chart->data->items[tile->item].at,
                            &tile->words);
}

/* Keeps the ties of items of which a tile says its words: the others have no place for a number. */
static void keep_ties(zt_treemap_plan *plan)
{
    size_t kept = 0;
    for (size_t k = 0; k < plan->ties.count; k++) {
        zt_treemap_tile *home = NULL;
        for (size_t s = 0; s < plan->count; s++)
            for (size_t i = 0; i < plan->groups[s].count && !home; i++) {
                zt_treemap_tile *tile = &plan->groups[s].tiles[i];
                if (tile->item == plan->ties.items[k].item && tile->said == ZT_TREEMAP_WORDS)
                    home = tile;
            }
        if (!home)
            continue;
        home->tied = true;
        plan->ties.items[kept++] = plan->ties.items[k];
    }
    plan->ties.count = kept;
    zt_ties_number(&plan->ties);
}

/* Adds a tile to the list at the foot: its number if it has one, series, name, value. */
static void tell(zt_treemap_plan *plan, size_t series, const zt_treemap_tile *tile, size_t number)
{
    const zt_chart *chart = plan->chart;
    zt_arena *arena = chart->setting->arena;
    const zt_chart_item *item = &chart->data->items[tile->item];
    zt_chart_label said = zt_chart_label_at(chart, tile->item, series);
    const char *before =
        number ? zt_arena_printf(arena, ZT_CHART_IN(chart, "（%zu）", "(%zu) "), number) : "";
    zt_str head = plan->count > 1 ? chart->data->series[series] : (zt_str){0};
    zt_str value = zt_chart_joined(chart, tile->quantity ? said.value : ZT_STR("—"), said.words);
    const char *text = zt_arena_printf(
        arena, ZT_CHART_IN(chart, "%s%s%.*s%s%.*s：%.*s", "%s%s%.*s%s%.*s: %.*s"),
        zt_foot_list_mark(chart, &plan->told), before, ZT_ARG(head),
        plan->count > 1 ? ZT_CHART_IN(chart, "·", ", ") : "", ZT_ARG(item->key), ZT_ARG(value));
    zt_foot_list_add(&plan->told, zt_str_from(text), item->at);
}

/* Words in tiles first, then numbers in those too small for them; what holds neither is listed
   after these. */
static void set_all_words(zt_treemap_plan *plan)
{
    double all = plan->width * plan->field;
    size_t number = 0, count = plan->chart->data->item_count * plan->count;
    plan->told = zt_foot_list_new(plan->chart, count);
    for (size_t s = 0; s < plan->count; s++)
        for (size_t i = 0; i < plan->groups[s].count; i++) {
            zt_treemap_tile *tile = &plan->groups[s].tiles[i];
            if (tile->rect.w <= 0)
                continue;
            if (set_words(plan, s, tile, all))
                tile->said = ZT_TREEMAP_WORDS;
            else if (set_number(plan, tile, number + 1)) {
                tile->said = ZT_TREEMAP_NUMBERED;
                tell(plan, s, tile, ++number);
            }
        }
    for (size_t s = 0; s < plan->count; s++)
        for (size_t i = 0; i < plan->groups[s].count; i++)
            if (plan->groups[s].tiles[i].said == ZT_TREEMAP_LISTED)
                tell(plan, s, &plan->groups[s].tiles[i], 0);
    zt_foot_list_set(plan->chart, &plan->told, plan->width);
}

/* The natural height of the tiles at a width: more for many of them, less on a full page. */
static double field_height(const zt_chart *chart, double width)
{
    double tiles = (double)(chart->data->item_count * chart->data->series_count);
    double natural = zt_clamp(zt_max(HEIGHT * width, tiles * TILE / width), LOW, HIGH);
    return LEAST + (natural - LEAST) * zt_setting_squeeze(chart->setting);
}

zt_treemap_plan *zt_treemap_plan_new(const zt_chart *chart, double width)
{
    zt_treemap_plan *plan = ZT_NEW(chart->setting->arena, zt_treemap_plan);
    *plan = (zt_treemap_plan){.chart = chart, .width = width, .count = chart->data->series_count};
    plan->groups = ZT_ARRAY(chart->setting->arena, plan->count, zt_treemap_group);
    for (size_t s = 0; s < plan->count; s++)
        collect(plan, s);
    place_groups(plan, field_height(chart, width));
    for (size_t s = 0; s < plan->count; s++) {
        place_tiles(plan, &plan->groups[s]);
        set_fills(plan, s);
    }
    plan->ties = zt_ties_new(chart);
    zt_ties_number(&plan->ties);
    set_all_words(plan);
    keep_ties(plan);
    plan->unit = zt_unit_line(chart, NULL);
    plan->notes = zt_ties_rest(chart, &plan->ties, width);
    zt_note_list_spread(chart, &plan->notes, width);
    return plan;
}
