/* gen/app/batch/reply.h — what there is to say of a document, as bytes: kept while others are still
   at work, sent from process to process, left to the next run, and told to the host in the end as
   if it were said at this moment. */
#ifndef ZT_REPLY_H
#define ZT_REPLY_H

#include "app/session.h"

/* What goes on in a session goes into `out` instead of to its host. Written into by callbacks. */
typedef struct zt_reply {
    zt_buf *out;
    zhitu_count before; /* of the session, when the document began */
    bool out_of_memory; /* the session was told to forget what it knew */
    bool of_moment;     /* something was said that need not hold the next time */
    /* What the document was made from is heard here too; NULL = by nobody. */
    void (*made)(void *self, const zhitu_made *made);
    void *self;
} zt_reply;

/* The session's callbacks are those of the reply from now on. */
void zt_reply_listen(zhitu *session, zt_reply *reply);
/* A document begins: `out` is empty. */
void zt_reply_begin(zhitu *session, zt_reply *reply, zt_buf *out);
/* It has come to that status. */
void zt_reply_end(const zhitu *session, zt_reply *reply, zhitu_status status);

/* How it is told: now, or for the second time, of a document whose files are as they were. */
typedef enum zt_reply_manner { ZT_REPLY_FIRST, ZT_REPLY_AGAIN } zt_reply_manner;
/* Tells the host of the session what the bytes hold and adds what was counted; returns the status.
   Bytes that are no reply say nothing: ZHITU_BUG. */
zhitu_status zt_reply_tell(zhitu *session, zt_str bytes, zt_reply_manner manner);

#endif
