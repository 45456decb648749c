/* Numbered tasks round a goal: a ring, or a grid of cards of one size. */
#include "block/tasks_imp.h"

#include <string.h>

static bool is_ring(const zt_tasks_env *env)
{
    return strcmp(env->block->variant, "ring") == 0 && zt_ring_fits(env);
}

static zt_extent measure(const zt_block *block, const zt_setting *setting, double width)
{
    zt_tasks_env env = zt_tasks_env_make(block, setting, width);
    return is_ring(&env) ? zt_ring_measure(&env) : zt_task_grid_measure(&env);
}

static void place(const zt_block *block, const zt_setting *setting, double width, double height,
                  zt_group *into)
{
    zt_tasks_env env = zt_tasks_env_make(block, setting, width);
    into->role = ZT_ROLE_SECT;
    zt_wording_place(setting, &env.head, into, "head", ZT_ROLE_H2, 0, 0);
    if (is_ring(&env))
        zt_ring_place(&env, height, into);
    else
        zt_task_grid_place(&env, height, into);
}

static const zt_attr params[] = {
    {"ring", ZT_ATTR_LENGTH, NULL, "52mm", "环的外半径，窄处自行缩小",
     "outer radius of the ring; it shrinks in a narrow place"},
    {"ring-least", ZT_ATTR_LENGTH, NULL, "36mm", "最小的外半径，再小就排成卡片",
     "least radius; below it the tasks are set as cards"},
    {"ring-inner", ZT_ATTR_NUMBER, NULL, "0.715", "内半径与外半径之比", "inner by outer radius"},
    {"ring-ink", ZT_ATTR_NAME, NULL, "companion", "环的油墨", "ink of the ring"},
    {"tooth", ZT_ATTR_LENGTH, NULL, "3.6mm", "齿高，0 不画", "height of a tooth; 0: none"},
    {"ring-cut", ZT_ATTR_LENGTH, NULL, "1.1mm", "两段之间的平行缝", "gap between two sectors"},
    {"ring-gap", ZT_ATTR_GAP, NULL, "4mm..8mm", "环与上方文字之间",
     "between the ring and the words above"},
    {"side", ZT_ATTR_LENGTH, NULL, "4.8mm", "环与两侧文字之间", "between ring and words beside"},
    {"side-least", ZT_ATTR_LENGTH, NULL, "30mm", "两侧文字的最小宽", "least width of those words"},
    {"leader", ZT_ATTR_LENGTH, NULL, "0.12mm", "引线", "weight of a leader"},
    {"leader-gap", ZT_ATTR_LENGTH, NULL, "2mm", "引线与文字之间", "from a leader to its words"},
    {"apart", ZT_ATTR_GAP, NULL, "3..5", "上下两项之间", "between tasks one below the other"},
    {"gap", ZT_ATTR_GAP, NULL, "1", "一项之内的间距", "between the texts of one task"},
    {"rule", ZT_ATTR_LENGTH, NULL, "0.5pt", "卡片上的线", "rule over a card"},
    {"rule-ink", ZT_ATTR_NAME, NULL, "key", "线的油墨", "ink of rules and leaders"},
    {"panel", ZT_ATTR_NAME, NULL, "panel", "卡片排法中目标的底色",
     "ground of the goal over the cards"},
    {"unit", ZT_ATTR_NUMBER, NULL, "0.5", "单位与数字的字号之比", "size of units by digits"},
    {"unit-ink", ZT_ATTR_NAME, NULL, "key", "小于 14 磅的单位的油墨",
     "ink of units smaller than 14 pt"},
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题 head"},
    {"no", "badge", "序号 number"},
    {"keyword", "chart-title", "关键词 keyword"},
    {"text", "label", "句子 sentence"},
    {"lone", "statement", "没有关键词的句子 sentence without a keyword"},
    {"goal-head", "chart-title", "目标的题 head of the goal"},
    {"goal-text", "label", "目标的文字 words of the goal"},
    {"figure", "figure", "目标的数字 figure of the goal"},
    {"missing", "missing", "待补 missing value"},
    {0},
};

const zt_block_kind zt_block_kind_tasks = {
    .name = "tasks",
    .variants = "ring grid",
    .params = params,
    .parts = parts,
    .doc = "围绕目标的任务：ring 从十二点起顺时针一圈；grid 为等大的卡片。 Tasks round a goal, "
           "clockwise from 12 o'clock, or as cards of one size.",
    .measure = measure,
    .place = place,
};
