/* gen/block/blocks.c — kinds of block found by name. CMake makes the table of all kinds; several
   may set one content, each in looks of its own. */
#include "block/blocks.h"

/* The kind that sets a content when its place asks for no variant: the one marked by_default, else
   the first in the table. */
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

/* The kind that has this look of the content; NULL when none has it. */
const zt_block_kind *zt_block_kind_with(zt_str name, zt_str variant)
{
    for (size_t i = 0; zt_block_kinds[i]; i++) {
        const zt_block_kind *kind = zt_block_kinds[i];
        if (zt_str_is(name, kind->name) && zt_str_in_words(variant, kind->variants))
            return kind;
    }
    return NULL;
}
