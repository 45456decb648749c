/* gen/block/heads/title_fit.h — a headline fitted to its measure: one line, else two balanced at
   sense, else as many as it takes at the smallest size (docs/typesetting.md R90-R94). Points. */
#ifndef ZT_TITLE_FIT_H
#define ZT_TITLE_FIT_H

#include "block/words/rich.h"

/* How far the parts of a line may give. em of the headline's size. */
typedef struct zt_title_give {
    /* The full-width blank between two halves. */
    double blank_min, blank_max;
    /* After a closing quotation mark, over its squeezed width. */
    double quote_gap;
    /* Spread over the line before it is left short. */
    double tracking_max;
} zt_title_give;

/* What was set of one headline; for the next asks of it, which differ in measure and sizes alone.
 */
typedef struct zt_title_memory zt_title_memory;
zt_title_memory *zt_title_memory_new(zt_arena *arena);

/* What a headline has to be fitted to. Sizes and measure in points. */
typedef struct zt_title_ask {
    const zt_rich *text;
    /* para.vertical: the measure is a height. */
    const zt_look *look;
    /* What each line's ink may take. */
    double measure;
    /* size_max is also the size of a headline that does not grow. */
    double size_min, size_max;
    /* The least size of a single line that may be broken, and the most of several lines; 0: as
       size_min and size_max. */
    double one_least, several_most;
    size_t lines_most; /* 0: two */
    /* Fill the measure, else only keep within it. */
    bool grow;
    zt_title_give give;
    /* NULL: none. It lives as long as the arena of the setting. */
    zt_title_memory *memory;
} zt_title_ask;

/* One line as set, with the box of its ink about its start, points. */
typedef struct zt_title_line {
    zt_para *para; /* one line */
    zt_rect ink;   /* when placed at 0, 0 */
} zt_title_line;

/* The lines that were found and how they are set. Kept in the arena of the setting. */
typedef struct zt_title_fit {
    double size, pitch;
    zt_title_line *lines;
    size_t line_count;
    /* Width of its glyphs to their own: 1, or down to 0.9 when nothing else helps (R94). */
    double condense;
    /* Characters beyond the second line: 0 when it fits. */
    size_t over;
} zt_title_fit;

/* Never fails: what does not fit is counted in `over`. */
zt_title_fit zt_title_fit_to(const zt_setting *setting, const zt_title_ask *ask);
/* Height from the first line's em box to the last one's: its middle is that of the Han ink (R126).
 */
double zt_title_fit_height(const zt_title_fit *fit);
/* Across: lines one below the other from the top of `into`, each in its place of the width. */
void zt_title_fit_place(const zt_setting *setting, const zt_title_fit *fit, zt_align align,
                        double width, zt_group *into);
/* Where something starts in a room that is wider by `spare`, along the line or down the column. */
double zt_title_fit_start(zt_align align, double start, double spare);
/* What the ruby of a line needs above it, beyond the pitch (R135). */
double zt_title_room_above(const zt_title_fit *fit, size_t line);
/* What the ink of the whole headline takes in one line at the smallest size. */
double zt_title_least_length(const zt_setting *setting, const zt_title_ask *ask);

#endif
