/* Units of text into legs: a shortest path over (unit, line), where lines that stay empty at the
   foot of a leg cost most. */
#include "page/page_imp.h"

/* Of an empty line at a foot, of one after the last unit, of a line that a subhead takes more. */
enum { FOOT_COST = 50, END_COST = 10, STRETCH_COST = 3, NEVER = 1 << 28 };

/* The lines of all legs one after the other, and for each unit the least cost of beginning in each.
 */
typedef struct leg_path {
    const zt_story_legs *legs;
    const zt_leg_unit *units;
    size_t count;
    int lines;
    int *leg_of; /* of a line */
    int *first;  /* line that each leg begins with; one more at the end */
    /* Of unit, line: the units before it are placed and end there. */
    int *cost;
    /* How the last of them got there: the line where those before it end, where it begins, its
       rows. */
    int *from, *at, *rows;
} leg_path;

static size_t state(const leg_path *p, size_t unit, int line)
{
    return unit * (size_t)(p->lines + 1) + (size_t)line;
}

/* The unit begins in line `at`, those before it end at `from`; a subhead may take lines more. */
static void place_unit(leg_path *p, size_t unit, int from, int at, int cost)
{
    int leg = p->leg_of[at];
    for (int more = 0; more <= p->units[unit].stretch; more++) {
        int rows = p->units[unit].rows + more;
        if (at + rows > p->first[leg + 1])
            return;
        size_t next = state(p, unit + 1, at + rows);
        if (cost + more * STRETCH_COST >= p->cost[next])
            continue;
        p->cost[next] = cost + more * STRETCH_COST;
        p->from[next] = from;
        p->at[next] = at;
        p->rows[next] = rows;
    }
}

/* From where the units before end: here, or in a leg further on. */
static void relax(leg_path *p, size_t unit, int line)
{
    int cost = p->cost[state(p, unit, line)], here = line;
    bool bound = p->units[unit].with_previous && unit > 0;
    while (here < p->lines) {
        if (!bound || here != p->first[p->leg_of[here]])
            place_unit(p, unit, line, here, cost);
        int foot = p->first[p->leg_of[here] + 1];
        cost += (foot - here) * FOOT_COST;
        here = foot;
    }
}

/* The last unit that could be placed, and the cheapest line after it. */
static size_t best_end(const leg_path *p, int *line)
{
    for (size_t unit = p->count;; unit--) {
        int best = NEVER;
        for (int l = 0; l <= p->lines; l++) {
            int cost = p->cost[state(p, unit, l)];
            if (cost < NEVER && cost + (p->lines - l) * END_COST < best) {
                best = cost + (p->lines - l) * END_COST;
                *line = l;
            }
        }
        if (best < NEVER || unit == 0)
            return unit;
    }
}

static void begin(leg_path *p, zt_arena *arena)
{
    p->first = ZT_ARRAY(arena, p->legs->count + 2, int);
    p->lines = p->legs->lines;
    p->leg_of = ZT_ARRAY(arena, (size_t)p->lines + 1, int);
    int line = 0;
    for (size_t i = 0; i < p->legs->count; i++) {
        p->first[i] = line;
        for (int k = 0; k < p->legs->items[i].lines; k++)
            p->leg_of[line++] = (int)i;
        p->first[i + 1] = line;
    }
    size_t states = state(p, p->count + 1, 0);
    p->cost = ZT_ARRAY(arena, states, int);
    p->from = ZT_ARRAY(arena, states, int);
    p->at = ZT_ARRAY(arena, states, int);
    p->rows = ZT_ARRAY(arena, states, int);
    for (size_t i = 0; i < states; i++)
        p->cost[i] = NEVER;
    p->cost[0] = 0;
}

/* From the end back to the first unit; the lines they take. */
static int trace(const leg_path *p, size_t placed, int line, zt_leg_slot *slots)
{
    int used = 0;
    for (size_t unit = placed; unit-- > 0;) {
        size_t end = state(p, unit + 1, line);
        int leg = p->leg_of[p->at[end]];
        slots[unit] = (zt_leg_slot){leg, p->at[end] - p->first[leg], p->rows[end]};
        used += p->rows[end];
        line = p->from[end];
    }
    return used;
}

int zt_legs_fill(zt_arena *arena, const zt_story_legs *legs, const zt_leg_unit *units, size_t count,
                 zt_leg_slot *slots)
{
    zt_arena *scratch = zt_arena_beside(arena);
    leg_path p = {.legs = legs, .units = units, .count = count};
    begin(&p, scratch);
    for (size_t unit = 0; unit < count; unit++)
        for (int line = 0; line < p.lines; line++)
            if (p.cost[state(&p, unit, line)] < NEVER)
                relax(&p, unit, line);
    int line = 0, over = 0;
    size_t placed = best_end(&p, &line);
    int used = trace(&p, placed, line, slots);
    for (size_t unit = placed; unit < count; unit++) {
        slots[unit] = (zt_leg_slot){-1, 0, units[unit].rows};
        over += units[unit].rows;
    }
    zt_arena_drop(scratch);
    return over > 0 ? -over : legs->lines - used;
}
