/* The builder: groups, glyph runs, and the common shapes. Everything is made in the arena of the
   scene and appended where it is drawn, which is where it is read. Boxes of runs are found here,
   those of paths in scene_path.c, those of groups are the caller's to set. */
#include "scene/scene.h"

/* As the last item of `parent`: drawn over all before it, read after them. */
static void append(zt_group *parent, zt_item *item)
{
    zt_assert(parent != NULL);
    if (parent->last)
        parent->last->next = item;
    else
        parent->first = item;
    parent->last = item;
}

/* A group that is in no page yet; its box and frame are at the origin. */
static zt_group *group_new(zt_scene *scene, zt_pos at)
{
    zt_group *group = ZT_NEW(scene->arena, zt_group);
    group->item.kind = ZT_ITEM_GROUP;
    group->item.at = at;
    return group;
}

/* The root has the page as its box and no parent; its role makes it the document of a tagged file.
 */
zt_scene *zt_scene_new(zt_arena *arena, double width, double height)
{
    zt_scene *scene = ZT_NEW(arena, zt_scene);
    scene->arena = arena;
    scene->width = width;
    scene->height = height;
    scene->type_area = (zt_rect){0, 0, width, height};
    scene->root = group_new(scene, ZT_NOWHERE);
    scene->root->role = ZT_ROLE_DOCUMENT;
    scene->root->item.box = scene->type_area;
    return scene;
}

zt_group *zt_scene_add_group(zt_scene *scene, zt_group *parent, zt_pos at, double dx, double dy)
{
    zt_group *group = group_new(scene, at);
    group->dx = dx;
    group->dy = dy;
    append(parent, &group->item);
    return group;
}

zt_group *zt_scene_add_part(zt_scene *scene, zt_group *parent, zt_pos at, const char *part,
                            zt_role role, zt_rect box)
{
    zt_group *group = zt_scene_add_group(scene, parent, at, box.x, box.y);
    group->part = part;
    group->role = role;
    group->item.box = box;
    return group;
}

zt_group *zt_scene_detached(zt_scene *scene)
{
    return group_new(scene, ZT_NOWHERE);
}

/* The box moves with the frame. */
void zt_scene_adopt(zt_group *parent, zt_group *group, double dx, double dy)
{
    group->dx += dx;
    group->dy += dy;
    group->item.box.x += dx;
    group->item.box.y += dy;
    append(parent, &group->item);
}

/* The arena goes along with the path, which grows while it is drawn. */
zt_path *zt_scene_add_path(zt_scene *scene, zt_group *parent, zt_pos at)
{
    zt_path *path = ZT_NEW(scene->arena, zt_path);
    path->item.kind = ZT_ITEM_PATH;
    path->item.at = at;
    path->arena = scene->arena;
    append(parent, &path->item);
    return path;
}

void zt_scene_fill_rect(zt_scene *scene, zt_group *parent, zt_pos at, zt_rect rect, zt_paint fill)
{
    zt_path *path = zt_scene_add_path(scene, parent, at);
    zt_path_rect(path, rect);
    path->fill = fill;
    zt_path_done(path);
}

void zt_scene_rule(zt_scene *scene, zt_group *parent, zt_pos at, zt_point from, zt_point to,
                   double width, zt_paint stroke)
{
    zt_path *path = zt_scene_add_path(scene, parent, at);
    zt_path_move(path, from.x, from.y);
    zt_path_line(path, to.x, to.y);
    path->stroke = stroke;
    path->width = width;
    zt_path_done(path);
}

void zt_scene_disc(zt_scene *scene, zt_group *parent, zt_pos at, zt_point centre, double r,
                   zt_paint fill)
{
    zt_path *path = zt_scene_add_path(scene, parent, at);
    zt_path_circle(path, centre.x, centre.y, r);
    path->fill = fill;
    zt_path_done(path);
}

/* The part `crop` of the picture fills the whole box: whether both have one shape is the caller's
   to see to. */
zt_image *zt_scene_add_image(zt_scene *scene, zt_group *parent, zt_pos at,
                             const zt_picture *picture, zt_rect crop, zt_rect box)
{
    zt_image *image = ZT_NEW(scene->arena, zt_image);
    image->item.kind = ZT_ITEM_IMAGE;
    image->item.at = at;
    image->item.box = box;
    image->picture = picture;
    image->crop = crop;
    append(parent, &image->item);
    return image;
}

/* Painted nowhere, so that its place in the list is only that of reading. */
zt_link *zt_scene_add_link(zt_scene *scene, zt_group *parent, zt_pos at, zt_rect box)
{
    zt_link *link = ZT_NEW(scene->arena, zt_link);
    link->item.kind = ZT_ITEM_LINK;
    link->item.at = at;
    link->item.box = box;
    append(parent, &link->item);
    return link;
}

/* By either side: a crop of full width may still cut above or below. */
bool zt_image_is_cropped(const zt_image *image)
{
    return image->crop.w < 1 || image->crop.h < 1;
}

/* The crop in reverse: the box is `crop` of it. */
zt_rect zt_image_whole(const zt_image *image)
{
    zt_rect box = image->item.box, crop = image->crop;
    double w = box.w / crop.w, h = box.h / crop.h;
    return (zt_rect){box.x - crop.x * w, box.y - crop.y * h, w, h};
}

/* 72 points an inch. */
double zt_image_ppi(const zt_image *image)
{
    zt_point pixels = zt_picture_upright(image->picture);
    zt_rect whole = zt_image_whole(image);
    return 72 * zt_min(pixels.x / whole.w, pixels.y / whole.h);
}

/* The run joins the line that is open, if any. Its box is that of an upright horizontal run until
   the caller says otherwise and calls zt_glyphs_done. */
zt_glyphs *zt_scene_add_glyphs(zt_scene *scene, zt_group *parent, zt_pos at, const zt_face *face,
                               double size, zt_point origin, const zt_glyph *glyphs, size_t count,
                               zt_str text, zt_paint paint)
{
    zt_glyphs *run = ZT_NEW(scene->arena, zt_glyphs);
    run->item.kind = ZT_ITEM_GLYPHS;
    run->item.at = at;
    run->face = face;
    run->size = size;
    run->origin = origin;
    run->glyphs = glyphs;
    run->glyph_count = count;
    run->text = text;
    run->paint = paint;
    run->line = scene->line_depth > 0 ? scene->line_count : 0;
    append(parent, &run->item);
    zt_glyphs_done(run);
    return run;
}

/* Lines may be begun within lines: only the outermost counts, so that a phrase of small runs inside
   a line of text does not part it. */
void zt_scene_line_begin(zt_scene *scene)
{
    if (scene->line_depth++ == 0)
        scene->line_count++;
}

void zt_scene_line_end(zt_scene *scene)
{
    zt_assert(scene->line_depth > 0);
    scene->line_depth--;
}

/* A line ends at the first item that is no run of it, even when runs of its number follow in
   another group. */
const zt_glyphs *zt_glyphs_next(const zt_glyphs *run)
{
    const zt_item *item = run->item.next;
    if (run->line == 0 || !item || item->kind != ZT_ITEM_GLYPHS)
        return NULL;
    const zt_glyphs *next = (const zt_glyphs *)item;
    return next->line == run->line ? next : NULL;
}

/* How far the run goes along its direction. A squeezed opening mark lies half an em before its pen
   position, so neither the glyphs' places nor the sum of the advances is enough alone. */
static double run_length(const zt_glyphs *run)
{
    double sum = 0, furthest = 0;
    for (size_t i = 0; i < run->glyph_count; i++) {
        const zt_glyph *glyph = &run->glyphs[i];
        double from = run->vertical ? glyph->y - ZT_EM_TOP * run->size : glyph->x;
        sum += glyph->advance;
        furthest = zt_max(furthest, from + glyph->advance);
    }
    return zt_max(sum, furthest);
}

/* The run's box in its own frame: before it is turned, its origin at 0, 0. */
static zt_rect run_box(const zt_glyphs *run)
{
    double em = run->size;
    if (run->vertical)
        return (zt_rect){-em / 2, 0, em, run_length(run)};
    double top = 0, foot = 0;
    if (run->beside > 0)
        return (zt_rect){0, run->rise - ZT_EM_TOP * run->beside, run_length(run), run->beside};
    for (size_t i = 0; i < run->glyph_count; i++) {
        double y = run->glyphs[i].y;
        top = i ? zt_min(top, y) : y;
        foot = i ? zt_max(foot, y) : y;
    }
    return (zt_rect){0, top - ZT_EM_TOP * em, run_length(run),
                     foot - top + (ZT_EM_TOP + ZT_EM_FOOT) * em};
}

/* The glyphs are copied, since runs may share them with a paragraph that is placed again. */
void zt_scene_condense(zt_scene *scene, zt_item *first, double x, double factor)
{
    for (zt_item *item = first; item; item = item->next) {
        zt_glyphs *run = (zt_glyphs *)item;
        if (item->kind != ZT_ITEM_GLYPHS || run->vertical || run->rotated)
            continue;
        zt_glyph *glyphs = ZT_ARRAY(scene->arena, run->glyph_count, zt_glyph);
        for (size_t i = 0; i < run->glyph_count; i++) {
            glyphs[i] = run->glyphs[i];
            glyphs[i].x *= factor;
            glyphs[i].advance *= factor;
        }
        run->glyphs = glyphs;
        run->origin.x = x + (run->origin.x - x) * factor;
        run->condense = zt_glyphs_scale(run) * factor;
        zt_glyphs_done(run);
    }
}

/* The box before the run is turned, then turned with it. */
void zt_glyphs_done(zt_glyphs *run)
{
    zt_rect box = run_box(run);
    double x = run->origin.x, y = run->origin.y;
    if (run->rotated) /* clockwise, y down: (a, b) goes to (-b, a) */
        run->item.box = (zt_rect){x - zt_rect_foot(box), y + box.x, box.h, box.w};
    else
        run->item.box = (zt_rect){x + box.x, y + box.y, box.w, box.h};
}
