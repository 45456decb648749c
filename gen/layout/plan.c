/* gen/layout/plan.c — a block planned once: its own copy of the setting, its own findings. */
#include "layout/block.h"

/* Of a kind that still has measure(): it plans again when it is placed. */
static zt_plan measured(const zt_block *block, const zt_setting *setting, double width)
{
    return (zt_plan){.extent = block->kind->measure(block, setting, width)};
}

const zt_plan *zt_block_plan(const zt_setting *setting, const zt_block *block, double width)
{
    zt_plan *plan = ZT_NEW(setting->arena, zt_plan);
    zt_setting *own = ZT_NEW(setting->arena, zt_setting);
    zt_diags *said = zt_diags_beside(setting->diags, setting->arena);
    *own = *setting;
    own->diags = said;
    *plan = block->kind->plan ? block->kind->plan(block, own, width) : measured(block, own, width);
    zt_assert(plan->extent.ceiling >= plan->extent.height - 0.001);
    plan->block = block;
    plan->width = width;
    plan->setting = own;
    plan->said = said;
    return plan;
}

void zt_plan_place(const zt_plan *plan, const zt_setting *setting, double height, zt_group *into)
{
    const zt_block *block = plan->block;
    plan->setting->scene = setting->scene;
    plan->setting->diags = setting->diags;
    if (!block->kind->plan) {
        block->kind->place_measured(block, plan->setting, plan->width, height, into);
        return;
    }
    zt_diags_say(setting->diags, plan->said);
    block->kind->place(plan, plan->setting, height, into);
}

bool zt_plan_empty_cell(const zt_plan *plan, double height, zt_rect *cell)
{
    const zt_block_kind *kind = plan->block->kind;
    if (kind->empty_cell)
        return kind->empty_cell(plan, height, cell);
    return kind->empty_measured &&
           kind->empty_measured(plan->block, plan->setting, plan->width, height, cell);
}
