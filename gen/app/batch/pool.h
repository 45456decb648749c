/* gen/app/batch/pool.h — processes that share a row of tasks. Each task is given to whoever is
   free; what comes of it is handed over in the order of the tasks, whoever had them. A process that
   dies, or that takes too long and is ended, loses the one task that it was at. */
#ifndef ZT_POOL_H
#define ZT_POOL_H

#include "base/arena.h"
#include "base/str.h"

/* Why a task came to nothing. */
typedef enum zt_loss_kind {
    ZT_LOST_CRASHED,   /* by a signal, or its process ended with a status of its own: `detail` */
    ZT_LOST_TIME,      /* it took longer than one may */
    ZT_LOST_MEMORY,    /* there was no memory for it, or the system ended it */
    ZT_LOST_NO_PROCESS /* none could be started: `detail` is the errno */
} zt_loss_kind;

typedef struct zt_loss {
    zt_loss_kind kind;
    int detail;
    bool by_signal; /* `detail` is its number */
} zt_loss;

/* What is to be done; `self` is the first argument of each function. */
typedef struct zt_pool_plan {
    size_t process_count, task_count;
    /* The task that has to be done by the same process before this one; itself for most. NULL: of
       all. */
    const size_t *leaders;
    double seconds;    /* that one task may take; 0 = any */
    size_t bytes;      /* of memory that a process may take; 0 = any */
    zt_memory *memory; /* of the session's arenas */
    int memory_status; /* with which a process ends that gets no memory */
    void *self;
    /* In a process: does the task and appends what came of it. False: this process is not to be
       used for another. */
    bool (*run)(void *self, size_t task, zt_buf *reply);
    /* In a process, before it ends in peace. */
    void (*leave)(void *self);
    /* Here, task by task in their order. */
    void (*done)(void *self, size_t task, zt_str reply);
    void (*lost)(void *self, size_t task, zt_loss loss);
} zt_pool_plan;

/* Does all tasks. Processes are forked from this one: none may have threads. */
void zt_pool_run(zt_arena *arena, const zt_pool_plan *plan);

#endif
