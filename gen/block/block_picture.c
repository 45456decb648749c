/* A picture of the template itself: a logo. It keeps its size, and is made smaller only where its
   place is narrower. */
#include "layout/block.h"

/* Points from the left edge of the place, and the size there. */
typedef struct picture_plan {
    double x, width, height;
} picture_plan;

/* picture-reduced where it is wider than its place. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    const zt_house_picture *picture = block->content;
    picture_plan *own = ZT_NEW(setting->arena, picture_plan);
    double scale = picture->width > width + 0.01 ? width / picture->width : 1;
    *own = (picture_plan){0, picture->width * scale, picture->height * scale};
    if (scale < 1)
        zt_report(setting->diags, ZT_WARNING, "picture-reduced", picture->at,
                  "图片宽 %d 毫米，这里只有 %d 毫米，按此缩小",
                  "the picture is %d mm wide, its place %d mm: it is made smaller",
                  (int)(zt_mm_from_pt(picture->width) + 0.5), (int)(zt_mm_from_pt(width) + 0.5));
    double spare = width - own->width;
    own->x = picture->align == ZT_ALIGN_END      ? spare
             : picture->align == ZT_ALIGN_CENTRE ? spare / 2
                                                 : 0;
    return (zt_plan){.extent = {own->height, own->height}, .first_baseline = -1, .own = own};
}

static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const zt_house_picture *picture = planned->block->content;
    const picture_plan *own = planned->own;
    const zt_rect whole = {0, 0, 1, 1};
    (void)height;
    into->role = picture->alt.len ? ZT_ROLE_FIGURE : ZT_ROLE_ARTIFACT;
    zt_scene_add_image(setting->scene, into, picture->at, picture->picture, whole,
                       (zt_rect){own->x, 0, own->width, own->height});
}

const zt_block_kind zt_block_kind_picture = {
    .name = "picture",
    .apart = true,
    .zh = "模板自己的图片（<picture>）。",
    .en = "A picture of the template itself (<picture>).",
    .plan = plan,
    .place = place,
};
