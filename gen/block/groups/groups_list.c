/* Points as running text that hangs from a disc, with their key figures in the line. */
#include "block/groups/groups_imp.h"

/* A point of up to three lines is ragged and broken at sense; a longer one is running text, and is
   justified where lines are long enough for it (docs/look.md, 8). */
static const size_t AT_SENSE_LINES = 3;
static const double JUSTIFIED_FROM = 14; /* characters */

typedef struct body_looks {
    zt_look at_sense, running;
} body_looks;

static zt_para *set_point(const zt_groups_env *env, const zt_rich *text, const body_looks *looks,
                          double measure)
{
    zt_rich_style style = {&looks->at_sense, &env->looks.strong, &env->looks.inline_figure};
    zt_para *para = zt_rich_set(env->setting, text, &style, measure);
    if (para->line_count <= AT_SENSE_LINES || measure < JUSTIFIED_FROM * looks->running.text.size)
        return para;
    style.base = &looks->running;
    return zt_rich_set(env->setting, text, &style, measure);
}

zt_bullets zt_bullets_measure(const zt_groups_env *env, const zt_group_content *group,
                              size_t optional_first, double x, double width)
{
    zt_arena *arena = env->setting->arena;
    double measure = width - x - env->sizes.indent;
    body_looks *looks = ZT_NEW(arena, body_looks); /* the runs keep pointing at them */
    looks->running = looks->at_sense = env->looks.body;
    looks->at_sense.para.align = ZT_ALIGN_START;
    looks->at_sense.para.at_sense = true;
    zt_bullets bullets = {.x = x};
    bullets.paras = ZT_ARRAY(arena, group->point_count, zt_para *);
    bullets.points = ZT_ARRAY(arena, group->point_count, const zt_entry_point *);
    for (size_t i = 0; i < group->point_count; i++) {
        const zt_entry_point *point = &group->points[i];
        if (point->optional && zt_setting_drops(env->setting, optional_first++))
            continue;
        zt_para *para = set_point(env, zt_point_running(arena, point), looks, measure);
        bullets.height += para->height + (bullets.count > 0 ? env->sizes.point_gap : 0);
        bullets.points[bullets.count] = point;
        bullets.paras[bullets.count++] = para;
    }
    return bullets;
}

/* The disc stands in the middle of the first line's Han. */
static void draw_disc(const zt_groups_env *env, const zt_para *para, zt_pos at, zt_group *into)
{
    const zt_look *body = &env->looks.body;
    const zt_face_metrics *metrics = zt_face_metrics_of(body->text.face);
    double radius = env->sizes.bullet / 2;
    if (radius <= 0 || para->line_count == 0)
        return;
    double middle =
        para->lines[0].baseline - (metrics->han_top + metrics->han_foot) / 2 * body->text.size;
    zt_group *part = zt_scene_add_part(env->setting->scene, into, at, "bullet", ZT_ROLE_ARTIFACT,
                                       (zt_rect){0, middle - radius, 2 * radius, 2 * radius});
    zt_scene_disc(env->setting->scene, part, at, (zt_point){radius, radius}, radius,
                  ZT_SOLID(env->sizes.bullet_ink));
}

void zt_bullets_draw(const zt_groups_env *env, const zt_bullets *bullets, double y, double extra,
                     zt_group *into)
{
    zt_scene *scene = env->setting->scene;
    double gap = env->sizes.point_gap, indent = env->sizes.indent, row_y = 0;
    if (bullets->count == 0)
        return;
    if (bullets->count > 1)
        gap += extra / (double)(bullets->count - 1);
    double width = bullets->paras[0]->width;
    zt_group *list =
        zt_scene_add_part(scene, into, ZT_NOWHERE, "points", ZT_ROLE_L,
                          (zt_rect){bullets->x, y, indent + width, bullets->height + extra});
    for (size_t i = 0; i < bullets->count; i++) {
        const zt_para *para = bullets->paras[i];
        zt_pos at = bullets->points[i]->at;
        zt_group *item = zt_scene_add_part(scene, list, at, "point", ZT_ROLE_LI,
                                           (zt_rect){0, row_y, indent + width, para->height});
        draw_disc(env, para, at, item);
        zt_group *text = zt_scene_add_part(scene, item, at, "body", ZT_ROLE_LBODY,
                                           (zt_rect){indent, 0, width, para->height});
        zt_para_place(para, scene, text, 0, 0, 0, SIZE_MAX);
        row_y += para->height + gap;
    }
}
