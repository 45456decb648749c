/* A goal: head, words, figure, words, centred. It stands in a ring, in a hub or on a panel: given
   the room, the words are broken and the figure shrinks; where the room is a circle several
   measures are tried. */
#include "block/ring/goal_words.h"

#include <math.h>

/* Between the words and the figure's ink. */
static const double FIGURE_GAP = ZT_MM(3.8);

/* Words of a goal are centred whatever the style says, and a head on a badge has the ink of the
   paper. */
zt_goal_looks zt_goal_looks_of(const zt_block *block, const zt_setting *setting,
                               const zt_goal_params *p, double gap)
{
    zt_goal_looks looks = {
        .head = zt_block_look(setting, block, "goal-head"),
        .text = zt_block_look(setting, block, "goal-text"),
        .statement = zt_block_look(setting, block, "goal-statement"),
        .gap = gap,
    };
    looks.figure = (zt_figure_style){
        .look = zt_block_look(setting, block, "figure"),
        .small_ink = block->reversed ? NULL : zt_setting_ink(setting, "key"),
        .missing = zt_block_look(setting, block, "missing"),
    };
    if (p->badge)
        looks.badge = zt_setting_deep(setting);
    zt_look *all[] = {&looks.head, &looks.text, &looks.statement};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        all[i]->para.align = ZT_ALIGN_CENTRE;
    if (looks.badge)
        looks.head.text.paint = ZT_SOLID(&zt_ink_paper);
    return looks;
}

/* The badge stands out over the head's em box by these parts of its size. */
static const double badge_side = 0.55, badge_over = 0.32;

/* A ground about the head, centred, with a margin in parts of the head's size; the goal begins with
   it. */
static void set_badge(zt_goal *goal)
{
    double size = goal->head.look.text.size, w = goal->head.para->max_width;
    goal->badge = (zt_rect){(goal->width - w) / 2 - badge_side * size, 0, w + 2 * badge_side * size,
                            goal->head.height + 2 * badge_over * size};
    goal->height = goal->badge.h;
}

/* Stacks head, words, figure and words. A content without a goal has no line in its source (at.line
   0): then nothing is set and the height is 0. */
zt_goal zt_goal_make(const zt_setting *setting, const zt_goal_looks *looks,
                     const zt_goal_text *text, double width, double figure_width)
{
    zt_goal goal = {.gap = looks->gap, .width = width, .at = text->at};
    const zt_look *words = text->figure ? &looks->text : &looks->statement;
    if (text->at.line == 0)
        return goal;
    goal.head = zt_wording_plain(setting, text->head, text->at, &looks->head, width);
    goal.before = zt_wording_rich(setting, &text->before, words, width);
    goal.after = zt_wording_rich(setting, &text->after, words, width);
    goal.height = goal.head.height;
    if (looks->badge && goal.head.para)
        set_badge(&goal);
    if (goal.before.para)
        goal.height += goal.before.height + (goal.height > 0 ? goal.gap : 0);
    if (text->figure) {
        goal.figure =
            zt_figure_within(setting, text->figure, &looks->figure, figure_width, words->text.size);
        goal.height += goal.figure->ascent + (goal.height > 0 ? FIGURE_GAP : 0);
        goal.height += goal.after.para ? FIGURE_GAP + goal.after.height : 0;
    }
    return goal;
}

/* The corners of the goal's lines lie inside the circle about its middle. */
static bool in_circle(const zt_goal *goal, double radius)
{
    double half = goal->height / 2, y = -half;
    const zt_wording *words[] = {&goal->head, &goal->before, &goal->after};
    double tops[] = {y, y + goal->head.height + (goal->head.para ? goal->gap : 0),
                     half - goal->after.height};
    if (half > radius)
        return false;
    for (size_t i = 0; i < 3; i++)
        if (words[i]->para) {
            double reach = zt_max(fabs(tops[i]), fabs(tops[i] + words[i]->height));
            if (hypot(words[i]->para->max_width / 2, reach) > radius)
                return false;
        }
    return true;
}

/* Tries pairs of measures in turn and takes the first at which all corners lie in the circle, a
   twentieth of the radius away from its line. `out` is the last try when none does. */
bool zt_goal_fit(const zt_setting *setting, const zt_goal_looks *looks, const zt_goal_text *text,
                 double radius, zt_goal *out)
{
    /* Of the radius: the words' measure and the figure's. Wide words when narrow ones take
       too many lines. */
    static const double widths[] = {1.24, 1.24, 1.4, 1.24, 1.4},
                        figures[] = {1.36, 1.1, 1.1, .9, .9};
    const double clear = 0.95;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        *out = zt_goal_make(setting, looks, text, widths[i] * radius, figures[i] * radius);
        if (in_circle(out, clear * radius))
            return true;
    }
    return false;
}

/* From the goal's top to the first em box of its head, which stands in the middle of its badge. */
static double head_top(const zt_goal *goal)
{
    return goal->badge.w > 0 ? (goal->badge.h - goal->head.height) / 2 : 0;
}

/* The first line of type: the head's, else that of the words, else the figure's own. */
double zt_goal_baseline(const zt_goal *goal)
{
    if (goal->height <= 0)
        return -1;
    double head = zt_wording_baseline(&goal->head, head_top(goal));
    if (head < 0)
        head = zt_wording_baseline(&goal->before, 0);
    return head < 0 && goal->figure ? goal->figure->ascent : head;
}

/* The ground of the badge lies under the head's words. */
static void place_head(const zt_setting *setting, const zt_goal_looks *looks, const zt_goal *goal,
                       zt_group *part)
{
    if (goal->badge.w > 0)
        zt_scene_fill_rect(setting->scene, part, goal->at, goal->badge, ZT_SOLID(looks->badge));
    zt_wording_place(setting, &goal->head, part, "goal-head", ZT_ROLE_SPAN, 0, head_top(goal));
}

/* Draws what zt_goal_make stacked, in a group as wide as the goal and centred about x. Words after
   a figure are placed from the foot up. */
void zt_goal_place(const zt_setting *setting, const zt_goal_looks *looks, const zt_goal *goal,
                   zt_group *into, double x, double y)
{
    if (goal->height <= 0)
        return;
    zt_group *part =
        zt_scene_add_part(setting->scene, into, goal->at, "goal", ZT_ROLE_P,
                          (zt_rect){x - goal->width / 2, y, goal->width, goal->height});
    double at = goal->badge.w > 0 ? goal->badge.h : goal->head.height;
    place_head(setting, looks, goal, part);
    at += at > 0 && goal->before.para ? goal->gap : 0;
    zt_wording_place(setting, &goal->before, part, "goal-text", ZT_ROLE_SPAN, 0, at);
    at += goal->before.height;
    if (!goal->figure)
        return;
    at += at > 0 ? FIGURE_GAP : 0;
    zt_rect box = {(goal->width - goal->figure->width) / 2, at, goal->figure->width,
                   goal->figure->ascent};
    zt_group *figure =
        zt_scene_add_part(setting->scene, part, goal->at, "figure", ZT_ROLE_SPAN, box);
    zt_figure_place(goal->figure, setting, figure, 0, goal->figure->ascent);
    zt_wording_place(setting, &goal->after, part, "goal-text", ZT_ROLE_SPAN, 0,
                     goal->height - goal->after.height);
}

/* ---- on a panel ---- */

/* Words and figure may take all of the panel but its insets. */
zt_goal_panel zt_goal_panel_make(const zt_setting *setting, const zt_goal_looks *looks,
                                 const zt_goal_text *text, double width, double inset)
{
    zt_goal_panel panel = {.inset = inset, .width = width};
    double inner = width - 2 * inset;
    panel.goal = zt_goal_make(setting, looks, text, inner, inner);
    panel.height = panel.goal.height > 0 ? panel.goal.height + 2 * inset : 0;
    return panel;
}

/* The ground is decoration; the goal's words keep their own parts. */
void zt_goal_panel_place(const zt_setting *setting, const zt_goal_looks *looks,
                         const zt_goal_panel *panel, const zt_ink *ink, zt_group *into, double y)
{
    if (panel->height <= 0)
        return;
    zt_scene_fill_rect(setting->scene, into, panel->goal.at,
                       (zt_rect){0, y, panel->width, panel->height}, ZT_SOLID(ink));
    zt_goal_place(setting, looks, &panel->goal, into, panel->width / 2, y + panel->inset);
}
