/* gen/block/words/wording.h — a short text in a cell: its look, its lines, its height. Shared by
   ledger, tasks, strip, figures, names, quotes. */
#ifndef ZT_WORDING_H
#define ZT_WORDING_H

#include "block/words/lines.h"

/* A short text set at a width, in the arena of the setting. It may be placed any number of times.
 */
typedef struct zt_wording {
    zt_look look;
    zt_para *para; /* NULL: nothing to print */
    /* Height of its em boxes, in points: 0 without text. */
    double height;
    zt_pos at;
} zt_wording;

/* Labels are ragged and broken at sense whatever the style says of running text. */
zt_wording zt_wording_rich(const zt_setting *setting, const zt_rich *rich, const zt_look *look,
                           double width);
/* The same with the look's indent and hanging kept: marks may hang before the lines' edge. */
zt_wording zt_wording_hung(const zt_setting *setting, const zt_rich *rich, const zt_look *look,
                           double width);
/* The same with em in the face and ink of `strong`. */
zt_wording zt_wording_strong(const zt_setting *setting, const zt_rich *rich, const zt_look *look,
                             const zt_look *strong, double width);
/* The same for plain text; empty text gives an empty wording. */
zt_wording zt_wording_plain(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look,
                            double width);
/* A part with its first em box at x, y of `into`. */
void zt_wording_place(const zt_setting *setting, const zt_wording *cell, zt_group *into,
                      const char *part, zt_role role, double x, double y);
/* Its first baseline when it is placed at y; negative without text. */
double zt_wording_baseline(const zt_wording *cell, double y);
/* Adds it to a first line. */
void zt_wording_first(zt_first_line *line, const zt_wording *cell, double y);
/* Width that the text would take in one line; the longest piece between forced breaks. */
double zt_wording_natural(const zt_setting *setting, const zt_rich *rich, const zt_look *look);
/* Digits or Han of one line centred about a point by their ink. */
void zt_wording_centre(const zt_setting *setting, zt_str text, zt_pos at, const zt_look *look,
                       zt_group *into, zt_point middle);

#endif
