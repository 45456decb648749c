/* gen/chart/marks.h — the marks of charts: filled, hatched and outlined areas, open ends, and lines
   of text centred by their ink. */
#ifndef ZT_MARKS_H
#define ZT_MARKS_H

#include "chart/chart_imp.h"

/* One line of text, measured; held by value and drawn any number of times. The text is borrowed. */
typedef struct zt_mark_text {
    zt_str text;
    zt_look look;
    zt_pos at;
    double width;
    /* Of a missing value: a dashed box stands around it, which the width counts. */
    bool slot;
    /* One character below the other; the width is of one. */
    bool upright;
} zt_mark_text;
/* A line in a look; an empty text has no width. */
zt_mark_text zt_mark_text_new(const zt_chart *chart, zt_str text, const zt_look *look, zt_pos at);
/* A value beside its mark: `text` in `look`; 待补 in a slot when it is missing, — when it is NULL.
   `at` counts for NULL only. */
zt_mark_text zt_mark_value_new(const zt_chart *chart, const zt_quantity *quantity, zt_str text,
                               const zt_look *look, zt_pos at);
/* What the model says at the mark of an item in a series (zt_chart_label_at): the value in the look
   of values, in `ink` unless that is NULL, and behind it the words in that of labels. */
void zt_mark_said(const zt_chart *chart, size_t item, size_t series, const zt_ink *ink,
                  zt_mark_text *value, zt_mark_text *words);
/* Sets it in another size, in points, without measuring it anew. */
void zt_mark_text_resize(zt_mark_text *text, double size);
/* A slot with its characters one below the other, for a place as narrow as one column among
   several; any other text stays as it is. */
zt_mark_text zt_mark_text_upright(zt_mark_text text);
/* Height of the slot, or of the line, in points. */
double zt_mark_text_height(const zt_mark_text *text);
/* Sets it about x with the middle of its ink at y: digits by their height, Han by their ink box
   (R126), whichever it holds. */
void zt_mark_text_centre(const zt_chart *chart, const zt_mark_text *text, zt_group *into,
                         zt_align align, double x, double y);
/* The same with the baseline at y. */
void zt_mark_text_baseline(const zt_chart *chart, const zt_mark_text *text, zt_group *into,
                           zt_align align, double x, double y);
/* How an area tells the standing of its value: known, estimated or computed, forecast or target. */
typedef enum zt_mark_fill { ZT_MARK_SOLID, ZT_MARK_HATCHED, ZT_MARK_OUTLINED } zt_mark_fill;
/* By its status: what is known is solid. */
zt_mark_fill zt_mark_fill_of(const zt_quantity *quantity);
/* The same for the swatch beside the words of a part: outlined where no area is of its ink. */
zt_mark_fill zt_mark_key_of(const zt_quantity *quantity);
/* A bar: solid; an estimate hatched at 45 degrees with a fine outline; a forecast or target with a
   dashed outline. The whole mark lies inside the rectangle, outline included. */
void zt_mark_bar(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect, zt_mark_fill fill,
                 const zt_ink *ink);
/* The end of a bar that tells its value; the other stands on zero. */
typedef enum zt_mark_end {
    ZT_MARK_END_RIGHT,
    ZT_MARK_END_LEFT,
    ZT_MARK_END_TOP,
    ZT_MARK_END_FOOT
} zt_mark_end;
/* A bar as the theme draws them (<bars>): in the middle of the rectangle, as thick as the theme
   says; or a line with a dot about the value. */
void zt_mark_value_bar(const zt_chart *chart, zt_group *into, zt_pos at, zt_rect rect,
                       zt_mark_end end, zt_mark_fill fill, const zt_ink *ink);
/* The part of the rectangle of a bar that the theme's thickness leaves. */
zt_rect zt_mark_thinned(const zt_setting *setting, zt_rect rect, zt_mark_end end);
/* How far what is drawn at the value of a bar reaches beyond it, in points: half a dot, or 0.
   `thick` is the room of the bar. */
double zt_mark_reach(const zt_setting *setting, double thick);
/* The open end of an approximate value: a ring in paper at the bar's end. */
void zt_mark_open_end(const zt_chart *chart, zt_group *into, zt_pos at, zt_point end, double radius,
                      const zt_ink *ink);
/* How far the line of such a ring reaches beyond its radius. */
double zt_mark_ring_edge(const zt_chart *chart);
/* The value of a point: a disc where it is known, a ring in paper where it is approximate, an
   estimate or expected. */
void zt_mark_dot(const zt_chart *chart, zt_group *into, const zt_quantity *quantity, zt_point at,
                 double radius, const zt_ink *ink);
/* A solid line of an axis, a grid or a leader, `width` points thick, in the ink of the axes; it
   belongs to the chart, not to a value. */
void zt_mark_rule(const zt_chart *chart, zt_group *into, zt_point from, zt_point to, double width);

/* A sector of a ring clockwise from 12 o'clock, in degrees, the same three ways; radii in
   points. The outline lies within it. */
typedef struct zt_mark_sector {
    zt_point centre;
    double inner, outer, from, to;
} zt_mark_sector;
/* Draws the sector in one of the three fills. */
void zt_mark_ring(const zt_chart *chart, zt_group *into, zt_pos at, const zt_mark_sector *sector,
                  zt_mark_fill fill, const zt_ink *ink);

/* What broken="yes" leaves out of every length: zero without it, for values on both sides of zero
   or equal ones; else two round steps below the least, so that its stump still shows. */
double zt_mark_cut(const zt_chart_data *data);
/* The way in which a bar grows. */
typedef enum zt_mark_way { ZT_MARK_UP, ZT_MARK_RIGHT } zt_mark_way;
/* Two slanted edges of paper through a bar near its foot, where the cut is. */
void zt_mark_break(const zt_chart *chart, zt_group *into, zt_rect bar, zt_mark_way way);
/* clang-format off */
/* Rows for the look of estimates and forecasts, in the table of a block whose struct S holds
   zt_mark_params as `in`. */
#define ZT_MARK_PARAMS(S, in) \
    {"outline", ZT_PARAM_EM(S, in.outline, "label"), NULL, "0.35mm", "估计、推算与预测的描边", \
     "outline of estimates, forecasts"}, \
    {"hatch-line", ZT_PARAM_EM(S, in.hatch_line, "label"), NULL, "0.5mm", "斜线宽", \
     "width of hatching"}, \
    {"hatch-pitch", ZT_PARAM_EM(S, in.hatch_pitch, "label"), "0.3..200", "1.2mm", "斜线间隔", \
     "from hatch line to hatch line"}
/* clang-format on */

/* A part of the plot as a named layer of its own, in the frame of the plot. */
zt_group *zt_mark_layer(const zt_chart *chart, zt_group *into, const char *layer, double width,
                        double height);

/* Ends the path of a line of data: dashed on the way to what is not known for certain. */
void zt_mark_line_done(zt_path *path, const zt_ink *ink, double width, bool dashed);

#endif
