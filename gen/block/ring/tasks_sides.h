/* gen/block/ring/tasks_sides.h — tasks in two columns, the goal in a ring between them. Private to
   the room. */
#ifndef ZT_TASKS_SIDES_H
#define ZT_TASKS_SIDES_H

#include "block/ring/tasks_imp.h"

/* Tasks at a width, in the arena of the setting. */
typedef struct zt_task_sides zt_task_sides;
/* Breaks all words; NULL when the width is too little. */
const zt_task_sides *zt_task_sides_plan(const zt_tasks_env *env);
/* With the head of the block. */
zt_extent zt_task_sides_extent(const zt_task_sides *sides);
/* Into a frame whose origin is the block's top left; `height` is that of the block with its head.
 */
void zt_task_sides_place(const zt_task_sides *sides, double height, zt_group *into);

#endif
