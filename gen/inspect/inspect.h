/* gen/inspect/inspect.h — preflight of a PDF of any program: what a press or an archive would send
   back, each with its page, its place, and the limit that it breaks. */
#ifndef ZT_INSPECT_H
#define ZT_INSPECT_H

#include "base/geom.h"
#include "inspect/painted.h"

/* What the file is meant for; each asks for all that stands before it here, but SCREEN. */
typedef enum zt_purpose {
    ZT_PURPOSE_SCREEN, /* readers: fonts, encryption, actions */
    ZT_PURPOSE_PDFX4,  /* plates: inks, types, rules, pictures, boxes, output intent */
    ZT_PURPOSE_PDFX1A  /* and no transparency, no RGB however managed, PDF 1.4 */
} zt_purpose;

/* Limits of the press; docs/preflight.md says where each comes from. */
typedef struct zt_inspect_limits {
    double ink;           /* per cent, of all inks in one place */
    double type;          /* points, the least type of one ink */
    double colour_type;   /* of two and more inks */
    double reversed_type; /* white */
    double rule;          /* mm, the thinnest line of one ink */
    double ppi;           /* of pictures; line art twice as many and more */
    double ground;        /* per cent: the darkest below black type, the lightest below white */
} zt_inspect_limits;
extern const zt_inspect_limits zt_inspect_usual;

/* Something that was found. */
typedef struct zt_inspect_finding {
    zt_severity severity;
    const char *code;
    size_t page; /* from 1; 0: the file */
    /* In mm from the top left of the trim (of the media where there is none); w 0: no place. */
    zt_rect place;
    /* How many marks were found with it: those after the first are told with it. */
    size_t count;
    int object;          /* its number in the file; 0: the page itself, or none */
    const char *zh, *en; /* what was found, what is wanted */
    const char *source;  /* of the limit, or the clause of the standard */
} zt_inspect_finding;

/* A page with its size in mm, for who draws it. */
typedef struct zt_inspect_page {
    zt_rect trim; /* in points of the page as it is seen, y up */
    double width, height;
} zt_inspect_page;

typedef struct zt_pdf_report {
    zt_pdf_source *source;
    ZT_VEC(zt_inspect_finding) findings;
    ZT_VEC(zt_inspect_page) pages;
    double version;
} zt_pdf_report;

/* NULL after a report where the file cannot be read. Findings stand in the order of pages, those of
   the file first. */
zt_pdf_report *zt_inspect(zt_arena *arena, zt_diags *diags, const char *path, zt_purpose purpose,
                          const zt_inspect_limits *limits);

#endif
