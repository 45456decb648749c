/* gen/preflight/rule_rule.c — rules too thin to print. */
#include "preflight/preflight.h"

/* A solid single ink prints a thin rule; a tint or several plates need more. */
static bool is_single_solid(zt_paint paint)
{
    int plates = 0;
    for (int i = 0; i < 4; i++)
        plates += paint.ink->cmyk[i] > 0.001;
    return plates <= 1 && paint.tint > 0.999 &&
           (paint.ink->cmyk[0] > 0.99 || paint.ink->cmyk[1] > 0.99 || paint.ink->cmyk[2] > 0.99 ||
            paint.ink->cmyk[3] > 0.99);
}

/* Reports rule-too-thin. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    const zt_inspection *in = self;
    (void)dx;
    (void)dy;
    if (item->kind != ZT_ITEM_PATH)
        return;
    const zt_path *path = (const zt_path *)item;
    if (!path->stroke.ink || path->width <= 0)
        return;
    const zt_limits *limits = &in->template_->theme->limits;
    double floor = is_single_solid(path->stroke) ? limits->rule : limits->tint_rule;
    const double near = 0.001;
    if (path->width >= floor - near)
        return;
    zt_buf text;
    zt_buf_init(&text, in->scene->arena);
    zt_buf_number(&text, zt_mm_from_pt(path->width), 3);
    zt_buf_puts(&text, " < ");
    zt_buf_number(&text, zt_mm_from_pt(floor), 3);
    zt_report(in->diags, ZT_WARNING, "rule-too-thin", item->at, "线太细（%s 毫米，油墨 %s）",
              "rule too thin (%s mm, ink %s)", text.data, path->stroke.ink->name);
}

/* Walks over all strokes of the page. */
static void inspect(const zt_inspection *in)
{
    zt_inspection copy = *in;
    zt_visitor visitor = {.self = &copy, .enter = enter};
    zt_scene_walk(in->scene->root, &visitor);
}

const zt_rule zt_rule_rule = {"rule-too-thin",
                              "线宽不低于主题 limits 的 rule 与 tint-rule",
                              "rules not thinner than the theme's limits rule and tint-rule",
                              "ad specifications of newspapers, docs/decisions.md",
                              inspect,
                              false};
