/* gen/text/breaker.c — the lines of a whole paragraph at once, at one measure: the breaks whose sum
   of costs is least (dynamic programme; Knuth and Plass 1981, without boxes and glue of their
   own). */
#include <math.h>

#include "text/para_imp.h"

/* One paragraph's search. */
typedef struct line_search {
    zt_para_imp *imp;
    double width, em;
    size_t *nodes; /* where lines may begin: character indexes, first and end included */
    size_t node_count;
    double *best;
    size_t *from;
    zt_yield yield;
} line_search;

/* A quick test on sums, before the line is measured. */
static bool is_too_short(const line_search *s, zt_char_span line, double room)
{
    return zt_span_width(s->imp, line) < ZT_SHORTEST_LINE * room;
}

/* The best line that ends at node n. */
static void relax(line_search *s, size_t n)
{
    double price = zt_break_cost(s->imp, s->nodes[n]);
    s->best[n] = INFINITY;
    /* All lines that end here end a text, or none does: none of them is empty. */
    bool any_length = s->yield >= ZT_YIELD_LENGTH ||
                      zt_ends_text(s->imp, (zt_char_span){s->nodes[n - 1], s->nodes[n]});
    for (size_t m = n; m-- > 0;) {
        zt_char_span line = {s->nodes[m], s->nodes[n]};
        double room = zt_line_room(s->imp, line.first, s->width);
        bool forced = line.first > 0 && s->imp->chars[line.first].brk == ZT_BRK_MUST;
        if (any_length || !is_too_short(s, line, room)) {
            zt_line_fit fit = zt_line_measure(s->imp, line);
            double least = zt_line_least(&fit);
            double cost = s->best[m] + zt_line_cost(s->imp, line, &fit, room, s->yield) + price;
            if (cost < s->best[n]) {
                s->best[n] = cost;
                s->from[n] = m;
            }
            /* An em more than fits: the trims of other ends cannot make up for that. */
            if ((least > room + s->em && s->best[n] < INFINITY) || least > 3 * room + 8 * s->em)
                break;
        }
        if (forced)
            break;
    }
}

/* One dynamic programme over the nodes; false when no chain of lines reaches the end. */
static bool search_once(line_search *s)
{
    s->node_count = zt_break_places(s->imp, s->yield, s->nodes);
    s->best[0] = 0;
    for (size_t n = 1; n < s->node_count; n++)
        relax(s, n);
    return s->best[s->node_count - 1] < INFINITY;
}

/* Four searches, each giving up one wish more than that before it. */
static void search_all(line_search *s, zt_arena *arena)
{
    s->nodes = ZT_ARRAY(arena, s->imp->count + 2, size_t);
    s->best = ZT_ARRAY(arena, s->imp->count + 2, double);
    s->from = ZT_ARRAY(arena, s->imp->count + 2, size_t);
    s->yield = ZT_YIELD_NOTHING;
    while (!search_once(s) && s->yield < ZT_YIELD_WIDTH)
        s->yield++;
}

/* The chosen lines from the last to the first, then in their order; in `arena`. */
static size_t read_back(const line_search *s, zt_arena *arena, zt_char_span **lines)
{
    size_t count = 0;
    for (size_t n = s->node_count - 1; n > 0; n = s->from[n])
        count++;
    *lines = ZT_ARRAY(arena, count, zt_char_span);
    size_t at = count;
    for (size_t n = s->node_count - 1; n > 0; n = s->from[n])
        (*lines)[--at] = (zt_char_span){s->nodes[s->from[n]], s->nodes[n]};
    return count;
}

size_t zt_lines_choose(zt_para_imp *imp, double width, zt_char_span **lines)
{
    line_search s = {.imp = imp, .width = width, .em = imp->chars[0].style->size};
    if (imp->style.at_sense) {
        size_t count = zt_sense_lines(imp, width, s.em, lines);
        if (count > 0)
            return count;
    }
    if (imp->style.by_words &&
        zt_line_measure(imp, (zt_char_span){0, imp->count}).natural > width) {
        zt_chars_find_words(imp);
        zt_chars_find_names(imp);
    }
    search_all(&s, imp->arena);
    size_t count = read_back(&s, imp->arena, lines);
    double *rooms = ZT_ARRAY(imp->arena, count, double);
    for (size_t i = 0; i < count; i++)
        rooms[i] = zt_line_room(imp, (*lines)[i].first, width);
    zt_lines_report(imp, *lines, count, rooms, s.yield);
    return count;
}

zt_yield zt_lines_yield(const zt_para_imp *imp, double width, zt_arena *scratch)
{
    zt_para_imp own = *imp;
    line_search s = {.imp = &own, .width = width, .em = imp->chars[0].style->size};
    search_all(&s, scratch);
    return s.yield;
}
