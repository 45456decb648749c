/* What is asked of every chart: nothing overlaps, nothing leaves the frame, nothing is dropped; and
   the marks of a layer, for true lengths. */
#ifndef CHART_ASK_H
#define CHART_ASK_H

#include "chart_fixture.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- what is asked of every chart ---- */

enum { BOXES = 4096, PATHS = 2048 };

typedef struct boxes {
    zt_rect items[BOXES];
    zt_str texts[BOXES];
    size_t count;
} boxes;

static inline void collect_glyphs(void *self, const zt_item *item, double dx, double dy)
{
    boxes *all = self;
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    assert_true(all->count < BOXES);
    zt_rect box = item->box;
    box.x += dx;
    box.y += dy;
    all->texts[all->count] = ((const zt_glyphs *)item)->text;
    all->items[all->count++] = box;
}

static inline void assert_disjoint(const zt_group *group)
{
    boxes all = {.count = 0};
    zt_visitor visitor = {.self = &all, .enter = collect_glyphs};
    const double near = 0.05;
    zt_scene_walk(group, &visitor);
    for (size_t i = 0; i < all.count; i++)
        for (size_t k = 0; k < i; k++) {
            zt_rect a = all.items[i], b = all.items[k];
            if (a.x + near < zt_rect_right(b) && b.x + near < zt_rect_right(a) &&
                a.y + near < zt_rect_foot(b) && b.y + near < zt_rect_foot(a))
                fail_msg("“%.*s” overlaps “%.*s”: %.2f %.2f %.2f %.2f and %.2f %.2f %.2f %.2f",
                         ZT_ARG(all.texts[i]), ZT_ARG(all.texts[k]), a.x, a.y, a.w, a.h, b.x, b.y,
                         b.w, b.h);
        }
}

static inline size_t occurrences(zt_str text, const char *wanted)
{
    size_t count = 0, len = strlen(wanted);
    for (size_t i = 0; i + len <= text.len; i++)
        count += memcmp(text.data + i, wanted, len) == 0;
    return count;
}

/* Every key and every value is printed, values verbatim. */
static inline void assert_all_said(chart_case *c, const zt_group *group)
{
    zt_str said = board_text(c->board, group);
    for (size_t i = 0; i < c->data.item_count; i++) {
        const zt_chart_item *item = &c->data.items[i];
        char *key = zt_arena_copy(c->board->arena, item->key.data, item->key.len);
        if (occurrences(said, key) == 0)
            fail_msg("key “%s” was dropped from “%.*s”", key, ZT_ARG(said));
        for (size_t s = 0; s < c->data.series_count; s++) {
            const zt_quantity *q = item->values[s];
            if (q &&
                occurrences(said, zt_arena_copy(c->board->arena, q->text.data, q->text.len)) == 0)
                fail_msg("value “%.*s” was dropped", ZT_ARG(q->text));
        }
    }
}

/* How a chart keeps in its frame: with the em boxes of all glyphs; or, when key figures stand at
   its edge with their side bearing taken off, by ink. */
/* Strokes of 第 at 21 pt reach 0.05 em beyond the Han box. */
#define HAN_STROKE 1.1

typedef enum ask_frame { ASK_BY_EM_BOX, ASK_BY_INK } ask_frame;

/* At its natural height, at its ceiling and between. */
static inline zt_group *assert_sound_by(chart_case *c, double width_mm, ask_frame frame)
{
    double width = zt_pt_from_mm(width_mm);
    chart_use(c);
    zt_extent extent = board_measure(c->board, width);
    assert_true(extent.ceiling >= extent.height);
    zt_group *natural = NULL;
    for (int i = 2; i >= 0; i--) {
        double height = extent.height + (extent.ceiling - extent.height) * i / 2;
        natural = board_place(c->board, width, height);
        if (frame == ASK_BY_EM_BOX)
            board_inside(natural, width, height);
        else
            board_inside_near(natural, width, height, HAN_STROKE);
        assert_disjoint(natural);
    }
    assert_int_equal(zt_diags_severity_count(c->board->diags, ZT_ERROR), 0);
    return natural;
}

static inline zt_group *assert_sound(chart_case *c, double width_mm)
{
    return assert_sound_by(c, width_mm, ASK_BY_EM_BOX);
}

/* The data are refused, for this first reason. */
static inline void assert_check_refuses(chart_case *c, const char *code)
{
    size_t mark = zt_diags_mark(c->board->diags);
    chart_use(c);
    assert_false(zt_chart_check(&c->data, c->board->diags));
    assert_string_equal(zt_diags_at(c->board->diags, mark)->code, code);
    zt_diags_rewind(c->board->diags, mark);
}

/* ---- bars ---- */

typedef struct paths {
    const zt_path *items[PATHS];
    double dx[PATHS], dy[PATHS];
    size_t count;
} paths;

static inline void collect_paths(void *self, const zt_item *item, double dx, double dy)
{
    paths *all = self;
    if (item->kind != ZT_ITEM_PATH)
        return;
    assert_true(all->count < PATHS);
    all->dx[all->count] = dx;
    all->dy[all->count] = dy;
    all->items[all->count++] = (const zt_path *)item;
}

static inline paths paths_of(const zt_group *group, const char *layer)
{
    board_parts parts = board_find(group, layer);
    assert_int_equal(parts.count, 1);
    paths all = {.count = 0};
    zt_visitor visitor = {.self = &all, .enter = collect_paths};
    zt_scene_walk(parts.items[0].group, &visitor);
    return all;
}

static inline void assert_lengths(const zt_group *group, const double *values, size_t count)
{
    paths bars = paths_of(group, "bars");
    assert_int_equal(bars.count, count);
    double unit = bars.items[0]->item.box.w / fabs(values[0]);
    assert_true(unit > 0);
    for (size_t i = 0; i < count; i++) {
        double wanted = fabs(values[i]) * unit;
        assert_near(bars.items[i]->item.box.w, wanted, wanted / 1000);
    }
}

/* The width in mm that a finding of this code asks for, the only one there; 0 where there is none.
 */
static inline double width_asked_for(chart_case *c, double width_mm, const char *code)
{
    size_t mark = zt_diags_mark(c->board->diags);
    double asked = 0;
    chart_use(c);
    board_natural(c->board, zt_pt_from_mm(width_mm));
    for (size_t i = mark; i < zt_diags_count(c->board->diags); i++) {
        const zt_diag *d = zt_diags_at(c->board->diags, i);
        assert_string_equal(d->code, code);
        const char *at = strstr(d->en, "make it ");
        assert_non_null(at);
        asked = strtod(at + strlen("make it "), NULL);
        assert_true(asked > width_mm);
    }
    zt_diags_rewind(c->board->diags, mark);
    return asked;
}

#endif
