/* gen/app/batch/imprints.h — what files and folders are at this moment, so that a later run can
   tell whether they still are. A file is the same when its stamp is, and otherwise when its content
   is; a folder is the names in it. */
#ifndef ZT_IMPRINTS_H
#define ZT_IMPRINTS_H

#include "base/arena.h"
#include "base/content_hash.h"
#include "base/stamp.h"

typedef enum zt_imprint_kind {
    ZT_IMPRINT_ABSENT,
    ZT_IMPRINT_FILE,
    ZT_IMPRINT_FOLDER
} zt_imprint_kind;

typedef struct zt_imprint {
    zt_imprint_kind kind;
    zt_stamp stamp;
    zt_content_hash hash; /* once zt_imprint_read has been */
    bool was_read;
} zt_imprint;

/* Without reading what is in it. */
zt_imprint zt_imprint_of(const char *path);
/* Reads it if it was not; false when it cannot be read. */
bool zt_imprint_read(zt_arena *arena, const char *path, zt_imprint *print);
/* Whether `now`, of that path, is what `before` was. It is read when the stamps differ; then
   `*restamp` is set if it is the same none the less. */
bool zt_imprint_same(zt_arena *arena, const char *path, const zt_imprint *before, zt_imprint *now,
                     bool *restamp);

/* Prints of files that many documents depend on, taken once. */
typedef struct zt_imprints zt_imprints;
zt_imprints *zt_imprints_new(zt_arena *arena);
/* Lent until the arena is dropped. */
zt_imprint *zt_imprints_of(zt_imprints *prints, const char *path);

#endif
