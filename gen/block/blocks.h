/* gen/block/blocks.h — the kinds of blocks, one C file each (block_*.c). */
#ifndef ZT_BLOCKS_H
#define ZT_BLOCKS_H

#include "layout/block.h"

/* Made by CMake from block_*.c: NULL-terminated, in the order of their names. */
extern const zt_block_kind *const zt_block_kinds[];
/* The kind that sets a content where a place asks for no variant; NULL if there is none. */
const zt_block_kind *zt_block_kind_find(zt_str name);
/* The kind of that name that has the variant; NULL if there is none. */
const zt_block_kind *zt_block_kind_with(zt_str name, zt_str variant);

#endif
