/* gen/preflight/rule_ppi.c — photographs printed larger than their pixels allow. */
#include <math.h>

#include "base/file.h"
#include "preflight/preflight.h"

/* Whole millimetres that the part shown may have at `ppi`. */
static void put_largest(zt_buf *out, const zt_image *image, double ppi)
{
    zt_point pixels = zt_picture_upright(image->picture);
    zt_buf_number(out, floor(pixels.x * image->crop.w / ppi * 25.4), 0);
    zt_buf_puts(out, " × ");
    zt_buf_number(out, floor(pixels.y * image->crop.h / ppi * 25.4), 0);
}

/* Reports image-low-ppi: pixels an inch of what is seen of the picture. */
static void enter(void *self, const zt_item *item, double dx, double dy)
{
    const zt_inspection *in = self;
    (void)dx;
    (void)dy;
    if (item->kind != ZT_ITEM_IMAGE)
        return;
    const zt_image *image = (const zt_image *)item;
    const zt_limits *limits = &in->template_->theme->limits;
    const double near = 0.5; /* as rounded in the message */
    double ppi = zt_image_ppi(image);
    if (ppi >= limits->ppi - near)
        return;
    zt_buf sizes, largest;
    zt_buf_init(&sizes, in->scene->arena);
    zt_buf_init(&largest, in->scene->arena);
    zt_buf_number(&sizes, ppi, 0);
    zt_buf_puts(&sizes, " < ");
    zt_buf_number(&sizes, limits->ppi, 0);
    put_largest(&largest, image, limits->ppi);
    bool refused = in->final && ppi < limits->ppi_least - near;
    zt_report(
        in->diags, refused ? ZT_ERROR : ZT_WARNING, "image-low-ppi", item->at,
        "图片“%s”印出来分辨率不够（%s ppi）：最大可印 %s 毫米，否则要换大图",
        "the picture “%s” has too few pixels as printed (%s ppi): it can be %s mm at most, or "
        "needs a larger file",
        zt_path_base(image->picture->path), sizes.data, largest.data);
}

/* Walks over all pictures of the page. */
static void inspect(const zt_inspection *in)
{
    zt_inspection copy = *in;
    zt_visitor visitor = {.self = &copy, .enter = enter};
    zt_scene_walk(in->scene->root, &visitor);
}

const zt_rule zt_rule_ppi = {
    "image-low-ppi",
    "照片印出的分辨率不低于主题 limits 的 ppi；定稿低于 ppi-least 为错误",
    "photographs not below the theme's limit ppi; below ppi-least is an error in a final version",
    "newspapers' specifications: 200 dpi; twice the screen of 100 lpi",
    inspect,
    false};
