/* Key figures in a panel: slots that share their left edges, each with its label. */
#include "block/words/slots.h"

static const double RULE_GAP = ZT_MM(2); /* below the rule */
static const char PANEL_INK[] = "panel"; /* of the ground, inks of every theme */
static const char RULE_INK[] = "key";

/* What a template may set of a panel of figures. */
typedef struct figures_params {
    double inset;
    double rule, between, row_rule;
    const zt_ink *lead_ink;
    zt_gap gap;
    bool equal;
    zt_slot_params slots;
} figures_params;

/* The panel arranged at a width; lengths in points. */
typedef struct figures_plan {
    const zt_figures *figures;
    zt_slot_looks *looks;
    zt_wording head;
    double head_height, inset;
    /* What the digits' em boxes reach above their caps, and nothing else holds. */
    double lift;
    /* Of the rule above; with what stands below it. */
    double rule, top;
    zt_slots slots;
    bool cramped; /* figures in their own size are wider than the panel */
    zt_slot_lines *rows;
    double *heights;
    size_t count; /* rows */
    zt_gap gap;
} figures_plan;

/* Of slot `k`: the widest figure, or the longest label. */
static double widest_of(const zt_slot_rows *rows, size_t k, bool label)
{
    double widest = 0;
    for (size_t r = 0; r < rows->count && k < rows->items[r].count; r++) {
        const zt_slot_figure *f = &rows->items[r].figures[k];
        widest = zt_max(widest, label ? f->label : f->all);
    }
    return widest;
}

/* Whole columns of the page for each slot, as many as its figure needs; those that are left go
   where labels are longest. Nothing changes where there are too few. */
static void set_spans(figures_plan *plan, const zt_slot_rows *rows, const zt_setting *setting)
{
    zt_slots *slots = &plan->slots;
    int left = zt_page_columns_of(&setting->page, slots->width);
    int *spans = ZT_ARRAY(setting->arena, slots->per_line, int);
    for (size_t k = 0; k < slots->per_line; k++) {
        double widest = widest_of(rows, k, false);
        for (spans[k] = 1; spans[k] < left && zt_page_span(&setting->page, spans[k]) < widest;)
            spans[k]++;
        left -= spans[k];
        if (left < 0 || zt_page_span(&setting->page, spans[k]) < widest)
            return;
    }
    for (; left > 0; left--) {
        size_t most = 0;
        for (size_t k = 1; k < slots->per_line; k++)
            if (widest_of(rows, k, true) / spans[k] > widest_of(rows, most, true) / spans[most])
                most = k;
        spans[most]++;
    }
    for (size_t k = 1; k < slots->per_line; k++)
        slots->x[k] = slots->x[k - 1] + zt_page_span(&setting->page, spans[k - 1]) +
                      setting->page.grid.gutter;
}

/* Columns of one width where all figures have room in them: panels below each other then share
   their edges. On the columns of a page else whole ones. */
static void set_equal(figures_plan *plan, const zt_slot_rows *rows, const zt_setting *setting)
{
    double gap = plan->looks->gap;
    if (zt_page_columns_of(&setting->page, plan->slots.width) > 0)
        gap = setting->page.grid.gutter; /* whole or half columns of the page */
    if (!zt_slots_equal(&plan->slots, rows, gap))
        set_spans(plan, rows, setting);
}

/* Rows of as many figures as the place has columns; fewer when they do not stand side by side. */
static void plan_rows(figures_plan *plan, const zt_block *block, const zt_setting *setting,
                      double width)
{
    const figures_params *p = block->params;
    size_t all = plan->figures->count;
    size_t columns = block->place->columns > 1 ? (size_t)block->place->columns : all;
    zt_slot_row every = zt_slot_row_new(setting, plan->looks, plan->figures->figures, all);
    zt_slot_rows rows;
    plan->slots = zt_slots_plan_lines(setting, plan->looks, every, columns, width, &rows);
    plan->count = rows.count;
    if (p->equal && plan->count > 0)
        set_equal(plan, &rows, setting);
    plan->rows = ZT_ARRAY(setting->arena, plan->count, zt_slot_lines);
    plan->heights = ZT_ARRAY(setting->arena, plan->count, double);
    for (size_t r = 0; r < plan->count; r++) {
        plan->rows[r] = zt_slots_row_plan(setting, &plan->slots, rows.items[r]);
        plan->heights[r] = plan->rows[r].height;
    }
}

/* A figure wider than the whole panel, in a slot of its own: all of them become smaller, down to
   the least size of their style. */
static void shrink_figures(figures_plan *plan, const zt_block *block, const zt_setting *setting,
                           double width)
{
    zt_look *look = &plan->looks->figure.look;
    double size = look->text.size, fitting = size * width / zt_max(plan->slots.widest, 1);
    fitting = zt_max(fitting, zt_min(size, look->style->size_min));
    if (zt_slots_fit(&plan->slots) || fitting >= size)
        return;
    *look = zt_look_at_size(look, fitting);
    plan_rows(plan, block, setting, width);
}

/* main="yes", else the first that is known: one accent a panel. */
static const zt_figure_entry *lead_of(const zt_figures *figures)
{
    const zt_figure_entry *first = NULL;
    for (size_t i = 0; i < figures->count; i++) {
        const zt_figure_entry *entry = &figures->figures[i];
        if (entry->value->main)
            return entry;
        if (!first && entry->value->status != ZT_MISSING)
            first = entry;
    }
    return first;
}

/* Head, rows and heights. The lead in its own ink is chosen only where a template gives it one. */
static figures_plan plan_figures(const zt_block *block, const zt_setting *setting, double width)
{
    const figures_params *p = block->params;
    figures_plan plan = {.figures = block->content,
                         .looks = ZT_NEW(setting->arena, zt_slot_looks),
                         /* Reversed type would not be seen on a light panel. */
                         .inset = block->reversed ? 0 : p->inset,
                         .gap = p->gap};
    zt_look head = zt_block_look(setting, block, "head");
    const double over_caps = 0.15; /* em: ZT_EM_TOP less the height of a digit */
    double measure = zt_max(0, width - 2 * plan.inset);
    *plan.looks = zt_slot_looks_of(block, setting, &p->slots);
    plan.looks->lead_ink = p->lead_ink;
    plan.looks->lead = plan.looks->lead_ink ? lead_of(plan.figures) : NULL;
    plan.head = zt_wording_plain(setting, plan.figures->head, block->at, &head, measure);
    plan.rule = p->rule;
    plan.top = plan.inset;
    if (plan.rule > 0)
        plan.top += plan.rule + RULE_GAP;
    if (plan.head.para)
        plan.head_height = plan.head.height + plan.gap.natural;
    plan_rows(&plan, block, setting, measure);
    plan.cramped = !zt_slots_fit(&plan.slots);
    shrink_figures(&plan, block, setting, measure);
    plan.lift =
        zt_max(0, over_caps * plan.looks->figure.look.text.size - plan.top - plan.head_height);
    return plan;
}

/* Points of the panel with such gaps between its rows. */
static double figures_height(const figures_plan *plan, double gap)
{
    double height = plan->lift + plan->head_height + plan->top + plan->inset;
    for (size_t r = 0; r < plan->count; r++)
        height += plan->heights[r] + (r ? gap : 0);
    return height;
}

/* The head's, else that of the figures of the first row. */
static double first_baseline(const figures_plan *plan)
{
    double head = zt_wording_baseline(&plan->head, plan->top);
    return head >= 0 ? head : plan->top + plan->lift + plan->rows[0].ascent;
}

/* The head, and figures and labels of each row, stand on one height with those of neighbours. */
static void share_lines(zt_arena *arena, const figures_plan *plan, zt_plan *out)
{
    size_t most = 1;
    for (size_t r = 0; r < plan->count; r++)
        most += 2 * plan->rows[r].count;
    zt_shared_line *lines = ZT_ARRAY(arena, most, zt_shared_line);
    size_t count = 0;
    if (plan->head.para)
        lines[count++] =
            (zt_shared_line){ZT_SHARED_HEAD, 0, zt_wording_baseline(&plan->head, plan->top)};
    double y = plan->top + plan->head_height + plan->lift;
    for (size_t r = 0; r < plan->count; r++) {
        count += zt_slots_row_shared(&plan->rows[r], y, lines + count);
        y += plan->heights[r] + plan->gap.natural;
    }
    out->shared = lines;
    out->shared_count = count;
}

/* A column and a half for each figure. */
static zt_spans spans(const zt_block *block)
{
    const zt_figures *figures = block->content;
    int count = figures->count < 6 ? (int)figures->count : 6;
    return (zt_spans){count < 2 ? 2 : (3 * count + 1) / 2, count < 2 ? 1 : count < 4 ? 2 : 3, 12};
}

/* Spare height goes to the gaps between rows. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    figures_plan *own = ZT_NEW(setting->arena, figures_plan);
    *own = plan_figures(block, setting, width);
    if (own->count == 0)
        return (zt_plan){.first_baseline = -1, .own = own};
    zt_plan out = {
        .extent = {figures_height(own, own->gap.natural), figures_height(own, own->gap.ceiling)},
        .cramped = own->cramped,
        .first_baseline = first_baseline(own),
        .units = own->heights,
        .unit_count = own->count,
        .own = own};
    share_lines(setting->arena, own, &out);
    return out;
}

/* Rules in the middle of the least gap before each figure but the first, as high as the row. */
static void place_between(const figures_plan *plan, const zt_block *block,
                          const zt_setting *setting, zt_group *into, size_t row, double y)
{
    const figures_params *p = block->params;
    const zt_slots *slots = &plan->slots;
    size_t all = plan->figures->count, before = row * slots->per_line;
    size_t count = all - before < slots->per_line ? all - before : slots->per_line;
    for (size_t k = 1; p->between > 0 && k < count; k++) {
        double x = plan->inset + slots->x[k] - plan->looks->gap / 2;
        zt_scene_rule(setting->scene, into, block->at, (zt_point){x, y},
                      (zt_point){x, y + plan->heights[row]}, p->between,
                      ZT_SOLID(zt_setting_ink(setting, RULE_INK)));
    }
}

/* A rule over the row at `y`, as far above it as the first row is below the panel's own. */
static void place_row_rule(const figures_plan *plan, const zt_block *block,
                           const zt_setting *setting, zt_group *into, double width, double y)
{
    const figures_params *p = block->params;
    zt_rule_place(setting, block->at, into,
                  (zt_rect){plan->inset, y - plan->lift - RULE_GAP - p->row_rule,
                            width - 2 * plan->inset, p->row_rule},
                  zt_setting_ink(setting, RULE_INK));
}

/* Ground, rule, head, rows. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const zt_block *block = planned->block;
    const figures_plan *plan = planned->own;
    double width = planned->width;
    if (plan->count == 0)
        return;
    double spare = height - figures_height(plan, plan->gap.natural);
    double gap = zt_gap_filled(plan->gap, spare, (double)(plan->count - 1));
    double foot = figures_height(plan, gap), y = plan->top;
    into->role = ZT_ROLE_SECT;
    if (plan->inset > 0)
        zt_scene_fill_rect(setting->scene, into, block->at, (zt_rect){0, 0, width, foot},
                           ZT_SOLID(zt_setting_ink(setting, PANEL_INK)));
    zt_group_rule_place(setting, block->at, into, (zt_rect){0, 0, width, plan->rule},
                        zt_setting_ink(setting, RULE_INK));
    zt_wording_place(setting, &plan->head, into, "head", ZT_ROLE_H2, plan->inset, y);
    y += plan->head_height + plan->lift;
    for (size_t r = 0; r < plan->count; r++) {
        place_between(plan, block, setting, into, r, y);
        if (r > 0)
            place_row_rule(plan, block, setting, into, width, y);
        zt_slots_row_place(setting, &plan->rows[r], into, plan->inset, y);
        y += plan->heights[r] + gap;
    }
}

static const zt_param params[] = {
    {"inset", ZT_PARAM(figures_params, inset, POINTS), NULL, "4mm", "底色内的余白，0 不铺底",
     "inset of the panel; 0: none"},
    {"rule", ZT_PARAM(figures_params, rule, POINTS), NULL, "0mm", "上方的线，0 不画",
     "rule above; 0: none"},
    {"between", ZT_PARAM(figures_params, between, POINTS), NULL, "0mm", "数字之间的竖线，0 不画",
     "rules between the figures; 0: none"},
    {"row-rule", ZT_PARAM(figures_params, row_rule, POINTS), NULL, "0mm",
     "两行数字之间的横线，0 不画", "rules between the rows; 0: none"},
    {"lead-ink", ZT_PARAM(figures_params, lead_ink, INK), NULL, NULL,
     "领衔数字（main，没有则第一个）的油墨，不写则同其余",
     "ink of the lead figure, main= or else the first; unset: as the others"},
    {"gap", ZT_PARAM(figures_params, gap, GAP), NULL, "3..5", "两行数字之间",
     "between two rows of figures"},
    {"equal", ZT_PARAM(figures_params, equal, YES), NULL, "no", "各栏等宽，数字放得下时",
     "columns of one width, where the figures have room in them"},
    ZT_SLOT_PARAMS(figures_params, slots, "5mm", "1.8mm"),
    {0},
};
static const zt_part_default parts[] = {
    {"head", "section", "题", "head"},
    ZT_SLOT_PARTS("figure-second"),
    {0},
};

const zt_block_kind zt_block_kind_figures = {
    .name = "figures",
    .variants = "panel",
    .by_default = true,
    .takes_columns = true,
    .spans = spans,
    .params = {params, sizeof(figures_params)},
    .parts = parts,
    .zh = "关键数字：逐行成列，数字在上，说明在下。",
    .en = "Key figures in slots, labels below.",
    .plan = plan,
    .place = place,
};
