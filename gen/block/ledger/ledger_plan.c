/* Columns, cells and heights of a ledger. */
#include "block/ledger/ledger_imp.h"

#include <string.h>

/* The form that the variant asks for. */
static zt_ledger_form form_of(const zt_block *block)
{
    if (strcmp(block->variant, "stack") == 0)
        return ZT_LEDGER_STACK;
    return strcmp(block->variant, "pairs") == 0 ? ZT_LEDGER_PAIRS : ZT_LEDGER_TABLE;
}

/* Whether any row has a head; otherwise its column goes to the task. */
static bool has_heads(const zt_ledger *ledger)
{
    for (size_t i = 0; i < ledger->count; i++)
        if (!zt_rich_is_empty(&ledger->rows[i].head))
            return true;
    return false;
}

/* Looks of all parts, and the distances of the template. */
static void set_looks(zt_ledger_plan *plan)
{
    const zt_ledger_params *p = plan->block->params;
    const zt_setting *setting = plan->setting;
    const zt_block *block = plan->block;
    plan->head = zt_block_look(setting, block, "head");
    plan->left = zt_block_look(setting, block, "left");
    plan->right = zt_block_look(setting, block, "right");
    plan->lead = zt_block_look(setting, block, "lead");
    plan->slogan = zt_block_look(setting, block, "slogan");
    plan->task = zt_block_look(setting, block, "task");
    plan->result = zt_block_look(setting, block, "result");
    plan->empty = zt_block_look(setting, block, "empty");
    plan->slot_looks = ZT_NEW(setting->arena, zt_slot_looks);
    *plan->slot_looks = zt_slot_looks_of(block, setting, &p->slots);
    plan->pad = p->pad.natural;
    plan->gap = p->gap.natural;
    plan->inset = p->inset;
    plan->row = p->row;
}

/* The shares of head, task, result and figures; a column that no row fills goes to its neighbour.
 */
static void read_shares(const zt_ledger_plan *plan, double share[4])
{
    const zt_ledger_params *p = plan->block->params;
    for (size_t i = 0; i < 4; i++)
        share[i] = i < p->shares.count ? p->shares.items[i] : 1;
    if (!has_heads(plan->ledger)) {
        share[1] += share[0];
        share[0] = 0;
    }
    if (!plan->figured) {
        share[2] += share[3];
        share[3] = 0;
    }
}

/* Five columns: head, task, arrow, result, figures. */
static void set_table(zt_ledger_plan *plan)
{
    double share[4], sum = 0;
    double arrows = plan->arrow + 2 * plan->arrow_gap;
    read_shares(plan, share);
    for (int i = 0; i < 4; i++)
        sum += share[i];
    double unit = zt_max(0, plan->width - arrows - plan->inset) / sum;
    plan->x_task = share[0] * unit;
    plan->w_head = zt_max(0, plan->x_task - plan->gap);
    plan->w_task = share[1] * unit;
    plan->x_panel = plan->x_task + plan->w_task + arrows;
    plan->x_result = plan->x_panel + plan->inset;
    plan->w_result = share[2] * unit - (plan->figured ? plan->gap : plan->inset);
    plan->x_figures = plan->x_result + share[2] * unit;
    plan->w_figures = zt_max(0, plan->width - plan->inset - plan->x_figures);
}

/* Two columns with the arrow between them. */
static void set_pairs(zt_ledger_plan *plan)
{
    double share[4];
    /* A place that is narrow for five columns is so for their arrow. */
    plan->arrow = zt_min(plan->arrow, plan->width / 16);
    plan->arrow_gap = zt_min(plan->arrow_gap, plan->width / 48);
    double arrows = plan->arrow + 2 * plan->arrow_gap;
    read_shares(plan, share);
    double left = share[0] + share[1], right = share[2] + share[3];
    plan->w_task = plan->w_head = (plan->width - arrows) * left / (left + right);
    plan->x_task = 0;
    plan->x_panel = plan->w_task + arrows;
    plan->x_result = plan->x_figures = plan->x_panel + plan->inset;
    plan->w_result = plan->w_figures = zt_max(0, plan->width - plan->inset - plan->x_result);
}

/* One column. */
static void set_stack(zt_ledger_plan *plan)
{
    plan->arrow = 0;
    plan->w_head = plan->w_task = plan->width;
    plan->x_result = plan->x_figures = plan->inset;
    plan->w_result = plan->w_figures = zt_max(0, plan->width - 2 * plan->inset);
}

/* Edges and widths by the form. */
static void set_columns(zt_ledger_plan *plan)
{
    const zt_ledger_params *p = plan->block->params;
    for (size_t i = 0; i < plan->ledger->count; i++)
        plan->figured = plan->figured || plan->ledger->rows[i].figure_count > 0;
    plan->arrow = p->arrow;
    plan->arrow_gap = p->arrow_gap;
    switch (plan->form) {
    case ZT_LEDGER_TABLE:
        set_table(plan);
        break;
    case ZT_LEDGER_PAIRS:
        set_pairs(plan);
        break;
    case ZT_LEDGER_STACK:
        set_stack(plan);
        break;
    }
}

/* The slots that the figures of all rows share. */
static void plan_slots(zt_ledger_plan *plan)
{
    zt_slot_row *rows = ZT_ARRAY(plan->setting->arena, plan->count, zt_slot_row);
    for (size_t i = 0; i < plan->count; i++) {
        const zt_ledger_row *row = plan->ledger->rows + i;
        rows[i] = zt_slot_row_new(plan->setting, plan->slot_looks, row->figures, row->figure_count);
    }
    plan->slots =
        zt_slots_plan(plan->setting, plan->slot_looks, rows, plan->count, plan->w_figures);
    for (size_t i = 0; i < plan->count; i++)
        plan->lines[i].figures = zt_slots_row_plan(plan->setting, &plan->slots, rows[i]);
}

/* The head parts at its break hint: 共抓产业协作 small, “一条链” large. */
static void set_head(zt_ledger_plan *plan, zt_ledger_line *line, const zt_rich *head)
{
    static const char hint[] = "\xE2\x80\x8B";
    zt_str text = zt_rich_plain(plan->setting->arena, head);
    size_t cut = 0;
    while (cut + 3 <= text.len && memcmp(text.data + cut, hint, 3) != 0)
        cut++;
    bool parted = cut + 3 <= text.len;
    zt_str lead = parted ? zt_str_slice(text, 0, cut) : (zt_str){0};
    zt_str slogan = parted ? zt_str_slice(text, cut + 3, text.len) : text;
    line->lead = zt_wording_plain(plan->setting, lead, head->at, &plan->lead, plan->w_head);
    line->slogan = zt_wording_plain(plan->setting, slogan, head->at, &plan->slogan, plan->w_head);
    line->head_height = line->lead.height + line->slogan.height;
    if (line->lead.para && line->slogan.para)
        line->head_height += plan->gap / 2;
}

/* The dash of a cell of which nothing is known. */
static zt_wording dash(const zt_ledger_plan *plan, double width, zt_pos at)
{
    return zt_wording_plain(plan->setting, ZT_STR("—"), at, &plan->empty, width);
}

/* Task or result; a dash where it is not known. */
static zt_wording side_cell(const zt_ledger_plan *plan, const zt_rich *text, const zt_look *look,
                            double width, zt_pos at)
{
    if (zt_rich_is_empty(text))
        return dash(plan, width, at);
    return zt_wording_rich(plan->setting, text, look, width);
}

/* Cells one below the other with the gap between those that are there. */
static double piled(const zt_ledger_plan *plan, const double *heights, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        if (heights[i] > 0)
            sum += heights[i] + (sum > 0 ? plan->gap : 0);
    return sum;
}

/* Heights of a row by the form, not less than the template's. */
static void set_content(zt_ledger_plan *plan, zt_ledger_line *line)
{
    double left[] = {line->left.height, line->task.height};
    double right[] = {line->right.height, line->result.height, line->figures.height};
    switch (plan->form) {
    case ZT_LEDGER_TABLE:
        line->task_height = line->task.height;
        line->result_height = line->result.height;
        line->content = zt_max(zt_max(line->head_height, line->task_height),
                               zt_max(line->result_height, line->figures.height));
        break;
    case ZT_LEDGER_PAIRS: {
        double pile[] = {line->head_height, line->task.height};
        line->task_height = piled(plan, pile, 2);
        line->result_height = piled(plan, right, 3);
        line->content = zt_max(line->task_height, line->result_height);
        break;
    }
    case ZT_LEDGER_STACK: {
        line->task_height = piled(plan, left, 2);
        line->result_height = piled(plan, right, 3) + 2 * plan->pad;
        double pile[] = {line->head_height, line->task_height, line->result_height};
        line->content = piled(plan, pile, 3);
        break;
    }
    }
    line->height = zt_max(line->content + 2 * plan->pad, plan->row.natural);
}

/* Breaks the cells of one row. */
static void set_line(zt_ledger_plan *plan, size_t i)
{
    const zt_ledger_row *row = plan->ledger->rows + i;
    zt_ledger_line *line = plan->lines + i;
    set_head(plan, line, &row->head);
    if (!plan->ledger->results_only)
        line->task = side_cell(plan, &row->task, &plan->task, plan->w_task, row->at);
    line->result = side_cell(plan, &row->result, &plan->result, plan->w_result, row->at);
    if (plan->form == ZT_LEDGER_TABLE && plan->figured && line->figures.count == 0)
        line->none = dash(plan, zt_max(plan->w_figures, plan->empty.text.size), line->result.at);
    if (plan->form == ZT_LEDGER_STACK) {
        line->left =
            zt_wording_plain(plan->setting, plan->ledger->left, row->at, &plan->left, plan->w_task);
        line->right = zt_wording_plain(plan->setting, plan->ledger->right, row->at, &plan->right,
                                       plan->w_result);
    }
    set_content(plan, line);
}

/* The head of the block, and those of the columns. */
static void set_heads(zt_ledger_plan *plan)
{
    const zt_ledger_params *p = plan->block->params;
    const zt_setting *setting = plan->setting;
    const zt_ledger *ledger = plan->ledger;
    plan->top = zt_wording_plain(setting, ledger->head, plan->block->at, &plan->head, plan->width);
    if (plan->top.para)
        plan->top_height = plan->top.height + 2 * plan->gap;
    if (plan->form == ZT_LEDGER_STACK)
        return;
    plan->left_head =
        zt_wording_plain(setting, ledger->left, plan->block->at, &plan->left, plan->w_task);
    plan->right_head =
        zt_wording_plain(setting, ledger->right, plan->block->at, &plan->right, plan->w_result);
    double tallest = zt_max(plan->left_head.height, plan->right_head.height);
    if (tallest > 0)
        plan->heads_height = zt_max(tallest + 2 * plan->gap, p->heads);
}

/* The ledger in one form, whether the place holds it or not. */
static zt_ledger_plan plan_form(const zt_block *block, const zt_setting *setting, double width,
                                zt_ledger_form form)
{
    zt_ledger_plan plan = {
        .block = block, .setting = setting, .ledger = block->content, .form = form, .width = width};
    plan.count = plan.ledger->count;
    plan.lines = ZT_ARRAY(setting->arena, plan.count, zt_ledger_line);
    set_looks(&plan);
    set_columns(&plan);
    plan_slots(&plan);
    set_heads(&plan);
    for (size_t i = 0; i < plan.count; i++)
        set_line(&plan, i);
    return plan;
}

/* Whether no line is wider than its cell. */
static bool within(const zt_wording *cell, double width)
{
    return !cell->para || cell->para->max_width <= width + 0.01;
}

/* Nothing stands out of its column, and no text runs down one character a line. */
static bool is_wide_enough(const zt_ledger_plan *plan)
{
    const double least = 5; /* characters */
    double size = plan->task.text.size;
    if (plan->w_task < least * size || plan->w_result < least * size)
        return false;
    for (size_t i = 0; i < plan->count; i++) {
        const zt_ledger_line *line = plan->lines + i;
        if (!within(&line->lead, plan->w_head) || !within(&line->slogan, plan->w_head) ||
            !within(&line->task, plan->w_task) || !within(&line->result, plan->w_result))
            return false;
    }
    return zt_slots_fit(&plan->slots);
}

/* The form asked for, or the next narrower one that the place holds. */
zt_ledger_plan zt_ledger_plan_make(const zt_block *block, const zt_setting *setting, double width)
{
    for (zt_ledger_form form = form_of(block); form < ZT_LEDGER_STACK; form++) {
        size_t mark = zt_diags_mark(setting->diags);
        zt_ledger_plan plan = plan_form(block, setting, width, form);
        if (is_wide_enough(&plan))
            return plan;
        zt_diags_rewind(setting->diags, mark); /* a form that is not taken has no faults */
    }
    return plan_form(block, setting, width, ZT_LEDGER_STACK);
}

/* Points at natural rows. */
double zt_ledger_natural(const zt_ledger_plan *plan)
{
    double height = plan->top_height + plan->heads_height;
    for (size_t i = 0; i < plan->count; i++)
        height += plan->lines[i].height;
    return height;
}

/* ---- the first line ---- */

/* Offers the lines of a row's head as the first line of the block. */
static void add_head(zt_first_line *first, const zt_ledger_line *line, double y)
{
    double below = line->head_height - line->slogan.height;
    zt_wording_first(first, &line->lead, y);
    zt_wording_first(first, &line->slogan, y + below);
}

/* Each cell of a table stands in the middle of its row. */
static void add_table(zt_first_line *first, const zt_ledger_plan *plan, const zt_ledger_line *line)
{
    double h = line->height;
    add_head(first, line, (h - line->head_height) / 2);
    zt_wording_first(first, &line->task, (h - line->task.height) / 2);
    zt_wording_first(first, &line->result, (h - line->result.height) / 2);
    if (line->figures.count > 0)
        zt_first_line_add(first, (h - line->figures.height) / 2 + line->figures.ascent,
                          plan->slot_looks->figure.look.text.size);
}

/* Head, then task; beside them, in pairs, the result. */
static void add_side(zt_first_line *first, const zt_ledger_plan *plan, const zt_ledger_line *line)
{
    bool stack = plan->form == ZT_LEDGER_STACK;
    double y = (line->height - (stack ? line->content : line->task_height)) / 2;
    if (line->head_height > 0)
        add_head(first, line, y);
    else
        zt_wording_first(first, line->left.para ? &line->left : &line->task, y);
    if (!stack)
        zt_wording_first(first, &line->result, (line->height - line->result_height) / 2);
}

/* That of the block's head, else of the columns' heads, else of the first row. */
double zt_ledger_first_baseline(const zt_ledger_plan *plan)
{
    zt_first_line first = ZT_NO_LINE;
    double y = plan->top_height;
    zt_wording_first(&first, &plan->top, 0);
    if (first.baseline >= 0)
        return first.baseline;
    zt_wording_first(&first, &plan->left_head,
                     y + (plan->heads_height - plan->left_head.height) / 2);
    zt_wording_first(&first, &plan->right_head,
                     y + (plan->heads_height - plan->right_head.height) / 2);
    if (first.baseline >= 0 || plan->count == 0)
        return first.baseline;
    if (plan->form == ZT_LEDGER_TABLE)
        add_table(&first, plan, plan->lines);
    else
        add_side(&first, plan, plan->lines);
    return first.baseline < 0 ? -1 : y + plan->heads_height + first.baseline;
}
