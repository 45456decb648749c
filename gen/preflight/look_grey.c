/* gen/preflight/look_grey.c — areas of one block that mean different things and touch, in inks that
   a grey plate cannot tell apart. equal-greys compares what is painted one after the other; here
   every two neighbours of a block are compared, tints too. */
#include "preflight/look.h"

#include <math.h>
#include <string.h>

/* Points of luma; from area to area and the least side of one, points. */
static const double APART = 12, BESIDE = ZT_MM(0.8), LEAST = ZT_MM(1.5);

/* An area where it stands on the page. */
typedef struct fill_seen {
    const zt_path *path;
    zt_rect box;
    bool labelled; /* words stand in or at it, which say what it is */
} fill_seen;
/* Areas of the block that is open. */
typedef struct fills {
    const zt_inspection *in;
    ZT_VEC(fill_seen) seen;
} fills;

static bool is_beside(zt_rect a, zt_rect b)
{
    return a.x < zt_rect_right(b) + BESIDE && b.x < zt_rect_right(a) + BESIDE &&
           a.y < zt_rect_foot(b) + BESIDE && b.y < zt_rect_foot(a) + BESIDE;
}

/* One lies upon the other: a mark on its ground, or part of a whole, whose edge says enough. */
static bool is_upon(zt_rect a, zt_rect b)
{
    double across = zt_min(zt_rect_right(a), zt_rect_right(b)) - zt_max(a.x, b.x);
    double down = zt_min(zt_rect_foot(a), zt_rect_foot(b)) - zt_max(a.y, b.y);
    double least = zt_min(a.w * a.h, b.w * b.h);
    return across > 0 && down > 0 && across * down > 0.5 * least;
}

/* Steps of one ink are a scale: their order tells them. */
static bool is_alike(const zt_path *a, const zt_path *b)
{
    return a->fill.ink != b->fill.ink &&
           fabs(zt_paint_grey(a->fill) - zt_paint_grey(b->fill)) < APART;
}

/* equal-greys has said it of the same place. */
static bool is_known(const zt_diags *diags, zt_pos at)
{
    for (size_t i = 0; i < zt_diags_count(diags); i++) {
        const zt_diag *d = zt_diags_at(diags, i);
        if (strcmp(d->code, "equal-greys") == 0 && d->pos.line == at.line &&
            d->pos.column == at.column)
            return true;
    }
    return false;
}

/* Reports look-grey; true when it has. */
static bool compare(const fills *f, const fill_seen *a, const fill_seen *b)
{
    char room[64];
    if ((a->labelled && b->labelled) || !is_beside(a->box, b->box) || is_upon(a->box, b->box) ||
        !is_alike(a->path, b->path) || is_known(f->in->diags, b->path->item.at))
        return false;
    zt_report(f->in->diags, ZT_WARNING, "look-grey", b->path->item.at,
              "油墨“%s”和“%s”挨在一起（%s），印成灰色只差 %d 级，应差 12 级以上；换一种油墨，或留白"
              "隔开",
              "the inks “%s” and “%s” touch (%s) and are %d points of grey apart, 12 are wanted; "
              "take another ink, or part them by white",
              a->path->fill.ink->name, b->path->fill.ink->name, zt_look_place(room, b->box),
              (int)fabs(zt_paint_grey(a->path->fill) - zt_paint_grey(b->path->fill)));
    return true;
}

/* Each area with those before it, and told once. */
static void compare_all(fills *f)
{
    for (size_t i = 1; i < f->seen.count; i++)
        for (size_t k = 0; k < i; k++)
            if (compare(f, &f->seen.items[k], &f->seen.items[i]))
                break;
    f->seen.count = 0;
}

/* The areas that the words stand in or touch. */
static void label(fills *f, zt_rect words)
{
    for (size_t i = 0; i < f->seen.count; i++)
        f->seen.items[i].labelled =
            f->seen.items[i].labelled || is_beside(f->seen.items[i].box, words);
}

static bool is_area(const zt_item *item)
{
    const zt_path *path = (const zt_path *)item;
    return item->kind == ZT_ITEM_PATH && path->fill.ink && path->fill.ink != &zt_ink_paper &&
           path->fill.ink->hatch <= 0 && item->box.w >= LEAST && item->box.h >= LEAST;
}

static void enter(void *self, const zt_item *item, double dx, double dy)
{
    fills *f = self;
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    if (item->kind == ZT_ITEM_GROUP && ((const zt_group *)item)->block)
        compare_all(f);
    if (item->kind == ZT_ITEM_GLYPHS)
        label(f, box);
    fill_seen seen = {(const zt_path *)item, box, false};
    if (is_area(item))
        ZT_PUSH(f->in->scene->arena, &f->seen, seen);
}

static void inspect(const zt_inspection *in, const zt_squint *s)
{
    (void)s;
    fills f = {.in = in};
    zt_visitor visitor = {.self = &f, .enter = enter};
    zt_scene_walk(in->scene->root, &visitor);
    compare_all(&f);
}

const zt_look_check zt_look_check_grey = {"look-grey",
                                          "意思不同的两块挨着，灰度相差至少 12 级",
                                          "areas that touch are at least 12 points of grey apart",
                                          "ITU-R BT.601; docs/templates.md",
                                          inspect,
                                          true};
