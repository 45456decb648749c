/* gen/base/stamp.h — what changes when a file does, without reading it. */
#ifndef ZT_STAMP_H
#define ZT_STAMP_H

#include <stdbool.h>

/* Nanoseconds since 1970, fit until the year 2262. ctime cannot be set back as mtime can; the inode
   tells files apart that were made in one step of a coarse clock and took each other's names. */
typedef struct zt_stamp {
    long long size, mtime_ns, ctime_ns, inode;
} zt_stamp;

/* False when there is no such file or folder; links are followed. */
bool zt_file_stamp(const char *path, zt_stamp *stamp);
/* Whether it is still the one that was stamped. */
bool zt_stamp_equal(zt_stamp a, zt_stamp b);

#endif
