/* Names seen so far in an open hash (FNV-1a): a table of 20,000 rows is compared in no time. */
#include "import/rows_imp.h"

/* FNV-1a of 64 bits, folded. */
static size_t hash(zt_str name)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < name.len; i++)
        h = (h ^ (unsigned char)name.data[i]) * 1099511628211u;
    return (size_t)(h ^ (h >> 32));
}

/* The slot that holds the name, or the free one where it belongs. */
static size_t slot_of(const zt_keys *keys, zt_str name)
{
    size_t at = hash(name) & (keys->capacity - 1);
    while (keys->slots[at] && !zt_str_equal(keys->names.items[keys->slots[at] - 1], name))
        at = (at + 1) & (keys->capacity - 1);
    return at;
}

/* At most half full, so that searches end soon. */
static void grow(zt_keys *keys)
{
    keys->capacity = keys->capacity ? keys->capacity * 2 : 64;
    keys->slots = ZT_ARRAY(keys->arena, keys->capacity, size_t);
    for (size_t i = 0; i < keys->names.count; i++)
        keys->slots[slot_of(keys, keys->names.items[i])] = i + 1;
}

/* Names are borrowed and must outlive the keys. */
size_t zt_keys_of(zt_keys *keys, zt_str name, bool *is_new)
{
    if (keys->names.count * 2 >= keys->capacity)
        grow(keys);
    size_t slot = slot_of(keys, name);
    *is_new = keys->slots[slot] == 0;
    if (*is_new) {
        ZT_PUSH(keys->arena, &keys->names, name);
        keys->slots[slot] = keys->names.count;
    }
    return keys->slots[slot] - 1;
}

ptrdiff_t zt_keys_find(const zt_keys *keys, zt_str name)
{
    if (keys->capacity == 0)
        return ZT_NO_KEY;
    return (ptrdiff_t)keys->slots[slot_of(keys, name)] - 1;
}
