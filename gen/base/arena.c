/* gen/base/arena.c — blocks of 64 KiB, larger requests alone; under AddressSanitizer each
   allocation gets its own block so that overruns show. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 64 * 1024, ALIGNMENT = 16 };

typedef struct zt_arena_block zt_arena_block;
struct zt_arena_block {
    zt_arena_block *next;
    size_t used, size;
};

typedef struct zt_finaliser zt_finaliser;
struct zt_finaliser {
    zt_finaliser *next;
    void (*fn)(void *);
    void *obj;
};

/* A document that asks for more is a fault, the input's or ours: it must not take the machine. */
static const size_t ARENA_MOST = (size_t)2 << 30;

struct zt_arena {
    size_t bytes;           /* in all blocks */
    zt_arena_block *blocks; /* the first one serves small requests */
    zt_finaliser *finalisers;
};

static _Noreturn void out_of_memory(size_t size)
{
    fprintf(stderr, "zhitu: 内存不足 out of memory (%zu bytes)\n", size);
    exit(3);
}

static size_t round_up(size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT)
        out_of_memory(size);
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

/* Not zeroed: many arenas use a small part of their only block. */
static zt_arena_block *block_new(zt_arena *arena, size_t size)
{
    bool allowed = size <= ARENA_MOST - arena->bytes;
    zt_arena_block *block = allowed ? malloc(round_up(sizeof *block) + size) : NULL;
    if (!block)
        out_of_memory(size);
    *block = (zt_arena_block){.size = size};
    arena->bytes += size;
    return block;
}

zt_arena *zt_arena_new(void)
{
    zt_arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        out_of_memory(sizeof *arena);
    return arena;
}

static void run_finalisers(zt_arena *arena)
{
    /* A finaliser lives in a block of this arena: take it off before it runs. */
    while (arena->finalisers) {
        zt_finaliser *f = arena->finalisers;
        arena->finalisers = f->next;
        f->fn(f->obj);
    }
}

static void free_blocks(zt_arena_block *block)
{
    while (block) {
        zt_arena_block *next = block->next;
        free(block);
        block = next;
    }
}

void zt_arena_drop(zt_arena *arena)
{
    if (!arena)
        return;
    run_finalisers(arena);
    free_blocks(arena->blocks);
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
            free(block);
        }
    }
    arena->bytes = keep ? keep->size : 0;
    arena->blocks = keep;
}

/* Bytes as malloc left them. */
static void *take(zt_arena *arena, size_t size)
{
    size_t head = round_up(sizeof(zt_arena_block));
#ifdef ZT_SANITIZE
    zt_arena_block *alone = block_new(arena, size ? size : 1);
    alone->next = arena->blocks;
    arena->blocks = alone;
    return (char *)alone + head;
#else
    size_t need = round_up(size ? size : 1);
    if (need > BLOCK_BYTES / 4) {
        /* Alone, and behind the first block, which goes on serving small requests. */
        zt_arena_block *alone = block_new(arena, need);
        alone->used = need;
        if (arena->blocks) {
            alone->next = arena->blocks->next;
            arena->blocks->next = alone;
        } else {
            arena->blocks = alone;
        }
        return (char *)alone + head;
    }
    zt_arena_block *block = arena->blocks;
    if (!block || block->size - block->used < need) {
        block = block_new(arena, BLOCK_BYTES);
        block->next = arena->blocks;
        arena->blocks = block;
    }
    void *out = (char *)block + head + block->used;
    block->used += need;
    return out;
#endif
}

void *zt_arena_alloc(zt_arena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

static size_t bytes_of(size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        out_of_memory(SIZE_MAX);
    return count * size;
}

void *zt_arena_array(zt_arena *arena, size_t count, size_t size)
{
    return zt_arena_alloc(arena, bytes_of(count, size));
}

void *zt_arena_grow(zt_arena *arena, const void *old, size_t old_count, size_t new_count,
                    size_t size)
{
    zt_assert(new_count >= old_count);
    size_t kept = old_count * size, bytes = bytes_of(new_count, size);
    char *out = take(arena, bytes);
    if (kept)
        memcpy(out, old, kept);
    memset(out + kept, 0, bytes - kept);
    return out;
}

char *zt_arena_copy(zt_arena *arena, const char *data, size_t len)
{
    char *out = take(arena, len + 1);
    if (len)
        memcpy(out, data, len);
    out[len] = 0;
    return out;
}

char *zt_arena_strdup(zt_arena *arena, const char *text)
{
    return zt_arena_copy(arena, text, strlen(text));
}

char *zt_arena_printf(zt_arena *arena, const char *fmt, ...)
{
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    zt_assert(len >= 0);
    char *out = take(arena, (size_t)len + 1);
    vsnprintf(out, (size_t)len + 1, fmt, again);
    va_end(again);
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
