/* tests/tools/faults.c — a disk that fails, for LD_PRELOAD:
     cc -shared -fPIC -o faults.so faults.c -ldl
   SLOW_US=N      each write to a file stops in its middle for N microseconds, as on a network
   FAIL_RENAME=N  the N-th renaming fails, and with FAIL_ALL all after it
   KILL_RENAME=N  the process is killed before it
   FATE_OF=NAME   who is about to rename a file to that name meets the fate FATE: hang, exit, or the
                  number of a signal
   FATE_READ=PATH  the same for who opens that file for the FATE_NTH time, forks counted from where
                  they began
   NO_FLOCK, NO_LINK  there are no locks on folders, no hard links */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static int number(const char *name)
{
    const char *text = getenv(name);
    return text ? atoi(text) : 0;
}

ssize_t write(int fd, const void *data, size_t len)
{
    static ssize_t (*real)(int, const void *, size_t);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "write");
    int pause = fd > 2 ? number("SLOW_US") : 0;
    if (!pause || len < 2)
        return real(fd, data, len);
    ssize_t first = real(fd, data, len / 2);
    usleep((useconds_t)pause);
    return first;
}

static void meet(const char *fate)
{
    if (strcmp(fate, "hang") == 0)
        for (;;)
            pause();
    if (strcmp(fate, "exit") == 0)
        _exit(7);
    raise(atoi(fate));
}

/* The fate of one document among others, whichever process has it. */
static void meet_fate(const char *variable, const char *path, int nth)
{
    static int met;
    const char *name = getenv(variable), *fate = getenv("FATE");
    if (name && fate && strcmp(name, path) == 0 && ++met == nth)
        meet(fate);
}

int open(const char *path, int flags, ...)
{
    static int (*real)(const char *, int, ...);
    va_list rest;
    va_start(rest, flags);
    int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
    va_end(rest);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "open");
    meet_fate("FATE_READ", path, number("FATE_NTH"));
    return real(path, flags, mode);
}

/* True when this one fails. */
static int strike(const char *to)
{
    meet_fate("FATE_OF", to, 1);
    static int count;
    count++;
    if (count == number("KILL_RENAME"))
        raise(SIGKILL);
    int nth = number("FAIL_RENAME");
    if (nth == 0 || (count != nth && !(getenv("FAIL_ALL") && count > nth)))
        return 0;
    errno = EIO;
    return 1;
}

int rename(const char *from, const char *to)
{
    static int (*real)(const char *, const char *);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "rename");
    return strike(to) ? -1 : real(from, to);
}

int renameat(int a, const char *from, int b, const char *to)
{
    static int (*real)(int, const char *, int, const char *);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "renameat");
    return strike(to) ? -1 : real(a, from, b, to);
}

int flock(int fd, int how)
{
    static int (*real)(int, int);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "flock");
    if (!getenv("NO_FLOCK"))
        return real(fd, how);
    errno = ENOLCK;
    return -1;
}

int linkat(int a, const char *from, int b, const char *to, int flags)
{
    static int (*real)(int, const char *, int, const char *, int);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "linkat");
    if (!getenv("NO_LINK"))
        return real(a, from, b, to, flags);
    errno = EPERM;
    return -1;
}
