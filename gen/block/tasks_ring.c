/* Tasks clockwise from 12 o'clock round the goal: a gear whose sectors carry the numbers, words
   hanging from hairline leaders at both sides (docs/look.md, 17). */
#include "block/tasks_imp.h"

#include <math.h>

enum { FEWEST = 5, MOST = 12 };
static const double PI = 3.14159265358979323846;

typedef struct ring_item {
    zt_task_words words;
    double angle; /* degrees clockwise from 12 o'clock */
    int side;     /* -1 left, 0 above, 1 right */
    double y;     /* of its leader, from the centre; of what stands above: of its top */
} ring_item;

typedef struct ring_plan {
    double radius, inner, tooth, side, column, leader_gap;
    zt_gap gap;
    zt_goal goal;
    ring_item *items;
    size_t count;
    double above, below; /* from the centre */
} ring_plan;

static double radians(double degrees)
{
    return degrees * PI / 180;
}

static zt_point on_ring(zt_point centre, double radius, double degrees)
{
    return (zt_point){centre.x + radius * sin(radians(degrees)),
                      centre.y - radius * cos(radians(degrees))};
}

static double radius_for(const zt_tasks_env *env, double tooth)
{
    double wanted = zt_block_length(env->setting, env->block, "ring", 0);
    double side = zt_block_length(env->setting, env->block, "side", 0);
    double least = zt_block_length(env->setting, env->block, "side-least", 0);
    return zt_min(wanted, env->width / 2 - tooth - side - least);
}

/* The goal's figure shrinks until the pile stands in the hole. */
static bool fit_goal(const zt_tasks_env *env, ring_plan *plan)
{
    static const double scales[] = {1, 0.85, 0.7, 0.55};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        plan->goal = zt_goal_make(env, 1.46 * plan->inner, scales[i]);
        if (plan->goal.height <= 1.44 * plan->inner)
            return true;
    }
    return false;
}

static bool plan_rings(const zt_tasks_env *env, ring_plan *plan)
{
    const zt_block *block = env->block;
    plan->count = env->tasks->count;
    plan->tooth = zt_block_length(env->setting, block, "tooth", 0);
    plan->radius = radius_for(env, plan->tooth);
    plan->inner = plan->radius * zt_block_number(block, "ring-inner");
    plan->side = zt_block_length(env->setting, block, "side", 0);
    plan->leader_gap = zt_block_length(env->setting, block, "leader-gap", 0);
    plan->gap = zt_block_gap(env->setting, block, "ring-gap");
    plan->column = env->width / 2 - plan->radius - plan->tooth - plan->side;
    if (plan->count < FEWEST || plan->count > MOST ||
        plan->radius < zt_block_length(env->setting, block, "ring-least", 0))
        return false;
    return fit_goal(env, plan);
}

static void set_item(const zt_tasks_env *env, ring_plan *plan, size_t i)
{
    ring_item *item = plan->items + i;
    double step = 360.0 / (double)plan->count;
    item->angle = step * ((double)i + (plan->count % 2 ? 0 : 0.5));
    item->side = item->angle < 1 ? 0 : item->angle < 180 ? 1 : -1;
    double width = item->side ? plan->column : 0.6 * env->width;
    item->words = zt_task_words_make(env, i, width, item->side ? ZT_ALIGN_START : ZT_ALIGN_CENTRE);
    item->y = -(plan->radius + plan->tooth) * cos(radians(item->angle));
}

/* Down one side: no words meet the leader below them. */
static void part_side(const zt_tasks_env *env, ring_plan *plan, int side)
{
    double free_from = -INFINITY;
    double apart = 0.6 * zt_block_gap(env->setting, env->block, "apart").natural;
    for (size_t n = 0; n < plan->count; n++) {
        ring_item *item = plan->items + (side > 0 ? n : plan->count - 1 - n);
        if (item->side != side)
            continue;
        item->y = zt_max(item->y, free_from);
        double foot = item->y + plan->leader_gap + item->words.height;
        free_from = foot + apart;
        plan->below = zt_max(plan->below, foot);
    }
}

static ring_plan plan_ring(const zt_tasks_env *env)
{
    ring_plan plan = {0};
    plan_rings(env, &plan);
    plan.items = ZT_ARRAY(env->setting->arena, plan.count, ring_item);
    plan.above = plan.below = plan.radius + plan.tooth;
    for (size_t i = 0; i < plan.count; i++)
        set_item(env, &plan, i);
    part_side(env, &plan, 1);
    part_side(env, &plan, -1);
    if (plan.items[0].side == 0)
        plan.above += plan.items[0].words.height + plan.gap.natural;
    return plan;
}

bool zt_ring_fits(const zt_tasks_env *env)
{
    ring_plan plan = {0};
    return plan_rings(env, &plan);
}

zt_extent zt_ring_measure(const zt_tasks_env *env)
{
    ring_plan plan = plan_ring(env);
    double natural = env->head_height + plan.above + plan.below;
    bool topped = plan.items[0].side == 0;
    return (zt_extent){natural, natural + (topped ? plan.gap.ceiling - plan.gap.natural : 0)};
}

/* ---- drawing ---- */

/* An arc of up to half a turn about the centre, in pieces of at most 30 degrees. */
static void arc(zt_path *path, zt_point centre, double r, double from, double to)
{
    int pieces = (int)ceil(fabs(to - from) / 30);
    for (int i = 0; i < pieces; i++) {
        double a = from + (to - from) * i / pieces, b = from + (to - from) * (i + 1) / pieces;
        double k = 4.0 / 3 * tan(radians(b - a) / 4) * r;
        zt_point p = on_ring(centre, r, a), q = on_ring(centre, r, b);
        double ca = cos(radians(a)), sa = sin(radians(a)), cb = cos(radians(b)),
               sb = sin(radians(b));
        zt_path_curve(path, (zt_point){p.x + k * ca, p.y + k * sa},
                      (zt_point){q.x - k * cb, q.y - k * sb}, q);
    }
}

static void line_to(zt_path *path, zt_point p)
{
    zt_path_line(path, p.x, p.y);
}

/* One sector with its tooth; its straight edges run parallel to those of its neighbours. */
static void draw_sector(const zt_tasks_env *env, const ring_plan *plan, size_t i, zt_group *into,
                        zt_point centre)
{
    double step = 360.0 / (double)plan->count, mid = plan->items[i].angle;
    double half_cut = zt_block_length(env->setting, env->block, "ring-cut", 0) / 2;
    double outer_off = asin(half_cut / plan->radius) * 180 / PI;
    double inner_off = asin(half_cut / plan->inner) * 180 / PI;
    double root = 0.24 * step, crest = 0.19 * step, top = plan->radius + plan->tooth;
    double from = mid - step / 2, to = mid + step / 2;
    zt_path *path = zt_scene_add_path(env->setting->scene, into, env->tasks->tasks[i].at);
    zt_point start = on_ring(centre, plan->radius, from + outer_off);
    zt_path_move(path, start.x, start.y);
    if (plan->tooth > 0) {
        arc(path, centre, plan->radius, from + outer_off, mid - root);
        line_to(path, on_ring(centre, top, mid - crest));
        arc(path, centre, top, mid - crest, mid + crest);
        line_to(path, on_ring(centre, plan->radius, mid + root));
        arc(path, centre, plan->radius, mid + root, to - outer_off);
    } else {
        arc(path, centre, plan->radius, from + outer_off, to - outer_off);
    }
    line_to(path, on_ring(centre, plan->inner, to - inner_off));
    arc(path, centre, plan->inner, to - inner_off, from + inner_off);
    zt_path_close(path);
    path->fill = ZT_SOLID(zt_block_ink(env->setting, env->block, "ring-ink"));
    zt_path_done(path);
}

/* Level from the tooth to the margin; with one kink when the words had to move down. */
static void draw_leader(const zt_tasks_env *env, const ring_plan *plan, const ring_item *item,
                        zt_group *into, zt_point centre)
{
    zt_point tooth = on_ring(centre, plan->radius + plan->tooth / 2, item->angle);
    double y = centre.y + item->y,
           own = centre.y - (plan->radius + plan->tooth) * cos(radians(item->angle));
    double end = item->side > 0 ? env->width : 0;
    double words = item->side > 0 ? env->width - plan->column : plan->column;
    zt_path *path = zt_scene_add_path(env->setting->scene, into, ZT_NOWHERE);
    if (fabs(y - own) > 0.5) {
        zt_path_move(path, tooth.x, tooth.y);
        zt_path_line(path, words - item->side * plan->side / 2, y);
    } else {
        zt_path_move(path, tooth.x, y);
    }
    zt_path_line(path, end, y);
    path->stroke = ZT_SOLID(zt_block_ink(env->setting, env->block, "rule-ink"));
    path->width = zt_block_length(env->setting, env->block, "leader", 0);
    zt_path_done(path);
}

static void draw_words(const zt_tasks_env *env, const ring_plan *plan, size_t i, zt_group *into,
                       zt_point centre, double top)
{
    const ring_item *item = plan->items + i;
    double width = item->side ? plan->column : 0.6 * env->width;
    double x = item->side > 0   ? env->width - plan->column
               : item->side < 0 ? 0
                                : (env->width - width) / 2;
    double y = item->side ? centre.y + item->y + plan->leader_gap : top;
    zt_group *task = zt_scene_add_part(env->setting->scene, into, env->tasks->tasks[i].at, "task",
                                       ZT_ROLE_LI, (zt_rect){x, y, width, item->words.height});
    zt_task_words_place(env, &item->words, task, 0, 0);
}

static void draw_number(const zt_tasks_env *env, const ring_plan *plan, size_t i, zt_group *into,
                        zt_point centre)
{
    const zt_task *task = env->tasks->tasks + i;
    zt_look look = env->looks.no;
    look.text.paint = ZT_SOLID(&zt_ink_paper);
    zt_point middle =
        on_ring(centre, (plan->radius + plan->inner) / 2 + plan->tooth / 6, plan->items[i].angle);
    if (task->no.len)
        zt_wording_centre(env->setting, task->no, task->at, &look, into, middle);
}

void zt_ring_place(const zt_tasks_env *env, double height, zt_group *into)
{
    ring_plan plan = plan_ring(env);
    zt_scene *scene = env->setting->scene;
    double spare = zt_max(0, height - env->head_height - plan.above - plan.below);
    double top = env->head_height;
    zt_point centre = {env->width / 2, top + plan.above + spare};
    zt_rect all = {0, top, env->width, height - top};
    zt_group *lines =
        zt_scene_add_part(scene, into, env->block->at, "leaders", ZT_ROLE_ARTIFACT, all);
    zt_group *ring = zt_scene_add_part(scene, into, env->block->at, "ring", ZT_ROLE_ARTIFACT, all);
    zt_point local = {centre.x, centre.y - top};
    for (size_t i = 0; i < plan.count; i++) {
        if (plan.items[i].side)
            draw_leader(env, &plan, plan.items + i, lines, local);
        draw_sector(env, &plan, i, ring, local);
    }
    zt_goal_place(env, &plan.goal, into, centre.x, centre.y - plan.goal.height / 2);
    for (size_t i = 0; i < plan.count; i++) {
        draw_number(env, &plan, i, into, centre);
        draw_words(env, &plan, i, into, centre, top);
    }
}
