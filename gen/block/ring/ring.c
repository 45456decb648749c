/* Where the parts of a ring stand. */
#include "block/ring/ring_imp.h"

#include <math.h>
#include <string.h>

#include "block/ring/ring_draw.h"
#include "block/ring/ring_gear.h"
#include "labels/spread.h"

/* With a smaller one the block takes another form. */
static const double RADIUS_LEAST = ZT_MM(36);
/* The widest room of the counts between the two columns of words. */
static const double COUNTS_WIDTH = ZT_MM(92);

/* The radius in points that leaves the least column of words at both sides. */
static double widest_radius(const zt_ring *ring)
{
    return ring->width / 2 - ZT_RING_TOOTH - ZT_RING_SIDE - ZT_RING_SIDE_LEAST;
}

/* The template's radius, smaller in a narrow place. */
static double natural_radius(const zt_ring *ring)
{
    return zt_min(ring->params->radius.natural, widest_radius(ring));
}

/* Sets the radius with what follows from it alone: the hole and the columns of words. */
static void set_radius(zt_ring_plan *plan, double radius)
{
    plan->radius = radius;
    plan->inner = radius * ZT_RING_INNER;
    plan->column = plan->ring->width / 2 - radius - ZT_RING_TOOTH - ZT_RING_SIDE;
}

/* Fits the goal into the hole; false when its words do not stand there at any of the sizes that are
   tried. */
static bool set_goal(zt_ring_plan *plan)
{
    const zt_ring *ring = plan->ring;
    return zt_goal_fit(ring->setting, ring->goal_looks, ring->goal, plan->inner, &plan->goal);
}

/* Teeth that would be narrower than a third of their height say nothing. */
static size_t drawn_teeth(const zt_ring_plan *plan, size_t teeth)
{
    if (teeth == 0)
        return 0;
    double tip = 2 * zt_gear_radians(zt_gear_tip(plan->ring->count, teeth)) * plan->radius;
    return tip < ZT_RING_TOOTH / 3 ? 0 : teeth;
}

/* What an item says and on which side: the same at every radius that breaks no line anew. */
static void set_words(zt_ring_plan *plan, size_t i)
{
    const zt_ring *ring = plan->ring;
    zt_ring_item *item = plan->items + i;
    double angle = fmod(ring->start + zt_gear_step(ring->count) * (double)i + 360, 360);
    item->angle = angle;
    item->side = angle < 0.5 || angle > 359.5 ? 0 : angle < 179.5 ? 1 : -1;
    item->mark = ring->mark(ring->self, i);
    double width = item->side ? plan->column : ZT_RING_ABOVE * ring->width;
    item->entry = ring->entry(ring->self, i, width, item->side ? ZT_ALIGN_START : ZT_ALIGN_CENTRE);
}

/* Its teeth, and how far they reach. */
static void set_teeth(zt_ring_plan *plan, zt_ring_item *item)
{
    size_t sectors = plan->ring->count;
    item->teeth = drawn_teeth(plan, item->mark.teeth);
    item->reach = plan->radius + (item->teeth % 2 ? ZT_RING_TOOTH : 0);
    item->own = item->y = -item->reach * cos(zt_gear_radians(item->angle));
    for (size_t k = 0; k < item->teeth; k++) {
        double mid = zt_gear_tooth(sectors, item->teeth, k, item->angle);
        double tip = zt_gear_tip(sectors, item->teeth);
        for (int s = -1; s <= 1; s++)
            plan->gear_foot = zt_max(plan->gear_foot, -(plan->radius + ZT_RING_TOOTH) *
                                                          cos(zt_gear_radians(mid + s * tip)));
    }
}

/* The items of one side by height: a start before 12 o'clock turns their order. */
static size_t items_of(const zt_ring_plan *plan, int side, zt_ring_item **items)
{
    size_t count = 0;
    for (size_t n = 0; n < plan->ring->count; n++)
        if (plan->items[n].side == side)
            items[count++] = plan->items + n;
    for (size_t i = 1; i < count; i++)
        for (size_t k = i; k > 0 && items[k]->own < items[k - 1]->own; k--) {
            zt_ring_item *other = items[k];
            items[k] = items[k - 1];
            items[k - 1] = other;
        }
    return count;
}

/* The words of one side: each label is its leader with the words that hang from it. */
typedef struct side {
    zt_ring_item **items; /* from the top down */
    zt_label *labels;
    size_t count;
} side;

/* How far up the leader of an item still leaves its own sector. */
static double highest_of(const zt_ring_plan *plan, const zt_ring_item *item)
{
    double half = 0.4 * zt_gear_step(plan->ring->count);
    double edge = item->side > 0 ? item->angle - half : item->angle + half;
    return -plan->radius * cos(zt_gear_radians(edge));
}

/* Words that hang below the gear go up as far as their leaders allow. */
static void lift_side(const zt_ring_plan *plan, side *s)
{
    double *highest = ZT_ARRAY(plan->ring->setting->arena, s->count, double);
    for (size_t i = 0; i < s->count; i++)
        highest[i] = highest_of(plan, s->items[i]);
    zt_labels_lift(s->labels, s->count, plan->ring->apart, plan->radius + ZT_RING_TOOTH, highest);
}

/* Down one side no words meet the leader below them, and every leader stays as near its sector as
   that allows. */
static side part_side(const zt_ring_plan *plan, int which)
{
    const zt_ring *ring = plan->ring;
    zt_arena *arena = ring->setting->arena;
    side s = {.items = ZT_ARRAY(arena, ring->count, zt_ring_item *),
              .labels = ZT_ARRAY(arena, ring->count, zt_label)};
    double top = plan->items[0].side == 0 ? -(plan->radius + ZT_RING_TOOTH) : -INFINITY;
    s.count = items_of(plan, which, s.items);
    for (size_t i = 0; i < s.count; i++) {
        double h = ZT_RING_LEADER_GAP + s.items[i]->entry.height;
        s.labels[i] = (zt_label){.wanted = s.items[i]->own + h / 2, .size = h};
    }
    zt_labels_spread_in_order(arena, s.labels, s.count, ring->apart, top, INFINITY);
    if (ring->beside)
        lift_side(plan, &s);
    return s;
}

/* Sectors that face each other hang their words from one level, the higher one, when that brings
   none upon the words above. */
static void level_pairs(const zt_ring *ring, side *left, side *right)
{
    for (size_t i = 0; i < left->count; i++)
        for (size_t k = 0; k < right->count; k++) {
            double l = zt_label_low(&left->labels[i]), r = zt_label_low(&right->labels[k]);
            if (fabs(left->items[i]->angle + right->items[k]->angle - 360) > 0.5)
                continue;
            zt_labels_raise(left->labels, left->count, i, r, ring->apart);
            zt_labels_raise(right->labels, right->count, k, l, ring->apart);
        }
}

/* Spreads both sides, levels sectors that face each other, and gives each item the y of its leader.
 */
static void part_sides(const zt_ring_plan *plan)
{
    side right = part_side(plan, 1), left = part_side(plan, -1);
    if (plan->ring->beside)
        level_pairs(plan->ring, &left, &right);
    for (size_t i = 0; i < left.count; i++)
        left.items[i]->y = zt_label_low(&left.labels[i]);
    for (size_t i = 0; i < right.count; i++)
        right.items[i]->y = zt_label_low(&right.labels[i]);
}

/* Between the two columns of words, below the lowest tooth. */
static void set_counts(zt_ring_plan *plan)
{
    const zt_ring *ring = plan->ring;
    double room = ring->width - 2 * (plan->column + ZT_RING_SIDE);
    double width = zt_min(room, COUNTS_WIDTH);
    plan->counts = zt_counts_plan(ring->setting, ring->counts, ring->counts_looks, width, false);
    plan->counts_x = (ring->width - width) / 2;
    if (plan->counts.height > 0)
        plan->below =
            zt_max(plan->below, plan->gear_foot + plan->counts_gap.natural + plan->counts.height);
}

/* Where everything stands at the plan's radius. */
static void arrange(zt_ring_plan *plan)
{
    plan->gear_foot = plan->radius;
    for (size_t i = 0; i < plan->ring->count; i++)
        set_teeth(plan, plan->items + i);
    plan->below = plan->gear_foot;
    plan->above = plan->radius + ZT_RING_TOOTH;
    part_sides(plan);
    for (size_t i = 0; i < plan->ring->count; i++) {
        const zt_ring_item *item = plan->items + i;
        double foot = item->y + ZT_RING_LEADER_GAP + item->entry.height;
        plan->above = zt_max(plan->above, item->side ? -item->y : 0);
        plan->below = zt_max(plan->below, item->side ? foot : 0);
    }
    set_counts(plan);
    if (plan->items[0].side == 0)
        plan->above += plan->items[0].entry.height + plan->gap.natural;
}

/* In columns of this width no line beside the ring has to break anew. */
static bool keeps_lines(const zt_ring_plan *plan, double column)
{
    for (size_t i = 0; i < plan->ring->count; i++) {
        const zt_entry *entry = &plan->items[i].entry;
        if (plan->items[i].side == 0)
            continue;
        if (entry->head.para && entry->head.para->max_width > column)
            return false;
        for (size_t k = 0; k < entry->count; k++)
            if (entry->texts[k].para->max_width > column)
                return false;
    }
    return true;
}

/* Larger rings are tried in steps: so many from the natural radius to its ceiling. */
enum { STEPS = 8 };

/* The radius of a step, in points; the natural one where the ceiling leaves nothing to try. */
static double radius_at(const zt_ring *ring, int step)
{
    double natural = ring->params->radius.natural;
    double most = zt_min(ring->params->radius.ceiling, widest_radius(ring));
    return most > natural ? natural + (most - natural) * step / STEPS : natural_radius(ring);
}

/* The same words about a ring of this step; goal and words are set anew only for the one that is
   drawn. */
static zt_ring_plan *larger(const zt_ring_plan *natural, int step)
{
    zt_arena *arena = natural->ring->setting->arena;
    zt_ring_plan *plan = ZT_NEW(arena, zt_ring_plan);
    *plan = *natural;
    plan->items = ZT_ARRAY(arena, plan->ring->count, zt_ring_item);
    memcpy(plan->items, natural->items, plan->ring->count * sizeof *plan->items);
    set_radius(plan, radius_at(plan->ring, step));
    arrange(plan);
    return plan;
}

/* The largest ring of at most this height whose words keep their lines, or the natural one. */
static const zt_ring_plan *largest(const zt_ring_plan *natural, double height)
{
    const zt_ring_plan *best = natural;
    for (int step = 1; step <= STEPS && radius_at(natural->ring, step) > natural->radius; step++) {
        const zt_ring_plan *plan = larger(natural, step);
        if (plan->above + plan->below > height + 0.01 || !keeps_lines(natural, plan->column))
            break;
        best = plan;
    }
    return best;
}

/* Only radius and goal can refuse a ring: words at its sides find room below one another whatever
   their number. */
bool zt_ring_fits(const zt_ring *ring)
{
    zt_ring_plan plan = {.ring = ring};
    set_radius(&plan, natural_radius(ring));
    return plan.radius >= RADIUS_LEAST && set_goal(&plan);
}

/* Words are broken here once for the natural radius; larger rings reuse their lines. */
const zt_ring_plan *zt_ring_plan_make(const zt_ring *ring)
{
    zt_ring_plan *plan = ZT_NEW(ring->setting->arena, zt_ring_plan);
    *plan =
        (zt_ring_plan){.ring = ring, .gap = ring->params->gap, .counts_gap = ZT_RING_COUNTS_GAP};
    plan->items = ZT_ARRAY(ring->setting->arena, ring->count + 1, zt_ring_item);
    set_radius(plan, natural_radius(ring));
    set_goal(plan);
    for (size_t i = 0; i < ring->count; i++)
        set_words(plan, i);
    arrange(plan);
    return plan;
}

/* What the gaps can take. */
static double gaps_room(const zt_ring_plan *plan)
{
    double room = plan->items[0].side == 0 ? zt_max(0, plan->gap.ceiling - plan->gap.natural) : 0;
    if (plan->counts.height > 0)
        room += zt_max(0, plan->counts_gap.ceiling - plan->counts_gap.natural);
    return room;
}

/* The ceiling is that of the largest ring whose words keep their lines, with its gaps at their
   widest. */
zt_extent zt_ring_extent(const zt_ring_plan *plan)
{
    const zt_ring_plan *most = largest(plan, INFINITY);
    double natural = plan->above + plan->below;
    return (zt_extent){natural, zt_max(natural, most->above + most->below + gaps_room(most))};
}

/* About a larger ring: the goal in its wider hole, the words in narrower columns, line by line as
   they were. */
static void fit_words(zt_ring_plan *plan)
{
    set_goal(plan);
    for (size_t i = 0; i < plan->ring->count; i++) {
        zt_ring_item *item = plan->items + i;
        if (item->side)
            item->entry = plan->ring->entry(plan->ring->self, i, plan->column, ZT_ALIGN_START);
    }
}

/* Takes the largest ring that the height holds and only then breaks its words anew; what the radius
   cannot use goes to the gaps, the rest evenly above and below. */
void zt_ring_place(const zt_ring_plan *natural, double top, double height, zt_group *into)
{
    zt_ring_plan plan = *largest(natural, height);
    double width = plan.ring->width, spare = zt_max(0, height - plan.above - plan.below);
    double above =
        plan.items[0].side == 0 ? zt_min(spare, zt_max(0, plan.gap.ceiling - plan.gap.natural)) : 0;
    if (plan.radius > natural->radius)
        fit_words(&plan);
    spare -= above;
    if (plan.counts.height > 0) {
        /* Words at both sides may reach lower than the counts: then these move for nothing. */
        double most = zt_max(0, plan.counts_gap.ceiling - plan.counts_gap.natural),
               was = plan.below;
        double room = was - plan.gear_foot - plan.counts_gap.natural - plan.counts.height;
        plan.counts_gap.natural += zt_min(most, room + spare);
        plan.below = zt_max(was, plan.gear_foot + plan.counts_gap.natural + plan.counts.height);
        spare -= plan.below - was;
    }
    /* What is left stands evenly above and below. */
    zt_ring_draw(&plan, into, (zt_rect){0, top + spare / 2, width, height - spare},
                 (zt_point){width / 2, plan.above + above});
}
