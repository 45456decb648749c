/* gen/cli/batch_options.c — how the documents of render and check are shared out to processes, and
   what comes from standard input. */
#define _GNU_SOURCE /* sched_getaffinity */
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

enum { MOST_PROCESSES = 1024, MOST_SECONDS = 1000000, LEAST_MEGABYTES = 64 };

/* Those that this process may use; 1 when the system does not say. */
static size_t cores(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    return (size_t)CPU_COUNT(&set);
}

/* A whole number in decimal digits; 0 when it is none. */
static size_t whole(const char *text)
{
    double value = strspn(text, "0123456789") == strlen(text) ? cli_number(text) : 0;
    return value <= 1e9 ? (size_t)value : 0;
}

/* "2/8": the second of eight. */
static zhitu_status apply_shard(cli *c, const char *shard)
{
    char first[32];
    const char *bar = shard ? strchr(shard, '/') : NULL;
    size_t len = bar ? (size_t)(bar - shard) : 0;
    if (!shard)
        return ZHITU_FINE;
    if (len > 0 && len < sizeof first) {
        memcpy(first, shard, len);
        first[len] = 0;
        c->job.shard = whole(first);
        c->job.shards = whole(bar + 1);
    }
    if (c->job.shard >= 1 && c->job.shard <= c->job.shards)
        return ZHITU_FINE;
    return cli_usage(c, "--shard 写作 K/N，K 从 1 到 N，如 2/8",
                     "--shard is K/N with K from 1 to N, like 2/8", shard);
}

zhitu_status cli_batch_apply(cli *c, const cli_batch *b)
{
    zhitu_job *job = &c->job;
    job->processes = b->processes ? whole(b->processes) : cores();
    job->seconds = b->seconds ? cli_number(b->seconds) : 0;
    size_t megabytes = b->megabytes ? whole(b->megabytes) : 0;
    job->bytes = megabytes << 20;
    if (b->processes && (job->processes < 1 || job->processes > MOST_PROCESSES))
        return cli_usage(c, "-j 应为 1 到 1024 的整数", "-j is a whole number from 1 to 1024",
                         b->processes);
    if (b->seconds && (job->seconds <= 0 || job->seconds > MOST_SECONDS))
        return cli_usage(c, "--timeout 是秒数，大于 0，不超过 1000000",
                         "--timeout is a number of seconds, above 0, at most 1000000", b->seconds);
    if (b->megabytes && megabytes < LEAST_MEGABYTES)
        return cli_usage(c, "--memory 是兆字节的整数，至少 64",
                         "--memory is a whole number of megabytes, at least 64", b->megabytes);
    if (b->resume && job->force)
        return cli_usage(c, "--resume 跳过已排好的，--force 全部重排：只能用一个",
                         "--resume skips what is made, --force makes all: use one of them",
                         "--force");
    return apply_shard(c, b->shard);
}

char *cli_read_input(size_t *len)
{
    size_t room = 1 << 16;
    char *text = malloc(room);
    *len = 0;
    while (text) {
        *len += fread(text + *len, 1, room - *len, stdin);
        if (*len < room)
            break;
        char *more = realloc(text, room *= 2);
        if (!more)
            free(text);
        text = more;
    }
    if (text && ferror(stdin)) {
        free(text);
        return NULL;
    }
    return text;
}
