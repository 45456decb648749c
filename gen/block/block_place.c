/* A graphic that stands in a report, set at the width of its columns; here its page is hung into
   ours. */
#include "layout/block.h"
#include "model/doc.h"

/* Half a point over is rounding of millimetres. Reports graphic-wide. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    const zt_set_graphic *graphic = zt_setting_graphic(setting, block->content);
    const zt_scene *scene = graphic ? graphic->set(graphic, width) : NULL;
    const zt_placed *placed = block->content;
    if (scene && scene->width > width + 0.5)
        zt_report(setting->diags, ZT_ERROR, "graphic-wide", placed->graphic_at,
                  "“%s”宽 %.1f 毫米，这里只有 %.1f 毫米；请用 template= 换一个窄的模板",
                  "“%s” is %.1f mm wide, and there are %.1f mm; name a narrower template with "
                  "template=",
                  placed->graphic, zt_mm_from_pt(scene->width), zt_mm_from_pt(width));
    double height = scene ? scene->height : 0;
    return (zt_plan){.extent = {height, height}, .first_baseline = -1, .own = scene};
}

/* Its items are not copied but hung into the group: their frame is that of its page. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const zt_scene *scene = planned->own;
    (void)height;
    if (!scene)
        return;
    zt_group *page = zt_scene_add_part(setting->scene, into, planned->block->at, "graphic",
                                       ZT_ROLE_SECT, (zt_rect){0, 0, scene->width, scene->height});
    page->first = scene->root->first;
    page->last = scene->root->last;
}

static const zt_part_default parts[] = {{0}};

const zt_block_kind zt_block_kind_place = {
    .name = "place",
    .apart = true,
    .parts = parts,
    .zh = "报告里的一张图：另一份稿件，用它自己的模板，按所在的栏宽重排。",
    .en =
        "A graphic in a report: a document of its own, set in its own template at the width of its "
        "columns.",
    .plan = plan,
    .place = place,
};
