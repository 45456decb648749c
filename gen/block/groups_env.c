/* The looks and parameters of a block of groups at the fit in force. */
#include "block/groups_imp.h"

/* A figure in a running line is at most this much larger (docs/typesetting.md, R66). */
static const double INLINE_MOST = 1.5;

static zt_groups_variant variant_of(const zt_block *block)
{
    zt_str name = zt_str_from(block->variant);
    if (zt_str_is(name, "bands"))
        return ZT_GROUPS_BANDS;
    if (zt_str_is(name, "list"))
        return ZT_GROUPS_LIST;
    return ZT_GROUPS_CARDS;
}

/* Words under a figure are never justified; they break where the sense does. */
static void set_at_sense(zt_look *look)
{
    if (look->para.align == ZT_ALIGN_JUSTIFY)
        look->para.align = ZT_ALIGN_START;
    look->para.indent = 0;
    look->para.at_sense = true;
}

static void init_looks(zt_groups_looks *looks, const zt_setting *setting, const zt_block *block)
{
    looks->title = zt_block_look(setting, block, "title");
    looks->head = zt_block_look(setting, block, "head");
    looks->badge = zt_block_look(setting, block, "badge");
    looks->period = zt_block_look(setting, block, "period");
    looks->numeral = zt_block_look(setting, block, "numeral");
    looks->figure = zt_block_look(setting, block, "figure");
    looks->second = zt_block_look(setting, block, "figure-second");
    looks->missing = zt_block_look(setting, block, "missing");
    looks->label = zt_block_look(setting, block, "label");
    looks->statement = zt_block_look(setting, block, "statement");
    looks->body = zt_block_look(setting, block, "body");

    zt_look strong = zt_block_look(setting, block, "strong");
    zt_look figure = zt_block_look(setting, block, "inline-figure");
    double ratio = zt_block_number(block, "strong-ratio");
    looks->strong = zt_look_at_size(&strong, looks->body.text.size);
    looks->label_strong = zt_look_at_size(&strong, looks->label.text.size * ratio);
    looks->inline_figure =
        zt_look_at_size(&figure, zt_min(figure.text.size, INLINE_MOST * looks->body.text.size));
    set_at_sense(&looks->head);
    set_at_sense(&looks->label);
    set_at_sense(&looks->statement);
    looks->body.para.indent = 0;
}

static bool is_set(const zt_block *block, const char *param)
{
    for (size_t i = 0; i < block->place->set_count; i++)
        if (zt_str_is(zt_str_from(block->place->sets[i].name), param))
            return true;
    return false;
}

/* On a ground that asks for reversed type an ink that nobody named is the paper's. */
static const zt_ink *ink_of(const zt_setting *setting, const zt_block *block, const char *param)
{
    if (block->reversed && !is_set(block, param))
        return &zt_ink_paper;
    return zt_block_ink(setting, block, param);
}

static void init_sizes(zt_groups_sizes *s, const zt_setting *setting, const zt_block *block,
                       const zt_groups_looks *looks)
{
    double em = looks->body.text.size;
    s->rule = zt_block_length(setting, block, "rule", em);
    s->rule_gap = zt_block_length(setting, block, "rule-gap", em);
    s->badge = zt_block_length(setting, block, "badge", looks->head.text.size);
    s->badge_gap = zt_block_length(setting, block, "badge-gap", looks->head.text.size);
    s->numeral_gap = zt_block_length(setting, block, "numeral-gap", em);
    s->head_gap = zt_block_length(setting, block, "head-gap", em);
    s->text_gap = zt_block_length(setting, block, "text-gap", em);
    s->row_gap = zt_block_length(setting, block, "row-gap", em);
    s->label_gap = zt_block_length(setting, block, "label-gap", looks->label.text.size);
    s->point_gap = zt_block_length(setting, block, "point-gap", em);
    s->group_gap = zt_block_length(setting, block, "group-gap", em);
    s->group_gap_max = zt_max(s->group_gap, zt_block_length(setting, block, "group-gap-max", em));
    s->cell_width = zt_block_length(setting, block, "cell-width", looks->label.text.size);
    s->cell_gap = zt_block_length(setting, block, "cell-gap", looks->label.text.size);
    s->bullet = zt_block_length(setting, block, "bullet", em);
    s->indent = zt_block_length(setting, block, "indent", em);
    s->label_measure = zt_block_number(block, "label-measure");
    s->statement_measure = zt_block_number(block, "statement-measure");
    s->unit_ratio = zt_block_number(block, "unit-ratio");
    s->figure_gap = zt_block_number(block, "figure-gap");
    s->han_ratio = zt_block_number(block, "han-ratio");
    s->spare = zt_max(1, zt_block_number(block, "spare"));
    s->cells = (int)zt_block_number(block, "cells");
    s->equal = zt_block_yes(block, "equal");
    s->rule_ink = ink_of(setting, block, "rule-ink");
    s->badge_ink = ink_of(setting, block, "badge-ink");
    /* The number is what the disc is not: on a reversed ground the two change places. */
    s->number_ink =
        s->badge_ink == &zt_ink_paper ? zt_block_ink(setting, block, "badge-ink") : &zt_ink_paper;
    s->bullet_ink = ink_of(setting, block, "bullet-ink");
}

void zt_groups_env_init(zt_groups_env *env, const zt_setting *setting, const zt_block *block)
{
    const zt_groups *content = block->content;
    *env = (zt_groups_env){.setting = setting, .block = block, .content = content, .shrink = 1};
    env->end = block->end == 0 || block->end > content->count ? content->count : block->end;
    env->first = block->first < env->end ? block->first : env->end;
    env->variant = variant_of(block);
    init_looks(&env->looks, setting, block);
    init_sizes(&env->sizes, setting, block, &env->looks);
    if (env->variant == ZT_GROUPS_BANDS)
        env->numeral_width = zt_groups_numeral_width(env);
}
