/* A ledger drawn: panel, rules, arrows, cells. */
#include "block/ledger/ledger_imp.h"

static const double HEADS_RULE = 0.5;       /* points, below the column heads */
static const double HAIRLINE = ZT_MM(0.12); /* between rows */
static const double ARROW_LINE = ZT_MM(0.5);
static const double TIE_LINE = ZT_MM(0.25), TIE_GAP = ZT_MM(2), TIE_DOT = ZT_MM(0.7);
static const char RULE_INK[] = "key", PANEL_INK[] = "panel", ARROW_INK[] = "accent";

/* A rule over the whole width, its middle at y. */
static void rule(const zt_ledger_plan *plan, zt_group *into, double weight, double y)
{
    zt_rule_place(plan->setting, plan->block->at, into,
                  (zt_rect){0, y - weight / 2, plan->width, weight},
                  zt_setting_ink(plan->setting, RULE_INK));
}

/* The ground behind the results. */
static void panel(const zt_ledger_plan *plan, zt_group *into, zt_rect rect)
{
    zt_scene_fill_rect(plan->setting->scene, into, plan->block->at, rect,
                       ZT_SOLID(zt_setting_ink(plan->setting, PANEL_INK)));
}

/* An open arrow that ends before the panel, on the middle of its row. */
static void arrow(const zt_ledger_plan *plan, zt_group *into, zt_pos at, double y)
{
    const zt_ledger_params *p = plan->block->params;
    if (plan->arrow <= 0)
        return;
    double line = ARROW_LINE;
    double half = p->arrow_head;
    double end = plan->x_panel - plan->arrow_gap - line, start = end - plan->arrow + line;
    zt_path *path = zt_scene_add_path(plan->setting->scene, into, at);
    zt_path_move(path, start, y);
    zt_path_line(path, end, y);
    zt_path_move(path, end - half, y - half);
    zt_path_line(path, end, y);
    zt_path_line(path, end - half, y + half);
    path->stroke = ZT_SOLID(zt_setting_ink(plan->setting, ARROW_INK));
    path->width = line;
    zt_path_done(path);
}

/* Gives the foot of the head. */
static double draw_head(const zt_ledger_plan *plan, const zt_ledger_line *line, zt_group *row,
                        double y)
{
    if (line->head_height <= 0)
        return y;
    zt_group *head =
        zt_scene_add_part(plan->setting->scene, row, ZT_NOWHERE, "row-head", ZT_ROLE_TH,
                          (zt_rect){0, y, plan->w_head, line->head_height});
    double below = line->head_height - line->slogan.height;
    zt_wording_place(plan->setting, &line->lead, head, "lead", ZT_ROLE_SPAN, 0, 0);
    zt_wording_place(plan->setting, &line->slogan, head, "slogan", ZT_ROLE_SPAN, 0, below);
    return y + line->head_height;
}

/* The key figures of a row in the slots that all rows share. */
static void draw_figures(const zt_ledger_plan *plan, const zt_ledger_line *line, zt_group *row,
                         double y)
{
    zt_rect box = {plan->x_figures, y, plan->w_figures, line->figures.height};
    if (line->figures.count == 0)
        return;
    zt_group *part =
        zt_scene_add_part(plan->setting->scene, row, ZT_NOWHERE, "figures", ZT_ROLE_TD, box);
    zt_slots_row_place(plan->setting, &line->figures, part, 0, 0);
}

/* From a share that the chart at the right shows, along the row, to a dot at the chart's edge. */
static void draw_tie(const zt_ledger_plan *plan, const zt_ledger_line *line, zt_group *row,
                     double y)
{
    const zt_ledger_params *p = plan->block->params;
    const zt_setting *setting = plan->setting;
    zt_point from;
    if (p->tie <= 0 || !zt_slots_row_charted(&line->figures, &from))
        return;
    zt_paint ink = ZT_SOLID(zt_setting_ink(setting, RULE_INK));
    zt_point start = {plan->x_figures + from.x + TIE_GAP, y + from.y};
    zt_point end = {plan->width + p->tie - TIE_DOT, start.y}; /* it touches the chart */
    zt_scene_rule(setting->scene, row, plan->block->at, start, end, TIE_LINE, ink);
    zt_scene_disc(setting->scene, row, plan->block->at, end, TIE_DOT, ink);
}

/* The dash of a row without figures: for a reader an empty cell. */
static void draw_none(const zt_ledger_plan *plan, const zt_ledger_line *line, zt_group *row,
                      double y)
{
    if (!line->none.para)
        return;
    zt_group *cell =
        zt_scene_add_part(plan->setting->scene, row, line->none.at, "empty", ZT_ROLE_TD,
                          (zt_rect){plan->x_figures, y, line->none.para->width, line->none.height});
    zt_wording_place(plan->setting, &line->none, cell, NULL, ZT_ROLE_ARTIFACT, 0, 0);
}

/* Head, task, result and figures side by side, each in the middle of the row. */
static void draw_table_row(const zt_ledger_plan *plan, const zt_ledger_line *line, zt_group *row,
                           double height)
{
    const zt_setting *setting = plan->setting;
    draw_head(plan, line, row, (height - line->head_height) / 2);
    zt_wording_place(setting, &line->task, row, "task", ZT_ROLE_TD, plan->x_task,
                     (height - line->task.height) / 2);
    zt_wording_place(setting, &line->result, row, "result", ZT_ROLE_TD, plan->x_result,
                     (height - line->result.height) / 2);
    draw_none(plan, line, row, (height - line->none.height) / 2);
    draw_figures(plan, line, row, (height - line->figures.height) / 2);
    draw_tie(plan, line, row, (height - line->figures.height) / 2);
}

/* Result over figures from y on. */
static void draw_results(const zt_ledger_plan *plan, const zt_ledger_line *line, zt_group *row,
                         double y)
{
    if (line->right.para) {
        zt_wording_place(plan->setting, &line->right, row, "right", ZT_ROLE_SPAN, plan->x_result,
                         y);
        y += line->right.height + plan->gap;
    }
    zt_wording_place(plan->setting, &line->result, row, "result", ZT_ROLE_TD, plan->x_result, y);
    draw_figures(plan, line, row, y + line->result.height + plan->gap);
}

/* Head and task at the left, result and figures at the right. */
static void draw_pair_row(const zt_ledger_plan *plan, const zt_ledger_line *line, zt_group *row,
                          double height)
{
    double y = draw_head(plan, line, row, (height - line->task_height) / 2);
    zt_wording_place(plan->setting, &line->task, row, "task", ZT_ROLE_TD, 0,
                     line->head_height > 0 ? y + plan->gap : y);
    draw_results(plan, line, row, (height - line->result_height) / 2);
}

/* All one below the other, the result on its ground. */
static void draw_stack_row(const zt_ledger_plan *plan, const zt_ledger_line *line, zt_group *row,
                           double height)
{
    double y = draw_head(plan, line, row, (height - line->content) / 2);
    if (line->head_height > 0)
        y += plan->gap;
    if (line->left.para) {
        zt_wording_place(plan->setting, &line->left, row, "left", ZT_ROLE_SPAN, 0, y);
        y += line->left.height + plan->gap;
    }
    zt_wording_place(plan->setting, &line->task, row, "task", ZT_ROLE_TD, 0, y);
    if (line->task.para)
        y += line->task.height + plan->gap;
    panel(plan, row, (zt_rect){0, y, plan->width, line->result_height});
    draw_results(plan, line, row, y + plan->pad);
}

/* One row in the form of the plan, with its arrow and the hairline over it. */
static void draw_row(const zt_ledger_plan *plan, size_t i, zt_group *into, double y, double height)
{
    const zt_ledger_line *line = plan->lines + i;
    zt_pos at = plan->ledger->rows[i].at;
    zt_group *row = zt_scene_add_part(plan->setting->scene, into, at, "row", ZT_ROLE_TR,
                                      (zt_rect){0, y, plan->width, height});
    switch (plan->form) {
    case ZT_LEDGER_TABLE:
        draw_table_row(plan, line, row, height);
        break;
    case ZT_LEDGER_PAIRS:
        draw_pair_row(plan, line, row, height);
        break;
    case ZT_LEDGER_STACK:
        draw_stack_row(plan, line, row, height);
        break;
    }
    arrow(plan, row, at, height / 2);
    if (i > 0)
        rule(plan, row, HAIRLINE, 0);
}

/* The heads of the columns; a stack names them in each row. */
static void draw_heads(const zt_ledger_plan *plan, zt_group *into, double y)
{
    const zt_setting *setting = plan->setting;
    if (plan->heads_height <= 0)
        return;
    zt_group *row = zt_scene_add_part(setting->scene, into, plan->block->at, "heads", ZT_ROLE_TR,
                                      (zt_rect){0, y, plan->width, plan->heads_height});
    zt_wording_place(setting, &plan->left_head, row, "left", ZT_ROLE_TH, plan->x_task,
                     (plan->heads_height - plan->left_head.height) / 2);
    zt_wording_place(setting, &plan->right_head, row, "right", ZT_ROLE_TH, plan->x_result,
                     (plan->heads_height - plan->right_head.height) / 2);
}

/* Draws the ledger; spare height is shared among its rows, up to their ceiling. */
void zt_ledger_draw(const zt_ledger_plan *plan, double height, zt_group *into)
{
    double spare = zt_max(0, height - zt_ledger_natural(plan));
    double most = (plan->row.ceiling - plan->row.natural) * (double)plan->count;
    double each = plan->count ? zt_min(spare, most) / (double)plan->count : 0;
    double y = plan->top_height;
    zt_wording_place(plan->setting, &plan->top, into, "head", ZT_ROLE_H2, 0, 0);
    zt_group *table = zt_scene_add_part(plan->setting->scene, into, plan->block->at, "table",
                                        ZT_ROLE_TABLE, (zt_rect){0, y, plan->width, height - y});
    double rows = plan->heads_height;
    for (size_t i = 0; i < plan->count; i++)
        rows += plan->lines[i].height + each;
    if (plan->form != ZT_LEDGER_STACK)
        panel(plan, table, (zt_rect){plan->x_panel, 0, plan->width - plan->x_panel, rows});
    draw_heads(plan, table, 0);
    rule(plan, table, HEADS_RULE, plan->heads_height);
    y = plan->heads_height;
    for (size_t i = 0; i < plan->count; i++) {
        draw_row(plan, i, table, y, plan->lines[i].height + each);
        y += plan->lines[i].height + each;
    }
}
