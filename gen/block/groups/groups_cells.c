/* The cells of a group (model/point_cells.h) set in type: their figures at a size, their words at a
   width. Many arrangements are tried with the same cells, so each is shaped once. */
#include "block/groups/groups_imp.h"

/* Words as runs: a label with the figures it names in bold, each unbroken; a sentence and a
   statement as their spans ask. */
static void set_runs(const zt_groups_env *env, zt_group_cell *cell, const zt_point_cell *said)
{
    const zt_groups_looks *looks = &env->looks;
    if (said->kind == ZT_CELL_SENTENCE || said->kind == ZT_CELL_STATEMENT) {
        const zt_look *look = &looks->statement;
        zt_rich_style style = {.base = look, .strong = look, .figure = look};
        if (said->kind == ZT_CELL_SENTENCE)
            style = (zt_rich_style){.base = &looks->label, .strong = &looks->label_strong};
        cell->run_count = zt_rich_runs(env->setting, &said->words, &style, &cell->runs);
        return;
    }
    cell->runs = ZT_ARRAY(env->setting->arena, said->words.count, zt_run);
    cell->run_count = said->words.count;
    for (size_t i = 0; i < said->words.count; i++) {
        const zt_span *span = &said->words.spans[i];
        bool figure = span->kind == ZT_SPAN_QUANTITY;
        cell->runs[i] = (zt_run){.text = span->kind == ZT_SPAN_BREAK ? ZT_STR("\n") : span->text,
                                 .style = figure ? &looks->label_strong.text : &looks->label.text,
                                 .at = span->at,
                                 .bound = figure};
    }
}

static size_t kept_optional(const zt_groups_env *env, const zt_group_content *group, size_t first)
{
    size_t count = zt_group_optional(group), kept = 0;
    while (kept < count && !zt_setting_drops(env->setting, first + kept))
        kept++;
    return kept;
}

size_t zt_groups_cells(const zt_groups_env *env, const zt_group_content *group,
                       size_t optional_first, zt_group_cell **out)
{
    zt_cell_options options = {.one_figure = env->rows,
                               .change_drawn = env->sizes.picture_change,
                               .parts_small = env->sizes.small_parts,
                               .optional_kept = kept_optional(env, group, optional_first)};
    zt_point_cells said = zt_point_cells_of(env->setting->arena, group, &options);
    zt_group_cell *cells = ZT_ARRAY(env->setting->arena, said.count, zt_group_cell);
    const zt_entry_point *point = NULL;
    size_t whole = 0; /* of its point */
    for (size_t i = 0; i < said.count; i++) {
        zt_point_cell *from = &said.items[i];
        zt_group_cell *cell = &cells[i];
        *cell = (zt_group_cell){.point = from->point,
                                .leads = from->role == ZT_CELL_LEAD,
                                .as_large = from->role == ZT_CELL_RANK,
                                .figures = from->figures,
                                .figure_count = from->figure_count,
                                .change = from->change.quantity};
        set_runs(env, cell, from);
        if (from->point != point)
            whole = 0;
        point = from->point;
        if (from->kind != ZT_CELL_WHOLE)
            continue;
        cell->whole = zt_whole_new(env, point, whole++);
        if (env->sizes.small_parts && !env->rows)
            cell->figure_count = 0;
    }
    *out = cells;
    return said.count;
}

static zt_look figure_look(const zt_groups_env *env, const zt_group_cell *cell, bool at_lead_size)
{
    const zt_look *look = cell->leads ? &env->looks.figure : &env->looks.second;
    double size = at_lead_size || cell->as_large ? env->looks.figure.text.size : look->text.size;
    if (cell->change)
        size *= env->sizes.lead_ratio;
    return zt_look_at_size(look, size * env->shrink);
}

/* A box for a missing value is as high as a Han figure would be, not as high as digits. */
static const zt_figure *figure_at(const zt_groups_env *env, const zt_quantity *q,
                                  const zt_figure_style *style)
{
    zt_figure_style low = *style;
    if (q->status != ZT_MISSING)
        return zt_figure_new(env->setting, q, style);
    low.look = zt_look_at_size(&style->look, style->look.text.size * style->han_ratio);
    return zt_figure_new(env->setting, q, &low);
}

static void set_figures(const zt_groups_env *env, const zt_group_cell *cell, bool at_lead_size,
                        zt_cell_figures *set)
{
    const zt_groups_sizes *sizes = &env->sizes;
    zt_look look = figure_look(env, cell, at_lead_size);
    zt_figure_style style = {
        .look = look,
        .unit_ratio = sizes->unit_ratio,
        .gap = sizes->figure_gap,
        .han_ratio = sizes->han_ratio,
        .small_ink = look.ink == env->looks.label.ink ? NULL : env->looks.label.ink,
        .missing = env->looks.missing,
    };
    *set = (zt_cell_figures){.shrink = env->shrink};
    set->figures = ZT_ARRAY(env->setting->arena, cell->figure_count, const zt_figure *);
    for (size_t i = 0; i < cell->figure_count; i++) {
        set->figures[i] = figure_at(env, cell->figures[i], &style);
        set->width += set->figures[i]->width + (i > 0 ? sizes->cell_gap : 0);
        set->ascent = zt_max(set->ascent, set->figures[i]->ascent);
    }
}

/* Many arrangements are tried with the same figures: each size is shaped once. */
void zt_group_cell_set(const zt_groups_env *env, zt_group_cell *cell, bool at_lead_size)
{
    zt_cell_figures *set = &cell->sizes[at_lead_size ? 1 : 0];
    if (!set->figures || set->shrink < env->shrink || set->shrink > env->shrink)
        set_figures(env, cell, at_lead_size, set);
    cell->set = set;
}

/* What stands on one line in a wider measure stands so in this one, if it is no wider. */
static bool serves(const zt_group_cell_para *set, double width)
{
    if (set->para->line_count > 1)
        return set->width >= width && set->width <= width;
    return set->width >= width && set->para->max_width <= width;
}

zt_para *zt_group_cell_para_at(const zt_groups_env *env, zt_group_cell *cell, double width)
{
    const zt_look *look = cell->figure_count ? &env->looks.label : &env->looks.statement;
    width = zt_min(width, env->sizes.label_measure * look->text.size);
    if (cell->measure > 0)
        width = zt_min(width, cell->measure);
    for (size_t i = 0; i < cell->paras.count; i++)
        if (serves(&cell->paras.items[i], width))
            return cell->paras.items[i].para;
    zt_group_cell_para set = {width,
                              zt_para_break(env->setting->arena, env->setting->diags, cell->runs,
                                            cell->run_count, &look->para, width)};
    ZT_PUSH(env->setting->arena, &cell->paras, set);
    return set.para;
}
