/* The looks and parameters of a block of groups at the fit in force. */
#include "block/groups/groups_imp.h"

static const double STRONG = 1.15;       /* figures inside labels, by the label */
static const double ROW_UNIT = 0.64;     /* units by digits in rows */
static const double LABEL_MOST = 24;     /* characters in a line of a label */
static const double STATEMENT_LEAST = 7; /* characters in a line of a statement */
static const double UNIT_GAP = 0.07;     /* em of the digits; at most 0.09 em of the unit */
static const double HAN = 0.78;          /* Han figures by digits */

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
    double ratio = STRONG;
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

/* What cards of rows and small pictures need. */
static void init_row_sizes(zt_groups_sizes *s, const zt_groups_params *p,
                           const zt_groups_looks *looks)
{
    double em = looks->row_label.text.size;
    s->icon = zt_points(p->icon, em);
    s->icon_column = zt_points(p->icon_column, em);
    s->icon_line = zt_points(p->icon_line, em);
    s->hairline = zt_points(p->hairline, em);
    s->row_pitch = zt_points(p->row_pitch, em);
    s->figure_column = zt_points(p->figure_column, em);
    s->column_gap = zt_points(p->column_gap, em);
    s->lead_gap = zt_points(p->lead_gap, em);
    s->bar = zt_points(p->bar, em);
    s->bar_gap = zt_points(p->bar_gap, em);
    s->strip = zt_points(p->strip, em);
    s->unit = zt_points(p->square, em);
    s->unit_gap = zt_points(p->square_gap, em);
    s->unit_least = zt_points(p->square_least, em);
    s->picture_gap = zt_points(p->picture_gap, em);
    s->picture_bar = zt_points(p->picture_bar, em);
    s->rank_cell = zt_points(p->rank_cell, em);
    s->foot = zt_points(p->foot, em);
    s->row_pitch_max = zt_max(s->row_pitch, zt_points(p->row_pitch_max, em));
    s->row_unit_ratio = ROW_UNIT;
    s->lead_ratio = p->lead_ratio;
    s->wide_above = p->wide_above;
    s->small_parts = p->part_figures == ZT_PART_FIGURES_SMALL;
    s->icon_at_head = p->icon_at == ZT_ICON_AT_HEAD;
    s->picture_rank = p->pictures & ZT_PICTURE_RANK;
    s->picture_change = p->pictures & ZT_PICTURE_CHANGE;
    s->bars = p->bars;
    s->parts = p->parts;
}

static void init_sizes(zt_groups_sizes *s, const zt_setting *setting, const zt_groups_params *p,
                       const zt_groups_looks *looks)
{
    double em = looks->body.text.size;
    s->rule = zt_points(p->rule, em);
    s->rule_gap = p->rule_gap.natural;
    s->badge = zt_points(p->badge, looks->head.text.size);
    s->badge_gap = zt_points(p->badge_gap, looks->head.text.size);
    s->numeral_gap = zt_points(p->numeral_gap, em);
    s->head_gap = zt_points(p->head_gap, em);
    s->text_gap = zt_points(p->text_gap, em);
    s->row_gap = zt_points(p->row_gap, em);
    s->label_gap = zt_points(p->label_gap, looks->label.text.size);
    s->point_gap = zt_points(p->point_gap, em);
    s->group_gap = zt_points(p->group_gap, em);
    s->group_gap_max = zt_max(s->group_gap, zt_points(p->group_gap_max, em));
    s->cell_width = zt_points(p->cell_width, looks->label.text.size);
    s->cell_gap = zt_points(p->cell_gap, looks->label.text.size);
    s->bullet = zt_points(p->bullet, em);
    s->indent = zt_points(p->indent, em);
    s->label_measure = LABEL_MOST;
    s->statement_measure = STATEMENT_LEAST;
    s->unit_ratio = p->unit_ratio;
    s->figure_gap = UNIT_GAP;
    s->han_ratio = HAN;
    s->spare = zt_max(1, p->spare);
    s->cells = p->cells;
    s->equal = p->equal;
    s->rule_ink = p->rule_ink;
    s->badge_ink = p->badge_ink;
    /* The number is what the disc is not: on a reversed ground the two change places. */
    s->number_ink = s->badge_ink == &zt_ink_paper ? zt_setting_ink(setting, "key") : &zt_ink_paper;
    s->bullet_ink = p->bullet_ink;
}

void zt_groups_env_init(zt_groups_env *env, const zt_setting *setting, const zt_block *block)
{
    const zt_groups *content = block->content;
    *env = (zt_groups_env){.setting = setting,
                           .block = block,
                           .params = block->params,
                           .content = content,
                           .shrink = 1};
    env->variant = variant_of(block);
    init_looks(&env->looks, setting, block);
    init_sizes(&env->sizes, setting, env->params, &env->looks);
    init_row_sizes(&env->sizes, env->params, &env->looks);
    env->rows = env->variant == ZT_GROUPS_CARDS && env->params->points == ZT_POINTS_ROWS;
    env->icons = zt_groups_icons(env);
    if (env->icons && !env->sizes.icon_at_head)
        env->margin = env->sizes.icon_column;
    if (env->variant == ZT_GROUPS_BANDS)
        env->numeral_width = zt_groups_numeral_width(env);
}
