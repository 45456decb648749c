/* gen/solve/slicing.c — the input of a slicing layout, and the rounds of a search: no line is cut
   before everything without a cut has failed. */
#include "solve/slicing_imp.h"

/* ---- the input ---- */

static bool fixed_holds(const zt_slice_page *p, size_t i)
{
    const zt_slice_fixed *r = &p->fixed[i];
    bool within = r->column >= 0 && r->row >= 0 && r->width >= 1 && r->height >= 1 &&
                  r->width <= p->width && r->height <= p->height &&
                  r->column <= p->width - r->width && r->row <= p->height - r->height;
    for (size_t k = 0; within && k < i; k++) {
        const zt_slice_fixed *o = &p->fixed[k];
        if (r->column < o->column + o->width && o->column < r->column + r->width &&
            r->row < o->row + o->height && o->row < r->row + r->height)
            return false;
    }
    return within;
}

static bool item_holds(const zt_slice_item *item)
{
    for (size_t k = 0; k < item->count; k++)
        if (item->shapes[k].cost > ZT_SLICE_COST || item->shapes[k].cut < 0)
            return false;
    return item->weight >= 0 && item->weight <= ZT_SLICE_WEIGHT;
}

static bool page_holds(const zt_slice_page *p)
{
    if (p->width < 1 || p->width > ZT_SLICE_COLUMNS || p->height < 1 ||
        p->height > ZT_SLICE_LINES || p->count < 1 || p->count > ZT_SLICE_MOST ||
        p->fixed_count > ZT_SLICE_FIXED || p->butt < 0 || p->butt > ZT_SLICE_BUTT ||
        p->most_cut < 0 || p->most_cut > ZT_SLICE_CUT)
        return false;
    for (size_t i = 0; i < p->fixed_count; i++)
        if (!fixed_holds(p, i))
            return false;
    for (size_t i = 0; i < p->count; i++)
        if (!item_holds(&p->items[i]))
            return false;
    return true;
}

/* ---- what the search knows of its items ---- */

/* Whether a shape may be used at all. */
static bool is_usable(const zt_slice_page *p, const zt_shape *shape)
{
    return shape->width >= 1 && shape->width <= p->width && shape->height >= 1 &&
           shape->height <= p->height && shape->cut <= p->most_cut;
}

/* Items that stand at the left come first, then those at the right: the first item of a row then
   stands at its end. */
static void order_items(zt_slicing *s)
{
    const zt_slice_page *p = s->page;
    size_t count = 0;
    for (int turn = 0; turn < 3; turn++)
        for (size_t i = 0; i < p->count; i++) {
            int of = p->items[i].at & ZT_SLICE_LEFT ? 0 : p->items[i].at & ZT_SLICE_RIGHT ? 1 : 2;
            if (of != turn)
                continue;
            s->from[count] = i;
            s->items[count++] = p->items[i];
        }
}

static void find_flags(zt_slicing *s)
{
    size_t n = s->page->count;
    s->full = (1u << n) - 1;
    for (size_t i = 0; i < n; i++) {
        zt_slice_set bit = 1u << i;
        const zt_slice_item *item = &s->items[i];
        s->head |= item->at & ZT_SLICE_HEAD ? bit : 0;
        s->foot |= item->at & ZT_SLICE_FOOT ? bit : 0;
        s->left |= item->at & ZT_SLICE_LEFT ? bit : 0;
        s->right |= item->at & ZT_SLICE_RIGHT ? bit : 0;
        s->topped |= item->topped ? bit : 0;
    }
}

/* Items that stand together, directly or by others: sets of two and more. */
static void find_groups(zt_slicing *s)
{
    size_t n = s->page->count;
    zt_slice_set group[ZT_SLICE_MOST];
    for (size_t i = 0; i < n; i++) {
        group[i] = 1u << i;
        for (size_t k = 0; k < n; k++)
            group[i] |= s->items[i].with == (int)s->from[k] ? 1u << k : 0;
    }
    for (size_t turn = 0; turn < n; turn++)
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < n; k++)
                if (group[i] & group[k])
                    group[i] = group[k] = group[i] | group[k];
    for (size_t i = 0; i < n; i++) {
        bool first = (group[i] & (~group[i] + 1)) == 1u << i;
        if (first && group[i] != 1u << i)
            s->groups[s->group_count++] = group[i];
    }
}

/* Of one item: the least area of a shape that goes into a width; INT32_MAX when there is none. */
static int32_t least_area(const zt_slicing *s, size_t i, int width)
{
    int32_t least = INT32_MAX;
    for (size_t k = 0; k < s->items[i].count; k++) {
        const zt_shape *shape = &s->items[i].shapes[k];
        if (is_usable(s->page, shape) && shape->width <= width &&
            shape->width * shape->height < least)
            least = shape->width * shape->height;
    }
    return least;
}

/* The largest area and the cheapest shape of each item; false when one has no shape. */
static bool measure_items(zt_slicing *s)
{
    s->base = 0;
    for (size_t i = 0; i < s->page->count; i++) {
        int32_t largest = 0, cheapest = INT32_MAX;
        for (size_t k = 0; k < s->items[i].count; k++) {
            const zt_shape *shape = &s->items[i].shapes[k];
            if (!is_usable(s->page, shape))
                continue;
            int32_t area = shape->width * shape->height;
            largest = area > largest ? area : largest;
            cheapest = (int32_t)shape->cost < cheapest ? (int32_t)shape->cost : cheapest;
        }
        if (largest == 0)
            return false;
        s->largest[1u << i] = largest;
        s->cheapest[i] = cheapest;
        s->base += cheapest;
    }
    return true;
}

/* Sums over sets from those of items. */
static void sum_sets(zt_slicing *s)
{
    enum { ENDLESS = 1 << 24 };
    zt_slice_set columns = (zt_slice_set)s->page->width + 1;
    for (zt_slice_set set = 1; set <= s->full; set++) {
        zt_slice_set bit = set & (~set + 1), rest = set & ~bit;
        size_t i = 0;
        while (bit >> i != 1)
            i++;
        s->weight[set] = s->weight[rest] + s->items[i].weight;
        s->largest[set] = s->largest[rest] + s->largest[bit];
        for (int w = 1; w <= s->page->width; w++) {
            int32_t own = rest ? s->least_in[bit * columns + (zt_slice_set)w] : least_area(s, i, w);
            int32_t sum = own >= ENDLESS ? ENDLESS : own;
            sum += rest ? s->least_in[rest * columns + (zt_slice_set)w] : 0;
            s->least_in[set * columns + (zt_slice_set)w] = sum < ENDLESS ? sum : ENDLESS;
        }
        s->least[set] = s->least_in[set * columns + (zt_slice_set)s->page->width];
    }
}

/* A search over what the page holds; false when an item has no shape. */
static bool open_search(zt_slicing *s)
{
    const zt_slice_page *p = s->page;
    size_t sets = (size_t)1 << p->count, all = sets * ((size_t)p->width + 1);
    order_items(s);
    find_flags(s);
    find_groups(s);
    s->weight = ZT_ARRAY(s->arena, sets, int32_t);
    s->least = ZT_ARRAY(s->arena, sets, int32_t);
    s->largest = ZT_ARRAY(s->arena, sets, int32_t);
    s->least_in = ZT_ARRAY(s->arena, all, int32_t);
    s->widths = ZT_ARRAY(s->arena, sets * 3, uint32_t);
    for (int kind = 0; kind < ZT_SLICE_KINDS; kind++)
        s->tables[kind] = ZT_ARRAY(s->arena, all, zt_slice_heights);
    s->free_area = p->width * p->height;
    for (size_t i = 0; i < p->fixed_count; i++)
        s->free_area -= p->fixed[i].width * p->fixed[i].height;
    if (!measure_items(s))
        return false;
    sum_sets(s);
    return s->least[s->full] <= s->free_area && s->largest[s->full] >= s->free_area;
}

/* ---- rounds ---- */

/* Most pages cost no more than this above their cheapest shapes, and where nothing dearer is
   followed there are fewer heights to add up. What is found so is the best of all, for no cost is
   below 0. */
enum { CHEAP = 1600 };

/* What one round of a search allows. */
typedef struct search_round {
    int cut;      /* lines in all */
    int32_t most; /* above the cheapest shapes */
} search_round;

static const search_round first_round = {0, CHEAP};

/* The next; false when that was the last. */
static bool next_round(search_round *round, int most_cut)
{
    if (round->most == CHEAP) {
        round->most = ZT_SLICE_LINE - 1;
        return true;
    }
    if (round->cut == most_cut)
        return false;
    int cut = round->cut ? 2 * round->cut : 1;
    round->cut = cut < most_cut ? cut : most_cut;
    round->most = (round->cut + 1) * ZT_SLICE_LINE - 1;
    return true;
}

struct zt_slice_memory {
    zt_arena *arena;    /* of this alone */
    zt_arena *tables;   /* of the search; NULL: there is none */
    zt_arena *copies;   /* of the page */
    zt_slice_page page; /* as it was asked for last; count 0: none */
    search_round round; /* in which it was found; nothing was in those before */
    zt_slicing *s;      /* NULL: that round has no layout at all */
    /* The same page in the round behind that one, for others that differ; NULL: not asked for. */
    zt_slice_memory *further;
};

static void forget_tables(zt_slice_memory *m)
{
    zt_arena_drop(m->tables);
    m->tables = NULL;
    m->s = NULL;
}

zt_slicing *zt_slice_open(zt_arena *arena, const zt_slice_page *page, int32_t most)
{
    zt_slicing *s = ZT_NEW(arena, zt_slicing);
    s->page = page;
    s->arena = arena;
    s->lanes = zt_slice_lanes_here();
    s->most = most;
    if (!open_search(s))
        return NULL;
    zt_slice_fill(s);
    if (page->fixed_count)
        zt_slice_prepare_fixed(s);
    return s;
}

/* Whether the page has a layout in this round: looked for with a limit that begins at the least it
   can cost. */
static bool has_layout(zt_slicing *s)
{
    enum { STEP = 16 };
    zt_slice_box page = zt_slice_page_box(s);
    int32_t limit = 0, step = STEP;
    for (;;) {
        int32_t cost = zt_slice_cost(s, &page, limit);
        if (cost <= limit || cost > s->most)
            return cost <= limit;
        limit = cost > limit + 1 ? cost : limit + step;
        limit = limit < s->most ? limit : s->most;
        step *= 2;
    }
}

/* ---- the page of the search before ---- */

/* The least that a shape of that size costs; UINT32_MAX: there is none. */
static uint32_t cost_of_size(const zt_slice_item *item, const zt_shape *shape)
{
    uint32_t least = UINT32_MAX;
    for (size_t k = 0; k < item->count; k++) {
        const zt_shape *s = &item->shapes[k];
        if (s->width == shape->width && s->height == shape->height && s->cut == shape->cut &&
            s->cost < least)
            least = s->cost;
    }
    return least;
}

/* Whether every shape was there and did not cost more. */
static bool is_dearer(const zt_slice_item *old, const zt_slice_item *item)
{
    bool is = item->weight == old->weight && item->at == old->at && item->topped == old->topped &&
              item->with == old->with;
    for (size_t k = 0; is && k < item->count; k++)
        is = cost_of_size(old, &item->shapes[k]) <= item->shapes[k].cost;
    return is;
}

static bool has_same_fixed(const zt_slice_page *a, const zt_slice_page *b)
{
    bool same = a->fixed_count == b->fixed_count;
    for (size_t i = 0; same && i < a->fixed_count; i++)
        same = a->fixed[i].column == b->fixed[i].column && a->fixed[i].row == b->fixed[i].row &&
               a->fixed[i].width == b->fixed[i].width && a->fixed[i].height == b->fixed[i].height;
    return same;
}

/* Whether no layout of the page is cheaper than it was. */
static bool goes_on(const zt_slice_page *old, const zt_slice_page *page)
{
    bool same = page->width == old->width && page->height == old->height &&
                page->count == old->count && page->butt == old->butt &&
                page->most_cut == old->most_cut && has_same_fixed(old, page);
    for (size_t i = 0; same && i < page->count; i++)
        same = is_dearer(&old->items[i], &page->items[i]);
    return same;
}

static void remember_page(zt_slice_memory *m, const zt_slice_page *page)
{
    zt_arena_drop(m->copies);
    m->copies = zt_arena_beside(m->arena);
    m->page = *page;
    zt_slice_item *items = ZT_ARRAY(m->copies, page->count, zt_slice_item);
    zt_slice_fixed *fixed = ZT_ARRAY(m->copies, page->fixed_count, zt_slice_fixed);
    for (size_t i = 0; i < page->fixed_count; i++)
        fixed[i] = page->fixed[i];
    for (size_t i = 0; i < page->count; i++) {
        zt_shape *shapes = ZT_ARRAY(m->copies, page->items[i].count, zt_shape);
        for (size_t k = 0; k < page->items[i].count; k++)
            shapes[k] = page->items[i].shapes[k];
        items[i] = page->items[i];
        items[i].shapes = shapes;
    }
    m->page.items = items;
    m->page.fixed = fixed;
}

/* An item's costs at a width as they are now; whether one differs. */
static bool renew_heights(zt_slicing *s, size_t i, int width)
{
    const zt_slice_heights *h = zt_slice_heights_of(s, ZT_SLICE_ALL, 1u << i, width);
    int32_t costs[ZT_SLICE_LINES + 1];
    bool differs = false;
    for (int k = 0; k < h->count; k++)
        costs[h->low + k] = ZT_SLICE_NEVER;
    zt_slice_fill_item(s, i, width, h->low, h->low + h->count - 1, costs);
    for (int k = 0; k < h->count; k++) {
        int32_t cost = costs[h->low + k] > s->most ? ZT_SLICE_NEVER : costs[h->low + k];
        if (cost == h->cost[k])
            continue;
        zt_slice_trial_cost(s, 1u << i, &h->cost[k]);
        h->cost[k] = cost;
        differs = true;
    }
    return differs;
}

/* The tables as they are, and the items as they have become. */
static void renew_items(zt_slicing *s, const zt_slice_page *page)
{
    s->page = page;
    s->search++;
    order_items(s);
    for (size_t i = 0; i < page->count; i++) {
        bool differs = false;
        for (int w = 1; w <= page->width; w++)
            differs = renew_heights(s, i, w) || differs;
        s->changed |= differs ? 1u << i : 0;
        s->changed_in[i] = differs ? s->search : s->changed_in[i];
    }
}

zt_slice_memory *zt_slice_memory_new(zt_arena *arena)
{
    zt_arena *own = zt_arena_beside(arena);
    zt_slice_memory *m = ZT_NEW(own, zt_slice_memory);
    m->arena = own;
    return m;
}

void zt_slice_memory_drop(zt_slice_memory *memory)
{
    if (!memory)
        return;
    zt_slice_memory_drop(memory->further);
    zt_arena_drop(memory->tables);
    zt_arena_drop(memory->copies);
    zt_arena_drop(memory->arena);
}

/* ---- the search ---- */

/* A rectangle along the whole foot parts nothing: the page ends above it. `kept` has room for the
   others. */
static void end_above_foot(zt_slice_page *page, zt_slice_fixed *kept)
{
    for (size_t i = 0; i < page->fixed_count; i++) {
        const zt_slice_fixed *r = &page->fixed[i];
        if (r->width < page->width || r->row + r->height < page->height || r->row == 0)
            continue;
        page->height = r->row;
        size_t count = 0;
        for (size_t k = 0; k < page->fixed_count; k++)
            if (k != i)
                kept[count++] = page->fixed[k];
        page->fixed = kept;
        page->fixed_count = count;
        end_above_foot(page, kept);
        return;
    }
}

/* The tables of the memory's round, with the costs of the page as it is now. */
static void renew_tables(zt_slice_memory *m, const zt_slice_page *page)
{
    if (!m->tables) {
        m->tables = zt_arena_beside(m->arena);
        m->s = zt_slice_open(m->tables, page, m->round.most);
    } else if (m->s)
        renew_items(m->s, page);
}

static bool search_tables(zt_slice_memory *m, zt_slice_answer *answer)
{
    answer->found = m->s && has_layout(m->s);
    if (answer->found)
        zt_slice_trace(m->s, answer);
    return answer->found;
}

zt_slice_answer zt_slice_solve_again(zt_slice_memory *m, const zt_slice_page *page)
{
    zt_slice_answer answer = {.sound = page_holds(page)};
    if (!answer.sound)
        return answer;
    zt_slice_page whole = *page;
    zt_slice_fixed kept[ZT_SLICE_FIXED];
    end_above_foot(&whole, kept);
    if (!m->page.count || !goes_on(&m->page, &whole)) {
        forget_tables(m);
        m->round = first_round;
    }
    remember_page(m, &whole);
    do {
        whole.most_cut = m->round.cut;
        renew_tables(m, &whole);
        if (search_tables(m, &answer))
            return answer;
        search_round next = m->round;
        if (!next_round(&next, page->most_cut))
            return answer;
        forget_tables(m);
        m->round = next;
    } while (true);
}

zt_slice_answer zt_slice_solve(zt_arena *arena, const zt_slice_page *page)
{
    zt_slice_memory *m = zt_slice_memory_new(arena);
    zt_slice_answer answer = zt_slice_solve_again(m, page);
    zt_slice_memory_drop(m);
    return answer;
}

/* ---- others that differ ---- */

/* A page on which an item does not have one width; from[k] is the shape behind its k-th. */
static zt_slice_page without_width(zt_arena *arena, const zt_slice_page *page, size_t i, int width,
                                   size_t *from)
{
    zt_slice_item *items = ZT_ARRAY(arena, page->count, zt_slice_item);
    zt_shape *shapes = ZT_ARRAY(arena, page->items[i].count, zt_shape);
    size_t count = 0;
    for (size_t k = 0; k < page->count; k++)
        items[k] = page->items[k];
    for (size_t k = 0; k < page->items[i].count; k++) {
        if (page->items[i].shapes[k].width == width)
            continue;
        from[count] = k;
        shapes[count++] = page->items[i].shapes[k];
    }
    items[i].shapes = shapes;
    items[i].count = count;
    zt_slice_page other = *page;
    other.items = items;
    return other;
}

/* The place of an item in the order of a search. */
static zt_slice_set bit_of(const zt_slicing *s, size_t item)
{
    size_t k = 0;
    while (s->from[k] != item)
        k++;
    return 1u << k;
}

/* The memory of the round behind, with the same page; NULL: there is none. */
static zt_slice_memory *further_of(zt_slice_memory *m, int most_cut)
{
    search_round round = m->round;
    if (!next_round(&round, most_cut))
        return NULL;
    if (!m->further)
        m->further = zt_slice_memory_new(m->arena);
    zt_slice_memory *f = m->further;
    bool goes = f->round.cut == round.cut && f->round.most == round.most && f->page.count &&
                goes_on(&f->page, &m->page);
    if (!goes)
        forget_tables(f);
    f->round = round;
    remember_page(f, &m->page);
    zt_slice_page page = f->page;
    page.most_cut = round.cut;
    renew_tables(f, &page);
    return f;
}

/* The best layout in which an item is not as wide as in another: looked for in the tables of the
   page, which are then as before. */
static zt_slice_answer other_width(zt_slice_memory *memory, size_t i, int width, int most_cut)
{
    zt_slice_answer answer = {.sound = true};
    zt_arena *arena = zt_arena_beside(memory->arena);
    size_t *from = ZT_ARRAY(arena, memory->page.items[i].count, size_t);
    zt_slice_page other = without_width(arena, &memory->page, i, width, from);
    for (zt_slice_memory *m = memory; m && other.items[i].count > 0 && !answer.found;
         m = further_of(m, most_cut)) {
        if (!m->s)
            continue;
        other.most_cut = m->round.cut;
        zt_slice_trial_begin(m->s, bit_of(m->s, i));
        renew_items(m->s, &other);
        search_tables(m, &answer);
        zt_slice_trial_end(m->s);
    }
    if (answer.found)
        answer.cells[i].shape = from[answer.cells[i].shape];
    zt_arena_drop(arena);
    return answer;
}

static bool is_same(const zt_slice_page *page, const zt_slice_answer *a, const zt_slice_answer *b)
{
    bool same = true;
    for (size_t i = 0; i < page->count; i++)
        same = same && a->cells[i].column == b->cells[i].column &&
               a->cells[i].row == b->cells[i].row && a->cells[i].width == b->cells[i].width &&
               a->cells[i].height == b->cells[i].height;
    return same;
}

/* Into a list by rising cost, unless it is there. */
static size_t keep_answer(const zt_slice_page *page, zt_slice_answer *out, size_t count,
                          size_t most, const zt_slice_answer *answer)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_same(page, &out[i], answer))
            return count;
        at +=
            out[i].cut < answer->cut || (out[i].cut == answer->cut && out[i].cost <= answer->cost);
    }
    if (at == most)
        return count;
    count += count < most;
    for (size_t i = count - 1; i > at; i--)
        out[i] = out[i - 1];
    out[at] = *answer;
    return count;
}

size_t zt_slice_best_again(zt_slice_memory *memory, const zt_slice_page *page, zt_slice_answer *out,
                           size_t most)
{
    enum { FIRST = 3 };
    zt_slice_answer best = zt_slice_solve_again(memory, page);
    if (!best.found || most == 0)
        return 0;
    out[0] = best;
    size_t count = 1;
    for (size_t i = 0; i < page->count && i < FIRST && most > 1; i++) {
        zt_slice_answer other = other_width(memory, i, best.cells[i].width, page->most_cut);
        if (other.found)
            count = keep_answer(page, out, count, most, &other);
    }
    return count;
}

size_t zt_slice_best(zt_arena *arena, const zt_slice_page *page, zt_slice_answer *out, size_t most)
{
    zt_slice_memory *memory = zt_slice_memory_new(arena);
    size_t count = zt_slice_best_again(memory, page, out, most);
    zt_slice_memory_drop(memory);
    return count;
}
