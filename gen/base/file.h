/* gen/base/file.h — reading and writing whole files, paths. */
#ifndef ZT_FILE_H
#define ZT_FILE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

/* The whole file, NUL-terminated. Reports `cannot-read` (environment) or `too-large` at `pos`;
   `limit` in bytes, 0 = 256 MiB. Sets *ok. */
zt_str zt_file_read(zt_arena *arena, zt_diags *diags, zt_pos pos, const char *path, size_t limit,
                    bool *ok);
/* The bytes of a file that is part of the installation, mapped until the arena drops, without a NUL
   behind them; empty when it is not there, empty, unreadable or over `limit` bytes. What others may
   be writing at this moment is not mapped but read: a file cut short under a mapping ends the
   process. */
zt_str zt_file_map(zt_arena *arena, const char *path, size_t limit);
/* The same for a file of which few pages are read, each when it is asked for, and which may be
   written to (zt_file_map_write). */
zt_str zt_file_map_lazily(zt_arena *arena, const char *path, size_t limit);
/* Writes `len` bytes at `at` of what zt_file_map_lazily gave: in this process's view of it, the
   file stays as it is. False when the system refuses, and nothing is written. */
bool zt_file_map_write(zt_str mapped, size_t at, const void *bytes, size_t len);
/* Gives its memory back to the system; what is read again is mapped again, page by page. */
void zt_file_map_rest(zt_str mapped);
/* One file, made in its folder as base/folder.h says: it is new as a whole, or as it was. A device
   or a pipe of that name is written to. Reports `cannot-write`. */
bool zt_file_write(zt_diags *diags, const char *path, const void *data, size_t len);
/* New contents for a file that is there: links are followed, its mode stays, and one that may not
   be written to is not replaced. New as a whole, or as it was. Reports `cannot-write`. */
bool zt_file_rewrite(zt_diags *diags, const char *path, const void *data, size_t len);
/* All bytes, whatever interrupts; false with errno. */
bool zt_fd_write(int fd, const void *data, size_t len);
/* Reports `cannot-write` (environment) with the reason of `error`, an errno. */
void zt_report_cannot_write(zt_diags *diags, const char *path, int error);
/* mkdir -p. Reports `cannot-write`. */
bool zt_dir_make(zt_diags *diags, const char *path);

/* A regular file, links followed; false for devices and folders. */
bool zt_file_exists(const char *path);
/* A folder, links followed. */
bool zt_dir_exists(const char *path);
/* "dir/name"; an absolute name stands alone; dir "" or "." gives name. */
char *zt_path_join(zt_arena *arena, const char *dir, const char *name);
char *zt_path_dir(zt_arena *arena, const char *path); /* "." when there is none */
const char *zt_path_base(const char *path);           /* lends from path */
/* The canonical path of an existing file or folder, or NULL. */
char *zt_path_real(zt_arena *arena, const char *path);
/* True when `path` exists and, with links followed, lies in or below `root`. */
bool zt_path_is_below(const char *path, const char *root);
/* The file that a document names: `href` is relative to the document's folder, and once links are
   followed it must lie in or below `root`. One outside is not even looked for. `path` is where it
   is, or would be; NULL when it lies outside. */
typedef enum zt_reach { ZT_REACH_FILE, ZT_REACH_NONE, ZT_REACH_OUTSIDE } zt_reach;
zt_reach zt_path_reach(zt_arena *arena, const char *document, const char *root, zt_str href,
                       const char **path);
/* The name in the file's folder that is nearest to its own, or NULL. */
const char *zt_path_nearest(zt_arena *arena, const char *path);
/* Names in a folder, sorted by bytes, without . and ..; NULL-terminated. NULL if unreadable. */
char **zt_dir_list(zt_arena *arena, const char *path);
/* The same, with a report of `cannot-read`. */
char **zt_dir_list_reported(zt_arena *arena, zt_diags *diags, const char *path);

#endif
