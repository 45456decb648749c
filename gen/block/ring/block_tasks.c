/* Numbered tasks round a goal: a ring, two columns, cards of one size, or a list. */
#include <string.h>

#include "block/ring/tasks_grid.h"
#include "block/ring/tasks_sides.h"
#include "block/words/lines.h"

/* On a ring there are five to twelve. */
enum { FEWEST = 5, MOST = 12 };

/* One of the three forms; the others are NULL. */
typedef struct tasks_plan {
    const zt_tasks_env *env;
    const zt_ring_plan *ring;
    const zt_task_sides *sides;
    const zt_task_grid *grid;
} tasks_plan;

/* NULL where a ring cannot be drawn: too few or too many tasks for sectors, or too little width. */
static const zt_ring_plan *plan_ring(const zt_tasks_env *env)
{
    zt_ring *ring = ZT_NEW(env->setting->arena, zt_ring);
    *ring = zt_tasks_ring(env);
    bool drawn = env->tasks->count >= FEWEST && env->tasks->count <= MOST && zt_ring_fits(ring);
    return drawn ? zt_ring_plan_make(ring) : NULL;
}

/* Height of the form that was planned, with the head of the block. */
static zt_extent extent_of(const tasks_plan *plan)
{
    if (plan->sides)
        return zt_task_sides_extent(plan->sides);
    if (plan->grid)
        return zt_task_grid_extent(plan->grid);
    zt_extent extent = zt_ring_extent(plan->ring);
    double head = plan->env->head_height;
    return (zt_extent){extent.height + head, extent.ceiling + head};
}

/* Without a head the picture has no line that neighbours could be aligned by. */
static double head_baseline(const zt_wording *head)
{
    return head->para ? zt_lines_baseline(head->para, &head->look) : -1;
}

/* What cannot be drawn at this width becomes the next simpler form. */
static zt_plan plan_tasks(const zt_block *block, const zt_setting *setting, double width)
{
    const char *variant = block->variant;
    tasks_plan *plan = ZT_NEW(setting->arena, tasks_plan);
    plan->env = zt_tasks_env_make(block, setting, width);
    if (strcmp(variant, "ring") == 0)
        plan->ring = plan_ring(plan->env);
    else if (strcmp(variant, "sides") == 0)
        plan->sides = zt_task_sides_plan(plan->env);
    if (!plan->ring && !plan->sides)
        plan->grid = zt_task_grid_plan(plan->env, strcmp(variant, "list") == 0);
    return (zt_plan){
        .extent = extent_of(plan), .first_baseline = head_baseline(&plan->env->head), .own = plan};
}

/* Draws the form that was planned, in the tagged PDF a section with its head. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const tasks_plan *plan = planned->own;
    const zt_tasks_env *env = plan->env;
    into->role = ZT_ROLE_SECT;
    zt_wording_place(setting, &env->head, into, "head", ZT_ROLE_H2, 0, 0);
    if (plan->ring)
        zt_ring_place(plan->ring, env->head_height, height - env->head_height, into);
    else if (plan->sides)
        zt_task_sides_place(plan->sides, height, into);
    else
        zt_task_grid_place(plan->grid, height, into);
}

static const zt_param params[] = {
    ZT_RING_PARAMS(zt_tasks_params, ring),
    {"hub", ZT_PARAM(zt_tasks_params, hub, POINTS), NULL, "56mm", "两栏之间的圆的外径",
     "diameter of the ring between two columns"},
    {"apart", ZT_PARAM(zt_tasks_params, apart, GAP), NULL, "3..5", "上下两项之间",
     "between tasks one below the other"},
    {"gap", ZT_PARAM(zt_tasks_params, counts.gap, GAP), NULL, "1", "一项之内的间距",
     "between the texts of one task"},
    {"rule", ZT_PARAM(zt_tasks_params, rule, POINTS), NULL, "0.5mm", "卡片上的线，列表的头一条线",
     "rule over a card, and over a list"},
    ZT_GOAL_PARAMS(zt_tasks_params, goal),
    ZT_COUNTS_PARAMS(zt_tasks_params, counts),
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"no", "badge", "序号", "number"},
    {"keyword", "chart-title", "关键词", "keyword"},
    {"text", "label", "句子", "sentence"},
    {"statement", "statement", "没有关键词的句子", "sentence without a keyword"},
    ZT_GOAL_PARTS,
    {"counts-head", "date", "个数的题", "head of the counts"},
    {"count", "badge", "圆中的个数", "count in its disc"},
    {"word", "label", "个数之后的字", "word beside a count"},
    {"label", "chart-label", "个数下的一行", "line below a count"},
    {"name", "label", "个数下的名称", "names of a count"},
    {0},
};

const zt_block_kind zt_block_kind_tasks = {
    .name = "tasks",
    .spans = zt_spans_wide,
    .takes_columns = true,
    .variants = "ring sides grid list",
    .params = {params, sizeof(zt_tasks_params)},
    .parts = parts,
    .zh = "围绕目标的任务：ring 从十二点起顺时针一圈；sides 分列目标两侧；grid 为等大的卡片；list "
          "逐行。",
    .en = "Tasks round a goal, clockwise from 12 o'clock; in two columns beside it; as cards of "
          "one size; or as a list.",
    .plan = plan_tasks,
    .place = place,
};
