/* gen/block/tasks_imp.h — tasks round a goal: private to block_tasks.c and tasks_*.c. */
#ifndef ZT_TASKS_IMP_H
#define ZT_TASKS_IMP_H

#include "block/wording.h"

typedef struct zt_tasks_looks {
    zt_look head, no, keyword, text, lone, goal_head, goal_text;
    zt_figure_style goal;
} zt_tasks_looks;

typedef struct zt_tasks_env {
    const zt_block *block;
    const zt_setting *setting;
    const zt_tasks *tasks;
    zt_tasks_looks looks;
    double width, gap; /* gap: between the texts of one task */
    zt_wording head;
    double head_height; /* with what stands below it */
} zt_tasks_env;

/* The goal as a centred pile: head, words, figure, words. */
typedef struct zt_goal {
    zt_wording head, before, after;
    zt_figure *figure; /* or NULL */
    double gap, width, height;
} zt_goal;

zt_tasks_env zt_tasks_env_make(const zt_block *block, const zt_setting *setting, double width);
/* `scale`: of the figure, at most 1; it also shrinks to the width. */
zt_goal zt_goal_make(const zt_tasks_env *env, double width, double scale);
/* About x, its top at y. */
void zt_goal_place(const zt_tasks_env *env, const zt_goal *goal, zt_group *into, double x,
                   double y);

/* A task's words; without a keyword the sentence is set as a statement. */
typedef struct zt_task_words {
    zt_wording head, text;
    double height;
} zt_task_words;
zt_task_words zt_task_words_make(const zt_tasks_env *env, size_t i, double width, zt_align align);
void zt_task_words_place(const zt_tasks_env *env, const zt_task_words *words, zt_group *into,
                         double x, double y);

/* The ring, when it can be drawn at this width: five to twelve tasks, words of some measure beside
   it, the goal within it. */
bool zt_ring_fits(const zt_tasks_env *env);
zt_extent zt_ring_measure(const zt_tasks_env *env);
void zt_ring_place(const zt_tasks_env *env, double height, zt_group *into);

zt_extent zt_task_grid_measure(const zt_tasks_env *env);
void zt_task_grid_place(const zt_tasks_env *env, double height, zt_group *into);

#endif
