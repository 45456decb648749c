/* gen/block/heads/credits.h — the content of the block "credits". */
#ifndef ZT_CREDITS_H
#define ZT_CREDITS_H

#include "model/doc.h"

typedef struct zt_credits {
    const zt_credit *items; /* document order */
    size_t count;
} zt_credits;

#endif
