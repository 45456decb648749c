/* gen/text/line_slots.c — a paragraph over slots: lines in places of unlike width, in several
   columns. The search of breaker.c with one thing more in its state, the slot of the line, because
   that decides the measure, and because a first or last line may not stand alone in a column. One
   pass serves all slots in which the paragraph may begin. */
#include <math.h>
#include <string.h>

#include "text/para_imp.h"

/* Within a paragraph costs are those of breaker.c, added in the same order: of breaks that cost the
   same both take the same. INFINITY: no way. */
#define HUNDREDTHS 100.0

/* A width that occurs among the slots. */
typedef struct slot_measure {
    double points; /* R46 */
    bool narrow;   /* ZT_SLOT_NARROW */
} slot_measure;

/* The slots in which a line may begin after one break, from first to end (exclusive). */
typedef struct slot_reach {
    size_t first, end;
    /* INFINITY in gaps. */
    double *least;
    /* The break at which the best line before began, and the slot of the paragraph's first. */
    uint32_t *from, *begun;
} slot_reach;

/* One paragraph's search. */
typedef struct slot_search {
    const zt_para_imp *imp;
    zt_arena *arena;
    /* NULL: all in one column. */
    const zt_slot *slots;
    size_t count;
    const slot_measure *measures;
    const uint16_t *measure_of_slot;
    size_t measure_count;
    double widest;
    /* Lines below this share of their width stand in no slot (ZT_SHORTEST_LINE). */
    double narrowest;
    zt_yield yield;
    size_t *breaks;
    size_t break_count;
    slot_reach *reaches; /* of each break */
    slot_reach open;     /* of the break that is being reached; its arrays begin with slot 0 */
    double *prices;      /* of one line in each measure */
    /* So many slots of a break are kept, the earliest; SIZE_MAX: all. */
    size_t most;
} slot_search;

/* Which of the measures the slot has; a new one is added. */
static uint16_t measure_index(const zt_para_imp *imp, const zt_slot *slot, slot_measure *measures,
                              size_t *count)
{
    slot_measure m = {zt_measure_of(imp, slot->width), slot->flags & ZT_SLOT_NARROW};
    size_t k = 0;
    while (k < *count && (measures[k].points != m.points || measures[k].narrow != m.narrow))
        k++;
    if (k == *count)
        measures[(*count)++] = m;
    return (uint16_t)k;
}

/* A search over these slots, nothing given up yet. */
static slot_search search_of(const zt_text *text, const zt_slot *slots, size_t count,
                             zt_arena *arena)
{
    slot_search s = {.imp = text->imp, .arena = arena, .slots = slots, .count = count};
    slot_measure *measures = ZT_ARRAY(arena, count, slot_measure);
    uint16_t *of_slot = ZT_ARRAY(arena, count, uint16_t);
    for (size_t j = 0; j < count; j++)
        of_slot[j] = measure_index(s.imp, &slots[j], measures, &s.measure_count);
    s.narrowest = INFINITY;
    for (size_t k = 0; k < s.measure_count; k++) {
        s.widest = zt_max(s.widest, measures[k].points);
        s.narrowest = zt_min(s.narrowest, measures[k].narrow ? 0 : measures[k].points);
    }
    s.measures = measures;
    s.measure_of_slot = of_slot;
    s.most = SIZE_MAX;
    return s;
}

/* What a line costs in a measure; INFINITY when it cannot stand there. */
static double price_of(const slot_search *s, zt_char_span line, const zt_line_fit *fit,
                       const slot_measure *measure, bool any_length)
{
    double room = zt_line_room(s->imp, line.first, measure->points);
    if (!any_length && !measure->narrow && zt_span_width(s->imp, line) < ZT_SHORTEST_LINE * room)
        return INFINITY;
    return zt_line_cost(s->imp, line, fit, room, s->yield);
}

/* The first line of several at a column's foot, or the last one at a head. */
static bool is_alone(const slot_search *s, bool first, bool last, size_t slot)
{
    if (!s->slots || first == last)
        return false;
    return s->slots[slot].flags & (first ? ZT_SLOT_LAST : ZT_SLOT_FIRST);
}

/* The open reach holds these slots at least. */
static void widen(slot_reach *open, size_t first, size_t end)
{
    if (open->first == open->end)
        open->first = open->end = first;
    for (; open->first > first; open->first--)
        open->least[open->first - 1] = INFINITY;
    for (; open->end < end; open->end++)
        open->least[open->end] = INFINITY;
}

/* The line in each measure; false when it fits none of them. */
static bool price_line(slot_search *s, zt_char_span line, const zt_line_fit *fit, bool any_length)
{
    bool fits = false;
    for (size_t k = 0; k < s->measure_count; k++) {
        s->prices[k] = price_of(s, line, fit, &s->measures[k], any_length);
        fits |= s->prices[k] < INFINITY;
    }
    return fits;
}

/* One line, from all slots that it may stand in; of equal costs the first that is found stays. */
static void try_line(slot_search *s, size_t m, size_t n, double price)
{
    const slot_reach *start = &s->reaches[m];
    slot_reach *open = &s->open;
    size_t end = start->end < s->count ? start->end : s->count;
    bool last = n + 1 == s->break_count;
    if (end <= start->first)
        return;
    widen(open, start->first + 1, end + 1);
    for (size_t j = start->first, i = 0; j < end; j++, i++) {
        double cost = start->least[i] + s->prices[s->measure_of_slot[j]] + price;
        if (!(cost < open->least[j + 1]) || is_alone(s, m == 0, last, j))
            continue;
        open->least[j + 1] = cost;
        open->from[j + 1] = (uint32_t)m;
        open->begun[j + 1] = start->begun[i];
    }
}

/* Whether anything was reached yet. */
static bool is_open(const slot_reach *open)
{
    for (size_t j = open->first; j < open->end; j++)
        if (open->least[j] < INFINITY)
            return true;
    return false;
}

/* What was reached is kept in arrays of its own size. */
static void close_reach(slot_search *s, size_t n)
{
    slot_reach *open = &s->open, *to = &s->reaches[n];
    while (open->first < open->end && open->least[open->first] == INFINITY)
        open->first++;
    while (open->first < open->end && open->least[open->end - 1] == INFINITY)
        open->end--;
    size_t count = open->end - open->first;
    count = count < s->most ? count : s->most;
    *to = (slot_reach){.first = open->first, .end = open->first + count};
    to->least = ZT_ARRAY(s->arena, count, double);
    to->from = ZT_ARRAY(s->arena, 2 * count, uint32_t);
    to->begun = to->from + count;
    if (count == 0)
        return;
    memcpy(to->least, open->least + open->first, count * sizeof *to->least);
    memcpy(to->from, open->from + open->first, count * sizeof *to->from);
    memcpy(to->begun, open->begun + open->first, count * sizeof *to->begun);
}

/* All lines that end at break n. */
static void relax(slot_search *s, size_t n)
{
    const zt_para_imp *imp = s->imp;
    double em = imp->chars[0].style->size, price = zt_break_cost(imp, s->breaks[n]);
    bool any_length = s->yield >= ZT_YIELD_LENGTH ||
                      zt_ends_text(imp, (zt_char_span){s->breaks[n - 1], s->breaks[n]});
    s->open.first = s->open.end = 0;
    for (size_t m = n; m-- > 0;) {
        zt_char_span line = {s->breaks[m], s->breaks[n]};
        if (any_length || zt_span_width(imp, line) >=
                              ZT_SHORTEST_LINE * zt_line_room(imp, line.first, s->narrowest)) {
            zt_line_fit fit = zt_line_measure(imp, line);
            double least = zt_line_least(&fit), room = zt_line_room(imp, line.first, s->widest);
            if (price_line(s, line, &fit, any_length))
                try_line(s, m, n, price);
            /* As in breaker.c: what is an em too wide stays too wide. */
            if ((least > room + em && is_open(&s->open)) || least > 3 * room + 8 * em)
                break;
        }
        if (line.first > 0 && imp->chars[line.first].brk == ZT_BRK_MUST)
            break;
    }
    close_reach(s, n);
}

/* From the first break, whose reach is given, to the end; false when that is not reached. */
static bool search_once(slot_search *s, const slot_reach *start)
{
    size_t most = s->count + 2;
    s->breaks = ZT_ARRAY(s->arena, s->imp->count + 2, size_t);
    s->break_count = zt_break_places(s->imp, s->yield, s->breaks);
    s->reaches = ZT_ARRAY(s->arena, s->break_count, slot_reach);
    s->prices = ZT_ARRAY(s->arena, s->measure_count, double);
    s->open.least = ZT_ARRAY(s->arena, most, double);
    s->open.from = ZT_ARRAY(s->arena, most, uint32_t);
    s->open.begun = ZT_ARRAY(s->arena, most, uint32_t);
    s->reaches[0] = *start;
    for (size_t n = 1; n < s->break_count; n++)
        relax(s, n);
    const slot_reach *end = &s->reaches[s->break_count - 1];
    return end->end > end->first;
}

/* Nothing is given up for want of room, only what the widest measure asks for. */
static const slot_reach *search_all(slot_search *s, const slot_reach *start)
{
    if (!search_once(s, start)) {
        s->yield = zt_lines_yield(s->imp, s->widest, s->arena);
        if (s->yield > ZT_YIELD_NOTHING)
            search_once(s, start);
    }
    return &s->reaches[s->break_count - 1];
}

/* To the nearest, below ZT_NEVER. */
static uint32_t in_hundredths(double cost)
{
    if (!(cost < INFINITY))
        return ZT_NEVER;
    cost = floor(zt_max(cost, 0) * HUNDREDTHS + 0.5);
    return cost < ZT_NEVER ? (uint32_t)cost : ZT_NEVER - 1;
}

/* The slots in which the paragraph may begin. */
static slot_reach reach_before(zt_arena *arena, const uint32_t *before, size_t count)
{
    slot_reach reach = {.first = 0};
    while (reach.first < count && before[reach.first] == ZT_NEVER)
        reach.first++;
    reach.end = count;
    while (reach.end > reach.first && before[reach.end - 1] == ZT_NEVER)
        reach.end--;
    reach.least = ZT_ARRAY(arena, reach.end - reach.first, double);
    reach.begun = ZT_ARRAY(arena, reach.end - reach.first, uint32_t);
    for (size_t j = reach.first; j < reach.end; j++) {
        reach.least[j - reach.first] = before[j] == ZT_NEVER ? INFINITY : before[j] / HUNDREDTHS;
        reach.begun[j - reach.first] = (uint32_t)j;
    }
    return reach;
}

/* What a text without characters does: nothing. */
static void flow_nothing(size_t count, const uint32_t *before, uint32_t *after, uint32_t *begun)
{
    memcpy(after, before, (count + 1) * sizeof *after);
    for (size_t j = 0; begun && j <= count; j++)
        begun[j] = (uint32_t)j;
}

void zt_text_flow(const zt_text *text, const zt_slot *slots, size_t count, const uint32_t *before,
                  uint32_t *after, uint32_t *begun, zt_arena *scratch)
{
    zt_assert(zt_text_flows(text));
    if (text->imp->count == 0) {
        flow_nothing(count, before, after, begun);
        return;
    }
    for (size_t j = 0; j <= count; j++)
        after[j] = ZT_NEVER;
    slot_reach start = reach_before(scratch, before, count);
    if (start.first == start.end)
        return;
    slot_search s = search_of(text, slots, count, scratch);
    const slot_reach *end = search_all(&s, &start);
    for (size_t j = end->first; j < end->end; j++) {
        after[j] = in_hundredths(end->least[j - end->first]);
        if (begun)
            begun[j] = end->begun[j - end->first];
    }
}

/* A search that begins in slot 0 and costs nothing yet. */
static slot_reach reach_start(zt_arena *arena)
{
    return (slot_reach){
        .end = 1, .least = ZT_ARRAY(arena, 1, double), .begun = ZT_ARRAY(arena, 1, uint32_t)};
}

size_t zt_text_ways(const zt_text *text, double width, zt_way out[ZT_WAYS_MOST], zt_arena *scratch)
{
    if (text->imp->count == 0)
        return 0;
    slot_reach start = reach_start(scratch);
    slot_measure measure = {zt_measure_of(text->imp, width), false};
    slot_search s = {.imp = text->imp, .arena = scratch, .measures = &measure, .measure_count = 1};
    s.count = text->imp->count; /* no paragraph has more lines than characters */
    s.measure_of_slot = ZT_ARRAY(scratch, s.count, uint16_t);
    s.widest = s.narrowest = measure.points;
    s.most = ZT_WAYS_MOST;
    const slot_reach *end = search_all(&s, &start);
    size_t count = 0;
    for (size_t j = end->first; j < end->end; j++)
        if (end->least[j - end->first] != INFINITY)
            out[count++] = (zt_way){(int)j, in_hundredths(end->least[j - end->first])};
    return count;
}

/* The lines of the best way that ends before slot `lines`, in their order. */
static zt_char_span *read_back(const slot_search *s, size_t lines)
{
    zt_char_span *out = ZT_ARRAY(s->arena, lines, zt_char_span);
    size_t n = s->break_count - 1;
    for (size_t j = lines; j > 0; j--) {
        size_t m = s->reaches[n].from[j - s->reaches[n].first];
        out[j - 1] = (zt_char_span){s->breaks[m], s->breaks[n]};
        n = m;
    }
    return out;
}

/* The last slot was filled. */
static bool is_reached(const slot_search *s, size_t lines)
{
    const slot_reach *end = &s->reaches[s->break_count - 1];
    return end->first <= lines && lines < end->end && end->least[lines - end->first] != INFINITY;
}

/* Finds the lines that fill exactly these slots; NULL when none do. More is given up step by step,
   no more than zt_text_flow can have given up, which had wider slots to look at. */
static zt_char_span *fill_slots(slot_search *s, size_t lines)
{
    slot_reach start = reach_start(s->arena);
    zt_yield most = ZT_YIELD_NOTHING;
    search_once(s, &start);
    if (!is_reached(s, lines))
        most = zt_lines_yield(s->imp, s->widest, s->arena);
    while (!is_reached(s, lines) && s->yield < most) {
        s->yield++;
        search_once(s, &start);
    }
    return is_reached(s, lines) ? read_back(s, lines) : NULL;
}

/* The lines at their places in the frame of the slots. */
static zt_para *place_in_slots(zt_para_imp *imp, const zt_slot *slots, size_t first, size_t lines,
                               const zt_char_span *spans)
{
    zt_para *para = ZT_NEW(imp->arena, zt_para);
    *para = (zt_para){.imp = imp, .char_count = imp->count, .on_slots = true, .line_count = lines};
    para->lines = ZT_ARRAY(imp->arena, lines, zt_line);
    for (size_t i = 0; i < lines; i++) {
        const zt_slot *slot = &slots[first + i];
        zt_line *line = &para->lines[i];
        *line = zt_line_set(imp, spans[i], slot->width);
        line->x += slot->x;
        line->baseline += slot->row * imp->style.leading;
        line->slot = first + i;
        para->width = zt_max(para->width, slot->width);
        para->max_width = zt_max(para->max_width, line->width);
        para->height = zt_max(para->height, (slot->row + 1) * imp->style.leading);
    }
    zt_para_find_ink(para);
    return para;
}

zt_para *zt_text_set(zt_arena *arena, zt_diags *diags, const zt_text *text, const zt_slot *slots,
                     size_t first, size_t lines)
{
    zt_assert(zt_text_flows(text));
    if (text->imp->count == 0 || lines == 0)
        return NULL;
    zt_arena *scratch = zt_arena_beside(arena);
    slot_search s = search_of(text, slots + first, lines, scratch);
    const zt_char_span *spans = fill_slots(&s, lines);
    zt_para *para = NULL;
    if (spans) {
        zt_para_imp *imp = zt_text_copy(arena, diags, text);
        double *rooms = ZT_ARRAY(scratch, lines, double);
        for (size_t i = 0; i < lines; i++)
            rooms[i] = zt_line_room(imp, spans[i].first, s.measures[s.measure_of_slot[i]].points);
        para = place_in_slots(imp, slots, first, lines, spans);
        zt_lines_report(imp, spans, lines, rooms, s.yield);
        zt_check_line_gap(imp);
    }
    zt_arena_drop(scratch);
    return para;
}
