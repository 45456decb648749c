/* gen/preflight/look_entry.c — a second place that draws the eye as much as the first. */
#include "preflight/look.h"

#include <string.h>

/* A square is dark from this grey on; an area rivals the first from this share of its weight on. */
static const double DARK = 22, RIVAL = 0.9;
/* An area that weighs less than this share of the page's grey leads nobody. */
static const double SLIGHT = 0.06;

/* How much wider than high a strip of marks is. */
enum { STRIP = 6 };

/* Dark squares that hang together. */
typedef struct dark_area {
    double weight; /* sum of grey */
    double most;   /* grey of its darkest square */
    const zt_item *of;
    zt_squares box;
} dark_area;

/* Adds the square to the area. */
static void take(const zt_squint *s, dark_area *area, int x, int y)
{
    size_t at = (size_t)(y * s->across + x);
    zt_squares *box = &area->box;
    int right = box->x + box->w, foot = box->y + box->h;
    bool first = area->weight <= 0;
    area->weight += s->grey[at];
    if (s->grey[at] > area->most) {
        area->most = s->grey[at];
        area->of = s->of[at];
    }
    *box = first ? (zt_squares){x, y, 1, 1}
                 : (zt_squares){x < box->x ? x : box->x, y < box->y ? y : box->y, 0, 0};
    box->w = first ? 1 : (x + 1 > right ? x + 1 : right) - box->x;
    box->h = first ? 1 : (y + 1 > foot ? y + 1 : foot) - box->y;
}

/* All dark squares that hang together with this one, which are then done with. */
static dark_area gather(const zt_squint *s, bool *done, int *stack, int start)
{
    dark_area area = {0};
    int depth = 0;
    stack[depth++] = start;
    done[start] = true;
    while (depth > 0) {
        int at = stack[--depth], x = at % s->across, y = at / s->across;
        const int next[4] = {x > 0 ? at - 1 : -1, x + 1 < s->across ? at + 1 : -1,
                             y > 0 ? at - s->across : -1, y + 1 < s->down ? at + s->across : -1};
        take(s, &area, x, y);
        for (int i = 0; i < 4; i++)
            if (next[i] >= 0 && !done[next[i]] && s->grey[next[i]] >= DARK) {
                done[next[i]] = true;
                stack[depth++] = next[i];
            }
    }
    return area;
}

/* A row of marks, as a bar or a train: the eye runs along it to where it leads. */
static bool is_strip(const dark_area *area)
{
    return area->of->kind == ZT_ITEM_PATH && area->box.w > STRIP * area->box.h;
}

/* Where the headline stands; nothing without one. */
static zt_rect headline_of(zt_arena *arena, const zt_scene *page)
{
    zt_blocks_seen seen = zt_look_blocks(arena, page);
    for (size_t i = 0; i < seen.count; i++)
        if (strcmp(seen.items[i].group->block, "title") == 0)
            return seen.items[i].box;
    return (zt_rect){0};
}

/* Whether the middle of the area lies in the box. */
static bool lies_in(const zt_squint *s, const dark_area *area, zt_rect box)
{
    zt_rect where = zt_squint_rect(s, area->box);
    double x = where.x + where.w / 2, y = where.y + where.h / 2;
    return x >= box.x && x <= zt_rect_right(box) && y >= box.y && y <= zt_rect_foot(box);
}

/* Two areas as one. */
static void join(dark_area *area, const dark_area *other)
{
    zt_squares a = area->box, b = other->box;
    bool first = area->weight <= 0;
    int x = a.x < b.x ? a.x : b.x, y = a.y < b.y ? a.y : b.y;
    int right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    int foot = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    double weight = area->weight + other->weight;
    if (first || other->most > area->most)
        *area = *other;
    area->weight = weight;
    area->box = first ? b : (zt_squares){x, y, right - x, foot - y};
}

/* Keeps the two heaviest, falling. */
static void rank(dark_area areas[2], const dark_area *area)
{
    if (area->weight > areas[0].weight) {
        areas[1] = areas[0];
        areas[0] = *area;
    } else if (area->weight > areas[1].weight) {
        areas[1] = *area;
    }
}

/* The two heaviest areas, falling; those that are slight are left out. The lines of a headline are
   one: white between them parts no entry. */
static size_t weigh(zt_arena *arena, const zt_squint *s, zt_rect headline, dark_area areas[2])
{
    size_t count = (size_t)(s->across * s->down);
    dark_area lines = {0};
    bool *done = ZT_ARRAY(arena, count, bool);
    int *stack = ZT_ARRAY(arena, count, int);
    double all = 0;
    for (size_t i = 0; i < count; i++)
        all += s->grey[i];
    for (size_t i = 0; i < count; i++) {
        if (done[i] || s->grey[i] < DARK)
            continue;
        dark_area area = gather(s, done, stack, (int)i);
        if (lies_in(s, &area, headline))
            join(&lines, &area);
        else if (area.weight >= SLIGHT * all && !is_strip(&area))
            rank(areas, &area);
    }
    if (lines.weight >= SLIGHT * all)
        rank(areas, &lines);
    return areas[1].weight > 0 ? 2 : areas[0].weight > 0 ? 1 : 0;
}

/* Reports look-entry, at what makes the second area dark. */
static void inspect(const zt_inspection *in, const zt_squint *s)
{
    char first[64], second[64];
    dark_area areas[2] = {0};
    zt_rect headline = headline_of(in->scene->arena, in->scene);
    if (weigh(in->scene->arena, s, headline, areas) < 2 ||
        areas[1].weight < RIVAL * areas[0].weight)
        return;
    zt_report(in->diags, ZT_WARNING, "look-entry", areas[1].of->at,
              "有两处一样重的深色，不知先看哪里：%s 和 %s；把一处减小、减淡，或换浅的油墨",
              "two dark areas of like weight, nobody knows where to begin: %s and %s; make one of "
              "them smaller or lighter, or give it a lighter ink",
              zt_look_place(first, zt_squint_rect(s, areas[0].box)),
              zt_look_place(second, zt_squint_rect(s, areas[1].box)));
}

const zt_look_check zt_look_check_entry = {"look-entry",
                                           "眯眼看去只有一处最深",
                                           "seen with half-closed eyes one place is the darkest",
                                           "docs/templates.md",
                                           inspect,
                                           false};
