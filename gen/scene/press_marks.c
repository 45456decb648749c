/* gen/scene/press_marks.c — where marks for the press stand. */
#include "scene/press_marks.h"

double zt_press_marks_from(const zt_scene *scene)
{
    return zt_max(scene->bleed, ZT_MM(3));
}

zt_rect zt_scene_media(const zt_scene *scene, bool with_marks)
{
    double more = scene->bleed;
    if (with_marks && scene->marks)
        more = zt_press_marks_from(scene) + ZT_PRESS_MARK_LENGTH + ZT_PRESS_MARK_GAP;
    return (zt_rect){-more, -more, scene->width + 2 * more, scene->height + 2 * more};
}

static void line(zt_path *path, double x1, double y1, double x2, double y2)
{
    zt_path_move(path, x1, y1);
    zt_path_line(path, x2, y2);
}

/* At the corners, along the edges of the trim. */
static void crop_marks(zt_path *path, const zt_scene *scene)
{
    double from = zt_press_marks_from(scene), to = from + ZT_PRESS_MARK_LENGTH;
    for (int right = 0; right < 2; right++)
        for (int foot = 0; foot < 2; foot++) {
            double x = right ? scene->width : 0, y = foot ? scene->height : 0,
                   outward = right ? 1 : -1, down = foot ? 1 : -1;
            line(path, x + outward * from, y, x + outward * to, y);
            line(path, x, y + down * from, x, y + down * to);
        }
}

static void cross(zt_path *path, double x, double y)
{
    double half = ZT_PRESS_MARK_LENGTH / 2;
    line(path, x - half, y, x + half, y);
    line(path, x, y - half, x, y + half);
    zt_path_circle(path, x, y, 0.6 * half);
}

static void register_marks(zt_path *path, const zt_scene *scene)
{
    double out = zt_press_marks_from(scene) + ZT_PRESS_MARK_LENGTH / 2;
    cross(path, scene->width / 2, -out);
    cross(path, scene->width / 2, scene->height + out);
    cross(path, -out, scene->height / 2);
    cross(path, scene->width + out, scene->height / 2);
}

zt_path *zt_press_marks(zt_arena *arena, const zt_scene *scene)
{
    if (!scene->marks)
        return NULL;
    zt_scene *sheet = zt_scene_new(arena, scene->width, scene->height);
    zt_path *path = zt_scene_add_path(sheet, zt_scene_detached(sheet), ZT_NOWHERE);
    path->width = ZT_PRESS_MARK_WIDTH;
    if (scene->marks & ZT_MARK_CROP)
        crop_marks(path, scene);
    if (scene->marks & ZT_MARK_REGISTER)
        register_marks(path, scene);
    zt_path_done(path);
    return path;
}
