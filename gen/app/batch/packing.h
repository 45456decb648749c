/* gen/app/batch/packing.h — numbers and texts as bytes, for what one process tells another and for
   what a run leaves to the next. */
#ifndef ZT_PACKING_H
#define ZT_PACKING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Appends a number, eight bytes, the lowest first. */
void zt_pack_int(zt_buf *out, uint64_t value);
/* Appends a text, and a NUL behind it; NULL is kept. */
void zt_pack_text(zt_buf *out, const char *text);
/* Appends any bytes. */
void zt_pack_bytes(zt_buf *out, zt_str bytes);

/* Reading, from the front on. */
typedef struct zt_unpack {
    zt_str rest;
    bool bad; /* there was less than was asked for: what was read since is 0 and NULL */
} zt_unpack;
/* In the order in which they were appended; texts are lent from the bytes. */
uint64_t zt_unpack_int(zt_unpack *in);
const char *zt_unpack_text(zt_unpack *in);
zt_str zt_unpack_bytes(zt_unpack *in);

#endif
