/* tests/tools/judge/judge.h — a judge of charts: draws documents by lot for every kind and width,
   sets them by the program's own pipeline, and looks in the scene for what no reader may meet. It
   knows what a kind measures (judge_kinds), and nothing of how it draws. */
#ifndef JUDGE_H
#define JUDGE_H

#include <stdio.h>

#include "app/pipeline.h"
#include "base/arena.h"
#include "model/chart_data.h"

/* ---- chance ---- */

/* Splitmix64: the same numbers on every machine. */
typedef struct judge_dice {
    uint64_t state;
} judge_dice;
uint64_t judge_throw(judge_dice *dice);
/* 0 … below − 1 */
size_t judge_below(judge_dice *dice, size_t below);
bool judge_chance(judge_dice *dice, size_t per_cent);

/* ---- kinds ---- */

/* What data a kind takes. */
typedef enum judge_data {
    JUDGE_NAMES,      /* one series over names */
    JUDGE_ANY,        /* one to four series over names or times, of any sign */
    JUDGE_SIGNED,     /* one series, both signs */
    JUDGE_TIMES,      /* one to four series over times, any sign */
    JUDGE_TIME_ONE,   /* one series over times, not negative */
    JUDGE_TIME_PARTS, /* two to four series over times, not negative */
    JUDGE_PARTS,      /* parts of a whole */
    JUDGE_ROWS,       /* one to four series of parts over names or times, not negative */
    JUDGE_HUNDRED,    /* the same in per cent */
    JUDGE_SHARES,     /* <share>, each of the whole */
    JUDGE_RANKS,      /* <rank> */
    JUDGE_TWO,        /* two series over names */
    JUDGE_PLACES,     /* places at two to twelve moments */
    JUDGE_POINTS,     /* two series, a place across and up */
    JUDGE_SIZES,      /* three, the last a size */
    JUDGE_STEPS,      /* a total, steps, a total */
    JUDGE_GRID,       /* series of times over times or names */
    JUDGE_GROUPS,     /* two or three series over names, not negative */
    JUDGE_GOALS,      /* a value and its target */
    JUDGE_FALLING,    /* one series, each no more than the one before */
    JUDGE_DAYS,       /* one series over days */
    JUDGE_FLOWS,      /* from two to five series to two to seven names, some of them series too */
    JUDGE_TREE,       /* one to four series of items that may hang on items */
    JUDGE_SAMPLES,    /* one to four series of observations */
    JUDGE_TARGETS,    /* a value and its <target> */
    JUDGE_STATIONS,   /* a series is a line, its items are stations */
    JUDGE_REGIONS     /* one series over the names of a grid */
} judge_data;

/* How a value is seen. */
typedef enum judge_measure {
    JUDGE_LENGTH,      /* of a bar, all of one thickness */
    JUDGE_AREA,        /* of a disc, a sector, a tile */
    JUDGE_LEVEL,       /* place of a mark on one axis */
    JUDGE_PLACE,       /* place of a mark on two */
    JUDGE_LINE,        /* height of the corners of a line */
    JUDGE_STAIRS,      /* the same where a value holds until the next one */
    JUDGE_GOAL,        /* length of a bar, as a part of its target */
    JUDGE_ARROWS,      /* place of a ring and of a point on one axis */
    JUDGE_SHADE,       /* the more the darker */
    JUDGE_COUNT,       /* squares, a hundred in all */
    JUDGE_FLOW,        /* thickness of a band at both ends */
    JUDGE_STACK,       /* height of a layer at each item */
    JUDGE_CLASSES,     /* heights are to each other as whole numbers, which add up to the data */
    JUDGE_ANGLES,      /* lines are level, upright or slanted by 45 degrees */
    JUDGE_ICONS,       /* whole icons, each for one number */
    JUDGE_STRIP,       /* length of a bar and place of a stroke on one scale */
    JUDGE_SMALL_LINES, /* the same as a line, each on a scale of its own */
    JUDGE_CELLS,       /* equal cells, of which a place lights its own */
    JUDGE_SPOKES,      /* about a centre, or dots of a list */
    JUDGE_BRACKETS     /* what hangs on one thing is tied together */
} judge_measure;

typedef struct judge_kind {
    const char *name;
    judge_data data;
    judge_measure measure;
    /* An axis tells values; names may be thinned where they are times. */
    bool axis;
    /* Items are the parts of one whole, each with a fill of its own. */
    bool parts;
    size_t items_most; /* 0: 31 */
} judge_kind;

extern const judge_kind judge_kinds[];
extern const size_t judge_kind_count;

/* ---- a document drawn by lot ---- */

/* Something that must be read on the page. */
typedef struct judge_word {
    const char *what; /* "name", "series", "title" */
    char text[200];
} judge_word;

typedef struct judge_lot {
    char xml[120000];
    size_t len;
    int width; /* mm */
    judge_word words[120];
    size_t word_count;
} judge_lot;

/* The file that grid= of a chart of regions names. */
void judge_write_grid(FILE *out);
/* Document number `index` of the kind. */
void judge_draw(judge_lot *lot, const judge_kind *kind, uint64_t seed, size_t index);

/* ---- a page ---- */

/* A path where it stands on the page. */
typedef struct judge_mark {
    const zt_path *path;
    double dx, dy;
    zt_rect box;
    const char *layer; /* or "" */
    size_t order;      /* in which items are painted */
} judge_mark;

/* A run where it stands. */
typedef struct judge_run {
    const zt_glyphs *run;
    zt_rect ink;
    const char *layer;
    size_t order;
} judge_run;

typedef struct judge_page {
    zt_arena *arena;
    const zt_chart_data *data;
    const judge_kind *kind;
    const judge_lot *lot;
    zt_rect block; /* of the chart */
    ZT_VEC(judge_mark) marks;
    ZT_VEC(judge_run) runs;
    zt_str text; /* plain, in the order of the page */
    bool values_unprinted;
    /* Says what was found: a name for its sort, and the case. */
    void (*say)(void *self, const char *sort, const char *words);
    void *self;
} judge_page;

void judge_page_read(judge_page *page, const zt_scene *scene);
/* What is found goes to page->say. */
void judge_words_lost(const judge_page *page);
void judge_overlaps(const judge_page *page);
void judge_bounds(const judge_page *page);
void judge_proportions(const judge_page *page);
void judge_times(const judge_page *page);
void judge_fills(const judge_page *page);
void judge_ticks(const judge_page *page);

/* Formatted, to page->say. */
void judge_say(const judge_page *page, const char *sort, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool judge_is_paper(zt_paint paint);

/* ---- what is drawn of a value: measures.c ---- */

/* A value with what was drawn for it. */
typedef struct judge_seen {
    double value;
    const zt_quantity *quantity;
    zt_rect box; /* of all its marks */
    double area; /* of a solid one, else 0 */
    zt_point middle;
    size_t item, series, marks;
} judge_seen;

typedef ZT_VEC(judge_seen) judge_seen_list;

/* Values that are drawn, each by the place of its element, or of its item where that has one. */
judge_seen_list judge_see_all(const judge_page *page);
/* The value as the axis of its series spreads it; whether that is even about zero only. */
double judge_even(const judge_page *page, size_t series, double value);
bool judge_is_bent(const judge_page *page);
/* Bars across, not columns. */
bool judge_lies(const judge_seen_list *list);
/* A layer that holds marks of data. */
bool judge_is_data_layer(const char *layer);

/* Marks of an item at places of their own. */
size_t judge_squares(const judge_page *page, zt_pos at);

/* ---- other forms: forms.c ---- */

void judge_icons(const judge_page *page, const judge_seen_list *list);
void judge_strips(const judge_page *page, const judge_seen_list *list);
void judge_small_lines(const judge_page *page);
void judge_days(const judge_page *page, const judge_seen_list *list);

/* ---- forms that show no size: ties.c ---- */

void judge_cells(const judge_page *page);
void judge_spokes(const judge_page *page);
void judge_brackets(const judge_page *page);

/* ---- shapes ---- */

typedef struct judge_line {
    zt_point a, b;
} judge_line;
typedef ZT_VEC(judge_line) judge_lines;
/* The outline as straight pieces on the page, closed for a fill. */
void judge_flatten(zt_arena *arena, const judge_mark *mark, bool closed, judge_lines *out);
/* Area of the outline, holes taken off. */
double judge_area(const judge_lines *lines);
bool judge_inside(const judge_lines *lines, zt_point p);
/* Distance of a line to a rectangle; 0 where they meet. */
double judge_distance(judge_line line, zt_rect rect);
bool judge_is_at(zt_pos a, zt_pos b);

#endif
