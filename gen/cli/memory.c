/* gen/cli/memory.c — the program's malloc. The libraries that it stands on (libxml2, HarfBuzz,
   cairo, libpng …) do not all survive a malloc that returns NULL: some crash, some go on with half
   of what they should have made, some blame the input. So small requests are never refused: what
   the system does not give comes out of a reserve, and the interface is told
   (zhitu_config.memory_refused), which throws the document away before anything of it is said or
   written. When the reserve is used up too, the program ends with one line and status 3. Arenas ask
   aligned_alloc, which is left alone.

   Libraries loaded later find these too, for a program's own symbols come first (System V ABI,
   shared object dependencies). The state below belongs to the process as the heap does; it is the
   only mutable state outside functions in this tree. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

#ifdef ZT_SANITIZE /* sanitizers bring an allocator of their own */

bool cli_memory_refused(void)
{
    return false;
}

#else

enum { RESERVE_BYTES = 4 << 20, LARGE = 256 << 10, ALIGNMENT = 16 };

/* Without a page of memory until it is used. Each piece is led by its size. */
static _Alignas(16) char reserve[RESERVE_BYTES];
static size_t reserve_used;
static bool refused;

/* Asking forgets: each document is told of its own refusals only. */
bool cli_memory_refused(void)
{
    bool was = refused;
    refused = false;
    return was;
}

/* Whether the pointer was given out of the reserve. */
static bool in_reserve(const void *pointer)
{
    uintptr_t at = (uintptr_t)pointer, start = (uintptr_t)reserve;
    return at >= start && at < start + sizeof reserve;
}

/* The size that leads the piece. */
static size_t reserved_size(const void *pointer)
{
    size_t size;
    memcpy(&size, (const char *)pointer - ALIGNMENT, sizeof size);
    return size;
}

/* Only calls that need no memory. */
static _Noreturn void end(void)
{
    static const char line[] = "zhitu: 内存不足 out of memory\n";
    (void)!write(STDERR_FILENO, line, sizeof line - 1);
    _exit(ZHITU_ENVIRONMENT);
}

/* Zeroed: nothing is ever taken from it twice. `alignment` is a power of two. */
static void *aligned_from_reserve(size_t size, size_t alignment)
{
    uintptr_t start = (uintptr_t)reserve;
    size_t least = start + reserve_used + ALIGNMENT + alignment - 1;
    size_t at = (least & ~(alignment - 1)) - start; /* its size stands before it */
    if (alignment > RESERVE_BYTES || at > RESERVE_BYTES || size > RESERVE_BYTES - at)
        end();
    char *piece = reserve + at;
    memcpy(piece - ALIGNMENT, &size, sizeof size);
    reserve_used = at + size;
    return piece;
}

/* Aligned for any type. */
static void *from_reserve(size_t size)
{
    return aligned_from_reserve(size, ALIGNMENT);
}

/* The next allocator: the C library's, or one that was put before it. While dlsym looks for it, it
   may allocate itself, from the reserve. */
typedef struct allocator {
    void *(*malloc)(size_t);
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    int (*memalign)(void **, size_t, size_t);
    void (*free)(void *);
} allocator;
static allocator next;
static bool looking;

/* An object pointer is copied into a function's, as POSIX wants it. */
static bool find(const char *name, void *field)
{
    void *symbol = dlsym(RTLD_NEXT, name);
    memcpy(field, &symbol, sizeof symbol);
    return symbol != NULL;
}

/* Looks for the next allocator once; false while it is looking. */
static bool found(void)
{
    if (next.free)
        return true;
    if (looking)
        return false;
    looking = true;
    bool all = find("malloc", &next.malloc) && find("calloc", &next.calloc) &&
               find("realloc", &next.realloc) && find("posix_memalign", &next.memalign) &&
               find("free", &next.free);
    looking = false;
    return all;
}

/* Large requests, for pixels and whole files, are those that libraries do check. */
static void *refusal(size_t size)
{
    refused = true;
    return size > LARGE ? NULL : from_reserve(size);
}

/* A refusal may be of the moment: it is asked twice. */
__attribute__((visibility("default"))) void *malloc(size_t size)
{
    if (!found())
        return from_reserve(size);
    void *out = next.malloc(size);
    if (!out)
        out = next.malloc(size);
    return out ? out : refusal(size);
}

__attribute__((visibility("default"))) void *calloc(size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return NULL;
    if (!found())
        return from_reserve(count * size);
    void *out = next.calloc(count, size);
    if (!out)
        out = next.calloc(count, size);
    return out ? out : refusal(count * size);
}

/* From the reserve to the usual heap; the piece in the reserve is not given back. */
static void *move_out(void *pointer, size_t size)
{
    size_t had = reserved_size(pointer);
    void *out = malloc(size);
    return out ? memcpy(out, pointer, had < size ? had : size) : NULL;
}

/* What another allocator had given grows into the reserve. */
static void *move_in(void *pointer, size_t size)
{
    size_t had = malloc_usable_size(pointer);
    void *out = refusal(size);
    if (out) {
        memcpy(out, pointer, had < size ? had : size);
        next.free(pointer);
    }
    return out;
}

__attribute__((visibility("default"))) void *realloc(void *pointer, size_t size)
{
    if (!pointer)
        return malloc(size);
    if (in_reserve(pointer))
        return move_out(pointer, size);
    void *out = next.realloc(pointer, size);
    if (!out && size)
        out = next.realloc(pointer, size);
    return out || !size ? out : move_in(pointer, size);
}

__attribute__((visibility("default"))) void free(void *pointer)
{
    if (pointer && !in_reserve(pointer) && found())
        next.free(pointer);
}

/* GLib's slices, which HarfBuzz brings in, end the process themselves without it. */
__attribute__((visibility("default"))) int posix_memalign(void **out, size_t alignment, size_t size)
{
    int error = found() ? next.memalign(out, alignment, size) : ENOMEM;
    if (error == ENOMEM && found())
        error = next.memalign(out, alignment, size);
    if (error != ENOMEM)
        return error;
    refused = true;
    *out = aligned_from_reserve(size, alignment);
    return 0;
}

#endif
