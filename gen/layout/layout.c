/* gen/layout/layout.c — the page: the fit ladder, then placing, then adjustments. Given the tree of
   boxes that compose/ bound; hands on the scene and what became of the fit. Trials only measure;
   the best of them is drawn, whether it fits or not. */
#include "layout/layout.h"

#include <math.h>

#include "layout/layout_imp.h"

/* Steps of leading from natural to its floor, and upwards where a page has room; and the most
   quarter points of size. */
enum { LEADING_STEPS = 8, LOOSE_STEPS = 64, SIZE_STEPS_MOST = 400 };

/* One trial: the page measured under a fit. */
typedef struct trial {
    /* Of the cells; plans have arenas of their own. */
    zt_arena *arena;
    zt_fit fit;
    zt_cell *cell;
} trial;

/* One page while it is fitted. Lengths in points. */
typedef struct page {
    const zt_setting *setting;
    const zt_box *root;
    /* Of the type area; height is the most there may be. */
    double width, height;
    zt_plans *plans;
    /* The last that fitted, or had to be taken though it did not. */
    trial *best;
} page;

/* An empty page of the template, `height` points high. */
static zt_scene *new_scene(zt_arena *arena, const zt_template *t, double height)
{
    zt_scene *scene = zt_scene_new(arena, t->page_w, height);
    scene->bleed = t->bleed;
    scene->marks = t->marks;
    scene->type_area =
        (zt_rect){t->margin[3], t->margin[0], t->page_w - t->margin[1] - t->margin[3],
                  height - t->margin[0] - t->margin[2]};
    scene->grid = (zt_scene_grid){.columns = t->grid.columns, .gutter = t->grid.gutter};
    return scene;
}

/* Whether the content fits the type area. */
static bool is_room(const page *p, double height)
{
    return height <= p->height + 0.01;
}

/* Reports nothing: what planning says is kept with the plans. */
static trial try_fit(const page *p, zt_fit fit)
{
    zt_plans_begin_trial(p->plans);
    zt_setting setting = *p->setting;
    trial t = {.arena = zt_arena_beside(p->setting->arena), .fit = fit};
    setting.arena = t.arena;
    setting.fit = fit;
    setting.plans = p->plans;
    t.cell = zt_cell_measure(&setting, p->root, p->width);
    return t;
}

/* This trial is placed when no better one is found. */
static void take_best(const page *p, trial t)
{
    zt_arena_drop(p->best->arena);
    *p->best = t;
    zt_plans_mark_best(p->plans);
}

/* True when the page fits: then the trial is the best so far. */
static bool fits(const page *p, zt_fit fit)
{
    trial t = try_fit(p, fit);
    if (is_room(p, t.cell->extent.height)) {
        take_best(p, t);
        return true;
    }
    zt_arena_drop(t.arena);
    return false;
}

/* ---- the fit ladder: each rung is tried on a page that does not fit at `fit`, and yields whether
   it does at the fit that it leaves ---- */

/* One rung: `set` writes step number `i` into a fit; the further up, the less height. */
typedef struct rung {
    void (*set)(zt_fit *fit, size_t i);
    size_t last;
} rung;

/* The first step from `from` on at which the page fits: by halving, as height falls from step to
   step. Leaves the last step where none fits. */
static bool climb_rung(const page *p, zt_fit *fit, rung r, size_t from)
{
    if (from > r.last)
        return false;
    r.set(fit, r.last);
    if (!fits(p, *fit))
        return false;
    size_t low = from, high = r.last; /* `high` fits */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        r.set(fit, middle);
        if (fits(p, *fit))
            high = middle;
        else
            low = middle + 1;
    }
    r.set(fit, high);
    return true;
}

/* In eighths of the way to the floor. */
static void set_leading(zt_fit *fit, size_t i)
{
    fit->leading = 1 - (double)i / LEADING_STEPS;
}

/* Leaves out so many optional parts. */
static void set_dropped(zt_fit *fit, size_t i)
{
    fit->dropped = i;
}

/* Takes so many quarter points off all sizes. */
static void set_sizes(zt_fit *fit, size_t i)
{
    fit->size_steps = (double)i;
}

/* The most quarter points that any style of the theme can give, or gain. */
static size_t size_steps_most(const zt_theme *theme, bool grown)
{
    double most = 0;
    for (size_t i = 0; i < theme->style_count; i++) {
        const zt_style *style = &theme->styles[i];
        double room = grown ? style->size_max - style->size : style->size - style->size_min;
        most = zt_max(most, room / 0.25);
    }
    return (size_t)zt_clamp(ceil(most), 0, SIZE_STEPS_MOST);
}

/* The step of the ladder that the theme names. */
static rung rung_of(const page *p, zt_fit_step which)
{
    switch (which) {
    case ZT_FIT_OPTIONAL:
        return (rung){set_dropped, p->setting->optional_total};
    case ZT_FIT_SIZE:
        return (rung){set_sizes, size_steps_most(p->setting->template_->theme, false)};
    case ZT_FIT_LEADING:
        break;
    }
    return (rung){set_leading, LEADING_STEPS};
}

/* One rung after the other until the page fits (docs/templates.md, When it does not fit); the
   natural fit has been tried. */
static void climb(const page *p)
{
    const zt_theme *theme = p->setting->template_->theme;
    zt_fit fit = p->best->fit, tightest = fit;
    for (size_t i = 0; i < theme->fit_count; i++) {
        rung r = rung_of(p, theme->fit[i]);
        r.set(&tightest, r.last);
    }
    /* A page that is far too full is told so after one trial, not after all. */
    trial last = try_fit(p, tightest);
    take_best(p, last);
    if (!is_room(p, last.cell->extent.height))
        return;
    bool fitted = false;
    for (size_t i = 0; i < theme->fit_count && !fitted; i++)
        fitted = climb_rung(p, &fit, rung_of(p, theme->fit[i]), 1);
    /* What the later rungs gave may leave room for a better leading. */
    if (fitted && fit.leading < 1 && (fit.dropped > 0 || fit.size_steps > 0))
        climb_rung(p, &fit, rung_of(p, ZT_FIT_LEADING), 0);
}

/* ---- spare height: a page that fits at its natural fit and has height over. Leading and sizes are
   one fit for the whole page, so neighbours in a row get them together ---- */

/* Growth of the text: `set` writes step number `i` into a fit; the further up, the more height. */
static void set_loose(zt_fit *fit, size_t i)
{
    fit->leading = 1 + (double)i / LOOSE_STEPS;
}

/* Adds so many quarter points to all sizes; negative steps are growth (zt_fit). */
static void set_grown(zt_fit *fit, size_t i)
{
    fit->size_steps = -(double)i;
}

/* Points that the worst column leaves unused in the best trial, found by placing it without
   drawing. */
static double slack_of(const page *p)
{
    return zt_cell_slack(p->best->cell, p->height);
}

/* The last step at which the page still fits, by halving; step 0 is the best trial so far, and the
   step that is left is the best one behind it. */
static size_t last_that_fits(const page *p, zt_fit *fit, rung r)
{
    size_t low = 0, high = r.last;
    while (low < high) {
        size_t middle = high - (high - low) / 2;
        r.set(fit, middle);
        if (fits(p, *fit))
            low = middle;
        else
            high = middle - 1;
    }
    r.set(fit, low);
    return low;
}

/* The first step up to `last`, the best trial so far, that leaves no more slack than that: gaps go
   to their ceilings before the text grows, and it grows no further than helps. */
static void first_that_fills(const page *p, zt_fit *fit, rung r, size_t last)
{
    const double near = 0.01; /* points */
    double wanted = slack_of(p) + near;
    size_t low = 0, high = last;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        r.set(fit, middle);
        if (fits(p, *fit) && slack_of(p) <= wanted)
            high = middle;
        else
            low = middle + 1;
    }
    r.set(fit, high);
    fits(p, *fit);
}

/* In the order of spare= (docs/templates.md). What stands before the gaps takes all it can;
   what stands after them takes what the gaps leave. */
static void share_spare(const page *p)
{
    const zt_template *t = p->setting->template_;
    const double none = 0.5; /* points: nobody sees it */
    bool gaps = false;
    zt_fit fit = p->best->fit;
    for (size_t i = 0; i < t->spare_count; i++) {
        bool leading = t->spare[i] == ZT_SPARE_LEADING;
        rung r = {leading ? set_loose : set_grown,
                  leading ? LOOSE_STEPS : size_steps_most(t->theme, true)};
        if (t->spare[i] == ZT_SPARE_GAPS) {
            gaps = true;
            continue;
        }
        if (gaps && slack_of(p) <= none)
            return;
        size_t last = last_that_fits(p, &fit, r);
        if (gaps)
            first_that_fills(p, &fit, r, last);
    }
}

/* optional-dropped and size-reduced: what a reader of the page could miss. Leading is not
   reported. */
static void report_fit(const page *p, zt_fit fit)
{
    const zt_setting *s = p->setting;
    const char *name = s->template_->name;
    if (fit.dropped)
        zt_report(s->diags, ZT_NOTE, "optional-dropped", ZT_NOWHERE,
                  "模板“%s”的版面放不下：从末尾起略去 %zu 处 optional 内容",
                  "template “%s” is full: %zu optional parts left out, from the last", name,
                  fit.dropped);
    if (fit.size_steps > 0)
        zt_report(s->diags, ZT_NOTE, "size-reduced", ZT_NOWHERE,
                  "模板“%s”的版面放不下：字号缩小 %d 级（每级 0.25 磅）",
                  "template “%s” is full: sizes reduced by %d steps of 0.25 pt", name,
                  (int)fit.size_steps);
}

/* ---- the page ---- */

/* Asks for the face of every part once, so that missing fonts are reported before anything is
   measured. */
bool zt_layout_has_faces(const zt_setting *setting, zt_block *const *blocks, size_t count)
{
    bool all = true;
    for (size_t i = 0; i < count; i++) {
        const zt_block *block = blocks[i];
        for (const zt_part_default *p = block->kind->parts; block->place && p->name; p++)
            all = zt_block_look(setting, block, p->name).text.face && all;
    }
    return all;
}

/* The best trial: the natural one, or what the ladder led to. */
static void fit_page(const page *p)
{
    take_best(p, try_fit(p, (zt_fit){.leading = 1}));
    if (!is_room(p, p->best->cell->extent.height))
        climb(p);
    else if (p->setting->template_->page_h > 0) /* an automatic page has nothing over */
        share_spare(p);
    zt_plans_settle(p->plans, p->setting->arena);
}

/* Fits, places, adjusts. An overset page is placed as well, so that it can be looked at. */
zt_layout_result zt_layout_page(zt_setting *setting, const zt_box *root)
{
    const zt_template *t = setting->template_;
    bool automatic = t->page_h <= 0;
    double margins = t->margin[0] + t->margin[2];
    /* The sheet of an automatic page may be as high as max; without one, as a column of 5 m. */
    double most = automatic ? (t->max_h > 0 ? t->max_h : zt_pt_from_mm(5000)) : t->page_h;
    trial best = {0};
    page p = {setting,
              root,
              t->page_w - t->margin[1] - t->margin[3],
              most - margins,
              zt_plans_new(setting->arena),
              &best};
    setting->page = zt_page_across_of(t);
    fit_page(&p);
    setting->fit = best.fit;
    double needed = best.cell->extent.height;
    zt_layout_result result = {.fit = best.fit, .overset = !is_room(&p, needed)};
    if (automatic && !result.overset)
        p.height = needed;
    setting->scene = new_scene(setting->arena, t, p.height + margins);
    zt_placing placing = {.setting = setting, .line = t->grid.line};
    zt_rect area = setting->scene->type_area;
    zt_cell_place(&placing, best.cell, area, setting->scene->root);
    zt_quotes_hang(setting->scene);
    result.slack = placing.slack;
    if (placing.first_line > 0) {
        setting->scene->grid.line = t->grid.line;
        setting->scene->grid.first = placing.first_line;
    }
    zt_painted_name(setting);
    zt_painted_adjust(setting);
    if (result.overset)
        zt_overset_report(setting, best.cell, needed);
    else
        report_fit(&p, best.fit);
    zt_arena_drop(best.arena);
    return result;
}
