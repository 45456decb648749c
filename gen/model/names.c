/* Names and who carries them: open addressing, so that hostile files stay linear. The list keeps
   the order of adding, in which everything is reported; the slots only point into it. */
#include "model/doc_imp.h"

#include <string.h>

#include "base/near.h"

/* A nearest name is looked for among so many at most: each costs an edit distance. */
enum { NEAREST_LIMIT = 2000 };

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static size_t hash_of(zt_str key)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < key.len; i++)
        hash = (hash ^ (unsigned char)key.data[i]) * 0x100000001B3u;
    return (size_t)(hash ^ hash >> 32);
}

/* The slot of the key, or the free one where it belongs. */
static size_t slot_of(const zt_names *names, zt_str key)
{
    size_t mask = names->slot_count - 1;
    size_t slot = hash_of(key) & mask;
    while (names->slots[slot] && !zt_str_equal(names->list.items[names->slots[slot] - 1].key, key))
        slot = (slot + 1) & mask;
    return slot;
}

/* The entry of a key, or NULL. The pointer is valid until a name is added. */
const zt_named *zt_names_find(const zt_names *names, zt_str key)
{
    if (names->slot_count == 0)
        return NULL;
    size_t index = names->slots[slot_of(names, key)];
    return index ? names->list.items + index - 1 : NULL;
}

/* Doubles the table of slots and puts all names in again; entries keep their order in the list. */
static void grow(zt_arena *arena, zt_names *names)
{
    names->slot_count = names->slot_count ? names->slot_count * 2 : 16;
    names->slots = ZT_ARRAY(arena, names->slot_count, size_t);
    for (size_t i = 0; i < names->list.count; i++)
        names->slots[slot_of(names, names->list.items[i].key)] = i + 1;
}

/* Adds a key that is not there yet. The table is never more than half full. */
void zt_names_add(zt_arena *arena, zt_names *names, zt_str key, zt_pos at, void *value)
{
    if ((names->list.count + 1) * 2 > names->slot_count)
        grow(arena, names);
    size_t slot = slot_of(names, key);
    zt_named entry = {key, at, value};
    ZT_PUSH(arena, &names->list, entry);
    names->slots[slot] = names->list.count;
}

/* 重庆 for 重庆江北, or the other way round: too far apart to count as a slip of the pen. */
static const char *longer_or_shorter(zt_str key, const char *const *keys, size_t count)
{
    if (key.len < 2)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        zt_str other = zt_str_from(keys[i]);
        if (other.len > 1 &&
            memcmp(other.data, key.data, other.len < key.len ? other.len : key.len) == 0)
            return keys[i];
    }
    return NULL;
}

/* The name that was probably meant: within the edit distance of zt_nearest, else one that contains
   the key or is contained in it. Names without value are not suggested. */
const char *zt_names_nearest(zt_arena *arena, const zt_names *names, zt_str key)
{
    if (names->list.count > NEAREST_LIMIT)
        return NULL;
    const char **keys = ZT_ARRAY(arena, names->list.count, const char *);
    size_t count = 0;
    for (size_t i = 0; i < names->list.count; i++)
        if (names->list.items[i].value)
            keys[count++] = names->list.items[i].key.data;
    const char *near = zt_nearest(key, keys, count);
    return near ? near : longer_or_shorter(key, keys, count);
}
