/* gen/app/remedy.h — what findings propose, as changes of the bytes of their file. */
#ifndef ZT_REMEDY_H
#define ZT_REMEDY_H

#include "base/arena.h"
#include "base/diag.h"

/* Bytes `at` to `end` of a file become `put`, which may be empty; `pos` is where they stand. */
typedef struct zt_edit {
    size_t at, end;
    zt_pos pos;
    zt_str put;
} zt_edit;

/* All edits of the finding's remedy, in the order of the file; 0 when it has none, or when the file
   does not hold all of what is to be changed. */
size_t zt_remedy_edits(zt_arena *arena, const zt_diag *d, zt_str bytes, zt_edit **out);
/* The bytes with the edits made, which stand in their order and apart. */
zt_str zt_edits_made(zt_arena *arena, zt_str bytes, const zt_edit *edits, size_t count);

/* The edits as a unified diff that patch(1) takes, with three lines around each. */
void zt_edits_diff(zt_buf *out, const char *path, zt_str bytes, const zt_edit *edits, size_t count);

#endif
