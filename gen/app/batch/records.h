/* gen/app/batch/records.h — what a run leaves to the next: for each document what it was made from
   and into, and what there was to say of it. A document is not made again while all of that is as
   it was: itself, what it imports and shows, template, theme, icons, words, fonts, the options, the
   program, and its outputs.

   Records lie in .zhitu/ of the folder of outputs, a file each. They may be lost or damaged at any
   time: what has no sound record is made. */
#ifndef ZT_RECORDS_H
#define ZT_RECORDS_H

#include "app/batch/reply.h"

/* The records of one folder of outputs, for one run. */
typedef struct zt_records zt_records;

/* NULL when the job leaves none: it checks only, or writes to standard output. To be called before
   anything is read: what changes later has changed meanwhile. */
zt_records *zt_records_open(zt_arena *arena, zhitu *session, const zhitu_job *job);

/* A record that holds. */
typedef struct zt_record {
    const char *id; /* of the document */
    zt_str reply;   /* see zt_reply_tell */
} zt_record;

/* The record of a document made with that job, in `arena`; false when there is none, or something
   has changed since. */
bool zt_records_find(zt_records *records, zt_arena *arena, const char *path, const zhitu_job *job,
                     zt_record *out);

/* A document of that id is made; all are lent until the record is written. */
void zt_records_begin(zt_records *records, const char *path, const char *id, const zhitu_job *job);
/* What it is made from is noted: the hook of zt_reply. */
void zt_records_hear(void *records, const zhitu_made *made);
/* It is done, without an error: its record is kept until it can be written. */
void zt_records_end(zt_records *records, zt_str reply);
/* Writes what was kept; waits until it can. */
void zt_records_settle(zt_records *records);

#endif
