/* gen/chart/route_net_imp.h — a net while it is laid out. route_net.c lays it out by its names and
   tries one way after the other, route_ways.c leads its lines over the rows, route_grid.c over the
   places that the document gives, route_names.c finds the names their places. Points, frame of the
   plot; y from the row of the trunk until the net is settled. */
#ifndef ZT_ROUTE_NET_IMP_H
#define ZT_ROUTE_NET_IMP_H

#include "chart/route_imp.h"

static const double ZT_NET_CLEAR = ZT_MM(0.6); /* from a station to its name */
/* From the middle of a line to type. */
static const double ZT_NET_PAD = ZT_ROUTE_LINE / 2 + ZT_MM(0.3);
static const double ZT_NET_MEETS = 1000; /* cost of a place on something: it does not count */
enum { ZT_NET_STATIONS = 64, ZT_NET_LINES = 6, ZT_NET_WAY = 6 * ZT_NET_STATIONS };

/* A station of the net. */
typedef struct zt_net_station {
    size_t item;
    size_t owner; /* the line on whose row it stands */
    size_t line;  /* the first that stops there */
    bool shared;
    double half;   /* of its name's width */
    double radius; /* of its ring */
    zt_point at;
} zt_net_station;

/* A line as it is drawn: from the left to the right. */
typedef struct zt_net_line {
    size_t *stops; /* stations */
    size_t count;
    int row;
    zt_point way[ZT_NET_WAY];
    size_t way_count;
} zt_net_line;

/* All that is laid out, in the arena of the setting. */
typedef struct zt_net {
    zt_route_plan *plan;
    zt_net_station *stations;
    size_t station_count;
    zt_net_line *lines;
    size_t line_count;
    double pitch; /* from row to row */
    double names; /* the part of the room for two names that neighbours get */
} zt_net;

/* The next point of a way, unless it stands there already. */
void zt_net_add_point(zt_net_line *line, double x, double y);
/* Whether it is drawn as a pole. */
bool zt_net_is_pole(const zt_net_station *s);
/* The name of a station, at most `limit` wide. */
zt_route_label zt_net_label(const zt_net *n, const zt_net_station *s, double limit, zt_align align);
/* A square about the middle of a station. */
zt_rect zt_net_square(const zt_net_station *s, double half);

/* How far a line comes from the row of a station: rows. */
int zt_net_rows_away(const zt_net *n, const zt_net_line *line, const zt_net_station *s);
/* The ways of all lines on the present rows. */
void zt_net_set_ways(zt_net *n);
/* Whether any station has a place in the document. */
bool zt_net_has_places(const zt_net *n);
/* Stations on the grid that the document gives, over the whole width, with the ways of all lines;
   `pitch` becomes that of the grid, times what it was. */
void zt_net_place_on_grid(zt_net *n);
/* Names of stations, at most `limit` wide, and of lines; false where one finds no place. */
bool zt_net_place_names(zt_net *n, double limit);

#endif
