/* gen/app/documents.h — which documents a job is about. */
#ifndef ZT_DOCUMENTS_H
#define ZT_DOCUMENTS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/pos.h"

typedef struct zt_document zt_document;
/* A file that the job names, and what is known of it before it is rendered. */
struct zt_document {
    const char *path;
    const char *id; /* NULL when it cannot be told yet */
    zt_pos id_at;
    zt_document *twin; /* the first of those whose outputs would have its names, if another */
    bool repeated;     /* its twin is the same file: named twice, done once */
    bool refused;      /* it, or one before it, would be overwritten */
};

/* The documents of a job, each in the order in which the job names them. */
typedef struct zt_documents {
    ZT_VEC(zt_document) list;
} zt_documents;

/* Files as they are, folders for all *.xml in them. */
void zt_documents_collect(zt_arena *arena, zt_diags *diags, zt_documents *docs,
                          const char *const *paths, size_t count);
/* Reports `duplicate-output` for documents of one id; A and a are one, as on many a file system. */
void zt_documents_check_ids(zt_arena *arena, zt_diags *diags, zt_documents *docs);

#endif
