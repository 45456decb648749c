/* Where the parts of a ring stand. */
#include "block/ring/ring_imp.h"

#include <math.h>

#include "labels/spread.h"

static const double PI = 3.14159265358979323846;

double zt_ring_radians(double degrees)
{
    return degrees * PI / 180;
}

zt_point zt_ring_point(zt_point centre, double radius, double degrees)
{
    return (zt_point){centre.x + radius * sin(zt_ring_radians(degrees)),
                      centre.y - radius * cos(zt_ring_radians(degrees))};
}

static double step_of(const zt_ring *ring)
{
    return 360.0 / (double)ring->count;
}

double zt_ring_root(const zt_ring *ring, size_t teeth)
{
    return 0.24 * step_of(ring) / (double)teeth;
}

double zt_ring_crest(const zt_ring *ring, size_t teeth)
{
    return 0.19 * step_of(ring) / (double)teeth;
}

/* Teeth of one sector stand a little closer than those of two: sectors read as groups. */
double zt_ring_tooth_at(const zt_ring *ring, size_t teeth, size_t k, double mid)
{
    double pitch = 0.94 * step_of(ring) / (double)teeth;
    return mid + ((double)k - (double)(teeth - 1) / 2) * pitch;
}

static double widest_radius(const zt_ring *ring)
{
    return ring->width / 2 - ring->params->tooth - ring->params->side - ring->params->side_least;
}

static bool set_radius(const zt_ring *ring, zt_ring_plan *plan, double wanted)
{
    *plan = (zt_ring_plan){
        .tooth = ring->params->tooth,
        .side = ring->params->side,
        .leader_gap = ring->params->leader_gap,
        .gap = ring->params->gap,
        .counts_gap = ring->params->counts_gap,
        .radius = zt_min(wanted, widest_radius(ring)),
    };
    plan->inner = plan->radius * ring->params->inner;
    plan->column = ring->width / 2 - plan->radius - plan->tooth - plan->side;
    return plan->radius >= ring->params->least &&
           zt_goal_fit(ring->setting, ring->goal_looks, ring->goal, plan->inner, &plan->goal);
}

/* Teeth that would be narrower than a third of their height say nothing. */
static size_t drawn_teeth(const zt_ring *ring, const zt_ring_plan *plan, size_t teeth)
{
    if (teeth == 0 || plan->tooth <= 0)
        return 0;
    double crest = 2 * zt_ring_radians(zt_ring_crest(ring, teeth)) * plan->radius;
    return crest < plan->tooth / 3 ? 0 : teeth;
}

static void set_item(const zt_ring *ring, zt_ring_plan *plan, size_t i)
{
    zt_ring_item *item = plan->items + i;
    double angle = fmod(ring->start + step_of(ring) * (double)i + 360, 360);
    item->angle = angle;
    item->side = angle < 0.5 || angle > 359.5 ? 0 : angle < 179.5 ? 1 : -1;
    item->mark = ring->mark(ring->self, i);
    item->mark.teeth = drawn_teeth(ring, plan, item->mark.teeth);
    item->reach = plan->radius + (item->mark.teeth % 2 ? plan->tooth : 0);
    double width = item->side ? plan->column : ZT_RING_TOP * ring->width;
    item->entry = ring->entry(ring->self, i, width, item->side ? ZT_ALIGN_START : ZT_ALIGN_CENTRE);
    item->own = item->y = -item->reach * cos(zt_ring_radians(angle));
    for (size_t k = 0; k < item->mark.teeth; k++) {
        double mid = zt_ring_tooth_at(ring, item->mark.teeth, k, angle);
        double crest = zt_ring_crest(ring, item->mark.teeth);
        for (int s = -1; s <= 1; s++)
            plan->gear_foot = zt_max(plan->gear_foot, -(plan->radius + plan->tooth) *
                                                          cos(zt_ring_radians(mid + s * crest)));
    }
}

/* The items of one side by height: a start before 12 o'clock turns their order. */
static size_t items_of(const zt_ring *ring, const zt_ring_plan *plan, int side,
                       zt_ring_item **items)
{
    size_t count = 0;
    for (size_t n = 0; n < ring->count; n++)
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
static double highest_of(const zt_ring *ring, const zt_ring_plan *plan, const zt_ring_item *item)
{
    double half = 0.4 * step_of(ring);
    double edge = item->side > 0 ? item->angle - half : item->angle + half;
    return -plan->radius * cos(zt_ring_radians(edge));
}

/* Words that hang below the gear go up as far as their leaders allow. */
static void lift_side(const zt_ring *ring, const zt_ring_plan *plan, side *s)
{
    double *highest = ZT_ARRAY(ring->setting->arena, s->count, double);
    for (size_t i = 0; i < s->count; i++)
        highest[i] = highest_of(ring, plan, s->items[i]);
    zt_labels_lift(s->labels, s->count, ring->apart, plan->radius + plan->tooth, highest);
}

/* Down one side no words meet the leader below them, and every leader stays as near its sector as
   that allows. */
static side part_side(const zt_ring *ring, const zt_ring_plan *plan, int which)
{
    zt_arena *arena = ring->setting->arena;
    side s = {.items = ZT_ARRAY(arena, ring->count, zt_ring_item *),
              .labels = ZT_ARRAY(arena, ring->count, zt_label)};
    double top = plan->items[0].side == 0 ? -(plan->radius + plan->tooth) : -INFINITY;
    s.count = items_of(ring, plan, which, s.items);
    for (size_t i = 0; i < s.count; i++) {
        double h = plan->leader_gap + s.items[i]->entry.height;
        s.labels[i] = (zt_label){.wanted = s.items[i]->own + h / 2, .size = h};
    }
    zt_labels_spread_in_order(arena, s.labels, s.count, ring->apart, top, INFINITY);
    if (ring->beside)
        lift_side(ring, plan, &s);
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

static void part_sides(const zt_ring *ring, const zt_ring_plan *plan)
{
    side right = part_side(ring, plan, 1), left = part_side(ring, plan, -1);
    if (ring->beside)
        level_pairs(ring, &left, &right);
    for (size_t i = 0; i < left.count; i++)
        left.items[i]->y = zt_label_low(&left.labels[i]);
    for (size_t i = 0; i < right.count; i++)
        right.items[i]->y = zt_label_low(&right.labels[i]);
}

/* Between the two columns of words, below the lowest tooth. */
static void set_counts(const zt_ring *ring, zt_ring_plan *plan)
{
    double room = ring->width - 2 * (plan->column + plan->side);
    double width = zt_min(room, ring->params->counts_width);
    plan->counts = zt_counts_plan(ring->setting, ring->counts, ring->counts_looks, width, false);
    plan->counts_x = (ring->width - width) / 2;
    if (plan->counts.height > 0)
        plan->below =
            zt_max(plan->below, plan->gear_foot + plan->counts_gap.natural + plan->counts.height);
}

static zt_ring_plan plan_ring(const zt_ring *ring, double radius)
{
    zt_ring_plan plan;
    set_radius(ring, &plan, radius);
    plan.items = ZT_ARRAY(ring->setting->arena, ring->count + 1, zt_ring_item);
    plan.gear_foot = plan.radius;
    for (size_t i = 0; i < ring->count; i++)
        set_item(ring, &plan, i);
    plan.below = plan.gear_foot;
    plan.above = plan.radius + plan.tooth;
    part_sides(ring, &plan);
    for (size_t i = 0; i < ring->count; i++) {
        const zt_ring_item *item = plan.items + i;
        double foot = item->y + plan.leader_gap + item->entry.height;
        plan.above = zt_max(plan.above, item->side ? -item->y : 0);
        plan.below = zt_max(plan.below, item->side ? foot : 0);
    }
    set_counts(ring, &plan);
    if (plan.items[0].side == 0)
        plan.above += plan.items[0].entry.height + plan.gap.natural;
    return plan;
}

static double natural_radius(const zt_ring *ring)
{
    return ring->params->radius.natural;
}

bool zt_ring_fits(const zt_ring *ring)
{
    zt_ring_plan plan;
    return set_radius(ring, &plan, natural_radius(ring));
}

/* What the gaps can take. */
static double gaps_room(const zt_ring_plan *plan)
{
    double room = plan->items[0].side == 0 ? zt_max(0, plan->gap.ceiling - plan->gap.natural) : 0;
    if (plan->counts.height > 0)
        room += zt_max(0, plan->counts_gap.ceiling - plan->counts_gap.natural);
    return room;
}

/* In columns of this width no line beside the ring has to break anew. */
static bool keeps_lines(const zt_ring *ring, const zt_ring_plan *natural, double column)
{
    for (size_t i = 0; i < ring->count; i++) {
        const zt_entry *entry = &natural->items[i].entry;
        if (natural->items[i].side == 0)
            continue;
        if (entry->head.para && entry->head.para->max_width > column)
            return false;
        for (size_t k = 0; k < entry->count; k++)
            if (entry->texts[k].para->max_width > column)
                return false;
    }
    return true;
}

/* The largest ring of at most this height, or the natural one. */
static zt_ring_plan largest_ring(const zt_ring *ring, const zt_ring_plan *natural, double height)
{
    enum { STEPS = 8 };
    zt_gap radius = ring->params->radius;
    double most = zt_min(radius.ceiling, widest_radius(ring));
    zt_ring_plan best = *natural;
    for (int i = 1; i <= STEPS && most > radius.natural; i++) {
        zt_ring_plan plan = plan_ring(ring, radius.natural + (most - radius.natural) * i / STEPS);
        if (plan.above + plan.below > height + 0.01 || !keeps_lines(ring, natural, plan.column))
            break;
        best = plan;
    }
    return best;
}

double zt_ring_height(const zt_ring *ring)
{
    zt_ring_plan plan = plan_ring(ring, natural_radius(ring));
    return plan.above + plan.below;
}

zt_extent zt_ring_measure(const zt_ring *ring)
{
    zt_ring_plan plan = plan_ring(ring, natural_radius(ring));
    zt_ring_plan most = largest_ring(ring, &plan, INFINITY);
    double natural = plan.above + plan.below;
    return (zt_extent){natural, zt_max(natural, most.above + most.below + gaps_room(&most))};
}

/* Spare height: first the radius, to its ceiling; then the gap above, then that over the counts. */
void zt_ring_place(const zt_ring *ring, double top, double height, zt_group *into)
{
    zt_ring_plan natural = plan_ring(ring, natural_radius(ring));
    zt_ring_plan plan = largest_ring(ring, &natural, height);
    double spare = zt_max(0, height - plan.above - plan.below);
    double above =
        plan.items[0].side == 0 ? zt_min(spare, zt_max(0, plan.gap.ceiling - plan.gap.natural)) : 0;
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
    zt_ring_draw(ring, &plan, into, (zt_rect){0, top + spare / 2, ring->width, height - spare},
                 (zt_point){ring->width / 2, plan.above + above});
}
