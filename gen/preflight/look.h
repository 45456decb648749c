/* gen/preflight/look.h — checks of the look of a page, which `--look` asks for: what an art editor
   sees first with half-closed eyes. Each is one C file look_*.c that defines one zt_look_check.
   They warn and say where, in millimetres from the top left of the trim; numbers are those of
   docs/templates.md, "check --look". */
#ifndef ZT_LOOK_H
#define ZT_LOOK_H

#include "preflight/preflight.h"
#include "preflight/squint.h"

/* One check; `name` is the code of its finding. */
typedef struct zt_look_check {
    const char *name;
    /* What it looks for, and where its limit comes from. */
    const char *zh, *en, *source;
    void (*inspect)(const zt_inspection *inspection, const zt_squint *squint);
    /* Holds of pages of editions and reports too, whose emptiness and order have rules of their
       own; else of graphics alone. */
    bool of_pages;
} zt_look_check;

/* Made by CMake from look_*.c: NULL-terminated. */
extern const zt_look_check *const zt_look_checks[];
/* All checks on all pages, in the order of their files' names. */
void zt_look_at_pages(zt_arena *arena, const zt_inspection *inspection);

/* A block where it stands on the page. */
typedef struct zt_block_seen {
    const zt_group *group;
    zt_rect box; /* in the frame of the page */
} zt_block_seen;
typedef ZT_VEC(zt_block_seen) zt_blocks_seen;
/* The outermost blocks of a page, in the order in which they were placed. */
zt_blocks_seen zt_look_blocks(zt_arena *arena, const zt_scene *page);
/* Heads, notes and credits: the furniture of every graphic. */
bool zt_look_is_furniture(const char *block);
/* "x 12 y 30, 40×8 mm" into a room of 64 bytes. */
const char *zt_look_place(char room[64], zt_rect box);

#endif
