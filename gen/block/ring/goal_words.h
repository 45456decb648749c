/* gen/block/ring/goal_words.h — a goal set centred: head or badge, words, figure, words. Points. */
#ifndef ZT_GOAL_WORDS_H
#define ZT_GOAL_WORDS_H

#include "block/words/wording.h"
#include "chart/figure.h"

/* How a goal looks, under the fit in force; filled by zt_goal_looks_of and borrowed by all that is
   made with it. */
typedef struct zt_goal_looks {
    /* statement: the words of a goal without a figure. */
    zt_look head, text, statement;
    zt_figure_style figure;
    double gap; /* between words */
    /* The head stands reversed on it; NULL: plain. */
    const zt_ink *badge;
} zt_goal_looks;
/* What a template may <set> of a goal. */
typedef struct zt_goal_params {
    bool badge;
} zt_goal_params;
/* Rows for the table of a block whose content has a goal, its struct S holding them as `in`. */
/* clang-format off */
#define ZT_GOAL_PARAMS(S, in) \
    {"goal-badge", ZT_PARAM(S, in.badge, YES), NULL, "no", "目标的题反白", "the goal's head as a reversed badge"}
#define ZT_GOAL_PARTS \
    {"goal-head", "chart-title", "目标的题", "head of the goal"}, \
    {"goal-text", "label", "目标的文字", "words of the goal"}, \
    {"goal-statement", "statement", "没有数字的目标", "a goal without a figure"}, \
    {"figure", "figure", "目标的数字", "figure of the goal"}, \
    {"missing", "missing", "待补", "missing value"}
/* clang-format on */
/* `gap`: points between the words, the block's own. */
zt_goal_looks zt_goal_looks_of(const zt_block *block, const zt_setting *setting,
                               const zt_goal_params *params, double gap);

/* A goal set at a width, from its top left; words and figure lie in the arena of the setting. */
typedef struct zt_goal {
    zt_wording head, before, after;
    zt_figure *figure; /* or NULL */
    /* From the goal's top left; w 0 without one. */
    zt_rect badge;
    double gap, width, height;
    zt_pos at;
} zt_goal;
/* Words in `width`, the figure in `figure_width`: it shrinks to that, and by `scale`, at most 1.
   Height 0 without a goal. */
zt_goal zt_goal_make(const zt_setting *setting, const zt_goal_looks *looks,
                     const zt_goal_text *text, double width, double figure_width);
/* Small enough to stand in a circle: the figure shrinks until it does. False when it never does. */
bool zt_goal_fit(const zt_setting *setting, const zt_goal_looks *looks, const zt_goal_text *text,
                 double radius, zt_goal *out);
/* About x, its top at y. */
void zt_goal_place(const zt_setting *setting, const zt_goal_looks *looks, const zt_goal *goal,
                   zt_group *into, double x, double y);

/* From the goal's top to its first baseline; negative without a goal. */
double zt_goal_baseline(const zt_goal *goal);

/* The goal on a ground as wide as the block. */
typedef struct zt_goal_panel {
    zt_goal goal;
    double inset, width, height; /* height 0 without a goal */
} zt_goal_panel;
/* `inset`: points between the panel's edges and the goal, on all sides. */
zt_goal_panel zt_goal_panel_make(const zt_setting *setting, const zt_goal_looks *looks,
                                 const zt_goal_text *text, double width, double inset);
/* Its top at y; `ink` is that of the ground. */
void zt_goal_panel_place(const zt_setting *setting, const zt_goal_looks *looks,
                         const zt_goal_panel *panel, const zt_ink *ink, zt_group *into, double y);

#endif
