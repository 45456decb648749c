/* Tasks in two columns, the goal in a ring between them: hairlines from which the words hang run on
   to the ring. */
#include "block/ring/tasks_sides.h"

#include <math.h>

/* The line of the ring. */
static const double RIM = ZT_MM(2.4);
/* Over the counts, of the gap between two tasks. */
static const double COUNTS_GAP = 1.5;

struct zt_task_sides {
    const zt_tasks_env *env;
    double radius, column, no_width;
    zt_gap apart;
    zt_goal goal;
    zt_entry *entries;
    /* Tasks of the left column; the others stand right. */
    size_t left;
    /* Of the taller column, with natural gaps; at least the ring. */
    double height;
    double tallest;   /* entry */
    zt_counts counts; /* height 0 without any */
};

/* The ring, or none without a goal, and what it leaves to the columns; false when that is too
   little, or the goal does not stand in it. */
static bool set_hub(zt_task_sides *plan)
{
    const zt_tasks_env *env = plan->env;
    plan->radius = env->tasks->goal.at.line == 0 ? 0 : env->params->hub / 2;
    plan->column = env->width / 2 - plan->radius - ZT_RING_SIDE;
    return plan->column - plan->no_width >= ZT_RING_SIDE_LEAST &&
           (plan->radius <= 0 || zt_goal_fit(env->setting, &env->looks.goal, &env->tasks->goal,
                                             plan->radius - RIM, &plan->goal));
}

/* Of `count` tasks one below the other, each as high as the highest. */
static double column_height(const zt_task_sides *plan, size_t count, double apart)
{
    double pitch = ZT_RING_LEADER_GAP + plan->tallest;
    return count ? (double)count * pitch + (double)(count - 1) * apart : 0;
}

/* Tasks keep their order down the left column, then down the right; an odd one more stands left. */
const zt_task_sides *zt_task_sides_plan(const zt_tasks_env *env)
{
    zt_task_sides *plan = ZT_NEW(env->setting->arena, zt_task_sides);
    *plan = (zt_task_sides){
        .env = env, .apart = env->params->apart, .no_width = zt_task_number_width(env)};
    if (!set_hub(plan))
        return NULL;
    plan->left = (env->tasks->count + 1) / 2;
    plan->entries = ZT_ARRAY(env->setting->arena, env->tasks->count + 1, zt_entry);
    for (size_t i = 0; i < env->tasks->count; i++) {
        plan->entries[i] = zt_task_entry(env, i, plan->column - plan->no_width, ZT_ALIGN_START);
        plan->tallest = zt_max(plan->tallest, plan->entries[i].height);
    }
    plan->height = zt_max(column_height(plan, plan->left, plan->apart.natural), 2 * plan->radius);
    plan->counts =
        zt_counts_plan(env->setting, env->tasks->structure, &env->looks.counts, env->width, false);
    return plan;
}

/* With what stands over it. */
static double counts_height(const zt_task_sides *plan)
{
    return plan->counts.height > 0 ? plan->counts.height + COUNTS_GAP * plan->apart.natural : 0;
}

/* The ring keeps its size; what grows is the distance of tasks, up to its ceiling. */
zt_extent zt_task_sides_extent(const zt_task_sides *plan)
{
    double fixed = plan->env->head_height + counts_height(plan);
    double most = column_height(plan, plan->left, zt_max(plan->apart.natural, plan->apart.ceiling));
    return (zt_extent){fixed + plan->height, fixed + zt_max(plan->height, most)};
}

/* Where a level line from the column meets the ring; the column's edge when it passes it by. */
static double line_end(const zt_task_sides *plan, double from_middle)
{
    if (plan->radius <= 0 || fabs(from_middle) >= plan->radius)
        return plan->column;
    return plan->column + ZT_RING_SIDE + plan->radius -
           sqrt(plan->radius * plan->radius - from_middle * from_middle);
}

/* The hairline above a task runs from the margin to the ring at its own height, so that every task
   is tied to the goal; `middle` is the y of the ring's centre. */
static void place_task(const zt_task_sides *plan, size_t i, zt_group *into, zt_point top,
                       double middle)
{
    const zt_tasks_env *env = plan->env;
    zt_scene *scene = env->setting->scene;
    zt_pos at = env->tasks->tasks[i].at;
    bool right = i >= plan->left;
    double weight = ZT_RING_LEADER;
    double end = line_end(plan, top.y + weight / 2 - middle);
    double from = right ? env->width - end : 0, to = right ? env->width : end;
    zt_paint ink = ZT_SOLID(env->looks.counts.rule_ink);
    zt_group *task = zt_scene_add_part(
        scene, into, at, "task", ZT_ROLE_LI,
        (zt_rect){top.x, top.y, plan->column, ZT_RING_LEADER_GAP + plan->entries[i].height});
    if (weight > 0)
        zt_scene_rule(scene, into, at, (zt_point){from, top.y + weight / 2},
                      (zt_point){to, top.y + weight / 2}, weight, ink);
    zt_task_number_place(env, i, plan->entries + i, task, ZT_RING_LEADER_GAP);
    zt_entry_place(env->setting, plan->entries + i, task, plan->no_width, ZT_RING_LEADER_GAP);
}

/* A plain ring, its line wholly inside the diameter, with the goal in it. */
static void place_hub(const zt_task_sides *plan, zt_group *into, zt_point middle)
{
    const zt_tasks_env *env = plan->env;
    double r = plan->radius;
    if (r <= 0)
        return;
    zt_group *hub =
        zt_scene_add_part(env->setting->scene, into, env->tasks->goal.at, "ring", ZT_ROLE_ARTIFACT,
                          (zt_rect){middle.x - r, middle.y - r, 2 * r, 2 * r});
    zt_path *path = zt_scene_add_path(env->setting->scene, hub, env->tasks->goal.at);
    zt_path_circle(path, r, r, r - RIM / 2);
    path->stroke = ZT_SOLID(zt_setting_deep(env->setting));
    path->width = RIM;
    zt_path_done(path);
    zt_goal_place(env->setting, &env->looks.goal, &plan->goal, into, middle.x,
                  middle.y - plan->goal.height / 2);
}

/* Never taller than the gaps' ceiling allows: what is left of the height stays below. */
void zt_task_sides_place(const zt_task_sides *plan, double height, zt_group *into)
{
    const zt_tasks_env *env = plan->env;
    size_t count = env->tasks->count;
    double widest = zt_max(plan->apart.natural, plan->apart.ceiling);
    double most = zt_max(plan->height, column_height(plan, plan->left, widest));
    double room = zt_clamp(height - env->head_height - counts_height(plan), plan->height, most);
    double middle = env->head_height + room / 2;
    /* Both columns fill the same height: the shorter stands wider apart. */
    for (size_t i = 0; i < count; i++) {
        bool right = i >= plan->left;
        size_t own = right ? count - plan->left : plan->left, n = right ? i - plan->left : i;
        double last = room - ZT_RING_LEADER_GAP - plan->tallest;
        double pitch = own > 1 ? last / (double)(own - 1) : 0;
        zt_point top = {right ? env->width - plan->column : 0,
                        env->head_height + (double)n * pitch};
        place_task(plan, i, into, top, middle);
    }
    place_hub(plan, into, (zt_point){env->width / 2, middle});
    zt_counts_place(env->setting, &plan->counts, into,
                    (zt_point){0, env->head_height + room + COUNTS_GAP * plan->apart.natural}, 0);
}
