/* gen/preflight/rule_type.c — type too small to print. Ruby has a floor of its own (R135). */
#include <string.h>

#include "preflight/preflight.h"

/* The walk: whether it is inside of a ruby. */
typedef struct type_sizes {
    const zt_inspection *in;
    const zt_group *ruby; /* the one being walked */
} type_sizes;

/* The part that text/ruby.c makes. */
static bool is_ruby(const zt_group *group)
{
    return group->part && strcmp(group->part, "ruby") == 0;
}

/* Reports type-too-small. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    type_sizes *s = self;
    const zt_inspection *in = s->in;
    (void)dx;
    (void)dy;
    if (item->kind == ZT_ITEM_GROUP && is_ruby((const zt_group *)item))
        s->ruby = (const zt_group *)item;
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    const zt_glyphs *run = (const zt_glyphs *)item;
    const zt_limits *limits = &in->template_->theme->limits;
    const double near = 0.001, least = s->ruby ? limits->ruby : limits->type;
    if (run->size < least - near) {
        zt_buf size;
        zt_buf_init(&size, in->scene->arena);
        zt_buf_number(&size, run->size, 2);
        zt_buf_puts(&size, " < ");
        zt_buf_number(&size, least, 2);
        zt_report(in->diags, in->final && in->press ? ZT_ERROR : ZT_WARNING, "type-too-small",
                  item->at, "“%.*s”的字号低于下限（%s 磅）",
                  "“%.*s” is set below the smallest size (%s pt)", ZT_ARG(run->text), size.data);
    }
}

/* The ruby that was open ends. */
static void leave(void *self, const zt_group *group, double dx, double dy)
{
    type_sizes *s = self;
    (void)dx;
    (void)dy;
    if (group == s->ruby)
        s->ruby = NULL;
}

/* Walks over all type of the page. */
static void inspect(const zt_inspection *in)
{
    type_sizes s = {.in = in};
    zt_visitor visitor = {.self = &s, .enter = enter, .leave = leave};
    zt_scene_walk(in->scene->root, &visitor);
}

const zt_rule zt_rule_type = {
    "type-too-small",
    "字号不低于主题 limits 的 type；印刷定稿为错误",
    "type not below the theme's limit type; an error in a final version for the press",
    "CLREQ (smallest body 7.5 pt); WAN-IFRA and ad rate cards",
    inspect,
    false};
