/* gen/base/folder.h — files that change together: all of a set are new, or none is touched.

   Each file is staged beside its target under a random name, and synced; then, while the folder is
   locked, all are renamed. When a rename fails those before it are taken back. A process that is
   killed between two renames leaves a list (.zhitu-*.set) of what was still to be renamed; the next
   to open the folder ends it. Staged files that nobody came back for go after a day.

   The lock is flock on the folder itself: it leaves no file, ends with its process, and holds
   between containers, where numbers of processes say nothing. Where a file system has none (some
   network folders), a file made with O_EXCL stands in. */
#ifndef ZT_FOLDER_H
#define ZT_FOLDER_H

#include "base/diag.h"
#include "base/file.h"

/* An open folder; the files written through it appear there even when it is renamed meanwhile. */
typedef struct zt_folder zt_folder;

/* Makes the folder where it is not there, opens it and tidies it; closed with the arena. NULL after
   a report (cannot-write). */
zt_folder *zt_folder_open(zt_arena *arena, zt_diags *diags, const char *path);
/* The folder still lies where it was opened. */
bool zt_folder_is_there(const zt_folder *folder);
/* Reports `cannot-write` with the system's reason. Names of files are one step each; a name of more
   is our own mistake and ends the program. */
typedef struct zt_new_file {
    const char *name;
    const void *data;
    size_t len;
} zt_new_file;
/* Writes all files of a set, or none. False after cannot-write, and then every file is as it was.
   The contents are borrowed during the call. */
bool zt_folder_write(zt_folder *folder, zt_diags *diags, const zt_new_file *files, size_t count);
/* The names of single files reach the disk here, or when the folder is closed: once for a batch.
   Until then a power cut leaves the old file of a name, whole; sets of several are settled as they
   come. */
void zt_folder_settle(zt_folder *folder);

#endif
