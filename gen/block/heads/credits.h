/* gen/block/heads/credits.h — the content of the block "credits". */
#ifndef ZT_CREDITS_H
#define ZT_CREDITS_H

#include "model/doc.h"

/* What the block of credits prints: all of the document's, in its order. */
typedef struct zt_credits {
    const zt_credit *items; /* document order */
    size_t count;
} zt_credits;

#endif
