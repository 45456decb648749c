/* gen/app/batch/program.c — which program this is. */
#define _GNU_SOURCE /* dl_iterate_phdr */
#include "app/batch/program.h"

#include <elf.h>
#include <link.h>
#include <string.h>

#include "app/batch/imprints.h"

/* What the walk over the loaded objects gathers. */
typedef struct object_walk {
    zt_arena *arena;
    zt_buf *identity; /* NULL: names alone */
    zt_libraries *names;
} object_walk;

/* Notes are padded to four bytes. */
static size_t padded(size_t len)
{
    return (len + 3) & ~(size_t)3;
}

/* NT_GNU_BUILD_ID among the notes of a segment; false when it has none. */
static bool put_build_id(zt_buf *out, const char *notes, size_t len)
{
    while (len >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) head;
        memcpy(&head, notes, sizeof head);
        size_t name = padded(head.n_namesz), whole = sizeof head + name + padded(head.n_descsz);
        if (whole > len)
            return false;
        if (head.n_type == NT_GNU_BUILD_ID && head.n_namesz == 4 &&
            memcmp(notes + sizeof head, "GNU", 4) == 0) {
            const unsigned char *id = (const unsigned char *)notes + sizeof head + name;
            for (size_t i = 0; i < head.n_descsz; i++)
                zt_buf_printf(out, "%02x", id[i]);
            return true;
        }
        notes += whole;
        len -= whole;
    }
    return false;
}

/* By what the linker gave it, else by its content. */
static void put_identity(const object_walk *walk, const struct dl_phdr_info *info, const char *path)
{
    zt_buf *out = walk->identity;
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
        if (segment->p_type != PT_NOTE)
            continue;
        /* The loader maps it there: an address that it gives as a number. */
        const char *notes = (const char *)(uintptr_t)(info->dlpi_addr + segment->p_vaddr);
        if (put_build_id(out, notes, segment->p_memsz)) {
            zt_buf_putc(out, '\n');
            return;
        }
    }
    zt_imprint print = zt_imprint_of(path);
    zt_imprint_read(walk->arena, path, &print);
    zt_buf_printf(out, "%s %016llx%016llx\n", path, (unsigned long long)print.hash.lane[0],
                  (unsigned long long)print.hash.lane[1]);
}

/* What the system itself maps into each process has no path, the program an empty one. */
static int visit(struct dl_phdr_info *info, size_t size, void *self)
{
    const object_walk *walk = self;
    const char *path = *info->dlpi_name ? info->dlpi_name : "/proc/self/exe";
    (void)size;
    if (!strchr(path, '/'))
        return 0;
    ZT_PUSH(walk->arena, walk->names, zt_arena_strdup(walk->arena, path));
    if (walk->identity)
        put_identity(walk, info, path);
    return 0;
}

zt_str zt_program_identity(zt_arena *arena, zt_libraries *loaded)
{
    zt_buf identity;
    zt_buf_init(&identity, arena);
    object_walk walk = {arena, &identity, loaded};
    dl_iterate_phdr(visit, &walk);
    return zt_buf_view(&identity);
}

static bool holds(const zt_libraries *list, const char *path)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], path) == 0)
            return true;
    return false;
}

zt_libraries zt_libraries_since(zt_arena *arena, const zt_libraries *before)
{
    zt_libraries all = {0}, since = {0};
    object_walk walk = {arena, NULL, &all};
    dl_iterate_phdr(visit, &walk);
    for (size_t i = 0; i < all.count; i++)
        if (!holds(before, all.items[i]))
            ZT_PUSH(arena, &since, all.items[i]);
    return since;
}
