/* What is asked of every block of short texts: nothing outside its frame at any height, no text on
   another, every word printed. */
#ifndef LIST_FIXTURE_H
#define LIST_FIXTURE_H

#include "board.h"

#include "model/doc.h"

typedef struct list_boxes {
    zt_rect items[4096];
    zt_str texts[4096];
    size_t count;
} list_boxes;

static void list_collect(void *self, const zt_item *item, double dx, double dy)
{
    list_boxes *all = self;
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    assert_true(all->count < 4096);
    all->texts[all->count] = ((const zt_glyphs *)item)->text;
    all->items[all->count++] =
        (zt_rect){item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
}

static void list_disjoint(board *b, const zt_group *group)
{
    list_boxes *all = ZT_NEW(b->arena, list_boxes);
    zt_visitor visitor = {.self = all, .enter = list_collect};
    const double near = 0.1;
    zt_scene_walk(group, &visitor);
    for (size_t i = 0; i < all->count; i++)
        for (size_t k = 0; k < i; k++) {
            zt_rect a = all->items[i], c = all->items[k];
            if (a.x + near < zt_rect_right(c) && c.x + near < zt_rect_right(a) &&
                a.y + near < zt_rect_foot(c) && c.y + near < zt_rect_foot(a))
                fail_msg("“%.*s” overlaps “%.*s”: %.2f %.2f %.2f %.2f, %.2f %.2f %.2f %.2f",
                         ZT_ARG(all->texts[i]), ZT_ARG(all->texts[k]), a.x, a.y, a.w, a.h, c.x, c.y,
                         c.w, c.h);
        }
}

/* At its natural height, at its ceiling and between; gives the natural one. Ink may reach beyond
   the frame by `near`, as the foot of a comma does. */
static inline zt_group *list_sound_near(board *b, double width, double near)
{
    zt_extent extent = board_measure(b, width);
    zt_group *group = NULL;
    assert_true(extent.height > 0 && extent.ceiling >= extent.height);
    for (int i = 2; i >= 0; i--) {
        double height = extent.height + (extent.ceiling - extent.height) * i / 2;
        group = board_place(b, width, height);
        board_inside_near(group, width, height, near);
        list_disjoint(b, group);
    }
    for (size_t i = 0; i < zt_diags_count(b->diags); i++)
        if (zt_diags_at(b->diags, i)->severity != ZT_NOTE)
            fail_msg("%s", zt_diags_at(b->diags, i)->zh);
    return group;
}

static inline zt_group *list_sound(board *b, double width)
{
    return list_sound_near(b, width, 0.6);
}

static inline void list_says(board *b, const zt_group *group, const char *words)
{
    zt_str said = board_text(b, group);
    char *text = zt_arena_copy(b->arena, said.data, said.len);
    if (!strstr(text, words))
        fail_msg("“%s” is not in “%s”", words, text);
}

static inline zt_quantity *list_quantity(board *b, const char *text)
{
    zt_quantity *q = ZT_NEW(b->arena, zt_quantity);
    assert_true(zt_quantity_parse(b->arena, b->diags, ZT_Q_VALUE, zt_str_from(text), NULL, q));
    q->text = zt_str_from(text);
    return q;
}

static inline zt_goal_text list_goal(board *b)
{
    return (zt_goal_text){.head = ZT_STR("到2025年"),
                          .before = board_rich(b, "主营业务收入超过"),
                          .figure = list_quantity(b, "1万亿元"),
                          .after = board_rich(b, "世界级装备制造产业集群初步形成"),
                          .at = {.line = 1, .column = 1}};
}

#endif
