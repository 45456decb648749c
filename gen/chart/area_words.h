/* gen/chart/area_words.h — name and value within the area that they belong to: a tile, a cell, a
   slice of a column. Points, frame of the area. */
#ifndef ZT_AREA_WORDS_H
#define ZT_AREA_WORDS_H

#include "chart/chart_words.h"
#include "chart/fills.h"

/* What is said in an area and how much type may grow in it. Filled by the caller. */
typedef struct zt_area_wish {
    zt_str name;         /* empty: the value alone */
    size_t item, series; /* whose value */
    zt_part_fill fill;
    zt_mark_fill way;
    zt_rect area; /* only its size counts */
    /* Name and value by the size of labels and values; at least 1, or a little less. */
    double name_share, value_share;
    /* White between the words and the edges, points. */
    double inset;
    bool strong; /* the name in bold type */
    /* The parts whose looks they have; NULL: label and value. */
    const char *name_part, *value_part;
    bool centred; /* in the middle of the area, not in its top left */
    /* Lines that the name may take; 0: it stands before the value on one line. */
    size_t lines;
    bool anywhere; /* the name may be broken within a word */
} zt_area_wish;

/* Words that have room in an area, by value; what they point to lives in the arena of the setting.
 */
typedef struct zt_area_words {
    zt_words name;
    zt_mark_text value, word;
    bool below;  /* the word of standing stands under the value, not behind it */
    bool beside; /* the name stands before the value, not over it */
    /* The ground cannot be read on: paper lies behind the words. */
    bool plate;
    bool centred;
    double inset;
    double width, height; /* of all words, without the inset */
} zt_area_words;

/* Sets them; false when they have no room, and then nothing is reported. */
bool zt_area_words_fit(const zt_chart *chart, const zt_area_wish *wish, zt_area_words *out);
/* Whether the words leave a square of this side free in the lower right corner of the area. */
bool zt_area_words_clear(const zt_area_words *words, zt_rect area, double corner);
/* Places them in the top left of the area, the paper behind them in `plates`. */
void zt_area_words_place(const zt_chart *chart, const zt_area_words *words, zt_group *plates,
                         zt_group *labels, zt_rect area);
/* One line alone in the same way, centred in its area; false when it has no room. */
bool zt_area_line_fit(const zt_chart *chart, const zt_area_wish *wish, zt_str text, zt_pos at,
                      zt_area_words *out);
/* The name of the wish alone, in its lines, `at` its place in the data; false when it has no room.
 */
bool zt_area_name_fit(const zt_chart *chart, const zt_area_wish *wish, zt_pos at,
                      zt_area_words *out);
/* Places such a line, or such a name, in the middle of the area. */
void zt_area_line_place(const zt_chart *chart, const zt_area_words *words, zt_group *plates,
                        zt_group *labels, zt_rect area);

#endif
