/* gen/scene/off_grid.c — the edges of blocks and grounds against the columns of the page. Given a
   finished scene, whose grid is that of its template; a page without one has nothing off it. */
#include "scene/off_grid.h"

#include <math.h>
#include <string.h>

/* 0.05 mm: no reader sees it, and rounding stays far below it. */
static const double NEAR = 0.05 * 72 / 25.4;

/* A ground and whether it stands on the grid, or runs off the page. */
typedef struct grid_ground {
    zt_rect rect;
    bool sound;
} grid_ground;

/* A page while its groups are gone through. */
typedef struct edge_search {
    zt_arena *arena;
    const zt_scene *scene;
    ZT_VEC(grid_ground) grounds;
    zt_off_edges off;
} edge_search;

/* How far a left or right edge is from the nearest one of a column, points. */
static double off_by(const zt_scene *scene, double x, bool right)
{
    double gutter = scene->grid.gutter, area = scene->type_area.w;
    double one = (area - (scene->grid.columns - 1) * gutter) / scene->grid.columns;
    double step = one + gutter, from = x - scene->type_area.x - (right ? one : 0);
    double nearest = zt_clamp(round(from / step), 0, scene->grid.columns - 1);
    return from - nearest * step;
}

/* Whether both edges stand on columns, or beyond the type area, where a ground bleeds. */
static bool is_sound(const zt_scene *scene, zt_rect r)
{
    bool left = r.x < scene->type_area.x - NEAR || fabs(off_by(scene, r.x, false)) <= NEAR;
    bool right = zt_rect_right(r) > zt_rect_right(scene->type_area) + NEAR ||
                 fabs(off_by(scene, zt_rect_right(r), true)) <= NEAR;
    return left && right;
}

/* Whether a rectangle lies within a ground that is sound. */
static bool stands_on_ground(const edge_search *s, zt_rect r)
{
    for (size_t i = 0; i < s->grounds.count; i++) {
        zt_rect g = s->grounds.items[i].rect;
        if (s->grounds.items[i].sound && r.x >= g.x - NEAR && r.y >= g.y - NEAR &&
            zt_rect_right(r) <= zt_rect_right(g) + NEAR &&
            zt_rect_foot(r) <= zt_rect_foot(g) + NEAR)
            return true;
    }
    return false;
}

/* Notes an edge that is off. */
static void see_edge(edge_search *s, const zt_group *block, double x, bool right)
{
    double by = off_by(s->scene, x, right);
    if (fabs(by) > NEAR)
        ZT_PUSH(s->arena, &s->off, ((zt_off_edge){block, right, by}));
}

/* Grounds are painted before what stands on them. What lies inside a block is its own. */
static void see(void *self, const zt_item *item, double dx, double dy)
{
    edge_search *s = self;
    if (item->kind != ZT_ITEM_GROUP)
        return;
    const zt_group *group = (const zt_group *)item;
    zt_rect r = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    if (group->part && strcmp(group->part, "ground") == 0)
        ZT_PUSH(s->arena, &s->grounds, ((grid_ground){r, is_sound(s->scene, r)}));
    if (!group->block || stands_on_ground(s, r))
        return;
    see_edge(s, group, r.x, false);
    see_edge(s, group, zt_rect_right(r), true);
}

zt_off_edges zt_scene_off_grid(zt_arena *arena, const zt_scene *scene)
{
    edge_search s = {.arena = arena, .scene = scene};
    zt_visitor visitor = {.self = &s, .enter = see};
    if (scene->grid.columns > 0)
        zt_scene_walk(scene->root, &visitor);
    return s.off;
}

/* ---- lines ---- */

/* Whether the words of a part of a block stand on the lines of a page. */
static bool is_on_lines(const char *block, const char *part)
{
    static const char *const blocks[] = {"groups", "timeline", "figures", "names", "table", "text"};
    static const char *const parts[] = {"label", "text",      "body", "date",
                                        "name",  "statement", "cell", "row"};
    bool held = false, said = false;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        held = held || strcmp(block, blocks[i]) == 0;
    for (size_t i = 0; part && i < sizeof parts / sizeof *parts; i++)
        said = said || strcmp(part, parts[i]) == 0;
    return held && said;
}

/* The group that words are looked for in, with what is said of it. */
typedef struct off_line_search {
    zt_arena *arena;
    const zt_scene *scene;
    zt_off_lines off;
} off_line_search;

/* Notes a baseline between two lines; those of one height in one block once. */
static void see_line(off_line_search *s, const zt_group *block, const char *part, double y)
{
    const double seen = 0.3; /* points: 0.1 mm */
    double line = s->scene->grid.line, from = y - s->scene->grid.first;
    double by = from - round(from / line) * line;
    if (fabs(by) <= seen || from < 0)
        return;
    for (size_t i = s->off.count; i-- > 0 && s->off.items[i].block == block;)
        if (fabs(s->off.items[i].y - y) < seen)
            return;
    ZT_PUSH(s->arena, &s->off, ((zt_off_line){block, part, y, by}));
}

/* `block` and `part` are those of the nearest group that has one. */
static void see_lines(off_line_search *s, const zt_group *group, double dy, const zt_group *block,
                      const char *part)
{
    block = group->block ? group : block;
    part = group->part ? group->part : part;
    dy += group->dy;
    for (const zt_item *item = group->first; item; item = item->next) {
        const zt_glyphs *run = (const zt_glyphs *)item;
        if (item->kind == ZT_ITEM_GROUP)
            see_lines(s, (const zt_group *)item, dy, block, part);
        else if (item->kind == ZT_ITEM_GLYPHS && block && !run->vertical && run->beside <= 0 &&
                 is_on_lines(block->block, part))
            see_line(s, block, part, run->origin.y + dy);
    }
}

zt_off_lines zt_scene_off_lines(zt_arena *arena, const zt_scene *scene)
{
    off_line_search s = {.arena = arena, .scene = scene};
    if (scene->grid.line > 0)
        see_lines(&s, scene->root, 0, NULL, NULL);
    return s.off;
}
