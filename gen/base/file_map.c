/* gen/base/file_map.c — a file read where the system keeps it, without a copy. */
#define _DEFAULT_SOURCE /* MAP_POPULATE (one call for what were faults), madvise */
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

typedef struct mapping {
    void *bytes;
    size_t len;
} mapping;

static void unmap(void *self)
{
    mapping *m = self;
    munmap(m->bytes, m->len);
}

/* An empty file cannot be mapped, and none of those mapped here may be empty. */
static bool map_open(int fd, size_t limit, int flags, mapping *m)
{
    struct stat info;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode) || info.st_size <= 0 ||
        (size_t)info.st_size > limit)
        return false;
    m->len = (size_t)info.st_size;
    m->bytes = mmap(NULL, m->len, PROT_READ, MAP_PRIVATE | flags, fd, 0);
    return m->bytes != MAP_FAILED;
}

static zt_str map_file(zt_arena *arena, const char *path, size_t limit, int flags)
{
    mapping *m = ZT_NEW(arena, mapping);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return (zt_str){0};
    bool ok = map_open(fd, limit, flags, m);
    close(fd);
    if (!ok)
        return (zt_str){0};
    zt_arena_on_drop(arena, unmap, m);
    return (zt_str){m->bytes, m->len};
}

zt_str zt_file_map(zt_arena *arena, const char *path, size_t limit)
{
    return map_file(arena, path, limit, MAP_POPULATE);
}

zt_str zt_file_map_lazily(zt_arena *arena, const char *path, size_t limit)
{
    return map_file(arena, path, limit, 0);
}

/* Only the pages that are written to become the process's own. */
bool zt_file_map_write(zt_str mapped, size_t at, const void *bytes, size_t len)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE), first = at / page * page;
    char *start = (char *)(uintptr_t)mapped.data;
    if (at > mapped.len || len > mapped.len - at ||
        mprotect(start + first, at + len - first, PROT_READ | PROT_WRITE) != 0)
        return false;
    memcpy(start + at, bytes, len);
    return true;
}

void zt_file_map_rest(zt_str mapped)
{
    if (mapped.len)
        madvise((void *)(uintptr_t)mapped.data, mapped.len, MADV_DONTNEED);
}
