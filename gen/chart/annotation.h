/* gen/chart/annotation.h — an annotation of a chart: a key figure with the words under it, or
   words alone. Boxes are measured at a width while a chart is planned and placed when it is
   drawn; a list of them stands under the plot. What does not stand there is tie.h's. */
#ifndef ZT_ANNOTATION_H
#define ZT_ANNOTATION_H

#include "chart/chart_imp.h"
#include "chart/figure.h"

/* An annotation measured at a width; lengths in points, y from its top. Filled by
   zt_note_box_new and held by value; what it points to lives in the arena of the setting or
   belongs to the data. */
typedef struct zt_note_box {
    const zt_annotation *annotation;
    /* The figure set apart; NULL where the text is a sentence. */
    const zt_figure *figure;
    const zt_para *words; /* its label, else its text */
    /* Of the whole: from the ink of the first line to the em box of the last. */
    double width, height;
    /* Of the paragraph's top, which may lie above the box by the white over its ink. */
    double words_y;
    /* Stands in a ring before it, the same as at its mark; 0 for none. */
    size_t number;
    /* x of figure and words: 0, or right of the number. */
    double left;
} zt_note_box;

/* In the place of a number: the name of the item before the words. */
#define ZT_NOTE_NAMED SIZE_MAX
/* Whether it is tied to a mark: it names one item or series and is no key figure, which is set
   large and has a place of its own. */
bool zt_annotation_is_tied(const zt_annotation *annotation);
/* Whether it is an arrow from mark to mark that has no way in the plot (zt_chart.lost). */
bool zt_annotation_is_lost(const zt_chart *chart, const zt_annotation *annotation);
/* False for an arrow from mark to mark without words that is drawn. */
bool zt_annotation_has_words(const zt_chart *chart, const zt_annotation *annotation);

/* Set at most `width` wide, the words in lines of like length. */
zt_note_box zt_note_box_new(const zt_chart *chart, const zt_annotation *annotation, double width);
/* The same behind a number, which is 0 for none, or behind the name (ZT_NOTE_NAMED), unless the
   words say it themselves. */
zt_note_box zt_note_box_numbered(const zt_chart *chart, const zt_annotation *annotation,
                                 double width, size_t number);
/* The ring about a number, points across. */
double zt_note_number_size(const zt_chart *chart);
/* The number in its ring, on paper, within `box`, which is a square of that size. */
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
    /* Side by side; 0 and 1 are one below the other. */
    size_t columns;
    /* From column to column, points. */
    double step;
} zt_note_list;
/* All annotations of the data, as chart->ties says, in the arena of the setting. */
zt_note_list zt_note_list_new(const zt_chart *chart, double width);
/* The height of a list from that of its boxes. */
void zt_note_list_measure(const zt_chart *chart, zt_note_list *list);
/* Sets them side by side in columns of one width, two or three, where all are key figures whose
   words take two lines at most there. */
void zt_note_list_spread(const zt_chart *chart, zt_note_list *list, double width);
/* Places them from `y` down, from the left edge. */
void zt_note_list_place(const zt_chart *chart, const zt_note_list *list, zt_group *into, double y);
/* Takes the first one out of the list, for a place of its own. The list must not be empty. */
void zt_note_list_shift(const zt_chart *chart, zt_note_list *list);
/* True when of= of the annotation lists the key, compared as written. */
bool zt_annotation_names(const zt_annotation *annotation, zt_str key);
/* The first item that it names; the count of items for a series or none. */
size_t zt_annotation_item(const zt_chart_data *data, const zt_annotation *annotation);

#endif
