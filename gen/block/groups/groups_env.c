/* The looks and parameters of a block of groups at the fit in force. */
#include "block/groups/groups_imp.h"

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
    looks->row = zt_block_look(setting, block, "figure-row");
    looks->row_label = zt_block_look(setting, block, "row-label");
    looks->row_head = zt_block_look(setting, block, "row-head");
    looks->part = zt_block_look(setting, block, "part");
    looks->tick = zt_block_look(setting, block, "tick");

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
    set_at_sense(&looks->row_label);
    set_at_sense(&looks->row_head);
    looks->body.para.indent = 0;
}

/* On a ground that asks for reversed type an ink that nobody named is the paper's. */
static const zt_ink *ink_of(const zt_setting *setting, const zt_block *block, const char *param)
{
    if (block->reversed && !zt_block_set(block, param))
        return &zt_ink_paper;
    return zt_block_ink(setting, block, param);
}

static bool has_word(zt_str list, const char *wanted)
{
    zt_str word;
    while (zt_str_word(&list, &word))
        if (zt_str_is(word, wanted))
            return true;
    return false;
}

static int choice_of(const zt_block *block, const char *param, const char *const *names)
{
    zt_str word = zt_block_word(block, param);
    int i = 0;
    while (names[i + 1] && !zt_str_is(word, names[i]))
        i++;
    return i;
}

/* What cards of rows and small pictures need. */
static void init_row_sizes(zt_groups_sizes *s, const zt_setting *setting, const zt_block *block,
                           const zt_groups_looks *looks)
{
    static const char *const bars[] = {"none", "series", "unit", NULL};
    static const char *const parts[] = {"auto", "figures", "strip", "units", NULL};
    double em = looks->row_label.text.size;
    const struct {
        double *to;
        const char *param;
    } lengths[] = {
        {&s->icon, "icon"},
        {&s->icon_column, "icon-column"},
        {&s->icon_line, "icon-line"},
        {&s->hairline, "hairline"},
        {&s->row_pitch, "row-pitch"},
        {&s->row_pitch_max, "row-pitch-max"},
        {&s->figure_column, "figure-column"},
        {&s->column_gap, "column-gap"},
        {&s->lead_gap, "lead-gap"},
        {&s->bar, "bar"},
        {&s->bar_gap, "bar-gap"},
        {&s->strip, "strip"},
        {&s->unit, "unit"},
        {&s->unit_gap, "unit-gap"},
        {&s->unit_least, "unit-least"},
        {&s->picture_gap, "picture-gap"},
        {&s->picture_bar, "picture-bar"},
        {&s->rank_cell, "rank-cell"},
        {&s->foot, "foot"},
    };
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        *lengths[i].to = zt_block_length(setting, block, lengths[i].param, em);
    s->row_pitch_max = zt_max(s->row_pitch, s->row_pitch_max);
    s->row_unit_ratio = zt_block_number(block, "row-unit-ratio");
    s->lead_ratio = zt_block_number(block, "lead-ratio");
    s->wide_above = (int)zt_block_number(block, "wide-above");
    s->small_parts = zt_str_is(zt_block_word(block, "part-figures"), "small");
    s->icon_at_head = zt_str_is(zt_block_word(block, "icon-at"), "head");
    s->picture_rank = has_word(zt_block_word(block, "pictures"), "rank");
    s->picture_change = has_word(zt_block_word(block, "pictures"), "change");
    s->bars = (zt_groups_bars)choice_of(block, "bars", bars);
    s->parts = (zt_groups_parts)choice_of(block, "parts", parts);
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
    env->variant = variant_of(block);
    init_looks(&env->looks, setting, block);
    init_sizes(&env->sizes, setting, block, &env->looks);
    init_row_sizes(&env->sizes, setting, block, &env->looks);
    env->rows =
        env->variant == ZT_GROUPS_CARDS && zt_str_is(zt_block_word(block, "points"), "rows");
    env->icons = zt_groups_icons(env);
    if (env->icons && !env->sizes.icon_at_head)
        env->margin = env->sizes.icon_column;
    if (env->variant == ZT_GROUPS_BANDS)
        env->numeral_width = zt_groups_numeral_width(env);
}
