/* gen/app/diff_imp.h — private to app/: the parts of a comparison. */
#ifndef ZT_DIFF_IMP_H
#define ZT_DIFF_IMP_H

#include "app/pipeline.h"
#include "change/say.h"

/* A comparison that is made, for who writes files from it. Everything lives in `arena`. */
typedef struct zt_diff_files {
    zhitu *session;
    zt_arena *arena;
    const zhitu_job *job;
    zt_work *before, *after;
    const zt_diff *diff;
} zt_diff_files;

/* Two folders to be compared, and who compares two documents of them. */
typedef struct zt_folder_diff {
    zhitu *session;
    const char *before, *after; /* folders, or git:REVISION[:FOLDER] */
    const zhitu_comparing *how;
    void (*sink)(void *self, const char *data, size_t len);
    void *self;
    zhitu_status (*compare)(void *self, const char *before, const char *after, bool *differs);
} zt_folder_diff;

/* All *.xml of the folders, those of one name as two states of one document; what stands in one
   alone is told as new, or gone. The worst status of all. Reports cannot-read, git-failed. */
zhitu_status zt_diff_folders(const zt_folder_diff *d, bool *differs);

/* {id}-changes.pdf, and {id}-diff.png, a file for each page; the pages are used up by the latter.
 */
zhitu_status zt_diff_write_sheet(const zt_diff_files *files);
zhitu_status zt_diff_write_pictures(const zt_diff_files *files);

#endif
