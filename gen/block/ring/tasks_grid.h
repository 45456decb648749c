/* gen/block/ring/tasks_grid.h — tasks as cards of one size, or one below the other; the goal on a
   panel above them, counts below. Private to the room. */
#ifndef ZT_TASKS_GRID_H
#define ZT_TASKS_GRID_H

#include "block/ring/tasks_imp.h"

/* Cards or a list at a width, in the arena of the setting. */
typedef struct zt_task_grid zt_task_grid;
/* Breaks all words; `list`: one below the other, each as high as it is. */
const zt_task_grid *zt_task_grid_plan(const zt_tasks_env *env, bool list);
/* With the head of the block. */
zt_extent zt_task_grid_extent(const zt_task_grid *grid);
/* Into a frame whose origin is the block's top left; `height` is that of the block with its head.
 */
void zt_task_grid_place(const zt_task_grid *grid, double height, zt_group *into);

#endif
