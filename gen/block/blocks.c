/* gen/block/blocks.c */
#include "block/blocks.h"

const zt_block_kind *zt_block_kind_find(zt_str name)
{
    for (size_t i = 0; zt_block_kinds[i]; i++)
        if (zt_str_is(name, zt_block_kinds[i]->name))
            return zt_block_kinds[i];
    return NULL;
}
