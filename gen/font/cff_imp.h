/* gen/font/cff_imp.h — the CFF table of a font (Adobe Technical Note 5176, here "CFF") and the
   charstrings in it (5177, "Type 2"). Positions are bytes from the start of the table. */
#ifndef ZT_CFF_IMP_H
#define ZT_CFF_IMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* The bytes of a CFF table, borrowed. Reading past the end gives 0, so that a damaged table can
   be read without a check at each step. */
typedef struct zt_cff_bytes {
    const uint8_t *data;
    size_t len;
} zt_cff_bytes;

/* A stretch of the table in bytes from its start: from `first` up to, not including, `end`. */
typedef struct zt_cff_part {
    size_t first, end;
} zt_cff_part;

/* An INDEX (CFF 5): `count` objects, whose offsets of `size` bytes each begin at byte `offsets`
   and are counted from `base`. `end` is the first byte behind it. With count 0 only `end` is
   set. */
typedef struct zt_cff_index {
    size_t count, size, offsets, base, end;
} zt_cff_index;

size_t zt_cff_read(zt_cff_bytes b, size_t at, size_t size); /* big-endian */
/* The INDEX that begins at byte `at`. Objects are checked only when they are asked for. */
zt_cff_index zt_cff_index_at(zt_cff_bytes b, size_t at);
/* An object of the INDEX; false when there is none, or it lies outside the table. */
bool zt_cff_object(zt_cff_bytes b, const zt_cff_index *index, size_t i, zt_cff_part *out);

/* An operator of a DICT (CFF 4) with its operands, at most 48.
   Reals count as 0: no entry that is read here has one. */
enum { ZT_CFF_OPERANDS = 48 };
typedef struct zt_cff_entry {
    /* ZT_CFF_TWO(n) for the pair 12 n. */
    int op;
    size_t count;
    long operands[ZT_CFF_OPERANDS];
    /* Where the last operand begins. */
    size_t last;
    zt_cff_part part; /* all its bytes */
} zt_cff_entry;
#define ZT_CFF_TWO(n) (1200 + (n))

/* The next entry before `end`, *at moved behind it; false at the end, or when it cannot be read. */
bool zt_cff_next(zt_cff_bytes b, size_t *at, size_t end, zt_cff_entry *out);

/* The subroutines that a charstring may call. */
typedef struct zt_cff_calls {
    zt_cff_index global, local;
} zt_cff_calls;

/* Adds a charstring without hints and with what its subroutines say in their place. False when it
   holds what no charstring of a CID-keyed font should: arithmetic, accents, too many operands. */
bool zt_cff_flatten(zt_buf *out, zt_cff_bytes b, const zt_cff_calls *calls, zt_cff_part charstring);

/* A CID-keyed table with .notdef and those glyphs (ascending, none 0): CIDs are the glyph ids of
   `table`, whose own CIDs are its glyph ids. False when hb-subset has to do it. */
bool zt_cff_subset(zt_arena *arena, zt_cff_bytes table, const uint32_t *glyphs, size_t count,
                   zt_str *out);

#endif
