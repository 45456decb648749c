/* Small pictures below the label of a cell: the cells of a ranking with the place lit, this year's
   bar over last year's, the marks of a whole. */
#include "block/groups/groups_imp.h"

#include <math.h>

#include "chart/marks.h"
#include "model/calc.h"

/* Cells of a ranking, and white between two of them, of a cell. */
enum { RANK_CELLS = 10 };
static const double rank_gap = 0.18;

/* ---- a place among the first ten ---- */

static size_t place_of(const zt_quantity *rank)
{
    double place = rank->has_number ? zt_num_double(rank->printed) : 0;
    return place >= 1 ? (size_t)place : 0;
}

static bool has_rank(const zt_groups_env *env, const zt_group_cell *cell)
{
    const zt_quantity *q = cell->figures[0];
    return env->sizes.picture_rank && !cell->whole && cell->figure_count == 1 &&
           q->kind == ZT_Q_RANK && !q->range_to && place_of(q) >= 1 && place_of(q) <= RANK_CELLS;
}

typedef struct rank_strip {
    double cell, pitch;
} rank_strip;

static rank_strip rank_strip_of(const zt_groups_env *env, double width)
{
    double cell = env->sizes.rank_cell, all = RANK_CELLS * (1 + rank_gap) - rank_gap;
    cell = zt_min(cell, width / all);
    return (rank_strip){cell, cell * (1 + rank_gap)};
}

/* Numbers below the first and the last cell. */
static double numbers_height(const zt_groups_env *env)
{
    return 1.25 * env->looks.tick.text.size;
}

static void place_number(const zt_groups_env *env, const char *text, double x, double y, zt_pos at,
                         zt_group *into)
{
    const zt_look *look = &env->looks.tick;
    zt_text_place(env->setting->diags, env->setting->scene, into, zt_str_from(text), &look->text,
                  &look->para, ZT_ALIGN_CENTRE, x, y, at);
}

/* 前十 lights all ten in a quiet ink, for its place among them is not known. */
static void draw_rank(const zt_groups_env *env, const zt_group_cell *cell, double width, double y,
                      zt_group *into)
{
    const zt_setting *setting = env->setting;
    const zt_quantity *q = cell->figures[0];
    rank_strip strip = rank_strip_of(env, width);
    bool within = q->within.len > 0 || zt_str_starts(q->text, "前");
    const zt_ink *lit = within ? env->params->within_ink
                               : (cell->leads ? env->looks.figure.ink : env->looks.second.ink);
    zt_rect box = {0, y, RANK_CELLS * strip.pitch, strip.cell + numbers_height(env)};
    zt_group *part = zt_scene_add_part(setting->scene, into, q->at, "rank", ZT_ROLE_ARTIFACT, box);
    for (size_t i = 0; i < RANK_CELLS; i++) {
        bool is_lit = within ? i < place_of(q) : i + 1 == place_of(q);
        zt_scene_fill_rect(setting->scene, part, q->at,
                           (zt_rect){(double)i * strip.pitch, 0, strip.cell, strip.cell},
                           ZT_SOLID(is_lit ? lit : env->params->empty_ink));
    }
    double base = strip.cell + env->looks.tick.text.size;
    place_number(env, "1", strip.cell / 2, base, q->at, part);
    place_number(env, "10", (RANK_CELLS - 1) * strip.pitch + strip.cell / 2, base, q->at, part);
}

/* ---- this period against the one before ---- */

typedef struct change_plan {
    double value, base; /* lengths of the bars */
    bool derived;       /* the base is not printed anywhere: it follows from the change */
    bool apart;         /* the change needs a line of its own */
    double words_top;
    zt_str base_words;
    zt_wording words; /* 去年同期约14.8万人次（推算） */
    const zt_figure *change;
    double foot, change_base; /* of the lower bar; baseline of the change */
    double height;
} change_plan;

static const char *basis_words(zt_basis basis)
{
    switch (basis) {
    case ZT_BASIS_YOY:
        return "去年同期";
    case ZT_BASIS_MOM:
        return "上期";
    case ZT_BASIS_YTD:
        return "年初";
    case ZT_BASIS_PLAN:
        return "计划";
    case ZT_BASIS_NONE:
        break;
    }
    return "基数";
}

static double base_value(const zt_quantity *value, const zt_quantity *change)
{
    const zt_quantity *vs = change->vs_value;
    if (vs && vs->has_number && vs->unit.len + value->unit.len > 0) {
        double base = zt_num_double(vs->value);
        /* vs="14.8" beside 46.3万人次 is 14.8万人次. */
        return vs->scale == 0 && vs->unit.len == 0 ? base * pow(10, value->scale) : base;
    }
    double growth = zt_num_double(change->value) / (double)zt_calc_factor(change->unit);
    return growth > -1 ? zt_num_double(value->value) / (1 + growth) : 0;
}

/* As the value is printed: with its scale, its unit and its decimals. */
static zt_str base_text(zt_arena *arena, const zt_quantity *value, const zt_quantity *change,
                        double base)
{
    const zt_quantity *vs = change->vs_value;
    zt_str after = zt_str_slice(value->text, value->figure_end, value->text.len);
    if (vs && vs->unit.len > 0)
        return vs->text;
    if (vs)
        return zt_str_from(zt_arena_printf(arena, "%.*s%.*s", ZT_ARG(vs->text), ZT_ARG(after)));
    zt_buf buf;
    zt_buf_init(&buf, arena);
    zt_buf_number(&buf, base / pow(10, value->scale), value->printed.decimals);
    zt_buf_str(&buf, after);
    return zt_buf_view(&buf);
}

static zt_str base_words(const zt_groups_env *env, const zt_group_cell *cell, double base,
                         bool derived)
{
    zt_arena *arena = env->setting->arena;
    zt_str text = base_text(arena, cell->figures[0], cell->change, base);
    const char *about = derived && !zt_str_starts(text, "约") ? "约" : "";
    return zt_str_from(zt_arena_printf(arena, "%s%s%.*s%s", basis_words(cell->change->basis), about,
                                       ZT_ARG(text), derived ? "（推算）" : ""));
}

/* 同比增长 beside its digits is smaller than a unit. */
static const double change_words = 0.8;

static const zt_figure *change_figure(const zt_groups_env *env, const zt_quantity *change)
{
    zt_look look = zt_look_at_size(&env->looks.second, env->looks.second.text.size * env->shrink);
    zt_figure_style style = {.look = look,
                             .unit_ratio = change_words * env->sizes.unit_ratio,
                             .gap = env->sizes.figure_gap,
                             .han_ratio = env->sizes.han_ratio,
                             .missing = env->looks.missing};
    return zt_figure_new(env->setting, change, &style);
}

static change_plan plan_change(const zt_groups_env *env, const zt_group_cell *cell, double width)
{
    const zt_quantity *value = cell->figures[0], *change = cell->change;
    const zt_look *label = &env->looks.label;
    double gap = env->sizes.bar_gap, bar = env->sizes.picture_bar;
    double now = zt_num_double(value->value), base = base_value(value, change);
    double most = zt_max(now, base);
    change_plan plan = {.derived = !change->vs_value || !change->vs_value->id};
    plan.value = most > 0 ? width * now / most : 0;
    plan.base = most > 0 ? width * base / most : 0;
    plan.change = change_figure(env, change);
    plan.base_words = base_words(env, cell, base, plan.derived);
    plan.words = zt_wording_plain(env->setting, plan.base_words, change->at, label, width);
    double words = plan.words.para ? plan.words.para->max_width : 0;
    double room = width - env->sizes.cell_gap - plan.change->width;
    plan.foot = 2 * bar + gap / 2;
    plan.words_top = plan.foot + gap;
    plan.change_base = plan.words_top + ZT_EM_TOP * label->text.size;
    plan.height = zt_max(plan.words_top + plan.words.height,
                         plan.change_base + ZT_EM_FOOT * env->looks.second.text.size);
    if (zt_max(plan.base, words) <= room && plan.change->ascent <= plan.change_base - bar - gap / 2)
        return plan; /* the words below the bars, the change at their right */
    if (plan.base <= room && plan.change->ascent <= bar + gap) {
        plan.words_top = bar + gap; /* the words between the bars, the change beside the lower */
        plan.foot = plan.words_top + plan.words.height + gap + bar;
        plan.change_base = plan.foot;
        plan.height = plan.foot + ZT_EM_FOOT * env->looks.second.text.size;
        return plan;
    }
    plan.change_base = plan.words_top + plan.words.height + gap + plan.change->ascent;
    plan.height = plan.change_base + ZT_EM_FOOT * env->looks.second.text.size;
    plan.apart = true;
    return plan;
}

/* What the two bars say to a reader who hears the page. */
static const char *change_alt(const zt_groups_env *env, const zt_group_cell *cell, zt_str base)
{
    return zt_arena_printf(env->setting->arena, "%.*s，%.*s", ZT_ARG(cell->figures[0]->text),
                           ZT_ARG(base));
}

static void draw_change(const zt_groups_env *env, const zt_group_cell *cell, double width, double y,
                        zt_group *into)
{
    const zt_setting *setting = env->setting;
    const zt_quantity *change = cell->change;
    change_plan plan = plan_change(env, cell, width);
    double bar = env->sizes.picture_bar;
    zt_chart marks = {.block = env->block,
                      .setting = env->setting,
                      .marks = &env->params->marks,
                      .em = env->looks.label.text.size};
    zt_group *part = zt_scene_add_part(setting->scene, into, change->at, "change", ZT_ROLE_P,
                                       (zt_rect){0, y, width, plan.height});
    zt_group *bars = zt_scene_add_part(setting->scene, part, change->at, "bars", ZT_ROLE_FIGURE,
                                       (zt_rect){0, 0, width, plan.foot});
    bars->alt = change_alt(env, cell, plan.base_words);
    zt_mark_bar(&marks, bars, cell->figures[0]->at, (zt_rect){0, 0, plan.value, bar},
                zt_mark_fill_of(cell->figures[0]), env->looks.figure.ink);
    zt_mark_bar(&marks, bars, change->at, (zt_rect){0, plan.foot - bar, plan.base, bar},
                plan.derived ? ZT_MARK_HATCHED : ZT_MARK_SOLID, env->params->base_ink);
    zt_wording_place(setting, &plan.words, part, "label", ZT_ROLE_SPAN, 0, plan.words_top);
    double x = plan.apart ? 0 : width - plan.change->width;
    zt_group *figure =
        zt_scene_add_part(setting->scene, part, change->at, "figure-second", ZT_ROLE_SPAN,
                          (zt_rect){x, plan.change_base - plan.change->ascent, plan.change->width,
                                    plan.change->ascent});
    zt_figure_place(plan.change, setting, figure, 0, plan.change->ascent);
}

/* ---- a whole in a cell: its marks, then its name ---- */

static zt_para *whole_name(const zt_groups_env *env, zt_group_cell *cell, double width)
{
    zt_para *para = zt_group_cell_para_at(env, cell, width);
    return para->line_count > 0 ? para : NULL;
}

static double whole_height(const zt_groups_env *env, zt_group_cell *cell, double width)
{
    double marks = zt_whole_marks_height(env, cell->whole, width);
    const zt_para *name = whole_name(env, cell, width);
    if (!name)
        return marks;
    return marks + (marks > 0 ? env->sizes.bar_gap : 0) + name->height;
}

static void draw_whole(const zt_groups_env *env, zt_group_cell *cell, double width, double y,
                       zt_group *into)
{
    double marks = zt_whole_marks_height(env, cell->whole, width);
    zt_para *name = whole_name(env, cell, width);
    zt_whole_marks_draw(env, cell->whole, width, y, into);
    if (!name)
        return;
    zt_group *part = zt_scene_add_part(
        env->setting->scene, into, cell->point->at, "label", ZT_ROLE_LBODY,
        (zt_rect){0, y + marks + (marks > 0 ? env->sizes.bar_gap : 0), width, name->height});
    zt_para_place(name, env->setting->scene, part, 0, 0, 0, SIZE_MAX);
}

/* ---- all ---- */

bool zt_picture_has(const zt_groups_env *env, const zt_group_cell *cell)
{
    return cell->whole || cell->change || has_rank(env, cell);
}

double zt_picture_width(const zt_groups_env *env, const zt_group_cell *cell)
{
    if (cell->whole)
        return zt_whole_cell_width(env, cell);
    if (!cell->change)
        return 0;
    return zt_max(cell->set->width, change_figure(env, cell->change)->width);
}

double zt_picture_height(const zt_groups_env *env, zt_group_cell *cell, double width)
{
    if (cell->whole)
        return whole_height(env, cell, width);
    if (cell->change)
        return plan_change(env, cell, width).height;
    return rank_strip_of(env, width).cell + numbers_height(env);
}

void zt_picture_draw(const zt_groups_env *env, zt_group_cell *cell, double width, double y,
                     zt_group *into)
{
    if (cell->whole)
        draw_whole(env, cell, width, y, into);
    else if (cell->change)
        draw_change(env, cell, width, y, into);
    else
        draw_rank(env, cell, width, y, into);
}
