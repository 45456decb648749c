/* gen/chart/chart_words.h — words of one or several lines beside a mark, measured by their em boxes
   so that what stands next to them can keep clear; and key figures in the looks of a chart. */
#ifndef ZT_CHART_WORDS_H
#define ZT_CHART_WORDS_H

#include "chart/chart_imp.h"
#include "chart/figure.h"

/* A text broken beside a mark; widths and heights in points, of em boxes. */
typedef struct zt_words {
    const zt_para *para; /* NULL when there are none */
    double width;        /* of the widest line */
    double height;       /* from the first em box's top to the last one's foot, and a tenth of an em
                            more where letters reach below it */
    double above;        /* blank of the first line above its em box */
    zt_align align;
    bool down;    /* in one column: height is its length, width its em */
    double shift; /* then: to the right, so that the ink of turned letters is in the middle */
} zt_words;

/* Broken at sense into lines at most `limit` wide, aligned among themselves as `align` says. */
zt_words zt_words_new(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at,
                      double limit, zt_align align);
/* The same, but never narrower than the widest piece that cannot be broken: for words whose place
   is found by how wide they come out. */
zt_words zt_words_within(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at,
                         double limit, zt_align align);
/* Whether it breaks within the limit without a break inside of a word or a number. */
bool zt_words_break_well(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at,
                         double limit);
/* Whether letters or brackets of the text reach below the em box of Han. */
bool zt_words_descend(zt_str text);
/* In one column that runs down, for a mark `pitch` points from the next: in the size of the look,
   or smaller down to the floor of its style. Without a paragraph where even so columns would touch.
   Its x is its middle. */
zt_words zt_words_down(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at,
                       double pitch);
/* The least limit that the text can be broken to: the width of its widest piece, in points. */
double zt_words_least(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at);
/* With the top of the first em box at y; x is the edge, or the middle, that `align` names. */
void zt_words_place(const zt_chart *chart, const zt_words *words, zt_group *into, double x,
                    double y);
/* The same with the middle of the ink at y. */
void zt_words_centre(const zt_chart *chart, const zt_words *words, zt_group *into, double x,
                     double y);

/* Digits in `look` and `ink`; units, missing values and ratios as the chart block says. */
zt_figure_style zt_chart_figure_style(const zt_chart *chart, zt_look look, const zt_ink *ink);
/* The phrase as a key figure, with the unit of the data after a bare number; at most `width` wide:
   smaller if it must, down to the size of plain values. */
const zt_figure *zt_chart_figure_within(const zt_chart *chart, const zt_quantity *quantity,
                                        zt_figure_style style, double width);
/* How far the em box of a key figure of this size reaches above the ink of its digits. */
double zt_chart_figure_headroom(const zt_look *look);

#endif
