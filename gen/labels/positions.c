/* Branch and bound over the clusters of labels that can meet. The label with the fewest positions
   left is set next, its positions by cost; a branch ends when even the cheapest free position for
   each of the others would be no better than the best solution found. */
#include "labels/positions.h"

#include <stdint.h>
#include <string.h>

#include "labels/meet.h"

enum {
    EXACT_MOST = 12,       /* labels that are searched together */
    STEPS_MOST = 1 << 15,  /* of one search, whatever the input: what was found till then counts */
    WINDOW_STEPS = 1 << 6, /* of one window of a large cluster */
    ALL_STEPS = 3 << 15,   /* of all searches of one call; then each only takes its first way */
    ROUNDS_MOST = 3,       /* over a large cluster */
};

/* What a choice of positions is worth: what it leaves out, then what it costs. */
typedef struct worth {
    double loss, cost;
} worth;

/* Sums of doubles differ in the last places with their order; such differences do not decide. */
static bool is_better(worth a, worth b)
{
    const double equal = 1e-9;
    if (a.loss < b.loss - equal || a.loss > b.loss + equal)
        return a.loss < b.loss;
    return a.cost < b.cost - equal;
}

/* How bad it is to leave the label out. */
static double loss_of(const zt_point_label *label)
{
    return label->loss > 0 ? label->loss : 1;
}

/* A position of a member. */
typedef struct place {
    size_t member, i;
} place;

/* The positions of other members that one position meets, found when it is first set. */
typedef struct meetings {
    place *items;
    size_t count;
    bool known;
} meetings;

/* One search: some labels to be set, the others stand as they are. */
typedef struct position_search {
    zt_arena *arena;              /* of this search alone */
    const zt_point_label *labels; /* of all */
    const size_t *members;        /* those to be set */
    size_t count, position_sum;
    size_t **order;    /* of each member, its positions by cost */
    unsigned **taken;  /* of each member and position, how many set labels meet it */
    meetings **meets;  /* of each member and position */
    size_t *left;      /* of each member, how many positions no set label meets */
    bool *set;         /* members */
    size_t *at, *best; /* positions of the members */
    worth best_worth;
    size_t steps, steps_most;
} position_search;

/* A position of a member. */
static const zt_position *position(const position_search *s, size_t member, size_t i)
{
    return &s->labels[s->members[member]].positions[i];
}

/* Positions of a member. */
static size_t position_count(const position_search *s, size_t member)
{
    return s->labels[s->members[member]].count;
}

/* What the cheapest position costs that no set label meets; 0 without any. */
static double cheapest_left(const position_search *s, size_t member)
{
    for (size_t k = 0; s->left[member] > 0 && k < position_count(s, member); k++)
        if (s->taken[member][s->order[member][k]] == 0)
            return position(s, member, s->order[member][k])->cost;
    return 0;
}

/* What is worth at best what has been set with `so_far`: each label still to be set at its
   cheapest free position, as if these did not meet. `next` is the label to be set next, `count`
   when there is none. */
static worth bound_of(const position_search *s, worth so_far, size_t *next)
{
    size_t fewest = SIZE_MAX;
    *next = s->count;
    for (size_t m = 0; m < s->count; m++) {
        if (s->set[m])
            continue;
        if (s->left[m] == 0)
            so_far.loss += loss_of(&s->labels[s->members[m]]);
        so_far.cost += cheapest_left(s, m);
        if (s->left[m] < fewest) {
            fewest = s->left[m];
            *next = m;
        }
    }
    return so_far;
}

/* One more label, or one less, meets the position. */
static void take_place(position_search *s, place p)
{
    if (s->taken[p.member][p.i]++ == 0)
        s->left[p.member]--;
}

static void give_back(position_search *s, place p)
{
    if (--s->taken[p.member][p.i] == 0)
        s->left[p.member]++;
}

/* Takes what a label meets that stands whatever is found. */
static void take_box(position_search *s, zt_rect box)
{
    for (size_t m = 0; m < s->count; m++)
        for (size_t i = 0; i < position_count(s, m); i++)
            if (zt_rects_meet(box, position(s, m, i)->box))
                take_place(s, (place){m, i});
}

/* What a position meets of the other members. A search sets the same ones over and over. */
static const meetings *meetings_of(position_search *s, size_t member, size_t i)
{
    meetings *met = &s->meets[member][i];
    zt_rect box = position(s, member, i)->box;
    if (met->known)
        return met;
    met->known = true;
    met->items = ZT_ARRAY(s->arena, s->position_sum, place);
    for (size_t m = 0; m < s->count; m++)
        for (size_t k = 0; m != member && k < position_count(s, m); k++)
            if (zt_rects_meet(box, position(s, m, k)->box))
                met->items[met->count++] = (place){m, k};
    return met;
}

/* Goes on with the label that has the fewest positions left; last of all it is left out. */
static void try_positions(position_search *s, worth so_far);

/* Goes on with a member at a position, then takes that back. */
static void try_one(position_search *s, size_t member, size_t i, worth so_far)
{
    const meetings *met = meetings_of(s, member, i);
    s->at[member] = i;
    s->set[member] = true;
    for (size_t k = 0; k < met->count; k++)
        take_place(s, met->items[k]);
    so_far.cost += position(s, member, i)->cost;
    try_positions(s, so_far);
    for (size_t k = 0; k < met->count; k++)
        give_back(s, met->items[k]);
    s->set[member] = false;
}

static void try_positions(position_search *s, worth so_far)
{
    size_t member;
    worth bound = bound_of(s, so_far, &member);
    if (!is_better(bound, s->best_worth) || s->steps++ >= s->steps_most)
        return;
    if (member == s->count) {
        s->best_worth = so_far;
        memcpy(s->best, s->at, s->count * sizeof *s->at);
        return;
    }
    for (size_t k = 0; k < position_count(s, member); k++)
        if (s->taken[member][s->order[member][k]] == 0)
            try_one(s, member, s->order[member][k], so_far);
    s->at[member] = ZT_POSITION_NONE;
    s->set[member] = true;
    so_far.loss += loss_of(&s->labels[s->members[member]]);
    try_positions(s, so_far);
    s->set[member] = false;
}

/* Positions of a member by their cost. */
static void order_positions(const position_search *s, size_t member)
{
    for (size_t i = 0; i < position_count(s, member); i++) {
        size_t k = i;
        double cost = position(s, member, i)->cost;
        for (; k > 0 && position(s, member, s->order[member][k - 1])->cost > cost; k--)
            s->order[member][k] = s->order[member][k - 1];
        s->order[member][k] = i;
    }
}

/* A search over these members; nothing is set. */
static position_search search_new(zt_arena *arena, const zt_point_label *labels,
                                  const size_t *members, size_t count)
{
    position_search s = {.arena = arena, .labels = labels, .members = members, .count = count};
    s.order = ZT_ARRAY(arena, count, size_t *);
    s.taken = ZT_ARRAY(arena, count, unsigned *);
    s.meets = ZT_ARRAY(arena, count, meetings *);
    s.left = ZT_ARRAY(arena, count, size_t);
    s.set = ZT_ARRAY(arena, count, bool);
    s.at = ZT_ARRAY(arena, count, size_t);
    s.best = ZT_ARRAY(arena, count, size_t);
    for (size_t m = 0; m < count; m++) {
        s.order[m] = ZT_ARRAY(arena, position_count(&s, m), size_t);
        s.taken[m] = ZT_ARRAY(arena, position_count(&s, m), unsigned);
        s.meets[m] = ZT_ARRAY(arena, position_count(&s, m), meetings);
        s.left[m] = position_count(&s, m);
        s.position_sum += position_count(&s, m);
        s.best[m] = ZT_POSITION_NONE;
        order_positions(&s, m);
        s.best_worth.loss += 2 * loss_of(&labels[members[m]]); /* worse than any solution */
    }
    return s;
}

/* The worth of the positions that are chosen. */
static worth worth_of(const zt_point_label *labels, const size_t *members, size_t count)
{
    worth w = {0};
    for (size_t m = 0; m < count; m++) {
        const zt_point_label *label = &labels[members[m]];
        if (label->chosen == ZT_POSITION_NONE)
            w.loss += loss_of(label);
        else
            w.cost += label->positions[label->chosen].cost;
    }
    return w;
}

/* ---- clusters ---- */

/* What is needed while clusters are searched. */
typedef struct work {
    zt_arena *arena;
    zt_point_label *labels;
    size_t count, steps; /* steps: those left for searches */
    bool *meet;          /* count by count: whether two labels have positions that meet */
    bool *open, *seen;   /* labels that belong to no cluster yet; scratch */
    size_t *members, *window, *others;
} work;

/* Sets the members anew among `others`, which stay; true when that is better than they were.
   However few steps are left, one way down to a solution is always gone. */
static bool improve(work *w, const size_t *members, size_t count, size_t other_count,
                    size_t steps_most)
{
    zt_arena *arena = zt_arena_beside(w->arena);
    position_search s = search_new(arena, w->labels, members, count);
    worth before = worth_of(w->labels, members, count);
    size_t first_way = count + 1;
    s.steps_most = steps_most < w->steps ? steps_most : w->steps;
    s.steps_most = s.steps_most > first_way ? s.steps_most : first_way;
    for (size_t i = 0; i < other_count; i++) {
        const zt_point_label *other = &w->labels[w->others[i]];
        if (other->chosen != ZT_POSITION_NONE)
            take_box(&s, other->positions[other->chosen].box);
    }
    try_positions(&s, (worth){0});
    w->steps -= s.steps < w->steps ? s.steps : w->steps;
    bool better = is_better(s.best_worth, before);
    for (size_t m = 0; better && m < count; m++)
        w->labels[members[m]].chosen = s.best[m];
    zt_arena_drop(arena);
    return better;
}

/* The box about all positions of a label: two that do not reach each other need no closer look. */
static zt_rect reach_of(const zt_point_label *label)
{
    zt_rect all = {0};
    for (size_t i = 0; i < label->count; i++)
        all = zt_rect_union(all, label->positions[i].box);
    return all;
}

/* Whether any positions of the two labels overlap. */
static bool can_meet(const zt_point_label *a, const zt_point_label *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (zt_rects_meet(a->positions[i].box, b->positions[k].box))
                return true;
    return false;
}

/* Which labels can meet at all, as a square table in the arena beside the caller's. */
static void find_meetings(work *w)
{
    zt_rect *reach = ZT_ARRAY(w->arena, w->count, zt_rect);
    w->meet = ZT_ARRAY(w->arena, w->count * w->count, bool);
    for (size_t i = 0; i < w->count; i++) {
        reach[i] = reach_of(&w->labels[i]);
        for (size_t k = 0; k < i; k++)
            w->meet[i * w->count + k] = w->meet[k * w->count + i] =
                zt_rects_meet(reach[i], reach[k]) && can_meet(&w->labels[i], &w->labels[k]);
    }
}

/* Label `first`, then those that can meet one already found, and so on: at most `most`, out of
   those that `among` holds. */
static size_t kin_of(work *w, size_t first, const bool *among, size_t *kin, size_t most)
{
    size_t found = 0;
    memset(w->seen, 0, w->count * sizeof *w->seen);
    w->seen[first] = true;
    kin[found++] = first;
    for (size_t at = 0; at < found; at++)
        for (size_t i = 0; i < w->count && found < most; i++)
            if (among[i] && !w->seen[i] && w->meet[kin[at] * w->count + i]) {
                w->seen[i] = true;
                kin[found++] = i;
            }
    return found;
}

/* Twelve at a time about each label, the rest of the cluster standing still. */
static void improve_large(work *w, size_t cluster)
{
    bool *among = ZT_ARRAY(w->arena, w->count, bool);
    bool better = true;
    for (size_t m = 0; m < cluster; m++)
        among[w->members[m]] = true;
    for (int round = 0; round < ROUNDS_MOST && better; round++) {
        better = false;
        for (size_t m = 0; m < cluster; m++) {
            size_t count = kin_of(w, w->members[m], among, w->window, EXACT_MOST), others = 0;
            for (size_t k = 0; k < cluster; k++)
                if (!w->seen[w->members[k]])
                    w->others[others++] = w->members[k];
            better = improve(w, w->window, count, others, WINDOW_STEPS) || better;
        }
    }
}

/* Whether the box meets none of the positions that are chosen. */
static bool is_left_free(const work *w, zt_rect box)
{
    for (size_t i = 0; i < w->count; i++) {
        const zt_point_label *label = &w->labels[i];
        if (label->chosen != ZT_POSITION_NONE &&
            zt_rects_meet(box, label->positions[label->chosen].box))
            return false;
    }
    return true;
}

/* One that stands nowhere takes the first of all its positions that is free. */
static void take_spare(work *w, zt_point_label *label)
{
    for (size_t i = 0; i < label->count + label->spare; i++)
        if (is_left_free(w, label->positions[i].box)) {
            label->chosen = i;
            return;
        }
}

/* Cluster by cluster, for labels that cannot meet do not matter to each other. */
size_t zt_positions_choose(zt_arena *arena, zt_point_label *labels, size_t count)
{
    work w = {
        .arena = zt_arena_beside(arena), .labels = labels, .count = count, .steps = ALL_STEPS};
    w.open = ZT_ARRAY(w.arena, count, bool);
    w.seen = ZT_ARRAY(w.arena, count, bool);
    w.members = ZT_ARRAY(w.arena, count, size_t);
    w.window = ZT_ARRAY(w.arena, count, size_t);
    w.others = ZT_ARRAY(w.arena, count, size_t);
    find_meetings(&w);
    size_t lost = 0;
    for (size_t i = 0; i < count; i++) {
        w.open[i] = true;
        labels[i].chosen = ZT_POSITION_NONE;
    }
    for (size_t i = 0; i < count; i++) {
        if (!w.open[i])
            continue;
        size_t cluster = kin_of(&w, i, w.open, w.members, count);
        for (size_t m = 0; m < cluster; m++)
            w.open[w.members[m]] = false;
        if (cluster <= EXACT_MOST)
            improve(&w, w.members, cluster, 0, STEPS_MOST);
        else
            improve_large(&w, cluster);
    }
    for (size_t i = 0; i < count; i++) {
        if (labels[i].chosen == ZT_POSITION_NONE)
            take_spare(&w, &labels[i]);
        lost += labels[i].chosen == ZT_POSITION_NONE;
    }
    zt_arena_drop(w.arena);
    return lost;
}

/* ---- making positions ---- */

/* Eight positions about a mark, in the order in which readers expect a label. */
void zt_positions_round(zt_position positions[ZT_POSITIONS_ROUND], zt_point mark, zt_rect size,
                        double clear)
{
    /* Sides of the mark: -1 left or above, 0 in the middle, 1 right or below. */
    static const int across[] = {1, -1, 0, 0, 1, -1, 1, -1}, down[] = {0, 0, -1, 1, -1, -1, 1, 1};
    for (int i = 0; i < ZT_POSITIONS_ROUND; i++) {
        double x = mark.x + across[i] * (clear + size.w / 2) - size.w / 2;
        double y = mark.y + down[i] * (clear + size.h / 2) - size.h / 2;
        positions[i] = (zt_position){{x, y, size.w, size.h}, i};
    }
}

/* Drops positions outside of the frame and makes those dearer that lie over something. */
size_t zt_positions_weigh(zt_position *positions, size_t count, zt_rect frame,
                          const zt_obstacles *obstacles, double any, double each)
{
    const double equal = 1e-6;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        zt_position p = positions[i];
        if (p.box.x < frame.x - equal || p.box.y < frame.y - equal ||
            zt_rect_right(p.box) > zt_rect_right(frame) + equal ||
            zt_rect_foot(p.box) > zt_rect_foot(frame) + equal)
            continue;
        size_t met = zt_room_meetings(obstacles, p.box);
        p.cost += (met ? any : 0) + each * (double)met;
        positions[kept++] = p;
    }
    return kept;
}

/* By insertion, which leaves equal ones in their order. */
size_t zt_positions_cheapest(zt_position *positions, size_t count, size_t most)
{
    for (size_t i = 1; i < count; i++) {
        zt_position p = positions[i];
        size_t k = i;
        for (; k > 0 && positions[k - 1].cost > p.cost; k--)
            positions[k] = positions[k - 1];
        positions[k] = p;
    }
    return count < most ? count : most;
}
