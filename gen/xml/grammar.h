/* gen/xml/grammar.h — a vocabulary as one table. It drives checking, messages, the reference page
   and the RELAX NG file, so that none of them can disagree. */
#ifndef ZT_GRAMMAR_H
#define ZT_GRAMMAR_H

#include "xml/node.h"

/* What the value of an attribute may be. */
typedef enum zt_attr_type {
    ZT_ATTR_TEXT, /* any */
    /* An id: no blanks, not empty. */
    ZT_ATTR_NAME,
    /* An id that becomes the name of a file (base/file_name.h). */
    ZT_ATTR_STEM,
    /* Blank-separated words, not empty. */
    ZT_ATTR_NAMES,
    ZT_ATTR_ENUM,   /* one of `values` */
    ZT_ATTR_ENUMS,  /* several of `values` */
    ZT_ATTR_YES,    /* yes or no */
    ZT_ATTR_COUNT,  /* a whole number from 0 */
    ZT_ATTR_NUMBER, /* a decimal number */
    ZT_ATTR_DATE,   /* ISO year, month or day */
    ZT_ATTR_DAY,    /* ISO day */
    ZT_ATTR_DATES,  /* ISO date or interval */
    ZT_ATTR_TIMES,  /* the same, days perhaps with an hour */
    ZT_ATTR_LENGTH, /* 12mm, 9.5pt, 2em, 小五, 4Q */
    /* 3 or 3..5 (steps of the theme's scale), or a length, or length..length. */
    ZT_ATTR_GAP,
    /* A path relative to the document. */
    ZT_ATTR_FILE,
    /* Blank-separated lengths, not empty. */
    ZT_ATTR_LENGTHS,
    /* A length that may be negative: -1.5mm. */
    ZT_ATTR_SHIFT
} zt_attr_type;

/* A row for an attribute: its type, what it may be, and the words of the manual. Part of a
   constant table. */
typedef struct zt_attr {
    const char *name;
    zt_attr_type type;
    /* Of ENUM and ENUMS, blank-separated; of COUNT, NUMBER and LENGTH the range "1..60", in
       points, or NULL for the usual one; else NULL. */
    const char *values;
    /* NULL: none; ZT_REQUIRED: must be there. */
    const char *initial;
    const char *zh, *en; /* one line for the manual */
} zt_attr;
#define ZT_REQUIRED ((const char *)"!")

/* The numbers that an attribute may be; both ends belong to it. */
typedef struct zt_range {
    double low, high;
} zt_range;
/* What a parameter may be, ends included: 0 to 100 for a count, to 1,000 for a number. */
zt_range zt_attr_range(const zt_attr *attr);

/* What may stand inside of an element: nothing, elements alone, text alone, or both. */
typedef enum zt_content { ZT_EMPTY, ZT_ELEMENTS, ZT_TEXT_ONLY, ZT_MIXED } zt_content;

/* A row for an element that may stand in another, and how often. */
typedef struct zt_child {
    /* The `def` of an element below; children of one name differ by parent. "|def": shares the
       place of the row before it in an ordered list. */
    const char *def;
    int min, max; /* max 0 = any number */
} zt_child;

/* A row for an element in one place. */
typedef struct zt_elem {
    /* Unique in the table, and ends with the name: "row", "ledger/row". */
    const char *def;
    const char *name; /* as written: "row" */
    zt_content content;
    /* Children must come in the order of the list. */
    bool ordered;
    const zt_child *children; /* ends with {0} */
    const zt_attr *attrs;     /* ends with {0} */
    const char *zh, *en;
} zt_elem;

/* Rows of one subject, kept in a file of their own. */
typedef struct zt_elem_rows {
    const zt_elem *elems;
    size_t count;
} zt_elem_rows;
/* A vocabulary. Its tables are constant; nothing in them is allocated. */
typedef struct zt_grammar {
    const char *name; /* "data", "template" */
    const zt_elem *elems;
    size_t elem_count;
    /* Rows that follow, by subject; ends with NULL. NULL: none. */
    const zt_elem_rows *const *more;
    const char *const *roots; /* defs, NULL-terminated */
} zt_grammar;

/* The rows of all its tables, one after the other; NULL past the last. */
const zt_elem *zt_grammar_row(const zt_grammar *grammar, size_t i);
/* True if the grammar has an element of that name anywhere. */
bool zt_grammar_knows(const zt_grammar *grammar, zt_str name);
/* Checks the whole tree and reports all its mistakes: unknown-element, unknown-attribute,
   misplaced-element, missing-element, missing-attribute, repeated-element, wrong-order,
   unexpected-text, empty-attribute, bad-value (with the values allowed), bad-date, bad-length,
   bad-number, date-reversed. Unknown names say the nearest known one. Marks `known` on nodes
   that have their place, so that readers go on with the rest. True if nothing was reported. */
bool zt_grammar_check(const zt_grammar *grammar, zt_node *root, zt_diags *diags);
/* The table row by which a node was checked; NULL if it is unknown, or in what is. */
const zt_elem *zt_grammar_elem(const zt_node *node);

/* RELAX NG (XML syntax) and the reference page (Markdown, in Chinese with English notes). */
void zt_grammar_write_rng(zt_buf *out, const zt_grammar *const *grammars, size_t count);
/* Who puts examples beside the definitions of a schema. */
typedef struct zt_schema_examples {
    void *self;
    /* Adds members to the object of the element, or, with NULL, to the schema as a whole. */
    void (*put)(void *self, zt_buf *out, const zt_elem *elem);
} zt_schema_examples;
/* A JSON Schema (2020-12) of elements as objects: element, attributes, children. */
void zt_grammar_write_schema(zt_arena *arena, zt_buf *out, const zt_grammar *const *grammars,
                             size_t count, const zt_schema_examples *examples);
/* An element in that form. */
void zt_node_write_instance(zt_arena *arena, zt_buf *out, const zt_node *node);
/* The page of one vocabulary, element by element. */
void zt_grammar_write_manual(zt_buf *out, const zt_grammar *grammar);

/* A length as written: number and unit. Units mm pt em Q % or a 号 name (初号 小初 一号 … 八号). */
typedef enum zt_length_unit { ZT_PT, ZT_EM, ZT_PERCENT, ZT_AUTO } zt_length_unit;
typedef struct zt_length {
    /* Mm, Q and 号 are already points. */
    double value;
    zt_length_unit unit;
} zt_length;
/* False when it is no length; a bare number is none. */
bool zt_length_parse(zt_str text, zt_length *out);
/* A SHIFT without its sign, which `negative` (may be NULL) tells. */
zt_str zt_without_sign(zt_str text, bool *negative);
/* In points, em and per cent of `em`; false for auto. */
bool zt_length_points(zt_length length, double em, double *out);
/* Points of a 号 name ("小五" = 9), or 0. */
double zt_hao_points(zt_str name);

#endif
