/* gen/app/attempt.c — every call of the interface is an attempt: when memory runs out in the middle
   of a stage it ends here, and what the session had remembered, which may be half changed, goes. */
#include "app/session.h"

/* A call of the interface with its result, for zt_memory_try. */
typedef struct attempt {
    zhitu_status (*run)(void *job);
    void *job;
    zhitu_status status;
} attempt;

/* The body of the attempt; it may never return. */
static void run_attempt(void *self)
{
    attempt *a = self;
    a->status = a->run(a->job);
}

/* All that was remembered may be half made: the next document reads it anew. */
static void forget(zhitu *session)
{
    session->folder = NULL;
    session->fonts.items = NULL;
    session->fonts.count = session->fonts.capacity = 0;
    session->words.items = NULL;
    session->words.count = session->words.capacity = 0;
    session->templates.items = NULL;
    session->templates.count = session->templates.capacity = 0;
    session->names.items = NULL;
    session->names.count = session->names.capacity = 0;
    session->projects.items = NULL;
    session->projects.count = session->projects.capacity = 0;
    session->baseline = NULL;
    session->icons.items = NULL;
    session->icons.count = session->icons.capacity = 0;
    zt_arena_reset(session->arena);
}

/* Without any memory of our own: there is none. */
static void report_limit(zhitu *session, const char *path, bool refused)
{
    bool english = session->config.lang == ZHITU_EN;
    const char *text =
        refused ? english ? "out of memory; what was asked for was not made" : "内存不足，未能完成"
        : english ? "needs more than 2 GiB of memory, more than one document may; make it smaller"
                  : "需要的内存超过一份稿件的上限 2 GiB；请减少内容";
    zhitu_message m = {.severity = ZHITU_ERROR,
                       .code = refused ? "out-of-memory" : "too-large",
                       .file = path,
                       .document = path,
                       .text = text};
    session->count.errors++;
    if (session->config.message)
        session->config.message(session->config.self, &m);
}

/* When memory ends the attempt, arenas made in it are gone with it and control comes back here;
   `run` must hold nothing that only its own end would free. Memory refused by the system is the
   environment's fault, a document above its limit is one of the input. */
zhitu_status zt_session_attempt(zhitu *session, const char *path, zhitu_status (*run)(void *job),
                                void *job)
{
    attempt a = {.run = run, .job = job};
    if (!session)
        return ZHITU_ENVIRONMENT;
    const char *outer = session->document;
    session->document = path ? path : outer;
    zt_memory_end end = zt_memory_try(session->memory, run_attempt, &a);
    session->document = outer;
    if (end == ZT_MEMORY_DONE)
        return a.status;
    forget(session);
    report_limit(session, path, end == ZT_MEMORY_REFUSED);
    return end == ZT_MEMORY_REFUSED ? ZHITU_ENVIRONMENT : ZHITU_INPUT;
}

void zt_session_demand_memory(const zhitu *session)
{
    const zhitu_config *c = &session->config;
    if (c->memory_refused && c->memory_refused(c->self))
        zt_arena_exhausted(session->arena);
}
