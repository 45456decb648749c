/* gen/solve/slicing_fixed.c — boxes that hold fixed rectangles. Such a box ends with at least one
   of its two sides on the edge of a fixed rectangle or of the page, so boxes come in families:
   those that reach up from a line, and those that reach down from it; within a family, an interval
   of columns and a set of items have a cost for each height, as free boxes do.

   A box is cut upright into two of its family, or across: where one part holds items alone the cut
   may lie at any line, where both hold fixed rectangles it lies so that the far part is a box of a
   family as well. Cuts never go through a fixed rectangle. */
#include "solve/slicing_imp.h"

/* What a box of a height is. */
enum { BOX_NEVER, BOX_FREE, BOX_HOLDS };

typedef struct zt_slice_interval {
    size_t family;
    int first, end;                     /* columns */
    uint8_t box[ZT_SLICE_LINES + 1];    /* of each height */
    int16_t reach[ZT_SLICE_LINES + 1];  /* the height up to which nothing fixed lies beyond */
    int16_t inside[ZT_SLICE_LINES + 1]; /* cells of fixed rectangles */
    int least_held; /* the least height that holds one; above all when none does */
    bool open;      /* from that height on every box holds something, and nothing lies beyond */
    uint32_t cuts; /* bits of the columns at which an upright cut leaves two boxes of some height */
    uint8_t *empty;            /* [set]: no height was found */
    zt_slice_heights *heights; /* [set]; low 0: not made yet */
} zt_slice_interval;

static int heights_of(const zt_slicing *s, size_t family)
{
    const zt_slice_family *f = &s->families[family];
    return f->up ? f->edge : s->page->height - f->edge;
}

/* Lines from a family's edge to the near and the far side of a rectangle. */
static void distances(const zt_slice_family *f, const zt_slice_fixed *r, int *near, int *far)
{
    *near = f->up ? f->edge - (r->row + r->height) : r->row - f->edge;
    *far = *near + r->height;
}

/* Counts one rectangle into what the boxes of an interval are. */
static void count_fixed(zt_slice_interval *v, const zt_slice_family *f, const zt_slice_fixed *r,
                        int first, int end, int most)
{
    int near, far;
    distances(f, r, &near, &far);
    if (r->column >= end || r->column + r->width <= first || far <= 0)
        return;
    bool whole = r->column >= first && r->column + r->width <= end;
    for (int h = 1; h <= most; h++) {
        if (h <= near) {
            if (v->reach[h] > near)
                v->reach[h] = (int16_t)near;
        } else if (near < 0 || h < far || !whole || v->box[h] == BOX_NEVER)
            v->box[h] = BOX_NEVER;
        else {
            v->box[h] = BOX_HOLDS;
            v->inside[h] = (int16_t)(v->inside[h] + r->width * r->height);
        }
    }
}

static zt_slice_interval *interval_of(zt_slicing *s, size_t family, int first, int end);

/* Whether an upright cut at a column leaves two boxes that cut nothing fixed, one of which holds
 * it. */
static bool cuts_at(zt_slicing *s, size_t family, const zt_slice_interval *v, int first, int end,
                    int column)
{
    const zt_slice_interval *a = interval_of(s, family, first, column);
    const zt_slice_interval *b = interval_of(s, family, column, end);
    for (int h = v->least_held; h <= heights_of(s, family); h++)
        if (v->box[h] == BOX_HOLDS && a->box[h] != BOX_NEVER && b->box[h] != BOX_NEVER)
            return true;
    return false;
}

static zt_slice_interval *interval_new(zt_slicing *s, size_t family, int first, int end)
{
    zt_slice_interval *v = ZT_NEW(s->arena, zt_slice_interval);
    int most = heights_of(s, family);
    v->family = family;
    v->first = first;
    v->end = end;
    for (int h = 0; h <= most; h++) {
        v->box[h] = h ? BOX_FREE : BOX_NEVER;
        v->reach[h] = (int16_t)most;
    }
    for (size_t i = 0; i < s->page->fixed_count; i++)
        count_fixed(v, &s->families[family], &s->page->fixed[i], first, end, most);
    v->least_held = most + 1;
    for (int h = most; h >= 1; h--)
        if (v->box[h] == BOX_HOLDS)
            v->least_held = h;
    v->open = true;
    for (int h = v->least_held; h <= most; h++)
        v->open = v->open && v->box[h] == BOX_HOLDS && v->reach[h] == most;
    for (int u = first + 1; u < end; u++)
        v->cuts |= cuts_at(s, family, v, first, end, u) ? 1u << u : 0;
    v->heights = ZT_ARRAY(s->arena, s->full + 1, zt_slice_heights);
    v->empty = ZT_ARRAY(s->arena, s->full + 1, uint8_t);
    return v;
}

static zt_slice_interval *interval_of(zt_slicing *s, size_t family, int first, int end)
{
    int columns = s->page->width;
    zt_slice_interval **at = &s->families[family].intervals[first * columns + end - 1];
    if (!*at)
        *at = interval_new(s, family, first, end);
    return *at;
}

/* ---- the costs of one set in one interval ---- */

static const zt_slice_heights *heights_of_set(zt_slicing *s, const zt_slice_interval *v,
                                              zt_slice_set set);
static const zt_slice_heights *heights_in(zt_slicing *s, size_t family, int first, int end,
                                          zt_slice_set set);

typedef struct box_job {
    zt_slicing *s;
    size_t family;
    int first, end;
    const zt_slice_interval *v;
    zt_slice_set set;
    int low, high;             /* heights that the areas allow */
    int first_held, last_held; /* of them, those of boxes that hold something fixed */
    int32_t *costs;
} box_job;

/* Heights whose area suits the items and leaves a suitable one to the others. */
static void find_window(box_job *j)
{
    const zt_slicing *s = j->s;
    zt_slice_set rest = s->full & ~j->set;
    int width = j->end - j->first, most = heights_of(s, j->family);
    j->low = j->first_held = most + 1;
    j->high = j->last_held = 0;
    for (int h = 1; h <= most; h++) {
        int area = width * h - j->v->inside[h];
        bool suits = area >= s->least[j->set] && area <= s->largest[j->set] &&
                     s->free_area - area >= s->least[rest] &&
                     s->free_area - area <= s->largest[rest];
        if (j->v->box[h] == BOX_NEVER || !suits)
            continue;
        j->low = h < j->low ? h : j->low;
        j->high = h;
        if (j->v->box[h] != BOX_HOLDS)
            continue;
        j->first_held = h < j->first_held ? h : j->first_held;
        j->last_held = h;
    }
}

/* Free boxes cost what they cost anywhere. */
static void take_free(box_job *j)
{
    const zt_slice_heights *free =
        zt_slice_heights_of(j->s, ZT_SLICE_ALL, j->set, j->end - j->first);
    for (int h = j->low; h <= j->high && j->set; h++)
        if (j->v->box[h] == BOX_FREE)
            j->costs[h] = zt_slice_cost_at(free, h);
}

/* A fixed rectangle alone. */
static void take_fixed(box_job *j)
{
    const zt_slice_family *f = &j->s->families[j->family];
    for (size_t i = 0; i < j->s->page->fixed_count; i++) {
        const zt_slice_fixed *r = &j->s->page->fixed[i];
        int near, far;
        distances(f, r, &near, &far);
        if (near == 0 && r->column == j->first && r->column + r->width == j->end && far >= j->low &&
            far <= j->high)
            j->costs[far] = 0;
    }
}

/* Adds two rows of heights where both are there. */
static void add_beside(box_job *j, const zt_slice_heights *a, const zt_slice_heights *b,
                       int32_t extra)
{
    int low = a->low > b->low ? a->low : b->low;
    int end = a->low + a->count < b->low + b->count ? a->low + a->count : b->low + b->count;
    low = low > j->first_held ? low : j->first_held;
    end = end < j->last_held + 1 ? end : j->last_held + 1;
    if (a->count && b->count && low < end && a->least + b->least + extra <= j->s->most)
        j->s->lanes->both(j->costs + low, a->cost + (low - a->low), b->cost + (low - b->low), extra,
                          end - low);
}

/* Cut upright at a column: a at the left, the rest at the right. Column by column, for the heights
   of an interval lie side by side. */
static void cut_upright_at(box_job *j, int column)
{
    zt_slicing *s = j->s;
    zt_slice_interval *left = interval_of(s, j->family, j->first, column);
    zt_slice_interval *right = interval_of(s, j->family, column, j->end);
    for (zt_slice_set a = j->set;; a = (a - 1) & j->set) {
        zt_slice_set b = j->set & ~a;
        if (left->empty[a] || right->empty[b]) {
            if (!a)
                return;
            continue;
        }
        const zt_slice_heights *x = heights_of_set(s, left, a);
        if (x->count && zt_slice_may_stand_left(s, a, b) && zt_slice_may_part(s, j->set, a)) {
            const zt_slice_heights *y = heights_of_set(s, right, b);
            if (y->count)
                add_beside(j, x, y, a && b ? zt_slice_butt(s, a, b) : 0);
        }
        if (!a)
            return;
    }
}

/* One part above the other, where every height of both will do. */
static void add_above(box_job *j, const zt_slice_heights *top, const zt_slice_heights *foot,
                      int32_t weight)
{
    zt_slice_above job = {.top = top,
                          .foot = foot,
                          .weight = weight,
                          .low = j->first_held,
                          .high = j->last_held,
                          .most = j->s->most};
    int lowest = top->low + foot->low, highest = lowest + top->count + foot->count - 2;
    int32_t least = top->least + foot->least + weight * top->low;
    if (top->count && foot->count && lowest <= job.high && highest >= job.low &&
        least <= j->s->most)
        j->s->lanes->above(&job, j->costs);
}

/* The costs of a part above others, with what each of its heights moves them down. */
static const int32_t *move_down(const zt_slice_heights *top, int32_t weight, int32_t *out)
{
    for (int i = 0; i < top->count; i++)
        out[i] = top->cost[i] + weight * (top->low + i);
    return out;
}

/* Cut across: a beyond, alone in its box; the rest at the family's edge with what is fixed. */
static void cut_free_beyond(box_job *j, zt_slice_set a)
{
    const zt_slicing *s = j->s;
    zt_slice_set b = j->set & ~a;
    bool up = s->families[j->family].up;
    if (j->v->empty[b])
        return;
    const zt_slice_heights *far = zt_slice_heights_of(s, ZT_SLICE_ALL, a, j->end - j->first);
    if (!far->count || !(up ? zt_slice_may_stack(s, a, b) : zt_slice_may_stack(s, b, a)))
        return;
    const zt_slice_heights *near = heights_of_set(j->s, j->v, b);
    if (near->least + far->least > s->most)
        return;
    if (j->v->open && near->low >= j->v->least_held) {
        add_above(j, up ? far : near, up ? near : far, s->weight[up ? b : a]);
        return;
    }
    int32_t moved[ZT_SLICE_LINES + 1];
    const int32_t *costs = up ? NULL : far->cost;
    for (int i = 0; i < near->count; i++) {
        int h = near->low + i;
        if (near->cost[i] >= ZT_SLICE_NEVER || j->v->box[h] != BOX_HOLDS)
            continue;
        if (!costs)
            costs = move_down(far, s->weight[b], moved);
        int first = far->low > j->first_held - h ? far->low : j->first_held - h;
        int end = far->low + far->count;
        int most = (j->v->reach[h] < j->last_held ? j->v->reach[h] : j->last_held) - h + 1;
        end = end < most ? end : most;
        int32_t plus = near->cost[i] + (up ? 0 : s->weight[a] * h);
        /* Not a line further: something fixed lies there. */
        if (first < end && plus + far->least <= s->most)
            s->lanes->one(j->costs + h + first, costs + (first - far->low), plus, end - first);
    }
}

/* Cut across at an edge, so many lines from the family's own: b at the near side, a beyond. */
static void cut_at_edge(box_job *j, size_t beyond, int lines, zt_slice_set a, int32_t near)
{
    const zt_slicing *s = j->s;
    zt_slice_set b = j->set & ~a;
    bool up = s->families[j->family].up;
    if (near >= ZT_SLICE_NEVER || !(up ? zt_slice_may_stack(s, a, b) : zt_slice_may_stack(s, b, a)))
        return;
    const zt_slice_heights *far = heights_in(j->s, beyond, j->first, j->end, a);
    for (int i = 0; i < far->count; i++) {
        int h = far->low + i + lines;
        if (h < j->first_held || h > j->last_held)
            continue;
        int32_t moved = up ? s->weight[b] * (far->low + i) : s->weight[a] * lines;
        int32_t cost = far->cost[i] + near + moved;
        j->costs[h] = cost < j->costs[h] ? cost : j->costs[h];
    }
}

/* All cuts at edges, the nearest first: a box of the same set at one edge is part of one at the
 * next. */
static void cut_at_edges(box_job *j)
{
    zt_slicing *s = j->s;
    const zt_slice_family *f = &s->families[j->family];
    for (int lines = 1; lines < heights_of(s, j->family); lines++) {
        size_t beyond = zt_slice_family_at(s, f->up ? f->edge - lines : f->edge + lines, f->up);
        if (beyond == s->family_count || j->v->box[lines] == BOX_NEVER)
            continue;
        for (zt_slice_set a = j->set; a; a = (a - 1) & j->set) {
            zt_slice_set b = j->set & ~a;
            if (!zt_slice_may_part(s, j->set, a))
                continue;
            const zt_slice_heights *near = heights_of_set(s, j->v, b);
            cut_at_edge(j, beyond, lines, a, zt_slice_cost_at(near, lines));
        }
        if (lines >= j->low && lines <= j->high)
            cut_at_edge(j, beyond, lines, 0, j->costs[lines]);
    }
}

/* Cut across where the far part begins at an edge: both parts hold what is fixed. */
static void cut_from_edges(box_job *j)
{
    zt_slicing *s = j->s;
    bool up = s->families[j->family].up;
    int edge = s->families[j->family].edge;
    for (size_t k = 0; k < s->family_count; k++) {
        const zt_slice_family *g = &s->families[k];
        int h = up ? edge - g->edge : g->edge - edge;
        if (g->up == up || h < j->first_held || h > j->last_held || j->v->box[h] != BOX_HOLDS ||
            interval_of(s, k, j->first, j->end)->least_held >= h)
            continue;
        for (zt_slice_set a = (j->set - 1) & j->set; a; a = (a - 1) & j->set) {
            zt_slice_set b = j->set & ~a;
            if (!(up ? zt_slice_may_stack(s, a, b) : zt_slice_may_stack(s, b, a)) ||
                !zt_slice_may_part(s, j->set, a))
                continue;
            const zt_slice_heights *far = heights_in(s, k, j->first, j->end, a);
            const zt_slice_heights *near = heights_of_set(s, j->v, b);
            for (int i = 0; i < far->count; i++) {
                int t = far->low + i;
                int32_t moved = up ? s->weight[b] * t : s->weight[a] * (h - t);
                int32_t cost = far->cost[i] + zt_slice_cost_at(near, h - t) + moved;
                j->costs[h] = cost < j->costs[h] ? cost : j->costs[h];
            }
        }
    }
}

/* Everything that a box of the interval can be. */
static void fill_box(box_job *j)
{
    for (int h = j->low; h <= j->high + ZT_SLICE_BLOCK; h++)
        j->costs[h] = ZT_SLICE_NEVER;
    take_free(j);
    if (j->first_held > j->last_held)
        return;
    if (!j->set)
        take_fixed(j);
    for (int u = j->first + 1; u < j->end; u++)
        if (j->v->cuts >> u & 1)
            cut_upright_at(j, u);
    for (zt_slice_set a = j->set; a; a = (a - 1) & j->set)
        if (zt_slice_may_part(j->s, j->set, a))
            cut_free_beyond(j, a);
    cut_from_edges(j);
    cut_at_edges(j);
}

/* For the first time. */
static void make_heights(zt_slicing *s, const zt_slice_interval *v, zt_slice_set set)
{
    int32_t costs[ZT_SLICE_LINES + 1 + ZT_SLICE_BLOCK];
    box_job j = {.s = s,
                 .family = v->family,
                 .first = v->first,
                 .end = v->end,
                 .v = v,
                 .set = set,
                 .costs = costs};
    zt_slice_heights *out = &v->heights[set];
    *out = (zt_slice_heights){.low = 1, .least = ZT_SLICE_NEVER};
    zt_slice_trial_heights(s, set, out, &v->empty[set]);
    v->empty[set] = true;
    find_window(&j);
    if (j.low > j.high)
        return;
    fill_box(&j);
    for (int h = j.low; h <= j.high; h++)
        if (v->box[h] == BOX_NEVER)
            costs[h] = ZT_SLICE_NEVER;
    zt_slice_heights kept = zt_slice_keep(s, costs, j.low, j.high);
    v->empty[set] = !kept.count;
    if (kept.count)
        *out = kept;
}

static const zt_slice_heights *heights_of_set(zt_slicing *s, const zt_slice_interval *v,
                                              zt_slice_set set)
{
    if (!v->heights[set].low)
        make_heights(s, v, set);
    return &v->heights[set];
}

static const zt_slice_heights *heights_in(zt_slicing *s, size_t family, int first, int end,
                                          zt_slice_set set)
{
    return heights_of_set(s, interval_of(s, family, first, end), set);
}

zt_slice_heights zt_slice_fixed_heights(zt_slicing *s, size_t family, int first, int end,
                                        zt_slice_set set)
{
    return *heights_in(s, family, first, end, set);
}

/* ---- families ---- */

static void add_family(zt_slicing *s, int edge, bool up)
{
    if (zt_slice_family_at(s, edge, up) < s->family_count)
        return;
    size_t columns = (size_t)s->page->width;
    s->families[s->family_count++] = (zt_slice_family){
        edge, up, ZT_ARRAY(s->arena, columns * columns, struct zt_slice_interval *)};
}

void zt_slice_prepare_fixed(zt_slicing *s)
{
    s->family_count = 0;
    add_family(s, s->page->height, true);
    add_family(s, 0, false);
    for (size_t i = 0; i < s->page->fixed_count; i++) {
        const zt_slice_fixed *r = &s->page->fixed[i];
        const int edges[] = {r->row, r->row + r->height};
        for (size_t k = 0; k < 2; k++) {
            if (edges[k] > 0)
                add_family(s, edges[k], true);
            if (edges[k] < s->page->height)
                add_family(s, edges[k], false);
        }
    }
}

int zt_slice_reach(zt_slicing *s, size_t family, int first, int end, int height)
{
    return interval_of(s, family, first, end)->reach[height];
}

uint32_t zt_slice_cuts(zt_slicing *s, size_t family, int first, int end)
{
    return interval_of(s, family, first, end)->cuts;
}

bool zt_slice_is_free(zt_slicing *s, size_t family, int first, int end, int height)
{
    return interval_of(s, family, first, end)->box[height] == BOX_FREE;
}

size_t zt_slice_family_at(const zt_slicing *s, int edge, bool up)
{
    size_t i = 0;
    while (i < s->family_count && (s->families[i].edge != edge || s->families[i].up != up))
        i++;
    return i;
}

size_t zt_slice_whole(const zt_slicing *s)
{
    (void)s;
    return 0; /* the first that was added */
}
