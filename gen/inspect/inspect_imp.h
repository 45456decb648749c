/* gen/inspect/inspect_imp.h — the parts of the inspection, private to inspect/. */
#ifndef ZT_INSPECT_IMP_H
#define ZT_INSPECT_IMP_H

#include "inspect/inspect.h"

/* An area on the page, for what is painted on it. */
typedef struct zt_inspect_area {
    zt_rect box;
    zt_colour colour;
    bool over;
    const zt_painted_outlines *outlines; /* NULL: the box is all of it */
    const zt_picture_fields *fields;     /* of a picture whose inks are known by parts */
    zt_matrix from_page;
} zt_inspect_area;

/* An inspection on its way over a page. */
typedef struct zt_inspector {
    zt_arena *arena;
    zt_pdf_report *out;
    zt_purpose purpose;
    const zt_inspect_limits *limits;
    size_t page; /* from 1 */
    zt_rect trim;
    /* Findings of this page begin here: marks of one kind join those. */
    size_t first;
    /* Transparency was told on this page. */
    bool told_transparency;
    /* In the order of painting. */
    ZT_VEC(zt_inspect_area) areas;
    /* Those that a mark may lie on, while it is looked at. */
    ZT_VEC(const zt_inspect_area *) below;
    /* Work on this page, and whether it was too much: not all was looked at. */
    size_t steps;
    bool tired;
} zt_inspector;

/* A finding of the page or, with page 0, of the file; `key` is the object. Formats take the same
   arguments. With a box (points of the page) a further one of the same code, words and object joins
   the first. */
void zt_inspect_report(zt_inspector *in, zt_severity severity, const char *code, const zt_rect *box,
                       int object, const char *source, const char *zh, const char *en, ...)
    __attribute__((format(printf, 7, 9), format(printf, 8, 9)));

/* inspect_overlap.c: too much ink where a mark overprints the areas below it; small type on a
   ground that hides it. */
void zt_inspect_overlap(zt_inspector *in, const zt_painted *painted);
void zt_inspect_type_ground(zt_inspector *in, const zt_painted *painted);
/* inspect_ground.c: the mark becomes an area, if it is one. */
void zt_inspect_remember(zt_inspector *in, const zt_painted *painted);
/* inspect_words.c: the colour, and what it is of, in words. */
const char *zt_inspect_colour_words(zt_arena *arena, const zt_colour *colour);
const char *zt_inspect_kind_words(zt_painted_kind kind, bool zh);
/* inspect_marks.c: what is wrong with a mark. */
void zt_inspect_mark(void *self, const zt_painted *painted);
/* inspect_file.c: of the whole file: encryption, actions, intent, version. */
void zt_inspect_file(zt_inspector *in);
/* Boxes and annotations of a page. */
void zt_inspect_page_object(zt_inspector *in, zt_pdf_object page);

#endif
