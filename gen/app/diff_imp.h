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

/* {id}-changes.pdf, and {id}-diff.png, a file for each page; the pages are used up by the latter.
 */
zhitu_status zt_diff_write_sheet(const zt_diff_files *files);
zhitu_status zt_diff_write_pictures(const zt_diff_files *files);

#endif
