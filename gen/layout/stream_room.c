/* gen/layout/stream_room.c — slots for lines from columns and what stands in them. */
#include <math.h>

#include "layout/stream.h"

#define SLACK 1e-6 /* points: rounding of sums */

/* Legs, what stands in them, and what a line needs. */
typedef struct room_maker {
    const zt_obstacle *obstacles;
    size_t count;
    double em, least;
} room_maker;

/* A part of a row. */
typedef struct row_part {
    double from, to;
} row_part;

/* The obstacle stands in the row and across or beyond x. */
static bool stands_in(const zt_obstacle *o, int row)
{
    return o->row <= row && row < o->row + o->rows && o->width > 0;
}

/* From x to the next obstacle or the end of the leg; nothing when x lies in one. */
static row_part part_from(const room_maker *r, const zt_leg *leg, int row, double x)
{
    row_part part = {x, leg->x + leg->width};
    for (size_t i = 0; i < r->count; i++) {
        const zt_obstacle *o = &r->obstacles[i];
        if (stands_in(o, row) && o->x + o->width > x + SLACK)
            part.to = zt_min(part.to, zt_max(o->x, x));
    }
    return part;
}

/* The widest part of a row that nothing stands in; of equal ones the first. */
static row_part widest_part(const room_maker *r, const zt_leg *leg, int row)
{
    row_part best = part_from(r, leg, row, leg->x);
    for (size_t i = 0; i < r->count; i++) {
        const zt_obstacle *o = &r->obstacles[i];
        double x = o->x + o->width;
        if (!stands_in(o, row) || x <= leg->x || x >= leg->x + leg->width)
            continue;
        row_part part = part_from(r, leg, row, x);
        double gain = part.to - part.from - (best.to - best.from);
        if (gain > SLACK || (gain > -SLACK && part.from < best.from))
            best = part;
    }
    return best;
}

/* The slot of a row: false when an obstacle leaves no room for a line. */
static bool make_slot(const room_maker *r, const zt_leg *leg, int row, zt_slot *slot)
{
    row_part part = widest_part(r, leg, row);
    double right = leg->x + leg->width, wide = part.to - part.from;
    *slot = (zt_slot){.x = leg->x, .width = leg->width, .row = (uint16_t)row};
    if (wide >= leg->width - SLACK)
        return true;
    double em = floor(wide / r->em + SLACK);
    slot->flags = ZT_SLOT_NARROW;
    slot->width = em * r->em;
    slot->x = part.from;
    if (part.from > leg->x + SLACK) /* whole characters from the other edge, else in the middle */
        slot->x += (wide - slot->width) / (part.to > right - SLACK ? 1 : 2);
    return em >= 1 && em >= r->least;
}

/* Rows that follow one another make a column for those who may not stand alone in it. */
static void mark_ends(zt_stream_room *room, size_t first)
{
    for (size_t j = first; j < room->count; j++) {
        zt_slot *slots = room->slots;
        bool begins = j == first || slots[j].row != slots[j - 1].row + 1;
        bool ends = j + 1 == room->count || slots[j + 1].row != slots[j].row + 1;
        slots[j].flags |= (uint8_t)((begins ? ZT_SLOT_FIRST : 0) | (ends ? ZT_SLOT_LAST : 0));
    }
}

/* The slots of one leg. */
static void add_leg(const room_maker *r, zt_stream_room *room, const zt_leg *leg, size_t column)
{
    size_t first = room->count;
    for (int row = leg->row; row < leg->row + leg->rows; row++) {
        zt_slot slot;
        if (make_slot(r, leg, row, &slot)) {
            slot.column = (uint16_t)column;
            room->slots[room->count++] = slot;
        } else if (slot.width > 0) {
            room->dropped_leg = room->dropped++ > 0 ? room->dropped_leg : column;
        }
    }
    mark_ends(room, first);
}

zt_stream_room zt_stream_room_of(zt_arena *arena, const zt_leg *legs, size_t leg_count,
                                 const zt_obstacle *obstacles, size_t obstacle_count, double em,
                                 double least)
{
    zt_stream_room room = {NULL, 0, 0, 0};
    room_maker maker = {obstacles, obstacle_count, em, least};
    size_t rows = 0;
    for (size_t i = 0; i < leg_count; i++) {
        zt_assert(legs[i].row >= 0 && legs[i].rows >= 0 &&
                  legs[i].row + legs[i].rows <= UINT16_MAX);
        rows += (size_t)legs[i].rows;
    }
    room.slots = ZT_ARRAY(arena, rows, zt_slot);
    for (size_t i = 0; i < leg_count; i++)
        add_leg(&maker, &room, &legs[i], i);
    return room;
}
