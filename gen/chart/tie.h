/* gen/chart/tie.h — annotations of words that stand in the plot, each tied to its mark by a leader.
   One that finds no room there is numbered: the number stands at the mark and before its words
   under the plot. */
#ifndef ZT_TIE_H
#define ZT_TIE_H

#include "chart/annotation.h"
#include "labels/course.h"

/* An annotation and the mark that it names. Points, frame of the plot. */
typedef struct zt_tie {
    const zt_annotation *annotation;
    /* Index of the item that its key names, in the data. */
    size_t item;
    zt_note_box box; /* its words as they stand */
    /* Of the words, or of the number in its ring. */
    zt_rect place;
    /* The leader from the mark to the words; all pieces run level or upright. */
    zt_point line[3];
    /* Of the leader: 2, or 3 with an elbow. */
    size_t points;
    /* From 1 on; 0 when the words stand in the plot. */
    size_t number;
    /* An arrow from one mark to another. */
    bool has_arrow;
    zt_rect from, to; /* the marks */
    zt_course arrow;
    bool is_bare; /* the arrow has no words */
} zt_tie;
/* All ties of a chart, in the order of the annotations and in the arena of the setting. Places
   depend on the height, so that a drawing works on its own copy. */
typedef struct zt_ties {
    zt_tie *items;
    size_t count;
    size_t touching; /* of those placed: numbers that touch type or dots, having no other place */
} zt_ties;

/* Those that name one item and are no key figure; the others stay in the list under the plot. */
zt_ties zt_ties_new(const zt_chart *chart);
/* What the annotations under the plot are: all that are not tied, and those that are numbered. */
zt_note_list zt_ties_rest(const zt_chart *chart, const zt_ties *ties, double width);
/* The height of the tallest as it stands in the plot, with its leader and the white about it; 0
   without any. */
double zt_ties_height(const zt_chart *chart, const zt_ties *ties);
/* Where the words may stand and what is in their way; filled and owned by the kind. `rects` has
   room for as many rectangles more as there are ties, since what is placed is added to it;
   `marks` holds the ink of the mark of each tie. */
typedef struct zt_tie_field {
    zt_rect frame;
    zt_rect *rects;
    size_t rect_count;
    const zt_piece *pieces;
    size_t piece_count;
    zt_rect *marks;
    /* Areas that keep words and leaders off, but that an arrow may run over and a number stand on.
     */
    const zt_rect *areas;
    size_t area_count;
} zt_tie_field;
/* The ties of a plan for one drawing, and in `marks`, which has room for all, the mark that the
   words of each stand at, from the marks of items: that of its own item, or the middle of its
   arrow. */
zt_ties zt_ties_at(const zt_chart *chart, const zt_ties *planned, zt_rect *marks,
                   const void *context, zt_rect (*mark)(const void *context, size_t item));
/* Gives each its place, the first one first. Those that find none are numbered from 1 on, as are
   those that had a number before. Returns how many are numbered. An arrow that would run
   through a rectangle of the field goes round it where it can. Changes the frame, the rectangles
   and the marks of the field. */
size_t zt_ties_place(const zt_chart *chart, zt_ties *ties, zt_tie_field *field);
/* How many have a number. */
size_t zt_ties_numbered(const zt_ties *ties);
/* Those that had no room when they were placed keep their number: what the plan promises. */
void zt_ties_promise(zt_ties *planned, const zt_ties *placed);
/* An arrow along the corners of its way, of which there are two at least. */
void zt_tie_arrow(const zt_chart *chart, zt_group *into, zt_pos at, const zt_point *way,
                  size_t count);
/* The shortest last piece of such a way: its point, and as much of the line. */
static const double ZT_TIE_ARROW_LEAST = ZT_MM(3.6);
/* The point of an arrow: its length, and from its middle line to what it keeps off. */
static const double ZT_TIE_ARROW_TIP = ZT_MM(1.8), ZT_TIE_ARROW_CLEAR = ZT_MM(0.95);
/* For marks that leave no room about them, as bars in rows: numbers all that have words. */
void zt_ties_number(zt_ties *ties);
/* What the numbers of an item take at the end of its value, a gap before each; 0 without any. */
double zt_ties_numbers_width(const zt_chart *chart, const zt_ties *ties, size_t item, double gap);
/* Places them from x on, to the right (way 1) or to the left (-1), their middles at y. */
void zt_ties_numbers_place(const zt_chart *chart, const zt_ties *ties, size_t item, double gap,
                           zt_group *into, zt_point from, double way);
/* Draws words, leaders and numbers: leaders into `axis`, all type into `labels`. */
void zt_ties_draw(const zt_chart *chart, const zt_ties *ties, zt_group *axis, zt_group *labels);

#endif
