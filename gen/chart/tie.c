/* Words at their marks: the free place with the shortest leader. Each annotation in turn is
   tried in a few widths at places in steps about its mark, with leaders that run level or
   upright; one that finds none is numbered, and its words go under the plot. What is placed
   stands in the way of the next. */
#include "chart/tie.h"

#include <math.h>

#include "chart/drawn.h"
#include "labels/meet.h"

/* In points. */
static const double FROM_MARK = ZT_MM(0.4), TO_TEXT = ZT_MM(0.7); /* ends of a leader */
static const double SHORTEST = ZT_MM(2), FARTHEST = ZT_MM(40);    /* leaders */
static const double LEADER = ZT_MM(0.15);                         /* its weight */
static const double BESIDE = ZT_MM(0.3); /* from a leader to what it passes */
static const double CLEAR = ZT_MM(0.8);  /* from the words to what is drawn */
static const double STEP = ZT_MM(1.5);   /* between places looked at */
static const double ELBOW = ZT_MM(6);    /* what an elbow is worth in length */
static const double SIDEWAYS = ZT_MM(3); /* and what a level one is, against an upright one */
/* The em box of a line reaches this far over the ink of its Han, in ems. */
static const double EM_OVER_INK = 0.12;
/* The point of an arrow, in points, and the weight of its line. */
static const double HEAD_LENGTH = ZT_MM(1.8), HEAD_WIDTH = ZT_MM(1.5), ARROW = ZT_MM(0.25);
enum { LINES = 2, CHARACTERS = 14 }; /* most of an annotation in the plot */

/* The ways of a leader: straight, or first level, or first upright. */
typedef enum leader_way { UPRIGHT, LEVEL, UP_THEN_LEVEL, LEVEL_THEN_UP } leader_way;
enum { WAYS = 4 };

/* An annotation whose key names no item is not tied, and stands under the plot. */
zt_ties zt_ties_new(const zt_chart *chart)
{
    const zt_chart_data *data = chart->data;
    zt_ties ties = {.items = ZT_ARRAY(chart->setting->arena, data->annotation_count, zt_tie)};
    for (size_t i = 0; i < data->annotation_count; i++) {
        const zt_annotation *annotation = &data->annotations[i];
        size_t item = zt_annotation_item(data, annotation);
        if (zt_annotation_is_tied(annotation) && item < data->item_count)
            ties.items[ties.count++] =
                (zt_tie){.annotation = annotation,
                         .item = item,
                         .is_bare = !zt_annotation_has_words(chart, annotation)};
    }
    return ties;
}

/* The tie of an annotation; NULL for one that is not tied. */
static const zt_tie *tie_of(const zt_ties *ties, const zt_annotation *annotation)
{
    for (size_t i = 0; i < ties->count; i++)
        if (ties->items[i].annotation == annotation)
            return &ties->items[i];
    return NULL;
}

zt_note_list zt_ties_rest(const zt_chart *chart, const zt_ties *ties, double width)
{
    const zt_chart_data *data = chart->data;
    zt_note_list list = {.boxes =
                             ZT_ARRAY(chart->setting->arena, data->annotation_count, zt_note_box)};
    for (size_t i = 0; i < data->annotation_count; i++) {
        const zt_tie *tie = tie_of(ties, &data->annotations[i]);
        if (!zt_annotation_has_words(chart, &data->annotations[i]) || (tie && tie->number == 0))
            continue;
        size_t number = zt_annotation_is_tied(&data->annotations[i]) ? ZT_NOTE_NAMED : 0;
        list.boxes[list.count++] =
            zt_note_box_numbered(chart, &data->annotations[i], width, tie ? tie->number : number);
    }
    zt_note_list_measure(chart, &list);
    return list;
}

/* The words `characters` ems wide, `room` points at most; false when they take more lines than
   may stand in a plot or a word is wider. Fills the box either way. */
static bool set_box(const zt_chart *chart, zt_tie *tie, double room, int characters)
{
    double size = zt_chart_look(chart, "annotation").text.size;
    double width = zt_min(room, characters * size);
    size_t mark = zt_diags_mark(chart->setting->diags);
    tie->box = zt_note_box_new(chart, tie->annotation, width);
    if (tie->box.words->line_count <= LINES && tie->box.width <= width + 0.01)
        return true;
    zt_diags_rewind(chart->setting->diags, mark); /* a try that is not taken */
    return false;
}

/* Measured in the widest words that a plot takes; an annotation too long for it will be numbered
   and asks no height. */
double zt_ties_height(const zt_chart *chart, const zt_ties *ties)
{
    double tallest = 0, size = zt_chart_look(chart, "annotation").text.size;
    for (size_t i = 0; i < ties->count; i++)
        if (!ties->items[i].is_bare &&
            set_box(chart, &ties->items[i], CHARACTERS * size, CHARACTERS))
            tallest = zt_max(tallest, ties->items[i].box.height);
    return tallest > 0 ? tallest + SHORTEST + TO_TEXT + FROM_MARK + CLEAR : 0;
}

/* ---- leaders ---- */

/* The middle of a rectangle. */
static zt_point middle(zt_rect r)
{
    return (zt_point){r.x + r.w / 2, r.y + r.h / 2};
}

/* The end of `r` that looks towards `to`, along one axis, `gap` off it. */
static double facing(double low, double size, double to, double gap)
{
    return to < low + size / 2 ? low - gap : low + size + gap;
}

/* The leader of that way; false when it would run backwards or miss the words. */
static bool make_leader(zt_tie *tie, zt_rect mark, leader_way way)
{
    zt_rect box = tie->place;
    zt_point m = middle(mark), b = middle(box);
    bool over =
        m.x > box.x && m.x<zt_rect_right(box), beside = m.y> box.y && m.y < zt_rect_foot(box);
    double up = facing(mark.y, mark.h, b.y, FROM_MARK),
           out = facing(mark.x, mark.w, b.x, FROM_MARK);
    double foot = facing(box.y, box.h, m.y, TO_TEXT), side = facing(box.x, box.w, m.x, TO_TEXT);
    tie->points = way < UP_THEN_LEVEL ? 2 : 3;
    switch (way) {
    case UPRIGHT:
        tie->line[0] = (zt_point){m.x, up}, tie->line[1] = (zt_point){m.x, foot};
        return over && (foot - up) * (b.y - m.y) > 0;
    case LEVEL:
        tie->line[0] = (zt_point){out, m.y}, tie->line[1] = (zt_point){side, m.y};
        return beside && (side - out) * (b.x - m.x) > 0;
    case UP_THEN_LEVEL:
        tie->line[0] = (zt_point){m.x, up}, tie->line[1] = (zt_point){m.x, b.y};
        tie->line[2] = (zt_point){side, b.y};
        return !over && (b.y - up) * (b.y - m.y) > 0 && (side - m.x) * (b.x - m.x) > 0;
    case LEVEL_THEN_UP:
        break;
    }
    tie->line[0] = (zt_point){out, m.y}, tie->line[1] = (zt_point){b.x, m.y};
    tie->line[2] = (zt_point){b.x, foot};
    return !beside && (b.x - out) * (b.x - m.x) > 0 && (foot - m.y) * (b.y - m.y) > 0;
}

/* The length along the pieces, which are all level or upright. */
static double leader_length(const zt_tie *tie)
{
    double length = 0;
    for (size_t i = 1; i < tie->points; i++)
        length +=
            fabs(tie->line[i - 1].x - tie->line[i].x) + fabs(tie->line[i - 1].y - tie->line[i].y);
    return length;
}

/* Whether nothing comes nearer to the leader than half of BESIDE: each piece is asked as a
   narrow strip. */
static bool leader_is_free(const zt_tie *tie, const zt_obstacles *obstacles)
{
    for (size_t i = 1; i < tie->points; i++) {
        zt_point a = tie->line[i - 1], b = tie->line[i];
        zt_rect strip = {zt_min(a.x, b.x) - BESIDE / 2, zt_min(a.y, b.y) - BESIDE / 2,
                         fabs(a.x - b.x) + BESIDE, fabs(a.y - b.y) + BESIDE};
        if (!zt_room_is_free(obstacles, strip, 0))
            return false;
    }
    return true;
}

/* ---- places ---- */

/* Takes the place when its words and a leader stand free at a lower cost than `best`. */
static void try_place(zt_tie *tie, zt_rect place, zt_rect mark, const zt_obstacles *obstacles,
                      double *cost, zt_tie *best)
{
    bool asked = false;
    tie->place = place;
    for (int w = 0; w < WAYS; w++) {
        if (!make_leader(tie, mark, (leader_way)w))
            continue;
        double length = leader_length(tie);
        if (length < SHORTEST)
            continue;
        length += tie->points > 2 ? ELBOW : w == LEVEL ? SIDEWAYS : 0;
        if (length >= *cost)
            continue;
        if (!asked && !zt_room_is_free(obstacles, place, CLEAR))
            return;
        asked = true;
        if (!leader_is_free(tie, obstacles))
            continue;
        *cost = length;
        *best = *tie;
    }
}

/* The cheapest of the places in steps about the mark; at each height the one centred on the mark
   comes first, as its leader is upright. The cost is the length of the leader, more for an elbow
   or a level one; true when it is below FARTHEST. */
static bool find_place(zt_tie *tie, zt_rect frame, zt_rect mark, const zt_obstacles *obstacles)
{
    zt_tie best = *tie;
    double cost = FARTHEST, w = tie->box.width, h = tie->box.height;
    zt_point m = middle(mark);
    double left = zt_max(frame.x, m.x - FARTHEST - w),
           right = zt_min(zt_rect_right(frame) - w, m.x + FARTHEST);
    double top = zt_max(frame.y, m.y - FARTHEST - h),
           foot = zt_min(zt_rect_foot(frame) - h, m.y + FARTHEST);
    for (double y = top; y <= foot; y += STEP) {
        try_place(
            tie,
            (zt_rect){zt_clamp(m.x - w / 2, frame.x, zt_max(frame.x, zt_rect_right(frame) - w)), y,
                      w, h},
            mark, obstacles, &cost, &best);
        for (double x = left; x <= right; x += STEP)
            try_place(tie, (zt_rect){x, y, w, h}, mark, obstacles, &cost, &best);
    }
    *tie = best;
    return cost < FARTHEST;
}

/* The pieces of a field in an array of their own with room for `more`, to be written to. */
static zt_piece *grow_pieces(const zt_chart *chart, zt_tie_field *field, size_t more)
{
    zt_piece *pieces = ZT_ARRAY(chart->setting->arena, field->piece_count + more, zt_piece);
    for (size_t i = 0; i < field->piece_count; i++)
        pieces[i] = field->pieces[i];
    field->pieces = pieces;
    return pieces;
}

/* The leader of a tie that has its place stands in the way of the next words, as lines do. */
static void add_leader(const zt_chart *chart, const zt_tie *tie, zt_tie_field *field)
{
    zt_piece *pieces = grow_pieces(chart, field, tie->points);
    for (size_t i = 1; i < tie->points; i++)
        pieces[field->piece_count++] = (zt_piece){tie->line[i - 1], tie->line[i]};
}

/* Tries the words wide first, then in narrower lines; true when they have a place, which the tie
   then holds. */
static bool stands_in_plot(const zt_chart *chart, zt_tie *tie, zt_tie_field *field, zt_rect mark)
{
    static const int widths[] = {CHARACTERS, 10, 7};
    size_t count = field->rect_count + field->area_count;
    zt_rect *rects = ZT_ARRAY(chart->setting->arena, count + 1, zt_rect);
    for (size_t i = 0; i < count; i++)
        rects[i] = i < field->rect_count ? field->rects[i] : field->areas[i - field->rect_count];
    zt_obstacles obstacles = {rects, count, field->pieces, field->piece_count};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        if (set_box(chart, tie, field->frame.w, widths[i]) &&
            find_place(tie, field->frame, mark, &obstacles))
            return true;
    return false;
}

/* The box moved into the frame as far as it fits. */
static zt_rect clamp_into(zt_rect box, zt_rect frame)
{
    box.x = zt_clamp(box.x, frame.x, zt_max(frame.x, zt_rect_right(frame) - box.w));
    box.y = zt_clamp(box.y, frame.y, zt_max(frame.y, zt_rect_foot(frame) - box.h));
    return box;
}

/* How many of the first `count` annotations have their words nearer to the box than BESIDE. */
static size_t words_near(const zt_tie *ties, size_t count, zt_rect box)
{
    zt_rect wide = {box.x - BESIDE, box.y - BESIDE, box.w + 2 * BESIDE, box.h + 2 * BESIDE};
    size_t near = 0;
    for (size_t i = 0; i < count; i++)
        near += ties[i].number == 0 && zt_rects_meet(ties[i].place, wide);
    return near;
}

/* Worth of a place for a number in steps of its way from the mark: type that it would touch, lines
   and areas that it would cover. */
enum { TYPE_TOUCHED = 1000, PIECE_COVERED = 20 };

/* What is in the way at a place for the number of the tie at `index`. */
static double number_cost(const zt_ties *ties, size_t index, const zt_tie_field *field, zt_rect box)
{
    zt_obstacles type = {field->rects, field->rect_count, NULL, 0};
    zt_obstacles lines = {field->areas, field->area_count, field->pieces, field->piece_count};
    size_t touched = zt_room_meetings(&type, box) + words_near(ties->items, index, box);
    return TYPE_TOUCHED * (double)touched + PIECE_COVERED * (double)zt_room_meetings(&lines, box);
}

/* How many places lie `step` points apart on a length, the first at its beginning. */
static size_t steps_in(double length, double step)
{
    return length >= 0 && step > 0 ? (size_t)(length / step) + 1 : 0;
}

/* The cheapest place in the whole frame, the nearer to the middle `m` of the mark the better, for a
   number that touches type at all places about its mark. */
static zt_rect number_in_frame(const zt_ties *ties, size_t index, const zt_tie_field *field,
                               double d, zt_rect best)
{
    enum { STEPS = 4 }; /* of a number's diameter */
    zt_point m = middle(field->marks[index]);
    double least = INFINITY, step = d / STEPS;
    size_t across = steps_in(field->frame.w - d, step), down = steps_in(field->frame.h - d, step);
    for (size_t i = 0; i < across * down; i++) {
        zt_rect box = {field->frame.x + (double)(i % across) * step,
                       field->frame.y + (double)(i / across) * step, d, d};
        double way = hypot(box.x + d / 2 - m.x, box.y + d / 2 - m.y) / d;
        double cost = way >= least ? way : way + number_cost(ties, index, field, box);
        if (cost < least) {
            least = cost;
            best = box;
        }
    }
    return best;
}

/* A number stands next to its mark, over it by choice, or farther off where type is in the way; it
   rather covers a line than touches type. */
static zt_rect number_place(const zt_chart *chart, const zt_ties *ties, size_t index,
                            const zt_tie_field *field)
{
    enum { ROUNDS = 12 };
    static const int ways[8][2] = {{0, -1}, {0, 1},  {1, -1}, {-1, -1},
                                   {1, 0},  {-1, 0}, {1, 1},  {-1, 1}};
    double d = zt_note_number_size(chart), least = 0;
    zt_rect mark = field->marks[index];
    zt_point m = middle(mark);
    zt_rect best = {0};
    for (int i = 0; i < ROUNDS * 8; i++) {
        double off = FROM_MARK + d / 2 + (i / 8) * d / 2;
        double x = m.x + ways[i % 8][0] * (mark.w / 2 + off);
        double y = m.y + ways[i % 8][1] * (mark.h / 2 + off);
        zt_rect box = clamp_into((zt_rect){x - d / 2, y - d / 2, d, d}, field->frame);
        double cost = (double)i + number_cost(ties, index, field, box);
        if (i == 0 || cost < least) {
            least = cost;
            best = box;
        }
    }
    return least < TYPE_TOUCHED ? best : number_in_frame(ties, index, field, d, best);
}

/* The point at `gap` outside of a mark, on the way from its middle to `to`. */
static zt_point leave(zt_rect mark, zt_point to, double gap)
{
    zt_point m = middle(mark);
    double dx = to.x - m.x, dy = to.y - m.y, length = sqrt(dx * dx + dy * dy);
    if (length <= 0)
        return m;
    double half = zt_min(dx != 0 ? fabs(mark.w / 2 / dx) : INFINITY,
                         dy != 0 ? fabs(mark.h / 2 / dy) : INFINITY);
    double part = zt_min(half + gap / length, 0.5);
    return (zt_point){m.x + dx * part, m.y + dy * part};
}

/* The mark of its item, or the middle of its arrow, whose ends are set. */
static zt_rect mark_of(const zt_chart *chart, zt_tie *tie, const void *context,
                       zt_rect (*mark)(const void *context, size_t item))
{
    zt_rect own = mark(context, tie->item);
    if (!tie->annotation->has_from || zt_annotation_is_lost(chart, tie->annotation))
        return own;
    zt_rect from = mark(context, tie->annotation->from);
    tie->has_arrow = true;
    tie->from = from;
    tie->to = own;
    tie->arrow.count = 2;
    tie->arrow.points[0] = leave(from, middle(own), FROM_MARK);
    tie->arrow.points[1] = leave(own, middle(from), FROM_MARK);
    zt_point m = zt_course_middle(&tie->arrow);
    return (zt_rect){m.x, m.y, 0, 0};
}

zt_ties zt_ties_at(const zt_chart *chart, const zt_ties *planned, zt_rect *marks,
                   const void *context, zt_rect (*mark)(const void *context, size_t item))
{
    zt_ties ties = {.items = ZT_ARRAY(chart->setting->arena, planned->count, zt_tie),
                    .count = planned->count};
    for (size_t i = 0; i < ties.count; i++) {
        ties.items[i] = planned->items[i];
        marks[i] = mark_of(chart, &ties.items[i], context, mark);
    }
    return ties;
}

size_t zt_ties_numbered(const zt_ties *ties)
{
    size_t count = 0;
    for (size_t i = 0; i < ties->count; i++)
        count += ties->items[i].number > 0;
    return count;
}

void zt_ties_promise(zt_ties *planned, const zt_ties *placed)
{
    for (size_t i = 0; i < planned->count; i++)
        planned->items[i].number = placed->items[i].number;
}

/* Where the straight way of an arrow runs through type or marks, one that goes round them. Without
   any it is not drawn, but straight where the plan has found one (zt_chart.lost). */
static void turn_arrow(const zt_chart *chart, zt_tie *tie, zt_tie_field *field, zt_rect *mark)
{
    zt_course_wish wish = {.frame = field->frame,
                           .from = tie->from,
                           .to = tie->to,
                           .gap = FROM_MARK,
                           .least = ZT_TIE_ARROW_LEAST,
                           .clear = BESIDE,
                           .tip = ZT_TIE_ARROW_TIP,
                           .tip_clear = ZT_TIE_ARROW_CLEAR,
                           .apart = CLEAR,
                           .bend = ELBOW};
    zt_rect *rects = ZT_ARRAY(chart->setting->arena, field->rect_count + 1, zt_rect);
    zt_obstacles all = {rects, 0, field->pieces, field->piece_count};
    for (size_t i = 0; i < field->rect_count; i++)
        if (!zt_drawn_holds(tie->from, field->rects[i]) &&
            !zt_drawn_holds(tie->to, field->rects[i]))
            rects[all.rect_count++] = field->rects[i];
    zt_course way;
    if (zt_course_is_free(&all, &wish, &tie->arrow))
        return;
    if (!zt_course_find(&all, &wish, &way)) {
        tie->has_arrow = chart->lost != NULL;
        return;
    }
    tie->arrow = way;
    zt_point m = zt_course_middle(&way);
    *mark = (zt_rect){m.x, m.y, 0, 0};
}

/* The arrows stand in the way of words as lines do: a field with them behind the others. */
static void add_arrows(const zt_chart *chart, zt_ties *ties, zt_tie_field *field)
{
    enum { PIECES = 3 };
    zt_piece *pieces = grow_pieces(chart, field, PIECES * ties->count);
    for (size_t i = 0; i < ties->count; i++) {
        zt_tie *tie = &ties->items[i];
        if (!tie->has_arrow)
            continue;
        turn_arrow(chart, tie, field, &field->marks[i]);
        for (size_t k = 1; tie->has_arrow && k < tie->arrow.count; k++)
            pieces[field->piece_count++] =
                (zt_piece){tie->arrow.points[k - 1], tie->arrow.points[k]};
    }
}

/* In the order of the data: the first one has the choice of all places. The frame loses a strip
   at its top, since boxes are counted from ink and the em box of the first line reaches over it. */
size_t zt_ties_place(const zt_chart *chart, zt_ties *ties, zt_tie_field *field)
{
    size_t numbered = 0;
    double over = EM_OVER_INK * zt_chart_look(chart, "annotation").text.size;
    field->frame.y += over;
    field->frame.h -= over;
    add_arrows(chart, ties, field);
    for (size_t i = 0; i < ties->count; i++) {
        zt_tie *tie = &ties->items[i];
        if (tie->is_bare)
            continue;
        bool stands = tie->number == 0 && stands_in_plot(chart, tie, field, field->marks[i]);
        if (!stands) {
            tie->number = ++numbered;
            tie->place = number_place(chart, ties, i, field);
            ties->touching += number_cost(ties, i, field, tie->place) >= TYPE_TOUCHED;
        }
        field->rects[field->rect_count++] = tie->place;
        if (stands)
            add_leader(chart, tie, field);
    }
    return numbered;
}

/* The point of an arrow with its tip at `tip`, which comes from `from`. */
static void draw_head(const zt_chart *chart, zt_group *into, zt_pos at, zt_point from, zt_point tip)
{
    double dx = tip.x - from.x, dy = tip.y - from.y, length = sqrt(dx * dx + dy * dy);
    if (length <= 0)
        return;
    double ux = dx / length, uy = dy / length, back = zt_min(HEAD_LENGTH, length);
    zt_point foot = {tip.x - ux * back, tip.y - uy * back};
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, at);
    zt_path_move(path, tip.x, tip.y);
    zt_path_line(path, foot.x - uy * HEAD_WIDTH / 2, foot.y + ux * HEAD_WIDTH / 2);
    zt_path_line(path, foot.x + uy * HEAD_WIDTH / 2, foot.y - ux * HEAD_WIDTH / 2);
    zt_path_close(path);
    path->fill = ZT_SOLID(chart->axis_ink);
    zt_path_done(path);
}

/* The line ends within the point, so that its tip stays sharp. */
void zt_tie_arrow(const zt_chart *chart, zt_group *into, zt_pos at, const zt_point *way,
                  size_t count)
{
    zt_point from = way[count - 2], tip = way[count - 1];
    double length = sqrt((tip.x - from.x) * (tip.x - from.x) + (tip.y - from.y) * (tip.y - from.y));
    double part = length > HEAD_LENGTH ? 1 - HEAD_LENGTH / 2 / length : 0;
    zt_path *path = zt_scene_add_path(chart->setting->scene, into, at);
    zt_path_move(path, way[0].x, way[0].y);
    for (size_t i = 1; i + 1 < count; i++)
        zt_path_line(path, way[i].x, way[i].y);
    zt_path_line(path, from.x + (tip.x - from.x) * part, from.y + (tip.y - from.y) * part);
    path->stroke = ZT_SOLID(chart->axis_ink);
    path->width = ARROW;
    zt_path_done(path);
    draw_head(chart, into, at, from, tip);
}

/* Annotations that are numbered have only their number here; their words are in the list under
   the plot. */
void zt_ties_draw(const zt_chart *chart, const zt_ties *ties, zt_group *axis, zt_group *labels)
{
    for (size_t i = 0; i < ties->count; i++) {
        const zt_tie *tie = &ties->items[i];
        if (tie->has_arrow)
            zt_tie_arrow(chart, axis, tie->annotation->at, tie->arrow.points, tie->arrow.count);
        if (tie->is_bare)
            continue;
        if (tie->number > 0) {
            zt_note_number_place(chart, labels, tie->annotation->at, tie->number, tie->place);
            continue;
        }
        for (size_t k = 1; k < tie->points; k++)
            zt_scene_rule(chart->setting->scene, axis, tie->annotation->at, tie->line[k - 1],
                          tie->line[k], LEADER, ZT_SOLID(chart->axis_ink));
        if (tie->annotation->is_arrow && !tie->annotation->has_from)
            draw_head(chart, axis, tie->annotation->at, tie->line[1], tie->line[0]);
        zt_note_box_place(chart, &tie->box, labels, tie->place.x, tie->place.y);
    }
}

/* ---- in rows ---- */

void zt_ties_number(zt_ties *ties)
{
    size_t number = 0;
    for (size_t i = 0; i < ties->count; i++)
        ties->items[i].number = ties->items[i].is_bare ? 0 : ++number;
}

double zt_ties_numbers_width(const zt_chart *chart, const zt_ties *ties, size_t item, double gap)
{
    double width = 0;
    for (size_t i = 0; i < ties->count; i++)
        if (ties->items[i].item == item && ties->items[i].number > 0)
            width += gap + zt_note_number_size(chart);
    return width;
}

void zt_ties_numbers_place(const zt_chart *chart, const zt_ties *ties, size_t item, double gap,
                           zt_group *into, zt_point from, double way)
{
    double d = zt_note_number_size(chart), x = from.x;
    for (size_t i = 0; i < ties->count; i++) {
        const zt_tie *tie = &ties->items[i];
        if (tie->item != item || tie->number == 0)
            continue;
        x += way * (gap + d);
        zt_note_number_place(chart, into, tie->annotation->at, tie->number,
                             (zt_rect){way < 0 ? x : x - d, from.y - d / 2, d, d});
    }
}
