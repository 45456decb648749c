/* Another program, by posix_spawn: its output through pipes. */
#include "base/run_program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

extern char **environ;

/* A pipe that no other program inherits; false for want of descriptors. */
static bool open_pipe(int ends[2])
{
    if (pipe(ends) != 0)
        return false;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return true;
}

static void close_pipe(const int ends[2])
{
    close(ends[0]);
    close(ends[1]);
}

/* The program with its descriptors; 0 or an errno. */
static int start(pid_t *pid, const char *const *words, const int out[2], const int err[2])
{
    posix_spawn_file_actions_t actions;
    int failed = posix_spawn_file_actions_init(&actions);
    if (failed)
        return failed;
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
    /* posix_spawnp does not write to the words (POSIX.1-2008, exec). */
    char *const *args;
    memcpy(&args, &words, sizeof args);
    failed = posix_spawnp(pid, words[0], &actions, NULL, args, environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

/* What has come; false at the end. Bytes beyond the limit are read and not kept. */
static bool take(int fd, zt_buf *out, size_t limit, bool *over)
{
    char room[16384];
    ssize_t got = read(fd, room, sizeof room);
    if (got < 0 && errno == EINTR)
        return true;
    if (got <= 0)
        return false;
    if (out->len + (size_t)got <= limit)
        zt_buf_add(out, room, (size_t)got);
    else
        *over = true;
    return true;
}

/* Both streams until both have ended, or the first is over its limit. */
static bool listen_to(int out, int err, zt_buf *output, zt_buf *errors, size_t limit)
{
    enum { ERRORS = 4096 };
    struct pollfd fds[2] = {{out, POLLIN, 0}, {err, POLLIN, 0}};
    bool over = false, ignored = false;
    while ((fds[0].fd >= 0 || fds[1].fd >= 0) && !over) {
        if (poll(fds, 2, -1) < 0 && errno != EINTR)
            break;
        if (fds[0].fd >= 0 && fds[0].revents && !take(out, output, limit, &over))
            fds[0].fd = -1;
        if (fds[1].fd >= 0 && fds[1].revents && !take(err, errors, ERRORS, &ignored))
            fds[1].fd = -1;
    }
    return !over;
}

static int wait_for(pid_t pid)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return status;
}

zt_ran zt_run_program(zt_arena *arena, const char *const *words, size_t limit, zt_str *output,
                      zt_str *errors)
{
    int out[2], err[2];
    pid_t pid;
    zt_buf said, wrong;
    zt_buf_init(&said, arena);
    zt_buf_init(&wrong, arena);
    zt_buf_puts(&said, "");
    zt_buf_puts(&wrong, "");
    if (!open_pipe(out))
        return ZT_RAN_NOT;
    if (!open_pipe(err)) {
        close_pipe(out);
        return ZT_RAN_NOT;
    }
    int failed = start(&pid, words, out, err);
    close(out[1]);
    close(err[1]);
    bool whole = !failed && listen_to(out[0], err[0], &said, &wrong, limit);
    if (!failed && !whole)
        kill(pid, SIGKILL);
    close(out[0]);
    close(err[0]);
    if (failed)
        return ZT_RAN_NOT;
    int status = wait_for(pid);
    *output = zt_buf_view(&said);
    *errors = zt_buf_view(&wrong);
    if (!whole)
        return ZT_RAN_TOO_FAR;
    /* posix_spawn may find out only then that there is no such program: 127. */
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return ZT_RAN_NOT;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ZT_RAN_WELL : ZT_RAN_BADLY;
}
