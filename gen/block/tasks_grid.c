/* Tasks as cards of one size, the goal on a panel above them. */
#include "block/tasks_imp.h"

typedef struct grid_plan {
    zt_goal goal;
    double goal_height; /* with its inset and what stands below it */
    double goal_inset;
    int columns;
    size_t rows;
    double column, gutter, no_width, card, card_inset;
    zt_gap apart;
    zt_task_words *words;
} grid_plan;

static double no_width(const zt_tasks_env *env)
{
    double widest = 0;
    const zt_look *look = &env->looks.no;
    for (size_t i = 0; i < env->tasks->count; i++)
        if (env->tasks->tasks[i].no.len)
            widest = zt_max(widest, zt_text_width(env->setting->diags, env->setting->arena,
                                                  env->tasks->tasks[i].no, &look->text, &look->para,
                                                  env->tasks->tasks[i].at));
    return widest > 0 ? widest + 2 * env->gap : 0;
}

static grid_plan plan_grid(const zt_tasks_env *env)
{
    const zt_block *block = env->block;
    grid_plan plan = {.columns = block->place->columns > 1 ? block->place->columns : 1,
                      .gutter = block->place->gutter.natural,
                      .apart = zt_block_gap(env->setting, block, "apart"),
                      .no_width = no_width(env)};
    size_t count = env->tasks->count, columns = (size_t)plan.columns;
    plan.column = zt_column_width(env->width, plan.columns, plan.gutter);
    plan.rows = (count + columns - 1) / columns;
    plan.goal_inset = 2 * env->gap;
    plan.card_inset = env->gap;
    plan.goal = zt_goal_make(env, env->width - 2 * plan.goal_inset, 1);
    if (plan.goal.height > 0)
        plan.goal_height = plan.goal.height + 2 * plan.goal_inset + plan.apart.natural;
    plan.words = ZT_ARRAY(env->setting->arena, count, zt_task_words);
    double number = plan.no_width > 0 ? env->looks.no.text.size : 0;
    for (size_t i = 0; i < count; i++) {
        plan.words[i] = zt_task_words_make(env, i, plan.column - plan.no_width, ZT_ALIGN_START);
        plan.card = zt_max(plan.card, zt_max(number, plan.words[i].height));
    }
    plan.card += plan.card_inset;
    return plan;
}

static double grid_height(const zt_tasks_env *env, const grid_plan *plan, double apart)
{
    return env->head_height + plan->goal_height + (double)plan->rows * plan->card +
           (plan->rows ? (double)(plan->rows - 1) * apart : 0);
}

zt_extent zt_task_grid_measure(const zt_tasks_env *env)
{
    grid_plan plan = plan_grid(env);
    return (zt_extent){grid_height(env, &plan, plan.apart.natural),
                       grid_height(env, &plan, plan.apart.ceiling)};
}

/* The number's digits share the top of the keyword's Han. */
static void place_no(const zt_tasks_env *env, const zt_task_words *words, const zt_task *task,
                     zt_group *card, double y)
{
    const zt_look *look = &env->looks.no;
    const zt_wording *first = words->head.para ? &words->head : &words->text;
    if (task->no.len == 0)
        return;
    double top = zt_face_metrics_of(look->text.face)->digit_height * look->text.size;
    const zt_face_metrics *han = zt_face_metrics_of(first->look.text.face);
    double above = (0.88 - han->han_top) * first->look.text.size;
    zt_group *part = zt_scene_add_part(env->setting->scene, card, task->at, "no", ZT_ROLE_LBL,
                                       (zt_rect){0, y, 0, look->text.size});
    zt_text_place(env->setting->diags, env->setting->scene, part, task->no, &look->text,
                  &look->para, ZT_ALIGN_START, -zt_text_bearing(&look->text, task->no), above + top,
                  task->at);
}

static void place_goal(const zt_tasks_env *env, const grid_plan *plan, zt_group *into)
{
    if (plan->goal_height <= 0)
        return;
    zt_rect ground = {0, env->head_height, env->width, plan->goal.height + 2 * plan->goal_inset};
    zt_scene_fill_rect(env->setting->scene, into, env->tasks->goal_at, ground,
                       ZT_SOLID(zt_block_ink(env->setting, env->block, "panel")));
    zt_goal_place(env, &plan->goal, into, env->width / 2, ground.y + plan->goal_inset);
}

void zt_task_grid_place(const zt_tasks_env *env, double height, zt_group *into)
{
    grid_plan plan = plan_grid(env);
    double natural = grid_height(env, &plan, plan.apart.natural), apart = plan.apart.natural;
    if (plan.rows > 1)
        apart = zt_clamp(apart + (height - natural) / (double)(plan.rows - 1), apart,
                         zt_max(apart, plan.apart.ceiling));
    place_goal(env, &plan, into);
    double rule = zt_block_length(env->setting, env->block, "rule", 0);
    zt_scene *scene = env->setting->scene;
    for (size_t i = 0; i < env->tasks->count; i++) {
        size_t row = i / (size_t)plan.columns, column = i % (size_t)plan.columns;
        zt_rect box = {(double)column * (plan.column + plan.gutter),
                       env->head_height + plan.goal_height + (double)row * (plan.card + apart),
                       plan.column, plan.card};
        const zt_task *task = env->tasks->tasks + i;
        zt_group *card = zt_scene_add_part(scene, into, task->at, "task", ZT_ROLE_LI, box);
        if (rule > 0)
            zt_scene_rule(scene, card, task->at, (zt_point){0, rule / 2},
                          (zt_point){plan.column, rule / 2}, rule,
                          ZT_SOLID(zt_block_ink(env->setting, env->block, "rule-ink")));
        place_no(env, plan.words + i, task, card, plan.card_inset);
        zt_task_words_place(env, plan.words + i, card, plan.no_width, plan.card_inset);
    }
}
