/* gen/solve/pages.h — where the pages of a stream break: the cheapest way through all breaks, by
   shortest path. Lines of a grid in, whole numbers out: nothing here knows of type, points or XML.

   A stream is units in order (a line, a head, a row of a table, a whole block) and figures that
   wait in order to be placed near their mention. It is filled into pages of one or more columns.
   The same input gives the same answer on every machine: costs are whole numbers, ties go to the
   earlier break found, the search is bounded by counts. Chapters that begin pages are best solved
   one by one. */
#ifndef ZT_PAGES_H
#define ZT_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* What may happen before a unit. */
typedef enum zt_tear {
    ZT_TEAR_FREE,
    ZT_TEAR_SPLIT, /* a column may begin with it for the price of a split: a row of a table */
    /* None begins with it: what follows a head, a paragraph's second and last line. When nothing
       else holds, one is broken and counted (zt_pages_answer.torn). */
    ZT_TEAR_NEVER,
    ZT_TEAR_INSIDE, /* a column may begin with it, but no page: likewise */
    ZT_TEAR_COLUMN, /* a column begins with it */
    ZT_TEAR_PAGE,   /* a page begins with it */
    ZT_TEAR_LEFT,   /* a left page; a blank one is put before it where needed */
    ZT_TEAR_RIGHT
} zt_tear;

/* What is never torn itself. All sizes in lines of the grid. */
typedef struct zt_pages_unit {
    int16_t rows;
    /* The same where a column begins with it: less for a head that loses its air, more for a row of
       a table above which the heads are repeated. */
    int16_t rows_at_top;
    /* Of the notes that it calls: they stand at the foot of its column. */
    int16_t note;
    uint8_t tear; /* zt_tear: of the break before it */
    /* A line with others of its paragraph before and behind it: no column holds it alone, as if
       the break behind it were ZT_TEAR_NEVER. */
    bool inner;
    /* The paragraph it is a line of, an index into `groups` plus 1; 0: of none. */
    uint32_t group;
} zt_pages_unit;

/* A paragraph: units of one group stand together. Where it lies whole in one column it may be set
   with a line less or more. */
typedef struct zt_pages_group {
    int less, more; /* what that costs; ZT_PAGES_NEVER: it cannot */
} zt_pages_group;
enum { ZT_PAGES_NEVER = 1 << 24 };

/* What floats: it stands on the page on which its mention ends, or later, in order. */
typedef struct zt_pages_figure {
    int16_t rows; /* with the air that parts it from the text */
    /* Whether it runs across all columns; it then takes its rows from each. */
    bool across;
    size_t mention; /* the unit that holds its mention */
} zt_pages_figure;

/* Costs, all of one scale and at least 0. */
typedef struct zt_pages_score {
    int room;  /* times the square of the lines that a column lacks, but at a stream's end */
    int late;  /* each figure on each page after its mention on which it does not stand */
    int alone; /* a column or page of figures without text */
    int split; /* at ZT_TEAR_SPLIT */
    int thin;  /* a last page that holds fewer than ZT_PAGES_THIN lines as they came */
    int blank; /* a page left blank to begin on the other side */
} zt_pages_score;
enum { ZT_PAGES_THIN = 5 };

typedef struct zt_pages_stream {
    const zt_pages_unit *units;
    size_t unit_count;
    const zt_pages_group *groups;
    size_t group_count;
    const zt_pages_figure *figures; /* mentions never fall */
    size_t figure_count;
    int rows;       /* of a column, 1 to ZT_PAGES_ROWS */
    int first_rows; /* of the columns of the first page, which may be less; 0: as `rows` */
    int columns;    /* of a page, 1 to ZT_PAGES_COLUMNS */
    /* Lines at the feet of the first page's columns that are taken already; NULL: none. */
    const int *first_taken;
    int note_rule; /* lines between text and notes, where a column has notes */
    int most;      /* figures on one page, or 0: ZT_PAGES_FIGURES */
    bool left;     /* the first page is a left one */
    zt_pages_score score;
} zt_pages_stream;
/* Bounds of the search. What is beyond them is refused, never cut off. */
enum {
    ZT_PAGES_ROWS = 512,
    ZT_PAGES_COLUMNS = 8,
    ZT_PAGES_FIGURES = 4,
    ZT_PAGES_FIGURES_MOST = 512
};

/* One column of one page. */
typedef struct zt_pages_column {
    size_t first, end; /* its units */
    /* Its figures. Those across stand in the list of their page's first column. */
    size_t first_figure, end_figure;
    int page, column; /* from 0; a blank page has one column without anything */
    int used, spare;  /* lines, after paragraphs were set longer or shorter */
} zt_pages_column;

typedef struct zt_pages_answer {
    /* False: `stuck` cannot be placed. Nothing else is then given. */
    bool found;
    size_t stuck; /* a unit, or unit_count plus a figure */
    zt_pages_column *columns;
    size_t column_count;
    int pages;
    int8_t *change;  /* of each group: lines more (1) or less (-1) than its units */
    int64_t cost;    /* of all */
    int torn;        /* breaks at ZT_TEAR_NEVER and the like, because nothing else held */
    int short_lines; /* that columns lack, but at the end */
    int late;        /* pages that figures come late, summed */
    int latest;      /* of one figure */
} zt_pages_answer;

/* The cheapest pages of the stream; the answer lives in `arena`. An input beyond the bounds (rows
   or columns out of range, a group, mention or tear that is not there, costs below 0) is answered
   by `found` false and `stuck` at what is wrong, or at 0. */
zt_pages_answer zt_pages_solve(zt_arena *arena, const zt_pages_stream *stream);

#endif
