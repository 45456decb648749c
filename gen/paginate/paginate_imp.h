/* gen/paginate/paginate_imp.h — private to paginate/: parts with their numbers, units of the
   stream, columns of a page. Rows are lines of the page's grid. */
#ifndef ZT_PAGINATE_IMP_H
#define ZT_PAGINATE_IMP_H

#include "block/words/wording.h"
#include "paginate/paginate.h"
#include "solve/pages.h"

enum { ZT_COLUMNS_MOST = 3, ZT_FLOATS_MOST = 4, ZT_NO_PAGE = -1 };
#define ZT_NO_UNIT ((size_t)-1)

typedef struct zt_paginator zt_paginator;

/* What the program knows of a part of the report. */
typedef struct zt_part_info {
    zt_str number; /* 2.1, 2-1; empty: none */
    zt_str label;  /* 第二章, 图2-1; empty: none */
    zt_str title;  /* as printed in contents and lists */
    int page;      /* from 0; ZT_NO_PAGE before the first pass */
    double y;      /* of what begins with it, on that page */
    /* The most characters that its page number had in any pass: references are planned as wide. */
    size_t digits;
    /* Of a block: the unit, of a segment, that mentions it first; ZT_NO_UNIT: none so far. */
    size_t mention;
    const struct zt_segment *mention_in;
    /* Of a block: its plan over so many columns; kept from pass to pass. */
    const zt_plan *plan;
    int plan_columns;
    struct zt_torn_block *torn; /* the same where it goes over pages; NULL: whole */
    int in_columns;             /* of a long table: 1 yes, -1 no, 0 not known yet */
} zt_part_info;

/* A note with its words as they stand at the foot, and its number on its page. */
typedef struct zt_note_info {
    const zt_footnote *note;
    int number; /* from 1 */
    int page;
    size_t lines; /* that its words were planned in, at a width, points high */
    double width, height;
    uint32_t flow; /* it stands at a foot and is read behind its mark */
    bool told;     /* that it goes on on another page */
} zt_note_info;
/* Some of its lines: what is too long for the foot of one column goes on at those of the next. */
typedef struct zt_note_part {
    zt_note_info *info;
    size_t first, end; /* SIZE_MAX: all */
} zt_note_part;
typedef ZT_VEC(zt_note_part) zt_note_parts;

/* ---- units ---- */

typedef struct zt_stream_piece zt_stream_piece;
/* Draws the units `first` to `end` of a piece into a frame of the page. */
typedef void zt_stream_draw(zt_paginator *p, const zt_stream_piece *piece, size_t first, size_t end,
                            zt_rect frame, zt_group *into);
/* What one or several units are lines, rows or the whole of. */
struct zt_stream_piece {
    const char *kind; /* the element, for accounts */
    zt_stream_draw *draw;
    const void *own;
    zt_pos at;
    /* The part that begins with it; NULL: none. */
    const zt_report_part *part;
    /* The same words in a line less or more, where they look well; NULL: not so. */
    const zt_stream_piece *shorter, *longer;
    /* Number of the element that its parts on several columns are pieces of. */
    uint32_t flow;
};
/* What is never torn: a line of text, a head, a row, a figure. */
typedef struct zt_unit {
    const zt_stream_piece *piece;
    size_t index; /* of the piece's units */
    int rows;
    int rows_at_top;    /* where a column begins with it */
    int columns;        /* that the page has where it stands; 1: it goes over all */
    bool with_previous; /* no column begins with it */
    bool inner;         /* lines of its paragraph before and behind it: no column of it alone */
    bool torn;          /* a table goes on with it */
    bool begins;        /* a column begins with it */
    bool alone;         /* a page of its own */
    bool head;          /* of a section */
    bool figure;        /* with a line of air above it where text stands there */
    bool spans;         /* a head over the columns that follow */
    bool may_wait;      /* over all columns: it may go to the head of the next page */
    /* The section with keep="yes" that it goes on: it stands on the page of what comes before it;
       NULL: it may begin one. */
    const zt_report_part *kept;
    /* Its paragraph, a place in the segment's list from 1; 0: none that may change. */
    uint32_t group;
    /* Notes that are called in it. */
    zt_note_part *notes;
    size_t note_count;
} zt_unit;
/* A figure that leaves the stream. */
typedef struct zt_float {
    const zt_stream_piece *piece;
    int rows, air;   /* with that many lines between it and the text */
    bool across;     /* over all columns */
    bool head, foot; /* only there; else the end of its column that is nearer to its mention */
    size_t mention;  /* the unit of the segment that mentions it, or after which it stood */
} zt_float;
/* Units that run over columns of one width. What goes over all columns above them stands at their
   head. */
typedef struct zt_segment {
    ZT_VEC(zt_unit) heads;
    int columns; /* 0: not known yet */
    ZT_VEC(zt_unit) units;
    ZT_VEC(zt_float) floats;
    ZT_VEC(zt_pages_group) groups; /* paragraphs that may take a line less or more */
    bool alone;                    /* a page of its own */
    bool last;                     /* of its stream */
    /* Its pages from each line of a page that was tried. */
    ZT_VEC(const struct zt_segment_way *) ways;
} zt_segment;
/* A chapter or another run of pages of its own. */
typedef struct zt_stream {
    const zt_report_part *part; /* its head */
    const char *kind;           /* "section", for the master */
    bool opener;
    int columns; /* of its text, where it says none */
    /* While it is made: the last unit is a head, or else words that keep to what follows. */
    bool after_head, after_words;
    ZT_VEC(zt_segment *) segments;
} zt_stream;

/* ---- pages ---- */

/* What of a segment stands on one page: heads over all columns, then the columns. */
typedef struct zt_band {
    const zt_segment *segment;
    bool heads;
    bool at_top;       /* of its page */
    bool below;        /* text stands above its columns: the first unit keeps its white */
    int head_row, row; /* of the first head and of the columns, from the page's top */
    zt_pages_column *columns;
    size_t count;
    bool to_foot;          /* its columns end on one line, whatever they lack */
    bool notes;            /* they count those of notes as well */
    const int8_t *changes; /* lines more or less of each paragraph; NULL: none changes */
} zt_band;
/* What of a segment stands on one of its pages. */
typedef struct zt_segment_page {
    zt_band band;
    int used;                  /* lines of the page that are taken with it */
    int foot[ZT_COLUMNS_MOST]; /* further ones at the foot of each column: of its notes */
} zt_segment_page;
/* A segment on pages, the first of which has so many lines used, and at its foot. */
typedef struct zt_segment_way {
    const zt_segment *segment;
    int used, foot[ZT_COLUMNS_MOST];
    bool found; /* else it does not begin there */
    bool keeps; /* its head has hardly anything below it: what follows stands on the page too */
    zt_pages_answer answer;
    zt_segment_page *pages;
    size_t page_count;
} zt_segment_way;
/* One page. */
typedef struct zt_page {
    const zt_stream *stream;      /* NULL: the cover, an empty page */
    const zt_report_part *opener; /* the chapter that it opens; or NULL */
    bool first;                   /* of its stream */
    zt_scene *cover;
    ZT_VEC(zt_band) bands;
    int used, foot; /* rows of its bands; of the notes below them */
} zt_page;

/* ---- the paginator ---- */

struct zt_paginator {
    const zt_pagination *report;
    const zt_setting *setting;
    zt_arena *arena;
    const zt_report_style *style;
    const zt_report_part **parts; /* all, by their index */
    zt_part_info *infos;          /* likewise */
    size_t part_count;
    ZT_VEC(zt_note_info *) notes;
    ZT_VEC(zt_stream *) streams;
    ZT_VEC(zt_page) pages;
    int rows;            /* of a page */
    double width;        /* of the type area */
    double gutter;       /* of text columns where the master says none */
    int front;           /* pages before the body */
    zt_scene *scene;     /* while a page is drawn */
    zt_setting *drawing; /* the setting, which gets that scene */
    ZT_VEC(zt_scene *) drawn;
    zt_stream *index_stream; /* NULL: no index */
    uint32_t flows;          /* numbers of elements that were given */
    uint32_t list;           /* that of the list whose entries are made */
    /* Pages stand: references print them. Before, as many nines as they have digits. */
    bool settled;
    /* Paragraphs whose words wait for that: text.c's. */
    ZT_VEC(struct zt_text_piece *) late;
};

/* report_parts.c: head= of a block, empty where it has none; a copy of a content with another, the
   content itself where it has none. */
zt_str zt_block_head(const zt_content_block *block);
const void *zt_with_head(zt_arena *arena, const char *name, const void *content, zt_str head);
/* The events, rows, names, groups that a content lists and that may part over pages, 0: none; a
   copy of it with some of them alone. */
size_t zt_entry_count(const char *name, const void *content);
const void *zt_with_entries(zt_arena *arena, const char *name, const void *content, size_t first,
                            size_t end);
/* The element of a part, by which masters name it. */
const char *zt_part_word(const zt_report_part *part);
/* number.c: numbers, labels and titles of all parts. */
void zt_number_parts(zt_paginator *p);
zt_part_info *zt_info_of(zt_paginator *p, const zt_report_part *part);
/* The part of that id, or NULL. */
const zt_report_part *zt_part_named(const zt_paginator *p, zt_str id);
/* 12, or iv: the number that is printed on a page. */
zt_str zt_page_number(zt_paginator *p, int page);
/* The words that a <see> prints, by the pages known so far. */
zt_str zt_see_words(zt_paginator *p, const zt_see *see);
/* Points from a number to the words behind it, `gap` of them white; 0 without a number. */
double zt_number_room(zt_paginator *p, zt_str number, const zt_look *look, double gap, zt_pos at);
/* {} in a pattern replaced. */
zt_str zt_fill_in(zt_arena *arena, zt_str pattern, zt_str value);

/* resolved_text.c: inline text with references and marks of notes as texts; notes are added to the
 * list. */
typedef ZT_VEC(zt_note_info *) zt_note_list;
/* Whether its words depend on pages: references to pages, marks of notes. */
bool zt_is_late(const zt_rich *rich);
/* Inline text in exactly so many lines, where it can be; else as it breaks by itself. `whole`: it
   is placed at once, not line by line. */
zt_para *zt_set_in_lines(zt_paginator *p, const zt_rich *words, const zt_look *look,
                         const zt_look *strong, double width, size_t lines, bool whole);
/* The record of a note, that of the other for a mark that repeats one. */
zt_note_info *zt_note_of(zt_paginator *p, const zt_footnote *note);
/* The lines that a note has at a width. */
size_t zt_note_lines(zt_paginator *p, zt_note_info *info, double width);
zt_rich zt_resolve(zt_paginator *p, const zt_rich *rich, zt_note_list *called);

/* page_scene.c: the lines that a unit's paragraph takes more or less in a band, where the unit is
   its first. */
int zt_unit_change(const zt_band *band, const zt_unit *unit);
/* Whether a figure of a column stands at its foot; the line behind its last, from the band's top,
   `across` of which are taken by figures over all columns. */
bool zt_float_at_foot(const zt_paginator *p, const zt_band *band, const zt_pages_column *column,
                      size_t figure);
int zt_column_end(zt_paginator *p, const zt_band *band, const zt_pages_column *column, int across);
/* report_streams.c: the streams of the whole report. */
void zt_make_streams(zt_paginator *p);
/* Width of one of so many columns. */
double zt_text_column(const zt_paginator *p, int columns);
double zt_column_gutter(const zt_paginator *p, int columns);
/* Lines that something so high takes. */
int zt_rows_of(const zt_paginator *p, double height);
/* Adds a unit to the segment that has its columns, or begins one. */
void zt_add_unit(zt_paginator *p, zt_stream *s, zt_unit unit);
/* Heads at the end of the last segment stand over the columns of the next instead, when these are
   others. */
void zt_lift_heads(zt_paginator *p, zt_stream *s, int columns);
/* The segment that a unit of so many columns would join. */
zt_segment *zt_segment_for(zt_paginator *p, zt_stream *s, int columns);
/* text.c: running text. */
void zt_add_text(zt_paginator *p, zt_stream *s, const zt_report_part *part);
void zt_add_lead(zt_paginator *p, zt_stream *s, const zt_report_part *part);
/* Sets the words of the last pass anew with the pages and numbers of notes that were found, in the
   same lines. */
void zt_finish_text(zt_paginator *p);
/* Heads of sections and of collected parts. */
void zt_add_heading(zt_paginator *p, zt_stream *s, const zt_report_part *part);
/* report_figure.c: any other block, in the stream or floating. */
void zt_add_block(zt_paginator *p, zt_stream *s, const zt_report_part *part);
void zt_add_made_table(zt_paginator *p, zt_stream *s, const zt_block *block, zt_str number,
                       zt_str caption);
/* torn_block.c: a block of entries over several pages. Each part is a block of some of its entries,
   planned by itself: it has the heads, the bands of years, the level columns of its own. */
typedef struct zt_torn_block zt_torn_block;
/* NULL: it has no entries that may part. `pages`: about as many as it takes. */
zt_torn_block *zt_torn_block_make(zt_paginator *p, const zt_block *block, double width, int pages);
/* An entry, or as many as make a step of a long list. */
size_t zt_torn_block_units(const zt_torn_block *torn);
/* The place of a unit's first entry among all. */
size_t zt_torn_block_entry(const zt_torn_block *torn, size_t unit);
/* Points. */
double zt_torn_block_height(zt_paginator *p, zt_torn_block *torn, size_t first, size_t end);
/* A unit so far before this one that what a part between them grows by with it is what it takes. */
size_t zt_torn_block_window(size_t unit);
/* Draws some units, as high as the frame as far as they can be, and returns their group. */
zt_group *zt_torn_block_place(zt_paginator *p, zt_torn_block *torn, size_t first, size_t end,
                              zt_rect frame, zt_group *into);
/* collected.c: contents, lists, sources, data. */
void zt_add_collected(zt_paginator *p, zt_stream *s, const zt_report_part *part);

/* index.c, data.c */
void zt_add_index(zt_paginator *p, zt_stream *s);
void zt_add_data(zt_paginator *p, zt_stream *s);

/* Rows that the notes of a line take at the foot of its column, without the rule above all. */
int zt_note_rows(zt_paginator *p, const zt_note_part *notes, size_t count, double width);
void zt_place_notes(zt_paginator *p, const zt_note_part *notes, size_t count, zt_rect frame,
                    zt_group *into);

/* segment_pages.c: rows of the heads of a segment; its cheapest pages from a line on. */
int zt_segment_head_rows(const zt_segment *g, bool at_top);
const zt_segment_way *zt_segment_way_from(zt_paginator *p, const zt_segment *g, int used,
                                          const int *foot);
/* note_parts.c: notes too long for half of a page go on with the lines behind that which calls
 * them. */
void zt_part_notes(zt_paginator *p, zt_segment *g);
/* stream_pages.c: breaks a stream into pages and adds them. */
void zt_break_stream(zt_paginator *p, const zt_stream *s);

/* page_scene.c: the scene of a page. */
zt_scene *zt_draw_page(zt_paginator *p, const zt_page *page, size_t index);
/* report_account.c: how the pages came about; reports float-late and page-short. */
zt_account *zt_report_account(zt_paginator *p, int passes);
/* paginate.c: the name by which links lead to a part. */
const char *zt_dest_id(zt_paginator *p, const zt_report_part *part);
/* links.c: links over the references of a page. */
void zt_link_references(zt_paginator *p, zt_scene *scene, size_t page);
/* running_lines.c: running heads and folios. */
void zt_draw_running(zt_paginator *p, const zt_page *page, size_t index);
/* opener.c: the page before a chapter. The figures of the chapter that stand on it, or NULL. */
const zt_report_part *zt_opener_figures(const zt_paginator *p, const zt_report_part *chapter);
void zt_draw_opener(zt_paginator *p, const zt_page *page, size_t index);
/* True of the left page of a spread. */
bool zt_is_left(const zt_paginator *p, size_t index);
/* The type area of a page, inner and outer margins swapped on left pages. */
zt_rect zt_type_area(const zt_paginator *p, size_t index);

#endif
