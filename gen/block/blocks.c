/* gen/block/blocks.c */
#include "block/blocks.h"

const zt_block_kind *zt_block_kind_find(zt_str name)
{
    const zt_block_kind *found = NULL;
    for (size_t i = 0; zt_block_kinds[i]; i++) {
        const zt_block_kind *kind = zt_block_kinds[i];
        if (zt_str_is(name, kind->name) && (!found || kind->by_default))
            found = kind;
    }
    return found;
}

const zt_block_kind *zt_block_kind_with(zt_str name, zt_str variant)
{
    for (size_t i = 0; zt_block_kinds[i]; i++) {
        const zt_block_kind *kind = zt_block_kinds[i];
        if (zt_str_is(name, kind->name) && zt_str_in_words(variant, kind->variants))
            return kind;
    }
    return NULL;
}
