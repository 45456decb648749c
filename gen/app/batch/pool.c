/* gen/app/batch/pool.c — processes that share a row of tasks. This process hands out numbers of
   tasks through a pipe to each and reads through another what came of them; so it always knows
   which task a process was at, and a process whose pipe is closed has come to its end. */
#define _GNU_SOURCE /* pipe2 */
#include "app/batch/pool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

/* Tasks that a process has besides the one that it is at, so that it need not wait for the next;
   near the end none, so that all end together. */
enum { AHEAD = 1, PIECE = 64 * 1024 };

/* What leads a reply in the pipe; of one machine, so in its own order of bytes. */
typedef struct pool_head {
    uint64_t task, len;
} pool_head;

/* A process, living or not yet started. */
typedef struct pool_process {
    pid_t pid; /* 0 = none */
    int to, from;
    ZT_VEC(size_t) tasks; /* given to it and not done; the first is the one that it is at */
    char *bytes;          /* read from it; kept from task to task */
    size_t len, room;
    double since; /* when it began with its first task */
    /* It was ended while it was at that task, for whose time was over. */
    bool ended;
    size_t slow;
} pool_process;

/* What came of a task. */
typedef struct pool_result {
    bool known, is_loss;
    zt_loss loss;
    zt_arena *arena; /* of the reply; NULL = none */
    zt_str reply;
} pool_result;

/* Tasks that one process has to do: one, for the most part. */
typedef ZT_VEC(size_t) task_group;

typedef struct pool {
    zt_arena *arena;
    const zt_pool_plan *plan;
    pool_process *processes;
    pool_result *results;
    size_t next;             /* task to be given */
    ZT_VEC(size_t) returned; /* given to a process that died before it began with them */
    size_t told;             /* tasks that were handed over */
    /* Those that follow a leader, task by task: the next of the same leader. */
    size_t *followers;
    task_group group; /* about to be given */
} pool;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* ---- a process of the pool ---- */

/* All `len` bytes; false at the end of the pipe. */
static bool read_whole(int fd, void *data, size_t len)
{
    char *at = data;
    while (len > 0) {
        ssize_t got = read(fd, at, len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        len -= (size_t)got;
    }
    return true;
}

/* A fault is the signal that it is, for who waits; and private memory has a bound. */
static void settle_in(const zt_pool_plan *plan)
{
    const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        signal(faults[i], SIG_DFL);
    const struct rlimit limit = {plan->bytes, plan->bytes};
    if (plan->bytes > 0)
        setrlimit(RLIMIT_DATA, &limit);
}

/* A process with its ends of the pipes. */
typedef struct pool_worker {
    const pool *pool;
    int from, to;
} pool_worker;

/* Task after task until nobody hands out any more, or nobody listens. */
static void work_on(void *self)
{
    const pool_worker *w = self;
    const zt_pool_plan *plan = w->pool->plan;
    uint64_t task;
    bool useful = true;
    while (useful && read_whole(w->from, &task, sizeof task)) {
        zt_arena *arena = zt_arena_beside(w->pool->arena);
        zt_buf reply;
        zt_buf_init(&reply, arena);
        useful = plan->run(plan->self, (size_t)task, &reply);
        const pool_head head = {task, reply.len};
        if (!zt_fd_write(w->to, &head, sizeof head) || !zt_fd_write(w->to, reply.data, reply.len))
            break;
        zt_arena_drop(arena);
    }
    plan->leave(plan->self);
}

/* Without memory it never goes back to what was under way when it was forked. */
static _Noreturn void work(const pool *p, int from, int to)
{
    pool_worker w = {p, from, to};
    settle_in(p->plan);
    bool done = zt_memory_try(p->plan->memory, work_on, &w) == ZT_MEMORY_DONE;
    _exit(done ? 0 : p->plan->memory_status);
}

/* The pipes of the others are open here as well: their ends would never be seen. And the others are
   none of this process's business. */
static void leave_others(pool *p)
{
    for (size_t i = 0; i < p->plan->process_count; i++) {
        pool_process *q = &p->processes[i];
        if (q->pid <= 0)
            continue;
        close(q->to);
        close(q->from);
        q->pid = 0;
    }
}

/* ---- starting and ending ---- */

/* False with errno. */
static bool start(pool *p, pool_process *q)
{
    int down[2], up[2];
    if (pipe2(down, O_CLOEXEC) != 0)
        return false;
    if (pipe2(up, O_CLOEXEC) != 0) {
        close(down[0]);
        close(down[1]);
        return false;
    }
    pid_t pid = fork();
    if (pid == 0) {
        leave_others(p);
        close(down[1]);
        close(up[0]);
        work(p, down[0], up[1]);
    }
    int error = errno;
    close(down[0]);
    close(up[1]);
    if (pid < 0) {
        close(down[1]);
        close(up[0]);
        errno = error;
        return false;
    }
    q->pid = pid;
    q->to = down[1];
    q->from = up[0];
    q->tasks.count = q->len = 0;
    q->ended = false;
    return true;
}

/* How the process came to its end. */
static int wait_for(pid_t pid)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return status;
}

/* The finaliser: no process outlives the pool, however its work ended. */
static void end_all(void *self)
{
    const pool *p = self;
    for (size_t i = 0; i < p->plan->process_count; i++) {
        pool_process *q = &p->processes[i];
        if (q->pid <= 0)
            continue;
        kill(q->pid, SIGKILL);
        close(q->to);
        close(q->from);
        wait_for(q->pid);
        q->pid = 0;
    }
}

/* ---- results ---- */

static void set_lost(pool *p, size_t task, zt_loss loss)
{
    p->results[task] = (pool_result){.known = true, .is_loss = true, .loss = loss};
}

/* In the order of the tasks, as far as all before are known. */
static void tell(pool *p)
{
    const zt_pool_plan *plan = p->plan;
    while (p->told < plan->task_count && p->results[p->told].known) {
        pool_result *r = &p->results[p->told];
        size_t task = p->told++;
        if (r->is_loss)
            plan->lost(plan->self, task, r->loss);
        else
            plan->done(plan->self, task, r->reply);
        zt_arena_drop(r->arena);
        r->arena = NULL;
    }
}

/* The first of the process's tasks is done with. */
static void drop_first(pool_process *q)
{
    q->tasks.count--;
    memmove(q->tasks.items, q->tasks.items + 1, q->tasks.count * sizeof *q->tasks.items);
    q->since = now();
}

/* The bytes outlive what else is read from the process. */
static void take_reply(pool *p, pool_process *q, pool_head head)
{
    size_t task = (size_t)head.task;
    zt_assert(q->tasks.count > 0 && q->tasks.items[0] == task);
    pool_result *r = &p->results[task];
    r->known = true;
    r->arena = zt_arena_beside(p->arena);
    r->reply = (zt_str){zt_arena_copy(r->arena, q->bytes + sizeof head, (size_t)head.len),
                        (size_t)head.len};
    drop_first(q);
}

/* Takes the whole replies out of what was read. */
static void take_replies(pool *p, pool_process *q)
{
    pool_head head;
    while (q->len >= sizeof head) {
        memcpy(&head, q->bytes, sizeof head);
        size_t whole = sizeof head + (size_t)head.len;
        if (q->len < whole)
            return;
        take_reply(p, q, head);
        q->len -= whole;
        memmove(q->bytes, q->bytes + whole, q->len);
    }
}

/* ---- the end of a process ---- */

static zt_loss loss_of(const zt_pool_plan *plan, const pool_process *q, int status)
{
    if (q->ended)
        return (zt_loss){ZT_LOST_TIME, 0, false};
    if (WIFSIGNALED(status)) {
        int number = WTERMSIG(status); /* SIGKILL is what the system sends that has no memory */
        return (zt_loss){number == SIGKILL ? ZT_LOST_MEMORY : ZT_LOST_CRASHED, number, true};
    }
    int code = WEXITSTATUS(status);
    return (zt_loss){code == plan->memory_status ? ZT_LOST_MEMORY : ZT_LOST_CRASHED, code, false};
}

/* The task that it was at is lost; those that it had not begun with go to others, before all that
   nobody had. One that ended in peace had begun with none, nor had one that was done with its slow
   task just before it was ended. */
static void bury(pool *p, pool_process *q)
{
    close(q->to);
    close(q->from);
    int status = wait_for(q->pid);
    q->pid = 0;
    bool peace = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    bool late = q->ended && q->tasks.count > 0 && q->tasks.items[0] != q->slow;
    if (!peace && !late && q->tasks.count > 0) {
        set_lost(p, q->tasks.items[0], loss_of(p->plan, q, status));
        drop_first(q);
    }
    for (size_t i = 0; i < q->tasks.count; i++)
        ZT_PUSH(p->arena, &p->returned, q->tasks.items[i]);
    q->tasks.count = 0;
}

/* What there is in its pipe; at the end of it the process is gone. */
static void read_from(pool *p, pool_process *q)
{
    if (q->room - q->len < PIECE) {
        q->bytes = zt_arena_grow(p->arena, q->bytes, q->room, 2 * q->room + PIECE, 1);
        q->room = 2 * q->room + PIECE;
    }
    ssize_t got = read(q->from, q->bytes + q->len, q->room - q->len);
    if (got < 0 && errno == EINTR)
        return;
    if (got <= 0) {
        bury(p, q);
        return;
    }
    q->len += (size_t)got;
    take_replies(p, q);
}

/* ---- handing out ---- */

static size_t leader_of(const pool *p, size_t task)
{
    return p->plan->leaders ? p->plan->leaders[task] : task;
}

/* The next that nobody has had yet, past those that their leader brings along; false: none. */
static bool next_new(pool *p, size_t *task)
{
    while (p->next < p->plan->task_count && leader_of(p, p->next) != p->next)
        p->next++;
    *task = p->next;
    p->next += p->next < p->plan->task_count;
    return *task < p->plan->task_count;
}

/* Of those that came back, the first with all of its leader's; else a new one with those that
   follow it; false: there is none. */
static bool next_group(pool *p, task_group *group)
{
    size_t first, kept = 0;
    group->count = 0;
    if (p->returned.count == 0) {
        if (!next_new(p, &first))
            return false;
        ZT_PUSH(p->arena, group, first);
        for (size_t f = p->followers ? p->followers[first] : first; f != first; f = p->followers[f])
            ZT_PUSH(p->arena, group, f);
        return true;
    }
    first = p->returned.items[0];
    for (size_t i = 0; i < p->returned.count; i++) {
        size_t task = p->returned.items[i];
        if (leader_of(p, task) == leader_of(p, first))
            ZT_PUSH(p->arena, group, task);
        else
            p->returned.items[kept++] = task;
    }
    p->returned.count = kept;
    return true;
}

/* A process that cannot be written to is gone, which its other pipe will say. */
static void give(pool *p, pool_process *q, const task_group *group)
{
    if (q->tasks.count == 0)
        q->since = now();
    for (size_t i = 0; i < group->count; i++) {
        uint64_t number = group->items[i];
        ZT_PUSH(p->arena, &q->tasks, group->items[i]);
        zt_fd_write(q->to, &number, sizeof number);
    }
}

/* How many tasks a process may have at this moment. */
static size_t most_given(const pool *p)
{
    size_t left = p->plan->task_count - p->next;
    return left > 2 * p->plan->process_count ? 1 + AHEAD : 1;
}

static bool any_lives(const pool *p)
{
    for (size_t i = 0; i < p->plan->process_count; i++)
        if (p->processes[i].pid > 0)
            return true;
    return false;
}

/* When no process can be had, what is left comes to nothing. */
static void give_up(pool *p, task_group *group, int error)
{
    do
        for (size_t i = 0; i < group->count; i++)
            set_lost(p, group->items[i], (zt_loss){ZT_LOST_NO_PROCESS, error, false});
    while (next_group(p, group));
}

/* A process is started when there is something for it; what it cannot get goes to another. */
static void hand_to(pool *p, pool_process *q, task_group *group)
{
    if (q->pid > 0 || start(p, q)) {
        give(p, q, group);
        return;
    }
    int error = errno;
    if (!any_lives(p))
        give_up(p, group, error);
    for (size_t i = 0; any_lives(p) && i < group->count; i++)
        ZT_PUSH(p->arena, &p->returned, group->items[i]);
}

/* Fills all hands in turn. */
static void hand_out(pool *p)
{
    task_group *group = &p->group;
    for (size_t most = 1; most <= most_given(p); most++)
        for (size_t i = 0; i < p->plan->process_count; i++) {
            pool_process *q = &p->processes[i];
            if ((q->pid <= 0 || q->tasks.count < most) && next_group(p, group))
                hand_to(p, q, group);
        }
}

/* ---- the loop ---- */

/* Milliseconds until the first has used up its time; -1: none has a bound. Those that have are
   ended. */
static int end_slow(pool *p)
{
    double left = -1, at = now();
    for (size_t i = 0; p->plan->seconds > 0 && i < p->plan->process_count; i++) {
        pool_process *q = &p->processes[i];
        if (q->pid <= 0 || q->tasks.count == 0 || q->ended)
            continue;
        double own = q->since + p->plan->seconds - at;
        if (own <= 0) {
            q->ended = true;
            q->slow = q->tasks.items[0];
            kill(q->pid, SIGKILL);
        } else if (left < 0 || own < left) {
            left = own;
        }
    }
    return left < 0 ? -1 : left > 1000 ? 1000 : (int)(left * 1000) + 1;
}

/* Waits until one has something to say. */
static void listen(pool *p, struct pollfd *fds)
{
    size_t count = p->plan->process_count;
    for (size_t i = 0; i < count; i++) {
        const pool_process *q = &p->processes[i];
        fds[i] = (struct pollfd){.fd = q->pid > 0 ? q->from : -1, .events = POLLIN};
    }
    if (poll(fds, count, end_slow(p)) <= 0)
        return;
    for (size_t i = 0; i < count; i++)
        if (fds[i].fd >= 0 && fds[i].revents)
            read_from(p, &p->processes[i]);
}

/* They end in peace when nobody hands out any more. */
static void dismiss(pool *p)
{
    for (size_t i = 0; i < p->plan->process_count; i++)
        if (p->processes[i].pid > 0) {
            close(p->processes[i].to);
            p->processes[i].to = -1;
        }
    for (size_t i = 0; i < p->plan->process_count; i++) {
        pool_process *q = &p->processes[i];
        if (q->pid <= 0)
            continue;
        wait_for(q->pid);
        close(q->from);
        q->pid = 0;
    }
}

/* Rings of those that are done by one process: each task names the next one of its leader, the last
   names the leader. */
static void find_followers(pool *p)
{
    const size_t *leaders = p->plan->leaders;
    size_t count = p->plan->task_count;
    if (!leaders)
        return;
    p->followers = ZT_ARRAY(p->arena, count, size_t);
    size_t *last = ZT_ARRAY(p->arena, count, size_t);
    for (size_t i = 0; i < count; i++) {
        size_t leader = leaders[i];
        p->followers[i] = leader;
        if (leader != i)
            p->followers[last[leader]] = i;
        last[leader] = i;
    }
}

void zt_pool_run(zt_arena *arena, const zt_pool_plan *plan)
{
    zt_pool_plan *own = ZT_NEW(arena, zt_pool_plan);
    *own = *plan; /* the finaliser comes when the caller's may be gone */
    pool *p = ZT_NEW(arena, pool);
    *p = (pool){.arena = arena,
                .plan = own,
                .processes = ZT_ARRAY(arena, plan->process_count, pool_process),
                .results = ZT_ARRAY(arena, plan->task_count, pool_result)};
    struct pollfd *fds = ZT_ARRAY(arena, plan->process_count, struct pollfd);
    find_followers(p);
    zt_arena_on_drop(arena, end_all, p);
    while (p->told < plan->task_count) {
        hand_out(p);
        if (any_lives(p))
            listen(p, fds);
        tell(p);
    }
    dismiss(p);
}
