/* Looks and words of tasks and of their goal. */
#include "block/tasks_imp.h"

zt_tasks_env zt_tasks_env_make(const zt_block *block, const zt_setting *setting, double width)
{
    zt_tasks_env env = {
        .block = block, .setting = setting, .tasks = block->content, .width = width};
    env.looks = (zt_tasks_looks){
        .head = zt_block_look(setting, block, "head"),
        .no = zt_block_look(setting, block, "no"),
        .keyword = zt_block_look(setting, block, "keyword"),
        .text = zt_block_look(setting, block, "text"),
        .lone = zt_block_look(setting, block, "lone"),
        .goal_head = zt_block_look(setting, block, "goal-head"),
        .goal_text = zt_block_look(setting, block, "goal-text"),
    };
    env.looks.goal = (zt_figure_style){
        .look = zt_block_look(setting, block, "figure"),
        .unit_ratio = zt_block_number(block, "unit"),
        .gap = 0.1, /* docs/look.md, 9 */
        .han_ratio = 0.78,
        .small_ink = block->reversed ? NULL : zt_block_ink(setting, block, "unit-ink"),
        .missing = zt_block_look(setting, block, "missing"),
    };
    env.gap = zt_block_length(setting, block, "gap", 0);
    env.head = zt_wording_plain(setting, env.tasks->head, block->at, &env.looks.head, width);
    if (env.head.para)
        env.head_height = env.head.height + zt_block_length(setting, block, "apart", 0);
    return env;
}

static zt_look centred(const zt_look *look)
{
    zt_look out = *look;
    out.para.align = ZT_ALIGN_CENTRE;
    return out;
}

static zt_figure *goal_figure(const zt_tasks_env *env, double width, double scale)
{
    zt_figure_style style = env->looks.goal;
    double size = style.look.text.size * scale;
    style.look = zt_look_at_size(&env->looks.goal.look, size);
    zt_figure *figure = zt_figure_new(env->setting, env->tasks->goal, &style);
    if (figure->width <= width)
        return figure;
    style.look = zt_look_at_size(&env->looks.goal.look, size * width / figure->width);
    return zt_figure_new(env->setting, env->tasks->goal, &style);
}

zt_goal zt_goal_make(const zt_tasks_env *env, double width, double scale)
{
    const zt_tasks *tasks = env->tasks;
    zt_look head = centred(&env->looks.goal_head), text = centred(&env->looks.goal_text);
    zt_goal goal = {.gap = 1.4 * env->gap, .width = width};
    if (tasks->goal_at.line == 0)
        return goal;
    goal.head = zt_wording_plain(env->setting, tasks->goal_head, tasks->goal_at, &head, width);
    goal.before = zt_wording_rich(env->setting, &tasks->before, &text, width);
    goal.after = zt_wording_rich(env->setting, &tasks->after, &text, width);
    double parts[] = {goal.head.height, goal.before.height, 0, goal.after.height};
    if (tasks->goal) {
        goal.figure = goal_figure(env, width, scale);
        parts[2] = goal.figure->ascent;
    }
    for (size_t i = 0; i < 4; i++)
        if (parts[i] > 0)
            goal.height += parts[i] + (goal.height > 0 ? goal.gap : 0);
    /* Units descend below the digits. */
    if (goal.figure)
        goal.height += (goal.after.para ? goal.gap : 0.06 * env->looks.goal.look.text.size) +
                       (goal.before.para ? goal.gap : 0);
    return goal;
}

void zt_goal_place(const zt_tasks_env *env, const zt_goal *goal, zt_group *into, double x, double y)
{
    const zt_setting *setting = env->setting;
    zt_group *part =
        zt_scene_add_part(setting->scene, into, env->tasks->goal_at, "goal", ZT_ROLE_P,
                          (zt_rect){x - goal->width / 2, y, goal->width, goal->height});
    double at = 0;
    zt_wording_place(setting, &goal->head, part, "goal-head", ZT_ROLE_SPAN, 0, at);
    at += goal->head.para ? goal->head.height + goal->gap : 0;
    zt_wording_place(setting, &goal->before, part, "goal-text", ZT_ROLE_SPAN, 0, at);
    at += goal->before.para ? goal->before.height + goal->gap : 0;
    if (goal->figure) {
        at += goal->before.para ? goal->gap : 0;
        zt_rect box = {(goal->width - goal->figure->width) / 2, at, goal->figure->width,
                       goal->figure->ascent};
        zt_group *figure = zt_scene_add_part(setting->scene, part, env->tasks->goal->at, "figure",
                                             ZT_ROLE_SPAN, box);
        zt_figure_place(goal->figure, setting, figure, 0, goal->figure->ascent);
        at += goal->figure->ascent + 2 * goal->gap;
    }
    zt_wording_place(setting, &goal->after, part, "goal-text", ZT_ROLE_SPAN, 0, at);
}

zt_task_words zt_task_words_make(const zt_tasks_env *env, size_t i, double width, zt_align align)
{
    const zt_task *task = env->tasks->tasks + i;
    zt_look head = env->looks.keyword;
    zt_look text = task->head.len ? env->looks.text : env->looks.lone;
    head.para.align = text.para.align = align;
    zt_task_words words = {
        .head = zt_wording_plain(env->setting, task->head, task->at, &head, width),
        .text = zt_wording_rich(env->setting, &task->text, &text, width),
    };
    words.height = words.head.height + words.text.height;
    if (words.head.para && words.text.para)
        words.height += env->gap;
    return words;
}

void zt_task_words_place(const zt_tasks_env *env, const zt_task_words *words, zt_group *into,
                         double x, double y)
{
    zt_wording_place(env->setting, &words->head, into, "keyword", ZT_ROLE_H3, x, y);
    zt_wording_place(env->setting, &words->text, into, "text", ZT_ROLE_P, x,
                     y + words->height - words->text.height);
}
