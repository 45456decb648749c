/* Words at the points of a line chart: values and, in the gaps, what is missing. All find their
   places at once, clear of lines and dots and of each other. */
#include "chart/line_draw_imp.h"

#include "labels/meet.h"

#include <math.h>

/* Of a word at a point: positions looked at, and of them kept, the cheapest ones. A line through it
   is worse than any way, counted in steps; where that cannot be helped, each of them is worth so
   many. */
enum { POSITIONS = 400, KEPT = 24, KEPT_LEAST = 8, KEPT_OF_ALL = 192 };
static const double CROSSED = 1000, CROSSING = 20;

zt_point zt_line_point(const zt_line_drawing *d, size_t item, const zt_quantity *q)
{
    return (zt_point){zt_line_x(d->plan, item),
                      zt_scale_at(&d->y, zt_chart_value(d->plan->chart->data, q))};
}

/* A word for a point, moved into the plot where it would stand out at a side; its height over the
   point is found later. */
static void add_text(zt_line_drawing *d, zt_line_text t)
{
    const zt_line_plan *plan = d->plan;
    double half = t.text.width / 2;
    t.x = zt_clamp(t.point.x, plan->plot_left + half, plan->plot_right - half);
    ZT_PUSH(plan->chart->setting->arena, &d->texts, t);
}

/* A value with the word of its standing, in the accent where its series leads. */
static void add_value(zt_line_drawing *d, size_t series, size_t item)
{
    const zt_line_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    const zt_quantity *q = zt_line_value(plan, series, item);
    zt_look look = zt_chart_look(chart, "value");
    if (series == plan->lead)
        look = zt_chart_lead_look(chart, look, chart->data->series[series]);
    zt_arena *arena = chart->setting->arena;
    zt_chart_label label = zt_chart_label_at(chart, item, series);
    zt_str phrase =
        zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(label.value), ZT_ARG(label.words)));
    add_text(d, (zt_line_text){.text = zt_mark_text_new(chart, phrase, &look, q->at),
                               .point = zt_line_point(d, item, q),
                               .clear = 1.6 * ZT_LINE_DOT,
                               .height = look.text.size,
                               .is_value = true});
}

/* Values at their points; the last one of a series stands at the line's end already. */
static void add_values(zt_line_drawing *d)
{
    const zt_chart_data *data = d->plan->chart->data;
    for (size_t i = 0; i < data->item_count; i++)
        for (size_t s = 0; s < data->series_count; s++)
            if (zt_line_is_labelled(d->plan, s, i) && i != d->plan->ends[s].item)
                add_value(d, s, i);
}

bool zt_line_is_missing(const zt_line_plan *plan, size_t series, size_t item)
{
    const zt_chart_item *row = &plan->chart->data->items[item];
    return row->values && row->values[series] && !zt_chart_has_value(row->values[series]);
}

/* 待补 once for each run of missing values, over the base line in its gap. */
static void add_missing(zt_line_drawing *d, size_t series)
{
    const zt_line_plan *plan = d->plan;
    const zt_chart *chart = plan->chart;
    size_t count = chart->data->item_count;
    zt_look look = zt_chart_look(chart, "tick");
    for (size_t i = 0; i < count; i++) {
        if (!zt_line_is_missing(plan, series, i))
            continue;
        size_t last = i;
        while (last + 1 < count && zt_line_is_missing(plan, series, last + 1))
            last++;
        const zt_quantity *q = chart->data->items[i].values[series];
        zt_quantity named = *q;
        named.text =
            zt_str_from(zt_arena_printf(chart->setting->arena, "%.*s%.*s",
                                        ZT_ARG(chart->data->series[series]), ZT_ARG(q->text)));
        zt_line_text t = {.text = zt_mark_value_new(chart, &named, named.text, &look, q->at)};
        t.point = (zt_point){(zt_line_x(plan, i) + zt_line_x(plan, last)) / 2, d->base};
        t.height = zt_mark_text_height(&t.text);
        t.clear = 0.2 * t.height;
        add_text(d, t);
        i = last;
    }
}

void zt_line_texts_set(zt_line_drawing *d)
{
    add_values(d);
    for (size_t s = 0; s < d->plan->chart->data->series_count; s++)
        add_missing(d, s);
}

/* Where there are many words each has fewer positions, so that the choice stays quick. */
static size_t kept(size_t texts)
{
    size_t each = KEPT_OF_ALL / texts;
    return each > KEPT ? KEPT : each < KEPT_LEAST ? KEPT_LEAST : each;
}

/* Position `i` of a text: over and under its point, then beside it at the right and the left, a
   quarter of the line further away each time; what stands beside is one step worse. */
static zt_position position_of(const zt_line_text *t, int i)
{
    int level = i / 6, side = i / 2 % 3, down = i % 2;
    double step = t->height / 4, width = t->text.width, away = step * level;
    zt_rect box = {t->x - width / 2, 0, width, t->height};
    if (side > 0) {
        box.x = side == 1 ? t->point.x + t->clear : t->point.x - t->clear - width;
        box.y = t->point.y - t->height / 2 + (down ? away : -away);
    } else {
        box.y = down ? t->point.y + t->clear + away : t->point.y - t->clear - away - t->height;
    }
    box.y -= ZT_LINE_LEAD_WEIGHT / 2; /* lines have a thickness */
    box.h += ZT_LINE_LEAD_WEIGHT;
    return (zt_position){box, 2 * level + down + (side > 0 ? 1.5 : 0)};
}

/* Leaves out the positions that lie over the unit; returns how many are left, in their order. */
static size_t off_unit(zt_rect unit, zt_position *positions, size_t count)
{
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        if (unit.w <= 0 || !zt_rects_meet(positions[i].box, unit))
            positions[left++] = positions[i];
    return left;
}

/* The nearer the better; a line or a dot that a position lies over is worse than any way. Two
   numbers side by side need a blank between them. */
static size_t find_positions(const zt_line_drawing *d, const zt_line_text *t,
                             zt_position *positions)
{
    double blank = t->height / 4;
    double top = zt_max(zt_guides_height(&d->plan->guides), d->plan->top - t->height);
    double left = d->plan->plot_left;
    zt_rect field = {left, top, d->plan->plot_right - left, d->base - top};
    for (int i = 0; i < POSITIONS; i++)
        positions[i] = position_of(t, i);
    size_t count = zt_positions_weigh(positions, POSITIONS, field, &d->drawn, CROSSED, CROSSING);
    count = off_unit(d->unit, positions, count);
    count = zt_positions_cheapest(positions, count, POSITIONS);
    for (size_t i = 0; i < count; i++) {
        positions[i].box.x -= blank / 2;
        positions[i].box.w += blank;
    }
    return count;
}

/* All at once, so that none overlaps another and all together stand near their points. One that
   cannot stand is not drawn: an axis tells values, the note tells what is missing. */
void zt_line_texts_place(zt_line_drawing *d)
{
    zt_arena *arena = d->plan->chart->setting->arena;
    zt_point_label *labels = ZT_ARRAY(arena, d->texts.count, zt_point_label);
    for (size_t i = 0; i < d->texts.count; i++) {
        zt_position *positions = ZT_ARRAY(arena, POSITIONS, zt_position);
        labels[i].positions = positions;
        size_t count = find_positions(d, &d->texts.items[i], positions);
        size_t first = kept(d->texts.count);
        labels[i].count = count < first ? count : first;
        labels[i].spare = count - labels[i].count;
    }
    zt_positions_choose(arena, labels, d->texts.count);
    for (size_t i = 0; i < d->texts.count; i++) {
        zt_line_text *t = &d->texts.items[i];
        t->lost = labels[i].chosen == ZT_POSITION_NONE;
        if (t->lost)
            continue;
        zt_rect box = labels[i].positions[labels[i].chosen].box;
        t->x = box.x + box.w / 2;
        t->box = (zt_rect){t->x - t->text.width / 2, box.y + ZT_LINE_LEAD_WEIGHT / 2, t->text.width,
                           t->height};
    }
}

bool zt_line_text_leader(const zt_line_text *t, zt_piece *leader)
{
    zt_point to = {zt_clamp(t->point.x, t->box.x, zt_rect_right(t->box)),
                   zt_clamp(t->point.y, t->box.y, zt_rect_foot(t->box))};
    *leader = (zt_piece){t->point, to};
    return t->is_value && !t->lost &&
           hypot(to.x - t->point.x, to.y - t->point.y) > t->clear + t->height;
}

/* Paper below words that lie over a line or the leader of another. */
static void draw_halo(const zt_line_drawing *d, const zt_line_text *t, const zt_obstacles *leaders)
{
    zt_rect near = {t->box.x - ZT_LINE_LEAD_WEIGHT / 2, t->box.y - ZT_LINE_LEAD_WEIGHT / 2,
                    t->box.w + ZT_LINE_LEAD_WEIGHT, t->box.h + ZT_LINE_LEAD_WEIGHT};
    if (zt_room_meetings(&d->drawn, near) + zt_room_meetings(leaders, near) > 0)
        zt_scene_fill_rect(d->plan->chart->setting->scene, d->labels, t->text.at, t->box,
                           ZT_SOLID(&zt_ink_paper));
}

/* Leaders lie below all words. */
void zt_line_texts_draw(const zt_line_drawing *d)
{
    zt_piece *pieces = ZT_ARRAY(d->plan->chart->setting->arena, d->texts.count + 1, zt_piece);
    zt_obstacles leaders = {.pieces = pieces};
    for (size_t i = 0; i < d->texts.count; i++)
        if (zt_line_text_leader(&d->texts.items[i], &pieces[leaders.piece_count])) {
            zt_mark_rule(d->plan->chart, d->axis, pieces[leaders.piece_count].a,
                         pieces[leaders.piece_count].b, ZT_CHART_AXIS_LINE);
            leaders.piece_count++;
        }
    for (size_t i = 0; i < d->texts.count; i++) {
        const zt_line_text *t = &d->texts.items[i];
        if (t->lost)
            continue;
        draw_halo(d, t, &leaders);
        if (t->is_value)
            zt_mark_text_baseline(d->plan->chart, &t->text, d->labels, ZT_ALIGN_CENTRE, t->x,
                                  t->box.y + ZT_EM_TOP * t->height);
        else
            zt_mark_text_centre(d->plan->chart, &t->text, d->labels, ZT_ALIGN_CENTRE, t->x,
                                t->box.y + t->height / 2);
    }
}
