/* gen/codes/codes.h — what each code of a finding means: for zhitu explain, docs/codes.md and the
   rules of SARIF. A new code is a row in one of the files codes_*.c. */
#ifndef ZT_CODES_H
#define ZT_CODES_H

#include <stdbool.h>
#include <stddef.h>

/* A sentence in both languages. */
typedef struct zt_code_text {
    const char *zh, *en;
} zt_code_text;

/* One code. Backquotes mark what is to be typed or stands in the document. */
typedef struct zt_finding_code {
    const char *name;
    /* E error, W warning, N note, X environment; several with "/" between, the usual one first. */
    const char *severities;
    /* Its errors judge what is said, and do not keep the document from being drawn: they may be
       lowered (--level, <accept>, --baseline). */
    bool judged;
    /* It tells of content that does not print, or prints by a guess: it is never silenced. */
    bool loss;
    zt_code_text what;   /* is wrong */
    zt_code_text why;    /* it is told */
    zt_code_text source; /* of the limit or rule; NULL: it is the program's own */
    zt_code_text mend;   /* how */
} zt_finding_code;

/* The codes of one field, a section of the documents. */
typedef struct zt_code_section {
    zt_code_text head;
    const zt_finding_code *codes;
    size_t count;
} zt_code_section;

/* In the order of the documents; NULL behind the last. */
extern const zt_code_section *const zt_code_sections[];

/* NULL when there is none of that name. */
const zt_finding_code *zt_code_find(const char *name);
/* The i-th code, from 0, in the order of the documents; NULL behind the last. */
const zt_finding_code *zt_code_at(size_t i);
/* The nearest name, or NULL. */
const char *zt_code_nearest(const char *name);

#endif
