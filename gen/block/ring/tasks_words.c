/* Looks and words of tasks, and how they stand on a ring. Made once a plan, whichever form is drawn
   in the end; forms keep what they get here. */
#include "block/ring/tasks_imp.h"

/* All looks and the head of the block, in the arena of the setting: what every form of tasks starts
   from, whichever is drawn in the end. */
const zt_tasks_env *zt_tasks_env_make(const zt_block *block, const zt_setting *setting,
                                      double width)
{
    const zt_tasks_params *p = block->params;
    zt_tasks_env *env = ZT_NEW(setting->arena, zt_tasks_env);
    *env = (zt_tasks_env){.block = block,
                          .params = p,
                          .setting = setting,
                          .tasks = block->content,
                          .width = width,
                          .gap = p->counts.gap.natural};
    env->looks = (zt_tasks_looks){
        .head = zt_block_look(setting, block, "head"),
        .no = zt_block_look(setting, block, "no"),
        .keyword = zt_block_look(setting, block, "keyword"),
        .text = zt_block_look(setting, block, "text"),
        .statement = zt_block_look(setting, block, "statement"),
        .goal = zt_goal_looks_of(block, setting, &p->goal, 1.4 * env->gap),
        .counts = zt_counts_looks_of(block, setting, &p->counts, "counts-head"),
    };
    env->head = zt_wording_plain(setting, env->tasks->head, block->at, &env->looks.head, width);
    if (env->head.para)
        env->head_height = env->head.height + p->apart.natural;
    return env;
}

/* Keyword and sentence of task `i` as one entry. The scene knows the sentence as the part "text",
   whichever look it has. */
zt_entry zt_task_entry(const zt_tasks_env *env, size_t i, double width, zt_align align)
{
    const zt_task *task = env->tasks->tasks + i;
    zt_entry_text text = {.head = task->head, .at = task->at, .texts = &task->text, .count = 1};
    zt_entry_style style = {.head = &env->looks.keyword,
                            .text = task->head.len ? &env->looks.text : &env->looks.statement,
                            .align = align,
                            .head_gap = env->gap,
                            .part = "text"};
    return zt_entry_make(env->setting, &text, &style, width);
}

/* Numbers of all tasks share one column, so that their words align. */
double zt_task_number_width(const zt_tasks_env *env)
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

/* The top of the digits meets the top of the Han beside them, although both have sizes of their
   own. */
void zt_task_number_place(const zt_tasks_env *env, size_t i, const zt_entry *entry, zt_group *into,
                          double y)
{
    const zt_task *task = env->tasks->tasks + i;
    const zt_look *look = &env->looks.no;
    const zt_wording *first = entry->head.para ? &entry->head : entry->texts;
    if (task->no.len == 0)
        return;
    double top = zt_digit_height(look);
    double above = 0;
    if (first->para) {
        const zt_face_metrics *han = zt_face_metrics_of(first->look.text.face);
        above = (ZT_EM_TOP - han->han_top) * first->look.text.size;
    }
    zt_group *part = zt_scene_add_part(env->setting->scene, into, task->at, "no", ZT_ROLE_LBL,
                                       (zt_rect){0, y, 0, look->text.size});
    zt_text_place(env->setting->diags, env->setting->scene, part, task->no, &look->text,
                  &look->para, ZT_ALIGN_START, -zt_text_bearing(&look->text, task->no), above + top,
                  task->at);
}

/* For zt_ring: what stands on the sector of a task. Each has one tooth: tasks are equal. */
static zt_ring_mark mark(const void *self, size_t i)
{
    const zt_tasks_env *env = self;
    return (zt_ring_mark){.no = env->tasks->tasks[i].no, .at = env->tasks->tasks[i].at, .teeth = 1};
}

/* For zt_ring: the words of a task at the width that the ring gives them. */
static zt_entry entry(const void *self, size_t i, double width, zt_align align)
{
    return zt_task_entry(self, i, width, align);
}

/* An even number of tasks is turned by half a sector, so that 12 and 6 o'clock stay free and no
   words have to stand above the ring. */
zt_ring zt_tasks_ring(const zt_tasks_env *env)
{
    size_t count = env->tasks->count;
    return (zt_ring){
        .block = env->block,
        .params = &env->params->ring,
        .apart = 0.6 * env->params->apart.natural,
        .leader_ink = env->looks.counts.rule_ink,
        .setting = env->setting,
        .width = env->width,
        .count = count,
        .start = count % 2 ? 0 : 180.0 / (double)count, /* 12 and 6 o'clock free */
        .self = env,
        .mark = mark,
        .entry = entry,
        .part = "task",
        .no = env->looks.no,
        .goal = &env->tasks->goal,
        .goal_looks = &env->looks.goal,
        .counts = env->tasks->structure,
        .counts_looks = &env->looks.counts,
    };
}
