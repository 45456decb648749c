/* gen/labels/spread.h — labels along one line: moved as little as possible until none overlaps. */
#ifndef ZT_SPREAD_H
#define ZT_SPREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* A label along a line; the unit is the caller's. */
typedef struct zt_label {
    /* Where its centre would lie. */
    double wanted;
    double size; /* its extent along the line */
    /* Where it lies: the result. */
    double centre;
} zt_label;

/* Where it begins: its edge with the lower number, which is its top where the line runs down. */
double zt_label_low(const zt_label *label);

/* Moves the labels apart so that at least `gap` stays between them and all lie between `low` and
   `high`, with the least sum of squared moves; their order along the line is kept, equal wishes in
   the order given. False when they do not fit: then they stand edge to edge from `low` on. */
bool zt_labels_spread(zt_arena *arena, zt_label *labels, size_t count, double gap, double low,
                      double high);
/* The same in the order given, whatever they wish; `low` and `high` may be infinite. */
bool zt_labels_spread_in_order(zt_arena *arena, zt_label *labels, size_t count, double gap,
                               double low, double high);
/* The room that they need. */
double zt_labels_room(const zt_label *labels, size_t count, double gap);

/* Lifts labels that lie in order and apart: from the last one up, each that ends below `foot`, or
   below the next one's top less the gap, goes up as far as its own top may (`highest`, one a
   label), so that words at the foot of a drawing stand beside it, not under it. Where that brings
   two together the lower one goes down again. */
void zt_labels_lift(zt_label *labels, size_t count, double gap, double foot, const double *highest);
/* Moves one label's top up to `top` when it lies below it and that leaves `gap` to every label
   whose top is higher than its own was; true when it moved. */
bool zt_labels_raise(zt_label *labels, size_t count, size_t which, double top, double gap);

/* Thins labels along an axis: keep[i] says whether label i is printed. The first and the last stay,
   of two that cannot stand together the last; between them every k-th with the smallest k at which
   none comes nearer than `gap` to the next. */
void zt_labels_thin(const zt_label *labels, size_t count, double gap, bool *keep);

#endif
