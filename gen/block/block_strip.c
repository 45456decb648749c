/* A strip of hotlines: labels and numbers with left edges of their own in each column, in as few
   rows as the width allows; a pair never breaks. */
#include "block/words/wording.h"

#include <math.h>

static const zt_gap ROW_GAP = {1, 2};       /* between rows, steps of the theme's scale */
static const double INSET = ZT_MM(1.8);     /* from the rules to the text */
static const double RULE = ZT_MM(0.5);      /* above */
static const double HAIRLINE = ZT_MM(0.12); /* below */
static const char RULE_INK[] = "key";

/* What a template may set of a strip. */
typedef struct strip_params {
    double pair_gap, column_gap;
    int rows; /* at least */
} strip_params;

/* The strip arranged at a width; lengths in points. */
typedef struct strip_plan {
    const zt_strip *strip;
    const zt_setting *setting;
    zt_look head, label, number;
    zt_wording title;
    /* The head stands above the pairs. */
    bool above;
    /* Beside them, with its gap; else 0. */
    double head_width;
    size_t rows, columns;
    double pair_gap, column_gap, inset;
    double *labels, *numbers; /* widths of each pair */
    double *x, *x_number;     /* edges of each column */
    zt_wording *wrapped;      /* labels of a single column */
    double *heights;          /* of the rows */
    double width;
    zt_gap gap;
} strip_plan;

/* Points of a text in one line. */
static double text_width(const strip_plan *plan, zt_str text, const zt_look *look, zt_pos at)
{
    return zt_text_width(plan->setting->diags, plan->setting->arena, text, &look->text, &look->para,
                         at);
}

/* Widths of all labels and numbers; they are never broken but in a single column. */
static void measure_pairs(strip_plan *plan)
{
    zt_arena *arena = plan->setting->arena;
    size_t count = plan->strip->count;
    plan->labels = ZT_ARRAY(arena, count, double);
    plan->numbers = ZT_ARRAY(arena, count, double);
    plan->x = ZT_ARRAY(arena, count + 1, double);
    plan->x_number = ZT_ARRAY(arena, count + 1, double);
    plan->heights = ZT_ARRAY(arena, count + 1, double);
    plan->wrapped = ZT_ARRAY(arena, count + 1, zt_wording);
    for (size_t i = 0; i < count; i++) {
        const zt_pair *pair = plan->strip->pairs + i;
        plan->labels[i] = text_width(plan, pair->label, &plan->label, pair->label_at);
        plan->numbers[i] = text_width(plan, pair->value, &plan->number, pair->at);
    }
}

/* The widest of every so many widths, from `column` on. */
static double widest(const double *widths, size_t count, size_t columns, size_t column)
{
    double most = 0;
    for (size_t i = column; i < count; i += columns)
        most = zt_max(most, widths[i]);
    return most;
}

/* Breaks the head in two lines of like length beside several rows. */
static void set_head(strip_plan *plan, zt_pos at)
{
    double whole = text_width(plan, plan->strip->head, &plan->head, at);
    double size = plan->head.text.size;
    double measure = plan->width;
    plan->head_width = 0;
    if (plan->strip->head.len == 0)
        return;
    if (!plan->above)
        measure = plan->rows > 1 && whole > 3.5 * size ? ceil(whole / size / 2) * size : whole;
    plan->title =
        zt_wording_plain(plan->setting, plan->strip->head, at, &plan->head, measure + size / 100);
    if (!plan->above)
        plan->head_width = plan->title.para->max_width + 2 * plan->column_gap;
}

/* Edges for this many columns; false when they do not stand side by side. */
static bool set_columns(strip_plan *plan)
{
    size_t count = plan->strip->count, columns = plan->columns;
    double used = plan->head_width;
    for (size_t c = 0; c < columns; c++) {
        plan->x[c] = used;
        used += widest(plan->labels, count, columns, c) + plan->pair_gap;
        plan->x_number[c] = used;
        used += widest(plan->numbers, count, columns, c) + plan->column_gap;
    }
    used -= plan->column_gap;
    double spare = plan->width - used;
    for (size_t c = 1; c < columns && spare > 0; c++) {
        double move = spare * (double)c / (double)(columns - 1);
        plan->x[c] += move;
        plan->x_number[c] += move;
    }
    return spare >= -0.01;
}

/* One pair a row: numbers at the right edge, a long label in several lines. */
static void set_single(strip_plan *plan)
{
    double room = plan->width - widest(plan->numbers, plan->strip->count, 1, 0) - plan->pair_gap;
    for (size_t i = 0; i < plan->strip->count; i++) {
        const zt_pair *pair = plan->strip->pairs + i;
        plan->wrapped[i] = zt_wording_plain(plan->setting, pair->label, pair->label_at,
                                            &plan->label, zt_max(room, plan->label.text.size));
        plan->heights[i] = zt_max(plan->wrapped[i].height, plan->number.text.size);
    }
}

/* In as few lines as hold it: the head beside the pairs, or in a line of its own above fewer rows.
 */
static void arrange(strip_plan *plan, zt_pos at, int rows)
{
    size_t count = plan->strip->count;
    for (size_t lines = rows > 1 ? (size_t)rows : 1;; lines++)
        for (int above = 0; above <= (plan->strip->head.len > 0 && lines > 1); above++) {
            plan->above = above;
            plan->rows = lines - (above ? 1 : 0);
            plan->columns = plan->rows < count ? (count + plan->rows - 1) / plan->rows : 1;
            plan->above = plan->above || plan->columns == 1;
            set_head(plan, at);
            if (plan->columns == 1 || set_columns(plan)) {
                plan->rows = (count + plan->columns - 1) / plan->columns;
                return;
            }
        }
}

/* Widths, rows and columns, then heights. */
static strip_plan plan_strip(const zt_block *block, const zt_setting *setting, double width)
{
    const strip_params *p = block->params;
    strip_plan plan = {.strip = block->content,
                       .setting = setting,
                       .head = zt_block_look(setting, block, "head"),
                       .label = zt_block_look(setting, block, "label"),
                       .number = zt_block_look(setting, block, "number"),
                       .pair_gap = p->pair_gap,
                       .column_gap = p->column_gap,
                       .inset = INSET,
                       .gap = zt_setting_glue(setting, ROW_GAP),
                       .width = width};
    measure_pairs(&plan);
    arrange(&plan, block->at, p->rows);
    for (size_t r = 0; r < plan.rows; r++)
        plan.heights[r] = zt_max(plan.label.text.size, plan.number.text.size);
    if (plan.columns == 1)
        set_single(&plan);
    return plan;
}

/* Points of the rows with such gaps between them. */
static double rows_height(const strip_plan *plan, double gap)
{
    double height = plan->rows ? (double)(plan->rows - 1) * gap : 0;
    for (size_t r = 0; r < plan->rows; r++)
        height += plan->heights[r];
    return height;
}

/* Points of the strip with its head. */
static double strip_height(const strip_plan *plan, double gap)
{
    double height = rows_height(plan, gap), head = plan->title.height;
    if (plan->above)
        height += head + gap;
    else
        height = zt_max(height, head);
    return height + 2 * plan->inset;
}

/* Where the head and the first row of pairs begin, when the strip ends at `foot`. */
static double head_top(const strip_plan *plan, double foot)
{
    return plan->above ? plan->inset : (foot - plan->title.height) / 2;
}

/* Where the first row begins: in the middle of the strip beside a head. */
static double rows_top(const strip_plan *plan, double foot, double gap)
{
    if (plan->above)
        return plan->inset + plan->title.height + gap;
    return plan->inset + (foot - 2 * plan->inset - rows_height(plan, gap)) / 2;
}

/* From the top of a row. */
static double pair_baseline(const strip_plan *plan)
{
    return ZT_EM_TOP * zt_max(plan->label.text.size, plan->number.text.size);
}

/* Spare height goes to the gaps between rows. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    strip_plan *own = ZT_NEW(setting->arena, strip_plan);
    *own = plan_strip(block, setting, width);
    if (own->strip->count == 0)
        return (zt_plan){.first_baseline = -1, .own = own};
    double gap = own->gap.natural, foot = strip_height(own, gap);
    zt_first_line first = ZT_NO_LINE;
    zt_wording_first(&first, &own->title, head_top(own, foot));
    zt_first_line_add(&first, rows_top(own, foot, gap) + pair_baseline(own),
                      zt_max(own->label.text.size, own->number.text.size));
    return (zt_plan){.extent = {foot, strip_height(own, own->gap.ceiling)},
                     .first_baseline = first.baseline,
                     .units = own->heights,
                     .unit_count = own->rows,
                     .own = own};
}

/* Draws a label and its number on one baseline. */
static void place_pair(const strip_plan *plan, size_t i, zt_group *into, double y)
{
    const zt_pair *pair = plan->strip->pairs + i;
    const zt_setting *setting = plan->setting;
    size_t c = i % plan->columns;
    double row = plan->heights[i / plan->columns];
    double baseline = pair_baseline(plan);
    double x = plan->columns == 1 ? 0 : plan->x[c];
    double x_number = plan->columns == 1 ? plan->width - plan->numbers[i] : plan->x_number[c];
    zt_rect box = {x, y, x_number + plan->numbers[i] - x, row};
    zt_group *part = zt_scene_add_part(setting->scene, into, pair->at, "pair", ZT_ROLE_LI, box);
    if (plan->columns == 1)
        zt_wording_place(setting, &plan->wrapped[i], part, "label", ZT_ROLE_SPAN, 0,
                         baseline - ZT_EM_TOP * plan->label.text.size);
    else
        zt_text_place(setting->diags, setting->scene, part, pair->label, &plan->label.text,
                      &plan->label.para, ZT_ALIGN_START, 0, baseline, pair->label_at);
    zt_text_place(setting->diags, setting->scene, part, pair->value, &plan->number.text,
                  &plan->number.para, ZT_ALIGN_START, x_number - x, baseline, pair->at);
}

/* Spare height goes to the gaps between rows and to the one under a head that stands above them.
   The lower rule stands under what was filled, which may end above the frame's foot. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const zt_block *block = planned->block;
    const zt_ink *ink = zt_setting_ink(setting, RULE_INK);
    const strip_plan *plan = planned->own;
    double width = planned->width;
    if (plan->strip->count == 0)
        return;
    double spare = height - strip_height(plan, plan->gap.natural);
    double gap = zt_gap_filled(plan->gap, spare, (double)(plan->rows - 1) + (plan->above ? 1 : 0));
    double foot = strip_height(plan, gap), y = rows_top(plan, foot, gap);
    into->role = ZT_ROLE_SECT;
    zt_rule_place(setting, block->at, into, (zt_rect){0, 0, width, RULE}, ink);
    zt_wording_place(setting, &plan->title, into, "head", ZT_ROLE_H2, 0, head_top(plan, foot));
    zt_group *list = zt_scene_add_part(setting->scene, into, block->at, "pairs", ZT_ROLE_L,
                                       (zt_rect){0, y, width, rows_height(plan, gap)});
    double row_y = 0;
    for (size_t i = 0; i < plan->strip->count; i++) {
        place_pair(plan, i, list, row_y);
        if ((i + 1) % plan->columns == 0)
            row_y += plan->heights[i / plan->columns] + gap;
    }
    zt_rule_place(setting, block->at, into, (zt_rect){0, foot - HAIRLINE, width, HAIRLINE}, ink);
}

static const zt_param params[] = {
    {"pair-gap", ZT_PARAM(strip_params, pair_gap, POINTS), NULL, "2.2mm", "名称与号码之间",
     "between label and number"},
    {"column-gap", ZT_PARAM(strip_params, column_gap, POINTS), NULL, "4mm", "两对之间的最小空",
     "least gap between pairs"},
    {"least-rows", ZT_PARAM(strip_params, rows, COUNT), "1..9", "1", "至少排几行",
     "rows, at least"},
    {0},
};
static const zt_part_default parts[] = {
    {"head", "date", "题", "head"},
    {"label", "chart-label", "名称", "label"},
    {"number", "chart-value", "号码", "number"},
    {0},
};

const zt_block_kind zt_block_kind_strip = {
    .name = "strip",
    .spans = zt_spans_wide,
    .params = {params, sizeof(strip_params)},
    .parts = parts,
    .zh = "热线条：一行排不下自动分行，一对不拆开。",
    .en = "A strip of hotlines, in as few rows as fit.",
    .plan = plan,
    .place = place,
};
