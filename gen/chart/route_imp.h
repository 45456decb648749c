/* gen/chart/route_imp.h — lines and their stations, as a net in which lines meet or as strips, one
   below the other. All of it final: points, frame of the plot. route_plan.c decides and arranges
   strips, route_net.c arranges nets, route_label.c measures names, route_legs.c parts lines into
   legs, kind_route.c draws all. */
#ifndef ZT_ROUTE_IMP_H
#define ZT_ROUTE_IMP_H

#include "chart/annotation.h"
#include "chart/chart_words.h"
#include "chart/marks.h"

static const double ZT_ROUTE_LINE = ZT_MM(1.6);     /* thickness of a line */
static const double ZT_ROUTE_STATION = ZT_MM(1.15); /* outer radius of a station */
static const double ZT_ROUTE_HUB = ZT_MM(1.9);      /* of one where lines meet */
static const double ZT_ROUTE_POLE = ZT_MM(3.6);     /* of such a one in a wide net of few */
static const double ZT_ROUTE_SWATCH = ZT_MM(5.6);   /* stroke before the name of a line */
static const double ZT_ROUTE_GAP = ZT_MM(1.4);      /* beside text */

/* Name and values of a station, one below the other. */
typedef struct zt_route_label {
    zt_words name;
    zt_mark_text *values;
    size_t value_count;
    double width, height;
    zt_align align;
    zt_point at; /* top left of its box */
} zt_route_label;

/* A station as it is drawn: in strips once for each line. */
typedef struct zt_route_station {
    size_t item;
    bool hub;  /* several lines stop here */
    bool pole; /* one of the few in a wide net: large, with its name */
    bool lit;
    size_t line; /* the first of them */
    zt_point at;
    zt_route_label label;
} zt_route_station;

/* How a line is told from the others. */
typedef struct zt_route_style {
    const zt_ink *ink;
    bool hollow; /* paper in its middle, so that grey tells it too */
} zt_route_style;

/* A line of the net: its name, and its way from bend to bend. */
typedef struct zt_route_line {
    zt_route_style style;
    bool lit;
    zt_mark_text name;
    zt_point name_at; /* left end and middle of the swatch, or of the name in strips */
    zt_point *way;
    size_t way_count;
} zt_route_line;

/* What a leg is, in the key: a dashed stroke and words behind it. */
typedef struct zt_route_leg {
    zt_mark_text name;
    zt_point at; /* left end and middle of the stroke */
} zt_route_leg;

/* Everything in the arena of the setting. */
typedef struct zt_route_plan {
    const zt_chart *chart;
    double width, height; /* without the annotations */
    bool net;             /* names of lines have swatches; else strips */
    zt_route_line *lines; /* one a series */
    size_t line_count;
    zt_route_station *stations;
    size_t station_count;
    zt_route_leg *legs; /* one for each word of the data's legs */
    zt_note_list notes;
} zt_route_plan;

/* Part of a line from station to station: its way, and the number of its word among the legs of the
   data, SIZE_MAX for none. */
typedef struct zt_route_piece {
    zt_point *way;
    size_t way_count, leg;
} zt_route_piece;

/* Planned under the fit in force; keeps `chart`. */
zt_route_plan *zt_route_plan_new(const zt_chart *chart, double width);
/* Points that a value takes under a name; the slot of a missing one keeps clear of it. */
double zt_route_value_height(const zt_mark_text *value);
/* The label of an item at most `limit` wide, with its value in one line, or with those of all
   (`line` SIZE_MAX). */
zt_route_label zt_route_label_new(const zt_chart *chart, size_t item, size_t line, double limit,
                                  zt_align align);
/* The same of a pole: its name is larger than all others. */
zt_route_label zt_route_pole_label(const zt_chart *chart, size_t item, double limit,
                                   zt_align align);
/* Fills ways and stations of a plan whose lines have their names and styles, with names at most
   `limit` wide; false where lines cannot be laid out or a name has no room: nothing counts then. */
bool zt_route_net(zt_route_plan *plan, double limit);
/* The key of legs below all else; the plan becomes as much higher. */
void zt_route_set_key(zt_route_plan *plan);
/* The pieces of a line, those of one kind that follow one another as one; their count. */
size_t zt_route_pieces(const zt_route_plan *plan, size_t line, zt_route_piece **pieces);

#endif
