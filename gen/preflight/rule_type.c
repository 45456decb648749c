/* gen/preflight/rule_type.c — type too small to print.
 */
#include "preflight/preflight.h"

static void enter(void *self, const zt_item *item, double dx, double dy)
{
    const zt_inspection *in = self;
    (void)dx;
    (void)dy;
    if (item->kind != ZT_ITEM_GLYPHS)
        return;
    const zt_glyphs *run = (const zt_glyphs *)item;
    const zt_limits *limits = &in->template_->theme->limits;
    const double near = 0.001;
    if (run->size < limits->type - near) {
        zt_buf size;
        zt_buf_init(&size, in->scene->arena);
        zt_buf_number(&size, run->size, 2);
        zt_buf_puts(&size, " < ");
        zt_buf_number(&size, limits->type, 2);
        zt_report(in->diags, ZT_WARNING, "type-too-small", item->at,
                  "“%.*s”的字号低于下限（%s 磅）", "“%.*s” is set below the smallest size (%s pt)",
                  ZT_ARG(run->text), size.data);
    }
}

static void inspect(const zt_inspection *in)
{
    zt_inspection copy = *in;
    zt_visitor visitor = {.self = &copy, .enter = enter};
    zt_scene_walk(in->scene->root, &visitor);
}

const zt_rule zt_rule_type = {"type-too-small", "字号不低于主题 limits 的 type",
                              "type not below the theme's limit type",
                              "CLREQ (smallest body 7.5 pt); WAN-IFRA and ad rate cards", inspect};
