/* gen/layout/stream.c — a story over slots: a shortest path from its first item to its last, whose
   states are the slots in which the next item may begin. Each item gives the costs after it from
   those before it, for all of them at once. */
#include "layout/stream.h"

#include <string.h>

/* A blank line that a head takes: as a line stretched by 0.16 em a gap, on the scale of
   zt_text_flow. */
static const uint32_t BLANK_LINE = 9000;
/* What an optional paragraph costs that goes. */
static const uint32_t DROPPED = 6500;
/* A line that is over or wanting at the end: as three lines with gaps of more than 0.25 em, and
   less than one that is nothing but holes. */
static const uint32_t MISSED_LINE = 1000000;
/* A line that stays empty at a column's foot, dearer than any line that can be set. */
static const uint32_t EMPTY_SLOT = 10000000;

/* What becomes of optional paragraphs. */
typedef enum optional_use { OPTIONAL_MAY_GO, OPTIONAL_GO } optional_use;

/* Costs before and after each item, and where it began. */
typedef struct stream_path {
    const zt_stream_item *items;
    size_t count;
    const zt_slot *slots;
    size_t slot_count;
    /* [item][slot]: count + 1 rows of slot_count + 1 costs; row i stands before item i. */
    uint32_t *costs;
    /* The same of the slots in which item i - 1 began. */
    uint32_t *begun;
    /* The same of the slots from which on a column stays empty before item i; NULL: none may. */
    uint32_t *emptied;
    optional_use optional;
    zt_arena *scratch;
} stream_path;

/* A sum of costs that stays below ZT_NEVER. */
static uint32_t add_costs(uint32_t a, uint32_t b)
{
    if (a == ZT_NEVER || b == ZT_NEVER)
        return ZT_NEVER;
    return b < ZT_NEVER - 1 - a ? a + b : ZT_NEVER - 1;
}

/* Whether slot j begins a column other than the first slot of all. */
static bool begins_column(const stream_path *p, size_t j)
{
    return j > 0 && j < p->slot_count && p->slots[j].flags & ZT_SLOT_FIRST;
}

/* Whole lines stand in slots of one column, none of them beside an obstacle, with the lines below
   them that they ask for. */
static bool holds_whole(const stream_path *p, size_t first, size_t rows, size_t below)
{
    if (first + rows + below > p->slot_count)
        return false;
    for (size_t j = first; j < first + rows + below; j++) {
        if (j < first + rows && p->slots[j].flags & ZT_SLOT_NARROW)
            return false;
        if (j + 1 < first + rows + below && p->slots[j].flags & ZT_SLOT_LAST)
            return false;
    }
    return true;
}

/* Whole lines at one place, with every count of blank lines that they may take. */
static void flow_whole_from(const stream_path *p, const zt_stream_item *item, size_t j,
                            uint32_t before, uint32_t *after, uint32_t *begun)
{
    bool top = p->slots[j].flags & ZT_SLOT_FIRST;
    for (int more = 0; more <= (top ? 0 : item->stretch); more++) {
        size_t rows = (size_t)((top ? item->rows_at_top : item->rows) + more), end = j + rows;
        uint32_t cost = add_costs(before, BLANK_LINE * (uint32_t)more);
        if (!holds_whole(p, j, rows, (size_t)item->below) || cost >= after[end])
            continue;
        after[end] = cost;
        begun[end] = (uint32_t)j;
    }
}

/* Item i may begin the next column, wherever the one before it ended. */
static void leave_empty(const stream_path *p, size_t i)
{
    size_t width = p->slot_count + 1, from = SIZE_MAX;
    uint32_t *costs = p->costs + i * width, *emptied = p->emptied + i * width, cost = ZT_NEVER;
    for (size_t j = 0; j < p->slot_count; j++) {
        emptied[j] = (uint32_t)j;
        if (begins_column(p, j) && cost < costs[j]) {
            costs[j] = cost;
            emptied[j] = (uint32_t)from;
        }
        if (j == 0 || begins_column(p, j))
            cost = ZT_NEVER;
        if (costs[j] < cost) {
            cost = costs[j];
            from = j;
        }
        cost = add_costs(cost, EMPTY_SLOT);
    }
    emptied[p->slot_count] = (uint32_t)p->slot_count;
}

/* It takes no slot where that is cheaper. */
static void drop_item(const uint32_t *before, uint32_t *after, uint32_t *begun, size_t width,
                      uint32_t price)
{
    for (size_t j = 0; j < width; j++) {
        uint32_t cost = add_costs(before[j], price);
        if (cost >= after[j])
            continue;
        after[j] = cost;
        begun[j] = (uint32_t)j;
    }
}

/* Item i, from the costs before it to those after it. */
static void flow_item(const stream_path *p, size_t i)
{
    const zt_stream_item *item = &p->items[i];
    size_t width = p->slot_count + 1;
    uint32_t *before = p->costs + i * width, *after = before + width;
    uint32_t *begun = p->begun + (i + 1) * width;
    if (p->emptied)
        leave_empty(p, i);
    for (size_t j = 0; item->keep_previous && j < width; j++)
        if (begins_column(p, j))
            before[j] = ZT_NEVER;
    if (item->optional && p->optional == OPTIONAL_GO) {
        memset(after, 0xff, width * sizeof *after);
        drop_item(before, after, begun, width, 0);
        return;
    }
    if (item->text) {
        zt_arena *scratch = zt_arena_beside(p->scratch);
        zt_text_flow(item->text, p->slots, p->slot_count, before, after, begun, scratch);
        zt_arena_drop(scratch);
    } else {
        memset(after, 0xff, width * sizeof *after);
        for (size_t j = 0; j < p->slot_count; j++)
            if (before[j] != ZT_NEVER)
                flow_whole_from(p, item, j, before[j], after, begun);
    }
    for (size_t j = 0; item->keep_next && j < width; j++)
        if (begins_column(p, j))
            after[j] = ZT_NEVER;
    if (item->optional && p->optional == OPTIONAL_MAY_GO)
        drop_item(before, after, begun, width, DROPPED);
}

/* What is asked of one filling. */
typedef struct stream_ask {
    const zt_stream_item *items;
    size_t count;
    const zt_slot *slots;
    size_t slot_count;
    zt_arena *arena, *scratch;
    bool empty; /* columns may end early */
} stream_ask;

/* All items, from slot 0. */
static stream_path find_path(const stream_ask *ask, const zt_slot *slots, size_t slot_count,
                             optional_use optional)
{
    stream_path p = {.items = ask->items, .count = ask->count, .slots = slots};
    size_t width = slot_count + 1;
    p.slot_count = slot_count;
    p.optional = optional;
    p.scratch = ask->scratch;
    p.costs = ZT_ARRAY(p.scratch, (p.count + 1) * width, uint32_t);
    p.begun = ZT_ARRAY(p.scratch, (p.count + 1) * width, uint32_t);
    p.emptied = ask->empty ? ZT_ARRAY(p.scratch, (p.count + 1) * width, uint32_t) : NULL;
    memset(p.costs, 0xff, width * sizeof *p.costs);
    p.costs[0] = 0;
    for (size_t i = 0; i < p.count; i++)
        flow_item(&p, i);
    return p;
}

/* The cost of all items that end before slot `end`. */
static uint32_t cost_to(const stream_path *p, size_t end)
{
    return p->costs[p->count * (p->slot_count + 1) + end];
}

/* The cheapest end, lines that it misses `wanted` by counted; SIZE_MAX when there is none. */
static size_t best_end(const stream_path *p, size_t wanted)
{
    size_t best = SIZE_MAX;
    uint64_t least = UINT64_MAX;
    for (size_t j = 0; j <= p->slot_count; j++) {
        uint64_t missed = j < wanted ? wanted - j : j - wanted;
        uint64_t cost = cost_to(p, j) + missed * MISSED_LINE;
        if (cost_to(p, j) == ZT_NEVER || cost >= least)
            continue;
        least = cost;
        best = j;
    }
    return best;
}

/* The end nearest to `wanted` that can be reached at all. */
static size_t nearest_end(const stream_path *p, size_t wanted)
{
    for (size_t by = 0; by <= p->slot_count; by++) {
        if (by <= wanted && cost_to(p, wanted - by) != ZT_NEVER)
            return wanted - by;
        if (wanted + by <= p->slot_count && cost_to(p, wanted + by) != ZT_NEVER)
            return wanted + by;
    }
    return SIZE_MAX;
}

/* The slots with `more` rows below the last leg, as wide as that is. */
static zt_slot *add_rows(zt_arena *arena, const zt_slot *slots, size_t count, size_t more)
{
    zt_slot *out = ZT_ARRAY(arena, count + more, zt_slot);
    memcpy(out, slots, count * sizeof *out);
    zt_slot *last = &out[count - 1], widest = *last;
    for (size_t j = 0; j < count; j++)
        if (slots[j].column == last->column && slots[j].width > widest.width)
            widest = slots[j];
    widest.flags = 0;
    last->flags &= (uint8_t)~ZT_SLOT_LAST;
    for (size_t k = 0; k < more; k++) {
        out[count + k] = widest;
        out[count + k].row = (uint16_t)(last->row + 1 + (int)k);
    }
    return out;
}

/* Reads the way back from its end. */
static zt_stream_fill *read_back(zt_arena *arena, const stream_path *p, size_t end)
{
    zt_stream_fill *fill = ZT_NEW(arena, zt_stream_fill);
    size_t width = p->slot_count + 1;
    fill->cost = cost_to(p, end);
    fill->slot_count = p->slot_count;
    zt_slot *slots = ZT_ARRAY(arena, p->slot_count, zt_slot);
    memcpy(slots, p->slots, p->slot_count * sizeof *slots);
    fill->slots = slots;
    fill->spans = ZT_ARRAY(arena, p->count, zt_stream_span);
    for (size_t i = p->count; i-- > 0;) {
        size_t first = p->begun[(i + 1) * width + end];
        fill->spans[i] = (zt_stream_span){first, end - first};
        end = first;
        while (p->emptied && p->emptied[i * width + end] != end)
            end = p->emptied[i * width + end];
        fill->empty += (int)(first - end);
    }
    return fill;
}

/* The way to one end, with what it is over or wanting. */
static zt_stream_fill *end_at(const stream_ask *ask, const stream_path *p, size_t end)
{
    zt_stream_fill *fill = read_back(ask->arena, p, end);
    fill->over = (int)end - (int)ask->slot_count;
    fill->over_least = (int)nearest_end(p, ask->slot_count) - (int)ask->slot_count;
    fill->exact = fill->over == 0 && fill->empty == 0;
    return fill;
}

/* Over: rows are added below the last leg until all stand somewhere. */
static zt_stream_fill *fill_beyond(const stream_ask *ask)
{
    enum { FIRST_ROWS = 32, MOST_ROWS = 8192 };
    for (size_t more = FIRST_ROWS; more <= MOST_ROWS; more *= 4) {
        size_t all = ask->slot_count + more;
        zt_slot *slots = add_rows(ask->scratch, ask->slots, ask->slot_count, more);
        stream_path p = find_path(ask, slots, all, OPTIONAL_GO);
        size_t end = best_end(&p, ask->slot_count);
        if (end != SIZE_MAX)
            return end_at(ask, &p, end);
    }
    return NULL;
}

/* To the last slot or short of it; beyond it only without what may go. */
static zt_stream_fill *fill_slots(const stream_ask *ask)
{
    stream_path p = find_path(ask, ask->slots, ask->slot_count, OPTIONAL_MAY_GO);
    size_t end = best_end(&p, ask->slot_count);
    return end == SIZE_MAX ? fill_beyond(ask) : end_at(ask, &p, end);
}

/* With empty feet only where nothing else is possible. */
static zt_stream_fill *fill_somehow(stream_ask *ask)
{
    ask->empty = false;
    zt_stream_fill *fill = fill_slots(ask);
    ask->empty = true;
    return fill ? fill : fill_slots(ask);
}

/* Whether the last line of the items leaves so many points free. */
static bool has_room(const stream_ask *ask, const zt_stream_fill *fill, double points)
{
    size_t i = ask->count;
    while (i > 0 && fill->spans[i - 1].count == 0)
        i--;
    if (i == 0 || !ask->items[i - 1].text)
        return false;
    zt_stream_span span = fill->spans[i - 1];
    zt_para *para = zt_text_set(ask->scratch, zt_diags_new(ask->scratch), ask->items[i - 1].text,
                                fill->slots, span.first, span.count);
    const zt_line *line = &para->lines[para->line_count - 1];
    const zt_slot *slot = &fill->slots[line->slot];
    return line->x + line->width + points <= slot->x + slot->width;
}

/* First without the item that joins, which then takes no slot. */
static zt_stream_fill *fill_joined(stream_ask *ask)
{
    const zt_stream_item *last = &ask->items[--ask->count];
    zt_stream_fill *fill = fill_somehow(ask);
    bool joined = fill && has_room(ask, fill, last->joins);
    ask->count++;
    if (!joined)
        return NULL;
    zt_stream_span *spans = ZT_ARRAY(ask->arena, ask->count, zt_stream_span);
    memcpy(spans, fill->spans, (ask->count - 1) * sizeof *spans);
    spans[ask->count - 1].first = (size_t)((int)ask->slot_count + fill->over);
    fill->spans = spans;
    return fill;
}

/* Either may be NULL; of like ones the first. */
static zt_stream_fill *better_of(zt_stream_fill *a, zt_stream_fill *b)
{
    if (!a || !b)
        return a ? a : b;
    if (a->exact != b->exact)
        return a->exact ? a : b;
    int missed_a = a->over < 0 ? -a->over : a->over, missed_b = b->over < 0 ? -b->over : b->over;
    uint64_t cost_a = a->cost + (uint64_t)missed_a * MISSED_LINE;
    uint64_t cost_b = b->cost + (uint64_t)missed_b * MISSED_LINE;
    return cost_b < cost_a ? b : a;
}

zt_stream_fill *zt_stream_fill_slots(zt_arena *arena, const zt_stream_item *items, size_t count,
                                     const zt_slot *slots, size_t slot_count)
{
    if (slot_count == 0)
        return NULL;
    stream_ask ask = {items, count, slots, slot_count, arena, zt_arena_beside(arena), false};
    zt_stream_fill *fill = fill_somehow(&ask);
    if (count > 0 && items[count - 1].joins > 0)
        fill = better_of(fill, fill_joined(&ask));
    zt_arena_drop(ask.scratch);
    return fill;
}

zt_para **zt_stream_set(zt_arena *arena, zt_diags *diags, const zt_stream_item *items, size_t count,
                        const zt_stream_fill *fill)
{
    zt_para **paras = ZT_ARRAY(arena, count, zt_para *);
    for (size_t i = 0; i < count; i++)
        if (items[i].text && fill->spans[i].count > 0)
            paras[i] = zt_text_set(arena, diags, items[i].text, fill->slots, fill->spans[i].first,
                                   fill->spans[i].count);
    return paras;
}

size_t zt_stream_characters_from(zt_para *const *paras, size_t count, size_t slot)
{
    size_t characters = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; paras[i] && k < paras[i]->line_count; k++)
            if (paras[i]->lines[k].slot >= slot)
                characters += paras[i]->lines[k].end - paras[i]->lines[k].first;
    return characters;
}

/* The ways of one item: one more than of a text, when it may go. */
static size_t ways_of_item(const zt_stream_item *item, double width, zt_way *out, zt_arena *scratch)
{
    size_t count = 0;
    if (item->optional)
        out[count++] = (zt_way){0, DROPPED};
    if (item->text)
        return count + zt_text_ways(item->text, width, out + count, scratch);
    for (int more = 0; more <= item->stretch && more < ZT_WAYS_MOST; more++)
        out[count++] = (zt_way){item->rows + more, BLANK_LINE * (uint32_t)more};
    return count;
}

/* All sums of one way of each. */
static zt_stream_ways join_ways(zt_arena *arena, const zt_stream_ways *a, const zt_way *ways,
                                size_t count)
{
    size_t reach = a->count + (size_t)(ways[count - 1].lines - ways[0].lines);
    zt_stream_ways out = {a->least + ways[0].lines, ZT_ARRAY(arena, reach, uint32_t), reach};
    memset(out.costs, 0xff, reach * sizeof *out.costs);
    for (size_t w = 0; w < count; w++)
        for (size_t k = 0; k < a->count; k++) {
            size_t at = k + (size_t)(ways[w].lines - ways[0].lines);
            uint32_t cost = add_costs(a->costs[k], ways[w].cost);
            out.costs[at] = cost < out.costs[at] ? cost : out.costs[at];
        }
    return out;
}

zt_stream_ways zt_stream_ways_of(zt_arena *arena, const zt_stream_item *items, size_t count,
                                 double width)
{
    zt_stream_ways all = {0, ZT_ARRAY(arena, 1, uint32_t), 1};
    for (size_t i = 0; i < count; i++) {
        zt_way ways[ZT_WAYS_MOST + 1];
        zt_arena *scratch = zt_arena_beside(arena);
        size_t n = ways_of_item(&items[i], width, ways, scratch);
        zt_arena_drop(scratch);
        if (n > 0)
            all = join_ways(arena, &all, ways, n);
    }
    return all;
}
