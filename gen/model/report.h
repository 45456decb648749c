/* gen/model/report.h — a report as it is true: its parts in the order in which they are read.
   Blocks are those of the document (zt_doc.blocks), named here by their place in that list. */
#ifndef ZT_REPORT_MODEL_H
#define ZT_REPORT_MODEL_H

#include "model/doc.h"

/* What a part of a report is; TOC, LIST, DATA, SOURCES and INDEX are made by the program. */
typedef enum zt_report_kind {
    ZT_REPORT_SECTION,
    ZT_REPORT_APPENDIX,
    ZT_REPORT_LEAD,
    ZT_REPORT_BLOCK,
    ZT_REPORT_TOC,
    ZT_REPORT_LIST,
    ZT_REPORT_DATA,
    ZT_REPORT_SOURCES,
    ZT_REPORT_INDEX
} zt_report_kind;

/* Bits of list of=. */
enum { ZT_LIST_CHARTS = 1, ZT_LIST_PHOTOS = 2, ZT_LIST_TABLES = 4 };

/* float= of a block: where the template lets it, in the stream, on a page of its own, at the head
   or the foot of a column. */
typedef enum zt_float_wish {
    ZT_FLOAT_AS_TEMPLATE,
    ZT_FLOAT_HERE,
    ZT_FLOAT_PAGE,
    ZT_FLOAT_HEAD,
    ZT_FLOAT_FOOT
} zt_float_wish;

/* One part. Sections hold parts; others have none. */
typedef struct zt_report_part zt_report_part;
struct zt_report_part {
    zt_report_kind kind;
    const char *id; /* or NULL */
    zt_pos at, head_at;
    zt_str head;
    /* short=, else the head: for running heads and contents. */
    zt_str brief;
    zt_pos brief_at;
    int level;     /* of sections and appendices, from 1 */
    bool numbered; /* sections: numbered="no" is false */
    int depth;     /* of the contents */
    unsigned of;   /* of a list */
    size_t block;  /* of BLOCK: index into the blocks of the document */
    zt_rich lead;  /* of LEAD */
    zt_float_wish placing;
    bool keep; /* also of sections */
    bool split, wide;
    /* Of SOURCES: those that are written there. */
    zt_credit *sources;
    size_t source_count;
    zt_report_part *parts;
    size_t part_count;
    const zt_report_part *parent; /* NULL at the top */
    size_t index;                 /* among all parts, in the order of the document */
};

/* v name=: a figure that the index names. Several of one name are one entry. */
typedef struct zt_indicator {
    zt_str name;
    const zt_quantity *value;
    zt_pos at;
    /* Of the element around it: a cell that prints it alone has that place on the page. */
    zt_pos around;
} zt_indicator;

/* What a document is besides when its root is <report>. Lives as long as the document. */
typedef struct zt_report_doc {
    /* The cover as a document of its own, whose heads and blocks are the document's first; NULL
       without one. */
    const zt_doc *cover;
    zt_report_part *parts;
    size_t part_count;
    size_t all_parts;         /* with those in others */
    zt_indicator *indicators; /* in the order of the document */
    size_t indicator_count;
    /* All that <see> refers from, and all notes, in the order of the document. */
    const zt_see **sees;
    size_t see_count;
    const zt_footnote **notes;
    size_t note_count;
} zt_report_doc;

/* What a part counts as among figures and tables: charts, photographs and tables always, other
   blocks that show something as figures when they have an id to be referred to. */
typedef enum zt_counted { ZT_COUNTED_NOT, ZT_COUNTED_FIGURE, ZT_COUNTED_TABLE } zt_counted;
zt_counted zt_report_counts(const zt_doc *doc, const zt_report_part *part);

#endif
