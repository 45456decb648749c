/* gen/base/arena.h — memory that dies together. Three arenas live in a run: session (fonts,
   templates), document (tree, model, blocks, scenes) and scratch (inside one stage). */
#ifndef ZT_ARENA_H
#define ZT_ARENA_H

#include <stdarg.h>
#include <stddef.h>

/* Opaque. Whoever makes an arena drops it; everything allocated from it is borrowed until then. */
typedef struct zt_arena zt_arena;

/* What the arenas of one session share: when one of them gets no memory, or all together more than
   a document may take, the work of zt_memory_try ends at once, whatever stage it is in. So no stage
   has to ask, and a host gets an error instead of its end. */
typedef struct zt_memory zt_memory;
/* How a run of zt_memory_try came to its end. */
typedef enum zt_memory_end {
    ZT_MEMORY_DONE,
    ZT_MEMORY_REFUSED, /* the system gave no more */
    ZT_MEMORY_LIMIT    /* a document asked for more than one may: the input's fault, or ours */
} zt_memory_end;

/* NULL when there is no memory for it. */
zt_memory *zt_memory_new(void);
/* Drops every arena of the family that is still alive, then the family. NULL is allowed. */
void zt_memory_drop(zt_memory *memory);
/* Runs `run(self)`. When that does not get its memory, all arenas made meanwhile are dropped, and
   what they held with them; those made before must be reset by who owns them, for they may be half
   changed. May be nested. */
zt_memory_end zt_memory_try(zt_memory *memory, void (*run)(void *self), void *self);

/* A new arena of the family, empty; dropped by the caller or with the family. */
zt_arena *zt_memory_arena(zt_memory *memory);
/* One of the same family, for what a function needs only itself. */
zt_arena *zt_arena_beside(const zt_arena *arena);
/* Of no family: the process ends with a message when memory runs out. For tests and tools. */
zt_arena *zt_arena_new(void);
/* For those who see that a library was refused memory: ends the work as the arena itself would. */
_Noreturn void zt_arena_exhausted(const zt_arena *arena);
/* Runs the finalisers last in, first out, then frees everything. NULL is allowed. */
void zt_arena_drop(zt_arena *arena);
/* As drop, but the arena can be used again; keeps its first block. */
void zt_arena_reset(zt_arena *arena);

/* Zeroed, aligned for any type. Never returns NULL; size 0 gives a unique pointer. */
void *zt_arena_alloc(zt_arena *arena, size_t size);
/* count * size bytes, checked for overflow, zeroed. */
void *zt_arena_array(zt_arena *arena, size_t count, size_t size);
/* A larger copy of an array of `old_count` elements; the rest is zeroed. */
void *zt_arena_grow(zt_arena *arena, const void *old, size_t old_count, size_t new_count,
                    size_t size);
/* A NUL-terminated copy of `len` bytes. */
char *zt_arena_copy(zt_arena *arena, const char *data, size_t len);
/* The same for a NUL-terminated text, which must not be NULL. */
char *zt_arena_strdup(zt_arena *arena, const char *text);
/* Formats into the arena. Never used with %f or %g on content: they follow the locale. */
char *zt_arena_printf(zt_arena *arena, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* The same of a list of arguments, which it uses up. */
char *zt_arena_vprintf(zt_arena *arena, const char *fmt, va_list args)
    __attribute__((format(printf, 2, 0)));
/* `fn(obj)` is called when the arena is dropped or reset, last in, first out. */
void zt_arena_on_drop(zt_arena *arena, void (*fn)(void *), void *obj);

/* One zeroed object of that type, owned by the arena. */
#define ZT_NEW(arena, type) ((type *)zt_arena_alloc((arena), sizeof(type)))
/* `count` zeroed objects of that type in a row, owned by the arena. */
#define ZT_ARRAY(arena, count, type) ((type *)zt_arena_array((arena), (count), sizeof(type)))

/* A growable array in an arena: declare `ZT_VEC(int) numbers;` zeroed, then ZT_PUSH. */
#define ZT_VEC(type)                                                                               \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count, capacity;                                                                    \
    }
#define ZT_PUSH(arena, vec, value)                                                                 \
    do {                                                                                           \
        if ((vec)->count == (vec)->capacity) {                                                     \
            size_t wanted_ = (vec)->capacity ? (vec)->capacity * 2 : 8;                            \
            (vec)->items =                                                                         \
                zt_arena_grow((arena), (vec)->items, (vec)->count, wanted_, sizeof *(vec)->items); \
            (vec)->capacity = wanted_;                                                             \
        }                                                                                          \
        (vec)->items[(vec)->count++] = (value);                                                    \
    } while (0)

/* Our own bugs: kept in release. Reports file and line and aborts (exit status 4, see cli/). */
void zt_assert_failed(const char *file, int line, const char *what);
#define zt_assert(cond) ((cond) ? (void)0 : zt_assert_failed(__FILE__, __LINE__, #cond))

#endif
