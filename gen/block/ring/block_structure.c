/* A structure told by its counts: a hub with the goal in its hole, a row of discs, or a list. */
#include "block/ring/ring.h"
#include "block/words/lines.h"

#include <math.h>
#include <string.h>

/* On a hub there are three to eight parts. */
enum { FEWEST = 3, MOST = 8 };

/* What a template may <set> of a structure; `apart` is the gap between the goal's panel and the
   counts. */
typedef struct structure_params {
    zt_ring_params ring;
    zt_goal_params goal;
    zt_counts_params counts;
    zt_gap apart;
} structure_params;

/* The ground of the goal over the counts. */
static const char PANEL[] = "panel";

/* What the words of a structure need, wherever they stand. */
typedef struct structure_env {
    const zt_block *block;
    const zt_setting *setting;
    const zt_structure *structure;
    zt_counts_looks counts;
    zt_goal_looks goal;
    zt_look keyword, no;
    double width, gap;
    zt_wording head;
    double head_height; /* with what stands below it */
    /* On a hub: names in one text instead of one a line. */
    bool joined;
} structure_env;

/* All looks and the head, in the arena of the setting; a plan and its ring point to it. */
static structure_env *env_make(const zt_block *block, const zt_setting *setting, double width)
{
    const structure_params *p = block->params;
    structure_env *env = ZT_NEW(setting->arena, structure_env);
    *env = (structure_env){.block = block,
                           .setting = setting,
                           .structure = block->content,
                           .counts = zt_counts_looks_of(block, setting, &p->counts, "head"),
                           .keyword = zt_block_look(setting, block, "keyword"),
                           .no = zt_block_look(setting, block, "no"),
                           .gap = p->counts.gap.natural,
                           .width = width};
    env->goal = zt_goal_looks_of(block, setting, &p->goal, 1.4 * env->gap);
    env->head =
        zt_wording_plain(setting, env->structure->head, block->at, &env->counts.head, width);
    if (env->head.para)
        env->head_height = env->head.height + p->apart.natural;
    return env;
}

/* ---- hub ---- */

/* For zt_ring: the count on its sector, and as many teeth as it counts. */
static zt_ring_mark mark(const void *self, size_t i)
{
    const zt_node_entry *node = ((const structure_env *)self)->structure->nodes + i;
    return (zt_ring_mark){.no = node->count, .at = node->at, .teeth = (size_t)node->number};
}

/* For zt_ring: the words of one part. Joined names take fewer lines, at the cost of standing in one
   text. */
static zt_entry entry(const void *self, size_t i, double width, zt_align align)
{
    const structure_env *env = self;
    const zt_node_entry *node = env->structure->nodes + i;
    zt_entry_text text = {.head = node->head,
                          .label = node->label,
                          .at = node->at,
                          .texts = node->items,
                          .count = node->item_count};
    zt_entry_style style = {.head = &env->keyword,
                            .label = &env->counts.label,
                            .text = &env->counts.name,
                            .align = align,
                            .head_gap = env->gap,
                            .text_gap = env->gap / 2,
                            .part = "name"};
    if (env->joined && node->item_count > 1) {
        zt_rich *all = ZT_NEW(env->setting->arena, zt_rich);
        *all = zt_names_joined(env->setting, node->items, node->item_count);
        text.texts = all;
        text.count = 1;
    }
    return zt_entry_make(env->setting, &text, &style, width);
}

/* An even number begins at the upper left, so that four parts read as two rows; an odd one on top.
 */
static zt_ring ring_of(const structure_env *env)
{
    const structure_params *p = env->block->params;
    size_t count = env->structure->count;
    return (zt_ring){.block = env->block,
                     .params = &p->ring,
                     .apart = 0.6 * p->apart.natural,
                     .leader_ink = env->counts.rule_ink,
                     .setting = env->setting,
                     .width = env->width,
                     .count = count,
                     .start = count % 2 ? 0 : -180.0 / (double)(count ? count : 1),
                     .beside = true,
                     .self = env,
                     .mark = mark,
                     .entry = entry,
                     .part = "node",
                     .no = env->no,
                     .goal = &env->structure->goal,
                     .goal_looks = &env->goal};
}

/* A hub needs three to eight parts and room for its ring; else the counts stand in a row or a list.
 */
static bool is_hub(const structure_env *env)
{
    zt_ring ring = ring_of(env);
    return strcmp(env->block->variant, "hub") == 0 && env->structure->count >= FEWEST &&
           env->structure->count <= MOST && zt_ring_fits(&ring);
}

/* A ring with names one a line or joined. It keeps a copy of `env`, since both ways are planned
   side by side. */
static const zt_ring_plan *plan_ring(const structure_env *env, bool joined)
{
    structure_env *own = ZT_NEW(env->setting->arena, structure_env);
    zt_ring *ring = ZT_NEW(env->setting->arena, zt_ring);
    *own = *env;
    own->joined = joined;
    *ring = ring_of(own);
    return zt_ring_plan_make(ring);
}

/* Names stand one a line as long as that costs no height. */
static const zt_ring_plan *plan_hub(const structure_env *env)
{
    const zt_ring_plan *lines = plan_ring(env, false), *joined = plan_ring(env, true);
    return zt_ring_extent(joined).height < zt_ring_extent(lines).height - 0.01 ? joined : lines;
}

/* ---- row and list, the goal on a panel above ---- */

/* A structure at a width, in the arena of the setting: either a hub, which holds goal and counts
   itself, or goal and counts one below the other. */
typedef struct structure_plan {
    const structure_env *env;
    /* NULL: a row or a list. */
    const zt_ring_plan *hub;
    zt_goal_panel goal;
    double goal_height; /* with what stands below it */
    zt_counts counts;
} structure_plan;

/* The goal on its panel, then the counts; no ring. */
static void plan_row(structure_plan *plan)
{
    const structure_env *env = plan->env;
    const structure_params *p = env->block->params;
    plan->goal = zt_goal_panel_make(env->setting, &env->goal, &env->structure->goal, env->width,
                                    2.4 * env->gap);
    if (plan->goal.height > 0)
        plan->goal_height = plan->goal.height + p->apart.natural;
    plan->counts = zt_counts_plan(env->setting, env->structure, &env->counts, env->width,
                                  strcmp(env->block->variant, "list") == 0);
}

/* Without a head the picture has no line that neighbours could be aligned by. */
static double head_baseline(const zt_wording *head)
{
    return head->para ? zt_lines_baseline(head->para, &head->look) : -1;
}

/* Plans a hub, or goal and counts below one another. The first baseline is the goal's on its panel,
   else that of the head. */
static zt_plan plan_structure(const zt_block *block, const zt_setting *setting, double width)
{
    structure_plan *plan = ZT_NEW(setting->arena, structure_plan);
    plan->env = env_make(block, setting, width);
    if (is_hub(plan->env)) {
        plan->hub = plan_hub(plan->env);
        double head = plan->env->head_height;
        zt_extent extent = zt_ring_extent(plan->hub);
        return (zt_plan){.extent = {extent.height + head, extent.ceiling + head},
                         .first_baseline = head_baseline(&plan->env->head),
                         .own = plan};
    }
    plan_row(plan);
    double natural = plan->goal_height + plan->counts.height;
    double goal = zt_goal_baseline(&plan->goal.goal); /* in a panel of its own above the head */
    return (zt_plan){.extent = {natural, natural + zt_counts_room(&plan->counts)},
                     .first_baseline =
                         goal >= 0 ? plan->goal.inset + goal : head_baseline(&plan->counts.head),
                     .own = plan};
}

/* The hub keeps its own head; in a row or a list the head is that of the counts. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const structure_plan *plan = planned->own;
    const structure_env *env = plan->env;
    into->role = ZT_ROLE_SECT;
    if (plan->hub) {
        zt_wording_place(setting, &env->head, into, "head", ZT_ROLE_H2, 0, 0);
        zt_ring_place(plan->hub, env->head_height, height - env->head_height, into);
        return;
    }
    zt_goal_panel_place(setting, &env->goal, &plan->goal, zt_setting_ink(setting, PANEL), into, 0);
    zt_counts_place(setting, &plan->counts, into, (zt_point){0, plan->goal_height},
                    height - plan->goal_height - plan->counts.height);
}

static const zt_param params[] = {
    ZT_RING_PARAMS(structure_params, ring),
    {"apart", ZT_PARAM(structure_params, apart, GAP), NULL, "3..5", "上下两项之间，目标与个数之间",
     "between parts one below the other, and below the goal"},
    {"gap", ZT_PARAM(structure_params, counts.gap, GAP), NULL, "1", "一项之内的间距",
     "between the texts of one part"},
    ZT_GOAL_PARAMS(structure_params, goal),
    ZT_COUNTS_PARAMS(structure_params, counts),
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    {"no", "badge", "环上的个数", "count on the hub"},
    {"keyword", "chart-title", "环侧的字", "word beside the hub"},
    {"count", "badge", "圆中的个数", "count in its disc"},
    {"word", "chart-title", "圆后的字", "word beside a disc"},
    {"label", "chart-label", "说得更全的一行", "line below the word"},
    {"name", "label", "名称", "names"},
    ZT_GOAL_PARTS,
    {0},
};

const zt_block_kind zt_block_kind_structure = {
    .name = "structure",
    .spans = zt_spans_wide,
    .variants = "hub row list",
    .params = {params, sizeof(structure_params)},
    .parts = parts,
    .zh = "用个数说的布局：hub 围绕目标，有几个就有几齿；row 排成一行；list 逐行。",
    .en = "A structure told by its counts: a hub round the goal with as many teeth, a row of "
          "discs, or a list.",
    .plan = plan_structure,
    .place = place,
};
