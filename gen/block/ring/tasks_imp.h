/* gen/block/ring/tasks_imp.h — tasks round a goal: what all their forms start from, and how their
   words are set. tasks_grid.h and tasks_sides.h name the forms; the ring is ring.h's. */
#ifndef ZT_TASKS_IMP_H
#define ZT_TASKS_IMP_H

#include "block/ring/ring.h"

/* What a template may <set> of tasks; block_tasks.c says what each is. `hub` is a diameter in
   points, `rule` a weight. */
typedef struct zt_tasks_params {
    zt_ring_params ring;
    zt_goal_params goal;
    zt_counts_params counts;
    double hub;
    zt_gap apart;
    double rule;
} zt_tasks_params;

/* The looks of all parts under the fit in force. */
typedef struct zt_tasks_looks {
    zt_look head, no, keyword, text, statement;
    zt_goal_looks goal;
    zt_counts_looks counts;
} zt_tasks_looks;

/* What every form of tasks starts from. Made once a plan; the forms keep it. */
typedef struct zt_tasks_env {
    const zt_block *block;
    const zt_tasks_params *params;
    const zt_setting *setting;
    const zt_tasks *tasks;
    zt_tasks_looks looks;
    /* gap: between the texts of one task. */
    double width, gap;
    zt_wording head;
    double head_height; /* with what stands below it */
} zt_tasks_env;

/* In setting->arena: plans may point to it. */
const zt_tasks_env *zt_tasks_env_make(const zt_block *block, const zt_setting *setting,
                                      double width);
/* A task's words; without a keyword the sentence is set as a statement. */
zt_entry zt_task_entry(const zt_tasks_env *env, size_t i, double width, zt_align align);
/* The widest number with the gap behind it; 0 when no task has one. */
double zt_task_number_width(const zt_tasks_env *env);
/* Its digits share the top of the entry's Han; the entry's first em box is at y. */
void zt_task_number_place(const zt_tasks_env *env, size_t i, const zt_entry *entry, zt_group *into,
                          double y);
/* `env` must outlive the ring. */
zt_ring zt_tasks_ring(const zt_tasks_env *env);

#endif
