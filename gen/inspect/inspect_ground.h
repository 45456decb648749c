/* gen/inspect/inspect_ground.h — what lies below a mark: the areas that were painted before it, and
   the inks that they leave at a point. Private to inspect/. */
#ifndef ZT_INSPECT_GROUND_H
#define ZT_INSPECT_GROUND_H

#include "inspect/inspect_imp.h"

/* Inks that lie on one another, from above: what is set stays. Shares of 1. */
typedef struct zt_ink_stack {
    double process[4], spots;
    bool set[4];
} zt_ink_stack;
/* Puts a colour below. In overprint mode 1 the inks of no tint are those of what lies below
   (ISO 32000-1, 8.6.7); spots leave all process inks. */
void zt_ink_stack_add(zt_ink_stack *stack, const zt_colour *colour, bool over);
/* All of them, per cent; and how dark they look, 0 paper to 1 black, where there are no spots. */
double zt_ink_stack_sum(const zt_ink_stack *stack);
double zt_ink_stack_darkness(const zt_ink_stack *stack);
/* Whether a stack can be made of it. */
bool zt_ink_is_known(const zt_colour *colour);

/* Points of a mark that are asked for their ground: of type along its middle, of areas a net, of
   lines points at even distances. */
enum { ZT_GROUND_POINTS = 64 };
size_t zt_ground_points(zt_inspector *in, const zt_painted *mark, zt_point *out);

/* The areas that meet the box of a mark, to be asked at its points. */
void zt_ground_gather(zt_inspector *in, const zt_painted *mark);
/* Adds what lies at the point, down to what knocks out; the uppermost, with its colour there, or
   NULL. `known` is false where some of it cannot be told: then what is above it was added. */
const zt_inspect_area *zt_ground_below(zt_inspector *in, zt_point at, zt_ink_stack *stack,
                                       zt_colour *colour, bool *known);

#endif
