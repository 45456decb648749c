/* gen/model/prints.h — the words that a document prints, each with the place where they are
   written: what a finished page is held against (preflight/rule_placed.c). The list is made by the
   walk that describes the model, so that a new content is in it without a line of its own. What the
   axes of a chart show, a time between two ticks or a value of a line, is not on it. */
#ifndef ZT_PRINTS_H
#define ZT_PRINTS_H

#include "model/doc.h"

/* More points than this of a scatter are not all named. */
enum { ZT_POINTS_NAMED = 200 };

/* How strictly a text has to be found on the page. */
typedef enum zt_print_sort {
    ZT_PRINT_WORDS,
    /* Printed in a form of the template's. */
    ZT_PRINT_DATE,
    /* Shared by values: once for all of them is enough. */
    ZT_PRINT_UNIT,
    /* What a mark of a chart stands for. */
    ZT_PRINT_KEY,
    /* The value that a mark of a chart is drawn by. */
    ZT_PRINT_FIGURE,
    /* The head of a series of a chart. */
    ZT_PRINT_SERIES
} zt_print_sort;

/* A point says its figures in a sentence, or sets them apart with words of their own (label=), in
   one of the forms of its cells (point_cells.h); an annotation has a sentence or labels. One way is
   printed, never two. */
typedef enum zt_print_way {
    ZT_PRINT_ALWAYS,
    /* As cells, with figures that no word parts side by side in one. */
    ZT_PRINT_LABELS,
    ZT_PRINT_ROWS, /* a figure a cell */
    /* A change drawn beside the value before it. */
    ZT_PRINT_BARS,
    ZT_PRINT_SENTENCE,
    ZT_PRINT_WAYS
} zt_print_way;

/* One text that a reader must be able to find on the page. */
typedef struct zt_print {
    /* What has to be found, and in which forms it may be printed. */
    zt_print_sort sort;
    /* The text as printed; a date as it is written in ISO 8601. */
    zt_str text;
    /* The form of a value below a head that names its unit; empty: there is no other form. */
    zt_str short_text;
    /* Byte of the text where its figure begins; 0: at the start, or none. */
    size_t figure;
    zt_date date;
    /* Place of the words; of their element when they are an attribute. */
    zt_pos at;
    zt_pos element; /* that they belong to */
    /* Element or attribute that holds them: "head", "point". */
    const char *what;
    /* When it has to be found: always, or only where the page prints a point in this way. */
    zt_print_way way;
    /* Number of the point, from 1, among those that may be printed in several ways. */
    size_t choice;
    /* Number of the optional part they are in, from 1; 0 = of none. */
    size_t optional;
} zt_print;

/* A head, a block or a foot. */
typedef struct zt_print_part {
    const char *name;              /* "title", "chart" */
    const zt_content_block *block; /* NULL of heads and feet */
    /* Place in the file, by which the page knows its block. */
    zt_pos at;
    /* Its prints among the items, end exclusive. */
    size_t first, end;
} zt_print_part;

/* All of them; kept in the arena that zt_doc_prints was given. */
typedef struct zt_prints {
    /* In the order of the model. */
    zt_print *items;
    size_t count;
    zt_print_part *parts;
    size_t part_count;
    /* Optional parts of the whole document. */
    size_t optional_count;
} zt_prints;

/* Collects them from a document; the document must outlive them. */
zt_prints zt_doc_prints(zt_arena *arena, const zt_doc *doc);

#endif
