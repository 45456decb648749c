/* gen/base/arena.c — blocks of 64 KiB, larger requests alone; an arena of megabytes goes on in
   blocks of 2 MiB that come from the system by pages. Under AddressSanitizer each allocation gets
   its own block so that overruns show. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, madvise */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* MAPPED_BYTES is also the large page of x86-64 and of AArch64 with pages of 4 KiB. */
enum { BLOCK_BYTES = 64 * 1024, MAPPED_BYTES = 2 * 1024 * 1024, ALIGNMENT = 16 };

typedef struct zt_arena_block zt_arena_block;
/* One piece of memory from the system; what is handed out follows this head, aligned. */
struct zt_arena_block {
    zt_arena_block *next;
    size_t used, size;
    bool mapped; /* pages of the system: zero until they are written to */
};

typedef struct zt_finaliser zt_finaliser;
/* A function to call when the arena ends, for an object that is not memory (a file, a library's
   handle). Kept in the arena itself, newest first. */
struct zt_finaliser {
    zt_finaliser *next;
    void (*fn)(void *);
    void *obj;
};

/* A document that asks for more is a fault, the input's or ours: it must not take the machine. */
static const size_t FAMILY_MOST = (size_t)2 << 30;

struct zt_memory {
    jmp_buf *escape;  /* of the innermost zt_memory_try; NULL outside */
    zt_arena *newest; /* all that live, from the last made */
    size_t made;      /* so far, for their ages */
    size_t bytes;     /* in all their blocks */
};

struct zt_arena {
    zt_memory *memory;       /* NULL: of no family */
    zt_arena *older, *newer; /* of the family */
    size_t age;
    size_t bytes;           /* in all blocks */
    zt_arena_block *blocks; /* the first one serves small requests */
    zt_finaliser *finalisers;
};

/* Leaves the innermost zt_memory_try with `end`. Outside of any, in tests and tools only, the
   process ends with status 3, the one of the environment. */
static _Noreturn void give_up(const zt_memory *memory, zt_memory_end end)
{
    if (memory && memory->escape)
        longjmp(*memory->escape, (int)end);
    fputs("zhitu: 内存不足 out of memory\n", stderr);
    exit(3);
}

void zt_arena_exhausted(const zt_arena *arena)
{
    give_up(arena->memory, ZT_MEMORY_REFUSED);
}

/* Sizes were checked against FAMILY_MOST before. */
static size_t round_up(size_t size)
{
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

/* Whether a block of that size comes from the system: it fills a large page. Never under a
   sanitizer, which watches malloc alone. */
static bool is_mapped(size_t size)
{
#ifdef ZT_SANITIZE
    (void)size;
    return false;
#else
    return size >= MAPPED_BYTES - round_up(sizeof(zt_arena_block));
#endif
}

/* Head and bytes of a block that is mapped, in whole large pages. */
static size_t mapped_size(size_t size)
{
    size_t all = round_up(sizeof(zt_arena_block)) + size;
    return (all + MAPPED_BYTES - 1) & ~(size_t)(MAPPED_BYTES - 1);
}

/* Pages at a multiple of MAPPED_BYTES, so that the system may back them by large pages: a document
   of a hundred thousand rows otherwise spends half its time in faults of small ones. NULL when
   there are none. */
static void *map_pages(size_t size)
{
    char *all =
        mmap(NULL, size + MAPPED_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED)
        return NULL;
    size_t before = -(uintptr_t)all & (MAPPED_BYTES - 1);
    if (before)
        munmap(all, before);
    if (before < MAPPED_BYTES)
        munmap(all + before + size, MAPPED_BYTES - before);
#ifdef MADV_HUGEPAGE
    madvise(all + before, size, MADV_HUGEPAGE); /* advice: it may be refused */
#endif
    return all + before;
}

/* A block of 2 MiB or more comes from the system, zeroed. A smaller one is not zeroed: many arenas
   use a small part of their only block. Not from malloc: a program may have replaced that by one
   that does not return without memory (gen/cli/memory.c), and here it can. */
static zt_arena_block *block_new(zt_arena *arena, size_t size)
{
    size_t taken = arena->memory ? arena->memory->bytes : arena->bytes;
    if (size > FAMILY_MOST - taken)
        give_up(arena->memory, ZT_MEMORY_LIMIT);
    bool mapped = is_mapped(size);
    zt_arena_block *block =
        mapped ? map_pages(mapped_size(size))
               : aligned_alloc(ALIGNMENT, round_up(sizeof *block) + round_up(size));
    if (!block)
        zt_arena_exhausted(arena);
    *block = (zt_arena_block){.size = size, .mapped = mapped};
    arena->bytes += size;
    if (arena->memory)
        arena->memory->bytes += size;
    return block;
}

/* Returns a block to the system and takes its bytes off the sums that FAMILY_MOST limits. */
static void give_back(zt_arena *arena, zt_arena_block *block)
{
    arena->bytes -= block->size;
    if (arena->memory)
        arena->memory->bytes -= block->size;
    if (block->mapped)
        munmap(block, mapped_size(block->size));
    else
        free(block);
}

zt_memory *zt_memory_new(void)
{
    return calloc(1, sizeof(zt_memory));
}

void zt_memory_drop(zt_memory *memory)
{
    while (memory && memory->newest)
        zt_arena_drop(memory->newest);
    free(memory);
}

/* A new arena, put at the head of its family's list so that an unwinding finds the youngest first.
   `memory` NULL makes one that belongs to no family. */
static zt_arena *arena_of(zt_memory *memory)
{
    zt_arena *arena = aligned_alloc(ALIGNMENT, round_up(sizeof *arena));
    if (!arena)
        give_up(memory, ZT_MEMORY_REFUSED);
    *arena = (zt_arena){.memory = memory};
    if (memory) {
        arena->age = ++memory->made;
        arena->older = memory->newest;
        if (memory->newest)
            memory->newest->newer = arena;
        memory->newest = arena;
    }
    return arena;
}

zt_arena *zt_memory_arena(zt_memory *memory)
{
    return arena_of(memory);
}

zt_arena *zt_arena_beside(const zt_arena *arena)
{
    return arena_of(arena->memory);
}

zt_arena *zt_arena_new(void)
{
    return arena_of(NULL);
}

/* Takes the arena out of its family's list; the caller frees it. */
static void leave_family(zt_arena *arena)
{
    if (!arena->memory)
        return;
    if (arena->older)
        arena->older->newer = arena->newer;
    if (arena->newer)
        arena->newer->older = arena->older;
    else
        arena->memory->newest = arena->older;
}

/* Drops the arenas that were made after the one of that age: those of an attempt that was given
   up. */
static void drop_younger(zt_memory *memory, size_t age)
{
    while (memory->newest && memory->newest->age > age)
        zt_arena_drop(memory->newest);
}

/* What is read after the jump was set before setjmp and is not changed after it (C11 7.13.2.1). */
zt_memory_end zt_memory_try(zt_memory *memory, void (*run)(void *self), void *self)
{
    jmp_buf here, *const outer = memory->escape;
    const size_t before = memory->made;
    memory->escape = &here;
    int end = setjmp(here);
    if (end == 0)
        run(self);
    memory->escape = outer;
    if (end != 0)
        drop_younger(memory, before);
    return (zt_memory_end)end;
}

/* Calls what zt_arena_on_drop registered, newest first, so that an object may still use what was
   registered before it. */
static void run_finalisers(zt_arena *arena)
{
    /* A finaliser lives in a block of this arena: take it off before it runs. */
    while (arena->finalisers) {
        zt_finaliser *f = arena->finalisers;
        arena->finalisers = f->next;
        f->fn(f->obj);
    }
}

void zt_arena_drop(zt_arena *arena)
{
    if (!arena)
        return;
    run_finalisers(arena);
    while (arena->blocks) {
        zt_arena_block *block = arena->blocks;
        arena->blocks = block->next;
        give_back(arena, block);
    }
    leave_family(arena);
    free(arena);
}

void zt_arena_reset(zt_arena *arena)
{
    run_finalisers(arena);
    zt_arena_block *keep = NULL;
    while (arena->blocks) {
        zt_arena_block *block = arena->blocks;
        arena->blocks = block->next;
        if (!keep && block->size == BLOCK_BYTES) {
            keep = block;
            keep->used = 0;
            keep->next = NULL;
        } else {
            give_back(arena, block);
        }
    }
    arena->blocks = keep;
}

#ifndef ZT_SANITIZE /* which has a block for each request, so that it sees what goes beyond one */
/* Room of the blocks that serve small requests. */
static size_t usual_room(const zt_arena *arena)
{
    return arena->bytes < MAPPED_BYTES ? BLOCK_BYTES
                                       : MAPPED_BYTES - round_up(sizeof(zt_arena_block));
}

/* A block for one request, behind the first one, which goes on serving small requests. */
static zt_arena_block *block_alone(zt_arena *arena, size_t size)
{
    zt_arena_block *alone = block_new(arena, size);
    alone->used = size;
    if (arena->blocks) {
        alone->next = arena->blocks->next;
        arena->blocks->next = alone;
    } else {
        arena->blocks = alone;
    }
    return alone;
}
#endif

/* Bytes as they come, and whether they are known to be zero. */
static void *take(zt_arena *arena, size_t size, bool *is_zero)
{
    if (size > FAMILY_MOST)
        give_up(arena->memory, ZT_MEMORY_LIMIT);
    size_t head = round_up(sizeof(zt_arena_block));
#ifdef ZT_SANITIZE
    zt_arena_block *alone = block_new(arena, size ? size : 1);
    alone->next = arena->blocks;
    arena->blocks = alone;
    *is_zero = false;
    return (char *)alone + head;
#else
    size_t need = round_up(size ? size : 1);
    zt_arena_block *block = arena->blocks;
    if (!block || block->size - block->used < need) {
        size_t usual = usual_room(arena);
        if (need > usual / 4) {
            block = block_alone(arena, need);
            *is_zero = block->mapped;
            return (char *)block + head;
        }
        block = block_new(arena, usual);
        block->next = arena->blocks;
        arena->blocks = block;
    }
    void *out = (char *)block + head + block->used;
    block->used += need;
    *is_zero = block->mapped;
    return out;
#endif
}

/* Bytes that the caller writes to. */
static void *take_any(zt_arena *arena, size_t size)
{
    bool is_zero;
    return take(arena, size, &is_zero);
}

void *zt_arena_alloc(zt_arena *arena, size_t size)
{
    bool is_zero;
    void *out = take(arena, size, &is_zero);
    return is_zero ? out : memset(out, 0, size);
}

/* count * size; a product that does not fit into size_t counts as asking for more than a document
   may have. */
static size_t bytes_of(const zt_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        give_up(arena->memory, ZT_MEMORY_LIMIT);
    return count * size;
}

void *zt_arena_array(zt_arena *arena, size_t count, size_t size)
{
    return zt_arena_alloc(arena, bytes_of(arena, count, size));
}

void *zt_arena_grow(zt_arena *arena, const void *old, size_t old_count, size_t new_count,
                    size_t size)
{
    zt_assert(new_count >= old_count);
    size_t kept = old_count * size, bytes = bytes_of(arena, new_count, size);
    bool is_zero;
    char *out = take(arena, bytes, &is_zero);
    if (kept)
        memcpy(out, old, kept);
    if (!is_zero)
        memset(out + kept, 0, bytes - kept);
    return out;
}

char *zt_arena_copy(zt_arena *arena, const char *data, size_t len)
{
    char *out = take_any(arena, len + 1);
    if (len)
        memcpy(out, data, len);
    out[len] = 0;
    return out;
}

char *zt_arena_strdup(zt_arena *arena, const char *text)
{
    return zt_arena_copy(arena, text, strlen(text));
}

/* The two passes of vsnprintf keep texts free of any limit of length. */
char *zt_arena_vprintf(zt_arena *arena, const char *fmt, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, fmt, again);
    va_end(again);
    zt_assert(len >= 0);
    char *out = take_any(arena, (size_t)len + 1);
    vsnprintf(out, (size_t)len + 1, fmt, args);
    return out;
}

char *zt_arena_printf(zt_arena *arena, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    char *out = zt_arena_vprintf(arena, fmt, args);
    va_end(args);
    return out;
}

void zt_arena_on_drop(zt_arena *arena, void (*fn)(void *), void *obj)
{
    zt_finaliser *f = zt_arena_alloc(arena, sizeof *f);
    f->fn = fn;
    f->obj = obj;
    f->next = arena->finalisers;
    arena->finalisers = f;
}

void zt_assert_failed(const char *file, int line, const char *what)
{
    fprintf(stderr, "zhitu: 程序错误 internal error: %s:%d: %s\n", file, line, what);
    abort();
}
