/* gen/preflight/rule_rule.c — rules too thin to print. */
#include <math.h>

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

/* The thinner side of a rectangle in points: of a bar, a rule drawn as an area. Other outlines have
   no one width: -1. */
static double thickness(const zt_path *path)
{
    if (path->seg_count != 5 || path->segs[0].kind != ZT_SEG_MOVE ||
        path->segs[4].kind != ZT_SEG_CLOSE)
        return -1;
    for (size_t i = 1; i < 4; i++) {
        zt_point a = path->segs[i - 1].p[0], b = path->segs[i].p[0];
        if (path->segs[i].kind != ZT_SEG_LINE || (fabs(a.x - b.x) > 1e-6 && fabs(a.y - b.y) > 1e-6))
            return -1;
    }
    zt_point a = path->segs[0].p[0], c = path->segs[2].p[0];
    return zt_min(fabs(c.x - a.x), fabs(c.y - a.y));
}

/* 0.014 < 0.35, in millimetres. */
static const char *compared(const zt_inspection *in, double width, double floor)
{
    zt_buf text;
    zt_buf_init(&text, in->scene->arena);
    zt_buf_number(&text, zt_mm_from_pt(width), zt_mm_from_pt(width) < 0.01 ? 6 : 3);
    zt_buf_puts(&text, " < ");
    zt_buf_number(&text, zt_mm_from_pt(floor), 3);
    return text.data;
}

/* How thin what is painted so may be, points. */
static double floor_of(const zt_inspection *in, zt_paint paint)
{
    const zt_limits *limits = &in->template_->theme->limits;
    return is_single_solid(paint) ? limits->rule : limits->tint_rule;
}

/* Hundredths of a point come from sums of lengths. */
static const double NEAR = 0.001;

/* An area of a hair's width: a value next to nothing beside the largest, or a rule. One without any
   width paints nothing, and paper is no ink. */
static void inspect_area(const zt_inspection *in, const zt_path *path)
{
    double width = thickness(path);
    if (!path->fill.ink || path->fill.ink->paper || path->fill.tint <= 0 || width < 1e-6 ||
        width >= floor_of(in, path->fill) - NEAR || (path->stroke.ink && path->width > 0))
        return;
    zt_report(
        in->diags, ZT_WARNING, "rule-too-thin", path->item.at,
        "这一块薄得印不出来（%s 毫米，油墨 %s）；图再大些，或换一种图表，或把这个数写进文字",
        "an area too thin to print (%s mm, ink %s); make the chart larger, take another form, "
        "or tell the value in words",
        compared(in, width, floor_of(in, path->fill)), path->fill.ink->name);
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
    inspect_area(in, path);
    if (!path->stroke.ink || path->width <= 0 || path->width >= floor_of(in, path->stroke) - NEAR)
        return;
    zt_report(in->diags, ZT_WARNING, "rule-too-thin", item->at, "线太细（%s 毫米，油墨 %s）",
              "rule too thin (%s mm, ink %s)",
              compared(in, path->width, floor_of(in, path->stroke)), path->stroke.ink->name);
}

/* Walks over all strokes and areas of the page. */
static void inspect(const zt_inspection *in)
{
    zt_inspection copy = *in;
    zt_visitor visitor = {.self = &copy, .enter = enter};
    zt_scene_walk(in->scene->root, &visitor);
}

const zt_rule zt_rule_rule = {
    "rule-too-thin",
    "线和色块的粗细不低于主题 limits 的 rule 与 tint-rule",
    "rules and areas not thinner than the theme's limits rule and tint-rule",
    "ad specifications of newspapers, docs/decisions.md",
    inspect,
    false};
