/* The headline: fitted to its measure, or running down a band. */
#include "block/words/lines.h"
#include "block/heads/title_fit.h"

static const double BLANK_LEAST = 0.5;    /* em: the blank between the halves of a headline */
static const double BLANK_MOST = 0.65;    /* em */
static const double QUOTE_GAP = 0.05;     /* em: after a closing quotation mark */
static const double TRACKING_MOST = 0.12; /* em: to fill a line */

static const double ANY_HEIGHT = 1e6; /* points; a headline that runs down fills what it is given */

/* What is asked of the fit: the text in its look, the sizes between which it may be set, and by
   how much blanks and spacing may give way. A headline that does not grow keeps the size of its
   style. */
static zt_title_ask ask_for(const zt_block *block, const zt_setting *setting, zt_look *look)
{
    *look = zt_block_look(setting, block, "text");
    look->para.vertical = block->vertical;
    const zt_style *style = look->style;
    zt_title_ask ask = {
        .text = block->content,
        .look = look,
        .size_min = zt_min(style->size_min, look->text.size),
        .size_max = style->grow ? style->size_max : look->text.size,
        .grow = style->grow,
        .one_least = style->one_least,
        .several_most = style->several_most,
        .lines_most = (size_t)style->lines_most,
        .give = {.blank_min = BLANK_LEAST,
                 .blank_max = BLANK_MOST,
                 .quote_gap = QUOTE_GAP,
                 .tracking_max = TRACKING_MOST},
    };
    return ask;
}

/* Across, the fit that is placed; down, a headline is fitted to the height that it gets. */
typedef struct title_plan {
    zt_look look;
    zt_title_ask ask;
    zt_title_fit fit;
} title_plan;

/* Of the first line, below the top of the frame. */
static double first_baseline(const zt_title_fit *fit)
{
    if (fit->line_count == 0)
        return -1;
    return zt_title_room_above(fit, 0) - (fit->pitch - fit->size) / 2 +
           fit->lines[0].para->lines[0].baseline;
}

/* Across, the headline is fitted to the width at once. One that runs down can be as long as it is
   given, and is fitted when it is placed. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    title_plan *own = ZT_NEW(setting->arena, title_plan);
    own->ask = ask_for(block, setting, &own->look);
    if (block->vertical)
        return (zt_plan){.extent = {zt_title_least_length(setting, &own->ask), ANY_HEIGHT},
                         .first_baseline = -1,
                         .own = own};
    own->ask.measure = own->look.style->fit > 0 ? own->look.style->fit * width : width;
    own->fit = zt_title_fit_to(setting, &own->ask);
    double height = zt_title_fit_height(&own->fit);
    zt_plan plan = {
        .extent = {height, height}, .first_baseline = first_baseline(&own->fit), .own = own};
    for (size_t i = 0; i < own->fit.line_count; i++)
        plan.line_width = zt_max(plan.line_width, own->fit.lines[i].ink.w);
    zt_plan_blanks(&plan, &own->look, own->fit.size);
    return plan;
}

/* Columns from the right, their centre lines about the middle of the frame. */
static void place_down(const zt_setting *setting, const zt_title_fit *fit, zt_align align,
                       zt_rect frame, zt_group *into)
{
    size_t columns = 0; /* with those that ruby takes (R135) */
    for (size_t i = 0; i < fit->line_count; i++)
        columns += fit->lines[i].para->line_count;
    double right = frame.w / 2 + (double)(columns - 1) * fit->pitch / 2;
    columns = 0;
    for (size_t i = 0; i < fit->line_count; i++) {
        const zt_title_line *line = &fit->lines[i];
        const zt_para *para = line->para;
        columns += para->line_count;
        double centre = right - (double)(columns - 1) * fit->pitch;
        double x = centre - (para->height - para->lines[para->line_count - 1].baseline);
        double y = zt_title_fit_start(align, -line->ink.y, frame.h - line->ink.h);
        zt_para_place(line->para, setting->scene, into, x, y, 0, SIZE_MAX);
    }
}

/* overset: what two lines at the smallest size cannot hold. */
static void report_over(const zt_block *block, const zt_setting *setting, const zt_title_fit *fit,
                        const zt_title_ask *ask)
{
    if (fit->over == 0)
        return;
    zt_buf least;
    zt_buf_init(&least, setting->arena);
    zt_buf_number(&least, ask->size_min, 2);
    zt_report(setting->diags, ZT_ERROR, "overset", block->at,
              "标题按最小字号 %.*s 磅排两行仍多出 %zu 字；请缩短标题，或用 <br/> 分行",
              "at its smallest size of %.*s pt the headline is %zu characters more than two lines "
              "hold; shorten it, or break it with <br/>",
              ZT_ARG(zt_buf_view(&least)), fit->over);
}

/* Nothing is narrowed in silence. */
static void report_condensed(const zt_block *block, const zt_setting *setting,
                             const zt_title_fit *fit)
{
    if (fit->condense >= 1)
        return;
    int per_cent = (int)(fit->condense * 100 + 0.5);
    zt_report(setting->diags, ZT_NOTE, "title-condensed", block->at,
              "标题排两行仍嫌长，字宽压缩到 %d%%",
              "the headline is too long for two lines: its glyphs are condensed to %d%%", per_cent);
}

/* Fits a headline that runs down to the height of its frame; its size is at most the frame's
   width. */
static zt_title_fit fit_down(const zt_setting *setting, const title_plan *plan, zt_rect frame)
{
    zt_title_ask ask = plan->ask;
    ask.measure = frame.h;
    ask.size_max = zt_max(ask.size_min, zt_min(ask.size_max, frame.w));
    return zt_title_fit_to(setting, &ask);
}

/* Draws the headline with what it reports about narrowed or surplus characters. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const zt_block *block = planned->block;
    const title_plan *plan = planned->own;
    zt_rect frame = {0, 0, planned->width, height};
    zt_title_fit fit = block->vertical ? fit_down(setting, plan, frame) : plan->fit;
    if (fit.line_count == 0)
        return;
    report_over(block, setting, &fit, &plan->ask);
    report_condensed(block, setting, &fit);
    if (!block->vertical)
        frame.h = zt_title_fit_height(&fit);
    const zt_rich *text = block->content;
    zt_group *part = zt_scene_add_part(setting->scene, into, text->at, "text", ZT_ROLE_H1, frame);
    if (block->vertical)
        place_down(setting, &fit, plan->look.para.align, frame, part);
    else
        zt_title_fit_place(setting, &fit, plan->look.para.align, frame.w, part);
}

static const zt_part_default parts[] = {
    {"text", "title", "主标题", "headline"},
    {0},
};

const zt_block_kind zt_block_kind_title = {
    .name = "title",
    .parts = parts,
    .zh = "主标题：排满一行，过长则按意思分两行。",
    .en = "The headline: one line fitted to the measure, else two.",
    .plan = plan,
    .place = place,
};
