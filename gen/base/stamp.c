/* gen/base/stamp.c — what changes when a file does. */
#include "base/stamp.h"

#include <sys/stat.h>

static long long nanoseconds(struct timespec t)
{
    return (long long)t.tv_sec * 1000000000LL + t.tv_nsec;
}

bool zt_file_stamp(const char *path, zt_stamp *stamp)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return false;
    *stamp = (zt_stamp){(long long)st.st_size, nanoseconds(st.st_mtim), nanoseconds(st.st_ctim),
                        (long long)(st.st_ino & 0x7FFFFFFFFFFFFFFFu)};
    return true;
}

bool zt_stamp_equal(zt_stamp a, zt_stamp b)
{
    return a.size == b.size && a.mtime_ns == b.mtime_ns && a.ctime_ns == b.ctime_ns &&
           a.inode == b.inode;
}
