/* gen/preflight/look_empty.c — a piece of the type area in which nothing stands. */
#include "preflight/look.h"

/* Of the type area. */
static const double MOST = 0.12;

/* The outermost block around the middle of the piece, else the document. */
static zt_pos whose(const zt_inspection *in, zt_arena *arena, zt_rect free)
{
    zt_blocks_seen seen = zt_look_blocks(arena, in->scene);
    double x = free.x + free.w / 2, y = free.y + free.h / 2;
    for (size_t i = 0; i < seen.count; i++) {
        zt_rect box = seen.items[i].box;
        if (x >= box.x && x <= zt_rect_right(box) && y >= box.y && y <= zt_rect_foot(box))
            return seen.items[i].group->item.at;
    }
    return in->doc->template_at;
}

/* Reports look-empty, the largest piece alone: what fills it may fill the next. */
static void inspect(const zt_inspection *in, const zt_squint *s)
{
    char room[64];
    zt_squares free = zt_largest_free(s->said, s->across, s->down);
    double part = (double)free.w * free.h / ((double)s->across * s->down);
    zt_rect box = zt_squint_rect(s, free);
    if (part <= MOST)
        return;
    zt_report(in->diags, ZT_WARNING, "look-empty", whose(in, in->scene->arena, box),
              "有一块空着，占版心的 %d%%（%s），至多应为 12%%；可添一条注释、换窄的版位，或让这一块"
              "升一级字号",
              "%d %% of the type area are empty in one piece (%s), 12 %% at most should be; add an "
              "annotation, take a smaller slot or a larger size there",
              (int)(100 * part + 0.5), zt_look_place(room, box));
}

const zt_look_check zt_look_check_empty = {"look-empty",
                                           "没有大于版心 12% 的空块",
                                           "no empty piece of more than 12 % of the type area",
                                           "docs/templates.md",
                                           inspect,
                                           false};
