/* Tasks as cards of one size, or as a list; the goal on a panel above them, counts below. */
#include "block/ring/tasks_grid.h"

/* The ground of the goal over the cards. */
static const char PANEL[] = "panel";

struct zt_task_grid {
    const zt_tasks_env *env;
    zt_goal_panel goal;
    double goal_height; /* with what stands below it */
    int columns;
    size_t rows;
    double column, gutter, no_width, card_inset;
    /* Of the rows: all equal, but for a list. */
    double *heights;
    double cards; /* of all rows */
    zt_gap apart;
    zt_entry *entries;
    zt_counts counts; /* height 0 without any */
    double counts_gap;
    bool list;
};

/* The goal stands on a panel as wide as the block; without one there is no panel and no gap. */
static void plan_goal(zt_task_grid *plan)
{
    const zt_tasks_env *env = plan->env;
    plan->goal = zt_goal_panel_make(env->setting, &env->looks.goal, &env->tasks->goal, env->width,
                                    2.4 * env->gap);
    if (plan->goal.height > 0)
        plan->goal_height = plan->goal.height + plan->apart.natural;
}

/* The last card of a row that is not full takes what is left of it. */
static double card_width(const zt_task_grid *plan, size_t count, size_t i)
{
    size_t columns = (size_t)plan->columns, column = i % columns;
    double x = (double)column * (plan->column + plan->gutter);
    return i + 1 == count ? (double)columns * (plan->column + plan->gutter) - plan->gutter - x
                          : plan->column;
}

/* All cards of a grid are as high as the tallest, so that rows of them read as one kind; the items
   of a list are each as high as their words ask. */
const zt_task_grid *zt_task_grid_plan(const zt_tasks_env *env, bool list)
{
    const zt_block *block = env->block;
    zt_task_grid *plan = ZT_NEW(env->setting->arena, zt_task_grid);
    *plan = (zt_task_grid){.env = env,
                           .columns = list || block->place->columns < 1 ? 1 : block->place->columns,
                           .gutter = block->place->gutter.natural,
                           .apart = env->params->apart,
                           .no_width = zt_task_number_width(env),
                           .card_inset = env->gap,
                           .counts_gap = ZT_RING_COUNTS_GAP.natural / 2,
                           .list = list};
    size_t count = env->tasks->count, columns = (size_t)plan->columns;
    plan->column = zt_column_width(env->width, plan->columns, plan->gutter);
    plan->rows = (count + columns - 1) / columns;
    plan_goal(plan);
    plan->entries = ZT_ARRAY(env->setting->arena, count + 1, zt_entry);
    plan->heights = ZT_ARRAY(env->setting->arena, plan->rows + 1, double);
    double number = plan->no_width > 0 ? env->looks.no.text.size : 0, tallest = 0;
    for (size_t i = 0; i < count; i++) {
        double width = card_width(plan, count, i) - plan->no_width;
        plan->entries[i] = zt_task_entry(env, i, width, ZT_ALIGN_START);
        double *row = plan->heights + i / columns;
        *row = zt_max(*row, zt_max(number, plan->entries[i].height) + plan->card_inset);
        tallest = zt_max(tallest, *row);
    }
    for (size_t r = 0; r < plan->rows; r++) {
        plan->heights[r] = list ? plan->heights[r] : tallest;
        plan->cards += plan->heights[r];
    }
    plan->counts =
        zt_counts_plan(env->setting, env->tasks->structure, &env->looks.counts, env->width, false);
    return plan;
}

/* Height of all with gaps of `apart` points, the one over the counts included. */
static double grid_height(const zt_task_grid *plan, double apart)
{
    double height = plan->env->head_height + plan->goal_height + plan->cards;
    height += plan->rows ? (double)(plan->rows - 1) * apart : 0;
    return height + (plan->counts.height > 0 ? plan->counts.height + plan->counts_gap + apart : 0);
}

/* How many gaps take what is spare. */
static size_t gap_count(const zt_task_grid *plan)
{
    return (plan->rows ? plan->rows - 1 : 0) + (plan->counts.height > 0);
}

/* Only the gaps grow; cards keep their height. */
zt_extent zt_task_grid_extent(const zt_task_grid *plan)
{
    double natural = grid_height(plan, plan->apart.natural);
    return (zt_extent){natural, zt_max(natural, grid_height(plan, plan->apart.ceiling))};
}

/* A card or an item of a list: rule, number, words. In a list the rules between items are
   hairlines, the first one has the weight of a card's. */
static void place_card(const zt_task_grid *plan, size_t i, zt_group *into, zt_rect box)
{
    const zt_tasks_env *env = plan->env;
    zt_pos at = env->tasks->tasks[i].at;
    zt_scene *scene = env->setting->scene;
    double rule = plan->list && i > 0 ? ZT_COUNTS_HAIRLINE : env->params->rule;
    zt_group *card = zt_scene_add_part(scene, into, at, "task", ZT_ROLE_LI, box);
    if (rule > 0)
        zt_scene_rule(scene, card, at, (zt_point){0, rule / 2}, (zt_point){box.w, rule / 2}, rule,
                      ZT_SOLID(env->looks.counts.rule_ink));
    zt_task_number_place(env, i, plan->entries + i, card, plan->card_inset);
    zt_entry_place(env->setting, plan->entries + i, card, plan->no_width, plan->card_inset);
}

/* Shares spare height among the gaps up to their ceiling, then places cards row by row; a last row
   that is not full is filled by its last card. */
void zt_task_grid_place(const zt_task_grid *plan, double height, zt_group *into)
{
    const zt_tasks_env *env = plan->env;
    double apart = plan->apart.natural, natural = grid_height(plan, apart);
    if (gap_count(plan) > 0)
        apart = zt_clamp(apart + (height - natural) / (double)gap_count(plan), apart,
                         zt_max(apart, plan->apart.ceiling));
    zt_goal_panel_place(env->setting, &env->looks.goal, &plan->goal,
                        zt_setting_ink(env->setting, PANEL), into, env->head_height);
    double y = env->head_height + plan->goal_height;
    for (size_t i = 0; i < env->tasks->count; i++) {
        size_t row = i / (size_t)plan->columns, column = i % (size_t)plan->columns;
        zt_rect box = {(double)column * (plan->column + plan->gutter), y,
                       card_width(plan, env->tasks->count, i), plan->heights[row]};
        place_card(plan, i, into, box);
        if (column + 1 == (size_t)plan->columns || i + 1 == env->tasks->count)
            y += plan->heights[row] + apart;
    }
    zt_counts_place(env->setting, &plan->counts, into, (zt_point){0, y + plan->counts_gap}, 0);
}
