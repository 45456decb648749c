/* The hint box (核心提示): a label at the left, its paragraphs in columns of whole characters. */
#include "block/words/running.h"

#include <math.h>

/* Where the label stands; auto chooses by the measure that is left for the text. */
typedef enum label_place { LABEL_AUTO, LABEL_SIDE, LABEL_TOP } label_place;
static const double LABEL_GAP = 5; /* between label and text, steps of the theme's scale */
static const double LEAST_CHARACTERS =
    13; /* a column beside the label (R100), else it goes above */

/* What a template may set of a hint. */
typedef struct hint_params {
    label_place label;
} hint_params;

/* The hint arranged at a width; lengths in points. */
typedef struct hint_plan {
    zt_look head, text, strong;
    const zt_hint *hint;
    zt_para *label;
    /* The label at the left, else above. */
    bool beside;
    /* With its gap, when it is beside. */
    double label_width;
    double label_gap;
    int columns;
    double column, gutter; /* points */
    bool own_column;       /* one paragraph a column */
    zt_running running;
} hint_plan;

/* Lines of the label. */
static size_t label_count(const hint_plan *plan)
{
    return plan->label ? plan->label->line_count : 0;
}

/* Of a label in letters: broken wherever it can be, with nothing said of it. */
static double widest_word(const zt_setting *setting, zt_str head, const zt_look *look, zt_pos at)
{
    zt_setting quiet = *setting;
    quiet.diags = zt_diags_new(setting->arena);
    return zt_lines_plain(&quiet, head, at, look, 1)->max_width;
}

/* 核心/提示: two lines of like length when it has four characters or more. */
static void set_label(const zt_setting *setting, hint_plan *plan, zt_pos at)
{
    zt_str head = plan->hint->head;
    if (head.len == 0)
        return;
    double measure =
        zt_text_width(setting->diags, setting->arena, head, &plan->head.text, &plan->head.para, at);
    double size = plan->head.text.size;
    zt_look look = plan->head;
    look.para.align = ZT_ALIGN_START;
    look.para.indent = 0;
    if (plan->beside && setting->language == ZT_LANG_EN) {
        look.para.at_sense = true; /* a word a line */
        measure = zt_max(measure / 2, widest_word(setting, head, &look, at));
    } else if (plan->beside && measure > 3.5 * size) {
        look.para.at_sense = true;
        measure = ceil(measure / size / 2) * size;
    }
    plan->label = zt_lines_plain(setting, head, at, &look, measure + size / 100);
}

/* A column holds whole characters; what is left over goes to the gutters, or beside the label when
   there is no gutter, so that the last column ends on the right edge. */
static void divide(const zt_block *block, hint_plan *plan, double width)
{
    double size = plan->text.text.size, n = plan->columns;
    double gutter = n > 1 ? block->place->gutter.natural : 0;
    double room = width - plan->label_width;
    zt_char_columns even = zt_columns_of_characters(room, size, plan->columns, gutter);
    double whole = even.column;
    if (plan->columns == 1 && plan->label_width <= 0)
        whole = room;
    plan->column = whole;
    plan->gutter = n > 1 ? even.gutter : 0;
    if (plan->columns == 1)
        plan->label_width += room - whole;
}

/* The paragraphs as running text. One paragraph a column where there are as many as columns. */
static void set_paras(const zt_setting *setting, hint_plan *plan)
{
    zt_look base = plan->text;
    if (plan->own_column)
        base.para.indent = 0; /* a column begins with its bold date, on the edge */
    zt_running_item *items = ZT_ARRAY(setting->arena, plan->hint->count, zt_running_item);
    for (size_t i = 0; i < plan->hint->count; i++) {
        const zt_rich *rich = &plan->hint->paras[i];
        items[i] = (zt_running_item){
            .para = zt_lines_running(setting, rich, &base, &plan->strong, plan->column),
            .look = base,
            .part = "text",
            .role = ZT_ROLE_P,
            .at = rich->at,
            .begins_column = plan->own_column};
    }
    plan->running = zt_running_plan(setting, items, plan->hint->count, &plan->text, plan->columns,
                                    plan->column, plan->gutter);
}

/* Beside the text when that leaves columns of a fair measure. */
static bool goes_beside(const zt_block *block, const hint_plan *plan, double width,
                        double label_width)
{
    const hint_params *p = block->params;
    if (p->label != LABEL_AUTO)
        return p->label == LABEL_SIDE;
    double n = plan->columns;
    double each = (width - label_width - (n - 1) * block->place->gutter.natural) / n;
    return each >= LEAST_CHARACTERS * plan->text.text.size;
}

/* Label first, since it leaves the columns their width. */
static hint_plan plan_hint(const zt_block *block, const zt_setting *setting, double width)
{
    hint_plan plan = {.hint = block->content,
                      .head = zt_block_look(setting, block, "head"),
                      .text = zt_block_look(setting, block, "text")};
    zt_look strong = zt_block_look(setting, block, "strong");
    plan.strong = zt_strong_in(&strong, &plan.text);
    plan.columns = block->place->columns > 1 ? block->place->columns : 1;
    plan.own_column = plan.hint->count == (size_t)plan.columns;
    plan.label_gap = zt_setting_gap(setting, LABEL_GAP);
    plan.beside = true;
    set_label(setting, &plan, block->at);
    if (plan.label) {
        double wide = plan.label->max_width + plan.label_gap;
        plan.beside = goes_beside(block, &plan, width, wide);
        plan.label_width = plan.beside ? wide : 0;
        if (!plan.beside)
            set_label(setting, &plan, block->at);
    }
    divide(block, &plan, width);
    set_paras(setting, &plan);
    return plan;
}

/* The label's lines stand two lines of text apart, so that they share its rhythm. */
static double label_pitch(const hint_plan *plan, double leading)
{
    double own = plan->head.para.leading;
    return plan->beside ? zt_max(2 * leading, own) : own;
}

/* How far the label's first em box lies below the text's: the middle of its ink in the middle of
   the first two lines. */
static double label_drop(const hint_plan *plan, double leading)
{
    return (plan->text.text.size + leading - plan->head.text.size) / 2;
}

/* What stands over the text when the label is above. */
static double label_above(const hint_plan *plan)
{
    if (!plan->label || plan->beside)
        return 0;
    return zt_em_height(label_count(plan), plan->head.text.size, plan->head.para.leading) +
           plan->label_gap / 2;
}

/* Points of the box at a leading. */
static double height_at(const hint_plan *plan, double leading)
{
    double height = label_above(plan) + zt_running_height(&plan->running, leading);
    if (!plan->label || !plan->beside)
        return height;
    double drop = label_drop(plan, leading);
    double label =
        zt_em_height(label_count(plan), plan->head.text.size, label_pitch(plan, leading));
    return zt_max(height, drop + label) + zt_max(0, -drop);
}

/* Where the text's first em box stands. */
static zt_point text_origin(const hint_plan *plan, double leading)
{
    zt_point origin = {plan->label_width, label_above(plan)};
    if (plan->label && plan->beside)
        origin.y += zt_max(0, -label_drop(plan, leading));
    return origin;
}

/* The label's where it stands above, else the text's: beside it the label is lower. */
static double first_baseline(const hint_plan *plan)
{
    if (plan->label && !plan->beside)
        return zt_lines_baseline(plan->label, &plan->head);
    double first = zt_running_baseline(&plan->running);
    return first < 0 ? first : text_origin(plan, plan->text.para.leading).y + first;
}

/* Spare height opens the leading, up to the greatest of the style. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    hint_plan *own = ZT_NEW(setting->arena, hint_plan);
    *own = plan_hint(block, setting, width);
    double natural = height_at(own, own->text.para.leading);
    double most = height_at(own, zt_leading_most(&own->text));
    return (zt_plan){.extent = {natural, zt_max(natural, most)},
                     .first_baseline = first_baseline(own),
                     .own = own};
}

/* The leading with which the box fills the height; the height grows evenly with it. */
static double leading_for(const hint_plan *plan, double height)
{
    double low = plan->text.para.leading, high = zt_leading_most(&plan->text);
    double least = height_at(plan, low), most = height_at(plan, high);
    if (height <= least || most <= least)
        return low;
    return height >= most ? high : low + (high - low) * (height - least) / (most - least);
}

/* Draws the label at the rhythm of the text. */
static void place_label(const zt_block *block, const zt_setting *setting, const hint_plan *plan,
                        double leading, zt_group *into)
{
    double drop = plan->beside ? label_drop(plan, leading) : 0;
    double pitch = label_pitch(plan, leading);
    zt_rect box = {0, zt_max(0, drop), plan->label->max_width,
                   zt_em_height(label_count(plan), plan->head.text.size, pitch)};
    zt_group *part = zt_scene_add_part(setting->scene, into, block->at, "head", ZT_ROLE_H2, box);
    zt_lines_place(setting, plan->label, &plan->head, part, (zt_point){0, 0}, pitch);
}

/* Label and text at the leading that fills the height. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const hint_plan *plan = planned->own;
    double leading = leading_for(plan, height);
    into->role = ZT_ROLE_SECT;
    if (plan->label)
        place_label(planned->block, setting, plan, leading, into);
    zt_running_place(setting, &plan->running, into, text_origin(plan, leading), leading);
}

static const zt_param params[] = {
    {"label", ZT_PARAM(hint_params, label, WORD), "auto side top", "auto",
     "标签在左或在上；auto 看余下的栏宽",
     "the label at the left or above; auto: by the measure left"},
    {0},
};
static const zt_part_default parts[] = {
    {"head", "hint-head", "标签", "label"},
    {"text", "body", "正文", "text"},
    {"strong", "strong", "正文中的粗体", "bold in the text"},
    {0},
};

const zt_block_kind zt_block_kind_hint = {
    .name = "hint",
    .spans = zt_spans_wide,
    .takes_columns = true,
    .params = {params, sizeof(hint_params)},
    .parts = parts,
    .zh = "核心提示：标签在左，各段分栏。",
    .en = "The hint box: a label, its paragraphs in columns.",
    .plan = plan,
    .place = place,
};
