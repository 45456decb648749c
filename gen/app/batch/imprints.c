/* gen/app/batch/imprints.c — what files and folders are at this moment. */
#include "app/batch/imprints.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

/* Larger files are no part of a document; one that is read lazily is not kept in memory. */
#define LARGEST ((size_t)1 << 32)

zt_imprint zt_imprint_of(const char *path)
{
    zt_imprint print = {.kind = ZT_IMPRINT_ABSENT};
    if (zt_file_stamp(path, &print.stamp))
        print.kind = zt_dir_exists(path) ? ZT_IMPRINT_FOLDER : ZT_IMPRINT_FILE;
    return print;
}

/* Names are parted by a slash, which none of them holds. */
static bool read_folder(zt_arena *arena, const char *path, zt_imprint *print)
{
    zt_buf all;
    zt_buf_init(&all, arena);
    char **names = zt_dir_list(arena, path);
    for (size_t i = 0; names && names[i]; i++) {
        zt_buf_puts(&all, names[i]);
        zt_buf_putc(&all, '/');
    }
    print->hash = zt_content_hash_of(all.data, all.len);
    return names != NULL;
}

/* An empty file gives no bytes either; its size says so. */
static bool read_file(zt_arena *arena, const char *path, zt_imprint *print)
{
    zt_str bytes = zt_file_map_lazily(arena, path, LARGEST);
    print->hash = zt_content_hash_of(bytes.data, bytes.len);
    return bytes.len == (size_t)print->stamp.size;
}

bool zt_imprint_read(zt_arena *arena, const char *path, zt_imprint *print)
{
    if (print->was_read || print->kind == ZT_IMPRINT_ABSENT)
        return true;
    zt_arena *scratch = zt_arena_beside(arena);
    print->was_read = print->kind == ZT_IMPRINT_FOLDER ? read_folder(scratch, path, print)
                                                       : read_file(scratch, path, print);
    zt_arena_drop(scratch);
    return print->was_read;
}

bool zt_imprint_same(zt_arena *arena, const char *path, const zt_imprint *before, zt_imprint *now,
                     bool *restamp)
{
    if (before->kind != now->kind)
        return false;
    if (before->kind == ZT_IMPRINT_ABSENT || zt_stamp_equal(before->stamp, now->stamp))
        return true;
    if (before->kind == ZT_IMPRINT_FILE && before->stamp.size != now->stamp.size)
        return false;
    *restamp = true;
    return zt_imprint_read(arena, path, now) && zt_content_hash_equal(before->hash, now->hash);
}

/* ---- those that are kept ---- */

typedef struct kept_imprint {
    const char *path; /* NULL = an empty place */
    zt_imprint *print;
} kept_imprint;

/* An open hash table, at most half full. */
struct zt_imprints {
    zt_arena *arena;
    kept_imprint *places;
    size_t room, count; /* `room` is a power of two */
};

zt_imprints *zt_imprints_new(zt_arena *arena)
{
    zt_imprints *prints = ZT_NEW(arena, zt_imprints);
    *prints = (zt_imprints){.arena = arena, .room = 256};
    prints->places = ZT_ARRAY(arena, prints->room, kept_imprint);
    return prints;
}

/* Where the path stands, or would. */
static kept_imprint *place_of(const zt_imprints *prints, const char *path)
{
    size_t at = (size_t)zt_content_hash_of(path, strlen(path)).lane[0];
    kept_imprint *place;
    do
        place = &prints->places[at++ & (prints->room - 1)];
    while (place->path && strcmp(place->path, path) != 0);
    return place;
}

static void grow(zt_imprints *prints)
{
    zt_imprints larger = {prints->arena, NULL, 2 * prints->room, prints->count};
    larger.places = ZT_ARRAY(prints->arena, larger.room, kept_imprint);
    for (size_t i = 0; i < prints->room; i++)
        if (prints->places[i].path)
            *place_of(&larger, prints->places[i].path) = prints->places[i];
    *prints = larger;
}

zt_imprint *zt_imprints_of(zt_imprints *prints, const char *path)
{
    kept_imprint *place = place_of(prints, path);
    if (place->path)
        return place->print;
    if (2 * ++prints->count > prints->room) {
        grow(prints);
        place = place_of(prints, path);
    }
    place->path = zt_arena_strdup(prints->arena, path);
    place->print = ZT_NEW(prints->arena, zt_imprint);
    *place->print = zt_imprint_of(path);
    return place->print;
}
