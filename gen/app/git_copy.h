/* gen/app/git_copy.h — a document as a repository of git had it, with the files that it names. */
#ifndef ZT_GIT_COPY_H
#define ZT_GIT_COPY_H

#include "app/session.h"

/* A copy in a folder of its own, which goes with the arena. */
typedef struct zt_git_copy {
    const char *path;   /* of the document in the copy; or that which was asked for */
    const char *plain;  /* where it lies in the work tree, or would */
    const char *folder; /* the top of the copy; NULL: it is no copy */
    const char *shown;  /* what stands for the folder in messages: "git:HEAD~1:" */
} zt_git_copy;

/* Whether the name is git:REVISION:PATH, or git:REVISION for the path of the other document. */
bool zt_is_git_name(const char *name);
/* The document of such a name; `other` is the path of git:REVISION. A plain name is its own path.
   False after git-failed or cannot-write. */
bool zt_git_copy_make(zt_arena *arena, zt_diags *diags, const char *name, const char *other,
                      zt_git_copy *out);
/* The names in a folder of a revision (git:REVISION:FOLDER, or that of `other`), NULL behind the
   last. NULL after git-failed. */
char **zt_git_list(zt_arena *arena, zt_diags *diags, const char *name, const char *other);
/* The path as messages name it. */
const char *zt_git_copy_shown(zt_arena *arena, const zt_git_copy *copy, const char *path);

#endif
