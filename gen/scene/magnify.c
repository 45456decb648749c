#include "scene/magnify.h"

static zt_rect larger(zt_rect r, double ratio)
{
    return (zt_rect){r.x * ratio, r.y * ratio, r.w * ratio, r.h * ratio};
}

static void magnify_path(zt_path *path, double ratio)
{
    for (size_t i = 0; i < path->seg_count; i++)
        for (int k = 0; k < 3; k++) {
            path->segs[i].p[k].x *= ratio;
            path->segs[i].p[k].y *= ratio;
        }
    path->width *= ratio;
    path->dash[0] *= ratio;
    path->dash[1] *= ratio;
    if (path->clip) {
        zt_rect *clip = ZT_NEW(path->arena, zt_rect);
        *clip = larger(*path->clip, ratio);
        path->clip = clip;
    }
}

/* Glyphs are borrowed, perhaps by several runs: each gets its own. */
static void magnify_glyphs(zt_arena *arena, zt_glyphs *run, double ratio)
{
    zt_glyph *glyphs = ZT_ARRAY(arena, run->glyph_count + 1, zt_glyph);
    for (size_t i = 0; i < run->glyph_count; i++) {
        glyphs[i] = run->glyphs[i];
        glyphs[i].x *= ratio;
        glyphs[i].y *= ratio;
        glyphs[i].advance *= ratio;
    }
    run->glyphs = glyphs;
    run->size *= ratio;
    run->beside *= ratio;
    run->rise *= ratio;
    run->may_hang *= ratio;
    run->origin.x *= ratio;
    run->origin.y *= ratio;
}

static void magnify_item(zt_arena *arena, zt_item *item, double ratio)
{
    item->box = larger(item->box, ratio);
    if (item->kind == ZT_ITEM_PATH)
        magnify_path((zt_path *)item, ratio);
    if (item->kind == ZT_ITEM_GLYPHS)
        magnify_glyphs(arena, (zt_glyphs *)item, ratio);
    if (item->kind != ZT_ITEM_GROUP)
        return;
    zt_group *group = (zt_group *)item;
    group->dx *= ratio;
    group->dy *= ratio;
    for (zt_item *child = group->first; child; child = child->next)
        magnify_item(arena, child, ratio);
}

void zt_scene_magnify(zt_scene *scene, double ratio)
{
    magnify_item(scene->arena, &scene->root->item, ratio);
    scene->width *= ratio;
    scene->height *= ratio;
    scene->type_area = larger(scene->type_area, ratio);
    scene->grid.gutter *= ratio;
    scene->grid.line *= ratio;
    scene->grid.first *= ratio;
}
