/* Levels of labels tied by leaders: a search with bounds for few labels, one after the other for
   many. */
#include "labels/leaders.h"

#include <stdbool.h>

#include "base/geom.h"

enum {
    EXACT_MOST = 12,     /* labels for which the optimum is found */
    STEPS_MOST = 200000, /* of one search, whatever the input: what was found till then counts */
};

/* What a solution is worth, the first difference deciding: labels without a level, levels used, the
   sum of all levels. */
typedef struct level_worth {
    size_t lost, levels, sum;
} level_worth;

/* Fewer labels without a level first, then fewer levels, then shorter leaders. */
static bool is_better(level_worth a, level_worth b)
{
    if (a.lost != b.lost)
        return a.lost < b.lost;
    return a.levels != b.levels ? a.levels < b.levels : a.sum < b.sum;
}

/* The search for levels; at[i] is the level of label i in the try in hand, best[i] in the best
   one so far. */
typedef struct level_search {
    const zt_hung_label *labels;
    size_t count, most;
    double gap;
    size_t *at, *best; /* levels by label */
    level_worth best_worth;
    size_t steps;
} level_search;

/* Whether a label lies over a place on the axis, with the white that it keeps. */
static bool covers(const level_search *s, size_t label, double anchor)
{
    return anchor > s->labels[label].from - s->gap && anchor < s->labels[label].to + s->gap;
}

/* Whether both may stand on these levels. */
static bool stand_together(const level_search *s, size_t i, size_t level, size_t k, size_t other)
{
    const zt_hung_label *a = &s->labels[i], *b = &s->labels[k];
    if (level == ZT_LEVEL_NONE || other == ZT_LEVEL_NONE)
        return true;
    if (level == other)
        return a->to + s->gap <= b->from || b->to + s->gap <= a->from;
    return level > other ? !covers(s, k, a->anchor) : !covers(s, i, b->anchor);
}

/* The worth with one more label on a level. */
static level_worth worth_with(level_worth w, size_t level)
{
    if (level == ZT_LEVEL_NONE)
        return (level_worth){w.lost + 1, w.levels, w.sum};
    return (level_worth){w.lost, w.levels > level ? w.levels : level + 1, w.sum + level};
}

/* Whether label `i` may stand on the level beside all labels before it in `order`. */
static bool is_free(const level_search *s, const size_t *order, size_t n, size_t level)
{
    for (size_t k = 0; k < n; k++)
        if (!stand_together(s, order[n], level, order[k], s->at[order[k]]))
            return false;
    return true;
}

/* Each on the lowest level that is free to it, or on none: a quick answer, whose worth cuts off
   most of the exact search. */
static level_worth set_in_order(level_search *s, const size_t *order)
{
    level_worth w = {0};
    for (size_t n = 0; n < s->count; n++) {
        size_t level = 0;
        while (level < s->most && !is_free(s, order, n, level))
            level++;
        s->at[order[n]] = level < s->most ? level : ZT_LEVEL_NONE;
        w = worth_with(w, s->at[order[n]]);
    }
    return w;
}

/* Keeps the levels when they are better than the best. */
static void keep(level_search *s, level_worth w)
{
    if (!is_better(w, s->best_worth))
        return;
    s->best_worth = w;
    for (size_t i = 0; i < s->count; i++)
        s->best[i] = s->at[i];
}

/* Tries all levels for the labels from `n` on; what is no better than the best already is left. */
static void try_levels(level_search *s, const size_t *order, size_t n, level_worth w)
{
    if (!is_better(w, s->best_worth) || s->steps++ >= STEPS_MOST)
        return;
    if (n == s->count) {
        keep(s, w);
        return;
    }
    for (size_t level = 0; level < s->most; level++)
        if (is_free(s, order, n, level)) {
            s->at[order[n]] = level;
            try_levels(s, order, n + 1, worth_with(w, level));
        }
    s->at[order[n]] = ZT_LEVEL_NONE;
    try_levels(s, order, n + 1, worth_with(w, ZT_LEVEL_NONE));
}

/* By anchor, from the first or from the last. */
static void order_by_anchor(const level_search *s, size_t *order, bool backwards)
{
    for (size_t i = 0; i < s->count; i++) {
        size_t k = i;
        double anchor = s->labels[i].anchor;
        for (; k > 0; k--) {
            double other = s->labels[order[k - 1]].anchor;
            if (backwards ? other >= anchor : other <= anchor)
                break;
            order[k] = order[k - 1];
        }
        order[k] = i;
    }
}

/* Three simple orders give a first answer, the exact search improves it. */
size_t zt_labels_hang(zt_arena *arena, zt_hung_label *labels, size_t count, double gap, size_t most)
{
    /* More levels than labels are never needed. */
    level_search s = {
        .labels = labels, .count = count, .most = most < count ? most : count, .gap = gap};
    size_t *order = ZT_ARRAY(arena, count, size_t);
    s.at = ZT_ARRAY(arena, count, size_t);
    s.best = ZT_ARRAY(arena, count, size_t);
    s.best_worth = (level_worth){count + 1, 0, 0};
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    keep(&s, set_in_order(&s, order));
    order_by_anchor(&s, order, false);
    keep(&s, set_in_order(&s, order));
    order_by_anchor(&s, order, true);
    keep(&s, set_in_order(&s, order));
    if (count <= EXACT_MOST)
        try_levels(&s, order, 0, (level_worth){0});
    for (size_t i = 0; i < count; i++)
        labels[i].level = s.best[i];
    return s.best_worth.levels;
}

/* Moves the levels apart away from the middle. */
void zt_leaders_part(double *levels, size_t count, double step)
{
    for (size_t i = count; i-- > 1;)
        if (levels[i - 1] < 0)
            levels[i - 1] = zt_min(levels[i - 1], levels[i] - step);
    for (size_t i = 1; i < count; i++)
        if (levels[i] >= 0)
            levels[i] = zt_max(levels[i], levels[i - 1] + step);
}
