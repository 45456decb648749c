/* gen/block/ring/tasks_imp.h — tasks round a goal: private to block_tasks.c and tasks_*.c. */
#ifndef ZT_TASKS_IMP_H
#define ZT_TASKS_IMP_H

#include "block/ring/ring.h"

typedef struct zt_tasks_params {
    zt_ring_params ring;
    zt_goal_params goal;
    zt_counts_params counts;
    double hub, hub_rim;
    zt_gap apart;
    double rule;
    const zt_ink *panel;
} zt_tasks_params;

typedef struct zt_tasks_looks {
    zt_look head, no, keyword, text, lone;
    zt_goal_looks goal;
    zt_counts_looks counts;
} zt_tasks_looks;

typedef struct zt_tasks_env {
    const zt_block *block;
    const zt_tasks_params *params;
    const zt_setting *setting;
    const zt_tasks *tasks;
    zt_tasks_looks looks;
    double width, gap; /* gap: between the texts of one task */
    zt_wording head;
    double head_height; /* with what stands below it */
} zt_tasks_env;

zt_tasks_env zt_tasks_env_make(const zt_block *block, const zt_setting *setting, double width);
/* A task's words; without a keyword the sentence is set as a statement. */
zt_entry zt_task_entry(const zt_tasks_env *env, size_t i, double width, zt_align align);
/* The widest number with the gap behind it; 0 when no task has one. */
double zt_task_number_width(const zt_tasks_env *env);
/* Its digits share the top of the entry's Han; the entry's first em box is at y. */
void zt_task_number_place(const zt_tasks_env *env, size_t i, const zt_entry *entry, zt_group *into,
                          double y);
/* `env` must outlive the ring. */
zt_ring zt_tasks_ring(const zt_tasks_env *env);

/* ---- tasks_grid.c: cards of one size, or one below the other ---- */
zt_extent zt_task_grid_measure(const zt_tasks_env *env, bool list);
void zt_task_grid_place(const zt_tasks_env *env, bool list, double height, zt_group *into);

/* ---- tasks_sides.c: two columns, the goal in a ring between them ---- */
bool zt_task_sides_fit(const zt_tasks_env *env);
zt_extent zt_task_sides_measure(const zt_tasks_env *env);
void zt_task_sides_place(const zt_tasks_env *env, double height, zt_group *into);

#endif
