/* gen/template/report_style.h — what a template says of a report beside page, styles and places:
   masters, heads, floats, notes, numbers, the score of page breaks. All lengths are points. Read
   when the template is loaded and never changed. */
#ifndef ZT_REPORT_STYLE_H
#define ZT_REPORT_STYLE_H

#include "template/template.h"

/* Where a running line stands on a page; outer and inner swap on left pages. */
typedef enum zt_page_side {
    ZT_SIDE_OUTER,
    ZT_SIDE_INNER,
    ZT_SIDE_LEFT,
    ZT_SIDE_CENTRE,
    ZT_SIDE_RIGHT
} zt_page_side;
/* <running>: a line at the head or foot of each page of a master. */
typedef struct zt_running_line {
    bool foot;
    zt_page_side side;
    /* Its baseline, from the page's top, of one at the foot from its bottom. */
    double baseline;
    double inset; /* from the side of the type area, towards the middle */
    /* On which pages: left ones, right ones. */
    bool on_left, on_right;
    /* {page} {pages} {book} {chapter} {number}: fields; all else is printed. */
    zt_str text;
    const zt_style *style;
    zt_pos at;
} zt_running_line;

/* <master>: a kind of page. */
typedef struct zt_master {
    const char *name;
    /* The parts whose pages it is for, blank-separated: cover section appendix toc list sources
       index. */
    const char *of;
    /* For the first page of each such part alone. */
    bool first;
    zt_box_spec *column; /* boxes as of a graphic; NULL: a stream */
    /* How blocks on its pages are set where that differs from the report's; NULL: it does not. */
    zt_box_spec *places;
    zt_running_line *lines;
    size_t line_count;
    /* The rule below the running head; weight 0: none. */
    double rule, rule_at; /* from the page's top */
    int columns;
    double gutter;
} zt_master;

/* The page of a spread with which chapters begin. */
typedef enum zt_page_begin { ZT_BEGIN_ANY, ZT_BEGIN_LEFT, ZT_BEGIN_RIGHT } zt_page_begin;
/* <heading level=>: the heads of chapters (1), sections (2) and so on. */
typedef struct zt_heading_style {
    const zt_style *style, *number_style;
    zt_str number; /* 第{}章: {} is the number; empty: none is printed */
    bool han;      /* the number in Han: 二 */
    int lines;     /* of the grid that a head of one line takes */
    bool spans;    /* over all columns */
    /* A page of its own ground with lead, key figures and list of sections. */
    bool opener;
    const zt_ink *ground, *rule_ink;
    double rule; /* below the number on an opener */
    zt_page_begin begin;
} zt_heading_style;
enum { ZT_HEADINGS = 3 };

/* <float>: blocks that leave the stream for the head or foot of a column. */
typedef struct zt_float_style {
    const char *select; /* names of blocks, blank-separated; "" for none */
    bool at_foot;       /* to the foot of a column as well, not to its head alone */
    int most;           /* of one column */
    int late;           /* pages behind the first mention: more is an error */
    double bar;         /* above each chart; 0: none */
    const zt_ink *bar_ink;
} zt_float_style;

/* <note>: footnotes. */
typedef struct zt_note_style {
    double rule, weight, gap; /* length and weight of the rule; from the text to it */
    double hanging;           /* of the number */
} zt_note_style;

/* <number of="chart">: how figures and tables are called. */
typedef struct zt_number_style {
    zt_str figure, table, appendix; /* 图{} 表{} 表A-{} */
    bool by_section;
    bool front_roman; /* pages before the first section */
    int body;         /* number of the first page of the body; 0: numbers run on */
} zt_number_style;

/* <score>: what a page break costs; whole numbers. */
typedef struct zt_page_score {
    int shortness, late, alone, split, line_less, line_more;
} zt_page_score;

/* The styles that reports are set in, by name; each template of reports must have them. */
typedef struct zt_report_styles {
    const zt_style *body, *running, *folio, *number, *caption, *source, *table_caption, *continued,
        *note, *toc_head, *toc_chapter, *toc_section, *entry, *letter, *part;
} zt_report_styles;

/* All of it. */
typedef struct zt_report_style {
    bool facing;
    double line; /* of the grid */
    zt_master *masters;
    size_t master_count;
    zt_heading_style headings[ZT_HEADINGS];
    zt_float_style floats;
    zt_note_style note;
    zt_number_style number;
    zt_page_score score;
    zt_report_styles styles;
    /* How blocks are set: a column of <place>s, the last for all that none of them selects. */
    zt_box_spec *places;
    const char *wide; /* blocks that go over all columns, blank-separated */
} zt_report_style;

/* The master for pages of that part; NULL when the template has none. */
const zt_master *zt_report_master(const zt_report_style *style, const char *part, bool first);

#endif
