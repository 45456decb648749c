/* LD_PRELOAD: refuses memory on purpose. FAILMALLOC_FIRST=n refuses the n-th request of the process
   (counted from 1), FAILMALLOC_EVER=1 also all after it; without FIRST it counts, and writes the
   count to the file FAILMALLOC_COUNT names when the process ends. Requests are those to malloc,
   calloc, realloc, aligned_alloc and posix_memalign, of whatever library. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void *(*next_malloc)(size_t), *(*next_calloc)(size_t, size_t),
    *(*next_realloc)(void *, size_t);
static void *(*next_aligned)(size_t, size_t);
static int (*next_memalign)(void **, size_t, size_t);
static unsigned long asked, first;
static bool ever, ready, looking;

static void find(const char *name, void *field)
{
    void *symbol = dlsym(RTLD_NEXT, name);
    memcpy(field, &symbol, sizeof symbol);
}

static void prepare(void)
{
    looking = true;
    find("malloc", &next_malloc);
    find("calloc", &next_calloc);
    find("realloc", &next_realloc);
    find("aligned_alloc", &next_aligned);
    find("posix_memalign", &next_memalign);
    const char *n = getenv("FAILMALLOC_FIRST"), *all = getenv("FAILMALLOC_EVER");
    first = n ? strtoul(n, NULL, 10) : 0;
    ever = all && *all == '1';
    looking = false;
    ready = true;
}

static bool refuses(void)
{
    if (!ready && !looking)
        prepare();
    asked++;
    bool no = first && (asked == first || (ever && asked > first));
    if (no)
        errno = ENOMEM;
    return no;
}

/* While dlsym looks for the others it may ask for memory itself. */
static _Alignas(16) char early[4096];
static size_t early_used;
static void *from_early(size_t size)
{
    size_t at = early_used;
    early_used += (size + 15) & ~(size_t)15;
    return early_used <= sizeof early ? early + at : NULL;
}

void *malloc(size_t size)
{
    return refuses() ? NULL : ready ? next_malloc(size) : from_early(size);
}

void *calloc(size_t count, size_t size)
{
    return refuses() ? NULL : ready ? next_calloc(count, size) : from_early(count * size);
}

void *realloc(void *pointer, size_t size)
{
    return refuses() ? NULL : next_realloc(pointer, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return refuses() ? NULL : next_aligned(alignment, size);
}

int posix_memalign(void **out, size_t alignment, size_t size)
{
    return refuses() ? ENOMEM : next_memalign(out, alignment, size);
}

__attribute__((destructor)) static void tell(void)
{
    char text[32];
    const char *name = getenv("FAILMALLOC_COUNT");
    int file = name ? open(name, O_WRONLY | O_CREAT | O_TRUNC, 0666) : -1;
    if (file < 0)
        return;
    int len = snprintf(text, sizeof text, "%lu\n", asked);
    (void)!write(file, text, (size_t)len);
    close(file);
}
