/* Task and result side by side (任务书、成绩单), with key figures in shared slots. */
#include "block/ledger/ledger_imp.h"

/* Spare height makes rows higher, up to their ceiling. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    zt_ledger_plan *own = ZT_NEW(setting->arena, zt_ledger_plan);
    *own = zt_ledger_plan_make(block, setting, width);
    double natural = zt_ledger_natural(own);
    double more = (own->row.ceiling - own->row.natural) * (double)own->count;
    double *heights = ZT_ARRAY(setting->arena, own->count, double);
    for (size_t i = 0; i < own->count; i++)
        heights[i] = own->lines[i].height;
    return (zt_plan){.extent = {natural, natural + zt_max(0, more)},
                     .first_baseline = zt_ledger_first_baseline(own),
                     .units = heights,
                     .unit_count = own->count,
                     .own = own};
}

/* Draws the plan with what the height gives to its rows. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    (void)setting; /* the plan's own */
    into->role = ZT_ROLE_SECT;
    zt_ledger_draw(planned->own, height, into);
}

static const zt_param params[] = {
    {"shares", ZT_PARAM(zt_ledger_params, shares, NUMBERS), NULL, "40 47 55 116",
     "行题、任务、成绩、数字四栏之比", "shares of head, task, result and figures"},
    {"row", ZT_PARAM(zt_ledger_params, row, GAP), NULL, "14mm..22mm", "行的最小高，和有余时的上限",
     "least height of a row, and its ceiling when there is room"},
    {"pad", ZT_PARAM(zt_ledger_params, pad, GAP), NULL, "2", "行的上下余白",
     "above and below what is in a row"},
    {"gap", ZT_PARAM(zt_ledger_params, gap, GAP), NULL, "1", "格内上下相接的间距、栏间",
     "between cells"},
    {"inset", ZT_PARAM(zt_ledger_params, inset, POINTS), NULL, "4mm", "底色内的左右余白",
     "inset of the panel"},
    {"heads", ZT_PARAM(zt_ledger_params, heads, POINTS), NULL, "8mm", "栏题一行的最小高",
     "least height of the column heads"},
    {"arrow", ZT_PARAM(zt_ledger_params, arrow, POINTS), NULL, "12.3mm", "箭头的长，0 不画",
     "length of the arrow; 0: none"},
    {"arrow-gap", ZT_PARAM(zt_ledger_params, arrow_gap, POINTS), NULL, "3.7mm", "箭头前后的空",
     "before and after the arrow"},
    {"arrow-head", ZT_PARAM(zt_ledger_params, arrow_head, POINTS), NULL, "2.1mm", "箭头张开的一半",
     "half its opening"},
    {"tie", ZT_PARAM(zt_ledger_params, tie, POINTS), NULL, "0mm",
     "右邻的图所示的占比，引线到它的左边：两者之间的空；0 不引",
     "to the chart at the right, from the share that it shows: the gap between both; 0: no line"},
    ZT_SLOT_PARAMS(zt_ledger_params, slots, "4mm", "1.4mm"),
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"left", "chart-title", "左栏题", "head of the tasks"},
    {"right", "chart-title", "右栏题", "head of the results"},
    {"lead", "label", "行题的引语", "what leads in"},
    {"slogan", "statement", "行题", "head of a row"},
    {"task", "label", "任务", "task"},
    {"result", "statement", "成绩", "result"},
    ZT_SLOT_PARTS("figure"),
    {"empty", "statement", "空格里的一字线", "dash of an empty cell"},
    {0},
};

/* All columns, two thirds at least. */
static zt_spans spans(const zt_block *block)
{
    (void)block;
    return (zt_spans){12, 8, 12};
}

const zt_block_kind zt_block_kind_ledger = {
    .name = "ledger",
    .spans = spans,
    .variants = "table pairs stack",
    .params = {params, sizeof(zt_ledger_params)},
    .parts = parts,
    .zh = "任务与成绩对照：逐行，数字成列。",
    .en = "Task and result side by side, figures in slots.",
    .plan = plan,
    .place = place,
};
