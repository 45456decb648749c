/* gen/base/content_hash.h — 128 bits that stand for some bytes: identifiers of PDF, tags of
   subsets, files that are as they were. Not against forgers. */
#ifndef ZT_CONTENT_HASH_H
#define ZT_CONTENT_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct zt_content_hash {
    uint64_t lane[2];
} zt_content_hash;

/* Equal bytes give equal hashes on every machine. */
zt_content_hash zt_content_hash_of(const void *data, size_t len);
bool zt_content_hash_equal(zt_content_hash a, zt_content_hash b);

#endif
