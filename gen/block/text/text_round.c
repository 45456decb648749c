/* Text round a photograph: the photograph stands at the head of the columns, and the lines are
   found that end them on one level, as in a story of a newspaper page (block/words/story_flow.h).
 */
#include <math.h>

#include "block/text/text_imp.h"

enum { LEAST_BESIDE = 8 };        /* characters of a line beside it */
static const double BELOW = 0.45; /* of a line, under the photograph */
static const double BESIDE = 1;   /* em, between it and lines beside it */
enum {
    SPREAD = 4, /* times the lines of the text alone: more of them hold it or nothing does */
    LOWEST = 12 /* lines above a photograph in a single column */
};

/* The photograph's place in the columns. */
typedef struct photo_room {
    double x, width;
} photo_room;

/* Half of a single column, in whole characters beside it; else whole columns. */
static photo_room room_of(const zt_text_columns *c, zt_text_photo side)
{
    double width = c->count >= 4 ? 2 * c->width + c->gutter : c->width;
    if (c->count == 1) {
        int beside = (int)((c->all / c->em - BESIDE) / 2);
        width = beside < LEAST_BESIDE ? c->all : c->all - (beside + BESIDE) * c->em;
    }
    return (photo_room){side == ZT_TEXT_PHOTO_LEFT ? 0 : c->all - width, width};
}

/* Slots of columns of so many lines, without those that the photograph takes. */
static zt_stream_room slots_of(const zt_setting *setting, const zt_text_columns *c, int rows,
                               const zt_obstacle *photo)
{
    zt_leg *legs = ZT_ARRAY(setting->arena, (size_t)c->count, zt_leg);
    for (int i = 0; i < c->count; i++)
        legs[i] = (zt_leg){.x = i * (c->width + c->gutter), .width = c->width, .rows = rows};
    return zt_stream_room_of(setting->arena, legs, (size_t)c->count, photo, photo->rows > 0, c->em,
                             LEAST_BESIDE);
}

/* Fills columns of so many lines; what stays empty, negative: over. */
static int try_rows(const zt_text_round *round, const zt_setting *setting, const zt_obstacle *photo,
                    int rows)
{
    zt_stream_room room = slots_of(setting, &round->columns, rows, photo);
    return room.count ? zt_story_flow_fill(setting, round->flow, room.slots, room.count) : -1;
}

/* The fewest lines of the columns that hold the text; at least those of the photograph. Where lines
   are over they are shared among the columns. 0 when nothing does: words in whole lines stand
   beside no picture. */
static int least_rows(const zt_text_round *round, const zt_setting *setting,
                      const zt_obstacle *photo)
{
    int columns = round->columns.count, foot = photo->row + photo->rows;
    int least = zt_story_flow_ways(setting, round->flow).least, rows = least / columns;
    int most = foot + SPREAD * (least / columns + 1);
    for (rows = rows > foot ? rows : foot; rows <= most;) {
        int spare = try_rows(round, setting, photo, rows);
        if (spare >= 0)
            return rows;
        rows += -spare / columns > 1 ? -spare / columns : 1;
    }
    return 0;
}

/* A line or two more where the lines of the text are then less stretched; false when the text does
   not go round the photograph there. */
static bool fill(zt_text_round *round, const zt_setting *setting, const zt_obstacle *photo)
{
    enum { MORE = 2, A_ROW = 1000 }; /* on the scale of zt_text_flow */
    int least = least_rows(round, setting, photo), best = least;
    uint32_t cost = ZT_NEVER;
    for (int more = 0; more <= MORE && least > 0; more++) {
        int spare = try_rows(round, setting, photo, least + more);
        uint32_t own = zt_story_flow_cost(round->flow);
        if (spare < 0 || own >= ZT_NEVER - MORE * A_ROW || own + (uint32_t)more * A_ROW >= cost)
            continue;
        cost = own + (uint32_t)more * A_ROW;
        best = least + more;
    }
    round->rows = best;
    round->photo_row = photo->row;
    return least > 0 && try_rows(round, setting, photo, best) >= 0;
}

/* Plans the photograph in its room and fills the lines round it: at the head of the columns, or of
   a single one as far below as words in whole lines want. */
static bool fill_round(zt_text_round *round, const zt_block *block, const zt_setting *setting,
                       photo_room room)
{
    const zt_text_columns *c = &round->columns;
    double edge = (c->line - c->em) / 2; /* of a line over and under its em boxes */
    bool beside = c->count == 1 && room.width < c->all;
    double gap = beside ? BESIDE * c->em : 0;
    round->photo = zt_block_plan(setting, block->inside, room.width);
    round->photo_x = room.x;
    double high = round->photo->extent.height + edge + BELOW * c->line;
    zt_obstacle photo = {.x = room.x - (room.x > 0 ? gap : 0),
                         .width = room.width + gap,
                         .rows = (int)ceil(high / c->line)};
    for (photo.row = 0; photo.row <= (beside ? LOWEST : 0); photo.row++)
        if (fill(round, setting, &photo))
            return true;
    return false;
}

zt_text_round zt_text_round_plan(const zt_block *block, const zt_setting *setting,
                                 const zt_text_columns *columns, zt_text_photo side)
{
    zt_text_round round = {.columns = *columns};
    round.flow = zt_story_flow_of(setting, block, columns->line, columns->width, NULL);
    if (!fill_round(&round, block, setting, room_of(columns, side)))
        fill_round(&round, block, setting, (photo_room){0, columns->all});
    return round;
}

/* Of the photograph, from the top of the columns. */
static double photo_y(const zt_text_round *round)
{
    return round->photo_row * round->columns.line;
}

double zt_text_round_height(const zt_text_round *round)
{
    const zt_text_columns *c = &round->columns;
    return zt_max(round->rows * c->line - (c->line - c->em),
                  photo_y(round) + round->photo->extent.height);
}

void zt_text_round_place(const zt_text_round *round, const zt_setting *setting, zt_pos at, double y,
                         zt_group *into)
{
    const zt_text_columns *c = &round->columns;
    zt_rect photo = {round->photo_x, y + photo_y(round), round->photo->width,
                     round->photo->extent.height};
    zt_plan_place_block(round->photo, setting, photo, into);
    zt_rect frame = {0, y - (c->line - c->em) / 2, c->all, round->rows * c->line};
    zt_group *flow = zt_scene_add_part(setting->scene, into, at, "flow", ZT_ROLE_NONE, frame);
    zt_story_flow_place(setting, round->flow, flow);
}
