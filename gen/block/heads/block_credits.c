/* Sources and credits at the foot: one line under a hairline, or a stack flush right. */
#include "block/heads/credits.h"

#include "block/heads/heads.h"
#include "block/words/lines.h"

typedef enum ruled { RULED_AUTO, RULED_YES, RULED_NO } ruled;
/* What a template may set of the credits. */
typedef struct credits_params {
    ruled ruled;
} credits_params;

static const double RULE = ZT_MM(0.12); /* the hairline above */
static const double RULE_GAP = 1;       /* below it, steps of the theme's scale */
static const double ITEM_GAP = 1.5;     /* em: between the items of a line */
static const char RULE_INK[] = "key";

static const double UNBROKEN = 1e6; /* points: wider than any page */

/* One role with its names, and where it stands. */
typedef struct credit_item {
    zt_str text;
    zt_pos at;
    bool source;
    zt_para *para;
    double x, top, width, height; /* in the block, once arranged */
} credit_item;

/* All items arranged at a width. */
typedef struct credit_plan {
    zt_look look;
    credit_item *items;
    size_t count;
    double rule, rule_gap; /* points; 0 without a rule */
    /* Of the lines, without rule and gap. */
    double height;
} credit_plan;

/* Without a form the names stand alone. */
static zt_str form_of(const zt_setting *setting, const char *role)
{
    const zt_theme *theme = setting->template_->theme;
    const zt_english *english = &theme->english;
    const struct {
        const char *role, *format, *english;
    } formats[] = {
        {"source", theme->credit_source, english->source},
        {"compiled", theme->credit_compiled, english->compiled},
        {"art", theme->credit_art, english->art},
        {"photo", theme->credit_photo, english->photo},
        {"edit", theme->credit_edit, english->edit},
    };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (zt_str_is(zt_str_from(role), formats[i].role))
            return zt_form_in(setting->language, zt_str_from(formats[i].format),
                              formats[i].english);
    return (zt_str){0};
}

/* One item a role: neighbours of one role share its words (资料来源：统计局、商务委). */
static void gather(const zt_block *block, const zt_setting *setting, credit_plan *plan)
{
    const zt_credits *credits = block->content;
    plan->items = ZT_ARRAY(setting->arena, credits->count, credit_item);
    for (size_t i = 0; i < credits->count;) {
        const zt_credit *credit = &credits->items[i];
        zt_str role = zt_str_from(credit->role);
        zt_buf names;
        zt_buf_init(&names, setting->arena);
        zt_buf_str(&names, credit->text);
        for (i++; i < credits->count && zt_str_is(role, credits->items[i].role); i++) {
            zt_buf_puts(&names, ZT_IN(setting->language, "、", ", "));
            zt_buf_str(&names, credits->items[i].text);
        }
        zt_str form = form_of(setting, credit->role);
        plan->items[plan->count++] =
            (credit_item){.text = zt_form_filled(setting->arena, form, zt_buf_view(&names)),
                          .at = credit->at,
                          .source = zt_str_is(role, "source")};
    }
}

/* Breaks one item at a width. */
static void set_item(const zt_setting *setting, const credit_plan *plan, credit_item *item,
                     double width)
{
    item->para = zt_lines_plain(setting, item->text, item->at, &plan->look, width);
    item->width = item->para->max_width;
    item->height =
        zt_em_height(item->para->line_count, plan->look.text.size, plan->look.para.leading);
}

/* Sources from the left, the others up to the right edge; false when they would touch. */
static bool arrange_line(credit_plan *plan, double width, double apart)
{
    double left = 0, right = 0;
    for (size_t i = 0; i < plan->count; i++) {
        double *side = plan->items[i].source ? &left : &right;
        *side += plan->items[i].width + (*side > 0 ? apart : 0);
    }
    if (left + right + (left > 0 && right > 0 ? apart : 0) > width)
        return false;
    double at_left = 0, at_right = width - right;
    for (size_t i = 0; i < plan->count; i++) {
        double *at = plan->items[i].source ? &at_left : &at_right;
        plan->items[i].x = *at;
        *at += plan->items[i].width + apart;
        plan->height = zt_max(plan->height, plan->items[i].height);
    }
    return true;
}

/* From the left, an item that does not fit going to the next line; one wider than the line is
   broken within itself. */
static void arrange_wrapped(const zt_setting *setting, credit_plan *plan, double width,
                            double apart)
{
    double x = 0, top = 0, foot = 0;
    double between = plan->look.para.leading - plan->look.text.size;
    for (size_t i = 0; i < plan->count; i++) {
        credit_item *item = &plan->items[i];
        if (item->width > width)
            set_item(setting, plan, item, width);
        if (x > 0 && x + item->width > width) {
            x = 0;
            top = foot + between;
        }
        item->x = x;
        item->top = top;
        foot = zt_max(foot, top + item->height);
        x += item->width + apart;
    }
    plan->height = foot;
}

/* One item a line, flush right. */
static void arrange_stack(const zt_setting *setting, credit_plan *plan, double width)
{
    plan->look.para.align = ZT_ALIGN_END;
    double between = plan->look.para.leading - plan->look.text.size, top = 0;
    for (size_t i = 0; i < plan->count; i++) {
        credit_item *item = &plan->items[i];
        set_item(setting, plan, item, width);
        item->width = width;
        item->top = top;
        plan->height = top + item->height;
        top = plan->height + between;
    }
}

/* One line if it holds all, else a stack or wrapped lines, as the variant asks. */
static credit_plan plan_credits(const zt_block *block, const zt_setting *setting, double width)
{
    const credits_params *p = block->params;
    credit_plan plan = {.look = zt_block_look(setting, block, "credit")};
    plan.look.para.align = ZT_ALIGN_START;
    bool stack = zt_str_is(zt_str_from(block->variant), "stack");
    bool either = zt_str_is(zt_str_from(block->variant), "auto");
    double apart = ITEM_GAP * plan.look.text.size;
    gather(block, setting, &plan);
    if (plan.count == 0)
        return plan;
    for (size_t i = 0; i < plan.count; i++)
        set_item(setting, &plan, &plan.items[i], UNBROKEN);
    bool line = !stack && arrange_line(&plan, width, apart);
    stack = stack || (either && !line);
    if (p->ruled == RULED_YES || (!stack && p->ruled == RULED_AUTO)) {
        plan.rule = RULE;
        plan.rule_gap = zt_setting_gap(setting, RULE_GAP);
    }
    if (stack)
        arrange_stack(setting, &plan, width);
    else if (!line)
        arrange_wrapped(setting, &plan, width, apart);
    return plan;
}

/* Points of lines, rule and the gap between them. */
static double plan_height(const credit_plan *plan)
{
    return plan->rule + plan->rule_gap + plan->height;
}

/* The plan at a width; the block uses no spare height. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    credit_plan *own = ZT_NEW(setting->arena, credit_plan);
    *own = plan_credits(block, setting, width);
    double height = plan_height(own), top = height - own->height;
    zt_first_line first = ZT_NO_LINE;
    for (size_t i = 0; i < own->count; i++)
        zt_first_line_add(
            &first, top + own->items[i].top + zt_lines_baseline(own->items[i].para, &own->look),
            own->look.text.size);
    return (zt_plan){.extent = {height, height}, .first_baseline = first.baseline, .own = own};
}

/* The hairline over the credits, which no reader needs to hear of. */
static void place_rule(const zt_block *block, const zt_setting *setting, const credit_plan *plan,
                       zt_rect box, zt_group *into)
{
    zt_group *part =
        zt_scene_add_part(setting->scene, into, block->at, "rule", ZT_ROLE_ARTIFACT, box);
    zt_rule_place(setting, block->at, part, (zt_rect){0, 0, box.w, plan->rule},
                  zt_setting_ink(setting, RULE_INK));
}

/* Everything stands at the foot of the frame: the last line is the last of the page. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const credit_plan *plan = planned->own;
    double width = planned->width;
    double top = zt_max(0, height - plan_height(plan));
    if (plan->rule > 0)
        place_rule(planned->block, setting, plan, (zt_rect){0, top, width, plan->rule}, into);
    top += plan->rule + plan->rule_gap;
    for (size_t i = 0; i < plan->count; i++) {
        const credit_item *item = &plan->items[i];
        zt_rect box = {item->x, top + item->top, item->width, item->height};
        zt_group *part =
            zt_scene_add_part(setting->scene, into, item->at, "credit", ZT_ROLE_P, box);
        part->layer = "credits";
        zt_lines_place(setting, item->para, &plan->look, part, (zt_point){0, 0},
                       plan->look.para.leading);
    }
}

static const zt_param params[] = {
    {"ruled", ZT_PARAM(credits_params, ruled, WORD), "auto yes no", "auto",
     "上方的细线；auto：line 有，stack 没有",
     "the hairline above; auto: with line, not with stack"},
    {0},
};
static const zt_part_default parts[] = {
    {"credit", "credit", "署名", "sources and credits"},
    {0},
};

const zt_block_kind zt_block_kind_credits = {
    .name = "credits",
    .variants = "line stack auto",
    .params = {params, sizeof(credits_params)},
    .parts = parts,
    .zh = "来源与署名：来源在左，其余在右；stack 为逐行齐右；auto 一行排不下时逐行。",
    .en =
        "Sources left, credits right; or stacked; auto: stacked where one line does not hold them.",
    .plan = plan,
    .place = place,
};
