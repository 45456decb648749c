/* gen/chart/annotation.h — an annotation of a chart: a key figure with the words under it. */
#ifndef ZT_ANNOTATION_H
#define ZT_ANNOTATION_H

#include "chart/chart_imp.h"
#include "chart/figure.h"

/* An annotation measured at a width; lengths in points, y from its top. */
typedef struct zt_note_box {
    const zt_annotation *annotation;
    const zt_figure *figure; /* NULL when it is words alone */
    const zt_para *words;    /* its label, else its text */
    double width, height;    /* of the whole, by ink */
    double words_y;          /* of the paragraph's top */
    size_t number;           /* before it, the same as at its mark; 0: none */
    double left;             /* x of figure and words, beside the number */
} zt_note_box;

/* Set at most `width` wide, the words in lines of like length. */
zt_note_box zt_note_box_new(const zt_chart *chart, const zt_annotation *annotation, double width);
/* The same behind a number, which is 0 for none. */
zt_note_box zt_note_box_numbered(const zt_chart *chart, const zt_annotation *annotation,
                                 double width, size_t number);
/* A number in a ring, and the width of the ring. */
double zt_note_number_size(const zt_chart *chart);
void zt_note_number_place(const zt_chart *chart, zt_group *into, zt_pos at, size_t number,
                          zt_rect box);
/* Draws it with its top left at x, y of `into`. */
void zt_note_box_place(const zt_chart *chart, const zt_note_box *box, zt_group *into, double x,
                       double y);
/* All annotations of a chart, for stacking under its plot: `height` with a gap above each. The
   boxes lie in the arena of the setting and point to the data's annotations. */
typedef struct zt_note_list {
    zt_note_box *boxes;
    size_t count;
    double height;
    size_t columns; /* side by side; 0 and 1: one below the other */
    double step;    /* from column to column */
} zt_note_list;
/* All annotations of the data, in the arena of the setting. */
zt_note_list zt_note_list_new(const zt_chart *chart, double width);
/* The height of a list from that of its boxes. */
void zt_note_list_measure(const zt_chart *chart, zt_note_list *list);
/* Sets them side by side in columns of one width, two or three, where all are key figures whose
   words take two lines at most there. */
void zt_note_list_spread(const zt_chart *chart, zt_note_list *list, double width);
/* Places them from `y` down, from the left edge. */
void zt_note_list_place(const zt_chart *chart, const zt_note_list *list, zt_group *into, double y);
/* Takes the first one out of the list, for a place of its own. */
void zt_note_list_shift(const zt_chart *chart, zt_note_list *list);
/* True when the annotation names the item. */
bool zt_annotation_names(const zt_annotation *annotation, zt_str key);

#endif
