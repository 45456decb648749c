/* gen/app/documents.h — which documents a job is about. */
#ifndef ZT_DOCUMENTS_H
#define ZT_DOCUMENTS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/pos.h"
#include "zhitu.h"

typedef struct zt_document zt_document;
/* A file that the job names, and what is known of it before it is rendered. */
struct zt_document {
    const char *path;
    /* NULL when it cannot be told yet. */
    const char *id;
    zt_pos id_at;
    /* What its root says, "" when it does not; NULL when it was not read. */
    const char *template_name, *slot, *lang;
    /* The first of those whose outputs would have its names, if another. */
    zt_document *twin;
    /* The folder that was named and in which it was found, at whatever depth; NULL when it was
       named itself. */
    const char *folder;
    /* Found in a folder, and no document: a section that reports draw in, a template, a theme, a
       project. */
    bool part;
    /* Its twin is the same file: named twice, done once. */
    bool repeated;
    /* It, or one before it, would be overwritten. */
    bool refused;
};

/* The documents of a job, each in the order in which the job names them. */
typedef struct zt_documents {
    ZT_VEC(zt_document) list;
} zt_documents;

/* Adds files as they are, for a folder all *.xml in it and then in the folders within, each sorted
   by bytes, and for "@list.txt" what stands on each line of that file: a path as on the command
   line; empty lines and those that begin with # are passed over. Of a folder what is hidden (its
   name begins with a dot) is left out, and folders named "templates". Reports cannot-read for a
   folder that holds none or cannot be read, a list that cannot be read and, at its line, a path of
   a list that there is not. Paths are borrowed. */
void zt_documents_collect(zt_arena *arena, zt_diags *diags, zt_documents *docs,
                          const char *const *paths, size_t count, const zhitu_job *job);
/* What was given for the document "-" (standard input); empty for others, which are files. */
zt_str zt_document_input(const zhitu_job *job, const char *path);
/* Fills what is not known yet of ids, and of roots if names of outputs are made of more, parts,
   twins and `refused`. Reports cannot-read for a folder in which there are parts alone, and
   `duplicate-output` at the later of two documents of one id; A and a are one, as on many a file
   system. */
void zt_documents_check_ids(zt_arena *arena, zt_diags *diags, zt_documents *docs,
                            const zhitu_job *job);

#endif
