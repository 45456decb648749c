/* gen/preflight/rule_reversed.c — reversed type too small for its ground: strokes fill in, and
   where several inks make the ground, they open when register slips. */
#include "preflight/preflight.h"

/* A filled area. */
typedef struct ground {
    zt_rect box;
    zt_paint paint;
} ground;

/* Areas painted so far: what lies below a run. */
typedef struct reversal {
    const zt_inspection *in;
    ZT_VEC(ground) grounds; /* filled areas in the order of painting */
} reversal;

/* Within a point: type may touch the edge of its ground. */
static bool holds(zt_rect outer, zt_rect inner)
{
    const double near = 1;
    return inner.x >= outer.x - near && inner.y >= outer.y - near &&
           zt_rect_right(inner) <= zt_rect_right(outer) + near &&
           zt_rect_foot(inner) <= zt_rect_foot(outer) + near;
}

/* How many process inks the paint needs. */
static int plates(zt_paint paint)
{
    int count = 0;
    for (int i = 0; paint.ink && i < 4; i++)
        count += paint.ink->cmyk[i] * paint.tint > 0.001;
    return count;
}

/* The area painted last below the type. */
static zt_paint ground_of(const reversal *r, zt_rect box)
{
    for (size_t i = r->grounds.count; i > 0; i--)
        if (holds(r->grounds.items[i - 1].box, box))
            return r->grounds.items[i - 1].paint;
    return ZT_NO_PAINT;
}

/* Reports reversed-too-small. White type is that of the paper's ink. */
static void inspect_run(const reversal *r, const zt_glyphs *run, zt_rect box)
{
    const zt_limits *limits = &r->in->template_->theme->limits;
    bool several = plates(ground_of(r, box)) > 1;
    double least = several ? limits->reversed_multi : limits->reversed;
    const double near = 0.001;
    if (!run->paint.ink || !run->paint.ink->paper || run->size >= least - near)
        return;
    zt_buf sizes;
    zt_buf_init(&sizes, r->in->scene->arena);
    zt_buf_number(&sizes, run->size, 2);
    zt_buf_puts(&sizes, " < ");
    zt_buf_number(&sizes, least, 2);
    zt_report(r->in->diags, ZT_WARNING, "reversed-too-small", run->item.at,
              "反白字“%.*s”太小（%s 磅%s），印刷时笔画会糊",
              "reversed “%.*s” is too small (%s pt%s): strokes fill in", ZT_ARG(run->text),
              sizes.data, several ? "，C+M+Y+K" : "");
}

/* In the order of painting, so that later areas lie above. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    reversal *r = self;
    zt_rect box = {item->box.x + dx, item->box.y + dy, item->box.w, item->box.h};
    if (item->kind == ZT_ITEM_PATH && ((const zt_path *)item)->fill.ink) {
        ground area = {box, ((const zt_path *)item)->fill};
        ZT_PUSH(r->in->scene->arena, &r->grounds, area);
    } else if (item->kind == ZT_ITEM_GLYPHS) {
        inspect_run(r, (const zt_glyphs *)item, box);
    }
}

/* Walks over grounds and type of the page. */
static void inspect(const zt_inspection *in)
{
    reversal r = {.in = in};
    zt_visitor visitor = {.self = &r, .enter = enter};
    zt_scene_walk(in->scene->root, &visitor);
}

const zt_rule zt_rule_reversed = {
    "reversed-too-small",
    "反白字不低于主题 limits 的 reversed（多色底为 reversed-multi）",
    "reversed type not below the theme's limits reversed, or reversed-multi on several inks",
    "newspapers' ad specifications: one ink from 10 pt, two or more from 12 to 14 pt",
    inspect,
    false};
