/* Spreading by merging: labels that would overlap become a cluster, which lies at the mean of the
   wishes of its members (pool adjacent violators; Dwyer, Marriott and Stuckey 2005 use the same for
   one dimension). The result is the optimum and depends on nothing but the input. */
#include "labels/spread.h"

#include "base/geom.h"

/* Labels are turned into points by taking off the extent before them; what is left is to find the
   nearest points that never decrease. */
typedef struct cluster {
    double sum; /* of the reduced wishes */
    size_t count;
} cluster;

/* Where a cluster lies: the mean of its wishes. */
static double cluster_at(const cluster *c)
{
    return c->sum / (double)c->count;
}

/* The lower edge along the line. */
double zt_label_low(const zt_label *label)
{
    return label->centre - label->size / 2;
}

/* What all labels need with the gaps between them. */
double zt_labels_room(const zt_label *labels, size_t count, double gap)
{
    double room = count > 0 ? -gap : 0;
    for (size_t i = 0; i < count; i++)
        room += labels[i].size + gap;
    return room;
}

/* Merges clusters from the first label on; the least sum of squared moves. Bounds are applied to
   whole clusters afterwards, which keeps the optimum: a cluster beyond a bound lies at it. */
bool zt_labels_spread_in_order(zt_arena *arena, zt_label *labels, size_t count, double gap,
                               double low, double high)
{
    double room = zt_labels_room(labels, count, gap);
    /* Rounding of sums must not turn an exact fit into a failure. */
    bool fits = room <= high - low + 1e-6;
    cluster *clusters = ZT_ARRAY(arena, count, cluster);
    size_t used = 0;
    double before = 0;
    for (size_t i = 0; i < count; i++) {
        clusters[used++] = (cluster){labels[i].wanted - labels[i].size / 2 - before, 1};
        before += labels[i].size + gap;
        while (used > 1 && cluster_at(&clusters[used - 1]) < cluster_at(&clusters[used - 2])) {
            used--;
            clusters[used - 1].sum += clusters[used].sum;
            clusters[used - 1].count += clusters[used].count;
        }
    }

    double last = zt_max(high - room, low), offset = 0;
    size_t i = 0;
    for (size_t c = 0; c < used; c++) {
        double at = fits ? zt_clamp(cluster_at(&clusters[c]), low, last) : low;
        for (size_t k = 0; k < clusters[c].count; k++, i++) {
            labels[i].centre = at + offset + labels[i].size / 2;
            offset += labels[i].size + gap;
        }
    }
    return fits;
}

/* The labels by their wishes; equal ones in their order. */
static size_t *by_wish(zt_arena *arena, const zt_label *labels, size_t count)
{
    size_t *order = ZT_ARRAY(arena, count, size_t);
    for (size_t i = 0; i < count; i++) {
        size_t k = i;
        for (; k > 0 && labels[order[k - 1]].wanted > labels[i].wanted; k--)
            order[k] = order[k - 1];
        order[k] = i;
    }
    return order;
}

/* The same in the order of the wishes. */
bool zt_labels_spread(zt_arena *arena, zt_label *labels, size_t count, double gap, double low,
                      double high)
{
    size_t *order = by_wish(arena, labels, count);
    zt_label *sorted = ZT_ARRAY(arena, count, zt_label);
    for (size_t i = 0; i < count; i++)
        sorted[i] = labels[order[i]];
    bool fits = zt_labels_spread_in_order(arena, sorted, count, gap, low, high);
    for (size_t i = 0; i < count; i++)
        labels[order[i]].centre = sorted[i].centre;
    return fits;
}

/* Moves a label so that it begins there. */
static void set_top(zt_label *label, double top)
{
    label->centre = top + label->size / 2;
}

/* From the last label up, then from the first down. */
void zt_labels_lift(zt_label *labels, size_t count, double gap, double foot, const double *highest)
{
    for (size_t i = count; i-- > 0;) {
        double lifted = zt_max(foot - labels[i].size, highest[i]);
        set_top(&labels[i], zt_min(zt_label_low(&labels[i]), lifted));
        foot = zt_label_low(&labels[i]) - gap;
    }
    for (size_t i = 1; i < count; i++) {
        double lowest = zt_label_low(&labels[i - 1]) + labels[i - 1].size + gap;
        set_top(&labels[i], zt_max(zt_label_low(&labels[i]), lowest));
    }
}

/* Moves one label up where that leaves the others their gap. */
bool zt_labels_raise(zt_label *labels, size_t count, size_t which, double top, double gap)
{
    double now = zt_label_low(&labels[which]);
    if (now <= top)
        return false;
    for (size_t i = 0; i < count; i++)
        if (zt_label_low(&labels[i]) < now && top < zt_label_low(&labels[i]) + labels[i].size + gap)
            return false;
    set_top(&labels[which], top);
    return true;
}

/* Whether two labels keep their gap where they wish to lie. */
static bool apart(const zt_label *a, const zt_label *b, double gap)
{
    return a->wanted + a->size / 2 + gap <= b->wanted - b->size / 2 + 1e-9;
}

/* Whether every so many labels keep clear of each other. */
static bool stride_fits(const zt_label *labels, size_t count, double gap, size_t stride)
{
    for (size_t i = 0; i + stride < count; i += stride)
        if (!apart(&labels[i], &labels[i + stride], gap))
            return false;
    return true;
}

/* Keeps the first and the last, and every k-th between them. */
void zt_labels_thin(const zt_label *labels, size_t count, double gap, bool *keep)
{
    for (size_t i = 0; i < count; i++)
        keep[i] = false;
    if (count == 0)
        return;
    size_t stride = 1;
    while (stride < count && !stride_fits(labels, count, gap, stride))
        stride++;
    for (size_t i = 0; i < count; i += stride)
        keep[i] = true;
    keep[count - 1] = true;
    /* The last one stays; those of the stride that come too near to it give way, the first never.
     */
    for (size_t i = count - 1; i-- > 1;)
        if (keep[i] && !apart(&labels[i], &labels[count - 1], gap))
            keep[i] = false;
    /* Where these two cannot stand together, the last is the one that readers look for. */
    if (count > 1 && !apart(&labels[0], &labels[count - 1], gap))
        keep[0] = false;
}
