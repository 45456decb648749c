/* gen/template/edition_look.h — what a template says of newspaper pages: the grid, the furniture at
   their head, how stories of each rank look, and what a layout that is found is weighed by. Read
   into typed structs when the template is loaded. */
#ifndef ZT_EDITION_LOOK_H
#define ZT_EDITION_LOOK_H

#include "template/template.h"

/* Where photographs of a story may stand when they have no frame; bits. */
enum { ZT_PHOTO_AT_HEAD = 1, ZT_PHOTO_AT_SIDE = 2 };
/* Over how many columns of the story heads may go; bits. */
enum { ZT_HEADS_OVER_ALL = 1, ZT_HEADS_OVER_ALL_BUT_1 = 2 };

/* <story>: stories of the ranks from first to last, ends included. */
typedef struct zt_story_style {
    int rank_first, rank_last;
    int cols_least, cols_most; /* widths of the story, columns of the grid */
    /* Sizes of the headline in points, the largest first; a headline by hand fills its measure
       between the last and the first. */
    const double *titles;
    size_t title_count;
    int title_lines_least, title_lines_most;
    unsigned over, photo;    /* ZT_HEADS_OVER_…, ZT_PHOTO_AT_… */
    int crop;                /* lines that its photographs may lose */
    int leg_least, leg_most; /* lines of a column of its text */
    double air;              /* blank of the heads above and below, lines of the grid */
    const zt_style *kicker, *title, *deck;
    /* Of the name of a series, <em> at the head of the kicker, reversed on a ground; NULL: as the
       kicker. */
    const zt_style *tag;
    zt_pos at;
} zt_story_style;

/* <score>: what a way to lay out a page costs, whole numbers; a line cut is always dearer. */
typedef struct zt_edition_score {
    int butt;        /* two headlines side by side */
    int title_step;  /* each size below the largest */
    int short_title; /* the headline's short form */
    int no_deck;     /* an optional deck left out */
    int resplit;     /* legs of another measure than a column */
    int crop;        /* each line that a photograph loses */
    int line;        /* each paragraph a line shorter or longer than it likes */
    int early;       /* an optional paragraph left out */
    int down;        /* so many lines lower cost the weight of a rank */
} zt_edition_score;

/* The line over the type area, on every page. */
typedef struct zt_folio_look {
    const char *name; /* of the paper; NULL: not printed */
    const zt_style *number, *date, *section, *paper;
} zt_folio_look;

/* The paper's name on a front page. */
typedef struct zt_nameplate_look {
    int lines; /* of the grid; 0: the template has no front pages */
    const char *name;
    const zt_style *paper, *date, *ear_head, *ear;
} zt_nameplate_look;

/* What a template of root="edition" says. */
typedef struct zt_edition_look {
    const zt_paper *paper;
    /* Measures in characters that legs may have; NULL: a column alone. */
    const int *legs;
    size_t leg_count;
    int least;   /* characters: no text stands beside an obstacle in less */
    int between; /* lines between items one above the other */
    double rule; /* points: between columns */
    zt_story_style *stories;
    size_t story_count;
    zt_edition_score score;
    zt_folio_look folio;
    zt_nameplate_look nameplate;
} zt_edition_look;

/* The style of stories of that rank: the first that names it, else the last of all. */
const zt_story_style *zt_story_style_of(const zt_edition_look *look, int rank);

#endif
