/* Numbered tasks round a goal: a ring, two columns, cards of one size, or a list. */
#include "block/ring/tasks_imp.h"

#include <string.h>

typedef enum form { FORM_RING, FORM_SIDES, FORM_GRID, FORM_LIST } form;

/* On a ring there are five to twelve. */
enum { FEWEST = 5, MOST = 12 };

/* What cannot be drawn at this width becomes the next simpler form. */
static form form_of(const zt_tasks_env *env)
{
    const char *variant = env->block->variant;
    zt_ring ring = zt_tasks_ring(env);
    if (strcmp(variant, "list") == 0)
        return FORM_LIST;
    if (strcmp(variant, "ring") == 0 && env->tasks->count >= FEWEST && env->tasks->count <= MOST &&
        zt_ring_fits(&ring))
        return FORM_RING;
    if (strcmp(variant, "sides") == 0 && zt_task_sides_fit(env))
        return FORM_SIDES;
    return FORM_GRID;
}

static zt_extent measure(const zt_block *block, const zt_setting *setting, double width)
{
    zt_tasks_env env = zt_tasks_env_make(block, setting, width);
    zt_ring ring = zt_tasks_ring(&env);
    zt_extent extent = {0};
    switch (form_of(&env)) {
    case FORM_RING:
        extent = zt_ring_measure(&ring);
        extent.height += env.head_height;
        extent.ceiling += env.head_height;
        break;
    case FORM_SIDES:
        return zt_task_sides_measure(&env);
    case FORM_GRID:
        return zt_task_grid_measure(&env, false);
    case FORM_LIST:
        return zt_task_grid_measure(&env, true);
    }
    return extent;
}

static void place(const zt_block *block, const zt_setting *setting, double width, double height,
                  zt_group *into)
{
    zt_tasks_env env = zt_tasks_env_make(block, setting, width);
    zt_ring ring = zt_tasks_ring(&env);
    into->role = ZT_ROLE_SECT;
    zt_wording_place(setting, &env.head, into, "head", ZT_ROLE_H2, 0, 0);
    switch (form_of(&env)) {
    case FORM_RING:
        zt_ring_place(&ring, env.head_height, height - env.head_height, into);
        break;
    case FORM_SIDES:
        zt_task_sides_place(&env, height, into);
        break;
    case FORM_GRID:
        zt_task_grid_place(&env, false, height, into);
        break;
    case FORM_LIST:
        zt_task_grid_place(&env, true, height, into);
        break;
    }
}

static const zt_param params[] = {
    ZT_RING_PARAMS(zt_tasks_params, ring),
    {"hub", ZT_PARAM(zt_tasks_params, hub, POINTS), NULL, "56mm", "两栏之间的圆的外径",
     "diameter of the ring between two columns"},
    {"hub-rim", ZT_PARAM(zt_tasks_params, hub_rim, POINTS), NULL, "2.4mm", "这个圆的线",
     "weight of that ring"},
    {"apart", ZT_PARAM(zt_tasks_params, apart, GAP), NULL, "3..5", "上下两项之间",
     "between tasks one below the other"},
    {"gap", ZT_PARAM(zt_tasks_params, counts.gap, GAP), NULL, "1", "一项之内的间距",
     "between the texts of one task"},
    {"rule", ZT_PARAM(zt_tasks_params, rule, POINTS), NULL, "0.5mm", "卡片上的线，列表的头一条线",
     "rule over a card, and over a list"},
    {"hairline", ZT_PARAM(zt_tasks_params, counts.hairline, POINTS), NULL, "0.12mm",
     "列表各项之间的细线", "hairline between the rows of a list"},
    {"rule-ink", ZT_PARAM(zt_tasks_params, counts.rule_ink, INK), NULL, "key", "线的油墨",
     "ink of rules and leaders"},
    {"panel", ZT_PARAM(zt_tasks_params, panel, INK), NULL, "panel", "卡片和列表上方目标的底色",
     "ground of the goal over cards or a list"},
    ZT_GOAL_PARAMS(zt_tasks_params, goal),
    ZT_COUNTS_PARAMS(zt_tasks_params, counts),
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"no", "badge", "序号", "number"},
    {"keyword", "chart-title", "关键词", "keyword"},
    {"text", "label", "句子", "sentence"},
    {"lone", "statement", "没有关键词的句子", "sentence without a keyword"},
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
    .takes_columns = true,
    .variants = "ring sides grid list",
    .params = {params, sizeof(zt_tasks_params)},
    .parts = parts,
    .zh = "围绕目标的任务：ring 从十二点起顺时针一圈；sides 分列目标两侧；grid 为等大的卡片；list "
          "逐行。",
    .en = "Tasks round a goal, clockwise from 12 o'clock; in two columns beside it; as cards of "
          "one size; or as a list.",
    .measure = measure,
    .place_measured = place,
};
