/* gen/layout/plan.c — a block planned once, and the plans of one page kept while it is fitted.
   Trials often differ in what a block does not feel; its plan is then taken again. What planning
   reports is kept with the plan and said only when that is placed. */
#include <string.h>

#include "layout/layout_imp.h"

/* In the setting's arena: the plan, and the setting that it may point to. */
static zt_plan *plan_new(const zt_setting *setting, const zt_block *block, double width)
{
    zt_plan *plan = ZT_NEW(setting->arena, zt_plan);
    zt_setting *own = ZT_NEW(setting->arena, zt_setting);
    zt_diags *said = zt_diags_beside(setting->diags, setting->arena);
    *own = *setting;
    own->diags = said;
    own->scene = NULL;
    own->plans = NULL;
    *plan = block->kind->plan(block, own, width);
    zt_assert(plan->first_baseline != 0); /* what was forgotten */
    zt_assert(plan->extent.ceiling >= plan->extent.height - 0.001);
    plan->block = block;
    plan->width = width;
    plan->setting = own;
    plan->said = said;
    return plan;
}

/* ---- the plans of a page ---- */

/* One plan, alone in its arena, which it shares with this record. */
typedef struct held_plan held_plan;
struct held_plan {
    held_plan *next;
    zt_arena *arena;
    const zt_plan *plan;
    /* Of its block, when it was made. */
    const double *felt;
    size_t trial; /* the last that used it */
    /* The best trial so far used it. */
    bool best;
};

/* All plans of a page that trials may still use. */
struct zt_plans {
    held_plan *first;
    size_t trial;
};

/* No plans yet. */
zt_plans *zt_plans_new(zt_arena *arena)
{
    return ZT_NEW(arena, zt_plans);
}

/* Drops plans that neither the best trial nor the last one used, so that memory does not grow with
   trials. */
void zt_plans_begin_trial(zt_plans *plans)
{
    held_plan **at = &plans->first;
    while (*at) {
        held_plan *held = *at;
        if (held->best || held->trial == plans->trial) {
            at = &held->next;
            continue;
        }
        *at = held->next;
        zt_arena_drop(held->arena);
    }
    plans->trial++;
}

/* The plans of the present trial are those of the best. */
void zt_plans_mark_best(zt_plans *plans)
{
    for (held_plan *held = plans->first; held; held = held->next)
        held->best = held->trial == plans->trial;
}

/* Whether a plan is one of this block at this width under a fit that the block feels alike. */
static bool is_alike(const held_plan *held, const zt_block *block, double width, const double *felt)
{
    return held->plan->block == block && held->plan->width == width &&
           memcmp(held->felt, felt, zt_block_felt_count(block) * sizeof *felt) == 0;
}

/* Makes a plan and keeps it. */
static held_plan *hold(zt_plans *plans, const zt_setting *setting, const zt_block *block,
                       double width, const double *felt)
{
    zt_setting own = *setting;
    own.arena = zt_arena_beside(setting->arena);
    held_plan *held = ZT_NEW(own.arena, held_plan);
    size_t count = zt_block_felt_count(block);
    double *kept = ZT_ARRAY(own.arena, count, double);
    memcpy(kept, felt, count * sizeof *felt);
    *held = (held_plan){.next = plans->first, .arena = own.arena, .felt = kept};
    held->plan = plan_new(&own, block, width);
    plans->first = held;
    return held;
}

/* Takes a plan that fits, or makes one. */
const zt_plan *zt_block_plan(const zt_setting *setting, const zt_block *block, double width)
{
    zt_plans *plans = setting->plans;
    if (!plans)
        return plan_new(setting, block, width);
    double *felt = ZT_ARRAY(setting->arena, zt_block_felt_count(block), double);
    zt_block_felt(setting, block, felt);
    held_plan *held = plans->first;
    while (held && !is_alike(held, block, width, felt))
        held = held->next;
    if (!held)
        held = hold(plans, setting, block, width, felt);
    held->trial = plans->trial;
    return held->plan;
}

/* ---- handing over what was chosen ---- */

/* A plan's arena that dies with another one. It may die before it, when all arenas of a document
   that got no memory are dropped from the youngest on. */
typedef struct owned_arena {
    zt_arena *arena;
} owned_arena;

/* The plan's arena is gone already. */
static void forget_owned(void *self)
{
    ((owned_arena *)self)->arena = NULL;
}

/* Drops the plan's arena with its owner. */
static void drop_owned(void *self)
{
    zt_arena_drop(((owned_arena *)self)->arena);
}

/* Keeps the plans of the best trial as long as `owner` lives, and drops the others. */
void zt_plans_settle(zt_plans *plans, zt_arena *owner)
{
    for (held_plan *held = plans->first, *next; held; held = next) {
        next = held->next;
        if (!held->best) {
            zt_arena_drop(held->arena);
            continue;
        }
        owned_arena *owned = ZT_NEW(owner, owned_arena);
        owned->arena = held->arena;
        zt_arena_on_drop(held->arena, forget_owned, owned);
        zt_arena_on_drop(owner, drop_owned, owned);
    }
    plans->first = NULL;
}

/* ---- placing ---- */

/* Draws a plan and repeats what planning reported. */
void zt_plan_place(const zt_plan *plan, const zt_setting *setting, double height, zt_group *into)
{
    const zt_block *block = plan->block;
    plan->setting->scene = setting->scene;
    plan->setting->diags = setting->diags;
    zt_diags_merge(setting->diags, plan->said);
    block->kind->place(plan, plan->setting, height, into);
}

/* The room that a placed block leaves empty. */
bool zt_plan_empty_cell(const zt_plan *plan, double height, zt_rect *cell)
{
    const zt_block_kind *kind = plan->block->kind;
    return kind->empty_cell && kind->empty_cell(plan, height, cell);
}
