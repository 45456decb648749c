/* A horizontal timeline: entries in turn above and below an axis, each hanging from a pole at its
   node. Neighbours of one side stand two nodes apart, which is what their texts may take; when that
   is too narrow, the axis is folded into rows. */
#include "block/timeline/timeline_across.h"

#include <math.h>

#include "block/timeline/timeline_calendar.h"
#include "block/words/lines.h"
#include "labels/spread.h"

/* In steps of the theme's scale: from a pole to its text, between neighbours on one side. */
static const double POLE_GAP = 1, ENTRY_GAP = 3;
/* The measure of a text, in em: with less the axis is folded into more rows; more is not taken. */
static const double MEASURE_LEAST = 12, MEASURE_MOST = 26;

/* Bands of years stand in place of the axis, where the entries are grouped; never with true
   distances, which have a calendar. */
static bool has_bands(const zt_tl_plan *plan)
{
    return plan->form == ZT_TL_ACROSS && plan->count > 0 && plan->entries[0].band;
}

/* True to time: one axis, a calendar in its place. */
static bool is_timed(const zt_tl_plan *plan)
{
    return plan->form == ZT_TL_ACROSS_TIME;
}

/* ---- measures ---- */

/* Half of the widest node, which keeps within the block. */
static const double NODE_ROOM = ZT_MM(3.8) / 2; /* of ZT_TL_KEY_NODE */

/* From node to node when `count` stand in one row: the last text ends at the right edge. */
static double pitch_of(const zt_tl_plan *plan, size_t count, double apart)
{
    double width = plan->width - plan->axis_x;
    return count > 1 ? (width + apart) / (double)(count + 1) : width;
}

/* What the text of one entry may take, poles and gaps left out. */
static double room_of(const zt_tl_plan *plan, size_t count, double apart)
{
    double pitch = pitch_of(plan, count, apart);
    double box = count > 1 ? 2 * pitch - apart : pitch;
    return box - (plan->indent - plan->axis_x);
}

/* Takes as many entries in a row as leave each text its least measure, then evens the rows out, so
   that the last one is not short by most of its length. The measure is in whole characters. */
void zt_tl_across_measure(zt_tl_plan *plan)
{
    double size = plan->text.text.size, most = MEASURE_MOST * size;
    double least = zt_min(MEASURE_LEAST * size, most);
    double apart = zt_setting_gap(plan->setting, ENTRY_GAP);
    size_t asked = plan->block->place->columns > 1 ? (size_t)plan->block->place->columns : 0;
    plan->axis_x = NODE_ROOM;
    plan->indent = plan->axis_x + zt_setting_gap(plan->setting, POLE_GAP);
    size_t fit = asked && asked < plan->count ? asked : plan->count;
    while (fit > 1 && room_of(plan, fit, apart) < least - 1e-6)
        fit--;
    size_t rows = (plan->count + fit - 1) / fit;
    plan->per_row = (plan->count + rows - 1) / rows;
    if (rows > 1 && is_timed(plan)) {
        plan->form = ZT_TL_ACROSS;
        plan->scale = ZT_TIME_HYBRID;
        plan->strip = plan->head_height > 0 && plan->params->calendar != ZT_TL_STRIP_NO;
    }
    plan->pitch = pitch_of(plan, plan->per_row, apart);
    double room = zt_min(room_of(plan, plan->per_row, apart), most);
    plan->measure = zt_max(size, floor(room / size + 1e-6) * size);
    plan->leader = is_timed(plan) ? ZT_TL_LEADER_LENGTH : 0;
}

/* Axis, band or calendar. */
static double spine_height(const zt_tl_plan *plan)
{
    if (is_timed(plan))
        return ZT_TL_CALENDAR_HEIGHT;
    return has_bands(plan) ? plan->band_height : plan->params->axis;
}

/* The first of a row is above; one alone would leave half a row empty below, so there is none. */
static bool is_above(const zt_tl_plan *plan, size_t i)
{
    return i % plan->per_row % 2 == 0;
}

/* Past the last entry of the row that begins with `first`. */
static size_t row_limit(const zt_tl_plan *plan, size_t first)
{
    size_t end = first + plan->per_row;
    return end < plan->count ? end : plan->count;
}

/* Entries of one row of a horizontal timeline, `end` exclusive, with the heights in points of what
   stands over and under its axis. */
typedef struct row {
    size_t first, end;
    double above, below; /* of its texts */
} row;

/* Finds the entries of a row and the height of the tallest text above and below its axis, at this
   leading. */
static row row_at(const zt_tl_plan *plan, size_t first, double leading)
{
    row r = {.first = first, .end = row_limit(plan, first)};
    for (size_t i = first; i < r.end; i++) {
        double *side = is_above(plan, i) ? &r.above : &r.below;
        *side = zt_max(*side, zt_tl_entry_height(plan, &plan->entries[i], leading));
    }
    return r;
}

/* Distance of the texts of one side from the spine. */
static double side_gap(const zt_tl_plan *plan, double axis_gap)
{
    double node = has_bands(plan) || is_timed(plan) ? 0 : NODE_ROOM;
    return plan->leader + axis_gap + node;
}

/* From the top of the texts above to the foot of those below; without any below half a node stays
   free under the axis. */
static double row_height(const zt_tl_plan *plan, const row *r, double axis_gap)
{
    double side = side_gap(plan, axis_gap);
    double under = has_bands(plan) || is_timed(plan) ? 0 : NODE_ROOM;
    return r->above + side + spine_height(plan) + (r->below > 0 ? side + r->below : under);
}

/* The gaps and the leading that grow with spare height; all in points. */
typedef struct gaps {
    double head, axis, row, leading;
} gaps;

/* Height of all rows with these gaps and this leading. */
static double height_with(const zt_tl_plan *plan, const gaps *g)
{
    double head = zt_tl_head_height(plan), height = head > 0 ? head + g->head : 0;
    for (size_t first = 0; first < plan->count; first += plan->per_row) {
        row r = row_at(plan, first, g->leading);
        height += (first > 0 ? g->row : 0) + row_height(plan, &r, g->axis);
    }
    return height;
}

/* The gaps with nothing to spare. */
static gaps natural_gaps(const zt_tl_plan *plan)
{
    return (gaps){plan->gap.natural, plan->axis_gap.natural, plan->row_gap.natural,
                  plan->text.para.leading};
}

/* The gaps at their ceilings and the leading at the most that its style allows. */
static gaps widest_gaps(const zt_tl_plan *plan)
{
    return (gaps){plan->gap.ceiling, plan->axis_gap.ceiling, plan->row_gap.ceiling,
                  zt_leading_most(&plan->text)};
}

/* Of the head and all rows, with natural or with the widest gaps. */
double zt_tl_across_height(const zt_tl_plan *plan, bool widest)
{
    gaps g = widest ? widest_gaps(plan) : natural_gaps(plan);
    return height_with(plan, &g);
}

/* ---- arranging ---- */

/* Spare height: all gaps at once, then the leading. */
static gaps gaps_for(const zt_tl_plan *plan, double height)
{
    gaps low = natural_gaps(plan), high = widest_gaps(plan), g = low;
    gaps middle = high;
    middle.leading = low.leading;
    double least = height_with(plan, &low);
    double wide = height_with(plan, &middle);
    double t = zt_tl_between(0, 1, least, wide, height);
    g.head += t * (high.head - low.head);
    g.axis += t * (high.axis - low.axis);
    g.row += t * (high.row - low.row);
    double most = height_with(plan, &high);
    g.leading = zt_tl_between(low.leading, high.leading, wide, most, height);
    return g;
}

/* The entries of one side as near to their marks as their texts allow. */
static void spread_side(zt_tl_plan *plan, const zt_tl_calendar *calendar, bool above)
{
    zt_arena *arena = plan->setting->arena;
    zt_label *labels = ZT_ARRAY(arena, plan->count, zt_label);
    double apart = zt_setting_gap(plan->setting, ENTRY_GAP);
    double width = plan->indent + plan->measure;
    size_t count = 0;
    for (size_t i = 0; i < plan->count; i++) {
        double at = zt_tl_calendar_place(calendar, plan->entries[i].event->date);
        if (is_above(plan, i) == above)
            labels[count++] = (zt_label){.wanted = at - plan->axis_x + width / 2, .size = width};
    }
    /* The pole's room before the text is part of each width, and the first hangs out by none. */
    zt_labels_spread_in_order(arena, labels, count, apart - plan->axis_x, 0, plan->width);
    for (size_t i = 0, k = 0; i < plan->count; i++)
        if (is_above(plan, i) == above)
            plan->entries[i].x = labels[k++].centre - width / 2;
}

/* Where axis, bands or calendar of a row lie, when its texts begin at `top`. */
static zt_rect spine_box(const zt_tl_plan *plan, const row *r, double top, double axis_gap)
{
    return (zt_rect){0, top + r->above + side_gap(plan, axis_gap), plan->width, spine_height(plan)};
}

/* Gives each entry of a row its column, its text's top and its node. With bands or a calendar the
   node stands at their edge, or at the leader's end; else on the axis. */
static void arrange_row(zt_tl_plan *plan, const row *r, double top, const gaps *g)
{
    zt_rect spine = spine_box(plan, r, top, g->axis);
    bool edges = has_bands(plan) || is_timed(plan);
    for (size_t i = r->first; i < r->end; i++) {
        zt_tl_entry *e = &plan->entries[i];
        e->row = (int)(i / plan->per_row);
        e->column = (int)(i % plan->per_row);
        e->above = is_above(plan, i);
        e->x = e->column * plan->pitch;
        double below = zt_rect_foot(spine) + side_gap(plan, g->axis);
        e->top = e->above ? top : below;
        double edge = e->above ? spine.y - plan->leader : zt_rect_foot(spine) + plan->leader;
        e->node_y = edges ? edge : spine.y + spine.h / 2;
        e->band_top = spine.y;
        e->band_x = e->x + plan->axis_x + zt_max(NODE_ROOM, plan->year.text.size * 0.6);
    }
}

/* Rows at even steps first; where distances are true, entries of each side are then moved as near
   to their days as their widths allow. */
void zt_tl_across_arrange(zt_tl_plan *plan, double height)
{
    gaps g = gaps_for(plan, height);
    double head = zt_tl_head_height(plan), top = head > 0 ? head + g.head : 0;
    plan->leading = g.leading;
    for (size_t first = 0; first < plan->count; first += plan->per_row) {
        row r = row_at(plan, first, g.leading);
        arrange_row(plan, &r, top, &g);
        top += row_height(plan, &r, g.axis) + g.row;
    }
    if (!is_timed(plan))
        return;
    zt_rect box = {0, plan->entries[0].band_top, plan->width, spine_height(plan)};
    zt_tl_calendar calendar = zt_tl_calendar_make(plan, false, box);
    spread_side(plan, &calendar, true);
    spread_side(plan, &calendar, false);
}

/* ---- drawing ---- */

/* Leaders and poles have one weight and one ink. */
static void draw_line(const zt_tl_plan *plan, zt_group *group, zt_pos at, zt_point from,
                      zt_point to)
{
    zt_scene_rule(plan->setting->scene, group, at, from, to, ZT_TL_LEADER_LINE,
                  ZT_SOLID(plan->line_ink));
}

/* Along the whole entry, from its node on. */
static void draw_pole(const zt_tl_plan *plan, const zt_tl_entry *e, zt_group *group)
{
    double x = e->x + plan->axis_x;
    double end = e->above ? e->top : zt_tl_entry_foot(plan, e);
    draw_line(plan, group, e->event->at, (zt_point){x, e->node_y}, (zt_point){x, end});
}

/* A row that goes on runs to the edge; the last one ends with its last text. */
static double row_end(const zt_tl_plan *plan, size_t end)
{
    const zt_tl_entry *last = &plan->entries[end - 1];
    return end < plan->count || plan->count <= plan->per_row
               ? plan->width
               : zt_min(plan->width, last->x + plan->indent + plan->measure);
}

/* From the first node of a row to the row's end. */
static void draw_axis(const zt_tl_plan *plan, size_t first, size_t end, zt_group *into)
{
    const zt_tl_entry *e = &plan->entries[first];
    double weight = plan->params->axis, from = e->x + plan->axis_x;
    zt_rect box = {from, e->node_y - weight / 2, row_end(plan, end) - from, weight};
    zt_group *group = zt_tl_decoration(plan, into, plan->block->at, "axis", box);
    zt_scene_rule(plan->setting->scene, group, plan->block->at, (zt_point){0, weight / 2},
                  (zt_point){box.w, weight / 2}, weight, ZT_SOLID(plan->axis_ink));
}

/* From the node that begins a part to just before the next part's. */
static void draw_bands(const zt_tl_plan *plan, size_t first, size_t end, zt_group *into)
{
    double cut = ZT_TL_CALENDAR_CUT, before = NODE_ROOM + cut;
    for (size_t i = first, next; i < end; i = next) {
        for (next = i + 1; next < end && !plan->entries[next].band; next++)
            ;
        double from = i == first ? 0 : plan->entries[i].x + plan->axis_x - before + cut;
        double to = next < end ? plan->entries[next].x + plan->axis_x - before : row_end(plan, end);
        zt_rect box = {from, plan->entries[i].band_top, to - from, plan->band_height};
        zt_group *group = zt_tl_decoration(plan, into, plan->block->at, "band", box);
        zt_scene_fill_rect(plan->setting->scene, group, plan->block->at,
                           (zt_rect){0, 0, box.w, box.h}, plan->ground);
    }
}

/* From the mark at the calendar's edge to the foot of the pole. */
static void draw_leaders(const zt_tl_plan *plan, const zt_tl_calendar *calendar, zt_group *group)
{
    for (size_t i = 0; i < plan->count; i++) {
        const zt_tl_entry *e = &plan->entries[i];
        double edge = e->above ? calendar->across : calendar->across + calendar->thick;
        zt_point from = {zt_tl_calendar_place(calendar, e->event->date), edge};
        draw_line(plan, group, e->event->at, from, (zt_point){e->x + plan->axis_x, e->node_y});
    }
}

/* What lies lowest first: calendar, bands or axis, then the leaders, then the poles. */
void zt_tl_across_draw(const zt_tl_plan *plan, zt_group *into)
{
    zt_rect all = {0, 0, plan->width, 0};
    if (is_timed(plan)) {
        zt_rect box = {0, plan->entries[0].band_top, plan->width, spine_height(plan)};
        zt_tl_calendar calendar = zt_tl_calendar_make(plan, false, box);
        zt_tl_calendar_draw(&calendar, true, into);
        zt_group *leaders = zt_tl_decoration(plan, into, plan->block->at, "leaders", all);
        draw_leaders(plan, &calendar, leaders);
    }
    for (size_t first = 0; first < plan->count && !is_timed(plan); first += plan->per_row) {
        size_t end = row_limit(plan, first);
        if (has_bands(plan))
            draw_bands(plan, first, end, into);
        else
            draw_axis(plan, first, end, into);
    }
    zt_group *poles = zt_tl_decoration(plan, into, plan->block->at, "poles", all);
    for (size_t i = 0; i < plan->count; i++)
        draw_pole(plan, &plan->entries[i], poles);
}
